"""What the words of a method of award say of how the winner is found, and which are for a person to read."""

from decimal import Decimal

import pytest

from fairaudit.analysis.text.award.figures import Figures, contradicts_scales, contradicts_weights
from fairaudit.analysis.text.award.ways import (
    HIGHEST,
    LOWEST,
    PRICE,
    QUALITY,
    SUM,
    speaks_of_the_highest,
    speaks_of_the_lowest,
)
from fairaudit.analysis.text.award.words import award_words

NAMES = ("Q1", "Method", "P", "Price", "Quality")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "priceOnly",
        "MEAT",
        "Most economically advantageous tender",
        "The most economically advantageous tender wins.",
        "Best price-quality ratio",
        "The contract goes to the tender with the best ratio of quality and price.",
        "Quality 60 %, price 40 %.",
        "60 % quality and 40 % price",
        "Quality (60%) and price (40%)",
        "The contract is awarded to the tenderer with the most points.",
        "Points for quality and price are added, and the highest total wins.",
        "Tenders are scored from 0 to 5 on each question.",
        "The mean of the evaluators' scores",
        "Abnormally low tenders are asked for an explanation.",
        "Abnormally low prices, and prices of zero, are asked to be explained.",
        "The most points win; in a tie the tender of a social enterprise is preferred.",
        "The contract goes to the tender with the most points.",
        "Highest scoring tender",
        "Each question is scored 0-5, weighted, and added to the price score. The highest total wins.",
        "Each answer is scored out of 5 and multiplied by its weight.",
        "Best value for money as set out in section 3.",
        "The highest total score out of 100 wins.",
        "Tenders that fail a pass/fail question are rejected. The most points win.",
        "The contract goes to the tender with the most points, provided it passes all pass/fail questions.",
        "The most points win; in a tie the lower price wins; then lots are drawn.",
        "The most points win in each lot; in a tie the lower price wins.",
        "In each lot the tender with the highest total score wins.",
        "For each lot separately, the highest score wins.",
        "Highest total score per lot",
        "Lots are awarded separately. Bidders may bid for one or more lots.",
        "Each question's score is the median of the scores of the three evaluators. The most points win.",
        "Scores are multiplied by their weights and added.",
        "Of the tenders that meet all mandatory requirements the one with the most points wins.",
        "Should two tenders be equal, the winner is drawn by lot before two witnesses.",
        "The budget is fixed at 120,000 pounds, so quality alone decides: the most points win.",
        "The tender with the highest sum of points wins.",
        "The bid with the highest sum of weighted scores is awarded the contract.",
        "The highest price/quality score wins.",
        "The highest total bid score wins.",
        "The highest amount of marks wins.",
        "The highest scored bid wins.",
        "The most points for quality and price win.",
        "The panel scores each tender and the highest total score wins.",
        "The contract is awarded in accordance with the published award criteria.",
        "Tenders must remain valid for 90 days. The most points win.",
        "Best value for money: highest sum of quality and price points.",
        "The contract is awarded on the basis of quality and the lowest price.",
        "The lowest price is awarded the points for price. The most points win.",
        "The lowest evaluated tender, on price and quality together.",
        "The bidder with the highest final mark is the preferred bidder.",
        "The Authority intends to award the contract to the highest scoring bidder, subject to Cabinet approval and a standstill period.",
        "Award goes to the most advantageous tender. The Council does not bind itself to accept any tender.",
        "The Council is not bound to accept the lowest or any tender.",
        "The most points win. The Council reserves the right not to award the contract.",
        "The most points win. The standstill period is 10 days.",
        "Tenders are evaluated in accordance with the Procurement Act 2023.",
        "Award to the tender offering the best price-quality ratio, in accordance with Article 67 of Directive 2014/24/EU.",
        "The most points win. Presentations are for clarification only and are not scored.",
        "Bidders are ranked from the highest to the lowest total score and the contract is awarded to the bidder in first place.",
        "The highest-ranking bidder will be invited to sign the contract. Should it decline, the next ranked bidder may be approached.",
        "In a tie the lower price wins. Otherwise the highest total wins.",
        "The most points win. The lowest price is not decisive.",
        "The cheapest tender does not necessarily win; the most points do.",
        "The best value for money, i.e. the highest sum of quality and price points, is awarded the contract.",
        "The tender which obtains the highest number of points after evaluation of all criteria shall be awarded the contract.",
        "Award to the most advantageous tender, being the tender with the highest total score.",
        "Bidders may be invited to a clarification meeting, which is not scored. The highest total score wins.",
        "There is no two-envelope procedure; prices are opened with the tenders. The most points win.",
    ],
)
def test_words_that_say_no_more_than_the_criteria_leave_nothing_open(text):
    assert award_words(text, NAMES).unread == ""


