"""What is recorded about somebody's ties, before it is known whether they lead to a bidder.

Everything is looked up in tables made once for a case: thousands of people and parties are compared by what agrees, never
each with each.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.names import any_same_organisation, organisation_name, words
from fairaudit.checks.people.ties.share_sizes import size_in_words
from fairaudit.checks.people.ties.tie_kinds import kind_of_tie
from fairaudit.checks.people.ties.tie_texts import gone_in_words, in_its_words, no_kin, reading_of, taken_back
from fairaudit.checks.people.ties.tie_wording import tie_words
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import Money
from fairaudit.procurement.identity import key_of, several_parties, several_people, spoken, whose
from fairaudit.procurement.influence import Official
from fairaudit.procurement.node import Node
from fairaudit.procurement.parties import Owner, Party, Person, Relative, Tie

_HOSPITALITY = ("hospitality", "lunch", "dinner", "meal", "ticket")


class Record(Frozen):
    """A tie as one record states it, before it is known whether its party has to do with a bidder.

    `ended`: it is over, on whatever day; `offered`: it is still to come; not `sure`: only a name says whose it is; `size` is how
    much of the party somebody holds, empty where that is not known, and `share` that in per cent. `doubted`: its own words take
    it back; `against`: another record has it ended; `on` is the only day that is given, by a bare `date`: it held then, and from
    when to when is not said; `perhaps`: what a doubted tie was recorded as, and
    `unread`: only because its words are not plain, not because they say that it is over.
    """

    kind: str
    party: str | None
    name: str | None
    at: Node[object]
    said: str = ""
    start: date | None = None
    end: date | None = None
    source: str = ""
    person: str | None = None
    text: str = ""
    ended: bool = False
    offered: bool = False
    sure: bool = True
    size: str = ""
    share: Decimal | None = None
    doubted: bool = False
    against: Node[object] | None = None
    on: date | None = None
    perhaps: str = ""
    unread: bool = False

    @property
    def words(self) -> str:
        """The tie in words that go between a person's name and a party's."""
        return self.said or tie_words(self.kind, self.end, self.ended, self.size, self.on)

    @property
    def asks(self) -> bool:
        """Whether the tie is a question: another record has it ended, one day alone is given, or its words are not plain."""
        return self.against is not None or self.on is not None or self.unread


def records_of(case: Case, key: str, person: Person | None) -> Iterator[Record]:
    """Yield what is recorded about somebody's ties: in their own record, in that of parties, in the events.

    Of a key that stands for two people nothing is: whose tie it is, nobody can say. What another record has ended comes first:
    it says more than either.
    """
    found = [] if key in case.once(several_people) else list(_records_of(case, key, person))
    found = [one for one in found if one.on is None or not any(_spans(other, one) for other in found)]
    entered = case.once(_ended_in_registers).get(key, []) if case.matches else []
    if len(found) + len(entered) > 1:
        against = [_ended_elsewhere(case, one, [*found, *entered]) for one in found]
        found = [_against(one, other) for one, other in zip(found, against, strict=True)]
        found.sort(key=lambda one: one.against is None)
    yield from found


def _spans(whole: Record, record: Record) -> bool:
    """Whether a record tells from when to when a tie lasted of which another names but a day."""
    same = whole.kind == record.kind and (whole.party, whole.name) == (record.party, record.name)
    day = record.on
    if whole.on or not same or day is None or not (whole.start or whole.end):
        return False
    return (whole.start or day) <= day <= (whole.end or day)


def _against(record: Record, other: Record | None) -> Record:
    """Return a record with the words for another that has its tie ended, and where that stands."""
    if other is None:
        return record
    past, now = (tie_words(one.kind, one.end, one.ended, one.size, one.on) for one in (other, record))
    return record._replace(said=f"by one record {past}, and by another, which contradicts it, {now}", against=other.at)


_WORK = frozenset({"employment", "directorship", "advice"})
_WITH_AN_END = _WORK | {"ownership", "listed"}


def _ended_elsewhere(case: Case, record: Record, every: list[Record]) -> Record | None:
    """Return the record by which a tie had ended that goes on by this one; `None` where no two contradict.

    Of two terms in one list the later is no contradiction, nor is a listing of who holds another post there, or a share.
    """
    if record.kind not in _WITH_AN_END or record.end or record.ended or record.party is None or record.doubted:
        return None
    same = [one for one in every if one is not record and one.party == record.party and not one.doubted]
    goes_on = any(not one.end and not one.ended and one.kind in _WORK | {"ownership"} for one in same)
    if record.kind == "listed" and goes_on:
        return None
    return next((one for one in same if _is_over(case, one) and _one_tie(record, one)), None)


def _ended_in_registers(case: Case) -> dict[str, list[Record]]:
    """Return the posts and shares that registers have ended, by who surely held them, where no other entry has them go on."""
    found: dict[str, list[Record]] = {}
    going: set[tuple[str, str, str]] = set()
    for one in case.matches:
        for party in one.others if one.holds and one.who.corroborated and one.who.level != "possible" else ():
            if party.level != "possible":
                tie, at = one.tie, Node[object](one.path, None)
                going.update([] if tie.end else [(one.who.key, party.key, tie.kind)])
                said = Record(tie.kind, party.key, party.name, at, start=tie.start, end=tie.end)
                found.setdefault(one.who.key, []).append(said)
    return {
        key: [one for one in ones if one.end and (key, one.party, one.kind) not in going] for key, ones in found.items()
    }


def _is_over(case: Case, one: Record) -> bool:
    if one.end is None:
        return one.ended
    return not (one.start and one.start > one.end) and not (case.today and one.end > case.today)


def _one_tie(record: Record, ended: Record) -> bool:
    """Whether two records are about one term of one tie."""
    if ended.kind != record.kind and not (record.kind == "listed" and ended.kind in _WORK):
        return False
    if record.start and ended.end and record.start > ended.end:
        return False
    if record.at.path[:2] == ended.at.path[:2]:
        return record.start is not None and record.start == ended.start
    return not (record.start and ended.start) or record.start == ended.start


def _records_of(case: Case, key: str, person: Person | None) -> Iterator[Record]:
    for one in case.once(_recorded).get(key, (person,)):
        for tie in (one.employments if one else None) or ():
            yield from _of_tie(case, tie, "employment")
        for tie in (one.interests if one else None) or ():
            yield from _of_tie(case, tie, "other")
    yield from case.once(_held).get(key, ())
    yield from case.once(_received_by).get(whose(case, key), ())


def _recorded(case: Case) -> dict[str, list[Person]]:
    """Return the records of everybody by the one key of a person, which somebody without an id may share in name with others."""
    found: dict[str, list[Person]] = {}
    for one in case.people:
        found.setdefault(key_of(one), []).append(one)
    return found


def _held(case: Case) -> dict[str, list[Record]]:
    """Return what parties record about people, by what they call them; a name that is nobody's id is only a name."""
    found: dict[str, list[Record]] = {}
    for party in _parties(case):
        for index, one in enumerate(party.people or ()):
            at = Node((*party.path, "people", index), one)
            found.setdefault(one, []).append(Record("listed", party.id, party.name, at, sure=_is_key(case, one)))
        for owner in party.owners or ():
            if owner.person is not None and owner.share != 0:
                sure = _is_key(case, owner.person)
                held = Record(
                    "ownership",
                    party.id,
                    party.name,
                    owner.node,
                    start=owner.start_date,
                    end=owner.end_date,
                    sure=sure,
                    size=_per_cent(owner.share),
                    share=owner.share,
                )
                found.setdefault(owner.person, []).append(held)
    return found


