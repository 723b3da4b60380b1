"""A run: cases and rules in, one settled report out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import fairaudit
from fairaudit.engine.aboutwaivers import Use
from fairaudit.engine.contract.laws import LawSaid
from fairaudit.engine.contract.report import (
    REPLACED_BY,
    VERSION,
    Audience,
    CaseReport,
    Input,
    Moment,
    NotInForce,
    NotUnderstood,
    Report,
    RuleSaid,
    Stage,
)
from fairaudit.engine.corroboration import corroborated
from fairaudit.engine.facts import clean, fill, fill_marked
from fairaudit.engine.findings import verdict_of
from fairaudit.engine.force import Force, Rules
from fairaudit.engine.judge import Judgement, concerns, judge
from fairaudit.engine.laws import LAW_WITHOUT_PACK, laws_without_pack, named_by_a_notice, with_principles
from fairaudit.engine.occasions import is_early, is_open, kept_back, packs_asked
from fairaudit.engine.rulefiles.plugins import plugins_used
from fairaudit.engine.sections.burdens import burdens_of
from fairaudit.engine.sections.legaldates import legal_dates, undated_of
from fairaudit.engine.sections.measuring import measures_of
from fairaudit.engine.sections.registers import registers_said, unsearched
from fairaudit.engine.sections.timeline import timeline_of
from fairaudit.engine.settle import Terms, counts_of, settle, settle_run, with_status
from fairaudit.engine.stages import stage_of
from fairaudit.engine.unread.cells import judged_in_part, watched
from fairaudit.engine.unread.tables import with_tables_named
from fairaudit.engine.waivers import BUILT_IN, Waiver, examined
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import Answer
from fairaudit.law.regime import InForce, standing, standing_of_changes
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.cases import Unread
from fairaudit.procurement.loading.loading import place_of
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.otherlots import other_lots
from fairaudit.procurement.received.misspelt import slips

if TYPE_CHECKING:
    from fairaudit.engine.redaction.redacting import Hiding
    from fairaudit.engine.rulefiles.rule import Rule


class Settings(Frozen):
    """What a run is asked to do."""

    today: date
    audience: Audience = Audience.OFFICER
    fail_on: str = "high"
    strict: bool = False
    stage: str | None = None
    law: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    baseline: tuple[str, ...] = ()
    redact: bool = False
    scenario: bool = False
    names: bool = False


def run(cases: Iterable[Case | Unread], rules: Rules, settings: Settings) -> Report:
    """Return the report of some cases; one that could not be read stands in it as unread."""
    known = rules.known
    waivers = tuple(examined(one, True, settings.today, known) for one in settings.waivers)
    terms = Terms(settings.audience, settings.today, waivers, known, settings.baseline)
    reports = _audited(cases, rules, settings, terms)
    report = Report(
        fairaudit=fairaudit.__version__,
        version=VERSION,
        today=settings.today.isoformat(),
        audience=settings.audience,
        redacted=settings.redact,
        fail_on=settings.fail_on,
        plugins=plugins_used([one.rule.check.name for one in rules.read if one.why_not is None]),
        cases=reports,
        rules=_said(rules, {verdict.name for one in reports for verdict in one.verdicts}),
    )
    return with_status(report, settings.strict)


MODIFICATIONS = "awards.modifications"


def _said(rules: Rules, judged: set[str]) -> tuple[RuleSaid, ...]:
    """Return what every rule that was in force for a case says, once for the whole run."""
    built_in = [RuleSaid(f"fairaudit/{one.id}", one.why, one.fix, one.ask) for one in (*BUILT_IN, LAW_WITHOUT_PACK)]
    loaded = (one.said for one in rules.read)
    return tuple(sorted((one for one in (*loaded, *built_in) if one.rule in judged), key=lambda one: one.rule))


def _audited(cases: Iterable[Case | Unread], rules: Rules, settings: Settings, terms: Terms) -> tuple[CaseReport, ...]:
    """Return the report of every case, without names where that was asked."""
    hidden = _hiding(rules) if settings.redact else None
    reports: list[CaseReport] = []
    uses: list[Use] = []
    first: tuple[int, Case] | None = None
    for position, one in enumerate(cases):
        if isinstance(one, Unread):
            reports.append(unread(hidden.unread(one, position) if hidden else one))
            continue
        case = _asked(one, settings)
        report, use = audit_case(case, rules.under(packs_asked(case, rules, settings.scenario)), settings, terms)
        uses.append(use)
        if first is None and terms.waivers:
            # What is said of the settings' waivers is known after the last case, and names are taken out of it too.
            first = position, case
            reports.append(report)
        else:
            reports.append(hidden.report(case, report) if hidden else report)
    if first:
        position, case = first
        settled = settle_run(reports[position], uses, terms, len(reports) - len(uses))
        reports[position] = hidden.report(case, settled) if hidden else settled
    return tuple(reports)


def _hiding(rules: Rules) -> Hiding:
    """Return what takes names out of reports; core rules say which words are ordinary ones."""
    from fairaudit.engine.redaction.redacting import Hiding, ordinary_words

    return Hiding(ordinary_words(one for pack in rules.packs if pack.name == "core" for one in pack.rules))


def _asked(case: Case, settings: Settings) -> Case:
    """Return a case on the day of the run and under the laws it names; what was made of it otherwise is made anew."""
    if (case.today, case.asked_laws, case.names) == (settings.today, settings.law, settings.names):
        return case
    return replace(case, today=settings.today, asked_laws=settings.law, names=settings.names, made={})


class _Ground(Frozen):
    """What the rules about a case are judged on: its stage, its laws, and the packs that tell nothing too early, if it is."""

    stage: str
    laws: dict[str, Answer]
    changes: dict[str, Answer]
    under: tuple[InForce, ...]
    early: bool
    open: bool
    scenario: frozenset[str]


def _ground(case: Case, force: Force, settings: Settings, stage: str) -> _Ground:
    laws = {terms.pack: standing(case, terms) for terms in force.terms}
    # Some laws govern the modifications of contracts that are older than themselves.
    changes = {terms.pack: standing_of_changes(case, terms) for terms in force.terms}
    early = is_early(case, settings.audience)
    return _Ground(stage, laws, changes, _under(force, laws), early, is_open(case, settings.audience), force.scenario)


def _judged(case: Case, rule: Rule, ground: _Ground) -> Judgement:
    if (ground.open and rule.once_locked) or (ground.early and rule.pack in ground.scenario):
        return kept_back(case, rule)
    governed = _governing(rule, ground.laws, ground.changes)

    def again(one: Case) -> Judgement:
        return judge(one, rule, ground.stage, governed, ground.under)

    judgement = judged_in_part(case, again)
    return with_tables_named(case, judgement, again)


def _all_judged(case: Case, rules: Iterable[Rule], ground: _Ground) -> tuple[list[Judgement], tuple[Moment, ...]]:
    """Return what every rule says of a case, and its moments, while it is known whom each record reached.

    Then what they shared is let go: of a million scores it is hundreds of megabytes.
    """
    seen = watched(case)
    found = [_judged(seen, one, ground) for one in rules]
    moments = timeline_of(case)
    case.made.clear()
    return found, moments


def audit_case(case: Case, force: Force, settings: Settings, terms: Terms) -> tuple[CaseReport, Use]:
    """Return the settled report of one case, and what it made of the waivers of the settings."""
    stage, filled = stage_of(case, settings.stage), fill_marked if settings.redact else fill
    ground = _ground(case, force, settings, stage.name)
    laws, changes = ground.laws, ground.changes
    replaced = _replaced(case, force, laws, changes)
    standings = [one for one in force.standings if one.rule.name not in replaced] if replaced else force.standings
    judgements, moments = _all_judged(case, [one.rule for one in standings], ground)
    measures = measures_of(judgements, filled)  # Before the verdicts: what cannot be said breaks its rule.
    verdicts = tuple(verdict_of(case, one, at.severity, filled) for one, at in zip(judgements, standings, strict=True))
    verdicts = with_principles(corroborated(verdicts, case), [one for one in force.terms if laws[one.pack].holds])
    severities = tuple(one for one in force.severities if one.rule not in replaced)
    about, use = settle(case, verdicts, terms, severities)
    settled = (*about, *laws_without_pack(case, force.laws))
    dates, open_dates = legal_dates(case, force, laws, changes), undated_of(case, force, laws)
    case.made.clear()  # It holds the case itself; let go, it frees memory without waiting for the collector.
    report = CaseReport(
        id=clean(case.tender.id or case.tender.ocid or (case.documents[0].file if case.documents else "case")),
        title=clean(case.tender.title or "untitled"),
        stage=stage,
        packs=force.packs,
        rules_sha256=force.digest,
        options=force.options,
        inputs=tuple(Input(one.file, one.sha256) for one in case.documents),
        not_read=case.not_read,
        unreadable=_not_understood(case),
        timeline=moments,
        counts=counts_of(settled),
        verdicts=settled,
        laws=_laws_said(case, force, laws, changes),
        dates=dates,
        burdens=burdens_of(judgements),
        measures=measures,
        not_in_force=_not_in_force(force, replaced),
        severities=severities,
        undated=open_dates,
        registers=registers_said(case),
        unsearched=unsearched(case),
    )
    return report, use


def _not_in_force(force: Force, replaced: dict[str, str]) -> tuple[NotInForce, ...]:
    """Return the rules that somebody turned off, and those for which a law's own stand in."""
    instead = (NotInForce(name, f"{REPLACED_BY}{law}") for name, law in replaced.items())
    return tuple(sorted((*force.turned_off, *instead), key=lambda one: one.rule))


