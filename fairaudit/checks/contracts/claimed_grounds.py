"""What is claimed for a change of a contract under the Procurement Act 2023: a ground of Schedule 8, or a test of numbers."""

import re

from fairaudit.analysis.recorded import kept
from fairaudit.procurement.model.records import Modification

PERMITTED, TRANSFER, NOT_SUBSTANTIAL, SMALL, UNKNOWN = "permitted", "transfer", "not-substantial", "small", "unknown"

_NUMBERED = re.compile(
    r"\bpara(?:graph)?s?\.?\s*(\d{1,2})\b|\bsch(?:edule)?\.?\s*8\s*[,(:/]\s*(\d{1,2})\b", re.IGNORECASE
)
# s.74(1)(b) and (3), and (1)(c) and (4) of the Act.
_SUBSECTION = re.compile(r"\b74\s*(?:\(1\)\s*\(([bc])\)|\(([34])\))", re.IGNORECASE)
_TESTED = {"b": NOT_SUBSTANTIAL, "3": NOT_SUBSTANTIAL, "c": SMALL, "4": SMALL}
_WORDED = (
    (NOT_SUBSTANTIAL, r"\b(?:not|non|in|no)[- ]?substantial|\bnot (?:a )?(?:material|significant)"),
    (SMALL, r"below[- ](?:the )?threshold|\bsmall\b|\bminor\b|de minimis|low value"),
    (PERMITTED, r"\bprovided for|\breview clause|\boption (?:to|in|of|under)|\bindexation"),
    (PERMITTED, r"\bunforesee|\bnot (?:have been )?foresee|\bknown risk|\bmaterialis"),
    (PERMITTED, r"\bextreme(?:ly)? (?:and unavoidable )?urgen|\bprotect(?:ion of)? life|\bpublic (?:order|safety)"),
    (PERMITTED, r"\badditional (?:goods|services|works)|\bdefence authority"),
    (TRANSFER, r"\brestructur|\bsuccession|\bmerger|\btakeover|\binsolven|\bnovat|\bassign"),
)
_PARAGRAPHS = {str(number): PERMITTED for number in range(1, 11)} | {"9": TRANSFER}


def claimed(change: Modification) -> str | None:
    """Return what a change rests on, `None` where nothing is claimed or what is written says so (`none`).

    `permitted`: a ground of Schedule 8; `transfer`: its paragraph 9, which lets the supplier change and nothing else;
    `not-substantial` and `small`: that s.74(3) or (4) lets it pass, which its numbers tell; `unknown`: any other words.
    """
    text = change.ground or ""
    if change.provided_for:
        return PERMITTED
    if kept(text) is False:
        return None
    if tested := _SUBSECTION.search(text):
        return _TESTED[(tested[1] or tested[2]).lower()]
    if numbered := _NUMBERED.search(text):
        return _PARAGRAPHS.get(numbered[1] or numbered[2], UNKNOWN)
    return next((name for name, words in _WORDED if re.search(words, text, re.IGNORECASE)), UNKNOWN)
