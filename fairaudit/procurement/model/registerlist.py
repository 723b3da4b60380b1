"""Registers and tables of people that stand beside the case: which file, what it holds, and as of when."""

from typing import Literal

from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import BirthDate, Day, Share, Text


class RegisterEntry(Part):
    """One entry of a register, copied by hand: who holds which post or share in which organisation, from when to when."""

    company_number: Text | None = None
    company_name: Text | None = None
    name: Text | None = None
    surname: Text | None = None
    forenames: Text | None = None
    role: Text | None = None
    appointed_on: Day | None = None
    resigned_on: Day | None = None
    birth_date: BirthDate | None = None
    address: Text | None = None
    locality: Text | None = None
    postal_code: Text | None = None
    email: Text | None = None
    telephone: Text | None = None
    officer_id: Text | None = None
    holder_number: Text | None = None
    share: Share | None = None


class Register(Part):
    """A table of people, parties, declarations or enquiries of the case, or a register to search for its people and parties.

    `people`, `parties`, `declarations` and `enquiries` are tables of the case itself, one tie or question a row.
    `officers` and `owners` are lists of who holds which post or share in which organisation, `bods` statements of the
    Beneficial Ownership Data Standard: of those only what may be about somebody of this case is kept. A few entries may stand
    in the case itself, as `records`. `searched` is the day as of which a register stands; `scheme` names the register of its
    company numbers; `columns` says how the file heads a column that has another name than ours.
    """

    file: Text | None = None
    kind: Literal["people", "parties", "declarations", "enquiries", "officers", "owners", "bods"] | None = None
    name: Text | None = None
    searched: Day | None = None
    source: Text | None = None
    scheme: Text | None = None
    sheet: Text | None = None
    columns: dict[str, Text] | None = None
    records: tuple[RegisterEntry, ...] | None = None
    dates: Literal["year-month-day", "day-month-year", "month-day-year"] | None = None


OF_THE_CASE = ("people", "parties", "declarations", "enquiries")
"""The kinds that are sections of the case itself."""
SEARCHED = ("officers", "owners", "bods")
"""The kinds in which people and parties of the case are searched for."""
