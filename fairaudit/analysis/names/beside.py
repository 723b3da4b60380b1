"""What stands beside a name where people write whom a letter went to: a contact person, an e-mail address, another name."""

import re

from fairaudit.analysis.latepattern import late_pattern

_APART = late_pattern(r"\s*[;,:|()\[\]<>\n]+\s*|\s+[-–—]+\s+")
_JOINED = late_pattern(r"\s+(?:and|&)\s+|\s*[/+]\s*", re.IGNORECASE)
_WORD = r"[^\W\d_][\w'’-]+"
_PERSON = late_pattern(
    r"(?:(?i:fao|att|attn|attention|c/o)\.? )?"
    # Two words with capitals may say anything, `Not Sent`; an initial or a title is a person's.
    rf"(?:(?:(?i:mr|mrs|ms|miss|mx|dr|prof)\.? )(?:[A-Z]\.? ?)*{_WORD}|(?:[A-Z]\.? ?){{1,3}}(?=[A-Z]){_WORD}|{_WORD} [A-Z]\.?)"
)
_ADDRESS = late_pattern(r"\S+@\S+\.\S+")


def parts_of(text: str) -> tuple[str, ...]:
    """Return what signs keep apart in a cell: `Alder (J. Fox); Birch` holds `Alder`, `J. Fox` and `Birch`."""
    return tuple(one.strip() for one in _APART.split(text) if one.strip())


def joined_parts_of(text: str) -> tuple[str, ...]:
    """Return the names that `and` or a stroke joins: it may as well stand within one name, as in `Birch and Sons`."""
    return tuple(one.strip() for one in _JOINED.split(text) if one.strip())


def is_a_contact(text: str) -> bool:
    """Whether words are plainly a person's name, by an initial or a title, or an e-mail address: `J. Fox`, `Ms Fox`."""
    return _PERSON.fullmatch(" ".join(text.split())) is not None or _ADDRESS.fullmatch(text.strip()) is not None
