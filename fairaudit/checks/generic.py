"""Checks that know no family: presence, values, sums, ratios, days. Composed rules belong in Python, named and tested."""

from collections import Counter
from collections.abc import Hashable
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.rounding import apart
from fairaudit.checks.base import Condition, Found, Hit, Nothing, Pattern, Ref, Slot, Unassessed, check
from fairaudit.checks.sameness import differ, meaning, spelled
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.node import Node, Part, text_of
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.told import tells

_NONE = frozenset({"none", "no", "false", "not required", "0"})


def unless_complete(case: Case, node: Node[object]) -> Unassessed | None:
    """Return why an absence is no evidence, or `None` where the case says that the section holds everything."""
    name = text_of(node.path)
    if case.holds_all(name):
        return None
    section = name.split(".", 1)[0].split("[", 1)[0]
    return Unassessed(node, f"{name} is not given, and `complete` does not name {section}", (name,))


def is_empty(value: object) -> bool:
    """Whether a value says nothing, or says that there is none."""
    return value is None or value == () or (isinstance(value, str) and not value.strip())


def _is_blank(case: Case, node: Node[object]) -> bool:
    """Whether a group gives none of its fields, not even one that was not understood."""
    part, depth = node.value, len(node.path)
    if not isinstance(part, Part) or any(one[:depth] == node.path for one in (each.path for each in case.unreadable)):
        return False
    return all(value is None for name, value in vars(part).items() if name != "path")


@check
def present(node: Node[object], case: Case, *, of: Slot[object]) -> Found[Nothing]:
    """Flag a field that is not given, where `complete` says that its section holds everything there is.

    A record or a reason that says no is none, whatever `complete` says; one that can be read two ways is a question. A group that
    gives nothing is none.
    """
    if is_empty(of.value) or _is_blank(case, of):
        yield unless_complete(case, of) or Hit(of, Nothing())
    elif not (told := tells(of.value)):
        yield Hit(of, Nothing(), confidence=unsure_record(told))


def unsure_record(told: bool | None) -> str | None:
    """Return the confidence of a finding about a record that says no, or that can be read two ways."""
    return "possible" if told is None else None


@check
def absent(node: Node[object], case: Case, *, of: Slot[object], unless: tuple[str, ...] = ()) -> Found[Nothing]:
    """Flag a field that is given, unless it says none or one of the words of `unless`."""
    if of.value is None:
        if unsure := unless_complete(case, of):
            yield unsure
    elif str(of.value).strip().lower() not in _NONE | {one.lower() for one in unless} and not is_empty(of.value):
        yield Hit(of, Nothing())


@check
def none_given(node: Node[object], case: Case, *, of: tuple[Slot[object], ...]) -> Found[Nothing]:
    """Flag a node that gives none of some fields, where `complete` says that their sections hold everything there is."""
    said = {tells(one.value) for one in of}
    if True in said:
        return
    unsaid = [unsure for one in of if one.value is None and (unsure := unless_complete(case, one))]
    if unsaid:
        names = tuple(name for one in unsaid for name in one.missing)
        yield Unassessed(node, unsaid[0].reason, names)
    else:
        yield Hit(of[0], Nothing(), confidence=unsure_record(None if None in said else False))


@check
def one_of(node: Node[object], case: Case, *, of: Ref[str], values: tuple[str, ...]) -> Found[Nothing]:
    """Flag a value that is none of `values`."""
    if of.value not in values:
        yield Hit(of, Nothing())


class Words(Frozen):
    """The words of a text that were found."""

    words: str


@check
def matches(node: Node[object], case: Case, *, of: Ref[str], pattern: Pattern) -> Found[Words]:
    """Flag a text in which a pattern is found; patterns are RE2, so no text can make them slow."""
    words = pattern.find(of.value)
    if words is not None:
        yield Hit(of, Words(words))


@check
def mentions(
    node: Node[object], case: Case, *, of: Ref[str], phrases: tuple[str, ...], unless: tuple[str, ...] = ()
) -> Found[Words]:
    """Flag a text that holds one of `phrases` as whole words, unless it also holds one of `unless`."""
    if not any(_holds(of.value, one) for one in unless):
        for phrase in phrases:
            if _holds(of.value, phrase):
                yield Hit(of, Words(phrase), key=phrase)


def _holds(text: str, phrase: str) -> bool:
    """Whether a phrase stands in a text as whole words, whatever the case and the spaces."""
    low, wanted = " ".join(text.lower().split()), " ".join(phrase.lower().split())
    start = low.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        before, after = low[start - 1 : start], low[end : end + 1]
        if not (before.isalnum() and wanted[:1].isalnum()) and not (after.isalnum() and wanted[-1:].isalnum()):
            return True
        start = low.find(wanted, start + 1)
    return False


