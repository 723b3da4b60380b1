"""Whether the words beside the ends of a scale grade an answer as good or as bad: `excellent`, `no answer`."""

from decimal import Decimal
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern

_WORD = late_pattern(r"[^\W_]+")
_GOOD = (
    "excellent", "outstanding", "exceptional", "exemplary", "superb", "very good", "good", "best", "first class",
    "fully meets", "meets in full", "fully met", "exceeds", "full marks", "highest quality", "no deficiencies",
    "no weaknesses", "no shortcomings", "sehr gut", "ausgezeichnet", "hervorragend",
)  # fmt: skip
_BAD = (
    "no answer", "no response", "not answered", "unanswered", "unacceptable", "unsatisfactory",
    "very poor", "poor", "inadequate", "insufficient", "fails", "failed", "fail", "not met", "does not meet", "very weak",
    "weak", "worst", "no evidence", "no submission", "deficient", "keine antwort", "fehlt", "ungenügend", "unzureichend",
    "mangelhaft", "nicht erfüllt",
)  # fmt: skip
"""What a grade begins with. Heuristic: only plain grades are taken, and any other words say nothing."""


def grades_as_good(text: str) -> bool | None:
    """Return whether words begin with a good grade or with a bad one; `None` where with neither."""
    words = " ".join(_WORD.findall(text.casefold())) + " "
    for phrases, good in ((_GOOD, True), (_BAD, False)):
        if any(words.startswith(f"{one} ") for one in phrases):
            return good
    return None


@lru_cache(maxsize=1024)
def grades_fall(described: tuple[tuple[Decimal, str], ...]) -> bool:
    """Whether the lowest of some scores is described by a good grade and the highest by a bad one."""
    texts = dict(described)
    if not texts:
        return False
    return grades_as_good(texts[min(texts)]) is True and grades_as_good(texts[max(texts)]) is False
