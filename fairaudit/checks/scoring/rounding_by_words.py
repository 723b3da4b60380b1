"""Which way points for price are rounded where words of the documents alone say it, and no field of the formula does."""

from __future__ import annotations

from fairaudit.analysis.text.rounding_words import said_rounding
from fairaudit.procurement.case import Case
from fairaudit.procurement.criteria import Formula, Rounding
from fairaudit.procurement.node import built

_WAYS = ("up", "down", "half-down", "half-even")
"""What words must say on purpose: `half-up` is also what is read where they say no way at all."""


class SaidRounding(Rounding):
    """A rounding whose way words alone say."""

    @property
    def may_be_loose(self) -> bool:
        """Whether it may be meant otherwise: people say `rounded up to two decimals` of what has at most two."""
        return self.mode == "up"


def with_said_rounding(case: Case, formula: Formula) -> Formula:
    """Return a formula with the one rounding that words publish where it declares none, or no way beside its places.

    Words of another text than the method of award may be of something else: they say no more than the way.
    """
    declared = formula.rounding
    if declared is not None and (declared.mode or declared.to_places is None):
        return formula
    method = case.tender.award_method or ""
    texts = (method, *(one.text or "" for one in case.tender.award_criteria or ()))
    said = tuple(dict.fromkeys(one for text in texts for one in said_rounding(text, "price")))
    if declared is not None:
        said = tuple(one for one in said if one[0] == declared.to_places and one[1] != "half-up")
    elif not set(said) <= set(said_rounding(method, "price")):
        return formula
    if len(said) != 1 or said[0][1] not in _WAYS:
        return formula
    places, mode = said[0]
    path = declared.path if declared is not None else (*formula.path, "rounding")
    rounding = built(SaidRounding, path, {"places": places, "mode": mode})
    return built(Formula, formula.path, {**formula.__dict__, "rounding": rounding})
