"""What a notice is, whatever it is called: `UK4`, `tender notice` and `contract-notice` announce the same thing.

One word stands for one step of a procurement in every regime; a regime's own name for it is another spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.tender import Notice

KINDS = {
    "pipeline": "uk1 pipeline-notice",
    "market-engagement": "uk2 preliminary-market-engagement preliminary-market-engagement-notice market-engagement-notice",
    "planned-procurement": "uk3 planned-procurement-notice planned prior-information prior-information-notice pin"
    " notice-of-planned-procurement periodic-indicative-notice",
    "tender": "uk4 tender-notice contract-notice notice-of-intended-procurement invitation-to-tender"
    " below-threshold-tender-notice psr-competitive-tender notice-inviting-offers competitive-process-notice"
    " request-for-bids specific-procurement-notice",
    "transparency": "uk5 transparency-notice voluntary-transparency veat voluntary-ex-ante-transparency-notice veat-notice",
    "contract-award": "uk6 contract-award-notice award-notice award psr-award-notice confirmation-of-award"
    " psr-confirmation-of-award contract-award-notice-psr",
    "contract-details": "uk7 contract-details-notice",
    "contract-payment": "uk8 contract-payment-notice",
    "contract-performance": "uk9 contract-performance-notice",
    "contract-change": "uk10 contract-change-notice modification modification-notice contract-modification"
    " psr-modification-notice",
    "contract-termination": "uk11 contract-termination-notice termination",
    "procurement-termination": "uk12 procurement-termination-notice psr-abandonment-notice abandonment"
    " abandonment-notice cancellation tender-cancellation",
    "dynamic-market": "dynamic-market-notice",
    "dynamic-market-intention": "uk13 dynamic-market-intention-notice notice-of-intention-to-establish-a-dynamic-market",
    "dynamic-market-establishment": "uk14 dynamic-market-establishment-notice notice-of-establishment-of-a-dynamic-market",
    "dynamic-market-modification": "uk15 dynamic-market-modification-notice notice-of-modification-of-a-dynamic-market",
    "dynamic-market-cessation": "uk16 dynamic-market-cessation-notice notice-of-cessation-of-a-dynamic-market",
    "payments-compliance": "uk17 payments-compliance-notice",
    "intention-to-award": "psr-intention-to-award intention-to-award-notice psr-intention-to-award-notice"
    " notification-of-intention-to-award notice-of-intention-to-award",
    "intention-to-follow": "psr-intention-to-follow intention-to-follow-notice most-suitable-provider-notice"
    " psr-intention-to-follow-the-most-suitable-provider-process intention-to-follow-msp",
    "urgent-award": "psr-urgent-award psr-urgent-award-notice urgent-award-notice",
    "urgent-modification": "psr-urgent-modification psr-urgent-modification-notice urgent-modification-notice",
    "framework-invitation": "mini-competition-invitation invitation-under-a-framework invitation-to-submit-an-offer"
    " further-competition",
    "standstill-letter": "standstill-notice notice-of-decision award-decision-notice letter-of-decision"
    " letter-to-unsuccessful-provider communication-to-unsuccessful-provider"
    " award-letter alcatel-letter notice-to-tenderers regulation-86-notice",
}  # fmt: skip
_BY_WORD = {word: kind for kind, more in KINDS.items() for word in (kind, *more.split())}


_CODE = late_pattern(r"uk[0-9]{1,2}")
# Names that say more than the kind, in the order in which they are tried: the rarer words decide before the common ones.
_TOLD = (
    ("intention-to-follow", "intention most suitable provider", "intend most suitable provider"),
    ("urgent-modification", "urgent modification"),
    ("urgent-award", "urgent award"),
    ("intention-to-award", "intention award", "intend award"),
    ("dynamic-market-intention", "intention dynamic market"),
    ("transparency", "transparency", "ex ante"),
    ("market-engagement", "market engagement"),
    ("planned-procurement", "planned procurement", "prior information"),
    ("contract-details", "contract details"),
    ("contract-change", "contract change", "contract modification"),
    ("contract-performance", "contract performance"),
    ("contract-payment", "contract payment"),
    ("procurement-termination", "procurement termination", "abandonment"),
    ("contract-termination", "contract termination"),
    ("contract-award", "confirmation award", "contract award"),
    ("tender", "tender notice", "contract notice", "notice tender"),
)  # fmt: skip
_OTHER_TURN = frozenset(
    {"not", "no", "without", "withdrawal", "withdrawn", "correction", "corrigendum", "change", "amendment"}
)


@lru_cache(maxsize=1024)
def notice_kind(text: str | None) -> str | None:
    """Return which step a notice announces, `None` where its kind is none that is known.

    A full name is known by its telling words: “Notice of intention to make an award to the existing provider”.
    """
    words = re.findall(r"[a-z0-9]+", (text or "").lower())
    word = "-".join(words)
    if word in _BY_WORD:
        return _BY_WORD[word]
    codes = {one for one in words if _CODE.fullmatch(one)}
    if codes:
        return _BY_WORD.get(codes.pop()) if len(codes) == 1 else None
    told = set(words)
    if "notice" not in told and "notification" not in told:
        return None
    for kind, *names in _TOLD:
        if any(told.issuperset(name.split()) for name in names):
            own = kind in ("contract-change", "urgent-modification")
            return None if told & _OTHER_TURN and not own else kind
    return None


def unknown_notices(case: Case) -> tuple[Notice, ...]:
    """Return the notices of which nobody can tell what they announce: each may be the one that seems to be missing."""
    return tuple(one for one in case.tender.notices or () if notice_kind(one.kind) is None)


def notices(case: Case, kind: str) -> Iterator[Notice]:
    """Yield the notices of a kind that a case lists."""
    for one in case.tender.notices or ():
        if notice_kind(one.kind) == kind:
            yield one
