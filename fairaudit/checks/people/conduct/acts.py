"""What each person did to bids, from the records of the evaluation, gathered once for a case."""

from collections.abc import Iterable

from fairaudit.checks.people.conduct.entering import clerks, entered_for, record_keepers
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Attendance, Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.persons.identity import key_of, keys_of, whose
from fairaudit.procurement.times.arrivals import came_after
from fairaudit.sources.document import Path

ENTERED = "entered a score of"
"""What somebody did who is recorded as having entered an own score of somebody else, or one that the panel agreed."""


class Act(Frozen):
    """Something somebody did to a bid: what the record calls them, where it stands, in which words, and when."""

    key: str
    at: Node[object]
    words: str
    when: When | None
    bid: str | None = None
    confidence: str | None = None
    """How sure it is that they did it, where that only follows from their role."""


def acts_by_person(case: Case) -> dict[str, list[Act]]:
    """Return who scored, changed a score of, or opened which bid, in the order of the records, by the one key of a person.

    Who entered an own score of somebody else, or one that the panel agreed, is not known to have given it; a clerk, or who
    entered those of all, gave none.
    """
    found: dict[str, list[Act]] = {}
    evaluation, keys = case.evaluation, keys_of(case)
    agreed = given_scores(case, evaluation.consensus)
    acts = (
        *(act for score in given_scores(case, evaluation.individual) for act in _of_score(case, score)),
        *(act for score in agreed for act in _of_agreed(case, score)),
    )
    for act in acts:
        found.setdefault(keys[act.key], []).append(act)
    for change in evaluation.changes or ():
        for one in _each(case, change.evaluator, change.by):
            found.setdefault(whose(case, one), []).append(
                Act(one, change.node, "changed a score of", change.at, change.bid)
            )
    for access in evaluation.access_log or ():
        if access.person:
            found.setdefault(whose(case, access.person), []).append(
                Act(access.person, access.node, "opened", access.at, access.bid)
            )
    return found


def given_scores(case: Case, scores: Iterable[Score] | None) -> tuple[Score, ...]:
    """Return the rows of a list of scores by which something was scored: a row left empty, or told as not scored, is none.

    A cell that could not be read held something, and a list in which no row holds a score leaves the scores out, not the scoring.
    """
    listed = tuple(scores or ())
    unread = case.once(_unread_scores)
    given = tuple(one for one in listed if one.score is not None or one.met is not None or one.path in unread)
    return given or listed


def _unread_scores(case: Case) -> frozenset[Path]:
    """Return the rows of which the score, or whether it was met, is given and was not understood."""
    return frozenset(one.path[:-1] for one in case.unreadable if one.path[-1:] in (("score",), ("met",)))


def _of_score(case: Case, score: Score) -> list[Act]:
    if score.evaluator and not score.by:
        return [Act(score.evaluator, score.node, "scored", score.at, score.bid)]
    if not entered_for(case, score) or not score.evaluator or not score.by:
        return [Act(one, score.node, "scored", score.at, score.bid) for one in _each(case, score.evaluator, score.by)]
    acts = [Act(score.evaluator, score.node, "scored", score.at, score.bid)]
    if whose(case, score.by) not in case.once(record_keepers):
        acts.append(Act(score.by, score.node, ENTERED, score.at, score.bid, "possible"))
    return acts


def _of_agreed(case: Case, score: Score) -> list[Act]:
    """Return what an agreed score shows that somebody did: whoever typed it need not have been in the room."""
    if score.evaluator or not score.by:
        return _of_score(case, score)
    if whose(case, score.by) in case.once(clerks):
        return []
    return [Act(score.by, score.node, ENTERED, score.at, score.bid, "possible")]


def severity_of(acts: Iterable[Act]) -> str | None:
    """Return the severity of what somebody did where it is less: whether to type what others gave was to take part, is asked."""
    return "medium" if all(one.words == ENTERED for one in acts) else None


def _each(case: Case, *keys: str | None) -> list[str]:
    """Return whom a record calls by several keys, each person once."""
    return list({whose(case, one): one for one in reversed(keys) if one}.values())


def scorers_unknown(case: Case, bids: frozenset[str]) -> bool:
    """Whether it is not recorded who scored some bids: no single score is given, or only agreed ones of these."""
    evaluation = case.evaluation
    if evaluation.individual is None:
        return True
    alone = any(one.bid in bids for one in given_scores(case, evaluation.individual))
    return not alone and any(one.bid in bids for one in evaluation.consensus or ())


def bids_of(case: Case) -> dict[str | None, frozenset[str]]:
    """Return the ids of the bids of each bidder."""
    found: dict[str | None, set[str]] = {}
    for one in case.bids:
        if one.id:
            found.setdefault(one.bidder, set()).add(one.id)
    return {bidder: frozenset(ids) for bidder, ids in found.items()}


def meetings_of(case: Case) -> dict[str, list[Attendance]]:
    """Return the meetings each person was at, by the one key of a person."""
    found: dict[str, list[Attendance]] = {}
    for meeting in case.evaluation.attendance or ():
        for key in {whose(case, one): None for one in meeting.people or ()}:
            found.setdefault(key, []).append(meeting)
    return found


def seen_by(case: Case) -> dict[str, list[Act]]:
    """Return what shows when each person saw bids, by the one key of a person; every act has its moment.

    One that is dated before its bid had come shows it no more than possibly: one of the two dates is wrong.
    """
    found: dict[str, list[Act]] = {}
    for access in case.evaluation.access_log or ():
        if access.person and access.at:
            doubt = "possible" if came_after(case, access.bid, access.at) else None
            act = Act(access.person, access.node, "first access to a bid", access.at, access.bid, doubt)
            found.setdefault(whose(case, access.person), []).append(act)
    for score in given_scores(case, case.evaluation.individual):
        if score.evaluator and score.at:
            doubt = "possible" if came_after(case, score.bid, score.at) else None
            act = Act(score.evaluator, score.node, "first score", score.at, score.bid, doubt)
            found.setdefault(whose(case, score.evaluator), []).append(act)
    for key, person in {key_of(one): one for one in reversed(case.people)}.items():
        if person.first_access:
            doubt = "possible" if came_after(case, None, person.first_access) else None
            act = Act(key, person.field("first_access"), "first access to the bids", person.first_access, None, doubt)
            found.setdefault(whose(case, key), []).append(act)
    return found
