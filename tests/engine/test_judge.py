"""The six outcomes, in order and place by place."""

import re

import pytest

from fairaudit.checks.base import Found, Hit, Nothing, Unassessed, check_of
from fairaudit.checks.catalogue import Catalogue
from fairaudit.engine.facts import fill
from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.reading import RuleError, check_rule
from fairaudit.engine.rulefiles.text import Belonging, read_rule
from fairaudit.procurement.model.node import text_of
from tests.conftest import case_of

EVERY_CHECK = Catalogue()
RULE = """id: too-much
title: Too much
family: qualification
stage: tender
severity: high
confidence: certain
basis: heuristic
given: tender.selection_criteria[kind=turnover]
needs: []
check: ratio-at-most
with: {of: minimum, to: lot.value, at_most: 2}
lawful_when:
  - {if: justified(minimum), note: a reason is recorded}
message: "{of} is {ratio} times {to}."
why: w
fix: f
ask: a
sources: []
examples:
  flagged: [{case: {tender: {}}, finds: []}]
  passed: [{case: {tender: {}}}]
"""


def rule(text=RULE, checks=EVERY_CHECK, **changes):
    name = next(line for line in text.split("\n") if line.startswith("id:")).split()[1]
    made = check_rule(read_rule(text.encode(), f"rules/{name}.yaml", Belonging("core")), checks)
    return made._replace(**changes)


def said(text, rule_=None, stage="tender"):
    judgement = judge(case_of(text), rule_ or rule(), stage)
    places = [(one.path, one.missing) for one in judgement.unassessed]
    hits = [f"{text_of(one.hit.at.path)}: {fill(judgement.rule.message, one.values)}" for one in judgement.hits]
    return judgement.outcome.value, hits, places


TURNOVER = "{id: S1, kind: turnover, minimum: 6, currency: GBP%s}"
VALUE = "value: {amount: 2, currency: GBP}"


