"""Which of several gifts somebody had of one party a declared one is: each entry stands for one of them."""

from collections.abc import Sequence
from datetime import date

from fairaudit.analysis.names import words
from fairaudit.frozen import Frozen
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.parties import Tie
from fairaudit.procurement.model.records import Event
from fairaudit.sources.document import Path


class Gift(Frozen):
    """A gift as it is recorded or declared: on which day, what it was and what it was worth.

    Not `sure`: only when it began is given, which of a gift is mostly its day.
    """

    path: Path
    day: date | None
    sure: bool
    kind: str
    text: str
    value: Money | None = None


def gift_of(record: Tie | Event) -> Gift:
    """Return a gift by the record of an interest, or by an event."""
    if isinstance(record, Event):
        day = record.date.date if record.date else None
        return Gift(record.path, day, True, record.kind or "", record.text or record.topic or "")
    one_day = record.date or (record.start_date if record.start_date == record.end_date else None)
    begun = record.start_date if record.end_date is None else None
    return Gift(record.path, one_day or begun, one_day is not None, record.kind or "", record.text or "", record.value)


_MANY = frozenset({
    "gifts", "several", "various", "both", "two", "three", "four", "all", "each", "and", "times", "twice", "occasions",
    "regular", "regularly", "events", "meals", "dinners", "lunches", "trips", "visits", "annual", "monthly", "weekly",
})  # fmt: skip
"""Words by which one entry may tell of more than one gift."""
_DAY, _VALUE, _TEXT, _KIND = 4, 4, 2, 1


def taken_by_others(gift: Gift, recorded: Sequence[Gift], declared: Sequence[Tie]) -> list[Tie]:
    """Return the declared gifts that are other recorded ones than this: the best fit first, the latest where two fit alike.

    An entry that may tell of several is nobody's, and a gift that may be recorded twice shares its entry.
    """
    single = [one for one in declared if not _of_many(one, recorded)]
    places = [(fit, _ordinal(recorded[at]), -at, at, to) for at, to, fit in _fits(recorded, single)]
    owner: dict[int, int] = {}
    for *_, at, to in sorted(places, reverse=True):
        if to not in owner and at not in owner.values():
            owner[to] = at
    return [single[to] for to, at in owner.items() if not _may_be_one(recorded[at], gift)]


def surely_another(gift: Gift, recorded: Sequence[Gift], declared: Sequence[Tie]) -> bool:
    """Whether a gift that no entry is left for is of another day than each that was declared, and like no other recorded one.

    Events may tell of one gift day by day, when it was offered and when it was sent back, in other words than a register.
    """
    told = [gift_of(one) for one in declared]
    apart = all(_are_apart(one, gift) and one.sure and gift.sure for one in told)
    others = [one for one in recorded if one.path != gift.path]
    alike = any(_same_value(one, gift) or _said(one) & _said(gift) for one in others)
    return apart and not alike and all(one.path[:1] == ("people",) for one in (gift, *others))


def _fits(recorded: Sequence[Gift], declared: Sequence[Tie]) -> list[tuple[int, int, int]]:
    told = [gift_of(one) for one in declared]
    return [(at, to, _fit(entry, given)) for at, given in enumerate(recorded) for to, entry in enumerate(told)]


def _fit(told: Gift, given: Gift) -> int:
    """Return how well an entry fits a recorded gift: by day, value, text and kind; what differs counts against it."""
    days = told.day is not None and given.day is not None
    values = told.value is not None and given.value is not None
    day = (-_DAY if _are_apart(told, given) else _DAY) if days else 0
    value = (_VALUE if _same_value(told, given) else -_VALUE // 2) if values else 0
    text = _TEXT if _said(told) & _said(given) else 0
    return day + value + text + (_KIND if words(told.kind) == words(given.kind) else 0)


def _of_many(told: Tie, recorded: Sequence[Gift]) -> bool:
    """Whether an entry may tell of more than one gift: by its words, over some time, or with what all of them come to.

    One that only says when it began is of a gift of that day where one is recorded.
    """
    entry = gift_of(told)
    begins = {one.day for one in recorded if one.day is not None}
    lasted = told.start_date is not None and not entry.sure and entry.day not in begins
    if _MANY & set(words(told.text or told.kind or "")) or lasted:
        return True
    amounts = [one.value.amount for one in recorded if one.value is not None and one.value.amount is not None]
    told_of = told.value.amount if told.value is not None else None
    return len(amounts) > 1 and told_of is not None and told_of >= sum(amounts)


def _may_be_one(one: Gift, other: Gift) -> bool:
    """Whether nothing that is recorded of two gifts differs, so that they may be one that is recorded twice."""
    if one.path == other.path:
        return True
    if one.path[:1] != other.path[:1] and not _are_apart(one, other):
        return True  # Two registers call one gift what each of them will.
    values = one.value is not None and other.value is not None and not _same_value(one, other)
    texts = bool(_said(one)) and bool(_said(other)) and not _said(one) & _said(other)
    return not (_are_apart(one, other) or values or texts)


def _are_apart(one: Gift, other: Gift) -> bool:
    return one.day is not None and other.day is not None and one.day != other.day


def _same_value(one: Gift, other: Gift) -> bool:
    if one.value is None or other.value is None or one.value.amount is None:
        return False
    return (one.value.amount, one.value.currency) == (other.value.amount, other.value.currency)


def _said(one: Gift) -> frozenset[str]:
    """Return the words that tell what a gift was; the short ones tell nothing."""
    return frozenset(word for word in words(one.text) if len(word) > 2)


def _ordinal(one: Gift) -> int:
    return one.day.toordinal() if one.day is not None else 0
