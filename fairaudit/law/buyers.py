"""What kind of body a buyer is, read from the words a case uses for it."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.procurement.case import Case

CENTRAL = "central government"
SUB_CENTRAL = "sub-central"
UTILITY = "utility"
PRIVATE_UTILITY = "private utility"

# Words beside the kind of a body that say nothing of its own: who controls it, and that it buys for others.
_BESIDE = late_pattern(
    r",?\s*\b(?:controlled|financed|funded|supervised|appointed) by\b.*|\bcentrali[sz]ed\b"
    r"|\bcentral (?:purchasing|procurement|buying)\b",
    re.IGNORECASE | re.DOTALL,
)
# NHS trusts, NHS foundation trusts, NHS England and the NHS Business Services Authority stand in the list of central
# government authorities (Procurement Regulations 2024, reg 44 and Sch 2). Integrated care boards are not named there.
_CLASSES = (
    (PRIVATE_UTILITY, r"private[- ]utility"),
    (UTILITY, r"utilit|public[- ]undertaking"),
    (CENTRAL, r"nhs[- ](?:foundation[- ])?trust|foundation[- ]trust|nhs[- ]england|business[- ]services[- ]authority"),
    (SUB_CENTRAL, r"\b(?:non|not)[- ]?(?:an? )?central|other than (?:an? )?central|decentral"),
    # What a ministry is for may be regions or local government; whose department it is, is said after that.
    (CENTRAL, r"(?<!regional )(?<!provincial )\bministry (?:of|for)\b"
              r"|\bdepartment (?:of|for)\b(?!.*(?:council|authorit|municipal|\bcounty|\bcity|\btown|universit|school))"),
    (SUB_CENTRAL, r"sub[- ]?central|local[- ](?:authorit|government)|council|combined[- ]authorit|universit|school|academy"
                  r"|police|fire|municipal|regional|provincial|\bcounty|\bcommune|governed by public law"),
    (CENTRAL, r"central[- ]?(?:government|authorit|contracting|state|administration|level|public|entit)|^\s*central\s*$"
              r"|ministry|department"),
)  # fmt: skip
# Who is a relevant authority under the Provider Selection Regime: s.12ZB(7) of the National Health Service Act 2006 names
# NHS England, integrated care boards, NHS trusts and foundation trusts, local authorities in England, combined authorities.
_HEALTH = late_pattern(
    r"\bicb\b|integrated[- ]care[- ]board|nhs[- ]england|nhs[- ]commissioning[- ]board|\bnhs[- ]trust|foundation[- ]trust"
    r"|combined[- ](?:county[- ])?authorit",
    re.IGNORECASE,
)
_LOCAL = late_pattern(r"local[- ]authorit|\bcouncil\b", re.IGNORECASE)
# What sounds like one of them and is none.
_LIKE_HEALTH = late_pattern(
    r"(?:parish|town|research|arts|british)[- ]council|health[- ]board|business[- ]services|blood[- ]and[- ]transplant",
    re.IGNORECASE,
)
_NOT_HEALTH = late_pattern(r"school|universit|academy|ministry|department|utilit|police|fire", re.IGNORECASE)


def buyer_class(case: Case) -> str | None:
    """Return `central government`, `sub-central`, `utility` or `private utility`, `None` where that is not known.

    A body that central government controls is not a part of it, and a central purchasing body may be anybody's.
    """
    kind = case.tender.buyer.kind if case.tender.buyer else None
    said = _BESIDE.sub(" ", kind or "")
    return next((name for name, words in _CLASSES if re.search(words, said, re.IGNORECASE)), None)


def may_buy_health_services(case: Case) -> bool | None:
    """Whether a buyer is a relevant authority of the Provider Selection Regime, by its full name and its kind.

    The name decides where it says what the body is: central and sub-central government take in trusts and councils alike.
    `None` where neither says it, or both contradict each other: a name that says nothing excludes nobody, and `nhs` alone
    is said of many bodies.
    """
    buyer = case.tender.buyer
    name, kind = (buyer.name or "", buyer.kind or "") if buyer else ("", "")
    for said in (name, kind):
        if _LIKE_HEALTH.search(said):
            return False
        if _HEALTH.search(said):
            return True
    other = bool(_NOT_HEALTH.search(kind))
    if _LOCAL.search(kind):
        return True
    if _LOCAL.search(name):
        return None if other or buyer_class(case) == CENTRAL else True
    return False if other else None


def country_of(case: Case) -> str | None:
    """Return the code of the buyer's country, such as `GB-ENG` or `DE`, in capitals."""
    country = case.tender.buyer.country if case.tender.buyer else None
    return country.strip().upper() if country else None
