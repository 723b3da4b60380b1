"""What registers know of the bidders themselves: rivals with one officer or owner, and owners in a circle."""

from collections.abc import Iterator

from fairaudit.analysis.circles import circles
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.register_ties import called, unsearched
from fairaudit.checks.people.ties import ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.identity import several_parties
from fairaudit.procurement.influence import lots_of_bidder
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.registers.keeping import holder_of
from fairaudit.procurement.registers.matches import Match


class RegisteredInCommon(Frozen):
    """Two rivals, what they have in common, and which register says so."""

    first: str
    second: str
    shared: tuple[str, ...]
    register: str


@check
def rivals_share_register_entries(node: Node[object], case: Case) -> Found[RegisteredInCommon]:
    """Flag rivals of which a register names one officer or owner for both, or the one as owner of the other.

    Where only a name says that it is one holder, or that the organisation is the bidder, that is a question. Terms that did not
    overlap are passed over.
    """
    ground = ground_of(case)
    if ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
    yield from unsearched(node, case)
    found: dict[tuple[str, str], list[tuple[Match, Match]]] = {}
    for one, other in (*_one_holder(case), *_one_owns(case)):
        pair = sorted((one, other), key=_bidder)
        found.setdefault((_bidder(pair[0]), _bidder(pair[1])), []).append((pair[0], pair[1]))
    ids = set(ground.bidders.ids)
    for (first, second), pairs in sorted(found.items()):
        if {first, second} <= ids and _compete(case, first, second):
            yield _told(case, first, second, pairs)


def _bidder(match: Match) -> str:
    return match.who.key


def _one_holder(case: Case) -> Iterator[tuple[Match, Match]]:
    """Yield the entries of one holder at two parties."""
    holders: dict[tuple[str, ...], list[Match]] = {}
    for one in case.matches:
        if not one.holds and one.tie.holder:
            holders.setdefault((str(one.register), *holder_of(one.tie)), []).append(one)
    for entries in holders.values():
        for place, one in enumerate(entries):
            for other in entries[place + 1 :]:
                if one.who.key != other.who.key and _overlap(one, other):
                    yield one, other


def _one_owns(case: Case) -> Iterator[tuple[Match, Match]]:
    """Yield the entries in which one party holds a post or share in another."""
    for one in case.matches:
        for other in one.others:
            if one.holds and one.who.kind == other.kind == "party" and one.who.key != other.key and one.tie.end is None:
                yield one, one._replace(who=other, holds=False)


def _overlap(one: Match, other: Match) -> bool:
    """Whether two terms may have overlapped: a day that is not given keeps nothing apart."""
    for first, second in ((one.tie, other.tie), (other.tie, one.tie)):
        if first.end and second.start and first.end < second.start:
            return False
    return True


def _compete(case: Case, first: str, second: str) -> bool:
    lots, others = lots_of_bidder(case, first), lots_of_bidder(case, second)
    return lots is None or others is None or bool(lots & others)


def _told(case: Case, first: str, second: str, pairs: list[tuple[Match, Match]]) -> Hit[RegisteredInCommon]:
    shared = tuple(dict.fromkeys(_words(*pair) for pair in pairs))
    sure = any(_surely(one, other) for one, other in pairs)
    one, other = pairs[0]
    facts = RegisteredInCommon(case.party_name(first), case.party_name(second), shared, called(case, one))
    related = tuple(
        (Node[object](path, None), "the entry of the register") for path in dict.fromkeys((one.path, other.path))
    )
    party = case.party(first)
    return Hit(
        party.node if party else Node(("parties",), None),
        facts,
        related,
        None if sure else "possible",
        f"{first}|{second}",
    )


def _words(one: Match, other: Match) -> str:
    if one.path == other.path:
        share = f" ({one.tie.share} per cent)" if one.tie.share else ""
        return f"that {one.tie.holder} is entered as “{one.tie.role}”{share} of {one.tie.organisation}"
    roles = f"“{one.tie.role}”" if one.tie.role == other.tie.role else f"“{one.tie.role}” and “{other.tie.role}”"
    return f"{one.tie.holder}, entered as {roles}"


def _surely(one: Match, other: Match) -> bool:
    """Whether more than names says that the entries are about both parties, and about one holder."""
    holder = one.path == other.path or bool(one.tie.holder_key) or len(one.tie.birth) > 4
    return holder and "possible" not in (one.who.level, other.who.level)


class Circle(Frozen):
    """Organisations of which each owns the one before, and the first the last."""

    circle: tuple[str, ...]


@check
def owner_circle(node: Node[object], case: Case) -> Found[Circle]:
    """Flag parties that own each other in a circle, by their own record or by a register: nobody is at the top of it."""
    owned = {
        one.id: [owner.party for owner in one.owners or () if owner.party]
        for one in case.parties
        if one.id and one.owners and one.id not in case.once(several_parties)
    }
    if not case.owner_circles and all(one.owners is None for one in case.parties):
        names = tuple(text_of((*one.path, "owners")) for one in case.parties[:1]) or ("parties",)
        yield Unassessed(node, "who owns the parties is not given", names)
    for keys in circles(owned):
        party = case.party(keys[0])
        yield Hit(
            party.field("owners") if party else node,
            Circle(tuple(case.party_name(one) for one in keys)),
            tuple((one.field("owners"), "in the circle") for key in keys[1:] if (one := case.party(key))),
            key="|".join(keys),
        )
    for circle in case.owner_circles:
        yield Hit(Node(circle.path, None), Circle(circle.names), key="|".join(circle.names))
