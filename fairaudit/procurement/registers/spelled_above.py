"""Holders above the parties of a case who are entered in two spellings, or in two registers, and may be one all the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fairaudit.procurement.registers.holders import holders_beyond_comparing, one_holders
from fairaudit.procurement.registers.keeping import Kept, by_number
from fairaudit.procurement.registers.matches import OneAbove, RegisteredTie
from fairaudit.procurement.registers.upwards import Step, outside_node, parties_below


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


def one_by_name(every: Iterable[Kept]) -> list[OneAbove]:
    """Return the organisations in which somebody of the case holds something, and those of one name that stand above a party.

    A register often enters the organisation that directs or owns another without its number: the name alone then says which one
    it is.
    """
    from fairaudit.analysis.names import organisation_name

    entries = [one for kept in every for one in kept.entries]
    above: dict[tuple[str, ...], list[RegisteredTie]] = {}
    for one in entries:
        if one.organisations and not one.holders and one.tie.holder_is == "party" and not by_number(one.tie.holder_id):
            above.setdefault(organisation_name(one.tie.holder).core, []).append(one.tie)
    pairs: dict[tuple[str, str], OneAbove] = {}
    for one in entries if above else ():
        held = one.tie.organisation_id
        if one.holders and not one.organisations and held and one.tie.holder_is == "person":
            for tie in above.get(organisation_name(one.tie.organisation).core, ()):
                if tie.holder_id and tie.holder_id != held:
                    first, other = outside_node(held), outside_node(tie.holder_id)
                    pairs[first, other] = OneAbove(first, other, one.tie.organisation, tie.holder, False)
    return list(pairs.values())
