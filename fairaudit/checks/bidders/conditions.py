"""Conditions of taking part: which of them shut a bidder out, and how people call one."""

from fairaudit.procurement.model.criteria import Requirement


def shuts_out(one: Requirement) -> bool:
    """Whether a bidder that does not meet a condition is out: unless it says otherwise, or is only scored or told."""
    if one.mandatory is None and not one.disqualifies:
        return one.treatment not in ("scored", "information")
    return bool(one.mandatory or one.disqualifies)


def condition_called(one: Requirement) -> str:
    """Return how people call a condition: its id, and its name or kind."""
    words = [text for text in (one.id, one.name or one.kind) if text]
    return f"{words[0]} ({words[1]})" if len(words) == 2 else words[0] if words else "a condition without an id"


def clause_called(one: Requirement) -> str:
    """Return how a text of a condition is called where it stands among other texts."""
    return f"selection criterion {one.id}" if one.id else "a selection criterion"
