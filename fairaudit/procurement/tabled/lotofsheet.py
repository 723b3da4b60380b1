"""Which lot a matrix is of whose bidders are called by ids that bids of several lots share: by its name, or what it says."""

from __future__ import annotations

from copy import copy

from fairaudit.procurement.model.scoretables import ScoreTable
from fairaudit.procurement.tabled.heading import NoHeading
from fairaudit.procurement.tabled.keys import Keys
from fairaudit.procurement.tabled.matrix import Corner
from fairaudit.sources.tables.grid import Grid


def with_lot(table: ScoreTable, grid: Grid, corner: Corner, keys: Keys) -> ScoreTable | NoHeading:
    """Return a table with the lot of one of its sheets, where its bidders need one; why it is not known where nothing says it.

    The name of the sheet says it, and the cells above the bidders and beside them. Where these name two lots, or none, nobody
    can say which bids are meant.
    """
    shared = [one for one in corner.rows[corner.row][2] if isinstance(one, str) and keys.lots_of(one)]
    if table.lot is not None or not shared:
        return table
    above = [one for _, _, cells in corner.rows[: corner.row + 1] for one in cells if isinstance(one, str)]
    # A heading such as `L1/B1` says its own lot, and no other's.
    said = {lot for one in (grid.sheet, *above) if not keys.names_a_bid(one, None) for lot in keys.lots_in(one)}
    lots = keys.lots_of(shared[0])
    if len(said) == 1 and (lot := next(iter(said))) in lots:
        found = copy(table)
        found.__dict__["lot"] = lot
        return found
    ids = ", ".join(f"`{one}`" for one in dict.fromkeys(shared[:4]))
    named = f"names several lots ({', '.join(sorted(said))})" if len(said) > 1 else "does not say its lot"
    first = next(iter(lots))
    words = (
        f"{named}, and the ids of its bidders ({ids}) are those of bids of several lots ({', '.join(lots)}), so which are meant"
        f" is not known; write `lot: {first}` beside its file, or the lot in a row above the bidders, or `{lots[first]}` over a"
        " column"
    )
    return NoHeading(corner.line, words)
