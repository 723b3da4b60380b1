"""The page on registers says what is true: its example is read and found, and its words are those of the model."""

import re
from datetime import date
from pathlib import Path

from fairaudit.analysis.numberwords import NUMBERS
from fairaudit.api import audit
from fairaudit.procurement.loading.cases import Extra, open_cases
from fairaudit.procurement.model.registerlist import Register
from fairaudit.procurement.model.shape import fields_of
from fairaudit.procurement.registers.officers import FIELDS
from fairaudit.procurement.registers.sections import SECTIONS
from fairaudit.procurement.registers.upwards import STEPS

PAGE = (Path(__file__).parents[2] / "docs" / "registers.md").read_text(encoding="utf-8")
[CASE] = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
PEOPLE, OFFICERS, QUESTIONS = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)


def read():
    Path("case.yaml").write_text(CASE, encoding="utf-8")
    Path("people.csv").write_text(PEOPLE, encoding="utf-8")
    Path("officers.csv").write_text(OFFICERS, encoding="utf-8")
    [case] = open_cases(Path("case.yaml"), Extra(today=date(2026, 5, 1)))
    return case


def test_the_example_is_read_and_found():
    case = read()
    assert [(one.id, one.name, [role.role for role in one.roles]) for one in case.people] == [
        ("e1", "Ada Holt", ["evaluator"]),
        ("e2", "Ben Rook", ["approver"]),
    ]
    assert [tie.name for tie in case.people[0].employments] == ["Northern Health Board"]
    report = audit(case, today=date(2026, 5, 1)).cases[0]
    [found] = [one for verdict, one in report.findings if verdict.rule == "undeclared-tie-in-a-register"]
    assert (found.file, found.line, found.related[0].file, found.related[0].line) == (
        "people.csv",
        2,
        "officers.csv",
        2,
    )
    assert found.message == (
        "By the register of companies as of 20 April 2026, Ada Holt (evaluator) is entered as “director” (since 1 May 2021) of "
        "Lumen Optics Ltd, a bidder (same name, and one has more words (Ada Holt, Ada Mary Holt), same birth month); no "
        "declaration given names it."
    )


def test_the_log_of_questions_is_read():
    Path("case.yaml").write_text(
        "parties: [{id: b, name: Bo}]\nregisters: [{file: log.csv, kind: enquiries}]\n", encoding="utf-8"
    )
    Path("log.csv").write_text(QUESTIONS, encoding="utf-8")
    [case] = open_cases(Path("case.yaml"), Extra(today=date(2026, 5, 1)))
    [one] = case.enquiries
    assert (one.id, one.asked_by, one.recipients, one.confidential.agreed) == ("Q1", "b", ("all",), False)
    assert (case.unreadable, case.not_read) == ((), ())


def test_every_field_is_explained():
    words = set(re.findall(r"[a-z_]+", PAGE))
    named = {*fields_of(Register), *FIELDS, *(name for one in SECTIONS.values() for name in one.fields)}
    assert named - words == set()


def test_both_pages_say_how_far_up_owners_are_looked_for():
    privacy = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text(encoding="utf-8")
    [said] = [one for one in NUMBERS if NUMBERS[one] == STEPS]
    assert f"at most {said} times one above" in " ".join(PAGE.split())
    assert f"up to {said} above each other" in privacy