def _is_key(case: Case, text: str) -> bool:
    """Whether what a record calls somebody is more than their name."""
    known = case.person(text) is not None
    return known or len(spoken(text)) < 2 or not all(one.isalpha() for one in spoken(text))


def _received_by(case: Case) -> dict[str, list[Record]]:
    """Return the gifts that events record, by who received them, be it written by id or by name."""
    found: dict[str, list[Record]] = {}
    for event in case.events:
        if event.person is not None and kind_of_tie(event.kind) == "gift":
            day = event.date.date if event.date else None
            key = whose(case, event.person)
            said = _received(event.kind or "", day)
            sure = key in (event.person, " ".join(spoken(event.person)))
            found.setdefault(key, []).append(Record("gift", event.bidder, None, event.node, said, day, day, sure=sure))
    return found


def records_declared(case: Case, tie: Tie) -> Iterator[Record]:
    """Yield a declared interest as a record of a tie."""
    yield from _of_tie(case, tie, "other")


def year_of(case: Case) -> int | None:
    """Return the year before which what words say of a tie is past: that of the tender, else of the audit."""
    published = case.tender.published
    day = published.date if published else case.today
    return day.year if day else None


def party_words(case: Case) -> frozenset[str]:
    """Return the words that the parties of a case are called by."""
    return case.once(_party_words)


