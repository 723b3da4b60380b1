"""Scores of which some could not be read: what leans on these does not pass and names the place, and what stands without them stays."""

from datetime import date
from pathlib import Path

import openpyxl
import openpyxl.comments
import openpyxl.styles
import pytest

from fairaudit.api import audit
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.cases import Extra, open_cases

TODAY = date(2026, 11, 27)
HEAD = """
tender:
  id: T1
  award_criteria:
    - {id: Q1, name: Plan, weight: 60, scale: {minimum: 0, maximum: 5}}
    - {id: Q2, name: Staff, weight: 40, scale: {minimum: 0, maximum: 5}}
bids: [{id: B1, bidder: p1, status: valid}, {id: B2, bidder: p2, status: valid}]
parties: [{id: p1, name: Alder Ltd}, {id: p2, name: Birch Ltd}]
people: [{id: e1, name: Anna Berg}, {id: e2, name: Ben Carr}]
complete: [bids, evaluation]
evaluation:
  locked: true
  panel: [e1, e2]
  allocation: [{evaluator: e1, criteria: [Q1, Q2]}, {evaluator: e2, criteria: [Q1, Q2]}]
  changes: []
  consensus:
    - {bid: B1, criterion: Q1, score: 5}
    - {bid: B1, criterion: Q2, score: 3}
    - {bid: B2, criterion: Q1, score: 3}
    - {bid: B2, criterion: Q2, score: 3}
"""
OUTSIDE, OFF, MISSING = "core/panel-score-outside-its-members", "core/score-off-its-scale", "core/scores-missing"


def rows(**other):
    """Everybody gives 3, but for some rows, called by their cell: `e1_B1_Q1`."""
    yield ["evaluator", "bidder", "criterion", "score"]
    for who in ("e1", "e2"):
        for bid in ("B1", "B2"):
            for criterion in ("Q1", "Q2"):
                yield other.get(f"{who}_{bid}_{criterion}", [who, bid, criterion, 3])


def verdicts(change=lambda book: None, tables="{file: s.xlsx}", **other):
    book = openpyxl.Workbook()
    book.active.title = "S"
    for row in rows(**other):
        book["S"].append(row)
    change(book)
    book.save("s.xlsx")
    Path("tender.yaml").write_text(f"{HEAD}  individual: {tables}\n", encoding="utf-8")
    [case] = open_cases(Path("tender.yaml"), Extra(today=TODAY))
    assert isinstance(case, Case), case.faults
    [report] = audit(case, today=TODAY).cases
    measured.clear()
    measured.extend(report.measures)
    return {one.name: one for one in report.verdicts}


measured = []
"""What the last case was said to hold, whatever was found in it."""


def test_a_measurement_that_leans_on_scores_says_that_some_could_not_be_read():
    verdicts(hide(2))
    said = {one.rule: one.said for one in measured}
    note = " Not all single scores could be read; this is worked out from the others alone."
    assert said["evaluation/what-each-evaluator-gave"].endswith(note)
    assert "could not be read" not in said["core/ties-of-people-and-bidders"]
    verdicts()
    assert not any("could not be read" in one.said for one in measured)


def test_all_that_is_read_is_judged_as_ever():
    found = verdicts()
    assert (found[OUTSIDE].outcome, found[OFF].outcome, found[MISSING].outcome) == ("flagged", "passed", "passed")


def hide(row):
    def change(book):
        book["S"].row_dimensions[row].hidden = True

    return change


def strike(*names):
    def change(book):
        for name in names:
            book.active[name].font = openpyxl.styles.Font(strike=True)

    return change


