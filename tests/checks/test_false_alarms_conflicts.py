"""Namesakes, pensions, professional bodies, jobs long ended, parties that do not bid, lawful dual roles, small panels.

Each case that must stay silent stands beside one that must not, and what the whole family says is compared, not one rule.
"""

from tests.checks.conflict_cases import findings


def procurement(person, **changes):
    """Return a procurement with one evaluator of whom everything is known, and two bidders."""
    known = {"employments": [], "interests": [], "relatives": [], "roles": [{"role": "evaluator"}]}
    return {
        "tender": {"published": "2026-03-02"},
        "people": [{"id": "e1", "name": "Ada Holt"} | known | person],
        "parties": [
            {"id": "b", "name": "Lumen Optics Ltd", "people": [], "owners": []},
            {"id": "c", "name": "Brightlens Ltd", "people": [], "owners": []},
        ],
        "bids": [{"id": "B1", "bidder": "b"}, {"id": "B2", "bidder": "c"}],
        "declarations": [{"person": "e1", "date": "2026-04-02", "signed": "true", "covers": "all", "interests": []}],
        "complete": ["declarations", "people", "parties", "bids"],
    } | changes


def outcomes(case):
    return {rule: outcome for rule, (outcome, _) in findings(case).items()}


def with_director(name, **known):
    """Return a procurement in which a bidder has a director of some name."""
    return {"id": "q1", "name": name, "roles": [], "interests": [{"kind": "directorship", "party": "b"}]} | known


def with_people(person, *others):
    case = procurement(person)
    case["people"] += others
    return case


def test_a_namesake_is_a_question_and_a_contradicting_birth_month_ends_it():
    weak = "official-sharing-a-name-or-address-with-a-bidder"
    strong = "official-identified-with-a-person-of-a-bidder"
    assert outcomes(with_people({}, with_director("HOLT, Ada"))) == {weak: "review"}
    assert outcomes(with_people({"birth_date": "1980-05"}, with_director("Ada Holt", birth_date="1980-05-17"))) == {
        strong: "flagged"
    }
    assert outcomes(with_people({"birth_date": "1980-05"}, with_director("Ada Holt", birth_date="1980-06-17"))) == {}
    assert outcomes(with_people({"birth_date": "1980-05"}, with_director("Ada Holt"))) == {weak: "review"}
    assert outcomes(with_people({}, with_director("Ada Holte"))) == {}
    assert outcomes(with_people({}, with_director("Ben Holt"))) == {}
    assert outcomes(with_people({}, with_director("A. Holt"))) == {weak: "review"}


def test_a_different_number_in_the_same_register_ends_a_name_match():
    mine = {"identifiers": [{"scheme": "register", "id": "1"}]}
    assert outcomes(with_people(mine, with_director("Ada Holt", identifiers=[{"scheme": "register", "id": "2"}]))) == {}
    assert outcomes(with_people(mine, with_director("A. Holt", identifiers=[{"scheme": "register", "id": "1"}]))) == {
        "official-identified-with-a-person-of-a-bidder": "flagged"
    }


def test_a_firm_of_the_same_name_is_a_question_whatever_legal_form_somebody_gives_it():
    named = "undeclared-tie-known-by-name-only"
    assert outcomes(procurement({"employments": [{"name": "Lumen Optics Limited"}]})) == {named: "review"}
    assert outcomes(procurement({"employments": [{"name": "Lumen Optics plc"}]})) == {named: "review"}
    assert outcomes(procurement({"employments": [{"name": "Lumen Bakery Ltd"}]})) == {}
    assert outcomes(procurement({"employments": [{"party": "b"}]})) == {
        "undeclared-employment-with-a-bidder": "flagged"
    }


def test_a_pension_from_a_bidder_is_no_tie():
    assert outcomes(procurement({"interests": [{"kind": "pension", "party": "b"}]})) == {}
    assert outcomes(procurement({"interests": [{"kind": "shareholding", "party": "b"}]})) == {
        "undeclared-share-in-a-bidder": "flagged"
    }


def test_a_professional_body_is_no_tie():
    assert outcomes(procurement({"interests": [{"kind": "professional membership", "party": "b"}]})) == {}
    assert outcomes(procurement({"interests": [{"kind": "member of a professional body", "party": "b"}]})) == {}
    assert outcomes(procurement({"interests": [{"kind": "membership", "name": "Institute of Buyers"}]})) == {}
    assert outcomes(procurement({"interests": [{"kind": "membership", "party": "b"}]})) == {
        "undeclared-other-interest-in-a-bidder": "review"
    }
    assert outcomes(procurement({"interests": [{"kind": "board", "party": "b"}]})) == {
        "undeclared-directorship-of-a-bidder": "flagged"
    }


def test_a_job_long_ended_is_no_tie():
    assert outcomes(procurement({"employments": [{"party": "b", "end_date": "2018-12-31"}]})) == {}
    assert outcomes(procurement({"employments": [{"party": "b", "end_date": "2025-12-31"}]})) == {
        "undeclared-employment-with-a-bidder": "flagged"
    }


def test_a_job_long_ended_that_was_declared_does_not_bar_from_scoring():
    def scored(end):
        case = procurement({"employments": [{"party": "b", "end_date": end}]})
        case["declarations"][0]["interests"] = [{"kind": "employment", "party": "b", "end_date": end}]
        case["evaluation"] = {"individual": [{"evaluator": "e1", "bid": "B1", "at": "2026-04-09"}]}
        return outcomes(case)

    assert scored("2018-12-31") == {}
    assert scored("2025-12-31") == {"declared-interest-and-still-scored": "flagged"}


