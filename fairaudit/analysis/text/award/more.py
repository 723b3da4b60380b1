"""Words of a method of award that name anything beside the published criteria, the people who score, and how they go about it.

What scores, leaves out or prefers has no end of names (a visit that is worth ten, an edge of small firms), so no list of them is
kept: a sentence of which no whole form is known is understood only where every word of it is accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.award.parts import IS, TWO_TO_TEN
from fairaudit.analysis.text.scores.averaging_words import PLAIN, WHO

_USUAL = late_pattern(
    r"\b(?:abnormally low|late|non-?compliant|incomplete|invalid|inadmissible|unsigned|non-?responsive|irregular)"
    r" (?:tenders?|bids?|offers?|prices?)(?: that (?:are|is) (?:not |un)(?:explained|justified))?"
    r" (?:are|is|will be|may be|shall be|can be) (?:rejected|excluded|disqualified|returned(?: unopened)?|put out)"
    r"(?: (?:after|without) (?:an? )?(?:satisfactory )?explanation)?\b"
    r"|\b(?:excluding|exclusive of|net of|without) (?:vat|value[- ]added tax|tax|taxes)\b|\bon grounds of exclusion\b"
    r"|\b(?:in|into) account\b(?= of the (?:published )?criteria)|\b(?:are|is) (?:marked|scored|assessed) blind\b",
    re.IGNORECASE,
)
_FIGURES = late_pattern(
    r"\b(?:points?|scor(?:e|es|ed|ing)|marks?|marked|marking|ratings?|rated|grades?|graded|weight\w*|pric(?:e|es|ed|ing)|costs?"
    r"|totals?|sums?|amounts?|figures?|results?|evaluat(?:e|es|ed|ion)|criteri(?:a|on)"
    r"|formula|quality)\b",
    re.IGNORECASE,
)
_SO_MANY = rf"(?:an?|one|{TWO_TO_TEN}|some|several|many)"
_IS_THEN = r"(?:(?:is|are|be|will|shall|only|then|been) )+"
_ONLY_AT_TIMES = r"(?:scored|marked|counted|counts?|considered) only (?:in|if|where|when|between)\b"
_CHANGES = late_pattern(
    rf"\bhalved\b|\b{_SO_MANY} (?:points?|marks?)\b(?! for (?:the )?(?:price|quality)\b)"
    rf"|\b(?:points?|marks?|scores?) (?:{IS} )?(?:taken )?(?:off|down)\b|\btaken off\b"
    r"|\b(?:by|per|according to|from|on) (?:the |their |its )?(?:rank|ranking|place|placing|order|position)s?\b"
    r"(?! of (?:(?:the|their|its|total|overall|final|weighted) )*(?:totals?|points|scores?|marks|merit|importance)\b)"
    rf"|\b(?:points|marks|scores?) for (?:the )?price (?:{IS} )*"
    r"(?:given|awarded|set|decided|fixed|chosen) (?:by|for)\b(?! the (?:published |declared |stated )?formula\b)"
    rf"|\bprice (?:points|marks|scores?) (?:{IS} )*(?:given|awarded|set|decided|fixed|chosen) (?:by|for)\b"
    r"(?! the (?:published |declared |stated )?formula\b)"
    r"|\b(?:marked|scored|rated|put|moved|go|goes|moves?) (?:up|down)\b(?! to\b)"
    r"|\badded (?:to|on) (?:(?:each|every|all|any|the|its|their) )*(?:prices?|costs?|bids?|tenders?|offers?|weights?)\b"
    r"(?! (?:scores?|points|marks))"
    r"|\b(?:weight\w*|criteri(?:a|on)|method|formula|model|matrix)"
    rf" {_IS_THEN}(?:set|given|determined|decided|fixed|chosen|agreed|made"
    r"|found|calculated|worked out|derived)\b(?! (?:out|in|below|above)\b)"
    r"|\b(?:agrees?|gives?|makes?|sets?|finds?|determines?) (?:(?:on|the|its|their|own|all) )*(?:weight\w*|criteri(?:a|on)|method"
    r"|formula)\b"
    r"|\b(?:guidance|comparison|description|guidance and comparison) only\b"
    r"|\b(?:only|used|serves?|are|is) (?:as |for )(?:guidance|comparison|a description)\b"
    rf"|\b{_ONLY_AT_TIMES}",
    re.IGNORECASE,
)
"""Words that say nothing singly, and together that a figure is changed, counts for nothing, or is still to be chosen."""
_ORDERS = late_pattern(
    r"\b(?:makes?|sets?|gives?|decides?|chooses?) the (?:order|ranking|rank)\b(?! (?:by|of|from|according to|in)\b)",
    re.IGNORECASE,
)
_CORRECTED = late_pattern(
    r"\b(?:prices?|costs?|bids?|tenders?|offers?)\b[\w ,]{0,40}(?<!\bnot )(?<!not be )(?<!never )(?<!cannot be )\bcorrected\b"
    r"|\bcorrected (?:prices?|costs?|bids?|tenders?|offers?)\b",
    re.IGNORECASE,
)
_BESIDE = frozenset({
    "committee", "team", "officer", "officers", "separate", "vat", "net", "tax", "excluding", "exclusive", "without", "then",
    "described", "description", "descriptions", "descriptor", "descriptors", "scale", "document", "itt", "rfp", "guidance",
    "instructions", "model", "table", "method", "methodology", "experts", "blind", "anonymously", "anonymous", "same", "way",
    "manner", "equally", "fairly", "objectively", "transparently", "merit", "merits", "matrix", "formula", "received", "time",
    "deadline", "opened", "before", "compared", "using", "carries", "carry", "maximum", "mark-up", "per", "cent",
    "percent", "comparison", "value", "money", "lot", "lots", "council", "authority", "buyer", "best", "pro", "rata",
    "advantageous", "round", "rounds", "moderated", "consensus", "agree", "agrees", "any", "other", "others", "most", "more",
    "highest", "lowest", "tie", "ties", "also", "pass", "fail", "passed", "they", "when", "once", "whole", "ratio", "parts",
    "part", "sections", "sub-criteria", "sub-criterion", "subcriteria", "consultants", "advisers", "colleagues", "internal",
    "external", "three-member", "relevant", "appropriate", "written", "submitted", "contents", "content",
    "considered", "judged", "measured", "weighed", "valued", "examined", "appraised", "depends", "depend", "regard",
    "account", "calculated", "carried", "within", "admitted", "entitled", "first",
    "meeting", "meetings", "do", "give", "gives", "receive", "envelope", "envelopes", "sealed", "handed", "session",
})  # fmt: skip
"""Words that say who scores, when and how, and name nothing that scores. Heuristic."""
_WORD = late_pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PERSON = late_pattern(WHO)


def names_more(sentence: str, rest: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a sentence names something beside what is published; `rest` are its telling words.

    `names` are what the criteria of the tender are called: a word of such a name is accounted for.
    """
    usual = {one.casefold() for found in _USUAL.finditer(sentence) for one in _WORD.findall(found[0])}
    named = {one.casefold() for name in names for one in _WORD.findall(name)} | usual
    return any(not _is_accounted_for(one.casefold(), named) for one in rest)


