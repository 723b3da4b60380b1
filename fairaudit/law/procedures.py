"""Which procedure of the Directive, or of the Regulations that follow it, a tender is run by, and what shortens its time limits.

Conditions of `uk-pcr2015` and `eu-2014-24` alike; each pack's tables cite its own provisions.
"""

from __future__ import annotations

import re

from fairaudit.analysis.calendars import months_after
from fairaudit.law.conditions import Answer, condition, stated, unnoticed, urgent
from fairaudit.law.moments import day_of, happened
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.told import tells

PACKS = ("uk-pcr2015", "eu-2014-24")
_KINDS = (
    ("innovation partnership", re.compile(r"innovation", re.IGNORECASE)),
    ("competitive dialogue", re.compile(r"dialog|comp-dial", re.IGNORECASE)),
    (
        "direct award",
        re.compile(r"without (?:a )?(?:prior )?(?:publication|call)|neg-wo-call|direct award", re.IGNORECASE),
    ),
    ("competitive procedure with negotiation", re.compile(r"negotiat|neg-w-call", re.IGNORECASE)),
    ("restricted procedure", re.compile(r"restrict", re.IGNORECASE)),
    ("open procedure", re.compile(r"\bopen\b", re.IGNORECASE)),
)
_BY_METHOD = {"open": "open procedure", "limited": "direct award", "direct": "direct award"}
_FIELDS = ("tender.procurement_method_details",)
_ACCELERATED = ("open procedure", "restricted procedure", "competitive procedure with negotiation")


def procedure_of(case: Case) -> str | None:
    """Return the procedure in words; `None` where only candidates chosen may tender and nothing says by which procedure."""
    return case.once(_procedure)


def _procedure(case: Case) -> str | None:
    tender = case.tender
    method = tender.procurement_method
    if method in _BY_METHOD:
        return _BY_METHOD[method]
    words = " ".join(one for one in (tender.route, tender.procurement_method_details) if one)
    found = next((name for name, pattern in _KINDS if pattern.search(words)), None)
    # A word that contradicts the method settles nothing.
    return None if method == "selective" and found in ("open procedure", "direct award") else found


def _is(case: Case, wanted: str) -> Answer:
    found = procedure_of(case)
    if found is None:
        fields = ("tender.procurement_method",) if case.tender.procurement_method is None else _FIELDS
        return Answer(None, "which procedure is used is not given", fields)
    return Answer(found == wanted, f"it is {'an' if found[0] in 'aeio' else 'a'} {found}")


@condition(*PACKS)
def open_procedure(case: Case) -> Answer:
    """Anyone may tender (PCR 27; Directive 27)."""
    return _is(case, "open procedure")


@condition(*PACKS)
def restricted(case: Case) -> Answer:
    """Only those chosen of those who asked may tender (PCR 28; Directive 28)."""
    return _is(case, "restricted procedure")


@condition(*PACKS)
def negotiation(case: Case) -> Answer:
    """A competitive procedure with negotiation (PCR 29; Directive 29)."""
    return _is(case, "competitive procedure with negotiation")


@condition(*PACKS)
def dialogue(case: Case) -> Answer:
    """A competitive dialogue (PCR 30; Directive 30)."""
    return _is(case, "competitive dialogue")


@condition(*PACKS)
def innovation_partnership(case: Case) -> Answer:
    """An innovation partnership (PCR 31; Directive 31)."""
    return _is(case, "innovation partnership")


@condition(*PACKS)
def direct_award(case: Case) -> Answer:
    """A negotiated procedure without prior publication (PCR 32; Directive 32)."""
    if case.tender.direct_award is not None:
        return Answer(True, "a ground for direct award is recorded")
    answer = _is(case, "direct award")
    if answer.holds is None and (case.tender.procurement_method == "selective" or happened(case, "deadline")):
        return Answer(False, "there is a competition")
    return answer


@condition(*PACKS)
def accelerated(case: Case) -> Answer:
    """Urgency has cut the time limits of a procedure for which it may (PCR 2(1); Directive 27(3), 28(6))."""
    claim = case.once(urgent)
    found = procedure_of(case)
    if not claim.holds or found in _ACCELERATED:
        return claim
    if found is None:
        return Answer(None, "urgency is claimed, and which procedure is used is not given", _FIELDS)
    return Answer(False, f"the time limits of the {found} cannot be cut for urgency")


