"""People of a bidder inside the evaluation: at a meeting where bids are judged, changing scores, or in the bid of a rival."""

from collections.abc import Iterator

from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.conduct.acts import bids_of
from fairaudit.checks.people.ties.close_ties import CLOSE
from fairaudit.checks.people.ties.to_bidders import Ground, Link, ground_of, in_time, links_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Access, Attendance, Change
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.persons.identity import key_of, known_person, whose
from fairaudit.procurement.persons.influence import Official


class Inside(Frozen):
    """Who of a bidder took which part in judging the bids."""

    person: str
    tie: str
    party: str
    part: str


@check
def bidders_person_inside(
    node: Node[object], case: Case, *, judging: tuple[str, ...], with_bidders: tuple[str, ...] = ()
) -> Found[Inside]:
    """Flag people tied to a bidder, with no part of the buyer's, who judge with it, change scores or open a rival's bid.

    `judging`: words of a meeting at which bids are judged; `with_bidders`: words of one to which bidders are asked, which alone
    is nothing and beside the former a question, as is a meeting without a subject. So is a bid opened after the award, or of
    another lot, and a tie that only a name tells. Ties of evaluators and other officials are judged by the rules about those.
    """
    ground = ground_of(case)
    evaluation = case.evaluation
    if evaluation.attendance is None and evaluation.access_log is None:
        names = ("evaluation.attendance", "evaluation.access_log")
        yield Unassessed(node, "who was at the meetings of the panel and who opened bids is not given", names)
    elif ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
    for meeting in evaluation.attendance or ():
        sure = _subject(meeting, frozenset(judging), frozenset(with_bidders))
        for one in dict.fromkeys(meeting.people or ()) if sure is not False else ():
            yield from _at_meeting(ground, one, meeting, sure)
    for access in evaluation.access_log or ():
        if access.person and access.bid:
            yield from _in_bid(ground, access.person, access)
    for key, changes in case.once(_changes_by).items():
        yield from _in_scores(ground, key, changes)


def _subject(meeting: Attendance, judging: frozenset[str], with_bidders: frozenset[str]) -> bool | None:
    """Return whether bids were judged at a meeting, `None` where that is a question."""
    said = frozenset(words(meeting.subject or ""))
    if said & judging:
        return None if said & with_bidders else True
    return False if said & with_bidders else None


def _at_meeting(ground: Ground, key: str, meeting: Attendance, sure: bool | None) -> Iterator[Hit[Inside] | Unassessed]:
    about = f"a meeting of the panel (“{meeting.subject}”)" if meeting.subject else "a meeting of the panel"
    for link, timely in _ties(ground, key):
        if isinstance(timely, Unassessed):
            yield timely
        else:
            confidence = None if sure and link.by_record and link.holds and key == link.official.key else "possible"
            yield _hit(link, meeting.node, f"was at {about}", confidence)


def _in_bid(ground: Ground, key: str, access: Access) -> Iterator[Hit[Inside] | Unassessed]:
    case, bid = ground.case, access.bid or ""
    ties = list(_ties(ground, key))
    if any(bid in case.once(bids_of).get(link.bidder, ()) for link, _ in ties):
        return  # Their own bid is theirs to look at.
    for link, timely in ties:
        if isinstance(timely, Unassessed):
            yield timely
        else:
            sure = (
                link.by_record
                and link.holds
                and key == link.official.key
                and not _over(case, access.at)
                and _rival(case, link, bid)
            )
            yield _hit(link, access.node, f"opened bid {bid}", None if sure else "possible")


def _changes_by(case: Case) -> dict[str, list[Change]]:
    """Return the changes of scores by whoever is recorded as having made them."""
    found: dict[str, list[Change]] = {}
    for one in case.evaluation.changes or ():
        if one.by:
            found.setdefault(one.by, []).append(one)
    return found


def _in_scores(ground: Ground, key: str, changes: list[Change]) -> Iterator[Hit[Inside] | Unassessed]:
    """Yield the ties of whoever changed scores: of a bid of their own or of a rival's, both turn the contest."""
    first = changes[0]
    of_a_bid = f" of bid {first.bid}" if first.bid else ""
    part = f"changed {len(changes)} scores" if len(changes) > 1 else f"changed a score{of_a_bid}"
    for link, timely in _ties(ground, key):
        if isinstance(timely, Unassessed):
            yield timely
        else:
            sure = link.by_record and link.holds and key == link.official.key
            hit = _hit(link, first.node, part, None if sure else "possible")
            yield hit._replace(related=(*hit.related, *((one.node, "changed too") for one in changes[1:])))


def _ties(ground: Ground, key: str) -> Iterator[tuple[Link, bool | Unassessed]]:
    """Yield the ties of somebody to each bidder that held then, or why that is not known; officials have none here."""
    known = ground.case.once(_ties_known)
    if key not in known:
        known[key] = tuple(_ties_of(ground, key))
    yield from known[key]


def _ties_known(case: Case) -> dict[str, tuple[tuple[Link, bool | Unassessed], ...]]:  # kept with the case
    """Return where the ties found so far are kept: the same people are at many meetings."""
    return {}


def _ties_of(ground: Ground, key: str) -> Iterator[tuple[Link, bool | Unassessed]]:
    case = ground.case
    if whose(case, key) in case.once(_with_a_part):
        return
    person = known_person(case, key)
    somebody = Official(key_of(person) if person else key, (), Node((), key), person)
    seen: set[str] = set()
    for link in links_of(ground, somebody):
        if link.kind in CLOSE and link.bidder not in seen and (timely := in_time(ground, link, 0)) is not False:
            seen.add(link.bidder)
            yield link, timely


def _with_a_part(case: Case) -> frozenset[str]:
    return frozenset(whose(case, one.key) for one in ground_of(case).officials)


def _hit(link: Link, at: Node[object], part: str, confidence: str | None) -> Hit[Inside]:
    facts = Inside(link.official.name, link.words, f"{link.party_name}, {link.standing}", part)
    return Hit(at, facts, ((link.at, "the tie"),), confidence, f"{link.official.key} {link.bidder}")


def _over(case: Case, at: When | None) -> bool:
    """Whether a bid was opened, or may have been, once the award was decided: it may have been disclosed."""
    decided = [one.date.date for one in case.awards if one.date and one.status != "cancelled"]
    return at is not None and bool(decided) and at.date >= min(decided)


def _rival(case: Case, link: Link, bid: str) -> bool:
    """Whether a bid competes with one of a bidder; a bid whose lot is not known may."""
    mine, theirs = case.once(_lots_by_bid).get(bid), case.once(bids_of).get(link.bidder, frozenset[str]())
    own = {case.once(_lots_by_bid).get(one) for one in theirs}
    return not own or None in own or mine is None or mine in own


def _lots_by_bid(case: Case) -> dict[str, str | None]:
    return {one.id: lot_of(case, one.lot) for one in case.bids if one.id}
