"""Judgements into findings: the words filled in, and only now the places looked up."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from fairaudit.analysis.unseen import visible
from fairaudit.engine.contract.report import (
    VERSION,
    Confidence,
    Excerpt,
    Finding,
    Noted,
    Outcome,
    Related,
    Severity,
    Unlooked,
    Verdict,
)
from fairaudit.engine.facts import Filling, as_fact, clean, fill
from fairaudit.engine.filelines import Lines
from fairaudit.engine.judge import Judgement, Measured, contained
from fairaudit.engine.rulefiles.paths import Unjudged
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.loading import place_of
from fairaudit.procurement.model.node import text_of
from fairaudit.sources.document import Path, Span

WIDEST = 160
CUT = "…"
_BEFORE = 30
MOST_PLACES = 500


def verdict_of(case: Case, judgement: Judgement, severity: Severity, filled: Filling = fill) -> Verdict:
    """Return what one rule said about one case, with every finding placed and worded.

    The facts of a check are a stranger's too: where one cannot be worded, the rule's outcome is `error`.
    """
    if not judgement.hits:
        return _verdict(case, judgement, severity, filled)
    made: list[Verdict] = []
    if not contained(judgement, lambda: made.append(_verdict(case, judgement, severity, filled))):
        judgement.unassessed.clear()
        return _verdict(case, judgement, severity, filled)
    return made[0]


def _verdict(case: Case, judgement: Judgement, severity: Severity, filled: Filling) -> Verdict:
    rule, one = judgement.rule, judgement
    said = (
        (rule.id, rule.pack, rule.family, rule.title, one.outcome, severity, rule.basis),
        one.reason, one.assessed, tuple(one.unassessed), tuple(one.notes), one.because,
    )  # fmt: skip
    if one.hits:
        # Of what names findings no two cases say the same.
        return _made(*said, _findings(case, one, severity, filled))
    return _same_for_many(*said) if len(one.unassessed) <= MOST_PLACES else _made(*said)


def _made(
    of: tuple[str, str, str, str, Outcome, Severity, str],
    reason: str | None,
    assessed: int,
    unassessed: tuple[Unjudged, ...],
    notes: tuple[Noted, ...],
    because: str | None,
    findings: tuple[Finding, ...] = (),
) -> Verdict:
    """Return a verdict of what it is of and what was said, in a total order and without characters that play tricks."""
    looked = [_harmless(one) for one in unassessed]
    return Verdict(
        *of,
        reason and _whole(reason),
        assessed,
        tuple(Unlooked(*one) for one in _ordered(looked)),
        tuple(sorted({name for one in looked for name in one.missing})),
        tuple(sorted(set(notes), key=lambda one: (one.path, one.note))),
        findings,
        because and _whole(because),
    )


_same_for_many = lru_cache(maxsize=4096)(_made)
"""Makes a verdict without findings: most rules say the same of most tenders, and one such value does for all of them."""


def _harmless(one: Unjudged) -> Unjudged:
    """Return why a place could not be judged, without characters that play tricks: reasons quote what a case says."""
    if one.reason.isprintable() and "".join(one.missing).isprintable():
        return one
    return one._replace(reason=_whole(one.reason), missing=tuple(_whole(name) for name in one.missing))


def _whole(text: str) -> str:
    """Return a text without such characters and otherwise as it is, however long."""
    return text if text.isprintable() else clean(text, len(text))


def _findings(case: Case, judgement: Judgement, severity: Severity, filled: Filling) -> tuple[Finding, ...]:
    """Return the findings of one rule by place, each with a fingerprint of its own."""
    repeats: Counter[tuple[str, str]] = Counter()
    findings = []
    for one in sorted(judgement.hits, key=lambda hit: (_order(hit.hit.at.path), hit.key)):
        id_path = case.id_path(one.hit.at.path)
        repeats[id_path, one.key] += 1
        mark = fingerprint(judgement.rule.name, id_path, one.key, repeats[id_path, one.key])
        findings.append(_finding(case, judgement, one, severity, mark, filled))
    return tuple(findings)


def _ordered(unjudged: list[Unjudged]) -> tuple[Unjudged, ...]:
    """Return the places that could not be judged, each once, in a total order; of too many those where something was seen."""
    if len(unjudged) < 2:
        return tuple(unjudged)
    places = sorted(set(unjudged))
    if len(places) > MOST_PLACES:
        more = len(places) - MOST_PLACES
        places = [
            *sorted(places, key=lambda one: not one.seen)[:MOST_PLACES],
            Unjudged(places[-1].path, f"{more} more places up to here could not be judged"),
        ]
    return tuple(places)


def fingerprint(rule: str, id_path: str, key: str, count: int) -> str:
    """Return what names a finding for good: it survives moved lines and reordered lists."""
    text = "\x1f".join((str(VERSION), rule, id_path, key, str(count)))
    return hashlib.sha256(text.encode()).hexdigest()


def _order(path: Path) -> tuple[tuple[int, str, int], ...]:
    """Return a total order of paths: names by letter, items by position."""
    return tuple((0, "", one) if isinstance(one, int) else (1, one, 0) for one in path)


def _finding(
    case: Case, judgement: Judgement, one: Measured, severity: Severity, mark: str, filled: Filling
) -> Finding:
    rule = judgement.rule
    path = one.hit.at.path
    (index, span), inferred = place_of(case.places, _shown_at(one))
    review = one.confidence is Confidence.POSSIBLE
    return Finding(
        outcome=Outcome.REVIEW if review else Outcome.FLAGGED,
        severity=_no_graver(severity, one.hit.severity),
        confidence=one.confidence,
        path=text_of(path),
        file=case.documents[index].file if case.documents else "",
        line=span[0],
        column=span[1],
        end_line=span[2],
        end_column=span[3],
        inferred=inferred,
        # The sheet of a workbook is often called after its evaluator.
        pointer=None if _hides(case, judgement) else _pointer(case, path),
        excerpt=None if _hides(case, judgement) else _shown(case, index, span, one.facts.get("words")),
        message=filled(rule.message, one.values),
        # A fact that a finding does not have is left out; to show it empty would say that it is nothing.
        facts={name: as_fact(value) for name, value in sorted(one.facts.items()) if value is not None},
        related=tuple(_related(case, judgement, node.path, label) for node, label in one.hit.related),
        why=filled(rule.why, one.values) if "{" in rule.why else rule.why,
        fix=filled(rule.fix, one.values),
        ask=filled(rule.ask, one.values),
        # Never what stands under `see`: it names laws of several regimes, and which one applies is not settled here.
        sources=rule.sources,
        fingerprint=mark,
        group=mark,
        note=rule.notes,
    )


def _no_graver(severity: Severity, asked: str | None) -> Severity:
    """Return the severity of a finding: the rule's, or the lower one that its check asks for."""
    return max(severity, Severity(asked), key=lambda one: one.rank) if asked else severity


