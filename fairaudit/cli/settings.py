"""What was typed, into what a run is asked to do."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from fairaudit.engine.config import Config, find_config, read_config
from fairaudit.engine.contract.report import Report, fingerprints
from fairaudit.engine.request import Request, UsageError, answered
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.cases import Extra, Unread, open_cases, shown, stdin_cases, whole
from fairaudit.sources.document import Fault

LABELS = {"law": "--law", "rules": "--rules", "audience": "--for", "stage": "--stage", "fail_on": "--fail-on"}
"""What a person types for what a run is asked."""


class Today(Frozen):
    """The day as typed, or nothing for the clock's."""

    text: str | None


class Given(Frozen):
    """Everything `check` was given."""

    cases: tuple[str, ...]
    with_files: tuple[Path, ...]
    law: tuple[str, ...]
    rules: tuple[Path, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    audience: str
    stage: str | None
    fail_on: str | None
    strict: bool
    baseline: Path | None
    today: date
    redact: bool
    stdin_filename: str
    config: Path | None
    no_config: bool
    whole: bool = False
    scenario: bool = False
    names: bool = False


def today_of(today: Today) -> date:
    """Return the day of a run; the only place that reads the clock. Raises `UsageError`."""
    if today.text is None:
        return date.today()
    try:
        return date.fromisoformat(today.text)
    except ValueError:
        raise UsageError(Fault("--today", 0, 0, f"should be a day such as 2026-03-30, found {today.text!r}")) from None


def settings_file(config: Path | None, no_config: bool) -> Config:
    """Return the settings in force; raises `FairauditError`."""
    if no_config:
        return Config()
    if config is not None and not os.path.isfile(config):
        raise UsageError(Fault("--config", 0, 0, f"there is no file {config.as_posix()}"))
    found = config or find_config(Path.cwd())
    return read_config(found, shown(found) if config else found.name) if found else Config()


def audit_paths(given: Given) -> Report:
    """Return the settled report of what was typed; raises `FairauditError`."""
    request = Request(
        today=given.today, audience=given.audience, law=given.law, rules=given.rules, select=given.select,
        ignore=given.ignore, stage=given.stage or None, fail_on=given.fail_on, strict=given.strict,
        config=settings_file(given.config, given.no_config), baseline=_baseline(given.baseline), redact=given.redact,
        scenario=given.scenario, names=given.names, labels=LABELS,
    )  # fmt: skip
    return answered(_cases(given), request)


def _cases(given: Given) -> Iterator[Case | Unread]:
    extra = Extra(given.with_files, given.today)
    names = given.cases
    if given.whole:
        # Several files of one case are one audit, in the order in which the first of each was named.
        names = tuple(dict.fromkeys(one if one == "-" else str(whole(Path(one))) for one in names))
    for name in names:
        if name == "-":
            yield from stdin_cases(sys.stdin.buffer.read(), given.stdin_filename, extra)
        else:
            yield from open_cases(Path(name), extra)


def _baseline(path: Path | None) -> tuple[str, ...]:
    """Return the fingerprints of an earlier report, each as often as it stood there."""
    return () if path is None else fingerprints(report_at(path))


def report_at(path: Path) -> Report:
    """Return the report in a JSON file; raises `FairauditError`."""
    from fairaudit.reports.json import read_file

    return read_file(path, shown(path))
