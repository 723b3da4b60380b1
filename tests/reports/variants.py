"""Further reports built by hand, and a way to put one stranger's words into every text of a report."""

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum

from fairaudit.engine.contract.report import (
    Audience,
    CaseReport,
    Confidence,
    Excerpt,
    Input,
    Moment,
    Noted,
    NotUnderstood,
    Outcome,
    Related,
    Severity,
    SourceCited,
    Stage,
    Unlooked,
    UsedOption,
    WaiverUsed,
)
from tests.reports.sample import finding, report, verdict

TRICKS = "\x1b[31m\x07\x00\x9b\u202e\u2066\u200b\ufeff\r"
"""Characters that drive a terminal, turn the direction of reading, or hide."""


def poisoned(value, text):
    """Return the same value with a text put before every text in it, however deep."""
    if isinstance(value, (Enum, bool | int)) or value is None:
        return value
    if isinstance(value, str):
        return text + value
    if isinstance(value, tuple | list):
        return type(value)(poisoned(one, text) for one in value)
    if isinstance(value, dict):
        return {text + name: poisoned(one, text) for name, one in value.items()}
    assert is_dataclass(value)
    return replace(value, **{one.name: poisoned(getattr(value, one.name), text) for one in fields(value)})


def numbered(value):
    """Return the same value with a word of its own put before every text, so that each can be looked for."""
    count = iter(range(10_000))

    def walk(one):
        if isinstance(one, (Enum, bool | int)) or one is None:
            return one
        if isinstance(one, str):
            return f"ZZ{next(count)}ZZ {one}"
        if isinstance(one, tuple | list):
            return type(one)(walk(part) for part in one)
        if isinstance(one, dict):
            return {f"ZZ{next(count)}ZZ {name}": walk(part) for name, part in one.items()}
        return replace(one, **{part.name: walk(getattr(one, part.name)) for part in fields(one)})

    return walk(value)


def words_kept(case):
    """The mark of every text that a reader of a report needs."""
    values = [case.id, case.title, case.stage.name, case.stage.because, *case.packs, *case.not_read, *case.faults]
    values += [one for found in case.inputs for one in (found.file, found.sha256)]
    values += [one for found in case.options for one in (found.rule, found.name, found.value, found.from_)]
    values += [one for found in case.unreadable for one in (found.file, found.path, found.text, found.reason)]
    values += [one for found in case.timeline for one in (found.lane, found.label, found.start, found.path)]
    values += [one for found in case.not_in_force for one in (found.rule, found.why_not)]
    values += [one for found in case.severities for one in (found.rule, found.set_by)]
    values += [one for law in case.laws for one in (law.pack, law.title, law.because)]
    values += [one for law in case.laws for one in law.missing if law.governs is None]
    for due in case.dates:
        values += [due.who, due.what, due.day, due.counted, due.cite, due.note, *due.skipped]
    for rule in case.verdicts:
        values += [rule.rule, rule.family, rule.title]
        values += [rule.because] if rule.because and rule.findings else []
        values += [one for note in rule.notes for one in (note.path, note.note)]
        values += [one for place in rule.unassessed for one in (place.path, place.reason, *place.missing)]
        values += [rule.reason] if rule.outcome in ("error", "not-applicable") else []
        for found in rule.findings:
            values += [found.message, found.path, found.file, found.why, found.fix, *found.facts]
            values += [one.cite for one in found.sources] + [one.label for one in found.related]
            values += [found.waiver.reason, found.waiver.by] if found.waiver else []
    return {re.search(r"ZZ\d+ZZ", one)[0] for one in values}


def silent(**changes):
    """A case with nothing flagged and most of it never looked at."""
    missing = [
        verdict(
            rule=name,
            family="deadlines",
            title=f"Rule {name}",
            outcome=Outcome.NOT_ASSESSED,
            findings=(),
            assessed=0,
            reason="data missing",
            missing=fields,
        )
        for name, fields in (
            ("a", ("tender.published",)),
            ("b", ("tender.published",)),
            ("c", ("tender.value", "tender.published")),
            ("d", ("completeness of declarations",)),
            ("e", ("regime",)),
            ("f", ()),
        )
    ]
    passed = verdict(rule="g", title="Rule g", outcome=Outcome.PASSED, findings=())
    return CaseReport(
        id="QUIET-1",
        title="School catering",
        stage=Stage("tender", "set by --stage"),
        packs=("core",),
        inputs=(Input("tender.yaml", "e" * 64),),
        verdicts=(*missing, passed),
        **changes,
    )


