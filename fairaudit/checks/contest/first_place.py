"""The recorded first place against the contest worked out again by the published weights, formula and rounding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.contest.offers import Standing, standing
from fairaudit.analysis.formulas import FormulaError, as_meant, formula_named, half_unit
from fairaudit.checks.base import Clause, Hit, Tabled, Unassessed, Verb, check
from fairaudit.checks.contest.by_adjusted import adjustments_tell
from fairaudit.checks.contest.excluded import beside
from fairaudit.checks.contest.figures import brief
from fairaudit.checks.contest.joint_fit import formula_behind
from fairaudit.checks.contest.pricing import lowest_first
from fairaudit.checks.contest.record import Field, Outsider, fields
from fairaudit.checks.contest.rounded_parts import rounded_parts
from fairaudit.checks.contest.standings import formula_called, shown_totals
from fairaudit.checks.scoring.compared.out_elsewhere import out_elsewhere, told_out
from fairaudit.checks.scoring.compared.tax_basis import tax_basis
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_named, lot_of, maybe
from fairaudit.checks.scoring.totals.award_words import held_back
from fairaudit.checks.scoring.totals.criterion_words import with_published_words
from fairaudit.checks.scoring.totals.sureness import may_be_rounded_so, order_instead
from fairaudit.checks.scoring.totals.totals import compared_beside, counts_marks, follows_despite_the_list
from fairaudit.checks.scoring.totals.turned_scales import direction_unknown
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Rank, Total
from fairaudit.procurement.model.node import Node

_ROUNDING = Fraction(1)
"""How far a recorded total may be from the one worked out again to be that total rounded, in points of a hundred. Heuristic."""


class Displaced(Frozen):
    """Who is recorded as first, and who comes first when the contest is worked out again, with both totals.

    `turned` says, as an addition to the sentence, which rounding of the points for price turned the order; `may_be_out` what
    may put the better bid out of the contest, and on the price of which bid it hangs. Else they are empty.
    """

    contest: str
    recorded: str
    against: Decimal
    leader: str
    total: Decimal
    basis: str
    formula: str
    weighting: str
    turned: Verb
    may_be_out: Verb
    unread_words: Verb = Verb("")


@check
def recorded_first_comes_first(node: Node[Evaluation], case: Case) -> Iterator[Hit[Displaced] | Unassessed | Tabled]:
    """Flag a recorded first place that is another bid's when the published weights, formula and rounding are applied.

    Criteria that were rounded one by one are measured, since the order hangs on it where bids are near each other. Words of
    the award that were not understood hold a pass back.
    """
    yield from held_back(case, node, _displaced(node, case))


def _displaced(node: Node[Evaluation], case: Case) -> Iterator[Hit[Displaced] | Unassessed | Tabled]:
    if node.value.ranking is None and node.value.totals is None:
        yield Unassessed(node, "no ranking and no totals are given", ("evaluation.ranking", "evaluation.totals"))
        return
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
            continue
        if measured := rounded_parts(case, field):
            yield Tabled(node, measured)
        stands = standing(field.contest)
        if field.other is not None and set(standing(field.other).first) != set(stands.first):
            reason = f"who is first for {field.called} hangs on as which share of its scale a score counts, its top or its length"
            yield Unassessed(node, reason, ("evaluation.totals",))
            continue
        recorded = adjustments_tell(case, field, stands) or _recorded(case, field, stands)
        if isinstance(recorded, Unassessed):
            yield recorded
            continue
        names = {bid: place for place, bid in enumerate(stands.names)}
        wrong = [one for one in recorded if one.bid in names and one.bid not in stands.first]
        # Where one of those recorded as first is first, somebody broke a tie; whether it was one, `shared_places` asks.
        if wrong and len(wrong) == len(recorded) and follows_despite_the_list(case, field.lot):
            reason = "a listed average is not that of the members' scores, from which the recorded totals follow"
            yield Unassessed(node, reason, ("evaluation.consensus (the averages as published)",))
        elif wrong and len(wrong) == len(recorded) and (unknown := direction_unknown(case, field.lot)):
            yield unknown
        elif len(wrong) == len(recorded):
            for one in wrong:
                sure = _is_sure(case, field, stands, names[one.bid or ""])
                sure = sure and not any(out_elsewhere(case, bid, field.lot) for bid in _open(case, field, stands))
                decides = next((out for out in field.out if one.bid in _first_beside(field, out)), None)
                hit = _hit(case, field, stands, (one, names[one.bid or ""], sure), decides)
                yield with_published_words(case, hit, field.lot)


def _recorded(case: Case, field: Field, stands: Standing) -> list[Rank | Total] | Unassessed:
    """Return who is recorded as first in a lot: by the ranking, else by the totals where it is plain which end of them wins."""
    ranks = [one for one in case.evaluation.ranking or () if lot_of(case, one.bid, one.lot) == field.lot]
    if ranks:
        return [one for one in ranks if one.rank == 1]
    # Within a band the highest quotient need not be first.
    totals = [one for one in _totals(case, field) if one.total is not None and not field.banded]
    if not _in_figures(case, field, stands, totals):
        reason = f"the recorded totals for {field.called} are no figures of the published formula, and do not say who is first"
        return Unassessed(case.evaluation.node, reason, ("evaluation.ranking",))
    meant = [as_meant(one.total) for one in totals if one.total is not None]
    lowest = field.lowest_wins or counts_marks(case, field.lot)
    best = (min if lowest else max)(meant, default=None)
    return [one for one, total in zip(totals, meant, strict=True) if total == best]


def _in_figures(case: Case, field: Field, stands: Standing, totals: list[Total]) -> bool:
    """Whether totals are read as the published method's: of one figure most must be it, of points none may be a quotient's."""
    if field.contest.overall is None:
        behind = formula_behind(case, field)
        return behind is None or formula_named(behind.name).best == "highest"
    shown = dict(zip(stands.names, shown_totals(field, stands), strict=True))
    said = [(shown[one.bid], one.total) for one in totals if one.total is not None and one.bid in shown]
    held = sum(abs(exact - Fraction(total)) <= 2 * half_unit(total) for exact, total in said)
    return held * 2 >= len(said)


def _totals(case: Case, field: Field) -> Iterable[Total]:
    return (one for one in case.evaluation.totals or () if lot_of(case, one.bid, one.lot) == field.lot)


def _is_sure(case: Case, field: Field, stands: Standing, place: int) -> bool:
    """Whether it is sure who is first; where a recorded figure is wrong, that is as sure as the totals worked out again.

    Else every recorded total must be the one worked out again but for rounding, so that the method is the same. Where no
    rounding is published, any may have been used: the totals must then be those worked out again as they are written, and
    what they are written with must tell the first from the bid at this place.
    """
    if not field.criteria and lowest_first(field.formula):
        # Nothing but the prices can order the bids, however points were made of them.
        known = all(tax_basis(case, field.lot, one.round).sure for one in case.bids if one.id in stands.names)
        return known and not case.evaluation.price_adjustments
    instead, one = order_instead(case, field.lot), stands.names[place]
    if any(tax_basis(case, field.lot, bid.round).may_put_first(one) for bid in case.bids if bid.id == one):
        return False
    if instead is not None:
        known = {*stands.first, one} <= instead.totals.keys()
        return instead.sure and known and all(instead.ahead(first, one) for first in stands.first)
    if may_be_rounded_so(case, field.lot) and not _is_behind(case, field, one, stands.first):
        return False
    shown = shown_totals(field, stands)
    worked_out = dict(zip(stands.names, shown, strict=True))
    said = {one.bid: one.total for one in _totals(case, field) if one.total is not None and one.bid in worked_out}
    gaps = [abs(Fraction(total) - worked_out[bid]) for bid, total in said.items() if bid is not None]
    if len(gaps) < len(worked_out):
        return False
    if _is_rounded(field):
        return max(gaps) <= _ROUNDING
    finest = min(map(half_unit, said.values()))
    lead = abs(shown[stands.names.index(stands.first[0])] - shown[place])
    return max(gaps) <= finest < lead / 2


def _is_behind(case: Case, field: Field, bid: str, first: tuple[str, ...]) -> bool:
    """Whether the recorded totals themselves put a bid behind those that come first, so that no rounding put it there."""
    totals = {one.bid: as_meant(one.total) for one in _totals(case, field) if one.total is not None}
    own, sign = totals.get(bid), -1 if field.lowest_wins or counts_marks(case, field.lot) else 1
    return own is not None and all(one in totals and sign * (totals[one] - own) > 0 for one in first)


def _is_rounded(field: Field) -> bool:
    """Whether a rounding is published for the price's points, or for the one figure."""
    rounding = field.formula.rounding if field.formula else None
    return rounding is not None and rounding.to_places is not None


