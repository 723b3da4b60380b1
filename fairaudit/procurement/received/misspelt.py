"""Recipients whom nobody known is called by, where they stand, and whom they may mean.

Nothing is decided by it: a bidder that such a word may mean is neither reached nor left out, and this says by which word.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from fairaudit.analysis.nearest import nearest
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.kinds import means_everybody
from fairaudit.procurement.model.node import Part, text_of
from fairaudit.procurement.persons.faces import perhaps_by_person
from fairaudit.procurement.received.recipients import (
    Told,
    close_to,
    is_a_way,
    is_misspelt,
    known_ids,
    maybe,
    meant,
    told_of,
)
from fairaudit.sources.document import Path, Unreadable

_LISTS = ("recipients", "bidders", "participants")
_MOST = 20
"""How many words are listed; a list of strangers says no more with more of them."""
_NOBODY = "nobody known is called so, and `complete` says that these are all parties; it stands as it is written"

_JOINED = (
    "several parties stand here as one name, which is nobody's; write semicolons between them in a cell of a table, and each "
    "for itself in a list"
)


class Slip(Frozen):
    """A word of a list of recipients that is one letter from what a party is called: its first place, and the party."""

    text: str
    path: Path
    party: str


def who_may_be(case: Case, bidder: str, found: Told | None = None) -> tuple[str, tuple[str, ...]]:
    """Return why it cannot be said whether a bidder was reached: by which word, and where; and what would say it."""
    key = meant(case, bidder)
    party = case.party(key)
    name = case.party_name(key)
    text = next((one for one in sorted(found.keys) if _may_mean(case, one, bidder)), None) if found else None
    path = case.once(_places).get(text) if text else None
    if text is None or path is None:
        reason = f"whether the recipients named include {name} is not known: write the ids of parties"
        return reason, (text_of((*party.path, "name")) if party and not party.name else "parties",)
    slip = is_misspelt(case, text, key)
    ending = f"did you mean {_called(case, key)}?" if slip else f"it may be {name}: write the id of the party"
    ending = "if it stands for all bidders, write `all`; else the ids of parties" if is_a_way(text) else ending
    at = text_of(path)
    named = [text_of((*party.path, "name"))] if party and not party.name else []
    return f"{at} says `{text}`, which is nobody known here; {ending}", (at, *named)


def _called(case: Case, key: str) -> str:
    name = case.party_name(key)
    return f"`{key}`" if name == key else f"`{key}` ({name})"


def _may_mean(case: Case, text: str, bidder: str) -> bool:
    return text not in known_ids(case) and maybe(case, told_of(case, (text,)), bidder)


def slips(case: Case) -> tuple[Unreadable, ...]:
    """Return the recipients that are a letter off what one party is called, as values that were not understood.

    So are several parties that stand as one with commas between; and where the parties are said to be all there are, those that
    no party is called at all.
    """
    near = tuple(
        Unreadable(one.path, one.text, f"nobody known is called so; did you mean {_called(case, one.party)}?")
        for one in islice(_slips(case), _MOST)
    )
    told, places = {one.text for one in near}, case.once(_places)
    joined = tuple(Unreadable(places[one], one, _JOINED) for one in places if one not in told and _is_joined(case, one))
    near, told = near + joined[: _MOST - len(near)], told | {one.text for one in joined}
    others = (one for one in places if one in nobodys(case) and one not in told)
    return near + tuple(Unreadable(places[one], one, _NOBODY) for one in islice(others, _MOST - len(near)))


def _is_joined(case: Case, text: str) -> bool:
    """Whether a text is nobody's name and holds several with commas between, each that of a known party: `Alder, Birch`."""
    ids = known_ids(case)
    if "," not in text or meant(case, text) in ids:
        return False
    parts = [one.strip() for one in text.split(",") if one.strip()]
    return len(parts) > 1 and all(meant(case, one) in ids for one in parts)


def nobodys(case: Case) -> frozenset[str]:
    """Return the recipients that nobody is called where the case says that its parties are all there are."""
    return case.once(_nobodys)


def _nobodys(case: Case) -> frozenset[str]:
    if not case.holds_all("parties"):
        return frozenset()
    buyer = case.tender.buyer
    own = {buyer.id, buyer.name} if buyer else set()
    own |= {called for one in case.people for called in (one.id, one.name)}
    return frozenset(
        one
        for one in case.once(_places)
        if one not in own
        and not (means_everybody(one) or is_a_way(one) or perhaps_by_person(case, one))
        and meant(case, one) not in known_ids(case)
        and not told_of(case, (one,)).strangers.perhaps
    )


def _slips(case: Case) -> Iterator[Slip]:
    ids = known_ids(case)
    for text, path in case.once(_places).items():
        if text in ids or means_everybody(text) or meant(case, text) in ids:
            continue
        likely = [one for one in sorted(close_to(case, text)) if is_misspelt(case, text, one)]
        party = likely[0] if len(likely) == 1 else nearest(text, likely)
        if party is not None:
            yield Slip(text, path, party)


def _places(case: Case) -> dict[str, Path]:
    """Return where each word of all lists of recipients stands first."""
    found: dict[str, Path] = {}
    tender = case.tender
    records: tuple[Part, ...] = (
        *(tender.documents or ()), *(tender.disclosures or ()), *(tender.amendments or ()), *(tender.site_visits or ()),
        *(tender.market_engagement or ()), *(tender.notices or ()), *case.enquiries, *case.events,
    )  # fmt: skip
    for record in records:
        for name in _LISTS:
            for index, one in enumerate(getattr(record, name, None) or ()):
                if one not in found:
                    found[one] = (*record.path, name, index)
        for name in ("bidder", "asked_by"):
            if isinstance(one := getattr(record, name, None), str):
                found.setdefault(one, (*record.path, name))
    return found
