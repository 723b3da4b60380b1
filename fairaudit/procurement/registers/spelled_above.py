"""Holders above the parties of a case who are entered in two spellings, or in two registers, and may be one all the same."""

from __future__ import annotations

from collections.abc import Sequence

from fairaudit.procurement.registers.holders import holders_beyond_comparing, one_holders
from fairaudit.procurement.registers.matches import OneAbove
from fairaudit.procurement.registers.upwards import Step, parties_below


def one_above(steps: Sequence[Step]) -> tuple[list[OneAbove], int]:
    """Return the holders above two parties that may be one, and how many there are where they are too many to compare.

    Only holders above parties are compared, and only such are returned as would tie a party to another.
    """
    below = parties_below(steps)
    holders = {one.above: one for one in steps if one.above in below and not one.above.startswith("party ")}
    nodes, entries = list(holders), [(one.register, one.entry.tie) for one in holders.values()]
    found: dict[tuple[int, int], bool] = {}
    for same in one_holders(entries):
        for first in same.places:
            for other in same.others:
                one, two = below[nodes[first]], below[nodes[other]]
                if first != other and one - two and two - one:
                    pair = min(first, other), max(first, other)
                    found[pair] = found.get(pair, False) or same.sure
    pairs = [
        OneAbove(nodes[first], nodes[other], entries[first][1].holder, entries[other][1].holder, sure)
        for (first, other), sure in found.items()
    ]
    return pairs, holders_beyond_comparing(entries)
