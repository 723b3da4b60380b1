"""Visits that all were offered, and from when: whoever stayed away had the same chance, on the days that were named."""

import re
from datetime import date, timedelta
from functools import lru_cache

from fairaudit.analysis.clauses import clauses, says_not
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.analysis.saiddays import Span, days_said
from fairaudit.checks.information.talks.contacts import holds
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import SiteVisit
from fairaudit.procurement.received.published import is_published, names_nobody
from fairaudit.procurement.received.recipients import reaches
from fairaudit.procurement.times.deadlines import Unclear

_NOT = frozenset(("not", "never", "nor", "no", "only", "nobody"))
_BACK = 3
"""How many words before a phrase may take it back."""
_WEB = frozenset(
    ("website", "web", "webpage", "page", "pages", "portal", "www", "online", "homepage", "platform", "link")
)
_BY = frozenset(("on", "via", "through", "by", "using", "at", "in"))
"""`Book a visit on our website` is of a visit; `visit our website` is not."""
_ADDRESSED = frozenset((
    "please", "to", "it", "they", "this", "these", "all", "any", "every", "each", "bidders", "tenderers", "book", "register",
    "registration", "invitations", "slots", "dates", "you", "we", "if", "everyone", "everybody", "those", "interested",
))  # fmt: skip
"""First words of a sentence that goes on with what the one before it was about."""
_OPEN = (
    "on request", "by appointment", "by arrangement", "any day", "any working day", "any weekday", "any time", "every day",
    "every working day", "may visit", "can visit", "throughout", "during",
)  # fmt: skip
"""Words of an offer that is for more than one day."""
_ENDS = frozenset((
    "question", "questions", "enquiry", "enquiries", "deadline", "submission", "submit", "bids", "tenders", "register",
    "registration", "book", "booking", "reply", "replies", "confirm", "rsvp",
))  # fmt: skip
"""Words of a sentence whose `by 5 March` is no day of a visit."""
_ALONE = frozenset(("alone", "only", "exclusively"))
_CAME = frozenset((
    "came", "come", "attended", "took", "accepted", "replied", "registered", "booked", "wished", "wanted", "turned", "asked",
))  # fmt: skip

_SHUT = late_pattern(
    r"\b(?:no (?:more )?(?:places?|slots?|spaces?) (?:left|available|remaining)"
    r"|fully booked|booked (?:up|out)|turned away|not let in|not admitted|at capacity|oversubscribed"
    r"|(?:places?|slots?|spaces?) (?:(?:were|was|are|had) )?(?:all )?(?:been )?(?:taken|gone|filled)"
    r"|could not (?:get|have|find) a (?:place|slot|space))\b"
    r"|(?<!in )\bfull(?: up)?(?=\s*(?:[.,;:)]|$)|\s+(?:after|once|when|by|from|before|since)\b)",
    re.IGNORECASE,
)
"""That somebody could not come in, whatever was said before."""
_CALLED_OFF = frozenset(("withdrawn", "cancelled", "canceled", "revoked", "retracted"))
_NOTICES = ("publication", "invitation", "document")
_NEVER = date.max

