"""When a bid was first seen: by what was opened, by the log of accesses, and by the first score that stands in the record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fairaudit.analysis.text.award.envelopes import Opening
from fairaudit.checks.moderation.kept_apart import promised
from fairaudit.checks.scoring.criteria.earlier_stages import is_of_another_stage
from fairaudit.checks.scoring.criteria.of_lots import leaves_for
from fairaudit.checks.scoring.criteria.tree import lowest_price_wins, question_with, worth
from fairaudit.checks.scoring.evaluation_records import recorded_scores
from fairaudit.checks.scoring.sittings import sitting_of
from fairaudit.checks.scoring.totals.award_words import price_alone
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Change, Score
from fairaudit.procurement.times.arrivals import came_after, dated_too_early
from fairaudit.procurement.times.beginnings import (
    all_impossible,
    before_any_bid,
    earliest,
    openings_logged,
    opens_nothing,
)
from fairaudit.procurement.times.deadlines import Limit, Unclear

_INVITING = re.compile(r"(?i)\b(?:pre-?)?(?:selection|qualification|request to participate|short-?list)")


class FirstLook(Frozen):
    """When a bid was first seen, `None` where nothing says.

    `earlier` is why one may have been seen before, with what would tell: `None` where the record says when the first one was
    seen. `confidence` is that of a look which other records contradict, or which may have been at something else than a bid.
    `wrong` are those dated before the bid had come, which show nothing, with the reason.
    """

    when: Limit | Unclear | None
    earlier: Unclear | None
    confidence: str | None = None
    wrong: tuple[tuple[Limit, Unclear], ...] = ()


def first_look(case: Case) -> FirstLook:
    """Return when a bid was first seen: opened, looked at by the log, opened by an event, or scored before any of these.

    What is dated before the bid had come was of nothing, or one of the two dates is wrong: it shows no look.
    """
    wrong = tuple(_too_early(case))
    left_out = {one.at for one, _ in wrong}
    openings = [one for one in _openings(case) if one.at not in left_out]
    earlier = None if openings else _unopened(case)
    opened = case.evaluation.opened
    price = [Limit(opened.price, opened.field("price"))] if opened and opened.price else []
    found = openings + [one for one in price if one.at not in left_out]
    first = earliest(case.clock, found) if found else None
    if isinstance(first, Unclear):
        return FirstLook(first, earlier, None, wrong)
    scored = [one for one in _scored(case) if first is None or _surely_before(case, one, first)]
    if not scored:
        return FirstLook(first, earlier, None, wrong)
    at = earliest(case.clock, [one.at for one in scored])
    # Nobody scores what is not open yet: where an opening is recorded as later, one of the two dates is wrong.
    plain = not openings and all(one.sure for one in scored if one.at == at)
    return FirstLook(at, earlier, None if plain else "possible", wrong)


def _openings(case: Case) -> Iterator[Limit]:
    """Yield every moment that is recorded as one at which bids were opened or looked at, but for that of the prices."""
    opened, evaluation = case.evaluation.opened, case.evaluation
    if opened and opened.quality:
        yield Limit(opened.quality, opened.field("quality"))
    for access in evaluation.access_log or ():
        if access.at:
            yield Limit(access.at, access.field("at"))
    for event in openings_logged(case):
        if event.date:
            yield Limit(event.date, event.field("date"))


def _too_early(case: Case) -> Iterator[tuple[Limit, Unclear]]:
    """Yield every opening, look or score that is dated before the bid had come, with why it shows nothing."""
    yield from ((one, before_any_bid()) for one in all_impossible(case))
    for event in openings_logged(case):
        if event.date and opens_nothing(case, event):
            yield (
                Limit(event.date, event.field("date")),
                dated_too_early(event.field("date"), "the opening by the log of events"),
            )
    looks = [(one, "the look at a bid") for one in case.evaluation.access_log or ()]
    for one, what in (*looks, *((score, "the score of a bid") for score, sure in scores_of_bids(case) if sure)):
        if one.at and came_after(case, one.bid, one.at):
            yield Limit(one.at, one.field("at")), dated_too_early(one.field("at"), what)


def _unopened(case: Case) -> Unclear | None:
    """Return why a bid may have been seen before the prices were opened; nothing where there was nothing else to open."""
    opened = case.evaluation.opened
    if opened is None or opened.price is None:
        return Unclear("when a bid was first opened or looked at is not given", ("evaluation.opened",))
    log, said = case.evaluation.access_log, promised(case)
    if case.holds_all("evaluation.access_log") and all(one.at for one in log or ()):
        return None
    if said is Opening.TOGETHER or (_by_price_alone(case) and said not in (Opening.TWO, Opening.APART)):
        return None
    reason = "only the opening of the prices is given, and quality may have been opened before"
    return Unclear(reason, ("evaluation.opened.quality",))


def _by_price_alone(case: Case) -> bool:
    """Whether bids hold nothing but a price that anybody judges."""
    weighed = [one for one in leaves_for(case, None) if worth(one) != 0]
    return all(one.is_price for one in weighed) if weighed else lowest_price_wins(case.tender) or price_alone(case)


class _Scored(Frozen):
    """A moment at which a score was given, and whether it surely was for a bid and not for a request to be invited."""

    at: Limit
    sure: bool


def _surely_before(case: Case, one: _Scored, first: Limit) -> bool:
    return case.clock.before(one.at.when, first.when, end_first=True) is True


def _scored(case: Case) -> Iterator[_Scored]:
    """Yield once every moment at which a bid was scored; not where that is before the bid had come."""
    seen: set[tuple[object, bool]] = set()
    for one, sure in scores_of_bids(case):
        if one.at is not None and (one.at, sure) not in seen and not came_after(case, one.bid, one.at):
            seen.add((one.at, sure))
            yield _Scored(Limit(one.at, one.field("at")), sure)


def scores_of_bids(case: Case) -> Iterator[tuple[Score | Change, bool]]:
    """Yield every dated score by criteria of the award, and every dated change of one, and whether it surely is of a bid."""
    conditions = {one.id for one in case.tender.selection_criteria or () if one.id}
    scores: list[Score | Change] = [one for _, one in recorded_scores(case.evaluation)]
    for one in (*scores, *(case.evaluation.changes or ())):
        question = question_with(case, one.criterion)
        if one.at is None or (question is None and (one.criterion in conditions or _of_who_is_invited(one))):
            continue
        if question is None or not is_of_another_stage(case, question):
            yield one, _is_for_a_bid(case, one, known=question is not None)


def _of_who_is_invited(score: Score | Change) -> bool:
    """Whether a score is by its stage of who is invited, which no bid has come for yet."""
    return isinstance(score, Score) and bool(_INVITING.search(sitting_of(score) or ""))


def _is_for_a_bid(case: Case, score: Score | Change, *, known: bool) -> bool:
    """Whether a score surely is for a bid: where who bids is chosen first, requests to be invited are scored as well."""
    apart = isinstance(score, Score) and sitting_of(score) is not None
    return not apart and (known or case.tender.procurement_method not in ("selective", "limited"))
