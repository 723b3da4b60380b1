"""Whether the words for which a bid was turned away name a rule of the documents, or the record holds the one it missed."""

import re
from collections.abc import Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.checks.scoring.criteria.tree import Question, questions
from fairaudit.checks.scoring.minimums.met import minimums_missed
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Bid

_PLACE = late_pattern(
    r"(?:\b(?:sub-?)?(?:section|clause|paragraph|para|article|art|rule|condition|criterion|requirement|regulation)s?\b"
    r"\.?\s*(?:no\.?|number)?\s*|§+\s*)"
    r"(?:[a-z]{0,3}[-.]?\d[\w.()-]*|\([a-z\d]+\)|[ivx]+)(?![\w.()-])"
    # What stands in the bid itself is no rule.
    r"(?!\)?\s+(?:of|in)\s+(?:(?:the|its|their|this)\s+)?(?:bidder'?s?\s+|tenderer'?s?\s+)?"
    r"(?:bid|offer|answer|response|submission|proposal|tender(?!\s+(?:document|notice|pack|rule|condition|term|specification)))s?\b"
    r"(?!\s+(?:document|notice|pack|rule|condition|term|form)))",
    re.IGNORECASE,
)
"""A numbered place, as documents have them."""
_OF_PASSING = late_pattern(
    r"\b(?:pass|passed|fail|fails|failed|failing|met|meet|below|beneath|short of|minimum|threshold|mandatory)\b",
    re.IGNORECASE,
)


_OF_HELPING = late_pattern(
    r"\b(?:draft\w*|prepar\w*|specif\w*|engage\w*|consult\w*|advantage|wrote|written|writing|unavoidable|helped)\b",
    re.IGNORECASE,
)


def names_a_rule(case: Case, bid: Bid) -> bool:
    """Whether a reason names a place of the documents, or what they make a bid fail by, or the record holds what it missed."""
    reason = bid.reason or ""
    if names_a_place(reason) or any(one.met is False for one in bid.conditions or ()):
        return True
    if _out_for_helping(case, bid):
        return True
    own = words(reason)
    if any(_holds(own, words(name)) for name in _names(case)):
        return True
    return _OF_PASSING.search(reason) is not None and missed_on_record(case, bid)


def names_a_place(text: str) -> bool:
    """Whether a text names a numbered place, as documents have them."""
    return _PLACE.search(text) is not None


def _out_for_helping(case: Case, bid: Bid) -> bool:
    """Whether a bid is out for the lead of a bidder that helped to prepare the tender, where that is recorded as past undoing."""
    talks = case.tender.market_engagement or ()
    recorded = bid.bidder is not None and any(bid.bidder in (one.unavoidable or ()) for one in talks)
    return recorded and _OF_HELPING.search(bid.reason or "") is not None


def _holds(own: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a text has a name as words of its own; one letter alone may be any word."""
    if sum(map(len, name)) < 2:
        return False
    return any(own[at : at + len(name)] == name for at in range(len(own) - len(name) + 1))


def _names(case: Case) -> Iterator[str]:
    """Return the ids and names of the conditions, of the clauses and of the criteria that shut a bid out."""
    tender = case.tender
    for one in tender.selection_criteria or ():
        yield from _given(one.id, one.name)
    for question in questions(case):
        if shuts_out(question):
            yield from _given(question.criterion.id, question.criterion.name)
    for clause in (*(tender.specification or ()), *((tender.terms.clauses if tender.terms else None) or ())):
        yield from _given(clause.id, clause.heading)


def _given(*names: str | None) -> Iterator[str]:
    return (one for one in names if one)


def shuts_out(question: Question) -> bool:
    """Whether failing a question, or missing its minimum, puts a bid out."""
    criterion = question.criterion
    gate = criterion.treatment == "pass-fail" and criterion.disqualifies is not False
    return gate or criterion.disqualifies is True or (criterion.minimum_score or 0) > 0


def missed_on_record(case: Case, bid: Bid) -> bool:
    """Whether the record holds that a bid failed a question that shuts out, or missed a minimum."""
    if bid.id is None:
        return False
    gates = {one.criterion.id for one in questions(case) if one.criterion.treatment == "pass-fail" and shuts_out(one)}
    scores = (*(case.evaluation.consensus or ()), *(case.evaluation.individual or ()))
    failed = any(one.bid == bid.id and one.criterion in gates and one.met is False for one in scores)
    return failed or bool(minimums_missed(case, bid.id, lot_of(case, bid.lot)))
