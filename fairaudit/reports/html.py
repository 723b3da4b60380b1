"""The report as one HTML file that needs nothing else: no script, no network, readable on paper and on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from fairaudit.engine.contract.report import CaseReport, Report
from fairaudit.reports import (
    burdenwords,
    excerpts,
    factwords,
    lawwords,
    measured,
    measurewords,
    outline,
    registerwords,
    wording,
)
from fairaudit.reports.characters import visible_lines
from fairaudit.reports.charts import timeline
from fairaudit.reports.factnames import told_facts

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

    from fairaudit.reports.pictures.values import Picture


def pieces(report: Report) -> Iterator[str]:
    """Yield the report as HTML, bit by bit."""
    environment = _environment()
    style = environment.get_template("report.css").render().strip()
    page = environment.get_template("report.html.j2")
    return page.generate(report=report, style=_trusted(f"\n{style}\n"), policy=_policy(f"\n{style}\n"))


def render(report: Report) -> str:
    """Return the report as HTML."""
    return "".join(pieces(report))


def _environment() -> Environment:
    """Return templates that escape everything; `select_autoescape` would leave out names that end in .j2."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("fairaudit.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(lawwords=lawwords, wording=wording, outline=outline, excerpts=excerpts, picture=_picture)
    environment.globals.update(
        burdenwords=burdenwords, factwords=factwords, undrawn=timeline.undrawn, told_facts=told_facts
    )
    environment.globals.update(unlike_deadlines=timeline.unlike_deadlines)
    environment.globals.update(measurewords=measurewords, pictures=_pictures, trusted=_trusted)
    environment.globals.update(measured=measured, drawn_tables=_drawn_tables, together=_together, not_drawn=_not_drawn)
    environment.globals.update(registerwords=registerwords)
    return environment


def _shown(value: object) -> object:
    """Return a text without control and direction characters; what the templates trust goes through as it is."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return visible_lines(value)
    return value


def _trusted(text: str) -> Markup:
    from markupsafe import Markup

    return Markup(text)  # our own style sheet, and pictures that escape what they were given


def _picture(case: CaseReport, today: str, name: str) -> Markup:
    return _trusted(timeline.svg(case.timeline, today, name))


def _pictures(case: CaseReport, page: str) -> tuple[Picture, ...]:
    if not case.measures:
        return ()
    from fairaudit.reports.pictures.album import drawn

    return drawn(case.measures, page)


def _not_drawn(case: CaseReport, found: tuple[Picture, ...]) -> tuple[str, ...]:
    if not case.measures:
        return ()
    from fairaudit.reports.pictures.absent import not_drawn

    return not_drawn(case, found)


def _drawn_tables(found: tuple[Picture, ...]) -> frozenset[str]:
    """Return the names of the tables that stand beside a picture."""
    return frozenset(table.name for one in found for table in one.tables)


def _together(found: tuple[Picture, ...]) -> tuple[Picture, ...]:
    """Return the pictures that stand together; those of what bidders received stand below the timeline."""
    return tuple(one for one in found if not one.key.startswith("bidders"))


def _policy(style: str) -> str:
    """Return a content policy that lets this one style sheet through and nothing else, scripts least of all."""
    from base64 import b64encode
    from hashlib import sha256

    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; script-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
