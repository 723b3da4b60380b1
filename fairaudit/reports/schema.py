"""JSON Schema of cases and rule files, made from what reads them, for editors."""

from __future__ import annotations

import json
from decimal import Decimal

from fairaudit.checks import CHECKS
from fairaudit.checks.base import Option
from fairaudit.engine.report import Confidence, Severity
from fairaudit.engine.rule import BASES, FAMILIES, STAGES

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def case_schema() -> str:
    """Return the schema of a case: every section and field of the model."""
    from fairaudit.procurement.procurement import Procurement

    schema = {"$schema": DIALECT, **Procurement.model_json_schema(), "title": "A procurement for fairaudit"}
    return _text(schema)


def rule_schema() -> str:
    """Return the schema of a rule file, with the options of every check of this package."""
    checks = [
        {
            "if": {"properties": {"check": {"const": check.name}}},
            "then": {"properties": {"with": _options(check.options, check.manual)}},
        }
        for _, check in sorted(CHECKS.items())
    ]
    schema = {
        "$schema": DIALECT,
        "title": "A rule for fairaudit",
        "type": "object",
        "additionalProperties": False,
        "required": [
            "id", "title", "family", "stage", "severity", "confidence", "basis", "given",
            "check", "message", "why", "fix", "ask", "sources", "examples",
        ],
        "properties": _properties(),
        "allOf": checks,
    }  # fmt: skip
    return _text(schema)


def _properties() -> dict[str, object]:
    text = {"type": "string"}
    return {
        "id": {"type": "string", "pattern": "^[a-z]+(-[a-z]+)*$"},
        "title": text,
        "family": {"enum": list(FAMILIES)},
        "stage": {"enum": list(STAGES)},
        "severity": {"enum": [one.value for one in Severity]},
        "confidence": {"enum": [one.value for one in Confidence]},
        "basis": {"enum": list(BASES)},
        "given": text,
        "needs": {"type": "array", "items": text},
        "check": {"type": "string", "examples": sorted(CHECKS)},
        "with": {"type": "object"},
        "lawful_when": {
            "type": "array",
            "items": {"type": "object", "required": ["if", "note"], "properties": {"if": text, "note": text}},
        },
        "message": text,
        "why": text,
        "fix": text,
        "ask": text,
        "sources": {"type": "array"},
        "see": {"type": "array", "items": text},
        "notes": text,
        "examples": {"type": "object"},
    }


def _options(options: tuple[Option, ...], manual: str) -> dict[str, object]:
    return {
        "type": "object",
        "description": manual,
        "additionalProperties": False,
        "required": [one.name for one in options if one.required],
        "properties": {one.name: _option(one) for one in options},
    }


def _option(option: Option) -> dict[str, object]:
    kinds: dict[type, str] = {int: "integer", Decimal: "number", bool: "boolean"}
    one: dict[str, object] = {"type": "string"}
    if option.kind == "value":
        one = {"type": kinds.get(option.type, "string")}
    else:
        one["description"] = "a path" if option.kind == "ref" else "a path whose value may be absent"
    return {"type": "array", "items": one} if option.many else one


def _text(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
