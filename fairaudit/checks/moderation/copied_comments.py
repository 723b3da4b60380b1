"""Whether members' comments on one answer are each other's, word for word: judgement by several people shows in several words."""

from collections.abc import Iterable

from fairaudit.analysis.phases import MODERATED, phase_named
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.moderation.boilerplate import says_nothing_of_the_bid
from fairaudit.checks.moderation.cells import MOST_RELATED, scorer_of
from fairaudit.checks.moderation.comments import BIDDER, Comment, Words, comments_of, without_names, words_of
from fairaudit.checks.scoring.criteria.tree import question_with
from fairaudit.checks.timing.in_words import counted
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.identity import whose

_SHOWN = 80


class Copied(Frozen):
    """Whose comments are word for word alike, how many on how many answers, one of them, and beside how many scores differ."""

    who: tuple[str, ...]
    number: Clause
    apart: str
    words: str


Group = list[Comment]
"""The comments of several members on one answer in the same words."""


@check
def comments_by_several_hands(
    node: Node[Evaluation],
    case: Case,
    *,
    at_least: int = 8,
    fewest: int = 3,
    long: int = 20,
    short: int = 4,
    together: int = 30,
) -> Found[Copied]:
    """Name members whose own comments on the same answers are word for word alike, at least `fewest` of `at_least` words.

    One of `long` words, beside scores that differ, is enough, and so are those of `short` words that have `together` in all: two
    people may find the same five words once, and not on six answers. Words that stand beside another bid or criterion too, the
    published words of a scale or a question, and comments on the scoring alone are nobody's own; so are comments made together,
    after moderation, and short ones that say the same beside another answer but for numbers and names.
    """
    spoken = [one for one in comments_of(case) if one.single and phase_named(one.score.stage) != MODERATED]
    if not spoken:
        yield Unassessed(node, "no comments of members are given", ("evaluation.individual[].comment",))
        return
    by_who: dict[tuple[str, ...], list[Group]] = {}
    for group in _groups(case, [one for one in spoken if len(one.words) >= short]):
        people = sorted({whose(case, one.score.evaluator or "") for one in group})
        by_who.setdefault(tuple(people), []).append(group)
    for who, groups in by_who.items():
        if _are_many(groups, fewest, together):
            stock = case.once(_stock_phrases)
            told = [one for one in groups if _phrase(case, one[0]) not in stock]
            if _are_many(told, fewest, together):
                yield _hit(case, who, told)
                continue
        full = [one for one in groups if len(one[0].words) >= at_least]
        if len(full) >= fewest or any(len(one[0].words) >= long and _apart(one) for one in full):
            yield _hit(case, who, full)


def _are_many(groups: list[Group], fewest: int, together: int) -> bool:
    return len(groups) >= fewest and sum(len(one[0].words) for one in groups) >= together


def _stock_phrases(case: Case) -> frozenset[Words]:
    """Return what members say beside several answers but for numbers and names: `see page 4 of the bid`, `good on safety`."""
    cells: dict[Words, set[tuple[str | None, ...]]] = {}
    for one in comments_of(case):
        if one.single:
            cells.setdefault(_phrase(case, one), set()).add((one.score.bid, one.score.criterion, one.score.lot))
    return frozenset(phrase for phrase, beside in cells.items() if len(beside) > 1)


def _phrase(case: Case, comment: Comment) -> Words:
    """Return the words of a comment without numbers, bidders, and the ids and the name of what it stands beside."""
    score, question = comment.score, question_with(case, comment.score.criterion)
    labels = [score.bid, score.criterion, score.lot, question.criterion.name if question else None]
    beside = {word for label in labels if label for word in words_of(label)}
    words = without_names(case, comment.words)
    return tuple(one for one in words if one != BIDDER and not one.isdigit() and one not in beside)


def _groups(case: Case, comments: list[Comment]) -> Iterable[Group]:
    """Return the comments of several members in words that stand beside one answer only."""
    by_words: dict[Words, Group] = {}
    for one in comments:
        by_words.setdefault(one.words, []).append(one)
    for words, group in by_words.items():
        cells = {(one.score.bid, one.score.criterion, one.score.lot) for one in group}
        own = [one for one in group if one.score.evaluator]
        if len(cells) > 1 or len({whose(case, one.score.evaluator or "") for one in own}) < 2:
            continue
        if not says_nothing_of_the_bid(case, own[0]) and words not in _published(case, own[0].score.criterion):
            yield own


def _published(case: Case, criterion: str | None) -> set[Words]:
    """Return the words of the bands of a scale, whole and without what they are called, and of the question itself."""
    question = question_with(case, criterion)
    if question is None:
        return set()
    texts = list((question.scale.descriptors or {}).values()) if question.scale else []
    texts += [text.partition(":")[2] for text in texts]
    return {words_of(text) for text in (*texts, question.criterion.name, question.criterion.text) if text}


def _apart(group: Group) -> bool:
    return len({one.score.score for one in group}) > 1


def _hit(case: Case, who: tuple[str, ...], groups: list[Group]) -> Hit[Copied]:
    first, *others = [one for group in groups for one in group]
    names = {whose(case, one.score.evaluator or ""): scorer_of(case, one.score) for one in (first, *others)}
    apart = sum(map(_apart, groups))
    text = " ".join(first.text.split())
    shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"
    facts = Copied(
        tuple(names[one] for one in who), Clause(counted(len(groups), "answer")), str(apart or "none"), shown
    )
    related = tuple((one.at, "one of these comments") for one in others[:MOST_RELATED])
    return Hit(first.at, facts, related, key="|".join(who))
