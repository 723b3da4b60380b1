"""No rule of one regime cites or borrows another's provisions: not in its file, and not in a report it stands in."""

import re

import pytest

from fairaudit.engine.examples import example_case
from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from tests.shipped import EXAMPLES

PACKS = {pack.name: pack for pack in shipped_packs()}
LAWS = sorted(name for name, pack in PACKS.items() if pack.applies == "law")

NAMED = {
    "uk-pa2023": r"Procurement Act|Procurement Regulations 2024|SI 2024/692|\bPA ?2023\b",
    "nhs-psr": r"Provider Selection Regime|SI 2023/1348|Health Care Services \(|\bPSR\b",
    "uk-pcr2015": r"Public Contracts Regulations|SI 2015/102|\bPCR\b",
    "eu-2014-24": r"Directive \d|2014/24|89/665|1182/71|\bCJEU\b|Court of Justice",
    "wto-gpa": r"\bGPA\b|Government Procurement Agreement|Agreement on Government Procurement|\bWTO\b",
    # What the World Bank publishes on red flags is a catalogue (`World Bank: tailored specifications`).
    "world-bank": r"World Bank(?!:)|\bIPF\b",
}
# A regulation and its predecessor in one sentence is still one law: the Regulations of 2015 put the Directive into UK law,
# and courts read them by it; a case decided under the Directive may be named there.
ALLOWED = {"uk-pcr2015": {"eu-2014-24"}}


def others(pack):
    return {name: words for name, words in NAMED.items() if name != pack and name not in ALLOWED.get(pack, set())}


def texts(rule):
    """Everything a rule file says to a reader."""
    said = [rule.title, rule.message, rule.why, rule.fix, rule.ask, *rule.see]
    said += [one.cite for one in rule.sources] + [one.note for one in rule.lawful_when]
    return said


def test_every_law_is_watched():
    assert set(LAWS) <= set(NAMED)


@pytest.mark.parametrize("name", LAWS)
def test_no_rule_names_another_law(name):
    found = [
        (rule.id, other, text)
        for rule in PACKS[name].rules
        for text in texts(rule)
        for other, words in others(name).items()
        if re.search(words, text)
    ]
    assert found == []


@pytest.mark.parametrize("name", LAWS)
def test_no_table_names_another_law(name):
    tables = PACKS[name].tables
    said = [one.cite + " " + one.words for one in tables.periods().values()]
    for file in tables.folder.glob("*.yaml"):
        if file.stem not in ("periods", "dates"):
            table = tables.table(file.stem)
            said += [f"{table.cite} {table.title}", *(f"{row.cite} {row.words}" for row in table.rows)]
    assert [(other, text) for text in said for other, words in others(name).items() if re.search(words, text)] == []


@pytest.mark.parametrize("name", LAWS)
def test_no_finding_of_a_law_names_another(name):
    found = []
    for rule in PACKS[name].rules:
        for example in EXAMPLES[rule.name]:
            judgement = judge(example_case(example, rule.file), rule, "market")
            for one in judgement.hits:
                said = " ".join(fill(text, one.values) for text in (rule.message, rule.why, rule.fix, rule.ask))
                found += [(rule.id, other, said) for other, words in others(name).items() if re.search(words, said)]
    assert found == []


@pytest.mark.parametrize("pack", ["core", "barriers"])
def test_catalogues_and_provisions_are_kept_apart(pack):
    # Reports give `see`; only the page of a rule gives `related_law`, each provision under the law it belongs to.
    assert [
        (rule.id, one) for rule in PACKS[pack].rules for one in rule.see if re.search("|".join(NAMED.values()), one)
    ] == []
    cited = [(rule.id, law, one) for rule in PACKS[pack].rules for law, found in rule.related_law for one in found]
    courts = {"eu-2014-24": r"\bC-\d+/\d\d", "uk-pcr2015": r"\bEWHC\b"}
    assert {law for _, law, _ in cited} <= set(LAWS)
    assert [one for one in cited if not re.search(f"{NAMED[one[1]]}|{courts.get(one[1], NAMED[one[1]])}", one[2])] == []
    assert [one for one in cited for words in others(one[1]).values() if re.search(words, one[2])] == []


def test_core_rules_that_rest_on_heuristics_cite_no_law():
    laws = "|".join(NAMED.values())
    found = [
        (rule.id, text)
        for rule in PACKS["core"].rules
        if rule.basis == "heuristic"
        for text in (rule.message, rule.why, rule.fix, rule.ask, *(one.cite for one in rule.sources))
        if re.search(laws, text)
    ]
    assert found == []
