"""What ties somebody with influence to a bidder, from when to when, and by which record; `declared` says what was told of it."""

from collections.abc import Iterable, Iterator
from datetime import date

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.ties.strength import months_before
from fairaudit.checks.base import Unassessed
from fairaudit.checks.people.conduct.acts import acts_by_person, meetings_of
from fairaudit.checks.people.conduct.gone import left_before
from fairaudit.checks.people.spellings.party_names import parties_meant
from fairaudit.checks.people.ties.listed_people import Listed, listed_named, owners_called
from fairaudit.checks.people.ties.one_tie import Record
from fairaudit.checks.people.ties.relatives import relatives_of
from fairaudit.checks.people.ties.tie_records import records_of
from fairaudit.checks.people.ties.tie_texts import far_kin
from fairaudit.checks.people.ties.tie_wording import tie_words
from fairaudit.checks.people.ties.unread_rows import unread_ties
from fairaudit.frozen import Frozen
from fairaudit.procurement.beside import unread_beside
from fairaudit.procurement.bidders.bidding import Bidders, bidders
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Party, Person, Tie
from fairaudit.procurement.persons.identity import bearers_of, key_of, several_parties, several_people, spoken, whose
from fairaudit.procurement.persons.influence import Official, lots_of_bidder, meets, officials
from fairaudit.procurement.persons.roles import role_named

OF_RELATIVES = frozenset({"employment", "directorship", "ownership", "advice", "listed"})

_TO_COME = "which is still to come"
_PART_OVER = "after that part had ended"


class Link(Frozen):
    """A tie between somebody with influence and a bidder, or a party that stands behind it.

    Not `sure`: only names agree; not `placed`: whether the party has to do with the bidder is a question; `against`: another
    record by which the tie had ended; `on`: the only day that is given of it; `perhaps`: what it was recorded as, where its own
    words take it back.
    """

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
    ended: bool = False
    offered: bool = False
    placed: bool = True
    size: str = ""
    against: Node[object] | None = None
    on: date | None = None
    perhaps: str = ""

    @property
    def holds(self) -> bool:
        """Whether neither the party's part nor another record, nor a day that may be long past, makes the tie a question."""
        return self.placed and self.against is None and self.on is None

    @property
    def words(self) -> str:
        """The tie in words that go between a person's name and a party's."""
        return self.said or tie_words(self.kind, self.end, self.ended, self.size, self.on)

    @property
    def by_record(self) -> bool:
        """Whether more than names says who is tied to whom."""
        return self.sure and self.official.sure


class Ground(Frozen):
    """What every rule about ties stands on: who had influence, and who bids."""

    case: Case
    officials: tuple[Official, ...]
    bidders: Bidders

    def gaps(self, node: Node[object]) -> Iterator[Unassessed]:
        """Yield why nothing, or not everything, can be said about ties."""
        if not self.officials and not self.case.holds_all("people"):
            yield Unassessed(node, "nobody with influence on this procurement is named", ("completeness of people",))
        if self.bidders.missing:
            yield Unassessed(node, "who bids is not known", self.bidders.missing)
        yield from self.case.once(ids_of_two)
        yield from self.case.once(unread_ties)


def ids_of_two(case: Case) -> tuple[Unassessed, ...]:
    """Return the ids that stand for two different people or parties, through which nothing is concluded."""
    some: tuple[tuple[Person | Party, ...], ...] = (
        *case.once(several_people).values(),
        *case.once(several_parties).values(),
    )
    return tuple(_of_two(ones) for ones in some)


def _of_two(ones: tuple[Person | Party, ...]) -> Unassessed:
    first, *others = ones
    said = [f"{one.name or 'somebody without a name'}" for one in ones]
    if len(set(said)) < len(said):
        said = [f"{name} ({text_of(one.path)})" for name, one in zip(said, ones, strict=True)]
    reason = f"{first.id or first.name} stands for {' and for '.join(said)}, so whom a record by it means is not known"
    return Unassessed(first.node, reason, tuple(f"{text_of((*one.path, 'id'))} (one of its own)" for one in others))


