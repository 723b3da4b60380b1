"""The check of how much of a result rests on opinion alone: the weights of questions that nothing anchors.

A question is anchored by two scores that say more than a grade, by a measure in its own text or its group's, or by an aim
with a measure that names it. A price is anchored by its formula, and has rules of its own.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from fairaudit.analysis.rounding import apart
from fairaudit.analysis.text import Prose, binding, find, holds, read_prose
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria.of_lots import leaves_for, lots_apart, weights_in_full
from fairaudit.checks.scoring.criteria.tree import Question, called, one_criterion_decides, scored_leaves, worth
from fairaudit.checks.scoring.published.scales import some_describe_scores, sure_it_is_absent
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Tender

_DESCRIBED = 2
"""How many scores must be described: with one alone nobody knows what lies beside it."""


class Exposed(Frozen):
    """The share of the weights that nothing anchors, in per cent, and the questions it stands on."""

    share: Decimal
    parts: tuple[str, ...]


class Words(Frozen):
    """The words that are looked for in a question."""

    phrases: tuple[str, ...]
    tests: tuple[str, ...]
    limits: tuple[str, ...]
    grades: tuple[str, ...]


class Standing(Frozen):
    """Whether a question stands on opinion alone; `open` names the fields that would say so, `sure` how it is known."""

    loose: bool
    open: tuple[str, ...] = ()
    sure: bool = True


@check
def weight_without_anchor(
    node: Node[Tender],
    case: Case,
    *,
    question_above: Decimal,
    at_most: Decimal,
    phrases: tuple[str, ...],
    tests: tuple[str, ...],
    limits: tuple[str, ...] = (),
    grades: tuple[str, ...] = (),
) -> Found[Exposed]:
    """Flag award criteria of which more than `at_most` per cent of the weight has no anchor; ask above `question_above`.

    Words of `tests` are a measure, but not those that one of `limits` takes in (the length of an answer). A description made
    of `grades` alone describes nothing. `phrases` are vague words, which the finding quotes.
    """
    leaves = scored_leaves(case)
    if node.value.award_criteria is None:
        if not one_criterion_decides(node.value):
            name = "tender.award_criteria"
            yield Unassessed(node, f"{name} is not given", (name,))
        return
    if all(one.is_price for one in leaves):
        return
    words = Words(phrases, tests, limits, grades)
    known = {one.criterion.path: _standing(case, one, words) for one in leaves}
    told: set[tuple[object, ...]] = set()
    for lot in lots_apart(case):
        shares = weights_in_full(case, lot)
        whole = sum((weight for _, weight in shares or ()), Fraction(0))
        if shares is None or whole <= 0:
            bare = [one for one in leaves_for(case, lot) if worth(one) is None]
            fields = tuple(text_of((*one.criterion.path, "weight")) for one in bare)
            yield Unassessed(node, "the published weights are not all given as numbers that add up", fields)
            return
        if (asked := tuple(one.criterion.path for one, _ in shares)) in told:
            continue
        told.add(asked)
        parts = [(one, weight * 100 / whole, known[one.criterion.path]) for one, weight in shares]
        yield from _exposed(node, parts, words, (question_above, at_most), lot)


def _exposed(
    node: Node[Tender],
    parts: list[tuple[Question, Fraction, Standing]],
    words: Words,
    marks: tuple[Decimal, Decimal],
    lot: str | None,
) -> Found[Exposed]:
    """Judge the questions of one lot."""
    loose = [(one, share, stands) for one, share, stands in parts if stands.loose and share > 0]
    total = sum((share for _, share, _ in loose), Fraction(0))
    open_ = [(share, stands.open) for _, share, stands in parts if stands.open and share > 0]
    if total > marks[0]:
        high = total > marks[1]
        facts = Exposed(
            apart(total, marks[1 if high else 0]), tuple(_worded(one, share, words) for one, share, _ in loose)
        )
        doubt = "possible" if not high else None if all(stands.sure for *_, stands in loose) else "likely"
        related = tuple((one.criterion.node, f"{_percent(share)} per cent of the weight") for one, share, _ in loose)
        yield Hit(node.value.field("award_criteria"), facts, related, doubt, lot or "")
    elif total + sum((share for share, _ in open_), Fraction(0)) > marks[0]:
        fields = tuple(dict.fromkeys(name for _, names in open_ for name in names))
        yield Unassessed(node, "what some scores mean is not given, and `complete` does not name tender", fields)


def _standing(case: Case, question: Question, words: Words) -> Standing:
    """Return whether a question stands on opinion alone."""
    if question.is_price or _is_described(question, words.grades) or _has_a_measure(case, question, words):
        return Standing(False)
    scale, criterion = question.scale, question.criterion
    stated = scale is not None and scale.descriptors is not None
    known = "sure" if stated else sure_it_is_absent(case, case.once(some_describe_scores))
    open_: list[str] = []
    if known is None:
        at = scale.path if scale else criterion.path
        open_.append(text_of((*at, "descriptors" if scale else "scale")))
    if not criterion.text and not case.holds_all(text_of(criterion.path)):
        open_.append(text_of((*criterion.path, "text")))
    return Standing(not open_, tuple(open_), known == "sure")


def _is_described(question: Question, grades: tuple[str, ...]) -> bool:
    """Whether enough scores say more than a grade such as `Good`."""
    scale = question.scale
    told = [one for one in (scale.descriptors or {}).values() if not _is_a_grade(one, grades)] if scale else []
    return len(told) >= _DESCRIBED


# Most questions of a tender are scored on one scale, in the same words.
@lru_cache(maxsize=1024)
def _is_a_grade(text: str, grades: tuple[str, ...]) -> bool:
    prose = read_prose(text)
    covered = {at for one in find(prose, grades) for at in range(one.start, one.end)}
    return len(covered) == len(prose.words)


def _has_a_measure(case: Case, question: Question, words: Words) -> bool:
    """Whether the text of a question or its groups, or an aim that names one of them, holds a measure."""
    ids = {one.id for one in question.lineage if one.id}
    if any(one.measure and not ids.isdisjoint(one.criteria or ()) for one in case.tender.aims or ()):
        return True
    return any(_measures(read_prose(binding(one.text)), words) for one in question.lineage if one.text)


def _measures(prose: Prose, words: Words) -> bool:
    found = find(prose, words.tests)
    if not found:
        return False
    idle = {at for one in find(prose, words.limits) for at in range(one.start, one.end)}
    return any(idle.isdisjoint(range(one.start, one.end)) for one in found)


def _worded(question: Question, share: Fraction, words: Words) -> str:
    """Return how a question is called, what it weighs, and its vague words."""
    vague = next(_vague(question, words.phrases), None)
    return f"{called(question.criterion)}, {_percent(share)} per cent" + (f", which says “{vague}”" if vague else "")


def _percent(share: Fraction) -> str:
    return format(apart(share, Decimal(0)).normalize(), "f")


def _vague(question: Question, phrases: tuple[str, ...]) -> Iterator[str]:
    for text in (question.criterion.text, question.criterion.name):
        if text and holds(text, phrases):
            prose = read_prose(binding(text))
            yield from (prose.written(one.start, one.end) for one in find(prose, phrases))
