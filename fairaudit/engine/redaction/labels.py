"""Who a case speaks of, and the label that stands for each in a redacted report.

A label is the same throughout a report, and means nothing in any other: it is made of the hashes of the files that were read
and of a place in them, never of a name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator

from fairaudit.analysis.names.legalforms import NOBODYS_NAME
from fairaudit.analysis.names.mail import domains_written
from fairaudit.analysis.names.spellings import in_one, latin, with_capitals
from fairaudit.analysis.replacing import Names, word_keys
from fairaudit.engine.redaction.ordinarywords import EVERYDAY, abbreviations, used_as_words
from fairaudit.engine.redaction.unlisted import Strangers, keys_and_names
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Address
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.parties import Owner, Party, Person, Relative, Tie
from fairaudit.procurement.model.shape import titles_in
from fairaudit.procurement.registers.matches import Known, Match, RegisteredTie

_SHOWN = re.compile(r"\(([^()]+)\)\Z")
"""What a reason of a match shows of two names."""
_LEGAL = NOBODYS_NAME | {"holdings"}
# Words that many bodies have in their names; one of them alone names nobody, and blanking it would blank the report.
_COMMON = frozenset(
    ["trust", "board", "council", "authority", "company", "group", "service", "services", "health", "care", "eye", "clinic",
     "clinics", "hospital", "hospitals", "community", "national", "public", "local", "regional", "city", "county", "district",
     "systems", "partners", "partnership", "association", "foundation", "centre", "general", "optical", "medical",
     "university", "integrated", "department", "office", "solutions", "consulting", "software", "digital", "first", "north",
     "south", "east", "west", "united", "royal", "british", "european", "international", "global"]
)  # fmt: skip
_PARTICLES = frozenset(
    ["of", "and", "the", "for", "in", "on", "at", "to", "by", "de", "la", "der", "van", "von", "da", "di", "du", "del", "al",
     "el", "bin", "ibn", "y", "e", "et", "und", "t", "a", "mr", "mrs", "ms", "mx", "miss", "dr", "prof", "sir", "dame", "lord",
     "lady", "rev", "jr", "sr"]
)  # fmt: skip
_OF_IDS = frozenset(
    ["bid", "bids", "bidder", "bidders", "firm", "lot", "no", "nr", "number", "offer", "proposal", "supplier", "tender",
     "tenderer", "final", "initial", "revised", "variant", "main", "base", "best", "one", "two", "three", "four", "five"]
)  # fmt: skip
_PEOPLE = ("person", "evaluator", "by", "panel", "people", "drafters")
_FIRMS = ("bidder", "asked_by", "party", "provider", "participants", "recipients", "covers", "suppliers", "bidders",
          "recused_from", "subcontractors", "members")  # fmt: skip
_LOGIN = 7
"""Letters of a login that is hardly a word; `sport` may be S. Port."""
_LETTERS, _DIGITS = "bcdfghjkmnpqrstvwxz", "23456789"


class Tags:
    """Short marks such as `k4t`, in an order that only the key settles. Without vowels they can be no name."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.made: set[str] = set()
        self.asked = 0

    def next(self) -> str:
        """Return a mark that was not given yet."""
        while True:
            self.asked += 1
            number = int(hashlib.sha256(f"{self.key}|{self.asked}".encode()).hexdigest(), 16)
            # Longer ones once the short ones become few, so that looking for a free one never takes long.
            tag = _tag(number, 3 if len(self.made) < 800 else 5 if len(self.made) < 100_000 else 9)
            if tag not in self.made:
                self.made.add(tag)
                return tag


def _tag(number: int, length: int) -> str:
    letters = []
    for place in range(length):
        number, one = divmod(number, len(_DIGITS if place % 2 else _LETTERS))
        letters.append((_DIGITS if place % 2 else _LETTERS)[one])
    return "".join(letters)


def key_of(case: Case) -> str:
    """Return what a case's labels are made of: the hashes of its files."""
    return "|".join(sorted(one.sha256 for one in case.documents))


def names_of(
    case: Case,
    ordinary: Collection[str],
    plain: Callable[[str], bool],
    strangers: Strangers,
    signers: Iterable[str] = (),
) -> Names:
    """Return everybody a case lists or whom its records speak of, each with a label, and documents without a `plain` title.

    What a criterion is called has a label where `strangers` finds what may be a name in it. `signers` accepted findings.
    """
    collector = _Collector(case, ordinary, strangers, signers)
    collector.documents(case, plain, strangers)
    collector.criteria(case, strangers)
    return collector.names


