"""Checks of scoring that case law asks for: weights known before, reasons for what a panel agreed, staff counted once."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from fairaudit.analysis.names import words
from fairaudit.analysis.rounding import on_step
from fairaudit.analysis.text.scores.about_scoring import COUNTED, gives_no_ground
from fairaudit.analysis.text.scores.averaged import Averaging
from fairaudit.checks.base import Found, Hit, Many, Pattern, Unassessed, Verb, check
from fairaudit.checks.moderation.boilerplate import explained
from fairaudit.checks.moderation.cells import in_short
from fairaudit.checks.moderation.comments import unread_comments
from fairaudit.checks.moderation.scale_words import in_words_of_the_scale
from fairaudit.checks.scoring.criteria.tree import called, question_with, questions, unread_weight, worth
from fairaudit.checks.scoring.evaluation_records import bid_called, maybe, plain, scores_together
from fairaudit.checks.scoring.sheets.averages import MEAN
from fairaudit.checks.scoring.sheets.bare_means import Between, means_between
from fairaudit.checks.scoring.sheets.published_average import (
    ByAverage,
    averaging_said,
    by_published_average,
    cell_scored,
    published_average,
    unread_average,
)
from fairaudit.checks.scoring.sheets.unread_scores import leans_on_unread
from fairaudit.checks.scoring.sittings import counting
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import AwardCriterion, Experience, Staff
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Tender
from fairaudit.procurement.wanted import in_list


class Weighed(Frozen):
    """A criterion, and the weight it was given that was not published."""

    criterion: str
    applied: Decimal


@check
def weights_not_published(node: Node[Evaluation], case: Case) -> Found[Weighed]:
    """Flag weights applied to criteria or parts of criteria for which no weight was published."""
    applied = node.value.weights_applied
    for name, given in (("evaluation.weights_applied", applied), ("tender.award_criteria", case.tender.award_criteria)):
        if given is None:
            yield Unassessed(node, f"{name} is not given", (name,))
            return
    published = {one.criterion.id: one for one in questions(case) if one.criterion.id}
    for key, weight in (applied or {}).items():
        question = published.get(key)
        if question is not None and worth(question) is None and (unread := unread_weight(case, question)):
            yield unread
        elif question is None or worth(question) is None:
            name = called(question.criterion) if question else key
            yield Hit(Node((*node.path, "weights_applied", key), weight), Weighed(name, weight), key=key)


class Ordered(Frozen):
    """In which other way than by a weight the importance of criteria is stated, and of which."""

    how: str
    criteria: tuple[str, ...]


@check
def importance_without_weights(node: Node[Tender], case: Case) -> Found[Ordered]:
    """Flag criteria whose importance is stated as an order or in words; an order may be lawful, words alone are none."""
    if node.value.award_criteria is None:
        yield Unassessed(node, "tender.award_criteria is not given", ("tender.award_criteria",))
        return
    for kind, how in (("ranking", "an order of importance"), ("descriptive", "words")):
        found = [one.criterion for one in questions(case) if one.criterion.weight_type == kind]
        if found:
            at = Node((*node.path, "award_criteria"), None)
            yield Hit(
                at,
                Ordered(how, tuple(called(one) for one in found)),
                (),
                "possible" if kind == "ranking" else None,
                kind,
            )


class CountedTwice(Frozen):
    """A condition of taking part and an award criterion that both look at the qualifications of staff."""

    condition: str
    criterion: str


@check
def staff_counted_twice(node: Node[Tender], case: Case, *, staff: Pattern) -> Found[CountedTwice]:
    """Ask about qualifications of staff that are asked for to take part and scored as well."""
    for name in ("selection_criteria", "award_criteria"):
        if getattr(node.value, name) is None:
            yield Unassessed(node, f"tender.{name} is not given", (f"tender.{name}",))
            return
    first = [
        one
        for one in node.value.selection_criteria or ()
        if isinstance(one, Staff)
        or (isinstance(one, Experience) and one.of == "staff")
        or _names(one.name, one.text, staff)
    ]
    scored = [one.criterion for one in questions(case) if one.is_scored]
    by_lot: dict[str | None, AwardCriterion] = {}
    for criterion in (one for one in scored if _names(one.name, one.text, staff)):
        for lot in criterion.lots or (None,):
            by_lot.setdefault(lot, criterion)
    for one in first if by_lot else ():
        wanted = (*one.lots, None) if one.lots else tuple(by_lot)
        found = next((by_lot[lot] for lot in wanted if lot in by_lot), None)
        if found is not None:
            facts = CountedTwice(one.id or one.name or "a condition of taking part", called(found))
            yield Hit(found.node, facts, ((one.node, "asked for here too"),), "possible", found.id or "")
            return


def _names(name: str | None, text: str | None, pattern: Pattern) -> bool:
    said = " / ".join(one for one in (name, text) if one)
    return bool(said) and pattern.find(said) is not None


_AVERAGES = frozenset({"average", "averages", "averaged", "mean", "means"})
_MIDDLE = frozenset({"avg", "averaged", "midpoint", "halfway"})
_OF_SCORES = frozenset({
    "scores", "marks", "members", "evaluators", "assessors", "individual", "panel", "agreed", "rounded", "arithmetic",
})  # fmt: skip
"""Beside which words an average is one of scores, and no judgment of the bid. Heuristic."""
_NEEDING = (ByAverage.UNSAID, ByAverage.DEPARTS)
"""How scores stand to a published average that need a reason of their own."""


class Reasonless(Frozen):
    """How many agreed scores have no reason, and the first few of them."""

    number: int
    examples: tuple[str, ...] | Many
    beside: Verb = Verb("")


@check
def consensus_without_reasons(node: Node[Evaluation], case: Case) -> Found[Reasonless]:
    """Flag once the agreed scores of a panel without a reason or a comment that says anything; prices need none.

    Words about the scale, the method or the meeting alone, and those that stand beside nearly every score, say nothing of a bid.
    An average of the members' scores that the documents say was agreed by nobody, and needs no reason of its own; where they do
    not say it plainly, it is for a person to read, and nothing is said where their words on it were not understood.
    """
    scores = node.value.consensus
    if scores is None:
        yield Unassessed(node, "evaluation.consensus is not given", ("evaluation.consensus",))
        return
    yield from _of_the_scale(case, node)
    bare = [
        one for one in scores if one.score is not None and one.path not in explained(case) and _is_judged(case, one)
    ]
    stand: dict[ByAverage, list[Score]] = {}
    for one in bare:
        stand.setdefault(by_published_average(case, one), []).append(one)
    kept, unknown = [one for how in _NEEDING for one in stand.get(how, ())], stand.get(ByAverage.UNKNOWN, [])
    asked = stand.get(ByAverage.OPEN, [])
    yield from [unread_average(case, node, one.criterion) for one in stand.get(ByAverage.UNREAD, ())[:1]]
    if unknown and case.holds_all("evaluation.individual"):
        kept += unknown
    elif unknown:
        cell = in_list(case, "evaluation.individual", f"criterion {unknown[0].criterion}, bid {unknown[0].bid}")
        yield Unassessed(node, "scores are averaged, and no individual scores are given for some", (cell,))
    if not (kept or asked):
        return
    if unread := unread_comments(case, "consensus"):
        yield unread
        return
    if not case.holds_all("evaluation.consensus"):
        name = f"{text_of((kept or asked)[0].path)}.reason"
        yield Unassessed(node, f"{name} is not given, and `complete` does not name evaluation", (name,))
        return
    yield _reasonless(case, node, kept or asked, asked=not kept)


def _of_the_scale(case: Case, node: Node[Evaluation]) -> Iterator[Hit[Reasonless]]:
    """Ask once about agreed scores that have no other reason than words of their published scale."""
    bare = [one for one in in_words_of_the_scale(case) if by_published_average(case, one) in _NEEDING]
    if bare:
        hit = _reasonless(case, node, bare, asked=True)
        beside = Verb("; what is written there are words of the published scale alone")
        related = tuple((one, "in the words of the scale alone") for one, _ in hit.related)
        yield hit._replace(facts=hit.facts._replace(beside=beside), related=related, key="scale")


def _reasonless(case: Case, node: Node[Evaluation], bare: list[Score], *, asked: bool) -> Hit[Reasonless]:
    shown = tuple(f"{bid_called(case, one.bid)} for {one.criterion}" for one in bare[:3])
    related = tuple((one.node, "no reason") for one in bare[:10])
    told = shown if len(bare) == len(shown) else Many(shown, len(bare) - len(shown))
    return Hit(Node((*node.path, "consensus"), None), Reasonless(len(bare), told), related, maybe(asked))


def _is_judged(case: Case, score: Score) -> bool:
    """Whether a score is somebody's judgment: a price that a formula scores, and pass or fail, need no words."""
    question = question_with(case, score.criterion)
    return question is None or not (question.is_price or not question.is_scored)


