"""Checks of the family `information` on whether those who ask stay unnamed."""

import re
from collections.abc import Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import names_as_a_name, organisation_name, words
from fairaudit.analysis.names.placed import is_a_noun, is_of_a_place
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.base import Clause, Found, Hit, Verb, check
from fairaudit.checks.information.answers.beside_asking import is_addressed, is_said_to_ask, is_written_out
from fairaudit.checks.information.answers.greeted import ASKED, ASKING, greets
from fairaudit.checks.information.talks.contacts import holds
from fairaudit.checks.reasons import lacking
from fairaudit.checks.timing.in_words import counted
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of, withdrawn_from
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.parties import Party
from fairaudit.procurement.model.records import Enquiry
from fairaudit.procurement.received.recipients import meant, stands_for, told_of

_SHORTEST = 4
"""How many letters the first word of a name has that tells it from others."""


_QUESTIONS = late_pattern(r"[^.!?;\n]*(?:\.(?=\S)[^.!?;\n]*)*\?")
"""What ends with a question mark, from where its sentence begins."""
_WANTED_OF = late_pattern(r"\b(?:requested|sought|asked|awaited|wanted) (?:\w+ ){0,2}(?:from|of)\b", re.IGNORECASE)
"""Who stands behind this was perhaps asked by the buyer: `The data was requested from Cedar Ltd`."""
MAY_HAVE = Verb("may have asked")
_LABELS = frozenset({"q", "question", "query"})
_WANTING = frozenset({"may", "can", "could", "must", "should", "shall", "might", "would", "allow", "let", "permit"})
"""Words that stand before whoever wants to do something."""


class Named(Frozen):
    """Who asked, or may have, and could be told from what others were sent, and how many these are."""

    named: str
    difference: Clause
    asked: Verb = Verb("asked")


@check
def asker_named(node: Node[Enquiry], case: Case, *, of_asking: tuple[str, ...]) -> Found[Named]:
    """Flag an answer to more than its asker that names the asker, its contact or its e-mail.

    A name in the question may not have been sent on; the first word of a name, inside a sentence or beside a word of asking, or
    a name of words that the tender is about, may be meant otherwise; so may a person of theirs, their id and
    their name cut short, where they are greeted or said to have asked. So may any name where nothing in the answer is
    `of_asking`: it may be of somebody whose work all know.
    """
    enquiry = node.value
    if not enquiry.answer and not enquiry.question:
        return
    if enquiry.asked_by is None:
        if case.parties:
            yield from _in_the_question(case, enquiry)
            yield lacking(enquiry.field("asked_by"))
        return
    asker = meant(case, enquiry.asked_by)
    if enquiry.recipients is None:
        yield lacking(enquiry.field("recipients"))
        return
    others = told_of(case, enquiry.recipients).keys - set(stands_for(case, asker))
    if not others:
        return
    for text, field in ((enquiry.answer, "answer"), (enquiry.question, "question")):
        sure = how_named(case, asker, enquiry.asked_by, text, of_asking) if text else None
        perhaps = sure is None and text and field == "answer"
        if perhaps and (_said_to_ask(case, asker, enquiry) or greets(case, asker, text or "", enquiry.question or "")):
            sure = False
        if sure is not None:
            otherwise = not speaks_of_asking(case, asker, text or "", of_asking)
            confidence = None if sure and field == "answer" and not otherwise else "possible"
            facts = Named(case.party_name(asker), name_told(others))
            yield Hit(enquiry.field(field), facts, confidence=confidence)
            return
    yield from _another_named(case, enquiry, asker)


def _another_named(case: Case, enquiry: Enquiry, asker: str) -> Iterator[Hit[Named]]:
    """Tell of an answer that says of a bidder that it asked, where its own question came from somebody else."""
    text, first = enquiry.answer or "", case.once(_by_first_word)
    for key in dict.fromkeys(one for word in words(text) for one in first.get(word, ()) if one != asker):
        others = told_of(case, enquiry.recipients or ()).keys - set(stands_for(case, key))
        names = names_of(case, key)
        said = [is_written_out(text, name) for name in names if is_said_to_ask(case, text, name)]
        # `In reply to Cedar Ltd` may be to another question of theirs, or to their letter.
        if others and (said or any(is_addressed(case, text, name) for name in names)):
            sure = any(said) and _WANTED_OF.search(text) is None
            facts = Named(case.party_name(key), name_told(others), Verb("asked") if sure else MAY_HAVE)
            yield Hit(enquiry.field("answer"), facts, confidence=None if sure else "possible", key=key)


