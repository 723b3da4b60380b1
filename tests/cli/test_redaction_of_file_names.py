"""`--redact`: nobody of a case is left in the name of a file or folder, whatever runs on, and ordinary words of files stay."""

import re
from pathlib import Path

import pytest

from fairaudit.engine.redaction.redacting import Redaction
from fairaudit.procurement.loading.cases import Extra, open_cases
from tests.cli.running import fairaudit, put
from tests.cli.test_redaction import FORMATS, TODAY, render, unquote
from tests.cli.test_redaction_of_registers import CASE, OFFICERS, PEOPLE, named, reports

LISTED = """
tender: {id: T1, published: 2026-02-02}
parties: [{id: p1, name: Quobel Ltd}, {id: bidder1, name: Regis Lanthorn Ltd}]
bids: [{id: B1, bidder: p1}]
people:
  - {id: e1, name: Ada Tarrabois}
  - {id: e2, name: Jean-Luc Hostraix}
  - {id: e3, name: Anna Ó Brannigán}
  - {id: e4, name: Vera Ice}
  - {id: e5, name: Cora van der Hoevel}
  - {id: e6, name: Jørn Müllerstrøm}
  - {id: e7, name: Mark Price}
  - {id: e8, name: Fenella Quist}
  - {id: e9, name: Jon Bell Cray}
  - {id: e10, name: Ida Ng}
"""
ADA, JEAN, ANNA, VERA, CORA, JORN, MARK = range(1, 8)
HIDDEN = {
    "tarrabois2026.csv": "[1]2026.csv",
    "adatarrabois2026.csv": "[1]2026.csv",
    "ada_tarrabois2026.csv": "[1]2026.csv",
    "Ada_Tarrabois2.csv": "[1]2.csv",
    "ada%20tarrabois.csv": "[1].csv",
    "tarraboisv2.csv": "[1]2.csv",
    "tarraboisada.csv": "[1].csv",
    "TarraboisAda.csv": "[1].csv",
    "atarrabois2.csv": "[1]2.csv",
    "adat.csv": "[1].csv",
    "fenellaq.csv": "[8].csv",
    "FQ.csv": "[8].csv",
    "AT.csv": "[1].csv",
    "listtarrabois.csv": "list[1].csv",
    "scores/list2tarrabois.csv": "scores/list2[1].csv",
    "tarrabois2026/scores.csv": "[1]2026/scores.csv",
    "jlhostraix.csv": "[2].csv",
    "obrannigan2.csv": "[3]2.csv",
    "vice.csv": "[4].csv",
    "drcray.csv": "dr[9].csv",
    "mrscray.csv": "mrs[9].csv",
    "bycray.csv": "by[9].csv",
    "craydeclaration.csv": "[9]declaration.csv",
    "craycoi2026.csv": "[9]coi2026.csv",
    "craycv.pdf": "[9]cv.pdf",
    "Crayfamily.csv": "[9]family.csv",
    "jbcray.csv": "[9].csv",
    "listofcray.csv": "listof[9].csv",
    "thecrays.csv": "the[9].csv",
    "craysofficers.csv": "[9]officers.csv",
    "ngofficers.csv": "[10]officers.csv",
    "ice2026.csv": "[4]2026.csv",
    "officersice.csv": "officers[4].csv",
    "vanderhoevel.csv": "[5].csv",
    "mullerstrom2.csv": "[6]2.csv",
    "muellerstroem2.csv": "[6]2.csv",
    "markprice2026.csv": "[7]2026.csv",
    "quobel2026.csv": "[Q]2026.csv",
    "quobelltd.csv": "[Q].csv",
    "QuobelLtd.csv": "[Q].csv",
    "quobelofficers.csv": "[Q]officers.csv",
    "officersquobel.csv": "officers[Q].csv",
    "tarrabois2quobel2.csv": "[1]2[Q]2.csv",
}
STAY = [
    "officers.csv",
    "scores2026.csv",
    "register.csv",
    "owners-v2.csv",
    "persons.csv",
    "tender2.yaml",
    "bids2026.xlsx",
    "companies.csv",
    "price-list.csv",
    "prices2026.csv",
    "notice-annex3.pdf",
    "bidder10.csv",
    "justice.csv",
    "family.csv",
    "drafts.csv",
    "contractform2.csv",
    "profiles.csv",
    "at.csv",
    "scores/panel2.csv",
]