@pytest.mark.parametrize(
    ("change", "other", "place"),
    [
        (strike("D6"), {}, "S!D6: is struck through, so it is not read"),
        (strike("B6"), {}, "S!B6: is struck through, so it is not read"),
        (hide(6), {}, "S!A6: row 6 is hidden, so nothing in it is read"),
        (lambda _: None, {"e2_B1_Q1": ["e2", "B1", "Q1", "5 (excellent)"]}, "S!D6: is no number"),
        (
            lambda _: None,
            {"e2_B1_Q1": ["e2", "Bx", "Q1", 5]},
            "S!B6: names no bid of this case, nor a party that made one",
        ),
        (lambda _: None, {"e2_B1_Q1": [None, "B1", "Q1", 5]}, "S!A6: names no evaluator"),
    ],
)
def test_a_panel_is_not_said_to_be_outside_of_members_who_were_not_read(change, other, place):
    found = verdicts(change, **other)
    which = "scores, single or agreed," if "no evaluator" in place else "single scores"
    reason = f"not all {which} could be read (s.xlsx:6: {place})"
    for name in (OUTSIDE, OFF, MISSING):
        assert (found[name].outcome, found[name].findings) == ("not-assessed", ()), name
    assert found[OUTSIDE].reason == reason
    assert found[OFF].reason == reason


def test_a_finding_that_does_not_lean_on_what_was_not_read_stays():
    found = verdicts(hide(9))
    # No `complete` covers what was not read: a reason may stand there.
    assert found[OUTSIDE].outcome == "review"
    assert found[OFF].outcome == "not-assessed"
    assert verdicts(hide(9), e1_B1_Q1=["e1", "B1", "Q1", 9])[OFF].outcome == "flagged"


