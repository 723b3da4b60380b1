"""The sentences of a letter, told from its lines: which lines go on in the next, and what stands below a heading.

What stands below `Quality` may be true of the quality alone, so a heading closes what follows, and so does a figure of one
criterion. Neither has a form of its own: whatever stands alone and is no sentence is taken for one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.letters.courtesies import is_date, says_nothing
from fairaudit.frozen import Frozen

_END = late_pattern(r"[.!?;][\"”’')\]]*$")
_BETWEEN = late_pattern(r"(?<=[.!?;])\s+")
_BULLET = late_pattern(r"(?:[-–—•*·▪◦>]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+")
_MARKED = late_pattern(r"^(?:#+\s*|\*\*|__|_)+|(?:\*\*|__|_)+$")
_SALUTATION = late_pattern(r"(?i)dear(?: [\w.&'’/-]+){1,5}[,:!]|dear(?: [\w.&'’/-]+){1,3}|to whom it may concern[,:.]?")
_CLOSING = late_pattern(r"(?i)(?:yours (?:sincerely|faithfully|truly)|sincerely yours|(?:kind|best) regards)[,.]?")
_THANKS = late_pattern(
    r"(?i)(?:(?:we|i) )?(?:would like to )?thank you for (?:submitting |sending )?"
    r"(?:your|a) (?:bid|tender|offer|proposal|submission)(?: (?:for|to) (?:the|this) (?:contract|procurement|competition))?\.?"
)
_OF_IT_ALL = late_pattern(
    r"(?i)(?:the )?(?:overall |final )?(?:result|outcome|ranking|(?:award )?decision)"
    r"(?: of your (?:bid|tender|offer|proposal))?:?|overall:?|your (?:bid|tender|offer|proposal|submission):?|our decision:?"
)
_FIGURE = late_pattern(
    r"[^:]{1,120}(?::| [-–])\s*\d[\d.,]*(?: ?%| (?:points?|marks?|per cent))?(?: ?(?:/|out of|of) ?\d+)?"
    r"(?: (?:points?|marks?))?\.?"
)
# After one of these a line goes on, whatever the next begins with.
_GOES_ON = late_pattern(
    r"(?i)(?:,|\b(?:a|an|and|as|at|be|been|but|by|for|from|has|have|in|is|no|not|of|on|or|our|that|the|this|to|was|were|which"
    r"|will|with|you|your))$"
)
_SMALL = late_pattern(r"[\"“‘'(]*[a-zß-öø-ÿ&]")
# A line as long as this one was broken where it was full; headings are shorter.
_FULL_LINE = 60
_SIGNATURE = 60


class Sentence(Frozen):
    """A sentence of a letter, or a line that stands for one.

    `under` is the line above because of which it may be true of one part alone; `figure` whether that is only a figure in a
    list, after which the list may go on.
    """

    text: str
    under: str = ""
    figure: bool = False


def sentences_of(text: str, is_plain: Callable[[str], bool]) -> tuple[Sentence, ...]:
    """Return the sentences of a letter without its date, salutation, courtesies and signature; `is_plain` knows sentences."""
    found: list[Sentence] = []
    heading = figure = ""
    signed = False
    for block in _blocks(text):
        if _SALUTATION.fullmatch(block) or _is_idle(block) or _OF_IT_ALL.fullmatch(block):
            continue
        if not found and is_date(block):
            continue
        if _CLOSING.fullmatch(block):
            signed = True
            continue
        if signed and len(block) <= _SIGNATURE and not _END.search(block) and not is_plain(block):
            continue
        parts = [one for one in _BETWEEN.split(block) if not _is_idle(one)]
        if not parts:
            continue
        found += [Sentence(one, heading or figure, not heading) for one in parts]
        last = parts[-1]
        if _FIGURE.fullmatch(last):
            figure = last
        elif not _END.search(last) and not is_plain(last):
            heading = heading or last
    return tuple(found)


def _is_idle(words: str) -> bool:
    """Whether words are thanks for the bid, or another sentence that can say nothing of the evaluation."""
    return _THANKS.fullmatch(words) is not None or says_nothing(words)


def _blocks(text: str) -> Iterator[str]:
    """Yield what stands between empty lines, bullets, headings and sentences that end with their line, each on one line."""
    block: list[str] = []
    lines = [" ".join(one.split()) for one in text.splitlines()]
    for at, line in enumerate(lines):
        bullet = _BULLET.match(line)
        if block and (not line or bullet):
            yield " ".join(block)
            block = []
        words = _MARKED.sub("", line[bullet.end() :] if bullet else line).strip()
        if not words:
            continue
        block.append(words)
        after = lines[at + 1] if at + 1 < len(lines) else ""
        if (
            _END.search(words)
            or _SALUTATION.fullmatch(words)
            or _CLOSING.fullmatch(words)
            or _stands_alone(block, after)
        ):
            yield " ".join(block)
            block = []
    if block:
        yield " ".join(block)


def _stands_alone(block: list[str], after: str) -> bool:
    """Whether a line that begins a block ends it too, with no full stop: a heading, a row of a list or a bare sentence."""
    line = block[0]
    if len(block) > 1 or len(line) >= _FULL_LINE or _BETWEEN.search(line) or _SMALL.match(after):
        return False
    return not _GOES_ON.search(line)
