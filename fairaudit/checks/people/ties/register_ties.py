"""Ties between those with influence and those who bid that a register knows, and nobody wrote down."""

from collections.abc import Iterator
from datetime import date

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.ties.strength import months_before
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.people.declarations.declared import beside, declared_instead, silence, undeclared
from fairaudit.checks.people.declarations.standing_for import Stands
from fairaudit.checks.people.ties.said_beside import more_is_said
from fairaudit.checks.people.ties.tie_past import said_to_be_over
from fairaudit.checks.people.ties.to_bidders import OF_RELATIVES, Ground, Link, ground_of, in_time, links_of, soon_after
from fairaudit.frozen import Frozen
from fairaudit.procurement.beside import unread_beside
from fairaudit.procurement.bidders.bidding import Standing
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.registerlist import OF_THE_CASE
from fairaudit.procurement.persons.influence import Official, meets
from fairaudit.procurement.registers.matches import Above, Known, Match, RegisteredTie, holds_nothing
from fairaudit.procurement.wanted import in_list

_ALIKE = "possible"


class RegisterFacts(Frozen):
    """Who is tied to which party by which register, how sure it is that it is them, and what that party is here."""

    person: str
    roles: tuple[str, ...]
    tie: str
    party: str
    standing: str
    register: str
    match: str
    silence: str = ""


class Counted(Frozen):
    """How many months a tie counts after it ended, and how many after the award one that began is a question."""

    months: int
    afterwards: int


@check
def undeclared_register_tie(
    node: Node[object], case: Case, *, months: int = 24, afterwards: int = 12, by: str = "record"
) -> Found[RegisterFacts]:
    """Flag entries of registers that tie somebody with influence to a bidder, where no declaration names it.

    `by: record` takes entries in which a birth date or number agrees as well as the name, `by: name` the others. A tie counts
    while it lasts and for `months` after it ended; one that began within `afterwards` months after the award is a question, and
    so is one of which the register gives no day: it is there, and from when is not said; or which goes on by a register that
    stands as of a day more than `months` before the tender was published, or of none.
    """
    ground, counted = ground_of(case), Counted(months, afterwards)
    yield from ground.gaps(node)
    yield from unsearched(node, case)
    for official in ground.officials:
        yield from _uncompared(case, official, by)
        seen: set[tuple[str, str]] = set()
        for match, party, standing in _entries(ground, official):
            key = (standing.bidder, party.key)
            sure = by_record(match.who, party) and not standing.named
            told = _told_already(ground, official, match.tie.kind, party.key, counted)
            if not told and key not in seen and sure == (by == "record"):
                found = list(_judged(ground, official, match, party, standing, counted))
                seen.update([key] if any(isinstance(one, Hit) for one in found) else [])
                yield from found


def _told_already(ground: Ground, official: Official, kind: str, party: str, counted: Counted) -> bool:
    """Whether another rule looks at such a tie by the case's own record: one that lasted, of this kind or not declared.

    Of a tie that is long over a register may know better, and a relative's tie, a gift, or a job that was declared is no seat on
    a board.
    """
    return any(
        one.party == party
        and (one.kind == kind or undeclared(ground, one) is not False)
        and (
            in_time(ground, one, counted.months) is not False or soon_after(ground, one, counted.afterwards) is not None
        )
        for one in _own_by_record(ground, official)
    )


def _own_by_record(ground: Ground, official: Official) -> Iterator[Link]:
    links = (one for one in links_of(ground, official) if one.by_record)
    yield from (one for one in links if one.kind in OF_RELATIVES and not one.relative)


def _ended_by_record(ground: Ground, link: Link) -> Link | None:
    """Return the tie by which the case's own record has ended what a register has go on; a later term is another."""
    for one in _own_by_record(ground, link.official) if link.end is None else ():
        ended = one.kind == link.kind and one.party == link.party and one.end
        if ended and not (link.start and link.start > ended):
            return one
    return None


def not_opened(case: Case) -> Iterator[Unassessed]:
    """Yield the registers whose file could not be read, so that nothing could be searched in them, or that were too large."""
    own = {(*one.path, "file") for one in case.procurement.registers or () if one.kind in OF_THE_CASE}
    for one in case.unreadable:
        if one.path[:1] == ("registers",) and one.path[2:] == ("file",) and one.path not in own:
            reason = f"the register {one.text} could not be read: {one.reason}"
            yield Unassessed(Node(one.path, None), reason, (f"{text_of(one.path)} (a file that can be read)",))
    for register in case.registers_searched:
        for beyond in register.beyond:
            reason = f"the register “{register.name}” was searched in part: {beyond}"
            yield Unassessed(Node(("registers",), None), reason, ("registers (what they hold of this case alone)",))


