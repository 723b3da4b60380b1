"""What a list in a pack's tables asks for, held against what the words of a case say is there."""

from collections.abc import Iterable

from fairaudit.checks.base import Unassessed
from fairaudit.frozen import Frozen
from fairaudit.law.contents import Item, items, lacking, understood
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of


class Absent(Frozen):
    """What is due and not there, and the fields that would settle whether more is due.

    `confidence` is `possible` where words that are not understood may say what seems to be missing.
    """

    items: tuple[Item, ...]
    missing: tuple[str, ...]
    confidence: str | None

    @property
    def words(self) -> str:
        """The names of what is not there, each once."""
        return "; ".join(dict.fromkeys(one.words for one in self.items))


def listed(pack: str, schedules: Iterable[str], topic: str | None = None) -> list[Item]:
    """Return what some lists of a pack ask of a notice, under a topic or under all of them."""
    wanted = set(schedules)
    return [
        one
        for one in items(pack, "notice-contents")
        if one.schedule in wanted and (topic is None or one.topic == topic)
    ]


def absent(
    case: Case, pack: str, at: Node[object], due: list[Item], told: tuple[str, ...] | None
) -> Absent | Unassessed | None:
    """Return what is due and not among what is told, or why that cannot be said; `None` where nothing is lacking."""
    if not due:
        return None
    if told is None:
        name = text_of(at.path)
        return Unassessed(at, f"{name} is not given", (name,))
    there = understood(pack, told)
    found = lacking(case, pack, due, there)
    if found.items:
        return Absent(found.items, found.missing, "possible" if there.strange else None)
    return Unassessed(at, "whether it must hold more is not known", found.missing) if found.missing else None
