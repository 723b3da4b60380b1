"""As which share of its scale a score counts where scales do not begin at 0: as the recorded totals have it, or it is said."""

import pytest

from tests.checks.panels.cases import evaluation, heard, judged, lacking, single, tables

SCALE = {"minimum": 1, "maximum": 5}
MEMBERS = single([[5, 2], [5, 2]])
"""By shares of the top B1 has 60 points for quality and B2 24, by shares of the length 60 and 15; B2 has 40 for price."""
PANEL = single([[5, 3], []])[0]


def sections(quality=None, members=MEMBERS):
    """The panel gave B2 a 3, by which it leads either way; `quality` is what is recorded of both."""
    made = evaluation(members, (60,), panel=PANEL, prices=(0, 40), scale=SCALE)
    for one, points in zip(made["evaluation"]["totals"], quality or (), strict=False):
        one.update(quality=points, total=points + one["price"])
    return made


def test_who_leads_is_worked_out_as_the_recorded_totals_are():
    assert heard("moderation-changes-who-leads", sections((60, 36)))[:2] == ("passed", [])
    assert tables("moderation-changes-who-leads", sections((60, 36)))["moves", ""][1] == (
        ("B1", "60", "60", 2, 2),
        ("B2", "64", "76", 1, 1),
    )
    (found,) = heard("moderation-changes-who-leads", sections((60, 30)))[1]
    assert "is with B1 by the means of the individual scores and with B2" in found
    assert "scores as shares of their scale's length" in found


def test_where_no_total_tells_and_the_ways_disagree_nothing_is_said_of_who_leads():
    found = judged("moderation-changes-who-leads", sections())
    assert (found.outcome, found.hits) == ("not-assessed", [])
    assert "as a share of its scale's top or of its length" in found.unassessed[0].reason
    assert lacking("moderation-changes-who-leads", sections())[0].startswith("evaluation.totals")


@pytest.mark.parametrize("second", [3, 4])
def test_where_no_total_tells_and_both_ways_agree_who_leads_is_said(second):
    outcome, _, (said,) = heard("moderation-changes-who-leads", sections(members=single([[5, second], [5, second]])))
    assert outcome == "passed"
    assert "scores as shares of the top (which counts is not recorded)" in said


def test_a_score_outside_its_members_decides_only_as_the_totals_count():
    assert heard("score-outside-its-members-decides", sections((60, 36)))[1] == []
    assert len(heard("score-outside-its-members-decides", sections((60, 30)))[1]) == 1
    found = judged("score-outside-its-members-decides", sections())
    assert (found.outcome, found.hits) == ("not-assessed", [])


def test_quality_of_single_scores_is_known_by_either_share():
    assert len(heard("quality-of-the-single-scores", sections((60, 24)))[1]) == 1
    assert len(heard("quality-of-the-single-scores", sections((60, 15)))[1]) == 1
    assert heard("quality-of-the-single-scores", sections((60, 36)))[1] == []
