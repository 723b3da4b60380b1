"""Whether two names may be one document's, written otherwise: `Schedule 3` and `Sched. 3`, `ITT v2` and `ITT version 2`."""

from __future__ import annotations

from collections.abc import Iterable

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import DocumentVersion
from fairaudit.procurement.received.recipients import told, told_of
from fairaudit.procurement.received.things import folded

_FEWEST = 3
"""How many letters a word may be cut down to."""
_MOST_COUNTERPARTS = 20
"""How many documents may differ in one word and be one; a heuristic."""
_NUMBERED = late_pattern(r"(?:v|ver|version|rev|revision|no|nr|num|number)?0*(\d+)")
_ENDING = late_pattern(r"\.[a-z]{3,4}$")
_SAYS_NOTHING = frozenset(
    {"v", "ver", "version", "rev", "revision", "no", "nr", "num", "number", "the", "a", "an", "of", "and", "for", "to"}
)


class _Name(Frozen):
    """The words of a document's name and its numbers, by which one of a kind is told from another."""

    said: frozenset[str]
    numbers: frozenset[str]


def had_by_another_name(case: Case, event: Event, named: Iterable[str | None], others: tuple[str, ...]) -> bool:
    """Whether all of those left out had, on any day, a document that may be this one by another than the names it went by."""
    if event.kind != "document" or not event.document or not others:
        return False
    own, known = _name(event.document), case.once(_by_numbers)
    alike = {
        one: None for word in own.said for one in known.get((own.numbers, word[:_FEWEST]), {}) if _may_be_one(own, one)
    }
    same = {folded(one) for one in (event.document, *named) if one}
    # What goes by these very names is this document, and when it went is known.
    had = {who for one in alike for called, some in case.once(_had)[one].items() if called not in same for who in some}
    return all(one in had for one in others)


def may_be_one_for_all(case: Case, event: Event) -> bool:
    """Whether a document goes by the initials of one that is there for all: `ITT` for `Instructions to tenderers`."""
    if event.kind != "document" or not event.document:
        return False
    own = _name(event.document)
    return len(own.said) == 1 and any(
        own.said <= initials and own.numbers <= numbers for initials, numbers in case.once(_for_all_by_initials)
    )


def had_its_counterpart(case: Case, version: DocumentVersion) -> bool:
    """Whether all who had not one listed document had, at the same moment, another whose name differs in one word alone.

    None of those who had the one had the other: `Specification (English)` to two, and `Specification (Welsh)` to the third.
    """
    own, keys = _name(version.title or ""), told_of(case, version.recipients or ()).keys
    if len(own.said) < 2 or EVERYBODY in keys:
        return False
    had: set[str] = set()
    for left in own.said:
        alike = case.once(_but_for_a_word).get(_cut(own, version, left), [])
        # Many drawings of many rooms are no one document in as many languages.
        for other, theirs in alike if len(alike) <= _MOST_COUNTERPARTS else ():
            had |= set() if other == own or EVERYBODY in theirs or theirs & keys else theirs
    return bool(had) and set(field_of(case)) <= had | keys


_Cut = tuple[frozenset[str], frozenset[str], When | None, str | None]


def _cut(name: _Name, version: DocumentVersion, left: str) -> _Cut:
    return name.said - {left}, name.numbers, version.available_at, version.version


def _but_for_a_word(case: Case) -> dict[_Cut, list[tuple[_Name, frozenset[str]]]]:
    """Return the listed documents under their names without each of their words."""
    found: dict[_Cut, list[tuple[_Name, frozenset[str]]]] = {}
    for one in case.tender.documents or ():
        name = _name(one.title or "")
        for left in name.said if len(name.said) > 1 else ():
            found.setdefault(_cut(name, one, left), []).append((name, told_of(case, one.recipients or ()).keys))
    return found


def _for_all_by_initials(case: Case) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Return the initials of what is there for all, with and without its small words, and the numbers it goes by."""
    found: list[tuple[frozenset[str], frozenset[str]]] = []
    for one in case.tender.documents or ():
        if one.title and (one.recipients is None or EVERYBODY in told_of(case, one.recipients).keys):
            said = [it for it in words(_ENDING.sub("", one.title)) if not _NUMBERED.fullmatch(it)]
            telling = [it for it in said if it not in _SAYS_NOTHING]
            initials = {"".join(it[0] for it in some) for some in (said, telling) if len(some) > 1}
            numbers = _name(f"{one.title} {one.version or ''}").numbers
            found.append((frozenset(initials), numbers))
    return found


def _may_be_one(own: _Name, other: _Name) -> bool:
    """Whether one of two names with the same numbers says all that the other does; one word without a number is too little."""
    fewer, more = sorted((own.said, other.said), key=len)
    if len(fewer) + len(own.numbers) < 2 and own.said != other.said:
        return False
    return all(any(_is_cut(one, it) for it in more) for one in fewer)


def _is_cut(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _FEWEST and long.startswith(short))


def _name(text: str) -> _Name:
    said = [one for one in words(_ENDING.sub("", text.casefold())) if one not in _SAYS_NOTHING]
    numbers = {one: match[1] for one in said if (match := _NUMBERED.fullmatch(one))}
    return _Name(frozenset(said) - frozenset(numbers), frozenset(numbers.values()))


def _had(case: Case) -> dict[_Name, dict[str, set[str]]]:
    """Return who had a document by each name, as it is written."""
    found: dict[_Name, dict[str, set[str]]] = {}
    for one in case.events:
        if one.kind == "document" and one.document:
            written = found.setdefault(_name(one.document), {})
            written.setdefault(folded(one.document), set()).update(told(case, one).keys)
    return found


def _by_numbers(case: Case) -> dict[tuple[frozenset[str], str], dict[_Name, None]]:
    """Return the names under their numbers and how each of their words begins: a case may hold thousands."""
    found: dict[tuple[frozenset[str], str], dict[_Name, None]] = {}
    for name in case.once(_had):
        for word in name.said:
            found.setdefault((name.numbers, word[:_FEWEST]), {})[name] = None
    return found
