"""Rule files are checked when they load: every fault located, and nothing in them runs."""

import pytest

from fairaudit.engine.rulefiles.packs import packs_at
from fairaudit.engine.rulefiles.reading import RuleError
from fairaudit.sources.document import FairauditError
from tests.engine.test_judge import RULE, rule


def faults(text):
    with pytest.raises(RuleError) as error:
        rule(text)
    return [str(one) for one in error.value.faults]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("at_most: 2}", "atmost: 2, at_most: 2}", "11:44: the check `ratio-at-most` has no option `atmost`; did you mean `at_most`?"),
        ("at_most: 2}", "at_most: two}", '11:45: `at_most` should be a number such as 2400000 or 12.5, found "two"'),
        (", at_most: 2", "", "10:8: the check `ratio-at-most` needs the option `at_most`"),
        ("of: minimum", "of: minimun", "11:12: of: `minimun`: Turnover has no field `minimun`; did you mean `minimum`?"),
        ("of: minimum", "of: text", "11:12: of: `text` is a text; this option takes an amount of money"),
        ("check: ratio-at-most", "check: ratio-at-mots", "10:8: there is no check `ratio-at-mots`; did you mean `ratio-at-most`?"),
        ("kind=turnover", "kin=turnover", "8:8: `tender.selection_criteria[kin=turnover]`: none of Turnover, Insurance, Capital, "
         "References, Experience, Certificate, Staff, Accounts, Location, PermissionNeeded, PriorContract, OtherRequirement "
         "has a field `kin`"),
        ("selection_criteria", "selection_criterias", "8:8: `tender.selection_criterias[kind=turnover]`: Tender has no field "
         "`selection_criterias`; did you mean `selection_criteria`?"),
        ("severity: high", "severity: grave", "5:11: `severity` should be one of critical, high, medium, low, info, found `grave`"),
        ("basis: heuristic", "basis: statute", "18:1: only a rule of `basis: record` or `basis: heuristic` may have no sources"),
        ("{ratio}", "{ratios}", "14:10: `message` uses {ratios}; this check gives at_most, of, ratio, to"),
        ("{ratio}", "{ratio.real}", "14:10: `message` may hold only plain names in braces, such as {days}: no dots, brackets, colons or `!`"),
        ("{ratio}", "{ratio!r}", "14:10: `message` may hold only plain names in braces, such as {days}: no dots, brackets, colons or `!`"),
        ("{ratio}", "{0}", "14:10: `message` may hold only plain names in braces, such as {days}: no dots, brackets, colons or `!`"),
        ("why: w\n", "", "1:1: lacks `why:`, which every rule needs"),
        ("why: w", "wyh: w\nwhy: w", "15:6: a rule has no field `wyh`; did you mean `why`?"),
        ("justified(minimum)", "justified(maximum)", "13:10: `if` `maximum`: Turnover has no field `maximum`; did you mean `minimum`?"),
        ("justified(minimum)", "law(time-to-tendre)", "13:10: `if` asks the law about `time-to-tendre`; did you mean `time-to-tender`?"),
        ("why: w", "related_law: [an Act]\nwhy: w", "15:1: `related_law` should be lists of provisions, each under the name of a pack of law"),
        ("why: w", "related_law: {uk-pa2023: s.54}\nwhy: w", "15:1: `related_law` should be lists of provisions, each under the name of a pack of law"),
        ("id: too-much", "id: too-much-2", "1:5: `id` should name the problem in lower-case words joined by hyphens, without numbers"),
        ("  passed: [{case: {tender: {}}}]\n", "", "19:1: a rule needs at least one example that is flagged (or for review) and one that passed"),
        ("  flagged: [{case: {tender: {}}, finds: []}]", "  flagged: [{case: {tender: {}}}]", "20:13: an example that is flagged should say `finds:`"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line(old, new, fault):
    text = RULE.replace(old, new)
    if "too-much-2" in text:
        text = text.replace("too-much-2", "too-much2")
    found = faults(text)
    assert f"rules/{text.split()[1]}.yaml:{fault}" in found


def test_a_file_is_named_after_its_rule(tmp_path):
    (tmp_path / "other.yaml").write_text(RULE)
    with pytest.raises(RuleError) as error:
        packs_at(tmp_path / "other.yaml")
    assert str(error.value).endswith("other.yaml:1:5: the file should be named after its rule: `too-much.yaml`")


@pytest.mark.parametrize(
    "text",
    [
        RULE.replace("check: ratio-at-most", "check: os.system"),
        RULE.replace("check: ratio-at-most", "check: !!python/name:os.system"),
        RULE.replace("why: w", "why: !!python/object/apply:os.system [touch pwned]"),
        RULE.replace("with: {of", "with: {__class__: x, of"),
    ],
)
def test_a_rule_pack_cannot_run_code(tmp_path, text):
    (tmp_path / "too-much.yaml").write_text(text)
    with pytest.raises(FairauditError):
        packs_at(tmp_path / "too-much.yaml")
    assert [one.name for one in tmp_path.iterdir()] == ["too-much.yaml"]
