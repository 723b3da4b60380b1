"""Checks of people who should have stepped aside from a decision on health services: who had an interest, and who took part.

An interest keeps somebody out of the whole decision, not only out of the bid of one provider. A member of an integrated care
board who also works for a provider has no conflict by that alone, but must step aside in a competition in which that provider
takes part (SI 2023/1348 reg 21).
"""

import re
from collections import Counter
from collections.abc import Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import organisation_name, words
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.conduct.acts import given_scores
from fairaudit.checks.people.conduct.aside import aside_from_bid
from fairaudit.checks.people.declarations.declared import interest_in, told_by_person
from fairaudit.checks.people.declarations.given import declarant, nameless
from fairaudit.checks.people.spellings.party_names import names_party
from fairaudit.checks.people.ties.tie_kinds import kind_of_tie, read_tie
from fairaudit.checks.reasons import lacking, unplaced, which_of
from fairaudit.frozen import Frozen
from fairaudit.law import routes
from fairaudit.law.conditions import ask
from fairaudit.law.moments import begun
from fairaudit.procurement.bidders.bidding import bidders
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Declaration, Person, Tie
from fairaudit.procurement.model.records import Bid
from fairaudit.procurement.model.told import tells
from fairaudit.procurement.persons.identity import (
    ambiguous,
    called_otherwise,
    key_of,
    known_person,
    person_called,
    several_parties,
    several_people,
    ways_written,
    whose,
)

_MEMBER = late_pattern(r"\bmember|\bchair|chief[- ]executive", re.IGNORECASE)
_OF_BOARD = late_pattern(r"\bicb\b|integrated[- ]care[- ]board|\bboard\b", re.IGNORECASE)
_POSITIONS = frozenset({"employment", "directorship", "ownership", "advice", "other"})
_PACK = "nhs-psr"
_EVERYTHING = "all"
_SAT_IN = "sat in a meeting of the panel"


class TookPart(Frozen):
    """Who took part in a decision, what they did first and how often in all, and the provider they have an interest in."""

    person: str
    provider: str
    part: str
    times: str


class _Who(Frozen):
    """Somebody with an interest, as a record calls them, where it is recorded, and from whom they stepped aside."""

    at: Node[object]
    person: str
    aside: tuple[str, ...]


class _Act(Frozen):
    """Something somebody did in the decision, in which field that stands, and the provider it concerned, if one."""

    at: Node[object]
    words: str
    provider: str | None
    by: Node[object]
    bid: Bid | None = None


@check
def conflicted_took_part(node: Node[Declaration], case: Case) -> Found[TookPart]:
    """Flag somebody who declared an interest in a provider and took part in the decision, in whatever bid.

    What they had stepped aside from is left to the check of recusals; the position of a board member with a provider is
    left to `dual_role_took_part`.
    """
    own = node.value
    unnamed = nameless(case, own)
    if own.interests is None or own.person is None:
        yield lacking(own.field("interests" if own.person else "person"))
        return
    if unnamed is not None:
        if _providers_of(case, own):
            yield unnamed
        return
    member = _is_board_member(case, known_person(case, own.person))
    for provider, ties in _providers_of(case, own).items():
        if not (member and all(_is_position(one) for one in ties)):
            current = any(not _over(case, one) and not read_tie(one.kind).remote for one in ties)
            who = _Who(node, own.person, own.recused_from or ())
            yield from _acted(case, who, provider, current and case.holds_all("declarations"))


@check
def dual_role_took_part(node: Node[Person], case: Case) -> Found[TookPart]:
    """Flag a member of an integrated care board with a position in a provider that competes who did not step aside.

    Only where the buyer is such a board and follows the Competitive Process; positions are read from the record of the
    person and from their declarations.
    """
    person = node.value
    if not _is_board_member(case, person):
        return
    if key_of(person) in case.once(several_people):
        reason = f"{key_of(person)} stands for more than one person, and which of them took part is not known"
        yield Unassessed(node, reason, (text_of((*person.path, "id")),))
        return
    field = bidders(case)
    by_person = case.once(told_by_person)
    told = by_person.get(key_of(person), [])
    vague = by_person.get(whose(case, person.name), []) if person.name and ambiguous(case, person.name) else []
    ties = [
        *(person.employments or ()),
        *(person.interests or ()),
        *(tie for one in told for tie in one.interests or ()),
    ]
    mine = _providers_meant(case, [tie for tie in ties if _is_position(tie)])
    if not ties and person.employments is None:
        name = text_of((*person.path, "employments"))
        yield Unassessed(node, f"{name} is not given", (name,))
    elif field.missing:
        yield Unassessed(node, "who takes part is not known", field.missing)
    aside = tuple(one for own in told for one in own.recused_from or ())
    if mine and vague:
        # It may be this person who stepped aside.
        yield from (one for one in (nameless(case, vague[0]),) if one is not None)
        return
    for provider in mine:
        if provider in case.once(_competing):
            yield from _acted(case, _Who(node, key_of(person), aside), provider, True)


