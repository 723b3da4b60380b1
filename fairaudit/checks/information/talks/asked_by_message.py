"""Whether a bidder was asked by a message, and not by an event of its own kind, to mend what is wrong with its bid."""

from __future__ import annotations

from fairaudit.analysis.names import words
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.received.recipients import meant, told

_KINDS = frozenset({"message", "contact", "meeting", "other"})
_ASKING = frozenset({
    "send", "provide", "submit", "supply", "upload", "confirm", "clarify", "explain", "sign", "complete", "enclose", "correct",
    "produce", "forward", "return",
})  # fmt: skip
_NOT = frozenset({"not", "no", "never", "dont", "without"})


def may_have_been_asked(case: Case, topic: str | None, bid: Bid) -> bool:
    """Whether a message to a bidder asks for something and names the topic, or a defect of its bid by its code."""
    if not bid.bidder:
        return False
    names = [words(one) for one in (topic, *(it.code for it in bid.defects or ())) if one]
    return any(_names(said, one) for said in case.once(_requests).get(meant(case, bid.bidder), ()) for one in names)


def _names(said: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return bool(name) and any(said[at : at + len(name)] == name for at in range(len(said) - len(name) + 1))


def _requests(case: Case) -> dict[str, list[tuple[str, ...]]]:
    """Return the words of messages that ask bidders for something, by who had them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for one in case.events:
        said = words(f"{one.topic or ''} {one.text or ''}") if one.kind in _KINDS else ()
        if _asks(said):
            for key in told(case, one).keys:
                found.setdefault(key, []).append(said)
    return found


def _asks(said: tuple[str, ...]) -> bool:
    return "please" in said and not _ASKING.isdisjoint(said) and _NOT.isdisjoint(said)
