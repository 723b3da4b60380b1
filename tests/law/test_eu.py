"""The Public Contracts Regulations 2015 and Directive 2014/24/EU: what their tables say, how they count, when they apply."""

import re
from datetime import date

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.law.conditions import ask, matching
from fairaudit.law.dates import dates_of
from fairaudit.law.regime import standing
from tests.conftest import case_of

PACKS = {pack.name: pack for pack in shipped_packs()}
PCR, EU = PACKS["uk-pcr2015"], PACKS["eu-2014-24"]
COUNTRY = {"uk-pcr2015": "GB-ENG", "eu-2014-24": "NL"}
RULES = {rule.id: rule for pack in (PCR, EU) for rule in pack.rules}
BUYER = "buyer: {{kind: {kind}, country: {country}}}, regime: {{above_threshold: true, light_touch: false}}"


def tender(pack, words, kind="local authority"):
    return f"tender: {{{BUYER.format(kind=kind, country=COUNTRY[pack])}, {words}}}"


def said(rule, case):
    judgement = judge(case, RULES[rule], "market")
    return str(judgement.outcome), [(one.hit.facts, str(one.confidence)) for one in judgement.hits]


OPEN = "procurement_method: open"
RESTRICTED = "procurement_method: selective, procurement_method_details: Restricted procedure"
NEGOTIATED = "procurement_method: selective, procurement_method_details: Competitive procedure with negotiation"
DIALOGUE = "procurement_method: selective, procurement_method_details: Competitive dialogue"
PARTNERSHIP = "procurement_method: selective, procurement_method_details: Innovation partnership"
SYSTEM = "procurement_method: selective, procurement_method_details: Dynamic purchasing system"
E_SENT, POST, SECRET = (
    "submission: {electronic: true}",
    "submission: {electronic: false}",
    "documents_restricted: Secret",
)
PIN = "notices: [{kind: PIN, submitted: 2024-04-29}, {kind: contract notice, submitted: 2024-06-03}]"
EARLY = "notices: [{kind: PIN, submitted: 2024-05-01}, {kind: contract notice, submitted: 2024-06-03}]"
OLD = "notices: [{kind: PIN, submitted: 2023-06-01}, {kind: contract notice, submitted: 2024-06-03}]"
URGENT, AGREED, NOT_AGREED = "urgency: {reason: Storm}", "deadline_agreed: true", "deadline_agreed: false"


@pytest.mark.parametrize("pack", ["uk-pcr2015", "eu-2014-24"])
@pytest.mark.parametrize(
    ("words", "kind", "least"),
    [
        ((OPEN, POST), "ministry", 35),
        ((OPEN, E_SENT), "ministry", 30),
        ((OPEN, POST, SECRET), "ministry", 40),
        ((OPEN, E_SENT, SECRET), "ministry", 35),
        ((OPEN, E_SENT, PIN), "ministry", 15),
        ((OPEN, E_SENT, PIN, SECRET), "ministry", 20),
        # 33 days before is too late, and more than twelve months too early, to count.
        ((OPEN, E_SENT, EARLY), "ministry", 30),
        ((OPEN, E_SENT, OLD), "ministry", 30),
        # Neither limb of the five days more counts in urgency.
        ((OPEN, E_SENT, URGENT, SECRET), "ministry", 15),
        ((RESTRICTED, POST), "ministry", 30),
        ((RESTRICTED, E_SENT), "ministry", 25),
        ((RESTRICTED, E_SENT, SECRET), "ministry", 30),
        ((RESTRICTED, E_SENT, PIN), "ministry", 10),
        ((RESTRICTED, E_SENT, PIN, SECRET), "ministry", 15),
        ((RESTRICTED, E_SENT, URGENT, SECRET), "ministry", 10),
        # Agreement is open only to authorities that are not central government, and ten days are theirs without it.
        ((RESTRICTED, E_SENT, AGREED), "ministry", 25),
        ((RESTRICTED, E_SENT, AGREED), "local authority", 0),
        ((RESTRICTED, E_SENT, NOT_AGREED), "local authority", 10),
        ((RESTRICTED, E_SENT, NOT_AGREED, SECRET), "local authority", 15),
        ((NEGOTIATED, POST), "ministry", 30),
        ((NEGOTIATED, E_SENT), "ministry", 25),
        ((NEGOTIATED, E_SENT, URGENT), "ministry", 10),
        ((NEGOTIATED, E_SENT, NOT_AGREED), "local authority", 10),
        ((DIALOGUE, E_SENT), "ministry", 0),
        ((PARTNERSHIP, E_SENT), "ministry", 0),
        ((SYSTEM, E_SENT), "ministry", 10),
        ((SYSTEM, E_SENT, AGREED), "local authority", 0),
    ],
)
def test_the_least_time_for_tenders(pack, words, kind, least):
    published = () if any("kind: contract notice" in one for one in words) else ("published: 2024-06-03",)
    case = case_of(tender(pack, ", ".join((*words, *published)), kind))
    rows = matching(case, PACKS[pack].tables.table("tenders"), date(2024, 6, 3))
    assert rows.possible == ()
    assert min(row.least for row, _ in rows.certain) == least


