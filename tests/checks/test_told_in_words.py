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
    assert outcome(RULE, letter(wrong, sent="2026-05-01")) == "review"
    assert outcome(RULE, letter(wrong, complete=["awards"])) == "review"
    # What was meant before the award may have been another.
    assert outcome(RULE, letter(wrong, sent="2026-04-30")) == "not-assessed"
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
    assert outcome(RULE, letter("Your tender came third.")) == "review"
    assert outcome(RULE, letter("Your tender came second.")) == "passed"
    assert outcome(RULE, letter("Your tender came third.", bid="B3")) == "passed"
    # Who came before and dropped out may count or not.
    moved = letter("Your tender came second.", bid="B3")
    moved["bids"][1]["status"] = "withdrawn"
    assert outcome(RULE, moved) == "passed"
    # A place that only another has on record.
    taken = letter("Your tender came second.", bid="B3")
    del taken["evaluation"]["ranking"][2]
    assert outcome(RULE, taken) == "review"
    taken["evaluation"]["summaries"][0]["text"] = "Your tender came fourth."
    assert outcome(RULE, taken) == "not-assessed"


def test_the_points_and_the_number_of_tenders():
    def with_total(text, **more):
        case = letter(text, complete=["bids"])
        case["evaluation"]["totals"] = [{"bid": "B1", "quality": 48, "price": 40, "total": 88.46} | more]
        return outcome(RULE, case)

    assert with_total("You came second with 88.5 points.") == "passed"
    assert with_total("You came second with 88.4 points.") == "passed"
    assert with_total("You came second with 88.46.") == "passed"
    assert with_total("You came second with 88.6 points.") == "review"
    assert with_total("You came second with 68.5 points.") == "review"
    # What may be another figure, unit or scale is not plain.
    assert with_total("You came second with 48 points.") == "not-assessed"
    assert with_total("You came second with 67%.") == "not-assessed"
    assert with_total("You came second with 884.6 points.") == "not-assessed"
    assert with_total("You came second with 87.8 points.", total=88) == "not-assessed"
    untold = letter("You came second with 88.5 points.")
    assert said(RULE, untold) == ("not-assessed", "evaluation.totals")
    assert with_total("You came second of three tenders.") == "passed"
    assert with_total("You came second of nine tenders.") == "review"
    assert said(RULE, letter("You came second of nine tenders.")) == ("not-assessed", "completeness of bids")
    # The winner's points are told to its rivals.
    won = letter("The winning tender is Birch with 90 points.")
    won["evaluation"]["totals"] = [{"bid": "B2", "total": 95}]
    assert outcome(RULE, won) == "review"


def test_what_may_be_true_of_another_moment_or_bid():
    wrong = "Your tender came third."
    for changes, expected in (
        ([{"bid": "B3", "at": "2026-05-03"}], "not-assessed"),
        ([{"bid": "B3", "at": "2026-05-02T09:00"}], "review"),
        ([{"bid": "B3", "at": "2026-05-02T12:00"}], "not-assessed"),
    ):
        case = letter(wrong, sent="2026-05-02T10:00")
        case["evaluation"]["changes"] = changes
        assert outcome(RULE, case) == expected
    again = letter(wrong, sent="2026-05-02")
    again["evaluation"]["summaries"].append({"bid": "B1", "sent": "2026-05-02", "text": "You came second."})
    assert outcome(RULE, again) == "not-assessed"
    # The later of two letters counts.
    again["evaluation"]["summaries"][1] = {"bid": "B1", "sent": "2026-05-09", "text": wrong}
    assert outcome(RULE, again) == "review"
    # `You` is the bidder, not one of its bids.
    variant = letter(wrong)
    variant["bids"][2]["bidder"] = "Alder"
    assert outcome(RULE, variant) == "not-assessed"
    scored = letter(wrong, sent="2026-05-02")
    scored["evaluation"]["consensus"] = [{"bid": "B1", "criterion": "Q1", "score": 4, "at": "2026-05-04"}]
    assert outcome(RULE, scored) == "not-assessed"


def test_a_letter_that_names_lots():
    def of(text, lots=("North", "South"), lot="L1"):
        case = letter(text)
        case["tender"] = {"lots": [{"id": f"L{at}", "title": title} for at, title in enumerate(lots, 1)]}
        for one in (*case["bids"], *case["evaluation"]["ranking"], *case["awards"]):
            one["lot"] = lot
        return outcome(RULE, case)

    assert of("Your tender came third.") == "review"
    assert of("Lot 2 is empty. Your tender came third.") == "not-assessed"
    assert of("South is empty. Your tender came third.") == "not-assessed"
    assert of("The lots are four. Your tender came third.") == "not-assessed"
    # Its own lot may be named, by number, id or title.
    for own in ("Lot 1", "lot L1", "Lot no. 1", "Lot “North”", "North"):
        assert of(f"This is about {own}. Your tender came third.") == "review"
    assert outcome(RULE, letter("Lot 2 is empty. Your tender came third.")) == "not-assessed"


def test_an_exclusion():
    assert outcome(RULE, letter("Your tender was disqualified.")) == "review"
    out = letter("Your tender was disqualified.")
    out["bids"][0]["status"] = "disqualified"
    assert outcome(RULE, out) == "passed"
    kept = letter("Your tender was not excluded.")
    assert outcome(RULE, kept) == "passed"
    kept["bids"][0]["status"] = "excluded"
    assert outcome(RULE, kept) == "review"
    # Disqualified and excluded are two things, and a ground is not compared.
    kept["evaluation"]["summaries"][0]["text"] = "Your tender was not disqualified."
    assert outcome(RULE, kept) == "not-assessed"
    kept["evaluation"]["summaries"][0]["text"] = "Your tender was excluded because a form is missing."
    assert outcome(RULE, kept) == "not-assessed"
    # The bidder was shut out, whatever the status of its bid.
    party = letter("Your tender was excluded.", exclusions=[{"party": "Alder", "ground": "unpaid taxes"}])
    assert outcome(RULE, party) == "not-assessed"
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

    assert outcome(RULE, gate("Insurance: fail")) == "review"
    assert outcome(RULE, gate("You passed G1.", met=False)) == "review"
    assert outcome(RULE, gate("You passed the question Insurance.")) == "passed"
    assert outcome(RULE, gate("You failed G1.", "individual")) == "review"
    # A label that is no question's says nothing for sure.
    assert outcome(RULE, gate("Staffing: fail")) == "not-assessed"
    silent = gate("Insurance: fail")
    del silent["evaluation"]["consensus"]
    assert said(RULE, silent) == ("not-assessed", "evaluation.consensus")
