"""Conditions by name, such as `light-touch` or `electronic-submission`: whether they hold of a case, why, or what is missing.

Rules of law name them under `applies`, and rows of statutory tables under `when`. Each is answered with yes, no or unknown;
unknown names the fields that would settle it, and nothing that hangs on it is judged.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fairaudit.analysis.reasons import says_why
from fairaudit.frozen import Frozen
from fairaudit.law.moments import day_of, happened
from fairaudit.law.tables import Row, Table
from fairaudit.procurement.case import Case
from fairaudit.procurement.clock import DAY_HANGS_ON_ZONE

NOT = "not "


class Answer(Frozen):
    """Whether a condition holds, in a clause that says why; `missing` are the fields that would settle what is unknown.

    `assumed`: it rests on nothing being recorded, and nobody says that the record is complete.
    """

    holds: bool | None
    because: str
    missing: tuple[str, ...] = ()
    assumed: bool = False

    def turned(self) -> Answer:
        """Return the answer to the opposite question."""
        return self._replace(holds=None if self.holds is None else not self.holds)


Condition = Callable[[Case], Answer]

COMMON: dict[str, Condition] = {}
"""Conditions that mean the same under every law."""

OF_PACK: dict[str, dict[str, Condition]] = {}
"""Conditions of one law, by the name of its pack."""


def condition(*packs: str) -> Callable[[Condition], Condition]:
    """Register a condition under its own name with hyphens, for some packs or for all."""

    def register(function: Condition) -> Condition:
        name = function.__name__.strip("_").replace("_", "-")
        if name in COMMON:
            raise TypeError(f"{name} means the same under every law already; call this one otherwise")
        for known in (OF_PACK.setdefault(pack, {}) for pack in packs) if packs else (COMMON,):
            known[name] = function
        return function

    return register


def known_conditions(pack: str) -> frozenset[str]:
    """Return the names that rules and tables of a pack may use."""
    return frozenset(COMMON) | frozenset(OF_PACK.get(pack, {}))


def ask(case: Case, pack: str, name: str) -> Answer:
    """Return the answer to a condition, worked out once for a case; raises `KeyError` for a name that is none.

    Those of one law are known once `law/regimes` was imported, as reading the rules of a law does.
    """
    if name.startswith(NOT):
        return ask(case, pack, name.removeprefix(NOT)).turned()
    return case.once(COMMON.get(name) or OF_PACK[pack][name])


def ask_all(case: Case, pack: str, names: tuple[str, ...]) -> Answer:
    """Return whether all of some conditions hold: the first that does not, else the first that is unknown, else yes.

    Of those that do not, one that is settled comes before one that only nothing speaks for.
    """
    key = ("all", pack, names)
    known = case.made.get(key)
    if not isinstance(known, Answer):
        # Many rules of one law are about the same kind of case.
        known = case.made[key] = _all_of(case, pack, names)
    return known


def _all_of(case: Case, pack: str, names: tuple[str, ...]) -> Answer:
    answers = sorted((ask(case, pack, name) for name in names), key=lambda one: one.assumed)
    for wanted in (False, None):
        found = next((one for one in answers if one.holds is wanted), None)
        if found is not None:
            return found
    return Answer(True, "; ".join(one.because for one in answers if one.because))


class Matched(Frozen):
    """The rows of a table that hold for a case, those that may, and those that are only left out for want of a record."""

    certain: tuple[tuple[Row, Answer], ...]
    possible: tuple[tuple[Row, Answer], ...]
    unrecorded: tuple[tuple[Row, Answer], ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that would settle the rows that may hold."""
        return tuple(dict.fromkeys(name for _, answer in self.possible for name in answer.missing))


def matching(case: Case, table: Table, day: date) -> Matched:
    """Return which rows of a table hold for a case on a day."""
    rows = [(row, ask_all(case, table.pack, row.when)) for row in table.on(day)]
    return Matched(
        tuple(one for one in rows if one[1].holds is True),
        tuple(one for one in rows if one[1].holds is None),
        tuple(one for one in rows if one[1].holds is False and one[1].assumed),
    )


def unnoticed(case: Case, because: str) -> Answer:
    """Return that a notice was not published, as nothing records it."""
    known = any(case.holds_all(one) for one in ("tender.planned_notice", "tender.notices"))
    return Answer(False, because, assumed=not known)


def stated(value: bool | None, yes: str, no: str, unknown: str, *fields: str) -> Answer:
    """Return the answer that a stated field gives."""
    if value is None:
        return Answer(None, unknown, fields)
    return Answer(value, yes if value else no)


