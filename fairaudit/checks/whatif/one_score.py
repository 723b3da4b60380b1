"""How near the first place is: the smallest single score that would end the lead, and panels drawn again."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from decimal import Decimal
from fractions import Fraction
from math import lcm

from fairaudit.analysis.contest.offers import Standing, price_shares, standing
from fairaudit.checks.base import Hit, Many, Nothing, Tabled, Unassessed, check
from fairaudit.checks.contest.cells import ends_of
from fairaudit.checks.contest.figures import brief, cell, cell_apart, per_cent
from fairaudit.checks.contest.knife_edge import one_step_above
from fairaudit.checks.contest.record import Field, fields
from fairaudit.checks.contest.sheets import sheets
from fairaudit.checks.measurement import Cell, Measurement, Table
from fairaudit.checks.scoring.criteria.tree import Question, called, questions
from fairaudit.checks.whatif.telling import some, together
from fairaudit.checks.whatif.turning import turning_scores
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.persons.pseudonyms import bidder_letter

_BASELINE = (
    ("0.05", "about 50 per cent"), ("0.1", "32 to 37 per cent"), ("0.2", "14 to 29 per cent"), ("0.4", "1 to 11 per cent"),
)  # fmt: skip
"""How often a fair panel's first is not the best bid, below margins in points of a scale from 0 to 5.

Simulated fair panels of 3 evaluators, 4 bids and 8 criteria, and of 5, 5 and 10 (docs/statistics.md).
"""


_SURE = Fraction(9, 10)
"""Below this share of the panels drawn again the first place counts as a near tie, as the specification has it.

