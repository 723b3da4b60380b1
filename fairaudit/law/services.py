"""What is bought, by code, against the lists of services that laws keep. Codes match on all eight digits, never by prefix."""

from __future__ import annotations

import re

from fairaudit.frozen import Frozen
from fairaudit.law.tables import Code, codes
from fairaudit.procurement.case import Case

_CPV = re.compile(r"([0-9]{8})(?:-[0-9])?\Z")


class Service(Frozen):
    """A classification code of a case and the field it stands in."""

    code: str
    field: str


def services_of(case: Case) -> tuple[Service, ...]:
    """Return the CPV codes of a tender: its own, else those of its lots."""
    given = [(case.tender.classification, "tender.classification.id")]
    if case.tender.classification is None:
        given = [(one.classification, f"tender.lots[{index}].classification.id") for index, one in enumerate(case.lots)]
    found = []
    for one, field in given:
        scheme = (one.scheme or "CPV").upper() if one else ""
        match = _CPV.match(one.id.strip()) if one and one.id and scheme == "CPV" else None
        if match:
            found.append(Service(match[1], field))
    return tuple(found)


def listed(case: Case, pack: str, name: str) -> tuple[tuple[Service, Code | None], ...]:
    """Return the codes of a case, each with its entry in a list or `None`."""
    known = codes(pack, name)
    return tuple((one, known.get(one.code)) for one in services_of(case))
