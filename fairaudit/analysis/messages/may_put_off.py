"""Whether what was sent as an answer may say no more than that there is none yet: `That is open; ask in May`.

Each of its sentences must leave something open, be a courtesy, or say when to ask again; and it must not speak of what was asked
by the very word that leaves it open, as `It is pending` does of a decision. No list holds all such words, and some of them may
tell a bidder something all the same: whoever asks this is left with a doubt, not with an answer.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words

_PIECE = late_pattern(
    r"(?i)[.;:!?\n]+(?=\s|$)|\s[-\u2013\u2014]+\s|,?\s(?=(?:but|however|so|and) )|,\s(?=(?:we|i|please|ask|try|it"
    r"|this|that|sorry)\b)"
)
_MOST = 30
"""Of how many words a text is at most that is looked at."""
_NOUN = r"(?:question|query|enquiry|request|point|matter|issue|decision|answer|reply|response|details|clarification)s?"
_IT = rf"(?:(?:this|that|its?|thats|all (?:this|that)|everything|(?:(?:the|your|this|that|an|our) )?{_NOUN}) )?"
"""Of what it is said that it is open: a bridge that is being looked at is something else."""
_BE = r"(?:(?:is|are|was|were|s|remains?|stays?|seems?|will be|has been|have been|has|have|had) )?"
_STILL = r"(?:(?:still|currently|presently|yet|also|quite|very much|now|at present|at the moment|for now) ){0,2}"
_WHO = r"(?:we|i|they|the (?:council|client|board|panel|buyer|authority|team|committee))"
_SOME = (
    r"(?:us|me|our \w+(?: \w+)?|the (?:client|council|board|buyer|authority|committee|lawyers|legal team"
    r"|technical team|team)|finance|legal|procurement|estates|hr|colleagues|lawyers)"
)
_TAIL = (
    r"(?: (?:yet|at (?:the moment|present|this (?:stage|point|time))|for (?:now|the moment|the time being)|now"
    r"|so far|as yet|still|today"
    r"|soon|shortly|later|again|in due course|as soon as (?:possible|we can)|this|that|it|about (?:this|that|it)"
    r"|into (?:this|that|it)"
    r"|on (?:this|that|it)|to (?:this|that|it|you|us)|you|here|internally|back|sorry|once (?:it|this|that) is \w+"
    rf"|(?:with|by|from|for|to) {_SOME}"
    r"|(?:in|after|by|before|nearer|next|during|within|later in) (?:the |a )?\w+(?: (?:weeks?|days?|months?|time))?)){0,5}"
)
"""When, with whom and of what: nothing that tells more."""
_NOW = r"(?: (?:yet|at (?:the moment|present|this (?:stage|point|time))|for (?:now|the moment)|now|so far|still|here|sorry))?"
_DONE = (
    r"(?:decided|confirmed|determined|agreed|settled|clarified|advised|discussed|seen|answered|fixed|finalised"
    r"|finalized|announced"
    r"|considered|reviewed|checked|prepared|investigated|debated|looked (?:at|into)|sought|resolved|concluded|known|given"
    r"|announced|published|issued|set|approved)"
)
_STATE = (
    rf"(?:undecided|unclear|unknown|uncertain|unresolved|unsettled|pending|outstanding|tbc|tbd|tba|in hand|on hold"
    rf"|(?:up )?in the air"
    rf"|under (?:review|consideration|discussion|investigation|debate)|in (?:discussion|progress|preparation)"
    rf"|being (?:\w+ly )?{_DONE}"
    rf"|awaiting|awaited|to be {_DONE}|with {_SOME})"
)
_NOT = (
    rf"(?:not|never) (?:(?:yet|been|be|being|as yet|fully|finally|quite) ){{0,3}}(?:{_DONE}|clear|certain|available"
    rf"|ready|sure|final)"
)
_TO_SAY = (
    r"(?:know|say|tell|answer|comment|confirm|advise|respond|reply)(?: (?:you|this|that|it|the answer|your question))?"
)
_CHECK = (
    r"(?:check|ask|speak|consult|liaise|look|wait|chase|investigate|enquire|inquire|think|see|decide|respond"
    r"|reply|come back|get back"
    r"|revert|return|write|be in touch|let you know|tell you|checking|asking|speaking|consulting|liaising|looking"
    r"|waiting|chasing"
    r"|investigating|thinking|working|considering(?: this| that| it)|discussing(?: this| that| it)"
    r"|reviewing(?: this| that| it))"
)
_OPENS = late_pattern(
    rf"{_IT}{_BE}{_STILL}(?:open{_NOW}|(?:{_STATE}|{_NOT}){_TAIL})"
    rf"|{_IT}(?:will|shall|is to|are to|needs? to|has to|have to) (?:still |yet |first )?be {_DONE}{_TAIL}"
    rf"|{_WHO} (?:would rather|would prefer|prefer|decline|refuse)(?: not)?(?: to)? {_TO_SAY}{_TAIL}"
    rf"|you (?:will|shall) hear (?:from us|more){_TAIL}|hopefully{_TAIL}|(?:it|this|that) (?:all )?depends"
    r"|(?:our |we )?apolog(?:y|ies|i[sz]e) for (?:the|our|any) delay(?: in (?:answering|replying|responding))?"
    rf"|(?:please )?(?:clarify|rephrase|explain|specify) (?:(?:your|the|this) )?{_NOUN}"
    rf"|{_WHO} (?:(?:did|do) ?not|didnt|dont) (?:quite )?understand(?: (?:this|that|it|(?:your|the) {_NOUN}))?"
    rf"|(?:i|we)(?:ll| will| shall) (?:phone|call|ring|e ?mail|write to) you{_TAIL}"
    rf"|(?:please )?(?:call|phone|ring|e ?mail|contact|write to) (?:me|us){_TAIL}"
    r"|(?:let us|lets|we can|we should|we will|well) (?:discuss|talk|speak)(?: about)?(?: (?:this|that|it))?"
    r"(?: (?:at|in|on) \w+(?: \w+){0,2})?"
    r"|(?:could|can|would) you (?:please )?(?:explain|clarify|specify|rephrase|tell us|say)(?: \w+){0,6}"
    r"|(?:which|what)(?: \w+){0,4} (?:do|did) you (?:mean|refer to|have in mind)(?: by \w+| with \w+)?"
    rf"|{_WHO} (?:(?:is|are|am|re|m) )?(?:still )?{_NOT}{_TAIL}|{_WHO} (?:has|have) {_NOT}{_TAIL}"
    rf"|(?:{_WHO} )?(?:(?:do|does|can|could) ?not|dont|doesnt|cant|couldnt|(?:is|are|am)(?: not"
    rf"|nt)? (?:yet )?(?:able|unable|ready"
    rf"|in a position) to|not (?:yet )?(?:able|ready|in a position) to|have no way to) (?:yet )?{_TO_SAY}{_TAIL}"
    rf"|(?:{_WHO} )?(?:(?:has|have|had) ?(?:not|nt)|do not have|dont have|have) (?:yet )?(?:heard|decided|(?:the"
    rf"|an|any|no) (?:answer|news|decision))"
    rf"{_TAIL}"
    rf"|(?:there is )?no (?:decision|answer|news|conclusion|agreement|word)(?: has been (?:made|taken|reached))?{_TAIL}"
    rf"|(?:get|come|report|revert)s? back{_TAIL}|no idea{_TAIL}|not sure{_TAIL}|(?:it is |its |that is "
    rf"|thats )?too (?:early|soon) to (?:say|tell|know|answer){_TAIL}"
    rf"|(?:please |kindly )?(?:ask|try|check|come|write|call|enquire|inquire|contact)(?: us| me| to us"
    rf"| with us)? (?:again|back|later){_TAIL}"
    rf"|(?:we|i)(?:ll| will| shall| must| need to| have to| are| am|re|m|ve to| hope to| intend to| want to| would like to)"
    rf"(?: (?:still|first|now|currently|only|have to|need to|to)){{0,2}} {_CHECK}{_TAIL}|well {_CHECK}{_TAIL}"
    rf"|(?:waiting|wait) (?:for|on) {_SOME}{_TAIL}"
    rf"|(?:more|further|(?:an?|the) (?:answer|reply|response)|(?:more |further )?(?:details|information|news)"
    rf"|answer|clarification)"
    rf"(?: (?:will|shall|should|to|is to|are to))? (?:follows?|come|be (?:given|sent|issued|provided|announced)){_TAIL}"
    r"|(?:maybe |perhaps )?(?:later|soon|shortly|in due course|another time|next (?:week|month))|watch this space"
    r"|leave (?:it|this|that) with (?:us|me)"
)
_BESIDE = late_pattern(
    r"(?:dear|hello|hi)(?: (?:sir|madam|all|or|colleagues?|bidders?|\w+)){0,3}|good (?:morning|afternoon|question|point)"
    r"|(?:many |with )?(?:thanks|thank you)(?: (?:very much|for (?:your|the|this|asking)(?: \w+)?))?|(?:kind|best"
    r"|with kind) regards(?: \w+){0,2}"
    r"|(?:we are |i am |were |im )?(?:sorry|afraid|unfortunately)(?: (?:about|for) (?:this|that|the delay))?"
    r"|(?:we|i) (?:have )?(?:noted?|received?) (?:this|that|it|your \w+)|(?:but|and|so|however)"
    r"|(?:we )?apolog(?:ies|i[sz]e)(?: for (?:this|that|the delay))?|(?:please )?bear with (?:us|me)(?: please)?"
)
_TELLS = late_pattern(
    r"(?i)[%\u00a3$\u20ac]|\b(?<!ll )(?<!to )see\b|\b(?:yes|clause|section|annex|appendix|schedule|specification"
    r"|itt|drawing|page|attached|enclosed"
    r"|uploaded|contract(?:or|ors)?|award(?:ed)?|mobilisation|assume|allowed|permitted|required|must|included"
    r"|excluded|price[ds]?|only"
    r"|except|unless|instead|because|minimum|maximum|at least|at most|about(?! (?:this|that|it)\b)|around|roughly"
    r"|approximately|likely|probably|expected?)\b"
    r"|\d[\d,.]*\s?(?:k|m|km|m2|ha|hectares?|tonnes?|kg|hours?|metres?|people|staff|sites?|units?|million"
    r"|thousand|per)\b|\d{4,}(?<!\b20\d\d)"
)
"""Words and figures of what is told beside, so that something is."""
_LEADS = late_pattern(
    r"^(?:(?:but|and|so|however|unfortunately|sadly|sorry|please note that|please bear with us|bear with us"
    r"|dear \w+|hello|hi) )+"
)
_ARTICLES = frozenset({"the", "this", "that", "our", "your", "any", "an", "a"})
_STEM = 4
"""How many first letters two words share that are taken for one."""
_OF_ASKING = frozenset({
    "question", "questions", "query", "could", "would", "will", "what", "when", "which", "this", "that", "there", "have", "with",
    "from", "been", "still", "please", "your", "they", "tell",
})  # fmt: skip
_LEFT_OPEN = frozenset({
    "open", "pend", "outs", "late", "agai", "soon", "wait", "hold", "revi", "deci", "conf", "know", "avai", "read", "fina",
    "foll", "cont", "call", "chec", "agre", "clea", "prep", "prog", "anno", "publ", "issu", "disc", "cons", "inve",
    "advi", "appr", "dete",
})  # fmt: skip
"""How words begin that leave something open, unless it is asked about them: `Is the road open?`."""
_TURNING = frozenset({"cont", "call", "phon", "ring", "writ", "emai", "mail", "ask", "spea", "talk"})
_ASKS_WHOM = frozenset({"who", "whom", "where", "how"})
"""What a question asks for that `Call us` answers."""


@lru_cache(maxsize=4096)
def may_put_off(text: str | None, asked: str = "") -> bool:
    """Return whether what stands for an answer may only leave open what was asked, or ask what is meant by it."""
    about = {one[:_STEM] for one in words(asked) if len(one) >= _STEM and one not in _OF_ASKING}
    said = [_plainly(one, about) for piece in _PIECE.split(text or "") if (one := words(piece))]
    if not said or sum(one.count(" ") + 1 for one in said) > _MOST or _TELLS.search(text or ""):
        return False
    opened = [one for one in said if _OPENS.fullmatch(_LEADS.sub("", one) or one)]
    if not opened or not all(one in opened or _BESIDE.fullmatch(one) for one in said):
        return False
    about |= _TURNING if not _ASKS_WHOM.isdisjoint(words(asked)) else set()
    return not any(one[:_STEM] in about & (_LEFT_OPEN | _TURNING) for part in opened for one in part.split())


def _plainly(said: tuple[str, ...], about: set[str]) -> str:
    """Return a sentence with `it` for what was asked about: `The budget is not yet known`."""
    named = said[:4] if said[0] in _ARTICLES else ()
    at = next((at for at, one in enumerate(named) if at and one[:_STEM] in about - _LEFT_OPEN), 0)
    return " ".join(("it", *said[at + 1 :]) if at else said)
