"""What the tender's method of award says in words, for every check that concludes from figures who must be first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TypeVar

from fairaudit.analysis.formulas import puts_lowest_first, rounding_as
from fairaudit.analysis.text.award.figures import Figures
from fairaudit.analysis.text.award.ways import HIGHEST, LOWEST, PRICE, QUALITY, SUM
from fairaudit.analysis.text.award.words import AwardWords, award_words
from fairaudit.checks.base import Hit, Unassessed, Verb
from fairaudit.checks.scoring.criteria.tree import Question, questions, scored_leaves, worth
from fairaudit.checks.scoring.criteria.tree import lowest_wins as lowest_by_method
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import in_rounds
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Scale
from fairaudit.procurement.model.node import Node

FactsT = TypeVar("FactsT", bound=Frozen)
FoundT = TypeVar("FoundT")
_QUOTED = 300
_RATIO = "lowest-price-ratio"
GIVES = "the published method gives"
"""How a finding says what figures are by the published method."""
AWARD_METHOD = "tender.award_method (in plain words, or award_criteria)"
"""What to give where nobody can tell by the words how the winner is found."""


def words_of_award(case: Case) -> AwardWords:
    """Return what the words of the method of award say of ties, of the way, and what of them was not understood."""
    return case.once(_words)


def _words(case: Case) -> AwardWords:
    names = [name for one in questions(case) for name in (one.criterion.id, one.criterion.name) if name]
    words = award_words(case.tender.award_method or "", list(dict.fromkeys(names)), figures_of_award(case))
    if words.way != SUM:
        return words
    quality = any(not one.is_price and worth(one) != 0 for one in scored_leaves(case))
    return words._replace(way="" if quality else HIGHEST)


def figures_of_award(case: Case) -> Figures:
    """Return what the case publishes in figures, so that words which say the same are understood."""
    limits = case.tender.lot_limits
    leaves = scored_leaves(case)
    weights = [worth(one) for one in leaves]
    known = tuple(one for one in weights if one is not None)
    scales = [one.criterion.scale for one in leaves if not one.is_price]
    ends = [
        (one.minimum, one.maximum) if one and one.minimum is not None and one.maximum is not None else None
        for one in scales
    ]
    prices = [one for one in leaves if one.is_price]
    formula = prices[0].formula if len(prices) == 1 else None
    ratio = formula is not None and formula.name == _RATIO
    rounding = formula.rounding if formula is not None else None
    return Figures(
        limits.maximum_awarded if limits is not None else None,
        known if len(known) == len(weights) else (),
        tuple(one for one in ends if one is not None) if None not in ends else (),
        rounding.to_places if rounding is not None else None,
        worth(prices[0]) if ratio else None,
        # Lots may weigh the price unlike each other.
        sum((worth(one) or Decimal(0) for one in prices), Decimal(0))
        if prices and None not in weights and not case.lots
        else None,
        agreed=_all_agreed(case),
        mode=rounding_as(rounding.mode) if rounding is not None and rounding.mode else None,
        whole=bool(scales) and all(_by_whole_steps(one) for one in scales),
    )


def _all_agreed(case: Case) -> bool:
    """Whether the panel's agreed scores stand for every bid that has a total."""
    agreed = {one.bid for one in case.evaluation.consensus or () if one.score is not None}
    return bool(agreed) and all(one.bid in agreed for one in case.evaluation.totals or ())


def _by_whole_steps(scale: Scale | None) -> bool:
    steps = (scale.minimum, scale.step) if scale is not None else (None,)
    return all(one is not None and one == one.to_integral_value() for one in steps)


def unread_award_words(case: Case) -> str:
    """Return the words by which the winner may be found in another way than by the published criteria; empty where none are."""
    words = words_of_award(case)
    return words.unread or (_method(case) if contradicted_way(case) else "")