@condition(*PACKS)
def prior_information(case: Case) -> Answer:
    """A prior information notice was sent 35 days to 12 months before the contract notice.

    PCR 27(4), 28(6) and 29(6); Directive 27(2), 28(3) and 29(1). Whether it held everything that was known then, which the
    law asks for too, is for a person to read.
    """
    early, notice = happened(case, "prior-information-sent"), happened(case, "notice-sent")
    if not early:
        return unnoticed(case, "no prior information notice is recorded")
    days = [day_of(case, one.when) for one in (early[0], *notice[:1])]
    if len(days) < 2 or days[0] is None or days[1] is None:
        return Answer(None, "when the contract notice was sent is not given", ("tender.published",))
    gap = (days[1] - days[0]).days
    qualifies = gap >= 35 and days[0] >= months_after(days[1], -12)
    return Answer(qualifies, f"the prior information notice came {gap} days before the contract notice")


@condition(*PACKS)
def candidates_agreed(case: Case) -> Answer:
    """The deadline was agreed with all the candidates chosen (PCR 28(7); Directive 28(4))."""
    return stated(case.tender.deadline_agreed, "the deadline was agreed with all candidates",
                  "the deadline was not agreed with all candidates",
                  "whether the deadline was agreed with all candidates is not given", "tender.deadline_agreed")  # fmt: skip


@condition(*PACKS)
def documents_restricted(case: Case) -> Answer:
    """Some documents cannot be had freely online (PCR 53(3)-(5); Directive 53(1))."""
    why = case.tender.documents_restricted
    # Documents are to be had freely until the notice says otherwise, as it then must.
    return Answer(bool(tells(why)), f"some documents cannot be had online: {why}" if tells(why)
                  else "nothing says that documents cannot be had freely online")  # fmt: skip


@condition(*PACKS)
def dynamic_purchasing(case: Case) -> Answer:
    """Under a dynamic purchasing system (PCR 34; Directive 34)."""
    tender = case.tender
    flag = tender.regime.dynamic_market if tender.regime else None
    words = " ".join(one for one in (tender.route, tender.procurement_method_details) if one).lower()
    holds = flag if flag is not None else "dynamic purchasing" in words
    return Answer(
        holds,
        "it is under a dynamic purchasing system"
        if holds
        else "nothing says that it is under a dynamic purchasing system",
    )


@condition(*PACKS)
def sole_tenderer(case: Case) -> Answer:
    """The only tenderer is the one who wins (PCR 86(5)(b)); where letters went out, others are taken to have tendered."""
    counts = [one.number_of_bids for one in case.awards if one.number_of_bids is not None]
    if counts:
        return Answer(max(counts) == 1, f"{max(counts)} tender{' was' if max(counts) == 1 else 's were'} received")
    bidders = {one.bidder for one in case.bids if one.bidder}
    if len(bidders) == 1 and case.holds_all("bids"):
        return Answer(True, "one tender was received")
    return Answer(
        False,
        f"{len(bidders)} tenderers are recorded" if len(bidders) > 1 else "nothing says that there was only one tender",
    )


@condition(*PACKS)
def reserved(case: Case) -> Answer:
    """Kept for certain organisations (PCR 20 and 77; Directive 20 and 77); none is until its buyer says so."""
    holds = case.tender.reserved is not None
    return Answer(holds, "the contract is reserved" if holds else "nothing says that the contract is reserved")


@condition(*PACKS)
def reserved_for_missions(case: Case) -> Answer:
    """Kept for organisations with a public service mission (PCR 77; Directive 77)."""
    return _reserved(
        case,
        re.compile(r"\b77\b|mission|mutual|social enterprise|employee", re.IGNORECASE),
        "organisations with a public service mission",
    )


@condition(*PACKS)
def reserved_for_integration(case: Case) -> Answer:
    """Kept for sheltered workshops and the like (PCR 20; Directive 20)."""
    return _reserved(
        case,
        re.compile(r"\b20\b|shelter|disab|disadvantaged|integration", re.IGNORECASE),
        "sheltered workshops and the like",
    )


def _reserved(case: Case, words: re.Pattern[str], whom: str) -> Answer:
    reserved = case.tender.reserved
    if reserved is None:
        return Answer(False, "nothing says that the contract is reserved")
    said = " ".join(one for one in (reserved.provision, reserved.organisations) if one)
    if not said:
        return Answer(None, "for whom the contract is reserved is not given", ("tender.reserved.organisations",))
    holds = words.search(said) is not None
    return Answer(holds, f"it is {'' if holds else 'not '}reserved for {whom}")