class NotManaged(Frozen):
    """Whose declared interest led to no measure that is recorded, and in whom it is."""

    person: str
    provider: str


@check
def conflict_without_measures(node: Node[Declaration], case: Case) -> Found[NotManaged]:
    """Flag a declared interest in a provider for which neither a measure nor stepping aside is recorded.

    Outside a competition the position of a board member with a provider is no conflict by itself, and needs none.
    """
    own = node.value
    if own.interests is None:
        yield lacking(own.field("interests"))
        return
    measures = own.mitigation.actions if own.mitigation else None
    measured = True if own.recused_from else tells(measures)
    exempt = (
        _is_board_member(case, known_person(case, own.person)) and ask(case, _PACK, "competitive").holds is not True
    )
    for provider, ties in _providers_of(case, own).items() if not measured else ():
        if exempt and all(_is_position(one) for one in ties):
            continue
        if measures or case.holds_all("declarations"):
            facts = NotManaged(declarant(case, own), case.party_name(provider))
            sure = measured is False and any(not read_tie(one.kind).remote for one in ties)
            yield Hit(node, facts, confidence=None if sure else "possible", key=provider)
        else:
            name = text_of((*own.path, "mitigation"))
            yield Unassessed(node, f"{name} is not given, and `complete` does not name declarations", (name,))


def _acted(case: Case, who: _Who, provider: str, told_in_full: bool) -> Iterator[Hit[TookPart] | Unassessed]:
    """Yield what somebody did in the decision beyond what they stepped aside from."""
    every, name = case.once(_acts).get(whose(case, who.person), ()), person_called(case, who.person)
    acts = [one for one in every if not _stepped_aside(case, who, one)]
    vague = next((one for one in _perhaps(case, who.person) if not _stepped_aside(case, who, one)), None)
    if acts:
        facts = TookPart(
            name, case.party_name(provider), acts[0].words, "once" if len(acts) == 1 else f"{len(acts)} times"
        )
        related = tuple((one.at, one.words) for one in acts)
        sure = told_in_full and any(one.words != _SAT_IN for one in acts)
        yield Hit(who.at, facts, related, None if sure else "possible", provider)
    elif vague is not None:
        yield Unassessed(who.at, *which_of(name, vague.by))
    elif not every and called_otherwise(case, who.person, case.once(_ways)):
        yield Unassessed(who.at, *unplaced(case, who.person))
    elif case.evaluation.individual is None and not every:
        fields = ("evaluation.individual", "evaluation.attendance")
        yield Unassessed(who.at, f"whether {name} took part in the decision is not known", fields)


def _perhaps(case: Case, key: str) -> Iterator[_Act]:
    """Yield what is recorded of somebody by a name that others have too."""
    person = known_person(case, key)
    if person is not None and person.name and ambiguous(case, person.name):
        yield from case.once(_acts).get(whose(case, person.name), ())


def _stepped_aside(case: Case, who: _Who, act: _Act) -> bool:
    if act.provider is None:
        return _EVERYTHING in who.aside
    return aside_from_bid(case, who.aside, act.bid) if act.bid else names_party(case, who.aside, act.provider)


def _over(case: Case, tie: Tie) -> bool:
    """Whether an interest had ended before the procurement began; it may still be perceived to count."""
    first = begun(case)
    return tie.end_date is not None and first is not None and tie.end_date < first


def _acts(case: Case) -> dict[str, list[_Act]]:
    """Return what everybody did in the decision, by the one key of a person: scores, changes of scores, meetings."""
    evaluation, found = case.evaluation, dict[str, list[_Act]]()
    bids = {one.id: one for one in case.bids}
    told = (
        ("scored a bid", (*given_scores(case, evaluation.individual), *given_scores(case, evaluation.consensus))),
        ("changed a score", evaluation.changes or ()),
    )
    for words_, records in told:
        for one in records:
            # The field named last is the evaluator's own, which stands for both where they are one person.
            keys = {whose(case, key): name for name in ("by", "evaluator") if (key := getattr(one, name))}
            for key, name in keys.items():
                bid = bids.get(one.bid)
                found.setdefault(key, []).append(
                    _Act(one.node, words_, bid.bidder if bid else None, one.field(name), bid)
                )
    for meeting in evaluation.attendance or ():
        for key in dict.fromkeys(whose(case, one) for one in meeting.people or ()):
            found.setdefault(key, []).append(_Act(meeting.node, _SAT_IN, None, meeting.field("people")))
    return found


