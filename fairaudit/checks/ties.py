"""What ties somebody with influence to a bidder, from when to when, and by which record; and whether it was declared."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fairaudit.analysis.names import any_same_organisation, mentions, same_person_name, words
from fairaudit.checks.base import Unassessed
from fairaudit.procurement.case import Case
from fairaudit.procurement.influence import Bidders, Official, bidders, key_of, meets, officials, same_registration
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.parties import Declaration, Party, Person, Tie

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
OF_RELATIVES = frozenset({"employment", "directorship", "ownership", "advice", "listed"})

_NOW = {
    "employment": "is employed by", "directorship": "is a director of", "ownership": "holds a share in",
    "advice": "advises", "listed": "is listed among the people of", "family": "has family at",
    "other": "has an interest in",
}  # fmt: skip
_PAST = {
    "employment": "was employed until {} by", "directorship": "was a director until {} of",
    "ownership": "held a share until {} in", "advice": "until {} advised", "listed": "was until {} listed with",
    "family": "had family until {} at", "other": "had an interest until {} in",
}  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Link(NamedTuple):
    """A tie between somebody with influence and a bidder, or a party that stands behind it."""

    official: Official
    bidder: str
    party: str
    party_name: str
    standing: str
    kind: str
    at: Node[object]
    sure: bool = True
    said: str = ""
    start: date | None = None
    end: date | None = None
    source: str = ""
    relative: str = ""

    @property
    def words(self) -> str:
        """The tie in words that go between a person's name and a party's."""
        if self.said:
            return self.said
        return _PAST[self.kind].format(day_in_words(self.end)) if self.end else _NOW[self.kind]


class _Record(NamedTuple):
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


class Ground(NamedTuple):
    """What every rule about ties stands on: who had influence, and who bids."""

    case: Case
    officials: tuple[Official, ...]
    bidders: Bidders

    def gaps(self, node: Node[object]) -> Iterator[Unassessed]:
        """Yield why nothing, or not everything, can be said about ties."""
        if not self.officials and not (self.case.people and self.case.holds_all("people")):
            yield Unassessed(node, "nobody with influence on this procurement is named", ("people",))
        if self.bidders.missing:
            yield Unassessed(node, "who bids is not known", self.bidders.missing)


def ground_of(case: Case) -> Ground:
    """Return who had influence and who bids, worked out once for a case."""
    return case.once(_ground)


def _ground(case: Case) -> Ground:
    return Ground(case, officials(case), bidders(case))


def day_in_words(day: date) -> str:
    """Return a day as a person would write it."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def kind_of_tie(text: str | None, default: str = "other") -> str | None:
    """Return the kind of a tie, `None` for what is none: pensions, membership of professional bodies."""
    named = words(text.replace("-", " ")) if text else ()
    if any(one in _NO_TIE for one in named):
        return None
    return next((_KINDS[one] for one in named if one in _KINDS), "other" if named else default)


def links_of(ground: Ground, official: Official) -> Iterator[Link]:
    """Yield every tie of an official to a bidder whose lots they have influence on, whatever its dates."""
    for record in _records(ground.case, official.key, official.person):
        yield from _linked(ground, official, record)
    yield from _through_relatives(ground, official)


def _records(case: Case, key: str, person: Person | None) -> Iterator[_Record]:
    """Yield what is recorded about somebody's ties: in their own record, in that of parties, in the events."""
    for tie in (person.employments if person else None) or ():
        yield from _of_tie(tie, "employment")
    for tie in (person.interests if person else None) or ():
        yield from _of_tie(tie, "other")
    for party in case.parties:
        for index, one in enumerate(party.people or ()):
            if one == key:
                yield _Record("listed", party.id, party.name, Node((*party.path, "people", index), one))
        for owner in party.owners or ():
            if owner.person == key and owner.share != 0:
                yield _Record("ownership", party.id, party.name, owner.node)
    for event in case.events:
        if event.person == key and kind_of_tie(event.kind) == "gift":
            day = event.date.date if event.date else None
            yield _Record("gift", event.bidder, None, event.node, _received(event.kind or "", day), day, day)


def _of_tie(tie: Tie, default: str) -> Iterator[_Record]:
    kind = kind_of_tie(tie.kind, default)
    if kind is not None:
        day = tie.end_date or tie.start_date
        said = _received(tie.kind or "", day) if kind == "gift" else ""
        start = day if kind == "gift" else tie.start_date
        end = day if kind == "gift" else tie.end_date
        yield _Record(kind, tie.party, tie.name, tie.node, said, start, end, tie.source or "", tie.person)