@pytest.mark.parametrize("pack", ["uk-pcr2015", "eu-2014-24"])
@pytest.mark.parametrize(
    ("words", "least"),
    [
        ((RESTRICTED,), 30),
        ((RESTRICTED, URGENT), 15),
        ((NEGOTIATED,), 30),
        ((NEGOTIATED, URGENT), 15),
        # A dialogue and a partnership cannot be accelerated.
        ((DIALOGUE, URGENT), 30),
        ((PARTNERSHIP, URGENT), 30),
        ((SYSTEM,), 30),
    ],
)
def test_the_least_time_for_requests(pack, words, least):
    case = case_of(tender(pack, ", ".join((*words, "published: 2024-06-03"))))
    rows = matching(case, PACKS[pack].tables.table("requests"), date(2024, 6, 3))
    assert (rows.possible, min(row.least for row, _ in rows.certain)) == ((), least)


def test_both_laws_have_the_same_rows_and_each_cites_its_own():
    for name in ("tenders", "requests", "candidates", "reference-years", "small-changes"):
        tables = [pack.tables.table(name) for pack in (PCR, EU)]
        numbers = [[(row.row, row.when, row.least, row.most, row.words) for row in one.rows] for one in tables]
        assert numbers[0] == numbers[1]
        assert all(row.cite.startswith("Public Contracts Regulations 2015, reg") for row in tables[0].rows)
        assert all(row.cite.startswith("Directive 2014/24/EU, art") for row in tables[1].rows)


def letter(sent, means="", more=""):
    how = f", means: {means}" if means else ""
    return f"{{kind: award decision notice, submitted: {sent}{how}{more}}}"


@pytest.mark.parametrize(
    ("pack", "letters", "last"),
    [
        ("uk-pcr2015", [letter("2026-06-02", "e-mail")], "2026-06-12"),
        ("uk-pcr2015", [letter("2024-06-03", "post")], "2024-06-18"),
        # Sent by post and received soon: ten days from the last receipt end first.
        ("uk-pcr2015", [letter("2024-06-03", "post", ", received: 2024-06-04")], "2024-06-14"),
        # Received late: fifteen days from sending end first, on a Tuesday.
        ("uk-pcr2015", [letter("2024-06-03", "post", ", received: 2024-06-12")], "2024-06-18"),
        # One by post without a receipt: receipts of the others say nothing about the last.
        (
            "uk-pcr2015",
            [letter("2024-06-03", "post", ", received: 2024-06-04"), letter("2024-06-03", "post")],
            "2024-06-18",
        ),
        # Mixed: the later of the two ends counts, whichever way it was sent.
        ("uk-pcr2015", [letter("2024-06-03", "portal"), letter("2024-06-03", "post")], "2024-06-18"),
        ("uk-pcr2015", [letter("2024-06-11", "portal"), letter("2024-06-03", "post")], "2024-06-21"),
        # The last letter counts, and the tenth day is a Sunday.
        ("uk-pcr2015", [letter("2024-06-03", "fax"), letter("2024-06-06", "fax")], "2024-06-17"),
        # The tenth day is Whit Sunday, and Whit Monday is a holiday in the Netherlands.
        ("eu-2014-24", [letter("2026-05-14", "e-mail")], "2026-05-26"),
        ("eu-2014-24", [letter("2024-06-03", "post")], "2024-06-18"),
    ],
)
def test_the_last_day_of_the_standstill(pack, letters, last):
    suffix = {"uk-pcr2015": "regulations", "eu-2014-24": "directive"}[pack]
    rule, ends = f"contract-in-the-standstill-under-the-{suffix}", date.fromisoformat(last)
    for day, outcome in ((ends, "flagged"), (ends.replace(day=ends.day + 1), "passed")):
        words = f"{OPEN}, published: 2024-03-04, notices: [{', '.join(letters)}]"
        case = case_of(
            f"{tender(pack, words)}\nawards: [{{id: A1, entered_into: {day}}}]", today=date(2026, 7, 1)
        )  # fmt: skip
        assert said(rule, case)[0] == outcome