@check
def between(
    node: Node[object],
    case: Case,
    *,
    of: Ref[object],
    at_least: Decimal | None = None,
    at_most: Decimal | None = None,
) -> Found[Nothing]:
    """Flag a number below `at_least` or above `at_most`."""
    value = of.value
    if not isinstance(value, Decimal | int):
        yield Unassessed(of, f"{text_of(of.path)} is not a number", (text_of(of.path),))
    elif (at_least is not None and value < at_least) or (at_most is not None and value > at_most):
        yield Hit(of, Nothing())


class Ratio(Frozen):
    """How many times `to` goes into `of`."""

    ratio: Decimal


@check
def ratio_at_most(node: Node[object], case: Case, *, of: Ref[Money], to: Ref[Money], at_most: Decimal) -> Found[Ratio]:
    """Flag an amount that is more than `at_most` times another."""
    first, second = of.value, to.value
    if first.amount is None or second.amount is None:
        at = of if first.amount is None else to
        yield Unassessed(of, f"{text_of(at.path)}.amount is not given", (f"{text_of(at.path)}.amount",))
    elif first.currency is None or second.currency is None:
        at = of if first.currency is None else to
        yield Unassessed(of, "the currency of an amount is not given", (f"{text_of(at.path)}.currency",))
    elif first.currency != second.currency:
        yield Unassessed(of, f"amounts in different currencies: {first.currency} and {second.currency}")
    elif second.amount <= 0:
        yield Unassessed(of, f"{text_of(to.path)} is not above zero")
    elif (ratio := Fraction(first.amount) / Fraction(second.amount)) > at_most:
        yield Hit(of, Ratio(apart(ratio, at_most)), ((to, "the amount it is compared with"),))


class Sum(Frozen):
    """What some numbers add up to."""

    sum: Decimal


def numbers(items: object, of: str) -> tuple[list[Decimal], list[str]]:
    """Return a field of every item of a list, and the paths of items that do not give it."""
    found: list[Decimal] = []
    missing: list[str] = []
    for item in items if isinstance(items, tuple) else ():
        value = getattr(item, of, None)
        if isinstance(value, Decimal | int):
            found.append(Decimal(value))
        else:
            missing.append(f"{text_of(item.path)}.{of}" if isinstance(item, Part) else of)
    return found, missing


@check
def sum_is(
    node: Node[object],
    case: Case,
    *,
    items: Ref[tuple[object, ...]],
    of: str,
    total: Decimal,
    within: Decimal = Decimal(0),
) -> Found[Sum]:
    """Flag items whose field `of` does not add up to `total`, give or take `within`."""
    found, missing = numbers(items.value, of)
    if missing:
        yield Unassessed(items, f"{missing[0]} is not given", tuple(missing))
    elif abs(sum(found, Decimal(0)) - total) > within:
        yield Hit(items, Sum(sum(found, Decimal(0))))


class Share(Frozen):
    """The share of one item in the sum of all, in per cent."""

    share: Decimal
    item: str


@check
def share_at_most(
    node: Node[object], case: Case, *, items: Ref[tuple[object, ...]], of: str, at_most: Decimal
) -> Found[Share]:
    """Flag every item whose field `of` is more than `at_most` per cent of the sum."""
    found, missing = numbers(items.value, of)
    total = sum(found, Decimal(0))
    if missing or total <= 0:
        yield Unassessed(items, "shares need every number and a sum above zero", tuple(missing))
        return
    for item, value in zip(items.value, found, strict=True):
        share = Fraction(value) * 100 / Fraction(total)
        if share > at_most and isinstance(item, Part):
            name = getattr(item, "name", None) or getattr(item, "id", None) or text_of(item.path)
            yield Hit(item.field(of), Share(apart(share, at_most), name), key=str(name))


class Repeated(Frozen):
    """A value that stands more than once."""

    value: str
    times: int


