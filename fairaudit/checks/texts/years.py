"""The check of years of experience that a text asks for, where no field says how many."""

import re
from collections.abc import Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.numberwords import NUMBERS, UP_TO_TWENTY
from fairaudit.analysis.text import holds
from fairaudit.checks.base import Found, check
from fairaudit.checks.texts.corpus import Wording
from fairaudit.checks.texts.wording import Lexicon, Said, read
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Experience
from fairaudit.procurement.model.node import Node

_YEARS = late_pattern(
    rf"\b(\d{{1,3}}|{'|'.join(UP_TO_TWENTY[1:])})\+?(?:\s\(\w{{1,10}}\))?[\s-](?:full\s|complete\s|plus\s)?years?\b|\bdecades?\b",
    re.I,
)


@check
def experience_in_a_text(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    people: tuple[str, ...],
    unless: tuple[str, ...] = (),
    firm_at_most: int = 5,
    person_at_most: int = 8,
) -> Found[Said]:
    """Flag texts that ask for more years of experience than `firm_at_most`, or than `person_at_most` beside one of `people`.

    A sentence that says one of `unless` asks for none, or speaks of a span of time. Criteria whose field says the number are
    left to the rules about it.
    """

    def weigh(wording: Wording, sentence: str, confidence: str | None) -> tuple[bool, str | None]:
        """Count the years of a sentence against the limit for whom it speaks of."""
        part = wording.part
        if isinstance(part, Experience) and (part.minimum is not None or part.years is not None):
            return False, confidence
        limit = person_at_most if holds(sentence, people) else firm_at_most
        return max(_years(sentence), default=0) > limit, confidence

    yield from read(case, Lexicon(phrases, unless=unless), ("selection", "specification"), ("award",), weigh)


def _years(sentence: str) -> Iterator[int]:
    """Yield the numbers of years that a sentence names, in digits or spelled up to twenty; a decade is ten."""
    for match in _YEARS.finditer(sentence):
        word = (match[1] or "ten").lower()
        yield NUMBERS[word] if word in NUMBERS else int(word)
