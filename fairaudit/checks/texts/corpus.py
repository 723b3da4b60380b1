"""The texts of a tender that bidders must meet or are scored on. Definitions and background are never read."""

from bisect import bisect_right
from collections.abc import Iterator

from fairaudit.analysis.text import RELEASED, Match, Prose, find, holds, how_asked, joined, read_marked
from fairaudit.checks.base import Unassessed
from fairaudit.checks.texts.naming import marks_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion, Requirement
from fairaudit.procurement.model.node import Node, Part
from fairaudit.procurement.model.tender import Clause, Tender

_BACKGROUND = (
    "background", "introduction", "definition*", "glossary", "interpretation", "context", "foreword", "summary",
    "current|existing|present service*|system*|environment|arrangement*|provision|provider|supplier|contract",
)  # fmt: skip


EVERYWHERE = ("selection", "award", "specification", "terms", "permissions")
"""Where a tender says what binds bidders."""
_LISTS = {"selection": "selection_criteria", "award": "award_criteria", "site-visits": "site_visits"}
"""The lists of a tender that are called otherwise than the places of their texts."""


class Wording(Frozen):
    """One text, what it belongs to and how it is called; `binds` is unknown where only its words can tell."""

    at: Node[object]
    part: Part | None
    place: str
    text: str
    called: str
    weight: str = ""
    binds: bool | None = True
    heading: str = ""
    whole: str = ""

    @property
    def is_clause(self) -> bool:
        """Whether this is prose of the specification or the terms, which may also only describe."""
        return isinstance(self.part, Clause)


def wordings(case: Case, places: tuple[str, ...]) -> Iterator[Wording]:
    """Return the texts that bind bidders, in some of `selection award specification terms permissions site-visits`."""
    corpus = corpus_of(case)
    for place in places:
        yield from (corpus.wordings[index] for index in corpus.places[place])


class Corpus(Frozen):
    """Every text of a tender that binds bidders, read once: some twenty rules look for something in all of them."""

    wordings: tuple[Wording, ...]
    proses: tuple[Prose, ...]
    places: dict[str, range]
    whole: Prose
    firsts: tuple[int, ...]

    def saying(self, phrases: tuple[str, ...], places: tuple[str, ...]) -> Iterator[tuple[Wording, Prose]]:
        """Yield the texts of some places in which one of some phrases stands."""
        # Most texts hold no phrase of a lexicon, and one look at all of them says which do.
        said = {bisect_right(self.firsts, match.start) - 1 for match in find(self.whole, phrases)}
        for place in places if said else ():
            for index in self.places[place]:
                if index in said:
                    yield self.wordings[index], self.proses[index]

    def asking(self, phrases: tuple[str, ...], places: tuple[str, ...]) -> Iterator[tuple[Wording, Prose, Match]]:
        """Yield the same texts, each with the first phrase that it does not take back."""
        for wording, prose in self.saying(phrases, places):
            for match in find(prose, phrases):
                if how_asked(prose, match) != RELEASED:
                    yield wording, prose, match
                    break

    def affirms(self, phrases: tuple[str, ...], denied: tuple[str, ...], places: tuple[str, ...]) -> bool:
        """Whether a text of some places says one of some phrases in words of which none are part of a `denied` phrase."""
        return any(affirmed(prose, phrases, denied) for _, prose in self.saying(phrases, places))


def affirmed(prose: Prose, phrases: tuple[str, ...], denied: tuple[str, ...]) -> bool:
    """Whether a text says one of some phrases elsewhere than in a `denied` one: `not capped` is no `capped`."""
    taken = {word for one in find(prose, denied) for word in range(one.start, one.end)}
    return any(taken.isdisjoint(range(one.start, one.end)) for one in find(prose, phrases))


def corpus_of(case: Case) -> Corpus:
    """Return the texts of a tender, worked out once for a case."""
    return case.once(_corpus)


