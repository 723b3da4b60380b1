"""What the words for a stage mean beside the scores of a table: the list they belong to, and the stage that is kept."""

from __future__ import annotations

from fairaudit.analysis.phases import (
    AGREED,
    CALLED,
    INDIVIDUAL,
    is_final,
    names_the_panel,
    phase_named,
    phases_spoken_of,
)

PANEL = frozenset({"consensus", "panel", "the panel", "agreed", "moderated"})
"""What stands where an evaluator would, and names nobody."""


def of_the_panel(text: str) -> bool:
    """Whether a text where an evaluator would stand names nobody but the panel, or what it agreed."""
    return text.casefold().strip() in PANEL or names_the_panel(text)


def stage_of(text: str) -> tuple[str | None, str | None]:
    """Return the list that the word for a stage means, `None` where it means none, and the stage that is kept."""
    phase = phase_named(text)
    if phase is None:
        return None, text
    # Beside a final score there may be an earlier one of the same kind.
    own = text if is_final(text) else None
    if phase == AGREED:
        return "consensus", own
    return "individual", None if phase == INDIVIDUAL else own or CALLED[phase]


def unread_stage(text: str, usual: str) -> str | None:
    """Return why a text is not read as a stage, `None` where it is, or where it is that of a part of the competition."""
    spoken = () if phase_named(text) else phases_spoken_of(text)
    # What the panel agreed in a part of the competition belongs to the list of agreed scores.
    if not spoken or (usual == "consensus" and spoken == (AGREED,)):
        return None
    every = [f"`{one}`" for one in CALLED.values()]
    meant = " or ".join(f"`{CALLED[one]}`" for one in spoken)
    return f"does not plainly name one stage of scoring; did you mean {meant}? write {', '.join(every[:-1])} or {every[-1]}"
