"""Names of bodies, firms and systems, as a text may write them."""

import re
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names.legalforms import NOBODYS_NAME, ONE_WORD
from fairaudit.analysis.text.prose import WORD, Prose, fold
from fairaudit.frozen import Frozen

# Words so common in the names of bodies and systems that one of them alone names nobody.
_COMMON = frozenset(
    WORD.findall(
        "the of and for trust board council authority company group service services health care healthcare hospital "
        "hospitals university school schools college department ministry agency partnership partners provider "
        "providers supplier suppliers contractor contractors consortium association foundation centre center clinic "
        "clinics community national public local regional city county district nhs system systems portal platform "
        "software solution solutions app application one online data office team network union society institute "
        "international management incumbent buyer commissioner customer client"
    )
)
# What firms do, which they put behind the word they are called by.
_TRADES = frozenset(
    WORD.findall(
        "cleaning catering security waste recycling facilities parking landscapes landscaping grounds transport logistics "
        "construction engineering energy environmental maintenance training consulting consultancy consultants "
        "technology technologies tech digital medical dental pharmacy pharmacies eye holdings uk enterprises industries "
        "products resources support building buildings property homes housing leisure learning associates"
    )
)
# Words beside a short name that make a place of it: `the Northgate estate`, `in Northgate`.
_PLACES = frozenset(
    WORD.findall(
        "area ward estate district quarter road street lane station bridge junction roundabout school park library "
        "house centre neighbourhood village town site campus hospital"
    )
)
_WITHIN = frozenset({"in", "near", "around", "across", "between", "throughout"})
_SHORTEST = 4
# What may stand between two names of one firm; `&` and `+` are no words.
_ANDS = ("and", "und", "et", "u")
_JOINING = frozenset({"the", "of", "for", *_ANDS})
_NEVER_LAST = ONE_WORD.union(_ANDS)
_NEVER_ALONE = _COMMON | NOBODYS_NAME
_SAY_WHAT = _COMMON | _TRADES | _JOINING
_JOINER = late_pattern(r"\s*[&+]\s*|\s+(?:and|und|et|u\.?)\s+", re.IGNORECASE)
_VERB_OBJECTS = frozenset({"the", "a", "an", "your", "one", "all", "any", "each", "this", "these", "that"})


class Name(Frozen):
    """A name to look for: its words folded, and as written where case must be kept to tell it from common words."""

    words: tuple[str, ...]
    written: tuple[str, ...] | None = None

    def stands_at(self, prose: Prose, start: int) -> bool:
        """Whether the name stands at a word of a text."""
        end = start + len(self.words)
        if prose.words[start:end] != self.words or end > prose.sentence_of(start)[1]:
            return False
        if self.written is None:
            return True
        shown = [re.sub(r"['’][sS]\Z", "", prose.text[slice(*span)]) for span in prose.spans[start:end]]
        shouted = len(shown) > 1 and all(one.isupper() for one in shown)
        if not shouted and any(a != b and fold(a) not in _JOINING for a, b in zip(shown, self.written, strict=True)):
            return False
        # `Circle the answer` begins a sentence with a verb, not with a name.
        first = len(self.words) == 1 and prose.sentence_of(start)[0] == start
        return not (first and end < len(prose.words) and prose.words[end] in _VERB_OBJECTS)


class ShortName(Frozen):
    """The words a firm is called by for short, as written: `Northgate` of `Northgate Systems`. It may mean another thing."""

    words: tuple[str, ...]
    written: tuple[str, ...]

    def stands_at(self, prose: Prose, start: int) -> bool:
        """Whether the words stand at a word of a text as a name of their own, not as part of a longer one or as a place."""
        end = start + len(self.words)
        first, after = prose.sentence_of(start)
        if prose.words[start:end] != self.words or end > after:
            return False
        shown = [prose.text[slice(*span)] for span in prose.spans[start:end]]
        owning = re.search(r"['’][sS]\Z", shown[-1]) is not None
        shown[-1] = re.sub(r"['’][sS]\Z", "", shown[-1])
        # Any word has a capital where a sentence begins.
        if tuple(shown) != self.written or (start == first and not owning):
            return False
        if start > first and (prose.words[start - 1] in _WITHIN or (start - 1 > first and _joined(prose, start))):
            return False
        return owning or end == after or not (prose.words[end] in _PLACES or _joined(prose, end))


def _joined(prose: Prose, at: int) -> bool:
    """Whether the words before and at a place are both written with a capital, and only a space stands between them."""
    before, here = prose.spans[at - 1], prose.spans[at]
    between = prose.text[before[1] : here[0]]
    return between.isspace() and prose.text[before[0]].isupper() and prose.text[here[0]].isupper()


# The same firms bid for tender after tender, and several rules ask for the names of each.
@lru_cache(maxsize=2048)
def short_names_of(text: str) -> tuple[ShortName, ...]:
    """Return the words a firm is called by for short; none where its name has no common words at its end, or only such."""
    return tuple(dict.fromkeys(one for form in _spellings(text) if (one := _short_name(WORD.findall(form)))))


def _short_name(written: list[str]) -> ShortName | None:
    if written and fold(written[0]) == "the":
        written = written[1:]
    while written and fold(written[-1]) in ONE_WORD:
        written.pop()
    length = len(written)
    while written and fold(written[-1]) in _SAY_WHAT:
        written.pop()
    telling = [one for one in written if one not in _ANDS]
    letters = sum(len(one) for one in telling)
    if len(written) == length or letters < _SHORTEST or not all(one[0].isupper() for one in telling):
        return None
    return ShortName(tuple(fold(one) for one in written), tuple(written))


@lru_cache(maxsize=2048)
def names_of(text: str) -> tuple[Name, ...]:
    """Return the ways to look for a name: whole, without its legal form, with `and` for `&`; none where it could be any word."""
    found: list[Name | None] = []
    for form in _spellings(text):
        written = tuple(WORD.findall(form))
        found.append(_name(written))
        short = written
        while len(short) > 1 and fold(short[-1]) in _NEVER_LAST:
            short = short[:-1]
        if short != written:
            found.append(_name(short))
    humps = re.findall(r"[A-Z]+[a-z0-9]+", text) if len(WORD.findall(text)) == 1 else []
    if len(humps) > 1 and "".join(humps) == text:
        found.append(Name(tuple(fold(one) for one in humps)))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _spellings(text: str) -> tuple[str, ...]:
    """Return a name with each way to write `and` in it: `&`, which is no word, and the words for it.

    A name of single letters keeps its own: `A and B` is said of anything.
    """
    # However many blanks stand in a row, they are one; the words for `and` would be looked for from each of them.
    text = " ".join(text.split())
    parts = [part for part in _JOINER.split(text) if part.strip()]
    telling = [word for part in parts for word in WORD.findall(part) if fold(word) not in ONE_WORD]
    if len(parts) < 2 or sum(map(len, telling)) < _SHORTEST:
        return (text,)
    return (text, " & ".join(parts), *(f" {word} ".join(parts) for word in _ANDS))


def _name(written: tuple[str, ...]) -> Name | None:
    words = tuple(fold(one) for one in written)
    letters = sum(len(one) for one in words)
    if letters < 2 or (len(words) == 1 and words[0] in _NEVER_ALONE):
        return None
    if letters < 4:
        return Name(words, written) if "".join(written).isupper() else None
    if len(words) == 1:
        marked = any(one.isupper() for one in written[0][1:]) and not written[0].isupper()
        return Name(words) if marked or any(one.isdigit() for one in written[0]) else Name(words, written)
    return Name(words, written)
