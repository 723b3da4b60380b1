"""Which award criteria a lot has where both it and the tender state some: its own in place of the tender's, or beside them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from fairaudit.sources.ocds.told import Told, listed

_MANY = 20_000
"""More lots of more criteria than a register has: to name them all would take room that no file took."""
_WHOLES = frozenset({Decimal(1), Decimal(100)})


def in_place(criteria: list[Told], lots: list[Told]) -> list[Told]:
    """Return criteria of which those for all lots are kept from the lots that have a whole set of their own.

    `lots` are the ids of all lots. Lots that only add to what the tender states keep both. Where every lot has its own, what
    the tender states counts for none, and is listed as not used.
    """
    general = [one for one in criteria if not one.get("lots")]
    owned: dict[str, list[Told]] = {}
    for one in criteria:
        for lot in one.get("lots").all:
            owned.setdefault(lot.words, []).append(one)
    whole = _sum(general)
    if whole is None or not owned:
        return criteria
    apart = {lot for lot, own in owned.items() if _replaces(_sum(own), whole)}
    left = [lot for lot in lots if lot.words not in apart]
    if not apart or len(left) * len(general) > _MANY:
        return criteria
    if left:
        return [one if one.get("lots") else _for_lots(one, left) for one in criteria]
    reason = "stands for no lot, since each lot states criteria of its own"
    return [one if one.get("lots") else (one.get("name") or one).unusable(reason) for one in criteria]


def _for_lots(criterion: Told, lots: list[Told]) -> Told:
    if not isinstance(criterion.value, dict):
        return criterion
    return replace(criterion, value={**criterion.value, "lots": listed(lots)})


def _replaces(own: Decimal | None, whole: Decimal) -> bool:
    """Whether the weights of a lot are all it has: they and the tender's make no whole, and one of the two is one itself."""
    if own is None or own + whole in _WHOLES:
        return False
    return own in _WHOLES or whole in _WHOLES or own == whole


def _sum(criteria: list[Told]) -> Decimal | None:
    """Return the sum of the weights, `None` where one is not stated as a number."""
    weights = [one.get("weight") for one in criteria if one.value]
    try:
        return sum((Decimal(one.words) for one in weights), Decimal(0)) if weights else None
    except InvalidOperation:
        return None
