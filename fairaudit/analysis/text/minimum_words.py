"""Whether words on the award say that bids must reach a minimum score: `tenders that score below 3 are rejected`.

Read widely, since what is found here only holds a pass back. The words are a short list in English.
"""

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.endless import in_pieces
from fairaudit.analysis.text.tie_rules import sentences

_TIME = r" ?(?:(?:working |calendar )?(?:days?|hours?|minutes?|weeks?|months?|years?)|a\.?m\b|p\.?m\b|o.clock)"
_NUMBER = (
    rf"(?:\b\d+(?:[.,]\d+)?(?![\d:]|[.,]\d|{_TIME})"
    r"|\b(?:one|two|three|four|five|half)\b|\b(?:thirds?|three[- ]quarters|per ?cent)\b|%)"
)
_FIGURE = r"(?:\d+|zero|nought|nil|one|two|three|four|five)"
_AT_LEAST = r"(?:at least|at a minimum|as a minimum|minimum|or (?:more|higher|above|better))"
_SHORT = (
    r"(?:below|under(?:neath)?|(?:less|fewer|lower) than|not (?:reach|meet|achieve)|at least|minimum|threshold|short of"
    r"|or (?:less|lower|fewer|below|worse|more|higher|above))"
)
_SCORES = (
    r"(?:scor\w+|marks?|points?|rat(?:ed|ing)|grade[sd]?|reach\w*|achiev\w+|attain\w*|criteri(?:on|a)|question|here)"
)
_FURTHER = r"(?:considered|evaluated|ranked|eligible|taken|assessed|shortlisted|admitted|invited|opened|carried|examined|priced)"
_OUT = (
    r"(?:reject\w*|exclu\w+|disqualif\w+|eliminat\w+|discard\w*|deselect\w*|dismiss\w*|remov\w+|dropped|fail(?:s|ed)?"
    r"|set aside|to be considered|required|proceed\w*|go(?:es)? (?:on to|forward|through)|advance[sd]?|unsuccessful|no further"
    rf"|not (?:be )?(?:\w+ )?{_FURTHER}"
    r"|(?:is|are|be|rul\w+|knock\w+|put)(?: [\w-]+){0,3} (?<!set )(?<!laid )(?<!carried )(?<!worked )out)"
)
_ONLY = (
    r"\bonly (?!(?:the )?(?:best|top|first|highest|leading|two|three|four|five|\d+)\b)"
    rf"(?=.*\b{_SCORES}\b)(?=.*{_NUMBER}).*\b(?:{_FURTHER}|(?:go(?:es)?|move\w*|proceed\w*|remain\w*|stay\w*))\b"
)
_KIND = (
    r"(?:pass[- ]?marks?|minimum (?:\w+ )?(?:score|mark|points|threshold)s?"
    r"|(?:quality|technical|scor\w+|points?) (?:hurdle|threshold|cut[- ]?off|floor)s?)"
)
_NAMED = late_pattern(rf"(?i)\b{_KIND}\b.*{_NUMBER}")
# Looked for from the beginning of a line alone: what holds from further on holds from there, too.
_SAID = late_pattern(rf"(?im)^(?=.*\b{_SHORT}\b)(?=.*\b{_OUT}\b)(?=.*{_NUMBER})(?=.*\b{_SCORES}\b)|{_ONLY}")
_HAS_TO_BE = r"\b(?:must|shall|should|needs? to|ha(?:s|ve) to) be (?:scored|reached|achieved|attained|met)\b"
_BID = r"\b(?:bid|tender|answer|offer|response|proposal|submission|bidder|tenderer)s?\b"
_GRADES = rf"scor\w+ (?:of )?{_FIGURE}(?:,? (?:or |and )?{_FIGURE})*,?"
_MEANS_OUT = (
    r"(?:means?|=|leads? to|entails?|results? in) (?:[\w-]+ )?(?:exclusion|rejection|disqualification|elimination)\b"
)
# What an answer is like that gets a grade: `a score of 2 means that parts are left out`.
_DESCRIBES = late_pattern(
    rf"(?i)\b{_GRADES}(?: or (?:less|lower|fewer|below|worse|more|higher|above))?(?: [a-z]+){{0,2}}? ?"
    rf"(?:\b(?:means?|stands? for|(?:is|are|will be) (?:awarded|given) (?:where|when|if|to|for))\b|=)"
    r"(?! \d)(?! (?:[\w-]+ )?(?:exclusion|rejection|disqualification|elimination)\b)"
    rf"(?!.*{_BID} (?:is|are|will be|shall be|must be|goes|fails$)(?: (?!left\b)[\w-]+)?? ?{_OUT})"
)
_MUST = late_pattern(
    r"(?i)\b(?:(?:must|shall|should|needs? to|ha(?:ve|s) to) (?:score|reach|achieve|attain|get|obtain)\b"
    rf"(?: (?!us\b|by\b|in\b|within\b)[\w-]+){{0,8}}? ?{_NUMBER}"
    rf"|(?:questions?|criteri(?:on|a)|tenders?|bids?|quality)\b.* (?:needs?|requires?) (?:an? )?"
    rf"(?:{_AT_LEAST} (?:of )?{_NUMBER}(?: ?(?:%|points|marks|per ?cent\b.*)|$)|{_NUMBER},? {_AT_LEAST}$)"
    rf"|(?:minimum|at least)\b.*{_NUMBER}.*{_HAS_TO_BE}"
    rf"|{_NUMBER}(?: ?%| ?per ?cent| points| marks| (?:out )?of)\b.*{_HAS_TO_BE}"
    rf"|(?:not|fail\w* to) (?:score|scoring|reach\w*|achiev\w+|attain\w*)\b.*{_NUMBER}.*\b{_OUT}"
    rf"|{_BID}(?: [\w-]+){{0,4}}? {_GRADES}(?: (?:for|in|on|at|against|under)(?: [\w-]+){{1,5}}?)?,?"
    rf" (?:(?:is|are|will|shall|must|ha(?:s|ve) to)(?: be)?(?: (?!left\b)[\w-]+)?? )?{_OUT}\b(?! to\b)"
    rf"|{_GRADES} (?:.* )?(?:{_MEANS_OUT}|(?:excludes|disqualifies|eliminates|rules) (?:the |a |that )?{_BID})"
    rf"|below {_NUMBER}.*\b{_OUT})"
)
_SHORT_FORM = late_pattern(
    r"(?i)^(?:(?:minimum|threshold)(?::| of| is)? \d+(?:[.,]\d+)?(?: ?%| (?:out )?of (?:the )?\d+)?"
    r"|at least \d+(?:[.,]\d+)?(?: (?:out )?of (?:the )?\d+)?)(?: (?:points|marks))?$"
)
_NONE = late_pattern(
    r"(?i)\b(?:(?:no|without (?:a|any)) (?:\w+ )?(?:minimum|threshold|pass[- ]?mark))"
    r"|\b(?:not|no|never) (?:a |be )?(?:reasons?|grounds?) "
)


