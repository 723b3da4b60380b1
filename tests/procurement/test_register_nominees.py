"""What somebody holds for another by a register is a question that says so; a post of a nominee is a post."""

import json

import pytest

from fairaudit.procurement.registers.nominees import holds_for_another, may_hold_for_another
from tests.procurement.test_registers import opened
from tests.procurement.test_registers_above import judged

RULE = "undeclared-tie-in-a-register"
REGISTER = "registers: [{{file: {}, kind: {}, scheme: GB-COH, searched: 2026-04-01}}]\n"
ADA = "people: [{id: e1, name: Ada Holt, birth_date: 1980-05, roles: [{role: evaluator}]}]\ncomplete: [declarations]\n"
OWNERS = "company_number,company_name,name,nature_of_control,share,appointed_on,birth_date\n"
OFFICERS = "company_number,company_name,name,role,appointed_on,birth_date\n"


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch, both_ways):
    monkeypatch.chdir(tmp_path)


def statement(key, kind, details):
    head = {"statementId": f"s-{key}", "recordId": key, "recordType": kind, "recordStatus": "new"}
    version = {"statementDate": "2026-04-01", "publicationDetails": {"bodsVersion": "0.4"}}
    return {**head, **version, "declarationSubject": "f1", "recordDetails": {"isComponent": False, **details}}


def bods(interest, **more):
    known = [{"scheme": "GB-COH", "id": "01234567"}]
    firm = {"entityType": {"type": "registeredEntity"}, "name": "Lumen Optics Ltd", "identifiers": known}
    names = [{"type": "legal", "fullName": "Ada Holt"}]
    ada = {"personType": "knownPerson", "names": names, "birthDate": "1980-05"}
    holds = [{"type": interest, "startDate": "2020-01-01", "share": {"exact": 80}, **more}]
    tie = {"subject": "f1", "interestedParty": "p1", "interests": holds}
    told = [statement("f1", "entity", firm), statement("p1", "person", ada), statement("r1", "relationship", tie)]
    return judged(opened(ADA + REGISTER.format("bo.json", "bods"), bo_json=json.dumps(told)), RULE)


def listed(kind, head, said):
    share = "80," if kind == "owners" else ""
    row = f'01234567,LUMEN OPTICS LTD,"HOLT, Ada",{said},{share}2020-01-01,1980-05\n'
    return judged(opened(ADA + REGISTER.format("list.csv", kind), list_csv=head + row), RULE)


def told(verdict):
    return str(verdict.outcome), ["a nominee holds for somebody else" in one.hit.facts.match for one in verdict.hits]


@pytest.mark.parametrize(
    ("interest", "said"), [("nominee", ("review", [True])), ("shareholding", ("flagged", [False]))]
)
def test_a_nominee_in_a_statement_of_owners_is_asked_about(interest, said):
    assert told(bods(interest)) == said


@pytest.mark.parametrize(
    ("kind", "head", "role", "said"),
    [
        ("owners", OWNERS, "ownership of shares as nominee", ("review", [True])),
        ("owners", OWNERS, "ownership of shares", ("flagged", [False])),
        ("owners", OWNERS, "ownership of shares through a nominee company", ("flagged", [False])),
        ("owners", OWNERS, "beneficial owner; shares held by Moss Nominees Ltd", ("flagged", [False])),
        ("officers", OFFICERS, "nominee shareholder", ("review", [True])),
        ("officers", OFFICERS, "nominee director", ("flagged", [False])),
        ("officers", OFFICERS, "nominee secretary", ("flagged", [False])),
    ],
)
def test_a_nominee_in_a_list_is_asked_about_where_it_holds_and_not_where_it_sits(kind, head, role, said):
    assert told(listed(kind, head, role)) == said


@pytest.mark.parametrize(("said", "found"), [("shares", 0), ("right to appoint directors", 1)])
def test_a_share_of_0_in_a_list_of_owners_is_no_tie_but_beside_another_way_to_control(said, found):
    row = f'01234567,LUMEN OPTICS LTD,"HOLT, Ada",{said},0,2020-01-01,1980-05\n'
    verdict = judged(opened(ADA + REGISTER.format("list.csv", "owners"), list_csv=OWNERS + row), RULE)
    assert len(verdict.hits) == found


