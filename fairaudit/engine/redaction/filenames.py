"""Names of people and firms in the names of files and folders, where words run on: `tarrabois2026.csv`, `quobelofficers.csv`.

What a file is called is judged more strictly than a text: a name is found within a word, whatever stands beside it. Words that
files are commonly called by stay, and a short name counts only where nothing but such words and figures stand beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from fairaudit.analysis.names.letters import plain
from fairaudit.analysis.replacing import WORD, Names
from fairaudit.engine.redaction.ordinarywords import EVERYDAY
from fairaudit.engine.redaction.registernames import WORDS_OF_REGISTERS
from fairaudit.engine.redaction.withholding import model_words

_SIGN = r"[^\s/\\\"`<>:;,|…\x00-\x1f]"
_ENDINGS = (
    "csv|tsv|tab|xlsx?|xlsm|xlsb|ods|jsonl?|ya?ml|pdf|docx?|odt|rtf|txt|md|html?|xml|zip|gz|png|jpe?g|svg|msg|eml|pptx?"
)
_FILE = re.compile(rf".*(?:[/\\]|\.(?:{_ENDINGS}))", re.IGNORECASE | re.DOTALL)
_PATH = re.compile(
    rf"(?<!{_SIGN})(?:(?:{_SIGN}{{0,200}}[/\\])*{_SIGN}{{1,200}}\.(?:{_ENDINGS})\b|(?:{_SIGN}{{0,200}}[/\\])+{_SIGN}{{0,200}})",
    re.IGNORECASE,
)
"""What may be called as a file is, or be a way to a folder."""
_PARTS = re.compile(r"([/\\])")
_HELD = re.compile("\ue002(\\d+)\ue003")
_LABEL = re.compile(r"\[([^\[\]]*)\]")
_BY_NAME = ("Person", "Organisation", "Contact", "Incumbent", "Supplier", "Relative", "Unlisted")
_OF_PEOPLE = ("Person", "Contact", "Relative")
_OF_FILES = frozenset(
    """
    and annex appendix backup bidders bio bros brothers by case cases clean coi companies contract contracts copies cv cvs
    declaration declarations director directors doctor dr draft enquiries events export exports family figures final firms
    folder for form forms from gift gifts husband id import interest interests latest letter letters linkedin log logs minutes
    mr mrs ms new note notes of officer old original owner panel parties party people person prices prof professor profile
    redacted report reports result results revised roles scan scans score scorecard scores scoring section sections shareholder
    shareholders sheet sheets signed sister staff summary supplier suppliers table tables team temp tender tenders test text the
    tmp update updated version wife workbook
    """.split()
)
"""Words that files are called by beside those of registers and of the model, and titles; common knowledge, no list of others."""
_SHORTEST = 2
_LONG = 5
"""Letters of a name that is found within a word; fewer stand in many words, as `ice` does in `officers`."""
_WORD = 3
"""Letters of a word, or a name, that may stand beside another without anything between."""
_LONGEST = 80


class _Span(NamedTuple):
    """Where a name stands, and its labels."""

    start: int
    end: int
    labels: tuple[str, ...]


class FileNames:
    """The names of a case as they may stand in what files are called; `known` are its own files and folders."""

    def __init__(self, names: Names, known: Iterable[str]) -> None:
        self.names = names
        self.known = frozenset(part for one in known for part in (one, *_PARTS.split(one)[::2]) if part)
        self.common = WORDS_OF_REGISTERS | model_words() | _OF_FILES
        self.words = self.common.union(names.ordinary, EVERYDAY)
        self.forms: dict[str, tuple[str, ...]] = {}
        self.short: dict[str, tuple[str, ...]] = {}
        """Initials, and a name in short with one: no part of a longer word."""
        for keys, form in names.forms.items():
            labels = tuple(one for one in form.labels if one.startswith(_BY_NAME))
            if labels and not form.ordinary:
                _put(self.forms, "".join(map(plain, keys)), labels)
            people = tuple(one for one in labels if one.startswith(_OF_PEOPLE))
            if people and keys in names.whole and len(keys) > 1 and all(one.isalpha() for one in keys):
                for one in _in_short([plain(key) for key in keys]):
                    _put(self.short, one, people)
        self.labels: dict[str, int] = {}
        self.shown: dict[str, str] = {}

    def held(self, text: str) -> str:
        """Return a text with a sign for each name in what a file or a folder of it is called."""
        if text in self.known:
            return self._path(text)
        return _PATH.sub(lambda match: self._path(match[0]), text) if re.search(r"[./\\]", text) else text

    def given_back(self, text: str) -> str:
        """Return a text with a label in place of each sign."""
        labels = list(self.labels)
        return _HELD.sub(lambda match: f"[{labels[int(match[1])]}]", text)

    def _path(self, path: str) -> str:
        """Return a way to a file, or to a folder of the case; what else has a stroke in it is a text, and stays."""
        parts = _PARTS.split(path)
        if self._goes_whole(path) or not (_FILE.fullmatch(path) or self.known.intersection(parts)):
            return path
        return "".join(one if at % 2 else self._part(one) for at, one in enumerate(parts))

    def _part(self, part: str) -> str:
        if part not in self.shown:
            self.shown[part] = self._shown(part)
        return self.shown[part]

    def _shown(self, part: str) -> str:
        """Return a name of a file as it is where no more is in it than is found word by word anyway."""
        found = re.fullmatch(rf"(.+?)(\.(?:{_ENDINGS}))", part, re.IGNORECASE)
        stem, ending = (found[1], found[2]) if found else (part, "")
        if self._goes_whole(part) or self._goes_whole(stem):
            return part
        meant = unicodedata.normalize("NFC", unquote(stem))
        # With its ending: `FQ` alone are initials, which those of `FQ.csv` are not taken for.
        left = _LABEL.sub(" ", self.names.replaced(meant + ending)).removesuffix(ending)
        if not self._spans(left) and not (meant != stem and left != meant):
            return part
        spans = self._spans(meant)
        for one in reversed(spans):
            meant = meant[: one.start] + self._sign(one.labels) + meant[one.end :]
        return meant + ending

    def _goes_whole(self, text: str) -> bool:
        """Whether a text is a name as it is written; some are names only with a capital."""
        return self.names.knows(text) and self.names.replaced(text) != text

    def _sign(self, labels: tuple[str, ...]) -> str:
        at = self.labels.setdefault(self.names.label_for(labels), len(self.labels))
        return f"\ue002{at}\ue003"

    def _spans(self, stem: str) -> list[_Span]:
        """Return where names stand in what a file is called, those of one beside each other as one."""
        spans: list[_Span] = []
        for chunk in WORD.finditer(stem):
            for start, end, labels in self._of_chunk(chunk[0]):
                one = _Span(chunk.start() + start, chunk.start() + end, labels)
                last = spans[-1] if spans else None
                if last and last.labels == labels and not any(sign.isalnum() for sign in stem[last.end : one.start]):
                    spans[-1] = _Span(last.start, one.end, labels)
                else:
                    spans.append(one)
        letters = "".join(one for one in stem if one.isalpha())
        if not spans and plain(letters) in self.short and (letters.isupper() or plain(letters) not in self.words):
            places = [at for at, one in enumerate(stem) if one.isalpha()]
            return [_Span(places[0], places[-1] + 1, self.short[plain(letters)])]
        return spans

    def _of_chunk(self, chunk: str) -> Iterator[_Span]:
        """Yield the names in letters and figures that nothing stands between, with what else of a word they stand in."""
        places = [at for at, one in enumerate(chunk) for letter in plain(one) if letter.isalnum()]
        folded = "".join(letter for one in chunk for letter in plain(one) if letter.isalnum())
        if not folded or len(folded) > _LONGEST * 2:
            return
        spans = list(self._within(folded))
        for start, end in _pieces(chunk, places, folded):
            if all(end <= one.start or one.end <= start for one in spans):
                spans += self._of_piece(chunk[places[start] : places[end - 1] + 1], folded[start:end], start)
        for one in self._widened(folded, sorted(spans)):
            yield _Span(places[one.start], places[one.end - 1] + 1, one.labels)

    def _within(self, folded: str) -> Iterator[_Span]:
        """Yield the longer names that stand anywhere, but for those within an ordinary word: `Regis` in `register`."""
        runs = [
            (at, end) for at in range(len(folded)) for end in range(at + _LONG, min(len(folded), at + _LONGEST) + 1)
        ]
        words = [(at, end) for at, end in runs if folded[at:end] in self.words]
        done = 0
        for at, end in sorted(runs, key=lambda one: (one[0], -one[1])):
            labels = self.forms.get(folded[at:end]) if at >= done else None
            inside = labels and any(first <= at and end <= last and end - at < last - first for first, last in words)
            # Of `bidder10` the id `bidder1` is no part.
            cut = folded[end - 1].isdigit() and folded[end : end + 1].isdigit()
            if labels and not inside and not cut:
                yield _Span(at, end, labels)
                done = end

    def _of_piece(self, written: str, piece: str, start: int) -> list[_Span]:
        """Return a piece between figures, or a capital and the next, where it is a name, or names and ordinary words."""
        if piece.isdigit() or self._is_words(piece):
            return []
        known = _LABEL.fullmatch(self.names.replaced(written))
        labels = (known[1],) if known else self.forms.get(piece) or self.short.get(piece, ())
        if labels and len(piece) >= _WORD - bool(known):
            return [_Span(start, start + len(piece), labels)]
        parts = self._parted(piece, self.common)
        return [one._replace(start=start + one.start, end=start + one.end) for one in parts or [] if one.labels]

    def _parted(self, piece: str, words: frozenset[str]) -> list[_Span] | None:
        """Return a piece as names and such words without anything between; nothing where it is not made of them."""
        made: list[list[_Span] | None] = [[], *[None] * len(piece)]
        for end in range(_SHORTEST, len(piece) + 1):
            for start in range(end - _SHORTEST + 1):
                before, said = made[start], piece[start:end]
                if before is None or made[end] is not None:
                    continue
                labels = self._named(said)
                # Of two letters a title or the like may stand beside a name: `drholt`.
                if labels or said in (words if end - start >= _WORD else _OF_FILES):
                    made[end] = [*before, _Span(start, end, labels)]
        return made[-1]

    def _named(self, said: str) -> tuple[str, ...]:
        """Return whose name stands in letters alone, also with an s behind it; of two letters where no word is so written."""
        if len(said) < _WORD:
            return () if said in self.words else self.forms.get(said, ())
        ends = said[-1] == "s" and said not in self.words and len(said) > _WORD
        return self.forms.get(said) or (self.forms.get(said[:-1], ()) if ends else ())

    def _is_words(self, text: str) -> bool:
        parts = self._parted(text, self.words) if len(text) >= _WORD else None
        return not text or text in self.words or (parts is not None and not any(one.labels for one in parts))

    def _widened(self, folded: str, spans: list[_Span]) -> Iterator[_Span]:
        """Yield names with the letters beside them, unless those are ordinary words: an initial, a given name, a legal form."""
        last = 0
        for at, one in enumerate(spans):
            following = spans[at + 1].start if at + 1 < len(spans) else len(folded)
            first, end = one.start, one.end
            while first > last and folded[first - 1].isalpha():
                first -= 1
            while end < following and folded[end].isalpha():
                end += 1
            start = one.start if self._is_words(folded[first : one.start]) else first
            stop = one.end if self._is_words(folded[one.end : end]) else end
            yield _Span(start, stop, one.labels)
            last = stop


def _put(forms: dict[str, tuple[str, ...]], form: str, labels: tuple[str, ...]) -> None:
    forms[form] = tuple(dict.fromkeys((*forms.get(form, ()), *labels)))


def _in_short(keys: list[str]) -> Iterator[str]:
    """Yield a person's initials, and one word of the first and last with an initial of the other."""
    first, last = keys[0], keys[-1]
    yield "".join(one[0] for one in keys)
    yield from (first[0] + last, last + first[0], first + last[0], last[0] + first)
    initials = "".join(one[0] for one in keys[:-1])
    yield from (initials + last, last + initials)


def _pieces(chunk: str, places: list[int], folded: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of a word between figures and letters, and before a capital behind a small letter."""
    borders = [0]
    for at in range(1, len(folded)):
        before, here = chunk[places[at - 1]], chunk[places[at]]
        if places[at] != places[at - 1] and (
            before.isdigit() != here.isdigit() or (before.islower() and here.isupper())
        ):
            borders.append(at)
    yield from pairwise((*borders, len(folded)))
