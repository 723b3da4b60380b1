"""JSON Schema of cases, rule files and reports, each made from what reads it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from fairaudit.checks.base import Option
from fairaudit.checks.catalogue import Catalogue
from fairaudit.engine.contract.report import VERSION, Confidence, Severity
from fairaudit.engine.rulefiles.rule import BASES, FAMILIES, STAGES
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.shape import Shape, fields_of
from fairaudit.procurement.shaping.spellings import bare_field, other_spellings, stands_for, words_for

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_GAP = "Gap"
_A_GAP = {
    "type": "string",
    "description": "A gap of a template, such as {{ value }}, <value>, [insert value] or TBC.",
    # As `scalars.is_placeholder` reads it; JSON Schema has no patterns that take both cases.
    "pattern": r"^\s*(\{\{[^{}]*\}\}|<[^<>]+>|\[([Ii][Nn][Ss][Ee][Rr][Tt]|[Ee][Nn][Tt][Ee][Rr]|[Tt][Bb][CcDd])[^\[\]]*\]"
    r"|[Tt][Bb][CcDd]|[Tt][Oo] [Bb][Ee] [Cc][Oo][Nn][Ff][Ii][Rr][Mm][Ee][Dd])\s*$",
}


def case_schema() -> str:
    """Return the schema of a case: every section and field of the model."""
    parts: dict[str, object] = {_GAP: _A_GAP}
    root = _part(Procurement, parts)
    schema = {"$schema": DIALECT, "title": "A procurement for fairaudit", **root, "$defs": dict(sorted(parts.items()))}
    return _text(schema)


def _part(part: type[Part], parts: dict[str, object]) -> dict[str, object]:
    """Return the schema of one class; the classes it leads to are added to `parts`."""
    fields = fields_of(part)
    properties = {name.rstrip("_"): _or_a_gap(_value(shape, parts)) for name, shape in fields.items()}
    for name in other_spellings(part):
        properties.setdefault(name, {"type": ["string", "number", "boolean", "object"]})
    for name, words in words_for(part).items():
        properties[name] = {"anyOf": [properties[name], {"enum": list(words)}]}
    for name, other in stands_for(part).items():
        properties[name] = {"anyOf": [properties[name], properties[other]]}
    if any(shape.is_money for shape in fields.values()) and "currency" not in properties:
        properties["currency"] = {"type": "string", "description": "the currency of a bare amount beside it"}
    return {
        "type": "object",
        "description": (part.__doc__ or "").split("\n")[0],
        "properties": properties,
        "patternProperties": {"^x[_-]": {}},
        "additionalProperties": False,
    }


def _or_a_gap(schema: dict[str, object]) -> dict[str, object]:
    """Return the schema of a value that a template may leave open; a text of any kind takes a gap already."""
    taken = schema.get("type")
    if "pattern" not in schema and (taken == "string" or (isinstance(taken, list) and "string" in taken)):
        return schema
    options = schema["anyOf"] if list(schema) == ["anyOf"] else [schema]
    return {"anyOf": [*options, {"$ref": f"#/$defs/{_GAP}"}]} if isinstance(options, list) else schema


def _value(shape: Shape, parts: dict[str, object]) -> dict[str, object]:
    if shape.kind == "part":
        for one in shape.classes:
            if one.__name__ not in parts:
                parts[one.__name__] = {}
                parts[one.__name__] = _part(one, parts)
        refs: list[object] = [{"$ref": f"#/$defs/{one.__name__}"} for one in shape.classes]
        if shape.is_money or bare_field(shape.classes[-1], ""):
            refs.append({"type": ["number", "string"]})
        return {"$ref": f"#/$defs/{shape.classes[0].__name__}"} if len(refs) == 1 else {"anyOf": refs}
    if shape.kind == "list" and shape.of is not None:
        item = _value(shape.of, parts)
        items: dict[str, object] = {"type": "array", "items": item}
        if shape.single:
            return {"anyOf": [item, items]}
        return {"anyOf": [{"const": shape.word}, items]} if shape.word else items
    if shape.kind == "map" and shape.of is not None:
        return {"type": "object", "additionalProperties": _value(shape.of, parts)}
    return _scalar(shape)


def _scalar(shape: Shape) -> dict[str, object]:
    if shape.values:
        return {"enum": list(shape.values)}
    mark = shape.mark
    if mark is not None and mark.many:
        return {"type": ["string", "array"], "items": {"type": "string"}}
    if mark is None or mark.pattern is None:
        return {"type": "string"} if shape.scalar is not str else {"type": ["string", "number", "boolean"]}
    return {"type": ["string", mark.kind], "pattern": mark.pattern}


def rule_schema() -> str:
    """Return the schema of a rule file, with the options of every check of this package."""
    checks = [
        {
            "if": {"properties": {"check": {"const": check.name}}},
            "then": {
                "properties": {"with": _options(check.options, check.manual)},
                **_unless_in_a_lexicon(check.options),
            },
        }
        for _, check in Catalogue().items()
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
        "applies": {"type": "array", "items": text},
        "needs": {"type": "array", "items": text},
        "lexicon": {"anyOf": [text, {"type": "array", "items": text}]},
        "check": {"type": "string", "examples": list(Catalogue())},
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
        "related_law": {"type": "object", "additionalProperties": {"type": "array", "items": text}},
        "notes": text,
        "measured": {"type": "object", "additionalProperties": text},
        "once_locked": {"type": "boolean"},
        "examples": {"type": "object"},
    }


def _unless_in_a_lexicon(options: tuple[Option, ...]) -> dict[str, object]:
    """Return what a rule must give its check where it names no lexicon that may give it."""
    needed = [one.name for one in options if one.required]
    return {"anyOf": [{"required": ["lexicon"]}, {"properties": {"with": {"required": needed}}}]} if needed else {}


def _options(options: tuple[Option, ...], manual: str) -> dict[str, object]:
    return {
        "type": "object",
        "description": manual,
        "additionalProperties": False,
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


def report_schema() -> str:
    """Return the schema of the JSON report, version 1; readers ignore keys it does not name."""
    from fairaudit.reports.json import reader

    found = reader().json_schema(mode="serialization")
    parts = {name: _untitled(part) for name, part in found["$defs"].items()}
    root = parts.pop("Report")
    # A recursive type is written out once for each place that leads to it; here one place is enough.
    parts["Finding"]["properties"]["facts"] = {"type": "object", "additionalProperties": {"$ref": "#/$defs/Fact"}}
    root["properties"]["version"] = {"const": VERSION}
    schema = {"$schema": DIALECT, "title": "A report of fairaudit", **root, "$defs": dict(sorted(parts.items()))}
    return _text(schema)


def _untitled(schema: Any) -> Any:  # noqa: ANN401  # JSON
    """Return a schema without the titles a library makes of the names of fields."""
    if isinstance(schema, list):
        return [_untitled(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _untitled(one) for key, one in schema.items() if key not in ("title", "properties")}
    if "properties" in schema:
        kept["properties"] = {name: _untitled(one) for name, one in schema["properties"].items()}
    return kept


SCHEMAS = {"case": case_schema, "rule": rule_schema, "report": report_schema}
"""What has a schema, and what writes it."""
