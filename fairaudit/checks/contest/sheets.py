"""The individual scores of the contest of a lot, as whole parts of their scales."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from fairaudit.checks.contest.cells import Yardstick, cells_of, ends_of
from fairaudit.checks.contest.record import Field
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.pseudonyms import number_of

if TYPE_CHECKING:
    from fairaudit.analysis.contest.without import Ballots


class Sheets(Frozen):
    """The individual scores of a lot as whole parts of the scales, and who gave them."""

    ballots: Ballots
    evaluators: tuple[str, ...]

    @property
    def full(self) -> bool:
        """Whether everybody scored everything."""
        return all(None not in row for rows in self.ballots.votes for row in rows)


def sheets(case: Case, field: Field) -> Sheets:
    """Return the individual scores of a lot's bids; empty where there are none."""
    kept = case.once(_kept_sheets)
    if field.lot not in kept:
        kept[field.lot] = _sheets(case, field)
    return kept[field.lot]


def _kept_sheets(_: Case) -> dict[str | None, Sheets]:
    return {}


def _sheets(case: Case, field: Field) -> Sheets:
    cells = case.once(cells_of)
    people = tuple(sorted(cells.evaluators(field.lot), key=lambda one: number_of(case, one)))
    at = {one: index for index, one in enumerate(people)}
    found: list[list[list[Fraction | None]]] = [
        [[None] * len(field.criteria) for _ in field.contest.offers] for _ in people
    ]
    for column, question in enumerate(field.criteria):
        ends = ends_of(question)
        if ends is None:
            continue
        yard = Yardstick(ends, field.by_length)
        for row, offer in enumerate(field.contest.offers):
            for person, score in cells.members_of(field.lot, offer.name, question.criterion.id or "").items():
                if person in at:
                    found[at[person]][row][column] = yard.of(score)
    return Sheets(_ballots(found), people)


def _ballots(found: list[list[list[Fraction | None]]]) -> Ballots:
    """Return shares in whole numbers over what they all have in common."""
    from fairaudit.analysis.contest.without import Ballots

    whole = lcm(*{one.denominator for rows in found for row in rows for one in row if one is not None})
    known: dict[int, int] = {}

    def number(share: Fraction | None) -> int | None:
        if share is None:
            return None
        # Equal scores of a criterion are one share, so that few are worked out.
        key = id(share)
        if key not in known:
            known[key] = share.numerator * (whole // share.denominator)
        return known[key]

    return Ballots(whole, tuple(tuple(tuple(map(number, row)) for row in rows) for rows in found))
