"""Undeclared conflicts of interest: ties of those with influence to those who bid. See `involvement` and `given`."""

from collections import Counter
from collections.abc import Iterator, Mapping

from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.people.declarations.declared import after_declaring, beside, declared_instead, silence, undeclared
from fairaudit.checks.people.declarations.standing_for import Stands
from fairaudit.checks.people.spellings.alike import born
from fairaudit.checks.people.ties.courtesies import below_nothing, not_comparable, several_gifts, small_gift, value_of
from fairaudit.checks.people.ties.courtesies import courtesy as within
from fairaudit.checks.people.ties.matched import Counterpart, matches_of, others_around
from fairaudit.checks.people.ties.nobody import ties_to_nobody, to_nobody
from fairaudit.checks.people.ties.tie_records import records_of
from fairaudit.checks.people.ties.to_bidders import (
    Ground,
    Link,
    ground_of,
    in_time,
    links_of,
    soon_after,
    unclear_share,
)
from fairaudit.checks.people.ties.unread_rows import unread_value
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Person
from fairaudit.procurement.persons.identity import ambiguous, key_of, several_parties
from fairaudit.procurement.persons.influence import Official, of_unknown_influence
from fairaudit.procurement.wanted import in_list


class Counts(Frozen):
    """How many months a tie counts after it ended, how many after the award one that began is a question, and small gifts.

    What ended before those months and within `lately` is a question: a share may have been sold because of the tender. A job
    with a bidder may be what was promised before the award.
    """

    months: int
    afterwards: int
    courtesy: tuple[str, ...] = ()
    lately: int = 0

    @property
    def most(self) -> int:
        """How many months before the procurement a tie may have ended and still be looked at."""
        return max(self.months, self.lately)


# Where ties of a kind are recorded: with the person, or in full with every bidder.
_RECORDED = {
    "employment": ("employments", "people"),
    "directorship": ("interests", "people"),
    "ownership": ("interests", "owners"),
    "family": ("relatives", ""),
}


_AGAIN = "recorded here too"


class TieFacts(Frozen):
    """Who is tied to which party, how, and what that party is in this procurement."""

    person: str
    roles: tuple[str, ...]
    tie: str
    party: str
    standing: str
    silence: str = ""


@check
def undeclared_tie(
    node: Node[object],
    case: Case,
    *,
    kinds: tuple[str, ...],
    months: int = 24,
    afterwards: int = 12,
    by: str = "record",
    courtesy: tuple[str, ...] = (),
    lately: int = 0,
) -> Found[TieFacts]:
    """Flag ties between somebody with influence and a bidder that no declaration names.

    A tie counts while it lasts and for `months` after it ended, counted back from the first of publication, role and access;
    `by: record` takes ties recorded by id, `by: name` those where only a name agrees: of the party, of the relative, of
    the official. One by name of which it cannot be said whether it was declared keeps `record` from passing too. What ended
    earlier but within `lately` months, what began within `afterwards` months after the award, what leads to a party of a bidder's
    group, and a gift that is worth no more than a `courtesy` in its currency while all of that party together are worth more, is
    a question; a smaller one is left out. Whether a share is held that its own words may take back is not known.
    """
    ground, counts = ground_of(case), Counts(months, afterwards, courtesy, lately)
    yield from ground.gaps(node)
    for official in ground.officials:
        every = [one for one in links_of(ground, official) if one.kind in kinds]
        every = [one for one in every if not small_gift(ground, one, courtesy, months)]
        links = [one for one in every if one.by_record == (by == "record")]
        found = [one for link in links for one in judged(ground, link, counts)]
        if by == "record":
            found += [one for link in every for one in _left_open(ground, link, counts)]
            found += _perhaps_shares(ground, official, kinds, counts)
        undated = Counter(_key(one) for one in links if one.kind == "gift" and one.end is None)
        yield from (_with_the_others(one, undated) for one in _once(found)) if found else ()
        yield from _to_nobody(ground, official, kinds, counts.most)
        if not links and ground.bidders.ids:
            yield from _unrecorded(ground, official, kinds, by)
    yield from _of_unknown_part(ground, kinds, counts, by)


