"""Of the laws that exclude each other at most one governs a case, and what is open for the one is open for the other."""

from datetime import date

import pytest

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.force import choose
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.reports.text import render
from tests.conftest import case_of

PACKS = shipped_packs()
HEALTH, ACT, OLD = "nhs-psr", "uk-pa2023", "uk-pcr2015"
EYES = 'classification: {scheme: CPV, id: "85121281"}'
CHAIRS = 'classification: {scheme: CPV, id: "39112000"}'
VANS_TOO = 'lots: [{id: A, classification: {id: "85121281"}}, {id: B, classification: {id: "34114000"}}]'


def governing(text, laws, day="2026-06-01", asked=()):
    """Return whether each of some laws governs a case, and which of its rules found anything; `asked` as with `--law`."""
    named = f"law: [{', '.join(laws)}], " if laws else ""
    case = case_of(f"tender: {{{named}published: {day}, {text}}}\n", today=date(2026, 6, 2))
    report = run([case], choose(PACKS, Config(), (), ()), Settings(date(2026, 6, 2), law=asked))
    audited = report.cases[0]
    judged = {one.pack for one in audited.verdicts if one.outcome not in ("not-applicable", "not-assessed")}
    return {one.pack: one.governs for one in audited.laws}, judged & {HEALTH, ACT, OLD}


BOARD = "buyer: {kind: integrated care board, country: GB-ENG}"
COUNCIL = "buyer: {kind: local authority, country: GB-ENG}"
STATED = "regime: {health_services: true}"
DENIED = "regime: {health_services: false}"


@pytest.mark.parametrize(
    ("text", "health", "act"),
    [
        # What the buyer states decides, whichever laws are named.
        (f"{BOARD}, {EYES}, {STATED}", True, False),
        (f"{BOARD}, {CHAIRS}, {STATED}", True, False),
        (f"{BOARD}, {EYES}, {DENIED}", False, True),
        (f"{COUNCIL}, {EYES}, {STATED}", True, False),
        # A code alone does not, and naming both laws does not either.
        (f"{BOARD}, {EYES}", None, None),
        (f"{COUNCIL}, {EYES}", None, None),
        (f"{BOARD}, {VANS_TOO}", None, None),
        # Nothing about health, or no relevant authority, or not England.
        (f"{BOARD}, {CHAIRS}", False, True),
        ("buyer: {kind: university, country: GB-ENG}, " + EYES, False, True),
        ("buyer: {kind: nhs trust, country: GB-WLS}, " + EYES, False, True),
    ],
)
@pytest.mark.parametrize(
    ("laws", "asked"),
    [([ACT, HEALTH], ()), ([], (ACT, HEALTH)), ([ACT], (HEALTH,)), ([HEALTH], (ACT,)), ([HEALTH], (ACT, HEALTH))],
)
def test_where_both_are_named_at_most_one_governs(text, health, act, laws, asked):
    governs, judged = governing(text, laws, asked=asked)
    assert governs == {HEALTH: health, ACT: act}
    assert judged <= {pack for pack, holds in governs.items() if holds}


@pytest.mark.parametrize(
    ("law", "text"), [(HEALTH, f"{BOARD}, {EYES}"), (ACT, f"{BOARD}, {CHAIRS}"), (OLD, f"{COUNCIL}, {CHAIRS}")]
)
def test_one_law_that_is_asked_for_decides_as_if_the_tender_named_it(law, text):
    day = "2024-06-01" if law == OLD else "2026-06-01"
    assert governing(text, [], day, (law,)) == governing(text, [law], day)
    assert governing(text, [], day, (law,))[0] == {law: True}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (f"{BOARD}, {EYES}, {STATED}", False),
        (f"{BOARD}, {EYES}, {DENIED}", True),
        # A buyer who may be under the Regulations and a service of theirs are open, whatever law the file names.
        (f"{BOARD}, {EYES}", None),
        (f"{COUNCIL}, {EYES}", None),
        ("buyer: {country: GB-ENG}, " + EYES, None),
        ("buyer: {kind: university, country: GB-ENG}, " + EYES, True),
        ("buyer: {kind: nhs trust, country: GB-WLS}, " + EYES, True),
        ("buyer: {country: GB-ENG}, " + EYES + ", " + STATED, None),
        (f"{COUNCIL}, {CHAIRS}", True),
    ],
)
def test_the_act_does_not_govern_what_is_stated_to_be_health_care(text, act):
    assert governing(text, [ACT])[0] == {ACT: act}


