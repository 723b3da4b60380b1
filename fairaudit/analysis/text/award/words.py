"""What the words of a method of award say of how the winner is found, and which of them were not understood.

Which one thing decides by them is read in `ways`, which words say nothing more in `plain`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.award.agreeing import agrees_with_figures
from fairaudit.analysis.text.award.figures import (
    Figures,
    contradicts_scales,
    contradicts_weights,
    repeats_figures,
    without_the_formula,
)
from fairaudit.analysis.text.award.more import counts_only_at_times
from fairaudit.analysis.text.award.plain import is_foreign, is_unread
from fairaudit.analysis.text.award.tax import without_stops
from fairaudit.analysis.text.award.ties import (
    PRICE,
    PRICES_EQUAL_TOO,
    Step,
    TieRule,
    TieSentence,
    tie_rule_of,
    tie_sentence,
)
from fairaudit.analysis.text.award.ways import POINTS, QUALITY, way_of
from fairaudit.analysis.text.sentences import sentences
from fairaudit.frozen import Frozen

_EQUAL_PRICES = late_pattern(
    r"^(?:(?:in (?:the )?(?:event|case) of|where|if|when|should|of|between|on|there|are|be|two|or|more|several|the|tenders?"
    r"|bids?|bidders?|have|offer|ask) )*(?:equal|identical|same|tied)(?: (?:lowest|highest|annual|total))*"
    r" (?:price|fee|rent|royalt(?:y|ie)|premium|payment|sum|amount)s?\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_GOES_ON = late_pattern(r"(?:and )?(?:then|failing that|failing this|next|after that|thereafter)\b", re.IGNORECASE)
_PRICES_EQUAL = late_pattern(rf"{PRICES_EQUAL_TOO}\b", re.IGNORECASE)
_NO_FIGURES = Figures()


class AwardWords(Frozen):
    """What words say of ties, what alone decides (a price, and which, or quality), and the sentences that were not understood."""

    ties: TieRule | None
    way: str
    unread: str


def award_words(text: str, names: Sequence[str], figures: Figures = _NO_FIGURES) -> AwardWords:
    """Return what the words of a method of award say; `names` are what criteria are called.

    A sentence that says no more than the `figures` that are published is understood.
    """
    text = without_stops(text)
    ways, unread = set(), []
    ties: list[tuple[str, TieSentence]] = []
    for one in _joined(text, names):
        if repeats_figures(one, figures) or agrees_with_figures(one, figures) or _is_on_equal_prices(one, names):
            continue
        tie = tie_sentence(one, names)
        if tie is None:
            way = way_of(one)
            if way not in ("", QUALITY, POINTS):
                ways.add(way)
            elif _contradicts(one, figures) or is_unread(without_the_formula(one, figures.share), names):
                unread.append(one)
                # That quality alone counts beside what was not understood is no reading.
            else:
                ways |= {way} - {""}
        else:
            plain = not is_unread(tie.before, names) and not counts_only_at_times(one, names)
            ways |= {way_of(tie.before)} & {POINTS} if plain else set()
            ties.append((one, tie if plain else tie._replace(steps=())))
            if not plain or (tie.margin and not tie.steps) or (is_foreign(one) and not tie.steps):
                unread.append(one)
    only = ways.pop() if len(ways) == 1 and not unread else ""
    if ways - {POINTS} and not only:
        unread = sentences(text)
    return AwardWords(tie_rule_of(ties), "" if only == POINTS else only, "; ".join(unread))


def _contradicts(sentence: str, figures: Figures) -> bool:
    return contradicts_weights(sentence, figures) or contradicts_scales(sentence, figures)


def _joined(text: str, names: Sequence[str]) -> list[str]:
    """Return the sentences of a text; one that goes on with a tie (`then lots are drawn`) belongs to the one before."""
    found: list[str] = []
    for one in sentences(text):
        before = tie_sentence(found[-1], names) if found else None
        goes_on = _GOES_ON.match(one) or (_PRICES_EQUAL.match(one) and before and before.steps[-1:] == (Step(PRICE),))
        if goes_on and before is not None:
            found[-1] = f"{found[-1]}; {one}"
        else:
            found.append(one)
    return found


def _is_on_equal_prices(sentence: str, names: Sequence[str]) -> bool:
    """Whether a sentence says what decides between equal prices, in plain words, and nothing of other ones."""
    found = _EQUAL_PRICES.match(sentence)
    tie = tie_sentence(f"in a tie {found['rest']}", names) if found else None
    return tie is not None and bool(tie.steps) and not tie.margin
