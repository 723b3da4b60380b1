"""Checks of the family `specification`: standards, places, vague words and gaps in what is asked for."""

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text import binding, find, holds, read_prose, sentences_saying
from fairaudit.checks.base import Found, Hit, Pattern, Unassessed, check
from fairaudit.checks.texts.corpus import Wording, absent_places, is_background, wordings
from fairaudit.checks.texts.equivalence import accepted_everywhere, accepted_here, refused_here
from fairaudit.checks.texts.naming import OBLIGES
from fairaudit.checks.texts.nearby import weighed_by_equivalence
from fairaudit.checks.texts.wording import Lexicon, Said, hit_at, read
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Certificate, Location, Requirement
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Clause

_BIDDERS = ("bidder|bidders|tenderer|tenderers|supplier|suppliers|candidate|candidates|applicant|applicants",)
_AWARDED = ("award", "awarded", "winner", "start", "mobilisation", "mobilization", "delivery", "signature", "later")

# A form that is all gaps is one that nobody filled in, and is not listed to its end.
_MOST_GAPS = 10
_CODE = late_pattern(r"`[^`\n]*`")
_THIRTY = late_pattern(r"\b(?:chapter|title|volume|book) XXX\b", re.I)


@check
def names_without_equivalent(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    unless: tuple[str, ...] = (),
    doubtful: tuple[str, ...] = (),
    interfaces: tuple[str, ...] = (),
    given_here: tuple[str, ...] = (),
    document_wide: bool = True,
    other_kinds: tuple[str, ...] = (),
    places: tuple[str, ...] = ("selection", "award", "specification"),
    also: tuple[str, ...] = (),
) -> Found[Said]:
    """Flag binding texts that name one of `phrases` where neither they, their section nor the documents accept equivalents.

    Without `document_wide`, an equivalence clause for all documents makes the name a question. In a sentence about
    `interfaces` a name is silent where the interface is disclosed, by a text that says one of `given_here` too, and a question
    where nothing is known about it. Selection criteria of `other_kinds` are left to the rules about them.
    """
    lexicon = Lexicon(phrases, unless=unless, doubtful=doubtful)
    weigh = weighed_by_equivalence(case, interfaces, given_here, document_wide, other_kinds)
    yield from read(case, lexicon, places, also, weigh)


class Standards(Frozen):
    """The certificates or standards asked for."""

    standards: str


@check
def certificate_without_equivalent(
    node: Node[object],
    case: Case,
    *,
    statutory: tuple[str, ...],
    unless: tuple[str, ...] = (),
    systems: tuple[str, ...] = (),
) -> Found[Standards]:
    """Flag a certificate asked for without equivalents; what is `statutory` has none, unless it names one of `systems`.

    No law demands a certificate of such a system by name, whoever issues or recognises it.
    """
    one = node.value
    if not isinstance(one, Certificate) or (one.mandatory is False and not one.disqualifies):
        return
    named = ", ".join(one.standards or ()) or one.name or one.text
    if named is None:
        yield Unassessed(node, "which certificate is asked for is not given", (f"{text_of(node.path)}.standards",))
        return
    whole = "\n\n".join(text for text in (named, one.name, one.text) if text)
    if one.text and not binding(one.text).strip(" .;:"):
        return
    wording = Wording(node, one, "selection", whole, "", whole=whole)
    legal = holds(whole, statutory) and len(one.standards or ()) < 2 and not holds(whole, systems)
    if legal or holds(whole, unless) or accepted_here(case, wording):
        return
    if refused_here(wording) or not accepted_everywhere(case):
        yield Hit(one.field("standards" if one.standards else "text" if one.text else "name"), Standards(named))


class Vague(Frozen):
    """How many clauses are vague, and the words of the first few."""

    number: int
    examples: tuple[str, ...]


@check
def vague_without_test(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    tests: tuple[str, ...],
    unless: tuple[str, ...] = (),
    at_least: int = 1,
) -> Found[Vague]:
    """Flag once the mandatory or scored clauses, and the conditions of taking part, whose vague words nothing explains.

    A number, a method or a document explains them. Vague words that are part of what one of `unless` says are none:
    `reasonable care` has a meaning in law.
    """
    yield from absent_places(case.tender, ("specification",))
    found: list[tuple[Clause | Requirement, str]] = []
    for one in (*(case.tender.specification or ()), *(case.tender.selection_criteria or ())):
        if _may_bind(one) and (words := _vague_words(one, phrases, tests, unless)):
            found.append((one, words))
    if found and len(found) >= at_least:
        examples = tuple(f"“{words}” in {_called(one)}" for one, words in found[:3])
        related = tuple((one.field("text"), f"“{words}”") for one, words in found)
        section = "specification" if isinstance(found[0][0], Clause) else "selection_criteria"
        yield Hit(Node(("tender", section), None), Vague(len(found), examples), related)


