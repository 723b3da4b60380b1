"""Whom a record was meant for: parties by id, or by the name of one party alone as people write it; or all.

What went to a member of a consortium that bids went to the consortium. A name that belongs to nobody known stays as it is
written. It may still be a bidder's: whose name is not given, or is written otherwise or a letter wrong. Then it is left open
whether that bidder was reached, since to be left out is an accusation.
"""

import re
from bisect import bisect_left

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import organisation_name
from fairaudit.analysis.names.beside import is_a_contact, joined_parts_of, parts_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import bidders_known
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.kinds import means_everybody
from fairaudit.procurement.model.parties import Party
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.tender import Amendment
from fairaudit.procurement.persons.faces import names_of, perhaps_by_person, persons_of
from fairaudit.procurement.received.of_events import once_of_each_text
from fairaudit.sources.document import Path

_WORDS_OF_ID = late_pattern(r"[^\W\d_]+")
_WAYS = frozenset({
    "portal", "website", "site", "web", "platform", "system", "bulletin", "circular", "newsletter", "noticeboard", "gazette",
    "published", "publication", "list", "log", "mail", "email", "bidders", "tenderers", "suppliers", "candidates",
    "participants", "providers", "everyone", "all", "alle", "tous", "todos", "tutti", "public", "market", "board",
})  # fmt: skip
"""Words that say how something was told, or to all of a kind, and name nobody."""
_GROUPS = frozenset({
    "vendors", "offerors", "proposers", "respondents", "attendees", "attending", "present", "invitees", "invited", "applicants",
    "registrants", "subscribers", "holders", "planholders", "operators", "firms", "companies", "contractors", "consultants",
    "organisations", "organizations", "parties", "others", "everybody", "anyone", "shortlisted", "interested", "registered",
    "incumbent", "incumbents", "bidder", "tenderer", "asker", "winner", "consortia", "distribution",
})  # fmt: skip
"""Words for several of a kind, or for somebody by a part, as `plan holders`: a firm called by one of them has its legal form."""


class Directory(Frozen):
    """The parties and bidders of a case by what they go by: name without legal form → (legal form, id); other marks → id."""

    ids: frozenset[str]
    names: dict[tuple[str, ...], list[tuple[str, str]]]
    marks: dict[str, set[str]]
    patterns: frozenset[str]


class Strangers(Frozen):
    """What some recipients are called of whom nobody is known by that name, and whether one is called by a number.

    The words of their names stand under each of them, under the one fewest have, and without spaces in order; `shorter` is
    what is left of what they are called less any one letter. `perhaps` are the parties that are named beside other words, or of
    whose people one may be meant.
    """

    by_word: dict[str, list[tuple[str, ...]]]
    by_rarest: dict[str, list[tuple[str, ...]]]
    squeezed: list[str]
    numbered: bool
    spelled: frozenset[str]
    shorter: frozenset[str]
    perhaps: frozenset[str]


class Told(Frozen):
    """Whom a record was for: ids of parties, or `all`; and those of whom nobody is known by that name."""

    keys: frozenset[str]
    strangers: Strangers


def meant(case: Case, text: str) -> str:
    """Return the id of the party a text means: by id, name, number, e-mail, person or its bid's id; else the text itself.

    A contact person may stand beside the name.
    """
    if text in case.once(_directory).ids:
        # As nearly always, and asked without end.
        return text
    keys = _meant_in(case, text)
    return keys[0] if len(keys) == 1 else text


def _meant_in(case: Case, text: str) -> tuple[str, ...]:
    """Return the ids of the parties a text means, or the text itself; each part of a cell must be a party or a contact."""
    if (found := _one(case, text)) is not None:
        return (found,)
    parties, others = _apart(case, text)
    return parties if parties and not others else (text,)


def _one(case: Case, text: str) -> str | None:
    """Return the id of the one party that a text as a whole calls."""
    book = case.once(_directory)
    if text in book.ids:
        return text
    found = _named(book.names, text) or book.marks.get(text.strip().casefold(), set())
    return next(iter(found)) if len(found) == 1 else None


