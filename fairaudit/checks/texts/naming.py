"""How a tender's texts speak of the buyer, of who does the work today, of its products and of other bidders."""

import string
from collections.abc import Iterator
from functools import lru_cache

from fairaudit.analysis.text import (
    PERHAPS,
    Mark,
    Marks,
    Name,
    ShortName,
    find,
    fold,
    names_of,
    read_marked,
    read_prose,
    short_names_of,
    shuts_out,
)
from fairaudit.checks.base import Unassessed
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion, Requirement
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Clause, Incumbent, Tender

_BODIES = (
    "board|council|authority|trust|department|ministry|agency|municipality|university|hospital|college|school|"
    "commissioner|buyer|purchaser|organisation|organization|institution|body|utility|client|customer|employer"
)
_BUYER = (
    f"this|our {_BODIES}", "the authority|buyer|purchaser|commissioner",
    "the contracting|procuring|awarding authority|entity|body",
)  # fmt: skip
# What tenders call their buyer when its name says no such thing, or is still a gap.
_COMMON = ("council", "trust", "department", "ministry", "municipality")
_OF_A_STATE = ("department", "ministry", "municipality")
_TODAY = "current|existing|present|incumbent|outgoing|previous"
_PROVIDER = (
    f"the|its|our {_TODAY} service? provider|supplier|contractor|operator|concessionaire|vendor|trust",
    f"{_TODAY} service? provider|supplier|contractor|operator|concessionaire|vendor", "the incumbent",
)  # fmt: skip
_ITSELF = ("buyer", "the buyer", "contracting authority", "the contracting authority", "us", "ourselves", "self")
OBLIGES = (
    "shall", "must", "will", "required", "requires", "mandatory", "essential", "need|needs to", "have|has to",
    "is|are to", "only", "minimum", "at least",
)  # fmt: skip
_SPACED = str.maketrans(dict.fromkeys(string.punctuation + "’‘“”–—…", " "))
BIDDING = frozenset({"tenderer", "bidder", "supplier", "candidate", "tenderers", "incumbent"})


def incumbent_names(case: Case, incumbent: Incumbent) -> tuple[str, ...]:
    """Return every name an incumbent is given."""
    party = case.party(incumbent.party)
    names = (incumbent.name, *(incumbent.aliases or ()))
    return tuple(one for one in (*names, *((party.name, *(party.aliases or ())) if party else ())) if one)


def incumbent_products(case: Case, incumbent: Incumbent) -> tuple[str, ...] | None:
    """Return an incumbent's products and systems, `None` where nothing says whether it has any."""
    party = case.party(incumbent.party)
    given = (incumbent.products, party.products if party else None)
    return None if given == (None, None) else tuple(one for some in given for one in some or ())


def buyer_names(case: Case) -> tuple[str, ...]:
    """Return every name the buyer is given."""
    buyer = case.tender.buyer
    return tuple(one for one in (buyer.name, *(buyer.aliases or ())) if one) if buyer else ()


def marks_of(case: Case) -> Marks:
    """Return the signs that phrases may use, with the names they stand for in this case."""
    return case.once(_marks_of)


def _marks_of(case: Case) -> Marks:
    bidders, stand_ins = {one.bidder for one in case.bids}, _stand_ins(case)
    others = [one for one in case.parties if one.id in bidders or BIDDING & set(one.roles or ())]
    known = {id(one) for one in others}
    rest = [one for one in case.parties if id(one) not in known]
    products = (name for one in case.tender.incumbents or () for name in incumbent_products(case, one) or ())
    today = tuple(name for one in case.tender.incumbents or () for name in incumbent_names(case, one))
    rivals = tuple(name for one in others for name in (one.name, *(one.aliases or ())) if name)
    return Marks(
        (
            Mark("@buyer", _names(buyer_names(case)), (*_BUYER, *_the_buyer(case), *stand_ins.sure)),
            Mark("@incumbent", _names(today)),
            Mark("@product", _names(products)),
            Mark("@competitor", _names(rivals)),
            Mark("@named", _names(other_products(case))),
            # Names of others only keep a shorter name inside them from being taken for it.
            Mark("@party", _names(name for one in rest for name in (one.name, *(one.aliases or ())) if name)),
            Mark("@provider", (), _PROVIDER),
            Mark("@buyer" + PERHAPS, (), stand_ins.perhaps),
            Mark("@incumbent" + PERHAPS, _short_names(case, today)),
            Mark("@here" + PERHAPS, tuple(_places_of(case))),
            Mark("@competitor" + PERHAPS, _short_names(case, rivals)),
        )
    )


def _short_names(case: Case, names: tuple[str, ...]) -> tuple[ShortName, ...]:
    """Return what firms may be called for short, where that is no word of the buyer's name and no word of the tender's own."""
    found = dict.fromkeys(one for name in names for one in short_names_of(name))
    if not found:
        return ()
    buyer = {word for name in buyer_names(case) for word in read_prose(name).words}
    common = case.once(written_words)
    return tuple(one for one in found if not buyer.issuperset(one.words) and not common.issuperset(one.words))


def _places_of(case: Case) -> Iterator[Name]:
    """Yield what the buyer is called for short, which may be where it is: `Hillford` of `Hillford Council`."""
    for name in buyer_names(case):
        yield from (Name(one.words, one.written) for one in short_names_of(name))


def written_words(case: Case) -> frozenset[str]:
    """Return the words of a tender's texts as they are written, to tell which of them are also written without a capital."""
    return frozenset(" ".join(texts_of(case.tender)).translate(_SPACED).split())


