"""Phrases, and where they stand in a text.

A phrase is written as its words, whatever their case, with five signs: `a|b` is one of several words, `word*` a word
that begins so, `word?` a word that may be missing, `word#` a word followed by digits (`#` alone a number), and `...` up to
four words in between. Phrases never reach from one sentence into the next. A sign such as `@incumbent`, which stands for
names, also takes those that only may be one of them, which a marked text shows as `@incumbent~`.
"""

from functools import lru_cache
from itertools import filterfalse

from fairaudit.analysis.text.prose import WORD, Prose, fold, read_prose
from fairaudit.frozen import Frozen

GAP = 4
PERHAPS = "~"
_REMEMBERED = 20_000


class Match(Frozen):
    """A phrase found: which one, and its first word and the first after it."""

    phrase: str
    start: int
    end: int


class Slot(Frozen):
    """One place of a phrase: the words it takes, or how many words it leaves out."""

    words: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0

    def takes(self, word: str) -> bool:
        """Whether a folded word fits."""
        if word in self.words or (self.prefixes and word.startswith(self.prefixes)):
            return True
        return bool(self.numbered) and any(
            word.startswith(one) and word[len(one) : len(one) + 1].isdigit() for one in self.numbered
        )


@lru_cache(maxsize=4096)
def read_phrase(phrase: str) -> tuple[Slot, ...]:
    """Return a phrase as slots; raises `ValueError` where its first word may be anything."""
    first_slot(phrase)
    return tuple(slot for token in phrase.split() for slot in _slots(token))


@lru_cache(maxsize=4096)
def _begun(phrase: str) -> tuple[str, tuple[frozenset[str], ...]]:
    """Return a phrase with the words of which a text must hold one, for each further place that takes whole words only.

    The places that take the fewest words come first: they are the quickest to ask for, and the likeliest to be missing.
    """
    needed = (
        one.words
        for one in read_phrase(phrase)[1:]
        if one.words and not (one.optional or one.gap or one.prefixes or one.numbered)
    )
    return phrase, tuple(sorted(needed, key=len))


def first_slot(phrase: str) -> Slot:
    """Return what a phrase begins with; raises `ValueError` where that may be anything."""
    token = phrase.split(None, 1)[:1]
    slot = _slots(token[0])[0] if token else Slot(gap=GAP)
    if slot.gap or slot.optional:
        raise ValueError(f"a phrase begins with a word: {phrase!r}")
    return slot


@lru_cache(maxsize=8192)
def _slots(token: str) -> tuple[Slot, ...]:
    """Return what a token of a phrase stands for; many phrases share theirs."""
    if plain := _plain_words(token):
        return (Slot(plain),)
    if token in ("...", "…"):
        return (Slot(gap=GAP),)
    optional = token.endswith("?")
    choices = token.rstrip("?").split("|")
    words = WORD.findall(choices[0]) if len(choices) == 1 and not token.startswith("@") else []
    if len(words) > 1:
        # `no-poaching` is two words, as it is in the text.
        *first, last = (fold(one) for one in words)
        open_ = choices[0].endswith("*")
        end = Slot(prefixes=(last,), optional=optional) if open_ else Slot(frozenset((last,)), optional=optional)
        return (*(Slot(frozenset((one,)), optional=optional) for one in first), end)
    return (_one_of(choices, optional),)


def _one_of(choices: list[str], optional: bool) -> Slot:
    exact: set[str] = set()
    endings: dict[str, list[str]] = {"*": [], "#": []}
    for one in choices:
        if one[-1:] in endings:
            endings[one[-1]].append(fold(one[:-1]))
        else:
            exact.add(fold(one))
            if one.startswith("@"):
                exact.add(fold(one) + PERHAPS)
    return Slot(frozenset(exact), tuple(endings["*"]), tuple(endings["#"]), optional)


