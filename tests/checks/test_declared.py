"""What was declared, and what was not: denials, sources, relatives, measures, rivals, and people called by name.

Each case is told in full: every finding of the family, so that a mended rule cannot move an accusation somewhere else.
"""

import pytest

from fairaudit.analysis.measures import keeps_out
from tests.checks.conflict_cases import findings, judgements, missing

EMPLOYED = "undeclared-employment-with-a-bidder"
STILL_SCORED = "declared-interest-and-still-scored"
RIVALS = "rivals-scored-despite-an-interest"
BY_NAME = "undeclared-tie-known-by-name-only"


def case(person=None, interests=(), **changes):
    """Return a procurement with one evaluator and two bidders, of whom everything is known, and one declaration."""
    known = {"roles": [{"role": "evaluator"}], "employments": [], "interests": [], "relatives": []}
    return {
        "tender": {"published": "2026-03-02"},
        "people": [{"id": "p1", "name": "Ruth Okoro"} | known | (person or {})],
        "parties": [
            {"id": "a", "name": "Alder Services Ltd", "people": [], "owners": []},
            {"id": "b", "name": "Birch Care Ltd", "people": [], "owners": []},
        ],
        "bids": [{"id": "A1", "bidder": "a"}, {"id": "B1", "bidder": "b"}],
        "declarations": [declaration(interests=list(interests))],
        "complete": ["declarations", "people", "parties", "bids"],
    } | changes


def declaration(**changes):
    return {"person": "p1", "date": "2026-04-02", "signed": "true", "covers": "all", "interests": []} | changes


def scores(*bids, who="p1"):
    return {"individual": [{"evaluator": who, "bid": one, "at": "2026-04-09"} for one in bids]}


def outcomes(value):
    return {rule: outcome for rule, (outcome, _) in findings(value).items()}


UNMANAGED = "declared-interest-without-a-measure"
WORKS_FOR_A = {"employments": [{"party": "a"}]}


@pytest.mark.parametrize(
    "interest",
    [
        {"name": "Alder Services (UK) Ltd"},
        {"name": "Alder Services GmbH"},
        {"name": "Alder Servces Ltd"},
        {"text": "I hold shares in Alder Services GmbH."},
        {"name": "Some shares in Alder Services plc"},
    ],
)
def test_a_bidder_that_is_declared_by_another_form_or_a_slip_is_asked_about(interest):
    value = case(WORKS_FOR_A, [{"kind": "shares", **interest}], evaluation=scores("A1"))
    outcome, (said,) = findings(value)[STILL_SCORED]
    assert outcome == "review"
    assert f"“{interest.get('name') or interest['text']}”) that may be one in Alder Services Ltd" in said
    assert EMPLOYED not in findings(value)


def test_the_very_name_of_another_organisation_means_that_one():
    value = case(
        WORKS_FOR_A, [{"kind": "shares", "text": "I hold shares in Alder Services GmbH."}], evaluation=scores("A1")
    )
    value["parties"].append({"id": "g", "name": "Alder Services GmbH"})
    assert set(findings(value)) == {EMPLOYED}


def test_a_bidder_that_is_declared_in_its_own_form_is_no_question():
    for text in (
        "I hold shares in Alder Services Ltd",
        "I hold shares in Alder Services as an heir",
        "shares in alder services ltd",
    ):
        value = case(WORKS_FOR_A, [{"kind": "shares", "text": text}], evaluation=scores("A1"))
        assert findings(value)[STILL_SCORED][0] == "flagged", text


@pytest.mark.parametrize(
    "interest",
    [
        {"kind": "none", "text": "No connection with Alder Services or Birch Care"},
        {"kind": "none", "text": "Alder Services, Birch Care"},
        {"kind": "nil", "party": "a"},
        {"kind": "other", "text": "I have no connection with Alder Services or Birch Care"},
        {"text": "Alder Services Ltd: none"},
    ],
)
def test_a_nil_return_declares_nothing(interest):
    assert outcomes(case(WORKS_FOR_A, [interest])) == {EMPLOYED: "flagged"}


def test_what_is_declared_of_one_bidder_says_nothing_of_another():
    found = outcomes(case(WORKS_FOR_A, [{"text": "I own shares in Birch Care."}]))
    assert found == {EMPLOYED: "flagged", UNMANAGED: "flagged"}


