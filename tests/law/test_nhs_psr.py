"""The Provider Selection Regime: when it governs, which process the facts open, how it counts, what its notices hold."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from fairaudit import audit, load
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.law import routes
from fairaudit.law.considerable import considerable_change
from fairaudit.law.contents import items, understood
from fairaudit.law.counting import readings
from fairaudit.law.dates import dates_of
from fairaudit.law.keycriteria import key_criteria, meant_by
from fairaudit.law.moments import begun
from fairaudit.law.regime import Terms, standing
from fairaudit.law.tables import codes, shipped_tables
from fairaudit.reports.formats import render
from fairaudit.sources.shipped import shipped_rules
from tests.checks.timed_cases import case_of

PACK = next(one for one in shipped_packs() if one.name == "nhs-psr")
EXAMPLE = Path(__file__).parents[2] / "examples" / "nhs-psr.yaml"
TODAY = date(2026, 6, 1)
TABLES = shipped_tables("nhs-psr")


def tender(text):
    return case_of(f"tender: {{{text}}}\n", "2026-06-01")


BOARD = "buyer: {kind: icb, country: GB-ENG}"
EYES = 'classification: {scheme: CPV, id: "85121281-6"}'
LAW = "law: [nhs-psr]"


@pytest.mark.parametrize(
    ("given", "holds", "missing"),
    [
        (f"{LAW}, {BOARD}, {EYES}", True, ()),
        (f"{BOARD}, regime: {{health_services: true}}", True, ()),
        # A code alone never decides: all of them are light-touch codes as well.
        (f"{BOARD}, {EYES}", None, ("tender.law", "tender.regime.health_services")),
        (f"law: [nhs-psr, uk-pa2023], {BOARD}, {EYES}", None, ("tender.regime.health_services",)),
        (f"{LAW}, {BOARD}", None, ("tender.classification.id", "tender.regime.health_services")),
        (f"{LAW}, {EYES}", None, ("tender.buyer.kind",)),
        (f"{LAW}, buyer: {{kind: nhs}}, {EYES}", None, ("tender.buyer.kind",)),
        # Who buys: a university or a health board does not, whatever it buys.
        (f"{LAW}, buyer: {{kind: university}}, {EYES}", False, ()),
        (f"{LAW}, buyer: {{kind: health board}}, {EYES}", False, ()),
        (f"{LAW}, buyer: {{kind: NHS Business Services Authority}}, {EYES}", False, ()),
        (f"{LAW}, buyer: {{kind: parish council}}, {EYES}", False, ()),
        (f"{LAW}, buyer: {{name: Halden University Hospitals NHS Foundation Trust}}, {EYES}", True, ()),
        (f"{LAW}, buyer: {{kind: local authority}}, {EYES}", True, ()),
        # A name that says what the buyer is counts for more than a kind that takes in many bodies.
        (f"{LAW}, buyer: {{kind: central government, name: Halden NHS Foundation Trust}}, {EYES}", True, ()),
        (f"{LAW}, buyer: {{kind: sub-central, name: NHS Halden Integrated Care Board}}, {EYES}", True, ()),
        (f"{LAW}, buyer: {{kind: sub-central, name: Halden County Council}}, {EYES}", True, ()),
        (f"{LAW}, buyer: {{kind: university hospital, name: Halden University Hospitals NHS Trust}}, {EYES}", True, ()),
        (f"{LAW}, buyer: {{kind: local authority, name: Halden Town Council}}, {EYES}", False, ()),
        (f"{LAW}, buyer: {{kind: sub-central, name: Halden Parish Council}}, {EYES}", False, ()),
        (f"{LAW}, buyer: {{kind: ministry, name: Ministry of Halden}}, {EYES}", False, ()),
        (f"{LAW}, buyer: {{kind: central government, name: Halden}}, {EYES}", None, ("tender.buyer.kind",)),
        (f"{LAW}, buyer: {{kind: sub-central, name: Halden}}, {EYES}", None, ("tender.buyer.kind",)),
        # A council that is said to be something else stays open.
        (f"{LAW}, buyer: {{kind: central government, name: Medical Council}}, {EYES}", None, ("tender.buyer.kind",)),
        (f"{LAW}, buyer: {{kind: school, name: Halden Council School}}, {EYES}", None, ("tender.buyer.kind",)),
        # England only, though `GB` may be all that is known.
        (f"{LAW}, buyer: {{kind: nhs trust, country: GB-WLS}}, {EYES}", False, ()),
        (f"{LAW}, buyer: {{kind: local authority, country: GB-SCT}}, {EYES}", False, ()),
        (f"{LAW}, buyer: {{kind: icb, country: GB}}, {EYES}", True, ()),
        (f"{LAW}, buyer: {{kind: icb, country: UK}}, {EYES}", True, ()),
        # Codes match on all eight digits: social care and office cleaning are none of them.
        (f'{LAW}, {BOARD}, classification: {{id: "85311000"}}', False, ()),
        (f'{LAW}, {BOARD}, classification: {{id: "85147000"}}', False, ()),
        # Four codes count only under a condition that no code shows.
        (f'{LAW}, {BOARD}, classification: {{id: "85323000"}}', None, ("tender.regime.health_services",)),
        (f'{LAW}, {BOARD}, classification: {{id: "85149000"}}', None, ("tender.regime.health_services",)),
        # A mixed procurement hangs on its main part.
        (
            f'{LAW}, {BOARD}, lots: [{{classification: {{id: "85121281"}}}}, {{classification: {{id: "33115000"}}}}]',
            None,
            ("tender.regime.health_services",),
        ),
        (f'{LAW}, {BOARD}, classification: {{id: "33115000"}}, regime: {{health_services: true}}', True, ()),
        (f"{LAW}, {BOARD}, {EYES}, published: 2023-12-31", False, ()),
        (f"{LAW}, {BOARD}, {EYES}, published: 2024-01-01", True, ()),
    ],
)
def test_the_regime_is_settled_by_buyer_service_place_and_day(given, holds, missing):
    answer = standing(tender(given), PACK.terms)
    assert (answer.holds, answer.missing) == (holds, missing)
    assert answer.because


@pytest.mark.parametrize(
    ("jurisdiction", "country", "holds"),
    [
        (("GB-ENG", "GB"), "GB-ENG", True),
        (("GB-ENG", "GB"), "GB", True),
        (("GB-ENG", "GB"), "GB-WLS", False),
        (("GB-ENG", "GB-WLS", "GB-NIR", "GB"), "GB-SCT", False),
        (("DE",), "DE-BY", True),
        (("DE-BY",), "DE", True),
        (("DE-BY",), "DE-HH", False),
    ],
)
def test_a_state_listed_beside_its_parts_takes_in_no_other_part(jurisdiction, country, holds):
    case = tender(f"buyer: {{country: {country}}}")
    assert standing(case, Terms("x", "X", jurisdiction)).holds is holds


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tender: {notices: [{kind: psr-intention-to-award, published: 2023-12-20}]}\nawards: [{date: 2024-02-01}]", "2023-12-20"),
        ("awards: [{entered_into: 2023-11-01}]", "2023-11-01"),
        ("tender: {title: X}", "2026-06-01"),
    ],
)  # fmt: skip
def test_a_procurement_without_a_tender_begins_with_what_is_recorded_of_it(text, day):
    assert begun(case_of(text + "\n", "2026-06-01")) == date.fromisoformat(day)


def test_all_codes_are_light_touch_codes_as_well_and_four_carry_conditions():
    health, light = codes("nhs-psr", "health-services"), codes("uk-pa2023", "light-touch-services")
    assert (len(health), set(health) - set(light)) == (67, set())
    assert {code for code, one in health.items() if one.notes["condition"]} == {
        "85149000", "85323000", "85312330", "85312500",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("event", "begins", "last", "skipped"),
    [
        ("2026-06-05", "2026-06-06", "2026-06-17", []),
        ("2026-03-27", "2026-03-28", "2026-04-10", ["2026-04-03", "2026-04-06"]),
        # Scotland's bank holiday of 15 June 2026 and the first Monday in August are none in England.
        ("2026-06-11", "2026-06-12", "2026-06-24", []),
        ("2026-07-30", "2026-07-31", "2026-08-12", []),
        # The first Monday in May.
        ("2026-04-28", "2026-04-29", "2026-05-12", ["2026-05-04"]),
        ("2026-12-22", "2026-12-23", "2027-01-07", ["2026-12-25", "2026-12-28", "2027-01-01"]),
    ],
)
def test_the_standstill_begins_the_day_after_and_its_eight_working_days_after_that(event, begins, last, skipped):
    (counted,) = readings(tender(BOARD), TABLES.period("standstill"), date.fromisoformat(event))
    assert (counted.last.isoformat(), [day.isoformat() for day, _ in counted.skipped]) == (last, skipped)
    case = tender(f"notices: [{{kind: psr-intention-to-award, published: {event}}}]")
    dated = {
        (one.kind, one.day.isoformat()) for one in dates_of(case, TABLES) if one.cite.endswith("reg 12(2), (3) and (9)")
    }
    assert {("begins", begins), ("latest", last), ("ends", last)} < dated


def test_the_dates_say_who_must_act_and_what_does_not_stop_the_time():
    case = case_of(
        """
        tender: {route: most suitable provider, notices: [{kind: psr-intention-to-follow, submitted: 2026-05-01}, {kind: psr-intention-to-award, published: 2026-06-05}]}
        representations: [{received: 2026-06-17, communicated: 2026-06-24}]
        awards: [{entered_into: 2026-07-02}]
        """,
        "2026-06-01",
    )  # fmt: skip
    found = [(one.day.isoformat(), one.who, one.what.split(" if ")[0], one.kind) for one in dates_of(case, TABLES)]
    assert found == [
        ("2026-05-15", "officer", "First day on which the identification of who may be the most suitable provider may be completed", "earliest"),
        ("2026-06-06", "everybody", "Standstill begins", "begins"),
        ("2026-06-17", "bidder", "Last day for written representations to the buyer, before midnight at its end", "latest"),
        ("2026-07-01", "bidder", "Last day on which it is safe to ask the Independent Patient Choice and Procurement Panel for advice", "latest"),
        ("2026-07-02", "officer", "First day on which the contract may be entered into after this further decision", "earliest"),
        ("2026-08-01", "officer", "Last day to submit the award notice", "latest"),
        ("2026-09-05", "bidder", "Last day to issue a claim for judicial review of this decision", "latest"),
    ]  # fmt: skip
    claim = next(one for one in dates_of(case, TABLES) if "judicial" in one.what)
    assert "does not stop this time" in (claim.note or "")


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("Direct Award Process A", routes.PROCESS_A),
        ("direct-award-a", routes.PROCESS_A),
        ("DAP B", routes.PROCESS_B),
        ("Direct award process C (existing provider)", routes.PROCESS_C),
        ("C", routes.PROCESS_C),
        ("MSP", routes.MOST_SUITABLE),
        ("most_suitable_provider", routes.MOST_SUITABLE),
        ("Competitive Process", routes.COMPETITIVE),
        ("mini-competition under a framework", routes.COMPETITIVE),
        ("call-off under a framework without a competition", routes.CALL_OFF),
        ("Urgent award", routes.URGENT),
        # What is denied is not followed.
        ("Direct Award Process C (not urgent)", routes.PROCESS_C),
        ("Not urgent: Process C", routes.PROCESS_C),
        ("Non-urgent direct award C", routes.PROCESS_C),
        ("Competitive Process (not Direct Award Process C)", routes.COMPETITIVE),
        ("Process C, not the Competitive Process", routes.PROCESS_C),
        ("Competitive Process instead of Process C", routes.COMPETITIVE),
        ("not Process A but Process C", routes.PROCESS_C),
        ("Process C; competition not required", routes.PROCESS_C),
        ("Direct Award Process C without a competition", routes.PROCESS_C),
        ("no. 3: Competitive Process", routes.COMPETITIVE),
        ("not an urgent award", None),
        ("Process C. Urgent: no", routes.PROCESS_C),
        ("Not C", None),
        # Two that are both named leave open which.
        ("Process C or the Most Suitable Provider Process", None),
        ("urgent direct award A", routes.URGENT),
        ("direct award", None),
        ("without competition", None),
        ("open procedure", None),
    ],
)
def test_a_process_is_known_by_the_words_for_it(text, route):
    declared = routes.declared_route(tender(f'route: "{text}"'))
    assert (declared.route if declared else None) == route


def test_a_process_may_stand_in_other_fields():
    case = tender("procurement_method_details: Direct award process C")
    assert routes.declared_route(case) == (routes.PROCESS_C, "tender.procurement_method_details")
    assert routes.declared_route(tender("urgency: {claimed: true}")).route == routes.URGENT


CHOICE = "patient_choice: {offered: true, restricted: false, offered_to_all: true, open_to_interest: true}"
PERHAPS = (f"perhaps {routes.PROCESS_C}", f"perhaps {routes.MOST_SUITABLE}")
CONTENT = "expires: 2026-08-31, satisfied_record: minutes, own_decision: false, character_changed: false"


@pytest.mark.parametrize(
    ("facts", "open_"),
    [
        # What is not given leaves a process open, and no more than perhaps.
        ("title: New service", (routes.COMPETITIVE, *PERHAPS)),
        ("existing_contract: {provider: x, only_provider: true}", (routes.PROCESS_A,)),
        (CHOICE, (routes.PROCESS_B,)),
        (CHOICE.replace("restricted: false", "restricted: true"), (routes.COMPETITIVE, *PERHAPS)),
        # Whoever need not follow A or B may choose among what is open.
        (
            f"existing_contract: {{provider: x, {CONTENT}}}",
            (routes.PROCESS_C, routes.MOST_SUITABLE, routes.COMPETITIVE),
        ),
        (
            f"existing_contract: {{provider: x, {CONTENT}}}, most_suitable: {{likely: false}}",
            (routes.PROCESS_C, routes.MOST_SUITABLE, routes.COMPETITIVE),
        ),
        ("incumbents: [], most_suitable: {likely: false}", (routes.COMPETITIVE,)),
        (
            f"existing_contract: {{provider: x, {CONTENT}}}, most_suitable: {{likely: true}}",
            (routes.PROCESS_C, routes.MOST_SUITABLE, routes.COMPETITIVE),
        ),
        ("most_suitable: {likely: true}", (routes.MOST_SUITABLE, routes.COMPETITIVE, PERHAPS[0])),
        # A framework leads to a competition, whatever else holds; a contract under one does not conclude it.
        (f"framework: {{suppliers: 3}}, {CHOICE}, most_suitable: {{likely: true}}", (routes.COMPETITIVE,)),
        (f"framework: {{suppliers: 3}}, regime: {{call_off_of: F1}}, {CHOICE}", (routes.PROCESS_B,)),
    ],
)
def test_the_facts_lead_to_the_processes_of_regulation_six(facts, open_):
    assert routes.open_routes(tender(facts)) == open_


def change(*, old="2000000", new="2500000", **more):
    flags = ", ".join(f"{name}: {str(value).lower()}" for name, value in more.items())
    existing = f"existing_contract: {{provider: x, value: {{amount: {old}, currency: GBP}}, {flags}}}"
    return considerable_change(tender(f"value: {{amount: {new}, currency: GBP}}, {existing}"))


@pytest.mark.parametrize(
    ("facts", "met", "cite"),
    [
        ({"own_decision": True, "character_changed": False}, True, "reg 6(10)(b)"),
        ({"own_decision": True, "character_changed": False, "new": "2499999"}, False, "reg 6(10)"),
        ({"own_decision": True, "character_changed": False, "old": "2000001", "new": "2500001"}, False, "reg 6(10)"),
        ({"own_decision": True, "character_changed": False, "old": "1900000", "new": "2399999"}, False, "reg 6(10)"),
        ({"own_decision": False, "character_changed": False, "new": "9000000"}, False, "reg 6(10)"),
        ({"own_decision": None, "character_changed": False, "new": "9000000"}, None, "reg 6(10)(b)"),
        ({"own_decision": False, "character_changed": True}, True, "reg 6(10)(a)"),
        ({"own_decision": False}, None, "reg 6(10)(a)"),
        # External factors lift the limb of value, and only where the character stays (reg 6(12)).
        ({"own_decision": True, "character_changed": False, "external_factors": True}, False, "reg 6(12)"),
        ({"own_decision": True, "character_changed": True, "external_factors": True}, True, "reg 6(10)(a)"),
        ({"own_decision": True, "external_factors": True}, None, "reg 6(10)(a)"),
        # Succession lifts the limb of character, and only where the value stays and the successor qualifies (reg 6(11)).
        ({"own_decision": False, "character_changed": True, "succession": True, "selection_criteria_met": True}, False, "reg 6(11)"),
        ({"own_decision": False, "character_changed": True, "succession": True, "selection_criteria_met": False}, True, "reg 6(11)(a)"),
        ({"own_decision": False, "character_changed": True, "succession": True}, None, "reg 6(11)(a)"),
        ({"own_decision": True, "character_changed": True, "succession": True, "selection_criteria_met": True}, True, "reg 6(10)(a)"),
    ],
)  # fmt: skip
def test_a_change_is_considerable_by_its_limbs_and_exceptions(facts, met, cite):
    found = change(**{name: value for name, value in facts.items() if value is not None})
    assert (found.met, found.cite) == (met, cite)
    assert bool(found.missing) is (met is None)


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        ("value: {amount: 9000000, currency: EUR}", ("tender.value.currency",)),
        ("value: {amount: 9000000, currency: GBP, basis: per year}", ("tender.value",)),
        ("value: {amount: 9000000, currency: GBP, vat: included}", ("tender.value.vat", "tender.existing_contract.value.vat")),
        ("title: X", ("tender.value",)),
    ],
)  # fmt: skip
def test_values_that_cannot_be_compared_settle_nothing(values, missing):
    existing = (
        "existing_contract: {own_decision: true, character_changed: false, value: {amount: 2000000, currency: GBP}}"
    )
    assert considerable_change(tender(f"{values}, {existing}")).missing == missing


def test_every_schedule_is_there_with_all_its_paragraphs():
    found = Counter(one.schedule for one in items("nhs-psr", "notice-contents"))
    assert found == {
        "2": 9, "3": 9, "4": 9, "5": 4, "6": 9, "7": 9, "8": 8, "9": 5, "10": 11, "11": 10, "12": 9, "13": 11, "14": 9, "15": 4,
    }  # fmt: skip
    for schedule in found:
        mine = [int(one.paragraph) for one in items("nhs-psr", "notice-contents") if one.schedule == schedule]
        assert mine == list(range(1, len(mine) + 1))


def test_conflicts_stand_in_the_notices_that_must_tell_them_and_reasons_in_three():
    told = items("nhs-psr", "notice-contents")
    by_topic = {
        topic: {one.schedule for one in told if one.topic == topic} for topic in ("contents", "conflicts", "reasons")
    }
    assert by_topic["conflicts"] == {"2", "3", "4", "6", "7", "10", "11", "12", "13", "14"}
    assert by_topic["reasons"] == {"3", "6", "10"}
    assert by_topic["contents"] == {str(number) for number in range(2, 16)}


def test_the_record_of_regulation_twenty_four_has_every_letter():
    assert sorted({one.paragraph for one in items("nhs-psr", "records-kept")}) == list("abcdefghij")


@pytest.mark.parametrize(
    ("text", "contents", "strange"),
    [
        ("title and reference", {"title"}, ()),
        ("Names of the decision-makers", {"decision-makers"}, ()),
        ("conflicts and how they were managed", {"conflicts", "conflict-management"}, ()),
        # Reasons for selecting a provider do not name the provider.
        ("reasons for selecting the provider", {"reasons"}, ()),
        ("provider, CPV code; value", {"provider", "services", "value"}, ()),
        ("conflicts: none", {"conflicts"}, ("conflicts: none",)),
        # Where none was declared, nothing had to be managed.
        ("No conflicts of interest were declared", {"conflicts", "conflict-management"}, ()),
        ("conflicts: none declared", {"conflicts", "conflict-management"}, ()),
        ("Statement that an award is intended under Direct Award Process C", {"statement"}, ()),
        ("Statement that an award is intended, and the reasons", {"statement", "reasons"}, ()),
        ("Statement as to what comes next", set(), ("Statement as to what comes next",)),
        ("governance", set(), ("governance",)),
        ("", set(), ("",)),
    ],
)
def test_what_a_notice_holds_is_read_in_the_words_people_use(text, contents, strange):
    assert understood("nhs-psr", [text]) == (frozenset(contents), strange)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Quality and innovation", "a"),
        ("Value", "b"),
        ("Social value", "e"),
        ("Value and social value", "be"),
        ("Integration, collaboration and service sustainability", "c"),
        ("Improving access, reducing health inequalities and facilitating choice", "d"),
        ("c", "c"),
        ("reg 5 d", "d"),
        ("Price", "b"),
        ("Community benefit", ""),
    ],
)
def test_a_key_criterion_is_known_by_its_letter_or_its_words(name, letters):
    assert meant_by(name) == frozenset(letters)
    assert [one.paragraph for one in key_criteria()] == list("abcde")


# What another law provides and this one does not: no rule, message or table here may lean on it.
FOREIGN = re.compile(
    r"Procurement Act|Public Contracts Regulations|\bPCR (?:2015|reg)|2014/24|\bs{1,2}\. ?\d|\bsection \d|assessment summar",
    re.IGNORECASE,
)


def test_nothing_in_the_pack_names_another_law():
    found = {}
    for file in sorted((shipped_rules() / "nhs-psr").rglob("*.*")):
        if words := FOREIGN.findall(file.read_text(encoding="utf-8")):
            found[file.name] = words
    assert found == {}


def test_every_provision_a_rule_cites_is_one_of_these_regulations_or_guidance_on_them():
    own = "Health Care Services (Provider Selection Regime) Regulations 2023, "
    strange = {
        (rule.id, one.cite) for rule in PACK.rules for one in rule.sources if not one.cite.startswith(own) and rule.basis != "guidance"
    }  # fmt: skip
    assert strange == set()
    assert {rule.id for rule in PACK.rules if rule.basis == "guidance"} == {
        "importance-of-key-criteria-not-recorded", "scoring-record-too-bare-for-a-review",
    }  # fmt: skip
    assert {rule.id for rule in PACK.rules if rule.basis == "heuristic"} == {
        "continuity-of-the-provider-scored", "weights-of-key-criteria-in-doubt",
    }  # fmt: skip


def test_two_rules_take_the_place_of_core_rules():
    core = next(one for one in shipped_packs() if one.name == "core")
    assert set(PACK.stems) & set(core.stems) == {"recused-and-still-took-part", "undisclosed-criterion-applied"}


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_a_report_under_this_law_names_no_other(format_):
    found = audit(load(EXAMPLE, today=TODAY), today=TODAY)
    assert "Provider Selection Regime" in render(found, format_)
    assert FOREIGN.findall(render(found, format_)) == []


JUDGED = """
tender: {law: [nhs-psr], buyer: {kind: icb, country: %s}, classification: {id: "%s"}, published: %s, urgency: {claimed: true, attributable: true}}
"""


@pytest.mark.parametrize(
    ("country", "code", "day", "outcome", "because"),
    [
        ("GB-ENG", "85121281", "2026-03-02", "flagged", None),
        ("GB-WLS", "85121281", "2026-03-02", "not-applicable", "the buyer is in GB-WLS"),
        ("GB-ENG", "79000000", "2026-03-02", "not-applicable", "CPV 79000000 is not among the health care services"),
        ("GB-ENG", "85121281", "2023-03-02", "not-applicable", "the procurement began on 2 March 2023"),
        ("GB-ENG", "85323000", "2026-03-02", "not-assessed", "regime: CPV 85323000 stands in Sch 1 with a condition"),
    ],
)
def test_a_rule_of_the_pack_is_judged_only_where_the_law_governs(country, code, day, outcome, because):
    case = case_of(JUDGED % (country, code, day), "2026-06-01")
    rule = next(one for one in PACK.rules if one.id == "urgency-foreseeable-or-of-ones-own-making")
    judged = judge(case, rule, "market", standing(case, PACK.terms))
    assert str(judged.outcome) == outcome
    assert (judged.reason or "").startswith(because or "")


@pytest.mark.parametrize(
    ("jurisdiction", "told"),
    [
        # A state beside its parts only takes in a buyer that gives none, so it is no place of its own.
        (("GB-ENG", "GB-WLS", "GB-NIR", "GB"), "X is law in GB-ENG, GB-WLS, GB-NIR"),
        (("GB-ENG", "GB"), "X is law in GB-ENG"),
        (("DE", "FR"), "X is law in DE, FR"),
    ],
)
def test_where_a_law_is_law_is_told_by_its_parts(jurisdiction, told):
    case = tender("buyer: {country: GB-SCT}")
    assert standing(case, Terms("x", "X", jurisdiction)).because == f"the buyer is in GB-SCT; {told}"
