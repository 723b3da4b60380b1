"""Whether a question is about what concerns its asker alone: that its bid came, its bond, its files on the portal.

Every part must be about that: `Was our bid received, and what is the budget?` asks for more. `May our bid be submitted two days
late?` and `May we have the list for our bid?` are nobody's own affair.
"""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.not_spoken_of import parts

_OURS = r"(?:our|my)"
_PAPER = r"(?:bids?|tenders?|offers?|submissions?|proposals?|expression of interest|samples?)"
_CAME = r"(?:received|submitted|uploaded|arrived|come in|come through|been logged|reached you)"
_VISIT = r"(?:(?:site )?visits?|viewing|open day|presentation|interview)"
_WHO = r"(?:people|persons|colleagues?|staff|engineers?|managers?|supervisors?|representatives?|attendees|subcontractors?|of us)"
_ASKING = (
    r"(?:(?:hi|hello|dear (?:sir|madam|sirs|all)|please|kindly|just) )*"
    r"(?:(?:can|could|would|will|are|may|might|have|has|did|do|was|is|were|please) )?"
    r"(?:you |we |i )?(?:able to |please |kindly |let us know |let me know )?(?:confirm |check |tell us |say )?"
    r"(?:to us )?(?:that |if |whether )?"
)
_FILES = (
    r"(?:uploads?|files?|documents?|zip|pdfs?|login|log in|account|password|registration|(?:bid|tender) documents?)"
)
_FAILS = (
    r"(?:fails?|failed|(?:is|was|are|keeps?|keep) (?:failing|timing out|locked|stuck|rejected|blocked|crashing)"
    r"|times? out|timed out|"
    r"does not work|doesnt work|is not working|isnt working|stops?|stopped|crashes|freezes|hangs)"
)
_WHERE = r"(?:workspace|folder|section|lot|envelope|area|place|account|tab)"
_ONE_FILE = r"(?:the |this )?(?:file|document|annex|appendix|schedule|attachment|drawing)(?: \w+){0,4}"
_HELP = late_pattern(
    r"(?:please )?(?:can|could|would) (?:you|somebody|someone|anybody) (?:please )?"
    r"(?:help|assist|(?:move|delete|remove|unlock|reset) (?:it|them|this|that))(?: us| me)?(?: please)?"
    r"|(?:please )?(?:help|advise)(?: us)?|what (?:shall|should|can) we do|how can we (?:fix|solve) (?:it|this|that)"
)
"""What is asked beside a trouble with the portal, and says nothing by itself."""
_TROUBLE = late_pattern(
    rf"(?:{_OURS} {_FILES} (?:still )?{_FAILS}(?: (?:at|after|with) (?:\d+|(?:an|the) error(?: \w+)?))?(?: (?:again|every time))?"
    rf"|we (?:cannot|cant|could not|are unable to|are not able to) (?:log in|log on|upload (?:{_OURS} )?{_FILES}|"
    rf"open {_OURS} (?:account|inbox)|get {_OURS} {_FILES} (?:onto|on|into) the portal)(?: (?:to|onto|on) the portal)?"
    rf"|we (?:have )?(?:uploaded|put|filed|submitted|sent) (?:(?:{_OURS} {_FILES}|it|this|them) )?"
    rf"(?:under|in|into|to|with) the wrong {_WHERE}(?: by mistake)?"
    rf"|(?:can|could) you (?:please )?(?:unlock|reset) {_OURS} (?:account|password|login))"
)
"""What goes wrong with the portal for one bidder."""
_IN_TIME = r"(?: (?:before|by) the (?:(?:bid|tender|submission) )?(?:deadline|closing (?:date|time))| on time)?"
_CAME_IN = (
    rf"{_OURS} {_PAPER} (?:(?:was|is|were|has|have|had|been|safely|successfully|duly|now) )*{_CAME}"
    rf"(?: safely| in time| yet)?{_IN_TIME}"
    rf"|(?:you )?(?:(?:have|safely) )*(?:received?|got|get|have) {_OURS} {_PAPER}(?: safely| in time| yet)?{_IN_TIME}"
)
_RECEIPT = late_pattern(rf"{_ASKING}(?:{_CAME_IN})(?: please| now)?")
_OWN = late_pattern(
    rf"{_ASKING}(?:{_CAME_IN}"
    rf"|(?:we )?(?:bring|send|come with|register) (?:\w+ ){{0,3}}{_WHO} (?:to|for|on) (?:our|the|a) {_VISIT}"
    rf"|{_OURS} (?:slot|place|booking|appointment|time|attendance)s? (?:for|at|on) (?:our|the) {_VISIT}"
    rf"|(?:(?:we|have|get) )*{_OURS} (?:(?:tender|bid|bank) )?(?:bond|guarantee|security|deposit|samples?)"
    rf" (?:(?:be|been|is|to be) )*(?:back|returned|released|given back|sent back)(?: to us)?"
    rf"|(?:we|i) (?:still )?(?:cannot|cant|could not|are unable to|am unable to) (?:open|download|view) {_ONE_FILE}"
    rf"|see (?:it|{_OURS} {_PAPER})"
    r")(?: please| now)?"
)
_POLITE = late_pattern(
    r"(?:many |kind )?(?:thank you|thanks|regards|please|hello|hi|good (?:morning|afternoon)|dear \w+)(?: all)?"
)


def is_of_the_askers_own(question: str) -> bool:
    """Whether each part of a question, but for greetings, is about the asker's own bid, visit or bond."""
    return _asks_of(question, (_OWN, _TROUBLE))


def is_of_the_askers_files(question: str) -> bool:
    """Whether it is about no more than whether its papers came, or what goes wrong with the portal."""
    return _asks_of(question, (_RECEIPT, _TROUBLE))


def _asks_of(question: str, matters: tuple[re.Pattern[str], ...]) -> bool:
    said = [one for one in parts(question) if not _POLITE.fullmatch(one)]
    own = [any(matter.fullmatch(one) for matter in matters) for one in said]
    return any(own) and all(mine or _HELP.fullmatch(one) for one, mine in zip(said, own, strict=True))
