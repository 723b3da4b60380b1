"""`fairaudit.yaml`: which rules are off or weigh differently, what was accepted, which laws apply.

It is looked for from the working directory upwards, never beside the case: a stranger's folder must not disable rules.
"""

from collections.abc import Mapping
from pathlib import Path as FilePath
from types import MappingProxyType

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.engine.contract.report import Severity
from fairaudit.engine.waivers import Waiver
from fairaudit.frozen import Frozen
from fairaudit.sources.document import FairauditError, Fault, Path, Tree, Value
from fairaudit.sources.files import bytes_of
from fairaudit.sources.limits import decode
from fairaudit.sources.yaml import read_yaml

NAMES = ("fairaudit.yaml", "fairaudit.yml")
_FIELDS = ("law", "fail_on", "rules", "waivers", "select", "ignore")
_WAIVER = ("rule", "path", "reason", "until", "by")
_SEVERITIES = tuple(one.value for one in Severity)
FAIL_ON = (*(one.value for one in Severity), "never")


class ConfigError(FairauditError):
    """Settings that cannot be used."""


class Name(Frozen):
    """A name in the settings, and where it stands."""

    text: str
    line: int
    column: int


class Override(Frozen):
    """What the settings say about one rule."""

    rule: str
    line: int
    off: bool = False
    severity: Severity | None = None
    options: Mapping[str, Value] = MappingProxyType({})


class Config(Frozen):
    """The settings of one run, and the file they come from."""

    file: str | None = None
    law: tuple[Name, ...] = ()
    fail_on: str | None = None
    select: tuple[Name, ...] = ()
    ignore: tuple[Name, ...] = ()
    overrides: tuple[Override, ...] = ()
    waivers: tuple[Waiver, ...] = ()


def find_config(start: FilePath) -> FilePath | None:
    """Return the nearest settings file from a folder upwards, or `None`."""
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
    return None


def read_config(path: FilePath, shown: str) -> Config:
    """Return the settings in a file; raises `ConfigError` or `SourceError`, with every fault located."""
    tree = read_yaml(decode(bytes_of(path, shown), shown), shown)
    reader = _Reader(tree, shown)
    config = reader.config()
    if reader.faults:
        raise ConfigError(*sorted(set(reader.faults)))
    return config


class _Reader:
    def __init__(self, tree: Tree, file: str) -> None:
        self.tree = tree
        self.file = file
        self.faults: list[Fault] = []
        self.data: dict[str, Value] = tree.value if isinstance(tree.value, dict) else {}

    def fault(self, path: Path, message: str) -> None:
        span = self.tree.spans.get(path, (1, 1, 1, 1))
        self.faults.append(Fault(self.file, span[0], span[1], message))

    def config(self) -> Config:
        if not isinstance(self.tree.value, dict):
            self.fault((), f"should be a group of settings: {', '.join(_FIELDS)}")
        for key in self.data:
            if key not in _FIELDS:
                hint = did_you_mean(key, _FIELDS, f"; they are {', '.join(_FIELDS)}")
                self.fault((key,), f"there is no setting `{key}`{hint}")
        fail_on = self.data.get("fail_on")
        if fail_on is not None and fail_on not in FAIL_ON:
            self.fault(("fail_on",), f"`fail_on` should be one of {', '.join(FAIL_ON)}")
        return Config(
            file=self.file,
            law=self._names("law"),
            fail_on=fail_on if isinstance(fail_on, str) else None,
            select=self._names("select"),
            ignore=self._names("ignore"),
            overrides=self._overrides(),
            waivers=self._waivers(),
        )

    def _names(self, key: str) -> tuple[Name, ...]:
        value = [] if self.data.get(key) is None else self.data[key]
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.fault((key,), f"`{key}` should be a list of names")
            return ()
        places = [self.tree.spans[(key, index)] for index in range(len(value))]
        return tuple(Name(str(one), place[0], place[1]) for one, place in zip(value, places, strict=True))

    def _overrides(self) -> tuple[Override, ...]:
        rules = {} if self.data.get("rules") is None else self.data["rules"]
        if not isinstance(rules, dict):
            self.fault(("rules",), "`rules` should be a group, such as {rule-id: off}")
            return ()
        return tuple(self._override(name, value) for name, value in rules.items())

    def _override(self, name: str, value: Value) -> Override:
        place: Path = ("rules", name)
        line = self.tree.keys[place][0]
        if value == "off":
            return Override(name, line, off=True)
        if isinstance(value, str) and value in _SEVERITIES:
            return Override(name, line, severity=Severity(value))
        if isinstance(value, dict) and set(value) <= {"severity", "with"}:
            severity, options = value.get("severity"), value.get("with")
            if (severity is None or severity in _SEVERITIES) and (options is None or isinstance(options, dict)):
                return Override(name, line, False, Severity(str(severity)) if severity else None, options or {})
        self.fault(place, "should be `off`, a severity, or {severity: …, with: {option: value}}")
        return Override(name, line)

    def _waivers(self) -> tuple[Waiver, ...]:
        items = [] if self.data.get("waivers") is None else self.data["waivers"]
        if not isinstance(items, list):
            self.fault(("waivers",), "`waivers` should be a list")
            return ()
        return tuple(self._waiver(one, ("waivers", index)) for index, one in enumerate(items))

    def _waiver(self, item: Value, place: Path) -> Waiver:
        fields = item if isinstance(item, dict) else {}
        span = self.tree.spans[place]
        for key in fields:
            if key not in _WAIVER:
                self.fault((*place, key), f"a waiver has no field `{key}`; it has {', '.join(_WAIVER)}")
        for key in ("rule", "path"):
            if not isinstance(fields.get(key), str):
                self.fault(place, f"a waiver needs `{key}:`")
        for key in ("reason", "by", "until"):
            if key in fields and not isinstance(fields[key], str):
                self.fault((*place, key), f"`{key}` should be text; give it, or delete the line")
        by, until = fields.get("by"), fields.get("until")
        return Waiver(
            rule=str(fields.get("rule")), path=str(fields.get("path")), reason=str(fields.get("reason") or "").strip(),
            by=by if isinstance(by, str) else None, until=until if isinstance(until, str) else None,
            file=self.file, line=span[0], column=span[1], settles=True,
        )  # fmt: skip
