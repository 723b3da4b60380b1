"""Reports to files and to the terminal. Whatever forbids one is said before anything is written, and files appear whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from errno import EISDIR
from io import BytesIO
from pathlib import Path

from fairaudit.engine.contract.report import Report
from fairaudit.engine.request import UsageError, one_of
from fairaudit.reports.formats import FOR_CI, FORMATS, format_of, pieces
from fairaudit.sources.document import Fault

_AT_ONCE = 1 << 16


def write(report: Report, files: tuple[str, ...], allow_ci: bool) -> None:
    """Write a report to every file, each to a temporary name first; raises `FairauditError`."""
    names = [(file, format_of(file)) for file in files]
    for _, name in names:
        _refuse(report, name, allow_ci)
    _all_or_none([(Path(file), _encoded(pieces(report, name))) for file, name in names], "--output")


def put_files(files: Mapping[Path, bytes], option: str) -> None:
    """Write files that were asked for by an option, all of them or none; raises `UsageError`."""
    _all_or_none([(path, iter([content])) for path, content in files.items()], option)


def _encoded(text: Iterator[str]) -> Iterator[bytes]:
    return (piece.encode("utf-8") for piece in text)


def _all_or_none(files: list[tuple[Path, Iterator[bytes]]], option: str) -> None:
    written: list[tuple[str, Path]] = []
    try:
        for path, content in files:
            written.append((_put(path, content, option), path))
        for temporary, path in written:
            with _blamed(path, option):
                os.replace(temporary, path)
    finally:
        # Where one file cannot be written, no other is.
        for temporary, _ in written:
            Path(temporary).unlink(missing_ok=True)


def spare_inputs(files: list[str], read: list[str]) -> None:
    """Raise `UsageError` where a report would be written over what it was made from."""
    for file in files:
        for one in read:
            if os.path.isfile(file) and os.path.isfile(one) and os.path.samefile(file, one):
                message = f"{file} is what was read; a report written there would destroy it: give another name"
                raise UsageError(Fault("--output", 0, 0, message))


def _refuse(report: Report, name: str, allow_ci: bool) -> None:
    """Raise `FairauditError` for a format that may not be made of this report."""
    if name in FOR_CI:
        from fairaudit.reports.ci import refuse_in_ci

        refuse_in_ci(report, allow_ci)


def _put(path: Path, content: Iterator[bytes], option: str) -> str:
    """Write what comes bit by bit under a temporary name beside its own, and return that; where it fails nothing is left."""
    import tempfile

    with _blamed(path, option):
        if path.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        whole = False
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(content)
            # mkstemp is private by default; a report is meant to be read like any file the user makes.
            umask = os.umask(0)
            os.umask(umask)
            os.chmod(temporary, 0o666 & ~umask)
            whole = True
        finally:
            if not whole:
                os.unlink(temporary)
    return temporary


@contextmanager
def _blamed(path: Path, option: str) -> Iterator[None]:
    """Turn what the system refuses into an error that names the file."""
    try:
        yield
    except OSError as error:
        raise UsageError(Fault(option, 0, 0, f"{path.as_posix()} cannot be written: {error.strerror}")) from None


def known_looks(name: str, color: str) -> None:
    """Raise `UsageError` unless what to print and its colours are known, so that nothing is written before."""
    one_of("--format", name, FORMATS)
    one_of("--color", color, ("auto", "always", "never"))


def show(report: Report, name: str, color: str, allow_ci: bool) -> None:
    """Print a report; colours only on a terminal that wants them, plain ASCII where the terminal has no UTF-8."""
    known_looks(name, color)
    _refuse(report, name, allow_ci)
    if name != "text":
        put_pieces(pieces(report, name))
        return
    from fairaudit.reports import text

    plain = (sys.stdout.encoding or "ascii").lower().replace("-", "") not in ("utf8", "utf8sig")
    put_pieces(text.pieces(report, color=_colored(color), width=_width(), ascii_only=plain))


def _width() -> int:
    """Return how wide to write: as the terminal is, at most 120; 100 for a pipe, whatever the machine it runs on is set to."""
    import shutil

    return min(shutil.get_terminal_size((100, 24)).columns, 120) if sys.stdout.isatty() else 100


def put_text(text: str) -> None:
    """Print a text as UTF-8 with LF line ends, whatever the platform's habits."""
    put_pieces(iter([text if text.endswith("\n") else text + "\n"]))


def put_pieces(text: Iterator[str]) -> None:
    """Print a text that comes bit by bit."""
    sys.stdout.flush()
    # Containers often tell Python not to buffer; a report is then a thousand small writes.
    with BytesIO() as some:
        for piece in text:
            some.write(piece.encode("utf-8"))
            if some.tell() > _AT_ONCE:
                sys.stdout.buffer.write(some.getvalue())
                some.seek(0)
                some.truncate()
        sys.stdout.buffer.write(some.getvalue())
    sys.stdout.buffer.flush()


def _colored(color: str) -> bool:
    if color == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return color == "always"
