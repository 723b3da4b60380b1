"""Formulas that a tender writes out: `consip-s-curve = 1 - (P / BA)^n`. They are read by this grammar and nothing is run.

    name = expression                    the name may be left out
    expression: terms with + and -       factors with * and /, also × · ÷      powers with ^
    P                                    the price of the bid
    Pmin, Pmax, Pmean                    the lowest, the highest and the mean of all prices
    min(…), max(…)                       of two expressions or more
    any other name                       a parameter that is published with the formula

What an expression gives is the share of the points for price; where it is `PEmax` times something, PEmax is left out. Without
that, more than all points are taken for points in place of a share, unless a `cap` is declared that they are not far above.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from fairaudit.analysis.formulas.decimals import power
from fairaudit.analysis.formulas.exact import FormulaError
from fairaudit.analysis.formulas.kinds import Formula, Parameter, ShareOfPoints, Values
from fairaudit.analysis.formulas.written_names import FULL, instead, meant_price, plain

LONGEST, DEEPEST = 400, 30
"""Signs of an expression, and brackets within each other."""
_CAPS = frozenset({"cap", "maximum"})
_LIMITS = _CAPS | {"floor", "minimum"}
_MOST_BITS = 20_000
"""Binary digits of a number that is worked with: powers of powers would never end."""
_OF_ALL: Mapping[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "pmin": min,
    "pmax": max,
    "pmean": lambda prices: sum(prices, Fraction(0)) / len(prices),
}
_TWICE = 2
"""So many times all points are points in place of a share, whatever is said: no formula that a source gives reaches them."""
_PRICES = frozenset({"p", *_OF_ALL})
_ENDS = {"min": min, "max": max}
_SIGNS = {"**": "^"} | dict.fromkeys("×·⋅∙", "*") | dict.fromkeys("÷⁄∕", "/") | dict.fromkeys("−–—‐‑", "-")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?|\.\d+)|(?P<word>[A-Za-z_]\w*)|(?P<sign>\*\*|[-+*/^(),×·⋅∙÷⁄∕−–—‐‑]))", re.ASCII
)
_COMMA = re.compile(r"\d+,\d+")

Known = Mapping[str, Fraction]
Worked = Callable[[Known], Fraction]


@cache
def written(name: str) -> Formula:
    """Return a formula that is written out; raises `FormulaError` that says where it cannot be read."""
    called, _, text = (" ".join(one.split()) for one in name.partition("="))
    reading = _Reading(text)
    share = reading.whole()
    if "p" not in reading.prices:
        # `weight = 40` and `lowest price / price, decimals = 2` are no formulas.
        words = (
            "a formula that is written out behind `=` says how `P`, the price of the bid, becomes a share of the points"
        )
        meant = next(filter(None, map(meant_price, reading.names)), "")
        raise FormulaError(f"there is no `P` in `{text[:60]}`: {words}{meant}", "name")
    relative = not reading.prices <= {"p"}
    return Formula(
        f"{called} = {text}" if called else f"= {text}",
        "",
        called or "a formula of the tender's own",
        text,
        "relative" if relative else "absolute",
        not relative,
        "",
        "the tender",
        _as_share(share, reading.prices, reading.is_of_full),
        parameters=tuple(Parameter(one, "as published") for one in reading.names),
    )


def is_of_full(name: str) -> bool:
    """Whether a formula that is written out says itself that it gives a share: `PEmax *` or `w *` stands before it."""
    try:
        reading = _Reading(" ".join(name.partition("=")[2].split()))
        reading.whole()
    except FormulaError:
        return False
    return reading.is_of_full


def outer_factors(name: str, parameters: Mapping[str, Decimal | Fraction] | None = None) -> tuple[Fraction, ...]:
    """Return the numbers by which all that a written formula gives is multiplied: 40 for `40 * (1 - P / BA)`.

    Where `parameters` are given, also those of them that stand so: 40 for `k * (1 - P / BA)` with a `k` of 40.
    """
    known = parameters or {}
    try:
        tokens = _Reading(" ".join(name.partition("=")[2].split())).tokens
    except FormulaError:
        return ()
    found, depth, before = [], 0, "*"
    for (kind, text), (_, after) in zip(tokens, [*tokens[1:], ("", "")], strict=True):
        depth += (text == "(") - (text == ")")
        if depth == 0 and text in ("+", "-") and before not in ("*", "/", "^", "+", "-"):
            return ()
        if depth == 0 and before == "*" and after != "^" and (kind == "number" or text in known):
            found.append(Fraction(text if kind == "number" else known[text]))
        before = text
    return tuple(found)


@cache
def unguarded(name: str) -> ShareOfPoints:
    """Return what a formula that is written out gives, whatever that is: more than all points, too; raises `FormulaError`."""
    reading = _Reading(" ".join(name.partition("=")[2].split()))
    share = reading.whole()
    beside = {f"={one}": _OF_ALL[one] for one in sorted(reading.prices) if one in _OF_ALL}

    def of_points(price: Fraction, prices: Sequence[Fraction], values: Values) -> Fraction:
        return share({"=p": price, **{one: worked(prices) for one, worked in beside.items()}, **values})

    return of_points


def _as_share(share: Worked, names: Iterable[str], of_full: bool) -> ShareOfPoints:
    beside = {f"={name}": _OF_ALL[name] for name in sorted(names) if name in _OF_ALL}

    @lru_cache(maxsize=4096)
    def at(price: Fraction, others: tuple[Fraction, ...], values: tuple[tuple[str, Fraction], ...]) -> Fraction:
        return share({"=p": price, **dict(zip(beside, others, strict=True)), **dict(values)})

    def of_points(price: Fraction, prices: Sequence[Fraction], values: Values) -> Fraction:
        known = tuple(worked(prices) for worked in beside.values()), tuple(values.items())
        found = at(price, *known)
        each = [
            one for one in (at_or_none(some, *known) for some in (price, min(prices), max(prices))) if one is not None
        ]
        if reason := _why_no_share(each, of_full, not values.keys().isdisjoint(_CAPS)):
            raise FormulaError(reason, "name")
        return found

    def at_or_none(
        price: Fraction, others: tuple[Fraction, ...], values: tuple[tuple[str, Fraction], ...]
    ) -> Fraction | None:
        try:
            return at(price, others, values)
        except FormulaError:
            return None  # It is told of the bid whose price it is.

    return of_points


def _why_no_share(each: Sequence[Fraction], of_full: bool, capped: bool) -> str:
    """Return why what is given at a price, and at both ends of all, is no share; empty where it may be one.

    Points in place of a share would make every record wrong, also where a dear bid has less than one point, and a cap would hide
    them: every bid would have all.
    """
    most = max(each, default=Fraction(0))
    if of_full:
        if most <= _TWICE or capped:
            return ""
        share = (
            "behind `PEmax *` write the share of the points, from 0 to 1, and a `cap` under `parameters` where they end"
        )
        return f"the formula gives more than twice all points for a price: {share}"
    if most <= 1 or (capped and most <= _TWICE and min(each) <= 1):
        return ""
    share = "write the share of the points, from 0 to 1, or `PEmax *` and the share"
    beside = "" if capped else ", and a `cap` under `parameters` where it may be more"
    return f"the formula gives {'far ' if capped else ''}more than all points for a price: {share}{beside}"


class _Reading:
    """Reads one expression from its beginning; each part becomes a function of the numbers that are known."""

    def __init__(self, text: str) -> None:
        self.names: list[str] = []
        self.prices: set[str] = set()
        self.is_of_full = False
        self._text, self._at, self._depth = text, 0, 0
        self._tokens = self._cut(text)

    def _cut(self, text: str) -> Sequence[tuple[str, str]]:
        if len(text) > LONGEST:
            raise FormulaError(f"the formula has more than {LONGEST} signs", "name")
        if comma := _COMMA.search(text):
            words = "write decimals with a point, a large number without commas, and a blank behind a comma between two numbers"
            raise FormulaError(f"`{comma[0]}` in the formula can be read as one number or two: {words}", "name")
        found: list[tuple[str, str]] = []
        at = 0
        while text[at:].strip():
            token = _TOKEN.match(text, at)
            if token is None:
                raise self._unreadable(text[at:].strip(), found[-1] if found else ("", ""))
            kind = token.lastgroup or ""
            found.append((kind, _SIGNS.get(token[kind], token[kind])))
            at = token.end()
        return found

    def _unreadable(self, rest: str, before: tuple[str, str]) -> FormulaError:
        where = f"at `{rest[:20]}`" if rest else "at its end"
        words = (
            instead(rest, before) or "write it with numbers such as 0.5, names, + - * / ^, brackets, min( ) and max( )"
        )
        if rest and not rest[0].isascii() and not instead(rest, before):
            where += ", a letter of another alphabet or a sign that is not known"
        return FormulaError(f"the formula `{self._text[:60]}` cannot be read {where}; {words}", "name")

    def _stuck(self) -> FormulaError:
        """Return that the next token is none that can stand here."""
        before = self._tokens[self._at - 1] if self._at else ("", "")
        rest = " ".join(text for _, text in self._tokens[self._at :])
        if self.is_of_full and not self._depth and rest[:1] in ("+", "-"):
            words = "put all that stands behind `PEmax *` in brackets, so that it is clear what is multiplied"
            return FormulaError(f"the formula `{self._text[:60]}` cannot be read at `{rest[:20]}`; {words}", "name")
        return self._unreadable(rest, before)

    def whole(self) -> Worked:
        """Return the function of the whole expression; raises `FormulaError`."""
        if len(self._tokens) > 2 and self._named_full(self._tokens[0]) and self._tokens[1] == ("sign", "*"):
            self._at, self.is_of_full = 2, True
            found = self._product(self._factor())
        else:
            found = self._sum()
        if self._at < len(self._tokens):
            raise self._stuck()
        return found

    def _named_full(self, token: tuple[str, str]) -> bool:
        return token[0] == "word" and plain(token[1]) in FULL

    @property
    def tokens(self) -> Sequence[tuple[str, str]]:
        """The kinds and the texts of what the expression is made of."""
        return self._tokens

    def _take(self, *signs: str) -> str:
        """Return the next sign and go on, if it is one of these; else nothing."""
        kind, text = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
        if kind != "sign" or text not in signs:
            return ""
        self._at += 1
        return text

    def _sum(self) -> Worked:
        found = self._product(self._factor())
        while sign := self._take("+", "-"):
            found = _joined(sign, found, self._product(self._factor()))
        return found

    def _product(self, found: Worked) -> Worked:
        while sign := self._take("*", "/"):
            found = _joined(sign, found, self._factor())
        return found

    def _factor(self) -> Worked:
        if sign := self._take("+", "-"):
            inner = self._deeper(self._factor)
            return inner if sign == "+" else lambda known: -inner(known)
        base = self._atom()
        return _joined("^", base, self._deeper(self._factor)) if self._take("^") else base

    def _deeper(self, read: Callable[[], Worked]) -> Worked:
        self._depth += 1
        if self._depth > DEEPEST:
            raise FormulaError(f"the formula has more than {DEEPEST} brackets or signs within each other", "name")
        found = read()
        self._depth -= 1
        return found

    def _atom(self) -> Worked:
        if self._take("("):
            return self._closed(self._deeper(self._sum))
        kind, text = self._tokens[self._at] if self._at < len(self._tokens) else ("", "")
        if kind not in ("number", "word"):
            raise self._stuck()
        self._at += 1
        if kind == "number":
            number = Fraction(text)
            return lambda _: number
        return self._of_ends(text.lower()) if text.lower() in _ENDS and self._take("(") else self._name(text)

    def _closed(self, found: Worked) -> Worked:
        if not self._take(")"):
            raise self._stuck()
        return found

    def _of_ends(self, end: str) -> Worked:
        ones = [self._deeper(self._sum)]
        while self._take(","):
            ones.append(self._deeper(self._sum))
        return self._closed(lambda known: _ENDS[end](one(known) for one in ones))

    def _name(self, text: str) -> Worked:
        if text.lower() in _PRICES:
            self.prices.add(text.lower())
            return lambda known: known[f"={text.lower()}"]
        if self._named_full(("word", text)):
            raise FormulaError(
                "the formula should give a share of the points: write `PEmax *` or `w *`, the points, before it or not at all",
                "name",
            )
        if text.lower() in _LIMITS or text.lower() in _ENDS:
            raise FormulaError(
                f"`{text}` in the formula is the name of something else; call the parameter otherwise", "name"
            )
        if text not in self.names:
            self.names.append(text)
        return lambda known: known[text]


def _joined(sign: str, one: Worked, other: Worked) -> Worked:
    return lambda known: _small(_worked(sign, one(known), other(known)))


def _worked(sign: str, one: Fraction, other: Fraction) -> Fraction:
    if sign == "+":
        return one + other
    if sign == "-":
        return one - other
    if sign == "*":
        return one * other
    if sign == "/":
        if other == 0:
            raise FormulaError("the formula has no answer where it divides by zero")
        return one / other
    return _to_the(one, other)


def _to_the(base: Fraction, exponent: Fraction) -> Fraction:
    bits = base.numerator.bit_length() + base.denominator.bit_length()
    if bits * abs(exponent) > _MOST_BITS:
        raise FormulaError("a power in the formula is too large to be worked out here", "name")
    if base < 0 and exponent.denominator == 1:
        return base**exponent.numerator
    return power(base, exponent)


def _small(value: Fraction) -> Fraction:
    if value.numerator.bit_length() + value.denominator.bit_length() > _MOST_BITS:
        raise FormulaError("a number in the formula is too long to be worked with here", "name")
    return value
