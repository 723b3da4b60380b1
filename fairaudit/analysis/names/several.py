"""Whether the cell for one person's name holds those of several: `Ana Pohl; Ben Kraus`, `Ana Pohl and Ben Kraus`."""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names.exact import organisation_name

_BETWEEN = late_pattern(r"\s*[;\n|]\s*|\s+[/&+]\s*|\s*/\s+|\s+(?:and|und|et|og|och|en)\s+")
_OF_BODIES = frozenset({
    "of", "for", "the", "trust", "trusts", "trustees", "foundation", "fund", "funds", "estate", "family", "partners", "council",
    "ministry", "department", "university", "college", "hospital", "hospitals", "services", "solutions", "holdings", "group",
    "company", "sons", "associates", "bank", "nominees",
})  # fmt: skip
"""Words of bodies, and of no two people, where `and` stands between."""
_NOBLE = late_pattern(r"(?i)\bvon und zu\b")
"""What joins no two people: `Otto von und zu Kraus` is one."""
_WORDS = late_pattern(r"[^\W\d_][\w'’.\-]*")
_ID = late_pattern(r"[\w\-.]*\d[\w\-.]*")
_LONGEST = 400


def names_several(text: str) -> bool:
    """Whether what stands between such signs are names of two words each, or ids: `Pohl; Ana` and `Ortega y Gasset` are not.

    A name before its given names (`Pohl, Ana`) is one, and a comma therefore tells nothing.
    """
    if len(text) > _LONGEST or not _BETWEEN.search(text):
        return False
    listed = any(sign in text for sign in ";\n|")
    # `Ana Brill and Tom Crane Ltd` is one firm, and `Ministry of Public Works and Social Care` one body.
    if not listed and (organisation_name(text).form or _OF_BODIES & set(text.casefold().split())):
        return False
    text = _NOBLE.sub(" ", text)
    parts = [one for part in _BETWEEN.split(text) if (one := part.strip())]
    of_ids = ";" in text or "\n" in text
    whole = [one for one in parts if len(_WORDS.findall(one)) > 1 or (of_ids and _ID.fullmatch(one))]
    return len(whole) > 1
