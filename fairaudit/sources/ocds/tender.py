"""The tender section of a release in the model's shape."""

from __future__ import annotations

import re

from fairaudit.sources.ocds.classes import Classes, classes_of
from fairaudit.sources.ocds.common import decimal_of, money, period
from fairaudit.sources.ocds.criteria import award_criteria, award_method, lot_name, selection_criteria
from fairaudit.sources.ocds.regime import UNLIMITED, kind_of_procurement
from fairaudit.sources.ocds.told import NOTHING, Told, build, constant, first, group, groups, listed, text, texts

_POWER = re.compile(r"[0-9.]+[eE]\+?[0-9]+\Z")
_TO_BID = ("bid", "tender", "bidSecurity", "tenderGuarantee", "bidGuarantee")
_CONTRACT_TEXTS = ("performanceTerms", "financialTerms")


def tender(release: Told, buyer: Told, published: Told, licence: Told) -> Told:
    """Return the tender; `law` is what its legal basis names unmistakably, never a guess."""
    at = group(release, "tender")
    classes = classes_of(at)
    return build(
        at,
        id=text(at, "id"),
        ocid=text(release, "ocid"),
        title=text(at, "title"),
        description=text(at, "description"),
        status=_status(text(at, "status")),
        buyer=buyer,
        classification=classes[""].main,
        additional_classifications=classes[""].others,
        procurement_method=text(at, "procurementMethod"),
        procurement_method_details=text(at, "procurementMethodDetails"),
        procurement_method_rationale=text(at, "procurementMethodRationale"),
        main_procurement_category=text(at, "mainProcurementCategory"),
        value=_value(at),
        contract_period=period(group(at, "contractPeriod")),
        published=first(text(at, "datePublished"), _notice_date(at), published),
        documents_available=text(group(group(at, "communication"), "documentAvailabilityPeriod"), "startDate"),
        enquiry_period=period(group(at, "enquiryPeriod")),
        expression_of_interest_deadline=text(at, "expressionOfInterestDeadline"),
        tender_period=period(group(at, "tenderPeriod")),
        award_period=period(group(at, "awardPeriod")),
        submission=_submission(at),
        lots=listed((_lot(lot, index, classes) for index, lot in enumerate(groups(at, "lots"))), at.get("lots")),
        lot_limits=_lot_limits(group(at, "lotDetails")),
        no_lots_reason=text(group(at, "lotDetails"), "noLotsDivisionRationale"),
        selection_criteria=selection_criteria(at),
        award_criteria=award_criteria(at),
        award_method=award_method(at),
        terms=_terms(at),
        amendments=_amendments(at),
        **kind_of_procurement(release, at, buyer),
        documents=listed(map(_document, groups(at, "documents")), at.get("documents")),
        license=licence,
    )


def _notice_date(at: Told) -> Told:
    """Return when the tender notice among the documents was published, where there is one."""
    found = [
        one
        for one in groups(at, "documents")
        if text(one, "documentType").words == "tenderNotice" or text(one, "noticeType").words == "UK4"
    ]
    return text(found[0], "datePublished") if len(found) == 1 else NOTHING


def _status(status: Told) -> Told:
    return constant("planned", status) if status.words == "planning" else status


def _value(at: Told) -> Told:
    """Return the tender's value; a zero below the stated minimum is a portal's empty field."""
    value = group(at, "value")
    least = text(group(at, "minValue"), "amount")
    if decimal_of(text(value, "amount")) == 0 and (decimal_of(least) or 0) > 0:
        return value.unusable(f"is less than the minimum value of {least.words}, so no value is stated")
    return money(value)


def _submission(at: Told) -> Told:
    terms = group(at, "submissionTerms")
    methods, policy = texts(at, "submissionMethod"), text(terms, "electronicSubmissionPolicy")
    electronic = Told(None, methods.path, methods.note)
    if named := [one for one in methods.all if one.words]:
        by_wire = next((one for one in named if one.words.startswith("electronic")), NOTHING)
        electronic = constant("true" if by_wire else "false", by_wire or named[0])
    elif policy.words in ("required", "allowed", "notAllowed"):
        electronic = constant("false" if policy.words == "notAllowed" else "true", policy)
    portal, opening = text(at, "submissionMethodDetails"), text(group(at, "bidOpening"), "date")
    languages = texts(terms, "languages")
    where = next((one for one in (methods, policy, portal, opening, languages) if one), at)
    return build(Told({}, where.path), electronic=electronic, portal=portal, languages=languages, opening=opening)


