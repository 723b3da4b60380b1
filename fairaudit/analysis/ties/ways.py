"""The strongest short way from each of some nodes to each of some others, in a graph of ties.

A way is as strong as its weakest tie. Of ways as strong the shortest counts, of those the one whose nodes come first in order, so
that the same graph always gives the same ways. Circles, such as firms that own each other, cost nothing: each search visits a
node once. One search is made for each node of the smaller side and each strength, so the time is in step with the size of
the graph.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from fairaudit.frozen import Frozen


class Step(Frozen):
    """A tie that can be gone from one node to another; one that can be gone both ways is two steps."""

    start: str
    end: str
    strength: int


class Way(Frozen):
    """A way from a node to another: the nodes on it, the places of its steps among all steps, and its weakest strength."""

    nodes: tuple[str, ...]
    steps: tuple[int, ...]
    strength: int


_Next = Mapping[str, Sequence[str]]


def strongest_ways(
    steps: Sequence[Step], sources: Iterable[str], targets: Iterable[str], most: int
) -> dict[tuple[str, str], Way]:
    """Return the strongest way of at most so many steps from each source to each target, where there is one.

    From a node to itself there is no way. The result is in the order of the sources, then of the targets.
    """
    starts, ends = dict.fromkeys(sources), dict.fromkeys(targets)
    best = _best_steps(steps)
    found: dict[tuple[str, str], tuple[tuple[str, ...], int]] = {}
    for strength in sorted({one.strength for one in steps}, reverse=True):
        onward = _onward(best, steps, strength)
        for nodes in _shortest(onward, starts, ends, most, found):
            found[nodes[0], nodes[-1]] = nodes, strength
    at = {one: place for place, one in enumerate(starts)}, {one: place for place, one in enumerate(ends)}
    ordered = sorted(found, key=lambda pair: (at[0][pair[0]], at[1][pair[1]]))
    return {pair: _way(*found[pair], best) for pair in ordered}


def _way(nodes: tuple[str, ...], strength: int, best: dict[tuple[str, str], int]) -> Way:
    return Way(nodes, tuple(best[pair] for pair in pairwise(nodes)), strength)


def _best_steps(steps: Sequence[Step]) -> dict[tuple[str, str], int]:
    """Return the place of the strongest step between any two nodes, of several the first."""
    best: dict[tuple[str, str], int] = {}
    for place, one in enumerate(steps):
        known = best.get((one.start, one.end))
        if one.start != one.end and (known is None or one.strength > steps[known].strength):
            best[one.start, one.end] = place
    return best


def _onward(best: dict[tuple[str, str], int], steps: Sequence[Step], least: int) -> dict[str, list[str]]:
    """Return where each node leads by ties of some strength or more, in order."""
    onward: dict[str, list[str]] = {}
    for (start, end), place in best.items():
        if steps[place].strength >= least:
            onward.setdefault(start, []).append(end)
    return {start: sorted(ends) for start, ends in onward.items()}


def _shortest(
    onward: _Next, starts: Collection[str], ends: Collection[str], most: int, found: Collection[tuple[str, str]]
) -> Iterator[tuple[str, ...]]:
    """Yield the shortest way for every pair that has one and none yet, searching from whichever side has fewer nodes.

    What a search reaches is looked at, never every pair: of thousands of nodes hardly two are tied.
    """
    if len(starts) <= len(ends):
        for start in starts:
            came = _first_ways(onward, start, most)
            yield from (_back(came, one) for one in came if one != start and one in ends and (start, one) not in found)
        return
    backward: dict[str, list[str]] = {}
    for start, after in onward.items():
        for one in after:
            backward.setdefault(one, []).append(start)
    for end in ends:
        far = _distances(backward, end, most)
        yield from (_along(onward, far, one) for one in far if one != end and one in starts and (one, end) not in found)


def _reached(next_to: _Next, start: str, most: int) -> Iterator[tuple[int, str, str]]:
    """Yield each node in reach once: how many steps off it is, from where it is come to, and the node itself, the nearest first.

    Nodes that are as far are looked at in the order of their ways, so whoever finds a node first has the first way to it.
    """
    seen, edge = {start}, [start]
    for distance in range(1, most + 1):
        reached = []
        for node in edge:
            for other in next_to.get(node, ()):
                if other not in seen:
                    seen.add(other)
                    reached.append(other)
                    yield distance, node, other
        edge = reached


def _first_ways(onward: _Next, start: str, most: int) -> dict[str, str]:
    """Return from where each node in reach is come to, by the way that is first in order of the shortest."""
    return {start: "", **{node: before for _, before, node in _reached(onward, start, most)}}


def _back(came: Mapping[str, str], end: str) -> tuple[str, ...]:
    nodes = [end]
    while came[nodes[-1]]:
        nodes.append(came[nodes[-1]])
    return tuple(reversed(nodes))


def _distances(backward: _Next, end: str, most: int) -> dict[str, int]:
    """Return how many steps each node is from an end, as far as the way may be."""
    return {end: 0, **{node: distance for distance, _, node in _reached(backward, end, most)}}


def _along(onward: _Next, far: Mapping[str, int], start: str) -> tuple[str, ...]:
    """Return the first in order of the shortest ways, going from each node to the first that is one step nearer."""
    nodes = [start]
    while far[nodes[-1]]:
        nearer = far[nodes[-1]] - 1
        nodes.append(next(one for one in onward[nodes[-1]] if far.get(one) == nearer))
    return tuple(nodes)
