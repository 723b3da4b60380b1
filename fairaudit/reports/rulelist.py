"""The rules of a run as a list: what each is, and why those not in force are not."""

from __future__ import annotations

import json

from fairaudit.engine.force import Rules, Standing


def as_json(rules: Rules, law: tuple[str, ...]) -> str:
    """Return `{"rules": [{"id", "pack", "family", "severity", "enabled", "why_not", …}]}`."""
    entries = []
    for one in rules.standings:
        why_not = _why_not(one, rules, law)
        entries.append(
            {
                "id": one.rule.id,
                "pack": one.rule.pack,
                "family": one.rule.family,
                "title": one.rule.title,
                "stage": one.rule.stage,
                "severity": one.severity.value,
                "confidence": one.rule.confidence.value,
                "basis": one.rule.basis,
                "check": one.rule.check.name,
                "file": one.rule.file,
                "enabled": why_not is None,
                "why_not": why_not,
            }
        )
    return json.dumps({"rules": entries}, ensure_ascii=False, indent=1) + "\n"


def as_text(rules: Rules, law: tuple[str, ...]) -> str:
    """Return the rules by family, one a line, with severity and basis."""
    lines: list[str] = []
    families = dict.fromkeys(sorted(one.rule.family for one in rules.standings))
    width = max((len(one.rule.name) for one in rules.standings), default=0)
    for family in families:
        lines += ["", family]
        for one in rules.standings:
            if one.rule.family == family:
                why_not = _why_not(one, rules, law)
                tail = f"  (not in force: {why_not})" if why_not else ""
                lines.append(
                    f"  {one.rule.name:<{width}}  {one.severity:<8}  {one.rule.basis:<9}  {one.rule.title}{tail}"
                )
    off = sum(_why_not(one, rules, law) is not None for one in rules.standings)
    lines += [
        "",
        f"{len(rules.standings) - off} rules in force, {off} not. `fairaudit explain RULE` says what one is about.",
    ]
    return "\n".join(lines).lstrip("\n") + "\n"


def _why_not(standing: Standing, rules: Rules, law: tuple[str, ...]) -> str | None:
    if standing.why_not is not None:
        return standing.why_not
    pack = next(one for one in rules.packs if one.name == standing.rule.pack)
    if pack.applies == "law" and pack.name not in law:
        return f"only for tenders under {pack.name}: name it in tender.law or with --law"
    return None
