"""Whether the words beside a share say that all of it is gone, or that there is none: `sold in 2018`, `no longer held`.

How it came (`left to her by an uncle`), what was sold of it (`half sold`) and what is to come (`will be sold`) leave it held.
"""

from functools import lru_cache

from fairaudit.analysis.denial import NONE, NOT
from fairaudit.analysis.names import words
from fairaudit.checks.people.ties.share_words import CAME, is_themselves
from fairaudit.checks.people.ties.tie_past import goes_on, last_years, long_done

_GONE = frozenset({"sold", "disposed", "divested", "transferred", "relinquished", "redeemed", "liquidated"})
_COMING = frozenset({
    "will", "shall", "would", "may", "might", "could", "can", "cannot", "must", "should", "be", "being", "if", "unless",
})  # fmt: skip
"""Words shortly before `sold` by which it is not sold yet."""
_IN_PART = frozenset({
    "some", "half", "part", "partly", "partially", "few", "most", "mostly", "third", "quarter", "several", "majority", "many",
    "tranche", "portion", "almost", "nearly", "except", "save",
})  # fmt: skip
_THE_REST = frozenset({"all", "rest", "remainder", "remaining", "both", "entire", "last"})
_TO_STAFF = (("staff",), ("employees",))
_BY = frozenset({"by", "from"})
_FORMER = frozenset({"former", "formerly", "previous", "previously", "past", "ex", "erstwhile", "onetime"})
_HOLDING = frozenset({
    "shareholder", "shareholding", "shareholdings", "holding", "holdings", "holder", "stake", "share", "shares", "owner",
    "owned", "held", "investor", "investment", "had", "co", "part", "minority", "stock", "interest",
})  # fmt: skip
_HOLDS = _HOLDING | {
    "hold",
    "holds",
    "own",
    "owns",
    "has",
    "have",
    "any",
    "a",
    "an",
    "mine",
    "hers",
    "his",
    "invested",
    "be",
}
_PHRASES = (
    ("no", "longer"),
    ("not", "any", "more"),
    ("used", "to"),
    ("until", "recently"),
    ("once", "was"),
    ("gave", "up"),
    ("given", "up"),
)
_OF_WORK = frozenset({"director", "directors", "employee", "employed", "employment", "work", "job", "staff", "service"})
_KEPT = frozenset({"held", "kept", "owned"})
_UNTIL = frozenset({"until", "till"})


@lru_cache(maxsize=2048)
def shares_gone(text: str, year: int | None = None) -> bool:
    """Return whether a text says plainly that a share is held no more, or that there is none; years before `year` are past."""
    plain = text.casefold().replace("ex-", "ex ")
    said = words(plain)
    if not said or _denied(said):
        return bool(said)
    if goes_on(said):
        return False
    if any(_sold(said, at) for at in range(len(said))):
        return (_IN_PART.isdisjoint(said) and not _a_number_of(said)) or not _THE_REST.isdisjoint(said)
    if any(_over(said, at) for at in range(len(said))):
        return True
    dated = any(year is None or one < year for one in last_years(plain, said))
    return (dated and ((CAME | _GONE).isdisjoint(said) or _kept_until(said))) or long_done(said)


def _kept_until(said: tuple[str, ...]) -> bool:
    """Whether a year is the one to which a share was kept, however it came: `a gift, held until 2019`."""
    return any(one in _KEPT and said[at + 1 : at + 2] and said[at + 1] in _UNTIL for at, one in enumerate(said))


def _denied(said: tuple[str, ...]) -> bool:
    """Whether a text says that there is no share: `none`, `no shares held`."""
    first = said[0] in NOT | NONE and said[1:2] != ("longer",)
    return said[-1] in NONE or (first and (len(said) < 2 or bool(_HOLDING & {*said[1:4]})) and not _GONE & {*said[1:4]})


def _sold(said: tuple[str, ...], at: int) -> bool:
    """Whether a word says that what was held was sold, and not that it came so, nor that it is to be sold."""
    before = said[max(0, at - 3) : at]
    # `She may have sold them` leaves it open, and is a question as well.
    coming = _COMING if "have" not in before or "will" in before else frozenset[str]()
    if said[at] not in _GONE or (NOT | coming) & {*before}:
        return False
    behind = said[at + 1 : at + 6]
    if behind[:1] == ("to",):
        return not is_themselves(behind[1:]) and behind[1:2] not in _TO_STAFF
    return not _BY & {*behind[:1]} or (behind[0] == "by" and is_themselves(behind[1:]))


def _a_number_of(said: tuple[str, ...]) -> bool:
    """Whether a number of more was sold: `sold 100 of 300`."""
    return any(one.isdigit() and said[at + 1 : at + 2] == ("of",) for at, one in enumerate(said))


def _over(said: tuple[str, ...], at: int) -> bool:
    """Whether a word, or the words from it on, say of a holding that it was: `former shareholder`, `no longer held`, `ceased`."""
    if NOT & {*said[max(0, at - 2) : at]}:
        return False
    if said[at] in _FORMER:
        return len(said) == 1 or bool(_HOLDING & {*said[at + 1 : at + 3], *said[max(0, at - 1) : at]})
    if said[at] in ("ended", "ceased"):
        return said[at + 1 : at + 2] != ("up",) and _OF_WORK.isdisjoint(said)
    phrase = next((one for one in _PHRASES if said[at : at + len(one)] == one), None)
    if phrase is None:
        return False
    if phrase in (("no", "longer"), ("used", "to")):
        behind = said[at + 2 : at + 4]
        return not behind or (behind[0] in _HOLDS and not _OF_WORK & {*behind})
    return phrase[1] != "up" or _OF_WORK.isdisjoint(said)
