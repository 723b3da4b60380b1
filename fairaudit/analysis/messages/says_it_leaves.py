"""Whether a bidder says in a message that it leaves a contest: `We have decided not to bid`, `Please remove us from the list`."""

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.letters import body_of
from fairaudit.analysis.names import words

_THING = r"(?:bid|tender|offer|response|submission|proposal|quotation|quote)"
_CONTEST = (
    r"(?:the |this |your |our |any )?(?:\w+ )?(?:tender|tendering|bidding|process|competition|procurement|contest|procedure|"
    r"opportunity|exercise|race|bid)"
)
# To take part in a visit, or to put in a bond, is another matter.
_NOT_BESIDE = (
    r"(?! (?:in |at |for )?(?:the |a |an |your |this |any )?(?:\w+ )?(?:site|visit|meeting|open|webinar|session|briefing|market|"
    r"day|tour|interview|presentation|dialogue|bonds?|security|documents?|clarifications?|questions?)\b)"
)
_BIDDING = (
    rf"(?:(?:bid|bidding|tender|tendering|participate|participating|take part|taking part|quote|quoting)\b{_NOT_BESIDE}"
    rf"|(?:submit|submitting|make|making|put in|putting in|return|returning|send|sending in|offer) "
    rf"(?:(?:a|an|any|our|its|their) )?{_THING}\b{_NOT_BESIDE}"
    rf"|(?:proceed|proceeding|continue|continuing|go ahead|going ahead) with {_CONTEST}\b)"
)
_NOT = (
    r"(?:(?:will|shall|would|do|does|are|is|am|can|could|have|has) (?:now |therefore |unfortunately )?(?:not|no longer)"
    r"|cannot|can no longer|wont|shant|not|unable to|decided against|chosen against|opted against"
    r"|declin(?:e|es|ed|ing) to|no longer)"
)
_LEAVES = late_pattern(
    rf"\b{_NOT} (?:(?:be|be able to|able to|going to|intend to|wish to|want to|planning to|in a position to|to) ){{0,2}}"
    rf"{_BIDDING}"
    rf"|\bno {_THING} from us\b"
    rf"|(?<!not )(?<!never )\bwithdr(?:aw|aws|ew|awn|awing) (?:ourselves |itself |our \w+ |its \w+ )?(?:from {_CONTEST}\b|$)"
    rf"|(?<!not )(?<!never )\bwithdr(?:aw|aws|ew|awn|awing) (?:our|its|their) (?:{_THING}|interest|registration|expression)\b"
    rf"|\bdeclin(?:e|es|ed|ing) (?:the |your |this )?(?:opportunity|invitation)\b"
    rf"|\b(?:remove|take) us (?:from|off)\b"
    rf"|\bwe (?:ask|asks|asked|wish|want) to be (?:removed|taken) (?:from|off)\b"
    rf"|\b(?:pull|pulled|pulling|drop|dropped|dropping) out of {_CONTEST}\b"
    rf"|\b(?:not|no longer) interested in (?:bidding|tendering|{_CONTEST})\b"
)
_NO_BID_FROM = late_pattern(rf"\bno {_THING} from (?P<who>.+)")
_OPEN = late_pattern(
    r"\b(?:if|unless|whether|may|might|unlikely|considering|minded|thinking|perhaps|probably|possibly|yet|not decided|"
    r"lots?|part|until|before|by|you|bidders|tenderers|candidates|suppliers|nobody|anybody)\b"
)
_PERHAPS = late_pattern(
    rf"\b(?:unlikely to|may (?:well )?not|might not|not sure (?:whether|if|that) we (?:will|can|shall)|"
    rf"(?:considering|thinking of|minded) (?:not to|not)) (?:be (?:able to )?)?{_BIDDING}"
)


def says_it_leaves(text: str) -> bool | None:
    """Whether a text says that whoever sends it leaves the contest; `None` where it may, or may mean a part of it."""
    found: bool | None = False
    for clause in clauses(text):
        said = " ".join(words(clause))
        leaves = _LEAVES.search(said) is not None
        if leaves and not _OPEN.search(said):
            return True
        if leaves or _PERHAPS.search(said):
            found = None
    return found


def only_leaves(text: str) -> bool:
    """Whether a text says in one clause that whoever sends it leaves the contest, and nothing else."""
    return len(clauses(body_of(text))) == 1 and not any(map(str.isdigit, text)) and says_it_leaves(text) is True


def says_it_left(text: str, called: tuple[str, ...]) -> bool:
    """Whether what is told of a bidder with such a name says, or may say, that it leaves: `No bid from Alder`."""
    own = frozenset(word for name in called for word in words(name))
    found = _NO_BID_FROM.search(" ".join(words(text)))
    return (found is not None and own.issuperset(found["who"].split())) or says_it_leaves(text) is not False