def said_of(text):
    """Return a text redacted, with a mark for each of the case's own in place of its label."""
    put("tender.yaml", LISTED)
    [case] = open_cases(Path("tender.yaml"), Extra())
    redaction = Redaction(case, frozenset({"price", "prices", "bidder", "list"}))
    own = {redaction.names.label_of(one.name): str(at) for at, one in enumerate(case.people, 1)}
    own[redaction.names.label_of("Quobel Ltd")] = "Q"
    return re.sub(r"\[([^\]]*)\]", lambda label: f"[{own.get(label[1], label[1])}]", redaction.text(text))


@pytest.mark.parametrize(("file", "shown"), HIDDEN.items())
def test_a_name_in_what_a_file_is_called_goes_whatever_runs_on(file, shown):
    assert said_of(file) == shown
    assert said_of(f"`{file}` could not be read, and /home/{file}:12 is odd") == (
        f"`{shown}` could not be read, and /home/{shown}:12 is odd"
    )


@pytest.mark.parametrize("file", STAY)
def test_ordinary_words_of_files_stay(file):
    assert said_of(file) == file


@pytest.mark.parametrize(
    "text", ["An officer2 of tarraboisade terms. Service, justice and notice count.", "ver. 2.csvx"]
)
def test_a_text_that_names_no_file_is_judged_by_its_words_as_ever(text):
    assert said_of(text) == text


@pytest.mark.parametrize("format_", list(FORMATS))
@pytest.mark.parametrize(
    ("file", "name", "left"),
    [
        ("zardovgrixley2026.csv", "Officers", "grixley"),
        ("grixleyv2.csv", "Officers", "grixley"),
        ("Zardov_Grixley2.csv", "Officers", "grixley"),
        ("quobelofficers.csv", "Officers", "quobel"),
        ("thiwenltd/officers2.csv", "Officers", "thiwen"),
        ("fwhitlock.csv", "List by F. Whitlock", "whitlock"),
        ("vanderhoevel.csv", "List by Cora van der Hoevel", "hoevel"),
        ("cobrannigan.csv", "The list of C. O'Brannigan", "brannigan"),
    ],
)
def test_no_name_in_what_a_register_s_file_is_called_is_left_in_a_report(file, name, left, format_):
    case = CASE.replace("name: Officers of Quobel", f'name: "{name}"').replace("grixley.csv", file)
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    plain, redacted = reports(("tender.yaml", case), ("people.csv", PEOPLE), (file, OFFICERS))
    assert file in render(plain, "json")
    assert named(unquote(render(redacted, format_)), (left, "Grixley", "Quobel", "Thiwen")) == set()


def test_no_name_of_a_folder_is_left_in_anything_that_is_written_or_printed():
    case = CASE.replace("grixley.csv", "quobel2026/grixleyzardov.csv")
    folder = Path("zardovgrixley2026/tender1")
    for name, text in (("tender.yaml", case), ("people.csv", PEOPLE), ("quobel2026/grixleyzardov.csv", OFFICERS)):
        put(str(folder / name), text)
    run = ("check", str(folder), "--today", TODAY.isoformat(), "--redact")
    outputs = [one for kind in ("txt", "md", "html", "json") for one in ("-o", f"out.{kind}")]
    written = fairaudit(*run, "--figures", "figures", *outputs)
    files = [*Path(".").glob("out.*"), *Path(".").glob("figures/*")]
    texts = {one.name: one.read_text(encoding="utf-8") for one in files if one.suffix != ".png"}
    assert len(texts) > 4, written.err
    texts |= {"printed": written.out + written.err + fairaudit(*run).out, "files": " ".join(map(str, files))}
    assert {one for one, text in texts.items() if named(text, ("grixley", "zardov", "quobel"))} == set()


def test_the_words_of_rules_are_words_of_files():
    put("tender.yaml", LISTED.replace("Vera Ice", "Vera Extens"))
    [case] = open_cases(Path("tender.yaml"), Extra())
    assert Redaction(case, frozenset({"extension"})).text("extension2.csv") == "extension2.csv"
    assert Redaction(case, frozenset()).text("extension2.csv") == "[Person]2.csv".replace(
        "Person", Redaction(case, frozenset()).names.label_of("Vera Extens")
    )
