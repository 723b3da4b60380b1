"""The check of what requirements presuppose: a thing that is needed for another that is needed for it shuts newcomers out.

Nodes of the graph are kinds of things such as a contract, funding or a licence; an edge says that having the one presupposes
the other. Conditions of taking part and permissions are edges from the contract that is tendered; texts add what they say.
"""

from collections.abc import Iterator

from fairaudit.analysis.circles import circles
from fairaudit.analysis.text import RELEASED, Prose, find, how_asked, standing
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.texts.corpus import EVERYWHERE, absent_places, corpus_of
from fairaudit.checks.texts.naming import is_buyer, is_incumbent
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Certificate, Insurance, PermissionNeeded, PriorContract, References
from fairaudit.procurement.model.node import Node

CONTRACT = "a contract"
# `In order to get funding` says its purpose two words on.
_IN_ORDER = 2
_VERB_AND_ONLY = 2
_BY_KIND: dict[type[object], str] = {
    References: "references",
    Certificate: "accreditation",
    Insurance: "insurance",
    PermissionNeeded: "a licence",
}


class Circle(Frozen):
    """A circle of requirements, spelled out with the place of each step, and of how many steps it is."""

    circle: str
    steps: int


class Edge(Frozen):
    """That one thing presupposes another, where that is said, and whether a field or a condition of taking part says so."""

    thing: str
    needs: str
    at: Node[object]
    called: str
    firm: bool


class Joins(Frozen):
    """The phrases by which a sentence joins a thing to what it presupposes, and what bars them."""

    onward: tuple[str, ...]
    """The thing stands before the phrase, what it needs after it."""
    backward: tuple[str, ...]
    """What is needed stands first, up to the last word of the phrase, the thing there or after it."""
    givers: tuple[str, ...]
    """The first two words say what is given, what it needs stands after them: `only funds firms`, `accredits only firms`."""
    purposes: tuple[str, ...]
    """Sentences that say this first tell what is needed for it after one of `demands`."""
    demands: tuple[str, ...]
    unless: tuple[str, ...]
    spanning: tuple[str, ...]
    """The thing stands inside the phrase, what it needs after it."""


class Concepts(Frozen):
    """The phrases by which texts name things, and the thing each stands for."""

    phrases: tuple[str, ...]
    things: dict[str, str]


@check
def circle_of_presuppositions(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    concepts: tuple[str, ...],
    from_buyer: tuple[str, ...],
    backward: tuple[str, ...] = (),
    givers: tuple[str, ...] = (),
    purposes: tuple[str, ...] = (),
    demands: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
    spanning: tuple[str, ...] = (),
) -> Found[Circle]:
    """Flag requirements that presuppose each other in a circle; the first circle of each knot, the shortest through its first.

    `concepts` are `thing: phrase`; `phrases` join a thing to what it presupposes, in one sentence, `backward` the other way
    round, `spanning` with the thing inside them (`no contract without`), `givers` by a verb, and `demands` where the sentence
    says one of `purposes` first; `from_buyer` say that references count only from the buyer; a sentence with one of `unless`
    says nothing.
    """
    joins = Joins(phrases, backward, givers, purposes, demands, unless, spanning)
    yield from absent_places(case.tender, ("selection",))
    asked = [one.partition(": ") for one in concepts]
    known = Concepts(tuple(phrase for _, _, phrase in asked), {phrase: thing for thing, _, phrase in asked})
    edges: dict[tuple[str, str], Edge] = {}
    for edge in (*_of_fields(case), *_of_conditions(case, known, joins, from_buyer)):
        edges.setdefault((edge.thing, edge.needs), edge)
    for edge in _of_texts(case, known, joins):
        edges.setdefault((edge.thing, edge.needs), edge)
    graph: dict[str, list[str]] = {}
    for thing, needs in edges:
        graph.setdefault(thing, []).append(needs)
    for circle in circles(graph):
        steps = [edges[pair] for pair in zip(circle, (*circle[1:], circle[0]), strict=True)]
        words = " → ".join((circle[0], *(f"{one.needs} ({_short(one.called)})" for one in steps)))
        # What only sentences say, about things that nobody asks for here, may be meant otherwise.
        doubt = None if any(one.firm for one in steps) else "possible"
        related = tuple((one.at, f"here {one.thing} needs {one.needs}") for one in steps[1:])
        yield Hit(steps[0].at, Circle(words, len(steps)), related, doubt, " ".join(circle))


def _short(called: str) -> str:
    """Return a place as it stands in a chain: conditions by their id alone, or the chain would be cut."""
    return called.removeprefix("selection ")