@pytest.mark.parametrize(
    "text",
    [
        "Of the tenders with at least 70 of 100 points for quality the one with the lowest price wins",
        "Of the tenders with 70 points the one with the lowest price wins",
        "The price is divided by the points for quality; the lowest price per point wins",
        "Points for quality are rescaled so that the best tender for quality has the full 60",
        "Scores of 3 or less count as 0",
        "The total is the number of penalty points; the tender with the fewest wins",
        "Tenders within two points of the leading tender count as tied, and of these the lower price wins",
        "Totals that differ by less than 2 % are regarded as equal; then the lower price decides",
        "The highest and the lowest score of the panel are left out",
        "The tender with the highest price is put out",
        "Das wirtschaftlich günstigste Angebot",
        "Bidders may win one lot in each region",
        "Tenders below the minimum score are rejected",
        "Then the cheapest of the three best is chosen",
        "Equal prices within 2 per cent: the higher quality wins",
        "Where prices are equal, the local bidder is preferred",
        "The middle of the three prices wins",
        "En caso de empate gana la oferta de menor precio",
        "The bid nearest to the average price wins",
        "The tender closest to the mean of all prices is awarded the contract",
        "Second price wins",
        "The lowest price wins; small firms may match it",
        "First come, first served",
        "The bid nearest the estimate wins",
        "The bidder offering the shortest delivery wins",
        "The panel votes",
        "The panel decides",
        "Evaluators vote; the majority decides",
        "Quality first, then price",
        "The contract rotates between the bidders",
        "Bids are taken in the order of receipt",
        "The panel recommends and the Cabinet chooses among the first three",
        "The bidder recommended by the panel",
        "The winning bidder is whoever lives nearest",
        "The contract is awarded by the mayor",
        "The most points win but local bidders come first",
        "The most points win, subject to approval by the Cabinet, which may choose another",
        "The Council is not bound to accept the lowest or any tender and may accept the one it likes",
        "The Council reserves the right not to award to a bidder from outside the county",
        "If the preferred bidder withdraws, the chair picks the winner",
        "Presentations are not scored but may decide the award",
        "The award is made under the Local Preference Act",
        "The highest price score wins",
        "The highest score for Method wins",
        "The tender with the best score for price wins",
        "The highest fee and the best quality win",
        "The tender with the most advantageous price wins",
        "Award to the most advantageous tender, being the one of a local firm",
        "The best bidders may be invited to a clarification meeting, which is not scored",
        "Bidders may be invited to a clarification meeting, which decides",
        "The score is divided by 5 and multiplied by the weighting",
    ],
)
def test_words_that_may_say_more_are_for_a_person_to_read(text):
    found = award_words(text, NAMES)
    assert (found.unread, found.way) == (text, "")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The lowest price wins.", LOWEST),
        ("The highest fee offered to the buyer wins.", HIGHEST),
        ("The tender that pays the most to the buyer wins.", HIGHEST),
        ("The scrap is sold to the highest bidder.", HIGHEST),
        ("The lowest price wins. No bidder may win more than one lot.", ""),
        ("The highest total wins.", ""),
        ("The contract goes to the cheapest tender that meets the specification.", LOWEST),
        ("Tenders that pass every question are ranked by price and the lowest price is accepted.", LOWEST),
        ("The lowest price in each lot wins.", LOWEST),
        ("The lowest price wins. Equal prices are decided by drawing lots. Low prices are queried.", LOWEST),
        ("The concession goes to the highest annual fee offered. Equal fees are decided by lot.", HIGHEST),
        ("Quality alone decides.", QUALITY),
        ("The tender with the highest quality score wins.", QUALITY),
        ("The lowest price wins. Quality alone decides in lot 2.", ""),
        ("The highest sum wins.", SUM),
        ("The largest fee wins.", HIGHEST),
        ("The most rent wins.", HIGHEST),
        ("The bidder who pays the council most wins.", HIGHEST),
        ("Highest percentage of turnover paid to the council wins.", HIGHEST),
        ("The highest return to the council wins.", HIGHEST),
        ("Best price for the council", HIGHEST),
        ("Maximum premium to the authority", HIGHEST),
        ("The site is sold to the highest bidder, subject to contract.", HIGHEST),
        ("The lowest fee wins.", ""),
        ("The best payment terms win.", ""),
        ("Price is the only criterion.", PRICE),
        ("The most points for quality win.", QUALITY),
        ("The sole award criterion is the lowest price.", LOWEST),
        ("The lowest-priced technically acceptable offer (LPTA).", LOWEST),
        ("The contract is awarded to the lowest bidder.", LOWEST),
        ("The lowest price wins. The most points win.", ""),
        ("The highest bid score wins.", ""),
        ("The contract is awarded on the basis of quality and the lowest price.", ""),
    ],
)
def test_a_price_alone_that_decides_is_read(text, way):
    assert award_words(text, NAMES).way == way


