"""A report built by hand: every outcome, hostile text in every field a stranger can fill."""

from fairaudit.engine.contract.costs import Amount, Burden, BurdenRow, BurdenSum, Incumbents, Spent
from fairaudit.engine.contract.laws import LawSaid, LegalDate
from fairaudit.engine.contract.report import (
    Audience,
    CaseReport,
    Confidence,
    Excerpt,
    Finding,
    Input,
    Moment,
    Noted,
    NotInForce,
    NotUnderstood,
    Outcome,
    Related,
    Report,
    SetSeverity,
    Severity,
    SourceCited,
    Stage,
    Unlooked,
    UsedOption,
    Verdict,
    WaiverUsed,
)

HOSTILE = '<script>alert("x")</script> | `a` [b](javascript:c) *d* _e_\n# f'


def finding(**changes):
    values = dict(
        outcome=Outcome.FLAGGED,
        severity=Severity.HIGH,
        confidence=Confidence.CERTAIN,
        path="tender.selection_criteria[0].minimum",
        file="tender.yaml",
        line=17,
        column=32,
        end_line=17,
        end_column=39,
        inferred=False,
        pointer=None,
        excerpt=Excerpt("   - {kind: turnover, minimum: 6000000, currency: GBP}", 17, ((32, 39),)),
        message="Bidders must show £6,000,000 a year, 2.5 times the value of the contract (£2,400,000).",
        facts={"ratio": "2.5", "of": {"amount": "6000000", "currency": "GBP"}},
        related=(Related("tender.value", "tender.yaml", 9, "the value it is compared with"),),
        why="A young or small provider that could deliver the contract cannot have such a turnover.",
        fix="Ask for at most twice the contract value, or record why the contract's risks need more.",
        ask="Please confirm why a yearly turnover of £6,000,000 is necessary.",
        sources=(SourceCited("Invented Act 2020, s 1", "2024-01-01"),),
        fingerprint="a" * 64,
        group="a" * 64,
    )
    return Finding(**(values | changes))


def verdict(**changes):
    values = dict(
        rule="turnover-over-twice-the-contract",
        pack="core",
        family="qualification",
        title="Turnover asked for is more than twice the contract value",
        outcome=Outcome.FLAGGED,
        severity=Severity.HIGH,
        basis="heuristic",
        reason=None,
        assessed=1,
        unassessed=(),
        missing=(),
        notes=(),
        findings=(finding(),),
    )
    return Verdict(**(values | changes))


ACT = "uk-pa2023"
LAWS = (
    LawSaid(ACT, "the Invented Act 2020", True, "the buyer is in GB-ENG; the procurement began on 2 March 2026"),
    LawSaid("nhs-psr", "the Invented Regime", False, "the buyer is in GB-SCT; the Invented Regime is law in GB-ENG"),
    LawSaid("wto-gpa", "the Invented Agreement", None, f"whether it is covered is not given {HOSTILE}",
            ("tender.regime.above_threshold", "tender.value")),
)  # fmt: skip
DATES = (
    LegalDate(
        "officer", "First day on which the contract may be entered into", "earliest", "2026-04-14",
        "8 working days from the day after the contract award notice, from 1 April 2026", "Invented Act 2020, s 51(2)",
        ("Good Friday (3 April 2026)", "Easter Monday (6 April 2026)"), False, "later where the notice states a longer one", ACT,
    ),
    LegalDate("bidder", "Last day to issue a claim", "latest", "2026-05-05", "30 days, from 5 April 2026",
              "Invented Act 2020, s 106(1)", (), True, "a question stops nothing", ACT),
    LegalDate("everybody", "Standstill ends at midnight", "ends", "2026-04-13", "8 working days, from 1 April 2026",
              "Invented Act 2020, s 51(2)", (), False, HOSTILE, ACT),
)  # fmt: skip

NOTHING = Spent("0", ())
BURDEN = Burden(
    "barriers/burden-of-taking-part",
    Incumbents.KNOWN,
    (
        BurdenRow("references", "S1", "tender.selection_criteria[0]", (), 6, Spent("6", ()), Spent("5", ()),
                  "its work today is one of these"),
        BurdenRow("certificates", HOSTILE, "tender.selection_criteria[1]", ("1", HOSTILE), 1,
                  Spent("5", (Amount("2000", "GBP"),)), NOTHING, "the case says that it has this"),
        BurdenRow("permissions", "S3", "tender.selection_criteria[2]", ("2",), 1, Spent("5", None), None, ""),
        BurdenRow("mobilisation", "mobilisation plan", "tender.terms.clauses[0].text", (), 1, Spent(None, None), NOTHING,
                  "it does the work today"),
    ),
    (
        BurdenSum("1", Spent("11", (Amount("2000", "GBP"), Amount("1.5", "EUR")), 1, 1), Spent("5", ()), "3.7"),
        BurdenSum("2", Spent("11", (), 1, 2), None, None),
        BurdenSum(None, Spent("16", (Amount("2000", "GBP"),), 1, 2), Spent("10", (), 0, 1), None),
    ),
)  # fmt: skip


