"""Whether what somebody declared about a party stands for a tie of theirs to it: a mug or a few shares are no directorship."""

from collections.abc import Iterator
from enum import IntEnum

from fairaudit.analysis.measures import keeps_out
from fairaudit.analysis.names import any_same_organisation, words
from fairaudit.checks.people.conduct.stayed_away import stayed_away
from fairaudit.checks.people.declarations.ended_otherwise import ended_otherwise
from fairaudit.checks.people.declarations.which_gift import Gift, gift_of, surely_another, taken_by_others
from fairaudit.checks.people.ties.tie_kinds import Reading, read_tie
from fairaudit.checks.people.ties.tie_texts import vague
from fairaudit.checks.people.ties.to_bidders import Link, ground_of, links_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Declaration, Tie
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.persons.identity import whose

_WORK = frozenset({"employment", "directorship", "advice", "listed"})
_OF_MONEY = _WORK | {"ownership"}
_FRIENDS = frozenset(
    {"friend", "friends", "friendship", "acquaintance", "acquaintances", "neighbour", "social", "personal"}
)
_PARTNERS = frozenset({"partner", "partners", "partnership"})
_OF_ONESELF = frozenset({"i", "am", "im", "my", "me", "myself"})
_PENSIONS = frozenset({"pension", "pensions", "pensioner", "superannuation"})
_BESIDE_IT = frozenset({
    "member", "members", "membership", "colleague", "colleagues", "applied", "applicant", "candidate", "interviewed",
    "acquaintance", "know", "application",
})  # fmt: skip
_LESS = frozenset({"gift", "family"})
_TAKEN = frozenset({
    "gave", "given", "received", "got", "accepted", "bottle", "present", "presents", "hamper", "wine", "drinks", "event",
    "invited", "invitation", "invite", "treated", "paid", "pays", "money", "benefit", "benefits", "discount", "financial",
    "pecuniary", "loan", "trip", "visit", "visited", "tour", "theatre", "match", "concert", "festival", "party", "guest", "golf",
    "tickets", "hotel", "flight", "entertainment", "entertained", "favour", "sponsored", "sponsor", "supported", "funded",
})  # fmt: skip
"""Words that may tell of something somebody had of a bidder, where none names a gift."""
_OWED = frozenset({
    "loan", "loans", "lent", "credit", "mortgage", "debt", "debts", "owes", "owed", "guarantee", "guarantor", "royalty",
    "royalties", "commission", "fee", "fees",
})  # fmt: skip
"""Words for what somebody has of a bidder, or owes it, beside any post or share."""


class Stands(IntEnum):
    """How far what was declared stands for a tie, the least first.

    `NOT`: it is of a lesser kind; `PARTLY`: of another kind as close; `OPEN`: its words leave that open; `WHOLLY`.
    """

    NOT = 0
    PARTLY = 1
    OPEN = 2
    WHOLLY = 3


def stands_for(case: Case, declaration: Declaration, told: list[Tie], link: Link) -> Stands:
    """Return how far the interests that a declaration names in the party of a tie stand for that tie.

    Somebody kept out of the bid by what was done about one interest was kept out of it whatever else ties them to it, so that
    a tie that was left out is a question.
    """
    if not told:
        return Stands.WHOLLY  # The relative, or stepping aside, is what the declaration tells of.
    gifts = [one for one in told if set(_kinds(one)) == {"gift"}]
    recorded = _gifts_recorded(case, link)
    others = taken_by_others(recorded[0], recorded, gifts) if len(recorded) > 1 and gifts else []
    left = [one for one in told if one not in others]
    best = max((_in_its_time(declaration, one, link, _stands(case, one, link)) for one in left), default=Stands.NOT)
    if others and not surely_another(recorded[0], recorded, gifts):
        best = max(best, Stands.PARTLY)
    measures = declaration.mitigation
    apart = measures is not None and measures.followed and keeps_out(measures.actions)
    return max(best, Stands.PARTLY) if apart and stayed_away(case, declaration, link.bidder) else best


def _gifts_recorded(case: Case, link: Link) -> list[Gift]:
    """Return a recorded gift, and the others that the same person had of that party, by their own record or by events."""
    first = _gift_at(link)
    if first is None:
        return []
    found = {first.path: first}
    for one in links_of(ground_of(case), link.official):
        if one.party == link.party and (other := _gift_at(one)):
            found.setdefault(other.path, other)
    return list(found.values())


def _gift_at(link: Link) -> Gift | None:
    record = link.at.value
    own = link.kind == "gift" and not link.relative and link.at.path[:1] in (("people",), ("events",))
    return gift_of(record) if own and isinstance(record, Tie | Event) else None


def names_the_same(case: Case, tie: Tie, link: Link) -> bool:
    """Whether a declared interest names, by id or by name, the person through whom a tie runs."""
    named = [whose(case, one) for one in (tie.person, tie.name) if one and link.relative]
    # A firm is the same with Ltd and with Limited.
    alike = case.person(link.relative) is None and any_same_organisation((tie.name,), (link.relative,))
    return bool(named) and (whose(case, link.relative) in named or alike)


def _in_its_time(declaration: Declaration, tie: Tie, link: Link, stands: Stands) -> Stands:
    """Return how far a declared interest stands for a tie that, by the record, lasted longer than it was declared to."""
    return stands if ended_otherwise(declaration, tie, link) is None else min(stands, Stands.PARTLY)


