"""A register of which one id stands for two, or a holder has no name, is named with its place, and no rule passes on it."""

import json

import pytest

from tests.procurement.test_register_nominees import ADA, OFFICERS, REGISTER, RULE, statement
from tests.procurement.test_registers import opened
from tests.procurement.test_registers_above import judged

RULES = (RULE, "undeclared-tie-in-a-register-by-name", "rivals-tied-in-a-register", "rivals-tied-through-others")


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch, both_ways):
    monkeypatch.chdir(tmp_path)


def person(key, name, born="", **more):
    named = {"personType": "knownPerson", "names": [{"type": "legal", "fullName": name}] if name else [], **more}
    return statement(key, "person", named | ({"birthDate": born} if born else {}))


def firm(key, name, number):
    known = [{"scheme": "GB-COH", "id": number}] if number else []
    return statement(key, "entity", {"entityType": {"type": "registeredEntity"}, "name": name, "identifiers": known})


def tie(key, subject, party, share=80):
    holds = [{"type": "shareholding", "startDate": "2020-01-01", "share": {"exact": share}}]
    return statement(key, "relationship", {"subject": subject, "interestedParty": party, "interests": holds})


LUMEN = firm("f1", "Lumen Optics Ltd", "01234567")
HOLT, BRANDT = person("p1", "Ada Holt", "1980-05"), person("p1", "Olga Brandt", "1970-01")


def searched(*told):
    text = "[" + ",\n".join(map(json.dumps, told)) + "]"
    return opened(ADA + REGISTER.format("bo.json", "bods"), bo_json=text)


def said(case):
    return [(one.line, one.reason) for one in case.unreadable]


def beyond(case):
    return [one for each in case.registers_searched for one in each.beyond]


def is_in_part(case):
    """Return whether the register was searched in part, and each rule on it says so and no more."""
    found = [judged(case, one) for one in RULES]
    lacks = [any("searched in part" in gap.reason for gap in one.unassessed) for one in found]
    return bool(beyond(case)) and all(lacks) and {str(one.outcome) for one in found} == {"not-assessed"}


@pytest.mark.parametrize("order", [(HOLT, BRANDT), (BRANDT, HOLT)])
def test_an_id_that_stands_for_two_people_is_named_and_nothing_passes_or_is_flagged(order):
    case = searched(LUMEN, *order, tie("r1", "f1", "p1"))
    assert said(case) == [
        (3, "the id p1 stands for two people, the first on line 2, so that nobody can tell which is meant where it is named; "
            "give each an id of its own"),
        (4, "the tie r1 goes by the id p1, which stands for two; it is left out"),
    ]  # fmt: skip
    assert is_in_part(case)


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ([LUMEN, firm("f1", "Cedar Care Ltd", "07654321"), HOLT, tie("r1", "f1", "p1")], "organisations"),
        ([LUMEN, HOLT, firm("p1", "Moss Ltd", "09999999"), tie("r1", "f1", "p1")], "records"),
        (
            [LUMEN, person("p1", "Ada Holt", "1980-05"), person("p1", "Ada Holt", "1981-05"), tie("r1", "f1", "p1")],
            "people",
        ),
        (
            [LUMEN, HOLT, person("p2", "Olga Brandt", "1970-01"), tie("r1", "f1", "p1"), tie("r1", "f1", "p2")],
            "ties",
        ),
        ([LUMEN, HOLT, tie("r1", "f1", "p1"), tie("r1", "f1", "p1", 10)], "ties"),
    ],
)
def test_so_is_one_of_two_organisations_or_ties(told, who):
    case = searched(*told)
    assert [reason for _, reason in said(case) if f"stands for two {who}" in reason]
    assert is_in_part(case)


@pytest.mark.parametrize(
    "told",
    [
        [HOLT, HOLT],
        [HOLT, person("p1", "HOLT, Ada Maria", "1980-05-03")],
        [person("p1", "Olga Brandt"), {**HOLT, "recordStatus": "updated", "statementDate": "2026-04-02"}],
        [HOLT, person("p2", "Olga Brandt", "1970-01"), person("p2", "Una Gray", "1971-01")],
    ],
)
def test_one_that_is_told_twice_or_anew_is_one_and_two_whom_nothing_leans_on_change_nothing(told):
    case = searched(LUMEN, *told, tie("r1", "f1", "p1"))
    assert beyond(case) == []
    assert str(judged(case, RULE).outcome) == "flagged"


