"""Declarations of which nobody can say whose they are: by an id that nobody has, or without a name. One may be anybody's."""

from fairaudit.checks.base import Unassessed
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.persons.identity import ambiguous, known_person, spoken, whose
from fairaudit.procurement.persons.influence import Official, officials


def perhaps_declared(case: Case, official: Official) -> Unassessed | None:
    """Return that a declaration of nobody may be the one that somebody lacks; a name that is another's is none."""
    one = next((one for one in case.once(_of_nobody) if _may_be_by(one, official)), None)
    if one is None:
        return None
    who = f"is by “{one.person}”, whom nobody is called" if one.person else "does not say by whom it is"
    what = f"declaration {one.id}" if one.id else "a declaration"
    reason = f"none by {official.name} is given, and {what} {who}: it may be theirs"
    at: Node[object] = official.at
    return Unassessed(at, reason, (f"{text_of((*one.path, 'person'))} (the id of who declared)",), seen=True)


def _may_be_by(declaration: Declaration, official: Official) -> bool:
    """Whether what a declaration of nobody says about who made it fits somebody: an id fits anybody, a name an id alone."""
    return not spoken(declaration.person) or not spoken(official.name)


def _of_nobody(case: Case) -> tuple[Declaration, ...]:
    seats = {whose(case, one.key) for one in officials(case)}
    return tuple(
        one
        for one in case.declarations
        if one.person is None
        or not (known_person(case, one.person) or ambiguous(case, one.person) or whose(case, one.person) in seats)
    )
