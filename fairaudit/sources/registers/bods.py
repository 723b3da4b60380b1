"""Statements of the Beneficial Ownership Data Standard, versions 0.2, 0.3 and 0.4, in one shape.

Schemas: https://standard.openownership.org/en/0.2.0/schema/schema-browser.html, .../en/0.3.0/... and .../en/0.4.0/...
In 0.2 and 0.3 `statementType` says what a statement is, `describedByEntityStatement` whom it is about, and
`replacesStatements` what no longer counts. In 0.4 that is `recordType`, `recordId` and `recordStatus`, with the record under
`recordDetails`. Annotations and what is no part of who owns whom are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from fairaudit.frozen import Frozen
from fairaudit.sources.document import Fault, SourceError
from fairaudit.sources.registers.items import items_of
from fairaudit.sources.registers.streams import Stream

VERSIONS = ("0.2", "0.3", "0.4")
_TYPES: dict[str, Literal["person", "entity", "tie"]] = {
    "personStatement": "person", "entityStatement": "entity", "ownershipOrControlStatement": "tie",
    "person": "person", "entity": "entity", "relationship": "tie",
}  # fmt: skip
_UNSPECIFIED = {"person": "unspecifiedPersonDetails", "entity": "unspecifiedEntityDetails"}
_HOUR = re.compile(r"(?<=^\d{4}-\d\d-\d\d)T.*")
"""What some write behind a day of birth, and says nothing."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST = 400
_MOST = 12

Json = Mapping[str, object]


class Interest(Frozen):
    """What one holds or may do: the standard's word for it, the share in per cent as it is written, its dates and words."""

    kind: str
    share: str
    start: str | None
    end: str | None
    details: str = ""
    beneficial: bool | None = None
    """Whether it is said to be the interest of a beneficial owner."""


class Statement(Frozen):
    """One statement: of a person, of an entity, or of a tie between an interested party and a subject.

    `key` is what others refer to it by; `replaces` are keys that no longer count; `unspecified` says why a
    side, or a person, is not named.
    `day` is the day of the statement, `closed` whether the record has ended.
    """

    line: int
    kind: Literal["person", "entity", "tie"]
    key: str
    names: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    birth: str | None = None
    addresses: tuple[str, ...] = ()
    subject: str = ""
    party: str = ""
    interests: tuple[Interest, ...] = ()
    replaces: tuple[str, ...] = ()
    unspecified: str = ""
    day: str = ""
    closed: bool = False
    fresh: bool = False
    """Whether it is told as new, and not as another telling of a record that is known already."""
    own: str = ""
    """The statement's own id, where that is not its key."""


class Misread(Frozen):
    """A statement that says too little to be used: where it stands and why."""

    line: int
    reason: str


def statements(stream: Stream) -> Iterator[Statement | Misread]:
    """Yield the statements of a file; raises `SourceError` for a version that is not known and for broken JSON."""
    for line, item in items_of(stream):
        if not isinstance(item, dict):
            yield Misread(line, "is no statement: a group of fields should stand here")
            continue
        version = _version(stream, line, item)
        yield _of_records(line, item) if version == "0.4" else _of_statements(line, item)


def _version(stream: Stream, line: int, item: Json) -> str:
    said = _text(_group(item, "publicationDetails").get("bodsVersion"))
    if said is None:
        return "0.4" if "recordType" in item else "0.3"
    version = ".".join(said.split(".")[:2])
    if version not in VERSIONS:
        words = (
            f'is of version "{said[:20]}" of the Beneficial Ownership Data Standard; known are {", ".join(VERSIONS)}'
        )
        raise SourceError(Fault(stream.shown, line, 1, words))
    return version


def _of_statements(line: int, item: Json) -> Statement | Misread:
    """Read a statement of version 0.2 or 0.3."""
    kind, key = _TYPES.get(_text(item.get("statementType")) or ""), _text(item.get("statementID"))
    if kind is None or key is None:
        return Misread(line, "has no `statementType` that is known" if kind is None else "has no `statementID`")
    replaces = tuple(one for one in map(_text, _list(item, "replacesStatements")) if one)
    common = Statement(line, kind, key, replaces=replaces, day=_text(item.get("statementDate")) or "", fresh=True)
    if kind != "tie":
        return _described(common, item)
    party = _group(item, "interestedParty")
    person, entity = _text(party.get("describedByPersonStatement")), _text(party.get("describedByEntityStatement"))
    subject = _text(_group(item, "subject").get("describedByEntityStatement"))
    return _tied(common, item, subject or "", person or entity or "", _group(party, "unspecified"))


