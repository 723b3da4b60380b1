"""Reasons of the panel that stand beside several of its scores: what is said of many is no reason of one's own."""

from fairaudit.checks.moderation.boilerplate import explained
from fairaudit.checks.moderation.comments import BIDDER, Comment, Words, comments_of, without_names, words_of
from fairaudit.checks.scoring.criteria.tree import question_with
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.sources.document import Path


def others_with_its_reason(case: Case, score: Score) -> int:
    """Return how many answers besides its own a score's reason stands beside in the panel's record; 0 if it has its own.

    What a bid and a criterion are called makes no difference: the same sentence with `Q1` and `Q2` in it is one.
    """
    return case.once(_others).get(score.path, 0)


def _others(case: Case) -> dict[Path, int]:
    said: dict[Path, set[Words]] = {}
    cells: dict[Words, set[tuple[str | None, str | None]]] = {}
    known = explained(case)
    for one in comments_of(case):
        if not one.single and one.score.path in known:
            words = _without_labels(case, one)
            said.setdefault(one.score.path, set()).add(words)
            cells.setdefault(words, set()).add((one.score.bid, one.score.criterion))
    # A score with a reason and a comment has a reason of its own as soon as either is.
    return {path: min(len(cells[each]) - 1 for each in words) for path, words in said.items()}


def _without_labels(case: Case, comment: Comment) -> Words:
    score = comment.score
    question = question_with(case, score.criterion)
    labels = (score.bid, score.criterion, question.criterion.name if question else None)
    words = without_names(case, comment.words)
    for label in sorted({words_of(one) for one in labels if one}, key=len, reverse=True):
        words = _with_sign(words, label) if label else words
    return words


def _with_sign(words: Words, label: Words) -> Words:
    kept: list[str] = []
    at = 0
    while at < len(words):
        found = words[at : at + len(label)] == label
        kept.append(BIDDER if found else words[at])
        at += len(label) if found else 1
    return tuple(kept)
