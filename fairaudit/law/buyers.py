"""What kind of body a buyer is, read from the words a case uses for it."""

from __future__ import annotations

import re

from fairaudit.procurement.case import Case

CENTRAL = "central government"
SUB_CENTRAL = "sub-central"
UTILITY = "utility"
PRIVATE_UTILITY = "private utility"

# NHS trusts, NHS foundation trusts, NHS England and the NHS Business Services Authority stand in the list of central
# government authorities (Procurement Regulations 2024, reg 44 and Sch 2). Integrated care boards are not named there.
_CLASSES = (
    (PRIVATE_UTILITY, r"private[- ]utility"),
    (UTILITY, r"utilit|public[- ]undertaking"),
    (CENTRAL, r"nhs[- ](?:foundation[- ])?trust|foundation[- ]trust|nhs[- ]england|business[- ]services[- ]authority"),
    (SUB_CENTRAL, r"sub[- ]?central|local[- ]authorit|council|combined[- ]authorit|universit|school|academy|police|fire"
                  r"|municipal|regional|\bcounty|\bcommune"),
    (CENTRAL, r"central|ministry|department"),
)  # fmt: skip
# Who is a relevant authority under the Provider Selection Regime: s.12ZB(7) of the National Health Service Act 2006 names
# NHS England, integrated care boards, NHS trusts and foundation trusts, local authorities in England, combined authorities.
_HEALTH = re.compile(
    r"\bicb\b|integrated[- ]care[- ]board|nhs[- ]england|nhs[- ]commissioning[- ]board|\bnhs[- ]trust|foundation[- ]trust"
    r"|local[- ]authorit|\bcouncil\b|combined[- ](?:county[- ])?authorit",
    re.IGNORECASE,
)
# What sounds like one of them and is none.
_LIKE_HEALTH = re.compile(
    r"(?:parish|town|research|arts)[- ]council|health[- ]board|business[- ]services", re.IGNORECASE
)
_NOT_HEALTH = re.compile(
    r"school|universit|academy|central|ministry|department|utilit|police|fire|blood[- ]and[- ]transplant", re.IGNORECASE
)


def buyer_class(case: Case) -> str | None:
    """Return `central government`, `sub-central`, `utility` or `private utility`, `None` where that is not known."""
    kind = case.tender.buyer.kind if case.tender.buyer else None
    for name, words in _CLASSES if kind else ():
        if re.search(words, kind or "", re.IGNORECASE):
            return name
    return None


def may_buy_health_services(case: Case) -> bool | None:
    """Whether a buyer is a relevant authority of the Provider Selection Regime, by its kind, else by its full name.

    `None` where neither says what it is: a name that says nothing excludes nobody, and `nhs` alone is said of many bodies.
    """
    buyer = case.tender.buyer
    kind = buyer.kind if buyer else None
    shown = kind or (buyer.name if buyer else None) or ""
    if _LIKE_HEALTH.search(shown):
        return False
    if _HEALTH.search(shown):
        return True
    return False if kind and _NOT_HEALTH.search(kind) else None


def country_of(case: Case) -> str | None:
    """Return the code of the buyer's country, such as `GB-ENG` or `DE`, in capitals."""
    country = case.tender.buyer.country if case.tender.buyer else None
    return country.strip().upper() if country else None