def _of_fields(case: Case) -> Iterator[Edge]:
    """Return what the conditions of taking part say in their fields."""
    for one in case.tender.selection_criteria or ():
        if one.mandatory is False and not one.disqualifies:
            continue
        called = f"selection criterion {one.id}" if one.id else "a selection criterion"
        client = one.client if isinstance(one, References | PriorContract) else None
        own = client is not None and (is_buyer(case, client) or is_incumbent(case, client))
        if isinstance(one, PriorContract) and own:
            yield Edge(CONTRACT, CONTRACT, one.field("client"), called, True)
        elif thing := _BY_KIND.get(type(one)):
            yield Edge(CONTRACT, thing, one.node, called, True)
            if own:
                yield Edge(thing, CONTRACT, one.field("client"), f"{called}, this buyer only", True)


def _of_conditions(case: Case, known: Concepts, joins: Joins, from_buyer: tuple[str, ...]) -> Iterator[Edge]:
    """Return what the texts of conditions and permissions ask for first; what a contract needs is no contract."""
    corpus = corpus_of(case)
    for place in ("selection", "permissions"):
        for index in corpus.places[place]:
            wording, prose = corpus.wordings[index], corpus.proses[index]
            onward = find(prose, joins.onward)
            barred = {prose.sentence_of(one.start)[0] for one in find(prose, joins.unless)}
            # A sentence about another thing says what that needs, and not what the contract does.
            told = {first for first, thing, _, later in _joined(prose, known, joins) if later and thing != CONTRACT}
            for match in find(prose, known.phrases):
                first = prose.sentence_of(match.start)[0]
                joined = any(prose.sentence_of(one.start)[0] == first and one.start < match.start for one in onward)
                barred_here = first in barred or first in told or how_asked(prose, match) == RELEASED
                if not barred_here and not joined and known.things[match.phrase] != CONTRACT:
                    yield Edge(CONTRACT, known.things[match.phrase], wording.at, wording.called, True)
                    break
            asked = (one.start for one in find(prose, from_buyer) if how_asked(prose, one) != RELEASED)
            if any(prose.sentence_of(at)[0] not in barred for at in asked):
                yield Edge(CONTRACT, "references", wording.at, wording.called, True)
                yield Edge("references", CONTRACT, wording.at, f"{wording.called}, this buyer only", True)


def _of_texts(case: Case, known: Concepts, joins: Joins) -> Iterator[Edge]:
    """Return what sentences say of one thing that presupposes another."""
    # Few texts name any of the things, and most hold a word that joins.
    for wording, prose in corpus_of(case).saying(known.phrases, EVERYWHERE):
        for _, thing, needs, _ in _joined(prose, known, joins):
            yield Edge(thing, needs, wording.at, wording.called, wording.place in ("selection", "permissions"))


class Join(Frozen):
    """A joining phrase: its sentence, up to where one thing is named, from where the other is, and which way it goes."""

    sentence: int
    until: int
    since: int
    backward: bool
    later: bool
    """Whether the sentence is about the thing alone: of a condition it says nothing more."""


def _joins_of(prose: Prose, joins: Joins) -> Iterator[Join]:
    """Yield the joining phrases of a text; what is demanded counts where its sentence begins with a purpose."""
    for one in find(prose, joins.onward):
        yield Join(prose.sentence_of(one.start)[0], one.start, one.end, False, False)
    for one in find(prose, joins.backward):
        yield Join(prose.sentence_of(one.start)[0], one.end - 1, one.end - 1, True, True)
    for one in find(prose, joins.spanning):
        yield Join(prose.sentence_of(one.start)[0], one.end, one.end, False, True)
    for one in find(prose, joins.givers):
        verb = one.start + _VERB_AND_ONLY
        yield Join(prose.sentence_of(one.start)[0], verb, verb, False, True)
    aims = {one.start for one in find(prose, joins.purposes)}
    for one in find(prose, joins.demands) if aims else ():
        first = prose.sentence_of(one.start)[0]
        if not aims.isdisjoint((first, first + _IN_ORDER)):
            yield Join(first, one.start, one.end, False, True)


def _joined(prose: Prose, known: Concepts, joins: Joins) -> Iterator[tuple[int, str, str, bool]]:
    """Yield, for each joining phrase, the last thing named before it in its sentence and the first named after it.

    Of each the sentence, the thing, what it needs, and whether the sentence is about that thing alone.
    """
    barred = {prose.sentence_of(one.start)[0] for one in find(prose, joins.unless)}
    named: dict[int, list[tuple[int, str]]] = {}
    for match in find(prose, known.phrases):
        named.setdefault(prose.sentence_of(match.start)[0], []).append((match.start, known.things[match.phrase]))
    for one in _joins_of(prose, joins):
        spared = one.sentence in barred or standing(prose, one.since if one.backward else one.until) == RELEASED
        around = [] if spared else named.get(one.sentence, [])
        before = next((thing for at, thing in reversed(around) if at < one.until), None)
        after = next((thing for at, thing in around if at >= one.since), None)
        if before and after and before != after:
            yield (one.sentence, after, before, one.later) if one.backward else (one.sentence, before, after, one.later)