def test_a_nil_return_about_a_bidder_covers_it():
    value = case(WORKS_FOR_A, complete=[])
    value["declarations"] = [{"person": "p1", "interests": [{"kind": "none", "text": "No ties to Alder Services."}]}]
    assert findings(value)[EMPLOYED][0] == "flagged"
    value["declarations"] = [{"person": "p1", "interests": [{"kind": "none", "text": "No ties to Birch Care."}]}]
    assert missing(value, EMPLOYED) == ["declarations[0].covers"]


@pytest.mark.parametrize(
    ("interest", "lacks"),
    [
        ({"text": "No connection with Alder Services, though my brother works there."}, "text"),
        ({"party": "a", "text": "No connection."}, "text"),
        ({"kind": "family", "text": "My sister works for one of the bidders."}, "party"),
        ({"kind": "shares"}, "party"),
    ],
)
def test_what_can_be_read_two_ways_is_asked(interest, lacks):
    value = case(WORKS_FOR_A, [interest], evaluation=scores("A1"))
    assert outcomes(value) == {}
    for rule in (EMPLOYED, STILL_SCORED):
        given = "" if lacks == "party" else " (in other words)"
        assert missing(value, rule) == [f"declarations[0].interests[0].{lacks}{given}"]


@pytest.mark.parametrize(
    "interest",
    [
        {"kind": "none", "text": "Alder Services, Birch Care"},
        {"kind": "other", "text": "I have no connection with Alder Services or Birch Care"},
        {"text": "I have no interest in any of the bidders."},
        {"kind": "pension", "party": "a"},
    ],
)
def test_whoever_denies_a_tie_may_score(interest):
    value = case(interests=[interest], evaluation=scores("A1"))
    assert outcomes(value) == {}
    assert str(judgements(value)[STILL_SCORED].outcome) == "passed"


def test_a_declared_pension_still_names_its_payer_and_leaves_whether_there_is_a_job_to_ask():
    assert outcomes(case(WORKS_FOR_A, [{"kind": "pension", "party": "a"}])) == {EMPLOYED: "review"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("declaration", "passed"),
        ("Declared", "passed"),
        ("register of interests", "passed"),
        ("Declaration of interests of 3 March 2026", "passed"),
        ("Ruth Okoro's declaration", "passed"),
        ("D7", "passed"),
        ("declaration D7", "passed"),
        ("D8", "flagged"),
        ("Declared by the bidder in its own tender, question 3", "flagged"),
        ("declaration of the supplier", "flagged"),
        ("register of companies", "flagged"),
        ("register", "flagged"),
        ("register of gifts and hospitality", "passed"),
        ("Declared to the clerk in a letter", "not-assessed"),
    ],
)
def test_only_the_persons_own_word_declares_a_tie(source, expected):
    value = case({"employments": [{"party": "a", "source": source}]})
    value["declarations"] = [declaration(id="D7"), declaration(id="D8", person="p2")]
    assert str(judgements(value)[EMPLOYED].outcome) == expected


def with_relative(**relative):
    value = case(interests=[{"kind": "family", "person": "p2"}], evaluation=scores("A1"))
    value["people"].append({"id": "p2", "name": "Ann Okoro", "roles": []} | relative)
    return value


def test_an_interest_through_a_relative_is_one_in_the_relatives_employer():
    assert outcomes(with_relative(employments=[{"party": "a"}])) == {STILL_SCORED: "flagged"}
    assert outcomes(with_relative(employments=[{"party": "b"}])) == {RIVALS: "review"}
    assert outcomes(with_relative(employments=[{"party": "a", "end_date": "2020-01-31"}])) == {}
    assert outcomes(with_relative(employments=[{"kind": "pension", "party": "a"}])) == {}
    assert outcomes(with_relative(employments=[{"name": "Alder Services"}])) == {STILL_SCORED: "review"}
    denied = with_relative(employments=[{"party": "a"}])
    denied["declarations"][0]["interests"] = [{"kind": "no relatives", "person": "p2"}]
    assert outcomes(denied) == {}
    assert missing(with_relative(), STILL_SCORED) == ["people[1].employments"]
    assert missing(with_relative() | {"people": case()["people"]}, STILL_SCORED) == ["people (p2)"]
    placed = with_relative(employments=[{"party": "m"}])
    placed["parties"].append({"id": "m", "name": "Maple Ltd", "roles": ["consortium member"]})
    assert missing(placed, STILL_SCORED) == ["parties[0].members", "parties[1].members"]
    named = with_relative(employments=[{"party": "a"}])
    named["declarations"][0]["interests"] = [{"kind": "family", "person": "OKORO, Ann"}]
    assert outcomes(named) == {STILL_SCORED: "review"}
    ended = with_relative(employments=[{"kind": "former employee", "party": "a"}])
    assert missing(ended, STILL_SCORED) == ["people[1].employments[0].end_date"]


