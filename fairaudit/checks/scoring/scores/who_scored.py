"""Checks of the family `scoring` on who scored: everybody who was to, and nobody else.

People are one under id and name where nobody else has the name; a name of several, or an id and a name of which no record of a
person says that they are one, leave open who is meant.
"""

from collections.abc import Iterator

from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.moderation.cells import in_all_rounds
from fairaudit.checks.people.spellings.slips_of_names import misspelt, seat_misspelt, slip_of
from fairaudit.checks.reasons import unplaced, which_of
from fairaudit.checks.scoring.criteria.tree import Question, called, scored_leaves
from fairaudit.checks.scoring.evaluation_records import lot_of, maybe, recorded_scores, scores_together
from fairaudit.checks.scoring.sheets.asked import expected_scores, stood_aside
from fairaudit.checks.scoring.sheets.labels_in_place import labels_of
from fairaudit.checks.scoring.sheets.outsiders import outsiders
from fairaudit.checks.scoring.sheets.published_average import texts_on_the_award
from fairaudit.checks.scoring.sheets.under_another_name import Stranger, gaps_filled, named_otherwise, strangers_for
from fairaudit.checks.scoring.sheets.unread_scores import unread_cells, unread_scores
from fairaudit.checks.scoring.totals.totals import bodies_behind, lots_with_outsiders
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Allocation, Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.persons.identity import (
    ambiguous,
    bearers_of,
    called_otherwise,
    key_of,
    keys_of,
    known_person,
    may_mean,
    person_called,
    ways_written,
    whose,
)
from fairaudit.procurement.persons.labels import is_label


class Gaps(Frozen):
    """An evaluator, and the scores they were asked for that are not recorded."""

    evaluator: str
    number: int
    cells: tuple[str, ...]


@check
def scores_are_recorded(node: Node[Evaluation], case: Case) -> Found[Gaps]:
    """Flag evaluators without a score they were to give; what they were to give is what `allocation` says."""
    evaluation = node.value
    if scores_together(evaluation):
        return
    lacking = [one for one in ("individual",) if evaluation.individual is None]
    asked = evaluation.allocation
    if asked is None:
        # Panels are split: who sits on one is not asked to score everything.
        reason = "evaluation.allocation, which says who was to score what, is not given"
        yield Unassessed(node, reason, ("evaluation.allocation",))
        return
    names = [f"evaluation.{one}" for one in lacking] + ([] if case.gives("bids") else ["bids"])
    names += [] if case.tender.award_criteria is not None else ["tender.award_criteria"]
    names += [f"{text_of(one.path)}.id" for one in case.bids if one.id is None]
    names += [f"{text_of(one.criterion.path)}.id" for one in scored_leaves(case) if one.criterion.id is None]
    if names:
        yield Unassessed(node, f"{names[0]} is not given", tuple(names))
        return
    yield from _unread(case)
    have, by = case.once(_given), case.once(_scorers)
    expected = expected_scores(case, asked)
    strangers = [one for key, one in by.items() if key not in expected]
    vague = [one for one in strangers if one.evaluator and ambiguous(case, one.evaluator)]
    ways = ways_written(case, (one.evaluator for one in strangers if one.evaluator))
    for key, (evaluator, cells) in expected.items():
        gaps = [(bid, criterion) for bid, criterion in cells if not _scored(case, have, key, bid, criterion)]
        gaps = [(bid, one) for bid, one in gaps if not _needs_no_score(case, bid, one)]
        gaps = [(bid, one) for bid, one in gaps if not _carried_over(case, have, key, bid, one)]
        doubt = _whose_scores(case, evaluator, vague, ways) or _slip(case, evaluator, strangers) if gaps else None
        if doubt is not None:
            yield Unassessed(node, *doubt)
        elif gaps:
            yield from _lacking(node, case, (key, evaluator), gaps)


