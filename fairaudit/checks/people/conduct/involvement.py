"""Bidders who helped to write the tender or talked about it before it came, and whether their lead was evened out."""

from collections.abc import Iterator
from itertools import chain

from fairaudit.analysis.names import any_same_organisation
from fairaudit.checks.base import Clause, Found, Hit, Slot, Unassessed, check
from fairaudit.checks.information.papers.of_talks import Paper, papers_of, went_to_all
from fairaudit.checks.people.conduct.out_of_it import Out, out_of_it
from fairaudit.checks.people.spellings.party_names import names_party, near
from fairaudit.checks.people.ties.close_ties import (
    close_links,
    confidence_of,
    employer_unknown,
    once_bids_closed,
    while_bids_were_made,
)
from fairaudit.checks.people.ties.to_bidders import OF_RELATIVES, Ground, Link, ground_of, in_time, links_of
from fairaudit.checks.reasons import incomplete, unread_words
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.bidding import Standing
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.tender import MarketEngagement
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.persons.faces import names_of
from fairaudit.procurement.persons.identity import bearers_of, key_of
from fairaudit.procurement.persons.influence import Official
from fairaudit.procurement.persons.roles import roles_named
from fairaudit.procurement.received.recipients import meant, told_of


class DraftedBy(Frozen):
    """Who helped to write the tender, and the bidder it is, or works for."""

    drafter: str
    bidder: str


@check
def bidder_drafted(node: Node[object], case: Case, *, grounds: tuple[str, ...]) -> Found[DraftedBy]:
    """Flag bidders who wrote part of the tender, themselves or by their people, and whose lead was not evened out.

    Whoever went to a bidder when their part was over and bids were still being made, or, with no end of their part, when bids
    were in, is asked about. Whoever was heard and shut out on one of the `grounds` before its bid was scored has no lead left.
    """
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
    yield from _person_or_party(ground)
    for one in _drafting_parties(case):
        yield from _party_drafted(ground, one, grounds)
    for official in ground.officials:
        if "drafter" in official.roles:
            yield from _person_drafted(ground, official, grounds)


def _person_or_party(ground: Ground) -> Iterator[Unassessed]:
    """Yield a drafter whose id is a person's and a party's, one of them with a bidder, where no role says who is meant."""
    case = ground.case
    drafting = {one.key for one in ground.officials if "drafter" in one.roles}
    for index, drafter in enumerate(case.tender.drafters or ()):
        person, party = case.person(drafter), case.party(drafter)
        if person is None or party is None or drafter in drafting:
            continue
        if drafter in ground.bidders.standings or links_of(ground, Official(drafter, (), person.node, person)):
            reason = f"{drafter} is the id of {person.name or 'a person'} and of {party.name or 'a party'}"
            at = Node(("tender", "drafters", index), drafter)
            yield Unassessed(at, f"{reason}, and which of them wrote is not given", (text_of((*person.path, "roles")),))


class _Drafting(Frozen):
    """A record that an organisation wrote part of the tender: where it stands, whom it names, and the talk if it is one."""

    at: Node[object]
    text: str
    talk: MarketEngagement | None = None


def _drafting_parties(case: Case) -> Iterator[_Drafting]:
    for index, drafter in enumerate(case.tender.drafters or ()):
        if case.person(drafter) is None:
            yield _Drafting(Node(("tender", "drafters", index), drafter), drafter)
    for one in case.tender.market_engagement or ():
        for participant in (one.participants or ()) if one.drafted else ():
            yield _Drafting(one.field("participants"), participant, one)
    for party in case.parties:
        if party.id and any("drafter" in roles_named(role) for role in party.roles or ()):
            yield _Drafting(party.field("roles"), party.id)


def _party_drafted(ground: Ground, drafting: _Drafting, grounds: tuple[str, ...]) -> Iterator[Hit[DraftedBy]]:
    case, text = ground.case, drafting.text
    for key in dict.fromkeys((*near(case, (text,)), text)):
        standings = ground.bidders.standings.get(key, ())
        named = text == key or any_same_organisation((text,), names_of(case.party(key)) or (key,))
        answered = evened_by(case, drafting.talk) if drafting.talk else _evened_out(case, (key,))
        for standing in standings if named and answered is not True else ():
            out = out_of_it(case, standing.bidder, grounds, (key, text))
            if out and not out.words:
                continue
            facts = DraftedBy(case.party_name(key), _told(_of(case, standing, key), out))
            sure = text == key and standing.sure and answered is False and out is None
            words = _unread(case, (key,), drafting.talk) if answered is None else ()
            yield Hit(
                drafting.at,
                facts,
                words,
                confidence=None if sure else "possible",
                key=f"{standing.bidder} {key}",
                severity=None if text == key and standing.sure and not words else "medium",
            )


