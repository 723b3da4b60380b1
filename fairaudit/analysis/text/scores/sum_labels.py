"""Labels in tables of scores that say no more than that a row is a sum, a weight, a place, a statistic or a remark."""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern

_WORD = late_pattern(r"[^\W\d_]+")
_BESIDE = late_pattern(
    r"(?:averages?|avge?|ave|comments?|difference|max|maximum|mean|median|min|minimum|notes?|percent|percentage|place|position|possible"
    r"|rank|ranking|remarks?|results?|scale|subtotals?|sum|threshold|totals?|weight|weighted|weightings?|weights)\Z"
)
_SUMMED = late_pattern(r"(?:averages?|avge?|ave|mean|median|subtotals?|sum|totals?)\Z")
_FILLING = late_pattern(
    r"(?:an?|achieved|all|and|available|by|criteria|criterion|final|for|grand|in|marks?|of|out|overall|per|points?|price|quality"
    r"|questions?|score[ds]?|sub|technical|the|this)\Z"
)
_SCALE = late_pattern(
    r"\(\s*\d+(?:[.,]\d+)?\s*(?:%|points?|marks?)?\s*\)|(?:\bout of|/)\s*\d+\s*\Z|\b\d+(?:[.,]\d+)?\s*%"
)
"""Numbers that say how much there is to gain; any other may be the number of a question."""
_ASIDE = late_pattern(
    r"(?:(?:st(?:andard|d)? ?dev(?:iation)?|variance|deviation|highest|lowest|median|count|quartile|percentile|decile)"
    r"(?: from (?:the )?(?:average|mean|median))?"
    r"(?: (?:of )?(?:all )?(?:the )?(?:scores?|marks?|points))?"
    r"|(?:count|number|no) of (?:questions?|criteria|scores?|answers?)(?: (?:answered|scored|marked|given|assessed))?"
    r"|(?:count|number|no) of (?:pages|words|annexes|sheets|files)|(?:page|word) count|z ?scores?"
    r"|(?:score|mark|points?) range|range of (?:scores|marks|points)"
    r"|rank(?:ed|ing)? order|order of rank(?:ing)?|check(?:sum| sum| total)?|(?:points|marks) (?:lost|available|possible)"
    r"|pass(?:ing)? ?(?:mark|score|threshold|level)|min(?:imum)? (?:(?:score|mark|points?) )?required|required min(?:imum)?"
    r"|(?:bid|bidder|envelope|offer|tender|tenderer|supplier|lot) (?:(?:ref|reference)(?: (?:no|number))?|no|nr|number|id)"
    r"|(?:bid|envelope|offer|tender) (?:entered|opened|received|submitted)(?: (?:on|at|date|day|hour|time))?"
    r"|ref(?: (?:no|number))?"
    r"|date(?: (?:scored|marked|signed|received|submitted|opened|entered|of (?:scoring|receipt|opening|signature|evaluation)))?"
    r"|(?:(?:total|tender|tendered|bid|offer|offered|contract) )?price (?:in )?(?:gbp|eur|euros?|usd|chf|pounds)"
    r"|standardabweichung|mittelwert|durchschnitt|moyenne|gemiddelde|écart type|rang|rangfolge|classement)\Z"
)
"""Whole labels of rows that tell of scores or of bids, and score nothing."""
_LEGEND = late_pattern(r"\([^()]*=[^()]*\)")
"""What tells how to read a row: `(1 = best)`."""
_FIGURED = late_pattern(
    r"\b(?:deciles?|deviations?|normali[sz]ed|percentiles?|quartiles?|rank(?:ed|ing|ings|s)?|sd|std ?dev|stdev|variance|weighted"
    r"|weightings?|z-?score)\b"
)
"""Words of figures that are worked out of scores."""
_COUNTED = late_pattern(r"(?:final|grand|marks?|out|overall|per|points?|score[ds]?)\Z")


def heads_a_sum(label: str) -> bool:
    """Whether what heads a row says no more than that it is a sum, a weight or a remark: `Total score (out of 100)`."""
    return _says_only_sums(label) or _stands_aside(label)


def heads_points(label: str) -> bool:
    """Whether what heads a row says only that it holds points, of all or of a part: `Score out of 100`, `Quality (60)`."""
    said = _WORD.findall(label.casefold())
    if not said or _numbered(label) or not all(_FILLING.match(one) and one not in ("a", "an") for one in said):
        return False
    return "%" in label or bool(_SCALE.search(label.casefold())) or any(_COUNTED.match(one) for one in said)


def _says_only_sums(label: str) -> bool:
    said = _WORD.findall(_LEGEND.sub(" ", label.casefold()))
    others = [one for one in said if not _FILLING.match(one)]
    return bool(others) and all(_BESIDE.match(one) for one in others)


def _stands_aside(label: str) -> bool:
    """Whether a label is that of a statistic, a minimum, a reference, a date or an amount: `Std dev`, `Pass mark`, `Bid no.`."""
    said = _WORD.findall(_LEGEND.sub(" ", label.casefold()))
    return not _numbered(label) and bool(_ASIDE.match(" ".join(said)))


def _numbered(label: str) -> bool:
    """Whether a label has a number that may be that of a question: `Score 3`, and not `Score (60)`."""
    return any(one.isdigit() for one in _SCALE.sub(" ", _LEGEND.sub(" ", label.casefold())))


_OTHER_SUMS = late_pattern(
    r"(?:totaal|gesamt|summe|suma|somme|totale|g[ée]n[ée]ral|moderated|moderation|agreed|panel|consensus"
    r"|committee|joint|combined|ergebnis|range|résultat)\Z"
)


def may_head_a_sum(label: str) -> bool:
    """Whether a label says nothing that could be a criterion: `Final score`, `Points available`, `Moderated total`, `Summe`."""
    said = _WORD.findall(_LEGEND.sub(" ", label.casefold()))
    beside = bool(said) and all(_BESIDE.match(one) or _FILLING.match(one) or _OTHER_SUMS.match(one) for one in said)
    return beside or _stands_aside(label)


def may_head_figures(label: str) -> bool:
    """Whether a label has a word of figures that are worked out of scores: `SD`, `Ranking by member`, `Weighted local score`."""
    return bool(_FIGURED.search(_LEGEND.sub(" ", label.casefold())))


def says_its_scale(label: str) -> bool:
    """Whether a label says how much there is to gain: `Social value (20)`."""
    return bool(_SCALE.search(label.casefold()))


_OF_PEOPLE = late_pattern(r"(?:assessors?|committee|evaluators?|group|jury|markers?|members?|panel|scorers?|team)\Z")


def heads_an_average_of_people(label: str) -> bool:
    """Whether what stands for an evaluator is a sum or an average of several: `Panel average`, `Mean of evaluators`."""
    return heads_a_total(" ".join(one for one in _WORD.findall(label.casefold()) if not _OF_PEOPLE.match(one)))


def heads_a_total(label: str) -> bool:
    """Whether a cell of a row says no more than that the row is a sum or an average: `Grand total`, and not `Max` or `Weight`."""
    return _says_only_sums(label) and any(_SUMMED.match(one) for one in _WORD.findall(label.casefold()))
