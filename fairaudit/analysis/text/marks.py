"""Texts in which names and phrases with one meaning are single words, such as `@buyer`."""

from functools import lru_cache

from fairaudit.analysis.text.names import Name, ShortName
from fairaudit.analysis.text.phrases import PERHAPS, Index, Match, find_by, index_of
from fairaudit.analysis.text.prose import Prose, positions_of, read_prose
from fairaudit.frozen import Frozen


class Mark(Frozen):
    """A sign such as `@buyer` that stands, in a marked text, for any of some names and phrases."""

    sign: str
    names: tuple[Name | ShortName, ...] = ()
    phrases: tuple[str, ...] = ()


class Marks(Frozen):
    """The signs of one case, the first of them first where two names are the same."""

    marks: tuple[Mark, ...] = ()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


class _Run(Frozen):
    """Words of a text that are read as one: the first after them, what they are read as, and the first that is shown."""

    end: int
    word: str
    shown_from: int


class _Sought(Frozen):
    """What the marks of a case look for: phrases and the signs of each, and names by their first words, each with its sign."""

    phrases: Index
    signs: dict[str, tuple[str, ...]]
    names: dict[str, tuple[tuple[str, Name | ShortName], ...]]
    order: dict[str, int]


@lru_cache(maxsize=8)
def _sought_by(marks: Marks) -> _Sought:
    """Return what marks look for, ready for text after text, none of which is asked for every firm of a case."""
    signs: dict[str, tuple[str, ...]] = {}
    names: dict[str, tuple[tuple[str, Name | ShortName], ...]] = {}
    for mark in marks.marks:
        for phrase in mark.phrases:
            signs[phrase] = (*signs.get(phrase, ()), mark.sign)
        for name in mark.names:
            names[name.words[0]] = (*names.get(name.words[0], ()), (mark.sign, name))
    return _Sought(index_of(tuple(signs)), signs, names, {mark.sign: at for at, mark in enumerate(marks.marks)})


@lru_cache(maxsize=2048)
def read_marked(text: str, marks: Marks) -> Prose:
    """Return a text in which names are single words such as `@buyer`; a longer name hides those inside it."""
    prose, sought = read_prose(text), _sought_by(marks)
    spans = [(one.start, one.end, sign) for one in find_by(prose, sought.phrases) for sign in sought.signs[one.phrase]]
    names, order = sought.names, sought.order
    named: set[int] = set()
    for word in prose.positions.keys() & names.keys():
        for sign, name in names[word]:
            places = [at for at in prose.positions[word] if name.stands_at(prose, at)]
            spans += [(at, at + len(name.words), sign) for at in places]
            named.update(places)
    if not spans:
        return prose
    chosen: dict[int, _Run] = {}
    taken: set[int] = set()
    for start, end, sign in sorted(spans, key=lambda one: (one[0] - one[1], one[0], order[one[2]])):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            chosen[start] = _Run(end, sign, start)
    for start in named & chosen.keys():
        # `With the Tarrow Water Authority` says what `with Tarrow Water Authority` does.
        if start - 1 not in taken and start > prose.sentence_of(start)[0] and prose.words[start - 1] == "the":
            chosen[start - 1] = chosen.pop(start)
    return _merged(prose, chosen)


def is_unsure(prose: Prose, match: Match) -> bool:
    """Whether a phrase was found by a name that may mean something else."""
    return any(one.endswith(PERHAPS) for one in prose.words[match.start : match.end])


def _merged(prose: Prose, chosen: dict[int, _Run]) -> Prose:
    """Return a text in which some runs of words are one."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    new_index: dict[int, int] = {}
    index = 0
    while index < len(prose.words):
        run = chosen.get(index) or _Run(index + 1, prose.words[index], index)
        new_index[index] = len(words)
        words.append(run.word)
        spans.append((prose.spans[run.shown_from][0], prose.spans[run.end - 1][1]))
        index = run.end
    starts = tuple(new_index[one] for one in prose.starts)
    return Prose(prose.text, tuple(words), tuple(spans), starts, positions_of(words))
