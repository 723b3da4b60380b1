"""The Procurement Act 2023: its tables row by row, what settles them, and the beliefs about it that the text contradicts."""

from datetime import date
from decimal import Decimal

import pytest

from fairaudit.analysis.calendars import count_from
from fairaudit.law.buyers import buyer_class
from fairaudit.law.conditions import ask, matching
from fairaudit.law.dates import dates_of
from fairaudit.law.holidays import calendar_named
from fairaudit.law.regime import Terms, standing
from fairaudit.law.tables import shipped_tables
from fairaudit.law.uk import applying
from tests.conftest import case_of

PACK = "uk-pa2023"
TABLES = shipped_tables(PACK)
COUNCIL = "buyer: {kind: local authority, country: GB-ENG}"
TRUST = "buyer: {kind: NHS foundation trust, country: GB-ENG}"
PUBLISHED = "published: 2026-06-01, documents_available: 2026-06-01"


def tender(*fields, rest=""):
    return case_of(f"tender: {{{', '.join(fields)}}}\n{rest}", today=date(2026, 6, 1))


def holds(case, name):
    return ask(case, PACK, name).holds


def shortest(case, table, day=date(2026, 6, 1)):
    rows = matching(case, TABLES.table(table), day)
    sure = min(rows.certain, key=lambda one: one[0].least)[0] if rows.certain else None
    return (sure.row, sure.least) if sure else None, sorted({row.row for row, _ in rows.possible})


ELECTRONIC = "submission: {electronic: true}"
PAPER = "submission: {electronic: false}"
PLAIN = "regime: {light_touch: false}"
LATER = "published: 2026-06-01, documents_available: 2026-06-02"


@pytest.mark.parametrize(
    ("fields", "row", "open_"),
    [
        ((COUNCIL, PLAIN, "procurement_method: open", PUBLISHED, ELECTRONIC), ("7", 25), []),
        ((COUNCIL, PLAIN, "procurement_method: open", LATER, ELECTRONIC), ("8", 30), []),
        ((COUNCIL, PLAIN, "procurement_method: open", PUBLISHED, PAPER), ("9", 30), []),
        ((COUNCIL, PLAIN, "procurement_method: open", LATER, PAPER), ("10", 35), []),
        ((COUNCIL, "regime: {light_touch: true}", "procurement_method: open", LATER, PAPER), ("1", 0), []),
        ((COUNCIL, PLAIN, "preselected: true", "agreed_period: true", LATER, PAPER), ("2", 0), []),
        ((COUNCIL, PLAIN, "preselected: true", "agreed_period: false", LATER, PAPER), ("3", 10), []),
        # Nobody says whether the time was agreed, so that row stays open.
        ((COUNCIL, PLAIN, "preselected: true", LATER, PAPER), ("3", 10), ["2"]),
        # An NHS foundation trust is a central government authority: pre-selection shortens nothing there.
        ((TRUST, PLAIN, "preselected: true", "agreed_period: true", PUBLISHED, ELECTRONIC), ("7", 25), []),
        (
            (
                TRUST,
                "regime: {light_touch: false, utilities: true}",
                "preselected: true",
                "agreed_period: false",
                PUBLISHED,
                ELECTRONIC,
            ),
            ("3", 10),
            [],
        ),
        (
            (COUNCIL, PLAIN, "procurement_method: open", PUBLISHED, ELECTRONIC, "urgency: {claimed: true}"),
            ("5", 10),
            [],
        ),
        (
            (
                COUNCIL,
                "regime: {light_touch: false, dynamic_market: true}",
                PUBLISHED,
                ELECTRONIC,
                "agreed_period: false",
            ),
            ("3", 10),
            [],
        ),
        ((TRUST, "regime: {light_touch: false, dynamic_market: true}", PUBLISHED, ELECTRONIC), ("6", 10), []),
        (
            (
                COUNCIL,
                PLAIN,
                "procurement_method: open",
                PUBLISHED,
                ELECTRONIC,
                "planned_notice: {published: 2026-04-22}",
            ),
            ("4", 10),
            [],
        ),
        # 39 days before, and a day more than twelve months before: the planned procurement notice shortens nothing.
        (
            (
                COUNCIL,
                PLAIN,
                "procurement_method: open",
                PUBLISHED,
                ELECTRONIC,
                "planned_notice: {published: 2026-04-23}",
            ),
            ("7", 25),
            [],
        ),
        (
            (
                COUNCIL,
                PLAIN,
                "procurement_method: open",
                PUBLISHED,
                ELECTRONIC,
                "planned_notice: {published: 2025-05-31}",
            ),
            ("7", 25),
            [],
        ),
        (
            (
                COUNCIL,
                PLAIN,
                "procurement_method: open",
                PUBLISHED,
                ELECTRONIC,
                "planned_notice: {published: 2025-06-01}",
            ),
            ("4", 10),
            [],
        ),
        ((COUNCIL, "procurement_method: open", PUBLISHED, ELECTRONIC), ("7", 25), ["1"]),
        ((COUNCIL, PLAIN, "procurement_method: selective", PUBLISHED, ELECTRONIC), ("7", 25), ["2", "3"]),
    ],
)
def test_the_rows_of_the_tendering_period(fields, row, open_):
    assert shortest(tender(*fields), "tendering-period") == (row, open_)


