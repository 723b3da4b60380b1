"""Whether the rule for which a bid was turned away stands in the documents at all."""

from collections.abc import Iterator

from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.bidders.refusals.held_against import held_against
from fairaudit.checks.bidders.refusals.named_rules import missed_on_record
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import name_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.told import tells

_LIKE = 0.5
"""Which share of the telling words of a ground a published text holds that may be it; a heuristic."""


class Unpublished(Frozen):
    """Whose bid was turned away, and for which rule."""

    bidder: str
    said: str
    difference: Verb = Verb()
    """Against how many of the bids it is held."""


@check
def refused_by_unknown_rule(node: Node[Bid], case: Case, *, laws: tuple[str, ...]) -> Found[Unpublished]:
    """Flag a refusal for a rule that is none of the conditions, criteria, clauses, terms and documents that are given.

    A rule is known by its id, by its name, or by half of the telling words that it is given in; a law need not be published
    again (`laws`).
    """
    bid = node.value
    if not bid.rule_ref or not tells(bid.rule_ref) or frozenset(laws) & {*words(bid.rule_ref)}:
        return
    if _published(case, bid.rule_ref) or missed_on_record(case, bid):
        return
    if case.holds_all("tender"):
        yield Hit(
            bid.field("rule_ref"),
            Unpublished(name_of(case, bid), bid.rule_ref, held_against(case, bid.rule_ref, bid.lot)),
        )
    else:
        reason = "whether all that is published is given is not known: `complete` does not name tender"
        yield Unassessed(bid.field("rule_ref"), reason, ("completeness of tender",))


def _published(case: Case, rule: str) -> bool:
    # `S9` is no other rule than `S1` by the letter they share: only words of some length tell.
    own, telling = words(rule), {one for one in gist(rule) if len(one) > 2 and one.isalpha()}
    for text in case.once(published_texts):
        name = words(text)
        if name and len(name) < 8 and any(own[at : at + len(name)] == name for at in range(len(own) - len(name) + 1)):
            return True
        if telling and len(telling & set(gist(text))) >= len(telling) * _LIKE:
            return True
    return False


def published_texts(case: Case) -> tuple[str, ...]:
    """Return the ids, names and words of everything that was published."""
    return tuple(dict.fromkeys(one for one in _strings(case) if one))


def _strings(case: Case) -> Iterator[str | None]:
    tender, terms = case.tender, case.tender.terms
    for one in (*(tender.selection_criteria or ()), *((terms.insurance if terms else None) or ())):
        yield from (one.id, one.name, one.text)
    for criterion in tender.award_criteria or ():
        yield from (criterion.id, criterion.name, criterion.text)
    for clause in (*(tender.specification or ()), *((terms.clauses if terms else None) or ())):
        yield from (clause.id, clause.heading, clause.text)
    for document in tender.documents or ():
        yield from (document.id, document.title)
    if tender.award_method:
        yield from ("award method", tender.award_method)
    for permission in tender.permissions or ():
        yield from (permission.id, permission.text)
