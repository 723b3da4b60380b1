"""Checks of the family `record` on what one record says of another: reasons for places there are none of, ids given twice."""

from typing import NamedTuple

from fairaudit.checks.base import Found, Hit, check
from fairaudit.procurement.case import Case
from fairaudit.procurement.naming import is_a_place
from fairaudit.procurement.node import Node
from fairaudit.procurement.tender import Tender


class Named(NamedTuple):
    """The place a reason is recorded for, as it is written."""

    place: str


@check
def reason_for_something(node: Node[Tender], case: Case) -> Found[Named]:
    """Flag a recorded reason whose `of` is not given or names no place in the case, so that it is a reason for nothing."""
    for one in node.value.justifications or ():
        if not one.of:
            yield Hit(one.node, Named("nothing that is named"))
        elif not is_a_place(case, one.of):
            yield Hit(one.field("of"), Named(f"`{one.of[:120]}`, which this case does not hold"))
