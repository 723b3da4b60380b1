"""How equivalents accepted in a clause, its section, the clause next to it or all documents weigh on a name found in it."""

from collections.abc import Iterator, Mapping

from fairaudit.analysis.text import find, holds, read_marked, read_prose, sentences_saying
from fairaudit.checks.texts.corpus import Wording
from fairaudit.checks.texts.equivalence import (
    accepted_everywhere,
    accepted_here,
    accepting_for_others,
    accepts_equivalents,
    accepts_for_others,
    interface_given,
    refused_here,
    terms_of,
)
from fairaudit.checks.texts.naming import marks_of
from fairaudit.checks.texts.wording import Weigh
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.tender import Clause
from fairaudit.sources.document import Path

# Words that say no more than that something as good is taken: the rest of a sentence tells what it speaks of.
_SO = (
    "a an the any all every each of to or and is are be been will may can shall must would should for in with by as that which "
    "this these those its it their they them we where wherever if so on at from also too equally same always both either such "
    "accept accepted accepts acceptable consider considered permit permitted allow allowed welcome treat treated satisfy "
    "satisfying satisfied satisfies meet meeting meets offer offered offers propose proposed supply supplied provide provided "
    "submit submitted use used show shown showing demonstrate demonstrated demonstrating prove proved proven do suffice enough "
    "thing things item items product products make makes brand brands model models type types article articles goods solution "
    "solutions alternative alternatives specification specifications quality performance function kind kinds sort sorts one ones "
    "bidder bidders tenderer tenderers supplier suppliers contractor contractors provider providers candidate candidates tender "
    "tenders bid bids council buyer authority trust board we us "
    "similar comparable like other another different own "
    "named name names mentioned listed stated given above below preceding previous next following clause clauses paragraph here "
    "document documents throughout read words state states territory organisation organisations country countries international "
    "european foreign recognised recognized"
)
_SAYS_SO = frozenset(_SO.split())
_STANDARD = frozenset(
    {"standard", "norm", "code", "bs", "en", "iso", "iec", "din", "astm", "ansi", "pas", "etsi", "itu", "ieee"}
)
# What people know is no product and no standard.
_OF_PEOPLE = frozenset(
    {"qualification", "experience", "training", "degree", "diploma", "role", "post", "skill", "knowledge"}
)
# What may be said of many a thing leaves open which: a person looks.
_OF_MANY_THINGS = frozenset(
    {"certificate", "certification", "evidence", "proof", "report", "test", "system", "equipment", "material"}
)
# A heading of these words names no thing of its own.
_OF_HEADINGS = frozenset(
    {
        "general",
        "note",
        "requirement",
        "substitution",
        "substitute",
        "equivalence",
        "compliance",
        "introduction",
        "other",
        "further",
    }
)
# What is said of a section is said of no clause next to it.
_OF_A_SECTION = ("this section|part|chapter|schedule|annex|appendix|lot|paragraph|clause",)
_GOES_ON = frozenset({"is", "are", "may", "will", "can", "shall", "must", "would"})


class _Beside(Frozen):
    """The sentences next to a clause that accept equivalents, and whether they speak of what the clause names."""

    sentences: tuple[str, ...]
    accepts: bool | None


_NOBODY = _Beside((), False)


def accepted_nearby(case: Case, wording: Wording) -> bool | None:
    """Whether the section of a clause, or the clause next to it, accepts equivalents; `None` where it perhaps does.

    The heading of a section speaks for it, and so does its opening clause or another clause of it.
    """
    if wording.part is None:
        return False
    path = wording.part.path
    return path in case.once(_covered) or case.once(_next_door).get(path, _NOBODY).accepts


def words_next_door(case: Case, wording: Wording, words: tuple[str, ...]) -> bool:
    """Whether the clause next to one accepts equivalents for it, and in some words: `or equivalent products may be offered`."""
    beside = case.once(_next_door).get(wording.part.path, _NOBODY) if wording.part else _NOBODY
    return beside.accepts is True and any(holds(one, words) for one in beside.sentences)


def _covered(case: Case) -> frozenset[Path]:
    """Return the clauses whose section accepts equivalents, by one look at every clause."""
    found: set[Path] = set()
    for clauses in (case.tender.specification or (), terms_of(case.tender)):
        accepting, headings = _accepting(clauses)
        title = ""
        for one in clauses:
            if one.heading and not one.text:
                title = "" if one.id else one.heading
            elif one.heading:
                title = ""
            under = _folded(one.heading or title)
            if under in headings or any(section in accepting for section in _sections_of(one.id)):
                found.add(one.path)
    return frozenset(found)


