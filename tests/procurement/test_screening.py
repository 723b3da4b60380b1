"""Beyond a hundred thousand records DuckDB tells which are looked at, and holds back none that the sieves let through."""

import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairaudit.analysis.names.candidates import PLAIN
from fairaudit.analysis.names.described import Described
from fairaudit.procurement.loading.cases import Extra, open_cases
from fairaudit.procurement.registers import passing, screening
from fairaudit.procurement.registers.passing import looked_over
from fairaudit.procurement.registers.screening import FirmScreen, PeopleScreen
from fairaudit.procurement.registers.sieve import FirmSieve, PeopleSieve

WORDS = [
    "Ada", "Holt", "HOLT,", "A.", "AH", "Anne-Marie", "Annemarie", "O'Neil", "Oneil", "de", "la", "Vega", "Delavega", "van",
    "der", "Berg", "McRae", "Macrae", "Jürgen", "Mueller", "Müller", "Ида", "Хольт", "Ιωάννης", "o", "Liz", "Elizabeth", "\x00",
    "\ud800", "Works", "LIMITED", "Ltd", "Alder", "Aldre", "Crane", "`", "3M", "Holt\x00Ada",
]  # fmt: skip
names = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
births = st.sampled_from(
    [None, "1980", "1980-05", "1980-05-03", "1980-06", "1980-06-03", "1980-5", " 1980-05 ", "1980-13", "x"]
)
places = st.sampled_from(
    [
        "1 Mill Lane, Northvale, NV1 2AB",
        "Mill Lane 1, 12345 Süd\ud800",
        "nv12ab",
        "12 345 Süd",
        "",
        "Süd",
        "1 Mill Lane, SÜ1",
    ]
)
numbers = st.tuples(
    st.sampled_from(["GB-COH", "companies house", "officer"]),
    st.sampled_from(["01234567", "1234567", "1234567.0", "3E+06", "12 34567", "7", "ſ7", "x"]),
)
some = st.integers(0, 1)


def described(kind):
    return st.builds(
        Described,
        st.just(kind),
        st.lists(names, max_size=2).map(tuple),
        st.lists(numbers, max_size=1).map(tuple),
        births if kind == "person" else st.none(),
        st.lists(places, max_size=2 if kind == "person" else 0).map(tuple),
        given=st.none() | names if kind == "person" else st.none(),
        surname=st.none() | names if kind == "person" else st.none(),
    )


def ones(kind, most):
    return st.lists(described(kind), min_size=1, max_size=most)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(ones("person", 4), st.lists(ones("person", 30), min_size=1, max_size=2))
def test_no_person_whom_the_sieve_lets_through_is_held_back(sought, batches):
    sieve = PeopleSieve(sought)
    screen = PeopleScreen(sieve)
    for batch in batches:
        wanted = {at for at, one in enumerate(batch) if sieve.among(one) != []}
        assert wanted <= screen.among(batch)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(ones("organisation", 4), st.lists(ones("organisation", 30), min_size=1, max_size=2))
def test_no_organisation_that_the_sieve_lets_through_is_held_back(sought, batches):
    sieve = FirmSieve(sought)
    screen = FirmScreen(sieve)
    for batch in batches:
        assert screen.among(batch) == {at for at, one in enumerate(batch) if sieve.holds(one)}


ADA = Described("person", ("Ada Holt",), birth="1980-05-03", addresses=("1 Mill Lane, Northvale, NV1 2AB",))


@pytest.mark.parametrize(
    ("record", "passes"),
    [
        (Described("person", ("Ada Holt",)), True),
        (Described("person", ("Ada Holt",), birth="1980-05"), True),
        (Described("person", ("Ada Holt",), birth="1980-06"), False),
        (Described("person", ("A. Holt",)), True),
        (Described("person", ("Rita Holt",)), False),
        (Described("person", ("Rita Holt",), birth="1980-05"), True),
        (Described("person", ("Rita Holt",), addresses=("Northvale NV1 2AB",)), True),
        (Described("person", ("Rita Holt",), addresses=("Northvale NV1 2AC",)), False),
        (Described("person", ("Rita Kern",), birth="1980-05-03"), True),
        (Described("person", ("Rita Kern",), birth="1980-05"), False),
        (Described("person", ("Рита Керн",)), True),
        (Described("person", (), given="Ada", surname="Holt"), True),
    ],
)
def test_who_is_looked_at(record, passes):
    assert PeopleScreen(PeopleSieve([ADA])).among([record]) == ({0} if passes else set())


