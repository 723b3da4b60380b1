"""Checks of the family `criteria` on formulas for price: whether one is published, and whether it hangs on the other bids."""

from fairaudit.analysis.formulas import LIMITS, family_written, known_as
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.scoring.criteria.tree import called, question_at, scored_leaves
from fairaudit.checks.scoring.evaluation_records import maybe
from fairaudit.checks.scoring.published.weights import CRITERIA
from fairaudit.checks.scoring.totals.award_words import said_of_award, unread_award_words
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.node import Node, text_of

_LIST, _METHOD = ("tender", "award_criteria"), ("tender", "award_method")


class Unpriced(Frozen):
    """A criterion by its id and name, and what is to be said of how its price becomes points."""

    criterion: str
    how_published: Verb


@check
def price_formula_is_given(node: Node[AwardCriterion], case: Case) -> Found[Unpriced]:
    """Flag a price or cost criterion beside others that does not say how a price becomes points; words may say it."""
    question = question_at(case, node)
    leaves = scored_leaves(case)
    if question is None or not (question.is_leaf and question.is_scored and question.is_price):
        return
    if len(leaves) == 1 or (question.formula and question.formula.name):
        return  # Where price alone decides, the lowest price wins.
    # A price scored by people on a described scale has its method there.
    if question.scale and question.scale.descriptors:
        return
    name = f"{text_of(node.path)}.formula"
    if unread := next((one for one in case.unreadable if one.path in (_METHOD, _LIST, (*node.path, "formula"))), None):
        # A file says something of it, so that nobody can say that it is not published.
        yield Unassessed(node, f"`{unread.text[:60]}` {unread.reason}", (name,))
    elif case.holds_all(CRITERIA):
        words = unread_award_words(case)
        how = (
            f"no formula is given for it{said_of_award(words, 'whether that tells how a price becomes points')}"
            if words
            else "how a price becomes points is not published"
        )
        yield Hit(node, Unpriced(called(node.value), Verb(how)), confidence=maybe(bool(words)))
    else:
        yield Unassessed(node, f"{name} is not given, and `complete` does not name tender", (name,))


class Formulaic(Frozen):
    """A criterion and the name of its formula."""

    criterion: str
    formula: str


@check
def formula_is_relative(
    node: Node[AwardCriterion],
    case: Case,
    *,
    relative: tuple[str, ...],
    absolute: tuple[str, ...],
    independent: tuple[str, ...] = (),
) -> Found[Formulaic]:
    """Name price formulas that measure a bid against the other bids, so that a third bid can turn the order of two.

    Those that are `independent` move all other bids alike, unless a floor or a cap holds the points of some of them.
    """
    question = question_at(case, node)
    if question is None or not (question.is_leaf and question.is_scored and question.is_price):
        return
    if len(scored_leaves(case)) == 1:
        return
    name = question.formula.name if question.formula else None
    if question.formula is None or name is None:
        missing = f"{text_of(node.path)}.formula"
        yield Unassessed(node, f"{missing} is not given", (missing,))
    elif (
        known_as(name) in relative
        or family_written(name) == "relative"
        or (known_as(name) in independent and not LIMITS.isdisjoint(question.formula.parameters or {}))
    ):
        yield Hit(question.formula.field("name"), Formulaic(called(node.value), name), key=node.value.id or "")
    elif known_as(name) not in (*absolute, *independent) and family_written(name) is None:
        missing = f"{text_of(question.formula.path)}.name"
        yield Unassessed(node, f"whether the formula `{name}` depends on the other bids is not known", (missing,))
