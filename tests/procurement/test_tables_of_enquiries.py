"""Logs of questions and answers as tables beside a case: read as if the case held them, and nothing is guessed of them."""

from pathlib import Path

import openpyxl
import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.unread.tables import with_tables_named
from tests.checks.scoring_case import rule as core_rule
from tests.procurement.test_registers import listed, opened

LOG = """Clarification log;;;;;;

No;Tenderer;Date received;Question;Response;Date of response;Issued to;Confidential
Q1;b;02/03/2026 10:00;Is the lift in use?;Yes, from 6 am.;04/03/2026 12:00;All bidders;no
Q2;c;03/03/2026;May we use our own scanner?;Yes.;05/03/2026;c;
Q3;b;03/03/2026;Is paper supplied?;No.;05/03/2026;b;yes
"""
HEADER = "registers: [{file: log.csv, kind: enquiries, dates: day-month-year}]\ncomplete: [enquiries, bids]\n"


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def log(text=LOG):
    return opened(HEADER, log_csv=text)


def verdict_of(case, rule="answer-not-sent-to-all"):
    loaded = core_rule(rule)
    return with_tables_named(case, judge(case, loaded, "evaluation"), lambda seen: judge(seen, loaded, "evaluation"))


def test_questions_and_answers_are_read_with_their_cells():
    case = log()
    assert (case.unreadable, case.not_read) == ((), ("log.csv, what stands above row 3",))
    assert [(one.id, one.asked_by, one.recipients) for one in case.enquiries] == [
        ("Q1", "b", ("all",)),
        ("Q2", "c", ("c",)),
        ("Q3", "b", ("b",)),
    ]
    first, _, third = case.enquiries
    assert (first.question, first.answer) == ("Is the lift in use?", "Yes, from 6 am.")
    assert (str(first.date.date), str(first.answered.date)) == ("2026-03-02", "2026-03-04")
    assert (first.confidential.agreed, third.confidential.agreed) == (False, True)
    assert case.places[("enquiries", 1, "answered")] == (1, (5, 50, 5, 60))


def test_an_answer_that_went_to_one_is_found_and_one_agreed_to_be_confidential_is_not():
    verdict = verdict_of(log())
    assert (verdict.outcome, [one.hit.at.path for one in verdict.hits]) == ("flagged", [("enquiries", 1, "recipients")])


def test_whom_an_answer_went_to_is_not_taken_from_who_asked():
    verdict = verdict_of(log(LOG.replace("2026;c;\n", "2026;;\n")))
    assert (verdict.outcome, "recipients" in str(verdict)) == ("not-assessed", True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LOG.replace("05/03/2026;c;", "05/03/2026;c;see note"), "5: the row says under `Confidential` neither yes nor no, so that it is left out"),
        (LOG.replace("Confidential", "Private answer?"), "3: the column `Private answer?` may say which answers were agreed to be for one "
         "bidder, and is not read"),
        (LOG + "Q4;b;04/03/2026;Is it; then?;Yes.;05/03/2026;all;;x\n", "7: the row has 10 cells, and the table names 8 columns"),
    ],
)  # fmt: skip
def test_what_may_have_been_confidential_accuses_nobody_and_nothing_passes(text, said):
    case = log(text)
    assert [one.partition(";")[0] for one in listed(case)] == [f"log.csv:{said}"]
    assert (verdict_of(case).outcome, case.holds_all("enquiries")) in (("review", False), ("not-assessed", False))


def test_a_log_that_cannot_be_read_lets_nothing_pass():
    case = log("Nr;Frage;Antwort\n1;Wo?;Dort.\n")
    assert [one.partition(";")[0] for one in listed(case)] == ["log.csv:1: has no column headed `question` or `answer`"]
    assert ([*case.unread], case.enquiries, verdict_of(case).outcome) == (["enquiries"], (), "not-assessed")


def test_two_answers_under_one_number_are_both_kept_and_a_note_is_none():
    case = log(LOG + "Q1;b;02/03/2026 10:00;Is the lift in use?;No.;06/03/2026;all;\n* closed on 8 March;;;\n")
    assert [(one.id, one.answer) for one in case.enquiries] == [
        ("Q1", "Yes, from 6 am."),
        ("Q2", "Yes."),
        ("Q3", "No."),
        ("Q1", "No."),
    ]
    [said] = listed(case)
    assert said.startswith("log.csv:8: column 1 (No): stands alone in its row, as a note does; the row is left out")


def test_recipients_may_stand_in_one_cell_or_in_rows_of_one_number():
    case = log(LOG.replace("c;\n", '"b; c";\n').replace("b;yes", "Lumen Optics Ltd;yes") + "Q3;;;;;;c;\n")
    assert [one.recipients for one in case.enquiries][1:] == [("b", "c"), ("Lumen Optics Ltd", "c")]


def test_a_log_in_a_workbook_is_read_alike():
    book = openpyxl.Workbook()
    for line in LOG.splitlines():
        book.active.append([one or None for one in line.split(";")])
    book.create_sheet("Notes").append(["closed"])
    book.save("log.xlsx")
    Path("log.csv").unlink(missing_ok=True)
    case = opened(HEADER.replace("log.csv", "log.xlsx"))
    assert [(one.id, one.recipients) for one in case.enquiries] == [("Q1", ("all",)), ("Q2", ("c",)), ("Q3", ("b",))]
    assert case.pointers[("enquiries", 1, "recipients", 0)] == "Sheet!G5"
