"""Checks of changes of a contract while it runs, against the grounds on which laws allow them without a new competition."""

import re
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.recorded import kept
from fairaudit.analysis.rounding import apart
from fairaudit.checks.base import Found, Hit, Nothing, Unassessed, Verb, check
from fairaudit.checks.generic import unless_complete
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import matching
from fairaudit.law.moments import begun
from fairaudit.law.tables import Row, Table
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Award, Modification
from fairaudit.sources.document import Path

_GROUNDS = (
    ("review-clause", r"review clause|option|provided for|indexation|72\(1\)\(a\)"),
    ("additional", r"additional|72\(1\)\(b\)"),
    ("unforeseen", r"unfores|not (?:have )?(?:been )?foresee|72\(1\)\(c\)"),
    ("succession", r"succession|merger|takeover|insolven|restructur|new contractor|72\(1\)\(d\)"),
    ("not-substantial", r"(?:not|non|in)[- ]?substantial|72\(1\)\(e\)"),
    ("small", r"small|minor|de minimis|below|low value|72\(1\)\(f\)|72\(2\)|72\(5\)"),
)


def ground_of(change: Modification) -> str | None:
    """Return the ground a change relies on, `other` for words that name none that is known, `None` where none is given."""
    if change.ground is None or kept(change.ground) is False:
        return "review-clause" if change.provided_for else None
    return next((name for name, words in _GROUNDS if re.search(words, change.ground, re.IGNORECASE)), "other")


class Increase(Frozen):
    """By how much a change raises the price, in money and in per cent of the value the contract began with."""

    by: Money
    percent: Decimal
    of: Money
    most: Decimal


class _Step(Frozen):
    """By how much one change raises the price, and the value the contract began with."""

    by: Money
    original: Money

    @property
    def percent(self) -> Fraction:
        """The increase in per cent of the first value."""
        return Fraction(self.by.amount or 0) * 100 / Fraction(self.original.amount or 1)


def _step(case: Case, change: Modification) -> _Step | Unassessed:
    """Return by how much a change raises the price, or the field without which that is not known."""
    award = case.awards[index] if isinstance(index := change.path[1], int) else None
    fields = [(f"{text_of(change.path)}.{name}", getattr(change, name)) for name in ("value_before", "value_after")]
    fields.append((f"awards[{index}].value", award.value if award else None))
    missing = next((name for name, money in fields if money is None or money.amount is None), None)
    if missing is not None or award is None or not award.value or not award.value.amount:
        name = missing or fields[-1][0]
        return Unassessed(change.node, f"{name} is not given", (name,))
    before, after = fields[0][1], fields[1][1]
    return _Step(Money(amount=after.amount - before.amount, currency=after.currency), award.value)


@check
def increase_above_the_share(
    node: Node[Modification], case: Case, *, grounds: tuple[str, ...], at_most: Decimal
) -> Found[Increase]:
    """Flag one change on some grounds that raises the price by more than `at_most` per cent of the original value."""
    ground = ground_of(node.value)
    if ground is None:
        name = f"{text_of(node.path)}.ground"
        yield Unassessed(node, f"{name} is not given", (name,))
    if ground not in grounds:
        return
    step = _step(case, node.value)
    if isinstance(step, Unassessed):
        yield step
    elif step.percent > at_most:
        at = node.value.field("value_after")
        yield Hit(at, Increase(step.by, apart(step.percent, at_most), step.original, at_most), key=node.value.id or "")


class Cumulative(Frozen):
    """What small changes add up to, in money and in per cent of the first value, and what they must stay below."""

    by: Money
    percent: Decimal
    limit: str


@check
def small_changes_above_the_limits(
    node: Node[Award], case: Case, *, shares: Table, thresholds: Table
) -> Found[Cumulative]:
    """Flag changes made because they are small whose net sum is not below a share of the first value and a threshold."""
    small = [one for one in node.value.modifications or () if ground_of(one) == "small"]
    if not small:
        return
    most = _most(case, shares, small[0].node)
    steps = [_step(case, one) for one in small]
    known = [one for one in steps if isinstance(one, _Step)]
    if isinstance(most, Unassessed):
        yield most
        return
    if len(known) < len(steps):
        yield from (one for one in steps if isinstance(one, Unassessed))
        return
    by = Money(amount=sum((one.by.amount or Decimal(0) for one in known), Decimal(0)), currency=known[0].by.currency)
    share = _Step(by, known[0].original).percent
    at = small[-1].field("value_after")
    if share >= most:
        yield Hit(at, Cumulative(by, apart(share, most), f"{most} per cent of the first value"))
    elif over := _above_threshold(case, thresholds, by):
        words = f"the threshold of {over.currency} {over.amount:,}"
        yield Hit(at, Cumulative(by, apart(share, most), words))


def _most(case: Case, shares: Table, at: Node[object]) -> Decimal | Unassessed:
    """Return the share of the first value below which a change is small."""
    day = begun(case)
    if day is None:
        return Unassessed(at, "when the procurement began is not given", ("tender.published",))
    rows = matching(case, shares, day)
    if not rows.certain:
        return Unassessed(at, "whether the contract is for works is not given", rows.missing)
    return Decimal(rows.certain[0][0].most or 0)


def _above_threshold(case: Case, thresholds: Table, by: Money) -> Row | None:
    """Return the threshold that an amount reaches, by the one row that certainly holds."""
    day = begun(case)
    rows = matching(case, thresholds, day).certain if day else ()
    row = rows[0][0] if rows else None
    reached = (
        row is not None and row.amount is not None and by.currency == row.currency and (by.amount or 0) >= row.amount
    )
    return row if reached else None