@pytest.mark.parametrize(
    ("fields", "row"),
    [
        ((PLAIN,), ("3", 25)),
        ((PLAIN, "urgency: {claimed: true}"), ("2", 10)),
        (("regime: {light_touch: true}",), ("1", 0)),
    ],
)
def test_the_rows_of_the_participation_period(fields, row):
    assert shortest(tender(COUNCIL, *fields), "participation-period") == (row, [])


def test_there_is_no_period_of_four_days_and_no_other_number():
    # Four days belong to the late answers of an older law.
    rows = [row.least for name in ("tendering-period", "participation-period") for row in TABLES.table(name).rows]
    assert set(rows) == {0, 10, 25, 30, 35}


@pytest.mark.parametrize(
    ("kind", "class_"),
    [
        ("NHS foundation trust", "central government"),
        ("University Hospitals NHS Foundation Trust", "central government"),
        ("NHS trust", "central government"),
        ("NHS England", "central government"),
        ("ministry", "central government"),
        ("central government", "central government"),
        ("local authority", "sub-central"),
        ("university", "sub-central"),
        ("academy trust", "sub-central"),
        ("utility", "utility"),
        ("private utility", "private utility"),
        ("Ministry of Regional Development", "central government"),
        ("'Ministry of Housing, Communities and Local Government'", "central government"),
        ("Department for Education", "central government"),
        ("publicAuthorityCentralGovernment", "central government"),
        ("central purchasing body of a central government", "central government"),
        # Not every word with `central` in it says so.
        ("non-central government authority", "sub-central"),
        ("not a central government authority", "sub-central"),
        ("publicAuthoritySubCentralGovernment", "sub-central"),
        ("sub-central", "sub-central"),
        ("'Body governed by public law, controlled by a central government authority'", "sub-central"),
        ("regional ministry of health", "sub-central"),
        ("'Department of Education, Lindendale City Council'", "sub-central"),
        ("central purchasing body of local authorities", "sub-central"),
        ("central purchasing body", None),
        ("centralised procurement authority", None),
        ("central bank", None),
        # The list of central government authorities does not name them.
        ("integrated care board", None),
    ],
)
def test_what_kind_of_authority_a_buyer_is(kind, class_):
    assert buyer_class(tender(f"buyer: {{kind: {kind}}}")) == class_