def ground_of(case: Case) -> Ground:
    """Return who had influence and who bids, worked out once for a case."""
    return case.once(_ground)


def _ground(case: Case) -> Ground:
    # What somebody did who goes by the id of two people is neither's for certain.
    clear = (one for one in officials(case) if one.key not in case.once(several_people))
    return Ground(case, tuple(one for one in clear if left_before(case, one) is None), bidders(case))


def links_of(ground: Ground, official: Official) -> tuple[Link, ...]:
    """Return every tie of an official to a bidder whose lots they have influence on, whatever its dates."""
    known, place = ground.case.once(_links_known), official.person.path if official.person else ()
    key = (official.key, place, official.roles, official.lots)
    if key not in known:
        known[key] = tuple(_links(ground, official))
    return known[key]


def _links_known(case: Case) -> dict[object, tuple[Link, ...]]:
    """Return where the ties found so far are kept: every rule about conflicts asks for those of everybody."""
    return {}


def _links(ground: Ground, official: Official) -> Iterator[Link]:
    for record in records_of(ground.case, official.key, official.person):
        yield from _linked(ground, official, record)
        yield from _through_whom_it_names(ground, official, record)
    yield from _through_relatives(ground, official)


def links_recorded(ground: Ground, official: Official, records: Iterable[Record]) -> Iterator[Link]:
    """Yield some records of an official's ties once for every bidder that their party is, or stands behind."""
    for record in records:
        yield from _linked(ground, official, record)


def _linked(ground: Ground, official: Official, record: Record) -> Iterator[Link]:
    """Yield a recorded tie once for every bidder that its party is, or stands behind."""
    party = ground.case.party(record.party)
    for known, sure in parties_meant(ground.case, record.party, record.name, record.text):
        name = (party.name if party and sure else None) or ground.case.party_name(known)
        written = record.name or (record.party if party is None else party.name)
        if not sure and written and spoken(written) != spoken(name):
            name = f"“{written}”, which may be {name}"
        for standing in ground.bidders.standings[known] if known not in ground.bidders.of_buyer else ():
            if meets(ground.case, official, standing.bidder):
                yield Link(
                    official, standing.bidder, known, name, standing.words, record.kind, record.at,
                    sure and record.sure and not standing.named, record.said, record.start, record.end, record.source,
                    record.person or "", record.ended, record.offered, standing.sure, record.size, record.against,
                    record.on, record.perhaps,
                )  # fmt: skip


def links_through(ground: Ground, official: Official, key: str) -> Iterator[Link]:
    """Yield the ties that somebody else has to bidders, as ties of an official through them."""
    person = ground.case.person(key)
    for record in records_of(ground.case, key, person):
        yield from _linked(ground, official, record) if record.kind in OF_RELATIVES or record.unread else ()


def _through_relatives(ground: Ground, official: Official) -> Iterator[Link]:
    for key, name, relation, at in relatives_of(ground.case, official):
        person, far = ground.case.person(key), far_kin(relation)
        shown = (person.name if person else None) or name or key or "a relative"
        for link in links_through(ground, official, key) if key else ():
            told = f"is related to {shown} ({relation}), who {link.words}"
            told = f"has {shown} ({relation}) entered as a relative, who {link.words}" if far else told
            # Who is a relative no more, or a remote one, is a question.
            kind = "other" if far or link.perhaps else "family"
            yield link._replace(kind=kind, said=told, relative=key or "", at=at)
        # A name in place of an id is still only a name.
        for link in _by_relatives_name(ground, official, name or key) if not key or person is None else ():
            told = f"has a relative ({relation}) with the name of {shown}, who {link.words}"
            kind = "other" if far or link.perhaps else "family"
            yield link._replace(kind=kind, said=told, sure=False, relative=key or "", at=at)


def _by_relatives_name(ground: Ground, official: Official, name: str | None) -> Iterator[Link]:
    for other in bearers_of(ground.case, name) if spoken(name) else ():
        if other is not official.person:
            for record in records_of(ground.case, key_of(other), other):
                yield from _linked(ground, official, record) if record.kind in OF_RELATIVES or record.unread else ()
    for one in listed_named(ground.case, name):
        yield from _as_listed(ground, official, one)


