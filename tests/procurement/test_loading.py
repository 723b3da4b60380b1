"""Documents into cases: names, shorthands, placeholders, times; every fault located, all at once."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest

from fairaudit.procurement.clock import Clock
from fairaudit.procurement.loading.loading import ModelError, load_case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.times.spans import days_from
from fairaudit.sources.files import read_bytes
from tests.conftest import case_of


def faults(text, name="tender.yaml"):
    with pytest.raises(ModelError) as error:
        case_of(text, name)
    return [str(one) for one in error.value.faults]


def test_every_fault_is_located_and_none_hides_another():
    assert faults(
        """tender:
  tittle: x
  published: 2026-13-01
  value: {amount: about 2m, currency: GBP}
  lots: {id: "1"}
  status: open
  award_criteria:
    - {id: Q1, weight: 60%, children: [{id: Q1a, weight: ten}]}
  selection_criteria:
    - {kind: turnover, minimum: lots}
    - {kind: references, minimum: 2.5}
    - {kind: whatever, minimum: a lot, colour: red}
bids: none
biddders: []
"""
    ) == [
        "tender.yaml:2:3: tender has no field `tittle`; did you mean `title`?",
        'tender.yaml:3:14: tender.published: names a day that does not exist: "2026-13-01"',
        'tender.yaml:4:19: tender.value.amount: should be a number such as 2400000 or 12.5, found "about 2m"',
        "tender.yaml:5:3: tender.lots: should be a list: put `- ` before each item, or brackets around it",
        "tender.yaml:6:11: tender.status: should be one of `template`, `draft`, `planned`, `active`, `cancelled`, "
        "`unsuccessful`, `complete`, `withdrawn`",
        'tender.yaml:8:24: tender.award_criteria[0].weight: should be a number such as 2400000 or 12.5, found "60%"',
        "tender.yaml:8:58: tender.award_criteria[0].children[0].weight: should be a number such as 2400000 or 12.5, "
        'found "ten"',
        "tender.yaml:10:33: tender.selection_criteria[0].minimum.amount: should be a number such as 2400000 or 12.5, "
        'found "lots"',
        'tender.yaml:11:35: tender.selection_criteria[1].minimum: should be a whole number, found "2.5"',
        'tender.yaml:12:14: tender.selection_criteria[2].kind: names no known kind of condition: "whatever"; known are '
        "`turnover`, `insurance`, `capital`, `references`, `experience`, `certificate`, `staff`, `accounts`, `location`, "
        "`permission`, `prior-contract`, `economic` and others; write `other` if none fits",
        "tender.yaml:12:40: tender.selection_criteria[2] has no field `colour`; fields of your own start with `x_`",
        "tender.yaml:13:7: bids: should be a list: put `- ` before each item, or brackets around it",
        "tender.yaml:14:1: a case has no section `biddders`; did you mean `bids`?",
    ]


def test_a_text_that_does_not_fit_is_reported_wherever_it_stands():
    bid = "{{id: {id}, bidder: F, status: valid, value: {{amount: much}}}}"
    message = 'should be a number such as 2400000 or 12.5, found "much"'
    assert faults(f"bids:\n  - {bid.format(id='B1')}\n  - {bid.format(id='B2')}\n") == [
        f"tender.yaml:2:56: bids[0].value.amount: {message}",
        f"tender.yaml:3:56: bids[1].value.amount: {message}",
    ]


def test_yaml_and_json_of_one_tender_make_equal_models():
    text = """tender:
  id: "01"
  value: {amount: 2400000.50, currency: GBP}
  tenderPeriod: {startDate: 2026-03-02T09:00, endDate: 2026-03-30T12:00+01:00}
  submission: {electronic: true}
  award_criteria: [{id: Q1, weight: 60, scale: {minimum: 0, maximum: 5, descriptors: {0: none, 5: all}}}]
