"""What a letter to a bidder says in words of the result: its place, who won, who was put out, what was met, its scores.

Only whole sentences of a few plain forms are read, so that whatever is added to one (`for quality`, `at the first stage`, `would
have been`) leaves it unread: what is read is compared with the record. A plain sentence may still be true of a part, a stage or
another moment: so nothing is read below a heading, nor in a letter that speaks of stages or of another letter.
"""

from __future__ import annotations

import re
from typing import Literal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.numberwords import NUMBERS
from fairaudit.analysis.text.letters.lines import sentences_of
from fairaudit.frozen import Frozen

_PLACES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_AND = late_pattern(r",? and (?=(?:the (?:contract|framework|successful|winning)|your|you)\b)", re.IGNORECASE)
_BIDS = r"(?:bids?|tenders?|offers?|proposals?|submissions?)"
_OPENING = (
    r"(?:(?:unfortunately|regrettably|overall),? )?"
    r"(?:(?:we|i) (?:(?:write|am writing|are writing|regret|wish|can|must) )?(?:to )?(?:inform|tell|notify|confirm|advise)"
    r"(?: to)?(?: you)? that )?(?:please note that )?"
)
_YOURS = r"(?:your (?:bid|tender|offer|proposal|submission)|you)"
_ADMITTED = "valid|admitted|compliant|evaluated|assessed|received"
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})"
# Of the unsuccessful, the remaining or the reserve tenders is another place: no other word stands here.
_OF_ALL = (
    r"(?:,? (?:out )?of (?:all )?(?:the )?"
    rf"(?:{_COUNT}(?: (?:{_ADMITTED}))?(?: {_BIDS})?|(?:{_ADMITTED}) {_BIDS}|(?<=all ){_BIDS}|(?<=all the ){_BIDS})"
    r"(?: (?:received|evaluated|assessed|admitted))?)?"
)
_POINTS = (
    r"(?:,? with (?:a )?(?:total |overall )?(?:score of )?(?P<points>\d[\d.,]*\d|\d)(?P<unit> ?%| points| per cent)?"
    r"(?P<most> out of \d+)?)?"
)
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
    rf"{_OPENING}{_YOURS} (?:was|were|has been|have been|is|are) (?P<no>not )?(?P<how>excluded|disqualified)"
    r"(?: from (?:the|this) (?:procurement|procedure|competition|tender|evaluation|process|contest))?"
    r"(?: (?P<ground>because|since) .{1,300})?",
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

_TOLD = r"(?P<told>\d{1,4}(?:\.\d{1,3})?)(?: points?| marks?)?"
_OF = r"(?:/| ?/ ?| out of (?:a (?:maximum|possible) )?)(?P<of>\d{1,4})"
_FIGURE = _TOLD + _OF
_SCORED = late_pattern(
    rf"(?:{_OPENING}{_YOURS}|the (?:successful|winning) {_BIDS} (?:of|from|by) (?P<who>[^,;:]{{1,120}}?))"
    r" (?:scored|received|achieved|obtained|(?:was|were|has been|have been) (?:awarded|given))"
    r" (?P<rest>\d.*?)(?: because .{1,300})?",
    re.IGNORECASE,
)
_NEXT = late_pattern(r"(?:, and |,? and |, |; )(?=\d)", re.IGNORECASE)
_FOR = late_pattern(
    rf"{_TOLD}(?:{_OF})?(?: points?| marks?)? (?:for|on)(?: the (?:criterion|question))?"
    r" [\"“‘']?(?P<label>[^\"”’]{1,120}?)[\"”’']?",
    re.IGNORECASE,
)
_SCORE_LISTED = late_pattern(rf"(?P<label>[^:\n]{{1,120}}?)(?::| [-–]) ?{_FIGURE}(?: points?| marks?)?", re.IGNORECASE)
_SCORE_OF_YOURS = late_pattern(
    rf"{_OPENING}your (?:(?:final|agreed|consensus|moderated) )?(?:score|mark) (?:for|on|in)(?: the (?:criterion|question))?"
    rf" [\"“‘']?(?P<label>[^\"”’:,;]{{1,120}}?)[\"”’']? (?:was|is) {_TOLD}(?:{_OF})?(?: points?| marks?)?",
    re.IGNORECASE,
)
# `Method 4, Staff 3`: one such alone may be anything, such as a page.
_IN_A_ROW = late_pattern(
    r"(?P<label>[^\W\d][^:,;\d\n]{0,80}?):? (?P<told>\d{1,4}(?:\.\d{1,3})?)(?: points?| marks?)?"
    r"(?:(?: ?/ ?| (?:out )?of (?:a (?:maximum|possible) )?)(?P<of>\d{1,4}))?(?: points?| marks?)?",
    re.IGNORECASE,
)
_ROW_ENDS = late_pattern(r", and |,? and |, |; ")


