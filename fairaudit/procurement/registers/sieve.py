"""Whom of a few people a record of very many may be about, told by its words alone before anything is compared.

By names alone two people are alike only where two words of them are: the same but for a letter, the same in sound, a short form
of each other, or an initial. One such word is enough where a birth month or a postal code agrees as well, none where a day of
birth does. Everything is kept as bits of a number, one for each person that is sought, by word: most words stand in a register
many times.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fairaudit.analysis.names.described import LONGEST, Described, birth_parts, identifiers, mailboxes, phones
from fairaudit.analysis.names.keys import bits
from fairaudit.analysis.names.nicknames import formal
from fairaudit.analysis.names.organisations import firm_names
from fairaudit.analysis.names.people import loose_words, macs, person_names
from fairaudit.analysis.names.streets import read_address

_WHOLE = 3
"""Parts of a whole birth date: year, month, day."""
_WORDS = 300_000
"""Words of which it is remembered who has one like it."""
_NO_SIGNS = {at: None for at in range(128) if not chr(at).isalnum()}


class PeopleSieve:
    """The words, birth months and postal codes of those that are sought."""

    def __init__(self, sought: Sequence[Described]) -> None:
        """Take down what each has, as one bit a person."""
        self._bits: defaultdict[str, int] = defaultdict(int)
        self._firsts: defaultdict[str, int] = defaultdict(int)
        self._initials: defaultdict[str, int] = defaultdict(int)
        self._parts: defaultdict[str, int] = defaultdict(int)
        self._months: defaultdict[str, int] = defaultdict(int)
        self.sought = sought
        self.codes: defaultdict[str, int] = defaultdict(int)
        self._births: defaultdict[tuple[str, ...], int] = defaultdict(int)
        self._records: defaultdict[object, int] = defaultdict(int)
        self._dated = 0
        self._known: dict[str, tuple[int, int]] = {}
        for at, one in enumerate(sought):
            self._take(one, 1 << at)

    def _take(self, one: Described, who: int) -> None:
        names = person_names(one)
        for name in names:
            # `Anne-Marie` and `Annemarie` are one.
            for first, second in pairwise(name.words):
                for part in bits(first + second):
                    self._bits[part] |= who
        for word in {word for name in names for word in (*name.words, *name.together)}:
            self._firsts[word[0]] |= who
            if len(word) == 1:
                self._initials[word] |= who
                continue
            for part in (*bits(word), *formal(word)):
                self._bits[part] |= who
            for part in _parts(word):
                self._parts[part] |= who
        if len(born := birth_parts(one.birth)) > 1:
            self._months["-".join(born[:2])] |= who
            self._dated |= who
        if len(born) == _WHOLE:
            self._births[born] |= who
        for text in one.addresses:
            if code := read_address(text[:LONGEST]).code:
                self.codes[code] |= who
        for found in (*identifiers(one), *mailboxes(one), *phones(one)):
            self._records[found] |= who

    def among(self, record: Described) -> list[int] | None:
        """Return the places of those a record may be about; `None` where its words do not tell."""
        once = twice = alike = 0
        for name in (record.given, record.surname, *record.names):
            words = loose_words(name) if name else ()
            if words is None:
                return None
            for word in words:
                like, short = self.meant(word)
                twice |= once & (like | short)
                once |= like | short
                alike |= like
        found = twice & alike
        if alike & ~found:
            found |= alike & self._beside(record)
        found |= self.by_record(record)
        born = birth_parts(record.birth) if found & self._dated or self._births else ()
        # A day of birth with a street outweighs other names.
        found |= self._births.get(born, 0)
        if found & self._dated and len(born) > 1:
            # Another birth month ends every match.
            found &= ~self._dated | self._months.get("-".join(born[:2]), 0)
        return places_of(found) if found else []

    def by_record(self, record: Described) -> int:
        """Return who has a number, a mailbox or a telephone of a record."""
        found = 0
        if record.identifiers or record.emails or record.phones:
            for one in (*identifiers(record), *mailboxes(record), *phones(record)):
                found |= self._records.get(one, 0)
        return found

    def meant(self, word: str) -> tuple[int, int]:
        """Return who has a word like this, and of whom it may be an initial or a part of a word, or they have one of it."""
        return self._known.get(word) or self._found(word)

    def _found(self, word: str) -> tuple[int, int]:
        like = 0
        if len(word) > 1:
            whole = macs(word)
            for part in (*bits(whole), *formal(whole)):
                like |= self._bits.get(part, 0)
        short = self._firsts.get(word, 0) if len(word) == 1 else self._initials.get(word[0], 0)
        short |= self._parts.get(word, 0)
        if len(self._known) >= _WORDS:
            self._known.clear()
        found = self._known[word] = like, short
        return found

    def _beside(self, record: Described) -> int:
        """Return who has the birth month of a record, or a postal code that may stand in its address."""
        found = self._months.get(record.birth[:7], 0) if record.birth else 0
        for text in record.addresses if self.codes else ():
            written = bare(text)
            for code, who in self.codes.items():
                if code in written:
                    found |= who
        return found


class FirmSieve:
    """The words and numbers of the organisations that are sought: nearly every company of a register shares none of them."""

    def __init__(self, sought: Sequence[Described]) -> None:
        """Take down the bits of all words, the whole names in one word, and the numbers."""
        names = [name for one in sought for name in firm_names(one)]
        self._bits = {bit for name in names for word in name.core for bit in bits(word)}
        self.whole = {"".join(name.core) for name in names if name.core}
        self._numbers = {found for one in sought for found in identifiers(one)}
        self._ends = tuple({number[-_END:] for _, number in self._numbers})

    def holds(self, record: Described) -> bool:
        """Whether a record may be about one of them; whatever says more than a name and a number is looked at in full."""
        if self.by_record(record):
            return True
        for name in record.names:
            words = loose_words(name)
            if words is None or any(map(self.means, words)):
                return True
            joined = "".join(words)
            if any(one in joined for one in self.whole):
                return True
        return False

    def by_record(self, record: Described) -> bool:
        """Whether a record says more than a name and a number, or has a number of one of them."""
        if record.addresses or record.emails or record.domains or record.phones:
            return True
        if not any(self._may_be_number(one) for _, one in record.identifiers):
            return False
        return not self._numbers.isdisjoint(identifiers(record))

    def _may_be_number(self, written: str) -> bool:
        """Whether a number may be that of one of them: nearly none ends as theirs do, and reading one takes longer."""
        return not written.isalnum() or written.casefold().endswith(self._ends)

    def means(self, word: str) -> bool:
        """Whether one of them has a word like this."""
        return not self._bits.isdisjoint(bits(word))


def bare(address: str) -> str:
    """Return an address without signs, in small letters, for postal codes to be looked for in it."""
    return address[:LONGEST].lower().translate(_NO_SIGNS)


def _parts(word: str) -> Iterator[str]:
    """Yield what a word begins and ends with, of some length: `anne` and `marie` of `annemarie`."""
    for at in range(_PART, len(word) - 1):
        yield word[:at]
        yield word[-at:]


_END = 3
"""Signs at the end of a number by which most are told apart."""
_PART = 3
"""Letters of a word that may be part of one which others write in two."""


def places_of(found: int) -> list[int]:
    """Return the numbers of the bits that are set, from the lowest on."""
    places = []
    while found:
        low = found & -found
        places.append(low.bit_length() - 1)
        found ^= low
    return places
