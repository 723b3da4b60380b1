"""What criteria are called, in a redacted report: no label stands there for a word that is somebody's name as well.

Criteria are public. `P ([Person k4t])` beside `type: price` would tell everybody what the label stands for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fairaudit.analysis.replacing import Names, word_keys
from fairaudit.engine.findings import CUT
from fairaudit.engine.redaction.ordinarywords import EVERYDAY
from fairaudit.engine.redaction.unlisted import criteria_of
from fairaudit.engine.redaction.withholding import WITHHELD
from fairaudit.procurement.case import Case

_KINDS = frozenset(
    """
    price prices pricing cost costs quality value money technical delivery social environmental environment sustainability
    carbon experience method methods methodology staff staffing team programme timetable risk risks safety security innovation
    rate rates time warranty service services care support design capacity
    """.split()
)
"""What criteria are commonly called by; common knowledge, no list of others."""
_WORD = re.compile(r"[^\W\d_]+")
_LABEL = re.compile(r"\[[^\[\]]*\]")
_KEPT = re.compile("\ue002(\\d+)\ue003")


def shown_of_criteria(case: Case, names: Names, plain: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each way in which a report writes the name of a criterion that has a word of somebody's name, and what is shown.

    Words in small letters that are `plain` stay, and the kind of the criterion does; for any other there is the mark.
    """
    own = {name for ones in (case.people, case.parties) for one in ones for name in (one.id, one.name)}
    own |= {one.id for one in case.bids}
    for one in criteria_of(case):
        called = one.name or one.id
        if not called or CUT in called:
            continue
        said = _shown(called, names, plain | EVERYDAY, _KINDS | frozenset(word_keys(one.type or "")))
        if said is None:
            continue
        if called not in own:
            yield called, said
            yield f"name: {called}", f"name: {said}"
            yield f'"name": "{called}"', f'"name": "{said}"'
        if one.name and one.id:
            yield f"{one.id} ({called})", f"{_LABEL.sub(WITHHELD, names.replaced(one.id))} ({said})"


def _shown(called: str, names: Names, plain: frozenset[str], kinds: frozenset[str]) -> str | None:
    """Return what is shown of a name, `None` where nothing in it is replaced, or all of it by a label of its own."""
    said = names.replaced(called)
    if said == called or said.startswith("[Criterion "):
        return None
    found = list(_WORD.finditer(called))
    kept = [
        at
        for at, match in enumerate(found)
        if ((match[0].islower() and match[0] in plain) or match[0].lower() in kinds) and not _within(found, at, names)
    ]
    for at in reversed(kept):
        start, end = found[at].span()
        called = f"{called[:start]}\ue002{at}\ue003{called[end:]}"
    hidden = _LABEL.sub(WITHHELD, names.replaced(called))
    return _KEPT.sub(lambda match: found[int(match[1])][0], hidden)


def _within(found: list[re.Match[str]], at: int, names: Names) -> bool:
    """Whether a word is of a name of several words that stands there whole."""
    around = (found[max(at - 1, 0) : at + 1], found[at : at + 2])
    return any(len(pair) > 1 and names.knows(" ".join(one[0] for one in pair)) for pair in around)
