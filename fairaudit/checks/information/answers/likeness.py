"""Whether two answers to one question say different things: another figure, a no for a yes, a `not`.

Other words alone may say the same, and so may an answer that says more than another: that leaves a question.
"""

from __future__ import annotations

from fairaudit.analysis.messages.asked import points_elsewhere
from fairaudit.analysis.messages.contrary import says_yes_and_no
from fairaudit.analysis.messages.figures import other_figures
from fairaudit.analysis.messages.references import only_refers, without_references
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.information.answers.adds import adds
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Enquiry

GREETINGS = frozenset(["dear", "hello", "hi", "thank", "thanks", "kind", "regard", "sincerely", "yes", "sir", "madam"])
"""What an answer holds beside what it says; `no` is none of these."""
_NOT = frozenset({"no", "not", "never", "cannot", "none", "without", "neither", "nor"})
_OF_THE_SAME = frozenset({
    "same", "identical", "copy", "copied", "forward", "forwarded", "passed", "repeat", "repeated", "resent", "likewise", "above",
    "again", "attached", "attachment", "enclosed", "confirmed", "acknowledged", "receipt",
})  # fmt: skip
"""What an event says of an answer that is passed on as it is, or of the file that has it."""
_HANDED_OUT = frozenset({
    "notification", "notified", "released", "release", "circulated", "distributed", "anonymised", "anonymized", "shared",
    "posted", "delivered", "made", "available",
})  # fmt: skip
"""What an event says of how an answer went out, unless it is about what was asked."""
_ANOTHER = 2
"""How many telling words, none of them in the answer, make another text of an event; a heuristic."""
_STEM = 5
"""How many letters at their beginning two forms of one word share; a heuristic."""


def tells_the_same(case: Case, first: str, second: str, beside: frozenset[str] = GREETINGS) -> bool:
    """Whether two answers have the same telling words but for greetings, names and what they refer to."""
    return _telling(case, first, beside) == _telling(case, second, beside)


def says_otherwise(case: Case, first: str, second: str) -> bool:
    """Whether two answers plainly say different things."""
    if any(only_refers(one) or points_elsewhere(one) for one in (first, second)):
        return False
    if says_yes_and_no(first, second) or says_yes_and_no(second, first):
        return True
    figures = other_figures(first, second)
    return figures is True or (figures is False and _one_says_not(case, first, second))


def is_told_otherwise(row: Enquiry, text: str) -> bool | None:
    """Whether an event that names a question tells another answer than its row; `None` where it may.

    Other words may say the same, or only how an answer went; so may figures of which nothing says that they are of the answer.
    """
    answer = row.answer or ""
    if says_yes_and_no(text, answer):
        return True
    said, asked = (frozenset(gist(without_references(one))) for one in (text, f"{answer} {row.question or ''}"))
    bare = all(one[0].isdigit() for one in said)
    alike = any(not one[0].isdigit() for one in said & asked)
    return other_figures(answer, text) if bare or alike else False


def is_in_wholly_other_words(row: Enquiry, text: str, sending: frozenset[str]) -> bool:
    """Whether an event that names a question says something that has no word of its row's answer, and not only how it went.

    What speaks of sending (`sending`) and has no word of the question either tells how the answer went.
    """
    said = frozenset(gist(without_references(text)))
    if said & (sending | _HANDED_OUT) and said.isdisjoint(gist(row.question or "")):
        return False
    telling = {one for one in said - sending - GREETINGS if not one[0].isdigit()}
    answer = {_stem(one) for one in gist(row.answer or "")}
    return len(telling) >= _ANOTHER and said.isdisjoint(_OF_THE_SAME) and answer.isdisjoint(map(_stem, telling))


def adds_to(case: Case, row: Enquiry, text: str, sending: frozenset[str]) -> bool:
    """Whether an event that names a question tells more than its row's answer, and not only how it went."""
    names = {word for one in case.parties for word in gist(one.name or "")}
    return adds(text, row, GREETINGS | names, sending | _HANDED_OUT | _OF_THE_SAME)


def _telling(case: Case, text: str, beside: frozenset[str]) -> frozenset[str]:
    names = {word for one in case.parties for word in gist(one.name or "")}
    return frozenset(gist(without_references(text))) - names - beside


def _one_says_not(case: Case, first: str, second: str) -> bool:
    """Whether two answers share most of their words, and one alone has a `not`."""
    mine, its = ({_stem(one): one for one in _telling(case, text, GREETINGS)} for text in (first, second))
    shared = mine.keys() & its.keys()
    more, less = (frozenset(one.keys() - shared) for one in (mine, its))
    return bool(more & _NOT) != bool(less & _NOT) and len(shared) >= max(len(more - _NOT), len(less - _NOT), 1)


def _stem(word: str) -> str:
    return word[:_STEM] if word.isalpha() else word
