"""Whether declarations were lived by: who declared an interest, or stepped aside, and worked on the bids all the same."""

from collections.abc import Iterator

from fairaudit.analysis.denial import TIED, how_said
from fairaudit.analysis.measures import in_unread_words, substitutes
from fairaudit.checks.base import Found, Hit, Unassessed, Verb, check
from fairaudit.checks.people.conduct.acts import (
    ENTERED,
    Act,
    acts_by_person,
    bids_of,
    meetings_of,
    scorers_unknown,
    severity_of,
)
from fairaudit.checks.people.conduct.aside import aside_from, bidders_aside, bids_aside, nobody_meant
from fairaudit.checks.people.conduct.kept_out import acts_despite_measures, scored_all_the_same
from fairaudit.checks.people.conduct.opening import opened_formally
from fairaudit.checks.people.conduct.order import after, before_that, same_day
from fairaudit.checks.people.conduct.parts_by_role import approves, parts_by_role
from fairaudit.checks.people.conduct.sittings import SAT_IN, sat_about, sat_on_a_report, sittings_about
from fairaudit.checks.people.declarations.begun import begun_by, perhaps_agreed_before
from fairaudit.checks.people.declarations.given import (
    declarant,
    declaration_at,
    nameless,
    own_declaration,
)
from fairaudit.checks.people.declarations.stakes import Interest, interests_at, interests_of
from fairaudit.checks.people.spellings.slips_of_names import perhaps_did
from fairaudit.checks.people.ties.courtesies import COURTESIES
from fairaudit.checks.people.ties.to_bidders import ground_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Attendance
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Declaration
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.persons.identity import whose

_UNANSWERED = "what the measure recorded changed is not plain: “{}”"
_UNKEPT = "the measure recorded as followed, “{}”, is not what the records show"
_QUOTED = 68
_COURTESY = (("courtesy",), ("courtesies",))
_SURE = (None, "likely", "possible")


class TookPart(Frozen):
    """Who took part, how, in what concerns which bidder."""

    person: str
    bidder: str
    part: str


class WorkedOn(Frozen):
    """Who declared an interest in which bidder, what they did all the same, and what is recorded that was done about it."""

    person: str
    bidder: str
    part: str
    measure: str
    interest: str
    most: str = ""


@check
def interest_took_part(
    node: Node[object], case: Case, *, months: int = 24, courtesy: tuple[str, ...] = COURTESIES
) -> Found[WorkedOn]:
    """Flag somebody who declared an interest in a bidder and scored its bid or approved the award to it.

    Where they only opened its bid or sat in a meeting about it afterwards, and no measure is recorded, that is a question.
    `lawful_when` may allow measures that were followed; others leave a question, and so does having written the tender. A tie
    that ended counts for `months`, as in the rules about undeclared ties. A gift worth no more than a `courtesy` in its
    currency is the business of `small_gift_took_part`.
    """
    for one in interests_at(node, case, months, courtesy):
        if isinstance(one, Unassessed):
            yield one
        elif not one[1].small:
            yield from _scored(case, *one)


@check
def small_gift_took_part(
    node: Node[object], case: Case, *, months: int = 24, courtesy: tuple[str, ...] = COURTESIES
) -> Found[WorkedOn]:
    """Flag somebody who declared nothing in a bidder but gifts worth no more than a courtesy, and worked on its bid.

    That somebody wrote down that a gift is a courtesy is all that is asked for.
    """
    own, ground = declaration_at(node, case, "interests"), ground_of(case)
    if not isinstance(own, Declaration):
        yield from own
        return
    for one in interests_of(ground, own, months, courtesy):
        if isinstance(one, Interest) and one.small and not _held_a_courtesy(own):
            yield from _scored(case, own, one)


def _held_a_courtesy(own: Declaration) -> bool:
    """Whether it is recorded that what was declared is a courtesy."""
    measures = own.mitigation
    return bool(measures and measures.followed) and how_said(measures.actions if measures else None, _COURTESY) == TIED


