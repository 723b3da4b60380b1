"""The check of the family `bids` on what was wrong with bids: the same decision about it."""

from collections.abc import Callable
from datetime import timedelta

from fairaudit.analysis.messages.figures import other_figures
from fairaudit.analysis.names import words
from fairaudit.checks.base import Clause, Found, Hit, check, compares_bidders
from fairaudit.checks.bidders.defects.cure_times import begun, ended
from fairaudit.checks.bidders.defects.decision_words import (
    LET_PASS,
    TO_MEND,
    TURNED_AWAY,
    outcome,
    same_decision,
    treated,
    turns_away,
)
from fairaudit.checks.bidders.defects.in_reasons import refused_by_reason
from fairaudit.checks.bidders.defects.names import Had, by_name, names_in, same_defects, surely_one, told_as, uncalled
from fairaudit.checks.bidders.defects.words import fold
from fairaudit.checks.information.talks.contacts import asked_about, asked_in_part, holds
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of, mixed_round, name_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid, Defect
from fairaudit.procurement.model.told import tells


def lot_matters(case: Case, bid: Bid, code: str, of: Callable[[Defect], object]) -> bool:
    """Whether a bid that does not say its lot was treated otherwise than one that does, with the same defect."""
    if lot_of(case, bid.lot) is not None or mixed_round(case, bid) is None:
        return False
    placed = case.once(_placed_by_code).get((bid.round, code), [])
    return bool(placed) and len({of(it) for _, it in (*placed, *same_defects(case, bid, code))}) > 1


def _placed_by_code(case: Case) -> dict[tuple[str | None, str], list[Had]]:
    """Return the defects of bids that say their lot, by round and code."""
    found: dict[tuple[str | None, str], list[Had]] = {}
    for (lot, round_, code), had in case.once(by_name).items():
        if lot is not None:
            found.setdefault((round_, code), []).extend(had)
    return found


def defects_known(bid: Bid, case: Case) -> bool:
    """Whether everything that is wrong with a bid is recorded."""
    return bid.defects is not None or case.holds_all("bids")


class Decisions(Frozen):
    """What was decided about the same defect, bid by bid, and what the best treated had that the worst treated had not."""

    defect: str
    decisions: tuple[str, ...]
    difference: Clause


@check
@compares_bidders
def defect_decided_unlike(node: Node[Bid], case: Case, *, no_reply: tuple[str, ...] = ()) -> Found[Decisions]:
    """Flag the same defect decided otherwise in another bid for the same lot; the first bid that has it speaks for all.

    Who had the same time to put it right and is turned away since, by one of the words for `no_reply`, nothing came, was
    treated as the others were. Texts with other figures may be of two defects, and are a question.
    """
    bid = node.value
    if not defects_known(bid, case):
        yield lacking(bid.field("defects"))
    yield from uncalled(case, bid)
    for code in names_in(case, bid):
        same = same_defects(case, bid, code)
        first = same[0][1]
        if same[0][0] is bid and lot_matters(case, bid, code, lambda it: fold(it.decision)):
            yield lacking(bid.field("lot"))
        if same[0][0] is not bid:
            continue
        if turned_away := refused_by_reason(case, same):
            yield _by_reason(case, code, same, turned_away)
        if len({one.path for one, _ in same}) < 2:
            continue
        if undecided := [it for _, it in same if not it.decision]:
            yield lacking(undecided[0].field("decision"))
        elif not all(same_decision(first.decision, it.decision) for _, it in same):
            told = tuple(sorted(Clause(f"{name_of(case, one)}: {it.decision}") for one, it in same))
            kinds = {"let in" if (kind := outcome(it.decision)) in (LET_PASS, TO_MEND) else kind for _, it in same}
            worst, *rest = sorted(same, key=_treated_worst)
            related = tuple((one[1].field("decision"), _beside(worst, one)) for one in rest)
            # Who was asked as others were and is turned away for what came of it, or did not, was not kept from mending it.
            if _left_unmended(case, same, no_reply):
                continue
            open_to_doubt = _all_asked(case, same) or _told_why(same) or _unlike_by_figures(same)
            sure = {"let in", "turned away"} <= kinds and not open_to_doubt and surely_one(same)
            confidence = None if sure else "possible"
            # However it is written in each bid, the words told are the same in whatever order the bids stand.
            facts = Decisions(told_as(same), told, _difference(case, same))
            yield Hit(worst[1].field("decision"), facts, related, confidence, key=code)


def _treated_worst(had: Had) -> tuple[bool, bool, str, str, str]:
    """Return by what whoever was treated worst comes first, so that a finding stands with them however the bids are ordered.

    Nobody's name counts for it: of those treated alike the reason decides, and then when the bid was received.
    """
    bid, defect = had
    found, received = outcome(defect.decision), bid.received.isoformat() if bid.received else ""
    return found != TURNED_AWAY, found == LET_PASS, fold(defect.decision), fold(defect.reason), received