def _received(kind: str, day: date | None) -> str:
    what = "hospitality" if "hospitality" in kind.casefold() else "a gift"
    return f"received {what}{f' on {day_in_words(day)}' if day else ''} from"


def _linked(ground: Ground, official: Official, record: _Record) -> Iterator[Link]:
    """Yield a recorded tie once for every bidder that its party is, or stands behind."""
    party = ground.case.party(record.party)
    for known, sure in _parties_meant(ground, record):
        for standing in ground.bidders.standings[known]:
            if meets(ground.case, official, standing.bidder):
                yield Link(
                    official, standing.bidder, known, (party.name if party else None) or ground.case.party_name(known),
                    standing.words, record.kind, record.at, sure, record.said, record.start, record.end, record.source,
                    record.person or "",
                )  # fmt: skip


def _parties_meant(ground: Ground, record: _Record) -> Iterator[tuple[str, bool]]:
    """Yield the parties around bidders that a record means, and whether by id or by name only."""
    if record.party in ground.bidders.standings:
        yield record.party or "", True
        return
    own = ground.case.party(record.party)
    names = (*_names(own), record.name) if own else (record.name, record.party)
    for key in ground.bidders.standings:
        other = ground.case.party(key)
        if any_same_organisation(names, (*_names(other), key)) and not _other_registration(own, other):
            yield key, False


def _names(party: Party | None) -> tuple[str | None, ...]:
    return (party.name, *(party.aliases or ())) if party else ()


def _other_registration(first: Party | None, second: Party | None) -> bool:
    """Whether two parties carry different numbers of the same register, and so are two."""
    if first is None or second is None or same_registration(first, second):
        return False
    schemes = {one.scheme for one in first.identifiers or () if one.scheme and one.id}
    return any(one.scheme in schemes and one.id for one in second.identifiers or ())


def _through_relatives(ground: Ground, official: Official) -> Iterator[Link]:
    for key, name, relation, at in _relatives(ground.case, official):
        person = ground.case.person(key)
        shown = (person.name if person else None) or name or key or "a relative"
        for record in _records(ground.case, key, person) if key else ():
            for link in _linked(ground, official, record) if record.kind in OF_RELATIVES else ():
                told = f"is related to {shown} ({relation}), who {link.words}"
                yield link._replace(kind="family", said=told, relative=key or "", at=at)
        for link in _by_relatives_name(ground, official, name) if not key else ():
            told = f"has a relative ({relation}) with the name of {shown}, who {link.words}"
            yield link._replace(kind="family", said=told, sure=False, at=at)


def _relatives(case: Case, official: Official) -> Iterator[tuple[str | None, str | None, str, Node[object]]]:
    """Yield id, name, relation and place of everybody recorded as a relative, on either side."""
    person = official.person
    for one in (person.relatives if person else None) or ():
        yield one.person, one.name, one.relation or "family", one.node
    for tie in (person.interests if person else None) or ():
        if kind_of_tie(tie.kind) == "family" and tie.person and not (tie.party or tie.name):
            yield tie.person, None, tie.role or "family", tie.node
    for other in case.people:
        for one in other.relatives or ():
            if one.person and one.person == official.key:
                yield key_of(other), other.name, one.relation or "family", one.node


def _by_relatives_name(ground: Ground, official: Official, name: str | None) -> Iterator[Link]:
    for other in ground.case.people:
        if other is not official.person and same_person_name(other.name, name):
            for record in _records(ground.case, key_of(other), other):
                yield from _linked(ground, official, record) if record.kind in OF_RELATIVES else ()
    for party in ground.case.parties:
        for index, one in enumerate(party.people or ()):
            if ground.case.person(one) is None and same_person_name(one, name):
                at = Node((*party.path, "people", index), one)
                yield from _linked(ground, official, _Record("listed", party.id, party.name, at))


def reference_day(ground: Ground, official: Official) -> date | None:
    """Return the day ties are counted back from: the first of publication, of their role, of their access to bids."""
    person, published = official.person, ground.case.tender.published
    days = [published.date if published else None, person.first_access.date if person and person.first_access else None]
    days += [one.start_date for one in (person.roles if person else None) or ()]
    return min((one for one in days if one), default=None)


