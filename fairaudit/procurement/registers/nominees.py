"""Whether somebody holds a share for another: by how a register puts the words nominee and beneficial."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from fairaudit.analysis.names import words
from fairaudit.analysis.names.legalforms import PLAINLY

_CLAUSES = re.compile(r"[;,()\[\]|]|\.(?=\s)|\bbut\b|\band\b")
_NOMINEES = frozenset({"nominee", "nominees"})
_NOT = frozenset({"no", "not", "non", "never", "without", "nor", "neither", "otherwise"})
_ANSWERED_NO = frozenset({"no", "none", "false"})
_INTERESTS = frozenset({"beneficial", "beneficially"})
_THROUGH = frozenset({"by", "through", "via", "from", "with"})
_THEMSELVES = frozenset({"her", "him", "them", "holder", "owner", "member", "shareholder"})
_DEEDS = frozenset({"declaration", "deed", "virtue", "agreement", "contract", "trust", "order", "law", "arrangement"})
_LEAVES = frozenset({"under", "a", "an", "the", "written", "way", "of"})
_FOR = frozenset({"for", "of", "behalf", "to"})
_ELSEWHERE = frozenset({"belongs", "belonging", "vested", "by", "with", "is"})
_POSTS = frozenset({"director", "secretary"})
_PAST = frozenset({"former", "formerly", "previously", "once", "past"})
_UNTIL = frozenset({"until", "till"})
_WHOSE = frozenset({"a", "an", "the", "his", "her", "their", "its", "of"})
_OF_A_NOMINEE = frozenset({"account", "name"})
_OF_A_PARTNERSHIP = frozenset({"member", "members"})
_CHOSEN = frozenset({"appointed", "nominated", "named", "designated", "chosen", "instructed", "engaged"})
_HELD = frozenset({
    "holder", "holders", "holding", "holdings", "holds", "held", "owner", "owners", "owned", "ownership", "member", "members",
    "shareholder", "shareholders", "shareholding", "share", "shares", "stock", "interest", "interests", "entitlement",
})  # fmt: skip
_PLAIN = _HELD | _FOR | _THROUGH | _THEMSELVES | _UNTIL | _NOMINEES | _WHOSE | _LEAVES | {
    "and", "or", "as", "at", "in", "on", "only", "since", "voting", "rights", "right", "control", "over", "more", "less", "than",
    "individual", "person", "natural", "direct", "directly", "indirect", "indirectly", "ultimate", "who", "she", "he", "they",
    "themselves", "herself", "himself", "registered", "yes", "true", "psc", "capital", "equity", "ordinary", "class",
}  # fmt: skip
"""Words behind `beneficial owner`, or a nominee, with which no name begins."""
_NO_ANSWER = re.compile(
    r"\bnominees?(?P<of>(?:\s\w+){0,2}?)(?:\s*[:=?(\u2013-]+\s*(?:no|none|nil|n/?a?|false|not applicable)|\sn)"
    r"(?=\s*(?:[).;,|\]]|$))"
)
"""`Nominee (no)`, `nominee holder: none`: a field that is answered."""
_LED_TO = frozenset(
    {"held", "as", "a", "an", "the", "be", "been", "to", "is", "was", "by", "her", "him", "them", "acting"}
)
"""Words between a denial, or an end, and the nominee: `not held as a nominee`, `ceased to be a nominee`."""
_CEASED = frozenset({"ceased", "stopped", "quit"})
_AGREED = frozenset(
    {"agreement", "agreements", "arrangement", "arrangements", "status", "role", "appointment", "contract"}
)
_ENDED = frozenset({"ended", "terminated", "ceased", "expired", "cancelled", "revoked", "over", "dissolved"})
_OWN = frozenset({"her", "his", "their", "its"})
_NEAR = 3
"""Words before another one that may deny it, or say whose it is."""


def holds_for_another(role: str, since: date | None = None) -> bool:
    """Whether a register says of what somebody holds that they hold it for somebody else.

    A nominee's post is their own, and who holds through a nominee, or by one, is who it is held for. `Not a nominee` denies it,
    and `no beneficial interest` does not say that the interest is theirs. A nominee until before the day `since` is none.
    """
    return any(not _is_unclear(one, at) for one, at in _nominees(role, since))


def may_hold_for_another(role: str, since: date | None = None) -> bool:
    """Whether a register speaks of a nominee and leaves open who it is: `a nominee holds the legal title`.

    It may be who is entered, or somebody who holds for them.
    """
    found = _nominees(role, since)
    return bool(found) and all(_is_unclear(one, at) for one, at in found)


def _nominees(role: str, since: date | None) -> list[tuple[Sequence[str], int]]:
    """Return where a register speaks of a nominee who may be whom it enters: the words of a clause, and the place in it."""
    said = _NO_ANSWER.sub(r"no nominee\g<of>", role.casefold().replace("non-", "non "))
    clauses = [told for one in _CLAUSES.split(said) if (told := words(one))]
    if any(_is_theirs(one, at) for one in clauses for at in range(len(one))):
        return []
    nominees = [(one, at) for one in clauses for at, word in enumerate(one) if word in _NOMINEES]
    return [(one, at) for one, at in nominees if _is_nominee(one, at) and not _is_over(one[at + 1 :], since)]


def _is_unclear(said: Sequence[str], at: int) -> bool:
    """Whether a nominee may be somebody else who holds for whom a register enters."""
    before, after = said[:at], said[at + 1 :]
    leads = [one for one in before[-2:] if one not in ("a", "an", "the")]
    named = not before and bool(after) and after[0] not in _PLAIN and bool(_NOMINEES & set(after))
    holds = after[:1] == ("holds",) and (bool(before) or after[1:2] != ("for",) or bool(_THEMSELVES & set(after[2:3])))
    return named or holds or leads[-1:] == ["to"]


def _is_denied(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether somebody is no nominee, or no more: `not held as a nominee`, `nominee agreement ended 2019`."""
    rest = list(before)
    while rest and rest[-1] in _LED_TO:
        rest.pop()
    if rest and rest[-1] in _NOT | _PAST | _CEASED:
        return True
    was = "was" in before[len(rest) :] and bool(_UNTIL & set(after))
    return was or (bool(_AGREED & set(after[:1])) and bool(_ENDED & set(after)))


