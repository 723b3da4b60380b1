"""What bidders may share of how they are reached: addresses, telephone numbers, e-mail and its domains, in one writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fairaudit.analysis.names import words
from fairaudit.analysis.names.mail import mailbox, own_domain
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import Address
from fairaudit.procurement.parties import Party

Trait = tuple[tuple[str, str], str]
"""What is compared: a kind of thing with a value by which it is the same one, and the words for it."""

_ROOMS = frozenset({"unit", "flat", "suite", "apartment", "apt", "room", "floor", "office", "block"})

_AFTER_ROOM = re.compile(rf"\b((?:{'|'.join(sorted(_ROOMS))})\.? *\d+[a-z]?) *, *(?=[^\W\d])", re.IGNORECASE)
_SPAN = re.compile(r"(?:^|(?<=, ))(\d{1,4}) ?[-\u2013] ?(\d{1,4})(?= +[^\W\d])")
_STOREY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)|ground|lower|upper|first|second|third|fourth|fifth|sixth|seventh|eighth|top"
)
_EXTENSION = re.compile(r"(?i)(?<=\d)[ ,;(]*(?:ext|extension|x|#)\.?[ .:]*\d+\)? *$")
"""What follows a telephone number for one desk behind it."""
_NAMED = frozenset({"house", "building", "tower", "farm", "cottage", "lodge", "barn"})
"""Words that end the name of one house, and not of a street or of a place with many houses."""


def contact_traits(party: Party, case: Case) -> Iterator[Trait]:
    """Yield the addresses, the telephone number and the e-mail address or domain of a party."""
    for address in party.addresses or ():
        if address.street_address and (address.postal_code or address.locality):
            said = f"{address.street_address}, {address.postal_code or address.locality}"
            yield ("address", _place(address)), f"the address {said}"
            yield from ((("house", one), f"the house of the address {said}") for one in _houses(address))
    contact = party.contact_point
    if contact is None:
        return
    line = _EXTENSION.split(contact.telephone or "")[0]
    digits = "".join(one for one in line if one.isdigit())
    if len(digits) >= 7:
        yield ("telephone", digits[-9:]), "the same telephone number"
    if own := own_domain(contact.email):
        yield ("domain", own), f"the e-mail domain {own}"
    elif mail := mailbox(contact.email):
        yield ("mail", mail), "the same e-mail address"


def without_other_rooms(common: dict[tuple[str, str], str], own: Party, other: Party) -> dict[tuple[str, str], str]:
    """Return what two parties share without houses of which each has rooms of its own, or of which all the address is one."""
    whole = any(kind == "address" for kind, _ in common)
    return {
        key: said
        for key, said in common.items()
        if key[0] != "house" or not (whole or (_rooms_in(own, key[1]) and _rooms_in(other, key[1])))
    }


def _rooms_in(party: Party, house: str) -> bool:
    """Whether every address that a party has in a house names its rooms."""
    return all(_rooms(one.street_address or "") for one in party.addresses or () if house in _houses(one))


def _houses(address: Address) -> tuple[str, ...]:
    """Return the house of an address with a postal code by its number and by its name, whatever else the address says."""
    from fairaudit.analysis.names.streets import place_of, read_address

    street, code = _street(address), address.postal_code
    if not code:
        return ()
    read = read_address(f"{street}, {code}")
    parts = map(_without_room, map(words, street.split(",")))
    named = [one for one in parts if len(one) > 1 and one[-1] in _NAMED]
    numbered = [place_of(read)] if read.number and read.street and read.code else []
    return (*numbered, *(f"{' '.join(one)} {letters(code)}" for one in named))


def _without_room(part: tuple[str, ...]) -> tuple[str, ...]:
    """Return a part of an address without the room it begins with: `Suite 2 Harbour House` is in `Harbour House`."""
    if len(part) > 2 and part[0] in _ROOMS and (len(part[1]) == 1 or any(map(str.isdigit, part[1]))):
        return part[2:]
    return part[2:] if len(part) > 2 and part[1] == "floor" and _STOREY.fullmatch(part[0]) else part


def _street(address: Address) -> str:
    # `Unit 4, Quay Road` and `Unit 4 Quay Road` are one place, and so are `71 - 75 Quay Road` and `71-75 Quay Road`.
    return _SPAN.sub(r"\1-\2", _AFTER_ROOM.sub(r"\1 ", address.street_address or ""))


def _rooms(street: str) -> list[str]:
    said = words(street)
    floors = [one for one, after in pairwise(said) if after == "floor" and _STOREY.fullmatch(one)]
    rooms = [after for one, after in pairwise(said) if one in _ROOMS and not (floors and one == "floor")]
    return sorted((*rooms, *floors))


def _place(address: Address) -> str:
    """Return an address in one writing: house, street, postal code and rooms where it can be read so, else its letters."""
    from fairaudit.analysis.names.streets import place_of, read_address

    street, code = _street(address), address.postal_code
    read = read_address(f"{street}, {code}") if code else None
    if read is None or not (read.number and read.street and read.code):
        return f"{letters(street)} {letters(code or address.locality)}"
    return " ".join((place_of(read), *_rooms(street)))


def letters(text: str | None) -> str:
    """Return only the letters and digits of a text, in small."""
    return "".join(one for one in (text or "").lower() if one.isalnum())
