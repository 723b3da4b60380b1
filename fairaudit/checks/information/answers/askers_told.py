"""Whether a message, a document or a publication that went to several says which of the bidders had asked."""

import re
from collections.abc import Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import names_as_a_name, organisation_name, words
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.information.answers.askers import ASKED, ASKING, Named, name_told
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.field import field_of, withdrawn_from
from fairaudit.procurement.node import Node
from fairaudit.procurement.published import is_for_all, names_nobody
from fairaudit.procurement.recipients import stands_for, told
from fairaudit.procurement.records import Event

_TELLING = frozenset({"answer", "document", "publication", "contact"})
"""Kinds of events by which something goes to bidders in words."""

_ASKS = late_pattern(rf"\b(?:{ASKED}|{ASKING})\b", re.IGNORECASE)
"""Without a word of asking nobody is said to have asked."""


@check
def asker_told(node: Node[Event], case: Case) -> Found[Named]:
    """Flag words that went to others and say that a bidder asked; those of a recorded question are told with that question."""
    event = node.value
    text = event.text or event.topic or ""
    if event.kind not in _TELLING or not _ASKS.search(text) or " ".join(words(text)) in case.once(_answers):
        return
    keys = told(case, event).keys
    if names_nobody(event) and is_for_all(case, event):
        keys = frozenset({EVERYBODY})
    for key in (*field_of(case), *withdrawn_from(case)):
        others = keys - set(stands_for(case, key))
        if not others:
            continue
        sure = [names_as_a_name(text, name) for name in _names(case, key) if _asked(text, name)]
        if sure:
            # Who talks with several together is heard by all of them.
            confidence = None if any(sure) and event.kind != "contact" else "possible"
            facts = Named(case.party_name(key), name_told(others))
            yield Hit(event.field("text" if event.text else "topic"), facts, (), confidence, key)


def _names(case: Case, key: str) -> Iterator[str]:
    party = case.party(key)
    yield from (one for one in (party.name, *(party.aliases or ())) if one) if party else (key,)


def _asked(text: str, name: str) -> bool:
    """Whether a text has a whole name, with or without its legal form, beside a word of asking."""
    core = organisation_name(name).core
    if not core or len("".join(core)) < 3:
        return False
    said, own = " ".join(words(text.replace("&", " and "))), re.escape(" ".join(core))
    behind = r"(?: (?:ltd|limited|plc|llp|cic|gmbh|ag|sa|sarl|srl|spa|bv|nv|ab|as|oy|inc|llc|co))?"
    asks = rf"\b{own}{behind}(?: (?:has|have|had|also|already))? {ASKED}\b|\b{ASKING} (?:by|from) {own}\b"
    return re.search(asks, said) is not None


def _answers(case: Case) -> frozenset[str]:
    """Return the words of all recorded answers."""
    return frozenset(" ".join(words(one.answer)) for one in case.enquiries if one.answer)
