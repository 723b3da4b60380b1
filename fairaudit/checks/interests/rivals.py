"""Rival bidders that are tied to each other through others: an owner further up, a director of both, a family."""

from collections.abc import Iterator

from fairaudit.analysis.ties.strength import Strength
from fairaudit.analysis.ties.ways import Way
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check, compares_bidders
from fairaudit.checks.bidders.kinship.contacts import in_common
from fairaudit.checks.bidders.kinship.kinship import close_traits, is_doubtful
from fairaudit.checks.bidders.kinship.namesakes import born_alike, name_key, name_traits, perhaps_one
from fairaudit.checks.interests.bonds import firm_node, person_node
from fairaudit.checks.interests.control import ways_by_control
from fairaudit.checks.interests.named_owners import is_person_by_name
from fairaudit.checks.interests.web import STEPS, Web, web_of
from fairaudit.checks.people.ties.register_ties import not_opened
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import may_compete
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node


class Between(Frozen):
    """What ties a bidder to a rival, in words that go between their names."""

    first: str
    tie: str
    onward: Verb
    second: str


@check
@compares_bidders
def rivals_tied_through_others(node: Node[object], case: Case) -> Found[Between]:
    """Flag rivals tied by a way of two to four ties of which none is remote, and which share nobody by their own records.

    Through owners who each control the next a way may be longer. An owner of whom only a name is recorded, and who may be a
    rival, is a tie of one; where a way leads over somebody of whom two firms give only the name, it is asked in a low voice.
    """
    field = ground_of(case).bidders
    if field.missing:
        yield Unassessed(node, "who bids is not known", field.missing)
    yield from not_opened(case)
    yield from _ends_open(case)
    yield from _hits(case, web_of(case), ways_between(case))


def _ends_open(case: Case) -> Iterator[Unassessed]:
    """Yield the organisations that control a bidder, or such an organisation, of which no register says who holds them."""
    for one in case.open_ends:
        owner = f"who holds {one.tie.holder}, which holds {one.tie.organisation},"
        if one.either:
            words = "may be a firm or a person by its name; write which under `kind`, and if it is a firm, who holds it"
            yield Unassessed(
                Node(one.path, None), f"{one.tie.holder}, which holds {one.tie.organisation}, {words}", ("registers",)
            )
            continue
        if one.numbered:
            reason = f"{owner} is known only of one of that name with a number, and no record says that the two are one"
            lacking = f"the number of {one.tie.holder}"
        elif one.asked:
            reason, lacking = f"{owner} stands in no register that was searched", f"who holds {one.tie.holder}"
        else:
            reason, lacking = (
                f"{owner} was not looked for: it stands too far up, or beside too many",
                "owners of bidders",
            )
        yield Unassessed(Node(one.path, None), reason, (f"registers (one that says {lacking})",))


def ways_between(case: Case) -> dict[tuple[str, str], Way]:
    """Return what ties each two bidders, of either direction the stronger, with no part of it remote.

    A way has four ties at most, but for one through owners of whom each controls the next.
    """
    return case.once(_ways_between)


def _ways_between(case: Case) -> dict[tuple[str, str], Way]:
    ids = ground_of(case).bidders.ids
    nodes = tuple(map(firm_node, ids))
    ways = web_of(case).ways(nodes, nodes, STEPS)
    found: dict[tuple[str, str], Way] = {}
    for pair in ways:
        # Of the two directions a recorded one speaks for both, of such the stronger, of equals the one that is met first.
        both = [ways[one] for one in (pair, pair[::-1]) if one in ways]
        way = min(both, key=lambda one: (not _is_recorded(case, one), -one.strength, len(one.steps)))
        if way.strength > Strength.REMOTE and (way.nodes[-1][2:], way.nodes[0][2:]) not in found:
            found[way.nodes[0][2:], way.nodes[-1][2:]] = way
    for pair, way in ways_by_control(web_of(case), ids).items():
        # What a few ties of any kind tell is told by those.
        if pair not in found and pair[::-1] not in found:
            found[pair] = way
    return found


def _is_recorded(case: Case, way: Way) -> bool:
    """Whether a way that is not too remote to tell leans on no name."""
    return way.strength > Strength.REMOTE and all(one.sure for one in web_of(case).along(way))


def _hits(case: Case, web: Web, ways: dict[tuple[str, str], Way]) -> Iterator[Hit[Between]]:
    competing = case.once(_competing)
    for (first, second), way in ways.items():
        bonds = web.along(way)
        recorded = _is_recorded(case, way)
        told = _is_told_here(web, way) and second in competing.get(first, ())
        if told and not _told_of_both(case, web, way, by_name=not recorded):
            if len(bonds) == 2 and all(one.at.path[:1] == ("registers",) for one in bonds):
                continue  # An officer or owner of both in a register, which has a rule of its own.
            facts = Between(case.party_name(first), *web.onward(way), case.party_name(second))
            related = tuple((one.at, "the next tie") for one in bonds[1:])
            doubt = None if recorded and not any(one.doubted for one in bonds) else "possible"
            severity = "low" if any(map(is_person_by_name, way.nodes)) else None
            yield Hit(bonds[0].at, facts, related, doubt, "|".join(sorted((first, second))), severity)


def _is_told_here(web: Web, way: Way) -> bool:
    """Whether a way leads through others, or only a name says that one of the two owns the other."""
    return len(way.steps) > 1 or (len(way.steps) == 1 and not web.along(way)[0].sure)


def _told_of_both(case: Case, web: Web, way: Way, *, by_name: bool) -> bool:
    """Whether the records of both name the same person or owner, which has a rule of its own.

    What may be nothing, such as an owner who sold, is told there as a question and hides no other way than its own. So is what
    agrees in name alone, of a way that rests on names (`by_name`).
    """
    one, other = (case.party(node[2:]) for node in (way.nodes[0], way.nodes[-1]))
    if one is None or other is None:
        return False
    called = {name_key(web.names.get(node, node[2:])) for node in way.nodes} if by_name else set()
    named = in_common(name_traits(one, case), name_traits(other, case)).items()
    alike = any(key[1] in called and perhaps_one(one, other, case, key, words) for key, words in named)
    alike = alike or bool(born_alike(one, other, case))
    close = in_common(close_traits(one, case), close_traits(other, case))
    return alike or any(_on_it(way, key) or not is_doubtful(case, key, one, other) for key in close)


def _on_it(way: Way, key: tuple[str, str]) -> bool:
    """Whether a way leads over somebody whom two parties have in common."""
    return {person_node(key[1]), firm_node(key[1])} & set(way.nodes[1:-1]) != set()


def _competing(case: Case) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for bid in case.bids:
        if bid.bidder:
            found.setdefault(bid.bidder, set()).update(one.bidder for one in may_compete(case, bid) if one.bidder)
    return found