def evened_by(case: Case, talk: MarketEngagement) -> bool | None:
    """Return whether what came of a talk was shared with all, or its lead evened out; `None` where it may have been."""
    answers = (bool(talk.shared), went_to_all(case, talk), tells(talk.mitigation))
    return True if True in answers else None if None in answers else False


def _evened_out(case: Case, keys: tuple[str, ...]) -> bool | None:
    """Return whether the lead of those who wrote part of the tender was evened out; `None` where it may have been.

    Only talks about the writing itself can show it, and each of them must. That another talk was shared says nothing of what
    they wrote; what was done about the lead from another talk may have answered this too.
    """
    own = _own_talks(case, keys)
    if drafted := [one for one in own if one.drafted]:
        answers = {evened_by(case, one) for one in drafted}
        return False if False in answers else None if None in answers else True
    return None if any(tells(one.mitigation) is not False for one in own) else False


def _unread(
    case: Case, keys: tuple[str, ...], talk: MarketEngagement | None = None
) -> tuple[tuple[Node[object], str], ...]:
    """Return what is recorded on the lead of somebody and not understood, where nothing else leaves it open."""
    talks = [talk] if talk else _own_talks(case, keys)
    talks = [one for one in talks if one.drafted] or talks
    if any(tells(one.mitigation) is not True and went_to_all(case, one) is None for one in talks):
        return ()
    return unread_words(one.field("mitigation") for one in talks)


def _own_talks(case: Case, keys: tuple[str, ...]) -> list[MarketEngagement]:
    return [
        one
        for one in case.tender.market_engagement or ()
        if any(names_party(case, one.participants or (), key) for key in keys)
    ]


def _of(case: Case, standing: Standing, key: str) -> str:
    if not standing.sure:
        return standing.words
    return (
        "a bidder itself"
        if standing.bidder == key
        else f"standing behind the bidder {case.party_name(standing.bidder)}"
    )


def _told(words: str, out: Out | None) -> str:
    """Return the words for a bidder, and what became of its bid."""
    return f"{words}, {out.words}" if out and out.words else words


def _person_drafted(
    ground: Ground, official: Official, grounds: tuple[str, ...]
) -> Iterator[Hit[DraftedBy] | Unassessed]:
    seen: set[tuple[str, str]] = set()
    later = ((link, gap, "possible") for link, gap in while_bids_were_made(ground, official, seen))
    for link, gap, confidence in chain(_while_drafting(ground, official, seen), later):
        keys = (link.party, official.key, official.name)
        answered = _evened_out(ground.case, keys)
        out = out_of_it(ground.case, link.bidder, grounds, (link.party,))
        if answered or (out and not out.words):
            continue
        if gap is not None:
            yield gap
        else:
            seen.add((link.bidder, link.party))
            somebody = f"somebody who {link.words} {link.party_name}, {link.standing}"
            facts = DraftedBy(official.name, _told(somebody, out))
            sure = confidence if answered is False and out is None else "possible"
            words = _unread(ground.case, keys) if answered is None else ()
            key = f"{official.key} {link.bidder} {link.party}"
            yield Hit(official.at, facts, ((link.at, "the tie"), *words), sure, key, "medium" if words else None)
    if not seen and ground.bidders.ids:
        yield from employer_unknown(ground.case, official)


def _while_drafting(
    ground: Ground, official: Official, seen: set[tuple[str, str]]
) -> Iterator[tuple[Link, Unassessed | None, str | None]]:
    """Yield the jobs and shares of whoever wrote, with how sure it is; of one that began when bids were in, a question."""
    for link, gap in close_links(ground, official, seen):
        after = once_bids_closed(ground.case, link)
        yield after or link, gap, "possible" if after else confidence_of(link, "drafter")


class Engaged(Frozen):
    """Which bidders took part in a talk before the tender, and what they had more than the others."""

    bidders: tuple[str, ...]
    difference: Clause


@check
def engagement_unshared(
    node: Node[object], case: Case, *, shared: Slot[bool], grounds: tuple[str, ...]
) -> Found[Engaged]:
    """Flag a talk with the market in which bidders took part; what is shared or evened out is left to `lawful_when`.

    Where all bidders took part there are no others to share it with; where there may be more of them, a person has to look.
    Whoever was heard and shut out for it, on one of the `grounds`, has no lead left.
    """
    ground = ground_of(case)
    talk = node.value
    if not isinstance(talk, MarketEngagement) or talk.drafted:
        return
    if talk.participants is None:
        yield Unassessed(node, "who took part is not given", (text_of((*talk.path, "participants")),))
    elif ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
    else:
        yield from _present(ground, talk, shared, grounds)


