"""Whether words on the award say that bids must reach a minimum score: `tenders that score below 3 are rejected`.

Read widely, since what is found here only holds a pass back. The words are a short list in English.
"""

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.sentences import in_pieces, sentences

_TIME = r" ?(?:(?:working |calendar )?(?:days?|hours?|minutes?|weeks?|months?|years?)|a\.?m\b|p\.?m\b|o.clock)"
NUMBER = (
    rf"(?:\b\d+(?:[.,]\d+)?(?![\d:]|[.,]\d|{_TIME})"
    r"|\b(?:one|two|three|four|five|half)\b|\b(?:thirds?|three[- ]quarters|per ?cent)\b|%)"
)
FIGURE = r"(?:\d+|zero|nought|nil|one|two|three|four|five)"
AT_LEAST = r"(?:at least|at a minimum|as a minimum|minimum|or (?:more|higher|above|better))"
_SHORT = (
    r"(?:below|under(?:neath)?|(?:less|fewer|lower) than|not (?:reach|meet|achieve)|at least|minimum|threshold|short of"
    r"|or (?:less|lower|fewer|below|worse|more|higher|above))"
)
SCORE_WORDS = (
    r"(?:scor\w+|marks?|points?|rat(?:ed|ing)|grade[sd]?|reach\w*|achiev\w+|attain\w*|criteri(?:on|a)|question|here)"
)
FURTHER = r"(?:considered|evaluated|ranked|eligible|taken|assessed|shortlisted|admitted|invited|opened|carried|examined|priced)"
IS_PUT_OUT = (
    r"(?:rejected|excluded|disqualified|eliminated|discarded|deselected|dismissed|removed|dropped|set aside"
    r"|(?:put |ruled )?out)\b"
)
OUT = (
    r"(?:reject\w*|exclu\w+|disqualif\w+|eliminat\w+|discard\w*|deselect\w*|dismiss\w*|remov\w+|dropped|fail(?:s|ed)?"
    r"|set aside|to be considered|required|proceed\w*|go(?:es)? (?:on to|forward|through)|advance[sd]?|unsuccessful|no further"
    rf"|not (?:be )?(?:\w+ )?{FURTHER}"
    r"|(?:is|are|be|rul\w+|knock\w+|put)(?: [\w-]+){0,3} (?<!set )(?<!laid )(?<!carried )(?<!worked )out)"
)
_ONLY = (
    r"\bonly (?!(?:the )?(?:best|top|first|highest|leading|two|three|four|five|\d+)\b)"
    rf"(?=.*\b{SCORE_WORDS}\b)(?=.*{NUMBER}).*\b(?:{FURTHER}|(?:go(?:es)?|move\w*|proceed\w*|remain\w*|stay\w*))\b"
)
_KIND = (
    r"(?:pass[- ]?marks?|minimum (?:\w+ )?(?:score|mark|points|threshold)s?"
    r"|(?:quality|technical|scor\w+|points?) (?:hurdle|threshold|cut[- ]?off|floor)s?)"
)
_NAMED = late_pattern(rf"(?i)\b{_KIND}\b.*{NUMBER}")
# Looked for from the beginning of a line alone: what holds from further on holds from there, too.
_SAID = late_pattern(rf"(?im)^(?=.*\b{_SHORT}\b)(?=.*\b{OUT}\b)(?=.*{NUMBER})(?=.*\b{SCORE_WORDS}\b)|{_ONLY}")
_HAS_TO_BE = r"\b(?:must|shall|should|needs? to|ha(?:s|ve) to) be (?:scored|reached|achieved|attained|met)\b"
BID = r"\b(?:bid|tender|answer|offer|response|proposal|submission|bidder|tenderer)s?\b"
_GRADES = rf"scor\w+ (?:of )?{FIGURE}(?:,? (?:or |and )?{FIGURE})*,?"
_MEANS_OUT = (
    r"(?:means?|=|leads? to|entails?|results? in) (?:[\w-]+ )?(?:exclusion|rejection|disqualification|elimination)\b"
)
# What an answer is like that gets a grade: `a score of 2 means that parts are left out`.
DESCRIBES = late_pattern(
    rf"(?i)\b(?:{_GRADES}|scor\w+ (?:below|under|less than) {FIGURE})"
    r"(?: or (?:less|lower|fewer|below|worse|more|higher|above))?(?: [a-z]+){0,2}? ?"
    rf"(?:\b(?:means?|stands? for|(?:is|are|will be) (?:awarded|given) (?:where|when|if|to|for))\b|=)"
    r"(?! \d)(?! (?:[\w-]+ )?(?:exclusion|rejection|disqualification|elimination)\b)"
    rf"(?!.*{BID} (?:is|are|will be|shall be|must be|goes)(?: (?!left\b)[\w-]+)?? ?{OUT})"
    r"(?!.*\b(?:bid|tender|bidder|tenderer|offer)s? fails?[ ,]*$)"
    r"(?!.*\b(?:exclude|disqualif(?:y|ie)|eliminate|rule)s? (?:out )?(?:the |a |that |any )?(?:bid|tender|offer)s?\b)"
)
_MUST = late_pattern(
    r"(?i)\b(?:(?:must|shall|should|needs? to|ha(?:ve|s) to|(?:is|are|be) required to)"
    r" (?:score|reach|achieve|attain|get|obtain)\b"
    rf"(?: (?!us\b|by\b|in\b|within\b)[\w-]+){{0,8}}? ?{NUMBER}"
    rf"|(?:questions?|criteri(?:on|a)|tenders?|bids?|quality)\b.* (?:needs?|requires?) (?:an? )?"
    rf"(?:{AT_LEAST} (?:of )?{NUMBER}(?: ?(?:%|points|marks|per ?cent\b.*)|$)|{NUMBER},? {AT_LEAST}$)"
    rf"|(?:minimum|at least)\b.*{NUMBER}.*{_HAS_TO_BE}"
    rf"|{NUMBER}(?: ?%| ?per ?cent| points| marks| (?:out )?of)\b.*{_HAS_TO_BE}"
    rf"|(?:not|fail\w* to) (?:score|scoring|reach\w*|achiev\w+|attain\w*)\b.*{NUMBER}.*\b{OUT}"
    rf"|{BID}(?: [\w-]+){{0,4}}? {_GRADES}(?: (?:for|in|on|at|against|under)(?: [\w-]+){{1,5}}?)?,?"
    rf" (?:(?:is|are|will|shall|must|ha(?:s|ve) to)(?: be)?(?: (?!left\b)[\w-]+)?? )?{OUT}\b(?! to\b)"
    rf"|{_GRADES} (?:.* )?(?:{_MEANS_OUT}|(?:excludes|disqualifies|eliminates|rules) (?:the |a |that )?{BID})"
    rf"|below {NUMBER}.*\b{OUT})"
)
_SHORT_FORM = late_pattern(
    r"(?i)^(?:(?:minimum|threshold)(?::| of| is)? \d+(?:[.,]\d+)?(?: ?%| (?:out )?of (?:the )?\d+)?"
    r"|at least \d+(?:[.,]\d+)?(?: (?:out )?of (?:the )?\d+)?)(?: (?:points|marks))?$"
)
NO_MINIMUM = late_pattern(
    r"(?i)\b(?:(?:no|without (?:a|any)) (?:\w+ )?(?:minimum|threshold|pass[- ]?mark))"
    r"|\b(?:not|no|never) (?:a |be )?(?:reasons?|grounds?) "
)


_WORSE = late_pattern(rf"(?i)\b(?:worse|higher|greater) than (\d+(?:\.\d+)?)(?![\d.]*\d)(?!:).*\b{OUT}")
_DOUBT = late_pattern(r"(?i)\b(?:not|never|may|might|can|could|unless|except|but|no(?! further))\b")


def pieces(text: str) -> Iterator[str]:
    """Yield the sentences of a text."""
    return (piece for one in sentences(text) for piece in in_pieces(one))


def worse_said(text: str) -> frozenset[Decimal]:
    """Return the scores of which a text says in plain words that whoever scores worse is out: `worse than 3 is excluded`."""
    plain = [one for one in pieces(text) if not _DOUBT.search(one)]
    return frozenset(Decimal(found[1]) for one in plain if (found := _WORSE.search(one)))


def minimum_said(text: str) -> str | None:
    """Return the first sentence of a text by which a bid must reach a minimum score, `None` where there is none."""
    for one in pieces(text):
        if (
            not NO_MINIMUM.search(one)
            and not DESCRIBES.search(one)
            and any(how.search(one) for how in (_NAMED, _SAID, _MUST, _SHORT_FORM))
        ):
            return one
    return None
