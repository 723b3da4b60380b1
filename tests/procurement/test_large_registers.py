"""A large register takes work in step with its rows, and nearly none of them is compared with anybody."""

from itertools import product
from pathlib import Path

import pytest

from fairaudit.analysis.names.sifting import Sieve
from fairaudit.procurement.loading.cases import Extra, open_cases
from fairaudit.procurement.registers import keeping, sought
from tests.procurement.test_registers import HEAD
from tests.work import grown

PANEL = ("Ada Holt", "Ben Rook", "Cleo Marsh", "Dov Quill")
SYLLABLES = ("ba", "de", "ki", "lo", "mu", "na", "po", "ri", "su", "ve")
STRANGERS = [f"{''.join(last).title()}, {''.join(last[:2]).title()}" for last in product(SYLLABLES, repeat=3)]


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch, both_ways):
    monkeypatch.chdir(tmp_path)


def with_officers(names):
    people = ", ".join(f"{{id: {one[0]}, name: {one}, roles: [{{role: evaluator}}]}}" for one in PANEL)
    register = "registers: [{file: o.csv, kind: officers, scheme: GB-COH}]"
    Path("case.yaml").write_text(f"{HEAD}people: [{people}]\n{register}", encoding="utf-8")
    rows = "".join(f'{at:08},director,2019-01-01,"{one}"\n' for at, one in enumerate(names, 8_000_000))
    Path("o.csv").write_text(f"Company number,Role,Appointed on,Officer name\n{rows}", encoding="utf-8")
    return lambda: [*open_cases(Path("case.yaml"), Extra())]


def test_eight_times_as_many_officers_are_eight_times_the_work():
    few, many = grown(lambda size: with_officers(STRANGERS[:size]), 100)
    assert many < 9 * few


def test_only_who_has_two_words_like_somebody_of_the_case_is_compared(monkeypatch):
    compared, seen = sought.compared, []

    def noting(one, other, *common):
        seen.append((*one.names, *other.names))
        return compared(one, other, *common)

    monkeypatch.setattr(sought, "compared", noting)
    [case] = with_officers([*STRANGERS, "HOLT, Ada", "HOLT, Rupert", "MARSCH, Cleo", "QUILL, D."])()
    assert case.registers_searched[0].rows == len(STRANGERS) + 4
    assert seen == [("Ada Holt", "HOLT, Ada"), ("Cleo Marsh", "MARSCH, Cleo"), ("Dov Quill", "QUILL, D.")]


def test_the_name_of_a_stranger_is_never_read_as_a_name(monkeypatch):
    # Two in three of the seconds that a large register takes would go into that.
    holds, asked = Sieve.holds, []

    def noting(sieve, record):
        asked.extend(record.names if record.kind == "person" else ())
        return holds(sieve, record)

    monkeypatch.setattr(Sieve, "holds", noting)
    [case] = with_officers([*STRANGERS, "HOLT, Ada"])()
    assert (case.registers_searched[0].left, asked) == (1, [])


def test_records_beyond_those_that_can_be_kept_are_counted_and_said_to_be_left_out(monkeypatch):
    monkeypatch.setattr(keeping, "MOST_RECORDS", 2)
    [case] = with_officers(["HOLT, Ada", "ROOK, Ben", "MARSH, Cleo", "QUILL, Dov"])()
    [found] = case.registers_searched
    said = "2 more records may be about somebody of this case than can be kept, and were left out"
    assert (found.rows, found.left, found.beyond) == (4, 2, (said,))
    assert [(one.file, one.line, one.reason) for one in case.unreadable] == [("o.csv", 1, said)]
