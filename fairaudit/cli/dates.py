"""`fairaudit dates`: the days the law sets for a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def dates(
    case: Annotated[list[str], typer.Argument(help="Files or folders that hold a case; `-` reads standard input.")],
    output: Annotated[
        list[str] | None, typer.Option("--output", "-o", help="Write the dates as a calendar, such as dates.ics.")
    ] = None,
    law: Annotated[list[str] | None, typer.Option("--law", help="A pack of law that applies. Repeatable.")] = None,
    audience: Annotated[str, typer.Option("--for", help="Whose dates: officer, bidder or auditor.")] = "officer",
    today: Annotated[str | None, typer.Option("--today", help="As for check.")] = None,
    format_: Annotated[str, typer.Option("--format", help="text, json or ics.")] = "text",
    config: Annotated[Path | None, typer.Option("--config", help="As for check.")] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="As for check.")] = False,
) -> None:
    """Say what is due by when under the law of a case, for whom, by which provision and how it was counted.

    A question, a letter or a register entry stops none of these times. Exit 2 where a case cannot be read.
    """
    from fairaudit.cli.settings import Given, Today, audit_paths, today_of
    from fairaudit.cli.writing import put_text, spare_inputs, write
    from fairaudit.engine.request import one_of
    from fairaudit.reports.datelist import as_json, as_text
    from fairaudit.reports.formats import render
    from fairaudit.reports.json import dumped

    name = one_of("--format", format_, ("text", "json", "ics"))
    given = Given(
        cases=tuple(case), with_files=(), law=tuple(law or ()), rules=(), select=(), ignore=(), audience=audience,
        stage=None, fail_on="never", strict=False, baseline=None, today=today_of(Today(today)), redact=False,
        stdin_filename="stdin.yaml", config=config, no_config=no_config,
    )  # fmt: skip
    report = audit_paths(given)
    spare_inputs(output or [], [one.file for read in report.cases for one in read.inputs])
    write(report, tuple(output or ()), allow_ci=False)
    put_text(as_text(report) if name == "text" else dumped(as_json(report)) if name == "json" else render(report, name))
    raise typer.Exit(2 if any(one.faults for one in report.cases) else 0)
