"""What a run is asked to do, into rules and settings: the same for the command line as for a program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import FAIL_ON, Config
from fairaudit.engine.contract.report import Audience, Report
from fairaudit.engine.force import Rules, choose
from fairaudit.engine.rulefiles.packs import packs_at, shipped_packs
from fairaudit.engine.rulefiles.rule import STAGES
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.cases import Unread
from fairaudit.sources.document import FairauditError, Fault


class UsageError(FairauditError):
    """Something asked for that cannot be done."""


class Request(Frozen):
    """Everything that can be asked of a run beside its cases, as it was given."""

    today: date
    audience: str = Audience.OFFICER
    law: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    stage: str | None = None
    fail_on: str | None = None
    strict: bool = False
    baseline: tuple[str, ...] = ()
    """Fingerprints of what an earlier report found, each as often as it stood there."""
    redact: bool = False
    scenario: bool = False
    """Whether to say what would have changed the winner."""
    names: bool = False
    """Whether statistics and pictures name the evaluators."""
    config: Config = Config()
    labels: Mapping[str, str] = MappingProxyType({})
    """What whoever asks calls a field in a message; its own name where nothing is given."""

    def label(self, name: str) -> str:
        """Return what a field is called in a message."""
        return self.labels.get(name, name)


def answered(cases: Iterable[Case | Unread], request: Request) -> Report:
    """Return the settled report of what was asked; raises `FairauditError`."""
    config = request.config
    rules = rules_for(config, request.rules, request.select, request.ignore, request.label("rules"))
    settings = Settings(
        today=request.today,
        audience=Audience(one_of(request.label("audience"), request.audience, tuple(Audience))),
        fail_on=one_of(request.label("fail_on"), request.fail_on or config.fail_on or "high", FAIL_ON),
        strict=request.strict,
        stage=one_of(request.label("stage"), request.stage, STAGES) if request.stage is not None else None,
        law=_known_laws(request, rules),
        waivers=config.waivers,
        baseline=request.baseline,
        redact=request.redact,
        scenario=request.scenario,
        names=request.names,
    )
    return run(cases, rules, settings)


def rules_for(
    config: Config, extra: tuple[Path, ...], select: tuple[str, ...], ignore: tuple[str, ...], label: str = "--rules"
) -> Rules:
    """Return the rules of a run with their standing; raises `FairauditError`."""
    packs = (*shipped_packs(), *(pack for path in extra for pack in packs_at(path)))
    names = [one.name for one in packs]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise UsageError(Fault(label, 0, 0, f"there are two packs named {twice[0]}; rename the folder of one"))
    return choose(packs, config, select, ignore)


def one_of(option: str, value: str, allowed: tuple[str, ...]) -> str:
    """Return a value that an option allows; raises `UsageError`."""
    if value not in allowed:
        raise UsageError(Fault(option, 0, 0, f"should be one of {', '.join(allowed)}, found {value!r}"))
    return value


def _known_laws(request: Request, rules: Rules) -> tuple[str, ...]:
    packs = [one.name for one in rules.packs]
    placed = [(request.label("law"), 0, 0, name) for name in request.law]
    placed += [(request.config.file or "", one.line, one.column, one.text) for one in request.config.law]
    for file, line, column, name in placed:
        if name not in packs:
            message = f"there is no pack `{name}`; the packs are {', '.join(packs)}"
            raise UsageError(Fault(file, line, column, message))
    return tuple(name for _, _, _, name in placed)
