"""The words of a method of award that say no more than that the published criteria decide, and which say more than that.

A sentence on who wins is understood where nothing but words that say nothing is left of it, once the plain phrases are taken
out. One that does not speak of that may stay unread only for a number, a margin or a measure in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.award.aside import says_who_wins_otherwise
from fairaudit.analysis.text.award.course import is_of_course
from fairaudit.analysis.text.award.invitation import is_of_an_invitation
from fairaudit.analysis.text.award.more import changes_figures, names_more
from fairaudit.analysis.text.award.parts import BIDDER, BIDDERS, BUYER_OR_WE, DAYS, POINTS, STANDSTILL
from fairaudit.analysis.text.award.tax import without_tax_words
from fairaudit.analysis.text.award.usual import is_usual
from fairaudit.analysis.text.language import SMALL
from fairaudit.analysis.text.scores.trimmed import takes_the_median

_EACH_LOT = late_pattern(
    r"\b(?:(?:in|for|within|of) )?(?:each|every) (?:(?:single|individual) )?lot(?: (?:separately|on its own))?\b"
    r"|\b(?:per lot|lot by lot)\b"
    r"|\b(?:the )?lots are (?:awarded|evaluated|assessed|judged) (?:separately|individually|independently|one by one)\b"
    r"|\b(?:one,? (?:several,? )?or (?:more|several|all)(?: of the)?) lots\b",
    re.IGNORECASE,
)
_SUBJECT_TO = late_pattern(
    r",? ?\b(?:"
    r"subject to (?:contract|(?:(?:the|cabinet|council|board|committee|formal|internal|final|its) )*approval"
    r"(?: (?:by|of) (?:the )?(?:cabinet|council|board|committee|minister|authority))?)"
    rf"(?:,? and (?:a|the) {STANDSTILL})?|subject to (?:a|the) {STANDSTILL}"
    r")(?![\w-])",
    re.IGNORECASE,
)
COMPLIANT = late_pattern(
    r"\b(?:that|which|who|and(?= meets| satisf| compl)|provided (?:that )?(?:it|they)) (?:(?:fails?|do(?:es)? not (?:pass"
    r"|meet)) (?:a|any|the|one)"
    r" (?:pass/fail|mandatory) (?:questions?|requirements?|criteri(?:on|a)) (?:are|is|will be) (?:rejected|excluded|put out)"
    r"|(?:pass(?:es)?|meets?|satisf(?:y|ies)|compl(?:y|ies) with|fulfil(?:l?s)?)"
    r" (?:(?:every|all|each|any|of|the|mandatory|pass/fail|technical) )*"
    r"(?:questions?|criteria|criterion|requirements?|specifications?|conditions?))\b",
    re.IGNORECASE,
)
_OF_WHAT = r"(?:quality|price|prices|cost|technical|technical merit|{names})"
_SHARE = r"\d+(?:[.,]\d+)? ?(?:%|per ?cent|percent|points|marks)?"
QUALITY_ALONE = late_pattern(
    r"\b(?:(?:technical )?quality|technical merit) (?:alone|only)(?: (?:decides|counts|is (?:scored|evaluated)))?\b"
    r"|\bonly (?:the )?(?:quality|technical merit) (?:decides|counts)\b"
    r"|\b(?:most|highest|best|greatest) (?:score|points|marks|number of points) for quality(?! (?:and|plus)\b|,)"
    r"|\b(?:highest|best) (?:quality (?:score|points|marks)(?! (?:and|plus|together)\b))"
    r"|\b(?:highest|best) quality(?= (?:wins|decides|is chosen)\b)",
    re.IGNORECASE,
)
_SUMMED = r"(?:number|sum|amount|total)"
_OF_BOTH = (
    r"(?:(?:total|overall|final|weighted|combined|aggregate|evaluation) )*"
    r"(?:(?:bid|tender|offer)(?= score) |(?:price|cost)(?: score)?(?:/| and | plus |-)quality(?: and)? "
    r"|quality(?: score)?(?:/| and | plus |-)(?:price|cost) )?"
)
_PLAIN = (
    rf"(?:the )?(?:most|highest|greatest|best)(?: {_SUMMED} of)? {_OF_BOTH}(?:points|scores?|totals?|marks?)"
    r"(?: out of (?:100|1000))?|(?:best overall (?:score|mark)|highest overall (?:bid|tender|offer))",
    r"ranked (?:in (?:(?:descending )?order )?of |according to |by |from (?:the )?highest to (?:the )?lowest )"
    r"(?:(?:their|the|total|overall|weighted|final) )*(?:scores?|points)",
    rf"{BUYER_OR_WE} (?:(?:intends? to|will|shall) award|awards)"
    r"|framework(?: agreement)? with (?:up to |several )?\w+ suppliers|recommended for (?:the )?award"
    r"|invited to sign(?: the contract)?",
    r"(?:(?:ranked|placed|comes?|put|stands?|is|in) first|first (?:place|rank|ranked|placed))(?! (?:by|in|with|on|if)\b)",
    r"(?:the )?(?:mean|averages?) (?:of )?(?:(?:the|all|two|three|individual|their|its) )*(?:(?:panel|evaluator)s?['’]?s? )?"
    r"(?:scores?|marks|points|ratings)|(?:scored|agreed|moderated|evaluated|assessed|marked) by (?:the |an )?(?:evaluation )?"
    r"(?:panel|evaluators|committee)",
    r"(?:the )?(?:evaluation )?(?:panel|evaluators?|committee) (?:will )?"
    r"(?:scores?|marks?|assess(?:es)?|evaluates?) (?:each|the|all)",
    r"quality and (?:the )?lowest price|lowest price and (?:the )?(?:best |highest )?quality(?: score)?(?: together)?"
    r"|(?:highest|best) quality(?: score)? and (?:the )?lowest price|ranked on price, the lowest price first,? and on quality",
    r"lowest evaluated (?:tender|bid|offer), on (?:price and quality|quality and price)(?: together)?",
    r"(?:in accordance with|pursuant to|under|in line with|within the meaning of|as required by) (?:the )?"
    r"(?:(?:article|section|regulation|part|schedule|chapter)s? \d[\w()./-]*(?: of)?(?: the)?(?: |$))?"
    r"(?:(?:public|procurement|contracts?|utilities|concessions?|defence|security|local|government|light|touch|eu|uk) )*"
    r"(?:act|regulations|directive|law)(?: \(\w+\))?(?: \d{2,4}/\d+(?:/\w+)?| (?:19|20)\d\d)?",
    r"most (?:economically )?advantageous(?! (?:price|bid price|cost))|(?:scor(?:es|ing) )?best overall|best (?:price"
    r"|value|quality)[-–/ ](?:price|quality) ratio|best value(?: for money)?"
    r"|(?:price|quality)[-–/ ](?:and )?(?:price|quality) ratio|best ratio of (?:price|quality) (?:and|to) (?:price|quality)"
    r"|value for money|best tender|highest[- ](?:scoring|scored|ranked|ranking|rated|placed)|scor(?:es|ing) (?:the )?highest",
    r"(?:ranked|ordered) by price|per (?:question|criterion)|multiplied by (?:the|its|their) (?:published )?weight(?:ing)?s?",
    r"(?:the )?budget is fixed(?: at [£€$]?\d[\d,.]*(?: \w+)?)?|fixed (?:budget|price)",
    rf"(?:scored|rated|marked)(?: on a scale)?(?: of)? (?:from )?\d+ ?(?:to|-|–) ?\d+|out of \d+{POINTS}"
    r"|(?:section|part|annex|chapter|clause|paragraph|table) \d[\d.]*|fixed at [£€$]?\d[\d,.]*(?: \w+)?"
    r"|total(?: of)? 100(?: (?:points|marks)| ?%)?",
    r"lowest price (?:earns|gets|has|receives|scores|is awarded) (?:the )?(?:full|maximum|all|\d+|(?=(?:points|marks) for price))"
    r"(?: ?(?:the )?(?:points|marks)(?: for price)?)?",
    r"(?:price|quality)[ /:-]+(?:price|quality) \d+[ /:-]+\d+|\d+[ /:-]+\d+ (?:price|quality)[ /:-]+(?:price|quality)",
    rf"{_SHARE} (?:for )?{_OF_WHAT}(?:,| and|,? and) {_SHARE} (?:for )?{_OF_WHAT}",
    rf"{_OF_WHAT}(?: (?:has|is|are|counts?|weighs?|worth|with|for|at|a|weight|weighting|of|carries|criteria|and|accounts|makes"
    rf"|up))*[:= (]+{_SHARE}\)?",
    rf"{_SHARE}(?: of the (?:weight|points|marks))?(?: (?:is|are))?(?: (?:for|on|to))? (?:the )?{_OF_WHAT}",
    # That such prices are looked into says nothing of who comes first.
    r"(?:(?:prices?|bids?|tenders?|offers?) of (?:zero|nil)|(?:zero|nil) (?:prices?|bids?))(?=.*\b(?:expla|justif|clarif))",
)
_NOTHING = frozenset({
    "a", "an", "the", "that", "which", "one", "with", "of", "by", "on", "for", "from", "to", "in", "and", "or", "as",
    "at", "it", "its", "is", "are", "be", "will", "shall", "has", "have", "having", "this", "these", "all", "each",
    "tender", "tenders", "bid", "bids", "bidder", "bidders", "tenderer", "tenderers", "offer", "offers", "proposal",
    "proposals", "supplier", "suppliers", "contract", "contracts", "award", "awarded", "awarding", "awards", "evaluated",
    "evaluation", "evaluate", "made", "based", "basis", "according", "following", "stated", "published", "below", "above",
    "set", "out", "given", "criteria", "criterion", "question", "questions", "weight", "weights", "weighted", "weighting",
    "weightings", "score", "scores", "scored", "scoring", "points", "total", "totals", "sum", "added", "together",
    "marks", "agreed", "quality", "price", "prices",
    "cost", "costs", "technical", "financial", "commercial", "win", "wins", "winner", "winning", "decide", "decides",
    "successful", "ranked", "place", "placed", "ranking", "rank", "order", "determined", "identified", "chosen",
    "selected", "only", "fixed", "economically", "advantageous", "documents", "section", "open", "procedure",
    "compliant", "responsive", "valid", "admissible", "conforming",
    "procurement", "under", "terms", "highest-scoring", "lowest-cost", "see", "annex", "we", "counts", "count", "goes", "go",
    "accepted", "so", "preferred", "who",
    "whoever", "whose", "gets", "get", "after", "moderation", "combined", "been", "up", "top-ranked", "overall", "number",
    "framework", "agreement", "i.e", "ie", "both", "remaining", "consensus", "mark",
    "meat", "mat", "offering", "accordance", "restricted", "obtains", "obtaining", "achieves", "receives", "firm", "company",
    "applying", "assessed", "against", "being",
     "mandatory", "i", "e",
})  # fmt: skip
SIGNAL = late_pattern(
    r"\d|%|[×÷*/+=]|\b(?:within|margins?|differ\w*|threshold|minimum|maximum|least|fewe\w+|less|near\w*|clos(?:er|est)"
    r"|short\w*|fast\w*|match\w*|random|rotat\w*|(?:mean|average) (?:of (?:all |the )*)?(?:prices?|bids?|tenders?"
    r"|offers?)|low(?:er|est)|high(?:er|est)|greater|greatest"
    r"|larger|largest|more|most|better|best|cheap\w*|per|divi\w+|quotient|multipl\w+|times|subtract\w*|deduct\w*|minus"
    r"|plus|bonus\w*"
    r"|penalt\w+|faults?|rescal\w+|scaled|normali\w+|proportion\w*|relative|adjust\w+|discount\w*|zero|nil|ignored|disregard\w*"
    r"|left out|cut|truncat\w+"
    r"|drop\w*|discard\w*|trimm\w+|median|middle|cap|capped|ceiling|budget|exceed\w*|reach\w*|pass\w*|fail\w*"
    r"|qualif\w+|eligible|pays?|fees?|rent|sold|sale|prefer\w*|preference|priority|equal\w*|lots?|rounds?|rounded|stages?"
    r"|phases?|auction|negotiat\w*"
    r"|convert\w*|formula|curve|deviation|not|no|unless|except|apply|applies|otherwise|if|where|half|twice|third|becomes?"
    r"|earns?)\b",
    re.IGNORECASE,
)
_WORD = late_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FEW, _ENGLISH = 2, 0.2
"""Fewer words are a code; of English words this share is among the small ones or those that say nothing. Heuristic."""
_HARMLESS = late_pattern(
    r"^(?:the )?(?:lowest price|(?:cheapest|lowest)(?: priced)? (?:tender|bid|offer)) (?:(?:is|will) not (?:necessarily"
    r" )?(?:be )?(?:decisive|accepted)"
    r"|does not (?:necessarily |automatically |always )(?:win|decide)|need not win)$"
    rf"|^(?:the )?{BUYER_OR_WE} (?:(?:is|are) not (?:bound|obliged)"
    r"|do(?:es)? not bind"
    r" (?:itself|ourselves))(?: to (?:accept|award))(?: (?:the|a) contract)?(?: (?:the )?lowest(?: price| tender| bid)?,? or)?"
    r"(?: any (?:tender|bid|offer)s?)?(?: or (?:any )?part of (?:one|it))?$"
    rf"|^(?:the )?{BUYER_OR_WE} reserves? the right (?:not to|to decide not to)"
    r" (?:award|accept)(?: (?:the|a|any) (?:contract|tender|bid|offer))?$"
    rf"|^(?:the |a |there (?:is|will be) a )?{STANDSTILL}(?: (?:is|of|lasts|will be|runs for))?"
    rf" (?:\d+|ten|fifteen|eight) {DAYS}$"
    r"|^(?:all )?(?:tenders|bids|offers) (?:(?:are|must|shall|will|to|be|remain|stay) )+(?:valid|open)(?: for acceptance)?"
    r" for \d+ (?:days|months)$"
    r"|^(?:presentations?|interviews?|site visits?|references|demonstrations?|clarification meetings?)(?: (?:are|is|will be))?"
    r"(?: (?:for|to) (?:clarification|information)(?: only)?)?(?: and)?(?: (?:are|is|will be))? not (?:be )?(?:scored"
    r"|evaluated|marked)$"
    rf"|^(?:(?:all|the) )?{BIDDERS} (?:may|will|can) be (?:invited|asked|called) to (?:attend )?"
    r"(?:an? )?(?:clarification )?(?:meetings?|interviews?|presentations?),?"
    r" (?:which|(?:and|but) (?:these|this|it)) (?:is|are|will be) not (?:be )?(?:scored|evaluated|marked)$"
    r"|^there (?:is|will be) no (?:two|double)[- ]envelopes? (?:procedure|system|process|opening)$"
    rf"|^references are taken up from the (?:winning|successful|preferred) {BIDDER}(?: only)?$"
    r"|^(?:if|should|where) (?:it|the (?:preferred|successful|winning|first-ranked|highest-(?:ranked|scoring)) (?:bidder"
    r"|tenderer))"
    r" (?:withdraws?|declines?|refuses?|fails? to sign)(?: (?:the contract|to sign))?,? (?:the contract (?:may|will|can)"
    r" be awarded to )?"
    r"the (?:second|next)[- ](?:ranked|placed|highest[- ](?:ranked|scoring)|best) (?:bidder|tenderer|tender)"
    r"(?: (?:may|will|can) be (?:approached|awarded the contract|invited(?: instead)?))?$",
    re.IGNORECASE,
)
"""Whole sentences that leave open whether there is a contract at all, or say what comes before and after the choice."""
_MARKS_GIVEN = late_pattern(
    r"\b(?:points?|marks?|scores?)(?: (?:are|is|will be|shall be))? (?:awarded|given|decided)\b|\b(?:award notice"
    r"|contract award notice)\b"
    r"|\b(?:winning|successful|preferred|unsuccessful) (?:bidder|tenderer|supplier|tender|bid|contractor)s?"
    r"(?! (?:is|will be|shall be|means)\b|:)|\bawards? (?:is|are|will be) (?:subject to|published|notified|announced)\b"
    r"|\baward criteria\b",
    re.IGNORECASE,
)
_DECIDES = late_pattern(
    r"\b(?:wins?|won|winners?|winning|award\w*|chosen|chooses?|choice|picks?|picked|select\w*|decides?|decided|decision"
    r" (?:is|rests|lies)"
    r"|votes?|voted|voting|majority|goes|go to|given to|accepted?|accepts|sold|let to|leased|preferred|successful"
    r"|recommend\w*|appoint\w*"
    r"|ranks?|ranked|ranking|(?:placed|comes?|put|is|are) first|first (?:come|place|served)|taken|rotat\w*|draws?|drawn"
    r"|contract to)\b",
    re.IGNORECASE,
)
_MOST_FOR = (
    r"\b(?:most|highest|best|greatest) (?:scores?|points|marks?|number of points) (?:for|in|on|under) (?:the )?"
    r"(?:(?:criterion|question) )?"
)
_PARTS = ("price", "quality", "cost", "technical")
_MARK = r"(?:scores?|marks?|ratings?|grades?)"
_OF_IT = r"(?:for|in|on|under) (?:the )?(?:(?:criterion|question) )?(?:{named})(?![\w-])"
_SO_MANY_FOR = (
    rf"(?<!maximum )(?<!highest )(?<!full )\b{_MARK} of {_SHARE} {_OF_IT}|\b{_MARK} {_OF_IT} of \d"
    r"|\b(?:whoever|bids?|tenders?|offers?|bidders?|tenderers?|suppliers?|firms?)(?: (?:that|which|who))?"
    rf" (?:with|has|have|gets?|receives?|scores?|earns?|achieves?|obtains?) {_SHARE} {_OF_IT}(?!,? (?:and )?\d)"
)
"""So many points of a bid for one criterion, which are no weight of it: whoever has them may be put first."""
_VERB = late_pattern(
    r"\b(?:is|are|be|was|were|will|shall|may|must|can|has|have|had|do|does|needs?|receives?|requires?|includes?|reserves?"
    r"|appl(?:y|ies)"
    r"|uses?|reflects?|makes?|consists?|publish\w*|notif\w+|explain\w*)\b",
    re.IGNORECASE,
)


def aside(sentence: str) -> str:
    """Return a sentence without words that say it is meant of each lot, of an approval to come, or of prices with tax."""
    return re.sub(r"\s{2,}", " ", _EACH_LOT.sub("", _SUBJECT_TO.sub("", without_tax_words(sentence)))).strip(" ,")


def says_nothing(words: str) -> bool:
    """Whether no word says more than that something is awarded by what is published."""
    return not re.search(r"\d", words) and all(one.casefold() in _NOTHING for one in _WORD.findall(words))


def is_unread(sentence: str, names: Sequence[str]) -> bool:
    """Whether something in a sentence may say how the winner is found and is not understood."""
    if is_usual(sentence) or is_of_course(sentence) or is_of_an_invitation(sentence):
        return False
    if is_foreign(sentence):
        return True
    if _HARMLESS.match(sentence) or len(_WORD.findall(sentence)) < _FEW:
        return False
    rest = _plainly(sentence, names)
    if _is_on_one_part(sentence, names) or _tells_points(sentence, names) or changes_figures(sentence, names):
        return True
    if says_who_wins_otherwise(sentence, names):
        return True
    if says_nothing(rest):
        return False
    telling = [one for one in _WORD.findall(rest) if one.casefold() not in _NOTHING]
    if names_more(sentence, telling, names):
        return True
    without = _MARKS_GIVEN.sub(" ", sentence)
    decides = _DECIDES.search(without) is not None or not _VERB.search(sentence)
    return decides or SIGNAL.search(rest) is not None


def _is_on_one_part(sentence: str, names: Sequence[str]) -> bool:
    """Whether the most points for one criterion are spoken of, and not those for all; for quality that is read apart."""
    rest = QUALITY_ALONE.sub(" ", sentence)
    if not re.search(_MOST_FOR, rest, re.IGNORECASE):
        return False
    named = "|".join(map(re.escape, sorted({*names, *_PARTS}, key=len, reverse=True)))
    return re.search(rf"{_MOST_FOR}(?:{named})(?![\w-])(?!,? (?:and|plus)\b|,)", rest, re.IGNORECASE) is not None


def _tells_points(sentence: str, names: Sequence[str]) -> bool:
    """Whether so many points for one criterion are told of a bid."""
    if not re.search(r"\d", sentence):
        return False
    named = "|".join(map(re.escape, sorted({*names, *_PARTS}, key=len, reverse=True)))
    return re.search(_SO_MANY_FOR.replace("{named}", named), sentence, re.IGNORECASE) is not None


def _plainly(sentence: str, names: Sequence[str]) -> str:
    """Return what is left of a sentence without its plain phrases and the names of criteria."""
    said = [one for one in sorted(names, key=len, reverse=True) if one.casefold() in sentence.casefold()]
    named = "|".join(map(re.escape, said)) or "quality"
    rest = COMPLIANT.sub(
        " ", QUALITY_ALONE.sub(" ", aside(re.sub(r"^otherwise,? ", "", sentence, flags=re.IGNORECASE)))
    )
    if takes_the_median(sentence):
        rest = re.sub(r"\bmedian\b|\bmiddle (?=score|mark|rating|grade)", " ", rest, flags=re.IGNORECASE)
    for one in _PLAIN:
        rest = re.sub(rf"(?<![\w-])(?:{one.replace('{names}', named)})(?![\w-])", " ", rest, flags=re.IGNORECASE)
    for one in said:
        rest = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", " ", rest)
    return rest


def is_foreign(sentence: str) -> bool:
    """Whether a sentence of several words has next to no English ones."""
    words = [one.casefold() for one in _WORD.findall(sentence)]
    english = sum(one in SMALL or one in _NOTHING or SIGNAL.fullmatch(one) is not None for one in words)
    return len(words) >= _FEW and english < _ENGLISH * len(words)
