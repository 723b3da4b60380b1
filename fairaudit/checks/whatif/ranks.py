"""The places of all bidders over the scenarios, for a picture, and what all scenarios come to together."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.contest.offers import Standing, standing
from fairaudit.checks.base import Hit, Many, Nothing, Tabled, Unassessed, check
from fairaudit.checks.contest.record import Field, fields
from fairaudit.checks.measurement import Cell, Measurement, Table
from fairaudit.checks.whatif.scenarios import FAMILIES, family, worked_out
from fairaudit.checks.whatif.telling import ALL_SHEETS, WORKED_OUT, letters, newcomers, some, together
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import bidder_letter

_SHOWN = 24
"""A heuristic: more scenarios than these cannot be told apart side by side."""
_IN_WORDS = {
    "evaluator": "without {}",
    "criterion": "without {}",
    "bid": "without {}",
    "bid-out": "without the price of {}",
    "reinstated": "with {} back",
    "formula": "by {}",
    "applied": "by the {}",
}


class Stands(Frozen):
    """In how many of all scenarios another bidder comes first, and who; `shown` of them are in the table of places.

    `sheets_first` comes first by the mean of all sheets, where scenarios without an evaluator are compared with that.
    """

    contest: str
    first: str
    scenarios: int
    changed: int
    others: tuple[str, ...] | Many
    shown: int
    sheets_first: str


@check
def places_over_scenarios(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show in how many scenarios of all families another bidder comes first, and everybody's places."""
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
        else:
            yield _summed(node, case, field)


def _summed(node: Node[Evaluation], case: Case, field: Field) -> Tabled:
    base = standing(field.contest)
    every = list(_scenarios(case, field))
    changed = [new for _, own, stands in every if (new := newcomers(own, stands))]
    picked = _picked(base, every)
    apart = next((own for _, own, _ in picked if own.ranks != base.ranks), None)
    facts = Stands(
        field.called,
        together(case, base.first),
        len(every),
        len(changed),
        some([one for new in changed for one in letters(case, new)]),
        len(picked),
        "" if apart is None else together(case, apart.first),
    )
    kind = "level" if len(base.first) > 1 else "changes" if changed else "holds" if every else "nothing-to-vary"
    if apart is not None and kind in ("changes", "holds"):
        kind += "-beside-sheets"
    table = _table(case, field, (base, apart), picked)
    return Tabled(node, Measurement(kind, facts, (table,) if every else ()))


def _table(
    case: Case, field: Field, bases: tuple[Standing, Standing | None], picked: list[tuple[str, Standing, Standing]]
) -> Table:
    """Return everybody's places: in the orders that scenarios are compared with, then in the scenarios."""
    base, apart = bases
    shown: list[tuple[str, Standing, str | None]] = [(WORKED_OUT, base, None)]
    shown += [(ALL_SHEETS, apart, None)] if apart is not None else []
    shown += [(name, stands, WORKED_OUT if own.ranks == base.ranks else ALL_SHEETS) for name, own, stands in picked]
    rows: list[tuple[Cell, ...]] = []
    for name, stands, other in shown:
        places = zip(stands.names, stands.ranks, strict=True)
        rows += [(name, bidder_letter(case, one), rank, other) for one, rank in places]
    columns = ("scenario", "bidder", "rank", "compared_with")
    return Table("ranks-over-scenarios", columns, tuple(rows), field.lot or "")


def _scenarios(case: Case, field: Field) -> Iterator[tuple[str, Standing, Standing]]:
    """Yield every scenario that has an answer with the order that it is compared with."""
    for name in FAMILIES:
        found = family(case, field, name)
        if found is not None:
            for said, stands in worked_out(found):
                yield _IN_WORDS[name].format(said), found.base, stands


def _picked(base: Standing, every: list[tuple[str, Standing, Standing]]) -> list[tuple[str, Standing, Standing]]:
    """Return the scenarios to show, in their order: where there are too many, those that change most near the top."""
    if len(every) <= _SHOWN:
        return every
    before = dict(zip(base.names, base.ranks, strict=True))

    def moved(at: int) -> tuple[bool, int, int]:
        _, own, stands = every[at]
        highest = min(
            (min(rank, before.get(name, rank)) for name, rank in zip(stands.names, stands.ranks, strict=True)
             if before.get(name) != rank),
            default=len(before) + 1,
        )  # fmt: skip
        return not newcomers(own, stands), highest, at

    return [every[at] for at in sorted(sorted(range(len(every)), key=moved)[:_SHOWN])]
