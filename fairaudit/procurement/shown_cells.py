"""What the cell of a score shows where it holds another number: which of the two was given is for a person to say."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Score

_SHOWN = re.compile(r"(?P<cell>.*): is [^ ]* and its cell shows (?P<shown>.*?); ", re.DOTALL)
"""How a report names such a cell, in the words of `sources.tables.sheet`."""


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
        said = _SHOWN.match(one.reason)
        try:
            if said:
                found[one.file, said["cell"]] = Decimal(said["shown"])
        except InvalidOperation:
            # Shown in another way than as a plain number: nobody could have meant that as a score.
            continue
    return found
