"""Whether declarations were lived by: who declared an interest, or stepped aside, and worked on the bids all the same."""

from collections.abc import Iterator

from fairaudit.analysis.denial import TIED, UNCLEAR
from fairaudit.analysis.names import mentions
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.acts import Act, acts_by_person, bids_of, meetings_of
from fairaudit.checks.people.declarations import (
    after,
    declarant,
    declaration_at,
    nameless,
    official_called,
    own_declaration,
)
from fairaudit.checks.people.declared import of_nobody, said_of, says_of_nobody, two_readings
from fairaudit.checks.people.party_names import bidders_listed, near
from fairaudit.checks.people.tie_kinds import read_tie
from fairaudit.checks.people.ties import Ground, ground_of, in_time, lapsed, links_through
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.evaluation import Attendance
from fairaudit.procurement.identity import whose
from fairaudit.procurement.influence import UNPLACED, Official, bidders
from fairaudit.procurement.node import Node, text_of
from fairaudit.procurement.parties import Declaration, Tie
from fairaudit.procurement.rivals import lot_of
from fairaudit.procurement.wanted import in_list


class TookPart(Frozen):
    """Who took part, how, in what concerns which bidder."""

    person: str
    bidder: str
    part: str


class Interest(Frozen):
    """A declared interest in a bidder; not `sure` where it is remote or only a name, `gap` where its day is not known."""

    bidder: str
    sure: bool = True
    gap: Unassessed | None = None


@check
def interest_took_part(node: Node[object], case: Case, *, months: int = 24) -> Found[TookPart]:
    """Flag somebody who declared an interest in a bidder and scored its bid; `lawful_when` may allow followed measures.

    A tie that ended counts for `months`, as in the rules about undeclared ties.
    """
    own, ground = declaration_at(node, case, "interests"), ground_of(case)
    if not isinstance(own, Declaration):
        yield from own
        return
    if own.interests and ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
    for one in interests_of(ground, own, months):
        yield from _scored(case, own, one) if isinstance(one, Interest) else (one,)


def interests_of(ground: Ground, own: Declaration, months: int) -> Iterator[Interest | Unassessed]:
    """Yield the bidders in whom, or in whose people around them, an interest is declared, and what leaves that open."""
    person = whose(ground.case, own.person or "")
    official = official_called(ground.case, own.person) or Official(person, (), own.node, ground.case.person(person))
    found: dict[str, Interest] = {}
    for tie in own.interests or ():
        reading = read_tie(tie.kind)
        if (reading.kind is None and not reading.denied) or lapsed(ground, official, tie, months):
            continue
        if says_of_nobody(ground, tie):
            yield of_nobody(declarant(ground.case, own), tie)
        for one in (*_direct(ground, own, tie), *_through(ground, official, own, tie, months)):
            if isinstance(one, Unassessed):
                yield one
            else:
                found[one.bidder] = _stronger(found.get(one.bidder), one)
    order = ground.case.once(_order)
    yield from sorted(found.values(), key=lambda one: order.get(one.bidder, len(order)))


def _order(case: Case) -> dict[str, int]:
    return {bidder: place for place, bidder in enumerate(bidders(case).ids)}


def _stronger(first: Interest | None, second: Interest) -> Interest:
    """Return the interest of which more is known."""
    return second if first is None else min(first, second, key=lambda one: (one.gap is not None, not one.sure))


def _direct(ground: Ground, own: Declaration, tie: Tie) -> Iterator[Interest | Unassessed]:
    """Yield the bidders that a declared interest names itself, or of which it names an owner or subcontractor."""
    case, kind, person = ground.case, read_tie(tie.kind), declarant(ground.case, own)
    for key in dict.fromkeys((*near(case, (tie.party, tie.name, tie.text)), *((tie.party,) if tie.party else ()))):
        said = said_of(case, tie, (key,))
        if said == UNCLEAR:
            yield two_readings(person, tie, case.party_name(key))
        for standing in ground.bidders.standings.get(key, ()) if said == TIED else ():
            if standing.words == UNPLACED:
                yield _unplaced(case, own, tie, key)
                continue
            gap = None
            if kind.ended and tie.end_date is None:
                reason = f"when the interest of {person} in {case.party_name(key)} ended is not given"
                gap = Unassessed(tie.node, reason, (text_of((*tie.path, "end_date")),))
            yield Interest(standing.bidder, standing.sure and not kind.remote, gap)


def _unplaced(case: Case, own: Declaration, tie: Tie, key: str) -> Unassessed:
    reason = f"{declarant(case, own)} declared an interest in {case.party_name(key)}, {UNPLACED}"
    return Unassessed(tie.node, reason, case.once(_members_not_given))


def _members_not_given(case: Case) -> tuple[str, ...]:
    """Return the fields that would say whose consortium a member belongs to."""
    parties = {one: case.party(one) for one in bidders(case).ids}
    unlisted = tuple(in_list(case, "parties", key) for key, party in parties.items() if party is None)
    return unlisted + tuple(text_of((*one.path, "members")) for one in parties.values() if one and one.members is None)


