"""Whether an answer greets or otherwise calls who asked: by a person of theirs, by their id, or by a name cut short."""

import re

from fairaudit.analysis.names import organisation_name, words
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Party
from fairaudit.procurement.persons.faces import people_called

_GREETING = r"(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Tt]hank you|[Tt]hanks|[Gg]ood (?:morning|afternoon|day)|[Mm]any thanks)"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?"
ASKED = r"(?:asked|asks|raised|queried|enquired|inquired|requested|wrote|writes|wanted to know|would like to know)"
ASKING = r"(?:asked|raised|put|queried|requested|sent|question|query|enquiry|inquiry|request|clarification|message)"
_FIRM = r"(?:firm|company|bidder|tenderer|supplier|contractor|provider|team|people|colleagues)"
_OFFICES = frozenset(
    """
    bid bids bidding bidder bidders tender tenders tendering team sales office manager director procurement commercial department
    desk estimating business development head lead officer contact contracts new the of and for all sir madam
    """.split()
)
"""What a contact may be called that is no person's name: `Dear Team` greets everybody."""


def greets(case: Case, asker: str, text: str, question: str) -> bool:
    """Whether an answer calls the asker by what may be a person of theirs, their id or their name cut short."""
    party = case.party(asker)
    if party is None:
        return False
    people = people_called(case, party)
    return (
        any(_is_named(one, text) for one in people)
        or any(_is_greeted(one, text) for one in _words_of(people) if one not in words(question))
        or _by_id(party, text)
        or any(_in_short(one, text) for one in (party.name, *(party.aliases or ())) if one)
    )


def _words_of(people: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of people's names, initials and offices apart."""
    return tuple(one for name in people for one in words(name) if len(one) > 1 and one not in _OFFICES)


def _is_named(name: str, text: str) -> bool:
    own = words(name)
    said = words(text)
    return len(own) > 1 and any(said[at : at + len(own)] == own for at in range(len(said) - len(own) + 1))


def _is_greeted(word: str, text: str) -> bool:
    """Whether a text greets somebody by a word of their name, gives it a title, or says that they asked."""
    name = rf"{re.escape(word[0].upper())}(?i:{re.escape(word[1:])})\b"
    called = (
        rf"\b{_GREETING},?\s+(?:{_TITLE}\s+)?(?:[A-Z]\S*\s+)?{name}|\b{_TITLE}\s+(?:[A-Z]\S*\s+)?{name}"
        rf"|^\s*{name}\s*(?:[,:]|[-\u2013\u2014]\s)|@{name}"
        rf"|\b{name}(?:['’]s)? (?:(?:has|have|had|also) )?(?:{ASKED}|{ASKING})\b|\b{ASKING} (?:by|from) (?:{_TITLE}\s+)?{name}"
    )
    return re.search(called, text) is not None


def _by_id(party: Party, text: str) -> bool:
    """Whether a text says by its id that a party asked; an id without a figure may be any word."""
    if not party.id or not any(map(str.isdigit, party.id)):
        return False
    own = rf"(?<![\w-]){re.escape(party.id)}(?![\w-])"
    asks = rf"{own} (?:(?:has|have|had|also) )?{ASKED}\b|\b{ASKING} (?:by|from) {own}"
    called = rf"{asks}|@{own}|^\s*(?:{_GREETING} )?{own}\s*[,:]"
    return re.search(called, text, re.IGNORECASE) is not None


def _in_short(name: str, text: str) -> bool:
    """Whether a text has a name with its first word cut to an initial, or says `the firm from` and that word."""
    core = organisation_name(name).core
    if len(core) < 2:
        return False
    initial = re.escape(core[0][0].upper())
    rest = r"\s+".join(f"{re.escape(one[0].upper())}(?i:{re.escape(one[1:])})" for one in core[1:])
    first = f"{re.escape(core[0][0].upper())}(?i:{re.escape(core[0][1:])})"
    return re.search(rf"\b{initial}\.\s*{rest}\b|\b{_FIRM} (?:from|at|of|called|named) {first}\b", text) is not None
