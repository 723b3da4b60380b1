"""The check of the family `scoring` on agreed scores that are not recorded."""

from fairaudit.analysis.text.scores.averaged import Averaging
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.cells import in_all_rounds, lots
from fairaudit.checks.scoring.criteria.earlier_stages import is_of_an_unrecorded_stage, unrecorded_stages
from fairaudit.checks.scoring.criteria.of_lots import leaves_for
from fairaudit.checks.scoring.criteria.tree import Question, called
from fairaudit.checks.scoring.evaluation_records import OUT, bid_named, lot_of, maybe, scores_by_bid
from fairaudit.checks.scoring.sheets.labels_in_place import labels_of
from fairaudit.checks.scoring.sheets.published_average import averaging_said, unread_average
from fairaudit.checks.scoring.sheets.unread_scores import unread_rows
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid

_NOT_SCORED = OUT | {"invited", "pending"}


class NotAgreed(Frozen):
    """A bid, for how many of how many criteria no agreed score is recorded, and for which."""

    bid: str
    number: int
    scored: int
    criteria: tuple[str, ...]


@check
def agreed_scores_are_recorded(node: Node[Evaluation], case: Case) -> Found[NotAgreed]:
    """Flag bids in the contest for which the panel's score on a criterion is not recorded.

    None is needed where all the members gave the same, where one of them alone scored, or where the documents say that their
    scores are averaged; a score for a group stands for its parts. Where other scores are recorded on which all gave the same,
    one that is not is a question, and so is one where the documents leave open whether scores are averaged, or where a score
    stands under a label that nobody published and that may mean it. Absence counts only where the record is complete.
    """
    if lacking := _lacking(node, case):
        yield lacking
        return
    agreed, own = scores_by_bid(node.value.consensus), scores_by_bid(node.value.individual)
    sure = case.holds_all("evaluation.consensus")
    for bid in case.bids:
        scored = in_all_rounds(case, bid)
        first, second = ([each for one in scored for each in some.get(one.id, [])] for some in (agreed, own))
        given = first, second
        for lot in _lots(case, bid, *given):
            asked = [one for one in _asked(case, lot) if not is_of_an_unrecorded_stage(case, one)]
            own_here = [one for one in given[1] if case.once(lots)[one.bid, one.lot] in (lot, None)]
            gaps = [one for one in asked if _is_lacking(case, one, *given, lot)]
            gaps = [one for one in gaps if _averaged(case, one, own_here) is not Averaging.PLAIN]
            if bid.status in _NOT_SCORED or not gaps:
                continue
            if unread := _unread(case, gaps, given[0]) or _unclear(case, node, gaps, own_here):
                # What stands there and was not understood is not missing.
                yield unread
                continue
            if not sure:
                reason = "not all agreed scores are given, and `complete` does not name evaluation.consensus"
                yield Unassessed(node, reason, ("evaluation.consensus",))
                return
            asks = _all_gave(given[1], gaps) or any(_averaged(case, one, own_here) is Averaging.OPEN for one in gaps)
            hit, labelled = _hit(case, node, bid, lot, gaps, len(asked)), _labelled(case, gaps, given[0])
            yield hit._replace(related=(*hit.related, *labelled), confidence=maybe(asks or bool(labelled)))
    yield from unrecorded_stages(case, _asked(case, None))


def _asked(case: Case, lot: str | None) -> list[Question]:
    return [one for one in leaves_for(case, lot) if not one.is_price and one.criterion.id]


def _lacking(node: Node[Evaluation], case: Case) -> Unassessed | None:
    """Return what is not given without which nobody can say that a score lacks."""
    for name, lacks in (
        ("evaluation.consensus", node.value.consensus is None),
        ("bids", not case.gives("bids")),
        ("tender.award_criteria", case.tender.award_criteria is None),
    ):
        if lacks:
            return Unassessed(node, f"{name} is not given", (name,))
    unnamed = next((one for one in case.bids if one.id is None), None)
    if unnamed is not None:
        name = f"{text_of(unnamed.path)}.id"
        return Unassessed(node, f"{name} is not given", (name,))
    return None


def _lots(case: Case, bid: Bid, agreed: list[Score], own: list[Score]) -> tuple[str | None, ...]:
    """Return the lots that a bid was scored for: its own, else those that its scores name."""
    lot = lot_of(case, bid.id, None)
    named = dict.fromkeys(one.lot for one in (*agreed, *own) if one.lot)
    return (lot,) if lot is not None or not named else tuple(named)