class _Collector:
    def __init__(self, case: Case, ordinary: Collection[str], strangers: Strangers, signers: Iterable[str]) -> None:
        self.tags = Tags(key_of(case))
        known = frozenset(ordinary) | used_as_words(case).anywhere | abbreviations(case)
        self.names = Names(known, EVERYDAY.union(strangers.plain, strangers.small))
        self.guessed: dict[str, list[str]] = {}
        self.titles: dict[str, None] = {}
        self.scored: dict[str, None] = {}
        self.criteria_scored: dict[str, None] = {}
        for person in case.people:
            self.listed_person(person)
        for party in case.parties:
            self.listed_party(party)
        for incumbent in case.tender.incumbents or ():
            called = (incumbent.party, incumbent.name)
            label = self.known(*called) or f"Incumbent {self.tags.next()}"
            self.firm(label, *called, *(incumbent.aliases or ()))
            self.named(label, *(incumbent.products or ()))
        for supplier in case.tender.market or ():
            label = self.known(supplier.name, supplier.id) or f"Supplier {self.tags.next()}"
            self.firm(label, supplier.name)
            self.named(label, supplier.id)
        for part in _parts(case.procurement):
            self.spoken_of(part)
            self.titles.update((title, None) for title in _titles(part))
            self.of_evaluation(part)
        for match in case.matches:
            self.registered(match)
        for tie in (*(one.tie for one in case.above), *(one.tie for one in case.open_ends)):
            self.outside(tie)
        for circle in case.owner_circles:
            for owner in (*circle.names, *(one.name for one in circle.outside)):
                self.unlisted(owner, "Unlisted")
        for signer in signers:
            self.unlisted(signer, "Person")
        self.all_bids(case)
        # Only now that everybody's own names are known: Robert may be somebody else's.
        for label, words in self.guessed.items():
            for word in words:
                self.names.guess(word, label)

    def all_bids(self, case: Case) -> None:
        """Take in the ids of bids, those that only the evaluation names last."""
        for bid in case.bids:
            label = f"Bid {self.tags.next()}"
            self.named(label, bid.id)
            # Of a bid without a bidder the id may be the firm's name, parts of which stand elsewhere.
            if bid.bidder is None and (name := _as_name(bid.id)):
                self.firm(label, name)
        for key in self.scored:
            self.scored_alone(key)

    def known(self, *names: str | None) -> str | None:
        return next((label for name in names if (label := self.names.label_of(name))), None)

    def listed_person(self, person: Person) -> None:
        tag = self.tags.next()
        self.person(f"Person {tag}", person.name)
        self.named(f"Person {tag}", person.id, person.email, person.telephone, person.birth_date)
        self.named(f"Person {tag}", *(one.id for one in person.identifiers or ()))
        self.named(f"Address of person {tag}", *_addresses(person.addresses))

    def listed_party(self, party: Party) -> None:
        tag, contact = self.tags.next(), party.contact_point
        # Of a person who trades alone, the firm's name is the person's.
        self.firm(f"Organisation {tag}", party.name, *(party.aliases or ()))
        if party.sole_trader:
            self.person(f"Organisation {tag}", party.name)
        self.named(f"Organisation {tag}", party.id, party.bank_reference, *(party.products or ()))
        self.named(f"Organisation {tag}", *(one.id for one in party.identifiers or ()))
        self.named(f"Address of organisation {tag}", *_addresses(party.addresses))
        self.named(f"Domain of organisation {tag}", *(party.domains or ()))
        self.named(
            f"Domain of organisation {tag}", *(one for said in party.domains or () for one in domains_written(said))
        )
        if contact:
            self.person(f"Contact of organisation {tag}", None if self.known(contact.name) else contact.name)
            self.named(f"Contact of organisation {tag}", contact.email, contact.telephone)
            self.named(f"Domain of organisation {tag}", (contact.email or "").partition("@")[2])

    def registered(self, match: Match) -> None:
        """Take in how a register writes somebody of the case, and whom it ties to them."""
        tie = match.tie
        holder, organisation = (tie.holder, tie.organisation) if match.holds else (tie.organisation, tie.holder)
        own = self.known(match.who.key, match.who.name) or f"Person {self.tags.next()}"
        self._of_register(own, holder, person=match.holds and tie.holder_is == "person")
        known = (found for one in match.others if (found := self.known(one.key, one.name)))
        other = next(known, None) or self.known(organisation) or f"Unlisted {self.tags.next()}"
        self._of_register(other, organisation, person=not match.holds and tie.holder_is == "person")
        first, second = (own, other) if match.holds else (other, own)
        self.named(first, tie.birth, tie.holder_key, *_parts_of_addresses(tie.addresses))
        self.named(second, tie.number)
        self._reasons(own, match.who)
        for one in match.others:
            self._reasons(other, one)

    def outside(self, tie: RegisteredTie) -> None:
        """Take in a record of a register of which neither side is of the case."""
        for name, person in ((tie.holder, tie.holder_is == "person"), (tie.organisation, False)):
            label = self.known(name) or f"Unlisted {self.tags.next()}"
            self._of_register(label, name, person=person)
            self.named(label, *((tie.birth, tie.holder_key) if name == tie.holder else (tie.number,)))

    def _reasons(self, label: str, known: Known) -> None:
        """Take in the forms of names that the reasons of a match show: in other letters, in short, with a slip."""
        for shown in (found[1] for reason in known.reasons if (found := _SHOWN.search(reason))):
            pieces = [one.strip() for one in shown.split(", ")]
            plain = _LEGAL | _COMMON | _PARTICLES
            self.named(label, *(one for one in pieces if one.lower() not in plain))
            self.named(label, *(one for one in re.split(r"[\s,]+", shown) if one.lower() not in plain))

    def _of_register(self, label: str, name: str, *, person: bool) -> None:
        if person:
            self.person(label, name)
        elif name:
            self.firm(label, name)

    def spoken_of(self, part: Part) -> None:
        """Take in whom a record names without listing them."""
        if isinstance(part, Tie | Owner | Relative):
            self.unlisted(part.name, "Relative" if isinstance(part, Relative) else "Unlisted")
        for field in (*_PEOPLE, *_FIRMS):
            value = part.__dict__.get(field)
            for name in value if isinstance(value, tuple) else (value,):
                if isinstance(name, str) and name != "all":
                    self.unlisted(name, "Person" if field in _PEOPLE else "Unlisted")

    def of_evaluation(self, part: Part) -> None:
        """Take in by what names a record of the evaluation calls its bid and its criterion, listed or not."""
        bid, criterion = part.__dict__.get("bid"), part.__dict__.get("criterion")
        if bid:
            self.scored[bid] = None
        if criterion:
            self.criteria_scored[criterion] = None

    def scored_alone(self, key: str) -> None:
        """Let a label stand for a bid that the case does not list: it may be called as its bidder is."""
        if not self.names.knows(key):
            label = f"Bid {self.tags.next()}"
            self.named(label, key)
            if name := _as_name(key):
                self.firm(label, name)

    def unlisted(self, name: str | None, kind: str) -> None:
        if name and self.known(name) is None and not self.names.knows(name):
            label = f"{kind} {self.tags.next()}"
            self.firm(label, name)
            if kind != "Unlisted":
                self.person(label, name)

    def documents(self, case: Case, plain: Callable[[str], bool], strangers: Strangers) -> None:
        """Take in the titles of documents that may name somebody: a label tells one from another all the same.

        So do ids in which there may be a name; others stay, as what a document is found by.
        """
        ids = {key: bool(strangers.spans(key)) for one in case.tender.documents or () if (key := one.id)}
        for title in dict.fromkeys((*self.titles, *ids)):
            tells = ids[title] if title in ids else not plain(title)
            if title and tells and not self.names.knows(title):
                self.named(f"Document {self.tags.next()}", title)

    def criteria(self, case: Case, strangers: Strangers) -> None:
        """Take in names of criteria, and what figures are kept by, that may name somebody."""
        for name in dict.fromkeys((*keys_and_names(case), *self.criteria_scored)):
            if strangers.spans(name) and not self.names.knows(name):
                self.named(f"Criterion {self.tags.next()}", name)

    def named(self, label: str, *names: str | None, part: bool = False) -> None:
        """Let a label stand for names as they are written, or for a `part` of a longer name."""
        for name in names:
            self.names.add(name, label, part=part)

    def person(self, label: str, name: str | None) -> None:
        """Let a label stand for a person's name, every word of it and its words in one."""
        parts = (name or "").split()
        self.named(label, name)
        self.named(label, *parts, *(word for word in _words(name) if word not in _PARTICLES), part=True)
        self._in_one(label, name)
        _, comma, given = (name or "").partition(",")
        self.names.shorten(given if comma else " ".join(parts[:-1]), label)
        self.named(label, *_with_initials(name or ""))
        self.names.initials.add(word_keys(name or ""), label)
        guessed = sorted(with_capitals(name or ""))
        self.guessed.setdefault(label, []).extend(guessed)
        # An initial and a long surname in one are a login, and no word in small letters either.
        self.named(label, *(one for one in guessed if len(one) >= _LOGIN and _is_login(one, _words(name))), part=True)

    def firm(self, label: str, *names: str | None) -> None:
        """Let a label stand for what people call a firm: its name with and without legal form, and words few others share."""
        for name in names:
            plain = [one for one in re.split(r"[\s,.()]+", name or "") if one and one.lower() not in _LEGAL]
            self.named(label, name, *(" ".join(plain[:length]) for length in range(len(plain), 1, -1)))
            words = [one for one in _words(" ".join(plain)) if one not in _COMMON and one not in _PARTICLES]
            self.named(label, *words, part=True)
            self._in_one(label, " ".join(plain))
            told = [one for one in word_keys(name or "") if one.isalpha() and one not in _PARTICLES]
            self.names.initials.add_bare([one for one in told if len(one) > 1 and one not in _LEGAL], label)
            self.names.initials.add_bare(told, label)

    def _in_one(self, label: str, name: str | None) -> None:
        """Take in a name's neighbouring words in one, and its words in Latin letters."""
        if name:
            plain = _COMMON | _PARTICLES
            self.named(label, *sorted(in_one(name, plain) - plain))
            words = (one for text in sorted(latin(name)) for one in _words(text))
            self.named(label, *(one for one in words if one not in plain and one not in _LEGAL))


