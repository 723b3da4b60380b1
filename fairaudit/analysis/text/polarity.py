"""Whether a sentence asks for a thing or shuts it out: `must not use X`, `other than X`, `X earns no points`, `may use X`.

Each sentence is cut into statements. What turns a thing into its opposite is counted, so that `must not use anything other
than X` asks for X again. What is only allowed is not asked for either, unless a condition or an `only` hangs on it. Whatever
is not known to shut a thing out asks for it.
"""

from functools import lru_cache

from fairaudit.analysis.text.phrases import Match, find, read_phrase
from fairaudit.analysis.text.polarity_words import (
    ALLOWS,
    ALLOWS_ALL,
    BEING,
    BREAKS,
    BUYERS,
    COMPARED,
    CONDITIONAL,
    CONDITIONS,
    EMPTY,
    ENOUGH,
    EXPELS,
    FORBIDS,
    INVERSE,
    JUDGED,
    LIMITS,
    LINKS,
    MEMBERS,
    MODALS,
    NAYS,
    NEGATIVE,
    NOTHING,
    OF_SOME,
    ONWARD,
    OUT,
    PARTICIPLES,
    PERMITTED,
    PLACED,
    PREPOSITIONS,
    REVERSED,
    SCARCE,
    SHUT,
    THIS_CONTRACT,
    UNDONE,
    USED,
    USING,
    VERBS,
)
from fairaudit.analysis.text.prose import Prose
from fairaudit.analysis.text.released import BOUND, RELEASED, standing
from fairaudit.analysis.text.statements import Statement, around, is_apart, main_verbs, statement_of

_AWAY = (*FORBIDS, *SHUT)
_WITHOUT_IT = (*ALLOWS, *USED)
_FAR, _NEAR = 10, 3
_AFTER_NOT = VERBS | PREPOSITIONS | PLACED | INVERSE | {"a", "an", "the", "all"}
_ITS_OWN = NEGATIVE | INVERSE | {"other", "rather", "instead"}


def how_asked(prose: Prose, match: Match) -> str:
    """Return how the part of a sentence that holds a phrase stands: bound, unclear or released.

    A phrase that has a `not` of its own is about what is forbidden, and only what takes it back releases that.
    """
    stands = standing(prose, match.start)
    if stands == BOUND and not _has_its_own(match.phrase) and shuts_out(prose, match.start, match.end):
        return RELEASED
    return stands


@lru_cache(maxsize=4096)
def _has_its_own(phrase: str) -> bool:
    """Whether a phrase itself says that something is not so, or speaks of what lies outside."""
    return any(not _ITS_OWN.isdisjoint(slot.words) for slot in read_phrase(phrase))


def shuts_out(prose: Prose, start: int, end: int) -> bool:
    """Whether a sentence forbids, leaves out or only allows what some of its words name."""
    statement = statement_of(prose, start, end)
    verb = _verb_before(prose, statement, start)
    turned = _turns(prose, statement, verb, start, end)
    if turned is None:
        return False
    lacking = turned % 2 == 1 and _of_those_without(prose, statement.first if verb is None else verb, start)
    if prose.words[statement.first] in CONDITIONAL:
        return turned == 1 and _go_free(prose, statement)
    if verb is None:
        return _shut_as_subject(prose, statement, turned, end, lacking)
    if lacking:
        return _go_free(prose, statement) or _fits_without(prose, statement, verb)
    if turned % 2 == 1:
        return USING.isdisjoint(prose.words[verb:start]) or not _in_part(prose, end)
    return turned == 0 and _only_allowed(prose, statement, verb, start)


def _of_those_without(prose: Prose, first: int, start: int) -> bool:
    """Whether what is named is only what some have not: `bids that do not use X`, `where X is not used`."""
    return not OF_SOME.isdisjoint(prose.words[first:start])


def _go_free(prose: Prose, statement: Statement) -> bool:
    """Whether a sentence says that those who have not what is named may bid, and of nobody that he is out."""
    first, after = around(prose, statement.first, statement.after)
    return _none_out(prose, first, after) and any(first <= one < after for one in _said(prose, ALLOWS))


