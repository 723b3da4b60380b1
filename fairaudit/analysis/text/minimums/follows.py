"""What words say of a bid below a minimum score: that it is out, that it may be, that it is not, or what is not understood.

A sentence that speaks of a minimum takes nothing from it only where it plainly puts bids below it out, or does no more than
state it. The words are a short list in English.
"""

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.minimums.spoken import says_who_is_out, speaks_of_a_minimum
from fairaudit.analysis.text.minimums.touched import goes_back_on, holds_there_alone, touches_a_minimum
from fairaudit.analysis.text.minimums.words import FIGURE, FURTHER, IS_PUT_OUT, NUMBER, OUT, minimum_said, pieces

_OF_A_SCORE = (
    r"(?:minimum(?: (?:scores?|marks?|points|thresholds?|of \d+))?"
    r"(?= (?:may|might|could|can|for|on|in|is|are|will|shall|has|have|does|do|need|risks?|goe?s?|unless|at)\b|,|$)|threshold"
    r"|pass[- ]?mark"
    rf"|(?:scor\w+|marks?|points?) [\w ]{{0,12}}?(?:below|under|less than|short of)|(?:below|under|less than) {NUMBER}"
    rf"|scor\w+ (?:of |an? )?{FIGURE}\b|(?<![\d.]){FIGURE} or (?:less|lower|below|fewer|under|worse))"
)
_PUTS_OUT = r"(?:reject|exclude|disqualify|eliminate|discard|deselect|dismiss|remove|drop|set aside|put out|rule out)\b"
_A_STEP = rf"(?:reject\w*|exclu\w+|disqualif\w+|eliminat\w+|{IS_PUT_OUT})"
_PLAINLY = r"\b(?:is|are|will be|shall be|must be|has to be|have to be)"
_FREE = (
    r"(?<!not )(?:reserves?|retains?|(?:has|have)) the right to"
    r"|(?:is|are|will be|shall be) (?:entitled|free|authori[sz]ed|allowed) to"
)
_MAY = r"(?:may|might|could|can)"
_NEED_NOT = (
    r"(?:need not|needn.t|(?:does|do|did|will|shall) not (?:have|need) to"
    r"|(?:is|are|will be|shall be|feels?) (?:not|under no obligation)(?: (?:bound|obliged|obligated|required|compelled|forced))?"
    r" to|no (?:duty|obligation) to)"
)
_DISCRETION = (
    r"(?:(?<!not )(?:at|in|within) (?:the |its |our |their )(?:[\w'’-]+ ){0,3}discretion"
    r"|(?:has|have|keeps?|retains?) (?:(?!no\b)[\w-]+ ){0,2}discretion)\b"
)
_BUYER = r"(?!(?:the )?(?:[\w-]+ )?(?:bidder|tenderer|supplier))(?:the |our )?[\w-]+(?: [\w-]+){0,2}?"
_DECIDES = (
    r"(?:unless|(?:except|save) (?:where|if|when)) (?:otherwise (?:decided|determined|directed|agreed)"
    rf"|{_BUYER} (?:decides?|determines?|directs?|agrees?|considers?|judges?|thinks?|deems?|accepts?|allows?|permits?|waives?"
    r"|approves?|(?:is|are) satisfied))\b"
)
# What stands in one clause: what the panel may decide is whether a bid is out, not what stands beside it.
_CLAUSE = r"(?:(?!\band\b)[^,]){0,80}?"
_MAY_PUT_OUT = (
    rf"{_MAY} (?:(?:also|then|decide to) )?(?:be )?{OUT}"
    rf"|(?:{_FREE}) {_PUTS_OUT}|(?:will|shall|is|are|would) (?:normally|usually|generally) (?:be )?{IS_PUT_OUT}"
    rf"|{_MAY} (?:(?!not\b)[\w-]+ )?(?:lead to|result in|mean|entail|be (?:an? )?(?:reasons?|grounds?) (?:for|to))"
    rf" (?:[\w-]+ )?{_A_STEP}"
    rf"|(?<!no )(?<!not )(?:risks?(?: of)?|liable (?:to|for)) (?:be |being |an? |the |its |their )?{_A_STEP}"
)
_MAY_WAIVE = (
    rf"(?:{_MAY}|{_FREE}|{_MAY} decide to) (?:(?!not\b)[\w-]+ )?(?:waive|disregard|disapply|relax|depart from|dispense with)\b"
    rf"|{_MAY} (?:(?!not\b)[\w-]+ )?be (?:waived|disregarded|disapplied|relaxed|dispensed with)\b"
    rf"|{_NEED_NOT} (?:be )?(?:{_PUTS_OUT}|{IS_PUT_OUT}|(?:apply|enforce)\b)"
    rf"|(?:decides?|determines?|up to|for) (?:the )?(?:[\w-]+ ){{0,3}}?(?:whether|if)\b{_CLAUSE}\b{_A_STEP}"
)
_LEFT_OPEN = late_pattern(
    rf"(?i)^(?=.*\b{_OF_A_SCORE})(?:"
    rf"(?!.*{_PLAINLY} {OUT})(?=.*\b(?:{_MAY_PUT_OUT}))|(?=.*\b(?:{_MAY_WAIVE}))"
    rf"|(?=.*\b{_A_STEP}{_CLAUSE},? {_DISCRETION}|.*\b{_DISCRETION},?{_CLAUSE}\b{_A_STEP})"
    rf"|(?=.*\b(?:{_A_STEP}|no further|{FURTHER})(?: (?!and\b)[\w-]+){{0,4}}?,? {_DECIDES}|{_DECIDES}.*,.*\b{_A_STEP}))"
)
_FALLS_SHORT = (
    r"\b(?:(?<!not )(?<!nor )(?:below|under|(?:less|lower|fewer) than|short of)"
    r"|(?:not|never|fail\w* to|failure to) (?:reach|meet|achiev|attain)(?:e|ing)?)"
    rf" (?:[\w-]+ ){{0,3}}?(?:minim(?:um|a)|thresholds?|pass[- ]?marks?|it|them|{NUMBER})"
)
_GOOD_ENOUGH = (
    r"\b(?:(?<!not )(?<!to )(?:meets?|reach(?:es)?|achieves?|attains?)|above|(?:at|with) (?:the |a )?(?:minimum|threshold)"
    r"|without|until)\b"
)
_ON_THAT_GROUND = (
    r"(?: (?:automatically|thereby|(?:for|on) that (?:reason|ground|alone)(?: alone)?"
    r"|from the (?:competition|contest|procurement|procedure|award)))?"
    # `Not excluded, but gets no points`, and not `not dropped but rejected`.
    rf"(?:,? (?:but|and)\b(?!.*\b{OUT}).*)?$"
)
_NOBODY_OUT = late_pattern(
    rf"(?i)^(?=.*\b{_OF_A_SCORE})(?!.*{_PLAINLY} {OUT})(?!.*{_GOOD_ENOUGH}).*{_FALLS_SHORT}"
    rf"(?:.*\b(?:(?:is|are) (?:not|never)|(?:will|shall|would|can)(?: not|not| never)(?: be)?)(?: (?:automatically|thereby))?"
    rf"(?: {IS_PUT_OUT}| (?:a )?(?:reasons?|grounds?) (?:for|to) {_A_STEP})"
    rf"|.*\b(?:does|do|will|shall) not(?: by itself| in itself)? (?:lead to|mean|entail) (?:an? |the )?{_A_STEP})"
    rf"{_ON_THAT_GROUND}"
)
_FOR_GUIDANCE = late_pattern(
    r"(?i)\b(?:minimum|(?:minimum (?:scores?|marks?|points|thresholds?)|thresholds?|pass[- ]?marks?)"
    r"(?: of \d+(?:\.\d+)?)?(?: for \w+(?: \w+){0,2}?)?)"
    r" (?:is|are|serves?) (?:(?:given|meant|intended|only|merely|purely|solely) ){0,2}(?:(?:as|for) )?(?:an? )?"
    r"(?:guidance|guide|guideline|indicati(?:ve|on)|orientation|information|not binding)(?: only| alone| purposes(?: only)?)?$"
)
_SHORT_OF_IT = late_pattern(f"(?i){_FALLS_SHORT}")
_BELOW_ONE_FROM = late_pattern(
    rf"(?i)\b(?:below|under|less than|short of) (?:an?|the|this) minimum of {NUMBER} (?:from|by|with|given|as|after|before|to)\b"
)
_ENOUGH = late_pattern(f"(?i){_GOOD_ENOUGH}|not (?:below|under|less than)")
_KEEPS = late_pattern(
    r"(?i)^(?!.*\b(?:(?<!^)only|unless|may|might|except|if|where|when"
    r"|all (?:the )?(?:bids|tenders|bidders|tenderers|offers))\b).*"
    rf"\b(?:(?:is|are|be) (?:not |never )?(?:be )?(?:{IS_PUT_OUT}|{FURTHER})|(?:go|goes|proceeds?) (?:on|forward))"
)
_BINDS = late_pattern(
    rf"(?i)^(?!.*\b(?:may|might|can|could|unless|except|discretion)\b).*{_FALLS_SHORT}.*"
    rf"(?:{_PLAINLY} (?:then |also |automatically |therefore )?(?:{IS_PUT_OUT}|not (?:be )?(?:\w+ )?{FURTHER})"
    rf"|\b(?<!not )(?:means?|leads? to) (?:an? |the )?{_A_STEP})"
)


