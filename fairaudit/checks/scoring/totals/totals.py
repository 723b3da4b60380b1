"""Totals worked out again exactly from scores, prices and published weights; `recomputed` is the check of them.

How a score becomes points is a convention (`conventions`), as is whether rejected bids stand within the price formula. A record
passes when one reproduces every bid of a lot; what the convention of most figures does not reproduce is found.
"""

from collections.abc import Collection
from fractions import Fraction

from fairaudit.checks.base import Hit, Unassessed
from fairaudit.checks.scoring.compared.in_or_out import left_out, maybe_out
from fairaudit.checks.scoring.compared.out_elsewhere import put_out
from fairaudit.checks.scoring.compared.prices import Beside
from fairaudit.checks.scoring.criteria.of_lots import lot_ids, weights_as_written, weights_in_full
from fairaudit.checks.scoring.evaluation_records import bid_with, lot_of, totals_that_count
from fairaudit.checks.scoring.sheets.averages import OTHERS, ROUNDED, Average
from fairaudit.checks.scoring.sheets.outsiders import Sheets, bodies, everybody, outsiders, panel_members
from fairaudit.checks.scoring.sheets.published_average import departs, published_scores, shown_rounded
from fairaudit.checks.scoring.totals.conventions import Reading
from fairaudit.checks.scoring.totals.of_lots import Judged, LotJudged, Shares, WorkedOut, lot_by_figure, lot_in_points
from fairaudit.checks.scoring.totals.recorded import SUMMED, Recomputed
from fairaudit.checks.scoring.totals.whole_scores import whole_formula
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Total
from fairaudit.procurement.model.node import text_of

_CONTRADICTED = 2
"""How many bids' figures must not follow from the means before another average is tried: heuristic."""


def judged_totals(case: Case) -> dict[str | None, Judged]:
    """Return by lot what is to be said of the figures that are recorded, each for itself."""
    judged = case.once(_judged) if case.tender.award_criteria is not None else {}
    return {lot: one.found for lot, one in judged.items()}


def wrong_figures(case: Case, lot: str | None) -> tuple[Hit[Recomputed], ...]:
    """Return the recorded figures of a lot that the published method does not give."""
    return tuple(one for one in judged_totals(case).get(lot, ()) if isinstance(one, Hit))


def wrong_by(case: Case, lot: str | None, turned: Collection[int]) -> int | None:
    """Return how many figures of a lot are wrong if the scales of some criteria, by identity, count the other way round.

    `None` where that cannot be told.
    """
    totals = [one for one in totals_that_count(case) if one.bid and lot_of(case, one.bid, one.lot) == lot]
    found = lot_in_points(case, lot, totals, frozenset(), turned=turned).found
    return None if any(isinstance(one, Unassessed) for one in found) else len(found)


def wrong_with(case: Case, lot: str | None, shares: Shares) -> frozenset[str]:
    """Return the keys of the figures of a lot that are wrong if its criteria have other shares of the whole."""
    totals = [one for one in totals_that_count(case) if one.bid and lot_of(case, one.bid, one.lot) == lot]
    found = lot_in_points(case, lot, totals, frozenset(), shares=shares).found
    return frozenset(one.key for one in found if isinstance(one, Hit))


def wrong_by_sheets(case: Case, lot: str | None, sheets: Sheets) -> frozenset[str]:
    """Return the keys of the figures of a lot that are wrong if these individual scores count."""
    totals = [one for one in totals_that_count(case) if one.bid and lot_of(case, one.bid, one.lot) == lot]
    found = lot_in_points(case, lot, totals, frozenset(), sheets=sheets).found
    return frozenset(one.key for one in found if isinstance(one, Hit))


def totals_instead(case: Case, lot: str | None) -> WorkedOut | None:
    """Return the totals of a lot worked out again, where a recorded figure is wrong and every bid's can be worked out."""
    judged = case.once(_judged).get(lot) if case.tender.award_criteria is not None else None
    return judged.instead if judged else None


