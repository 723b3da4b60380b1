"""The steps of a procurement that laws count from and to, by name, and where a case records when each happened.

A step may have happened several times (one award for each lot); every time is returned with the node it stands at and the
lots it is about. Where nothing is recorded, the fields that would say so are named.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from fairaudit.frozen import Frozen
from fairaudit.law.notices import unknown_notices
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.times.beginnings import impossible, opening_of
from fairaudit.procurement.times.deadlines import Limit, Unclear
from fairaudit.procurement.times.spans import days_until
from fairaudit.procurement.wanted import in_list, stored


class Happened(Frozen):
    """One time a step happened, and the lots it is about; without lots it is about all.

    `lag` is how many days earlier it may have happened, where the day of something that follows it stands in for its own.
    `party` is whom alone it concerns, such as the bidder that was told of its own bid. `unsent` is the field that would say
    when a notice was submitted, where its publication is taken for that. `only_if` is what must hold for it to be this step,
    in words, where a case does not give the field `how`.
    """

    when: When
    at: Node[object]
    lots: tuple[str, ...] = ()
    lag: int = 0
    party: str = ""
    unsent: str = ""
    only_if: str = ""
    how: str = ""


class Step(Frozen):
    """A step of a procurement: what it is in words, how it is looked up, which fields record it, its name in rules."""

    words: str
    find: Callable[[Case], Iterator[Happened]]
    fields: tuple[str, ...]
    name: str = ""


ENDED = ("cancelled", "unsuccessful")
"""What an award is called from which no contract follows."""

STEPS: dict[str, Step] = {}
"""The steps that rules and tables may name (`law/steps`); those of single laws once `law/regimes` was imported."""


def step_called(name: str) -> Step:
    """Return a step by name; raises `KeyError` for a name that is none."""
    return STEPS[name]


def happened(case: Case, name: str) -> tuple[Happened, ...]:
    """Return every time a step is recorded; raises `KeyError` for a name that is none."""
    key = ("happened", name)
    found = case.made.get(key)
    if not isinstance(found, tuple):
        found = case.made[key] = tuple(step_called(name).find(case))
    return found


def day_of(case: Case, when: When) -> date | None:
    """Return the calendar day of a moment on the buyer's clock, `None` where that hangs on an unknown zone."""
    local = case.clock.local(when)
    return local.date() if local is not None else None


def last_whole_day(case: Case, when: When) -> date | None:
    """Return the last day that a stated end leaves whole: midnight ends the day before; `None` as for `day_of`."""
    local = case.clock.local(when)
    if local is None:
        return None
    return local.date() if when.time is None else (local - timedelta(minutes=1)).date()


DEADLINES = ("deadline", "request-deadline", "enquiry-deadline")
"""The steps that end a time somebody has, so that one at midnight is the end of the day before."""


def closing_day(case: Case, first: When, end: Happened, name: str) -> date | None:
    """Return the last day of a time from one moment to a step: a deadline at midnight begins no day; `None` as for `day_of`."""
    day = day_of(case, end.when)
    if day is None or name not in DEADLINES:
        return day
    begun, days = day_of(case, first), days_until(case, first, Limit(end.when, end.at))
    return day if begun is None or isinstance(days, Unclear) else begun + timedelta(days=days)


def same_lots(first: Happened, second: Happened) -> bool:
    """Whether two steps are about the same lots; one that names none is about all."""
    return not first.lots or not second.lots or bool(set(first.lots) & set(second.lots))


def add_steps(more: dict[str, Step]) -> None:
    """Add steps that some laws count from; raises `ValueError` for a name that is taken."""
    for name, step in more.items():
        if name in STEPS:
            raise ValueError(f"there is a step `{name}` already")
        STEPS[name] = step._replace(name=name)