def _scored(case: Case, own: Declaration, interest: Interest) -> Found[WorkedOn]:
    bids = case.once(bids_of).get(interest.bidder, frozenset())
    acts = [one for one in _acts(case, own, bids) if one.words != "opened"]
    done = acts or list(parts_by_role(case, own, interest.bidder)) or _near_it(case, own, interest)
    parts = [each for one in done if (each := _while_tied(case, own, interest.bidder, one))]
    gap = unknown_measures(case, own, parts, interest.bidder) or (interest.gap if parts else None)
    if gap is not None:
        yield gap
    elif parts:
        measures = own.mitigation
        followed = bool(measures and measures.followed and tells(measures.actions) is not False)
        certain = interest.sure and not followed and (measures or case.holds_all("declarations"))
        unkept = bool(acts) and followed and _unkept(case, own, interest)
        undone = scored_all_the_same(case, own, acts)
        said = "no measure that was followed is recorded"
        if measures and followed:
            against = unkept or (undone and substitutes(measures.actions))
            said = (_UNKEPT if against else _UNANSWERED).format(_in_short(measures.actions or ""))
        facts = WorkedOn(
            declarant(case, own), case.party_name(interest.bidder), parts[0].words, said, interest.words, interest.small
        )
        related = tuple((one.at, one.words) for one in parts)
        by_record = any(one.key == own.person for one in parts)
        did = bool(acts) and any(one.confidence is None for one in parts)
        sure = "possible" if not (certain and by_record) else None if did else parts[0].confidence or "possible"
        yield Hit(own.node, facts, related, sure, interest.bidder, severity_of(parts), unkept or undone)
    elif not done and (perhaps := perhaps_did(case, own.person or "", bids)) is not None:
        yield perhaps
    if not acts and not done and approves(case, own) and not case.gives("awards"):
        reason = f"whether the award that {declarant(case, own)} approves went to {case.party_name(interest.bidder)} is not known"
        yield Unassessed(own.node, reason, ("awards",))


def _while_tied(case: Case, own: Declaration, bidder: str, act: Act) -> Act | None:
    """Return what somebody did with an interest in a bidder; nothing where that began only afterwards, and was declared then.

    A job may have been agreed on before, and where the declaration gives no later day the interest may have been foreseen.
    """
    ground = ground_of(case)
    if act.when is None or begun_by(ground, own, bidder, act.when) is not False:
        return act
    before = None if own.date is None or same_day(case, own.date, act.when) else after(case, act.when, own.date)
    if before:
        return act
    if before is False and not perhaps_agreed_before(ground, own, bidder):
        return None
    return act._replace(confidence="possible")


def _unkept(case: Case, own: Declaration, interest: Interest) -> bool:
    """Whether somebody who stepped aside did what a measure, told as followed, was to keep them from.

    A measure alone has a rule of its own: its words may be about a part of the work.
    """
    aside = bool(own.recused_from) and took_part_despite(case, own, interest.bidder) is True
    return aside and any(one.words != "opened" for one in acts_despite_measures(case, own, interest.bidder))


def _near_it(case: Case, own: Declaration, interest: Interest) -> list[Act]:
    """Return how somebody for whom no measure is recorded came near the bids of a bidder after they had declared.

    Who declared no more than a courtesy or a remote tie may be near them, and whoever opened all bids at their opening, or read
    the report on all, was near none.
    """
    bidder, told = interest.bidder, own.mitigation is not None and tells(own.mitigation.actions) is not False
    if told or interest.small or interest.remote or aside_from(case, own.recused_from or (), bidder):
        return []
    formal = case.once(opened_formally)
    near = [one for one in _acts(case, own, case.once(bids_of).get(bidder, frozenset())) if one.at.path not in formal]
    near += [one for one in sat_about(case, own, bidder) if not sat_on_a_report(one)]
    return [one._replace(confidence="possible") for one in near if _later(case, own, one.when)]


