"""The Python API: the same report as the command line's, in a program or a notebook."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from fairaudit.engine.audit import Settings, run
from fairaudit.engine.config import Config
from fairaudit.engine.force import choose
from fairaudit.engine.packs import rules_at, shipped_packs
from fairaudit.engine.report import Audience
from fairaudit.engine.report import Report as Settled
from fairaudit.procurement.case import Case
from fairaudit.procurement.cases import Extra, Unread, open_cases
from fairaudit.reports.formats import render


@dataclass(frozen=True)
class Report(Settled):
    """A settled report that can show itself."""

    def to(self, format_: str) -> str:
        """Return the report as text, markdown, html, json, sarif or github."""
        return render(self, format_)

    def _repr_html_(self) -> str:
        return self.to("html")


def load(path: str | Path, *, today: date | None = None, with_files: Iterable[str | Path] = ()) -> tuple[Case, ...]:
    """Return the cases at a path; raises `FairauditError` with every fault where one cannot be read."""
    from fairaudit.sources.document import FairauditError

    found = list(open_cases(Path(path), Extra(tuple(Path(one) for one in with_files), today)))
    faults = [fault for one in found if isinstance(one, Unread) for fault in one.faults]
    if faults:
        raise FairauditError(*faults)
    return tuple(one for one in found if isinstance(one, Case))


def audit(
    cases: str | Path | Case | Iterable[Case],
    *,
    today: date,
    audience: str = "officer",
    law: tuple[str, ...] = (),
    rules: Iterable[str | Path] = (),
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    stage: str | None = None,
    fail_on: str = "high",
    redact: bool = False,
) -> Report:
    """Return the report of some cases, or of the cases at a path; `today` is yours to say, as on the command line."""
    if isinstance(cases, str | Path):
        cases = load(cases, today=today)
    given = (cases,) if isinstance(cases, Case) else tuple(cases)
    packs = (*shipped_packs(), *(rules_at(Path(one)) for one in rules))
    settings = Settings(
        today=today, audience=Audience(audience), fail_on=fail_on, stage=stage, law=law, redact=redact,
    )  # fmt: skip
    settled = run(given, choose(packs, Config(), select, ignore), settings)
    return Report(**{one.name: getattr(settled, one.name) for one in fields(settled)})
