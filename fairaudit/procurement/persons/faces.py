"""What a party is called: by its own names, and by persons, its contact and the people on record as its own.

Whom a letter went to may be written as the person who opens it: `Jo Quill` for the bidder whose contact that is.
"""

from fairaudit.analysis.names import words
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Party

_FEWEST = 2
"""A word alone, such as a first name or `Sales`, is what many may be called."""


def names_of(party: Party | None) -> tuple[str, ...]:
    """Return every name a party is given."""
    return tuple(one for one in (party.name, *(party.aliases or ())) if one) if party else ()


def persons_of(case: Case, party: Party) -> tuple[str, ...]:
    """Return the full names of a party's contact and people, save of those who have a part in the procurement itself."""
    acting = case.once(_acting)
    full = (" ".join(one.split()) for one in people_called(case, party) if len(words(one)) >= _FEWEST)
    return tuple(dict.fromkeys(one for one in full if one.casefold() not in acting))


def people_called(case: Case, party: Party) -> tuple[str, ...]:
    """Return what a party's contact and people are called."""
    contact = party.contact_point.name if party.contact_point else None
    called = case.once(_by_id)
    return (*([contact] if contact else []), *(called.get(one, one) for one in party.people or ()))


def _by_id(case: Case) -> dict[str, str]:
    return {one.id: one.name for one in case.people if one.id and one.name}


def _acting(case: Case) -> frozenset[str]:
    """Return the names of evaluators and the like: what went to them went to the buyer's own people."""
    return frozenset(" ".join(one.name.split()).casefold() for one in case.people if one.name and one.roles)


def perhaps_by_person(case: Case, text: str) -> frozenset[str]:
    """Return the parties whose contact or people may be meant by a name that is nobody's alone: `J. Quill`, `Ms Quill`."""
    known = case.once(_by_word)
    return frozenset(key for word in words(text) for key in known.get(word, ()))


def _by_word(case: Case) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for party in case.parties:
        for word in words(" ".join(people_called(case, party))):
            # An initial is everybody's.
            if len(word) > 1 and party.id:
                found.setdefault(word, set()).add(party.id)
    return found
