"""The pictures of an evaluation into a folder: each as SVG, and as PNG where the extra `figures` is installed."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from fairaudit.cli.writing import put_files
from fairaudit.engine.contract.report import CaseReport, Report
from fairaudit.engine.request import UsageError
from fairaudit.reports.pictures.album import PICTURES, drawn
from fairaudit.reports.pictures.files import FiguresMissingError, png_file, svg_file
from fairaudit.sources.document import Fault

NOTHING = "no picture can be drawn: nothing was measured that has one"
UNREAD = "no picture can be drawn: the cases could not be read"
SOME_UNREAD = "{nothing}, and {unread} of {cases} cases could not be read"
OPTION = "--figures"
_KEYS = "|".join(key for key, _ in PICTURES)
_OURS = re.compile(rf"(?:\d+-(?:.*-)?)?(?:{_KEYS})(?:-lot-.*)?(?:-\d+)?\.(?:svg|png)")
"""The names that pictures have, with the number and id of their case, their lot, and a number where a lot has several."""
_NO_NAME = re.compile(r"[^A-Za-z0-9]+")


def write_figures(report: Report, named: str) -> None:
    """Write every picture of a report into the folder of that name, made where it is missing; raises `UsageError`.

    A folder with pictures that this run does not write anew is refused: one with names would stay among redacted ones.
    """
    if not named.strip():
        raise UsageError(
            Fault(OPTION, 0, 0, "no folder is named: write one, such as --figures pictures, or . for this one")
        )
    folder = Path(named)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(Fault(OPTION, 0, 0, f"{folder.as_posix()} is no folder: {error.strerror}")) from None
    files = {folder / name: content for name, content in _files(report)}
    stale = sorted(one.name for one in folder.iterdir() if _OURS.fullmatch(one.name) and one not in files)
    if stale:
        said = f"{folder.as_posix()} holds pictures of another run, such as {stale[0]}: move them away, or name another folder"
        raise UsageError(Fault(OPTION, 0, 0, said))
    if not files:
        print(_why_none(report), file=sys.stderr)
        return
    put_files(files, OPTION)


def _why_none(report: Report) -> str:
    unread = sum(not one.verdicts for one in report.cases)
    if unread == len(report.cases):
        return UNREAD
    return SOME_UNREAD.format(nothing=NOTHING, unread=unread, cases=len(report.cases)) if unread else NOTHING


def _files(report: Report) -> Iterator[tuple[str, bytes]]:
    missing = False
    for number, case in enumerate(report.cases, 1):
        before = f"{_slug(case, number)}-" if len(report.cases) > 1 else ""
        for picture in drawn(case.measures):
            yield f"{before}{picture.key}.svg", svg_file(picture).encode()
            try:
                yield f"{before}{picture.key}.png", png_file(picture)
            except FiguresMissingError as error:
                if not missing:
                    print(error, file=sys.stderr)
                missing = True


def _slug(case: CaseReport, number: int) -> str:
    """Return what begins the file names of a case; its place in the run tells two of one name apart."""
    return f"{number}-{_NO_NAME.sub('-', case.id).strip('-')[:40]}".rstrip("-")
