"""Shares that a list writes as a band: `more than 25% but not more than 50%`, `ownership-of-shares-75-to-100-percent`."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[-_–—\s]+")
_SPAN = re.compile(r"(\d)\s*(%?)\s*[-–—]\s*(?=\d)")
"""A dash between two numbers, which says `to`."""
_NUMBER = r"(?<![\d.])(\d{1,3}(?:\.\d{1,4})?)"
_UNIT = r"\s*(?:%|per ?cent(?:age)?\b)"
_BETWEEN = (
    r"(?:to|up to|and up to|(?:but|and) (?:not more|less|no more) than|or more but (?:not more|less|no more) than)"
)
_FROM_TO = re.compile(rf"{_NUMBER}(?:{_UNIT})? {_BETWEEN} {_NUMBER}(?P<unit>{_UNIT})?")
_AND = re.compile(rf"\bbetween {_NUMBER}(?:{_UNIT})? and {_NUMBER}(?P<unit>{_UNIT})?")
_OR_MORE = re.compile(rf"{_NUMBER}(?P<unit>{_UNIT})? (?:or more|and more|or over|or above)\b")
_MORE_THAN = re.compile(
    rf"(?<!not )(?<!no )\b(?:more than|over|above|exceeding|at least|minimum(?: of)?) {_NUMBER}(?P<unit>{_UNIT})?"
)
_AT_MOST = re.compile(rf"\b(?:not|no) (?:more|less) than {_NUMBER}(?P<unit>{_UNIT})")
_ALL = 100
_BY_OTHER_MEANS = re.compile(r"\bappoint|\bremov|\bsignificant influence\b|\bdominant influence\b")
"""Rights by which somebody controls a firm whatever the share."""


def band_in(words: str, *, bare: bool = False) -> str:
    """Return the band of a share in words of a list, in per cent (`25 to 50`, `75 or more`), of several the highest.

    Empty where there is none, and where a right to appoint the board stands beside it, since the share then does not say who
    controls the firm. Not `bare`, numbers are a share only with a sign or word for per cent.
    """
    said = _plain(words)
    if _BY_OTHER_MEANS.search(said):
        return ""
    spans = [one for shape in (_FROM_TO, _AND) for one in shape.finditer(said) if bare or one["unit"]]
    bands = [(float(one[2]), f"{one[1]} to {one[2]}") for one in spans if float(one[1]) < float(one[2]) <= _ALL]
    tops = (one for one in _OR_MORE.finditer(said) if bare or one["unit"])
    bands += [(_ALL, f"{one[1]} or more") for one in tops if float(one[1]) <= _ALL]
    if not bands:
        over = (one for one in _MORE_THAN.finditer(said) if bare or one["unit"])
        bands = [(float(one[1]), f"more than {one[1]}") for one in over if float(one[1]) < _ALL]
    return max(bands)[1] if bands else ""


def without_bands(words: str) -> str:
    """Return words without the shares in per cent that they give: what is left says something else of them."""
    said = _plain(words)
    for shape in (_FROM_TO, _AND, _OR_MORE, _MORE_THAN, _AT_MOST):
        said = shape.sub(lambda one: " " if one["unit"] else one[0], said)
    return said if said != _plain(words) else words


def _plain(words: str) -> str:
    return _SIGNS.sub(" ", _SPAN.sub(r"\1\2 to ", words.casefold()))
