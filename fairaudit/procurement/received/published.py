"""Events that name nobody they were for: whether what is told of them says that something was published to all."""

import re
from functools import lru_cache

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.cuts import CLAUSE
from fairaudit.analysis.names import organisation_name, words
from fairaudit.analysis.text.questionnumbers import ENDING
from fairaudit.procurement.bidders.rivals import bidders_known
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.kinds import means_everybody
from fairaudit.procurement.model.records import Event
from fairaudit.procurement.received.recipients import meant

_PUBLIC = frozenset((
    "published", "publication", "bulletin", "circular", "newsletter", "noticeboard", "gazette", "website", "everyone",
    "everybody",
))  # fmt: skip
"""Words that say that everybody could read something; a portal may also send a message to one bidder."""
_BIDDERS = frozenset(
    ("bidders", "tenderers", "suppliers", "candidates", "participants", "providers", "registrants", "parties", "bidder",
     "tenderer", "supplier", "candidate", "participant", "provider", "registrant", "party", "companies", "firms")
)  # fmt: skip
_ALL_WAYS = frozenset(("all", "every", "each"))
_BETWEEN = frozenset((
    "of", "the", "our", "these", "registered", "interested", "potential", "prospective", "known", "participating", "economic",
))  # fmt: skip
"""Words between `all` and `bidders` that leave out nobody; `local` or `shortlisted` do."""
_WHO = frozenset((
    "who", "whom", "whose", "that", "which", "with", "having", "from", "of", "under", "above", "present", "attending",
    "attended", "invited", "selected", "shortlisted", "qualified", "concerned", "remaining", "still", "left",
))  # fmt: skip
"""Words after `bidders` that say which of them."""
_WISHES = frozenset(("registers", "register", "wishes", "wish", "wants", "want", "signs", "sign", "logs"))
_LESS = frozenset((
    "not", "no", "never", "only", "alone", "except", "but", "without", "some", "nobody", "none", "unpublished", "other",
    "another", "cannot", "yet", "draft", "withheld", "before", "private", "privately", "confidential", "confidentially",
    "most", "many", "several", "nearly", "almost", "save", "apart", "excluding", "excepting", "excluded", "minus", "besides",
    "unless", "until", "if", "planned", "scheduled", "due", "pending", "awaiting", "intended", "forthcoming", "tomorrow",
    "embargoed", "internal", "internally", "intranet", "restricted", "unsent", "withdrawn", "retracted", "cancelled",
    "failed", "partly", "partially", "removed", "deleted", "recalled", "revoked", "rescinded", "unavailable", "offline",
    "undelivered", "bounced", "didnt", "wasnt", "isnt", "hasnt", "werent", "wont",
))  # fmt: skip
"""Words that may take back what the others say, or put it off."""
_SENT = frozenset((
    "published", "publication", "publish", "bulletin", "circular", "circulated", "newsletter", "sent", "issued", "released",
    "posted", "put", "given", "made", "available", "notified", "uploaded", "shared", "distributed", "announced", "placed",
    "forwarded", "copied", "told", "website", "portal", "addressed", "mailed", "emailed", "disclosed",
))  # fmt: skip
_READERS = frozenset(
    ("the", "all", "every", "each", "any", "everyone", "everybody", "anyone", "anybody", "public", "our")
)
_PLACES = frozenset(
    ("website", "portal", "site", "web", "platform", "page", "noticeboard", "gazette", "market", "public")
)
_SERVICES = (
    ("samgov",), ("sam", "gov"), ("betasamgov",), ("beta", "sam", "gov"), ("contracts", "finder"), ("find", "a", "tender"),
    ("tenders", "electronic"), ("official", "journal"), ("ojeu",), ("public", "contracts", "scotland"), ("sell2wales",),
    ("fts",), ("etendersni",), ("etenders",), ("austender",), ("canadabuys",), ("ungm",), ("un", "development", "business"),
)  # fmt: skip
"""Where notices are published for everybody to read: `posted to SAM.gov`."""
_IN_CAPITALS = ((late_pattern(r"\bSAM\b(?![.]gov)"), "SAM.gov"), (late_pattern(r"\bTED\b"), "Tenders Electronic Daily"))
"""Services that in small letters are people: `sent to Ted`."""
_THERE = frozenset(
    {"posted", "published", "uploaded", "released", "issued", "placed", "available", "advertised", "listed"}
)
_ASKED = frozenset(("question", "questions", "query", "queries", "enquiry", "enquiries", "it", "them", "this", "these"))
_ABOUT = frozenset((
    "answer", "answers", "reply", "replies", "response", "responses", "annex", "amendment", "amendments", "addendum", "change",
    "changes", "correction", "corrections", "up", "according", "related", "relating", "relation", "regard", "respect",
    "addition", "link", "access",
))  # fmt: skip
"""Words after which `to` says what something is about."""
_TO_COME = frozenset(("to", "will", "shall", "would", "should", "must", "may", "might", "can", "could"))
_BEING = frozenset(("be", "publish", "appear", "follow", "issue", "release", "post", "circulate", "come", "go"))
_SOON = frozenset(("will", "shall", "to"))
_TOLD = frozenset(("answered", "published", "sent", "provided", "issued", "released", "circulated", "given", "posted"))
_STEPS = frozenset((
    "award", "awarding", "contract", "decision", "signature", "signing", "deadline", "opening", "closing", "close",
    "standstill", "evaluation", "submission", "approval",
))  # fmt: skip
"""What bids are past when something is published only after it."""
_OWN = frozenset((
    "staff", "team", "panel", "board", "committee", "members", "member", "employee", "employees", "evaluators", "closed",
    "secure", "test", "staging", "partner", "management", "old", "archived", "bidder", "bidders", "supplier",
    "suppliers",
))  # fmt: skip
"""Words before `website` or `bulletin` that say that it is not for everybody."""
_TAKEN_BACK = frozenset((
    "removed", "withdrawn", "retracted", "deleted", "recalled", "revoked", "rescinded", "unpublished", "failed",
    "undeliverable", "undelivered", "bounced",
))  # fmt: skip
"""Words of what was published and is no more, or never was."""
_PUBLISHED_THINGS = frozenset((
    "log", "logs", "bulletin", "publication", "document", "documents", "notice", "file", "files", "version", "message", "mail",
    "email", "post", "upload", "page", "link", "entry", "circular", "answer", "answers", "reply", "response", "it", "delivery",
    "publishing", "sending",
))  # fmt: skip
_OFF = frozenset(("down", "off", "offline", "back"))
_JOINTS = frozenset(("later", "then", "again", "since", "and", "now", "was", "were", "but"))
_NEAR = 4
_TELLING = 4
"""How many letters an id has that tells of somebody."""
_OF_ANSWERS = frozenset((
    "answer", "answers", "answered", "reply", "replies", "response", "responses", "question", "questions", "enquiry", "enquiries",
    "query", "queries", "clarification", "clarifications",
))  # fmt: skip
_SHORT = frozenset(("cq", "cqs", "tq", "tqs", "rfi", "rfis", "rfc", "rfcs", "faq", "faqs", "qa", "q"))
_LISTS = frozenset((
    "log", "logs", "schedule", "register", "list", "record", "summary", "bulletin", "circular", "tracker", "sheet", "table",
    "pack", "packs",
))  # fmt: skip
"""What `CQ` and the like are about answers beside: `CQ log`, and not a form `CQ-1`."""
_BESIDE_ANSWERS = frozenset((
    "a", "the", "of", "to", "for", "from", "and", "all", "our", "your", "re", "no", "nr", "number", "numbers", "date", "so",
    "far", "request", "requests", "bidder", "bidders", "tenderer", "tenderers", "supplier", "suppliers", "tender", "version", "v",
    "final", "updated", "update", "copy", "document", "file",
))  # fmt: skip
_NUMBERED = re.compile(r"(?:v|q|cq|tq|rfi|rfc)\d{1,4}")


