"""Labels in tables of scores that say no more than that a row is a sum, a weight, a place or a remark."""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern

_WORD = late_pattern(r"[^\W\d_]+")
_BESIDE = late_pattern(
    r"(?:averages?|comments?|difference|max|maximum|mean|median|min|minimum|notes?|percent|percentage|place|position|possible"
    r"|rank|ranking|remarks?|results?|scale|subtotals?|sum|threshold|totals?|weight|weighted|weightings?|weights)\Z"
)
_SUMMED = late_pattern(r"(?:averages?|mean|median|subtotals?|sum|totals?)\Z")
_FILLING = late_pattern(
    r"(?:an?|achieved|all|and|available|by|criteria|criterion|final|for|grand|in|marks?|of|out|overall|per|points?|price|quality"
    r"|questions?|score[ds]?|sub|technical|the|this)\Z"
)


def heads_a_sum(label: str) -> bool:
    """Whether what heads a row says no more than that it is a sum, a weight or a remark: `Total score (out of 100)`."""
    others = [one for one in _WORD.findall(label.casefold()) if not _FILLING.match(one)]
    return bool(others) and all(_BESIDE.match(one) for one in others)


_OTHER_SUMS = late_pattern(
    r"(?:totaal|gesamt|summe|suma|somme|totale|g[ée]n[ée]ral|moderated|agreed|ergebnis|résultat)\Z"
)


def may_head_a_sum(label: str) -> bool:
    """Whether a label says nothing that could be a criterion: `Final score`, `Points available`, `Moderated total`, `Summe`."""
    said = _WORD.findall(label.casefold())
    return bool(said) and all(_BESIDE.match(one) or _FILLING.match(one) or _OTHER_SUMS.match(one) for one in said)


def heads_a_total(label: str) -> bool:
    """Whether a cell of a row says no more than that the row is a sum or an average: `Grand total`, and not `Max` or `Weight`."""
    return heads_a_sum(label) and any(_SUMMED.match(one) for one in _WORD.findall(label.casefold()))
