"""Checks of how price is scored: formulas that some prices break, and a price that hardly counts."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.formulas import FORMULAS, FormulaError, formula_named, is_written, known_as
from fairaudit.analysis.rounding import apart
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.prices.compared import priced_contests
from fairaudit.checks.prices.price_lines import in_figures
from fairaudit.checks.scoring.criteria.of_lots import first_alike, tops_for
from fairaudit.checks.scoring.criteria.tree import Question, called, question_at, scored_leaves, worth
from fairaudit.checks.scoring.evaluation_records import plain
from fairaudit.checks.texts.corpus import corpus_of
from fairaudit.checks.texts.silence import speaks
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion, Formula
from fairaudit.procurement.model.node import Node, text_of

_PLACES = ("award", "specification", "terms")

_RISING = "the dearest bid earns the most, which is usual where bidders pay, and not where they are paid"


class Broken(Frozen):
    """A price formula, and what breaks it."""

    criterion: str
    formula: str
    fault: str


class PriceWeight(Frozen):
    """The share of the weights that stands on price, in per cent, and the words for it, which need not be told of none."""

    share: Decimal
    counted: Verb


@check
def formula_breaks(
    node: Node[AwardCriterion],
    case: Case,
    *,
    zero: tuple[str, ...],
    below: tuple[str, ...],
    equal: tuple[str, ...],
    phrases: tuple[str, ...],
) -> Found[Broken]:
    """Flag formulas that have no answer at a price of zero (`zero`) or at equal prices (`equal`), or go below zero (`below`).

    Not where a text says one of `phrases` about such prices, or a parameter `minimum` or `floor` holds the points. A parameter
    below zero breaks any formula but a tender's own, a cap not above its floor any at all. One that is written out is tried.
    """
    question = question_at(case, node)
    if question is None or not (question.is_leaf and question.is_scored and question.is_price):
        return
    formula = question.formula
    if formula is None or formula.name is None:
        missing = f"{text_of(node.path)}.formula"
        yield Unassessed(node, f"{missing} is not given", (missing,))
        return
    name, given = known_as(formula.name), formula.parameters or {}
    fault, sure = _fault_of_numbers(formula.name, given), True
    if not fault and is_written(formula.name):
        yield from _of_written(case, question, formula, phrases)
        return
    if name in below and not fault and given.keys().isdisjoint({"floor", "minimum"}):
        fault, sure = "a high price earns less than nothing", False
    elif name in equal and not fault:
        fault, sure = "it has no answer where all prices are equal, or only one bid is left", False
    elif name in zero and not fault and next(corpus_of(case).saying(phrases, _PLACES), None) is None:
        fault, sure = "it has no answer where a price is zero or below", False
    if fault:
        facts = Broken(called(node.value), formula.name, fault)
        yield Hit(formula.node, facts, confidence=None if sure else "possible", key=node.value.id or "")
    elif name not in (*FORMULAS, *zero, *below, *equal):
        yield from _unknown(formula)


def _fault_of_numbers(name: str, given: Mapping[str, Decimal]) -> str:
    low, high = given.get("floor", given.get("minimum")), given.get("cap", given.get("maximum"))
    if (worst := sorted(key for key, value in given.items() if value < 0)) and not is_written(name):
        return f"its parameter {worst[0]} is below zero"
    return "its cap is not above its floor" if low is not None and high is not None and high <= low else ""


def _unknown(formula: Formula) -> Iterator[Unassessed]:
    """Say that nobody knows what breaks a formula that is not known, and which one is probably meant."""
    try:
        formula_named(formula.name or "")
    except FormulaError as error:
        yield Unassessed(formula.field("name"), str(error), (f"{text_of(formula.path)}.name",))


def _of_written(
    case: Case, question: Question, formula: Formula, phrases: tuple[str, ...]
) -> Iterator[Hit[Broken] | Unassessed]:
    """Try a formula that is written out at the prices that were offered, and at none, equal and very high ones.

    Of those offered none should earn less than nothing or more than all points, and the dearest not the most.
    """
    from fairaudit.analysis.formulas.probing import probed

    try:
        found = probed(formula.name or "", formula.parameters, _offered(case, question))
    except FormulaError as error:
        yield Unassessed(formula.field("name"), str(error), (f"{text_of(formula.path)}.{error.field or 'name'}",))
        return
    below, above = found.below, found.above
    faults = (
        _RISING if found.rising else "",
        f"a price of {in_figures(above)}, which was offered, earns more than all points" if above is not None else "",
        f"a price of {in_figures(below)}, which was offered, earns less than nothing" if below is not None else "",
        "a high price earns less than nothing" if found.high and below is None else "",
        "it has no answer where all prices are equal, or only one bid is left" if found.equal else "",
        "it has no answer where a price is zero or below"
        if found.zero and not found.equal and next(corpus_of(case).saying(phrases, _PLACES), None) is None
        else "",
    )
    if any(faults):
        facts = Broken(called(question.criterion), formula.name or "", ", and ".join(filter(None, faults)))
        yield Hit(formula.node, facts, confidence="possible", key=question.criterion.id or "")


def _offered(case: Case, question: Question) -> list[tuple[Fraction, ...]]:
    """Return the prices of each contest that a criterion counts in."""
    contests = [one for one in priced_contests(case) if one.bids and not one.lacking]
    return [one.prices for one in contests if len(case.lots) < 2 or question.applies_to(one.lot)]


@check
def price_counts_little(
    node: Node[object], case: Case, *, at_least: Decimal, phrases: tuple[str, ...]
) -> Found[PriceWeight]:
    """Flag award criteria of which price or cost has less than `at_least` per cent of the weight, lot by lot.

    Where a text or the method of award says one of `phrases`, the price is the same for all and need not be scored. Where
    it is scored all the same, the words may speak of something else, such as a contract at a fixed price: a person must look.
    So must one where no criterion is about price: the price may be fixed, or decide in another way.
    """
    fixed = speaks(case, phrases)
    leaves = scored_leaves(case)
    if case.tender.award_criteria == () or (fixed and not any(one.is_price for one in leaves)):
        return
    weighed = any(one.is_weighed for one in tops_for(case, None))
    if case.tender.award_criteria is None or not weighed:
        missing = "tender.award_criteria"
        yield Unassessed(node, f"no weights are given in {missing}", (missing,))
        return
    told: set[Fraction] = set()
    kinds = _kinds(leaves)
    for lot in dict.fromkeys(first_alike(case, one.id) for one in case.lots) or (None,):
        here = [one for one in tops_for(case, lot) if one.is_weighed]
        share = _share(here, kinds)
        if share is None:
            weightless = tuple(text_of((*one.criterion.path, "weight")) for one in here if worth(one) is None)
            reason = "what price is worth cannot be told from the weights"
            yield Unassessed(node, reason, weightless or ("tender.award_criteria",))
            return
        if share == 0 and (open_ := perhaps_priced(case, here)):
            reason = "no award criterion is about price, and nothing says that price is not among what is assessed"
            yield Unassessed(node, reason, open_)
            return
        if share < at_least and share not in told:
            told.add(share)
            priced = any(one.is_price for one in leaves if one.applies_to(lot))
            facts = _little(apart(share, at_least), at_least, priced)
            yield Hit(node, facts, confidence="possible" if fixed or not priced else None, key=lot or "")


def _little(share: Decimal, at_least: Decimal, priced: bool) -> PriceWeight:
    if not priced:
        return PriceWeight(share, Verb("No award criterion is about price; all of the weight is on something else"))
    says = f"Price has {plain(share)} per cent of the weight, less than {plain(at_least)}"
    return PriceWeight(share, Verb(says))


def perhaps_priced(case: Case, tops: list[Question]) -> tuple[str, ...]:
    """Return the fields that would say whether price counts where no criterion is about it; none where it does not.

    A list of criteria that is not complete may leave the price to another document, and a criterion without a type may be
    about price under a name of its own.
    """
    if not case.holds_all("tender.award_criteria"):
        return ("tender.award_criteria",)
    untyped = [one.criterion for one in tops if one.criterion.type is None and not one.criterion.children]
    return tuple(text_of((*one.path, "type")) for one in untyped)


def _kinds(leaves: tuple[Question, ...]) -> dict[int, set[bool]]:
    """Return whether what is scored under each criterion is about price, by the identity of the criterion."""
    kinds: dict[int, set[bool]] = {}
    for one in leaves:
        kinds.setdefault(id(one.lineage[-1]), set()).add(one.is_price)
    return kinds


def _share(tops: list[Question], kinds: dict[int, set[bool]]) -> Fraction | None:
    """Return the share of price, or `None` where a weight is missing or a group mixes price and quality."""
    whole, price = Fraction(0), Fraction(0)
    for one in tops:
        weight, sorts = worth(one), kinds.get(id(one.criterion), set())
        if weight is None or weight < 0 or len(sorts) > 1:
            return None
        whole += Fraction(weight)
        if True in sorts:
            price += Fraction(weight)
    return price * 100 / whole if whole else None
