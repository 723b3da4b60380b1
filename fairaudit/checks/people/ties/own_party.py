"""The check of people who scored the bid of somebody they belong to, whatever was declared."""

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.measures import ends_the_tie
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.conduct.acts import bids_of, given_scores
from fairaudit.checks.people.declarations.declared import declarations_by, interest_in
from fairaudit.checks.people.spellings.slips_of_names import perhaps_did
from fairaudit.checks.people.ties.to_bidders import (
    Ground,
    Link,
    ground_of,
    in_time,
    links_of,
    reference_day,
    unclear_share,
)
from fairaudit.checks.scoring.evaluation_records import bid_called, maybe
from fairaudit.checks.scoring.sheets.asked import stood_aside
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.persons.identity import keys_of, whose

_OWN = frozenset({"employment", "directorship", "ownership", "listed"})


class OwnParty(Frozen):
    """Somebody who scored the bid of a party they belong to, how they do, and what they did to which bid."""

    person: str
    tie: str
    party: str
    part: str
    bid: str


@check
def scored_a_bid_of_their_own(node: Node[Evaluation], case: Case) -> Found[OwnParty]:
    """Flag scores by somebody whom a record ties to the bidder today: its employee, director or owner.

    Ties that have ended or began after the scores, and those that only a name tells, are the business of the rules about
    declarations; one that a declaration says was sold or given up is a question. Of one that is told of one day alone, and of a
    share whose own words may take it back, it is not known whether it lasted. Where no single scores are given, whoever sits
    on the panel is asked about, unless they stood aside.
    """
    if node.value.individual is None and (node.value.panel is None or node.value.consensus is None):
        names = (
            ("evaluation.individual", "evaluation.panel") if node.value.panel is None else ("evaluation.individual",)
        )
        yield Unassessed(node, f"{names[0]} is not given", names)
        return
    single = node.value.individual is not None
    scored = case.once(_scored if single else _agreed_by_panel)
    ground = ground_of(case)
    yield from ground.gaps(node)
    for official in ground.officials:
        said: set[str | None] = set()
        for link in links_of(ground, official):
            own = scored.get((whose(case, official.key), link.bidder), {})
            stands = _stands(ground, link)
            if own and isinstance(stands, Unassessed):
                yield stands
            if own and (unclear := _may_stand(ground, link)) is not None:
                yield unclear
            if single and not own and stands is True:
                perhaps = perhaps_did(case, official.key, case.once(bids_of).get(link.bidder, frozenset()))
                yield from [perhaps] if perhaps else []
            for bid, scores in own.items():
                if bid not in said and stands is True:
                    found = _judged(ground, link, scores, single)
                    said.update([bid] if isinstance(found, Hit) else [])
                    yield from [found] if found else []


def _judged(ground: Ground, link: Link, scores: list[Score], single: bool) -> Hit[OwnParty] | Unassessed | None:
    """Return that somebody scored a bid while the tie lasted, or why that cannot be said; nothing where it began later."""
    own = [one for one in scores if link.start is None or one.at is None or one.at.date >= link.start]
    if not own:
        return None
    first, official, number = own[0], link.official, len(own)
    begun = reference_day(ground, official)
    if link.start and all(one.at is None for one in own) and (begun is None or link.start > begun):
        reason = f"whether {official.name} scored before {day_in_words(link.start)}, when that tie began, is not given"
        return Unassessed(first.node, reason, (text_of((*first.path, "at")),), seen=True)
    part = f"gave {number} score{'' if number == 1 else 's'} to" if single else "sits on the panel that scored"
    facts = OwnParty(official.name, link.words, link.party_name, part, bid_called(ground.case, first.bid))
    at = first.field("evaluator") if single else first.node
    doubt = maybe(not single or link.against is not None or _given_up(ground.case, link))
    return Hit(at, facts, ((link.at, "the tie"),), doubt, f"{official.key}|{first.bid}")


def _given_up(case: Case, link: Link) -> bool:
    """Whether a measure that was followed says that what was declared of the tie was sold or given up."""
    return any(
        one.mitigation is not None
        and bool(one.mitigation.followed)
        and ends_the_tie(one.mitigation.actions)
        and any(interest_in(case, tie, (link.party,)) for tie in one.interests or ())
        for one in declarations_by(case, link.official)
    )


def _stands(ground: Ground, link: Link) -> bool | Unassessed:
    """Whether a tie is sure and lasts: only what somebody is today, not what they were; or why that is not known.

    Of one that is over on a day that is not given, or of which one day alone is, it is not known whether it lasted then.
    """
    lasting = link.end is None and not link.offered and not link.relative
    if not (link.by_record and link.placed and link.kind in _OWN and lasting):
        return False
    if link.on:
        reason = f"whether that lasted when {link.official.name} scored is not given: {link.official.name} {link.words}"
        name = text_of((*link.at.path, "end_date"))
        return Unassessed(link.at, f"{reason} {link.party_name}", (name,), seen=True)
    timely = in_time(ground, link, 0)
    return timely._replace(seen=True) if isinstance(timely, Unassessed) else timely


def _may_stand(ground: Ground, link: Link) -> Unassessed | None:
    """Return why it is not known whether a tie lasted: one day alone is given of it, or its own words may take a share back."""
    own = link.kind in _OWN and link.on is not None and not link.ended and not link.offered
    perhaps = link.perhaps == "ownership"
    if (
        not (own or perhaps)
        or link.relative
        or not (link.by_record and link.placed)
        or in_time(ground, link, 0) is False
    ):
        return None
    reason = f"{link.official.name} {link.words} {link.party_name}, and until when that lasted is not given"
    ends = (text_of((*link.at.path, "end_date")),)
    return Unassessed(link.at, unclear_share(link) if perhaps else reason, ends, seen=True)


def _scored(case: Case) -> dict[tuple[str, str], dict[str | None, list[Score]]]:
    """Return by the one key of a person and the bidder the scores of each bid."""
    bidders, keys = {one.id: one.bidder for one in case.bids if one.id}, keys_of(case)
    found: dict[tuple[str, str], dict[str | None, list[Score]]] = {}
    for one in given_scores(case, case.evaluation.individual):
        bidder = bidders.get(one.bid or "")
        if one.evaluator and bidder:
            own = found.setdefault((keys[one.evaluator], bidder), {})
            own.setdefault(one.bid, []).append(one)
    return found


def _agreed_by_panel(case: Case) -> dict[tuple[str, str], dict[str | None, list[Score]]]:
    """Return the same of what a panel agreed, for every one of its members who did not stand aside."""
    found: dict[tuple[str, str], dict[str | None, list[Score]]] = {}
    bids = {one.id: one for one in reversed(case.bids) if one.id}
    for one in case.evaluation.consensus or ():
        bid = bids.get(one.bid or "")
        for member in (case.evaluation.panel or ()) if bid is not None and bid.bidder else ():
            if bid is not None and bid.bidder and not stood_aside(case, whose(case, member), bid):
                own = found.setdefault((whose(case, member), bid.bidder), {})
                own.setdefault(one.bid, []).append(one)
    return found
