"""`fairaudit explain`: one rule's page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from fairaudit.engine.force import Rules


def explain(
    rule: Annotated[str | None, typer.Argument(help="The rule's id, or pack/id.")] = None,
    rules: Annotated[
        list[Path] | None, typer.Option("--rules", help="A rule file or folder to look in as well.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--write", help="Write a page for every rule into a folder, and a list of them.")
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
    if folder is not None:
        write_pages(folder, loaded)
        return
    if rule is None:
        raise UsageError(Fault("explain", 0, 0, "needs the name of a rule; `fairaudit rules` lists them"))
    laws = {pack.name: pack.terms for pack in loaded.packs}
    pages = [rule_page(one.rule, laws) for one in loaded.standings if rule in (one.rule.id, one.rule.name)]
    pages += [built_in_page(one) for one in (*BUILT_IN, LAW_WITHOUT_PACK) if rule in (one.id, f"fairaudit/{one.id}")]
    if not pages:
        hint = did_you_mean(rule, loaded.known, "; `fairaudit rules` lists them")
        raise UsageError(Fault("explain", 0, 0, f"there is no rule `{rule}`{hint}"))
    put_text("\n".join(pages))


def write_pages(folder: Path, loaded: Rules) -> None:
    """Write the page of every rule and the list of them; pages of rules that are no more are taken away."""
    from fairaudit.reports.rulepage import index_page, page_name, rule_page

    folder.mkdir(parents=True, exist_ok=True)
    laws = {pack.name: pack.terms for pack in loaded.packs}
    pages = {page_name(one): rule_page(one, laws) for pack in loaded.packs for one in pack.rules}
    pages["README.md"] = index_page((pack.name, pack.title, pack.rules) for pack in loaded.packs)
    for old in folder.glob("*.md"):
        if old.name not in pages:
            old.unlink()
    for name, text in sorted(pages.items()):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
