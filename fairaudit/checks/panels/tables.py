"""What is worked out of a lot's scores: the part that is complete, the means of each evaluator for each bid, totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from math import lcm

from fairaudit.checks.panels.sheets import Sheet
from fairaudit.checks.scoring.criteria.tree import called
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.pseudonyms import evaluator_called

_FEWEST, _NAMED = 3, 10
_LEVEL = Fraction(5, 100)


class Block(Frozen):
    """The part of a sheet in which everybody scored every bid on every criterion, by places."""

    people: tuple[int, ...]
    bids: tuple[int, ...]
    questions: tuple[int, ...]


def block_of(sheet: Sheet) -> Block:
    """Return the complete part that weighs most, for which most people scored; empty where fewer than three did anything.

    Whoever stood aside from a bid, or was asked some criteria only, leaves the others a table without gaps. A bid is left
    out only where there is no such part with it.
    """
    bids = tuple(range(len(sheet.bids)))
    counts = [0] * len(bids)
    for (bid, _), cell in sheet.cells.items():
        counts[bid] += len(cell)
    while len(bids) >= _FEWEST:
        found = _block(sheet, bids)
        if found:
            return found
        least = min(bids, key=lambda one: (counts[one], -one))
        bids = tuple(one for one in bids if one != least)
    return Block((), (), ())


def _block(sheet: Sheet, bids: tuple[int, ...]) -> Block | None:
    cells, nobody = sheet.cells, dict[int, int]()
    full: dict[int, frozenset[int]] = {
        question: frozenset.intersection(*(frozenset(cells.get((bid, question), nobody)) for bid in bids))
        for question in range(len(sheet.questions))
    }
    weights = sheet.weights or (Fraction(1),) * len(sheet.questions)
    best: tuple[Fraction, int, list[int]] | None = None
    block = None
    for people in sorted({one for one in full.values() if len(one) >= _FEWEST}, key=sorted):
        questions = [one for one, whole in full.items() if people <= whole]
        rank = (sum((weights[one] for one in questions), Fraction(0)) * (len(people) - 1), len(people), sorted(people))
        if best is None or rank[:2] > best[:2]:
            best, block = rank, Block(tuple(sorted(people)), bids, tuple(questions))
    return block


def left_out_of(case: Case, sheet: Sheet, block: Block) -> str:
    """Return, as an addition, which evaluators, bids and criteria of a sheet the part does without; empty where none."""
    names = [evaluator_called(case, one) for at, one in enumerate(sheet.people) if at not in block.people]
    names += [bid_called(case, one) for at, one in enumerate(sheet.bids) if at not in block.bids]
    names += [called(one.criterion) for at, one in enumerate(sheet.questions) if at not in block.questions]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"; left out, since not every score of theirs is there: {', '.join(names[:_NAMED])}{more}" if names else ""


def means_of(sheet: Sheet, block: Block) -> list[list[Fraction]]:
    """Return for each evaluator and bid the weighted mean of the scores, in points out of 100; the weights must be known."""
    weights = [(sheet.weights or ())[one] for one in block.questions]
    unit = lcm(*(one.denominator for one in weights))
    whole = [int(one * unit) for one in weights]
    below, cells = sum(whole) * sheet.unit, sheet.cells
    return [
        [
            Fraction(
                100 * sum([weight * cells[bid, at][person] for at, weight in zip(block.questions, whole, strict=True)]),
                below,
            )
            for bid in block.bids
        ]
        for person in block.people
    ]


def weighed_cells(sheet: Sheet, block: Block) -> list[list[list[int]]]:
    """Return for each bid what everybody gave on each question times its weight; the weights must be known."""
    weights = [(sheet.weights or ())[one] for one in block.questions]
    unit = lcm(*(one.denominator for one in weights))
    return [
        [
            [int(weight * unit) * sheet.cells[bid, at][person] for person in block.people]
            for at, weight in zip(block.questions, weights, strict=True)
        ]
        for bid in block.bids
    ]


def totals_of(
    sheet: Sheet, left_out: int | None = None, lowered: Iterable[Fraction] | None = None
) -> list[Fraction | None] | None:
    """Return the weighted quality of each bid out of the weights of the questions, from the mean of its individual scores.

    `left_out`: an evaluator who does not count; `lowered`: how much each evaluator's scores are lowered by, in
    units of the sheet. A bid without a
    score on some question has none; no bid has any where weights are not known, or a question has no individual scores.
    """
    if sheet.weights is None or not sheet.whole:
        return None
    severity = list(lowered) if lowered is not None else None
    means: dict[tuple[int, int], Fraction] = {}
    for cell, given in sheet.cells.items():
        if left_out in given:
            given = {person: one for person, one in given.items() if person != left_out}
        if given:
            less = sum((severity[person] for person in given), Fraction(0)) if severity else 0
            means[cell] = Fraction(sum(given.values()) - less, len(given))
    return _weighed(sheet, means)


def panel_totals(sheet: Sheet) -> list[Fraction | None] | None:
    """Return the same from the panel's scores."""
    return _weighed(sheet, sheet.panel)


