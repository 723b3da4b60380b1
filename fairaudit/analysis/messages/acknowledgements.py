"""Whether what stands for an answer only says that a question came in, is worked on, or that nobody is there to answer it.

`Receipt confirmed`, `Still working on a response`, `Out of the office until Monday`. Every part of the text must say so from end
to end, so that `Noted. The deadline stays 4 May.` and `Yes, acknowledged: the page limit is 20` are answers.
"""

from __future__ import annotations

import re
from functools import lru_cache

from fairaudit.analysis.calendars import MONTHS_SAID, WEEK_SAID
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.away_notes import beside_away, says_away
from fairaudit.analysis.messages.holding_words import only_holds
from fairaudit.analysis.messages.not_spoken_of import parts
from fairaudit.analysis.messages.set_courtesies import is_a_set_courtesy, is_a_set_phrase
from fairaudit.analysis.messages.wanted import wants_an_amount
from fairaudit.analysis.names import words
from fairaudit.analysis.text.markup import without_markup

_MOST = 60
"""Of how many words a text is at most that is looked at."""
_NOUN = (
    r"(?:question|query|enquiry|inquiry|request|message|e ?mail|letter|correspondence|clarification|comment|point|note)"
)
_ASKED = (
    rf"(?:(?:(?:your|the|this|that|these|our|a|an|bidder|clarification) ){{0,3}}(?:{_NOUN}s?|queries|enquiries|inquiries)"
    r"(?: [^\W\d]{0,3}\d{1,6})?)"
)
_IT = rf"(?:it|this|that|these|{_ASKED}|(?:(?:an?|the|our|your) )?(?:answer|reply|response)s?)"
_BE = (
    r"(?:(?:is|are|was|were|has|have|had|been|being|hereby|now|currently|still|duly|safely|successfully|already) ){0,4}"
)
_WHO = r"(?:we|i|(?:the|our) (?:\w+ )?(?:authority|buyer|council|trust|board|client|team|department|officer|university|panel))"
_DAY = (
    rf"(?:[^\W\d]{{0,4}}\d{{1,6}}\w{{0,3}}|am|pm|{'|'.join(MONTHS_SAID)}|{'|'.join(WEEK_SAID)}|tomorrow|today|yesterday|next|week|"
    r"weeks|working|business|days?|hours?|one|two|three|five|ten|due|course|time|end|of|the|cq|tq|rfi|q)"
)
_WHEN = (
    rf"(?: (?:soon|shortly|later|again|separately|as soon as possible|when we can|"
    r"(?:in|on|by|within|at|from|until|before|after|under|as|with|dated)(?= )|"
    r"(?:via|through|on) (?:the |our )?(?:\w+ )?portal|directly|"
    rf"(?:reference|ref|number|no|id|ticket|case)|{_DAY})){{0,10}}"
)
_THANKS = r"(?:(?: (?:with|and))?(?: (?:many )?(?:thanks|thank you)))?"
_RECEIPT = (
    rf"(?:{_WHO} )?(?:(?:hereby|can|duly|do|to|am|are|is|writing) ){{0,3}}(?:acknowledges?|confirms?|acknowledging|confirming)"
    rf" (?:(?:safe|the|its|their) )?receipt(?: of {_IT})?{_WHEN}{_THANKS}"
    rf"|(?:acknowledge?ment of )?receipt(?: of {_IT})? {_BE}(?:confirmed|acknowledged|noted|given){_WHEN}{_THANKS}"
    rf"|(?:{_WHO} )?{_BE}received(?: {_IT})?(?: safely)?{_WHEN}{_THANKS}"
    rf"|{_ASKED} {_BE}(?:received|logged|recorded|registered|noted|acknowledged|opened|raised|seen|read|filed){_WHEN}{_THANKS}"
    rf"|{_BE}(?:noted|acknowledged|seen|read){_THANKS}"
    rf"|{_WHO} (?:have |has |had )?(?:notes?|noted|acknowledges?|acknowledged) {_IT}"
    r"|(?:read|delivery) receipt|(?:automatic |automated |auto )?acknowledge?ment(?: (?:sent|issued|e ?mail))?"
    r"|(?:(?:your|a|the) )?(?:ticket|case|support case|helpdesk ticket)(?: (?:number|no|ref|reference))?"
    rf"(?: [^\W\d]{{0,6}}\d{{1,9}})? {_BE}(?:opened|created|raised|logged|updated)"
    rf"|(?:{_ASKED} )?{_BE}(?:assigned|allocated|given)(?: (?:the|a|case|ticket|reference|ref|number|no|id|cq|tq)){{1,5}}"
    r" [^\W\d]{0,4}\d{1,9}"
    rf"|{_ASKED} is important to us"
)
_BACK = (
    r"(?:will|hope to|aim to|intend to) (?:then )?(?:revert|respond|reply|answer|come back|get back)"
    rf"(?: to (?:you|this))?(?: on (?:this|it|that))?{_WHEN}"
)
_HELD = (
    r"(?:please )?(?:(?:see|refer to) )?(?:(?:the|our|a|an) )?(?:holding|interim) (?:reply|response|answer|note|message|e ?mail)"
    rf"(?: {_BE}?(?:sent|issued|given|provided|only|above|below|attached))?(?: to (?:the )?(?:bidder|asker|supplier))?{_WHEN}"
    r"|(?:a |an )?(?:full|fuller|final|formal|substantive|complete|detailed|proper) (?:reply|response|answer)"
    rf" (?:(?:to|will|shall) (?:follow|come|be (?:sent|issued|given|provided|published))|follows|awaited|pending){_WHEN}"
    r"|(?:this is )?(?:an? )?(?:automatic|automated|auto) ?(?:reply|response|message|notification|acknowledge?ment|e ?mail)"
    r"|autoreply|out of office|(?:please )?bear with us(?: please)?|no (?:further )?(?:update|news)"
    r"(?: (?:yet|so far|available|at present|at the moment|at this (?:time|stage)))*"
)
_ADVICE = (
    r"(?:(?:further|some|more|legal|internal|external|technical|clinical|specialist|expert|commercial|financial|policy) ){0,3}"
    r"(?:advice|input|guidance|clarification|confirmation|instructions|information|comments?|views?)"
)
_WORK = (
    rf"(?:{_WHO} )?{_BE}(?:working|looking|checking) (?:(?:on|into|at) )?{_IT}{_WHEN}"
    rf"|(?:{_IT} )?{_BE}being (?:worked on|looked at|looked into|dealt with|considered|chased|progressed|actioned){_WHEN}"
    rf"|{_WHO} (?:will |shall )?continue to (?:work on|look into|consider|chase) {_IT}"
    rf"|(?:{_WHO} )?{_BE}(?:chasing|progressing|considering|reviewing) {_IT}{_WHEN}"
    rf"|(?:{_WHO} )?(?:(?:am|are|is|will|shall|need to|currently|still|now|be) ){{0,3}}"
    r"(?:seek|seeking|take|taking|obtain|obtaining|awaiting|await|waiting for|requesting)"
    rf" {_ADVICE}(?: (?:on|about|for|regarding|from (?:the )?\w+(?: \w+)?)"
    rf"(?: {_IT})?)?{_WHEN}"
    r"|with (?:the |our )?(?:\w+ ){1,3}for (?:(?:a|an|their) )?"
    r"(?:response|reply|answer|comments?|advice|input|review|consideration)"
    rf"|(?:which )?(?:{_IT} )?{_BE}under (?:consideration|review|discussion)(?: by (?:the )?(?:\w+ )?\w+)?{_WHEN}"
    rf"|(?:{_IT} )?will be (?:dealt with|looked (?:at|into)|actioned){_WHEN}"
    rf"|(?:{_WHO} |a member of (?:the|our) (?:\w+ )?team )?{_BACK}|{_WHO} will be in touch{_WHEN}"
    rf"|{_ASKED} {_BE}(?:forwarded|passed|referred|escalated|sent|directed|copied|assigned|allocated)(?: on)? to (?:the |our )?"
    rf"\w+(?: \w+){{0,3}}"
)
_BESIDE = late_pattern(
    r"(?:(?:many|with|kind|best) )*(?:thanks|thank you|regards)(?: (?:very much|so much))?"
    rf"(?: for (?:{_ASKED}|(?:contacting|writing to|your interest in)(?: \w+){{1,5}}|asking|this|raising this|reaching out"
    r"|getting in touch))?"
    r"|(?:dear|hello|hi)(?: \w+){0,2}|good (?:morning|afternoon)|yours (?:sincerely|faithfully)"
    r"|(?:our |we )?(?:apolog(?:y|ies|i[sz]e)|sorry|we are sorry) for (?:the|any|our) (?:delay|inconvenience)|sorry|unfortunately"
    r"|(?:please )?do not reply(?: to this (?:e ?mail|message))?"
    r"|(?:this|the) (?:mailbox|inbox|address) is not (?:monitored|read)"
    r"|(?:for|in) (?:an? )?urgent (?:matters?|enquiries|queries|cases?|issues?)|(?:please )?contact the help ?desk"
    r"|(?:for|in) (?:an? )?urgent (?:matters?|enquiries|queries|cases?|issues?) (?:please )?(?:contact|call|e ?mail|ring)"
    r" (?:the |our )?\w+(?: \w+){0,2}"
)
_OF_A_MONTH = late_pattern(
    r"(?<=\d)\.\s(?=(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\b)",
    re.IGNORECASE,
)
"""The full stop of a German date, which ends no sentence."""
_RECEIVED = late_pattern(_RECEIPT)
_STANDS = late_pattern(f"{_HELD}|{_WORK}")
_OPEN = frozenset({"what", "which", "who", "whom", "whose", "where", "when", "why", "how"})
_ASSENT = late_pattern(r"(?:ok|okay|sure|understood|will do|fine|right|i see)(?: thanks| thank you)?")
"""What a question that wants no yes or no has for an answer in these words: none."""
_GENERIC = frozenset({
    "answe", "reply", "repli", "respo", "pleas", "thank", "this", "that", "these", "with", "from", "will", "have", "been", "your",
    "what", "when", "which", "withi", "under", "days", "time", "week", "weeks", "worki", "seek", "take", "team", "autho", "counc",
    "buyer", "still", "befor", "after", "jest", "wird", "werde", "haben", "ihre", "diese", "esta", "sera", "votre", "vous",
    "nous", "dans",
})  # fmt: skip
_ANSWERING = frozenset({"respond", "responds", "reply", "replies", "answered", "replied"})
_BY_BIDDERS = frozenset(
    {"we", "i", "us", "you", "your", "please", "bidders", "tenderers", "suppliers", "offerors", "vendors"}
)
"""Who may be asked about as answering, or asked to answer: else somebody's answering under the contract is asked about."""
_OF_MESSAGES = frozenset({
    "quest", "query", "queri", "enqui", "inqui", "reque", "clari", "messa", "lette", "point", "note", "notes", "comme", "corre",
})  # fmt: skip
"""How words begin for what a bidder writes; it is asked about only where it is asked how such a thing is handled."""
_STAGES = frozenset({"status", "progress", "stage", "state", "position"})
_WHOSE = frozenset({"our", "my", "it", "us", "we", "you"})
_ARRIVES = frozenset(
    {"received", "receive", "receipt", "arrived", "arrive", "got", "reached", "acknowledge", "confirm"}
)
"""What is asked about a bidder's own message: then that it came in is the answer."""
_GOES = frozenset({"who", "whom", "where", "whose", "happens", "how"})
"""What is asked of somebody, or of how things go, that `With the surveyor for review` may answer."""


