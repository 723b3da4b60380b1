"""Where something stands, as SARIF says it: artifacts, lines and what is around them; and texts as it takes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from fairaudit.engine.contract.report import Finding

Json = dict[str, object]
_LINK = re.compile(r"(\\*)\](?=\()")
_PLACEHOLDER = re.compile(r"\{\d+\}")
_MARKUP = re.compile(r"([\\`*_\[\]<>~&|$@]|:(?=//)|(?<=[wW])\.)")


@dataclass(frozen=True, slots=True)
class Tables:
    """Where a rule and a file stand in the lists that results point into."""

    rules: dict[str, int]
    files: dict[str, int]


def location_of(file: str, region: Json, path: str, tables: Tables, context: Json | None = None) -> Json:
    """Return a place as SARIF knows it: the file by its address, the model path as the logical name."""
    location: Json = {}
    if file:
        known = {"index": tables.files[file]} if file in tables.files else {}
        location["physicalLocation"] = {
            "artifactLocation": {"uri": uri_of(file), "uriBaseId": "%SRCROOT%", **known},
            **({"region": region} if region else {}),
            **({"contextRegion": context} if context else {}),
        }
    if path:
        location["logicalLocations"] = [{"fullyQualifiedName": path}]
    return location


def line_of(line: int) -> Json:
    """Return a whole line as a region; none where it is not known."""
    return {"startLine": line} if line > 0 else {}


def region_of(finding: Finding) -> Json:
    """Return the span: lines and columns from 1, the end column behind the last character, as in the report."""
    region = line_of(finding.line)
    if region and finding.column > 0 and (finding.end_line, finding.end_column) >= (finding.line, finding.column):
        region |= {
            "startColumn": finding.column,
            "endLine": finding.end_line,
            "endColumn": max(1, finding.end_column),
        }
    return region


def context_of(finding: Finding) -> Json:
    """Return the excerpt, where the finding is a part of that one line: a context must be more than the region."""
    excerpt = finding.excerpt
    if excerpt is None or finding.column < 1 or not 0 < excerpt.line == finding.line == finding.end_line:
        return {}
    return {"startLine": excerpt.line, "snippet": {"text": excerpt.text}}


def uri_of(file: str) -> str:
    """Return a relative file name as a URI reference; a name that is no UTF-8 must not stop the report."""
    return quote(file, safe="/", errors="surrogatepass")


def text_of(text: str) -> str:
    """Return text that stays text: SARIF reads `[a](b)` as a link and `{0}` as a placeholder even in plain messages."""
    without_links = _LINK.sub(lambda match: match[1] * 2 + r"\]", text)
    # Braces are doubled only where one could be a placeholder: platforms that know none show every doubled brace.
    if _PLACEHOLDER.search(text):
        return without_links.replace("{", "{{").replace("}", "}}")
    return without_links


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, in one paragraph."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
