"""Visits under names that may be of different sites: whoever has seen one of these has not seen the other."""

from fairaudit.analysis.names import words
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import lot_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import told

_OF_NO_PLACE = frozenset((
    "visit", "visits", "site", "sites", "visited", "viewing", "inspection", "group", "groups", "party", "slot", "slots",
    "session", "sessions", "tour", "team", "round", "part", "turn", "first", "second", "third", "fourth", "last", "one",
    "two", "three", "four", "morning", "afternoon", "evening", "am", "pm", "noon", "day", "days", "date", "week", "early",
    "late", "the", "a", "an", "b", "c", "d", "of", "for", "to", "at", "on", "in", "and", "with", "by", "no", "number",
    "mandatory", "optional", "voluntary", "guided", "additional", "extra", "further", "repeat", "again", "more", "own",
    "all", "every", "each", "other", "others", "open", "offered", "request", "requested", "appointment", "arranged",
    "accompanied", "unaccompanied", "bidder", "bidders", "tenderer", "tenderers", "supplier", "suppliers", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
))  # fmt: skip
"""Words in the name of a visit that tell no site from another; a heuristic."""


class Sites(Frozen):
    """Two visits by different bidders that are called otherwise."""

    first: Event
    second: Event


def two_sites(case: Case, lot: str | None) -> Sites | None:
    """Return two visits for a lot whose names may be of different sites, where bidders on each were not on the other."""
    named: dict[frozenset[str], list[Event]] = {}
    for one in case.events:
        if one.kind == "site-visit" and lot_of(case, one.lot) == lot and (place := _place(case, one)):
            named.setdefault(place, []).append(one)
    seen = {place: frozenset(key for one in same for key in told(case, one).keys) for place, same in named.items()}
    places = list(named)
    for at, first in enumerate(places):
        for second in places[at + 1 :]:
            if first - second and second - first and seen[first] - seen[second] and seen[second] - seen[first]:
                return Sites(named[first][0], named[second][0])
    return None


def _place(case: Case, event: Event) -> frozenset[str]:
    """Return the words in the name of a visit that may tell its site from another."""
    known = case.once(_called)
    return frozenset(
        one
        for one in words(event.topic or event.document or "")
        if one not in _OF_NO_PLACE and one not in known and not any(map(str.isdigit, one))
    )


def _called(case: Case) -> frozenset[str]:
    """Return the words by which parties are called."""
    return frozenset(
        word for one in case.parties for name in (one.id, one.name, *(one.aliases or ())) for word in words(name or "")
    ) | {word for bid in case.bids for word in words(bid.bidder or "")}