def test_only_a_relative_who_is_declared_as_one_silences_the_tie():
    def told(**interest):
        value = with_relative(employments=[{"party": "a"}]) | {"evaluation": {}}
        value["people"][0]["relatives"] = [{"person": "p2", "relation": "sister"}]
        value["declarations"][0]["interests"] = [interest]
        return outcomes(value)

    undeclared = {"undeclared-family-tie-to-a-bidder": "flagged"}
    assert told(kind="family", person="p2") == told(kind="family", person="Okoro, Ann") | {UNMANAGED: "flagged"}
    assert told(kind="family", person="Okoro, Ann") == {UNMANAGED: "review"}
    assert told(kind="none", person="p2") == told(kind="no relatives", person="p2") == undeclared
    assert told(kind="family", person="p3") == undeclared


def test_one_act_that_two_fields_tell_of_is_one():
    value = case(interests=[{"kind": "shares", "party": "a"}])
    value["evaluation"] = {"individual": [{"evaluator": "p1", "by": "Okoro, Ruth", "bid": "A1"}]}
    [hit] = judgements(value)[STILL_SCORED].hits
    assert [node.path for node, _ in hit.hit.related] == [("evaluation", "individual", 0)]
    assert str(hit.confidence) == "certain"


def test_measures_that_nobody_can_name_are_none():
    def handled(**measures):
        value = case(interests=[{"kind": "shares", "party": "a"}], evaluation=scores("A1"))
        value["declarations"][0]["mitigation"] = measures
        return value

    assert outcomes(handled(actions="A second reader", followed="true")) == {}
    assert missing(handled(followed="true"), STILL_SCORED) == ["declarations[0].mitigation.actions"]
    assert missing(handled(actions="A second reader"), STILL_SCORED) == ["declarations[0].mitigation.followed"]
    assert outcomes(handled(followed="false")) == {STILL_SCORED: "flagged", "agreed-measures-not-followed": "flagged"}


def test_an_interest_in_one_bidder_and_scores_of_its_rivals_are_a_question():
    def scored(bids, **told):
        value = case(evaluation=scores(*bids))
        value["declarations"] = [declaration(**told)]
        return value

    shares = {"interests": [{"kind": "shares", "party": "a"}]}
    assert findings(scored(["B1"], **shares)) == {
        RIVALS: (
            "review",
            [
                "declarations[0]: Ruth Okoro declared an interest in Alder Services Ltd and scored its rivals: "
                "Birch Care Ltd."
            ],
        )
    }
    assert outcomes(scored(["A1", "B1"], **shares)) == {STILL_SCORED: "flagged"}
    assert outcomes(scored(["B1"], recused_from=["a"])) == {RIVALS: "review"}
    assert outcomes(scored(["B1"], recused_from="all")) == {"recused-and-still-took-part": "flagged"}
    both = {"interests": [{"kind": "shares", "party": one} for one in ("a", "b")]}
    assert outcomes(scored(["B1"], **both)) == {STILL_SCORED: "flagged"}
    lots = scored(["B1"], **shares) | {
        "bids": [{"id": "A1", "bidder": "a", "lot": "1"}, {"id": "B1", "bidder": "b", "lot": "2"}]
    }
    assert outcomes(lots) == {UNMANAGED: "review"}


def by_name(seat, declared, **person):
    value = case({"roles": []} | person, evaluation=scores("A1", who=seat) | {"panel": [seat, "x", "y"]})
    value["people"] += [{"id": one, "name": f"Invented {one}", "roles": []} for one in ("x", "y")]
    for one in value["people"][1:]:
        one |= {"employments": [], "interests": [], "relatives": []}
    value["declarations"] = [declaration(person=one) for one in (declared, "x", "y")]
    return value


