"""Which kinds of event, data, condition and so on are known, and what else people call them.

Rules pick records by their kind, so a kind that no rule knows would be looked at by none, and nobody would be told. A word
that is not known is therefore a fault that names the nearest one; `other`, or a kind of your own that starts with `x-`,
says that no rule shall look. Where a condition that calls itself `other` speaks of a kind, the rules about that kind say that
they could not look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Annotated

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.procurement.model.scalars import Scalar, read_kind, read_text
from fairaudit.sources.document import Value

_EVENTS = {
    "extension": "deadline-extension extension-of-deadline extension-of-the-deadline extension-of-time time-extension"
    " extended-deadline deadline-extended deadline-moved prolongation more-time extra-time",
    "contact": "phone-call telephone telephone-call phone call telephone-conversation email e-mail mail letter message"
    " conversation talk chat text-message video-call contact-with-bidder informal-contact whatsapp whatsapp-message sms"
    " fax voicemail teams-call zoom-call call-with-bidder telephone-contact instant-message",
    "meeting": "meet meetings bilateral one-to-one interview video-meeting conference",
    "answer": "reply response answers answer-to-question answer-sent clarification-answer answer-to-clarification",
    "clarification": "clarifications clarification-request clarification-question request-for-clarification",
    "cure": "remedy correction rectification cure-period cure-of-defect",
    "document": "documents document-sent document-shared file data-sent information-sent addendum addenda corrigendum erratum"
    " errata attachment",
    "access": "data-room data-room-access data-access access-to-documents early-access access-given",
    "site-visit": "site-visits visit visits site-tour tour walk-round walkround inspection-of-site",
    "gift": "gifts", "hospitality": "dinner lunch entertainment", "sponsorship": "", "donation": "", "travel": "",
    "presentation": "presentations demonstration demo", "negotiation": "negotiations", "dialogue": "",
    "question": "enquiry query", "registration": "registered", "invitation": "invited", "submission": "bid-received",
    "opening": "bid-opening opening-of-bids", "publication": "published notice", "outage": "portal-outage downtime",
    "withdrawal": "bid-withdrawn", "award": "", "standstill": "", "debrief": "debriefing feedback",
    "complaint": "challenge",
    "repeat": "repeated-step repeated-steps repetition repetition-of-steps step-repeated return-to-an-earlier-step",
    "other": "",
}  # fmt: skip
_DATA = {
    "activity-data": "activity volumes volume demand usage",
    "cost": "costs cost-data spend spend-data expenditure prices-paid",
    "staff-transfer": "staff staff-data tupe workforce tupe-data staff-list",
    "assets": "asset asset-data asset-register inventory equipment",
    "performance": "performance-data kpis kpi kpi-data performance-reports",
    "interfaces": "interface interface-description api apis",
    "premises": "leases property", "contracts": "contract subcontracts", "pensions": "pension", "other": "",
}  # fmt: skip
_CONDITIONS = {
    "turnover": "yearly-turnover annual-turnover minimum-turnover revenue annual-revenue yearly-revenue",
    "insurance": "insurances insurance-cover professional-indemnity public-liability",
    "capital": "share-capital equity net-assets",
    "references": "reference reference-contracts reference-projects past-contracts similar-contracts",
    "experience": "years-of-experience work-experience",
    "certificate": "certificates certification certifications accreditation accreditations standard standards label",
    "staff": "staffing number-of-staff employees",
    "accounts": "annual-accounts audited-accounts financial-statements",
    "location": "place premises office distance locality",
    "permission": "permissions licence license consent letter-of-consent",
    "prior-contract": "prior-contracts previous-contract",
    "economic": "financial economic-and-financial-standing financial-standing", "technical": "professional"
    " technical-and-professional-ability technical-ability", "suitability": "legal registration enrolment",
    "exclusion": "exclusion-ground exclusion-grounds", "equipment": "", "policy": "policies", "other": "",
}  # fmt: skip
_ROOMS = frozenset({"data-room", "data-room-access"})
"""Kinds that say what was opened, too: the room is then what other records of access may mean by its name."""
_WHOSE = {
    "firm": "company business organisation organization bidder tenderer supplier provider enterprise",
    "staff": "team personnel employees people person individual key-staff key-personnel lead manager",
    "other": "",
}
_ROLES = (
    *(
        "tenderer",
        "bidder",
        "candidate",
        "registrant",
        "registered",
        "invited",
        "supplier",
        "incumbent",
        "subcontractor",
    ),
    *("owner", "parent", "consortium member", "adviser", "drafter", "evaluator", "approver", "chair", "observer"),
    *("accreditor", "manufacturer", "assessor", "consultant", "expert", "auditor", "contact", "other"),
    *("buyer", "procuringEntity", "funder", "enquirer", "payer", "payee", "reviewBody", "interestedParty", "attendee"),
    *(
        "reviewContactPoint",
        "mediationBody",
        "processContactPoint",
        "centralPurchasingBody",
        "wholesaleBuyer",
        "leadBuyer",
    ),
    *(
        "evaluationBody",
        "participationRequestReceiptBody",
        "submissionReceiptBody",
        "environmentalLegislationInformation",
    ),
    *(
        "taxLegislationInformation",
        "employmentLegislationInformation",
        "informationService",
        "procurementServiceProvider",
    ),
    *("informationProvider", "additionalInformationProvider", "notificationSender", "eSender", "beneficialOwner"),
    *("electronicSubmissionBody", "mediationBody", "publicAuthority", "procurementStrategist", "guarantor", "emitter"),
    *("leadTenderer", "leadSupplier", "notifiedSupplier", "candidateSupplier", "analysisTarget", "requestingUnit"),
)
_USUAL = frozenset(_ROLES)
_SHOWN = 12


def _table(kinds: Mapping[str, str]) -> dict[str, str]:
    return {name: kind for kind, more in kinds.items() for name in (kind, *more.split())}


def _reader(what: str, kinds: Mapping[str, str], *, keep: bool = False) -> Callable[[object], str]:
    """Return a function that reads a kind in its usual name; with `keep` in the name it was given."""
    table = _table(kinds)

    def read(value: object) -> str:
        word = read_kind(value)
        if word in table:
            return word if keep else table[word]
        if word.startswith("x-"):
            return word
        raise ValueError(unknown_kind(what, read_text(value), word, table))

    return read


def unknown_kind(what: str, text: str, word: str, table: Mapping[str, str]) -> str:
    """Return that a text names no known kind of something, with the nearest one and some that are known."""
    from fairaudit.analysis.nearest import nearest

    meant = nearest(word, table)
    hint = f"; did you mean `{table[meant]}`?" if meant else ";"
    known = list(dict.fromkeys(table.values()))
    shown = ", ".join(f"`{one}`" for one in known[:_SHOWN] if one != "other")
    return (
        f'names no known kind of {what}: "{text[:60]}"{hint} known are {shown} and others; write `other` if none fits'
    )


def read_party_role(value: object) -> str:
    """Return what a party is in its usual spelling, `Bidders` as `bidder`; a phrase that holds a known word is kept."""
    text = read_text(value)
    if text in _USUAL:
        return text
    known = {_letters(one): one for one in _ROLES}
    found = known.get(_letters(text)) or known.get(_letters(text).removesuffix("s"))
    if found:
        return found
    words = re.findall(r"[^\W_]+", text.lower())
    if text.lower().startswith("x-") or any(word in known or word in _PARTS for word in words):
        return text
    raise ValueError(unknown_kind("role", text, text, {one: one for one in _ROLES}))


_PARTS = frozenset(
    {"author", "advisor", "scorer", "marker", "panel", "authoriser", "decider", "signatory", "moderator"}
)


def _letters(text: str) -> str:
    return "".join(one for one in text.lower() if one.isalnum())


# `all bidders` names nobody in particular; `all local bidders` leaves somebody out, so it is not one of these.
_EVERYBODY = late_pattern(
    r"(?:(?:published|sent|issued) )?(?:to )?(?:all|everyone|everybody)"
    r"(?: (?:of )?(?:the )?(?:(?:registered|invited|interested|potential|prospective|known|participating) )?"
    r"(?:bidder|tenderer|supplier|candidate|participant|provider|applicant|registrant|vendor|contractor|operator|"
    r"economic operator|compan(?:y|ie)|firm|part(?:y|ie))s?)?"
    r"(?: (?:on|by|via|through|over) the portal)?\.?"
)


@lru_cache(maxsize=4096)
def means_everybody(text: str) -> bool:
    """Whether words say that something went to all: `all`, `All bidders`, `everyone`, `all of the suppliers`."""
    # The one word that nearly all cases have needs no pattern.
    return text == "all" or (
        _EVERYBODY.fullmatch(" ".join(text.casefold().replace("_", " ").replace("-", " ").split())) is not None
    )


def read_party_id(value: object) -> str:
    """Return the id of a party or bid; raises `ValueError` for words by which a record means all of them."""
    text = read_text(value)
    if means_everybody(text):
        raise ValueError(
            f'"{text[:60]}" stands for every bidder where a record lists recipients, so no single one can be called so; '
            f"write another id, such as `{'-'.join(text.lower().split())[:40]}-1`, here and wherever it is named"
        )
    return text


read_event = _reader("event", _EVENTS)
read_data = _reader("data", _DATA, keep=True)
read_condition = _reader("condition", _CONDITIONS)
read_whose = _reader("experience", _WHOSE)

EventKind = Annotated[str, Scalar(read_event)]
DataKind = Annotated[str, Scalar(read_data)]
ConditionKind = Annotated[str, Scalar(read_condition)]
PartyId = Annotated[str, Scalar(read_party_id)]
PartyRole = Annotated[str, Scalar(read_party_role)]
Whose = Annotated[str, Scalar(read_whose)]


def name_rooms(events: Value) -> None:
    """Give every event whose kind says that a data room was opened the room as its topic, where nothing else says of what."""
    for one in events if isinstance(events, list) else ():
        if isinstance(one, dict) and not one.get("document") and not one.get("topic"):
            kind = one.get("kind")
            if isinstance(kind, str) and read_kind(kind) in _ROOMS:
                one["topic"] = "Data room"


def usual_condition(value: Value) -> Value:
    """Return the usual name of a kind of condition, or the value itself where it is none that is known."""
    try:
        return read_condition(value)
    except ValueError:
        return value
