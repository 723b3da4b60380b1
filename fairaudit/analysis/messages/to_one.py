"""Whether a message concerns the one bidder alone that it went to, read clause by clause."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fairaudit.analysis.clauses import clauses
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.messages.cuts import PIECE
from fairaudit.analysis.messages.letters import body_of
from fairaudit.analysis.messages.of_no_use import refuses
from fairaudit.analysis.messages.ordinary import Closing, bars, is_empty, is_within, vocabulary
from fairaudit.analysis.names import words
from fairaudit.frozen import Frozen

_A_SENTENCE = 4
"""Of how many words a piece of a sentence may tell something by itself; a heuristic."""
_GOES_ON = frozenset(
    ("which", "who", "as", "since", "because", "so", "please", "if", "when", "until", "valid", "dated")
)
_RELAXED = late_pattern(r"\b(?:may|can|could|need)(?: not)? be\b")
_JUDGED = late_pattern(
    r"\b(?:high|higher|highest|low|lower|lowest|best|better|weak|weaker|strong|stronger|cheap|cheaper|dear|above|below|"
    r"competitive|improve|leads?|leading|ahead|behind|ranked|favourite)\b"
)
"""How a bid stands, which is no bidder's own matter."""

_THERE = late_pattern(
    r"(?: (?:yes|no|not yet|sorry))?(?: (?:we|it|they|i|your (?:bid|tender|offer|submission|proposal|expression of interest)))?"
    r"(?: (?:have|has|had|did|got|get|is|are|was|were|do|not|been|received|arrived|here|it|them|yet|safely|in time|thanks))*"
)
"""An answer to whether something came."""

Says = Callable[[str], bool]


class OwnMatters(Frozen):
    """What of a text concerns a bidder alone: by phrases, by what stands in its bid, and what does not, whatever else is said."""

    own: Says
    in_a_bid: Says
    advice: Says
    of_substance: Says


def concerns_one_alone(texts: tuple[str, ...], matters: OwnMatters, closing: Closing | None) -> bool:
    """Whether every clause of a message is an everyday note, or a matter of its bidder's own and nothing else.

    What stands in a bid is none where it is told as advice: `in your tender you may assume that 120 staff transfer`.
    """
    said = [_pieces(clause) for text in texts for clause in clauses(body_of(text))]
    said = [pieces for pieces in said if pieces]
    notes = {one: _vocabulary(one, matters, closing) for pieces in said for one in pieces}
    known = frozenset[str]().union(*notes.values())
    return bool(said) and all(_is_own(pieces, matters, notes, known, closing) for pieces in said)


def is_a_note(text: str, closing: Closing | None) -> bool:
    """Whether a text is an everyday note and nothing else."""
    return concerns_one_alone((text,), OwnMatters(_never, _never, _never, _never), closing)


def says_it_is_there(answer: str) -> bool:
    """Whether an answer says only that what was asked for is there or not: `Yes, we have it`."""
    said = words(body_of(answer))
    return bool(said) and _THERE.fullmatch(" " + " ".join(said)) is not None


def _never(_: str) -> bool:
    return False


def _pieces(clause: str) -> tuple[str, ...]:
    return tuple(one for one in PIECE.split(clause) if words(one))


def _vocabulary(piece: str, matters: OwnMatters, closing: Closing | None) -> frozenset[str]:
    if matters.of_substance(piece) and not refuses(piece):
        return frozenset()
    return vocabulary(piece, closing)


def _is_own(
    pieces: tuple[str, ...],
    matters: OwnMatters,
    notes: Mapping[str, frozenset[str]],
    known: frozenset[str],
    closing: Closing | None,
) -> bool:
    """Whether each piece of a clause is a note or an own matter, or goes on with one."""
    own = {one for one in pieces if _is_matter(one, matters)}
    if not own and not any(notes[one] for one in pieces) and all(is_empty(one) for one in pieces):
        return False
    return all(
        notes[one]
        or one in own
        or is_within(one, known, closing)
        or (own and _is_beside(one) and not _tells(one, matters))
        for one in pieces
    )


def _is_matter(piece: str, matters: OwnMatters) -> bool:
    if _tells(piece, matters):
        return False
    return matters.own(piece) or (matters.in_a_bid(piece) and not matters.advice(piece))


def _tells(piece: str, matters: OwnMatters) -> bool:
    said = " ".join(words(piece))
    return (
        bars(piece)
        or matters.of_substance(piece)
        or _RELAXED.search(said) is not None
        or _JUDGED.search(said) is not None
    )


def _is_beside(piece: str) -> bool:
    """Whether a piece between commas is too short to tell anything, or goes on with what stands before it."""
    said = words(piece)
    return (len(said) < _A_SENTENCE and not any(one.isdigit() for one in said)) or said[0] in _GOES_ON
