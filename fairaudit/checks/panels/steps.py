"""How far a departure is in steps of the scale, where the criteria compared share one."""

from __future__ import annotations

from fractions import Fraction

from fairaudit.checks.panels.sheets import Sheet
from fairaudit.checks.panels.tables import Block, decimal_of


def steps_in(sheet: Sheet, block: Block, departure: Fraction) -> Fraction | None:
    """Return how many steps of the scale a departure in points of 100 is; `None` where there is no one step.

    A step is the declared one, else one point, where every score of the block stands on such steps.
    """
    step = _step(sheet, block)
    return None if step is None else abs(departure) / (100 * step)


def _step(sheet: Sheet, block: Block) -> Fraction | None:
    """Return one step as a share of the scale, where all criteria of a block have the same scale and step."""
    scales = {
        (one.minimum or 0, one.maximum, one.step or 1)
        for one in (sheet.questions[at].scale for at in block.questions)
        if one is not None and one.maximum is not None
    }
    if len(scales) != 1:
        return None
    ((lowest, highest, step),) = scales
    share = Fraction(step) / (Fraction(highest) - Fraction(lowest))
    given = {sheet.cells[bid, at][person] for bid in block.bids for at in block.questions for person in block.people}
    return share if all((Fraction(one, sheet.unit) / share).denominator == 1 for one in given) else None


def departure_in_steps(sheet: Sheet, block: Block, departure: Fraction) -> str:
    """Return a departure in words: `8.3 points of 100 (0.4 of one step on average over 5 criteria) above`."""
    steps, side = steps_in(sheet, block, departure), "above" if departure > 0 else "below"
    points = f"{decimal_of(abs(departure), 1)} points of 100"
    if steps is None:
        return f"{points} {side}"
    number = decimal_of(steps, 1)
    # What is less than a step is not rounded up to one.
    if steps < 1 <= number:
        number = decimal_of(Fraction(9, 10), 1)
    said = f"{number} of one step" if steps < 1 else "1 step" if number == 1 else f"{number.normalize():f} steps"
    criteria = len(block.questions)
    over = "on one criterion" if criteria == 1 else f"on average over {criteria} criteria"
    return f"{points} ({said} {over}) {side}"
