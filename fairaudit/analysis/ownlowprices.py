"""A tender's own test for abnormally low prices, in words such as `more than 20 % below the mean`.

Documents often draw a line of their own: so many per cent below the mean or the median of the prices, or below the estimate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.lowprices import Line, LowPriceError, LowPriceTest, mean, median

FORM = "more than 20 % below the mean"
"""How such a test is written; `or more` in place of `more than`, and `median` or `estimate` in place of `mean`."""
_ESTIMATE = r"(?:estimate(?:d (?:value|price|cost))?|(?:base )?budget|contract value)"
_OWN = late_pattern(
    r"^(?P<more>more than |over |at least )?(?P<share>\d{1,2}(?:[.,]\d{1,3})?) ?(?:%|per ?cent|percent)(?P<reached> or more)? "
    r"(?:below|under|less than|lower than|beneath) (?:the )?"
    rf"(?:(?P<mean>mean|average)|(?P<median>median)|(?P<estimate>{_ESTIMATE}))"
    r"(?: (?:price|(?:of )?(?:all )?(?:the )?(?:admitted |valid |other )?(?:prices|bids|tenders|offers)))?$",
    re.IGNORECASE,
)


def own_test(words: str) -> LowPriceTest | None:
    """Return the test that words describe, `None` where they describe none; a price on the line is marked by `or more` alone."""
    found = _parted(words)
    if found is None or "other" in words:
        # Below the mean of the others is another line for each bid.
        return None
    left = 1 - Fraction(found["share"].replace(",", ".")) / 100
    reached = bool(found["reached"]) or (found["more"] or "").strip().lower() == "at least"

    def line(prices: Sequence[Fraction], estimate: Fraction | None) -> Line:
        if found["estimate"]:
            if estimate is None or estimate <= 0:
                raise LowPriceError("no estimate is given in the terms of the prices")
            return Line(estimate * left, reached)
        return Line((median(prices) if found["median"] else mean(prices)) * left, reached)

    return LowPriceTest(words, words, "the tender's own words", "own", line, least=1 if found["estimate"] else 2)


def is_by_the_estimate(words: str) -> bool:
    """Whether words describe a test by the buyer's estimate."""
    found = _parted(words)
    return found is not None and bool(found["estimate"])


def _parted(words: str) -> re.Match[str] | None:
    return _OWN.match(words.replace("-", " ").strip(" ."))
