"""Whether an extension is by its own words of something else than the time to bid: questions, site visits, validity of bids."""

from __future__ import annotations

import re
from datetime import date

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.references import DATE, TIME
from fairaudit.analysis.messages.said_to_stay import apart, only
from fairaudit.analysis.saiddays import days_said

_THING = (
    r"(?:questions?|quer(?:y|ies)|enquir(?:y|ies)|(?:requests? for )?clarifications?(?: (?:questions?|requests?))?"
    r"|requests? for information|(?:site )?visits?|Q ?(?:&|and) ?As?)"
)
_PUTTING = r"(?:ask|send|rais|submitt?|receiv|mak|lodg|submiss|receipt|putt?)(?:ing|ion|e)?(?: in)?(?: of)?"
_OFFER = r"(?:(?:the|your|their|its|all|of|every) ){0,4}(?:bids?|tenders?|offers?|proposals?)"
_VALIDITY = late_pattern(
    rf"\b(?:(?:bid|tender|offer|proposal) )?validity(?: (?:period|time|date))?(?: (?:of|for) {_OFFER})?\b"
    rf"|\b(?:(?:period|time) (?:during|for|in|within|of) which )?{_OFFER} "
    r"(?:(?:will|shall|must|should|to|is|are|be|remains?|stays?) ){1,4}(?:valid|(?:open )?for acceptance)\b"
    rf"|\b(?:keep|hold|leave)s?(?:ing)? {_OFFER} (?:valid|open for acceptance)\b"
    r"|\b(?:keep|hold|leave)s?(?:ing)? (?:your|their|its) (?:bids?|tenders?|offers?|proposals?) open\b",
    re.IGNORECASE,
)
_ASKING = late_pattern(
    rf"\b(?:deadlines?|time|period|end|(?:closing )?date)(?: limit)? (?:for|of|to) "
    rf"(?:(?:the|any|all|your|further|written|{_PUTTING}) ){{0,4}}{_THING}\b"
    rf"|\b{_THING} (?:deadline|period|window|time|closing date)\b"
    # `Questions extended to 3 May`, `Extension of the Q&A window`.
    rf"|\b{_THING}(?:(?: (?:is|are|was|were|has|have|been|be|will|now|hereby)){{0,3}} (?=extended|prolonged))"
    rf"|(?<=extension of )(?:(?:the|all) ){{0,2}}{_THING}\b",
    re.IGNORECASE,
)
_BIDDING = late_pattern(
    r"\b(?:bids?|bidding|tenders?|tendering|offers?|submissions?|submit(?:s|ted|ting)?|proposals?|deadlines?|clos(?:e[sd]?|ing))\b",
    re.IGNORECASE,
)
_OF_TIME = late_pattern(
    r"\b(?:dates?|times?|periods?|due)\b|\b(?:hours?|days?|weeks?) (?:more|longer|extra)\b"
    r"|\b(?:more|extra|further|additional) (?:\w+ )?(?:hours?|days?|weeks?)\b",
    re.IGNORECASE,
)
"""Words of what may be another time than that for which bids hold."""
_IN_PASSING = late_pattern(
    rf"\bvalidity (?:of|for) (?!{_OFFER}\b|\d|a (?:further|period)|another|further)|\bun(?:changed|affected|altered)\b"
    r"|\bvalidity (?:\w+ ){0,3}(?:remains?|stays?) (?!valid)",
    re.IGNORECASE,
)
"""Where validity is that of something else, or stays as it was."""
_CLAUSE = late_pattern(r"[.;\n]\s|, (?:and|but)\b")
_EXTENDING = late_pattern(rf"\b(?i:until|till|extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?|now)\b|\b(?:{DATE}|{TIME})\b")


_OF_A_DAY = late_pattern(
    r"(?i)\b(?:deadlines?|clos(?:es|ing)|due|dates?|last day|limits?|periods?|in by|(?:submitted|received|returned|sent) by)\b"
)
_OF_ANOTHER_DAY = late_pattern(
    r"(?i)\b(?:other|else|otherwise|rest|remaining|lots?|further|again|opening|opened|award|evaluation|interviews?|start|notice"
    r"|passed|expired|ended|closed|lapsed)\b"
)
_HOUR = late_pattern(rf"{TIME}|\b(?i:noon|midday|midnight|o'clock)\b|\b(?i:closing|submission) time\b")
_DAY = late_pattern(DATE)


def extends_something_else(text: str, until: date | None = None) -> bool:
    """Whether a text names what is extended, and it is not the time for bids, nor that as well.

    So it is, too, where it says of the deadline for bids that it stays and names nothing else that is extended.
    """
    said, stays = _of_what_is_moved(text, until)
    if stays and not _names(said):
        return True
    left = _ASKING.sub(" ", _VALIDITY.sub(" ", said))
    return left != said and not _BIDDING.search(left)


def extends_asking_alone(text: str, until: date | None = None) -> bool:
    """Whether a text says that the time for questions or visits is extended, and that the deadline for bids stays.

    Where it names days to which it moves something, and none is the one to which time was given, that may be another time.
    """
    said, stays = _of_what_is_moved(text, until)
    left = _ASKING.sub(" ", said)
    days = days_said(said, until)
    meant = until is None or not days or any(until in span for span in days)
    return stays and meant and left != said and not any(one.search(left) for one in (_BIDDING, _VALIDITY))


def extends_validity(text: str, until: date | None = None) -> bool:
    """Whether a text names nothing that is extended but for how long bids hold: of that no bidder has more time to bid."""
    said, stays = _of_what_is_moved(text, until)
    left = _VALIDITY.sub(" ", said)
    if left == said or _IN_PASSING.search(said) or any(one.search(left) for one in (_BIDDING, _ASKING)):
        return False
    # `You have until noon on 5 April. Offers shall remain valid for 90 days.`
    of_time = _OF_TIME.search(left) and not stays
    return not of_time and all(_VALIDITY.search(one) or not _EXTENDING.search(one) for one in _CLAUSE.split(said))


def _of_what_is_moved(text: str, until: date | None) -> tuple[str, bool]:
    """Return a text without what it says stays as it was, and whether that is the deadline for bids.

    Where nothing else is named that may be extended, it is left as it stands: `Extended to 6 April, all else in it stays`.
    """
    said = apart(text, until)
    stays = any(map(_is_the_deadline, said.stays))
    if not said.stays or not _names(said.moved):
        return said.moved if stays else text, stays
    # `Thank you for your tender. We extend its validity. The tender deadline is unchanged.`
    return only(said.moved, _may_move) if stays else said.moved, stays


def _names(text: str) -> bool:
    return any(one.search(text) for one in (_VALIDITY, _ASKING, _BIDDING))


def _may_move(part: str) -> bool:
    # `Tender extension` may be the heading of any.
    headed = "extension" in part.casefold() and _OF_A_DAY.search(part)
    return bool(headed) or any(one.search(part) for one in (_VALIDITY, _ASKING, _EXTENDING))


def _is_the_deadline(part: str) -> bool:
    """Whether what stays is the day by which all bids must be in: of its hour alone nothing is said of the day."""
    left = _ASKING.sub(" ", _VALIDITY.sub(" ", part))
    if _OF_ANOTHER_DAY.search(left) or (_HOUR.search(left) and not _DAY.search(left)):
        return False
    return bool(_BIDDING.search(left) and _OF_A_DAY.search(left))
