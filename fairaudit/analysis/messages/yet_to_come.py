"""Answers of which every sentence only says that something is still to come: `A list will follow`, `We are looking into this`.

What is to come must be words or papers that answer, `list`, `details`, `this`, and come to bidders, or to nobody in particular.
What is handed over, done or given once there is a contract is an answer: `The contractor will be given a list`, `A plan will be
issued at the start`, `The timetable will be published each spring`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.messages.comingparts import (
    LONG,
    MOST_AFTER,
    MOST_BEFORE,
    NUMBERED,
    is_buyer,
    is_loose,
    is_number,
    is_record,
    is_tail,
    named_in,
    thing,
    without_adverbs,
)
from fairaudit.analysis.messages.comingturns import asks_what, turned
from fairaudit.analysis.messages.comingwords import (
    ACTIVE,
    ADVERBS,
    ASKING,
    AWAITED,
    BE,
    BIDDERS,
    CHECKED,
    CONDITIONS,
    DEALS,
    HOPES,
    LEADS,
    MADE,
    MAKING,
    MARKS,
    OF_THE_CONTRACT,
    OFFICES,
    OPENLY,
    OURS,
    PAPERS,
    PLAIN_TAIL,
    PREPARED,
    PRONOUNS,
    REQUESTS,
    SENDING,
    SENT,
    SENT_STEMS,
    SETTLED,
    TENDER_TAIL,
    UNFINISHED,
    WILL,
)
from fairaudit.analysis.names import words
from fairaudit.analysis.numberwords import NUMBERS

_SENTENCE = re.compile(r"[.;:!?,\n]+(?=\s|$)|\s[-\u2013\u2014]+\s|[()\[\]]")
_JOINS = frozenset({"and", "but", "which", "so"})
_SPOKEN = {"itll": ("it", "will"), "theyll": ("they", "will"), "im": ("i", "am"), "theyre": ("they", "are")}
_FIRST = {"well": ("we", "will"), "were": ("we", "are"), "weve": ("we", "have")}
"""What `we'll` and `we're` come to without their apostrophes, at the beginning of a sentence."""
_STARTS = frozenset({"we", "i", "our", "the"})
"""With what somebody begins who does more than one thing: `We will check and come back to you`."""
_MOST = 40
"""Of how many words a sentence is at most that is looked at."""


@lru_cache(maxsize=4096)
def is_yet_to_come(text: str, asked: str = "") -> bool:
    """Return whether a text says nothing but that what answers is still to come; not where the question is about that."""
    said = [_spoken_out(one) for piece in _SENTENCE.split(text) if (one := words(piece))]
    if not said or not any(map(_comes, said)) or not all(_comes(one) or _is_beside(one) for one in said):
        return False
    return not _asks_for_it(words(asked), {word for one in said for word in one})


def _spoken_out(said: tuple[str, ...]) -> tuple[str, ...]:
    first = _FIRST.get(said[0], said[:1]) if said[1:2] and (said[1] in ADVERBS or said[1] in _ACTS) else said[:1]
    return tuple(word for one in (*first, *said[1:]) for word in _SPOKEN.get(one, (one,)))


_ACTS = (
    ACTIVE | CHECKED | HOPES | SENDING | {"get", "come", "look", "currently", "looking", "check", "publish", "issue"}
)


def _asks_for_it(asked: tuple[str, ...], told: set[str]) -> bool:
    """Whether a question is about what will be sent, when, how or by whom: then the answer says so.

    `Can you provide the list?` wants the list itself, and `Which vans are provided?` what a list may hold.
    """
    if _is_request(asked):
        return False
    stems = {one[:5] for one in asked}
    papers = {one[:LONG] for one in asked if one in PAPERS}
    shared = any(one[:LONG] in papers for one in told if one in PAPERS)
    how = any(
        one in ASKING and asked[at + 1 : at + 2] not in (("many",), ("much",), ("often",))
        for at, one in enumerate(asked)
    )
    if stems & SENT_STEMS and (how or papers or PAPERS.isdisjoint(told) or asks_what(asked)):
        return True
    whether = asked[:1] != () and asked[0] in _WHETHER
    return (shared and (how or whether)) or bool({one[:5] for one in told & _WORK} & stems)


_WHETHER = frozenset({"will", "shall", "do", "does", "would"})
_WORK = PREPARED | CHECKED


def _is_request(asked: tuple[str, ...]) -> bool:
    return any(asked[at : at + len(one)] == one for one in REQUESTS for at in range(min(len(asked), _MOST)))


def _is_beside(said: tuple[str, ...]) -> bool:
    """Whether words only lead up to something, or say when or what: `Thank you for your question`, `Next week`, `The list`."""
    if _is_of_the_contract(said):
        return False
    if _waits(said) or (len(said) <= LONG and thing(said) in ("paper", "report")):
        return True
    return all(one in LEADS or one in TENDER_TAIL or one in PLAIN_TAIL or is_number(one) for one in said) and (
        not _POLITE.isdisjoint(said) or said[0] in ("next", "before", "in", "later", "soon", "shortly")
    )


_POLITE = frozenset({"thank", "thanks", "noted", "note", "apologies", "sorry", "dear", "currently"})


@lru_cache(maxsize=4096)
def _comes(said: tuple[str, ...]) -> bool:
    """Whether a sentence, or each of the two that it joins, says that something is still to come."""
    if len(said) > _MOST:
        return False
    if _comes_alone(said):
        return True
    if _waits(said):
        return any(_comes_alone(said[at:]) and _waits(said[:at]) for at in range(2, len(said)))
    return any(
        one in _JOINS
        and _comes_alone(said[:at])
        and any(
            _comes_alone((*who, *said[at + 1 :]))
            for who in ((), ("details",), ("we",))[: 3 if said[0] in _STARTS else 2]
        )
        for at, one in enumerate(said)
    )


def _waits(said: tuple[str, ...]) -> bool:
    """Whether words begin to say what papers wait for: `Once the list is ready`."""
    begins = said[0] in CONDITIONS or said[:3] == ("as", "soon", "as")
    return begins and not SETTLED.isdisjoint(said) and not _is_of_the_contract(said)


def _comes_alone(said: tuple[str, ...]) -> bool:
    rest = said
    while rest and (rest[0] in LEADS or rest[0] in _JOINS):
        rest = rest[1:]
    if not rest or _is_of_the_contract(turned(rest)):
        return False
    return any(
        kind(one)
        for one in (said, rest, turned(said), turned(rest))
        for kind in (_is_sent, _is_in_hand, _acts, _is_awaited, _reaches)
    )


def _is_of_the_contract(said: tuple[str, ...]) -> bool:
    """Whether a word speaks of the contract, gives a number, or says no; `not yet`, `no later than` and a day in May do not."""
    for at, one in enumerate(said):
        before, after = said[at - 1 : at] if at else (), said[at + 1 : at + 2]
        if one in NUMBERS and (not before or before[0] not in NUMBERED):
            return True
        plain = (one, after) in (("not", ("yet",)), ("no", ("later",)), ("no", ("more",))) or (
            one == "may" and before != () and (is_number(before[0]) or before[0] in _BEFORE_MONTHS)
        )
        if one in OF_THE_CONTRACT and not plain and not (one == "no" and after and is_number(after[0])):
            return True
    return False


_BEFORE_MONTHS = frozenset({"in", "of", "by", "early", "late", "mid"})


def _is_sent(said: tuple[str, ...]) -> bool:
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


def _is_in_hand(said: tuple[str, ...]) -> bool:
    """Whether a sentence says that papers are being made, or are not there yet: `The schedule is being compiled`."""
    for at, word in enumerate(said[: MOST_BEFORE + MOST_AFTER]):
        if word in ("is", "are") and (what := thing(said[:at])) is not None and at:
            rest = without_adverbs(said[at + 1 :])
            if rest[:1] == ("being",):
                rest = without_adverbs(rest[1:])
                known = CHECKED if what == "pronoun" else _WORK
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


def _reaches(said: tuple[str, ...]) -> bool:
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


def _acts(said: tuple[str, ...]) -> bool:
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


def _is_awaited(said: tuple[str, ...]) -> bool:
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
