"""The rules of a run as a list: what each is, and why those not in force are not. It counts what a report counts."""

from __future__ import annotations

import json
from collections.abc import Iterator

from fairaudit.engine.force import Rules, Standing
from fairaudit.engine.laws import LAW_WITHOUT_PACK
from fairaudit.engine.rulefiles.rule import Rule
from fairaudit.engine.waivers import BUILT_IN, BuiltIn
from fairaudit.frozen import Frozen


class _Listed(Frozen):
    """A rule of the list, in the order of the fields of the JSON."""

    id: str
    pack: str
    family: str
    title: str
    stage: str
    severity: str
    confidence: str
    basis: str
    check: str | None
    file: str | None
    enabled: bool
    why_not: str | None
    gives_way_to: str | None = None
    """The rule of a law that stands in for it where both are about a case."""


def as_json(rules: Rules, law: tuple[str, ...]) -> str:
    """Return `{"rules": [{"id", "pack", "family", "severity", "enabled", "why_not", …}]}`; what fairaudit brings has no file."""
    entries = [one._asdict() for one in _listed(rules, law)]
    return json.dumps({"rules": entries}, ensure_ascii=False, indent=1) + "\n"


def as_text(rules: Rules, law: tuple[str, ...]) -> str:
    """Return the rules by family, one a line, with severity and basis."""
    listed = tuple(_listed(rules, law))
    lines: list[str] = []
    width = max((len(f"{one.pack}/{one.id}") for one in listed), default=0)
    for family in sorted({one.family for one in listed}):
        lines += ["", family]
        for one in listed:
            if one.family == family:
                name = f"{one.pack}/{one.id}"
                lines.append(f"  {name:<{width}}  {one.severity:<8}  {one.basis:<9}  {one.title}{_tail(one)}")
    return "\n".join([*lines, "", _count(listed)]).lstrip("\n") + "\n"


def _tail(one: _Listed) -> str:
    """Return what keeps a rule from being judged, always or now and then."""
    if one.why_not:
        return f"  (not in force: {one.why_not})"
    return f"  (where {one.gives_way_to} is about a case, that is judged instead)" if one.gives_way_to else ""


def _count(listed: tuple[_Listed, ...]) -> str:
    """Return how many rules are in force, and which of them a report may not count."""
    on, giving = sum(one.enabled for one in listed), sum(one.gives_way_to is not None for one in listed)
    words = f"{on} rules in force, {len(listed) - on} not."
    if giving:
        pairs = "One of them gives" if giving == 1 else f"{giving} of them give"
        words += f" {pairs} way to a law's rule where that is about a case; a report does not count them then."
    return f"{words} `fairaudit explain RULE` says what one is about."


def _listed(rules: Rules, law: tuple[str, ...]) -> Iterator[_Listed]:
    """Yield every rule of every pack, then those that fairaudit brings itself."""
    taking = {rule.id: rule.name for rule in _in_force_by_law(rules, law)}
    for one in rules.standings:
        rule, why_not = one.rule, _why_not(one, rules, law)
        instead = taking.get(rule.id) if rule.pack == "core" and why_not is None else None
        yield _Listed(
            rule.id, rule.pack, rule.family, rule.title, rule.stage, one.severity.value, rule.confidence.value,
            rule.basis, rule.check.name, rule.file, why_not is None, why_not, instead,
        )  # fmt: skip
    yield from (_built_in(one, "waivers", None) for one in BUILT_IN)
    yield _built_in(LAW_WITHOUT_PACK, "record", "only for tenders that name a law without a pack")


_OCCASIONS = {
    "evaluation": "only for cases with an evaluation",
    "scenario": "only with --scenario, once the scores are locked or for the auditor",
}


def _in_force_by_law(rules: Rules, law: tuple[str, ...]) -> list[Rule]:
    return [one.rule for one in rules.standings if one.rule.pack in law and one.why_not is None]


def _built_in(one: BuiltIn, family: str, why_not: str | None) -> _Listed:
    return _Listed(
        one.id, "fairaudit", family, one.title, "template", one.severity.value, "certain", "record", None, None,
        why_not is None, why_not,
    )  # fmt: skip


def _why_not(standing: Standing, rules: Rules, law: tuple[str, ...]) -> str | None:
    if standing.why_not is not None:
        return standing.why_not
    pack = next(one for one in rules.packs if one.name == standing.rule.pack)
    if pack.applies == "law" and pack.name not in law:
        return f"only for tenders under {pack.name}: name it in tender.law or with --law"
    return _OCCASIONS.get(pack.applies)
