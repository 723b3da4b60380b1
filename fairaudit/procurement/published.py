"""Events that name nobody they were for: whether what is told of them says that something was published to all."""

from fairaudit.analysis.names import words
from fairaudit.procurement.kinds import means_everybody
from fairaudit.procurement.records import Event

_PUBLIC = frozenset((
    "published", "publication", "bulletin", "circular", "newsletter", "noticeboard", "gazette", "website", "everyone",
    "everybody",
))  # fmt: skip
"""Words that say that everybody could read something; a portal may also send a message to one bidder."""
_ALL = frozenset(
    ("bidders", "tenderers", "suppliers", "candidates", "participants", "providers", "registrants", "parties")
)
_LESS = frozenset((
    "not", "no", "never", "only", "alone", "except", "but", "without", "some", "nobody", "none", "unpublished", "other",
    "another", "cannot", "yet", "draft", "withheld", "before", "private", "privately", "confidential",
))  # fmt: skip
"""Words that may take back what the others say."""
_OF_ANSWERS = frozenset((
    "answer", "answers", "answered", "reply", "replies", "response", "responses", "question", "questions", "enquiry", "enquiries",
    "query", "queries", "clarification", "clarifications",
))  # fmt: skip


def names_nobody(event: Event) -> bool:
    """Whether an event says of nobody that it was for them; it says nothing of who was left out."""
    return event.recipients is None and event.bidder is None


def is_published(event: Event) -> bool:
    """Whether an event that names nobody says, by its kind, channel or words, that everybody could read what it is about."""
    said = [words(one or "") for one in (event.channel, event.topic, event.document, event.text, event.reason)]
    if not names_nobody(event) or any(not _LESS.isdisjoint(one) for one in said):
        return False
    if event.kind == "publication" or means_everybody(event.channel or ""):
        return True
    return any(not _PUBLIC.isdisjoint(one) or _to_all(one) for one in said)


def _to_all(said: tuple[str, ...]) -> bool:
    """Whether words say `all bidders`, or `all the bidders`."""
    return any(
        word == "all" and not _ALL.isdisjoint(said[at + 1 : at + 4]) and said[at - 1 : at] in ((), ("to",), ("for",))
        for at, word in enumerate(said)
    )


def holds_answers(event: Event) -> bool:
    """Whether an event says that it is about answers or questions, as a bulletin `Answers Q1` is, and a form `Q1` not."""
    said = (words(one or "") for one in (event.topic, event.document, event.text))
    return any(not _OF_ANSWERS.isdisjoint(one) for one in said)
