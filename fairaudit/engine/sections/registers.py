"""The registers that a case was searched in, for its report."""

from __future__ import annotations

from fairaudit.engine.contract.registers import MEANING, UNSEARCHED, RegisterSaid
from fairaudit.engine.facts import clean
from fairaudit.procurement.case import Case


def registers_said(case: Case) -> tuple[RegisterSaid, ...]:
    """Return what is said of every register that was searched, in the order of the case."""
    return tuple(
        RegisterSaid(
            name=clean(one.name, 200),
            file=one.file,
            kind=one.kind,
            searched=one.searched.isoformat() if one.searched else None,
            source=clean(one.source, 200),
            rows=one.rows,
            people=one.people,
            parties=one.parties,
            organisations=len(one.organisations),
            certain=one.certain,
            likely=one.likely,
            possible=one.possible,
            left=one.left,
            meaning=MEANING,
        )
        for one in case.registers_searched
    )


def unsearched(case: Case) -> str:
    """Return that people and parties were searched in no register; nothing where there are none, or one was searched."""
    return UNSEARCHED if (case.people or case.parties) and not case.registers_searched else ""