# Words of a letter that is about a stage, or about what another letter said: what it says may have been true for a time.
_ANOTHER_MOMENT = late_pattern(
    r"\b(?:stages?|rounds?|phases?|negotiations?|provisional(?:ly)?|interim|preliminary|initial(?:ly)?|originally"
    r"|withdraw|withdrawn|supersed\w+|rescored|re-scored|re-?evaluat\w+"
    r"|(?:our|previous|earlier|first|last) letter(?: of| dated)?)\b(?<!at this stage)",
    re.IGNORECASE,
)
_ANOTHERS = late_pattern(r"\b(?:successful|winning|winners?|awarded|preferred)\b", re.IGNORECASE)
# What a row below such words tells is published for all, or of whichever bid was best.
_OF_NO_ONE_BID = late_pattern(
    r"(?:(?:for|by way of|in) comparison,? )?(?:the )?(?:published )?"
    r"(?:weights|weightings|maxima|(?:maximum|highest|best|top|lowest|average|mean) (?:scores|marks|points|answers))\b"
    rf"(?!.*\byour?\b).*\b(?:as follows|these|follow|(?:any|all|every)(?: other)? {_BIDS})\b",
    re.IGNORECASE,
)
_NO_PLAIN = (
    "no sentence on the place, the winner, an exclusion, a pass/fail question or a score is in words that are read"
)


class Said(Frozen):
    """What a sentence of a letter says: the place, the winner, whether the bid is out, what it met, or a score of it.

    `what` is the place as a number, the name, `excluded` or `disqualified`, or the label of the criterion; `yes` whether it is
    out, or met it. `points` are told with the place or the winner, in the `unit` of the letter; `of` is how many bids there
    were; `ground` whether one is given for the exclusion. A score is `points` out of `most`, or of what is not said, and that of
    the bid of `who` where it is not the one that the letter is about.
    """

    kind: Literal["place", "winner", "out", "met", "score"]
    sentence: str
    what: str = ""
    yes: bool = True
    points: str = ""
    unit: str = ""
    of: int | None = None
    ground: bool = False
    most: str = ""
    who: str = ""


class Letter(Frozen):
    """What is read of a letter, how many of its sentences are not, and why nothing is or what is held back."""

    said: tuple[Said, ...]
    unread: int = 0
    why: str = ""


def letter_read(text: str, others: tuple[str, ...] = ()) -> Letter:
    """Return what a letter to a bidder says in plain sentences of its result; `others` are the names of its rivals."""
    if moment := _ANOTHER_MOMENT.search(text):
        return Letter((), why=f"it speaks of another stage or another letter (“{moment[0]}”)")
    found: list[Said] = []
    unread, why, above = 0, "", ""
    # Below the words on the winner, and beside a rival's name, `Insurance: pass` may be about the other tender.
    others_from = min([at for one in others if (at := text.casefold().find(one.casefold())) >= 0], default=len(text))
    anothers = _ANOTHERS.search(text)
    before = text[: min(others_from, anothers.start() if anothers else len(text))]
    own = before == text
    for each in sentences_of(text, lambda one: bool(_said_in(one, listed=True))):
        # A row of scores before the first word on another tender is of the letter's own.
        said = _said_in(each.text, listed=own or (each.text in before and bool(_in_a_row(each.text.strip(" .")))))
        listed = _is_listed(each.text) and (each.figure or each.under.casefold().startswith("your "))
        if said and each.under and not listed:
            why = why or f"what stands below “{each.under}” may be about that alone"
            said = []
        elif said and _is_listed(each.text) and _OF_NO_ONE_BID.match(above):
            why = why or f"what stands below “{above}” is of no one bid"
            said = []
        elif not said and not own and _said_in(each.text, listed=True):
            why = why or f"“{each.text}” may be about another tender that the letter speaks of"
        found += said
        unread += not said
        above = above if _is_listed(each.text) else each.text
    return Letter(tuple(found), unread, why or ("" if found else _NO_PLAIN))


