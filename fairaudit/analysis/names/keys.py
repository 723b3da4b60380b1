"""Keys under which records that may be about one are found together, without comparing each with each (blocking).

Two records are compared where they share a key. A key of a name is one of its words, whole or without one of its letters, with
the first letter of another word: names that differ by one letter in each word, in order, by a short form or by an initial, meet.
Further keys are an identifier, a mailbox, a phone, a birth date, an address, a word of the name with the birth month or the
postal code.
"""

from __future__ import annotations

from functools import lru_cache

from fairaudit.analysis.names.described import (
    LONGEST,
    MOST,
    Described,
    birth_parts,
    domains,
    identifiers,
    mailboxes,
    phones,
)
from fairaudit.analysis.names.letters import sound
from fairaudit.analysis.names.nicknames import formal
from fairaudit.analysis.names.organisations import firm_names
from fairaudit.analysis.names.people import person_names
from fairaudit.analysis.names.streets import Address, read_address


def keys(record: Described) -> set[str]:
    """Return every key of a record; none where it says nothing that can be compared."""
    # A person and an organisation are never one, whatever they share.
    kind = record.kind[0]
    found = {f"{kind}i|{scheme}|{id_}" for scheme, id_ in identifiers(record)} if record.identifiers else set()
    if record.emails:
        found.update(f"{kind}m|{one}" for one in mailboxes(record))
    if record.phones:
        found.update(f"{kind}p|{one}" for one in phones(record))
    if record.kind == "person":
        _of_person(record, found)
    else:
        _of_firm(record, found)
    return found


def _of_person(record: Described, found: set[str]) -> None:
    born = birth_parts(record.birth) if record.birth else ()
    month = "-".join(born[:2]) if len(born) > 1 else ""
    if len(born) == 3:
        found.add(f"b|{'-'.join(born)}")
    places = _places(record, found) if record.addresses else ()
    for name in person_names(record):
        words = name.words[:6]
        found.update(_of_name(words))
        written_on = name.together[:6]
        if written_on:
            found.update(_of_name(written_on))
        for word in (*words, *written_on):
            if len(word) > 1 and (month or places):
                parts = bits(word)
                if month:
                    found.update([f"w|{month}|{one}" for one in parts])
                for place in places:
                    found.update([f"c|{place}|{one}" for one in parts])


def _places(record: Described, found: set[str]) -> tuple[str, ...]:
    codes = []
    for text in record.addresses[:MOST]:
        address = read_address(text[:LONGEST])
        found.update(house_keys(record, address))
        if address.code:
            codes.append(address.code)
    return tuple(dict.fromkeys(codes))


def house_keys(record: Described, address: Address) -> tuple[str, ...]:
    """Return the keys of a house, none where number, street or postal code is not told; the first is that of all like it.

    A street with a slip in it begins with the same letter (`streetslips.slipped`). Very many may have that key in common: then
    the second still brings those of one house together.
    """
    if not (address.number and address.street and address.code):
        return ()
    kind, house = record.kind[0], f"{address.number}|{address.code}"
    return f"{kind}h|{house}|{address.street[0]}", f"{kind}a|{house}|{address.street}"


@lru_cache(maxsize=65536)
def _of_name(words: tuple[str, ...]) -> tuple[str, ...]:
    found = set()
    for at, word in enumerate(words):
        if len(word) < 2:
            continue
        firsts = {one for to, other in enumerate(words) if to != at for one in first_letters(other)}
        for one in bits(word):
            found.update([f"{one}|{first}" for first in firsts])
    return tuple(found)


@lru_cache(maxsize=65536)
def first_letters(word: str) -> frozenset[str]:
    """Return the first letters of a word and of the names it may be short for, in one spelling of the sound."""
    return frozenset(sound(one)[:1] or one[:1] for one in formal(word))


@lru_cache(maxsize=65536)
def bits(word: str) -> frozenset[str]:
    """Return a word's sound, and the word without one of its letters: two that differ by one letter have one in common."""
    short = {word, sound(word)}
    if len(word) > 3:
        short.update(word[:at] + word[at + 1 :] for at in range(len(word)))
    return frozenset(short)


_SLIPPED = 4
"""Letters beyond which a common word of a firm's name is still known with a slip in it."""


def _of_firm(record: Described, found: set[str]) -> None:
    for name in firm_names(record):
        found.add(f"n|{''.join(name.core)}")
        telling = [one for one in name.telling if len(one) > 1] or list(name.telling)
        common = {one[:1] for one in name.core if one not in telling and len(one) > _SLIPPED}
        for at, word in enumerate(telling[:3]):
            others = telling[:at] + telling[at + 1 : 4]
            # A common word with a slip in it is common no more: `Alder Systms`.
            firsts = ({one[:1] for one in others} or {""}) | common
            for one in bits(word):
                found.update([f"o|{one}|{first}" for first in firsts])
    if record.domains or record.emails:
        found.update(f"d|{one}" for one in domains(record))
    if record.addresses:
        _places(record, found)
