"""Who stands above the parties of a case: a few steps up, in whichever register, and never more than that."""

import itertools
import json
from pathlib import Path

import openpyxl
import pytest

from fairaudit.engine.judge import judge
from fairaudit.procurement.registers import holders, searching, upwards
from tests.checks.scoring_case import rule as core_rule
from tests.procurement.test_registers import opened

OWNERS = "registers: [{file: owners.csv, kind: owners, name: Owners, scheme: GB-COH, searched: 2026-04-01}]\n"
HEAD = "company_number,company_name,name,holder_number,share,appointed_on\n"
ADA = "people: [{id: e1, name: Ada Holt, birth_date: 1980-05, roles: [{role: evaluator}]}]\n"
FIRMS = {"b": "01234567,LUMEN OPTICS LTD", "c": "07654321,CEDAR CARE LTD"}


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch, both_ways):
    monkeypatch.chdir(tmp_path)


def firm(key):
    return FIRMS.get(key, f"09{ord(key[0]):06},{key.upper()} HOLDINGS LTD")


def row(holder, company, share=80):
    number, name = firm(holder).split(",")
    return f"{firm(company)},{name},{number},{share},2019-01-01\n"


def owned(*rows, text="", **files):
    return opened(text + OWNERS, owners_csv=HEAD + "".join(row(*one) for one in rows), **files)


def judged(case, rule="rivals-tied-through-others"):
    loaded = core_rule(rule)
    return judge(case, loaded, "evaluation")


@pytest.mark.parametrize(
    "rows",
    [
        [("h", "b"), ("k", "c"), ("t", "h"), ("t", "k")],
        [("t", "c"), ("h", "b"), ("t", "h")],
        [("u", "h"), ("h", "b"), ("t", "u"), ("t", "c")],
    ],
)
def test_an_owner_who_stands_above_both_rivals_is_found(rows):
    verdict = judged(owned(*rows))
    assert verdict.outcome == "review"
    assert "T HOLDINGS LTD" in str(verdict.hits[0].hit.facts)


def person(name, born, company):
    return f'{firm(company)},"{name}",,80,2019-01-01,{born}\n'


def held(*rows, text="", head=HEAD):
    columns = head.rstrip() + ",birth_date\n"
    return opened(
        text + OWNERS,
        owners_csv=columns + "".join(row(*one).rstrip() + ",\n" if len(one) == 2 else person(*one) for one in rows),
    )


@pytest.mark.parametrize(
    ("first", "second", "sure"),
    [
        (("HAWES, Jean", "1960-02"), ("HAWES, Jean Ann", "1960-02"), True),
        (("Hawes, Jean", ""), ("HAWES, Jean A.", ""), False),
        (("Hawes, Jean", ""), ("Hawes, Jean", ""), False),
        (("Péter Kovács", ""), ("KOVACS, Peter", ""), False),
        (("HAWES, Jean", "1960-02"), ("HAWES, Jean", "1960-03"), None),
        (("HAWES, Jean", "1960-02"), ("HAWES, Jean Ann", "1971-02"), None),
        (("HAWES, Jean", ""), ("PELL, Ivy", ""), None),
    ],
)
def test_one_owner_above_two_rivals_in_two_spellings_is_found_and_by_names_alone_a_question(first, second, sure):
    above = [("h", "b"), ("k", "c"), (*first, "h"), (*second, "k")]
    direct = [("h", "b"), (*first, "h"), (*second, "c")]
    for rows in (above, direct):
        case = held(*rows)
        verdict = judged(case)
        assert (verdict.outcome == "review") is (sure is not None)
        if sure is not None:
            [one] = verdict.hits
            assert (one.hit.confidence is None) is sure
            assert all(one.sure is sure for one in case.one_above)
        else:
            assert not case.above


def test_holders_above_one_party_alone_are_not_tied_to_anybody_by_their_spelling():
    case = held(("h", "b"), ("k", "b"), ("Hawes, Jean", "", "h"), ("Hawes, Jean A.", "", "k"), ("Pell, Ivy", "", "c"))
    assert not case.one_above
    assert not case.above