def names_nobody(event: Event) -> bool:
    """Whether an event says of nobody that it was for them; it says nothing of who was left out."""
    return event.recipients is None and event.bidder is None


def is_published(event: Event) -> bool:
    """Whether an event that names nobody says plainly, by kind, channel or words, that everybody could read what it is about.

    What was published to somebody in particular, on a page of its own staff, or is still to be, is not plainly for all.
    """
    texts = [one for one in (event.channel, event.topic, event.document, event.text, event.reason) if one]
    said = [words(clause) for one in texts for clause in CLAUSE.split(_spelled_out(one))]
    if not names_nobody(event) or any(_is_less(one) for one in said):
        return False
    if event.kind == "publication" or means_everybody(event.channel or ""):
        return True
    return any(not _PUBLIC.isdisjoint(one) or _to_all(one) or _on_a_service(one) for one in said)


def _spelled_out(text: str) -> str:
    for short, full in _IN_CAPITALS:
        text = short.sub(full, text)
    return text


def _on_a_service(said: tuple[str, ...]) -> bool:
    """Whether words say that something was put where everybody can read it: `uploaded to SAM.gov`."""
    return any(
        word in ("to", "on", "in", "via", "at", "through")
        and not _THERE.isdisjoint(said[:at])
        and any(said[at + 1 : at + 1 + len(one)] == one for one in _SERVICES)
        for at, word in enumerate(said)
    )


