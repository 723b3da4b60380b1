"""Reading prose: words, sentences, phrases, names; and that no text takes more than its length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.text import (
    Mark,
    Marks,
    find,
    holds,
    is_unsure,
    names_of,
    read_marked,
    read_phrase,
    read_prose,
    short_names_of,
)
from tests.work import ends


def sentences(text):
    prose = read_prose(text)
    return [prose.written(start, prose.sentence_of(start)[1]) for start in prose.starts]


def found(text, *phrases):
    prose = read_prose(text)
    return [prose.written(one.start, one.end) for one in find(prose, phrases)]


def marked(text, **names):
    marks = Marks(
        tuple(Mark(f"@{sign}", tuple(n for one in some for n in names_of(one))) for sign, some in names.items())
    )
    return read_marked(text, marks).words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One", "Two", "Three", "Four"]),
        ("See art. 5 and No. 7, e.g. Dr. Moll. Then stop.", ["See art. 5 and No. 7, e.g. Dr. Moll", "Then stop"]),
        ("Halden Ltd. is here. Gone", ["Halden Ltd. is here", "Gone"]),
        ("Version 4.2 holds.", ["Version 4.2 holds"]),
        ("with us; or with others", ["with us; or with others"]),
        ("with us; and more", ["with us", "and more"]),
        ("Ask for:\n- one\n- two\n\nthen (a) three", ["Ask for", "one", "two", "then (a) three"]),
        ("a line\nwrapped", ["a line\nwrapped"]),
        ("(“Stop.”) Go", ["Stop", "Go"]),
        ("", []),
        ("… — ®", []),
    ],
)
def test_where_sentences_end(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("letter of support", "A LETTER of\n  support.", ["LETTER of\n  support"]),
        ("letter of support", "a newsletter of support", []),
        ("letter of support", "a letter. Of support", []),
        ("board|council", "the Board's council", ["Board's", "council"]),
        ("accredit*", "accredited, ACCREDITATION, discredit", ["accredited", "ACCREDITATION"]),
        ("of the? board", "of the Board and of board", ["of the Board", "of board"]),
        ("with ... board", "with a b c d board", ["with a b c d board"]),
        ("with ... board", "with a b c d e board", []),
        ("iso #", "ISO 9001 and ISO nine", ["ISO 9001"]),
        ("iso#", "ISO9001 and ISOLDE", ["ISO9001"]),
        ("no-poach*", "no poaching, no-poach", ["no poaching", "no-poach"]),
        ("provider's staff", "the provider’s staff", ["provider’s staff"]),
        ("optilink", "Opti\u00adLink", ["OptiLink"]),
        ("ou équivalent*", "OU ÉQUIVALENTE", ["OU ÉQUIVALENTE"]),
    ],
)
def test_phrases(phrase, text, expected):
    assert found(text, phrase) == expected


def test_what_is_found_stands_in_the_order_of_the_text():
    assert found("b a b", "a", "b") == ["b", "a", "b"]


@pytest.mark.parametrize("phrase", ["", "... board", "the? board"])
def test_a_phrase_that_could_begin_anywhere_is_refused(phrase):
    with pytest.raises(ValueError, match="begins with a word"):
        read_phrase(phrase)


@pytest.mark.parametrize(
    ("name", "text", "stands"),
    [
        ("Halden Eye Care Ltd", "by Halden Eye Care.", True),
        ("Halden Eye Care Ltd", "by HALDEN EYE CARE LTD.", True),
        ("Halden Eye Care", "Halden Eye Care's staff", True),
        ("Halden Eye Care", "halden eye care", False),
        ("Halden Eye Care", "Halden. Eye Care", False),
        ("University of Halden", "the University Of Halden", True),
        ("Clear Care", "clear care pathways", False),
        ("Community Health Services", "community health services", False),
        ("Community Health Services", "Community Health Services", True),
        ("Trust", "The Trust", False),
        ("Board Ltd", "the Board", False),
        ("Circle", "a circle of friends", False),
        ("Circle", "Circle the right answer.", False),
        ("Circle", "run by Circle.", True),
        ("Circle", "Circles and Encircled", False),
        ("HEC", "by HEC.", True),
        ("HEC", "by Hec or hec or HECTOR", False),
        ("Hec", "by Hec", False),
        ("OptiLink", "through optilink", True),
        ("OptiLink", "through Opti-Link or Opti Link", True),
        ("OptiLink", "through OptiLinked", False),
        ("A", "A plan", False),
        ("", "nothing", False),
        ("Sparkle & Shine Ltd", "by Sparkle and Shine.", True),
        ("Sparkle and Shine Ltd", "by Sparkle & Shine.", True),
        ("Sparkle + Shine", "by SPARKLE AND SHINE", True),
        ("Sparkle & Shine Ltd", "floors shall sparkle and shine", False),
        ("Sparkle & Shine Ltd", "by Sparkle or Shine", False),
        ("A & B Ltd", "options A and B", False),
        ("Müller & Söhne GmbH & Co. KG", "by Müller und Söhne", True),
        ("Müller u. Söhne GmbH", "by Müller & Söhne", True),
        ("Dupont et Fils", "by Dupont and Fils", True),
    ],
)
def test_where_a_name_stands(name, text, stands):
    assert ("@it" in marked(text, it=[name])) is stands


def test_a_longer_name_hides_a_shorter_one_inside_it():
    words = marked("Halden Health Board met Halden.", buyer=["Halden Health Board"], incumbent=["Halden"])
    assert words == ("@buyer", "met", "@incumbent")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a record with the Tarrow Water Authority", ("a", "record", "with", "@it")),
        ("a record with Tarrow Water Authority", ("a", "record", "with", "@it")),
        ("The Tarrow Water Authority pays", ("@it", "pays")),
        ("with the. Tarrow Water Authority", ("with", "the", "@it")),
        ("with the old Tarrow Water Authority", ("with", "the", "old", "@it")),
    ],
)
def test_a_name_takes_its_article_along(text, expected):
    assert marked(text, it=["Tarrow Water Authority"]) == expected


def test_the_first_of_two_equal_names_is_taken():
    assert marked("by Halden Eye Care", one=["Halden Eye Care"], two=["Halden Eye Care"]) == ("by", "@one")


def test_phrases_reach_over_names():
    marks = Marks((Mark("@it", names_of("Halden Eye Care")),))
    prose = read_marked("Letters of Halden Eye Care. Others", marks)
    (only,) = find(prose, ("letters of @it",))
    assert prose.written(only.start, only.end) == "Letters of Halden Eye Care"
    assert [prose.words[one] for one in prose.starts] == ["letters", "others"]


@given(st.text())
def test_any_text_is_read(text):
    prose = read_prose(text)
    assert len(prose.words) == len(prose.spans)
    assert list(prose.starts) == sorted(set(prose.starts))
    assert all(prose.sentence_of(at)[0] <= at < prose.sentence_of(at)[1] for at in range(len(prose.words)))


@given(st.text(alphabet="ab .;\n", max_size=60), st.sampled_from(["a b", "a ... b", "a? b", "a* ... b|a", "b"]))
def test_a_phrase_is_found_only_inside_one_sentence(text, phrase):
    if phrase.startswith("a?"):
        phrase = "b a? b"
    prose = read_prose(text)
    for one in find(prose, (phrase,)):
        assert prose.sentence_of(one.start) == prose.sentence_of(one.end - 1)


@pytest.mark.parametrize(
    "text",
    [
        "experience with this board or another " * 5_000, "a" * 200_000, "\n \t" * 66_000, ". A" * 66_000,
        "with " * 40_000, "\n" + " " * 200_000, "'" * 200_000, "a'" * 100_000, "{{" * 100_000, "a®" * 100_000,
    ],
    ids=["phrases", "one word", "spaces", "stops", "beginnings", "a gap", "quotes", "possessives", "braces", "signs"],
)  # fmt: skip
def test_a_long_text_does_not_hang(text):
    with ends():
        holds(text, ("experience ... with ... this board ... ... never", "with ... with ... with ... never", "a* b"))
        marked(text, it=["Halden Eye Care", "OptiLink"])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Northgate Systems Ltd", "Northgate"),
        ("The Northgate Group plc", "Northgate"),
        ("Halden Eye Care", "Halden"),
        ("Alder Park Services", "Alder Park"),
        ("Northgate Ltd", None),  # the whole name, which is looked for anyway
        ("Community Care Ltd", None),
        ("Elm Services", None),  # too short to be anybody's
        ("northgate systems", None),
        ("", None),
        ("Ltd", None),
    ],
)
def test_what_a_firm_is_called_for_short(name, expected):
    assert [" ".join(one.written) for one in short_names_of(name)] == ([expected] if expected else [])


def test_what_a_firm_of_two_names_is_called_for_short():
    shorts = {" ".join(one.written) for one in short_names_of("Sparkle and Shine Cleaning Ltd")}
    assert shorts >= {"Sparkle Shine", "Sparkle and Shine"}
    assert set(short_names_of("Sparkle + Shine Cleaning Ltd")) == set(short_names_of("Sparkle & Shine Cleaning"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("devices sold by Northgate", True),
        ("Northgate's devices", True),
        ("Use Northgate’s depot", True),
        ("Use Northgate devices", True),
        ("only Northgate-certified people", True),
        ("approved by Northgate, Council officers", True),
        ("Northgate devices", False),  # any word has a capital where a sentence begins
        ("devices sold by northgate", False),
        ("devices sold by NORTHGATE", False),
        ("the offices at Northgate House", False),
        ("the offices of Upper Northgate", False),
        ("the offices in Northgate", False),
        ("the Northgate estate", False),
        ("the Northgates", False),
    ],
)
def test_where_a_short_name_stands(text, found):
    (short,) = short_names_of("Northgate Systems")
    assert ("@incumbent~" in read_marked(text, Marks((Mark("@incumbent~", (short,)),))).words) is found


def test_a_phrase_with_a_sign_takes_what_only_may_be_the_name_and_says_so():
    (short,) = short_names_of("Northgate Systems")
    marks = Marks((Mark("@incumbent", names_of("Northgate Systems")), Mark("@incumbent~", (short,))))
    prose = read_marked("sold by Northgate Systems and made by Northgate", marks)
    matches = find(prose, ("sold|made by @incumbent",))
    assert [(prose.written(one.start, one.end), is_unsure(prose, one)) for one in matches] == [
        ("sold by Northgate Systems", False),
        ("made by Northgate", True),
    ]
