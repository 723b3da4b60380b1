"""What the graph of interests is made of: people, firms, and the ties that can be gone from one to another."""

from datetime import date

from fairaudit.analysis.ties.strength import Strength
from fairaudit.frozen import Frozen
from fairaudit.procurement.model.node import Node

MONTHS = 24
"""How many months what has ended still counts as recent, as in the rules about undeclared ties; a heuristic."""


class Bond(Frozen):
    """A tie that can be gone from one node to another, in words that go between their names.

    Not `sure`: only a name agrees; `doubted`: another record has it ended, or one day alone is given;
    `controls`: it leads from a firm to an owner of more than half of it, or of a share that is not known.
    """

    start: str
    end: str
    strength: Strength
    words: str
    at: Node[object]
    sure: bool = True
    since: date | None = None
    until: date | None = None
    doubted: bool = False
    controls: bool = False


def person_node(key: str) -> str:
    """Return the node of a person."""
    return f"p {key}"


def firm_node(key: str) -> str:
    """Return the node of a party."""
    return f"o {key}"
