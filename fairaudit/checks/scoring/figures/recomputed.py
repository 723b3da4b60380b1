"""The check of the family `scoring` on recorded figures that the published method does not give.

Where one other formula, or other weights, give everything that is recorded of a lot, that is one finding, of the check that
names the cause; this one measures how many figures it accounts for, and finds what no cause accounts for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fairaudit.checks.base import Hit, Tabled, Unassessed, Verb, check
from fairaudit.checks.contest.joint_fit import totals_accounted
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.prices.another_formula import digits_accounted, digits_break_ties, points_accounted, price_fits
from fairaudit.checks.prices.fit_words import rounding_called, share_called
from fairaudit.checks.prices.left_for_price import left_by_totals
from fairaudit.checks.prices.price_record import Record
from fairaudit.checks.prices.rounded_alike import rounding_of_all, share_rounded_first
from fairaudit.checks.scoring.compared.tax_basis import open_tax
from fairaudit.checks.scoring.criteria.rescaled import open_rescaling
from fairaudit.checks.scoring.criteria.rounding_by_words import may_be_meant
from fairaudit.checks.scoring.figures.applied_weights import applied_accounted
from fairaudit.checks.scoring.figures.inferred_weights import weights_accounted
from fairaudit.checks.scoring.figures.left_out_sheets import with_left_out
from fairaudit.checks.scoring.totals.award_words import with_award_words
from fairaudit.checks.scoring.totals.causes import Accounted
from fairaudit.checks.scoring.totals.criterion_words import with_published_words
from fairaudit.checks.scoring.totals.recorded import SUMMED, Recomputed
from fairaudit.checks.scoring.totals.totals import judged_totals
from fairaudit.checks.scoring.totals.turned_scales import turned_by_words, turning_accounted
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of

_TURNED = "scales that were read the wrong way round"
_RECORDED = "the weights that the record says were applied"


class Told(Frozen):
    """How many wrong figures of a lot another rule tells of, since one cause accounts for them, and of which pack it is."""

    number: int
    contest: str
    because: str
    pack: str


@check
def totals_recompute(node: Node[Evaluation], case: Case) -> Iterator[Hit[Recomputed] | Unassessed | Tabled]:
    """Flag recorded figures that do not follow from the scores, the prices and the published weights.

    Those that one cause accounts for are measured here, and found once by the check that names the cause.
    """
    if node.value.totals is None:
        yield Unassessed(node, "evaluation.totals is not given", ("evaluation.totals",))
    elif case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
    else:
        judged = judged_totals(case)
        for lot, found in judged.items():
            yield from _of_lot(node, case, lot, found)
        wrong = any(isinstance(one, Hit) for found in judged.values() for one in found)
        if not wrong and (left_open := open_tax(case, node) or open_rescaling(case, node)):
            yield left_open


def _of_lot(
    node: Node[Evaluation], case: Case, lot: str | None, found: tuple[Hit[Recomputed] | Unassessed, ...]
) -> Iterator[Hit[Recomputed] | Unassessed | Tabled]:
    causes = _causes(case, lot) if any(isinstance(one, Hit) for one in found) else {}
    silent = [digits_accounted(case, lot)] if causes else []
    told = {figure.key for one in (*causes.values(), *silent) for figure in one.figures}
    for one in found:
        if not isinstance(one, Hit):
            yield one
        elif one.key not in told:
            yield _with_words(case, one, lot)
    for because, cause in causes.items():
        if because == _TURNED and (unknown := turned_by_words(case, lot)):
            yield unknown
        elif cause.figures:
            pack = "core" if because == _RECORDED else "evaluation"
            contest = f"lot {lot}" if lot else "the contract"
            yield Tabled(node, Measurement("told", Told(len(cause.figures), contest, because, pack)))
            if told.issuperset(one.key for one in found if isinstance(one, Hit)):
                # They are wrong all the same: that this rule leaves them to another makes them right for nobody.
                first = min(cause.figures, key=lambda one: text_of(one.at.path))
                reason = f"recorded figures ({len(cause.figures)}) do not recompute, and one finding tells of them by their cause"
                yield Unassessed(first.at, f"{reason}, {because}")


def _with_words(case: Case, hit: Hit[Recomputed], lot: str | None) -> Hit[Recomputed]:
    """Return a finding with the published words that bear on it; a sum of recorded parts hangs on no criterion."""
    if hit.facts.basis == SUMMED:
        return with_award_words(case, hit)
    part = hit.key.rpartition("|")[2]
    if part != "quality":
        hit = _with_rounding(case, hit, lot)
    hit = with_left_out(case, hit, lot)
    return with_published_words(case, hit, lot, None if part == "total" else part == "price")


def _with_rounding(case: Case, hit: Hit[Recomputed], lot: str | None) -> Hit[Recomputed]:
    """Return a finding with the rounding by which the published formula gives all points for price, recorded or left."""
    found = case.once(_RoundingOf(lot, hit.key.rpartition("|")[2]))
    if found is None:
        return hit
    facts = hit.facts._replace(rounding=found.called, by_rounding=found.told) if found.called else hit.facts
    return hit._replace(facts=facts, confidence="possible" if found.is_asked else hit.confidence)


class _Rounding(Frozen):
    """A rounding that gives all points for price of a lot, none in words where they only break ties by their digits."""

    called: str
    told: Verb
    is_asked: bool


@dataclass(frozen=True)
class _RoundingOf:
    """The rounding behind the points for price from which a wrong part of a lot comes: one for all its figures."""

    lot: str | None
    part: str

    def __call__(self, case: Case) -> _Rounding | None:
        for record, points in _records(case, self.lot, self.part):
            if digits_break_ties(case, record):
                return _Rounding("", Verb(""), is_asked=True)
            if len(record.pairs) > 1 and (called := _roundings(record)):
                told = Verb(f"; {called} it gives all {len(record.pairs)} points for price that {points}")
                return _Rounding(called, told, _may_be_declared(record))
        return None


def _records(case: Case, lot: str | None, part: str) -> Iterator[tuple[Record, str]]:
    """Yield the points for price of a lot that a wrong part of it comes from, and where they stand."""
    if part == "price":
        yield from ((one, "are recorded") for one, _ in price_fits(case) if one is not None and one.lot == lot)
    else:
        yield from ((one, "the totals leave") for one in left_by_totals(case, lot))


def _may_be_declared(record: Record) -> bool:
    """Whether the documents do not say how to round, nor to other places, and the points are cut off, or halves not up."""
    own = rounding_of_all(record)
    declared = record.formula.rounding if record.formula else None
    if own is None or record.said or (declared is not None and declared.mode is not None):
        return False
    places, mode, parts = own
    # Nobody rounds up by silence; who writes two places may cut off the rest, and so may who writes nothing.
    told = declared.to_places if declared is not None else None
    cut = told in (None, places) and mode == "down"
    return parts == 1 and (cut or (declared is not None and may_be_meant(declared, places, mode)))


def _roundings(record: Record) -> str:
    """Return in words by which rounding, of the points or else of their share, a record's points follow; nothing if by none."""
    own = rounding_of_all(record)
    if own:
        return rounding_called(*own)
    share = share_rounded_first(record)
    return share_called(share) if share is not None else ""


def _causes(case: Case, lot: str | None) -> dict[str, Accounted]:
    """Return what accounts for wrong figures of a lot, by what the cause is."""
    # Imported here: sheets are read for little else in this pack.
    from fairaudit.checks.panels.unmoderated import single_scores_accounted

    return {
        "another formula for the price": points_accounted(case, lot),
        _TURNED: turning_accounted(case, lot),
        "other weights": weights_accounted(case, lot),
        "means of the members' scores": single_scores_accounted(case, lot),
        _RECORDED: applied_accounted(case, lot),
        "another formula for price and quality together": totals_accounted(case, lot),
    }