def unread():
    """A case that could not be read."""
    return CaseReport(
        id="BROKEN-1",
        title="",
        stage=Stage("unknown", "the case could not be read"),
        inputs=(Input("b.yaml", "f" * 64),),
        faults=("b.yaml:3:9: a second key `value` stands in the same group; keep one of them",),
    )


def three(**changes):
    """A report over the sample's case, a quiet one and one that could not be read."""
    return report(cases=(*report().cases, silent(), unread()), **changes)


def clinic(**changes):
    """A report as a procurement would have it: several findings, one matter found twice, waived and known ones."""
    case = CaseReport(
        id="EYE-2026-014",
        title="Community eye clinic",
        stage=Stage("evaluation", "bids are recorded and the tender period ended on 30 March 2026"),
        packs=("core", "nhs-psr", "barriers"),
        rules_sha256="0123456789abcdef" * 4,
        options=(
            UsedOption("nhs-psr/turnover-over-twice-the-contract", "at_most", "2", "nhs-psr"),
            UsedOption("core/enquiry-window-short", "at_least", "10 working days", "fairaudit.yaml"),
        ),
        inputs=(Input("eye-clinic/tender.yaml", "ab12" * 16), Input("eye-clinic/bids.yaml", "cd34" * 16)),
        not_read=("eye-clinic/site-visit.docx",),
        unreadable=(NotUnderstood("eye-clinic/notice.json", 41, "tender.value.amount", "2.4m", "should be a number"),),
        timeline=_timeline(),
        verdicts=(*_flagged(), *_quiet()),
    )
    values = {"cases": (case,), "today": "2026-04-03", "audience": Audience.AUDITOR, "exit_status": 1}
    return report(**(values | changes))


def _timeline():
    whole = (
        Moment("", "Market engagement", "2026-01-12", None, "engagement", "tender.market_engagement[0]"),
        Moment("", "Published", "2026-03-02T09:00+00:00", None, "published", "tender.published"),
        Moment("", "Enquiries", "2026-03-02", "2026-03-20", "period", "tender.enquiry_period"),
        Moment(
            "", "Tender period", "2026-03-02T09:00+00:00", "2026-03-30T12:00+01:00", "period", "tender.tender_period"
        ),
        Moment("", "Amended: end of the tender period", "2026-03-24", None, "amendment", "tender.amendments[0]"),
        Moment("", "Opened: quality", "2026-04-02T10:00+01:00", None, "opened", "evaluation.opened.quality"),
    )
    bidders = (
        Moment("Northvale Hospitals Trust", "Extension", "2026-03-30", "2026-04-02", "period", "events[0]"),
        Moment("Northvale Hospitals Trust", "Deadline", "2026-04-02T12:00+01:00", None, "deadline", "bids[0].deadline"),
        Moment("Northvale Hospitals Trust", "Received", "2026-04-02T11:40+01:00", None, "received", "bids[0].received"),
        Moment("Brightwater Eye Care CIC", "Deadline", "2026-03-30T12:00+01:00", None, "deadline", "bids[1].deadline"),
        Moment("Brightwater Eye Care CIC", "Received", "2026-03-30T11:58+01:00", None, "received", "bids[1].received"),
    )
    return (*whole, *bidders)


