"""People and bidders out of a report: every name, id and address becomes a stable label, in every string.

Labels are numbered in the order of the case, so the same input gives the same labels. Source lines of records are withheld
whole. What this cannot know is a person whom only a free text names: docs/design.md says so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from fairaudit.engine.report import CaseReport, Excerpt, Finding, Verdict
from fairaudit.procurement.case import Case
from fairaudit.procurement.common import Address
from fairaudit.procurement.node import Part

T = TypeVar("T")
WITHHELD = "[withheld]"
_WORDED = ("path", "file", "message", "facts", "related", "why", "fix", "ask", "waiver", "pointer")
_LEGAL = frozenset(
    ["ltd", "limited", "plc", "llp", "inc", "gmbh", "ag", "sa", "bv", "nv", "ab", "as", "oy", "aps", "cic", "holdings"]
)
# Words that many bodies have in their names; one of them alone names nobody, and blanking it would blank the report.
_COMMON = frozenset(
    ["trust", "board", "council", "authority", "company", "group", "service", "services", "health", "care", "eye", "clinic",
     "clinics", "hospital", "community", "national", "public", "local", "regional", "city", "county", "district", "systems",
     "partners", "partnership", "association", "foundation", "centre", "general", "optical", "medical", "university",
     "integrated", "department", "office", "solutions", "consulting", "software", "digital", "first", "north", "south", "east",
     "west", "united", "royal", "british", "european", "international", "global", "the", "and"]
)  # fmt: skip
_RECORDS = ("people", "declarations", "enquiries", "bids", "events", "evaluation", "parties", "representations")


class Redaction:
    """The labels of one case, and the one pattern that finds what they stand for."""

    def __init__(self, case: Case) -> None:
        self.labels: dict[str, str] = {}
        for number, person in enumerate(case.people, 1):
            self._add(f"Person {number}", person.id, person.name, person.email, *_words(person.name))
            self._add(f"Address of person {number}", *_addresses(person.addresses))
            self._add(f"Person {number}", *(one.id for one in person.identifiers or ()), person.birth_date)
            for tie in (*(person.employments or ()), *(person.interests or ())):
                self._add(f"Organisation tied to person {number}", tie.name, *_short_names(tie.name))
            for relative in person.relatives or ():
                self._add(f"Relative of person {number}", relative.name, *_words(relative.name))
        for number, party in enumerate(case.parties, 1):
            contact = party.contact_point
            own = (party.id, party.name, *(party.aliases or ()), *(one.id for one in party.identifiers or ()))
            self._add(f"Organisation {number}", *own, *(party.products or ()), party.bank_reference)
            for name in (party.name, *(party.aliases or ())):
                self._add(f"Organisation {number}", *_short_names(name))
            self._add(f"Address of organisation {number}", *_addresses(party.addresses))
            if contact and contact.email and "@" in contact.email:
                self._add(f"Domain of organisation {number}", contact.email.split("@", 1)[1])
            if contact:
                self._add(f"Contact of organisation {number}", contact.name, contact.email, contact.telephone)
                self._add(f"Contact of organisation {number}", *_words(contact.name))
            self._add(f"Owner of organisation {number}", *(one.name for one in party.owners or ()))
        for number, one in enumerate(case.tender.incumbents or (), 1):
            called = (one.party, one.name, *(one.aliases or ()), *(one.products or ()))
            self._add(f"Incumbent {number}", *called, *(short for name in called for short in _short_names(name)))
        for number, bid in enumerate(case.bids, 1):
            self._add(f"Bid {number}", bid.id)
        for number, name in enumerate(sorted(_unlisted(case) - set(self.labels)), 1):
            self._add(f"Unlisted {number}", name, *_words(name))
        names = sorted(self.labels, key=lambda one: (-len(one), one))
        words = "|".join(re.escape(one) for one in names)
        self.pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)" if names else r"(?!)")

    def _add(self, label: str, *names: str | None) -> None:
        for name in names:
            if name and name.strip():
                # Case matters, or the surname Price would blank every price; whole names are also shouted and whispered.
                for form in {
                    name.strip(),
                    *((name.strip().upper(), name.strip().lower()) if " " in name.strip() else ()),
                }:
                    self.labels.setdefault(form, label)

    def text(self, text: str) -> str:
        """Return a text with every known name replaced, longest names first."""
        return self.pattern.sub(lambda match: f"[{self.labels[match[0]]}]", text)

    def apply(self, value: T) -> T:
        """Return a report value with every string in it redacted."""
        if isinstance(value, str) and type(value) is str:
            return self.text(value)  # type: ignore[return-value]  # a str in, a str out
        if isinstance(value, Excerpt):
            return self._excerpt(value)  # type: ignore[return-value]
        if isinstance(value, tuple | list):
            return type(value)(self.apply(one) for one in value)
        if isinstance(value, dict):
            return {self.apply(key): self.apply(one) for key, one in value.items()}  # type: ignore[return-value]
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{one.name: self.apply(getattr(value, one.name)) for one in fields(value)})
        return value

    def _excerpt(self, value: Excerpt) -> Excerpt:
        """Return an excerpt redacted piece by piece, so that the mark stays under what it marked."""
        text, marks, end = "", [], 0
        for start, stop in value.marks:
            text += self.text(value.text[end : start - 1])
            piece = self.text(value.text[start - 1 : stop - 1])
            marks.append((len(text) + 1, len(text) + len(piece) + 1))
            text, end = text + piece, stop - 1
        return Excerpt(text + self.text(value.text[end:]), value.line, tuple(marks))

    def finding(self, finding: Finding) -> Finding:
        """Return a finding redacted; free text of a record is withheld, and the fingerprint is made of labels."""
        record = finding.path.split(".", 1)[0].split("[", 1)[0] in _RECORDS
        # A source line of a record holds more than the value that was marked: everything in it is withheld.
        hidden = finding.excerpt is not None and record
        clean = replace(
            finding,
            **{name: self.apply(getattr(finding, name)) for name in _WORDED},
            excerpt=Excerpt(WITHHELD, finding.line, ()) if hidden else self.apply(finding.excerpt),
        )
        mark = hashlib.sha256(f"redacted|{clean.path}|{clean.message}|{clean.line}".encode()).hexdigest()
        return replace(clean, fingerprint=mark, group=mark)

    def verdict(self, verdict: Verdict, groups: dict[str, str]) -> Verdict:
        """Return a verdict redacted; findings of one group stay one group."""
        pairs = [(one, self.finding(one)) for one in verdict.findings]
        for old, new in pairs:
            groups.setdefault(old.group, new.fingerprint)
        return replace(
            verdict,
            reason=self.apply(verdict.reason),
            unassessed=self.apply(verdict.unassessed),
            missing=self.apply(verdict.missing),
            notes=self.apply(verdict.notes),
            findings=tuple(replace(new, group=groups[old.group]) for old, new in pairs),
        )


def redacted(case: Case, report: CaseReport) -> CaseReport:
    """Return the report of a case without people and bidders."""
    redaction = Redaction(case)
    groups: dict[str, str] = {}
    return replace(
        report,
        **{
            name: redaction.apply(getattr(report, name))
            for name in ("id", "title", "not_read", "unreadable", "timeline")
        },
        inputs=redaction.apply(report.inputs),
        verdicts=tuple(redaction.verdict(one, groups) for one in report.verdicts),
    )


def _words(name: str | None) -> tuple[str, ...]:
    """Return the words of a person's name that are long enough to be searched for by themselves."""
    return tuple(one for one in re.split(r"[\s.,()]+", name or "") if len(one) > 3)


