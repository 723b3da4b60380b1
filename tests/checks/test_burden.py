"""What taking part costs a newcomer and whoever does the work today: rows, sums a lot, what is held, what is not known."""

from functools import cache
from pathlib import Path

import pytest

from fairaudit.checks.bidders.costs.table import Sheet
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from tests.checks.scoring_case import case_of
from tests.work import grown

FILE = Path(__file__).parents[2] / "rules" / "barriers" / "burden-of-taking-part.yaml"


@cache
def rule():
    return load_rules([FILE], "barriers", "rules/barriers")[0]


def sheet(**tender):
    tender = {"selection_criteria": [], "award_criteria": []} | tender
    found = judge(case_of({"tender": tender}), rule(), "tender")
    assert found.outcome != "error", found.reason
    (table,) = found.tables
    assert isinstance(table, Sheet)
    return table


def spent(cost):
    if cost is None:
        return None
    return tuple(one if one is None else format(one.normalize(), "f") for one in cost[:2])


def rows(table):
    return {
        (one.item.what, one.item.which): (spent(one.newcomer), spent(one.incumbent), one.note) for one in table.rows
    }


def summed(total):
    money = {one.currency: format(one.amount.normalize(), "f") for one in total.money}
    return (format(total.days.normalize(), "f"), money, total.unknown_days, total.unknown_money)


SAYS, WORK, GIVES = "the case says that it has this", "its work today is one of these", "it gives this itself"
BUYER = {"name": "Northvale Health Board"}
POUNDS = {"amount": 400000, "currency": "GBP"}


def test_what_the_present_provider_has_costs_it_nothing_only_where_the_case_says_so():
    asked = [
        {"id": "S1", "kind": "references", "minimum": 3, "client": "Northvale Health Board"},
        {"id": "S2", "kind": "references", "minimum": 3},
        {"id": "S3", "kind": "certificate", "standards": ["ISO 9001", "ISO 14001"]},
        {"id": "S4", "kind": "permission", "issued_by": "Halden Eye Care"},
        {"id": "S5", "kind": "prior-contract", "client": "the buyer"},
        {"id": "S6", "kind": "other", "name": "Safeguarding policy"},
    ]
    bare = sheet(buyer=BUYER, value=POUNDS, incumbents=[{"name": "Halden Eye Care"}], selection_criteria=asked)
    assert rows(bare) == {
        ("references", "S1"): (("3", "0"), ("2", "0"), WORK),
        ("references", "S2"): (("3", "0"), ("3", "0"), ""),
        ("certificates", "ISO 9001"): (("5", "2000"), ("5", "2000"), ""),
        ("certificates", "ISO 14001"): (("5", "2000"), ("5", "2000"), ""),
        ("permissions", "S4"): (("5", None), ("0", "0"), GIVES),
        ("other conditions", "S5"): (("0.5", "0"), ("0", "0"), WORK),
        ("other conditions", "S6 Safeguarding policy"): (("0.5", "0"), ("0.5", "0"), ""),
    }
    holds = ["s2", "iso 9001", "Safeguarding Policy"]
    held = sheet(buyer=BUYER, value=POUNDS, incumbents=[{"name": "Halden", "holds": holds}], selection_criteria=asked)
    assert {key for key, (_, _, note) in rows(held).items() if note == SAYS} == {
        ("references", "S2"),
        ("certificates", "ISO 9001"),
        ("other conditions", "S6 Safeguarding policy"),
    }
    assert all(cost == ("0", "0") for key, (_, cost, note) in rows(held).items() if note == SAYS)


