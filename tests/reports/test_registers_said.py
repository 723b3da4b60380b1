"""Every report says which registers were searched, as of which day, and what a match does not mean."""

import json
from datetime import date
from html import unescape
from urllib.parse import unquote

import pytest

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.contract.registers import MEANING
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.loading.cases import Extra, open_cases
from fairaudit.reports.formats import FORMATS, render
from fairaudit.reports.json import read

TODAY = date(2026, 4, 5)
CASE = """tender: {id: T1, published: 2026-02-02}
parties: [{id: p1, name: Quobel Ltd, identifiers: [{scheme: GB-COH, id: "90909091"}]}]
people: [{id: e1, name: Zardov Grixley, roles: [{role: evaluator}]}]
bids: [{id: B1, bidder: p1}]
"""
REGISTERS = """registers:
  - file: officers.csv
    kind: officers
    name: Officers of March
    source: "the public search"
    searched: 2026-03-20
    scheme: GB-COH
"""
OFFICERS = """Company number,Company name,Officer name,Role
90909091,QUOBEL LIMITED,"GRIXLEY, Zardov",director
90909077,OTHER LIMITED,"WREN, Joan",director
"""
# A calendar holds days alone.
SAYING = [one for one in FORMATS if one != "ics"]


def report(tmp_path, case=CASE + REGISTERS, redact=False):
    (tmp_path / "tender.yaml").write_text(case, encoding="utf-8")
    (tmp_path / "officers.csv").write_text(OFFICERS, encoding="utf-8")
    rules = choose(shipped_packs(), Config(), (), ())
    return run(open_cases(tmp_path / "tender.yaml", Extra(today=TODAY)), rules, Settings(TODAY, redact=redact))


def plain(text):
    return " ".join(unescape(unquote(text)).replace("\\", "").split())


@pytest.mark.parametrize("redact", [False, True])
@pytest.mark.parametrize("format_", SAYING)
def test_every_format_says_register_day_and_what_a_match_does_not_mean(tmp_path, format_, redact):
    words = plain(render(report(tmp_path, redact=redact), format_))
    assert plain(MEANING) in words
    assert "Officers of March" in words or redact
    assert ('"searched": "2026-03-20"' if format_ == "json" else "as of 20 March 2026") in words


@pytest.mark.parametrize("format_", FORMATS)
def test_without_a_register_no_format_says_so(tmp_path, format_):
    assert "A match says" not in plain(render(report(tmp_path, CASE), format_))


def test_json_has_it_with_each_register_and_reads_reports_that_have_it_not(tmp_path):
    text = render(report(tmp_path), "json")
    [register] = json.loads(text)["cases"][0]["registers"]
    assert register["meaning"] == MEANING
    assert (register["name"], register["searched"], register["possible"]) == ("Officers of March", "2026-03-20", 1)
    older = json.loads(text)
    del older["cases"][0]["registers"][0]["meaning"]
    again = read(json.dumps(older))
    assert again.cases[0].registers[0].meaning == ""
    assert plain(MEANING) in plain(render(again, "markdown"))


def test_ci_says_it_once_for_each_case_and_as_no_alarm(tmp_path):
    found = report(tmp_path)
    [line] = [one for one in render(found, "github").splitlines() if "A match says" in one]
    assert line.startswith("::notice title=registers::")
    [log] = json.loads(render(found, "sarif"))["runs"]
    [note] = [
        one
        for one in log["invocations"][0]["toolExecutionNotifications"]
        if one["descriptor"]["id"] == "registers-searched"
    ]
    assert note["level"] == "note"
    described = log["tool"]["driver"]["notifications"][note["descriptor"]["index"]]
    assert described["id"] == "registers-searched"
