"""The texts of a tender that bidders must meet or are scored on, and the check that reads them for phrases.

In phrases `@buyer` stands for the buyer's name or words such as "this Board", `@incumbent` for a name of an incumbent,
`@provider` for words such as "the current provider", `@product` for a product of an incumbent, `@named` for one of any
other party and `@competitor` for a bidder by name. Definitions and background are never read; a sentence that describes
how things are obliges nobody.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from fairaudit.analysis.text import Marks, Match, Prose, find, find_by, holds, index_of, read_marked, sentences_saying
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.naming import OBLIGES, marks_of, unknown_names
from fairaudit.procurement.case import Case
from fairaudit.procurement.criteria import AwardCriterion, Requirement
from fairaudit.procurement.node import Node, Part
from fairaudit.procurement.tender import Clause, Tender

_BACKGROUND = (
    "background", "introduction", "definition*", "glossary", "interpretation", "context", "foreword", "summary",
    "current|existing|present service*|system*|environment|arrangement*|provision|provider|supplier|contract",
)  # fmt: skip
DESCRIBES = (
    "currently", "at present", "presently", "for information", "by way of background", "until now", "to date",
    "@provider", "current|existing|present|legacy system*|service*|provider|supplier|contract*|environment|platform|software",
    "is|are|was|were provided|delivered|operated|run|supplied|managed|held by", "has|have been", "in use",
)  # fmt: skip


class Wording(NamedTuple):
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


class Said(NamedTuple):
    """Words that were found, in which place, and the weight of the award criterion they stand in."""

    words: str
    place: str
    weight: str


class Lexicon(NamedTuple):
    """What is looked for, and the words beside it that make it doubtful or harmless."""

    phrases: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    maybe_unless: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()


Weigh = Callable[[Wording, str, str | None], tuple[bool, str | None]]
"""Takes a text, the sentence and the confidence so far; says whether it counts, and with which confidence."""


def wordings(case: Case, places: tuple[str, ...]) -> Iterator[Wording]:
    """Return the texts that bind bidders, in some of `selection award specification terms permissions site-visits`."""
    by_place = case.once(_wordings)
    for place in places:
        yield from by_place[place]


def _wordings(case: Case) -> dict[str, tuple[Wording, ...]]:
    """Return every text of a tender that binds bidders, by place; some twenty rules read them."""
    tender = case.tender
    return {
        "selection": tuple(_selection(tender)),
        "award": tuple(_award(tender)),
        "specification": tuple(_specification(tender)),
        "terms": tuple(_terms(tender)),
        "permissions": tuple(_permissions(tender)),
        "site-visits": tuple(_site_visits(tender)),
    }


def absent_places(tender: Tender, places: tuple[str, ...]) -> Iterator[Unassessed]:
    """Return the lists that should be read and are not given."""
    fields = {"selection": "selection_criteria", "award": "award_criteria", "site-visits": "site_visits"}
    for place in places:
        name = fields.get(place, place)
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
    for index, text in enumerate(tender.permissions or ()):
        yield Wording(
            Node(("tender", "permissions", index), text), None, "permissions", text, "the permissions asked for"
        )


def _site_visits(tender: Tender) -> Iterator[Wording]:
    for one in tender.site_visits or ():
        if one.text:
            yield Wording(one.field("text"), one, "site-visits", one.text, "the terms of a site visit", whole=one.text)


def keep(wording: Wording, sentence: str, confidence: str | None) -> tuple[bool, str | None]:
    """Weigh nothing: whatever was found counts."""
    return True, confidence


def read(
    case: Case, lexicon: Lexicon, places: tuple[str, ...], also: tuple[str, ...], weigh: Weigh = keep
) -> Found[Said]:
    """Return what the texts of a tender say of a lexicon, at most once for each clause or criterion."""
    yield from absent_places(case.tender, places)
    yield from unknown_names(case, (*lexicon.phrases, *lexicon.maybe))
    marks = marks_of(case)
    best: dict[object, Hit[Said]] = {}
    anything = index_of((*lexicon.phrases, *lexicon.maybe))
    for wording in wordings(case, (*places, *also)):
        # Most texts hold no phrase of a lexicon at all, and one look says so.
        if not find_by(read_marked(wording.text, marks), anything):
            continue
        hit = first_said(case, wording, lexicon, marks, weigh)
        key = wording.part.path if wording.part else wording.at.path
        if hit and (key not in best or (best[key].confidence and not hit.confidence)):
            best[key] = hit
    yield from best.values()


def first_said(case: Case, wording: Wording, lexicon: Lexicon, marks: Marks, weigh: Weigh) -> Hit[Said] | None:
    """Return the surest thing a text says of a lexicon."""
    prose = read_marked(wording.text, marks)
    seen: set[tuple[int, str | None]] = set()
    doubtful: Hit[Said] | None = None
    for match, confidence in _counted(wording, prose, lexicon, marks):
        first, after = prose.sentence_of(match.start)
        if (first, confidence) in seen:
            continue
        seen.add((first, confidence))
        counts, weighed = weigh(wording, prose.written(first, after), confidence)
        if counts and not (weighed and doubtful):
            hit = hit_at(case, wording, prose.written(match.start, match.end), weighed)
            if hit.confidence is None:
                return hit
            doubtful = doubtful or hit
    return doubtful


def _counted(wording: Wording, prose: Prose, lexicon: Lexicon, marks: Marks) -> Iterator[tuple[Match, str | None]]:
    """Return what is found and not made harmless by its own sentence, the sure phrases first."""
    sure, unsure = find(prose, lexicon.phrases), find(prose, lexicon.maybe)
    if not sure and not unsure:
        return
    barred = sentences_saying(prose, lexicon.unless)
    barred_too = sentences_saying(prose, lexicon.maybe_unless)
    dims = sentences_saying(prose, lexicon.doubtful)
    obliges = sentences_saying(prose, OBLIGES)
    describes = sentences_saying(prose, DESCRIBES) if wording.is_clause else frozenset()
    quiet = bool(lexicon.quiet and wording.heading and holds(wording.heading, lexicon.quiet))
    title = wording.whole != wording.text and bool(find(read_marked(wording.whole, marks), lexicon.unless))
    for match in (*sure, *unsure):
        at = prose.sentence_of(match.start)[0]
        possible = len(lexicon.phrases) == 0 or match.phrase not in lexicon.phrases
        if at in barred or (title and wording.at.path[-1] == "name") or (possible and (quiet or at in barred_too)):
            continue
        bare = match.phrase.startswith("@")
        if at not in obliges and ((at in describes and bare) or (possible and wording.binds is None)):
            continue
        tells = at not in obliges and (wording.binds is None or at in describes)
        unclear = possible or at in dims or tells
        yield match, "possible" if unclear else None


def hit_at(case: Case, wording: Wording, words: str, confidence: str | None) -> Hit[Said]:
    """Return a hit at a text, or at its clause or criterion where a reason is recorded for that."""
    part = wording.part
    at = part.node if part is not None and case.justified(part.path) else wording.at
    return Hit(at, Said(words, wording.called, wording.weight), confidence=confidence)


@check
def says(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    maybe: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
    maybe_unless: tuple[str, ...] = (),
    doubtful: tuple[str, ...] = (),
    quiet: tuple[str, ...] = (),
    places: tuple[str, ...] = ("selection", "award", "specification"),
    also: tuple[str, ...] = (),
) -> Found[Said]:
    """Flag texts that bind bidders and say one of `phrases`; `maybe` and `doubtful` words only ask a person to look.

    A sentence that also holds one of `unless` is silent; `maybe` words are also silent beside one of `maybe_unless` and
    under a heading with one of `quiet`. `places` are lists that must be given, `also` are read where they are.
    """
    yield from read(case, Lexicon(phrases, maybe, unless, maybe_unless, doubtful, quiet), places, also)
