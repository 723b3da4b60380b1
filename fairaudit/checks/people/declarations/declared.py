"""What people declared: by whom, about whom, and whether it names a tie, denies it, or leaves it open."""

from collections.abc import Iterator
from itertools import chain

from fairaudit.analysis.calendars import day_in_words
from fairaudit.analysis.denial import DENIED, TIED, UNCLEAR, UNSAID, how_named, how_said
from fairaudit.analysis.names import (
    any_same_organisation,
    extends_name,
    in_another_form,
    mentions,
    names_as_a_name,
    organisation_name,
    words,
)
from fairaudit.checks.base import Unassessed
from fairaudit.checks.people.conduct.aside import aside_from
from fairaudit.checks.people.conduct.stayed_away import stayed_away
from fairaudit.checks.people.declarations.ended_otherwise import ended_otherwise
from fairaudit.checks.people.declarations.standing_for import Stands, names_the_same, stands_for
from fairaudit.checks.people.spellings.party_names import named_behind, without_forms
from fairaudit.checks.people.spellings.slips_of_names import may_be
from fairaudit.checks.people.spellings.spelled import called_like
from fairaudit.checks.people.ties.tie_kinds import read_tie
from fairaudit.checks.people.ties.tie_records import records_declared
from fairaudit.checks.people.ties.to_bidders import Ground, Link, links_recorded
from fairaudit.checks.people.ties.unread_rows import unread_declarations
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.parties import Declaration, Tie
from fairaudit.procurement.persons.faces import names_of
from fairaudit.procurement.persons.identity import ambiguous, spoken, whose
from fairaudit.procurement.persons.influence import Official

_DECLARED = frozenset({"declaration", "declarations", "declared", "register"})
_OF_INTERESTS = frozenset({"interest", "interests", "conflict", "conflicts", "gift", "gifts", "hospitality"})
_BESIDE = frozenset({
    "of", "on", "in", "at", "the", "a", "from", "dated", "own", "form", "forms", "signed", "annual", "self", "made", "and",
    "his", "her", "their", "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
})  # fmt: skip
_SOMEBODY_ELSES = frozenset({
    "bidder", "bidders", "tenderer", "tenderers", "supplier", "suppliers", "tender", "tenders", "bid", "bids", "company",
    "firm", "applicant", "candidate",
})  # fmt: skip
_ANY_BIDDER = (
    *((one,) for one in ("bidder", "bidders", "tenderer", "tenderers", "bidding")),
    *(
        ("the", one)
        for one in ("suppliers", "firms", "companies", "candidates", "applicants", "competitors", "providers")
    ),
)


def declarations_by(case: Case, official: Official) -> tuple[Declaration, ...]:
    """Return the declarations of an official, whether they call them by id or by name."""
    told = case.once(told_by_person)
    keys = dict.fromkeys((whose(case, official.key), " ".join(spoken(official.name))))
    found = [one for key in keys for one in told.get(key, ())]
    return tuple(sorted(found, key=lambda one: one.path))


def told_by_person(case: Case) -> dict[str, list[Declaration]]:
    """Return the declarations of everybody, by the one key of the person."""
    found: dict[str, list[Declaration]] = {}
    for one in case.declarations:
        if one.person is not None:
            found.setdefault(whose(case, one.person), []).append(one)
    return found