def _weighting(field: Field) -> str:
    """Return how the published weights are applied, as people say it."""
    if _is_rounded(field):
        return "the published weights and rounding"
    return "the published weights" + ("" if field.formula is None else ", without a rounding since none is published")


def _turned(case: Case, field: Field, recorded: str | None, leader: str) -> Verb:
    """Return which rounding of points for price or which other band turned the order, as people add it to a sentence."""
    if field.banded:
        from fairaudit.checks.contest.band_fit import another_band

        return Verb(another_band(case, field))
    from fairaudit.checks.contest.turned import turned_by_rounding

    found = turned_by_rounding(case, field, recorded, leader)
    if found is None:
        return Verb("")
    with_it = f"{brief(found.other)} against {brief(found.recorded)}"
    return Verb(f"; that the points for price were {found.rounding} turned the order (with it {with_it})")


def _first_beside(field: Field, out: Outsider) -> tuple[str, ...]:
    """Return who comes first where the price of a bid that is out is compared with, if it was not, or is not, if it was."""
    if field.contest.pricing is None or out.offer.price is None:
        return ()
    rest = beside(field, out)
    try:
        return standing(field.contest._replace(beside=rest if out.counted else (*rest, out.offer.price))).first
    except FormulaError:
        return ()


def _open(case: Case, field: Field, stands: Standing) -> tuple[str, ...]:
    """Return the bids on which it hangs who is first: those that come first, and those that recorded points leave out."""
    left_out = (one for one in stands.names if one in compared_beside(case, field.lot) and one not in stands.first)
    return (*stands.first, *left_out)


