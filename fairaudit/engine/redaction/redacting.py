"""People and bidders out of a report: every name, id and address becomes a label, in every string.

Source lines of records and the free texts in them are withheld whole. What this cannot know is a person whom only a text of the
tender itself names: docs/design.md says so. Of a case that could not be read nobody is known, so all that was found in it is
withheld.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from fairaudit.engine.contract.measures import Measure
from fairaudit.engine.contract.report import CaseReport, Excerpt, Finding, NotUnderstood, Verdict
from fairaudit.engine.facts import FOREIGN
from fairaudit.engine.findings import CUT
from fairaudit.engine.redaction.accepted import accepted_by_comment, accepted_in, comments_of
from fairaudit.engine.redaction.cellsquoted import RECORD, Cells, without_quoted
from fairaudit.engine.redaction.filenames import FileNames
from fairaudit.engine.redaction.freetexts import FreeTexts
from fairaudit.engine.redaction.labels import names_of
from fairaudit.engine.redaction.registernames import of_registers
from fairaudit.engine.redaction.titles import Titles
from fairaudit.engine.redaction.unlisted import Strangers
from fairaudit.engine.redaction.withholding import WITHHELD, withheld
from fairaudit.engine.rulefiles.rule import Rule
from fairaudit.engine.waivers import Signed
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.cases import Unread

T = TypeVar("T")
_WORDED = ("path", "file", "facts", "related", "waiver", "pointer")
_CASE = (
    "id",
    "inputs",
    "not_read",
    "timeline",
    "laws",
    "dates",
    "burdens",
    "not_in_force",
    "severities",
    "undated",
    "registers",
)
_TAG = re.compile(r"\[([A-Z][a-z ]*?)(?: [a-z][0-9][a-z](?:[0-9][a-z])*(?: or [A-Z][a-z ]* [a-z][0-9][a-z0-9]*)*)\]")
_BEFORE_A_SIGN = re.compile(r"(\w+)['’`´]\Z")
_MAIL = re.compile(r"[\w.+%-]+@(?:[\w-]+\.)+\w+")
_LABEL_OF_PERSON = r"\[(?:Person|Contact|Relative|Evaluator)[^\[\]]*\]"
_INITIALS = re.compile(
    rf"(?<![^\W_])(?:[^\W\d_a-z](?:\.[\s-]?|\s))+({_LABEL_OF_PERSON})"
    rf"|({_LABEL_OF_PERSON}),?\s(?:[^\W\d_a-z]\.[\s-]?)+(?=[\s,;:)\]]|$)"
)
_ESCAPES = re.compile(r"(?:\\u[0-9a-fA-F]{4})+|\\x[0-9a-fA-F]{2}|\\U[0-9a-fA-F]{8}")
_ESCAPE_CUT = re.compile(rf"\\(?:u[0-9a-fA-F]{{0,3}}|x[0-9a-fA-F]?|U[0-9a-fA-F]{{0,7}})?(?={CUT}$)")
# Of a domain or an address each piece may name somebody, also where it was cut behind one: `alder.…`.
_LAST_STOP = re.compile(r"(?<=\])\.\Z")
_CUT_IN_TWO = re.compile(rf"^{CUT}[.@-]?\w+(?:[.@-]\w+)*|\w+(?:[.@-]\w+)*[.@-]?{CUT}$")


class Hiding(Frozen):
    """How a run hides who its cases speak of; `ordinary` words name nobody unless they have a capital."""

    ordinary: frozenset[str]

    def report(self, case: Case, report: CaseReport) -> CaseReport:
        """Return the report of a case without people and bidders."""
        return _redacted(report, Redaction(case, self.ordinary, accepted_in(report)))

    def unread(self, case: Unread, position: int) -> Unread:
        """Return an unread case without what was found in it."""
        return withheld(case, position)


class Redaction:
    """The labels of one case, put into everything its report says."""

    def __init__(self, case: Case, ordinary: Collection[str], accepted: Iterable[Signed] = ()) -> None:
        texts = FreeTexts(ordinary)
        strangers = Strangers(case, texts.plain)
        waivers = (*accepted_by_comment(case), *accepted)
        signers = dict.fromkeys(one.by for one in waivers if one.by and not texts.is_a_post(one.by))
        self.names = names_of(case, ordinary, texts.title_names_nobody, strangers, signers)
        self.cells = Cells(case, texts.title_names_nobody)
        self.withheld = texts.withheld(case, strangers)
        for text in (text for one in waivers for text in one.texts if not texts.names_nobody(text)):
            self.withheld.add(text)
        for comment in dict.fromkeys(comments_of(case)):
            if strangers.spans(self._unknown_of(comment)):
                self.withheld.add(comment)
        keepers: dict[str, None] = {}
        for one in case.procurement.registers or ():
            rest = self._unknown_of(one.name or "")
            spans = [each for each in strangers.spans(rest) if not of_registers(rest[slice(*each)])]
            found = [rest[start:end] for start, end in spans]
            # The name of a file has no signs: `obrannigan.csv`.
            begun = [(_BEFORE_A_SIGN.search(rest[:start]), rest[start:end]) for start, end in spans]
            found += [before[1] + said for before, said in begun if before]
            if one.name and found:
                self.withheld.add(one.name)
                keepers.update(dict.fromkeys(found))
        if keepers:
            # Whom the name of a register speaks of, the name of its file may as well.
            self.names = names_of(case, ordinary, texts.title_names_nobody, strangers, {**signers, **keepers})
        self.titles = Titles(case, self.names, strangers, ordinary)
        self.files = FileNames(self.names, (one.file for one in case.documents))

    def _unknown_of(self, text: str) -> str:
        """Return a text without whom the case knows: they have labels already."""
        return re.sub(r"\[[^\[\]]*\]", ".", self.names.replaced(text))

    def text(self, text: str) -> str:
        """Return a text without free texts of records and with every known name replaced.

        A name that was cut in two could not be found, and goes; so do initials beside a name, and e-mail addresses of strangers.
        """
        if text in self.titles.known:
            return self.titles.known[text]
        held = self.files.held(self.titles.held(self.withheld.replaced(self.cells.hidden(text))))
        mailed = _MAIL.sub(self._mail, held)
        hidden = _INITIALS.sub(lambda match: match[1] or match[2], self.names.replaced(_CUT_IN_TWO.sub(CUT, mailed)))
        return self.titles.given_back(self.files.given_back(hidden))

    def _mail(self, match: re.Match[str]) -> str:
        """Return an e-mail address that has a label as it stands, any other without what stands before the `@`.

        A name may stand there in a way of its own: `emorland77`.
        """
        return match[0] if self.names.knows(match[0]) else f"[E-mail]@{match[0].partition('@')[2]}"

    def filled(self, text: str) -> str:
        """Return a rule's words, in which only what was filled in can name anybody."""
        return FOREIGN.sub(lambda match: self.text(match[1]), text)

    def apply(self, value: T) -> T:
        """Return a report value with every string in it redacted."""
        if isinstance(value, str) and type(value) is str:
            return self.text(value)  # type: ignore[return-value]  # a str in, a str out
        if isinstance(value, tuple | list):
            return type(value)(self.apply(one) for one in value)
        if isinstance(value, dict):
            return {self.apply(key): self.apply(one) for key, one in value.items()}  # type: ignore[return-value]
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{one.name: self.apply(getattr(value, one.name)) for one in fields(value)})
        return value

    def excerpt(self, value: Excerpt) -> Excerpt:
        r"""Return an excerpt redacted piece by piece, so that the mark stays under what it marked.

        A line of a file may write a letter of a name as `\u017c`: a name is found only where it is read as it is meant.
        """
        text, marks, end = "", [], 0
        for start, stop in value.marks:
            text += self.text(_unescaped(value.text[end : start - 1]))
            piece = self.text(_unescaped(value.text[start - 1 : stop - 1]))
            marks.append((len(text) + 1, len(text) + len(piece) + 1))
            text, end = text + piece, stop - 1
        return Excerpt(text + self.text(_unescaped(value.text[end:])), value.line, tuple(marks))

    def finding(self, finding: Finding, words: Callable[[str], str]) -> Finding:
        """Return a finding redacted; free text of a record is withheld."""
        record = bool(RECORD.match(finding.path))
        shown = self.excerpt(finding.excerpt) if finding.excerpt and not record else None
        # A source line of a record holds more than the value that was marked: everything in it is withheld.
        hidden = Excerpt(WITHHELD, finding.line, ()) if finding.excerpt and record else None
        return replace(
            finding,
            **{name: self.apply(getattr(finding, name)) for name in _WORDED},
            message=words(finding.message),
            why=words(finding.why),
            fix=words(finding.fix),
            ask=words(finding.ask),
            excerpt=shown or hidden,
        )

    def unreadable(self, value: NotUnderstood) -> NotUnderstood:
        """Return a value that was not understood redacted; what stands in a record may be anybody's name, and goes."""
        record = bool(RECORD.match(value.path))
        if record:
            value = replace(value, text=WITHHELD, reason=without_quoted(value.reason))
        return self.apply(value)

    def measure(self, measure: Measure) -> Measure:
        """Return what was measured redacted: its sentence where something was filled in, and every cell behind it."""
        return replace(measure, said=self.filled(measure.said), tables=self.apply(measure.tables))

    def reason(self, text: str) -> str:
        """Return redacted why something was not judged: no sentence, so that a full stop at its end is of the name before it."""
        return _LAST_STOP.sub("", self.text(text))

    def verdict(self, verdict: Verdict) -> Verdict:
        """Return a verdict redacted; its findings still have the marks they had."""
        # Only a rule's words are marked where they were filled in; what is said of waivers is not.
        words = self.filled if verdict.pack != "fairaudit" else self.text
        return replace(
            verdict,
            reason=None if verdict.reason is None else self.reason(verdict.reason),
            unassessed=tuple(replace(self.apply(one), reason=self.reason(one.reason)) for one in verdict.unassessed),
            missing=self.apply(verdict.missing),
            notes=self.apply(verdict.notes),
            because=self.apply(verdict.because),
            findings=tuple(self.finding(one, words) for one in verdict.findings),
        )


