"""The check of the family `scoring` on members whose comments are nearly all one phrase, beside scores that are not alike."""

from collections import Counter
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.boilerplate import explained, says_nothing_of_the_bid
from fairaudit.checks.moderation.cells import pointing_to, scorer_of
from fairaudit.checks.moderation.comments import Comment, Words, comments_of, without_names, words_of
from fairaudit.checks.scoring.criteria.tree import called_by_id, question_with
from fairaudit.checks.scoring.evaluation_records import bid_called, maybe, plain
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.identity import keys_of, whose

_OF_TEN = 8
"""Of how many of ten comments of one member it is nearly all. Heuristic."""
_SHOWN = 80
_BAND = late_pattern(r"\s*(\d+(?:\.\d+)?)\s*(?:-|\u2013|to)\s*(\d+(?:\.\d+)?)\s*\Z")
_Own = tuple[str, Words]


class SetPhrase(Frozen):
    """Whose comments are nearly all the same words, beside how many scores, and two unlike ones of one criterion."""

    who: tuple[str, ...]
    words: str
    number: int
    scored: int
    criterion: str
    lowest: str
    highest: str


@check
def one_phrase_beside_unlike_scores(
    node: Node[Evaluation], case: Case, *, at_least: int = 4, compared: int = 4
) -> Found[SetPhrase]:
    """Ask about the words that stand beside nearly all scores of a member, `at_least`, and beside unlike ones of one criterion.

    A phrase that always stands beside one score is a grade and left alone, and so is the name of a published band that holds
    the scores. Words of `compared` or more that stand beside fewer are another rule's: there they are compared bid by bid.
    """
    spoken = [one for one in comments_of(case) if one.single and one.score.evaluator and one.score.score is not None]
    if not spoken:
        yield Unassessed(node, "no comments on scores are given", ("evaluation.individual[].comment",))
        return
    keys = keys_of(case)
    given = Counter(keys[one.score.evaluator or ""] for one in spoken)
    phrases: dict[_Own, list[Comment]] = {}
    for one in spoken:
        words = without_names(case, one.words)
        phrases.setdefault((keys[one.score.evaluator or ""], words), []).append(one)
    found: dict[Words, list[Comment]] = {}
    for (who, words), own in phrases.items():
        nearly_all = len(own) >= at_least and 10 * len(own) >= _OF_TEN * given[who]
        if nearly_all and (len(words) < compared or says_nothing_of_the_bid(case, own[0])) and _apart(case, own):
            found.setdefault(words, []).extend(own)
    for together in found.values():
        yield _hit(case, together, given)


def _apart(case: Case, own: list[Comment]) -> tuple[Comment, Comment] | None:
    """Return the two comments of one member on one criterion whose scores lie furthest apart; `None` where none do."""
    by_criterion: dict[tuple[str | None, str | None, str], list[Comment]] = {}
    for one in own:
        key = (one.score.criterion, one.score.stage, whose(case, one.score.evaluator or ""))
        by_criterion.setdefault(key, []).append(one)
    pairs = [(min(each, key=_score), max(each, key=_score)) for each in by_criterion.values()]
    wide = [pair for pair in pairs if _score(pair[0]) != _score(pair[1]) and not _is_one_band(case, *pair)]
    return max(wide, key=lambda pair: _score(pair[1]) - _score(pair[0]), default=None)


def _score(one: Comment) -> Decimal:
    return one.score.score or Decimal(0)


def _is_one_band(case: Case, low: Comment, high: Comment) -> bool:
    """Whether the words are those of a published band, such as `5-8`, that holds both scores."""
    question = question_with(case, low.score.criterion)
    for band, text in (question.scale.descriptors or {} if question and question.scale else {}).items():
        ends = _BAND.match(band)
        heads = {words_of(part) for part in (text, *text.partition(":"))}
        if ends and low.words in heads and Decimal(ends[1]) <= _score(low) and _score(high) <= Decimal(ends[2]):
            return True
    return False


def _hit(case: Case, together: list[Comment], given: Counter[str]) -> Hit[SetPhrase]:
    low, high = _apart(case, together) or (together[0], together[0])
    people = dict.fromkeys(whose(case, one.score.evaluator or "") for one in together)
    names = dict.fromkeys(scorer_of(case, one.score) for one in together)
    text = " ".join(together[0].text.split())
    facts = SetPhrase(
        tuple(names),
        text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…",
        len(together),
        sum(given[one] for one in people),
        called_by_id(case, low.score.criterion),
        f"{plain(_score(low))} for {bid_called(case, low.score.bid)}",
        f"{plain(_score(high))} for {bid_called(case, high.score.bid)}",
    )
    # What the panel gives reasons for needs less of each of its members.
    agreed = {(one.bid, one.criterion) for one in case.evaluation.consensus or () if one.path in explained(case)}
    lower = "low" if all((one.score.bid, one.score.criterion) in agreed for one in together) else None
    related = pointing_to([one.score for one in together], "the same words")
    return Hit(together[0].at, facts, related, maybe(True), "|".join(people), lower)
