"""What is read of the words of a letter, and that whatever is added to a plain sentence leaves it unread."""

import pytest

from fairaudit.analysis.text.letters.words import letter_read


def read(text):
    return [(one.kind, one.what, one.yes) for one in letter_read(text).said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Your tender was ranked third of five tenders with 78.5 points.", [("place", "3", True)]),
        ("We regret to inform you that your bid came 2nd.", [("place", "2", True)]),
        ("Your proposal has been placed number 4 overall", [("place", "4", True)]),
        ("You finished in fifth place out of 6 bids received.", [("place", "5", True)]),
        ("Your bid came second and the contract has been awarded to Alder Ltd.",
         [("place", "2", True), ("winner", "Alder Ltd", True)]),
        ("The successful tenderer is Birch & Sons with a total score of 81.25.", [("winner", "Birch & Sons", True)]),
        ("This contract will be awarded to Birch and Sons", [("winner", "Birch and Sons", True)]),
        ("Your tender was excluded because form C was not enclosed.", [("out", "excluded", True)]),
        ("Please note that your tender has not been excluded.", []),
        ("Your tender was not disqualified.", [("out", "disqualified", False)]),
        ("Your tender did not meet the mandatory requirement Insurance (G1).", [("met", "Insurance (G1)", False)]),
        ("You passed question G2", [("met", "G2", True)]),
        ("G1: Pass\nInsurance - not met", [("met", "G1", True), ("met", "Insurance", False)]),
    ],
)  # fmt: skip
def test_plain_sentences(text, said):
    assert read(text) == said


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("Your tender scored 2 out of 5 for Method and 3 out of 5 for “Q2”.", [("Method", "2", "5"), ("Q2", "3", "5")]),
        ("You were awarded 3.5 marks out of a possible 5 for the criterion Method", [("Method", "3.5", "5")]),
        ("Method: 4/5\nStaff (Q2) - 3 out of 5 points", [("Method", "4", "5"), ("Staff (Q2)", "3", "5")]),
        # Of whom, of which stage, in which unit, and whether at all, is not plain.
        ("The winning tender scored 5 out of 5 for Method.", []),
        ("The winning tender:\nMethod: 5/5", []),
        ("You would have scored 5 out of 5 for Method.", []),
        ("You would have scored 5 for Method.", []),
        ("Method 4, Staff 3.", [("Method", "4", ""), ("Staff", "3", "")]),
        ("Page 4", []),
        ("Method 4, and more.", []),
        ("You scored 5 for Method.", [("Method", "5", "")]),
        ("You scored 2 out of 5 for Method and 3 for Staff", [("Method", "2", "5"), ("Staff", "3", "")]),
        ("Your score for Method was 4 out of 5.", [("Method", "4", "5")]),
        ("Please note that your agreed mark on the question “Staff” is 3", [("Staff", "3", "")]),
        (
            "Method 4 of 5, Staff 3/5 and Price 38.4 points.",
            [("Method", "4", "5"), ("Staff", "3", "5"), ("Price", "38.4", "")],
        ),
        ("Your score for Method was lowered to 3.", []),
        ("The score for Method was 4 out of 5.", []),
    ],
)
def test_scores_that_are_out_of_so_many(text, scores):
    assert [(one.what, one.points, one.most) for one in letter_read(text).said] == scores


@pytest.mark.parametrize(
    "text",
    [
        "Your tender came third for quality.",
        "Your tender was ranked third at the first stage.",
        "Your tender was ranked joint second.",
        "Your tender was not ranked first.",
        "If you had passed and you came second you would know.",
        "Had it been lower, your bid would have come first.",
        "In lot 2, your tender came third.",
        "Your tender was excluded from lot 2.",
        "Your tender was excluded from the second round.",
        "Nobody knows whether the contract was awarded to Alder.",
        "Five tenders came in.",
        "You came first of the unsuccessful tenders.",
        "Your tender was ranked second of the remaining two.",
        "Quality\nYou came third.",
        "# Quality\n\nFive tenders were read. You came third.",
        "At the meeting this was said:\n- You came third.",
        "This is the first round. You came third.",
        "for quality\nyour tender was ranked third\nby two members.",
        "",
    ],
)
def test_whatever_is_added_leaves_a_sentence_unread(text):
    assert read(text) == []


