"""A file into documents: which format it is, and which reader knows it."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path as FilePath

from fairaudit.sources.document import Digest, Document, FairauditError, Fault, SourceError, Tree
from fairaudit.sources.limits import MAX_BYTES, decode
from fairaudit.sources.yaml import read_comments, read_yaml

SUFFIXES = (".yaml", ".yml", ".json")
PROSE = (".md", ".markdown", ".txt")
"""Tender documents in words; read where they are named, never looked for: most texts in a folder are no tender."""
MARK = "fairaudit"
"""What a comment must hold, in capitals or not, before comments are looked for: finding them costs a second pass."""


def read_file(path: FilePath, shown: str) -> tuple[Document, ...]:
    """Return the documents of a file; raises `SourceError` with one clear line."""
    return read_bytes(bytes_of(path, shown), shown)


def bytes_of(path: FilePath | str, shown: str, most: int = MAX_BYTES) -> bytes:
    """Return what stands in a file of a stranger's choosing; raises `SourceError` with one clear line."""
    try:
        about = os.stat(path)
        if not stat.S_ISREG(about.st_mode):
            # A pipe or a device may never end, so it is not even opened.
            raise SourceError(Fault(shown, 0, 0, "cannot be read: it is a folder, a device or a pipe, not a file"))
        if about.st_size > most:
            raise SourceError(Fault(shown, 0, 0, f"is larger than {most:,} bytes; split it into several files"))
        with open(path, "rb") as file:
            # The size it claims is a good guess, and no more: it may grow while it is read, or claim to be empty.
            raw = file.read(about.st_size + 1)
            return raw if len(raw) <= about.st_size else raw + file.read(most + 1 - len(raw))
    except OSError as error:
        raise SourceError(Fault(shown, 0, 0, f"cannot be read: {error.strerror or error}")) from None


def read_bytes(raw: bytes, shown: str) -> tuple[Document, ...]:
    """Return the documents of a file's bytes; OCDS packages may hold several, our own format holds one."""
    digest = hashlib.sha256(raw).hexdigest()
    try:
        return _documents(raw, shown, digest)
    except FairauditError as error:
        error.inputs = (Digest(shown, digest),)
        raise


def _documents(raw: bytes, shown: str, digest: str) -> tuple[Document, ...]:
    text = decode(raw, shown)
    if shown.lower().endswith(PROSE):
        from fairaudit.sources.prose import read_prose_file

        return read_prose_file(text, shown, digest)
    tree = read_tree(text, shown)
    if looks_like_json(text, shown):
        from fairaudit.sources.ocds import is_ocds, read_ocds

        if is_ocds(tree):
            return read_ocds(tree, text, shown, digest)
    if not isinstance(tree.value, dict):
        raise SourceError(
            Fault(shown, 1, 1, "should hold sections such as `tender:` and `bids:`, or be an OCDS release")
        )
    comments = read_comments(text) if not looks_like_json(text, shown) and MARK in text.lower() else ()
    return (Document(shown, digest, text, tree.value, tree.spans, tree.keys, comments=comments),)


def read_tree(text: str, shown: str) -> Tree:
    """Return the values of a YAML or JSON text."""
    if looks_like_json(text, shown):
        from fairaudit.sources.json import read_json

        return read_json(text, shown)
    return read_yaml(text, shown)


def looks_like_json(text: str, shown: str) -> bool:
    """Whether a text is JSON: by its file's ending, else by its first character."""
    if shown.endswith((".json", ".yaml", ".yml")):
        return shown.endswith(".json")
    return text.lstrip()[:1] in ("{", "[")
