"""Whether two records may be about one person or organisation: how sure that is, and why, in words.

What is compared are names, identifiers, birth dates, addresses, e-mail, domains and phones. Each record that agrees has a weight,
and a level asks for a name and a sum of weights. **The weights and sums are heuristics**; docs/names.md shows them.
"""

from __future__ import annotations

from typing import Literal

from rapidfuzz.distance import OSA

from fairaudit.analysis.names.described import (
    LONGEST,
    MOST,
    Described,
    birth_parts,
    domains,
    identifiers,
    mailboxes,
    phones,
)
from fairaudit.analysis.names.firmlikeness import compared_firms
from fairaudit.analysis.names.numberslips import called, number_slips
from fairaudit.analysis.names.organisations import firm_names
from fairaudit.analysis.names.people import person_names
from fairaudit.analysis.names.personlikeness import (
    APART,
    FAR,
    INITIAL,
    LIKE,
    NEAR,
    OTHER,
    PART,
    SAME,
    SLIP,
    UNLIKE,
    NameLikeness,
    alike_beside_a_surname,
    compared_people,
    loosely_alike,
    one_rare_surname,
    share_a_word,
)
from fairaudit.analysis.names.streets import CODE, HOUSE, SLIPPED, STREET, place_of, read_address, shared
from fairaudit.frozen import Frozen

Level = Literal["certain", "likely", "possible"]


class Likeness(Frozen):
    """How sure it is that two records are about one, and why."""

    level: Level
    reasons: tuple[str, ...]


class _Record(Frozen):
    """A record on both sides that agrees: how much it tells, and the words for it."""

    weight: int
    reason: str


NONE: frozenset[str] = frozenset()


def compared(one: Described, other: Described, common: frozenset[str] = NONE) -> Likeness | None:
    """Return how sure it is that two records are about one, or nothing; the same whichever comes first.

    `common` are phones, domains, mailboxes and addresses that many share: they tell nothing.
    """
    slips = number_slips(one, other)
    if one.kind != other.kind or _born_apart(one, other) or slips is None:
        return None
    name = _names(one, other)
    if slips and name.grade != SAME:
        # Sister firms are numbered in a row and have other names.
        return None
    records = [
        *_identifiers(one, other),
        *_births(one, other),
        *_addresses(one, other, common),
        *_contacts(one, other, common),
    ]
    if slips:
        slipped = (f"{each.what}s differ {each.how}" for each in slips)
        return Likeness("possible", (name.reason, *(found.reason for found in records), *slipped))
    named = _named(one) and _named(other)
    level = _level(name, named, records, one.kind == "organisation")
    if level is None:
        return _of_one_day(one, other, records)
    differ = f"the names differ {_both(one, other)}" if named and name.grade == UNLIKE else ""
    reasons = (name.reason, *(found.reason for found in records), differ)
    return Likeness(level, tuple(found for found in reasons if found))


def _of_one_day(one: Described, other: Described, records: list[_Record]) -> Likeness | None:
    """Return that two of one day of birth may be one where a word of their names is alike, and it is rare or a place agrees."""
    if one.kind != "person" or _BORN not in records:
        return None
    names, others = person_names(one), person_names(other)
    said = alike_beside_a_surname(names, others) or one_rare_surname(names, others)
    if not said and (loosely_alike(names, others) or (len(records) > 1 and share_a_word(names, others))):
        said = f"the names differ {_both(one, other)}"
    return Likeness("possible", (said, *(found.reason for found in records))) if said else None


def _born_apart(one: Described, other: Described) -> bool:
    """Whether birth months contradict each other."""
    born, there = birth_parts(one.birth)[:2], birth_parts(other.birth)[:2]
    return one.kind == "person" and any(part != its for part, its in zip(born, there, strict=False))


def _named(described: Described) -> bool:
    return bool(described.names or described.given or described.surname)


def _both(one: Described, other: Described) -> str:
    first, second = sorted((_shown(one), _shown(other)))
    return f"({first}, {second})"


def _shown(described: Described) -> str:
    name = described.names[0] if described.names else f"{described.given or ''} {described.surname or ''}"
    return " ".join(name[:_SHOWN].split())


_SHOWN = 80
"""Characters of a name that a reason shows."""


def _names(one: Described, other: Described) -> NameLikeness:
    if one.kind == "person":
        return compared_people(person_names(one), person_names(other))
    return compared_firms(firm_names(one), firm_names(other))


IDENTIFIER, BIRTH, STRONG, MIDDLE, WEAK = 6, 4, 3, 2, 1
"""What a record weighs: an identifier; a whole birth date; a house, a mailbox; a birth month, a street, a phone; the rest."""

