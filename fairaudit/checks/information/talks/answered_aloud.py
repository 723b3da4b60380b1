"""Questions that were answered by word of mouth at a visit or a meeting, where no record tells the answer to all bidders."""

from collections.abc import Iterator

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.aloud import answered_aloud
from fairaudit.analysis.names import organisation_name, words
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.information.answers.others_answered import says_nothing
from fairaudit.checks.information.talks.changed_alone import before_award
from fairaudit.checks.reasons import incomplete
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.field import field_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.tender import SiteVisit
from fairaudit.procurement.received.published import holds_answers, is_published
from fairaudit.procurement.received.recipients import for_all, reaches
from fairaudit.procurement.times.deadlines import after_the_deadline

_NOTES = frozenset({"minutes", "notes", "note", "record", "summary", "report"})
"""What a paper of what was said is called, among others: safety notes and annual reports are too."""
_TALKS = frozenset({
    "visit", "visits", "site", "meeting", "meetings", "conference", "briefing", "tour", "walk", "inspection", "question",
    "questions", "answer", "answers", "discussion",
})  # fmt: skip
_OF_A_TALK = late_pattern(
    r"\b(?:minutes|notes|record|summary|report) of (?:(?:the|our|a) )?(?:\w+ )?"
    r"(?:visits?|meetings?|conference|briefing|tour|inspection|questions|answers|discussion)\b"
)


class Aloud(Frozen):
    """At what it was, and what the record says."""

    thing: Clause
    words: str


@check
def answered_by_word_of_mouth(node: Node[Event], case: Case) -> Found[Aloud]:
    """Ask about an answer by word of mouth, by what is told of a visit or a meeting, that no record gives to all in writing."""
    event = node.value
    told = [one for one in (event.text, event.topic) if one]
    if before_award(case, event):
        thing = Clause("the site visit" if event.kind == "site-visit" else "the meeting")
        yield from _asked(node, case, told, event.date, thing)


@check
def answered_on_a_visit(node: Node[SiteVisit], case: Case) -> Found[Aloud]:
    """Ask the same of the visits that the tender lists."""
    visit = node.value
    yield from _asked(node, case, [visit.text] if visit.text else [], visit.date, Clause("the site visit"))


def _asked(
    node: Node[Event] | Node[SiteVisit], case: Case, told: list[str], when: When | None, thing: Clause
) -> Iterator[Hit[Aloud] | Unassessed]:
    said = next((one for text in told if (one := answered_aloud(text, case.once(_first_words)))), None)
    alone = len(case.bids) == 1 and case.holds_all("bids")
    if said is None or alone or after_the_deadline(case, when, node.value.field("date")):
        return
    given = _in_writing(case, said, when)
    if given is True:
        return
    if isinstance(given, str):
        reason = f"whether {given} gives in writing what was answered by word of mouth is not recorded"
        yield Unassessed(node, reason, (f"{text_of(node.path)}.text (in other words)",), seen=True)
    elif not case.holds_all("events"):
        yield incomplete(node, "events")
    else:
        yield Hit(node, Aloud(thing, said))


def _first_words(case: Case) -> frozenset[str]:
    """Return the first words of the names of all who bid or may: as people are called who stand at a gate."""
    cores = (organisation_name(case.party_name(one)).core for one in field_of(case))
    return frozenset(core[0] for core in cores if core and len(core[0]) > 3)


def _in_writing(case: Case, said: str, when: When | None) -> bool | str:
    """Return whether a record that went to all afterwards gives what was said, or the place of one that may."""
    perhaps = ""
    for one in case.events:
        if one.kind not in ("answer", "document", "publication") or _before(case, one.date, when) or says_nothing(one):
            continue
        if not (reaches(case, one, None) or is_published(one)):
            continue
        title = frozenset(words(" ".join(filter(None, (one.document, one.topic)))))
        if _is_of_a_talk(title, one.text):
            return True
        if one.kind == "answer" or holds_answers(one) or not _NOTES.isdisjoint(title):
            perhaps = perhaps or text_of(one.path)
    about = set(gist(said))
    rows = (one for one in case.enquiries if one.answer and for_all(case, one.recipients))
    told = (one for one in rows if about & {*gist(one.question or ""), *gist(one.answer or "")})
    row = next((one for one in told if not _before(case, one.answered, when)), None)
    if row is not None:
        perhaps = perhaps or text_of(row.path)
    return perhaps or False


def _is_of_a_talk(title: frozenset[str], text: str | None) -> bool:
    """Whether a paper is called, or says that it is, minutes or notes of a visit, a meeting or its questions."""
    named = "minutes" in title or not (_NOTES.isdisjoint(title) or _TALKS.isdisjoint(title))
    return named or _OF_A_TALK.search(" ".join(words(text or ""))) is not None


def _before(case: Case, one: When | None, when: When | None) -> bool:
    return one is not None and when is not None and case.clock.before(one, when) is True