def _doubted(case: Case, field: Field, stands: Standing, decides: Outsider | None) -> Verb:
    """Say what may put those that come first out of the contest, and on which bid that is out it hangs who they are."""
    out = told_out(case, ((bid, out_elsewhere(case, bid, field.lot)) for bid in _open(case, field, stands)))
    if decides is None:
        return out
    return Verb(
        f"{out}; it hangs on whether the price of {bid_named(case, decides.bid)}, which is out, is compared with"
    )


def _hit(
    case: Case, field: Field, stands: Standing, found: tuple[Rank | Total, int, bool], decides: Outsider | None
) -> Hit[Displaced]:
    """Return the finding; a question where it hangs on whether the price of a bid that is out is compared with."""
    one, place, sure = found
    shown = shown_totals(field, stands)
    best = stands.names.index(stands.first[0])
    facts = Displaced(
        field.called,
        bid_called(case, one.bid),
        brief(shown[place]),
        Clause(" and ".join(bid_called(case, first) for first in stands.first)),
        brief(shown[best]),
        field.basis,
        formula_called(field),
        _weighting(field),
        _turned(case, field, one.bid, stands.first[0]),
        _doubted(case, field, stands, decides),
    )
    totals = tuple(
        (total.node, "the recorded total") for total in _totals(case, field) if total.bid in (*stands.first, one.bid)
    )
    related = (
        ((decides.bid.field("value"), "a bid that is out, whose price decides which of the two it is"),)
        if decides
        else ()
    )
    outside = tuple(place for bid in _open(case, field, stands) for place in out_elsewhere(case, bid, field.lot))
    return Hit(
        one.node,
        facts,
        (*totals, *related, *outside),
        maybe(not sure or decides is not None),
        f"{field.lot or ''}|{one.bid}",
    )
