"""Visits that all were offered: whoever stayed away had the same chance."""

from fairaudit.analysis.names import words
from fairaudit.checks.information.contacts import holds
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.published import is_published
from fairaudit.procurement.recipients import reaches, told
from fairaudit.procurement.records import Event

_NOT = frozenset(("not", "never", "nor", "no", "only", "nobody"))
_PASSIVE = frozenset(("was", "were", "be", "been", "being", "is", "we", "council", "buyer", "authority"))
"""Words before `declined` that say that the buyer did."""
_BACK = 3
"""How many words before a phrase may take it back."""

Said = tuple[tuple[str, ...], ...]


Options = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Words of a visit, words that it was for all, and words of offers."""


def offered_to_all(
    case: Case, of_a_visit: tuple[str, ...], to_all: tuple[str, ...], of_offers: tuple[str, ...]
) -> bool:
    """Whether a visit is recorded as offered to all: by what is said of it, or by an invitation that went to all before it."""
    known, options = case.once(_known), (of_a_visit, to_all, of_offers)
    if options not in known:
        known[options] = _offered(case, *options)
    return known[options]


def _known(_: Case) -> dict[Options, bool]:
    """Return where it is kept: every visit asks for it."""
    return {}


def _offered(case: Case, of_a_visit: tuple[str, ...], to_all: tuple[str, ...], of_offers: tuple[str, ...]) -> bool:
    said: list[Said] = [(words(one.text or ""),) for one in case.tender.site_visits or ()]
    said += [_said(one) for one in case.events if one.kind == "site-visit"]
    if any(_says(one, to_all, _NOT) for one in said):
        return True
    return any(
        event.kind != "site-visit"
        and _holds_any(_said(event), of_a_visit)
        and (event.kind == "invitation" or _says(_said(event), of_offers, _NOT))
        and (reaches(case, event, None) or is_published(event))
        and _before_a_visit(case, event)
        for event in case.events
    )


def declined_by(case: Case, of_a_visit: tuple[str, ...], of_declining: tuple[str, ...]) -> frozenset[str]:
    """Return the bidders of whom alone an event says that they wanted no visit; the buyer may decline one too."""
    return frozenset(
        key
        for event in case.events
        for key in told(case, event).keys
        if key != EVERYBODY
        and len(told(case, event).keys) == 1
        and _holds_any(_said(event), of_a_visit)
        and _says(_said(event), of_declining, _PASSIVE | {"never"})
    )


def _before_a_visit(case: Case, event: Event) -> bool:
    """Whether an event may have come before the last visit."""
    dates = [one.date for one in case.tender.site_visits or () if one.date]
    dates += [one.date for one in case.events if one.kind == "site-visit" and one.date]
    return event.date is None or not dates or any(case.clock.before(one, event.date) is not True for one in dates)


def _said(event: Event) -> Said:
    return tuple(words(one or "") for one in (event.topic, event.document, event.text, event.reason))


def _holds_any(said: Said, phrases: tuple[str, ...]) -> bool:
    return any(holds(one, words(phrase)) for one in said for phrase in phrases)


def _says(said: Said, phrases: tuple[str, ...], taken_back: frozenset[str]) -> bool:
    """Whether some words hold a phrase before which no word takes it back."""
    for one in said:
        for phrase in map(words, phrases):
            for at in range(len(one) - len(phrase) + 1):
                if one[at : at + len(phrase)] == phrase and taken_back.isdisjoint(one[max(0, at - _BACK) : at]):
                    return True
    return False
