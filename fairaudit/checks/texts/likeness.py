"""How a text says `or equivalent` in other words: a comparable standard, another recognised scheme, one that does the same job.

Words of likeness are looser than the word itself, so each is read with the thing it speaks of: `or a similar standard` opens
a demand, `or a similar building`, `or a later edition` and `or a standard that the present contractor approves` do not.
"""

from functools import lru_cache

from fairaudit.analysis.text import Match, Prose, find, sentences_saying

_HELD = (
    "certified|tested|assessed|labelled|vetted|made|accredited|bear|bears|carry|carries|have|has|hold|holds|run|runs|follow|"
    "follows|meet|meets|use|uses|work|works|proof|evidence"
)
_TO = f"{_HELD}? in? line? to|by|under|with|from|against|through|in|of?"
_ONE = "a|an|any|some|another|one"
_OPEN = "a|an|any|some|another|one|its|their|your|something|anything|whatever|whichever|other"
_LIKE = "similar|comparable|equal|equivalent|like|corresponding|matching|analogous|alternative"
_GIVING = (
    "that|which|who|giving|offering|providing|affording|achieving|reaching|ensuring|securing|having|delivering|built|if|where|"
    "provided|so|serving|doing|meeting"
)
_SAME = "like|similar|comparable|equal|equivalent|same|matching|corresponding"
_WORTH = (
    "rigour|rigor|performance|quality|standing|worth|merit|strength|effect|coverage|specification|capability|capacity|"
    "functionality|function|assurance|assurances|protection|thoroughness|strictness|reliability|durability|safety|output|"
    "power|criteria|requirements|content|purpose|standard|result|results|outcome|outcomes|confidence|safeguards|robustness|depth"
)
_DONE = f"job|ground|work|end|ends|thing|things|checks|level|task|need|points|{_WORTH}"
_ABLE = (
    "good|suitable|capable|effective|rigorous|thorough|strict|reliable|robust|demanding|strong|sound|safe|well|effectively|"
    "reliably|thoroughly|stringent|exacting|credible|powerful|durable"
)
_SUITABLE = "suitable|acceptable|recognised|recognized|reasonable|appropriate|adequate|established"
_SYSTEM = (
    "system|systems|scheme|schemes|arrangements|procedure|procedures|process|processes|programme|policy|policies|method|"
    "methods|controls|framework|standard|standards|measures"
)
# What follows these says what it is that is like: see `_THINGS_APART`.
_LIKENED = (
    f"or {_TO} a|an|any {_SUITABLE}|accepted|different|credible|reputable but|yet|and? {_LIKE}",
    f"or {_TO} {_ONE} other? {_LIKE}", f"or {_TO} {_ONE} equally|similarly|comparably {_ABLE}",
    f"or {_TO} similar|comparable|like",
)  # fmt: skip
_ANOTHER = (f"or {_TO} another|other", f"or {_TO} any|some other", f"or {_TO} a different")
_DESCRIBED = (
    f"or {_TO} ... of|to|with the|a|an? {_SAME} level|degree? of? {_WORTH}",
    f"or {_TO} {_OPEN} ... {_GIVING} ... {_SAME} level|degree? of? {_DONE}",
    f"or {_TO} {_OPEN} ... along|on the? same|similar|like lines", "or whatever|anything ... comes|amounts to the same",
    "or a|an|any close|near|good? match",
    f"or {_TO} whatever|whichever ... {_SAME} level|degree? of? {_DONE}",
    f"or {_TO} {_OPEN} ... ... just? as {_ABLE}", f"or {_TO} {_OPEN} ... ... equally {_ABLE}",
    f"or {_TO} {_OPEN} ... ... no|not less|worse|inferior|weaker", f"or {_TO} {_OPEN} ... ... at least as|equal",
    f"or {_TO} a|an|any|another other? ... that|which does|do|can|performs|achieves|proves|shows|says|gives|attests the same",
    f"at least? as {_ABLE} as ... whoever|whatever|whichever|regardless|irrespective ... makes|made|maker|supplies|make",
    f"or {_TO} {_OPEN} ... that|which matches|equals|match|equal|rivals",
    f"or {_TO} something|anything similar|comparable|like|alike", "or the like", "or such like", "or suchlike",
    f"or {_TO} {_ONE} {_SUITABLE}? alternative|alternatives|substitute|substitutes|counterpart",
    f"or {_TO} {_SUITABLE} alternatives|substitutes",
    f"or {_TO} the|a? its|their|your|bidder|tenderer|supplier|contractor|provider|firm|company own ... {_SYSTEM}",
)  # fmt: skip
_THING = (
    "standard|standards|scheme|schemes|certificate|certificates|certification|certifications|accreditation|accreditations|"
    "label|labels|system|systems|model|models|make|makes|brand|brands|product|products|machine|machines|qualification|"
    "qualifications|award|awards|badge|badges|method|methods|framework|frameworks|code|codes|mark|marks|norm|norms|format|"
    "formats|type|types"
)
_TAKEN = "accept*|acceptable|considered|welcome|permitted|allowed|admitted|recognised|recognized"
_MAY_BE = f"is|are|will|may|can|shall|would be? also|equally? {_TAKEN}|do|suffice"
_KNOWN = "recognised|recognized|suitable|comparable|similar|like"
_WELCOMED = (
    f"similar|comparable|like|alternative ... {_THING} {_MAY_BE}|used|offered|proposed",
    f"other|another {_KNOWN} ... {_THING} {_MAY_BE}",
    f"other|another ... {_THING} of|with a|an|the? {_SAME} {_WORTH} ... {_TAKEN}",
    f"accept*|consider|allow|permit|welcome ... similar|comparable|like|alternative ... {_THING}",
    f"similar|comparable|alternative {_THING} accepted|acceptable|welcome",
    f"of|from any other? make|maker|brand|manufacturer {_MAY_BE}|used|offered|supplied|fitted",
)  # fmt: skip
_NOT_TAKEN = f"{_TAKEN}|taken|do|enough|sufficient|suffice|suffices|count|counted|counts|used|offered"
_LOOSE = "similar|comparable|like|alternative|substitute"
_IS_NOT = "is|are|will|would|shall|can|may|do|does|must not|never be?"
_REFUSED = (
    f"no|nor other? {_LOOSE}|other|matching ... {_THING} ... {_NOT_TAKEN}",
    f"{_LOOSE} ... {_THING} {_IS_NOT} {_NOT_TAKEN}",
    f"{_LOOSE} ... {_THING} cannot|won't|isn't|aren't|doesn't|don't be? {_NOT_TAKEN}",
    f"not|never|cannot|won't accept|consider|allow|permit|take|recognise ... {_LOOSE}|another|other ... {_THING}",
    f"{_LOOSE} ... {_THING} ... excluded|rejected|refused|insufficient|unacceptable",
)  # fmt: skip
# Said of anything, and so of bids and visits too: these only keep a sentence from opening what it names.
_PUT_ASIDE = (
    f"no|nor other? {_LOOSE}|other|matching ... {_NOT_TAKEN}", f"{_LOOSE} ... {_IS_NOT} {_NOT_TAKEN}",
    f"{_LOOSE} ... cannot|won't|isn't|aren't|doesn't|don't be? {_NOT_TAKEN}",
    f"{_LOOSE} ... excluded|rejected|refused|insufficient|unacceptable",
    f"not|than to|by|under|with|for? a|an|any? {_LOOSE}|another|other", f"neither ... {_LOOSE}|other|another",
)  # fmt: skip
_TODAY = "present|current|existing|incumbent|outgoing|previous"
_FIRM = "contractor|supplier|provider|operator|vendor|concessionaire|firm|company|manufacturer"
_HOLDERS = ("@provider|@incumbent", f"{_TODAY} service? {_FIRM}", "the incumbent")
_APPROVED = (
    "approved|agreed|accepted|confirmed|consented|endorsed|allowed|permitted|certified|authorised|cleared|vetted"
)
_AT_ITS_MERCY = (
    f"{_APPROVED} ... by|with @provider|@incumbent", f"{_APPROVED} ... by|with the|our? {_TODAY} service? {_FIRM}",
    "approval|consent|permission|agreement|leave of|from @provider|@incumbent",
    f"approval|consent|permission|agreement|leave of|from the|our? {_TODAY} service? {_FIRM}",
    "@provider|@incumbent approves|agrees|accepts|consents|allows|permits|approval|consent|permission",
    f"{_TODAY} service? {_FIRM} approves|agrees|accepts|consents|allows|permits|approval|consent|permission",
)  # fmt: skip
# An edition of the same standard is no other one, and a certificate for a system of one's own is that certificate.
_EDITION = "edition|version|revision|amendment|issue|part|annex|reprint|update|successor|replacement"
_EDITIONS = frozenset(_EDITION.split("|"))
_CERTIFIED = frozenset({"certified", "accredited", "registered", "audited"})
_SOON = 3
# A thing of these kinds beside a standard or a product says where, for whom or how much, not what else will do.
_APART = (
    "setting|site|building|environment|place|area|location|school|hospital|contract|client|customer|organisation|organization|"
    "council|firm|size|number|period|value|amount|sum|time|term|date|project|role|position|post|sector|event|price|cost|"
    "person|worker|employee|surface|room|use|condition|hazard|risk|grade|reason|entrance|route|day|hour|week|month|year"
)
_APART_TOO = "authority|authorities|body|bodies|company|companies|scale|experience|distance|staff|people|premises"
_THINGS_APART = frozenset((*_APART.split("|"), *(f"{one}s" for one in _APART.split("|")), *_APART_TOO.split("|")))
_THINGS = frozenset(_THING.split("|"))
_MORE = (
    "relevant|applicable|british|european|statutory|mandatory|such|required|additional|further|later|newer|previous|earlier|"
    "current|latest|national|harmonised|health|safety|legal|security|same"
)
_MORE_OF_THEM = frozenset(_MORE.split("|"))
_NAMED = (
    "named|listed|set|required|specified|stated|referred|mentioned|given|under|from|applicable|applying|applies|in|issued|"
    "which|that|as|the|we|where|when|needed|necessary|relevant|for|of|relating"
)
_NAMED_BY_THE_BUYER = frozenset(_NAMED.split("|"))
_END = (
    "of|to|in|for|at|by|on|as|and|or|with|from|under|that|which|who|is|are|was|be|may|can|shall|must|will|should|approved|"
    "accepted|held|if|where|when|than|used|given|issued|named|listed|set|required|specified|the|a|an|its|their|your"
)
_ENDS = frozenset(_END.split("|"))
_LONGEST_NAME, _ASIDE = 4, frozenset(",;:()[]–—.")


