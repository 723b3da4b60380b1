"""Checks of the family `specification` on words taken from elsewhere: from a party's own document, or the last contract."""

from bisect import bisect_right
from decimal import Decimal

from fairaudit.analysis.text import Prose, Runs, Shingled, read_marked
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.reasons import lacking
from fairaudit.checks.texts.corpus import Wording, corpus_of
from fairaudit.checks.texts.naming import BIDDING, is_buyer, marks_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import OwnDocument, Party

_PLACES = ("selection", "award", "specification")
_BUYERS = frozenset({"buyer", "procuringEntity"})


class Copied(Frozen):
    """Whose document, which, the longest passage in common and its words, and what share of the tender's words is common."""

    party: str
    document: str
    place: str
    words: str
    long: int
    percent: int


class Repeated(Frozen):
    """What share of a specification's words stood in that of the last contract, the longest passage and its words."""

    place: str
    words: str
    long: int
    percent: int


class _Requirements(Frozen):
    """The texts that bidders must meet, one after the other, and the first word of each."""

    wordings: tuple[Wording, ...]
    proses: tuple[Prose, ...]
    firsts: tuple[int, ...]
    words: tuple[str, ...]

    def passage(self, start: int, end: int) -> tuple[Wording, str]:
        """Return where a run of words begins, and the words as they are written, clause by clause."""
        index = bisect_right(self.firsts, start) - 1
        first = self.wordings[index]
        parts: list[str] = []
        while start < end:
            begun, prose = self.firsts[index], self.proses[index]
            stop = min(end, begun + len(prose.words))
            if stop > start:
                parts.append(prose.written(start - begun, stop - begun))
            start, index = max(start, stop), index + 1
        return first, " ".join(parts)


@check
def copied_from_a_party(
    node: Node[object], case: Case, *, shingle: int, at_least: int, share: Decimal
) -> Found[Copied]:
    """Flag requirements of which `at_least` words on end, or `share` per cent, stand in a bidder's or incumbent's own document.

    Runs of `shingle` words are looked for. Sure only where the party is recorded as the author, the document is older than
    the tender, and the share is reached; a document that is younger may have been copied from the tender. Buyers' texts count
    for nobody.
    """
    if case.tender.specification is None:
        yield lacking(Node(("tender", "specification"), None))
        return
    parties = case.once(_who_may_gain)
    if not parties:
        reason = "no document of a bidder or of who does the work today is given to compare with"
        yield Unassessed(Node(("parties",), None), reason, ("parties",))
    for party in parties:
        if party.documents is None:
            yield lacking(party.field("documents"))
        for one in party.documents or ():
            yield from _compared(case, party, one, (shingle, at_least, share))


def _compared(case: Case, party: Party, one: OwnDocument, limits: tuple[int, int, Decimal]) -> Found[Copied]:
    shingle, at_least, share = limits
    older = _is_older(case, one)
    if older is False or (one.author and is_buyer(case, one.author)):
        return
    if one.text is None:
        yield lacking(one.field("text"))
        return
    found, percent = _shared(case, one.text, shingle)
    start, end = found.longest
    if end - start < at_least and percent < share:
        return
    if not found.words:
        return
    first, words = case.once(_requirements).passage(start, end)
    sure = older and percent >= share and one.author is not None and one.author in _own_names(party)
    facts = Copied(
        (party.name or party.id or "a bidder"), one.title or one.id or one.kind or "a document", first.called, words,
        end - start, int(percent),
    )  # fmt: skip
    key = "|".join(part for part in (party.id, one.id or one.title) if part)
    yield Hit(first.at, facts, ((one.node, "the document with the same words"),), None if sure else "possible", key)


@check
def copied_from_the_last_contract(node: Node[object], case: Case, *, shingle: int, share: Decimal) -> Found[Repeated]:
    """Flag requirements of which `share` per cent of the words, in runs of `shingle`, stood in the last contract's."""
    contract = case.tender.existing_contract
    if case.tender.specification is None:
        yield lacking(Node(("tender", "specification"), None))
    elif contract is None and not case.holds_all("tender.existing_contract"):
        yield lacking(Node(("tender", "existing_contract"), None))
    elif contract is not None and contract.specification is None:
        yield lacking(contract.field("specification"))
    elif contract is not None and contract.specification is not None:
        found, percent = _shared(case, contract.specification, shingle)
        if found.words and percent >= share:
            start, end = found.longest
            first, words = case.once(_requirements).passage(start, end)
            yield Hit(first.at, Repeated(first.called, words, end - start, int(percent)))


def _requirements(case: Case) -> _Requirements:
    corpus = corpus_of(case)
    indexes = [index for place in _PLACES for index in corpus.places[place]]
    proses = tuple(corpus.proses[index] for index in indexes)
    firsts: list[int] = []
    words: list[str] = []
    for one in proses:
        firsts.append(len(words))
        words += one.words
    return _Requirements(tuple(corpus.wordings[index] for index in indexes), proses, tuple(firsts), tuple(words))


def _shared(case: Case, text: str, shingle: int) -> tuple[Runs, Decimal]:
    """Return what the requirements share with a text, and in per cent of their words."""
    key = ("shingled", shingle)
    shingled = case.made.get(key)
    if not isinstance(shingled, Shingled):
        shingled = case.made[key] = Shingled(case.once(_requirements).words, shingle)
    found = shingled.shared_with(read_marked(text, marks_of(case)).words)
    return found, Decimal(found.words * 100) / max(1, len(shingled.words))


def _who_may_gain(case: Case) -> tuple[Party, ...]:
    """Return the parties that bid, may bid, took part in a talk with the market, or do the work today; never the buyer."""
    keys = {one.bidder for one in case.bids} | {one.party for one in case.tender.incumbents or ()}
    keys |= {name for one in case.tender.market_engagement or () for name in one.participants or ()}
    buyer = case.tender.buyer.id if case.tender.buyer else None
    return tuple(
        one
        for one in case.parties
        if (one.id in keys or BIDDING & set(one.roles or ()))
        and not _BUYERS & set(one.roles or ())
        and (buyer is None or one.id != buyer)
    )


def _is_older(case: Case, one: OwnDocument) -> bool | None:
    """Whether a document was there before the tender could be read; `None` where that is not known."""
    public = [when.date for when in (case.tender.published, case.tender.documents_available) if when]
    if one.date is None or not public or one.date == min(public):
        return None
    return one.date < min(public)


def _own_names(party: Party) -> set[str | None]:
    return {party.id, party.name, *(party.aliases or ()), *(party.people or ())}
