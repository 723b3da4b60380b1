"""A formula that gives every recorded total, as it is said; and the offers of a contest, as formulas take them."""

from __future__ import annotations

from fractions import Fraction

from fairaudit.analysis.contest.offers import qualities
from fairaudit.analysis.formulas.kinds import Offer
from fairaudit.checks.contest.record import Field
from fairaudit.checks.prices.fit_words import plain_number
from fairaudit.frozen import Frozen

Numbers = tuple[tuple[str, Fraction], ...]


class Behind(Frozen):
    """A formula that gives every recorded total, with the numbers that were solved for it; `more` is said after them."""

    name: str
    numbers: Numbers = ()
    more: str = ""

    @property
    def called(self) -> str:
        """The formula as people say it: `award-on-value with value 2500`."""
        said = [f"{name.replace('_', ' ')} {plain_number(value)}" for name, value in self.numbers]
        listed = " and ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))
        return f"{self.name} with {listed}{self.more}" if listed else f"{self.name}{self.more}"


def offers_of(field: Field) -> list[Offer]:
    """Return the offers of a contest with quality as a share."""
    rows = zip(field.contest.offers, qualities(field.contest), strict=True)
    return [Offer(one.price or Fraction(0), quality, one.figures) for one, quality in rows]
