"""To how many places words say that something is rounded: "points for price are rounded to whole points"."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from fairaudit.analysis.latepattern import late_pattern

Rounded = tuple[int, str]
"""To how many places, and in which mode."""
_SENTENCE = late_pattern(r"[!?;\n]+|\.(?!\d|p\b)")
_ROUNDS = late_pattern(
    r"\bround(?:ed|ing|s)?\b|\btruncat\w+|\bcut\b|\b(?:calculated|averaged|given|stated|expressed|worked out)\b"
)
_REST = late_pattern(
    # From the first of several blanks on, so that not each of them begins a look at all that follow.
    r"(?:(?<! )|(?=[;,.]))[;,.]? *(?:and )?"
    r"(?=(?:the )?(?:rest|remainder|(?:further|remaining|other) (?:decimals|digits|places)) (?:is|are|will be)"
    r" (?:cut|truncated)\b)"
)
"""What goes on after a rounding and says what becomes of the digits behind it."""
_EITHER_WAY = late_pattern(r"\bup or down\b|\bdown or up\b")
_WHOLE = late_pattern(
    r"\b(?:whole|full|integer|integral) (?:points?|numbers?|marks?|figures?)\b|\bnearest (?:whole|full|point|integer|mark)\b"
    r"|\b(?:no|zero|0) decimals?\b|\bintegers?\b"
)
_PLACES = late_pattern(
    r"\b(?P<n>one|two|three|four|[1-4]|first|second|third) (?:\(\d\) )?(?:decimals?|places?|digits? after|d\.?p\b)"
)
_NUMBERS = {"one": 1, "first": 1, "two": 2, "second": 2, "three": 3, "third": 3, "four": 4}
_STEPS = late_pattern(
    r"\bround(?:ed|ing|s)?\b[^,:;]{0,40}? to (?:the )?(?:nearest )?(?P<step>tenth|hundredth|thousandth|0[.,]0{0,2}1)"
    r"(?!\d| ?%| ?per ?cent| of (?!an? (?:point|mark)\b)|-)"
)
"""Words that round to a part of a point that is one more place: a hundredth is the second."""
_OF_RATIOS = late_pattern(r"\b(?:ratios?|quotients?|shares?|proportions?|fractions?|percentages?)\b")
_STEP_PLACES = {"tenth": 1, "hundredth": 2, "thousandth": 3}
_DOWN = late_pattern(r"\bround(?:ed|ing|s)?\b[^,]{0,30}?\bdown|\btruncat\w+|\bcut\b|\bdown to\b")
_UP = late_pattern(r"\bround(?:ed|ing|s)?\b[^,]{0,30}?\bup\b(?! or down)|\bup to the (?:next|nearest)\b")
_TIES = late_pattern(r"\bhalf[- ](?P<way>up|down)\b|\bhalf[- ](?:to[- ])?even\b|\bbankers?['\u2019]?s?\b")
"""Which way a half goes, where words say it: then `up` and `down` are of halves alone."""
_OF_A_POINT = r"(?:(?: of)?(?: an?)?[- ](?:points?|marks?)\b|(?(near)(?= ?(?:$|[,:)]| and\b| before\b))|(?!)))"
_PARTS = late_pattern(
    r"(?:\bround(?:ed|ing|s)?\b[^,:;]{0,40}? (?:off )?|\b(?:given|stated|expressed) )(?:to|in)(?: the| an?)?(?P<near> nearest)?"
    rf"(?: (?:steps?|multiples?|increments?) of)?(?: an?)? (?:(?P<half>half){_OF_A_POINT}|quarter{_OF_A_POINT}"
    r"|(?:(?P<five>0[.,]50?|\u00bd)|0[.,]25|\u00bc)(?!\d)(?! ?%| ?per ?cent))"
)
"""Words that points are rounded to halves or quarters of one."""
_NOT = late_pattern(r"\b(?:no|not|never|without|neither|nor)\b(?! decimals?)")
_OF = {
    "price": late_pattern(r"\b(?:prices?|costs?|financial|commercial)\b"),
    "average": late_pattern(r"\baverag\w+|\bmeans?\b"),
}
_WHAT = {
    "price": late_pattern(r"\b(?:points?|scor\w+|marks?|results?|ratings?|evaluat\w+|grad(?:e|es|ing))\b"),
    "average": late_pattern(""),
}
"""What is rounded where it is not the price itself: `tendered prices must be rounded to two decimals`."""
_OF_EVERYTHING = late_pattern(
    r"\b(?:points|scores|marks) (?:are|will be|shall be|is)\b|\ball (?:points|scores|marks|figures)\b"
)
_OF_ANOTHER = {
    "price": late_pattern(
        r"\bqualit\w+|\btechnical\b|\baverag\w+|\bmeans?\b|\btotals?\b"
        r"|(?<!for )(?<!for the )\bprices? (?:is|are|will be|shall be)\b"
    ),
    "average": late_pattern(r"\bprices?\b|\bcosts?\b|\btotals?\b"),
}
_OF_POINTS = late_pattern(
    r"\bpoints (?:are|will be|shall be|is)\b|\ball (?:points|scores|marks)\b"
    r"|^ *(?:the )?weighted (?:scores|marks) (?:are|will be|shall be)\b"
)
"""What is said of more than the single scores of a panel."""


_HALVES = late_pattern(r"\bhal(?:f|ves)\b(?! up\b| down\b| to even\b| even\b)|\b0[.,]50?\b(?!\d)|\u00bd")


def speaks_of_halves(text: str) -> bool:
    """Whether a text may say that points are rounded to half points; read widely, since it only keeps a claim back."""
    return _HALVES.search(text.casefold()) is not None


_OF_TIES = late_pattern(r"\b(?:ties?|tied|tie-?break\w*|equal|equality|the same|level)\b")
_UNROUNDED = late_pattern(
    r"\b(?:unrounded|not rounded|(?:before|without) (?:any |the )?rounding)\b"
    r"|\b(?:exact|full) (?:points|scores|marks|totals|figures|results)\b"
    r"|\b(?:further|more|all|other) (?:decimals|digits|places)\b"
)


def ties_by_digits(text: str) -> bool:
    """Whether words may say that equal totals are parted by points that are not rounded; read widely, it only asks."""
    return any(_OF_TIES.search(one) and _UNROUNDED.search(one) for one in _SENTENCE.split(text.casefold()))


@lru_cache(maxsize=256)
def said_rounding(text: str, of: Literal["price", "average"]) -> tuple[Rounded, ...]:
    """Return the roundings that sentences say of the points for price, or of the average of several scores.

    What is said of all points counts for both. A sentence that denies a rounding, or is of something else, says none.
    """
    found = (_said(one, of) for one in _SENTENCE.split(_REST.sub(" ", text.casefold())))
    return tuple(dict.fromkeys(one for one in found if one is not None))


@lru_cache(maxsize=256)
def usual_rounding(text: str) -> Rounded | None:
    """Return the usual rounding of the points for price that a text publishes: `half-up` where it says so, else no way.

    Words that name no way must be of points: single scores of a panel are written to places and in whole numbers, too.
    """
    found = (
        (said[0], "half-up" if _TIES.search(one) else "")
        for one in _SENTENCE.split(text.casefold())
        if (said := _said(one, "price")) and said[1] == "half-up" and _is_of_points(one, said[0])
    )
    return max(found, default=None)


def _is_of_points(sentence: str, places: int) -> bool:
    """Whether a sentence is of the points for price: where it does not name the price, of points and not of whole ones."""
    return bool(_OF["price"].search(sentence) or (places and _OF_POINTS.search(sentence)))


def _said(sentence: str, of: Literal["price", "average"]) -> Rounded | None:
    about = (_OF[of].search(sentence) and _WHAT[of].search(sentence)) or _OF_EVERYTHING.search(sentence)
    if not about or _OF_ANOTHER[of].search(sentence) or _NOT.search(sentence) or not _ROUNDS.search(sentence):
        return None
    mode = _mode(sentence)
    if parts := _PARTS.search(sentence):
        # Halves and quarters that are rounded one way only are no rounding that is known.
        of_two = parts["half"] or parts["five"]
        return (0, "nearest-half" if of_two else "nearest-quarter") if mode == "half-up" else None
    if places := _PLACES.search(sentence):
        number = places["n"]
        return (_NUMBERS[number] if number in _NUMBERS else int(number)), mode
    # A step of a mean is read with the words on averages, and that of a ratio is none of points.
    if of == "price" and not _OF_RATIOS.search(sentence) and (step := _STEPS.search(sentence)):
        return places_of_step(step["step"]), mode
    return (0, mode) if _WHOLE.search(sentence) else None


def places_of_step(step: str) -> int:
    """Return to how many places something is rounded to a step: `hundredth` and `0.01` are two."""
    return _STEP_PLACES.get(step) or len(step) - len("0.")


def _mode(sentence: str) -> str:
    if ties := _TIES.search(sentence):
        return f"half-{ties['way'] or 'even'}"
    sentence = _EITHER_WAY.sub(" ", sentence)
    return "down" if _DOWN.search(sentence) else "up" if _UP.search(sentence) else "half-up"
