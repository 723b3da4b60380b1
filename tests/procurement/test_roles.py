"""Roles in the words people use: a role that is named counts, whatever stands beside it, unless it is about another side."""

import pytest

from fairaudit.procurement.persons.roles import role_named, roles_named

TABLE = {
    "evaluator": "evaluator; Evaluators; panel members; evaluator and contact for bidders; evaluator / contact;"
    " Evaluator (also contact for suppliers); evaluator of bidders' answers; observer and evaluator; marker",
    "adviser": "legal-adviser; advisers; non-voting member and adviser; consultant",
    "chair": "chair; chairwoman of the panel",
    "drafter": "co_author; drafter",
    "approver": "APPROVER; signatories and approvers",
    "": "observer; observers; witness; non-voting evaluator; evaluator (non-voting); evaluator, observer; non-voting chair;"
    " bidder; bidders; contact; contact for bidders; adviser to a bidder; bidder's adviser; supplier consultant;"
    " relative of the evaluator; subcontractor",
    None: "minute taker; wife; contact evaluator; drafter of the supplier questionnaire; ...",
}


@pytest.mark.parametrize(
    ("text", "role"), [(one.strip(), role) for role, all_ in TABLE.items() for one in all_.split(";")]
)
def test_a_role_is_read_for_what_it_says(text, role):
    assert role_named(text) == role


def test_two_roles_in_one_line_are_two():
    assert roles_named("drafter and evaluator") == ("drafter", "evaluator")
    assert roles_named("evaluator & approver") == ("evaluator", "approver")
    assert roles_named("chair of the panel") == ("chair",)
    assert roles_named("observer and minute taker") == ()