def _lacking(node: Node[Evaluation], case: Case, who: tuple[str, str], gaps: list[tuple[Bid, Question]]) -> Found[Gaps]:
    """Name the scores that somebody lacks, save those that may stand under another name."""
    key, evaluator = who
    others = strangers_for(case, key)
    for one in others:
        yield Unassessed(node, *named_otherwise(case, one, evaluator))
    enough = _enough(case, others)
    if enough:
        gaps = [(bid, one) for bid, one in gaps if not _given_by(others, bid, one)]
    labels = {label: one for bid, one in gaps if (label := _label(case, key, bid, one))}
    for label, question in labels.items():
        words = (
            f"the scores of {person_called(case, evaluator)} for {label} may be those for {called(question.criterion)}"
        )
        yield Unassessed(node, words, ("evaluation.individual (under the ids of the criteria)",))
    gaps = [(bid, one) for bid, one in gaps if not _label(case, key, bid, one)]
    if gaps:
        cells = tuple(f"{bid.id} on {one.criterion.id}" for bid, one in gaps)
        # What stands in a cell that could not be read is no score, and may be one all the same.
        known = not any(one.path[:2] == ("evaluation", "individual") for one in case.unreadable)
        known = known and case.holds_all("evaluation.individual") and (enough or not others)
        sure = known and any(not one.is_price or _only_people_score(case, bid, one) for bid, one in gaps)
        facts = Gaps(person_called(case, evaluator), len(gaps), cells)
        # A score that is not there has no place; what asked for it has one.
        related = tuple((one.node, "what they were to score") for one in case.once(_asked_of).get(key, ()))
        yield Hit(node.value.field("individual"), facts, related, maybe(not sure), key)


def _asked_of(case: Case) -> dict[str, list[Allocation]]:
    """Return what the allocation says of everybody, by the one key of a person."""
    found: dict[str, list[Allocation]] = {}
    for one in case.evaluation.allocation or ():
        if one.evaluator:
            found.setdefault(whose(case, one.evaluator), []).append(one)
    return found


def _unread(case: Case) -> Iterator[Unassessed]:
    """Say which scores stand in the record and could not be read."""
    if unread := unread_scores(case):
        names = tuple(f"{text_of(one.path)}.score (as a number)" for one in unread)
        yield Unassessed(unread[0].node, f"what stands at {text_of(unread[0].path)}.score could not be read", names)


def _given(case: Case) -> frozenset[tuple[str, str | None, str | None]]:
    """Return who scored which bid for what, by the one key of a person, also where what stands there could not be read."""
    scores = case.evaluation.individual or ()
    read = {
        (whose(case, one.evaluator), one.bid, one.criterion)
        for one in scores
        if one.evaluator and one.score is not None
    }
    return frozenset(read | {(who, bid, criterion) for who, criterion, bid in unread_cells(case)})


def _scorers(case: Case) -> dict[str, Score]:
    """Return the first score of everybody who gave one, by the one key of a person."""
    found: dict[str, Score] = {}
    for one in case.evaluation.individual or ():
        if one.evaluator:
            found.setdefault(whose(case, one.evaluator), one)
    return found


def _whose_scores(
    case: Case, evaluator: str, vague: list[Score], ways: frozenset[bool]
) -> tuple[str, tuple[str, ...]] | None:
    """Return why somebody's scores may be recorded under what else they are called, `None` where none can be."""
    if ambiguous(case, evaluator):
        return which_of(evaluator, _seat(case.evaluation, evaluator))
    for one in vague:
        if one.evaluator and may_mean(case, one.evaluator, evaluator):
            return which_of(one.evaluator, one.field("evaluator"))
    return unplaced(case, evaluator) if called_otherwise(case, evaluator, ways) else None


def _slip(case: Case, evaluator: str, strangers: list[Score]) -> tuple[str, tuple[str, ...]] | None:
    """Return that somebody's scores may be recorded under their name with a slip, `None` where none can be."""
    for one in strangers:
        if one.evaluator and (meant := slip_of(case, one.evaluator, [evaluator])):
            return misspelt(one.evaluator, meant, one.field("evaluator"))
    return None


