"""Which scores are compared: of one stage, in the contest, not of price, of their own lot, the right way round."""

import pytest

from fairaudit.checks.panels.sheets import agreed_sheets, missing, sheets
from fairaudit.checks.panels.tables import block_of, means_of, panel_totals, price_points_of, totals_of
from tests.checks.panels.cases import evaluation, heard, kinds, lacking, single, tables
from tests.checks.scoring_case import case_of

THREE = single([[3, 2, 4], [4, 2, 5], [3, 1, 4]])
NAMES = ("Ada Fenwick", "Ivo Brandt", "Perla Quist")
ALL_RULES = (
    "what-each-evaluator-gave", "severity-of-evaluators", "evaluator-departs-for-one-bid", "departs-and-decides",
    "agreement-of-the-panel", "sheets-that-are-alike", "best-or-worst-scores-for-one-bid", "moderation-changes-who-leads",
    "moderation-moves-one-bid-apart",
)  # fmt: skip


def sheet(sections):
    (found,) = sheets(case_of(sections))
    return found


def as_given(found):
    return {
        (found.people[person], found.bids[bid], found.questions[at].criterion.id): number / found.unit
        for (bid, at), cell in found.cells.items()
        for person, number in cell.items()
    }


def test_scores_are_shares_of_their_scale():
    found = sheet(evaluation(single([[1, 3], [5, 2]]), scale={"minimum": 1, "maximum": 5}))
    assert as_given(found) == {
        ("e1", "B1", "Q1"): 0, ("e1", "B2", "Q1"): 0.5, ("e2", "B1", "Q1"): 1, ("e2", "B2", "Q1"): 0.25,
    }  # fmt: skip


def test_where_the_lowest_is_best_the_scale_is_turned():
    low = evaluation(single([[1, 3], [5, 2]]), scale={"minimum": 1, "maximum": 5, "better": "lower"})
    assert as_given(sheet(low)) == {
        ("e1", "B1", "Q1"): 1, ("e1", "B2", "Q1"): 0.5, ("e2", "B1", "Q1"): 0, ("e2", "B2", "Q1"): 0.75,
    }  # fmt: skip


def test_a_score_off_its_scale_is_in_no_mean_and_no_rule_passes_beside_it():
    sections = evaluation(single([[3, 2, 4], [4, 2, 5], [3, 1, 4]]))
    sections["evaluation"]["individual"][0]["score"] = 7
    found = as_given(sheet(sections))
    assert (len(found), max(found.values())) == (8, 1)
    case = case_of(sections)
    reasons = [one.reason for one in missing(case.evaluation.node, case)]
    assert reasons == ["evaluation.individual[0].score is off its scale, and left out of every mean and test"]


def staged(*stages):
    sections = evaluation(single([[3, 2], [4, 1]]))
    first = sections["evaluation"]["individual"]
    sections["evaluation"]["individual"] = [
        {**one, "stage": stage, "score": one["score"] if at == 0 else 5}
        for at, stage in enumerate(stages)
        for one in first
    ]
    return sections


@pytest.mark.parametrize("stages", [("individual", "moderated"), ("Individual", "consensus"), ("initial", "moderated")])
def test_individual_and_moderated_scores_are_kept_apart(stages):
    found = sheet(staged(*stages))
    assert sorted(as_given(found).values()) == [0.2, 0.4, 0.6, 0.8]


def test_scores_of_one_other_stage_are_compared_and_of_two_are_not():
    assert len(sheet(staged("moderated")).scores) == 4
    assert sheets(case_of(staged("moderated", "revised"))) == ()


def test_a_cell_with_two_scores_that_differ_is_left_out_and_one_given_twice_counts_once():
    sections = evaluation(THREE)
    rows = sections["evaluation"]["individual"]
    rows += [{**rows[0], "score": 1}, dict(rows[1])]
    found = sheet(sections)
    assert ("e1", "B1", "Q1") not in as_given(found)
    assert as_given(found)["e1", "B2", "Q1"] == 0.4
    assert len(found.scores) == 8


def test_people_are_one_under_id_and_name():
    sections = evaluation(THREE, people=[{"id": "e1", "name": "Ada Alder"}])
    for one in sections["evaluation"]["individual"][1:3]:
        one["evaluator"] = "Ada Alder"
    found = sheet(sections)
    assert (found.people, len(found.scores)) == (("e3", "e1", "e2"), 9)


