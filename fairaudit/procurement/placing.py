"""Where something stands, for a sentence: its file and line, or else its path."""

from __future__ import annotations

from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.sources.document import Path


def place_in_words(case: Case, path: Path) -> str:
    """Return where something stands, as `people.csv:3`; of what no line is known but that of the whole case its path."""
    found = next(
        (case.places[path[:length]] for length in range(len(path), 0, -1) if path[:length] in case.places), None
    )
    if found is None or not case.documents:
        return text_of(path)
    index, span = found
    return f"{case.documents[index].file}:{span[0]}"
