"""When a tie ended, under whatever head a table has it; a day in a column that is not read puts its row in doubt."""

import json
from functools import cache
from pathlib import Path

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from fairaudit.procurement.registers.endings import HEADS
from fairaudit.sources.shipped import shipped_rules
from tests.procurement.test_registers import opened

OFFICERS = "registers: [{file: officers.csv, kind: officers, name: Officers, scheme: GB-COH, searched: 2026-04-01}]\n"
ADA = "complete: [people, declarations]\npeople: [{id: e1, name: Ada Holt, birth_date: 1980-05, roles: [{role: evaluator}]}]\n"
JOBS = "complete: [people, declarations]\nregisters: [{file: people.csv, kind: people}]\n"


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch, both_ways):
    monkeypatch.chdir(tmp_path)


@cache
def rule_named(name):
    [path] = Path(shipped_rules()).rglob(f"{name}.yaml")
    [rule] = load_rules([path], "core", "rules/core")
    return rule


def judged(case, rule):
    return judge(case, rule_named(rule), "evaluation")


def in_a_register(head, day="2012-01-01", more=""):
    table = f"company_number,company_name,name,role,appointed_on,{head},birth_date{more and ',' + more[0]}\n"
    table += f'01234567,LUMEN OPTICS LTD,"Holt, Ada",director,2005-01-01,{day},1980-05{more and "," + more[1]}\n'
    table += f"07654321,CEDAR CARE LTD,Ivy Pell,director,2005-01-01,,1968-04{more and ','}\n"
    return opened(ADA + OFFICERS, officers_csv=table)


def in_a_table(head, day="2012-01-01"):
    table = f"id,name,birth_date,role,tie,party,start_date,{head}\n"
    table += f"e1,Ada Holt,1980-05,evaluator,employment,b,2005-01-01,{day}\n"
    return opened(JOBS, people_csv=table)


RULES = {in_a_register: "undeclared-tie-in-a-register", in_a_table: "undeclared-employment-with-a-bidder"}


@pytest.mark.parametrize("where", RULES)
@pytest.mark.parametrize(
    "head",
    ["Date left", "Left on", "left_on", "Leaving date", "Until", "To date", "Cessation", "Ended", "Termination Date"],
)
def test_a_day_of_leaving_is_read_under_its_usual_heads(where, head):
    case = where(head)
    assert judged(case, RULES[where]).outcome == "passed"
    assert not case.unreadable
    # Whoever has not left, or left lately, is still found.
    assert judged(where(head, ""), RULES[where]).outcome == "flagged"
    assert judged(where(head, "2026-02-01"), RULES[where]).outcome == "flagged"


@pytest.mark.parametrize("where", RULES)
@pytest.mark.parametrize("day", ["2012-01-01", "2012-01-01T09:00", "1 January 2012", "01/02/2012"])
def test_a_day_in_a_column_that_is_not_read_is_a_reason_not_to_accuse(where, day):
    case = where("Stint over", day)
    verdict = judged(case, RULES[where])
    assert verdict.outcome == "not-assessed"
    assert "(Stint over) holds a day and is not read, so that the tie may have ended" in str(verdict)
    assert judged(where("Stint over", ""), RULES[where]).outcome == "flagged"


@pytest.mark.parametrize("where", RULES)
@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Status", "Resigned"),
        ("Officer status", "former"),
        ("Remarks", "left at the end of 2019"),
        ("Notes", "Retired"),
    ],
)
def test_words_that_something_is_over_in_a_column_that_is_not_read_are_a_reason_not_to_accuse(where, head, cell):
    verdict = judged(where(head, cell), RULES[where])
    assert verdict.outcome == "not-assessed"
    assert f"({head}) says that something is over and is not read, so that the tie may have ended" in str(verdict)
    assert judged(where(head, "Active"), RULES[where]).outcome == "flagged"


