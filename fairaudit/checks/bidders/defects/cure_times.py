"""When bidders were asked to mend what was wrong with their bids, and until when they could."""

from fairaudit.checks.bidders.defects.names import names_of
from fairaudit.checks.bidders.defects.words import about_defect
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Bid, Defect, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.recipients import meant, told


def begun(case: Case, bid: Bid, defect: Defect) -> When | None:
    """Return when the bidder of a bid was asked to put a defect right, by any of what the defect is known by."""
    return _asked_at(case, bid, defect, case.once(_cures_begun))


def ended(case: Case, bid: Bid, defect: Defect) -> When | None:
    """Return until when the bidder of a bid was asked to put a defect right."""
    return _asked_at(case, bid, defect, case.once(_cures_ended))


def _asked_at(case: Case, bid: Bid, defect: Defect, times: dict[tuple[str, str], When]) -> When | None:
    key = meant(case, bid.bidder) if bid.bidder else ""
    names = (about_defect(defect.code), about_defect(defect.text), *names_of(case, defect))
    return next((times[key, name] for name in names if name and (key, name) in times), None)


def _cures_begun(case: Case) -> dict[tuple[str, str], When]:
    """Return when each bidder was asked to put what right, by the code of the defect; the first time counts."""
    return {(bidder, code): one.date for bidder, code, one in reversed(_asked_to_cure(case)) if one.date}


def _cures_ended(case: Case) -> dict[tuple[str, str], When]:
    """Return until when each bidder was asked to put what right; the last time counts."""
    return {(bidder, code): one.until for bidder, code, one in _asked_to_cure(case) if one.until}


def _asked_to_cure(case: Case) -> list[tuple[str, str, Event]]:
    """Return who was asked to put what right, in the order of time."""
    asked = ((one.date.isoformat(), one) for one in case.events if one.kind in ("cure", "clarification") and one.date)
    return [
        (key, about_defect(one.topic), one)
        for _, one in sorted(asked, key=lambda pair: pair[0])
        for key in told(case, one).keys
    ]
