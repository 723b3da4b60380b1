"""An award against the contest worked out again, where no totals and no ranking say how the panel came to it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.analysis.contest.offers import standing
from fairaudit.checks.awards.following import won
from fairaudit.checks.awards.lot_limits import explained_by_limit
from fairaudit.checks.base import Clause, Hit, Unassessed, Verb, check
from fairaudit.checks.contest.by_adjusted import awards_by_adjusted, is_first_by_adjusted
from fairaudit.checks.contest.figures import brief
from fairaudit.checks.contest.record import Field, fields
from fairaudit.checks.contest.standings import formula_called, shown_totals
from fairaudit.checks.scoring.evaluation_records import bid_called, maybe
from fairaudit.checks.scoring.totals.award_words import held_back
from fairaudit.checks.scoring.totals.criterion_words import with_published_words
from fairaudit.checks.scoring.totals.turned_scales import direction_unknown
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.wanted import in_list


class AwardedApart(Frozen):
    """Who is awarded the contract, and who comes first when the contest is worked out, with both totals."""

    contest: str
    awarded: str
    against: Decimal
    leader: str
    total: Decimal
    basis: str
    formula: str
    unread_words: Verb = Verb("")


@check
def award_follows_worked_out(node: Node[Evaluation], case: Case) -> Iterator[Hit[AwardedApart] | Unassessed]:
    """Flag awards to bids that are not first by the recorded scores and prices, where no totals and no ranking are recorded.

    Words of the award that were not understood hold a pass back. Beside totals or a ranking other rules tell of such an award.
    """
    if node.value.ranking is None and node.value.totals is None:
        yield from held_back(case, node, _apart(node, case))
        return
    for one in _apart(node, case) if case.awards else ():
        if isinstance(one, Hit):
            facts = one.facts
            reason = f"{facts.awarded} is awarded {facts.contest}, and by {facts.basis} {facts.leader} comes first"
            yield Unassessed(one.at, f"{reason}; beside recorded totals or a ranking this is told of by itself")


def _apart(node: Node[Evaluation], case: Case) -> Iterator[Hit[AwardedApart] | Unassessed]:
    if not case.awards:
        yield Unassessed(node, "no award to a bid is given", ("awards",))
        return
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
        elif field.criteria:
            yield from _of_field(case, field)


def _of_field(case: Case, field: Field) -> Iterator[Hit[AwardedApart] | Unassessed]:
    """Yield the award of one contest; of several awarded bids one that is first is enough, for lots may be shared out."""
    own = won(case, field.lot)
    stands = standing(field.contest)
    first = set(stands.first) | (set(standing(field.other).first) if field.other is not None else set())
    if not own:
        yield Unassessed(
            field.at, f"no award of {field.called} to a bid is given", (in_list(case, "awards", field.called),)
        )
        return
    if first & (winners := {bid for _, bid in own}):
        if adjusted := awards_by_adjusted(case, field.lot, winners):
            yield adjusted
        return
    if unknown := direction_unknown(case, field.lot):
        yield unknown
        return
    shown = dict(zip(stands.names, shown_totals(field, stands), strict=True))
    for award, bid in own:
        limits = [explained_by_limit(case, one, field.lot, award) for one in stands.first]
        if any(one is not None and (one.surely or one.reached) for one in limits):
            reason = "the first bid could not win by the limit on lots, and who comes next is not worked out"
            yield Unassessed(award.node, reason, ("evaluation.ranking",))
        elif bid in shown:
            facts = AwardedApart(
                field.called,
                bid_called(case, bid),
                brief(shown[bid]),
                Clause(" and ".join(bid_called(case, one) for one in stands.first)),
                brief(shown[stands.first[0]]),
                field.basis,
                formula_called(field),
            )
            at = award.field("bid") if award.bid is not None else award.node
            unsure = all(limits) or is_first_by_adjusted(case, field.lot, bid)
            hit = Hit(at, facts, (), maybe(unsure), f"{field.lot or ''}|{bid}")
            yield with_published_words(case, hit, field.lot)