def _as_listed(ground: Ground, official: Official, listed: Listed) -> Iterator[Link]:
    party, at, kind, said, start, end, size = listed
    yield from _linked(ground, official, Record(kind, party.id, party.name, at, said, start, end, size=size))


def _through_whom_it_names(ground: Ground, official: Official, record: Record) -> Iterator[Link]:
    """Yield a tie to somebody of a bidder, without a party of its own, once for every bidder they belong to.

    What such a tie comes to is a question; a gift is from the bidder where who runs or owns it gave it.
    """
    if record.party or record.kind == "family" or not (record.person or record.name):
        return
    key = record.person or record.name or ""
    person = ground.case.person(key)
    if person is not None:
        yield from (_told_through(one, record, person.name or key, key) for one in links_through(ground, official, key))
    elif not any(parties_meant(ground.case, None, record.name, "")):
        for one in _by_relatives_name(ground, official, key):
            yield _told_through(one, record, f"somebody with the name of {key}", key)._replace(sure=False)
        for owner, listed in owners_called(ground.case, key):
            for one in _as_listed(ground, official, listed):
                yield _told_through(one, record, f"“{key}”, which may be {owner}", key)._replace(sure=False)


def _told_through(link: Link, record: Record, shown: str, key: str) -> Link:
    """Return the tie of somebody to a bidder as that of an official who has a tie to them; it lasted while both did."""
    gift = record.kind == "gift"
    kind = record.at.value.kind if isinstance(record.at.value, Tie) else None
    kind = kind or (record.kind if record.kind != "other" else "of a kind that is not given")
    told = record.said if gift else f"is recorded with a tie ({kind}) to"
    ends = [one for one in (record.end, None if gift else link.end) if one]
    starts = [one for one in (record.start, None if gift else link.start) if one]
    runs = link.kind in ("directorship", "ownership") and not (link.end or link.ended)
    return link._replace(
        kind="gift" if gift else "other", said=f"{told} {shown}, who {link.words}", at=record.at, relative=key,
        start=max(starts, default=None), end=min(ends, default=None), source=record.source, offered=record.offered,
        ended=record.ended or (link.ended and not gift), placed=link.placed and (runs or not gift),
        on=link.on or record.on,
    )  # fmt: skip


def unclear_share(link: Link) -> str:
    """Return why it cannot be said that somebody holds a share whose own words may take it back."""
    return f"{link.official.name} {link.words} {link.party_name}, and whether a share is held is not plain from that"


def reference_day(ground: Ground, official: Official) -> date | None:
    """Return the day ties are counted back from: the first of publication, of their role, of their access to bids."""
    person, published = official.person, ground.case.tender.published
    days = [published.date if published else None, person.first_access.date if person and person.first_access else None]
    days += [one.start_date for one in (person.roles if person else None) or ()]
    return min((one for one in days if one), default=None)


def lapsed(ground: Ground, official: Official | None, tie: Tie, months: int) -> bool:
    """Whether a declared tie ended more than some months before the procurement."""
    first = reference_day(ground, official) if official else None
    return tie.end_date is not None and first is not None and tie.end_date < months_before(first, months)


