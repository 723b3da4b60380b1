"""The check of which formula the points for price were made by, recorded or left by the totals."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.formulas import FormulaError, formula_named
from fairaudit.analysis.text.scores.rounding import ties_by_digits
from fairaudit.checks.base import Hit, Tabled, Unassessed, check
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.prices.formula_fit import Fitted, recorded_fits
from fairaudit.checks.prices.left_for_price import left_fits
from fairaudit.checks.prices.price_record import Record
from fairaudit.checks.prices.rounded_alike import digits_part_equals, kept_digits, unsaid_rounding
from fairaudit.checks.prices.unexplained import asked_elsewhere, unexplained
from fairaudit.checks.scoring.compared.tax_basis import open_tax
from fairaudit.checks.scoring.criteria.of_lots import lot_ids, weights_in_full
from fairaudit.checks.scoring.totals.causes import Accounted, accounted
from fairaudit.checks.scoring.totals.criterion_words import with_published_words
from fairaudit.checks.scoring.totals.whole_scores import whole_formula
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.wanted import in_list


@check
def points_follow_formula(node: Node[Evaluation], case: Case) -> Iterator[Hit[Fitted] | Unassessed | Tabled]:
    """Flag price points that the published formula does not give, where another known formula gives every one of them.

    Points that are wrong by the published formula are found here once and together, and each by the check of totals where no
    other formula gives them all. At least two prices above the lowest must have points, since fewer fit too many formulas.
    Of points that nothing known gives nobody can tell by what they were made, and of too few, unless they are the published ones.
    Where only totals are recorded, what they leave for price stands in: each total less the points that the scores give for
    quality. Then at least two totals must be wrong, and one more for each parameter or odd rounding that was free to be chosen.
    """
    found = price_fits(case)
    if not found and not all(whole_formula(case, lot) for lot in lot_ids(case)):
        lacking = in_list(case, "evaluation.totals", "the points for price")
        yield Unassessed(node, "no points for price are recorded", (lacking,))
    told = [one for record, fit in found for one in _told(case, record, fit)]
    yield from told
    # Points that follow by the amounts which fit show nothing where the words leave open which count.
    if found and not any(isinstance(one, Hit) for one in told) and (tax := open_tax(case, node)):
        yield tax


def _told(
    case: Case, record: Record | None, one: Hit[Fitted] | Unassessed | Tabled
) -> Iterator[Hit[Fitted] | Unassessed | Tabled]:
    """Yield what is said of the points of one lot."""
    if isinstance(one, Hit) and record is not None and kept_digits(record):
        yield Tabled(case.evaluation.node, Measurement("fits", one.facts))
        return
    if isinstance(one, Hit):
        if record is not None and (rounding := unsaid_rounding(record)):
            yield asked_elsewhere(record, rounding)
        else:
            # What is left for price hangs on the points for quality too.
            alone = True if (record, one) in case.once(recorded_fits) else None
            one = one._replace(confidence="possible") if record is not None and digits_break_ties(case, record) else one
            yield with_published_words(case, one, record.lot if record else None, alone)
        return
    yield one
    if record is not None and isinstance(one, Tabled):
        strange = tuple(unknown_formula(case, record, one))
        yield from strange or unexplained(case, record, one)


def unknown_formula(case: Case, record: Record, told: Tabled) -> Iterator[Unassessed]:
    """Say that what follows from a formula cannot be told where none is published, or one that is not known.

    Of one that is not known, which are known and what the record fits all the same is said: people often only name it otherwise.
    """
    if record.formula is None or record.formula.name is None:
        priced = [text_of(one.criterion.path) for one, _ in weights_in_full(case, record.lot) or () if one.is_price]
        reason = f"no formula for price is given by name {record.where}"
        yield Unassessed(case.evaluation.node, reason, tuple(f"{one}.formula" for one in priced))
        return
    try:
        formula_named(record.formula.name)
    except FormulaError as error:
        known = f"known are {', '.join(_known())}"
        reason = "; ".join(filter(None, (str(error), known, _fitting(told))))
        yield Unassessed(record.formula.field("name"), reason, (f"{text_of(record.formula.path)}.name",))


def _known() -> Iterator[str]:
    """Yield the names of the formulas that give points for the price alone."""
    # Imported here: few cases name a formula that nobody knows.
    from fairaudit.analysis.formulas.named import EVERY

    yield from (one.name for one in EVERY if one.price_only)


def _fitting(told: Tabled) -> str:
    """Return in words which known formulas every recorded point fits, where there are enough of them to tell."""
    measured = told.table
    if not isinstance(measured, Measurement) or measured.kind != "fits" or not isinstance(measured.facts, Fitted):
        return ""
    return f"the record fits {' or '.join(measured.facts.fits)}"


def price_fits(case: Case) -> tuple[tuple[Record | None, Hit[Fitted] | Unassessed | Tabled], ...]:
    """Return what is to be said of the points for price of every lot, recorded or left by its totals, with their record."""
    return (*case.once(recorded_fits), *case.once(left_fits))


def points_accounted(case: Case, lot: str | None) -> Accounted:
    """Return the wrong figures of a lot that another formula for the price than the published one accounts for."""
    own = next((one for one in _unlike(case, lot) if not kept_digits(one)), None)
    return accounted(case, lot, own.keys if own else (), 1)


def digits_accounted(case: Case, lot: str | None) -> Accounted:
    """Return the figures of a lot that only have more digits than the published rounding leaves, which nobody is told of."""
    of_lot = (one for one, _ in price_fits(case) if one is not None and one.lot == lot)
    # Of two bids too few points tell a formula, and yet they tell that it is the published one.
    own = next((one for one in of_lot if kept_digits(one)), None)
    return accounted(case, lot, own.keys if own else (), 1)


def digits_break_ties(case: Case, record: Record) -> bool:
    """Whether digits beyond the published rounding do no more than part equal totals, as words may say they shall."""
    return ties_by_digits(case.tender.award_method or "") and digits_part_equals(record)


def _unlike(case: Case, lot: str | None) -> Iterator[Record]:
    """Yield the records of a lot whose points follow all from something else than what is published."""
    for record, one in price_fits(case):
        if record is not None and record.lot == lot and isinstance(one, Hit):
            yield record