def _unread(case: Case, gaps: list[Question], agreed: list[Score]) -> Unassessed | None:
    """Return the first agreed score for one of some criteria that stands in the record and could not be read."""
    paths = frozenset(one.path for one in case.unreadable if one.path[:2] == ("evaluation", "consensus"))
    names = {name.id for one in gaps for name in one.lineage}
    for one in agreed:
        if one.score is None and one.criterion in names and (*one.path, "score") in paths:
            name = text_of((*one.path, "score"))
            return Unassessed(one.node, f"{name} could not be read", (name,))
    if not unread_rows(case, "consensus"):
        return None
    reason = "part of the agreed scores could not be read"
    return Unassessed(case.evaluation.node, reason, ("evaluation.consensus (what could not be read)",))


def _unclear(case: Case, node: Node[Evaluation], gaps: list[Question], own: list[Score]) -> Unassessed | None:
    """Return why nobody can tell whether the documents ask for agreed scores, or for averages of scores that are given."""
    said = {one: averaging_said(case, one.criterion.id) for one in gaps}
    if node.value.individual is None and Averaging.PLAIN in said.values():
        reason = "the documents say that scores are averaged, and evaluation.individual is not given"
        return Unassessed(node, reason, ("evaluation.individual",))
    for one in gaps:
        if said[one] is Averaging.UNREAD and _own_scores(one, own):
            return unread_average(case, node, one.criterion.id)
    return None


def _own_scores(question: Question, own: list[Score]) -> list[Score]:
    names = {one.id for one in question.lineage}
    return [one for one in own if one.criterion in names and one.score is not None]


def _averaged(case: Case, question: Question, own: list[Score]) -> Averaging:
    """Return whether the documents say that members' scores for a criterion are averaged, of which some are there."""
    return averaging_said(case, question.criterion.id) if _own_scores(question, own) else Averaging.UNSAID


def _hit(
    case: Case, node: Node[Evaluation], bid: Bid, lot: str | None, gaps: list[Question], asked: int
) -> Hit[NotAgreed]:
    elsewhere = lot is not None and lot != lot_of(case, bid.id, None)
    name = bid_named(case, bid) + (f" in lot {lot}" if elsewhere else "")
    facts = NotAgreed(name, len(gaps), asked, tuple(called(one.criterion) for one in gaps))
    key = "|".join(one for one in (bid.id, lot if elsewhere else None) if one)
    return Hit(node.value.field("consensus"), facts, ((bid.node, "the bid"),), key=key)


def _labelled(case: Case, gaps: list[Question], agreed: list[Score]) -> tuple[tuple[Node[object], str], ...]:
    """Return the agreed scores of a bid under labels that stand in place of criteria for which it lacks one."""
    labels = {label for one in gaps for label in labels_of(case, one)}
    return tuple(
        (one.field("criterion"), "a score under a label that may mean it") for one in agreed if one.criterion in labels
    )


def _is_lacking(case: Case, question: Question, agreed: list[Score], own: list[Score], lot: str | None) -> bool:
    """Whether no agreed score stands for a criterion, its group or its parts, and members' scores leave one open."""
    where, names = case.once(lots), {one.id for one in question.lineage}
    # A word such as `pass` was agreed on too, whatever it is worth where points were asked for.
    said = (one for one in agreed if one.score is not None or one.met is not None)
    if any(one.criterion in names and where[one.bid, one.lot] in (lot, None) for one in said):
        return False
    given = _own_scores(question, own)
    alike = len({one.score for one in given}) == 1
    return not alike or (len(given) > 1 and case.once(_keeps_what_all_gave))


def _keeps_what_all_gave(case: Case) -> bool:
    """Whether agreed scores are recorded for several cells on which several members gave the same, as many panels leave out."""
    own: dict[tuple[str | None, str | None], list[object]] = {}
    for one in case.evaluation.individual or ():
        if one.score is not None:
            own.setdefault((one.bid, one.criterion), []).append(one.score)
    agreed = {(one.bid, one.criterion) for one in case.evaluation.consensus or () if one.score is not None}
    return sum(len(own.get(one, ())) > 1 and len(set(own[one])) == 1 for one in agreed) > 1


def _all_gave(own: list[Score], gaps: list[Question]) -> bool:
    """Whether members gave the same on every one of some criteria."""
    named = [{name.id for name in one.lineage} for one in gaps]
    return all(len({one.score for one in own if one.criterion in names}) == 1 for names in named)