@pytest.mark.parametrize("declared", ["p1", "Ruth Okoro", "Okoro, Ruth", "OKORO, Ruth"])
@pytest.mark.parametrize("seat", ["p1", "Ruth Okoro", "Okoro, Ruth"])
def test_a_declaration_is_found_however_seat_and_declaration_call_the_person(seat, declared):
    assert outcomes(by_name(seat, declared)) == {}
    interest = by_name(seat, declared)
    interest["declarations"][0]["interests"] = [{"kind": "shares", "party": "a"}]
    same = seat == declared
    assert outcomes(interest) == {STILL_SCORED: "flagged" if same else "review"}


def test_a_tie_of_somebody_whom_only_a_name_puts_on_the_panel_is_a_question():
    assert outcomes(by_name("Ruth Okoro", "p1", **WORKS_FOR_A)) == {BY_NAME: "review"}
    assert outcomes(by_name("p1", "Ruth Okoro", **WORKS_FOR_A)) == {EMPLOYED: "flagged"}
    evaluator = WORKS_FOR_A | {"roles": [{"role": "evaluator"}]}
    assert outcomes(by_name("Ruth Okoro", "p1", **evaluator)) == {EMPLOYED: "flagged"}


def test_of_two_with_a_name_the_one_with_a_part_is_meant_and_two_with_a_part_are_asked():
    value = by_name("Ruth Okoro", "p1")
    value["people"].append(
        {"id": "q1", "name": "Ruth Okoro", "roles": [], "interests": [{"kind": "director", "party": "a"}]}
    )
    assert outcomes(value) == {}
    assert missing(value, "declaration-of-interests-missing") == ["evaluation.panel[0] (in other words)"]
    assert missing(value, "undeclared-directorship-of-a-bidder") == ["evaluation.panel[0] (in other words)"]
    value["people"][0]["roles"] = [{"role": "evaluator"}]
    assert outcomes(value) == {"official-sharing-a-name-or-address-with-a-bidder": "review"}


def test_a_tie_that_one_of_two_namesakes_declared_is_asked():
    value = case(WORKS_FOR_A)
    other = {"id": "p2", "name": "Ruth Okoro", "roles": [{"role": "approver"}], "employments": [], "interests": []}
    value["people"].append(other | {"relatives": []})
    value["declarations"] = [declaration(person="Ruth Okoro", interests=[{"kind": "employment", "party": "a"}])]
    assert outcomes(value) == {"evaluator-approves-the-award": "review"}
    assert missing(value, EMPLOYED) == ["declarations[0].person (in other words)"]
    assert missing(value, "declaration-of-interests-missing") == ["declarations[0].person (in other words)"]
    value["declarations"].append(declaration(interests=[{"kind": "employment", "party": "a"}]))
    assert str(judgements(value)[EMPLOYED].outcome) == "passed"


def test_a_gift_to_a_name_is_a_question():
    value = case(events=[{"kind": "gift", "bidder": "a", "person": "OKORO, Ruth", "date": "2026-03-20"}])
    assert outcomes(value) == {BY_NAME: "review"}
    value["events"][0]["person"] = "p1"
    assert outcomes(value) == {"undeclared-gift-from-a-bidder": "flagged"}


def test_a_name_on_both_sides_is_never_more_than_a_question():
    value = case(evaluation={"panel": ["Eve Lind", "x", "y"]}, complete=["declarations"])
    value["parties"][0]["people"] = ["Eve Lind"]
    value["declarations"] = [declaration(person=one) for one in ("p1", "Eve Lind", "x", "y")]
    assert outcomes(value) == {BY_NAME: "review"}
    value["parties"][0]["people"] = ["x"]
    assert outcomes(value) == {EMPLOYED: "flagged"}


GROUP = {"id": "s", "name": "Spruce Ltd", "owners": [{"party": "h", "share": "60"}]}


@pytest.mark.parametrize(
    ("owners", "sister", "expected"),
    [
        ([{"party": "h"}], GROUP, "review"),
        ([{"party": "h", "share": "51"}], GROUP, "review"),
        ([{"party": "h", "share": "50"}], GROUP, None),
        ([{"party": "h"}], GROUP | {"owners": [{"party": "h", "share": "50"}]}, None),
        ([{"party": "h"}], GROUP | {"owners": [{"party": "h"}]}, "review"),
        ([], GROUP | {"owners": [{"party": "a", "share": "100"}]}, "review"),
        ([{"party": "t"}], GROUP, "review"),
        ([{"party": "h"}], GROUP | {"owners": [{"party": "t"}]}, "review"),
        ([{"party": "s"}], GROUP | {"owners": []}, "flagged"),
        ([], GROUP, None),
    ],
)
def test_firms_of_one_group_are_a_question_and_owners_are_none(owners, sister, expected):
    value = case({"employments": [{"party": "s"}]})
    value["parties"][0]["owners"] = owners
    value["parties"] += [sister, {"id": "h", "owners": [{"party": "t"}]}, {"id": "t", "owners": [{"party": "h"}]}]
    assert outcomes(value).get(EMPLOYED) == expected


