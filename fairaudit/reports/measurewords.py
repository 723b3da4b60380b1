"""What was measured, in words for people: the names of tables and columns, and how numbers in them are written."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

PICTURES = "Pictures"
HOW_TO_LOOK = (
    "They show what is recorded and judge nothing: what stands out may have honest reasons. In pictures of scores evaluators "
    "stand under numbers unless their names were asked for. Below each picture is a table of what it draws."
)
ON_PAPER = (
    "On paper, only the tables that were open on the page when it was printed stand here. All of them are in the page as it "
    "is read on a screen, below each heading and picture, and in the JSON report."
)
"""Where the tables are that a printed page leaves out."""
MOST_ROWS = 200
"""How many rows of a table a page shows; thousands would make it too large to open."""

MOST_PICTURES = 70
"""How many pictures a page shows: seven for each of ten lots, or nearly."""

CAPTIONS = {
    "bid-strip": "Prices of the bids",
    "crossings": "Where the totals of two bidders cross",
    "iso-scores": "Points with equal totals by the declared formula",
    "low-price-lines": "Prices below which a test asks whether a bid is abnormally low",
    "moves": "Weighted totals from the evaluators' own scores and from the panel's",
    "price-weights": "Totals by the weight of price",
    "rank-acceptability": "In what share of the weightings each bidder takes each rank",
    "rank-acceptability-near": "The same, of weightings near the published one",
    "ranks-over-scenarios": "Ranks by scenario",
    "raw-scores": "Every evaluator's scores, and the panel's",
    "received": "What went to bidders, and when",
    "received-by-bidder": "How much each bidder received",
    "residuals": "How far each evaluator's mean for each bidder differs from what both means lead one to expect",
    "scales": "The published scales of the criteria",
    "score-and-price": "Price, quality and total of each bid",
    "ties": "Recorded ties between people with influence and bidders",
}
"""What a table is called above it."""

LABELS = {
    "answers": "answers",
    "better": "which score is better",
    "bidder": "bidder",
    "changes": "changes",
    "clarifications": "clarifications and cures",
    "criterion": "criterion",
    "declared": "whether it was declared",
    "documents": "documents and data",
    "evaluator": "evaluator",
    "individual": "total from the evaluators' means",
    "item": "what",
    "kind": "kind",
    "known_by": "known by",
    "lasted": "how long it lasted",
    "late": "later than others",
    "left": "left the contest",
    "leads": "whether first place changes there",
    "longest_wait": "longest wait after the first",
    "maximum": "highest score",
    "mean": "mean of the evaluator's scores",
    "minimum": "lowest score",
    "more_time": "extensions",
    "onward": "and on from there",
    "other": "the other bidder",
    "panel": "total from the panel's scores",
    "panel_score": "the panel's score",
    "part": "part in the procurement",
    "person": "person",
    "place": "where that stands",
    "price": "price",
    "price_weight": "weight of price",
    "published": "the published weight",
    "quality": "quality",
    "rank": "rank",
    "rank_after": "rank by the panel's scores",
    "rank_before": "rank by the evaluators' means",
    "residual": "above or below what is expected",
    "scenario": "scenario",
    "score": "score",
    "share": "share of weightings",
    "since": "since",
    "state": "whether the bidder had it",
    "strength": "strength",
    "talks": "talks and presentations",
    "test": "test",
    "tested": "tested",
    "through": "through",
    "tie": "tie",
    "total": "total",
    "unrecorded": "not recorded",
    "until": "until",
    "visits": "visits",
    "wait": "how long after the first",
    "when": "when, on the buyer's clock",
    "within": "each weight within per cent of its own",
    "without": "not among those who had it",
}
"""What a column is called above it."""

NUMBERS = frozenset(
    {
        "individual",
        "maximum",
        "mean",
        "minimum",
        "panel",
        "panel_score",
        "price",
        "price_weight",
        "quality",
        "rank",
        "rank_after",
        "rank_before",
    }
    | {"residual", "score", "share", "total", "within"}
    | {
        "answers",
        "changes",
        "clarifications",
        "documents",
        "late",
        "more_time",
        "talks",
        "unrecorded",
        "visits",
        "without",
    }
)
"""The columns that hold numbers: their texts are written as numbers, while a bidder called 1000 stays 1000."""
SHARES = frozenset({"share"})
"""The columns that are cut to four significant digits."""
YES = frozenset({"leads", "published", "tested"})
"""The columns that hold 1 for yes and 0 for no."""
NOT_GIVEN = "not recorded"
NOTHING = {
    "changes": "not known",
    "compared_with": "nothing: others are compared with this",
    "lead": "none",
    "why_no_answer": "there is one",
}
"""What an empty cell means in a column where it is no gap in the record."""
_DIGITS = 4
_DECIMAL = re.compile(r"-?\d{1,40}(\.\d{1,40})?\Z", re.ASCII)


def caption(table: str) -> str:
    """Return what a table is called; a name that is not known here in plain words."""
    return CAPTIONS.get(table) or _words(table)


def label(column: str) -> str:
    """Return what a column is called; a name that is not known here in plain words."""
    return LABELS.get(column) or _words(column)


def first_rows(number_of: int, most: int = MOST_ROWS) -> str:
    """Return which rows of a long table a page shows, and where all are."""
    return f"the first {most} of {number_of:,} rows (the JSON report has them all)"


def more_pictures(number_of: int) -> str:
    """Return that a page does not show all pictures, and how to see them."""
    more = number_of - MOST_PICTURES
    return (
        f"{more} more picture{'' if more == 1 else 's'} of further lots are not shown; --figures DIR writes every one."
    )


def is_number(column: str) -> bool:
    """Return whether a column holds numbers, so that they are set under one another."""
    return column in NUMBERS


@lru_cache(maxsize=8192)
def cell(column: str, value: str | int | None) -> str:
    """Return what stands in a table for people: numbers with thousands set apart, shares cut, and a word for nothing."""
    if value is None:
        return NOTHING.get(column, NOT_GIVEN)
    if column in YES and value in (0, 1, "0", "1"):
        return "yes" if value in (1, "1") else "no"
    text = str(value)
    if column not in NUMBERS or not _DECIMAL.match(text):
        return text
    return number(shortened(text) if column in SHARES else text)


def number(text: str) -> str:
    """Return a decimal number with thousands set apart: 1234567.50 is 1,234,567.50; every digit stays."""
    whole, point, rest = text.partition(".")
    sign = "-" if whole.startswith("-") else ""
    return f"{sign}{int(whole.removeprefix('-')):,}{point}{rest}"


def shortened(text: str) -> str:
    """Return a decimal number rounded to four significant digits: 0.123456 is 0.1235, and 12.3456 is 12.35."""
    value = Decimal(text)
    if not value:
        return "0"
    places = _DIGITS - 1 - value.adjusted()
    if places <= 0 or -value.as_tuple().exponent <= places:  # type: ignore[operator]  # a number
        return text
    return f"{round(value, places):f}"


def _words(name: str) -> str:
    return name.replace("-", " ").replace("_", " ")