@pytest.mark.parametrize(
    ("tender", "what", "newcomer"),
    [
        ({"selection_criteria": [{"id": "S1", "kind": "insurance"}]}, ("insurance", "S1"), ("0.5", None)),
        ({"selection_criteria": [{"id": "S1", "kind": "accounts", "audited": True}]}, ("accounts", "S1"), ("1", None)),
        ({"selection_criteria": [{"id": "S1", "kind": "accounts"}]}, ("accounts", "S1"), ("1", "0")),
        ({"selection_criteria": [{"id": "S1", "kind": "permission"}]}, ("permissions", "S1"), ("5", None)),
        ({"permissions": [{"id": "L1", "text": "Letter"}]}, ("permissions", "L1"), ("5", None)),
        ({"terms": {"bid_security": {"currency": "GBP"}}}, ("the bid security", ""), ("0", None)),
        ({"terms": {"performance_bond": POUNDS}}, ("the bond", ""), ("0", "8000")),
        ({"terms": {"participation_fee": {"amount": 50, "currency": "GBP"}}}, ("the fee", ""), ("0", "50")),
        (
            {"terms": {"insurance": [{"name": "Cover", "minimum": POUNDS, "evidence_when": "with the tender"}]}},
            ("insurance", "Cover"),
            ("0.5", "800"),
        ),
        (
            {
                "terms": {
                    "participation_fee": {"amount": 50, "currency": "GBP"},
                    "insurance": [{"minimum": POUNDS, "required_by": "contract start"}, {"minimum": POUNDS}],
                }
            },
            ("the fee", ""),
            ("0", "50"),
        ),
        ({"site_visits": [{"mandatory": True}, {"mandatory": True}]}, ("site visits", ""), ("1", None)),
        ({"award_criteria": [{"id": "Q1", "weight": 5}, {"id": "Q2", "weight": 5}]}, ("answers", ""), ("4", "0")),
        (
            {"specification": [{"mandatory": True, "text": "Bidders must provide two samples of each frame."}]},
            ("samples", "provide two samples"),
            (None, None),
        ),
        (
            {"specification": [{"mandatory": True, "text": "The provider shall keep to the mobilisation plan."}]},
            ("mobilisation", "mobilisation plan"),
            (None, None),
        ),
        (
            {
                "incumbents": [{"name": "Halden Eye Care", "products": ["OptiLink"]}],
                "specification": [{"mandatory": True, "text": "Each visit must be recorded in OptiLink."}],
            },
            ("products of the present provider", "recorded in OptiLink"),
            (None, None),
        ),
    ],
)
def test_each_requirement_has_a_row_and_what_is_not_known_is_never_nothing(tender, what, newcomer):
    found = rows(sheet(**({"incumbents": []} | tender)))
    assert {key: cost for key, (cost, _, _) in found.items()} == {what: newcomer}


@pytest.mark.parametrize(
    "text",
    [
        "Each visit must be recorded in OptiLink or equivalent.",
        "Samples are not required.",
        "The provider shall replace OptiLink, which holds the records.",
        "Blood samples are sent to the laboratory.",
        "Reports shall be sent each month.",
    ],
)
def test_words_that_ask_for_none_of_it_make_no_row(text):
    clause = {"mandatory": True, "text": text}
    found = judge(
        case_of(
            {
                "tender": {
                    "incumbents": [{"products": ["OptiLink"]}],
                    "selection_criteria": [],
                    "award_criteria": [],
                    "specification": [clause],
                }
            }
        ),
        rule(),
        "tender",
    )
    assert [one.item.which for table in found.tables for one in table.rows] == []


def test_lists_that_are_not_given_and_texts_in_another_language_are_rows_too():
    case = {"tender": {"terms": {"participation_fee": {"amount": 50, "currency": "GBP"}}}}
    (table,) = judge(case_of(case), rule(), "tender").tables
    assert rows(table) == {
        ("the fee", ""): (("0", "50"), None, ""),
        ("conditions", "not given"): ((None, None), None, ""),
        ("award criteria", "not given"): ((None, None), None, ""),
    }
    foreign = sheet(
        language="nb",
        terms={"participation_fee": {"amount": 50, "currency": "NOK"}},
        specification=[{"text": "Tilbyderen skal levere prøver."}],
    )
    assert rows(foreign)["what only the texts ask for", "not read, not in English"] == ((None, None), None, "")


