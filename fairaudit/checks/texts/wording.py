"""The check that reads the texts of a tender for phrases.

In phrases `@buyer` stands for the buyer's name or words such as "this Board", `@incumbent` for a name of an incumbent,
`@provider` for words such as "the current provider", `@product` for a product of an incumbent, `@named` for one of any
other party and `@competitor` for a bidder by name. What a firm may be called for short only asks a person to look, and so
does `@here`, what the buyer is called for short: it may be where the buyer is. A sentence that describes how things are
obliges nobody.
"""

from collections.abc import Callable, Iterator

from fairaudit.analysis.text import (
    RELEASED,
    UNCLEAR,
    Marks,
    Match,
    Prose,
    find,
    holds,
    how_asked,
    is_unsure,
    read_marked,
    sentences_saying,
)
from fairaudit.checks.base import Found, Hit, check
from fairaudit.checks.texts.corpus import EVERYWHERE, Wording, absent_places, corpus_of
from fairaudit.checks.texts.naming import OBLIGES, marks_of, unknown_names
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node

DESCRIBES = (
    "currently", "at present", "presently", "for information", "by way of background", "until now", "to date",
    "@provider", "current|existing|present|legacy system*|service*|provider|supplier|contract*|environment|platform|software",
    "is|are|was|were provided|delivered|operated|run|supplied|managed|held by", "has|have been", "in use",
    "was|were appointed|commissioned|engaged|awarded|bought|purchased|introduced|installed",
)  # fmt: skip

_DEMANDS = frozenset({"must", "shall", "should", "required", "need", "needs", "only", "mandatory", "essential"})
_BEFORE = 4


class Said(Frozen):
    """Words that were found, in which place, and the weight of the award criterion they stand in; a clause has none."""

    words: str
    place: str
    weight: str | None


class Lexicon(Frozen):
    """What is looked for, and the words beside it that make it doubtful or harmless."""

    phrases: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    maybe_unless: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    """What says that nothing hangs on it, such as `get no advantage`; beside a demand it says so in vain."""


Weigh = Callable[[Wording, str, str | None], tuple[bool, str | None]]
"""Takes a text, the sentence and the confidence so far; says whether it counts, and with which confidence."""


def keep(wording: Wording, sentence: str, confidence: str | None) -> tuple[bool, str | None]:
    """Weigh nothing: whatever was found counts."""
    return True, confidence


def read(
    case: Case, lexicon: Lexicon, places: tuple[str, ...], also: tuple[str, ...], weigh: Weigh = keep
) -> Found[Said]:
    """Return what the texts of a tender say of a lexicon, at most once for each clause or criterion."""
    yield from absent_places(case.tender, places)
    asked = (*lexicon.phrases, *lexicon.maybe) if lexicon.maybe else lexicon.phrases
    yield from unknown_names(case, asked)
    best: dict[object, Hit[Said]] = {}
    for wording, prose in corpus_of(case).saying(asked, (*places, *also)):
        hit = first_said(case, wording, prose, lexicon, weigh)
        key = wording.part.path if wording.part else wording.at.path
        if hit and (key not in best or (best[key].confidence and not hit.confidence)):
            best[key] = hit
    yield from best.values()


def first_said(case: Case, wording: Wording, prose: Prose, lexicon: Lexicon, weigh: Weigh) -> Hit[Said] | None:
    """Return the surest thing a text says of a lexicon."""
    marks = marks_of(case)
    seen: set[tuple[int, str | None]] = set()
    doubtful: Hit[Said] | None = None
    for match, confidence in _counted(wording, prose, lexicon, marks):
        first, after = prose.sentence_of(match.start)
        if (first, confidence) in seen:
            continue
        seen.add((first, confidence))
        counts, weighed = weigh(wording, prose.written(first, after), confidence)
        if counts and not (weighed and doubtful):
            hit = hit_at(case, wording, prose.written(match.start, _after_the_number(prose, match.end)), weighed)
            if hit.confidence is None:
                return hit
            doubtful = doubtful or hit
    return doubtful