def test_one_holder_above_two_rivals_may_stand_in_two_registers():
    header = "registers:\n  - {file: owners.csv, kind: owners, name: Owners, scheme: GB-COH, searched: 2026-04-01}\n"
    header += "  - {file: more.csv, kind: owners, name: More, scheme: GB-COH, searched: 2026-04-01}\n"
    columns = HEAD.rstrip() + ",birth_date\n"
    one = columns + row("h", "b").rstrip() + ",\n" + person("HAWES, Jean", "1960-02", "h")
    other = columns + row("k", "c").rstrip() + ",\n" + person("Hawes, Jean", "1960-02", "k")
    verdict = judged(opened(header, owners_csv=one, more_csv=other))
    assert verdict.outcome == "review"
    assert "Hawes, Jean" in str(verdict.hits[0].hit.facts)


@pytest.mark.parametrize(
    ("name", "born", "found"),
    [
        ("HOLT, Ada", "", True),
        ("HOLT, Ada", "1980-05", False),
        ("HOLT, Ada", "1991-05", False),
        ("PELL, Ada", "", False),
    ],
)
def test_an_owner_above_a_bidder_who_may_be_an_evaluator_by_name_alone_is_a_question(name, born, found):
    case = held(
        ("h", "b"), ("k", "c"), (name, born, "h"), ("Pell, Ivy", "", "k"), text=ADA + "complete: [declarations]\n"
    )
    verdict = judged(case, "undeclared-indirect-tie-known-by-name-only")
    assert bool(verdict.hits) is found
    certain = judged(case, "undeclared-indirect-tie-to-a-bidder")
    assert bool(certain.hits) is (born == "1980-05")
    if found:
        assert all(one.who.level == "possible" for one in case.matches if one.who.kind == "person")


def test_a_holder_of_an_organisation_beside_every_way_is_not_kept_by_name_alone():
    case = held(("h", "b"), ("k", "c"), ("HOLT, Ada", "", "z"), ("Pell, Ivy", "", "k"), text=ADA)
    assert not [one for one in case.matches if one.who.kind == "person"]


@pytest.mark.parametrize(
    "rows",
    [
        # Nobody meets: a circle, a share without control on the way, and owners of the owner that are two.
        [("h", "b"), ("k", "h"), ("h", "k"), ("t", "c"), ("s", "t")],
        [("h", "b", 30), ("t", "h"), ("t", "c")],
        [("h", "b"), ("t", "h"), ("k", "c"), ("s", "k")],
    ],
)
def test_where_no_owner_stands_above_both_nothing_is_kept_or_found(rows):
    case = owned(*rows)
    assert not case.above
    assert judged(case).outcome in ("passed", "not-assessed")


def test_an_owner_of_whom_nothing_is_known_keeps_the_rule_from_passing():
    verdict = judged(owned(("h", "b"), ("k", "c"), ("t", "h"), ("ada", "k")))
    assert verdict.outcome == "not-assessed"
    assert "who holds T HOLDINGS LTD, which holds H HOLDINGS LTD, stands in no register" in str(verdict)
    assert "who holds K HOLDINGS LTD" not in str(verdict)


def test_owners_too_far_up_or_too_many_to_be_asked_about_keep_the_rule_from_passing(monkeypatch):
    chain = [("h", "b"), ("i", "h"), ("j", "i"), ("k", "j"), ("ada", "k"), ("ada", "c", 4)]
    monkeypatch.setattr(upwards, "STEPS", 3)
    said = "who holds K HOLDINGS LTD, which holds J HOLDINGS LTD, was not looked for: it stands too far up, or beside too many"
    verdict = judged(owned(*chain))
    assert verdict.outcome == "not-assessed"
    assert said in str(verdict)
    monkeypatch.setattr(upwards, "MOST_ABOVE", 1)
    verdict = judged(owned(("h", "b"), ("k", "c"), ("ada", "h"), ("ada", "k", 4)))
    assert verdict.outcome == "not-assessed"
    assert "who holds K HOLDINGS LTD, which holds CEDAR CARE LTD, was not looked for" in str(verdict)


