"""What a release says of how prices become points: OCDS has no field for a formula, so that it is listed as not read.

Portals write it into fields of their own, into `weightingDescription` of eForms, or into words beside a code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fairaudit.sources.document import Path
from fairaudit.sources.ocds.told import NOTHING, Told, group, groups, text

_KEYS = re.compile(
    r"f[oóò]rmul|formel|weighting_?description|price_?(?:points|scor)|scoring_?(?:method|rule|function)", re.IGNORECASE
)
"""Names of fields that hold a formula, or how scores are worked out."""
_SAYS = re.compile(
    r"f[oóò]rmul|formel|[=÷×]|\bpoints?\b|\bscored?s?\b|\bP(?:min|max)\b|"
    r"\b(?:lowest|highest|mean|average) (?:price|bid|tender|offer)",
    re.IGNORECASE,
)
"""Words that may say how a price becomes points."""
_PRICED = ("price", "cost")
_DEEPEST = 4
REASON = (
    "may say how a price becomes points; formulas are not read from OCDS: give it in a case file beside this one, as `formula` "
    "of the award criterion for price"
)


def with_formulas(criteria: list[Told], tender: Told) -> list[Told]:
    """Return award criteria with what is said of a formula for them listed, where it stands with them or around them.

    What stands around some counts for those among them that are about price; where none is, it is listed by itself.
    """
    around = dict(_around(tender))
    found = [_with(one, around) for one in criteria]
    return [*found, *around.values()]


def noted_beside(code: Told, tender: Told) -> Told:
    """Return the code of an award method with the note that words beside it, which have no place, may hold a formula."""
    words = text(tender, "awardCriteriaDetails")
    if not code or not words or not _SAYS.search(words.words):
        return code
    return Told(code.value, code.path, words.unusable(REASON).note)


def formula_of(criterion: Told) -> Told:
    """Return the note that a criterion has a field of its own for a formula; nothing where it has none."""
    return next((one.unusable(REASON) for one in _fields(criterion, _DEEPEST)), NOTHING)


def _with(criterion: Told, around: dict[Path, Told]) -> Told:
    if not isinstance(criterion.value, dict) or criterion.get("formula").note:
        return criterion
    if criterion.get("type").words.lower() not in _PRICED:
        return criterion
    said = around.pop(criterion.path[:-2], NOTHING)
    return Told({**criterion.value, "formula": said}, criterion.path, criterion.note) if said.note else criterion


def _around(tender: Told) -> Iterator[tuple[Path, Told]]:
    """Yield what stands in a group of criteria, or with the lot or the tender that has it, by the path of the group."""
    for holder in (tender, *groups(tender, "lots"), *groups(tender, "lotGroups")):
        own = group(holder, "awardCriteria") if not holder.get("awardCriteria").words else NOTHING
        words = text(own, "description") if own else NOTHING
        said = [*_named(own), *([words] if _SAYS.search(words.words) else []), *_named(holder)]
        if said:
            yield own.path or holder.path, said[0].unusable(REASON)


def _named(holder: Told) -> Iterator[Told]:
    """Yield the fields of a group that are named after a formula; what they say nothing in is absent."""
    if isinstance(holder.value, dict):
        yield from (one for name, one in holder.value.items() if one and _KEYS.search(name))


def _fields(holder: Told, deep: int) -> Iterator[Told]:
    """Yield the fields of a criterion that are named after a formula, also in an extension's group within it."""
    yield from _named(holder)
    if deep and isinstance(holder.value, dict):
        for name, one in holder.value.items():
            if name != "numbers" and not _KEYS.search(name):
                yield from _fields(one, deep - 1)
