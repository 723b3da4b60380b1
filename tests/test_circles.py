"""Circles in a graph of what needs what: the shortest through the first of each knot, and nothing where there is none."""

from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.circles import circles, knots
from tests.work import grown

NAMES = st.sampled_from("abcdef")
GRAPHS = st.dictionaries(NAMES, st.lists(NAMES, max_size=4), max_size=6)


def test_the_shortest_circle_through_the_first_is_told_once():
    graph = {"a": ["b", "c"], "b": ["d"], "c": ["a"], "d": ["a"]}
    assert circles(graph) == (("a", "c"),)


def test_a_thing_that_needs_itself_is_a_circle_of_one():
    assert circles({"a": ["a", "b"], "b": []}) == (("a",),)


def test_two_knots_are_two_circles_and_what_leads_to_them_is_none():
    graph = {"a": ["b"], "b": ["c"], "c": ["b"], "d": ["e"], "e": ["d", "f"]}
    assert circles(graph) == (("b", "c"), ("d", "e"))


def test_a_chain_has_no_circle():
    assert circles({"a": ["b"], "b": ["c"]}) == ()


def reaches(graph, start):
    """Everything that a thing needs, however far away."""
    seen, todo = set(), [start]
    while todo:
        for after in graph.get(todo.pop(), ()):
            if after not in seen:
                seen.add(after)
                todo.append(after)
    return seen


@given(GRAPHS)
def test_circles_are_real_and_every_knot_has_one(graph):
    found = circles(graph)
    for circle in found:
        assert all(after in graph[one] for one, after in zip(circle, (*circle[1:], circle[0]), strict=True))
    inside = {one for one in graph if one in reaches(graph, one)}
    assert {one for knot in knots(graph) for one in knot} == inside
    assert len(found) == len(knots(graph))


@given(GRAPHS)
def test_the_order_of_writing_changes_nothing(graph):
    turned = {one: list(reversed(needs)) for one, needs in reversed(list(graph.items()))}
    assert circles(turned) == circles(graph)


def test_a_long_circle_takes_work_in_step_with_its_length():
    def made(size):
        graph = {f"n{one:06}": [f"n{(one + 1) % size:06}"] for one in range(size)}
        return lambda: circles(graph)

    assert len(made(200)()[0]) == 200
    few, many = grown(made, 200)
    assert many < 12 * few
