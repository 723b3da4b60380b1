"""Whether words on the award say that bids must reach a minimum score: `tenders that score below 3 are rejected`.

Read widely, since what is found here only holds a pass back. The words are a short list in English.
"""

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.tie_rules import sentences

_NUMBER = r"(?:\d|one\b|two\b|three\b|four\b|five\b|half\b|%)"
_SHORT = (
    r"(?:below|under(?:neath)?|(?:less|fewer|lower) than|not (?:reach|meet|achieve)|at least|minimum|threshold"
    r"|or (?:less|lower|fewer|below|more|higher|above))"
)
_SCORES = (
    r"(?:scor\w+|marks?|points?|rat(?:ed|ing)|grade[sd]?|reach\w*|achiev\w+|attain\w*|criteri(?:on|a)|question|here)"
)
_OUT = (
    r"(?:reject\w*|exclu\w+|disqualif\w+|eliminat\w+|fail(?:s|ed)?|set aside|to be considered|required|proceed\w*"
    r"|not (?:be )?(?:\w+ )?(?:considered|evaluated|ranked|eligible)|go(?:es)? on to|(?:is|are) out)"
)
_KIND = r"(?:pass[- ]?marks?|minimum (?:\w+ )?(?:score|mark|points|threshold)s?|quality thresholds?)"
_NAMED = late_pattern(rf"(?i)\b{_KIND}\b.*{_NUMBER}")
_SAID = late_pattern(rf"(?i)(?=.*\b{_SHORT}\b)(?=.*\b{_OUT}\b)(?=.*{_NUMBER})(?=.*\b{_SCORES}\b)")
_MUST = late_pattern(
    rf"(?i)\b(?:(?:must|shall|should|needs? to|ha(?:ve|s) to) (?:score|reach|achieve|attain|get|obtain)\b.*{_NUMBER}"
    rf"|(?:not|fail\w* to) (?:score|scoring|reach\w*|achiev\w+|attain\w*)\b.*{_NUMBER}.*\b{_OUT}"
    rf"|scor\w+ \d+(?:,? (?:or |and )?\d+)*,? .*\b{_OUT}|below {_NUMBER}.*\b{_OUT})"
)
_SHORT_FORM = late_pattern(
    r"(?i)^(?:(?:minimum|threshold)(?::| of| is)? \d+(?:[.,]\d+)?(?: ?%| (?:out )?of (?:the )?\d+)?"
    r"|at least \d+(?:[.,]\d+)?(?: (?:out )?of (?:the )?\d+)?)(?: (?:points|marks))?$"
)
_NONE = late_pattern(
    r"(?i)\b(?:(?:no|without (?:a|any)) (?:\w+ )?(?:minimum|threshold|pass[- ]?mark))"
    r"|\b(?:not|no|never) (?:a |be )?(?:reasons?|grounds?) "
)


def minimum_said(text: str) -> str | None:
    """Return the first sentence of a text by which a bid must reach a minimum score, `None` where there is none."""
    for one in sentences(text):
        if not _NONE.search(one) and any(how.search(one) for how in (_NAMED, _SAID, _MUST, _SHORT_FORM)):
            return one
    return None
