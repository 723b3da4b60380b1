"""What taking part costs a newcomer and whoever does the work today, as every report shows it: part of the JSON contract.

Numbers are plain decimals as text. What nobody can say from the tender is `None`, and in no sum: it is never nothing.
"""

from __future__ import annotations

from enum import StrEnum

from fairaudit.engine.contract.piece import Piece, piece


class Incumbents(StrEnum):
    """Whether the case says who does the work today."""

    KNOWN = "known"
    NONE = "none"
    UNKNOWN = "unknown"


@piece
class Amount(Piece):
    """An amount in a currency, which may not be given."""

    amount: str
    currency: str | None


@piece
class Spent(Piece):
    """Working days and money; `None` is not known, `0` and no amount are nothing.

    Of a sum, `unknown_days` and `unknown_money` say how many requirements are not in it.
    """

    days: str | None
    money: tuple[Amount, ...] | None
    unknown_days: int = 0
    unknown_money: int = 0


@piece
class BurdenRow(Piece):
    """One requirement: what and which, for which lots (none means all), how often, for whom, and what the case says of it."""

    what: str
    which: str
    path: str
    lots: tuple[str, ...]
    times: int
    newcomer: Spent
    incumbent: Spent | None
    note: str


@piece
class BurdenSum(Piece):
    """The sums for a lot, or for all lots together; `share` is the newcomer's money in per cent of the value."""

    lot: str | None
    newcomer: Spent
    incumbent: Spent | None
    share: str | None


@piece
class Burden(Piece):
    """The table, made at the rates of a rule; the last sum is for all lots."""

    rule: str
    incumbents: Incumbents
    rows: tuple[BurdenRow, ...]
    sums: tuple[BurdenSum, ...]
