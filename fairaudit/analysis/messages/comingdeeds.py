"""What a buyer says it does, did or will do about a question, where no answer follows: `We are looking into this`."""

from __future__ import annotations

from fairaudit.analysis.messages.comingparts import (
    LONG,
    MOST_AFTER,
    MOST_BEFORE,
    is_buyer,
    is_number,
    is_record,
    is_tail,
    named_in,
    thing,
    without_adverbs,
)
from fairaudit.analysis.messages.comingwords import (
    ACTIVE,
    BIDDERS,
    CHECKED,
    DEALS,
    HOPES,
    MAKING,
    MARKS,
    OFFICES,
    PAPERS,
    PLAIN_TAIL,
    PRONOUNS,
    SENDING,
    SENT,
    TENDER_TAIL,
)


def reaches(said: tuple[str, ...]) -> bool:
    """Whether bidders are to have papers: `Bidders will receive a list shortly`; or there are to be some."""
    at = said.index("will") if "will" in said[:LONG] else 0
    who, did = said[:at], without_adverbs(said[at + 1 :])
    if not at:
        return False
    if who == ("there",):
        return did[:1] == ("be",) and _sends(("publish", *did[1:])) and not _TIMED.isdisjoint(did)
    if not all(one in BIDDERS or one in ("all", "the", "interested") for one in who):
        return False
    if did[:1] == ("be",) and did[1:2] != () and (did[1] in SENT or did[1] in ("informed", "told", "updated")):
        rest = did[2:]
        return _sends(("publish", *(rest[1:] if rest[:1] in (("with",), ("of",)) else rest)))
    return did[:1] in (("receive",), ("get",), ("have",), ("see",)) and _sends(("publish", *did[1:]))


_TIMED = MARKS | {"week", "day", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "month"}


def acts(said: tuple[str, ...]) -> bool:
    """Whether the buyer or a bulletin is to send, settle or look into something: `We expect to have the list by 27 March`."""
    for at in range(1, min(len(said), MOST_BEFORE)):
        who, rest = said[:at], without_adverbs(said[at:])
        if rest[:1] and rest[0] in ("will", "shall"):
            did = without_adverbs(rest[1:])
            if (is_buyer(who) and (_sends(did) or _looks(did))) or (
                is_record(who) and _deals(did, written=not _WRITTEN.isdisjoint(who))
            ):
                return True
        elif is_buyer(who):
            did = without_adverbs(rest[1:]) if rest[:1] and rest[0] in ("are", "am", "is", "do") else rest
            did = did[4:] if did[:4] == ("in", "the", "process", "of") else did
            if _has_asked(rest):
                return True
            if did[:1] and did[0] in HOPES and did[1:2] == ("to",) and _sends(without_adverbs(did[2:])):
                return True
            if did is not rest and _looks(did):
                return True
    return False


def _has_asked(rest: tuple[str, ...]) -> bool:
    """Whether words say that somebody of the buyer's was asked: `have asked the fleet manager`, `has been asked for a list`."""
    if rest[:1] not in (("have",), ("has",)) or len(rest) > MOST_AFTER:
        return False
    asked = rest[2:] if rest[1:2] == ("been",) else rest[1:]
    if asked[:1] not in (("asked",), ("requested",), ("contacted",), ("chased",), ("approached",), ("sought",)):
        return False
    return rest[1:2] == ("been",) or not OFFICES.isdisjoint(asked) or _sends(("publish", *asked[1:]))


def _sends(did: tuple[str, ...]) -> bool:
    """Whether words say that somebody sends papers: `publish the list shortly`, `be able to share details`."""
    if did[:3] == ("be", "able", "to"):
        did = did[3:]
    if not did or did[0] not in SENDING:
        return False
    made = did[0] == "make"
    for at in range(len(did), 1, -1):
        what, rest = did[1:at], did[at:]
        if what[len(named_in(what)) :][:1] in _HOW:
            continue
        if made and rest[:1] not in (("available",), ("public",)):
            continue
        tail = rest[1:] if made else rest
        named = thing(what)
        if named not in (None, "pronoun") and is_tail(tail) and ((named == "paper" and did[0] not in MAKING) or tail):
            return True
        pronoun = len(what) == 1 and what[0] in PRONOUNS and did[0] in _OPEN_ACTS
        if pronoun and is_tail(tail):
            return True
    return False


_HOW = (("in",), ("as",), ("at",), ("to",), ("by",), ("with",))
_WRITTEN = frozenset({"bulletin", "circular", "addendum"})
_OPEN_ACTS = frozenset(
    {"publish", "issue", "confirm", "make", "share", "circulate", "release", "upload", "post", "clarify"}
)


def _looks(did: tuple[str, ...]) -> bool:
    """Whether words say that somebody looks into what was asked, or makes the papers that answer it."""
    if did[:2] in (("come", "back"), ("get", "back")) or did[:1] in (("revert",), ("respond",), ("reply",)):
        return all(
            one in PLAIN_TAIL or one in TENDER_TAIL or one in PRONOUNS or one in PAPERS or is_number(one)
            for one in did[2:]
        )
    if not did or did[0] not in ACTIVE:
        return False
    rest = did[1:]
    while rest[:1] in (("into",), ("on",), ("out",), ("for",), ("together",), ("up",)):
        rest = rest[1:]
    if did[0] in CHECKED or did[0] in ("looking", "look"):
        plain = not rest or rest[0] in PRONOUNS or (rest[0] == "with" and not OFFICES.isdisjoint(rest))
        return (plain and len(rest) < MOST_AFTER) or _sends(("publish", *rest))
    return _sends(("publish", *rest))


def _deals(did: tuple[str, ...], *, written: bool) -> bool:
    """Whether words say that a record settles what was asked: `deal with this`, `contain the answer`."""
    if not did or did[0] not in DEALS:
        return False
    rest = did[1:]
    while rest[:1] in (("with",), ("to",), ("out",)):
        rest = rest[1:]
    if not rest or (written and len(rest) <= MOST_BEFORE):
        return True
    return any(
        (thing(rest[:at]) is not None or rest[:at] in (("matter",), ("the", "matter"), ("the", "point")))
        and is_tail(rest[at:])
        for at in range(1, len(rest) + 1)
    )
