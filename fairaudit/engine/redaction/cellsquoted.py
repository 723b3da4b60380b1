"""What a report quotes of cells and columns of tables in words of its own, and how that is withheld.

Whoever fills in a table may write anything in a cell that should hold a day, and call a column after anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from fairaudit.engine.facts import clean
from fairaudit.engine.redaction.withholding import WITHHELD
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of

_RECORDS = (
    "people",
    "declarations",
    "enquiries",
    "bids",
    "events",
    "evaluation",
    "parties",
    "representations",
    "registers",
    "awards",
    "exclusions",
    "conflicts_assessment",
    "records",
    "tender.amendments",
    "tender.disclosures",
    "tender.documents",
    "tender.drafters",
    "tender.justifications",
    "tender.market_engagement",
    "tender.site_visits",
)
RECORD = re.compile(rf"(?:{'|'.join(map(re.escape, _RECORDS))})(?![a-z_])")
"""Paths of what somebody recorded, in which anybody may be named; other parts of a tender are public."""
_QUOTED = re.compile(r'"(?=.)(.*)"|"(?=.)[^"]*\Z')
_COLUMN = re.compile(r"\bcolumn (\d+) \((.*?)\)(?=: | holds a day| says that something is over)")
_UNDER_COLUMNS = re.compile(r"(?<=say under `columns` what it is, such as `)(\w+): (.*?)(?=` for a day|\Z)")
_HEADINGS = re.compile(r"(, columns? )(?!company_number: )(.+?)((?: and \d+ more)?(?: of sheet .*)?)\Z", re.DOTALL)


class Cells:
    """The cells of records that a case quotes in saying why it could not read them, and which headings may stay."""

    def __init__(self, case: Case, plain: Callable[[str], bool]) -> None:
        self.plain = plain
        reasons = (clean(one.reason, 200) for one in case.unreadable if RECORD.match(text_of(one.path)))
        self.quoted = {found[0]: None for one in reasons if (found := _QUOTED.search(one))}

    def hidden(self, text: str) -> str:
        """Return a text without what it quotes of a cell, and with the number alone of a column that is called in own words."""
        if '"' in text:
            for one in self.quoted:
                text = text.replace(one, f'"{WITHHELD}"')
        text = _COLUMN.sub(lambda found: found[0] if self.plain(found[2]) else f"column {found[1]}", text)
        return _UNDER_COLUMNS.sub(lambda found: found[0] if self.plain(found[2]) else f"{found[1]}: {WITHHELD}", text)

    def without_headings(self, not_read: str) -> str:
        """Return what of a file was not read without the headings of columns that are not of ordinary words."""
        return _HEADINGS.sub(lambda found: f"{found[1]}{self._shown(found[2])}{found[3]}", not_read)

    def _shown(self, headings: str) -> str:
        return ", ".join(one if self.plain(one) else WITHHELD for one in headings.split(", "))


def without_quoted(reason: str) -> str:
    """Return why a value was not understood without what it quotes of it."""
    return _QUOTED.sub(f'"{WITHHELD}"', reason)
