"""What somebody probably meant by a name in a formula that is written out, or beside it under `parameters`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fairaudit.analysis.nearest import did_you_mean

FULL = frozenset({"pemax", "w"})
"""What the points for full marks are called: the weight of the price."""
_PRICES = {
    "P": ("the price of the bid", frozenset({"p", "pi", "px", "price", "bid", "offer", "bidprice", "offerprice"})),
    "Pmin": ("the lowest price", frozenset({"pmin", "plow", "plowest", "pbest", "lowest", "lowestprice", "minprice"})),
    "Pmax": ("the highest price", frozenset({"pmax", "phigh", "phighest", "highest", "highestprice", "maxprice"})),
    "Pmean": (
        "the mean price",
        frozenset({"pmean", "pavg", "paverage", "pmed", "pmedia", "mean", "average", "meanprice", "averageprice"}),
    ),
}
"""What each price of a formula is, and what else it is called."""
_INSTEAD = {
    "%": "write 0.4 for 40 %",
    ":": "write / for a division",
    ";": "write a comma between what stands in min( ) or max( )",
    "²": "write ^2",
    "³": "write ^3",
    "√": "write ^0.5 behind what the root is of",
    "|": "write max(a, -a) for the amount of a",
    "'": "write a large number without signs between its figures",
    "<": "write min( , ) or max( , ) in place of cases",
    ">": "write min( , ) or max( , ) in place of cases",
    "≤": "write min( , ) or max( , ) in place of cases",
    "≥": "write min( , ) or max( , ) in place of cases",
    "=": "write the expression alone behind the first =",
} | dict.fromkeys("[]{}", "write round brackets")
_ROOTS = frozenset({"sqrt", "root", "wurzel", "racine", "radice"})


def instead(rest: str, before: tuple[str, str]) -> str:
    """Return what to write where an expression cannot be read: at `rest`, behind a number, a name or a sign; else nothing."""
    kind, word = before
    if said := _INSTEAD.get(rest[:1]):
        return said if rest[0] != "'" or kind == "number" else ""
    if kind == "word" and rest[:1] == "(":
        root = ", and a root as ^0.5" if word.casefold() in _ROOTS else ""
        return f"`{word}( )` is not known, only min( ) and max( ) are; write * for a product{root}"
    if (
        (kind in ("word", "number") or word == ")")
        and (rest[:1].isalnum() or rest[:1] in ("(", "_"))
        and rest[:1].isascii()
    ):
        return "write * between what is multiplied, and numbers and names without blanks"
    return ""


def behind_a_sign(name: str) -> str:
    """Return the end of the message that a formula is not known, where it is an expression without the `=` before it."""
    if re.search(r"\bP(?:min|max|mean)?\b", name) and re.search(r"[-+*/^×÷]", name):
        return f"; a formula that is written out stands behind a sign, `= {name}`"
    return ""


def plain(name: str) -> str:
    """Return a name without what people write differently: `PE_max` and `PEmax` are one."""
    return name.replace("_", "").casefold()


def why_no_parameter(name: str, known: Iterable[str]) -> str:
    """Return the end of the message that a formula which is written out has no such parameter."""
    if plain(name) in FULL:
        return ": it is the weight of the price, which stands as `weight` and is left out here"
    if name.casefold() in map(str.casefold, _PRICES):
        return (
            f": it is worked out from the bids; a price that the tender publishes needs a name of its own, in the formula too, "
            f"such as `{name}_published`"
        )
    return _as_spelled(name, known)


def _as_spelled(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    if alike := next((one for one in names if plain(one) == plain(name)), None):
        return f"; did you mean `{alike}`? Names are spelled alike in both places, with the same capitals"
    lower = {one.casefold(): one for one in names}
    near = did_you_mean(name.casefold(), lower)
    return next((near.replace(f"`{key}`", f"`{one}`") for key, one in lower.items() if f"`{key}`" in near), near)


def meant_price(name: str) -> str:
    """Return the end of the message that a name in a formula has no number, where a price of the bids is probably meant."""
    called = next((one for one, (_, also) in _PRICES.items() if plain(name) in also), None)
    return f"; if {_PRICES[called][0]} is meant, write `{called}`" if called else ""