def _fits_without(prose: Prose, statement: Statement, verb: int) -> bool:
    """Whether a thing is asked for that does without what is named: `must use a system that does not need X`."""
    rest = [one for one in prose.words[verb + 1 : statement.after] if one not in EMPTY]
    return _none_out(prose, *around(prose, verb, verb)) and bool(rest) and rest[0] in VERBS


def _none_out(prose: Prose, first: int, after: int) -> bool:
    return OUT.isdisjoint(prose.words[first:after])


def _in_part(prose: Prose, end: int) -> bool:
    """Whether a ban is one for a time or a purpose: what must not be used on Sundays is used on other days.

    What must not be used after a day of the calendar, or after the handover, is not used from then on.
    """
    rest = prose.words[end : min(end + _NEAR, prose.sentence_of(end - 1)[1])]
    if rest[:1] == ("after",) and not ONWARD.isdisjoint(rest[1:]):
        return False
    return rest[:1] != () and rest[0] in LIMITS and THIS_CONTRACT.isdisjoint(rest[1:_NEAR])


def _verb_before(prose: Prose, statement: Statement, start: int) -> int | None:
    """Return the main verb that what is named is an object of; `None` where it belongs to the subject."""
    found = main_verbs(prose, statement.first, start + 1)
    return found[-1] if found else None


def _turns(prose: Prose, statement: Statement, verb: int | None, start: int, end: int) -> int | None:
    """Return how often what is named is turned into its opposite before its end; `None` where that cannot be told."""
    count = 0
    for at in range(statement.first if verb is None else verb, end):
        turned = _turn(prose, at, start, end)
        if turned is None:
            return None
        count += turned
    count += verb is not None and _of_nobody(prose, statement, verb)
    undone = count % 2 == 1 and not UNDONE.isdisjoint(prose.words[statement.first : end])
    return count + undone


def _of_nobody(prose: Prose, statement: Statement, verb: int) -> bool:
    """Whether a statement says what nobody may do: `no bidder may use X`, `nor may the contractor use X`."""
    at = statement.first
    if prose.words[at] == "nor":
        return True
    at += prose.words[at] in LINKS
    compared = prose.words[at + 1 : at + 2]
    aside = any(is_apart(prose, one) for one in range(at + 1, verb + 1))
    return prose.words[at] in NOTHING and not aside and not COMPARED.issuperset(compared)


def _turn(prose: Prose, at: int, start: int, end: int) -> int | None:
    """Return whether a word turns what is named into its opposite (twice for `not replace`); `None` where nobody knows."""
    words = prose.words
    word, follows = words[at], words[at + 1 : at + 3]
    if word in NAYS:
        return _turn_of_not(prose, at, start, end)
    if word == "no":
        between = words[at + 1 : start]
        if follows and any(map(str.isdigit, follows[0])):
            # A number: `part no QF2210`.
            return 0
        if (follows and follows[0] in COMPARED) or len(between) > _NEAR or not PREPOSITIONS.isdisjoint(between):
            return None if any(one in INVERSE for one in between) else 0
        return 1
    if word in ("non", "avoid", "avoids", "avoiding"):
        return int(not (MEMBERS if word == "non" else VERBS).isdisjoint(follows[:1]))
    if word == "nor":
        return int(at < start)
    if word in EXPELS:
        return int(at < start and not _denied(prose, at) and "and" not in words[at:start])
    if word in ("place", "lieu"):
        return int(words[at - 1] == "in" and follows[:1] == ("of",))
    if word in INVERSE:
        return 1 if at >= start or _reaches(prose, at, start) else 0
    if word == "other":
        return int("than" in words[at + 1 : min(at + 5, end)])
    if word in ("rather", "instead", "apart", "except"):
        return int(follows[:1] in (("than",), ("of",), ("from",), ("for",)) or word == "except")
    return 0


def _denied(prose: Prose, at: int) -> bool:
    """Whether a `not` stands right before a word, which then has counted it."""
    while at and (prose.words[at - 1] in EMPTY or prose.words[at - 1] in ("be", "been")):
        at -= 1
        if prose.words[at] in NAYS:
            return True
    return bool(at) and prose.words[at - 1] in NAYS


