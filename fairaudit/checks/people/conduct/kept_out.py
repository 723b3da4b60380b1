"""Measures that keep somebody out of a bid, held against what the records of the evaluation show them to have done."""

from collections.abc import Iterator

from fairaudit.analysis.measures import in_unread_words, keeps_out, leaves_the_room, undone_by_a_score
from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.conduct.acts import Act, acts_by_person, scorers_unknown
from fairaudit.checks.people.conduct.aside import aside_from
from fairaudit.checks.people.conduct.kept_from import bids_kept_from, sat_despite
from fairaudit.checks.people.conduct.order import after
from fairaudit.checks.people.conduct.sittings import sat_about, sat_about_alone
from fairaudit.checks.people.declarations.given import declarant, declaration_at, own_declaration
from fairaudit.checks.people.declarations.stakes import Interest, interests_of
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.persons.identity import whose

_WATCHES = frozenset(("observer", "observers", "observes", "observe", "minutes", "secretary", "notetaker"))
"""Words of a measure that let somebody sit in the room without a part in what is decided there."""


class KeptOut(Frozen):
    """Who was to be kept out of which bid, by what, and what the records show of them all the same."""

    person: str
    bidder: str
    actions: str
    part: str


@check
def kept_out_and_took_part(node: Node[object], case: Case, *, months: int = 24) -> Found[KeptOut]:
    """Flag somebody whom a recorded measure keeps out of a bid, and who scored, changed, opened or sat in on it afterwards.

    What somebody stepped aside from has a rule of its own, and so has a measure that is recorded as not followed. Of whoever was
    to leave the room only meetings count that were about that bid alone, and of which no record says that they left; of one about
    several it is not known. What a measure keeps somebody from is said in words, so this is always a question; in words that are
    not read here it cannot be said at all.
    """
    own, ground = declaration_at(node, case, "interests"), ground_of(case)
    if not isinstance(own, Declaration):
        yield from own
        return
    measures = own.mitigation
    if (
        measures is None
        or measures.followed is False
        or not any(reads(measures.actions) for reads in (keeps_out, leaves_the_room, in_unread_words))
        or tells(measures.actions) is False
    ):
        return
    if ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
        return
    for one in interests_of(ground, own, months):
        if isinstance(one, Unassessed):
            yield one
        elif not own.recused_from or not aside_from(case, own.recused_from, one.bidder):
            yield from _seen(case, own, one)


def _seen(case: Case, own: Declaration, interest: Interest) -> Iterator[Hit[KeptOut] | Unassessed]:
    evaluation, bids = case.evaluation, bids_kept_from(case, own, interest.bidder)
    acts = [one for one in case.once(acts_by_person).get(whose(case, own.person or ""), ()) if one.bid in bids]
    later, bidder = _acts_after(case, own, interest.bidder), case.party_name(interest.bidder)
    actions = (own.mitigation.actions if own.mitigation else None) or ""
    leaves = leaves_the_room(actions)
    if later and not leaves and not keeps_out(actions):
        name = text_of((*own.path, "mitigation", "actions"))
        reason = f"what “{actions}” kept {declarant(case, own)} from, in words that are not read here, is not known"
        yield Unassessed(own.node, reason, (f"{name} (in English)",), seen=True)
    elif later:
        facts = KeptOut(declarant(case, own), bidder, actions, later[0].words)
        related = tuple((one.at, one.words) for one in later)
        yield Hit(own.field("mitigation"), facts, related, key=interest.bidder)
    elif leaves:
        yield from _perhaps_in_the_room(case, own, interest.bidder)
    elif not leaves and scorers_unknown(case, bids) and evaluation.access_log is None and not acts:
        reason = f"whether {declarant(case, own)} worked on the bid of {bidder} is not known"
        yield Unassessed(own.node, reason, ("evaluation.individual", "evaluation.access_log"))


def _perhaps_in_the_room(case: Case, own: Declaration, bidder: str) -> Iterator[Unassessed]:
    """Yield why it is not known whether somebody left the room for a bidder: where they sat for several bids nothing says so."""
    who, called = declarant(case, own), case.party_name(bidder)
    if case.evaluation.attendance is None:
        reason = f"whether {who} sat in where the bid of {called} was spoken of is not known"
        yield Unassessed(own.node, reason, ("evaluation.attendance",))
    for act in sat_about(case, own, bidder):
        if not _before(case, own, act):
            name = text_of((*act.at.path, "subject"))
            reason = f"whether {who} left the room for the bid of {called}, at a meeting about several, is not said"
            yield Unassessed(act.at, reason, (f"{name} (who left for which bid)",), seen=True)


def acts_despite_measures(case: Case, own: Declaration, bidder: str) -> list[Act]:
    """Return what somebody did to the bids of a bidder after a measure kept them out of them; nothing where none does."""
    measures = own.mitigation
    if measures is None or not keeps_out(measures.actions) or tells(measures.actions) is False:
        return []
    return _acts_after(case, own, bidder)


def scored_all_the_same(case: Case, own: Declaration, acts: list[Act]) -> bool:
    """Whether somebody, after declaring, scored what a measure told as followed says that they left to others."""
    measures = own.mitigation
    if measures is None or not measures.followed or not undone_by_a_score(measures.actions):
        return False
    return any(one.words == "scored" and one.confidence is None and not _before(case, own, one) for one in acts)


def _acts_after(case: Case, own: Declaration, bidder: str) -> list[Act]:
    """Return what somebody did to the bids of a bidder after they had declared."""
    bids, actions = bids_kept_from(case, own, bidder), own.mitigation.actions if own.mitigation else None
    acts = [one for one in case.once(acts_by_person).get(whose(case, own.person or ""), ()) if one.bid in bids]
    if leaves_the_room(actions):
        # It is the room that they were to leave, and no more.
        acts = sat_about_alone(case, own, bidder)
    elif _WATCHES.isdisjoint(words(actions or "")):
        acts += sat_despite(case, own, bidder, bids)
    return [one for one in acts if not _before(case, own, one)]


def _before(case: Case, own: Declaration, act: Act) -> bool:
    """Whether something was done before the declaration, and so before anything was agreed about it."""
    return act.when is not None and own.date is not None and after(case, own.date, act.when) is True


class NotFollowed(Frozen):
    """Whose measures were not followed, and what they were."""

    person: str
    actions: str


@check
def mitigation_not_followed(node: Node[object], case: Case) -> Found[NotFollowed]:
    """Flag a declaration whose measures are recorded as not followed."""
    own = own_declaration(node)
    measures = own.mitigation if own else None
    if own is None or measures is None or (measures.actions and tells(measures.actions) is False):
        return
    if measures.followed is None:
        name = text_of((*measures.path, "followed"))
        yield Unassessed(node, f"{name} is not given", (name,))
    elif not measures.followed:
        facts = NotFollowed(declarant(case, own), measures.actions or "measures")
        yield Hit(measures.field("followed"), facts, key=own.person or "")
