"""Criteria that OCDS gives for the tender, for lots and for groups of lots: each once, with the lots it is for."""

import json

from fairaudit import audit
from fairaudit.procurement.model.node import text_of
from tests.conftest import TODAY
from tests.sources.ocds_cases import case, release

QUALITY = {"id": "q", "type": "quality", "name": "Quality", "description": "60%"}
PRICE = {"id": "p", "type": "price", "name": "Price", "description": "40%"}


def award(*lots, criteria=(), groups=()):
    """The award criteria read from a tender: name, weight and lots of each."""
    tender = {"lots": [{"id": str(at + 1), **lot} for at, lot in enumerate(lots)], "lotGroups": list(groups)}
    read = case(release(tender={**tender, "awardCriteria": {"criteria": list(criteria)}}))
    return [(one.name, str(one.weight), one.lots) for one in read.tender.award_criteria], read


def own(*criteria):
    return {"awardCriteria": {"criteria": list(criteria)}}


FOR_ALL = [("Quality", "60", None), ("Price", "40", None)]


def test_what_every_lot_repeats_is_one_set():
    again = own({**PRICE, "id": "p2"}, {**QUALITY, "id": "q2"})
    assert award(again, again, criteria=[QUALITY, PRICE])[0] == FOR_ALL
    assert award({}, again, criteria=[QUALITY, PRICE])[0] == FOR_ALL
    assert award({}, criteria=[QUALITY, PRICE], groups=[{"id": "g", "relatedLots": ["1"], **again}])[0] == FOR_ALL
    for_first = [{**one, "relatedLots": ["1"]} for one in (QUALITY, PRICE)]
    assert award(again, {}, criteria=for_first)[0] == [("Quality", "60", ("1",)), ("Price", "40", ("1",))]


def test_what_a_lot_says_otherwise_is_its_own():
    more = {**QUALITY, "description": "70%"}
    less = {**PRICE, "description": "30%"}
    own_set = [("Quality", "70", ("1",)), ("Price", "30", ("1",))]
    for_second = [("Quality", "60", ("2",)), ("Price", "40", ("2",))]
    assert award(own(more, less), {}, criteria=[QUALITY, PRICE])[0] == for_second + own_set
    assert award(own(more, less), criteria=[QUALITY, PRICE])[0] == own_set
    assert award(own(more, PRICE), criteria=[QUALITY, PRICE])[0] == [own_set[0], ("Price", "40", ("1",))]
    first, second = [("Quality", "60", ("1",))], [("Quality", "60", ("2",))]
    assert award(own(QUALITY), own(QUALITY))[0] == first + second
    assert award({}, own(QUALITY), criteria=[{**QUALITY, "relatedLots": ["1"]}])[0] == first + second


def test_a_part_of_the_tenders_own_set_in_a_lot_is_said_once():
    assert award(own(QUALITY), criteria=[QUALITY, PRICE])[0] == FOR_ALL
    assert award(own(PRICE), own(QUALITY), criteria=[QUALITY, PRICE])[0] == FOR_ALL


def test_what_a_lot_adds_to_the_tenders_criteria_stands_beside_them():
    assert award(own(QUALITY), criteria=[PRICE])[0] == [("Price", "40", None), ("Quality", "60", ("1",))]
    halves = [{**PRICE, "description": "50%"}], {**QUALITY, "description": "50%"}
    assert award(own(halves[1]), criteria=halves[0])[0] == [("Price", "50", None), ("Quality", "50", ("1",))]
    unknown = {"type": "quality", "name": "Quality"}
    assert award(own(unknown), criteria=[PRICE])[0] == [("Price", "40", None), ("Quality", "None", ("1",))]


def test_criteria_in_other_words_for_each_lot_are_judged_lot_by_lot():
    """Sixty and forty of the tender, and sixty and forty of each lot, are a hundred each and not two hundred."""
    named = own({**QUALITY, "name": "Q"}, {**PRICE, "name": "P"})
    own_sets = [(name, weight, (lot,)) for lot in "12" for name, weight in (("Q", "60"), ("P", "40"))]
    found, read = award(named, named, criteria=[QUALITY, PRICE])
    assert found == own_sets
    assert [(one.text, one.reason) for one in read.unreadable] == [
        (one, "stands for no lot, since each lot states criteria of its own") for one in ("Quality", "Price")
    ]
    assert sums(named, named, criteria=[QUALITY, PRICE]) == []
    wrong = own({**QUALITY, "name": "Q"}, {**PRICE, "name": "P", "description": "50%"})
    assert sums(named, wrong, criteria=[QUALITY, PRICE]) == [
        "The weights of the award criteria for lot 2 add up to 110, not 100."
    ]


def sums(*lots, criteria):
    """What is said of weights that do not add up."""
    tender = {
        "lots": [{"id": str(at + 1), **lot} for at, lot in enumerate(lots)],
        "awardCriteria": {"criteria": criteria},
    }
    report = audit(case(release(tender=tender)), today=TODAY)
    verdicts = [one for each in report.cases for one in each.verdicts if one.rule == "weights-that-do-not-add-up"]
    return [one.message for verdict in verdicts for one in verdict.findings]


def test_the_lots_a_criterion_names_are_read_or_listed():
    named = {**QUALITY, "relatedLots": ["2"]}
    assert award({}, {}, criteria=[named, PRICE])[0] == [("Quality", "60", ("2",)), ("Price", "40", None)]
    assert award({}, own(named))[0] == [("Quality", "60", ("2",))]
    criteria, read = award(own(named), {})
    assert criteria == [("Quality", "60", ("1",))]
    assert [(text_of(one.path), one.text, one.reason) for one in read.unreadable] == [
        (
            "tender.award_criteria[0].lots",
            '["2"]',
            "names other lots than those it stands under, so only the latter count",
        )
    ]


def test_conditions_of_taking_part_have_the_lots_they_name():
    asked = {"title": "Turnover", "relatesTo": "tenderer", "relatedLots": ["2"], "requirementGroups": []}
    whole = {"name": "References", "description": "Two references", "relatedLots": ["1"]}
    read = case(release(tender={"criteria": [asked], "selectionCriteria": {"criteria": [whole]}}))
    assert [(one.kind, one.lots) for one in read.tender.selection_criteria] == [
        ("references", ("1",)),
        ("turnover", ("2",)),
    ]
    assert [(one.text, one.reason) for one in read.unreadable] == [
        ("Two references", "asks for references only in words; no number is read from a text"),
        ("Turnover", "asks for turnover only in words; no number is read from a text"),
    ]


def test_what_is_not_understood_is_listed_on_its_own_line(tmp_path):
    value = release(
        tender={"title": ["a"], "value": {"amount": "about 2m"}, "lots": [{"id": "1", "title": {"en": "b"}}, 7]}
    )
    value["tender"]["awardCriteria"] = {"criteria": [PRICE, {"name": "Quality", "description": "60% or so"}]}
    text = json.dumps(value, indent=1)
    (tmp_path / "notice.json").write_text(text)
    lines = text.split("\n")
    (read,) = audit(tmp_path / "notice.json", today=TODAY).cases
    assert {one.path: lines[one.line - 1].strip(" ,") for one in read.unreadable} == {
        "tender.title": '"title": [',
        "tender.value.amount": '"amount": "about 2m"',
        "tender.lots[0].title": '"title": {',
        "tender.lots": "7",
        "tender.award_criteria[1].weight": '"description": "60% or so"',
    }
