"""Whether words say that of several scores the median counts, or the mean without the highest and the lowest."""

from fairaudit.analysis.latepattern import late_pattern

_SENTENCE = late_pattern(r"[.!?;\n]+")
_MEAN = late_pattern(r"\b(?:trimmed|truncated)\s+(?:mean|average)\b")
_MEDIAN = late_pattern(r"\bmedian\b|\bmiddle (?:score|mark|value|rating|grade)\b")
_ENDS = late_pattern(
    r"\bhighest\b(?:\s+\w+){0,3}?\s+(?:and|or)\s+(?:\w+\s+)?lowest\b"
    r"|\blowest\b(?:\s+\w+){0,3}?\s+(?:and|or)\s+(?:\w+\s+)?highest\b|\bextremes?\b|\boutliers\b"
)
_OUT = late_pattern(
    r"\b(?:left|leave|leaves|leaving) out\b|\b(?:left|leave|leaves|leaving)\b.*\bout\b|\b(?:exclud|discard|drop|remov|disregard"
    r"|ignor|omit|eliminat|struck|strik|delet)\w*|\bnot counted\b|\bdo(?:es)? not count\b|\bwithout the\b"
)
_OF_SCORES = late_pattern(r"\b(?:scores?|marks?|ratings?|grades?|evaluators?|assessors?|members?)\b")
_OF_PRICES = late_pattern(r"\b(?:prices?|bids?|tenders?|offers?|costs?|rates?)\b")
_NOT = late_pattern(r"\b(?:no|none|never|neither|nor)\b|\bnot (?:be )?(?!count)\w+")


def leaves_out_extremes(text: str) -> bool:
    """Return whether a sentence says so of scores; one on prices, and one that denies it, does not."""
    return any(_says_so(one) for one in _SENTENCE.split(text.casefold()))


def takes_the_median(text: str) -> bool:
    """Return whether a sentence says of scores that their median, or the middle one, counts; one that denies it does not."""
    return any(
        _MEDIAN.search(one) and _OF_SCORES.search(one) and not _OF_PRICES.search(one) and not _NOT.search(one)
        for one in _SENTENCE.split(text.casefold())
    )


def _says_so(sentence: str) -> bool:
    if _NOT.search(sentence):
        return False
    if _MEAN.search(sentence):
        return True
    about_scores = _OF_SCORES.search(sentence) and not _OF_PRICES.search(sentence)
    return bool(about_scores and _ENDS.search(sentence) and _OUT.search(sentence))
