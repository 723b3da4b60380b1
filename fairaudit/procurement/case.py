"""One procurement given to fairaudit: its values, where they stand, and what it says it holds in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from fairaudit.procurement.clock import Clock
from fairaudit.procurement.model.common import Justification
from fairaudit.procurement.model.domains import Domain, domains_of
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import built
from fairaudit.procurement.model.parties import Declaration, Party, Person
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.records import Award, Bid, Enquiry, Event
from fairaudit.procurement.model.tender import Lot, Tender
from fairaudit.procurement.places import Placed, Placeholder
from fairaudit.procurement.registers.matches import Above, Match, OneAbove, OpenEnd, OwnerCircle, Searched
from fairaudit.procurement.shaping.handles import Handles
from fairaudit.procurement.shaping.sections import is_list
from fairaudit.procurement.twice import parties_apart, people_apart
from fairaudit.sources.document import Document, Path, Unreadable

T = TypeVar("T")

NO_TENDER = built(Tender, ("tender",), {})
NO_EVALUATION = built(Evaluation, ("evaluation",), {})


@dataclass(frozen=True)
class Case:
    """What checks see. Lists that are not given read as empty here; `gives` and `holds_all` tell the difference."""

    procurement: Procurement
    clock: Clock = field(default_factory=Clock)
    today: date | None = None
    documents: tuple[Document, ...] = ()
    places: Mapping[Path, Placed] = field(default_factory=dict)
    pointers: Mapping[Path, str] = field(default_factory=dict)
    placeholders: tuple[Placeholder, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    not_read: tuple[str, ...] = ()
    asked_laws: tuple[str, ...] = ()
    """The laws that whoever asks for the audit names, beside those that the tender names itself."""
    names: bool = False
    """Whether whoever asks for the audit wants evaluators by name where they are numbers else: statistics and pictures."""
    registers_searched: tuple[Searched, ...] = ()
    """The registers that the people and parties of this case were searched in."""
    matches: tuple[Match, ...] = ()
    """Records of those registers that may be about somebody of this case."""
    above: tuple[Above, ...] = ()
    """Records of who stands above a party of this case, on a way to another or to somebody of the case."""
    one_above: tuple[OneAbove, ...] = ()
    """Holders above parties that may be one, in two spellings or registers, and would tie one party to another."""
    open_ends: tuple[OpenEnd, ...] = ()
    """Records of organisations that control a party, of which those registers do not say who holds them."""
    owner_circles: tuple[OwnerCircle, ...] = ()
    """Circles of owners that those registers hold around parties of this case."""
    unread: Mapping[str, Unreadable] = field(default_factory=dict)
    """The lists that are not known, since a table that belongs to them could not be read, each with that table."""
    made: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def once(self, make: Callable[[Case], T]) -> T:
        """Return what a pure function makes of this case; it is worked out once, however many rules ask."""
        made = self.made
        try:
            return made[make]  # type: ignore[return-value]  # under a function stands what it returned
        except KeyError:
            # Asked a hundred thousand times, and rarely not made: one look, and what `make` itself may raise is its own.
            pass
        made[make] = found = make(self)
        return found

    @property
    def tender(self) -> Tender:
        """The tender, empty where none is given."""
        return self.procurement.tender or NO_TENDER

    @property
    def laws(self) -> tuple[str, ...]:
        """The laws that are named for this case, by the tender, its notices or whoever asks for its audit."""
        return tuple(dict.fromkeys((*self.stated_laws, *self.asked_laws)))

    @property
    def stated_laws(self) -> tuple[str, ...]:
        """The laws that the tender names itself, or a notice of it as its regulatory domain."""
        noticed = (one.pack for one in self.domains if one.pack is not None)
        return tuple(dict.fromkeys((*(self.tender.law or ()), *noticed)))

    @property
    def domains(self) -> tuple[Domain, ...]:
        """The regulatory domains that notices give."""
        return self.once(_domains)

    @property
    def lots(self) -> tuple[Lot, ...]:
        """The tender's lots."""
        return self.tender.lots or ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """The organisations."""
        return self.procurement.parties or ()

    @property
    def people(self) -> tuple[Person, ...]:
        """The people."""
        return self.procurement.people or ()

    @property
    def declarations(self) -> tuple[Declaration, ...]:
        """The declarations."""
        return self.procurement.declarations or ()

    @property
    def enquiries(self) -> tuple[Enquiry, ...]:
        """The questions and answers."""
        return self.procurement.enquiries or ()

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened to bidders."""
        return self.procurement.events or ()

    @property
    def bids(self) -> tuple[Bid, ...]:
        """The bids."""
        return self.procurement.bids or ()

    @property
    def evaluation(self) -> Evaluation:
        """The evaluation, empty where none is given."""
        return self.procurement.evaluation or NO_EVALUATION

    @property
    def awards(self) -> tuple[Award, ...]:
        """The awards."""
        return self.procurement.awards or ()

    def party(self, key: str | None) -> Party | None:
        """Return the party with an id."""
        return self.once(_parties_by_id).get(key) if key else None

    def person(self, key: str | None) -> Person | None:
        """Return the person with an id."""
        return self.once(_people_by_id).get(key) if key else None

    def party_name(self, key: str) -> str:
        """Return a party's name, or its id where no name is given."""
        return self.once(_names_of_parties).get(key, key)

    def names_in_order(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Return the names of parties in their order, each as often as it is had."""
        names = self.once(_names_of_parties)
        return tuple(sorted([names.get(one, one) for one in keys]))

    def person_name(self, key: str) -> str:
        """Return a person's name, or their id where no name is given."""
        person = self.person(key)
        return (person.name if person else None) or key

    def gives(self, section: str) -> bool:
        """Whether a top-level section is given at all, be it empty."""
        return getattr(self.procurement, section) is not None

    def holds_all(self, path: str) -> bool:
        """Whether `complete` says that a section, or one it stands in, holds everything there is.

        Of a list that is not there only its own name says so: a group is complete in what it gives.
        """
        named = self.procurement.complete or ()
        if path in named:
            return True
        if not any(path.startswith((one + ".", one + "[")) for one in named):
            return False
        value: object = self.procurement
        for name in path.split(".") if is_list(path) else ():
            value = getattr(value, name, None)
        return value is not None

    def foreign(self, path: Path) -> bool:
        """Whether what stands at a path comes from a format whose spelling a register's software chose."""
        for length in range(len(path), -1, -1):
            if found := self.places.get(path[:length]):
                return self.documents[found[0]].foreign
        return any(one.foreign for one in self.documents)

    def justified(self, path: Path) -> bool:
        """Whether the tender records a reason for what stands at a path, by its position or by its ids."""
        given = self.once(_reasons)
        return bool(given) and not given.isdisjoint(self.spellings(path))

    def reasons_for(self, path: Path) -> tuple[Justification, ...]:
        """Return what the tender records as reasons for what stands at a path, whatever they say."""
        given = self.tender.justifications or ()
        named = self.spellings(path) if given else frozenset()
        return tuple(one for one in given if one.of in named)

    def id_path(self, path: Path) -> str:
        """Return a path with ids for positions where they are unique: `tender.award_criteria[Q1].weight`."""
        value: object = self.procurement
        parts: list[str] = []
        for place, step in enumerate(path):
            if isinstance(step, int) and isinstance(value, tuple):
                handles = self._handles(path[:place], value)
                parts.append(f"[{handles[step] if step < len(handles) else step}]")
                value = value[step] if step < len(value) else None
            else:
                parts.append(f".{step}" if parts else str(step))
                value = value.get(step) if isinstance(value, dict) else getattr(value, str(step), None)
        return "".join(parts).replace("from_", "from") or "case"

    def spellings(self, path: Path) -> frozenset[str]:
        """Return the ways to write a path: each item by its id or its position, with `tender.` at the front or without.

        A position that is another item's id names that item, never the one that stands there.
        """
        value: object = self.procurement
        found = [""] if path else ["case"]
        for place, step in enumerate(path):
            if isinstance(step, int) and isinstance(value, tuple):
                names = {self._handles(path[:place], value)[step]} if step < len(value) else set()
                if str(step) not in self._ids(path[:place], value) or getattr(value[step], "id", None) == str(step):
                    names.add(str(step))
                found = [f"{one}[{name}]" for one in found for name in sorted(names)]
                value = value[step] if step < len(value) else None
            else:
                found = [f"{one}.{step}" if one else str(step) for one in found]
                value = value.get(step) if isinstance(value, dict) else getattr(value, str(step), None)
        whole = [one.replace("from_", "from") for one in found]
        return frozenset((*whole, *(one.removeprefix("tender.") for one in whole)))

    def position(self, path: Path, items: tuple[object, ...], name: str) -> int | None:
        """Return the position of the item that a name in brackets means, or `None` where the list holds no such item."""
        found = self.made.get(("positions", path))
        if not isinstance(found, dict):
            found = {str(index): index for index in range(len(items))}
            found |= {handle: index for index, handle in enumerate(self._handles(path, items))}
            self.made[("positions", path)] = found
        at = found.get(name)
        if at is None or (
            name == str(at) and name in self._ids(path, items) and getattr(items[at], "id", None) != name
        ):
            return None
        return at

    def _ids(self, path: Path, items: tuple[object, ...]) -> frozenset[object]:
        """Return the ids of the items of a list, collected once."""
        found = self.made.get(("ids", path))
        if not isinstance(found, frozenset):
            found = self.made[("ids", path)] = frozenset(getattr(one, "id", None) for one in items)
        return found

    def _handles(self, path: Path, items: tuple[object, ...]) -> Handles:
        """Return how the items of a list are named, looked at once: a thousand findings may stand in it."""
        found = self.made.get(("handles", path))
        if not isinstance(found, Handles):
            found = self.made[("handles", path)] = Handles(items)
        return found


def _domains(case: Case) -> tuple[Domain, ...]:
    return domains_of(case.tender)


def _parties_by_id(case: Case) -> dict[str | None, Party]:
    """Return the parties by id; of one recorded twice the first is meant, of two with one id neither."""
    apart = parties_apart(case.parties)
    return {one.id: one for one in reversed(case.parties) if one.id not in apart}


def _names_of_parties(case: Case) -> dict[str, str]:
    return {key: one.name for key, one in case.once(_parties_by_id).items() if key and one.name}


def _people_by_id(case: Case) -> dict[str | None, Person]:
    """Return the people by id; of one recorded twice the first is meant, of two with one id neither."""
    apart = people_apart(case.people, lambda one: one.id)
    return {one.id: one for one in reversed(case.people) if one.id not in apart}


def _reasons(case: Case) -> frozenset[str]:
    """Return the paths, as they are written, for which a reason is recorded."""
    return frozenset(one.of for one in case.tender.justifications or () if one.of and one.says_why)
