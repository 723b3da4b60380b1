"""Whether a sentence may take from a published minimum without speaking of one: `scores of 2 are tolerated on one question`.

Read where a minimum is published as a number. Read widely: what is found keeps a finding from being certain, and no more.
"""

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.minimums.words import BID, FIGURE, NUMBER

_OTHER_MINIMA = (
    r"(?:standards?|wages?|requirements?|specifications?|qualifications?|conditions|terms|hours|days|weeks|months|years|levels?"
    r"|values?|temperatures?|staff\w*|sizes?|numbers?|quantit\w+|orders?|periods?|rates?|rights|prices?|turnovers?)\b"
)
_OF_A_MINIMUM = (
    rf"\bthe minimum (?!{_OTHER_MINIMA})[a-z]+s\b|\b(?:quality|scoring|score|technical) minim(?:ums?|a)\b"
    rf"|\bminim(?:um|a) (?:(?:quality|score|scoring) levels?\b|levels? of {NUMBER}|{FIGURE}\b)"
    rf"|\b(?:missing|under|below|short of|miss(?:es)?) (?:the|its|that|any|a) minim(?:um|a)\b(?! {_OTHER_MINIMA})"
    rf"|\b(?:bar|line|floor|hurdle|cut[- ]?off) (?:of|at|is) {FIGURE}\b|\b(?:under|below|beneath) the (?:line|bar|floor|hurdle)\b"
)
_LITTLE = (
    r"(?:\bmiss(?:es|ing)? the mark\b|\bshort by\b|\bwith (?:an? |one )?[0-9] (?:for|in|on)\b"
    r"|(?<!abnormally )\blow(?:er)? (?!(?:price|cost|fee|bid|tender|offer|value|risk|carbon|emission)\w*\b)"
    r"|\b(?:weak\w*|poor\w*|bad(?:ly)?|insufficient|inadequate|unsatisfactory|mediocre|shortfall\w*)\b|\bpoints? short\b"
    rf"|\b(?:scor(?:e[sd]?|ing)|marks?|marked|grade[sd]?|ratings?)(?: (?:of|at|with|as|an?|only|just))* {FIGURE}\b"
    r"|\b(?:for|on|of) quality\b"
    r"|\b(?:an?|one|any|single|required|level) [0-9](?![\d.,:]*\d)(?![\w%/-])"
    r"(?! (?:years?|months?|weeks?|days?|hours?|pages?|words?|lots?|per)\b))"
)
_IN_OR_OUT = (
    r"\b(?:exclu\w+|reject\w*|disqualif\w+|eliminat\w+|discard\w*|dismiss\w*|deselect\w*|dropped|knock\w*|out(?=[ ,]*$)"
    r"|(?:let|lets|letting|goes|go|comes?|gets?|pass(?:es|ed)?)(?: [\w-]+){0,3} through|(?:stays?|remains?) (?:in|part|eligible)"
    r"|ke(?:ep|pt)(?: [\w-]+){0,3} in|wins?|winner|tolera\w+|accept\w*|allow\w*|permi\w+|admit\w*|admissible|forgiv\w+"
    r"|overlook\w*|waiv\w+|enough|suffic\w+|carr(?:y|ies) on|compensat\w+|offset|balanced|made good"
    r"|sanction\w*|consequences?|obstacles?|harm\w*|hurt\w*|lost|spared?|lenien\w+|pass(?:es)?|nothing else|kept(?=[ ,]*$)"
    r"|(?:go|goes|move|moves) (?:on|forward)|prevents?|effects?)\b"
)
# Any word of a score is enough beside these.
_LET_OFF = (
    r"(?=.*\b(?:scores?|marks?|grades?|ratings?)\b)(?=.*\b(?:exclu\w+|reject\w*|disqualif\w+|eliminat\w+|tolera\w+|forgiv\w+"
    r"|overlook\w*|waiv\w+|lenien\w+|spared?|(?:let|lets|letting)(?: [\w-]+){0,3} through|ke(?:ep|pt)(?: [\w-]+){0,3} in)\b)"
)
_MAY_HAVE = rf"{BID} (?:may|can|might) (?:have|get|hold|show|contain|score|include) (?:(?:one|an?|two) )?{FIGURE}\b"
# What is said of the way scores are given, or asks for an answer, and what puts bids out for another reason.
_ELSEWHERE = (
    r"^(?:how|which|what|describe|explain|set out|state|please|show|give)\b|\b(?:half|decimal|whole|evaluators?|assessors?"
    r"|late|unsigned|incomplete|abnormally|mandatory|pass/fail|pages?|words?|variants?|equal|ties?|tied|collusi\w+|canvass\w*"
    r"|moderat\w+)\b"
    r"|\bbehind\b"
)
_TOUCHES = late_pattern(
    rf"(?i){_OF_A_MINIMUM}|{_MAY_HAVE}|^(?!.*(?:{_ELSEWHERE}))(?:(?=.*{_LITTLE})(?=.*{_IN_OR_OUT})|{_LET_OFF})"
)
_GOES_BACK = late_pattern(
    r"(?i)^(?:(?:but|however|yet),? )?(?:this|that|it|they|these|those|the (?:rule|same|minimum|exclusion|condition|requirement)"
    r"|such (?:bids?|tenders?|offers?|bidders?))\b"
)
_EXEMPTS = late_pattern(
    r"(?i)(?<!without )(?<!no )(?<!tax )\b(?:exempt\w*|exceptions?|excepted|waive[sd]?|waivers?|derogations?|dispensations?"
    r"|discretion|suspended|relaxed|set aside|lifted|spared?)\b"
)
_LIMITS = late_pattern(
    r"(?i)\b(?:not|never|no longer|only|unless|except|but|if|where|when|provided|until|from|may|might|can|could|normally"
    r"|usually|generally|lots?|instead|merely|rather)\b"
)
# What holds of a bid that is out, and takes nothing from its being so.
_OF_BIDS_OUT = late_pattern(
    r"(?i)\b(?:not (?:be )?(?:\w+ )?(?:considered|evaluated|ranked|eligible|assessed|shortlisted|admitted|invited|opened|priced"
    r"|read|scored|returned|reinstated|readmitted)(?! (?:if|where|when|unless|only)\b)"
    r"|(?:may|can) (?:ask|complain|request|challenge|appeal|bid again|see)|(?:may|can|will|does|do) not (?:win|proceed|go)"
    r"|cannot (?:win|proceed|be)|(?:may|must) not be (?:awarded|waived|reinstated|readmitted)|not apply to (?:the )?prices?"
    r"|no exceptions?|(?:is|are) not (?:waived|relaxed|negotiable))\b"
)


_ALONE = late_pattern(r"(?i)\b(?:alone|only|solely|just|merely)\b")


def touches_a_minimum(sentence: str) -> bool:
    """Whether a sentence speaks of a minimum, or of low scores or scores of so much and of bids that are in or out."""
    return _TOUCHES.search(sentence) is not None


def goes_back_on(sentence: str) -> bool:
    """Whether a sentence denies or limits what stands before it: `this does not apply to Q2`, `new firms are exempt`."""
    rest = _OF_BIDS_OUT.sub(" ", sentence)
    return _EXEMPTS.search(rest) is not None or (
        _GOES_BACK.search(rest) is not None and _LIMITS.search(rest) is not None
    )


def holds_there_alone(sentence: str) -> bool:
    """Whether a sentence says that what stands before it holds of what it names and of nothing else."""
    return _GOES_BACK.search(sentence) is not None and _ALONE.search(sentence) is not None
