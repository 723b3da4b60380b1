"""Ties that lead to a bidder only through others: an owner's owner, the director of an employer, a relative's partner."""

from fairaudit.analysis.ties.strength import WORDS
from fairaudit.checks.base import Found, Hit, Verb, check
from fairaudit.checks.interests.rows import REMOTE, UNDECLARED, UNKNOWN, rows_of
from fairaudit.checks.interests.web import web_of
from fairaudit.checks.people.ties.register_ties import not_opened
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node


class Indirect(Frozen):
    """Who is tied to which bidder, through whom, and how strong the weakest tie on the way is."""

    person: str
    roles: tuple[str, ...]
    tie: str
    onward: Verb
    bidder: str
    strength: str


@check
def undeclared_indirect_tie(node: Node[object], case: Case, *, by: str = "record") -> Found[Indirect]:
    """Flag people with influence who are tied to a bidder through others, by a way of up to four ties, and declared none of them.

    From an owner on a way goes down through as many owners as there are of whom each controls the next.
    Ties by themselves are told by the rules about each kind. A way with a remote tie in it (a pension, a shared body, work that
    ended more than 24 months before, a share without control) is shown among what was measured, and never found here.
    `by: record` takes ways on which more than names says who is meant, `by: name` the others.
    """
    ground, web = ground_of(case), web_of(case)
    yield from ground.gaps(node)
    yield from not_opened(case)
    for row in rows_of(case):
        if row.way is None or row.status == REMOTE or row.sure != (by == "record"):
            continue
        if row.status == UNKNOWN and row.gap:
            yield row.gap._replace(seen=True)
        elif row.status == UNDECLARED:
            name = case.party_name(row.bidder)
            facts = Indirect(row.official.name, row.official.roles, *web.onward(row.way), name, WORDS[row.strength])
            bonds = web.along(row.way)
            related = tuple((one.at, "the next tie") for one in bonds[1:])
            doubt = "possible" if any(one.doubted for one in bonds) else None
            yield Hit(row.at, facts, related, doubt, f"{row.official.key} {row.bidder}")