def averages_behind(case: Case) -> dict[str | None, tuple[str, ...]]:
    """Return by lot what its figures follow from where it is not the mean of the individual scores, as people call it."""
    judged = case.once(_judged) if case.tender.award_criteria is not None else {}
    return {lot: one.averages for lot, one in judged.items() if one.averages}


def score_average(case: Case, lot: str | None) -> Average:
    """Return the published average that is a bid's score; of several ways left open, that from which a lot's figures follow."""
    ways = published_scores(case)
    judged = case.once(_judged).get(lot) if len(ways) > 1 and case.tender.award_criteria is not None else None
    return (judged.average if judged else None) or ways[0]


def bodies_behind(case: Case) -> dict[str | None, str]:
    """Return by lot the body, of unknown standing, from whose scores alone its figures follow, and not from the members'."""
    judged = case.once(_judged) if case.tender.award_criteria is not None else {}
    return {lot: one.body for lot, one in judged.items() if one.body}


def lots_with_outsiders(case: Case) -> tuple[str | None, ...]:
    """Return the lots whose recorded figures follow only with the scores of somebody who is not on the panel."""
    judged = case.once(_judged) if case.tender.award_criteria is not None else {}
    return tuple(lot for lot, one in judged.items() if one.with_outsiders)


def follows_despite_the_list(case: Case, lot: str | None) -> bool:
    """Whether figures of a lot follow from the members' scores as published, and not from a listed average, wrong or rounded."""
    judged = case.once(_judged).get(lot) if case.tender.award_criteria is not None else None
    return judged is not None and judged.despite_list


def order_stays_by_the_mean(case: Case, lot: str | None) -> bool:
    """Whether all recorded totals of a lot stand in the order that the published average gives them; no where it is unknown."""
    totals = [one for one in totals_that_count(case) if one.bid and lot_of(case, one.bid, one.lot) == lot]
    exact = lot_in_points(case, lot, totals, frozenset()).instead
    said = {one.bid: Fraction(one.total) for one in totals if one.bid and one.total is not None}
    if exact is None or said.keys() != exact.totals.keys():
        return False
    signs = [
        [(one[bid] > one[other]) - (one[bid] < one[other]) for bid in said for other in said]
        for one in (said, exact.totals)
    ]
    return signs[0] == signs[1]


def reading_of(case: Case, lot: str | None) -> Reading | None:
    """Return the convention by which most of what is recorded of a lot's totals was worked out; `None` where none are."""
    judged = case.once(_judged).get(lot) if case.tender.award_criteria is not None else None
    return judged.reading if judged else None


def weights_that_count(case: Case, lot: str | None) -> Shares | None:
    """Return the criteria of a lot with their weights: as they are written, where more of what is recorded follows so."""
    judged = case.once(_judged).get(lot) if case.tender.award_criteria is not None else None
    return (weights_as_written(case, lot) if judged and judged.as_written else None) or weights_in_full(case, lot)


def counts_marks(case: Case, lot: str | None) -> bool:
    """Whether the totals of a lot are weighted marks, of which the lowest is the best."""
    judged = case.once(_judged).get(lot) if case.tender.award_criteria is not None else None
    return judged is not None and judged.marks


def tells_share(case: Case, lot: str | None) -> bool:
    """Whether what is recorded of a lot's totals tells as which shares of their scales scores count."""
    judged = case.once(_judged).get(lot) if case.tender.award_criteria is not None else None
    return judged is not None and judged.tells_share


def compared_beside(case: Case, lot: str | None) -> Beside:
    """Return the bids that must count the other way than their status says for what is recorded to follow.

    Those that are out have no totals. Where no bid may count so, nobody need work the totals out, for which scores may be
    lacking.
    """
    if lot not in case.once(_lots_with_open_bids):
        return frozenset()
    judged = case.once(_judged).get(lot) if case.tender.award_criteria is not None else None
    return judged.beside if judged else frozenset()