def _present(ground: Ground, talk: MarketEngagement, shared: Slot[bool], grounds: tuple[str, ...]) -> Found[Engaged]:
    """Yield the bidders who took part in a talk, or as a question those who stand behind one: they need not have told it."""
    case, listed = ground.case, talk.participants or ()
    there = [one for one in ground.bidders.ids if names_party(case, listed, one)]
    alone = 1 < len(there) == len(ground.bidders.ids)
    if alone and case.holds_all("bids"):
        return  # There are no others with whom to share it.
    outs = {one: out_of_it(case, one, grounds) for one in ground.bidders.ids}
    settled = frozenset(one for one, out in outs.items() if out and not out.words)
    present = tuple(_with_what_came(case, one, outs[one]) for one in there if one not in settled)
    # One party may stand behind several bidders, each of which may have heard of it.
    behind = {
        f"{case.party_name(key)}, {one.words},"
        for key, standings in ground.bidders.standings.items()
        if not present and key not in ground.bidders.of_buyer and names_party(case, listed, key)
        for one in standings
        if one.bidder not in settled
    }
    names = present or tuple(sorted(behind | _people_there(ground, listed, settled)))
    if names:
        # Whether there are others at all, or whether whoever stands behind a bidder told it, nobody recorded.
        gone = all(outs[one] for one in there)
        unless = " where others bid" if alone else " while they were in the contest" if present and gone else ""
        unless = unless or ("" if present else " where the bidder was told of it")
        yield from _of_sharing(ground, talk, shared, names, unless)


def _with_what_came(case: Case, bidder: str, out: Out | None) -> str:
    return f"{case.party_name(bidder)}, {out.words}," if out else case.party_name(bidder)


def _people_there(ground: Ground, listed: tuple[str, ...], settled: frozenset[str]) -> set[str]:
    """Return in words those of the bidders' own people whom a list of participants names; the bidder need not be named."""
    case, officials = ground.case, {one.key for one in ground.officials}
    called = {id(one): one for text in listed for one in (case.person(text), *bearers_of(case, text)) if one}
    people = [one for one in called.values() if key_of(one) not in officials]
    links = [link for one in people for link in links_of(ground, Official(key_of(one), (), one.node, one))]
    told: dict[tuple[str, str, str], str] = {}
    # That somebody is listed says less than what else is recorded of them.
    for link in sorted(links, key=lambda one: one.kind == "listed"):
        counts = link.kind in OF_RELATIVES and link.by_record and link.bidder not in settled
        if counts and in_time(ground, link, 0) is True:
            words = f"{link.official.name}, who {link.words} {link.party_name}, {link.standing},"
            told.setdefault((link.official.key, link.bidder, link.party), words)
    return {*told.values()} | {
        f"{one}, of the people of {party.name or party.id}, {standing.words},"
        for party in case.parties
        for one in set(party.people or ()) & set(listed)
        if case.person(one) is None and one not in officials and party.id not in ground.bidders.of_buyer
        for standing in ground.bidders.standings.get(party.id or "", ())
        if standing.bidder not in settled
    }


def _of_sharing(
    ground: Ground, talk: MarketEngagement, shared: Slot[bool], names: tuple[str, ...], unless: str
) -> Found[Engaged]:
    """Yield a talk and what is open of how it was shared; that papers were shared excuses it only where all had them."""
    case, at = ground.case, talk.field("shared_documents")
    if talk.shared is None and not talk.shared_documents and not talk.mitigation:
        yield Unassessed(talk.node, "whether it was shared with all is not given", (text_of(shared.path),))
        return
    if talk.shared and talk.shared_documents == () and not tells(talk.mitigation):
        reason = f"that it was shared with all is said, and {text_of(at.path)} holds nothing of it"
        yield Unassessed(talk.node, reason, (f"{text_of(at.path)} (in other words)",))
    papers = papers_of(case, talk) if not talk.shared and tells(talk.mitigation) is not True else ()
    had = [_had_by_all(ground, one) for one in papers]
    if None in had and False not in had:
        yield incomplete(at, "tender.documents")
        return
    # Where some of it went to all, or nothing denies that it was shared, or its list is silent, somebody has to look.
    partly = False in had and (True in had or talk.shared is None or not all(one.versions for one in papers))
    confidence = "possible" if unless or partly else None
    facts = Engaged(names, Clause(f"a difference of 1 talk{unless}"))
    yield Hit(talk.field("participants"), facts, confidence=confidence, gainsaid=False in had)


def _had_by_all(ground: Ground, paper: Paper) -> bool | None:
    """Whether all had a paper of a talk, if only because every bidder known is on the list of those it went to."""
    case = ground.case
    listed = {key for one in paper.versions for key in told_of(case, one.recipients or ()).keys}
    bidders = {meant(case, one) for one in ground.bidders.ids}
    return True if bidders <= listed and len(bidders) > 1 else paper.for_all
