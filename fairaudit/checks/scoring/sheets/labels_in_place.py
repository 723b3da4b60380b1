"""Labels that nobody published and that stand in place of the one published criterion which lacks exactly those scores."""

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.scoring.criteria.labels import meant_by
from fairaudit.checks.scoring.criteria.tree import Question, question_with, scored_leaves
from fairaudit.checks.scoring.evaluation_records import recorded_scores
from fairaudit.checks.scoring.sheets.asked import expected_scores
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.identity import keys_of

_NUMBERED = late_pattern(r"[^\W\d_]*[ .:-]*(\d{1,4}(?:[.]\d{1,4}){0,3})[.)]?")

Sheet = tuple[str | None, str | None]
"""Who scored, `None` for the panel, and the bid."""


def stands_for(case: Case, label: str) -> Question | None:
    """Return the published criterion in whose place a label stands, `None` where it stands beside all of them, or alone."""
    return case.once(_in_place).get(label)


def labels_of(case: Case, question: Question) -> tuple[str, ...]:
    """Return the labels that stand in place of a published criterion."""
    return tuple(label for label, one in case.once(_in_place).items() if one.criterion.path == question.criterion.path)


def _in_place(case: Case) -> dict[str, Question]:
    used: dict[str, set[Sheet]] = {}
    keys = keys_of(case)
    for name, one in recorded_scores(case.evaluation):
        if one.criterion and (name == "consensus" or one.evaluator):
            who = keys[one.evaluator] if name == "individual" and one.evaluator else None
            used.setdefault(one.criterion, set()).add((who, one.bid))
    unknown = [label for label in used if question_with(case, label) is None]
    asked = _asked(case) if unknown else None
    found: dict[str, Question] = {}
    for label in unknown:
        meant = [one.criterion.path for one in meant_by(case, label).questions]
        unscored = [one for one in scored_leaves(case) if _lacks(one, used, used[label], asked)]
        likely = (
            [one for one in unscored if one.criterion.path in meant]
            or [one for one in unscored if _number(label) and _number(one.criterion.id or "") == _number(label)]
            or [one for one in unscored if not one.is_price]
        )
        # Where scores for others lack in part, too, nobody can say in whose place a label stands.
        if len(likely) == 1 and not (used[label] & _scored(likely[0], used)):
            found[label] = likely[0]
    return found


def _number(label: str) -> str:
    """Return the number of a label that is nothing else but for letters before it: of `Q1.2`, `1.2` and `Question 1.2` alike."""
    found = _NUMBERED.fullmatch(label.strip())
    return found[1] if found else ""


def _lacks(question: Question, used: dict[str, set[Sheet]], sheets: set[Sheet], asked: set[Sheet] | None) -> bool:
    """Whether a criterion was to be scored in all of some sheets, and was not in one of them."""
    key = question.criterion.id
    wanted = asked is None or all(who is None or (who, key) in asked for who, _ in sheets)
    return wanted and not sheets <= _scored(question, used)


def _scored(question: Question, used: dict[str, set[Sheet]]) -> set[Sheet]:
    """Return the sheets in which a criterion, or a group it belongs to, was scored."""
    return {sheet for one in question.lineage if one.id for sheet in used.get(one.id, ())}


def _asked(case: Case) -> set[tuple[str | None, str | None]] | None:
    """Return which criteria were asked of whom, `None` without an allocation."""
    told = case.evaluation.allocation
    if told is None:
        return None
    return {(who, one.criterion.id) for who, (_, cells) in expected_scores(case, told).items() for _, one in cells}
