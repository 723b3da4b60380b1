"""Checks of the aims that a tender states: what is scored for them, and how anybody will know that they were reached."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.reasons import lacking
from fairaudit.checks.scoring.criteria.tree import Question, called, scored_leaves
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.tender import Aim
from fairaudit.procurement.model.told import tells


class Unserved(Frozen):
    """An aim, in its own words."""

    aim: str


class Aimless(Frozen):
    """A criterion that serves no aim."""

    criterion: str


class Unmeasured(Frozen):
    """An aim, and what of its measure, baseline and date is not given."""

    aim: str
    lacking: tuple[str, ...]


def _words(one: Aim) -> str:
    return one.text or one.id or "an aim"


def _keys(question: Question) -> set[str]:
    """Return the ids and names by which an aim may name a criterion or the group it stands in."""
    return {key for one in question.lineage for key in (one.id, one.name) if key}


@check
def aim_not_scored(node: Node[Aim], case: Case) -> Found[Unserved]:
    """Flag an aim for which no scored award criterion stands: it names none, or only some that are not scored."""
    one = node.value
    if case.tender.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
    elif one.criteria is None:
        yield lacking(one.field("criteria"))
    elif not any(set(one.criteria) & _keys(question) for question in scored_leaves(case)):
        yield Hit(node, Unserved(_words(one)), key=one.id or "")


@check
def criterion_without_aim(node: Node[object], case: Case) -> Found[Aimless]:
    """Flag scored criteria other than price that no aim names; only where every aim says which criteria serve it."""
    aims = case.tender.aims
    if aims is None:
        yield Unassessed(node, "tender.aims is not given", ("tender.aims",))
        return
    if open_ := [one for one in aims if one.criteria is None]:
        yield lacking(open_[0].field("criteria"))
        return
    named = {key for one in aims for key in one.criteria or ()}
    for question in scored_leaves(case):
        if not question.is_price and not named & _keys(question):
            yield Hit(question.criterion.node, Aimless(called(question.criterion)), key=question.criterion.id or "")


@check
def aim_not_measured(node: Node[Aim], case: Case) -> Found[Unmeasured]:
    """Flag an aim without a measure, a baseline or a date; only where `complete` says that the aims are all told."""
    one = node.value
    parts = (("measure", one.measure), ("baseline", one.baseline), ("by", one.by))
    missing = tuple(name for name, value in parts if tells(value) is False)
    if not missing:
        return
    if case.holds_all("tender.aims"):
        shown = tuple("a date" if name == "by" else f"a {name}" for name in missing)
        yield Hit(node, Unmeasured(_words(one), shown), key=one.id or "")
    else:
        yield lacking(one.field(missing[0]))
