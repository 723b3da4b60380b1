"""The check of the family `scoring` on own scores of evaluators that somebody else is recorded as having entered."""

from fairaudit.checks.base import Found, Hit, Many, Unassessed, check
from fairaudit.checks.moderation.cells import in_brief
from fairaudit.checks.people.conduct.entering import entered_all, entered_for, keeps_the_record
from fairaudit.checks.reasons import unplaced, which_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.identity import (
    ambiguous,
    called_otherwise,
    keys_of,
    person_called,
    ways_written,
    whose,
)


class EnteredByAnother(Frozen):
    """Somebody who entered own scores of one evaluator, whose, how many, and which."""

    person: str
    who: str
    number: int
    which_scores: tuple[str, ...] | Many


@check
def own_scores_entered_by_their_own(node: Node[Evaluation], case: Case) -> Found[EnteredByAnother]:
    """Ask about own scores of one evaluator that another is recorded as having entered.

    Whoever entered those of everybody else, or has a role of another kind in the procurement, such as a secretary, keeps the
    record; so does a chair. Scores that moderation moved, and those whose change is recorded, are other rules' business.
    """
    lacks = tuple(f"evaluation.{name}" for name in ("individual", "panel") if getattr(node.value, name) is None)
    if lacks:
        yield Unassessed(node, f"{lacks[0]} is not given", lacks)
        return
    seats = [*(node.value.panel or ()), *(one.evaluator for one in node.value.allocation or () if one.evaluator)]
    keys = keys_of(case)
    known, ways = {keys[one] for one in seats}, ways_written(case, seats)
    every = {keys[one.evaluator] for one in node.value.individual or () if one.evaluator}
    entered = _entered(case)
    for (by, whom), scores in entered.items():
        first, name = scores[0], scores[0].by or ""
        others = {one for who, one in entered if who == by}
        if keeps_the_record(case, name, by in known) or entered_all(others, by, every):
            continue
        if unclear := next((one for one in ("by", "evaluator") if ambiguous(case, getattr(first, one))), None):
            yield Unassessed(first.node, *which_of(person_called(case, getattr(first, unclear)), first.field(unclear)))
        elif by not in known and called_otherwise(case, name, ways):
            yield Unassessed(first.node, *unplaced(case, name))
        else:
            who = person_called(case, first.evaluator or "")
            facts = EnteredByAnother(person_called(case, name), who, len(scores), in_brief(scores))
            related = tuple((one.field("by"), "entered by them too") for one in scores[1:])
            yield Hit(first.field("by"), facts, related, "possible", f"{by}|{whom}")


def _entered(case: Case) -> dict[tuple[str, str], list[Score]]:
    """Return the own scores that somebody else entered, by whom and whose they are, without those whose change is recorded."""
    changed = {
        (whose(case, one.by), whose(case, one.evaluator), one.bid, one.criterion)
        for one in case.evaluation.changes or ()
        if one.by and one.evaluator
    }
    found: dict[tuple[str, str], list[Score]] = {}
    for one in case.evaluation.individual or ():
        if one.by and one.evaluator and entered_for(case, one):
            key = whose(case, one.by), whose(case, one.evaluator)
            if (*key, one.bid, one.criterion) not in changed:
                found.setdefault(key, []).append(one)
    return found