def judged(ground: Ground, link: Link, counts: Counts) -> Iterator[Hit[TieFacts] | Unassessed]:
    """Yield a tie that counts and is in no declaration, or why that cannot be said."""
    later = soon_after(ground, link, counts.afterwards)
    timely = True if later else in_time(ground, link, counts.most)
    over = not later and timely is True and in_time(ground, link, counts.months) is False
    later = later or after_declaring(ground, link)
    link = later or link
    silent = undeclared(ground, link)
    if timely is False or silent is False:
        return
    if isinstance(timely, Unassessed):
        yield timely._replace(seen=True)
    elif wrong := below_nothing(link) or _not_understood(ground, link):
        yield wrong
    elif isinstance(silent, Unassessed):
        yield silent._replace(seen=True)
    else:
        facts = TieFacts(
            link.official.name, link.official.roles, Clause(link.words), link.party_name, link.standing,
            Clause(silence(ground, link)),
        )  # fmt: skip
        instead = declared_instead(ground, link)
        related = ((link.official.at, "where the influence is recorded"), *beside(instead))
        related += ((link.against, "contradicts it"),) if link.against else ()
        worth = value_of(link)
        small = bool(within(ground.case, worth, counts.courtesy)) or (
            bool(counts.courtesy) and not_comparable(worth, counts.courtesy)
        )
        partly = any(stands is Stands.PARTLY for _, stands in instead)
        sure = "possible" if over or later or small or partly or not link.holds else None
        yield Hit(link.at, facts, related, sure, _key(link))


def _not_understood(ground: Ground, link: Link) -> Unassessed | None:
    return unread_value(ground.case, link.at, link.official.name) if link.kind == "gift" else None


def _left_open(ground: Ground, link: Link, counts: Counts) -> Iterator[Unassessed]:
    """Yield why a tie that only a name tells cannot be judged: it may be the tie by record that nobody wrote down."""
    if not link.by_record:
        yield from (one for one in judged(ground, link, counts) if isinstance(one, Unassessed))


def _perhaps_shares(ground: Ground, official: Official, kinds: tuple[str, ...], counts: Counts) -> list[Unassessed]:
    """Return the shares that are undeclared if they are held, which the words beside them leave open."""
    return [
        Unassessed(link.at, unclear_share(link), (text_of((*link.at.path, "end_date")),), seen=True)
        for link in links_of(ground, official)
        if link.perhaps == "ownership" and link.perhaps in kinds
        if in_time(ground, link, counts.most) is not False and undeclared(ground, link) is not False
    ]


def _once(found: list[Hit[TieFacts] | Unassessed]) -> Iterator[Hit[TieFacts] | Unassessed]:
    """Yield the first and surest hit for each tie, with the other records of it as related places."""
    hits: dict[str, Hit[TieFacts]] = {}
    for one in found:
        if isinstance(one, Unassessed):
            yield one
        elif one.key in hits:
            first, other = (
                (hits[one.key], one) if hits[one.key].confidence is None or one.confidence else (one, hits[one.key])
            )
            before = (each for each in other.related if each[1] == _AGAIN)
            related = (*first.related, *before, (other.at, _AGAIN))
            hits[one.key] = Hit(first.at, first.facts, related, first.confidence, first.key)
        else:
            hits[one.key] = one
    yield from hits.values()


def _key(link: Link) -> str:
    return f"{link.official.key} {link.bidder} {link.party} {link.kind}"


def _with_the_others(one: Hit[TieFacts] | Unassessed, undated: Mapping[str, int]) -> Hit[TieFacts] | Unassessed:
    """Return a gift with how many more there are of that party, what they come to, and how many have no day."""
    if isinstance(one, Unassessed):
        return one
    again = [at for at, words in one.related if words == _AGAIN]
    without = undated.get(one.key, 0)
    words = several_gifts(one.facts.tie, (one.at, *again), without) if again or without else ""
    return one._replace(facts=one.facts._replace(tie=Clause(words))) if words else one


def _unrecorded(ground: Ground, official: Official, kinds: tuple[str, ...], by: str) -> Iterator[Unassessed]:
    """Yield why it cannot be said that somebody has no such tie."""
    person = official.person
    if ambiguous(ground.case, official.key):
        reason = f"more than one person is called {official.name}, and which of them is meant is not given"
        yield Unassessed(official.at, reason, (text_of(official.at.path),))
        return
    mine, theirs = _RECORDED.get(kinds[0], ("interests", ""))
    if by == "name" and person and any((person.employments, person.interests, person.relatives)):
        return
    if theirs in ground.case.once(_recorded_of_bidders):
        return
    if person is None:
        lacking = in_list(ground.case, "people", official.key)
        yield Unassessed(official.at, f"nothing is recorded about {official.name}", (lacking,))
    elif getattr(person, mine) is None:
        name = text_of((*person.path, mine))
        yield Unassessed(person.field(mine), f"{name} is not given", (name,))


