"""What bidders were asked and what is wrong with bids, where two texts tell of it in other words; only ever a question."""

import re
from collections.abc import Iterable

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.names import words
from fairaudit.checks.bidders.defects.decision_words import treated
from fairaudit.checks.bidders.defects.likeness import alike, said
from fairaudit.checks.bidders.defects.names import code_of
from fairaudit.procurement.bidders.rivals import refused
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Bid, Defect, Event
from fairaudit.procurement.received.recipients import reaches

_PARTS = re.compile(r"[:()]|,(?=\s)")
_ByWord = dict[str, set[str]]
"""Texts by the words of what they are about; most texts share none, and need not be compared."""


def is_open(defect: Defect) -> bool:
    """Whether a bidder was not let mend a defect, nor was let pass with it."""
    return defect.cure_until is None and treated(defect.decision) != "let in"


def bids_with_it(case: Case, topic: str | None) -> list[Bid]:
    """Return the bids with an open defect, or refused for one, that is told in words like those of a topic.

    Those of whom nobody asked their bidder.
    """
    known = case.once(_known_bids)
    if topic not in known:
        texts = _like(case.once(_defect_words), topic)
        bids = {bid.path: bid for text in sorted(texts) for bid in case.once(_by_defect)[text]}
        known[topic] = [bid for bid in bids.values() if not asked_of_it(case, topic, bid)]
    return known[topic]


def asked_of_it(case: Case, topic: str | None, bid: Bid) -> bool:
    """Whether the bidder of a bid was asked about a topic in words like it."""
    return any(reaches(case, one, bid.bidder) for one in events_like(case, topic))


def events_like(case: Case, topic: str | None) -> list[Event]:
    """Return the clarifications and cures whose topic is like another, in their order."""
    known = case.once(_known_events)
    if topic not in known:
        texts = _like(case.once(_topic_words), topic)
        known[topic] = [one for one in case.once(_asked) if one.topic in texts]
    return known[topic]


def _like(by_word: _ByWord, topic: str | None) -> set[str]:
    near = set().union(*(by_word.get(word, set()) for word in said(topic).thing))
    return {text for text in near if alike(topic, text)}


def _asked(case: Case) -> list[Event]:
    return [one for one in case.events if one.kind in ("clarification", "cure")]


def _by_defect(case: Case) -> dict[str, list[Bid]]:
    found: dict[str, list[Bid]] = {}
    for bid in case.bids:
        open_ones = [it for it in bid.defects or () if is_open(it)]
        told = [text for it in open_ones for text in (it.code, it.text) if text]
        for text in dict.fromkeys((*told, *refused_for(case, bid))):
            found.setdefault(text, []).append(bid)
    return found


def refused_for(case: Case, bid: Bid) -> tuple[str, ...]:
    """Return the words a bid was refused for, whole and in parts: a defect may stand under the reason alone.

    What has a code in other bids may be told by that.
    """
    if not bid.reason or not refused(case, bid):
        return ()
    whole = clauses(bid.reason)
    parts = tuple(part.strip() for one in whole for part in _PARTS.split(one) if part.strip())
    told, coded = words(bid.reason), case.once(_coded)
    named = (
        text for at, word in enumerate(told) for code, text in coded.get(word, ()) if told[at : at + len(code)] == code
    )
    return tuple(dict.fromkeys((*whole, *parts, *named)))


def _coded(case: Case) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the codes with a number that defects have, with the words of these, by the first word of the code."""
    found: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    for bid in case.bids:
        for one in bid.defects or ():
            code = words(code_of(bid, one) or "")
            if one.text and code and any(map(str.isdigit, "".join(code))) and not "".join(code).isdigit():
                found.setdefault(code[0], {})[code, one.text] = None
    return {word: list(given) for word, given in found.items()}


def _defect_words(case: Case) -> _ByWord:
    return _words(case.once(_by_defect))


def _topic_words(case: Case) -> _ByWord:
    return _words(dict.fromkeys(one.topic for one in case.once(_asked) if one.topic))


def _words(texts: Iterable[str]) -> _ByWord:
    found: _ByWord = {}
    for text in texts:
        for word in said(text).thing:
            found.setdefault(word, set()).add(text)
    return found


def _known_bids(_: Case) -> dict[str | None, list[Bid]]:
    return {}


def _known_events(_: Case) -> dict[str | None, list[Event]]:
    return {}
