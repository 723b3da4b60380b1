"""Small cases of conflicts of interest, and what the rules of that family say about them."""

from functools import cache

from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from fairaudit.procurement.loading.loading import load_case
from fairaudit.procurement.model.node import text_of
from fairaudit.sources.document import Document
from fairaudit.sources.shipped import shipped_rules


@cache
def rules():
    files = sorted(shipped_rules().glob("core/*.yaml"))
    own = [one for one in files if "\nfamily: conflicts\n" in one.read_text(encoding="utf-8")]
    return load_rules(own, "core", "rules/core")


def case_from(value):
    document = Document(file="case.yaml", sha256="", text="", value=value, spans={(): (1, 1, 1, 1)})
    return load_case((document,), None)


def judgements(value):
    case = case_from(value)
    return {rule.id: judge(case, rule, "market") for rule in rules()}


def said(judgement):
    return sorted(f"{text_of(one.hit.at.path)}: {fill(judgement.rule.message, one.values)}" for one in judgement.hits)


def findings(value):
    """Return every finding of the family, by rule, with its outcome."""
    return {name: (str(one.outcome), said(one)) for name, one in judgements(value).items() if one.hits}


def missing(value, rule):
    """Return what a rule says is missing."""
    return sorted({name for one in judgements(value)[rule].unassessed for name in (one.missing or (one.reason,))})
