"""The rules about the record of an evaluation: a record in order passes all, and what is broken in it is what is found."""

import pytest

from tests.checks.moderation.records_case import OWN, broken, in_order, rules, spoken


def individual(case, bid, criterion, evaluator):
    return next(
        one
        for one in case["evaluation"]["individual"]
        if (one["bid"], one["criterion"], one["evaluator"]) == (bid, criterion, evaluator)
    )


def agreed(case, bid, criterion):
    return next(one for one in case["evaluation"]["consensus"] if (one["bid"], one["criterion"]) == (bid, criterion))


def test_these_are_the_rules_of_the_pack_that_this_is_about():
    assert sorted(one.id for one in rules()) == sorted(OWN)


def test_a_record_in_order_passes_every_rule():
    assert spoken(in_order()) == {}


def _no_reason(case):
    del agreed(case, "B2", "Q1")["reason"]


def _average(case):
    one = agreed(case, "B1", "Q1")
    one["score"], one["reason"] = "3.67", "none recorded"
    del case["evaluation"]["totals"]
    case["evaluation"]["summaries"] = []


def _reason_too_early(case):
    agreed(case, "B3", "Q2")["reason_at"] = "2026-04-02"


def _reason_too_late(case):
    agreed(case, "B3", "Q2")["reason_at"] = "2026-05-09"


def _reason_after_the_letter(case):
    case["evaluation"]["summaries"][0]["sent"] = "2026-04-09"


def _method_fixed_late(case):
    case["evaluation"]["method_fixed_at"] = "2026-04-02"


def _criteria_changed_late(case):
    case["tender"]["amendments"].append({"id": "A2", "date": "2026-04-02", "changes": ["weights"]})


def _crossed(case):
    case["evaluation"]["changes"].append(
        {"bid": "B3", "criterion": "Q1", "from": 1, "to": 3, "by": "e1", "at": "2026-04-04"}
    )


def _letter(case):
    case["evaluation"]["summaries"][0]["scores"]["Q2"] = 2


def _same_comment(case):
    # Full of what both have: only the bidder's name and the score differ.
    individual(case, "B1", "Q1", "e1")["comment"] = "Alder Works names the crew for nights in annex four"
    individual(case, "B2", "Q1", "e1")["comment"] = "Birch Lane Care names the crew for nights in annex four"


def _same_answer(case):
    case["bids"][1]["answers"]["Q1"] = "We name our crew for nights, in annex four"


def _names_another(case):
    individual(case, "B1", "Q2", "e2")["comment"] += "; Birch Lane Care has more of it"


def _no_comment(case):
    del individual(case, "B1", "Q2", "e2")["comment"]
    agreed(case, "B1", "Q2")["reason"] = "Dates missing"


def _praised(case):
    individual(case, "B3", "Q2", "e1")["comment"] = "An outstanding plan for training, with dates"


def _blamed(case):
    individual(case, "B2", "Q2", "e2")["comment"] = "The plan does not meet the dates asked for"


def _sheets_dated_late(case):
    for bid in ("B1", "B2"):
        individual(case, bid, "Q2", "e3")["at"] = "2026-04-11"
    for bid, criterion in (("B1", "Q2"), ("B2", "Q2")):
        agreed(case, bid, criterion)["reason_at"] = "2026-04-12"


def _unsigned(case):
    del agreed(case, "B1", "Q1")["by"]
    del case["evaluation"]["changes"][0]["at"]


def _changed_by_nobody(case):
    del case["evaluation"]["changes"][0]["by"]


def _after_prices(case):
    case["evaluation"]["opened"]["price"] = "2026-04-09"


def _fewer_readers(case):
    del case["evaluation"]["allocation"]  # Where there is one, the core judges who scored against it alone.
    case["evaluation"]["individual"].remove(individual(case, "B2", "Q2", "e3"))


def _own_firm(case):
    case["people"][1]["employments"] = [{"party": "c"}]


def _other_weights(case):
    # 40 and 20 exchanged: 16 + 24 + 40, 12 + 40 + 32, 12 + 16 + 25.
    for one, total in zip(case["evaluation"]["totals"], (80, 84, 53), strict=True):
        one["total"] = total


def _compares(case):
    individual(case, "B1", "Q2", "e2")["comment"] += ", fewer dates than the other bids"


def _other_band(case):
    individual(case, "B2", "Q2", "e2")["comment"] = "Partly convincing, dates are given"


