"""Checks of the families `qualification` and `terms`: what is asked of a bidder, against the size of the contract."""

import re
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.rounding import apart
from fairaudit.checks.base import Found, Hit, Nothing, Pattern, Ref, Slot, Unassessed, Verb, check
from fairaudit.checks.generic import Ratio, ratio_at_most, unless_complete
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.criteria import Insurance, References
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Tender
from fairaudit.procurement.model.told import tells

_SENTENCE = re.compile(r"[.;]")
_DENIED = re.compile(
    r"\b(?:not|rather than|instead of)\s(?:on|upon|at|by|with|from|in|only)\b[^,;.]*?(?=\bbut\b|[,;.]|\Z)",
    re.IGNORECASE,
)


def _times(first: Node[Money], second: Node[Money]) -> Fraction | Unassessed:
    """Return how many times one amount holds another, or why that cannot be said."""
    for at, money in ((first, first.value), (second, second.value)):
        for name in ("amount", "currency"):
            if getattr(money, name) is None:
                field = f"{text_of(at.path)}.{name}"
                return Unassessed(first, f"{field} is not given", (field,))
    if first.value.currency != second.value.currency:
        reason = f"amounts in different currencies: {first.value.currency} and {second.value.currency}"
        return Unassessed(first, reason)
    if first.value.amount is None or second.value.amount is None or second.value.amount <= 0:
        return Unassessed(first, f"{text_of(second.path)} is not above zero")
    return Fraction(first.value.amount) / Fraction(second.value.amount)


class Asked(Frozen):
    """An amount asked for, and its share of the contract in per cent."""

    of: Money
    percent: Decimal


@check
def percent_at_most(
    node: Node[object], case: Case, *, of: Slot[Money], to: Slot[Money], at_most: Decimal
) -> Found[Asked]:
    """Flag an amount above `at_most` per cent of another; an amount that is not asked for passes where `complete` says so."""
    if of.value is None:
        if unsure := unless_complete(case, of):
            yield unsure
    elif to.value is None and of.value.amount != 0:
        yield Unassessed(of, f"{text_of(to.path)} is not given", (text_of(to.path),))
    elif to.value is not None and of.value.amount != 0:
        share = _times(of, to)
        if isinstance(share, Unassessed):
            yield share
        elif share * 100 > at_most:
            yield Hit(of, Asked(of.value, apart(share * 100, at_most)), ((to, "the value of the contract"),))


class ReferenceValue(Frozen):
    """The value asked of each reference, how many are asked for, and their share of the contract in per cent."""

    of: Money
    number: int
    counted: Verb
    percent: Decimal


@check
def reference_value_at_most(
    node: Node[References],
    case: Case,
    *,
    of: Slot[Money],
    to: Slot[Money],
    question_above: Decimal,
    at_most: Decimal,
    together_at_most: Decimal,
) -> Found[ReferenceValue]:
    """Flag references worth more than `at_most` per cent of the contract; ask above the lower marks, single and together."""
    if of.value is None:
        if unsure := unless_complete(case, of):
            yield unsure
        return
    if to.value is None:
        yield Unassessed(of, f"{text_of(to.path)} is not given", (text_of(to.path),))
        return
    share = _times(of, to)
    if isinstance(share, Unassessed):
        yield share
        return
    count = node.value.minimum or 1
    single, together = share * 100, share * 100 * count
    related = ((to, "the value of the contract"),)
    if single > question_above:
        high = single > at_most
        facts = ReferenceValue(
            of.value, count, Verb("one alone is"), apart(single, at_most if high else question_above)
        )
        yield Hit(of, facts, related, None if high else "possible")
    elif count > 1 and together > together_at_most:
        facts = ReferenceValue(of.value, count, Verb("together they are"), apart(together, together_at_most))
        yield Hit(of, facts, related, "possible")


class Window(Frozen):
    """How many references are asked for, from how many years."""

    number: int
    years: Decimal


@check
def window_at_least(node: Node[References], case: Case, *, of: Ref[Decimal], at_least: Decimal) -> Found[Window]:
    """Flag several references that must all stem from fewer than `at_least` years."""
    count = node.value.minimum
    if count is None:
        name = f"{text_of(node.path)}.minimum"
        yield Unassessed(node, f"{name} is not given", (name,))
    elif count > 1 and of.value < at_least:
        yield Hit(of, Window(count, of.value))


class Years(Frozen):
    """Years of experience asked for."""

    years: Decimal


@check
def experience_at_most(
    node: Node[object], case: Case, *, years: tuple[Slot[Decimal], ...], whose: Slot[str], of: str, at_most: Decimal
) -> Found[Years]:
    """Flag more than `at_most` years of experience of the firm, or of staff; whose it is may have to be asked."""
    asked = next((one for one in years if one.value is not None), None)
    if asked is None:
        names = tuple(text_of(one.path) for one in years)
        yield Unassessed(node, f"{names[0]} is not given", names)
    elif asked.value > at_most:
        said = (whose.value or "").strip().lower()
        if not said and of != "firm":
            yield Unassessed(node, f"{text_of(whose.path)} is not given", (text_of(whose.path),))
        elif not said or said == of:
            yield Hit(asked, Years(asked.value), confidence=None if said else "possible")