def _lots_with_open_bids(case: Case) -> frozenset[str | None]:
    """Return the lots with totals in whose contests a bid may count the other way than its status says."""
    known: dict[str | None, set[str | None]] = {}
    for one in case.evaluation.totals or ():
        known.setdefault(lot_of(case, one.bid, one.lot), set()).add(one.bid)
    return frozenset(lot for lot, bids in known.items() if _has_open_bids(case, lot, bids))


def _has_open_bids(case: Case, lot: str | None, known: set[str | None]) -> bool:
    # Bids of one round stand in one contest, so one of each round is enough to ask about.
    firsts = {bid.round: key for key in known if (bid := bid_with(case, key))}.values()
    return any(any(left_out(case, lot, one, known)) or any(maybe_out(case, lot, one)) for one in firsts)


def _judged(case: Case) -> dict[str | None, LotJudged]:
    """Return what is to be said of every lot; totals whose lot or bid is not given stand under no lot's name."""
    by_lot: dict[str | None, list[Total]] = {}
    lacking: list[Unassessed] = []
    several = len(lot_ids(case)) > 1
    for total in totals_that_count(case):
        lot = lot_of(case, total.bid, total.lot)
        lack = "bid" if total.bid is None else "lot" if lot is None and several else None
        if lack:
            name = f"{text_of(total.path)}.{lack}"
            lacking.append(Unassessed(total.node, f"{name} is not given", (name,)))
        else:
            by_lot.setdefault(lot, []).append(total)
    found = {lot: _lot(case, lot, totals) for lot, totals in by_lot.items()}
    if lacking:
        own = found.get(None, LotJudged((), None))
        found[None] = own._replace(found=(*lacking, *own.found))
    return found


def _lot(case: Case, lot: str | None, totals: list[Total]) -> LotJudged:
    whole = whole_formula(case, lot)
    if whole is not None:
        return lot_by_figure(case, lot, totals, whole)
    plain = lot_in_points(case, lot, totals, frozenset())
    open_questions = sum(isinstance(one, Unassessed) for one in plain.found)
    if len(plain.found) == open_questions:
        return plain
    for way in published_scores(case)[1:]:
        other = lot_in_points(case, lot, totals, frozenset(), way)
        if len(other.found) == open_questions:
            return other._replace(average=way)
    if derived := _despite_the_list(case, lot, totals, open_questions):
        return derived
    if counted := _with_outsiders(case, lot, totals, plain):
        return counted
    if of_body := _by_a_body(case, lot, totals, plain):
        return of_body
    if averaged := _by_other_averages(case, lot, totals, plain):
        return averaged
    # What is wrong by the bids in the contest may be right by one that is out: that is a question about it, and no slip.
    instead = plain.instead
    for beside in left_out(case, lot, totals[0].bid, {one.bid for one in totals}):
        other = lot_in_points(case, lot, totals, beside)
        if len(other.found) <= open_questions and not any(isinstance(one, Hit) for one in other.found):
            return other._replace(beside=beside)
        if instead and other.instead and other.instead.order != instead.order:
            instead = instead._replace(sure=False)
    return _where_it_is_open_who_is_in(case, lot, totals, plain._replace(instead=instead))


def _despite_the_list(case: Case, lot: str | None, totals: list[Total], questions: int) -> LotJudged | None:
    """Return what is to be said where a listed one is not the published one, or rounded, and each figure follows from that."""
    if not any(departs(case, one) or shown_rounded(case, one) for one in case.evaluation.consensus or ()):
        return None
    sheets = panel_members(case)._replace(instead=True)
    other = lot_in_points(case, lot, totals, frozenset(), sheets=sheets)
    if len(other.found) > questions or any(isinstance(one, Hit) for one in other.found):
        return None
    return other._replace(despite_list=True)


