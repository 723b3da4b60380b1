"""The calendars that provisions name, such as `uk-any`: bank holidays as announced, later and foreign ones projected."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from fairaudit.analysis.calendars import Calendar, anywhere_in, calendar_of, national_calendar, union
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.sources.shipped import shipped_rules

# The last year whose bank holidays gov.uk has announced for all three divisions (looked up November 2026).
ANNOUNCED = 2027
_DIVISIONS = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
_NO_HOLIDAYS = Calendar("calendar days", lambda _: {}, 9999)

NAMES = ("none", "england", "england-and-wales", "scotland", "northern-ireland", "uk-any", "uk-part", "buyer")
"""What a provision may name; `buyer` stands for the country of the buyer, or its part, `uk-part` for that part of the UK."""

# Departments and regions of mainland France have the national holidays. Alsace and Moselle have two more; Grand Est holds both.
_FRANCE = late_pattern(
    r"(?:0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|69M|75C|IDF|ARA|BFC|BRE|CVL|COR|20R|HDF|NOR|NAQ|OCC|PDL|PAC)\Z"
)
_ALSACE = {"67": "6AE", "68": "6AE", "57": "57", "6AE": "6AE"}


@lru_cache(maxsize=1)
def _announced() -> dict[str, dict[int, dict[date, str]]]:
    """Return the announced bank holidays of each division by year.

    Source: gov.uk/bank-holidays, and the royal proclamation for Scotland's of 15 June 2026.
    """
    found: dict[str, dict[int, dict[date, str]]] = {one: {} for one in _DIVISIONS}
    file = shipped_rules() / "calendars" / "uk-bank-holidays.csv"
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            day = date.fromisoformat(row["date"])
            found[row["division"]].setdefault(day.year, {})[day] = row["name"]
    return found


@lru_cache(maxsize=8)
def _division(name: str) -> Calendar:
    def of_year(year: int) -> Mapping[date, str]:
        told = _announced()[name].get(year)
        if told is not None and year <= ANNOUNCED:
            return told
        return calendar_of("GB", _DIVISIONS[name]).of_year(year)

    return Calendar(name.replace("-", " ").title().replace(" And ", " and "), of_year, ANNOUNCED)


@lru_cache(maxsize=128)
def calendar_named(name: str, country: str | None = None, this_year: int = 0) -> Calendar:
    """Return the calendar a provision names; raises `LookupError` where the buyer's holidays are not known.

    `this_year` is the year of the audit: what lies after it is a projection outside the United Kingdom.
    """
    if name == "none":
        return _NO_HOLIDAYS
    if name == "uk-any":
        return union("any part of the United Kingdom", tuple(_division(one) for one in _DIVISIONS))
    if name == "england":
        return _division("england-and-wales")
    if name == "uk-part":
        # Where the part is not given, all that England and Wales have Northern Ireland has as well.
        return _division("northern-ireland" if (country or "").endswith("-NIR") else "england-and-wales")
    if name != "buyer":
        return _division(name)
    return _of_country(country, this_year)


@lru_cache(maxsize=128)
def readings_of(name: str, country: str | None = None, this_year: int = 0) -> tuple[Calendar, ...]:
    """Return the calendar a provision names, or where the buyer's part of a country is not known the most and the least of it.

    Raises `LookupError` where not even the country is known.
    """
    state = (country or "").upper().partition("-")[0]
    if name != "buyer" or not state or state in ("GB", "UK"):
        return (calendar_named(name, country, this_year),)
    try:
        return (_of_country(country, this_year),)
    except LookupError:
        most, least = anywhere_in(_code(state))
        return (_seen(most, this_year), _seen(least, this_year))


def _code(state: str) -> str:
    """Return the code of a state; the institutions of the Union write EL for Greece."""
    return "GR" if state == "EL" else state


def _seen(found: Calendar, this_year: int) -> Calendar:
    return Calendar(found.name, found.of_year, this_year, found.weekend)


def _of_country(country: str | None, this_year: int) -> Calendar:
    """Return the holidays of a country or a part of it, such as `DE-BY`; raises `LookupError`."""
    if not country:
        raise LookupError("the buyer's country is not given, so its holidays are not known")
    state, _, part = country.upper().partition("-")
    if state in ("GB", "UK"):
        divisions = {"ENG": "england-and-wales", "WLS": "england-and-wales", "EAW": "england-and-wales",
                     "SCT": "scotland", "NIR": "northern-ireland"}  # fmt: skip
        if part not in divisions:
            raise LookupError(
                "holidays differ between the parts of the United Kingdom; write GB-ENG, GB-SCT, GB-WLS or GB-NIR"
            )
        return _division(divisions[part])
    if state == "FR" and part:
        part = _ALSACE.get(part, part)
        if part not in _ALSACE.values() and _FRANCE.match(part):
            return _seen(national_calendar("FR"), this_year)
    return _seen(calendar_of(_code(state), part or None), this_year)
