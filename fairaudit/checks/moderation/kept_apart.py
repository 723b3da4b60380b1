"""Whether prices were kept apart from quality: by the moments at which both were opened, and by what the documents promise."""

from collections.abc import Iterable

from fairaudit.analysis.text.award.envelopes import Opening, opening_said
from fairaudit.checks.base import Unassessed
from fairaudit.checks.scoring.scores.scoring_times import surely_before
from fairaudit.checks.scoring.sheets.published_average import texts_on_the_award
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Opened
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.times.beginnings import impossible

_IN_WORDS = "tender.award_method (whether prices are opened only after quality is scored)"


def promised(case: Case) -> Opening:
    """Return what the documents say of how quality and prices are opened."""
    return case.once(_promised)


def _promised(case: Case) -> Opening:
    tender = case.tender
    whole = (tender.description, tender.procurement_method_details)
    return opening_said((*texts_on_the_award(case), *(one for one in whole if one)))


def kept_apart(
    node: Node[Evaluation], case: Case, opened: Opened, price: When, dated: Iterable[When]
) -> bool | Unassessed:
    """Return whether prices surely were kept apart from quality, or may have been; else why nobody can say so.

    What the documents promise counts first. Where they are silent, two days are two sessions; of one day it may have been one
    session, unless quality was scored between. What was opened at one moment was kept apart by nothing. An opening that is
    dated before any bid had come tells nothing; then a score from before the prices shows that quality was open by then.
    """
    quality, said = opened.quality, promised(case)
    if impossible(case, "quality"):
        quality = next((one for one in dated if surely_before(case, one, price) is True), None)
    if said is Opening.APART:
        return True
    if quality is not None and quality.date != price.date and said is not Opening.TOGETHER:
        apart = surely_before(case, quality, price), surely_before(case, price, quality)
        if True in apart:
            return True
    if said is Opening.TOGETHER:
        if quality is not None and quality.date != price.date:
            return False
        words = "the documents say that quality and prices are opened in one session, so nothing was kept apart"
        return Unassessed(node, words, (_IN_WORDS,))
    if quality is None or said is Opening.TWO:
        return False
    return _by_moments(node, case, opened, (quality, price), dated)


def _by_moments(
    node: Node[Evaluation], case: Case, opened: Opened, moments: tuple[When, When], dated: Iterable[When]
) -> bool | Unassessed:
    """Return the same of two moments of opening alone, on one day or in two time zones."""
    quality, price = moments
    order = surely_before(case, quality, price), surely_before(case, price, quality)
    if True in order:
        first, last = (quality, price) if order[0] is True else (price, quality)
        return any(surely_before(case, first, one) is True and surely_before(case, one, last) is True for one in dated)
    why = next((one for one in order if isinstance(one, str)), None)
    if why is None and quality.time is None:
        why = "same day"
    if why is not None:
        names = ("tender.time_zone",) if why == "time zone" else _without_time(opened)
        return Unassessed(node, "which of quality and price was opened first is not known", names)
    return Unassessed(node, "quality and prices were opened at one moment, so nothing was kept apart", (_IN_WORDS,))


def _without_time(opened: Opened) -> tuple[str, ...]:
    """Return which of the moments of opening are days without a time."""
    moments = (("quality", opened.quality), ("price", opened.price))
    return tuple(f"evaluation.opened.{name}" for name, one in moments if one is not None and one.time is None)
