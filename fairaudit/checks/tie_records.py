"""What is recorded about somebody's ties, before it is known whether they lead to a bidder.

Everything is looked up in tables made once for a case: thousands of people and parties are compared by what agrees, never
each with each.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fairaudit.analysis.names import person_name, words
from fairaudit.procurement.case import Case
from fairaudit.procurement.influence import Official, key_of
from fairaudit.procurement.node import Node
from fairaudit.procurement.parties import Party, Person, Relative, Tie

_KINDS = {
    "employment": "employment", "employee": "employment", "employed": "employment", "job": "employment",
    "secondment": "employment", "staff": "employment", "worker": "employment",
    "directorship": "directorship", "director": "directorship", "board": "directorship", "trustee": "directorship",
    "officer": "directorship", "partner": "ownership", "partnership": "ownership",
    "ownership": "ownership", "owner": "ownership", "shareholding": "ownership", "shareholder": "ownership",
    "shares": "ownership", "share": "ownership", "investment": "ownership",
    "family": "family", "relative": "family", "spouse": "family", "household": "family",
    "gift": "gift", "gifts": "gift", "hospitality": "gift", "sponsorship": "gift", "donation": "gift", "travel": "gift",
    "adviser": "advice", "advisor": "advice", "advice": "advice", "advisory": "advice", "consultancy": "advice",
    "consultant": "advice", "consulting": "advice",
}  # fmt: skip
_NO_TIE = frozenset({"pension", "membership", "member", "professional", "none", "nil"})
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Record(NamedTuple):
    """A tie as one record states it, before it is known whether its party has to do with a bidder."""

    kind: str
    party: str | None
    name: str | None
    at: Node[object]
    said: str = ""
    start: date | None = None
    end: date | None = None
    source: str = ""
    person: str | None = None


def day_in_words(day: date) -> str:
    """Return a day as a person would write it."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def kind_of_tie(text: str | None, default: str = "other") -> str | None:
    """Return the kind of a tie, `None` for what is none: pensions, membership of professional bodies."""
    named = words(text.replace("-", " ")) if text else ()
    if any(one in _NO_TIE for one in named):
        return None
    return next((_KINDS[one] for one in named if one in _KINDS), "other" if named else default)


def records_of(case: Case, key: str, person: Person | None) -> Iterator[Record]:
    """Yield what is recorded about somebody's ties: in their own record, in that of parties, in the events."""
    for tie in (person.employments if person else None) or ():
        yield from _of_tie(tie, "employment")
    for tie in (person.interests if person else None) or ():
        yield from _of_tie(tie, "other")
    yield from case.once(_held).get(key, ())


def _held(case: Case) -> dict[str, list[Record]]:
    """Return what parties and events record about people, by what they call them."""
    found: dict[str, list[Record]] = {}
    for party in case.parties:
        for index, one in enumerate(party.people or ()):
            at = Node((*party.path, "people", index), one)
            found.setdefault(one, []).append(Record("listed", party.id, party.name, at))
        for owner in party.owners or ():
            if owner.person is not None and owner.share != 0:
                found.setdefault(owner.person, []).append(Record("ownership", party.id, party.name, owner.node))
    for event in case.events:
        if event.person is not None and kind_of_tie(event.kind) == "gift":
            day = event.date.date if event.date else None
            said = _received(event.kind or "", day)
            found.setdefault(event.person, []).append(Record("gift", event.bidder, None, event.node, said, day, day))
    return found


def _of_tie(tie: Tie, default: str) -> Iterator[Record]:
    kind = kind_of_tie(tie.kind, default)
    if kind is not None:
        day = tie.end_date or tie.start_date
        said = _received(tie.kind or "", day) if kind == "gift" else ""
        start = day if kind == "gift" else tie.start_date
        end = day if kind == "gift" else tie.end_date
        yield Record(kind, tie.party, tie.name, tie.node, said, start, end, tie.source or "", tie.person)


def _received(kind: str, day: date | None) -> str:
    what = "hospitality" if "hospitality" in kind.casefold() else "a gift"
    return f"received {what}{f' on {day_in_words(day)}' if day else ''} from"


def relatives_of(case: Case, official: Official) -> Iterator[tuple[str | None, str | None, str, Node[object]]]:
    """Yield id, name, relation and place of everybody recorded as a relative, on either side."""
    person = official.person
    for one in (person.relatives if person else None) or ():
        yield one.person, one.name, one.relation or "family", one.node
    for tie in (person.interests if person else None) or ():
        if kind_of_tie(tie.kind) == "family" and tie.person and not (tie.party or tie.name):
            yield tie.person, None, tie.role or "family", tie.node
    for other, one in case.once(_claimed).get(official.key, ()):
        yield key_of(other), other.name, one.relation or "family", one.node


def _claimed(case: Case) -> dict[str, list[tuple[Person, Relative]]]:
    """Return whom other people record as their relative, by what they call them."""
    found: dict[str, list[tuple[Person, Relative]]] = {}
    for other in case.people:
        for one in other.relatives or ():
            if one.person:
                found.setdefault(one.person, []).append((other, one))
    return found


class Listed(NamedTuple):
    """A name among the people of a party, of which no record of its own is given."""

    party: Party
    at: Node[object]


def people_named(case: Case, name: str | None) -> list[Person]:
    """Return the people with the same name as somebody."""
    return case.once(_people_by_name).get(_compared(name), [])


def listed_named(case: Case, name: str | None) -> list[Listed]:
    """Return those among the people of parties who have the same name as somebody, and no record of their own."""
    return case.once(_listed_by_name).get(_compared(name), [])


def _people_by_name(case: Case) -> dict[tuple[str, ...], list[Person]]:
    found: dict[tuple[str, ...], list[Person]] = {}
    for one in case.people:
        if key := _compared(one.name):
            found.setdefault(key, []).append(one)
    return found


def _listed_by_name(case: Case) -> dict[tuple[str, ...], list[Listed]]:
    found: dict[tuple[str, ...], list[Listed]] = {}
    for party in case.parties:
        for index, one in enumerate(party.people or ()):
            if case.person(one) is None and (key := _compared(one)):
                found.setdefault(key, []).append(Listed(party, Node((*party.path, "people", index), one)))
    return found


def _compared(name: str | None) -> tuple[str, ...]:
    """Return what names of people are compared by; a single word is too little."""
    found = person_name(name) if name else ()
    return found if len(found) > 1 else ()
