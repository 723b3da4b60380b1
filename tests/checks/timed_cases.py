"""Small cases about time, information and bids, written as YAML, and what the rules of those families say about them."""

from datetime import date
from functools import cache
from textwrap import dedent

from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from fairaudit.procurement.loading.loading import load_case
from fairaudit.procurement.model.node import text_of
from fairaudit.sources.document import Document
from fairaudit.sources.shipped import shipped_rules
from fairaudit.sources.yaml import read_yaml

FAMILIES = ("deadlines", "information", "bids")


@cache
def rules():
    files = sorted(shipped_rules().glob("core/*.yaml"))
    own = [one for one in files if any(f"\nfamily: {it}\n" in one.read_text(encoding="utf-8") for it in FAMILIES)]
    return {one.id: one for one in load_rules(own, "core", "rules/core")}


def case_of(value, today=None):
    """Return a case from YAML text or from plain values."""
    if isinstance(value, str):
        value = read_yaml(dedent(value), "case.yaml").value
    document = Document(file="case.yaml", sha256="", text="", value=value, spans={(): (1, 1, 1, 1)})
    return load_case((document,), date.fromisoformat(today) if today else None)


def said(judgement):
    return sorted(f"{text_of(one.hit.at.path)}: {fill(judgement.rule.message, one.values)}" for one in judgement.hits)


def findings(value, stage="market", today=None):
    """Return every finding of these families, by rule."""
    case = case_of(value, today)
    judged = {name: judge(case, rule, stage) for name, rule in rules().items()}
    assert [one.reason for one in judged.values() if str(one.outcome) == "error"] == []
    return {name: [str(one.outcome), *said(one)] for name, one in judged.items() if one.hits}


def outcome(value, rule, stage="market", today=None):
    """Return the outcome of one rule."""
    return str(judge(case_of(value, today), rules()[rule], stage).outcome)


def missing(value, rule, stage="market", today=None):
    """Return the fields, or else the reasons, for which a rule did not judge some places."""
    found = judge(case_of(value, today), rules()[rule], stage).unassessed
    return sorted({name for one in found for name in (one.missing or (one.reason,))})


def facts(value):
    """Return what was found without places: rule, outcome, and every word and number in the facts, in any order."""
    found = []
    case = case_of(value)
    for name, rule in rules().items():
        judged = judge(case, rule, "market")
        assert str(judged.outcome) != "error", judged.reason
        for hit in judged.hits:
            words = sorted(word for value in hit.facts.values() for word in _words(value))
            found.append((name, str(judged.outcome), str(hit.confidence), tuple(words)))
    return sorted(found)


def _words(value):
    return [str(one) for one in value] if isinstance(value, tuple) else [str(value)]
