"""Award criteria as they are published: which there are, which are scored, what each is worth.

Weights nest, differ per lot, and stand beside pass/fail and information-only questions. The parts of a criterion may
add up to its weight or to 100 of it; both conventions are fine. What a part does not say, its group says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Generic, TypeVar

from fairaudit.analysis.formulas import FORMULAS, FormulaError, formula_named
from fairaudit.analysis.text.scores.grades import grades_fall
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.criteria.rounding_by_words import with_said_rounding
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion, Formula, Scale
from fairaudit.procurement.model.node import Node, built, text_of
from fairaudit.procurement.model.scalars import looks_like_a_number
from fairaudit.procurement.model.tender import Tender
from fairaudit.sources.document import Path

_MONEY = frozenset({"price", "prices", "pricing", "cost", "costs", "fee", "fees", "tariff", "tariffs"})
_COMMERCIAL = _MONEY | {"commercial", "financial", "rate", "rates"}
# Beside a word for money these leave it a matter of money; any other word (`cost control plan`) makes it another matter.
_BESIDE = frozenset({
    "total", "overall", "lowest", "final", "fixed", "tender", "tendered", "bid", "offer", "offered", "evaluated", "whole",
    "life", "cycle", "annual", "yearly", "monthly", "hourly", "daily", "unit", "lump", "sum", "contract", "schedule",
    "submission", "score", "criterion", "jobs", "work", "works", "service", "services", "goods", "items", "evaluation",
    "value", "per", "of", "the", "for", "all", "in", "and", "to", "a", "an", "each", "years", "year", "months", "month",
    "hour", "day", "one", "two", "three", "four", "five",
})  # fmt: skip
_WORDS = re.compile(r"[a-z]+")
_UNSCORED = frozenset({"pass-fail", "information", "unscored"})
_UNSCORED_WORDS = re.compile(
    r"\b(?:(?:for )?information only|unscored|not (?:be )?(?:scored|marked|evaluated)|"
    r"(?:carries|carry|has|have) no (?:marks?|points?|weight(?:ing)?))\b",
    re.IGNORECASE,
)
_UNWEIGHED = frozenset({"ranking", "descriptive"})
_OF_THE_WHOLE = frozenset({"total", "whole", "all", "overall", "the total", "the whole"})
_OF_THE_GROUP = ("parent", "group", "its group", "the group", "section")
_ONE_CRITERION = frozenset({"priceonly", "costonly", "lowestcost", "lowestprice", "qualityonly"})
_LOWEST_WINS = _ONE_CRITERION - {"qualityonly"}
_LOWEST_PRICE = frozenset({"priceonly", "lowestprice"})


T_co = TypeVar("T_co", covariant=True)


class _kept(Generic[T_co]):  # noqa: N801  # used as the library's `cached_property` is, which takes a lock each time
    """A property that is worked out when it is first asked for, and stands with the values of a question from then on."""

    def __init__(self, make: Callable[[Question], T_co]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __get__(self, question: Question, _: type[Question]) -> T_co:
        found = question.__dict__[self._make.__name__] = self._make(question)
        return found


@dataclass(frozen=True)
class Question:
    """A criterion with the groups it stands in, the widest first."""

    criterion: AwardCriterion
    above: tuple[AwardCriterion, ...] = ()
    formula_by_words: Formula | None = None
    """The formula with a rounding that words alone publish, where they do."""

    @_kept
    def is_leaf(self) -> bool:
        """Whether nothing stands under it."""
        return not self.criterion.children

    @_kept
    def is_scored(self) -> bool:
        """Whether points are given for it: neither it nor a group above is pass/fail or information only."""
        return not any(one.treatment in _UNSCORED or _says_it_is_unscored(one) for one in (*self.above, self.criterion))

    @_kept
    def is_weighed(self) -> bool:
        """Whether it has a weight as a number rather than an order or a description of importance."""
        return not any(one.weight_type in _UNWEIGHED for one in (*self.above, self.criterion))

    @_kept
    def is_price(self) -> bool:
        """Whether it is about price or cost."""
        kind = next((one.type for one in self.lineage if one.type), None)
        if kind is None:
            return self.formula is not None or names_money(self.criterion.name or "")
        return not _COMMERCIAL.isdisjoint(_WORDS.findall(kind.lower()))

    @_kept
    def lineage(self) -> tuple[AwardCriterion, ...]:
        """The criterion and its groups, the nearest first."""
        return (self.criterion, *reversed(self.above))

    @_kept
    def lots(self) -> tuple[str, ...]:
        """The lots it is about; empty means all."""
        return next((one.lots for one in self.lineage if one.lots), ())

    @_kept
    def scale(self) -> Scale | None:
        """Its scale, or its group's."""
        return next((one.scale for one in self.lineage if one.scale), None)

    @_kept
    def formula(self) -> Formula | None:
        """Its price formula, or its group's, with the rounding that is published for it."""
        return self.formula_by_words or next((one.formula for one in self.lineage if one.formula), None)

    @_kept
    def needs_no_weight(self) -> bool:
        """Whether it is a price without a weight whose formula makes one figure of price and quality that hangs on none."""
        name = self.formula.name if self.formula else None
        if self.criterion.weight is not None or name is None or not (self.is_leaf and self.is_price):
            return False
        if name.strip().lower() in FORMULAS:
            return False
        try:
            kind = formula_named(name)
        except FormulaError:
            return False
        return not (kind.price_only or kind.weighted)

    def applies_to(self, lot: str | None) -> bool:
        """Whether it is scored for a lot; `None` stands for a tender without lots."""
        return lot is None or not self.lots or lot in self.lots