def _weighed(sheet: Sheet, numbers: Mapping[tuple[int, int], Fraction | int]) -> list[Fraction | None] | None:
    weights = sheet.weights
    if weights is None or not sheet.whole:
        return None
    floors = sheet.floors or (Fraction(0),) * len(weights)
    # Of each question what the worst score counts, and how much each unit above it does.
    least = sum((weight * floor for weight, floor in zip(weights, floors, strict=True)), Fraction(0))
    each = [weight * (1 - floor) for weight, floor in zip(weights, floors, strict=True)]
    found: list[Fraction | None] = []
    for bid in range(len(sheet.bids)):
        cells = [(bid, one) for one, weight in enumerate(weights) if weight]
        if all(cell in numbers for cell in cells):
            found.append(least + sum((numbers[cell] * each[cell[1]] for cell in cells), Fraction(0)) / sheet.unit)
        else:
            found.append(None)
    return found


_NO_POINTS = "the points for price are neither recorded nor can be worked out"


class Counted(Frozen):
    """What is added to quality to make totals: the points for price of each bid, how that is said, whether it is all."""

    prices: tuple[Fraction, ...]
    said: str
    in_full: bool


def price_points_of(case: Case, sheet: Sheet) -> Counted:
    """Return the price points of a lot: by the declared formula, else as recorded where they fit the weight; or none.

    Recorded ones may hold a slip of their own, and what that did is not to be laid to moderation.
    """
    from fairaudit.checks.panels.sharing import share_said

    quality = sum(sheet.weights or (), Fraction(0))
    none, share = (Fraction(0),) * len(sheet.bids), share_said(case, sheet)
    if quality == 100:
        return Counted(none, f"quality, which is all that counts{share}", True)
    worked_out = _worked_out(case, sheet)
    if not isinstance(worked_out, str):
        return Counted(worked_out, f"quality and the points for price by the declared formula{share}", True)
    recorded = {one.bid: one.price for one in case.evaluation.totals or () if one.lot in (None, sheet.lot)}
    prices = [recorded.get(one) for one in sheet.bids]
    if any(one is None or not 0 <= one <= 100 - quality for one in prices) or max(map(_number, prices)) <= 1:
        return Counted(none, f"quality alone, since {worked_out}{share}", False)
    return Counted(tuple(map(_number, prices)), f"quality and the recorded points for price{share}", True)


def unpriced(sheet: Sheet) -> str:
    """Return why who leads is not known by quality alone."""
    return f"in {sheet.called} price counts, and its points are neither recorded nor can be worked out"


def _worked_out(case: Case, sheet: Sheet) -> tuple[Fraction, ...] | str:
    """Return the points for price that the declared formula gives; else why there are none, where none are recorded either."""
    from fairaudit.analysis.contest.offers import price_shares
    from fairaudit.analysis.formulas import FormulaError
    from fairaudit.checks.base import Unassessed
    from fairaudit.checks.contest.record import fields

    found = [one for one in fields(case) if not isinstance(one, Unassessed) and one.lot == sheet.lot]
    if len(found) != 1 or found[0].contest.pricing is None:
        return _NO_POINTS
    contest = found[0].contest
    try:
        shares = price_shares(contest)
    except FormulaError:
        return "the declared formula has no answer for these prices, and no points for price are recorded"
    points = {one.name: share * contest.price_weight for one, share in zip(contest.offers, shares, strict=True)}
    return tuple(points[one] for one in sheet.bids) if set(sheet.bids) <= set(points) else _NO_POINTS


def _number(value: Decimal | None) -> Fraction:
    return Fraction(value or 0)


def decimal_of(value: Fraction | float, places: int) -> Decimal:
    """Return a number with so many decimals, rounded half to even."""
    exact = Fraction(value)
    with localcontext() as context:
        context.prec = 60
        return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(
            Decimal(1).scaleb(-places), ROUND_HALF_EVEN
        )


def chance_of(value: Fraction) -> Decimal:
    """Return a p-value with three decimals, or as many as show two of its digits and on which side of 0.05 it is."""
    found = decimal_of(value, 3)
    places = 3
    while value and (found < Decimal(10).scaleb(-places) or (found == _LEVEL and value != found)) and places < 12:
        places += 1
        found = decimal_of(value, places)
    return found


def departure_of(departure: Fraction) -> str:
    """Return a departure in words: `8.3 points of 100 above`."""
    return f"{decimal_of(abs(departure), 1)} points of 100 {'above' if departure > 0 else 'below'}"


def person_of(case: Case, sheet: Sheet, place: int) -> str:
    """Return what an evaluator of a sheet is called."""
    return evaluator_called(case, sheet.people[place])
