"""The scores of which one step ends the lead: exactly those that do when they are put in the record, and who is first then."""

from copy import deepcopy

import pytest

from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.sections.measuring import sentences
from tests.checks.contest.contest_case import SCALE, measured, rows, score, witness
from tests.checks.scoring_case import case_of, rule


def record(*scores, scale=SCALE, weights=(60, 40), **evaluation):
    """Two criteria, and the scores of bids for both as `(bid, Q, R)`, of the panel or of `(bid, Q, R, evaluator)`."""
    criteria = [{"id": key, "weight": one, "scale": dict(scale)} for key, one in zip("QR", weights, strict=True)]
    found = {"consensus": [], "individual": []}
    for key, first, second, *who in scores:
        more = {"evaluator": who[0]} if who else {}
        for criterion, value in (("Q", first), ("R", second)):
            found["individual" if who else "consensus"].append(score(key, criterion, value, **more))
    kept = {name: one for name, one in found.items() if one}
    return {"tender": {"award_criteria": criteria}, "evaluation": {**kept, **evaluation}}


MEANS = record(
    ("B1", 9, 6, "e1"),
    ("B1", 6, 6, "e2"),
    ("B2", 6, 6, "e1"),
    ("B2", 8, 6, "e2"),
    ("B3", 2, 10, "e1"),
    ("B3", 10, 2, "e2"),
)


def averaged(sections, method):
    """A record whose scores count by another average than the plain mean."""
    found = deepcopy(sections)
    found["tender"]["award_method"] = method
    return found


THREE = record(
    ("B1", 8, 5, "e1"),
    ("B1", 7, 5, "e2"),
    ("B1", 8, 5, "e3"),
    ("B2", 7, 6, "e1"),
    ("B2", 7, 6, "e2"),
    ("B2", 8, 5, "e3"),
)
ROUNDED = "The score for each question is the mean of the evaluators' scores, rounded to whole numbers."
MEDIAN = "The score for each question is the median of the evaluators' scores."
CASES = {
    "panel": record(("B1", 8, 6), ("B2", 7, 7)),
    "level behind": record(("B1", 8, 6), ("B2", 7, 6), ("B3", 7, 6)),
    "level then": record(("B1", 8, 6), ("B2", 7, 6), ("B3", 6, 6)),
    "low is good": record(("B1", 3, 3), ("B2", 4, 3), ("B3", 0, 10), scale={**SCALE, "better": "lower"}),
    "from one": record(("B1", 5, 4), ("B2", 5, 3.5), ("B3", 1, 5), scale={"minimum": 1, "maximum": 5, "step": "0.5"}),
    "means": MEANS,
    "with a price": witness(),
    "rounded means": averaged(THREE, ROUNDED),
    "rounded means of two": averaged(MEANS, ROUNDED),
    "medians": averaged(THREE, MEDIAN),
    "medians of two": averaged(MEANS, MEDIAN),
}  # fmt: skip


def table(sections):
    _, tables = measured("what-if/near-tie", sections)
    return rows(tables["turning-scores"]) if "turning-scores" in tables else []


def first_of(sections):
    """Who comes first when the record is worked out again, in the words of the rules."""
    _, tables = measured("what-if/places-over-scenarios", sections)
    placed = [row for row in tables["ranks-over-scenarios"].rows if row[0] == "worked out again"]
    return " and ".join(letter for _, letter, rank, _ in placed if rank == 1)


def brute_force(sections):
    """Every score with what one step makes of it and who is first then, where that is not who was first."""
    base = first_of(sections)
    scales = {one["id"]: one.get("scale") for one in sections["tender"]["award_criteria"]}
    letters = {"B1": "bidder A", "B2": "bidder B", "B3": "bidder C"}
    for stage in ("consensus", "individual"):
        for at, one in enumerate(sections["evaluation"].get(stage, [])):
            scale = scales[one["criterion"]]
            step = float(scale["step"])
            for value in (one["score"] - step, one["score"] + step):
                if scale["minimum"] <= value <= scale["maximum"]:
                    changed = deepcopy(sections)
                    changed["evaluation"][stage][at]["score"] = str(value)
                    first = first_of(changed)
                    if first != base:
                        yield one["criterion"], letters[one["bid"]], float(one["score"]), value, first


@pytest.mark.parametrize("name", CASES)
def test_the_table_holds_the_scores_that_end_the_lead_when_they_are_recorded_so(name):
    found = table(CASES[name])
    assert found
    assert sorted((row[0], row[1], float(row[3]), float(row[4]), row[5]) for row in found) == sorted(
        brute_force(CASES[name])
    )


def test_scores_have_the_number_of_their_evaluator_or_are_the_panels():
    assert table(CASES["panel"])[0] == ("Q", "bidder A", "the panel", "8", "7", "bidder B")
    places = {}
    for row in table(MEANS):
        places.setdefault(row[:2], []).append(row[2])
    assert places
    for people in places.values():
        assert people == sorted(people)
        assert all(one.startswith("evaluator ") for one in people)


def test_of_very_many_scores_the_first_are_shown_and_the_others_counted():
    people = [f"e{at}" for at in range(30)]
    sections = record(*((key, value, 5, who) for key, value in (("B1", 7), ("B2", 7)) for who in people))
    sections["evaluation"]["individual"][0]["score"] = 8
    # One step of 60 x 1 / 300 ends a lead of as much: 60 scores for Q of two bids, and R moves it too little.
    judgement = judge(case_of(sections), rule("what-if/near-tie"), "market")
    (said,) = [one for one in sentences(judgement, fill) if "single scores of which" in one]
    assert "would end the lead: 60. The table holds 50 of them" in said
    assert len(table(sections)) == 50


def test_no_score_far_from_turning_is_named():
    assert table(record(("B1", 10, 10), ("B2", 2, 2))) == []


def test_without_each_evaluator_is_compared_with_the_record_where_no_plain_mean_counts():
    _, tables = measured("what-if/first-without-each-evaluator", CASES["rounded means"])
    base, *others = tables["without-each-evaluator"].rows
    assert base[:2] == ("worked out again", "bidder A")
    # Numbers hide which evaluator is which: without the first or the second of the file B leads, without the third A.
    assert sorted(row[1] for row in others) == ["bidder A", "bidder B", "bidder B"]
