"""Checks of the family `criteria` on whom a criterion is about: the firm that bids, its staff, or those who are served."""

from fairaudit.checks.base import Found, Hit, Pattern, Unassessed, check
from fairaudit.checks.scoring.criteria.earlier_stages import is_of_another_stage
from fairaudit.checks.scoring.criteria.tree import called, question_at
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.node import Node, text_of

_MOST_NAMED = 20
"""So many groups of words are tried for people; a text that names more things than these before anybody is a rarity."""


class AboutBidder(Frozen):
    """A criterion, and its words that speak of the bidder."""

    criterion: str
    words: str


class Others(Frozen):
    """Words by which a criterion is about people other than the firm.

    Staff by what they are called, staff by being `named` for the work whatever they are called, but for `things` that are
    named so too, and those who feel the service.
    """

    assigned: Pattern
    named: Pattern
    things: Pattern
    felt: Pattern

    def in_text(self, text: str) -> bool:
        """Whether a text speaks of the staff who will do the work, or of what those who are served feel."""
        if self.assigned.find(text) or self.felt.find(text):
            return True
        return any(self.things.find(one) is None for one in self.named.first(text, _MOST_NAMED))


@check
def about_the_bidder(
    node: Node[AwardCriterion],
    case: Case,
    *,
    firm: Pattern,
    unclear: Pattern,
    assigned: Pattern,
    named: Pattern,
    things: Pattern,
    felt: Pattern,
) -> Found[AboutBidder]:
    """Flag a scored criterion about the firm; `unclear` words, or those beside staff or users, are for a person to read.

    By criteria of another stage than the award's, a whole of their own, it is told who is invited, which is about the firm.
    """
    question = question_at(case, node)
    if question is None or not question.is_scored or question.is_price:
        return
    if is_of_another_stage(case, question):
        return
    said = " / ".join(one for one in (node.value.name, node.value.text) if one)
    if not said:
        if question.is_leaf:
            name = f"{text_of(node.path)}.text"
            yield Unassessed(node, f"{name} is not given", (name,))
        return
    # What joins name and text is in neither.
    sure, perhaps = ((pattern.find(said) or "").strip(" /") for pattern in (firm, unclear))
    if sure or perhaps:
        about_others = Others(assigned, named, things, felt).in_text(said)
        if sure:
            yield Hit(node, AboutBidder(called(node.value), sure), confidence="possible" if about_others else None)
        elif perhaps and not about_others:
            yield Hit(node, AboutBidder(called(node.value), perhaps), confidence="possible")
