"""People and bidders out of a report: every name, id and address becomes a stable label, in every string.

Labels are numbered in the order of the case, so the same input gives the same labels. Comments, answers and questions are
withheld whole, since they name people in ways no list foresees.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from fairaudit.engine.report import CaseReport, Excerpt, Finding, Verdict
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Part

T = TypeVar("T")
WITHHELD = "[withheld]"
_FREE_TEXT = ("comment", "answer", "question", "reason", "text", "actions")
_WORDED = ("path", "file", "message", "facts", "related", "why", "fix", "ask", "waiver", "pointer")
_RECORDS = ("people", "declarations", "enquiries", "bids", "events", "evaluation", "parties", "representations")


class Redaction:
    """The labels of one case, and the one pattern that finds what they stand for."""

    def __init__(self, case: Case) -> None:
        self.labels: dict[str, str] = {}
        for number, person in enumerate(case.people, 1):
            self._add(f"Person {number}", person.id, person.name, person.email, *_words(person.name))
            for relative in person.relatives or ():
                self._add(f"Relative of person {number}", relative.name, *_words(relative.name))
        for number, party in enumerate(case.parties, 1):
            contact = party.contact_point
            own = (party.id, party.name, *(party.aliases or ()), *(one.id for one in party.identifiers or ()))
            self._add(f"Organisation {number}", *own, *(party.products or ()))
            if contact:
                self._add(f"Contact of organisation {number}", contact.name, contact.email, contact.telephone)
                self._add(f"Contact of organisation {number}", *_words(contact.name))
            self._add(f"Owner of organisation {number}", *(one.name for one in party.owners or ()))
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
        free = finding.path.rsplit(".", 1)[-1] in _FREE_TEXT
        hidden = finding.excerpt is not None and record and free
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
    return tuple(one.strip(".,") for one in (name or "").split() if len(one.strip(".,")) > 3)


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