def undeclared(ground: Ground, link: Link) -> bool | Unassessed:
    """Whether a tie is in no declaration of that person; silence counts only where the record could have spoken."""
    own = declarations_by(ground.case, link.official)
    source = _source(link, own)
    telling = [one for one in own if _tells(ground.case, one, link)]
    clear = [one for one in telling if not ambiguous(ground.case, one.person or "")]
    stands = {one: how_far(ground.case, one, link) for one in clear}
    if source == TIED or Stands.WHOLLY in stands.values():
        return False
    if Stands.OPEN in stands.values():
        return _other_words(link, next(one for one in clear if stands[one] is Stands.OPEN))
    if telling and ambiguous(ground.case, telling[0].person or ""):
        return _unsure(telling[0], f"more than one person is called {telling[0].person}, and one declared it", "person")
    unread = ground.case.once(unread_declarations)
    gap = next(chain(_open_source(link, source), _left_open(ground, own, link), unread), None)
    if gap is not None:
        return gap
    if ground.case.holds_all("declarations") or any(
        one in stands or _could_tell(ground.case, one, link) for one in own
    ):
        return True
    unsaid = next((one for one in own if one.covers is None and not _earlier(one, link)), None)
    if unsaid is not None:
        return _unsure(unsaid, f"whom the declaration of {link.official.name} covers is not given", "covers")
    told = f"{link.official.name} {link.words} {link.party_name}, {link.standing}"
    return Unassessed(link.at, f"completeness of declarations: {told}", ("completeness of declarations",))


def _unsure(declaration: Declaration, reason: str, name: str) -> Unassessed:
    return Unassessed(declaration.node, reason, (text_of((*declaration.path, name)),))


def _source(link: Link, own: tuple[Declaration, ...]) -> str:
    """Return whether the source of a record says that the person declared the tie: `tied`, `unclear` or not at all (empty).

    What a bidder declared about itself is no declaration of the official.
    """
    said = words(link.source)
    if any(one.id and said in (words(one.id), ("declaration", *words(one.id))) for one in own):
        return TIED
    name = {form for one in spoken(link.official.name) for form in (one, f"{one}s")}
    rest = {one for one in said if one not in _BESIDE | name and not one.isdigit()}
    registered = "register" not in rest or bool(rest & _OF_INTERESTS)
    if rest and rest <= _DECLARED | _OF_INTERESTS and rest & _DECLARED and registered:
        return TIED
    return UNCLEAR if said and said[0].startswith("declar") and not rest & _SOMEBODY_ELSES else UNSAID


def _open_source(link: Link, source: str) -> Iterator[Unassessed]:
    if source == UNCLEAR and not link.relative:
        reason = f"its source does not say whether {link.official.name} declared it"
        yield Unassessed(link.at, reason, (text_of((*link.at.path, "source")),))


def _left_open(ground: Ground, own: tuple[Declaration, ...], link: Link) -> Iterator[Unassessed]:
    """Yield what in somebody's declarations may be about a tie and does not say so."""
    for one in own:
        if one.interests is None:
            yield _unsure(one, f"what {link.official.name} declared is not given", "interests")
        for tie in one.interests or ():
            if said_of(ground.case, tie, (link.party, link.bidder)) == UNCLEAR:
                yield two_readings(link.official.name, tie, link.party_name)
            elif says_of_nobody(ground, tie):
                yield of_nobody(link.official.name, tie)
    for one in ground.case.declarations:
        if one.person and _tells(ground.case, one, link) and may_be(ground.case, one.person, [link.official.key]):
            yield _unsure(one, f"nobody is called {one.person}, which may be {link.official.name}", "person")


def two_readings(person: str, tie: Tie, party: str) -> Unassessed:
    """Say that what somebody declared about a party can be read two ways."""
    reason = f"what {person} declared about {party} can be read in two ways"
    return Unassessed(tie.node, reason, (text_of((*tie.path, "text" if tie.text else "name")),))


def of_nobody(person: str, tie: Tie) -> Unassessed:
    """Say that somebody declared an interest without its party."""
    return Unassessed(
        tie.node, f"{person} declared an interest without saying in whom", (text_of((*tie.path, "party")),)
    )


def says_of_nobody(ground: Ground, tie: Tie) -> bool:
    """Whether an interest is declared without its party: nothing is named, or only `one of the bidders`."""
    if tie.party or tie.name or tie.person or read_tie(tie.kind).kind is None:
        return False
    if not tie.text:
        return True
    named = how_said(tie.text, _ANY_BIDDER) in (TIED, UNCLEAR)
    return named and said_of(ground.case, tie, ground.bidders.ids) == UNSAID