def test_price_and_bids_out_of_the_contest_are_left_out():
    sections = evaluation(THREE, (60,))
    sections["bids"][2]["status"] = "withdrawn"
    sections["tender"]["award_criteria"][1]["scale"] = {"maximum": 5}
    sections["evaluation"]["individual"].append({"evaluator": "e1", "bid": "B1", "criterion": "P", "score": 5})
    found = sheet(sections)
    assert (found.bids, [one.criterion.id for one in found.questions], len(found.scores)) == (("B1", "B2"), ["Q1"], 6)
    assert found.weights == (60,)


def test_lots_stand_apart():
    sections = evaluation(single([[3, 2, 4, 1]] * 3), lots=["N", "N", "S", "S"])
    found = sheets(case_of(sections))
    assert [(one.called, one.table_lot, one.bids) for one in found] == [
        ("lot N", "N", ("B1", "B2")),
        ("lot S", "S", ("B3", "B4")),
    ]
    assert [one for one in tables("what-each-evaluator-gave", sections) if one[0] == "raw-scores"] == [
        ("raw-scores", "N"),
        ("raw-scores", "S"),
    ]


def test_a_bid_whose_lot_is_not_given_is_named():
    sections = evaluation(THREE, lots=["N", "N", "S"])
    del sections["bids"][1]["lot"]
    assert lacking("agreement-of-the-panel", sections)[0] == "bids[1].lot"


@pytest.mark.parametrize("name", ALL_RULES)
def test_without_individual_scores_nothing_is_assessed(name):
    sections = evaluation(THREE, panel=[[3], [2], [4]])
    del sections["evaluation"]["individual"]
    alone = "For the contract the panel gave 3 scores; for 3 of them there is no individual score to compare with."
    said = [alone] if name == "what-each-evaluator-gave" else []
    assert heard(name, sections) == ("not-assessed", [], said)
    assert lacking(name, sections) == ["evaluation.individual"]


def raw(sections):
    """The rows of scores by lot, without the names of criteria."""
    found = tables("what-each-evaluator-gave", sections)
    return {lot: [row[1:] for row in rows] for (name, lot), (_, rows) in found.items() if name == "raw-scores"}


def test_scores_of_the_panel_are_listed_where_no_individual_one_stands_beside_them():
    sections = evaluation(single([[3, 2, None]]), panel=[[4], [None], [5]])
    sections["bids"] = [{"id": f"B{at}"} for at in (1, 2, 3)]
    beside = ("B1", "evaluator 1", "3", "4"), ("B2", "evaluator 1", "2", None), ("B3", None, None, "5")
    assert raw(sections) == {"": list(beside)}
    assert kinds("what-each-evaluator-gave", sections) == ["given", "panel-alone"]


def test_scores_of_the_panel_alone_stand_by_lot_each_once():
    sections = evaluation(single([[None] * 4]), panel=[[4], [3], [5], [2]], lots=["N", "N", "S", "S"])
    del sections["evaluation"]["individual"]
    sections["evaluation"]["consensus"].append({"bid": "B4", "criterion": "Q1", "score": 3})
    sections["bids"][1]["status"] = "excluded"
    assert raw(sections) == {"N": [("B1", None, None, "4")], "S": [("B3", None, None, "5")]}
    assert list(tables("what-each-evaluator-gave", sections)) == [
        ("raw-scores", "N"), ("scales", "N"), ("raw-scores", "S"), ("scales", "S"),
    ]  # fmt: skip


def test_scores_of_the_panel_alone_are_left_out_where_individual_ones_had_to_be_or_no_lot_is_known():
    sections = evaluation(THREE, panel=[[3], [2], [4]])
    del sections["tender"]["award_criteria"][0]["scale"]
    assert raw(sections) == {}
    del sections["evaluation"]["individual"]
    assert raw(sections) == {"": [(f"B{at}", None, None, f"{score}") for at, score in ((1, 3), (2, 2), (3, 4))]}
    sections["tender"]["lots"] = [{"id": "N"}, {"id": "S"}]
    assert raw(sections) == {}


@pytest.mark.parametrize("name", ALL_RULES)
def test_a_scored_question_without_a_scale_is_named(name):
    sections = evaluation(THREE, panel=[[3], [2], [4]])
    del sections["tender"]["award_criteria"][0]["scale"]
    assert lacking(name, sections) == ["tender.award_criteria[0].scale"]


