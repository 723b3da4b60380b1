"""`fairaudit report`: a JSON report in other formats, without auditing again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def report(
    audit: Annotated[Path, typer.Argument(help="A report that `fairaudit check -o audit.json` wrote.")],
    output: Annotated[
        list[str] | None, typer.Option("--output", "-o", help="Write a report; its ending says the format. Repeatable.")
    ] = None,
    figures: Annotated[
        str | None,
        typer.Option(
            "--figures", metavar="DIR", help="A folder to write the pictures of the evaluation to, as SVG and PNG."
        ),
    ] = None,
    format_: Annotated[str, typer.Option("--format", help="What to print where nothing is written.")] = "text",
    color: Annotated[str, typer.Option("--color", help="auto, always or never.")] = "auto",
    quiet: Annotated[  # noqa: ARG001  # taken so that what is typed for `check` may be typed here
        bool, typer.Option("--quiet", "-q", help="As for check; where reports are written nothing is printed anyway.")
    ] = False,
    allow_ci_evaluation: Annotated[bool, typer.Option(help="As for check.")] = False,
) -> None:
    """Render a JSON report again. It cannot be redacted now: what is in it is in it."""
    from fairaudit.cli.settings import report_at
    from fairaudit.cli.writing import known_looks, show, write

    known_looks(format_, color)
    settled = report_at(audit)
    write(settled, tuple(output or ()), allow_ci_evaluation)
    if figures is not None:
        from fairaudit.cli.figures import write_figures

        write_figures(settled, figures)
    if not output and figures is None:
        show(settled, format_, color, allow_ci_evaluation)
