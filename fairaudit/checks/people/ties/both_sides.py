"""Advisers of the buyer, and firms that judge for it, who also stand on a bidder's side."""

from collections.abc import Iterator

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.ties.close_ties import CLOSE, close_links, confidence_of, employer_unknown, standing_open
from fairaudit.checks.people.ties.to_bidders import Ground, Link, ground_of, links_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.holdings import owners_held
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Party
from fairaudit.procurement.persons.identity import key_of, known_person, whose
from fairaudit.procurement.persons.influence import Official
from fairaudit.procurement.persons.roles import roles_named

_PARTS = {
    "adviser": "an adviser of the buyer", "evaluator": "an evaluator of the bids", "chair": "chair of the panel",
    "approver": "an approver of the award",
}  # fmt: skip


class BothSides(Frozen):
    """Who advises the buyer or judges for it, as what, and what ties them to a bidder."""

    adviser: str
    part: str
    tie: str
    party: str


@check
def adviser_on_both_sides(node: Node[object], case: Case) -> Found[BothSides]:
    """Flag advisers of the buyer, and firms that judge for it, who work for or advise a bidder and did not step aside.

    What a bidder heard before the tender answers none of this. Firms of which only a person is also with a bidder, and those of
    a bidder's group, are a question.
    """
    ground = ground_of(case)
    yield from ground.gaps(node)
    for party, part, at in _firms(ground):
        behind = ground.bidders.standings.get(party.id or "", ())
        for standing in behind:
            facts = BothSides(case.party_name(party.id or ""), part, "is", standing.words)
            yield Hit(at, facts, confidence=None if standing.sure else "possible", key=standing.bidder)
        yield from _people_shared(ground, party, part, frozenset(one.bidder for one in behind))
    for official in ground.officials:
        if "adviser" in official.roles:
            yield from _adviser_works_for(ground, official)


def _firms(ground: Ground) -> Iterator[tuple[Party, str, Node[object]]]:
    """Yield the firms that advise or judge, as what, and where that is recorded: with them, or as a seat on the panel."""
    # A seat that somebody of the people holds is theirs, though a list of parties numbered by itself has the same id again.
    seats = {one.key: one for one in ground.officials if one.person is None}
    for party in ground.case.parties if ground.bidders.ids else ():
        named = dict.fromkeys(name for one in party.roles or () for name in roles_named(one))
        part = next((one for one in _PARTS if one in named), None)
        if party.id and part:
            yield party, _PARTS[part], party.field("roles")
        elif (seat := seats.get(party.id or "")) and (part := next((one for one in _PARTS if one in seat.roles), None)):
            yield party, _PARTS[part], seat.at


def _people_shared(
    ground: Ground, party: Party, part: str, told: frozenset[str]
) -> Iterator[Hit[BothSides] | Unassessed]:
    """Yield the people of a firm who are also with a bidder; whether they have to do with this work is not recorded."""
    case = ground.case
    if party.people is None and not told and not case.holds_all("parties"):
        name = text_of((*party.path, "people"))
        yield Unassessed(party.field("people"), f"who works for {party.name or party.id} is not given", (name,))
    judged = {one.key for one in ground.officials}
    for key in _people_of(case, party):
        person = known_person(case, key)
        somebody = Official(key_of(person) if person else key, (), party.field("people"), person)
        seen = set(told)
        for link in links_of(ground, somebody) if somebody.key not in judged else ():
            if link.kind in CLOSE and link.party != party.id and link.bidder not in seen:
                for gap in standing_open(ground, somebody, link):
                    seen.add(link.bidder)
                    yield gap or _shared(case, party, part, link)


def _people_of(case: Case, party: Party) -> Iterator[str]:
    """Yield those whom a firm names as its own, and those who say that they work for it, each once."""
    named = (*(party.people or ()), *(one.person for one in owners_held(case, party) if one.person))
    yield from dict.fromkeys(whose(case, one) for one in (*named, *case.once(_staff).get(party.id, ())))


def _staff(case: Case) -> dict[str | None, list[str]]:
    """Return who says that they work for which party and have not left it."""
    found: dict[str | None, list[str]] = {}
    for person in case.people:
        for tie in person.employments or ():
            if tie.party and tie.end_date is None:
                found.setdefault(tie.party, []).append(key_of(person))
    return found


def _shared(case: Case, party: Party, part: str, link: Link) -> Hit[BothSides]:
    tie = f"has somebody, {link.official.name}, who {link.words}"
    facts = BothSides(case.party_name(party.id or ""), part, tie, f"{link.party_name}, {link.standing}")
    related = ((link.at, "the tie"),)
    return Hit(link.official.at, facts, related, "possible", f"{link.official.key} {link.bidder}")


def _adviser_works_for(ground: Ground, official: Official) -> Iterator[Hit[BothSides] | Unassessed]:
    seen: set[tuple[str, str]] = set()
    for link, gap in close_links(ground, official, seen):
        if gap is not None:
            yield gap
        else:
            seen.add((link.bidder, link.party))
            yield _working_for(official, link)
    if not seen and ground.bidders.ids:
        yield from employer_unknown(ground.case, official)


def _working_for(official: Official, link: Link) -> Hit[BothSides]:
    facts = BothSides(official.name, _PARTS["adviser"], link.words, f"{link.party_name}, {link.standing}")
    return Hit(
        link.at,
        facts,
        ((official.at, "where the influence is recorded"),),
        confidence_of(link, "adviser"),
        f"{official.key} {link.bidder} {link.party}",
    )
