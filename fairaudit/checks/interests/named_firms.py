"""Firms that stand under no id and that several people of the case name in their ties: of one name they may be one firm.

What two people have in common only by its name is drawn, and none of it is sure.
"""

from collections.abc import Iterable, Iterator

from fairaudit.analysis.names import organisation_name
from fairaudit.analysis.names.substance import names_nobody
from fairaudit.analysis.ties.strength import Strength
from fairaudit.checks.bidders.kinship.coholders import is_of_many
from fairaudit.checks.interests.bonds import Bond, person_node
from fairaudit.checks.people.ties.one_tie import Record
from fairaudit.frozen import Frozen

_BACK = {"directorship": "has the director", "ownership": "is owned by"}
"""Ties by which those who have them to one firm run or own it together; two employees of one firm need not have met."""
_COUNTED = frozenset({"employment", "directorship", "ownership", "advice", "other"})
_SAY = 25
_ANYBODY = frozenset({"plc", "se"})
"""Legal forms of firms whose shares anybody may buy: two who hold some need not know of each other."""


class NamedTie(Frozen):
    """A tie of somebody to a firm of which only the name is given, and how strong it is by its dates."""

    key: str
    name: str
    record: Record
    strength: Strength


def is_firm_by_name(record: Record) -> bool:
    """Whether a tie names a firm in full, by name and legal form, and one that is neither the state nor a fund of many."""
    name = record.name or ""
    if record.party or record.person or record.kind not in _COUNTED or names_nobody(name):
        return False
    return bool(organisation_name(name).form) and not is_of_many(name)


def node_named(name: str) -> str:
    """Return the node of a firm of which only a name is recorded."""
    firm = organisation_name(name)
    return f"n {' '.join(firm.core)} {firm.form}"


def bonds_of_named_firms(ties: Iterable[NamedTie]) -> Iterator[Bond]:
    """Yield the ties to firms that two people name or more, there and back, none of them sure."""
    given = list(ties)
    who: dict[str, set[str]] = {}
    for one in given:
        who.setdefault(node_named(one.name), set()).add(one.key)
    for one in given:
        node = node_named(one.name)
        if len(who[node]) < 2:
            continue
        record, person = one.record, person_node(one.key)
        said = record.words
        dates = False, record.start, record.end, record.asks
        yield Bond(person, node, one.strength, said, record.at, *dates)
        together = record.kind in _BACK and one.strength is Strength.CURRENT
        public = record.kind == "ownership" and organisation_name(one.name).form in _ANYBODY
        little = public if record.share is None else record.share < _SAY
        back = one.strength if together and not little else Strength.REMOTE
        words = _BACK[record.kind] if together else "is named in a tie of"
        yield Bond(node, person, back, words, record.at, *dates)
