"""`fairaudit rules`: which rules are in force, and why the others are not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def rules(
    extra: Annotated[list[Path] | None, typer.Option("--rules", help="A rule file or folder to list as well.")] = None,
    select: Annotated[list[str] | None, typer.Option("--select", help="As for check.")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", help="As for check.")] = None,
    law: Annotated[list[str] | None, typer.Option("--law", help="As for check.")] = None,
    format_: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
    config: Annotated[Path | None, typer.Option("--config", help="As for check.")] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="As for check.")] = False,
) -> None:
    """List every rule with its family, severity and basis, and say of each that is not in force why."""
    from fairaudit.cli.settings import settings_file
    from fairaudit.cli.writing import put_text
    from fairaudit.engine.request import one_of, rules_for
    from fairaudit.reports.rulelist import as_json, as_text

    settings = settings_file(config, no_config)
    loaded = rules_for(settings, tuple(extra or ()), tuple(select or ()), tuple(ignore or ()))
    name = one_of("--format", format_, ("text", "json"))
    laws = (*(law or ()), *(one.text for one in settings.law))
    put_text(as_json(loaded, laws) if name == "json" else as_text(loaded, laws))
