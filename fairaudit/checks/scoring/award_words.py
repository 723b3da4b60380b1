"""What the tender's method of award says in words, for every check that concludes from figures who must be first."""

from __future__ import annotations

from typing import TypeVar

from fairaudit.analysis.text.award_words import HIGHEST, AwardWords, award_words
from fairaudit.checks.base import Hit, Verb
from fairaudit.checks.scoring.criterion_tree import lowest_wins as lowest_by_method
from fairaudit.checks.scoring.criterion_tree import questions, scored_leaves
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case

FactsT = TypeVar("FactsT", bound=Frozen)
_QUOTED = 300


def words_of_award(case: Case) -> AwardWords:
    """Return what the words of the method of award say of ties, of the way, and what of them was not understood."""
    return case.once(_words)


def _words(case: Case) -> AwardWords:
    names = [name for one in questions(case) for name in (one.criterion.id, one.criterion.name) if name]
    return award_words(case.tender.award_method or "", list(dict.fromkeys(names)))


def unread_award_words(case: Case) -> str:
    """Return the words by which the winner may be found in another way than by the published criteria; empty where none are."""
    words = words_of_award(case)
    another = bool(words.way) and any(not one.is_price or one.formula for one in scored_leaves(case))
    return words.unread or ((case.tender.award_method or "").strip(" .") if another else "")


def highest_price_wins(case: Case) -> bool:
    """Whether the words say that the highest price or fee wins, and nothing else."""
    return words_of_award(case).way == HIGHEST


def told_award_words(case: Case) -> Verb:
    """Return the words that were not understood as an addition to a sentence; empty where there are none."""
    return said_of_award(unread_award_words(case))


def said_of_award(words: str, open_question: str = "whether the figures follow it") -> Verb:
    """Return a quotation of the method of award as an addition to a sentence, and what it leaves to a person."""
    if not words:
        return Verb("")
    quoted = words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()} …"
    return Verb(f'; the method of award says "{quoted}", and {open_question} is for a person to read')


def price_alone(case: Case) -> bool:
    """Whether the words say that one price decides, the lowest or the highest, and nothing else."""
    return bool(words_of_award(case).way)


def lowest_wins(case: Case) -> bool:
    """Whether the lowest figure wins; prices as totals need not be asked for, the highest of them may be paid."""
    return not highest_price_wins(case) and lowest_by_method(case)


def with_award_words(case: Case, hit: Hit[FactsT]) -> Hit[FactsT]:
    """Return a finding; with words of the award that were not understood it is a question, which quotes them."""
    words = unread_award_words(case)
    if not words:
        return hit
    return hit._replace(facts=hit.facts._replace(unread_words=said_of_award(words)), confidence="possible")
