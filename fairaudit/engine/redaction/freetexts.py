"""Which free texts of a case's records a redacted report withholds: whoever wrote them may name anybody in them.

A text of ordinary words alone stays, such as `sister`, `by phone` or `reject`: it names nobody, and says what happened. A word
with a capital may be a name, so it stays only where the whole text is one ordinary word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from fairaudit.analysis.names.nicknames import FORMAL
from fairaudit.analysis.phrases import Phrases
from fairaudit.engine.findings import CUT
from fairaudit.engine.redaction.registernames import of_registers
from fairaudit.engine.redaction.unlisted import Strangers
from fairaudit.engine.redaction.withholding import WITHHELD, model_words
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Justification
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.tender import Amendment, SiteVisit, Tender
from fairaudit.procurement.model.told import Recorded

_FREE = frozenset(
    ["topic", "channel", "text", "reason", "reasons", "question", "answer", "relation", "source", "decision", "code", "subject",
     "actions", "measures", "rule_ref", "outage", "withheld", "mitigation", "overriding", "reason_no_notice", "role_at"]
)  # fmt: skip
_TELLING = frozenset(
    """
    accept accepted agent assistant aunt brother by call called cc chat child cleared close cousin cure cured daughter director
    e email emailed employee employer exclude excluded father fax former friend friends grandchild grandfather grandmother half
    husband in law letter mail manager managing meeting mother neighbour nephew niece none observer online orally owner parent
    partner person phone portal post reject rejected returned sales secretary shareholder sibling sister son spouse step
    stepbrother stepsister telephone text trainee uncle video visit waive waived wife writing lunch dinner breakfast coffee
    instructions clause section annex appendix schedule rule paragraph article
    """.split()
)
"""What records commonly say of a tie, a way or a decision; common knowledge, no list of others."""
_NUMBERED = re.compile(
    r"(?:[A-Z]{1,4}|[ct]?q|[Qq]uestion|[Cc]larification|[Ee]nquiry|[Aa]mendment)?[\s._/-]*[\d._/-]+[a-z]?"
)
_TELLING_PARTS = (Amendment, Justification, SiteVisit)
_TOLD = frozenset(["text", "from_", "to"])
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_MONTHS = frozenset(["april", "may", "june", "august", "mark"])


class FreeTexts:
    """What may stay of a free text, by the ordinary words of the rules and of the model."""

    def __init__(self, ordinary: Collection[str]) -> None:
        self.plain = frozenset(ordinary) | model_words() | _TELLING

    def names_nobody(self, text: str) -> bool:
        """Whether a text is of ordinary words without capitals, or one ordinary word."""
        words = _words(text)
        plain = all(one.lower() in self.plain for one in words)
        return plain and (len(words) == 1 or not any(one[0].isupper() for one in words))

    def title_names_nobody(self, text: str) -> bool:
        """Whether a title is of ordinary words, of which only the first has a capital and none is a given name."""
        words = _words(text)
        first = words[0].lower() if words else ""
        ours = first not in FORMAL and first not in _MONTHS
        return (
            all(one.lower() in self.plain for one in words) and ours and not any(one[0].isupper() for one in words[1:])
        )

    def is_a_post(self, text: str) -> bool:
        """Whether somebody is called by what they are, in several ordinary words: `Head of procurement`."""
        return len(_words(text)) > 1 and self.title_names_nobody(text)

    def withheld(self, case: Case, strangers: Strangers) -> Phrases:
        """Return the free texts of a case's records, with the mark that stands for each.

        What a tender records of itself is mostly about itself, so of that only what may name somebody is withheld.
        """
        found = Phrases(WITHHELD, CUT)
        for text in dict.fromkeys(_all_of(case)):
            if not self.names_nobody(text):
                found.add(text)
        for text in dict.fromkeys((*_recorded_in(case.tender), *_marks_of(case))):
            if strangers.spans(_DATE.sub("", text)):
                found.add(text)
        return found


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def _all_of(case: Case) -> Iterator[str]:
    for name, value in case.procurement.__dict__.items():
        if name not in ("tender", "registers"):
            yield from _within(value)
    yield from _within(case.tender.market_engagement)
    # `CQ-7` and `Question 7` are numbers; an id in other words may be by somebody.
    numbered = (*(one.id for one in case.enquiries), *(one.id for one in case.tender.amendments or ()))
    yield from (one for one in numbered if one and not _is_number(one))
    for register in case.procurement.registers or ():
        if register.source and not of_registers(register.source):
            yield register.source
    for one in case.tender.documents or ():
        # `2` and `v1.3` are versions; what has words in it may be by somebody.
        if one.version and re.search(r"[^\W\d_]\s", one.version):
            yield one.version


def _recorded_in(part: Part) -> Iterator[str]:
    """Yield what a tender records of what was done or decided, and why: texts that no bidder has."""
    telling = isinstance(part, _TELLING_PARTS)
    for name, value in part.__dict__.items():
        if isinstance(value, Recorded) or (telling and name in _TOLD and isinstance(value, str)):
            yield value
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from _recorded_in(one)


def _marks_of(case: Case) -> Iterator[str]:
    """Yield ids and short words of records, which mostly are of nobody."""
    tender = case.tender
    notices = tender.notices or ()
    yield from (one.id for one in notices if one.id)
    yield from (one.id for one in case.awards if one.id)
    yield from (one.kind for one in notices if one.kind)
    yield from (one.tie.role for one in case.matches if one.tie.role)
    yield from (one.ground for one in case.procurement.exclusions or () if one.ground)
    yield from (one.ground for award in case.awards for one in award.modifications or () if one.ground)
    yield from (one.item for one in case.evaluation.price_adjustments or () if one.item)


def _is_number(text: str) -> bool:
    """Whether an id is a number, with no more before it than letters or a word that stand for what it numbers."""
    return bool(_NUMBERED.fullmatch(text.strip()))


def _within(value: object) -> Iterator[str]:
    """Yield the free texts of a part and of all in it; comments on scores are never quoted, and may be a million."""
    if isinstance(value, tuple):
        for one in value:
            yield from _within(one)
    elif isinstance(value, Part) and not isinstance(value, Score | Tender):
        for name, inside in value.__dict__.items():
            if isinstance(inside, str):
                if (
                    name in _FREE
                    or isinstance(inside, Recorded)
                    or (name == "kind" and inside.startswith("x-"))
                    or (name == "role" and "kind" in type(value).__annotations__)
                ):
                    yield inside
            elif name in _FREE and isinstance(inside, tuple):
                yield from (one for one in inside if isinstance(one, str))
                yield from _within(inside)
            else:
                yield from _within(inside)