def _said_in(sentence: str, *, listed: bool) -> list[Said]:
    """Return what a sentence says, nothing where it is not plain throughout."""
    words = " ".join(sentence.split()).strip(" .!;*•-–")
    # Halves count where all are plain: `If you had passed and you had come first` says nothing.
    read = [_read(half) for half in _AND.split(words)]
    return [each for some in read for each in some] if all(read) and (listed or not _is_listed(words)) else []


def _is_listed(sentence: str) -> bool:
    words = sentence.strip(" .!;*•-–")
    listed = _LISTED.fullmatch(words) or _SCORE_LISTED.fullmatch(words) or _in_a_row(words)
    return _MET.fullmatch(words) is None and bool(listed)


def _read(sentence: str) -> tuple[Said, ...]:
    one = _result(sentence)
    return (one,) if one else _scores(sentence)


def _scores(sentence: str) -> tuple[Said, ...]:
    """Return the scores that a sentence tells, each with how many it is out of; none where one of them is not plain."""
    scored = _SCORED.fullmatch(sentence)
    found = (
        [_FOR.fullmatch(one) for one in _NEXT.split(scored["rest"])]
        if scored
        else [_SCORE_OF_YOURS.fullmatch(sentence) or _SCORE_LISTED.fullmatch(sentence)]
    )
    found = found if any(found) else _in_a_row(sentence)
    who = (scored["who"] or "") if scored else ""
    read = [
        Said("score", sentence, one["label"].strip(), points=one["told"], most=one["of"] or "", who=who)
        for one in found
        if one
    ]
    return tuple(read) if len(read) == len(found) else ()


def _in_a_row(sentence: str) -> list[re.Match[str] | None]:
    """Return the scores that stand in a row, each behind its criterion; none where it is one alone or one is not plain."""
    found = [_IN_A_ROW.fullmatch(one) for one in _ROW_ENDS.split(sentence)]
    return found if len(found) > 1 and all(found) else []


def _result(sentence: str) -> Said | None:
    if ranked := _RANKED.fullmatch(sentence):
        word, of = ranked["word"], (ranked["count"] or "").lower()
        place = _PLACES.index(word.lower()) + 1 if word else int(ranked["ordinal"] or ranked["number"])
        number = (NUMBERS[of] if of in NUMBERS else int(of)) if of else None
        return Said("place", sentence, str(place), points=ranked["points"] or "", unit=_unit(ranked), of=number)
    if out := _PUT_OUT.fullmatch(sentence):
        return Said("out", sentence, out["how"].lower(), not out["no"], ground=bool(out["ground"]))
    if won := _WON.fullmatch(sentence):
        return Said("winner", sentence, won["who"].strip(), points=won["points"] or "", unit=_unit(won))
    if met := _MET.fullmatch(sentence) or _LISTED.fullmatch(sentence):
        return Said("met", sentence, met["label"].strip(), bool(met["yes"]))
    return None


def _unit(match: re.Match[str]) -> str:
    """Return what beside points the figure of a letter is given in: per cent, or out of a number."""
    unit = (match["unit"] or "").strip()
    return " ".join(one for one in ("" if unit == "points" else unit, (match["most"] or "").strip()) if one)
