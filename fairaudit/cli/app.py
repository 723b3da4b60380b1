"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from fairaudit.cli import check, dates, explain, report, rules, schema, test

_HELP = """Audit a tender and its records for a level playing field.

It says for every rule what was looked at, what was found, where, under which law, how sure it is, and what to mend or
ask. It never gives a score, and missing data is never a pass.
"""


app = typer.Typer(
    help=_HELP, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip
app.command("check")(check.check)
app.command("dates")(dates.dates)
app.command("explain")(explain.explain)
app.command("rules")(rules.rules)
app.command("test")(test.examples)
app.command("schema")(schema.schema)
app.command("report")(report.report)


def _version(asked: bool) -> None:
    if asked:
        from fairaudit import __version__

        print(f"fairaudit {__version__}")
        raise typer.Exit


@app.callback(help=_HELP)
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version and stop.")
    ] = False,
) -> None:
    """Hold the options that every command has."""