def test_the_halves_may_stand_in_two_registers_and_end_at_somebody_of_the_case():
    text = ADA + "complete: [declarations]\n"
    officers = "company_number,company_name,name,role,appointed_on,birth_date\n"
    officers += f"{firm('t')},Ada Holt,director,2019-01-01,1980-05\n"
    header = "registers:\n  - {file: owners.csv, kind: owners, name: Owners, scheme: GB-COH, searched: 2026-04-01}\n"
    header += "  - {file: officers.csv, kind: officers, name: Officers, scheme: GB-COH, searched: 2026-04-01}\n"
    files = {"owners_csv": HEAD + row("h", "b") + row("t", "h"), "officers_csv": officers}
    verdict = judged(opened(text + header, **files), "undeclared-indirect-tie-to-a-bidder")
    assert "T HOLDINGS LTD" in str(verdict.hits[0].hit.facts)


def test_a_register_is_read_again_only_for_owners_in_control_and_a_few_times(monkeypatch):
    reads, real = [], searching._read
    monkeypatch.setattr(searching, "_read", lambda *given: reads.append(1) or real(*given))
    owned(("h", "b", 50))
    assert len(reads) == 1
    monkeypatch.setattr(upwards, "STEPS", 3)
    chain = "hijklmn"
    owned(("h", "b"), *((above, below) for below, above in itertools.pairwise(chain)))
    assert len(reads) == 1 + 1 + 3


def test_statements_are_followed_upwards_too():
    def entity(key, name, number=None):
        numbers = [{"scheme": "GB-COH", "id": number}] if number else []
        return {"recordId": key, "recordType": "entity", "recordDetails": {"name": name, "identifiers": numbers}}

    def tie(above, below):
        interests = [{"type": "shareholding", "share": {"exact": 80}, "startDate": "2019-01-01"}]
        details = {"subject": below, "interestedParty": above, "interests": interests}
        return {"recordId": f"{above}{below}", "recordType": "relationship", "recordDetails": details}

    told = [entity("b", "Lumen Optics Ltd", "01234567"), entity("c", "Cedar Care Ltd", "07654321")]
    told += [entity(one, f"{one.upper()} Holdings Ltd", f"0999999{place}") for place, one in enumerate("hkt")]
    told += [tie("h", "b"), tie("k", "c"), tie("t", "h"), tie("t", "k")]
    Path("b.json").write_text(json.dumps(told), encoding="utf-8")
    case = opened("registers: [{file: b.json, kind: bods, name: Owners, searched: 2026-04-01}]\n")
    assert judged(case).outcome == "review"
    assert sorted(one.tie.organisation for one in case.above) == ["H Holdings Ltd", "K Holdings Ltd"]


def test_where_holders_are_too_many_to_be_compared_by_name_the_rule_says_so(monkeypatch):
    case = owned(("ada", "b", 4), ("k", "c", 4))
    assert judged(case, "rivals-tied-in-a-register").outcome == "passed"
    monkeypatch.setattr(holders, "MOST_HOLDERS", 1)
    verdict = judged(owned(("ada", "b", 4), ("k", "c", 4)), "rivals-tied-in-a-register")
    assert verdict.outcome == "not-assessed"
    said = "the register “Owners” was searched in part: 2 holders are entered at the bidders; of so many only those written the same"
    assert said in str(verdict)