@pytest.mark.parametrize("where", RULES)
@pytest.mark.parametrize(
    ("head", "cell"), [("Last updated", "2026-01-01"), ("Date created", "2026-01-01"), ("Grade", "G7")]
)
def test_other_days_and_other_words_put_nothing_in_doubt(where, head, cell):
    assert judged(where(head, cell), RULES[where]).outcome == "flagged"


def test_two_columns_headed_so_are_not_chosen_between_and_the_own_name_comes_first():
    two = in_a_register("left on", "", more=("ended", "2012-01-01"))
    assert judged(two, "undeclared-tie-in-a-register").outcome == "not-assessed"
    own = in_a_register("resigned_on", "2012-01-01", more=("ended", "2026-01-01"))
    assert judged(own, "undeclared-tie-in-a-register").outcome == "passed"


def test_whoever_scored_the_bid_of_a_firm_they_may_have_left_is_not_accused_and_not_cleared():
    scores = "evaluation: {panel: [e1], individual: [{evaluator: e1, bid: B1, criterion: Q1, score: 3}]}\n"

    def of(head):
        table = f"id,name,birth_date,role,tie,party,start_date,{head}\ne1,Ada Holt,1980-05,evaluator,employment,b,2005-01-01,2012-01-01\n"
        return judged(opened(JOBS + scores, people_csv=table), "scored-the-bid-of-their-own-firm").outcome

    assert (of("left_on"), of("gone"), of("updated")) == ("passed", "not-assessed", "flagged")


def test_a_way_through_others_on_which_a_tie_may_be_over_is_not_assessed():
    owners = "company_number,company_name,name,holder_number,share,appointed_on,birth_date,{}\n"
    owners += "01234567,LUMEN OPTICS LTD,HALE LTD,09999999,80,2019-01-01,,2020-01-01\n"
    owners += (
        "09999999,HALE LTD,Ada Holt,,80,2019-01-01,1980-05,\n07654321,CEDAR CARE LTD,Ivy Pell,,80,2019-01-01,1968-04,\n"
    )
    header = OFFICERS.replace("kind: officers", "kind: owners")
    rule = "undeclared-indirect-tie-to-a-bidder"
    assert judged(opened(ADA + header, officers_csv=owners.format("gone")), rule).outcome == "not-assessed"
    assert judged(opened(ADA + header, officers_csv=owners.format("updated")), rule).outcome != "not-assessed"


def test_every_head_is_written_as_heads_are_compared():
    assert all(one == one.casefold().strip() and one.replace(" ", "").isalpha() for one in HEADS)


@pytest.mark.parametrize(
    ("start", "outcome", "listed"),
    [
        ("2020-01-01", "flagged", 0),
        ("2026-04-01", "flagged", 0),
        ("2026-04-02", "not-assessed", 1),
        ("2031-01-01", "not-assessed", 1),
    ],
)
def test_a_post_that_begins_after_the_day_a_register_stands_for_is_no_tie_yet(start, outcome, listed):
    table = "company_number,company_name,name,role,appointed_on,birth_date\n"
    table += f'01234567,LUMEN OPTICS LTD,"Holt, Ada",director,{start},1980-05\n07654321,CEDAR CARE LTD,Ivy Pell,director,2005-01-01,1968-04\n'
    case = opened(ADA + OFFICERS, officers_csv=table)
    verdict = judged(case, "undeclared-tie-in-a-register")
    assert (verdict.outcome, len(case.unreadable)) == (outcome, listed)
    if listed:
        assert "the day the register stands for; one is wrong, or it is still to come" in str(verdict)
        # The day is there: it is told as one that cannot be, and not as one that is not given as well.
        told = [one.reason for one in verdict.unassessed if "begins on" in one.reason]
        assert [("is not known: begins on" in one, "not given" in one) for one in told] == [(True, False)]
        assert case.unreadable[0].text == start