def begun(case: Case) -> date | None:
    """Return the day on which a procurement began: its first notice, else the day of the audit for what is unpublished.

    Laws apply to procurements by that day, and so do thresholds that change. A notice begins it when it is sent for
    publication, where that is given (Directive 2014/24/EU art 5(4); SI 2024/716 reg 5(3)(c), which keeps under the Public
    Contracts Regulations 2015 whatever was submitted before the Procurement Act 2023 came into force).
    """
    return recorded_beginning(case) or case.today


def announced(case: Case) -> date | None:
    """Return the day by which the Procurement Act 2023 measures: its first notice's publication, else as `begun`."""
    return case.once(_announced) or case.today


def recorded_beginning(case: Case) -> date | None:
    """Return the day of the first notice of a procurement, or of its first award; `None` where neither is recorded."""
    return case.once(_recorded_beginning)


def _recorded_beginning(case: Case) -> date | None:
    return _first_of(
        case, ("tender-notice-sent", "transparency-notice", "intention-to-follow-sent", "intention-to-award")
    )


def _announced(case: Case) -> date | None:
    return _first_of(case, ("tender-notice", "transparency-notice", "intention-to-follow", "intention-to-award"))


def _first_of(case: Case, names: tuple[str, ...]) -> date | None:
    """Return the day of the first of some steps, else that of the first award."""
    first = [one for name in names for one in happened(case, name)]
    days = [day for one in first if (day := day_of(case, one.when)) is not None]
    if days:
        return min(days)
    last = [one for name in ("award-decision", "contract") for one in happened(case, name)]
    awards = [day for one in last if (day := day_of(case, one.when)) is not None]
    return min(awards) if awards else None


def unrecorded(name: str, case: Case | None = None) -> Unclear:
    """Return that a step is not recorded, with the fields that would record it.

    With a case, lists that it gives are named with what they lack; without one, `complete` might settle it as well.
    """
    step = step_called(name)
    fields = tuple(in_list(case, one, step.words) for one in step.fields) if case else step.fields
    return Unclear(f"when {step.words} was is not given", fields)


def unsaid(case: Case, name: str) -> Unclear | None:
    """Return why a case leaves open whether a step happened, `None` where it records every time.

    A step has not happened where every field that would record it stands in a list that is given as empty, or in what
    `complete` names. Of a step that is recorded, items of the same list may still lack theirs: one award of two is dated.
    """
    step = STEPS[name]
    if not happened(case, name):
        if strange := _perhaps_that_notice(case, step):
            return strange
        if name == "opening" and impossible(case) and isinstance(opened := opening_of(case), Unclear):
            return opened
        fields = tuple(one for one in step.fields if any(_open(case, one)))
        return Unclear(f"when {step.words} was is not given", fields) if fields else None
    found = (one for field in step.fields for one in _open(case, field))
    items = tuple(one for one in found if "[" in one and "[]" not in one and stored(case, one) is None)
    return Unclear(f"{items[0]} is not given", items) if items else None


def _perhaps_that_notice(case: Case, step: Step) -> Unclear | None:
    """Return that a notice of a kind nobody knows is listed, for a step that a notice records."""
    if not any(one.startswith("tender.notices") for one in step.fields):
        return None
    for one in unknown_notices(case):
        field = text_of((*one.path, "kind"))
        return Unclear(f'{field} is "{one.kind}", and what that announces is not known', (field,))
    return None


def _open(case: Case, field: str) -> Iterator[str]:
    """Yield a field, or that field of every item of its list, where a case leaves open whether it happened, or when."""
    listed, of_items, name = field.partition("[].")
    held = stored(case, listed)
    if case.holds_all(listed) or held == ():
        return
    if not of_items or not isinstance(held, tuple):
        yield field
        return
    for index, item in enumerate(held):
        path = f"{listed}[{index}].{name}"
        value = stored(case, path)
        # A list that is there and not empty may hold it without a day.
        if getattr(item, "status", None) not in ENDED and (value is None or (isinstance(value, tuple) and value)):
            yield path
