"""Shares that somebody holds only through a fund that holds many: `through an index fund in his pension`.

Whoever pays into such a fund neither chooses what it buys nor gains by one firm. Of a blind trust, or where other words stand
beside the fund, nobody can say that for certain: that is asked.
"""

from decimal import Decimal
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

_COLLECTIVE = late_pattern(
    r"\b(?:(?:index|pension|superannuation|investment|mutual|collective|pooled) (?:tracker |tracking )?(?:funds?|schemes?)"
    r"|trackers?(?: funds?)?|etfs?|exchange traded funds?|(?:unit|investment) trusts?|oeics?|ucits(?: funds?)?"
    r"|(?:default|lifestyle|passive) funds?)\b"
)
_MANY = frozenset({"fund", "funds", "index", "tracker", "trackers", "etf", "etfs", "pension", "pensions"})
_BLIND = late_pattern(r"\bblind (?:trusts?|management)\b")
_BESIDE = frozenset({
    "a", "an", "the", "of", "in", "by", "via", "through", "inside", "within", "as", "part", "is", "are", "it", "they", "which",
    "that", "my", "his", "her", "their", "its", "held", "holds", "hold", "holding", "holdings", "only", "solely", "merely",
    "just", "indirect", "indirectly", "share", "shares", "stock", "stocks", "shareholding", "interest", "investment", "unit",
    "units", "workplace", "occupational", "company", "staff", "state", "personal", "private", "pension", "pensions", "isa",
    "global", "world", "uk", "us", "european", "europe", "ftse", "msci", "large", "passive", "broad", "diversified", "per",
    "cent", "since", "worth", "about", "around", "roughly", "small", "tiny", "trace", "fraction", "gbp", "eur", "usd", "this",
    "firm", "bidder", "among", "many", "others", "all",
})  # fmt: skip
"""Words beside a fund that change nothing; any other makes a question of it."""
_ITSELF = frozenset({
    "directly", "direct", "besides", "plus", "also", "myself", "herself", "himself", "mine", "personally", "well", "apart",
    "addition", "not", "own", "outside", "no",
})  # fmt: skip
"""Words by which a share may be somebody's own, whatever is said of a fund: `besides those in my index fund`."""
OF_FUNDS = frozenset({
    "index", "fund", "funds", "pension", "pensions", "tracker", "trackers", "etf", "etfs", "mutual", "through", "via", "besides",
    "plus", "apart", "addition", "well", "outside", "inside",
})  # fmt: skip
"""Words for a fund, which change nothing where a share is somebody's own besides."""
_A_PART = late_pattern(r"(\d+(?:[.,]\d+)?)\s*(?:%|per\s?cent\b)")
_HARDLY_ANY = Decimal("0.1")
"""Per cent below which a share held through a fund that holds many may move nobody; a heuristic."""


@lru_cache(maxsize=1024)
def in_a_collective_fund(text: str | None) -> bool:
    """Whether a text says that a fund which holds many firms holds a share, and nothing else that might change that."""
    said = " ".join(words(text or ""))
    if not _COLLECTIVE.search(said) or perhaps_more(text):
        return False
    return all(one in _BESIDE or one.isdigit() for one in _COLLECTIVE.sub(" ", said).split())


@lru_cache(maxsize=1024)
def in_some_fund(text: str | None) -> bool:
    """Whether a text may say that a share is held through others: in a blind trust, or a fund of which more is said."""
    said = " ".join(words(text or ""))
    if _ITSELF & set(said.split()):
        return False
    trace = max(_parts(text or ""), default=_HARDLY_ANY) < _HARDLY_ANY and bool(_MANY & set(said.split()))
    return trace or bool(_COLLECTIVE.search(said) or _BLIND.search(said))


def perhaps_more(text: str | None) -> bool:
    """Whether a text says that a share is somebody's own, or a part of the firm that no fund gives a saver."""
    return bool(_ITSELF & set(words(text or ""))) or max(_parts(text or ""), default=Decimal(0)) >= _HARDLY_ANY


def _parts(text: str) -> list[Decimal]:
    return [Decimal(one.replace(",", ".")) for one in _A_PART.findall(text.casefold())]
