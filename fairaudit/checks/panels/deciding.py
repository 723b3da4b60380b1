"""Whether who leads hangs on an evaluator who departs from the panel's pattern.

Asked of the means of the individual scores. Where the panel agreed on scores these decide, so that nothing hangs on the means
unless the agreed scores put the same bid first.
"""

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.checks.base import Clause, Hit, Tabled, Unassessed, check
from fairaudit.checks.panels.patterns import Tested, cell_of_scores, expected_of, key_of, outcomes, simulated, stays
from fairaudit.checks.panels.sheets import MORE, Sheet, agreed_off_scale, agreed_sheets, missing, untested
from fairaudit.checks.scoring.evaluation_records import bid_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import evaluator_called

_Bids = tuple[int, ...]
"""Bids that lead, by their places; several where they are equal."""


class Pivotal(Frozen):
    """An evaluator who departs from the panel's pattern in favour of who leads, and who would lead without them.

    `by_agreed` says, as an addition, who leads by the agreed scores where there are any.
    """

    lot: str
    leads: str
    evaluator: str
    bid: str
    departure: str
    p: Decimal
    instead: str
    counting: str
    baseline: Decimal
    by_agreed: str


class NotPivotal(Frozen):
    """Who leads with the evaluator who departs and without, and by agreed scores; how much the test it rests on could find."""

    lot: str
    evaluator: str
    bid: str
    leads: tuple[str, ...]
    instead: tuple[str, ...]
    counting: str
    baseline: Decimal
    by_agreed: str
    power: Decimal
    panels: str


class NotAsked(Frozen):
    """A lot of which it was not asked, the size of the table that is complete, and how much the test of it could find."""

    lot: str
    evaluators: int
    bids: int
    power: Decimal
    panels: str


class _Led(Frozen):
    """Who leads by the means of all, without the one evaluator, and by the agreed scores; `None` where it is not known."""

    before: _Bids | None
    after: _Bids | None
    agreed: _Bids | None
    is_agreed: bool


@check
def departs_and_decides(node: Node[Evaluation], case: Case) -> Iterator[Hit[Pivotal] | Unassessed | Tabled]:
    """Name an evaluator who departs from the panel's pattern in favour of the bid that leads, and without whom another leads.

    In favour is what puts the bid that leads above the pattern, and what puts the one that would lead otherwise below it.
    Where agreed scores put another bid first nothing hangs on it; where they put the same one first it has low severity.
    """
    from fairaudit.checks.measurement import Measurement

    yield from missing(node, case, weights=True)
    for one in case.once(outcomes):
        if not isinstance(one, Tested):
            yield from (Tabled(node, Measurement("untested", one.facts)), Unassessed(node, untested(one.kind), MORE))
            continue
        size = NotAsked(one.sheet.called, len(one.block.people), len(one.block.bids), *_power(one))
        if one.had_no_chance:
            yield from (Tabled(node, Measurement("untested", size)), Unassessed(node, untested("too-small"), MORE))
        elif one.stands_out:
            yield from _decided(node, case, one) if stays(case, one) else ()
        else:
            yield Tabled(node, Measurement("none", size))


def _decided(node: Node[Evaluation], case: Case, one: Tested) -> Iterator[Hit[Pivotal] | Unassessed | Tabled]:
    from fairaudit.checks.measurement import Measurement
    from fairaudit.checks.panels.sharing import NOT_TOLD, as_counted, unshared
    from fairaudit.checks.panels.tables import price_points_of, unpriced

    yield from agreed_off_scale(case)
    sheet = next(each for each in agreed_sheets(case) if each.lot == one.sheet.lot)
    led, *others = [_led(case, each, one.person) for each in as_counted(case, sheet)]
    if led.before is None or led.after is None:
        why = f"in {sheet.called} some bids lack scores, so that who leads is not known"
        yield Unassessed(node, why, ("evaluation.individual",))
        return
    if any(other != led for other in others):
        yield Unassessed(node, unshared(sheet), NOT_TOLD)
        return
    facts = _facts(case, one, led)
    yield Tabled(node, Measurement("asked", facts))
    if not _in_favour(one, led.before, led.after, led.agreed):
        return
    if price_points_of(case, sheet).in_full:
        yield _hit(one, facts)
    else:
        yield Unassessed(node, unpriced(sheet), ("evaluation.totals",))


def _led(case: Case, sheet: Sheet, person: int) -> _Led:
    from fairaudit.checks.panels.leading import leaders_of
    from fairaudit.checks.panels.tables import panel_totals, price_points_of, totals_of

    counted = price_points_of(case, sheet)
    is_agreed = _is_agreed(case, sheet)
    agreed = leaders_of(panel_totals(sheet), counted) if is_agreed else None
    return _Led(leaders_of(totals_of(sheet), counted), leaders_of(totals_of(sheet, person), counted), agreed, is_agreed)


def _is_agreed(case: Case, sheet: Sheet) -> bool:
    """Whether the panel agreed on scores, and the recorded quality is not of its members' all the same."""
    from fairaudit.checks.panels.unmoderated import counts_single_scores

    return bool(sheet.panel) and not counts_single_scores(case, sheet.lot)


def _in_favour(one: Tested, before: _Bids, after: _Bids, agreed: _Bids | None) -> bool:
    """Whether the departure is in favour of a bid that leads with it, not without it, and by the agreed scores if any."""
    if one.departure > 0:
        return one.bid in before and one.bid not in after and (agreed is None or one.bid in agreed)
    kept = agreed is None or (one.bid not in agreed and not set(agreed).isdisjoint(before))
    return kept and one.bid in after and one.bid not in before


def _facts(case: Case, one: Tested, led: _Led) -> NotPivotal:
    from fairaudit.checks.panels.tables import decimal_of, price_points_of

    sheet = one.sheet

    def called(places: _Bids | None) -> tuple[str, ...]:
        return tuple(bid_called(case, sheet.bids[at]) for at in places or ())

    agreed = ""
    if led.agreed:
        agreed = Clause(f"; by the agreed scores, which decide, the lead is with {' and '.join(called(led.agreed))}")
    elif led.is_agreed:
        agreed = "; the panel agreed on scores too, but not on all, so that who leads by them is not known"
    return NotPivotal(
        sheet.called, evaluator_called(case, sheet.people[one.person]), bid_called(case, sheet.bids[one.bid]),
        called(led.before), called(led.after), price_points_of(case, sheet).said,
        decimal_of(expected_of(one).without_one * 100, 0), agreed, *_power(one),
    )  # fmt: skip


def _power(one: Tested) -> tuple[Decimal, str]:
    """Return in how many of 100 simulated panels the test that this rests on finds one who departs, and of what panels."""
    from fairaudit.checks.panels.tables import decimal_of

    known = expected_of(one)
    return decimal_of(known.found * 100, 0), simulated(one, known)


def _hit(one: Tested, facts: NotPivotal) -> Hit[Pivotal]:
    from fairaudit.checks.panels.tables import chance_of

    instead = facts.instead[0] if one.departure > 0 else facts.bid
    found = Pivotal(
        facts.lot, facts.leads[0], facts.evaluator, facts.bid, one.told, chance_of(one.adjusted), instead, facts.counting,
        facts.baseline, facts.by_agreed,
    )  # fmt: skip
    first, *others = cell_of_scores(one)
    beside = tuple((each, "a score of the same cell") for each in others)
    return Hit(first, found, beside, severity="low" if facts.by_agreed else None, key=key_of(one))
