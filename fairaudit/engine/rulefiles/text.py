"""A rule file as it is read, before anything in it is checked: its values, its places and its hash."""

import hashlib

from fairaudit.engine.rulefiles.index import RuleIndex
from fairaudit.frozen import Frozen
from fairaudit.law.tables import Tables
from fairaudit.sources.document import Tree
from fairaudit.sources.limits import decode
from fairaudit.sources.yaml import read_yaml


class RuleText(Frozen):
    """A rule file as read: its values, its places and its hash; where it was `known`, only the values it is judged with."""

    file: str
    stem: str
    pack: str
    raw: bytes
    tree: Tree
    sha256: str
    known: bool = False
    tables: Tables | None = None
    regime: str = ""
    module: str = ""
    plain: bool = False

    def written(self) -> Tree:
        """Return everything the file says, with its places."""
        return read_yaml(decode(self.raw, self.file), self.file) if self.known else self.tree


class Belonging(Frozen):
    """What a rule file belongs to: the pack, its tables, and the pack whose conditions it may name.

    `citing` are conditions that every rule is under whose sources name an instrument, by what they name of it.
    """

    pack: str
    tables: Tables | None = None
    regime: str = ""
    citing: tuple[tuple[str, tuple[str, ...]], ...] = ()


def read_rule(raw: bytes, file: str, to: Belonging, index: RuleIndex | None = None) -> RuleText:
    """Return the values of a rule file, from the index where it knows these very bytes; raises `SourceError`."""
    stem = file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    digest = hashlib.sha256(raw).hexdigest()
    known = index.known(digest) if index else None
    tree, module, plain = known or (read_yaml(decode(raw, file), file), "", False)
    return RuleText(
        file, stem, to.pack, raw, tree, digest, known is not None, to.tables, to.regime or to.pack, module, plain
    )