def unsearched(node: Node[object], case: Case) -> Iterator[Unassessed]:
    """Yield why nothing, or not everything, can be said of what registers know of the bidders."""
    searched, unread = case.registers_searched, list(not_opened(case))
    yield from unread
    if not searched and unread:
        return
    if not searched:
        name = "registers" if not case.procurement.registers else "registers (officers, owners or bods)"
        yield Unassessed(node, "no register was searched", (name,))
        return
    given = [one for one in case.procurement.registers or () if one.kind in {each.kind for each in searched}]
    published = case.tender.published
    for one in given:
        if one.searched is None:
            yield Unassessed(
                one.node, "as of which day the register stands is not given", (text_of((*one.path, "searched")),)
            )
        elif published and one.searched < published.date:
            reason = f"the register stands as of {day_in_words(one.searched)}, before the tender was published"
            yield Unassessed(one.node, reason, ("registers (a later one)",))
    found = {key for one in searched for key in one.organisations}
    for key in ground_of(case).bidders.ids:
        if key not in found:
            reason = f"{case.party_name(key)} stands in none of the registers that were searched"
            yield Unassessed(Node(("bids",), None), reason, (f"registers (one that holds {key})",))


def _uncompared(case: Case, official: Official, by: str) -> Iterator[Unassessed]:
    """Yield that somebody could not be looked for, or by name alone, which is too little to rule a tie out."""
    person = official.person
    if not case.registers_searched or by != "record":
        return
    if person is None:
        lacking = in_list(case, "people", official.key)
        yield Unassessed(official.at, f"nothing but a name is recorded about {official.name}", (lacking,))
    elif not person.birth_date and not person.identifiers:
        name = text_of((*person.path, "birth_date"))
        yield Unassessed(person.node, f"{official.name} was looked for by name alone", (name,))


def _entries(ground: Ground, official: Official) -> Iterator[tuple[Match, Known, Standing]]:
    """Yield what registers hold of somebody at a party that is a bidder or stands behind one, the surest first."""
    matches = [
        one for one in ground.case.matches if one.holds and one.who.kind == "person" and one.who.key == official.key
    ]
    for match in sorted(matches, key=lambda one: (one.who.level, not one.who.corroborated, one.key)):
        for party in match.others:
            for standing in ground.bidders.standings.get(party.key, ()):
                if meets(ground.case, official, standing.bidder):
                    yield match, party, standing


def register_links(ground: Ground, official: Official) -> Iterator[Link]:
    """Yield the entries of registers as ties, each `sure` where more than names says who is tied to whom."""
    if ground.case.matches:
        for match, party, standing in _entries(ground, official):
            yield _link(ground.case, official, match, party, standing)._replace(
                sure=by_record(match.who, party) and not standing.named
            )


def by_record(who: Known, party: Known) -> bool:
    """Whether more than names says that the entry is about that person and that party."""
    return who.corroborated and _ALIKE not in (who.level, party.level)


def _judged(
    ground: Ground, official: Official, match: Match, party: Known, standing: Standing, counted: Counted
) -> Found[RegisterFacts]:
    if holds_nothing(match.tie):
        return
    link, at = _link(ground.case, official, match, party, standing), Node[object](match.path, None)
    undated = match.tie.start is None and match.tie.end is None
    if undated and (unread := _not_understood(ground.case, official, match, party)) is not None:
        yield unread
        return
    later = soon_after(ground, link, counted.afterwards)
    timely = True if later else in_time(ground, link, counted.months)
    silent = undeclared(ground, link)
    if timely is False or silent is False:
        return
    for one in (timely, silent):
        if isinstance(one, Unassessed):
            yield one._replace(at=at if one is timely else one.at, seen=True)
            return
    ended = _ended_by_record(ground, link)
    told = f"another record has it end on {day_in_words(ended.end)}" if ended and ended.end else ""
    old = is_out_of_date(ground.case, match, counted.months)
    since = "it may have ended since the day of the register" if old else ""
    whose = _whose(match)
    words = "; ".join(filter(None, (party.slip, whose, told, since, ", ".join(match.who.reasons))))
    facts = RegisterFacts(
        official.name, official.roles, (later or link).words, party.name, standing.words, called(ground.case, match),
        words, silence(ground, link),
    )  # fmt: skip
    instead = declared_instead(ground, link)
    partly = any(stands is Stands.PARTLY for _, stands in instead)
    doubtful = later or partly or undated or ended or old or _doubtful(official, match, party, standing)
    related = (
        (at, "the entry of the register"), (official.at, "where the influence is recorded"), *beside(instead),
        *(((ended.at, "contradicts it"),) if ended else ()),
    )  # fmt: skip
    place = official.person.node if official.person else official.at
    yield Hit(place, facts, related, _ALIKE if doubtful else None, f"{standing.bidder} {party.key} {match.key}")