@pytest.mark.parametrize(
    ("details", "said"),
    [
        ("held as nominee for Una Gray", ("review", [True])),
        ("held through Moss Nominees Ltd", ("flagged", [False])),
        ("shares of class A", ("flagged", [False])),
        ("Owner of 30% of Kestrel Nominees Ltd", ("flagged", [False])),
        ("Shares registered in the name of Kestrel Nominees Limited", ("flagged", [False])),
        ("Legal title: Kestrel Nominees Ltd", ("flagged", [False])),
        ("held as nominee for Kestrel Nominees Ltd", ("review", [True])),
        ("Held as nominee until 2019", ("flagged", [False])),
        ("Held as nominee until 2031", ("review", [True])),
        ("Nominee for Otto Moss, who is the beneficial owner", ("review", [True])),
    ],
)
def test_words_beside_an_interest_may_say_that_it_is_held_as_a_nominee(details, said):
    assert told(bods("shareholding", details=details)) == said


@pytest.mark.parametrize(
    ("beneficial", "said"), [(True, ("flagged", [False])), (False, ("review", [True])), ("yes", ("review", [True]))]
)
def test_words_beside_an_interest_do_not_deny_that_it_is_its_owners(beneficial, said):
    assert told(bods("shareholding", details="held as nominee", beneficialOwnershipOrControl=beneficial)) == said


def test_what_is_quoted_of_an_interest_is_the_word_of_the_standard():
    (verdict,) = bods("shareholding", details="held as nominee for Una Gray").hits
    said = f"{verdict.hit.facts.tie} {verdict.hit.facts.match}"
    assert "“shareholding”" in said
    assert "as nominee”" not in said
    assert "its details speak of a nominee" in said


@pytest.mark.parametrize(
    "role",
    [
        "nominee",
        "ownership of shares as nominee, 25% to 50%",
        "nominee with no beneficial interest",
        "nominee holder, no beneficial interest",
        "legal owner as nominee; not beneficial",
        "non-beneficial nominee holder",
        "holds as nominee by declaration of trust",
        "holds as nominee under a deed of trust",
        "shares held by her as nominee",
        "nominee for the beneficial owner",
        "nominee; beneficial interest belongs to Una Gray",
        "nominee shareholder (not director)",
        "nominee shareholding with voting rights",
        "appointed as nominee",
        "nominee appointed by Moss Ltd",
        "nominee (beneficial owner: Moss Ltd)",
        "nominee shareholder; ultimate beneficial owner Moss Ltd",
        "legal owner (nominee), beneficial owner Otto Moss",
        "registered holder as nominee. Beneficial owner: Otto Moss",
        "Nominee for Otto Moss, who is the beneficial owner",
        "nominee for Moss Ltd",
        "nominee of Kestrel Nominees Ltd",
        "nominee LLP member",
        "as nominee in the name of Moss Ltd",
        "nominee: holds for Moss Ltd",
        "nominee (no beneficial interest)",
        "nominee - no interest of her own",
        "nominee agreement of 2019",
    ],
)
def test_whoever_is_said_to_be_a_nominee_holds_for_another(role):
    assert holds_for_another(role)
    assert not may_hold_for_another(role)
    assert holds_for_another(role.upper())


@pytest.mark.parametrize(
    "role",
    [
        "not a nominee",
        "ownership of shares (no nominee)",
        "ownership of shares, not as nominee",
        "otherwise than as nominee",
        "nominee: no",
        "appoints nominee",
        "right to appoint a nominee",
        "shares held by a nominee",
        "shares held as nominee by Moss Ltd",
        "shares held by Moss Ltd as nominee",
        "ownership of shares through a nominee company",
        "beneficial owner; shares held by Moss Nominees Ltd",
        "beneficial interest held by nominee",
        "nominee director",
        "nominee director and nominee secretary",
        "shareholder of Lumen Nominees Ltd",
        "owner of shares registered in the name of a nominee",
        "shares in the name of her nominee",
        "holder (nominee: Moss Ltd)",
        "held in a nominee account",
        "formerly a nominee",
        "beneficial owner since 2019 (before: nominee)",
        "beneficial owner - shares registered to nominee",
        "beneficial owner of shares held as nominee by Moss Ltd",
        "ownership of shares",
        "is not held as a nominee",
        "shares are not held by her as a nominee",
        "nominee (no)",
        "nominee: n/a",
        "nominee n",
        "nominee holder: none",
        "her nominee holds the shares",
        "ceased to be a nominee",
        "was a nominee until 2019, now owner",
        "nominee agreement ended 2019",
        "nominee arrangement terminated",
    ],
)
def test_whoever_is_not_said_to_be_one_holds_for_themselves(role):
    assert not holds_for_another(role)
    assert not may_hold_for_another(role)
    assert not holds_for_another(role.upper())


