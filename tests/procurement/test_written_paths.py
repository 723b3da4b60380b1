"""Paths as people write them, in waivers and justifications: one spelling never names two places."""

import pytest

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.conftest import TODAY, case_of

RULE = "turnover-many-times-the-yearly-value"
CASE = """
tender:
  value: {{amount: 100000, currency: GBP}}
  contract_period: {{start_date: 2026-09-01, end_date: 2027-08-31}}
  selection_criteria:
    - {{id: "{0}", kind: turnover, minimum: 9000000, currency: GBP}}
    - {{id: "{1}", kind: turnover, minimum: 8000000, currency: GBP}}
  justifications:
    - {{of: "{2}", text: Two months of working capital}}
"""


def flagged(first, second, of):
    """Return the places that are found although a reason is recorded for one of them."""
    rules = choose(shipped_packs(), Config(), (f"core/{RULE}",), ())
    report = run([case_of(CASE.format(first, second, of))], rules, Settings(TODAY))
    return [one.path for verdict in report.cases[0].verdicts if verdict.rule == RULE for one in verdict.findings]


FIRST, SECOND = "tender.selection_criteria[0].minimum", "tender.selection_criteria[1].minimum"


@pytest.mark.parametrize(
    ("ids", "of", "left"),
    [
        (("T1", "T2"), "tender.selection_criteria[T1].minimum", [SECOND]),
        (("T1", "T2"), "selection_criteria[1].minimum", [FIRST]),
        # A position that is another item's id names that item alone.
        (("1", "2"), "selection_criteria[1].minimum", [SECOND]),
        (("1", "2"), "selection_criteria[2].minimum", [FIRST]),
        (("1", "2"), "selection_criteria[0].minimum", [SECOND]),
        (("1", "0"), "selection_criteria[0].minimum", [FIRST]),
        # Ids are written as they are, with their points.
        (("4.1", "4.2"), "tender.selection_criteria[4.2].minimum", [FIRST]),
        (("4.1", "4_1"), "tender.selection_criteria[4_1].minimum", [FIRST]),
        (("a]b", "c"), "tender.selection_criteria[a%5Db].minimum", [SECOND]),
        # Two items of one id are named by where they stand.
        (("T", "T"), "selection_criteria[T].minimum", [FIRST, SECOND]),
        (("T", "T"), "selection_criteria[1].minimum", [FIRST]),
    ],
)
def test_a_reason_excuses_the_one_place_it_names(ids, of, left):
    assert flagged(*ids, of) == left


@pytest.mark.parametrize(
    ("path", "spellings"),
    [
        ((), {"case"}),
        (("tender", "title"), {"tender.title", "title"}),
        (
            ("tender", "selection_criteria", 1, "minimum"),
            {"tender.selection_criteria[2].minimum", "selection_criteria[2].minimum"},
        ),
        (
            ("tender", "selection_criteria", 0),
            {
                "tender.selection_criteria[1]",
                "selection_criteria[1]",
                "tender.selection_criteria[0]",
                "selection_criteria[0]",
            },
        ),
    ],
)
def test_the_ways_to_write_a_path(path, spellings):
    assert case_of(CASE.format("1", "2", "x")).spellings(path) == spellings