def test_where_the_law_names_no_territory_the_readings_differ_and_a_person_judges():
    words = f"{OPEN}, published: 2024-11-04, notices: [{letter('2026-06-04', 'e-mail')}]"
    rule = "contract-in-the-standstill-under-the-regulations"
    for day, outcome in (("2026-06-15", "flagged"), ("2026-06-16", "review"), ("2026-06-17", "passed")):
        case = case_of(f"{tender('uk-pcr2015', words)}\nawards: [{{entered_into: {day}}}]")
        assert said(rule, case)[0] == outcome


@pytest.mark.parametrize(
    ("pack", "urgency", "deadline", "latest"),
    [
        ("uk-pcr2015", "", "2024-06-28", "2024-06-22"),
        # Six days before Friday is a Saturday: looking back is not rolled.
        ("eu-2014-24", "", "2024-06-28", "2024-06-22"),
        # From Good Friday to Easter Monday nobody works: four days must hold two working days.
        ("uk-pcr2015", f", {URGENT}", "2024-04-02", "2024-03-27"),
        ("eu-2014-24", f", {URGENT}", "2024-04-02", "2024-03-27"),
        ("eu-2014-24", "", "2024-04-02", "2024-03-27"),
    ],
)
def test_the_last_day_for_answers(pack, urgency, deadline, latest):
    words = f"{OPEN}, published: 2024-02-05{urgency}, tender_period: {{end_date: {deadline}}}"
    due = dates_of(case_of(tender(pack, words)), PACKS[pack].tables)
    assert [one.day.isoformat() for one in due if one.what.startswith("Last day to send answers")] == [latest]


def test_the_dates_of_a_procurement_under_the_regulations():
    words = (
        f"{OPEN}, {E_SENT}, notices: [{{kind: contract notice, submitted: 2024-05-30}}, {letter('2024-08-01', 'e-mail')}],"
        " documents_available: 2024-05-31, tender_period: {end_date: 2024-07-05}"
    )
    case = case_of(f"{tender('uk-pcr2015', words)}\nawards: [{{id: A1, entered_into: 2024-08-20}}]")
    assert [(one.day.isoformat(), one.who, one.what, one.kind) for one in dates_of(case, PCR.tables)] == [
        ("2024-06-29", "bidder", "Last day to issue a claim about what the tender documents say", "latest"),
        ("2024-06-29", "officer", "Last day to send answers to questions asked in good time", "latest"),
        # Thirty days end on a Saturday, and the law moves that to Monday.
        ("2024-07-01", "officer", "Earliest lawful deadline for tenders", "ends"),
        ("2024-08-12", "everybody", "Standstill ends at midnight", "ends"),
        ("2024-08-13", "officer", "First day on which the contract may be entered into", "earliest"),
        ("2024-08-30", "bidder", "Last day to issue a claim about the decision to award", "latest"),
        ("2024-09-19", "officer", "Last day to send the contract award notice", "latest"),
        (
            "2025-02-20", "bidder", "Last day to start proceedings for a declaration that the contract is ineffective",
            "latest",
        ),
    ]  # fmt: skip
    claims = [one for one in dates_of(case, PCR.tables) if "claim" in one.what]
    assert all("a question, a letter or a register entry does not stop this time" in one.note for one in claims)


def test_the_dates_of_a_procurement_under_the_directive():
    words = (
        f"{RESTRICTED}, {E_SENT}, {NOT_AGREED}, notices: [{{kind: contract notice, submitted: 2024-05-30}},"
        f" {letter('2024-10-01', 'post')}], second_stage: {{invitation_date: 2024-07-19}},"
        " tender_period: {end_date: 2024-08-30}"
    )
    case = case_of(
        f"{tender('eu-2014-24', words)}\nrepresentations: [{{party: b, information_requested: 2024-10-04}}]"
        "\nawards: [{id: A1, entered_into: 2024-10-18}]"
    )
    assert [(one.day.isoformat(), one.who, one.what) for one in dates_of(case, EU.tables)] == [
        ("2024-07-01", "officer", "Earliest deadline for requests to participate that the Directive allows"),
        ("2024-07-29", "officer", "Earliest deadline for tenders that the Directive allows"),
        ("2024-08-24", "officer", "Last day to send answers to questions asked in good time"),
        (
            "2024-10-16",
            "bidder",
            "Last day to apply for review of the decision where national law gives the least time",
        ),
        ("2024-10-16", "everybody", "Standstill ends at midnight"),
        ("2024-10-17", "officer", "First day on which the contract may be concluded"),
        ("2024-10-21", "officer", "Last day to give the reasons that were asked for"),
        ("2024-11-18", "officer", "Last day to send the contract award notice"),
    ]
    assert all("national law" in one.note for one in dates_of(case, EU.tables) if "deadline" in one.what)