def _turn_of_not(prose: Prose, at: int, start: int, end: int) -> int | None:
    """Return what a `not` does to what is named, by the verb or the preposition it stands before."""
    words = prose.words
    after = words[at + 1] if at + 1 < len(words) else ""
    if after in COMPARED or after in ("only", "just", "merely") or (at and words[at - 1] == "or"):
        return 0
    if at < start and not _reaches(prose, at, start):
        return None
    rest = [one for one in words[at + 1 : end] if one not in EMPTY]
    passive = words[at - 1] in BEING or rest[:1] == ["be"]
    while rest[:1] in (["be"], ["have"], ["been"]) and rest[1:2] and _participle(rest[1]):
        rest = rest[1:]
    if passive and rest[:1] and rest[0] in JUDGED:
        # What is not accepted may be another thing: `is not accepted in place of X`.
        return None
    if not rest or rest[0] in REVERSED:
        return 2 if rest else 1
    known = rest[0] in _AFTER_NOT or rest[0].startswith("@")
    return 1 if known else None


def _participle(word: str) -> bool:
    return word.endswith("ed") or word in PARTICIPLES or word == "been"


def _reaches(prose: Prose, at: int, start: int) -> bool:
    """Whether nothing between a `not` and what is named begins another thought."""
    while at + 1 < start and prose.words[at + 1] in EMPTY:
        at += 1
    between = prose.words[at + 1 : start]
    if len(between) > _FAR or not BREAKS.isdisjoint(between):
        return False
    return "or" in between or not any(is_apart(prose, one) for one in range(at + 2, start + 1))


def _shut_as_subject(prose: Prose, statement: Statement, turned: int, end: int, lacking: bool) -> bool:
    """Whether what is said of a subject shuts it out, or lets everybody do without it."""
    verbs = _verbs_after(prose, statement, end)
    said = verbs[0] if verbs else None
    places = (end, end + 1) if said is None else (said,)
    for one in places:
        ends = _said(prose, _AWAY).get(one, statement.after + 1)
        if ends <= statement.after and not _falls_short(prose, one, ends):
            return turned % 2 == 0 and not (prose.words[ends - 1] in USING and _in_part(prose, ends))
    if said is None:
        return turned % 2 == 1 and not lacking
    if _conditional(prose, said):
        return False
    if turned % 2 == 1:
        return said in _said(prose, _WITHOUT_IT)
    return turned == 0 and said in _said(prose, ALLOWS_ALL) and _unlimited(prose, said)


@lru_cache(maxsize=1024)
def _said(prose: Prose, phrases: tuple[str, ...]) -> dict[int, int]:
    """Return where some phrases begin in a text, and where the shortest that begins there ends."""
    return {one.start: one.end for one in reversed(find(prose, phrases))}


def _falls_short(prose: Prose, first: int, after: int) -> bool:
    """Whether a denial is none: `brings no fewer than ten points`, `is not considered enough`."""
    return not SCARCE.isdisjoint(prose.words[first : after + 1]) or not ENOUGH.isdisjoint(
        prose.words[after : after + 1]
    )


def _verbs_after(prose: Prose, statement: Statement, end: int) -> list[int]:
    """Return the verbs that say something of a subject."""
    first = statement.first
    found = [one for one in main_verbs(prose, first, statement.after) if one >= end]
    return found or [one for one in main_verbs(prose, end, statement.after) if one >= end]


def _only_allowed(prose: Prose, statement: Statement, verb: int, start: int) -> bool:
    """Whether a thing may be used by whoever bids and need not be."""
    words = prose.words
    if not BUYERS.isdisjoint(words[statement.first : verb]):
        return False
    if words[verb] not in MODALS or _conditional(prose, verb) or not _unlimited(prose, verb):
        return False
    rest = [one for one in words[verb + 1 : start] if one not in EMPTY]
    return bool(rest) and rest[0] in PERMITTED and BREAKS.isdisjoint(rest)


def _conditional(prose: Prose, verb: int) -> bool:
    """Whether a condition follows in the sentence: `may bid if …`, `may use X only …`, `may use X and no other`."""
    rest = prose.words[verb : around(prose, verb, verb)[1]]
    return not (CONDITIONS | NOTHING).isdisjoint(rest)


def _unlimited(prose: Prose, verb: int) -> bool:
    """Whether nothing before a verb limits who or what is meant: `only X may be used`, `nothing but X may be used`."""
    first, _ = around(prose, verb, verb)
    return (NEGATIVE | CONDITIONS).isdisjoint(prose.words[first:verb])
