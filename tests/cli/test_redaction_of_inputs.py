"""`--redact`: of every name in what was read, none is left in anything a run writes, in whichever format.

The names are taken from the case as it was read, tables and registers beside it included, and not from a list made by hand: whole
names, and each of their words but those that name nobody because rules, the tender or the buyer's name say them too; and of what
documents are called every word with a capital but the first.
"""

import re
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from fairaudit.engine.redaction.unlisted import strings_of
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.loading.cases import Extra, open_cases
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.parties import ContactPoint, Owner, Party, Person, Relative, Tie
from fairaudit.procurement.model.registerlist import RegisterEntry
from fairaudit.procurement.model.shape import titles_in
from fairaudit.reports.formats import FORMATS
from tests.cli import test_redaction as everywhere
from tests.cli.running import fairaudit, put

TODAY = "2026-07-01"
EXAMPLES = Path(__file__).parents[2] / "examples"
CASES = sorted(one for one in EXAMPLES.iterdir() if one.is_dir() or one.suffix in (".yaml", ".json"))
WORD = re.compile(r"[^\W\d_]+")
SUFFIXES = {"text": "txt", "markdown": "md", "html": "html", "json": "json", "sarif": "sarif", "ics": "ics"}


def parts_of(value):
    """Yield every part of a record and below it."""
    if isinstance(value, tuple):
        for one in value:
            yield from parts_of(one)
    elif isinstance(value, dict):
        yield from parts_of(tuple(value.values()))
    elif isinstance(value, Part):
        yield value
        yield from parts_of(tuple(value.__dict__.values()))


def names_in(case):
    """Yield every name of somebody in a case: as it stands there, in a table or in a register."""
    for one in parts_of(case.procurement):
        if isinstance(one, Person | Party | Owner | Relative | Tie | ContactPoint):
            yield one.name
        if isinstance(one, Party):
            yield from one.aliases or ()
        if isinstance(one, RegisterEntry):
            yield from (one.name, one.company_name)
    for match in case.matches:
        yield from (match.tie.holder, match.tie.organisation)
    ids = {one.id for one in (*case.people, *case.parties)}
    block = case.evaluation
    said = [*(block.panel or ()), *(one.evaluator for one in block.individual or ())]
    said += [who for one in case.enquiries for who in (one.asked_by, *(one.recipients or ())) if who != "all"]
    yield from (one for one in [*said, *(bid.bidder for bid in case.bids)] if one and one not in ids)


def titles_of(case):
    """Yield what documents are called, wherever a case says it."""
    for one in parts_of(case.procurement):
        for name in titles_in(type(one)):
            value = getattr(one, name)
            yield from value if isinstance(value, tuple) else (value,) if value else ()


NOBODY = "tender: {id: T, law: [uk-pa2023, uk-pcr2015, nhs-psr, eu-2014-24, wto-gpa, world-bank], status: complete}"
COMMON = frozenset(["community", "ltd", "plc", "north", "south", "east", "west"])
"""Words that many firms have in their names and tenders in their titles."""


@cache
def said_of_nobody():
    """Return all that rules and reports say of themselves: their words, options, sources, and the marks of a page."""
    rules = [rule for pack in shipped_packs() for rule in pack.rules]
    texts = [text for one in rules for text in (one.title, one.message, one.why, one.fix, one.ask)]
    return " ".join([*texts, *everything(put("nobody.yaml", NOBODY)).values()]).lower()


@cache
def words_of_nobody():
    return COMMON | frozenset(WORD.findall(said_of_nobody()))


def words_of_the_tender(case):
    """Return the words that the tender writes small, and those of the buyer's name."""
    buyer = case.tender.buyer.name if case.tender.buyer else ""
    small = {word for text in strings_of(case.tender) for word in WORD.findall(text) if word.islower()}
    return small | {one.lower() for one in WORD.findall(buyer or "")}


def sought(case, plain):
    """Return what must not be left: whole names of several words, and each of their words that is not plain."""
    buyer = case.tender.buyer.name if case.tender.buyer else ""
    names = {" ".join(one.split()).lower() for one in names_in(case) if one} - {(buyer or "").lower()}
    whole = {one for one in names if len(WORD.findall(one)) > 1}
    titled = {word.lower() for one in titles_of(case) for word in WORD.findall(one)[1:] if word[0].isupper()}
    words = {word for one in names for word in WORD.findall(one)} | titled
    return whole | {word for word in words if len(word) > 2 and word not in plain}


def everything(path, *asked):
    """Return all that a run writes and prints, in every format, with its pictures, as a reader sees it."""
    outputs = [word for one in SUFFIXES.values() for word in ("-o", f"out.{one}")]
    run = (
        "check",
        path,
        "--today",
        TODAY,
        "--names",
        "--scenario",
        "--fail-on",
        "never",
        "--allow-ci-evaluation",
        *asked,
    )
    ran = fairaudit(*run, "--format", "github", "--figures", "figures", *outputs)
    assert ran.status in (0, 2), ran.err
    files = [*(Path(f"out.{one}") for one in SUFFIXES.values()), *Path("figures").glob("*.svg")]
    texts = {one.name: one.read_text(encoding="utf-8") for one in files} | {"github": ran.out, "errors": ran.err}
    return {name: " ".join(seen(text).lower().split()) for name, text in texts.items()}


def seen(text):
    """Return a text without what a format does to letters."""
    plain = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), unquote(unescape(text)))
    return plain.replace("\r\n ", "").replace("\n ", " ")


def left(names, texts):
    """Return which names stand in which outputs: as words, and long ones within words."""
    found = set()
    for file, text in texts.items():
        words = set(WORD.findall(text))
        found |= {
            (file, one)
            for one in names
            if one in words or (len(one) > 5 and one in text and one not in said_of_nobody())
        }
    return found


