"""Values that several sections of a release share."""

from __future__ import annotations

import re
from decimal import Decimal

from fairaudit.sources.ocds.told import NOTHING, Told, build, constant, first, group, text

_DECIMAL = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,10})?\Z")


def decimal_of(amount: Told) -> Decimal | None:
    """Return a plain decimal for a comparison, or `None`; whether it is a good value is the model's question."""
    return Decimal(amount.words) if _DECIMAL.match(amount.words) else None


def money(at: Told) -> Told:
    """Return a Value as amount and currency, and whether tax is in it where both amounts tell.

    The standard does not say whether `amount` alone holds tax; the extension that adds `amountGross` means the same with tax.
    """
    amount, gross, net = text(at, "amount"), text(at, "amountGross"), text(at, "amountNet")
    vat = NOTHING
    if net or (amount and gross and amount.words != gross.words):
        vat = constant("excluded", net or gross)
    elif gross and not amount:
        vat = constant("included", gross)
    both = gross if amount or net else NOTHING
    return build(at, amount=first(amount, net, gross), currency=text(at, "currency"), vat=vat, amount_gross=both)


def period(at: Told) -> Told:
    """Return a Period."""
    return build(
        at,
        start_date=text(at, "startDate"),
        end_date=text(at, "endDate"),
        max_extent_date=text(at, "maxExtentDate"),
        duration_in_days=text(at, "durationInDays"),
    )


def classification(at: Told) -> Told:
    """Return a Classification."""
    return build(at, scheme=text(at, "scheme"), id=text(at, "id"), description=text(at, "description"))


def organisation_key(reference: Told) -> Told:
    """Return the id by which an organisation is known; OCDS 1.0 gives none, so its register number or name serves."""
    identifier = group(reference, "identifier")
    number, scheme = text(identifier, "id"), text(identifier, "scheme")
    registered = constant(f"{scheme.words}-{number.words}", number) if number and scheme else NOTHING
    return first(text(reference, "id"), registered, text(reference, "name"))


def only(candidates: Told, what: str) -> Told:
    """Return the one item of a list; where there are several the model has no home for them, and a note says so."""
    if candidates.note or len(candidates.all) > 1:
        return candidates if candidates.note else candidates.unusable(f"names several {what}; only one can be kept")
    return candidates.all[0] if candidates.all else NOTHING
