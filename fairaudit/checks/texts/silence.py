"""Checks of what the texts of a tender leave out: a word that stands nowhere, or a term without the one that tempers it.

A silence is found only where `complete` says that the specification and the terms are all there.
"""

from decimal import Decimal

from fairaudit.analysis.text import binding, find, is_unsure, read_prose
from fairaudit.checks.base import Found, Hit, Nothing, Unassessed, check
from fairaudit.checks.scoring.criteria.tree import called
from fairaudit.checks.texts.corpus import EVERYWHERE, affirmed, corpus_of
from fairaudit.checks.texts.wording import Lexicon, Said, read
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion
from fairaudit.procurement.model.node import Node, text_of

_FIELDS = ("tender.specification", "tender.terms.clauses")


class Unlimited(Frozen):
    """Words found in the terms, and where."""

    words: str
    place: str


def speaks(case: Case, phrases: tuple[str, ...], denied: tuple[str, ...] = ()) -> bool:
    """Whether any text that binds somebody says one of some phrases, in words of which none are part of a `denied` one."""
    if corpus_of(case).affirms(phrases, denied, EVERYWHERE):
        return True
    terms = case.tender.terms
    fields = (case.tender.award_method, *((terms.liability, terms.exclusivity) if terms else ()))
    return any(affirmed(read_prose(one), phrases, denied) for one in fields if one)


def _missing(case: Case) -> tuple[str, ...]:
    """Return the texts of which it is not known that they are all there."""
    terms = case.tender.terms
    given = (case.tender.specification, terms.clauses if terms else None)
    pairs = zip(_FIELDS, given, strict=True)
    return tuple(name for name, value in pairs if value is None or not case.holds_all(name))


@check
def silent_on(
    node: Node[object], case: Case, *, phrases: tuple[str, ...], not_for: tuple[str, ...] = ()
) -> Found[Nothing]:
    """Flag a tender whose texts nowhere say one of `phrases`; not for the main categories of purchase in `not_for`."""
    if case.tender.main_procurement_category in not_for or speaks(case, phrases):
        return
    if missing := _missing(case):
        words = "is" if len(missing) == 1 else "are"
        reason = f"{' and '.join(missing)} {words} not given in full, so what they leave out is not known"
        yield Unassessed(node, reason, missing)
    else:
        yield Hit(node, Nothing())


@check
def says_without(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    tempered_by: tuple[str, ...],
    tempered_not_by: tuple[str, ...] = (),
    tempered_here: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
    places: tuple[str, ...] = ("specification",),
    also: tuple[str, ...] = ("terms",),
) -> Found[Said]:
    """Flag texts that say one of `phrases` where no text of the tender says one of `tempered_by`.

    Words that are part of one of `tempered_not_by` temper nothing: `without limit` is no limit. Words of `tempered_here` may be
    said of many things, and temper the text alone that they stand in. Where the texts may not be all there, that only asks
    a person to look.
    """
    found = list(read(case, Lexicon(phrases, (), unless), places, also))
    tempered = any(isinstance(one, Hit) for one in found) and speaks(case, tempered_by, tempered_not_by)
    for one in found:
        if isinstance(one, Unassessed):
            yield one
        elif not tempered and not affirmed(read_prose(_text_at(one.at)), tempered_here, tempered_not_by):
            doubt = "possible" if _missing(case) else one.confidence
            yield Hit(one.at, one.facts, one.related, doubt, one.key)


def _text_at(at: Node[object]) -> str:
    """Return the text that a hit stands in, which is that of a clause where a reason is recorded for the clause."""
    value = at.value if isinstance(at.value, str) else getattr(at.value, "text", None)
    return value if isinstance(value, str) else ""


@check
def terms_say(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    unless: tuple[str, ...] = (),
    tempered_by: tuple[str, ...] = (),
    tempered_not_by: tuple[str, ...] = (),
) -> Found[Unlimited]:
    """Flag terms that say one of `phrases`, in their clauses, in the specification or in `terms.liability`.

    Not where any text says one of `tempered_by`, unless in words that are part of one of `tempered_not_by`.
    """
    terms = case.tender.terms
    if terms is None or (terms.clauses is None and terms.liability is None):
        yield Unassessed(node, "neither tender.terms.clauses nor tender.terms.liability is given", (_FIELDS[1],))
    if tempered_by and speaks(case, tempered_by, tempered_not_by):
        return
    if terms and terms.liability:
        prose = read_prose(binding(terms.liability))
        if not find(prose, unless):
            for match in find(prose, phrases)[:1]:
                doubt = "possible" if is_unsure(prose, match) else None
                words = prose.written(match.start, match.end)
                yield Hit(terms.field("liability"), Unlimited(words, "the terms"), confidence=doubt)
    for one in read(case, Lexicon(phrases, (), unless), (), ("terms", "specification")):
        if isinstance(one, Hit):
            yield Hit(one.at, Unlimited(one.facts.words, one.facts.place), confidence=one.confidence)


class Openended(Frozen):
    """A criterion with a minimum score, and the minimum."""

    criterion: str
    minimum: Decimal


@check
def minimum_without_end(node: Node[AwardCriterion], case: Case, *, phrases: tuple[str, ...]) -> Found[Openended]:
    """Flag a minimum score of which neither `disqualifies` nor a text saying one of `phrases` tells what follows below it."""
    one = node.value
    if one.minimum_score is None or one.disqualifies is not None or speaks(case, phrases):
        return
    field = one.field("disqualifies")
    if case.holds_all(text_of(field.path)):
        yield Hit(one.field("minimum_score"), Openended(called(one), one.minimum_score), key=one.id or "")
    else:
        yield Unassessed(field, f"{text_of(field.path)} is not given", (text_of(field.path),))
