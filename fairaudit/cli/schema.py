"""`fairaudit schema`: JSON Schema for editors."""

from __future__ import annotations

from typing import Annotated

import typer


def schema(what: Annotated[str, typer.Argument(help="case or rule.")] = "case") -> None:
    """Print the JSON Schema of a case or a rule file, for editors that check while you type."""
    from fairaudit.cli.writing import put_text
    from fairaudit.engine.request import one_of
    from fairaudit.reports.schema import case_schema, rule_schema

    put_text(case_schema() if one_of("schema", what, ("case", "rule")) == "case" else rule_schema())