def _through(
    ground: Ground, official: Official, own: Declaration, tie: Tie, months: int
) -> Iterator[Interest | Unassessed]:
    """Yield the bidders for whom a relative works whom somebody declared, and why that cannot be said."""
    if not tie.person or read_tie(tie.kind).kind is None:
        return
    key = whose(ground.case, tie.person)
    found = list(links_through(ground, official, key))
    for link in found:
        timely = in_time(ground, link, months)
        if isinstance(timely, Unassessed):
            yield Interest(link.bidder, gap=timely)
        elif timely and link.standing == UNPLACED:
            yield _unplaced(ground.case, own, tie, link.party)
        elif timely:
            yield Interest(link.bidder, link.sure and link.placed and key == tie.person)
    person = ground.case.person(key)
    if not found and not (tie.party or tie.name or tie.text) and (person is None or person.employments is None):
        reason = f"whom {person.name or key if person else tie.person} works for is not given"
        absent = in_list(ground.case, "people", tie.person)
        field = absent if person is None else text_of((*person.path, "employments"))
        yield Unassessed(tie.node, reason, (field,))


def _scored(case: Case, own: Declaration, interest: Interest) -> Found[TookPart]:
    acts = [one for one in _acts(case, own, interest.bidder) if one.words != "opened"]
    gap = _unknown_measures(case, own, acts, interest.bidder) or (interest.gap if acts else None)
    if gap is not None:
        yield gap
    elif acts:
        certain = interest.sure and (own.mitigation or case.holds_all("declarations"))
        yield _took_part(case, own, interest.bidder, acts, None if certain else "possible")


def _unknown_measures(case: Case, own: Declaration, acts: list[Act], bidder: str) -> Unassessed | None:
    """Return why it cannot be said whether somebody scored a bid, or did so under measures that were followed."""
    measures = own.mitigation
    if case.evaluation.individual is None and not acts:
        reason = f"whether {declarant(case, own)} scored the bid of {case.party_name(bidder)} is not known"
        return Unassessed(own.node, reason, ("evaluation.individual",))
    if not acts or measures is None or bool(measures.actions) == (measures.followed is not None):
        return None
    if measures.followed is False:
        return None
    # Measures that were followed are no answer where nobody can say which.
    name = text_of((*measures.path, "followed" if measures.followed is None else "actions"))
    return Unassessed(own.node, f"{name} is not given", (name,))


def _took_part(case: Case, own: Declaration, bidder: str, acts: list[Act], sure: str | None) -> Hit[TookPart]:
    related = tuple((one.at, one.words) for one in acts)
    facts = TookPart(declarant(case, own), case.party_name(bidder), acts[0].words)
    by_record = any(one.key == own.person for one in acts)
    return Hit(own.node, facts, related, sure if by_record else "possible", bidder)


def _acts(case: Case, own: Declaration, bidder: str) -> list[Act]:
    """Return what somebody did to the bids of a bidder; what a record shows by id comes before what it shows by name."""
    bids = case.once(bids_of).get(bidder, frozenset())
    found = case.once(acts_by_person).get(whose(case, own.person or ""), [])
    return sorted((one for one in found if one.bid in bids), key=lambda one: one.key != own.person)


@check
def recused_took_part(node: Node[object], case: Case) -> Found[TookPart]:
    """Flag somebody who stepped aside from a bidder and still scored, changed, opened or sat in on its bid."""
    own, field = own_declaration(node), bidders(case)
    if own is None or not own.recused_from:
        return
    unnamed = nameless(case, own)
    if unnamed is not None or field.missing:
        yield unnamed or Unassessed(node, "who bids is not known", field.missing)
        return
    aside = bidders_listed(case, own.recused_from)
    met = case.once(meetings_of).get(whose(case, own.person or ""), [])
    for bidder in aside:
        yield from _after_recusal(
            case, own, bidder, list(_sat_in(case, own, met, bidder, len(aside) == len(field.ids)))
        )


def _after_recusal(case: Case, own: Declaration, bidder: str, sat: list[Act]) -> Found[TookPart]:
    acts = [*_acts(case, own, bidder), *sat]
    later = [one for one in acts if one.when is None or own.date is None or after(case, own.date, one.when) is False]
    # A score given before the person stepped aside still stands in the record; whether it counts is a question.
    standing = [one for one in acts if one not in later and one.words not in ("opened", "sat in on")]
    if later:
        yield _took_part(case, own, bidder, later, None)
    elif standing:
        yield _took_part(case, own, bidder, standing, "possible")
    elif case.evaluation.individual is None:
        reason = f"whether {declarant(case, own)} scored the bid of {case.party_name(bidder)} is not known"
        yield Unassessed(own.node, reason, ("evaluation.individual",))