def _unescaped(line: str) -> str:
    """Return a line of a JSON or YAML file with its letters as they are meant; signs that cannot be printed stay escaped."""
    return _ESCAPES.sub(_letters, _ESCAPE_CUT.sub("", line))


def _letters(escape: re.Match[str]) -> str:
    digits = escape[0].replace("\\u", "")
    if digits[:1] == "\\":
        code = int(digits[2:], 16)
        meant = chr(code) if code <= sys.maxunicode else ""
    else:
        meant = bytes.fromhex(digits).decode("utf-16-be", "replace")
    return meant if meant.isprintable() else escape[0]


def _redacted(report: CaseReport, redaction: Redaction) -> CaseReport:
    not_read = tuple(redaction.cells.without_headings(one) for one in report.not_read)
    report = replace(report, not_read=not_read)
    # What the settings say is the user's own words, what a pack says is nobody's.
    options = tuple(redaction.apply(one) if "." in one.from_ else one for one in report.options)
    return replace(
        report,
        **{name: redaction.apply(getattr(report, name)) for name in _CASE},
        title=redaction.titles.shown(report.title),
        options=options,
        unreadable=tuple(redaction.unreadable(one) for one in report.unreadable),
        measures=tuple(redaction.measure(one) for one in report.measures),
        verdicts=_marked_anew(tuple(redaction.verdict(one) for one in report.verdicts)),
    )


