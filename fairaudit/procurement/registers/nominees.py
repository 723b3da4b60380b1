"""Whether somebody holds a share for another: by how a register puts the words nominee and beneficial."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fairaudit.analysis.names import words

_CLAUSES = re.compile(r"[;,()\[\]|]|\bbut\b|\band\b")
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
_NEAR = 3
"""Words before another one that may deny it, or say whose it is."""


def holds_for_another(role: str) -> bool:
    """Whether a register says of what somebody holds that they hold it for somebody else.

    A nominee's post is their own, and who holds through a nominee, or by one, is who it is held for. `Not a nominee` denies it,
    and `no beneficial interest` does not say that the interest is theirs.
    """
    clauses = [said for one in _CLAUSES.split(role.casefold().replace("non-", "non ")) if (said := words(one))]
    if any(_is_theirs(one, at) for one in clauses for at in range(len(one))):
        return False
    return any(word in _NOMINEES and _is_nominee(one, at) for one in clauses for at, word in enumerate(one))


def _is_theirs(said: Sequence[str], at: int) -> bool:
    """Whether a word says of somebody that they are the beneficial owner, or have a post of their own."""
    before, after = said[max(at - _NEAR, 0) : at], said[at + 1 :]
    if _NOT & set(before) or _FOR & set(before):
        return False
    if said[at] in _POSTS:
        return True
    elsewhere = _ELSEWHERE & set(after) and not _NOMINEES & set(after)
    return said[at] in _INTERESTS and not elsewhere


def _is_nominee(said: Sequence[str], at: int) -> bool:
    before, after = said[:at], said[at + 1 :]
    # `Non-beneficial nominee`: what is denied is the interest.
    interest = max((place + 1 for place, one in enumerate(before) if one in _INTERESTS), default=0)
    denied = _NOT & set(before[max(at - _NEAR, interest) :])
    if denied or (len(after) == 1 and after[0] in _ANSWERED_NO):
        return False
    if any((one.startswith("appoint") and one != "appointed") or one == "uses" for one in before[-_NEAR:]):
        return False
    through = next((place for place in range(at - 1, -1, -1) if said[place] in _THROUGH), None)
    if through is not None and not ("as" in said[through:at] and _THEMSELVES & set(said[through:at])):
        return False
    return not _is_by_another(after)


def _is_by_another(after: Sequence[str]) -> bool:
    """Whether what stands behind a nominee says who that is: `as nominee by Moss Ltd`, and not `by declaration of trust`."""
    if "by" not in after[:2]:
        return False
    behind = [one for one in after[after.index("by") + 1 :] if one not in _LEAVES]
    return not (behind and behind[0] in _DEEDS)