def _with_initials(name: str) -> tuple[str, ...]:
    """Return a name with the initials of its given names in one, as minutes write it: `JB Hood` for James Barnaby Hood."""
    surname, comma, given = name.partition(",")
    if not comma:
        *before, surname = name.split() or [""]
        given = " ".join(before)
    letters = "".join(one[0].upper() for one in re.split(r"[\s.-]+", given) if one[:1].isalpha())
    return (f"{letters} {surname}", f"{surname} {letters}") if len(letters) > 1 and surname else ()


def _is_login(word: str, parts: tuple[str, ...]) -> bool:
    """Whether a word is an initial of a name with its surname, in either order."""
    surname, first = (parts[-1], parts[0][:1]) if len(parts) > 1 else ("", "")
    return bool(surname) and word in (first + surname, surname + first)


def _as_name(key: str | None) -> str | None:
    """Return an id that reads as a name, without the words that ids are made of; `None` where it reads as an id."""
    words = [one for one in re.split(r"\s+", key or "") if one and one.lower() not in _OF_IDS]
    told = [one for one in words if len(one) > 2 and one.isalpha() and one.lower() not in _LEGAL]
    return " ".join(words) if told and len((key or "").split()) > 1 else None


def _words(name: str | None) -> tuple[str, ...]:
    """Return the words of a name, down to two letters."""
    return tuple(one for one in re.split(r"[\W_]+", (name or "").lower()) if len(one) > 1 or not one.isascii())


def _addresses(addresses: tuple[Address, ...] | None) -> tuple[str, ...]:
    found = [(one.street_address, one.postal_code) for one in addresses or ()]
    return tuple(part for pair in found for part in pair if part)


def _parts_of_addresses(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """Return addresses of a register whole, and their pieces between commas down to five signs."""
    return tuple(
        part for one in addresses for part in (one, *(piece.strip() for piece in one.split(","))) if len(part) > 4
    )


def _titles(part: Part) -> Iterator[str]:
    """Yield what a part says that documents are called."""
    for name in titles_in(type(part)):
        value = part.__dict__.get(name)
        yield from value if isinstance(value, tuple) else (value,) if value else ()


def _parts(part: Part) -> Iterator[Part]:
    yield part
    for value in part.__dict__.values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from _parts(one)
