"""Whether what went to some bidders is owed to all: by its words, by when it went, and by what the others had."""

from __future__ import annotations

from datetime import date

from fairaudit.analysis.messages.courtesies import may_be_courtesy
from fairaudit.analysis.messages.own_affairs import is_of_the_askers_files, is_of_the_askers_own
from fairaudit.analysis.messages.own_notes import is_an_own_note, is_done
from fairaudit.analysis.messages.to_one import is_a_note, says_it_is_there
from fairaudit.analysis.names import words
from fairaudit.analysis.text.gist import gist
from fairaudit.analysis.text.sidebyside import says_any
from fairaudit.checks.information.answers.of_the_tender import asks_beside
from fairaudit.checks.information.answers.owed import (
    ASKED,
    NOT_OWED,
    OWED,
    from_bidder,
    holds_nothing,
    names_of,
    owed_by_words,
)
from fairaudit.checks.information.papers.othernames import had_by_another_name
from fairaudit.checks.information.papers.spread import Spread
from fairaudit.checks.information.talks.changed_alone import is_awarded
from fairaudit.checks.texts.naming import texts_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.records import Enquiry, Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.received.answered_for_all import only_says_all_were_answered, points_to_what_all_had
from fairaudit.procurement.received.ledger import received_at
from fairaudit.procurement.received.recipients import meant, told
from fairaudit.procurement.times.deadlines import Limit, deadline_for
from fairaudit.sources.document import Path

_TALKS = frozenset({"negotiation", "dialogue", "extension"})
_FIRST_PERSON = frozenset({"we", "our", "ours", "us", "i", "my", "me", "weve", "ive"})
_TELLING = 3
"""How many telling words an answer must have to be known by them; a heuristic."""
_LEAST = (NOT_OWED, ASKED, OWED)


def how_owed(case: Case, event: Event, thing: Spread | None, others: tuple[str, ...]) -> str:
    """Return whether what some had by an event is owed to others, to nobody else, or is to be asked about."""
    if event.kind not in ("answer", "document"):
        return OWED
    if event.kind == "answer" and only_says_all_were_answered(case, event):
        return NOT_OWED if points_to_what_all_had(case, event) else ASKED
    several = thing is not None and len(thing.received.item.entries) > 1
    since = thing.copies.earliest if several and thing is not None else event.date
    found = owed_by_words(case, event, several), from_bidder(case, event), _by_time(case, event, since)
    least = min(found, key=_LEAST.index)
    if least != OWED:
        return least
    own = thing.received.item.entries[0].at.path if thing is not None else event.path
    alike = _others_were_told(case, event, own, others) or _alike_at_once(case, event, own, others)
    named = (
        {one.at.value.document for one in thing.received.item.entries if isinstance(one.at.value, Event)}
        if thing
        else ()
    )
    other = _others_had_one(case, event, others) or had_by_another_name(case, event, named, others)
    return ASKED if alike or other else OWED


def _by_time(case: Case, event: Event, since: When | None) -> str:
    """Return the same by when it first went: after the award no more can be bid, and after the deadline seldom."""
    if event.date is None or since is None:
        return OWED
    first = since if case.clock.before(since, event.date) is True else event.date
    if is_awarded(case, first, event.lot):
        return NOT_OWED
    if not _bids_are_in(case, first, event.lot):
        return OWED
    return NOT_OWED if _bids_are_final(case, first) else ASKED


def _bids_are_in(case: Case, when: When, lot: str | None) -> bool:
    deadline = deadline_for(case, None, lot)
    return isinstance(deadline, Limit) and case.clock.before(deadline.when, when, end_first=True) is True


def _bids_are_final(case: Case, when: When) -> bool:
    return case.tender.procurement_method == "open" and not _may_bid_later(case, when)


def is_of_the_asker(case: Case, enquiry: Enquiry, own_affairs: tuple[str, ...], of_outcome: tuple[str, ...]) -> bool:
    """Whether a question is about the asker's own affairs, or about the outcome and came when bids were in, by its words.

    Of own affairs it must speak in the first person: `Has our message arrived?`, `May we have two more seats?`. In an open
    procedure no question that came after the bids is of use for a bid. What is recorded as of weight is nobody's own affair.
    """
    said = words(enquiry.question or "")
    if enquiry.material:
        return False
    spoken_of = not _FIRST_PERSON.isdisjoint(said) and says_any(said, own_affairs)
    if (spoken_of and not asks_beside(enquiry, own_affairs)) or is_of_the_askers_own(enquiry.question or ""):
        return True
    if enquiry.date is None or enquiry.answered is None:
        return False
    late = all(
        _bids_are_in(case, when, lot) for when in (enquiry.date, enquiry.answered) for lot in enquiry.lots or (None,)
    )
    return late and (_bids_are_final(case, enquiry.date) or says_any(said, of_outcome))


def is_help_alone(case: Case, enquiry: Enquiry) -> bool:
    """Whether an answer is but help with the asker's own files, or that they came, and bids were not in.

    To file once more after the deadline is no help that the others would not want.
    """
    if enquiry.material or enquiry.answered is None or not is_of_the_askers_files(enquiry.question or ""):
        return False
    ends = [deadline_for(case, None, lot) for lot in enquiry.lots or (None,)]
    end = ends[0]
    if not isinstance(end, Limit) or any(_bids_are_in(case, enquiry.answered, lot) for lot in enquiry.lots or (None,)):
        return False
    said = enquiry.answer or ""
    return says_it_is_there(said) or is_a_note(said, (end.when.date, end.when.time))


