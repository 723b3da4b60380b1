"""The table of what taking part costs, in words for every format."""

from fairaudit.engine.contract.costs import Burden, BurdenRow, BurdenSum, Incumbents, Spent
from fairaudit.engine.contract.report import CaseReport
from fairaudit.frozen import Frozen
from fairaudit.reports.factwords import fact_in_words
from fairaudit.reports.wording import counted, listed, sentence

TITLE = "What taking part costs"
REQUIREMENTS = "Each requirement that costs working days or money"
SUMS = "What it comes to"
ALL_LOTS = "All lots"
WHOLE = "The contract"
NEWCOMER = "A newcomer"
INCUMBENT = "Whoever does the work today"
NOT_KNOWN = "not known"
_NOTHING = "nothing"
_NO_ONE = {
    Incumbents.NONE: "nobody does it today",
    Incumbents.UNKNOWN: "not known, since who does it is not given",
    Incumbents.KNOWN: "nobody does it today",
}


class RowSaid(Frozen):
    """One requirement in words: what it is, for which lots, what it costs each, and where it stands."""

    what: str
    lots: str
    newcomer: str
    incumbent: str
    note: str
    path: str


class SumSaid(Frozen):
    """What it comes to for a lot in words, and the newcomer's money beside the value."""

    lot: str
    newcomer: str
    incumbent: str
    share: str


class BurdenSaid(Frozen):
    """The table in words: what it leans on, a row a requirement, a sum a lot."""

    about: str
    rows: tuple[RowSaid, ...]
    sums: tuple[SumSaid, ...]


def burdens(case: CaseReport) -> tuple[BurdenSaid, ...]:
    """Return the tables of a case in words."""
    return tuple(
        BurdenSaid(
            _about(one), tuple(_row(row, one) for row in one.rows), tuple(_sum(found, one) for found in one.sums)
        )
        for one in case.burdens
    )


def _about(one: Burden) -> str:
    has = {
        Incumbents.KNOWN: "Whoever does the work today has something already, and for nothing, only where the case says so.",
        Incumbents.NONE: "Nobody does this work today.",
        Incumbents.UNKNOWN: "Who does the work today is not given, so nothing can be said of what it has already.",
    }[one.incumbents]
    return (
        f"Days, and prices that the tender does not state, are guesses: the options of the rule {one.rule}. What is not "
        f"known is in no sum, and is not nothing. {has}"
    )


def _row(row: BurdenRow, table: Burden) -> RowSaid:
    times = f" ({row.times})" if row.times > 1 else ""
    what = f"{row.what}: {row.which}{times}" if row.which else f"{row.what}{times}"
    return RowSaid(
        sentence(what),
        _lots(row),
        spent(row.newcomer),
        spent(row.incumbent) if row.incumbent else _NO_ONE[table.incumbents],
        row.note,
        row.path,
    )


def _lots(row: BurdenRow) -> str:
    return f"{'lot' if len(row.lots) == 1 else 'lots'} {listed(row.lots)}" if row.lots else "all lots"


def _sum(one: BurdenSum, table: Burden) -> SumSaid:
    alone = len(table.sums) == 1
    lot = (
        f"Lot {one.lot}"
        if one.lot
        else WHOLE
        if alone
        else ALL_LOTS
        if one is table.sums[-1]
        else "A lot without an id"
    )
    return SumSaid(
        lot,
        spent(one.newcomer),
        spent(one.incumbent) if one.incumbent else _NO_ONE[table.incumbents],
        f"that money is {one.share} per cent of the value" if one.share and one.newcomer.money else "",
    )


def spent(one: Spent) -> str:
    """Return working days and money in words; what is not known is said beside what is."""
    if one.days is None and one.money is None:
        return NOT_KNOWN
    days = f"days {NOT_KNOWN}" if one.days is None else "" if one.days == "0" else _days(one.days)
    money = f"money {NOT_KNOWN}" if one.money is None else "; ".join(_money(one))
    known = "; ".join(part for part in (days, money) if part)
    missing = _missing(one)
    if missing:
        return f"at least {known}; {missing}" if known else missing
    return known or _NOTHING


def _money(one: Spent) -> list[str]:
    return [fact_in_words({"amount": found.amount, "currency": found.currency}) for found in one.money or ()]


def _days(days: str) -> str:
    return f"{days} day" if days == "1" else f"{days} days"


def _missing(one: Spent) -> str:
    """Return how many requirements are not in a sum."""
    pairs = (("days", one.unknown_days), ("money", one.unknown_money))
    open_ = [f"the {kind} for {counted(many, 'requirement')}" for kind, many in pairs if many]
    return f"{NOT_KNOWN}: {listed(open_)}" if open_ else ""
