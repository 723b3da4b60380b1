"""Checks of the family `scoring` on the sheets of single members: rewritten, unsigned, not of the same people for all."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.checks.base import Found, Hit, Tabled, Unassessed, check
from fairaudit.checks.measurement import Measurement, Table
from fairaudit.checks.moderation.cells import (
    Agreed,
    agreed_cells,
    in_all_rounds,
    in_cells,
    lots,
    pointing_to,
    qualities,
)
from fairaudit.checks.scoring.criteria.measured import is_measured
from fairaudit.checks.scoring.criteria.tree import called_by_id, question_with
from fairaudit.checks.scoring.evaluation_records import OUT, bid_called, lot_of, maybe, scores_together
from fairaudit.checks.scoring.sheets.asked import stood_aside
from fairaudit.checks.scoring.sheets.unread_scores import unread_cells, unread_rows
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Change, Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.persons.identity import keys_of, person_called


class Overwritten(Frozen):
    """A criterion of which every sheet says what the panel agreed, for how many bids, and how it is elsewhere."""

    criterion: str
    number: int
    elsewhere: str


@check
def sheets_differ_from_agreement(
    node: Node[Evaluation], case: Case, *, at_least: int = 3, chance: Decimal = Decimal("0.05")
) -> Found[Overwritten]:
    """Ask about a criterion of which every member's score of every bid is the panel's, while they differ elsewhere.

    Counted are bids that two or more members scored, `at_least` so many. What is elsewhere the share of bids of which all
    sheets say what was agreed is taken for the chance that they do so honestly; times the number of criteria it must stay
    under `chance`, so coarse scales and agreeable panels are left alone, as are a criterion on which nearly all got one score and
    one whose score is a figure of the bid, which nobody judges.
    Sheets that never differ from what was agreed, over twice as many bids, are asked about once. `evaluation.method:
    consensus-only` says that it is meant so.
    """
    if node.value.method == "consensus-only":
        return
    for name in ("individual", "consensus"):
        if getattr(node.value, name) is None:
            yield Unassessed(node, f"evaluation.{name} is not given", (f"evaluation.{name}",))
            return
    scored = _of_several(case)
    if not scored:
        reason = "no bid has scores of two members beside the panel's"
        yield Unassessed(node, reason, ("evaluation.individual (of a second member)",))
        return
    groups = {key: cells for key, cells in scored.items() if not is_measured(case, key)}
    same = {key: sum(map(_alike, cells)) for key, cells in groups.items()}
    mixed = {key: cells for key, cells in groups.items() if same[key] < len(cells)}
    others, equal = sum(map(len, mixed.values())), sum(same[key] for key in mixed)
    if not mixed:
        cells = [one for each in groups.values() for one in each]
        if len(cells) >= 2 * at_least and _alike_by_chance(cells) <= Fraction(chance):
            yield _rewritten("every criterion", cells, "no sheet of any member differs from what was agreed", "")
        return
    honest = Fraction(equal + 1, others + 1)
    for key, cells in groups.items():
        likely = max(honest ** len(cells) * len(groups), _alike_by_chance(cells)) > Fraction(chance)
        if key not in mixed and len(cells) >= at_least and not likely:
            beside = f"for other criteria they do so of {equal} of {others} bids"
            yield _rewritten(called_by_id(case, key), cells, beside, key or "")


def _of_several(case: Case) -> dict[str | None, list[Agreed]]:
    """Return by criterion the agreed scores of bids that several members scored."""
    found: dict[str | None, list[Agreed]] = {}
    for cell in agreed_cells(case):
        if len({one.evaluator for one in cell.own}) > 1:
            found.setdefault(cell.score.criterion, []).append(cell)
    return found


def _alike(cell: Agreed) -> bool:
    return all(one.score == cell.score.score for one in cell.own)


def _alike_by_chance(cells: list[Agreed]) -> Fraction:
    """Return how likely all members give one score in every cell where each draws from all the scores that were given."""
    given = Counter(one.score for cell in cells for one in cell.own)
    whole = sum(given.values())
    likely = Fraction(1)
    for members, number in Counter(len(cell.own) for cell in cells).items():
        # One member gives something, and all the others the same.
        likely *= sum((Fraction(one, whole) ** members for one in given.values()), Fraction(0)) ** number
    return likely


def _rewritten(criterion: str, cells: list[Agreed], then: str, key: str) -> Hit[Overwritten]:
    related = pointing_to((one for cell in cells for one in cell.own), "says what was agreed")
    at = cells[0].own[0].field("score")
    return Hit(at, Overwritten(criterion, len({one.score.bid for one in cells}), then), related, "possible", key)


class Unsigned(Frozen):
    """How many moved scores do not say by whom or when they were moved, what is lacking, and which they are."""

    number: int
    lacking: tuple[str, ...]
    which_scores: tuple[str, ...]


@check
def moves_say_who_and_when(node: Node[Evaluation], case: Case) -> Found[Unsigned]:
    """Flag scores that moderation moved, without when, and recorded changes without who made them or when.

    A panel's score is the panel's, so nobody has to be named for it, and one that is its members' mean, or the mean rounded to
    the scale, was not moved. A meeting of the panel with its day and its people says when. Absence counts only where the record
    is complete.
    """
    if node.value.consensus is None and node.value.changes is None:
        names = ("evaluation.consensus", "evaluation.changes")
        yield Unassessed(node, "neither agreed scores nor changes are given", names)
        return
    met = any(one.date is not None and one.people for one in node.value.attendance or ())
    bare = [] if met else [one.score for one in agreed_cells(case) if one.score.at is None and _is_moved(case, one)]
    yield from _unsigned(case, "consensus", bare, in_cells(bare), ("at",))
    altered = [one for one in node.value.changes or () if one.from_ is None or one.from_ != one.to]
    loose = [one for one in altered if one.at is None or one.by is None]
    yield from _unsigned(case, "changes", loose, tuple(f"{one.bid} on {one.criterion}" for one in loose))


def _is_moved(case: Case, cell: Agreed) -> bool:
    """Whether the panel's score is further from the mean of its members' than rounding to the steps of the scale takes it."""
    own = [Fraction(one.score) for one in cell.own if one.score is not None]
    if not own or cell.score.score is None:
        return False
    question = question_with(case, cell.score.criterion)
    scale = question.scale if question else None
    step = Fraction(scale.step) if scale and scale.step else Fraction(1)
    away = abs(Fraction(cell.score.score) - sum(own, Fraction(0)) / len(own))
    # Half a step is as near as a score on the scale can be.
    return away > step / 2


def _unsigned(
    case: Case,
    name: str,
    bare: list[Score] | list[Change],
    cells: tuple[str, ...],
    asked: tuple[str, ...] = ("by", "at"),
) -> Found[Unsigned]:
    if not bare:
        return
    fields = [one for one in asked if any(getattr(each, one) is None for each in bare)]
    if not case.holds_all(f"evaluation.{name}"):
        missing = tuple(f"{text_of(bare[0].path)}.{one}" for one in fields if getattr(bare[0], one) is None)
        reason = f"{missing[0]} is not given, and `complete` does not name evaluation"
        yield Unassessed(bare[0].node, reason, missing)
        return
    said = {"by": "who moved it", "at": "when"}
    related = tuple((one.node, "not signed") for one in bare[:20])
    facts = Unsigned(len(bare), tuple(said[one] for one in fields), cells)
    yield Hit(Node(("evaluation", name), None), facts, related, key=name)


_Gaps = dict[str | None, list[tuple[str, str | None]]]
"""By bid, who did not score it on which criterion."""


class NotAlike(Frozen):
    """A bid, the scores it lacks that other bids have of the same people, and how many other bids lack."""

    bid: str
    number: int
    others: str
    which_scores: tuple[str, ...]


class Filled(Frozen):
    """How many scores the same people gave to all bids of a lot, how many they could have given, and what lacks."""

    given: int
    asked: int
    lacking: int
    percent: Decimal


@check
def same_people_for_all_bids(node: Node[Evaluation], case: Case) -> Iterator[Hit[NotAlike] | Unassessed | Tabled]:
    """Ask about bids that were not scored by everybody who scored others on the same criterion; who stood aside is left out.

    Asked about are bids that lack more than twice as many scores as half of the others do: heuristic. Nothing says that they
    had to be scored so, and therefore it is a question; it is only asked where the single scores are given in full. Left out is
    whoever is named in an allocation, against which alone their missing scores are judged, and so are people outside the panel
    and criteria that were not published. A score that stands there and cannot be read does not lack.
    """
    if scores_together(node.value):
        return
    if node.value.individual is None or not case.gives("bids"):
        lacks = "bids" if node.value.individual is not None else "evaluation.individual"
        yield Unassessed(node, f"{lacks} is not given", (lacks,))
        return
    for lot, (lacking, given) in _uneven(case).items():
        yield Tabled(node, _filled(case, lot, lacking, given))
        if not any(lacking.values()):
            continue
        if not case.holds_all("evaluation.individual"):
            reason = "not all bids have scores of the same people, and `complete` does not name evaluation.individual"
            yield Unassessed(node, reason, ("evaluation.individual",))
            return
        if rows := unread_rows(case):
            reason = f"rows, columns or sheets of single scores could not be read ({rows}), so what lacks is not known"
            yield Unassessed(node, reason, ("evaluation.individual",))
            return
        counts = {key: len(gaps) for key, gaps in lacking.items()}
        if len(set(map(tuple, lacking.values()))) == 1:
            continue
        for bid, gaps in lacking.items():
            rest = [count for key, count in counts.items() if key != bid]
            spread = str(max(rest)) if min(rest) == max(rest) else f"{min(rest)} to {max(rest)}"
            if gaps and len(gaps) > 2 * sorted(rest)[(len(rest) - 1) // 2]:
                words = tuple(f"{person_called(case, who)} on {criterion}" for who, criterion in gaps)
                facts = NotAlike(bid_called(case, bid), len(gaps), spread, words)
                at = node.value.field("individual")
                yield Hit(at, facts, confidence=maybe(True), key="|".join(one for one in (bid, lot) if one))


def _filled(case: Case, lot: str | None, lacking: _Gaps, given: int) -> Measurement:
    number = sum(map(len, lacking.values()))
    percent = (Decimal(100 * number) / (given + number)).quantize(Decimal("0.1")) if number else Decimal(0)
    rows = tuple((bid_called(case, bid), len(gaps)) for bid, gaps in lacking.items())
    table = Table("missing-scores", ("bid", "lacking"), rows, lot or "")
    return Measurement("filled", Filled(given, given + number, number, percent), (table,))


def _uneven(case: Case) -> dict[str | None, tuple[_Gaps, int]]:
    """Return by lot, for every bid in the contest, who scored others on a criterion and not this one; and how many they did."""
    bids: dict[str | None, list[str | None]] = {}
    scored = {one.bid for one in case.evaluation.individual or ()}
    for bid in case.bids:
        elsewhere = bid.id not in scored and any(one.id in scored for one in in_all_rounds(case, bid))
        if bid.status not in OUT | {"invited", "pending"} and not elsewhere:
            bids.setdefault(lot_of(case, bid.id, None), []).append(bid.id)
    own: dict[str | None, set[tuple[str, str | None, str | None]]] = {}
    pairs: dict[str | None, dict[tuple[str, str | None], str]] = {}
    where, unread = case.once(lots), unread_cells(case)
    for one, who in _by_the_panel(case):
        if one.score is not None or (who, one.criterion, one.bid) in unread:
            lot = where[one.bid, one.lot]
            own.setdefault(lot, set()).add((who, one.criterion, one.bid))
            pairs.setdefault(lot, {}).setdefault((who, one.criterion), one.evaluator or who)
    records = {bid.id: bid for bid in case.bids}
    found: dict[str | None, tuple[_Gaps, int]] = {}
    for lot, keys in bids.items():
        if len(keys) < 2 or lot not in pairs:
            continue
        here = own[lot]
        gaps = {
            key: [
                (name, criterion)
                for (who, criterion), name in pairs[lot].items()
                if (who, criterion, key) not in here and not stood_aside(case, who, records[key])
            ]
            for key in keys
        }
        found[lot] = gaps, sum(bid in gaps for _, _, bid in here)
    return found


def _by_the_panel(case: Case) -> Iterator[tuple[Score, str]]:
    """Yield scores for published questions of quality by members of the panel whom no allocation names, and whose they are."""
    keys = keys_of(case)
    asked = {keys[one.evaluator] for one in case.evaluation.allocation or () if one.evaluator}
    seats = {keys[one] for one in case.evaluation.panel or () if one}
    quality = case.once(qualities)
    given = [(one, keys[one.evaluator]) for one in case.evaluation.individual or () if one.evaluator]
    # Where nobody who scored is on the panel by the same key, they may be written otherwise there.
    placed = not seats.isdisjoint(who for _, who in given)
    published = {one.criterion: question_with(case, one.criterion) is not None for one, _ in given}
    told = case.tender.award_criteria is not None
    for one, who in given:
        if who in asked or (placed and who not in seats) or not quality[one.criterion]:
            continue
        if not told or published[one.criterion]:
            yield one, who
