"""Lexicons: whose sentences prove them, and what is said of texts in a language that has none."""

import json
import sys

import pytest

from fairaudit.analysis.text import read_prose
from fairaudit.analysis.text.language import looks_english
from fairaudit.engine.rulefiles import lexicons
from fairaudit.engine.rulefiles.index import RuleIndex
from fairaudit.engine.rulefiles.lexicons import lexicon, lexicon_names, together
from tests.cli.running import fairaudit, put

ENGLISH = (
    "The provider shall see nine in ten of the patients within 28 days of the referral and report it to the board. "
)
NORWEGIAN = (
    "Leverandøren skal behandle ni av ti pasienter innen tjueåtte dager etter henvisning og rapportere til styret. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH * 3, True),
        (NORWEGIAN * 3, False),
        (ENGLISH, None),
        ("", None),
        ("OptiLink Clarivue QX-4500 " * 20, False),
        ("Leverandøren skal svare innen fem timer. Tilbydere må ha kontor i Oslo.", False),
        ("Der Auftragnehmer muss die Räder warten und reinigen.", False),
        ("Le titulaire doit réparer les fauteuils dans un délai court.", False),
        ("Depots are on Rue de la Paix.", None),
        ("Bidders must hold ISO 9001.", None),
        ("Total price.", None),
    ],
)
def test_whether_a_text_is_english(text, expected):
    assert looks_english(read_prose(text)) is expected


CLAUSE = "Levering skal skje gjennom OptiLink. " + NORWEGIAN * 3


@pytest.mark.parametrize(
    ("language", "reason", "missing"),
    [
        ("language: nb,", 'no lexicon for "nb"', []),
        ("language: nb-NO,", 'no lexicon for "nb"', []),
        (
            "",
            "no lexicon: the texts do not look like English, and their language is not given",
            ["tender.language"],
        ),
    ],
)
def test_texts_in_a_language_without_a_lexicon_are_not_assessed(language, reason, missing):
    put("t.yaml", f'tender: {{id: X, {language} specification: [{{mandatory: true, text: "{CLAUSE}"}}]}}')
    [case] = json.loads(fairaudit("check", "t.yaml", "--format", "json", "--fail-on", "never", "--no-config").out)[
        "cases"
    ]
    one = next(one for one in case["verdicts"] if one["rule"] == "vague-requirements-without-a-test")
    assert (one["outcome"], one["reason"], one["missing"]) == ("not-assessed", reason, missing)


def test_texts_that_are_said_to_be_english_are_read():
    put("t.yaml", f'tender: {{id: X, language: en-GB, specification: [{{mandatory: true, text: "{ENGLISH}"}}]}}')
    [case] = json.loads(fairaudit("check", "t.yaml", "--format", "json", "--fail-on", "never", "--no-config").out)[
        "cases"
    ]
    one = next(one for one in case["verdicts"] if one["rule"] == "vague-requirements-without-a-test")
    assert one["outcome"] == "passed"


def test_a_lexicon_that_is_none_is_named_with_those_there_are():
    with pytest.raises(LookupError, match="names no lexicon: `nothing`"):
        lexicon("nothing")
    assert all(lexicon(name).language == "en" for name in lexicon_names())


@pytest.mark.parametrize("name", ["../../core/pack", "/etc/passwd", "", "in-group.yaml", "in-group\0"])
def test_a_lexicon_is_never_another_file(name):
    with pytest.raises(LookupError, match="names no lexicon"):
        lexicon(name)


def test_words_of_lexicons_and_of_the_rule_add_up():
    parts = (
        {"phrases": ["a", "b"], "gaps": "x"},
        {"phrases": ["b", "c"], "unless": ["d"]},
        {"unless": "e", "gaps": "y"},
    )
    assert together(parts) == {"phrases": ["a", "b", "c"], "gaps": "y", "unless": "e"}


def test_the_index_of_lexicons_holds_all_of_them_whichever_a_run_needs(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def read_anew(name):
        """Return how many lexicons the index holds after a run that needs one, and whether it was known."""
        index = RuleIndex(tmp_path, "lexicons-en")
        monkeypatch.setattr(lexicons, "_index", lambda: index)
        known = len(index.entries)
        lexicon.cache_clear()
        lexicon(name)
        lexicons.save_index()
        return known, len(json.loads(index.file.read_bytes()))

    every = len(lexicon_names())
    assert [read_anew(name) for name in ("in-group", "labels", "in-group")] == [
        (0, every),
        (every, every),
        (every, every),
    ]
    lexicon.cache_clear()


def found_in_group():
    """Return what the rule about in-group wording finds in `t.yaml`."""
    [case] = json.loads(fairaudit("check", "t.yaml", "--format", "json", "--fail-on", "never").out)["cases"]
    return [
        one["message"] for rule in case["verdicts"] if rule["rule"] == "in-group-wording" for one in rule["findings"]
    ]


def test_the_settings_replace_words_of_a_lexicon_and_leave_the_others():
    texts = ("Be of the inner circle.", "A trusted local partner.", "Be of the inner circle of carers.")
    criteria = ", ".join(f"{{id: S{at}, kind: other, text: {text}}}" for at, text in enumerate(texts, 1))
    put(
        "t.yaml", f"tender: {{id: X, buyer: {{name: Northvale}}, selection_criteria: [{criteria}], award_criteria: []}}"
    )
    said = "In selection criterion {} the words ask for somebody already inside: “{}”."
    assert found_in_group() == [said.format("S2", "trusted local partner")]
    put("fairaudit.yaml", "rules: {in-group-wording: {with: {phrases: [inner circle]}}}")
    assert found_in_group() == [said.format("S1", "inner circle")]


def test_signs_of_a_gap_are_found_in_any_language_and_nothing_more_is_said_to_be_looked_for():
    def judged(text):
        put("t.yaml", f'tender: {{id: X, status: active, language: nb, specification: [{{id: "1", text: "{text}"}}]}}')
        [case] = json.loads(fairaudit("check", "t.yaml", "--format", "json", "--fail-on", "never", "--no-config").out)[
            "cases"
        ]
        one = next(one for one in case["verdicts"] if one["rule"] == "gaps-left-in-the-tender")
        reasons = [place["reason"] for place in one["unassessed"]]
        return one["outcome"], [found["facts"]["words"] for found in one["findings"]], reasons

    reason = ['no lexicon for "nb"']
    assert judged("Leverandøren skal svare innen {{timer}} timer.") == ("flagged", ["{{timer}}"], reason)
    assert judged("Leverandøren skal svare innen fem timer.") == ("not-assessed", [], reason)


def test_words_for_exactness_are_looked_for_in_english_only():
    put("t.yaml", 'tender: {id: X, language: nb, specification: [{mandatory: true, text: "Bordet skal være 137 mm."}]}')
    [case] = json.loads(fairaudit("check", "t.yaml", "--format", "json", "--fail-on", "never", "--no-config").out)[
        "cases"
    ]
    one = next(one for one in case["verdicts"] if one["rule"] == "tolerance-too-tight")
    assert (one["outcome"], one["reason"]) == ("not-assessed", 'no lexicon for "nb"')
