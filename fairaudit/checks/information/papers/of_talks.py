"""Whether the papers of a talk with the market went to all: by the documents of the tender, or by an event."""

from fairaudit.checks.information.papers.forall import published_by
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.tender import DocumentVersion, MarketEngagement
from fairaudit.procurement.received.recipients import told_of
from fairaudit.procurement.received.things import folded


class Paper(Frozen):
    """A paper of a talk: its versions among the documents of the tender, and whether all had it; `None` where that is open."""

    name: str
    versions: tuple[DocumentVersion, ...]
    for_all: bool | None


def papers_of(case: Case, talk: MarketEngagement) -> tuple[Paper, ...]:
    """Return what is named as shared in a talk."""
    return tuple(_paper(case, name) for name in talk.shared_documents or ())


def went_to_all(case: Case, talk: MarketEngagement) -> bool | None:
    """Whether all papers of a talk went to all; not where there is none, `None` where no list that is whole says so."""
    found = {one.for_all for one in papers_of(case, talk)}
    return False if not found or False in found else None if None in found else True


def _paper(case: Case, name: str) -> Paper:
    versions = tuple(case.once(_documents_by_name).get(folded(name), ()))
    open_ = any(one.recipients is None or EVERYBODY in told_of(case, one.recipients).keys for one in versions)
    if open_ or published_by(case, name, None) is not False:
        return Paper(name, versions, True)
    return Paper(name, versions, False if versions or case.holds_all("tender.documents") else None)


def _documents_by_name(case: Case) -> dict[str, list[DocumentVersion]]:
    found: dict[str, list[DocumentVersion]] = {}
    for one in case.tender.documents or ():
        for name in {folded(it) for it in (one.id, one.title) if it}:
            found.setdefault(name, []).append(one)
    return found
