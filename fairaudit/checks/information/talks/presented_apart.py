"""Presentations for one lot on one topic that were held long after each other: whoever comes last has had most time for it."""

from datetime import timedelta

from fairaudit.analysis.reasons import says_why
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.talks.changed_alone import before_award
from fairaudit.checks.information.talks.presentations import presentations_with
from fairaudit.checks.reasons import lacking, unsure
from fairaudit.checks.timing.in_words import in_hours
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.deadlines import Limit, Unclear, later
from fairaudit.procurement.node import Node
from fairaudit.procurement.recipients import told
from fairaudit.procurement.records import Event


class HeldApart(Frozen):
    """Who presented last and first, and how long lay between."""

    later: tuple[str, ...]
    sooner: tuple[str, ...]
    difference: str


@check
def presentations_far_apart(node: Node[Event], case: Case, *, at_most_days: int) -> Found[HeldApart]:
    """Flag that a bidder first presented more than `at_most_days` after another had, for one lot on one topic; told at the last.

    Further presentations of who had presented already, and those after the award of the lot, say nothing of that.
    """
    same = [one for one in presentations_with(case, node.value) if before_award(case, one)]
    if node.value.date is None and node.value in same:
        yield lacking(node.value.field("date"))
    firsts = _firsts(case, same)
    if len(firsts) < 2:
        return
    in_order = sorted(firsts.items(), key=lambda one: (case.clock.bounds(one[1].when)[0], one[0]))
    (first, sooner), (last, after) = in_order[0], in_order[-1]
    # Who asked for another day, or had a reason for it that is recorded, was not favoured by it.
    if after.at.path[:-1] != node.value.path or says_why(node.value.reason or ""):
        return
    gap = later(case.clock, sooner, after)
    if isinstance(gap, Unclear):
        if after.when.date - sooner.when.date > timedelta(days=at_most_days):
            yield unsure(node, gap)
    elif gap > timedelta(days=at_most_days):
        facts = HeldApart((case.party_name(last),), (case.party_name(first),), in_hours(gap))
        yield Hit(after.at, facts, ((sooner.at, "the first presentation"),), key=last)


def _firsts(case: Case, same: list[Event]) -> dict[str, Limit]:
    """Return when each bidder first presented, as far as that is dated."""
    found: dict[str, Limit] = {}
    for one in same:
        for who in told(case, one).keys if one.date else ():
            if one.date and (who not in found or case.clock.before(one.date, found[who].when)):
                found[who] = Limit(one.date, one.field("date"))
    return found
