"""What a letter to a bidder says in words of the result: its place, who won, who was put out, what was met, its scores.

Only whole sentences of a few plain forms are read, so that whatever is added to one (`for quality`, `at the first stage`, `would
have been`) leaves it unread: what is read is compared with the record and may accuse.
"""

from __future__ import annotations

import re
from typing import Literal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.frozen import Frozen

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_SENTENCES = late_pattern(r"(?<=[.!?;])\s+|\n+")
_AND = late_pattern(r",? and (?=(?:the (?:contract|framework|successful|winning)|your|you)\b)", re.IGNORECASE)
_BIDS = r"(?:bids?|tenders?|offers?|proposals?|submissions?)"
_OPENING = (
    r"(?:(?:unfortunately|regrettably|overall),? )?"
    r"(?:(?:we|i) (?:(?:write|am writing|are writing|regret|wish|can|must) )?(?:to )?(?:inform|tell|notify|confirm|advise)"
    r"(?: to)?(?: you)? that )?(?:please note that )?"
)
_YOURS = r"(?:your (?:bid|tender|offer|proposal|submission)|you)"
_OF_ALL = (
    rf"(?:,? (?:out )?of (?:the )?\w+(?: (?:valid|admitted|compliant|evaluated|assessed))?(?: {_BIDS})?(?: received)?)?"
)
_POINTS = r"(?:,? with (?:a )?(?:total |overall )?(?:score of )?[\d.,]+(?: ?%| points| per cent)?(?: out of \d+)?)?"
_RANKED = late_pattern(
    rf"{_OPENING}{_YOURS} (?:(?:was|were|has been|have been|is|are) (?:ranked|placed)|ranked|came|finished)(?: in)?(?: the)?"
    rf"(?: overall)? (?:(?P<word>{'|'.join(_PLACES)})|(?P<ordinal>\d{{1,3}})(?:st|nd|rd|th)|(?:number )?(?P<number>\d{{1,3}}))"
    rf"(?: (?:place|position))?(?: overall)?{_OF_ALL}{_POINTS}",
    re.IGNORECASE,
)
_WON = late_pattern(
    rf"{_OPENING}(?:(?:the|this) (?:contract|framework agreement) (?:was|has been|is|will be|is to be|is being) awarded to"
    rf"|(?:the )?(?:successful|winning) (?:bid|tender|bidder|tenderer|supplier|offer|provider) (?:was|is)(?: that of| from)?)"
    rf" (?P<who>[^,;:]{{1,120}}?){_POINTS}",
    re.IGNORECASE,
)
_PUT_OUT = late_pattern(
    rf"{_OPENING}{_YOURS} (?:was|were|has been|have been|is|are) (?P<no>not )?(?:excluded|disqualified)"
    r"(?: from (?:the|this) (?:procurement|procedure|competition|tender|evaluation|process|contest))?"
    r"(?: (?:because|since) .{1,300})?",
    re.IGNORECASE,
)
_MET = late_pattern(
    rf"{_OPENING}{_YOURS} (?:has |have )?(?:(?P<yes>met|passed|satisfied|fulfilled)"
    r"|failed(?: to (?:meet|pass|satisfy|fulfil))?|(?:did|does|do) not (?:meet|pass|satisfy|fulfil))"
    r"(?: the)?(?: (?:pass/fail|mandatory))?(?: (?:criterion|question|requirement))?(?: on| for)? "
    r"[\"“‘']?(?P<label>[^\"”’]{1,120}?)[\"”’']?"
    r"(?: (?:criterion|question|requirement))?",
    re.IGNORECASE,
)
_LISTED = late_pattern(
    r"(?P<label>[^:\n]{1,120}?)(?::| [-–])\s*(?:(?P<yes>pass|passed|met)|fail|failed|not met|not passed)", re.IGNORECASE
)
_FIGURE = r"(?P<told>\d{1,4}(?:\.\d{1,3})?)(?: points?| marks?)?(?:/| ?/ ?| out of (?:a (?:maximum|possible) )?)(?P<of>\d{1,4})"
_SCORED = late_pattern(
    rf"{_OPENING}{_YOURS} (?:scored|received|achieved|obtained|(?:was|were|has been|have been) (?:awarded|given)) (?P<rest>\d.*)",
    re.IGNORECASE,
)
_NEXT = late_pattern(r"(?:, and |,? and |, |; )(?=\d)", re.IGNORECASE)
_FOR = late_pattern(
    rf"{_FIGURE}(?: points?| marks?)? (?:for|on)(?: the (?:criterion|question))? [\"“‘']?(?P<label>[^\"”’]{{1,120}}?)[\"”’']?",
    re.IGNORECASE,
)
_SCORE_LISTED = late_pattern(rf"(?P<label>[^:\n]{{1,120}}?)(?::| [-–]) ?{_FIGURE}(?: points?| marks?)?", re.IGNORECASE)
_OF_OTHERS = late_pattern(
    r"\b(?:winn\w+|success\w*|preferred|other|others|another|highest|best|average|mean|maximum|available|previous\w*|initial\w*)\b",
    re.IGNORECASE,
)
"""What a list of scores may be of, besides the bid: nobody knows then whose they are."""