def in_time(ground: Ground, link: Link, months: int) -> bool | Unassessed:
    """Whether a tie lasted into the procurement, or ended at most so many months before; wrong dates tell neither."""
    if link.start and link.end and link.start > link.end:
        reason = (
            f"{link.official.name} {link.words} {link.party_name}, a tie that ends before it begins; one date is wrong"
        )
        return Unassessed(link.at, reason, (f"{text_of((*link.at.path, 'end_date'))} (the right one)",))
    if _too_late(ground, link):
        return False
    if link.kind == "gift" and link.end is None:
        name = text_of((*link.at.path, "date" if link.at.path[0] == "events" else "end_date"))
        return Unassessed(link.at, f"the day on which {link.official.name} received it is not given", (name,))
    if link.end is None and link.ended:
        reason = f"{link.official.name} {link.words} {link.party_name}"
        return Unassessed(link.at, reason, (text_of((*link.at.path, "end_date")),))
    if link.end is None and (beside := unread_beside(ground.case, link.at.path)) is not None:
        reason = f"{link.official.name} {link.words} {link.party_name}, by a row in which a value was not understood"
        unread = beside.path[-1] if beside.path[-1:] == ("start_date",) else "end_date"
        return Unassessed(link.at, f"{reason}: {beside.reason}", (text_of((*link.at.path, unread)),))
    if link.end is None:
        return True
    first = reference_day(ground, link.official)
    if first is None:
        reason = f"{link.official.name} {link.words} {link.party_name}, and it is not known how long before the tender"
        return Unassessed(link.at, reason, ("tender.published",))
    return link.end >= months_before(first, months)


def _too_late(ground: Ground, link: Link) -> str | None:
    """Return after what a tie began that can have had no influence any more; what is offered may have been offered before."""
    if link.start is None or link.offered or (link.end and link.start > link.end):
        return None
    return next((words for day, words in _ends_of_influence(ground.case, link) if link.start > day), None)


def _ends_of_influence(case: Case, link: Link) -> Iterator[tuple[date, str]]:
    """Yield the days on which influence on the bidder's fate ended, as far as they are known; the audit looks no further."""
    if awarded := _decided(case, link):
        yield awarded, "after the award"
    person = link.official.person
    parts = [one.end_date for one in (person.roles or ()) if role_named(one.role or "")] if person else []
    ends = [one for one in parts if one is not None]
    if ends and len(ends) == len(parts):
        yield max(ends), _PART_OVER
    if set(link.official.roles) == {"evaluator"} and (last := _last_act(case, link.official)):
        yield last, "after the last act recorded of that part"
    if case.today:
        yield case.today, _TO_COME


def _last_act(case: Case, official: Official) -> date | None:
    """Return the day of the last thing that is recorded of an evaluator's part; `None` where the day of any is not given."""
    key, evaluation = whose(case, official.key), case.evaluation
    acts = [one.when for one in case.once(acts_by_person).get(key, ())]
    acts += [one.date for one in case.once(meetings_of).get(key, ())]
    if acts and key in {whose(case, one) for one in evaluation.panel or ()}:
        acts += [one.at for one in evaluation.consensus or ()]
    days = [one.date for one in acts if one is not None]
    return max(days) if days and len(days) == len(acts) else None


def soon_after(ground: Ground, link: Link, months: int) -> Link | None:
    """Return a tie that began at most some months after influence had ended, or is still to come, in words that say so.

    `None` for every other.
    """
    if link.start is None or (after := _too_late(ground, link)) is None:
        return None
    over = next(day for day, words in _ends_of_influence(ground.case, link) if words == after)
    # What is still to come may have been agreed before, and a day years ahead may be a slip.
    after = _TO_COME if ground.case.today and link.start > ground.case.today else after
    if after != _TO_COME and months_before(link.start, months) > over:
        return None
    return begun(link, link.start, after)


def after_a_part(ground: Ground, link: Link) -> Link | None:
    """Return a tie that began when somebody's own part had ended and nothing was awarded, in words that say so."""
    if link.start is None or _too_late(ground, link) != _PART_OVER:
        return None
    return begun(link, link.start, _PART_OVER)


def begun(link: Link, start: date, after: str) -> Link:
    """Return a tie in words that say from when it was, and after what that is."""
    told = link.said or f"from {day_in_words(start)}, {after}, {tie_words(link.kind, None, size=link.size)}"
    return link._replace(said=told)


def _decided(case: Case, link: Link) -> date | None:
    """Return the day of the last decision about a lot that the bidder bids for; a cancelled award decided nothing."""
    lots = lots_of_bidder(case, link.bidder)
    days = [
        one.date.date
        for one in case.awards
        if one.date and one.status != "cancelled" and (lots is None or one.lot is None or one.lot in lots)
    ]
    return max(days, default=None)
