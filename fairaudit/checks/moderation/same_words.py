"""Checks of the family `scoring` on words that are the same and scores that are not."""

from collections.abc import Iterable, Iterator

from fairaudit.analysis.denial import NONE, NOT
from fairaudit.checks.base import Found, Hit, Tabled, Unassessed, Verb, check
from fairaudit.checks.measurement import Measurement
from fairaudit.checks.moderation.boilerplate import says_nothing_of_the_bid
from fairaudit.checks.moderation.cells import is_quality, lots, scorer_of
from fairaudit.checks.moderation.comments import (
    Comment,
    Words,
    comments_of,
    names_by_first_word,
    vocabulary,
    without_names,
    words_of,
)
from fairaudit.checks.moderation.over_lots import Said, apart_by_lots, asked_alike, of_several_lots, said_alike
from fairaudit.checks.moderation.same_sentences import Rearranged, rearranged
from fairaudit.checks.scoring.criteria.tree import called_by_id
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_named, lot_of, maybe, plain
from fairaudit.checks.scoring.sittings import sitting_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid

Spoken = list[tuple[Comment, Words]]
"""Comments with their words, the names of bidders as one sign."""
_SHOWN = 80


class SameWords(Frozen):
    """Who scored bids apart on one criterion whose words are the same, the words, and the scores bid by bid."""

    who: str
    criterion: str
    words: str
    scores: tuple[str, ...]
    what_else: Verb = Verb("")


class Compared(Frozen):
    """How many comments were compared, how many are word for word another of the same person's, and how many were left out."""

    number: int
    same: int
    set_aside: int


@check
def same_comment_other_score(
    node: Node[Evaluation],
    case: Case,
    *,
    boilerplate: tuple[str, ...],
    telling: tuple[str, ...],
    at_least: int = 4,
    ordered: int = 8,
    beside: int = 12,
) -> Iterator[Hit[SameWords] | Unassessed | Tabled]:
    """Flag comments in which one evaluator, or the panel, says the same of several bids and scores them apart.

    Compared are the comments of one person on one criterion; a bidder's name counts as any other's. Comments of fewer than
    `at_least` words, those of `boilerplate`, those that speak of the scoring alone, and those beside nearly all scores of one
    person say nothing of a bid and are left out. Comments that are only nearly the same are a question; where they differ by a
    number, a denial or one of the words in `telling` they are not the same. A question, too, are comments of `ordered`
    words that say the same in another order, and of `beside` words beside a sentence that only grades or speaks of the scoring;
    and those that are word for word the same in several lots, on a criterion that asks the same in them.
    """
    spoken = comments_of(case)
    if not spoken:
        yield _no_comments(node)
        return
    groups = _by_hand(case, frozenset(words_of(one) for one in boilerplate), at_least)
    same = sum(len(each) - len({words for _, words in each}) for each in groups.values())
    number = sum(map(len, groups.values()))
    scored = sum(one.score.score is not None for one in spoken)
    yield Tabled(node, Measurement("compared", Compared(number, same, scored - number)))
    if scored and not number:
        yield _all_set_aside(node, spoken, scored)
    for each in groups.values():
        first = each[0][0].score
        if all(one.score.score == first.score or one.score.bid == first.bid for one, _ in each):
            continue
        yield from _of_one_hand(case, each, telling, ordered, beside)
    yield from _over_lots(case, groups)


def _by_hand(case: Case, usual: frozenset[Words], at_least: int) -> dict[tuple[object, ...], Spoken]:
    """Return the comments that say something of a bid by person, criterion and sitting."""
    longest = max(map(len, usual), default=0)
    groups: dict[tuple[object, ...], Spoken] = {}
    where = case.once(lots)
    named = not names_by_first_word(case).keys().isdisjoint(vocabulary(case))
    for one in comments_of(case):
        score = one.score
        length = len(one.words)
        if length < at_least or (length <= longest and one.words in usual) or says_nothing_of_the_bid(case, one):
            continue
        if score.score is not None:
            key = (score.evaluator, score.criterion, where[score.bid, score.lot], score.stage, one.field, one.single)
            groups.setdefault(key, []).append((one, without_names(case, one.words) if named else one.words))
    return groups


