"""Whether a law applies to a case at all: the country of the buyer, the day the procurement began, and what is bought."""

from datetime import date

from fairaudit.analysis.calendars import day_in_words
from fairaudit.frozen import Frozen
from fairaudit.law.buyers import country_of
from fairaudit.law.conditions import Answer, ask_all
from fairaudit.law.moments import begun, recorded_beginning
from fairaudit.law.tables import Tables
from fairaudit.procurement.case import Case

ALWAYS = Answer(True, "")
_UNPUBLISHED = "no publication is recorded, so it is judged as begun on the day of the audit,"


class Terms(Frozen):
    """When and where a pack of law is in force, and what must hold of a procurement for it to govern that.

    From `changes_since` on it governs modifications of contracts that are older than itself. Call-offs are governed by the law
    of their framework, or with `own_call_offs` by the law of the day on which their own procurement began. Where the law has only
    a general duty that findings of rules of no law may bear on, `principle` says so, of the families of rules in `principle_of`.
    """

    pack: str
    title: str
    jurisdiction: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    requires: tuple[str, ...] = ()
    changes_since: date | None = None
    own_call_offs: bool = False
    principle: str = ""
    principle_of: tuple[str, ...] = ()


class InForce(Frozen):
    """A law that a case names: its terms, its tables, and whether it governs the case (`None`: that is open)."""

    terms: Terms
    tables: Tables
    governs: bool | None


def standing(case: Case, terms: Terms) -> Answer:
    """Return whether a law governs a case, and how that was settled; unknown names the fields that would settle it."""
    where = _where(case, terms)
    when = _when(case, terms)
    for answer in (where, when):
        if answer.holds is not True:
            return answer
    asked = ask_all(case, terms.pack, terms.requires) if terms.requires else ALWAYS
    if asked.holds is not True:
        return asked
    return Answer(True, "; ".join(one.because for one in (where, when, asked) if one.because))


def standing_of_changes(case: Case, terms: Terms) -> Answer:
    """Return whether a law governs the modifications of a contract, be the contract older than the law itself."""
    said = standing(case, terms)
    day = recorded_beginning(case)
    if (
        said.holds is not False
        or terms.changes_since is None
        or terms.since is None
        or day is None
        or day >= terms.since
    ):
        return said
    asked = ask_all(case, terms.pack, terms.requires) if terms.requires else ALWAYS
    for answer in (_where(case, terms), asked):
        if answer.holds is not True:
            return answer
    first = day_in_words(terms.changes_since)
    why = f"{terms.title} governs modifications from {first} on, of older contracts too"
    lists = [one.modifications for one in case.awards]
    days = [one.date for each in lists for one in each or ()]
    if any(one is not None and one >= terms.changes_since for one in days):
        return Answer(True, why)
    if None in days:
        return Answer(None, f"{why}, and when it was modified is not given", ("awards[].modifications[].date",))
    if None in lists:
        return Answer(None, f"{why}, and whether it was modified is not given", ("awards[].modifications",))
    return said


def _where(case: Case, terms: Terms) -> Answer:
    country = country_of(case)
    if not terms.jurisdiction:
        return ALWAYS
    if country is None:
        # Whoever names the law says where it is used; only a country that contradicts it settles anything.
        return Answer(True, "the buyer's country is not given, and is taken to be one where this is law")
    whole = country.replace("UK", "GB", 1) if country.startswith("UK") else country
    parts = [one for one in terms.jurisdiction if one.startswith(f"{whole}-")]
    if parts:
        return Answer(True, f"the buyer is in {country}, which is taken to mean {' or '.join(parts)}")
    if any(_covers(place, whole, terms.jurisdiction) for place in terms.jurisdiction):
        return Answer(True, f"the buyer is in {country}")
    return Answer(False, f"the buyer is in {country}; {terms.title} is law in {', '.join(_places(terms.jurisdiction))}")


def _places(jurisdiction: tuple[str, ...]) -> list[str]:
    """Return the places of a jurisdiction without a state that is listed beside its parts: it only stands for one of them."""
    return [one for one in jurisdiction if not any(other.startswith(f"{one}-") for other in jurisdiction)]


def _covers(place: str, country: str, jurisdiction: tuple[str, ...]) -> bool:
    """Whether a place of a jurisdiction takes in a country or a part of one.

    A state that is listed beside its parts (`GB` beside `GB-ENG`) only takes in a buyer that gives no part.
    """
    state = country.split("-")[0]
    if place == country or (country == state and place.split("-")[0] == state):
        return True
    return place == state and not any(one.startswith(f"{state}-") for one in jurisdiction)


def _when(case: Case, terms: Terms) -> Answer:
    if terms.since is None and terms.until is None:
        return ALWAYS
    regime = case.tender.regime
    # A call-off is governed by the law under which its framework was procured.
    parent = regime.framework_begun if regime and not terms.own_call_offs else None
    day = parent or begun(case)
    if day is None:
        return Answer(
            None, f"when the procurement began is not given, and {terms.title} is dated", ("tender.published",)
        )
    recorded = parent or recorded_beginning(case)
    told = "the procurement began on" if recorded else _UNPUBLISHED
    shown = f"{told} {day_in_words(day)}"
    if terms.until is not None and day > terms.until and parent is None and regime and regime.call_off_of:
        why = f"it is called off under {regime.call_off_of}, and when that was procured is not given"
        return Answer(None, why, ("tender.regime.framework_begun",))
    if terms.since is not None and day < terms.since:
        first = day_in_words(terms.since)
        return Answer(False, f"{shown}; {terms.title} governs those begun from {first} on")
    if terms.until is not None and day > terms.until:
        last = day_in_words(terms.until)
        return Answer(False, f"{shown}; {terms.title} governs those begun up to {last}")
    return Answer(True, shown)
