"""What decides between bids with equal totals, read from the words of the method of award."""

import pytest

from fairaudit.analysis.text.award.ties import Step, says_lots_were_drawn
from fairaudit.analysis.text.award.words import award_words

NAMES = ("A", "Q1", "Method", "P", "Price")


def tie_rule(text, names):
    return award_words(text, names).ties


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("The most points win; in a tie the higher score for Q1 decides.", [("criterion", "Q1")]),
        ("In the event of a tie, the tender with the highest score for Quality wins", [("quality", "")]),
        ("If scores are equal, the tender with the lower price is preferred.", [("price", "")]),
        ("In case of equal points the cheapest tender wins", [("price", "")]),
        ("The lowest price decides in the event of a tie.", [("price", "")]),
        ("If two tenders have the same total score, lots will be drawn.", [("lot", "")]),
        (
            "Ties are broken by the highest quality score, then the lowest tendered price, then by lot.",
            [("quality", ""), ("price", ""), ("lot", "")],
        ),
        ("If two tenders have the same total score, the tender with the lower price is placed first.", [("price", "")]),
        ("In case of equality the cheaper tender is chosen.", [("price", "")]),
        ("Where bidders score the same, the lower price decides.", [("price", "")]),
        ("A draw is decided by the lower price.", [("price", "")]),
        ("Of tenders with the same number of points the one with the lower price is put first.", [("price", "")]),
        ("In a tie, price decides: the lowest wins.", [("price", "")]),
        ("Equal bids are ordered by price, the lowest first.", [("price", "")]),
        ("Should the total scores be identical, the lowest price shall prevail.", [("price", "")]),
        ("The lower price decides a tie in totals.", [("price", "")]),
        ("Ties will be resolved by reference to the Method score.", [("criterion", "Method")]),
        (
            "In the event of equal scores, the lower price wins; if prices are equal too, the higher Method score.",
            [("price", ""), ("criterion", "Method")],
        ),
        (
            "If tied, the highest score for Method wins. If still tied, the lowest price.",
            [("criterion", "Method"), ("price", "")],
        ),
    ],
)
def test_plain_words_are_read(text, steps):
    found = tie_rule(text, NAMES)
    assert found is not None
    assert found.steps == tuple(Step(kind, name) for kind, name in steps)


@pytest.mark.parametrize(
    "text",
    [
        "In a tie the buyer may decide by the lower price.",
        "In a tie the bidder with the largest turnover wins.",
        "In a tie the tender not having the lowest price loses.",
        "In a tie the higher score of a tender decides.",
        "In a tie the lower price or the higher score for Q1 decides.",
        "In a tie the lowest price and the highest score for Method decide.",
        "In a tie the lower price wins. If still tied, the panel interviews both.",
        "Ties are decided by the panel.",
        # A first step that is not known is not passed over.
        "In a tie the tender of a social enterprise is preferred, then the lower price.",
        "In a tie the first tender, then the lower price.",
        "Ties are decided in favour of the bidder based in the district, then by the lower price.",
        "Ties will be resolved by reference to the turnover.",
        "Ties will be resolved by reference to the Method score of the last contract.",
        "In a tie the lower price wins; if prices are equal too, the larger firm.",
        # Another tie than of totals, another price, another quality, two criteria together.
        "If two tenders have equal quality scores, the lower price decides.",
        "Where bids have the same score for Q1, the lower price decides.",
        "In a tie the lower hourly price decides.",
        "In a tie the higher price wins.",
        "In a tie the tender with the lower price for option 2 is preferred.",
        "In a tie the better quality of staff decides.",
        "In a tie the higher score for Q1 and Method together wins.",
        # What stands before the tie is not what decides it, and may say to what it applies.
        "The lowest price earns 40 points and in a tie whole-life cost decides.",
        "For lots 1 to 3, in a tie the lower price decides.",
        "Totals that differ by less than 2 % are regarded as equal; then the lower price decides.",
        "En caso de empate gana la oferta de menor precio.",
    ],
)
def test_what_is_not_plain_is_for_a_person_to_read(text):
    found = tie_rule(text, NAMES)
    assert found is not None
    assert found.steps == ()


def test_words_that_say_nothing_of_ties_are_no_rule():
    assert tie_rule("The tender with the lowest price wins.", NAMES) is None
    assert tie_rule("", NAMES) is None


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Lots drawn on 3 August in the presence of both bidders", True),
        ("B1 and B2 tied. Lots were drawn before two witnesses.", True),
        ("The tie was decided by lot.", True),
        ("Decided by the drawing of lots; no price was adjusted.", True),
        ("First after a draw of lots", True),
        ("The panel drew lots.", True),
        ("Lots were not drawn", False),
        ("No lots were drawn", False),
        ("Lots will be drawn on 3 August", False),
        ("Chosen instead of lots being drawn", False),
        ("If lots are drawn B1 may win", False),
        ("Most points in both lots", False),
        ("The contract for lot 2 was drawn up", False),
        ("", False),
    ],
)
def test_lots_were_drawn_where_a_text_says_so_and_denies_nothing(text, drawn):
    assert says_lots_were_drawn(text) is drawn