def _of_one_hand(
    case: Case, each: Spoken, telling: tuple[str, ...], ordered: int, beside: int
) -> Iterator[Hit[SameWords]]:
    """Yield what is to be said of the comments of one person on one criterion."""
    told: list[frozenset[int]] = []
    for members, exact in _alike([words for _, words in each], telling):
        told.append(frozenset(members))
        yield from _apart(case, [each[at][0] for at in members], exact)
    for group in rearranged(case, [one for one, _ in each], ordered=ordered, beside=beside):
        if not any(one.issuperset(group.members) for one in told):
            yield from _apart(case, [each[at][0] for at in group.members], False, _else(group))


def _over_lots(case: Case, groups: dict[tuple[object, ...], Spoken]) -> Iterator[Hit[SameWords]]:
    """Yield comments of one person that are the same words in several lots, but for the name of each, where the same is asked."""
    # Comments of one person alone are compared, so who it was stands with what was asked.
    where, said = case.once(lots), list[Said[Comment]]()
    for key, each in groups.items() if len(case.lots) > 1 else ():
        for one, words in each:
            score = one.score
            if lot := where[score.bid, score.lot]:
                asked = (score.evaluator, *key[3:], asked_alike(case, score.criterion, lot))
                said.append(Said(asked, lot, words, one))
    for spoken in said_alike(case, said):
        named = [(where[one.score.bid, one.score.lot] or "", one.score.score) for one in spoken]
        if apart_by_lots(named):
            yield from _apart(case, spoken, False, of_several_lots(lot for lot, _ in named))


def _else(group: Rearranged) -> Verb:
    """Return in words what comments that say the same differ by."""
    if not group.besides:
        return Verb("; the same stands there in another order")
    listed = ", ".join(f"“{_brief(one)}”" for one in group.besides[:3])
    return Verb(f"; what stands beside the same words, {listed}, names nothing of the bid")


def _no_comments(node: Node[Evaluation]) -> Unassessed:
    names = ("evaluation.individual[].comment", "evaluation.consensus[].reason")
    return Unassessed(node, "no comments on scores are given", names)


def _all_set_aside(node: Node[Evaluation], spoken: Iterable[Comment], scored: int) -> Unassessed:
    """Say that no comment says anything of a bid alone, so that none could be compared."""
    every = f"all {scored} comments on scores are" if scored > 1 else "the one comment on a score is"
    reason = f"{every} of few words, set phrases, or the same words beside nearly all scores of one person, so none was compared"
    fields = dict.fromkeys(f"evaluation.{one.score.path[1]}[].{one.field}" for one in spoken)
    return Unassessed(node, reason, tuple(f"{one} (about the bid)" for one in fields))


def _alike(texts: list[Words], telling: tuple[str, ...]) -> Iterable[tuple[tuple[int, ...], bool]]:
    # Imported here: most records hold no comments, and comparing them takes code that nothing else needs.
    from fairaudit.analysis.text.alike import alike

    differing = frozenset(telling) | NOT | NONE
    return ((one.members, one.exact) for one in alike(texts, differing))


def _apart(case: Case, same: list[Comment], exact: bool, what_else: str = "") -> Iterator[Hit[SameWords]]:
    where = case.once(lots)
    bids = {(one.score.bid, where[one.score.bid, one.score.lot]): one for one in reversed(same)}
    if len(bids) < 2 or len({one.score.score for one in bids.values()}) < 2:
        return
    ordered = sorted(bids.values(), key=lambda one: one.score.path)
    first, later = ordered[0], next(one for one in ordered[1:] if one.score.score != ordered[0].score.score)
    facts = SameWords(
        scorer_of(case, first.score),
        called_by_id(case, first.score.criterion),
        _brief(later.text),
        tuple(f"{bid_called(case, one.score.bid)}: {_given(one.score)}" for one in ordered),
        Verb(what_else),
    )
    related = tuple((one.at, "the same words") for one in ordered if one is not later)[:20]
    key = "|".join(str(one) for one in (first.score.evaluator, first.score.criterion, first.score.bid) if one)
    yield Hit(later.at, facts, related, maybe(not exact), key)


def _given(score: Score) -> str:
    return plain(score.score) if score.score is not None else "no score"


def _brief(text: str) -> str:
    plain_text = " ".join(text.split())
    return plain_text if len(plain_text) <= _SHOWN else plain_text[: _SHOWN - 1].rstrip() + "…"


