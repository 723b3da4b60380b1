"""A redacted report quotes no free text of a record: whoever wrote it may name anybody in it, listed or not."""

import re
from pathlib import Path

import pytest

from fairaudit.analysis.phrases import Phrases
from fairaudit.engine.redaction.freetexts import FreeTexts
from tests.cli.running import fairaudit, put

CASE = """
tender:
  id: T1
  status: complete
  published: 2026-05-11T09:00
  tender_period: {start_date: 2026-05-11T09:00, end_date: 2026-06-22T12:00}
  documents: [{id: D1, title: Specification, recipients: all, available_at: 2026-05-11T09:00},
              {id: D7, title: Notes by Nepomuk Ximenes, version: by Odalric Yarborough, recipients: [pc], available_at: 2026-05-13T09:00}]
parties: [{id: pa, name: Alderney Ltd, roles: [tenderer], people: [k1]}, {id: pb, name: Brandreth Ltd, roles: [tenderer]},
          {id: pc, name: Corvane CIC, roles: [tenderer]}]
people:
  - {id: k1, name: Knut Ravn, employments: [{party: pa}]}
  - {id: finn, name: Finn Odell, roles: [{role: evaluator}]}
  - {id: hugo, name: Hugo Stell, roles: [{role: approver}], relatives: [{person: k1, relation: son-in-law of Cuthbert Haverkamp}]}
declarations:
  - {person: finn, date: 2026-06-23, interests: [{kind: shares, party: pb}],
     mitigation: {actions: ["Wendelin Bistritz reminds him, over and over and whenever there is time for it, to be careful; that is all that he or anybody says"], followed: true}}
  - {person: hugo, date: 2026-06-23, interests: []}
bids:
  - {id: BA, bidder: pa, received: 2026-06-19T10:05, status: valid,
     defects: [{code: signature, decision: cure for Jocasta Thistleton, cure_until: 2026-06-26T12:00}]}
  - {id: BB, bidder: pb, received: 2026-06-21T16:40, status: rejected, defects: [{code: signature, decision: reject}]}
  - {id: BC, bidder: pc, received: 2026-06-22T09:12, status: valid}
events:
  - {kind: phone call, bidder: pa, date: 2026-06-15T10:00, channel: mobile of Ignatius Kestevan, topic: Bartholdy Lobkowicz rang}
evaluation: {panel: [finn], individual: [{evaluator: finn, bid: BB, criterion: Q1, score: 3, at: 2026-06-25}]}
complete: [people, declarations, bids, parties, enquiries, events]
"""
NAMES = ("Nepomuk", "Ximenes", "Odalric", "Yarborough", "Cuthbert", "Haverkamp", "Wendelin", "Bistritz", "Jocasta", "Thistleton",
         "Ignatius", "Kestevan", "Bartholdy", "Lobkowicz")  # fmt: skip


def texts(*asked):
    put("case.yaml", CASE)
    kinds = ("txt", "md", "html", "json")
    outputs = [one for kind in kinds for one in ("-o", f"out.{kind}")]
    fairaudit("check", "case.yaml", "--today", "2026-11-27", "--names", *asked, "--figures", "figures", *outputs)
    files = (*(Path(f"out.{kind}") for kind in kinds), *Path("figures").glob("*.svg"))
    return {one.name: " ".join(one.read_text(encoding="utf-8").split()) for one in files}


def named(found):
    return {(file, name) for file, text in found.items() for name in NAMES if name.lower() in text.lower()}


def test_the_report_without_redaction_quotes_them():
    assert {name for _, name in named(texts())} == set(NAMES)


def test_no_format_and_no_picture_quotes_a_free_text_and_sentences_stay():
    found = texts("--redact")
    assert named(found) == set()
    said = found["out.txt"]
    assert re.search(r"There was contact with .* \(\[withheld\]\) on 15 June 2026", said)
    assert re.search(r"is related to \[Person \w+\] \(\[withheld\]\), who is employed by", said)
    assert re.search(r"\[withheld\] and \[Organisation \w+\]: reject;", said)
    assert "[Document" in found["out.md"].replace("\\", "")
    assert "Specification" in found["out.md"]


@pytest.mark.parametrize(
    ("text", "stays"),
    [("sister", True), ("by phone", True), ("reject", True), ("Price", True), ("price and may", True), ("Will May", False),
     ("Price said so", False), ("sister of Tilda", False), ("", True)],
)  # fmt: skip
def test_only_ordinary_words_stay(text, stays):
    assert FreeTexts({"price", "will", "may", "said", "so", "and"}).names_nobody(text) is stays


def test_a_text_is_found_whole_cut_and_cut_within_a_word_and_nothing_else_is():
    known = Phrases("[withheld]", "…")
    known.add("Torvald rang about the scope")
    known.add("Torvald rang")
    assert known.replaced("He said “torvald  rang about the Scope”.") == "He said “[withheld]”."
    assert known.replaced("He said “Torvald rang about the sc…”.") == "He said “[withheld]…”."
    assert known.replaced("Torvald rang about it") == "[withheld] about it"
    assert known.replaced("about the scope") == "about the scope"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("related to her (wife (Tilda)), who", "related to her ([withheld]), who"),
        ("related to her ((half) sister), who", "related to her ([withheld]), who"),
        ("told [see Tilda (at home.)].", "told [[withheld]]."),
        ("related to her (wife), who", "related to her (wife), who"),
    ],
)
def test_a_withheld_text_takes_its_brackets_along(text, said):
    known = Phrases("[withheld]", "…")
    for one in ("wife (Tilda)", "(half) sister", "see Tilda (at home.)"):
        known.add(one)
    assert known.replaced(text) == said
