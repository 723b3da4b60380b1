"""`fairaudit check`: the main job."""

from pathlib import Path
from typing import Annotated

import typer

from fairaudit.cli.collector import keep_off_what_is_loaded
from fairaudit.cli.settings import Given, Today, audit_paths, today_of
from fairaudit.cli.writing import known_looks, show, spare_inputs, write


def check(
    case: Annotated[list[str], typer.Argument(help="Files or folders that hold a case; `-` reads standard input.")],
    output: Annotated[
        list[str] | None, typer.Option("--output", "-o", help="Write a report; its ending says the format. Repeatable.")
    ] = None,
    with_file: Annotated[
        list[Path] | None, typer.Option("--with", help="A further file that belongs to the case. Repeatable.")
    ] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="With a file, read its whole case: the folder it stands in, if that is one.")
    ] = False,
    law: Annotated[list[str] | None, typer.Option("--law", help="A pack of law that applies. Repeatable.")] = None,
    rules: Annotated[
        list[Path] | None, typer.Option("--rules", help="A rule file, or a folder of rules, to judge by as well.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", help="Only these rules, packs or families. Repeatable.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", help="Not these rules, packs or families. Repeatable.")
    ] = None,
    audience: Annotated[str, typer.Option("--for", help="Whose words to use: officer, bidder or auditor.")] = "officer",
    stage: Annotated[
        str | None, typer.Option("--stage", help="Judge as of this stage, whatever the case says of itself.")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", help="Exit 1 from this severity on, or `never`. [default: high]")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let findings for review fail the run too.")] = False,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="A JSON report; what it found already fails nothing now.")
    ] = None,
    format_: Annotated[
        str, typer.Option("--format", help="What to print: text, json, markdown, html, sarif or github.")
    ] = "text",
    today: Annotated[
        str | None, typer.Option("--today", help="The day to judge on, as 2026-03-30. [default: now]")
    ] = None,
    redact: Annotated[bool, typer.Option("--redact", help="Replace people and bidders by labels.")] = False,
    scenario: Annotated[
        bool, typer.Option("--scenario", help="Say what would have changed the winner, once the scores are locked.")
    ] = False,
    names: Annotated[bool, typer.Option("--names", help="Name evaluators in statistics and pictures.")] = False,
    figures: Annotated[
        str | None,
        typer.Option(
            "--figures", metavar="DIR", help="A folder to write the pictures of the evaluation to, as SVG and PNG."
        ),
    ] = None,
    stdin_filename: Annotated[
        str, typer.Option("--stdin-filename", help="The name to show for standard input.")
    ] = "stdin.yaml",
    color: Annotated[str, typer.Option("--color", help="auto, always or never.")] = "auto",
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print no summary where reports are written with -o.")
    ] = False,
    allow_ci_evaluation: Annotated[
        bool, typer.Option(help="Write SARIF or GitHub annotations of a case that bidders have entered.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option("--config", help="Settings; else the nearest fairaudit.yaml from here upwards.")
    ] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="Use no settings file.")] = False,
) -> None:
    """Audit cases: print what was found, write reports, and say by the exit status how it went.

    0: nothing flagged at or above --fail-on. 1: findings. 2: the audit is incomplete.
    """
    known_looks(format_, color)
    given = Given(
        cases=tuple(case), whole=whole, with_files=tuple(with_file or ()), law=tuple(law or ()), rules=tuple(rules or ()),
        select=tuple(select or ()), ignore=tuple(ignore or ()), audience=audience, stage=stage, fail_on=fail_on,
        strict=strict, baseline=baseline, today=today_of(Today(today)), redact=redact, stdin_filename=stdin_filename,
        config=config, no_config=no_config, scenario=scenario, names=names,
    )  # fmt: skip
    keep_off_what_is_loaded()
    report = audit_paths(given)
    read = [one.file for case_report in report.cases for one in case_report.inputs]
    spare_inputs(
        output or [], [*read, *case, *(str(one) for one in (*given.with_files, *given.rules, config, baseline) if one)]
    )
    write(report, tuple(output or ()), allow_ci_evaluation)
    if figures is not None:
        from fairaudit.cli.figures import write_figures

        write_figures(report, figures)
    # Where nothing is written, or another format was asked for, what is printed is the report itself.
    if not (quiet and output and format_ == "text"):
        show(report, format_, color, allow_ci_evaluation)
    raise typer.Exit(report.exit_status)
