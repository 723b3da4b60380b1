"""Whether the words for which somebody was shut out are about a condition of taking part that was published."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from fairaudit.analysis.text.gist import gist
from fairaudit.checks.bidders.refusals.cited_rules import OF_ANY_FAULT, one_word, words_of_its_kind
from fairaudit.procurement.case import Case


def telling(reason: str) -> set[str]:
    """Return the words that say for what somebody is out, without those that are said of any fault."""
    return {one for one in gist(reason) if len(one) > 2 and one.isalpha()} - OF_ANY_FAULT


def is_of_a_condition(case: Case, words: AbstractSet[str]) -> bool:
    """Whether more than half of some telling words are words of one condition, or for what is of its kind.

    `Too little experience` is about a condition that asks for references; `never worked in this town` says more than that.
    """
    for text in case.once(_conditions):
        published = {*gist(text)}
        if 2 * held(words, published | words_of_its_kind(published)) > len(words):
            return True
    return False


def held(words: AbstractSet[str], among: AbstractSet[str]) -> int:
    """Return how many words are among others, in any form."""
    return sum(1 for one in words if one in among or any(one_word(one, other) for other in among))


def _conditions(case: Case) -> tuple[str, ...]:
    """Return the conditions of taking part, each as all that is given of it."""
    return tuple(
        " ".join(part for part in (one.name, one.text, one.kind if one.kind != "other" else None) if part)
        for one in case.tender.selection_criteria or ()
    )