def _corpus(case: Case) -> Corpus:
    marks = marks_of(case)
    found: list[Wording] = []
    places: dict[str, range] = {}
    for place, texts in _texts_by_place(case.tender):
        first = len(found)
        found += texts
        places[place] = range(first, len(found))
    proses = tuple(read_marked(one.text, marks) for one in found)
    whole, firsts = joined(proses)
    return Corpus(tuple(found), proses, places, whole, firsts)


def _texts_by_place(tender: Tender) -> Iterator[tuple[str, Iterator[Wording]]]:
    yield "selection", _selection(tender)
    yield "award", _award(tender)
    yield "specification", _specification(tender)
    yield "terms", _terms(tender)
    yield "permissions", _permissions(tender)
    yield "site-visits", _site_visits(tender)


def absent_places(tender: Tender, places: tuple[str, ...]) -> Iterator[Unassessed]:
    """Return the lists that should be read and are not given."""
    for place in places:
        name = _LISTS.get(place, place)
        if getattr(tender, name) is None:
            yield Unassessed(Node(("tender", name), None), f"tender.{name} is not given", (f"tender.{name}",))


def _selection(tender: Tender) -> Iterator[Wording]:
    for one in tender.selection_criteria or ():
        if one.mandatory is False and not one.disqualifies:
            continue
        called = f"selection criterion {one.id}" if one.id else "a selection criterion"
        yield from _texts(one, "selection", called, "")


def _award(tender: Tender) -> Iterator[Wording]:
    stack = list(reversed(tender.award_criteria or ()))
    while stack:
        one = stack.pop()
        stack += reversed(one.children or ())
        if one.treatment == "information" or one.weight == 0:
            continue
        name = one.id or one.name
        yield from _texts(one, "award", f"award criterion {name}" if name else "an award criterion", weight_of(one))


def weight_of(criterion: AwardCriterion) -> str:
    """Return the weight of a criterion in words."""
    if criterion.treatment == "pass-fail":
        return "pass or fail"
    if criterion.treatment == "unscored":
        return "not scored"
    if criterion.weight is None:
        return "weight not stated"
    unit = {"percentage": " per cent", "points": " points"}.get(criterion.weight_type or "", "")
    return f"weight {format(criterion.weight.normalize(), 'f')}{unit}"


def _texts(one: AwardCriterion | Requirement, place: str, called: str, weight: str) -> Iterator[Wording]:
    whole = "\n\n".join(text for text in (one.name, one.text) if text)
    for name in ("text", "name"):
        if text := getattr(one, name):
            yield Wording(one.field(name), one, place, text, called, weight, whole=whole)


def _specification(tender: Tender) -> Iterator[Wording]:
    yield from _clauses(tender.specification or (), "specification")


def _terms(tender: Tender) -> Iterator[Wording]:
    yield from _clauses((tender.terms.clauses if tender.terms else None) or (), "terms")


def _clauses(clauses: tuple[Clause, ...], place: str) -> Iterator[Wording]:
    for one in clauses:
        told = one.mandatory is True or one.scored is True
        if not one.text or is_background(one) or (one.mandatory is False and not told):
            continue
        called = f"clause {one.id or one.heading}" if one.id or one.heading else "a clause"
        yield Wording(one.field("text"), one, place, one.text, called, "", told or None, one.heading or "", one.text)


def is_background(clause: Clause) -> bool:
    """Whether a clause defines or describes, by its part or, where that is not given, by its heading."""
    if clause.part is None and clause.heading and clause.mandatory is None:
        return holds(clause.heading, _BACKGROUND)
    return clause.part in ("definitions", "background")


def _permissions(tender: Tender) -> Iterator[Wording]:
    for one in tender.permissions or ():
        if one.text and one.mandatory is not False:
            yield Wording(one.node, None, "permissions", one.text, "the permissions asked for")


def _site_visits(tender: Tender) -> Iterator[Wording]:
    for one in tender.site_visits or ():
        if one.text:
            yield Wording(one.field("text"), one, "site-visits", one.text, "the terms of a site visit", whole=one.text)
