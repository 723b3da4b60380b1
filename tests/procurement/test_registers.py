"""Registers beside a case: what they become, what is wrong with them and where, and that the rest is audited all the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.checks.people.ties.register_ties import not_opened
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.cases import Extra, open_cases
from fairaudit.sources.registers import items, streams
from fairaudit.sources.registers.bods import statements

pytestmark = pytest.mark.usefixtures("both_ways")

HEAD = """
tender: {id: T1, published: 2026-03-02}
parties:
  - {id: b, name: Lumen Optics Ltd, identifiers: [{scheme: GB-COH, id: "01234567"}]}
  - {id: c, name: Cedar Care Ltd, identifiers: [{scheme: GB-COH, id: "07654321"}]}
bids: [{id: B1, bidder: b}, {id: B2, bidder: c}]
"""
ADA = "people: [{id: e1, name: Ada Holt, birth_date: 1980-05, roles: [{role: evaluator}]}]\n"


def opened(text, head=HEAD, **files):
    for name, content in files.items():
        Path(name.replace("_", ".")).write_text(content, encoding="utf-8")
    Path("case.yaml").write_text(head + text, encoding="utf-8")
    [case] = open_cases(Path("case.yaml"), Extra())
    return case


def faults(text, **files):
    case = opened(text, **files)
    assert not isinstance(case, Case)
    return [str(one) for one in case.faults]


def listed(case):
    return [f"{one.file}:{one.line}: {one.reason}" for one in case.unreadable]


def test_two_people_with_one_id_are_both_kept_and_the_rest_is_read():
    table = "id,name,birth_date,role,role_start\ne1,Ada Holt,1980-05,evaluator,2026-13-01\ne1,Ida Holm,,approver,\ne1,Ada Holt,,chair,\n"
    case = opened("registers: [{file: people.csv, kind: people}]", people_csv=table)
    assert [(one.id, one.name, [role.role for role in one.roles]) for one in case.people] == [
        ("e1", "Ada Holt", ["evaluator", "chair"]),
        ("e1", "Ida Holm", ["approver"]),
    ]
    assert case.people[0].roles[0].start_date is None
    assert [(one.reason, one.path) for one in case.unreadable] == [
        ('names a day that does not exist: "2026-13-01"', ("people", 0, "roles", 0, "start_date"))
    ]
    assert case.places[("people", 1, "name")] == (1, (3, 4, 3, 12))


def test_a_table_joins_the_case_by_id_and_what_it_says_otherwise_is_listed():
    table = "id,name,tie,party,start_date\ne1,Ada Holm,directorship,b,01/05/2021\n"
    case = opened(ADA + "registers: [{file: people.csv, kind: people, dates: day-month-year}]", people_csv=table)
    [person] = case.people
    assert (person.name, person.interests[0].party, str(person.interests[0].start_date)) == (
        "Ada Holt",
        "b",
        "2021-05-01",
    )
    assert listed(case) == [
        "people.csv:2: is given differently in case.yaml:7:25; keep the right one and delete the other"
    ]


def test_declarations_and_parties_stand_in_tables():
    told = "person,date,covers,nothing_to_declare,tie,party,actions\ne1,2026-03-20,b; c,,shareholding,b,recused\ne2,2026-03-20,all,yes,,,\n"
    firms = "id,name,owner_name,share,person\nd,Delta Ltd,Joan Fable,60,x1\nd,,Fay Marsh,40,x2; x3\n"
    case = opened(
        "registers: [{file: told.csv, kind: declarations}, {file: firms.csv, kind: parties}]",
        told_csv=told,
        firms_csv=firms,
    )
    first, second = case.declarations
    assert (first.covers, first.interests[0].party, first.mitigation.actions) == (("b", "c"), "b", "recused")
    assert (second.covers, second.interests) == (("all",), ())
    assert [(one.name, str(one.share)) for one in case.party("d").owners] == [("Joan Fable", "60"), ("Fay Marsh", "40")]
    assert case.party("d").people == ("x1", "x2", "x3")


@pytest.mark.parametrize(
    ("header", "table", "said"),
    [
        ("{kind: officers}", "", "case.yaml:7:13: registers[0].file: is not given; write which file holds it, such as "
         "`officers.csv`, or its entries under `records`"),
        ("{file: o.csv, kind: bods}", "[]", "case.yaml:7:20: registers[0].file: should be a file of BODS statements that ends in "
         "`.json` or `.jsonl`"),
    ],
)  # fmt: skip
def test_what_keeps_a_register_from_being_read_is_a_located_fault(header, table, said):
    assert faults(f"registers: [{header}]", o_csv=table) == [said]


NONE = "names a file that is not there: `none.csv`; it is looked for beside the case"
NO_COLUMN = "say under `columns` what the table calls it, such as"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("none.csv", None, f":0: {NONE}"),
        ("bad.csv", b"Company number,Company name\n1,\xc4\n", "bad.csv:2: is not UTF-8 text from here on; save the file as UTF-8"),
        ("bad.csv", b"a,b\n1,2\n", "bad.csv:1: has no column headed `company_number` or `company_name`; "
         f"{NO_COLUMN} `company_number: …`"),
        ("bad.csv", b"Company number,Company name,Officer name\n", "bad.csv:1: has no row below the names of its columns"),
        ("bad.csv", b'company,"name\nX,Y\n', 'bad.csv:1: opens a cell with " that is not closed; write " twice where it stands inside '
         "a cell"),
    ],
)  # fmt: skip
def test_a_register_that_cannot_be_read_is_named_and_the_others_are_searched(name, content, said):
    if content is not None:
        Path(name).write_bytes(content)
    header = f"registers: [{{file: {name}, kind: officers, scheme: GB-COH}}, {{file: o.csv, kind: officers, scheme: GB-COH}}]"
    case = opened(ADA + header, o_csv=OFFICERS.replace(",too,many", ""))
    assert [one for one in listed(case) if "in this register" in one] == [
        f"{said}; nothing was searched in this register"
    ]
    assert [one.file for one in case.registers_searched] == ["o.csv"]
    assert case.matches
    [gap] = not_opened(case)
    assert gap.missing == ("registers[0].file (a file that can be read)",)


@pytest.mark.parametrize(
    ("kind", "content", "said"),
    [
        ("people", None, f":0: {NONE}"),
        ("people", "", "none.csv:1: is empty; its first line should name its columns"),
        ("parties", "x\n1\n", f"none.csv:1: has no column headed `id` or `name`; {NO_COLUMN} `id: …`"),
        ("people", "id,name\n", "none.csv:1: names its columns, and no row that can be read stands below them"),
        ("declarations", 'id,"person\n1,a\n', 'none.csv:1: opens a cell with " that is not closed; write " twice where it stands '
         "inside a cell"),
    ],
)  # fmt: skip
def test_a_table_of_the_case_that_cannot_be_read_is_named_and_nothing_follows_from_what_it_holds(kind, content, said):
    if content is not None:
        Path("none.csv").write_text(content, encoding="utf-8")
    case = opened(f"complete: [people, parties, declarations]\nregisters: [{{file: none.csv, kind: {kind}}}]")
    words = f"nothing is known of the {kind} it holds, and the rest is audited without them"
    assert listed(case) == [f"{said}; {words}"]
    assert [*case.unread] == [kind]
    assert not case.holds_all(kind)
    assert len(case.procurement.complete) == 2
    assert kind == "parties" or getattr(case.procurement, kind) is None
    assert list(not_opened(case)) == []


OFFICERS = """Company number,Company name,Officer name,Role,Appointed on,Resigned on,Date of birth,Postcode
01234567,LUMEN OPTICS LIMITED,"HOLT, Ada Mary",director,2021-05-01,2020-01-01,1980-05,NV1 2AB
01234567,LUMEN OPTICS LIMITED,"WREN, Joan",secretary,2021-05-01,,1970-02,NV1 2AB
07654321,CEDAR CARE LIMITED,"WREN, Joan",director,2020-05-01,,1970-02,NV1 2AB
09999999,OTHER LTD,"HOLT, Ada",director,2020-05-01,,,NV1 2AB
09999999,OTHER LTD,"HOLT, Ada",director,2020-05-01,,1981-03,NV1 2AB
09999999,OTHER LTD,"FABLE, Finn",director,2020-05-01,,1981-03,NV1 2AB,too,many
"""


def test_only_what_may_be_about_somebody_of_the_case_is_kept():
    case = opened(ADA + "registers: [{file: o.csv, kind: officers, scheme: GB-COH}]", o_csv=OFFICERS)
    [found] = case.registers_searched
    assert (found.rows, found.people, found.parties, found.likely, found.possible, found.left) == (6, 1, 2, 1, 0, 1)
    assert [(one.who.key, one.who.level, one.tie.holder, case.places[one.path][1][0]) for one in case.matches] == [
        ("e1", "likely", "HOLT, Ada Mary", 2),
        ("b", "certain", "HOLT, Ada Mary", 2),
        ("b", "certain", "WREN, Joan", 3),
        ("c", "certain", "WREN, Joan", 4),
    ]
    assert case.matches[0].tie.end is None
    assert listed(case) == [
        "o.csv:2: ends on 2020-01-01 and begins on 2021-05-01, so one of the two is wrong; neither is used",
        "o.csv:7: the row has 10 cells, and the table names 8 columns; put a cell that holds the separator in quotes",
    ]
    assert found.beyond == ("1 of its records do not say plainly whom they are about",)


def test_only_people_with_a_part_in_the_case_are_searched_for():
    wren = ADA.replace("}]\n", "}, {id: x1, name: Joan Wren, birth_date: 1970-02}, {id: x2, name: Finn Fable}]\n")
    case = opened(wren + "registers: [{file: o.csv, kind: officers, scheme: GB-COH}]", o_csv=OFFICERS)
    assert [one.id for one in case.people] == ["e1", "x1", "x2"]
    assert [one.people for one in case.registers_searched] == [1]
    assert [(one.who.name, one.tie.holder) for one in case.matches if one.holds] == [("Ada Holt", "HOLT, Ada Mary")]


AROUND = """
parties:
  - id: b
    name: Lumen Optics Ltd
    identifiers: [{scheme: GB-COH, id: "01234567"}]
    people: [k1, Cora Lind]
    owners: [{person: x1, share: 60}, {name: Fay Marsh, share: 20}, {party: d, name: Delta Ltd, share: 20}]
    contact_point: {name: Joan Fable}
    subcontractors: [d]
  - {id: c, name: Cedar Care Ltd, identifiers: [{scheme: GB-COH, id: "07654321"}]}
  - {id: d, name: Delta Ltd, people: [Dov Quill]}
  - {id: f, name: Far Ltd, people: [Nils Oven]}
