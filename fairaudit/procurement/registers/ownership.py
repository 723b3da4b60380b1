"""Statements of beneficial ownership searched for people and parties of the case, in passes that hold little.

The first finds which statement of each record counts and which are about somebody of the case, the second the ties of those,
the last what is on the other side of them. Where owners go in a circle, one between looks for who else owns them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count, pairwise

from fairaudit.analysis.circles import circles, knots
from fairaudit.analysis.names.described import Described
from fairaudit.analysis.names.substance import leaves_out_a_name, says_nothing
from fairaudit.frozen import Frozen
from fairaudit.procurement.registers.dates import is_iso_birth
from fairaudit.procurement.registers.keeping import Entry, Kept, organisation_id
from fairaudit.procurement.registers.matches import (
    EnteredCircle,
    Known,
    OwnerOutside,
    RegisteredTie,
    no_control,
    no_say,
    share_of,
)
from fairaudit.procurement.registers.nominees import holds_for_another, may_hold_for_another
from fairaudit.procurement.registers.officers import kind_of_post
from fairaudit.procurement.registers.passing import looked_over
from fairaudit.procurement.registers.sought import Finder
from fairaudit.procurement.registers.twofold import Ids, twofold
from fairaudit.sources.registers.bods import Interest, Misread, Statement, statements
from fairaudit.sources.registers.streams import Stream

_HOLDINGS = frozenset(
    ["shareholding", "votingRights", "voting-rights", "rightsToSurplusAssetsOnDissolution", "rightsToProfitOrIncome",
     "rights-to-surplus-assets", "beneficiaryOfLegalArrangement", "settlor", "trustee", "protector"]
)  # fmt: skip
_POSTS = frozenset(
    ["boardMember", "boardChair", "board-member", "board-chair", "seniorManagingOfficial", "senior-managing-official",
     "appointmentOfBoard", "appointment-of-board"]
)  # fmt: skip

_NOBODY = ("noBeneficialOwners", "no-beneficial-owners")
"""Why a statement names nobody where it says that there is nobody to name."""


@dataclass
class _Found:
    """What the passes found: which statement of a record counts, whom they may be about, and the ties."""

    current: dict[str, tuple[str, int]] = field(default_factory=dict)
    """The day and the number of the statement that counts, by key."""
    ids: Ids = field(default_factory=Ids)
    twofold: set[str] = field(default_factory=set)
    """Keys that stand for two people, organisations or ties."""
    entities: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)
    known: dict[str, tuple[Known, ...]] = field(default_factory=dict)
    ties: list[tuple[Statement, int]] = field(default_factory=list)
    above: dict[str, list[str]] = field(default_factory=dict)
    """Which entities own each entity."""
    weighty: set[tuple[str, str]] = field(default_factory=set)
    """What is held and by whom, where the share may give a say."""
    owned: dict[str, list[str]] = field(default_factory=dict)
    """The same, of the parties of the case and those above them alone."""
    outside: dict[frozenset[str], list[Statement]] = field(default_factory=dict)
    """The ties of those who own one of several that own each other, and are not of them."""
    sides: dict[str, Statement] = field(default_factory=dict)
    """The statements about either side of the ties that are kept."""


class _Read(Frozen):
    """A statement as it was read, with its number."""

    number: int
    statement: Statement | Misread

    @property
    def described(self) -> tuple[Described, ...]:
        """Whom it is about, if it is of a person or an organisation."""
        one = self.statement
        return () if isinstance(one, Misread) or one.kind == "tie" else (_described(one),)

    @property
    def characters(self) -> int:
        """How long the texts in it are that may be long."""
        one = self.statement
        texts = (
            () if isinstance(one, Misread) else (*one.names, *one.addresses, *(each.details for each in one.interests))
        )
        return sum(map(len, texts))


def search_statements(stream: Stream, people: Finder, parties: Finder, kept: Kept) -> None:
    """Keep the ties of everybody of the case whom a statement may be about, and the circles of owners around them."""
    found = _Found()
    _first_pass(stream, people, parties, kept, found)
    if found.ids.twice:
        _pass_of_twofold(stream, people, parties, kept, found)
    _second_pass(stream, kept, found)
    found.owned = _owned_near(found)
    if rounds := circles(found.owned):
        _owners_outside(stream, found)
    _third_pass(stream, found, rounds)
    for tie, _ in found.ties:
        if nobody := _names_nobody(tie, found):
            kept.drop(tie.line, nobody)
            kept.meet(found.known.get(tie.subject, ()))
            kept.unnamed += bool(found.known.get(tie.subject)) and _why_nobody(tie, found) not in _NOBODY
            continue
        for one in tie.interests:
            kept.add(_entry(tie, one, kept, found))
    for circle in rounds:
        _keep_circle(kept, found, circle)


def _names_nobody(tie: Statement, found: _Found) -> str | None:
    """Return what is wrong with a tie that names no interested party, or one of whom no name can be read."""
    if not tie.party:
        return f"the tie {tie.key[:60]} names no interested party ({tie.unspecified[:60]})"
    party = found.sides.get(tie.party)
    if (
        party is None
        or _is_named(party)
        or found.known.get(tie.party)
        or (party.kind == "entity" and party.identifiers)
    ):
        return None
    why = f" ({party.unspecified[:60]})" if party.unspecified else ""
    return f"the tie {tie.key[:60]} is of somebody, {tie.party[:60]}, of whom no name can be read{why}"


def _is_named(party: Statement) -> bool:
    """Whether a name is told of a party, and not that it is unknown; a group such as `free float` has no other."""
    return any(not leaves_out_a_name(one) or _is_an_office(party.kind, one) for one in party.names)


def _is_an_office(kind: str, name: str) -> bool:
    """Whether a name without a name of its own may be that of an organisation: `National Procurement Office`."""
    return kind == "entity" and not says_nothing(name)


def _why_nobody(tie: Statement, found: _Found) -> str:
    party = found.sides.get(tie.party)
    return tie.unspecified if party is None else party.unspecified


def _counts(found: _Found, statement: Statement, number: int) -> bool:
    """Whether a statement is the one of its record that counts, and the record has not ended or been replaced."""
    return found.current.get(statement.key, ("", 0))[1] == number and statement.key not in found.replaced


def _first_pass(stream: Stream, people: Finder, parties: Finder, kept: Kept, found: _Found) -> None:
    coming = map(_Read, count(1), statements(stream))
    for (number, one), may_be in looked_over(coming, people, parties):
        kept.rows += 1
        if isinstance(one, Misread):
            kept.strange(one.line, one.reason)
            continue
        found.replaced.update(one.replaces)
        if wrong := found.ids.take(one):
            kept.drop(one.line, wrong)
        day, before = found.current.get(one.key, ("", 0))
        if before and one.day == day and not one.day:
            kept.drop(one.line, f"the statement {one.key[:60]} stands twice; the first counts")
            continue
        if before and one.day < day:
            continue
        found.current[one.key] = one.day, number
        if one.kind == "tie":
            continue
        if one.kind == "entity":
            found.entities.add(one.key)
        search = people if one.kind == "person" else parties
        known = search.found(_described(one)) if all(may_be) else ()
        # What is told anew may be about somebody else.
        if known or one.key in found.known:
            found.known[one.key] = known


def _pass_of_twofold(stream: Stream, people: Finder, parties: Finder, kept: Kept, found: _Found) -> None:
    """Find the ids that stand for two, each of whom may be of the case; only where one is told as new twice."""
    for key, ones in twofold(statements(stream), found.ids, kept.drop).items():
        if key in found.replaced:
            continue
        found.twofold.add(key)
        told = [one for one in ones if one.kind != "tie"]
        known = [each for one in told for each in (people if one.kind == "person" else parties).found(_described(one))]
        found.known[key] = tuple({each.key: each for each in known}.values())


def _described(one: Statement) -> Described:
    return Described(
        "person" if one.kind == "person" else "organisation", one.names, one.identifiers, one.birth, one.addresses
    )


def _second_pass(stream: Stream, kept: Kept, found: _Found) -> None:
    for number, one in enumerate(statements(stream), 1):
        if isinstance(one, Misread) or one.kind != "tie":
            continue
        if of_two := found.twofold.intersection((one.key, one.subject, one.party)):
            if one.key in found.twofold or _counts(found, one, number):
                words = (
                    f"the tie {one.key[:60]} goes by the id {min(of_two)[:60]}, which stands for two; it is left out"
                )
                kept.drop(one.line, words)
                kept.meet(found.known.get(one.subject, ()))
                kept.unnamed += bool(found.known.get(one.subject))
            continue
        if not _counts(found, one, number):
            continue
        lacking = [side for side in (one.subject, one.party) if side and side not in found.current]
        if lacking:
            kept.drop(one.line, f"the tie {one.key[:60]} refers to a statement that is not there: {lacking[0][:60]}")
            kept.meet(found.known.get(one.subject, ()))
            kept.unnamed += bool(found.known.get(one.subject))
            continue
        if one.closed and not any(interest.end for interest in one.interests):
            one = one._replace(interests=tuple(each._replace(end=one.day or None) for each in one.interests))
        shares = [share_of(each.share) for each in one.interests]
        of_itself = one.party == one.subject and bool(shares) and all(map(no_control, shares))
        if one.party in found.entities and _owns(one) and not of_itself:
            found.weighty.update([] if shares and all(map(no_say, shares)) else [(one.subject, one.party)])
            found.above.setdefault(one.subject, []).append(one.party)
        if found.known.get(one.subject) or found.known.get(one.party):
            found.ties.append((one, number))


def _owns(tie: Statement) -> bool:
    """Whether a tie is that of an owner, and goes on."""
    held = [one for one in tie.interests if not one.end and _kind(one.kind) == "ownership"]
    return not tie.closed and bool(held or not tie.interests)


def _owners_outside(stream: Stream, found: _Found) -> None:
    """Find who else owns those that own each other; only where some do, since it costs a pass more."""
    within = {key: frozenset(part) for part in knots(found.owned) for key in part}
    for number, one in enumerate(statements(stream), 1):
        if isinstance(one, Misread) or one.subject not in within or not _counts(found, one, number):
            continue
        if one.party in found.twofold or one.key in found.twofold:
            continue
        if one.party in found.current and one.party not in within[one.subject] and _owns(one):
            found.outside.setdefault(within[one.subject], []).append(one)


def _third_pass(stream: Stream, found: _Found, rounds: tuple[tuple[str, ...], ...]) -> None:
    ties = (*(tie for tie, _ in found.ties), *(tie for more in found.outside.values() for tie in more))
    wanted = {side for tie in ties for side in (tie.subject, tie.party) if side}
    wanted |= {key for circle in rounds for key in circle}
    if not wanted:
        return
    for number, one in enumerate(statements(stream), 1):
        if not isinstance(one, Misread) and one.key in wanted and found.current[one.key][1] == number:
            found.sides[one.key] = one


def _entry(tie: Statement, interest: Interest, kept: Kept, found: _Found) -> Entry:
    start, end = kept.days(tie.line, interest.start, interest.end)
    subject, party = found.sides.get(tie.subject), found.sides.get(tie.party)
    if party is not None and party.kind == "person" and party.birth and not is_iso_birth(party.birth):
        kept.strange(tie.line, "birth date is not written as 1980-05-03, 1980-05 or 1980; it is left out")
    made = RegisteredTie(
        _kind(interest.kind),
        interest.kind or "interested party",
        interest.share,
        start,
        end,
        _name(party),
        "person" if party is not None and party.kind == "person" else "party",
        tie.party,
        (party.birth or "") if party else "",
        party.addresses if party else (),
        _name(subject),
        next((key for _, key in subject.identifiers), "") if subject else "",
        organisation_id(_described(subject), kept.index) if subject else "",
        organisation_id(_described(party), kept.index) if party is not None and party.kind == "entity" else "",
        # Words beside an interest name others as well; the standard's own answer comes before what they say.
        interest.beneficial is not True and holds_for_another(interest.details, start),
        interest.beneficial is not True and may_hold_for_another(interest.details, start),
        interest.details if interest.beneficial is not True else "",
    )
    return Entry(tie.line, made, found.known.get(tie.party, ()), found.known.get(tie.subject, ()))


def _kind(interest: str) -> str:
    if interest in _POSTS:
        return "directorship"
    return "ownership" if interest in _HOLDINGS or not interest else kind_of_post(interest.replace("-", " "))


def _name(statement: Statement | None) -> str:
    return statement.names[0] if statement and statement.names else ""


def _owned_near(found: _Found) -> dict[str, list[str]]:
    """Return who owns the parties of the case, and those above them, as far up as statements go."""
    waiting = [key for key in found.known if key in found.entities and found.known[key]]
    reached = set(waiting)
    while waiting:
        more = [one for one in found.above.get(waiting.pop(), ()) if one not in reached]
        reached.update(more)
        waiting += more
    return {key: found.above.get(key, []) for key in reached}


def _keep_circle(kept: Kept, found: _Found, circle: tuple[str, ...]) -> None:
    """Keep a circle of owners that stands above a party of the case, or holds it, with whoever else owns those in it."""
    line = found.sides[circle[0]].line if circle[0] in found.sides else 1
    ties = next((ties for part, ties in found.outside.items() if circle[0] in part), [])
    outside = tuple(
        OwnerOutside(
            _called(found, tie.party), next((one.share for one in tie.interests), ""), _called(found, tie.subject)
        )
        for tie in ties
    )
    slight = found.weighty.isdisjoint(pairwise((*circle, circle[0])))
    kept.circles.append(EnteredCircle(line, tuple(_called(found, key) for key in circle), outside, slight=slight))


def _called(found: _Found, key: str) -> str:
    return _name(found.sides.get(key)) or key
