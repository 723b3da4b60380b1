"""One rule on one case: place by place, one of six outcomes. The only thing that decides what a hit is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVarTuple

from fairaudit.checks.base import Condition, Hit, Ref, Slot, Tabled, Unassessed, Verb
from fairaudit.engine.contract.report import Confidence, Noted, Outcome, Severity
from fairaudit.engine.facts import facts_of
from fairaudit.engine.oneclock import on_one_clock
from fairaudit.engine.rulefiles.expressions import Expression
from fairaudit.engine.rulefiles.lawful import allowed, by_law, doubtful, unread_words
from fairaudit.engine.rulefiles.lexicons import unread_language
from fairaudit.engine.rulefiles.paths import (
    PathExpression,
    Selection,
    Unjudged,
    lots_of,
    nothing_there,
    resolve,
    select,
    stored_names,
)
from fairaudit.engine.rulefiles.rule import STAGES, Bound, Rule
from fairaudit.frozen import Frozen
from fairaudit.law.conditions import Answer, ask_all
from fairaudit.law.regime import InForce
from fairaudit.procurement.bidders.rivals import rivals_may_be_unknown
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.received.misspelt import nobodys
from fairaudit.procurement.wanted import COMPLETENESS, ZONE, hours_in_doubt, wanted
from fairaudit.sources.document import Path


class Measured(Frozen):
    """A hit with everything its finding will say, before places and waivers."""

    hit: Hit[Any]
    values: dict[str, object]
    facts: dict[str, object]
    confidence: Confidence
    key: str


Given = TypeVarTuple("Given")
_RANK = {stage: rank for rank, stage in enumerate(STAGES)}


@dataclass(slots=True)
class Judgement:
    """What one rule said about one case, in model paths only."""

    rule: Rule
    outcome: Outcome = Outcome.NOT_APPLICABLE
    reason: str | None = None
    assessed: int = 0
    unassessed: list[Unjudged] = field(default_factory=list)
    notes: list[Noted] = field(default_factory=list)
    hits: list[Measured] = field(default_factory=list)
    tables: list[object] = field(default_factory=list)
    because: str | None = None


def judge(
    case: Case, rule: Rule, stage: str, governed: Answer | None = None, laws: Sequence[InForce] = ()
) -> Judgement:
    """Return what a rule says about a case at a stage. A check that raises is outcome `error`; the others go on.

    `governed` says whether the law the rule belongs to governs the case; rules of no law are about every case, and may ask
    what the `laws` allow that the case is under.
    """
    judgement = Judgement(rule)
    if _RANK[rule.stage] > _RANK[stage]:
        judgement.reason = f"judged from stage {rule.stage} on; this case is at stage {stage}"
        return judgement
    if (governed is not None or rule.applies) and not _applies(case, rule, governed, judgement):
        return judgement
    if (rule.check.reads_prose or rule.check.reads_signs) and (trouble := unread_language(case)):
        judgement.unassessed.append(Unjudged("tender.language", *trouble))
        if not rule.check.reads_signs:
            judgement.outcome, judgement.reason = Outcome.NOT_ASSESSED, trouble[0]
            return judgement
    if contained(judgement, _look, case, rule, judgement, laws):
        _ask_for_rivals(case, judgement)
        judgement.outcome = _outcome(judgement)
    return judgement


def contained(judgement: Judgement, work: Callable[[*Given], object], *given: *Given) -> bool:
    """Do what runs code of a check; where it raises, the judgement is outcome `error`. Returns whether it was done.

    A stranger's check may raise anything and the other rules must go on: `sys.exit` is no way out of a run. Only the
    interrupt of whoever runs it is.
    """
    try:
        work(*given)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  # as above
        judgement.outcome = Outcome.ERROR
        judgement.reason = f"the check {judgement.rule.check.name} failed: {type(error).__name__}{_why(error)}"
        judgement.hits.clear()
        judgement.tables.clear()
        return False
    return True


def _why(error: BaseException) -> str:
    """Return what an error says, where it can say it: its words are the stranger's as well."""
    try:
        return f": {error}"
    except KeyboardInterrupt:
        raise
    except BaseException:  # noqa: BLE001  # as above
        return ""


def concerns(case: Case, rule: Rule, governed: Answer | None) -> Answer | None:
    """Return whether a rule is about a case, and why; `None` for a rule that no law and no condition limits."""
    if not rule.applies or (governed is not None and not governed.holds):
        return governed
    asked = ask_all(case, rule.regime, rule.applies)
    # What settles the law may settle a condition of the rule as well, and is said once.
    said = (part for one in (governed, asked) if one is not None for part in one.because.split("; ") if part)
    words = "; ".join(dict.fromkeys(said))
    return Answer(asked.holds, words if asked.holds else asked.because, asked.missing)