def _whose(match: Match) -> str:
    """Return that an entry is of somebody who holds for another, or that it leaves open whether they do."""
    if match.tie.for_another:
        details = "its details speak of a nominee, and " if match.tie.nominee_beside else ""
        return f"{details}a nominee holds for somebody else"
    if match.tie.perhaps_for_another:
        return "a nominee is spoken of: who that is, and who holds for whom, is not plain"
    if more_is_said(match.tie):
        return "what is said of it may mean that it is another's, or over"
    return ""


def _not_understood(case: Case, official: Official, match: Match, party: Known) -> Unassessed | None:
    """Return that days of an entry are there and were not understood, or cannot be: they may say that it was over."""
    unread = unread_beside(case, match.path)
    if unread is None:
        return None
    entered = f"{official.name} {words_of(match.tie, dated=False)} {party.name}, by {called(case, match)}"
    reason = f"from when to when {entered}, is not known: {unread.reason}"
    return Unassessed(Node(match.path, None), reason, (f"{text_of(match.path)}.appointed_on",), seen=True)


def _doubtful(official: Official, match: Match, party: Known, standing: Standing) -> bool:
    """Whether an entry is a question: by who is meant or gains, by a role that is over, or as one of many in a society."""
    over = match.tie.end is None and said_to_be_over(match.tie.role)
    return (
        over
        or match.tie.for_another
        or match.tie.perhaps_for_another
        or more_is_said(match.tie)
        or match.tie.kind == "other"
        or not standing.sure
        or not official.sure
        or _ALIKE in (match.who.level, party.level)
    )


def is_out_of_date(case: Case, match: Match, months: int) -> bool:
    """Whether what goes on by a register may have ended long enough ago to count no more: its day is early, or not given."""
    one, published = (case.procurement.registers or ())[match.register], case.tender.published
    if match.tie.end is not None:
        return False
    return one.searched is None or bool(published and one.searched < months_before(published.date, months))


def _link(case: Case, official: Official, match: Match, party: Known, standing: Standing) -> Link:
    tie = match.tie
    return Link(
        official, standing.bidder, party.key, party.name, standing.words, tie.kind, Node(match.path, None), True,
        words_of(tie, today=case.today), tie.start, tie.end, placed=standing.sure,
    )  # fmt: skip


def words_of(tie: RegisteredTie, register: str = "", today: date | None = None, *, dated: bool = True) -> str:
    """Return an entry in words that go between a person's name and a party's, with what the register is called where given.

    Not `dated`, the words leave out that no day of it is given, which who calls says better.
    """
    where = f" in {register}" if register else ""
    to_come = tie.end is not None and today is not None and tie.end > today
    since = f"since {day_in_words(tie.start)}" if tie.start and (to_come or not tie.end) else ""
    since = since or ("" if tie.end or not dated else "from when is not given")
    if tie.end is not None and to_come:
        since = f"{since} until {day_in_words(tie.end)}".strip()
    told = ", ".join(filter(None, (f"{tie.share} per cent" if tie.share else "", since)))
    role = f"“{tie.role}” ({told})" if told else f"“{tie.role}”"
    return (
        f"was entered{where} until {day_in_words(tie.end)} as {role} of"
        if tie.end and not to_come
        else f"is entered{where} as {role} of"
    )


def called(case: Case, match: Match | Above) -> str:
    """Return what a register is called in a sentence, with the day as of which it stands."""
    one = (case.procurement.registers or ())[match.register]
    day = f" as of {day_in_words(one.searched)}" if one.searched else ""
    return f"{plainly_called(case, match)}{day}"


def plainly_called(case: Case, match: Match | Above) -> str:
    """Return what a register is called in a sentence."""
    one = (case.procurement.registers or ())[match.register]
    return one.name or one.file or text_of(one.path)