def _is_theirs(said: Sequence[str], at: int) -> bool:
    """Whether a word says of somebody that they are the beneficial owner, or have a post of their own."""
    before, after = said[max(at - _NEAR, 0) : at], said[at + 1 :]
    if _NOT & set(before) or _FOR & set(before):
        return False
    if said[at] in _POSTS:
        return True
    elsewhere = _ELSEWHERE & set(after) and not _NOMINEES & set(after)
    return said[at] in _INTERESTS and not elsewhere and "who" not in before and not _is_named(after)


def _is_named(after: Sequence[str]) -> bool:
    """Whether somebody's name stands behind `beneficial`: `owner Otto Moss` is another, `owner of shares` is not."""
    held, name = (*after, "", "")[:2]
    return held in _HELD and bool(name) and name not in _PLAIN and not name[0].isdigit()


def _is_nominee(said: Sequence[str], at: int) -> bool:
    before, after = said[:at], said[at + 1 :]
    # `Non-beneficial nominee`: what is denied is the interest.
    interest = max((place + 1 for place, one in enumerate(before) if one in _INTERESTS), default=0)
    denied = (_NOT | _PAST) & set(before[max(at - _NEAR, interest) :])
    if denied or _is_denied(before[interest:], after) or (len(after) == 1 and after[0] in _ANSWERED_NO):
        return False
    if _OWN & set(before[-1:]) and after[:1] in (("holds",), ("is",)):
        return False
    if _is_a_firm(after) or _is_in_the_name(before) or (after and after[0] in _OF_A_NOMINEE):
        return False
    if any((one.startswith("appoint") and one != "appointed") or one == "uses" for one in before[-_NEAR:]):
        return False
    through = next((place for place in range(at - 1, -1, -1) if said[place] in _THROUGH), None)
    if through is not None and not ("as" in said[through:at] and _THEMSELVES & set(said[through:at])):
        return False
    return not _is_by_another(after)


def _is_a_firm(after: Sequence[str]) -> bool:
    """Whether a nominee is a firm that is named: `Kestrel Nominees Ltd`, `nominee: Moss Ltd`, and not `nominee of Moss Ltd`."""
    stop = next((place for place, one in enumerate(after) if one in _PLAIN or one in _CHOSEN), len(after))
    # `Nominee LLP member` is what somebody is.
    place = set(after[stop : stop + 1]) & _OF_A_PARTNERSHIP
    return not place and not PLAINLY.isdisjoint(after[:stop])


def _is_in_the_name(before: Sequence[str]) -> bool:
    """Whether something stands in the name of a nominee: `registered in the name of her nominee`."""
    return bool(before) and before[-1] in _WHOSE and "name" in before[-_NEAR:]


def _is_over(after: Sequence[str], since: date | None) -> bool:
    """Whether the year until which somebody was a nominee is not after the one in which what they hold now began."""
    until = [behind for one, behind in pairwise(after) if one in _UNTIL]
    years = [int(one) for one in until if len(one) == len("2026") and one.isdecimal()]
    return since is not None and any(year <= since.year for year in years)


def _is_by_another(after: Sequence[str]) -> bool:
    """Whether what stands behind a nominee says who that is: `as nominee by Moss Ltd`, and not `by declaration of trust`."""
    if "by" not in after[:2] or _CHOSEN & set(after[:1]):
        return False
    behind = [one for one in after[after.index("by") + 1 :] if one not in _LEAVES]
    return not (behind and behind[0] in _DEEDS)
