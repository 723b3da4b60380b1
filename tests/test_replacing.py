"""Names out of texts: in whatever way they are written, and never the words they happen to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.replacing import Names, word_keys
from tests.work import grown

KNOWN = (
    ("Kim Lee", "P1"), ("Kim", "P1"), ("Lee", "P1"), ("Ann Lee", "P2"), ("Ann", "P2"), ("Lee", "P2"), ("Price", "P3"),
    ("May", "P4"), ("bidder-b", "O1"), ("Moorcroft", "O2"), ("José Álvarez", "P5"), ("Álvarez", "P5"), ("O'Neil", "P6"),
    ("Eye Clinic", "O3"), ("7", "X"), ("1", "X"), ("J", "X"), ("020 7946 0018", "T"), ("kim@lee.example", "P1"), ("李明", "P7"),
)  # fmt: skip
ORDINARY = {"price", "may", "bidder", "of", "eye", "clinic", "the"}


def replaced(text):
    names = Names(ORDINARY)
    for name, label in KNOWN:
        names.add(name, label)
    return names.replaced(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Kim Lee said so", "[P1] said so"),
        ("kim lee's, KIM-LEE, Kim_Lee.yaml", "[P1]'s, [P1], [P1].yaml"),
        ("Kim  Lee and\nkim", "[P1] and\n[P1]"),
        ("Lee, Ann", "[P1 or P2], [P2]"),
        ("Ann Ann", "[P2]"),
        ("Lees and Kims", "[P1 or P2]s and [P1]s"),
        ("run by moorcroft's team, Moorcrofts and MOORCROFT", "run by [O2]'s team, [O2]s and [O2]"),
        ("moorcrofter", "moorcrofter"),
        ("the price of Price, PRICE", "the price of [P3]"),
        ("30 May 2026, may, May said, 3 May. May 4", "30 May 2026, may, [P4] said, 3 May. May 4"),
        ("bidder-b, bidder b, Bidder B", "[O1], bidder b, [O1]"),
        ("the eye clinic, the Eye Clinic, an eye-clinic", "the eye clinic, the [O3], an eye-clinic"),
        ("Jose Alvarez; JOSÉ ÁLVAREZ; jose\u0301 a\u0301lvarez", "[P5]; [P5]; [P5]"),
        ("o'neil, O’Neil, O Neil", "[P6], [P6], [P6]"),
        ("1 of 7 in 2026, J", "1 of 7 in 2026, J"),
        ("call 020 7946 0018 or 020-7946-0018", "call [T] or [T]"),
        ("write to KIM@LEE.example", "write to [P1]"),
        ("由李明说", "由[P7]说"),
        ("Kim; then; Lee", "[P1]; then; [P1 or P2]"),
        ("", ""),
    ],
)
def test_a_name_is_found_however_it_is_written(text, shown):
    assert replaced(text) == shown


def test_more_than_three_of_one_name_are_one_of_them():
    names = Names()
    for number in range(5):
        names.add("Lee", f"P{number}")
    assert names.replaced("Lee") == "[one of 5 named alike]"
    assert (names.label_of("Lee"), names.knows("lee"), names.knows("Kim")) == (None, True, False)


@given(st.text(alphabet="Kim Lee's-_.,\n\u0301李明x", max_size=60))
def test_no_known_name_is_left_in_any_text(text):
    shown = replaced(text)
    assert replaced(shown) == shown


def test_work_grows_with_the_text_and_not_with_how_many_names_there_are():
    def made(names_known, words):
        names = Names()
        for number in range(names_known):
            names.add(f"Ada Quill{number} Smith", f"P{number}")
        text = "Ada Quill1 Smith asked ada why " * words
        return lambda: names.replaced(text)

    few, many = grown(lambda known: made(known, 50), 20, times=50)
    assert many < 1.5 * few
    few, many = grown(lambda words: made(20, words), 50)
    assert many < 12 * few


def _of_three():
    names = Names(frozenset(["norm", "price"]))
    people = (("Ada Holtham", "Person a"), ("Norman Rookley", "Person b"), ("Benedict Myerscough", "Person c"))
    for name, label in people:
        names.add(name, label)
        for part in name.split():
            names.add(part, label, part=True)
        names.shorten(name.split()[0], label)
        names.initials.add(word_keys(name), label)
    return names


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ask AH/NR about it.", "Ask [Person a]/[Person b] about it."),
        ("AHs template", "[Person a]s template"),
        ("Ask Myer-scough", "Ask [Person c]"),
        ("Myer-\nscough wrote", "[Person c] wrote"),
        ("Bened. Myerscough came", "[Person c] came"),
    ],
)
def test_initials_beside_others_broken_names_and_shortened_ones_go(text, shown):
    assert _of_three().replaced(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "AC/DC, A/S, AH/IT and NR/KM", "the bened. x", "The British Norm. It applies.", "Benz. and Ben-der", "a user-scough",
        "ISO/IEC", "PAs and IDs", "well-known",
    ],
)  # fmt: skip
def test_what_only_looks_like_initials_or_shortened_names_stays(text):
    assert _of_three().replaced(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Alder & Sons Ltd., a bidder", "[O8], a bidder"),
        ("Alder & Sons Ltd.", "[O8]"),
        ("It names Alder & Sons Ltd..", "It names [O8]."),
        ("It names Alder & Sons Ltd. Ask why", "It names [O8]. Ask why"),
        ("Eye Clinic. is late", "[O3] is late"),
        ("Eye Clinic.", "[O3]"),
        ("It names Eye Clinic.", "It names [O3]."),
        ("Eye Clinic... and 2 more", "[O3]... and 2 more"),
        ("Eye Clinic.status", "[O3].status"),
    ],
)
def test_the_full_stop_of_a_name_goes_with_it(text, shown):
    names = Names(ORDINARY)
    names.add("Alder & Sons Ltd.", "O8")
    names.add("Eye Clinic", "O3")
    assert names.replaced(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("As Lorcan Beslye put it", "As [P1] put it"),
        ("Mr Beslye, Mr Besly and Locran Besley", "Mr [P1], Mr [P1] and [P1]"),
        ("Tobais of Witner and Tanys", "[P2] of [O1] and [O1]"),
        ("Winner of all, Tansey, beslye, Wesley", "Winner of all, [O1], beslye, Wesley"),
        ("Tans for Winters", "[O1] for [O1]s"),
    ],
)
def test_a_slip_of_a_short_name_is_found_where_it_is_no_word_of_every_day(text, shown):
    names = Names(ORDINARY, {"winner"})
    for name, label in (("Lorcan", "P1"), ("Besley", "P1"), ("Tobias", "P2"), ("Tansy", "O1"), ("Winter", "O1")):
        names.add(name, label)
    assert names.replaced(text) == shown
