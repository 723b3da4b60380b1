"""Whether a question is about what concerns its asker alone: that its bid came, whom it brings to a visit, its bond.

Every part must be about that: `Was our bid received, and what is the budget?` asks for more. `May our bid be submitted two days
late?` and `May we have the list for our bid?` are nobody's own affair.
"""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.not_spoken_of import parts

_OURS = r"(?:our|my)"
_PAPER = r"(?:bids?|tenders?|offers?|submissions?|proposals?|expression of interest|samples?)"
_CAME = r"(?:received|arrived|come in|come through|been logged|reached you)"
_VISIT = r"(?:(?:site )?visits?|viewing|open day|presentation|interview)"
_WHO = r"(?:people|persons|colleagues?|staff|engineers?|managers?|supervisors?|representatives?|attendees|subcontractors?|of us)"
_ASKING = (
    r"(?:(?:hi|hello|dear (?:sir|madam|sirs|all)|please|kindly|just) )*"
    r"(?:(?:can|could|would|will|are|may|might|have|has|did|do|was|is|were|please) )?"
    r"(?:you |we |i )?(?:able to |please |kindly |let us know |let me know )?(?:confirm |check |tell us |say )?"
    r"(?:to us )?(?:that |if |whether )?"
)
_OWN = late_pattern(
    rf"{_ASKING}(?:"
    rf"{_OURS} {_PAPER} (?:(?:was|is|were|has|have|had|been|safely|successfully|duly) )*{_CAME}(?: safely| in time| yet)?"
    rf"|(?:you )?(?:(?:have|safely) )*(?:received?|got|get) {_OURS} {_PAPER}(?: safely| in time| yet)?"
    rf"|(?:we )?(?:bring|send|come with|register) (?:\w+ ){{0,3}}{_WHO} (?:to|for|on) (?:our|the|a) {_VISIT}"
    rf"|{_OURS} (?:slot|place|booking|appointment|time|attendance)s? (?:for|at|on) (?:our|the) {_VISIT}"
    rf"|(?:(?:we|have|get) )*{_OURS} (?:(?:tender|bid|bank) )?(?:bond|guarantee|security|deposit|samples?)"
    rf" (?:(?:be|been|is|to be) )*(?:back|returned|released|given back|sent back)(?: to us)?"
    r")(?: please| now)?"
)
_POLITE = late_pattern(
    r"(?:many |kind )?(?:thank you|thanks|regards|please|hello|hi|good (?:morning|afternoon)|dear \w+)(?: all)?"
)


def is_of_the_askers_own(question: str) -> bool:
    """Whether each part of a question, but for greetings, is about the asker's own bid, visit or bond."""
    said = [one for one in parts(question) if not _POLITE.fullmatch(one)]
    return bool(said) and all(_OWN.fullmatch(one) for one in said)