@pytest.mark.parametrize(
    ("fields", "day", "amount"),
    [
        ((COUNCIL, PLAIN, "main_procurement_category: services"), "2026-01-01", 207720),
        ((COUNCIL, PLAIN, "main_procurement_category: services"), "2025-12-31", 214904),
        ((TRUST, PLAIN, "main_procurement_category: goods"), "2026-01-01", 135018),
        ((TRUST, PLAIN, "main_procurement_category: goods"), "2025-12-31", 139688),
        ((COUNCIL, PLAIN, "main_procurement_category: works"), "2026-01-01", 5193000),
        ((COUNCIL, PLAIN, "main_procurement_category: works"), "2025-12-31", 5372609),
        ((COUNCIL, "regime: {light_touch: true}", "main_procurement_category: services"), "2026-01-01", 663540),
        ((COUNCIL, "regime: {light_touch: true}"), "2026-01-01", 663540),
        ((COUNCIL, "regime: {light_touch: true, concession: true}"), "2026-01-01", 5372609),
        ((COUNCIL, "regime: {light_touch: true, utilities: true}"), "2026-01-01", 884720),
        (
            (COUNCIL, "regime: {light_touch: false, utilities: true}", "main_procurement_category: goods"),
            "2026-01-01",
            415440,
        ),
        (
            (COUNCIL, "regime: {light_touch: false, utilities: true}", "main_procurement_category: goods"),
            "2025-12-31",
            429809,
        ),
        # Row 6 takes in the concessions of utilities.
        (
            (
                COUNCIL,
                "regime: {light_touch: false, utilities: true, concession: true}",
                "main_procurement_category: services",
            ),
            "2026-01-01",
            415440,
        ),
        (
            (COUNCIL, "regime: {light_touch: false, concession: true}", "main_procurement_category: services"),
            "2026-01-01",
            5193000,
        ),
        (
            (TRUST, "regime: {light_touch: false, defence: true}", "main_procurement_category: goods"),
            "2026-01-01",
            415440,
        ),
        # What the threshold for defence was in 2025 could not be looked up, and is not taken for another.
        (
            (TRUST, "regime: {light_touch: false, defence: true}", "main_procurement_category: goods"),
            "2025-12-31",
            None,
        ),
    ],
)
def test_the_rows_of_the_thresholds(fields, day, amount):
    rows = applying(tender(*fields), "thresholds", date.fromisoformat(day))
    assert (rows.certain[0][0].amount, rows.possible) == (None if amount is None else Decimal(amount), ())


@pytest.mark.parametrize(
    ("value", "covered"),
    [
        ("{amount: 207720, currency: GBP, vat: included}", True),
        ("{amount: 207719, currency: GBP, vat: included}", False),
        # What does not say whether it holds value added tax governs or not only where both readings agree.
        ("{amount: 207720, currency: GBP}", True),
        ("{amount: 207719, currency: GBP}", None),
        ("{amount: 173100, currency: GBP}", None),
        ("{amount: 173099, currency: GBP}", False),
        ("{amount: 207719, currency: GBP, vat: without}", None),
        ("{amount: 207719, currency: GBP, vat: with VAT}", False),
        # The amount with tax beside the net one settles it.
        ("{amount: 180000, amountGross: 216000, currency: GBP}", True),
        ("{amount: 180000, amountGross: 189000, currency: GBP}", False),
        # Value added tax counts, so a net value near the threshold settles nothing.
        ("{amount: 180000, currency: GBP, vat: excluded}", None),
        ("{amount: 170000, currency: GBP, vat: excluded}", False),
        ("{amount: 250000, currency: EUR}", None),
    ],
)
def test_what_is_covered(value, covered):
    case = tender(COUNCIL, PLAIN, "main_procurement_category: services", "published: 2026-06-01", f"value: {value}")
    assert holds(case, "covered") is covered


CATERING = 'classification: {scheme: CPV, id: "55524000"}'


def test_school_catering_is_a_light_touch_service():
    case = tender(COUNCIL, CATERING, "published: 2026-06-01", "value: {amount: 700000, currency: GBP}")
    assert [holds(case, one) for one in ("light-touch", "covered", "exempt-from-standstill", "school")] == [
        True,
        True,
        True,
        False,
    ]
    assert shortest(case, "tendering-period")[0] == ("1", 0)
    below = tender(COUNCIL, CATERING, "published: 2026-06-01", "value: {amount: 550000, currency: GBP}")
    assert holds(below, "covered") is False


@pytest.mark.parametrize(
    ("fields", "light"),
    [
        # Agency staff stand in Table 2, which counts for defence alone; nursing staff stand in Table 1.
        ((TRUST, 'classification: {id: "79620000"}'), False),
        ((TRUST, 'classification: {id: "79620000"}', "regime: {defence: true}"), True),
        ((TRUST, 'classification: {id: "79624000"}', "law: [uk-pa2023]"), True),
        # All 67 health services are light touch services as well: the code alone does not decide.
        ((TRUST, 'classification: {id: "85100000"}'), None),
        ((TRUST, 'classification: {id: "85100000"}', "law: [uk-pa2023]"), True),
        ((COUNCIL, 'classification: {id: "45000000"}'), False),
        ((COUNCIL,), None),
    ],
)
def test_which_services_are_light_touch(fields, light):
    assert holds(tender(*fields), "light-touch") is light


