"""The check of the family `scoring` on comments in the words of another band of the published scale than the score's."""

from decimal import Decimal

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.scores.judgements import judges
from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.moderation.cells import scorer_of
from fairaudit.checks.moderation.comment_words import by_first_word, standing_in
from fairaudit.checks.moderation.comments import Comment, comments_of, sentences_of, vocabulary, words_of
from fairaudit.checks.scoring.criteria.tree import called_by_id, question_with
from fairaudit.checks.scoring.evaluation_records import bid_called, cell_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import Node, text_of

_LONGEST = 4
"""How many words the name of a band has at most: heuristic."""
_HEAD = late_pattern(r"[:;,.(\u2013\u2014]| - ")
_NUMBER = late_pattern(r"\d+(?:\.\d+)?\Z")


class OtherBand(Frozen):
    """A comment in the words of one band of the scale, the score those words stand for, and the score given."""

    who: str
    bid: str
    criterion: str
    words: str
    stands_for: Decimal
    score: Decimal


@check
def comments_fit_their_band(node: Node[Evaluation], case: Case, *, apart: Decimal = Decimal(2)) -> Found[OtherBand]:
    """Ask about comments that name another band of the published scale than the score's, at least `apart` points away.

    A band is named by what stands first in its description, up to four words: `Excellent: …`, `Partly meets`. A comment that
    names several bands, or none, is left alone, and so is one in which the words judge no answer, or name a criterion.
    """
    if not comments_of(case):
        names = ("evaluation.individual[].comment", "evaluation.consensus[].reason")
        yield Unassessed(node, "no comments on scores are given", names)
        return
    keys = dict.fromkeys(one.score.criterion for one in comments_of(case))
    known = {key: _bands_of(case, key) for key in keys}
    bare = next((key for key in keys if not known[key]), None)
    if bare is not None:
        yield _without_bands(node, case, bare)
    said = vocabulary(case)
    phrases = {key: by_first_word(tuple(bands)) for key, bands in known.items()}
    looked_for = {key: firsts for key, firsts in phrases.items() if not firsts.keys().isdisjoint(said)}
    for one in comments_of(case) if looked_for else ():
        key = one.score.criterion
        firsts = looked_for.get(key)
        if firsts is None or one.score.score is None or firsts.keys().isdisjoint(one.words):
            continue
        bands = known[key]
        named = {bands[words]: words for words in standing_in(one.words, firsts)}
        if len(named) == 1 and abs(next(iter(named)) - one.score.score) >= apart:
            ((value, words),) = named.items()
            if not _is_a_judgement(case, one, words):
                continue
            what = called_by_id(case, key)
            facts = OtherBand(
                scorer_of(case, one.score), bid_called(case, one.score.bid), what, words, value, one.score.score
            )
            related = ((one.score.field("score"), "the score"),)
            yield Hit(one.at, facts, related, "possible", cell_of(one.score))


def _is_a_judgement(case: Case, one: Comment, words: str) -> bool:
    """Whether the name of a band judges an answer: it is put as a judgement, and is no word of a criterion's own."""
    phrase = tuple(words.split())
    if not any(judges(sentence, phrase) for sentence in sentences_of(one.text)):
        return False
    question = question_with(case, one.score.criterion)
    own = [words_of(text) for each in question.lineage for text in (each.name, each.text) if text] if question else []
    return not any(said[at : at + len(phrase)] == phrase for said in own for at in range(len(said)))


def _without_bands(node: Node[Evaluation], case: Case, criterion: str | None) -> Unassessed:
    question = question_with(case, criterion)
    name = f"{text_of(question.criterion.path)}.scale.descriptors" if question else "tender.award_criteria"
    if question and question.scale and question.scale.descriptors is not None:
        return Unassessed(node, "no band of the scale has a name in a few words", (f"{name} (in a few words)",))
    return Unassessed(node, f"{name} is not given", (name,))


def _bands_of(case: Case, criterion: str | None) -> dict[str, Decimal]:
    """Return the names of the bands of a criterion's scale with their scores; names that two bands have are left out."""
    question = question_with(case, criterion)
    scale = question.scale if question else None
    found: dict[str, list[Decimal]] = {}
    for score, text in (scale.descriptors or {} if scale else {}).items():
        words = words_of(_HEAD.split(text, maxsplit=1)[0])
        if _NUMBER.match(score.strip()) and 0 < len(words) <= _LONGEST:
            found.setdefault(" ".join(words), []).append(Decimal(score.strip()))
    return {name: scores[0] for name, scores in found.items() if len(scores) == 1}
