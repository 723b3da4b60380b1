"""The same report in a program or a notebook."""

from datetime import date

import pytest

import fairaudit
from fairaudit import audit, load
from fairaudit.sources.document import FairauditError

CASE = "tender:\n  id: X-1\n  award_criteria: [{id: Q, weight: 60, type: quality}, {id: P, weight: 45, type: price}]\n"
TODAY = date(2026, 6, 1)


def test_a_path_or_loaded_cases_give_the_same_report(tmp_path):
    (tmp_path / "tender.yaml").write_text(CASE)
    by_path = audit("tender.yaml", today=TODAY)
    loaded = audit(load("tender.yaml", today=TODAY), today=TODAY)
    assert by_path == loaded
    assert [one.path for _, one in by_path.cases[0].findings if one.outcome == "flagged"][:1] == [
        "tender.award_criteria"
    ]


def test_a_fact_that_a_finding_does_not_have_is_left_out(tmp_path):
    (tmp_path / "tender.yaml").write_text(
        "tender:\n  incumbents: [{name: Acme Ltd, products: [Acme 9]}]\n"
        "  specification: [{id: S1, text: The provider shall use the Acme 9 system., mandatory: true}]\n"
        "  award_criteria: [{id: Q1, text: Knowledge of the Acme 9 system, weight: 10}]\n"
    )
    [verdict] = [
        one for one in audit("tender.yaml", today=TODAY).cases[0].verdicts if one.rule == "incumbents-product-required"
    ]
    assert [one.facts for one in verdict.findings] == [
        {"place": "award criterion Q1", "weight": "weight 10", "words": "Acme 9"},
        {"place": "clause S1", "words": "Acme 9"},
    ]


def test_a_notebook_shows_the_html_report(tmp_path):
    (tmp_path / "tender.yaml").write_text(CASE)
    report = audit("tender.yaml", today=TODAY, audience="bidder")
    shown = report._repr_html_()
    assert shown == report.to("html")
    assert shown.startswith("<!DOCTYPE html>")
    assert "for the bidder" in shown


def test_what_cannot_be_read_is_raised_with_every_fault(tmp_path):
    (tmp_path / "a.yaml").write_text("tender: {tittle: x}")
    (tmp_path / "b.yaml").write_text("tender: [")
    with pytest.raises(FairauditError) as error:
        load(tmp_path)
    assert [str(one) for one in error.value.faults] == [
        "a.yaml:1:10: tender has no field `tittle`; did you mean `title`?",
        "b.yaml:2:1: is not valid YAML here: did not find expected node content",
    ]


def test_nothing_but_the_api_is_public():
    assert fairaudit.__all__ == ["Report", "audit", "load"]
    with pytest.raises(AttributeError, match="no attribute 'score'"):
        _ = fairaudit.score
