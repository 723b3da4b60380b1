"""Texts in which names and phrases with one meaning are single words, such as `@buyer`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from fairaudit.analysis.text.names import Name, ShortName
from fairaudit.analysis.text.phrases import PERHAPS, Match, find
from fairaudit.analysis.text.prose import Prose, positions_of, read_prose


class Mark(NamedTuple):
    """A sign such as `@buyer` that stands, in a marked text, for any of some names and phrases."""

    sign: str
    names: tuple[Name | ShortName, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Marks:
    """The signs of one case, the first of them first where two names are the same."""

    marks: tuple[Mark, ...] = ()


@lru_cache(maxsize=8)
def _names_by_word(marks: Marks) -> dict[str, tuple[tuple[str, Name | ShortName], ...]]:
    """Return the names by their first words, each with its sign: a text is not asked for every firm of a case."""
    found: dict[str, tuple[tuple[str, Name | ShortName], ...]] = {}
    for mark in marks.marks:
        for name in mark.names:
            found[name.words[0]] = (*found.get(name.words[0], ()), (mark.sign, name))
    return found


@lru_cache(maxsize=2048)
def read_marked(text: str, marks: Marks) -> Prose:
    """Return a text in which names are single words such as `@buyer`; a longer name hides those inside it."""
    prose = read_prose(text)
    spans = [(one.start, one.end, mark.sign) for mark in marks.marks for one in find(prose, mark.phrases)]
    names = _names_by_word(marks)
    for word in prose.positions.keys() & names.keys():
        for sign, name in names[word]:
            places = (at for at in prose.positions[word] if name.stands_at(prose, at))
            spans += [(_with_its_article(prose, at), at + len(name.words), sign) for at in places]
    if not spans:
        return prose
    order = {mark.sign: index for index, mark in enumerate(marks.marks)}
    chosen: dict[int, tuple[int, str]] = {}
    taken: set[int] = set()
    for start, end, sign in sorted(spans, key=lambda one: (one[0] - one[1], one[0], order[one[2]])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            chosen[start] = (end, sign)
    return _merged(prose, chosen)


def _with_its_article(prose: Prose, at: int) -> int:
    """Return where a name begins: `with the Tarrow Water Authority` says what `with Tarrow Water Authority` does."""
    return at - 1 if at > prose.sentence_of(at)[0] and prose.words[at - 1] == "the" else at


def is_unsure(prose: Prose, match: Match) -> bool:
    """Whether a phrase was found by a name that may mean something else."""
    return any(one.endswith(PERHAPS) for one in prose.words[match.start : match.end])


def _merged(prose: Prose, chosen: dict[int, tuple[int, str]]) -> Prose:
    """Return a text in which some runs of words are one."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    new_index: dict[int, int] = {}
    index = 0
    while index < len(prose.words):
        end, word = chosen.get(index, (index + 1, prose.words[index]))
        new_index[index] = len(words)
        words.append(word)
        spans.append((prose.spans[index][0], prose.spans[end - 1][1]))
        index = end
    starts = tuple(new_index[one] for one in prose.starts)
    return Prose(prose.text, tuple(words), tuple(spans), starts, positions_of(words))