@pytest.mark.parametrize("scores", [["4,5", "4", "3"], ["4", "4,5", "3"], ["4", "3", "4,5"]])
def test_two_scores_of_one_cell_stand_beside_a_third_that_was_not_read(scores):
    # 4 is not 3, whatever the third is; and one that was read beside one that was not leaves open whether they differ.
    lines = [*(f"e1,B1,Q1,{one}" for one in scores), "e1,B2,Q1,3", "e1,B2,Q1,hello"]
    lines = ["evaluator,bidder,criterion,score", *(one.replace("4,5", '"4,5"') for one in lines)]
    Path("s.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    Path("tender.yaml").write_text(f"{HEAD}  individual: {{file: s.csv}}\n", encoding="utf-8")
    [case] = open_cases(Path("tender.yaml"), Extra(today=TODAY))
    [report] = audit(case, today=TODAY).cases
    [found] = [one for one in report.verdicts if one.name == "core/scored-twice"]
    assert (found.outcome, [one.confidence for one in found.findings]) == ("flagged", ["certain"])
    assert [one.message for one in found.findings] == [
        "Anna Berg gave B1 (Alder Ltd) more than one score for Q1 (Plan): 4 and 3."
    ]
    assert [one.reason.partition(" (")[0] for one in found.unassessed] == ["not all single scores could be read"]


AVERAGES, BETWEEN = "evaluation/average-in-place-of-agreement", "core/score-between-the-steps"


@pytest.mark.parametrize("unread", ["", "hello"])
def test_scores_that_are_told_together_stand_beside_one_that_was_not_read(unread):
    # All of B1's agreed scores are averages off the scale; of B1 on Q2 one single score may not be there.
    head = HEAD.replace("maximum: 5}", "maximum: 5, step: 1}").replace(
        "criterion: Q1, score: 5", "criterion: Q1, score: 3.5"
    )
    head = head.replace("B1, criterion: Q2, score: 3", "B1, criterion: Q2, score: 2.5")
    third = "    - {id: Q3, name: Time, weight: 0, scale: {minimum: 0, maximum: 5, step: 1}}\nbids:"
    head = head.replace("bids:", third, 1).replace(
        "  consensus:", "  consensus:\n    - {bid: B1, criterion: Q3, score: 4.5}"
    )
    given = {"Q1": (3, 4), "Q2": (2, 3), "Q3": (4, 5)}
    lines = [f"e{at + 1},B1,{key},{one}" for key, both in given.items() for at, one in enumerate(both)]
    if unread:
        lines[3] = f"e2,B1,Q2,{unread}"
    Path("s.csv").write_text("\n".join(["evaluator,bidder,criterion,score", *lines, ""]), encoding="utf-8")
    Path("tender.yaml").write_text(f"{head}  individual: {{file: s.csv}}\n", encoding="utf-8")
    [case] = open_cases(Path("tender.yaml"), Extra(today=TODAY))
    [report] = audit(case, today=TODAY).cases
    found = {one.name: one for one in report.verdicts}
    [said] = [one for one in found[AVERAGES].findings if "3.5 for Q1" in one.message]
    places = [said.path, *(one.path for one in said.related)]
    agreed = [f"evaluation.consensus[{at}].score" for at in ((0, 1) if unread else (0, 1, 2))]
    assert (found[AVERAGES].outcome, said.confidence, places) == ("flagged", "likely", agreed)
    assert bool(found[AVERAGES].unassessed) == bool(unread)
    steps = {one.path for one in found[BETWEEN].findings}
    assert steps == {f"evaluation.consensus[{at}].score" for at in (0, 1, 2)}


def test_a_score_that_is_lacking_besides_is_still_asked_about():
    found = verdicts(hide(9), e1_B1_Q1=[None, None, None, None])
    assert found[MISSING].outcome == "review"
    assert [one.facts["evaluator"] for one in found[MISSING].findings] == ["Anna Berg"]


def test_a_hidden_sheet_counts_where_it_holds_scores():
    def sheets(book, *lines):
        book.create_sheet("e3").sheet_state = "hidden"
        for line in lines:
            book["e3"].append(line)

    held = verdicts(lambda book: sheets(book, ["evaluator", "bidder", "criterion", "score"], ["e3", "B1", "Q1", 9]))
    beside = verdicts(lambda book: sheets(book, ["Lists"], ["yes"], ["no"]))
    assert (held[OFF].outcome, beside[OFF].outcome) == ("not-assessed", "passed")


def agreed(quality, price, total, tmp_path):
    """Return what is said of a total where an agreed score of another question cannot be read."""
    (tmp_path / "a.csv").write_text(
        "bidder,criterion,stage,score\nB1,Q1,consensus,4\nB2,Q1,consensus,3\nB1,Q2,consensus,3\nB2,Q2,consensus,4 or so\n",
        encoding="utf-8",
    )
    (tmp_path / "tender.yaml").write_text(
        f"""
tender:
  award_criteria:
    - {{id: Q1, type: quality, weight: 40, scale: {{minimum: 0, maximum: 5}}}}
    - {{id: Q2, type: quality, weight: 20, scale: {{minimum: 0, maximum: 5}}}}
    - {{id: P, type: price, weight: 40, formula: {{name: lowest-price-ratio}}}}
bids: [{{id: B1, value: {{amount: 100}}}}, {{id: B2, value: {{amount: 110}}}}]
complete: [bids, evaluation]
evaluation:
  individual: {{file: a.csv}}
  totals: [{{bid: B1, quality: 44, price: 40, total: 84}}, {{bid: B2, quality: {quality}, price: {price}, total: {total}}}]
""",
        encoding="utf-8",
    )
    [case] = open_cases(tmp_path / "tender.yaml", Extra(today=TODAY))
    assert isinstance(case, Case), case.faults
    [report] = audit(case, today=TODAY).cases
    found = {one.name: one for one in report.verdicts}["core/totals-that-do-not-recompute"]
    return found.outcome, [one.message for one in found.findings]


def test_a_total_that_is_not_the_sum_of_its_recorded_parts_is_wrong_whatever_a_score_is(tmp_path):
    said = "The total recorded for B2 is 80.36; from the recorded parts it is 76.36."
    assert agreed(40, "36.36", "80.36", tmp_path) == ("flagged", [said])


@pytest.mark.parametrize(("price", "total"), [("36.36", "76.36"), ("36.4", "76.36"), ("36.36", "76.4")])
def test_a_total_that_is_the_sum_but_for_rounding_is_not_assessed(price, total, tmp_path):
    assert agreed(40, price, total, tmp_path) == ("not-assessed", [])


def test_a_note_and_a_rounded_number_are_listed_and_nothing_is_lost_with_them():
    def change(book):
        book["S"]["D6"].comment = openpyxl.comments.Comment("withdrawn", "X")
        book["S"]["D7"].value, book["S"]["D7"].number_format = 3.4, "0"
        book["S"]["D1"].comment = book["S"]["F9"].comment = openpyxl.comments.Comment("0 to 5", "X")

    found = verdicts(change)
    assert (found[OUTSIDE].outcome, found[OFF].outcome, found[MISSING].outcome) == ("flagged", "passed", "passed")
    [case] = open_cases(Path("tender.yaml"), Extra(today=TODAY))
    assert [(one.line, one.text, one.reason.partition("; ")[0]) for one in case.unreadable] == [
        (6, "withdrawn", "S!D6: has a note, which is not read"),
        (7, "3.4", "S!D7: is 3.4 and its cell shows 3"),
    ]


@pytest.mark.parametrize(
    ("held", "outcome", "said"),
    [
        (5.4, "review", "; its cell shows 5, and which of the two was given is open"),
        (6.4, "flagged", "; its cell shows 6, and which of the two was given is open"),
        (6, "flagged", ""),
    ],
)
def test_a_score_off_its_scale_that_its_cell_shows_on_it_is_asked_about(held, outcome, said):
    def change(book):
        book["S"]["D7"].value, book["S"]["D7"].number_format = held, "0"

    found = verdicts(change)[OFF]
    who = f"B1 (Alder Ltd) has {held} for Q2 (Staff), given by Ben Carr; its scale is 0 to 5"
    assert (found.outcome, [one.message for one in found.findings]) == (outcome, [f"{who}{said}."])


@pytest.mark.parametrize(
    ("held", "code", "outcome", "said"),
    [
        (3.5, "0", "review", "3.5 (its cell shows 4)"),
        (3.46, "0.0", "flagged", "3.46 (its cell shows 3.5)"),
        (3.5, "General", "flagged", "3.5"),
    ],
)
def test_a_score_between_the_steps_that_its_cell_shows_on_one_is_asked_about(held, code, outcome, said, monkeypatch):
    def change(book):
        book["S"]["D7"].value, book["S"]["D7"].number_format = held, code

    monkeypatch.setitem(globals(), "HEAD", HEAD.replace("maximum: 5}", "maximum: 5, step: 1}"))
    found = verdicts(change)[BETWEEN]
    assert (found.outcome, [one.message for one in found.findings]) == (
        outcome,
        [
            f"Scores for Q2 (Staff) between the steps of its scale (steps of 1 from 0), given by Ben Carr: {said} to B1 (Alder Ltd)."
        ],
    )


def test_a_row_and_a_column_of_a_matrix_that_are_struck_through_are_lost_and_a_sum_is_not():
    def of(*names):
        book = openpyxl.Workbook()
        book.active.title = "e1"
        for row in ([None, "B1", "B2"], ["Q1", 3, 3], ["Q2", 3, 3], ["Total", 6, 6]):
            book.active.append(row)
        strike(*names)(book)
        book.active["B4"].comment = book.active["B3"].comment = openpyxl.comments.Comment("late", "X")
        book.save("s.xlsx")
        Path("tender.yaml").write_text(f"{HEAD}  individual: {{file: s.xlsx, layout: matrix}}\n", encoding="utf-8")
        [case] = open_cases(Path("tender.yaml"), Extra(today=TODAY))
        [report] = audit(case, today=TODAY).cases
        outcome = next(one.outcome for one in report.verdicts if one.name == OFF)
        return outcome, [one.reason.partition(":")[0] for one in case.unreadable]

    assert of() == ("passed", ["e1!B3", "e1!A4"])
    assert of("A4", "B4", "C4") == ("passed", ["e1!B3", "e1!A4"])
    assert of("A2", "B2", "C2") == ("not-assessed", ["e1!B3", "e1!A2", "e1!A4"])
    assert of("B1", "B2", "B3") == ("not-assessed", ["e1!B1", "e1!A4"])


ANOTHER = "core/totals-by-another-average"
STAGED = """
tender:
  id: T1
  award_criteria:
    - {id: Q1, name: Plan, weight: 60, scale: {minimum: 0, maximum: 5, step: 1}}
    - {id: Q2, name: Staff, weight: 40, scale: {minimum: 0, maximum: 5, step: 1}}
bids: [{id: B1, bidder: p1, status: valid}, {id: B2, bidder: p2, status: valid}]
parties: [{id: p1, name: Alder Ltd}, {id: p2, name: Birch Ltd}]
complete: [bids, evaluation]
evaluation:
  panel: [e1, e2, e3]
  totals: [{bid: B1, total: 88}, {bid: B2, total: 60}]
  tables: {file: s.csv}
"""
GIVEN = {("B1", "Q1"): "445", ("B1", "Q2"): "545", ("B2", "Q1"): "323", ("B2", "Q2"): "333"}


def staged(who, stage, agreed="4533"):
    """Return what is said of a panel's scores, of which those that it agreed stand under some name and stage."""
    lines = ["evaluator,bidder,criterion,stage,score"]
    for at, ((bid, criterion), scores) in enumerate(GIVEN.items()):
        lines += [f"e{number + 1},{bid},{criterion},individual,{one}" for number, one in enumerate(scores)]
        lines.append(f"{who},{bid},{criterion},{stage},{agreed[at]}")
    Path("s.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    Path("tender.yaml").write_text(STAGED, encoding="utf-8")
    [case] = open_cases(Path("tender.yaml"), Extra(today=TODAY))
    [report] = audit(case, today=TODAY).cases
    measured.clear()
    measured.extend(report.measures)
    return {one.name: one for one in report.verdicts}


@pytest.mark.parametrize(
    ("who", "stage"), [("", "consensus"), ("", "Consensus meeting"), ("Panel", "Agreed at meeting"), ("Panel", "")]
)
def test_scores_that_a_panel_agreed_are_read_whatever_words_say_so(who, stage):
    found = staged(who, stage)
    assert (found[ANOTHER].outcome, found["core/totals-that-do-not-recompute"].outcome) == ("passed", "passed")
    # And where they do not give the totals, that is found.
    assert staged(who, stage, "4432")["core/totals-that-do-not-recompute"].outcome == "flagged"


@pytest.mark.parametrize(
    ("who", "stage", "place"),
    [
        ("", "Concensus", "column 4 (stage): does not plainly name one stage of scoring"),
        (
            "",
            "After the talks",
            "column 4 (stage): names no stage of scoring that is known, and the row names no evaluator",
        ),
        ("Consensus", "individual", "column 1 (evaluator): names no evaluator"),
        ("", "", "column 1 (evaluator): names no evaluator"),
        ("Round-table", "", "column 1 (evaluator): names no evaluator but when the score was given"),
        ("Wash-up meeting", "", "column 1 (evaluator): names no evaluator but when the score was given"),
    ],
)
def test_nothing_is_asked_about_averages_where_rows_may_be_what_the_panel_agreed(who, stage, place):
    found = staged(who, stage)
    reason = f"not all scores, single or agreed, could be read (s.csv:5: {place}; 3 more are like it)"
    for name in (ANOTHER, "core/totals-that-do-not-recompute"):
        assert (found[name].outcome, found[name].findings, found[name].reason) == ("not-assessed", (), reason)
    assert not found["core/scored-by-an-outsider"].findings


def reasons_of(names, title):
    """By rule, why it is not assessed where the sheet of one member, who is called as it is, has a word for a score."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for person, first in ((title, "very good"), ("e2", 3)):
        sheet = book.create_sheet(person)
        for row in (["criterion", "B1", "B2"], ["Q1", first, 3], ["Q2", 3, 3]):
            sheet.append(row)
    book.save("m.xlsx")
    head = HEAD.replace("e1", f'"{title}"')
    Path("named.yaml").write_text(f"{head}  individual: {{file: m.xlsx, layout: matrix}}\n", encoding="utf-8")
    [case] = open_cases(Path("named.yaml"), Extra(today=TODAY))
    assert isinstance(case, Case), case.faults
    [report] = audit(case, today=TODAY, names=names).cases
    assert [one.reason.partition(": ")[0] for one in report.unreadable] == [f"'{title}'!B2"]
    return {
        one.name: " ".join((one.reason or "", *(each.reason for each in one.unassessed))) for one in report.verdicts
    }


def test_a_sheet_that_bears_the_name_of_a_member_is_not_named_where_members_have_numbers():
    title = "Quill Zoe"
    hidden = reasons_of(False, title)
    measured = "evaluation/weights-as-realised"
    assert "(m.xlsx:2: cell B2: is no number)" in hidden[measured]
    assert not any("Zoe" in said for name, said in hidden.items() if name.startswith("what-if/"))
    assert "Zoe" not in hidden["evaluation/evaluator-departs-for-one-bid"]
    # Rules about records name who scored, as what they find does.
    assert f"'{title}'!B2" in hidden[OFF]
    assert f"'{title}'!B2" in reasons_of(True, title)[measured]
