"""Values of ties and declarations that were not understood: what a gift was worth, who is tied to whom, who declared what."""

from __future__ import annotations

from fairaudit.checks.base import Unassessed
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.sources.document import Lost, Path, Unreadable

_OF_A_NAME = Lost(field="name")
_WHAT, _WHO = "what a tie is, or to whom,", "who is tied to whom"


def unread_value(case: Case, gift: Node[object], who: str) -> Unassessed | None:
    """Return that what a gift was worth is given, and not understood: it may have been a courtesy."""
    unread = case.once(_values).get(gift.path)
    if unread is None:
        return None
    reason = f"what a gift to {who} was worth, “{unread.text}”, was not understood"
    return Unassessed(gift, reason, (f"{text_of((*gift.path, 'value'))} (as a number)",), seen=True)


def unread_ties(case: Case) -> tuple[Unassessed, ...]:
    """Return every cell that was not read of those which say to whom somebody is tied, and how: the tie may be to a bidder."""
    lost = [one for one in case.unreadable if one.lost is not None and one.path in (("people",), ("parties",))]
    return tuple(
        Unassessed(
            Node(one.path, None),
            f"{_WHO if one.lost == _OF_A_NAME else _WHAT} could not be read"
            f" ({one.file}:{one.line}: {one.reason.partition('; ')[0]})",
            (f"{text_of(one.path)} (what could not be read)",),
        )
        for one in lost
    )


def unread_declarations(case: Case) -> tuple[Unassessed, ...]:
    """Return every cell that was not read of those which say who declared what: it may be anybody's, and about any tie."""
    lost = [one for one in case.unreadable if one.lost is not None and one.path == ("declarations",)]
    return tuple(
        Unassessed(
            Node(one.path, None),
            f"who declared what could not be read ({one.file}:{one.line}: {one.reason.partition('; ')[0]})",
            ("declarations (what could not be read)",),
        )
        for one in lost
    )


def _values(case: Case) -> dict[Path, Unreadable]:
    found = [(one.path[: one.path.index("value")], one) for one in reversed(case.unreadable) if "value" in one.path]
    return {path: one for path, one in found if path[:1] in (("people",), ("declarations",), ("parties",))}