@pytest.mark.parametrize(
    ("pack", "words", "holds", "missing"),
    [
        ("eu-2014-24", "main_procurement_category: goods, value: {amount: 221000, currency: EUR, vat: net}", True, ()),
        ("eu-2014-24", "main_procurement_category: goods, value: {amount: 220999, currency: EUR, vat: net}", False, ()),
        ("eu-2014-24", "main_procurement_category: works, value: {amount: 5537999, currency: EUR, vat: net}", False, ()),
        # Without a word about tax the net value may be a fifth less.
        (
            "eu-2014-24", "main_procurement_category: goods, value: {amount: 230000, currency: EUR}", None,
            ("tender.value.vat",),
        ),
        ("eu-2014-24", "main_procurement_category: goods, value: {amount: 900000, currency: EUR}", True, ()),
        (
            "eu-2014-24", "main_procurement_category: goods, value: {amount: 900000, currency: SEK}", None,
            ("tender.regime.above_threshold",),
        ),
        # From 2022 on the Regulations count with tax, before without.
        (
            "uk-pcr2015", "main_procurement_category: goods, value: {amount: 214904, currency: GBP, vat: included}", True,
            (),
        ),
        (
            "uk-pcr2015", "main_procurement_category: goods, value: {amount: 200000, currency: GBP, vat: excluded}", None,
            ("tender.value.vat",),
        ),
        ("uk-pcr2015", "main_procurement_category: goods, value: {amount: 170000, currency: GBP, vat: net}", False, ()),
        # The lots count together.
        (
            "eu-2014-24", "main_procurement_category: works, lots: [{value: {amount: 3000000, currency: EUR, vat: net}},"
            " {value: {amount: 2600000, currency: EUR}}]", True, (),
        ),
        ("eu-2014-24", "main_procurement_category: works", None, ("tender.value", "tender.regime.above_threshold")),
        # Social services have a threshold of their own.
        (
            "eu-2014-24", 'main_procurement_category: services, classification: {scheme: CPV, id: "80110000"},'
            " value: {amount: 700000, currency: EUR, vat: net}", False, (),
        ),
    ],
)  # fmt: skip
def test_what_is_above_the_threshold(pack, words, holds, missing):
    light = "" if "classification" in words else ", regime: {light_touch: false}"
    case = case_of(
        f"tender: {{buyer: {{kind: council, country: {COUNTRY[pack]}}}, published: 2024-06-03{light}, {words}}}"
    )
    answer = ask(case, pack, "covered")
    assert (answer.holds, answer.missing) == (holds, missing)


@pytest.mark.parametrize(
    ("day", "amount"),
    [("2017-05-02", 209000), ("2019-05-02", 221000), ("2021-05-02", 214000), ("2023-05-02", 215000),
     ("2025-05-02", 221000), ("2026-05-04", 216000)],
)  # fmt: skip
def test_thresholds_by_year(day, amount):
    for worth, holds in ((amount, True), (amount - 1, False)):
        case = case_of(
            f"tender: {{buyer: {{kind: council, country: NL}}, regime: {{light_touch: false}}, published: {day},"
            f" main_procurement_category: goods, value: {{amount: {worth}, currency: EUR, vat: net}}}}"
        )
        assert ask(case, "eu-2014-24", "covered").holds is holds


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ('classification: {scheme: CPV, id: "85312310-5"}', True),
        ('classification: {scheme: CPV, id: "85323000-9"}', True),
        # The range ends with 85323000.
        ('classification: {scheme: CPV, id: "85324000-0"}', False),
        ('classification: {scheme: CPV, id: "55524000"}', True),
        # Supply of nurses stands in the list, supply of office staff does not.
        ('classification: {scheme: CPV, id: "79624000"}', True),
        ('classification: {scheme: CPV, id: "79620000"}', False),
        ('lots: [{classification: {id: "85312310"}}, {classification: {id: "39000000"}}]', None),
        ('main_procurement_category: works, classification: {id: "85312310"}', False),
        ("main_procurement_category: services", None),
        ('regime: {light_touch: false}, classification: {id: "85312310"}', False),
    ],
)
@pytest.mark.parametrize("pack", ["uk-pcr2015", "eu-2014-24"])
def test_social_and_other_specific_services(pack, words, holds):
    assert ask(case_of(f"tender: {{{words}}}"), pack, "light-touch").holds is holds


