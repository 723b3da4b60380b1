"""Whether a case leaves open that a step of a procurement happened: silence, an empty list, `complete`, and half a list."""

import pytest

import fairaudit.law.steps  # noqa: F401  # which makes the steps known
from fairaudit.law.moments import unsaid
from tests.conftest import case_of

CASES = [
    ("contract", "tender: {title: Eye clinic}", ("awards[].entered_into",)),
    ("contract", "awards: [{id: A1}]", ("awards[].entered_into",)),
    ("contract", "awards: []", None),
    ("contract", "awards: [{id: A1, status: cancelled}]", None),
    ("contract", "{awards: [{id: A1}], complete: [awards]}", None),
    ("contract", "awards: [{id: A1, entered_into: 2026-05-01}]", None),
    ("contract", "awards: [{id: A1, entered_into: 2026-05-01}, {id: A2}]", ("awards[1].entered_into",)),
    ("contract", "awards: [{id: A1, entered_into: 2026-05-01}, {id: A2, status: unsuccessful}]", None),
    ("contract", "{awards: [{id: A1, entered_into: 2026-05-01}, {id: A2}], complete: [awards]}", None),
    ("award-notice", "tender: {notices: [{kind: UK4, published: 2026-03-02}]}", ("tender.notices",)),
    ("award-notice", "tender: {notices: []}", None),
    ("award-notice", "tender: {notices: [{kind: UK6, published: 2026-05-02}]}", None),
    ("procurement-notice", "{tender: {title: Eye clinic}, complete: [tender.notices]}", ("tender.published",)),
    ("procurement-notice", "{tender: {title: Eye clinic}, complete: [tender]}", None),
    ("modification", "awards: [{id: A1}]", ("awards[].modifications",)),
    ("modification", "awards: [{id: A1, modifications: []}]", None),
    # Something was changed, and when is not recorded.
    ("modification", "awards: [{id: A1, modifications: [{id: M1}]}]", ("awards[].modifications",)),
    ("opening", "evaluation: {panel: [e1]}", ("evaluation.opened",)),
]


@pytest.mark.parametrize(("step", "text", "missing"), CASES)
def test_what_is_not_recorded_is_open_unless_the_case_says_that_it_did_not_happen(step, text, missing):
    unclear = unsaid(case_of(text), step)
    assert (unclear.missing if unclear else None) == missing
