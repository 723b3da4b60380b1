"""Which way points for price are rounded where words of the documents alone say it, and no field of the formula does."""

from __future__ import annotations

from fairaudit.analysis.text.scores.rounding import said_rounding, usual_rounding
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Formula, Rounding
from fairaudit.procurement.model.node import built

_WAYS = ("up", "down", "half-down", "half-even")
"""What words say on purpose: `half-up` is also what is read where they name no way, which declares the places alone."""

_OF_HALVES = ("half-even", "half-down")
"""Ways that differ from the usual one in a half alone."""


class SaidRounding(Rounding):
    """A rounding that words alone say, or whose way they alone say."""


def may_be_meant(rounding: Rounding, places: int, mode: str) -> bool:
    """Whether points that all were rounded to so many places in one mode may be rounded as a declared rounding means it.

    People say `rounded up to two decimals` of what is rounded to two as is usual, but not of whole points. Where no way is
    declared, a half may go up or not; words alone may call cutting off a rounding.
    """
    by_words = isinstance(rounding, SaidRounding)
    if rounding.mode is None:
        return places == rounding.to_places and (mode in _OF_HALVES or (by_words and mode == "down"))
    return by_words and rounding.mode == "up" and mode == "half-up" and places >= (rounding.to_places or 0)


def with_said_rounding(case: Case, formula: Formula) -> Formula:
    """Return a formula with the one rounding that words publish where it declares none, or no way beside its places.

    Words of another text than the method of award may be of something else: they say no more than the way. Words that name no
    way declare the places: points that are cut off, or whose halves go elsewhere than up, are as open as beside such a field.
    """
    declared = formula.rounding
    if declared is not None and (declared.mode or declared.to_places is None):
        return formula
    method = case.tender.award_method or ""
    texts = (method, *(one.text or "" for one in case.tender.award_criteria or ()))
    said = tuple(dict.fromkeys(one for text in texts for one in said_rounding(text, "price")))
    usual = usual_rounding(method)
    if declared is not None:
        places = declared.to_places
        said = tuple(one for one in said if one[0] == places and (one[1] != "half-up" or usual == (places, "half-up")))
    elif not set(said) <= set(said_rounding(method, "price")):
        return formula
    if len(said) != 1:
        return formula
    known = said[0] if said[0][1] in _WAYS else usual if said[0][1] == "half-up" else None
    if known is None:
        return formula
    path = declared.path if declared is not None else (*formula.path, "rounding")
    rounding = built(SaidRounding, path, {"places": known[0], "mode": known[1] or None})
    return built(Formula, formula.path, {**formula.__dict__, "rounding": rounding})
