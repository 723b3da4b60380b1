"""Lists of who holds which post or share in which organisation, one a row, as registers of companies give them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fairaudit.analysis.names.described import Described
from fairaudit.analysis.names.several import names_several
from fairaudit.analysis.names.substance import leaves_out_a_name, names_nobody, number_written
from fairaudit.frozen import Frozen
from fairaudit.procurement.model.registerlist import Register
from fairaudit.procurement.registers.bands import band_in
from fairaudit.procurement.registers.columns import Columns, Fields
from fairaudit.procurement.registers.dates import birth_of, iso_of
from fairaudit.procurement.registers.holderkind import ByName, by_name, is_corporate_post, says_organisation
from fairaudit.procurement.registers.keeping import Entry, Kept, organisation_id
from fairaudit.procurement.registers.matches import RegisteredTie, share_of
from fairaudit.procurement.registers.nominees import holds_for_another
from fairaudit.procurement.registers.officerids import id_written, leave_out_twofold
from fairaudit.procurement.registers.passing import looked_over
from fairaudit.procurement.registers.sought import Finder
from fairaudit.procurement.tabled.files import WORKBOOKS
from fairaudit.procurement.tabled.heading import misfit
from fairaudit.sources.tables.grid import Cell, Odd, Row

FIELDS: Fields = {
    "company_number": ("companynumber", "company no", "number", "registration number", "crn", "organisation number"),
    "company_name": ("companyname", "company", "organisation", "organization", "entity name", "organisation name"),
    "name": ("officer name", "officer", "person name", "full name", "owner", "owner name", "psc name", "person"),
    "surname": ("last name", "family name", "officer surname", "name elements surname"),
    "forenames": ("forename", "first name", "first names", "given name", "given names", "name elements forename"),
    "role": ("officer role", "appointment type", "position", "nature of control", "natures of control", "interest"),
    "appointed_on": ("appointment date", "appointed", "date appointed", "start date", "notified on", "from"),
    "resigned_on": ("resignation date", "resigned", "date resigned", "end date", "ceased on", "ceased", "to"),
    "birth_date": ("date of birth", "dob", "born", "birth month and year"),
    "partial_birth_date": ("partial date of birth", "partial dob"),
    "birth_year": ("year of birth", "date of birth year", "dob year"),
    "birth_month": ("month of birth", "date of birth month", "dob month"),
    "address": ("street address", "address line 1", "address 1", "service address", "correspondence address",
                "address address line 1"),
    "locality": ("town", "city", "post town", "address locality"),
    "postal_code": ("postcode", "post code", "zip", "address postal code"),
    "email": ("e mail", "email address", "e mail address"),
    "telephone": ("phone", "tel", "phone number", "telephone number"),
    "officer_id": ("officer number", "person number", "owner id", "person id"),
    "holder_kind": ("kind", "psc kind", "owner type", "owner kind", "holder type", "officer kind"),
    "holder_number": ("corporate number", "identification registration number", "owner number"),
    "share": ("percentage", "per cent", "share of ownership"),
}  # fmt: skip
NEEDED = (("company_number", "company_name"), ("name", "surname"))
_PARTS = re.compile(r"[\W_]+")
_BOARD = ("director", "partner", "trustee", "board", "chair", "managing", "geschäftsführer", "gérant", "vorstand")
_OF_A_BODY = frozenset({
    "llp", "designated", "corporate", "committee", "council", "supervisory", "management", "governing", "executive", "managing",
    "senate",
})  # fmt: skip
"""What makes a member one of those who run an organisation, and not one of the many who belong to it."""


class _Cells(Frozen):
    """The cells of one row by field; texts only."""

    at: dict[str, int]
    cells: list[Cell]

    def text(self, field: str) -> str:
        """Return what stands in a field, nothing where it is empty or odd."""
        place = self.at.get(field)
        cell = self.cells[place] if place is not None and place < len(self.cells) else None
        if cell is None or isinstance(cell, Odd):
            return ""
        return number_written(cell) if field in _NUMBERS else cell

    def several(self, field: str) -> tuple[str, ...]:
        """Return the things that stand in a field, between semicolons."""
        return tuple(found for one in self.text(field).split(";") if (found := one.strip()))

    def odd(self, fields: tuple[str, ...]) -> Odd | None:
        """Return the first cell of some fields that could not be read, such as one that is struck through."""
        places = (place for field in fields if (place := self.at.get(field)) is not None and place < len(self.cells))
        return next((cell for place in places if isinstance(cell := self.cells[place], Odd)), None)

    def rounded(self) -> str | None:
        """Return the first number of a register that a spreadsheet wrote with an exponent: which one it was, is lost."""
        places = (place for field in _NUMBERS if (place := self.at.get(field)) is not None and place < len(self.cells))
        cells = (cell for place in places if isinstance(cell := self.cells[place], str) and cell.strip())
        return next((cell for cell in cells if not number_written(cell)), None)


_NOBODY_AT_ALL = re.compile(r"\bno[- ](?:\w+[- ]){0,2}(?:individual|person|entity|owner|psc)", re.IGNORECASE)
_NOBODY_TO_NAME = re.compile(rf"{_NOBODY_AT_ALL.pattern}|\bvacan", re.IGNORECASE)
"""By which a register says that there is nobody to name."""
_NUMBERS = ("company_number", "holder_number")
_NAMING = ("name", "surname", "company_number", "company_name")


class _Read(Frozen):
    """A row with the organisation and the holder it is about, or with what is wrong with it."""

    row: Row
    cells: _Cells
    organisation: Described
    holder: Described | None
    wrong: str = ""

    @property
    def described(self) -> tuple[Described, ...]:
        """Whom it is about."""
        return (self.organisation, self.holder) if self.holder else (self.organisation,)

    @property
    def characters(self) -> int:
        """How long its cells are."""
        return sum(map(len, filter(None, self.cells.cells)))


class OfficerRows:
    """Reads the rows of one list, and keeps those that may be about somebody of the case."""

    def __init__(self, register: Register, columns: Columns, people: Finder, parties: Finder, kept: Kept) -> None:
        self.register, self.columns, self.kept = register, columns, kept
        self.people, self.parties = people, parties
        self.width = max(columns.headings)
        self.scheme = register.scheme or ""
        self.separated = not kept.file.lower().endswith(WORKBOOKS)

    def read(self) -> None:
        """Read every row."""
        for one, may_be in looked_over(self._rows(), self.people, self.parties):
            if one.wrong:
                self.kept.lose(one.row[0], one.wrong)
            else:
                self._take(one, may_be[0], may_be[-1])
        leave_out_twofold(self.kept)

    def _rows(self) -> Iterator[_Read]:
        """Yield each row with the organisation and the holder it is about."""
        for row in self.columns.rows:
            self.kept.rows += 1
            cells = _Cells(self.columns.at, row[2])
            wrong = misfit(row[2], self.width) if self.separated else None
            if wrong is not None:
                yield _Read(row, cells, Described("organisation"), None, wrong[2])
            elif sides := self._sides(cells):
                yield _Read(row, cells, *sides)

    def _sides(self, cells: _Cells) -> tuple[Described, Described | None] | None:
        """Return the organisation and the holder a row is about; `None` for a row that is passed over."""
        return self._organisation(cells), self._holder(cells)

    def _take(self, one: _Read, maybe_party: bool, maybe_somebody: bool) -> None:
        row, cells, organisation, holder = one.row, one.cells, one.organisation, one.holder
        organisations = self.parties.once(organisation) if maybe_party else ()
        told = bool(organisation.names or cells.text("company_number"))
        if (holder is None or not told) and (odd := cells.odd(_NAMING)):
            self.kept.lose(row[0], f"holds a name or number that {odd.reason}")
        elif (not cells.text("company_number") or "holder_number" in cells.at) and (rounded := cells.rounded()):
            self.kept.lose(
                row[0],
                f"gives the number {rounded}, which a spreadsheet made of another; write it as text, with all figures",
            )
        # `Vacant` is no officer: two firms with it would seem to share one.
        if holder is None or (organisations and names_nobody(_called(holder))):
            if organisations:
                called = _called(holder) if holder else ""
                self.kept.strange(row[0], "names nobody as holder of the post; the row is left out")
                role = cells.text("role")
                lacking = leaves_out_a_name(called) and not _NOBODY_TO_NAME.search(role)
                self.kept.unnamed += lacking
                # A post that is vacant is all too little to know of a party.
                self.kept.meet(organisations if lacking or _NOBODY_AT_ALL.search(role) else ())
            return
        corporate = holder.kind == "organisation"
        if not corporate and any(names_several(one) for one in (*holder.names, *filter(None, (holder.surname,)))):
            self.kept.lose(
                row[0], "may name several people as one holder, who are not read apart; give each a row of their own"
            )
        finder = self.parties.once if corporate else self.people.found
        holders = finder(holder) if maybe_somebody else ()
        if holders or organisations:
            tie = self._tie(row[0], cells, holder, organisation)
            entry = Entry(row[0], tie, holders, organisations, not holders and self._is_open(cells, holder))
            self.kept.add(entry, id_written(cells.text("officer_id")))

    def _organisation(self, cells: _Cells) -> Described:
        number, company = cells.text("company_number"), cells.text("company_name")
        identifiers = ((self.scheme, number),) if self.scheme and number else ()
        return Described("organisation", (company,) if company else (), identifiers)

    def _holder(self, cells: _Cells) -> Described | None:
        name, surname, given = cells.text("name"), cells.text("surname"), cells.text("forenames")
        if not name and not surname:
            return None
        place = ", ".join(one for one in map(cells.text, ("address", "locality", "postal_code")) if one)
        number = cells.text("holder_number")
        addresses = (place,) if place else ()
        emails, phones = cells.several("email"), cells.several("telephone")
        told = self._told(cells, name)
        firm = Described(
            "organisation",
            (name or surname,),
            ((self.scheme, number),) if number and self.scheme else (),
            None,
            addresses,
            emails,
            (),
            phones,
        )
        if told is ByName.FIRM:
            return firm
        identifiers = (("officer", key),) if (key := id_written(cells.text("officer_id"))) else ()
        person = Described(
            "person",
            (name,) if name else (),
            identifiers,
            born if isinstance(born := self._born(cells), str) else None,
            addresses,
            emails,
            (),
            phones,
            given or None,
            surname or None,
        )
        return person if told is ByName.PERSON or self.people.found(person) else firm

    def _told(self, cells: _Cells, name: str) -> ByName:
        """Return what a row tells of its holder, and where it tells nothing, what the name does."""
        if cells.text("holder_number"):
            return ByName.FIRM
        born = cells.text("birth_date") or cells.text("partial_birth_date") or cells.text("birth_year")
        role, kind = cells.text("role"), cells.text("holder_kind")
        said = says_organisation(kind)
        # A post says what somebody is only where nothing tells a person: a head of corporate affairs has a birth date.
        if said is False or ((born or cells.text("forenames")) and (said is None or is_corporate_post(kind))):
            return ByName.PERSON
        if said or (is_corporate_post(role) and "-" in role):
            return ByName.FIRM
        found = by_name(name)
        return ByName.LIKELY if found is ByName.PERSON and is_corporate_post(role) and "," not in name else found

    def _is_open(self, cells: _Cells, holder: Described) -> bool:
        """Whether only the name says whether a holder is a firm or a person, so that another row may know better."""
        name = holder.names[0] if holder.names else ""
        if holder.birth or holder.given or says_organisation(cells.text("holder_kind")) is not None:
            return False
        told = self._told(cells, name)
        return told is ByName.EITHER or (told is ByName.PERSON and "," not in name)

    def _born(self, cells: _Cells) -> str | Odd | None:
        # A list may give the day of some and the month of all others, in a column each.
        if told := cells.text("birth_date") or cells.text("partial_birth_date"):
            return birth_of(told, self.register.dates)
        year, month = cells.text("birth_year"), cells.text("birth_month")
        if not year and _holds_a_year(month):
            return birth_of(month, self.register.dates)
        if len(year) != 4 or not year.isdigit():
            return None
        if month.isdigit():
            return f"{year}-{int(month):02}" if 1 <= int(month) <= 12 else year
        return birth_of(f"{month} {year}", self.register.dates) if month else year

    def _tie(self, line: int, cells: _Cells, holder: Described, organisation: Described) -> RegisteredTie:
        """Return the tie of a row that is kept; only of such rows are wrong days listed."""
        start, end = self.kept.days(line, self._iso(line, cells, "appointed_on"), self._iso(line, cells, "resigned_on"))
        if isinstance(born := self._born(cells), Odd) and holder.kind == "person":
            self.kept.strange(line, f"birth date {born.reason}", born.text)
        for text, reason in self.columns.doubts_beside(cells.cells):
            self.kept.strange(line, reason, text)
        owners = self.register.kind == "owners"
        role = cells.text("role")
        name = holder.names[0] if holder.names else f"{holder.surname}, {holder.given or ''}".strip(", ")
        return RegisteredTie(
            "ownership" if owners else kind_of_post(role),
            role or ("owner" if owners else "officer"),
            _share(cells.text("share"), role if owners else ""),
            start,
            end,
            name,
            "party" if holder.kind == "organisation" else "person",
            id_written(cells.text("officer_id")) or cells.text("holder_number"),
            holder.birth or "",
            holder.addresses,
            cells.text("company_name"),
            cells.text("company_number"),
            organisation_id(organisation, self.kept.index),
            organisation_id(holder, self.kept.index) if holder.kind == "organisation" else "",
        )

    def _iso(self, line: int, cells: _Cells, field: str) -> str | None:
        place = self.columns.at.get(field, -1)
        cell = cells.cells[place] if 0 <= place < len(cells.cells) else None
        found = cell if cell is None or isinstance(cell, Odd) else iso_of(cell, self.register.dates)
        if isinstance(found, Odd):
            self.kept.strange(line, f"{field} {found.reason}", found.text)
            return None
        return found


def _called(holder: Described) -> str:
    return " ".join((*holder.names, holder.surname or ""))


def _share(share: str, nature: str) -> str:
    """Return a share in per cent as it is written; of words the band that they name, if only in the nature of control."""
    return band_in(share, bare=True) or (band_in(nature) if share_of(share) is None else "") or share


def _holds_a_year(month: str) -> bool:
    """Whether a column of months gives each with its year, as in `1957-08`."""
    return any(len(one) == 4 and one.isdigit() for one in _PARTS.split(month))


class RowsAbout(OfficerRows):
    """Reads only the rows about some organisations: all others are passed over by their number or name alone."""

    _last: tuple[str, str] | None = None
    _asked = False

    def _sides(self, cells: _Cells) -> tuple[Described, Described | None] | None:
        named = cells.text("company_number"), cells.text("company_name")
        if named != self._last:
            self._last, self._asked = named, bool(self.parties.once(self._organisation(cells)))
        return super()._sides(cells) if self._asked else None


def kind_of_post(role: str) -> str:
    """Return the kind of tie that a post is: a seat on a board is a directorship, any other post a place among its people.

    Whoever is no more than a member, as of a society or a mutual, or holds for somebody else, has a tie of another kind.
    """
    said = role.casefold()
    if any(one in said for one in _BOARD):
        return "directorship"
    apart = set("".join(sign if sign.isalnum() else " " for sign in said).split())
    if holds_for_another(role):
        return "other"
    if not apart & {"member", "members", "subscriber", "guarantor"}:
        return "listed"
    return "directorship" if apart & _OF_A_BODY else "other"