def _not_agreed(case):
    case["evaluation"]["consensus"].remove(agreed(case, "B2", "Q2"))
    del case["evaluation"]["totals"]


BREAKS = [
    (_other_band, "comment-in-the-words-of-another-band",
     ("review", "evaluation.individual[10].comment: The comment of Ben Moor on B2 (Birch Lane Care CIC) for Q2 (Training) says “partly convincing”, which the published scale gives 2; the score is 5.")),
    (_compares, "comment-compares-bids",
     ("review", "evaluation.individual[4].comment: The comment of Ben Moor on B1 (Alder Works Ltd) for Q2 (Training) says “than the other bids”.")),
    (_not_agreed, "agreed-scores-missing",
     ("flagged", "evaluation.consensus: For B2 (Birch Lane Care CIC) the panel's score is not recorded for 1 of 2 criteria: Q2 (Training).")),
    (_no_reason, "agreed-score-without-a-reason",
     ("flagged", "evaluation.consensus: Beside 1 of the agreed scores stands neither a reason nor a comment that says anything (B2 (Birch Lane Care CIC) for Q1).")),
    (_reason_too_early, "reason-dated-before-the-scores",
     ("flagged", "evaluation.consensus[5].reason: Reasons for agreed scores are dated before Ben Moor scored them on 3 April 2026, the earliest 2 April 2026: B3 on Q2 (1 in all).")),
    (_reason_too_late, "reason-dated-after-the-award",
     ("flagged", "evaluation.consensus[5].reason: Reasons for agreed scores are dated after the award was decided on 4 May 2026, the earliest 9 May 2026: B3 on Q2 (1 in all).")),
    (_reason_after_the_letter, "reason-dated-after-the-award",
     ("flagged",
      "evaluation.consensus[0].reason: Reasons for agreed scores are dated after the bidder was told its scores on 9 April 2026, the earliest 10 April 2026: B1 on Q1 and B1 on Q2 (2 in all).")),
    (_method_fixed_late, "method-fixed-after-the-opening",
     ("flagged", "evaluation.method_fixed_at: The method of evaluation was fixed on 2 April 2026, and bids were opened on 1 April 2026.")),
    (_criteria_changed_late, "criteria-changed-after-the-opening",
     ("flagged", "tender.amendments[1]: A change of award_criteria is dated 2 April 2026, after the bids were opened on 1 April 2026.")),
    (_crossed, "minimum-crossed-without-a-reason",
     ("flagged", "evaluation.changes[1]: B3 (Cedar Line Ltd) had 1 for Q1 (Night crew), where the minimum is 2, and has 3 now; no reason is recorded for the move.")),
    (_letter, "summary-is-not-the-record",
     ("flagged", "evaluation.summaries[0].scores.Q2: The letter to B1 (Alder Works Ltd) says 2 for Q2 (Training), and the record says 3.")),
    (_same_comment, "same-comment-and-another-score",
     ("flagged", "evaluation.individual[6].comment: The comment of Ada Holt on Q1 (Night crew) is the same or nearly so for bids that were scored apart (B1 (Alder Works Ltd): 4 and B2 (Birch Lane Care CIC): 2): “Birch Lane Care names the crew for nights in annex four”.")),
    (_same_answer, "same-answer-and-another-score",
     ("flagged", "evaluation.consensus[2].score: The answers of several bids to Q1 (Night crew) are the same or nearly so, and the panel scored them apart (B1 (Alder Works Ltd): 4 and B2 (Birch Lane Care CIC): 3): “We name our crew for nights, in annex four”.")),
    (_names_another, "comment-names-another-bidder",
     ("flagged", "evaluation.individual[4].comment: The comment of Ben Moor on B1 (Alder Works Ltd) for Q2 (Training) names another bidder, Birch Lane Care CIC.")),
    (_no_comment, "scores-without-comments",
     ("flagged",
      "evaluation.consensus[1]: The panel left 1 of 6 scores without a comment of at least 3 words: B1 on Q2.",
      "evaluation.individual[4]: Ben Moor left 1 of 6 scores without a comment of at least 3 words: B1 on Q2.")),
    (_praised, "comment-better-than-its-score",
     ("review", "evaluation.individual[15].comment: The comment of Ada Holt on B3 (Cedar Line Ltd) for Q2 (Training) says “outstanding”, and the score is 2 of 5.")),
    (_blamed, "comment-worse-than-its-score",
     ("review", "evaluation.individual[10].comment: The comment of Ben Moor on B2 (Birch Lane Care CIC) for Q2 (Training) says “does not meet”, and the score is 5 of 5.")),
    (_sheets_dated_late, "single-score-after-the-agreed-one",
     ("flagged", "evaluation.individual[5].at: Own scores of Cleo Vance that are dated after the panel had agreed: 2 (B1 on Q2 and B2 on Q2).")),
    (_unsigned, "moved-score-without-who-or-when",
     ("flagged",
      "evaluation.changes: Scores that were moved and do not say when: 1 (B1 on Q2).")),
    (_changed_by_nobody, "moved-score-without-who-or-when",
     ("flagged",
      "evaluation.changes: Scores that were moved and do not say who moved it: 1 (B1 on Q2).")),
    (_after_prices, "quality-scored-after-prices-were-known",
     ("flagged", "evaluation.consensus[0].at: Scores for quality that the panel gave after the prices were opened on 9 April 2026: 6, the first dated 10 April 2026 (B1 on Q1, B1 on Q2, B2 on Q1, B2 on Q2, B3 on Q1 and B3 on Q2).")),
    (_fewer_readers, "bids-not-scored-by-the-same-people",
     ("review", "evaluation.individual: Scores that B2 (Birch Lane Care CIC) lacks, of people who scored other bids on the same criterion: 1 (Cleo Vance on Q2). Of each of the other bids 0 are lacking.")),
    (_own_firm, "scored-the-bid-of-their-own-firm",
     ("flagged", "evaluation.individual[13].evaluator: Ben Moor is employed by Cedar Line Ltd, and gave 2 scores to B3 (Cedar Line Ltd).")),
    (_other_weights, "totals-that-follow-from-other-weights",
     ("flagged", "evaluation.totals[0].total: The 3 recorded totals do not follow from the published weights (Q1 40, Q2 20 and P 40); all of them follow from Q1 20, Q2 40 and P 40. So 3 recorded figures are not those that the published method gives; furthest off is the total of B2 (Birch Lane Care CIC): 84 instead of 76. The record does not say which weights were applied: these are inferred (the weights of two criteria are exchanged).")),
]  # fmt: skip