Options = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Words of a visit, words that it was for all, and words of offers."""


class Offer(Frozen):
    """A visit that all were offered: by which record, when, for which days (none: see `many`), and whether for many."""

    at: Node[object]
    when: When | None
    spans: tuple[Span, ...]
    many: bool
    stands: bool
    """Whether it is said in the tender itself, of no day: then it holds from the beginning."""
    ended: date | None = None
    """The day on which it was taken back."""


def offered_in_time(case: Case, since: When | None, hours: int, options: Options) -> bool | Unclear:
    """Whether all could visit no more than some hours after a moment, by offers made; not said where one has no date."""
    offers = [one for one in _offers(case, options) if since is None or one.ended is None or since.date < one.ended]
    days = [_first_day(case, one) for one in offers]
    if since is None:
        return bool(offers)
    last = since.date + timedelta(days=hours // 24)
    if any(day is not None and day <= last for day in days):
        return True
    undated = next(
        (text_of((*one.at.path, "date")) for one, day in zip(offers, days, strict=True) if day is None), None
    )
    return Unclear(f"{undated} is not given", (undated,)) if undated else False


def first_chance(case: Case, options: Options) -> date | None:
    """Return the first day on which all could visit, by offers made."""
    days = (_first_day(case, one) for one in _offers(case, options))
    return min((day for day in days if day not in (None, date.min, _NEVER)), default=None)


def is_offered(case: Case, when: When, options: Options) -> bool:
    """Whether all were offered a visit of a day before it was, or on it."""
    for one in _offers(case, options):
        made = one.stands or one.when is None or case.clock.before(when, one.when) is not True
        if one.spans:
            inside = any((a is None or a <= when.date) and (b is None or when.date <= b) for a, b in one.spans)
        else:
            inside = one.many or one.stands or _first_day(case, one) in (when.date, None)
        if made and inside and (one.ended is None or when.date < one.ended):
            return True
    return False


def visit_days(case: Case) -> tuple[When, ...]:
    """Return when visits were, by the list of them and by events."""
    listed = [one.date for one in case.tender.site_visits or () if one.date]
    return (*listed, *(one.date for one in case.events if one.kind == "site-visit" and one.date))


def _first_day(case: Case, one: Offer) -> date | None:
    day = _as_made(case, one)
    return _NEVER if one.ended and day and day >= one.ended else day


def _as_made(case: Case, one: Offer) -> date | None:
    """Return the first day on which all could visit, had the offer not been taken back."""
    made = date.min if one.stands else one.when.date if one.when else None
    if one.spans:
        starts = [max(first or date.min, made or date.min) for first, _ in one.spans]
        return min(starts) if made or all(first for first, _ in one.spans) else None
    if made is None or one.many or one.stands:
        return made
    # What is told after the last visit, of no day and not of many, lets nobody see anything.
    return min((visit.date for visit in visit_days(case) if visit.date >= made), default=_NEVER)


def _offers(case: Case, options: Options) -> tuple[Offer, ...]:
    known = case.once(_known)
    if options not in known:
        of_a_visit, to_all, of_offers = options
        own: list[SiteVisit | Event] = [*(case.tender.site_visits or ())]
        own += [one for one in case.events if one.kind == "site-visit"]
        found = [_of_visit(case, one) for one in own if _for_all(_said(one), to_all)]
        to_read = [one for one in case.events if one.kind != "site-visit"]
        messages = [one for one in to_read if reaches(case, one, None) or is_published(one)]
        found += [_of_message(one, of_a_visit) for one in messages if _offers_a_visit(one, of_a_visit, of_offers)]
        off = _called_off(case, to_read, of_a_visit)
        known[options] = tuple(one._replace(ended=_ended(case, one, off)) for one in found)
    return known[options]


def _called_off(case: Case, to_read: list[Event], of_a_visit: tuple[str, ...]) -> list[Event]:
    """Return the messages by which visits were taken back for good, and not on days that are named, nor by one bidder."""
    return [
        one
        for one in to_read
        if (reaches(case, one, None) or (names_nobody(one) and one.kind in _NOTICES))
        and any(
            _of_a_visit(clause, of_a_visit)
            and not _CALLED_OFF.isdisjoint(words(clause))
            and not days_said(clause, one.date.date if one.date else date.min)
            for text in _said(one)
            for clause in clauses(text)
        )
    ]


def _ended(case: Case, offer: Offer, off: list[Event]) -> date | None:
    """Return the first day on which a message took an offer back that was made before it."""
    later = (
        one.date
        for one in off
        if one.path != offer.at.path
        and not (one.date and offer.when and case.clock.before(one.date, offer.when) is True)
    )
    return min((when.date if when else date.min for when in later), default=None)


def _known(_: Case) -> dict[Options, tuple[Offer, ...]]:
    """Return where they are kept: every visit asks for them."""
    return {}


def _said(one: SiteVisit | Event) -> tuple[str, ...]:
    names = ("topic", "document", "text", "reason")
    return tuple(str(text) for name in names if (text := getattr(one, name, None)))


def _of_visit(case: Case, one: SiteVisit | Event) -> Offer:
    near = one.date or case.tender.published
    spans = tuple(
        span for text in _said(one) for span in days_said(text, near.date if near else None) if span[0] != span[1]
    )
    return Offer(
        one.node, one.date, ((one.date.date, one.date.date), *spans) if one.date else spans, False, one.date is None
    )


def _for_all(said: tuple[str, ...], to_all: tuple[str, ...]) -> bool:
    """Whether what is said of a visit says that it was for all, not that it was to be, nor that it was for some alone."""
    parts = [one for text in said for one in clauses(text)]
    alone = any(not _ALONE.isdisjoint(words(one)) and _CAME.isdisjoint(words(one)) for one in parts)
    shut = any(_SHUT.search(one) for one in said)
    return not alone and not shut and any(_says(one, to_all) for one in parts)


def _offers_a_visit(event: Event, of_a_visit: tuple[str, ...], of_offers: tuple[str, ...]) -> bool:
    """Whether a message to all offers a visit: an invitation that speaks of one, else words of an offer; neither taken back."""
    parts = [one for text in (event.text, event.reason) for one in clauses(text or "")]
    titles = [one for one in (event.topic, event.document) if one]
    titled = any(_of_a_visit(one, of_a_visit) and not says_not(one) for one in titles) and not any(map(says_not, parts))
    places = [at for at, one in enumerate(parts) if _of_a_visit(one, of_a_visit) and not says_not(one)]
    if event.kind == "invitation" and (titled or places):
        return True
    if titled and any(_says(one, of_offers) for one in (*titles, *parts)):
        return True
    return any(_says(parts[at], of_offers) or _goes_on(parts[at + 1 : at + 2], of_offers) for at in places)


def _goes_on(following: list[str], of_offers: tuple[str, ...]) -> bool:
    """Whether the next sentence offers what the one before it was about."""
    return any(_says(one, of_offers) and not _ADDRESSED.isdisjoint(words(one)[:1]) for one in following)


def _of_message(event: Event, of_a_visit: tuple[str, ...]) -> Offer:
    spans: list[Span] = []
    parts = [one for text in _said(event) for one in clauses(text) if not says_not(one)]
    for one in parts:
        ends = not _ENDS.isdisjoint(words(one))
        if not ends or _of_a_visit(one, of_a_visit):
            said = days_said(one, event.date.date if event.date else None)
            spans += [span for span in said if not (ends and span[0] is None)]
    # A day that was over when all were told is no day on which they could come.
    spans = [one for one in spans if event.date is None or one[1] is None or one[1] >= event.date.date]
    many = any(holds(words(one), words(phrase)) for one in parts for phrase in _OPEN)
    return Offer(event.node, event.date, tuple(spans), many, False)


@lru_cache(maxsize=4096)
def _of_a_visit(clause: str, of_a_visit: tuple[str, ...]) -> bool:
    """Whether a clause speaks of a visit of the site, and not of a page to be visited."""
    said = words(clause)
    for phrase in map(words, of_a_visit):
        for at in range(len(said) - len(phrase) + 1) if phrase[:1] == () or phrase[0] in said else ():
            after = said[at + len(phrase) : at + len(phrase) + _BACK]
            if said[at : at + len(phrase)] == phrase and (_WEB.isdisjoint(after) or not _BY.isdisjoint(after)):
                return True
    return False


def _says(clause: str, phrases: tuple[str, ...]) -> bool:
    """Whether a clause holds a phrase that nothing before it takes back."""
    said = words(clause)
    for phrase in map(words, phrases):
        for end in range(len(phrase), len(said) + 1):
            at = end - len(phrase)
            free = said[at:end] == phrase and _NOT.isdisjoint(said[max(0, at - _BACK) : at])
            if free and not says_not(" ".join(said[:end])):
                return True
    return False
