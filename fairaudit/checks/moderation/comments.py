"""The comments on scores, read once into their words, and the names of bidders that stand in them."""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import fold, organisation_name
from fairaudit.analysis.reasons import FILLERS
from fairaudit.analysis.text.scores.comment_headings import speaks_of_comments
from fairaudit.checks.base import Unassessed
from fairaudit.checks.moderation.cells import qualities
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.told import tells

_WORD = late_pattern(r"[^\W_]+")
# Plain texts, which are most, are parted by the library's own table: that takes a tenth of the time of a pattern.
_PARTED = str.maketrans({code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)})
_POSSESSIVE = late_pattern(r"['\u2019]s\b")
_SENTENCE = late_pattern(r"[.!?;\n]+(?=\s|\Z)")
_CLAUSE = late_pattern(r"[,:()\u2013\u2014]+|\s-+\s|\b(?:but|yet|though|although|while)\b")
Words = tuple[str, ...]

BIDDER = "\u00b7"
"""What stands for the name of a bidder where it does not matter which."""


class Comment(Frozen):
    """What is said of a score: the score, the field it stands in, its words in small letters, and whether a member says it."""

    score: Score
    field: str
    words: Words
    single: bool

    @property
    def at(self) -> Node[object]:
        """Where it stands."""
        return self.score.field(self.field)

    @property
    def text(self) -> str:
        """What it says, as it is written."""
        return str(getattr(self.score, self.field))


def unread_comments(case: Case, name: str) -> Unassessed | None:
    """Return that a column of a table of scores is headed as one of comments and was not read, `None` where none is."""
    for one in case.unreadable:
        if one.path == ("evaluation", name) and one.text and speaks_of_comments(one.text):
            words = f"a column `{one.text}` of a table was not read, so that comments may stand there"
            return Unassessed(
                case.evaluation.node, words, (f"evaluation.{name} (the comments, each beside its score)",)
            )
    return None


def words_of(text: str) -> Words:
    """Return the words of a comment in small letters, whatever stands between them; `Osprey's` is the word `osprey`."""
    if "'s" in text or "\u2019s" in text:
        text = _POSSESSIVE.sub("", text)
    if text.isascii():
        plain = text.replace("'", "") if "'" in text else text
        return tuple(plain.translate(_PARTED).split())
    return tuple(_WORD.findall(fold(text.replace("'", "").replace("’", ""))))


def sentences_of(text: str) -> tuple[tuple[Words, ...], ...]:
    """Return the sentences of a comment, each as its clauses, and these as words."""
    found = (
        tuple(words for clause in _CLAUSE.split(one) if (words := words_of(clause))) for one in sentence_texts(text)
    )
    return tuple(one for one in found if one)


def sentence_texts(text: str) -> list[str]:
    """Return the sentences of a comment as they are written, without what ends them."""
    return _SENTENCE.split(text)


def comments_of(case: Case) -> tuple[Comment, ...]:
    """Return every comment on a score for quality, and every reason of one, that says anything."""
    return case.once(_comments)


def _comments(case: Case) -> tuple[Comment, ...]:
    found: list[Comment] = []
    known: dict[str, Words] = {}
    quality = case.once(qualities)
    members = len(case.evaluation.individual or ())
    for at, one in enumerate((*(case.evaluation.individual or ()), *(case.evaluation.consensus or ()))):
        for name, text in (("comment", one.comment), ("reason", one.reason)):
            if text is not None and quality[one.criterion]:
                words = known.get(text)
                if words is None:
                    words = words_of(text)
                    if FILLERS.issuperset(words) and not tells(text):
                        words = ()
                    known[text] = words
                if words:
                    found.append(Comment(one, name, words, at < members))
    return tuple(found)


def vocabulary(case: Case) -> frozenset[str]:
    """Return every word of the comments: what is not among them need not be looked for in each."""
    return case.once(_vocabulary)


def _vocabulary(case: Case) -> frozenset[str]:
    return frozenset().union(*(one.words for one in comments_of(case)))


class Name(Frozen):
    """The words of a bidder's name without its legal form, what it is called, and the parties that it may be."""

    words: Words
    called: str
    parties: frozenset[str]


def names_by_first_word(case: Case) -> dict[str, tuple[Name, ...]]:
    """Return the names of everybody who bids, and of their members, by their first word, the longest first."""
    return case.once(_names)


def _names(case: Case) -> dict[str, tuple[Name, ...]]:
    found: dict[Words, Name] = {}
    for bid in case.bids:
        party = case.party(bid.bidder)
        for key in (bid.bidder, *((party.members or ()) if party else ())):
            if key is None or bid.bidder is None:
                continue
            one = case.party(key)
            for name in (one.name, *(one.aliases or ())) if one else (key,):
                for words in _forms(name or ""):
                    before = found.get(words)
                    parties = frozenset({bid.bidder, *(before.parties if before else ())})
                    found[words] = Name(words, name or key, parties)
    firsts: dict[str, list[Name]] = {}
    for one_name in found.values():
        firsts.setdefault(one_name.words[0], []).append(one_name)
    return {key: tuple(sorted(names, key=lambda one: -len(one.words))) for key, names in firsts.items()}


def _forms(name: str) -> tuple[Words, ...]:
    """Return the words by which a bidder is called: `Dunlin's Ltd` is found as `Dunlins` and as `Dunlin's`.

    `Pine and Sons` is found as `Pine & Sons` too, of which a comment keeps the words alone.
    """
    cores = [organisation_name(one).core for one in (name, _POSSESSIVE.sub("", name))]
    bare = [tuple(word for word in one if word != "and") for one in cores]
    return tuple(dict.fromkeys(one for one in (*cores, *(one for one in bare if len(one) > 1)) if one))


def without_names(case: Case, words: Words) -> Words:
    """Return words with every bidder's name as one sign, so that a comment copied with another name is the same."""
    names = names_by_first_word(case)
    if not names or names.keys().isdisjoint(words):
        return words
    kept: list[str] = []
    at = 0
    while at < len(words):
        found = name_at(names, words, at)
        kept.append(BIDDER if found else words[at])
        at += len(found.words) if found else 1
    return tuple(kept)


def name_at(names: dict[str, tuple[Name, ...]], words: Words, at: int) -> Name | None:
    """Return the bidder's name that begins at a word, or `None`."""
    return next((one for one in names.get(words[at], ()) if words[at : at + len(one.words)] == one.words), None)
