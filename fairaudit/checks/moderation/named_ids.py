"""The ids by which comments name other bids: `B3 is better`, `than B2`; not sections, paper or rooms that are called so."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.checks.moderation.comments import Comment, Words, words_of
from fairaudit.checks.scoring.criteria.tree import question_with
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.lot_bids import shared_ids
from fairaudit.procurement.model.records import Bid
from fairaudit.sources.document import Path

_LEADING_TO = frozenset({"bid", "bids", "bidder", "tender", "tenderer", "offer", "submission", "than", "unlike"})
_COMPARED = (
    ("compared", "with"),
    ("compared", "to"),
    ("similar", "to"),
    ("inferior", "to"),
    ("superior", "to"),
    ("ahead", "of"),
    *(("than", one) for one in ("by", "for", "from", "in", "that", "with")),
)
_SECTIONS = frozenset({
    "level", "standard", "section", "form", "certificate", "paper", "german", "english", "french", "licence", "size", "sized",
    "sheet", "sheets", "format", "poster", "posters", "road", "motorway", "class", "grade", "printer",
    "printers", "drawings",
})  # fmt: skip
"""What follows an id where it is no bid's."""
_HEADS = frozenset({
    "section", "page", "annex", "paper", "room", "appendix", "q", "question", "criterion", "criteria", "part", "chapter",
    "paragraph", "para", "clause", "table", "figure", "fig", "form", "schedule", "sheet", "tab", "item", "lot", "level", "grade",
    "class", "zone", "band", "unit", "block", "building", "floor", "bay", "gate", "site", "route", "road", "drawing", "plan",
    "attachment", "exhibit", "document", "doc", "file", "slide", "milestone", "stage", "phase", "task", "step", "line", "point",
    "requirement", "spec", "specification", "volume", "map", "size", "type", "model", "category", "ref", "reference",
    "licence", "certificate", "standard", "german", "english", "french", "code", "row", "column", "cell", "ward", "desk", "risk",
    "quay", "pier", "berth", "dock", "wharf", "terminal", "hall", "track", "platform", "crane", "ship", "tower", "house", "wing",
    "shed", "depot", "tank", "pump", "boiler", "lift", "corridor", "junction", "exit", "channel", "well", "valve", "station",
})  # fmt: skip
"""What an id belongs to that follows. Heuristic."""
_BEFORE_A_BID = frozenset({
    "a", "above", "after", "against", "ahead", "also", "although", "an", "and", "any", "are", "as", "because", "before",
    "behind", "below", "beside", "besides", "better", "between", "beyond", "both", "but", "by", "can", "compare",
    "compared", "compares", "copied", "copies", "could", "did", "do", "does", "either", "equal", "equals", "except",
    "exceeds", "find", "finds", "follows", "for", "found", "from", "had", "has", "have", "here", "if", "is", "it", "just",
    "like", "match", "matched", "matches", "neither", "nor", "not", "of", "once", "only", "or", "outperforms",
    "outscores", "over", "prefer", "preferred", "prefers", "rank", "ranked", "rate", "rated", "resembles", "say", "says",
    "score", "scored", "scores", "scoring", "since", "so", "still", "stronger", "surpasses", "than", "that", "the",
    "then", "think", "thinks", "this", "though", "to", "too", "tops", "trails", "unlike", "until", "versus", "vs", "was",
    "weaker", "were", "what", "when", "where", "whereas", "which", "while", "whilst", "who", "why", "will", "with",
    "without", "worse", "would", "yet", "beat", "beats",
})  # fmt: skip
"""What may lead to the id of a bid in English; another word that does is the thing it belongs to: `buoy B3`. Heuristic."""
_ENGLISH = frozenset({"the", "and", "with"})
"""Words that hardly stand in a text of another language, whose words before an id are not known."""
_PLACING = frozenset(
    {"a", "an", "at", "in", "inside", "into", "on", "onto", "per", "see", "under", "use", "uses", "using", "via"}
)
"""What leads to a place or a thing sooner than to a bid: `printed on A3`. Heuristic."""
_LED = late_pattern(
    r"(?:\b(app|doc|fig|ref|sec|pp?|no|nr)\.|([^\W\d_]+))\s+(?:\w*\d[\w.]*(?:\s*[,&]\s*|\s+(?:and|or|to)\s+))*\Z",
    re.IGNORECASE,
)
_NEAR = 80
"""How far back what leads to an id is looked for: heuristic."""


