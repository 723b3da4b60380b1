"""The Python API: the same report as the command line's, in a program or a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from html import escape
from pathlib import Path

from fairaudit.engine.config import Config, read_config
from fairaudit.engine.contract.piece import piece
from fairaudit.engine.contract.report import Report as Settled
from fairaudit.engine.contract.report import fingerprints
from fairaudit.engine.request import Request, UsageError, answered
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.cases import Extra, Unread, open_cases, shown
from fairaudit.reports.formats import render
from fairaudit.sources.document import FairauditError, Fault

Cases = str | Path | Case | Iterable[str | Path | Case]


@piece
class Report(Settled):
    """A settled report that can show itself."""

    def to(self, format_: str) -> str:
        """Return the report as text, markdown, html, json, sarif or github."""
        return render(self, format_)

    def _repr_html_(self) -> str:
        # A document of its own: the report's styles are for its page, and would restyle the whole notebook.
        page = escape(self.to("html"), quote=True)
        return f'<iframe title="fairaudit report" style="width:100%;height:80vh;border:0" srcdoc="{page}"></iframe>'


def load(path: str | Path, *, today: date | None = None, with_files: Iterable[str | Path] = ()) -> tuple[Case, ...]:
    """Return the cases at a path; raises `FairauditError` with every fault where one cannot be read.

    `today` is for looking at a case by itself: `audit` judges every case on its own `today`.
    """
    found = list(open_cases(Path(path), Extra(tuple(Path(one) for one in with_files), today)))
    faults = [fault for one in found if isinstance(one, Unread) for fault in one.faults]
    if faults:
        raise FairauditError(*faults)
    return tuple(one for one in found if isinstance(one, Case))


def audit(
    cases: Cases,
    *,
    today: date,
    audience: str = "officer",
    law: Iterable[str] = (),
    rules: Iterable[str | Path] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    stage: str | None = None,
    fail_on: str | None = None,
    strict: bool = False,
    baseline: str | Path | Settled | None = None,
    config: str | Path | None = None,
    redact: bool = False,
    scenario: bool = False,
    names: bool = False,
) -> Report:
    """Return the report of cases, or of what is at paths: what `fairaudit check` says with the same options.

    `today` is yours to say, and every case is judged on it. A path whose case cannot be read stands in the report as
    unread, and its `exit_status` is 2. `config` is a settings file with its waivers; none is looked for. `baseline` is an
    earlier report, or the JSON file of one. Raises `FairauditError` for options that cannot be followed.
    """
    request = Request(
        today=today, audience=audience, law=_texts(law), rules=tuple(Path(one) for one in _listed(rules)),
        select=_texts(select), ignore=_texts(ignore), stage=stage, fail_on=fail_on, strict=strict,
        baseline=_baseline(baseline), redact=redact, scenario=scenario, names=names, config=_settings(config),
    )  # fmt: skip
    settled = answered(_cases(cases, today), request)
    return Report(**{one.name: getattr(settled, one.name) for one in fields(settled)})


def _cases(cases: Cases, today: date) -> Iterator[Case | Unread]:
    for one in (cases,) if isinstance(cases, str | Path | Case) else cases:
        if isinstance(one, Case):
            yield one
        else:
            yield from open_cases(Path(one), Extra(today=today))


def _listed(values: Iterable[str | Path]) -> tuple[str | Path, ...]:
    """Return values as a tuple; one name alone is one name, not its letters."""
    return (values,) if isinstance(values, str | Path) else tuple(values)


def _texts(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(one) for one in _listed(values))


def _settings(config: str | Path | None) -> Config:
    if config is None:
        return Config()
    path = Path(config)
    if not path.is_file():
        raise UsageError(Fault("config", 0, 0, f"there is no file {path.as_posix()}"))
    return read_config(path, shown(path))


def _baseline(baseline: str | Path | Settled | None) -> tuple[str, ...]:
    if baseline is None or isinstance(baseline, Settled):
        return fingerprints(baseline) if baseline else ()
    from fairaudit.reports.json import read_file

    return fingerprints(read_file(Path(baseline), shown(Path(baseline))))
