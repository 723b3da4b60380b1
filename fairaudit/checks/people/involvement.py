"""Parts that do not go together: bidders who helped to write the tender, and advisers on both sides."""

from collections.abc import Iterator

from fairaudit.analysis.names import any_same_organisation
from fairaudit.checks.base import Found, Hit, Slot, Unassessed, check
from fairaudit.checks.people.declared import declarations_by, interest_in
from fairaudit.checks.people.party_names import names_party
from fairaudit.checks.people.ties import Ground, Link, ground_of, in_time, links_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.influence import Official, Standing
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.parties import ConflictsAssessment
from fairaudit.procurement.roles import role_named
from fairaudit.procurement.scalars import When
from fairaudit.procurement.tender import MarketEngagement, Notice
from fairaudit.procurement.wanted import in_list

_CLOSE = frozenset({"employment", "directorship", "ownership", "advice", "listed"})


class DraftedBy(Frozen):
    """Who helped to write the tender, and the bidder it is, or works for."""

    drafter: str
    bidder: str


@check
def bidder_drafted(node: Node[object], case: Case) -> Found[DraftedBy]:
    """Flag bidders who wrote part of the tender, themselves or by their people, and whose lead was not evened out."""
    ground = ground_of(case)
    if ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
    known = any("drafter" in one.roles for one in ground.officials)
    if (
        not known
        and case.tender.drafters is None
        and not any(one.drafted for one in case.tender.market_engagement or ())
    ):
        yield Unassessed(node, "who wrote the tender is not given", ("tender.drafters",))
    for at, text in _drafting_parties(case):
        yield from _party_drafted(ground, at, text)
    for official in ground.officials:
        if "drafter" in official.roles:
            yield from _person_drafted(ground, official)


def _drafting_parties(case: Case) -> Iterator[tuple[Node[object], str]]:
    """Yield organisations that wrote part of the tender, and where that is recorded."""
    for index, drafter in enumerate(case.tender.drafters or ()):
        if case.person(drafter) is None:
            yield Node(("tender", "drafters", index), drafter), drafter
    for one in case.tender.market_engagement or ():
        for participant in (one.participants or ()) if one.drafted else ():
            yield one.field("participants"), participant
    for party in case.parties:
        if party.id and any(role_named(role) == "drafter" for role in party.roles or ()):
            yield party.field("roles"), party.id


def _party_drafted(ground: Ground, at: Node[object], text: str) -> Iterator[Hit[DraftedBy]]:
    case = ground.case
    for key, standings in ground.bidders.standings.items():
        party = case.party(key)
        named = any_same_organisation((text,), (party.name, *(party.aliases or ())) if party else (key,))
        for standing in standings if text == key or named else ():
            if not _evened_out(case, (key, standing.bidder)):
                facts = DraftedBy(case.party_name(key), _of(case, standing, key))
                sure = None if text == key and standing.sure else "possible"
                yield Hit(at, facts, confidence=sure, key=f"{standing.bidder} {key}")


def _of(case: Case, standing: Standing, key: str) -> str:
    if not standing.sure:
        return standing.words
    return (
        "a bidder itself"
        if standing.bidder == key
        else f"standing behind the bidder {case.party_name(standing.bidder)}"
    )


def _person_drafted(ground: Ground, official: Official) -> Iterator[Hit[DraftedBy] | Unassessed]:
    seen: set[tuple[str, str]] = set()
    for link, gap in _close_links(ground, official, seen):
        if _evened_out(ground.case, (link.party, link.bidder)):
            continue
        if gap is not None:
            yield gap
        else:
            seen.add((link.bidder, link.party))
            facts = DraftedBy(official.name, f"somebody who {link.words} {link.party_name}, {link.standing}")
            sure = _sure(link, "drafter")
            yield Hit(official.at, facts, ((link.at, "the tie"),), sure, f"{official.key} {link.bidder} {link.party}")
    if not seen and ground.bidders.ids:
        yield from _employer_unknown(ground.case, official)


def _close_links(
    ground: Ground, official: Official, seen: set[tuple[str, str]]
) -> Iterator[tuple[Link, Unassessed | None]]:
    """Yield the recorded jobs and shares that still hold and were not handled, or why that cannot be said of one."""
    for link in links_of(ground, official):
        if link.kind in _CLOSE and link.sure and (link.bidder, link.party) not in seen:
            timely, done = in_time(ground, link, 0), handled(ground, official, link.bidder)
            if timely is False or done is True:
                continue
            yield link, next((one for one in (timely, done) if isinstance(one, Unassessed)), None)


def _sure(link: Link, role: str) -> str | None:
    """Return the confidence of a tie of somebody with a role: a question where only a name gives them the role."""
    return None if link.placed and role not in link.official.by_name else "possible"


def _employer_unknown(case: Case, official: Official) -> Iterator[Unassessed]:
    person = official.person
    if person is None or person.employments is None:
        absent = in_list(case, "people", official.key)
        field = absent if person is None else text_of((*person.path, "employments"))
        yield Unassessed(official.at, f"whom {official.name} works for is not given", (field,))


def _evened_out(case: Case, keys: tuple[str, ...]) -> bool:
    """Whether what a party had or said before the tender was shared with all, or its lead was evened out."""
    return any(
        (one.shared or one.shared_documents or one.mitigation)
        and any(names_party(case, one.participants or (), key) for key in keys)
        for one in case.tender.market_engagement or ()
    )


