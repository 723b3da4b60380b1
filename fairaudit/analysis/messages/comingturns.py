"""Turns of speech that say `will` or `not yet` in more words, brought to `will`: `It is intended that a list will be issued`."""

from __future__ import annotations

_INTENDED = frozenset({"intended", "expected", "anticipated", "hoped", "planned", "proposed"})
_AIM = frozenset({"intention", "aim", "plan", "hope", "expectation"})
_ABOUT_TO = frozenset({"due", "likely", "expected", "going", "set", "scheduled", "intended", "planned", "hoped"})
_NOW = (("at", "this", "time"), ("at", "this", "stage"), ("at", "present"), ("at", "the", "moment"), ("yet",))
_DENIED = (
    (("do", "not", "have"), ("will", "have")), (("are", "not", "able", "to"), ("will",)),
    (("is", "not", "able", "to"), ("will",)),
    (("are", "unable", "to"), ("will",)), (("is", "unable", "to"), ("will",)), (("cannot",), ("will",)),
    (("have", "not", "been"), ("will", "be")), (("has", "not", "been"), ("will", "be")), (("are", "not"), ("will", "be")),
    (("is", "not"), ("will", "be")), (("have", "not"), ("will",)),
)  # fmt: skip
"""What is said of now, and will be otherwise."""
_OF_WHAT = frozenset(
    {"will", "is", "are", "do", "does", "would", "can", "must", "should", "shall", "else", "gets", "provides"}
)


def turned(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return a sentence with `will` for what is intended, due, or not there yet."""
    if said[:2] == ("it", "is") and said[2:3] != () and said[2] in _INTENDED and said[3:4] == ("that",):
        said = said[4:]
    if said[:1] in (("our",), ("the",)) and said[1:2] != () and said[1] in _AIM and said[2:4] == ("is", "to"):
        said = ("we", "will", *said[4:])
    for at, one in enumerate(said[:-2]):
        if one in ("is", "are") and said[at + 1] in _ABOUT_TO and said[at + 2] == "to":
            said = (*said[:at], "will", *said[at + 3 :])
            break
    return _otherwise(said)


def _otherwise(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return `We do not have the list yet` as `We will have the list`."""
    for now in _NOW:
        at = next((at for at in range(len(said)) if said[at : at + len(now)] == now), None)
        if at is None:
            continue
        rest = (*said[:at], *said[at + len(now) :])
        for by, will in _DENIED:
            for start in range(len(rest)):
                if rest[start : start + len(by)] == by:
                    return (*rest[:start], *will, *rest[start + len(by) :])
    return said


def asks_what(asked: tuple[str, ...]) -> bool:
    """Whether a question is what there is at all: `What will be given?`, and not `What vans`."""
    return any(
        one in ("what", "who") and not _OF_WHAT.isdisjoint(asked[at + 1 : at + 2]) for at, one in enumerate(asked)
    )
