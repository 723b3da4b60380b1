"""A public body named in a text as the one whose contract, order or reference counts."""

from collections.abc import Iterator

from fairaudit.analysis.text import Prose, binding, find, read_prose, sentences_saying
from fairaudit.checks.base import Pattern

_AROUND = frozenset({"a", "an", "the", "of", "for", "and", "in", "with", "by", "to", "from"})


def authorities_named(
    text: str, relations: tuple[str, ...], unless: tuple[str, ...], named: Pattern, common: tuple[str, ...]
) -> Iterator[str]:
    """Yield the words that ask for work under one authority: a relation such as `awarded a contract`, then its name.

    `named` matches what may follow a relation, the name and the space before it included. A name made of `common` words
    alone, such as `NHS Trust`, is a kind of body and nobody's name.
    """
    prose = read_prose(binding(text))
    found = find(prose, relations)
    barred = sentences_saying(prose, unless) if found else frozenset()
    for one in found:
        first, after = prose.sentence_of(one.start)
        name = None if first in barred else named.find(_rest(prose, one.end, after))
        if name and not only_common(name, common):
            yield prose.text[prose.spans[one.start][0] : prose.spans[one.end - 1][1]] + name.rstrip(" .,;:)\n")


def only_common(name: str, common: tuple[str, ...]) -> bool:
    """Whether a name consists of words for a kind of body, so that it names none."""
    return _AROUND.union(common).issuperset(read_prose(name).words)


def _rest(prose: Prose, start: int, after: int) -> str:
    """Return what follows a word of a sentence, with one character after its end."""
    return prose.text[prose.spans[start - 1][1] : prose.spans[after - 1][1] + 1]