def _hides(case: Case, judgement: Judgement) -> bool:
    """Whether a source line is not shown: in statistics evaluators have numbers, and the line of a score names its evaluator."""
    return not case.documents or (judgement.rule.basis == "statistic" and not case.names)


def _shown_at(one: Measured) -> Path:
    """Return whose line a reader is sent to: for a whole list the first of its items that the finding is about."""
    path = one.hit.at.path
    inside = (node.path for node, _ in one.hit.related if node.path[: len(path)] == path)
    return next(inside, path) if one.hit.at.value is None else path


def _pointer(case: Case, path: Path) -> str | None:
    """Return the nearest native pointer of a foreign file, or `None` in our own format."""
    return next((case.pointers[path[:n]] for n in range(len(path), -1, -1) if path[:n] in case.pointers), None)


def _related(case: Case, judgement: Judgement, path: Path, label: str) -> Related:
    (index, span), _ = place_of(case.places, path)
    file = case.documents[index].file if case.documents else ""
    pointer = None if _hides(case, judgement) else _pointer(case, path)
    return Related(text_of(path), file, span[0], clean(label), pointer)


def _shown(case: Case, index: int, span: Span, words: object) -> Excerpt | None:
    """Return the line of a place; where a finding is about some words of a text, their line, with them underlined."""
    lines = case.once(lines_of)[case.documents[index].file]
    where = words_within(lines, span, words) if isinstance(words, str) and words else None
    return excerpt(lines, where or span)


