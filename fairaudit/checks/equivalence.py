"""Where a tender says that equivalents are accepted, and whether it gives the interface of a system it names."""

from collections.abc import Iterator
from functools import lru_cache

from fairaudit.analysis.text import Prose, joined, read_prose, sentences_saying
from fairaudit.checks.texts import Wording
from fairaudit.procurement.case import Case
from fairaudit.procurement.tender import Clause, Tender

_ATTACHED = (
    "or an? its? their? the? equivalent*", "or equal*", "or better", "or similar|comparable", "or similarly",
    "or ... ... equivalent*", "equal|equivalent to or better",
    "oder gleichwertig*", "ou équivalent*", "ou equivalente*", "o equivalente*", "o equivalenti", "lub równoważn*",
    "of gelijkwaardig*", "eller likvärdig*", "eller tilsvarende", "tai vastaava*", "sau echivalent*", "nebo rovnocenn*",
    "или эквивалент*", "или еквивалент*", "або еквівалент*",
)  # fmt: skip
_STANDING = (
    "equivalent* ... accept*|acceptable|considered|permitted|allowed|welcome|treated",
    "accept*|consider|allow|permit|treat ... equivalent*",
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
    prose = read_prose(text)
    said = sentences_saying(prose, _EQUIVALENT)
    return bool(said and said - denied_in(prose))


@lru_cache(maxsize=4096)
def accepts_for_others(text: str) -> bool:
    """Whether a text accepts equivalents beyond what it names itself: `or equivalent` speaks of the thing before it."""
    prose = read_prose(text)
    attached = sentences_saying(prose, _ATTACHED)
    said = sentences_saying(prose, _STANDING) | (sentences_saying(prose, _OF_A_KIND) - attached)
    alone = {one for one in attached if prose.sentence_of(one)[1] - one <= _ON_ITS_OWN or prose.words[one] == "or"}
    return bool((said | alone) - denied_in(prose))


def denied_in(prose: Prose) -> frozenset[int]:
    """Return the sentences that say that equivalents are not accepted."""
    return frozenset(sentences_saying(prose, _DENIED) - sentences_saying(prose, _PROMISED))


def accepted_here(wording: Wording) -> bool:
    """Whether the clause or criterion itself accepts equivalents."""
    return getattr(wording.part, "equivalents", None) is True or accepts_equivalents(wording.whole or wording.text)


def refused_here(wording: Wording) -> bool:
    """Whether the clause or criterion itself says that equivalents are not accepted."""
    return getattr(wording.part, "equivalents", None) is False or bool(
        denied_in(read_prose(wording.whole or wording.text))
    )


def accepted_nearby(tender: Tender, wording: Wording) -> bool:
    """Whether another clause of the same section accepts equivalents."""
    return isinstance(wording.part, Clause) and any(
        one.equivalents is True or accepts_for_others(one.text or "") for one in _neighbours(tender, wording.part)
    )


def _neighbours(tender: Tender, clause: Clause) -> Iterator[Clause]:
    """Return the clauses under the same heading, or under the same number up to its last dot."""
    lists = (tender.specification or (), _terms(tender))
    listed = next((some for some in lists if any(one is clause for one in some)), ())
    section = (clause.id or "").rpartition(".")[0]
    for one in listed:
        same = one.heading == clause.heading if clause.heading else section and _section_of(one) == section
        if one is not clause and same:
            yield one


def _section_of(clause: Clause) -> str:
    return (clause.id or "").rpartition(".")[0] or (clause.id or "")


def _terms(tender: Tender) -> tuple[Clause, ...]:
    return (tender.terms.clauses if tender.terms else None) or ()


def accepted_everywhere(case: Case) -> bool:
    """Whether the documents as a whole accept equivalents, in their own field or in a sentence about every name."""
    return case.once(_accepted)


def _accepted(case: Case) -> bool:
    tender = case.tender
    said = tender.equivalents_clause
    if said is not None and said.strip().lower() not in _NO and not denied_in(read_prose(said)):
        return True
    whole, _ = joined([read_prose(one.text or "") for one in (*(tender.specification or ()), *_terms(tender))])
    accepting = sentences_saying(whole, _EQUIVALENT)
    return bool(accepting and (accepting - denied_in(whole)) & sentences_saying(whole, _EVERY))


def interface_given(case: Case) -> bool | None:
    """Whether an interface is disclosed to bidders; `None` where nothing says so."""
    told = [one for one in case.tender.disclosures or () if (one.kind or "").lower().startswith(("interface", "api"))]
    if any(one.available is not False and (one.available or one.document or one.published) for one in told):
        return True
    return False if told or case.holds_all("tender.disclosures") else None