def _to_nobody(ground: Ground, official: Official, kinds: tuple[str, ...], months: int) -> Iterator[Unassessed]:
    """Yield the ties of somebody that count, and of which it is not given to whom they lead."""
    nowhere = {one.path: one for one in (ties_to_nobody(official.person) if official.person else ())}
    for record in records_of(ground.case, official.key, official.person) if nowhere and ground.bidders.ids else ():
        if record.kind in kinds and record.at.path in nowhere:
            link = Link(
                official, "", "", "", "", record.kind, record.at, start=record.start, end=record.end, ended=record.ended
            )  # fmt: skip
            if in_time(ground, link, months) is not False:
                yield to_nobody(nowhere[record.at.path], official.name)


def _recorded_of_bidders(case: Case) -> frozenset[str]:
    """Return where ties are recorded with every bidder."""
    parties = [case.party(one) for one in bidders(case).ids]
    return frozenset(
        name
        for name in ("people", "owners")
        if all(one is not None and getattr(one, name) is not None for one in parties)
    )


def _of_unknown_part(ground: Ground, kinds: tuple[str, ...], counts: Counts, by: str) -> Iterator[Unassessed]:
    """Yield people tied to a bidder of whom it is not known whether they had influence."""
    for person in of_unknown_influence(ground.case):
        for link in links_of(ground, _as_if(person)):
            looked_at = by == "record" or not link.by_record
            if link.kind in kinds and looked_at and in_time(ground, link, counts.most) is not False:
                reason = f"{link.official.name} {link.words} {link.party_name}; what part they had is not known"
                yield Unassessed(person.field("roles"), reason, (text_of((*person.path, "roles")),), seen=True)


def _as_if(person: Person) -> Official:
    return Official(key_of(person), (), person.node, person)


class MatchFacts(Frozen):
    """What somebody with influence has in common with somebody of a bidder."""

    person: str
    roles: tuple[str, ...]
    match: str
    party: str
    standing: str


@check
def undeclared_match(node: Node[object], case: Case, *, by: str = "record") -> Found[MatchFacts]:
    """Flag people with influence who share a register number, mailbox, or name and birth date with somebody of a bidder.

    `by: name` flags those who share only a name, or only an address, or names that are alike and the birth month. A contradicting
    birth date or number ends a match. Of somebody whose own tie to the bidder only a name tells as well, it is asked in a low
    voice, where the tie goes on and the name is not one that very many bear.
    """
    ground = ground_of(case)
    yield from ground.gaps(node)
    others = ground.case.once(others_around)
    yield from _bidders_unrecorded(ground, others.all)
    for official in ground.officials:
        if official.person is None:
            if others.all:
                lacking = in_list(case, "people", official.key)
                yield Unassessed(official.at, f"nothing is recorded about {official.name}", (lacking,))
            continue
        if official.person.birth_date and not born(case, official.person):
            field = text_of((*official.person.path, "birth_date"))
            reason = f"{official.name} was a child when this tender was published, by a birth date that cannot be right"
            yield Unassessed(official.person.field("birth_date"), reason, (f"{field} (the right one)",))
        for link, _, _, by_name in matches_of(ground, official, by):
            silent = undeclared(ground, link)
            if isinstance(silent, Unassessed):
                yield silent._replace(seen=True)
            elif silent:
                match = Clause(link.said.removeprefix("has "))
                facts = MatchFacts(official.name, official.roles, match, link.party_name, link.standing)
                partly = any(stands is Stands.PARTLY for _, stands in declared_instead(ground, link))
                sure = "possible" if partly or not link.placed else None
                related = ((link.at, "compared with this"),)
                severity = "low" if by_name else None
                yield Hit(official.person.node, facts, related, sure, f"{link.bidder} {link.party}", severity)


def _bidders_unrecorded(ground: Ground, others: list[Counterpart]) -> Iterator[Unassessed]:
    # A firm's own name, which may be somebody's for want of a legal form, tells of nobody who belongs to it.
    known = {
        one.standing.bidder
        for one in others
        if not one.by_name and (one.party.sole_trader or one.name in (None, "") or one.name != one.party.name)
    }
    for bidder in ground.bidders.ids:
        party = ground.case.party(bidder)
        if bidder in ground.case.once(several_parties):
            continue  # Told with the others that stand for two.
        if party is None:
            lacking = in_list(ground.case, "parties", bidder)
            yield Unassessed(Node(("parties",), None), f"nothing is recorded about the bidder {bidder}", (lacking,))
        elif bidder not in known and (party.people is None or party.contact_point is None):
            name = text_of((*party.path, "people"))
            yield Unassessed(party.field("people"), f"nobody of the bidder {party.name or bidder} is recorded", (name,))
