"""Whether a change of the documents touches what is bid or how bids are judged, by what it lists and by what it says."""

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.procurement.model.tender import Amendment

_DATES = frozenset(
    {"tender_period", "enquiry_period", "submission", "award_period", "published", "documents_available"}
)
_SUBSTANCE = frozenset(
    {
        "specification",
        "criteria",
        "selection_criteria",
        "award_criteria",
        "key_criteria",
        "award_method",
        "terms",
        "lots",
    }
)
_THING = (
    r"(?:sites?|lots?|units?|properties|buildings|items?|quantit(?:y|ies)|volumes?|weight(?:ing)?s?|criteri(?:on|a)"
    r"|requirements?|services?|minimum|threshold|turnover|insurance|cover|term|duration|penalt(?:y|ies)|deductions?)"
)
_DONE = (
    r"(?:added|removed|deleted|dropped|withdrawn|increased|reduced|raised|lowered|doubled|halved|extended|shortened)"
)
_CHANGED = late_pattern(
    rf"\b{_THING} (?:\w+ ){{0,3}}(?:{_DONE}|now|changed (?:from|to))\b|\b{_DONE} (?:\w+ ){{0,3}}{_THING}\b"
    rf"|\b\d+ (?:more|fewer|further|extra|additional|new) {_THING}\b",
    re.IGNORECASE,
)
"""That there is more, less or other of what is bid or of what bids are judged by."""
_OF_WRITING = late_pattern(
    r"\b(?:typ(?:o|os|ing|ographical)|spelling|misprint|format\w*|cross-?references?|page numbers?|numbering"
    r"|broken link|no change)\b",
    re.IGNORECASE,
)

_PLACE = late_pattern(
    r"\b(?:pages?|p|clauses?|sections?|paragraphs?|para|annex|appendix|schedule|table|line|row)\.? ?[A-Z]?\d[\d.]*",
    re.IGNORECASE,
)
"""Where something stands in the documents."""


def material(change: Amendment) -> bool | str | None:
    """Whether a change touches what is bid or how bids are judged; `doubtful` where it does but is recorded not to.

    So is what lists a part of the documents, and by its words only mends how it is written: `Corrected a typo on page 4`.
    """
    heads = _heads(change)
    if heads & _SUBSTANCE:
        slight = change.material is False or (change.material is None and _only_corrects_writing(change.text or ""))
        return "doubtful" if slight else True
    if change.material is False and _changes_the_bid(change.text or ""):
        return "doubtful"
    if change.material is not None:
        return change.material
    return False if heads and heads <= _DATES else None


def only_of_dates(change: Amendment) -> bool:
    """Whether all that a change lists are dates of the procedure."""
    heads = _heads(change)
    return bool(heads) and heads <= _DATES


def _heads(change: Amendment) -> set[str]:
    return {one.removeprefix("tender.").split(".")[0].split("[")[0] for one in change.changes or ()}


def _changes_the_bid(text: str) -> bool:
    return _CHANGED.search(text) is not None and _OF_WRITING.search(text) is None


def _only_corrects_writing(text: str) -> bool:
    """Whether words tell of a mistake in writing, and of no figure, which may be what was mistaken: `typo: 20 and not 12`."""
    figures = any(map(str.isdigit, _PLACE.sub(" ", text)))
    return _OF_WRITING.search(text) is not None and _CHANGED.search(text) is None and not figures
