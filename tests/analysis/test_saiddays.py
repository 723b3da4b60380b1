"""Days that a text names."""

from datetime import date

import pytest

from fairaudit.analysis.saiddays import days_said


def _march(day):
    return date(2026, 3, day)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Site visit on 10 March", [(10, 10)]),
        ("10, 11 and 12 March at 10:00", [(10, 10), (11, 11), (12, 12)]),
        ("between 5 and 20 March", [(5, 20)]),
        ("from 5 March to 20 March", [(5, 20)]),
        ("between 5 March and 20 March", [(5, 20)]),
        ("10-12 March 2026", [(10, 12)]),
        ("March 10th, 2026", [(10, 10)]),
        ("2026-03-10 or 11.3.2026", [(10, 10), (11, 11)]),
        ("open until 20 March", [(None, 20)]),
        ("from 5 March", [(5, None)]),
        ("from 9 to 12 on 10 March", [(10, 10)]),
        ("Bidders may visit the site; 31 February", []),
        ("no day", []),
    ],
)
def test_days_are_read_alone_in_lists_and_in_ranges(text, wanted):
    found = days_said(text, _march(4))
    assert found == tuple((a and _march(a), b and _march(b)) for a, b in wanted)


def test_a_day_without_a_year_is_the_nearest_and_none_without_a_day_to_be_near_to():
    assert days_said("on 3 January", date(2026, 12, 20)) == ((date(2027, 1, 3), date(2027, 1, 3)),)
    assert days_said("on 3 January", None) == ()
