"""The parts of a report behave as the dataclasses they are, though their methods are written once."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.engine.contract.piece import Piece, piece


@piece
class Light(Piece):
    a: int
    b: str = "x"
    c: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Full:
    a: int
    b: str = "x"
    c: dict[str, int] = field(default_factory=dict)


def made(kind, values, named):
    try:
        one = kind(*values, **named)
    except TypeError:
        return "refused"
    return (one.a, one.b, one.c)


@given(
    st.lists(st.sampled_from([1, "y", {"z": 2}]), max_size=4),
    st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), st.sampled_from([1, "y"]), max_size=4),
)
def test_it_is_made_as_a_dataclass_is(values, named):
    assert made(Light, values, named) == made(Full, values, named)


def test_it_is_equal_to_what_says_the_same_and_of_the_same_kind():
    assert Light(1) == Light(1, "x", {}) != Light(2)
    assert (Light(1) == (1, "x", {}), Light(1) == Full(1)) == (False, False)
    assert repr(Light(1)) == "Light(a=1, b='x', c={})"
    assert Light(1).c is not Light(1).c


def test_nobody_changes_it():
    one = Light(1)
    with pytest.raises(FrozenInstanceError):
        one.a = 2
    with pytest.raises(FrozenInstanceError):
        del one.a
    assert (is_dataclass(one), [each.name for each in fields(one)], replace(one, a=2)) == (
        True,
        ["a", "b", "c"],
        Light(2),
    )


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_it_is_copied_whole(again):
    assert again(Light(1, "y", {"z": 3})) == Light(1, "y", {"z": 3})
