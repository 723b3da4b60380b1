"""Circles in a graph of what needs what: each step can be taken only after the next, and the last only after the first.

Time is in step with the number of nodes and edges, whatever the graph.
"""

from collections import deque
from collections.abc import Mapping, Sequence

from fairaudit.frozen import Frozen

Graph = Mapping[str, Sequence[str]]


class _Frame(Frozen):
    """A node being looked at, and where in its sorted neighbours the look goes on."""

    node: str
    nexts: tuple[str, ...]
    at: int


def circles(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return one circle for each part of a graph that comes back to itself: the shortest through the part's first node.

    A circle is the nodes in order, without the first again at the end; a node that needs itself is a circle of one.
    """
    found = []
    for part in knots(graph):
        first = min(part)
        found.append(_shortest(graph, first, frozenset(part)))
    return tuple(sorted(found))


def knots(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Return the sets of nodes that all need each other (strongly connected, Tarjan 1972), a single one if it needs itself."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    held: set[str] = set()
    found: list[tuple[str, ...]] = []
    for root in sorted(graph):
        if root in order:
            continue
        frames = [_enter(graph, root, order, low, stack, held)]
        while frames:
            frame = frames.pop()
            if frame.at < len(frame.nexts):
                frames.append(frame._replace(at=frame.at + 1))
                after = frame.nexts[frame.at]
                if after not in order:
                    frames.append(_enter(graph, after, order, low, stack, held))
                elif after in held:
                    low[frame.node] = min(low[frame.node], order[after])
                continue
            if frames:
                low[frames[-1].node] = min(low[frames[-1].node], low[frame.node])
            if low[frame.node] == order[frame.node]:
                part = _leave(frame.node, stack, held)
                if len(part) > 1 or frame.node in graph.get(frame.node, ()):
                    found.append(part)
    return tuple(sorted(found))


def _enter(
    graph: Graph, node: str, order: dict[str, int], low: dict[str, int], stack: list[str], held: set[str]
) -> _Frame:
    order[node] = low[node] = len(order)
    stack.append(node)
    held.add(node)
    return _Frame(node, tuple(sorted(set(graph.get(node, ())))), 0)


def _leave(node: str, stack: list[str], held: set[str]) -> tuple[str, ...]:
    part: list[str] = []
    while True:
        one = stack.pop()
        held.discard(one)
        part.append(one)
        if one == node:
            return tuple(sorted(part))


def _shortest(graph: Graph, first: str, part: frozenset[str]) -> tuple[str, ...]:
    """Return the shortest way from a node back to itself within its part, the first in order where several are as short."""
    came: dict[str, str] = {}
    waiting = deque([first])
    while waiting:
        node = waiting.popleft()
        for after in sorted(set(graph.get(node, ()))):
            if after == first:
                way = [node]
                while way[-1] != first:
                    way.append(came[way[-1]])
                return tuple(reversed(way))
            if after in part and after not in came:
                came[after] = node
                waiting.append(after)
    return (first,)
