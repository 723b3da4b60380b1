"""What ties somebody with influence to a bidder, from when to when, and by which record; and whether it was declared."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from fairaudit.analysis.names import any_same_organisation, mentions, organisation_name
from fairaudit.checks.base import Unassessed
from fairaudit.checks.tie_records import (
    Record,
    day_in_words,
    kind_of_tie,
    listed_named,
    people_named,
    records_of,
    relatives_of,
)
from fairaudit.procurement.case import Case
from fairaudit.procurement.influence import (
    Bidders,
    Official,
    bidders,
    key_of,
    lots_of_bidder,
    meets,
    officials,
    same_registration,
)
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.parties import Declaration, Party, Tie

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


class Ground(NamedTuple):
    """What every rule about ties stands on: who had influence, and who bids."""

    case: Case
    officials: tuple[Official, ...]
    bidders: Bidders

    def gaps(self, node: Node[object]) -> Iterator[Unassessed]:
        """Yield why nothing, or not everything, can be said about ties."""
        if not self.officials and not self.case.holds_all("people"):
            yield Unassessed(node, "nobody with influence on this procurement is named", ("people",))
        if self.bidders.missing:
            yield Unassessed(node, "who bids is not known", self.bidders.missing)


def ground_of(case: Case) -> Ground:
    """Return who had influence and who bids, worked out once for a case."""
    return case.once(_ground)


def _ground(case: Case) -> Ground:
    return Ground(case, officials(case), bidders(case))


def links_of(ground: Ground, official: Official) -> Iterator[Link]:
    """Yield every tie of an official to a bidder whose lots they have influence on, whatever its dates."""
    known, place = ground.case.once(_links_known), official.person.path if official.person else ()
    key = (official.key, place, official.roles, official.lots)
    if key not in known:
        known[key] = tuple(_links(ground, official))
    yield from known[key]


def _links_known(case: Case) -> dict[object, tuple[Link, ...]]:
    """Return where the ties found so far are kept: every rule about conflicts asks for those of everybody."""
    return {}


def _links(ground: Ground, official: Official) -> Iterator[Link]:
    for record in records_of(ground.case, official.key, official.person):
        yield from _linked(ground, official, record)
    yield from _through_relatives(ground, official)


def _linked(ground: Ground, official: Official, record: Record) -> Iterator[Link]:
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


def _parties_meant(ground: Ground, record: Record) -> Iterator[tuple[str, bool]]:
    """Yield the parties around bidders that a record means, and whether by id or by name only."""
    if record.party in ground.bidders.standings:
        yield record.party or "", True
        return
    own = ground.case.party(record.party)
    names = (*_names(own), record.name) if own else (record.name, record.party)
    cores = {organisation_name(one).core for one in names if one}
    by_core, order = ground.case.once(_standing_by_name)
    for key in sorted({key for core in cores for key in by_core.get(core, ())}, key=order.__getitem__):
        other = ground.case.party(key)
        if any_same_organisation(names, (*_names(other), key)) and not _other_registration(own, other):
            yield key, False


def _standing_by_name(case: Case) -> tuple[dict[tuple[str, ...], list[str]], dict[str, int]]:
    """Return the parties around bidders by the words of their names, and in which order they stand."""
    order = {key: place for place, key in enumerate(bidders(case).standings)}
    found: dict[tuple[str, ...], list[str]] = {}
    for key in order:
        for core in {organisation_name(one).core for one in (*_names(case.party(key)), key) if one}:
            found.setdefault(core, []).append(key)
    return found, order


def _names(party: Party | None) -> tuple[str | None, ...]:
    return (party.name, *(party.aliases or ())) if party else ()


def _other_registration(first: Party | None, second: Party | None) -> bool:
    """Whether two parties carry different numbers of the same register, and so are two."""
    if first is None or second is None or same_registration(first, second):
        return False
    schemes = {one.scheme for one in first.identifiers or () if one.scheme and one.id}
    return any(one.scheme in schemes and one.id for one in second.identifiers or ())


def _through_relatives(ground: Ground, official: Official) -> Iterator[Link]:
    for key, name, relation, at in relatives_of(ground.case, official):
        person = ground.case.person(key)
        shown = (person.name if person else None) or name or key or "a relative"
        for record in records_of(ground.case, key, person) if key else ():
            for link in _linked(ground, official, record) if record.kind in OF_RELATIVES else ():
                told = f"is related to {shown} ({relation}), who {link.words}"
                yield link._replace(kind="family", said=told, relative=key or "", at=at)
        for link in _by_relatives_name(ground, official, name) if not key else ():
            told = f"has a relative ({relation}) with the name of {shown}, who {link.words}"
            yield link._replace(kind="family", said=told, sure=False, at=at)


def _by_relatives_name(ground: Ground, official: Official, name: str | None) -> Iterator[Link]:
    for other in people_named(ground.case, name):
        if other is not official.person:
            for record in records_of(ground.case, key_of(other), other):
                yield from _linked(ground, official, record) if record.kind in OF_RELATIVES else ()
    for party, at in listed_named(ground.case, name):
        yield from _linked(ground, official, Record("listed", party.id, party.name, at))


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
    awarded = _decided(ground.case, link)
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


def _decided(case: Case, link: Link) -> date | None:
    """Return the day of the last decision about a lot that the bidder bids for; a cancelled award decided nothing."""
    lots = lots_of_bidder(case, link.bidder)
    days = [
        one.date.date
        for one in case.awards
        if one.date and one.status != "cancelled" and (lots is None or one.lot is None or one.lot in lots)
    ]
    return max(days, default=None)


def declarations_by(case: Case, official: Official) -> tuple[Declaration, ...]:
    """Return the declarations of an official, by id or by their name as it is written."""
    told = case.once(told_by_person)
    found = [one for key in official.keys for one in told.get(key, ())]
    return tuple(sorted(found, key=lambda one: one.path))


def told_by_person(case: Case) -> dict[str, list[Declaration]]:
    """Return the declarations of everybody, by what they call the person."""
    found: dict[str, list[Declaration]] = {}
    for one in case.declarations:
        if one.person is not None:
            found.setdefault(one.person, []).append(one)
    return found


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
