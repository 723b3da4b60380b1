"""What documents say of how quality and prices are opened."""

import pytest

from fairaudit.analysis.text.envelopes import Opening, opening_said

_SAID = {
    Opening.APART: (
        "Two envelopes: the price envelope is opened only after quality has been scored",
        "Financial proposals stay sealed until the technical evaluation is complete",
        "Evaluators do not see prices until the scores for quality are locked and quality is scored",
        "Technical bids are evaluated before the price bids are opened",
        "Prices are opened once the quality scores are fixed",
    ),
    Opening.TWO: ("Bids come in two envelopes", "Technical and price bids are handed in in separate envelopes"),
    Opening.TOGETHER: (
        "Bids are handed in in a single envelope",
        "Technical bids and prices are read out in one session",
        "Prices and quality are opened together",
    ),
    Opening.UNSAID: (
        "The most points win",
        "Prices are read out at the opening, following which quality is evaluated",
        "Prices are opened in public and after the opening quality is scored",
        "Prices are opened; after that, quality is scored",
        "Prices are opened before quality is scored",
        "There is no single envelope",
        "If two envelopes are used, prices are opened only after quality has been scored",
        "Two envelopes are used. Technical and price bids are opened in one session",
        "",
    ),
}


@pytest.mark.parametrize(("said", "text"), [(said, text) for said, texts in _SAID.items() for text in texts])
def test_words_on_envelopes(said, text):
    assert opening_said([text]) is said
