"""What is said of points for price that the published formula does not give, where it is not known what does."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.checks.base import Tabled, Unassessed
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.prices.fit_words import rounding_called
from fairaudit.checks.prices.formula_fit import Fitted, Nearest
from fairaudit.checks.prices.price_record import Record, by_share
from fairaudit.checks.prices.rounded_alike import Rounding
from fairaudit.checks.scoring.evaluation_records import plain
from fairaudit.checks.scoring.figures.applied_weights import applied_accounted
from fairaudit.checks.scoring.figures.inferred_weights import weights_accounted
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.wanted import in_list


def unexplained(case: Case, record: Record, told: Tabled) -> Iterator[Unassessed]:
    """Say that nobody can tell by which formula points were made that the published one does not give.

    Which figures are wrong the check of totals finds; that they are right by the formula is said by nobody.
    """
    measured = told.table
    if not isinstance(measured, Measurement) or not (reason := _reason(case, record, measured)):
        return
    lacking = in_list(case, "evaluation.totals", "how the points for price were worked out")
    fits = measured.kind == "fits"
    missing = ("bids",) if fits and not case.holds_all("bids") else (lacking,)
    yield Unassessed(record.pairs[0][0].field(record.part), reason, missing, seen=fits)


def _reason(case: Case, record: Record, measured: Measurement) -> str:
    """Return why it cannot be told by what points were made; nothing where it can, or a rule about weights tells of them."""
    facts, points = measured.facts, f"{len(record.pairs)} price points {record.source} {record.where}"
    if isinstance(facts, Nearest):
        nearest = f"{' or '.join(facts.fits)}, which is {plain(facts.error)} off for {facts.furthest}"
        return (
            f"no formula that is known, with any usual rounding, gives all {points}, so by which they were made is not known; "
            f"nearest is {nearest}"
        )
    if not isinstance(facts, Fitted) or measured.kind == "reproduced":
        return ""
    if measured.kind == "unknown":
        return f"no formula that is known, with any usual rounding, gives the {points}, so by which they were made is not known"
    if measured.kind == "too-few":
        return (
            f"the {points} are too few to tell by which formula they were made; the published one gives {facts.held} of them"
            if facts.of_these
            else f"the {points} are too few to tell by which formula they were made"
        )
    if facts.fits == (by_share(record),):
        return f"the {points} follow from {facts.fits[0]}, and each that is another by the published method is told by itself"
    if any(one(case, record.lot).figures for one in (weights_accounted, applied_accounted)):
        return ""
    return (
        f"the {points} follow from {' or '.join(facts.fits)}, "
        f"and whether the published formula gives them beside a price that is not recorded is not known"
    )


def asked_elsewhere(record: Record, rounding: Rounding) -> Unassessed:
    """Say that points follow once all are rounded, and that whether this is published is asked by a rule of its own."""
    name = record.formula.name if record.formula else None
    reason = (
        f"the points for price {record.where} follow from {name} once they are {rounding_called(*rounding)}, "
        "and whether that was published is asked by itself"
    )
    at = record.pairs[0][0].field(record.part)
    return Unassessed(at, reason, (f"{text_of(record.formula.path)}.rounding",) if record.formula else ())