@pytest.mark.parametrize(
    ("text", "most", "unread"),
    [
        ("No bidder may win more than one lot.", 1, ""),
        ("A bidder may be awarded at most 2 lots.", 2, ""),
        ("No bidder may win more than one lot.", 2, "No bidder may win more than one lot"),
        ("No bidder may win more than one lot.", None, "No bidder may win more than one lot"),
        (
            "No bidder may win more than one lot, the largest first.",
            1,
            "No bidder may win more than one lot, the largest first",
        ),
    ],
)
def test_a_number_of_lots_is_understood_where_it_is_the_limit_that_is_given(text, most, unread):
    assert award_words(text, NAMES, Figures(most)).unread == unread


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("A bidder can win one lot only.", 1),
        ("Bidders may be awarded a maximum of one lot each.", 1),
        ("No more than one lot will be awarded to any one bidder.", 1),
        ("The maximum number of lots that may be awarded to one tenderer is 1.", 1),
        ("No tenderer may win more than two lots.", 2),
        ("Tenderers will be limited to one lot.", 1),
    ],
)
def test_a_limit_on_lots_is_understood_in_many_words_and_only_where_its_number_is_the_one_given(text, most):
    assert award_words(text, NAMES, Figures(most)).unread == ""
    assert award_words(text, NAMES, Figures(most + 1)).unread
    assert award_words(text, NAMES).unread


FIGURES = Figures(None, (Decimal(35), Decimal(25), Decimal(40)), ((Decimal(0), Decimal(5)),), 2, Decimal(40))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("The weights are 35, 25 and 40.", "The weights are 30, 30 and 40."),
        ("The maximum score is 100.", "The maximum score is 90."),
        (
            "The score is divided by 5 and multiplied by the weighting.",
            "The score is divided by 4 and multiplied by the weighting.",
        ),
        (
            "Each score is divided by the maximum score of 5, and multiplied by its weight.",
            "Each score is divided by the highest score of 3, and multiplied by its weight.",
        ),
        ("0 means no answer and 5 means excellent.", "0 means no answer and 6 means excellent."),
        ("Scores are rounded to two decimal places.", "Scores are rounded to one decimal place."),
        ("Scores are rounded to two decimal places.", "Scores are rounded up to two decimal places."),
        (
            "Price points are lowest price divided by bidder's price times 40.",
            "Price points are lowest price divided by bidder's price times 50.",
        ),
        (
            "The lowest price gets 40 and every other bid gets 40 x lowest price / its price.",
            "The lowest price gets 40 and every other bid gets 30 x lowest price / its price.",
        ),
    ],
)
def test_figures_are_understood_only_where_they_are_the_ones_given(text, other):
    assert award_words(text, NAMES, FIGURES).unread == ""
    assert award_words(other, NAMES, FIGURES).unread
    assert award_words(text, NAMES).unread


@pytest.mark.parametrize(
    ("text", "contradicts"),
    [
        ("Quality 60 %, price 40 %.", False),
        ("Quality 20 %, price 80 %.", True),
        ("Quality 40 %, price 60 %.", True),
        ("60 % quality and 40 % price", False),
        ("70 % for quality and 30 % for price", True),
        ("Assessed 60/40 quality/price", False),
        ("Assessed 20/80 quality/price", True),
        ("Price/quality 40/60", False),
        ("Price/quality 60/40", True),
        ("The weighting is 60:40.", False),
        ("The weighting is 70:30.", True),
        ("Price counts for 30 per cent.", True),
        ("Quality 0.6, price 0.4", False),
        ("The lowest price gets 40 points.", False),
        ("The price is fixed for 2 years.", False),
    ],
)
def test_shares_that_are_not_the_published_weights_contradict_them(text, contradicts):
    known = FIGURES._replace(priced=Decimal(40))
    assert contradicts_weights(text, known) is contradicts
    assert not contradicts_weights(text, FIGURES)
    assert not contradicts or award_words(text, NAMES, known).unread


