"""Two checks that fairaudit does not bring: one about a text, one about a list."""

from __future__ import annotations

from typing import NamedTuple

from fairaudit.checks import Case, Found, Hit, Node, Ref, Unassessed, check


class Length(NamedTuple):
    """How many words a text has."""

    words: int


@check
def longer_than(node: Node[object], case: Case, *, of: Ref[str], limit: int) -> Found[Length]:
    """Flag a text of more than `limit` words."""
    words = len(of.value.split())
    if words > limit:
        yield Hit(of, Length(words))


class Talks(NamedTuple):
    """How many bidders were met, of how many that bid."""

    met: int
    bidders: int


@check
def asks_to_meet(node: Node[object], case: Case, *, participants: Ref[tuple[str, ...]]) -> Found[Talks]:
    """Flag a talk with some bidders but not all; without bids nobody can say who was left out."""
    bidders = {one.bidder for one in case.bids if one.bidder}
    met = bidders & set(participants.value)
    if not bidders:
        yield Unassessed(participants, "no bids are given", ("bids",))
    elif 0 < len(met) < len(bidders):
        yield Hit(participants, Talks(len(met), len(bidders)))