def _may_bind(part: Clause | Requirement) -> bool:
    """Whether a text is one of the specification or a condition of taking part, not of the terms or the background."""
    return isinstance(part, Requirement) or (part.part in (None, "specification") and not is_background(part))


def _called(part: Clause | Requirement) -> str:
    kind = "a clause" if isinstance(part, Clause) else "a selection criterion"
    return part.id or kind


def _vague_words(
    part: Clause | Requirement, phrases: tuple[str, ...], tests: tuple[str, ...], unless: tuple[str, ...]
) -> str | None:
    """Return the first vague words of a text that binds, where nothing in it is a test."""
    prose = read_prose(binding(part.text or ""))
    told = part.mandatory is True or (part.scored if isinstance(part, Clause) else part.disqualifies) is True
    if (part.mandatory is False and not told) or (part.justification and part.justification.says_why):
        return None
    found = find(prose, phrases)
    if not found or find(prose, tests):
        return None
    obliges = sentences_saying(prose, OBLIGES)
    harmless = {word for one in find(prose, unless) for word in range(one.start, one.end)}
    for match in found:
        if harmless.issuperset(range(match.start, match.end)):
            continue
        if told or prose.sentence_of(match.start)[0] in obliges:
            return prose.written(match.start, match.end)
    return None


@check
def place_at_bid_time(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    maybe: tuple[str, ...],
    later: tuple[str, ...],
    idle: tuple[str, ...] = (),
) -> Found[Said]:
    """Flag a requirement to be in a place when bidding; one to be met upon award or by the start is silent."""
    lexicon = Lexicon(phrases, maybe, unless=later, idle=idle)

    def weigh(wording: Wording, sentence: str, confidence: str | None) -> tuple[bool, str | None]:
        """Leave locations to the field of their own, what is shown later, and where the service is delivered."""
        if isinstance(wording.part, Location) or shown_with_the_bid(wording.part) is False:
            return False, confidence
        if holds(wording.whole or wording.text, later):
            return False, confidence
        if wording.is_clause:
            return holds(sentence, _BIDDERS), "possible"
        return True, confidence

    yield from read(case, lexicon, ("selection", "specification"), (), weigh)
    for one in case.tender.selection_criteria or ():
        if isinstance(one, Location) and not (one.mandatory is False and not one.disqualifies):
            yield from _place_of(case, one, later)


def _place_of(case: Case, one: Location, later: tuple[str, ...]) -> Found[Said]:
    """Yield the place that a field asks for, unless it is to be shown later."""
    text = one.text or one.name or ""
    if shown_with_the_bid(one) is False or holds(text, later):
        return
    far = f"within {format(one.distance_km.normalize(), 'f')} km" if one.distance_km is not None else ""
    words = " of ".join(part for part in (far, one.place or "") if part) or text
    called = f"selection criterion {one.id}" if one.id else "a selection criterion"
    if words:
        yield hit_at(case, Wording(one.node, one, "selection", words, called), words, None)
    else:
        yield Unassessed(one.node, "which place is asked for is not given", (f"{text_of(one.path)}.place",))


def shown_with_the_bid(part: object) -> bool | None:
    """Whether evidence is wanted with the bid: `None` where that is not said."""
    said = " ".join(text for name in ("evidence_when", "required_by") if (text := getattr(part, name, None))).lower()
    if not said:
        return None
    return not any(one in said for one in _AWARDED)


class Gap(Frozen):
    """A gap that was never filled in."""

    words: str


@check
def gaps_left(node: Node[object], case: Case, *, gaps: Pattern) -> Found[Gap]:
    """Flag values and texts of the tender that still hold a placeholder once the case is no template, each of a text."""
    if case.tender.status == "template":
        return
    # What is still to come in the record of bids and people is no gap in what bidders were given.
    for one in case.placeholders:
        if one.path[:1] == ("tender",):
            yield Hit(Node(one.path, None), Gap(one.text))
    terms = case.tender.terms
    clauses = (*(case.tender.specification or ()), *((terms.clauses if terms else None) or ()))
    others = tuple(wordings(case, ("selection", "award", "permissions", "site-visits")))
    texts = (*(one.text for one in clauses), *(one.text for one in others))
    if not gaps.is_in_any(text for text in texts if text is not None):
        return
    for at in (*(one.field("text") for one in clauses), *(one.at for one in others)):
        if isinstance(at.value, str) and gaps.find(at.value):
            found = gaps.first(_without_names(at.value), _MOST_GAPS)
            yield from (Hit(at, Gap(one.strip())) for one in dict.fromkeys(found))


def _without_names(text: str) -> str:
    """Return a text without what is no gap: names of files such as `Offer_[Name].pdf`, which bidders fill in, and chapter XXX."""
    plain = _THIRTY.sub(" ", _CODE.sub(" ", text))
    return " ".join(word for word in plain.split(" ") if "_[" not in word and "]_" not in word)