@check
def amount_above_zero(node: Node[object], case: Case, *, of: Slot[Money]) -> Found[Nothing]:
    """Flag an amount that is asked for at all."""
    if of.value is None:
        if unsure := unless_complete(case, of):
            yield unsure
    elif of.value.amount is None:
        name = f"{text_of(of.path)}.amount"
        yield Unassessed(of, f"{name} is not given", (name,))
    elif of.value.amount > 0:
        yield Hit(of, Nothing())


class Said(Frozen):
    """What a text says."""

    words: str


@check
def forbids(
    node: Node[object], case: Case, *, of: Slot[str], forbidden: Pattern, allowed: Pattern, after_all: Pattern
) -> Found[Said]:
    """Flag a term that forbids something outright; a longer text that holds such words is for a person to read.

    Words `after_all` allow what others seem to forbid: `not prohibited`, `not without our consent`.
    """
    if of.value is None:
        if unsure := unless_complete(case, of):
            yield unsure
        return
    sentences = _SENTENCE.split(of.value)
    rest = [one for one in sentences if not after_all.find(one)]
    if words := forbidden.find(".".join(rest)):
        whole = words.strip(" .") == of.value.strip(" .")
        yield Hit(of, Said(of.value), confidence=None if whole else "possible")
    elif len(rest) == len(sentences) and allowed.find(of.value) is None:
        yield Unassessed(of, f"{text_of(of.path)} says neither allowed nor forbidden: {of.value[:60]}", ())


@check
def needed_before_award(
    node: Node[object], case: Case, *, at: tuple[Slot[str], ...], early: Pattern, later: Pattern
) -> Found[Said]:
    """Flag something that must be in place with the bid rather than from award on."""
    said = [one for one in at if one.value]
    if not said:
        names = tuple(text_of(one.path) for one in at)
        yield Unassessed(node, f"{names[0]} is not given", names)
        return
    for one in said:
        # What is denied says nothing: `with the bid, not on award`.
        affirmed = _DENIED.sub(" ", one.value)
        if later.find(affirmed):
            continue
        if early.find(affirmed):
            yield Hit(one, Said(one.value))
        else:
            yield Unassessed(one, f"{text_of(one.path)} does not say at bid or at award: {one.value[:60]}")


@check
def cover_at_most(
    node: Node[Insurance],
    case: Case,
    *,
    of: Ref[Money],
    to: Ref[Money],
    at_most: Decimal,
    statutory: Pattern,
    statutory_sum: Decimal,
    currency: str,
) -> Found[Ratio]:
    """Flag a cover that is more than `at_most` times another amount; one the law sets itself, up to its sum, is fine.

    The sum of cover for employers' liability in Great Britain: SI 1998/2573 reg 3(1).
    """
    asked = of.value
    named = any(statutory.find(text) for text in (node.value.name, node.value.text) if text)
    within = asked.amount is not None and asked.amount <= statutory_sum and asked.currency == currency
    if not (named and within):
        yield from ratio_at_most(node, case, of=of, to=to, at_most=at_most)


class Undivided(Frozen):
    """The value of a contract that is not divided."""

    value: Money


@check
def divided_or_explained(
    node: Node[Tender],
    case: Case,
    *,
    value: Ref[Money],
    category: Ref[str],
    floor: Decimal,
    currencies: tuple[str, ...],
    categories: tuple[str, ...],
) -> Found[Undivided]:
    """Flag a contract of `floor` or more in one lot without a recorded reason, where the tender is given in full."""
    tender, money = node.value, value.value
    divided, called_off = len(tender.lots or ()) > 1, bool(tender.regime and tender.regime.call_off_of)
    if divided or called_off or category.value.lower() not in categories or tells(tender.no_lots_reason):
        return
    if money.amount is None or money.currency not in currencies:
        # A currency without a floor of its own is no gap that anybody could fill.
        bare = [one for one in ("amount", "currency") if getattr(money, one) is None]
        unsaid = tuple(f"{text_of(value.path)}.{one}" for one in bare[:1])
        yield Unassessed(value, f"no floor is set for the currency {money.currency or 'that is not given'}", unsaid)
    elif money.amount >= floor:
        lacking = [one for one in ("lots", "no_lots_reason") if getattr(tender, one) is None]
        if case.holds_all("tender") or not lacking:
            yield Hit(node, Undivided(money), ((value, "the value of the whole"),))
        else:
            names = tuple(f"tender.{one}" for one in lacking)
            yield Unassessed(node, f"{names[0]} is not given, and `complete` does not name tender", names)
