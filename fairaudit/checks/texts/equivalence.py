"""Where a tender says that equivalents are accepted or gives an interface, and how that weighs on a name found in it."""

from collections.abc import Iterator
from functools import lru_cache

from fairaudit.analysis.text import Prose, find, holds, joined, read_marked, read_prose, sentences_saying
from fairaudit.checks.texts.corpus import Wording
from fairaudit.checks.texts.likeness import alike_in, left_to_the_holder, refused_in, welcomed_in
from fairaudit.checks.texts.naming import marks_of
from fairaudit.checks.texts.wording import Weigh
from fairaudit.procurement.case import Case
from fairaudit.procurement.tender import Clause, Tender
from fairaudit.sources.document import Path

_ATTACHED = (
    "or an? its? their? the? equivalent*", "or equal*", "or better", "or similarly",
    "or ... ... equivalent*", "equal|equivalent to or better",
    "oder gleichwertig*", "ou équivalent*", "ou equivalente*", "o equivalente*", "o equivalenti", "lub równoważn*",
    "of gelijkwaardig*", "eller likvärdig*", "eller tilsvarende", "tai vastaava*", "sau echivalent*", "nebo rovnocenn*",
    "или эквивалент*", "или еквивалент*", "або еквівалент*",
)  # fmt: skip
_STANDING = (
    "equivalent* ... accept*|acceptable|considered|permitted|allowed|welcome|treated",
    "accept*|consider|allow|permit|treat ... equivalent*",
    "met|satisfied|fulfilled|shown|demonstrated|evidenced|replaced by|with|through an? the? equivalent*",
    "may|can offer|propose|submit|supply|use|provide ... equivalent*",
    "equivalent* may|can be offered|proposed|submitted|supplied|used|provided",
)  # fmt: skip
_OF_A_KIND = (
    "equivalent quality|performance|standard*|certificat*|evidence|product*|solution*",
)  # fmt: skip
_EQUIVALENT = (*_ATTACHED, *_STANDING, *_OF_A_KIND)
_ON_ITS_OWN = 4
_DENIED = (
    "no equivalent*", "equivalent* ... not|never", "not accept|consider|allow|permit ... equivalent*",
    "without equivalent*", "equivalent* ... excluded|rejected|refused",
)  # fmt: skip
# “Tenders of equivalent quality will not be disadvantaged” holds a “not” beside “equivalent” and means the opposite of a denial.
_PROMISED = (
    "not|never|no|without ... disadvantage*|disadvantaged|prejudice*|penalis*|penaliz*",
)  # fmt: skip
_EVERY = (
    "any|all|every|each|wherever|where ... reference|references|referred|mention*|name|names|named|brand*|trademark*",
    "where|wherever ... standard*|brand*|product*|certificat*",
    "tenders|proposals|applications|bids|offers ... equivalent",
)  # fmt: skip
_NO = frozenset({"", "no", "none", "false"})


@lru_cache(maxsize=4096)
def accepts_equivalents(text: str) -> bool:
    """Whether a text says that equivalents are accepted, in a sentence that does not deny it."""
    return bool(_accepting_in(read_prose(text)))


def _accepting_in(prose: Prose) -> frozenset[int]:
    """Return the sentences that accept equivalents, in this word or in others."""
    said = sentences_saying(prose, _EQUIVALENT) | alike_in(prose) | welcomed_in(prose)
    return said - denied_in(prose) if said else said


@lru_cache(maxsize=4096)
def accepts_for_others(text: str) -> bool:
    """Whether a text accepts equivalents beyond what it names itself: `or equivalent` speaks of the thing before it."""
    prose = read_prose(text)
    attached = sentences_saying(prose, _ATTACHED) | alike_in(prose)
    said = sentences_saying(prose, _STANDING) | (sentences_saying(prose, _OF_A_KIND) - attached)
    said |= welcomed_in(prose) - attached
    alone = {one for one in attached if prose.sentence_of(one)[1] - one <= _ON_ITS_OWN or prose.words[one] == "or"}
    return bool((said | alone) - denied_in(prose))


def denied_in(prose: Prose) -> frozenset[int]:
    """Return the sentences that say that equivalents are not accepted, or that leave them to whoever does the work today."""
    return (sentences_saying(prose, _DENIED) - sentences_saying(prose, _PROMISED)) | left_to_the_holder(prose)


def accepted_here(case: Case, wording: Wording) -> bool:
    """Whether the clause or criterion itself accepts equivalents, or its heading does and the rest does not refuse them."""
    if getattr(wording.part, "equivalents", None) is True:
        return True
    if _accepting_in(read_marked(wording.whole or wording.text, marks_of(case))):
        return True
    return bool(wording.heading) and accepts_equivalents(wording.heading) and not refused_here(wording)


def refused_here(wording: Wording) -> bool:
    """Whether the clause or criterion itself says that equivalents, or anything similar, are not accepted."""
    prose = read_prose(wording.whole or wording.text)
    return getattr(wording.part, "equivalents", None) is False or bool(denied_in(prose) | refused_in(prose))


def accepted_nearby(case: Case, wording: Wording) -> bool:
    """Whether the section of a clause accepts equivalents: in its heading, its opening clause or another clause of it."""
    return wording.part is not None and wording.part.path in case.once(_covered)


def _covered(case: Case) -> frozenset[Path]:
    """Return the clauses whose section accepts equivalents, by one look at every clause."""
    found: set[Path] = set()
    for clauses in (case.tender.specification or (), _terms(case.tender)):
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


def _terms(tender: Tender) -> tuple[Clause, ...]:
    return (tender.terms.clauses if tender.terms else None) or ()


def accepted_everywhere(case: Case) -> bool:
    """Whether the documents as a whole accept equivalents, in their own field or in a sentence about every name."""
    return case.once(_accepted)


def _accepted(case: Case) -> bool:
    tender = case.tender
    said = tender.equivalents_clause
    if said is not None and said.strip().lower() not in _NO:
        prose = read_prose(said)
        if not denied_in(prose) and not refused_in(prose):
            return True
    texts = [one.text for one in (*(tender.specification or ()), *_terms(tender)) if one.text]
    if not any(accepts_equivalents(one) for one in texts):
        return False
    whole, _ = joined([read_prose(one) for one in texts])
    return bool(_accepting_in(whole) & sentences_saying(whole, _EVERY))


def interface_given(case: Case) -> bool | None:
    """Whether an interface is disclosed to bidders; `None` where nothing says so."""
    told = [one for one in case.tender.disclosures or () if (one.kind or "").lower().startswith(("interface", "api"))]
    if any(one.available is not False and (one.available or one.document or one.published) for one in told):
        return True
    return False if told or case.holds_all("tender.disclosures") else None


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
            everywhere = accepted_everywhere(case)
            if accepted_nearby(case, wording) or (everywhere and wide):
                return False, confidence
            confidence = "possible" if everywhere else confidence
        if interfaces and find(read_marked(sentence, marks_of(case)), interfaces):
            given = interface_given(case)
            told = given is True or holds(wording.whole or wording.text, given_here)
            return not told, confidence if given is False else "possible"
        return True, confidence

    return weigh
