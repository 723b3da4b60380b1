"""Letters whose words contradict the record, and what leaves a doubt or says nothing."""

from tests.checks.scoring_case import outcome, said

RULE = "evaluation/letter-says-another-result"


def letter(text, *, bid="B1", sent=None, **more):
    one = {"bid": bid, "text": text} | ({"sent": sent} if sent else {})
    case = {
        "bids": [{"id": f"B{at}", "bidder": name, "status": "valid"} for at, name in enumerate(("Alder", "Birch", "Cedar"), 1)],
        "awards": [{"bid": "B2", "date": "2026-05-01"}],
        "evaluation": {"ranking": [{"bid": f"B{at}", "rank": rank} for at, rank in ((2, 1), (1, 2), (3, 3))], "summaries": [one]},
    }  # fmt: skip
    return case | more


def test_who_won():
    wrong = "The contract was awarded to Cedar."
    assert outcome(RULE, letter(wrong, sent="2026-05-01")) == "flagged"
    assert outcome(RULE, letter(wrong, complete=["awards"])) == "flagged"
    # An earlier award may have been another.
    assert outcome(RULE, letter(wrong, sent="2026-04-30")) == "review"
    assert outcome(RULE, letter(wrong)) == "review"
    # A framework may go to several.
    framework = {"framework": {"suppliers": 3}}
    assert outcome(RULE, letter(wrong, sent="2026-05-01", tender=framework)) == "review"
    cancelled = [{"bid": "B3", "status": "cancelled"}, {"bid": "B2", "date": "2026-05-01"}]
    assert outcome(RULE, letter(wrong, complete=["awards"], awards=cancelled)) == "review"
    assert outcome(RULE, letter("The contract was awarded to Birch.", sent="2026-05-01")) == "passed"
    # Somebody whose bid is not there may be anybody, by another name too.
    assert (
        outcome(RULE, letter("The contract was awarded to Birch Group Holdings.", sent="2026-05-01")) == "not-assessed"
    )
    assert said(RULE, letter(wrong, awards=[])) == ("not-assessed", "completeness of awards")


def test_a_letter_without_words_says_nothing_and_one_in_other_words_is_not_assessed():
    bare = letter("Your tender came third.")
    del bare["evaluation"]["summaries"][0]["text"]
    assert outcome(RULE, bare) == "passed"
    assert outcome(RULE, letter("Many thanks for your tender.")) == "not-assessed"
    nobody = letter("Your tender came third.")
    del nobody["evaluation"]["summaries"][0]["bid"]
    assert outcome(RULE, nobody) == "not-assessed"


def test_the_place():
    assert outcome(RULE, letter("Your tender came third.")) == "flagged"
    assert outcome(RULE, letter("Your tender came second.")) == "passed"
    assert outcome(RULE, letter("Your tender came third.", bid="B3")) == "passed"


def test_an_exclusion():
    assert outcome(RULE, letter("Your tender was disqualified.")) == "flagged"
    out = letter("Your tender was disqualified.")
    out["bids"][0]["status"] = "disqualified"
    assert outcome(RULE, out) == "passed"
    kept = letter("Your tender was not excluded.")
    assert outcome(RULE, kept) == "passed"
    kept["bids"][0]["status"] = "excluded"
    assert outcome(RULE, kept) == "flagged"
    unsaid = letter("Your tender was excluded.")
    del unsaid["bids"][0]["status"]
    assert outcome(RULE, unsaid) == "review"
    unsaid["evaluation"]["ranking"] = []
    assert outcome(RULE, unsaid) == "not-assessed"


def test_a_pass_fail_question():
    def gate(text, stage="consensus", met=True):
        case = letter(text)
        case["tender"] = {"award_criteria": [{"id": "G1", "name": "Insurance", "treatment": "pass-fail"}]}
        one = {"bid": "B1", "criterion": "G1", "met": met}
        case["evaluation"][stage] = [one if stage == "consensus" else one | {"evaluator": "e1"}]
        return case

    assert outcome(RULE, gate("Insurance: fail")) == "flagged"
    assert outcome(RULE, gate("You passed G1.", met=False)) == "flagged"
    assert outcome(RULE, gate("You passed the question Insurance.")) == "passed"
    assert outcome(RULE, gate("You failed G1.", "individual")) == "review"
    # A label that is no question's says nothing for sure.
    assert outcome(RULE, gate("Staffing: fail")) == "not-assessed"
    silent = gate("Insurance: fail")
    del silent["evaluation"]["consensus"]
    assert said(RULE, silent) == ("not-assessed", "evaluation.consensus")