def _stands(case: Case, tie: Tie, link: Link) -> Stands:
    if names_the_same(case, tie, link):
        return Stands.WHOLLY
    said = frozenset(_kinds(tie))
    if link.kind != "other" and _slight(tie):
        return Stands.PARTLY if _may_be_more(tie, link) else Stands.NOT
    if link.kind in _OF_MONEY and not link.relative and vague(tie) and not read_tie(tie.text, "").ended:
        return Stands.PARTLY
    if link.kind == "gift":
        return _of_another_gift(tie, link) if said == {"gift"} else _of_what_was_taken(tie, said)
    if link.kind == "other" and not link.relative and (owed := _owed(link)):
        return _of_what_is_owed(tie, said, owed)
    if link.relative:
        unlike = bool(said) and not said & {"family", "other"} and not tie.person
        return (Stands.NOT if said <= {"gift"} else Stands.PARTLY) if unlike else Stands.WHOLLY
    if (
        link.kind in said & _OF_MONEY
        and read_tie(tie.kind).kind == "gift"
        and not _OF_ONESELF & set(words(tie.text or ""))
    ):
        return Stands.OPEN  # `A mug from the board` says nothing of a seat on it.
    if link.kind not in _OF_MONEY or link.kind in said or not said:
        return Stands.WHOLLY
    if tie.kind and _far_off(read_tie(tie.kind, "")):
        return Stands.PARTLY  # `Membership of a golf club`, whatever its text says of a director there, is no share.
    if "other" in said:
        return Stands.OPEN if said <= _LESS | {"other"} and _FRIENDS & set(words(tie.kind or "")) else Stands.WHOLLY
    return _of_another_kind(tie, said, link.kind)


def _slight(tie: Tie) -> bool:
    """Whether a declared interest is no more than thousands have in a firm: its customer, its pensioner, a fellow member."""
    read = [read_tie(one, "") for one in (tie.kind, tie.role, tie.text) if one]
    return any(map(_far_off, read)) and not any(one.kind and not one.remote for one in read)


def _far_off(one: Reading) -> bool:
    return one.remote or (one.kind is None and not one.denied)


def _may_be_more(tie: Tie, link: Link) -> bool:
    """Whether a remote tie may tell of a close one: a pension of the job that earns it, a member of who owns a part."""
    said = {*words(tie.kind or ""), *words(tie.text or ""), *words(tie.role or "")}
    if said & _PENSIONS:
        return link.kind == "employment"
    return bool(said & _BESIDE_IT) and "professional" not in said


def _of_another_gift(tie: Tie, link: Link) -> Stands:
    """Return how far one declared gift stands for a recorded one: a smaller one of another day is another gift."""
    recorded = link.at.value if isinstance(link.at.value, Tie) else None
    if recorded is None or tie.value is None or recorded.value is None:
        return Stands.WHOLLY
    told, given = tie.value, recorded.value
    if told.amount is None or given.amount is None or told.currency != given.currency or told.amount >= given.amount:
        return Stands.WHOLLY
    apart = tie.date is not None and recorded.date is not None and tie.date != recorded.date
    return Stands.NOT if apart else Stands.PARTLY


def _of_what_was_taken(tie: Tie, said: frozenset[str]) -> Stands:
    """Return how far what is not declared as a gift alone stands for one: a post or a share is no word about it."""
    if "gift" in said:
        return Stands.WHOLLY
    if not tie.kind and not tie.text and not tie.role:
        return Stands.OPEN
    if _TAKEN & _words_of(tie):
        return Stands.OPEN
    return Stands.NOT if said and "other" not in said else Stands.PARTLY


def _owed(link: Link) -> frozenset[str]:
    """Return the words by which a recorded tie of no other kind is a loan, a fee or the like."""
    return _OWED & _words_of(link.at.value) if isinstance(link.at.value, Tie) else frozenset()


def _of_what_is_owed(tie: Tie, said: frozenset[str], owed: frozenset[str]) -> Stands:
    told = _words_of(tie)
    if told & owed or not (tie.kind or tie.text or tie.role):
        return Stands.WHOLLY
    return Stands.OPEN if told & (_OWED | _TAKEN) else Stands.PARTLY if said or vague(tie) else Stands.WHOLLY


def _words_of(tie: Tie) -> frozenset[str]:
    return frozenset(one for said in (tie.kind, tie.role, tie.text) for one in words((said or "").replace("-", " ")))


def _of_another_kind(tie: Tie, said: frozenset[str], kind: str) -> Stands:
    if kind == "listed" and said & _WORK:
        return Stands.WHOLLY
    if said <= _LESS:
        return Stands.NOT
    shares = said <= _LESS | {"ownership"} and not _PARTNERS & set(words(tie.kind or ""))
    return Stands.NOT if shares and kind != "listed" else Stands.PARTLY


def _kinds(tie: Tie) -> Iterator[str]:
    """Yield every kind of tie that a declared interest speaks of: by its kind, by what one is there, in its text."""
    for said in (tie.kind, tie.role, tie.text):
        kind = read_tie(said, "").kind if said else ""
        if kind:
            yield kind
