"""Whether a sentence speaks of a minimum score at all, in whatever words, or puts bids out for their scores.

What is found here is not understood by that: it only keeps a pass from being given, or a finding from being certain.
"""

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.minimums.words import AT_LEAST, DESCRIBES, FIGURE, IS_PUT_OUT, NO_MINIMUM, NUMBER, pieces

_SCORE = r"\b(?:scor\w+|marks?|marked|points?|grade[sd]?|rat(?:ed|ings?))\b"
_GRADED = (
    rf"(?:{_SCORE}|\b(?:questions?|criteri(?:on|a)|answers?|answered|quality"
    r"|levels?|fails?)\b)"
)
_WHOLE_BID = r"(?:bid|tender|bidder|tenderer|offer|proposal|submission|supplier|firm)s?"
_WENT_OUT = (
    rf"(?:\b(?:{_WHOLE_BID}|it|they|whoever|nobody|no one|none)\b.*\b(?:is|are|be|being)"
    rf"(?: (?:not|never|then|also|automatically|therefore))* {IS_PUT_OUT}"
    rf"|\b(?:excludes?|disqualif(?:y|ies)|eliminates?|rules?(?: out)?)"
    rf" (?:(?:the |a |that |any |no )?{_WHOLE_BID}|nobody|none|no one)\b"
    rf"|\b(?:{_WHOLE_BID}|it|they) fails?(?=[ ,]*$)|\b(?:is|are|means?|counts? as) (?:an? )?fails?\b)"
)
_STAYED_IN = rf"\b(?:{_WHOLE_BID}|it|they|all|nobody)\b.*\b(?:stays?|remains?|kept)(?: in\b| part of\b)"
_A_FIGURE = rf"\b(?:with|has|have|gets?|gains?) an? {FIGURE}\b(?! (?!is\b|has\b)\w+s\b)"
# What puts a bid out for another reason than how good its answers are.
_OTHER_REASONS = (
    r"\b(?:late|unsigned|non-?compliant|incomplete|abnormally|unanswered|blank|mandatory|pass/fail|yes/no|pages?|words?"
    r"|(?:not|fails? to|cannot) answer|answers? (?:all|every|each)|minimum requirements?|prices?|exclusion grounds?)\b"
)
_PASS_MARK = (
    r"\b(?:pass(?:ing)?[- ]?(?:mark|level|score|grade)s?|(?:quality|technical|scor\w+|points?) (?:hurdle|cut[- ]?off|floor)s?)\b"
    r"|(?<!eu )(?<!gpa )(?<!procurement )(?<!financial )(?<!price )\bthresholds?\b"
    r"(?! of the (?:directive|regulations|act|law|standards?)\b)"
)
# A minimum of something else, such as a wage, goes on with the name of that thing.
_GOES_ON = (
    r"(?=[ ]*(?:$|[,.:;)]|(?:is|are|was|were|be|will|shall|should|would|must|may|might|can|cannot|could|has|have|does|do"
    r"|needs?|stays?|remains?|go|goes|gets?|receives?|loses?|keeps?|counts?|pass(?:es)?|proceeds?|continues?|still|then|only"
    r"|also|not|never|appl(?:y|ies)|serves?|risks?|unless|at|and|or|but|by|if|leads?|means?|entails?|excludes?|puts?|binds?"
    r"|too|as well|nonetheless|nevertheless|anyway"
    r"|(?:for|in|on|per)(?: (?:each|every|any|all|this|that|the|one|a|an|its))*(?: quality)? (?:questions?|criteri(?:on|a)"
    r"|answers?|sections?|parts?|quality|it|them))\b))"
)
_SHORT_OF = r"(?:not|never|fail(?:s|ed|ing)? to|failure to) (?:attain|reach|achiev|score|get)(?:e|s|ing|ting)?"
_UNITS = r"(?: ?(?:%|per ?cent|points|marks)(?: of the points)?| (?:out )?of \d+)?"
_MINIMUM = (
    r"\bminim(?:um|a) (?:\w+ )?(?:scores?|marks?|points|thresholds?|grades?|ratings?)\b"
    rf"|\bminim(?:um|a)(?: of {NUMBER}{_UNITS})?{_GOES_ON}"
    r"|\b(?:lowest|least|smallest) (?:(?:acceptable|permitted|allowed|passing|admissible|sufficient|permissible) (?:score|mark"
    r"|grade|rating)|(?:score|mark|grade|rating) (?:with|at|by|that|which|for which|needed|required|accepted|allowed))\b"
)
_BELOW = (
    rf"{_SCORE}[^,]{{0,40}}?\b(?:below|under|less than|fewer than|short of|lower than)"
    rf" (?:the|an?|this|that|its?|any|each|all|minim|pass|what|[\"“'‘]|{NUMBER})"
    rf"|\b(?:below|under|less than) {NUMBER}{_UNITS}{_GOES_ON}"
    r"|\b(?:must|shall|needs? to|ha(?:s|ve) to) be (?:graded|scored|marked|rated|answered) (?:at|as|with)\b"
    rf"|\b(?:needs?|requires?) (?:an? )?{NUMBER},? {AT_LEAST}\b.*{_GRADED}"
)
_NEEDED = (
    rf"\b(?:questions?|criteri(?:on|a)|answers?|responses?|bids?|tenders?|offers?) (?:needs?|requires?)"
    rf" (?:an? )?{NUMBER} {AT_LEAST}"
    r"(?=[ ]*(?:$|[,.:;)]|(?:for|in|on|to|per)\b))"
    rf"|\b(?:with|has|have|gets?|got|obtains?) (?:fewer|less) than {NUMBER}{_UNITS} (?:for|in|on|per|at)(?: [\w-]+){{0,2}}?"
    rf" (?:questions?|criteri(?:on|a)|answers?)\b|\b{_SHORT_OF} (?:an? )?(?:(?:mark|score|level|grade) of )?{NUMBER}"
    r" (?:for|in|on|per|at)(?: [\w-]+){0,3}? (?:questions?|criteri(?:on|a)|answers?|quality)\b"
    rf"|\b(?:must|shall|should|ha(?:s|ve) to|needs? to) (?:score|achieve|reach|attain|get|obtain|receive)(?: [\w-]+){{0,4}}?"
    rf" \({NUMBER}\),? {AT_LEAST}|\bpass ?(?:/|or) ?fail at {NUMBER}"
    r"|\b(?:must|shall|ha(?:s|ve) to|needs? to|required to) (?:score|achieve|reach|attain|get|obtain|receive)"
    r" (?:at least|a minimum of|no (?:less|lower|worse) than) [\"“'‘]?[a-z]+[\"”'’]?(?: [\w-]+){0,2}? (?:on|for|in|per|against) "
    r"(?:each|every|any|all)\b"
    r"|\b(?:answers?|responses?|questions?|criteri(?:on|a)) (?:scored|graded|rated|marked|assessed)\b.*"
    r"\b(?:leads? to|results? in|means?|entails?) (?:the |an? |its )?(?:rejection|exclusion|disqualification|elimination)\b"
    r"|\b[\"“'‘]?fail[\"”'’]? (?:for|in|on|against)(?: [\w-]+){0,3}? (?:questions?|criteri(?:on|a))\b.*"
    r"\b(?:not|no) (?:be )?(?:taken|considered|evaluated|further)\b"
)
_SPEAKS = late_pattern(
    rf"(?i){_PASS_MARK}|{_MINIMUM}|{_BELOW}|{_NEEDED}|\b(?:whatever|regardless of|irrespective of)(?: \w+)? (?:scores?|marks)\b"
    rf"|^(?!.*{_OTHER_REASONS})(?=.*(?:{_GRADED}|{_A_FIGURE}))(?=.*(?:{_WENT_OUT}|{_STAYED_IN}))"
)
_OUT = late_pattern(rf"(?i)^(?!.*{_OTHER_REASONS}).*{_WENT_OUT}")


def speaks_of_a_minimum(sentence: str) -> bool:
    """Whether a sentence speaks of a minimum score, or of bids that are out or stay in by their scores."""
    return _SPEAKS.search(sentence) is not None and not DESCRIBES.search(sentence)


def says_who_is_out(sentence: str) -> bool:
    """Whether a sentence says that bids are put out, or are not, and names no other reason than their scores."""
    return _OUT.search(sentence) is not None


def minimum_spoken(text: str) -> str | None:
    """Return the first sentence that speaks of a minimum score in any words and does not deny that there is one."""
    return next((one for one in pieces(text) if speaks_of_a_minimum(one) and not NO_MINIMUM.search(one)), None)
