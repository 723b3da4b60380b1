"""Who comes first somewhere, in the pictures of weights and of scenarios, each with the same colour and dash in both."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from fairaudit.reports.pictures.canvas import PALETTE
from fairaudit.reports.pictures.values import Tables, number, records, told

_TABLES = ("ranks-over-scenarios", "price-weights")


def looks_of(tables: Tables, own: Iterable[str]) -> dict[str, int]:
    """Return the place in the palette of those of a picture that come first somewhere in it, as far as there are colours.

    Colours go to whoever is first in the record, then to those who come first in both pictures, then to the others in turn.
    """
    scenarios, weights = (_first(tables, name) for name in _TABLES)
    both = [one for one in scenarios if one in weights]
    rest = zip_longest(*([one for one in some if one not in both] for some in (scenarios, weights)))
    order = [*scenarios[:1], *both, *(one for pair in rest for one in pair if one is not None), *(mine := list(own))]
    looks = {name: place for place, name in enumerate(list(dict.fromkeys(order))[: len(PALETTE)])}
    return {name: place for name, place in looks.items() if name in mine}


def _first(tables: Tables, name: str) -> list[str]:
    rows = records(tables.get(name), "bidder", "rank")
    return list(dict.fromkeys(told(bidder) for bidder, rank in rows if number(rank) == 1))
