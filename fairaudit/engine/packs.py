"""Packs: folders of rules with one source. The shipped ones stand beside the package, in a checkout as in a wheel."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import fairaudit
from fairaudit.checks import CHECKS
from fairaudit.checks.base import Check
from fairaudit.engine.index import RuleIndex
from fairaudit.engine.plugins import check_named
from fairaudit.engine.rule import Rule
from fairaudit.engine.rulefile import RuleError, RuleText, check_rule, read_rule
from fairaudit.sources.document import FairauditError, Fault, Value
from fairaudit.sources.limits import decode
from fairaudit.sources.yaml import read_yaml

_PACK_FIELDS = ("title", "about", "applies", "jurisdiction", "from", "until", "extends")
_NOT_RULES = ("pack.yaml",)


class Pack(NamedTuple):
    """A folder of rules: `applies` is `always`, or `law` where a tender must name it."""

    name: str
    title: str
    applies: str
    rules: tuple[Rule, ...]


def shipped_rules() -> Path:
    """Return the folder of shipped packs: inside an installed package, beside it in a checkout."""
    package = Path(fairaudit.__file__).parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def shipped_packs() -> tuple[Pack, ...]:
    """Return every shipped pack, in order of name; raises `RuleError`."""
    root = shipped_rules()
    index = RuleIndex(root)
    folders = sorted(one for one in root.iterdir() if (one / "pack.yaml").is_file())
    packs = tuple(load_pack(folder, f"rules/{folder.name}", index) for folder in folders)
    index.save()
    return packs


def load_pack(folder: Path, shown: str, index: RuleIndex | None = None) -> Pack:
    """Return the pack in a folder; raises `RuleError` with the faults of all its files."""
    about = _about(folder / "pack.yaml", f"{shown}/pack.yaml") if (folder / "pack.yaml").is_file() else {}
    files = sorted(one for one in folder.iterdir() if one.suffix in (".yaml", ".yml") and one.name not in _NOT_RULES)
    rules = load_rules(files, folder.name, shown, index)
    title, applies = about.get("title"), about.get("applies")
    return Pack(folder.name, str(title or folder.name), str(applies or "always"), rules)


def load_rules(files: list[Path], pack: str, shown: str, index: RuleIndex | None = None) -> tuple[Rule, ...]:
    """Return the rules in some files; raises `RuleError` with everything wrong in any of them."""
    faults: list[Fault] = []
    rules: list[Rule] = []
    for file in files:
        try:
            rules.append(_load(file.read_bytes(), f"{shown}/{file.name}", pack, index))
        except FairauditError as error:
            faults += error.faults
        except OSError as error:
            faults.append(Fault(f"{shown}/{file.name}", 0, 0, f"cannot be read: {error.strerror}"))
    seen: dict[str, Rule] = {}
    for rule in rules:
        if rule.id in seen:
            faults.append(Fault(rule.file, 1, 1, f"has the id `{rule.id}`, which {seen[rule.id].file} has already"))
        seen[rule.id] = rule
    if faults:
        raise RuleError(*sorted(set(faults)))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def _load(raw: bytes, shown: str, pack: str, index: RuleIndex | None) -> Rule:
    """Return one rule; what the index knows has no places, so a fault sends us back to the file."""
    source = read_rule(raw, shown, pack, index)
    try:
        rule = check_rule(source, _checks_for(source))
    except RuleError:
        source = read_rule(raw, shown, pack)
        rule = check_rule(source, _checks_for(source))
    if index:
        index.add(source.sha256, source.tree)
    return rule


def rules_at(path: Path) -> Pack:
    """Return the rules of a file or folder given by a user; raises `RuleError`."""
    if os.path.isdir(path):
        return load_pack(path, path.as_posix())
    if not os.path.isfile(path):
        raise RuleError(Fault(path.as_posix(), 0, 0, "is no rule file or folder; check the path given with --rules"))
    return Pack("local", "Rules given with --rules", "always", load_rules([path], "local", path.parent.as_posix()))


def _checks_for(source: RuleText) -> dict[str, Check]:
    """Return the checks a rule may name; a dotted name is looked up in installed packages."""
    value = source.tree.value
    name = value.get("check") if isinstance(value, dict) else None
    if isinstance(name, str) and "." in name:
        found = check_named(name)
        return CHECKS | ({name: found} if found else {})
    return CHECKS


def _about(file: Path, shown: str) -> dict[str, Value]:
    tree = read_yaml(decode(file.read_bytes(), shown), shown)
    if not isinstance(tree.value, dict):
        raise RuleError(Fault(shown, 1, 1, "should be a group of fields beginning with `title:`"))
    for key in tree.value:
        if key not in _PACK_FIELDS:
            span = tree.keys[(key,)]
            raise RuleError(
                Fault(shown, span[0], span[1], f"a pack has no field `{key}`; it has {', '.join(_PACK_FIELDS)}")
            )
    applies = tree.value.get("applies", "always")
    if applies not in ("always", "law"):
        span = tree.spans[("applies",)]
        raise RuleError(Fault(shown, span[0], span[1], "`applies` should be one of always, law"))
    return tree.value