UNCLEAR = (
    "nominee: Kestrel Nominees Ltd",
    "a nominee holds the legal title",
    "nominee holds for her",
    "registered to a nominee for her",
)


@pytest.mark.parametrize("said", UNCLEAR)
def test_a_nominee_of_whom_it_is_not_plain_who_that_is_is_a_question_that_claims_nothing(said):
    assert may_hold_for_another(said)
    assert may_hold_for_another(said.upper())
    assert not holds_for_another(said)
    in_list = listed("owners", OWNERS, f"ownership of shares ({said})" if ":" in said else said)
    for verdict in (bods("shareholding", details=said), in_list):
        assert told(verdict) == ("review", [False])
        assert "who holds for whom, is not plain" in verdict.hits[0].hit.facts.match
    own = bods("shareholding", details=said, beneficialOwnershipOrControl=True)
    assert told(own) == ("flagged", [False])


@pytest.mark.parametrize(("said", "outcome"), [(UNCLEAR[1], "review"), ("her nominee holds the shares", "flagged")])
def test_so_are_rivals_of_one_holder_where_one_of_the_entries_leaves_it_open(said, outcome):
    rows = f'01234567,LUMEN OPTICS LTD,"WREN, Joan",ownership of shares; {said},80,2020-01-01,1960-05\n'
    rows += '07654321,CEDAR CARE LTD,"WREN, Joan",ownership of shares,80,2020-01-01,1960-05\n'
    verdict = judged(opened(REGISTER.format("list.csv", "owners"), list_csv=OWNERS + rows), "rivals-tied-in-a-register")
    assert str(verdict.outcome) == outcome
    assert ("where a nominee is spoken of" in str(verdict.hits[0].hit.facts)) is (outcome == "review")


@pytest.mark.parametrize("said", ["is not held as a nominee", "nominee (no)", "nominee agreement ended 2019"])
def test_a_plain_denial_changes_nothing(said):
    assert told(bods("shareholding", details=said)) == ("flagged", [False])


@pytest.mark.parametrize(
    ("details", "outcome"),
    [
        ("Bare trustee for Una Gray", "review"),
        ("On behalf of Una Gray", "review"),
        ("registered holder only; beneficial owner is Una Gray", "review"),
        ("Treuhänder für U. Gray", "review"),
        ("Sold in March 2026", "review"),
        ("Transferred to her brother on 1 February 2026", "review"),
        ("ownership-of-shares-75-to-100-percent", "flagged"),
        ("Ownership of shares - More than 25% but not more than 50%", "flagged"),
        ("Right to appoint and remove a majority of the board of directors", "flagged"),
        ("significant-influence-or-control", "flagged"),
        ("Holder of 100 ordinary A shares", "flagged"),
        ("", "flagged"),
    ],
)
def test_words_beside_an_interest_that_may_take_it_away_are_asked_about(details, outcome):
    verdict = bods("shareholding", details=details)
    asked = "what is said of it may mean that it is another's, or over"
    assert (str(verdict.outcome), [asked in one.hit.facts.match for one in verdict.hits]) == (
        outcome,
        [outcome == "review"],
    )


def test_the_answer_of_the_standard_comes_before_words_beside_an_interest():
    verdict = bods("shareholding", details="Held in trust for Una Gray", beneficialOwnershipOrControl=True)
    assert str(verdict.outcome) == "flagged"


@pytest.mark.parametrize(
    ("role", "outcome"),
    [
        ("ownership of shares as trustee of the Gray trust", "review"),
        ("ownership of shares on behalf of Una Gray", "review"),
        ("ownership-of-shares-75-to-100-percent", "flagged"),
    ],
)
def test_a_share_that_a_list_has_somebody_hold_for_others_is_asked_about(role, outcome):
    verdict = listed("owners", OWNERS, role)
    asked = "what is said of it may mean that it is another's, or over"
    assert (str(verdict.outcome), [asked in one.hit.facts.match for one in verdict.hits]) == (
        outcome,
        [outcome == "review"],
    )


def test_so_are_rivals_of_one_holder():
    rows = '01234567,LUMEN OPTICS LTD,"WREN, Joan",ownership of shares as trustee,80,2020-01-01,1960-05\n'
    rows += '07654321,CEDAR CARE LTD,"WREN, Joan",ownership of shares,80,2020-01-01,1960-05\n'
    verdict = judged(opened(REGISTER.format("list.csv", "owners"), list_csv=OWNERS + rows), "rivals-tied-in-a-register")
    assert str(verdict.outcome) == "review"
    assert "of which it may be said that it is another's, or over" in str(verdict.hits[0].hit.facts)
