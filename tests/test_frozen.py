"""Frozen values are named tuples in everything but what their classes cost."""

import gc
import pickle
import re
from typing import Generic, NamedTuple, TypeVar

import pytest

from fairaudit.frozen import Frozen

T = TypeVar("T")


class Theirs(NamedTuple):
    name: str
    weight: int = 5
    tags: tuple[str, ...] = ()

    def heavy(self) -> bool:
        return self.weight > 10


def ours():
    """A class of which no value was made yet, so that every test sees both ways of making one."""

    class Theirs(Frozen):
        name: str
        weight: int = 5
        tags: tuple[str, ...] = ()

        def heavy(self) -> bool:
            return self.weight > 10

    return Theirs


class Kept(Frozen):
    """Something a pickle finds by its name."""

    first: str
    second: int = 2


GIVEN = [
    (("a",), {}),
    (("a", 11), {}),
    (("a", 11, ("x",)), {}),
    ((), {"name": "a"}),
    (("a",), {"tags": ("y",)}),
    ((), {"tags": (), "weight": 1, "name": "b"}),
]


@pytest.mark.parametrize(("given", "named"), GIVEN)
@pytest.mark.parametrize("before", [0, 1, 30])
def test_a_value_is_the_named_tuple_it_would_be(given, named, before):
    made = ours()
    for one in range(before):
        assert made("n", one, ()) == ("n", one, ())
    value, theirs = made(*given, **named), Theirs(*given, **named)
    assert (value, hash(value), len(value)) == (theirs, hash(theirs), len(theirs))
    assert (value.name, value.weight, value.tags) == (theirs.name, theirs.weight, theirs.tags)
    assert (repr(value), value._asdict(), value.heavy()) == (repr(theirs), theirs._asdict(), theirs.heavy())
    assert type(value._replace(weight=99)) is made
    assert value._replace(weight=99) == theirs._replace(weight=99)
    assert made._make(theirs) == theirs
    for name in ("_fields", "_field_defaults", "__match_args__", "__slots__", "__annotations__"):
        assert getattr(made, name) == getattr(Theirs, name)


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), (("a", 1, (), 2), {}), (("a",), {"name": "b"}), (("a",), {"colour": "red"})]
)
def test_what_no_named_tuple_takes_is_refused_in_the_same_words(given, named):
    with pytest.raises(TypeError) as theirs:
        Theirs(*given, **named)
    with pytest.raises(TypeError, match=re.escape(str(theirs.value))):
        ours()(*given, **named)


@pytest.mark.parametrize("made", [1, 30])
def test_a_value_cannot_be_changed_and_survives_a_pickle(made):
    value = [Kept("a", one) for one in range(made)][-1]
    with pytest.raises(AttributeError):
        value.first = "b"
    with pytest.raises(AttributeError):
        value.third = "b"
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(value, protocol))
        assert (back, type(back)) == (value, Kept)


def test_a_class_may_be_generic_empty_or_built_upon():
    class Box(Frozen, Generic[T]):
        inside: T

    class Marked(Box[T], Generic[T]):
        """A box that is told apart by its class alone."""

    class Empty(Frozen):
        """Nothing to say."""

    for one in range(12):
        assert Marked(one).inside == Box[int](one).inside == one
    assert (type(Marked(1)), Marked(1)._fields, Empty(), Empty._fields) == (Marked, ("inside",), (), ())


def test_a_value_may_be_made_of_whatever_yields_its_fields():
    assert ours()._make(iter(("a", 1, ()))) == Theirs("a", 1, ())


def test_a_class_keeps_a_method_of_its_own():
    class Said(Frozen):
        text: str

        def __repr__(self) -> str:
            return self.text

    assert [repr(Said("it")) for _ in range(12)] == ["it"] * 12


def test_the_collector_may_run_at_any_moment():
    threshold = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    try:
        for _ in range(50):
            assert ours()("a") == ("a", 5, ())
    finally:
        gc.set_threshold(*threshold)