def test_a_rival_of_the_same_group_is_told_once_and_for_itself():
    value = case({"employments": [{"party": "b"}]})
    for one in value["parties"]:
        one["owners"] = [{"party": "h"}]
    assert findings(value) == {
        EMPLOYED: (
            "flagged",
            [
                "people[0].employments[0]: Ruth Okoro (evaluator) is employed by Birch Care Ltd, a bidder, "
                "and no declaration given names it."
            ],
        )
    }


def test_a_member_of_a_consortium_is_placed_by_the_bidder_that_names_it():
    value = case({"employments": [{"party": "m"}]})
    value["parties"].append({"id": "m", "name": "Maple Ltd", "roles": ["consortium member"]})
    assert outcomes(value) == {EMPLOYED: "review"}
    value["declarations"][0]["interests"] = [{"kind": "employment", "party": "m"}]
    value["evaluation"] = scores("A1")
    assert outcomes(value) == {}
    assert missing(value, STILL_SCORED) == ["parties[0].members", "parties[1].members"]
    value["parties"][0]["members"] = ["m"]
    assert outcomes(value) == {STILL_SCORED: "flagged"}
    value["declarations"][0]["interests"] = []
    assert outcomes(value) == {EMPLOYED: "flagged"}


@pytest.mark.parametrize(
    ("job", "expected"),
    [
        ({"name": "Alder Services Ltd (Leeds office)"}, "review"),
        ({"name": "Alder Services (UK) Ltd"}, "review"),
        ({"party": "Alder Services, Leeds"}, "review"),
        ({"text": "Agency shifts for Alder Services"}, "review"),
        ({"party": "x", "text": "Seconded to Alder Services"}, "review"),
        ({"text": "Agency shifts, never for Alder Services"}, None),
        ({"text": "I sell alder services."}, None),
        ({"name": "Alder Services LLP"}, "review"),
        ({"name": "Alder Services (UK) LLP"}, "review"),
        ({"name": "North Alder Services Ltd"}, None),
        ({"party": "x"}, None),
    ],
)
def test_a_name_with_a_branch_or_within_a_sentence_is_a_question(job, expected):
    value = case({"employments": [job]})
    value["parties"].append({"id": "x", "name": "Alder Services Leeds"})
    assert outcomes(value) == ({BY_NAME: expected} if expected else {})


def test_a_rival_whose_name_is_longer_is_not_taken_for_the_shorter():
    value = case({"employments": [{"name": "Alder Services North"}]})
    value["parties"][1]["name"] = "Alder Services North Ltd"
    assert findings(value)[BY_NAME][1] == [
        "people[0].employments[0]: Ruth Okoro (evaluator) is employed by “Alder Services North”, which may be Alder Services "
        "North Ltd, a bidder, if the same name means the same; no declaration given names it."
    ]


DIRECTOR = "undeclared-directorship-of-a-bidder"
DIRECTS_A = {"interests": [{"kind": "directorship", "party": "a", "start_date": "2019-01-01"}]}
SLIGHT = ("professional membership", "pension", "customer")


@pytest.mark.parametrize("kind", SLIGHT)
def test_what_thousands_have_in_a_firm_stands_for_no_seat_on_its_board(kind):
    assert outcomes(case(DIRECTS_A, [{"kind": kind, "party": "a"}]))[DIRECTOR] == "flagged"


@pytest.mark.parametrize(
    ("kind", "text"),
    [("member", None), ("other", "Met their engineer once at a fair"), ("acquaintance", None)],
)
def test_words_that_may_tell_of_more_leave_a_question(kind, text):
    assert outcomes(case(DIRECTS_A, [{"kind": kind, "party": "a", "text": text}]))[DIRECTOR] == "review"


@pytest.mark.parametrize("kind", SLIGHT)
@pytest.mark.parametrize("text", ["I am a director", "I sit on its board"])
def test_a_seat_told_beside_it_is_declared(kind, text):
    assert DIRECTOR not in outcomes(case(DIRECTS_A, [{"kind": kind, "party": "a", "text": text}]))