def _in_the_question(case: Case, enquiry: Enquiry) -> Iterator[Hit[Named]]:
    """Ask of a question that nobody is recorded to have asked, and in which one bidder's name was sent to others."""
    key = named_in_a_question(case, enquiry.question or "")
    others = told_of(case, enquiry.recipients or ()).keys - set(stands_for(case, key)) if key else frozenset()
    if key and others:
        facts = Named(case.party_name(key), name_told(others), MAY_HAVE)
        yield Hit(enquiry.field("question"), facts, confidence="possible")


def named_in_a_question(case: Case, text: str) -> str | None:
    """Return the one bidder that a text names as whoever wants to do something: `May Quillon Ltd use ramps?`.

    Whose staff or pumps are asked about is no such bidder. `None` where several are named.
    """
    asked, first = _QUESTIONS.findall(text), case.once(_by_first_word)
    # Of many bidders few are called by a word that stands in a question at all.
    likely = {key for one in asked for word in words(one) for key in first.get(word, ())}
    everyone = [one for one in (*field_of(case), *withdrawn_from(case)) if one in likely]
    found = [key for key in everyone if any(_wants(one, name) for one in asked for name in names_of(case, key))]
    return found[0] if len(found) == 1 else None


def _by_first_word(case: Case) -> dict[str, list[str]]:
    """Return everybody who is or was in the contest by the first word of each of their names."""
    found: dict[str, list[str]] = {}
    for key in (*field_of(case), *withdrawn_from(case)):
        for core in {organisation_name(name).core for name in names_of(case, key)}:
            found.setdefault(core[0] if core else "", []).append(key)
    return found


def _wants(question: str, name: str) -> bool:
    """Whether a question has a name where whoever wants something stands: at its beginning, or behind `may` and the like."""
    core, said = organisation_name(name).core, words(question)
    before = [said[:at] for at in range(len(said)) if said[at : at + len(core)] == core] if core else []
    if not before or not names_as_a_name(question, name):
        return False
    leading = [one[:-1] if one[-1:] == ("we",) else one for one in before]
    return any(set(one) <= _LABELS or one[-1] in _WANTING for one in leading)


def names_of(case: Case, key: str) -> tuple[str, ...]:
    """Return the names that a party goes by."""
    party = case.party(key)
    return tuple(one for one in (party.name, *(party.aliases or ())) if one) if party else (key,)


def name_told(others: frozenset[str]) -> Clause:
    """Return what whoever asked gave away that nobody else did, and to how many."""
    whom = "all" if EVERYBODY in others else counted(len(others), "other")
    return Clause(f"a difference of 1 name, told to {whom}")


def speaks_of_asking(case: Case, asker: str, text: str, of_asking: tuple[str, ...]) -> bool:
    """Whether a text that names somebody names them as who asked: something in it is of asking, or is their contact."""
    return names_its_contact(case.party(asker), text) or not {*words(text)}.isdisjoint(of_asking)


def how_named(case: Case, asker: str, called: str, text: str, of_asking: tuple[str, ...]) -> bool | None:
    """Whether a text names a party; not for sure where its words may mean something else, and `None` where it does not."""
    party = case.party(asker)
    names = [one for one in (party.name, *(party.aliases or ())) if one] if party else [called]
    about = {*gist(case.tender.title or ""), *gist(case.tender.description or "")}
    found = [one for one in names if names_as_a_name(text, one)]
    own = [
        one
        for one in found
        if not set(gist(" ".join(organisation_name(one).core))) <= about
        and not _is_common(one, text)
        and not is_of_a_place(text, organisation_name(one).core, of_asking)
    ]
    if own or names_its_contact(party, text):
        return True
    return False if found or any(_begins(case, one, text, of_asking) for one in names) else None