class Index(Frozen):
    """Phrases by their first words, so that a text is read once for all of them; most are never read beyond that."""

    exact: dict[str, list[str]]
    loose: tuple[tuple[str, Slot], ...]
    stems: tuple[str, ...]
    """What the first words of the loose ones begin with: one look says of most words that they begin none."""
    nothing: set[str]
    """Words that begin no phrase, as found before: tenders share most of their words."""
    beginnings: dict[str, tuple[tuple[str, tuple[frozenset[str], ...]], ...]]
    """Words that begin some, as found before, each phrase with the words that it needs further on."""

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def beginning_with(self, word: str) -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
        """Return the phrases whose first word fits, each with the words that it needs further on."""
        if (known := self.beginnings.get(word)) is not None:
            return known
        phrases = list(self.exact.get(word, ()))
        if word.startswith(self.stems):
            phrases += [phrase for phrase, first in self.loose if word not in first.words and first.takes(word)]
        fits = tuple(map(_begun, phrases))
        if not fits and len(self.nothing) < _REMEMBERED:
            self.nothing.add(word)
        elif fits and len(self.beginnings) < _REMEMBERED:
            self.beginnings[word] = fits
        return fits


@lru_cache(maxsize=1024)
def index_of(phrases: tuple[str, ...]) -> Index:
    """Return phrases by their first words."""
    exact: dict[str, list[str]] = {}
    loose: list[tuple[str, Slot]] = []
    stems: dict[str, None] = {}
    for phrase in dict.fromkeys(phrases):
        words = _plain_words(phrase.partition(" ")[0])
        if not words:
            first = first_slot(phrase)
            words = first.words
            if first.prefixes or first.numbered:
                loose.append((phrase, first))
                stems.update(dict.fromkeys(first.prefixes + first.numbered))
        for word in words:
            exact.setdefault(word, []).append(phrase)
    return Index(exact, tuple(loose), tuple(stems), set(), {})


@lru_cache(maxsize=8192)
def _plain_words(token: str) -> frozenset[str]:
    """Return the words a place of a phrase is one of, where there is no sign to it: most are like that, and it is quick."""
    plain = token.isascii() and token.replace("|", "").isalnum()
    return frozenset(token.casefold().split("|")) if plain else frozenset()


def find(prose: Prose, phrases: tuple[str, ...]) -> list[Match]:
    """Return where phrases stand in a text, in the order of the text; the shortest reading of each."""
    return find_by(prose, index_of(phrases)) if phrases else []


def find_by(prose: Prose, index: Index) -> list[Match]:
    """Return what `find` does, for phrases whose index is at hand."""
    found: list[Match] = []
    # Most texts share nothing with most phrases. Of two views the shorter is walked; taking one from the other would walk
    # the other, which remembers every word of the tenders before.
    absent = prose.positions.keys().isdisjoint
    unseen = filterfalse(index.nothing.__contains__, prose.positions)
    for word in tuple(unseen) if index.loose else prose.positions.keys() & index.exact.keys():
        for phrase, needed in index.beginning_with(word):
            # Most phrases fail at a word that they need further on, and no place is looked at.
            if not any(map(absent, needed)):
                slots, places = read_phrase(phrase), prose.positions[word]
                found += [Match(phrase, at, end) for at in places if (end := match_at(prose, slots, at))]
    if len(found) > 1:
        found.sort(key=lambda one: (one.start, one.end, one.phrase))
    return found


@lru_cache(maxsize=4096)
def holds(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of some phrases stands in a text."""
    return bool(find(read_prose(text), phrases))


@lru_cache(maxsize=1024)
def sentences_saying(prose: Prose, phrases: tuple[str, ...]) -> frozenset[int]:
    """Return the first word of every sentence in which one of some phrases stands."""
    return frozenset(prose.sentence_of(one.start)[0] for one in find(prose, phrases))


def match_at(prose: Prose, slots: tuple[Slot, ...], start: int) -> int:
    """Return the first word after a phrase that begins at `start`, or 0; never more ends than the gaps allow."""
    words, end, index = prose.words, start + 1, 1
    # Words that must follow one another are looked at first: most phrases fail at the second of them.
    while index < len(slots) and not (slots[index].gap or slots[index].optional):
        if end >= len(words) or not slots[index].takes(words[end]):
            return 0
        end, index = end + 1, index + 1
    limit = prose.sentence_of(start)[1]
    return 0 if end > limit else _match_loosely(words, slots[index:], end, limit)


def _match_loosely(words: tuple[str, ...], slots: tuple[Slot, ...], start: int, limit: int) -> int:
    """Return the first word after slots some of which are gaps or may be missing, or 0."""
    ends = {start}
    for slot in slots:
        if slot.gap:
            ends = {end + more for end in ends for more in range(slot.gap + 1) if end + more <= limit}
        else:
            taken = {end + 1 for end in ends if end < limit and slot.takes(words[end])}
            ends = taken | ends if slot.optional else taken
        if not ends:
            return 0
    return min(ends)
