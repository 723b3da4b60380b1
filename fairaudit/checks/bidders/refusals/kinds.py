"""Which known kind of ground the words of a refusal tell, and whether the documents that are given show such a ground."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.said_of_things import without_things
from fairaudit.checks.base import Found, Hit, Verb, check
from fairaudit.checks.bidders.refusals.cited_rules import about_another_thing, cites
from fairaudit.checks.bidders.refusals.grounds import published_texts
from fairaudit.checks.bidders.refusals.held_against import held_against
from fairaudit.checks.bidders.refusals.named_rules import names_a_rule, shuts_out
from fairaudit.checks.scoring.criteria.tree import Question, questions
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import name_of, says_late
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.times.deadlines import Limit, deadline_of

_OF_A_MINIMUM = late_pattern(
    r"\b(?:threshold|pass[ -]?mark|minimum (?:\w+ )?(?:scores?|marks?|points?|level)"
    r"|(?:quality|technical|scores?|points?|marks?) (?:\w+ )?(?:below|beneath|under|short of)"
    r"|(?:below|beneath|under|short of) (?:the )?(?:\w+ ){0,2}(?:minimum|scores?|marks?|points?))\b",
    re.IGNORECASE,
)
_OF_A_GATE = late_pattern(
    r"\b(?:pass[ /-]+(?:or[ -])?fail|mandatory (?:question|requirement|criterion|condition)s?"
    r"|fail(?:s|ed)? (?:\w+ ){0,2}question (?:no\.? ?)?\w?\d+"
    r"|question (?:no\.? ?)?\w?\d+ (?:is |was )?(?:fail(?:s|ed)|not (?:passed|met)))\b",
    re.IGNORECASE,
)
_OF_LOW_PRICE = late_pattern(
    r"\b(?:(?:abnormally|unusually|implausibly|unrealistically|suspiciously) low"
    r"|(?:price|cost|bid|offer) (?:is |was )?too low)\b",
    re.IGNORECASE,
)
_OF_EXCLUSION = late_pattern(
    r"\b(?:exclusion grounds?|grounds? (?:of|for) exclusion|(?:mandatory|discretionary) exclusion|debar(?:red|ment)"
    r"|convict(?:ed|ions?)|bankrupt(?:cy)?|insolven(?:t|cy)|liquidation|collusion|misconduct|bribery|corruption"
    r"|fraud(?:ulent|ulently)?|money[- ]laundering|tax(?:es)? (?:evasion|arrears|debts?|unpaid)"
    r"|(?:unpaid|owes?|owed|overdue|outstanding|not (?:\w+ )?pa(?:y|id|ying)|unable to pay"
    r"|non-?payment of|fail(?:s|ed|ure)? to pay)"
    r" (?:[\w.,]+ ){0,4}(?:tax(?:es)?|vat|social (?:security|insurance)|social contributions?|national insurance)"
    r"|(?:tax(?:es)?|vat|(?:social|national) (?:security|insurance)) (?:\w+ ){0,4}"
    r"(?:unpaid|overdue|arrears|debts?|not (?:paid|settled)))\b",
    re.IGNORECASE,
)
_PAPER = late_pattern(
    r"\b(?:form|annex|appendix|schedule|template)s? (?:no\.? ?)?(?:(?-i:[A-Z]|[IVX]+)|\w?\d[\w.]*)\b", re.IGNORECASE
)
_OF_FORM = late_pattern(
    r"\b(?:sign(?:ed|ature)?|unsigned|(?:page|word) limit|too (?:long|many pages)|incomplete"
    r"|(?:bid|tender) (?:bond|security|guarantee)"
    r"|missing (?:\w+ )?(?:form|document|annex|declaration|certificate|signature)s?"
    r"|(?:declaration|certificate|document|annex|form)s? (?:is |was |are |were )?"
    r"(?:missing|not (?:given|enclosed|attached|provided|submitted)))\b",
    re.IGNORECASE,
)
_OF_MEMBERSHIP = late_pattern(
    r"\b(?:not|never|no longer) (?:an? )?(?:\w+ ){0,2}(?:member|party|supplier|provider|on|part)\b"
    r"(?: \w+){0,4} (?:framework|list|register|system|market)\b"
    r"|\bnot (?:been )?(?:invited|shortlisted|short-listed|prequalified|pre-qualified)\b",
    re.IGNORECASE,
)
_NUMBER = late_pattern(r"(?<![\w.])\d{1,6}(?:\.\d{1,4})?(?![\w]|\.\d)")
_Kinds = tuple[tuple[Callable[[str], bool], Callable[[Case, Bid], bool]], ...]
"""Kinds of grounds: what tells one in the words of a reason, and what shows it."""
_LIKE = 2
"""How many telling words of a ground a published text must hold, and half of them, that may be it; a heuristic."""


class Told(Frozen):
    """Whose bid was turned away, what became of it, and for what in the buyer's words."""

    bidder: str
    status: str
    said: str
    difference: Verb = Verb()
    """Against how many of the bids it is held."""