@pytest.mark.parametrize("name", ALL_RULES)
def test_scores_of_what_is_not_published_are_not_passed_over(name):
    sections = evaluation(THREE, panel=[[3], [2], [4]])
    sections["tender"]["award_criteria"][0]["id"] = "Q9"
    assert lacking(name, sections) == ["tender.award_criteria (criterion Q1)"]
    assert heard(name, sections) == ("not-assessed", [], [])


def test_scores_of_groups_are_not_passed_over():
    sections = evaluation(THREE)
    sections["tender"]["award_criteria"][0]["children"] = [{"id": "Q1a", "weight": 100}]
    assert heard("evaluator-departs-for-one-bid", sections)[0] == "not-assessed"


def test_the_complete_part_leaves_out_who_stood_aside_from_a_bid():
    rows = single([[3, None, 4, 2], [4, 2, 5, 3], [3, 1, 4, 2], [2, 2, 3, 1]])
    found = block_of(sheet(evaluation(rows)))
    assert (found.people, found.bids, found.questions) == ((0, 2, 3), (0, 1, 2, 3), (0,))


def test_the_complete_part_is_the_criteria_that_weigh_most_of_a_panel_that_shares_the_work():
    rows = [[[3, 2, None], [2, 4, None], [1, 3, None]] for _ in range(3)]
    rows += [[[None, None, 4], [None, None, 2], [None, None, 1]] for _ in range(3)]
    found = block_of(sheet(evaluation(rows, (30, 25, 45))))
    assert (found.people, found.questions) == ((1, 2, 3), (0, 1))
    other = block_of(sheet(evaluation(rows, (20, 20, 60))))
    assert (other.people, other.questions) == ((0, 4, 5), (2,))


def test_a_bid_that_hardly_anybody_scored_is_left_out_where_nothing_else_is_complete():
    rows = single([[3, 2, 4, None], [4, 2, 5, 3], [3, 1, 4, None]])
    found = block_of(sheet(evaluation(rows)))
    assert (found.people, found.bids) == ((0, 1, 2), (0, 1, 2))


def test_means_are_weighed_as_published():
    found = sheet(evaluation([[[5, 0], [0, 5], [5, 5]]] * 3, (75, 25)))
    assert means_of(found, block_of(found)) == [[75, 25, 100]] * 3


def test_totals_are_those_of_the_means_and_of_the_panel():
    case = case_of(evaluation([[[5, 0], [1, 5]], [[3, 0], [1, 5]]], (60, 40), panel=[[5, 5], [0, None]]))
    (alone,), (found,) = sheets(case), agreed_sheets(case)
    assert totals_of(alone) == totals_of(found) == [48, 52]
    assert totals_of(alone, left_out=0) == totals_of(found, left_out=0) == [36, 52]
    assert panel_totals(alone) == [None, None]
    assert panel_totals(found) == [100, None]


@pytest.mark.parametrize(
    ("prices", "said"),
    [
        ((40, 20, 10), "quality and the recorded points for price"),
        ((40, 20), "quality alone, since the points for price are neither recorded nor can be worked out"),
        ((41, 20, 10), "quality alone, since the points for price are neither recorded nor can be worked out"),
        ((1, 0.5, 0.2), "quality alone, since the points for price are neither recorded nor can be worked out"),
    ],
)
def test_price_counts_where_its_points_are_recorded_for_all(prices, said):
    case = case_of(evaluation(THREE, (60,), prices=prices))
    assert price_points_of(case, sheets(case)[0]).said == said


def test_a_question_only_the_panel_scored_leaves_the_lead_open():
    sections = evaluation([[[3, None], [4, None]], [[3, None], [2, None]]], (50, 50), panel=[[3, 1], [2, 5]])
    assert totals_of(sheet(sections)) is None
    assert kinds("moderation-changes-who-leads", sections) == ["not-known"]


def test_many_of_one_sort_of_everything_is_said_once_a_lot():
    sections = evaluation(single([[3, 2, 4, 1] * 3] * 3), lots=["N", "S", "W"] * 4, panel=[[3]] * 12)
    for name in ALL_RULES:
        assert len(kinds(name, sections)) == 3, name


def test_sheets_of_people_who_are_not_on_the_panel_are_left_out():
    sections = evaluation(THREE)
    sections["evaluation"]["panel"] = ["e1", "e2"]
    sections["people"] = [{"id": one, "name": name} for one, name in zip(("e1", "e2", "e3"), NAMES, strict=True)]
    assert set(sheet(sections).people) == {"e1", "e2"}
    sections["evaluation"]["panel"] = ["e1", "e2", "e3"]
    assert set(sheet(sections).people) == {"e1", "e2", "e3"}