def contradicted_way(case: Case) -> bool:
    """Whether the words say that one thing alone decides, and the published criteria give points by which another may win."""
    way = words_of_award(case).way
    return bool(way) and any(_speaks_against(way, one) for one in scored_leaves(case) if worth(one) != 0)


def _speaks_against(way: str, question: Question) -> bool:
    """Whether points for a criterion may put another bid first than the one thing that decides by the words."""
    if way == QUALITY or not question.is_price:
        return question.is_price is (way == QUALITY)
    if way == PRICE:
        return False
    return question.formula is not None and not (way == LOWEST and puts_lowest_first(question.formula.name or ""))


def _method(case: Case) -> str:
    return (case.tender.award_method or "").strip(" .")


def held_back(case: Case, at: Node[object], found: Iterator[FoundT]) -> Iterator[FoundT | Unassessed]:
    """Pass on what was found; where nothing was, say that words on the winner that were not understood hold a pass back.

    Figures that agree with each other do not show that the right bid is first where words may find it in another way or leave
    open by which amounts, nor where bids came in rounds and a recorded total could not be worked out from the scores.
    """
    # Imported here: totals and prices are worked out by what this module reads.
    from fairaudit.checks.scoring.compared.tax_basis import turning_tax
    from fairaudit.checks.scoring.totals.totals import judged_totals

    hits = False
    for one in found:
        hits = hits or isinstance(one, Hit)
        yield one
    if not hits and unread_award_words(case):
        yield Unassessed(at, why_unread(case), (AWARD_METHOD,))
    elif not hits and (tax := turning_tax(case, at)):
        yield tax
    elif not hits and in_rounds(case) and case.evaluation.totals:
        judged = (one for found in judged_totals(case).values() for one in found)
        unknown = next((one for one in judged if isinstance(one, Unassessed)), None)
        if unknown is not None:
            yield unknown


def why_unread(case: Case) -> str:
    """Return why nobody can tell by the words of the method of award who is first."""
    said = f'the method of award says "{quoted(unread_award_words(case))}"'
    if not words_of_award(case).unread:
        return f"{said}, while by the award criteria something else counts as well"
    return f"{said}, which was not understood"


def highest_price_wins(case: Case) -> bool:
    """Whether the words say that the highest price or fee wins, and nothing else."""
    return words_of_award(case).way == HIGHEST


def said_of_award(words: str, open_question: str = "whether the figures follow it") -> Verb:
    """Return a quotation of the method of award as an addition to a sentence, and what it leaves to a person."""
    if not words:
        return Verb("")
    return Verb(f'; the method of award says "{quoted(words)}", and {open_question} is for a person to read')


def quoted(words: str) -> str:
    """Return published words as a finding quotes them: not beyond what a sentence can hold."""
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()} …"


def price_alone(case: Case) -> bool:
    """Whether the words say that one price decides, the lowest or the highest, and nothing else."""
    return words_of_award(case).way in (HIGHEST, LOWEST)


def lowest_wins(case: Case) -> bool:
    """Whether the lowest figure wins; prices as totals need not be asked for, the highest of them may be paid."""
    return not highest_price_wins(case) and lowest_by_method(case)


def with_award_words(case: Case, hit: Hit[FactsT]) -> Hit[FactsT]:
    """Return a finding; with words of the award that were not understood it is a question, which quotes them."""
    words = unread_award_words(case)
    return with_unread(hit, said_of_award(words)) if words else hit


def with_unread(hit: Hit[FactsT], words: Verb) -> Hit[FactsT]:
    """Return a finding as a question by words that may give other figures; it claims nothing of the whole method then."""
    accounts: Verb | None = getattr(hit.facts, "accounts", None)
    facts = hit.facts._replace(unread_words=words)
    if accounts:
        facts = facts._replace(accounts=Verb(accounts.replace(GIVES, f"{GIVES} as far as it was understood")))
    return hit._replace(facts=facts, confidence="possible")
