"""Names out of a text: each is looked for word by word, however it is written, and its label put in its place.

Capitals, accents, hyphens, a possessive ending and what stands between the words of a name make no difference; with a capital,
neither do other letters, a Cyrillic ending or one slip, in a short word where it makes no word of every day. Takes time in step
with the length of a text, however many names are known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from fairaudit.analysis.names.initials import Initials
from fairaudit.analysis.names.letters import plain, sound
from fairaudit.analysis.names.spellings import known_as
from fairaudit.analysis.slips import SHORT, SHORTEST, Slips

# Combining marks belong to the letter before them.
WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u00ad\u200b-\u200d\u2060]*)+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060]")
"""Soft hyphens and what else stands between letters without being seen."""
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WIDEST_GAP = 3
_CLOSING = {"»": "«", "“": "„", "”": "“", "’": "‘"}
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
_CLOSE = re.compile(r"[\s,.\-]{1,2}\Z")
_MOST_NAMED = 3
_ENDED = re.compile(r"[.!?]\s+\Z|\n\s*\Z")
_OWN_STOP = re.compile(r"\.(?!\s+[^\W\d_a-z])")
"""The full stop of a name, which goes with it; before a capital it may end a sentence as well."""
_STOP_WITHIN = re.compile(r"\.(?=\s+[a-z(]|[,;:)]|\.(?!\.))")
"""One that ends no sentence, so that it is of a name that is known without: `Alder plc. is`."""
_LONGEST_WORD = 40
DONE_BY_PEOPLE = frozenset(
    ["and", "or", "said", "says", "told", "tells", "gave", "gives", "asked", "asks", "wrote", "writes", "scored", "scores",
     "works", "worked", "owns", "owned", "is", "was", "has", "had", "will", "may", "did", "does", "knows", "knew", "came", "went",
     "left", "sat", "took", "takes", "made", "makes", "met", "sent", "sends", "signed", "declared", "agreed", "led", "wants"]
)  # fmt: skip
"""What stands behind somebody's name and hardly behind a word that begins a sentence."""
_HYPHEN = re.compile(r"[-\u2010\u2011]\s{0,4}")
_SHORT_NAME = 4
"""Letters of a given name that is shortened; fewer are anybody's, and many abbreviations."""
_MONTHS = ("janu", "febr", "marc", "apri", "augu", "sept", "octo", "nove", "dece")
_SHORT_SOUND = 3
"""Letters of a word that sounds like too many others."""


@dataclass(slots=True)
class Form:
    """One way to write a name, and everything it may stand for."""

    labels: list[str]
    ordinary: bool
    written: set[str] = field(default_factory=set)
    """Ordinary words joined by hyphens, such as `bidder-b`: a name only as they were written."""


def word_keys(text: str) -> tuple[str, ...]:
    """Return the words of a text in the form in which they are compared."""
    return tuple(word_key(match[0]) for match in WORD.finditer(text))


