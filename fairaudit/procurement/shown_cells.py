"""What the cell of a score shows where it holds another number: which of the two was given is for a person to say."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Score


def shown_score(case: Case, score: Score) -> Decimal | None:
    """Return the number that the cell of a score shows, where it holds another one; `None` where it shows what it holds."""
    known = case.once(_shown)
    path = (*score.path, "score")
    placed, cell = (case.places.get(path), case.pointers.get(path)) if known else (None, None)
    return known.get((case.documents[placed[0]].file, cell)) if placed and cell else None


def _shown(case: Case) -> dict[tuple[str, str], Decimal]:
    """Return what cells show by file and cell."""
    found: dict[tuple[str, str], Decimal] = {}
    for one in case.unreadable:
        try:
            if one.shown:
                found[one.file, one.shown[0]] = Decimal(one.shown[1])
        except InvalidOperation:
            # Shown in another way than as a plain number: nobody could have meant that as a score.
            continue
    return found
