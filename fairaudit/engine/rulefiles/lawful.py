"""`lawful_when`: what the law allows is passed with a note, not found.

`justified(path)` asks whether a reason is recorded for a value, `given(path)` whether a value is recorded and is not false,
empty or a text that says no (`procurement/model/told`; where that can be read two ways, what was found is a question),
`apart(path)` whether measures were followed that keep somebody away or put somebody else beside them (`analysis/measures`),
`evened(path)` whether the reason recorded for a value tells of a measure (`analysis/evened`; where that is not plain, what was
found is a question); each may end in `unless given(path)`. `holds(condition)` asks whether a condition of the rule's law holds
of the case,
`law(topic)` whether the laws that govern the case set a date for it and that is kept; anything else is a condition in the
language of `expression`. The common cases are answered here, so that the expression library is only loaded where a rule
needs it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fairaudit.analysis.evened import evens_out
from fairaudit.analysis.measures import sets_apart
from fairaudit.analysis.nearest import did_you_mean
from fairaudit.analysis.reasons import says_why
from fairaudit.engine.facts import fill, names_in
from fairaudit.engine.rulefiles.expressions import ConditionError, Expression
from fairaudit.engine.rulefiles.paths import parse, resolve
from fairaudit.engine.rulefiles.rule import Lawful, Rule
from fairaudit.law.conditions import NOT, ask, known_conditions
from fairaudit.law.regime import InForce
from fairaudit.law.tabletypes import TOPICS
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, Part
from fairaudit.procurement.model.parties import Mitigation
from fairaudit.procurement.model.shape import Shape
from fairaudit.procurement.model.told import not_understood, tells
from fairaudit.sources.document import Path

_ASKED = re.compile(r"(justified|given|apart|evened)\(([a-z_.]*)\)( unless given\(([a-z_.]+)\))?\Z")
_LAW = re.compile(r"law\(([a-z-]*)\)\Z")
_SAID = ("row", "provision")
_HOLDS = re.compile(r"holds\(((?:not )?[a-z-]+)\)\Z")


def lawful(condition: str, note: str, shape: Shape, regime: str = "") -> Lawful:
    """Return a condition of `lawful_when`, ready to be asked; raises `PathError` or `ConditionError`."""
    if named := _HOLDS.match(condition.strip()):
        known = known_conditions(regime)
        if (bare := named[1].removeprefix(NOT)) not in known:
            raise ConditionError(f"names no condition: `{bare}`{did_you_mean(bare, known)}")
        return Lawful(condition, note, holds=named[1])
    if asked := _LAW.match(condition.strip()):
        if asked[1] not in TOPICS:
            raise ConditionError(f"asks the law about `{asked[1]}`{did_you_mean(asked[1], TOPICS)}")
        if set(names_in(note)) - set(_SAID):
            raise ConditionError("has a note that may name {row} and {provision}, and nothing else")
        return Lawful(condition, note, law=asked[1])
    match = _ASKED.match(condition.strip())
    if match:
        at, unless = parse(match[2] or "node", shape), parse(match[4], shape) if match[4] else None
        asks = (at if match[1] == one else None for one in ("given", "justified", "apart", "evened"))
        given, justified, apart, evened = asks
        return Lawful(condition, note, given=given, justified=justified, apart=apart, evened=evened, unless=unless)
    return Lawful(condition, note, expression=Expression.read(condition, shape, ()))


def allowed(case: Case, node: Node[object], lot: Node[object] | None, rule: Rule) -> str | None:
    """Return the note of the first condition of a rule that holds at a node, or `None`."""
    return next((one.note for one in rule.lawful_when if _holds(case, node, lot, one, rule.regime)), None)


def doubtful(case: Case, node: Node[object], lot: Node[object] | None, rule: Rule) -> bool:
    """Whether it is open that a condition holds under which the law would allow what a rule found at a node."""
    return any(
        (one.holds and ask(case, rule.regime, one.holds).holds is None)
        or (one.given is not None and tells(resolve(case, node, lot, one.given).value) is None)
        or (one.evened is not None and _evened(case, node, resolve(case, node, lot, one.evened).path) is None)
        for one in rule.lawful_when
    )


def unread_words(
    case: Case, node: Node[object], lot: Node[object] | None, rule: Rule
) -> tuple[tuple[Node[object], str], ...]:
    """Return the words that alone leave open whether the law allows what was found, quoted; none where more leaves it open."""
    if any(one.holds and ask(case, rule.regime, one.holds).holds is None for one in rule.lawful_when):
        return ()
    found: list[tuple[Node[object], str]] = []
    for one in rule.lawful_when:
        if one.given is not None and tells((at := resolve(case, node, lot, one.given)).value) is None:
            found += [(at, not_understood(at.value))] if isinstance(at.value, str) else []
        if one.evened is not None and _evened(case, node, (at := resolve(case, node, lot, one.evened)).path) is None:
            said = (reason for path in dict.fromkeys((at.path, node.path)) for reason in case.reasons_for(path))
            found += [
                (why.field("text"), not_understood(why.text))
                for why in said
                if why.text and evens_out(why.text) is None
            ]
    return tuple(found)


def by_law(case: Case, at: Node[object], rule: Rule, laws: Sequence[InForce]) -> str | None:
    """Return the note that the laws in force allow what a rule found at a place, empty where that is open, else `None`."""
    asked = [(one, one.law) for one in rule.lawful_when if one.law] if laws else []
    if not asked:
        return None
    from fairaudit.law.permitted import permitted

    answers = [(one, permitted(case, laws, topic, at)) for one, topic in asked]
    for one, found in answers:
        if found.holds:
            return fill(one.note, {"row": found.row, "provision": found.provision})
    return "" if any(found.holds is None for _, found in answers) else None


def _holds(case: Case, node: Node[object], lot: Node[object] | None, condition: Lawful, regime: str) -> bool:
    if condition.holds is not None:
        return ask(case, regime, condition.holds).holds is True
    if condition.unless is not None and _given(resolve(case, node, lot, condition.unless).value):
        return False
    if condition.justified is not None:
        if _own_reason(case, node.path):
            return True
        at = resolve(case, node, lot, condition.justified)
        return bool(case.tender.justifications) and (case.justified(at.path) or case.justified(node.path))
    if condition.evened is not None:
        return _evened(case, node, resolve(case, node, lot, condition.evened).path) is True
    if condition.given is not None:
        return _given(resolve(case, node, lot, condition.given).value)
    if condition.apart is not None:
        measures = resolve(case, node, lot, condition.apart).value
        return isinstance(measures, Mitigation) and bool(measures.followed) and sets_apart(measures.actions)
    if condition.expression is None:
        return False
    values = {one.text: resolve(case, node, lot, one).value for one in condition.expression.paths}
    if any(value is None for value in values.values()):
        return False
    return condition.expression.holds(values, case.clock) is True


def _given(value: object) -> bool:
    # A text of no kind of its own is a reason where it is what the law allows something for.
    return tells(value) is True and (not isinstance(value, str) or says_why(value))


def _evened(case: Case, node: Node[object], path: Path) -> bool | None:
    """Whether a reason recorded for a place tells of a measure; `None` where one may."""
    answers = {evens_out(one.text) for at in (path, node.path) for one in case.reasons_for(at)}
    return True if True in answers else None if None in answers else False


def _own_reason(case: Case, path: Path) -> bool:
    """Whether the part a path stands in, or one that part belongs to, carries its own recorded reason."""
    value: object = case.procurement
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            value = getattr(value, step, None)
        reason = getattr(value, "justification", None) if isinstance(value, Part) else None
        if reason and reason.says_why:
            return True
    return False
