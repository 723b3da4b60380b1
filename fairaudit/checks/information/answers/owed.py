"""What went to one bidder and is owed to no other: a receipt, a refusal, a paper of its own."""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.acknowledgements import only_keeps
from fairaudit.analysis.messages.away_notes import is_an_away_note
from fairaudit.analysis.messages.may_put_off import may_put_off
from fairaudit.analysis.messages.of_no_use import HOLDS, NOTHING, POINTS, is_a_form, is_perhaps_its_own, said_of_use
from fairaudit.analysis.messages.put_off import is_still_to_come, may_be_to_come
from fairaudit.analysis.messages.turned_away import only_turns_away
from fairaudit.analysis.messages.unhelpful import tells_nothing
from fairaudit.analysis.messages.ways import only_shows_the_way
from fairaudit.analysis.names import words
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event

OWED, ASKED, NOT_OWED = "owed", "asked", "not-owed"

_FORM = late_pattern(
    r"(?i)\b(?:large[- ]print|braille|easy[- ]read|audio (?:copy|version)|accessible (?:copy|version|format)"
    r"|reasonable adjustments?|same (?:content|text|wording)|translation of)\b"
)
_BIDDER = frozenset({"bidder", "tenderer", "supplier", "contractor", "firm", "company", "them", "applicant"})
_CAME = late_pattern(
    r"\b(?:(?:received|obtained|back|in|came|comes|sent in|handed in) from"
    r"|(?:submitted|sent|sent in|provided|supplied|returned|delivered|uploaded|lodged|signed|handed in|given) by|^from)"
    r" (?:the |this |our )?(\w+)"
)
_HANDED = frozenset({"forwarded", "passed", "referred", "escalated", "directed", "copied"})
_WENT = frozenset({"to", "reply", "replied", "comments", "commented", "forwarded", "passed", "answer", "revised"})
_MOST_BESIDE = 10
"""How many words may tell that a paper came from a bidder: more may tell that something went back."""
MOST_NAMED = 20
"""Of how many of those whom it was for the names are left out of what an event says."""


def names_of(case: Case, event: Event) -> frozenset[str]:
    """Return the words by which those are called whom an event was for."""
    whom = [one for one in (event.bidder, *(event.recipients or ())) if one]
    return frozenset(word for one in whom[:MOST_NAMED] for word in (*words(case.party_name(one)), *words(one)))


def holds_nothing(case: Case, event: Event) -> bool:
    """Whether an event told nobody anything, so that it is no record of a thing that went to bidders."""
    if event.kind not in ("answer", "document"):
        return False
    return _said(case, event) == NOTHING or from_bidder(case, event) == NOT_OWED


def may_hold_nothing(event: Event, asked: str) -> bool:
    """Whether what went as an answer may say only that there is none yet: then it is a question whether it told anything."""
    if event.kind != "answer" or event.document or not event.text:
        return False
    said = event.text
    away = (
        may_put_off(said, asked) or may_be_to_come(said, asked) or only_turns_away(said, asked) or tells_nothing(said)
    )
    # `Closed` may be said of the office or of the question.
    return away or (len(words(said)) > 1 and is_an_away_note((said,)))


def _only_keeps(said: str) -> bool:
    # To whom a question went may tell something: `Forwarded to Birch`.
    return only_keeps(said) and _HANDED.isdisjoint(words(said))


def owed_by_words(case: Case, event: Event, several: bool) -> str:
    """Return whether an event is owed to all by its words; what points to an answer may be one of several records of it."""
    if event.kind not in ("answer", "document"):
        return OWED
    if event.kind == "document" and is_a_form(event.document, names_of(case, event)):
        return ASKED if event.text and _said(case, event) == HOLDS and not _only_signing(case, event) else NOT_OWED
    said = _said(case, event)
    if said == HOLDS:
        asked = (
            _opens_so(case, event)
            or _is_its_own(case, event)
            or _in_another_form(event)
            or may_hold_nothing(event, "")
            or (event.kind == "answer" and not event.document and only_shows_the_way(event.text or ""))
        )
        return ASKED if asked else OWED
    return ASKED if said == POINTS and several else NOT_OWED


def _only_signing(case: Case, event: Event) -> bool:
    return is_a_form(event.text, names_of(case, event)) or from_bidder(case, event) == NOT_OWED


def _said(case: Case, event: Event) -> str:
    """Return what an event's words hold: a document's name must say as much as its text, a topic only where there is no text."""
    said = event.text or ""
    if event.kind == "answer" and not event.document and (is_still_to_come(said) or _only_keeps(said)):
        return NOTHING
    names = names_of(case, event)
    wanted = [one for one in (event.document, event.text) if one] or [event.topic or ""]
    found = {said_of_use(one, names) for one in wanted}
    return HOLDS if HOLDS in found else POINTS if POINTS in found else NOTHING


def _opens_so(case: Case, event: Event) -> bool:
    """Whether a document is called a receipt and its text says more, or says nothing of it: then it is a question."""
    names = names_of(case, event)
    return event.kind == "document" and said_of_use(event.document, names) == NOTHING


def _is_its_own(case: Case, event: Event) -> bool:
    """Whether a document went to one bidder, and may by its name concern no other: then it is a question."""
    whom = {one for one in (event.bidder, *(event.recipients or ())) if one}
    own = names_of(case, event) if len(whom) == 1 else frozenset[str]()
    return event.kind == "document" and bool(own) and is_perhaps_its_own(event.document, own)


def _in_another_form(event: Event) -> bool:
    """Whether a document is said to be a copy of what others have in a form that one bidder needs: then it is a question."""
    return event.kind == "document" and any(_FORM.search(one) for one in (event.document, event.text) if one)


def from_bidder(case: Case, event: Event) -> str:
    """Return whether a document came from its bidder, by its name or text, and nothing went back."""
    if event.kind != "document" or not event.bidder or event.recipients:
        return OWED
    own = _BIDDER | names_of(case, event)
    for text in (event.text, event.topic, event.document):
        said = words(text or "")
        match = _CAME.search(" ".join(said))
        if match and match[1] in own:
            return ASKED if _WENT & set(said) or len(said) > _MOST_BESIDE else NOT_OWED
    return OWED
