"""The laws that notices name as their regulatory domain."""

from __future__ import annotations

from fairaudit.frozen import Frozen
from fairaudit.procurement.model.tender import Notice, Tender


class Domain(Frozen):
    """A notice's regulatory domain, its place among the notices, and the pack of the law it names (`None`: no law known here)."""

    place: int
    text: str
    pack: str | None


def domains_of(tender: Tender) -> tuple[Domain, ...]:
    """Return the regulatory domains that the notices of a tender give, in their order."""
    given = [(place, one.regulatory_domain) for place, one in enumerate(_notices(tender)) if one.regulatory_domain]
    if not given:
        return ()
    from fairaudit.sources.lawnames import pack_of_domain

    return tuple(Domain(place, text, pack_of_domain(text)) for place, text in given)


def _notices(tender: Tender) -> tuple[Notice, ...]:
    return tender.notices or ()
