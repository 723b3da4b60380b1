"""Postal addresses as one line of text, read into what two of them can have in common."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from fairaudit.analysis.names.described import LONGEST
from fairaudit.analysis.names.letters import plain, readings
from fairaudit.analysis.names.streetslips import folded, slipped
from fairaudit.frozen import Frozen


class Piece(Frozen):
    """A piece of an address between commas, without a house number: its letters with words cut short, its words, its writings.

    Two pieces are one where a writing of both is: cut short, with `ü` and `å` in one letter, or as it is but for blanks.
    """

    letters: str
    words: tuple[str, ...]
    writings: frozenset[str]


class Address(Frozen):
    """House number, street, postal code, every piece of the text, the street among them, and flats.

    Street and pieces are written in small Latin letters without signs, the street without spaces; each is empty where it is
    not told.
    """

    number: str
    street: str
    code: str
    pieces: tuple[Piece, ...]
    flats: frozenset[str]


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

_FLAT = re.compile(r"\b(?:flat|unit|suite|apartment|apt|room|office)\b\.? ?(?:no\.? ?)?(\d+[a-z]?|[a-z])\b")

_ROOMS = frozenset({"flat", "unit", "suite", "apartment", "room", "office", "floor", "level"})
"""What is left of a piece that tells a room, and makes no place."""
_COUNTRIES = frozenset(
    """
    england scotland wales northernireland unitedkingdom greatbritain ireland france germany deutschland switzerland schweiz
    suisse austria osterreich italy italia spain espana portugal netherlands nederland belgium belgie belgique luxembourg poland
    polska sweden sverige norway norge denmark danmark finland australia newzealand canada unitedstates czechia greece romania
    """.split()
)
"""Names of countries in plain letters; two towns are not one for lying in one country."""


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
    worded = (_words(_NUMBER.sub(" ", one, count=1)) for one in pieces[:8])
    return Address(
        found[1] if found else "",
        _spelled(_words(_NUMBER.sub(" ", street, count=1))),
        re.sub(r"\W", "", code[0]) if code else "",
        tuple(one for one in map(_piece, worded) if len(one.letters) > 3 and one.letters not in _ROOMS),
        frozenset(_FLAT.findall(text)),
    )


def _piece(words: tuple[str, ...]) -> Piece:
    letters = _spelled(words)
    return Piece(letters, words, frozenset((letters, folded(letters), "".join(words))))


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.sub(r"[^\w]|_", " ", text.replace("'", "").replace("’", "")).split())


def _spelled(words: tuple[str, ...]) -> str:
    # Streets of German and Dutch towns are one word, and their end is often cut short.
    return "".join(_PLACES.sub("pl", _ENDS.sub("str", _SHORT.get(one, one))) for one in words)


def place_of(address: Address) -> str:
    """Return a house in one line, to count how many share it."""
    return f"{address.number} {address.street} {address.code}" if address.street else ""


HOUSE, SLIPPED, STREET, CODE = 4, 3, 2, 1
"""What two addresses share: one house, one house but for a letter or two, one street, one postal code; nothing is 0."""


def shared(one: Address, other: Address) -> int:
    """Return what two addresses share. A street is only the same one in the same town or postal code."""
    same_code = bool(one.code) and one.code == other.code
    same_number = bool(one.number) and one.number == other.number
    if not (same_code and not one.code[-1].isdigit()) and _towns_apart(one, other):
        # A postal code of figures alone is of many villages, each with its own `Dorfstraße`.
        return CODE if same_code else 0
    found = [pair for pair in product(one.pieces, other.pieces) if _alike(*pair)]
    streets = [pair for pair in found if _street(one, other, pair)]
    placed = same_code or min(len({pair[side] for pair in found}) for side in (0, 1)) > 1
    if same_number and placed and any(_same(*pair) for pair in streets):
        # Two flats of one house are two homes.
        return STREET if one.flats and other.flats and one.flats.isdisjoint(other.flats) else HOUSE
    if same_number and _slipped(one, other):
        return SLIPPED
    if placed and streets:
        return STREET
    return CODE if same_code else 0


def _towns_apart(one: Address, other: Address) -> bool:
    """Whether each tells a town, and the two are not one: of nothing else, which may be a house's name, or of one county.

    What alone both have in common, and tell last, is where both towns lie: `Bath, Somerset` and `Wells, Somerset`.
    """
    towns, others = _towns(one), _towns(other)
    if len(towns) == len(others) == 1:
        return not _one_town(towns[0], others[0])
    if min(len(towns), len(others)) < 2 or (one.code and other.code and OSA.distance(one.code, other.code) <= 1):
        return False
    within = not any(_one_town(*pair) for pair in (*product(towns[:-1], others), *product(towns[-1:], others[:-1])))
    return within and _one_town(towns[-1], others[-1])


def _towns(address: Address) -> tuple[Piece, ...]:
    """Return what stands behind the street, or before where nothing does, but for the country."""
    at = next((at for at, piece in enumerate(address.pieces) if piece.letters == address.street), None)
    if at is None:
        return ()
    placed = address.pieces[at + 1 :] or address.pieces[:at]
    return tuple(one for one in placed if one.letters not in _COUNTRIES)


def _one_town(one: Piece, other: Piece) -> bool:
    """Whether two towns may be one, with a slip, or with its quarter: `Berlin-Mitte`."""
    fewer, more = sorted((set(one.words), set(other.words)), key=len)
    if _alike(one, other) or fewer <= more:
        return True
    return one.letters[0] == other.letters[0] and OSA.distance(one.letters, other.letters, score_cutoff=1) <= 1


def _street(one: Address, other: Address, pair: tuple[Piece, Piece]) -> bool:
    return pair[0].letters == one.street or pair[1].letters == other.street


def _same(one: Piece, other: Piece) -> bool:
    """Whether two streets or towns are one but for words cut short, for blanks and for how `ü` or `å` is written."""
    return not one.writings.isdisjoint(other.writings)


def _alike(one: Piece, other: Piece) -> bool:
    """Whether two streets or towns are one, written otherwise; a heuristic that lets one letter in eight differ."""
    if _same(one, other):
        return True
    lengths = len(one.letters), len(other.letters)
    return min(lengths) > 5 and abs(lengths[0] - lengths[1]) < 4 and fuzz.ratio(one.letters, other.letters) >= 87.5


def _slipped(one: Address, other: Address) -> bool:
    """Whether two houses of one number may be one, with a slip in the street: flats agree where both have one, and the place."""
    if one.flats and other.flats and one.flats != other.flats:
        return False
    streets = (pair for pair in product(one.pieces, other.pieces) if _street(one, other, pair))
    return _in_one_place(one, other) and any(slipped(first.words, second.words) for first, second in streets)


def _in_one_place(one: Address, other: Address) -> bool:
    """Whether the postal code agrees, or all that one says beside the street, and no code contradicts by more than a slip."""
    if one.code and one.code == other.code:
        return True
    if one.code and other.code and OSA.distance(one.code, other.code, score_cutoff=1) > 1:
        return False
    towns = [tuple(piece for piece in each.pieces if piece.letters != each.street) for each in (one, other)]
    found = [pair for pair in product(*towns) if _alike(*pair)]
    least = min(map(len, towns))
    return least > 0 and all(len({pair[side] for pair in found}) >= least for side in (0, 1))