def _in_short(actions: str) -> str:
    """Return measures in words few enough that the mark which ends the quotation still follows them."""
    return actions if len(actions) <= _QUOTED else f"{actions[: _QUOTED - 1].rstrip()}…"


def unknown_measures(case: Case, own: Declaration, acts: list[Act], bidder: str) -> Unassessed | None:
    """Return why it cannot be said whether somebody scored a bid, or did so under measures that were followed."""
    measures = own.mitigation
    if not acts and scorers_unknown(case, case.once(bids_of).get(bidder, frozenset())):
        reason = f"whether {declarant(case, own)} scored the bid of {case.party_name(bidder)} is not known"
        return Unassessed(own.node, reason, ("evaluation.individual",))
    if acts and measures and measures.followed and in_unread_words(measures.actions):
        said = _in_short(measures.actions or "")
        reason = f"what “{said}” kept {declarant(case, own)} from, in words that are not read here, is not known"
        return Unassessed(own.node, reason, (f"{text_of((*measures.path, 'actions'))} (in English)",), seen=True)
    if not acts or measures is None or bool(measures.actions) == (measures.followed is not None):
        return None
    if measures.followed is False or (measures.actions and tells(measures.actions) is False):
        return None
    # Measures that were followed are no answer where nobody can say which.
    name = text_of((*measures.path, "followed" if measures.followed is None else "actions"))
    return Unassessed(own.node, f"{name} is not given", (name,))


class Despite(Frozen):
    """Who had a part in what concerns a bidder from which they stepped aside, how, and which of the two came first."""

    person: str
    bidder: str
    part: str
    in_turn: Verb


def _took_part(
    case: Case, own: Declaration, bidder: str, acts: list[Act], sure: str | None, order: str = "and still"
) -> Hit[Despite]:
    related = tuple((one.at, one.words) for one in acts)
    facts = Despite(declarant(case, own), case.party_name(bidder), acts[0].words, Verb(order))
    known = [one for one in acts if one.key == own.person]
    # A meeting about a bid is no proof that somebody was in the room for it; a score of it is.
    least = min((one.confidence for one in known), key=_SURE.index, default="possible")
    # Who looked on the very day may have seen what made them step aside.
    looked = all(_that_day(case, own, one.when) and one.words in ("opened", *SAT_IN) for one in acts)
    return Hit(own.node, facts, related, sure or least, bidder, "medium" if looked else severity_of(acts))


def _acts(case: Case, own: Declaration, bids: frozenset[str]) -> list[Act]:
    """Return what somebody did to some bids; what a record shows by id comes before what it shows by name."""
    found = case.once(acts_by_person).get(whose(case, own.person or ""), [])
    return sorted(
        (one for one in found if one.bid in bids), key=lambda one: (one.key != own.person, one.words == ENTERED)
    )


@check
def recused_took_part(node: Node[object], case: Case) -> Found[Despite]:
    """Flag somebody who stepped aside from a bidder and still scored, changed, opened or sat in on a meeting about its bid.

    Stepping aside may name a bid or a lot (`lot 1`) too. A name that is no bid, bidder or lot leaves open who is meant.
    """
    own, field = own_declaration(node), bidders(case)
    if own is None or not own.recused_from:
        return
    unnamed = nameless(case, own)
    if unnamed is not None or field.missing:
        yield unnamed or Unassessed(node, "who bids is not known", field.missing)
        return
    if (unknown := nobody_meant(case, own)) is not None:
        yield unknown
    for part in _parts_despite(case, own):
        yield from _after_recusal(case, own, part)


class _Despite(Frozen):
    """A bidder, the bids of it that somebody stepped aside from, the meetings about it, and those that may have been."""

    bidder: str
    bids: frozenset[str]
    sat: list[Act]
    perhaps: list[Attendance]


