"""The law of a case may be named by the regulatory domain of a notice; what names no law known here is said, never guessed."""

from datetime import date

import pytest

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.reports.text import render
from tests.conftest import case_of

PACKS = shipped_packs()


def audited(domain, country="GB-ENG", more="", day="2026-03-02", law=()):
    notices = f'[{{kind: tender notice, published: {day}, regulatory_domain: "{domain}"}}]'
    text = f"""
tender:
  buyer: {{kind: local authority, country: {country}}}
  classification: {{scheme: CPV, id: "77314000"}}
  published: {day}
  notices: {notices}
  {more}
"""
    return run([case_of(text)], choose(PACKS, Config(), (), ()), Settings(date(2026, 6, 2), law=law))


def laws(report):
    return [(one.pack, one.governs) for one in report.cases[0].laws]


def unknown(report):
    return [
        (place.path, place.reason.partition(";")[0])
        for one in report.cases[0].verdicts
        if one.rule == "law-without-pack"
        for place in one.unassessed
    ]


@pytest.mark.parametrize(
    ("domain", "country", "day", "pack"),
    [
        ("32014L0024", "NL", "2026-03-02", "eu-2014-24"),
        ("UKPGA 2023/54", "GB-ENG", "2026-03-02", "uk-pa2023"),
        ("https://www.legislation.gov.uk/ukpga/2023/54", "GB-ENG", "2026-03-02", "uk-pa2023"),
        ("Procurement Act 2023", "GB-ENG", "2026-03-02", "uk-pa2023"),
        ("uk-pcr2015", "GB-ENG", "2024-03-04", "uk-pcr2015"),
        ("UKSI 2015/102", "GB-ENG", "2024-03-04", "uk-pcr2015"),
    ],
)
def test_a_regulatory_domain_names_the_law_of_a_case(domain, country, day, pack):
    report = audited(domain, country, day=day)
    assert laws(report) == [(pack, True)]
    assert unknown(report) == []
    assert pack in report.cases[0].packs
    said = f"the notice's regulatory domain names it (tender.notices[0].regulatory_domain: {domain}); the buyer is in {country}"
    assert report.cases[0].laws[0].because.startswith(said)
    assert "regulatory domain names it" in " ".join(render(report, color=False).split())


@pytest.mark.parametrize("domain", ["32014L0025", "32014L0023", "32009L0081", "other", "2023/54", "32014L00245"])
def test_a_domain_that_no_pack_knows_is_said_and_not_guessed(domain):
    report = audited(domain, "NL")
    assert laws(report) == []
    reason = f'the regulatory domain "{domain}" names no law that a pack knows'
    assert unknown(report) == [("tender.notices[0].regulatory_domain", reason)]


def test_a_domain_that_names_two_laws_names_none():
    report = audited("Procurement Act 2023, Directive 2014/24/EU", "NL")
    assert (laws(report), len(unknown(report))) == ([], 1)


def test_the_directive_in_a_british_notice_does_not_govern_and_the_report_says_why():
    report = audited("32014L0024", "GB-ENG", day="2024-03-04")
    assert laws(report) == [("eu-2014-24", False)]
    assert "the buyer is in GB-ENG" in report.cases[0].laws[0].because


def test_what_the_tender_or_the_asker_names_needs_no_notice():
    report = audited("UKPGA 2023/54", more="law: [uk-pa2023]")
    assert laws(report) == [("uk-pa2023", True)]
    assert "regulatory domain" not in report.cases[0].laws[0].because
    asked = audited("UKPGA 2023/54", law=("uk-pa2023",))
    assert "regulatory domain" not in asked.cases[0].laws[0].because


def test_a_domain_beside_another_law_that_the_tender_names_leaves_both_to_be_settled():
    report = audited("UKSI 2023/1348", more="law: [uk-pa2023]\n  regime: {health_services: true}")
    assert laws(report) == [("nhs-psr", True), ("uk-pa2023", False)]