class Said(Frozen):
    """What a sentence of a letter says: the place, the winner, whether the bid is out, what it met, or a score of it.

    `what` is the place as a number, the name, or the label of the criterion; `yes` whether it is out, or met it; `told` the
    score, `of` how many it is out of.
    """

    kind: Literal["place", "winner", "out", "met", "score"]
    sentence: str
    what: str = ""
    yes: bool = True
    told: str = ""
    of: str = ""


def said_of_the_result(text: str) -> tuple[Said, ...]:
    """Return what the sentences of a letter that are of a plain form say of its result, in their order."""
    found: list[Said] = []
    for one in _SENTENCES.split(text):
        sentence = " ".join(one.split()).strip(" .!;*•-–")
        # Halves count where all are plain: `If you had passed and you had come first` says nothing.
        read = [_read(half) for half in _AND.split(sentence)]
        found += [each for some in read for each in some] if all(read) else []
    return tuple(found if not _OF_OTHERS.search(text) else [one for one in found if not _is_listed(one)])


def _is_listed(said: Said) -> bool:
    """Whether a score stands in a list, of which the words around it may say whose it is."""
    return said.kind == "score" and _SCORE_LISTED.fullmatch(said.sentence) is not None


def _read(sentence: str) -> tuple[Said, ...]:
    one = _result(sentence)
    return (one,) if one else _scores(sentence)


def _scores(sentence: str) -> tuple[Said, ...]:
    """Return the scores that a sentence tells, each with how many it is out of; none where one of them is not plain."""
    scored = _SCORED.fullmatch(sentence)
    found = (
        [_FOR.fullmatch(one) for one in _NEXT.split(scored["rest"])] if scored else [_SCORE_LISTED.fullmatch(sentence)]
    )
    read = [Said("score", sentence, one["label"].strip(), told=one["told"], of=one["of"]) for one in found if one]
    return tuple(read) if len(read) == len(found) else ()


def _result(sentence: str) -> Said | None:
    if ranked := _RANKED.fullmatch(sentence):
        word = ranked["word"]
        place = _PLACES.index(word.lower()) + 1 if word else int(ranked["ordinal"] or ranked["number"])
        return Said("place", sentence, str(place))
    if out := _PUT_OUT.fullmatch(sentence):
        return Said("out", sentence, yes=not out["no"])
    if won := _WON.fullmatch(sentence):
        return Said("winner", sentence, won["who"].strip())
    if met := _MET.fullmatch(sentence) or _LISTED.fullmatch(sentence):
        return Said("met", sentence, met["label"].strip(), bool(met["yes"]))
    return None
