"""What documents say of how quality and prices are opened."""

import pytest

from fairaudit.analysis.text.award.envelopes import Opening, opening_said

_SAID = {
    Opening.APART: (
        "Two envelopes: the price envelope is opened only after quality has been scored",
        "Financial proposals stay sealed until the technical evaluation is complete",
        "Evaluators do not see prices until the scores for quality are locked and quality is scored",
        "Technical bids are evaluated before the price bids are opened",
        "Prices are opened once the quality scores are fixed",
        "The price envelope is opened only after the technical evaluation. Both envelopes, technical and price, are handed "
        "in at the same time and opened by two officers",
        "Price envelopes are not opened before the evaluation of quality is complete",
        "No price offer will be opened until all technical bids have been scored",
        "After the technical evaluation, the financial offers are opened",
        "The panel will not see prices until quality scoring is complete",
        "The price envelope is opened only after the technical evaluation. References are sent in one envelope",
    ),
    Opening.TWO: (
        "Bids come in two envelopes",
        "Technical and price bids are handed in in separate envelopes",
        "Bids are submitted in two sealed envelopes: one envelope with the technical bid and one envelope with the price",
        "The price is sent in a separate envelope",
    ),
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
        # An order of scoring is no promise that prices are not known.
        "In a tie, quality scores decide before price. Tenders are opened in one session",
        "Quality is scored from 0 to 5 and then price points are added",
        "Quality scores are added up before price points are added",
        "Tenders whose quality is scored below 3 are excluded before prices are considered",
        "Quality is assessed first, and then price",
        "The quality score must be at least 36 before the price is scored",
        "Price is scored by the procurement team only once the quality scores are agreed",
        "Technical bids are evaluated without price information being taken into account for compliance",
        # Nor is what others are told, or another moment.
        "The price is known to all bidders after the technical evaluation report is sent",
        "The winning price is published once the quality and price evaluation is finished",
        "The winning price is disclosed once quality is scored",
        "The commercial terms were shown at the site visit once the technical assessment of the building was made",
        "The prices were released once the technical assessment of the building was made",
        "Prices are opened once the technical evaluation has begun",
        "Prices are open to negotiation once the technical evaluation is complete",
        "Prices are not opened after quality is scored",
        "Bidders can open the prices after the technical evaluation",
        "Bidders do not see prices until the technical evaluation is complete",
        "Bidders know the prices once quality is scored",
        "Prices are disclosed once the technical evaluation and the award are complete",
        "Prices are disclosed after the technical and financial evaluation",
        "Prices are opened after the quality scoring panel is named",
        "Bids that do not meet the minimum are out, and prices are opened before the technical evaluation",
        "References are sent in a separate envelope",
        "References come in two envelopes",
        "Technical and price bids are handed in at the same time",
        "If two envelopes are used, prices are opened only after quality has been scored",
        "Two envelopes are used. Technical and price bids are opened in one session",
        "",
    ),
}


@pytest.mark.parametrize(("said", "text"), [(said, text) for said, texts in _SAID.items() for text in texts])
def test_words_on_envelopes(said, text):
    assert opening_said([text]) is said