Of simulated fair panels 31 to 55 in 100 fall below it (docs/evaluation-checks.md), so it is told and nobody is asked.
"""


_NEAREST = 6
"""A heuristic: of so many bids, the first ones, it is looked up at which figures they would stand level."""


class Lead(Frozen):
    """How far the first is ahead, of a hundred points and of quality from 0 (none) to 5 (all), and what fair panels do then."""

    contest: str
    first: str
    second: str
    margin: Decimal
    on_scale: Decimal
    wrong: str


class Smallest(Frozen):
    """The smallest single score that would end the lead: whose, for what, by how many steps, and who stands first then.

    `within` of `scores` single scores would end it by one step.
    """

    contest: str
    first: str
    bidder: str
    criterion: str
    steps: str
    share: Decimal
    other: str
    within: int
    scores: int


class Levels(Frozen):
    """Where a figure of the first, or of the second, alone would put both level: each figure with the value it has now."""

    contest: str
    first: str
    second: str
    own: tuple[str, ...]
    others: tuple[str, ...]
    full: Decimal
    why: str


class Minimums(Frozen):
    """Criteria whose minimum scores are not applied in what is worked out, or at which the first is one step above one."""

    contest: str
    first: str
    criteria: tuple[str, ...] | Many


class Drawn(Frozen):
    """How often panels of the same evaluators, drawn again, put the same bid first, in per cent."""

    contest: str
    first: str
    chance: Decimal
    evaluators: int
    panels: int
    draws: int
    seed: int


class Near(Frozen):
    """Who is first in a near tie, and in what per cent of the panels drawn again; 0 where none are."""

    contest: str
    first: str
    chance: Decimal


@check
def near_tie(node: Node[Evaluation], case: Case) -> Iterator[Hit[Nothing] | Unassessed | Tabled]:
    """Show how far the first is ahead, which single score would end that, and how often panels drawn again agree."""
    for field in fields(case):
        if isinstance(field, Unassessed):
            yield field
            continue
        stands = standing(field.contest)
        if len(stands.names) < 2:
            yield Tabled(node, Measurement("alone", _lead(case, field, stands)))
        elif len(stands.first) > 1:
            yield Tabled(node, Measurement("level", _lead(case, field, stands)))
        elif field.contest.overall is not None:
            yield _levels(node, case, field, stands)
        elif not field.criteria:
            yield Tabled(node, Measurement("by-price", _lead(case, field, stands)))
        else:
            yield Tabled(node, Measurement("lead", _lead(case, field, stands)))
            stepped = yield from _single(node, case, field, stands)
            share = yield from _panels(node, case, field, stands)
            yield from _near(node, case, (field, stands), stepped, share)
        yield from _minimums(node, case, field, stands)


def _minimums(node: Node[Evaluation], case: Case, field: Field, stands: Standing) -> Iterator[Tabled]:
    """Yield the criteria with a minimum score, which shuts a bid out before any lead ends, and those where the first is near."""
    own = {id(one.criterion) for one in field.criteria} | {id(part) for one in field.criteria for part in one.lineage}
    held = [one for one in questions(case) if one.criterion.minimum_score is not None and id(one.criterion) in own]
    if held:
        first = together(case, stands.first)
        yield Tabled(node, Measurement("minimums", Minimums(field.called, first, some([*map(_called, held)]))))
        near = [one for one in held if any(one_step_above(case, name, one) for name in stands.first)]
        if near:
            yield Tabled(node, Measurement("minimums-near", Minimums(field.called, first, some([*map(_called, near)]))))


def _called(question: Question) -> str:
    return called(question.criterion)


def _levels(node: Node[Evaluation], case: Case, field: Field, stands: Standing) -> Tabled:
    """Return at which price, quality and other figures the first and another would stand level."""
    from fairaudit.analysis.contest.levels import levels

    order = sorted(range(len(stands.names)), key=lambda at: (stands.ranks[at], at))
    near = tuple(stands.names[at] for at in order[:_NEAREST])
    unit = sum(field.contest.weights, Fraction(0))
    try:
        found = list(levels(field.contest, near))
    except ValueError as error:
        facts = Levels(field.called, together(case, stands.first), "", ("none",), ("none",), brief(unit), str(error))
        return Tabled(node, Measurement("no-levels", facts))
    rows: list[tuple[Cell, ...]] = []
    for one in found:
        scale = unit if one.what == "quality" else Fraction(1)
        level = None if one.level is None else cell_apart(one.level * scale, one.own * scale)
        rows.append((bidder_letter(case, one.offer), one.what, cell(one.own * scale), level))

    def said(name: str) -> tuple[str, ...]:
        mine = [row for row in rows if row[0] == bidder_letter(case, name)]
        can = tuple(f"{row[1]} {row[3]:,} (now {row[2]:,})" for row in mine if row[3] is not None)
        cannot = tuple(f"at no {row[1]} within reach (now {row[2]:,})" for row in mine if row[3] is None)
        return (*can, *cannot) or ("none",)

    facts = Levels(
        field.called,
        together(case, stands.first),
        together(case, near[1:2]),
        said(near[0]),
        said(near[1]),
        brief(unit),
        "",
    )
    table = Table("level-at", ("bidder", "figure", "own", "level_at"), tuple(rows), field.lot or "")
    return Tabled(node, Measurement("by-figure", facts, (table,)))


def _lead(case: Case, field: Field, stands: Standing) -> Lead:
    margin = stands.margin or Fraction(0)
    quality = sum(field.contest.weights, Fraction(0))
    # The simulated panels scored quality alone, so a lead is measured by what quality weighs.
    on_scale = margin * 5 / quality if quality > 0 else Fraction(0)
    wrong = next((said for below, said in _BASELINE if on_scale < Fraction(below)), "hardly any")
    order = sorted(range(len(stands.names)), key=lambda at: (stands.ranks[at], at))
    second = [stands.names[at] for at in order if stands.ranks[at] > 1][:1]
    return Lead(
        field.called, together(case, stands.first), together(case, second), brief(margin), brief(on_scale), wrong
    )


def _near(
    node: Node[Evaluation], case: Case, of: tuple[Field, Standing], stepped: bool, share: Fraction | None
) -> Iterator[Tabled]:
    """Say that it is a near tie, where one step of one score ends the lead or panels drawn again often end it."""
    field, stands = of
    unsure = share is not None and share < _SURE
    if stepped or unsure:
        facts = Near(field.called, together(case, stands.first), per_cent(share or Fraction(0)))
        kind = "near-both" if stepped and unsure else "near-step" if stepped else "near-panels"
        yield Tabled(node, Measurement(kind, facts))


def _single(node: Node[Evaluation], case: Case, field: Field, stands: Standing) -> Generator[Tabled, None, bool]:
    """Yield the smallest single score that would end the lead; return whether one step of one score would."""
    from fairaudit.analysis.contest.steps import single_scores
    from fairaudit.checks.whatif.by_averages import ByAverage

    averages = field.by_other_than_means
    found = (
        ByAverage(case, field).sensitivity(stands)
        if averages
        else single_scores(field.contest, field.steps, _rooms(case, field))
    )
    first = together(case, stands.first)
    if found is None or found.smallest is None:
        scores = found.scores if found else 0
        yield Tabled(
            node, Measurement("no-score", Smallest(field.called, first, "", "", "", Decimal(0), "", 0, scores))
        )
        return False
    one = found.smallest
    facts = Smallest(
        field.called,
        first,
        bidder_letter(case, one.offer),
        field.names[one.criterion],
        f"{one.steps} step{'' if one.steps == 1 else 's'}",
        per_cent(one.share),
        bidder_letter(case, one.other),
        len(found.within_one_step),
        found.scores,
    )
    way = "rises" if one.rises else "falls"
    yield Tabled(node, Measurement(f"{way}-level" if one.tied else way, facts))
    if (turning := turning_scores(case, field, stands, found.within_one_step)) is not None:
        yield Tabled(node, turning)
    return bool(found.within_one_step)


def _rooms(case: Case, field: Field) -> list[list[tuple[Fraction, Fraction]]]:
    """Return how far one person's score can lower and raise a mean, where means count."""
    floors = [_floor(field, one) for one in field.criteria]
    if field.by_panel:
        return [
            [(max(share - floor, Fraction(0)), 1 - share) for share, floor in zip(offer.shares, floors, strict=True)]
            for offer in field.contest.offers
        ]
    ballots = sheets(case, field).ballots
    found: list[list[tuple[Fraction, Fraction]]] = []
    for at, offer in enumerate(field.contest.offers):
        cells = zip(*(rows[at] for rows in ballots.votes), strict=True) if ballots.votes else [()] * len(offer.shares)
        found.append(
            [
                _room(cell, ballots.whole, share, floor)
                for cell, share, floor in zip(cells, offer.shares, floors, strict=True)
            ]
        )
    return found