def changes_figures(sentence: str, names: Sequence[str]) -> bool:
    """Whether a sentence says in usual words that a figure is changed, counts for nothing, or is still to be chosen."""
    changed = _speaks_of_figures(sentence, names) and _CHANGES.search(sentence) is not None
    return changed or any(one.search(sentence) for one in (_CORRECTED, _ORDERS))


def counts_only_at_times(sentence: str, names: Sequence[str]) -> bool:
    """Whether a sentence says that a criterion has points only in a tie or the like, by whatever weight it is published."""
    named = "|".join(map(re.escape, sorted({*names, "quality"}, key=len, reverse=True)))
    return re.search(rf"(?<!\w)(?:{named}) (?:{_IS_THEN})?{_ONLY_AT_TIMES}", sentence, re.IGNORECASE) is not None


def _speaks_of_figures(sentence: str, names: Sequence[str]) -> bool:
    """Whether a sentence speaks of points, prices, weights or the like, or of a criterion by its name."""
    named = (re.search(rf"(?<!\w){re.escape(one)}(?!\w)", sentence) for one in names)
    return _FIGURES.search(sentence) is not None or any(named)


def _is_accounted_for(word: str, named: set[str]) -> bool:
    bare = word.removesuffix("'s").removesuffix("’s").rstrip("'’")
    return bare in named or bare in _BESIDE or bare in PLAIN or _PERSON.fullmatch(bare) is not None