def _parts_despite(case: Case, own: Declaration) -> Iterator[_Despite]:
    listed, ids = own.recused_from or (), case.once(bids_of)
    aside = bidders_aside(case, listed)
    parts = {one: frozenset(bid.id for bid in bids_aside(case, listed, one) if bid.id) for one in aside}
    apart = {one for one in aside if parts[one] < ids.get(one, frozenset())}
    whole = len(aside) == len(bidders(case).ids) and not apart
    met = case.once(meetings_of).get(whose(case, own.person or ""), [])
    for bidder in aside:
        # Who stepped aside from one bid may sit in on the bidder's others, and then a meeting has to name the bid.
        bids = parts[bidder] if bidder in apart else ids.get(bidder, frozenset())
        found = sittings_about(case, own, met, bidder, sorted(bids), bidder not in apart)
        sat = [*found.sat, *(_of_all(own, one) for one in found.perhaps if whole)]
        perhaps = [one for one in found.perhaps if not whole and _later(case, own, one.date)]
        yield _Despite(bidder, parts[bidder], sat, perhaps)


def _of_all(own: Declaration, meeting: Attendance) -> Act:
    """Return the part that somebody who stepped aside from every bidder had in a meeting, whatever it was about."""
    by_key = own.person in (meeting.people or ())
    return Act((own.person or "") if by_key else "", meeting.node, SAT_IN[-1], meeting.date, confidence="possible")


def _later(case: Case, own: Declaration, when: When | None) -> bool:
    """Whether something was done after a declaration, as far as days are given."""
    return when is None or own.date is None or after(case, own.date, when) is False


def _that_day(case: Case, own: Declaration, when: When | None) -> bool:
    """Whether something was done on the day of a declaration, and which came first is not known."""
    return when is not None and own.date is not None and same_day(case, own.date, when)


def took_part_despite(case: Case, own: Declaration, bidder: str) -> bool | None:
    """Whether somebody who stepped aside took part afterwards; `None` where that was the same day, or a meeting of no subject."""
    for part in _parts_despite(case, own) if own.recused_from else ():
        if part.bidder == bidder:
            later = [one for one in (*_acts(case, own, part.bids), *part.sat) if _later(case, own, one.when)]
            if any(not _that_day(case, own, one.when) for one in later):
                return True
            return None if later or part.perhaps else False
    return False


def _after_recusal(case: Case, own: Declaration, part: _Despite) -> Found[Despite]:
    bidder, acts = part.bidder, [*_acts(case, own, part.bids), *part.sat]
    formal = case.once(opened_formally)
    # Who opened all bids at their opening need have read none.
    acts = [one._replace(confidence="possible") if one.at.path in formal else one for one in acts]
    later = [one for one in acts if _later(case, own, one.when)]
    # A score given before the person stepped aside still stands in the record; whether it counts is a question.
    standing = [one for one in acts if one not in later and one.words not in ("opened", *SAT_IN)]
    if sure := [one for one in later if not _that_day(case, own, one.when)]:
        yield _took_part(case, own, bidder, sure, None)
    elif later:
        yield _took_part(case, own, bidder, later, "possible", "and, that same day,")
    elif standing:
        yield _took_part(case, own, bidder, standing, "possible", before_that(own.date, standing[0].when))
    elif part.perhaps:
        names = tuple(text_of((*one.path, "subject")) for one in part.perhaps)
        name = case.party_name(bidder)
        told = next(
            (f", “{_in_short(one.subject)}”, names no bid" for one in part.perhaps if one.subject), " is not given"
        )
        reason = f"{declarant(case, own)} stepped aside from {name}, and sat in a meeting of which the subject{told}"
        yield Unassessed(part.perhaps[0].node, reason, names)
    elif (perhaps := perhaps_did(case, own.person or "", part.bids)) is not None:
        yield perhaps
    elif scorers_unknown(case, part.bids):
        reason = f"whether {declarant(case, own)} scored the bid of {case.party_name(bidder)} is not known"
        yield Unassessed(own.node, reason, ("evaluation.individual",))