SHARES_IN_A = {"interests": [{"kind": "shares", "party": "a", "start_date": "2019-01-01"}]}
TOOK_PART = "recused-and-still-took-part"


def typed(by, *rows):
    return {"panel": ["e1", "e2"], "individual": [{"evaluator": who, "bid": bid, "by": by} for who, bid in rows]}


def typist(role, evaluation, **told):
    others = [{"id": one, "name": f"Judge {one}", "roles": [{"role": "evaluator"}]} for one in ("e1", "e2")]
    me = {"id": "p1", "name": "Ruth Okoro", "roles": [{"role": role}], "employments": [], "relatives": []} | SHARES_IN_A
    own = declaration(**SHARES_IN_A, **told)
    mine = [own, *(declaration(person=one) for one in ("e1", "e2"))]
    return case(people=[me, *others], declarations=mine, evaluation=evaluation)


@pytest.mark.parametrize("told", [{}, {"recused_from": ["a"]}])
def test_a_secretary_who_typed_the_scores_of_others_scored_nothing(told):
    every = typed("p1", ("e1", "A1"), ("e2", "A1"), ("e1", "B1"))
    assert not {STILL_SCORED, TOOK_PART} & outcomes(typist("secretary", every, **told)).keys()
    assert not {STILL_SCORED, TOOK_PART} & outcomes(typist("secretary", typed("p1", ("e1", "A1")), **told)).keys()


@pytest.mark.parametrize(("told", "rule"), [({}, STILL_SCORED), ({"recused_from": ["a"]}, TOOK_PART)])
def test_an_evaluator_who_typed_a_score_of_another_is_asked_and_one_who_gave_it_is_told(told, rule):
    some = typed("p1", ("e1", "A1")) | {"panel": ["p1", "e1", "e2"]}
    some["individual"].append({"evaluator": "e2", "bid": "A1", "by": "e2"})
    assert outcomes(typist("evaluator", some, **told))[rule] == "review"
    some["individual"].append({"evaluator": "p1", "bid": "A1", "by": "e2"})
    assert outcomes(typist("evaluator", some, **told))[rule] == "flagged"


def replaced(end, evaluation=None, roles="evaluator"):
    role = {"role": roles, "start_date": "2026-01-01", "end_date": end}
    gone = {"id": "p2", "name": "Eva Lind", "roles": [role], "employments": [], "relatives": []} | SHARES_IN_A
    seated = {"id": "p1", "name": "Ruth Okoro", "roles": [{"role": "evaluator"}], "employments": [], "interests": []}
    return outcomes(case(people=[seated, gone], evaluation=evaluation or {"panel": ["p1"], "individual": []}))


def test_who_left_before_the_tender_and_saw_no_bid_owes_no_declaration():
    owed = {"declaration-of-interests-missing", "undeclared-share-in-a-bidder"}
    assert not owed & replaced("2026-02-01").keys()
    scored = {"panel": ["p1", "p2"], "individual": []}
    told = (replaced("2026-02-01", scored), replaced("2026-03-20"), replaced("2026-02-01", None, "approver"))
    assert all("declaration-of-interests-missing" in one for one in told)


@pytest.mark.parametrize(
    ("actions", "out"),
    [
        ("Eva left the panel on 24 June; Jon Kettle took her seat", True),
        ("Jon Kettle took her place", True),
        ("She left the room for the discussion", False),
        ("Nobody took her seat", False),
    ],
)
def test_who_left_the_panel_or_was_followed_in_the_seat_is_kept_out(actions, out):
    assert keeps_out(actions) is out


def aside(rows):
    own = declaration(**SHARES_IN_A, recused_from=["a"])
    return case(SHARES_IN_A, declarations=[own], evaluation={"panel": ["p1", "e2"], "individual": rows})


@pytest.mark.parametrize(
    ("held", "scored"),
    [({}, False), ({"comment": "-"}, False), ({"score": "0"}, True), ({"met": "false"}, True)],
)
def test_a_row_without_a_score_is_no_act_of_scoring(held, scored):
    rows = [{"evaluator": one, "bid": "A1", "criterion": "Q1"} for one in ("p1", "e2")]
    told = outcomes(aside([rows[0] | held, rows[1] | {"score": "3"}]))
    assert [told.get(one) for one in (STILL_SCORED, TOOK_PART)] == ["flagged" if scored else None] * 2


