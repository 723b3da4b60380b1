"""Checks of the words "or equivalent", for laws that ask for these very words beside a standard or a product."""

from fairaudit.analysis.text import holds
from fairaudit.checks.base import Found, Pattern, check
from fairaudit.checks.texts.brands import Shown, products_named
from fairaudit.checks.texts.corpus import Wording, absent_places
from fairaudit.checks.texts.equivalence import accepted_everywhere, accepted_here, refused_here, words_for_every_name
from fairaudit.checks.texts.nearby import accepted_nearby, words_next_door
from fairaudit.checks.texts.specification import Standards, certificate_without_equivalent
from fairaudit.checks.texts.wording import Lexicon, Said, Weigh, read
from fairaudit.procurement.case import Case
from fairaudit.procurement.criteria import Certificate
from fairaudit.procurement.node import Node
from fairaudit.procurement.tender import Clause


def weighed_by_the_words(case: Case, words: tuple[str, ...]) -> Weigh:
    """Return how the very words weigh on a name: silent with them in its clause, a question where others say the same."""
    everywhere = accepted_everywhere(case)
    literally = holds(case.tender.equivalents_clause or "", words) or words_for_every_name(case, words)

    def weigh(wording: Wording, sentence: str, confidence: str | None) -> tuple[bool, str | None]:
        """Drop a name that the words accompany, in its clause or by a clause about every name."""
        whole = wording.whole or wording.text
        if holds(whole, words) or (literally and not refused_here(wording)):
            return False, confidence
        if refused_here(wording):
            return True, confidence
        if words_next_door(case, wording, words):
            return False, confidence
        near = isinstance(wording.part, Clause) and accepted_nearby(case, wording) is not False
        said = accepted_here(case, wording) or near or everywhere
        return True, "possible" if said else confidence

    return weigh


@check
def standard_without_the_words(
    node: Node[object],
    case: Case,
    *,
    words: tuple[str, ...],
    phrases: tuple[str, ...],
    unless: tuple[str, ...] = (),
    places: tuple[str, ...] = ("specification",),
) -> Found[Said]:
    """Flag binding texts that name one of `phrases` without `words` in the clause; others that say the same are a question."""
    yield from read(case, Lexicon(phrases, unless=unless), places, (), weighed_by_the_words(case, words))


@check
def product_without_the_words(
    node: Node[object],
    case: Case,
    *,
    words: tuple[str, ...],
    signs: Pattern,
    part_numbers: Pattern,
    origins: Pattern,
    allowed_names: tuple[str, ...],
    not_brands: tuple[str, ...],
    unless: tuple[str, ...] = (),
) -> Found[Said]:
    """Flag a brand, model or patent named without `words` in the clause; part numbers and `origins` only ask a person to look.

    A sentence with one of `unless` is silent.
    """
    yield from absent_places(case.tender, ("specification",))
    ways = (
        Shown(signs, None, allowed_names),
        Shown(part_numbers, "possible", (*allowed_names, *not_brands)),
        Shown(origins, "possible", ()),
    )
    yield from products_named(case, ways, unless, weighed_by_the_words(case, words))


@check
def system_certificate_without_equivalent(
    node: Node[object],
    case: Case,
    *,
    systems: tuple[str, ...],
    statutory: tuple[str, ...],
    unless: tuple[str, ...] = (),
) -> Found[Standards]:
    """Flag a certificate of one of some management `systems` without equivalents; see `certificate-without-equivalent`.

    Laws on certificates of quality and environmental management say nothing of licences and of people's qualifications.
    """
    one = node.value
    named = (
        " / ".join(text for text in (*(one.standards or ()), one.name, one.text) if text)
        if isinstance(one, Certificate)
        else ""
    )
    if not named or holds(named, systems):
        yield from certificate_without_equivalent(node, case, statutory=statutory, unless=unless)
