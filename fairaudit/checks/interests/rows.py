"""Every tie between somebody with influence and a bidder: how strong it is, what lies between, and whether it was declared."""

from collections.abc import Iterator
from datetime import date

from fairaudit.analysis.ties.strength import Strength
from fairaudit.analysis.ties.ways import Way
from fairaudit.checks.base import Unassessed
from fairaudit.checks.interests.bonds import MONTHS, Bond, firm_node, person_node
from fairaudit.checks.interests.control import ways_down
from fairaudit.checks.interests.web import STEPS, Web, web_of
from fairaudit.checks.people.conduct.acts import ENTERED, acts_by_person, bids_of
from fairaudit.checks.people.conduct.kept_out import acts_despite_measures
from fairaudit.checks.people.conduct.order import same_day
from fairaudit.checks.people.conduct.parts_by_role import parts_by_role
from fairaudit.checks.people.conduct.taking_part import took_part_despite
from fairaudit.checks.people.declarations.declared import declarations_by, links_declared, undeclared
from fairaudit.checks.people.spellings.party_names import names_party
from fairaudit.checks.people.ties.close_ties import handled
from fairaudit.checks.people.ties.matched import matches_of
from fairaudit.checks.people.ties.register_ties import register_links
from fairaudit.checks.people.ties.tie_kinds import read_tie
from fairaudit.checks.people.ties.tie_texts import reading_of
from fairaudit.checks.people.ties.to_bidders import Ground, Link, ground_of, in_time, links_of, soon_after
from fairaudit.frozen import Frozen
from fairaudit.procurement.beside import unread_beside
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Tie
from fairaudit.procurement.persons.identity import known_person, whose
from fairaudit.procurement.persons.influence import Official, meets

UNDECLARED = "not declared"
UNKNOWN = "not known whether declared"
IGNORED = "declared, and worked on the bid"
DECLARED = "declared"
APART = "declared, and kept apart"
REMOTE = "too remote to flag"
ORDER = (UNDECLARED, IGNORED, UNKNOWN, DECLARED, APART, REMOTE)
"""What may be said of a tie, the gravest first."""

AFTERWARDS = 12
"""How many months after the award a tie may begin and still be looked at; a heuristic, as in the rules about undeclared ties."""


class Row(Frozen):
    """A tie of somebody with influence to a bidder; `way` is given where it is no tie by itself but leads through others.

    `gap` is why nobody can say whether it was declared, `sure` whether more than a name tells of it, `told` that the declaration
    is all that does. `matched`: it is a tie only if somebody of the bidder is the same person.
    """

    official: Official
    bidder: str
    words: str
    through: tuple[str, ...]
    strength: Strength
    status: str
    at: Node[object]
    sure: bool = True
    since: date | None = None
    until: date | None = None
    way: Way | None = None
    gap: Unassessed | None = None
    told: bool = False
    matched: bool = False


def rows_of(case: Case) -> tuple[Row, ...]:
    """Return the ties of everybody with influence, in the order of people and bidders, worked out once."""
    return case.once(_rows)


def _rows(case: Case) -> tuple[Row, ...]:
    ground = ground_of(case)
    found: dict[tuple[str, str], list[Row]] = {}
    for official in ground.officials:
        for row in _direct(ground, official):
            found.setdefault((official.key, row.bidder), []).append(row)
    for row in _through_others(ground, found):
        found.setdefault((row.official.key, row.bidder), []).append(row)
    for row in _remote_beside(ground, found):
        found.setdefault((row.official.key, row.bidder), []).append(row)
    # What only may be a tie hides none that is one, and stands behind it.
    for row in (one for official in ground.officials for one in _matched(ground, official)):
        found.setdefault((row.official.key, row.bidder), []).append(row)
    people = {one.key: place for place, one in enumerate(ground.officials)}
    firms = {one: place for place, one in enumerate(ground.bidders.ids)}
    ordered = sorted(found, key=lambda pair: (people[pair[0]], firms.get(pair[1], len(firms))))
    return tuple(row for pair in ordered for row in found[pair])


def _direct(ground: Ground, official: Official) -> Iterator[Row]:
    """Yield the ties that are told by the rules about each kind, every kind of tie to a party once."""
    seen: set[tuple[str, str, str]] = set()
    for link in (*links_of(ground, official), *register_links(ground, official)):
        key = (link.bidder, link.party, link.kind)
        if key not in seen:
            seen.add(key)
            yield _row(ground, link)
    known = {(bidder, party) for bidder, party, _ in seen}
    for link in links_declared(ground, official):
        key = (link.bidder, link.party, link.kind)
        # What is declared without its kind is the tie that another record tells of.
        if key not in seen and not (link.kind == "other" and key[:2] in known):
            seen.add(key)
            yield _row(ground, link)._replace(told=True)