def is_a_note_of_its_own(enquiry: Enquiry) -> bool:
    """Whether an enquiry is a note of the asker's own that asks nothing of the tender, and was but noted, or not answered."""
    if enquiry.material or not is_an_own_note(enquiry.question or ""):
        return False
    return not enquiry.answer or is_done(enquiry.answer)


def may_be_courtesy_alone(case: Case, enquiry: Enquiry) -> bool:
    """Whether an enquiry asks nothing and was but thanked for or noted, and neither has a telling word of the tender's texts."""
    question, answer = enquiry.question or "", enquiry.answer or ""
    if enquiry.material or not may_be_courtesy(question, answer):
        return False
    return case.once(_words_of_the_tender).isdisjoint(gist(f"{question} {answer}"))


def _words_of_the_tender(case: Case) -> frozenset[str]:
    return frozenset(word for text in texts_of(case.tender) for word in gist(text))


def _may_bid_later(case: Case, when: When) -> bool:
    """Whether a bid came, or bidders were talked to or given more time, at a moment or after it."""
    last = case.once(_last_sign)
    return last is not None and case.clock.before(last, when) is not True


def _last_sign(case: Case) -> When | None:
    """Return the last moment at which something shows that bids could still change."""
    dates = [one.received for one in case.bids if one.received]
    dates += [one.date for one in case.events if one.kind in _TALKS and one.date]
    dates += [one.until for one in case.events if one.kind in _TALKS and one.until]
    return max(dates, key=case.clock.rank, default=None)


def _others_had_one(case: Case, event: Event, others: tuple[str, ...]) -> bool:
    """Whether some of those left out had another answer that has no name either: it may be this one, in other words."""
    if event.kind != "answer" or event.document or event.topic:
        return False
    had = case.once(_unnamed_answers)
    return any(who in had for who in others)


class _Had(Frozen):
    """Who had things that are alike, and of each bidder by which: two are enough to have one beside any."""

    things: dict[str, list[Path]]

    def add(self, keys: frozenset[str], thing: Path) -> None:
        """Count in who had one of the things."""
        for one in keys:
            known = self.things.setdefault(one, [])
            if len(known) < 2 and thing not in known:
                known.append(thing)

    def beside(self, thing: Path, who: str) -> bool:
        """Whether somebody had another than one thing, whose own copies, sent later, are no other."""
        return any(one != thing for one in self.things.get(who, ()))


def _thing_of(case: Case, event: Event) -> Path:
    """Return by which record the thing is known that an event brought."""
    found = received_at(case, event.path)
    return found.item.entries[0].at.path if found else event.path


def _others_were_told(case: Case, event: Event, own: Path, others: tuple[str, ...]) -> bool:
    """Whether all of those left out had, on that day, an answer in the same words under another name."""
    if event.kind != "answer" or event.date is None or len(gist(event.text or "")) < _TELLING:
        return False
    had = case.once(_by_day_and_words).get((event.date.date, words(event.text or "")), _Had({}))
    return had.beside(own, EVERYBODY) or (bool(others) and all(had.beside(own, one) for one in others))


def _by_day_and_words(case: Case) -> dict[tuple[date, tuple[str, ...]], _Had]:
    found: dict[tuple[date, tuple[str, ...]], _Had] = {}
    for one in case.events:
        if one.kind == "answer" and one.date and one.text:
            had = found.setdefault((one.date.date, words(one.text)), _Had({}))
            had.add(told(case, one).keys, _thing_of(case, one))
    return found


def _unnamed_answers(case: Case) -> frozenset[str]:
    """Return who had an answer that has no name and holds something."""
    found = (one for one in case.events if one.kind == "answer" and not one.document and not one.topic)
    sent = (one for one in found if not holds_nothing(case, one))
    return frozenset(meant(case, who) for one in sent for who in (one.bidder, *(one.recipients or ())) if who)


def _alike_at_once(case: Case, event: Event, own: Path, others: tuple[str, ...]) -> bool:
    """Whether all of those left out had, on that day, documents whose names share a word with this one's or shorten it."""
    if event.kind != "document" or event.date is None or not event.document:
        return False
    known = case.once(_by_day_and_word)
    had = [known.get((event.date.date, word), _Had({})) for word in _gist(case, event)]
    return bool(others) and all(any(one.beside(own, who) for one in had) for who in others)


def _by_day_and_word(case: Case) -> dict[tuple[date, str], _Had]:
    found: dict[tuple[date, str], _Had] = {}
    for one in case.events:
        if one.kind == "document" and one.date and one.document:
            for word in _gist(case, one):
                had = found.setdefault((one.date.date, word), _Had({}))
                had.add(told(case, one).keys, _thing_of(case, one))
    return found


_SMALL = frozenset(
    {"for", "the", "and", "with", "from", "pdf", "docx", "xlsx", "new", "draft", "copy", "document", "file"}
)


def _gist(case: Case, event: Event) -> frozenset[str]:
    """Return the words of a document's name that tell it from others, and its initials; those of its bidder tell nothing."""
    own = names_of(case, event)
    said = [one for one in words(event.document or "") if one not in own and one not in _SMALL]
    initials = {"".join(one[0] for one in said[:length]) for length in (3, 4) if length <= len(said)}
    return frozenset({one for one in said if len(one) > 2 and one.isalpha()} | initials)
