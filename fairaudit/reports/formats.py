"""Which formats there are, and how a settled report becomes one of them. All say the same; none filters."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath

from fairaudit.engine.contract.report import Report
from fairaudit.sources.document import FairauditError, Fault

_MODULES = {
    "text": "fairaudit.reports.text",
    "markdown": "fairaudit.reports.markdown",
    "html": "fairaudit.reports.html",
    "json": "fairaudit.reports.json",
    "sarif": "fairaudit.reports.sarif",
    "github": "fairaudit.reports.github",
    "ics": "fairaudit.reports.ics",
}
FORMATS = tuple(_MODULES)
FOR_CI = ("sarif", "github")
_SUFFIXES = {
    ".txt": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".json": "json", ".sarif": "sarif", ".ics": "ics",
}  # fmt: skip


def format_of(file: str) -> str:
    """Return the format a file's ending asks for; raises `FairauditError`."""
    path = PurePath(file)
    name = "sarif" if path.name.endswith(".sarif.json") else _SUFFIXES.get(path.suffix.lower())
    if name is None:
        endings = ", ".join(sorted(_SUFFIXES))
        raise FairauditError(Fault(file, 0, 0, f"has an ending that is no format; use one of {endings}"))
    return name


def pieces(report: Report, name: str) -> Iterator[str]:
    """Yield a report in a format, bit by bit: over many cases no format is ever one text in memory."""
    found: Iterator[str] = import_module(_MODULES[name]).pieces(report)
    return found


def render(report: Report, name: str) -> str:
    """Return a report in a format; text comes without colours."""
    return "".join(pieces(report, name))
