"""Tender documents in Markdown or plain text into the model's shape: clauses under their headings, each with its lines.

Nothing is guessed that the document does not say: a paragraph or list item is a clause of the specification, its heading and
number are what stands above it. Only what says so is read as more: conditions of taking part by their heading ("Minimum
qualifications"), and award criteria where headings end with their weight ("Staffing approach (10%)") or where a paragraph
announces evaluation factors and each item after it has a name in bold and says that it will be evaluated, or where a table has
a column of criteria and one of weights.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.conditions import kinds_in, standards_in
from fairaudit.frozen import Frozen
from fairaudit.sources.document import Document, Path, Span, Value
from fairaudit.sources.limits import MAX_VALUES, refuse

_NUMBER = re.compile(r"(?:sec(?:tion)?\.?|clause|article|part)?\s*([0-9]+(?:\.[0-9]+)*[a-z]?)[.):]?\s+", re.IGNORECASE)
_WEIGHT = re.compile(r"\s*\(\s*([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*(?:%|per ?cent)\s*\)\s*$", re.IGNORECASE)
_CONDITIONS = re.compile(
    r"\b(?:minimum|mandatory)\b.{0,20}\b(?:qualification|eligib)"
    r"|\b(?:bidder|tenderer|offeror|supplier|vendor)\b.{0,20}\b(?:qualification|requirement|eligib)"
    r"|\b(?:eligibility|selection criteria|conditions? (?:of|for) participation|pre-?qualification)\b",
    re.IGNORECASE,
)
_BINDING_COLUMN = re.compile(
    r"(?:mandatory |minimum )?(?:standard|requirement)s?|(?:required|mandatory) [a-z ]+", re.IGNORECASE
)
_PRICE = re.compile(r"\b(?:prices?|pricing|costs?|fees?|rates?)\b", re.IGNORECASE)
_CRITERIA_AHEAD = re.compile(
    r"\b(?:evaluation|award|scoring|non-price|technical)\s+(?:factors?|criteria)\b", re.IGNORECASE
)
_CRITERION = re.compile(r"\*\*([^*\n]{3,80}?)\s*:?\*\*\s*:?\s")
_CRITERIA_COLUMN = re.compile(r"\b(?:criteri(?:on|a)|evaluation factors?)\b", re.IGNORECASE)
_WEIGHT_COLUMN = re.compile(r"\bweight(?:ing)?s?\b|%", re.IGNORECASE)
_PER_CENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)\s*(?:%|per ?cent)", re.IGNORECASE)
_WEIGHED = re.compile(r"\bwill\s+(?:be\s+)?(?:evaluate|assess|score|rate)d?\b", re.IGNORECASE)
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}\)")
# `<name@place>` and `<https://…>` are addresses, not gaps to be filled.
_ADDRESS = re.compile(r"<((?:mailto:)?[^<>\s@]+@[^<>\s@]+|[a-z]{2,8}://[^<>\s]+)>")
# `3.2.1 The supplier shall`: a number with a point in it, before a capital.
_OWN_NUMBER = re.compile(r"\s*\(?([0-9]{1,3}(?:\.[0-9]{1,3}){1,5})[.)]?\s+(?=[A-Z])")
_SIGNS = re.compile(r"[*_`~#>\\|]+")
_FEWEST_CRITERIA = 2
_WHOLE = 100
# Only blocks: what stands inside a paragraph is text, and looking for links in it can take time that grows with its square.
_BLOCKS = ("heading", "lheading", "list", "blockquote", "fence", "code", "hr", "table", "html_block")


class Block(Frozen):
    """A paragraph, list item or table row: its text and lines, the heading row of its table, and its own number."""

    text: str
    first: int
    last: int
    columns: str = ""
    number: str = ""


@dataclass
class Section:
    """What stands under one heading."""

    heading: str
    level: int
    line: int
    above: tuple[str, ...]
    blocks: list[Block] = field(default_factory=list)

    @property
    def number(self) -> str | None:
        """The number of the section, where its heading begins with one."""
        match = _NUMBER.match(self.heading)
        return match[1] if match else None

    @property
    def weight(self) -> str | None:
        """The weight the heading ends with, in per cent."""
        match = _WEIGHT.search(self.heading)
        return match[1] if match else None

    @property
    def name(self) -> str:
        """The heading without its number and weight."""
        return _WEIGHT.sub("", _NUMBER.sub("", self.heading, count=1)).strip() or self.heading


def read_prose_file(text: str, file: str, digest: str) -> tuple[Document, ...]:
    """Return the one case that a document states; raises `SourceError` where it is too large to be one."""
    sections = _sections(text)
    lines = text.split("\n")
    made = _Made(file, lines)
    weighed = _weighed(sections)
    tabled = {} if weighed else _tabled(sections)
    for section in sections:
        if id(section) in weighed:
            made.criterion(section)
        elif _CONDITIONS.search(" / ".join((*section.above[-1:], section.heading))):
            made.conditions(section)
        else:
            made.clauses(section, {} if weighed or tabled else _listed(section.blocks), tabled)
    return (made.document(digest, text, sections),)


def _sections(text: str) -> list[Section]:
    from markdown_it import MarkdownIt

    sections = [Section("", 0, 1, ())]
    open_: list[Section] = []
    lines = text.split("\n")
    tokens = MarkdownIt("zero").enable(list(_BLOCKS)).parse(text)
    columns = item = ""
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.map:
            heading, level = _plain(inline.content), int(token.tag[1:])
            while open_ and open_[-1].level >= level:
                open_.pop()
            sections.append(Section(heading, level, token.map[0] + 1, tuple(one.heading for one in open_)))
            open_.append(sections[-1])
        elif token.type == "list_item_open":
            item = token.info
        elif token.type == "paragraph_open" and token.map:
            _paragraph(sections[-1], inline.content, token.map, number=item)
            item = ""
        elif token.type == "thead_open" and token.map:
            columns = _row(lines, token.map)
            _paragraph(sections[-1], columns, [token.map[0], token.map[0] + 1])
        elif token.type == "tr_open" and inline.type == "td_open" and token.map:
            _paragraph(sections[-1], _row(lines, token.map), token.map, columns)
    return sections


def _row(lines: list[str], at: list[int]) -> str:
    return lines[at[0]].strip().strip("|")


def _paragraph(section: Section, content: str, lines: list[int], columns: str = "", number: str = "") -> None:
    """Add a paragraph, unless it is a line of a table of contents or holds no words."""
    bare = _LINK.sub("", content).strip(" \t\n.-*•0123456789")
    if not bare and "](#" in content:
        return
    if re.search(r"\.{4,}\s*[0-9]+\s*$", content) or not re.search(r"[^\W\d_]", content):
        return
    written = _OWN_NUMBER.match(content)
    text = _ADDRESS.sub(r"\1", content.strip())
    section.blocks.append(Block(text, lines[0] + 1, lines[1], columns, written[1] if written else number))


def _called(section: Section, block: Block, position: int) -> str | None:
    """Return what a reader looks a paragraph up by: its own number, in its section where that alone makes it one of a kind."""
    if "." in block.number:
        return block.number
    if block.number:
        return f"{section.number or section.name} ({block.number})".strip()
    return f"{section.number}¶{position}" if section.number else None


def _plain(content: str) -> str:
    """Return a heading without the signs of its markup."""
    return re.sub(r"\s+", " ", _SIGNS.sub("", _LINK.sub(r"\1", content))).strip()


def _weighed(sections: list[Section]) -> set[int]:
    """Return the sections, by identity, whose headings are award criteria with their weights: at least two side by side."""
    found: dict[tuple[str, ...], list[Section]] = {}
    for one in sections:
        if one.weight is not None:
            found.setdefault(one.above, []).append(one)
    return {id(one) for some in found.values() if len(some) >= _FEWEST_CRITERIA for one in some}


def _listed(blocks: list[Block]) -> dict[int, str]:
    """Return the names of award criteria, by their lines, that a paragraph announces and items after it have in bold.

    At least two must stand side by side.
    """
    found: dict[int, str] = {}
    items: dict[int, str] = {}
    announced = False
    for block in blocks:
        name = _CRITERION.match(block.text) if announced and _WEIGHED.search(block.text) else None
        if name:
            items[block.first] = name[1]
            continue
        found |= items if len(items) >= _FEWEST_CRITERIA else {}
        items, announced = {}, bool(_CRITERIA_AHEAD.search(block.text))
    return found | (items if len(items) >= _FEWEST_CRITERIA else {})


class Row(Frozen):
    """A row of a table of award criteria."""

    name: str
    weight: Decimal
    block: Block


def _tabled(sections: list[Section]) -> dict[int, Row]:
    """Return the rows of the one table of award criteria, by their lines: the weights must be per cent and make a hundred.

    Two tables, or one with groups and what is in them, would count criteria twice.
    """
    rows = [row for one in sections for block in one.blocks if block.columns and (row := _weighed_row(block))]
    whole = len(rows) >= _FEWEST_CRITERIA and sum(one.weight for one in rows) == _WHOLE
    return {one.block.first: one for one in rows} if whole else {}


def _weighed_row(block: Block) -> Row | None:
    columns = _criteria_columns(block.columns)
    cells = block.text.split("|")
    if columns is None or max(columns) >= len(cells):
        return None
    name, weight = (_plain(cells[at]) for at in columns)
    number = _PER_CENT.fullmatch(weight)
    total = name.lower().startswith(("total", "sum"))
    return Row(name, Decimal(number[1]), block) if number and name and not total else None


# A table with a long head may have many rows.
@lru_cache(maxsize=16)
def _criteria_columns(columns: str) -> tuple[int, int] | None:
    """Return which columns of a table name criteria and hold their weights."""
    heads = columns.split("|")
    named = next((at for at, one in enumerate(heads) if _CRITERIA_COLUMN.search(one)), None)
    weighed = next((at for at, one in enumerate(heads) if _WEIGHT_COLUMN.search(one) and at != named), None)
    return None if named is None or weighed is None else (named, weighed)


@lru_cache(maxsize=16)
def _binding(columns: str) -> bool:
    """Whether rows are under “Standard” or “Required item”: what must be met. Other columns only tell."""
    return bool(_BINDING_COLUMN.fullmatch(_plain(columns.partition("|")[0])))


class _Made:
    """The values read so far, with their places."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.items: dict[str, list[Value]] = {}
        self.spans: dict[Path, Span] = {(): (1, 1, 1, 1), ("tender",): (1, 1, 1, 1)}

    def _add(self, name: str, values: dict[str, Value], first: int, last: int) -> None:
        items = self.items.setdefault(name, [])
        if len(self.spans) > MAX_VALUES:
            raise refuse(self.file, (first, 1, first, 2), f"holds more than {MAX_VALUES:,} values; split it")
        path: Path = ("tender", name, len(items))
        span = self._span(first, last)
        self.spans.setdefault(path[:2], span)
        self.spans[path] = span
        for key in values:
            self.spans[(*path, key)] = span
        items.append(dict(values))

    def _span(self, first: int, last: int) -> Span:
        end = min(last, len(self.lines))
        while end > first and not self.lines[end - 1].strip():
            end -= 1
        text = self.lines[first - 1] if first <= len(self.lines) else ""
        start = len(text) - len(text.lstrip()) + 1
        return (first, start, end, len(self.lines[end - 1].rstrip()) + 1)

    def clauses(self, section: Section, listed: dict[int, str], tabled: dict[int, Row]) -> None:
        """Add every paragraph of a section as a clause, but for those that are award criteria."""
        for number, block in enumerate(section.blocks, 1):
            if block.first in listed:
                self.listed_criterion(listed[block.first], block, {})
                continue
            if row := tabled.get(block.first):
                self.listed_criterion(row.name, block, {"weight": str(row.weight), "weight_type": "percentage"})
                continue
            values: dict[str, Value] = {"text": block.text}
            if section.heading:
                values["heading"] = section.name
            if called := _called(section, block, number):
                values["id"] = called
            if any(re.search(r"\b(?:background|definitions?|glossary)\b", one, re.I) for one in section.above):
                values["part"] = "background"
            if block.columns and _binding(block.columns):
                values["mandatory"] = "true"
            self._add("specification", values, block.first, block.last)

    def conditions(self, section: Section) -> None:
        """Add every paragraph of a section about taking part as a condition, of the kind its words name."""
        for number, block in enumerate(section.blocks, 1):
            kinds = kinds_in(block.text)
            values: dict[str, Value] = {"kind": kinds[0] if kinds else "other", "text": block.text}
            if named := standards_in(block.text):
                values["standards"] = list(named)
            if called := _called(section, block, number):
                values["id"] = called
            self._add("selection_criteria", values, block.first, block.last)

    def criterion(self, section: Section) -> None:
        """Add a section whose heading ends with a weight as an award criterion."""
        text = "\n\n".join(block.text for block in section.blocks)
        values: dict[str, Value] = {
            "name": section.name,
            "weight": section.weight,
            "weight_type": "percentage",
            "type": "price" if _PRICE.search(section.name) else "quality",
        }
        if text:
            values["text"] = text
        if section.number:
            values["id"] = section.number
        last = section.blocks[-1].last if section.blocks else section.line
        self._add("award_criteria", values, section.line, last)
        count = len(self.items["award_criteria"]) - 1
        if section.blocks:
            self.spans[("tender", "award_criteria", count, "text")] = self._span(section.blocks[0].first, last)
        for key in ("name", "weight", "weight_type", "type", "id"):
            if key in values:
                self.spans[("tender", "award_criteria", count, key)] = self._span(section.line, section.line)

    def listed_criterion(self, name: str, block: Block, weight: dict[str, Value]) -> None:
        """Add an item of a list of evaluation factors, or a row of a table of them with its weight, as an award criterion."""
        kind = "price" if _PRICE.search(name) else "quality"
        values: dict[str, Value] = {"name": name, "type": kind, "text": block.text, **weight}
        self._add("award_criteria", values, block.first, block.last)

    def document(self, digest: str, text: str, sections: list[Section]) -> Document:
        """Return everything read as a document of a foreign format."""
        tender: dict[str, Value] = dict(self.items)
        title = next((one.heading for one in sections if one.heading), None)
        if title:
            line = next(one.line for one in sections if one.heading)
            tender["title"] = title[:200]
            self.spans[("tender", "title")] = self._span(line, line)
        value: dict[str, Value] = {"tender": tender}
        return Document(self.file, digest, text, value, self.spans, foreign=True)
