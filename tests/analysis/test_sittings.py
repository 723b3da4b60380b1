"""What the subject of a meeting says about a bid, for somebody who sat in."""

import pytest

from fairaudit.analysis.sittings import ABOUT, ALL, AWAY, UNCLEAR, UNNAMED, how_sat

PHRASES = (("bb",), ("brandreth", "systems"))
OWN, OTHERS = ("eva", "morland"), (("gita", "prowse"),)


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ("Consensus on BB", ABOUT),
        ("Carry out consensus on BB", ABOUT),
        ("Consensus on BB without the price", ABOUT),
        ("Consensus on BA and BB, with two items left over", ABOUT),
        ("Consensus on not only BB", ABOUT),
        ("Consensus on BA and BB; Gita Prowse left the room for BB", ABOUT),
        ("Consensus on BB; Eva Morland did not leave the room", ABOUT),
        ("Consensus on all bids", ALL),
        ("Agreement of each tender", ALL),
        ("Consensus on all bids except BB", AWAY),
        ("All bids but Brandreth Systems", AWAY),
        ("Consensus on BA and BC (not BB)", AWAY),
        ("Consensus on all bids; Eva Morland was not present for BB", AWAY),
        ("Consensus on BB without Eva Morland", AWAY),
        ("Consensus on BA and BB; somebody left the room", UNCLEAR),
        ("Moderation meeting", UNNAMED),
        ("Consensus on BA", UNNAMED),
    ],
)
def test_a_subject_is_read_for_whom_it_leaves_out(subject, said):
    assert how_sat(subject, PHRASES, OWN, OTHERS) == said
