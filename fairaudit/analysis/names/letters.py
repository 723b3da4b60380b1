"""Letters of Latin, Cyrillic and Greek writing as plain Latin ones, and what is only another way of writing one word.

Sources of the tables: ICAO Doc 9303, part 3, section 6 (Latin and Cyrillic as machines print them in passports); for Russian
and Serbian, Macedonian and Belarusian the customary romanisations of BGN/PCGN; for Ukrainian Resolution 55 of the Cabinet of
Ministers of 27 January 2010; for Bulgarian the Transliteration Act of 2009; for Greek ELOT 743 (ISO 843, type 2). Written
from knowledge of them, letter by letter; where a rule depends on the place of a letter in its word, the plain letter stands.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names.givenspellings import GIVEN_SPELLINGS

LATIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n",
    "ĸ": "k", "ŧ": "t", "ə": "a", "ɛ": "e", "ɔ": "o", "ƒ": "f",
}  # fmt: skip

_SHARED = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts",
    "ч": "ch", "ш": "sh",
}  # fmt: skip
_SERBIAN = {
    "ж": "z",
    "х": "h",
    "ц": "c",
    "ч": "c",
    "ш": "s",
    "ђ": "dj",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "ћ": "c",
    "џ": "dz",
}
CYRILLIC: dict[str, dict[str, str]] = {
    "ru": _SHARED | {"ё": "e", "й": "y", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya"},
    "uk": _SHARED
    | {
        "г": "h",
        "ґ": "g",
        "є": "ie",
        "и": "y",
        "і": "i",
        "ї": "i",
        "й": "i",
        "щ": "shch",
        "ь": "",
        "ю": "iu",
        "я": "ia",
    },
    "be": _SHARED
    | {"г": "h", "ё": "yo", "і": "i", "й": "y", "ў": "u", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya"},
    "bg": _SHARED | {"х": "h", "й": "y", "щ": "sht", "ъ": "a", "ь": "y", "ю": "yu", "я": "ya"},
    "sr": _SHARED | _SERBIAN,
    "mk": _SHARED | _SERBIAN | {"ѓ": "gj", "ќ": "kj", "ѕ": "dz"},
}
"""Each language's letters; `ь` and `ъ` that stand for no sound are dropped."""

GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
# Pairs that are one sound; the beginning of a word has the letter alone.
_GREEK_PAIRS = (("ου", "ou"), ("αυ", "av"), ("ευ", "ev"), ("ηυ", "iv"), ("γγ", "ng"), ("γξ", "nx"), ("γχ", "nch"))
_GREEK_STARTS = late_pattern(r"\bμπ")
_HARD = "θκξπσςτφχψ"
_GREEK_VOICELESS = late_pattern(f"([αεη])υ(?=[{_HARD}])")
_GREEK_SOUNDS = {"α": "af", "ε": "ef", "η": "if"}

_ONLY = (("uk", "їєґ"), ("sr", "ђћ"), ("mk", "ѓќѕ"), ("be", "ў"), ("ru", "ыэ"), ("sr", "јљњџ"))
_IS_CYRILLIC = late_pattern(r"[\u0400-\u04ff]")
_IS_GREEK = late_pattern(r"[\u0370-\u03ff]")


def plain(text: str) -> str:
    """Return a text in one case without accents; letters of other scripts keep their script."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKC", text).casefold()
    # `й` and `ї` are letters of their own: only their marks would be left of `и` and `і`.
    kept = folded.translate(_KEPT)
    bare = "".join(one for one in unicodedata.normalize("NFKD", kept) if not "\u0300" <= one <= "\u036f")
    whole = bare.translate(_AGAIN)
    return unicodedata.normalize("NFC", whole).translate(_LATIN)


_LATIN = str.maketrans(LATIN)
_OWN = "йїёўѓќ"
_KEPT = {ord(letter): chr(0xE000 + at) for at, letter in enumerate(_OWN)}
_AGAIN = {0xE000 + at: letter for at, letter in enumerate(_OWN)}
_BY_EAR = "ru by ear"
# Passports have `e` for `ё`, and people write what they hear: Petr and Pyotr.
_BY_LANGUAGE = {name: str.maketrans(table) for name, table in CYRILLIC.items()} | {
    _BY_EAR: str.maketrans(CYRILLIC["ru"] | {"ё": "yo"})
}
_GREEK = str.maketrans(GREEK)


def readings(text: str) -> tuple[str, ...]:
    """Return a plain text in Latin letters: one reading, or one for each language whose Cyrillic letters it may be."""
    if text.isascii():
        return (text,)
    if _IS_GREEK.search(text):
        text = _greek(text)
    if not _IS_CYRILLIC.search(text):
        return (text,)
    languages = _languages(text)
    if "ё" in text and "ru" in languages:
        languages = (*languages, _BY_EAR)
    found = [text.translate(_BY_LANGUAGE[one]) for one in languages]
    # A language that lacks one of the letters is not the one that is written.
    return tuple(dict.fromkeys(one for one in found if not _IS_CYRILLIC.search(one))) or (found[0],)


def _languages(text: str) -> tuple[str, ...]:
    for language, letters in _ONLY:
        if any(one in text for one in letters):
            return (language,)
    return ("uk", "be") if "і" in text else ("ru", "bg", "uk", "sr")


def _greek(text: str) -> str:
    found = _GREEK_STARTS.sub("b", text)
    found = _GREEK_VOICELESS.sub(lambda match: _GREEK_SOUNDS[match[1]], found)
    for pair, latin in _GREEK_PAIRS:
        found = found.replace(pair, latin)
    return found.translate(_GREEK)


# Ways of writing one sound; the first of them that stands at a place is replaced, longest first.
_SOUNDS = {
    "shch": "s", "szcz": "s", "sch": "s", "tsch": "h", "tch": "h", "cz": "c", "ch": "h", "kh": "h", "sh": "s", "sz": "s",
    "zh": "z", "ts": "c", "tz": "c", "ph": "f", "th": "t", "ck": "k", "x": "ks", "q": "k", "w": "v", "dj": "d", "gj": "j",
    "iy": "i", "yi": "i", "ij": "i", "ji": "i", "y": "i", "j": "i", "ae": "a", "oe": "o", "ue": "u", "ou": "u", "ie": "e",
    "gh": "g", "dz": "z",
}  # fmt: skip
_SOUND = late_pattern("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_TWICE = late_pattern(r"(.)\1+")


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return what a word has in common with its other spellings: `mueller` and `muller`, `yuliya` and `julia`.

    A heuristic for words of European languages; two different words may sound alike, so it never says that two are equal.
    """
    heard = _heard(word)
    return _GIVEN.get(heard, heard)


def _heard(word: str) -> str:
    return _TWICE.sub(r"\1", _SOUND.sub(lambda match: _SOUNDS[match[0]], word))


_GIVEN = {_heard(other): _heard(name) for name, others in GIVEN_SPELLINGS.items() for other in others}
