"""Postal addresses of a case in one writing, however they are spelled: a house, its rooms, and the houses within an address."""

from __future__ import annotations

import re
from itertools import pairwise

from fairaudit.analysis.names import words
from fairaudit.analysis.names.substance import says_nothing
from fairaudit.procurement.model.common import Address

_ROOMS = frozenset({"unit", "flat", "suite", "apartment", "apt", "room", "floor", "office", "block"})

_AFTER_ROOM = re.compile(rf"\b((?:{'|'.join(sorted(_ROOMS))})\.? *\d+[a-z]?) *, *(?=[^\W\d])", re.IGNORECASE)
_SPAN = re.compile(r"(?:^|(?<=, ))(\d{1,4}) ?[-\u2013] ?(\d{1,4})(?= +[^\W\d])")
_STOREY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)|ground|lower|upper|first|second|third|fourth|fifth|sixth|seventh|eighth|top"
)
_NAMED = frozenset({"house", "building", "tower", "farm", "cottage", "lodge", "barn"})
"""Words that end the name of one house, and not of a street or of a place with many houses."""


_SHORT = tuple(
    (re.compile(short, re.IGNORECASE), full)
    for short, full in (
        (r"\b(?:no|nr)\.? ?(?=\d)", ""),
        (r"\bind\b\.? *est\b\.?", "Industrial Estate"),
        (r"\bbus\b\.? *(?:pk|park)\b\.?", "Business Park"),
        (r"\bGF\b", "ground floor"),
    )
)
_COUNTED = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th"}
_FLOOR = re.compile(rf"\b({'|'.join(_COUNTED)}|ground|\d{{1,2}}(?:st|nd|rd|th)) floor\b,? *(?=\w)", re.IGNORECASE)
_OF_COUNTRY = re.compile(r"^ *[a-z]{1,3}-(?=\d{4,5} *$)", re.IGNORECASE)

_WAYS = frozenset(
    """
    street st road rd lane ln avenue ave way drive close place square crescent terrace park estate village centre quay
    strasse straat rue calle via
    """.split()
)
"""Words for what many houses stand at: a street or a park without a number and a name of a house is no house."""
_CODE_OF_ONE_HOUSE = re.compile(r"[a-z]\d[\dw] ?[a-z\d]{4}", re.IGNORECASE)
"""Codes that every house has for itself, as in Ireland."""


def _names_no_house(street: str, code: str | None) -> bool:
    """Whether an address says only a street or a park of many houses: `Main Street`, `Business Park`."""
    parts = [one for one in map(words, street.split(",")) if one]
    many = all(one[-1] in _WAYS or one[0] in _WAYS for one in parts)
    return many and not any(map(str.isdigit, street)) and not _CODE_OF_ONE_HOUSE.fullmatch((code or "").strip())


def houses_of(address: Address) -> tuple[str, ...]:
    """Return the house of an address with a postal code by its number and by its name, whatever else the address says."""
    from fairaudit.analysis.names.streets import place_of, read_address

    street, code = _street(address), _code(address)
    if not code:
        return ()
    read = read_address(f"{street}, {code}")
    parts = map(_without_room, map(words, street.split(",")))
    named = [one for one in parts if len(one) > 1 and one[-1] in _NAMED]
    numbered = [place_of(read)] if read.number and read.street and read.code else []
    return (*numbered, *(f"{' '.join(one)} {letters(code)}" for one in named))


def _without_room(part: tuple[str, ...]) -> tuple[str, ...]:
    """Return a part of an address without the room it begins with: `Suite 2 Harbour House` is in `Harbour House`."""
    if len(part) > 2 and part[0] in _ROOMS and _is_room(part[1:2]):
        return part[2:]
    return part[2:] if len(part) > 2 and part[1] == "floor" and _STOREY.fullmatch(part[0]) else part


def _street(address: Address) -> str:
    # `Unit 4, Quay Road` and `Unit 4 Quay Road` are one place, and so are `71 - 75 Quay Road` and `71-75 Quay Road`.
    return _SPAN.sub(r"\1-\2", _AFTER_ROOM.sub(r"\1 ", _written_out(address.street_address or "")))


def _written_out(street: str) -> str:
    """Return a street with what is often cut short written out, and floors counted: `GF` is the ground floor."""
    for short, full in _SHORT:
        street = short.sub(full, street)
    return _FLOOR.sub(lambda found: f"{_COUNTED.get(found[1].lower(), found[1])} floor, ", street)


def _code(address: Address) -> str | None:
    """Return the postal code of an address without the letter of its country: `D-10115`."""
    return _OF_COUNTRY.sub("", address.postal_code) if address.postal_code else address.postal_code


def rooms_of(street: str) -> list[str]:
    """Return the rooms and floors that an address names, in one order."""
    said = words(_written_out(street))
    floors = [one for one, after in pairwise(said) if after == "floor" and _STOREY.fullmatch(one)]
    rooms = [after for one, after in pairwise(said) if one in _ROOMS and not (floors and one == "floor")]
    return sorted((*rooms, *floors))


def place_written(address: Address) -> str:
    """Return an address in one writing: house, street, postal code and rooms where it can be read so, else its letters.

    Empty where too little is said: no street, neither code nor town, only that it stands elsewhere, or a street of many houses.
    """
    from fairaudit.analysis.names.streets import place_of, read_address

    street, code, town = _street(address), _code(address), letters(address.locality)
    if says_nothing(street) or not (code or town) or _names_no_house(street, code):
        return ""
    street = _in_one_order(street)
    read = read_address(f"{street}, {code or address.locality}")
    if read.number and read.street and (read.code if code else not read.code):
        return " ".join((place_of(read) if code else f"{read.number} {read.street} {town}", *rooms_of(street)))
    return f"{letters(street)} {letters(code) or town}"


def _in_one_order(street: str) -> str:
    """Return an address without a number of a house with its rooms first: `Harbour Park, Unit 4` is `Unit 4 Harbour Park`."""
    rooms: list[str] = []
    rest: list[str] = []
    for part in map(words, street.split(",")):
        while part[:1] and part[0] in _ROOMS and _is_room(part[1:2]):
            rooms.append(" ".join(part[:2]))
            part = part[2:]
        while part[-2:-1] and part[-2] in _ROOMS and _is_room(part[-1:]):
            rooms.append(" ".join(part[-2:]))
            part = part[:-2]
        rest.append(" ".join(part))
    return street if any(map(str.isdigit, "".join(rest))) else " ".join((*sorted(rooms), *sorted(filter(None, rest))))


def _is_room(said: tuple[str, ...]) -> bool:
    return bool(said) and (len(said[0]) == 1 or any(map(str.isdigit, said[0])))


def letters(text: str | None) -> str:
    """Return only the letters and digits of a text, in small."""
    return "".join(one for one in (text or "").lower() if one.isalnum())