def _ways(case: Case) -> frozenset[bool]:
    """Return how people are written who did something in the decision and of whom nothing is recorded."""
    fields = [one.by.value for acts in case.once(_acts).values() for one in acts]
    keys = [one for value in fields for one in (value if isinstance(value, tuple) else (value,))]
    return ways_written(case, {one for one in keys if isinstance(one, str)})


def _providers_of(case: Case, own: Declaration) -> dict[str, list[Tie]]:
    """Return the providers in the process in whom interests are declared, with those interests."""
    return _providers_meant(case, [one for one in own.interests or () if kind_of_tie(one.kind)])


def _providers_meant(case: Case, ties: list[Tie]) -> dict[str, list[Tie]]:
    """Return the providers in the process that some ties are to, each with its ties, in the order of the process."""
    found: dict[str, list[Tie]] = {}
    for tie in ties:
        for provider in _likely(case, tie):
            if interest_in(case, tie, (provider,)):
                found.setdefault(provider, []).append(tie)
    order = case.once(_in_the_process)
    return dict(sorted(found.items(), key=lambda pair: order[pair[0]]))


class _Names(Frozen):
    """The providers in the process by the words of their names, and by the rarest of those words."""

    by_core: dict[tuple[str, ...], list[str]]
    by_rarest: dict[str, list[str]]


def _names(case: Case) -> _Names:
    """Return where to look for the providers that a name or a text may mean, so that nobody is compared with everybody."""
    cores: dict[str, list[tuple[str, ...]]] = {}
    for key in case.once(_in_the_process):
        party = case.party(key)
        told = (key, party.name, *(party.aliases or ())) if party else (key,)
        cores[key] = [organisation_name(one).core for one in told if one]
    often = Counter(word for all_ in cores.values() for core in all_ for word in set(core))
    found = _Names({}, {})
    for key, all_ in cores.items():
        for core in all_:
            found.by_core.setdefault(core, []).append(key)
            for word in sorted(core, key=lambda one: often[one])[:1]:
                found.by_rarest.setdefault(word, []).append(key)
    return found


def _likely(case: Case, tie: Tie) -> list[str]:
    """Return the providers that a tie may be to: by id, by a name, or by a word of their name in its text."""
    names, known = case.once(_names), case.once(_in_the_process)
    found = [one for one in (tie.party,) if one in known]
    for text in (tie.party, tie.name):
        found += names.by_core.get(organisation_name(text).core, []) if text else []
    for word in dict.fromkeys(words(tie.text)) if tie.text else ():
        found += names.by_rarest.get(word, [])
    return list(dict.fromkeys(one for one in found if one))


def _competing(case: Case) -> frozenset[str]:
    return frozenset(bidders(case).ids)


def _in_the_process(case: Case) -> dict[str, int]:
    """Return whom the decision is about, in order: who bids, who is considered, who wins, who provides the services today."""
    existing, suitable = case.tender.existing_contract, case.tender.most_suitable
    named = [*bidders(case).ids, *((suitable.considered if suitable else None) or ())]
    named += [one for award in case.awards for one in award.suppliers or ()]
    declared = routes.declared_route(case)
    if existing and existing.provider and declared and declared.route in (routes.PROCESS_A, routes.PROCESS_C):
        named.append(existing.provider)
    clear = (one for one in dict.fromkeys(named) if one not in case.once(several_parties))
    return {one: place for place, one in enumerate(clear)}


def _is_position(tie: Tie) -> bool:
    """Whether a tie is a position within a provider: employee, director, partner or otherwise."""
    if read_tie(tie.kind).remote:
        return False
    return kind_of_tie(tie.kind, "employment") in _POSITIONS and not re.search(r"share|famil|gift", tie.kind or "")


def _is_board_member(case: Case, person: Person | None) -> bool:
    """Whether somebody is recorded as a member of the board of an integrated care board that buys."""
    if person is None or ask(case, _PACK, "care-board").holds is not True:
        return False
    if any(_MEMBER.search(one.role or "") and _OF_BOARD.search(one.role or "") for one in person.roles or ()):
        return True
    buyer = case.tender.buyer
    names = {one for one in ((buyer.id, buyer.name, *(buyer.aliases or ())) if buyer else ()) if one}
    own = [*(person.employments or ()), *(person.interests or ())]
    return any(_MEMBER.search(one.role or "") and {one.party, one.name} & names for one in own)
