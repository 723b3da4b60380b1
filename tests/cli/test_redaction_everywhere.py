"""`--redact`: no name is left in anything a run writes or prints, in whichever corner of a case it stands."""

import re
from pathlib import Path

import pytest

from fairaudit.engine.redaction.unlisted import Strangers
from fairaudit.procurement.loading.cases import Extra, open_cases
from tests.cli.running import fairaudit, put

FOLDER = "Eva Morland/kraigher/tender-morland.yaml"
CASE = """tender:
  id: T1
  title: Ferry ticketing as proposed by Torvald Nygaardsen and Eva Morland
  status: complete
  published: 2026-05-11T09:00
  buyer: {id: skerrow, name: Skerrow Council}
  incumbents: [{party: pa}]
  submission: {portal: Skerrow portal, late_bids: reject, opening: 2026-06-22T12:30}
  tender_period: {start_date: 2026-05-11T09:00, end_date: 2026-06-22T12:00}
  documents: [{id: D1, title: Specification, recipients: all, available_at: 2026-05-11T09:00}]
  award_criteria:
    - {id: Q1, name: Method of Ottokar Wibblesham, weight: 60, type: quality}
    - {id: Q2, name: "Morland's plan", weight: 30, type: quality}
    - {id: P, name: Price, weight: 20, type: price}
  specification:
    - {id: "4.1", mandatory: true, text: "Run it as A. Morland and E Morland and B.J. Kraigher did; Morland, E. knows; ask e.morland@skerrow.example or emorland77@web.example; best quality"}
parties:
  - {id: pa, name: Alderney Tickets Ltd, roles: [tenderer, incumbent], contact_point: {name: Ann Quillfeather, email: ann.quillfeather@alderneytickets.example}}
  - {id: pb, name: Brandreth Ltd, roles: [tenderer]}
  - {id: pc, name: Corvane CIC, roles: [tenderer]}
people:
  - {id: eva, name: Eva Morland, email: e.morland@skerrow.example, roles: [{role: evaluator}, {role: drafter}], employments: [{party: pa, start_date: 2020-01-01}]}
  - {id: finn, name: Bob Kraigher, roles: [{role: evaluator}]}
bids:
  - {id: BA, bidder: pa, received: 2026-06-19T10:05, status: valid}
  - {id: BB, bidder: pb, received: 2026-06-21T16:40, status: valid}
  - {id: BC, bidder: pc, received: 2026-06-22T13:12, status: late, reason: Late}
enquiries:
  - {id: Q1, asked_by: pa, date: 2026-05-20T09:00, question: How many?, answer: Six., answered: 2026-05-22T10:00, recipients: [pa, pb, "Corvayne CIC"]}
events:
  - {id: E1, kind: x-lunch with Wolfram Zettelmoyer, bidder: pa, date: 2026-06-15T10:00}
  - {id: E2, kind: phone call, bidder: pa, date: 2026-06-15T10:00, channel: telephone, topic: scope}
  - {id: "Gundolf Ashkettle rang", kind: meeting, bidder: pb, date: 2026-06-16T10:00}
  - {id: E3, kind: extension, recipients: [pa, pb], date: 2026-06-17T10:00, until: 2026-06-23T12:00, document: "plan-morland.pdf"}
evaluation:
  panel: [eva, finn]
  opened: {quality: 2026-06-22T12:30, price: 2026-06-22T12:30}
  individual:
    - {evaluator: eva, bid: BA, criterion: Q1, score: 9, at: 2026-06-21, comment: good}
    - {evaluator: finn, bid: BA, criterion: Q1, score: 2, at: 2026-06-25, comment: good}
    - {evaluator: eva, bid: BB, criterion: Q1, score: 3, at: 2026-06-25, comment: bad}
    - {evaluator: finn, bid: BB, criterion: Q1, score: 4, at: 2026-06-25, comment: bad}
    - {evaluator: eva, bid: BA, criterion: Q2, score: 4, at: 2026-06-25, comment: good}
  weights_applied: {"Method of Ottokar Wibblesham": 60, Q2: 30, P: 10}
  summaries: [{bid: BA, sent: 2026-07-01, scores: {"Eva Morland": 4, Q1: 7, "Hildegrim Oberstotter": 3}}]
  totals: [{bid: BA, total: 77}, {bid: BB, total: 50}]
complete: [people, bids, parties, enquiries, events]
"""
LISTED = ("Morland", "Kraigher", "Quillfeather", "Alderney", "Brandreth", "Corvane", "Corvayne", "emorland", "Robert")
UNLISTED = ("Torvald", "Nygaardsen", "Ottokar", "Wibblesham", "Wolfram", "Zettelmoyer", "Gundolf", "Ashkettle", "Hildegrim",
            "Oberstotter")  # fmt: skip
