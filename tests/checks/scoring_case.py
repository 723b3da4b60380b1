"""Small procurements for tests: plain Python values in, what a rule says out."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from fairaudit.procurement.loading.loading import load_case
from fairaudit.procurement.model.node import text_of
from fairaudit.sources.document import Document

RULES = Path(__file__).parents[2] / "rules"


@cache
def rule(name):
    """A rule of the core, or of the pack that is named before a stroke."""
    pack, _, own = name.rpartition("/")
    pack = pack or "core"
    return load_rules([RULES / pack / f"{own}.yaml"], pack, f"rules/{pack}")[0]


def text(value):
    """Every scalar as the text a file would hold."""
    if isinstance(value, dict):
        return {key: text(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [text(one) for one in value]
    if isinstance(value, bool):
        return str(value).lower()
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def case_of(sections, today=None):
    spans = {(): (1, 1, 1, 1)}
    document = Document(file="case.yaml", sha256="", text="", value=text(sections), spans=spans)
    return load_case((document,), date.fromisoformat(today) if today else None)


def said(name, sections):
    """What a rule says about a case: its outcome, then its findings, or the fields that are missing."""
    judgement = judge(case_of(sections), rule(name), "market")
    if judgement.outcome == "not-assessed":
        return (
            "not-assessed",
            *sorted({one for each in judgement.unassessed for one in each.missing or (each.reason,)}),
        )
    if judgement.outcome == "error":
        return ("error", judgement.reason)
    words = [f"{text_of(one.hit.at.path)}: {fill(judgement.rule.message, one.values)}" for one in judgement.hits]
    return (str(judgement.outcome), *sorted(words))


def facts_of(name, sections):
    """The facts of every finding of a rule, in the order of the record."""
    judgement = judge(case_of(sections), rule(name), "market")
    assert judgement.outcome != "error", judgement.reason
    return [one.facts for one in judgement.hits]


def outcome(name, sections):
    return said(name, sections)[0]
