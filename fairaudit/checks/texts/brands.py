"""The check of the family `specification` that looks for products: names of parties' products, signs, makes, part numbers."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text import Prose, binding, find, read_marked, sentences_saying, shuts_out
from fairaudit.checks.base import Found, Pattern, check
from fairaudit.checks.texts.corpus import Wording, absent_places, wordings
from fairaudit.checks.texts.naming import OBLIGES, buyer_names, marks_of, other_products, written_words
from fairaudit.checks.texts.nearby import weighed_by_equivalence
from fairaudit.checks.texts.wording import DESCRIBES, Said, Weigh, hit_at
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node

_CAPITAL = re.compile(r"\b[^\W\d_a-z][^\W_]+")
_NUMERAL = late_pattern(r"[IVX]+\Z")
# A sign such as ® may follow the last word.
_BEYOND = 4
_ORDERS = frozenset({"supply", "provide", "deliver", "install", "fit", "furnish", "use", "replace", "buy", "purchase"})
# What comes first in a sentence may be no product, such as a standard; a long list of names is not read to its end.
_LOOKED_AT = 4


class Shown(Frozen):
    """One way in which a product may be shown, how sure that is, and the names that are none."""

    pattern: Pattern
    confidence: str | None
    allowed: tuple[str, ...]
    by_name: bool = False
    """Whether a capital alone shows the product, so that the word must be one the tender writes in no other way."""


@check
def brand_without_equivalent(
    node: Node[object],
    case: Case,
    *,
    signs: Pattern,
    part_numbers: Pattern,
    origins: Pattern,
    makes: Pattern,
    sole_makes: Pattern,
    allowed_names: tuple[str, ...],
    not_brands: tuple[str, ...],
    not_makes: tuple[str, ...],
    interfaces: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
) -> Found[Said]:
    """Flag a brand, model or patent named without an equivalent: products of parties, `signs` such as ®, part numbers, makes.

    Part numbers, `origins` and `makes` (a thing that must be, and a capital) only ask a person to look; `sole_makes` are
    those beside which no other is taken. Products of incumbents are left to the rule about them. A sentence with one of
    `unless` is silent.
    """
    yield from absent_places(case.tender, ("specification",))
    every = ways_shown(signs, part_numbers, origins, makes, sole_makes, allowed_names, not_brands, not_makes)
    yield from products_named(case, every, unless, weighed_by_equivalence(case, interfaces))


def ways_shown(
    signs: Pattern,
    part_numbers: Pattern,
    origins: Pattern,
    makes: Pattern,
    sole_makes: Pattern,
    allowed_names: tuple[str, ...],
    not_brands: tuple[str, ...],
    not_makes: tuple[str, ...],
) -> tuple[Shown, ...]:
    """Return the ways in which a product may be shown, the surest first."""
    no_makes = (*allowed_names, *not_brands, *not_makes)
    return (
        Shown(signs, None, allowed_names),
        Shown(sole_makes, None, no_makes, True),
        Shown(part_numbers, "possible", (*allowed_names, *not_brands)),
        Shown(origins, "possible", ()),
        Shown(makes, "possible", no_makes, True),
    )


def products_named(case: Case, every: tuple[Shown, ...], unless: tuple[str, ...], weigh: Weigh) -> Found[Said]:
    """Yield the surest product that each clause of the specification names, as far as it counts."""
    texts = tuple(wordings(case, ("specification",)))
    whole = "\n\n".join(one.text for one in texts)
    # Most tenders name no product at all, and one look at the whole says so.
    ways = tuple(one for one in every if one.pattern.find(whole))
    # A text names a product of a party only where a party has one.
    for wording in texts if ways or any(other_products(case)) else ():
        for words, sentence, confidence in _brands(case, wording, ways, unless):
            counts, weighed = weigh(wording, sentence, confidence)
            if counts:
                yield hit_at(case, wording, words, weighed)
                break


def _brands(
    case: Case, wording: Wording, ways: tuple[Shown, ...], unless: tuple[str, ...]
) -> Iterator[tuple[str, str, str | None]]:
    """Return the words of a text that name a product, the sentence, and how sure that is; the surest first."""
    prose = read_marked(binding(wording.text), marks_of(case))
    named = find(prose, ("@named",))
    shown = [one for one in ways if one.pattern.find(prose.text)]
    if not named and not shown:
        return
    asking = _asking(wording, prose, unless)
    for match in named:
        first, after = prose.sentence_of(match.start)
        if first in asking and not shuts_out(prose, match.start, match.end):
            yield prose.written(match.start, match.end), prose.written(first, after), None
    for way in shown:
        for start in asking:
            first, after = prose.sentence_of(start)
            sentence = prose.text[prose.spans[first][0] : prose.spans[after - 1][1] + _BEYOND]
            for words in way.pattern.first(sentence, _LOOKED_AT):
                if _is_product(case, words, way) and not _shut_out(prose, first, words):
                    yield words.removeprefix("The ").rstrip(" .,;()"), prose.written(first, after), way.confidence
                    break


def _asking(wording: Wording, prose: Prose, unless: tuple[str, ...]) -> dict[int, None]:
    """Return the first words of the sentences that ask for something, in their order: `supply 40 laptops` does too."""
    obliges, describes = sentences_saying(prose, OBLIGES), sentences_saying(prose, DESCRIBES)
    barred = sentences_saying(prose, unless)
    starts = (one for one in prose.starts if one not in barred)
    return dict.fromkeys(
        one
        for one in starts
        if one in obliges or prose.words[one] in _ORDERS or (wording.binds and one not in describes)
    )


def _shut_out(prose: Prose, first: int, words: str) -> bool:
    """Whether the first of some words in a sentence are forbidden or left out there: `must not be a X 200`."""
    at = prose.text.find(words, prose.spans[first][0])
    start = bisect_right(prose.spans, (at + 1,)) - 1
    end = bisect_right(prose.spans, (at + len(words),))
    return first <= start < end and shuts_out(prose, start, end)


def _is_product(case: Case, words: str, way: Shown) -> bool:
    """Whether words show a product: none of them is allowed, or where a capital shows it, some of them is no word known."""
    own = case.once(_words_of_the_buyer)
    if not way.by_name:
        return not _is_allowed(words, (*way.allowed, *own))
    known = {one.lower() for one in (*way.allowed, *own)}
    common = case.once(written_words)
    names = (one for one in _CAPITAL.findall(words[1:]) if not _NUMERAL.match(one))
    return any(one.lower() not in known and one.lower() not in common for one in names)


def _words_of_the_buyer(case: Case) -> tuple[str, ...]:
    """Return the words of the buyer's name that are written with a capital: what bears them is the buyer's."""
    return tuple(word for name in buyer_names(case) for word in _CAPITAL.findall(name))


def _is_allowed(words: str, allowed: tuple[str, ...]) -> bool:
    """Whether words hold a name that is no brand: `ISO` allows ISO9001, not ISOLDE-90; a year makes an act of a name."""
    low = _letters(words)
    return any(_letters(one) in low for one in allowed) or re.search(r"\s(?:19|20)\d\d\Z", words) is not None


@lru_cache(maxsize=1024)
def _letters(text: str) -> str:
    """Return the words of a short text without digits and signs, with a space on both sides."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return f" {' '.join(words)} "
