"""Which texts of the model are records or reasons, and what they answer where they say no."""

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.procurement.model.parties import Mitigation
from fairaudit.procurement.model.procedure import DirectAward
from fairaudit.procurement.model.shape import fields_of
from fairaudit.procurement.model.tender import Disclosure, Tender
from fairaudit.procurement.model.told import Recorded, tells

ELSEWHERE = ["uk-pa2023/invited-without-details-of-what-is-wanted description"]
"""What is wanted is a text of its own, and no record of anything."""


def _read(part: type, name: str, text: str) -> object:
    mark = fields_of(part)[name].mark
    return mark.read(text) if mark else text


@pytest.mark.parametrize(
    ("part", "name", "text", "told"),
    [
        (Tender, "sme_record", "not considered", False),
        (Tender, "sme_record", "Two lots were made", True),
        (Tender, "title", "none", True),
        (DirectAward, "explanation", "none", False),
        (DirectAward, "explanation", "No other firm holds the source", True),
        (DirectAward, "alternatives", "none considered", False),
        (DirectAward, "alternatives", "none", None),
        (DirectAward, "alternatives", "n/a", False),
        (Disclosure, "reason", "The provider refuses to give it", True),
        (Disclosure, "reason", "There are none.", None),
        (Disclosure, "reason", "Not applicable.", None),
        (Disclosure, "reason", "N.A.", None),
        (Disclosure, "reason", "none", None),
        (Disclosure, "reason", "none given", False),
        (Disclosure, "reason", "No reason on file", False),
        (Disclosure, "reason", "-", False),
        (Disclosure, "reason", "tbc", False),
    ],
)
def test_what_a_field_tells(part: type, name: str, text: str, told: bool | None) -> None:
    assert tells(_read(part, name, text)) is told


@pytest.mark.parametrize(
    ("actions", "followed", "told"),
    [
        (Recorded("A second reader"), True, True),
        (Recorded("A second reader"), False, False),
        (Recorded("none"), True, False),
        (Recorded("No action, because the shares are few"), True, None),
        (None, True, False),
    ],
)
def test_measures_are_recorded_where_they_are_named_and_followed(
    actions: str | None, followed: bool, told: bool | None
) -> None:
    assert tells(Mitigation(actions=actions, followed=followed)) is told


def test_rules_that_ask_for_a_text_ask_for_a_record_or_a_reason() -> None:
    bare = [
        f"{pack.name}/{rule.id} {path.text}"
        for pack in shipped_packs()
        for rule in pack.rules
        if rule.check.name in ("present", "requires", "none-given")
        for option in rule.options.asked
        if option.name != "of" or rule.check.name != "requires"
        for path in option.paths
        if path.shape.kind == "scalar" and path.shape.scalar is str
        if not (path.shape.mark and isinstance(path.shape.mark.read("none"), Recorded))
    ]
    assert bare == ELSEWHERE
