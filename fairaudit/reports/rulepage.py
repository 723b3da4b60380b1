"""One rule's page: the manual that `fairaudit explain` prints, made of the rule file itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from fairaudit.analysis.calendars import day_in_words
from fairaudit.engine.contract.report import SourceCited
from fairaudit.engine.rulefiles.manual import manual_of
from fairaudit.engine.rulefiles.redflags import Entry, catalogue_names, entries
from fairaudit.engine.rulefiles.rule import Bound, Example, Rule
from fairaudit.engine.waivers import BuiltIn
from fairaudit.law.regime import Terms
from fairaudit.law.tables import StatutoryPeriod, Table
from fairaudit.reports.wording import when
from fairaudit.sources.document import Value

_BASIS = {
    "statute": "law: the number or duty stands in the text cited below",
    "case-law": "case law: courts decided so in the cases cited below",
    "guidance": "guidance: the sources below publish it, no law demands it",
    "record": "record: the procurement's own terms and records do not agree; no law and no number of ours is needed",
    "heuristic": "heuristic: no published source sets this; it marks what is worth a look",
    "statistic": "statistic: a test of a pattern, which honest people make too; it leads to review, and is flagged only where "
    "a record of the same scores is found wrong",
}


_NO_SOURCE = {
    "heuristic": "None: this is a heuristic.",
    "record": "None: the procurement's own records are compared with each other.",
}


_RELATED = (
    "Provisions on the same subject, for whoever wants to look further. No finding of this rule cites them: which of them is in "
    "force hangs on the buyer and the day, and the rules of a law that is in force are judged by themselves."
)

_ONCE_LOCKED = (
    "Once `evaluation.locked` is true (where it is not given, once an award stands), or to the auditor: whoever can "
    "still change a score would learn which one to change."
)


def rule_page(rule: Rule, laws: Mapping[str, Terms]) -> str:
    """Return a rule's page in Markdown; `laws` are the terms of the packs, by name."""
    parts = [
        f"# {rule.name}",
        rule.title + ".",
        _facts(rule, laws.get(rule.pack)),
        f"## Why it matters\n\n{rule.why}",
        f"## What to write instead\n\n{rule.fix}",
        f"## What a bidder can ask\n\n{rule.ask}",
        _looks_at(rule),
    ]
    if rule.measured:
        said = "\n".join(f"- {kind}: {one}" for kind, one in rule.measured.items())
        parts.append(f"## What it measures\n\nSaid in every report, whether or not anything is found.\n\n{said}")
    if rule.once_locked:
        parts.append(f"## When it is told\n\n{_ONCE_LOCKED}")
    if rule.lawful_when:
        allowed = "\n".join(f"- `{one.condition}`: {one.note}" for one in rule.lawful_when)
        parts.append(f"## When it is allowed\n\n{allowed}")
    parts += [f"## The law\n\n{numbers}"] if (numbers := _numbers(rule, laws.get(rule.pack))) else []
    cited = [f"- {one.cite}{_dated(one)}" for one in rule.sources]
    parts.append("## Sources\n\n" + ("\n".join(cited) if cited else _NO_SOURCE[rule.basis]))
    if rule.notes:
        parts.append(f"## Notes\n\n{rule.notes}")
    parts.append(f"## Related catalogues\n\n{_catalogues(rule)}")
    if rule.related_law:
        cites = [f"- {cite}{_in_force(laws.get(pack))}" for pack, found in rule.related_law for cite in found]
        parts.append(f"## Related law\n\n{_RELATED}\n\n" + "\n".join(cites))
    parts.append("## Examples\n\n" + "\n\n".join(_example(one) for one in rule.examples))
    return "\n\n".join(parts) + "\n"


def _catalogues(rule: Rule) -> str:
    """Return what the entries look for that a rule names, or that no catalogue has this."""
    if not rule.see:
        return f"None of the catalogues that fairaudit knows has this ({', '.join(catalogue_names())})."
    known = entries()
    return "\n".join(f"- {one}{_entry_words(known.get(one))}" for one in rule.see)


def _entry_words(entry: Entry | None) -> str:
    return f": {entry.words} ({entry.title})" if entry else ""


def _dated(source: SourceCited) -> str:
    """Return from when and until when a source is in force, as an aside."""
    said = [f"{word} {when(day)}" for word, day in (("from", source.from_), ("until", source.until)) if day]
    return f" ({' '.join(said)})" if said else ""