def _sat_in(case: Case, own: Declaration, met: list[Attendance], bidder: str, whole: bool) -> Iterator[Act]:
    """Yield meetings about a bidder; one whose subject is not said counts only for somebody who stepped aside from all."""
    for meeting in met:
        if _named_in(case, meeting.subject, bidder) or (whole and not meeting.subject):
            by_key = own.person in (meeting.people or ())
            yield Act((own.person or "") if by_key else "", meeting.node, "sat in on", meeting.date)


def _named_in(case: Case, subject: str | None, bidder: str) -> bool:
    """Whether the subject of a meeting names a bidder or its bid."""
    party = case.party(bidder)
    names = [party.name, *(party.aliases or ())] if party else []
    names += [bidder, *case.once(bids_of).get(bidder, ())]
    return any(mentions(subject, one) for one in names)


class ScoredRivals(Frozen):
    """Who scored the rivals of a bidder, and what they had declared about that bidder."""

    person: str
    stake: str
    bidder: str
    rivals: tuple[str, ...]


@check
def interest_scored_rivals(node: Node[object], case: Case, *, months: int = 24) -> Found[ScoredRivals]:
    """Flag somebody who declared an interest in a bidder, or stepped aside from it, and scored only others for the same lot."""
    own, ground = declaration_at(node, case, "interests", "recused_from"), ground_of(case)
    if not isinstance(own, Declaration):
        yield from own
        return
    stakes = dict.fromkeys(bidders_listed(case, own.recused_from or ()), "stepped aside from")
    for one in interests_of(ground, own, months):
        if isinstance(one, Unassessed):
            yield one
        elif one.gap is None:
            stakes[one.bidder] = "declared an interest in"
    if (own.recused_from or own.interests) and ground.bidders.missing:
        yield Unassessed(node, "who bids is not known", ground.bidders.missing)
    scored = _scored_in_each_contest(case, own)
    told = {contest for contest, acts in scored.items() if stakes.keys() & acts.keys()}
    for bidder, stake in stakes.items():
        contests = case.once(_contests_of).get(bidder, frozenset())
        # Who scored the bid of somebody they have an interest in is told by the rules about that.
        if not told & contests:
            yield from _rivals_scored(case, own, bidder, stake, [scored[one] for one in contests if one in scored])


Contest = tuple[str | None, str | None]
"""The lot and the round in which bids compete."""


def _rivals_scored(
    case: Case, own: Declaration, bidder: str, stake: str, scored: list[dict[str, list[Act]]]
) -> Found[ScoredRivals]:
    acts = sorted((one for rivals in scored for each in rivals.values() for one in each), key=lambda one: one.at.path)
    gap = _unknown_measures(case, own, acts, bidder)
    if gap is not None:
        yield gap
    elif acts:
        rivals = tuple(sorted({case.party_name(one) for each in scored for one in each}))
        facts = ScoredRivals(declarant(case, own), stake, case.party_name(bidder), rivals)
        yield Hit(own.node, facts, tuple((one.at, one.words) for one in acts), "possible", bidder)


def _scored_in_each_contest(case: Case, own: Declaration) -> dict[Contest, dict[str, list[Act]]]:
    """Return what somebody scored, by the contest and the bidder."""
    found: dict[Contest, dict[str, list[Act]]] = {}
    for act in case.once(acts_by_person).get(whose(case, own.person or ""), []):
        if act.words != "opened" and act.bid in case.once(_places):
            bidder, contest = case.once(_places)[act.bid]
            found.setdefault(contest, {}).setdefault(bidder, []).append(act)
    return found


def _contests_of(case: Case) -> dict[str, frozenset[Contest]]:
    """Return the contests each bidder takes part in."""
    found: dict[str, set[Contest]] = {}
    for bidder, contest in case.once(_places).values():
        found.setdefault(bidder, set()).add(contest)
    return {bidder: frozenset(contests) for bidder, contests in found.items()}


def _places(case: Case) -> dict[str, tuple[str, Contest]]:
    """Return the bidder of each bid, and the contest it competes in."""
    return {one.id: (one.bidder, (lot_of(case, one.lot), one.round)) for one in case.bids if one.id and one.bidder}


class NotFollowed(Frozen):
    """Whose measures were not followed, and what they were."""

    person: str
    actions: str


@check
def mitigation_not_followed(node: Node[object], case: Case) -> Found[NotFollowed]:
    """Flag a declaration whose measures are recorded as not followed."""
    own = own_declaration(node)
    measures = own.mitigation if own else None
    if own is None or measures is None:
        return
    if measures.followed is None:
        name = text_of((*measures.path, "followed"))
        yield Unassessed(node, f"{name} is not given", (name,))
    elif not measures.followed:
        facts = NotFollowed(declarant(case, own), measures.actions or "measures")
        yield Hit(measures.field("followed"), facts, key=own.person or "")
