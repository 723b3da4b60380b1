"""Moments of one sentence on one clock: a receipt written in UTC beside a deadline without an offset reads as another hour."""

from __future__ import annotations

from typing import TypeVar

from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When

K = TypeVar("K")


def on_one_clock(values: dict[K, object], clock: Clock) -> dict[K, object]:
    """Return the values of a message; hours with different offsets are all given on the wall clock, with its offset.

    Hours that are all written alike stay as they are, and so does everything where the wall clock is not known.
    """
    if clock.zone is None:
        return values
    given = ((name, value) for name, value in values.items() if isinstance(value, When | Node))
    moments = {name: one for name, value in given if (one := _hour(value)) is not None}
    if len({one.offset for one in moments.values()}) < 2:
        return values
    return values | {name: _on_the_wall(one, clock) for name, one in moments.items()}


def _hour(value: object) -> When | None:
    found = value.value if isinstance(value, Node) else value
    return found if isinstance(found, When) and found.time is not None else None


def _on_the_wall(when: When, clock: Clock) -> When:
    instant = clock.exact(when)
    if instant is None or clock.zone is None:
        return when
    local = instant.astimezone(clock.zone)
    return When(local.date(), local.time(), local.utcoffset())
