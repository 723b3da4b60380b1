"""Whether what is told of an outage says that the portal, on the buyer's side, failed: `Portal down 11:40 to 12:30`.

A power cut at the bidder, its broadband or its computer is no outage of the portal, and `none reported` denies one. What is
alleged, or names neither side, can be read two ways; so can what bounds it, to hours, to a place or to some, until its hours are
held against the deadline.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.denial import DENIED, TIED, UNCLEAR, UNSAID
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.undecided import leaves_open
from fairaudit.analysis.names import words
from fairaudit.analysis.outagehours import hours_said, is_bounded
from fairaudit.analysis.recorded import kept

_ENDS = late_pattern(r"[;\n!]+|[.?](?=\s|$)|,?\s+(?:but|however|although|though|whereas)\b")
_BIDDER = r"(?:bidders?|suppliers?|tenderers?|candidates?|contractors?|firms?|compan(?:y|ies)|applicants?)"
_THINGS = r"(?:outages?|faults?|fail(?:ure|ures|ed|s)?|downtime|incidents?|problems?|issues?|errors?|interruptions?|disruptions?)"
_PORTALS = (
    r"\b(?:portals?|platforms?|e ?tender\w*|e ?procurement|e ?sourcing|tender box|(?:the|tender|tendering|submission|bidding"
    r"|procurement|councils?|authoritys|buyers?|our) (?:systems?|websites?|web site|site|servers?|host|provider|mailbox|inbox))\b"
)
_PORTAL = late_pattern(_PORTALS)
_SYSTEM = late_pattern(
    rf"{_PORTALS}|^(?:the )?systems?\b|\buploads? (?:service|function|page|facility)\b|\berror 50\d\b"
    r"|\bfor all (?:bidders|suppliers|tenderers|users)\b"
)
"""The portal, also by words that may be of another thing: with hours they are of the portal."""
_FAILED = late_pattern(
    rf"\b{_THINGS}\b|\b(?:down|out of (?:order|service|action|use)|off ?line|unavailab\w*|inaccessib\w*|unreachable|unusable"
    r"|not (?:be )?(?:available|accessible|reachable|reached|responding|working|accept\w*|load\w*|open\w*)"
    r"|crash\w*|faulty|failing|froze\w*|hung|time[ds]? ?out|broke\w*|interrupted|disrupted|maintenance)\b"
)
_NUMBERED = r"(?:log|ticket|incident|status page) (?:(?:entry|number|no|ref|reference) )?\w*\d"
_RECORD = late_pattern(rf"^{_NUMBERED}|\bportal {_NUMBERED}|\bno (?:uploads?|submissions?)\b")
"""A record that is kept of the portal, by its number, or that nobody could hand in."""
_BUYERS = late_pattern(r"\b(?:councils?|authoritys?|buyers?|our|data (?:centre|center)|host\w*)\b")
_NOT_THEIRS = late_pattern(rf"\b(?:no|not the) fault of (?:the |its )?{_BIDDER}\b|\bnot (?:the )?{_BIDDER} fault\b")
_OWN = late_pattern(
    r"\b(?:broadband|wi ?fi|router|laptop|computers?|pc|power (?:cut|failure|outage|supply)|electricity|premises|office"
    rf"|at (?:the |its |their )?{_BIDDER}|{_BIDDER} (?:own|it|systems?|servers?|networks?|internet"
    r"|connections?|e ?mail|sites?|websites?|equipment|providers?)|(?:its|their) (?:own|end|side|it|network|internet|connection"
    r"|server|system|provider))\b"
)
_DENIED = late_pattern(
    rf"\b(?:none|nil|nothing|no (?:evidence|record)(?: of (?:an |any |the )?{_THINGS})?)\b"
    rf"|\b(?:no|not any|without|never|rule[sd] out|den(?:y|ies|ied)) (?:\w+ ){{0,3}}{_THINGS}\b"
    r"|\b(?<!not )(?:working|worked|operational|functioning|running)\b(?! (?:again|from|since))"
)
_OPEN = late_pattern(
    r"\b(?:alleg\w*|claim\w*|unverified|unconfirmed|unprove[nd]|unsubstantiated|unclear|uncertain|disputed|doubt\w*|said to"
    r"|apparent\w*|suppos\w*|possibl[ey]|perhaps|maybe|might|may (?:have|be)|believe\w*|suspect\w*|assum\w*|likely"
    r"|presumabl[ey]|assert\w*|contend\w*|according to|pending|awaiting|whether"
    r"|(?:not|never|being|to be|cannot be) (?:yet |been |be )*(?:prove[nd]|shown"
    r"|confirmed|verified|established|evidenced|substantiated|recorded|checked|investigated|reproduced|replicated)"
    rf"|{_BIDDER} (?:\w+ ){{0,2}}(?:report|say|said|state|told|complain|mention|explain|argue|wrote|write|email)\w*"
    rf"|(?:reported|stated|said|told|raised|notified) by (?:the |a )?{_BIDDER})\b"
)


@lru_cache(maxsize=1024)
def portal_failed(text: str | None) -> bool | None:
    """Return whether a text says that the portal failed; `False` where it denies that, or tells of the bidder's own side.

    `None` where that can be read two ways, is only alleged, or is bounded to a time, a place or some. Hours from when until
    when are for whoever knows the deadline to hold against it.
    """
    hours = hours_said(text or "")
    failed = _failed(text, _SYSTEM if hours else _PORTAL)
    return None if failed and not hours and is_bounded(text or "") else failed


def _failed(text: str | None, portal: re.Pattern[str]) -> bool | None:
    if kept(text) is False:
        return False
    said = [" ".join(one) for piece in _ENDS.split(text or "") if (one := words(piece)) and not leaves_open(one)]
    found = {_says(one, portal) for one in said} - {UNSAID}
    return found == {TIED} if len(found) == 1 and UNCLEAR not in found else None


def _says(clause: str, portal: re.Pattern[str]) -> str:
    """Return what a clause says of a failure of the portal; empty where it does not speak of one."""
    said = _NOT_THEIRS.sub(" ", clause)
    rest, own = _OWN.sub(" ", said), _OWN.search(said) is not None
    named = portal.search(rest) is not None
    if own and not named and not _BUYERS.search(rest):
        return DENIED
    if own or _OPEN.search(said):
        return UNCLEAR
    if _DENIED.search(said):
        return UNCLEAR if _FAILED.search(_DENIED.sub(" ", said)) else DENIED
    if _RECORD.search(said):
        return TIED
    if not _FAILED.search(said):
        return UNSAID
    return TIED if named else UNCLEAR
