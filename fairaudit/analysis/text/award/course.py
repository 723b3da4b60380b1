"""Usual whole sentences of a method of award on the course of a procedure: how bids come in, who reads them, who is told.

None of them says who comes first. Each holds from its first word to its last, and no place in it is open to any words: what
could be a reward, an edge or a power to change stands in none of them. Heuristic.
"""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.award.parts import (
    ALL_BIDDERS,
    ARE,
    BIDDER,
    BIDDERS,
    BIDS,
    BUYER,
    IS_OR_WAS,
    MODERATION,
    MONTH,
    OF_THE_PANEL,
    STANDSTILL,
    TWO_TO_TEN,
)

_ALL_BIDS = rf"(?:all |the )*{BIDS}"
_PANEL = r"(?:the )?(?:evaluation )?(?:panel|committee|jury|team|board)"
_SCORERS = rf"(?:{_PANEL}|(?:all |the |panel )*(?:evaluators|assessors|members){OF_THE_PANEL})"
_PORTAL = (
    r"(?:the )?(?:(?:procurement|tender|e-?tendering|electronic|buyer['’]s|council['’]s) )?"
    r"(?:portal|platform|system|website)"
)
_BY = (
    rf"(?: (?:(?:on|in|through|via|by) (?:{_PORTAL}|e-?mail|post|letter|writing)|electronically|in writing|publicly))*"
)
_DATE = rf"(?:\d{{1,2}} {MONTH}(?: \d{{4}})?|{MONTH}(?: \d{{4}})?|\d{{4}}-\d\d-\d\d)"
_COUNT = rf"(?:\d+|{TWO_TO_TEN}|eleven|twelve|fifteen|twenty|thirty)"
_PLACE = r"(?:section|part|annex|appendix|schedule|chapter|table|document) (?:\d[\d.]*|[a-h])"
_OFFICER = (
    r"(?:an?|the|our|its|one)? ?(?:head of procurement|(?:(?:legal|financial|technical|procurement|finance|senior|independent) )*"
    r"(?:officer|adviser|advisor|manager|solicitor|lawyer|accountant|architect|engineer))"
)
_LAW = (
    r"(?:the )?(?:(?:public|procurement|contracts?|utilities|concessions?|light|touch) )*(?:act|regulations|directive|law)"
    r"(?: (?:\d{2,4}/\d+(?:/\w+)?|(?:19|20)\d\d))?"
)
_FORMS = (
    # How bids come in.
    rf"{_ALL_BIDS} {IS_OR_WAS} (?:opened|submitted|sent|received|uploaded|returned){_BY}(?: (?:by|before) the deadline)?",
    rf"(?:{_ALL_BIDS}|(?:all |the )?answers) (?:{IS_OR_WAS}|are to be)(?: (?:written|submitted))? in"
    r" (?:english|welsh|french|german|dutch)",
    rf"{ALL_BIDDERS} (?:must|shall|should|are to) sign the (?:form of tender|tender form|tender|bid|declaration)"
    rf"|{_ALL_BIDS} {IS_OR_WAS} signed",
    rf"{ALL_BIDDERS} (?:must|shall|will|should) (?:use|complete|fill in) the (?:form|forms|template|templates) in {_PLACE}"
    rf"|the (?:form|template) in {_PLACE} (?:must|shall|should) be (?:used|completed)",
    rf"{ALL_BIDDERS} (?:bear|pay|meet|will bear) (?:all )?(?:their|its) own costs(?: of (?:bidding|tendering))?"
    rf"|{BUYER} (?:does|do|will) not pay the costs? of (?:bidding|tendering)",
    rf"{ALL_BIDDERS} (?:must|may|shall) not (?:contact|approach) (?:(?:the )?members of the panel|the panel|(?:the )?evaluators)",
    rf"{ALL_BIDDERS} (?:may|can) (?:bid|tender) for (?:one|any|all)(?:,? (?:several,? )?or"
    r" (?:more|several|all)(?: of the)?)? lots?",
    r"references? (?:are|is|must be) sent in (?:an? )?separate envelopes?"
    rf"|(?:all )?(?:the )?documents are (?:available|(?:available )?(?:free(?: of charge)?|without charge)){_BY}",
    rf"{BUYER} (?:may|can|reserves the right to) (?:cancel|end|stop) the (?:tender|procurement|procedure|competition)"
    r"(?: at any time)?|the (?:tender|procurement|procedure|competition) may be cancelled(?: at any time)?",
    rf"{ALL_BIDDERS} (?:must|shall|should) (?:complete|fill in) all parts of the (?:form|forms|template)",
    rf"questions are answered{_BY}|consortia (?:may|can) (?:bid|tender)|subcontracting is (?:allowed|permitted)",
    r"(?:all )?(?:the )?(?:information|answers|bids|tenders) (?:is|are) (?:treated as|kept|held) (?:confidential|in confidence)",
    rf"{ALL_BIDDERS} (?:are|is) (?:encouraged|invited|advised|welcome) to (?:visit|see) the"
    r" (?:sites?|schools?|premises|buildings?|grounds|offices?|kitchens?)",
    rf"(?:answers|responses|replies) (?:are|is) limited to {_COUNT} (?:pages|words|sides)(?: each)?"
    rf"|(?:each|every) (?:answer|response) is limited to {_COUNT} (?:pages|words|sides)",
    rf"site visits? (?:can|may) be arranged(?: with the contact (?:(?:named|given) )?in {_PLACE})?"
    rf"|an? site visit (?:takes|will take|took) place on {_DATE}",
    # Questions and answers.
    rf"(?:{ALL_BIDDERS} (?:may|can) ask questions|questions (?:may|can|must) be asked){_BY}(?: (?:until|by|before) {_DATE})?",
    rf"(?:(?:all )?(?:the )?(?:clarifications|questions and answers|answers to questions)) {IS_OR_WAS}"
    r" (?:published|sent|shared|given)"
    rf"(?: (?:to|with) all bidders)?{_BY}(?: to all bidders)?",
    rf"(?:{_PANEL}|{BUYER}) (?:may|can) ask (?:the )?bidders? (?:to clarify (?:their|its) bids?|for clarifications?)"
    r"|clarifications? (?:does|do|will) not change (?:an?|the|any) (?:bids?|tenders?)",
    r"(?:collusi(?:on|ve tendering)|bid[- ]rigging|canvassing(?: of (?:officers|members|councillors|staff))?)"
    r" (?:leads|will lead|may lead) to (?:exclusion|disqualification)|canvassing disqualifies an? bidder",
    rf"{_ALL_BIDS} that are incomplete (?:may|will|shall) be rejected|abnormally low {_ALL_BIDS} {ARE}"
    r" (?:investigated|examined|looked into)",
    rf"interviews may be held to clarify {_ALL_BIDS}",
    rf"{_ALL_BIDS} {IS_OR_WAS} (?:first )?checked for (?:completeness|compliance)(?: first)?"
    r"|(?:the )?grounds (?:of|for) exclusion are checked first|(?:the )?exclusion grounds are checked first",
    # Who reads and scores, and that it is written down.
    rf"{_PANEL} is chaired by {_OFFICER}",
    rf"{_PANEL} (?:consists of|is made up of|comprises) (?:{_COUNT} )?(?:officers|people|members|staff) from (?:the )?"
    r"(?-i:[A-Z])[a-z]+(?:(?:, | and (?:the )?)(?-i:[A-Z])[a-z]+){0,4}",
    rf"{_PANEL} is (?:supported|assisted|advised) by {_OFFICER}(?: who does not score)?",
    rf"{_SCORERS} (?:is|are|was|were|has been|have been) trained(?: before (?:the opening|it scores|they score|scoring))?",
    rf"{_SCORERS} (?:reads?|(?:has|have) read) (?:all (?:the )?|the )?bids(?: before (?:it|they) meets?)?",
    rf"{_SCORERS} (?:sign|signs|signed|have signed) an? declaration of (?:interests?|impartiality|confidentiality)"
    rf"|{_SCORERS} (?:declare|declared|have declared|has declared) that (?:they have|it has) no conflicts? of interests?",
    rf"{_OFFICER} attends(?: the meetings?)? as an observer",
    rf"(?:bidders['’] names|the names of (?:the )?bidders) {IS_OR_WAS} (?:hidden from|not"
    rf" (?:shown|known|disclosed) to) {_SCORERS}",
    rf"{_SCORERS} (?:did|do|does) not see (?:the )?prices",
    r"each (?:evaluator|assessor) scores alone,? (?:and the panel then agrees (?:a|one) score|before the panel meets)",
    rf"{_PANEL} meets(?: on {_DATE})? to agree (?:its|the|their) scores?",
    r"(?:the )?weight(?:ing)?s are (?:shown|given) in brackets (?:after|behind|beside) each (?:question|criterion)",
    rf"{MODERATION} meeting {IS_OR_WAS} (?:held|minuted|recorded|chaired by {_OFFICER})",
    r"(?:the )?reasons are recorded for (?:each|every) score",
    rf"(?:the |an? )?evaluation report {IS_OR_WAS} (?:kept on file|signed by (?:all members of )?the panel)",
    rf"the evaluation (?:took|takes|will take) place in {_DATE}",
    r"(?:pages|text|words) beyond the (?:page |word )?limit (?:are|is) not (?:read|scored|evaluated)",
    rf"(?:the )?(?:evaluation criteria|scoring scale|price schedule|pricing schedule|scale) (?:is|are)(?: set out)? in {_PLACE}",
    r"(?:all )?prices (?:are in (?:pounds|euros?|sterling|dollars) and )?(?:exclude|are without) vat",
    # What follows, and who is told.
    rf"{BUYER} (?:will notify|notifies|informs|will inform) {ALL_BIDDERS} of the (?:outcome|results?|decision|award){_BY}"
    rf"|{BUYER} (?:publishes|will publish) (?:an|the) (?:contract )?award notice{_BY}",
    r"debriefs? (?:is|are) available on request|references? may be checked",
    r"the (?:award )?decision (?:is|will be) approved by (?:the )?(?:cabinet|board|council|committee)",
    rf"there is a {STANDSTILL} of {_COUNT} days before the contract is signed",
    rf"{ALL_BIDDERS} {IS_OR_WAS} (?:notified|informed|told)(?: of)?(?: the"
    rf" (?:outcome|results?|decision|award decision|reasons))?{_BY}",
    rf"(?:the |an? )?(?:notice of award|award notice|contract award notice|outcome|result|winner|winning bidder) {IS_OR_WAS}"
    rf" (?:published|announced)(?: within {_COUNT} days)?{_BY}",
    rf"(?:the )?contract (?:is|will be) signed (?:after the {STANDSTILL}|electronically|in writing)",
    rf"(?:the )?contract (?:can|may) be extended (?:by|for) (?:up to )?(?:an? |one |{_COUNT} )?(?:further )?"
    r"(?:years?|months)",
    rf"(?:an? |the )?standstill (?:period )?of {_COUNT} days follows the (?:award )?decision",
    rf"(?:unsuccessful|all) {BIDDERS} (?:receive|will receive|are sent|are given)"
    r" their scores and (?:the )?reasons",
    rf"the (?:successful|winning) {BIDDER} (?:must|shall|will) (?:provide|show|send)"
    r" (?:evidence|proof) of (?:its )?insurance",
    rf"(?:the )?contract (?:starts|will start|begins|runs from) (?:on )?{_DATE}"
    rf"|(?:the )?contract (?:runs|is let|is|lasts)(?: for)? {_COUNT} (?:years|months)",
    r"(?:the )?contract is let for the whole (?:borough|county|city|region|district|council)"
    r"|(?:the )?contract is not divided into lots|there are no lots|tupe applies|(?:the )?data are protected",
    rf"(?:the )?(?:tender|procurement|procedure|competition) {IS_OR_WAS} (?:run|conducted|carried out|held) (?:under|by) {_LAW}",
    rf"{ALL_BIDDERS} (?:can|may) complain to the (?:court|review body|ombudsman)|{BUYER}['’]s decision is final",
)
_COURSE = late_pattern("^(?:" + "|".join(_FORMS) + ")$", re.IGNORECASE)


def is_of_course(sentence: str) -> bool:
    """Whether a sentence is one of the usual ones on the course of a procedure, from its first word to its last."""
    return _COURSE.match(sentence) is not None