def _in_force(law: Terms | None) -> str:
    """Return from when until when a law is in force, as an aside; nothing for one without dates."""
    words = _days(law.since, law.until) if law else ""
    return f" (procurements begun {words})" if words else ""


def _days(since: date | None, until: date | None) -> str:
    """Return two days as a span in words, nothing where neither is set."""
    words = [f"{word} {day_in_words(day)}" for word, day in (("from", since), ("until", until)) if day]
    return " ".join(words) if until or not words else f"{words[0]} on"


def _numbers(rule: Rule, law: Terms | None) -> str:
    """Return the periods and tables of the law that a rule leans on, in full."""
    parts = []
    for option in rule.options:
        if isinstance(option.value, StatutoryPeriod):
            days = _within(option.value.since, option.value.until, law)
            parts.append(f"- {option.value.words} ({option.value.cite}){f', in force {days}' if days else ''}")
        elif isinstance(option.value, Table):
            parts.append(_table(option.value, law))
    return "\n".join(parts)


def _within(since: date | None, until: date | None, law: Terms | None) -> str:
    """Return when a number counts: between its own days, and never outside those of its law."""
    first = max((one for one in (since, law.since if law else None) if one), default=None)
    last = min((one for one in (until, law.until if law else None) if one), default=None)
    return _days(first, last)


def _table(table: Table, law: Terms | None) -> str:
    """Return a statutory table with every row and its conditions."""
    lines = [f"{table.title} ({table.cite}); of the rows that hold, the shortest is enough:", ""]
    lines += ["| row | where | number | in force |", "|---|---|---|---|"]
    for row in table.rows:
        given = row.least if row.least is not None else row.most if row.most is not None else row.amount
        number = "none is set" if row.unset else given
        dated = _within(row.since, row.until, law) or "no dates are set"
        lines.append(f"| {row.row} | {row.words} | {number} | {dated} |")
    return "\n".join(lines)


def page_name(rule: Rule) -> str:
    """Return the file name of a rule's page."""
    return f"{rule.pack}.{rule.id}.md"


def index_page(packs: Iterable[tuple[str, str, tuple[Rule, ...]]]) -> str:
    """Return the list of every rule by pack and family, with links to their pages."""
    parts = [
        "# Rules",
        "Made from the rule files by `fairaudit explain --write docs/rules`. Each page says what a rule looks at, why it "
        "matters, what to write instead, what to ask, what it rests on, and shows the examples that are its tests.",
    ]
    for name, title, rules in packs:
        parts.append(f"## {name}: {title}")
        for family in sorted({one.family for one in rules}):
            rows = [
                f"| [{one.title}]({page_name(one)}) | {one.severity} | {one.stage} | {one.basis} |"
                for one in rules
                if one.family == family
            ]
            head = f"### {family}\n\n| rule | severity | from stage | basis |\n|---|---|---|---|"
            parts.append("\n".join((head, *rows)))
    return "\n\n".join(parts) + "\n"


def built_in_page(rule: BuiltIn) -> str:
    """Return the page of a rule about waivers."""
    in_settings = f"\nIn `fairaudit.yaml`: {rule.fix_in_settings}\n" if rule.fix_in_settings else ""
    return (
        f"# fairaudit/{rule.id}\n\n{rule.title}.\n\n- severity: {rule.severity}\n\n## Why it matters\n\n{rule.why}\n\n"
        f"## What to write instead\n\n{rule.fix}\n{in_settings}"
    )


def _facts(rule: Rule, law: Terms | None) -> str:
    days = _days(law.since, law.until) if law else ""
    return "\n".join(
        (
            f"- family: {rule.family}; judged from stage {rule.stage} on",
            f"- severity: {rule.severity}, how far the field tilts if the finding is true",
            f"- confidence: {rule.confidence}, how sure the measurement is at best",
            f"- basis: {_BASIS[rule.basis]}",
            *((f"- in force: for procurements begun {days}",) if days else ()),
            *((f"- only where: {', '.join(one.replace('-', ' ') for one in rule.applies)}",) if rule.applies else ()),
        )
    )


def _looks_at(rule: Rule) -> str:
    lines = [f"- looks at: `{rule.given.text}`", f"- check: `{rule.check.name}`: {manual_of(rule)}"]
    if rule.lexicons:
        lines.append("- words: from " + ", ".join(f"`rules/lexicons/en/{one}.yaml`" for one in rule.lexicons))
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