@pytest.mark.parametrize(
    ("text", "outcome", "hits", "places"),
    [
        ("tender: {}", "not-assessed", [], [("tender.selection_criteria", ("tender.selection_criteria",))]),
        ("bids: []", "not-assessed", [], [("tender", ("tender",))]),
        ("tender: {selection_criteria: []}", "not-applicable", [], []),
        ("tender: {selection_criteria: [{kind: staff}]}", "not-applicable", [], []),
        (
            "tender: {selection_criteria: [{id: S1}]}",
            "not-assessed",
            [],
            [("tender.selection_criteria[0]", ("tender.selection_criteria[0].kind",))],
        ),
        (
            f"tender: {{selection_criteria: [{TURNOVER % ''}]}}",
            "not-assessed",
            [],
            [("tender.selection_criteria[0]", ("tender.value",))],
        ),
        (
            f"tender: {{{VALUE}, selection_criteria: [{TURNOVER % ''}]}}",
            "flagged",
            ["tender.selection_criteria[0].minimum: £6 is 3 times £2."],
            [],
        ),
        (f"tender: {{value: {{amount: 3, currency: GBP}}, selection_criteria: [{TURNOVER % ''}]}}", "passed", [], []),
        (
            f"tender: {{{VALUE}, selection_criteria: [{TURNOVER % ', justification: {text: two shifts}'}]}}",
            "passed",
            [],
            [],
        ),
        (
            f"tender: {{{VALUE}, justifications: [{{of: 'selection_criteria[S1].minimum', text: two shifts}}], "
            f"selection_criteria: [{TURNOVER % ''}]}}",
            "passed",
            [],
            [],
        ),
        # What fills the field for a reason and gives none allows nothing, wherever it is recorded.
        *(
            (
                f"tender: {{{VALUE}, {reason}}}",
                "flagged",
                ["tender.selection_criteria[0].minimum: £6 is 3 times £2."],
                [],
            )
            for none in ("-", "n/a", "None given.", "no reason", "not urgent")
            for reason in (
                f"selection_criteria: [{TURNOVER % f', justification: {{text: {none!r}}}'}]",
                f"justifications: [{{of: selection_criteria, text: {none!r}}}], selection_criteria: [{TURNOVER % ''}]",
            )
        ),
        # One place flagged and one that cannot be judged: flagged, and the other stays listed.
        (
            f"tender: {{{VALUE}, selection_criteria: [{TURNOVER % ''}, {{kind: turnover}}]}}",
            "flagged",
            ["tender.selection_criteria[0].minimum: £6 is 3 times £2."],
            [("tender.selection_criteria[1]", ("tender.selection_criteria[1].minimum",))],
        ),
        # One place passes, one cannot be judged: a pass would claim that both were looked at.
        (
            "tender: {value: {amount: 9, currency: GBP}, "
            f"selection_criteria: [{TURNOVER % ''}, {{kind: turnover}}]}}",
            "not-assessed",
            [],
            [("tender.selection_criteria[1]", ("tender.selection_criteria[1].minimum",))],
        ),
        # A criterion for two lots is judged once for each; one without lots for every lot.
        (
            "tender: {lots: [{id: '1', value: {amount: 2, currency: GBP}}, {id: '2', value: {amount: 1, currency: GBP}}, "
            f"{{id: '3'}}], selection_criteria: [{TURNOVER % ', lots: [1, 2]'}]}}",
            "flagged",
            [
                "tender.selection_criteria[0].minimum: £6 is 3 times £2.",
                "tender.selection_criteria[0].minimum: £6 is 6 times £1.",
            ],
            [],
        ),
        (
            f"tender: {{lots: [{{id: '1', {VALUE}}}, {{id: '2'}}], selection_criteria: [{TURNOVER % ''}]}}",
            "flagged",
            ["tender.selection_criteria[0].minimum: £6 is 3 times £2."],
            [("tender.selection_criteria[0]", ("tender.lots[1].value",))],
        ),
        # A single lot leans on the tender's value.
        (
            f"tender: {{{VALUE}, lots: [{{id: '1'}}], selection_criteria: [{TURNOVER % ''}]}}",
            "flagged",
            ["tender.selection_criteria[0].minimum: £6 is 3 times £2."],
            [],
        ),
        # Unlike currencies are not compared.
        (
            f"tender: {{value: {{amount: 2, currency: EUR}}, selection_criteria: [{TURNOVER % ''}]}}",
            "not-assessed",
            [],
            [("tender.selection_criteria[0].minimum", ())],
        ),
    ],
)
def test_outcomes_place_by_place(text, outcome, hits, places):
    assert said(text) == (outcome, hits, places)


def test_possible_leads_to_review_never_to_flagged():
    text = f"tender: {{{VALUE}, selection_criteria: [{TURNOVER % ''}]}}"
    made = rule(RULE.replace("confidence: certain", "confidence: possible"))
    assert said(text, made)[0] == "review"


def test_a_later_stage_does_not_apply_yet():
    judgement = judge(case_of("tender: {}"), rule(RULE.replace("stage: tender", "stage: evaluation")), "tender")
    assert (judgement.outcome, judgement.reason) == (
        "not-applicable",
        "judged from stage evaluation on; this case is at stage tender",
    )


def breaks(node, case) -> Found[Nothing]:
    """Raise after a hit."""
    yield Hit(node, Nothing())
    raise KeyError("boom")


def raises_confidence(node, case) -> Found[Nothing]:
    """Claim more than the rule allows."""
    yield Hit(node, Nothing(), confidence="certain")


def unsure(node, case) -> Found[Nothing]:
    """Say that nothing can be said."""
    yield Unassessed(node, "completeness of bids", ("bids",))


