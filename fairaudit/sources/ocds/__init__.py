"""Open Contracting Data Standard 1.0 and 1.1: releases, records, packages of both, and lists of releases.

One document per contracting process. What OCDS cannot say stays absent: without the bids extension nothing is known
about bids. Sections the model has no home for (planning, items, milestones, implementation, transactions) are not read.
"""

from __future__ import annotations

from fairaudit.sources.document import NOWHERE, Document, SourceError, Tree, Unreadable
from fairaudit.sources.ocds.parties import buyer, parties
from fairaudit.sources.ocds.records import awards, bids, enquiries
from fairaudit.sources.ocds.regime import buyer_kind
from fairaudit.sources.ocds.releases import Process, is_ocds, processes
from fairaudit.sources.ocds.tender import tender
from fairaudit.sources.ocds.told import Told, Unfolded, build, unfold
from fairaudit.sources.ocds.whole import section_faults, without_release


def read_ocds(tree: Tree, text: str, file: str, sha256: str) -> tuple[Document, ...]:
    """Return one document per contracting process of an OCDS file.

    Raises `SourceError` where it holds none, or where a whole section of one cannot be read.
    """
    found = tuple(processes(tree, file))
    faults = [] if found else [*without_release((), tree, file)]
    for one in found:
        faults += section_faults(one.release, tree, file) if one.release else without_release(one.path, tree, file)
    if faults:
        raise SourceError(*dict.fromkeys(faults))
    return tuple(_document(one, one.release, tree, text, file, sha256) for one in found if one.release)


def _document(process: Process, release: Told, tree: Tree, text: str, file: str, sha256: str) -> Document:
    case = build(
        release,
        tender=tender(release, buyer(release, buyer_kind(release)), process.published, process.license),
        parties=parties(release),
        enquiries=enquiries(release),
        bids=bids(release),
        awards=awards(release),
    )
    out = Unfolded()
    value = unfold(case, tree, out)
    noted = [
        Unreadable((), note.text, note.reason, line=tree.spans.get(note.path, NOWHERE)[0]) for note in process.notes
    ]
    return Document(
        file=file,
        sha256=sha256,
        text=text,
        value=value if isinstance(value, dict) else {},
        spans=out.spans,
        pointers=out.pointers,
        unreadable=tuple(one._replace(file=file) for one in dict.fromkeys([*noted, *out.unreadable])),
        foreign=True,
    )


__all__ = ["is_ocds", "read_ocds"]