def test_where_no_row_of_a_list_holds_a_score_the_scores_were_left_out_and_not_the_scoring():
    assert outcomes(aside([{"evaluator": "p1", "bid": "A1", "criterion": "Q1"}]))[TOOK_PART] == "flagged"


NOT_DECLARED = "declaration-of-interests-missing"


@pytest.mark.parametrize("seat", ["RO", "R.O.", "R O", "R. M. O."])
def test_bare_initials_on_the_panel_are_nobody_s_who_declared_nothing(seat):
    assert NOT_DECLARED not in outcomes(case(evaluation={"panel": [seat]}))
    # Two people may be meant, and still nobody else is known to sit there.
    other = {"id": "p2", "name": "Rolf Oster", "roles": [{"role": "evaluator"}]}
    two = case(evaluation={"panel": [seat]}, declarations=[declaration(), declaration(person="p2")])
    two["people"].append(other)
    assert NOT_DECLARED not in outcomes(two)


@pytest.mark.parametrize("seat", ["RK", "Ro", "R", "OR"])
def test_what_is_not_the_initials_of_anybody_is_somebody_else(seat):
    assert outcomes(case(evaluation={"panel": [seat]}))[NOT_DECLARED] == "flagged"


def test_a_tie_that_somebody_of_these_initials_declared_is_not_flagged():
    told = case(SHARES_IN_A, declarations=[declaration(person="RO", **SHARES_IN_A)])
    assert "undeclared-share-in-a-bidder" not in outcomes(told)
    told["declarations"][0]["person"] = "KT"
    assert outcomes(told)["undeclared-share-in-a-bidder"] == "flagged"


GIFT = "undeclared-gift-from-a-bidder"
WATCH = {
    "kind": "gift",
    "party": "a",
    "date": "2026-01-10",
    "value": {"amount": "900", "currency": "GBP"},
    "text": "Watch",
}
TRIP = {
    "kind": "hospitality",
    "party": "a",
    "date": "2026-01-25",
    "value": {"amount": "800", "currency": "GBP"},
    "text": "Rome",
}


def without(gift, *fields):
    return {key: value for key, value in gift.items() if key not in fields}


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ([WATCH], "flagged"),
        ([TRIP], "flagged"),
        ([without(WATCH, "date")], "review"),
        ([without(WATCH, "date", "value", "text")], "review"),
        ([WATCH, TRIP], None),
        ([WATCH, without(TRIP, "date", "value")], None),
        ([without(TRIP, "value") | {"text": "Rome and a watch"}], None),
        ([WATCH | {"value": {"amount": "1700", "currency": "GBP"}}], None),
        ([without(WATCH, "date", "value") | {"text": "Several gifts"}], None),
    ],
)
def test_each_declared_gift_stands_for_one_that_is_recorded(declared, expected):
    assert outcomes(case({"interests": [WATCH, TRIP]}, declared)).get(GIFT) == expected


def test_one_gift_that_may_be_recorded_twice_is_declared_once():
    assert GIFT not in outcomes(case({"interests": [WATCH, without(WATCH, "value")]}, [WATCH]))
    apart = [declaration(interests=[WATCH]), declaration(interests=[TRIP])]
    assert GIFT not in outcomes(case({"interests": [WATCH, TRIP]}, declarations=apart))


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        ("Bid of Alder to be scored by a substitute", "review"),
        ("Alder bid scored by her deputy", "review"),
        ("Will leave the room when Alder is discussed", "review"),
        ("Left the room for Alder; a second reader scored it as well", None),
        ("Scored by a substitute and moderated by the chair", None),
        ("Scores of Alder checked by a deputy", None),
    ],
)
def test_a_measure_told_as_followed_is_asked_about_where_the_record_shows_a_score_all_the_same(actions, expected):
    own = declaration(**SHARES_IN_A, mitigation={"actions": actions, "followed": "true"})
    rows = [{"evaluator": one, "bid": "A1", "criterion": "Q1", "score": "3"} for one in ("p1", "e2")]
    record = {"panel": ["p1", "e2"], "individual": rows}
    assert outcomes(case(SHARES_IN_A, declarations=[own], evaluation=record)).get(STILL_SCORED) == expected
    record["individual"] = rows[1:]
    assert STILL_SCORED not in outcomes(case(SHARES_IN_A, declarations=[own], evaluation=record))