def _party_words(case: Case) -> frozenset[str]:
    return frozenset(word for one in case.parties for word in words(one.name or ""))


def _of_tie(case: Case, tie: Tie, default: str) -> Iterator[Record]:
    kind, _, ended, offered, _ = reading_of(tie, default)
    if kind is not None and taken_back(tie, default, year_of(case), party_words(case)):
        start, end = (tie.start_date or tie.date, tie.end_date or tie.date)
        said = in_its_words(tie)
        yield Record(
            "other", tie.party, tie.name, tie.node, said, start, end, tie.source or "", tie.person, tie.text or "", doubted=True,
            perhaps=kind, unread=kind == "ownership" and not gone_in_words(tie, year_of(case)),
        )  # fmt: skip
    elif kind is not None:
        on = None if kind == "gift" or ended or offered else only_day(tie)
        day = tie.end_date or tie.start_date
        said = (
            _received(tie.kind or "", day, tie.value)
            if kind == "gift"
            else f"has or had {'a job offer' if kind == 'offer' else 'an offer'} from"
            if offered
            else _named(tie, ended, on)
            if kind == "other"
            else ""
        )
        start = day if kind == "gift" else tie.start_date
        end = day if kind == "gift" else tie.end_date
        yield Record(
            kind, tie.party, tie.name, tie.node, said, start, end, tie.source or "", tie.person, tie.text or "", ended,
            offered, size=_worth(tie) if kind == "ownership" else _debt(tie) if kind == "loan" else "", on=on,
        )  # fmt: skip


def only_day(tie: Tie) -> date | None:
    """Return the one day of which a tie is told, by a `date` without a beginning or an end."""
    return tie.date if tie.start_date is None and tie.end_date is None else None


def _named(tie: Tie, ended: bool, on: date | None = None) -> str:
    """Return an interest of no other kind that is worth something with what it is called, and its worth: a loan of £20,000."""
    worth = tie.value.in_words() if tie.value and tie.value.amount is not None else ""
    what = (tie.kind or "").replace("-", " ")
    if not worth or ended or tie.end_date or what == "other":
        return ""
    had = f"had, on {day_in_words(on)}, the only day that is given," if on else "has"
    return f"{had} an interest ({what}, {worth}) in"


def _per_cent(share: Decimal | None) -> str:
    return "" if share is None else f"{share.normalize():f} per cent of the shares"


def _worth(tie: Tie) -> str:
    return f"a share worth {tie.value.in_words()}" if tie.value and tie.value.amount is not None else size_in_words(tie)


def _debt(tie: Tie) -> str:
    what = (tie.kind or "loan").replace("-", " ").replace("_", " ")
    worth = f" ({tie.value.in_words()})" if tie.value and tie.value.amount is not None else ""
    return f"{'' if what.startswith(('a ', 'an ', 'the ')) or what.endswith('s') else 'a '}{what}{worth}"


def _received(kind: str, day: date | None, value: Money | None = None) -> str:
    what = "hospitality" if any(one in kind.casefold() for one in _HOSPITALITY) else "a gift"
    worth = f" ({value.in_words()})" if value and value.amount is not None else ""
    return f"received {what}{worth}{f' on {day_in_words(day)}' if day else ''} from"


