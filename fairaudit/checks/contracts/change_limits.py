"""Checks of changes of a contract while it runs: how far they go without a ground, and what must be published of them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.rounding import apart
from fairaudit.checks.base import Found, Hit, Nothing, Pattern, Unassessed, Verb, check
from fairaudit.checks.contracts.claimed_grounds import PERMITTED, SMALL, TRANSFER, UNKNOWN, claimed
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import matching
from fairaudit.law.counting import readings
from fairaudit.law.moments import announced, begun, day_of, happened
from fairaudit.law.tables import StatutoryPeriod, Table
from fairaudit.law.uk import applying
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Award, Modification


def _award_of(case: Case, one: Modification) -> Award | None:
    """Return the award whose contract is changed."""
    place = one.path[1] if len(one.path) > 1 else None
    return case.awards[place] if isinstance(place, int) and place < len(case.awards) else None


def value_change(one: Modification) -> Fraction | None:
    """Return by how much of its value before a contract changes; `None` where that is not given."""
    before, after = one.value_before, one.value_after
    if (
        before is None
        or after is None
        or not before.amount
        or after.amount is None
        or before.currency != after.currency
    ):
        return None
    return (Fraction(after.amount) - Fraction(before.amount)) / Fraction(before.amount)


def term_change(case: Case, one: Modification) -> Fraction | None:
    """Return by how much of the longest term provided for on award a term changes; `None` where that is not given."""
    award = _award_of(case, one)
    span = (award.contract_period if award else None) or case.tender.contract_period
    if one.end_before is None or one.end_after is None or span is None or span.start_date is None:
        return None
    end = span.max_extent_date or span.end_date
    start, last = day_of(case, span.start_date), day_of(case, end) if end else None
    if start is None or last is None or last <= start:
        return None
    return Fraction((one.end_after - one.end_before).days, (last - start).days + 1)


def _term_open(one: Modification) -> bool:
    """Whether the term changes and it is not given by how much of the whole."""
    return one.end_before != one.end_after


class Raised(Frozen):
    """The value before and after, and the change in per cent."""

    before: Money
    after: Money
    percent: Decimal


@check
def value_raised_over(node: Node[Modification], case: Case, *, grounds: Pattern, at_most: Decimal) -> Found[Raised]:
    """Flag a change on one of some grounds that raises the value of the contract by more than `at_most` per cent."""
    one = node.value
    if one.ground is None or grounds.find(one.ground) is None:
        return
    change = value_change(one)
    if change is None or one.value_before is None or one.value_after is None:
        yield lacking(one.field("value_before" if one.value_before is None else "value_after"))
    elif change * 100 > at_most:
        yield Hit(one.field("value_after"), Raised(one.value_before, one.value_after, apart(change * 100, at_most)))


@check
def nature_changed(node: Node[Modification], case: Case, *, grounds: Pattern) -> Found[Nothing]:
    """Flag a change that alters the overall nature of the contract on a ground that does not allow it."""
    one = node.value
    if not one.provided_for and (one.ground is None or grounds.find(one.ground) is None):
        return
    if one.character_changed is None:
        yield lacking(one.field("character_changed"))
    elif one.character_changed:
        yield Hit(one.field("character_changed"), Nothing())


class Beyond(Frozen):
    """What is claimed for a change, as part of a sentence, and why it is substantial."""

    claimed: Verb
    why: tuple[str, ...]


@check
def changed_without_leave(
    node: Node[Modification], case: Case, *, small: Table, term_at_most: Decimal
) -> Found[Beyond]:
    """Flag a change without a known ground that is substantial and not small, whatever it is said to be.

    Substantial: more than `term_at_most` per cent of the longest term, something of a new kind, the economic balance.
    Small: the row of a table in per cent of the value, below the threshold together with others, nothing of a new kind.
    A ground in words that name none that is known leads to a question.
    """
    one, claim = node.value, claimed(node.value)
    if claim == PERMITTED:
        return
    why, open_ = _substantial(case, one, term_at_most)
    modest = _is_small(case, one, small) if why or claim == SMALL else False
    if modest is True or (claim == TRANSFER and not why):
        return
    if not why:
        if open_:
            yield Unassessed(node, "whether the change is substantial is not given", _paths(one, open_))
    elif modest is False:
        said = Verb(f"; what is recorded is \u201c{one.ground}\u201d" if claim else "")
        doubt = "possible" if claim in (UNKNOWN, TRANSFER) else None
        yield Hit(node, Beyond(said, (*why, *_not_small(case, one, small, claim))), confidence=doubt)
    else:
        yield Unassessed(node, "whether the change is small is not settled", modest)


def _substantial(case: Case, one: Modification, term_at_most: Decimal) -> tuple[list[str], list[str]]:
    """Return why a change is substantial (s.74(3)), and the fields without which that is not known."""
    term = term_change(case, one)
    why = [f"its term changes by {_shown(term, term_at_most)} per cent"] if _over(term, term_at_most) else []
    why += ["it adds something of a kind the contract did not provide for"] if one.new_kind else []
    why += ["it changes the overall nature of the contract"] if one.character_changed else []
    why += ["its economic balance shifts in favour of the supplier"] if one.favours_supplier else []
    open_ = [name for name in ("new_kind", "favours_supplier") if getattr(one, name) is None]
    if term is None and _term_open(one):
        open_.append("end_before" if one.end_before is None else "end_after")
    return why, open_


def _not_small(case: Case, one: Modification, table: Table, claim: str | None) -> list[str]:
    """Return by how much a change that is said to be small is beyond what is, as far as its own value tells."""
    change, limit = value_change(one), _limit(case, table)[0]
    if claim != SMALL or limit is None or not _over(change, limit):
        return []
    return [f"its value changes by {_shown(change, limit)} per cent, where up to {limit:f} is small"]


def _over(change: Fraction | None, at_most: Decimal) -> bool:
    return change is not None and abs(change) * 100 > at_most


def _shown(change: Fraction | None, mark: Decimal) -> str:
    return format(apart(abs(change or Fraction(0)) * 100, mark), "f")


def _paths(one: Modification, names: list[str]) -> tuple[str, ...]:
    return tuple(text_of((*one.path, name)) for name in names)


def _limit(case: Case, table: Table) -> tuple[Decimal | None, tuple[str, ...]]:
    """Return the per cent that the row of a table allows, or what would settle it."""
    rows = matching(case, table, begun(case) or date.min)
    if not rows.certain:
        return None, rows.missing
    return Decimal(rows.certain[0][0].most or 0), ()


def _is_small(case: Case, one: Modification, table: Table) -> bool | tuple[str, ...]:
    """Return whether a change is small, or the fields that would settle it."""
    if one.new_kind or one.character_changed:
        return False
    change = value_change(one)
    limit, missing = _limit(case, table)
    if change is None:
        return _paths(one, ["value_before", "value_after"])
    if limit is None:
        return missing
    if abs(change) * 100 > limit:
        return False
    if one.new_kind is None:
        return _paths(one, ["new_kind"])
    threshold = applying(case, "thresholds", announced(case) or date.min)
    if threshold.possible or not threshold.certain or threshold.certain[0][0].amount is None:
        return threshold.missing or ("tender.value",)
    return _together(case, one, limit) < threshold.certain[0][0].amount


def _together(case: Case, one: Modification, limit: Decimal) -> Decimal:
    """Return what the changes of a contract that may only pass as small add to it together."""
    award = _award_of(case, one)
    total = Decimal(0)
    for other in (award.modifications if award else None) or ():
        change = value_change(other)
        if claimed(other) not in (None, SMALL) or change is None or abs(change) * 100 > limit:
            continue
        if other.value_after and other.value_before and other.value_after.amount and other.value_before.amount:
            total += other.value_after.amount - other.value_before.amount
    return total


def _needs_notice(case: Case, one: Modification, table: Table, term_at_most: Decimal) -> bool | tuple[str, ...]:
    """Return whether a change must be announced: not where its value or its term changes a little."""
    value, term = value_change(one), term_change(case, one)
    limit, missing = _limit(case, table)
    if value is None and term is None:
        return _paths(one, ["value_before", "value_after"])
    if term and not _over(term, term_at_most):
        return False
    if value and limit is None:
        return missing
    if value and limit is not None and not _over(value, limit):
        return False
    if term is None and _term_open(one):
        return _paths(one, ["end_before" if one.end_before is None else "end_after"])
    return True


class Unannounced(Frozen):
    """When the change was made, and how it was announced."""

    date: date
    came: str


@check
def changed_unannounced(
    node: Node[Modification], case: Case, *, small: Table, term_at_most: Decimal
) -> Found[Unannounced]:
    """Flag a change that had to be announced and was not, or only when it had been made."""
    one = node.value
    needed = _needs_notice(case, one, small, term_at_most)
    if needed is False:
        return
    if isinstance(needed, tuple) or one.date is None:
        missing = needed if isinstance(needed, tuple) else _paths(one, ["date"])
        yield Unassessed(node, "whether and when the change had to be announced is not settled", missing)
        return
    told = _announced(case, one)
    doubt = None if value_change(one) or term_change(case, one) else "possible"
    if told is not None and told > one.date:
        yield Hit(one.field("date"), Unannounced(one.date, f"only on {day_in_words(told)}"), confidence=doubt)
    elif told is None and case.holds_all("tender.notices"):
        yield Hit(one.field("date"), Unannounced(one.date, "not at all"), confidence=doubt)
    elif told is None:
        yield lacking(one.field("notice_published"))


def _announced(case: Case, one: Modification) -> date | None:
    """Return when a change was announced: as it says, else the first notice of a change that is listed."""
    if one.notice_published is not None:
        return day_of(case, one.notice_published)
    days = [day for each in happened(case, "change-notice") if (day := day_of(case, each.when)) is not None]
    award = _award_of(case, one)
    # With several changes a listed notice may be about any of them.
    return min(days, default=None) if len((award.modifications if award else None) or ()) < 2 else None


class CopyLate(Frozen):
    """When the contract as modified was published, and the last day for it."""

    came: str
    last: date
    period: str


@check
def modified_copy_late(
    node: Node[Modification],
    case: Case,
    *,
    small: Table,
    term_at_most: Decimal,
    more_than: Decimal,
    period: StatutoryPeriod,
) -> Found[CopyLate]:
    """Flag a change that had to be announced, of a contract worth more than an amount, that was not published in time."""
    one = node.value
    needed = _needs_notice(case, one, small, term_at_most)
    worth = one.value_after.amount if one.value_after else None
    if needed is False or (worth is not None and worth <= more_than):
        return
    if isinstance(needed, tuple) or one.date is None or worth is None:
        names = _paths(one, ["date"] if one.date is None else ["value_after"])
        missing = needed if isinstance(needed, tuple) else names
        yield Unassessed(node, "whether the change had to be published is not settled", missing)
        return
    counted = readings(case, period, one.date)
    if isinstance(counted, str):
        return
    last = max(each.last for each in counted)
    day = day_of(case, one.copy_published) if one.copy_published else None
    if day is not None and day > last:
        yield Hit(one.field("copy_published"), CopyLate(f"on {day_in_words(day)}", last, period.words))
    elif day is None and case.today is not None and case.today > last:
        if case.holds_all("awards"):
            yield Hit(node, CopyLate("not at all", last, period.words))
        else:
            yield lacking(one.field("copy_published"))
