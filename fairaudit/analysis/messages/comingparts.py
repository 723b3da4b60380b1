"""Parts of sentences that say that something is still to come: what comes, and when, where and to whom."""

from __future__ import annotations

from fairaudit.analysis.messages.comingwords import (
    ADVERBS,
    AT_ANY_TIME,
    BIDDERS,
    CONDITIONS,
    DEALS,
    OFFICES,
    PAPERS,
    PLAIN_TAIL,
    PREPOSITIONS,
    PRONOUNS,
    RECORDS,
    SETTLED,
    TENDER_TAIL,
    TRAILING,
)

NUMBERED = frozenset({"q", "cq", "tq", "rfi", "question", "query", "lot", "no", "number", *RECORDS})
MOST_BEFORE = 7
MOST_AFTER = 10
"""Of how many words what is to come is at most, and what is said to be about; heuristics."""
LONG = 4


def thing(what: tuple[str, ...]) -> str | None:
    """Return whether words name a `paper` that answers or a `report`, which may be of the contract, or a `pronoun`."""
    what = tuple(one for one in what if one not in ADVERBS)
    if not what or (len(what) == 1 and what[0] in PRONOUNS):
        return "pronoun"
    named = named_in(what)
    if not 0 < len(named) <= MOST_BEFORE or len(what) - len(named) > MOST_AFTER or _counts(what):
        return None
    heads = [one for at, one in enumerate(named) if at + 1 == len(named) or named[at + 1] in ("and", "or")]
    if not all(one in PAPERS for one in heads):
        return None
    return "report" if any(one in AT_ANY_TIME for one in heads) else "paper"


def named_in(what: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words up to the first that says of what, without what trails them: `the list` of `the list of vehicles`."""
    at = next((at for at, one in enumerate(what) if one in PREPOSITIONS), len(what))
    named = what[:at]
    while named and (named[-1] in TRAILING or is_number(named[-1])):
        named = named[:-1]
    return named


def _counts(what: tuple[str, ...]) -> bool:
    """Whether words give a figure, and not the number of a question or a bulletin."""
    return (
        any(
            one[:1].isdigit() and what[max(0, at - 1) : at] and what[at - 1] not in NUMBERED
            for at, one in enumerate(what)
        )
        or what[0].isdigit()
    )


def is_tail(rest: tuple[str, ...]) -> bool:
    """Whether words only say when, where and to which bidders something comes, or what it waits for."""
    for at, one in enumerate(rest):
        if one in CONDITIONS or rest[at : at + 3] == ("as", "soon", "as"):
            return len(rest) - at <= MOST_AFTER + LONG and not SETTLED.isdisjoint(rest[at + 1 :])
        if one == "to" and not DEALS.isdisjoint(rest[at + 1 : at + 2]):
            return all(it in PRONOUNS or it in _WHAT_WAS_ASKED for it in rest[at + 2 :])
        if one not in PLAIN_TAIL and one not in TENDER_TAIL and not is_number(one):
            return False
        if one == "site" and rest[at + 1 : at + 2] not in _VISITS:
            return False
        if one == "by" and not BIDDERS.isdisjoint(rest[at + 1 : at + 3]):
            return False
        if one in ("with", "in", "as") and not _OF_BIDS.isdisjoint(rest[at + 1 : at + 4]):
            return False
    return True


_WHAT_WAS_ASKED = frozenset({"with", "out", "the", "your", "question", "query", "enquiry", "point", "matter"})
_OF_BIDS = frozenset({"tender", "tenders", "bid", "bids", "submission", "submissions", "return"})
"""With what bidders send papers: `in the tender`."""
_VISITS = (("visit",), ("visits",), ("meeting",), ("briefing",))


def is_loose(rest: tuple[str, ...]) -> bool:
    """Whether words only say by whom something is made, and when."""
    while rest[:1] in (("up",), ("together",), ("into",), ("on",), ("out",)):
        rest = rest[1:]
    if rest[:1] in (("by",), ("with",)):
        ends = [at for at in range(1, min(len(rest), MOST_BEFORE)) if rest[at] in OFFICES]
        return any(is_tail(rest[at + 1 :]) for at in ends) or is_tail(rest)
    return is_tail(rest)


def without_adverbs(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without the adverbs at their beginning."""
    while said and said[0] in ADVERBS:
        said = said[1:]
    return said


def is_number(word: str) -> bool:
    """Whether a word begins with a digit."""
    return word[:1].isdigit()


def is_buyer(who: tuple[str, ...]) -> bool:
    """Whether words name the buyer or somebody in its house: `we`, `our fleet manager`."""
    if who in (("we",), ("i",)):
        return True
    ends = who[2:3] in (("in",), ("at",), ("of",)) and len(who) <= LONG and who[1] in OFFICES
    return who[0] in ("the", "our", "a", "an", "my") and (who[-1] in OFFICES or ends)


def is_record(who: tuple[str, ...]) -> bool:
    """Whether words name what comes while a tender runs: `bulletin 2`, `the site visit`."""
    plain = tuple(one for one in who if not is_number(one) and one not in ("no", "number"))
    return bool(plain) and plain[-1] in RECORDS and len(plain) <= LONG
