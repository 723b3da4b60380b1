"""What the subject of a meeting says about a bid: that the meeting was about it, or about all, or that somebody was out for it.

`Consensus on BA and BB; Eva Morland left the room for BB` and `all bids except BB` name a bid from which somebody kept away.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from fairaudit.analysis.denial import NOT
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.measures import keeps_out
from fairaudit.analysis.names import words

ABOUT, ALL, AWAY, UNCLEAR, UNNAMED = "about", "all", "away", "unclear", ""

_CLAUSES = late_pattern(r"[;:()\n]+|\.(?:\s|$)|\s[-\u2013\u2014]+\s|,\s+(?=(?:but|except|excluding|not|without)\b)")
_BUT = frozenset(
    {
        "except",
        "excepting",
        "excluding",
        "excepted",
        "excluded",
        "not",
        "without",
        "save",
        "but",
        "bar",
        "minus",
        "besides",
    }
)
_BUT_TWO = frozenset({("other", "than"), ("apart", "from"), ("aside", "from"), ("rather", "than")})
_ANEW = frozenset({"then", "later", "including", "and", "also"})
_OUT = frozenset({"absent", "excused", "away", "recused", "recuses", "departed", "withdrew"})
_LEFT = frozenset({"left", "leaves", "leave", "leaving", "out", "outside"})
_LEFT_FOR = frozenset(
    {"the", "room", "for", "before", "when", "while", "during", "at", "of", "as", "meeting", "call", "again"}
)
_EVERY = frozenset({"all", "every", "each"})
_BIDS = frozenset({
    "bid", "bids", "tender", "tenders", "offer", "offers", "proposal", "proposals", "submission", "submissions", "bidder",
    "bidders", "tenderer", "tenderers", "score", "scores", "supplier", "suppliers", "response", "responses",
})  # fmt: skip
_ASIDE = frozenset({
    "kick", "kickoff", "training", "timetable", "briefing", "induction", "declarations", "declaration", "lessons",
    "confidentiality", "site", "logistics",
})  # fmt: skip
"""What a meeting is about that judges no bid."""
_REPORTS = frozenset({"report", "reports", "recommendation", "paper"})


@lru_cache(maxsize=1024)
def how_sat(
    subject: str, phrases: tuple[tuple[str, ...], ...], own: tuple[str, ...], others: tuple[tuple[str, ...], ...]
) -> str:
    """Return how a subject speaks of a bid called by any of some phrases, for somebody called `own` who sat in.

    `about`: it names the bid; `all`: it speaks of every bid; `away`: it says that the bid was left out, or that this person was
    out for it; `unclear`: it says both; empty: it names neither the bid nor all of them.
    """
    found: list[str] = []
    for clause in _CLAUSES.split(subject):
        said = words(clause)
        places = [at for phrase in phrases for at in _places(said, phrase)]
        if said and _out(clause, said, own) and (told := _of(said, own, others)):
            found.append(told)
            continue
        found += [AWAY if _left_out(said, at) else ABOUT for at in places]
        if not places and any(one in _EVERY for one in said) and _BIDS & set(said):
            found.append(ALL)
    if AWAY in found and UNCLEAR not in found:
        return UNCLEAR if ABOUT in found[found.index(AWAY) :] else AWAY
    if UNCLEAR in found:
        return UNCLEAR if {ABOUT, ALL, AWAY} & set(found) else UNNAMED
    return next((one for one in (ABOUT, ALL) if one in found), UNNAMED)


def reads_what_was_judged(subject: str) -> bool:
    """Whether a subject is about a report on bids, which is read when they have been judged."""
    return bool(_REPORTS & set(words(subject)))


def judges_nothing(subject: str) -> bool:
    """Whether a subject is plainly about something else than bids: a briefing, a timetable, declarations."""
    return bool(_ASIDE & set(words(subject)))


def _places(said: tuple[str, ...], phrase: tuple[str, ...]) -> Iterable[int]:
    return (at for at in range(len(said) - len(phrase) + 1) if phrase and said[at : at + len(phrase)] == phrase)


def _left_out(said: tuple[str, ...], at: int) -> bool:
    """Whether what stands at a place is excepted: `except BB`, `all but BB`, `not BB`, and nothing takes that back between."""
    for back in range(at - 1, -1, -1):
        if said[back] in _BUT or said[back : back + 2] in _BUT_TWO:
            # `not only BB`, `not yet BB` leave nothing out.
            return said[back + 1 : back + 2] not in (("only",), ("yet",), ("just",))
        if said[back] in _ANEW - {"and"}:
            return False
    return said[at + 1 : at + 2] in (("excepted",), ("excluded",), ("aside",)) or said[-1:] in (
        ("excepted",),
        ("excluded",),
    )


def _out(clause: str, said: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether a clause says that somebody was out of the room, or that it was done without this person."""
    gone = [at for at, one in enumerate(said) if one in _OUT or (one in _LEFT and _goes(said[at + 1 : at + 2]))]
    if any(NOT & set(said[max(0, at - 3) : at]) for at in gone):
        return False
    without = "without" in said and bool(set(own) & set(said[said.index("without") :]))
    return bool(gone) or without or keeps_out(clause) or _missing(said)


def _goes(after: tuple[str, ...]) -> bool:
    return not after or after[0] in _LEFT_FOR


def _missing(said: tuple[str, ...]) -> bool:
    """Whether somebody is said not to have been there: `not present for BB`, `took no part in BB`."""
    text = f" {' '.join(said)} "
    return any(
        f" {one} " in text for one in ("not present", "not in the room", "no part", "not take part", "not attend")
    )


def _of(said: tuple[str, ...], own: tuple[str, ...], others: tuple[tuple[str, ...], ...]) -> str:
    """Return whether a clause is about this person, or names nobody; empty where it is about somebody else alone."""
    if set(own) & set(said):
        return AWAY
    return UNNAMED if any(set(one) & set(said) for one in others) else UNCLEAR
