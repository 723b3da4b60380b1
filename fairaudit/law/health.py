"""Conditions of the Provider Selection Regime (`nhs-psr`): whose services, which process, and what follows from that.

Source: Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348). A service code alone never decides:
all 67 codes of its Schedule 1 stand in the list of light-touch services as well, and four of them only count under a
condition that no code shows.
"""

from __future__ import annotations

from datetime import date

from fairaudit.law import routes
from fairaudit.law.buyers import country_of, may_buy_health_services
from fairaudit.law.conditions import Answer, ask_all, condition
from fairaudit.law.moments import begun, happened
from fairaudit.law.services import Service, listed
from fairaudit.law.tables import Code
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.derived import months_of

PACK = "nhs-psr"
COMMENCED = date(2024, 1, 1)
"""Modifications from this day on are under the Regulations, whenever the contract was awarded (reg 29(2))."""
_OTHERS = ("uk-pa2023", "uk-pcr2015")
_STATED = "tender.regime.health_services"


@condition(PACK)
def relevant_authority(case: Case) -> Answer:
    """The buyer is a relevant authority (reg 3; s.12ZB(7) of the National Health Service Act 2006)."""
    holds = may_buy_health_services(case)
    buyer = case.tender.buyer
    if holds is None:
        told = f": {buyer.kind} does not say it" if buyer and buyer.kind else ""
        return Answer(None, f"whether the buyer is a relevant authority is not given{told}", ("tender.buyer.kind",))
    shown = ", ".join(one for one in (buyer.name, buyer.kind) if one) if buyer else ""
    return Answer(holds, f"the buyer ({shown}) is {'' if holds else 'not '}a relevant authority")


@condition(PACK)
def health_services(case: Case) -> Answer:
    """Relevant health care services are bought, alone or as the main part of a mixed procurement (reg 3, Sch 1)."""
    regime = case.tender.regime
    found = listed(case, PACK, "health-services")
    named = ", ".join(dict.fromkeys(one.code for one, _ in found))
    if regime is not None and regime.health_services is not None:
        beside = f", though CPV {named} is not in Sch 1" if found and not any(code for _, code in found) else ""
        said = "" if regime.health_services else "not "
        return Answer(regime.health_services, f"{_STATED} says that it is {said}for health care services{beside}")
    if not found:
        return Answer(
            None, "whether it is for health care services is not given", ("tender.classification.id", _STATED)
        )
    return _by_codes(case, found, named)


def _by_codes(case: Case, found: tuple[tuple[Service, Code | None], ...], named: str) -> Answer:
    """Return what service codes say beside the law that is named."""
    inside = [code for _, code in found if code is not None]
    if not inside:
        return Answer(False, f"CPV {named} is not among the health care services of SI 2023/1348 Sch 1")
    if len(inside) < len(found):
        return Answer(None, f"of CPV {named} only some are health care services, and which is the main part is not given",
                      (_STATED,))  # fmt: skip
    bound = next((code for code in inside if code.notes["condition"]), None)
    if bound is not None:
        return Answer(
            None, f"CPV {bound.code} stands in Sch 1 with a condition: {bound.notes['condition']}", (_STATED,)
        )
    laws = case.laws
    why = f"CPV {named} stands among the health care services of SI 2023/1348 Sch 1 and among light-touch services"
    if PACK in laws and any(one in laws for one in _OTHERS):
        return Answer(None, f"{why}, and both laws are named: neither the code nor the names decide", (_STATED,))
    if PACK not in laws:
        if laws:
            return Answer(None, f"{why}: neither the code nor the law that is named decides", (_STATED,))
        return Answer(None, f"{why}: the code alone does not decide", ("tender.law", _STATED))
    return Answer(True, f"CPV {named} is a health care service of SI 2023/1348 Sch 1")


@condition(*_OTHERS)
def regulated_health(case: Case) -> Answer:
    """Health care services that these Regulations govern in place of other laws (Procurement Act 2023 s.120).

    Where only codes speak of health that is open, whichever laws are named: a buyer that is a relevant authority and a service of
    Sch 1 together may make the Regulations govern (reg 3), and then no name in a file undoes it.
    """
    country, day = country_of(case), begun(case)
    elsewhere = country is not None and country.startswith(("GB-", "UK-")) and not country.endswith("-ENG")
    if elsewhere or (day is not None and day < COMMENCED) or may_buy_health_services(case) is False:
        return Answer(False, "")
    asked = ask_all(case, PACK, ("health-services", "relevant-authority"))
    if asked.holds is True:
        return Answer(True, f"{asked.because}: the Provider Selection Regime governs in place of this law")
    codes = [code for _, code in listed(case, PACK, "health-services")]
    regime = case.tender.regime
    stated = regime.health_services if regime else None
    if asked.holds is False or stated is False or (stated is None and not any(codes)):
        return Answer(False, "")
    return asked._replace(because=f"{asked.because}, and the Provider Selection Regime may govern in place of this law")