@check
def same_answer_other_score(
    node: Node[Evaluation], case: Case, *, telling: tuple[str, ...], at_least: int = 8
) -> Found[SameWords]:
    """Flag answers of several bids to one criterion that are the same words and were scored apart by the panel.

    Where there are no agreed scores, those of each evaluator are compared. Answers of fewer than `at_least` words are left out;
    those that are nearly the same are a question, and so are those that are the same in several lots, where the same is asked.
    """
    answered = [one for one in case.bids if one.answers]
    if not answered:
        yield Unassessed(node, "no answers of bids are given", ("bids[].answers",))
        return
    scores = case.once(_by_bid_and_criterion)
    asked: dict[tuple[str, str | None], list[tuple[Bid, Words]]] = {}
    for bid in answered:
        for criterion, text in (bid.answers or {}).items():
            words = words_of(text)
            if len(words) >= at_least and is_quality(case, criterion) and scores.get((bid.id, criterion)):
                key = (criterion, lot_of(case, bid.id, bid.lot))
                asked.setdefault(key, []).append((bid, without_names(case, words)))
    for (criterion, _), each in asked.items():
        for members, exact in _alike([words for _, words in each], telling) if len(each) > 1 else ():
            yield from _scored_apart(case, [(each[at][0], criterion) for at in members], exact)
    yield from _answered_over_lots(case, asked)


def _answered_over_lots(case: Case, asked: dict[tuple[str, str | None], list[tuple[Bid, Words]]]) -> Found[SameWords]:
    """Yield answers that are the same words in several lots, but for the name of each, where the same is asked in them."""
    said = [
        Said(asked_alike(case, criterion, lot), lot, words, (bid, criterion))
        for (criterion, lot), each in asked.items()
        if lot
        for bid, words in each
    ]
    for answers in said_alike(case, said):
        if len({bid.lot for bid, _ in answers}) > 1:
            yield from _scored_apart(case, answers, False, over_lots=True)


def _scored_apart(
    case: Case, answers: list[tuple[Bid, str]], exact: bool, *, over_lots: bool = False
) -> Found[SameWords]:
    for (who, _), given in _by_scorer(case, answers).items():
        (_, criterion), first = given[0]
        later = next(((one, score) for one, score in given if score.score != first.score), None)
        where = [str(bid.lot) for (bid, _), _ in given]
        if later is None or (over_lots and not apart_by_lots(zip(where, (one.score for _, one in given), strict=True))):
            continue
        (bid, key), other = later
        shown = tuple(f"{bid_named(case, one)}: {_given(score)}" for (one, _), score in given)
        text = _brief((bid.answers or {}).get(key, ""))
        besides = of_several_lots(where) if over_lots else Verb("")
        facts = SameWords(scorer_of(case, first), called_by_id(case, criterion), text, shown, besides)
        related = (
            *((one.node, "scored otherwise") for _, one in given if one is not other),
            *((Node((*one.path, "answers", key), None), "the same answer") for (one, key), _ in given),
        )
        known = "|".join(one for one in (who, criterion, first.bid) if one)
        yield Hit(other.field("score"), facts, related[:20], maybe(not exact), known)


def _by_scorer(
    case: Case, answers: list[tuple[Bid, str]]
) -> dict[tuple[str | None, str | None], list[tuple[tuple[Bid, str], Score]]]:
    """Return the scores of answers by who gave them and when."""
    scores = case.once(_by_bid_and_criterion)
    found: dict[tuple[str | None, str | None], list[tuple[tuple[Bid, str], Score]]] = {}
    for answer in answers:
        for one in scores.get((answer[0].id, answer[1]), ()):
            hand = (one.evaluator if one.path[1] == "individual" else None, sitting_of(one))
            found.setdefault(hand, []).append((answer, one))
    return found


def _by_bid_and_criterion(case: Case) -> dict[tuple[str | None, str | None], list[Score]]:
    """Return the panel's scores of every bid and criterion, those of its members where it has none."""
    found: dict[tuple[str | None, str | None], list[Score]] = {}
    for scores in (case.evaluation.consensus, case.evaluation.individual):
        more: dict[tuple[str | None, str | None], list[Score]] = {}
        for one in scores or ():
            if one.score is not None and (one.bid, one.criterion) not in found:
                more.setdefault((one.bid, one.criterion), []).append(one)
        found |= more
    return found
