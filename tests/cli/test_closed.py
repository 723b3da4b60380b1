"""Output that nobody takes: closed, full, or gone while we write. Never a traceback, and never a status that lies."""

import os
import subprocess
import sys

import pytest

from tests.cli.running import TODAY

TENDER = "tender: {id: T-1, title: Invented, value: {amount: 2, currency: GBP}}\n"
COMMANDS = [
    ["check", "tender.yaml", "--no-config", "--today", TODAY],
    ["check", "tender.yaml", "--no-config", "--today", TODAY, "--format", "json"],
    ["dates", "tender.yaml"], ["rules"], ["explain", "core/price-counts-little"], ["schema", "case"], ["--version"], ["--help"],
]  # fmt: skip


def ran(words, output):
    process = subprocess.run(
        ["bash", "-c", f'"$0" -m fairaudit "$@" {output}', sys.executable, *words], capture_output=True, text=True
    )
    return process.returncode, process.stdout, process.stderr


@pytest.fixture(autouse=True)
def tender(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tender.yaml").write_text(TENDER)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the system has no full disk to write to")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_full_disk_is_said_in_one_line(words):
    message = "error: the output cannot be written: No space left on device; give it another place with -o FILE\n"
    assert ran(words, ">/dev/full") == (2, "", message)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_who_closes_the_output_gets_the_same_status_and_nothing_else(words):
    status, _, told = ran(words, "")
    assert ran(words, ">&-") == (status, "", told)
    assert ran(words, ">&- 2>&-") == (status, "", "")


def test_a_report_that_is_written_to_a_file_needs_no_output():
    status, out, told = ran(["check", "tender.yaml", "--no-config", "--today", TODAY, "-o", "a.json"], ">&-")
    with open("a.json") as file:
        assert (status, out, file.read()[:1]) == (0, "", "{"), told