@pytest.mark.parametrize("start", ["unknown", "n/a", "N/A", "?", "-"])
def test_a_beginning_that_is_said_to_be_unknown_is_listed_with_what_to_write_instead(start):
    table = "company_number,company_name,name,role,appointed_on,birth_date\n"
    table += f'01234567,LUMEN OPTICS LTD,"Holt, Ada",director,{start},1980-05\n'
    case = opened(ADA + OFFICERS, officers_csv=table)
    hint = f'should be a date such as 2026-03-30, found "{start}"; leave it out where it is not known'
    assert [(one.line, one.text, one.reason) for one in case.unreadable] == [(2, start, f"its beginning {hint}")]
    verdict = judged(case, "undeclared-tie-in-a-register")
    assert verdict.outcome == "not-assessed"
    assert hint in str(verdict)


@pytest.mark.parametrize("start", ["unknown", "?"])
def test_a_role_s_start_that_is_said_to_be_unknown_is_listed_with_what_to_write_instead(start):
    people = f"id,name,birth_date,role,role_start\ne1,Ada Holt,1980-05,evaluator,{start}\n"
    table = "registers: [{file: people.csv, kind: people}]\n"
    case = opened(table, people_csv=people)
    (found,) = case.unreadable
    document, span = case.places[found.path]
    assert (case.documents[document].file, span[0], found.text) == ("people.csv", 2, start)
    assert found.reason.endswith(f'found "{start}"; leave it out where it is not known')


def test_an_owner_who_came_after_the_award_ties_nobody_through_others():
    table = "company_number,company_name,name,holder_number,share,appointed_on,birth_date\n"
    table += "01234567,LUMEN OPTICS LTD,HALE LTD,09999999,80,2019-01-01,\n07654321,CEDAR CARE LTD,KALE LTD,08888888,80,2019-01-01,\n"
    table += "09999999,HALE LTD,TOP PLC,07777777,80,{},\n08888888,KALE LTD,TOP PLC,07777777,80,2019-01-01,\n"
    register = OFFICERS.replace("kind: officers", "kind: owners").replace("2026-04-01", "2026-08-01")
    award = "awards: [{bid: B1, date: 2026-05-01}]\n"

    def of(day):
        return judged(opened(register + award, officers_csv=table.format(day)), "rivals-tied-through-others").hits

    assert of("2019-01-01")
    assert not of("2026-05-02")


def undated(head, cell):
    table = f"company_number,company_name,name,role,birth_date,{head}\n"
    table += f'01234567,LUMEN OPTICS LTD,"Holt, Ada",director,1980-05,{cell}\n07654321,CEDAR CARE LTD,Ivy Pell,director,1968-04,\n'
    return judged(opened(ADA + OFFICERS, officers_csv=table), "undeclared-tie-in-a-register")


def test_an_entry_without_a_day_is_a_question_and_one_that_may_be_over_is_not():
    assert "“director” (from when is not given)" in str(undated("nationality", ""))
    assert undated("nationality", "").outcome == "review"
    assert undated("resigned_on", "2019-01-01").outcome == "passed"
    assert undated("Status", "Resigned").outcome == "not-assessed"


def test_a_statement_of_ownership_without_a_first_day_is_a_question():
    def of(**dates):
        register = [
            {"recordId": "f", "recordType": "entity", "recordDetails": {
                "name": "Lumen Optics Ltd", "identifiers": [{"scheme": "GB-COH", "id": "01234567"}]}},
            {"recordId": "p", "recordType": "person", "recordDetails": {
                "names": [{"fullName": "Ada Holt"}], "birthDate": "1980-05"}},
            {"recordId": "t", "recordType": "relationship", "recordDetails": {
                "subject": "f", "interestedParty": "p", "interests": [{"type": "shareholding", **dates}]}},
        ]  # fmt: skip
        header = "registers: [{file: b.json, kind: bods, name: Owners, searched: 2026-04-01}]\n"
        return judged(opened(ADA + header, b_json=json.dumps(register)), "undeclared-tie-in-a-register").outcome

    assert of(startDate="2019-01-01") == "flagged"
    assert of() == "review"