def _accepting(clauses: tuple[Clause, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the numbers of the sections, and the headings, under which equivalents are accepted.

    Clause 1 speaks for 1.1, and so does 1.9 where it accepts equivalents of what other clauses name and has no heading of
    its own; a heading speaks for what stands under it and under its number.
    """
    numbers: set[str] = set()
    headings: set[str] = set()
    for one in clauses:
        number = (one.id or "").strip()
        if one.equivalents is True or accepts_for_others(one.text or ""):
            numbers |= {number} if one.heading else {number, number.rpartition(".")[0]}
            headings.add(_folded(one.heading))
        if one.heading and accepts_equivalents(one.heading):
            numbers.add(number)
            headings.add(_folded(one.heading))
    return frozenset(numbers - {""}), frozenset(headings - {""})


def _sections_of(number: str | None) -> Iterator[str]:
    """Yield the sections a number stands in, the nearest first: 1.2 and 1 for 1.2.3."""
    section = (number or "").strip().rpartition(".")[0]
    while section:
        yield section
        section = section.rpartition(".")[0]


def _folded(heading: str | None) -> str:
    return " ".join((heading or "").lower().split())


def _next_door(case: Case) -> Mapping[Path, _Beside]:
    """Return what the clauses next to each clause say of equivalents, where they say anything."""
    found: dict[Path, _Beside] = {}
    for clauses in (case.tender.specification or (), terms_of(case.tender)):
        accepting = {at: one for at, one in enumerate(clauses) if one.text and accepts_for_others(one.text)}
        for at, one in accepting.items():
            for other in (at - 1, at + 1):
                if 0 <= other < len(clauses) and clauses[other].text:
                    path = clauses[other].path
                    found[path] = _surer(_beside(one, clauses[other]), found.get(path, _NOBODY))
    return found


def _surer(one: _Beside, other: _Beside) -> _Beside:
    """Return the one of two neighbours that accepts more plainly."""
    return one if one.accepts or (one.accepts is None and not other.accepts) else other


def _beside(accepting: Clause, clause: Clause) -> _Beside:
    """Return what a clause that accepts equivalents says of its neighbour."""
    prose = read_prose(accepting.text or "")
    own = _things(read_prose(f"{clause.heading or ''}\n\n{clause.text}").words)
    over = _things(read_prose(accepting.heading or "").words) - _OF_HEADINGS
    if clause.heading and over and not over & own:
        return _NOBODY
    best, elsewhere = _NOBODY, sentences_saying(prose, _OF_A_SECTION)
    for start in sorted(accepting_for_others(prose) - elsewhere):
        first, after = prose.sentence_of(start)
        # What follows another sentence speaks of that one first.
        alone = first == 0 or None
        accepts = _speaks_of(prose.words[first:after], over, own)
        best = _surer(_Beside((prose.written(first, after),), accepts and alone), best)
    return best


def _speaks_of(words: tuple[str, ...], over: frozenset[str], own: frozenset[str]) -> bool | None:
    """Whether a sentence that accepts equivalents speaks of a clause with some things in it; `None` if that is unclear.

    It does where it names no thing at all, or one of the clause's.
    """
    things = _things(words)
    of = next((at + 1 for at, word in enumerate(words) if word.startswith("equivalen")), len(words))
    thing = _singular(words[of]) if of < len(words) else ""
    if thing in things and thing not in own:
        follows = words[of + 1] if of + 1 < len(words) else ""
        if thing in _OF_PEOPLE or (follows in _GOES_ON and thing not in _OF_MANY_THINGS):
            return False
    rest = things | over
    return True if not rest or rest & own else None


def _things(words: tuple[str, ...]) -> frozenset[str]:
    """Return what words name, each thing as one of it; whatever names a standard names `standard`."""
    found = {
        _singular(one) for one in words if one not in _SAYS_SO and not one.startswith("equivalen") and len(one) > 1
    }
    if any(one in _STANDARD or one.rstrip("0123456789") in _STANDARD for one in found):
        found.add("standard")
    return frozenset(one for one in found if not one.isdigit())


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word


def weighed_by_equivalence(
    case: Case,
    interfaces: tuple[str, ...] = (),
    given_here: tuple[str, ...] = (),
    wide: bool = True,
    other_kinds: tuple[str, ...] = (),
) -> Weigh:
    """Return how equivalents accepted, and interfaces that are given, weigh on a name found; `other_kinds` have their rules."""

    def weigh(wording: Wording, sentence: str, confidence: str | None) -> tuple[bool, str | None]:
        """Drop a name with an equivalent; doubt one that is only the other end of an interface."""
        if accepted_here(case, wording) or getattr(wording.part, "kind", None) in other_kinds:
            return False, confidence
        if not refused_here(wording):
            everywhere, nearby = accepted_everywhere(case), accepted_nearby(case, wording)
            if nearby or (everywhere and wide):
                return False, confidence
            confidence = "possible" if everywhere or nearby is None else confidence
        return weighed_by_interface(case, wording, sentence, confidence, interfaces, given_here)

    return weigh


def weighed_by_interface(
    case: Case,
    wording: Wording,
    sentence: str,
    confidence: str | None,
    interfaces: tuple[str, ...],
    given_here: tuple[str, ...],
) -> tuple[bool, str | None]:
    """Weigh a name in a sentence about `interfaces`: silent where the interface is given, a question where nobody knows."""
    if not interfaces or not find(read_marked(sentence, marks_of(case)), interfaces):
        return True, confidence
    given = interface_given(case)
    told = given is True or holds(wording.whole or wording.text, given_here)
    return not told, confidence if given is False else "possible"
