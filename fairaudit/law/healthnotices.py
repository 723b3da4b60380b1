"""What a notice of the Provider Selection Regime states only where there is any: conflicts, a changed term or value.

Source: Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348), Schs 2 to 14: paragraphs that begin
with “any”.
"""

from __future__ import annotations

from collections.abc import Callable

from fairaudit.frozen import Frozen
from fairaudit.law.conditions import Answer, condition
from fairaudit.law.health import PACK
from fairaudit.law.moments import ENDED
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Award, Modification


class _Moved(Frozen):
    """Whether something of a contract was changed by a modification, `None` where it is not given, and the field to give."""

    moved: bool | None
    field: str


def conflicts_declared(case: Case) -> bool | None:
    """Return whether anybody declared an interest; `None` where none is recorded and there may be more declarations."""
    if any(one.interests or one.recused_from for one in case.declarations):
        return True
    silent = all(one.interests == () for one in case.declarations)
    return False if silent and case.holds_all("declarations") else None


@condition(PACK)
def term_changed(case: Case) -> Answer:
    """A modification changes how long the contract runs (Sch 12 para 6)."""
    return _changed(case, "the term", _term)


@condition(PACK)
def value_changed(case: Case) -> Answer:
    """A modification changes the lifetime value (Sch 12 para 5)."""
    return _changed(case, "the lifetime value", _value)


def _changed(case: Case, what: str, of: Callable[[Award, int], _Moved]) -> Answer:
    """Return whether modifications change something; where some do and some do not, a notice may be about either."""
    found = [
        of(award, at)
        for award in case.awards
        if award.status not in ENDED
        for at in range(len(award.modifications or ()))
    ]
    open_ = tuple(one.field for one in found if one.moved is None)
    if not found or open_:
        return Answer(None, f"whether {what} changes is not given", open_ or ("awards[].modifications",))
    if len({one.moved for one in found}) > 1:
        return Answer(None, "which modification the notice is about is not given", ("tender.notices",))
    moved = bool(found[0].moved)
    return Answer(moved, f"{what} {'changes' if moved else 'stays as it was'}")


def _term(award: Award, at: int) -> _Moved:
    change = (award.modifications or ())[at]
    name = "end_after" if change.end_after is None else "end_before"
    if change.end_before is None or change.end_after is None:
        return _Moved(None, text_of((*change.path, name)))
    return _Moved(change.end_before != change.end_after, "")


def _value(award: Award, at: int) -> _Moved:
    changes: tuple[Modification, ...] = award.modifications or ()
    change = changes[at]
    before = change.value_before or (changes[at - 1].value_after if at else award.value)
    after = change.value_after
    if after is None or after.amount is None:
        return _Moved(None, text_of((*change.path, "value_after")))
    if before is None or before.amount is None or before.currency != after.currency:
        return _Moved(None, text_of((*change.path, "value_before")))
    return _Moved(before.amount != after.amount, "")