@check
def unique(node: Node[object], case: Case, *, items: Ref[tuple[object, ...]], of: str) -> Found[Repeated]:
    """Flag every item whose field `of` means the same as that of an earlier item: 0.30 repeats 0.3."""
    given = [(item, getattr(item, of)) for item in items.value if isinstance(item, Part) and hasattr(item, of)]
    keyed = [(item, value, meaning(value, case.clock)) for item, value in given if value is not None]
    counts = Counter(key for _, _, key in keyed)
    seen: dict[Hashable, tuple[Part, object]] = {}
    for item, value, key in keyed:
        first, spelt = seen.setdefault(key, (item, value))
        if first is not item:
            found = Repeated(spelled(value), counts[key])
            yield Hit(item.field(of), found, ((first.field(of), "the first"),), key=spelled(spelt))
    if any(isinstance(key, datetime) for key in seen):
        for key, (item, _) in seen.items():
            if isinstance(key, When) and key.time is not None:
                reason = "whether it is the time of another hangs on a time zone that is not given"
                yield Unassessed(item.field(of), reason, ("tender.time_zone",))


class Differing(Frozen):
    """The values that differ."""

    values: tuple[str, ...]


@check
def values_differ(node: Node[object], case: Case, *, items: Ref[tuple[object, ...]], of: str) -> Found[Differing]:
    """Flag a list whose items do not all mean the same by `of`, however it is written; items that give none are left out."""
    parts = [item for item in items.value if isinstance(item, Part) and getattr(item, of, None) is not None]
    apart, unsure = _unlike([getattr(item, of) for item in parts], case.clock)
    if apart:
        values = tuple(dict.fromkeys(spelled(getattr(item, of)) for item in parts))
        related = tuple((item.field(of), spelled(getattr(item, of))) for item in parts[1:])
        yield Hit(parts[0].field(of), Differing(values), related)
    elif unsure is not None:
        first = text_of(parts[0].field(of).path)
        yield Unassessed(parts[unsure].field(of), f"cannot be compared with {first}: {_LACKS}")


_LACKS = "one of them lacks what the other gives, such as a time zone or a currency"


def _unlike(values: list[object], clock: Clock) -> tuple[bool, int | None]:
    """Return whether any two values differ, and else the position of one that cannot be compared with the first.

    Each is compared with the first, and with the first that cannot be compared with that: no value with all others.
    """
    answers = [differ(values[0], one, clock) for one in values] if values else []
    unsure = answers.index(None) if None in answers else None
    if unsure is not None:
        answers += [differ(values[unsure], one, clock) for one in values]
    return True in answers, unsure


class Days(Frozen):
    """Whole days from one date to another."""

    days: int


@check
def days_between(
    node: Node[object],
    case: Case,
    *,
    start: Ref[When],
    end: Ref[When],
    at_least: int | None = None,
    at_most: int | None = None,
) -> Found[Days]:
    """Flag an `end` fewer than `at_least` or more than `at_most` calendar days after `start`, by the buyer's calendar."""
    first, last = case.clock.local(start.value), case.clock.local(end.value)
    if first is None or last is None:
        yield Unassessed(end, "the days depend on a time zone that is not given", ("tender.time_zone",))
        return
    days = (last.date() - first.date()).days
    if (at_least is not None and days < at_least) or (at_most is not None and days > at_most):
        yield Hit(end, Days(days), ((start, "counted from here"),))


@check
def requires(node: Node[object], case: Case, *, of: Slot[object], then: Slot[object]) -> Found[Nothing]:
    """Flag a node that gives `of` but not `then`."""
    if of.value is None:
        if unsure := unless_complete(case, of):
            yield unsure
    elif str(of.value).lower() in _NONE or (asked := tells(of.value)) is False:
        return
    elif is_empty(then.value):
        yield unless_complete(case, then) or Hit(of, Nothing(), ((then, "not given"),))
    elif (told := tells(then.value)) is not True:
        sure = unsure_record(told if asked else None)
        yield Hit(of, Nothing(), ((then, "says nothing of it"),), sure)


class Uncovered(Frozen):
    """What is not covered."""

    lacking: tuple[str, ...]


@check
def covers_all(
    node: Node[object], case: Case, *, of: Ref[tuple[object, ...]], all_of: Ref[tuple[object, ...]]
) -> Found[Uncovered]:
    """Flag a list that lacks items (texts, or ids of groups) of another; `all` covers everything."""
    have = {str(getattr(one, "id", None) or one) for one in of.value}
    want = [str(getattr(one, "id", None) or one) for one in all_of.value]
    lacking = tuple(one for one in want if one not in have)
    if lacking and "all" not in have:
        yield Hit(of, Uncovered(lacking), ((all_of, "what should be covered"),))


@check
def expression(node: Node[object], case: Case, *, when: Condition, of: Slot[object] | None = None) -> Found[Nothing]:
    """Flag a node for which a condition in CEL holds; the finding stands at `of`, or at the node."""
    if when.holds:
        yield Hit(of or node, Nothing())