def _lot(lot: Told, position: int, classes: dict[str, Classes]) -> Told:
    name = lot_name(lot, position)
    return build(
        lot,
        id=NOTHING if lot.note else name,
        title=text(lot, "title"),
        text=text(lot, "description"),
        value=money(group(lot, "value")),
        contract_period=period(group(lot, "contractPeriod")),
        classification=classes.get(name.words, Classes()).main,
        additional_classifications=classes.get(name.words, Classes()).others,
    )


def _lot_limits(at: Told) -> Told:
    return build(
        at,
        maximum_bid=_limit(text(at, "maximumLotsBidPerSupplier")),
        maximum_awarded=_limit(text(at, "maximumLotsAwardedPerSupplier")),
        mechanism=text(at, "awardCriteriaDetails"),
    )


def _limit(limit: Told) -> Told:
    """Return a limit; Find a Tender writes 9999999 or 1e9999 for "no limit"."""
    return NOTHING if (decimal_of(limit) or 0) >= UNLIMITED or _POWER.match(limit.words) else limit


def _terms(at: Told) -> Told:
    clauses: list[Told] = []
    holders = [(at, NOTHING)]
    for position, lot in enumerate(groups(at, "lots")):
        name = lot_name(lot, position)
        holders.append((lot, Told([name], name.path)))
    for holder, lots in holders:
        for words in (text(group(holder, "contractTerms"), name) for name in _CONTRACT_TEXTS):
            clause = build(words, text=words, lots=lots, part=constant("terms", words))
            clauses += [clause] if words else [words] if words.note else []
    deposits = text(group(at, "submissionTerms"), "depositsGuarantees")
    if deposits or deposits.note:
        clauses.append(build(deposits, text=deposits, part=constant("terms", deposits)) if deposits else deposits)
    securities = [one for one in groups(at, "guarantees") if text(one, "type").words in _TO_BID]
    security = build(group(securities[0], "value"), **_amount(securities[0])) if len(securities) == 1 else NOTHING
    fees = [one for one in groups(at, "participationFees") if _is_fee_to_bid(one)]
    fee = build(group(fees[0], "value"), **_amount(fees[0])) if len(fees) == 1 else NOTHING
    terms = listed(clauses)
    others = text(group(at, "subcontractingTerms"), "description")
    where = terms.path or fee.path or security.path or others.path
    return build(Told({}, where), clauses=terms, participation_fee=fee, bid_security=security, subcontracting=others)


def _is_fee_to_bid(fee: Told) -> bool:
    kinds = (
        {text(fee, "type").words}
        if isinstance(fee.get("type").value, str)
        else {one.words for one in fee.get("type").all}
    )
    return bool(kinds & {"document", "submission"})


def _amount(holder: Told) -> dict[str, Told]:
    value = group(holder, "value")
    return {"amount": text(value, "amount"), "currency": text(value, "currency")}


def _amendments(at: Told) -> Told:
    found = [_amendment(one) for one in groups(at, "amendments")]
    if not found and at.get("amendment"):
        found = [_amendment(group(at, "amendment"))]  # OCDS 1.0 knows one amendment only
    return listed(found, at.get("amendments"))


def _amendment(at: Told) -> Told:
    changes, described = groups(at, "changes"), groups(at, "unstructuredChanges")
    old = new = NOTHING
    if len(changes) == 1 and not described:
        # Portals write both spellings; a former value that is itself a group has no home.
        former = changes[0].get("former_value") or changes[0].get("formerValue")
        old = former if former.words else NOTHING
    elif len(described) == 1 and not changes:
        old, new = (_said(group(described[0], name)) for name in ("oldValue", "newValue"))
    return build(
        at,
        id=text(at, "id"),
        date=text(at, "date"),
        text=first(text(at, "description"), text(at, "rationale")),
        changes=listed((_model_name(text(one, "property")) for one in changes), at.get("changes")),
        from_=old,
        to=new,
    )


def _said(value: Told) -> Told:
    return first(text(value, "date"), text(value, "text"))


def _model_name(field: Told) -> Told:
    """Return the name of a changed field as the model writes it: `tender_period.end_date`."""
    words = field.words.strip("/").replace("/", ".").removeprefix("tender.")
    snake = "".join("_" + one.lower() if one.isascii() and one.isupper() else one for one in words)
    return constant(snake.replace("._", ".").lstrip("_"), field) if field else field


def _document(at: Told) -> Told:
    return build(
        at,
        id=text(at, "id"),
        title=text(at, "title"),
        kind=text(at, "documentType"),
        available_at=text(at, "datePublished"),
    )