def test_words_on_the_lowest_price_are_seen_in_any_sentence():
    assert speaks_of_the_lowest("All with 60 per cent count as equal, and the cheapest of them is chosen.")
    assert not speaks_of_the_lowest("The lowest score wins.")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The concession goes to the highest annual fee offered. Equal fees are decided by lot.", True),
        ("The lease is let to the highest bidder after negotiation.", True),
        ("The highest score wins.", False),
        ("The lowest price wins.", False),
    ],
)
def test_words_on_the_highest_price_are_seen_in_any_sentence(text, says):
    assert speaks_of_the_highest(text) is says


@pytest.mark.parametrize(
    "text",
    [
        "The contract will be awarded to the lowest-priced compliant tender.",
        "The contract will be awarded to the lowest evaluated responsive bid.",
        "The lowest priced valid tender wins.",
    ],
)
def test_usual_words_for_the_lowest_price_are_understood(text):
    assert award_words(text, []).way == LOWEST


FAIR = (
    "Each question is scored by three evaluators and the arithmetic mean counts. The most points win.",
    "Each question is marked by three evaluators; their mean is the score. The most points win.",
    "Three assessors mark each answer and the average is carried forward. The most points win.",
    "Bids are scored on price and quality. The most points win.",
    "Tenders are evaluated on quality (method and staffing) and price. The highest total wins.",
    "Tenders will be assessed on the basis of price and quality. The highest score wins.",
    "Quality is assessed by a panel of three officers. The most points win.",
    "Each question is scored independently by the evaluators before a consensus meeting. The most points win.",
    "The panel scores each answer against the published criteria. The most points win.",
    "Only Method and Staffing are scored for quality. The most points win.",
    "Each answer is marked using the scale in annex 2. The most points win.",
    "Answers are marked blind. The most points win.",
    "Late bids are rejected. The most points win.",
    "Abnormally low tenders may be rejected after explanation. The most points win.",
    "Prices are evaluated excluding VAT. The highest score wins.",
    "Prices are compared without VAT. The most points win.",
    "Criteria are weighted as published. The most points win.",
    "Bids will be evaluated fairly and objectively by the evaluation committee. The most points win.",
    "Quality is evaluated first, then price. The most points win.",
    "All bids are evaluated in the same way. The most points win.",
    "Each bid is judged on its merits against the published criteria; the most points win.",
    "Incomplete tenders are rejected. The most points win.",
    "The score for each question counts by its weight. The most points win.",
    "Marks for quality and marks for price are added. The bidder with the highest mark is awarded the contract.",
    "The three highest scoring bids are admitted to the framework.",
    "We score quality and price. The highest total wins.",
)
UNFAIR = (
    "The most points win; the incumbent is excluded.",
    "The most points win. Bids are scored on price, quality and social value.",
    "Social value is also considered. The most points win.",
    "Innovation counts too. The most points win.",
    "The panel takes the presentation into account. The most points win.",
    "Local suppliers are favoured. The most points win.",
    "Firms from the district get five extra points. The most points win.",
    "Bidders must have an office in the town. The most points win.",
    "The current contractor is passed over. The most points win.",
    "Account is taken of experience with the Council. The most points win.",
    "Sustainability is scored by the panel. The most points win.",
    "Interviews are marked by the panel. The most points win.",
    "The most points win; the mayor has the last word.",
    "Companies from abroad are set aside. The most points win.",
    "The contract is open to members of the chamber of trade. The most points win.",
    "Past performance influences the score. The most points win.",
    "Quality is judged on reputation. The most points win.",
    "Evaluators credit knowledge of the site. The most points win.",
    "Bids are weighed with regard to jobs for the region. The most points win.",
    "The most points win. Newcomers are disqualified.",
    "Women-led firms are rewarded. The most points win.",
    "The council reserves the contract for a sheltered workshop. The most points win.",
    "Answers are also assessed for style. The most points win.",
    "Delivery time matters too. The most points win.",
    "The most points win. Existing relationships are valued.",
    "Preference goes to firms in the county. The most points win.",
    "The most points win. Bids from group companies of Alder are ignored.",
    "The most points win. Alder Ltd is barred.",
    "The most points win. Gifts to the town are welcome and earn credit.",
    "Only firms with a union agreement are considered. The most points win.",
    "The incumbent takes no part. The most points win.",
    "Each tenderer is visited and the visit is scored. The most points win.",
    "The most points win. Carbon savings attract marks.",
    "Bidders who trained apprentices enjoy an advantage. The most points win.",
    "Large firms are left out. The most points win.",
    "The most points win, save that the chair may choose otherwise.",
    "The incumbent starts with a head start. The most points win.",
    "Lateness in earlier contracts is held against a bidder. The most points win.",
    "Charities come before companies. The most points win.",
    "Points are taken off for changes to the contract. The most points win.",
    "Foreign bids are not looked at. The most points win.",
    "The panel likes bids with pictures. The most points win.",
)
CRITERIA = ("Q1", "Method", "Q2", "Staffing", "P", "Price")


