"""Who entered own scores of somebody else: to type a score is not to give it."""

from fairaudit.analysis.phases import AGREED, MODERATED, phase_named
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.persons.identity import known_person, whose
from fairaudit.procurement.persons.roles import role_named, serves_a_panel


def entered_for(case: Case, score: Score) -> bool:
    """Whether an own score of an evaluator is recorded as entered by somebody else, and not moved by moderation."""
    if not score.by or not score.evaluator or score.by == score.evaluator:
        return False
    return whose(case, score.by) != whose(case, score.evaluator) and phase_named(score.stage) not in (MODERATED, AGREED)


def entered_all(whom: set[str], by: str, every: set[str]) -> bool:
    """Whether somebody entered the scores of all others, and so kept the record, given whose they entered."""
    return len(whom) > 1 and whom >= every - {by}


def keeps_the_record(case: Case, name: str, seated: bool, kept: tuple[str | None, ...] = (None, "chair")) -> bool:
    """Whether somebody has a recorded role in which scores are entered for others: a chair's, or one that judges nothing."""
    person = known_person(case, name)
    roles = [one.role for one in (person.roles or () if person else ()) if one.role]
    # A `panel secretary` is read as one of the panel.
    return bool(roles) and all(role_named(one) in kept or (not seated and serves_a_panel(one)) for one in roles)


def record_keepers(case: Case) -> frozenset[str]:
    """Return who entered own scores of others and only kept the record: a clerk, or whoever entered those of all for all bids.

    Who entered those of all others for one bid and left the rest to others had a part in that bid.
    """
    evaluation = case.evaluation
    own = [one for one in evaluation.individual or () if one.evaluator]
    every = {whose(case, one.evaluator) for one in own if one.evaluator}
    seats = (*(evaluation.panel or ()), *(one.evaluator for one in evaluation.allocation or () if one.evaluator))
    known = {whose(case, one) for one in seats}
    found: dict[str, set[str]] = {}
    scored: dict[str, set[tuple[str | None, str]]] = {}
    names: dict[str, str] = {}
    for one in own:
        if entered_for(case, one) and one.by and one.evaluator:
            found.setdefault(whose(case, one.by), set()).add(whose(case, one.evaluator))
            scored.setdefault(whose(case, one.by), set()).add((one.bid, whose(case, one.evaluator)))
            names.setdefault(whose(case, one.by), one.by)
    return frozenset(
        by
        for by, whom in found.items()
        if (entered_all(whom, by, every) and scored[by] >= _of_others(case, own, by))
        or keeps_the_record(case, names[by], by in known | every, (None,))
    )


def clerks(case: Case) -> frozenset[str]:
    """Return who entered agreed scores and only kept the record: off the panel, with a role that judges nothing."""
    evaluation = case.evaluation
    own = (one.evaluator for one in evaluation.individual or ())
    seats = {whose(case, one) for one in (*(evaluation.panel or ()), *own) if one}
    by = {whose(case, one.by): one.by for one in evaluation.consensus or () if one.by}
    return frozenset(
        key for key, name in by.items() if key not in seats and keeps_the_record(case, name, False, (None,))
    )


def _of_others(case: Case, own: list[Score], by: str) -> set[tuple[str | None, str]]:
    """Return whom else than somebody there are scores of, for which bids."""
    every = {(one.bid, whose(case, one.evaluator)) for one in own if one.evaluator}
    return {pair for pair in every if pair[1] != by}