def _says_it_is_unscored(criterion: AwardCriterion) -> bool:
    """Whether a criterion that weighs nothing says in its own words that no points are given for it."""
    if criterion.treatment is not None or criterion.weight != 0:
        return False
    return any(_UNSCORED_WORDS.search(one) for one in (criterion.name, criterion.text) if one)


def names_money(name: str) -> bool:
    """Whether a criterion of this name is a matter of money and of nothing else."""
    words = set(_WORDS.findall(name.lower()))
    return bool(words & _MONEY) and words <= _MONEY | _BESIDE


def called(criterion: AwardCriterion) -> str:
    """Return how people call a criterion: its id and its name."""
    words = [one for one in (criterion.id, criterion.name) if one]
    return f"{words[0]} ({words[1]})" if len(words) == 2 else words[0] if words else criterion.text or "a criterion"


def questions(case: Case) -> tuple[Question, ...]:
    """Return every award criterion and every part of one."""
    return case.once(_questions)


def _questions(case: Case) -> tuple[Question, ...]:
    found = tuple(_under(case.tender.award_criteria or (), ()))
    return tuple(
        replace(one, formula_by_words=with_said_rounding(case, one.formula)) if one.formula else one for one in found
    )


def _under(items: tuple[AwardCriterion, ...], above: tuple[AwardCriterion, ...]) -> Iterator[Question]:
    for one in items:
        yield Question(one, above)
        yield from _under(one.children or (), (*above, one))


def scored_leaves(case: Case) -> tuple[Question, ...]:
    """Return the questions that points are given for; many checks ask for them at every criterion."""
    return case.once(_leaves)


def _leaves(case: Case) -> tuple[Question, ...]:
    return tuple(one for one in questions(case) if one.is_leaf and one.is_scored)


def parts_of(question: Question) -> list[Question]:
    """Return what stands right under a question."""
    return [Question(one, (*question.above, question.criterion)) for one in question.criterion.children or ()]


def with_parts(question: Question) -> list[Question]:
    """Return a question and everything under it."""
    return [question, *(one for part in parts_of(question) for one in with_parts(part))]


def question_at(case: Case, node: Node[object]) -> Question | None:
    """Return the question that stands at a node of the tender's award criteria."""
    return case.once(_by_path).get(node.path)


def _by_path(case: Case) -> dict[Path, Question]:
    return {one.criterion.path: one for one in questions(case)}


def better_is_lower(question: Question) -> bool:
    """Whether the lowest score of a question's scale is the best one: as its scale says, else as its ends are described."""
    scale = question.scale
    if scale is None:
        return False
    return scale.better == "lower" if scale.better is not None else _described_as_falling(scale)


def _described_as_falling(scale: Scale) -> bool:
    """Whether the description of the lowest score is a good grade and that of the highest a bad one."""
    given = scale.descriptors
    if not given:
        return False
    return grades_fall(tuple((Decimal(key), text) for key, text in given.items() if looks_like_a_number(key)))


def turned_round(question: Question) -> Question:
    """Return a question whose scale counts the other way round; one without a scale stays as it is."""
    if question.scale is None:
        return question
    better = "higher" if better_is_lower(question) else "lower"
    scale = built(Scale, question.scale.path, {**question.scale.__dict__, "better": better})
    criterion = built(AwardCriterion, question.criterion.path, {**question.criterion.__dict__, "scale": scale})
    return replace(question, criterion=criterion)


def question_with(case: Case, key: str | None) -> Question | None:
    """Return the question with an id; where an id stands twice the first is meant."""
    return case.once(_by_id).get(key) if key else None


def _by_id(case: Case) -> dict[str | None, Question]:
    return {one.criterion.id: one for one in reversed(questions(case))}


