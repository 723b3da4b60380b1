"""Strangers' words in pictures stay words, whatever is in them, and long ones are cut and kept whole for a pointer."""

import re
import xml.etree.ElementTree as ET

import pytest

from fairaudit.reports.pictures.album import drawn
from fairaudit.reports.pictures.files import svg_file
from fairaudit.reports.pictures.letters import cut, width_of
from tests.reports.pictures import sample
from tests.reports.pictures.page import page
from tests.reports.pictures.sample import Measure, Table
from tests.reports.sample import HOSTILE
from tests.reports.variants import TRICKS

ATTACKS = [
    HOSTILE,
    TRICKS,
    "</svg><script>x</script>",
    "\"'><b onload=x>",
    "]]>--><!--",
    "&#0;&amp;<",
    "w" * 500,
    "語" * 200,
    "é\u0301" * 90,
]
TEXTS = ("criterion", "bidder", "evaluator", "other", "person", "scenario", "test", "through", "tie")


def said_by(text):
    """A small evaluation in which a stranger's text begins every name."""

    def changed(column, cell):
        return f"{text}{cell}" if column in TEXTS else cell

    return [
        Measure(tuple(Table(t.name, t.columns, tuple(tuple(map(changed, t.columns, row)) for row in t.rows), text) for t in one.tables))
        for one in sample.small()
    ]  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_hostile_words_stay_words(attack):
    pictures = drawn(said_by(attack), "case-1-")
    assert len(pictures) == 9
    for one in pictures:
        root = ET.fromstring(one.svg)
        assert {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in root.iter()} <= {
            "svg", "title", "desc", "line", "path", "rect", "circle", "text",
        }  # fmt: skip
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ufeff]", one.svg)
        assert re.fullmatch(r"(?:evaluation|people|bidders)-\d-[a-z]+-lot-[a-z0-9-]{1,40}", one.key)
        ET.fromstring(svg_file(one))


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_hostile_words_stay_words_on_the_page(attack):
    text = page(said_by(attack))
    assert not re.search("<(script|b|img)[ >]", text)
    assert text.count("<svg ") == text.count("</svg>") == 9


def test_a_long_name_is_cut_and_stands_whole_in_a_title():
    name = "Northvale and Partners Community Kitchens Limited"
    for one in drawn(said_by(name)):
        texts = [element for element in ET.fromstring(one.svg).iter() if element.tag.endswith("text")]
        cut_ones = [element for element in texts if "…" in ((element[-1].tail if len(element) else element.text) or "")]
        assert cut_ones, one.key
        for element in cut_ones:
            assert name in element[0].text, one.key


@pytest.mark.parametrize("text", ["short", "a b" * 40, "語" * 40, "", " ", "\u202e", "e\u0301" * 50], ids=range(7))
@pytest.mark.parametrize("room", [10, 60, 150])
def test_what_is_cut_fits(text, room):
    shown = cut(text, room)
    assert shown
    # However little room there is, the first letter stays, or the words that there is no name are cut to theirs.
    assert width_of(shown) <= max(room, width_of(shown[0]) + width_of("…"))


def test_names_that_begin_alike_keep_what_tells_them_apart():
    names = [f"Northern Counties Community Interest Company for {one}" for one in ("Catering", "Cleaning", "Portering")]
    strip = Table("bid-strip", ("bidder", "price"), tuple((name, str(n)) for n, name in enumerate([*names, "Kestrel"])))
    (one,) = drawn([Measure((strip,))])
    texts = [e for e in ET.fromstring(one.svg).iter() if e.tag.endswith("text") and e.get("text-anchor") == "end"]
    shown = [element[-1].tail if len(element) else element.text for element in texts]
    assert [text for text in shown if not text[-1].isdigit()] == [
        "Norther…Catering", "Norther…Cleaning", "Norther…Portering", "Kestrel",
    ]  # fmt: skip
    assert [element[0].text for element in texts if len(element)] == names
