"""Words of crimes, taxes and the like that are said of a thing, and those that are said of somebody."""

import time

import pytest

from fairaudit.analysis.text.said_of_things import without_things


@pytest.mark.parametrize(
    "text",
    [
        "Fraud prevention policy", "anti-corruption training", "corruption of the upload file", "corrupt PDF", "file was corrupt",
        "tax advisor", "social security number", "conviction sticker", "tax residence", "modern slavery statement", "fiscal year",
        "criminal record checks", "gift vouchers", "default settings", "liquidated damages", "training on bribery and corruption",
    ],
)  # fmt: skip
def test_a_thing_is_left_out(text):
    said = without_things(f"No {text} here")
    assert "…" in said
    assert not any(
        one in said.casefold() for one in ("fraud", "corrupt", "tax", "security", "convict", "fiscal", "criminal")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Convicted of fraud", "Corruption of public officials", "Tax debts according to the tax office", "Fraudulent statements",
        "Social security contributions not paid", "Corrupt payments", "Unpaid taxes at its seat", "Tax evasion",
        "A criminal conviction of its director",
    ],
)  # fmt: skip
def test_what_somebody_did_or_owes_is_kept(text):
    assert without_things(text) == text


@pytest.mark.parametrize(
    "text", ["fraud ", "tax of ", "file is ", "corrupt of the ", "measures against fraud and ", "a-b "]
)
def test_a_long_text_takes_no_long_time(text):
    begun = time.perf_counter()
    without_things(text * 20000)
    assert time.perf_counter() - begun < 5
