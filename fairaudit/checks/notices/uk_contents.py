"""Checks of what notices hold, against what the Procurement Regulations 2024 ask them to hold."""

from collections.abc import Iterable, Iterator

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.notices.listed import Absent, absent, listed
from fairaudit.frozen import Frozen
from fairaudit.law.contents import Item
from fairaudit.law.notices import notices, unknown_notices
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import Notice

_PACK = "uk-pa2023"


class Silent(Frozen):
    """What a notice must hold and does not, and which provisions ask for it."""

    lacking: str
    provision: str


@check
def notice_silent_on(node: Node[object], case: Case, *, kind: str, lists: tuple[str, ...], topic: str) -> Found[Silent]:
    """Flag a notice of a kind, however it is called, whose contents lack what some regulations ask for under a topic.

    What a notice holds is what `contains` lists; an end of a standstill that it states is part of it. Words that are not
    understood may say what is missing, so they make it a question.
    """
    told = list(notices(case, kind))
    if not told:
        yield from _none_of(node, case, kind)
    for one in told:
        stated = ("standstill",) if one.stated_end is not None else ()
        contains = None if one.contains is None else (*one.contains, *stated)
        found = absent(case, _PACK, one.field("contains"), listed(_PACK, lists, topic), contains)
        if isinstance(found, Unassessed):
            yield found
        elif isinstance(found, Absent):
            facts = Silent(found.words, _provisions(found.items))
            yield Hit(one.field("contains"), facts, key=one.id or "", confidence=found.confidence)


def _none_of(node: Node[object], case: Case, kind: str) -> Iterator[Unassessed]:
    """Yield why no notice of a kind could be looked at; none, where the notices that are listed are all there are."""
    strange = unknown_notices(case)
    for one in strange:
        yield _unknown(one)
    if not strange and not case.holds_all("tender.notices"):
        yield Unassessed(node, f"no notice of the kind {kind} is recorded", ("tender.notices",))


def _unknown(notice: Notice) -> Unassessed:
    name = text_of((*notice.path, "kind"))
    return Unassessed(notice.node, f'what kind of notice it is is not known: "{notice.kind or ""}"', (name,))


def _provisions(found: Iterable[Item]) -> str:
    """Return paragraphs as they are cited: `reg 18(2)(j), (k); reg 20(2)(c)`."""
    cited: dict[str, list[str]] = {}
    for one in found:
        letter = one.paragraph.removeprefix("(2)")
        cited.setdefault(one.schedule, []).append(letter)
    return "; ".join(f"reg {name}(2){', '.join(dict.fromkeys(letters))}" for name, letters in cited.items())