def test_a_statement_id_of_two_records_is_named_and_each_stands_by_its_own():
    case = searched(
        LUMEN, HOLT, {**person("p2", "Olga Brandt", "1970-01"), "statementId": "s-p1"}, tie("r1", "f1", "p1")
    )
    assert said(case) == [
        (3, "the statement id s-p1 stands twice, of two records; give each statement an id of its own")
    ]
    assert str(judged(case, RULE).outcome) == "flagged"


def older(kind, key, **rest):
    return {"statementID": key, "statementType": kind, "publicationDetails": {"bodsVersion": "0.3"}, **rest}


def test_an_id_of_an_older_version_that_stands_for_two_is_named_whatever_their_days():
    names = [{"fullName": "Ada Holt"}], [{"fullName": "Olga Brandt"}]
    known = [{"scheme": "GB-COH", "id": "01234567"}]
    case = searched(
        older("entityStatement", "f1", name="Lumen Optics Ltd", identifiers=known),
        older("personStatement", "p1", names=names[0], birthDate="1980-05", statementDate="2026-03-01"),
        older("personStatement", "p1", names=names[1], birthDate="1970-01", statementDate="2026-04-01"),
        older(
            "ownershipOrControlStatement",
            "r1",
            subject={"describedByEntityStatement": "f1"},
            interestedParty={"describedByPersonStatement": "p1"},
        ),
    )
    assert [line for line, _ in said(case)] == [3, 4]
    assert is_in_part(case)


@pytest.mark.parametrize(
    "holder",
    [
        person("p1", "", personType="unknownPerson"),
        person("p1", "", personType="anonymousPerson", unspecifiedPersonDetails={"reason": "interestedPartyExempt"}),
        person("p1", "", names="Ada Holt"),
        firm("p1", "", ""),
    ],
)
def test_a_holder_of_a_party_of_whom_no_name_can_be_read_is_named_and_nothing_passes(holder):
    case = searched(LUMEN, holder, tie("r1", "f1", "p1"))
    [(line, reason)] = said(case)
    assert (line, reason.partition(" (")[0]) == (3, "the tie r1 is of somebody, p1, of whom no name can be read")
    assert is_in_part(case)


HEAD = "company_number,company_name,name,role,appointed_on,birth_date,officer_id\n"
RIVALS = """\
tender: {id: T1, title: Road lighting, published: 2026-03-02}
parties:
- {id: b, name: Lumen Optics Ltd, identifiers: [{scheme: GB-COH, id: "01234567"}]}
- {id: c, name: Cedar Care Ltd, identifiers: [{scheme: GB-COH, id: "07654321"}]}
bids: [{id: B1, bidder: b, status: valid}, {id: B2, bidder: c, status: valid}]
people: [{id: e1, name: Ada Holt, birth_date: 1980-05, roles: [{role: evaluator}]}]
complete: [declarations, bids, parties, people]
evaluation: {consensus: [{bid: B1, criterion: Q, score: 3}]}
"""


def of_two_rivals(*holders):
    """Return a case of two bidders with a holder each, given as name, birth date and id."""
    firms = ("01234567,LUMEN OPTICS LTD", "07654321,CEDAR CARE LTD")
    rows = [f'{firm},"{name}",director,2015-01-01,{rest}\n' for firm, (name, rest) in zip(firms, holders, strict=False)]
    return opened(REGISTER.format("list.csv", "officers"), RIVALS, list_csv=HEAD + "".join(rows))


NO_NAMES = ["Unknown", "-", "N/A", "?", "not known", "xxx", "Unbekannt", "Name withheld", "unknown person", "none", "Anonymous",
            "TBC", "0", "..."]  # fmt: skip


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_holder_called_unknown_or_the_like_has_no_name(name):
    case = searched(LUMEN, person("p1", name), tie("r1", "f1", "p1"))
    assert [line for line, _ in said(case)] == [3]
    assert is_in_part(case)
    case = of_two_rivals((name, ","), ("VANG, Per", "1960-05,"))
    assert [line for line, _ in said(case)] == [2]
    assert is_in_part(case)


