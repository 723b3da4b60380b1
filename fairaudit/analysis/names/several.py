"""Whether the cell for one person's name holds those of several: `Ana Pohl; Ben Kraus`, `Ana Pohl and Ben Kraus`."""

from __future__ import annotations

from fairaudit.analysis.latepattern import late_pattern

_BETWEEN = late_pattern(r"\s*[;\n|]\s*|\s+[/&+]\s*|\s*/\s+|\s+(?:and|und|et|og|och|en)\s+")
_WORDS = late_pattern(r"[^\W\d_][\w'’.\-]*")
_ID = late_pattern(r"[\w\-.]*\d[\w\-.]*")
_LONGEST = 400


def names_several(text: str) -> bool:
    """Whether what stands between such signs are names of two words each, or ids: `Pohl; Ana` and `Ortega y Gasset` are not.

    A name before its given names (`Pohl, Ana`) is one, and a comma therefore tells nothing.
    """
    if len(text) > _LONGEST:
        return False
    parts = [one for part in _BETWEEN.split(text) if (one := part.strip())]
    of_ids = ";" in text or "\n" in text
    whole = [one for one in parts if len(_WORDS.findall(one)) > 1 or (of_ids and _ID.fullmatch(one))]
    return len(whole) > 1
