"""`fairaudit test`: the examples in rule files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer


def examples(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[RULE|FILE|FOLDER]...", help="Rules by name, files or folders; all shipped."),
    ] = None,
) -> None:
    """Run the examples of rules: each must say exactly what its file claims. Exit 1 where one does not."""
    from fairaudit.engine.examples import run_example
    from fairaudit.engine.request import UsageError
    from fairaudit.engine.rulefiles.packs import rules_at, shipped_packs
    from fairaudit.reports.wording import counted
    from fairaudit.sources.document import Fault

    shipped = [rule for pack in shipped_packs() for rule in pack.rules]
    chosen = [] if names else shipped
    for name in names or ():
        found = [rule for rule in shipped if name in (rule.id, rule.name, rule.pack)]
        if not found and os.path.exists(name):
            found = [*rules_at(Path(name))]
        if not found:
            raise UsageError(Fault("test", 0, 0, f"there is no rule, file or folder `{name}`"))
        chosen += found
    shown = [(rule, run_example(rule, example)) for rule in chosen for example in rule.examples]
    failed = [(rule, one) for rule, one in shown if not one.holds]
    for rule, one in failed:
        print(f"{rule.file}:{one.line}: the example of {rule.name} that should be {one.outcome} does not hold")
        print(*(f"  claimed: {line}" for line in one.expected), *(f"  said:    {line}" for line in one.got), sep="\n")
    hold = len(shown) - len(failed)
    held = f"{hold} {'hold' if hold != 1 else 'holds'}, {len(failed)} {'do' if len(failed) != 1 else 'does'} not"
    print(f"{counted(len(chosen), 'rule')}, {counted(len(shown), 'example')}: {held}")
    raise typer.Exit(1 if failed or not shown else 0)