class Names:
    """The names that are known, in every form, and what to put in their place.

    A form made of `ordinary` words alone is a name only where one of them has a capital: the surname Price must not blank
    every price, nor may April go from a date. `everyday` words are no slip of a short name: Winner is not Winter.
    """

    def __init__(self, ordinary: Collection[str] = frozenset(), everyday: Collection[str] = frozenset()) -> None:
        self.ordinary = ordinary
        self.everyday = everyday
        self.forms: dict[tuple[str, ...], Form] = {}
        self.longest: dict[str, int] = {}
        self.slips = Slips(SHORT)
        self.sounds: dict[str, tuple[str, ...]] = {}
        self.guessed: set[tuple[str, ...]] = set()
        self.initials = Initials(ordinary)
        self.whole: set[tuple[str, ...]] = set()
        """Forms that are no mere part of a longer name."""
        self.short: dict[str, list[str]] = {}
        """The first letters of given names, which name somebody with a full stop behind them: `Bened.`."""
        self.stopped: set[tuple[str, ...]] = set()
        """Names that end with a full stop of their own: `Alder Ltd.`."""
        self.unspaced: dict[str, str] = {}
        """Names in scripts that set no spaces between words."""

    def add(self, name: str | None, label: str, *, part: bool = False) -> None:
        """Let a label stand for a name as it is written, all its words together; for a `part` of one as for a whole."""
        name = (name or "").strip()
        keys = word_keys(name)
        if not keys or (len(keys) == 1 and self._says_nothing(keys[0])):
            return
        if not part:
            self.whole.add(keys)
        if name.endswith("."):
            self.stopped.add(keys)
        if _UNSPACED.search(name):
            self.unspaced.setdefault(name, label)
        form = self.forms.get(keys)
        if form is None:
            form = self.forms[keys] = Form([], all(self._is_ordinary(one) for one in keys))
            self.longest[keys[0]] = max(self.longest.get(keys[0], 0), len(keys))
            if len(keys) == 1 and not form.ordinary:
                self.slips.add(keys[0])
                if len(keys[0]) > _SHORT_SOUND:
                    self.sounds.setdefault(sound(plain(keys[0])), keys)
        if label not in form.labels:
            form.labels.append(label)
        if len(keys) > 1 and not re.search(r"\s", name):
            form.written.add(name)

    def guess(self, word: str, label: str) -> None:
        """Let a label stand for a word that may name somebody where it has a capital; a name that is known means only its own."""
        keys = word_keys(word)
        if len(keys) != 1 or self._says_nothing(keys[0]) or (keys in self.forms and keys not in self.guessed):
            return
        self.guessed.add(keys)
        form = self.forms.setdefault(keys, Form([], ordinary=True))
        self.longest.setdefault(keys[0], 1)
        if label not in form.labels:
            form.labels.append(label)

    def shorten(self, given: str, label: str) -> None:
        """Let a label stand for the first letters of a given name, where they have a capital and a full stop."""
        for key in word_keys(given):
            for length in range(_SHORT_NAME, len(key)):
                short = key[:length]
                if not self._is_ordinary(short) and not short.startswith(_MONTHS) and (short,) not in self.forms:
                    labels = self.short.setdefault(short, [])
                    labels += [label] if label not in labels else []

    def knows(self, name: str) -> bool:
        """Whether a name is known as it is written, whoever it means."""
        return word_keys(name) in self.forms

    def label_of(self, name: str | None) -> str | None:
        """Return the label a name has, where it stands for one thing alone."""
        form = self.forms.get(word_keys(name or ""))
        return form.labels[0] if form and len(form.labels) == 1 else None

    def label_for(self, labels: Iterable[str]) -> str:
        """Return what stands for several who are called alike."""
        return _label(Form(list(labels), ordinary=False))

    def replaced(self, text: str) -> str:
        """Return a text with every known name replaced, longest names first."""
        if self.unspaced:
            known = "|".join(sorted(map(re.escape, self.unspaced), key=lambda one: (-len(one), one)))
            text = re.sub(known, lambda match: f"[{self.unspaced[match[0]]}]", text)
        words = [(match.start(), match.end(), word_key(match[0])) for match in WORD.finditer(text)]
        parts: list[str] = []
        done, last, place = 0, ("", 0), 0
        while place < len(words):
            length, label, end = self._found(text, words, place)
            if not length:
                place += 1
                continue
            start, end = enclosed(text, words[place][0], end)
            alone = not start and end + 1 == len(text)  # All that was filled in is a name, and its stop.
            own = alone or tuple(key for _, _, key in words[place : place + length]) in self.stopped
            if (_OWN_STOP if own else _STOP_WITHIN).match(text, end):
                end += 1
            # Two names beside each other that mean the same person are one: Lee, Kim.
            if not (last == (label, 1) and length == 1 and _CLOSE.match(text[done:start])):
                parts += [text[done:start], f"[{label}]"]
            # A quotation that began in the name ends with it.
            quoted = end < len(text) and text[end] in _CLOSING and _CLOSING[text[end]] in text[start:end]
            done, last, place = end + quoted, (label, length), place + length
        hidden = "".join([*parts, text[done:]])
        return self.initials.replaced(hidden, lambda labels: f"[{_label(Form(labels, ordinary=False))}]")

    def _found(self, text: str, words: list[tuple[int, int, str]], place: int) -> tuple[int, str, int]:
        """Return how many words from a place on are a name, its label, and where it ends; no words where none is."""
        start, end, key = words[place]
        for length in range(min(self.longest.get(key, 0), len(words) - place), 0, -1):
            run = words[place : place + length]
            form = self.forms.get(tuple(one for _, _, one in run))
            if form and _together(run) and self._means(form, text, run):
                return length, _label(form), run[-1][1]
        # Moorcrofts, of Moorcroft: a plural, or a possessive without its apostrophe.
        if key.endswith("s") and len(key) > 3 and (form := self.forms.get((key[:-1],))) and not form.ordinary:
            return 1, _label(form), end - 1
        if broken := self._broken(text, words, place):
            return broken
        labels = self._otherwise(text[start:end], key)
        if not labels and text.startswith(".", end) and not text[start].islower():
            labels = self.short.get(key, [])
        return (1, _label(Form(labels, ordinary=False)), end) if labels else (0, "", start)

    def _broken(self, text: str, words: list[tuple[int, int, str]], place: int) -> tuple[int, str, int] | None:
        """Return a name that a hyphen at the end of a line, or one left there, breaks in two: `Myer-scough`."""
        if place + 1 == len(words) or not _HYPHEN.fullmatch(text[words[place][1] : words[place + 1][0]]):
            return None
        form = self.forms.get((words[place][2] + words[place + 1][2],))
        return (2, _label(form), words[place + 1][1]) if form and not form.ordinary else None

    def _otherwise(self, word: str, key: str) -> list[str]:
        """Return the labels of a word with a capital that is a known name in other letters, in another case or with a slip."""
        if word.islower() or self._is_ordinary(key):
            return []
        for one in known_as(word):
            keys = (word_key(one),)
            if form := self.forms.get(keys if keys in self.forms else self.sounds.get(sound(one), keys)):
                return form.labels
        known = self.slips.like(key)
        meant = [one for one in known if len(one) >= SHORTEST or key not in self.everyday]
        return list(dict.fromkeys(label for one in meant for label in self.forms[(one,)].labels))

    def _means(self, form: Form, text: str, run: list[tuple[int, int, str]]) -> bool:
        if not form.ordinary:
            return True
        if text[run[0][0] : run[-1][1]] in form.written:
            return True
        if len(run) == 1 and (_in_a_date(text, run[0]) or ((run[0][2],) not in self.whole and _begins(text, run[0]))):
            return False
        return text.startswith("@", run[-1][1]) or any(not text[start].islower() for start, _, _ in run)

    def _is_ordinary(self, key: str) -> bool:
        return self._says_nothing(key) or key in self.ordinary

    @staticmethod
    def _says_nothing(key: str) -> bool:
        """Whether a word alone names nobody: one letter, or a number that may be any."""
        return (len(key) == 1 and key.isascii()) or (key.isdigit() and len(key) < 5)


