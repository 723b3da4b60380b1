"""What facts are called in reports for people. Within a rule's message a name is short; alone it has to say what it names."""

from __future__ import annotations

import re

from fairaudit.engine.report import Fact

LABELS = {
    "access": "what they had done by then",
    "actions": "measures that were agreed",
    "after": "after what",
    "applied": "weight that was applied",
    "asked": "how many were asked",
    "at": "when",
    "available": "when everybody could read it",
    "basis": "worked out from",
    "because": "reason",
    "before": "before what",
    "begun": "counted from what",
    "best": "who had the longest time",
    "best_deadline": "latest deadline",
    "by": "by how much",
    "by_totals": "order by the totals",
    "came": "when it came",
    "cells": "scores that are not recorded",
    "channel": "by which way",
    "circle": "the circle, step by step",
    "closes": "last day for questions",
    "codes": "codes that are not marked",
    "conditions": "conditions that are not met",
    "date": "when",
    "dated": "when it is dated",
    "day": "when it was done",
    "day_parts": "where the days go",
    "decisions": "what was decided, bid by bid",
    "declared": "when they declared",
    "described": "how many scores are described",
    "documents": "when the documents were there",
    "drafter": "who helped to write the tender",
    "due": "when it was due",
    "earliest": "earliest deadline that is allowed",
    "event": "counted from",
    "examples": "for example",
    "expected": "what they should add up to",
    "falls": "when that is",
    "fault": "what breaks it",
    "first": "first of the two",
    "gap": "what was never filled in",
    "given_to": "who was given it",
    "heard": "when they were heard",
    "highest": "highest score of a member",
    "how": "how importance is stated",
    "incumbent_days": "days for the present provider",
    "invited": "how many were invited",
    "item": "which one",
    "kind": "kind of data",
    "known": "when it could be known who bids",
    "lacking": "what is not there",
    "last": "last day",
    "latest": "last day for it",
    "leads_to": "process that the facts lead to",
    "least": "the least that is allowed",
    "left": "what is left",
    "left_out": "who was not",
    "longest": "who was given the longest time",
    "lost": "time that was lost",
    "lowest": "lowest score of a member",
    "match": "what they have in common",
    "maximum": "highest score there is",
    "members": "what its members gave",
    "method": "procurement method",
    "money": "cost in money",
    "money_parts": "where the money goes",
    "most": "the most that is allowed",
    "moved": "when the deadline was moved",
    "next": "next best row",
    "number": "how many",
    "of": "amount it is about",
    "opened": "when bids were opened",
    "other": "when that was",
    "others": "the others",
    "otherwise": "days without that row",
    "part": "which part",
    "passed": "deadline that had passed",
    "percent": "per cent",
    "place": "where it stands",
    "planned": "when the early notice was published",
    "published": "when it was published",
    "ranked": "order as recorded",
    "ratio": "how many times as much",
    "received": "when it came in",
    "recipients": "who was given it",
    "recomputed": "as worked out again",
    "recorded": "as recorded",
    "refused": "who was turned away",
    "reviewed": "when it was last looked at",
    "route": "process that is followed",
    "row": "row of the table",
    "second": "second of the two",
    "share": "share in per cent",
    "shared": "what they have in common",
    "signed": "when the contract was signed",
    "since": "since when",
    "single": "the single scores",
    "size": "how many sit on it",
    "stake": "what they had declared",
    "standing": "what the party is here",
    "state": "what is recorded of it",
    "stated": "end that is stated",
    "status": "what became of it",
    "step": "what was done",
    "steps": "how many steps the circle has",
    "sum": "what they add up to",
    "than": "what it has to follow",
    "then": "what became of it",
    "times": "how often",
    "to": "compared with",
    "told": "score that was told",
    "topic": "what it was about",
    "until": "until when",
    "values": "values that differ",
    "wait": "how long after",
    "what": "where it should stand",
    "which": "what was changed",
    "whose": "of what",
    "why": "reason",
    "words": "in the words of the text",
    "worst": "who had the shortest time",
    "worst_deadline": "earliest deadline",
}
"""What a fact is called where its own name does not say it; every other fact is called by its name."""

_BY_KIND = {
    "after": {"duration": "how long after", "number": "value afterwards"},
    "before": {
        "duration": "how long before",
        "number": "value before",
        "list": "what stands before it",
        "day": "the time before",
    },
    "by": {"text": "by whom"},
    "first": {"day": "first day"},
    "members": {"number": "how many members it has"},
    "published": {"number": "weight that was published"},
}
"""What a fact is called whose name means one thing of a day and another of a number."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?\Z", re.ASCII)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z", re.ASCII)


def fact_name(name: str, value: Fact) -> str:
    """Return what a fact is called: a name that only makes sense within a rule's message is one that stands alone."""
    return _BY_KIND.get(name, {}).get(_kind(value)) or LABELS.get(name, name.replace("_", " "))


def _kind(value: Fact) -> str:
    if isinstance(value, dict):
        return "duration" if value.keys() == {"count", "unit"} else "number" if "amount" in value else "group"
    if isinstance(value, list):
        return "list"
    if isinstance(value, str):
        return "day" if _DAY.match(value) else "number" if _NUMBER.match(value) else "text"
    return "number"