def _apart(case: Case, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parties that parts of a cell call, and what other parts say that are no contact person."""
    parties: list[str] = []
    others: list[str] = []
    for part in parts_of(text):
        own = joined_parts_of(part) if _one(case, part) is None else (part,)
        keys = [_one(case, one) for one in own]
        if all(key or is_a_contact(one) for key, one in zip(keys, own, strict=True)):
            parties += [key for key in keys if key]
        elif not is_a_contact(part):
            others.append(part)
    return tuple(dict.fromkeys(parties)), tuple(others)


def told(case: Case, event: Event | Amendment) -> Told:
    """Return whom an event or a change was for."""
    known = case.once(_told)
    found = known.get(event.path)
    if found is None:
        bidder = getattr(event, "bidder", None)
        found = known[event.path] = told_of(case, (*(event.recipients or ()), *([bidder] if bidder else [])))
    return found


def told_of(case: Case, texts: tuple[str, ...]) -> Told:
    """Return whom a list of recipients means; worked out once for each list, since most records have the same few."""
    known = case.once(_told_by_list)
    found = known.get(texts)
    if found is None:
        keys = frozenset[str]().union(*[_bidders_meant(case, one) for one in texts])
        found = known[texts] = Told(keys, _strangers(case, keys))
    return found


@once_of_each_text
def _bidders_meant(case: Case, text: str) -> tuple[str, ...]:
    """Return whom one text of a list of recipients means: the same few stand in thousands of lists."""
    keys = (EVERYBODY,) if means_everybody(text) else _meant_in(case, text)
    return tuple(one for key in keys for one in stands_for(case, key))


def stands_for(case: Case, key: str) -> tuple[str, ...]:
    """Return the bidders that a party is, or bids with as a member of a consortium; itself where there are none."""
    return case.once(_consortia).get(key, (key,))


def _consortia(case: Case) -> dict[str, tuple[str, ...]]:
    """Return the bidders that those stand for who are members of a consortium that bids."""
    bidding = frozenset(meant(case, one) for one in bidders_known(case))
    found: dict[str, tuple[str, ...]] = {}
    for party in case.parties:
        for one in dict.fromkeys((party.members or ()) if party.id in bidding else ()):
            key = meant(case, one)
            found[key] = (*found.get(key, (key,) if key in bidding else ()), party.id or "")
    return found


def _told_by_list(_: Case) -> dict[tuple[str, ...], Told]:
    return {}


def reaches(case: Case, event: Event | Amendment, bidder: str | None) -> bool | None:
    """Whether something was meant for a bidder (`None`: for all of them); unanswered where it names nobody, or maybe them.

    A list that names all bidders is for all of them, where the case says that its bids are all there are.
    """
    if event.recipients is None and getattr(event, "bidder", None) is None:
        return None
    found = told(case, event)
    if bidder is not None:
        return among(case, found, bidder)
    return EVERYBODY in found.keys or case.once(_everybody) <= found.keys


def for_all(case: Case, texts: tuple[str, ...] | None) -> bool:
    """Whether a list of recipients names all bidders, as far as the case knows them."""
    keys = told_of(case, texts).keys if texts else frozenset()
    return EVERYBODY in keys or (bool(keys) and case.once(_everybody) <= keys)


def _everybody(case: Case) -> frozenset[str]:
    """Return all bidders where the case says that it holds all bids; else `all`, which no list of names is."""
    known = frozenset(meant(case, one) for one in bidders_known(case))
    return known if known and case.holds_all("bids") else frozenset({EVERYBODY})


def among(case: Case, found: Told, bidder: str) -> bool | None:
    """Whether a bidder is among those told; unanswered where a name among them may be the bidder's."""
    if EVERYBODY in found.keys or not found.keys.isdisjoint(stands_for(case, meant(case, bidder))):
        return True
    return None if maybe(case, found, bidder) else False


def maybe(case: Case, found: Told, bidder: str) -> bool:
    """Whether a name among those told, which nobody known has, may be a bidder's."""
    strangers = found.strangers
    if strangers.numbered:
        return True
    if not strangers.squeezed:
        # Nearly every list names known parties alone, and every bidder is held against every list.
        return False
    key = meant(case, bidder)
    if key in strangers.perhaps:
        return True
    names = names_of(case.party(key))
    if any(_misspelt(_spelled(one), strangers) for one in (key, *names)):
        return True
    if not names and _is_opaque(bidder):
        return bool(strangers.squeezed)
    own = [organisation_name(one).core for one in names or (" ".join(_WORDS_OF_ID.findall(bidder)),)]
    return any(_alike(core, strangers) for core in own if core)


def is_a_way(text: str) -> bool:
    """Whether what stands for a recipient says how something was told, or to whom in general: `portal`, `the bidders`."""
    said = _WORDS_OF_ID.findall(text.casefold().replace("-", ""))
    return not _WAYS.isdisjoint(said) or (not _GROUPS.isdisjoint(said) and not organisation_name(text).form)


def known_ids(case: Case) -> frozenset[str]:
    """Return the ids of everybody whom a recipient can be."""
    return case.once(_directory).ids


def is_misspelt(case: Case, text: str, key: str) -> bool:
    """Whether a word that is nobody's is what a party is called, by id or name, but for one letter."""
    strangers = told_of(case, (text,)).strangers
    return any(_misspelt(_spelled(one), strangers) for one in (key, *names_of(case.party(key))))


def close_to(case: Case, text: str) -> frozenset[str]:
    """Return the ids of those who may be called a word but for a letter: `is_misspelt` says whether they are."""
    known, own = case.once(_less_a_letter_each), _spelled(text)
    return frozenset(key for one in (own, *_less_a_letter(own)) for key in known.get(one, ()))


def _less_a_letter_each(case: Case) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key in case.once(_directory).ids:
        for name in {_spelled(one) for one in (key, *names_of(case.party(key)))}:
            for less in (name, *_less_a_letter(name)):
                found.setdefault(less, set()).add(key)
    return found


def _alike(core: tuple[str, ...], strangers: Strangers) -> bool:
    """Whether one name holds all the words of the other, or begins with it but for the spaces."""
    longer = min((strangers.by_word.get(word, []) for word in core), key=len)
    shorter = (one for word in core for one in strangers.by_rarest.get(word, ()))
    if any(set(core) <= set(one) for one in longer) or any(set(one) <= set(core) for one in shorter):
        return True
    squeezed = "".join(core)
    at = bisect_left(strangers.squeezed, squeezed)
    return len(squeezed) > 3 and at < len(strangers.squeezed) and strangers.squeezed[at].startswith(squeezed)


def _spelled(text: str) -> str:
    """Return what somebody is called, by name or id, apart from legal form, capitals, signs and spaces."""
    return "".join(organisation_name(text).core) or text.strip().casefold()


_SHORT = 5
"""Of fewer letters, such as the ids `pa` and `pb`, another letter is another party: only one too many or too few is a slip."""


def _misspelt(own: str, strangers: Strangers) -> bool:
    """Whether a stranger is called the same but for one letter, which is missing, too many, another, or changed places."""
    less = _less_a_letter(own)
    if own in strangers.shorter or not less.isdisjoint(strangers.spelled):
        return True
    return len(own) >= _SHORT and not less.isdisjoint(strangers.shorter)


def _less_a_letter(text: str) -> set[str]:
    return {text[:at] + text[at + 1 :] for at in range(len(text))} - {""}


def _is_opaque(key: str) -> bool:
    """Whether an id says nothing of a name: `B-12`, `org4`, `S`."""
    return any(one.isdigit() for one in key) or sum(one.isalpha() for one in key) < 4


def _pattern(key: str) -> str:
    return re.sub(r"\d+", "0", key.casefold())


def _told(_: Case) -> dict[Path, Told]:
    """Return where it is kept whom each record was for: every bidder is asked about every extension."""
    return {}


_NO_STRANGERS = Strangers({}, {}, [], False, frozenset(), frozenset(), frozenset())


def _strangers(case: Case, keys: frozenset[str]) -> Strangers:
    book = case.once(_directory)
    unknown = sorted(one for one in keys if one not in book.ids and one != EVERYBODY)
    if not unknown:  # As in most lists, of which a long record has thousands.
        return _NO_STRANGERS
    numbers = {one for one in unknown if "@" in one or (any(map(str.isdigit, one)) and " " not in one.strip())}
    perhaps, parts = _beside(case, unknown)
    perhaps |= {who for one in unknown for key in perhaps_by_person(case, one) for who in stands_for(case, key)}
    cores = [core for one in (*unknown, *parts) if one not in numbers and (core := organisation_name(one).core)]
    by_word: dict[str, list[tuple[str, ...]]] = {}
    for core in cores:
        for word in core:
            by_word.setdefault(word, []).append(core)
    by_rarest: dict[str, list[tuple[str, ...]]] = {}
    for core in cores:
        by_rarest.setdefault(min(core, key=lambda word: len(by_word[word])), []).append(core)
    # A number of the kind the ids here are is somebody else's; of another kind it may be anybody's.
    numbered = any(_pattern(one) not in book.patterns for one in numbers) or any(map(is_a_way, unknown))
    spelled = frozenset(_spelled(one) for one in (*unknown, *parts) if one not in numbers)
    shorter = frozenset(one for text in spelled for one in _less_a_letter(text))
    return Strangers(by_word, by_rarest, sorted("".join(one) for one in cores), numbered, spelled, shorter, perhaps)


def _beside(case: Case, unknown: list[str]) -> tuple[frozenset[str], list[str]]:
    """Return the parties that some cells name beside other words, as `Alder (not opened)`, and what else stands there.

    A number in a part, such as how many there were, is nobody.
    """
    found = [_apart(case, one) for one in unknown]
    perhaps = frozenset(one for parties, _ in found for key in parties for one in stands_for(case, key))
    parts = {one for text, (_, others) in zip(unknown, found, strict=True) for one in others if one != text}
    return perhaps, sorted(one for one in parts if not any(map(str.isdigit, one)))


def _directory(case: Case) -> Directory:
    names: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    marks: dict[str, set[str]] = {}
    parties = {one.id: one for one in reversed(case.parties) if one.id}
    for key, party in parties.items():
        _enter(names, key, names_of(party) or (key,))
        for mark in (*_marks(party), *persons_of(case, party)):
            marks.setdefault(mark.casefold(), set()).add(key)
    # A bidder that goes by the name of one party is that party.
    bidding = {one.bidder for one in case.bids if one.bidder} - set(parties)
    others = sorted(one for one in bidding if len(_named(names, one)) != 1)
    for key in others:
        _enter(names, key, (key,))
    ids = frozenset((*parties, *others))
    for bid in case.bids:
        if bid.id and bid.bidder:
            found = {bid.bidder} if bid.bidder in ids else _named(names, bid.bidder)
            marks.setdefault(bid.id.casefold(), set()).update(found)
    return Directory(ids, names, marks, frozenset(map(_pattern, ids)))


def _enter(names: dict[tuple[str, ...], list[tuple[str, str]]], key: str, called: tuple[str, ...]) -> None:
    for one in called:
        name = organisation_name(one)
        if name.core:
            names.setdefault(name.core, []).append((name.form, key))


def _named(names: dict[tuple[str, ...], list[tuple[str, str]]], text: str) -> set[str]:
    """Return the ids of those who have a name; beside two of one name but for the legal form, the form decides."""
    name = organisation_name(text)
    alike = [one for one in names.get(name.core, ()) if one[0] == name.form or not (one[0] and name.form)]
    return {key for form, key in alike if form == name.form} or {key for _, key in alike}


def _marks(party: Party) -> tuple[str, ...]:
    numbers = [f"{one.scheme}-{one.id}" for one in party.identifiers or () if one.scheme and one.id]
    contact = party.contact_point
    return (*numbers, *([contact.email.strip()] if contact and contact.email else []))
