"""Checks of the process a health procurement follows: whether the facts open it, and whether the change is considerable."""

from decimal import Decimal

from fairaudit.analysis.denial import DENIED, TIED
from fairaudit.checks.base import Found, Hit, Slot, Unassessed, check
from fairaudit.checks.generic import is_empty, unless_complete
from fairaudit.checks.reasons import lacking
from fairaudit.frozen import Frozen
from fairaudit.law import routes
from fairaudit.law.considerable import considerable_change
from fairaudit.law.existing import satisfaction, told
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.procedure import MostSuitable

_NOT_DECIDED = frozenset({routes.URGENT, routes.CALL_OFF})


class NotOpen(Frozen):
    """The process that is followed, why the facts do not open it, by which provision, and where they lead."""

    route: str
    because: str
    provision: str
    leads_to: str


@check
def route_not_open(node: Node[object], case: Case) -> Found[NotOpen]:
    """Flag a process that regulation 6 does not open on the facts that are given; facts that are not given leave it open.

    Urgent awards and contracts under a framework follow other regulations. Whoever runs a competition where a direct award
    is ordered shuts nobody out: that is a question.
    """
    declared = routes.declared_route(case)
    if declared is None:
        yield Unassessed(node, "which process is followed is not known", ("tender.route",))
        return
    if declared.route in _NOT_DECIDED:
        return
    at = _place(declared)
    ordered = routes.must_be_followed(case)
    if ordered is not None and ordered != declared.route:
        by = "reg 6(8)" if ordered == routes.COMPETITIVE else "reg 6(3)" if ordered == routes.PROCESS_A else "reg 6(4)"
        why = (
            "a framework agreement is to be concluded"
            if ordered == routes.COMPETITIVE
            else f"{ordered} must be followed"
        )
        sure = "possible" if declared.route == routes.COMPETITIVE else None
        yield Hit(at, NotOpen(declared.route, why, by, ordered), (), sure)
        return
    limbs = routes.limbs_of(case, declared.route)
    failed = [one for one in limbs if one.holds is False]
    if failed:
        sure = routes.surest(failed)
        worst = [one for one in failed if one.confidence == sure]
        because = "; ".join(one.words for one in worst)
        provision = ", ".join(dict.fromkeys(one.cite for one in worst))
        yield Hit(at, NotOpen(declared.route, because, provision, " or ".join(routes.open_routes(case))), (), sure)
        if sure != "possible":
            return
    for one in limbs:
        if one.holds is None:
            yield Unassessed(at, f"{one.words} ({one.cite})", one.missing)


class Considerable(Frozen):
    """Why a change is considerable, by which provision, and by how much the lifetime value rises where that is known."""

    because: str
    provision: str
    amount: Decimal | None
    percent: Decimal | None


@check
def considerably_changed(node: Node[object], case: Case) -> Found[Considerable]:
    """Flag a replacement of an existing contract that meets the considerable change threshold, by any limb."""
    change = case.once(considerable_change)
    declared = routes.declared_route(case)
    at = _place(declared) if declared else node
    if change.met is None:
        yield Unassessed(at, change.because, change.missing)
    elif change.met:
        rise = change.rise
        facts = Considerable(change.because, change.cite, rise.amount if rise else None, rise.percent if rise else None)
        existing = case.tender.existing_contract
        related = ((existing.node, "the contract it replaces"),) if existing else ()
        yield Hit(at, facts, related, "likely" if change.doubtful else None)


class Dissatisfied(Frozen):
    """What the record says in place of that the contract is satisfied, as the rest of a sentence; empty where there is none."""

    said: str


@check
def satisfaction_recorded(node: Node[object], case: Case, *, of: Slot[object]) -> Found[Dissatisfied]:
    """Flag a record that the existing contract is satisfied which is not there, or which says the opposite.

    What can be read two ways is a question. Nothing is missing unless `complete` says that the section holds everything.
    """
    said = satisfaction(case)
    if is_empty(of.value):
        yield unless_complete(case, of) or Hit(of, Dissatisfied(""))
    elif said != TIED:
        yield Hit(of, Dissatisfied(f"; the record says {told(case)}"), (), None if said == DENIED else "possible")


class Few(Frozen):
    """Who was looked at."""

    considered: tuple[str, ...]


@check
def one_provider_considered(node: Node[MostSuitable], case: Case) -> Found[Few]:
    """Ask about a choice of the most suitable provider for which one provider, or none, is recorded as looked at."""
    named = node.value.considered
    if named is None:
        yield lacking(node.value.field("considered"))
    elif len(set(named)) < 2:
        told = tuple(case.party_name(one) for one in named)
        yield Hit(node.value.field("considered"), Few(told or ("no provider",)))


def _place(declared: routes.Declared) -> Node[object]:
    """Return where the buyer says which process it follows."""
    return Node(tuple(declared.field.split(".")), declared.route)