def test_a_tie_to_a_party_that_does_not_bid_is_none():
    def bidding(status, **more):
        case = procurement({"employments": [{"party": "b"}]}) | more
        case["bids"][0]["status"] = status
        return outcomes(case)

    left = {"kind": "withdrawal", "bidder": "b"}
    due = {"tender": procurement({})["tender"] | {"tender_period": {"end_date": "2026-03-30T12:00"}}}
    assert bidding("withdrawn") == {"undeclared-employment-with-a-bidder": "review"}
    assert bidding("withdrawn", events=[left | {"date": "2026-04-01"}], **due) == bidding("withdrawn")
    assert bidding("withdrawn", events=[left | {"date": "2026-03-29"}], **due) == {}
    assert bidding("invited") == {}
    assert bidding("rejected") == {"undeclared-employment-with-a-bidder": "flagged"}
    assert outcomes(procurement({"employments": [{"party": "x", "name": "Nobody Bids Ltd"}]})) == {}


def test_roles_that_may_go_together_are_at_most_a_question():
    def dual(roles, panel, **tender):
        case = procurement({"roles": [{"role": one} for one in roles]})
        case["evaluation"] = {"panel": panel}
        case["people"] += [{"id": one, "roles": [{"role": "evaluator"}]} for one in ("e2", "e3")]
        for one in case["people"][1:]:
            one |= {"name": f"Invented {one['id']}", "employments": [], "interests": [], "relatives": []}
        case["declarations"] = [case["declarations"][0] | {"person": one} for one in ("e1", "e2", "e3")]
        # Whoever wrote the documents declared before they were out, too.
        case["declarations"].append(case["declarations"][0] | {"date": "2026-02-02"})
        case["tender"] |= tender
        return outcomes(case)

    three = ["e1", "e2", "e3"]
    assert dual(["adviser", "evaluator"], three) == {}
    assert dual(["chair", "evaluator"], three) == {}
    assert dual(["drafter", "adviser"], [*three[1:], "e1"]) == {"drafter-sits-on-the-panel": "review"}
    assert dual(["drafter", "evaluator"], three) == {"drafter-sits-on-the-panel": "review"}
    assert dual(["approver"], three) == {"evaluator-approves-the-award": "flagged"}
    assert dual(["drafter", "approver"], three) == {"one-person-drafts-scores-and-approves": "flagged"}
    reason = [{"of": "people[e1]", "text": "A parish with three officers."}]
    assert dual(["drafter", "approver"], three, justifications=reason) == {}


def test_a_small_panel_is_never_flagged():
    case = procurement({})
    case["evaluation"] = {"panel": ["e1"]}
    assert outcomes(case) == {"panel-of-fewer-than-three": "review"}
    case["evaluation"] = {"panel": ["e1", "e2", "e3"]}
    assert "panel-of-fewer-than-three" not in outcomes(case)


def test_missing_records_are_never_findings():
    """A bare case, and one in which everybody is named and nothing else is known: silence says nothing."""
    assert outcomes({"tender": {"id": "T1"}}) == {}
    bare = {
        "people": [{"id": "e1", "name": "Ada Holt", "roles": [{"role": "evaluator"}]}],
        "bids": [{"id": "B1", "bidder": "b"}],
        "parties": [{"id": "b", "name": "Lumen Optics Ltd"}],
        "evaluation": {"panel": ["e1", "e2", "e3"], "individual": [{"evaluator": "e1", "bid": "B1"}]},
    }
    assert outcomes(bare) == {}
    assert outcomes(bare | {"complete": ["declarations"]}) == {"declaration-of-interests-missing": "flagged"}


def test_the_address_of_the_buyer_is_no_tie():
    place = {"street_address": "1 Hospital Way", "postal_code": "NV9 9ZZ"}

    def at(buyer):
        case = procurement({"addresses": [place]})
        case["parties"][0]["addresses"] = [place]
        case["tender"]["buyer"] = {"address": buyer}
        return outcomes(case)

    assert at(place) == {}
    assert at({"street_address": "2 Hospital Way", "postal_code": "NV9 9ZZ"}) == {
        "official-sharing-a-name-or-address-with-a-bidder": "review"
    }


def of_the_buyers(**bidder):
    """Return a procurement whose evaluator works for the buyer, as evaluators do."""
    case = procurement({"employments": [{"party": "town", "start_date": "2010-01-01"}]})
    case["tender"] |= {"buyer": {"id": "town", "name": "Town Council"}, "drafters": ["e1"]}
    case["declarations"].append(case["declarations"][0] | {"date": "2026-02-02"})
    case["parties"][0] |= bidder
    case["parties"].append({"id": "town", "name": "Town Council", "people": ["e1"], "owners": []})
    return case


def test_who_works_for_a_buyer_that_owns_or_supplies_a_bidder_is_not_asked_in_person():
    alone = {"drafter-scores-alone": "flagged"}
    for bidder in (
        {"owners": [{"party": "town", "share": "100"}]},
        {"owners": [{"party": "town", "share": "30"}]},
        {"subcontractors": ["town"]},
        {"members": ["town"]},
    ):
        assert outcomes(of_the_buyers(**bidder)) == alone | {"buyer-behind-a-bidder": "review"}
    assert outcomes(of_the_buyers()) == alone


def test_who_works_for_an_owner_between_the_buyer_and_a_bidder_is_asked():
    case = of_the_buyers(owners=[{"party": "hold", "share": "100"}])
    case["parties"].append({"id": "hold", "name": "Holding Ltd", "owners": [{"party": "town", "share": "100"}]})
    case["people"][0]["employments"] = [{"party": "hold"}]
    assert outcomes(case)["undeclared-employment-with-a-bidder"] == "flagged"