def _follows(case: Case, *wanted: str) -> Answer:
    """Return whether one of some processes is followed, as the buyer declares it."""
    declared = routes.declared_route(case)
    if declared is None:
        told = "is not plain from its words" if case.tender.route else "is not given"
        return Answer(None, f"which process is followed {told}", ("tender.route",))
    return Answer(declared.route in wanted, _follows_in_words(declared))


def _follows_in_words(declared: routes.Declared) -> str:
    outside = declared.route in (routes.URGENT, routes.CALL_OFF)
    return f"it is {declared.route}" if outside else f"the buyer follows {declared.route}"


@condition(PACK)
def direct_award_a(case: Case) -> Answer:
    """Direct Award Process A is followed (reg 7)."""
    return _follows(case, routes.PROCESS_A)


@condition(PACK)
def direct_award_c(case: Case) -> Answer:
    """Direct Award Process C is followed (reg 9)."""
    return _follows(case, routes.PROCESS_C)


@condition(PACK)
def most_suitable_provider(case: Case) -> Answer:
    """The Most Suitable Provider Process is followed (reg 10)."""
    return _follows(case, routes.MOST_SUITABLE)


@condition(PACK)
def competitive(case: Case) -> Answer:
    """The Competitive Process is followed (reg 11)."""
    return _follows(case, routes.COMPETITIVE)


@condition(PACK)
def urgent_award(case: Case) -> Answer:
    """The contract is awarded urgently, without the processes of regulations 6 to 13 (reg 14)."""
    return _follows(case, routes.URGENT)


@condition(PACK)
def with_standstill(case: Case) -> Answer:
    """A process with a standstill is followed (reg 12(1)); whoever announced an intention to award follows one."""
    answer = _follows(case, routes.PROCESS_C, routes.MOST_SUITABLE, routes.COMPETITIVE)
    if answer.holds is None and happened(case, "intention-to-award"):
        return Answer(True, "a notice of the intention to award is recorded")
    return answer


@condition(PACK)
def by_key_criteria(case: Case) -> Answer:
    """The decision must take the key criteria into account (regs 9(2), 10(4) and (6), 11(2))."""
    return _follows(case, routes.PROCESS_C, routes.MOST_SUITABLE, routes.COMPETITIVE)


@condition(PACK)
def by_process_c_or_most_suitable(case: Case) -> Answer:
    """Direct Award Process C or the Most Suitable Provider Process is followed (reg 24(e))."""
    return _follows(case, routes.PROCESS_C, routes.MOST_SUITABLE)


@condition(PACK)
def with_selection_criteria(case: Case) -> Answer:
    """The basic selection criteria must be met (reg 19): not by Processes A and B, nor for contracts under a framework."""
    declared = routes.declared_route(case)
    if case.tender.regime is not None and case.tender.regime.call_off_of:
        return Answer(False, f"it is a contract under {case.tender.regime.call_off_of} (reg 19(2)(b))")
    if declared is not None and declared.route in (routes.PROCESS_A, routes.PROCESS_B, routes.CALL_OFF):
        return Answer(False, f"{_follows_in_words(declared)} (reg 19(2))")
    return Answer(True, _follows_in_words(declared) if declared else "")


@condition(PACK)
def care_board(case: Case) -> Answer:
    """The buyer is an integrated care board (reg 21(3) and (4))."""
    buyer = case.tender.buyer
    shown = f"{(buyer.kind if buyer else None) or ''} {(buyer.name if buyer else None) or ''}".lower().replace("-", " ")
    if not shown.strip():
        return Answer(None, "what kind of body the buyer is is not given", ("tender.buyer.kind",))
    holds = "icb" in shown.split() or "integrated care board" in shown
    return Answer(holds, f"the buyer is {'' if holds else 'not '}an integrated care board")


@condition(PACK)
def over_a_year(case: Case) -> Answer:
    """The services run for more than 12 months (Sch 13 para 7)."""
    period = case.tender.contract_period
    months = months_of(period) if period else None
    if months is None:
        return Answer(None, "how long the services run is not given", ("tender.contract_period",))
    return Answer(months > 12, f"the services run for {'more than' if months > 12 else 'no longer than'} 12 months")


@condition(PACK)
def abandoned(case: Case) -> Answer:
    """The procurement is abandoned (reg 15)."""
    holds = case.tender.abandoned is not None or case.tender.status == "cancelled"
    return Answer(holds, f"the procurement is {'' if holds else 'not '}abandoned")


@condition(PACK)
def awarded(case: Case) -> Answer:
    """A contract is awarded."""
    live = [one for one in case.awards if one.status not in ("cancelled", "unsuccessful")]
    return Answer(bool(live), "a contract is awarded" if live else "no award is recorded")
