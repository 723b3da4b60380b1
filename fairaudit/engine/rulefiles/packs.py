"""Packs: folders of rules with one source. The shipped ones stand beside the package, in a checkout as in a wheel.

What a pack is about is read at once; its rules only when a case is under its law, since reading rules is what a start costs.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib import import_module
from pathlib import Path

from fairaudit.checks.base import Check
from fairaudit.checks.catalogue import Catalogue, import_module_of_checks, later
from fairaudit.engine.rulefiles.index import RuleIndex
from fairaudit.engine.rulefiles.lexicons import save_index
from fairaudit.engine.rulefiles.plugins import check_named
from fairaudit.engine.rulefiles.reading import RuleError, check_rule
from fairaudit.engine.rulefiles.rule import Rule
from fairaudit.engine.rulefiles.text import Belonging, RuleText, read_rule
from fairaudit.law.regime import Terms
from fairaudit.law.tables import Tables
from fairaudit.sources.document import NOWHERE, FairauditError, Fault, Tree, Value
from fairaudit.sources.files import bytes_of
from fairaudit.sources.limits import decode
from fairaudit.sources.shipped import shipped_rules
from fairaudit.sources.yaml import read_yaml

_PACK_FIELDS = ("title", "about", "applies", "jurisdiction", "from", "until", "extends", "requires", "short",
                "changes_from", "call_offs", "citing", "principle", "principle_of")  # fmt: skip
_NOT_RULES = ("pack.yaml",)
APPLIES = ("always", "law", "evaluation", "scenario")
"""When the rules of a pack are asked: always, under a law that is named, of a case with an evaluation, or where somebody asks
what would have changed the winner."""
LOCAL = "local"
RESERVED = "fairaudit"
"""The pack of the verdicts that no rule file makes."""
_PLAIN = re.compile(r"\w[\w.-]{0,99}")
_CATALOGUE = Catalogue()
_CONDITIONS = "fairaudit.law.regimes"
"""Registers the conditions and steps that rules and tables of a law name; a case that names no law needs none of them."""


@dataclass(frozen=True, eq=False)
class Pack:
    """A folder of rules and when they are asked: `applies` is one of `APPLIES`. Its rules are read when asked for."""

    name: str
    title: str
    applies: str
    terms: Terms
    tables: Tables
    stems: tuple[str, ...]
    read: Callable[[], tuple[Rule, ...]]
    kept: list[tuple[Rule, ...]] = field(default_factory=list)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the pack, by id; raises `RuleError` with the faults of all its files."""
        if not self.kept:
            self.kept.append(self.read())
        return self.kept[0]

    @property
    def is_read(self) -> bool:
        """Whether the rules have been asked for."""
        return bool(self.kept)


@lru_cache(maxsize=1)
def shipped_packs() -> tuple[Pack, ...]:
    """Return every shipped pack, in order of name, one and the same for all audits of a process; raises `RuleError`."""
    root = shipped_rules()
    folders = sorted(one for one in root.iterdir() if (one / "pack.yaml").is_file())
    return tuple(load_pack(folder, f"rules/{folder.name}", RuleIndex(root, folder.name)) for folder in folders)


@lru_cache(maxsize=1)
def law_packs() -> tuple[Pack, ...]:
    """Return the shipped packs of law, without reading their rules, ready to be asked; raises `RuleError`."""
    import_module(_CONDITIONS)
    return tuple(pack for pack in shipped_packs() if pack.applies == "law")


def load_pack(folder: Path, shown: str, index: RuleIndex | None = None) -> Pack:
    """Return the pack in a folder; raises `RuleError` for what is wrong with its `pack.yaml`."""
    name = _name_of(folder, shown)
    about = _About(folder / "pack.yaml", f"{shown}/pack.yaml")
    names = _rule_names(folder)
    stems = tuple(one.rpartition(".")[0] for one in names)
    tables = Tables(folder, name)
    terms = about.terms(name)
    to = about.belonging(name, tables)

    def read() -> tuple[Rule, ...]:
        if about.applies() == "law":
            import_module(_CONDITIONS)
        rules = load_rules([os.path.join(folder, one) for one in names], to, shown, index)
        if index:
            index.save()
            save_index()
        return rules

    return Pack(name, terms.title, about.applies(), terms, tables, stems, read)


