"""The check of the family `scoring` on members' own scores that moderation moved, and beside which nothing says why."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.phases import INDIVIDUAL, MODERATED, is_a_pass, phase_named
from fairaudit.checks.base import Found, Hit, Many, Unassessed, check
from fairaudit.checks.moderation.boilerplate import explained
from fairaudit.checks.moderation.cells import in_short, is_quality, pointing_to
from fairaudit.checks.reasons import which_of
from fairaudit.checks.scoring.evaluation_records import bid_called, lot_of, maybe, plain, scores_together
from fairaudit.checks.scoring.sheets.unread_scores import leans_on_unread
from fairaudit.checks.scoring.sittings import sitting_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.persons.identity import ambiguous, person_called, whose

_LEAST = 6
"""From how many other moderated scores it can be seen that this panel writes down why. Heuristic."""
_OF_TEN = 9
"""How many of ten other moderated scores have words where a panel writes down why. Heuristic."""


class MovedBare(Frozen):
    """Who moved how many scores in moderation without a word, and which, each with what it was and what it became."""

    who: str
    number: int
    which_scores: tuple[str, ...] | Many


class _Move(Frozen):
    """What somebody gave by themselves, and what moderation made of it."""

    before: Score
    after: Score


@check
def moderated_moves_have_a_reason(node: Node[Evaluation], case: Case) -> Found[MovedBare]:
    """Name whose scores moderation moved while neither a reason nor a comment stands beside them.

    Where the panel agreed the score with a reason, or the record does not say that it is complete, it is a question, and only
    where nearly all other moderated scores have words. The panel's reason for a score that the move leads away from, or past, is
    none for the move, and asks. A recorded change is another rule's business.
    """
    if scores_together(node.value):
        return
    if node.value.individual is None:
        yield Unassessed(node, "evaluation.individual is not given", ("evaluation.individual",))
        return
    moved = list(_moved(case))
    worded: dict[tuple[str | None, ...], list[Score]] = {}
    for one in node.value.consensus or ():
        if one.path in explained(case):
            worded.setdefault((one.bid, one.criterion), []).append(one)
    asked, sure = _others_have_words(case, moved), case.holds_all("evaluation.individual")
    found: dict[tuple[str, bool, tuple[str | None, ...]], list[_Move]] = {}
    for move in moved:
        who = move.after.evaluator or ""
        cell: tuple[str | None, ...] = (move.after.bid, move.after.criterion)
        agreed = worded.get(cell, [])
        led_there = any(_leads_to(move, each) for each in agreed)
        if ambiguous(case, who):
            yield Unassessed(move.after.node, *which_of(who, move.after.field("evaluator")))
        elif (sure and not led_there) or asked:
            # What may hang on a score that could not be read is told apart from all others.
            alone = cell if leans_on_unread(case, move.after) else ()
            found.setdefault((whose(case, who), not sure or bool(agreed), alone), []).append(move)
        elif not led_there:
            name = f"{text_of(move.after.path)}.reason"
            yield Unassessed(move.after.node, f"{name} is not given, and `complete` does not name evaluation", (name,))
    yield from _in_passes(case)
    for (who, asks, alone), moves in found.items():
        key = "|".join(filter(None, (who, *alone)))
        yield _named(case, moves, maybe(asks), key)


def _in_passes(case: Case) -> Iterator[Unassessed]:
    """Yield unlike scores of one thing that somebody gave in passes which no word calls moderation: `Initial` and `Final`."""
    if not any(one and is_a_pass(one) for one in case.once(_stages)):
        return
    for (who, *_), (own, _late) in _cells(case).items():
        passes = [one for one in own if one.stage and is_a_pass(one.stage)]
        if not passes or len({one.score for one in own}) < 2:
            continue
        # What was written first needs no reason for having been moved.
        bare = [
            one for one in passes if one is not own[0] and tells(one.reason) is False and tells(one.comment) is False
        ]
        if bare:
            under = " and ".join(dict.fromkeys(f"`{one.stage}`" if one.stage else "no stage" for one in own))
            called = person_called(case, who or "")
            reason = f"{called} scored {bid_called(case, bare[0].bid)} unlike under {under}, and which is moderated is not said"
            yield Unassessed(
                bare[0].node, reason, (f"{text_of(bare[0].path)}.stage (moderated, or individual)",), seen=True
            )


def _leads_to(move: _Move, agreed: Score) -> bool:
    """Whether a move leads to what the panel agreed on, or towards it."""
    before, after, end = move.before.score, move.after.score, agreed.score
    if before is None or after is None or end is None:
        return True
    return before < after <= end or end <= after < before


def _moved(case: Case) -> Iterator[_Move]:
    """Yield the scores for quality that moderation moved and that have no words, but for those with a recorded change."""
    if not any(phase_named(one) == MODERATED for one in case.once(_stages)):
        return
    changed = {
        (whose(case, one.evaluator) if one.evaluator else None, one.bid, one.criterion)
        for one in case.evaluation.changes or ()
    }
    for (who, bid, criterion, *_), (own, late) in _cells(case).items():
        # Of several of a kind nobody can tell which became which.
        if len(own) != 1 or len(late) != 1 or own[0].score == late[0].score:
            continue
        bare = tells(late[0].reason) is False and tells(late[0].comment) is False
        known = any((each, bid, criterion) in changed for each in (who, None))
        if bare and not known and is_quality(case, criterion):
            yield _Move(own[0], late[0])


def _stages(case: Case) -> frozenset[str | None]:
    """Return how the single scores say they came about: most records hold one kind alone, and none that moved."""
    return frozenset(one.stage for one in case.evaluation.individual or ())


_Kinds = tuple[list[Score], list[Score]]


def _cells(case: Case) -> dict[tuple[str | None, ...], _Kinds]:
    """Return what each member gave by themselves and after moderation, by member, bid, criterion, lot and sitting."""
    found: dict[tuple[str | None, ...], _Kinds] = {}
    for one in case.evaluation.individual or ():
        phase = phase_named(one.stage)
        if one.evaluator is None or one.score is None or phase not in (None, INDIVIDUAL, MODERATED):
            continue
        lot = lot_of(case, one.bid, one.lot)
        cell = (whose(case, one.evaluator), one.bid, one.criterion, lot, sitting_of(one))
        found.setdefault(cell, ([], []))[phase == MODERATED].append(one)
    return found


def _others_have_words(case: Case, moved: list[_Move]) -> bool:
    """Whether nearly all moderated scores but those that were moved without a word have some."""
    bare = {one.after.path for one in moved}
    late = {one for one in case.once(_stages) if phase_named(one) == MODERATED}
    others = [
        one
        for one in case.evaluation.individual or ()
        if one.stage in late and one.score is not None and one.path not in bare
    ]
    worded = sum(tells(one.reason) is True or tells(one.comment) is True for one in others)
    return len(others) >= _LEAST and 10 * worded >= _OF_TEN * len(others)


def _named(case: Case, moves: list[_Move], confidence: str | None, key: str) -> Hit[MovedBare]:
    scores = [one.after for one in moves]
    told = tuple(
        f"{one.after.bid} on {one.after.criterion} from {_plain(one.before)} to {_plain(one.after)}" for one in moves
    )
    facts = MovedBare(person_called(case, scores[0].evaluator or ""), len(moves), in_short(told))
    related = (
        *pointing_to((one.before for one in moves), "what was given before"),
        *pointing_to(scores[1:], "moved too"),
    )
    return Hit(scores[0].node, facts, related, confidence, key)


def _plain(score: Score) -> str:
    return "nothing" if score.score is None else plain(score.score)
