import pytest

from fairaudit.checks.base import Hit, Unassessed, check_of
from fairaudit.checks.scoring.published.weights import no_weights, weight_beside_weights
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.sources.ocds.weights import Weight, read_weight
from tests.sources.ocds_cases import case, release
from tests.work import ends

HITS = [
    ("70", Weight("70", None, True)),
    (" 30 ", Weight("30", None, True)),
    ("0", Weight("0", None, True)),
    ("100", Weight("100", None, True)),
    ("37.5", Weight("37.5", None, True)),
    ("30%", Weight("30", "percentage", True)),
    ("30 %", Weight("30", "percentage", True)),
    ("37,5 %", Weight("37.5", "percentage", True)),
    ("40 per cent", Weight("40", "percentage", True)),
    ("40 percent", Weight("40", "percentage", True)),
    ("(60%)", Weight("60", "percentage", True)),
    ("60 points", Weight("60", "points", True)),
    ("Price 40 %", Weight("40", "percentage", False)),
    ("Price (40%)", Weight("40", "percentage", False)),
    ("Price: 40%", Weight("40", "percentage", False)),
    ("Social value – 10%", Weight("10", "percentage", False)),
    ("60% Quality", Weight("60", "percentage", False)),
    ("40 % - lowest price", Weight("40", "percentage", False)),
    ("The price counts for 40%", Weight("40", "percentage", False)),
    ("40 % price", Weight("40", "percentage", False)),
    ("Preis 50 %", Weight("50", "percentage", False)),
    ("Weight 40%", Weight("40", "percentage", False)),
    ("Price 40 marks", Weight("40", "points", False)),
    ("Price weight: 40", Weight("40", None, False)),
    ("Quality: 60 points", Weight("60", "points", False)),
    ("Weighting: 60", Weight("60", None, False)),
    ("weight 60", Weight("60", None, False)),
    ("Price (weight 40)", Weight("40", None, False)),
    ("Weighting: 60 points", Weight("60", "points", False)),
    ("Method statement. Weighting 25%. Bids are scored by the panel.", Weight("25", "percentage", False)),
    ("This question has a weighting of 20% and is scored by two people.", Weight("20", "percentage", False)),
    ("Gewichtung: 30 %", Weight("30", "percentage", False)),
    ("Pondération : 30", Weight("30", None, False)),
    ("40 marks", Weight("40", "points", True)),
    ("40% of the total score", Weight("40", "percentage", False)),
    ("40% of the overall marks available.", Weight("40", "percentage", False)),
    ("Worth 60% of the overall score", Weight("60", "percentage", False)),
    ("This criterion carries 40% of the marks", Weight("40", "percentage", False)),
    ("Price accounts for 35 % of the evaluation", Weight("35", "percentage", False)),
    ("Cost is weighted at 35%", Weight("35", "percentage", False)),
    ("Quality will account for 60%", Weight("60", "percentage", False)),
    ("Price 100%", Weight("100", "percentage", False)),
]
MISSES = [
    "100% recycled paper",
    "System availability of 99%",
    "Energy savings of 30%",
    "Local content 40%",
    "Women in the team: 50%",
    "CO₂ emissions 20%",
    "Quality assurance 20%",
    "Cost savings 30%",
    "60 out of 100",
    "Service weight: 30",
    "Price 40",
    "Price increases 3%",
    "",
    "Quality",
    "See the tender documents",
    "Quality 60%, Price 40%",
    "60/40",
    "Forty percent",
    "40/100",
    "40 out of 100",
    "Maximum 40 points",
    "up to 40 marks",
    "Bidders must score 40% of the marks",
    "Bidders scoring less than 40% of the marks are excluded",
    "A bid needs 40% of the total score",
    "Bids under 60% of the total score fail",
    "10% of the points are for style, the rest for price",
    "Question 3 - 20%",
    "Lot 1: 40%",
    "70:30",
    "Pass/Fail",
    "70 out of 100",
    "up to 70 pages",
    "up to 70%",
    "ISO 9001",
    "BS EN ISO 9001 certificate",
    "101",
    "150 %",
    "-5",
    "1e2",
    "1,000",
    "1.000",
    "9001",
    "٧٠",
    "seventy per cent",
    "At least 30% local content",
    "a minimum score of 60%",
    "Minimum weighting of 10%",
    "Total 100%",
    "30% local content required",
    "Discount of 10%",
    "10% off the list price",
    "Within 30 days",
    "2021-10-20",
    "Vehicle weight: 12",
    "Weight of 30 kg",
    "Weight limit 30%",
    "Weighted average of 3 years",
    "Lot 1: price 40%",
    "The supplier pays back 20% of the fee. It does so yearly.",
    "Bidders explain how they will bring 40% of the young people in the county back into training",
    "Response time of 4 hours",
    "x" * 3000 + " 40%",
]