@pytest.mark.parametrize(
    ("pack", "words", "holds", "missing"),
    [
        ("uk-pcr2015", "buyer: {country: GB-ENG}, published: 2015-02-26", True, ()),
        ("uk-pcr2015", "buyer: {country: GB-NIR}, published: 2025-02-23", True, ()),
        ("uk-pcr2015", "buyer: {country: GB-ENG}, published: 2015-02-25", False, ()),
        ("uk-pcr2015", "buyer: {country: GB-ENG}, published: 2025-02-24", False, ()),
        ("uk-pcr2015", "buyer: {country: DE}, published: 2024-06-03", False, ()),
        # A call-off is governed by the law of its framework.
        (
            "uk-pcr2015", "buyer: {country: GB-ENG}, published: 2026-02-02, regime: {call_off_of: FW-12}", None,
            ("tender.regime.framework_begun",),
        ),
        (
            "uk-pcr2015",
            "buyer: {country: GB-ENG}, published: 2026-02-02, regime: {call_off_of: FW-12, framework_begun: 2024-01-15}", True,
            (),
        ),
        ("eu-2014-24", "buyer: {country: NL}, published: 2016-04-18", True, ()),
        ("eu-2014-24", "buyer: {country: DE-BY}, published: 2026-02-02", True, ()),
        ("eu-2014-24", "buyer: {country: NL}, published: 2016-04-15", False, ()),
        ("eu-2014-24", "buyer: {country: GB-ENG}, published: 2019-06-03", False, ()),
        ("eu-2014-24", "buyer: {country: NL}, published: 2026-02-02, regime: {concession: true}", False, ()),
        ("eu-2014-24", "buyer: {country: NL, kind: water utility}, published: 2026-02-02", None,
         ("tender.regime.utilities",)),
    ],
)  # fmt: skip
def test_when_each_law_governs(pack, words, holds, missing):
    answer = standing(case_of(f"tender: {{{words}}}"), PACKS[pack].terms)
    assert (answer.holds, answer.missing) == (holds, missing)


FOREIGN = {
    "uk-pcr2015": re.compile(r"Directive|\barts? |\barticle|1182/71|89/665|Procurement Act|PSR|Provider Selection"),
    "eu-2014-24": re.compile(r"\bregs? |\bregulations? \d|Public Contracts Regulations|PCR|EWHC|Procurement Act|PSR"),
}


@pytest.mark.parametrize("pack", [PCR, EU], ids=lambda one: one.name)
def test_no_rule_names_a_provision_of_another_law(pack):
    strange = []
    for rule in pack.rules:
        texts = [rule.title, rule.message, rule.why, rule.fix, rule.ask, *rule.see]
        texts += [one.cite for one in rule.sources] + [one.note for one in rule.lawful_when]
        strange += [(rule.id, text) for text in texts if FOREIGN[pack.name].search(text)]
    tables = pack.tables
    cites = [one.cite for one in tables.periods().values()] + [one.note or "" for one in tables.dates()]
    assert (strange, [one for one in cites if FOREIGN[pack.name].search(one)]) == ([], [])


# The provision that would carry the counterpart was not confirmed for the other pack; nothing is cited unread.
UNPAIRED_REGULATIONS = {
    "contract-with-one-buyer-required", "no-rules-for-choosing-candidates", "place-required-to-take-part",
    "selection-criterion-of-another-kind", "stages-not-documented",
}  # fmt: skip
UNPAIRED_DIRECTIVE = {"one-test-body-named"}


