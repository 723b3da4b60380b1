"""The report as JSON (contract version 1), and back.

The dataclasses of the report are the contract: their fields are the keys, in their order. Only `from_` is written
`from`, which Python keeps for itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from fairaudit.engine.contract.report import VERSION, Report
from fairaudit.sources.document import FairauditError, Fault, Path, SourceError, Span

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

_SURROGATE = re.compile("[\ud800-\udfff]")
_FACT = "str | int | bool | None | dict[str, Fact] | list[Fact]"
_HOW_TO_GET_ONE = "write it with `fairaudit check CASE -o AUDIT.json`"


class Parts(dict[str, object]):
    """An object whose values are written one after the other; those that are iterators become lists, item by item."""


def pieces(report: Report) -> Iterator[str]:
    """Yield the report as JSON text, case by case, ending in a line feed: a thousand cases are never one text in memory."""
    names = [one.name for one in fields(Report)]
    cases = (_plain(case) for case in report.cases)
    return streamed(Parts({_key(one): cases if one == "cases" else _plain(getattr(report, one)) for one in names}))


def render(report: Report) -> str:
    """Return the report as JSON text."""
    return "".join(pieces(report))


def streamed(value: object) -> Iterator[str]:
    """Yield a JSON value as text, indented by one and ending in a line feed, as `json.dumps` would write it whole."""
    yield from _streamed(value, "\n")
    yield "\n"


def _streamed(value: object, end: str) -> Iterator[str]:
    inner, opened = f"{end} ", False
    if isinstance(value, Iterator):
        for one in value:
            yield ("," if opened else "[") + inner
            yield from _streamed(one, inner)
            opened = True
        yield f"{end}]" if opened else "[]"
    elif isinstance(value, Parts):
        for key, one in value.items():
            yield f"{',' if opened else '{'}{inner}{_encoded(key)}: "
            yield from _streamed(one, inner)
            opened = True
        yield f"{end}}}" if opened else "{}"
    else:
        # No text within JSON holds a line feed of its own, so that every one begins a line to indent.
        yield _encoded(value).replace("\n", end)


def read(text: str, file: str = "the report") -> Report:
    """Return the report a JSON text holds; raises `FairauditError`, naming the place in `file`."""
    from pydantic import ValidationError

    # A byte-order mark is what editors on Windows add; no report begins with one.
    text = text.removeprefix("\ufeff")
    try:
        report = reader().validate_json(text.encode("utf-8", "surrogatepass"), strict=True)
    except ValidationError as error:
        raise _refusal(text, file, error.errors()[0]) from None
    if report is None or report.version != VERSION:
        raise _refusal(text, file, None)
    return report


def read_file(path: FilePath, shown: str) -> Report:
    """Return the report in a file that is called `shown`; raises `FairauditError`."""
    from fairaudit.sources.files import bytes_of
    from fairaudit.sources.limits import decode

    return read(decode(bytes_of(path, shown), shown), shown)


def dumped(value: object) -> str:
    """Return a JSON value as text that can be written as UTF-8, ending in a line feed."""
    return "".join(streamed(value))


def _encoded(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)
    # File names that are no UTF-8 arrive as lone surrogates, which no encoder takes.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _plain(value: object) -> object:
    """Return a report's value as JSON knows it; facts are plain already, and their keys are nobody's to rename."""
    if is_dataclass(value):
        return {_key(one.name): _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value


def _key(name: str) -> str:
    return name.rstrip("_")


@cache
def reader() -> TypeAdapter[Report | None]:
    """Return the reader of reports; making one takes longer than reading with it."""
    from pydantic import ConfigDict, TypeAdapter
    from typing_extensions import TypeAliasType

    # `| None` because pydantic takes a configuration only where the type itself could not have one. Unknown keys are
    # ignored by default: a newer fairaudit may say more within the same version.
    config = ConfigDict(defer_build=True, alias_generator=_key)
    adapter: TypeAdapter[Report | None] = TypeAdapter(Report | None, config=config)
    # Fact refers to itself; pydantic follows that only through a named alias, not through a union in a module.
    adapter.rebuild(raise_errors=True, _types_namespace={"Fact": TypeAliasType("Fact", _FACT)})
    return adapter


def _refusal(text: str, file: str, problem: ErrorDetails | None) -> FairauditError:
    """Return the error for the first thing that is not as the contract says."""
    from fairaudit.sources.json import read_json

    try:
        # Read again, now slowly: only this reader knows where things stand.
        spans = read_json(text, file).spans
    except SourceError as error:
        return FairauditError(_no_json(text, file) or error.faults[0], *error.faults[1:])
    if problem and problem["type"] == "json_invalid":
        return FairauditError(Fault(file, 0, 0, f"is no JSON that can be read; {_HOW_TO_GET_ONE}"))
    version = _version(text)
    if version != VERSION or isinstance(version, bool) or problem is None:
        _, line, column = _place(spans, ("version",))
        return FairauditError(Fault(file, line, column, _wrong_version(version)))
    path, line, column = _place(spans, problem["loc"])
    message = f"`{path}` {_said(problem)}; the file was changed by hand, {_HOW_TO_GET_ONE}"
    return FairauditError(Fault(file, line, column, message))


def _no_json(text: str, file: str) -> Fault | None:
    """Return that a text does not even begin as a report does, such as the case itself; what is torn has its place told."""
    begun = text.lstrip()
    if not begun or begun[0] in '{["':
        return None
    before = text[: len(text) - len(begun)]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Fault(file, line, column, f"is no report of fairaudit: a report is JSON; {_HOW_TO_GET_ONE}")


def _version(text: str) -> object:
    """Return the version a text claims, of whatever type."""
    value = json.loads(text)
    return value.get("version") if isinstance(value, dict) else None


def _wrong_version(version: object) -> str:
    if version is None:
        return f"is no report of fairaudit, it has no version; {_HOW_TO_GET_ONE}"
    said = json.dumps(version)[:20]
    return f"is a report of version {said}; this fairaudit reads version {VERSION}: use the fairaudit that wrote it"


def _said(problem: ErrorDetails) -> str:
    if problem["type"] == "missing":
        return "is missing"
    if "facts" in problem["loc"][:-1]:
        # One refusal for each type a fact may have: the first of them would be half the truth.
        return "should hold only text, whole numbers, true, false, null, lists and objects"
    return problem["msg"].replace("Input should", "should")


def _place(spans: Mapping[Path, Span], steps: Sequence[str | int]) -> tuple[str, int, int]:
    """Return a path in words, and where the deepest part of it that is in the text begins.

    For facts pydantic adds the types it tried; these are no keys of the file and are left out.
    """
    found: Path = ()
    for step in steps:
        if (*found, step) not in spans:
            break
        found = (*found, step)
    missing = steps[len(found) :] if "facts" not in found else ()
    line, column = spans[found][:2]
    return _written((*found, *missing)), line, column


def _written(path: Sequence[str | int]) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