@pytest.mark.parametrize("text", FAIR)
def test_words_on_who_scores_and_how_name_nothing_beside_the_criteria(text):
    assert award_words(text, CRITERIA).unread == ""


@pytest.mark.parametrize("text", UNFAIR)
def test_words_that_score_leave_out_or_prefer_what_is_no_criterion_are_for_a_person_to_read(text):
    assert award_words(text, CRITERIA).unread


def test_what_is_scored_is_accounted_for_where_it_is_a_criterion():
    text = "Bids are scored on price, quality and social value. The most points win."
    assert award_words(text, CRITERIA).unread == "Bids are scored on price, quality and social value"
    assert award_words(text, (*CRITERIA, "Social value")).unread == ""


@pytest.mark.parametrize(
    ("text", "contradicts"),
    [
        ("Each question is marked out of 10", True),
        ("Each question is marked out of 5", False),
        ("Answers are scored from 0 to 5", False),
        ("Answers are scored from 1 to 5", True),
        ("Evaluators give each answer 0 to 10 points", True),
        ("The answer for Method is scored out of 35", False),
        ("The highest total score out of 100 wins", False),
        ("Marks for each question are given to 1 decimal", False),
    ],
)
def test_another_scale_than_the_published_one_is_for_a_person_to_read(text, contradicts):
    assert contradicts_scales(text, FIGURES) is contradicts
    assert not contradicts_scales(text, Figures())
    assert not contradicts or award_words(text, CRITERIA, FIGURES).unread


USUAL = [
    "Members score alone first; then the panel agrees one score for each answer.",
    "Evaluators will score independently and then meet to moderate.",
    "Each evaluator scores alone with written reasons; the panel then meets to agree a consensus score for each question.",
    "Bids are evaluated by a panel of four officers with experience of park maintenance.",
    "Evaluators do not see prices until quality scores are final.",
    "Prices are opened only once the quality scores are locked.",
    "The council may decide not to award the contract.",
    "References will be taken up from the preferred bidder.",
    "References may be taken up before award.",
    "Evaluators will not see prices until quality has been scored.",
    "Each question carries the weight shown in section 5.",
    "Den Zuschlag erhält das wirtschaftlichste Angebot.",
    "Le marché est attribué à l'offre économiquement la plus avantageuse.",
    "La oferta económicamente más ventajosa",
]
NOT_USUAL = [
    "Bids are evaluated by a panel with knowledge of parks that picks the cheapest.",
    "Bids are evaluated by a panel with experience of cleaning who vote on the winner.",
    "Members score alone first; then the chair decides one score for each answer.",
    "Evaluators score independently and the chair sets the final score.",
    "Evaluators score independently, and the highest and the lowest score are left out.",
    "Bids are evaluated by a panel of four officers with experience of the current contractor who prefer local firms.",
    "Evaluators do not see prices until quality scores are final; the lowest price then gets a bonus.",
    "The council may decide not to award the contract to the bidder with the most points.",
    "References will be taken up from the preferred bidder and scored.",
    "Den Zuschlag erhält das Angebot mit dem niedrigsten Preis.",
    "Le marché est attribué à l'offre la moins chère.",
]


@pytest.mark.parametrize("text", USUAL)
def test_usual_sentences_on_how_a_panel_works_leave_nothing_open(text):
    assert award_words(text, NAMES).unread == ""


@pytest.mark.parametrize("text", NOT_USUAL)
def test_usual_sentences_that_say_more_are_for_a_person_to_read(text):
    assert award_words(text, NAMES).unread