bids: []
"""
    as_json = {
        "tender": {
            "id": "01",
            "value": {"amount": Decimal("2400000.50"), "currency": "GBP"},
            "tender_period": {"start_date": "2026-03-02T09:00", "endDate": "2026-03-30T12:00+01:00"},
            "submission": {"electronic": True},
            "awardCriteria": [
                {
                    "id": "Q1",
                    "weight": 60,
                    "scale": {"minimum": 0, "maximum": 5, "descriptors": {"0": "none", "5": "all"}},
                }
            ],
        },
        "bids": [],
    }
    written = json.dumps(as_json, default=float)
    assert case_of(text).procurement == case_of(written, "tender.json").procurement


def test_every_part_knows_its_path():
    case = case_of("tender: {award_criteria: [{id: Q, children: [{id: Q1}]}], lots: [{id: '1', value: {amount: 5}}]}")
    child = case.tender.award_criteria[0].children[0]
    assert text_of(child.field("weight").path) == "tender.award_criteria[0].children[0].weight"
    assert text_of(case.tender.lots[0].value.path) == "tender.lots[0].value"


def test_a_bare_amount_takes_the_currency_beside_it():
    case = case_of("tender: {selection_criteria: [{kind: turnover, minimum: 6000000, currency: GBP}]}")
    money = case.tender.selection_criteria[0].minimum
    assert (money.amount, money.currency) == (Decimal(6000000), "GBP")
    assert case.places[("tender", "selection_criteria", 0, "minimum")] == (0, (1, 57, 1, 64))


def test_placeholders_are_absent_and_recorded():
    case = case_of('tender: {title: "{{ title }}", id: <id>, description: TBC, drafters: ["[insert name]", ada]}')
    assert (case.tender.title, case.tender.id, case.tender.description) == (None, None, None)
    assert case.tender.drafters == ("ada",)
    assert [(text_of(one.path), one.text) for one in case.placeholders] == [
        ("tender.description", "TBC"),
        ("tender.drafters[0]", "[insert name]"),
        ("tender.id", "<id>"),
        ("tender.title", "{{ title }}"),
    ]


def test_a_list_not_given_is_unknown_and_an_empty_one_says_there_are_none():
    case = case_of("tender: {}\nbids: []\ncomplete: [declarations, tender.disclosures]")
    assert case.procurement.bids == ()
    assert case.procurement.events is None
    assert (case.gives("bids"), case.gives("events")) == (True, False)
    assert case.holds_all("declarations")
    assert case.holds_all("tender.disclosures[0].kind")
    assert not case.holds_all("tender")
    assert not case.holds_all("bids")


def test_a_list_named_complete_and_not_given_holds_nothing():
    case = case_of("tender: {id: X}\ncomplete: [declarations, tender.disclosures, evaluation.individual, evaluation]")
    assert (case.procurement.declarations, case.tender.disclosures) == ((), ())
    assert case.places[("declarations",)] == (0, (2, 12, 2, 24))
    # A group that is not there stays so: a list in it says nothing about the rest of it.
    assert case.procurement.evaluation is None
    given = case_of("events: [{kind: contact}]\ntender: {notices: '{{notices}}'}\ncomplete: [events, notices]")
    assert (len(given.events), given.tender.notices) == (1, None)


def test_complete_is_settled_where_several_files_meet():
    head = read_bytes(b"complete: [bids, events]", "case.yaml")
    case = load_case((*head, *read_bytes(b"bids: [{id: B1}]", "bids.yaml")))
    assert ([one.id for one in case.bids], case.procurement.events) == (["B1"], ())


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("bids", "bids"),
        ("tender", "tender"),
        ("disclosures", "tender.disclosures"),
        ("tender.notices", "tender.notices"),
        ("awardCriteria", "tender.award_criteria"),
        ("individual", "evaluation.individual"),
        ("evaluation.consensus", "evaluation.consensus"),
        ("tender.terms.clauses", "tender.terms.clauses"),
        ("conflictsAssessment", "conflicts_assessment"),
        ("x_archive", "x_archive"),
    ],
)
def test_complete_names_sections_and_lists_by_path_or_by_a_name_only_one_has(written, path):
    assert case_of(f"complete: [{written}]").procurement.complete == (path,)


def test_what_complete_cannot_name_is_a_located_fault():
    assert faults(
        "complete:\n  - bidz\n  - nonsense\n  - zzzz\n  - tender.title\n  - bids.defects\n  - identifiers\n  - [bids]"
    ) == [
        'tender.yaml:2:5: complete[0]: names no section or list of a case: "bidz"; did you mean `bids`?',
        'tender.yaml:3:5: complete[1]: names no section or list of a case: "nonsense"; did you mean `consensus`?',
        'tender.yaml:4:5: complete[2]: names no section or list of a case: "zzzz"; write a section such as `bids`, or '
        "`tender.notices`",
        'tender.yaml:5:5: complete[3]: names no section or list of a case: "tender.title"; did you mean `tender.notices`?',
        'tender.yaml:6:5: complete[4]: names no section or list of a case: "bids.defects"; it stands in the items of `bids`: '
        "name that",
        "tender.yaml:8:5: complete[6]: should be a text, found a list",
    ]


def test_what_no_change_can_be_about_is_a_located_fault_and_the_others_keep_their_places():
    changes = "tender:\n  amendments:\n    - changes: [deadline, blorp]\n    - changes: [[x], specifcation]"
    known = (
        "`abandoned`, `additional_classifications`, `agreed_period`, `aims`, `amendments`, `award_criteria`, "
        "`award_method`, `award_period`, `awards`, `bids`, `buyer`, `classification` and others; write `other` if none fits"
    )
    assert faults(changes) == [
        f'tender.yaml:3:27: tender.amendments[0].changes[1]: names no known kind of changed field: "blorp"; known are {known}',
        "tender.yaml:4:17: tender.amendments[1].changes[0]: should be a text, found a list",
        'tender.yaml:4:22: tender.amendments[1].changes[1]: names no known kind of changed field: "specifcation"; did you mean '
        f"`specification`? known are {known}",
    ]


@pytest.mark.parametrize(
    ("when", "trouble"),
    [
        ("2026-10-25T01:30", "happens twice"),
        ("2026-03-29T01:30", "does not exist"),
    ],
)
def test_an_hour_of_a_clock_change_is_named_and_means_either_of_two_instants(when, trouble):
    case = case_of(f"tender: {{buyer: {{country: GB}}, published: {when}}}")
    assert [(one.path, one.text, one.reason) for one in case.unreadable] == [
        (
            ("tender", "published"),
            when,
            f"{when} {trouble} in Europe/London, where the clocks change; write its offset, such as {when}+01:00; "
            "it is read as either of the two",
        )
    ]
    low, high = case.clock.bounds(case.tender.published)
    assert (high - low, low.isoformat()[-14:]) == (timedelta(hours=1), "00:30:00+00:00")
    assert case.clock.exact(case.tender.published) is None


@pytest.mark.parametrize(
    ("zone", "when", "offset"),
    [("Australia/Lord_Howe", "2026-04-05T01:45", "+11:00"), ("America/New_York", "2026-11-01T01:30", "-04:00")],
)
def test_the_offset_that_is_suggested_is_one_of_that_zone(zone, when, offset):
    [listed] = case_of(f"tender: {{time_zone: {zone}, published: {when}}}").unreadable
    assert f"write its offset, such as {when}{offset};" in listed.reason


def test_times_without_offset_are_the_buyers():
    case = case_of(
        "tender: {buyer: {country: GB-ENG}, tender_period: {start_date: 2026-07-01, end_date: 2026-07-01T10:00Z}}"
    )
    period = case.tender.tender_period
    assert case.clock.gap(period.start_date, period.end_date) == timedelta(hours=11)


def test_without_a_zone_only_what_every_zone_agrees_on_is_said():
    case = case_of(
        "tender: {published: 2026-07-01, tender_period: {start_date: 2026-07-01T12:00Z, end_date: 2026-07-05T12:00Z}}"
    )
    tender = case.tender
    assert case.clock.before(tender.published, tender.tender_period.start_date) is None
    assert case.clock.before(tender.published, tender.tender_period.end_date) is True


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-07-01T12:00-05:00", "2026-08-01T17:00-05:00", 31),
        ("2026-10-20T23:30+02:00", "2026-11-10T00:30+01:00", 21),
        ("2026-07-01T12:00Z", "2026-07-31T12:00Z", 30),
        ("2026-07-01T12:00Z", "2026-07-31T17:00Z", None),
        ("2026-07-01", "2026-07-31T23:00-03:00", 30),
    ],
)
def test_days_are_counted_without_a_zone_where_offsets_tell_the_wall_clock(start, end, days):
    period = case_of(f"tender: {{tender_period: {{start_date: {start}, end_date: {end}}}}}").tender.tender_period
    found = days_from(Clock(), period.start_date, period.end_date)
    assert (found if isinstance(found, int) else None) == days


def test_files_of_one_case_meet_and_disagreement_names_both_places():
    head = read_bytes(b"tender: {id: X, lots: [{id: '1', title: a}]}", "tender.yaml")
    more = read_bytes(b"tender: {lots: [{id: '1', value: {amount: 5}}, {id: '2'}]}\nbids: [{id: B1}]", "bids.yaml")
    case = load_case((*head, *more))
    assert [(one.id, one.title) for one in case.tender.lots] == [("1", "a"), ("2", None)]
    assert case.tender.lots[0].value.amount == 5
    assert case.places[("bids", 0, "id")][0] == 1
    other = read_bytes(b"tender:\n  id: Y", "other.yaml")
    with pytest.raises(ModelError) as error:
        load_case((*head, *other))
    assert str(error.value) == (
        "other.yaml:2:7: tender.id: is given differently in tender.yaml:1:14; keep the right one and delete the other"
    )


def test_fields_of_ones_own_are_listed_as_not_read():
    assert case_of("tender: {x_colour: red}").not_read == ("tender.yaml: tender.x_colour",)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("tender: {value: {amount: -5}}", '1:26: tender.value.amount: should be zero or more, found "-5"'),
        ("tender: {lots: [{value: -5}]}", '1:25: tender.lots[0].value.amount: should be zero or more, found "-5"'),
        ("tender: {terms: {bid_security: -1}}", '1:32: tender.terms.bid_security.amount: should be zero or more, found "-1"'),
        (
            "tender: {selection_criteria: [{kind: turnover, minimum: -6, currency: GBP}]}",
            '1:57: tender.selection_criteria[0].minimum.amount: should be zero or more, found "-6"',
        ),
        (
            "tender: {selection_criteria: [{kind: references, years: -3}]}",
            '1:57: tender.selection_criteria[0].years: should be zero or more, found "-3"',
        ),
        ("tender: {terms: {payment_days: -30}}", '1:32: tender.terms.payment_days: should be zero or more, found "-30"'),
        (
            "tender: {award_criteria: [{scale: {minimum: 5, maximum: 0}}]}",
            "1:57: tender.award_criteria[0].scale.maximum: should be more than the minimum, 5",
        ),
        (
            "tender: {award_criteria: [{scale: {maximum: 5, step: 0}}]}",
            '1:54: tender.award_criteria[0].scale.step: should be more than zero, found "0"',
        ),
        (
            "tender: {award_criteria: [{formula: {rounding: {places: 13}}}]}",
            "1:57: tender.award_criteria[0].formula.rounding.places: should be a number of decimal places from 0 to 12, "
            'found "13"',
        ),
        (
            "tender: {award_criteria: [{formula: {rounding: {places: 1000000000}}}]}",
            "1:57: tender.award_criteria[0].formula.rounding.places: should be a number of decimal places from 0 to 12, "
            'found "1000000000"',
        ),
        (
            "parties: [{owners: [{share: 120}]}]",
            '1:29: parties[0].owners[0].share: should be a share in per cent, from 0 to 100, found "120"',
        ),
    ],
)  # fmt: skip
def test_what_can_never_be_meant_is_a_located_fault(text, fault):
    assert faults(text) == [f"tender.yaml:{fault}"]


def test_what_is_odd_and_may_be_meant_is_read():
    case = case_of(
        "tender: {value: {amount: 0}, contract_period: {start_date: 2026-09-01, end_date: 2025-09-01}}\n"
        "bids: [{value: {amount: -5, currency: GBP}}]\nevaluation: {ranking: [{rank: 0}]}"
    )
    assert (case.tender.value.amount, case.bids[0].value.amount) == (0, -5)


def test_what_can_never_be_meant_is_absent_and_listed_in_a_foreign_format():
    release = {"ocid": "o", "tag": ["tender"], "tender": {"title": "T", "value": {"amount": -5, "currency": "GBP"}}}
    case = case_of(json.dumps(release), "release.json")
    assert (case.tender.value.amount, case.tender.value.currency) == (None, "GBP")
    assert [(text_of(one.path), one.reason) for one in case.unreadable] == [
        ("tender.value.amount", 'should be zero or more, found "-5"')
    ]


def test_a_number_far_below_one_is_read_as_programs_write_it():
    case = case_of("evaluation: {totals: [{bid: 1e-5, total: 9.3e-05}]}", "tender.yaml")
    total = (case.evaluation.totals or ())[0]
    assert (total.bid, str(total.total)) == ("1e-5", "0.000093")


@pytest.mark.parametrize("text", ["9.3e5", "9.3e+05", "1e-11", "e-05", "1e-5x"])
def test_other_exponents_are_no_number(text):
    assert "should be a number" in faults(f"evaluation: {{totals: [{{bid: B1, total: {text}}}]}}")[0]


def test_a_field_that_is_not_known_names_those_of_a_short_group():
    """Where nothing is alike, nobody can guess what is called otherwise here."""
    [fault] = faults("declarations: [{person: e1, nil: true}]\n")
    assert fault == (
        "tender.yaml:1:29: declarations[0] has no field `nil`; its fields are `id`, `person`, `date`, `signed`, `role_at`, "
        "`covers`, `interests`, `mitigation` and `recused_from`; fields of your own start with `x_`"
    )