@pytest.mark.parametrize(("change", "rule", "says"), BREAKS, ids=[one[0].__name__.strip("_") for one in BREAKS])
def test_what_is_broken_is_what_is_found(change, rule, says):
    found = spoken(broken(change))
    assert {key: words for key, words in found.items() if words != ("not-assessed",)} == {rule: says}


def test_an_average_off_the_scale_is_also_a_score_without_a_reason():
    assert spoken(broken(_average)) == {
        "agreed-score-without-a-reason": (
            "flagged",
            "evaluation.consensus: Beside 1 of the agreed scores stands neither a reason nor a comment that says anything (B1 (Alder Works Ltd) for Q1).",
        ),
        "average-in-place-of-agreement": (
            "flagged",
            "evaluation.consensus[0].score: Agreed scores of B1 (Alder Works Ltd) that are only the average of the single ones, "
            "with no moderation recorded and no reason that says anything of the bid: 3.67 for Q1 (of 4, 3 and 4).",
        ),
        "summary-is-not-the-record": ("not-applicable",),
        "totals-that-follow-from-other-weights": ("not-assessed",),
    }


def test_every_rule_that_can_find_something_is_broken_once():
    assert {rule for _, rule, _ in BREAKS} == set(OWN) - {
        "average-in-place-of-agreement",
        "single-scores-that-say-what-was-agreed",
    }


def test_the_same_answers_scored_apart_by_one_member_are_found_where_nothing_was_agreed():
    words = "We keep a rota for nights, published a month ahead."
    scores = [("e1", "B1", 4), ("e1", "B2", 2), ("e2", "B1", 3), ("e2", "B2", 3)]
    sections = {
        "bids": [{"id": "B1", "answers": {"Q1": words}}, {"id": "B2", "answers": {"Q1": words}}],
        "evaluation": {
            "individual": [
                {"evaluator": who, "bid": one, "criterion": "Q1", "score": given} for who, one, given in scores
            ]
        },
    }
    outcome, *found = spoken(sections)["same-answer-and-another-score"]
    assert outcome == "flagged"
    assert [one.split(": ")[0] for one in found] == ["evaluation.individual[1].score"]
    sections["evaluation"]["consensus"] = [{"bid": one, "criterion": "Q1", "score": 3} for one in ("B1", "B2")]
    assert "same-answer-and-another-score" not in spoken(sections)
