"""The commands, put together; each is only read when it is called or listed."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

_HELP = """Audit a tender and its records for a level playing field.

It says for every rule what was looked at, what was found, where, under which law, how sure it is, and what to mend or
ask. It never gives a score, and missing data is never a pass.
"""
_COMMANDS = {
    "check": "check",
    "dates": "dates",
    "explain": "explain",
    "rules": "rules",
    "test": "examples",
    "schema": "schema",
    "report": "report",
}
"""The function of each command, in the module of its name."""


class _Commands(TyperGroup):
    """The commands by name: working out the options of all of them at every start would take a thirtieth of a run."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002  # the library keeps this type to itself
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002  # as above
        if cmd_name not in _COMMANDS:
            return None
        one = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
        one.command(cmd_name)(getattr(import_module(f"fairaudit.cli.{cmd_name}"), _COMMANDS[cmd_name]))
        return get_command(one)


app = typer.Typer(
    cls=_Commands, help=_HELP, rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)  # fmt: skip


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
