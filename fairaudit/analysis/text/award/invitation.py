"""Usual whole sentences of British invitations to tender on how bids are scored, checked and told of, and what follows.

None of them says who comes first. As in `course` each holds from its first word to its last, and no place in it is open to
any words: what could be a reward, an edge or a power to change a score stands in none of them. Heuristic.
"""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.award.parts import (
    BIDDER,
    BUYER,
    BY_THEMSELVES,
    IS_OR_MUST_BE,
    MEETING,
    MODERATION,
    MONTH,
    SCORERS,
    TWO_TO_TEN,
)

_BIDDERS = rf"(?:(?:all|the|any|each|unsuccessful|successful) )*{BIDDER}s?"
_BID = r"(?:bid|tender|offer|submission|response)"
_COUNT = rf"(?:\d+|one|{TWO_TO_TEN})"
_BY_DATE = (
    r"(?: (?:until|by|before)(?: (?:12 noon|noon|midday|midnight|\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?|\d\d:\d\d) on)?"
    rf" \d{{1,2}} {MONTH}(?: \d{{4}})?)?"
)
_PORTAL = r"(?: (?:through|via|on|using) the (?:(?:procurement|tender|e-?tendering) )?(?:portal|system|platform))?"
_ALONE = rf"(?:{BY_THEMSELVES})"
_MEETING = rf"{MODERATION}{MEETING}"
_ONE_SCORE = (
    r"(?:a|one|the) (?:single )?(?:consensus|agreed|moderated|final)? ?score(?: (?:for|to) each"
    r" (?:question|answer|response))?"
)
_ANSWERS = r"(?:(?:each|every|all|the|quality) )*(?:questions?|answers?|responses?)"
_APPROVER = (
    r"(?:the )?(?:full council|council|cabinet|(?:relevant )?committee|board|governing body|chief executive|head of procurement"
    r"|director of finance)"
)
_CANCELS = (
    r"(?:to )?(?:cancel|abandon|terminate|discontinue|withdraw from) (?:the|this) (?:procurement|procedure|tender|competition)"
    r"(?: (?:process|exercise))?(?: at any (?:time|stage))?"
)
_NO_AWARD = r"(?:to )?not (?:to )?award (?:a|any|the) contract"
_FORMS = (
    # How answers are scored, by whom, and of what.
    rf"{_ANSWERS} {IS_OR_MUST_BE} (?:scored|marked|evaluated) by (?:{_COUNT}"
    rf" )?(?:evaluators|assessors|members of the panel) {_ALONE},?"
    rf" (?:followed by|before) {_MEETING} (?:to agree {_ONE_SCORE}|at which {_ONE_SCORE} is agreed)",
    rf"{SCORERS} (?:will )?scores? (?:{_ANSWERS} )?{_ALONE} (?:and|who) (?:will )?then (?:(?:meets?|will meet) to agree"
    rf"|agrees?) {_ONE_SCORE}(?: (?:at|in) {_MEETING})?",
    rf"{SCORERS} (?:will )?scores? (?:{_ANSWERS} )?{_ALONE} (?:and|before) {_MEETING},?"
    rf" (?:(?:is|will be) held to agree|at which) {_ONE_SCORE}(?: (?:is|will be) agreed)?",
    r"(?:the )?scores (?:are|will be) moderated (?:at|in) (?:a|the) (?:meeting|session) (?:chaired|led|run) by"
    r" (?:an? |the )?procurement(?: (?:officer|team|lead|manager))?",
    rf"(?:the )?(?:evaluation )?panel will (?:consist of|be made up of|comprise) {_COUNT}"
    rf" (?:officers|members|people|evaluators)",
    r"(?:the )?(?:evaluation )?panel will (?:consist of|be made up of|comprise) (?:officers|staff|members) from (?:the )?"
    r"(?-i:[A-Z])[a-z]+(?:(?:, | and (?:the )?)(?-i:[A-Z])[a-z]+){0,4}",
    rf"{SCORERS} (?:will|must|shall) sign an? declaration of (?:interests?|impartiality|confidentiality)",
    rf"only (?:the )?information (?:contained |provided |given )?in (?:the|a|your|each) {_BID}s? (?:will be|is)"
    r" (?:evaluated|considered|scored|assessed|taken into account)"
    rf"|{SCORERS} (?:will |shall )?only (?:consider|evaluate|score|assess) (?:the )?information (?:contained |given"
    rf" )?in the {_BID}",
    r"(?:answers|responses|text|words|pages|anything) (?:over|above|exceeding|beyond|in excess of) the"
    r" (?:word|page) (?:limit|count)"
    r" (?:is|are|will|shall) not (?:be )?(?:read|evaluated|considered|scored|assessed)"
    rf"|(?:answers|responses) must not exceed {_COUNT} (?:words|pages|sides)(?: (?:per|for each|each) ?(?:question|answer)?)?",
    r"(?:the )?weighting(?:s)? (?:for|of) (?:each|every) (?:question|criterion) (?:is|are) (?:shown|set out|given)"
    r" (?:in the table )?"
    r"(?:below|above)",
    r"(?:the )?weighted scores? (?:is|are) calculated by dividing the (?:agreed |consensus )?score by the maximum"
    r" (?:possible |available )?score and multiplying (?:it |the result )?by the (?:question )?weighting",
    r"(?:the )?most (?:economically )?advantageous tender (?:is|will be) (?:determined|identified|found) by adding"
    r" (?:together )?(?:the )?quality (?:scores?|points) (?:and|to) (?:the )?price (?:scores?|points)(?: together)?",
    rf"(?:the )?contract (?:is|will be|shall be) awarded to the {BIDDER} submitting the most (?:economically )?advantageous"
    r" (?:tender|bid|offer)",
    rf"(?:the )?{BIDDER} with the highest (?:(?:total|overall|combined|final) )?score (?:is|will be) invited to enter into"
    r" (?:the|a) contract",
    r"(?:interviews|presentations|site visits) (?:are|will) not (?:be )?(?:scored|evaluated|marked)",
    # What bids are asked for and how they are checked.
    rf"{_BID}s will first be checked for (?:completeness|compliance)(?: and (?:completeness|compliance))?",
    rf"{_BIDDERS} (?:must|should|shall) (?:complete|return|submit|sign) (?:and (?:return|sign) )?the (?:form of"
    rf" tender|tender form)"
    r" and the pric(?:e|ing) schedule",
    rf"{_BIDDERS} (?:must|should|shall) submit (?:their|its) {_BID}s?{_PORTAL}{_BY_DATE}",
    rf"(?:clarification )?questions (?:must|should) be (?:submitted|sent|asked|raised){_PORTAL}{_BY_DATE}",
    rf"questions are answered{_PORTAL}{_BY_DATE}(?: and (?:the )?answers are (?:sent|shown|published) to all(?: {_BIDDERS})?)?",
    rf"{BUYER} (?:is|will be|shall be|will|shall) not (?:be )?(?:liable|responsible) for any (?:costs?|expenses?)"
    rf"(?: incurred)?(?: by (?:any )?{_BIDDERS})?(?: in (?:bidding|tendering|preparing (?:their|its) {_BID}s?))?",
    rf"prices must be (?:fixed|held|firm) for the (?:first {_COUNT} years|first year|initial (?:term|period))",
    rf"(?:{_BIDDERS} are reminded that )?(?:canvassing|collusion) (?:leads|will lead|will result|results) (?:to|in)"
    r" (?:exclusion|disqualification)|any (?:attempt to canvass|canvassing)(?: (?:officers|members|councillors))? will"
    r" (?:result in|lead to) (?:exclusion|disqualification)",
    # What the buyer may do that changes no score.
    rf"{BUYER} (?:reserves the right to|may) (?:seek|request|ask for|obtain) clarifications?(?: from (?:any )?{_BIDDERS})?"
    rf"(?: (?:of|on) any (?:aspect|part) of (?:a|any|the|their) {_BID}s?)?",
    rf"{BUYER} (?:reserves the right to|may) (?:clarify|seek clarification of) any (?:aspect|part) of (?:a|any|the) {_BID}",
    rf"{BUYER} (?:reserves the right|may) (?:{_CANCELS}|{_NO_AWARD})(?: (?:or|and) (?:{_CANCELS}|{_NO_AWARD}))?",
    rf"abnormally low {_BID}s will be (?:investigated|examined|queried) and may be rejected"
    rf"|(?:where|if) an? {_BID} appears (?:to be )?abnormally low,? {BUYER} (?:will ask|may ask|asks|will require) the"
    rf" {BIDDER} to explain (?:its|the) prices?|(?:where|if) an? {_BID} appears (?:to be )?abnormally low,? {BUYER}"
    r" may reject it",
    # What follows the choice, and who is told.
    rf"(?:the )?(?:contract )?award (?:is|will be) subject to (?:budget |formal |final )?approval (?:by|of) {_APPROVER}"
    r"(?: and (?:to )?(?:the|a|any) call-in(?: period)?)?",
    rf"(?:the )?(?:evaluation )?panel (?:makes|will make) (?:a|its) recommendation to {_APPROVER}"
    rf"|(?:the )?recommendation (?:for|of|to) award (?:is|will be) approved by {_APPROVER}",
    r"(?:the )?standstill period (?:ends|will end|expires) (?:at midnight )?(?:at the end of|on) the"
    r" (?:eighth|tenth) (?:working )?"
    r"day",
    rf"{_BIDDERS} (?:(?:will )?receives?|(?:are|will be) (?:sent|given|provided with)) (?:an? )?(?:assessment summar(?:y|ies)"
    r"|standstill letters?|award decision notices?|(?:written )?feedback(?: on (?:its|their) (?:bid|tender)s?)?)",
    rf"references (?:are|will be) taken up (?:for|from) the (?:preferred|successful|winning) {BIDDER}",
    r"(?:the |an? )?(?:contract award|award decision|contract details) notice will be published"
    r"(?: on (?:find a tender|contracts finder|the central digital platform))?",
    rf"(?:the )?contract is for {_COUNT} years,? with an? option to extend (?:for|by)(?: up to)?(?: an?)?(?: further)?"
    rf" ?{_COUNT} (?:further )?(?:years?|months)|(?:the )?contract (?:is|will) not (?:be )?divided into lots",
    r"this (?:procurement|tender|competition) is (?:conducted|run|carried out) under the (?:procurement act 2023|public contracts"
    r" regulations 2015)",
)
_INVITED = late_pattern("^(?:" + "|".join(_FORMS) + ")$", re.IGNORECASE)


def is_of_an_invitation(sentence: str) -> bool:
    """Whether a sentence is one of the usual ones of an invitation to tender, from its first word to its last."""
    return _INVITED.match(sentence) is not None