def _matched(ground: Ground, official: Official) -> Iterator[Row]:
    """Yield what ties somebody to a bidder if they are the same person as somebody of it.

    Where a tie to that party is known, and was declared, the match is that tie again.
    """
    matches = [one for by in ("record", "name") for one in matches_of(ground, official, by)]
    links = (links_of, register_links, links_declared) if matches else ()
    known = {(one.bidder, one.party) for told in links for one in told(ground, official)}
    for match in matches:
        link, named = match.link, [match.name] if match.name else []
        status, gap = _status(ground, link)
        if (link.bidder, link.party) not in known or status in (UNDECLARED, UNKNOWN):
            through = (*named, *_between(ground.case, link))
            yield Row(
                official, link.bidder, _in_words(link), through, match.strength, status, link.at, link.by_record, gap=gap,
                matched=True,
            )  # fmt: skip


def _row(ground: Ground, link: Link) -> Row:
    later = soon_after(ground, link, AFTERWARDS)
    timely = True if later else in_time(ground, link, MONTHS)
    shown = later or link
    strength = _strength(ground.case, shown, timely)
    status, gap = (REMOTE, None) if timely is False else _status(ground, shown)
    if isinstance(timely, Unassessed) and status == UNDECLARED:
        # Whether there still was anything to declare is not known.
        status = UNKNOWN
    through = _between(ground.case, link)
    return Row(
        link.official, link.bidder, _in_words(shown), through, strength, status, link.at, link.by_record,
        link.start, link.end, None, timely if isinstance(timely, Unassessed) else gap,
    )  # fmt: skip


def _in_words(link: Link) -> str:
    return f"{link.words} {link.party_name}" + ("" if link.party == link.bidder else f", {link.standing}")


def _between(case: Case, link: Link) -> tuple[str, ...]:
    person = known_person(case, link.relative) if link.relative else None
    named = [(person.name if person else None) or link.relative] if link.relative else []
    return tuple(named) + (() if link.party == link.bidder else (link.party_name,))


def _strength(case: Case, link: Link, timely: bool | Unassessed) -> Strength:
    if timely is False or (link.at.path in (remote := case.once(_remote_places)) and remote):
        return Strength.REMOTE
    if _kind_of(link) in ("family", "other", None):
        return Strength.FAMILY
    past = link.end is not None and in_time(ground_of(case), link, 0) is not True
    over = link.ended or link.on or past or link.kind == "gift"
    return Strength.RECENT if over else Strength.CURRENT


def _kind_of(link: Link) -> str | None:
    """Return the kind of a tie; one to whoever is known by name alone is of none by itself, and its own record says of which."""
    tie = link.at.value
    if link.kind != "other" or not isinstance(tie, Tie):
        return link.kind
    return "employment" if tie.kind is None and "employments" in link.at.path else read_tie(tie.kind).kind


def _remote_places(case: Case) -> frozenset[tuple[str | int, ...]]:
    lists = (*(one.interests for one in case.people), *(one.interests for one in case.declarations))
    told = (tie for ties in lists for tie in ties or ())
    return frozenset(tie.path for tie in told if reading_of(tie).remote)


def _status(ground: Ground, *links: Link) -> tuple[str, Unassessed | None]:
    """Return what is known of how a tie was declared, and what would say more; any of several links may have been named."""
    told = [undeclared(ground, one) for one in links]
    official, bidder = links[0].official, links[0].bidder
    if any(one is False for one in told):
        return _after_declaring(ground, official, bidder), None
    gap = next((one for one in told if isinstance(one, Unassessed)), None)
    return (UNKNOWN, gap) if gap else (UNDECLARED, None)


def _after_declaring(ground: Ground, official: Official, bidder: str) -> str:
    """Return whether somebody who declared a tie kept away from the bid, by all that is recorded of it."""
    case, own = ground.case, declarations_by(ground.case, official)
    bids = case.once(bids_of).get(bidder, frozenset())
    acts = case.once(acts_by_person).get(whose(case, official.key), [])
    worked = any(one.bid in bids and one.words not in ("opened", ENTERED) for one in acts)
    aside = any(one.recused_from and names_party(case, one.recused_from, bidder) for one in own)
    apart = handled(ground, official, bidder) is True
    despite = [took_part_despite(case, one, bidder) for one in own]
    # Of what was done on the very day nobody knows which came first; a score stands, whenever it was given.
    done = [(one, act) for one in own for act in acts_despite_measures(case, one, bidder)]
    that_day = any(one.date and act.when and same_day(case, one.date, act.when) for one, act in done)
    later = any(not (one.date and act.when and same_day(case, one.date, act.when)) for one, act in done)
    if True in despite or later or (worked and (aside or not apart)):
        return IGNORED
    # Who approved the award to the bidder was not apart from it, unless somebody else did it, which no record says.
    parts = any(True for one in own for _ in parts_by_role(case, one, bidder))
    return APART if apart and None not in despite and not that_day and not parts else DECLARED


