"""Usual whole sentences of a method of award that say how a panel works, or what comes before and after the choice.

None of them says who comes first: the sentence must be of one of these forms from its first word to its last. Heuristic.
"""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.award.parts import (
    ALL_BIDDERS,
    ARE,
    ARE_NOT,
    BIDDER,
    BIDDERS,
    BIDS,
    BUYER,
    BY_THEMSELVES,
    COUNT,
    DAYS,
    MEETING,
    MODERATION,
    PANEL,
    SCORERS,
    STANDSTILL,
)

_SUBJECT = r"(?:(?!(?:that|which|who|and|or|to|by|then|with|for|from|as|prefer\w*|favou?r\w*)\b)[a-z]+(?: |$)){1,4}"
_ALONE = rf"(?:{BY_THEMSELVES}|on (?:their|its|his or her) own)"
_ONE_SCORE = (
    r"(?:agrees?|to agree|agreeing|reach(?:es)?|to reach) (?:on )?(?:one|a|the)(?: (?:single|agreed|final|consensus|moderated))* "
    r"scores?"
)
_WHAT = r"(?:(?:quality )?(?:answers?|questions?|criteri(?:on|a)|bids?|tenders?))"
_FOR_EACH = rf"(?: (?:for|per|on|to) (?:each|every|the|all) {_WHAT})?"
_MEETS = rf"(?:(?:they )?(?:then |afterwards )?(?:meets?|moderates?|{_ONE_SCORE}){_FOR_EACH})"
_ALSO = rf"(?: (?:and|to) {_MEETS}|,? (?:with|giving) (?:a |their |written )*(?:reasons?|comments?))*"
_OPENED = r"(?:opened|shown|disclosed)(?: to (?:the )?(?:panel|evaluators))?"
_QUALITY_DONE = (
    r"(?:(?:the )?(?:quality )?(?:scores?|scoring|evaluation)(?: of quality)? (?:is|are|has been|have been) "
    r"(?:final|finished|complete|completed|agreed|locked|recorded|fixed)"
    r"|(?:the )?quality (?:is|has been) (?:scored|evaluated|assessed|marked))"
)
_LOW = r"abnormally low (?:tenders?|bids?|offers?|prices?)"
_CHOSEN = r"(?:preferred|successful|winning|first-ranked|recommended)"
_SENTENCES = (
    # Who scores, one by one and together: what each gives and what the panel agrees is held to the criteria elsewhere.
    rf"{SCORERS} (?:(?:will|shall|first|then) )*(?:scores?|marks?|evaluates?|assess(?:es)?)"
    rf"(?: (?:each|every|the|all) (?:bids?|tenders?|answers?))?(?: first)? {_ALONE}(?: first)?{_ALSO}"
    rf"(?:,? (?:and )?then (?:{SCORERS} )?(?:(?:will|shall) )?{_MEETS}{_ALSO})?",
    rf"(?:then )?{SCORERS} (?:then |will |shall )*(?:(?:meets?|meet|moderates?)(?: to)? )?{_ONE_SCORE}{_FOR_EACH}{_ALSO}",
    rf"(?:the |all )?(?:bids|tenders|offers|proposals|answers) {ARE} (?:evaluated|assessed|scored|read) by "
    rf"(?:an? |the )?{PANEL}(?: (?:of|with|made up of) (?:(?:at least|up to) )?{COUNT} "
    r"(?:\w+ )?(?:officers|members|people|persons|evaluators|assessors|experts))?"
    rf"(?: with (?:\w+ )?(?:experience|knowledge) (?:of|in) {_SUBJECT})?",
    rf"{SCORERS} (?:(?:will|shall|first) )*(?:scores?|marks?|evaluates?|assess(?:es)?)(?: (?:each|every|the|all) (?:bids?"
    rf"|tenders?|answers?))? {_ALONE} (?:before|prior to|ahead of) {MODERATION}{MEETING}?",
    rf"(?:the )?{PANEL} is (?:supported|assisted|advised) by an? (?:procurement|finance|legal"
    r"|technical) (?:officer|adviser|manager) who (?:does|will) not (?:score|vote|mark)",
    # When prices are seen.
    rf"(?:the )?prices? (?:is not|{ARE_NOT}) (?:known|shown|disclosed|visible) to (?:the |those )*(?:quality )?(?:evaluators"
    r"|assessors|panel|members|evaluators who score quality|who score quality)",
    rf"(?:{SCORERS}|who scores quality) (?:do(?:es)?|will|shall|must) not (?:see|know|have access to) (?:the )?prices? "
    rf"(?:until|before) {_QUALITY_DONE}",
    rf"(?:the )?prices? (?:are|is|will be) (?:not {_OPENED} (?:until|before)|{_OPENED} (?:only )?(?:after|once)) {_QUALITY_DONE}",
    # Whether there is a contract at all, and what follows the choice.
    r"(?:the )?contract (?:is|will be|shall be) awarded to the (?:tenderer|bidder|supplier) (?:who|that|which) (?:submits"
    r"|submitted|has submitted|offers) the most (?:economically )?advantageous (?:tender|bid|offer)"
    r"(?: (?:as set out in|according to|by) the (?:published )?award criteria)?",
    rf"(?:late {BIDS}|{BIDS} (?:received|that arrive|which arrive) (?:late|after the (?:deadline|closing time)))"
    rf" {ARE_NOT} (?:considered|accepted|opened|evaluated|admitted)",
    rf"{BUYER} (?:may|will|reserves the right to) (?:reject|exclude) (?:an |any )?{_LOW}(?: after (?:asking for|seeking"
    r"|requesting|receiving|considering) (?:an |the |its )?explanations?)?",
    rf"variants?(?: {BIDS})? {ARE_NOT} (?:accepted|permitted|allowed|considered|invited)"
    rf"|no variants?(?: {BIDS})? {ARE} (?:accepted|permitted|allowed|considered)"
    rf"|variant (?:bid|tender|offer)s? {ARE_NOT} (?:accepted|permitted|allowed|considered|invited)",
    rf"(?:an? |the |there (?:is|will be) a )?{STANDSTILL}(?: of {COUNT} {DAYS})? (?:will apply"
    r"|applies|will be observed|is observed|follows)(?: (?:before|after) the (?:contract is (?:signed|awarded)"
    r"|(?:contract )?award(?: notice| decision)?))?",
    rf"{BUYER} (?:may|can) (?:decide )?(?:not (?:to )?|choose not to )award (?:the|a|any) contract(?: at all)?",
    r"references?(?: checks)? (?:are|will be|may be) (?:taken up|requested|sought|made) "
    rf"(?:before (?:the )?(?:award|contract)|from the {_CHOSEN} {BIDDER})(?: only)?",
    r"(?:each|every) (?:question|criterion) (?:carries|has) the weight(?:ing)? (?:shown|given|stated|set out|published) "
    r"(?:in|below|above)(?: (?:the )?(?:table|section|annex|part|documents?)(?: [\d.]+| below| above)?)?",
)  # fmt: skip
_PRICES = r"(?:all )?(?:the )?(?:bid |tender |tendered |bidders['’] |tenderers['’] )?prices"
_ITS_SCORES = r"(?:the |their |all |each )?(?:final |individual |agreed |consensus |moderated |quality )*scores?"
_CURRENCY = r"(?:pounds(?: sterling)?|sterling|euros?|dollars|gbp|eur)"
_NO_TAX = r"(?:without|excluding|exclusive of|net of|before) (?:vat|value[- ]added tax)"
_MUST_BE = r"(?:are|must be|shall be|will be|are to be)"
_STATED = rf"{_MUST_BE} (?:quoted|stated|given|entered|submitted|shown)"
_WEIGHTS = (
    r"(?:(?:the|all|award|published) )*(?:weight(?:ing)?s|criteria)(?: (?:of|for) (?:the |all )?(?:award )?"
    r"(?:criteria|questions))?(?: and (?:the|their|its) (?:weight(?:ing)?s|criteria))?"
)
_TENDER = r"(?:tender|notice|contract notice|tender documents?|invitation)"
_BEFORE_BIDS = (
    r"(?:before|prior to) (?:(?:any |the |all )*(?:bids?|tenders?|offers?) (?:is|are|was|were) (?:opened|received|invited)"
    r"|(?:the )?(?:opening|publication)(?: of (?:the )?(?:bids|tenders|offers|notice|contract notice))?"
    rf"|the {_TENDER} (?:is|was|were|are) (?:published|issued|launched))"
)
_UNCHANGED = (
    r"(?:cannot|(?:will|shall|may|can|do|must) not)(?: be)? changed?"
    rf"(?: (?:after (?:publication|the {_TENDER} (?:is|was|has been) (?:published|issued))|during the (?:procedure|evaluation)))?"
)
_ON_FIGURES = (
    # What scores and prices are, in words that leave each as it is.
    rf"{MODERATION}{MEETING}? (?:is|will be) held to (?:agree|moderate) {_ITS_SCORES}",
    rf"{_ITS_SCORES} (?:are|will be) agreed (?:at|in) {MODERATION} (?:meeting|session)"
    r"(?: (?:chaired|led|moderated) by (?:an? |the )?(?:procurement )?(?:officer|chair|lead|manager))?",
    rf"{SCORERS} (?:(?:will|shall|must) )?(?:records?|writes? down|gives?) (?:an? |the |their |written )*reasons? "
    rf"for (?:each |every |all |their |its |the )*scores?",
    rf"(?:the )?{PANEL} (?:consists of|is made up of|comprises|has|will consist of)"
    rf" (?:at least )?{COUNT} (?:officers|members|people|persons|evaluators|assessors|experts)"
    r"(?: (?:of|from) the (?:council|authority|buyer|purchaser|trust|municipality))?",
    rf"(?:(?:abnormally )?low (?:prices|{BIDS})(?:,? (?:and|or) prices of (?:zero|nil),?)?"
    rf"|{BIDS} with (?:an )?(?:abnormally |unusually )?low prices?) (?:{ARE} (?:queried|checked|clarified"
    r"|asked (?:to be explained|to be justified|for an explanation))|must be (?:explained|justified))",
    rf"{_PRICES} (?:{ARE} )?(?:fixed|firm)(?: and (?:fixed|firm))? (?:for|during|throughout|over) (?:the )?"
    r"(?:whole |full |entire )?(?:(?:contract )?(?:period|term)|contract|(?:period|term|duration) of the contract)",
    rf"{_PRICES} {ARE} compared (?:over|for) the (?:whole|full|entire) (?:term|period|duration)(?: of the contract)?",
    r"(?:the )?price is (?:the )?(?:grand )?total (?:of|in|from|on) the (?:pricing|price) schedule",
    rf"{_PRICES} {_STATED} (?:in {_CURRENCY}|(?:in|on) the (?:pricing|price) schedule)(?:,? {_NO_TAX})?"
    rf"|{_PRICES} {_MUST_BE} in {_CURRENCY}(?:,? {_NO_TAX})?",
    rf"(?:the |all )?prices? (?:is|{_MUST_BE})(?: to be)? (?:quoted|stated|given|entered|shown|written) in"
    r" (?:figures and (?:in )?words|words and (?:in )?figures)",
    rf"{_PRICES} (?:must|shall|should|will|are to) include (?:all|any) costs"
    r"(?: of (?:the )?(?:works?|services?|goods|contract))?",
    rf"{BIDDERS} (?:must|shall|should|will|are to) (?:complete|fill in|submit|return|use) the (?:pricing|price) schedule",
    rf"all {BIDDERS} are paid the (?:published|fixed) price",
    r"(?:the )?price points are based on (?:the )?prices (?:before|without) (?:the addition of )?(?:vat|value[- ]added tax|tax)",
    r"(?:the )?prices? envelopes? (?:is|are|will be) opened (?:(?:only )?(?:after|once) (?:the )?(?:quality|technical) evaluation"
    rf"(?: (?:is|has been) (?:completed?|finished))?|in public|publicly|in the presence of (?:the )?{BIDDERS})",
    # Weights and criteria that are there before anybody bids: one that is fixed later, or by somebody, is still to be chosen.
    rf"{_WEIGHTS} (?:are|were|have been) (?:fixed|set|determined|decided|agreed)(?: in advance)?(?: {_BEFORE_BIDS})?"
    rf"(?:,? and {_UNCHANGED})?|{_WEIGHTS} {_UNCHANGED}",
    rf"{_WEIGHTS} (?:is|{ARE}) (?:shown|given|stated|set out|listed|published) (?:below|above|in (?:the )?(?:table|section|annex"
    r"|part|contract notice|notice|tender notice|tender documents?|documents?)(?: [\d.]+| below| above)?)",
    # What is written down of the scores, and what bidders are told of them.
    rf"{_ITS_SCORES}(?: and (?:the |their )?(?:reasons|comments))? (?:are|will be|must be) (?:recorded|written down|kept|filed)"
    r"(?: with (?:the |their |written )*(?:reasons|comments))?(?: (?:on|in|with) (?:the |an? )?(?:score|scoring|evaluation"
    r"|tender) (?:sheets?|report|record|file))?",
    rf"{ALL_BIDDERS} (?:(?:will|shall) )?(?:receives?|gets?|(?:be|are|is) (?:sent|given)) (?:an? )?(?:written )?(?:letter|notice"
    rf"|debrief|feedback|report)(?: (?:with|on|setting out|giving) {_ITS_SCORES}(?:,? (?:and|with) (?:the |their )?reasons)?)?",
    rf"{ALL_BIDDERS} (?:may|can) (?:ask for|request) (?:written )?(?:feedback|a debrief|reasons)(?: (?:on|for) {_ITS_SCORES})?",
    rf"all (?:evaluators|assessors|members of the panel) (?:will )?(?:score|mark|evaluate|assess|read) all (?:the )?{BIDS}",
    rf"{SCORERS} (?:(?:must|shall|will) )?(?:is trained|are trained|declares? (?:any|all|their|its) (?:conflicts? of interests?"
    r"|interests?))(?: before (?:scoring(?: begins| starts)?|it scores|they score))?",
    rf"(?:the )?(?:results?|outcome|award decision)(?: of the evaluation)? (?:is|are|will be) (?:notified|sent|announced"
    rf"|communicated) to (?:all )?(?:the )?{BIDDERS}(?: at the same time| in writing)*",
)  # fmt: skip
_MOST_ADVANTAGEOUS = (
    r"(?:den )?zuschlag erhält das wirtschaftlichste angebot",
    r"(?:der )?zuschlag (?:erfolgt auf das wirtschaftlichste angebot|wird auf das wirtschaftlichste angebot erteilt)",
    r"(?:le marché est attribué|attribution) (?:à|au soumissionnaire ayant remis) l['’]offre (?:économiquement )?la plus "
    r"(?:avantageuse(?: économiquement)?)|l['’]offre économiquement la plus avantageuse",
    r"(?:el contrato se adjudica(?:rá)? a )?la oferta (?:económicamente )?más ventajosa|mejor relación calidad[- ]precio"
    r"|(?:el contrato se adjudica(?:rá)? a la oferta con )(?:la )?mejor relaci[oó]n calidad[- ]precio",
    r"(?:(?:l['’]appalto|il contratto) è aggiudicato (?:al|con il) criterio dell['’])?offerta economicamente più vantaggiosa",
    r"najkorzystniejsza oferta|ekonomisch meest voordelige inschrijving|a proposta economicamente mais vantajosa",
)  # fmt: skip
"""The award to the most advantageous tender, as laws call it, in other languages: Directive 2014/24/EU, article 67(1)."""
_USUAL = late_pattern("^(?:" + "|".join((*_SENTENCES, *_ON_FIGURES, *_MOST_ADVANTAGEOUS)) + ")$", re.IGNORECASE)


def is_usual(sentence: str) -> bool:
    """Whether a sentence is one of the usual ones that say nothing of who comes first."""
    return _USUAL.match(sentence) is not None
