"""Scores that moderation moved without a word beside them, alike in a table and in the case itself."""

from datetime import date
from pathlib import Path

import pytest

from fairaudit.api import audit
from fairaudit.procurement.loading.cases import Extra, open_cases

TODAY = date(2026, 11, 27)
NAME = "evaluation/moderated-score-without-a-reason"
HEAD = """
tender: {{id: T1, award_criteria: [{{id: Q1, scale: {{minimum: 0, maximum: 5, step: 1}}}}]}}
bids: [{{id: B1}}, {{id: B2}}, {{id: B3}}, {{id: B4}}]
people: [{{id: e1, name: Anna Berg}}, {{id: e2, name: Ben Carr}}]
{complete}
evaluation:
  panel: [e1, e2]
"""
BIDS = ("B1", "B2", "B3", "B4")
WORDS = (
    "Both shifts are planned", "No cover for Sundays", "Page nine shows the plan", "Two of three sites", "A rota", "Annex D",
    "Staff are named", "Nights are open",
)  # fmt: skip


def records(**moved):
    """Everybody keeps a 3, with words of their own, but for what e1 gives B1 after moderation."""
    for who in ("e1", "e2"):
        for bid in BIDS:
            yield {
                "evaluator": who,
                "bid": bid,
                "criterion": "Q1",
                "stage": "individual",
                "score": 3,
                "comment": "Seen",
            }
    for at, (who, bid) in enumerate((who, bid) for who in ("e1", "e2") for bid in BIDS):
        one = {"evaluator": who, "bid": bid, "criterion": "Q1", "stage": "moderated", "score": 3, "comment": WORDS[at]}
        yield one | moved if at == 0 else one
    yield {
        "evaluator": "e2",
        "bid": "B1",
        "criterion": "Q1",
        "lot": "",
        "stage": "written",
        "score": 5,
        "comment": "Seen",
    }


def judged(way, complete="", **moved):
    rows = list(records(**moved))
    fields = ("evaluator", "bid", "criterion", "stage", "score", "comment", "reason")
    text = HEAD.format(complete=complete)
    if way == "table":
        lines = [",".join(fields), *(",".join(str(one.get(name, "")) for name in fields) for one in rows)]
        Path("s.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        text += "  individual: {file: s.csv}\n"
    else:
        own = ({name: one[name] for name in fields if one.get(name)} for one in rows)
        text += "  individual:\n" + "".join(f"    - {one}\n" for one in own)
    Path("tender.yaml").write_text(text, encoding="utf-8")
    [case] = open_cases(Path("tender.yaml"), Extra(today=TODAY))
    [report] = audit(case, today=TODAY).cases
    [found] = [one for one in report.verdicts if one.name == NAME]
    return found.outcome, [(one.path, one.message) for one in found.findings]


SAID = "Scores of Anna Berg that moderation moved, with neither a reason nor a comment beside them: 1 (B1 on Q1 from 3 to 5)."
FOUND = [("evaluation.individual[8]", SAID)]


@pytest.mark.parametrize("way", ["table", "case"])
def test_a_score_moved_without_a_word_is_named(way):
    assert judged(way, "complete: [evaluation]", score=5, comment="") == ("flagged", FOUND)
    # Where a reason may stand elsewhere it is asked about, since all others have theirs beside them.
    assert judged(way, score=5, comment="") == ("review", FOUND)
    assert judged(way, score=5, comment="", stage="Moderation meeting") == ("review", FOUND)
    assert judged(way, score=5, comment="", reason="none recorded") == ("review", FOUND)


@pytest.mark.parametrize("way", ["table", "case"])
@pytest.mark.parametrize(
    "moved", [{}, {"score": 5}, {"comment": ""}, {"score": 5, "comment": "", "reason": "Annex two was overlooked"}]
)
def test_a_score_that_was_kept_or_has_words_is_not(way, moved):
    assert judged(way, "complete: [evaluation]", **moved) == ("passed", [])
