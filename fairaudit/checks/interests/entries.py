"""The ties that registers add to the graph: of people and parties of the case, and of whoever stands between two of them.

Whom a register knows and the case does not (a holding company, a director of two parties) is a node of its own. A tie is
`sure` where a number or a birth date says who is meant on both sides, never by names alone.
"""

from collections.abc import Iterable, Iterator

from fairaudit.analysis.ties.strength import Strength, strength_on
from fairaudit.checks.interests.bonds import MONTHS, Bond, firm_node, person_node
from fairaudit.checks.people.ties.register_ties import by_record, plainly_called, words_of
from fairaudit.procurement.bidders.holdings import LEAST_SHARE, decided_by
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.registers.keeping import by_number
from fairaudit.procurement.registers.matches import Above, Known, Match, OneAbove, RegisteredTie, share_of
from fairaudit.procurement.registers.upwards import holder_node, outside_node

_IN_CONTROL = frozenset({"directorship", "ownership"})
_HALF = 50


def bonds_of_registers(case: Case) -> Iterator[Bond]:
    """Yield the ties of every entry that says who holds a post or a share in what."""
    for match in case.matches:
        for start, end, sure, number in _ends(match):
            yield from _bonds(case, match, start, end, sure, number)


def names_in_registers(case: Case) -> dict[str, str]:
    """Return what the nodes are called that only a register knows."""
    found: dict[str, str] = {}
    ties = *((one.register, one.tie) for one in case.matches), *((one.register, one.tie) for one in case.above)
    for register, tie in ties:
        found.setdefault(outside_node(tie.organisation_id), tie.organisation or tie.number)
        found.setdefault(holder_node(register, tie), tie.holder)
    return found | {_node_of_both(one): _both(one) for one in case.one_above}


def bonds_of_one_above(case: Case, bonds: Iterable[Bond]) -> Iterator[Bond]:
    """Yield the ties of holders above parties that may be one, again at a node that stands for both."""
    pairs: dict[str, list[OneAbove]] = {}
    for one in case.one_above:
        pairs.setdefault(one.first, []).append(one)
        pairs.setdefault(one.other, []).append(one)
    for bond in bonds if pairs else ():
        for one in pairs.get(bond.start, ()):
            yield bond._replace(start=_node_of_both(one), sure=bond.sure and one.sure)
        for one in pairs.get(bond.end, ()):
            yield bond._replace(end=_node_of_both(one), sure=bond.sure and one.sure)


def _node_of_both(one: OneAbove) -> str:
    return f"{one.first[:2]}both {one.first[2:]} and {one.other[2:]}"


def _both(one: OneAbove) -> str:
    if one.name == one.other_name:
        return one.name if one.sure else f"{one.name} (a name entered twice, perhaps of two)"
    return f"{one.name} ({'also entered as' if one.sure else 'perhaps the same as'} {one.other_name})"


def bonds_above(case: Case) -> Iterator[Bond]:
    """Yield the ties of whoever holds something in an organisation above a party."""
    for one in case.above:
        start, end = holder_node(one.register, one.tie), outside_node(one.tie.organisation_id)
        sure = by_number(one.tie.organisation_id) and _holder_is_told(one.tie)
        yield from _bonds(case, one, start, end, sure)


def _ends(match: Match) -> Iterator[tuple[str, str, bool, str]]:
    """Yield who holds something in what, and whether both are surely meant; an entry between two of the case has both.

    The last is the number of the organisation in the register, where that of the case may be it with a slip in it.
    """
    tie, who = match.tie, match.who
    if not match.holds:
        # With somebody of the case as holder the entry stands here from the other side as well.
        if not match.others:
            sure = who.level != "possible" and _holder_is_told(tie)
            yield holder_node(match.register, match.tie), _node(who), sure, who.other_number
    elif match.others:
        for other in match.others:
            yield _node(who), _node(other), by_record(who, other), other.other_number
    elif tie.organisation_id:
        sure = who.corroborated and by_number(tie.organisation_id)
        yield _node(who), outside_node(match.tie.organisation_id), sure, ""


def _holder_is_told(tie: RegisteredTie) -> bool:
    """Whether more than a name tells that other entries of the holder are about the same one."""
    return by_number(tie.holder_id) if tie.holder_is == "party" else bool(tie.holder_key) or len(tie.birth) > 4


def _node(known: Known) -> str:
    return person_node(known.key) if known.kind == "person" else firm_node(known.key)


def _bonds(case: Case, match: Match | Above, start: str, end: str, sure: bool, number: str = "") -> Iterator[Bond]:
    """Yield an entry from its holder to the organisation, and back where the holder has a say in it."""
    tie, at = match.tie, Node[object](match.path, None)
    published = case.tender.published
    strength = strength_on(published.date if published else case.today, tie.end, MONTHS, Strength.CURRENT)
    over = decided_by(case)
    strength = Strength.REMOTE if tie.start and over and tie.start > over else strength
    dates = tie.start, tie.end
    share, of_a_person = share_of(tie.share), start.startswith("p ")
    onward = strength if of_a_person or share is None or share >= LEAST_SHARE else Strength.REMOTE
    # A namesake is told by the name that the register has, since it may be another.
    namesake = tie.holder if isinstance(match, Match) and _by_name_alone(match) else ""
    words = f"may be {namesake}, who " if namesake else ""
    of = f" number {number}, perhaps the same firm as" if number else ""
    words = f"{words}{words_of(tie, plainly_called(case, match), case.today)}{of}"
    yield Bond(start, end, onward, words, at, sure, *dates)
    if tie.kind in _IN_CONTROL:
        back = strength if of_a_person or share is None or share > _HALF else Strength.REMOTE
        # What is held does not have the holder as its share.
        has = f"is held (“{tie.role}”) by" if tie.kind == "ownership" else f"has, as “{tie.role}”,"
        words = f" {namesake}, perhaps the same person as" if namesake else ""
        may_be = f"may be number {number}, which " if number else ""
        controls = tie.kind == "ownership" and (share is None or share > _HALF)
        yield Bond(end, start, back, f"{may_be}{has}{words}", at, sure, *dates, controls=controls)


def _by_name_alone(match: Match) -> bool:
    """Whether a person of the case is known by no more than a name as the holder of an entry."""
    return match.holds and match.who.kind == "person" and not match.who.corroborated