_WORSE = late_pattern(rf"(?i)\b(?:worse|higher|greater) than (\d+(?:\.\d+)?)(?![\d.]*\d)(?!:).*\b{_OUT}")
_DOUBT = late_pattern(r"(?i)\b(?:not|never|may|might|can|could|unless|except|but|no(?! further))\b")


def _pieces(text: str) -> Iterator[str]:
    """Yield the sentences of a text."""
    return (piece for one in sentences(text) for piece in in_pieces(one))


def worse_said(text: str) -> frozenset[Decimal]:
    """Return the scores of which a text says in plain words that whoever scores worse is out: `worse than 3 is excluded`."""
    plain = [one for one in _pieces(text) if not _DOUBT.search(one)]
    return frozenset(Decimal(found[1]) for one in plain if (found := _WORSE.search(one)))


def minimum_said(text: str) -> str | None:
    """Return the first sentence of a text by which a bid must reach a minimum score, `None` where there is none."""
    for one in _pieces(text):
        if (
            not _NONE.search(one)
            and not _DESCRIBES.search(one)
            and any(how.search(one) for how in (_NAMED, _SAID, _MUST, _SHORT_FORM))
        ):
            return one
    return None


_OF_A_SCORE = (
    r"(?:minimum(?: (?:scores?|marks?|points|thresholds?|of \d+))?"
    r"(?= (?:may|might|could|can|for|on|in|is|are|will|shall|has|have|does|do|need|risks?|goe?s?|unless|at)\b|,|$)|threshold"
    r"|pass[- ]?mark"
    rf"|(?:scor\w+|marks?|points?) [\w ]{{0,12}}?(?:below|under|less than|short of)|(?:below|under|less than) {_NUMBER})"
)
_PUTS_OUT = r"(?:reject|exclude|disqualify|eliminate|discard|deselect|dismiss|remove|drop|set aside|put out|rule out)\b"
_IS_PUT_OUT = (
    r"(?:rejected|excluded|disqualified|eliminated|discarded|deselected|dismissed|removed|dropped|set aside"
    r"|(?:put |ruled )?out)\b"
)
_A_STEP = rf"(?:reject\w*|exclu\w+|disqualif\w+|eliminat\w+|{_IS_PUT_OUT})"
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
    rf"{_MAY} (?:(?:also|then|decide to) )?(?:be )?{_OUT}"
    rf"|(?:{_FREE}) {_PUTS_OUT}|(?:will|shall|is|are|would) (?:normally|usually|generally) (?:be )?{_IS_PUT_OUT}"
    rf"|{_MAY} (?:(?!not\b)[\w-]+ )?(?:lead to|result in|mean|entail|be (?:an? )?(?:reasons?|grounds?) (?:for|to))"
    rf" (?:[\w-]+ )?{_A_STEP}"
    rf"|(?<!no )(?<!not )(?:risks?(?: of)?|liable (?:to|for)) (?:be |being |an? |the |its |their )?{_A_STEP}"
)
_MAY_WAIVE = (
    rf"(?:{_MAY}|{_FREE}|{_MAY} decide to) (?:(?!not\b)[\w-]+ )?(?:waive|disregard|disapply|relax|depart from|dispense with)\b"
    rf"|{_MAY} (?:(?!not\b)[\w-]+ )?be (?:waived|disregarded|disapplied|relaxed|dispensed with)\b"
    rf"|{_NEED_NOT} (?:be )?(?:{_PUTS_OUT}|{_IS_PUT_OUT}|(?:apply|enforce)\b)"
    rf"|(?:decides?|determines?|up to|for) (?:the )?(?:[\w-]+ ){{0,3}}?(?:whether|if)\b{_CLAUSE}\b{_A_STEP}"
)
_LEFT_OPEN = late_pattern(
    rf"(?i)^(?=.*\b{_OF_A_SCORE})(?:"
    rf"(?!.*{_PLAINLY} {_OUT})(?=.*\b(?:{_MAY_PUT_OUT}))|(?=.*\b(?:{_MAY_WAIVE}))"
    rf"|(?=.*\b{_A_STEP}{_CLAUSE},? {_DISCRETION}|.*\b{_DISCRETION},?{_CLAUSE}\b{_A_STEP})"
    rf"|(?=.*\b(?:{_A_STEP}|no further|{_FURTHER})(?: (?!and\b)[\w-]+){{0,4}}?,? {_DECIDES}|{_DECIDES}.*,.*\b{_A_STEP}))"
)
_FALLS_SHORT = (
    r"\b(?:(?<!not )(?<!nor )(?:below|under|(?:less|lower|fewer) than|short of)"
    r"|(?:not|never|fail\w* to|failure to) (?:reach|meet|achiev|attain)(?:e|ing)?)"
    rf" (?:[\w-]+ ){{0,3}}?(?:minim(?:um|a)|thresholds?|pass[- ]?marks?|it|them|{_NUMBER})"
)
_GOOD_ENOUGH = (
    r"\b(?:(?<!not )(?<!to )(?:meets?|reach(?:es)?|achieves?|attains?)|above|(?:at|with) (?:the |a )?(?:minimum|threshold)"
    r"|without|until)\b"
)
_ON_THAT_GROUND = (
    r"(?: (?:automatically|thereby|(?:for|on) that (?:reason|ground|alone)(?: alone)?"
    r"|from the (?:competition|contest|procurement|procedure|award)))?"
    # `Not excluded, but gets no points`, and not `not dropped but rejected`.
    rf"(?:,? (?:but|and)\b(?!.*\b{_OUT}).*)?$"
)
_NOBODY_OUT = late_pattern(
    rf"(?i)^(?=.*\b{_OF_A_SCORE})(?!.*{_PLAINLY} {_OUT})(?!.*{_GOOD_ENOUGH}).*{_FALLS_SHORT}"
    rf"(?:.*\b(?:(?:is|are) (?:not|never)|(?:will|shall|would|can)(?: not|not| never)(?: be)?)(?: (?:automatically|thereby))?"
    rf"(?: {_IS_PUT_OUT}| (?:a )?(?:reasons?|grounds?) (?:for|to) {_A_STEP})"
    rf"|.*\b(?:does|do|will|shall) not(?: by itself| in itself)? (?:lead to|mean|entail) (?:an? |the )?{_A_STEP})"
    rf"{_ON_THAT_GROUND}"
)
_FOR_GUIDANCE = late_pattern(
    r"(?i)\b(?:minimum|(?:minimum (?:scores?|marks?|points|thresholds?)|thresholds?|pass[- ]?marks?)"
    r"(?: of \d+(?:\.\d+)?)?(?: for \w+(?: \w+){0,2}?)?)"
    r" (?:is|are|serves?) (?:(?:given|meant|intended|only|merely|purely|solely) ){0,2}(?:(?:as|for) )?(?:an? )?"
    r"(?:guidance|guide|guideline|indicati(?:ve|on)|orientation|information|not binding)(?: only| alone| purposes(?: only)?)?$"
)
_BINDS = late_pattern(
    rf"(?i)^(?!.*\b(?:may|might|can|could|unless|except|discretion)\b).*{_FALLS_SHORT}.*"
    rf"(?:{_PLAINLY} (?:then |also |automatically |therefore )?(?:{_IS_PUT_OUT}|not (?:be )?(?:\w+ )?{_FURTHER})"
    rf"|\b(?<!not )(?:means?|leads? to) (?:an? |the )?{_A_STEP})"
)


def minimum_left_open(text: str) -> str | None:
    """Return the first sentence by which a bid short of a minimum may be put out and need not be, `None` where there is none."""
    return next((one for one in _pieces(text) if _LEFT_OPEN.search(one)), None)


def minimum_without_force(text: str) -> str | None:
    """Return the first sentence by which nobody is put out by a minimum, `None` where there is none or another puts bids out."""
    if minimum_binds(text):
        return None
    return next((one for one in _pieces(text) if _NOBODY_OUT.search(one) or _FOR_GUIDANCE.search(one)), None)


def minimum_binds(text: str) -> str | None:
    """Return the first sentence by which a bid short of a minimum plainly is put out, `None` where there is none."""
    return next((one for one in _pieces(text) if _BINDS.search(one) and not _LEFT_OPEN.search(one)), None)