def _marked_anew(verdicts: tuple[Verdict, ...]) -> tuple[Verdict, ...]:
    """Return findings with fingerprints that no id or name went into; those of one group stay one group."""
    repeats: Counter[str] = Counter()
    marks: dict[str, str] = {}
    for verdict in verdicts:
        for finding in verdict.findings:
            said = "\x1f".join((verdict.name, finding.path, _TAG.sub(r"[\1]", finding.message)))
            repeats[said] += 1
            marks[finding.fingerprint] = hashlib.sha256(f"redacted\x1f{said}\x1f{repeats[said]}".encode()).hexdigest()
    return tuple(
        replace(verdict, findings=tuple(_marked(finding, marks) for finding in verdict.findings))
        for verdict in verdicts
    )


def _marked(finding: Finding, marks: dict[str, str]) -> Finding:
    return replace(finding, fingerprint=marks[finding.fingerprint], group=marks[finding.group])


def ordinary_words(rules: Iterable[Rule]) -> frozenset[str]:
    """Return the words that rules write small, which are words and no names where a tender does, too, and their abbreviations."""
    texts = (text for rule in rules for text in (rule.title, rule.message, rule.why, rule.fix, rule.ask))
    return frozenset(word for text in texts for word in re.findall(r"\b(?:[a-z]+|[A-Z]{2,})\b", text))