def _under(force: Force, laws: dict[str, Answer]) -> tuple[InForce, ...]:
    """Return the laws a case names, with their tables and whether they govern it."""
    return tuple(
        InForce(terms, tables, laws[terms.pack].holds) for terms, tables in zip(force.terms, force.tables, strict=True)
    )


def _governing(rule: Rule, laws: dict[str, Answer], changes: dict[str, Answer]) -> Answer | None:
    """Return whether the law of a rule governs what the rule is about; `None` for a rule of no law."""
    return (changes if rule.given.text == MODIFICATIONS else laws).get(rule.pack)


def _laws_said(case: Case, force: Force, laws: dict[str, Answer], changes: dict[str, Answer]) -> tuple[LawSaid, ...]:
    """Return what every law in force says of the case, in the order of the packs."""
    found = []
    for one in force.terms:
        said, alone = laws[one.pack], laws[one.pack].holds is False and changes[one.pack].holds is True
        why = (named_by_a_notice(case, one.pack), said.because, changes[one.pack].because if alone else "")
        because = "; ".join(words for words in why if words)
        found.append(LawSaid(one.pack, one.title, said.holds, clean(because, 400), said.missing, alone))
    return tuple(found)


def _replaced(case: Case, force: Force, laws: dict[str, Answer], changes: dict[str, Answer]) -> dict[str, str]:
    """Return the core rules for which a law's own stand in: only where the law and that rule are about the case.

    Where that is open both are judged, or the silence of the one would hide what the other finds.
    """
    return {
        name: law.name
        for name, law in force.replaced.items()
        if (answer := concerns(case, law, _governing(law, laws, changes))) is None or answer.holds
    }


def unread(case: Unread) -> CaseReport:
    """Return the report of a case that could not be read: it says so, and every count is nothing."""
    return CaseReport(
        id=case.name,
        title="not read",
        stage=Stage("unknown", "the case could not be read"),
        inputs=tuple(Input(one.file, one.sha256) for one in case.inputs),
        counts=counts_of(()),
        faults=tuple(clean(str(one), 400) for one in sorted(set(case.faults))),
    )


def _not_understood(case: Case) -> tuple[NotUnderstood, ...]:
    found = []
    for one in (*case.unreadable, *slips(case), *other_lots(case)):
        (index, span), _ = place_of(case.places, one.path)
        file = one.file or (case.documents[index].file if case.documents else "")
        line = one.line or span[0]
        found.append(NotUnderstood(file, line, text_of(one.path), clean(one.text), clean(one.reason, 200)))
    return tuple(sorted(found, key=lambda one: (one.file, one.line, one.path)))
