"""Late answers that only tell again what all whom they went to had in time: nothing in them is new to anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.asked import points_to_a_neighbour, wording_of_an_answer
from fairaudit.analysis.messages.references import DATE, answered, without_references
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.questionnumbers import question_numbers
from fairaudit.checks.base import Verb
from fairaudit.checks.information.answers.likeness import GREETINGS, tells_the_same
from fairaudit.checks.information.answers.taken_back import taken_back
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.records import Enquiry
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.kept_back import pointed_to
from fairaudit.procurement.received.ledger import received_as
from fairaudit.procurement.received.recipients import for_all, told_of
from fairaudit.procurement.received.things import Key, answers_in_words, thing_of

InTime = Callable[[When], bool]

_SAYS_ITSELF = 4
"""How many telling words make an answer that says of itself what it is about, whatever was asked; a heuristic."""
_NOTHING_ALONE = GREETINGS | {
    "no",
    "not",
    "never",
    "none",
    "without",
    "noted",
    "see",
    "specification",
    "document",
    "tender",
}
"""Words that tell nothing without their question."""
_REFERRING = frozenset({
    "add", "again", "already", "and", "answer", "answered", "applies", "apply", "as", "asked", "at", "been", "before",
    "bidder", "bidders", "confirm", "confirmed", "dear", "earlier", "enquiry", "for", "given", "has", "have", "holds", "in",
    "is", "it", "kind", "log", "nothing", "of", "on", "our", "per", "please", "portal", "previously", "published", "query",
    "question", "raising", "refer", "regard", "regarding", "regards", "remains", "repeat", "repeated", "reply", "response",
    "said", "same", "see", "sincerely", "stands", "stated", "still", "thank", "thanks", "the", "this", "to", "unchanged",
    "under", "was", "we", "with", "you", "your", "yours",
})  # fmt: skip
_CLOSING = frozenset({"above", "additional", "correct", "details", "further", "information", "more", "no", "which"})
"""Further such words, beside the number of an answer."""
_DATED = late_pattern(DATE)
"""Words of whoever refers to an answer and says nothing more. Heuristic."""
_ASKING = frozenset(
    {"how", "many", "much", "what", "which", "when", "where", "why", "do", "does", "not", "there", "if"}
)
"""Words of a question that say nothing of what it is about."""

_ASKED_ELSEWHERE = frozenset(
    {"see", "attached", "attachment", "above", "below", "question", "clarification", "query", "document", "file"}
)
"""Words of a question that stands in another place."""


class ToldAgain(Frozen):
    """The earlier answer that a later one tells again, and whether that is plain."""

    earlier: Enquiry
    plain: bool

    @property
    def doubt(self) -> Verb:
        """What a message adds where a person has to look whether it is the same."""
        return Verb(f"; it may only tell again what {self.earlier.id or text_of(self.earlier.path)} told in time")


def told_again(case: Case, enquiry: Enquiry, in_time: InTime) -> ToldAgain | None:
    """Return the answer that another tells again by its words or its number, where all whom that went to had it in time.

    That both say the same is plain where their words are, or where one only points to the other.
    """
    known: dict[When, bool] = {}

    def early(when: When) -> bool:
        if when not in known:
            known[when] = in_time(when)
        return known[when]

    keys = pointed_to(case, enquiry)
    if keys is not None:
        return _pointed_to(case, enquiry, frozenset(keys), early)
    if (named := _named_with_its_words(case, enquiry)) and (again := _pointed_to(case, enquiry, named, early)):
        return again._replace(plain=False)
    # What is plainly the same comes first: where that stands nothing else has to be looked at.
    found = ((earlier, same and _covers(case, earlier, enquiry)) for earlier, same in _perhaps_the_same(case, enquiry))
    for earlier, same in sorted(found, key=lambda pair: not pair[1]):
        had = _had_in_time(case, enquiry, earlier, early)
        since = _answered_otherwise_since(case, enquiry, earlier) if had is not None else True
        if had is not None and since is not True:
            return ToldAgain(earlier, same and had and since is False)
    return None


def _pointed_to(case: Case, enquiry: Enquiry, keys: frozenset[Key], in_time: InTime) -> ToldAgain | None:
    """Return the first of the answers that another only points to, where all of them were had in time."""
    known = case.once(_by_words).keyed
    rows = [row for key in keys for row in known.get(key, ())[:1] if row.path != enquiry.path]
    had = [_had_in_time(case, enquiry, one, in_time) for one in rows]
    since = [_answered_otherwise_since(case, enquiry, one) for one in rows] if rows and None not in had else [True]
    if True in since:
        return None
    first = min(rows, key=lambda one: text_of(one.path))
    # `See Q1.` for lot 2 tells that what was said of lot 1 holds there too.
    its = not enquiry.lots or all(_covers(case, one, enquiry) for one in rows)
    all_named = len(question_numbers(enquiry.answer or "")) <= len(rows)
    return ToldAgain(first, its and all(had) and None not in since and all_named)


def _named_with_its_words(case: Case, enquiry: Enquiry) -> frozenset[Key]:
    """Return the answers that another names where it holds no words but theirs, and those of whoever refers to an answer."""
    text = enquiry.answer or ""
    named = frozenset(answers_in_words(case, text))
    known = case.once(_by_words).keyed
    own = {word for key in named for row in known.get(key, ())[:1] for word in words(row.answer or "")}
    return (
        named
        if named and own.union(_REFERRING, _CLOSING).issuperset(words(_DATED.sub(" ", without_references(text))))
        else frozenset()
    )


class _ByWords(Frozen):
    """The answers of a case by what they say, by what was asked, and by what its records know them as."""

    said: dict[object, dict[Key, Enquiry]]
    """The earliest row of each answer, by each way of putting its words."""
    asked: dict[tuple[str, ...], dict[tuple[str, ...], list[Enquiry]]]
    keyed: dict[Key, list[Enquiry]]


def _by_words(case: Case) -> _ByWords:
    found = _ByWords({}, {}, {})
    dated = sorted(case.enquiries, key=lambda one: (one.answered is None, case.clock.rank(one.answered)))
    # Whatever order they are listed in, the earliest of equal ones is the first.
    for one in dated:
        if one.answer:
            for said in _keys(one.answer):
                found.said.setdefault(said, {}).setdefault(thing_of(case, one), one)
            found.asked.setdefault(gist(one.question or ""), {}).setdefault(
                wording_of_an_answer(one.answer), []
            ).append(one)
            found.keyed.setdefault(thing_of(case, one), []).append(one)
    return found


def _keys(text: str) -> tuple[object, ...]:
    beside = tuple(word for word in words(without_references(text)) if word not in _REFERRING)
    known = (
        ("words", wording_of_an_answer(text)),
        ("answered", answered(text)),
        frozenset(gist(without_references(text))) - GREETINGS,
    )
    return (*known, ("beside", beside)) if beside else known


def _perhaps_the_same(case: Case, enquiry: Enquiry) -> Iterator[tuple[Enquiry, bool]]:
    """Yield the other answers that one may only tell again, and whether that is plain."""
    text = enquiry.answer or ""
    if points_to_a_neighbour(text):
        place = enquiry.path[-1]
        beside = [one for one in case.enquiries if isinstance(place, int) and one.path[-1] in (place - 1, place + 1)]
        yield from ((one, False) for one in beside if one.answer and not points_to_a_neighbour(one.answer))
        return
    if not frozenset(gist(text)) - _NOTHING_ALONE:
        # `Yes.` tells nothing without its question, and many answers are that.
        yield from _to_one_question(case, enquiry)
        return
    known = case.once(_by_words).said
    rows = {key: one for said in _keys(text) for key, one in known.get(said, {}).items()} if text else {}
    for one in rows.values():
        same = _says_the_same(one, enquiry) if one.path != enquiry.path else None
        if same is not None:
            yield one, same


def _to_one_question(case: Case, enquiry: Enquiry) -> Iterator[tuple[Enquiry, bool]]:
    """Yield the first other row that gives one answer to one question, where its words say what is asked."""
    asked = gist(enquiry.question or "")
    rows = case.once(_by_words).asked.get(asked, {}).get(wording_of_an_answer(enquiry.answer or ""), ())
    other = next((one for one in rows if one.path != enquiry.path), None)
    earlier = next((one for one in rows if one.path != enquiry.path and _covers(case, one, enquiry)), other)
    if earlier is not None and not frozenset(asked) <= _ASKED_ELSEWHERE:
        yield earlier, words(earlier.question or "") == words(enquiry.question or "")


def _covers(case: Case, earlier: Enquiry, later: Enquiry) -> bool:
    """Whether an answer is for every lot that a later one is for: `Yes.` for one lot says nothing of another."""
    asked = later.lots or [one.id for one in case.lots]
    return not earlier.lots or (bool(asked) and set(asked) <= set(earlier.lots))


def _says_the_same(one: Enquiry, other: Enquiry) -> bool | None:
    """Whether two answers alike in their words are one, to questions that are one; `None` where two, unclear as `False`."""
    first, second = one.answer or "", other.answer or ""
    asked, its = (frozenset(gist(each.question or "")) for each in (one, other))
    telling = frozenset(gist(first)) - _NOTHING_ALONE
    if not telling:
        return None
    if asked == its:
        return wording_of_an_answer(first) == wording_of_an_answer(second) and bool(asked)
    return False if (asked & its) - _ASKING or len(telling) >= _SAYS_ITSELF else None


def _had_in_time(case: Case, enquiry: Enquiry, earlier: Enquiry, in_time: InTime) -> bool | None:
    """Whether all whom an answer went to had an earlier one in time; `False` where of bidders unknown that is not sure."""
    for_everybody = enquiry.recipients is None or for_all(case, enquiry.recipients)
    first_for_all = for_all(case, earlier.recipients)
    thing, field = received_as(case, thing_of(case, earlier)), field_of(case, earlier.lots or ())
    whom = field if for_everybody else tuple(told_of(case, enquiry.recipients or ()).keys)
    if thing is None or not whom:
        early = first_for_all and earlier.answered is not None and in_time(earlier.answered)
        return True if early else None
    dates = [thing.had[one].entry.when if one in thing.had else None for one in whom]
    if not all(when is not None and in_time(when) for when in dates):
        return None
    return first_for_all or not for_everybody or case.holds_all("bids")


def _answered_otherwise_since(case: Case, enquiry: Enquiry, earlier: Enquiry) -> bool | None:
    """Whether the same question has another answer that may lie between two, or the first was taken back; `None` where perhaps.

    The later one then tells what no longer held.
    """
    asked = gist(earlier.question or "")
    own = wording_of_an_answer(earlier.answer or "")
    for said, rows in case.once(_by_words).asked.get(asked, {}).items() if asked else ():
        if said == own or tells_the_same(case, rows[0].answer or "", earlier.answer or "") or pointed_to(case, rows[0]):
            continue
        if any(not _is_before(case, one, earlier) for one in rows if one.path != enquiry.path):
            return True
    return taken_back(case, enquiry, earlier)


def _is_before(case: Case, one: Enquiry, other: Enquiry) -> bool:
    return bool(one.answered and other.answered and case.clock.before(one.answered, other.answered))
