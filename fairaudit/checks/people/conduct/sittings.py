"""The meetings somebody sat in, and what their subjects say about the bids of a bidder."""

from collections.abc import Iterable, Iterator

from fairaudit.analysis.names import organisation_name
from fairaudit.analysis.sittings import (
    ABOUT,
    ALL,
    AWAY,
    UNCLEAR,
    UNNAMED,
    how_sat,
    judges_nothing,
    reads_what_was_judged,
)
from fairaudit.checks.people.conduct.acts import Act, bids_of, meetings_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Attendance
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.persons.faces import names_of
from fairaudit.procurement.persons.identity import spoken, whose

_WORDS = {
    ABOUT: "sat in on a meeting about",
    ALL: "sat in on a meeting about every bid, and so about",
    UNCLEAR: "sat in on a meeting that may have been about",
}
SAT_IN = tuple(_WORDS.values())
"""How a part in a meeting is told, in words that go before `its bid`."""


class Sittings(Frozen):
    """Meetings about some bids, and those of which it is not said what they were about."""

    sat: list[Act]
    perhaps: list[Attendance]


def sittings_about(
    case: Case, own: Declaration, met: list[Attendance], bidder: str, bids: Iterable[str], every: bool
) -> Sittings:
    """Return the meetings about some bids of a bidder, in which somebody sat, and those that may have been.

    `every`: those are all its bids, so that the bidder's name means them too. That a subject names a bid is no proof that this
    person was in the room for it; where it speaks of all bids that is a question.
    """
    names = tuple(bids) if not every else (*called(case, bidder), *bids)
    phrases = tuple(sorted({core for one in names if one and (core := organisation_name(one).core)}))
    sat, perhaps = [], []
    for meeting in met:
        how = _how(case, own, meeting, phrases)
        if how in (ABOUT, ALL, UNCLEAR):
            by_key = own.person in (meeting.people or ())
            key = (own.person or "") if by_key else ""
            sure = "likely" if how == ABOUT else "possible"
            sat.append(Act(key, meeting.node, _WORDS[how], meeting.date, confidence=sure))
        elif how == UNNAMED and not _about_others(case, meeting.subject, bids):
            perhaps.append(meeting)
    return Sittings(sat, perhaps)


def sat_about(case: Case, own: Declaration, bidder: str) -> list[Act]:
    """Return the meetings about a bidder or any of its bids in which somebody sat who declared something."""
    met = case.once(meetings_of).get(whose(case, own.person or ""), [])
    return sittings_about(case, own, met, bidder, sorted(case.once(bids_of).get(bidder, frozenset())), every=True).sat


def sat_about_alone(case: Case, own: Declaration, bidder: str) -> list[Act]:
    """Return the meetings about a bidder or its bids, and about nobody else's, that somebody sat in and is not said to have left.

    Whoever leaves for one of several bids is usually still listed as having been there.
    """
    bids = case.once(bids_of).get(bidder, frozenset())
    names = [one.id for one in case.bids if one.id and one.id not in bids]
    names += [name for key in bidders(case).ids if key != bidder for name in called(case, key)]
    others = tuple(sorted({core for one in names if (core := organisation_name(one).core)}))
    return [one for one in sat_about(case, own, bidder) if one.words == _WORDS[ABOUT] and not _names_any(one, others)]


def _names_any(act: Act, phrases: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the subject of a meeting names a bid or bidder called so, or speaks of every bid."""
    meeting = act.at.value
    subject = (meeting.subject if isinstance(meeting, Attendance) else None) or ""
    return how_sat(subject.replace("&", " and "), phrases, (), ()) != UNNAMED


def sat_on_a_report(act: Act) -> bool:
    """Whether somebody sat in only where a report on every bid was read, once they had been judged."""
    meeting = act.at.value
    subject = meeting.subject if isinstance(meeting, Attendance) else None
    return act.words == _WORDS[ALL] and bool(subject and reads_what_was_judged(subject))


def _how(case: Case, own: Declaration, meeting: Attendance, phrases: tuple[tuple[str, ...], ...]) -> str:
    if not meeting.subject:
        return UNNAMED
    if judges_nothing(meeting.subject):
        return AWAY
    person = whose(case, own.person or "")
    others = tuple(
        sorted({name for one in meeting.people or () if whose(case, one) != person and (name := _name(case, one))})
    )
    return how_sat(meeting.subject.replace("&", " and "), phrases, _name(case, person), others)


def _name(case: Case, key: str) -> tuple[str, ...]:
    person = case.person(key)
    return tuple(one for one in spoken(person.name if person else key) if len(one) > 1)


def _about_others(case: Case, subject: str | None, bids: Iterable[str]) -> bool:
    """Whether a subject names another bid or bidder, or a lot that these bids are not for."""
    if not subject:
        return False
    own, text = frozenset(bids), subject.replace("&", " and ")
    lots = {lot_of(case, one.lot) for one in case.bids if one.id in own}
    other = {f"lot {lot}" for one in case.bids if (lot := lot_of(case, one.lot)) is not None and lot not in lots}
    names = [one.id for one in case.bids if one.id and one.id not in own]
    names += [name for key in bidders(case).ids for name in called(case, key)]
    phrases = tuple(sorted({core for one in (*names, *other) if (core := organisation_name(one).core)}))
    return how_sat(text, phrases, (), ()) in (ABOUT, AWAY, UNCLEAR)


def called(case: Case, bidder: str) -> Iterator[str]:
    """Yield what a bidder is called in the subject of a meeting."""
    yield from names_of(case.party(bidder))
    yield bidder
