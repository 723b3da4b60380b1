"""The files of a pack's tables, read and checked; every fault is located."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from fairaudit.analysis.calendars import Counting
from fairaudit.law.holidays import NAMES
from fairaudit.law.moments import step_called
from fairaudit.law.tabletypes import TOPICS, DateRow, Longer, Pending, Row, StatutoryPeriod, Table, TableError
from fairaudit.sources.document import Fault, Tree, Value
from fairaudit.sources.files import bytes_of
from fairaudit.sources.limits import decode
from fairaudit.sources.yaml import read_yaml

_UNITS = ("days", "working-days", "months", "years")
_PERIOD_FIELDS = frozenset(
    {"cite", "words", "length", "unit", "first", "roll", "working_at_least", "calendar", "from", "until"}
)
_ROW_FIELDS = frozenset(
    {"row", "words", "cite", "when", "least", "most", "amount", "currency", "from", "until", "unset"}
)
_DATE_FIELDS = frozenset(
    {
        "asks",
        "asks_if",
        "who",
        "what",
        "kind",
        "after",
        "before",
        "period",
        "table",
        "applies",
        "note",
        "longer",
        "last",
        "allows",
        "pending",
    }
)
_LONGER_FIELDS = frozenset({"end", "after", "period", "cite", "note"})
_PENDING_FIELDS = frozenset({"while", "note"})
_WHO = ("officer", "bidder", "everybody")
_KINDS = ("begins", "ends", "latest", "earliest")
_TABLE_FIELDS = frozenset({"title", "cite", "rows", "roll", "working_at_least", "calendar"})


class _File:
    """One YAML file of tables, and its faults."""

    def __init__(self, file: Path, shown: str) -> None:
        self.shown = shown
        self.tree: Tree = read_yaml(decode(bytes_of(file, shown), shown), shown)

    def fault(self, place: tuple[str | int, ...], message: str) -> TableError:
        span = next(self.tree.spans[place[:n]] for n in range(len(place), -1, -1) if place[:n] in self.tree.spans)
        return TableError(Fault(self.shown, span[0], span[1], message))

    def group(self, value: Value, place: tuple[str | int, ...], known: frozenset[str]) -> dict[str, Value]:
        """Return a group of known fields."""
        if not isinstance(value, dict):
            raise self.fault(place, "should be a group of fields")
        for key in value:
            if key not in known:
                raise self.fault((*place, key), f"there is no field `{key}` here; there are {', '.join(sorted(known))}")
        return value

    def text(self, group: dict[str, Value], key: str, place: tuple[str | int, ...]) -> str:
        value = group.get(key)
        if not isinstance(value, str):
            raise self.fault(place, f"lacks `{key}:`, a text")
        return value

    def count(self, group: dict[str, Value], key: str, place: tuple[str | int, ...]) -> int | None:
        value = group.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.isascii() or not value.isdigit():
            raise self.fault((*place, key), f"`{key}` should be a whole number")
        return int(value)

    def day(self, group: dict[str, Value], key: str, place: tuple[str | int, ...]) -> date | None:
        value = group.get(key)
        try:
            return date.fromisoformat(str(value)) if value is not None else None
        except ValueError:
            raise self.fault((*place, key), f"`{key}` should be a day such as 2025-02-24") from None

    def texts(self, group: dict[str, Value], key: str, place: tuple[str | int, ...]) -> tuple[str, ...]:
        value = group.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self.fault((*place, key), f"`{key}` should be a list")
        return tuple(str(one) for one in value)


def read_periods(path: Path, shown: str) -> dict[str, StatutoryPeriod]:
    """Return the periods of a file by name; raises `TableError`."""
    file = _File(path, shown)
    root = file.tree.value
    if not isinstance(root, dict):
        raise file.fault((), "should be periods, each a group of fields under its name")
    return {name: _period(file, name, value) for name, value in root.items()}


def _period(file: _File, name: str, value: Value) -> StatutoryPeriod:
    place = (name,)
    group = file.group(value, place, _PERIOD_FIELDS)
    unit = group.get("unit", "days")
    if unit not in _UNITS:
        raise file.fault((*place, "unit"), f"`unit` should be one of {', '.join(_UNITS)}")
    calendars = _calendars(file, group, place)
    length = file.count(group, "length", place)
    if length is None:
        raise file.fault(place, "lacks `length:`, a whole number")
    first, least = file.count(group, "first", place), file.count(group, "working_at_least", place)
    counting = Counting(length, str(unit), 1 if first is None else first, group.get("roll") == "true", least or 0)
    return StatutoryPeriod(
        name, counting, calendars, file.text(group, "words", place), file.text(group, "cite", place),
        file.day(group, "from", place), file.day(group, "until", place),
    )  # fmt: skip


def _calendars(file: _File, group: dict[str, Value], place: tuple[str | int, ...]) -> tuple[str, ...]:
    calendars = tuple(str(group.get("calendar", "none")).split("|"))
    for one in calendars:
        if one not in NAMES:
            raise file.fault((*place, "calendar"), f"`calendar` should be one of {', '.join(NAMES)}")
    return calendars


def read_dates(path: Path, shown: str) -> tuple[DateRow, ...]:
    """Return the dates a file says the law sets; raises `TableError`."""
    file = _File(path, shown)
    root = file.tree.value
    if not isinstance(root, list):
        raise file.fault((), "should be a list of dates")
    return tuple(_date(file, one, (index,)) for index, one in enumerate(root))


def _date(file: _File, value: Value, place: tuple[str | int, ...]) -> DateRow:
    group = file.group(value, place, _DATE_FIELDS)
    for key, known in (("who", _WHO), ("kind", _KINDS)):
        if file.text(group, key, place) not in known:
            raise file.fault((*place, key), f"`{key}` should be one of {', '.join(known)}")
    steps = [group[key] for key in ("after", "before") if isinstance(group.get(key), str)]
    try:
        [named] = steps
        step = step_called(str(named))
    except (ValueError, KeyError):
        raise file.fault(place, "should name one step of a procurement, as `after:` or as `before:`") from None
    period, table, note = (group.get(key) for key in ("period", "table", "note"))
    if isinstance(period, str) == isinstance(table, str):
        raise file.fault(place, "should name a `period:` or a `table:`, and not both")
    allows = group.get("allows")
    if allows is not None and allows not in TOPICS:
        raise file.fault((*place, "allows"), f"`allows` should be one of {', '.join(TOPICS)}")
    return DateRow(
        file.text(group, "who", place), file.text(group, "what", place), file.text(group, "kind", place), step.name,
        step.words, period if isinstance(period, str) else None, table if isinstance(table, str) else None,
        "before" in group, file.texts(group, "applies", place), note if isinstance(note, str) else None,
        _longer(file, group.get("longer", []), (*place, "longer")), group.get("last") == "true",
        allows if isinstance(allows, str) else None, _pending(file, group.get("pending", []), (*place, "pending")),
        group.get("asks") == "true", file.texts(group, "asks_if", place),
    )  # fmt: skip


def _longer(file: _File, value: Value, place: tuple[str | int, ...]) -> tuple[Longer, ...]:
    """Return what makes a date later: ends that are stated, by their provision, and periods counted from a step."""
    if not isinstance(value, list):
        raise file.fault(place, "should be a list")
    found = []
    for index, one in enumerate(value):
        at = (*place, index)
        group = file.group(one, at, _LONGER_FIELDS)
        stated = "end" in group
        name = _step(file, group, "end" if stated else "after", at)
        note = str(group["note"]) if group.get("note") is not None else None
        cite, period = (file.text(group, "cite", at), None) if stated else ("", file.text(group, "period", at))
        found.append(Longer(name, cite, period, note))
    return tuple(found)


def _pending(file: _File, value: Value, place: tuple[str | int, ...]) -> tuple[Pending, ...]:
    """Return what keeps a date open, each with the note that says so."""
    if not isinstance(value, list):
        raise file.fault(place, "should be a list")
    found = []
    for index, one in enumerate(value):
        at = (*place, index)
        group = file.group(one, at, _PENDING_FIELDS)
        note = file.text(group, "note", at)
        if "{whom}" not in note:
            raise file.fault((*at, "note"), "should say for whom the date waits, as `{whom}`")
        found.append(Pending(_step(file, group, "while", at), note))
    return tuple(found)


def _step(file: _File, group: dict[str, Value], key: str, place: tuple[str | int, ...]) -> str:
    name = file.text(group, key, place)
    try:
        return step_called(name).name
    except KeyError:
        raise file.fault(place, f"names no step of a procurement: `{name}`") from None


def read_table(path: Path, name: str, pack: str) -> Table:
    """Return the table in a file; raises `TableError`."""
    file = _File(path, f"{pack}/tables/{name}.yaml")
    group = file.group(file.tree.value, (), _TABLE_FIELDS)
    rows = group.get("rows")
    if not isinstance(rows, list) or not rows:
        raise file.fault(("rows",), "lacks `rows:`, a list")
    cite = file.text(group, "cite", ())
    made = tuple(_row(file, one, ("rows", index), cite) for index, one in enumerate(rows))
    return Table(name, pack, file.text(group, "title", ()), cite, made, _counted(file, group, name, cite))


def _counted(file: _File, group: dict[str, Value], name: str, cite: str) -> StatutoryPeriod | None:
    """Return how a table counts its days, where it does more than count them."""
    least = file.count(group, "working_at_least", ()) or 0
    if group.get("roll") != "true" and not least:
        return None
    counting = Counting(0, roll=group.get("roll") == "true", working_at_least=least)
    return StatutoryPeriod(name, counting, _calendars(file, group, ()), file.text(group, "title", ()), cite)


def _row(file: _File, value: Value, place: tuple[str | int, ...], cite: str) -> Row:
    group = file.group(value, place, _ROW_FIELDS)
    amount = group.get("amount")
    try:
        number = Decimal(str(amount)) if amount is not None else None
    except InvalidOperation:
        raise file.fault((*place, "amount"), "`amount` should be a number") from None
    currency = group.get("currency")
    return Row(
        row=file.text(group, "row", place),
        words=file.text(group, "words", place),
        cite=str(group.get("cite") or cite),
        when=file.texts(group, "when", place),
        least=file.count(group, "least", place),
        most=file.count(group, "most", place),
        amount=number,
        currency=currency if isinstance(currency, str) else None,
        since=file.day(group, "from", place),
        until=file.day(group, "until", place),
        unset=group.get("unset") == "true",
    )