@lru_cache(maxsize=2048)
def alike_in(prose: Prose) -> frozenset[int]:
    """Return the first word of each sentence that takes something like what is named, in other words than `equivalent`."""
    if prose.positions.keys().isdisjoint(
        (
            "or",
            "whoever",
            "whatever",
            "whichever",
            "regardless",
            "irrespective",
            "similar",
            "comparable",
            "like",
            "alternative",
            "other",
            "another",
        )
    ):
        return frozenset()
    found = {prose.sentence_of(one.start)[0] for one in find(prose, _DESCRIBED) if _another_thing(prose, one)}
    found |= {prose.sentence_of(one.start)[0] for one in find(prose, _LIKENED) if _likened(prose, one)}
    found |= {prose.sentence_of(one.start)[0] for one in find(prose, _ANOTHER) if _another(prose, one)}
    return frozenset(found - _put_aside(prose))


@lru_cache(maxsize=2048)
def welcomed_in(prose: Prose) -> frozenset[int]:
    """Return the first word of each sentence that says that comparable standards, models and the like are accepted."""
    return sentences_saying(prose, _WELCOMED) - _put_aside(prose)


@lru_cache(maxsize=2048)
def refused_in(prose: Prose) -> frozenset[int]:
    """Return the sentences that say that nothing similar is accepted."""
    return sentences_saying(prose, _REFUSED)


