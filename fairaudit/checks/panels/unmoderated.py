"""Whether recorded quality parts are of the members' scores and not of what the panel agreed."""

from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import half_unit
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.panels.sheets import Sheet, agreed_off_scale, agreed_sheets, missing
from fairaudit.checks.scoring.evaluation_records import lot_of, maybe
from fairaudit.checks.scoring.totals.causes import Accounted, accounted
from fairaudit.checks.scoring.totals.totals import follows_despite_the_list
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score, Total
from fairaudit.procurement.model.node import Node

_FEWEST = 2
"""Of how many quality parts it must be so; one alone may be chance."""


class Unmoderated(Frozen):
    """How many quality parts of a lot are recorded, and how many of them the panel's scores give."""

    lot: str
    number: int
    held: int
    accounts: Verb = Verb("")
    beside: Verb = Verb("the panel agreed on other scores, which give")


@check
def quality_of_single_scores(node: Node[Evaluation], case: Case) -> Found[Unmoderated]:
    """Name a lot whose recorded quality parts are all the means of its members' scores, where the panel agreed on others.

    Which parts are wrong by the panel's scores is the business of the check of totals; this one says where they come from.
    """
    yield from (*missing(node, case, weights=True), *agreed_off_scale(case))
    if lacking := [one for one in ("consensus", "totals") if getattr(node.value, one) is None]:
        name = f"evaluation.{lacking[0]}"
        yield Unassessed(node, f"{name} is not given", (name,))
        return
    for sheet, parts, held in case.once(_unmoderated):
        related = tuple((one.field("quality"), "another such part") for one in parts[1:])
        facts = Unmoderated(sheet.called, len(parts), held, single_scores_accounted(case, sheet.lot).told)
        rounded = _agreed_are_means(sheet)
        if rounded:
            facts = facts._replace(beside=Verb("the agreed scores are these means, written in fewer places, and give"))
        yield Hit(
            parts[0].field("quality"), facts, related, maybe(rounded), sheet.lot or "", "low" if rounded else None
        )


def _agreed_are_means(sheet: Sheet) -> bool:
    """Whether every agreed score is the mean of its single ones as it would be written, in decimals."""
    single: dict[tuple[int, int], list[Score]] = {}
    for (_, bid, question), one in sheet.scores.items():
        single.setdefault((bid, question), []).append(one)
    for cell, one in sheet.agreed.items():
        given = [each.score for each in single.get(cell, ()) if each.score is not None]
        if one.score is None or not given:
            return False
        mean = Fraction(sum(given, Decimal(0))) / len(given)
        room = Fraction(0) if one.score == one.score.to_integral_value() else half_unit(one.score)
        if abs(mean - Fraction(one.score)) > room:
            return False
    return True


def counts_single_scores(case: Case, lot: str | None) -> bool:
    """Whether the recorded quality parts of a lot are of its members' scores, where the panel agreed on others."""
    return any(sheet.lot == lot for sheet, _, _ in case.once(_unmoderated))


def single_scores_accounted(case: Case, lot: str | None) -> Accounted:
    """Return the wrong figures of a lot that the members' scores account for, taken in place of the panel's."""
    found = [parts for sheet, parts, _ in case.once(_unmoderated) if sheet.lot == lot]
    return accounted(case, lot, {f"{one.bid}|quality" for parts in found for one in parts}, 1)


def _unmoderated(case: Case) -> tuple[tuple[Sheet, list[Total], int], ...]:
    """Return the sheets of which every recorded part is of the members' scores, and how many the panel's scores give."""
    if not case.evaluation.consensus or not any(one.quality is not None for one in case.evaluation.totals or ()):
        return ()
    from fairaudit.checks.panels.sharing import as_counted

    found: list[tuple[Sheet, list[Total], int]] = []
    for sheet in agreed_sheets(case):
        recorded = _recorded(case, sheet) if sheet.weights is not None and sheet.panel else []
        # Where the documents say that scores are averaged, the members' scores are the right ones.
        if len(recorded) < _FEWEST or follows_despite_the_list(case, sheet.lot):
            continue
        counts = [_held(one, recorded) for one in as_counted(case, sheet)]
        held = max(panel for _, panel in counts)
        if held < len(recorded) and any(members == len(recorded) for members, _ in counts):
            found.append((sheet, [one for _, one in recorded], held))
    return tuple(found)


def _held(sheet: Sheet, recorded: list[tuple[int, Total]]) -> tuple[int, int]:
    """Return how many recorded parts the members' scores give, and how many the panel's do."""
    from fairaudit.checks.panels.tables import panel_totals, totals_of

    members, panel = totals_of(sheet), panel_totals(sheet)
    if members is None or panel is None:
        return 0, 0
    return sum(_gives(one, members[at]) for at, one in recorded), sum(_gives(one, panel[at]) for at, one in recorded)


def _recorded(case: Case, sheet: Sheet) -> list[tuple[int, Total]]:
    """Return the quality parts of a lot's bids that are recorded, each with the place of its bid."""
    places = {bid: at for at, bid in enumerate(sheet.bids)}
    return [
        (places[one.bid], one)
        for one in case.evaluation.totals or ()
        if one.bid in places and one.quality is not None and lot_of(case, one.bid, one.lot) in (sheet.lot, None)
    ]


def _gives(total: Total, worked_out: Fraction | None) -> bool:
    """Whether a recorded part is a figure that was worked out, as far as its places tell."""
    if total.quality is None or worked_out is None:
        return False
    return abs(Fraction(total.quality) - worked_out) <= half_unit(total.quality)
