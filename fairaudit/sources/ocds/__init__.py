"""Open Contracting Data Standard 1.0 and 1.1: releases, records, packages of both, and lists of releases.

One document per contracting process. What OCDS cannot say stays absent: without the bids extension nothing is known
about bids. Sections the model has no home for (planning, items, milestones, implementation, transactions) are not read.
"""

from __future__ import annotations

from fairaudit.sources.document import Document, Fault, SourceError, Tree, Unreadable
from fairaudit.sources.ocds.parties import buyer, parties
from fairaudit.sources.ocds.records import awards, bids, enquiries
from fairaudit.sources.ocds.releases import Process, is_ocds, processes
from fairaudit.sources.ocds.tender import tender
from fairaudit.sources.ocds.told import Unfolded, build, unfold


def read_ocds(tree: Tree, text: str, file: str, sha256: str) -> tuple[Document, ...]:
    """Return one document per contracting process of an OCDS file; raises `SourceError` where it holds none."""
    found = tuple(_document(one, tree, text, file, sha256) for one in processes(tree, file))
    if not found:
        raise SourceError(Fault(file, 1, 1, "is an OCDS package without a release; there is nothing to audit in it"))
    return found


def _document(process: Process, tree: Tree, text: str, file: str, sha256: str) -> Document:
    release = process.release
    case = build(
        release,
        tender=tender(release, buyer(release), process.published, process.license),
        parties=parties(release),
        enquiries=enquiries(release),
        bids=bids(release),
        awards=awards(release),
    )
    out = Unfolded()
    value = unfold(case, tree, out)
    noted = [Unreadable((), note.text, note.reason) for note in process.notes]
    return Document(
        file=file,
        sha256=sha256,
        text=text,
        value=value if isinstance(value, dict) else {},
        spans=out.spans,
        pointers=out.pointers,
        unreadable=tuple(dict.fromkeys([*noted, *out.unreadable])),
        foreign=True,
    )


__all__ = ["is_ocds", "read_ocds"]