@lru_cache(maxsize=4096)
def only_keeps(text: str, asked: str = "") -> bool:
    """Return whether a text says nothing but that a question came in, is worked on, or that nobody is there."""
    text = without_markup(text)
    said = parts(_OF_A_MONTH.sub(" ", text))
    question = words(asked)
    if not said or sum(one.count(" ") + 1 for one in said) > _MOST:
        return False
    goes = not _GOES.isdisjoint(question) and not wants_an_amount(asked)
    if is_a_set_courtesy(text):
        # In any language that is known: `Bien reçu, merci.`
        return {one[:4] for one in words(text) if len(one) > 3}.isdisjoint(one[:4] for one in question)
    telling = [one for one in said if _tells(one, question, goes=goes)]
    if not telling or not all(one in telling or is_beside(one) for one in said):
        return False
    if not _STAGES.isdisjoint(question) or _is_of_answering(telling, question):
        return False
    about = {one[:5] for one in question if len(one) > 3} - _GENERIC - (set() if goes else _OF_MESSAGES)
    return not any(word[:5] in about for one in telling for word in one.split())


def _is_of_answering(telling: list[str], question: tuple[str, ...]) -> bool:
    """Whether it is asked who answers, or how soon, and told: `Will the council respond to alarms?`."""
    if _ANSWERING.isdisjoint(question) or not _BY_BIDDERS.isdisjoint(question):
        return False
    return any(word.startswith(("respond", "repl", "answer")) for one in telling for word in one.split())


def _tells(part: str, question: tuple[str, ...], *, goes: bool) -> bool:
    """Whether a part says so, to a question that is not about that."""
    if _RECEIVED.fullmatch(part):
        return _ARRIVES.isdisjoint(question) or _WHOSE.isdisjoint(question)
    if _STANDS.fullmatch(part) or only_holds(part):
        return not goes or not (" to " in part or part.startswith("with "))
    # That a place is closed, or another person away, may be what was asked for.
    away = says_away(part) and "closed" not in part and not part.startswith(("he ", "she "))
    return away or (_OPEN.issuperset(question[:1]) and question != () and _ASSENT.fullmatch(part) is not None)


def is_beside(part: str) -> bool:
    """Whether a part of a text is what stands beside such notes in any language: thanks, a greeting, when somebody is back."""
    return _BESIDE.fullmatch(part) is not None or beside_away(part) or is_a_set_phrase(part)


def only_greets(text: str) -> bool:
    """Return whether a text says nothing but what stands beside such notes: thanks, a greeting, an apology for the delay."""
    said = parts(text)
    return bool(said) and all(map(_BESIDE.fullmatch, said))
