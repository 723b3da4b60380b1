"""A redacted report of a case that was searched in registers names nobody: not as the case, nor as the register writes them."""

import re
from functools import cache
from pathlib import Path

import pytest

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.contract.report import Audience
from fairaudit.engine.redaction.redacting import Redaction
from fairaudit.procurement.loading.cases import Extra, open_cases
from tests.cli.test_redaction import FORMATS, TODAY, render, rules, unquote

CASE = """
tender: {id: T1, published: 2026-02-02}
parties:
  - {id: p1, name: Quobel Ltd, identifiers: [{scheme: GB-COH, id: "90909091"}]}
  - {id: p2, name: Thiwen Ltd, identifiers: [{scheme: GB-COH, id: "90909092"}]}
bids: [{id: B1, bidder: p1}, {id: B2, bidder: p2}]
complete: [declarations]
evaluation: {totals: [{bid: B1, total: 80}]}
registers:
  - {file: people.csv, kind: people}
  - {file: grixley.csv, kind: officers, name: Officers of Quobel, searched: 2026-02-20, scheme: GB-COH}
"""
PEOPLE = (
    "id,name,birth_date,role,first_access,email,phone\n"
    "e1,Zardov Grixley,1977-08,evaluator,Rushan,zg@ombrelux.example,020 7946 0371\n"
    "e2,Pexmi Rushan,,approver,,kolvim.tareth@plainmail.example,0161 496 0552\n"
)
OFFICERS = """Company number,Company name,Officer name,Role,Appointed on,Date of birth,Address,Postcode,Email,Telephone
90909091,QUOBEL LIMITED,"GRIXLEY, Zardov Ombrey",director,2021-05-01,1977-08,9 Wexcombe Yard,ZQ9 8XW,office.zg9@ombrelux.example,+44 20 7946 0371
90909091,QUOBEL LIMITED,"VANTROS, Lumke",director,2021-05-01,1966-01,9 Wexcombe Yard,ZQ9 8XW,lv@vantrel.example,0118 496 0113
90909092,THIWEN LIMITED,"VANTROS, Lumke",director,2021-05-01,1966-01,9 Wexcombe Yard,ZQ9 8XW,lv@vantrel.example,0118 496 0113
90909092,THIWEN LIMITED,"RUSHAN, Pexmi",secretary,soon,,9 Wexcombe Yard,ZQ9 8XW,kolvin.tareth@plainmail.example,
"""
NAMES = (
    "Quobel",
    "Thiwen",
    "Zardov",
    "Grixley",
    "Pexmi",
    "Rushan",
    "Ombrey",
    "Vantros",
    "Lumke",
    "90909091",
    "ombrelux",
)
NEVER = ("Wexcombe", "ZQ9", "1966-01", "zg9", "+44 20 7946", "lv@", "vantrel", "496 0113", "kolvin")
"""What no report shows of a register, redacted or not."""
OWN = ("1977-08", "zg@", "7946 0371", "79460371", "tareth", "kolvim", "plainmail", "496 0552")
"""What the case itself holds of people, which no redacted report shows."""


@cache
def texts(redact):
    """Return the report in every format, audited once for all tests of it."""
    for name, text in (("tender.yaml", CASE), ("people.csv", PEOPLE), ("grixley.csv", OFFICERS)):
        Path(name).write_text(text, encoding="utf-8")
    settings = Settings(TODAY, audience=Audience.AUDITOR, redact=redact)
    report = run(open_cases(Path("tender.yaml"), Extra(today=TODAY)), rules(), settings)
    return {one: unquote(render(report, one)) for one in FORMATS}


@cache
def reports(*files):
    """Return the report of a case and of its tables, and the redacted one, audited once for all formats."""
    for name, text in files:
        Path(name).write_text(text, encoding="utf-8")
    return tuple(
        run(open_cases(Path("tender.yaml"), Extra(today=TODAY)), rules(), Settings(TODAY, redact=redact))
        for redact in (False, True)
    )