def relatives_of(case: Case, official: Official) -> Iterator[tuple[str | None, str | None, str, Node[object]]]:
    """Yield id, name, relation and place of everybody recorded as a relative, on either side.

    A relation that is plainly denied is none. What others record is the official's relation to them, and told as that.
    """
    person = official.person
    for one in (person.relatives if person else None) or ():
        if not no_kin(one.relation):
            yield one.person, one.name, one.relation or "family", one.node
    for tie in (person.interests if person else None) or ():
        if kind_of_tie(tie.kind) == "family" and (tie.person or tie.name) and not tie.party:
            yield tie.person, tie.name, tie.role or "family", tie.node
    for other, one in case.once(_claimed).get(official.key, ()):
        yield key_of(other), other.name, f"as {one.relation}" if one.relation else "family", one.node


def _claimed(case: Case) -> dict[str, list[tuple[Person, Relative]]]:
    """Return whom other people record as their relative, by what they call them."""
    found: dict[str, list[tuple[Person, Relative]]] = {}
    for other in case.people:
        for one in other.relatives or ():
            if one.person and not no_kin(one.relation):
                found.setdefault(one.person, []).append((other, one))
    return found


class Listed(Frozen):
    """A name among the people or owners of a party, of which no record of its own is given."""

    party: Party
    at: Node[object]
    kind: str = "listed"
    said: str = ""
    start: date | None = None
    end: date | None = None
    size: str = ""


def listed_named(case: Case, name: str | None) -> list[Listed]:
    """Return those among the people, owners and contacts of parties who have somebody's name, and no record of their own."""
    return case.once(_listed_by_name).get(spoken(name), []) if spoken(name) else []


def _listed_by_name(case: Case) -> dict[tuple[str, ...], list[Listed]]:
    found: dict[tuple[str, ...], list[Listed]] = {}
    for party in _parties(case):
        for index, one in enumerate(party.people or ()):
            if case.person(one) is None and (key := spoken(one)):
                found.setdefault(key, []).append(Listed(party, Node((*party.path, "people", index), one)))
        for owner in party.owners or ():
            if case.person(owner.person) is None and (key := spoken(owner.name)):
                found.setdefault(key, []).extend(_as_owner(party, owner))
        contact = party.contact_point
        if contact and (key := spoken(contact.name)):
            found.setdefault(key, []).append(Listed(party, contact.node, said="is the contact of"))
    return found


def _as_owner(party: Party, owner: Owner) -> list[Listed]:
    size = "" if owner.share is None else f"{owner.share.normalize():f} per cent of the shares"
    listed = Listed(party, owner.node, "ownership", "", owner.start_date, owner.end_date, size)
    return [] if owner.share == 0 else [listed]


def owners_called(case: Case, name: str) -> Iterator[tuple[str, Listed]]:
    """Yield the owners of parties that have the name of a firm, written otherwise, and what they are called."""
    said = organisation_name(name)
    for owner, listed in case.once(_owners_by_core).get(said.core, ()):
        # One word without its form may be a first name or a place.
        telling = len(said.core) > 1 or (said.form and organisation_name(owner).form)
        if telling and spoken(owner) != spoken(name) and any_same_organisation((name,), (owner,)):
            yield owner, listed


def _owners_by_core(case: Case) -> dict[tuple[str, ...], list[tuple[str, Listed]]]:
    found: dict[tuple[str, ...], list[tuple[str, Listed]]] = {}
    for party in _parties(case):
        for owner in party.owners or ():
            if owner.name and case.person(owner.person) is None and (core := organisation_name(owner.name).core):
                found.setdefault(core, []).extend((owner.name, one) for one in _as_owner(party, owner))
    return found


def _parties(case: Case) -> Iterator[Party]:
    """Yield the parties of which it is known who is meant by their id."""
    several = case.once(several_parties)
    return (one for one in case.parties if one.id not in several)
