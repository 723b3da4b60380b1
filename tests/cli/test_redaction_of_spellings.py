"""A redacted report hides a listed name in its other spellings, too, and leaves ordinary words where they stand."""

import json
import re
from pathlib import Path

import pytest
import yaml

from fairaudit.engine.redaction.labels import names_of
from fairaudit.engine.redaction.unlisted import Strangers
from fairaudit.procurement.loading.cases import Extra, open_cases
from tests.cli.running import fairaudit, put

PEOPLE = {
    "bob": "Bob Odéll-Kraigher",
    "elena": "Елена Морландова",
    "siobhan": "Siobhán O'Prowse",
    "yuri": "Yurii Vantrosky",
    "jurgen": "Jürgen Wössner",
    "will": "Will May",
}
FIRMS = {"pa": "Alderney Tickets Ltd", "pb": "Brandreth Systems Ltd", "pc": "Zarvo Health Care Ltd"}
ORDINARY = frozenset({"will", "may", "ask", "the", "bill", "rob", "price", "stop"})

HIDDEN = {
    "bob": ["Bob Odell Kraigher", "ODELL-KRAIGHER", "Kraigher's", "bobodell", "ODELLKRAIGHER", "b.odell-kraigher@x.example", "Robert asks",
            "bkraigher@x.example", "Kraiger", "bkraigher",
            "Kraig\u00adher", "Kraigherová", "B.O.-K.", "B. O. K."],
    "elena": ["Elena Morlandova", "Морландовой", "Елены Морландовой", "Лены", "Lena", "elenamorlandova", "MORLANDOVA"],
    "siobhan": ["OProwse", "Siobhan O’Prowse", "siobhanoprowse", "Prowse"],
    "yuri": ["Юрий Вантроский", "Вантроского", "Yura"],
    "jurgen": ["Juergen Woessner", "J.W.", "Jurgen Wossner", "WÖSSNER"],
    "will": ["Will May", "Mr May", "William May"],
    "pa": ["Aldernay", "Alderneys", "AlderneyTickets"],
    "pb": ["Brandreths", "Brandreth-Systems", "BrandrethSystems", "Brandereth", "brandreth.example"],
}  # fmt: skip
STAYS = (
    "The bidder will stop and may ask the price", "30 May 2026", "rob the bill", "healthcare for all", "Health care", "a stop",
    "Q&A", "J. W. Turner", "the U.K.",
    "море и горы", "Walking Brandished",
)  # fmt: skip


@pytest.fixture
def names():
    case = {
        "tender": {"id": "T1"},
        "people": [{"id": f"x-{key}-1", "name": name} for key, name in PEOPLE.items()],
        "parties": [{"id": f"x-{key}-1", "name": name} for key, name in FIRMS.items()],
    }
    put("case.yaml", yaml.safe_dump(case, allow_unicode=True))
    [opened] = open_cases(Path("case.yaml"), Extra())
    return names_of(opened, ORDINARY, lambda title: True, Strangers(opened, ORDINARY))


@pytest.mark.parametrize(("who", "text"), [(who, text) for who, spelt in HIDDEN.items() for text in spelt])
def test_a_spelling_becomes_the_label_of_its_name(names, who, text):
    label = names.label_of((PEOPLE | FIRMS)[who])
    said = names.replaced(f"it says {text}")
    assert set(re.findall(r"\[([^\]]*)\]", said)) == {label}
    left = re.sub(r"\[[^\]]*\]", "", said).casefold()
    assert not re.search(
        r"od.ll|kraig|prowse|siob|morl|морл|елен|лены|lena|вантр|юри|yur|aldern|brand|robert|willi|j.+rgen|w.+ssner",
        left,
    )


@pytest.mark.parametrize("text", STAYS)
def test_ordinary_words_stay(names, text):
    assert names.replaced(f"It is {text}") == f"It is {text}"


SHORT = {
    "tender": {
        "id": "T1",
        "specification": [
            {
                "id": "S1",
                "text": "A registered nurse (RN) is there by night; an OT by day. Support by two PTs and a lead.",
            },
            {"id": "S2", "text": "Zoe Marten-Novak (ZMN) will ask the PQ"},
        ],
    },
    "people": [
        {"id": f"x-{at}", "name": name}
        for at, name in enumerate(
            [
                "Rob Ng",
                "Zoë Marten-Novák",
                "Una Kraigher",
                "Olga Tann",
                "Ian Ivers",
                "Petra Quill",
                "Paul Turl",
                "Wim Illger",
                "Lu Xarn",
            ]
        )
    ],
    "parties": [{"id": "x-a", "name": "Brandreth & Søn A/S"}, {"id": "x-b", "name": "Corvane Tolley Works Ltd"}],
}


@pytest.fixture
def short():
    put("case.yaml", yaml.safe_dump(SHORT, allow_unicode=True))
    [opened] = open_cases(Path("case.yaml"), Extra())
    return names_of(opened, ORDINARY, lambda title: True, Strangers(opened, ORDINARY))


