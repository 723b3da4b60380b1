"""What was measured, as every report shows it: part of the JSON contract. Decimals are plain text, as facts are."""

from __future__ import annotations

from fairaudit.engine.contract.piece import Piece, piece


@piece
class MeasureTable(Piece):
    """The numbers behind a measurement, row by row; `None` is not known. `lot` is "" where there is one lot or none."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | None, ...], ...]
    lot: str = ""


@piece
class Measure(Piece):
    """What a rule measured and says of it, whether or not it found anything; `kind` names which of its sentences that is."""

    rule: str
    title: str
    kind: str
    said: str
    tables: tuple[MeasureTable, ...] = ()
