"""Who holds by which answer to one question: the last that each had, and another that some alone had before all had this."""

from __future__ import annotations

from collections.abc import Sequence

from fairaudit.analysis.messages.references import answered
from fairaudit.checks.information.papers.copies import is_later, waited_in_words
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import Told, among


class Said(Frozen):
    """One answer: its words, when and to whom it went, which bidders it concerns, and its place."""

    text: str
    when: When | None
    told: Told
    concerns: tuple[str, ...]
    at: Node[object]
    asker: str | None = None
    """Who asked, where this record does not list them and another of the same question does."""
    by_asking: frozenset[str] = frozenset()
    """Whoever is held to have had it only for having asked."""


class Apart(Frozen):
    """Who holds by one answer and who by others, the two first of these answers, and how many hold."""

    mine: list[str]
    others: list[str]
    first: Said
    second: Said
    number: int
    unsure: bool
    """Whether somebody who asked may have had another answer too, by a record that does not list them."""
    unrecorded: frozenset[str] = frozenset()
    """Whose answer is only known from their question: that they had it is not recorded."""
    set_right: bool = False
    """Whether all had the second answer, which some alone had another before."""


def hold_apart(case: Case, same: Sequence[Said], own: str, hours: int | None = None) -> Apart | None:
    """Hold the last answers that bidders had against each other, beginning with a text where it is one of them.

    Where these are one, and `hours` are given: whether some alone had another more than these hours before.
    """
    last: dict[str, Said] = {}
    for one in sorted(same, key=lambda one: case.clock.rank(one.when)):
        last |= dict.fromkeys(_reached(case, one), one)
    texts = {answered(one.text): one for one in reversed(last.values())}
    if len(texts) < 2:
        # Of whoever is held to have had it only for having asked that is not recorded.
        known = last and not any(bidder in one.by_asking for bidder, one in last.items())
        return _set_right(case, same, last, hours) if known and hours is not None else None
    said = answered(own) if answered(own) in texts else answered(next(iter(last.values())).text)
    mine = [bidder for bidder, one in last.items() if answered(one.text) == said]
    others = [bidder for bidder in last if bidder not in mine]
    unsure = any(_may_be_last(case, one, last[one.asker]) for one in same if one.asker and one.asker in last)
    unrecorded = frozenset(bidder for bidder, one in last.items() if bidder in one.by_asking)
    unsure = unsure or unrecorded.issuperset(mine) or unrecorded.issuperset(others)
    return Apart(mine, others, texts[said], last[others[0]], len(texts), unsure, unrecorded)


def _reached(case: Case, one: Said) -> list[str]:
    return [bidder for bidder in one.concerns if among(case, one.told, bidder)]


def _set_right(case: Case, same: Sequence[Said], last: dict[str, Said], hours: int) -> Apart | None:
    """Return who had another answer alone, more than some hours before the others had that which all have now."""
    holds = answered(next(iter(last.values())).text)
    ordered = sorted((one for one in same if one.when is not None), key=lambda one: case.clock.rank(one.when))
    if len(ordered) < len(same):
        return None
    for first in ordered:
        had = [
            bidder for one in ordered if answered(one.text) == answered(first.text) for bidder in _reached(case, one)
        ]
        mine, others = ([bidder for bidder in last if (bidder in had) is own] for own in (True, False))
        then = [
            one for one in ordered if answered(one.text) == holds and not set(others).isdisjoint(_reached(case, one))
        ]
        if answered(first.text) != holds and mine and then and is_later(case, first.when, then[0].when, hours) is True:
            return Apart(mine, others, first, then[0], 2, unsure=True, set_right=True)
    return None


def _may_be_last(case: Case, unlisted: Said, listed: Said) -> bool:
    """Whether who asked may have had a later answer than that which a record lists them for."""
    if answered(unlisted.text) == answered(listed.text):
        return False
    first, second = listed.when, unlisted.when
    if first is None or second is None or first.time is None or second.time is None:
        return first is None or second is None or first.date <= second.date
    return case.clock.rank(first) < case.clock.rank(second)


def how_late(case: Case, found: Apart) -> str:
    """Return in words how much later, or earlier, the second answer came than the first; nothing where that is not known."""
    if found.number > 2:
        return ""
    first, second = found.first.when, found.second.when
    if later := waited_in_words(case, first, second):
        return f", {later} later by an answer to all" if found.set_right else f", {later} later"
    earlier = waited_in_words(case, second, first)
    return f", {earlier} earlier" if earlier else ""
