"""A text that is one thing over and over, as a broken export or a stranger makes it: an audit of it ends, whatever field holds it."""

import json

import pytest

from tests.cli.running import fairaudit, put
from tests.work import ends

LONG = 20_000
TEXTS = {
    "blanks": "x" + " " * LONG + "y",
    "empty lines": "x" + "\n" * LONG + "y",
    "blank lines": "x" + "\n " * (LONG // 2) + "y",
    "letters": "a" * LONG,
    "digits": "1" * LONG,
    "numbers": "3 " * (LONG // 2),
    "underscores": "_" * LONG,
    "hyphens": "a-" * (LONG // 2),
    "words": "word " * (LONG // 5),
    "headers": "from: x\n" * (LONG // 8),
    "small words": "the all of your " * (LONG // 16),
}


def case(text):
    """Return a case with one text wherever somebody may write what they like."""
    score = {"bid": "B1", "criterion": "Q", "score": 4}
    return {
        "tender": {
            "id": "ENDLESS-1",
            "description": text,
            "award_method": text,
            "published": "2026-03-02T09:00",
            "tender_period": {"end_date": "2026-04-20T12:00"},
            "specification": [{"id": "S1", "text": text}],
            "selection_criteria": [{"id": "SC1", "text": text}],
            "award_criteria": [{"id": "Q", "type": "quality", "weight": 100, "text": text}],
        },
        "parties": [{"id": "alder", "name": "Alder Ltd"}, {"id": "birch", "name": "Birch Ltd"}],
        "people": [{"id": "ada", "name": "Ada Holt", "roles": [{"role": "evaluator"}]}],
        "bids": [
            {"id": "B1", "bidder": "alder", "received": "2026-04-17T10:00", "status": "valid"},
            {"id": "B2", "bidder": "birch", "received": "2026-04-18T10:00", "status": "rejected", "reason": text},
        ],
        "enquiries": [
            {
                "id": "Q1",
                "asked_by": "alder",
                "date": "2026-03-10T09:00",
                "question": text,
                "answer": text,
                "recipients": ["alder"],
            }
        ],
        "events": [
            {"kind": "clarification", "bidder": "alder", "date": "2026-04-22", "text": text, "topic": text},
            {"kind": "message", "bidder": "birch", "date": "2026-04-12", "text": text},
            {
                "kind": "extension",
                "recipients": ["alder"],
                "until": "2026-04-27T12:00",
                "date": "2026-04-12",
                "reason": text,
            },
        ],
        "evaluation": {
            "locked": True,
            "panel": ["ada"],
            "individual": [{"evaluator": "ada", "comment": text} | score],
            "consensus": [{"reason": text} | score],
            "summaries": [{"bid": "B1", "text": text}],
            "abnormally_low": [{"bid": "B1", "notified": "2026-04-22", "decision": text}],
        },
        "awards": [{"id": "A1", "bid": "B1", "date": "2026-05-10", "reason": text}],
    }


@pytest.mark.parametrize("kind", TEXTS)
def test_an_endless_text_is_not_read_for_ever(kind):
    put("case.json", json.dumps(case(TEXTS[kind])))
    with ends():
        ran = fairaudit("check", "case.json", "--fail-on", "never", "--format", "json", "--today", "2026-06-01")
    assert (ran.status, ran.err) == (0, "")


TABS = "x" + "\t" * LONG + "y"


@pytest.mark.parametrize(
    ("whose", "name"),
    [
        ("party", TEXTS["blanks"]),
        ("party", TEXTS["letters"]),
        ("incumbent", TABS),
        ("incumbent", TEXTS["empty lines"]),
    ],
    ids=["blanks of a party", "letters of a party", "tabs of an incumbent", "empty lines of an incumbent"],
)
def test_an_endless_name_is_not_read_for_ever(whose, name):
    told = case("The lamps are lit by dusk.")
    if whose == "party":
        told["parties"][0]["name"] = name
    else:
        told["tender"]["incumbents"] = [{"name": name}]
    put("case.json", json.dumps(told))
    with ends():
        ran = fairaudit("check", "case.json", "--fail-on", "never", "--format", "json", "--today", "2026-06-01")
    assert (ran.status, ran.err) == (0, "")