_LESS_THAN = rf"\b(?:below|under|(?:fewer|less|lower) than|short of) (?:the (?:minimum|threshold)|{NUMBER})"
# Words that deny or loosen, where a bid below is out all the same; each stands for itself before others are looked for.
_ALL_THE_SAME = late_pattern(
    rf"(?i)\b(?:(?:do(?:es)?|did|will|shall|ha(?:s|ve)|which|that|can) ?not (?:reach|meet|achiev|attain|score|get)\w*"
    r"|not (?:reaching|meeting|achieving|attaining)"
    rf"|not (?:be )?(?:\w+ )?{FURTHER}|no further|not (?:go(?:es)?|proceed) (?:any )?(?:further|forward|on|through)"
    r"|(?:may not|cannot|must not|shall not) (?:be (?:awarded|accepted|considered|ranked|admitted|successful)|win|proceed)"
    rf"|not (?:be )?{IS_PUT_OUT} (?:without|until|before)\b.*|not (?:be )?{IS_PUT_OUT} from the (?:debrief\w*|feedback)"
    rf"|not only {IS_PUT_OUT} but also\b.*|(?:not|never) (?:be )?{IS_PUT_OUT}(?: \w+)? but (?:\w+ )?{IS_PUT_OUT}"
    r"|not at the discretion of the \w+|no discretion|not (?:entitled|allowed|permitted|free) to (?:keep|accept|consider|admit)"
    r"|may not waive|not (?:merely |only |just )?(?:for|a) guid(?:ance|e)|without (?:further )?(?:notice|exception|regard)"
    r"|not acceptable and|(?:with|at|by) which a (?:bid|tender) (?:may|can) (?:win|be accepted)"
    r"|may not be (?:reinstated|readmitted)"
    r"|and (?:bidders|tenderers|clarifications|questions|the panel may ask)\b"
    r"(?!.*\b(?:stay|remain|ke[ep]p|reinstat|readmit|improv|waiv|lot|minimum|below|unless|only)\w*).*"
    r"|^unless (?:a|the|each|every) (?:bid|tender) (?:scores|gets|reaches|achieves|attains|meets|has)"
    r"|(?:nobody|no one|none|no (?:bid|tender|offer|bidder|tenderer|supplier)s?) (?=(?:with|that|which|who|below|under)\b)"
    rf"(?=.*{_LESS_THAN}).*\b(?:can|may|will|shall) (?:win|proceed|be (?:awarded|accepted|considered|ranked|admitted|successful))"
    r"|(?:will|shall) not be (?:awarded|given|let) to (?:an? |any )?(?:bid|tender|offer|bidder|tenderer|supplier)s?"
    r"|(?:must|shall|should|needs? to|ha(?:s|ve) to) (?:score|reach|achieve|attain|get|obtain) no (?:less|fewer|lower) than"
    r"|to (?:stay|remain) in(?=[ ,]*$)|(?:must|shall|should|needs? to|ha(?:s|ve) to) (?:score|reach|achieve|attain|get|obtain)"
    r" (?:(?!unless|except|but\b|only|not\b|if\b)[\w()%/-]+ ){1,10}?(?:all|both) (?:of )?(?:the )?(?:\w+ )?(?:questions|criteria)"
    r"|no contract is awarded to (?:an? )?(?:bids?|tenders?)"
    r"|^only (?:the |those )?(?:bids|tenders|offers|bidders|tenderers) (?:that|which|who|with|at|above|reaching|scoring|achieving"
    r"|attaining|meeting)"
    rf"|no (?:bids?|tenders?|offers?)\b(?=.*\b(?:is|are|be) {FURTHER}))(?!\w)"
)
_SOME = r"(?:\d+|two|three|four|five|several|many|most|all|both|more than one|half)"
_THE_CONTEST = (
    r"(?:(?:the|this|any|all|our|further|rest of the|remainder of the|whole) )*(?:competition|contest|procurement|procedure|award"
    r"|tender\w*|evaluation|process|ranking|consideration|next (?:stage|step|phase)|participation|price evaluation|contract)\b"
    r"(?! (?:for|of|in) (?:lots?|interview\w*)\b)"
)
_LOOSENS = late_pattern(
    r"(?i)\b(?:no|not|nobody|none|never|neither|nor|without|may|might|can|cannot|could|unless|except|but|only|save"
    r"|discretion|by decision|so decides?|(?:a|the|weighted) mean|averages?|in total"
    r"|any (?:one |single )?(?:evaluator|assessor|member)|(?:stage|phase|round) \d"
    r"|normally|usually|generally|merely|purely|solely|stays?|remains?|kept|nothing"
    rf"|{_SOME} (?:or more )?(?:of (?:the |its )?)?(?:quality )?(?:questions|criteria|answers|evaluators|members|sections)"
    r"|(?<!each )(?<!every )(?<!any )(?<!per )(?<!a )lots?)\b"
    rf"|\b{IS_PUT_OUT}.*\b(?:if|where|when|provided|until|so long|as long)\b|\b{IS_PUT_OUT} from (?!{_THE_CONTEST})"
)
# A condition that stands first and is not that a bid falls short: `from 2028 on`, `if more than five bids come in`.
_CONDITION = late_pattern(
    r"(?i)^(?:from|as of|as from|with effect|starting|if|where|when|whenever|once|should|in case|in the event|provided"
    r"|until)\b[^,]*,"
)
_OF_HOW_MANY = late_pattern(
    r"(?i)\b(?:fewer|less|lower|more) than \w+ (?:\w+ )?(?:bids?|tenders?|offers?|bidders?|tenderers?|suppliers?)\b"
)
_OF_THE_BID = late_pattern(
    r"(?i)\b(?:below|under|less|fewer|lower|short|not|never|fail\w*|miss\w*|scores?|scored|scoring|marks?|minimum|threshold|gets?"
    r"|reach\w*|meets?|attain\w*|achiev\w*)\b"
)
_STATES = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "which", "who", "whoever", "each", "every", "any", "all", "its", "their",
    "of", "for", "in", "on", "at", "to", "by", "from", "with", "as", "per", "under", "or", "and", "is", "are", "be", "will",
    "shall", "must", "should", "has", "have", "having", "had", "being", "there", "need", "needs", "required", "require",
    "requires", "apply", "applies", "applied", "set", "published", "stated", "given", "shown", "below", "beneath", "above",
    "less", "fewer", "lower", "than", "least", "more", "higher", "better", "worse", "short", "minimum", "minima", "threshold",
    "thresholds", "pass", "passes", "passing", "passmark", "hurdle", "floor", "cut-off", "mark", "marks", "marked", "score",
    "scores", "scored", "scoring", "point", "points", "grade", "grades", "graded", "rating", "rated", "cent", "percent",
    "bid", "bids", "tender", "tenders", "bidder", "bidders", "tenderer", "tenderers", "offer", "offers", "proposal",
    "proposals", "submission", "submissions", "response", "responses", "answer", "answers", "answered", "question", "questions",
    "criterion", "criteria", "quality", "technical", "section", "sections", "part", "parts", "overall", "individual",
    "weighted", "agreed", "moderated", "consensus", "final", "total", "reach", "reaches", "reached", "reaching", "meet",
    "meets", "met", "achieve", "achieves", "achieved", "achieving", "attain", "attains", "attained", "attaining", "get", "gets",
    "obtain", "obtains", "fall", "falls", "falling", "fail", "fails", "failed", "failing", "failure", "miss", "misses", "exclude",
    "excludes", "excluded", "exclusion", "reject", "rejects", "rejected", "rejection", "disqualified", "disqualifies",
    "disqualification", "eliminated", "eliminates", "elimination", "discarded", "deselected", "dismissed", "removed", "dropped",
    "aside", "put", "ruled", "rules", "out", "means", "mean", "leads", "lead", "entails", "entail", "result", "results",
    "considered", "evaluated", "evaluation", "ranked", "ranking", "assessed", "admitted", "eligible", "shortlisted", "invited",
    "taken", "go", "goes", "forward", "through", "further", "then", "also", "automatically", "therefore", "thereby", "it",
    "them", "they", "procedure", "competition", "contest", "procurement", "award", "awarded", "contract", "winner", "win", "wins",
    "acceptable", "lowest", "permitted", "level", "scale", "maximum", "zero", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "half", "binding", "mandatory", "unsuccessful", "council", "buyer", "authority", "panel",
    "if", "where", "when",
    "table", "annex", "informed", "otherwise", "satisfactory", "non-compliant", "carry", "carries",
})  # fmt: skip
"""Words that state a minimum, or say that a bid below it is out, and nothing else."""
_OF_BIDS_OUT = frozenset({
    "immediately", "outright", "always", "whole", "entire", "entirely", "altogether", "other", "rest", "process", "consideration",
    "regardless", "whatever", "their", "price", "prices", "opened", "envelope", "envelopes", "agreed", "late", "unsigned",
    "incomplete", "who", "either", "such", "only", "participation", "remainder", "reserves", "reserve", "right", "ask",
    "accordingly", "hence", "thus", "so", "not", "no", "nor", "tendering", "tendered", "public",
})  # fmt: skip
"""Words beside those that take nothing from it that a bid is out."""
_GOES_ON = late_pattern(r"(?i)\b(?:go(?:es)?|mov(?:e|es)|proceeds?) (?:on|forward|through)\b")
_AT_LEAST = late_pattern(
    r"(?i)\b(?:only|at least|minimum|or (?:more|higher|above|better)|above|not|no|unless|without)\b"
)
_WORD = late_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def minimum_left_open(text: str) -> str | None:
    """Return the first sentence by which a bid short of a minimum may be put out and need not be, `None` where there is none."""
    return next((one for one in pieces(text) if _LEFT_OPEN.search(one)), None)


