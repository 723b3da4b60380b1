"""An index of the shipped rule files that were read, one for each pack, keyed by the hash of each file.

Reading YAML costs more than auditing a tender, so the shipped rules are read once. A wheel brings its index; in a checkout
it is kept beside the rules the way Python keeps its byte code: written to a temporary name, renamed, ignored where it cannot
be written. An entry is only used for a file with the very same bytes, so it can be missing or stale but never wrong. Its words
were checked when it was made, in a wheel by the tests the release had to pass; its paths are bound to the model every time.
Never made for other folders.

Examples, and the sentences of lexicons, are left out, since they are most of a file and no audit needs them. An entry also
names the module that holds the check of the rule, so that a run imports the checks it needs and no others; and whether that
check is plain, without options, so that it need not be there before it is run.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import fairaudit
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.frozen import Frozen
from fairaudit.sources.document import NOWHERE, Tree
from fairaudit.sources.limits import decode
from fairaudit.sources.shipped import PACKAGE
from fairaudit.sources.yaml import read_yaml

Entries = dict[str, dict[str, Any]]
SHIPPED = "index"
EXAMPLES = "examples"
SENTENCES = "sentences"
_FOLDER = "__pycache__"
_CHECK = late_pattern(r"^@check\n(@compares_bidders\n)?def (\w+)\(([^)]*)\)", re.M)


class Known(Frozen):
    """What the index knows of a file: its values without examples and places, and of a rule where its check stands."""

    tree: Tree
    module: str
    """The module of `fairaudit/checks` that holds the check, or "" where it is not known."""
    plain: bool
    """Whether the check takes no options, so that it need not be there before it is run."""


class RuleIndex:
    """What is known of the rule files of one shipped pack, by the hash of their bytes."""

    def __init__(self, root: Path, pack: str) -> None:
        self.shipped = root / SHIPPED / f"{pack}.json"
        self.file = root / _FOLDER / f"{pack}-{fairaudit.__version__}.json"
        self.made: Entries | None = None
        self.used: Entries = {}

    @property
    def entries(self) -> Entries:
        """What was known before this run; read when it is first asked for."""
        if self.made is None:
            self.made = _read(self.shipped) or _read(self.file)
        return self.made

    def known(self, digest: str) -> Known | None:
        """Return what is known of a file by its hash, or `None`: also where the module of its check was moved since."""
        entry = self.entries.get(digest)
        if entry is None or not _is_there(entry.get("module", "")):
            return None
        self.used[digest] = entry
        return Known(Tree(entry["value"], {(): NOWHERE}, {}), entry.get("module", ""), entry.get("plain", False))

    def add(self, digest: str, tree: Tree) -> None:
        """Keep a file that was read and found right."""
        if digest in self.used:
            return
        self.used[digest] = _entry(tree)

    def save(self) -> None:
        """Write the index where it has changed; failing to is no fault, only slower next time."""
        if sys.dont_write_bytecode or self.used == self.entries:
            return
        temporary = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        try:
            self.file.parent.mkdir(exist_ok=True)
            temporary.write_text(_text(self.used), encoding="utf-8")
            os.replace(temporary, self.file)
        except OSError:
            return


@cache
def _is_there(module: str) -> bool:
    """Whether a module of checks still stands where an entry has it; what has none hangs on no module."""
    return not module or os.path.isfile(PACKAGE / "checks" / f"{module.replace('.', os.sep)}.py")


def index_texts(root: Path) -> dict[str, str]:
    """Return the index of every pack and of the lexicons below a folder, by name; raises `SourceError`. For building wheels."""
    packs = {folder.name: folder for folder in sorted(root.iterdir()) if (folder / "pack.yaml").is_file()}
    lexicons = {f"lexicons-{folder.name}": folder for folder in sorted((root / "lexicons").glob("*"))}
    return {name: _index_of(folder) for name, folder in (packs | lexicons).items()}


def _index_of(folder: Path) -> str:
    entries: Entries = {}
    for file in sorted(folder.glob("*.yaml")):
        if file.name != "pack.yaml":
            raw = file.read_bytes()
            entries[hashlib.sha256(raw).hexdigest()] = _entry(read_yaml(decode(raw, file.name), file.name))
    return _text(entries)


def _read(file: Path) -> Entries:
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _text(entries: Entries) -> str:
    return json.dumps(entries, ensure_ascii=False)


def _entry(tree: Tree) -> dict[str, Any]:
    value, check = tree.value, ""
    if isinstance(value, dict):
        check = str(value.get("check"))
        value = {key: one for key, one in value.items() if key not in (EXAMPLES, SENTENCES)}
    module, plain = _modules().get(check, ("", False))
    return {"value": value, "module": module, "plain": plain}


@cache
def _modules() -> dict[str, tuple[str, bool]]:
    """Return the module of every check and whether it is plain, by the name of the check: without options, and not marked.

    They are read, not imported, since a wheel is built without what they need.
    """
    folder = PACKAGE / "checks"
    return {
        name.replace("_", "-"): (
            ".".join(file.relative_to(folder).with_suffix("").parts),
            # What is marked as well must be there to be asked.
            "*" not in given and not marked,
        )
        for file in sorted(folder.rglob("*.py"))
        for marked, name, given in _CHECK.findall(file.read_text(encoding="utf-8"))
    }