NAMED = dict(zip(everywhere.WHO, (
    "Zardov Grixley", "Pexmi Rushan", "Lumke Vantros", "Ombrey Quelthorpe", "Hesk Ibbermore", "Tovik Yarrelson", "Moorcroftly",
    "Kitsun Foxleyby", "Brackenburyne"), strict=True))  # fmt: skip
BIG = (
    everywhere.CASE.format(**everywhere.spelt(NAMED))
    + """registers:
  - {file: more.csv, kind: people}
  - {file: officers.csv, kind: officers, name: List of officers, searched: 2026-03-20, scheme: GB-COH}
  - {kind: owners, name: List of owners, searched: 2026-03-20, scheme: GB-COH, records: [
      {company_name: Brackenburyne Ltd, name: "GRIXLEY, Zardov Wexcomb", share: 40, address: 9 Zandervell Yard},
      {company_name: Brackenburyne Ltd, name: Orrinswald Holdings plc, holder_number: "09090909", share: 60}]}
"""
)
MORE = """id,name,birth_date,role,email,tie,party_name,relative_name,relation
e7,Dorvik Plenderly,1971-02,evaluator,d.plenderly@wexmoor.example,employment,Hallamvey Stores Ltd,,
e7,,,,,,,Ysolt Plenderly,sister
e8,Quennel Ostrander,,approver,,directorship,Brackenburyne Ltd,,
"""
OFFICERS = """Company number,Company name,Officer name,Role,Appointed on,Date of birth,Address,Postcode
90909091,BRACKENBURYNE LIMITED,"GRIXLEY, Zardov Ombric",director,2021-05-01,1977-08,9 Zandervell Yard,ZQ9 8XW
90909091,BRACKENBURYNE LIMITED,"PLENDERLY, Dorvik",director,2021-05-01,1971-02,9 Zandervell Yard,ZQ9 8XW
90909077,TRENDLEBY LIMITED,"OSTRANDER, Quennel",secretary,soon,,9 Zandervell Yard,ZQ9 8XW
"""


TITLED = """tender:
  id: HL-2026
  title: Home laundry
  status: complete
  published: 2026-05-11T09:00
  law: [uk-pa2023]
  tender_period: {start_date: 2026-05-11T09:00, end_date: 2026-06-22T12:00}
  market_engagement: [{date: 2026-03-02, participants: [pa], shared_documents: [Volumes of Wexlarke]}]
  documents: [{id: D-Grennock, title: Plan by Strakelby, version: "1", recipients: [pa], available_at: 2026-05-11T09:00}]
  disclosures: [{kind: activity-data, document: Volumes by Plendermoss, published: 2026-05-20, recipients: [pa]},
                {kind: cost-data, document: D-Grennock, published: 2026-05-20, recipients: [pb]}]
  specification: [{id: "1", text: The linen is washed at sixty degrees and brought back within two days of being called for.}]
parties:
  - {id: pa, name: Pennycross Ltd, roles: [tenderer], documents: [{title: Offer of Tarrowby, date: 2026-01-05,
     text: The linen is washed at sixty degrees and brought back within two days of being called for.}]}
  - {id: pb, name: Otterby CIC, roles: [tenderer]}
bids:
  - {id: BA, bidder: pa, received: 2026-06-22T12:20, status: valid}
  - {id: BB, bidder: pb, received: 2026-06-21T16:40, status: valid}
events: [{id: E1, kind: publication, document: Bulletin of Quessenden, recipients: [pa], date: 2026-06-02T10:00}]
complete: [bids, parties, enquiries, events]
"""
TITLES = {"wexlarke", "strakelby", "plendermoss", "tarrowby", "quessenden"}


def put_big():
    put("case/more.csv", MORE)
    put("case/officers.csv", OFFICERS)
    return put("case/tender.yaml", BIG)


def case_in(path):
    (case,) = open_cases(path, Extra(today=date.fromisoformat(TODAY)))
    return case


def test_every_format_is_written():
    assert {*SUFFIXES, "github"} == set(FORMATS)


@pytest.mark.parametrize("path", CASES, ids=lambda one: one.stem)
def test_no_name_of_an_example_is_left_in_any_format_or_picture(path):
    case = case_in(path)
    assert left(sought(case, words_of_nobody() | words_of_the_tender(case)), everything(path, "--redact")) == set()


def test_no_name_of_a_case_with_tables_registers_and_free_texts_is_left():
    path = put_big()
    names = sought(case_in(path), words_of_nobody())
    assert names >= {one.lower() for name in NAMED.values() for one in name.split()} | {
        "plenderly",
        "ysolt",
        "orrinswald",
    }
    assert left(names, everything(path, "--redact")) == set()
    assert left({"zandervell", "wexcomb", "ombric", "wexmoor", "trendleby"}, everything(path, "--redact")) == set()


def test_no_name_in_what_a_document_is_called_is_left_wherever_the_case_says_it():
    path = put("case.yaml", TITLED)
    assert sought(case_in(path), words_of_nobody()) >= TITLES
    assert {one for _, one in left(TITLES | {"grennock"}, everything(path))} == TITLES | {"grennock"}
    assert left(TITLES | {"grennock"}, everything(path, "--redact")) == set()


def test_without_redaction_every_format_names_somebody_so_that_the_search_finds_names():
    path = put_big()
    found = left(sought(case_in(path), words_of_nobody()), everything(path))
    assert {file for file, _ in found} >= {"out.txt", "out.md", "out.html", "out.json", "out.sarif", "github"}
    assert {"grixley", "plenderly", "ostrander", "brackenburyne", "moorcroftly"} <= {one for _, one in found}