class Averaged(Frozen):
    """Agreed scores of a bid that are the means of the single ones: each with its criterion and with what these were."""

    bid: str
    number: int
    criteria: tuple[str, ...]
    which_scores: tuple[str, ...] | Many
    beside: Verb = Verb("with no moderation recorded and no reason that says anything of the bid")


class _Mean(Frozen):
    score: Score
    single: tuple[Decimal, ...]
    asks: bool
    bare: bool


@check
def mean_without_a_reason(node: Node[Evaluation], case: Case, *, within: Decimal = Decimal("0.01")) -> Found[Averaged]:
    """Flag the agreed scores of a bid off their published scale that are only means of differing single ones, without a reason.

    One that is on the scale may have been agreed, which is for a person to ask: where no member gave it, or
    where no more gave it than another score and most agreed scores beside differing ones are means, or where its own words say
    that it is an average; and, whatever its reason, where nearly all that fall between what members give are means. Words of
    the scoring alone are no reason. Where the documents say that scores are averaged nobody had to agree; where they do not say
    it plainly, any such mean is asked about.
    """
    if scores_together(node.value):
        return
    for name in ("individual", "consensus"):
        if getattr(node.value, name) is None:
            yield Unassessed(node, f"evaluation.{name} is not given", (f"evaluation.{name}",))
            return
    cells = _cells(node.value)
    beside = [
        (one, tuple(cells.get(cell_scored(one), ()))) for one in node.value.consensus or () if one.score is not None
    ]
    differ = [(one, single) for one, single in beside if len(set(single)) > 1]
    means = {one.path for one, single in differ if _is_mean(one, single, _room(case, one, within))}
    between = means_between((one, single) for one, single in differ if not _needs_no_agreement(case, one))
    mostly = 2 * len(means) > len(differ)
    found: dict[tuple[str | None, str | None, bool, bool], list[_Mean]] = {}
    for one, single in differ:
        bare = one.path in means and _is_bare(case, one, single, mostly=mostly)
        if not (bare or one.path in between.paths) or _needs_no_agreement(case, one):
            continue
        said = averaging_said(case, one.criterion)
        if said is Averaging.UNREAD:
            yield unread_average(case, one.node, one.criterion)
            continue
        asks = not (bare and _off_the_scale(case, one)) or said is Averaging.OPEN
        alone = one.criterion if leans_on_unread(case, one) else None
        found.setdefault((one.bid, alone, asks, bare), []).append(_Mean(one, single, asks, bare))
    for (bid, alone, _, bare), several in found.items():
        key = "|".join(str(each) for each in (bid, alone, None if bare else "between") if each)
        yield _averaged(case, several, key, between)


