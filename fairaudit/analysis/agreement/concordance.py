"""Kendall's W: how far judges rank the same things alike, with a p-value from reshuffled ranks and a bootstrap interval.

Source: Kendall and Babington Smith, Annals of Mathematical Statistics 10 (1939) 275; for ties Kendall, Rank Correlation Methods.
The chi-squared table is never used: with three judges of three things chance alone reaches W = 0.7 in one case of five.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.agreement.resampling import Interval, interval, packed, resamples_for, room_for, unpacked
from fairaudit.analysis.estimable import NO_VARIATION, NotEstimable
from fairaudit.analysis.reshuffling import DRAWN, ENUMERATED, Reshuffled, reshuffled, sum_of_squares
from fairaudit.analysis.seeded import SEED

Judges = Sequence[Sequence[int | Decimal | Fraction]]
"""One row for each judge, with a score or rank for each of the same things; nothing may be missing."""


def kendall_w(judges: Judges, *, ties_corrected: bool = True) -> Fraction:
    """Return W from 0 to 1; raises `NotEstimable` for fewer than two judges or things, or judges who all rank nothing apart."""
    ranks = [doubled_ranks(one) for one in _whole(judges)]
    people, things = len(ranks), len(ranks[0])
    sums = [sum(row[at] for row in ranks) for at in range(things)]
    spread = sum(one * one for one in sums) - Fraction(sum(sums) ** 2, things)
    most = people * people * (things**3 - things)
    if ties_corrected:
        most -= people * sum(one**3 - one for row in ranks for one in Counter(row).values())
    if most == 0:
        raise NotEstimable(NO_VARIATION)
    return 3 * spread / most


def friedman_chi_squared(judges: Judges) -> Fraction:
    """Return Friedman's statistic, which is judges × (things - 1) × W; its table is not used here."""
    return len(judges) * (len(judges[0]) - 1) * kendall_w(judges)


def kendall_interval(judges: Judges, resamples: int | None = None, seed: int = SEED, share: int = 1) -> Interval:
    """Return the bootstrap interval of W over things, which are ranked anew among those that are drawn.

    A thing that is drawn twice is level with itself for every judge. Raises `NotEstimable` as `kendall_w` does.
    """
    rows = [doubled_ranks(one) for one in _whole(judges)]
    people, things = len(rows), len(rows[0])
    level = Counter(group for row in rows for group in _level(row))
    fields = [_drawn(rows, at, list(level)) for at in range(things)]
    width, bits = len(fields[0]), room_for(max(map(max, fields)), things)
    middle, most = people * things, people * people * things**3

    def figure(total: int) -> float:
        numbers = unpacked(total, width, bits)
        sums, often, sizes = numbers[:things], numbers[things : 2 * things], numbers[2 * things :]
        spread = sum([many * (one - middle) ** 2 for one, many in zip(sums, often, strict=True) if many])
        below = most - people * sum([many * one**3 for one, many in zip(sizes, level.values(), strict=True) if one])
        if below == 0:
            raise NotEstimable(NO_VARIATION)
        return 3 * spread / below

    return interval(
        [packed(one, bits) for one in fields], figure, resamples or resamples_for(things, width, share), seed
    )


def _level(row: Sequence[int]) -> list[tuple[int, ...]]:
    """Return the things of each rank that a judge gave, by their places."""
    found: dict[int, list[int]] = {}
    for at, one in enumerate(row):
        found.setdefault(one, []).append(at)
    return [tuple(one) for one in found.values()]


def _drawn(rows: Sequence[Sequence[int]], at: int, level: Sequence[tuple[int, ...]]) -> list[int]:
    """Return what drawing a thing adds: to twice the ranks of all things, to how often each is there, and to those level."""
    things = range(len(rows[0]))
    ranks = [sum([2 if row[at] < row[one] else row[at] == row[one] for row in rows]) for one in things]
    return [*ranks, *(int(one == at) for one in things), *(int(at in group) for group in level)]


def kendall_p(judges: Judges, draws: int = DRAWN, seed: int = SEED, enumerated: int = ENUMERATED) -> Reshuffled:
    """Return the share of rankings in which W is at least as large where each judge ranks at random, with their own ties."""
    ranks = [doubled_ranks(one) for one in _whole(judges)]
    if all(len(set(row)) == 1 for row in ranks):
        raise NotEstimable(NO_VARIATION)
    return reshuffled(ranks, sum_of_squares, draws, seed, enumerated)


def doubled_ranks(values: Sequence[int | Decimal | Fraction]) -> list[int]:
    """Return twice the rank of each value, the least first; equal values share the middle of their ranks."""
    below, found = 0, {}
    for value, many in sorted(Counter(values).items()):
        found[value] = 2 * below + many + 1
        below += many
    return [found[one] for one in values]


def _whole(judges: Judges) -> Judges:
    if len(judges) < 2 or len(judges[0]) < 2 or any(len(one) != len(judges[0]) for one in judges):
        raise NotEstimable("not estimable: at least two people who scored the same things, two at least, are needed")
    return judges
