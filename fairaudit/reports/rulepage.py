"""One rule's page: the manual that `fairaudit explain` prints, made of the rule file itself."""

from __future__ import annotations

from fairaudit.engine.rule import Bound, Example, Rule
from fairaudit.engine.waivers import BuiltIn
from fairaudit.sources.document import Value

_BASIS = {
    "statute": "law: the number or duty stands in the text cited below",
    "case-law": "case law: courts decided so in the cases cited below",
    "guidance": "guidance: the sources below publish it, no law demands it",
    "record": "record: the procurement's own terms and records do not agree; no law and no number of ours is needed",
    "heuristic": "heuristic: no published source sets this; it marks what is worth a look",
}


def rule_page(rule: Rule) -> str:
    """Return a rule's page in Markdown."""
    parts = [
        f"# {rule.name}",
        rule.title + ".",
        _facts(rule),
        f"## Why it matters\n\n{rule.why}",
        f"## What to write instead\n\n{rule.fix}",
        f"## What a bidder can ask\n\n{rule.ask}",
        _looks_at(rule),
    ]
    if rule.lawful_when:
        allowed = "\n".join(f"- `{one.condition}`: {one.note}" for one in rule.lawful_when)
        parts.append(f"## When it is allowed\n\n{allowed}")
    cited = [one.cite + (f" (from {one.from_})" if one.from_ else "") for one in rule.sources]
    listed = [f"- {one}" for one in cited] + [f"- see {one}" for one in rule.see]
    parts.append("## Sources\n\n" + ("\n".join(listed) if listed else "None: this is a heuristic."))
    parts.append("## Examples\n\n" + "\n\n".join(_example(one) for one in rule.examples))
    return "\n\n".join(parts) + "\n"


def built_in_page(rule: BuiltIn) -> str:
    """Return the page of a rule about waivers."""
    in_settings = f"\nIn `fairaudit.yaml`: {rule.fix_in_settings}\n" if rule.fix_in_settings else ""
    return (
        f"# fairaudit/{rule.id}\n\n{rule.title}.\n\n- severity: {rule.severity}\n\n## Why it matters\n\n{rule.why}\n\n"
        f"## What to write instead\n\n{rule.fix}\n{in_settings}"
    )


def _facts(rule: Rule) -> str:
    return "\n".join(
        (
            f"- family: {rule.family}; judged from stage {rule.stage} on",
            f"- severity: {rule.severity}, how far the field tilts if the finding is true",
            f"- confidence: {rule.confidence}, how sure the measurement is at best",
            f"- basis: {_BASIS[rule.basis]}",
        )
    )


def _looks_at(rule: Rule) -> str:
    lines = [f"- looks at: `{rule.given.text}`", f"- check: `{rule.check.name}`: {rule.check.manual.split(chr(10))[0]}"]
    lines += [f"- `{one.name}`: {_option(one, rule)}" for one in rule.options if one.name in rule.given_options]
    needed = [one.text for one in rule.needs]
    if needed:
        lines.append(f"- needs: {', '.join(f'`{one}`' for one in needed)}")
    return "## What it looks at\n\n" + "\n".join(lines)


def _option(option: Bound, rule: Rule) -> str:
    given = rule.given_options[option.name]
    return ", ".join(str(one) for one in given) if isinstance(given, list) else str(given)


def _example(example: Example) -> str:
    claims = [*example.finds, *(f"missing: {one}" for one in example.missing)]
    if example.reason:
        claims.append(example.reason)
    said = "\n".join(f"- {one}" for one in claims)
    body = "\n".join(_yaml(example.case, 0))
    return f"### {example.outcome}\n\n```yaml\n{body}\n```" + (f"\n\n{said}" if said else "")


def _yaml(value: Value, depth: int) -> list[str]:
    """Return a value as block YAML, one field a line, for reading."""
    pad = "  " * depth
    if isinstance(value, dict):
        return [line for key, one in value.items() for line in _entry(f"{pad}{key}:", one, depth)]
    if isinstance(value, list):
        return [line for one in value for line in _item(pad, one, depth)]
    return [pad + _scalar(value)]


def _entry(head: str, value: Value, depth: int) -> list[str]:
    if isinstance(value, dict | list) and value:
        return [head, *_yaml(value, depth + 1)]
    return [f"{head} {'{}' if value == {} else '[]' if value == [] else _scalar(value)}"]


def _item(pad: str, value: Value, depth: int) -> list[str]:
    if isinstance(value, dict | list) and value:
        first, *rest = _yaml(value, depth + 1)
        return [f"{pad}- {first.strip()}", *rest]
    return [f"{pad}- {_scalar(value)}"]


def _scalar(value: Value) -> str:
    if value is None:
        return "null"
    text = str(value)
    plain = text and text == text.strip() and not any(one in text for one in ":#{}[]\"'\n&*!|>%@`,")
    return text if plain else '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