@pytest.mark.parametrize(("words", "weight"), HITS)
def test_a_plain_weight_is_read(words, weight):
    assert read_weight(words) == weight


@pytest.mark.parametrize("words", MISSES)
def test_what_may_mean_something_else_is_not_read(words):
    assert read_weight(words) is None


@pytest.mark.parametrize("words", ["weight" * 300 + " 4", "a " * 990 + "4", " " * 1990 + "4 x", "(((((" * 390 + "4"])
def test_hostile_text_does_not_hang(words):
    with ends():  # in a millisecond
        read_weight(words)


def test_the_name_of_the_criterion_itself_is_its_label():
    assert read_weight("CO₂ emissions 20%", "CO₂ emissions") == Weight("20", "percentage", False)
    assert read_weight("The CO₂ emissions: 20 %", "CO₂ emissions") == Weight("20", "percentage", False)
    assert read_weight("Fleet weight: 20", "Fleet") == Weight("20", None, False)
    for words, name in [
        ("CO₂ emissions 20%", "CO₂"),
        ("CO₂ emissions of 20%", "CO₂ emissions"),
        ("20% CO₂ emissions", "CO₂ emissions"),
        ("Fleet weight: 20", "Vehicles"),
    ]:
        assert read_weight(words, name) is None


UNREAD = "may state a weight, but not so that it can be read beyond doubt"


@pytest.mark.parametrize(
    "price",
    [
        {"name": "Price", "description": "40% (see section 3)"},
        {"name": "Price", "description": "40% (lowest price gets 40%)"},
        {"name": "Price at 40 per cent or so"},
        {"name": "Price", "description": "Savings of 40%"},
        {"name": "Price", "description": "40 out of 100"},
        {"name": "Price", "description": "up to 40 marks"},
        {"name": "Price", "description": "Price 40"},
        {"name": "Service", "description": "Service weighting of 40 to 50"},
        {"name": "Quality", "description": "Service weight: 40"},
        {"name": "Price", "weight": "40% (see section 3)"},
    ],
)
@pytest.mark.parametrize(
    ("criterion_check", "words"),
    [(weight_beside_weights, "Quality 60%"), (weight_beside_weights, "Good"), (no_weights, "Good")],
)
def test_a_weight_that_cannot_be_read_is_listed_and_not_called_absent(price, criterion_check, words):
    quality = {"name": "Quality", "description": words}
    read = case(release(tender={"awardCriteria": {"criteria": [quality, price]}}))
    assert [text_of(one.path) for one in read.unreadable] == ["tender.award_criteria[1].weight"]
    assert [one.reason for one in read.unreadable if "weight" not in price] == [UNREAD] * ("weight" not in price)
    found = list(check_of(criterion_check).run(Node(("tender",), read.tender), read))
    assert [(type(one), text_of(one.at.path)) for one in found] == [(Unassessed, "tender.award_criteria[1].weight")]


def test_a_weight_stated_elsewhere_leaves_the_words_alone():
    price = {"name": "Price", "description": "40% (lowest price gets 40%)", "weight": "40"}
    assert case(release(tender={"awardCriteria": {"criteria": [price]}})).unreadable == ()


def test_a_weight_that_is_not_told_is_still_called_absent():
    criteria = [{"name": "Quality", "description": "Quality 60%"}, {"name": "Price", "description": "Lowest price"}]
    read = case(release(tender={"awardCriteria": {"criteria": criteria}}))
    found = list(check_of(weight_beside_weights).run(Node(("tender",), read.tender), read))
    assert [(type(one), text_of(one.at.path)) for one in found] == [(Hit, "tender.award_criteria[1].weight")]
