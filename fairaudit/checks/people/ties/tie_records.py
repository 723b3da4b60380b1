"""What is recorded about somebody's ties, before it is known whether they lead to a bidder.

Everything is looked up in tables made once for a case: thousands of people and parties are compared by what agrees, never
each with each.
"""

from collections.abc import Iterator

from fairaudit.checks.people.ties.listed_people import parties
from fairaudit.checks.people.ties.one_tie import Record, of_tie, per_cent, received
from fairaudit.checks.people.ties.tie_kinds import kind_of_tie
from fairaudit.checks.people.ties.tie_wording import tie_words
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import Person, Tie
from fairaudit.procurement.persons.identity import key_of, several_people, spoken, whose


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
WITH_AN_END = _WORK | {"ownership", "listed"}


def _ended_elsewhere(case: Case, record: Record, every: list[Record]) -> Record | None:
    """Return the record by which a tie had ended that goes on by this one; `None` where no two contradict.

    Of two terms in one list the later is no contradiction, nor is a listing of who holds another post there, or a share.
    """
    if record.kind not in WITH_AN_END or record.end or record.ended or record.party is None or record.doubted:
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
            yield from of_tie(case, tie, "employment")
        for tie in (one.interests if one else None) or ():
            yield from of_tie(case, tie, "other")
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
    for party in parties(case):
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
                    size=per_cent(owner.share),
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
            said = received(event.kind or "", day)
            sure = key in (event.person, " ".join(spoken(event.person)))
            found.setdefault(key, []).append(Record("gift", event.bidder, None, event.node, said, day, day, sure=sure))
    return found


def records_declared(case: Case, tie: Tie) -> Iterator[Record]:
    """Yield a declared interest as a record of a tie."""
    yield from of_tie(case, tie, "other")
