"""Whatever a record holds, no rule about contests or scenarios breaks: it measures, or says what it lacks."""

from hypothesis import HealthCheck, given, settings, strategies

from fairaudit.analysis.formulas.named import EVERY
from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import shipped_packs
from fairaudit.engine.sections.measuring import sentences
from fairaudit.sources.document import FairauditError
from tests.checks.contest.contest_case import score
from tests.checks.scoring_case import case_of, rule

OURS = {"contest-as-recorded", "weights-as-realised", "excluded-bid-decides", "minimum-missed-by-one-step"}
RULES = [
    f"{pack.name}/{one.id}"
    for pack in shipped_packs()
    if pack.name in ("evaluation", "what-if")
    for one in pack.rules
    if pack.name == "what-if" or one.id in OURS
]
STATUS = strategies.sampled_from([None, "valid", "valid", "late", "withdrawn", "excluded", "invited"])
STRANGE = [None, 0, -5, "99.99", 1_000_000_000]
NUMBERS = {
    "exponent": "0.5",
    "share_at_mean": "0.8",
    "clipped": 1,
    "margin": "0.1",
    "highest_share": "0.3",
    "reference_quality": "0.7",
}


def parameters(name):
    """Numbers for what a formula needs: prices, multiples, shares."""
    (formula,) = [one for one in EVERY if one.name == name] or [None]
    needed = [one.name for one in formula.parameters if one.default is None and not one.optional] if formula else []
    return {one: NUMBERS.get(one, 3 if one in ("multiple", "place_1") else 400) for one in needed}


@strategies.composite
def records(draw):
    """A small evaluation; a wild one may lack anything, or have it out of its scale, below zero, or for nobody's bid."""
    wild = draw(strategies.integers(0, 2)) == 0
    formula = draw(
        strategies.sampled_from([None, "house curve", *(one.name for one in EVERY if one.name != "consip-s-curve")])
    )
    scale = {"minimum": draw(strategies.sampled_from([0, 0, 1])), "maximum": 5}
    scale |= draw(strategies.sampled_from([{}, {"step": 1}, {"better": "lower"}]))
    weights = strategies.sampled_from([0, 10, 60, "0.5", -5] if wild else [10, 30, 60])
    asked = draw(strategies.sampled_from(["Q", "QR"]))
    criteria = [{"id": key, "weight": draw(weights), "scale": scale, "minimum_score": 2} for key in asked]
    price = {"id": "P", "type": "price", "weight": draw(strategies.sampled_from([0, 40, 40, 40]))}
    price |= {"formula": {"name": formula, "parameters": {} if wild else parameters(formula)}} if formula else {}
    amounts = strategies.sampled_from([100, 100, 120, 60, *(STRANGE if wild else [])])
    bids = [
        {"id": key, "value": {"amount": amount} if amount is not None else {}, "figures": {"days": 10 + at}}
        | ({"status": status} if (status := draw(STATUS)) else {})
        for at, key in enumerate(["B1", "B2", "B3", "B4"])
        for amount in [draw(amounts)]
    ]
    keys = strategies.sampled_from(["B1", "B2", "B3", "B9" if wild else "B4"])
    cell = strategies.tuples(
        keys, strategies.sampled_from(asked), strategies.sampled_from([0, 1, 3, "4.5", 5, *([9] if wild else [])])
    )
    some = [(*draw(cell), f"e{draw(strategies.integers(1, 4))}") for _ in range(draw(strategies.integers(0, 14)))]
    points = strategies.integers(0, 5)
    panel = [score(key, one, draw(points)) for key in ("B1", "B2", "B3", "B4") for one in asked]
    sheets = [{**one, "score": draw(points), "evaluator": who} for one in panel for who in ("e1", "e2", "e3")]
    individual = sheets if draw(strategies.booleans()) else [score(*one[:3], evaluator=one[3]) for one in some]
    evaluation = {"individual": individual, "weights_applied": {"Q": draw(strategies.integers(0, 90)), "P": 10}}
    evaluation |= {"consensus": panel} if draw(strategies.booleans()) else {}
    criteria += [price] if formula or wild else []
    return {"tender": {"award_criteria": criteria}, "bids": bids, "evaluation": evaluation}


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(records())
def test_no_record_breaks_a_rule(sections):
    try:
        case = case_of(sections)
    except FairauditError:
        return
    for name in RULES:
        found = judge(case, rule(name), "market")
        assert str(found.outcome) != "error", found.reason
        for text in sentences(found, fill):
            assert "{" not in text
            assert "  " not in text