# For a grade of likeness of names: the sums of weights that make it possible, likely and certain, and how much more is asked
# for the latter two of a name that very many bear. A household shares a house and a phone, so these alone make no more than
# `possible` of a given name that is not written the same.
_SUMS = {
    SAME: (0, 2, 6, 1),
    LIKE: (0, 2, 6, 1),
    SLIP: (0, 3, 6, 1),
    INITIAL: (0, 4, 7, 1),
    NEAR: (0, 5, 8, 1),
    FAR: (2, 5, 8, 1),
    PART: (2, 6, 10, 1),
    OTHER: (4, 9, 12, 0),
    APART: (4, 9, 12, 0),
}
_UNNAMED = (3, 9, 12, 0)


def _level(name: NameLikeness, named: bool, records: list[_Record], organisation: bool) -> Level | None:
    weight = sum(found.weight for found in records)
    if name.grade == UNLIKE and named:
        return _despite_names(records)
    if organisation and not named and any(found.weight == IDENTIFIER for found in records):
        # A list may give organisations by their numbers alone: that is what the number is for.
        return "likely"
    possible, likely, certain, more = _SUMS.get(name.grade, _UNNAMED)
    asked = more if name.frequent else 0
    if weight >= certain + asked:
        return "certain"
    if weight >= likely + asked:
        return "likely"
    return "possible" if weight >= possible else None


def _despite_names(records: list[_Record]) -> Level | None:
    """Return what records say against names that contradict each other: an identifier stays when an organisation is renamed."""
    weights = sorted((found.weight for found in records), reverse=True)
    if weights[:1] == [IDENTIFIER]:
        return "likely"
    born = weights[:1] == [BIRTH] and sum(weights) >= BIRTH + MIDDLE
    # Relatives share a mailbox, and hardly ever a month of birth.
    month = _MAILBOX in records and not {_IN_A_MONTH, _IN_THE_MONTH}.isdisjoint(records)
    return "possible" if born or month else None


def _identifiers(one: Described, other: Described) -> list[_Record]:
    same = sorted(identifiers(one) & identifiers(other))
    return [_Record(IDENTIFIER, f"same {called(same[0][0])}")] if same else []


_BORN = _Record(BIRTH, "same birth date")
_IN_A_MONTH = _Record(MIDDLE, "same birth month")
_IN_THE_MONTH = _Record(WEAK, "same birth month, another day")
_MAILBOX = _Record(STRONG, "same e-mail address")


def _births(one: Described, other: Described) -> list[_Record]:
    born, there = birth_parts(one.birth), birth_parts(other.birth)
    if one.kind != "person" or not born or not there:
        return []
    if len(born) == len(there) == 3:
        same = born == there
        return [_BORN if same else _IN_THE_MONTH]
    if min(len(born), len(there)) == 2:
        return [_IN_A_MONTH]
    return [_Record(WEAK, "same birth year")]


_PLACES = {
    HOUSE: _Record(STRONG, "same address"),
    SLIPPED: _Record(MIDDLE, "same address but for a letter or two"),
    STREET: _Record(MIDDLE, "same street"),
    CODE: _Record(WEAK, "same postal code"),
}


def _addresses(one: Described, other: Described, common: frozenset[str]) -> list[_Record]:
    best = 0
    for text in one.addresses[:MOST]:
        for there in other.addresses[:MOST]:
            first, second = read_address(text[:LONGEST]), read_address(there[:LONGEST])
            if place_of(first) not in common and place_of(second) not in common:
                best = max(best, shared(first, second))
    return [_PLACES[best]] if best else []


def _contacts(one: Described, other: Described, common: frozenset[str]) -> list[_Record]:
    """Return what agrees of mailboxes, domains and phones; a domain tells little of a person, who has colleagues there."""
    found = []
    if (mailboxes(one) & mailboxes(other)) - common:
        found.append(_MAILBOX)
    elif _near(mailboxes(one) - common, mailboxes(other) - common):
        # Neither is shown: what a register holds of addresses stands in no report.
        found.append(_Record(WEAK, "e-mail addresses differ in a letter or two"))
    elif same := sorted((domains(one) & domains(other)) - common):
        found.append(_Record(WEAK if one.kind == "person" else MIDDLE, f"same domain ({same[0]})"))
    if (phones(one) & phones(other)) - common:
        found.append(_Record(MIDDLE, "same phone"))
    return found


def _near(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether of two mailboxes one may be the other, mistyped in a letter or two."""
    return any(
        OSA.distance(one, other, score_cutoff=2) <= 2
        for one in ones
        for other in others
        # `a.holt` and `b.holt`, `holt1` and `holt2` are two people.
        if one[0] == other[0] and min(one.find("@"), other.find("@")) > 4 and _digits(one) == _digits(other)
    )


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