@pytest.mark.parametrize(
    ("record", "passes"),
    [
        (Described("organisation", ("Aldercrane Limited",)), True),
        (Described("organisation", ("Aldercrana Ltd",)), True),
        # In two words, none of which is like the whole.
        (Described("organisation", ("Alder Crane Ltd",)), True),
        (Described("organisation", ("Alder Works Ltd",)), False),
        (Described("organisation", ("Alder Works Ltd",), (("GB-COH", "1234567"),)), True),
        (Described("organisation", ("Alder Works Ltd",), (("GB-COH", "1234567.0"),)), True),
        (Described("organisation", ("Alder Works Ltd",), (("GB-COH", "1334567"),)), False),
        (Described("organisation", ("Alder Works Ltd",), (("IE-CRO", "77A"),)), True),
        (Described("organisation", ("Alder Works Ltd",), addresses=("1 Mill Lane",)), True),
        (Described("organisation", ("Олдеркрейн",)), True),
    ],
)
def test_which_firms_are_looked_at(record, passes):
    sought = Described("organisation", ("Aldercrane Ltd",), (("GB-COH", "01234567"), ("IE-CRO", "77a")))
    assert FirmScreen(FirmSieve([sought])).among([record, record]) == ({0, 1} if passes else set())


def test_one_code_of_another_person_is_no_reason_to_look():
    rita = Described("person", ("Rita Kern",), addresses=("2 Mill Lane, Northvale, NV3 4CD",))
    record = Described("person", ("Olaf Holt",), addresses=("Northvale NV3 4CD",))
    assert PeopleScreen(PeopleSieve([ADA, rita])).among([record]) == set()


def test_a_word_is_understood_once_however_often_it_comes(monkeypatch):
    asked, meant = [], PeopleSieve.meant
    monkeypatch.setattr(PeopleSieve, "meant", lambda self, word: asked.append(word) or meant(self, word))
    screen = PeopleScreen(PeopleSieve([ADA]))
    for _ in range(2):
        assert screen.among([Described("person", ("Ada Holt",)), Described("person", ("Ada Kern",))]) == {0}
    assert sorted(asked) == ["ada", "holt", "kern"]


CASE = """
tender: {id: T1, published: 2026-03-02}
people: [{id: e1, name: Ada Holt, birth_date: 1980-05, roles: [{role: evaluator}]}]
parties:
  - {id: b, name: Lumen Optics Ltd, identifiers: [{scheme: GB-COH, id: "01234567"}]}
  - {id: c, name: Cedar Care Ltd}
bids: [{id: B1, bidder: b}, {id: B2, bidder: c}]
"""
OFFICERS = "".join(
    f'{8_000_000 + at},Stranger {at} Ltd,"KERN{at}, Rita",director,2019-01-01,1970-0{at % 9 + 1}\n'
    if at % 10
    else f'01234567,LUMEN OPTICS LTD,"KERN{at}, Rita",director,2019-01-01,1970-01\n'
    if at % 20
    else f'{8_000_000 + at},Stranger {at} Ltd,"HOLT, Ada",director,2019-01-01,1980-05\n'
    for at in range(60)
)
ODD = """9000001,Stranger Ltd,"HOLT, Ada & KERN, Rita",director,2019-01-01,,too,many,cells
9000002,Stranger Ltd,Tom Crane and Rita Kern,director,2019-01-01,1970-01
9E+06,,"KERN, Rita",director,2019-01-01,1970-01
9000003,Cedar Care Limited,"KERN, Rita",director,2026-13-01,1970-01
9000004,Cedar Care Limited,,director,2019-01-01,
"""
HEAD = "company_number,company_name,officer_name,role,appointed_on,date_of_birth\n"


def read(text, register):
    Path("o.csv").write_text(text, encoding="utf-8")
    Path("case.yaml").write_text(CASE + register, encoding="utf-8")
    [case] = open_cases(Path("case.yaml"), Extra())
    return case.registers_searched, case.matches, case.unreadable, case.places


@pytest.mark.parametrize(
    ("plain", "batch", "characters"), [(0, 7, 10**6), (25, 20, 10**6), (5, 10**6, 150), (10**6, 7, 99)]
)
def test_what_is_said_is_the_same_wherever_a_batch_ends(monkeypatch, tmp_path, plain, batch, characters):
    monkeypatch.chdir(tmp_path)
    text, register = HEAD + OFFICERS + ODD + OFFICERS, "registers: [{file: o.csv, kind: officers, scheme: GB-COH}]"
    expected = read(text, register)
    assert [(one.rows, one.certain, one.likely, one.possible) for one in expected[0]] == [(125, 0, 6, 0)]
    assert len(expected[2]) == 5
    for name, limit in (("PLAIN", plain), ("_BATCH", batch), ("_CHARACTERS", characters)):
        monkeypatch.setattr(passing, name, limit)
    assert read(text, register) == expected