@pytest.mark.parametrize("name", ["Unknown Mortal", "Anonymous Ltd", "Nona Nemo", "Xu Xing", "Tbc Systems GmbH"])
def test_a_name_that_holds_such_a_word_is_a_name(name):
    case = searched(LUMEN, person("p1", name), tie("r1", "f1", "p1"))
    assert (said(case), beyond(case)) == ([], [])
    case = searched(LUMEN, firm("p1", name, ""), tie("r1", "f1", "p1"))
    assert (said(case), beyond(case)) == ([], [])
    case = of_two_rivals((name, ","), ("VANG, Per", "1960-05,"))
    assert (said(case), beyond(case)) == ([], [])


@pytest.mark.parametrize("name", ["Vacant", "Free float", "Other shareholders", "Post held open"])
def test_a_post_that_nobody_holds_and_a_group_lack_no_name(name):
    assert beyond(of_two_rivals((name, ","), ("VANG, Per", "1960-05,"))) == []


def test_nobody_is_lacking_where_a_statement_says_that_there_is_nobody():
    nobody = person("p1", "", personType="unknownPerson", unspecifiedPersonDetails={"reason": "noBeneficialOwners"})
    assert beyond(searched(LUMEN, nobody, tie("r1", "f1", "p1"))) == []
    assert beyond(searched(LUMEN, firm("f2", "", "09999999"), tie("r1", "f1", "f2"))) == []


@pytest.mark.parametrize(
    ("row", "in_part"),
    [
        ("01234567,LUMEN OPTICS LTD,,director,2015-01-01,\n", True),
        ("01234567,LUMEN OPTICS LTD,Vacant,director,2015-01-01,\n", False),
        ("01234567,LUMEN OPTICS LTD,,no-individual-or-entity-with-significant-control,2015-01-01,\n", False),
        ("09999999,MOSS LTD,,director,2015-01-01,\n", False),
    ],
)
def test_a_row_of_a_list_without_a_name_at_a_party_is_named_and_nothing_passes(row, in_part):
    table = OFFICERS + row + '01234567,LUMEN OPTICS LTD,"VANG, Per",director,2015-01-01,1960-05\n'
    # Without this row no rule would pass, whatever the other says.
    table += '07654321,CEDAR CARE LTD,"LIND, Cora",director,2015-01-01,1971-03\n'
    case = opened(ADA + REGISTER.format("list.csv", "officers"), list_csv=table)
    assert bool(beyond(case)) is in_part
    outcome = "not-assessed" if in_part else "passed"
    assert {str(judged(case, one).outcome) for one in RULES[:2]} == {outcome}


@pytest.mark.parametrize(
    ("born", "lines"),
    [
        ("03/05/1980", [3]),
        ("May", [3]),
        ("05/1980", [3]),
        ("1980-13", [3]),
        ("1980-05-32", [3]),
        ("May 1980", [3]),
        ("1980-05", []),
        ("1980-05-03", []),
        ("1980", []),
        ("1980-05-03T00:00:00Z", []),
    ],
)
def test_a_birth_date_of_a_statement_that_cannot_be_read_is_listed_as_in_a_list(born, lines):
    case = searched(LUMEN, person("p1", "Ada Holt", born), tie("r1", "f1", "p1"))
    assert [line for line, reason in said(case) if reason.startswith("birth date ")] == lines


@pytest.mark.parametrize(("born", "levels"), [("1980-05-03T00:00:00Z", ["likely"]), ("1957-08-01T00:00:00Z", [])])
def test_a_day_of_birth_is_compared_whatever_hour_stands_behind_it(born, levels):
    case = searched(LUMEN, person("p1", "Ada Holt", born), tie("r1", "f1", "p1"))
    assert [one.who.level for one in case.matches if one.who.kind == "person"] == levels