bids:"""
FOUND_AROUND = ["Ada Holt", "Ben Rook", "Cora Lind", "Dov Quill", "Fay Marsh", "Joan Fable", "Xaver Lund"]


def test_key_staff_owners_and_contacts_of_bidders_and_of_parties_around_them_are_searched_for_too():
    people = ADA.replace("}]\n", "}, {id: k1, name: Ben Rook}, {id: x1, name: Xaver Lund}]\n")
    rows = "".join(f"07654321,{one},director,2020-05-01\n" for one in (*FOUND_AROUND, "Nils Oven", "Delta Ltd"))
    case = opened(
        people + "registers: [{file: o.csv, kind: officers, scheme: GB-COH}]",
        head=HEAD[: HEAD.index("\nparties")] + AROUND + HEAD.partition("bids:")[2],
        o_csv=f"Company number,Officer name,Role,Appointed on\n{rows}",
    )
    assert [one.people for one in case.registers_searched] == [7]
    held = [one for one in case.matches if one.holds]
    assert [one.who.name for one in held if one.tie.holder_is == "person"] == FOUND_AROUND
    # A party of the case that directs another is found as the organisation it is.
    assert [one.who.name for one in held if one.tie.holder_is == "party"] == ["Delta Ltd"]


def old(kind, key, **rest):
    return {"statementID": key, "statementType": kind, "publicationDetails": {"bodsVersion": "0.3"}, **rest}


def owns(key, subject, **party):
    interests = [{"type": "shareholding", "share": {"exact": 40.5}, "startDate": "2020-01-01"}]
    return old(
        "ownershipOrControlStatement", key,
        subject={"describedByEntityStatement": subject}, interestedParty=party, interests=interests,
    )  # fmt: skip


LUMEN = old("entityStatement", "e1", name="Lumen Optics Ltd", identifiers=[{"scheme": "GB-COH", "id": "01234567"}])
PERSON = old("personStatement", "p1", names=[{"fullName": "Ada Holt"}], birthDate="1980-05-09")
STATEMENTS = [
    LUMEN, PERSON, old("entityStatement", "e2", name="Holding Ltd"),
    owns("t1", "e1", describedByPersonStatement="p1"),
    owns("t2", "e1", describedByEntityStatement="e2"),
    owns("t3", "e2", describedByEntityStatement="e1"),
    owns("t4", "e1", describedByPersonStatement="nowhere"),
    owns("t5", "e1", unspecified={"reason": "noBeneficialOwners"}),
]  # fmt: skip


def test_statements_of_ownership_are_searched_and_what_is_wrong_with_them_is_listed():
    text = "\n".join(map(json.dumps, STATEMENTS))
    case = opened(ADA + "registers: [{file: bo.jsonl, kind: bods}]", bo_jsonl=text)
    [held] = [one for one in case.matches if one.who.key == "e1"]
    assert (held.who.level, held.tie.role, held.tie.share, held.others[0].key) == (
        "likely",
        "shareholding",
        "40.5",
        "b",
    )
    assert [one.names for one in case.owner_circles] == [("Lumen Optics Ltd", "Holding Ltd")]
    assert listed(case) == [
        "bo.jsonl:7: the tie t4 refers to a statement that is not there: nowhere",
        "bo.jsonl:8: the tie t5 names no interested party (noBeneficialOwners)",
    ]


def test_an_organisation_that_holds_something_is_no_match_of_people():
    told = [LUMEN, STATEMENTS[2], STATEMENTS[5]]
    case = opened(ADA + "registers: [{file: bo.json, kind: bods}]", bo_json=json.dumps(told))
    assert [(one.who.key, one.holds) for one in case.matches] == [("b", True)]
    [found] = case.registers_searched
    assert (found.people, found.certain, found.likely, found.possible) == (1, 0, 0, 0)


@pytest.mark.parametrize("version", ["0.2", "0.3"])
def test_statements_of_each_older_version_are_read(version):
    told = [{**one, "publicationDetails": {"bodsVersion": version}} for one in (*STATEMENTS[:2], STATEMENTS[3])]
    case = opened(ADA + "registers: [{file: bo.json, kind: bods}]", bo_json=json.dumps(told))
    assert (listed(case), [(one.who.key, one.who.level) for one in case.matches if one.holds]) == (
        [],
        [("e1", "likely")],
    )


def new(kind, key, day, status="new", **details):
    head = {
        "statementId": f"{key}-{day}",
        "recordId": key,
        "recordType": kind,
        "recordStatus": status,
        "statementDate": day,
    }
    return {**head, "declarationSubject": "e1", "recordDetails": details, "publicationDetails": {"bodsVersion": "0.4"}}


@pytest.mark.parametrize("order", [1, -1])
def test_of_a_record_of_version_0_4_the_latest_telling_counts(order):
    tie = dict(subject="e1", interestedParty="p1", interests=[{"type": "boardMember", "startDate": "2020-01-01"}])
    told = [
        new("relationship", "r1", "2025-12-01", "closed", **tie),
        new("relationship", "r1", "2021-01-01", **tie),
        new("entity", "e1", "2021-01-01", name="Lumen Optics Ltd", identifiers=LUMEN["identifiers"]),
        new("person", "p1", "2021-01-01", names=[{"fullName": "Ada Holt"}], birthDate="1980-05"),
    ]
    case = opened(ADA + "registers: [{file: bo.json, kind: bods}]", bo_json=json.dumps(told[::order], indent=1))
    [held] = [one for one in case.matches if one.holds]
    assert (held.tie.kind, str(held.tie.start), str(held.tie.end)) == ("directorship", "2020-01-01", "2025-12-01")


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ({"exact": 40}, "40"),
        ({"minimum": 25, "maximum": 50}, "25 to 50"),
        ({"exclusiveMinimum": 75}, "75 or more"),
        ({"exclusiveMaximum": 25}, "up to 25"),
    ],
)
def test_a_statement_that_tells_no_version_gives_a_name_in_parts_an_address_and_a_share(share, said):
    home = "addresses: [{street_address: 4 Mill Lane, locality: Northvale, postal_code: NV1 2AB}]"
    tie = dict(subject="e1", interestedParty="p1", interests=[{"type": "shareholding", "share": share}])
    address = {"address": "4 Mill Ln, Northvale", "postCode": "NV1 2AB"}
    told = [
        new("entity", "e1", "2021-01-01", name="Lumen Optics Ltd", identifiers=LUMEN["identifiers"]),
        new("person", "p1", "2021-01-01", names=[{"familyName": "HOLT", "givenName": "Ada"}], addresses=[address]),
        new("relationship", "r1", "2021-01-01", **tie),
    ]
    for one in told:
        del one["publicationDetails"]
    case = opened(
        ADA.replace("birth_date: 1980-05", home) + "registers: [{file: bo.json, kind: bods}]", bo_json=json.dumps(told)
    )
    assert [(one.who.level, one.who.reasons, one.tie.kind, one.tie.share) for one in case.matches if one.holds] == [
        ("likely", ("same name", "same address"), "ownership", said)
    ]


@pytest.mark.parametrize(
    ("known", "told", "level", "reasons"),
    [
        ("aliases: [Halyard Sight Ltd]", {"name": "HALYARD SIGHT LIMITED"}, "possible", ("same name",)),
        ('identifiers: [{scheme: GB-COH, id: "01234567", legal_name: Halyard Sight Ltd}]', {"name": "Halyard Sight Ltd"},
         "possible", ("same name",)),
        ("addresses: [{street_address: 4 Mill Lane, locality: Northvale, postal_code: NV1 2AB}]",
         {"name": "Lumen Optics Ltd", "addresses": [{"address": "4 Mill Ln, Northvale", "postCode": "NV1 2AB"}]},
         "likely", ("same name", "same address")),
    ],
)  # fmt: skip
def test_a_party_is_known_by_its_other_names_and_its_address(known, told, level, reasons):
    head = HEAD.replace(
        'Lumen Optics Ltd, identifiers: [{scheme: GB-COH, id: "01234567"}]', f"Lumen Optics Ltd, {known}"
    )
    statements = [old("entityStatement", "e1", **told), PERSON, owns("t1", "e1", describedByPersonStatement="p1")]
    case = opened(ADA + "registers: [{file: bo.json, kind: bods}]", head=head, bo_json=json.dumps(statements))
    assert [(one.who.key, one.who.level, one.who.reasons) for one in case.matches if not one.holds] == [
        ("b", level, reasons)
    ]


def test_a_replaced_statement_does_not_count():
    text = json.dumps(
        [*STATEMENTS[:4], owns("t9", "e2", describedByPersonStatement="p1") | {"replacesStatements": ["t1"]}]
    )
    case = opened(ADA + "registers: [{file: bo.json, kind: bods}]", bo_json=text)
    assert [(one.tie.organisation, one.others) for one in case.matches if one.who.key == "e1"] == [("Holding Ltd", ())]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (json.dumps([{**LUMEN, "publicationDetails": {"bodsVersion": "0.1"}}]),
         'bo.json:1: is of version "0.1" of the Beneficial Ownership Data Standard; known are 0.2, 0.3, 0.4'),
        ("[\n{}", "bo.json:2: ends before its list is closed; it was cut short"),
        ('[{"a": NaN}]', "bo.json:1: holds NaN, which is no value of JSON"),
        ("[" * 100_000, "bo.json:1: is nested too deep for a statement"),
        ("{", "bo.json:1: is not valid JSON here: Expecting property name enclosed in double quotes"),
        ("[]", "bo.json:1: holds no statement of beneficial ownership"),
        ('[{"a": 1}, 2]', "bo.json:1: holds no statement of beneficial ownership"),
        ('{"releases": []}', "bo.json:1: holds no statement of beneficial ownership"),
        ("[{}] x", "bo.json:1: has something after the end of its list; remove it"),
    ],
)  # fmt: skip
def test_statements_that_cannot_be_read_are_named_with_their_line(text, said):
    case = opened("registers: [{file: bo.json, kind: bods}]", bo_json=text)
    assert listed(case) == [f"{said}; nothing was searched in this register"]
    assert (case.registers_searched, case.matches) == ((), ())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.dictionaries(st.text(max_size=5), st.text(max_size=9), max_size=3), max_size=6), st.integers(1, 40))
def test_items_are_read_whatever_the_pieces_a_file_comes_in(values, size):
    for text in (json.dumps(values, indent=1, ensure_ascii=False), "\n".join(map(json.dumps, values))):
        path = Path("items.json")
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        before, streams._PIECE = streams._PIECE, size
        try:
            found = list(items.items_of(streams.Stream(path, "items.json")))
        finally:
            streams._PIECE = before
        assert [value for _, value in found] == values


@settings(max_examples=100, deadline=None)
@given(
    st.recursive(
        st.none() | st.booleans() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["statementID", "statementType", "subject", "names", "interests", "share", "recordType"]
                )
                | st.text(max_size=3),
                inner | st.sampled_from(["personStatement", "relationship"]),
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_whatever_a_statement_holds_it_is_read_or_said_to_be_misread(value):
    path = Path("one.json")
    path.write_text(json.dumps([value]), encoding="utf-8")
    assert len(list(statements(streams.Stream(path, "one.json")))) == 1


def test_statements_beside_a_folder_case_are_a_register_and_no_part_of_it():
    Path("bo.json").write_text(json.dumps(STATEMENTS), encoding="utf-8")
    Path("tender.yaml").write_text(HEAD + ADA + "registers: [{file: bo.json, kind: bods}]", encoding="utf-8")
    [case] = open_cases(Path(), Extra())
    assert isinstance(case, Case)
    assert [(one.file, one.rows) for one in case.registers_searched] == [("bo.json", len(STATEMENTS))]
    assert case.not_read == ()


def test_a_file_that_cannot_be_read_and_is_no_register_is_a_fault_of_the_folder():
    Path("bo.json").write_text("[", encoding="utf-8")
    Path("tender.yaml").write_text(HEAD + ADA, encoding="utf-8")
    [case] = open_cases(Path(), Extra())
    assert not isinstance(case, Case)
    assert [one.file for one in case.faults] == ["bo.json"]


@pytest.mark.parametrize("cell", ["£4", "GBP 4", "4 GBP", "4.00 £", "GBP4"])
def test_an_amount_in_a_table_may_carry_its_currency(cell):
    table = f"id,name,tie,party,value\ne1,Ada Holt,gift,b,{cell}\n"
    case = opened("registers: [{file: people.csv, kind: people}]", people_csv=table)
    assert [one.interests[0].value.in_words() for one in case.people] == ["£4"]
    assert case.unreadable == ()


@pytest.mark.parametrize("cell", ["about £4", "£4 each", "£1.200", "£4 GBP", "$4"])
def test_what_can_be_read_in_two_ways_is_listed(cell):
    table = f"id,name,tie,party,value\ne1,Ada Holt,gift,b,{cell}\n"
    case = opened("registers: [{file: people.csv, kind: people}]", people_csv=table)
    assert [one.path for one in case.unreadable] == [("people", 0, "interests", 0, "value", "amount")]