def test_weights_in_words_are_understood_where_they_are_the_published_ones():
    figures = Figures(weights=(Decimal(30), Decimal(30), Decimal(40)), priced=Decimal(40))
    for text in ("Quality accounts for 60% and price for 40%.", "Quality makes up 60 per cent and price 40 per cent."):
        assert award_words(text, NAMES, figures).unread == ""
        assert award_words(text.replace("60", "70").replace("40", "30"), NAMES, figures).unread


RATIO = Figures(ends=((Decimal(0), Decimal(5)),), places=2, share=Decimal(40))


@pytest.mark.parametrize(
    ("text", "said", "other"),
    [
        ("The lowest price gets 40 points; the others get 40 x lowest price / price.", "/ price", "/ highest price"),
        ("Price is scored by dividing the lowest price by the bidder's price and multiplying by 40.", "by 40", "by 30"),
        ("The price score is calculated as lowest price divided by tendered price times 40.", "40", "30"),
        ("Points are rounded to two places.", "two", "three"),
        ("The lowest price scores 40 points and other prices score pro rata.", "40", "30"),
        ("The consensus score is divided by 5 and multiplied by the weight.", "5", "10"),
        ("The weighted score is the score divided by the maximum score times the weighting.", "maximum", "mean"),
        ("The weighted score is the score divided by the maximum score times the weighting.", "maximum", "highest"),
        ("The lowest price gets 40 points and the others pro rata.", "pro rata", "none"),
        (
            "The lowest price gets all the points; the others get 40 x lowest price / price.",
            "get 40 x lowest price / price",
            "none",
        ),
        (
            "A score of 0 means no answer, 5 means excellent.",
            "0 means no answer, 5 means excellent",
            "0 means excellent, 5 means poor",
        ),
    ],
)
def test_the_published_ratio_is_understood_in_many_words_and_only_with_its_own_figures(text, said, other):
    assert award_words(text, NAMES, RATIO).unread == ""
    assert award_words(text.replace(said, other), NAMES, RATIO).unread
    assert award_words(text, NAMES, Figures(ends=((Decimal(1), Decimal(4)),), places=1, share=None)).unread


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Scores are rounded up to two decimal places.", "up"),
        ("Scores are rounded down to two decimal places.", "down"),
        ("Points for price are truncated to two decimals.", "down"),
        ("Points are given to two decimals; the rest is cut off.", "down"),
    ],
)
def test_which_way_words_round_is_understood_where_it_is_the_declared_way(text, mode):
    assert award_words(text, NAMES, FIGURES._replace(mode=mode)).unread == ""
    for other in (None, "half-up", {"up": "down", "down": "up"}[mode]):
        assert award_words(text, NAMES, FIGURES._replace(mode=other)).unread
    assert award_words(text.replace(".", " for local firms."), NAMES, FIGURES._replace(mode=mode)).unread


@pytest.mark.parametrize(
    ("text", "places", "mode"),
    [
        ("Points for price are rounded half up to two decimals.", 2, "half-up"),
        ("Points are rounded to two decimals (half up).", 2, "half-up"),
        ("Price points are rounded half to even to two decimals.", 2, "half-even"),
        ("Points for price are always rounded up to the next whole point.", 0, "up"),
        ("Points for price are rounded down to whole points.", 0, "down"),
        ("Points for price are rounded off to two decimal places.", 2, None),
        ("Points for price are rounded to whole points.", 0, None),
        ("Price scores are rounded to the nearest whole number.", 0, None),
        ("Points for price are rounded to the nearest point.", 0, None),
    ],
)
def test_a_rounding_to_places_or_whole_points_is_understood_where_it_is_the_declared_one(text, places, mode):
    figures = FIGURES._replace(places=places)
    assert award_words(text, NAMES, figures._replace(mode=mode)).unread == ""
    assert award_words(text, NAMES, figures._replace(mode=mode, places=1)).unread
    if mode:
        assert award_words(text, NAMES, figures).unread


@pytest.mark.parametrize(
    "text",
    ["All points are rounded to whole points.", "Points for quality are rounded to whole points.",
     "Points for price are rounded to the next whole point."],
)  # fmt: skip
def test_whole_points_of_more_than_the_price_or_rounded_no_known_way_are_for_a_person_to_read(text):
    assert award_words(text, NAMES, FIGURES._replace(places=0, mode=None)).unread
