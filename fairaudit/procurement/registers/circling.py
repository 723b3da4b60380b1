"""Owners in a circle by the entries of lists of owners and officers; statements of ownership have a search of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from fairaudit.analysis.circles import circles, knots
from fairaudit.procurement.registers.keeping import Kept, by_number
from fairaudit.procurement.registers.matches import EnteredCircle, OwnerOutside, no_control, no_say, share_of
from fairaudit.procurement.registers.upwards import Step


def keep_circles(every: Sequence[Kept], steps: Sequence[Step]) -> None:
    """Keep, at the register that names its first owner, each circle of those who hold a party or stand above one."""
    entered = _entered(steps)
    graph: dict[str, list[str]] = {}
    for below, above in entered:
        graph.setdefault(below, []).append(above)
    found = circles(graph)
    parts = knots(graph) if found else ()
    kinds = {kept.index: kept.register.kind for kept in every}
    kept_at = {kept.index: kept for kept in every}
    for circle in found:
        round_ = [entered[pair] for pair in pairwise((*circle, circle[0]))]
        if any(kinds[one.register] != "bods" for one in round_):
            part = frozenset(next(one for one in parts if circle[0] in one))
            names = tuple(map(_held, round_))
            line = round_[0].entry.line
            outside = _outside(entered, part)
            slight = all(no_say(share_of(one.entry.tie.share)) for one in round_)
            made = EnteredCircle(line, names, outside, all(map(_is_sure, round_)), slight)
            kept_at[round_[0].register].circles.append(made)


def _entered(steps: Sequence[Step]) -> dict[tuple[str, str], Step]:
    """Return the shares that are held and not over, by what is held and its holder; of several entries the first.

    Those that a firm holds of itself without control, as treasury shares are, leave the rest to others.
    """
    found: dict[tuple[str, str], Step] = {}
    for one in steps:
        tie = one.entry.tie
        if tie.kind == "ownership" and tie.end is None and share_of(tie.share) != 0:
            if one.below == one.above and no_control(share_of(tie.share)):
                continue
            found.setdefault((one.below, one.above), one)
    return found


def _outside(entered: dict[tuple[str, str], Step], part: frozenset[str]) -> tuple[OwnerOutside, ...]:
    ties = (one for (below, above), one in entered.items() if below in part and above not in part)
    return tuple(dict.fromkeys(OwnerOutside(one.entry.tie.holder, one.entry.tie.share, _held(one)) for one in ties))


def _held(step: Step) -> str:
    """Return what the register calls the organisation that is held."""
    return step.entry.tie.organisation or step.entry.tie.number


def _is_sure(step: Step) -> bool:
    """Whether more than a name says which organisation holds and which is held."""
    tie, held = step.entry.tie, step.entry.organisations
    holders = step.entry.holders
    above = any(one.level != "possible" for one in holders) if holders else by_number(tie.holder_id)
    return above and any(one.level != "possible" for one in held)