Named = tuple[Words, str, tuple[Bid, ...]]
"""An id that a comment may name, in words and as it is written, and the bids that it may mean."""


def ids_by_first_word(case: Case) -> dict[str, tuple[Named, ...]]:
    """Return the ids of bids that have a digit in them, with their words, by the first; and those of bidders in capitals.

    An id that bids of several lots share is called by its lot too in the case, and without it in a comment.
    """
    meant: dict[str, dict[Path, Bid]] = {}
    shared = {called: key for key, lots in shared_ids(case.bids).items() for called in lots.values()}
    for one in case.bids:
        bidder = one.bidder if one.bidder and any(map(str.isupper, one.bidder)) else None
        for key in filter(None, (one.id, shared.get(one.id or ""), bidder)):
            meant.setdefault(key, {})[one.path] = one
    found: dict[str, tuple[Named, ...]] = {}
    for key, bids in meant.items():
        words = words_of(key)
        if words and any(map(str.isdigit, "".join(words))) and not "".join(words).isdigit():
            found[words[0]] = (*found.get(words[0], ()), (words, key, tuple(bids.values())))
    return found


def of_the_same_lot(bids: tuple[Bid, ...], own: Bid | None) -> tuple[Bid, ...]:
    """Return which bids an id means beside a bid: the one for its lot; where there is none, any may be meant."""
    same = [one for one in bids if own is not None and one.lot == own.lot]
    return tuple(same[:1]) or bids


def names_a_bid(case: Case, comment: Comment, at: int, words: Words, key: str) -> bool:
    """Whether the words of an id mean a bid where they stand in a comment.

    They do where `bid` or `than` leads to them. Elsewhere they are to be written as in the record, alone and with no word for
    a section, a room, a paper or a level beside them, and to be the id of no criterion and no lot.
    """
    said = comment.words
    # `than B2` may be a level of a language, or a section, and then a word for it follows.
    if said[at : at + len(words)] != words or not _SECTIONS.isdisjoint(said[at + len(words) : at + len(words) + 1]):
        return False
    before = said[max(0, at - 2) : at]
    if before in _COMPARED or not _LEADING_TO.isdisjoint(before[-1:]):
        return True
    if question_with(case, key) is not None or any(one.id == key for one in case.tender.lots or ()):
        return False
    return _stands_by_itself(comment.text, key)


def _stands_by_itself(text: str, key: str) -> bool:
    """Whether an id stands in a text as it is written in the record, and no word for a part or a thing leads to it there.

    In brackets, or in `B3.2`, it is sooner the number of a section.
    """
    alone = rf"(?<![\w(\[./-]){re.escape(key)}(?![\w)\]/-]|\.\d)"
    return any(map(str.isupper, key)) and any(
        not _belongs_to_a_thing(text[: one.start()], text[one.end() :]) for one in re.finditer(alone, text)
    )


def _belongs_to_a_thing(before: str, after: str) -> bool:
    """Whether a word for a part or a thing leads to an id, also over others such as in `sections B2 and B3`, or follows it."""
    led = _LED.search(before[-_NEAR:])
    if led and led[1]:
        return True
    head = led[2].casefold() if led else ""
    forms = {head, head.removesuffix("s"), head.removesuffix("es"), "appendix" if head == "appendices" else head}
    following = words_of(after)[:1] if after[:1].isspace() else ()
    english = not _ENGLISH.isdisjoint(words_of(f"{before} {after}"))
    if (
        english
        and head
        and not (head in _BEFORE_A_BID or head in _LEADING_TO or head in _PLACING or head.endswith("ly"))
    ):
        return True
    return head in _PLACING or not _HEADS.isdisjoint(forms) or not _SECTIONS.isdisjoint(following)
