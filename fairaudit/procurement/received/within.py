"""Names among other words: `Amendment A1`, `D2 Plan v2` and `Plans D1 to D3` say plainly what they are about, and which.

Words that are explained by nothing, as in `Comments on A1`, leave open whether it is the thing itself.
"""

import re
from collections.abc import Callable, Container, Iterator

from fairaudit.analysis.names import words
from fairaudit.frozen import Frozen

LONGEST = 12
"""Of how many words the longest name is that is looked for among others."""
_PLAIN = frozenset((
    "the", "a", "an", "and", "no", "nr", "nos", "number", "document", "documents", "file", "files", "copy", "pdf", "attached",
    "enclosed", "version", "rev", "revision", "issue", "v",
))  # fmt: skip
_OF_CHANGES = frozenset((
    "amendment", "amendments", "change", "changes", "addendum", "addenda", "corrigendum", "corrigenda", "modification",
    "modifications", "correction", "corrections", "variation",
))  # fmt: skip
_ABOUT_CHANGES = frozenset(("to", "of", "notice", "tender", "terms", "specification", "documents", "on", "from"))
_OF_VERSIONS = frozenset(("version", "v", "rev", "revision", "issue"))


class Name(Frozen):
    """A known name that stands among words: where, and what it is called."""

    start: int
    end: int
    called: str

    @property
    def telling(self) -> bool:
        """Whether it is hardly there by chance: a word with a digit, or several words."""
        return self.end - self.start > 1 or any(map(str.isdigit, self.called))


def names_within(said: tuple[str, ...], known: Callable[[str], bool], begins: Container[str]) -> tuple[Name, ...]:
    """Return the known names that stand among words, the longest where several begin at one; `A 1` is `a1`.

    `begins` are the words with which any known name begins: few words of a text are one.
    """
    return tuple(_names(said, known, begins))


def _names(said: tuple[str, ...], known: Callable[[str], bool], begins: Container[str]) -> Iterator[Name]:
    at = 0
    while at < len(said):
        found = None
        may_be = said[at] in begins or "".join(said[at : at + 2]) in begins
        for end in range(min(len(said), at + LONGEST), at, -1) if may_be else ():
            ways = (" ".join(said[at:end]), "".join(said[at:end])) if end - at == 2 else (" ".join(said[at:end]),)
            found = next((Name(at, end, one) for one in ways if known(one)), None)
            # A number alone is one of whatever stands before it.
            if found and not (found.called.isdigit() and said[at - 1 : at] not in {(one,) for one in _OF_CHANGES}):
                break
            found = None
        if found:
            yield found
        at = found.end if found else at + 1


def is_plain(said: tuple[str, ...], names: tuple[Name, ...], of_change: bool, explained: frozenset[str]) -> bool:
    """Whether all words beside the names only say what kind of thing it is, which version, or what is known of it."""
    plain = _PLAIN | explained | (_OF_CHANGES | _ABOUT_CHANGES if of_change else frozenset())
    inside = {at for one in names for at in range(one.start, one.end)}
    # In a list of ids the others may be of things that are not recorded.
    listed = {_pattern(one.called) for one in names if one.telling and any(map(str.isdigit, one.called))}
    return all(at in inside or word in plain or _pattern(word) in listed for at, word in enumerate(said))


def _pattern(word: str) -> str:
    return re.sub(r"\d+", "0", word)


def versions_said(said: tuple[str, ...]) -> frozenset[str]:
    """Return the numbers of versions that words give: `v2`, `version 2`, `rev b`."""
    found = {one[1:] for one in said if one[:1] == "v" and one[1:].isdigit()}
    after = {said[at + 1] for at, one in enumerate(said[:-1]) if one in _OF_VERSIONS}
    return frozenset(found | after)


def is_version(version: str | None, said: frozenset[str]) -> bool:
    """Whether a version is one of those that words give, or they give none."""
    own = words(version or "")
    return not said or any(one in said or one.removeprefix("v") in said for one in own)


def numbers_of_changes(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return the numbers that stand after `amendment` and the like: `Amendment 1` may be the id `A1`."""
    if _OF_CHANGES.isdisjoint(said):
        return ()
    return tuple(said[at + 1] for at, one in enumerate(said[:-1]) if one in _OF_CHANGES and said[at + 1].isdigit())
