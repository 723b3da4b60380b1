"""Checks of what an urgent award rests on."""

from fairaudit.analysis.denial import DENIED, UNCLEAR
from fairaudit.analysis.recorded import record_says
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.procedure import Urgency

_NO_RISK = ("no risk", "no danger", "no harm", "not a risk", "without risk")


class Unexcused(Frozen):
    """What urgency does not rest on, and by which provision."""

    because: str
    provision: str


@check
def urgency_unexcused(node: Node[Urgency], case: Case) -> Found[Unexcused]:
    """Flag urgency that could be foreseen, that the buyer brought about, or of which the record says that delay is no risk."""
    claim = node.value
    if claim.claimed is False:
        return
    risk = record_says(claim.risk, (), _NO_RISK)
    wrong = [(words, part) for said, words, part in (
        (claim.foreseeable, "it could be foreseen", "b"),
        (claim.attributable, "the buyer brought it about", "b"),
        (risk == DENIED, "delay would pose no risk to patient or public safety", "c"),
    ) if said]  # fmt: skip
    if wrong:
        parts = " and ".join(f"({part})" for part in dict.fromkeys(part for _, part in wrong))
        yield Hit(node, Unexcused(" and ".join(words for words, _ in wrong), f"reg 14(2){parts}"))
        return
    if risk == UNCLEAR:
        field = text_of((*node.path, "risk"))
        yield Unassessed(node, f"{field} can be read two ways", (field,))
    for name in ("foreseeable", "attributable", "risk"):
        if getattr(claim, name) is None:
            field = text_of((*node.path, name))
            yield Unassessed(node, f"{field} is not given", (field,))