def test_a_hidden_row_of_a_register_is_listed_and_keeps_the_rules_from_passing():
    def of(*hidden):
        book = openpyxl.Workbook()
        for line in [HEAD, row("ada", "b", 4), row("k", "c", 4), row("t", "c", 4)]:
            book.active.append(line.rstrip().split(","))
        for number in hidden:
            book.active.row_dimensions[number].hidden = True
        book.save("owners.xlsx")
        case = opened(OWNERS.replace("owners.csv", "owners.xlsx"))
        verdict = judged(case, "rivals-tied-in-a-register")
        return verdict.outcome, [one.reason.partition(",")[0] for one in case.unreadable]

    assert of() == ("passed", [])
    assert of(3) == ("not-assessed", ["row 3 is hidden"])


def test_a_row_that_is_struck_through_is_listed_and_keeps_the_rules_from_passing():
    def of(*struck):
        book = openpyxl.Workbook()
        for line in [HEAD, row("ada", "b", 4), row("k", "c", 4), row("t", "c", 4)]:
            book.active.append(line.rstrip().split(","))
        for number in struck:
            for cell in book.active[number]:
                cell.font = openpyxl.styles.Font(strike=True)
        book.save("owners.xlsx")
        case = opened(OWNERS.replace("owners.csv", "owners.xlsx"))
        verdict = judged(case, "rivals-tied-in-a-register")
        return verdict.outcome, [one.reason.partition(",")[0] for one in case.unreadable]

    assert of() == ("passed", [])
    assert of(3) == ("not-assessed", ["holds a name or number that is struck through"])


@pytest.mark.parametrize(("why", "said"), [("noBeneficialOwners", False), ("unknown", True)])
def test_an_owner_whom_a_statement_does_not_name_keeps_the_rules_from_passing(why, said):
    firms = [
        {"statementID": f"s{key}", "statementType": "entityStatement", "entityType": "registeredEntity", "name": name,
         "identifiers": [{"scheme": "GB-COH", "id": number}]}
        for key, number, name in (("b", *FIRMS["b"].split(",")), ("c", *FIRMS["c"].split(",")))
    ]  # fmt: skip
    tie = {
        "statementID": "s1", "statementType": "ownershipOrControlStatement", "subject": {"describedByEntityStatement": "sb"},
        "interestedParty": {"unspecified": {"reason": why}}, "interests": [{"type": "shareholding"}],
    }  # fmt: skip
    register = "registers: [{file: bo.json, kind: bods, name: Owners, searched: 2026-04-01}]\n"
    verdict = judged(opened(register, bo_json=json.dumps([*firms, tie])), "rivals-tied-in-a-register")
    words = "1 of its records about parties of this case, or their owners, do not say who holds them"
    assert (words in str(verdict)) is said


DIRECTORS = "registers: [{file: officers.csv, kind: officers, name: Officers, scheme: GB-COH, searched: 2026-04-01}]\n"


@pytest.mark.parametrize(
    ("entered", "outcome"),
    [("MOSS HOLDINGS LTD", "review"), ("Moss Holdings Limited", "review"), ("MOSS & FERN LTD", "passed")],
)
def test_a_director_of_a_firm_whose_name_alone_directs_a_bidder_is_asked_about(entered, outcome):
    table = "company_number,company_name,name,role,appointed_on,birth_date\n"
    table += "01234567,LUMEN OPTICS LTD,Ivy Pell,director,2005-01-01,1968-04\n"
    table += "07654321,CEDAR CARE LTD,Jon Marsh,director,2005-01-01,1961-02\n"
    table += '08765432,MOSS HOLDINGS LTD,"HOLT, Ada",director,2012-01-01,1980-05\n'
    table += f"01234567,LUMEN OPTICS LTD,{entered},corporate director,2012-01-01,\n"
    case = opened("complete: [people, declarations]\n" + ADA + DIRECTORS, officers_csv=table)
    found = judged(case, "undeclared-indirect-tie-known-by-name-only")
    assert found.outcome == outcome
    assert [(one.first, one.other) for one in case.one_above] == (
        [("o register gbcoh:8765432", "o register 0 moss holdings")] if outcome == "review" else []
    )
    assert judged(case, "undeclared-indirect-tie-to-a-bidder").outcome == "passed"