def minimum_without_force(text: str) -> str | None:
    """Return the first sentence by which nobody is put out by a minimum, `None` where there is none or another puts bids out."""
    if minimum_binds(text):
        return None
    return next((one for one in pieces(text) if _puts_nobody_out(one)), None)


def minimum_binds(text: str) -> str | None:
    """Return the first sentence by which a bid short of a minimum plainly is put out, `None` where there is none."""
    return next((one for one in pieces(text) if _puts_out(one)), None)


def minimum_insisted(text: str) -> str | None:
    """Return the first sentence by which a bid must reach a minimum, of those that deny and limit nothing."""
    said = (one for one in pieces(text) if not _puts_nobody_out(one) and not _loosens(one))
    return next((one for one in said if minimum_said(one) or _puts_out(one)), None)


def minimum_loosened(text: str) -> str | None:
    """Return the first sentence on a minimum that denies or limits something, in words that are not understood."""
    return next((one for one in pieces(text) if _is_open(one) and _loosens(one)), None)


def minimum_unclear(text: str) -> str | None:
    """Return the first sentence on a minimum that says more than that there is one, or that a bid below it is out."""
    return next((one for one in pieces(text) if _is_open(one)), None)


def minimum_touched(text: str) -> str | None:
    """Return the first sentence on bids in or out by their scores, or on a minimum, that is not plain and not of those above."""
    return next((one for one in pieces(text) if touches_a_minimum(one) and not _is_plain(one)), None)


