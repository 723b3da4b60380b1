"""What was typed, into what a run is asked to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import FAIL_ON, Config, find_config, read_config
from fairaudit.engine.force import Rules, choose
from fairaudit.engine.packs import rules_at, shipped_packs
from fairaudit.engine.report import Audience, Report
from fairaudit.engine.rule import STAGES
from fairaudit.procurement.case import Case
from fairaudit.procurement.cases import Extra, Unread, open_cases, shown, stdin_cases
from fairaudit.sources.document import FairauditError, Fault


class UsageError(FairauditError):
    """Something typed that cannot be done."""


class Today(NamedTuple):
    """The day as typed, or nothing for the clock's."""

    text: str | None


@dataclass(frozen=True, slots=True)
class Given:
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


def today_of(today: Today) -> date:
    """Return the day of a run; the only place that reads the clock. Raises `UsageError`."""
    if today.text is None:
        return date.today()
    try:
        return date.fromisoformat(today.text)
    except ValueError:
        raise UsageError(Fault("--today", 0, 0, f"should be a day such as 2026-03-30, found {today.text!r}")) from None


def one_of(option: str, value: str, allowed: tuple[str, ...]) -> str:
    """Return a value that an option allows; raises `UsageError`."""
    if value not in allowed:
        raise UsageError(Fault(option, 0, 0, f"should be one of {', '.join(allowed)}, found {value!r}"))
    return value


def settings_file(config: Path | None, no_config: bool) -> Config:
    """Return the settings in force; raises `FairauditError`."""
    if no_config:
        return Config()
    if config is not None and not os.path.isfile(config):
        raise UsageError(Fault("--config", 0, 0, f"there is no file {config.as_posix()}"))
    found = config or find_config(Path.cwd())
    return read_config(found, shown(found) if config else found.name) if found else Config()


def rules_for(config: Config, extra: tuple[Path, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> Rules:
    """Return the rules of a run with their standing; raises `FairauditError`."""
    packs = (*shipped_packs(), *(rules_at(path) for path in extra))
    names = [one.name for one in packs]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise UsageError(Fault("--rules", 0, 0, f"there are two packs named {twice[0]}; rename the folder of one"))
    return choose(packs, config, select, ignore)


def audit_paths(given: Given) -> Report:
    """Return the settled report of what was typed; raises `FairauditError`."""
    config = settings_file(given.config, given.no_config)
    rules = rules_for(config, given.rules, given.select, given.ignore)
    law = _known_laws(given.law, config, rules)
    stage = one_of("--stage", given.stage, STAGES) if given.stage else None
    settings = Settings(
        today=given.today,
        audience=Audience(one_of("--for", given.audience, tuple(Audience))),
        fail_on=one_of("--fail-on", given.fail_on or config.fail_on or "high", FAIL_ON),
        strict=given.strict,
        stage=stage,
        law=law,
        waivers=config.waivers,
        baseline=_baseline(given.baseline),
        redact=given.redact,
    )
    return run(_cases(given), rules, settings)


def _known_laws(names: tuple[str, ...], config: Config, rules: Rules) -> tuple[str, ...]:
    packs = [one.name for one in rules.packs]
    placed = [("--law", 0, 0, name) for name in names]
    placed += [(config.file or "", one.line, one.column, one.text) for one in config.law]
    for file, line, column, name in placed:
        if name not in packs:
            message = f"there is no pack `{name}`; the packs are {', '.join(packs)}"
            raise UsageError(Fault(file, line, column, message))
    return tuple(name for _, _, _, name in placed)


def _cases(given: Given) -> Iterator[Case | Unread]:
    extra = Extra(given.with_files, given.today)
    for name in given.cases:
        if name == "-":
            yield from stdin_cases(sys.stdin.buffer.read(), given.stdin_filename, extra)
        else:
            yield from open_cases(Path(name), extra)


def _baseline(path: Path | None) -> tuple[str, ...]:
    """Return the fingerprints of an earlier report, each as often as it stood there."""
    if path is None:
        return ()
    cases = report_at(path).cases
    return tuple(one.fingerprint for case in cases for verdict in case.verdicts for one in verdict.findings)


def report_at(path: Path) -> Report:
    """Return the report in a JSON file; raises `FairauditError`."""
    from fairaudit.reports.json import read
    from fairaudit.sources.limits import decode

    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UsageError(Fault(shown(path), 0, 0, f"cannot be read: {error.strerror}")) from None
    return read(decode(raw, shown(path)), shown(path))
