"""Whether what a refusal cites is a rule of the documents at all, and whether that rule is about what the bid is out for."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from fairaudit.analysis.conditions import kinds_in
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.bidders.refusals.grounds import published_texts
from fairaudit.checks.bidders.refusals.named_rules import missed_on_record, names_a_place, shuts_out
from fairaudit.checks.scoring.criteria.tree import questions
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.told import tells

_OF_THE_BUYER = late_pattern(
    r"\b(?:decisions?|decided|discretion|advice|advised|opinion|common sense|judge?ment|minutes|minuted|internal"
    r"|(?:panel|board|team|officer|manager|committee)'?s? (?:view|agreed|agreement|consensus|meeting|discussion|call)"
    r"|e-?mail|(?:phone|telephone) call|verbal(?:ly)?|as (?:agreed|discussed)|usual practice|custom and practice)\b",
    re.IGNORECASE,
)
"""What the buyer does or is told after the documents are out, or keeps to itself."""
_OF_THE_DOCUMENTS = late_pattern(
    r"\b(?:itts?|itbs?|ift|rf[pqt]|p?sq|pqq|tender (?:document|notice|pack|rule|condition)s?|instructions|conditions"
    r"|(?:contract|procurement) notice|specification|acts?|regulations?|regs?|directive|law|statute|code"
    r"|(?:standing|financial) (?:orders|regulations)|annex|appendix|schedule|criteri(?:on|a))\b",
    re.IGNORECASE,
)
_OF_EVERYTHING = late_pattern(
    r"\b(?:compl(?:y|ies|iance|iant|ete|eteness)|reject\w*|exclu\w*|disqualif\w*|disregard\w*|not be (?:considered|evaluated)"
    r"|instructions|all (?:documents|questions|requirements|parts))\b",
    re.IGNORECASE,
)
"""What a clause says that may be about any fault of a bid."""
OF_ANY_FAULT = frozenset({
    "not", "too", "little", "few", "low", "short", "small", "below", "above", "under", "within", "outside", "meet", "met",
    "fail", "failed", "pass", "passed", "required", "requirement", "condition", "criterion", "enough", "insufficient",
    "missing", "given", "provided", "supplied", "shown", "held", "does", "did", "bid", "tender", "offer", "response",
    "answer", "stated", "mandatory", "non", "compliant", "case", "see", "only", "but",
})  # fmt: skip
"""What is said of any fault, and so not of what it is."""
_KIN = (
    "turnover revenue sales capital assets equity accounts audited financial finances economic standing statements credit",
    "references reference contracts projects experience similar comparable previous track record years work",
    "insurance insured cover indemnity liability policy broker",
    "certificate certification certified accredited accreditation standard label registered registration membership iso",
    "staff staffing team personnel employees qualified qualification degree training people",
    "location place premises office depot base distance locality local miles",
    "permission licence license consent authorised authorisation",
)
"""Words for conditions that are of one kind: whoever lacks references is said to lack experience."""


_STEM = 5
"""How many letters at their beginning two forms of one word share; a short word is the beginning of the other."""
_AMOUNT = late_pattern(
    r"\d[\d,.]*\s*(?:k|m|bn|million|thousand)?\b"
    r"(?!\s*(?:miles?|km|kilomet\w+|minutes?|mins?|hours?|days?|pages?|words?|o'clock)\b)",
    re.IGNORECASE,
)


def cites_nothing(case: Case, bid: Bid) -> bool:
    """Whether what a refusal cites is only what the buyer decided, was advised or wrote down, and no place of the documents."""
    said = bid.rule_ref or ""
    if not tells(bid.rule_ref) or not _OF_THE_BUYER.search(said):
        return False
    if names_a_place(said) or _OF_THE_DOCUMENTS.search(said):
        return False
    own = words(said)
    return not any(_stands(words(name), own) for name in case.once(published_texts))


def cites(case: Case, bid: Bid) -> bool:
    """Whether a refusal cites something that may be a rule of the documents."""
    return bool(tells(bid.rule_ref)) and not cites_nothing(case, bid)


def _stands(name: tuple[str, ...], own: tuple[str, ...]) -> bool:
    return sum(map(len, name)) > 1 and any(own[at : at + len(name)] == name for at in range(len(own) - len(name) + 1))


def about_another_thing(case: Case, bid: Bid) -> bool:
    """Whether a refusal cites a condition or clause by its id, and has no word of it, nor of its kind, in its reason.

    A reason with an amount may be about the one that the condition asks for.
    """
    reason = bid.reason or ""
    cited = _cited(case, bid.rule_ref or "")
    telling = {one for one in gist(reason) if len(one) > 2} - OF_ANY_FAULT
    if not cited or not telling or _AMOUNT.search(reason) or missed_on_record(case, bid):
        return False
    return not any(_OF_EVERYTHING.search(one) or _shares(telling, reason, one) for one in cited)


def _cited(case: Case, ref: str) -> list[str]:
    """Return all that is given of the conditions and clauses whose ids a refusal cites."""
    own = words(ref)
    return [" ".join(one for one in item if one) for item in case.once(_items) if _stands(words(item[0] or ""), own)]


def _items(case: Case) -> tuple[tuple[str | None, ...], ...]:
    return tuple(_given(case))


def _given(case: Case) -> Iterator[tuple[str | None, ...]]:
    tender, terms = case.tender, case.tender.terms
    for one in tender.selection_criteria or ():
        yield (one.id, one.name, one.text, one.kind if one.kind != "other" else None)
    for question in questions(case):
        if shuts_out(question):
            yield (question.criterion.id, question.criterion.name, question.criterion.text)
    for clause in (*(tender.specification or ()), *((terms.clauses if terms else None) or ())):
        yield (clause.id, clause.heading, clause.text)


def _shares(telling: set[str], reason: str, cited: str) -> bool:
    """Whether a reason has a word of what it cites, in any form, or one for the same kind of condition.

    What is given of the id alone tells no subject.
    """
    held = [one for one in gist(cited) if len(one) > 2 and one.isalpha()]
    if not held or set(kinds_in(reason)) & set(kinds_in(cited)):
        return True
    if any(one_word(one, other) for one in telling for other in held):
        return True
    return _of(words_of_its_kind(held), telling)


def words_of_its_kind(held: Iterable[str]) -> set[str]:
    """Return the words for all kinds of conditions that some words are about."""
    found = tuple(held)
    return {one for kin in _KIN if _of({*kin.split()}, found) for one in kin.split()}


def _of(kin: set[str], said: Iterable[str]) -> bool:
    return any(one_word(one, other) for one in said for other in kin)


def one_word(first: str, second: str) -> bool:
    """Whether two words are forms of one: `insured` and `insurance`, `sign` and `signed`."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
    return same >= _STEM or same == min(len(first), len(second)) >= _STEM - 1