def takes_back(before: str, sentence: str) -> bool:
    """Whether a sentence denies or limits what the one before it says of a minimum."""
    return any(goes_back_on(one) for one in pieces(sentence)) and _tells_of_one(before)


def keeps_to_another(before: str, sentence: str) -> bool:
    """Whether a sentence on another criterion says that what is said of a minimum before it holds of that one alone."""
    return any(holds_there_alone(one) for one in pieces(sentence)) and _tells_of_one(before)


def _tells_of_one(text: str) -> bool:
    return minimum_said(text) is not None or any(
        speaks_of_a_minimum(one) or touches_a_minimum(one) for one in pieces(text)
    )


def _puts_nobody_out(sentence: str) -> bool:
    return _NOBODY_OUT.search(sentence) is not None or _FOR_GUIDANCE.search(sentence) is not None


def _puts_out(sentence: str) -> bool:
    if _says_more(sentence):
        return False
    return _BINDS.search(sentence) is not None and not _LEFT_OPEN.search(sentence) and not _loosens(sentence)


def _says_more(sentence: str) -> bool:
    """Whether words that are not known stand beside what a sentence says of bids that fall short: `are excluded as a rule`."""
    if not _SHORT_OF_IT.search(sentence):
        return False
    first, *rest = _WORD.findall(_ALL_THE_SAME.sub(" ", sentence)) or ("",)
    told = {first, *(one for one in rest if not one[0].isupper())}
    return any(one.casefold() not in _STATES | _OF_BIDS_OUT for one in told if one)


