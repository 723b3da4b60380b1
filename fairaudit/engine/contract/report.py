"""The settled report: everything one run has to say, and the JSON contract (version 1) field by field.

Renderers see nothing else. Lists are in their final order; nothing here is ever dropped by a format.
"""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from fairaudit.engine.contract.costs import Burden
from fairaudit.engine.contract.laws import LawSaid, LegalDate, UndatedSaid
from fairaudit.engine.contract.measures import Measure
from fairaudit.engine.contract.piece import Piece, piece
from fairaudit.engine.contract.registers import RegisterSaid

VERSION = 1
REPLACED_BY = "replaced by "

Fact = str | int | bool | None | dict[str, "Fact"] | list["Fact"]
"""Plain decimals and ISO dates as text, `{amount, currency}`, `{count, unit}`."""


class Outcome(StrEnum):
    """What a rule said about a case, in the order in which the first that holds wins."""

    ERROR = "error"
    FLAGGED = "flagged"
    REVIEW = "review"
    NOT_ASSESSED = "not-assessed"
    PASSED = "passed"
    NOT_APPLICABLE = "not-applicable"

    __hash__ = str.__hash__


class Severity(StrEnum):
    """How far the field tilts, if the finding is true."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    __hash__ = str.__hash__

    rank: int
    """0 for the gravest."""

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)


class Confidence(StrEnum):
    """How sure the measurement is; `possible` always leads to review."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    rank: int
    """0 for the surest."""

    def __init__(self, _: str) -> None:
        self.rank = len(type(self).__members__)


class Audience(StrEnum):
    """Whose words the report uses: what to mend, what to ask, or both."""

    OFFICER = "officer"
    BIDDER = "bidder"
    AUDITOR = "auditor"


@piece
class Input(Piece):
    """A file that was read."""

    file: str
    sha256: str


@piece
class Stage(Piece):
    """How far the procurement has come, and how that was settled.

    `records` is the latest stage of which the case holds records, where another stage was asked for.
    """

    name: str
    because: str
    records: str = ""


@piece
class UsedOption(Piece):
    """A number or word that a rule was judged with, and who set it; `own` is what the rule's file has where that is another."""

    rule: str
    name: str
    value: str
    from_: str
    own: str | None = None


@piece
class NotUnderstood(Piece):
    """A value of a foreign format that was kept, listed and treated as absent."""

    file: str
    line: int
    path: str
    text: str
    reason: str


@piece
class Moment(Piece):
    """One thing that happened, for the timeline: `start` (and `end`) as ISO text, on a lane of its own or for all."""

    lane: str
    label: str
    start: str
    end: str | None
    kind: str
    path: str


@piece
class Excerpt(Piece):
    """The source line a finding points to, cut around the place; marks are [start, end) columns of this text, from 1."""

    text: str
    line: int
    marks: tuple[tuple[int, int], ...]


@piece
class Related(Piece):
    """Another place that belongs to a finding; `pointer` is its own address in a foreign file, as a sheet and its cell."""

    path: str
    file: str
    line: int
    label: str
    pointer: str | None = None


@piece
class SourceCited(Piece):
    """Where a rule's number or duty comes from, and since or until when."""

    cite: str
    from_: str | None = None
    until: str | None = None


@piece
class WaiverUsed(Piece):
    """Why a finding was accepted: by whom, until when; `settles` is false where it is only shown."""

    reason: str
    by: str | None
    until: str | None
    file: str
    line: int
    settles: bool


@piece
class Finding(Piece):
    """One thing a rule found at one place."""

    outcome: Outcome
    severity: Severity
    confidence: Confidence
    path: str
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    inferred: bool
    pointer: str | None
    excerpt: Excerpt | None
    message: str
    facts: dict[str, Fact]
    related: tuple[Related, ...]
    why: str
    fix: str
    ask: str
    sources: tuple[SourceCited, ...]
    fingerprint: str
    group: str
    waiver: WaiverUsed | None = None
    baseline: bool = False
    note: str = ""
    """What a reader should know about the sources, or about what the rule leaves out."""

    @property
    def settled(self) -> bool:
        """Whether a waiver or the baseline keeps this finding from failing the run."""
        return self.baseline or (self.waiver is not None and self.waiver.settles)


