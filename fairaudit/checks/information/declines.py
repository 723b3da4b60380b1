"""Bidders that wanted no visit, by what is recorded; the buyer may decline one too."""

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.names import organisation_name, words
from fairaudit.checks.information.contacts import holds
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import EVERYBODY
from fairaudit.procurement.ledger import joined
from fairaudit.procurement.recipients import told
from fairaudit.procurement.scalars import When

_PASSIVE = frozenset(("was", "were", "be", "been", "being", "is", "we", "council", "buyer", "authority", "never"))
"""Words before `declined` that say that the buyer did, or that nobody did."""
_ASKED = frozenset(("invited", "offered", "asked", "able", "free", "welcome"))
"""`Was invited and declined` is no passive."""
_WITH = frozenset(("and", "or", "both", "neither", "nor", "as", "well", "also", "too"))
_BACK = 3
_SHORT = 4


def declined_by(case: Case, of_a_visit: tuple[str, ...], of_declining: tuple[str, ...]) -> frozenset[str]:
    """Return the bidders that wanted no visit: by an event about one of them alone, or by name in the record of a visit."""
    found = {
        key
        for event in case.events
        for key in told(case, event).keys
        if key != EVERYBODY
        and len(told(case, event).keys) == 1
        and event.kind != "site-visit"
        and any(holds(words(one), words(phrase)) for one in _texts(event) for phrase in of_a_visit)
        and any(_declines(words(one), of_declining) for one in _texts(event))
    }
    visits = [*(case.tender.site_visits or ()), *(one for one in case.events if one.kind == "site-visit")]
    return frozenset(found.union(*(declined_in(case, one, of_declining) for one in visits)))


def declined_in(case: Case, record: object, of_declining: tuple[str, ...]) -> frozenset[str]:
    """Return the parties of whom the record of a visit says, by name, that they wanted none."""
    names = case.once(_names)
    found: set[str] = set()
    for clause in (one for text in _texts(record) for one in clauses(text)):
        said = words(clause)
        for at in _declines(said, of_declining):
            found |= _subjects(said[:at], names)
    return frozenset(found)


def not_yet_there(case: Case, keys: tuple[str, ...], last: When | None) -> frozenset[str]:
    """Return those who registered only after a moment: nobody could have asked them before."""
    since = joined(case)
    return frozenset(key for key in keys if last and key in since and case.clock.before(last, since[key]))


def _subjects(before: tuple[str, ...], names: dict[tuple[str, ...], str]) -> set[str]:
    """Return the party that is named last before a place, and those that are named with it."""
    found = [(at, at + len(name), key) for name, key in names.items() for at in _places(before, name)]
    subjects: set[str] = set()
    start = None
    for first, end, key in sorted(found, key=lambda one: -one[1]):
        if start is not None and not set(before[end:start]) <= _WITH:
            break
        subjects.add(key)
        start = first
    return subjects


def _places(said: tuple[str, ...], phrase: tuple[str, ...]) -> list[int]:
    return [at for at in range(len(said) - len(phrase) + 1) if said[at : at + len(phrase)] == phrase]


def _declines(said: tuple[str, ...], of_declining: tuple[str, ...]) -> list[int]:
    """Return where words say that somebody declined, which no word before them makes the buyer's act."""
    found: list[int] = []
    for phrase in map(words, of_declining):
        for at in _places(said, phrase):
            before = said[max(0, at - _BACK) : at]
            by = said[at + len(phrase) : at + len(phrase) + 1] == ("by",)
            if not by and (_PASSIVE.isdisjoint(before) or not (_ASKED.isdisjoint(before) or "never" in before)):
                found.append(at)
    return found


def _names(case: Case) -> dict[tuple[str, ...], str]:
    """Return what parties may be called in a text: by their names, and by the first word of one where nobody shares it."""
    found: dict[tuple[str, ...], set[str]] = {}
    for party in case.parties:
        for core in (organisation_name(one).core for one in (party.name, *(party.aliases or ())) if one):
            for name in {core, core[:1]} if core and len(core[0]) >= _SHORT else {core}:
                found.setdefault(name, set()).add(party.id or "")
    for key in {one.bidder for one in case.bids if one.bidder}:
        found.setdefault(words(key), set()).add(key)
    return {name: next(iter(keys)) for name, keys in found.items() if name and len(keys) == 1}


def _texts(record: object) -> list[str]:
    return [text for name in ("topic", "document", "text", "reason") if (text := getattr(record, name, None))]
