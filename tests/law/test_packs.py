"""The shipped packs of law: their tables can be read, and name nothing that does not exist."""

import pytest

from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.law.conditions import NOT, known_conditions
from fairaudit.sources.shipped import shipped_rules

PACKS = {pack.name: pack for pack in shipped_packs()}
LAWS = sorted(name for name, pack in PACKS.items() if pack.applies == "law")


@pytest.mark.parametrize("name", LAWS)
def test_every_table_of_a_pack_can_be_read(name):
    tables = PACKS[name].tables
    known = known_conditions(name)
    named = [one for row in tables.dates() for one in row.applies] + list(PACKS[name].terms.requires)
    for file in sorted((shipped_rules() / name / "tables").glob("*.yaml")):
        if file.stem not in ("periods", "dates"):
            named += [one for row in tables.table(file.stem).rows for one in row.when]
    assert {one.removeprefix(NOT) for one in named} - known == set()
    for row in tables.dates():
        assert row.table is None or tables.table(row.table)
        assert row.period is None or tables.period(row.period)


@pytest.mark.parametrize("name", LAWS)
def test_a_law_is_dated_and_placed(name):
    terms = PACKS[name].terms
    # The rules of a lender bind by the loan agreement, wherever the borrower is.
    assert terms.jurisdiction or name == "world-bank"
    assert terms.since
    assert all(one.cite for one in PACKS[name].tables.periods().values())


@pytest.mark.parametrize("name", LAWS)
def test_every_rule_of_law_cites_it(name):
    assert {rule.id for rule in PACKS[name].rules if rule.basis != "heuristic" and not rule.sources} == set()
