"""Postal addresses as one line of text, read into what two of them can have in common."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from fairaudit.analysis.names.described import LONGEST
from fairaudit.analysis.names.letters import plain, readings
from fairaudit.frozen import Frozen


class Address(Frozen):
    """House number, street, postal code, and every piece of the text between commas, the street among them.

    Street and pieces are written in small Latin letters without spaces and signs; each is empty where it is not told.
    """

    number: str
    street: str
    code: str
    pieces: tuple[str, ...]


_SHORT = {
    "street": "st", "strasse": "str", "straat": "str", "road": "rd", "avenue": "av", "ave": "av", "avenida": "av", "lane": "ln",
    "place": "pl", "square": "sq", "court": "ct", "drive": "dr", "crescent": "cres", "boulevard": "bd", "blvd": "bd",
    "terrace": "tce", "close": "cl", "gardens": "gdns", "calle": "c", "parade": "pde", "circuit": "cct", "highway": "hwy",
    "ulitsa": "ul", "ulica": "ul", "plaza": "pl", "piazza": "pl", "grove": "gr", "park": "pk", "rue": "r",
    "yard": "yd", "house": "hse", "building": "bldg", "buildings": "bldgs", "industrial": "ind", "estate": "est",
    "trading": "trdg", "center": "ctr", "centre": "ctr", "cottages": "cotts", "mansions": "mans", "mount": "mt", "saint": "st",
    "heights": "hts", "junction": "jct", "parkway": "pkwy", "platz": "pl", "pza": "pl", "plza": "pl", "allee": "al",
    "chaussee": "chee", "route": "rte", "chemin": "ch", "faubourg": "fbg", "impasse": "imp", "residence": "res",
    "batiment": "bat", "viale": "vle", "corso": "cso", "vicolo": "vic", "piazzale": "ple", "avda": "av", "avd": "av",
    "carretera": "ctra", "paseo": "pso", "poligono": "pol", "urbanizacion": "urb", "travesia": "trv",
    # Written out, since what is left of a short name would be too little to compare.
    "v": "via", "n": "north", "s": "south", "e": "east", "w": "west",
}  # fmt: skip
_ENDS = re.compile(r"(?:strasse|straat)$")
_PLACES = re.compile(r"(?<=\w)platz$")
_CODES = re.compile(
    r"\b([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|\d{4} ?[a-z]{2}(?=$|[\s,])|\d{2}-\d{3}|\d{3} \d{2}|(?:[a-z]{1,2}-)?\d{4,6})\b"
)
_NUMBER = re.compile(r"(?<![\w/-])(\d{1,4}(?:[/-]\d{1,4})?[a-d]?)(?![\w/])")
_ROOM = re.compile(r"\b(?:flat|unit|suite|apartment|apt|room|floor|level|no|nr)\b\.? ?(?=\d)")


@lru_cache(maxsize=8192)
def read_address(text: str) -> Address:
    """Return an address read by its commas or lines; the piece with a house number is the street, else the first."""
    text = readings(plain(text[:LONGEST]))[0].replace("str.", "str ")
    # A number at the beginning may be a house's.
    codes = [match for match in _CODES.finditer(text) if match.start() or match.end() == len(text) or " " not in text]
    code = codes[-1] if codes else None
    if code is not None:
        text = f"{text[: code.start()]} , {text[code.end() :]}"
    pieces = [one for one in re.split(r"[,;\n]+", text) if one.strip()]
    numbered = next((one for one in pieces if _NUMBER.search(one) and not _ROOM.search(one)), None)
    numbered = numbered or next((one for one in pieces if _NUMBER.search(one)), None)
    # `4, Mill Lane`: the number stands in a piece of its own.
    if numbered is not None and not re.search(r"[^\W\d]{2}", numbered):
        at = pieces.index(numbered)
        pieces[at : at + 2] = [numbered := " ".join(pieces[at : at + 2])]
    street = numbered or (pieces[0] if pieces else "")
    found = _NUMBER.search(street)
    spelled = tuple(_spelled(_NUMBER.sub(" ", one, count=1)) for one in pieces[:8])
    return Address(
        found[1] if found else "",
        _spelled(_NUMBER.sub(" ", street, count=1)),
        re.sub(r"\W", "", code[0]) if code else "",
        tuple(one for one in spelled if len(one) > 3),
    )


def _spelled(text: str) -> str:
    found = re.sub(r"[^\w]|_", " ", text.replace("'", "").replace("’", "")).split()
    # Streets of German and Dutch towns are one word, and their end is often cut short.
    return "".join(_PLACES.sub("pl", _ENDS.sub("str", _SHORT.get(one, one))) for one in found)


def place_of(address: Address) -> str:
    """Return a house in one line, to count how many share it."""
    return f"{address.number} {address.street} {address.code}" if address.street else ""


HOUSE, STREET, CODE = 3, 2, 1
"""What two addresses share: one house, one street, one postal code; nothing is 0."""


def shared(one: Address, other: Address) -> int:
    """Return what two addresses share. A street is only the same one in the same town or postal code."""
    same_code = bool(one.code) and one.code == other.code
    found = [(first, second) for first in one.pieces for second in other.pieces if _alike(first, second)]
    street = any(first == one.street or second == other.street for first, second in found)
    if street and (same_code or min(len({pair[side] for pair in found}) for side in (0, 1)) > 1):
        return HOUSE if one.number and one.number == other.number else STREET
    return CODE if same_code else 0


def _alike(one: str, other: str) -> bool:
    """Whether two streets or towns are one, written otherwise; a heuristic that lets one letter in eight differ."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    return shorter > 5 and abs(len(one) - len(other)) < 4 and fuzz.ratio(one, other) >= 87.5
