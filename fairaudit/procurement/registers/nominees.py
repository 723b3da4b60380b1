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
_NEAR = 3
"""Words before another one that may deny it, or say whose it is."""


def holds_for_another(role: str, since: date | None = None) -> bool:
    """Whether a register says of what somebody holds that they hold it for somebody else.

    A nominee's post is their own, and who holds through a nominee, or by one, is who it is held for. `Not a nominee` denies it,
    and `no beneficial interest` does not say that the interest is theirs. A nominee until before the day `since` is none.
    """
    clauses = [said for one in _CLAUSES.split(role.casefold().replace("non-", "non ")) if (said := words(one))]
    if any(_is_theirs(one, at) for one in clauses for at in range(len(one))):
        return False
    nominees = [(one, at) for one in clauses for at, word in enumerate(one) if word in _NOMINEES]
    return any(_is_nominee(one, at) and not _is_over(one[at + 1 :], since) for one, at in nominees)


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
    if denied or (len(after) == 1 and after[0] in _ANSWERED_NO):
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
