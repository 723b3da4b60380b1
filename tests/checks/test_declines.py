"""Who declined something, by the words of a record: bidders under their names, and nobody the buyer declined."""

import json

import pytest

from fairaudit.checks.information.declines import Did, did
from tests.conftest import case_of

BY_BIRCH = (
    "Birch declined the dialogue",
    "Birch Care Ltd was invited to the dialogue and declined",
    "The council offered Birch a dialogue, but Birch declined",
    "It declined the dialogue",
    "Their director declined the dialogue",
)
BY_NOBODY = (
    "The council declined the dialogue with Birch",
    "Birch's request for a dialogue was declined",
    "Birch asked for a dialogue and was declined",
    "Birch never declined the dialogue",
    "The dialogue was declined by the buyer",
    "The council, asked by Birch for a dialogue, declined",
)
PARTIES = [{"id": "a", "name": "Alder Homes Ltd"}, {"id": "b", "name": "Birch Care Ltd"}]


@pytest.mark.parametrize("text", BY_BIRCH)
def test_a_bidder_declined(text: str) -> None:
    """By its name, or by a word that stands for whom the record is about."""
    assert _did(text).parties == {"b"}


@pytest.mark.parametrize("text", BY_NOBODY)
def test_no_bidder_declined(text: str) -> None:
    """Somebody else did, or nobody."""
    assert not _did(text).parties
    assert not _did(text).bare


def test_nobody_is_named() -> None:
    """A bare `declined` does not say who did, whatever stands before its colon."""
    assert _did("Declined the dialogue").bare
    assert _did("Note of 9 June: declined the dialogue").bare


def _did(text: str) -> Did:
    """Return what is read in an event about Birch alone."""
    lines = [f"parties: {json.dumps(PARTIES)}", 'bids: [{"bidder": "a"}, {"bidder": "b"}]']
    case = case_of("\n".join([*lines, f"events: [{json.dumps({'kind': 'other', 'bidder': 'b', 'text': text})}]"]))
    return did(case, case.events[0], ("declined",), "b")
