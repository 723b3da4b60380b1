"""What the published words on the award criteria say of how points are given, beside their figures.

Whoever accuses by figures worked out again by a criterion asks instead where its words may give other ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeVar

from fairaudit.analysis.text.award.words import award_words
from fairaudit.analysis.text.scores.averaged import Averaging, averages_scores
from fairaudit.analysis.text.scores.points import Ends, descriptor_on_points, words_on_points
from fairaudit.checks.base import Hit, Verb
from fairaudit.checks.scoring.criteria.of_lots import leaves_for
from fairaudit.checks.scoring.criteria.tree import Question, called, questions
from fairaudit.checks.scoring.totals.award_words import figures_of_award, quoted, with_award_words, with_unread
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case

FactsT = TypeVar("FactsT", bound=Frozen)


class _Said(Frozen):
    """By the path of each criterion, its own words on how points are given."""

    by_path: dict[tuple[str | int, ...], tuple[str, ...]]


def with_published_words(case: Case, hit: Hit[FactsT], lot: str | None, price: bool | None = None) -> Hit[FactsT]:
    """Return a finding by figures worked out again; with words on points that may give other ones it is a question.

    Words count of the method of award, and of the criteria of a lot: of price alone, of quality alone, or of both.
    """
    hit = with_award_words(case, hit)
    said = told_criterion_words(case, lot, price)
    if not said:
        return hit
    before: Verb = getattr(hit.facts, "unread_words", Verb(""))
    # What is not understood is said of it once.
    return (
        hit._replace(facts=hit.facts._replace(unread_words=Verb(f"{before}{said}")))
        if before
        else with_unread(hit, said)
    )


def told_criterion_words(case: Case, lot: str | None, price: bool | None = None) -> Verb:
    """Return the words on points of a lot's criteria as an addition to a sentence; empty where there are none."""
    said = case.once(_said).by_path
    found: dict[tuple[str | int, ...], str] = {}
    for leaf in leaves_for(case, lot):
        if price is None or leaf.is_price is price:
            for one in leaf.lineage:
                if words := said.get(one.path):
                    found[one.path] = f'of {called(one)} the documents say "{quoted("; ".join(words))}"'
    if not found:
        return Verb("")
    first, *others = found.values()
    more = f", and more of {len(others)} other{'' if len(others) == 1 else 's'}" if others else ""
    return Verb(f"; {first}{more}, and whether the figures follow it is for a person to read")


def _said(case: Case) -> _Said:
    return _Said({one.criterion.path: words for one in questions(case) if (words := tuple(_words(case, one)))})


def _words(case: Case, question: Question) -> Iterator[str]:
    """Yield the words of one criterion, and of its own scale, that say how points are given and are not known as figures."""
    criterion, scale = question.criterion, question.scale
    known = [Fraction(one.weight) for one in question.lineage if one.weight is not None]
    ends: Ends | None = None
    if scale is not None and scale.maximum is not None:
        ends = Fraction(scale.minimum or 0), Fraction(scale.maximum)
    names = [name for each in questions(case) for name in (each.criterion.id, each.criterion.name) if name]
    for one in words_on_points(criterion.text or "", known, ends, is_price=question.is_price):
        averaged = averages_scores(one) in (Averaging.PLAIN, Averaging.OPEN)
        if not averaged and award_words(one, names, figures_of_award(case)).unread:
            yield one
    own = criterion.scale.descriptors if criterion.scale is not None else None
    for score, text in (own or {}).items():
        if descriptor_on_points(text, score, known, ends):
            yield f"{score}: {text}"