def _where_it_is_open_who_is_in(case: Case, lot: str | None, totals: list[Total], plain: LotJudged) -> LotJudged:
    """Return what is to be said where records beside its status may put a bid out: by the bids that fit most figures.

    Only what is wrong in the same words with every such bid and without is sure, and a total that is no sum of its parts. That
    a bid stands in no list counts only where that makes more of the figures right.
    """
    ways = [plain]
    for beside in maybe_out(case, lot, totals[0].bid):
        other = lot_in_points(case, lot, totals, beside)._replace(beside=beside)
        if len(other.found) < len(plain.found) or all(put_out(case, one, lot) for one in beside):
            ways.append(other)
    best = min(ways, key=lambda way: len(way.found))
    said = [{(one.key, one.facts) for one in way.found if isinstance(one, Hit)} for way in ways]
    common = frozenset.intersection(*map(frozenset, said))
    found = tuple(
        one._replace(confidence="possible")
        if isinstance(one, Hit) and (one.key, one.facts) not in common and one.facts.basis != SUMMED
        else one
        for one in best.found
    )
    orders = {way.instead.order for way in ways if way.instead}
    instead = best.instead and best.instead._replace(sure=best.instead.sure and len(orders) == 1)
    return best._replace(found=found, instead=instead)


def _with_outsiders(case: Case, lot: str | None, totals: list[Total], plain: LotJudged) -> LotJudged | None:
    """Return what is to be said where figures do not follow from the panel's sheets, and all do from those of everybody."""
    if not outsiders(case):
        return None
    other = lot_in_points(case, lot, totals, frozenset(), sheets=everybody(case))
    if any(isinstance(one, Hit) for one in other.found):
        return None
    return other._replace(with_outsiders=True, instead=plain.instead)


def _by_a_body(case: Case, lot: str | None, totals: list[Total], plain: LotJudged) -> LotJudged | None:
    """Return what is to be said where figures follow from the scores under the name of one body: perhaps what was agreed."""
    unassessed = sum(isinstance(one, Unassessed) for one in plain.found)
    for name, sheets in bodies(case).items():
        other = lot_in_points(case, lot, totals, frozenset(), sheets=sheets)
        if len(other.found) <= unassessed and not any(isinstance(one, Hit) for one in other.found):
            return other._replace(body=name)
    return None


def _by_other_averages(case: Case, lot: str | None, totals: list[Total], plain: LotJudged) -> LotJudged | None:
    """Return what is to be said where two or more figures contradict the means, and every one follows from another average."""
    wrong = {one.key.partition("|")[0] for one in plain.found if isinstance(one, Hit)}
    if len(wrong) < _CONTRADICTED:
        return None
    published = {one.called for one in published_scores(case)}
    others = [one for one in OTHERS if one.called not in published]
    judged = [(one, lot_in_points(case, lot, totals, frozenset(), one)) for one in others]
    found = [(one.called, other) for one, other in judged if not any(isinstance(hit, Hit) for hit in other.found)]
    # A rounded mean comes near to much; where another average gives every figure, that is told.
    rounded = {one.called for one in ROUNDED.values()}
    found = [one for one in found if one[0] not in rounded] or found
    return found[0][1]._replace(averages=tuple(called for called, _ in found)) if found else None


def _needs(case: Case, lot: str | None, totals: list[Total], key: str) -> bool:
    """Whether something is wrong with the totals of all other bids where one is not compared with."""
    others = [one for one in totals if one.bid != key]
    return any(isinstance(hit, Hit) for hit in lot_in_points(case, lot, others, frozenset({key})).found)


def counted_though_out(case: Case, lot: str | None) -> tuple[str, ...]:
    """Return the bids that a record puts out, where all that is recorded of the others follows only if they count.

    Of those with a total only such as the ranking leaves out: others have stayed in, which is another rule's business.
    """
    totals = [one for one in case.evaluation.totals or () if lot_of(case, one.bid, one.lot) == lot]
    ranking = case.evaluation.ranking
    known = {one.bid for one in totals} & {one.bid for one in (totals if ranking is None else ranking)}
    keys = {one for way in maybe_out(case, lot, totals[0].bid if totals else None) for one in way if len(way) == 1}
    doubtful = [one for one in sorted(keys) if one not in known and put_out(case, one, lot)]
    judged = case.once(_judged).get(lot) if doubtful and case.tender.award_criteria is not None else None
    if judged is None or judged.beside or judged.found:
        return ()
    return tuple(one for one in doubtful if _needs(case, lot, totals, one))
