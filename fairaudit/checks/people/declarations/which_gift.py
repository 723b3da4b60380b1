"""Which of several gifts somebody had of one party a declared one is: each entry stands for one of them."""

from collections.abc import Sequence

from fairaudit.analysis.names import words
from fairaudit.procurement.parties import Tie

_MANY = frozenset({
    "gifts", "several", "various", "both", "two", "three", "four", "all", "each", "and", "times", "twice", "occasions",
    "regular", "regularly", "events", "meals", "dinners", "lunches", "trips", "visits", "annual", "monthly", "weekly",
})  # fmt: skip
"""Words by which one entry may tell of more than one gift."""
_DAY, _VALUE, _TEXT, _KIND = 4, 4, 2, 1


def taken_by_others(gift: Tie, recorded: Sequence[Tie], declared: Sequence[Tie]) -> list[Tie]:
    """Return the declared gifts that are other recorded ones than this: the best fit first, the latest where two fit alike.

    An entry that may tell of several is nobody's, and a gift that may be recorded twice shares its entry.
    """
    single = [one for one in declared if not _of_many(one, recorded)]
    places = [(fit, _day(recorded[at]), -at, at, to) for at, to, fit in _fits(recorded, single)]
    owner: dict[int, int] = {}
    for *_, at, to in sorted(places, reverse=True):
        if to not in owner and at not in owner.values():
            owner[to] = at
    return [single[to] for to, at in owner.items() if not _may_be_one(recorded[at], gift)]


def surely_another(gift: Tie, recorded: Sequence[Tie], declared: Sequence[Tie]) -> bool:
    """Whether a gift that no entry is left for is of another day than each that was declared, and like no other recorded one."""
    apart = all(one.date is not None and gift.date is not None and one.date != gift.date for one in declared)
    alike = (one for one in recorded if one.path != gift.path and (_same_value(one, gift) or _said(one) & _said(gift)))
    return apart and next(alike, None) is None


def _fits(recorded: Sequence[Tie], declared: Sequence[Tie]) -> list[tuple[int, int, int]]:
    return [(at, to, _fit(told, given)) for at, given in enumerate(recorded) for to, told in enumerate(declared)]


def _fit(told: Tie, given: Tie) -> int:
    """Return how well an entry fits a recorded gift: by day, value, text and kind; what differs counts against it."""
    days = told.date is not None and given.date is not None
    values = told.value is not None and given.value is not None
    day = (_DAY if told.date == given.date else -_DAY) if days else 0
    value = (_VALUE if _same_value(told, given) else -_VALUE // 2) if values else 0
    text = _TEXT if _said(told) & _said(given) else 0
    return day + value + text + (_KIND if words(told.kind or "") == words(given.kind or "") else 0)


def _of_many(told: Tie, recorded: Sequence[Tie]) -> bool:
    """Whether an entry may tell of more than one gift: by its words, over some time, or with what all of them come to."""
    if _MANY & set(words(told.text or told.kind or "")) or (told.start_date is not None and told.date is None):
        return True
    amounts = [one.value.amount for one in recorded if one.value is not None and one.value.amount is not None]
    told_of = told.value.amount if told.value is not None else None
    return len(amounts) > 1 and told_of is not None and told_of >= sum(amounts)


def _may_be_one(one: Tie, other: Tie) -> bool:
    """Whether nothing that is recorded of two gifts differs, so that they may be one that is recorded twice."""
    if one.path == other.path:
        return True
    days = one.date is not None and other.date is not None and one.date != other.date
    values = one.value is not None and other.value is not None and not _same_value(one, other)
    texts = bool(_said(one)) and bool(_said(other)) and not _said(one) & _said(other)
    return not (days or values or texts)


def _same_value(one: Tie, other: Tie) -> bool:
    if one.value is None or other.value is None or one.value.amount is None:
        return False
    return (one.value.amount, one.value.currency) == (other.value.amount, other.value.currency)


def _said(one: Tie) -> frozenset[str]:
    """Return the words that tell what a gift was; the short ones tell nothing."""
    return frozenset(word for word in words(one.text or "") if len(word) > 2)


def _day(one: Tie) -> int:
    return one.date.toordinal() if one.date is not None else 0