def _method(case: Case, wanted: tuple[str, ...], words: str) -> Answer:
    method = case.tender.procurement_method
    if method is None:
        return Answer(None, "the procurement method is not given", ("tender.procurement_method",))
    return Answer(
        method in wanted, f"the procurement method is {method}" + ("" if method in wanted else f", not {words}")
    )


@condition()
def open(case: Case) -> Answer:  # the name is the condition's
    """Anyone may tender."""
    return _method(case, ("open",), "open")


@condition()
def selective(case: Case) -> Answer:
    """Only those chosen first may tender."""
    return _method(case, ("selective",), "selective")


@condition()
def direct(case: Case) -> Answer:
    """Awarded without competition."""
    return _method(case, ("direct", "limited"), "direct")


@condition()
def electronic_submission(case: Case) -> Answer:
    """Tenders are sent electronically."""
    way = case.tender.submission
    value = way.electronic if way else None
    return stated(value, "tenders are sent electronically", "tenders are not sent electronically",
                  "whether tenders are sent electronically is not given", "tender.submission.electronic")  # fmt: skip


@condition()
def documents_together(case: Case) -> Answer:
    """All associated documents were available when the notice was published."""
    notice, documents = happened(case, "tender-notice"), happened(case, "documents")
    if not notice or not documents:
        field = "tender.documents_available" if notice else "tender.published"
        return Answer(None, "when the documents were available beside the notice is not given", (field,))
    days = [day_of(case, one.when) for one in (notice[0], documents[0])]
    if days[0] is None or days[1] is None:
        return Answer(None, DAY_HANGS_ON_ZONE, ("tender.time_zone",))
    together = days[1] <= days[0]
    return Answer(
        together, "all documents were there with the notice" if together else "the documents came after the notice"
    )


@condition()
def urgent(case: Case) -> Answer:
    """The buyer relies on urgency."""
    claim = case.tender.urgency
    if claim is None:
        # Urgency is relied on, or it is not there: nobody states that a tender is not urgent.
        return Answer(False, "no urgency is claimed")
    if claim.claimed is None and claim.reason and not says_why(claim.reason):
        why = "whether the tender is urgent is not said: what is recorded as the reason is none"
        return Answer(None, why, ("tender.urgency.claimed",))
    holds = claim.claimed is not False
    return Answer(holds, "urgency is claimed" if holds else "no urgency is claimed")


@condition()
def site_visit(case: Case) -> Answer:
    """Tenders can only be made after a visit to the site."""
    visits = case.tender.site_visits
    if visits is None:
        return Answer(None, "whether a site must be visited is not given", ("tender.site_visits",))
    needed = any(one.mandatory for one in visits)
    return Answer(needed, "a visit to the site is mandatory" if needed else "no visit to the site is mandatory")


def _category(case: Case, wanted: str) -> Answer:
    given = case.tender.main_procurement_category
    if given is None:
        return Answer(None, "what kind of contract it is is not given", ("tender.main_procurement_category",))
    return Answer(given.strip().lower() == wanted, f"the contract is for {given}")


@condition()
def works(case: Case) -> Answer:
    """The contract is for works."""
    return _category(case, "works")


@condition()
def goods(case: Case) -> Answer:
    """The contract is for goods."""
    return _category(case, "goods")


@condition()
def services(case: Case) -> Answer:
    """The contract is for services."""
    return _category(case, "services")


@condition()
def framework(case: Case) -> Answer:
    """A framework agreement is set up; in a call-off the framework that is given is the one it is called off under."""
    called = case.once(call_off)
    if called.holds:
        return called.turned()
    holds = case.tender.framework is not None and case.tender.framework.set_up is not False
    return Answer(holds, "a framework agreement is set up" if holds else "no framework agreement is set up")


@condition()
def call_off(case: Case) -> Answer:
    """The contract is called off under a framework."""
    regime = case.tender.regime
    given = regime.call_off_of if regime else None
    return Answer(
        given is not None, f"it is a call-off under {given}" if given else "no framework is named that it is called off"
    )


@condition()
def in_lots(case: Case) -> Answer:
    """The contract is divided into lots."""
    lots = case.tender.lots
    if lots is None:
        return Answer(None, "whether there are lots is not given", ("tender.lots",))
    return Answer(len(lots) > 1, f"there are {len(lots)} lots" if len(lots) > 1 else "there are no lots")