def handled(ground: Ground, official: Official, bidder: str) -> bool | Unassessed:
    """Whether somebody stepped aside from a bidder, or declared the interest and followed what was agreed about it."""
    case = ground.case
    keys = case.once(_parties_of).get(bidder, ())
    for one in declarations_by(case, official):
        if one.recused_from and names_party(case, one.recused_from, bidder):
            return True
        measures = one.mitigation
        if measures and measures.followed and any(interest_in(case, tie, keys) for tie in one.interests or ()):
            if measures.actions:
                return True
            reason = f"which measures {official.name} followed is not given"
            return Unassessed(one.node, reason, (text_of((*measures.path, "actions")),))
    return False


def _parties_of(case: Case) -> dict[str, tuple[str, ...]]:
    """Return the parties that are a bidder or stand behind it, by the bidder."""
    found: dict[str, list[str]] = {}
    for key, standings in ground_of(case).bidders.standings.items():
        for bidder in dict.fromkeys(one.bidder for one in standings):
            found.setdefault(bidder, []).append(key)
    return {bidder: tuple(keys) for bidder, keys in found.items()}


class Engaged(Frozen):
    """Which bidders took part in a talk before the tender."""

    bidders: tuple[str, ...]


@check
def engagement_unshared(node: Node[object], case: Case, *, shared: Slot[bool]) -> Found[Engaged]:
    """Flag a talk with the market in which bidders took part; what is shared or evened out is left to `lawful_when`."""
    ground = ground_of(case)
    talk = node.value
    if not isinstance(talk, MarketEngagement) or talk.drafted:
        return
    if talk.participants is None:
        yield Unassessed(node, "who took part is not given", (text_of((*talk.path, "participants")),))
    elif ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
    elif present := [one for one in ground.bidders.ids if names_party(case, talk.participants, one)]:
        if talk.shared is None and not talk.shared_documents and not talk.mitigation:
            yield Unassessed(node, "whether it was shared with all is not given", (text_of(shared.path),))
        else:
            yield Hit(talk.field("participants"), Engaged(tuple(case.party_name(one) for one in present)))


class BothSides(Frozen):
    """Who advises the buyer, and what ties them to a bidder."""

    adviser: str
    tie: str
    party: str


@check
def adviser_on_both_sides(node: Node[object], case: Case) -> Found[BothSides]:
    """Flag advisers of the buyer, people or firms, who work for or advise a bidder, declared or not, and did not step aside."""
    ground = ground_of(case)
    yield from ground.gaps(node)
    for key, standings in ground.bidders.standings.items():
        party = case.party(key)
        if party and any(role_named(role) == "adviser" for role in party.roles or ()):
            for standing in standings:
                if not _evened_out(case, (key, standing.bidder)):
                    facts = BothSides(case.party_name(key), "is", standing.words)
                    sure = None if standing.sure else "possible"
                    yield Hit(party.field("roles"), facts, confidence=sure, key=standing.bidder)
    for official in ground.officials:
        if "adviser" in official.roles:
            yield from _adviser_works_for(ground, official)


def _adviser_works_for(ground: Ground, official: Official) -> Iterator[Hit[BothSides] | Unassessed]:
    seen: set[tuple[str, str]] = set()
    for link, gap in _close_links(ground, official, seen):
        if gap is not None:
            yield gap
        else:
            seen.add((link.bidder, link.party))
            yield _working_for(official, link)
    if not seen and ground.bidders.ids:
        yield from _employer_unknown(ground.case, official)


def _working_for(official: Official, link: Link) -> Hit[BothSides]:
    facts = BothSides(official.name, link.words, f"{link.party_name}, {link.standing}")
    return Hit(
        link.at,
        facts,
        ((official.at, "where the influence is recorded"),),
        _sure(link, "adviser"),
        f"{official.key} {link.bidder} {link.party}",
    )


class Stale(Frozen):
    """The last notice, and when the assessment was last looked at."""

    notice: str
    published: When
    reviewed: When


@check
def assessment_not_revisited(node: Node[object], case: Case) -> Found[Stale]:
    """Flag a conflicts assessment neither revised nor confirmed between the last notice but one and the last."""
    own = node.value
    if not isinstance(own, ConflictsAssessment):
        return
    if own.prepared is None or case.tender.notices is None:
        missing = text_of((*own.path, "prepared")) if own.prepared is None else "tender.notices"
        yield Unassessed(node, f"{missing} is not given", (missing,))
        return
    dated = [one for one in case.tender.notices if one.published]
    yield from (
        Unassessed(one.node, "when this notice was published is not given", (text_of((*one.path, "published")),))
        for one in case.tender.notices
        if not one.published
    )
    dated.sort(key=lambda one: _day(case, one.published))
    reviewed = max((own.prepared, *(own.revised or ())), key=lambda one: _day(case, one))
    if len(dated) > 1 and not _confirmed(own, dated[-1]):
        last, before = dated[-1], dated[-2]
        if _day(case, reviewed) < _day(case, before.published) and last.published:
            yield Hit(node, Stale(last.kind or "last", last.published, reviewed), ((last.node, "the last notice"),))


def _confirmed(own: ConflictsAssessment, notice: Notice) -> bool:
    return bool(own.confirmed_in) and own.confirmed_in == notice.kind


def _day(case: Case, when: When | None) -> str:
    """Return the day of a moment, to put moments in order; as written where its zone is unknown."""
    local = case.clock.local(when) if when else None
    return (local.date() if local else when.date).isoformat() if when else ""