def is_for_all(case: Case, event: Event) -> bool:
    """Whether an event that names nobody was plainly published to all, and its words name no bidder."""
    return is_published(event) and not _names_a_bidder(case, event)


def _names_a_bidder(case: Case, event: Event) -> bool:
    known = case.once(_called)
    for text in (event.channel, event.topic, event.document, event.text, event.reason):
        said = words(text or "")
        if any(said[at : at + len(name)] == name for at, word in enumerate(said) for name in known.get(word, ())):
            return True
    return False


def _called(case: Case) -> dict[str, list[tuple[str, ...]]]:
    """Return what bidders are called, by id or name, under its first word; an id of few letters may be any word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for one in bidders_known(case):
        key = meant(case, one)
        party = case.party(key)
        names = [party.name, *(party.aliases or ())] if party else []
        for name in {words(key) if len(key) >= _TELLING else (), *(organisation_name(it).core for it in names if it)}:
            if name:
                found.setdefault(name[0], []).append(name)
    return found


def _to_all(said: tuple[str, ...]) -> bool:
    """Whether words say `all bidders`, or `all the bidders`."""
    return any(
        word in _ALL_WAYS and said[at - 1 : at] in ((), ("to",), ("for",)) and _bidders_at(said, at + 1) is not None
        for at, word in enumerate(said)
    )


def _bidders_at(said: tuple[str, ...], at: int) -> int | None:
    """Return where `bidders` stands that begins at a word, but for words that leave out nobody."""
    while at < len(said) and said[at] in _BETWEEN:
        at += 1
    return at if said[at : at + 1] and said[at] in _BIDDERS else None


def _is_less(said: tuple[str, ...]) -> bool:
    """Whether words of one clause may say less than that something was published to all."""
    if not _LESS.isdisjoint(said) or ("all" in said and "lot" in said[said.index("all") :]):
        return True
    return any(
        (word in _TO_COME and not _BEING.isdisjoint(said[at + 1 : at + 2]))
        or (word == "after" and not _STEPS.isdisjoint(said[at + 1 : at + 4]))
        or (word in ("website", "bulletin", "newsletter", "circular", "noticeboard") and _is_own(said, at))
        or (word in ("to", "for", "among", "with") and not _is_for_all(said, at))
        or (word in _BIDDERS and not _WHO.isdisjoint(said[at + 1 : at + 2]) and not _who_likes(said, at))
        for at, word in enumerate(said)
    )


def _who_likes(said: tuple[str, ...], at: int) -> bool:
    """Whether `all bidders who register` leaves it to each whether it is among them."""
    return (
        said[at + 1] in ("who", "that")
        and not _WISHES.isdisjoint(said[at + 2 : at + 3])
        and any(_bidders_at(said, one + 1) == at for one in range(at) if said[one] in (*_ALL_WAYS, "any"))
    )


def _is_own(said: tuple[str, ...], at: int) -> bool:
    """Whether a page or bulletin is that of staff or of somebody in particular: `the staff website`, `website of Teal`."""
    return not _OWN.isdisjoint(said[max(0, at - 2) : at])


def _is_for_all(said: tuple[str, ...], at: int) -> bool:
    """Whether what follows `to` names nobody in particular, where it says to whom something went at all."""
    word, rest = said[at], said[at + 1 :]
    if word == "to":
        goes = at == 0 or (said[at - 1] not in _ABOUT and not _SENT.isdisjoint(said[:at]))
    elif word == "with":
        goes = said[at - 1 : at] == ("shared",)
    else:
        goes = at > 0 and (said[at - 1] in ("published", "circulated", "available") or "publication" in rest[:1])
    if not goes or not rest:
        return not goes
    if word != "to" and rest[0] in (
        "information",
        "download",
        "viewing",
        "minutes",
        "documents",
        "tender",
        "inspection",
    ):
        return True
    end = 0
    while end < len(rest) - 1 and rest[end] in _READERS | _BETWEEN:
        end += 1
    found = rest[end]
    if any(rest[end : end + len(one)] == one for one in _SERVICES):
        return True
    return found in _READERS | _PLACES | _BIDDERS | _ASKED or any(map(str.isdigit, found))


def taken_back_in(event: Event) -> str | None:
    """Return the field of an event that says that what was published was taken back, or never came out: `removed again`."""
    for name in ("text", "reason", "topic", "document"):
        if (text := getattr(event, name)) and _speaks_of_taking_back(text):
            return name
    return None


@lru_cache(maxsize=4096)
def _speaks_of_taking_back(text: str) -> bool:
    return any(_is_taken_back(words(one)) for one in CLAUSE.split(text))


def _is_taken_back(said: tuple[str, ...]) -> bool:
    return any(
        (word in _TAKEN_BACK or (word == "taken" and not _OFF.isdisjoint(said[at + 1 : at + 2])))
        and (not set(said[:at]) - _JOINTS or not _PUBLISHED_THINGS.isdisjoint(said[max(0, at - _NEAR) : at]))
        for at, word in enumerate(said)
    )


def is_to_come(event: Event) -> bool:
    """Whether an event tells of an answer that is still to come: `will be answered later`, `answer to follow`."""
    return _says_to_come(event.topic, event.document, event.text)


@lru_cache(maxsize=4096)
def _says_to_come(*texts: str | None) -> bool:
    said = [words(clause) for one in texts if one for clause in CLAUSE.split(one)]
    return any(
        word in _SOON and (one[at + 1 : at + 2] == ("follow",) or _is_telling(one[at + 1 : at + 4]))
        for one in said
        if not _SOON.isdisjoint(one)
        for at, word in enumerate(one)
    )


def _is_telling(said: tuple[str, ...]) -> bool:
    return said[:1] == ("be",) and not _TOLD.isdisjoint(said)


def holds_answers(event: Event) -> bool:
    """Whether an event says that it is about answers or questions, as a bulletin `Answers Q1` is, and a form `Q1` not."""
    names = [ENDING.sub(" ", (one or "").replace("_", " ")) for one in (event.topic, event.document)]
    said = [words(one) for one in (*names, event.text or "")]
    return any(
        not _OF_ANSWERS.isdisjoint(one) or (not _SHORT.isdisjoint(one) and not _LISTS.isdisjoint(one)) for one in said
    )


def is_of_answers_alone(text: str) -> bool:
    """Whether a name says of a document nothing but that it holds answers, and to which questions: `CQ1 response v2`."""
    left = (one for one in words(ENDING.sub(" ", text)) if one not in _OF_ANSWERS | _SHORT | _LISTS | _BESIDE_ANSWERS)
    return all(one.isdigit() or _NUMBERED.fullmatch(one) for one in left)
