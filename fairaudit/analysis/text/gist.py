"""What a short text asks for, apart from how it says it: its telling words, with numbers written one way.

Two texts that ask for one thing differ in capitals, signs, small words and `two` for `2`; what is left is compared.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from fairaudit.analysis.numberwords import NUMBERS
from fairaudit.analysis.text.prose import fold

_TOKEN = re.compile(r"(\d+(?:[,.]\d+)*)([kKmM]|[bB][nN])?\b|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_TIMES = {"k": 3, "thousand": 3, "m": 6, "million": 6, "bn": 9, "billion": 9}
# Words that say who is asked and how, not for what.
_SMALL = frozenset({
    "a", "an", "the", "of", "for", "in", "on", "to", "and", "or", "with", "by", "at", "from", "as", "per", "than",
    "be", "is", "are", "was", "were", "has", "have", "had", "having", "been", "it", "its", "they", "their", "them",
    "must", "shall", "should", "will", "would", "can", "may", "that", "which", "who", "whom", "this", "these", "those",
    "you", "your", "we", "our", "us", "any", "all", "each", "every", "there", "least", "minimum", "bidder", "tenderer",
    "supplier", "applicant", "candidate", "offeror", "provide", "show", "evidence", "demonstrate", "describe", "please",
    "proof", "give", "state", "submit", "hold", "gbp", "eur", "usd", "pound", "euro",
})  # fmt: skip


@lru_cache(maxsize=8192)
def gist(text: str) -> tuple[str, ...]:
    """Return the telling words of a text in their order, folded and without a plural ending, numbers in digits."""
    return tuple(_telling(text))


def _telling(text: str) -> Iterator[str]:
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    number = ""
    for match in _TOKEN.finditer(plain):
        word = "" if match[1] else fold(match[0])
        if number:
            times = word if word in _TIMES else None
            yield _digits(number, times)
            number = ""
            if times:
                continue
        if match[1] and not match[2]:
            number = match[1]
        elif match[1]:
            yield _digits(match[1], match[2])
        elif word in NUMBERS:
            number = str(NUMBERS[word])
        else:
            single = word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
            if word not in _SMALL and single not in _SMALL:
                yield single
    if number:
        yield _digits(number, None)


_PARTED = re.compile(r"(?<![\d.,/])\d+[.,/]\d+(?![\d.,/]*\d)")
_BELOW_NOTHING = re.compile(r"(?:\A|(?<=[^\W\d_] )|(?<=\())[-−]\d+(?:[.,]\d+)*(?![\w/-])")


def parted_figures(text: str) -> tuple[str, ...]:
    """Return the figures that a sign parts, as words do not tell them: `3.5` and `35` are one word, and so are `1/2` and `12`.

    Thousands (`1,000`) are none of them, nor are dates; what is below nothing (`-5`) is another figure than `5`.
    """
    found = (one if "/" in one else _digits(one, None) for one in _PARTED.findall(text))
    below = (f"-{_digits(one[1:], None)}" for one in _BELOW_NOTHING.findall(text))
    return (*(one for one in found if not one.isdigit()), *below)


_WITH_CENTS = re.compile(r"\d{1,3}(?:(?:,\d{3})+\.|(?:\.\d{3})+,)\d+")


def _digits(number: str, times: str | None) -> str:
    """Return a number in digits: `1,000,000`, `1.0m` and `1 million` are one; of `1,500.00` the last sign parts the cents."""
    parts = re.split("[,.]", number)
    grouped = len(parts) > 1 and all(len(one) == 3 for one in parts[1:])
    whole, rest = ("".join(parts), "") if grouped else (parts[0], "".join(parts[1:]))
    if _WITH_CENTS.fullmatch(number):
        whole, rest = "".join(parts[:-1]), parts[-1]
    zeros = _TIMES.get((times or "").lower(), 0)
    if zeros:
        moved = rest.rstrip("0").ljust(zeros, "0")
        whole, rest = whole + moved[:zeros], moved[zeros:]
    return (whole.lstrip("0") or "0") + (f".{rest}" if rest else "")