@pytest.mark.parametrize(
    ("text", "name"),
    [("ZMN", "Zoë Marten-Novák"), ("as ZMN's note says", "Zoë Marten-Novák"), ("by (LX).", "Lu Xarn"), ("LX, WI", "Lu Xarn"),
     ("B&S A/S", "Brandreth & Søn A/S"), ("B & S", "Brandreth & Søn A/S"), ("CTW", "Corvane Tolley Works Ltd"),
     ("CTWL", "Corvane Tolley Works Ltd")],
)  # fmt: skip
def test_capitals_alone_that_are_all_initials_of_a_name_become_its_label(short, text, name):
    assert short.replaced(text).replace("'s", "").find(f"[{short.label_of(name)}]") >= 0
    assert not re.search(r"\b(ZMN|LX|WI|B ?& ?S|CTWL?)\b", re.sub(r"\[[^\]]*\]", "", short.replaced(text)))


@pytest.mark.parametrize(
    "text",
    ["in the UK", "the RN on duty", "two OTs", "OT", "a PT", "Annex II", "GB-COH", "R&D", "LX 2020", "LX-4", "X/LX", "RNA", "lx",
     "Ctw"],
)  # fmt: skip
def test_capitals_that_are_an_abbreviation_stay(short, text):
    assert short.replaced(text) == text


def test_a_name_that_is_written_out_beside_its_initials_does_not_make_them_a_word(short):
    assert short.replaced("ask ZMN") == f"ask [{short.label_of('Zoë Marten-Novák')}]"


def test_a_name_of_somebody_else_is_no_short_form():
    people = [{"id": "k1", "name": "Bob Kraigher"}, {"id": "k2", "name": "Robert Zanderloo"}]
    put("case.yaml", yaml.safe_dump({"tender": {"id": "T1"}, "people": people}))
    [opened] = open_cases(Path("case.yaml"), Extra())
    found = names_of(opened, ORDINARY, lambda title: True, Strangers(opened, ORDINARY))
    assert found.replaced("Robert") == f"[{found.label_of('Zanderloo')}]"
    assert found.replaced("Rob") == f"[{found.label_of('Kraigher')} or {found.label_of('Zanderloo')}]"


def test_no_format_shows_a_spelling_in_a_text_of_the_tender():
    title = "Tickets, as Elena Morlandova, Морландовой, OProwse and Robert Odellkraigher of Aldernay will ask"
    case = {
        "tender": {"id": "T1", "title": title, "award_criteria": [{"id": "Q1", "name": "Елены way", "type": "quality", "weight": 60},
                                                                  {"id": "P", "type": "price", "weight": 30}]},
        "people": [{"id": key, "name": name} for key, name in PEOPLE.items()],
        "parties": [{"id": key, "name": name} for key, name in FIRMS.items()],
    }  # fmt: skip
    put("case.yaml", yaml.safe_dump(case, allow_unicode=True))
    kinds = ("txt", "md", "html", "json")
    fairaudit(
        "check", "case.yaml", "--today", "2026-11-27", "--redact", *(it for one in kinds for it in ("-o", f"o.{one}"))
    )
    for kind in kinds:
        text = Path(f"o.{kind}").read_text(encoding="utf-8")
        assert "will ask" in text
        assert not re.search("elena|morland|морланд|елен|prowse|odell|robert|alderna", text, re.IGNORECASE)


def test_a_name_that_a_file_writes_with_escapes_is_hidden_where_its_line_is_quoted():
    said = "The supplier must hold an ISO 9001 certificate. Ask Bożena Łącka or Zoë 😀."
    case = {
        "tender": {"id": "T1", "specification": [{"id": "R1", "text": said}]},
        "people": [{"id": "e1", "name": "Bożena Łącka", "roles": [{"role": "evaluator"}]}],
    }
    put("case.json", json.dumps(case, indent=1))
    shown = fairaudit("check", "case.json", "--today", "2026-11-27", "--fail-on", "never", "--redact").out
    [quoted] = [line for line in shown.splitlines() if "ISO 9001 certificate. Ask" in line and " | " in line]
    assert re.sub(r"Person \w+", "Person", quoted.partition("Ask ")[2]) == '[Person] or Zoë 😀."'


def test_initials_in_one_beside_a_surname_are_hidden_with_it():
    people = {"j": "Jean-Baptiste Öztürk", "a": "Brill, Ana Maria", "q": "Bo Rowan Quay"}
    listed = [{"id": key, "name": name, "roles": [{"role": "evaluator"}]} for key, name in people.items()]
    for at, called in enumerate(("JB Öztürk", "Brill AM", "BR Quay")):
        said = f"An ISO 9001 certificate. Ask {called} for it."
        case = {"tender": {"id": "T1", "specification": [{"id": "R1", "text": said}]}, "people": listed}
        put(f"{at}.json", json.dumps(case, indent=1, ensure_ascii=False))
        shown = fairaudit("check", f"{at}.json", "--today", "2026-11-27", "--fail-on", "never", "--redact").out
        [quoted] = [line for line in shown.splitlines() if "certificate. Ask" in line and " | " in line]
        assert re.sub(r"Person \w+", "Person", quoted.partition("Ask ")[2]) == '[Person] for it."'