def _beside(worst: Had, other: Had) -> str:
    """Return what another bid is to the one a finding stands with: of several treated worst alike only their order chose that."""
    return "the same defect, treated as badly" if _treated_worst(other) == _treated_worst(worst) else "the same defect"


def _by_reason(case: Case, code: str, same: list[Had], turned_away: list[Bid]) -> Hit[Decisions]:
    """Ask of bids that were refused for a defect by their reason, while others with it were let go on."""
    away = tuple(Clause(f"{name_of(case, one)}: {one.status} ({one.reason})") for one in turned_away)
    told = tuple(sorted((*(Clause(f"{name_of(case, one)}: {it.decision}") for one, it in same if it.decision), *away)))
    _, first = min((had for had in same if treated(had[1].decision) == "let in"), key=_treated_worst)
    related = tuple((one.field("reason"), "the same defect") for one in turned_away)
    facts = Decisions(told_as(same), told, _ONE_IN)
    return Hit(first.field("decision"), facts, related, "possible", key=f"{code}, by its reason")


_ONE_IN = Clause("a difference of 1 bid let in")


def _difference(case: Case, same: list[Had]) -> Clause:
    """Return what the best treated of some bids had that the worst treated had not."""
    outcomes = {outcome(it.decision) for _, it in same}
    if TURNED_AWAY in outcomes and outcomes & {LET_PASS, TO_MEND}:
        # Who was asked, too, or given time, had a chance.
        chance = any(one.cure_until or _asked(case, bid, one) for bid, one in _away(same))
        mended = outcomes <= {TO_MEND, TURNED_AWAY} and not chance
        return Clause("a difference of 1 chance to put it right, as far as is recorded") if mended else _ONE_IN
    if outcomes == {LET_PASS, TO_MEND}:
        return Clause("a difference of 1 thing to put right")
    return Clause("how far apart that put them is not plain")


def _away(same: list[Had]) -> list[Had]:
    return [(bid, one) for bid, one in same if treated(one.decision) == "turned away"]


def _told_why(same: list[Had]) -> bool:
    """Whether every bid that went on with a defect has a reason recorded for that, which may be why others did not."""
    let_in = [one for _, one in same if treated(one.decision) == "let in"]
    return bool(let_in) and all(tells(one.reason) for one in let_in)


def _unlike_by_figures(same: list[Had]) -> bool:
    """Whether the texts of those let in and those turned away give other figures: a minute late is not three days late."""
    let_in, away = (
        [one.text or "" for _, one in same if treated(one.decision) == how] for how in ("let in", "turned away")
    )
    return all(other_figures(one, other) is not False for one in let_in for other in away)


def _all_asked(case: Case, same: list[Had]) -> bool:
    """Whether every bid that was turned away for a defect was asked about it, and why it was turned away is recorded."""
    alike = _same_time(case, same)
    return all(one.reason and (alike or _asked(case, bid, one)) for bid, one in _away(same))


def _asked(case: Case, bid: Bid, defect: Defect) -> bool:
    """Whether a bid was asked about a defect, by its code, by its words or by some of them."""
    called = [text for text in (defect.code, defect.text) if text]
    return any(True in asked_about(case, text, bid) or asked_in_part(case, text, bid) for text in called)


def _same_time(case: Case, same: list[Had]) -> bool:
    """Whether all had until the same moment to put a defect right, by the defects or by what they were asked."""
    ends = [one.cure_until for _, one in same]
    if not any(ends):
        starts = [begun(case, bid, one) for bid, one in same]
        ends = [ended(case, bid, one) for bid, one in same]
        if len(set(starts)) > 1:
            return False
    return all(it is not None and ends[0] is not None and case.clock.gap(ends[0], it) == timedelta(0) for it in ends)


def _left_unmended(case: Case, same: list[Had], no_reply: tuple[str, ...]) -> bool:
    """Whether all had the same chance to put a defect right, and nothing came of those who were turned away."""
    if not _same_time(case, same):
        return False
    # Where it is recorded that some were asked, whoever was turned away must be among them.
    known = any(_asked(case, bid, one) for bid, one in same)
    ways = [_treated(one, no_reply) for _, one in same]
    return set(ways) == {"let in", "turned away"} and all(
        (_silent(one.reason, no_reply) or _silent(one.decision, no_reply)) and (not known or _asked(case, bid, one))
        for (bid, one), way in zip(same, ways, strict=True)
        if way == "turned away"
    )


def _treated(defect: Defect, no_reply: tuple[str, ...]) -> str | None:
    """Return how a bid was treated, also by a decision that says itself that nothing came: `rejected, not cured in time`."""
    if not _silent(defect.decision, no_reply):
        return treated(defect.decision)
    return "turned away" if turns_away(defect.decision, no_reply) else None


def _silent(text: str | None, no_reply: tuple[str, ...]) -> bool:
    return any(holds(words(text or ""), words(one)) for one in no_reply)
