"""Where a tender says that equivalents are accepted, for all of it or beside a name, and whether it gives an interface."""

from functools import lru_cache

from fairaudit.analysis.text import Prose, holds, read_marked, read_prose, sentences_saying
from fairaudit.checks.texts.corpus import Wording
from fairaudit.checks.texts.likeness import alike_in, left_to_the_holder, refused_in, welcomed_in
from fairaudit.checks.texts.naming import marks_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.tender import Clause, Tender

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
_READ_INTO = ("read|reads|understood|deemed|construed|taken|added|insert*|followed|apply|applies|words|wording",)
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
    return bool(accepting_for_others(read_prose(text)))


def accepting_for_others(prose: Prose) -> frozenset[int]:
    """Return the sentences that accept equivalents beyond what they name themselves, by their first words."""
    attached = sentences_saying(prose, _ATTACHED) | alike_in(prose)
    said = sentences_saying(prose, _STANDING) | (sentences_saying(prose, _OF_A_KIND) - attached)
    said |= welcomed_in(prose) - attached
    alone = {one for one in attached if prose.sentence_of(one)[1] - one <= _ON_ITS_OWN or prose.words[one] == "or"}
    return (said | alone) - denied_in(prose)


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


def terms_of(tender: Tender) -> tuple[Clause, ...]:
    """Return the clauses of a tender's terms."""
    return (tender.terms.clauses if tender.terms else None) or ()


def accepted_everywhere(case: Case) -> bool:
    """Whether the documents as a whole accept equivalents, in their own field or in a sentence about every name."""
    return bool(case.once(_said_of_every_name))


def words_for_every_name(case: Case, words: tuple[str, ...]) -> bool:
    """Whether the documents say some words of every name in them: `wherever a make is named, read “or equivalent”`."""
    return any(holds(one, words) and holds(one, _READ_INTO) for one in case.once(_said_of_every_name))


def _said_of_every_name(case: Case) -> tuple[str, ...]:
    """Return what accepts equivalents in the whole of the documents: their own field, and sentences about every name."""
    tender = case.tender
    found: list[str] = []
    said = tender.equivalents_clause
    if said is not None and said.strip().lower() not in _NO:
        prose = read_prose(said)
        if not denied_in(prose) and not refused_in(prose):
            found.append(said)
    texts = [one.text for one in (*(tender.specification or ()), *terms_of(tender)) if one.text]
    for prose in (read_prose(one) for one in texts if accepts_equivalents(one)):
        starts = _accepting_in(prose) & sentences_saying(prose, _EVERY)
        found += [prose.written(*prose.sentence_of(one)) for one in sorted(starts)]
    return tuple(found)


def interface_given(case: Case) -> bool | None:
    """Whether an interface is disclosed to bidders; `None` where nothing says so."""
    told = [one for one in case.tender.disclosures or () if (one.kind or "").lower().startswith(("interface", "api"))]
    if any(one.available is not False and (one.available or one.document or one.published) for one in told):
        return True
    return False if told or case.holds_all("tender.disclosures") else None