def after_declaring(ground: Ground, link: Link) -> Link | None:
    """Return a tie that began after the last declaration, in words that say so: that declaration could not name it."""
    own = declarations_by(ground.case, link.official)
    days = [one.date.date for one in own if one.date]
    if link.start is None or link.ended or link.end or not own or len(days) < len(own) or link.start <= max(days):
        return None
    return link._replace(said=f"since {day_in_words(link.start)}, after the last declaration, {link.words}")


def _earlier(declaration: Declaration, link: Link) -> bool:
    """Whether a declaration was made before the tie began, and so could not name it."""
    return bool(declaration.date and link.start and declaration.date.date < link.start)


def _could_tell(case: Case, declaration: Declaration, link: Link) -> bool:
    """Whether a declaration is about a bidder: by what it covers, or since it says that there is no tie to it."""
    if _earlier(declaration, link):
        return False
    denied = any(said_of(case, tie, (link.bidder,)) == DENIED for tie in declaration.interests or ())
    return denied or aside_from(case, declaration.covers or (), link.bidder)


def _tells(case: Case, declaration: Declaration, link: Link) -> bool:
    """Whether a declaration names the party of a tie, or the relative it runs through, or the person stepped aside."""
    if declaration.recused_from and aside_from(case, declaration.recused_from, link.bidder):
        return True
    interests = [one for one in declaration.interests or () if not read_tie(one.kind).denied]
    if any(names_the_same(case, one, link) for one in interests):
        return True
    return any(interest_in(case, one, (link.party, link.bidder)) for one in declaration.interests or ())


def how_far(case: Case, declaration: Declaration, link: Link) -> Stands:
    """Return how far a declaration that speaks of the party of a tie, or of who stands behind it, stands for that tie."""
    every = declaration.interests or ()
    if any(names_the_same(case, one, link) for one in every):
        return Stands.WHOLLY
    told = [one for one in every if interest_in(case, one, (link.party, link.bidder))]
    stands = stands_for(case, declaration, told, link)
    if not declaration.recused_from or not aside_from(case, declaration.recused_from, link.bidder):
        return stands
    # Stepping aside is for what is declared beside it, or for all that ties them where nothing is; of more it is, kept, a sign.
    return max(stands, Stands.PARTLY) if stayed_away(case, declaration, link.bidder) else stands


def declared_instead(ground: Ground, link: Link) -> list[tuple[Declaration, Stands]]:
    """Return the declarations that name the party of an undeclared tie for something else, and how far that stands for it."""
    own = [one for one in declarations_by(ground.case, link.official) if _tells(ground.case, one, link)]
    return [(one, how_far(ground.case, one, link)) for one in own]


def silence(ground: Ground, link: Link) -> str:
    """Return how an undeclared tie is told to be that: no declaration names it, or one names it as over when it was not."""
    for own in declarations_by(ground.case, link.official):
        for tie in own.interests or ():
            about = interest_in(ground.case, tie, (link.party, link.bidder)) and _told_in_its_kind(tie, link)
            if about and (told := ended_otherwise(own, tie, link)) is not None:
                return told
    return "no declaration given names it"


def _told_in_its_kind(tie: Tie, link: Link) -> bool:
    return link.kind in (read_tie(tie.kind).kind, read_tie(tie.role, "").kind, read_tie(tie.text, "").kind, "listed")


def links_declared(ground: Ground, official: Official) -> Iterator[Link]:
    """Yield what somebody declared about a bidder, or about who stands behind one, as ties that no other record need hold."""
    case = ground.case
    for own in declarations_by(case, official):
        for tie in own.interests or ():
            for link in links_recorded(ground, official, records_declared(case, tie)):
                if said_of(case, tie, (link.party,)) == TIED:
                    yield link


def beside(instead: list[tuple[Declaration, Stands]]) -> tuple[tuple[Node[object], str], ...]:
    """Return where something else was declared, as places that belong to what was not."""
    return tuple((one.field("interests"), "what was declared about it instead") for one, _ in instead)