def word_key(word: str) -> str:
    """Return a word in the form in which it is compared."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", _UNSEEN.sub("", word))
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()


def enclosed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a found text begins and ends with the bracket, if any, whose other half stands between its words.

    Words alone are compared, so of `Alder (J. Fox)` the last bracket would be left behind.
    """
    for opening, closing in _BRACKETS:
        found = text[start:end]
        if found.count(opening) > found.count(closing):
            end += next((len(one) for one in (closing, f".{closing}") if text.startswith(one, end)), 0)
        elif found.count(opening) < found.count(closing) and text[:start].endswith(opening):
            start -= 1
    return start, end


def _together(run: list[tuple[int, int, str]]) -> bool:
    return all(after[0] - before[1] <= _WIDEST_GAP for before, after in pairwise(run))


def _in_a_date(text: str, word: tuple[int, int, str]) -> bool:
    """Whether a number stands right before or behind a word, as in 30 May 2026."""
    start, end, _ = word
    return bool(
        re.search(r"\d[\s,.]?\Z", text[max(start - 2, 0) : start]) or re.match(r"[\s,.]?\d", text[end : end + 2])
    )


def _begins(text: str, word: tuple[int, int, str]) -> bool:
    """Whether an ordinary word begins a sentence that goes on in small letters, and does not tell what somebody did."""
    start, end, _ = word
    going_on = re.match(r"[^\S\n]([^\W\d_]+)", text[end : end + _LONGEST_WORD])
    after = going_on[1] if going_on else ""
    begins = _ENDED.search(text[max(0, start - 3) : start]) is not None or not text[:start].strip()
    return begins and after.islower() and after not in DONE_BY_PEOPLE


def _label(form: Form) -> str:
    if len(form.labels) > _MOST_NAMED:
        return f"one of {len(form.labels)} named alike"
    return " or ".join(form.labels)