def _after_the_number(prose: Prose, end: int) -> int:
    """Return the end of words that would cut a number in two: `£30,000` is two words, and “a deposit of £30” misleads."""
    words, spans = prose.words, prose.spans
    while end < len(words) and words[end - 1].isdigit() and words[end][:1].isdigit():
        if prose.text[spans[end - 1][1] : spans[end][0]] not in (",", "."):
            break
        end += 1
    return end


def _counted(wording: Wording, prose: Prose, lexicon: Lexicon, marks: Marks) -> Iterator[tuple[Match, str | None]]:
    """Return what is found and not made harmless by its own sentence, the sure phrases first."""
    sure, unsure = find(prose, lexicon.phrases), find(prose, lexicon.maybe)
    if not sure and not unsure:
        return
    barred = sentences_saying(prose, lexicon.unless)
    barred_too = sentences_saying(prose, lexicon.maybe_unless)
    idle = sentences_saying(prose, lexicon.idle)
    dims = sentences_saying(prose, lexicon.doubtful)
    obliges = sentences_saying(prose, OBLIGES)
    describes = sentences_saying(prose, DESCRIBES) if wording.is_clause else frozenset()
    quiet = bool(lexicon.quiet and wording.heading and holds(wording.heading, lexicon.quiet))
    title = wording.whole != wording.text and bool(find(read_marked(wording.whole, marks), lexicon.unless))
    for match in (*sure, *unsure):
        at, stands = prose.sentence_of(match.start)[0], how_asked(prose, match)
        possible = len(lexicon.phrases) == 0 or match.phrase not in lexicon.phrases
        harmless = (
            at in barred or (at in idle and not _demanded(prose, match)) or (title and wording.at.path[-1] == "name")
        )
        if stands == RELEASED or harmless or (possible and (quiet or at in barred_too)):
            continue
        bare = match.phrase.startswith("@")
        if at not in obliges and ((at in describes and bare) or (possible and wording.binds is None)):
            continue
        tells = at not in obliges and (wording.binds is None or at in describes)
        unclear = stands == UNCLEAR or possible or at in dims or tells or is_unsure(prose, match)
        yield match, "possible" if unclear else None


def _demanded(prose: Prose, match: Match) -> bool:
    """Whether the words before a phrase in its sentence demand it: `must hold`, `are required to have`."""
    first = max(prose.sentence_of(match.start)[0], match.start - _BEFORE)
    return not _DEMANDS.isdisjoint(prose.words[first : match.start + 1])


def hit_at(case: Case, wording: Wording, words: str, confidence: str | None) -> Hit[Said]:
    """Return a hit at a text, or at its clause or criterion where a reason is recorded for that."""
    part = wording.part
    at = part.node if part is not None and case.justified(part.path) else wording.at
    return Hit(at, Said(words, wording.called, wording.weight or None), confidence=confidence)


@check
def says(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    maybe: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
    maybe_unless: tuple[str, ...] = (),
    doubtful: tuple[str, ...] = (),
    quiet: tuple[str, ...] = (),
    tempered_by: tuple[str, ...] = (),
    tempered_not_by: tuple[str, ...] = (),
    places: tuple[str, ...] = ("selection", "award", "specification"),
    also: tuple[str, ...] = (),
) -> Found[Said]:
    """Flag texts that bind bidders and say one of `phrases`; `maybe` and `doubtful` words only ask a person to look.

    A sentence that also holds one of `unless` is silent; `maybe` words are also silent beside one of `maybe_unless` and
    under a heading with one of `quiet`. All are silent where a text says one of `tempered_by`, in words of which none are part of
    one of `tempered_not_by`. `places` are lists that must be given, `also` are read where they are.
    """
    if tempered_by and corpus_of(case).affirms(tempered_by, tempered_not_by, EVERYWHERE):
        yield from absent_places(case.tender, places)
        return
    yield from read(case, Lexicon(phrases, maybe, unless, maybe_unless, doubtful, quiet), places, also)
