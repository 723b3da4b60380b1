"""What a check measured, for reports to say whether or not anything is found: a check yields it as what it `Tabled`.

    yield Tabled(node, Measurement("tested", Power(panels=3, percent=16), (Table("residuals", ("evaluator", …), rows),)))

The kind chooses the sentence of the rule (`measured:`) that the facts fill in: a check chooses no words. A statistic says with it
how many tests there were, what it could have found, and why it was not made where it was not.
"""

from decimal import Decimal

from fairaudit.frozen import Frozen

Cell = str | int | Decimal | None


class Table(Frozen):
    """The numbers behind a measurement; by its name a picture knows that it can be drawn. `lot` is "" for the only one."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    lot: str = ""


class Measurement(Frozen):
    """What was measured: which sentence of the rule says it, the facts for that, and the tables behind it."""

    kind: str
    facts: object
    tables: tuple[Table, ...] = ()
