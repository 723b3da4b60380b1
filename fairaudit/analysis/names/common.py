"""What so many records share that it ties nobody: a switchboard, the address of an agent, a hosted domain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from fairaudit.analysis.names.described import LONGEST, MOST, Described, domains, mailboxes, phones
from fairaudit.analysis.names.streets import place_of, read_address

MANY = 20
"""Records that share something before it ties nobody; a heuristic."""


def shared_by_many(records: Iterable[Described], many: int = MANY) -> frozenset[str]:
    """Return the phones, mailboxes, domains and addresses that more than so many records have."""
    counts: Counter[str] = Counter()
    for one in records:
        places = {place_of(read_address(text[:LONGEST])) for text in one.addresses[:MOST]}
        counts.update({*phones(one), *mailboxes(one), *domains(one), *places} - {""})
    return frozenset(one for one, count in counts.items() if count > many)
