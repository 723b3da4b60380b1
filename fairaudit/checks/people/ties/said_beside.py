"""Whether what a register says beside a post or share may mean that it is another's, or over: `bare trustee for J. Wren`, `sold`.

A nominee who is spoken of is read where the register is (`procurement/registers/nominees`).
"""

from __future__ import annotations

from fairaudit.analysis.names import words
from fairaudit.checks.people.ties.share_words import plain_beside_a_share
from fairaudit.checks.people.ties.shares_gone import shares_gone
from fairaudit.procurement.registers.matches import RegisteredTie

_OF_REGISTERS = frozenset({
    "right", "rights", "appoint", "appoints", "remove", "removes", "appointment", "removal", "board", "directors", "significant",
    "influence", "control", "controls", "indirectly", "indirect", "natural", "individual", "ultimate", "source", "annual",
    "return", "confirmation", "statement", "but",
})  # fmt: skip
"""Words of registers for what somebody holds, and where they have it from."""
_NOMINEES = frozenset({"nominee", "nominees"})
_FOR_OTHERS = frozenset({"trustee", "trustees", "behalf", "custodian", "custodians", "escrow"})


def more_is_said(tie: RegisteredTie) -> bool:
    """Whether words beside what is held are not plainly harmless to it, or say that it is gone or somebody else's."""
    if tie.kind == "ownership" and not _FOR_OTHERS.isdisjoint(words(tie.role.replace("-", " "))):
        return True
    if not tie.beside or not _NOMINEES.isdisjoint(words(tie.beside)):
        return False
    return shares_gone(tie.beside) or not plain_beside_a_share(tie.beside, _OF_REGISTERS)
