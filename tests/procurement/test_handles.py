"""How items are named for good: by an id of their own, by what they alone say, else by where they stand."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import built
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.shaping.handles import Handles

SCORES = st.builds(
    lambda held: built(Score, ("evaluation", "individual", 0), dict(held)),
    st.dictionaries(st.sampled_from(["evaluator", "bid", "score"]), st.sampled_from(["a", "b", 1, 2]), max_size=3),
)
BIDS = st.builds(
    lambda held: built(Bid, ("bids", 0), dict(held)),
    st.dictionaries(st.sampled_from(["id", "status"]), st.sampled_from(["B1", "B[2]", "valid", None]), max_size=2),
)


def plainly(items):
    """Return the same by comparing every item with every other."""
    found = []
    for at, one in enumerate(items):
        key, said = getattr(one, "id", None), repr(one)
        if isinstance(key, str) and [getattr(each, "id", None) for each in items].count(key) == 1:
            found.append(key.replace("[", "%5B").replace("]", "%5D"))
        elif [repr(each) for each in items].count(said) == 1:
            found.append("~" + hashlib.sha256(said.encode()).hexdigest()[:8])
        else:
            found.append(f"#{at}")
    return found


@given(st.lists(st.one_of(SCORES, BIDS, st.sampled_from(["text", "other", 3])), max_size=12))
def test_items_are_named_as_by_comparing_each_with_every_other(items):
    handles = Handles(tuple(items))
    assert [handles[at] for at in reversed(range(len(items)))][::-1] == list(handles) == plainly(items)


def test_two_scores_that_differ_by_a_figure_alone_have_names_of_their_own():
    first, second = (built(Score, (), {"bid": "B1", "score": one}) for one in (3, 4))
    assert len({*Handles((first, second))}) == 2
    assert list(Handles((first, first, second)))[:2] == ["#0", "#1"]