def _short_names(name: str | None) -> tuple[str, ...]:
    """Return what people call an organisation: its name without legal form, and its own words that few others share."""
    if not name:
        return ()
    plain = [one for one in re.split(r"[\s,.()]+", name) if one and one.lower() not in _LEGAL]
    starts = tuple(" ".join(plain[:length]) for length in range(len(plain), 1, -1))
    return (*starts, *(one for one in plain if len(one) > 3 and one[:1].isupper() and one.lower() not in _COMMON))


def _addresses(addresses: tuple[Address, ...] | None) -> tuple[str, ...]:
    found = [(one.street_address, one.postal_code) for one in addresses or ()]
    return tuple(part for pair in found for part in pair if part)


def _unlisted(case: Case) -> set[str]:
    """Return the people and bidders that records speak of without listing them."""
    found: set[str | None] = set()
    for part in _parts(case.procurement):
        for name in ("bidder", "person", "evaluator", "by", "asked_by", "party", "provider"):
            value = getattr(part, name, None)
            if isinstance(value, str):
                found.add(value)
        for name in (
            "panel",
            "participants",
            "recipients",
            "covers",
            "suppliers",
            "drafters",
            "people",
            "recused_from",
            "subcontractors",
            "members",
        ):
            value = getattr(part, name, None)
            if isinstance(value, tuple):
                found |= {one for one in value if isinstance(one, str) and one != "all"}
    return {one.strip() for one in found if one and one.strip()}


def _parts(part: Part) -> Iterator[Part]:
    yield part
    for value in part.__dict__.values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from _parts(one)
