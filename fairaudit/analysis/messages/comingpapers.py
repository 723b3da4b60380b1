"""What is said of words or papers that are still to come: they will be sent, are in hand, or are awaited."""

from __future__ import annotations

from fairaudit.analysis.messages.comingparts import (
    MOST_AFTER,
    MOST_BEFORE,
    is_loose,
    is_record,
    is_tail,
    named_in,
    thing,
    without_adverbs,
)
from fairaudit.analysis.messages.comingwords import (
    ADVERBS,
    AWAITED,
    BE,
    CHECKED,
    MADE,
    MARKS,
    OFFICES,
    OPENLY,
    OURS,
    PAPERS,
    PREPARED,
    SENT,
    UNFINISHED,
    WILL,
)

WORK = PREPARED | CHECKED


def is_sent(said: tuple[str, ...]) -> bool:
    """Whether a sentence says of papers that they will be sent: `The list will be issued next week`, `Details to follow`."""
    for at, word in enumerate(said[: MOST_BEFORE + MOST_AFTER]):
        what = thing(said[:at]) if word in WILL or word in _FOLLOWS else None
        if what is None:
            continue
        rest = without_adverbs(said[at + 1 :])
        if word in _FOLLOWS:
            return what == "paper" and rest != () and is_tail(rest)
        if word in BE and rest[:1] == ("to",):
            rest = without_adverbs(rest[1:])
        if _is_sending(rest, what, duty=word != "will"):
            return True
    return False


_FOLLOWS = frozenset({"follow", "follows", "coming"})


def _is_sending(rest: tuple[str, ...], what: str, *, duty: bool) -> bool:
    """Whether what follows `will` says that something comes; `shall be sent` may be a duty of bidders."""
    if rest[:1] in (("follow",), ("come",), ("appear",), ("arrive",)):
        return is_tail(rest[1:])
    if rest[:1] not in (("be",), ("become",)):
        return False
    if what != "pronoun" and rest[1:2] in (("in",), ("on",)):
        return not MARKS.isdisjoint(rest) and is_tail(rest[1:])
    rest = without_adverbs(rest[1:])
    if rest[:1] == ("made",) and rest[1:2] in (("available",), ("public",), ("known",)):
        verb, rest = "available", rest[2:]
    elif rest[:2] == ("with", "you"):
        verb, rest = "available", rest[2:]
    elif rest[:1] and rest[0] in SENT:
        verb, rest = rest[0], rest[1:]
    else:
        return False
    while rest[:1] in (("out",), ("available",), ("up",)):
        rest = rest[1:]
    if (duty and verb not in OURS) or not is_tail(rest):
        return False
    # `It will be provided` may be said of the water that is asked about, and a report may be the contractor's.
    marked = not MARKS.isdisjoint(rest)
    if what == "pronoun":
        return marked or (verb in OPENLY and (verb != "shared" or rest != ()))
    return marked or ("within" not in rest and (what == "paper" or (rest != () and verb not in MADE)))


def is_in_hand(said: tuple[str, ...]) -> bool:
    """Whether a sentence says that papers are being made, or are not there yet: `The schedule is being compiled`."""
    for at, word in enumerate(said[: MOST_BEFORE + MOST_AFTER]):
        if word in ("is", "are") and (what := thing(said[:at])) is not None and at:
            rest = without_adverbs(said[at + 1 :])
            if rest[:1] == ("being",):
                rest = without_adverbs(rest[1:])
                known = CHECKED if what == "pronoun" else WORK
                return rest[:1] != () and rest[0] in known and is_loose(rest[1:])
            if what != "pronoun" and rest[:1] in (("under",), ("in",)) and rest[1:2] == ("preparation",):
                return is_tail(rest[2:])
            if what != "pronoun" and rest[:1] == ("not",) and rest[1:2] == ("yet",) and rest[2:3] != ():
                return rest[2] in UNFINISHED and is_tail(rest[3:])
            return what != "pronoun" and _is_on_its_way(rest)
    return False


def _is_on_its_way(rest: tuple[str, ...]) -> bool:
    """Whether words say of papers where they are: `with our solicitors`, `awaited from the depot`, `coming soon`."""
    if rest[:1] in (("awaited",), ("outstanding",)):
        return len(rest) <= MOST_BEFORE
    if rest[:1] in (("coming",), ("expected",)) or rest[:3] == ("on", "its", "way"):
        return is_tail(rest[1:] if rest[0] != "on" else rest[3:])
    return rest[:1] == ("with",) and 1 < len(rest) <= MOST_BEFORE and not OFFICES.isdisjoint(rest)


def is_awaited(said: tuple[str, ...]) -> bool:
    """Whether a sentence says that words of somebody are awaited: `Awaiting input from the fleet manager`."""
    rest = said
    while rest and (rest[0] in ADVERBS or rest[0] in ("we", "i", "are", "am", "is", "still")):
        rest = rest[1:]
    if rest[:1] in (("await",), ("see",), ("watch",)) and not _NEXT.isdisjoint(rest) and is_record(rest[1:]):
        return True
    if rest[:1] == ("waiting",) and rest[1:2] in (("for",), ("on",)):
        rest = rest[1:]
    elif rest[:1] not in (("awaiting",), ("await",), ("pending",)):
        return False
    named = named_in(rest[1:])
    return bool(named) and (named[-1] in AWAITED or named[-1] in PAPERS) and len(rest) <= MOST_AFTER


_NEXT = frozenset({"next", "forthcoming", "upcoming", "coming", "future", "later"})
