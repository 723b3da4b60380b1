"""`fairaudit explain`: one rule's page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def explain(
    rule: Annotated[str, typer.Argument(help="The rule's id, or pack/id.")],
    rules: Annotated[
        list[Path] | None, typer.Option("--rules", help="A rule file or folder to look in as well.")
    ] = None,
) -> None:
    """Explain a rule: what it looks at, why it matters, what to write instead, where it comes from, examples."""
    from fairaudit.analysis.nearest import did_you_mean
    from fairaudit.cli.writing import put_text
    from fairaudit.engine.config import Config
    from fairaudit.engine.laws import LAW_WITHOUT_PACK
    from fairaudit.engine.request import UsageError, rules_for
    from fairaudit.engine.waivers import BUILT_IN
    from fairaudit.reports.rulepage import built_in_page, rule_page
    from fairaudit.sources.document import Fault

    loaded = rules_for(Config(), tuple(rules or ()), (), ())
    pages = [rule_page(one.rule) for one in loaded.standings if rule in (one.rule.id, one.rule.name)]
    pages += [built_in_page(one) for one in (*BUILT_IN, LAW_WITHOUT_PACK) if rule in (one.id, f"fairaudit/{one.id}")]
    if not pages:
        hint = did_you_mean(rule, loaded.known, "; `fairaudit rules` lists them")
        raise UsageError(Fault("explain", 0, 0, f"there is no rule `{rule}`{hint}"))
    put_text("\n".join(pages))