def _flagged():
    clause = Excerpt(
        '  - {id: "4.2", lots: ["1"], mandatory: true, text: "Referrals shall be received through OptiLink."}',
        52,
        ((90, 98),),
    )
    brand = finding(
        path="tender.specification[4.2].text",
        file="eye-clinic/tender.yaml",
        line=52,
        column=90,
        end_line=52,
        end_column=98,
        excerpt=clause,
        message='Clause 4.2 demands "OptiLink", a product of the party that holds the contract.',
        facts={"product": "OptiLink", "since": "2024-09-01", "mandatory": True},
        related=(Related("tender.incumbents[0].products", "eye-clinic/tender.yaml", 23, "the incumbent's products"),),
        why="Whoever does not already run it must buy it from a competitor or build a second interface.",
        fix="Describe what the interface must do, and say that an equivalent is accepted.",
        ask="Please confirm that an equivalent to OptiLink is accepted, and publish its interface.",
        sources=(),
        fingerprint="1" * 64,
        group="1" * 64,
    )
    same = replace(
        brand,
        severity=Severity.MEDIUM,
        outcome=Outcome.REVIEW,
        confidence=Confidence.POSSIBLE,
        fingerprint="2" * 64,
        message="Only one party is known to meet clause 4.2.",
        facts={"parties": ["trust-a"]},
        related=(),
    )
    late = finding(
        severity=Severity.CRITICAL,
        path="bids[B1].received",
        file="eye-clinic/bids.yaml",
        line=8,
        column=15,
        end_line=8,
        end_column=37,
        excerpt=Excerpt("    received: 2026-04-02T11:40+01:00", 8, ((15, 37),)),
        message="One bidder alone was given 3 more days; the others' deadline stayed 30 March 2026 12:00 (+01:00).",
        facts={"extension": {"count": 259200, "unit": "second"}, "deadline": "2026-04-02T12:00+01:00"},
        related=(Related("events[0]", "eye-clinic/bids.yaml", 21, "the extension"),),
        why="Three days decide whether a small team can answer forty questions well.",
        fix="Pause. Record why, tell every bidder, and refer it to someone outside the panel.",
        ask="Please confirm which bidders were given an extension, when they were told, and why not all were.",
        sources=(
            SourceCited("Invented Procurement Act 2020, s 12(1)", "2021-01-01"),
            SourceCited("Invented Regulations, reg 4"),
        ),
        fingerprint="3" * 64,
        group="3" * 64,
    )
    known = replace(
        finding(fingerprint="4" * 64, group="4" * 64),
        severity=Severity.LOW,
        baseline=True,
        excerpt=None,
        inferred=True,
        message="The enquiry period is 14 days, shorter than half of the tender period.",
        facts={},
        related=(),
        sources=(),
        path="tender.enquiry_period",
        file="eye-clinic/tender.yaml",
        line=14,
        column=3,
    )
    accepted = replace(
        finding(),
        waiver=WaiverUsed(
            "Volume risk, see the file note of 12 February", "A. Invented", "2026-12-31", "fairaudit.yaml", 12, True
        ),
    )
    return (
        verdict(rule="named-product", family="specification", title="A named product is demanded", findings=(brand,)),
        verdict(
            rule="only-one-can-meet-it",
            pack="barriers",
            family="specification",
            title="Only one party can meet it",
            outcome=Outcome.REVIEW,
            severity=Severity.MEDIUM,
            findings=(same,),
            unassessed=(Unlooked("tender.specification[4.7]", "no text is given", ("tender.specification.text",)),),
        ),
        verdict(
            rule="extension-not-for-all",
            family="deadlines",
            title="An extension was not given to all",
            severity=Severity.CRITICAL,
            basis="statute",
            findings=(late,),
        ),
        verdict(rule="enquiry-window-short", family="deadlines", title="Little time to ask", findings=(known,)),
        verdict(pack="nhs-psr", basis="statute", findings=(accepted,)),
    )


def _quiet():
    gaps = (
        ("declarations-missing", "conflicts", ("completeness of declarations",)),
        ("declared-late", "conflicts", ("declarations.date",)),
        ("score-outside-individuals", "scoring", ("evaluation.individual",)),
        ("evaluators-agree-too-well", "scoring", ("evaluation.individual",)),
        ("weights-applied-differ", "scoring", ("evaluation.weights_applied",)),
        ("standstill-too-short", "award", ("regime",)),
    )
    passed = (
        ("weights-add-up", "criteria"),
        ("formula-defect", "criteria"),
        ("sub-criterion-hidden", "criteria"),
        ("reference-from-this-buyer", "qualification"),
        ("insurance-before-award", "qualification"),
        ("tender-period-short", "deadlines"),
        ("equivalent-not-accepted", "specification"),
    )
    later = "judged from stage award on; this case is at stage evaluation"
    return (
        *(
            verdict(
                rule=rule,
                family=family,
                title=rule.replace("-", " ").capitalize(),
                outcome=Outcome.NOT_ASSESSED,
                findings=(),
                assessed=0,
                reason="data missing",
                missing=missing,
                unassessed=(Unlooked(family, f"{missing[0]} is not given", missing),),
            )
            for rule, family, missing in gaps
        ),
        *(
            verdict(
                rule=rule,
                family=family,
                title=rule.replace("-", " ").capitalize(),
                outcome=Outcome.PASSED,
                findings=(),
                assessed=3,
                notes=(Noted("tender.selection_criteria[S2]", "a reason for this requirement is recorded"),)
                if rule == "reference-from-this-buyer"
                else (),
            )
            for rule, family in passed
        ),
        *(
            verdict(
                rule=rule,
                family="award",
                title=rule.replace("-", " ").capitalize(),
                outcome=Outcome.NOT_APPLICABLE,
                findings=(),
                assessed=0,
                reason=later,
            )
            for rule in ("award-notice-late", "summary-incomplete")
        ),
        verdict(
            rule="kpi-missing",
            family="award",
            title="Kpi missing",
            outcome=Outcome.NOT_APPLICABLE,
            findings=(),
            assessed=0,
            reason="light-touch services need none",
        ),
    )
