"""Checks of what an urgent award rests on."""

from typing import NamedTuple

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.procedure import Urgency


class Unexcused(NamedTuple):
    """What urgency does not rest on."""

    because: str


@check
def urgency_unexcused(node: Node[Urgency], case: Case) -> Found[Unexcused]:
    """Flag urgency that could be foreseen or that the buyer brought about; a risk to the public must be recorded as well."""
    claim = node.value
    if claim.claimed is False:
        return
    wrong = [words for said, words in ((claim.foreseeable, "it could be foreseen"),
                                       (claim.attributable, "the buyer brought it about")) if said]  # fmt: skip
    if wrong:
        yield Hit(node, Unexcused(" and ".join(wrong)))
        return
    for name in ("foreseeable", "attributable", "risk"):
        if getattr(claim, name) is None:
            field = text_of((*node.path, name))
            yield Unassessed(node, f"{field} is not given", (field,))
