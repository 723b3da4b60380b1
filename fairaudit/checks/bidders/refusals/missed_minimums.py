"""Whether the words for which a bid was turned away say that it falls below a minimum that is published about the same thing."""

from __future__ import annotations

import re
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.bidders.refusals.cited_rules import OF_ANY_FAULT, one_word
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Sum
from fairaudit.procurement.model.criteria import SelectionCriterion
from fairaudit.procurement.model.records import Bid

_SHORT = late_pattern(
    r"\b(?:only|just|no|not|none|without|lacks?|lacking|missing|below|beneath|under|short|less|fewer|few|little|low|lower"
    r"|insufficient|inadequate|instead|older)\b",
    re.IGNORECASE,
)
_BEFORE_THE_LEAST = late_pattern(
    r"\b(?:below|beneath|under|less than|fewer than|lower than|short of|not|without|lacks?)\b", re.IGNORECASE
)
"""What stands before the number that is asked, and not before the one that was shown: `fewer than five`."""
_AT_MOST = late_pattern(
    r"\b(?:within|at most|maximum|no more than|not more than|up to|no later|not exceed\w*|fewer than|less than)\b",
    re.IGNORECASE,
)
"""What makes a number of a condition the most, and not the least, that it allows."""
_OF_SAYING = frozenset({
    "bidder", "company", "firm", "tenderer", "applicant", "proven", "proved", "proof", "shown", "named", "listed",
    "enclosed", "submitted", "presented", "gave", "given", "lacking", "lack", "without", "no", "none", "just", "only", "less",
    "fewer", "insufficient", "inadequate", "reach", "reached", "published", "document", "number", "instead", "than",
    "what", "ask", "asked", "require", "required", "need", "needed", "older", "old", "below", "beneath", "under",
    "short", "low", "lower",
})  # fmt: skip
"""What is said of any shortfall, and so not of what is short."""

_YEARS = frozenset({"year", "month"})
_TELLING = 2
"""How many words after a number say of what it is: `five qualified gardeners`."""


class _Amount(Frozen):
    """A number and the words that say of what it is; none where nothing does, as of money."""

    number: Decimal
    of: frozenset[str]


def below_a_published_minimum(case: Case, bid: Bid) -> bool:
    """Whether a reason says that something is short of which a condition of taking part asks a number.

    Every telling word of it must stand in the condition: `two references from this town` asks for more than two references.
    Where both have a number of one thing, that of the reason must be the lower one.
    """
    reason = bid.reason or ""
    if not _SHORT.search(reason):
        # An amount that is lower says so itself.
        return any(_is_below(reason, one, plain=False) for one in _conditions(case))
    return any(_is_below(reason, one, plain=True) for one in _conditions(case))


def _conditions(case: Case) -> tuple[SelectionCriterion, ...]:
    return case.tender.selection_criteria or ()


def _is_below(reason: str, condition: SelectionCriterion, *, plain: bool) -> bool:
    text = " ".join(one for one in (condition.name, condition.text) if one)
    kind = condition.kind if condition.kind not in (None, "other") else ""
    telling, held = _words(reason), _words(f"{text} {kind}")
    if not telling or _AT_MOST.search(text) or not all(any(one_word(one, other) for other in held) for one in telling):
        return False
    said, asked = _amounts(reason), _amounts(text)
    if (least := _least(condition)) is not None:
        asked.append(_Amount(least, frozenset()))
    pairs = [(one, other) for one in said for other in asked if _of_one_thing(one, other)]
    pairs = pairs or [(one, other) for one in said for other in asked if not (one.of and other.of)]
    if pairs:
        named = _BEFORE_THE_LEAST.search(reason) is not None
        return any(one.number < other.number or (named and one.number == other.number) for one, other in pairs)
    # Nothing to compare: what is short is said in words, of something of which a number is asked, and names no other number.
    return plain and bool(asked) and all(one in asked for one in said)


def _of_one_thing(one: _Amount, other: _Amount) -> bool:
    """Whether two numbers are of one thing; over how many years something is counted is no minimum."""
    if not _YEARS.isdisjoint(one.of | other.of):
        return False
    return any(first == second or one_word(first, second) for first in one.of for second in other.of)


def _least(condition: SelectionCriterion) -> Decimal | None:
    """Return the least that a condition asks in a field of its own: a number of things, or an amount of money."""
    least: object = getattr(condition, "minimum", None)
    if isinstance(least, Sum):
        return least.amount
    return Decimal(least) if isinstance(least, int | Decimal) else None


def _words(text: str) -> set[str]:
    """Return what a text is about, without numbers and what is said of any fault."""
    return {one for one in gist(text) if len(one) > 2 and one.isalpha()} - OF_ANY_FAULT - _OF_SAYING


def _amounts(text: str) -> list[_Amount]:
    """Return the numbers of a text, each with the next telling words, which say of what it is: two at most."""
    found: list[_Amount] = []
    waiting: list[Decimal] = []
    after: list[str] = []
    for one in (*gist(text), "0"):
        if one.replace(".", "", 1).isdecimal():
            if after:
                found += [_Amount(number, frozenset(after)) for number in waiting]
                waiting, after = [], []
            waiting.append(Decimal(one))
        elif waiting and len(after) < _TELLING and one not in OF_ANY_FAULT | _OF_SAYING:
            after.append(one)
    return found + [_Amount(number, frozenset()) for number in waiting[:-1]]
