"""Countries as notices write them; only what can mean one country and nothing else.

A name must never pass for a code: the first two letters of Denmark are Germany, those of Germany are Georgia.
"""

from __future__ import annotations

import re

_CODE = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?\Z")
_NAMES = {
    "united kingdom": "GB", "united kingdom of great britain and northern ireland": "GB", "great britain": "GB",
    "uk": "GB", "gbr": "GB", "england": "GB-ENG", "scotland": "GB-SCT", "wales": "GB-WLS",
    "northern ireland": "GB-NIR", "ireland": "IE", "france": "FR", "germany": "DE", "deutschland": "DE",
    "netherlands": "NL", "belgium": "BE", "luxembourg": "LU", "austria": "AT", "italy": "IT", "spain": "ES",
    "portugal": "PT", "poland": "PL", "czechia": "CZ",
    "czech republic": "CZ", "slovakia": "SK", "hungary": "HU", "slovenia": "SI", "croatia": "HR", "romania": "RO",
    "bulgaria": "BG", "greece": "GR", "cyprus": "CY", "malta": "MT", "sweden": "SE", "finland": "FI", "denmark": "DK",
    "norway": "NO", "estonia": "EE", "latvia": "LV", "lithuania": "LT", "switzerland": "CH", "ukraine": "UA",
    "moldova": "MD", "paraguay": "PY", "uruguay": "UY", "colombia": "CO", "mexico": "MX", "méxico": "MX", "chile": "CL",
    "india": "IN", "japan": "JP", "south africa": "ZA", "nigeria": "NG", "kenya": "KE", "canada": "CA",
}  # fmt: skip


def country_code(words: str) -> str | None:
    """Return the ISO 3166 code of a country given by code or name, or `None` where it is not sure."""
    plain = words.strip()
    if plain == "UK":
        return "GB"
    return plain if _CODE.match(plain) else _NAMES.get(plain.casefold())
