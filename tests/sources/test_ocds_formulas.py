"""What a release says of a formula is listed as not read, wherever it stands, and nobody is told that none is published."""

import json

import pytest

from fairaudit import audit
from fairaudit.procurement.model.node import text_of
from tests.conftest import TODAY
from tests.sources.ocds_cases import case, release

QUALITY = {"id": "q", "type": "quality", "name": "Quality", "description": "60%"}
PRICE = {"id": "p", "type": "price", "name": "Price", "description": "40%"}
BOTH = {"criteria": [QUALITY, PRICE]}
LINE = "40 * Pmin / P"
OWN = "tender.award_criteria[1].formula"


def of(price):
    return {"awardCriteria": {"criteria": [QUALITY, PRICE | price]}}


def in_lots(*said):
    return {"lots": [{"id": str(at), "awardCriteria": BOTH | one} for at, one in enumerate(said, 1)]}


FILES = [
    (of({"formula": LINE}), {OWN: LINE}),
    (of({"formula": {"name": "x = Pmin / P"}}), {OWN: '{"name": "x = Pmin / P"}'}),
    (of({"x_own": {"deeper": {"priceFormula": LINE}}}), {OWN: LINE}),
    (of({"f\u00f3rmula": LINE}), {OWN: LINE}),
    ({"awardCriteria": BOTH | {"weightingDescription": LINE}}, {OWN: LINE}),
    ({"awardCriteria": BOTH | {"description": "Price points: lowest price / price."}}, {OWN: "Price points: lowest price / price."}),
    ({"evaluationFormula": LINE, "awardCriteria": BOTH}, {OWN: LINE}),
    (in_lots({"weightingDescription": LINE}, {"weightingDescription": "1 - P"}), {OWN: LINE, "tender.award_criteria[3].formula": "1 - P"}),
    ({"lots": [{"id": "1", "awardCriteria": {"weightingDescription": LINE}}]}, {"tender.award_criteria": LINE}),
    ({"awardCriteria": "ratedCriteria", "awardCriteriaDetails": LINE + " = points"}, {"tender.award_method": LINE + " = points"}),
    # Words that are read, that say nothing of it, or that are empty.
    ({"awardCriteriaDetails": LINE, "awardCriteria": BOTH}, {}),
    ({"awardCriteria": "ratedCriteria", "awardCriteriaDetails": "The best proposal will be accepted."}, {}),
    (of({"formula": "", "formulas": []}), {}),
    ({"awardCriteria": BOTH | {"description": "See the documents."}}, {}),
]  # fmt: skip


@pytest.mark.parametrize(("tender", "listed"), FILES)
def test_what_is_said_of_a_formula_is_listed(tender, listed):
    read = case(release(tender=tender))
    assert {text_of(one.path): one.text for one in read.unreadable} == listed
    assert all("formulas are not read from OCDS" in one.reason and one.line for one in read.unreadable)


@pytest.mark.parametrize(
    ("said", "outcome"),
    [({}, "flagged"), ({"formula": LINE}, "not-assessed"), ({"priceFormula": LINE}, "not-assessed")],
)
def test_nobody_is_told_that_none_is_published_where_a_file_says_something_of_it(tmp_path, said, outcome):
    (tmp_path / "release.json").write_text(json.dumps(release(tender=of(said))), encoding="utf-8")
    (tmp_path / "case.yaml").write_text("complete: [tender]\n", encoding="utf-8")
    (read,) = audit(tmp_path, today=TODAY).cases
    assert [str(one.outcome) for one in read.verdicts if one.rule == "price-formula-missing"] == [outcome]