def _needs_no_agreement(case: Case, score: Score) -> bool:
    """Whether the documents say plainly that a score is averaged, and by this average."""
    return averaging_said(case, score.criterion) is Averaging.PLAIN and _is_published(case, score)


def _is_bare(case: Case, score: Score, single: tuple[Decimal, ...], *, mostly: bool) -> bool:
    """Whether a mean says itself that it is one, or has no reason and is off the scale or more than a panel would agree on."""
    if _admits(score):
        return True
    return score.path not in explained(case) and (_off_the_scale(case, score) or _asks(score, single, mostly=mostly))


def _averaged(case: Case, several: list[_Mean], key: str, between: Between) -> Hit[Averaged]:
    names = tuple(dict.fromkeys(one.score.criterion or "a criterion" for one in several))
    told = tuple(
        f"{plain(one.score.score or Decimal(0))} for {one.score.criterion or 'a criterion'}"
        f" (of {', '.join(map(plain, one.single[:-1]))} and {plain(one.single[-1])})"
        for one in several
    )
    first = several[0].score
    facts = Averaged(bid_called(case, first.bid), len(several), names, in_short(told))
    if not several[0].bare:
        facts = facts._replace(beside=Verb(between.in_words))
    related = tuple((one.score.field("score"), "an average too") for one in several[1:])
    return Hit(first.field("score"), facts, related, maybe(several[0].asks), key)