def called_by_id(case: Case, key: str | None) -> str:
    """Return how people call the criterion with an id, or the id where no criterion has it."""
    question = question_with(case, key)
    return called(question.criterion) if question else key or "a criterion"


def one_criterion_decides(tender: Tender) -> bool:
    """Whether price, cost or quality alone decides, so that nothing needs a weight."""
    return _code(tender) in _ONE_CRITERION


def lowest_price_wins(tender: Tender) -> bool:
    """Whether the award method is the lowest price, by its standard name."""
    return _code(tender) in _LOWEST_PRICE


def lowest_wins(case: Case) -> bool:
    """Whether the lowest figure wins: price or cost alone decides, the totals are the prices, or the formula says so."""
    return _code(case.tender) in _LOWEST_WINS or case.once(_totals_are_prices) or case.once(_lowest_figure_wins)


def _lowest_figure_wins(case: Case) -> bool:
    """Whether every price formula gives price and quality one figure of which the lowest wins."""
    formulas = [one.formula for one in scored_leaves(case) if one.is_price and one.formula]
    names = {one.name for one in formulas if one.name and one.name.strip().lower() not in FORMULAS}
    if not names:
        return False
    try:
        return len(names) == len({one.name for one in formulas}) and all(
            formula_named(one).best == "lowest" for one in names
        )
    except FormulaError:
        return False


def _totals_are_prices(case: Case) -> bool:
    leaves, totals = scored_leaves(case), case.evaluation.totals or ()
    if not leaves or not totals or any(not one.is_price or one.formula for one in leaves):
        return False
    values = {one.id: one.value for one in case.bids if one.id and one.value}
    prices = [{key: one.amount for key, one in values.items()}, {key: one.amount_gross for key, one in values.items()}]
    return any(
        all(each.bid and each.total is not None and each.total == one.get(each.bid) for each in totals)
        for one in prices
    )


def _code(tender: Tender) -> str:
    return "".join(one for one in (tender.award_method or "").lower() if one.isalpha())


def unread_weight(case: Case, question: Question) -> Unassessed | None:
    """Return that a weight is told in words that could not be read, so that nobody says there is none."""
    at = question.criterion.field("weight")
    if at.path not in case.once(_unread):
        return None
    name = text_of(at.path)
    return Unassessed(at, f"{name} is told in words from which no weight could be read", (name,))


def _unread(case: Case) -> frozenset[Path]:
    return frozenset(one.path for one in case.unreadable)


def worth(question: Question) -> Decimal | None:
    """Return the weight of a criterion; a heading without one is worth what its parts are."""
    criterion = question.criterion
    if criterion.weight is not None:
        return criterion.weight
    above = (*question.above, criterion)
    parts = [one for one in (Question(child, above) for child in criterion.children or ()) if one.is_scored]
    worths = [worth(one) for one in parts]
    known = [one for one in worths if one is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(worths) else None


def slack(questions: tuple[Question, ...], within: Decimal) -> Decimal:
    """Return how far honest rounding can carry a sum: half of the last decimal of every weight, at least `within`."""
    weights = [worth(one) for one in questions]
    places = [one.as_tuple().exponent for one in weights if one is not None]
    halves = [Decimal(5).scaleb(one - 1) for one in places if isinstance(one, int) and one < 0]
    return max(within, sum(halves, Decimal(0)))


def wholes(group: tuple[Question, ...], parent: AwardCriterion | None) -> tuple[Decimal, ...]:
    """Return what the weights of criteria may add up to: their group's weight, 100 of it, or 1 where they are fractions.

    Points may have any sum, unless the group has points of its own or `weight_of` states of how many they are.
    """
    types = {one.criterion.weight_type for one in group}
    own = () if parent is None or parent.weight is None else (parent.weight,)
    said = shares_of(group)
    if said is not None and looks_like_a_number(said):
        return (Decimal(said),)
    if said in _OF_THE_WHOLE and own:
        return own
    if said is not None and parent is not None and said in (*_OF_THE_GROUP, _low(parent.id), _low(parent.name)):
        own = ()
    if types == {"points"}:
        return own if parent is not None and parent.weight_type == "points" else ()
    if types == {"fraction"}:
        return tuple(dict.fromkeys((*own, Decimal(1))))
    return tuple(dict.fromkeys((*own, Decimal(100), *([Decimal(1)] if None in types else ()))))


def shares_of(group: tuple[Question, ...]) -> str | None:
    """Return what criteria beside each other all say their weights are shares of, or `None`."""
    said = {_low(one.criterion.weight_of) for one in group}
    return said.pop() if len(said) == 1 else None


def _low(text: str | None) -> str | None:
    return " ".join(text.lower().split()) if text else None