INITIAL = re.compile(r"\b[A-Z](?:\.[ -]?|\s)\\?\[(?:Person|Contact)|\[Person[^\]]*\],? [A-Z]\.")


def everything(case, *asked):
    """Return all that a run writes and prints, with the names of what it writes."""
    put(FOLDER, case)
    kinds = ("txt", "md", "html", "json")
    outputs = [one for kind in kinds for one in ("-o", f"out.{kind}")]
    run = ("check", FOLDER, "--today", "2026-11-27", "--names", *asked)
    written = fairaudit(*run, "--figures", "figures", *outputs)
    shown = fairaudit(*run)
    files = [*(Path(f"out.{kind}") for kind in kinds), *Path(".").glob("figures/*")]
    texts = {one.name: one.read_text(encoding="utf-8") for one in files if one.exists() and one.suffix != ".png"}
    texts |= {"printed": shown.out + written.out, "errors": shown.err + written.err, "names": " ".join(map(str, files))}
    return {one: " ".join(text.split()) for one, text in texts.items()}


def left(texts):
    return {
        (file, name) for file, text in texts.items() for name in (*LISTED, *UNLISTED) if name.lower() in text.lower()
    }


def test_no_name_is_left_in_anything_that_is_written_or_printed():
    plain = everything(CASE)
    assert {name for _, name in left(plain)} >= {
        "Morland",
        "Kraigher",
        "Alderney",
        "Nygaardsen",
        "Wibblesham",
        "Oberstotter",
    }
    texts = everything(CASE, "--redact")
    assert len([one for one in texts if one.endswith(".svg")]) > 0
    assert left(texts) == set()
    assert [text[found.start() :][:60] for text in texts.values() if (found := INITIAL.search(text))] == []


@pytest.mark.parametrize(
    "line",
    ['  scores: {"Eva Morland": 4, "Hildegrim Oberstotter": 3}', "  panel_of_wolfram_zettelmoyer: Eva Morland"],
)
def test_no_name_is_left_in_the_faults_of_a_case_that_cannot_be_read(line):
    assert left(everything(CASE.replace("evaluation:", f"evaluation:\n{line}"), "--redact")) == set()


def test_names_of_plain_criteria_and_titles_stay():
    put("case.yaml", "tender: {id: T, title: Ferry ticketing for Skerrow, buyer: {name: Skerrow Council}, award_criteria: "
        "[{id: Q1, name: Quality of service}, {id: Q2, name: Mobilisation}]}")  # fmt: skip
    [case] = open_cases(Path("case.yaml"), Extra())
    strangers = Strangers(case, {"quality", "service"})
    names = ["Ferry ticketing for Skerrow", "Quality of service", "Mobilisation", "Q1", "NHS plan of the ICB"]
    assert [strangers.hidden(one, "[x]") for one in names] == names
    said = ["Method of Ottokar van Wibblesham", "Robert's plan", "Torvald Nygaardsen: a plan"]
    assert [strangers.hidden(one, "[x]") for one in said] == ["Method of [x]", "[x]'s plan", "[x]: a plan"]
