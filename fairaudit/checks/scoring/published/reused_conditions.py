"""Checks of the family `criteria` on conditions of taking part that stand again among the award criteria.

Every condition is read once, and a criterion is compared only with those that share a telling word with it.
"""

from collections import Counter
from collections.abc import Iterator

from fairaudit.analysis.text import read_prose
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.scoring.criteria.tree import Question, called, question_at
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion, Requirement
from fairaudit.procurement.model.node import Node, text_of

_COMMON = 64
"""A word of more conditions than these says nothing about any of them, and would make the comparison quadratic."""


class ScoredAgain(Frozen):
    """A criterion, the condition it repeats, and the words of the criterion."""

    criterion: str
    condition: str
    words: str


class _Condition(Frozen):
    """A condition of taking part: its words as they stand, and what it asks for."""

    part: Requirement
    words: tuple[str, ...]
    gist: tuple[str, ...]


class _Conditions(Frozen):
    """The conditions of a tender by their words, by what they ask for, and by each telling word."""

    same: dict[tuple[str, ...], list[_Condition]]
    alike: dict[tuple[str, ...], list[_Condition]]
    having: dict[str, list[_Condition]]


@check
def condition_scored_again(
    node: Node[AwardCriterion], case: Case, *, at_least: int, shared: int, of_both: int
) -> Found[ScoredAgain]:
    """Flag a scored criterion that asks for what a condition of taking part asks for.

    Sure where they are the same in at least `at_least` words. Alike, for a person to judge, where `shared` per cent of the
    telling words of the shorter and `of_both` per cent of those of both are the same, or one stands in the other.
    """
    question = question_at(case, node)
    if question is None or not question.is_scored or question.is_price:
        return
    said = node.value.text or node.value.name
    if said is None:
        if question.is_leaf:
            name = f"{text_of(node.path)}.text"
            yield Unassessed(node, f"{name} is not given", (name,))
        return
    if case.tender.selection_criteria is None:
        name = "tender.selection_criteria"
        yield Unassessed(node, f"{name} is not given", (name,))
        return
    conditions = case.once(_conditions)
    words, telling = read_prose(said).words, gist(said)
    same = [*conditions.same.get(words, ()), *conditions.alike.get(telling, ())]
    sure = _for_its_lots(question, same)
    likely = None if sure else _for_its_lots(question, _much_alike(conditions, telling, at_least, shared, of_both))
    found = sure or likely
    if found:
        long = len(words) >= at_least if found.words == words else len(telling) >= at_least
        related = ((found.part.node, "the condition of taking part"),)
        facts = ScoredAgain(called(node.value), _called(found.part), said)
        yield Hit(node, facts, related, None if sure and long else "possible")


def _conditions(case: Case) -> _Conditions:
    found = _Conditions({}, {}, {})
    for part in case.tender.selection_criteria or ():
        said = part.text or part.name
        amount = getattr(getattr(part, "minimum", None), "amount", None)
        read = gist(said or f"{(part.kind or '').replace('-', ' ')} {amount or ''}")
        if not read:
            continue
        one = _Condition(part, read_prose(said).words if said else (), read)
        if said:
            found.same.setdefault(one.words, []).append(one)
        found.alike.setdefault(read, []).append(one)
        for word in dict.fromkeys(read):
            found.having.setdefault(word, []).append(one)
    return found


def _much_alike(
    conditions: _Conditions, telling: tuple[str, ...], at_least: int, shared: int, of_both: int
) -> Iterator[_Condition]:
    """Return the conditions that are much like a text, the most alike first."""
    own = set(telling)
    met = [conditions.having.get(word, ()) for word in own]
    counts = Counter(id(one) for some in met if len(some) <= _COMMON for one in some)
    by_id = {id(one): one for some in met if len(some) <= _COMMON for one in some}
    line = f" {' '.join(telling)} "
    for key, count in counts.most_common():
        one = by_id[key]
        other = set(one.gist)
        shorter, both = min(len(own), len(other)), len(own | other)
        within = len(one.gist) > at_least and f" {' '.join(one.gist)} " in line
        if count >= at_least and (within or (count * 100 >= shared * shorter and count * 100 >= of_both * both)):
            yield one


def _for_its_lots(question: Question, conditions: "Iterator[_Condition] | list[_Condition]") -> _Condition | None:
    """Return the first condition that is about one of a criterion's lots; none named means all."""
    return next(
        (
            one
            for one in conditions
            if not one.part.lots or not question.lots or set(one.part.lots) & set(question.lots)
        ),
        None,
    )


def _called(condition: Requirement) -> str:
    """Return how people call a condition: its id and its name."""
    words = [one for one in (condition.id, condition.name) if one]
    return f"{words[0]} ({words[1]})" if len(words) == 2 else words[0] if words else condition.text or "a condition"