def _of_records(line: int, item: Json) -> Statement | Misread:
    """Read a statement of version 0.4, in which a record may be told anew; the latest telling counts."""
    kind = _TYPES.get(_text(item.get("recordType")) or "")
    key = _text(item.get("recordId"))
    if kind is None or key is None:
        return Misread(line, "has no `recordType` that is known" if kind is None else "has no `recordId`")
    details = _group(item, "recordDetails")
    closed, day = item.get("recordStatus") == "closed", _text(item.get("statementDate")) or ""
    fresh, own = item.get("recordStatus") in (None, "new"), _text(item.get("statementId")) or ""
    common = Statement(line, kind, key, day=day, closed=closed, fresh=fresh, own=own)
    if kind != "tie":
        return _described(common, details)
    subject, party = details.get("subject"), details.get("interestedParty")
    unspecified = next((one for one in (party, subject) if isinstance(one, dict)), {})
    return _tied(common, details, _text(subject) or "", _text(party) or "", unspecified)


def _described(common: Statement, item: Json) -> Statement:
    """Return a statement of a person or an entity, whose fields have one name in all versions."""
    names = [_text(item.get("name")), *map(_text, _list(item, "alternateNames"))]
    for one in _list(item, "names"):
        if isinstance(one, dict):
            family, given = _text(one.get("familyName")), _text(one.get("givenName"))
            names.append(_text(one.get("fullName")) or (f"{family}, {given}" if family and given else family))
    numbers = [
        (_text(one.get("scheme")) or _text(one.get("schemeName")), _text(one.get("id")))
        for one in _list(item, "identifiers")
        if isinstance(one, dict)
    ]
    places = [
        ", ".join(text for name in ("address", "postCode", "postalCode") if (text := _text(one.get(name))) is not None)
        for one in _list(item, "addresses")
        if isinstance(one, dict)
    ]
    return common._replace(
        names=tuple(dict.fromkeys(one for one in names if one)),
        identifiers=tuple((scheme, key) for scheme, key in numbers if scheme and key),
        birth=_HOUR.sub("", _text(item.get("birthDate")) or "") or None,
        addresses=tuple(one for one in places if one),
        unspecified=_text(_group(item, _UNSPECIFIED[common.kind]).get("reason")) or "",
    )


def _tied(common: Statement, item: Json, subject: str, party: str, unspecified: Json) -> Statement | Misread:
    if not subject:
        return Misread(common.line, f"the tie {common.key[:60]} names no `subject`")
    interests = tuple(_interest(one) for one in _list(item, "interests") if isinstance(one, dict))
    why = _text(unspecified.get("reason")) or ("unknown" if not party else "")
    return common._replace(
        subject=subject, party=party, interests=interests or (Interest("", "", None, None),), unspecified=why
    )


def _interest(one: Json) -> Interest:
    share = _group(one, "share")
    exact = _number(share.get("exact"))
    least = _number(share.get("minimum")) or _number(share.get("exclusiveMinimum"))
    most = _number(share.get("maximum")) or _number(share.get("exclusiveMaximum"))
    said = exact or (
        f"{least} to {most}" if least and most else f"{least} or more" if least else f"up to {most}" if most else ""
    )
    start, end = _text(one.get("startDate")), _text(one.get("endDate"))
    beneficial = one.get("beneficialOwnershipOrControl")
    own = beneficial if isinstance(beneficial, bool) else None
    return Interest(_text(one.get("type")) or "", said, start, end, _text(one.get("details")) or "", own)


def _number(value: object) -> str:
    text = _text(value) or ""
    return text if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,12})?", text) else ""


def _group(item: Json, name: str) -> Json:
    value = item.get(name)
    return value if isinstance(value, dict) else {}


def _list(item: Json, name: str) -> list[object]:
    value = item.get(name)
    return value[:_MOST] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    """Return a text of bearable length, `None` for anything else and for nothing."""
    if not isinstance(value, str):
        return None
    text = _SURROGATE.sub("", value).strip()
    return text[:_LONGEST] or None
