"""Small gifts: told for what they are, apart from those that could turn a decision."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.ties.conflicts import Counts, TieFacts, judged
from fairaudit.checks.people.ties.courtesies import COURTESIES, small_gift
from fairaudit.checks.people.ties.to_bidders import Link, ground_of, links_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node


class SmallGift(Frozen):
    """Who received a small gift of which party, what that party is here, and up to which amount a gift counts as small."""

    person: str
    roles: tuple[str, ...]
    tie: str
    party: str
    standing: str
    most: str


@check
def undeclared_small_gift(
    node: Node[object], case: Case, *, months: int = 24, afterwards: int = 12, courtesy: tuple[str, ...] = COURTESIES
) -> Found[SmallGift]:
    """Flag gifts of a bidder that no declaration names and that are worth no more, in all, than a courtesy in their currency.

    `courtesy` gives the amounts, one for each currency. Others, and those of which the value is not given, are the business
    of `undeclared_tie`.
    """
    ground, counts = ground_of(case), Counts(months, afterwards)
    yield from ground.gaps(node)
    for official in ground.officials:
        for link in links_of(ground, official):
            most = small_gift(ground, link, courtesy, months) if link.by_record else ""
            for one in judged(ground, link, counts) if most else ():
                yield one if isinstance(one, Unassessed) else _with(one, most, link)


def _with(one: Hit[TieFacts], most: str, link: Link) -> Hit[SmallGift]:
    said = one.facts
    facts = SmallGift(said.person, said.roles, said.tie, said.party, said.standing, most)
    return Hit(one.at, facts, one.related, one.confidence, f"{one.key} {link.at.path[-1]}")