@piece
class Unlooked(Piece):
    """A place a rule could not judge, and why; `missing` names stored fields that would change that.

    `seen`: the reason tells of something that is there, such as a tie, of which only data could say whether it is a finding.
    """

    path: str
    reason: str
    missing: tuple[str, ...] = ()
    seen: bool = False


@piece
class Noted(Piece):
    """A place that would have been found, but which the law allows."""

    path: str
    note: str


@piece
class Verdict(Piece):
    """Everything one rule said about one case."""

    rule: str
    pack: str
    family: str
    title: str
    outcome: Outcome
    severity: Severity
    basis: str
    reason: str | None
    assessed: int
    unassessed: tuple[Unlooked, ...]
    missing: tuple[str, ...]
    notes: tuple[Noted, ...]
    findings: tuple[Finding, ...]
    because: str | None = None
    """Why a rule of law is about this case."""

    @property
    def name(self) -> str:
        """The rule's full name."""
        return f"{self.pack}/{self.rule}"


@piece
class RuleSaid(Piece):
    """What a rule in force says whether it found anything or not; `{name}` in its words is filled in for each finding."""

    rule: str
    why: str
    fix: str
    ask: str
    sources: tuple[SourceCited, ...] = ()
    see: tuple[str, ...] = ()
    note: str = ""


@piece
class NotInForce(Piece):
    """A rule that would be judged if nobody had turned it off, and who or what did."""

    rule: str
    why_not: str

    @property
    def replaced_by(self) -> str | None:
        """The pack whose rule is judged in its place; nobody turned such a rule off."""
        law = self.why_not.removeprefix(REPLACED_BY)
        return law.partition("/")[0] if law != self.why_not else None


@piece
class SetSeverity(Piece):
    """A rule that was judged with another severity than its own: which it has, which it was given, and by what."""

    rule: str
    own: Severity
    severity: Severity
    set_by: str


@piece
class CaseReport(Piece):
    """One case of the report; `faults` say why a case could not be read at all."""

    id: str
    title: str
    stage: Stage
    packs: tuple[str, ...] = ()
    rules_sha256: str = ""
    options: tuple[UsedOption, ...] = ()
    inputs: tuple[Input, ...] = ()
    not_read: tuple[str, ...] = ()
    unreadable: tuple[NotUnderstood, ...] = ()
    timeline: tuple[Moment, ...] = ()
    figures: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    verdicts: tuple[Verdict, ...] = ()
    faults: tuple[str, ...] = ()
    laws: tuple[LawSaid, ...] = ()
    dates: tuple[LegalDate, ...] = ()
    burdens: tuple[Burden, ...] = ()
    measures: tuple[Measure, ...] = ()
    not_in_force: tuple[NotInForce, ...] = ()
    """Rules that somebody turned off; those of laws that the case does not name are none of them."""
    severities: tuple[SetSeverity, ...] = ()
    """Rules that somebody judged with another severity than their own."""
    undated: tuple[UndatedSaid, ...] = ()
    registers: tuple[RegisterSaid, ...] = ()
    """The registers that people and parties of the case were searched in."""
    unsearched: str = ""
    """That they were searched in none, where the case has any; empty in reports that were written before it was there."""

    @property
    def unread_files(self) -> int:
        """How many tables and registers beside the case could not be read as a whole: what they hold was not audited."""
        return len({one.path for one in self.unreadable if one.path.endswith(".file")})

    @property
    def findings(self) -> tuple[tuple[Verdict, Finding], ...]:
        """Every finding with its verdict, gravest first, then by place."""
        pairs = [(verdict, one) for verdict in self.verdicts for one in verdict.findings]
        return tuple(
            sorted(pairs, key=lambda p: (p[1].severity.rank, p[1].outcome, p[1].file, p[1].line, p[1].path, p[0].name))
        )


@piece
class Report(Piece):
    """One run over one or more cases."""

    fairaudit: str
    version: int
    today: str
    audience: Audience
    redacted: bool
    fail_on: str
    plugins: tuple[str, ...]
    cases: tuple[CaseReport, ...]
    exit_status: int = 0
    rules: tuple[RuleSaid, ...] = ()


def fingerprints(report: Report) -> tuple[str, ...]:
    """Return what names every finding of a report for good, each as often as it stands there: a baseline."""
    return tuple(one.fingerprint for case in report.cases for verdict in case.verdicts for one in verdict.findings)