@check
def nature_changed_on_another_ground(
    node: Node[Modification], case: Case, *, allowed: tuple[str, ...]
) -> Found[Nothing]:
    """Flag a change recorded as altering the nature of the contract, unless its ground is one of `allowed`."""
    changed = node.value.character_changed
    if changed is None:
        name = f"{text_of(node.path)}.character_changed"
        yield Unassessed(node, f"{name} is not given", (name,))
    elif changed and (ground := ground_of(node.value)) not in allowed:
        yield Hit(node.value.field("character_changed"), Nothing(), (), "possible" if ground is None else None)


@check
def change_without_notice(node: Node[Modification], case: Case, *, grounds: tuple[str, ...]) -> Found[Nothing]:
    """Flag a change on some grounds of which no notice is recorded, where the awards are complete."""
    ground = ground_of(node.value)
    if ground is None:
        name = f"{text_of(node.path)}.ground"
        yield Unassessed(node, f"{name} is not given", (name,))
    elif ground in grounds and node.value.notice_published is None:
        at = node.value.field("notice_published")
        yield unless_complete(case, at) or Hit(at, Nothing())


class Groundless(Frozen):
    """By how much a change raises the price, what it reaches together with those before it, and what it must stay below."""

    by: Money
    percent: Decimal
    of: Money
    together: Verb
    limit: str


def _sums(case: Case) -> dict[Path, _Step | Unassessed]:
    """Return what the changes on no known ground, or made because they are small, raise the price by, up to each of them."""
    sums: dict[Path, _Step | Unassessed] = {}
    for award in case.awards:
        total: _Step | Unassessed | None = None
        for one in award.modifications or ():
            if ground_of(one) in (None, "other", "small"):
                total = sums[one.path] = _added(total, _step(case, one))
    return sums


def _added(total: _Step | Unassessed | None, step: _Step | Unassessed) -> _Step | Unassessed:
    """Return a sum with one more step, or why it is not known."""
    if isinstance(total, Unassessed) or isinstance(step, Unassessed) or total is None:
        return total if isinstance(total, Unassessed) else step
    amount = (total.by.amount or Decimal(0)) + (step.by.amount or Decimal(0))
    return step._replace(by=Money(amount=amount, currency=step.by.currency))


def _reached(
    case: Case, node: Node[Modification], tables: tuple[Table, Table], total: _Step
) -> Decimal | Money | Unassessed | None:
    """Return which limit of small changes a sum reaches, a share in per cent or a threshold; it must stay below both."""
    most = _most(case, tables[0], node)
    if isinstance(most, Unassessed):
        return most
    if total.percent >= most:
        return most
    day = begun(case)
    rows = matching(case, tables[1], day) if day else None
    amounts = [one.amount for one, _ in (*rows.certain, *rows.possible) if one.amount is not None] if rows else []
    by = total.by.amount or Decimal(0)
    if amounts and by < min(amounts):
        return None
    if rows is None or rows.possible or not rows.certain:
        missing = rows.missing if rows else ("tender.published",)
        return Unassessed(node, "which threshold the contract is under is not settled", missing)
    row = rows.certain[0][0]
    if row.currency != total.by.currency:
        name = f"{text_of(node.path)}.value_after"
        return Unassessed(node, f"the threshold is in {row.currency}, and {name} is not", (name,))
    return Money(amount=row.amount, currency=row.currency)


@check
def change_without_ground(
    node: Node[Modification], case: Case, *, shares: Table, thresholds: Table
) -> Found[Groundless]:
    """Flag a change for which no known ground is recorded and that is no small one, where the awards are complete.

    Small is what stays below a share of the original value and below the threshold, together with the changes before it that
    rest on no other ground (Directive 2014/24/EU, art 72(2); Public Contracts Regulations 2015, reg 72(5) and (6)).
    """
    if ground_of(node.value) not in (None, "other"):
        return
    step, total = _step(case, node.value), case.once(_sums)[node.path]
    if isinstance(step, Unassessed):
        yield step
    elif (step.by.amount or 0) > 0:
        # Where an earlier change is not known, this one by itself can only say where to look.
        reached = _reached(case, node, (shares, thresholds), total if isinstance(total, _Step) else step)
        if reached is None and isinstance(total, Unassessed):
            reached = Unassessed(node, total.reason, total.missing)
        if isinstance(reached, Unassessed):
            yield reached
        elif reached is not None:
            sure = ground_of(node.value) is None and isinstance(total, _Step)
            hit = Hit(node.value.field("ground"), _groundless(step, total, reached), (), None if sure else "possible")
            yield (unless_complete(case, hit.at) if sure and node.value.ground is None else None) or hit


def _groundless(step: _Step, total: _Step | Unassessed, reached: Decimal | Money) -> Groundless:
    """Return the facts of a change without a ground, with what it adds up to where others came before it."""
    mark = reached if isinstance(reached, Decimal) else Decimal(100)
    limit = f"{reached} per cent of the original value" if isinstance(reached, Decimal) else "the threshold of "
    limit += "" if isinstance(reached, Decimal) else reached.in_words()
    together = ""
    if isinstance(total, _Step) and total.by != step.by:
        percent = format(apart(total.percent, mark), "f").rstrip("0").rstrip(".")
        together = f", and with the changes before it by {total.by.in_words()}, {percent} per cent"
    return Groundless(step.by, apart(step.percent, mark), step.original, Verb(together), limit)