@pytest.mark.parametrize(
    "holders",
    [
        (("WREN, Joan", "1970-05,O1"), ("VANG, Per", "1960-05,O1")),
        (("VANG, Per", "1960-05,O1"), ("WREN, Joan", "1970-05,O1")),
        (("HOLT, Ada", "1980-05,O1"), ("VANG, Per", "1960-05,O1")),
        (("WREN, Joan", ",O1"), ("VANG, Per", ",O1")),
        (("WREN, Joan", "1970-05,O1"), ("WREN, Joan", "1971-05,O1")),
        (("MOSS LTD", ",O1"), ("SEDGE LTD", ",O1")),
    ],
)
def test_an_id_of_a_list_that_stands_for_two_is_named_with_its_lines_and_ties_nobody(holders):
    case = of_two_rivals(*holders)
    assert said(case) == [
        (2, "goes by the id O1, which stands for two holders; the row is left out"),
        (3, "the id O1 stands for two holders, the first on line 2, so that nobody can tell which is meant; give each an id of "
            "its own. The row is left out"),
    ]  # fmt: skip
    assert is_in_part(case)


@pytest.mark.parametrize(
    "holders",
    [
        (("WREN, Joan", "1970-05,O1"), ("WREN, Joan Mary", "1970-05-03,O1")),
        (("WREN, Joan", "1970-05,O1"), ("Joan Wren", ",O1")),
        (("WREN, Joan", "1970-05,O1"), ("VANG, Joan", "1970-05,O1")),
        (("WREN, William", ",O1"), ("WREN, Bill", ",O1")),
        (("MOSS LTD", ",O1"), ("MOSS LIMITED", ",O1")),
    ],
)
def test_one_holder_written_in_two_ways_under_one_id_stays_one(holders):
    case = of_two_rivals(*holders)
    assert (said(case), beyond(case)) == ([], [])
    assert str(judged(case, "rivals-tied-in-a-register").outcome) in ("flagged", "review")


@pytest.mark.parametrize("none", ["-", "n/a", "0", "0000000", "unknown"])
def test_what_stands_where_no_id_is_known_makes_nobody_one(none):
    case = of_two_rivals(("WREN, Joan", f"1970-05,{none}"), ("VANG, Per", f"1960-05,{none}"))
    assert (said(case), beyond(case)) == ([], [])
    assert str(judged(case, "rivals-tied-in-a-register").outcome) == "passed"


def test_an_id_that_stands_for_two_ties_no_bidder_to_one_above_another_either():
    rows = (
        '01234567,LUMEN OPTICS LTD,MOSS LTD,shareholder,2015-01-01,,F1\n07654321,CEDAR CARE LTD,"WREN, Joan",shareholder,'
        '2015-01-01,1970-05,O1\n,MOSS LTD,"VANG, Per",shareholder,2015-01-01,1960-05,O1\n'
    )
    case = opened(REGISTER.format("list.csv", "owners"), RIVALS, list_csv=HEAD + rows)
    assert [line for line, _ in said(case)] == [4]
    assert is_in_part(case)


def organisations(case):
    return [key for one in case.registers_searched for key in one.organisations]


@pytest.mark.parametrize(
    ("party", "in_part"),
    [
        ({"reason": "noBeneficialOwners"}, False),
        ({"reason": "unknown"}, True),
        ("nobody-there", True),
    ],
)
def test_a_party_of_which_a_statement_names_nobody_stands_in_the_register(party, in_part):
    case = searched(LUMEN, tie("r1", "f1", party))
    assert organisations(case) == ["b"]
    assert bool(beyond(case)) is in_part


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("01234567,Lumen Optics Ltd,,no-individual-or-entity-with-significant-control,2020-01-01,", ["b"]),
        ("01234567,Lumen Optics Ltd,Unknown,director,2020-01-01,", ["b"]),
        ("01234567,Lumen Optics Ltd,Vacant,director,2020-01-01,", []),
    ],
)
def test_so_does_one_of_a_list_but_for_one_that_has_a_vacant_post_and_no_more(row, found):
    case = opened(ADA + REGISTER.format("o.csv", "officers"), o_csv=f"{OFFICERS}{row}\n")
    assert organisations(case) == found