def _put_aside(prose: Prose) -> frozenset[int]:
    return refused_in(prose) | sentences_saying(prose, _PUT_ASIDE)


def left_to_the_holder(prose: Prose) -> frozenset[int]:
    """Return the sentences in which whoever does the work today must agree to what is equivalent: nothing is opened by that."""
    return sentences_saying(prose, _AT_ITS_MERCY)


def _another_thing(prose: Prose, match: Match) -> bool:
    """Whether what a phrase found is neither an edition of the same thing nor the holder's."""
    words = prose.words[match.start : match.end]
    if not _EDITIONS.isdisjoint(words) or not _CERTIFIED.isdisjoint(prose.words[match.end : match.end + 2]):
        return False
    if "only" in prose.words[match.end : match.end + _SOON]:
        return False
    after = prose.sentence_of(match.start)[1]
    return not any(match.end <= one.start < after for one in find(prose, _HOLDERS))


def _likened(prose: Prose, match: Match) -> bool:
    """Whether `or a similar …` speaks of a thing that may stand for the one named."""
    name = _name_after(prose, match.end)
    apart = bool(name) and name[-1] in _THINGS_APART
    return not apart and _EDITIONS.isdisjoint(name) and _another_thing(prose, match)


def _another(prose: Prose, match: Match) -> bool:
    """Whether `or another …` leaves it to the bidder which: `or any other applicable standard` asks for more of them."""
    name = _name_after(prose, match.end)
    if not name or name[-1] not in _THINGS or not _MORE_OF_THEM.isdisjoint(name):
        return False
    at = match.end + len(name)
    follows = prose.words[at] if at < prose.sentence_of(match.start)[1] else ""
    return follows not in _NAMED_BY_THE_BUYER and _another_thing(prose, match)


def _name_after(prose: Prose, start: int) -> tuple[str, ...]:
    """Return the words that name a thing, up to a comma, a bracket or a word that cannot be part of the name."""
    limit = min(prose.sentence_of(start - 1)[1], start + _LONGEST_NAME)
    end = start
    while end < limit and prose.words[end] not in _ENDS and not _set_apart(prose, end):
        end += 1
    return prose.words[start:end]


def _set_apart(prose: Prose, word: int) -> bool:
    """Whether a comma, a bracket or the like stands before a word; a text that was joined from others has no signs."""
    if not prose.spans:
        return False
    return not _ASIDE.isdisjoint(prose.text[prose.spans[word - 1][1] : prose.spans[word][0]])