def months_before(day: date, months: int) -> date:
    """Return the day some months earlier, the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    return day


def lapsed(ground: Ground, official: Official | None, tie: Tie, months: int) -> bool:
    """Whether a declared tie ended more than some months before the procurement."""
    first = reference_day(ground, official) if official else None
    return tie.end_date is not None and first is not None and tie.end_date < months_before(first, months)


def in_time(ground: Ground, link: Link, months: int) -> bool | Unassessed:
    """Whether a tie lasted into the procurement, or ended at most so many months before it."""
    awarded = max((one.date.date for one in ground.case.awards if one.date), default=None)
    if link.start and awarded and link.start > awarded:
        return False
    if link.kind == "gift" and link.end is None:
        fields = tuple(
            text_of((*link.at.path, one)) for one in ("date" if link.at.path[0] == "events" else "end_date",)
        )
        return Unassessed(link.at, f"the day on which {link.official.name} received it is not given", fields)
    if link.end is None:
        return True
    first = reference_day(ground, link.official)
    if first is None:
        reason = f"{link.official.name} {link.words} {link.party_name}, and it is not known how long before the tender"
        return Unassessed(link.at, reason, ("tender.published",))
    return link.end >= months_before(first, months)


def declarations_by(case: Case, official: Official) -> tuple[Declaration, ...]:
    """Return the declarations of an official, by id or by their name as it is written."""
    return tuple(one for one in case.declarations if one.person in official.keys)


def undeclared(ground: Ground, link: Link) -> bool | Unassessed:
    """Whether a tie is in no declaration of that person; silence counts only where the record could have spoken."""
    own = declarations_by(ground.case, link.official)
    if re.match("declar", link.source.casefold()) or any(_tells(ground.case, one, link) for one in own):
        return False
    for one in own:
        if one.interests is None:
            return _unsure(one, f"what {link.official.name} declared is not given", "interests")
        for tie in one.interests:
            if not (tie.party or tie.name or tie.text or tie.person) and kind_of_tie(tie.kind) is not None:
                reason = f"{link.official.name} declared an interest without saying in whom"
                return Unassessed(tie.node, reason, (text_of((*tie.path, "party")),))
    if ground.case.holds_all("declarations") or any(_could_tell(ground.case, one, link) for one in own):
        return True
    unsaid = next((one for one in own if one.covers is None and not _earlier(one, link)), None)
    if unsaid is not None:
        return _unsure(unsaid, f"whom the declaration of {link.official.name} covers is not given", "covers")
    told = f"{link.official.name} {link.words} {link.party_name}, {link.standing}"
    return Unassessed(link.at, f"completeness of declarations: {told}", ("declarations",))


def _unsure(declaration: Declaration, reason: str, name: str) -> Unassessed:
    return Unassessed(declaration.node, reason, (text_of((*declaration.path, name)),))


def _earlier(declaration: Declaration, link: Link) -> bool:
    """Whether a declaration was made before the tie began, and so could not name it."""
    return bool(declaration.date and link.start and declaration.date.date < link.start)


def _could_tell(case: Case, declaration: Declaration, link: Link) -> bool:
    return not _earlier(declaration, link) and names_party(case, declaration.covers or (), link.bidder)


def names_party(case: Case, listed: tuple[str, ...], key: str) -> bool:
    """Whether a list such as `covers` holds a party, by id or by name, or says `all`."""
    party = case.party(key)
    return "all" in listed or key in listed or any_same_organisation(listed, _names(party))


def _tells(case: Case, declaration: Declaration, link: Link) -> bool:
    """Whether a declaration names the party of a tie, or the relative it runs through, or the person stepped aside."""
    if declaration.recused_from and names_party(case, declaration.recused_from, link.bidder):
        return True
    interests = declaration.interests or ()
    if link.relative and any(tie.person == link.relative for tie in interests):
        return True
    return any(interest_in(case, tie, (link.party, link.bidder)) for tie in interests)


def interest_in(case: Case, tie: Tie, keys: tuple[str, ...]) -> bool:
    """Whether a declared interest names one of some parties: by id, by name, or in its text."""
    for key in keys:
        names = _names(case.party(key))
        if tie.party == key or any_same_organisation((tie.party, tie.name), (*names, key)):
            return True
        if any(mentions(tie.text, one) for one in names):
            return True
    return False
