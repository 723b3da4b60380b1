"""What people have in common for the house they work in: a switchboard, a shared mailbox, the buyer's own domain of mail.

Somebody of a register who has the same need be nobody but another of that house, so it says nothing of who they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from fairaudit.analysis.names import person_name
from fairaudit.analysis.names.described import Described, domains, mailboxes, phones
from fairaudit.procurement.case import Case
from fairaudit.procurement.persons.influence import officials


def of_houses(case: Case, people: Iterable[Described]) -> frozenset[str]:
    """Return the phones, mailboxes and domains of a case that tell nobody apart."""
    return frozenset((*_of_the_buyer(case), *_of_several(people), *_of_the_panel(case)))


def _of_the_buyer(case: Case) -> Iterator[str]:
    buyer = case.tender.buyer.id if case.tender.buyer else None
    for party in case.parties:
        contact = party.contact_point
        if contact and ("buyer" in (party.roles or ()) or (buyer and party.id == buyer)):
            told = Described("organisation", emails=_given(contact.email), phones=_given(contact.telephone))
            yield from (*domains(told), *phones(told))


def _given(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _of_several(people: Iterable[Described]) -> Iterator[str]:
    """Yield the phones and mailboxes that people of more than one name have."""
    bearers: dict[str, set[object]] = {}
    for one in people:
        for found in (*phones(one), *mailboxes(one)):
            bearers.setdefault(found, set()).update(map(person_name, one.names))
    yield from (found for found, names in bearers.items() if len(names) > 1)


def _of_the_panel(case: Case) -> Iterator[str]:
    """Yield the domain of mail that most of several with influence have: it is the house they decide for."""
    mails = [one.person.email for one in officials(case) if one.person and one.person.email]
    counts = Counter(found for one in mails for found in domains(Described("person", emails=(one,))))
    yield from (found for found, count in counts.items() if count > 1 and 2 * count > len(mails))
