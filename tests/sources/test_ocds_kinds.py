"""What conditions of OCDS ask for, read from their words: a rule about it is then not assessed, never not applicable."""

from functools import cache

import pytest

from fairaudit.analysis.conditions import kinds_in, standards_in
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from fairaudit.procurement.model.node import text_of
from fairaudit.sources.shipped import shipped_rules
from tests.sources.ocds_cases import case, native, release


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Bidders must have an annual turnover of at least GBP 2 million.", ["turnover"]),
        ("Minimum yearly revenue: 500,000 EUR", ["turnover"]),
        ("Ein Jahresumsatz von mindestens 2 Mio. Euro", ["turnover"]),
        ("Volumen anual de negocios", ["turnover"]),
        ("Public Liability Insurance = 5 million GBP", ["insurance"]),
        ("Berufshaftpflichtversicherung über 3 Mio. Euro", ["insurance"]),
        ("Three references from the last two years", ["references"]),
        ("Evidence of similar contracts in the last three years", ["references"]),
        ("At least five years of experience in eye care", ["experience"]),
        ("Audited accounts of the last five years", ["accounts"]),
        ("Net assets of EUR 100,000", ["capital"]),
        ("Turnover of GBP 2m, three references and GBP 5m insurance", ["turnover", "references", "insurance"]),
        ("ISO 9001 certificate", ["certificate"]),
        ("Three references and an ISO 9001 certificate", ["certificate", "references"]),
        ("As detailed within the procurement documents", []),
        ("Staff turnover in the last two years", []),
        ("Your National Insurance number", []),
        ("With references to the drawings", []),
        ("Capital letters only", []),
        ("", []),
    ],
)
def test_what_a_text_asks_for(words, kinds):
    assert list(kinds_in(words)) == kinds


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("ISO 9001 and BS EN ISO 14001:2015", ["ISO 9001", "BS EN ISO 14001:2015"]),
        ("Contractors must be registered with SELECT and/ or NICEIC.", ["SELECT", "NICEIC"]),
        ("Accredited by UKAS or certified by CREST", ["CREST"]),
        ("Registered with the CQC", []),
        ("Registered with the General Medical Council", []),
        ("ISO 9001 is desirable", []),
        ("Quality certificates such as ISO 9001", []),
        ("We want the 2020 accounts", []),
    ],
)
def test_certificates_and_registrations_asked_for_by_name(words, names):
    assert list(standards_in(words)) == names


@cache
def rules():
    folder = shipped_rules() / "core"
    own = [one for one in folder.glob("*.yaml") if "selection_criteria[kind=" in one.read_text(encoding="utf-8")]
    return load_rules(sorted(own), "core", "rules/core")


def judged(*texts):
    criteria = [{"type": "economic", "description": one} for one in texts]
    read = case(release(tender={"selectionCriteria": {"criteria": criteria}}))
    return {rule.id: judge(read, rule, "market") for rule in rules()}


@pytest.mark.parametrize(
    ("words", "rule", "field"),
    [
        ("A yearly turnover of GBP 3m", "turnover-many-times-the-yearly-value", "minimum"),
        ("Insurance of GBP 10m", "insurance-many-times-the-contract", "minimum"),
        ("Five references", "many-references", "minimum"),
        ("Twelve years of experience", "long-experience-of-the-firm", "minimum"),
        ("Annual accounts of ten years", "accounts-of-many-years", "years"),
        ("Insurance and a turnover", "turnover-many-times-the-yearly-value", "minimum"),
    ],
)
def test_a_condition_written_as_text_is_not_assessed_and_says_which_field_is_missing(words, rule, field):
    found = judged(words)[rule]
    assert str(found.outcome) == "not-assessed"
    assert any(name.endswith(f".{field}") for one in found.unassessed for name in one.missing)


def test_a_condition_in_unknown_words_may_ask_for_anything():
    outcomes = judged("As set out in the documents")
    assert {str(one.outcome) for one in outcomes.values()} == {"not-assessed"}
    assert {one.unassessed[0].missing for one in outcomes.values()} == {("tender.selection_criteria[0].kind",)}


def test_what_is_only_written_as_text_is_listed_with_its_words():
    words = "A turnover of GBP 3m and insurance of GBP 10m"
    read = case(release(tender={"selectionCriteria": {"criteria": [{"description": words}]}}))
    assert [(text_of(one.path), one.text, one.reason.split(";")[0]) for one in read.unreadable] == [
        ("tender.selection_criteria[0].minimum", words, "asks for turnover only in words"),
        ("tender.selection_criteria[1].minimum", words, "asks for insurance only in words"),
    ]


def test_equivalents_accepted_in_the_same_text_are_seen():
    words = "Public liability insurance of GBP 5m, and ISO 9001 certification{}."
    for more, outcome in (("", "flagged"), (" or equivalent", "passed")):
        assert str(judged(words.format(more))["certificate-without-equivalent"].outcome) == outcome


def test_a_number_in_its_field_is_judged():
    criteria = [{"description": "Number of references", "minimum": "6"}]
    read = case(release(tender={"selectionCriteria": {"criteria": criteria}}))
    [rule] = [one for one in rules() if one.id == "many-references"]
    assert str(judge(read, rule, "market").outcome) == "flagged"


def test_a_real_notice_asks_for_named_registrations_without_equivalents():
    read = case(native("find-a-tender/release-3.json"))
    [rule] = [one for one in rules() if one.id == "certificate-without-equivalent"]
    [found] = judge(read, rule, "market").hits
    assert text_of(found.hit.at.path) == "tender.selection_criteria[1].standards"
    assert found.facts["standards"] == "C&G 2391, BS7671, SELECT, NICEIC"
