"""Recorded jobs, shares and advice that tie somebody to a bidder and were not handled."""

from collections.abc import Iterator
from datetime import date

from fairaudit.analysis.measures import in_unread_words, sets_apart
from fairaudit.checks.base import Unassessed
from fairaudit.checks.people.conduct.acts import acts_by_person, bids_of
from fairaudit.checks.people.conduct.aside import aside_from
from fairaudit.checks.people.declarations.declared import declarations_by, interest_in
from fairaudit.checks.people.declarations.given import official_called
from fairaudit.checks.people.ties.to_bidders import Ground, Link, after_a_part, begun, ground_of, in_time, links_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.persons.identity import whose
from fairaudit.procurement.persons.influence import Official
from fairaudit.procurement.wanted import in_list

_JUDGES_ALONE = frozenset({"evaluator"})
"""Of whom the records of the evaluation show all that they did."""
CLOSE = frozenset({"employment", "directorship", "ownership", "advice", "listed"})


def close_links(
    ground: Ground, official: Official, seen: set[tuple[str, str]]
) -> Iterator[tuple[Link, Unassessed | None]]:
    """Yield the recorded jobs and shares that still hold and were not handled, or why that cannot be said of one."""
    for link in links_of(ground, official):
        if link.kind in CLOSE and link.sure and (link.bidder, link.party) not in seen:
            yield from ((link, gap) for gap in standing_open(ground, official, link))


def while_bids_were_made(
    ground: Ground, official: Official, seen: set[tuple[str, str]]
) -> Iterator[tuple[Link, Unassessed | None]]:
    """Yield the recorded jobs and shares that began when somebody's own part was over and bids could still be made.

    What they know of the tender goes with them; or why it cannot be said that it was so.
    """
    for link in links_of(ground, official):
        if link.kind not in CLOSE or not link.sure or (link.bidder, link.party) in seen:
            continue
        later, done = after_a_part(ground, link), handled(ground, official, link.bidder)
        if later is not None and link.start is not None and done is not True:
            closed = _bids_closed(ground.case, link.bidder)
            if closed is None:
                reason = f"whether {official.name} went to {link.party_name} before bids were in is not known"
                yield later, Unassessed(link.at, reason, ("tender.tender_period.end_date",), seen=True)
            elif link.start <= closed and not _over_before(ground.case, link):
                yield later, done if isinstance(done, Unassessed) else None


def once_bids_closed(case: Case, link: Link) -> Link | None:
    """Return a tie that began when no bid could be made any more, in words that say so; `None` for every other.

    It shaped no bid; whether it was promised for one, a person has to ask.
    """
    closed = _bids_closed(case, link.bidder)
    if link.start is None or closed is None or link.start <= closed:
        return None
    return begun(link, link.start, "after bids closed")


def _bids_closed(case: Case, bidder: str) -> date | None:
    """Return the day until which bids could be made; where it is not given, that on which the last of a bidder's came."""
    period = case.tender.tender_period
    if period and period.end_date:
        return period.end_date.date
    came = [one.received for one in case.bids if one.bidder == bidder]
    days = [one.date for one in came if one]
    return max(days) if days and len(days) == len(came) else None


def _over_before(case: Case, link: Link) -> bool:
    """Whether a tie had ended when the tender was published, so that no bid was made while it lasted."""
    published = case.tender.published
    return bool(link.end and published and link.end < published.date)


def standing_open(ground: Ground, official: Official, link: Link) -> Iterator[Unassessed | None]:
    """Yield once, for a tie that still holds and was not handled, `None` or why that cannot be said."""
    timely, done = in_time(ground, link, 0), handled(ground, official, link.bidder)
    if timely is not False and done is not True:
        yield next((one for one in (timely, done) if isinstance(one, Unassessed)), None)


def confidence_of(link: Link, role: str) -> str | None:
    """Return the confidence of a tie of somebody with a role: a question where only a name gives them the role."""
    return None if link.holds and role not in link.official.by_name else "possible"


def employer_unknown(case: Case, official: Official) -> Iterator[Unassessed]:
    """Yield that it is not known whom somebody works for, where no record says it."""
    person = official.person
    if person is None or person.employments is None:
        absent = in_list(case, "people", official.key)
        field = absent if person is None else text_of((*person.path, "employments"))
        yield Unassessed(official.at, f"whom {official.name} works for is not given", (field,))


def handled(ground: Ground, official: Official, bidder: str) -> bool | Unassessed:
    """Whether somebody stepped aside from a bidder, or declared the interest and followed what was agreed about it."""
    case = ground.case
    keys = case.once(_parties_of).get(bidder, ())
    for one in declarations_by(case, official):
        if one.recused_from and aside_from(case, one.recused_from, bidder):
            return True
        measures = one.mitigation
        if measures and measures.followed and any(interest_in(case, tie, keys) for tie in one.interests or ()):
            if sets_apart(measures.actions) or apart_by_the_records(case, one, bidder):
                return True
            reason = f"which measures {official.name} followed is not given"
            if measures.actions:
                reason = f"how “{measures.actions}” keeps {official.name} from {case.party_name(bidder)} is not said"
            return Unassessed(one.node, reason, (text_of((*measures.path, "actions")),))
    return False


def apart_by_the_records(case: Case, own: Declaration, bidder: str) -> bool:
    """Whether a measure in words that are not read was followed, and the records show no part of theirs in what it is about."""
    measures = own.mitigation
    if measures is None or not measures.followed or not in_unread_words(measures.actions):
        return False
    if case.evaluation.individual is None:
        return False
    bids = case.once(bids_of).get(bidder, frozenset())
    acts = case.once(acts_by_person).get(whose(case, own.person or ""), ())
    official = official_called(case, own.person)
    judges = official is None or set(official.roles) <= _JUDGES_ALONE
    return judges and not any(one.bid in bids for one in acts)


def _parties_of(case: Case) -> dict[str, tuple[str, ...]]:
    """Return the parties that are a bidder or stand behind it, by the bidder."""
    found: dict[str, list[str]] = {}
    for key, standings in ground_of(case).bidders.standings.items():
        for bidder in dict.fromkeys(one.bidder for one in standings):
            found.setdefault(bidder, []).append(key)
    return {bidder: tuple(keys) for bidder, keys in found.items()}