def _is_common(name: str, text: str) -> bool:
    """Whether a text has the words of a name without capitals too, so that they may be anybody's there."""
    if len(organisation_name(name).core) < 2:
        # A name of one word is found only with its legal form behind it.
        return False
    small = r"\s+".join((r"\w+", *map(re.escape, organisation_name(name).core[1:])))
    return any(words(one) == organisation_name(name).core for one in re.findall(rf"\b{small}\b", text))


def names_its_contact(party: Party | None, text: str) -> bool:
    """Whether a text names a party's contact, or has the e-mail of it."""
    contact = party.contact_point if party else None
    if contact is None:
        return False
    name = words(contact.name or "")
    email = (contact.email or "").strip().casefold()
    return (len(name) > 1 and holds(words(text), name)) or ("@" in email and email in text.casefold())


def _begins(case: Case, name: str, text: str, of_asking: tuple[str, ...]) -> bool:
    """Whether a text holds, with a capital, the first word of a name that no other party's name holds."""
    core = organisation_name(name).core
    if not core or len(core[0]) < _SHORTEST or core[0] in case.once(_shared_words):
        return False
    # A word that begins a sentence has a capital whatever it is.
    inside = re.finditer(r"(?<![.!?:;\n])(?<=[^\W_]|[,(])\s+([^\W\d_]+)", text)
    own = [one for one in inside if one[1][0].isupper() and words(one[1]) == (core[0],)]
    own = [one for one in own if not is_a_noun(text, one, (*core[1:], *of_asking))]
    about = {*gist(case.tender.title or ""), *gist(case.tender.description or "")}
    return bool(own) and core[0] not in about


def _said_to_ask(case: Case, asker: str, enquiry: Enquiry) -> bool:
    """Whether an answer has the first word of the asker's name beside a word of asking, or before a colon as if called.

    Before a colon it may be what was asked about: `Birch: yes, oak: no`.
    """
    party = case.party(asker)
    names = [one for one in (party.name, *(party.aliases or ())) if one] if party else [str(enquiry.asked_by)]
    for core in filter(None, (organisation_name(one).core for one in names)):
        word = re.escape(core[0])
        if len(core[0]) < _SHORTEST or core[0] in case.once(_shared_words):
            continue
        asks = (
            rf"\b{word}\b(?: (?:has|have|had|also|already))? {ASKED}\b|\b{ASKING} (?:by|from) {word}\b|@{word}\b"
            rf"|\b{word}['’‘`´]s? (?:\w+ )?{ASKING}\b"
        )
        if re.search(asks, enquiry.answer or "", re.IGNORECASE):
            return True
        if _is_called(core, enquiry.answer or "") and core[0] not in {
            *words(enquiry.question or ""),
            *words(case.tender.title or ""),
        }:
            return True
    return False


def _is_called(core: tuple[str, ...], answer: str) -> bool:
    """Whether an answer begins with the first word of a name and a colon or a dash, or ends with it in brackets.

    In brackets it must have a capital: `hardwood (cedar)` says what wood is meant.
    """
    word = re.escape(core[0])
    called = re.search(
        rf"(?:^|[.!?;\n]\s*){word}(?=:)|^\s*{word}(?= team\s*:|\s+(?:team\s+)?[-\u2013\u2014]\s)", answer, re.IGNORECASE
    )
    if called and not is_a_noun(answer, called, ()):
        return True
    last = re.search(r"\(\s*([^\W\d_]+)\s*\)[\s.]*$", answer)
    return last is not None and last[1][0].isupper() and words(last[1]) == (core[0],)


def _shared_words(case: Case) -> frozenset[str]:
    """Return the words that the names of several parties hold, or the buyer's."""
    buyer = case.tender.buyer.name if case.tender.buyer else None
    names = [
        {word for name in (one.name, *(one.aliases or ())) if name for word in words(name)} for one in case.parties
    ]
    seen: set[str] = set()
    shared = set(words(buyer or ""))
    for own in names:
        shared |= own & seen
        seen |= own
    return frozenset(shared)