def test_a_sentence_goes_on_in_the_next_line():
    wrapped = "Dear Ms Alder,\n\nWe regret to inform you that your tender\nwas ranked third. The contract has\nbeen awarded to\nCedar Ltd."
    assert read(wrapped) == [("place", "3", True), ("winner", "Cedar Ltd", True)]
    assert letter_read(wrapped).unread == 0
    assert read("Dear all,\nyour tender came third") == [("place", "3", True)]
    assert read("1. You came third\n2. Your tender was not excluded") == [
        ("place", "3", True),
        ("out", "excluded", False),
    ]


def test_what_is_not_read_is_counted():
    polite = (
        "Dear Ms Alder,\n\nThank you for your tender.\n\nResult\nYou came third.\n\nYours sincerely,\nNorwick Council"
    )
    assert (len(letter_read(polite).said), letter_read(polite).unread) == (1, 0)
    mixed = letter_read("You came second. The contract goes to Cedar Ltd, which had 100 points.")
    assert (len(mixed.said), mixed.unread, mixed.why) == (1, 1, "")
    below = letter_read("You came second.\n\nPrice\nYou came first.")
    assert (len(below.said), below.unread) == (1, 2)
    assert below.why == "what stands below “Price” may be about that alone"


def test_a_row_of_a_list_is_the_bids_own_only_where_no_other_is_spoken_of():
    assert read("Method: 4\nInsurance: fail") == [("met", "Insurance", False)]
    assert read("Your tender\nInsurance: fail\n\nThe successful tender\nInsurance: pass") == []
    assert letter_read("Beside Birch Ltd:\nInsurance: pass", ("Birch Ltd",)).said == ()
    assert letter_read("Insurance: pass. Birch Ltd came later.", ("Birch Ltd",)).said == ()


def test_points_and_numbers_are_told_with_the_place():
    one = letter_read("You came second out of nine bids with 68.5 points.").said[0]
    assert (one.of, one.points, one.unit) == (9, "68.5", "")
    one = letter_read("Your tender was ranked 2nd with a score of 1,068.5 out of 2000.").said[0]
    assert (one.of, one.points, one.unit) == (None, "1,068.5", "out of 2000")
    assert letter_read("You came second of all tenders received.").said[0].of is None


def test_below_a_figure_a_place_may_be_that_of_the_part_alone():
    assert read("Method: 4 out of 5\nYou came third.") == [("score", "Method", True)]


@pytest.mark.parametrize(
    "above",
    [
        "The weights were as follows.",
        "The published weightings are these.",
        "The maximum points are as follows.",
        "For comparison, the highest scores given to any bid.",
        "The best answers got these scores.",
    ],
)
def test_a_row_below_what_is_of_no_one_bid_is_not_read(above):
    one = letter_read(f"You came second.\n\n{above}\n\nMethod 4, Staff 3.")
    assert [each.kind for each in one.said] == ["place"]
    assert one.why == f"what stands below “{above}” is of no one bid"
    assert read(f"{above}\n\nMethod 4, Staff 3.\nPrice 2, Social value 1.") == []
    # Another sentence between them begins anew.
    assert read(f"{above} They were published. Your scores follow.\n\nMethod 4, Staff 3.") == [
        ("score", "Method", True),
        ("score", "Staff", True),
    ]


@pytest.mark.parametrize(
    "above",
    [
        "The scores were as follows.",
        "Your highest scores were these.",
        "The highest scores are needed to win.",
        "The best answers give evidence.",
        "The weights stand in the documents.",
        "The maximum scores and those you reached are as follows.",
        "All tenders were scored by three people.",
    ],
)
def test_a_row_below_other_words_is_the_bids_own(above):
    assert read(f"{above}\n\nMethod 4, Staff 3.") == [("score", "Method", True), ("score", "Staff", True)]
