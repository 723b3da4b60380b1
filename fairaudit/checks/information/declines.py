"""Who did something by the words of a record, such as declining a visit or a talk; the buyer may decline one too."""

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.names import organisation_name, words
from fairaudit.analysis.text.sidebyside import says_any
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.receipts import joined
from fairaudit.procurement.received.recipients import told

_PASSIVE = frozenset(("was", "were", "be", "been", "being", "is", "are"))
_ASKED = frozenset(("invited", "offered", "asked", "able", "free", "welcome"))
"""`Was invited and declined` is no passive."""
_OTHERS = frozenset((
    "not", "never", "no", "nobody", "if", "unless", "we", "council", "buyer", "authority", "request", "requested", "wanted",
    "question", "query", "chair", "panel", "evaluators",
))  # fmt: skip
"""Words before `declined` or `withdrew` by which somebody else did, or nobody."""
_SELF = frozenset((
    "bidder", "tenderer", "supplier", "company", "firm", "provider", "candidate", "it", "they", "who", "its", "their",
))  # fmt: skip
"""Words that stand for the one bidder that a record is about."""
_LEADING = frozenset(("the", "on", "in", "by", "a"))
_WITH = frozenset(("and", "or", "both", "neither", "nor", "as", "well", "also", "too"))
_NEAR = 2
"""How many words may stand between a name and what it did, for what was said before the name not to matter."""
_SHORT = 4
_COMMON = frozenset(
    ("a", "an", "as", "at", "be", "by", "do", "he", "i", "if", "in", "is", "it", "no", "of", "on", "or", "to", "we")
)
"""Words that may be an id too, and are none in a text."""


class Did(Frozen):
    """Who did something by the words of a record, and whether it was done with no word by whom."""

    parties: frozenset[str]
    bare: bool


def alone(case: Case, event: Event) -> str | None:
    """Return the one bidder an event is about."""
    keys = told(case, event).keys
    return next(iter(keys)) if len(keys) == 1 and EVERYBODY not in keys else None


def about_alone(case: Case, key: str) -> list[Event]:
    """Return the events that are about one bidder alone."""
    return case.once(_about_alone).get(key, [])


def _about_alone(case: Case) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in case.events:
        if (key := alone(case, event)) is not None:
            found.setdefault(key, []).append(event)
    return found


def texts(record: object) -> list[str]:
    """Return what is told of a record: its topic, its document, its words and its reason."""
    return [text for name in ("topic", "document", "text", "reason") if (text := getattr(record, name, None))]


def did(case: Case, record: object, phrases: tuple[str, ...], about: str | None = None) -> Did:
    """Return who did what some phrases say, by the words of a record that may be about one bidder alone."""
    found: set[str] = set()
    bare = False
    for clause in (one for text in texts(record) for one in clauses(text)):
        for part in dict.fromkeys((clause, *clause.split(":")[1:])):
            said = words(part)
            for before in _befores(said, phrases):
                bare = bare or not before
                found |= _who(case, before, about)
    return Did(frozenset(found), bare)


def _befores(said: tuple[str, ...], phrases: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return what stands before each place at which something was done, and not done `by` somebody."""
    if not says_any(said, phrases):
        return []
    return [
        said[:at]
        for phrase in map(words, phrases)
        for at in _places(said, phrase)
        if said[at + len(phrase) : at + len(phrase) + 1] != ("by",)
    ]


def _who(case: Case, before: tuple[str, ...], about: str | None) -> set[str]:
    """Return whom the words before what was done make the one who did it."""
    subjects, end = _subjects(before, case.once(_names))
    near = before[end:] if end is not None and len(before) - end <= _NEAR else before
    passive = not _PASSIVE.isdisjoint(near) and _ASKED.isdisjoint(near)
    if passive or not _PASSIVE.isdisjoint(before[-_NEAR:]) or not _OTHERS.isdisjoint(near):
        return set()
    first = [word for word in before if word not in _LEADING]
    if not subjects and about is not None and first and not _SELF.isdisjoint((first[0], first[-1])):
        return {about}
    return subjects


def _subjects(before: tuple[str, ...], names: dict[tuple[str, ...], str]) -> tuple[set[str], int | None]:
    """Return the party that is named last before a place, and those that are named with it, and where that name ends."""
    found = [(at, at + len(name), key) for name, key in names.items() for at in _places(before, name)]
    subjects: set[str] = set()
    start = last = None
    for first, end, key in sorted(found, key=lambda one: (-one[1], one[0])):
        if start is not None and not set(before[end:start]) <= _WITH:
            break
        subjects.add(key)
        start, last = first, end if last is None else last
    return subjects, last


def _places(said: tuple[str, ...], phrase: tuple[str, ...]) -> list[int]:
    # Most texts hold none of the words that are looked for.
    if not phrase or phrase[0] not in said:
        return []
    return [at for at in range(len(said) - len(phrase) + 1) if said[at : at + len(phrase)] == phrase]


def _names(case: Case) -> dict[tuple[str, ...], str]:
    """Return what parties may be called in a text: by their names, and by the first word of one where nobody shares it."""
    found: dict[tuple[str, ...], set[str]] = {}
    for party in case.parties:
        for core in (organisation_name(one).core for one in (party.name, *(party.aliases or ())) if one):
            for name in {core, core[:1]} if core and len(core[0]) >= _SHORT else {core}:
                found.setdefault(name, set()).add(party.id or "")
    for key in {one.bidder for one in case.bids if one.bidder}:
        found.setdefault(words(key), set()).add(key)
    return {
        name: next(iter(keys))
        for name, keys in found.items()
        if name and len(keys) == 1 and not (len(name) == 1 and name[0] in _COMMON)
    }


def speaks_of(record: object, phrases: tuple[str, ...]) -> bool:
    """Whether what is told of a record holds one of some phrases."""
    return any(says_any(words(text), phrases) for text in texts(record))


def declined_by(case: Case, of_a_visit: tuple[str, ...], of_declining: tuple[str, ...]) -> frozenset[str]:
    """Return the bidders that wanted no visit: by an event about one of them alone, or in the record of a visit."""
    visits = [*(case.tender.site_visits or ()), *(one for one in case.events if one.kind == "site-visit")]
    found = frozenset().union(*(declined_in(case, one, of_declining) for one in visits))
    for event in case.events:
        key = alone(case, event) if event.kind != "site-visit" else None
        if key is not None and speaks_of(event, of_a_visit):
            told_of = did(case, event, of_declining, key)
            found |= {key} if told_of.bare or key in told_of.parties else frozenset()
    return found


def declined_in(case: Case, record: object, of_declining: tuple[str, ...]) -> frozenset[str]:
    """Return the parties of whom the record of a visit says, by name, that they wanted none."""
    return did(case, record, of_declining).parties


def not_yet_there(case: Case, keys: tuple[str, ...], last: When | None) -> frozenset[str]:
    """Return those who registered only after a moment: nobody could have asked them before."""
    since = joined(case)
    return frozenset(key for key in keys if last and key in since and case.clock.before(last, since[key]))
