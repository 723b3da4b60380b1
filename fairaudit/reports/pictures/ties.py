"""Picture 8: people with influence on the left, bidders on the right, and between them what ties the ones to the others.

A tie that nobody declared is dashed and thick with a triangle, and stands under the name of the person; one that was declared and
not acted on has a square. A tie that is too remote to flag is thin and dotted. One that a name or an address alone tells has an
open sign on a dotted line, for it proves nothing. No line crosses what is written: each has a height of its own in the middle,
where what a tie is stands on the line that has nothing between, as long as there is room for all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from fairaudit.frozen import Frozen
from fairaudit.reports.pictures.canvas import BLUE, GREY, INK, ORANGE, PURPLE, TALLEST, WIDTH, Sheet
from fairaudit.reports.pictures.drawing import Drawing, left_out
from fairaudit.reports.pictures.letters import BOLDER, SMALL, plain, width_of, wrapped
from fairaudit.reports.pictures.values import Cell, Tables, records, told
from fairaudit.reports.wording import counted

_UNDECLARED, _IGNORED, _UNKNOWN = "not declared", "declared, and worked on the bid", "not known whether declared"
_REMOTE = "too remote to flag"


class _Look(Frozen):
    """How ties of a kind are drawn: their rank, colour, width, dash, the mark at their middle, and the word beside it."""

    rank: int
    colour: str
    width: float
    dash: str
    mark: int
    word: str
    legend: str


_LOOKS = {
    _UNDECLARED: _Look(0, ORANGE, 3, "9 5", 2, "not declared", "not declared"),
    _IGNORED: _Look(1, PURPLE, 3, "", 1, "declared, still scored", "declared, and worked on the bid all the same"),
    _UNKNOWN: _Look(2, INK, 1.5, "6 3 2 3", 4, "declared?", "not known whether declared"),
    "declared": _Look(3, BLUE, 1.5, "", 0, "", "declared"),
    "declared, and kept apart": _Look(4, BLUE, 1.5, "", 3, "", "declared, and kept apart from the bid"),
    _REMOTE: _Look(5, GREY, 1.2, "1.5 4", -1, "", "too remote to flag"),
}
"""By what is known of how they were declared, the gravest first: shape, dash and word say it as well as the colour."""
_OTHER = _LOOKS["declared"]
_DOUBTS = {
    "a name only": ("name only", "only a name agrees"),
    "a name or address only": ("perhaps", "only a name or an address agrees"),
    "records that may be of one person": ("perhaps", "if both are one person"),
}
"""By what is known of whom a record means, the words under a name, and those on its line."""
_NAMED = frozenset({"a name only", "a name or address only"})
_NAMED_DASH, _NAMED_SAID = "2 4", "only a name or an address agrees"
"""How the line of a tie that a name or an address alone tells is drawn, whatever its colour, and what the legend says of it."""
_LEFT, _MIDDLE, _RIGHT = 190.0, WIDTH / 2, WIDTH - 190.0
_NAMES, _HALF_BOX, _TOP = 180.0, 92.0, 44.0
_ROW, _LINE, _BARE, _WORDS = 32.0, 14.0, 15.0, 13.0
"""The height of a person or bidder, of a name within what is between, of a bare line, and of a line of small words."""
_PARTS, _CLEAR = (0.5, 0.35, 0.65, 0.22, 0.78), 12.0
"""Where on its line a mark may stand, the best first, and how far from other lines is far enough."""
_BESIDE = 6.0
"""How far apart two ties are that lead through the same names."""
_ROOM = TALLEST - _TOP - 100
_MOST_NAMES = 4
_BOLD = _NAMES / BOLDER
_IN_THE_TABLE = "What each tie is, the table tells."
_BETWEEN = 2 * _HALF_BOX - 8


class _Tie(Frozen):
    person: str
    words: str
    through: tuple[str, ...]
    bidder: str
    look: _Look
    doubt: tuple[str, str]
    named: bool = False
    """Whether a name or an address alone tells of it."""
    nth: int = 0
    """Which it is of the ties of the same two with the same names between: each has a line of its own."""
    lines: tuple[str, ...] = ()
    """What stands on its line, where nothing is between and there is room."""

    @property
    def said(self) -> str:
        """The tie in words, for whoever rests a pointer on its line."""
        only = f" ({self.doubt[1]})" if self.doubt[1] else ""
        return f"{self.person} {self.words} {self.bidder}: {self.look.legend}{only}"

    @property
    def dash(self) -> str:
        """How its line is broken."""
        return _NAMED_DASH if self.named and self.look.mark >= 0 else self.look.dash

    @property
    def label(self) -> tuple[str, ...]:
        """What stands under the name of its person, in lines."""
        word, doubt = self.look.word, self.doubt[0]
        return wrapped(f"{word} ({doubt})" if doubt else word, _BOLD, SMALL) if word else ()

    @property
    def row(self) -> float:
        """How high its person stands whose gravest tie it is."""
        return _ROW + _WORDS * max(0, len(self.label) - 1)

    @property
    def height(self) -> float:
        """How high its place in the middle is: a box with the names between, or a line and what stands on it."""
        if self.through:
            return _LINE * min(len(self.through), _MOST_NAMES) + 20
        return _BARE + _WORDS * len(self.lines)

    @property
    def slot(self) -> tuple[str, ...]:
        """What it shares its place in the middle with: the same names between, or, without any, nothing else."""
        return self.through or ("", self.person, self.bidder, f"{self.nth:03}")


def drawing(tables: Tables) -> Drawing | None:
    """Return the picture of the table `ties`, or nothing where it has no row."""
    columns = ("person", "tie", "onward", "through", "bidder", "declared", "known_by")
    found = _numbered([_tie(row) for row in records(tables.get("ties"), *columns)])
    if not found:
        return None
    shown = _gravest([one if one.through else one._replace(lines=wrapped(one.words, _BETWEEN, SMALL)) for one in found])
    if len(shown) < len(found):
        shown = _gravest(found)
    places = _places(shown)
    sheet = Sheet([name for one in shown for name in (one.person, one.bidder, *one.through)])
    _heads(sheet, any(one.through for one in shown))
    for one in reversed(shown):
        _draw(sheet, one, places)
        top = _reached(one, places) - 5 - _WORDS * (len(one.lines) - 1)
        for place, line in enumerate(one.lines):
            sheet.words(_MIDDLE, top + _WORDS * place, line, size=SMALL, anchor="middle")
    for one, (x, y) in reversed(list(zip(shown, _marks(shown, places), strict=True))):
        if one.look.mark >= 0:
            sheet.mark(x, y, one.look.mark, one.look.colour, 5, one.said, hollow=one.named)
    _nodes(sheet, shown, places)
    height = _legend(sheet, shown, places.bottom + 22)
    title = "Ties between people with influence and bidders"
    return Drawing(title, _said(found, shown), tuple(sheet.parts), height, ("ties",))


def _tie(row: tuple[Cell, ...]) -> _Tie:
    person, tie, onward, through, bidder, declared, known_by = map(told, row)
    words = f"{tie}, {onward}" if onward else tie
    names = tuple(one for one in through.split("; ") if one)
    doubt = _DOUBTS.get(known_by, ("", ""))
    return _Tie(person, words, names, bidder, _LOOKS.get(declared, _OTHER), doubt, known_by in _NAMED)


def _numbered(ties: list[_Tie]) -> list[_Tie]:
    """Return ties, each with how many of the same two and the same names between come before it."""
    before: Counter[tuple[str, ...]] = Counter()
    found = []
    for one in ties:
        run = (one.person, one.bidder, *one.through)
        found.append(one._replace(nth=before[run]))
        before[run] += 1
    return found


def _gravest(found: list[_Tie]) -> list[_Tie]:
    """Return the ties that fit, the gravest kept, of equals the recorded: no column may be higher than a page has room for."""
    kept: list[_Tie] = []
    people: dict[str, float] = {}
    firms: dict[str, float] = {}
    slots: dict[tuple[str, ...], float] = {}
    for one in sorted(found, key=lambda one: (one.look.rank, one.named, bool(one.doubt[0]))):
        more = {one.person: one.row} | people, firms | {one.bidder: _ROW}, slots | {one.slot: one.height}
        if max(sum(each.values()) for each in more) <= _ROOM:
            kept.append(one)
            people, firms, slots = more
    return kept


class _Places(Frozen):
    """The heights of people, of what is between and of bidders, and where the last of them ends."""

    people: dict[str, float]
    slots: dict[tuple[str, ...], float]
    firms: dict[str, float]
    bottom: float


def _places(shown: list[_Tie]) -> _Places:
    """Return where everybody stands: people by their gravest tie, the others near those they are tied to."""
    people = list(dict.fromkeys(one.person for one in shown))
    rank = {one: place / len(people) for place, one in enumerate(people)}
    firms = _near((one.bidder, rank[one.person]) for one in shown)
    side = {one: place / len(firms) for place, one in enumerate(firms)}
    slots = _near((one.slot, rank[one.person] + side[one.bidder]) for one in shown)
    rows = {one.person: one.row for one in reversed(shown)}
    high = {one.slot: one.height for one in shown}
    tall = max(sum(rows.values()), _ROW * len(firms), sum(high.values()))
    return _Places(
        _spread(people, [rows[one] for one in people], tall),
        _spread(slots, [high[one] for one in slots], tall),
        _spread(firms, [_ROW] * len(firms), tall),
        _TOP + tall,
    )


K = TypeVar("K", str, tuple[str, ...])


def _near(pairs: Iterable[tuple[K, float]]) -> list[K]:
    """Return things in the order of the middle of what they are tied to, and of equals by name."""
    at: dict[K, list[float]] = {}
    for name, place in pairs:
        at.setdefault(name, []).append(place)
    return sorted(at, key=lambda one: (round(sum(at[one]) / len(at[one]), 6), one))


def _spread(things: Sequence[K], heights: Sequence[float], tall: float) -> dict[K, float]:
    """Return the middle of each thing, with the room that is left shared out evenly."""
    free = (tall - sum(heights)) / max(len(things), 1)
    found, y = dict[K, float](), _TOP
    for thing, height in zip(things, heights, strict=True):
        found[thing] = y + (height + free) / 2
        y += height + free
    return found


def _heads(sheet: Sheet, between: bool) -> None:
    sheet.words(_LEFT, 24, "people with influence", anchor="end", bold=True)
    if between:
        sheet.words(_MIDDLE, 24, "what is between", anchor="middle", bold=True)
    sheet.words(_RIGHT, 24, "bidders", bold=True)


def _draw(sheet: Sheet, one: _Tie, places: _Places) -> None:
    look, y = one.look, _reached(one, places)
    start, end = (_LEFT + 8, places.people[one.person]), (_RIGHT - 8, places.firms[one.bidder])
    left, right = (_MIDDLE - _HALF_BOX, y), (_MIDDLE + _HALF_BOX, y)
    for line in ([start, left], [right, end]) if one.through else ([start, left, right, end],):
        sheet.curve(line, look.colour, width=look.width, dash=one.dash, name=one.said)


def _reached(one: _Tie, places: _Places) -> float:
    """Return the height at which a tie reaches what is between: several of the same two reach it side by side."""
    if not one.through:
        return places.slots[one.slot] + _WORDS * len(one.lines) / 2
    aside = (one.nth + 1) // 2 * (_BESIDE if one.nth % 2 else -_BESIDE)
    most = one.height / 2 - 8
    return places.slots[one.slot] + max(-most, min(most, aside))


def _marks(shown: list[_Tie], places: _Places) -> list[tuple[float, float]]:
    """Return where the marks of ties stand on the way to the middle: as far from other lines and marks as need be, or can be."""
    lines = [(places.people[one.person], _reached(one, places)) for one in shown]
    first, last = _LEFT + 8, _MIDDLE - _HALF_BOX
    used: dict[tuple[float, float], list[float]] = {}
    found: list[tuple[float, float]] = []
    for line in lines:
        others = set(lines) - {line}
        # Two ties that run alike have their marks at different places of one line.
        free = [part for part in _PARTS if part not in used.get(line, ())] or list(_PARTS)
        part = max(free, key=lambda part: min([_CLEAR, *(abs(_on(*line, part) - _on(*one, part)) for one in others)]))
        used.setdefault(line, []).append(part)
        found.append((_on(first, last, part), _on(*line, part)))
    return found


def _on(start: float, end: float, part: float) -> float:
    return start + (end - start) * part


def _nodes(sheet: Sheet, shown: list[_Tie], places: _Places) -> None:
    gravest = {one.person: one for one in reversed(shown)}
    for name, y in places.people.items():
        label = gravest[name].label
        top = y + (4 if not label else -_WORDS * (len(label) - 1) / 2)
        sheet.mark(_LEFT + 4, y, 0, INK, 4)
        sheet.words(_LEFT - 6, top, name, anchor="end", room=_NAMES)
        for place, line in enumerate(label, 1):
            sheet.words(_LEFT - 6, top + _WORDS * place, line, size=SMALL, anchor="end", bold=True)
    for slot, y in places.slots.items():
        if slot[0]:
            _box(sheet, slot, y)
    for name, y in places.firms.items():
        sheet.mark(_RIGHT - 4, y, 1, INK, 4)
        sheet.words(_RIGHT + 6, y + 4, name, room=_NAMES)


def _box(sheet: Sheet, names: tuple[str, ...], y: float) -> None:
    shown = (
        names if len(names) <= _MOST_NAMES else (*names[: _MOST_NAMES - 1], f"and {len(names) - _MOST_NAMES + 1} more")
    )
    tall = _LINE * len(shown) + 8
    sheet.box(_MIDDLE - _HALF_BOX, y - tall / 2, 2 * _HALF_BOX, tall, stroke=GREY)
    for place, name in enumerate(shown):
        at = y - tall / 2 + 4 + _LINE * place + 10.5
        sheet.words(_MIDDLE, at, name, size=SMALL, anchor="middle", room=2 * _HALF_BOX - 8)


def _legend(sheet: Sheet, shown: list[_Tie], top: float) -> float:
    """Draw what each line means, of the kinds that are there; return where the picture ends."""
    looks = [(one, False) for one in sorted({one.look for one in shown}, key=lambda one: one.rank)]
    if any(one.named and one.look.mark >= 0 for one in shown):
        looks.append((_Look(6, INK, 1.5, _NAMED_DASH, 2, "", _NAMED_SAID), True))
    x, y = 10.0, top
    for look, hollow in looks:
        wide = 54 + width_of(look.legend, SMALL) + 22
        if x + wide > WIDTH and x > 10:
            x, y = 10.0, y + 20
        sheet.curve([(x, y), (x + 44, y)], look.colour, width=look.width, dash=look.dash)
        if look.mark >= 0:
            sheet.mark(x + 22, y, look.mark, look.colour, 5, hollow=hollow)
        sheet.words(x + 52, y + 4, look.legend, size=SMALL)
        x += wide
    return y + 16


def _said(found: list[_Tie], shown: list[_Tie]) -> tuple[str, ...]:
    counts = [(look.legend, sum(one.look is look for one in found)) for look in _LOOKS.values()]
    kinds = ", ".join(f"{number} {legend}" for legend, number in counts if number)
    people = len({one.person for one in found})
    gone = len({plain(one.person) for one in found} - {plain(one.person) for one in shown})
    return (
        "Each line is a tie, from a person on the left, through what is between, to a bidder on the right.",
        f"{_of_which(found)} of {_people(people)}: {kinds}.",
        "People and bidders without a tie are left out. A tie is no fault, and a name alone is no proof of who is meant.",
        "Where one person may stand on both sides, “perhaps” is said, and the other record is what is between.",
        *(() if any(one.lines for one in shown) or all(one.through for one in shown) else (_IN_THE_TABLE,)),
        *left_out(len(found) - len(shown), "tie", "of the least grave kinds"),
        *left_out(gone, "person", "with none of the ties drawn", many="people"),
    )


def _of_which(found: list[_Tie]) -> str:
    """Return how many ties there are by a record, and how many by a name or an address alone, which are no proof."""
    named = sum(one.named for one in found)
    recorded = len(found) - named
    by_name = f"{counted(named, 'tie')} by a name or an address alone"
    if not named:
        return counted(recorded, "recorded tie")
    return f"{counted(recorded, 'recorded tie')} and {by_name}" if recorded else by_name


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"
