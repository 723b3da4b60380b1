"""What families of scenarios come to: in how many another bidder comes first, which, and how near the others are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.contest.offers import Standing
from fairaudit.analysis.formulas import formula_named
from fairaudit.checks.base import Many, Tabled, Unassessed
from fairaudit.checks.contest.figures import brief, cell
from fairaudit.checks.contest.record import Field, fields
from fairaudit.checks.measurement import Cell, Measurement, Table
from fairaudit.checks.whatif.scenarios import Family, family, lead_of, worked_out
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import bidder_letter

_MOST = 6
"""A heuristic: more names than these are counted, and stand in the table."""


WORKED_OUT = "worked out again"
"""What the order is called that scenarios are compared with; a record may say another."""
ALL_SHEETS = "mean of all sheets"
"""What the order is called that scenarios without an evaluator are compared with."""
_REASONS = 3


class Outcome(Frozen):
    """What scenarios come to: `by` put `others` first, alone or level, and `nearest` leaves the least lead."""

    contest: str
    basis: str
    first: str
    scenarios: int
    changed: int
    by: tuple[str, ...] | Many
    others: tuple[str, ...] | Many
    nearest: str
    margin: Decimal
    unit: str
    unknown: int
    why: str


class Untried(Frozen):
    """Scenarios that are not tried: how many, and which."""

    contest: str
    untried: int
    names: tuple[str, ...] | Many


def some(names: Sequence[str]) -> tuple[str, ...] | Many:
    """Return names each once, the first of them where there are very many."""
    once = tuple(dict.fromkeys(names)) or ("none",)
    return once if len(once) <= _MOST else Many(once[:_MOST], len(once) - _MOST)


def letters(case: Case, names: Sequence[str]) -> tuple[str, ...]:
    """Return bids by their letters."""
    return tuple(bidder_letter(case, one) for one in names)


def together(case: Case, names: Sequence[str]) -> str:
    """Return the bids of one place in a few words."""
    return " and ".join(letters(case, names))


def told(node: Node[object], case: Case, name: str) -> Iterator[Unassessed | Tabled]:
    """Yield what a family of scenarios comes to, lot by lot; where the record has nothing to vary, that."""
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
        else:
            yield from told_of(node, case, field, name)


def told_of(node: Node[object], case: Case, field: Field, name: str) -> Iterator[Tabled]:
    """Yield what a family of scenarios comes to in one lot."""
    found = family(case, field, name)
    if found is None:
        yield Tabled(node, Measurement("nothing-to-vary", _empty(field)))
    else:
        yield from told_as(node, case, field, found)


def told_as(node: Node[object], case: Case, field: Field, found: Family, prefix: str = "") -> Iterator[Tabled]:
    """Yield what scenarios come to; a rule that tells several families has sentences of its own for each, by a prefix."""
    facts = outcome(case, field, found)
    if not found.scenarios:
        kind = "nobody-else"
    elif facts.scenarios == 0:
        kind = "none-worked-out"
    elif len(found.base.first) > 1:
        kind = "level-changes" if facts.changed else "level"
    elif not facts.changed and not facts.nearest:
        kind = "alone"
    else:
        kind = "changes" if facts.changed else "holds"
    yield Tabled(node, Measurement(prefix + kind, facts, (scenario_table(case, field, found),)))
    if facts.unknown and kind != "none-worked-out":
        yield Tabled(node, Measurement(f"{prefix}unknown", facts))
    if found.untried and found.scenarios:
        names = some([one.name for one in found.untried])
        yield Tabled(node, Measurement("untried", Untried(field.called, len(found.untried), names)))


def outcome(case: Case, field: Field, found: Family) -> Outcome:
    """Return what a family of scenarios comes to."""
    answered = list(worked_out(found))
    changed = [(name, stands) for name, stands in answered if turned(found.base, stands)]
    kept = [
        (lead, name) for name, stands in answered if (lead := lead_of(found.base, stands)) is not None and lead >= 0
    ]
    least = min(kept, key=lambda one: one[0], default=None)
    silent = [one for one in found.scenarios if one.standing is None]
    return Outcome(
        field.called,
        field.basis,
        together(case, found.base.first),
        len(answered),
        len(changed),
        some([f"{name} (then {_instead(case, field, found, stands)})" for name, stands in changed]),
        some(
            [other for _, stands in changed for other in letters(case, newcomers(found.base, stands) or stands.first)]
        ),
        least[1] if least else "",
        brief(least[0]) if least else Decimal(0),
        _unit(field.contest.overall is None, least[0] if least else None),
        len(silent),
        "; ".join(list(dict.fromkeys(one.reason for one in silent))[:_REASONS]),
    )


def _instead(case: Case, field: Field, found: Family, stands: Standing) -> str:
    """Return who comes first instead, and by how much: so much it would take to undo it. Formulas have units of their own."""
    if len(found.base.first) > 1:
        return _of_a_tie(case, field, found, stands)
    others, lead = together(case, newcomers(found.base, stands)), lead_of(found.base, stands)
    if lead is None or found.name == "formula":
        return others
    behind = brief(-lead)
    unit = _unit(field.contest.overall is None, Fraction(behind))
    return f"{others}, ahead by {behind:,f} {unit}" if lead else f"{others}, level"


def _of_a_tie(case: Case, field: Field, found: Family, stands: Standing) -> str:
    """Return who comes first where several did, and by how much."""
    who = together(case, stands.first)
    if len(stands.first) > 1:
        return f"{who}, level"
    if stands.margin is None or found.name == "formula":
        return f"{who} alone"
    ahead = brief(stands.margin)
    return f"{who} alone, ahead by {ahead:,f} {_unit(field.contest.overall is None, Fraction(ahead))}"


def _unit(points: bool, number: Fraction | None = None) -> str:
    return ("point" if number == 1 else "points") if points else "of the formula's own figure"


def turned(base: Standing, stands: Standing) -> bool:
    """Whether others come first, or fewer or more of those that stood level."""
    return set(stands.first) != set(base.first)


def newcomers(base: Standing, stands: Standing) -> tuple[str, ...]:
    """Return those that come first, alone or level, and did not before."""
    return tuple(one for one in stands.first if one not in base.first)


def _empty(field: Field) -> Outcome:
    none: tuple[str, ...] = ("none",)
    return Outcome(field.called, field.basis, "", 0, 0, none, none, "", Decimal(0), "", 0, "")


def scenario_table(case: Case, field: Field, found: Family) -> Table:
    """Return every scenario with who comes first in it and how far the first of the record is ahead, or behind."""
    # Where scores count by another average than their mean, that of all sheets is the record itself.
    base = ALL_SHEETS if found.name == "evaluator" and not field.by_other_than_means else WORKED_OUT
    rows: list[tuple[Cell, ...]] = [_row(case, base, found.base, found.base)]
    for one in found.scenarios:
        if one.standing is None:
            rows.append((one.name, None, None, 0))
        else:
            rows.append(_row(case, one.name, found.base, one.standing))
    columns: tuple[str, ...] = ("scenario", "first", "lead", "changes")
    if found.name == "formula":
        columns, rows = _formulas_table(field, found, rows)
    return Table(
        f"without-each-{found.name}" if found.name in _LEFT_OUT else found.name, columns, tuple(rows), field.lot or ""
    )


def _formulas_table(
    field: Field, found: Family, rows: list[tuple[Cell, ...]]
) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Return the table of the orders by formulas, with those that have no answer or are not tried, and why.

    Leads by different formulas are points, money or money for a point, and no one column of numbers.
    """
    base, *others = rows
    told: list[tuple[Cell, ...]] = [(*base, _unit(field.contest.overall is None), None)]
    for row, one in zip(others, found.scenarios, strict=True):
        unit = _unit(formula_named(one.name).price_only)
        told.append((*row, unit, None) if one.standing else (one.name, "no answer", None, None, unit, one.reason))
    for one in found.untried:
        told.append((one.name, "not tried", None, None, _unit(formula_named(one.name).price_only), one.reason))
    return ("scenario", "first", "lead", "changes", "unit", "why_no_answer"), told


_LEFT_OUT = frozenset({"evaluator", "criterion", "bid", "bid-out"})


def _row(case: Case, name: str, base: Standing, stands: Standing) -> tuple[str, str, Decimal | None, int]:
    lead = lead_of(base, stands)
    changes = int(turned(base, stands))
    return name, together(case, stands.first), None if lead is None else cell(lead), changes