def _label(case: Case, key: str, bid: Bid, question: Question) -> str | None:
    """Return the label under which somebody's score for a criterion may stand, `None` for none."""
    have = case.once(_given)
    return next((one for one in labels_of(case, question) if (key, bid.id, one) in have), None)


def _enough(case: Case, others: tuple[Stranger, ...]) -> bool:
    """Whether there are as many strangers as members whose scores theirs may be, so that nobody needs to lack any."""
    return len({key for one in others for key in gaps_filled(case)[one.name]}) <= len(others)


def _given_by(others: tuple[Stranger, ...], bid: Bid, question: Question) -> bool:
    return any((bid.id, each.id) in one.cells for one in others for each in question.lineage)


def _seat(evaluation: Evaluation, evaluator: str) -> Node[object]:
    """Return where somebody is said to be one who scores."""
    return next(one for one in evaluation.allocation or () if one.evaluator == evaluator).field("evaluator")


def _scored(
    case: Case, have: frozenset[tuple[str, str | None, str | None]], evaluator: str, bid: Bid, question: Question
) -> bool:
    """Whether a score stands in the record, for the question or its group, or the evaluator stood aside."""
    given = any((evaluator, bid.id, one.id) in have for one in question.lineage)
    return given or stood_aside(case, evaluator, bid)


def _carried_over(
    case: Case, have: frozenset[tuple[str, str | None, str | None]], evaluator: str, bid: Bid, question: Question
) -> bool:
    """Whether somebody scored the bidder's offer of another round for a question, and was not asked by name for this one."""
    _, *others = in_all_rounds(case, bid)
    if not others or bid.id in case.once(_asked_by_name).get(evaluator, ()):
        return False
    return any((evaluator, one.id, part.id) in have for one in others for part in question.lineage)


def _asked_by_name(case: Case) -> dict[str, set[str | None]]:
    """Return the bids that the allocation names for each evaluator."""
    found: dict[str, set[str | None]] = {}
    for one in case.evaluation.allocation or ():
        if one.evaluator:
            found.setdefault(whose(case, one.evaluator), set()).update(one.bids or ())
    return found


def _needs_no_score(case: Case, bid: Bid, question: Question) -> bool:
    """Whether a price needs no score of an evaluator: a formula gives its points, or they are recorded and have no scale."""
    if not question.is_price:
        return False
    by_formula = question.formula is not None and question.formula.name is not None
    return by_formula or (question.scale is None and _has_points(case, bid, question))


def _only_people_score(case: Case, bid: Bid, question: Question) -> bool:
    """Whether a price is scored on a scale, and no points for it are recorded anywhere; else a calculation may stand behind."""
    return question.scale is not None and not _has_points(case, bid, question)


def _has_points(case: Case, bid: Bid, question: Question) -> bool:
    """Whether points for a price are recorded, by whomever."""
    recorded = case.once(_recorded_for_prices)
    return (bid.id, None) in recorded or any((bid.id, one.id) in recorded for one in question.lineage if one.id)


def _recorded_for_prices(case: Case) -> frozenset[tuple[str | None, str | None]]:
    """Return which bids have a price part (`None`), and which have a score for which criterion, whoever gave it."""
    parts = {(one.bid, None) for one in case.evaluation.totals or () if one.price is not None}
    scores = {(one.bid, one.criterion) for _, one in recorded_scores(case.evaluation) if one.score is not None}
    return frozenset({*parts, *((bid, criterion) for bid, criterion in scores if criterion)})


class Outsider(Frozen):
    """Somebody who scored without being on the panel, how many scores they gave, of which member these may be, what they did."""

    person: str
    number: int
    perhaps: Verb = Verb("")
    counted: Verb = Verb("")