def _floor(field: Field, question: Question) -> Fraction:
    """Return the share that the lowest score of a scale is: above 0 where shares are of the top and it begins above 0."""
    ends = ends_of(question)
    return Fraction(0) if ends is None or field.by_length or ends.low_is_good else ends.lowest / ends.highest


def _room(cell: tuple[int | None, ...], whole: int, share: Fraction, floor: Fraction) -> tuple[Fraction, Fraction]:
    """Return how far one of the scores of a cell moves their mean; where nobody is named for them, all of it may move."""
    known = [one for one in cell if one is not None]
    if not known:
        return max(share - floor, Fraction(0)), 1 - share
    down = max(Fraction(max(known), whole) - floor, Fraction(0)) / len(known)
    return down, Fraction(whole - min(known), whole * len(known))


def _panels(
    node: Node[Evaluation], case: Case, field: Field, stands: Standing
) -> Generator[Tabled, None, Fraction | None]:
    """Yield how often panels drawn again put the same bid first, only where everybody scored everything.

    Return how often they put who is first there.
    """
    from fairaudit.analysis.contest.resampling import first_by_panels

    found = sheets(case, field)
    people = len(found.evaluators)
    if people < 2 or not found.full or field.by_other_than_means:
        kind = "no-panels" if people < 2 else "not-everybody" if not found.full else "other-average"
        yield Tabled(node, Measurement(kind, Drawn(field.called, "", Decimal(0), people, 0, 0, 0)))
        return None
    contest = field.contest
    totals = [_totals(rows, contest.weights, found.ballots.whole) for rows in found.ballots.votes]
    paid = price_shares(contest) if contest.pricing else (Fraction(0),) * len(contest.offers)
    chances = first_by_panels(totals, [one * contest.price_weight for one in paid])
    best = max(range(len(contest.offers)), key=lambda at: (chances.shares[at], -at))
    facts = Drawn(
        field.called,
        bidder_letter(case, contest.offers[best].name),
        per_cent(chances.shares[best]),
        people,
        chances.panels,
        chances.drawn or 0,
        chances.seed,
    )
    rows = tuple(
        (bidder_letter(case, one.name), cell(share * 100))
        for one, share in zip(contest.offers, chances.shares, strict=True)
    )
    table = Table("first-by-panels", ("bidder", "per_cent_first"), rows, field.lot or "")
    yield Tabled(node, Measurement("panels-drawn" if chances.drawn else "panels-counted", facts, (table,)))
    firsts = (share for one, share in zip(contest.offers, chances.shares, strict=True) if one.name in stands.first)
    return sum(firsts, Fraction(0))


def _totals(rows: tuple[tuple[int | None, ...], ...], weights: tuple[Fraction, ...], whole: int) -> list[Fraction]:
    """Return the points that one evaluator's scores are worth, bid by bid."""
    unit = lcm(*{one.denominator for one in weights})
    parts = [one.numerator * (unit // one.denominator) for one in weights]
    return [
        Fraction(sum(part * one for part, one in zip(parts, row, strict=True) if one is not None), unit * whole)
        for row in rows
    ]
