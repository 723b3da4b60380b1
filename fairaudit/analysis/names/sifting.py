"""Whether a record of many may have a key of one that is sought, told cheaply: most have none and are never read whole.

A key of a name holds a bit of one of its words, and all words of a name are among its loose words (`people.loose_words`). A
record none of whose loose words has a bit of a word that is sought has no such key, and the other keys are looked for one by
one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from fairaudit.analysis.names.described import LONGEST, MOST, Described, birth_parts, identifiers, mailboxes, phones
from fairaudit.analysis.names.keys import bits, first_letters, house_keys, keys
from fairaudit.analysis.names.people import loose_words, macs, person_names
from fairaudit.analysis.names.streets import Address, read_address
from fairaudit.frozen import Frozen

_WORDS = 200_000
"""Words of which it is remembered whether one that is sought has a bit of them."""


class _Word(Frozen):
    """A word of a name: its bits that are sought, the first letters that make a key beside these, and its own first letters."""

    bits: frozenset[str]
    beside: frozenset[str]
    firsts: frozenset[str]


class Sieve:
    """What those that are sought have, record by record."""

    def __init__(self, sought: Sequence[Described]) -> None:
        """Take down the bits of all words, and what else makes a key."""
        people = [one for one in sought if one.kind == "person"]
        self._beside: defaultdict[str, set[str]] = defaultdict(set)
        for one in people:
            for name in person_names(one):
                self._take_down(name.words)
                self._take_down(name.together)
        self._months = {"-".join(birth_parts(one.birth)[:2]) for one in people}
        self._births = {parts for one in people if len(parts := birth_parts(one.birth)) == 3}
        self._identifiers = {found for one in people for found in identifiers(one)}
        self._mailboxes = {found for one in people for found in mailboxes(one)}
        self._phones = {found for one in people for found in phones(one)}
        self._codes = {
            code for one in people for text in one.addresses[:MOST] if (code := read_address(text[:LONGEST]).code)
        }
        self._keys = frozenset(key for one in people for key in keys(one))
        self._known: dict[str, _Word] = {}

    def _take_down(self, words: tuple[str, ...]) -> None:
        for at, word in enumerate(words):
            firsts = {first for to, other in enumerate(words) if to != at for first in first_letters(other)}
            for bit in bits(word):
                self._beside[bit].update(firsts)

    def holds(self, record: Described) -> bool:
        """Whether a record may have a key of one that is sought. Organisations are few enough to be read whole."""
        if record.kind != "person":
            return True
        return self._names(record) or self._records(record)

    def trimmed(self, record: Described) -> Described:
        """Return a record without the addresses that nobody who is sought is near to, which are slow to read."""
        if record.kind != "person" or not record.addresses or any(True for _ in self._near(record)):
            return record
        return record._replace(addresses=())

    def _names(self, record: Described) -> bool:
        apart: list[_Word] = []
        for name in (record.given, record.surname):
            words = loose_words(name) if name else ()
            if words is None:
                return True
            apart.extend(map(self._word, words))
        if apart and self._may_be(apart, record):
            return True
        for name in record.names[:MOST]:
            words = loose_words(name)
            if words is None or self._may_be([self._word(one) for one in words], record):
                return True
        return False

    def _may_be(self, words: list[_Word], record: Described) -> bool:
        """Whether a word has a bit that makes a key with another word's first letter or with a record."""
        for at, word in enumerate(words):
            if word.bits:
                if any(to != at and not word.beside.isdisjoint(other.firsts) for to, other in enumerate(words)):
                    return True
                if self._beside_records(word.bits, record):
                    return True
        return False

    def _word(self, text: str) -> _Word:
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _WORDS:
                self._known.clear()
            word = macs(text)
            found = bits(word) & self._beside.keys()
            beside = frozenset(first for bit in found for first in self._beside[bit])
            known = self._known[text] = _Word(found, beside, first_letters(word))
        return known

    def _beside_records(self, found: frozenset[str], record: Described) -> bool:
        """Whether a bit makes a key with the birth month or a postal code."""
        if self._months and record.birth:
            month = "-".join(birth_parts(record.birth)[:2])
            if month in self._months and any(f"w|{month}|{bit}" in self._keys for bit in found):
                return True
        return any(f"c|{one.code}|{bit}" in self._keys for one in self._near(record) for bit in found)

    def _records(self, record: Described) -> bool:
        if self._births and record.birth and birth_parts(record.birth) in self._births:
            return True
        if self._identifiers and record.identifiers and not self._identifiers.isdisjoint(identifiers(record)):
            return True
        if self._mailboxes and record.emails and not self._mailboxes.isdisjoint(mailboxes(record)):
            return True
        if self._phones and record.phones and not self._phones.isdisjoint(phones(record)):
            return True
        return any(key in self._keys for one in self._near(record) for key in house_keys(record, one)[:1])

    def _near(self, record: Described) -> Iterator[Address]:
        """Yield the addresses that have a postal code of one that is sought."""
        if not self._codes:
            return
        for text in record.addresses[:MOST]:
            if self._may_have_code(text):
                address = read_address(text[:LONGEST])
                if address.code in self._codes:
                    yield address

    def _may_have_code(self, text: str) -> bool:
        """Whether an address may have the postal code of one that is sought, before it is read."""
        if not text.isascii() or len(self._codes) > _CODES:
            return True
        bare = text[:LONGEST].translate(_NO_SIGNS).lower()
        return any(code in bare for code in self._codes)


_CODES = 200
"""Postal codes that are looked for in a text one by one; beyond, reading the text is cheaper."""
_NO_SIGNS = {at: None for at in range(128) if not chr(at).isalnum()}
