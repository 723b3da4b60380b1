"""What bidders may share of how they are reached: addresses, telephone numbers, e-mail and its domains, in one writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from fairaudit.analysis.names import words
from fairaudit.analysis.names.mail import mailbox, own_domain
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import Address
from fairaudit.procurement.parties import Party

Trait = tuple[tuple[str, str], str]
"""What is compared: a kind of thing with a value by which it is the same one, and the words for it."""

_ROOMS = frozenset({"unit", "flat", "suite", "apartment", "apt", "room", "floor", "office", "block"})

_AFTER_ROOM = re.compile(rf"\b((?:{'|'.join(sorted(_ROOMS))})\.? *\d+[a-z]?) *, *(?=[^\W\d])", re.IGNORECASE)


def contact_traits(party: Party, case: Case) -> Iterator[Trait]:
    """Yield the addresses, the telephone number and the e-mail address or domain of a party."""
    for address in party.addresses or ():
        if address.street_address and (address.postal_code or address.locality):
            yield (
                ("address", _place(address)),
                f"the address {address.street_address}, {address.postal_code or address.locality}",
            )
    contact = party.contact_point
    if contact is None:
        return
    digits = "".join(one for one in contact.telephone or "" if one.isdigit())
    if len(digits) >= 7:
        yield ("telephone", digits[-9:]), "the same telephone number"
    if own := own_domain(contact.email):
        yield ("domain", own), f"the e-mail domain {own}"
    elif mail := mailbox(contact.email):
        yield ("mail", mail), "the same e-mail address"


def _place(address: Address) -> str:
    """Return an address in one writing: house, street, postal code and rooms where it can be read so, else its letters."""
    from fairaudit.analysis.names.streets import place_of, read_address

    # `Unit 4, Quay Road` and `Unit 4 Quay Road` are one place.
    street, code = _AFTER_ROOM.sub(r"\1 ", address.street_address or ""), address.postal_code
    read = read_address(f"{street}, {code}") if code else None
    if read is None or not (read.number and read.street and read.code):
        return f"{letters(street)} {letters(code or address.locality)}"
    said = words(street)
    rooms = sorted(after for one, after in pairwise(said) if one in _ROOMS)
    return " ".join((place_of(read), *rooms))


def letters(text: str | None) -> str:
    """Return only the letters and digits of a text, in small."""
    return "".join(one for one in (text or "").lower() if one.isalnum())
