"""What a text calls by numbers: `Bulletin 1: answers to Q1, 2 and Q5-7` names Q1, Q2, Q5, Q6 and Q7, and no question 1."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.names import words

_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|xlsm|pptx?|od[tsp]|rtf|txt|csv|zip|html?|xml)(?=$|[\s_,;:)\]])", re.IGNORECASE
)
"""The ending of a file, which is no part of a number before it."""
_RANGE = re.compile(r"\b([^\W\d_]{0,12}[-. ]?)(\d{1,4})\s*(?:-|–|—|\bto\b|\bthrough\b)\s*\1(\d{1,4})\b", re.IGNORECASE)
_LETTERS = r"\b((?:q|qs|cq|cqs|tq|tqs|rfi|rfis|rfc|rfcs)[-. ]?)"
_SHORT = re.compile(rf"{_LETTERS}(\d{{1,4}})(?:[-–—]|\s*\b(?:to|through)\s+)(\d{{1,4}})\b(?![-./–]\d)", re.IGNORECASE)
"""`Q1-3`: the letters stand once. With a space on each side of it a dash begins the answer, `Q1 - 3 vans`."""
_AFTER = (
    "and|or|are|is|was|were|have|has|had|will|to|from|for|in|on|only|of|with|without|except|but|not|answered|answers?|reply|replies|"
    "responses?|pending|follows?|attached|enclosed|published|issued|sent"
)
"""Words that follow the numbers of questions, where another would say what is counted."""
_SERIES = re.compile(
    rf"{_LETTERS}(\d{{1,4}})((?:\s{{0,3}}(?:,|&|,?\s?\b(?:and|or)\b)\s{{0,3}}\d{{1,3}}\b)+)"
    rf"(?=\s*(?:$|[.;:()\[\]](?!\d)|,(?!\d)|[-–—]\s|(?:{_AFTER})\b))",
    re.IGNORECASE,
)
"""`Q1, 2 and 3`, and nothing counted: `Q1, 2 vans`."""
_MAY_COUNT = re.compile(r"[0-9]|[^\x00-\x7f£€–—‘’“”…]")
_LEFT_OUT = re.compile(
    r"\b(?P<by>except|excepting|excluding|excl|but not|other than|apart from|without|omitting|all but|save for|minus|less|not)"
    r"\.?(?: for| including)?:?"
    r"(?P<numbers>(?:\s{0,3}(?:,|&|\band\b|\bor\b)?\s{0,3}\b[^\W\d_]{0,14}[-. ]?\d{1,4}\b)+)",
    re.IGNORECASE,
)
"""What `Q3 to Q5 except Q4` does not name."""
_LOOSE = frozenset(("without", "minus", "less", "not"))
_STOP = re.compile(r"[.;:!?\n]+(?=\s|$)|[()\[\]]")
_BELOW = re.compile(r"(?<![^\W_])(\d{1,4})\.(?=\d)")
_OF_IT = "thereof"
"""What stands between a number and that of a part of it, whose number is none by itself: `question 3.4`."""
_MOST = 200
"""How many numbers `from … to …` names at most; what is longer is no list of questions."""
_ASKED = frozenset((
    "q", "question", "questions", "enquiry", "enquiries", "inquiry", "inquiries", "query", "queries", "clarification",
    "clarifications",
))  # fmt: skip
_GOING_ON = frozenset(("and", "or", "to", "no", "nos", "number", "numbers"))


def may_count(text: str) -> bool:
    """Whether a digit may be read in a text, as `½` is read as one, too: without any it names nothing by a number."""
    return _MAY_COUNT.search(text) is not None


@lru_cache(maxsize=4096)
def numbers_named(text: str) -> tuple[str, ...]:
    """Return what may be ids in a text, folded: words with a digit, with the word before them too; bare ones of questions."""
    if not may_count(text):
        return ()
    return tuple(dict.fromkeys((*_named(words(parts_apart(spelled_out(text)))), *_of_two_numbers(text))))


def parts_apart(text: str) -> str:
    """Return a text with `3.4` as `3 thereof 4`: the fourth part of 3, and no 4."""
    return _BELOW.sub(rf"\1 {_OF_IT} ", text)


@lru_cache(maxsize=4096)
def spelled_out(text: str) -> str:
    """Return a text with `Q1 to Q3`, `Q1-3` and `Q1, 2 and 3` as `Q1, Q2, Q3`, less what it says to be left out of these.

    The ending of a file and the lines between the words of its name are no part of it.
    """
    text = without_ending(text).replace("_", " ")
    out = frozenset(int(one) for match in _LEFT_OUT.finditer(text) for one in re.findall(r"\d+", match[0]))
    left = _LEFT_OUT.sub(" ", text) if out else text
    for pattern in (_RANGE, _SHORT):
        left = pattern.sub(lambda match: _each(match, out), left)
    return _SERIES.sub(_lettered, left)


def left_out(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the numbers that a text says to be left out, and whether a sentence says just that: `Without Q3.`, `All but Q3`.

    Where it says more, `not` and the like may be about something else: `Q2: see Q1, not Q3`.
    """
    for match in _LEFT_OUT.finditer(text) if may_count(text) else ():
        beside = (*words(_STOP.split(text[: match.start()])[-1]), *words(_STOP.split(text[match.end() :])[0]))
        alone = all(one in _ASKED or one in ("all", "answers", "the", "but") for one in beside)
        if alone or (match["by"].casefold() not in _LOOSE and not match["numbers"].strip().isdigit()):
            yield match["numbers"], alone


def without_ending(text: str) -> str:
    """Return a name without the ending of a file."""
    return _FILE.sub("", text)


def _lettered(match: re.Match[str]) -> str:
    """Return `Q1, 2 and 3` with its letters before each number."""
    return match[1] + match[2] + re.sub(r"\d+", lambda number: match[1] + number[0], match[3])


def _of_two_numbers(text: str) -> Iterator[str]:
    """Yield what may be ids of two numbers, as `L2-3` for the third question on lot 2, and `Q1-3` where a list has such ids."""
    said = words(parts_apart(without_ending(text)))
    for first, second in pairwise(said):
        if second.isdigit() and not first.isdigit() and any(map(str.isdigit, first)):
            yield f"{first} {second}"


def _each(match: re.Match[str], out: frozenset[int]) -> str:
    first, last = int(match[2]), int(match[3])
    if not first < last <= first + _MOST:
        return match[0]
    return " , ".join(f"{match[1]}{one:0{len(match[2])}}" for one in range(first, last + 1) if one not in out)


def _named(said: tuple[str, ...]) -> Iterator[str]:
    listing = False
    for at, word in enumerate(said):
        bare = word.isdigit()
        if bare and said[at - 1 : at] == (_OF_IT,):
            continue
        if bare and at and not any(map(str.isdigit, said[at - 1])):
            yield f"{said[at - 1]} {word}"
            yield f"{said[at - 1]}{word}"
        if bare and listing:
            yield word
            yield f"q{word}"
            yield f"q {word}"
        elif not bare and any(one.isdigit() for one in word):
            yield word
        listing = word in _ASKED or (listing and (bare or word in _GOING_ON))