@pytest.mark.parametrize(
    ("fields", "exempt"),
    [
        ((PLAIN, "procurement_method: open"), False),
        ((PLAIN, "procurement_method: selective"), False),
        (("regime: {light_touch: true}",), True),
        (("regime: {light_touch: false, call_off_of: RM1}",), True),
        (("regime: {light_touch: false, dynamic_market: true}",), True),
        ((PLAIN, "direct_award: {ground: Sch 5 para 13}"), True),
        ((PLAIN, "direct_award: {ground: extreme and unavoidable urgency}"), True),
        ((PLAIN, "direct_award: {ground: section 42 regulations}"), True),
        ((PLAIN, "direct_award: {ground: Sch 5 para 5 (exclusive rights)}"), False),
        ((PLAIN, "direct_award: {explanation: only one can}"), None),
        ((), None),
    ],
)
def test_which_contracts_have_no_mandatory_standstill(fields, exempt):
    assert holds(tender(COUNCIL, *fields), "exempt-from-standstill") is exempt


def test_a_private_utility_that_awards_directly_has_no_mandatory_standstill():
    fields = ("buyer: {kind: private utility, country: GB-ENG}", PLAIN, "direct_award: {ground: Sch 5 para 6}")
    assert holds(tender(*fields), "exempt-from-standstill") is True


@pytest.mark.parametrize(
    ("ground", "paragraph"),
    [
        ("Sch 5 para 13", "13"), ("Schedule 5, paragraph 14", "13"), ("Sch 5(8)", "8"), ("para 12", "11"),
        ("s.43", "s.43"), ("section 42", "s.42"), ("switching to direct award", "s.43"),
        ("only this firm holds the exclusive rights", "5"), ("absence of competition for technical reasons", "6"),
        ("user choice", "15"), ("they know us well", ""), ("paragraph 99", "99"),
    ],
)  # fmt: skip
def test_the_ground_of_a_direct_award(ground, paragraph):
    from fairaudit.law.ukaward import ground_of

    assert ground_of(tender(f'direct_award: {{ground: "{ground}"}}')) == paragraph


@pytest.mark.parametrize(
    ("fields", "regulated"),
    [
        ((COUNCIL, "regime: {above_threshold: false, light_touch: false}"), True),
        ((COUNCIL, "regime: {above_threshold: true}"), False),
        # Part 6 does not apply to schools; a council that buys for schools is none.
        (("buyer: {kind: academy trust, country: GB-ENG}", "regime: {above_threshold: false}"), False),
        (("buyer: {kind: local authority, country: GB-NIR}", "regime: {above_threshold: false}"), None),
        (("buyer: {kind: local authority}", "regime: {above_threshold: false, devolved: northern ireland}"), False),
        ((COUNCIL, "regime: {above_threshold: false, concession: true}"), False),
    ],
)
def test_what_is_regulated_below_the_threshold(fields, regulated):
    assert holds(tender(*fields), "regulated-below-threshold") is regulated


def test_a_call_off_under_an_older_framework_is_not_under_the_act():
    terms = Terms(PACK, "the Act", ("GB-ENG",), date(2025, 2, 24), None, ("begun-under-the-act",))
    older = tender(COUNCIL, "published: 2026-06-01", "regime: {call_off_of: RM1, framework_begun: 2024-05-01}")
    newer = tender(COUNCIL, "published: 2026-06-01", "regime: {call_off_of: RM1, framework_begun: 2025-05-01}")
    assert [standing(one, terms).holds for one in (older, newer)] == [False, True]
    assert standing(older, terms).because == (
        "the procurement began on 1 May 2024; the Act governs those begun from 24 February 2025 on"
    )


@pytest.mark.parametrize(
    ("period", "event", "last"),
    [
        ("standstill", "2026-06-02", "2026-06-11"),
        ("standstill", "2026-11-25", "2026-12-07"),
        # Christmas and New Year, with the second of January in Scotland.
        ("standstill", "2026-12-21", "2027-01-05"),
        ("change-standstill", "2026-06-02", "2026-06-11"),
        ("details-notice", "2026-06-01", "2026-06-30"),
        ("details-notice-light-touch", "2026-06-01", "2026-09-28"),
        ("contract-copy", "2026-06-01", "2026-08-29"),
        ("contract-copy-light-touch", "2026-06-01", "2026-11-27"),
        ("modification-copy", "2026-06-01", "2026-08-29"),
        ("exclusion-report", "2026-06-01", "2026-06-30"),
        ("claim", "2026-06-01", "2026-06-30"),
        ("claim-with-leave", "2026-06-01", "2026-08-31"),
        ("set-aside", "2026-06-01", "2026-11-30"),
        ("repeat-award", "2021-06-01", "2026-05-31"),
        ("comparable-contract", "2023-06-01", "2026-05-31"),
        ("records", "2026-06-01", "2029-05-31"),
    ],
)
def test_the_periods_of_the_act(period, event, last):
    one = TABLES.period(period)
    counted = count_from(date.fromisoformat(event), one.counting, calendar_named(one.calendars[0]))
    assert counted.last.isoformat() == last