@check
def scored_by_the_panel(node: Node[Evaluation], case: Case) -> Found[Outsider]:
    """Flag scores by somebody who is not on the panel, nor named in the allocation; a recorded role makes it a question."""
    evaluation = node.value
    for name in ("panel", "individual"):
        if getattr(evaluation, name) is None:
            yield Unassessed(node, f"evaluation.{name} is not given", (f"evaluation.{name}",))
            return
    seats = [*(evaluation.panel or ()), *(one.evaluator for one in evaluation.allocation or () if one.evaluator)]
    keys, by_stranger = keys_of(case), dict[str, list[Score]]()
    known = {keys[one] for one in seats}
    vague, ways = [one for one in seats if ambiguous(case, one)], ways_written(case, seats)
    for score in evaluation.individual or ():
        if score.evaluator is None:
            name = f"{text_of(score.path)}.evaluator"
            yield Unassessed(score.node, f"{name} is not given", (name,))
        elif (key := keys[score.evaluator]) not in known:
            by_stranger.setdefault(key, []).append(score)
    for key, scores in by_stranger.items():
        name, at = scores[0].evaluator or "", scores[0].field("evaluator")
        bearers = {key_of(one) for one in bearers_of(case, name)} if ambiguous(case, name) else set()
        if bearers & known or any(may_mean(case, one, name) for one in vague):
            yield Unassessed(scores[0].node, *which_of(person_called(case, name), at))
        elif called_otherwise(case, name, ways):
            yield Unassessed(scores[0].node, *unplaced(case, name))
        elif meant := slip_of(case, name, seats):
            yield Unassessed(scores[0].node, *misspelt(name, meant, at))
        elif seat := seat_misspelt(case, name, seats):
            words = f"{text_of(node.path)}.panel (as among the people)"
            yield Unassessed(scores[0].node, misspelt(seat, person_called(case, name), at)[0], (words,))
        else:
            person = known_person(case, name)
            has_role = person is not None and any(one.role == "evaluator" for one in person.roles or ())
            members = [person_called(case, one) for one in gaps_filled(case).get(name, ())]
            perhaps = Verb(f"; they may be those of {' or '.join(members)}, which are not recorded" if members else "")
            counted = _counted(case, key, scores)
            foreseen = not counted and _foresees_others(case)
            facts = Outsider(person_called(case, name), len(scores), perhaps, counted)
            doubt = has_role or bool(members) or is_label(case, name) or foreseen
            further = tuple((one.field("evaluator"), "another score of theirs") for one in scores[1:_MOST_PLACES])
            yield Hit(at, facts, further, maybe(doubt), key)


_MOST_PLACES = 100
"""How many scores of an outsider are told one by one."""
_OTHERS = frozenset(
    ("adviser", "advisers", "advisor", "advisors", "observer", "observers", "expert", "experts", "user", "users")
)
_UNCOUNTED = frozenset(("indicative", "advisory", "count", "counts", "counted", "information"))


def _foresees_others(case: Case) -> bool:
    """Whether the published method speaks of others who give scores that do not count: `an adviser gives indicative scores`."""
    said = [frozenset(words(one)) for one in texts_on_the_award(case)]
    return any(not _OTHERS.isdisjoint(one) and not _UNCOUNTED.isdisjoint(one) for one in said)


def _counted(case: Case, key: str, scores: list[Score]) -> Verb:
    """Return that recorded figures follow only with an outsider's scores, as an addition to a sentence."""
    lots = {lot_of(case, one.bid, one.lot) for one in scores}
    if any(lot in lots and whose(case, body) == key for lot, body in bodies_behind(case).items()):
        return Verb("; the recorded figures follow from these alone")
    if key not in outsiders(case) or not any(lot in lots for lot in lots_with_outsiders(case)):
        return Verb("")
    return Verb("; the recorded figures follow from the scores only with these, so that they counted")