class Everybody:
    """Finds nobody, and notes whom it is asked about."""

    def __init__(self):
        self.asked = []

    def worth_a_look(self, records):
        self.asked.append([one.names for one in records])
        return [at for at, one in enumerate(records) if one.names == ("Ada Holt",)]


class Record:
    characters = 1

    def __init__(self, *described):
        self.described = described


def person(name):
    return Described("person", (name,))


def test_those_beyond_the_limit_are_looked_over_by_thousands(monkeypatch):
    assert PLAIN == passing.PLAIN == 100_000
    monkeypatch.setattr(passing, "PLAIN", 1)
    monkeypatch.setattr(passing, "_BATCH", 2)
    people, parties = Everybody(), Everybody()
    firm = Described("organisation", ("Alder Ltd",))
    coming = [
        Record(firm, person("Rita Kern")),
        Record(firm, person("Ada Holt")),
        Record(),
        Record(person("Rita Kern")),
    ]
    told = list(looked_over(iter(coming), people, parties))
    assert [one for one, _ in told] == coming
    assert [may_be for _, may_be in told] == [(True, True), (False, True), (), (False,)]
    assert people.asked == [[("Ada Holt",)], [("Rita Kern",)]]
    assert parties.asked == [[("Alder Ltd",)], []]


def test_a_batch_ends_where_its_records_are_long(monkeypatch):
    monkeypatch.setattr(passing, "PLAIN", 0)
    monkeypatch.setattr(passing, "_CHARACTERS", 2)
    people = Everybody()
    list(looked_over(iter([Record(person(name)) for name in "abcde"]), people, Everybody()))
    assert people.asked == [[("a",), ("b",), ("c",)], [("d",), ("e",)]]


def test_without_the_extra_all_are_looked_at_one_by_one(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    text, register = HEAD + OFFICERS, "registers: [{file: o.csv, kind: officers, scheme: GB-COH}]"
    expected = read(text, register)
    monkeypatch.setattr(passing, "PLAIN", 1)
    monkeypatch.setattr(passing, "spills", lambda: False)
    # It needs the library, which is not there.
    monkeypatch.setitem(sys.modules, "fairaudit.procurement.registers.screening", None)
    assert read(text, register) == expected


STATEMENTS = [
    {
        "statementID": "p1",
        "statementType": "personStatement",
        "names": [{"fullName": "Ada Holt"}],
        "birthDate": "1980-05",
    },
    {"statementID": "p2", "statementType": "personStatement", "names": [{"fullName": "Rita Kern"}]},
    {"statementID": "e1", "statementType": "entityStatement", "name": "Lumen Optics Ltd"},
    {
        "statementID": "o1",
        "statementType": "ownershipOrControlStatement",
        "subject": {"describedByEntityStatement": "e1"},
        "interestedParty": {"describedByPersonStatement": "p1"},
    },
]


@pytest.mark.parametrize(
    ("register", "plain", "asked"),
    [
        ("{file: o.csv, kind: officers, scheme: GB-COH}", 50, [("person", 10), ("organisation", 10)]),
        ("{file: o.json, kind: bods}", 1, [("person", 1), ("organisation", 1)]),
    ],
)
def test_a_run_of_a_register_beyond_the_limit_comes_to_duckdb(monkeypatch, tmp_path, register, plain, asked):
    monkeypatch.chdir(tmp_path)
    Path("o.json").write_text(json.dumps(STATEMENTS), encoding="utf-8")
    came = []

    def noting(among):
        return lambda self, records: came.append((records[0].kind, len(records))) or among(self, records)

    for one in (PeopleScreen, FirmScreen):
        monkeypatch.setattr(one, "among", noting(one.among))
    expected = read(HEAD + OFFICERS, f"registers: [{register}]")
    assert came == []
    monkeypatch.setattr(passing, "PLAIN", plain)
    assert read(HEAD + OFFICERS, f"registers: [{register}]") == expected
    assert came == asked


def test_what_is_spilled_lies_among_temporary_files_and_not_beside_the_case():
    [folder] = (
        screening.duckdb.connect(config=screening.CONFIG).execute("SELECT current_setting('temp_directory')").fetchone()
    )
    assert Path(folder) == Path(screening.CONFIG["temp_directory"]) != Path(".tmp")
