"""`fairaudit schema`: JSON Schema for editors."""

from __future__ import annotations

from typing import Annotated

import typer


def schema(what: Annotated[str, typer.Argument(help="case, rule or report.")] = "case") -> None:
    """Print the JSON Schema of a case or a rule file, for editors that check while you type, or of the JSON report."""
    from fairaudit.cli.writing import put_text
    from fairaudit.engine.request import one_of
    from fairaudit.reports.schema import SCHEMAS

    put_text(SCHEMAS[one_of("schema", what, tuple(SCHEMAS))]())