def due(case):
    return {(one.who, one.what): one.day.isoformat() for one in dates_of(case, TABLES)}


NOTICED = """
awards: [{id: A1, date: 2026-11-20, entered_into: 2026-12-08}]
evaluation: {summaries: [{bid: B1, sent: 2026-11-25}]}
bids: [{id: B1, bidder: Alder}]
"""


def test_the_dates_the_act_sets():
    case = tender(
        COUNCIL, "regime: {above_threshold: true, light_touch: false}", "procurement_method: open", ELECTRONIC,
        "published: 2026-06-01", "documents_available: 2026-06-01", "value: {amount: 6000000, currency: GBP}",
        "planned_notice: {published: 2026-04-01}", "notices: [{kind: UK6, published: 2026-11-25}]",
        rest=NOTICED,
    )  # fmt: skip
    assert due(case) == {
        ("officer", "Last day to prepare the conflicts assessment"): "2026-06-01",
        # Only if the market was engaged, of which the case says nothing.
        ("officer", "Last day to publish the market engagement notice"): "2026-06-01",
        ("officer", "First day for a tender notice that shortens the time to tender"): "2026-05-11",
        ("officer", "Earliest lawful deadline for tenders"): "2026-06-11",
        ("bidder", "Last day to issue a claim about the tender documents"): "2026-06-30",
        ("officer", "Last day to give every supplier with an assessed tender its assessment summary"): "2026-11-25",
        ("everybody", "Mandatory standstill begins"): "2026-11-25",
        ("everybody", "Standstill ends at midnight"): "2026-12-07",
        ("officer", "First day on which the contract may be entered into"): "2026-12-08",
        ("bidder", "Last day to issue a claim that holds up the contract"): "2026-12-07",
        ("bidder", "Last day to issue a claim about the assessment"): "2026-12-24",
        ("bidder", "Last day on which a court may still allow a claim about the assessment"): "2027-02-24",
        ("officer", "Last day to publish the contract details notice"): "2027-01-06",
        ("officer", "Last day to publish a copy of the contract"): "2027-03-07",
        ("bidder", "Last day to issue a claim to set the contract aside where no contract details notice was published"): "2027-06-07",
        ("officer", "Records must be kept until the end of"): "2029-12-07",
    }  # fmt: skip


def test_without_a_planned_notice_the_notice_of_1_june_2026_allows_26_june():
    case = tender(
        COUNCIL, "regime: {above_threshold: true, light_touch: false}", "procurement_method: open", ELECTRONIC,
        "published: 2026-06-01", "documents_available: 2026-06-01",
    )  # fmt: skip
    assert due(case)[("officer", "Earliest lawful deadline for tenders")] == "2026-06-26"


def test_a_light_touch_contract_has_no_earliest_deadline_and_no_mandatory_standstill():
    case = tender(
        COUNCIL, CATERING, "regime: {above_threshold: true}", "procurement_method: open", "published: 2026-06-01",
        "documents_available: 2026-06-01", "notices: [{kind: UK6, published: 2026-11-25}]", rest=NOTICED,
    )  # fmt: skip
    found = due(case)
    assert found[("officer", "Last day to publish the contract details notice")] == "2027-04-06"
    assert found[("officer", "First day on which a voluntary standstill may end")] == "2026-12-07"
    assert [what for _, what in found if "earliest lawful" in what.lower() or "mandatory" in what.lower()] == []


def test_every_last_day_for_a_claim_says_that_a_letter_does_not_stop_the_time():
    rows = [one for one in TABLES.dates() if one.who == "bidder" and "issue a claim about" in one.what]
    assert len(rows) == 4
    assert all(one.note and "a letter or a register entry does not stop this time" in one.note for one in rows)