OTHER_LETTERS = {
    "cyrillic": ("Игорь Григоренко", "HRYHORENKO, Ihor", ("Игорь", "Григоренко", "Ihor", "Hryhorenko", "Yhor", "Igor")),
    "greek": ("Γιώργος Παππάς", "PAPPAS, Georgios", ("Γιώργος", "Παππάς", "Giorgos", "Pappas", "Georgios")),
    "a short form": ("Bob Grixley", "GRIXLEY, Robert", ("Bob", "Robert", "Grixley")),
    "a slip": ("Zardov Grixley", "GRIXLEY, Zardof", ("Zardov", "Zardof", "Grixley")),
}


@pytest.mark.parametrize("format_", list(FORMATS))
@pytest.mark.parametrize(("own", "registered", "forms"), OTHER_LETTERS.values(), ids=OTHER_LETTERS)
def test_no_form_of_a_name_that_a_reason_shows_is_left(own, registered, forms, format_):
    case = CASE.replace("  - {file: grixley.csv", "  - {file: officers.csv")
    people = f"id,name,birth_date,role\ne1,{own},1977-08,evaluator\n"
    officers = (
        "Company number,Company name,Officer name,Role,Appointed on,Date of birth\n"
        f'90909091,QUOBEL LIMITED,"{registered}",director,2021-05-01,1977-08\n'
    )
    plain, redacted = reports(("tender.yaml", case), ("people.csv", people), ("officers.csv", officers))
    assert "director" in render(plain, "json")
    assert named(unquote(render(redacted, format_)), forms) == set()


def named(text, names):
    return {one for one in names if one.lower() in text.casefold()}


def test_the_report_without_redaction_names_who_matters_and_shows_nothing_else_of_the_register():
    text = texts(redact=False)["json"]
    assert named(text, NAMES) == set(NAMES)
    assert named(text, NEVER) == set()
    assert "same domain (ombrelux.example), same phone" in text


@pytest.mark.parametrize("format_", list(FORMATS))
def test_the_redacted_report_names_nobody(format_):
    text = texts(redact=True)[format_]
    assert named(text, (*NAMES, *NEVER, *OWN)) == set()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ring 020 7946 0371 before noon", "020 7946 0371"),
        ("Write to zg@ombrelux.example", "zg@ombrelux"),
        ("The same domain (ombrelux.…", "ombrelux"),
        ("The same domain (mail.ombrelux.exam…", "ombrelux"),
        ("…brelux.example", "brelux"),
    ],
)
def test_no_phone_or_piece_of_a_domain_is_left_in_a_text(text, left):
    for name, held in (("tender.yaml", CASE), ("people.csv", PEOPLE), ("grixley.csv", OFFICERS)):
        Path(name).write_text(held, encoding="utf-8")
    [case] = open_cases(Path("tender.yaml"), Extra(today=TODAY))
    assert left not in Redaction(case, frozenset()).text(text)


def test_no_account_or_address_of_a_party_and_no_birth_date_is_left_in_a_text():
    firm = "{id: p1, name: Quobel Ltd, bank_reference: GB33BUKB20201555555555, domains: [quobelworks.example], addresses: [{street_address: 9 Wexcombe Yard, postal_code: ZQ9 8XW}]}"
    Path("tender.yaml").write_text(
        f"tender: {{id: T1}}\nparties: [{firm}]\npeople: [{{id: e9, name: Pexmi Rushan, birth_date: 1977-08}}]\n",
        encoding="utf-8",
    )
    [case] = open_cases(Path("tender.yaml"), Extra(today=TODAY))
    said = Redaction(case, frozenset()).text(
        "Pay GB33BUKB20201555555555; write to 9 Wexcombe Yard, ZQ9 8XW or quobelworks.example; 1977-08 is on file."
    )
    labels = re.sub(r" [a-z0-9]+\]", "]", said)
    assert (
        labels
        == "Pay [Organisation]; write to [Address of organisation], [Address of organisation] or [Domain of organisation]; "
        "[Person] is on file."
    )