def _applies(case: Case, rule: Rule, governed: Answer | None, judgement: Judgement) -> bool:
    """Whether a rule is about a case; where it is not, or where that is not settled, the judgement says so."""
    answer = concerns(case, rule, governed)
    if answer is None or answer.holds:
        judgement.because = answer.because if answer and answer.because else None
        return True
    judgement.reason = answer.because
    if answer.holds is None:
        judgement.outcome = Outcome.NOT_ASSESSED
        judgement.reason = f"regime: {answer.because}"
        judgement.unassessed.append(Unjudged("tender", judgement.reason, wanted(case, answer.missing)))
    return False


def _outcome(judgement: Judgement) -> Outcome:
    """The first that holds of flagged, review, not-assessed, passed, not-applicable."""
    if judgement.hits:
        sure = any(one.confidence is not Confidence.POSSIBLE for one in judgement.hits)
        return Outcome.FLAGGED if sure else Outcome.REVIEW
    if judgement.unassessed:
        # What was seen, and could not be judged, is told before what nobody could look at.
        first = next((one for one in judgement.unassessed if one.seen), judgement.unassessed[0])
        judgement.reason = judgement.reason or first.reason
        return Outcome.NOT_ASSESSED
    return Outcome.PASSED if judgement.assessed else Outcome.NOT_APPLICABLE


def _look(case: Case, rule: Rule, judgement: Judgement, laws: Sequence[InForce]) -> None:
    selection = _selected(case, rule.given)
    judgement.unassessed += selection.missing
    if not selection.nodes and not selection.missing:
        judgement.reason = nothing_there(rule.given, selection)
        return
    for node in selection.nodes:
        # Once, unless the rule speaks of `lot.`.
        for lot in lots_of(case, node) if rule.by_lot else (None,):
            _place(case, (node, lot), judgement, laws)


def _ask_for_rivals(case: Case, judgement: Judgement) -> None:
    """Note that bidders were held against each other by a record that may know one of several."""
    silent = judgement.assessed and not (judgement.hits or judgement.notes or judgement.unassessed)
    if silent and judgement.rule.check.compares_bidders and rivals_may_be_unknown(case):
        lack = f"{COMPLETENESS}bids"
        judgement.unassessed.append(Unjudged("bids", lack, wanted(case, (lack,))))


def _selected(case: Case, given: PathExpression) -> Selection:
    """Return what a path selects; many rules look at the same place, so it is worked out once for a case."""
    found = case.made.get(given.text)
    if not isinstance(found, Selection):
        found = case.made[given.text] = select(case, given)
    return found


def _place(
    case: Case, site: tuple[Node[object], Node[object] | None], judgement: Judgement, laws: Sequence[InForce]
) -> None:
    """Judge one place: everything it needs, then the check, then what the law allows."""
    (node, lot), rule = site, judgement.rule
    missing: list[tuple[str, str]] = []
    for path in rule.needs:
        _value(case, node, lot, path, missing)
    given = rule.options.fixed
    if rule.options.asked:
        given = given | {one.name: _given(case, node, lot, one, missing) for one in rule.options.asked}
    if missing:
        names = tuple(dict.fromkeys(name for name, _ in missing))
        judgement.unassessed.append(Unjudged(text_of(node.path), missing[0][1], names))
        return
    unassessed = False
    for found in rule.check.run(node, case, **given):
        if isinstance(found, Unassessed):
            judgement.unassessed.append(_told(case, _said_of(case, found)))
            unassessed = True
            continue
        if isinstance(found, Tabled):
            judgement.tables.append(found.table)
            continue
        _known_place(case, found.at.path)
        note = None if found.gainsaid else allowed(case, Node(found.at.path, node.value), lot, rule)
        if note is None:
            note = by_law(case, found.at, rule, laws)
        if note:
            judgement.notes.append(Noted(text_of(found.at.path), note))
        else:
            hit = _asked(case, Node(found.at.path, node.value), lot, rule, found, open_=note is not None)
            judgement.hits.append(_measured(case, rule, hit, given, lot))
    judgement.assessed += 0 if unassessed else 1


def _asked(
    case: Case, node: Node[object], lot: Node[object] | None, rule: Rule, found: Hit[Any], *, open_: bool
) -> Hit[Any]:
    """Return a hit as a question where it is one; what hangs on words alone that are not understood is no grave one."""
    # A statistic alone is no finding: somebody must look.
    if open_ or rule.basis == "statistic" or _names_nobody(case, found.facts):
        return found._replace(confidence=Confidence.POSSIBLE)
    if not doubtful(case, node, lot, rule):
        return found
    if not (words := unread_words(case, node, lot, rule)):
        return found._replace(confidence=Confidence.POSSIBLE)
    severity = max(Severity(found.severity or Severity.MEDIUM), Severity.MEDIUM, key=lambda one: one.rank)
    return found._replace(confidence=Confidence.POSSIBLE, related=(*found.related, *words), severity=severity)


