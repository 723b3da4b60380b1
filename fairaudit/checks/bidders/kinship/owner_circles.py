"""What registers know of bidders that own each other in a circle."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from fairaudit.analysis.circles import circles, knots
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.bidders.kinship.mixed_circles import is_slight, mixed_circles
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.holdings import Lasts, lasts
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Owner, Party
from fairaudit.procurement.persons.identity import several_parties
from fairaudit.procurement.registers.matches import no_control, no_say

_IN_A_CIRCLE = (Lasts.HOLDS, Lasts.UNCLEAR)


def _may_circle(case: Case, party: Party, owner: Owner) -> bool:
    """Whether an owner is a party and holds still; not a firm that holds a part of itself which is no control."""
    itself = owner.party == party.id and no_control(owner.share)
    return bool(owner.party) and not itself and lasts(case, owner) in _IN_A_CIRCLE


def _is_slight(case: Case, keys: tuple[str, ...]) -> bool:
    """Whether nobody in a circle of parties has a say in the next, by shares that are all known."""
    for below, above in pairwise((*keys, keys[0])):
        party = case.party(below)
        if not all(no_say(one.share) for one in (party.owners if party else None) or () if one.party == above):
            return False
    return True


def _owns_in_doubt(case: Case, one: str, other: str) -> bool:
    """Whether one of two parties owns the other by dates alone that are not clear."""
    for below, above in ((one, other), (other, one)):
        party = case.party(below)
        owners = [each for each in (party.owners if party else None) or () if each.party == above]
        if owners and all(lasts(case, each) is Lasts.UNCLEAR for each in owners):
            return True
    return False


class Circle(Frozen):
    """Organisations of which each owns the one before, and the first the last, and what is above them by the records."""

    circle: tuple[str, ...]
    above: Clause


@check
def owner_circle(node: Node[object], case: Case) -> Found[Circle]:
    """Flag parties that own each other in a circle, by their own record or by a register: the question who is above them.

    Where an owner from outside the circle is on record, somebody is above it, and the circle is told in a low voice; so is one in
    which nobody holds a quarter of the next. What a firm holds of itself without control, as treasury shares, is none.
    """
    owned = {
        one.id: [owner.party or "" for owner in one.owners or () if _may_circle(case, one, owner)]
        for one in case.parties
        if one.id and one.owners and one.id not in case.once(several_parties)
    }
    if not case.owner_circles and all(one.owners is None for one in case.parties):
        names = tuple(text_of((*one.path, "owners")) for one in case.parties[:1]) or ("parties",)
        yield Unassessed(node, "who owns the parties is not given", names)
    order = {key: place for place, key in enumerate(owned)}
    for circle in circles(owned):
        # It is told where the case first names one of them, whatever they are called.
        at = min(range(len(circle)), key=lambda place: order.get(circle[place], len(order)))
        keys = (*circle[at:], *circle[:at])
        party = case.party(keys[0])
        knot = next(one for one in knots(owned) if circle[0] in one)
        outside = _owners_outside(case, tuple(dict.fromkeys((*keys, *sorted(knot)))))
        yield Hit(
            party.field("owners") if party else node,
            Circle(tuple(case.party_name(one) for one in keys), _above(outside)),
            tuple((one.field("owners"), "in the circle") for key in keys[1:] if (one := case.party(key))),
            "possible" if any(_owns_in_doubt(case, *ends) for ends in pairwise((*keys, keys[0]))) else None,
            key="|".join(circle),
            severity="low" if outside or _is_slight(case, keys) else None,
        )
    yield from _half_entered(case, owned)
    for entered in case.owner_circles:
        told = tuple(f"{one.name} with {_written(one.share)} of {one.firm}" for one in entered.outside)
        yield Hit(
            Node(entered.path, None),
            Circle(entered.names, _above(told) if told else _NOBODY_ENTERED),
            confidence=None if entered.sure else "possible",
            key="|".join(entered.names),
            severity="low" if told or entered.slight else None,
        )


def _half_entered(case: Case, owned: dict[str, list[str]]) -> Iterator[Hit[Circle]]:
    """Yield the circles of which part stands in the case and part in a register, each once with the places of both."""
    order = {key: place for place, key in enumerate(owned)}
    for circle in mixed_circles(case, owned):
        at = min(range(len(circle.nodes)), key=lambda place: order.get(circle.nodes[place], len(order)))
        keys = (*circle.nodes[at:], *circle.nodes[:at])
        names = {one.above: one.holder for one in circle.entered}
        called = {key: case.party_name(key) if case.party(key) else names.get(key, key) for key in keys}
        outside = list(_owners_outside(case, keys))
        outside += [f"{one.holder} with {_written(one.share)} of {called.get(key, key)}" for one, key in circle.outside]
        told = tuple(dict.fromkeys(outside))
        parties = [one for key in keys if (one := case.party(key)) is not None and one.owners]
        entries = [(one.at, f"in the circle, by {one.register}") for one in circle.entered]
        yield Hit(
            parties[0].field("owners"),
            Circle(tuple(called[key] for key in keys), _above(told) if told else _NOT_LOOKED_AT),
            (*((one.field("owners"), "in the circle") for one in parties[1:]), *entries),
            # Of the parties of the case a register is not read for all who own them: somebody may stand above.
            "possible",
            key="|".join(circle.nodes),
            severity="low" if told or is_slight(case, circle) else None,
        )


_NOBODY_ENTERED = Clause("and no owner outside it is entered in the register")
_NOT_LOOKED_AT = Clause("and whether a register has an owner outside it was not looked at")


def _written(share: str) -> str:
    """Return a share of a register in words; a band stays one."""
    band = share[:1].isdigit() and share.replace("%", "").strip()
    return f"{band} per cent" if band else "a share of unknown size"


def _size(share: Decimal | None) -> str:
    return "a share of unknown size" if share is None else f"{share:f} per cent"


def _owners_outside(case: Case, circle: tuple[str, ...]) -> tuple[str, ...]:
    """Return in words who else is on record as an owner of those in a circle, and of how much."""
    found: list[str] = []
    for key in circle:
        party = case.party(key)
        for one in (party.owners if party else None) or ():
            if one.party in circle or lasts(case, one) not in _IN_A_CIRCLE:
                continue
            person = case.person(one.person) if one.person else None
            who = (
                case.party_name(one.party) if one.party else (person.name if person else None) or one.name or one.person
            )
            if who:
                found.append(f"{who} with {_size(one.share)} of {case.party_name(key)}")
    return tuple(found)


def _above(outside: tuple[str, ...]) -> Clause:
    told = " and ".join((", ".join(outside[:-1]), outside[-1]) if outside[1:] else outside)
    return Clause(
        f"and outside it {'stand' if outside[1:] else 'stands'} {told}" if outside else "so nobody is at the top"
    )
