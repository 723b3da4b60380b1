"""Numbers of registers and of bank accounts that are one digit over and over: typed where none is known, and set aside."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.names.substance import is_one_digit
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.sources.document import Path, Unreadable

_FILLER = (
    "is one digit over and over, as is typed where no number is known, so that it is compared with no other; if it is the "
    "number, compare it by hand"
)


def filler_numbers(root: Procurement) -> Iterator[Unreadable]:
    """Yield every such number of the people and parties of a case, so that nobody takes it for one that was compared."""
    for path, text in _numbers(root):
        if is_one_digit(text):
            yield Unreadable(path, text[:200], _FILLER)


def _numbers(root: Procurement) -> Iterator[tuple[Path, str]]:
    people, parties = root.people or (), root.parties or ()
    for several in (*(one.identifiers for one in people), *(one.identifiers for one in parties)):
        yield from [((*one.path, "id"), one.id) for one in several or () if one.id]
    yield from [((*one.path, "bank_reference"), one.bank_reference) for one in parties if one.bank_reference]