def _names_nobody(case: Case, facts: object) -> bool:
    """Whether a finding names one whom nobody known is called by: who that is, and whether it bids, is for a person to say."""
    unknown = nobodys(case)
    values = tuple(facts) if unknown and isinstance(facts, tuple) else ()
    said = (one for value in values for one in (value if isinstance(value, tuple) else (value,)))
    return any(isinstance(one, str) and one in unknown for one in said)


def _said_of(case: Case, found: Unassessed) -> Unassessed:
    """Return what a check could not judge; raises `TypeError` or `LookupError` where it is not said as it should be."""
    _known_place(case, found.at.path)
    texts = found.missing if isinstance(found.missing, tuple) else (None,)
    for one in (found.reason, *texts):
        if not isinstance(one, str):
            raise TypeError("the reason of an Unassessed should be a text, and what is missing a tuple of texts")
    return found


def _known_place(case: Case, path: Path) -> None:
    """Raise `LookupError` where a path leads nowhere; to a field of the model that is not given it may lead."""
    known = case.once(_known_places)
    if path not in known and path not in case.places:
        _follow(case.procurement, path)
        known.add(path)


def _known_places(_: Case) -> set[Path]:
    """Return the places of a case that were found to be some: many rules lack the same fields."""
    return set()


def _follow(at: object, path: Path) -> None:
    for step in path:
        # What stands in a group by name, such as a weight by its criterion, is not the model's to know.
        if at is None or isinstance(at, Mapping):
            return
        if isinstance(step, str) and hasattr(at, step):
            at = getattr(at, step)
        elif isinstance(step, int) and isinstance(at, tuple) and 0 <= step < len(at):
            at = at[step]
        else:
            raise LookupError(f"there is no place `{text_of(path)}`")


def _told(case: Case, found: Unassessed) -> Unjudged:
    """Return why a place could not be judged; what the check lacks is named against what the case gives already."""
    names = wanted(case, found.missing)
    reason = found.reason
    if names != found.missing and len(names) == 1:
        reason = _reworded(reason, found.missing, names[0])
    if ZONE in found.missing and hours_in_doubt(case):
        reason = reason.replace(
            "a time zone that is not given", "the offset of a time that the clocks repeat or leave out"
        )
    return Unjudged(text_of(found.at.path), reason, names, found.seen)


def _reworded(reason: str, named: tuple[str, ...], name: str) -> str:
    """Return a reason that does not say of a field which is given that it is not."""
    said = f"{name} is not given" if " " not in name else name
    wrong = next((one for one in named if reason.startswith(f"{one} is not given")), None)
    return reason if wrong is None else said + reason.removeprefix(f"{wrong} is not given")


def _value(
    case: Case, node: Node[object], lot: Node[object] | None, path: PathExpression, missing: list[tuple[str, str]]
) -> Node[object]:
    at = resolve(case, node, lot, path)
    if at.value is None:
        for name in wanted(case, stored_names(case, node, lot, path)):
            missing.append((name, f"{name} is not given" if " " not in name else name))
    return at


def _given(
    case: Case, node: Node[object], lot: Node[object] | None, option: Bound, missing: list[tuple[str, str]]
) -> object:
    """Return what the check receives for one option; what is absent is noted."""
    if isinstance(option.value, Expression):
        return _answer(case, node, lot, option.value, missing)
    if option.kind == "slot":
        slots = [resolve(case, node, lot, path) for path in option.paths]
        made = tuple(Slot(one.path, one.value) for one in slots)
        return made if option.many else made[0]
    if option.kind == "ref":
        refs = [_value(case, node, lot, path, missing) for path in option.paths]
        return tuple(Ref(one.path, one.value) for one in refs) if option.many else Ref(refs[0].path, refs[0].value)
    return option.value


def _answer(
    case: Case, node: Node[object], lot: Node[object] | None, condition: Expression, missing: list[tuple[str, str]]
) -> Condition:
    before = len(missing)
    values = {path.text: _value(case, node, lot, path, missing).value for path in condition.paths}
    if len(missing) > before:
        return Condition(False)
    answer = condition.holds(values, case.clock)
    if isinstance(answer, str):
        missing.append((text_of(node.path), answer))
    return Condition(answer is True)


def _measured(case: Case, rule: Rule, hit: Hit[Any], given: dict[str, object], lot: Node[object] | None) -> Measured:
    """Return a hit with the names its message may use: the check's facts, then the rule's options."""
    facts = facts_of(hit.facts)
    asked = Confidence(hit.confidence) if hit.confidence else rule.confidence
    confidence = max(asked, rule.confidence, key=lambda one: one.rank)
    lot_id = getattr(lot.value, "id", None) if lot is not None and lot.path != ("tender",) else None
    key = "|".join(one for one in (hit.key, f"lot {lot_id}" if lot_id else "") if one)
    shown = {name: value for name, value in facts.items() if not isinstance(value, Verb)}
    return Measured(hit, on_one_clock(given | facts, case.clock), shown, confidence, key)
