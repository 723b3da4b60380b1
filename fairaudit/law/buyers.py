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
    (
        SUB_CENTRAL,
        r"sub[- ]?central|local[- ]authorit|council|combined[- ]authorit|universit|school|academy|police|fire",
    ),
    (CENTRAL, r"central|ministry|department"),
)
# Who may be a relevant authority under the Provider Selection Regime (SI 2023/1348 reg 3 with s.12ZB NHS Act 2006).
_HEALTH = re.compile(
    r"\bicb\b|integrated[- ]care|nhs|foundation[- ]trust|local[- ]authorit|council|combined[- ]authorit", re.IGNORECASE
)
_NOT_HEALTH = re.compile(r"school|universit|academy|central|ministry|department|utilit|police|fire", re.IGNORECASE)


def buyer_class(case: Case) -> str | None:
    """Return `central government`, `sub-central`, `utility` or `private utility`, `None` where that is not known."""
    kind = case.tender.buyer.kind if case.tender.buyer else None
    for name, words in _CLASSES if kind else ():
        if re.search(words, kind or "", re.IGNORECASE):
            return name
    return None


def may_buy_health_services(case: Case) -> bool | None:
    """Whether a buyer may be a relevant authority of the Provider Selection Regime; `None` where its kind is not known."""
    kind = case.tender.buyer.kind if case.tender.buyer else None
    if kind is None:
        return None
    if _HEALTH.search(kind):
        return True
    return False if _NOT_HEALTH.search(kind) else None


def country_of(case: Case) -> str | None:
    """Return the code of the buyer's country, such as `GB-ENG` or `DE`, in capitals."""
    country = case.tender.buyer.country if case.tender.buyer else None
    return country.strip().upper() if country else None
