"""Whether what was done about a declared interest parts somebody from what they could bend, or puts somebody else beside them.

A promise to be careful, a reminder or a signed undertaking leaves everything where it was, in the same hands.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.denial import NOT, TIED, how_said
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.undecided import is_undecided
from fairaudit.analysis.names import words
from fairaudit.analysis.shortenglish import speaks_english

_WHO = (
    "reader", "marker", "evaluator", "assessor", "scorer", "reviewer", "member", "person", "officer", "colleague", "panel",
    "adviser", "manager", "chair", "moderator",
)  # fmt: skip
_DID = (
    "reviewed",
    "checked",
    "scored",
    "marked",
    "verified",
    "moderated",
    "evaluated",
    "assessed",
    "confirmed",
    "read",
)
_ONE_WORD = (
    "observer", "observed", "witness", "moderated", "moderator", "supervised", "supervision", "supervisor", "overseen",
    "oversight", "audited", "auditor", "replaced", "replacement", "reassigned", "removed", "excluded", "withdrew",
    "withdrawn", "recused", "recusal", "abstained", "abstention", "barred", "sold", "divested", "disposed", "resigned",
    "screened", "segregated", "anonymised", "anonymized", "anonymous", "blind", "substitute", "deputy",
    "swapped", "twice",
)  # fmt: skip
_STEPPED = (
    *((one,) for one in ("recuse", "recuses", "recusing", "withdraws", "withdrawing", "abstains", "abstaining")),
    *((one, "aside") for one in ("step", "steps", "stepped", "stepping", "stand", "stands", "stood", "standing")),
    *((one, "down") for one in ("step", "steps", "stepped", "stepping", "stand", "stands", "stood", "standing")),
    *((one, "out") for one in ("step", "steps", "stepped", "stepping", "sits", "sat")),
    ("stepped", "back"), ("stood", "back"),
)  # fmt: skip
"""How somebody is said to go out of the way, when it is done and when it is only promised."""
_REPLACED = (
    *((go, "the", what) for go in ("left", "leaves") for what in ("panel", "evaluation", "committee", "board", "team")),
    *((go, whose, what) for go in ("took", "takes") for whose in ("her", "his", "their") for what in ("seat", "place")),
    *((what, verb, "taken", "by") for what in ("seat", "place", "panel") for verb in ("is", "was", "has", "been")),
    *(("resigned", "from", "the", what) for what in ("panel", "evaluation", "scoring")),
)
_SAID = (
    *_REPLACED,
    *((one,) for one in _ONE_WORD),
    *_STEPPED,
    *((which, one) for which in ("second", "third", "another", "other", "independent", "different", "external") for one in _WHO),
    *(("two", one) for one in ("people", "readers", "markers", "evaluators", "members", "officers")),
    *(("independent", one) for one in ("observer", "review", "check", "moderation", "scrutiny", "verification", "team")),
    *(("independently", one) for one in _DID),
    *((one, "by") for one in (*_DID, "review", "check", "taken", "handled", "done", "made", "approved")),
    *(("by", one) for one in ("another", "others", "somebody", "someone", "two")),
    *((one, where) for one in ("left", "leaves", "leave", "leaving") for where in ("the", "room", "when", "meetings")),
    *((one, "set", "aside") for one in ("were", "was", "been", "are", "scores")), ("scored", "anew"), ("evaluated", "anew"),
    ("somebody", "else"), ("someone", "else"), ("kept", "out"), ("kept", "away"), ("kept", "apart"), ("taken", "off"),
    ("moved", "to"), ("moved", "off"), ("information", "barrier"), ("chinese", "wall"), ("separate", "team"),
    ("names", "hidden"), ("names", "removed"), ("only", "scored"), ("scored", "only"), ("scores", "only"), ("gave", "up"),
)  # fmt: skip
_PAUSE = late_pattern(r"[,:;!?()\n]+|\.(?:\s|$)|\s[-\u2013\u2014]+\s")
_LEAD = frozenset({
    "to", "be", "being", "been", "have", "has", "had", "get", "then", "also", "himself", "herself", "themselves", "take", "taken",
    "taking", "took", "play", "played", "allowed", "permitted", "asked", "able", "invited", "let", "a", "an", "any", "the",
    "further", "direct", "formal", "more", "other", "given",
})  # fmt: skip
"""What may stand between a `not` and what it keeps somebody from; any other word has a meaning of its own (`cannot avoid`)."""
_JUDGES = frozenset({
    "score", "scored", "scores", "scoring", "mark", "marked", "marks", "marking", "evaluate", "evaluated", "evaluating", "assess",
    "assessed", "assessing", "vote", "voted", "votes", "voting", "judge", "judged", "judging", "participate", "participated",
    "participating", "attend", "attended", "attending", "access",
})  # fmt: skip
"""What somebody can be kept from whatever is named with it."""
_HANDLES = frozenset({
    "see", "saw", "seen", "sees", "seeing", "read", "reads", "reading", "open", "opened", "opening", "handle", "handled",
    "handling", "decide", "decided", "deciding", "discuss", "discussed", "discussing", "receive", "received", "receiving",
    "shown", "sent", "given", "touch", "touched", "involved", "involvement", "present", "contact", "role", "say", "sight", "part",
})  # fmt: skip
"""What keeps somebody away only from a bid, a score, a sitting: one may also not see a problem, or not be involved at all."""
_OBJECTS = frozenset({
    "bid", "bids", "tender", "tenders", "offer", "offers", "price", "prices", "pricing", "score", "scores", "scoring", "marks",
    "marking", "paper", "papers", "document", "documents", "file", "files", "folder", "folders", "envelope", "envelopes",
    "submission", "submissions", "proposal", "proposals", "answer", "answers", "award", "lot", "lots", "evaluation",
    "evaluations", "evaluating", "assessment", "assessing", "moderation", "panel", "panels", "meeting", "meetings", "session",
    "sessions", "decision", "decisions", "deciding", "room", "criterion", "criteria", "quality", "evaluator", "evaluators",
    "vote", "interview", "interviews", "presentation", "presentations", "demonstration", "demonstrations", "discussion",
    "discussions", "drafting", "specification",
})  # fmt: skip
NOT_AWAY = frozenset({
    "conflict", "conflicts", "problem", "problems", "issue", "issues", "concern", "concerns", "reason", "reasons", "need", "harm",
    "risk", "risks", "difference", "difficulty", "connection", "link", "bias", "point", "why", "how", "what", "whether", "if",
    "who", "anything", "anybody", "anyone", "that", "this", "unless", "yet", "preparing", "preparation", "writing", "unfairly",
    "differently", "higher", "lower", "better", "worse", "well", "badly", "favourably", "harshly", "generously", "fairly", "up",
    "down", "more", "less", "wrongly", "carelessly", "otherwise",
})  # fmt: skip
"""What shows that nobody is kept from anything: a doubt about the interest, or the way in which something was done."""
_REASONS = frozenset({"because", "since", "due", "owing", "given", "so"})
_NEAR = 4


@lru_cache(maxsize=256)
def sets_apart(text: str | None) -> bool:
    """Return whether a text tells of somebody else who reads, checks or decides, or of somebody kept away; a promise does not."""
    if is_undecided(text):
        return False
    clauses = (words(one) for one in _PAUSE.split(text or ""))
    return any(_keeps_away(one) for one in clauses) or how_said(text, _SAID) == TIED


@lru_cache(maxsize=256)
def in_unread_words(text: str | None) -> bool:
    """Return whether a text says what was done in words that are not read here, as in another language."""
    return bool(words(text or "")) and not sets_apart(text) and not speaks_english(text)


_STEPPED_OUT = (
    *((one,) for one in ("replaced", "reassigned", "removed", "excluded", "withdrew", "withdrawn", "recused", "recusal")),
    *((one,) for one in ("abstained", "abstention", "barred", "swapped")),
    *_STEPPED, *_REPLACED,
    ("kept", "out"), ("kept", "away"), ("kept", "apart"), ("taken", "off"), ("moved", "off"), ("moved", "to"),
)  # fmt: skip


@lru_cache(maxsize=256)
def keeps_out(text: str | None) -> bool:
    """Return whether a text tells that somebody was kept away or stepped out, and not only that others looked as well."""
    clauses = (words(one) for one in _PAUSE.split(text or ""))
    return any(_keeps_away(one) for one in clauses) or how_said(text, _STEPPED_OUT) == TIED


_IN_PLACE = ("substitute", "deputy", "replacement", "reserve", "alternate")
_BY_WHOM = ((), *((one,) for one in ("a", "an", "the", "her", "his", "their", "another")))
_SCORES = ("scored", "marked", "evaluated", "assessed", "read", "reviewed")
_SUBSTITUTED = (
    *((did, "by", *which, one) for did in _SCORES for which in _BY_WHOM for one in _IN_PLACE),
    *((one, did) for one in _IN_PLACE for did in (*_SCORES, "scores", "marks", "evaluates", "assesses", "reads")),
    *(("in", whose, one) for whose in ("her", "his", "their") for one in ("place", "stead")),
)
_LEFT = ("left", "leaves", "leave", "leaving")


_OUT_OF_THE_ROOM = (
    *((one, *where) for one in _LEFT for where in (
        ("the", "room"), ("room",), ("when",), ("meetings",), ("the", "meeting"), ("the", "meetings"), ("any", "meeting"),
        ("every", "meeting"), ("the", "session"), ("the", "discussion"),
    )),
    ("out", "of", "the", "room"), ("outside", "the", "room"),
)  # fmt: skip


@lru_cache(maxsize=256)
def leaves_the_room(text: str | None) -> bool:
    """Return whether a text tells that somebody leaves while something is spoken of, which keeps them from nothing else."""
    return not keeps_out(text) and how_said(text, _OUT_OF_THE_ROOM) == TIED


@lru_cache(maxsize=256)
def substitutes(text: str | None) -> bool:
    """Return whether a text tells that somebody else scored in the place of who has the interest."""
    return how_said(text, _SUBSTITUTED) == TIED


@lru_cache(maxsize=256)
def undone_by_a_score(text: str | None) -> bool:
    """Return whether a score given all the same leaves nothing of what a text says set somebody apart.

    Whoever left the room for a discussion and still scored was not apart from the bid, nor was who had a substitute for it. A
    second reader stays one, and what keeps somebody out altogether is not spoken of here.
    """
    if not sets_apart(text) or keeps_out(text):
        return False
    instead = substitutes(text)
    gone = (*_IN_PLACE, *_LEFT) if instead else _LEFT
    rest = tuple(one for one in _SAID if one[0] not in gone and not (instead and one in _SCORED_BY))
    return how_said(text, rest) != TIED


_SCORED_BY = tuple((did, "by") for did in _SCORES)
_ENDED = (("sold",), ("divested",), ("disposed",), ("resigned",), ("gave", "up"))


@lru_cache(maxsize=256)
def ends_the_tie(text: str | None) -> bool:
    """Return whether a text tells that somebody gave up what tied them: sold the shares, resigned from the board."""
    return how_said(text, _ENDED) == TIED


def _keeps_away(said: tuple[str, ...]) -> bool:
    """Whether a clause keeps somebody from judging or from the bids: `did not score B1`, `saw no price`, `no part in scoring`.

    `The chair cannot see any conflict` and `has not been involved` keep nobody from anything.
    """
    for at, one in enumerate(said):
        if one not in NOT and one != "none":
            continue
        if NOT_AWAY.intersection(said[max(0, at - 2) : at]):
            continue
        if one in ("no", "none") and at and said[at - 1] in _JUDGES | _HANDLES and _of_the_bids(said[at + 1 :]):
            return True
        place = at + 1
        while place < len(said) and said[place] in _LEAD and not _is_handled(said, place):
            place += 1
        if one != "none" and place < len(said) and _kept_from(said[place - 1], said[place], said[place + 1 :]):
            return True
    return False


def _is_handled(said: tuple[str, ...], place: int) -> bool:
    """Whether a word that may lead up to something is the thing itself: `not given the papers`."""
    return said[place] in _HANDLES and _of_the_bids(said[place + 1 :])


def _kept_from(before: str, act: str, rest: tuple[str, ...]) -> bool:
    """Whether it is from judging or from the bids that a `no` or `not` keeps somebody, given what follows the act."""
    if act in _JUDGES and act not in ("scores", "marks", "votes"):
        noun = before in ("no", "without")
        return not _spoilt(rest) and (act in ("access", "vote") or not noun or rest[:1] in (("of",), ("by",), ("for",)))
    if act == "part" and not _spoilt(rest) and (not rest or rest[0] == "in"):
        return True
    if act == "present" and rest[:1] == ("when",):
        return not _spoilt(rest[1:])
    return act in _HANDLES and _of_the_bids(rest)


def _of_the_bids(rest: tuple[str, ...]) -> bool:
    """Whether what follows names a bid, a score or a sitting, and no doubt about the interest."""
    near = (one in _OBJECTS or any(sign.isdigit() for sign in one) for one in rest[:_NEAR])
    return any(near) and not _spoilt(rest)


def _spoilt(rest: tuple[str, ...]) -> bool:
    for at, one in enumerate(rest):
        if one in _REASONS or (one == "as" and rest[at + 1 : at + 2] not in (("a",), ("an",), ("any",))):
            return False
        if one in NOT_AWAY:
            return True
    return False