def _other_words(link: Link, told: Declaration) -> Unassessed:
    said = (tie.kind if tie.kind and tie.kind != "other" else tie.text or tie.kind for tie in told.interests or ())
    what = next((one for one in said if one), "an interest")
    return _unsure(
        told,
        f"{link.official.name} {link.words} {link.party_name}, {link.standing}; what was declared about it is “{what}”, and "
        "whether that stands for this tie too is not given",
        "interests",
    )


def interest_in(case: Case, tie: Tie, keys: tuple[str, ...]) -> bool:
    """Whether a declared interest is one in some parties: named by id, by name, or in its text, and not denied."""
    return said_of(case, tie, keys) == TIED


def said_of(case: Case, tie: Tie, keys: tuple[str, ...]) -> str:
    """Return how a declared interest speaks of some parties: `tied`, `unclear`, `denied`, or not at all (empty)."""
    found = {_said_of_one(case, tie, key) for key in keys}
    return next((one for one in (TIED, UNCLEAR, DENIED) if one in found), UNSAID)


def _said_of_one(case: Case, tie: Tie, key: str) -> str:
    names = names_of(case.party(key))
    denied = read_tie(tie.kind).denied
    if tie.party == key or any_same_organisation((tie.party, tie.name), (*names, key)):
        # `party: b, text: no connection` may be a nil return; what is wrong with it is asked.
        doubted = read_tie(tie.kind).kind == "other" and _nothing_else(tie.text, (*names, key))
        return DENIED if denied else UNCLEAR if doubted else TIED
    if any(extends_name(one, name) for one in (tie.party, tie.name) if one for name in names):
        return DENIED if denied else UNCLEAR
    if not denied and not case.party(tie.party) and any(key in called_like(case, one) for one in (tie.party, tie.name)):
        return UNCLEAR
    # `Some shares in Lumen Optics Ltd` may stand where the name should.
    if not denied and tie.name and not case.party(tie.party) and named_behind((tie.name,), (*names, key)):
        return TIED
    said = how_named(f"none: {tie.text}" if denied and tie.text else tie.text, names)
    if said == TIED and _in_another_form(tie.text, names):
        return UNSAID if _is_anothers(case, tie.text or "", names) else UNCLEAR
    # `Some shares in Alder Care plc` may be said of Alder Care Ltd.
    behind = said == UNSAID and not denied and tie.name and not case.party(tie.party)
    return UNCLEAR if behind and named_behind((tie.name or "",), without_forms(case, key)) else said


def _in_another_form(text: str | None, names: tuple[str, ...]) -> bool:
    """Whether a text names a party with another legal form than its own, which is another firm or a slip."""
    return any(in_another_form(text or "", one) for one in names) and not any(_bare(text, one) for one in names)


def _is_anothers(case: Case, text: str, names: tuple[str, ...]) -> bool:
    """Whether another party of the case has the very name, form and all, that a text says."""
    cores = {organisation_name(one).core for one in names}
    others = (one for party in case.parties for one in names_of(party) if one not in names)
    return any(organisation_name(one).core in cores and names_as_a_name(text, one) for one in others)


def _bare(text: str | None, name: str) -> bool:
    """Whether a text names a party by one of its names without contradicting its legal form."""
    return mentions(text, name) and not in_another_form(text or "", name)


def called_otherwise(case: Case, tie: Tie, key: str) -> str:
    """Return by what words a declared interest may mean a party: with another form, more of a name or a slip; else empty."""
    if said_of(case, tie, (key,)) != UNCLEAR or read_tie(tie.kind).denied or case.party(tie.party):
        return ""
    names = names_of(case.party(key))
    for one in filter(None, (tie.party, tie.name)):
        longer = any(extends_name(one, name) for name in names)
        if longer or key in called_like(case, one) or named_behind((one,), without_forms(case, key)):
            return one
    return tie.text or "" if _in_another_form(tie.text, names) else ""


def _nothing_else(text: str | None, names: tuple[str, ...]) -> bool:
    """Whether all that is said beside a party's name is a denial, wherever in the sentence the name is put."""
    said = (text or "").rstrip(" .;!")
    return bool(said) and {how_named(f"{said} {names[0]}", names), how_named(f"{names[0]} {said}", names)} == {DENIED}
