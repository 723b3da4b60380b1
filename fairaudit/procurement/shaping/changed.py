"""What a change of the documents says it changed: fields of the tender, in the words people use for them."""

from __future__ import annotations

import re

from fairaudit.procurement.model.kinds import unknown_kind
from fairaudit.procurement.model.scalars import read_text
from fairaudit.procurement.model.shape import fields_of
from fairaudit.procurement.model.tender import Tender

_DEADLINE = "tender_period.end_date"
_CHANGES = {
    **dict.fromkeys(("deadline", "closing date", "closing time", "submission deadline", "bid deadline"), _DEADLINE),
    **dict.fromkeys(("tender deadline", "deadline for bids", "deadline for tenders", "end date"), _DEADLINE),
    "specifications": "specification",
    "requirements": "selection_criteria",
    "weights": "award_criteria",
    "weighting": "award_criteria",
    "scoring": "award_criteria",
    "contract terms": "terms",
    "opening": "submission",
}
# What an amendment may change beside the tender's own fields.
_ELSEWHERE = frozenset({"criteria", "items", "awards", "bids", "contracts", "parties", "planning", "other", "tender"})


def read_changed(value: object) -> str:
    """Return the path an amendment changed as the model writes it: `tenderPeriod.endDate` and `deadline` are one field."""
    text = read_text(value).strip()
    plain = " ".join(text.lower().replace("_", " ").replace("-", " ").split())
    if plain in _CHANGES:
        return _CHANGES[plain]
    path = re.sub(r"(?<=[a-z0-9])([A-Z])(?=[^\[\]]*(?:\[|$))", lambda match: "_" + match[1].lower(), text)
    head = re.split(r"[.\[]", path.removeprefix("tender."))[0].strip().replace(" ", "_").lower()
    fields = {*fields_of(Tender), *_ELSEWHERE}
    if head in fields or head.startswith("x_"):
        return path
    known = {one: one for one in sorted(fields)} | _CHANGES
    raise ValueError(unknown_kind("changed field", text, head, known))
