"""Whether a record of many may have a key of one that is sought, told cheaply: most have none and are never read whole.

A key of a name holds a bit of one of its words, and all words of a name are among its loose words (`people.loose_words`). A
record none of whose loose words has a bit of a word that is sought has no such key, and the other keys are looked for one by
one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fairaudit.analysis.names.described import LONGEST, MOST, Described, birth_parts, identifiers, mailboxes, phones
from fairaudit.analysis.names.keys import bits, first_letters, house_key, keys
from fairaudit.analysis.names.people import loose_words, macs, person_names
from fairaudit.analysis.names.streets import Address, read_address

_WORDS = 200_000
"""Words of which it is remembered whether one that is sought has a bit of them."""


class Sieve:
    """What those that are sought have, record by record."""

    def __init__(self, sought: Sequence[Described]) -> None:
        """Take down the bits of all words, and what else makes a key."""
        people = [one for one in sought if one.kind == "person"]
        self._bits = {bit for one in people for name in person_names(one) for word in name.words for bit in bits(word)}
        self._births = {parts for one in people if len(parts := birth_parts(one.birth)) == 3}
        self._identifiers = {found for one in people for found in identifiers(one)}
        self._mailboxes = {found for one in people for found in mailboxes(one)}
        self._phones = {found for one in people for found in phones(one)}
        self._codes = {
            code for one in people for text in one.addresses[:MOST] if (code := read_address(text[:LONGEST]).code)
        }
        self._keys = frozenset(key for one in people for key in keys(one))
        self._known: dict[str, frozenset[str]] = {}

    def holds(self, record: Described) -> bool:
        """Whether a record may have a key of one that is sought. Organisations are few enough to be read whole."""
        if record.kind != "person":
            return True
        return self._names(record) or self._records(record)

    def _names(self, record: Described) -> bool:
        for name in (record.given, record.surname, *record.names[:MOST]):
            words = loose_words(name) if name else ()
            if words is None:
                return True
            for at, word in enumerate(words):
                found = self._found(word)
                if found and (self._beside(found, words, at) or self._beside_records(found, record)):
                    return True
        # Given names and surname that stand apart are one name, of which each part alone was looked at above.
        return bool(record.given or record.surname) and self._apart(record)

    def _apart(self, record: Described) -> bool:
        words = (*(loose_words(record.given or "") or ()), *(loose_words(record.surname or "") or ()))
        return any((found := self._found(word)) and self._beside(found, words, at) for at, word in enumerate(words))

    def _found(self, word: str) -> frozenset[str]:
        """Return the bits of a word that a word which is sought has as well."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _WORDS:
                self._known.clear()
            known = self._known[word] = bits(macs(word)) & self._bits
        return known

    def _beside(self, found: frozenset[str], words: tuple[str, ...], at: int) -> bool:
        """Whether a bit makes a key with the first letter of another word."""
        firsts = {first for to, word in enumerate(words) if to != at for first in first_letters(macs(word))}
        return any(f"{bit}|{first}" in self._keys for bit in found for first in firsts)

    def _beside_records(self, found: frozenset[str], record: Described) -> bool:
        """Whether a bit makes a key with the birth month or, as far as that is told without reading it, a postal code."""
        month = "-".join(birth_parts(record.birth)[:2]) if record.birth else ""
        if any(f"w|{month}|{bit}" in self._keys for bit in found):
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
        return any(house_key(record, one) in self._keys for one in self._near(record))

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
