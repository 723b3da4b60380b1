"""Chains of owners who each control the next: control passes through, so that a common owner counts however far up it is."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from fairaudit.analysis.ties.strength import Strength
from fairaudit.analysis.ties.ways import Way
from fairaudit.checks.interests.bonds import Bond, firm_node
from fairaudit.checks.interests.web import Web

FLOORS = 40
"""How many owners one above the other are gone up; no group of firms is known to have as many, and circles end by themselves."""

_Up = dict[str, tuple[str, int]]
"""From where each node above a firm is come to, and by which tie; the nearest first."""


def ways_by_control(web: Web, bidders: Sequence[str]) -> dict[tuple[str, str], Way]:
    """Return the shortest chain of controlling owners between each two bidders: up to an owner of both, and down again.

    One that is recorded throughout is told before one that leans on a name.
    """
    found: dict[tuple[str, str], Way] = {}
    for recorded in (True, False):
        if recorded or not all(one.sure for one in web.bonds if one.controls):
            found = {**dict(_ways(web, bidders, recorded=recorded)), **found}
    return found


def ways_down(web: Web, people: Sequence[str], bidders: Sequence[str], most: int) -> dict[tuple[str, str], Way]:
    """Return the strongest way of each person to each bidder by few ties to an owner, and down from there by control.

    However many floors the owner is above the bidder, it controls it; a way that is recorded throughout counts before one that
    leans on a name.
    """
    found: dict[tuple[str, str], Way] = {}
    for recorded in (True, False):
        if recorded or not all(one.sure for one in web.bonds):
            found = {**_downwards(web, people, bidders, most, recorded=recorded), **found}
    return found


def _downwards(
    web: Web, people: Sequence[str], bidders: Sequence[str], most: int, *, recorded: bool
) -> dict[tuple[str, str], Way]:
    below = _chains_down(web, bidders, recorded=recorded)
    ends = frozenset(map(firm_node, bidders))
    found: dict[tuple[str, str], Way] = {}
    for (person, top), way in web.ways(people, tuple(below), most, closed=ends).items() if below else ():
        if recorded and not all(one.sure for one in web.along(way)):
            continue
        for end, chain in below[top]:
            whole, known = _way(web, (*way.steps, *chain)), found.get((person, end))
            if len({*whole.nodes}) == len(whole.nodes) and (known is None or _rank(whole) < _rank(known)):
                found[person, end] = whole
    return found


def _rank(way: Way) -> tuple[int, int]:
    return -way.strength, len(way.steps)


def _chains_down(web: Web, bidders: Sequence[str], *, recorded: bool) -> dict[str, list[tuple[str, tuple[int, ...]]]]:
    """Return by each owner, however far up, the bidders it controls and the ties down to each; no bidder passes any on."""
    owners, ends = _owners(web, recorded=recorded), frozenset(map(firm_node, bidders))
    down = {(one.end, one.start, one.at.path): place for place, one in _held(web)}
    found: dict[str, list[tuple[str, tuple[int, ...]]]] = {}
    for end in (one for one in map(firm_node, bidders) if one in owners):
        came = _above(owners, end)
        for top in came:
            climbed = _chain(came, top)
            steps = [down.get((web.bonds[one].start, web.bonds[one].end, web.bonds[one].at.path)) for one in climbed]
            back = tuple(one for one in reversed(steps) if one is not None)
            if back and len(back) == len(climbed) and ends.isdisjoint(web.bonds[one].start for one in back):
                found.setdefault(top, []).append((end, back))
    return found


def _ways(web: Web, bidders: Sequence[str], *, recorded: bool) -> Iterator[tuple[tuple[str, str], Way]]:
    owners = _owners(web, recorded=recorded)
    above = {one: _above(owners, firm_node(one)) for one in bidders if firm_node(one) in owners}
    above |= {one: {firm_node(one): ("", -1)} for one in bidders if one not in above}
    down = {(one.end, one.start, one.at.path): place for place, one in _held(web)}
    under: dict[str, list[str]] = {}
    for one, nodes in above.items():
        for node in nodes:
            under.setdefault(node, []).append(one)
    order = {one: place for place, one in enumerate(bidders)}
    pairs = {pair for ones in under.values() for pair in combinations(sorted(ones, key=order.__getitem__), 2)}
    for first, second in sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]])):
        up, other = above[first], above[second]
        top = min(
            (one for one in up if one in other), key=lambda node: len(_chain(up, node)) + len(_chain(other, node))
        )
        climbed, fallen = _chain(up, top), _chain(other, top)
        steps = [down.get((web.bonds[one].start, web.bonds[one].end, web.bonds[one].at.path)) for one in fallen]
        back = [one for one in steps if one is not None]
        if len(back) == len(steps):
            yield (first, second), _way(web, (*climbed, *reversed(back)))


def _owners(web: Web, *, recorded: bool) -> dict[str, list[tuple[str, int]]]:
    """Return who controls each node, and by which tie."""
    found: dict[str, list[tuple[str, int]]] = {}
    for place, one in enumerate(web.bonds):
        if one.controls and one.strength > Strength.REMOTE and (one.sure or not recorded):
            found.setdefault(one.start, []).append((one.end, place))
    return found


def _held(web: Web) -> Iterator[tuple[int, Bond]]:
    """Yield the ties that are no control, with their places: by these a chain comes down again."""
    return ((place, one) for place, one in enumerate(web.bonds) if not one.controls and one.strength > Strength.REMOTE)


def _above(owners: dict[str, list[tuple[str, int]]], start: str) -> _Up:
    """Return every node above a firm, each met once, so that owners in a circle end."""
    came: _Up = {start: ("", -1)}
    edge = [start]
    for _ in range(FLOORS):
        reached = []
        for node in edge:
            for owner, place in owners.get(node, ()):
                if owner not in came:
                    came[owner] = node, place
                    reached.append(owner)
        edge = reached
    return came


def _chain(came: _Up, node: str) -> tuple[int, ...]:
    """Return the ties from a firm up to a node above it."""
    steps: list[int] = []
    while came[node][1] >= 0:
        node, place = came[node]
        steps.append(place)
    return tuple(reversed(steps))


def _way(web: Web, steps: tuple[int, ...]) -> Way:
    bonds = [web.bonds[one] for one in steps]
    return Way((bonds[0].start, *(one.end for one in bonds)), steps, min(one.strength for one in bonds))