def report(**changes):
    hostile = finding(
        outcome=Outcome.REVIEW, severity=Severity.MEDIUM, confidence=Confidence.POSSIBLE, message=HOSTILE, why=HOSTILE,
        fix=HOSTILE, ask=HOSTILE, excerpt=Excerpt(HOSTILE.split("\n")[0], 30, ((1, 9),)), line=30, fingerprint="b" * 64,
        group="b" * 64, path="tender.specification[0].text", facts={"words": HOSTILE}, sources=(), related=(),
        waiver=WaiverUsed(HOSTILE, "Ada Invented", "2026-12-31", "fairaudit.yaml", 3, True),
    )  # fmt: skip
    verdicts = (
        verdict(because="the buyer is in GB-ENG; it is a service"),
        verdict(rule="vague", family="specification", title=HOSTILE, outcome=Outcome.REVIEW, findings=(hostile,)),
        verdict(
            rule="window-too-short", family="deadlines", title="Too little time to bid", outcome=Outcome.NOT_ASSESSED,
            findings=(), assessed=0, reason="data missing", missing=("tender.published",),
            unassessed=(Unlooked("tender", "published is not given", ("tender.published",)),),
        ),
        verdict(
            rule="weights-add-up", family="criteria", title="Weights do not add up", outcome=Outcome.PASSED, findings=(),
            notes=(Noted("tender.award_criteria[0]", "allowed: a reason is recorded"),),
        ),
        verdict(
            rule="score-off-scale", family="scoring", title="A score is off its scale", outcome=Outcome.NOT_APPLICABLE,
            findings=(), assessed=0, reason="judged from stage evaluation on; this case is at stage tender",
        ),
        verdict(rule="broken", family="scoring", title="A rule that broke", outcome=Outcome.ERROR, findings=(),
                assessed=0, reason="ValueError: boom"),
    )  # fmt: skip
    counts = {"rules": 6, "passed": 1, "flagged": 1, "review": 1, "not-assessed": 1, "not-applicable": 1, "error": 1,
              "waived": 1, "baselined": 0}  # fmt: skip
    case = CaseReport(
        id="EYE-1",
        title=HOSTILE,
        stage=Stage("tender", "the case holds nothing later"),
        packs=("core",),
        rules_sha256="c" * 64,
        options=(UsedOption("turnover-over-twice-the-contract", "at_most", "2", "fairaudit.yaml"),),
        inputs=(Input("tender.yaml", "d" * 64),),
        not_read=("notes.docx",),
        unreadable=(NotUnderstood("tender.json", 4, "tender.value.amount", HOSTILE, "should be a number"),),
        timeline=(
            Moment("", "Published", "2026-03-02T09:00+00:00", None, "published", "tender.published"),
            Moment(
                "",
                "Tender period",
                "2026-03-02T09:00+00:00",
                "2026-03-30T12:00+01:00",
                "period",
                "tender.tender_period",
            ),
            Moment(
                "Brightwater " + HOSTILE, "Deadline", "2026-04-02T12:00+01:00", None, "deadline", "bids[0].deadline"
            ),
            Moment(
                "Brightwater " + HOSTILE, "Received", "2026-04-02T11:40+01:00", None, "received", "bids[0].received"
            ),
            Moment("Northvale", "Deadline", "2026-03-30T12:00+01:00", None, "deadline", "bids[1].deadline"),
        ),
        counts=counts,
        verdicts=verdicts,
        laws=LAWS,
        dates=DATES,
        burdens=(BURDEN,),
        not_in_force=(
            NotInForce("core/many-references", "turned off in fairaudit.yaml"),
            NotInForce("core/vague-words", "turned off in fairaudit.yaml"),
            NotInForce("uk-pa2023/window-too-short", "ignored"),
            NotInForce("core/standstill", "replaced by uk-pa2023/standstill"),
            NotInForce("core/weights", "replaced by uk-pa2023/weights"),
        ),
        severities=(SetSeverity("core/too-much", Severity.HIGH, Severity.MEDIUM, "fairaudit.yaml"),),
    )
    values = dict(
        fairaudit="0.1.0", version=1, today="2026-03-05", audience=Audience.OFFICER, redacted=False, fail_on="high",
        plugins=(), cases=(case,), exit_status=2,
    )  # fmt: skip
    return Report(**(values | changes))
