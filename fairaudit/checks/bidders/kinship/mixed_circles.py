"""Owners in a circle of which part stands in the case and part in a register: neither of the two holds the whole of it."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from fairaudit.analysis.circles import circles, knots
from fairaudit.checks.people.ties.register_ties import plainly_called
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.identity import several_parties
from fairaudit.procurement.registers.matches import Match, no_control, no_say, share_of
from fairaudit.procurement.registers.upwards import holder_node, outside_node


class Held(Frozen):
    """A share of which a register tells: who holds it, where, and by which register."""

    above: str
    holder: str
    share: str
    at: Node[object]
    register: str


class MixedCircle(Frozen):
    """The nodes of a circle in order, the shares of it that a register tells, and those that others hold in its firms."""

    nodes: tuple[str, ...]
    entered: tuple[Held, ...]
    outside: tuple[tuple[Held, str], ...]


def mixed_circles(case: Case, owned: Mapping[str, list[str]]) -> Iterator[MixedCircle]:
    """Yield the circles that close only by what the case and registers hold together; `owned` is what the case holds."""
    entered = _entered(case)
    graph = {
        key: list(
            dict.fromkeys(
                (*owned.get(key, ()), *(one.above for one in entered.get(key, ()) if not _of_itself(key, one)))
            )
        )
        for key in dict.fromkeys((*owned, *entered))
    }
    own = {key for knot in knots(owned) for key in knot}
    parts = knots(graph) if entered and owned else ()
    for circle in circles(graph) if parts else ():
        pairs = tuple(pairwise((*circle, circle[0])))
        by_register = [_entry(entered, below, above) for below, above in pairs]
        by_case = [above in owned.get(below, ()) for below, above in pairs]
        part = frozenset(next(one for one in parts if circle[0] in one))
        # What either holds by itself is told there, once.
        if not (own & part) and not all(by_register) and not all(by_case):
            needed = (one for one, told in zip(by_register, by_case, strict=True) if one and not told)
            outside = ((one, key) for key in part for one in entered.get(key, ()) if one.above not in part)
            yield MixedCircle(circle, tuple(needed), tuple(sorted(outside, key=lambda pair: str(pair[0].at.path))))


def _of_itself(key: str, held: Held) -> bool:
    """Whether a firm holds a part of itself that is no control, as treasury shares are."""
    return held.above == key and no_control(share_of(held.share))


def _entry(entered: Mapping[str, list[Held]], below: str, above: str) -> Held | None:
    return next((one for one in entered.get(below, ()) if one.above == above), None)


def _entered(case: Case) -> dict[str, list[Held]]:
    """Return who holds what by registers, by the node of the firm that is held; of a party that is its id."""
    found: dict[str, list[Held]] = {}
    for one in case.matches:
        if _counts(one):
            for below, above in _ends(case, one):
                held = Held(above, one.tie.holder, one.tie.share, Node(one.path, None), plainly_called(case, one))
                found.setdefault(below, []).append(held)
    for entry in case.above:
        tie = entry.tie
        if tie.kind == "ownership" and tie.end is None and share_of(tie.share) != 0:
            above = holder_node(entry.register, tie)
            held = Held(above, tie.holder, tie.share, Node(entry.path, None), plainly_called(case, entry))
            found.setdefault(outside_node(tie.organisation_id), []).append(held)
    return found


def is_slight(case: Case, circle: MixedCircle) -> bool:
    """Whether nobody in a circle has a say in the next, by shares that are all known."""
    entered = _entered(case)
    shares = []
    for below, above in pairwise((*circle.nodes, circle.nodes[0])):
        party, entry = case.party(below), _entry(entered, below, above)
        shares += [one.share for one in (party.owners if party else None) or () if one.party == above]
        shares += [share_of(entry.share)] if entry else []
    return bool(shares) and all(map(no_say, shares))


def _counts(match: Match) -> bool:
    tie = match.tie
    return tie.kind == "ownership" and tie.end is None and share_of(tie.share) != 0


def _ends(case: Case, match: Match) -> Iterator[tuple[str, str]]:
    """Yield the node that is held and the node of its holder; an entry between two of the case stands there from both sides."""
    several = case.once(several_parties)
    who, tie = match.who, match.tie
    if who.key in several:
        return
    if match.holds and who.kind == "party":
        for other in match.others:
            if other.key not in several:
                yield other.key, who.key
        if not match.others and tie.organisation_id:
            yield outside_node(tie.organisation_id), who.key
    elif not match.holds and who.kind == "party" and not match.others:
        yield who.key, holder_node(match.register, tie)