def own(function, confidence="certain"):
    text = RULE.replace("check: ratio-at-most", "check: own").replace(
        "confidence: certain", f"confidence: {confidence}"
    )
    text = text.replace("with: {of: minimum, to: lot.value, at_most: 2}\n", "").replace("[kind=turnover]", "")
    text = text.replace('"{of} is {ratio} times {to}."', "m")
    text = text.replace("lawful_when:\n  - {if: justified(minimum), note: a reason is recorded}\n", "")
    return rule(text, {"own": check_of(function, "own")})


def test_a_check_that_raises_is_an_error_with_no_findings():
    judgement = judge(case_of("tender: {selection_criteria: [{}]}"), own(breaks), "tender")
    assert (judgement.outcome, judgement.reason, judgement.hits) == (
        "error",
        "the check own failed: KeyError: 'boom'",
        [],
    )


def test_a_hit_may_lower_the_rules_confidence_but_never_raise_it():
    made = own(raises_confidence, "possible")
    assert judge(case_of("tender: {selection_criteria: [{}]}"), made, "tender").outcome == "review"


def test_what_a_check_cannot_judge_is_not_a_pass():
    judgement = judge(case_of("tender: {selection_criteria: [{}]}"), own(unsure), "tender")
    assert (judgement.outcome, judgement.assessed, [one.missing for one in judgement.unassessed]) == (
        "not-assessed",
        0,
        [("bids",)],
    )


EXPRESSION = """id: too-many
title: Too many
family: qualification
stage: tender
severity: low
confidence: likely
basis: heuristic
given: tender.selection_criteria[kind=experience]
needs: [case.tender.main_procurement_category]
check: expression
with: {when: 'WHEN', of: years}
message: "{of} years."
why: w
fix: f
ask: a
sources: []
examples:
  flagged: [{case: {tender: {}}, finds: []}]
  passed: [{case: {tender: {}}}]
"""


@pytest.mark.parametrize(
    ("when", "outcome"),
    [
        ('node.years > 5.0 && case.tender.main_procurement_category != "works"', "flagged"),
        ('node.years > 9.5 || node.text.contains("clinic")', "flagged"),
        ("node.years < 2.0", "passed"),
        ("node.lots.exists(l, l == '1')", "not-assessed"),
    ],
)
def test_conditions(when, outcome):
    made = rule(EXPRESSION.replace("WHEN", when.replace("'", "''")))
    text = (
        "tender: {main_procurement_category: services, "
        "selection_criteria: [{kind: experience, years: 8, text: a clinic}]}"
    )
    assert said(text, made)[0] == outcome


BUILDS = "`when` builds lists with `map`; ask with `exists`, `all` or `filter` instead"
JOINS = "`when` joins with `+` more than 4 times, or beside `exists`, `all` or `filter`; compare the parts one by one"


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ('["aaaaaaaaaaaaaaaa"]' + ".map(a,a+a+a+a+a+a+a+a+a+a)" * 13 + ".size() == 1", BUILDS),
        ('["a"].map (a, a) == []', BUILDS),
        ('["a"].map // "\n(a, a) == []', BUILDS),
        (r'r"\" == "" || ["a"].map(a, a) == [] || "\"" == ""', BUILDS),
        ('["a"].exists(a, a + a == "aa")', JOINS),
        ('"a" + "b" + "c" + "d" + "e" + "f" == ""', JOINS),
    ],
)
def test_a_condition_that_could_grow_without_end_is_refused(when, message):
    indented = when.replace("\n", "\n    ")
    with pytest.raises(RuleError) as error:
        rule(EXPRESSION.replace("with: {when: 'WHEN', of: years}", f"with:\n  of: years\n  when: |-\n    {indented}"))
    assert [one.message for one in error.value.faults] == [message]


