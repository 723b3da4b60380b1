"""Checks of what notices, letters and records hold, against what the Provider Selection Regime asks them to hold."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.notices.listed import Absent, absent, listed
from fairaudit.checks.notices.scoring_records import winning_bids
from fairaudit.frozen import Frozen
from fairaudit.law import routes
from fairaudit.law.contents import Item, items
from fairaudit.law.healthnotices import conflicts_declared
from fairaudit.law.notices import notice_kind
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Summary
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Notice

_PACK = "nhs-psr"
_LETTER = "9"
_CONFLICTS = "conflicts"
# Which Schedule says what a notice holds: by the process where several share a kind of notice (SI 2023/1348 Schs 2 to 15).
_SCHEDULES = {
    "intention-to-follow": "5", "tender": "8", "contract-change": "12", "urgent-award": "13",
    "urgent-modification": "14", "framework-invitation": "15", "standstill-letter": _LETTER,
}  # fmt: skip
_BY_ROUTE = {
    "contract-award": {
        routes.PROCESS_A: "2", routes.PROCESS_B: "2", routes.CALL_OFF: "2", routes.PROCESS_C: "4",
        routes.MOST_SUITABLE: "7", routes.COMPETITIVE: "11", routes.URGENT: "13",
    },
    "intention-to-award": {routes.PROCESS_C: "3", routes.MOST_SUITABLE: "6", routes.COMPETITIVE: "10"},
}  # fmt: skip


class Lacks(Frozen):
    """What something must hold and does not, which list says so, and what that is."""

    what: str
    lacking: str
    provision: str


@check
def notice_lacks(node: Node[Notice], case: Case, *, topic: str) -> Found[Lacks]:
    """Flag a notice whose contents lack what its Schedule asks for under a topic: contents, conflicts or reasons.

    What a notice holds is what `contains` lists. Words that are not understood may say what is missing, so they make it a
    question. Notices that no Schedule is about are passed over.
    """
    notice = node.value
    kind = notice_kind(notice.kind)
    if kind is None:
        name = text_of((*node.path, "kind"))
        yield Unassessed(node, f'what kind of notice it is is not known: "{notice.kind or ""}"', (name,))
        return
    schedule = _SCHEDULES.get(kind)
    if kind in _BY_ROUTE:
        declared = routes.declared_route(case)
        if declared is None:
            yield Unassessed(
                node, "which process is followed is not known, and with it which Schedule", ("tender.route",)
            )
            return
        schedule = _BY_ROUTE[kind].get(declared.route)
    due = listed(_PACK, [schedule] if schedule else [], topic)
    any_declared = conflicts_declared(case) if topic == _CONFLICTS else True
    if any_declared is not False:
        # What must be stated is what was declared; where nobody says whether anything was, the notice may have nothing to say.
        yield from _compared(
            case, node.value.field("contains"), due, notice.contains, "likely" if any_declared is None else None
        )


@check
def letter_lacks(node: Node[Summary], case: Case) -> Found[Lacks]:
    """Flag a letter to an unsuccessful provider that lacks what Schedule 9 asks for."""
    winners = winning_bids(case)
    if node.value.bid in winners:
        return
    if not winners:
        yield Unassessed(node, "which bid won is not given", ("awards[].bid",))
        return
    yield from _compared(case, node.value.field("contains"), listed(_PACK, [_LETTER]), node.value.contains)


def _compared(
    case: Case, at: Node[object], due: list[Item], told: tuple[str, ...] | None, sure: str | None = None
) -> Found[Lacks]:
    """Yield what is due and not among what is told; `sure` is how sure it is that it is due."""
    found = absent(case, _PACK, at, due, told)
    if isinstance(found, Unassessed):
        yield found
    elif isinstance(found, Absent):
        first = found.items[0]
        paragraphs = ", ".join(dict.fromkeys(one.paragraph for one in found.items))
        plural = "s" if "," in paragraphs else ""
        facts = Lacks(f"the {first.notice}", found.words, f"Sch {first.schedule} para{plural} {paragraphs}")
        yield Hit(at, facts, (), found.confidence or sure)


@check
def records_lack(node: Node[object], case: Case) -> Found[Lacks]:
    """Flag records that do not hold what regulation 24 asks to be kept; only where `complete` names them."""
    told = case.procurement.records or ()
    found = absent(case, _PACK, node, list(items(_PACK, "records-kept")), told)
    if isinstance(found, Absent) and case.holds_all("records"):
        letters = ", ".join(dict.fromkeys(f"({one.paragraph})" for one in found.items))
        yield Hit(node, Lacks("the record", found.words, f"reg 24 {letters}"), (), found.confidence)
    elif isinstance(found, Absent):
        yield Unassessed(
            node,
            f"completeness of records: {found.words} not among them",
            ("completeness of records", *found.missing),
        )
    elif found is not None:
        yield Unassessed(node, "whether more must be recorded is not known", found.missing)
