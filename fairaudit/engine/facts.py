"""Facts in two forms: as JSON for machines, in words for people; the same whatever the locale."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.base import Clause, Either, Many, Verb
from fairaudit.engine.contract.report import Fact
from fairaudit.procurement.model.common import Money, Period
from fairaudit.procurement.model.node import Node, Part
from fairaudit.procurement.model.scalars import When

LONGEST = 120
_LONGEST_LIST = 240
Filling = Callable[[str, dict[str, object]], str]
"""Puts values into the words of a rule."""
_NAME = re.compile(r"\{([a-z_]+)\}")
_COUNTED = re.compile(
    r"\{([a-z_]+)\}((?: (?:working|clear|calendar|full|whole|more))? (?:years|months|weeks|days|hours|minutes|times|points|lots"
    r"|bids|bidders|candidates|suppliers|references|members|conditions|indicators|newcomers|users|visits|presentations|clarifications)\b)?"
)
"""A name, and the noun it counts: one of a thing is not many."""
# Of the private use area: `clean` lets none of them through from a file.
_BEGIN, _END = "\ue000", "\ue001"
FOREIGN = late_pattern(f"{_BEGIN}(.*?){_END}", re.DOTALL)


_CLAUSE = 400
"""Characters of what a check put together; a name in it may be of any length."""


def facts_of(facts: object) -> dict[str, object]:
    """Return the named values of a named tuple or dataclass of facts."""
    if isinstance(facts, tuple) and hasattr(facts, "_asdict"):
        return dict(facts._asdict())
    return {one.name: getattr(facts, one.name) for one in fields(facts)}  # type: ignore[arg-type]  # checks yield dataclasses


def as_fact(value: object) -> Fact:
    """Return a value as plain JSON: decimals and dates as text, money and durations as groups, texts harmless but whole."""
    if isinstance(value, str):
        return clean(value, len(value))
    if value.__class__ is tuple:
        return [as_fact(one) for one in value]
    if isinstance(value, Node):
        return as_fact(value.value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Money):
        return {"amount": None if value.amount is None else plain(value.amount), "currency": as_fact(value.currency)}
    if isinstance(value, When | date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return {"count": int(value.total_seconds()), "unit": "second"}
    if isinstance(value, Many):
        return [*(as_fact(one) for one in value.first), f"{value.more} more"]
    if isinstance(value, tuple | list):
        return [as_fact(one) for one in value]
    if isinstance(value, dict):
        return {clean(str(key)): as_fact(one) for key, one in value.items()}
    return in_words(value)


def plain(value: Decimal) -> str:
    """Return a decimal without exponent or idle zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_words(value: object) -> str:
    """Return a value as a person would write it, with nothing in it that could play tricks on a screen."""
    if value.__class__ is str:
        # Most values are names in lists of many; texts that say how they are cut are of a class of their own.
        return clean(value)
    if value.__class__ is tuple:
        return _listed(value)
    if isinstance(value, Node):
        return in_words(value.value)
    if isinstance(value, Money):
        return clean(value.in_words())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, timedelta):
        return _duration(value)
    if isinstance(value, When | datetime | date):
        return _moment(value)
    if isinstance(value, Many):
        return _listed(value.first, value.more)
    if isinstance(value, tuple | list):
        return _listed(value, link="or" if isinstance(value, Either) else "and")
    if isinstance(value, Part):
        return _part(value)
    if isinstance(value, Verb):
        # A part of the sentence that a check wrote: cut, it would lose why the days are as they are.
        return clean(value, len(value))
    if isinstance(value, Clause):
        return clean(value, _CLAUSE)
    return clean("nothing" if value is None else str(value))


def _listed(items: Sequence[object], more: int = 0, link: str = "and") -> str:
    """Return a list as a sentence has it; of a long one the first, and how many more there are: never half a name.

    What is not shown is not worded: thousands of findings may each hold a list of thousands.
    """
    words: list[str] = []
    length = 0
    for one in items:
        word = in_words(one)
        length += len(word) + 2
        if words and length > _LONGEST_LIST:
            break
        words.append(word)
    more += len(items) - len(words)
    if more:
        return f"{', '.join(words)} {link} {more} more"
    if len(words) < 2:
        return words[0] if words else "nobody"
    return f"{', '.join(words[:-1])} {link} {words[-1]}"


def fill(message: str, values: dict[str, object]) -> str:
    """Return a rule's message with its names filled in, once; a value that holds braces stays as it is."""
    return fill_with(message, lambda name: (in_words(values[name]), _is_one(values[name])))


def fill_with(message: str, worded: Callable[[str], tuple[str, bool]], mark: str = "{}") -> str:
    """Return a message with the words for every name in it; what is counted stands in the singular where it is one."""

    def filled(match: re.Match[str]) -> str:
        (words, one), thing = worded(match[1]), match[2] or ""
        return mark.replace("{}", words) + (thing[:-1] if one else thing)

    return _COUNTED.sub(filled, message)


def fill_marked(message: str, values: dict[str, object]) -> str:
    """Return the same with marks around what was filled in, which alone can name anybody: redaction takes them out."""
    return fill_with(message, lambda name: (in_words(values[name]), _is_one(values[name])), mark=f"{_BEGIN}{{}}{_END}")


def _is_one(value: object) -> bool:
    """Whether a value is the number one: the clause called 1 is none."""
    found = value.value if isinstance(value, Node) else value
    return isinstance(found, int | Decimal) and not isinstance(found, bool) and found == 1


def names_in(message: str) -> tuple[str, ...]:
    """Return the names a message uses; raises `ValueError` for anything but `{name}`."""
    if re.search(r"[{}]", _NAME.sub("", message)):
        raise ValueError("may hold only plain names in braces, such as {days}: no dots, brackets, colons or `!`")
    return tuple(_NAME.findall(message))


def clean(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line, without control and direction characters, cut at a length."""
    return _cleaned_short(text, longest) if len(text) <= LONGEST else _cleaned(text, longest)


def _cleaned(text: str, longest: int) -> str:
    kept = text if text.isprintable() else "".join(one if _harmless(one) else " " for one in text)
    kept = " ".join(kept.split())
    return kept if len(kept) <= longest else kept[: longest - 1].rstrip() + "…"


_cleaned_short = lru_cache(maxsize=4096)(_cleaned)
"""Cleans what is short, which is names mostly: the same few stand in thousands of findings."""


def _harmless(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")


def _duration(value: timedelta) -> str:
    seconds = abs(int(value.total_seconds()))
    days, rest = divmod(seconds, 86400)
    hours, rest = divmod(rest, 3600)
    minutes, seconds = divmod(rest, 60)
    pairs = [(days, "day"), (hours, "hour"), (minutes, "minute"), (seconds, "second")]
    words = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in pairs if count]
    return " ".join(words[:2]) or "0 seconds"


def _moment(value: When | datetime | date) -> str:
    if isinstance(value, When):
        return value.in_words()
    text = day_in_words(value)
    if isinstance(value, datetime):
        offset = f" ({value.isoformat()[-6:]})" if value.tzinfo else ""
        text += f" {value:%H:%M}{f':{value:%S}' if value.second else ''}{offset}"
    return text


def _part(value: Part) -> str:
    if isinstance(value, Period):
        return f"{in_words(value.start_date)} to {in_words(value.end_date)}"
    for name in ("name", "title", "id", "text", "kind"):
        if found := getattr(value, name, None):
            return clean(str(found))
    return type(value).__name__.lower()