def _name_of(folder: Path, shown: str) -> str:
    """Return what the pack in a folder is called; raises `RuleError` for a name that settings and reports cannot use."""
    name = os.path.basename(os.path.abspath(folder))
    if not _PLAIN.fullmatch(name):
        message = "names a pack by its folder; rename it: a name is of letters, digits, `-`, `_` and `.`, at most 100"
        raise RuleError(Fault(shown, 0, 0, message))
    if name.casefold() == RESERVED:
        raise RuleError(
            Fault(shown, 0, 0, f"cannot be called `{name}`: that is what comes with the program; rename it")
        )
    return name


def pack_of(name: str, title: str, rules: tuple[Rule, ...], applies: str = "always") -> Pack:
    """Return a pack of rules that are at hand, without tables of its own."""
    stems = tuple(one.id for one in rules)
    return Pack(name, title, applies, Terms(name, title), Tables(Path(), name), stems, lambda: rules)


def load_rules(
    files: Iterable[Path | str], to: Belonging | str, shown: str, index: RuleIndex | None = None
) -> tuple[Rule, ...]:
    """Return the rules in some files; raises `RuleError` with everything wrong in any of them."""
    belonging = Belonging(to) if isinstance(to, str) else to
    faults: list[Fault] = []
    rules: list[Rule] = []
    for file in files:
        name = f"{shown}/{os.path.basename(file)}"
        try:
            rules.append(_load(bytes_of(file, name), name, belonging, index))
        except FairauditError as error:
            faults += error.faults
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            faults.append(Fault(rule.file, 1, 1, f"has the id `{rule.id}`, which {seen[rule.id].file} has already"))
        seen[rule.id] = rule
    if faults:
        raise RuleError(*sorted(set(faults)))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def _load(raw: bytes, shown: str, to: Belonging, index: RuleIndex | None) -> Rule:
    """Return one rule; what the index knows has no places, so a fault sends us back to the file."""
    source = read_rule(raw, shown, to, index)
    try:
        rule = check_rule(source, _checks_for(source))
    except RuleError:
        source = read_rule(raw, shown, to)
        rule = check_rule(source, _checks_for(source))
    if index:
        index.add(source.sha256, source.tree)
    more = [one for named, names in to.citing if any(named in said.cite for said in rule.sources) for one in names]
    return rule._replace(applies=(*rule.applies, *more)) if more else rule


def packs_at(path: Path) -> tuple[Pack, ...]:
    """Return the rules of a file, of a folder, or of every pack in a folder of packs, read at once; raises `RuleError`."""
    if os.path.isdir(path):
        folders = [path] if _rule_names(path) or os.path.lexists(path / "pack.yaml") else _packs_in(path)
        packs = tuple(load_pack(one, one.as_posix()) for one in folders)
    elif os.path.isfile(path):
        packs = (pack_of(LOCAL, "Rules given with --rules", load_rules([path], LOCAL, path.parent.as_posix())),)
    else:
        raise RuleError(Fault(path.as_posix(), 0, 0, "is no rule file or folder; check the path given with --rules"))
    if not any(pack.rules for pack in packs):
        raise RuleError(Fault(path.as_posix(), 0, 0, "holds no rule file, and no folder in it is a pack of rules"))
    return packs


def rules_at(path: Path) -> tuple[Rule, ...]:
    """Return the rules of a file or folder; a file that stands in a pack is a rule of that pack. Raises `RuleError`."""
    home = path.parent
    if os.path.isfile(path) and os.path.lexists(home / "pack.yaml"):
        about = _About(home / "pack.yaml", f"{home.as_posix()}/pack.yaml")
        name = _name_of(home, home.as_posix())
        return load_rules([path], about.belonging(name, Tables(home, name)), home.as_posix())
    return tuple(rule for pack in packs_at(path) for rule in pack.rules)