def _is_open(sentence: str) -> bool:
    """Whether a sentence speaks of a minimum and is none of those that are understood."""
    spoken = speaks_of_a_minimum(sentence) or (_BELOW_ONE_FROM.search(sentence) and says_who_is_out(sentence))
    if not spoken or _puts_nobody_out(sentence) or _puts_out(sentence):
        return False
    if (
        says_who_is_out(sentence)
        and not _says_more(sentence)
        and not _LEFT_OPEN.search(sentence)
        and not _loosens(sentence)
    ):
        return False
    if _ENOUGH.search(sentence) and not _SHORT_OF_IT.search(sentence) and _KEEPS.search(sentence):
        return False
    words = {one.casefold() for one in _WORD.findall(_ALL_THE_SAME.sub(" ", sentence))}
    return _loosens(sentence) or not words <= _STATES


def _is_plain(sentence: str) -> bool:
    """Whether a sentence does no more than state a minimum or put bids out, or is read as one on a minimum already."""
    if speaks_of_a_minimum(sentence) or _puts_out(sentence):
        return True
    if _GOES_ON.search(sentence) and not _AT_LEAST.search(sentence):
        return False
    told = says_who_is_out(sentence) or minimum_said(sentence) is not None
    words = {one.casefold() for one in _WORD.findall(_ALL_THE_SAME.sub(" ", sentence))}
    return not _loosens(sentence) and (told or words <= _STATES)


def _loosens(sentence: str) -> bool:
    early = _CONDITION.search(sentence)
    if early is not None and not _OF_THE_BID.search(_OF_HOW_MANY.sub(" ", early[0])):
        return True
    return _LOOSENS.search(_ALL_THE_SAME.sub(" ", sentence)) is not None