def test_each_rule_has_its_counterpart_or_rests_on_english_cases():
    plain = [
        {one.id.removesuffix("-under-the-regulations").removesuffix("-under-the-directive") for one in pack.rules}
        for pack in (PCR, EU)
    ]
    assert plain[1] - plain[0] == UNPAIRED_DIRECTIVE
    assert plain[0] - plain[1] >= UNPAIRED_REGULATIONS
    only = {f"{one}-under-the-regulations" for one in plain[0] - plain[1] - UNPAIRED_REGULATIONS}
    assert {RULES[one].basis for one in only} == {"case-law"}
    assert all("EWHC" in RULES[one].sources[0].cite for one in only)


def test_where_national_law_may_ask_for_more_the_directives_rules_say_so():
    timed = {rule.id for rule in EU.rules if rule.check.name in ("shorter-than-the-table", "supplied-too-late",
             "changed-without-extension", "not-longer-than-the-table", "entered-before-the-standstill-ended")}  # fmt: skip
    assert {one for one in timed if "ational law may ask for" not in RULES[one].fix} == set()
    assert len(timed) == 7


def test_what_rests_on_the_remedies_directive_is_guidance_and_says_so():
    resting = [rule for rule in EU.rules if any("89/665" in one.cite for one in rule.sources)]
    assert {rule.id.removesuffix("-under-the-directive") for rule in resting} == {
        "contract-in-the-standstill",
        "contract-soon-after-a-transparency-notice",
        "notice-of-the-decision-lacks-contents",
        "tenderer-not-told-of-the-decision",
    }
    assert {rule.basis for rule in resting} == {"guidance"}
    assert all("not re-read" in (rule.notes or "") for rule in resting)
    periods = EU.tables.periods()
    unread = [row for row in EU.tables.dates() if row.period and "89/665" in periods[row.period].cite]
    assert unread
    assert all("not re-read" in (row.note or "") for row in unread)


@pytest.mark.parametrize("day", ["2015-06-01", "2018-06-01", "2019-12-31"])
def test_thresholds_of_the_regulations_before_2020_are_not_known(day):
    text = (
        "tender: {law: [uk-pcr2015], buyer: {kind: local authority, country: GB-ENG}, main_procurement_category: works,"
        f" classification: {{scheme: CPV, id: '45000000'}}, published: {day}, value: {{amount: 9000000, currency: GBP}}}}"
    )
    answer = ask(case_of(text), "uk-pcr2015", "covered")
    assert (answer.holds, answer.missing) == (None, ("tender.regime.above_threshold",))
    assert answer.because == "no threshold is known for the day the procurement began"


@pytest.mark.parametrize(
    ("end", "days"),
    [
        ("2024-06-28", 25),
        ("2024-06-28T12:00", 25),
        # Midnight ends the day before it.
        ("2024-06-28T00:00", 24),
        ("2024-07-03T00:00", 29),
        ("2024-07-03T00:01", None),
        ("2024-07-03", None),
    ],
)
def test_a_deadline_at_midnight_leaves_the_days_before_it(end, days):
    case = case_of(
        tender("eu-2014-24", f"{OPEN}, {E_SENT}, notices: [{{kind: contract notice, submitted: 2024-06-03}}], "
               f"tender_period: {{end_date: {end}}}") + "\ncomplete: [tender.planned_notice]"
    )  # fmt: skip
    _, found = said("too-little-time-for-tenders-under-the-directive", case)
    assert [facts.days for facts, _ in found] == ([days] if days else [])


@pytest.mark.parametrize(
    ("sent", "end", "told", "sure"),
    [
        # A weekend needs no announcement, and whoever left too few days is short of them whatever the holidays.
        ("2028-04-13", "2028-05-13", "; the end moved from Saturday 13 May 2028, no working day", "certain"),
        ("2028-03-18", "2028-04-17", "; the end moved from Monday 17 April 2028 over Easter Monday (17 April 2028), projected",
         "likely"),
        ("2028-03-18", "2028-04-16", "; the end moved from Monday 17 April 2028 over Easter Monday (17 April 2028), projected",
         "certain"),
        ("2028-03-20", "2028-04-18", "", "certain"),
    ],
)  # fmt: skip
def test_a_time_limit_tells_what_moved_its_end_and_hangs_on_no_projection(sent, end, told, sure):
    case = case_of(
        tender("eu-2014-24", f"{OPEN}, {E_SENT}, notices: [{{kind: contract notice, submitted: {sent}}}], "
               f"tender_period: {{end_date: {end}}}") + "\ncomplete: [tender.planned_notice]"
    )  # fmt: skip
    _, found = said("too-little-time-for-tenders-under-the-directive", case)
    assert [(str(facts.moved), confidence) for facts, confidence in found] == [(told, sure)]
