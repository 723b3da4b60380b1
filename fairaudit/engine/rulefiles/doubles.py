"""Exact comparison and sums of doubles in conditions: refused, since 0.1 + 0.2 is not 0.3 there.

CEL is read as tokens, not parsed: what is not plainly about texts, truths or whole numbers is refused wherever a condition
touches a number with decimals at all. A condition refused without need can be written otherwise; one taken wrongly lies.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.engine.rulefiles.paths import PathExpression
from fairaudit.frozen import Frozen
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.shape import Shape, fields_of

_TOKEN = late_pattern(
    r"\s*(?P<text>\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'"
    r"|(?:\d+\.\d+|\.\d+|\d+)(?:[eE][+-]?\d+)?[uU]?"
    r"|\.?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
    r"|==|!=|<=|>=|&&|\|\||//|\S)"
)
_INTEGER = late_pattern(r"\d+[uU]?")
_DECIMAL = late_pattern(r"\d*\.\d+.*|\d+[eE].*")
_NAME = late_pattern(r"\.?[A-Za-z_]")
_EQUAL, _SUMS = frozenset({"==", "!=", "in"}), frozenset("+-*/%")
_AFTER_A_VALUE = late_pattern(r"[\w\"')\]`]")
_HINT = "use <, >, <= or >= for amounts and weights"


class _Token(Frozen):
    text: str
    start: int
    end: int


def exact_use(text: str, paths: Mapping[str, PathExpression]) -> str | None:
    """Return what is wrong with a condition that compares or adds up numbers with decimals exactly, else `None`."""
    tokens = [_Token(match["text"], match.start("text"), match.end()) for match in _TOKEN.finditer(text)]
    if trouble := _unclear(tokens):
        return trouble
    if not any(_is_double(one.text) for one in tokens) and not any(_holds_doubles(one.shape) for one in paths.values()):
        return None
    for at, token in enumerate(tokens):
        wrong = (
            (token.text in _EQUAL and not _equality_is_safe(tokens, at, paths))
            or (token.text in _SUMS and _is_binary(tokens, at) and not _sum_is_safe(tokens, at, paths))
            or token.text in ("{", "string")  # both compare numbers as texts or keys
        )
        if wrong:
            return f"compares or adds up `{_named(text, tokens, at, paths)}` exactly; {_HINT}"
    return None


def _unclear(tokens: list[_Token]) -> str | None:
    """Return why tokens may not be what CEL reads: other kinds of text, comments, and roots bound anew."""
    for one, after in pairwise(tokens):
        if after.text[0] in "\"'" and one.end == after.start and (_NAME.match(one.text) or one.text[0] in "\"'"):
            return "should have its texts in plain quotes, without r, b or three quotes"
        if one.text in ("node", "lot", "case") and after.text == ",":
            return f"should not call a variable of its own `{one.text}`"
    return "should hold no comments" if any(one.text == "//" for one in tokens) else None


def _is_double(token: str) -> bool:
    return token == "double" or _DECIMAL.fullmatch(token) is not None


def _holds_doubles(shape: Shape) -> bool:
    """Whether a number with decimals is a value, or anything in it."""
    waiting, seen = [shape], set[type[Part]]()
    while waiting:
        one = waiting.pop()
        if one.kind == "scalar" and one.scalar is Decimal:
            return True
        new = set(one.classes) - seen
        seen |= new
        waiting += [field for part in new for field in fields_of(part).values()]
        waiting += [one.of] if one.of is not None else []
    return False


def _kind(tokens: list[_Token], at: int, paths: Mapping[str, PathExpression], left: bool) -> str:
    """Return whether an operand is plainly `whole` (a whole number), `other` (no number), or perhaps a double: ``."""
    if not 0 <= at < len(tokens):
        return ""
    token, after = tokens[at].text, tokens[at + 1].text if at + 1 < len(tokens) else ""
    if left and token == ")":
        return "whole" if _called(tokens, at).lstrip(".").split(".")[-1] == "size" else ""
    if not left and after and (after[0] in "[(." or token[0] == "."):
        return ""
    if token[0] in "\"'" or token in ("true", "false", "null"):
        return "other"
    if _INTEGER.fullmatch(token):
        return "whole"
    shape = paths[token].shape if token in paths else None
    if shape is None or shape.kind != "scalar" or shape.scalar is Decimal:
        return ""
    return "whole" if shape.scalar is int else "other"


def _called(tokens: list[_Token], at: int) -> str:
    """Return the name of the function whose call a bracket closes."""
    depth = 0
    for back in range(at, 0, -1):
        depth += (tokens[back].text == ")") - (tokens[back].text == "(")
        if depth == 0:
            return tokens[back - 1].text
    return ""


def _equality_is_safe(tokens: list[_Token], at: int, paths: Mapping[str, PathExpression]) -> bool:
    """Whether one side is no number, or both are whole; a whole number may well equal a double of unknown type."""
    sides = [_kind(tokens, at - 1, paths, left=True), _kind(tokens, at + 1, paths, left=False)]
    if tokens[at].text == "in":
        return sides[0] == "other"
    return "other" in sides or sides == ["whole", "whole"]


def _sum_is_safe(tokens: list[_Token], at: int, paths: Mapping[str, PathExpression]) -> bool:
    """Whether one side is no double: CEL adds no double to anything else."""
    return bool(_kind(tokens, at - 1, paths, left=True) or _kind(tokens, at + 1, paths, left=False))


def _is_binary(tokens: list[_Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].text != "in" and _AFTER_A_VALUE.match(tokens[at - 1].text[-1]) is not None


def _named(text: str, tokens: list[_Token], at: int, paths: Mapping[str, PathExpression]) -> str:
    """Return the amount or weight beside an operator, or else the operator with what is beside it."""
    beside = tokens[max(at - 1, 0) : at + 2]
    known = (one.text for one in beside if one.text in paths and _holds_doubles(paths[one.text].shape))
    return next(known, text[beside[0].start : beside[-1].end])
