"""Whether two records are about one: the level, and the reasons in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.names.candidates import candidates, pairs
from fairaudit.analysis.names.described import Described, phones
from fairaudit.analysis.names.letters import plain
from fairaudit.analysis.names.likeness import compared
from fairaudit.analysis.names.numberslips import number_slips
from fairaudit.analysis.names.people import read_name
from fairaudit.analysis.names.streets import place_of, read_address
from fairaudit.procurement.registers.sieve import PeopleSieve
from tests.work import ends


def person(*names, **records):
    return Described("person", names, **records)


def firm(*names, **records):
    return Described("organisation", names, **records)


def both_ways(one, other):
    found = compared(one, other)
    assert compared(other, one) == found
    return tuple(found) if found else None


NAMES_ALONE = [
    ("Ada Holt", "HOLT, Ada", "same name"),
    ("Dr Ada Holt MBE", "ADA HOLT", "same name"),
    ("Ada Holt", "Holt Ada", "same name in another order"),
    ("Bob Quill", "Robert Quill", "same name, one in a short form (Bob, Robert)"),
    ("ROOKLEY, Ben", "Benedict Rookley", "same name, one in a short form (Ben, Benedict)"),
    ("Reg Quill", "Reginald Quill", "same name, one in a short form (Reg, Reginald)"),
    ("Annie Quill", "Anna Quill", "same name, one in a short form (Anna, Annie)"),
    ("Evie Rookley", "Eva Rookley", "same name, one in a short form (Eva, Evie)"),
    ("Kasia Żelazo", "Katarzyna Zelazo", "same name, one in a short form (Kasia, Katarzyna)"),
    ("Pepe Rubiales", "José Rubiales", "same name, one in a short form (Jose, Pepe)"),
    ("Ada Jonson", "Ada Johnson", "names differ by one letter (Johnson, Jonson)"),
    ("Ada Arneil", "Ada Arniel", "names differ by one letter (Arneil, Arniel)"),
    ("A. Quill", "Ada Quill", "same surname and initial"),
    ("Ada Mary Holt", "Ada Holt", "same name, and one has more words (Ada Holt, Ada Mary Holt)"),
    ("Jürgen Köhler", "Juergen Koehler", "same name in another spelling (Juergen Koehler, Jurgen Kohler)"),
    ("Владимир Щербина", "Vladimir Shcherbina", "same name"),
    ("Володимир Гнатюк", "Volodymyr Hnatiuk", "same name"),
    ("Христо Гьошев", "Hristo Gyoshev", "same name"),
    ("Ђорђе Љубић", "Đorđe Ljubić", "same name in another spelling (Djordje Ljubic, Dorde Ljubic)"),
    ("Γιώργος Παπαδάκης", "Giorgos Papadakis", "same name"),
    ("María García López", "María García", "same name, and one has more words (Maria Garcia, Maria Garcia Lopez)"),
    ("Anne-Marie Dacre", "Annemarie Dacre", "same name"),
    ("Jan van der Berg", "BERG, Jan", "same name"),
    ("Nagy István", "István Nagy", "same name in another order"),
    ("Omar bin Said al-Hashimi", "Omar Said Hashimi", "same name"),
    ("Pat O'Dowd", "Pat O Dowd", "same name"),
    ("O Dowd Pat", "O'DOWD, Pat", "same name in another order"),
    ("Flora McLeish", "Flora Mac Leish", "same name"),
    ("Marco De Luca", "DELUCA, Marco", "same name"),
    ("Maud Le Roux", "LEROUX, Maud", "same name"),
    ("Anna Ter Horst", "TERHORST, Anna", "same name"),
    ("Jan van den Berghe", "VANDENBERGHE, Jan", "same name"),
    ("Jan van den Berghe", "VAN DENBERGHE, Jan", "same name"),
    ("DE LA CRUZ, Juan", "Juan Delacruz", "same name"),
]


@pytest.mark.parametrize(("one", "other", "reason"), NAMES_ALONE)
def test_a_name_alone_is_possible_and_says_why(one, other, reason):
    assert both_ways(person(one), person(other)) == ("possible", (reason,))


@pytest.mark.parametrize(
    ("one", "other"),
    [(one, other) for one, other, _ in NAMES_ALONE] + [("Anna Smith-Jones", "SMITHJONES, Anna")],
)
def test_no_sieve_holds_back_a_name_that_is_written_otherwise(one, other):
    for sought, found in ((person(one), person(other)), (person(other), person(one))):
        assert list(candidates([sought], [found])) == [(0, found)]
        assert PeopleSieve([sought]).among(found) in ([0], None)


OTHERS = [
    ("Ada Holt", "Ben Holt"),
    ("Ada Holt", "Ada Quill"),
    ("Tom Holt Jr", "Tom Holt Sr"),
    ("Holt", "Ada Holt"),
    ("", ""),
    ("Dr", "Dr"),
    ("Jan van Dam", "Jan van Dem"),
    ("Marco De Luca", "DELUPA, Marco"),
]


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_people(one, other):
    assert both_ways(person(one), person(other)) is None


HOME = ("4 Mill Lane, Northvale, NV1 2AB",)
MATCHES = [
    (person("A. Quill", addresses=("9 Mill Ln, Northvale",)), person("Ada Quill", addresses=HOME), "possible", ("same surname and initial", "same street")),
    (person("Ada Quill", addresses=("9 Mill Ln, Northvale",)), person("Ada Quill", addresses=HOME), "likely", ("same name", "same street")),
    (person("Ada Quill", addresses=("1 Elm Rd, NV1 2AB",)), person("Ada Quill", addresses=HOME), "possible", ("same name", "same postal code")),
    (person("Ada Quill", birth="1980"), person("Ada Quill", birth="1980-05"), "possible", ("same name", "same birth year")),
    (person("Ada Quill", birth="1980-05-17"), person("Ada Quill", birth="1980-05-18"), "possible", ("same name", "same birth month, another day")),
    (person("Ada Quill", birth="1980-05"), person("Ada Quill", birth="1980-05-17"), "likely", ("same name", "same birth month")),
    (person("Ada Smith", birth="1980-05"), person("Ada Smith", birth="1980-05-17"), "possible", ("same name", "same birth month")),
    (person("Ada Quill", birth="1980-05-17", addresses=HOME), person("Ada Quill", birth="1980-05-17", addresses=HOME), "certain", ("same name", "same birth date", "same address")),
    (person("Ada Quill", addresses=HOME), person("Ada Quill", addresses=HOME), "likely", ("same name", "same address")),
    (person("Maria Quill", addresses=HOME), person("Mario Quill", addresses=HOME), "possible", ("names differ by one letter (Maria, Mario)", "same address")),
    (person("Ada Quill", phones=("020 7946 0123",)), person("Ada Quill", phones=("+44 20 7946 0123",)), "likely", ("same name", "same phone")),
    (person("Ada Quill", emails=("ada.quill@alder.example",)), person("Ada Quill", emails=("Ada.Quill@alder.example",)), "likely", ("same name", "same e-mail address")),
    (person("Ada Quill", emails=("ada.quill@alder.example",)), person("Ada Quill", emails=("ada.quil@alder.example",)), "possible", ("same name", "e-mail addresses differ in a letter or two")),
    (person("Ada Quill", emails=("ada@alder.example",)), person("Ada Quill", domains=("www.alder.example",)), "possible", ("same name", "same domain (alder.example)")),
    (person("Lydia Arkle", birth="1980-02-03", addresses=HOME), person("Lydia Dacre", birth="1980-02-03", addresses=HOME), "possible", ("same given name, another surname (Lydia Arkle, Lydia Dacre)", "same birth date", "same address")),
    (person(birth="1980-02-03", emails=("ada@alder.example",)), person("Ada Quill", birth="1980-02-03", emails=("ada@alder.example",)), "possible", ("same birth date", "same e-mail address")),
    (firm("Alder Care Ltd", identifiers=(("GB-COH", "01234567"),)), firm("Alder Care", identifiers=(("gb coh", "1234567"),)), "certain", ("same name", "same company number")),
    (firm("Alder Care Ltd", identifiers=(("GB-COH", "01234567"),)), firm("Birch Homes Ltd", identifiers=(("GB-COH", "01234567"),)), "likely", ("same company number", "the names differ (Alder Care Ltd, Birch Homes Ltd)")),
    (firm("Alder Care Ltd"), firm("ALDER CARE LIMITED"), "possible", ("same name",)),
    (firm("Alder Care Ltd", domains=("alder.example",)), firm("Alder Care LLP", emails=("x@alder.example",)), "possible", ("same name, but another legal form (llp, ltd)", "same domain (alder.example)")),
    (firm("Alder Optics GmbH", addresses=HOME), firm("Alder Optiks GmbH", addresses=HOME), "likely", ("names differ by one letter (Optics, Optiks)", "same address")),
    (firm("ООО Взгляд"), firm("Vzglyad OOO"), "possible", ("same name",)),
]  # fmt: skip

BORN_ON_ONE_DAY = [
    ("Ian Reed", "REED, Iain", "possible", "same surname, and given names that are alike (Iain, Ian)"),
    ("Ann Quill", "QUILL, Anna", "possible", "same surname, and given names that are alike (Ann, Anna)"),
    ("Peter Quill", "QUILL, Paul", "possible", "same surname, and given names that are alike (Paul, Peter)"),
    ("Ina Quill", "QUILL, Nina", "possible", "same surname, and given names that are alike (Ina, Nina)"),
    ("JAB Quill", "QUILL, James", "possible", "same surname, and given names that are alike (Jab, James)"),
    ("JB Quill", "QUILL, James Barnaby", "likely", "same surname and initial"),
    ("Quill JB", "QUILL, James Barnaby", "likely", "same surname and initial"),
    ("QUILL, JB", "James Barnaby Quill", "likely", "same surname and initial"),
    ("JRR Quill PhD", "QUILL, John Ronald Reuel", "likely", "same surname and initial"),
]


@pytest.mark.parametrize(("one", "other", "level", "reason"), BORN_ON_ONE_DAY)
def test_a_surname_and_a_whole_birth_date_tie_given_names_that_are_alike(one, other, level, reason):
    first, second = person(one, birth="1979-02-11"), person(other, birth="1979-02-11")
    assert both_ways(first, second) == (level, (reason, "same birth date"))
    assert list(candidates([first], [second])) == [(0, second)]


ANOTHER_GIVEN_NAME = [
    ("Anna Quill", "QUILL, Peter", "same surname, other given names, as those of twins (Anna Quill, Peter Quill)"),
    ("Xiaoming Teo", "Kevin TEO", "same surname, other given names, as those of twins (Kevin Teo, Xiaoming Teo)"),
    ("Anna Arkwright", "ARKWRIHGT, Peter", "surnames differ by one letter, other given names, as those of twins (Anna Arkwright, Peter Arkwrihgt)"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "reason"), ANOTHER_GIVEN_NAME)
def test_a_rare_surname_and_a_whole_birth_date_may_be_of_one_or_of_twins(one, other, reason):
    first, second = person(one, birth="1979-02-11"), person(other, birth="1979-02-11")
    assert both_ways(first, second) == ("possible", (reason, "same birth date"))
    assert list(candidates([first], [second])) == [(0, second)]
    assert PeopleSieve([first]).among(second) in ([0], None)


PLACED = [
    ("Anna Smith", "SMITH, Peter", "1 Elm Rd, NV1 2AB", ("the names differ (Anna Smith, SMITH, Peter)", "same birth date", "same postal code")),
    ("Anna Quill", "Birk, Anne", "1 Elm Rd, NV1 2AB", ("the names differ (Anna Quill, Birk, Anne)", "same birth date", "same postal code")),
    ("Anna Quill", "Birk, Peter", "9 Mill Ln, Northvale", ("same birth date", "same street", "the names differ (Anna Quill, Birk, Peter)")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "place", "reasons"), PLACED)
def test_a_whole_birth_date_and_a_place_outweigh_other_names(one, other, place, reasons):
    first = person(one, birth="1979-02-11", addresses=HOME)
    second = person(other, birth="1979-02-11", addresses=(place,))
    assert both_ways(first, second) == ("possible", reasons)
    assert list(candidates([first], [second])) == [(0, second)]
    assert PeopleSieve([first]).among(second) in ([0], None)


def test_one_given_name_and_another_surname_are_tied_by_a_birth_date_and_not_by_a_house():
    names = "same given name, another surname (Lydia Arkle, Lydia Dacre)"
    born, housed = {"birth": "1979-02-11"}, {"addresses": HOME}
    assert both_ways(person("Lydia Arkle", **born), person("Lydia Dacre", **born)) == (
        "possible",
        (names, "same birth date"),
    )
    assert both_ways(person("Lydia Arkle", **housed), person("Lydia Dacre", **housed)) is None


@pytest.mark.parametrize(
    ("one", "other", "birth", "found"),
    [
        (
            "Jayaned Bennett",
            "Jyayden Bnennet",
            "1979-02-11",
            ("the names differ (Jayaned Bennett, Jyayden Bnennet)", "same birth date"),
        ),
        ("Jayaned Bennett", "Jyayden Bnennet", "1979-02-12", None),
        ("Jayaned Bennett", "Anna Bnennet", "1979-02-11", None),
    ],
)
def test_names_with_slips_in_every_word_are_one_with_a_whole_birth_date(one, other, birth, found):
    likeness = both_ways(person(one, birth="1979-02-11"), person(other, birth=birth))
    assert likeness == (found and ("possible", found))


@pytest.mark.parametrize("birth", ["1979-02", "1979-02-12"])
def test_a_mailbox_and_a_birth_month_outweigh_other_names(birth):
    mail = {"emails": ("ivy.lee@alder.example",)}
    first, second = person("Ivy Lee", birth="1979-02-11", **mail), person("Yi Le", birth=birth, **mail)
    level, reasons = both_ways(first, second)
    assert (level, reasons[1:]) == ("possible", ("same e-mail address", "the names differ (Ivy Lee, Yi Le)"))
    assert both_ways(person("Ivy Lee", **mail), person("Yi Le", **mail)) is None
    assert PeopleSieve([first]).among(second) in ([0], None)


@pytest.mark.parametrize(
    ("one", "other", "birth"),
    [
        ("Anna Smith", "SMITH, Peter", "1979-02-11"),
        ("Anna Quill", "Birk, Anne", "1979-02-11"),
        ("Anna Quill Jr", "QUILL, Peter, Sr", "1979-02-11"),
        ("Anna Quill", "QUILL, Peter", "1979-02"),
        ("Ian Reed Jr", "REED, Iain, Sr", "1979-02-11"),
        ("Ian Reed", "REED, Iain", "1979-02"),
        ("Peter Quill", "QUILL, Paul", "1979-02"),
    ],
)
def test_what_no_whole_birth_date_ties_and_frequent_surnames_stay_two(one, other, birth):
    assert both_ways(person(one, birth=birth), person(other, birth="1979-02-11")) is None


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (person("James Barnaby Quill"), person("JB Quill")),
        (person("JB Quill"), person("QUILL, James Barnaby")),
        (person("James Allan Quill"), person(given="JA", surname="Quill")),
        (person("Oliver Rookley"), person("O Rookley")),
        (person("Mr O ROOKLEY"), person("ROOKLEY, Oliver")),
        (person("O Rookley, PhD"), person("Oliver ROOKLEY")),
    ],
)
def test_initials_without_dots_are_initials(sought, found):
    assert both_ways(sought, found) == ("possible", ("same surname and initial",))
    assert list(candidates([sought], [found])) == [(0, found)]
    assert PeopleSieve([sought]).among(found) in ([0], None)


@pytest.mark.parametrize("name", ["Alder Systms Ltd", "Alder System Ltd", "Aldder Systems Ltd"])
def test_a_firm_with_a_slip_in_a_common_word_is_found(name):
    sought, found = firm("Alder Systems Ltd"), firm(name)
    assert compared(sought, found).level == "possible"
    assert list(candidates([sought], [found])) == [(0, found)]


@pytest.mark.parametrize(
    "name", ["Ada QC Quill", "DE Quill", "LEE Anna", "JO QUILL", "Ada Quill III", "O Dowd, Pat", "Pat O Dowd"]
)
def test_what_is_no_initials_is_read_one_way(name):
    assert len(read_name(name)) == 1


@pytest.mark.parametrize(("one", "other", "level", "reasons"), MATCHES)
def test_a_name_and_records(one, other, level, reasons):
    assert both_ways(one, other) == (level, reasons)


CONTRADICTIONS = [
    (person("Ada Quill", birth="1980-05"), person("Ada Quill", birth="1980-06")),
    (person("Ada Quill", birth="1980-05-01", emails=("ada@alder.example",)), person("Ada Quill", birth="1981-05-01", emails=("ada@alder.example",))),
    (person("Ada Quill", birth="1980", addresses=HOME), person("Ada Quill", birth="1981-05", addresses=HOME)),
    (firm("Alder Care Ltd", identifiers=(("GB-COH", "1"), ("LEI", "A"))), firm("Alder Care Ltd", identifiers=(("GB-COH", "2"), ("LEI", "A")))),
    (firm("Alder Care Ltd"), firm("Alder Care LLP")),
    (firm("Alder 1 Ltd", addresses=HOME), firm("Alder 2 Ltd", addresses=HOME)),
    (firm("Limited"), firm("Limited")),
    (person("Anna Quill", addresses=HOME), person("Ben Quill", addresses=HOME)),
    (person("Alder Care"), firm("Alder Care")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), CONTRADICTIONS)
def test_what_contradicts_ends_the_match(one, other):
    assert both_ways(one, other) is None


SLIPS = [
    ("01234567", "01234576", "in two signs that are swapped"),
    ("01234567", "01234568", "in one sign"),
    ("1234567", "12345678", "by one sign more"),
    ("SC123456", "NC123456", "in one sign"),
]


@pytest.mark.parametrize(("number", "there", "how"), SLIPS)
def test_a_number_with_a_slip_in_it_leaves_one_name_a_question(number, there, how):
    one = firm("Alder Care Ltd", identifiers=(("GB-COH", number),), phones=("01632 960123",))
    other = firm("ALDER CARE LIMITED", identifiers=(("GB-COH", there),), phones=("01632 960123",))
    assert both_ways(one, other) == ("possible", ("same name", "same phone", f"company numbers differ {how}"))
    (slip,) = number_slips(one, other)
    assert (slip.number, slip.other) == (number, there)


@pytest.mark.parametrize(
    "name", ["Alder Care LLP", "Alder Cares Ltd", "Alder Homes Ltd", "Alder Care North Ltd", "Alder Care 2 Ltd"]
)
def test_sister_firms_are_numbered_in_a_row_and_named_otherwise(name):
    one = firm("Alder Care Ltd", identifiers=(("GB-COH", "01234567"),), phones=("01632 960123",))
    assert both_ways(one, firm(name, identifiers=(("GB-COH", "01234568"),), phones=("01632 960123",))) is None


@pytest.mark.parametrize(
    ("number", "there"), [("01234567", "01243576"), ("01234567", "01234500"), ("00001234", "00001235"), ("7", "8")]
)
def test_a_number_further_off_or_short_is_another(number, there):
    one, other = (firm("Alder Care Ltd", identifiers=(("GB-COH", each),)) for each in (number, there))
    assert both_ways(one, other) is None


def test_a_slip_in_one_number_excuses_no_other_contradiction():
    one = person("Ada Quill", birth="1980-05", identifiers=(("officer", "7712345"), ("lei", "A1")))
    assert both_ways(one, one._replace(identifiers=(("officer", "7712354"),)))[0] == "possible"
    assert both_ways(one, one._replace(identifiers=(("officer", "7712354"), ("lei", "A2")))) is None
    assert both_ways(one, one._replace(identifiers=(("officer", "7712354"),), birth="1980-06")) is None


NOTHING = [
    ({"emails": ("ada@gmail.com",)}, {"emails": ("quill@gmail.com",)}),
    ({"domains": ("hotmail.co.uk",)}, {"domains": ("hotmail.co.uk",)}),
    ({"emails": ("info@gmail.com",)}, {"emails": ("info@gmail.com",)}),
    ({"phones": ("020 7946 0000",)}, {"phones": ("020 7946 0000",)}),
    ({"phones": ("01234567890",)}, {"phones": ("01234567890",)}),
    ({"phones": ("9999 9999",)}, {"phones": ("9999 9999",)}),
    ({"phones": ("020 7946 0123 ext 4",)}, {"phones": ("020 7946 0123 ext 5",)}),
    ({"emails": ("none@none.com",)}, {"emails": ("none@none.com",)}),
    ({"birth": "unknown"}, {"birth": "unknown"}),
    ({"birth": "1980-13"}, {"birth": "1980-13"}),
    ({"addresses": ("London",)}, {"addresses": ("London",)}),
    ({"emails": ("a.quill@quill.example",), "domains": ()}, {"emails": ("b.quill@other.example",)}),
]


@pytest.mark.parametrize(("one", "other"), NOTHING)
def test_what_many_share_is_no_record(one, other):
    assert both_ways(person("Ada Quill", **one), person("Ada Quill", **other)) == ("possible", ("same name",))


def test_what_is_said_to_be_common_to_many_is_no_record():
    one = person("Ada Quill", phones=("01632 960123",), addresses=HOME)
    common = phones(one) | {place_of(read_address(*HOME))}
    assert compared(one, one).level == "likely"
    assert compared(one, one, common) == ("possible", ("same name",))


GIVEN = ["Ada", "Anna", "Bob", "Robert", "Chidi", "Elif", "José", "María", "Mario", "Søren", "Yulia", "Юлия", "A.", "J"]
SURNAME = [
    "Holt",
    "Hold",
    "Quill",
    "O'Dowd",
    "Ødegård",
    "Smith",
    "García",
    "van_der_Berg",
    "Щербина",
    "Shcherbina",
    "McLeish",
]
RECORD = st.builds(
    Described,
    kind=st.just("person"),
    names=st.lists(st.tuples(st.sampled_from(GIVEN), st.sampled_from(SURNAME)).map(lambda both: " ".join(both).replace("_", " ")), max_size=2).map(tuple),
    identifiers=st.lists(st.tuples(st.sampled_from(["a", "b"]), st.sampled_from("12")), max_size=1).map(tuple),
    birth=st.sampled_from([None, "1980", "1980-05", "1980-05-17", "1981-02-03"]),
    addresses=st.lists(st.sampled_from(["4 Mill Lane, Northvale, NV1 2AB", "9 Mill Ln, Northvale", "1 Elm Rd, NV1 2AB"]), max_size=1).map(tuple),
    emails=st.lists(st.sampled_from(["ada@alder.example", "info@alder.example", "adah@gmail.com"]), max_size=1).map(tuple),
    phones=st.lists(st.sampled_from(["01632 960123", "01632 960000"]), max_size=1).map(tuple),
    given=st.sampled_from([None, None, "Ada", "Bob"]),
    surname=st.sampled_from([None, None, "Holt", "O Dowd"]),
)  # fmt: skip


@given(RECORD, RECORD)
def test_likeness_has_no_direction_and_needs_a_record_to_be_more_than_possible(one, other):
    found = compared(one, other)
    assert compared(other, one) == found
    bare = [each._replace(identifiers=(), birth=None, addresses=(), emails=(), phones=()) for each in (one, other)]
    alone = compared(*bare)
    assert alone is None or alone.level == "possible"


@given(st.sampled_from(GIVEN[:10]), st.sampled_from(SURNAME))
def test_case_accents_and_order_change_no_match(first, last):
    name = f"{first} {last}".replace("_", " ")
    for other in (name.upper(), name.lower(), plain(name), f"{last.replace('_', ' ')}, {first}"):
        assert compared(person(name), person(other)) == ("possible", ("same name",))


@given(st.lists(RECORD, max_size=4), st.lists(RECORD, max_size=8))
def test_whatever_is_alike_by_name_or_identifier_is_a_candidate(sought, many):
    found = {(at, place) for place, one in enumerate(many) for at, _ in candidates(sought, [one])}
    for at, one in enumerate(sought):
        for place, other in enumerate(many):
            likeness = compared(one, other)
            if likeness and likeness.level != "possible":
                assert (at, place) in found
    everything = [*sought, *many]
    among = {(at, other - len(sought)) for at, other in pairs(everything) if at < len(sought) <= other}
    assert among == found


@pytest.mark.parametrize("record", [{"phones": ("020 7946 0123",)}, {"emails": ("ada@alder.example",)}])
def test_a_phone_or_mailbox_alone_makes_a_candidate(record):
    # A surname alone has no second word under which it could be found.
    assert [one for one, _ in candidates([person("Ada Quill", **record)], [person("Quill", **record)])] == [0]
    assert list(candidates([person("Ada Quill", **record)], [person("Quill")])) == []


@pytest.mark.parametrize(
    ("record", "other"),
    [
        ({"birth": "1980-05"}, {"birth": "1980-05-17"}),
        ({"addresses": HOME}, {"addresses": ("9 Mill Lane, Northvale, NV1 2AB",)}),
    ],
)
def test_one_word_of_a_name_makes_a_candidate_beside_a_birth_month_or_a_street(record, other):
    sought, found = person("Ada Quill", **record), person("QUILL", **other)
    assert both_ways(sought, found)[0] == "possible"
    assert list(candidates([sought], [found])) == [(0, found)]
    assert PeopleSieve([sought]).among(found) in ([0], None)


def test_a_birth_date_alone_makes_a_candidate_of_a_record_without_a_name():
    sought, found = person("Ada Quill", birth="1980-05-17"), person(birth="1980-05-17")
    assert both_ways(sought, found) == ("possible", ("same birth date",))
    assert list(candidates([sought], [found])) == [(0, found)]


def test_a_house_alone_makes_a_candidate_of_a_record_without_a_name():
    sought, found = person("Ada Quill", addresses=HOME), person(addresses=HOME)
    assert list(candidates([sought], [found])) == [(0, found)]
    assert both_ways(sought, found) == ("possible", ("same address",))


HOSTILE = ["Ada " * 2_500_000, "A" * 10_000_000, ",".join("ab" * 1000), "\x00\x1b[2J\u202e", "\ud800 Holt", "й" * 10_000_000, "O " * 10_000, "mac " * 5000, "1" * 1_000_000]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_do_not_hang(name):
    one = person(
        *[name] * 50,
        addresses=(name,) * 50,
        emails=(name + "@" + name,),
        phones=(name,),
        birth=name,
        given=name,
        surname=name,
    )
    other = firm(name, domains=(name,), identifiers=((name, name),))
    with ends():  # in 0.2 s at most
        for each in (one, other):
            compared(each, each)
            assert len(list(candidates([each], [each]))) <= 1
