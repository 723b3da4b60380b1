"""The words in which documents say that several people's scores become one: what averages, who scores, what is denied.

Data for `averaging`, which reads sentences by them.
"""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern

SCORE = r"(?:scores?|marks?|ratings?|grades?|gradings?|scorings?|markings?)"
MEMBER = (
    r"(?:evaluators?|assessors?|members?|panell?ists?|scorers?|reviewers?|raters?|markers?|jurors?|judges?|examiners?"
    r"|experts?|graders?)"
)
WHO = rf"(?:{MEMBER}|panel|jury|individual(?:ly)?|person|people)"
QUESTIONS = (
    r"(?:sub-?)?"
    r"(?:questions?|criteri(?:a|on)|sections?|parts?|items?|categor(?:y|ies)|lots?|references?|years?|projects?)"
)
OF_PEOPLE = late_pattern(rf"\b{WHO}\b|\bthey\b|\bjury\b")
OF_MARKS = late_pattern(rf"\b(?:{SCORE}|points?)\b")
MEMBERS = late_pattern(rf"\b{WHO}\b")
_ADDED = r"(?:added|summed|totalled|totaled)(?: up| together)?"
MEAN = (
    r"\baverag(?:e|es|ed|ing)\b"
    r"|(?:^|(?<![\w-])(?:the|an?|their|its|any|no|not|simple|bare|plain|mere|same|overall|final|resulting|rounded|this|that|each"
    r"|of|from|on|as|to|and|or|by|is|are|all|than|trimmed|truncated|weighted|arithmetic(?:al)?|taking|but|only|such) )means?\b"
    r"(?! that\b| what\b| how\b)"
    r"|\bmeans? (?:of (?:the|all|their|these|those|what|individual)|scores?|marks?|values?|ratings?|figures?)\b"
    r"|\barithmetic(?:al|ally)?\b"
    rf"|\b{_ADDED},? (?:and |then |and then )?(?:the (?:sum|total|result) (?:is )?)?divided\b"
    r"|\b(?:sum|total)\b[\w '’-]{0,60}\bdivided by\b|\b(?:sum|total)\b[\w '’-]{0,40}\bhalved\b"
)
MEDIAN = r"\bmedians?\b|\bmiddle (?:one|score|mark|value|rating|grade|figure)\b"
MIDPOINT = r"\bmid-?points?\b|\bhalf-?way between\b"
AVERAGES = late_pattern(rf"{MEAN}|{MEDIAN}|{MIDPOINT}|\b(?:splits?|splitting) the difference\b")
OF_MEDIAN, OF_MIDPOINT, OF_MEAN = late_pattern(MEDIAN), late_pattern(MIDPOINT), late_pattern(MEAN)
POOLED = late_pattern(
    rf"\b{MEMBER}['’]?s?['’]? (?:(?:individual|own|separate) )?(?:{SCORE}|points) (?:(?:is|are|will be|shall be|then) )+"
    rf"(?:combined|pooled|merged|aggregated|{_ADDED})\b"
    rf"|\b(?:{SCORE}|points) (?:(?:of|by|from|given by|awarded by) )(?:(?:the|all|two|three|four|five|individual) )*{MEMBER}"
    rf" (?:(?:is|are|will be|shall be|then) )+(?:combined|pooled|merged|aggregated|{_ADDED})\b"
    rf"|\b(?:sum|total) of (?:(?:the|all|two|three|four|five|individual) )*(?:{MEMBER}['’]?s?['’]? (?:{SCORE}|points)"
    rf"|(?:{SCORE}|points) (?:of|by|from|given by|awarded by) (?:(?:the|all|two|three|four|five) )*{MEMBER})\b"
)
"""Members' scores put together in a way that is no average, or is not said."""
FOREIGN = late_pattern(
    r"\b(?:mittelwert\w*|mittelung\w*|gemittelt\w*|arithmetisch\w*|durchschnitt(?!spreis)\w*|moyennes?|médianes?|promedi\w+"
    r"|medianas?|(?:la|las|le|una|alla|della|dalla|nella|come|media de la|por|a) medi[ae]"
    r"|medi[ae] (?:aritm\w*|de|dei|delle|dos|das)"
    r"|médias?|średni\w*|sredni\w*|gemiddeld\w*|medelvärde\w*|medeltal\w*|gennemsnit\w*|gjennomsnitt\w*|keskiarvo\w*|průměr\w*"
    r"|priemer\w*|átlag\w*|povprečj\w*|prosjek\w*|prosječn\w*|средн\w+|vidurk\w*|vidēj\w*|keskmi\w*)\b"
    r"|(?<!\w)μέσ(?:ο|ος|η)\w*"
)
OTHER_USES = late_pattern(
    r"\bby (?:the |any )?means of\b|\b(?:any|all|other|no|same) means\b(?! of (?:the )?(?:scores|marks))"
    r"|\bmeans of (?:access|transport|communication|payment|proof|delivery|contact)\b"
    r"|\b(?:above|below|better than|worse than) average\b"
    r"|(?:\d|[=:–-]) ?(?:(?:=|:|-|–|is|means) ?)?(?:an? )?average\b(?! of| scores?| marks?| ratings?)"
    r"|\baverage (?:answer|response|quality|level|performance|waiting|time|life|age|wage)s?\b|\bon average\b(?= \d)"
)
"""Where these words average no scores. Heuristic."""
OF_MONEY = late_pattern(r"\b(?:prices?|costs?|fees?|rates?|abnormally|rent|turnover)\b")
PRICES = late_pattern(
    r"\b(?:mean|average)s? (?:(?:is|are|of|from|across|over|between|among|taken|calculated) )*"
    r"(?:the |all |valid |tendered |offered |submitted )*(?:prices?|bids?|tenders?|offers?|costs?|rates?)\b"
    r"(?! (?:scores?|marks?))"
)
_EACH = r"(?:the |all |its |their |each |every |several |\d+ )"
ACROSS = late_pattern(
    rf"\b(?:mean|average[ds]?|averaging)\b(?! (?:per|(?:for|on|in) (?:each|every|the|a|that))\b)"
    rf"(?: (?:is|are|taken|calculated|computed))*(?: (?:of|from|across|over|between|among))?"
    rf"(?: (?:the|all|its|their|each|every|weighted|{SCORE}))*(?: (?:of|from|across|over|between|among|for|on|in))? ?{_EACH}*"
    rf"{QUESTIONS}\b"
)
_LINK = (
    r"(?:an?|any|the|be|been|being|to|by|of|on|simply|merely|just|mere|bare|plain|simple|pure(?:ly)?|mechanical(?:ly)?"
    r"|arithmetic(?:al|ally)?|such|their|its|individual|takes?|taken|taking|uses?|used|using|calculat\w+|mak(?:e|ing)|made"
    r"|form(?:ed|ing)?|decided|settled|determined|reached|from|resort(?:ing)?|rely(?:ing)?|adopt\w*|is|are|case|circumstances"
    r"|members['’]?|evaluators['’]?|assessors['’]?|evaluator|member|scores?|marks?|allow\w*|permit\w*)"
)
_NO = (
    r"(?:no|not(?! only)|never|neither|nor|rather than|instead of|without|avoid\w*|in place of|cannot|can['’]t|mustn['’]t"
    r"|won['’]t|don['’]t|refrain\w*(?: from)?|prohibit\w*|forbid\w*|bans?|banned|bar|barred)"
)
_WORD = r"(?:means?|averag(?:e|es|ed|ing)|medians?|mid-?points?)"
DENIED_BEFORE = late_pattern(rf"\b{_NO}(?: {_LINK}){{0,7}} {_WORD}\b")
_USED = (
    r"(?:used|taken|applied|made|calculated|computed|formed|drawn|relied|done|decisive|decide|count|counted|allowed|permitted"
    r"|accepted|acceptable|enough|sufficient|replace|stand|adopted|an? (?:option|substitute|consensus|agreed)|how|the way|the"
    r" (?:final |agreed |panel['’]?s? )*(?:score|mark|result)|admissible|appropriate|resorted)"
)
DENIED_AFTER = late_pattern(
    r"\b(?:means?|averages?|averaging|medians?|mid-?points?)\b(?: (?!and\b|but\b|or\b|not\b|never\b)[\w'’-]+){0,5}?"
    r" (?:is|are|will|shall|may|must|does|do|has|have|can)(?: be)? (?:not|never)(?: (?:be|been|simply|merely|just))* "
    rf"{_USED}\b"
    r"|\b(?:means?|averages?|averaging)\b(?: (?!and\b|but\b)[\w'’-]+){0,5}? cannot (?:be )?"
    rf"{_USED}\b"
    r"|\b(?:means?|averages?|averaging)\b[\w '’-]{0,40}? (?:is|are) (?:strictly )?(?:prohibited|forbidden|ruled out|banned|barred"
    r"|inadmissible|excluded|disallowed|impermissible|improper|no (?:option|substitute|consensus))\b"
)
NEGATION = late_pattern(
    r"\b(?:no|not|never|neither|nor|none|nobody|rather than|instead of|without|avoid\w*|in place of|cannot|refrain\w*|prohibit\w*"
    r"|forbid\w*|bans?|banned|barred|except|unless)\b|n['’]t\b"
)
NOT_ROUNDED = late_pattern(
    r"\b(?:is|are|will|shall|must|does|do)?(?: be)? ?(?:not|never)(?: be)? (?:further |again )?(?:rounded|weighted|adjusted"
    r"|moderated|changed|altered|discussed|corrected|revised)(?: (?:up|down|off|further))?\b"
)
AGREEING = r"(?:consensus|moderat\w+|agree\w*|discuss\w*|confer\w*|consult\w*|talk\w*)"
DENIED_AGREEING = late_pattern(
    r"\b(?:no|not|without|never|rather than|instead of|nor|neither|cannot|(?:needs?|requires?) no)\b"
    rf"(?: (?!averag|mean|median|substitut|replac|alternativ)[\w'’-]+){{0,5}}? {AGREEING}(?:,? (?:or|and|nor) {AGREEING})?"
    r"|\b(?:after|following|once) (?:(?:the|a|any|all|their|they|scores|have|are|been) )*(?:moderat\w+|discuss\w*)"
)
PLAIN = frozenset({
    "a", "an", "the", "and", "of", "by", "for", "from", "on", "in", "to", "at", "with", "is", "are", "be", "will", "shall",
    "was", "were", "been", "being", "has", "have", "as", "that", "this", "these", "those", "which", "it", "its", "their", "they",
    "then", "so", "each", "every", "all", "both", "per", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "who", "what", "out", "up", "down", "off", "together", "alone", "here", "also", "only", "simply",
    "question", "questions", "criterion", "criteria", "answer", "answers", "response", "responses", "bid", "bids", "tender",
    "tenders", "offer", "offers", "submission", "submissions", "proposal", "proposals", "quality", "technical",
    "score", "scores", "scored", "scoring", "mark", "marks", "marked", "marking", "rating", "ratings", "rate", "rates", "rated",
    "grade", "grades", "graded", "point", "points", "assess", "assessed", "assesses", "evaluate", "evaluated", "evaluates",
    "gives", "give", "given", "gave", "award", "awards", "awarded", "reads", "read", "separately", "independently",
    "independent", "individual", "individually", "own", "panel", "jury", "person", "people", "evaluation", "assessment",
    "counts", "count", "counted", "used", "use", "uses", "taken", "take", "takes", "carried", "carry", "forward", "forms", "form",
    "formed", "becomes", "become", "makes", "make", "made", "stands", "stand", "decides", "decide", "goes", "go", "recorded",
    "entered", "enter", "enters", "final", "result", "results", "resulting", "value", "figure", "number", "overall", "applied",
    "applies", "apply", "calculated", "calculate", "computed", "worked", "determined", "obtained", "derived", "found", "equals",
    "equal", "set", "total", "totals", "sum", "sums", "added", "summed", "divided", "halved", "multiplied", "weight", "weighting",
    "published", "based",
    "mean", "means", "average", "averages", "averaged", "averaging", "arithmetic", "arithmetical", "arithmetically", "median",
    "midpoint", "mid-point", "middle", "simple", "half-way", "halfway", "between", "highest", "lowest",
    "rounded", "rounding", "nearest", "whole", "half", "decimal", "decimals", "place", "places", "commercially",
    "mathematically", "unrounded",
})  # fmt: skip
"""Words that leave nothing open in a sentence that averages people's scores."""