@check
def refused_by_ground_not_shown(node: Node[Bid], case: Case) -> Found[Told]:
    """Flag a refusal for a kind of ground that documents usually publish, and which those that are given do not show.

    So is one that cites a condition or clause of another subject.
    """
    bid = node.value
    if not tells(bid.reason) or names_a_rule(case, bid) or (found := shown(case, bid)):
        return
    if about_another_thing(case, bid) if cites(case, bid) else found is False:
        yield Hit(
            bid.field("reason"),
            Told(name_of(case, bid), str(bid.status), str(bid.reason), held_against(case, bid.reason or "", bid.lot)),
        )


def shown(case: Case, bid: Bid) -> bool | None:
    """Return whether the documents show one of the grounds that a reason tells; nothing where it tells none that is known."""
    return _shown_by(case, bid, (*_KINDS, (_tells_an_exclusion, _is_excluded)))


def shown_in_documents(case: Case, bid: Bid) -> bool | None:
    """Return the same where neither a law nor an exclusion that is recorded is a ground: it is what an exclusion rests on."""
    return _shown_by(case, bid, _KINDS)


def _shown_by(case: Case, bid: Bid, kinds: _Kinds) -> bool | None:
    reason = bid.reason or ""
    told = [one for tells_it, one in kinds if tells_it(reason)]
    return any(one(case, bid) for one in told) or _in_the_texts(case, reason) if told else None


def _says(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda reason: pattern.search(reason) is not None


def _tells_an_exclusion(reason: str) -> bool:
    """Whether a reason tells a ground that laws have of what a supplier did or owes, and not of a thing."""
    return _OF_EXCLUSION.search(without_things(reason)) is not None


def _has_a_deadline(case: Case, bid: Bid) -> bool:
    return isinstance(deadline_of(case, bid), Limit)


def _has_the_minimum(case: Case, bid: Bid) -> bool:
    """Whether a minimum score is published; where the reason has numbers, one that is among them."""
    numbers = {Decimal(one) for one in _NUMBER.findall(bid.reason or "")}
    held = [one for one in questions(case) if (one.criterion.minimum_score or 0) > 0]
    return any(not numbers or numbers & {*_readings(one)} for one in held)


def _readings(question: Question) -> Iterator[Decimal]:
    """Return a minimum as it stands, and in per cent of the scale's top."""
    minimum = question.criterion.minimum_score or Decimal(0)
    yield minimum
    scale = question.criterion.scale
    if scale is not None and scale.maximum:
        yield minimum * 100 / scale.maximum


def _has_the_gate(case: Case, bid: Bid) -> bool:
    """Whether the number of a question in a reason is that of one that shuts out."""
    numbers = {*_NUMBER.findall(re.sub(r"\b[a-zA-Z](?=\d)", "", bid.reason or ""))}
    ids = (one.criterion.id or "" for one in questions(case) if shuts_out(one))
    return any(numbers & {*re.findall(r"\d+", one)} for one in ids)


def _has_a_test_of_prices(case: Case, bid: Bid) -> bool:
    return bool(tells(case.tender.low_price_test)) or _under_a_law(case)


def _under_a_law(case: Case) -> bool:
    """Whether a law is named that has the ground itself, so that the documents need not."""
    return bool(case.tender.law)


def _is_excluded(case: Case, bid: Bid) -> bool:
    recorded = (one for one in case.procurement.exclusions or () if one.party == bid.bidder)
    return _under_a_law(case) or any(tells(one.ground) for one in recorded)


def _asks_for_the_paper(case: Case, bid: Bid) -> bool:
    """Whether a form or annex that a reason names stands in what was published."""
    papers = [words(one) for one in _PAPER.findall(bid.reason or "")]
    texts = [words(one) for one in case.once(published_texts)] if papers else []
    return any(paper == text[at : at + len(paper)] for paper in papers for text in texts for at in range(len(text)))


def _is_closed(case: Case, bid: Bid) -> bool:
    """Whether only some could bid: members of a framework, or who was chosen; an open procedure has no members."""
    tender, framework = case.tender, case.tender.framework
    if tender.procurement_method == "open":
        return False
    member = framework is not None and framework.set_up is not False
    return member or tender.procurement_method is not None or bool(tender.preselected)


def _in_the_texts(case: Case, reason: str) -> bool:
    """Whether a published text has half of the telling words of a reason, two at least, and a number that it has."""
    telling = {one for one in gist(reason) if len(one) > 2 and one.isalpha()}
    if len(telling) < _LIKE or _PAPER.search(reason):
        return False
    least, numbers = max(_LIKE, (len(telling) + 1) // 2), {*_NUMBER.findall(reason)}
    texts = (one for one in case.once(published_texts) if not numbers or numbers & {*_NUMBER.findall(one)})
    return any(len(telling & {*gist(one)}) >= least for one in texts)


_KINDS: _Kinds = (
    (says_late, _has_a_deadline),
    (_says(_OF_A_MINIMUM), _has_the_minimum),
    (_says(_OF_A_GATE), _has_the_gate),
    (_says(_OF_LOW_PRICE), _has_a_test_of_prices),
    (_says(_PAPER), _asks_for_the_paper),
    (_says(_OF_FORM), _asks_for_the_paper),
    (_says(_OF_MEMBERSHIP), _is_closed),
)