def _packs_in(folder: Path) -> list[Path]:
    """Return the folders below one that are packs: they say so in `pack.yaml`, or hold rules."""
    below = sorted(one for one in folder.iterdir() if one.is_dir() and one.name[:1] not in "._")
    return [one for one in below if os.path.lexists(one / "pack.yaml") or _rule_names(one)]


def _rule_names(folder: Path) -> list[str]:
    """Return the names of the files of a folder that should each be a rule."""
    return sorted(one for one in os.listdir(folder) if one.endswith((".yaml", ".yml")) and one not in _NOT_RULES)


def _checks_for(source: RuleText) -> Mapping[str, Check]:
    """Return the checks a rule may name; a dotted name is looked up in installed packages."""
    value = source.tree.value
    name = value.get("check") if isinstance(value, dict) else None
    if source.known and source.plain and source.module and isinstance(name, str):
        return {name: later(name, source.module)}
    if source.module:
        import_module_of_checks(source.module)
    if isinstance(name, str) and "." in name:
        found = check_named(name)
        return {**_CATALOGUE, name: found} if found else _CATALOGUE
    return _CATALOGUE


class _About:
    """What a `pack.yaml` says; a folder without one is a pack of the user's own."""

    def __init__(self, file: Path, shown: str) -> None:
        self.shown = shown
        # A pack.yaml that is no file says nothing, and a folder must not pass for one without.
        said = os.path.lexists(file)
        self.tree = read_yaml(decode(bytes_of(file, shown), shown), shown) if said else Tree({}, {}, {})
        self.data: dict[str, Value] = self.tree.value if isinstance(self.tree.value, dict) else {}
        if not isinstance(self.tree.value, dict):
            raise RuleError(Fault(shown, 1, 1, "should be a group of fields beginning with `title:`"))
        for key in self.data:
            if key not in _PACK_FIELDS:
                span = self.tree.keys[(key,)]
                message = f"a pack has no field `{key}`; it has {', '.join(_PACK_FIELDS)}"
                raise RuleError(Fault(shown, span[0], span[1], message))

    def fault(self, key: str, message: str) -> RuleError:
        span = self.tree.spans.get((key,), NOWHERE)
        return RuleError(Fault(self.shown, span[0], span[1], message))

    def text(self, key: str) -> str | None:
        value = self.data.get(key)
        return value if isinstance(value, str) else None

    def applies(self) -> str:
        applies = self.text("applies") or "always"
        if applies not in APPLIES:
            raise self.fault("applies", f"`applies` should be one of {', '.join(APPLIES)}")
        return applies

    def extends(self) -> str | None:
        """The pack whose conditions the rules may name: one that comes with the program."""
        name = self.data.get("extends")
        if name is None:
            return None
        known = sorted(one.parent.name for one in shipped_rules().glob("*/pack.yaml"))
        if not isinstance(name, str) or name not in known:
            raise self.fault("extends", f"`extends` should be one of the packs {', '.join(known)}")
        return name

    def belonging(self, name: str, tables: Tables) -> Belonging:
        """What the rules of the pack belong to."""
        return Belonging(name, tables, self.extends() or name, tuple(self.citing()))

    def citing(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what rules cite that are under conditions for it, with these."""
        said = self.data.get("citing") or {}
        for named, names in said.items() if isinstance(said, dict) else ():
            yield str(named), tuple(str(one) for one in names) if isinstance(names, list) else (str(names),)

    def day(self, key: str) -> date | None:
        text = self.text(key)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise self.fault(key, f"`{key}` should be a day such as 2025-02-24") from None

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key)
        return tuple(str(one) for one in value) if isinstance(value, list) else ()

    def terms(self, name: str) -> Terms:
        title = self.text("short") or self.text("title") or name
        return Terms(
            name, title, self.texts("jurisdiction"), self.day("from"), self.day("until"), self.texts("requires"),
            self.day("changes_from"), self.own_call_offs(), self.text("principle") or "", self.texts("principle_of"),
        )  # fmt: skip

    def own_call_offs(self) -> bool:
        """Whether a call-off is governed by the law of its own day; else by that of its framework."""
        said = self.text("call_offs") or "framework"
        if said not in ("own", "framework"):
            raise self.fault("call_offs", "`call_offs` should be one of own, framework")
        return said == "own"