def test_sums_go_by_lot_and_once_for_all_lots_together():
    table = sheet(
        buyer=BUYER,
        incumbents=[{"name": "Halden", "lots": ["1"], "holds": ["S1", "S3"]}, {"name": "Brackwater", "holds": ["S2"]}],
        lots=[{"id": "1", "value": {"amount": 100000, "currency": "GBP"}}, {"id": "2"}],
        selection_criteria=[
            {"id": "S1", "kind": "references", "minimum": 4},
            {"id": "S2", "kind": "certificate", "standards": ["ISO 9001"], "lots": ["2"]},
            {"id": "S3", "kind": "permission", "lots": ["1"]},
            {"id": "S4", "kind": "references", "minimum": 2, "client": "Northvale Health Board"},
        ],
        terms={"participation_fee": {"amount": 300, "currency": "EUR"}},
    )
    first, second, whole = table.sums
    assert (first.lot, second.lot, whole.lot) == ("1", "2", None)
    assert summed(first.newcomer) == ("11", {"EUR": "300"}, 0, 1)
    assert summed(first.incumbent) == ("1", {"EUR": "300"}, 0, 0)
    assert summed(second.newcomer) == ("11", {"EUR": "300", "GBP": "2000"}, 0, 0)
    assert summed(second.incumbent) == ("5", {"EUR": "300"}, 0, 0)
    assert summed(whole.newcomer) == ("16", {"EUR": "300", "GBP": "2000"}, 0, 1)
    assert summed(whole.incumbent) == ("1", {"EUR": "300"}, 0, 0)
    assert [one.share for one in table.sums] == [None, None, None]


def test_sums_of_lots_agree_with_rows_that_are_added_up_one_by_one():
    asked = [
        {"id": f"S{index}", "kind": kind, "minimum": 2, "client": client} | ({"lots": lots} if lots else {})
        for index, (kind, client, lots) in enumerate(
            [("references", "the buyer", None), ("references", None, ["1"]), ("references", "the buyer", ["1", "2"])]
            * 4
        )
    ]
    for serving in ([{"holds": ["S0", "S1", "S4"]}], [{"lots": ["1"], "holds": ["S2", "S3"]}, {"holds": ["S3", "S5"]}]):
        table = sheet(buyer=BUYER, incumbents=serving, lots=[{"id": "1"}, {"id": "2"}], selection_criteria=asked)
        for found in table.sums[:-1]:
            held = {name for one in serving if found.lot in one.get("lots", [found.lot]) for name in one["holds"]}
            mine = [one for one in table.rows if not one.item.lots or found.lot in one.item.lots]
            assert found.newcomer.days == sum(2 for _ in mine)
            assert found.incumbent.days == sum(0 if one.item.which in held else 2 - one.item.has for one in mine)


def test_the_share_is_of_the_value_in_its_currency():
    fee = {"participation_fee": {"amount": 1234, "currency": "GBP"}}
    assert str(sheet(value=POUNDS, terms=fee).sums[0].share) == "0.3"
    assert sheet(value={"amount": 400000, "currency": "EUR"}, terms=fee).sums[0].share is None
    assert sheet(value={"amount": 0, "currency": "GBP"}, terms=fee).sums[0].share is None


def test_whoever_bids_is_measured_alike_when_the_names_are_swapped():
    def made(one, other):
        table = sheet(
            incumbents=[{"name": one, "holds": ["S1"]}],
            selection_criteria=[
                {"id": "S1", "kind": "references", "minimum": 4},
                {"id": "S2", "kind": "permission", "issued_by": other},
            ],
        )
        return rows(table), summed(table.sums[0].newcomer), summed(table.sums[0].incumbent)

    assert made("Halden Eye Care", "Brackwater Ltd") == made("Brackwater Ltd", "Halden Eye Care")


def test_many_lots_and_many_requirements_take_no_more_work_than_their_sum():
    def made(count):
        case = case_of(
            {
                "tender": {
                    "incumbents": [{"lots": [str(one)], "holds": [f"S{one}"]} for one in range(count)],
                    "lots": [{"id": str(one)} for one in range(count)],
                    "selection_criteria": [
                        {"id": f"S{one}", "kind": "references", "minimum": 1} for one in range(count)
                    ],
                    "award_criteria": [],
                }
            }
        )
        return lambda: judge(case, rule(), "tender")

    few, many = grown(made, 50)
    assert many < 12 * few