def test_one_person_has_one_label_however_a_text_calls_them():
    for name, held in (("tender.yaml", CASE), ("people.csv", PEOPLE), ("grixley.csv", OFFICERS)):
        Path(name).write_text(held, encoding="utf-8")
    [case] = open_cases(Path("tender.yaml"), Extra(today=TODAY))
    called = (
        "e1",
        "Zardov Grixley",
        "GRIXLEY, Zardov Ombrey",
        "Z. Grixley",
        "Mr Grixley's",
        "zg@ombrelux.example",
        "1977-08",
    )
    said = [Redaction(case, frozenset()).text(f"It was {one} again") for one in called]
    assert len({label for one in said for label in re.findall(r"\[[^\]]*\]", one)}) == 1
    assert [re.sub(r"\[Person [a-z0-9]+\]", "[P]", one) for one in said] == [
        *["It was [P] again"] * 4, "It was Mr [P]'s again", *["It was [P] again"] * 2,
    ]  # fmt: skip


@pytest.mark.parametrize("format_", list(FORMATS))
@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("source: got by Fenella Whitlock", ""),
        ("source: whitlock", ""),
        ("source: Zardov Grixley", ""),
        ("source: Companies House public search", "Companies House public search"),
    ],
)
def test_where_a_register_is_from_names_nobody(given, left, format_):
    case = CASE.replace("name: Officers of Quobel", f"name: 'List that Fenella Whitlock sent', {given}")
    plain, redacted = reports(("tender.yaml", case), ("people.csv", PEOPLE), ("grixley.csv", OFFICERS))
    assert "Fenella Whitlock" in render(plain, "json")
    text = unquote(render(redacted, format_))
    assert named(text, ("Fenella", "Whitlock", "Zardov", "Grixley")) == set()
    if format_ == "json":
        assert left in text


@pytest.mark.parametrize("format_", list(FORMATS))
def test_whom_the_name_of_a_register_speaks_of_stands_in_no_name_of_its_file(format_):
    case = CASE.replace("Officers of Quobel", "List that Fenella Whitlock sent").replace("grixley.csv", "whitlock.csv")
    case = case.replace(
        "kind: people}", "kind: people}\n  - {file: owners.csv, kind: owners, name: Owners, scheme: GB-COH}"
    )
    owners = OFFICERS.replace("Officer name", "Owner")
    for name, text in (
        ("tender.yaml", case),
        ("people.csv", PEOPLE),
        ("whitlock.csv", OFFICERS),
        ("owners.csv", owners),
    ):
        Path(name).write_text(text, encoding="utf-8")
    reports = [
        run(open_cases(Path("tender.yaml"), Extra(today=TODAY)), rules(), Settings(TODAY, redact=redact))
        for redact in (False, True)
    ]
    assert "whitlock.csv" in render(reports[0], "json")
    text = unquote(render(reports[1], format_))
    assert named(text, ("Fenella", "Whitlock")) == set()
    if format_ == "json":
        assert "owners.csv" in text


@pytest.mark.parametrize(("sent", "file"), [("O'Brannigan", "obrannigan.csv"), ("O’Brannigan", "list-o'brannigan.csv")])
@pytest.mark.parametrize("format_", list(FORMATS))
def test_a_name_with_signs_stands_in_no_name_of_a_file_without_them(format_, sent, file):
    case = CASE.replace("name: Officers of Quobel", f'name: "List by {sent}"').replace("grixley.csv", file)
    plain, redacted = reports(("tender.yaml", case), ("people.csv", PEOPLE), (file, OFFICERS))
    assert file in render(plain, "json")
    assert "brannigan" not in unquote(render(redacted, format_)).casefold()
    assert "brannigan" in render(plain, "json").casefold()
