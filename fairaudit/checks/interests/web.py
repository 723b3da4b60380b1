"""The graph of interests of a case: every recorded tie of people, firms and bodies, with the place where it is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.names import organisation_name
from fairaudit.analysis.names.substance import names_nobody
from fairaudit.analysis.ties.strength import Strength, strength_on
from fairaudit.analysis.ties.ways import Step, Way, strongest_ways
from fairaudit.checks.base import Verb
from fairaudit.checks.interests.bonds import MONTHS, Bond, firm_node, person_node
from fairaudit.checks.interests.entries import bonds_above, bonds_of_one_above, bonds_of_registers, names_in_registers
from fairaudit.checks.interests.named_firms import NamedTie, bonds_of_named_firms, is_firm_by_name, node_named
from fairaudit.checks.interests.named_owners import bonds_of_named_owners, owner_names, strength_of_owner
from fairaudit.checks.interests.same_names import bonds_of_namesakes
from fairaudit.checks.people.spellings.party_names import parties_meant
from fairaudit.checks.people.ties.courtesies import several_gifts
from fairaudit.checks.people.ties.one_tie import Record
from fairaudit.checks.people.ties.tie_kinds import Reading, read_tie
from fairaudit.checks.people.ties.tie_records import records_of
from fairaudit.checks.people.ties.tie_texts import far_kin, no_kin, reading_of, remote_in_words
from fairaudit.checks.people.ties.to_bidders import ground_of, reference_day
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.holdings import LEAST_SHARE, decided_by
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import Owner, Party, Person, Tie
from fairaudit.procurement.persons.identity import (
    bearers_of,
    key_of,
    known_person,
    person_called,
    several_parties,
    several_people,
    spoken,
    whose,
)
from fairaudit.procurement.persons.influence import Official
from fairaudit.procurement.twice import numbers_of

_LASTING = {"family": Strength.FAMILY, "other": Strength.FAMILY, "gift": Strength.RECENT}
_IN_CONTROL = {"directorship": "has the director", "ownership": "is owned by"}
_HALF = 50
_SAY = 25
STEPS = 4
"""How many ties a way may have; a heuristic."""


class Web(Frozen):
    """All ties of a case, and what every node is called."""

    bonds: tuple[Bond, ...]
    names: Mapping[str, str]

    def ways(
        self, sources: Sequence[str], targets: Sequence[str], most: int, closed: frozenset[str] | None = None
    ) -> dict[tuple[str, str], Way]:
        """Return the strongest short way from each source to each target, none of them through another target.

        What ties two targets to each other is asked with the targets as sources. A guess by name takes the place of no recorded
        way: of the two the recorded one counts, however strong, unless it is remote and the guess is not. Where it is said which
        nodes are `closed`, no way leads through these, and any may lead through another target.
        """
        ends, places = closed or frozenset(targets) - frozenset(sources), self._places((*sources, *targets))
        steps = [
            _NO_STEP if one.start in ends else Step(places[one.start], places[one.end], one.strength)
            for one in self.bonds
        ]
        asked = [places[one] for one in sources], [places[one] for one in targets]
        found = strongest_ways(steps, *asked, most)
        if not all(one.sure for one in self.bonds):
            told = [step if bond.sure else _NO_STEP for bond, step in zip(self.bonds, steps, strict=True)]
            recorded = strongest_ways(told, *asked, most)
            found |= {
                pair: way for pair, way in recorded.items() if way.strength >= min(found[pair].strength, _NO_GUESS)
            }
        nodes = {place: node for node, place in places.items()}
        back = (one._replace(nodes=tuple(nodes[node] for node in one.nodes)) for one in found.values())
        return {(one.nodes[0], one.nodes[-1]): one for one in back}

    def _places(self, more: Iterable[str]) -> dict[str, str]:
        """Return a key for every node by where it is first recorded: of ways as good, no name may choose one."""
        nodes = dict.fromkeys(node for bond in self.bonds for node in (bond.start, bond.end))
        return {node: f"{place:09}" for place, node in enumerate(nodes | dict.fromkeys(more))}

    def along(self, way: Way) -> tuple[Bond, ...]:
        """Return the ties of a way, in order."""
        return tuple(self.bonds[place] for place in way.steps)

    def parts(self, way: Way) -> tuple[str, ...]:
        """Return the ties of a way in words, each up to the name of the next but the last, which ends before its name."""
        bonds = self.along(way)
        said = [f"{one.words} {self.names.get(one.end, one.end[2:])}" for one in bonds[:-1]] + [bonds[-1].words]
        who = ["", *(f"{'who' if one.start.startswith('p ') else 'which'} " for one in bonds[1:])]
        return tuple(map("".join, zip(who, said, strict=True)))

    def onward(self, way: Way) -> tuple[str, Verb]:
        """Return the first tie of a way in words, and those after it, each up to where the next name or the last begins."""
        first, *rest = self.parts(way)
        return first, Verb("".join(f", {one}" for one in rest))

    def told(self, way: Way) -> str:
        """Return a way in words, from behind the name of its first node to that of its last."""
        return f"{', '.join(self.parts(way))} {self.names.get(way.nodes[-1], way.nodes[-1][2:])}"


_NO_STEP = Step("", "", Strength.REMOTE)
_NO_GUESS = Strength.FAMILY
"""From which strength on a recorded way counts before any that leans on a name."""


def web_of(case: Case) -> Web:
    """Return the graph of what a case records, drawn once."""
    return case.once(_web)


def _web(case: Case) -> Web:
    buyers = _buyers(case)
    bonds = [
        *_of_people(case),
        *_of_relatives(case),
        *_of_bodies(case),
        *_of_parties(case),
        *bonds_of_named_owners(case),
        *bonds_of_named_firms(case.once(_named_ties)),
    ]
    if case.matches:
        entered = [*bonds_of_registers(case), *bonds_above(case)]
        # Of ways as good the first counts, so what may be two comes last.
        bonds += [*entered, *bonds_of_one_above(case, entered)]
    bonds += list(bonds_of_namesakes(case, bonds))
    # Everybody of the buyer works for the buyer: that ties nobody to anybody.
    apart = frozenset((*map(person_node, case.once(several_people)), *map(firm_node, case.once(several_parties))))
    kept = tuple(one for one in bonds if one.start not in buyers and not {one.start, one.end} & apart)
    names = {firm_node(one.id): one.name or one.id for one in case.parties if one.id}
    names |= {
        node: person_called(case, node[2:]) for bond in bonds for node in (bond.start, bond.end) if node[0] == "p"
    }
    return Web(
        kept,
        names
        | _firm_names(case)
        | owner_names(case)
        | case.once(_bodies)
        | (names_in_registers(case) if case.matches else {}),
    )


def _buyers(case: Case) -> frozenset[str]:
    buyer = case.tender.buyer
    ids = [one.id for one in case.parties if one.id and "buyer" in (one.roles or ())]
    return frozenset(firm_node(one) for one in (*ids, buyer.id if buyer else None) if one)


def _people(case: Case) -> dict[str, Person | None]:
    """Return everybody who is recorded, by what the records call them."""
    found: dict[str, Person | None] = {}
    for one in case.people:
        found.setdefault(key_of(one), one)
    for party in case.parties:
        for key in (*(party.people or ()), *(one.person for one in party.owners or () if one.person)):
            if not names_nobody(key):
                found.setdefault(key, None)
    return found


def _of_people(case: Case) -> Iterator[Bond]:
    for key, record, strength in case.once(_weighed):
        yield from _to_parties(case, key, record, strength)


def _weighed(case: Case) -> tuple[tuple[str, Record, Strength], ...]:
    """Return every recorded tie of everybody, and how strong it is."""
    readings, decided = case.once(_readings), decided_by(case)
    found = []
    for key, person in case.once(_people).items():
        day = reference_day(ground_of(case), Official(key, (), Node((), key), person))
        records = list(records_of(case, key, person))
        for record in records:
            reading = readings.get(record.at.path)
            strength = _strength(record, reading, day)
            if decided and record.start and record.start > decided and not record.offered:
                strength = Strength.REMOTE
            found.append((key, _with_other_gifts(record, records), strength))
    return tuple(found)


def _named_ties(case: Case) -> tuple[NamedTie, ...]:
    """Return the ties to firms that are no party of the case, and of which only the name is given."""
    return tuple(
        NamedTie(key, record.name or "", record, strength)
        for key, record, strength in case.once(_weighed)
        if is_firm_by_name(record) and not any(parties_meant(case, None, record.name, ""))
    )


def _firm_names(case: Case) -> dict[str, str]:
    """Return what the firms are called that stand under no id, by one spelling whichever is recorded first."""
    return {node_named(one): one for one in sorted(one.name for one in case.once(_named_ties))}


def _with_other_gifts(record: Record, records: Sequence[Record]) -> Record:
    """Return a gift with how many more there are of that party, and what they come to."""
    if record.kind != "gift":
        return record
    same = [one for one in records if one.kind == "gift" and (one.party, one.name) == (record.party, record.name)]
    others = [one.at for one in same if one is not record and one.end]
    undated = sum(one.end is None for one in same if one is not record)
    return record._replace(said=several_gifts(record.said, (record.at, *others), undated) or record.said)


def _readings(case: Case) -> dict[tuple[str | int, ...], Reading]:
    return {
        tie.path: reading_of(tie) for one in case.people for tie in (*(one.employments or ()), *(one.interests or ()))
    }


def _strength(record: Record, reading: Reading | None, day: date | None) -> Strength:
    if (record.doubted and not record.unread) or (reading is not None and reading.remote):
        return Strength.REMOTE
    lasting = _LASTING.get(record.kind, Strength.CURRENT)
    if record.asks or (record.ended and record.end is None):
        return min(Strength.RECENT, lasting)
    contradicted = record.start and record.end and record.start > record.end
    return strength_on(day, None if contradicted else record.end, MONTHS, lasting)


def _to_parties(case: Case, key: str, record: Record, strength: Strength) -> Iterator[Bond]:
    meant = list(parties_meant(case, record.party, record.name, record.text))
    if not meant and record.party and case.party(record.party):
        meant = [(record.party, True)]
    said = record.words
    person = person_node(key)
    for party, sure in meant:
        firm = firm_node(party)
        dates = (record.start, record.end, record.asks)
        yield Bond(person, firm, strength, said, record.at, sure and record.sure, *dates)
        kind = record.perhaps if record.unread else record.kind
        if kind in _IN_CONTROL and (strength is Strength.CURRENT or record.on or record.unread):
            words, little = _IN_CONTROL[kind], False
            if record.unread:
                words = "is owned, by an entry in words that are not plain, by"
            if record.share is not None:
                words = f"is owned {record.share.normalize():f} per cent by"
                # Who holds little of a firm is not tied to the others who do.
                little = record.share < _SAY
            if record.on:
                words = words.replace(" ", f", by a record of {day_in_words(record.on)} alone, ", 1)
            back = Strength.REMOTE if little else strength
            controls = kind == "ownership" and (record.share is None or record.share > _HALF)
            yield Bond(firm, person, back, words, record.at, sure and record.sure, *dates, controls)
        elif record.kind == "listed" and party in ground_of(case).bidders.ids:
            # From a bidder on this ties it to its rivals alone: no way of anybody else leads through a bidder.
            yield Bond(firm, person, strength, "lists", record.at, sure and record.sure, *dates)


def _of_relatives(case: Case) -> Iterator[Bond]:
    for person in case.people:
        for one in person.relatives or ():
            yield from _related(case, person, one.person, one.name, one.relation, one.node)
        for tie in person.interests or ():
            if tie.person and read_tie(tie.kind).kind == "family" and not (tie.party or tie.name):
                yield from _related(case, person, tie.person, None, tie.role, tie.node)


def _related(
    case: Case, person: Person, key: str | None, name: str | None, relation: str | None, at: Node[object]
) -> Iterator[Bond]:
    if no_kin(relation):
        return
    ends = [(whose(case, key), True)] if key else []
    if not key and spoken(name):
        ends = [(key_of(other), False) for other in bearers_of(case, name) if other is not person]
    words, strength = (
        f"is related ({relation or 'family'}) to",
        Strength.REMOTE if far_kin(relation) else Strength.FAMILY,
    )
    for end, sure in ends:
        both = person_node(key_of(person)), person_node(end)
        yield Bond(*both, strength, words, at, sure)
        yield Bond(both[1], both[0], strength, "is related to", at, sure)


def _of_bodies(case: Case) -> Iterator[Bond]:
    """Yield what is too remote to be a tie of its own: pensions, and bodies that many belong to."""
    for person, tie in _remote_ties(case):
        start, known = person_node(key_of(person)), list(parties_meant(case, tie.party, tie.name, ""))
        for party, sure in known:
            words = f"has a remote tie ({remote_in_words(tie)}) to"
            yield Bond(start, firm_node(party), Strength.REMOTE, words, tie.node, sure, tie.start_date, tie.end_date)
        if not known and (name := tie.name or tie.party):
            yield Bond(start, _body_node(name), Strength.REMOTE, f"has a tie ({remote_in_words(tie)}) to", tie.node)
            yield Bond(_body_node(name), start, Strength.REMOTE, "is shared with", tie.node)


def _remote_ties(case: Case) -> Iterator[tuple[Person, Tie]]:
    """Yield every remote tie that is recorded of somebody, and those that only a declaration tells of."""
    recorded = set()
    for person in case.people:
        for tie in (*(person.employments or ()), *(person.interests or ())):
            if _is_remote(tie):
                recorded.add((key_of(person), tie.kind, tie.party or tie.name))
                yield person, tie
    for declaration in case.declarations:
        declarer = known_person(case, declaration.person) if declaration.person else None
        for tie in (declarer and declaration.interests) or ():
            if declarer and _is_remote(tie) and (key_of(declarer), tie.kind, tie.party or tie.name) not in recorded:
                recorded.add((key_of(declarer), tie.kind, tie.party or tie.name))
                yield declarer, tie


def _is_remote(tie: Tie) -> bool:
    reading = reading_of(tie)
    return not reading.denied and (reading.kind is None or reading.remote)


def _body_node(name: str) -> str:
    return f"b {' '.join(organisation_name(name).core)}"


def _bodies(case: Case) -> dict[str, str]:
    """Return the bodies that stand under no id, and what the first who names one calls it."""
    named = [tie.name or tie.party for _, tie in _remote_ties(case)]
    return {_body_node(one): one for one in reversed(named) if one}


def _of_parties(case: Case) -> Iterator[Bond]:
    by_number: dict[tuple[str, str], list[Party]] = {}
    for party in case.parties:
        if party.id:
            yield from _around(case, party, firm_node(party.id))
            for number in sorted(numbers_of(party)):
                by_number.setdefault(number, []).append(party)
    for same in by_number.values():
        for first, second in pairwise(same):
            one, other = firm_node(first.id or ""), firm_node(second.id or "")
            words = "has the same register number as"
            yield Bond(one, other, Strength.CURRENT, words, second.node)
            yield Bond(other, one, Strength.CURRENT, words, second.node)


def _of_owner(case: Case, owner: Owner, above: str, node: str) -> Iterator[Bond]:
    """Yield what ties a firm to its owner and back, as strong as the share and its dates make it."""
    lasting, ended = strength_of_owner(case, owner)
    share = f" {owner.share:f} per cent" if owner.share is not None else ""
    counts = owner.share is None or owner.share >= LEAST_SHARE
    down = lasting if counts else Strength.REMOTE
    of = f"owned{share}{ended} of" if share else f"owned{ended}"
    dates = (True, owner.start_date, owner.end_date)
    yield Bond(above, node, down, of if ended else f"owns{share} of" if share else "owns", owner.node, *dates)
    controls = owner.share is None or owner.share > _HALF
    back = lasting if controls else Strength.REMOTE
    yield Bond(
        node, above, back, f"{'was' if ended else 'is'} owned{share}{ended} by", owner.node, *dates, controls=controls
    )


def _around(case: Case, party: Party, node: str) -> Iterator[Bond]:
    for owner in party.owners or ():
        if owner.party and case.party(owner.party) and owner.share != 0:
            yield from _of_owner(case, owner, firm_node(owner.party), node)
    for words, back, keys, name in (
        ("is a subcontractor of", "has the subcontractor", party.subcontractors, "subcontractors"),
        ("is a member of the consortium", "has in its consortium", party.members, "members"),
    ):
        for place, key in enumerate(keys or ()):
            at = Node((*party.path, name, place), key)
            yield Bond(firm_node(key), node, Strength.CURRENT, words, at)
            # Whoever works for a main contractor is not tied to all that its subcontractor does for others.
            yield Bond(node, firm_node(key), Strength.REMOTE, back, at)
