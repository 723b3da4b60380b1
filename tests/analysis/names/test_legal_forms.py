"""One table of legal forms, read alike wherever a name is parted from its form or looked for in a sentence."""

import ast
from pathlib import Path

import pytest

from fairaudit.analysis.denial import DENIED, TIED, how_named
from fairaudit.analysis.names import (
    OrganisationName,
    in_another_form,
    names_as_a_name,
    organisation_name,
    same_organisation_name,
)
from fairaudit.analysis.names.behindnames import behind_form

PACKAGE = Path(__file__).parents[3] / "fairaudit"
TABLE = PACKAGE / "analysis" / "names" / "legalforms.py"


def test_no_other_module_lists_legal_forms():
    def said(module):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        told = {id(one.value) for one in ast.walk(tree) if isinstance(one, ast.Expr)}
        texts = (one.value for one in ast.walk(tree) if isinstance(one, ast.Constant) and id(one) not in told)
        return any("gmbh" in one.casefold() for one in texts if isinstance(one, str))

    assert [one.name for one in PACKAGE.rglob("*.py") if said(one)] == [TABLE.name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Alder Spółka Akcyjna", "Alder S. A."),
        ("Alder Sp. z o. o.", "Alder Spółka z ograniczoną odpowiedzialnością"),
        ("Alder Unternehmergesellschaft", "Alder UG (haftungsbeschränkt)"),
        ("Alder Besloten Vennootschap", "Alder B.V."),
        ("Alder Cyfyngedig", "Alder Ltd"),
        ("Alder Private Limited", "Alder Pvt. Ltd."),
    ],
)
def test_a_form_written_out_is_the_form(one, other):
    assert same_organisation_name(one, other)


@pytest.mark.parametrize("name", ["Alder Unlimited", "Alder IP", "Alder PC", "Stichting Alder", "Alder Is"])
def test_what_is_a_word_as_often_as_a_form_stays_in_the_name(name):
    assert organisation_name(name) == OrganisationName(tuple(name.casefold().split()))


def test_forms_with_small_letters_within_are_seen_in_a_sentence():
    assert names_as_a_name("I hold shares in Alder Sp. z o.o. since May", "Alder sp. z o.o.")
    assert in_another_form("I hold shares in Alder Sp. z o.o. since May", "Alder Ltd")
    assert in_another_form("I work for Alder Kommanditgesellschaft", "Alder Ltd")
    assert not in_another_form("I knew Alder as a nurse", "Alder Ltd")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Alder Ltd. will not bid", " will not bid"),
        ("Alder Sp. z o.o. will not bid", " will not bid"),
        ("Alder as agreed will not bid", " as agreed will not bid"),
        ("Alder, AG", ", AG"),
        ("Alder", ""),
    ],
)
def test_a_text_goes_on_behind_the_form(text, rest):
    assert text[behind_form(text, len("Alder")) :] == rest


def test_a_denial_stands_behind_any_form_that_is_no_word():
    assert how_named("Alder Sarl: none", ("Alder",)) == DENIED
    assert how_named("I work for Alder as no one else does", ("Alder",)) == TIED