def _is_published(case: Case, score: Score) -> bool:
    """Whether a mean is what the documents say: the mean is published, or of these scores the other average is the same."""
    same = (ByAverage.FOLLOWS, ByAverage.NEAR)
    return published_average(case) is MEAN or by_published_average(case, score) in same


def _is_mean(agreed: Score, single: tuple[Decimal, ...], within: Decimal) -> bool:
    return abs(Fraction(sum(single, Decimal(0))) / len(single) - Fraction(agreed.score or 0)) <= Fraction(within)


def _admits(score: Score) -> bool:
    """Whether the words beside a score say that it is an average of the members' scores."""
    said = frozenset(words(f"{score.reason or ''} {score.comment or ''}"))
    if not _MIDDLE.isdisjoint(said):
        return True
    counted = not COUNTED.isdisjoint(said) and gives_no_ground(tuple(said), frozenset())
    return not _AVERAGES.isdisjoint(said) and (counted or not _OF_SCORES.isdisjoint(said))


def _room(case: Case, score: Score, within: Decimal) -> Decimal:
    """Return how far from a mean a score may be that is one: half a step where its words say that it is an average."""
    question = question_with(case, score.criterion) if score.criterion and _admits(score) else None
    scale = question.scale if question else None
    return within if scale is None else max(within, (scale.step or Decimal(1)) / 2)


def _asks(agreed: Score, single: tuple[Decimal, ...], *, mostly: bool) -> bool:
    """Whether a mean on the scale is more than what a panel that talks would agree on: `mostly`, its others are means too.

    What more members gave than anything else is no sign of averaging.
    """
    if agreed.score not in single:
        return True
    most = Counter(single).most_common(2)
    return mostly and not (most[0][0] == agreed.score and (len(most) == 1 or most[0][1] > most[1][1]))


def _cells(evaluation: Evaluation) -> dict[tuple[str | None, ...], list[Decimal]]:
    found: dict[tuple[str | None, ...], list[Decimal]] = {}
    for one in counting(evaluation.individual):
        if one.score is not None:
            found.setdefault(cell_scored(one), []).append(one.score)
    return found


def _off_the_scale(case: Case, score: Score) -> bool:
    """Whether a score lies between the published steps of its criterion; a scale described score by score has those steps."""
    question = question_with(case, score.criterion) if score.criterion else None
    scale = question.scale if question else None
    if scale is None or score.score is None:
        return False
    if scale.step:
        return not on_step(score.score, scale.minimum or Decimal(0), scale.step)
    return bool(scale.descriptors) and score.score not in set(_numbers(scale.descriptors or {}))


def _numbers(descriptors: dict[str, str]) -> Iterator[Decimal]:
    for key in descriptors:
        if key.replace(".", "", 1).isdigit():
            yield Decimal(key)
