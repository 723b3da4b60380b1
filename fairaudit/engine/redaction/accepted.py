"""Who accepted findings, and what they wrote of it: in comments of a case, and in the settings as far as they were used."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.engine.contract.report import CaseReport
from fairaudit.engine.waivers import LONGEST, Signed, named, signed
from fairaudit.procurement.case import Case


def accepted_by_comment(case: Case) -> Iterator[Signed]:
    """Yield who signs each waiver in a case's files and what it says, whether it holds or not."""
    for document in case.documents:
        yield from (found for one in document.comments if (found := signed(one.text)))


def accepted_in(report: CaseReport) -> Iterator[Signed]:
    """Yield who signs each waiver that covers a finding of a report, and why."""
    waivers = (one.waiver for verdict in report.verdicts for one in verdict.findings if one.waiver)
    yield from dict.fromkeys(Signed(named(one.by), (one.reason,)) for one in waivers)


def comments_of(case: Case) -> Iterator[str]:
    """Yield the comments of a case's files that are no waivers."""
    for document in case.documents:
        yield from (one.text[:LONGEST] for one in document.comments if signed(one.text) is None)
