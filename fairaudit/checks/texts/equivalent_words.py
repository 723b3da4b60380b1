"""Checks of the words "or equivalent", for laws that ask for these very words beside a standard or a product."""

from fairaudit.analysis.text import holds
from fairaudit.checks.base import Found, Pattern, check
from fairaudit.checks.texts.brands import products_named, ways_shown
from fairaudit.checks.texts.corpus import Wording, absent_places
from fairaudit.checks.texts.equivalence import accepted_everywhere, accepted_here, refused_here, words_for_every_name
from fairaudit.checks.texts.nearby import accepted_nearby, weighed_by_interface, words_next_door
from fairaudit.checks.texts.specification import Standards, certificate_without_equivalent
from fairaudit.checks.texts.wording import Lexicon, Said, Weigh, read
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import Certificate
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.tender import Clause


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
    makes: Pattern,
    sole_makes: Pattern,
    allowed_names: tuple[str, ...],
    not_brands: tuple[str, ...],
    not_makes: tuple[str, ...],
    unless: tuple[str, ...] = (),
) -> Found[Said]:
    """Flag a brand, model or patent named without `words` in the clause; see `brand-without-equivalent` for what shows one.

    Part numbers, `origins` and `makes` only ask a person to look. A sentence with one of `unless` is silent.
    """
    yield from absent_places(case.tender, ("specification",))
    ways = ways_shown(signs, part_numbers, origins, makes, sole_makes, allowed_names, not_brands, not_makes)
    yield from products_named(case, ways, unless, weighed_by_the_words(case, words))


@check
def present_product_without_the_words(
    node: Node[object],
    case: Case,
    *,
    words: tuple[str, ...],
    phrases: tuple[str, ...],
    unless: tuple[str, ...] = (),
    doubtful: tuple[str, ...] = (),
    interfaces: tuple[str, ...] = (),
    given_here: tuple[str, ...] = (),
) -> Found[Said]:
    """Flag a product of whoever does the work today that must be used, without `words` in the clause.

    In a sentence about `interfaces` it is silent where the interface is given, and a question where nothing is known about it.
    """
    by_words = weighed_by_the_words(case, words)

    def weigh(wording: Wording, sentence: str, confidence: str | None) -> tuple[bool, str | None]:
        """Drop what the words accompany; doubt what is only the other end of an interface."""
        counts, weighed = by_words(wording, sentence, confidence)
        if not counts:
            return False, weighed
        return weighed_by_interface(case, wording, sentence, weighed, interfaces, given_here)

    yield from read(case, Lexicon(phrases, unless=unless, doubtful=doubtful), ("specification",), (), weigh)


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
        yield from certificate_without_equivalent(node, case, statutory=statutory, unless=unless, systems=systems)