def _through_others(ground: Ground, found: dict[tuple[str, str], list[Row]]) -> Iterator[Row]:
    """Yield what ties somebody to a bidder through others, where no tie by itself is stronger."""
    web = web_of(ground.case)
    firms = {firm_node(one): one for one in ground.bidders.ids}
    people = {person_node(one.key): one for one in ground.officials}
    for (start, end), way in _ways_to(web, tuple(people), tuple(firms)).items():
        official, bidder = people[start], firms[end]
        told = found.get((official.key, bidder), ())
        # A tie that only a name tells hides no way that is recorded throughout.
        sure = official.sure and all(one.sure for one in web.along(way))
        best = max((one.strength for one in told if one.sure or not sure), default=None)
        if len(way.steps) == 1 and way.strength > Strength.REMOTE:
            continue  # A tie by itself, and judged as that.
        if (best is None or best < way.strength) and meets(ground.case, official, bidder):
            yield _row_of_way(ground, web, official, bidder, way)


def _ways_to(web: Web, people: tuple[str, ...], firms: tuple[str, ...]) -> dict[tuple[str, str], Way]:
    """Return the ways of people to firms by few ties of any kind, and where these tell nothing, on by owners who control."""
    found = web.ways(people, firms, STEPS)
    for pair, way in ways_down(web, people, [one[2:] for one in firms], STEPS).items():
        if pair not in found or found[pair].strength == Strength.REMOTE < way.strength:
            found[pair] = way
    return found


def _remote_beside(ground: Ground, found: dict[tuple[str, str], list[Row]]) -> Iterator[Row]:
    """Yield a remote tie, such as a pension, that stands beside others of the same two: its own words say why it is remote."""
    web = web_of(ground.case)
    firms = {firm_node(one): one for one in ground.bidders.ids}
    people = {person_node(one.key): one for one in ground.officials}
    for bond in web.bonds:
        tie, pair = bond.at.value, (bond.start, bond.end)
        if not isinstance(tie, Tie) or pair[0] not in people or pair[1] not in firms:
            continue
        official, bidder, said = people[pair[0]], firms[pair[1]], reading_of(tie)
        known = {one.at.path for one in found.get((official.key, bidder), ())}
        own = said.remote or said.kind is None
        if own and known and bond.at.path not in known and meets(ground.case, official, bidder):
            words = f"{bond.words} {web.names.get(bond.end, bidder)}"
            yield Row(
                official, bidder, words, (), Strength.REMOTE, REMOTE, bond.at, bond.sure and official.sure, bond.since,
                bond.until, told=_is_declared(bond),
            )  # fmt: skip


def _row_of_way(ground: Ground, web: Web, official: Official, bidder: str, way: Way) -> Row:
    bonds = web.along(way)
    through = tuple(web.names.get(one, one[2:]) for one in way.nodes[1:-1])
    strength, sure = Strength(way.strength), all(one.sure for one in bonds) and official.sure
    status, gap = REMOTE, None
    if strength > Strength.REMOTE:
        status, gap = _status(ground, *_as_links(web, official, bidder, way))
        if status == UNDECLARED and (unread := _may_be_over(ground.case, bonds)):
            status, gap = UNKNOWN, unread
    since = max((one.since for one in bonds if one.since), default=None)
    until = min((one.until for one in bonds if one.until), default=None)
    alone = len(bonds) == 1 and _is_declared(bonds[0])
    return Row(
        official, bidder, web.told(way), through, strength, status, bonds[0].at, sure, since, until, way, gap, alone
    )


def _is_declared(bond: Bond) -> bool:
    """Whether a declaration is what tells of a tie."""
    return bond.at.path[:1] == ("declarations",)


def _may_be_over(case: Case, bonds: tuple[Bond, ...]) -> Unassessed | None:
    """Return why a tie on a way may be over: a value of its row was not understood, or stands in a column that is not read."""
    for one in bonds:
        if one.until is None and (beside := unread_beside(case, one.at.path)) is not None:
            reason = (
                f"a tie that leads to a bidder stands in a row in which a value was not understood: {beside.reason}"
            )
            return Unassessed(one.at, reason, (text_of((*one.at.path, "end_date")),))
    return None


def _as_links(web: Web, official: Official, bidder: str, way: Way) -> Iterator[Link]:
    """Yield a tie to everybody on a way: whoever declared any of them declared the way."""
    first = web.along(way)[0]
    told, name = web.told(way), web.names.get(firm_node(bidder), bidder)
    for node in way.nodes[1:]:
        party, relative = (node[2:], "") if node.startswith("o ") else (bidder, node[2:])
        yield Link(
            official, bidder, party, name, "a bidder", "other", first.at, first.sure, f"{told}, and so is tied to",
            relative=relative,
        )  # fmt: skip