@pytest.mark.parametrize(
    "when",
    [
        'node.text.contains("map (a, b) + c") || ["C++"].exists(a, a == "+")',
        '["a"].filter(a, a == "a").size() + 1 > 2',
        '"a" + "b" + "c" + "d" + "e" == node.text',
    ],
)
def test_a_condition_that_cannot_grow_is_taken(when):
    made = rule(EXPRESSION.replace("WHEN", when.replace("'", "''")))
    text = "tender: {main_procurement_category: services, selection_criteria: [{kind: experience, years: 8, text: x}]}"
    assert said(text, made)[0] == "passed"


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ("node.yeers > 5.0", "`when` `yeers`: Experience has no field `yeers`; did you mean `years`?"),
        ("node.years == 5.0", "`when` compares or adds up `node.years` exactly; use <, >, <= or >= for amounts and weights"),
        ("node.years + 1.0 > 5.0", "`when` compares or adds up `node.years` exactly; use <, >, <= or >= for amounts and weights"),
        ("node.years > 5", "`when` is not a condition: at 1:12: found no matching overload for '_>_' applied to "
         "'(double, int)'; write amounts and weights with a decimal point: 3.0"),
        ("node.years", "`when` should be true or false, but gives double"),
        ("case.tender.title == 'x'", "`when` uses `case.tender.title`, which should stand under `needs:`"),
        ("__import__('os').system('id') == 0", "`when` is not a condition: at 1:11: undeclared reference to '__import__' (in container '')"),
    ],
)  # fmt: skip
def test_conditions_that_are_refused_when_the_rule_loads(when, message):
    with pytest.raises(RuleError) as error:
        rule(EXPRESSION.replace("WHEN", when.replace("'", "''")))
    assert [one.message for one in error.value.faults] == [message]


@pytest.mark.parametrize(
    "when",
    [
        "[node.years].exists(x, x + 0.1 == 0.4)",
        "[node.years].exists(x, x == 3)",
        "case.tender.award_criteria.exists(c, c.weight == 0.3)",
        "case.tender.award_criteria.exists(c, c.weight != c.minimum_score)",
        "case.tender.award_criteria.exists(c, c.weight in [0.3])",
        "case.tender.award_criteria.exists(c, [c.weight] == [0.3])",
        "case.tender.award_criteria.exists(c, c.weight == 'abc'.size())",
        "case.tender.award_criteria.exists(c, 'abc'.size() == c.weight)",
        'case.tender.award_criteria.exists(c, c["weight"] == 0.3)',
        "case.tender.award_criteria[0].weight == 0.3",
        "case.tender.award_criteria[0].weight*2.0 > 0.3",
        "node.years-0.1 > 0.3",
        "node.years -0.1 > 0.3",
        "(node.years) -(0.1) > 0.3",
        "dyn(node.years) == 3",
        "string(node.years) == '3'",
        "node.years > 0.0 ? node.years == 5.0 : false",
        "node.years > 1.0 || r'\\' == '' || node.years == 0.3 || '' == 'x'",
        "node.years > 1.0 // ' \n || node.years == 0.3 // '",
        "case.tender.award_criteria.exists(node, node.text == 0.3)",
    ],
)
def test_no_condition_compares_or_adds_up_amounts_and_weights_exactly(when):
    text = EXPRESSION.replace("category]", "category, case.tender.award_criteria]")
    with pytest.raises(RuleError) as error:
        rule(text.replace("'WHEN'", '"' + when.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'))
    assert re.search(
        "exactly; use <, >, <= or >= for amounts and weights|plain quotes|hold no comments|a variable of its own",
        "; ".join(one.message for one in error.value.faults),
    )


@pytest.mark.parametrize(
    "when",
    [
        "node.years > -5.0 && node.text == 'a - b == 0.3'",
        "case.tender.award_criteria.exists(c, c.weight > 0.3 && c.name == 'Price')",
        "case.tender.award_criteria.size() == 2 && size(node.lots) != 1",
        "'1' in node.lots && node.years < 5.0",
        "node.text + 'x' == 'ax' && node.years < 5.0",
    ],
)
def test_conditions_about_texts_and_whole_numbers_stay(when):
    text = EXPRESSION.replace("category]", "category, case.tender.award_criteria]")
    rule(text.replace("WHEN", when.replace("'", "''")))