def texts_of(tender: Tender) -> Iterator[str]:
    """Return every text of a tender, what only describes too."""
    clauses: list[Clause] = [*(tender.specification or ()), *((tender.terms.clauses if tender.terms else None) or ())]
    criteria: list[Requirement | AwardCriterion] = list(tender.selection_criteria or ())
    stack = list(tender.award_criteria or ())
    while stack:
        one = stack.pop()
        criteria.append(one)
        stack += one.children or ()
    texts = (tender.title, tender.description, *(one.text for one in clauses))
    yield from (text for text in texts if text)
    yield from (text for one in criteria for text in (one.name, one.text) if text)


def other_products(case: Case) -> Iterator[str]:
    """Return the products of parties that do not hold the contract today."""
    today = {one.party for one in case.tender.incumbents or ()}
    for party in case.parties:
        if party.id not in today and "incumbent" not in (party.roles or ()):
            yield from party.products or ()


def _names(texts: Iterator[str] | tuple[str, ...]) -> tuple[Name, ...]:
    return tuple(dict.fromkeys(name for text in texts for name in names_of(text)))


def _the_buyer(case: Case) -> tuple[str, ...]:
    """Return `the board` where the buyer's own name says that it is one."""
    words = {word for name in buyer_names(case) for word in read_prose(name).words}
    return tuple(f"the {one}" for one in _BODIES.split("|") if one in words)


class _StandIns(Frozen):
    """The words that surely mean a buyer without a name of its own kind, and those that perhaps do."""

    sure: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


def _stand_ins(case: Case) -> _StandIns:
    """Return words such as `the council` for a buyer whose name is a gap, or says neither council nor trust nor any body.

    They surely mean it where its name is a gap and one of them alone is used; never where a party is called so.
    """
    names = buyer_names(case)
    if _the_buyer(case) or not (names or _is_a_gap(case)):
        return _StandIns()
    others = [name for one in case.parties for name in (one.name, *(one.aliases or ())) if name]
    others += [name for one in case.tender.incumbents or () for name in incumbent_names(case, one)]
    taken = {word for name in others for word in read_prose(name).words}
    texts = " ".join(texts_of(case.tender)).lower()
    used = tuple(
        f"the {one}"
        for one in _COMMON
        if one not in taken and f"the {one}" in texts and not (one in _OF_A_STATE and _says_of_what(texts, one))
    )
    return _StandIns((), used) if names or len(used) > 1 else _StandIns(used)


def _says_of_what(texts: str, body: str) -> bool:
    """Whether texts name one of several bodies: `the ministry of defence` is no word for a buyer."""
    return f"the {body} of " in texts or f"the {body} for " in texts


def _is_a_gap(case: Case) -> bool:
    """Whether the buyer, or its name, is a placeholder."""
    return any(one.path in (("tender", "buyer"), ("tender", "buyer", "name")) for one in case.placeholders)


def is_buyer(case: Case, text: str) -> bool:
    """Whether a short text such as the client of a reference means the buyer."""
    buyer = case.tender.buyer
    if fold(text.strip()) in _ITSELF or (buyer and buyer.id == text):
        return True
    return _names_one(case, text, ("@buyer",))


def is_incumbent(case: Case, text: str) -> bool:
    """Whether a short text means an incumbent."""
    ids = {one.party for one in case.tender.incumbents or () if one.party}
    return text in ids or _names_one(case, text, ("@incumbent", "@provider"))


def may_be_incumbent(case: Case, text: str) -> bool:
    """Whether a short text is what an incumbent may be called for short."""
    names = (name for one in case.tender.incumbents or () for name in incumbent_names(case, one))
    return read_prose(text).words in {one.words for name in names for one in short_names_of(name)}


def _names_one(case: Case, text: str, signs: tuple[str, ...]) -> bool:
    """Whether a short text names one of some signs, and not who is left out: `clients other than the buyer`."""
    prose = read_marked(text, marks_of(case))
    return any(not shuts_out(prose, one.start, one.end) for one in find(prose, signs))


def unknown_names(case: Case, phrases: tuple[str, ...]) -> Iterator[Unassessed]:
    """Return the names that phrases ask for and the case does not give."""
    tender, wanted = case.tender, _names_wanted(phrases)
    if not wanted:
        return
    # A template calls its buyer by a common noun or by the gap: there is no name to look for.
    if "@buyer" in wanted and not buyer_names(case) and not _is_a_gap(case):
        yield _unknown(("tender", "buyer", "name"), "the buyer's name is not given")
    if ("@incumbent" in wanted or "@product" in wanted) and tender.incumbents is None:
        yield _unknown(("tender", "incumbents"), "tender.incumbents is not given")
    if "@incumbent" in wanted:
        yield from case.once(_nameless)
    if "@product" in wanted:
        for one in tender.incumbents or ():
            if incumbent_products(case, one) is None:
                yield _unknown((*one.path, "products"), "whether an incumbent has products or systems is not given")


@lru_cache(maxsize=1024)
def _names_wanted(phrases: tuple[str, ...]) -> frozenset[str]:
    """Return the signs of names that stand in some phrases; lexicons are long and the same for every case."""
    said = " ".join(phrases)
    return frozenset(one for one in ("@buyer", "@incumbent", "@product") if one in said)


def _nameless(case: Case) -> tuple[Unassessed, ...]:
    """Return the incumbents that no name is given of."""
    reason = "no name of an incumbent is given that could be looked for"
    return tuple(
        _unknown((*one.path, "name"), reason)
        for one in case.tender.incumbents or ()
        if not one.in_house and not any(names_of(name) for name in incumbent_names(case, one))
    )


def _unknown(path: tuple[str | int, ...], reason: str) -> Unassessed:
    return Unassessed(Node(path, None), reason, (text_of(path),))