@pytest.mark.parametrize(
    ("day", "text", "old"),
    [
        ("2023-12-31", f"{BOARD}, {EYES}, {STATED}", True),
        ("2024-01-01", f"{BOARD}, {EYES}, {STATED}", False),
        ("2025-02-23", f"{COUNCIL}, {EYES}, {STATED}", False),
        ("2025-02-23", f"{COUNCIL}, {CHAIRS}", True),
    ],
)
def test_the_regulations_of_2015_gave_way_to_the_new_regime_on_its_first_day(day, text, old):
    assert governing(text, [OLD], day)[0] == {OLD: old}


HOSPITAL = 'classification: {scheme: CPV, id: "85111000"}'
POINTS = "award_criteria: [{id: Q1, weight: 10, text: Bidders with an office in the county.}]"


@pytest.mark.parametrize("kind", ["icb", "nhs trust", "nhs england", "nhs foundation trust", "local authority"])
@pytest.mark.parametrize(("law", "day"), [(ACT, "2026-06-01"), (OLD, "2024-06-03")])
def test_the_name_of_a_law_does_not_settle_what_service_and_buyer_leave_open(kind, law, day):
    buyer = f"buyer: {{name: Dale, kind: {kind}, country: GB-ENG}}"
    case = case_of(
        f"tender: {{law: [{law}], published: {day}, {buyer}, {HOSPITAL}, {POINTS}}}\n", today=date(2026, 6, 2)
    )
    audited = run([case], choose(PACKS, Config(), (), ()), Settings(date(2026, 6, 2))).cases[0]
    standing = audited.laws[0]
    assert (standing.governs, standing.missing) == (None, ("tender.regime.health_services",))
    assert (
        "neither the code nor the law that is named decides, and the Provider Selection Regime may" in standing.because
    )
    asked = {one.reason for one in audited.verdicts if one.pack == law and one.outcome == "not-assessed"}
    assert asked == {f"regime: {standing.because}"}
    assert {one.outcome for one in audited.verdicts if one.pack == law} <= {"not-assessed", "not-applicable"}


@pytest.mark.parametrize(("stated", "old"), [("true", False), ("false", True)])
def test_a_statement_of_the_buyer_settles_it_for_the_regulations_of_2015(stated, old):
    text = f"{BOARD}, {HOSPITAL}, regime: {{health_services: {stated}}}"
    assert governing(text, [OLD], "2024-06-03")[0] == {OLD: old}


REGULATION_4 = "it may bear on regulation 4, the duty to act transparently, fairly and proportionately (SI 2023/1348)"


@pytest.mark.parametrize(
    ("law", "stated", "named"),
    [(HEALTH, STATED, True), (ACT, DENIED, False), (HEALTH, "regime: {}", True), (ACT, "regime: {}", False)],
)
def test_under_the_health_regime_findings_of_rules_of_no_law_name_regulation_4(law, stated, named):
    text = f"tender: {{law: [{law}], published: 2026-06-01, {BOARD}, {HOSPITAL}, {stated}, {POINTS}}}\n"
    report = run([case_of(text, today=date(2026, 6, 2))], choose(PACKS, Config(), (), ()), Settings(date(2026, 6, 2)))
    found = [(one.pack, finding) for one in report.cases[0].verdicts for finding in one.findings]
    assert {pack for pack, _ in found} & {"core", "barriers"}
    assert {REGULATION_4 in one.note for pack, one in found if pack != law} == {named}
    assert not any(REGULATION_4 in one.note for pack, one in found if pack == law)
    assert ("regulation 4" in " ".join(render(report, color=False).split())) is named
