"""A thousand evaluators in one table, of whose rows one in twenty is missing, off the scale or there twice: each is named."""

import csv
import importlib.util
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest

from fairaudit.engine.judge import judge
from fairaudit.procurement.loading.cases import Extra, open_cases
from fairaudit.procurement.loading.loading import place_of
from fairaudit.sources.limits import MAX_TABLE_BYTES, MAX_TABLE_ROWS
from tests.checks.scoring_case import rule

EVALUATORS, BIDS, CRITERIA = 1_000, ("B1", "B2", "B3"), ("Q1", "Q2")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The case, and the lines of the table on which something is wrong, by what."""
    folder = tmp_path_factory.mktemp("many")
    dice = random.Random(4)
    wrong = {"missing": {}, "off": [], "twice": []}
    rows = [["evaluator", "bidder", "criterion", "score"]]
    for number in range(EVALUATORS):
        for bid in BIDS:
            for criterion in CRITERIA:
                kind = dice.random()
                cell = [f"e{number}", bid, criterion]
                rows.append([*cell, dice.randrange(6)])
                if kind < 0.05:
                    rows[-1][3] = ""
                    wrong["missing"].setdefault(f"e{number}", []).append(f"{bid} on {criterion}")
                elif kind < 0.10:
                    rows[-1][3] = 6
                    wrong["off"].append(len(rows))
                elif kind < 0.15:
                    rows.append([*cell, 5 - rows[-1][3]])
                    wrong["twice"].append(len(rows))
    with (folder / "s.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    scale = "scale: {minimum: 0, maximum: 5, step: 1}"
    panel = ", ".join(f"e{number}" for number in range(EVALUATORS))
    allocation = ", ".join(f"{{evaluator: e{number}}}" for number in range(EVALUATORS))
    (folder / "tender.yaml").write_text(
        f"tender: {{award_criteria: [{{id: Q1, weight: 50, {scale}}}, {{id: Q2, weight: 50, {scale}}}]}}\n"
        f"bids: [{{id: B1}}, {{id: B2}}, {{id: B3}}]\ncomplete: [evaluation]\n"
        f"evaluation:\n  panel: [{panel}]\n  allocation: [{allocation}]\n  individual: {{file: s.csv}}\n",
        encoding="utf-8",
    )
    [case] = open_cases(Path(folder, "tender.yaml"), Extra())
    return case, wrong


def found(case, name):
    judgement = judge(case, rule(name), "market")
    assert judgement.outcome == "flagged"
    assert not judgement.unassessed
    return [one.hit for one in judgement.hits]


@pytest.mark.parametrize(("name", "kind"), [("score-off-its-scale", "off"), ("scored-twice", "twice")])
def test_every_wrong_row_is_found_on_its_line(told, name, kind):
    case, wrong = told
    lines = [place_of(case.places, one.at.path)[0][1][0] for one in found(case, name)]
    assert len(lines) > 200
    assert sorted(lines) == wrong[kind]


def test_cells_that_were_not_understood_leave_open_whether_scores_are_missing():
    for text, outcome in (("", "flagged"), ("n/a", "not-assessed")):
        Path("s.csv").write_text(f"evaluator,bidder,criterion,score\ne1,B1,Q1,{text}\ne1,B1,Q2,1\n", encoding="utf-8")
        Path("tender.yaml").write_text(
            "tender: {award_criteria: [{id: Q1}, {id: Q2}]}\nbids: [{id: B1}]\ncomplete: [evaluation]\n"
            "evaluation: {panel: [e1], allocation: [{evaluator: e1}], individual: {file: s.csv}}\n",
            encoding="utf-8",
        )
        [small] = open_cases(Path("tender.yaml"), Extra())
        assert judge(small, rule("scores-missing"), "market").outcome == outcome


def test_every_score_that_is_not_there_is_named(told):
    case, wrong = told
    named = {one.facts.evaluator: list(one.facts.cells) for one in found(case, "scores-missing")}
    assert sum(map(len, named.values())) > 200
    assert named == wrong["missing"]
    asked = {
        one.facts.evaluator: [(at.path, words) for at, words in one.related] for one in found(case, "scores-missing")
    }
    assert asked == {
        who: [(("evaluation", "allocation", int(who[1:])), "what they were to score")] for who in wrong["missing"]
    }


def test_two_columns_of_one_bidder_and_two_rows_of_one_question_give_scores_twice():
    Path("m.csv").write_text(",B1,B2,B1\nQ1,4,3,5\nQ2,1,2,\nQ2,3,,\n", encoding="utf-8")
    Path("tender.yaml").write_text(
        "tender: {award_criteria: [{id: Q1}, {id: Q2}]}\nbids: [{id: B1}, {id: B2}]\n"
        "evaluation: {panel: [e1], individual: {file: m.csv, layout: matrix, evaluator: e1}}\n",
        encoding="utf-8",
    )
    [case] = open_cases(Path("tender.yaml"), Extra())
    twice = [(one.facts, place_of(case.places, (*one.at.path, "score"))[0][1]) for one in found(case, "scored-twice")]
    assert [((one.bid, one.criterion, one.scores), at) for one, at in twice] == [
        (("B1", "Q1", ("4", "5")), (2, 8, 2, 9)),
        (("B1", "Q2", ("1", "3")), (4, 4, 4, 5)),
    ]


BENCH = Path(__file__).parents[2] / "bench" / "tables.py"
FEW, MORE, MILLION = 20_000, 120_000, 1_000_000


def test_a_million_rows_of_a_csv_are_read_within_a_gigabyte():
    """By what 100,000 further rows cost; the whole table is read by the bench, which takes a minute."""
    spec = importlib.util.spec_from_file_location("tables_bench", BENCH)
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    peak = {}
    for count in (FEW, MORE):
        bench.write_csv(Path(f"{count}.csv"), count)
        case = bench.write_case(Path(), f"{count}.csv")
        told = subprocess.run(
            [sys.executable, BENCH, "--read", case], check=True, capture_output=True, text=True
        ).stdout
        assert told.split()[0] == f"{count:,}"
        peak[count] = int(re.search(r"(\d+) MB at most", told)[1])
    each = (peak[MORE] - peak[FEW]) / (MORE - FEW)
    assert peak[FEW] + each * (MILLION - FEW) < bench.BAR_MB
    assert MILLION <= MAX_TABLE_ROWS
    assert Path(f"{MORE}.csv").stat().st_size / MORE * MILLION <= MAX_TABLE_BYTES