def words_within(lines: Sequence[str], span: Span, words: str) -> Span | None:
    """Return where some words stand in the source of a value, however it is wrapped; `None` where it spells them otherwise."""
    region = "\n".join(lines[span[0] - 1 : span[2]])
    if span[0] == span[2] and (at := region.find(words, span[1] - 1)) >= 0:
        return (span[0], at + 1, span[0], at + 1 + len(words))
    # The key of a value may hold the same words; what stands before the value is passed over.
    found = re.compile(r"\s+".join(map(re.escape, words.split()))).search(region, span[1] - 1)
    if found is None:
        return None
    before = region[: found.start()]
    line, column = span[0] + before.count("\n"), found.start() - before.rfind("\n")
    first = found[0].split("\n", 1)[0]
    return (line, column, line, column + len(first))


def lines_of(case: Case) -> dict[str, Lines]:
    """Return the lines of every file of a case: looking for them for each finding would take the square of their number."""
    return {one.file: Lines(one.text) for one in case.documents}


_OPENING, _CLOSING = ("[", "{", ":"), ("]", "}")
_MOST_JOINED = 20


def excerpt(lines: Sequence[str], span: Span) -> Excerpt | None:
    """Return the line of a place, cut to what fits around it, with the columns to underline; where it is cut it says so."""
    if not lines or span[0] > len(lines):
        return None
    line = _joined(lines, span[0] - 1)
    start = span[1] - 1
    end = span[3] - 1 if span[2] == span[0] else len(line)
    end = max(start + 1, min(end, len(line)))
    low, high = _window(line, start)
    before, after = (CUT if low else ""), (CUT if high < len(line) else "")
    shown = before + visible(line[low:high]) + after
    first, last = start - low + len(before), min(end, high) - low + len(before)
    return Excerpt(shown, span[0], ((first + 1, last + 1),) if first < len(shown) - len(after) else ())


def _joined(lines: Sequence[str], place: int) -> str:
    """Return a line; where it only opens a list or a group, which says nothing, with what stands in that, as far as is shown."""
    first = lines[place].rstrip("\r")
    text, listed = first.rstrip(), first.rstrip().endswith(":")
    if not text.endswith(_OPENING):
        return first
    for at in range(place + 1, min(place + 1 + _MOST_JOINED, len(lines))):
        inside, further = lines[at].strip(), _indent(lines[at]) - _indent(first)
        closes = not listed and inside.startswith(_CLOSING)
        # A list of YAML may stand as far left as what it is of.
        own = inside.startswith("- ") and further >= 0 if listed else bool(inside) and (further > 0 or closes)
        if not own or len(text) > len(first) + WIDEST:
            break
        text += ("" if closes or text.endswith(("[", "{")) else " ") + inside
        if closes and further <= 0:
            break
    return first if text == first.rstrip() else text


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _window(line: str, start: int) -> tuple[int, int]:
    """Return the part of a line to show around a place: whole words, where there is one to end at nearby."""
    if len(line) <= WIDEST:
        return 0, len(line)
    low = max(0, min(start - _BEFORE, len(line) - WIDEST + 1))
    gap = line.find(" ", low, min(low + _BEFORE // 2, start)) if low else -1
    low = gap + 1 if gap >= 0 else low
    high = min(len(line), low + WIDEST - 2)
    if high < len(line) and (gap := line.rfind(" ", max(high - _BEFORE // 2, start + 1), high + 1)) > 0:
        high = gap
    return low, high
