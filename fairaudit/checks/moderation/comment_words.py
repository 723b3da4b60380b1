"""Checks of the family `scoring` on what comments say: the name of another bidder, or the opposite of the score."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import product
from types import MappingProxyType

from fairaudit.analysis.denial import NONE, NOT
from fairaudit.analysis.names.placed import is_of_a_named_place
from fairaudit.analysis.text import holds
from fairaudit.analysis.text.scores.judgements import JUDGING, judges
from fairaudit.checks.base import Clause, Found, Hit, Unassessed, check
from fairaudit.checks.moderation.begun_names import begun_name, speaks_of_the_firm
from fairaudit.checks.moderation.cells import scorer_of
from fairaudit.checks.moderation.comments import (
    Comment,
    Name,
    Words,
    comments_of,
    name_at,
    names_by_first_word,
    sentence_texts,
    sentences_of,
    vocabulary,
    words_of,
)
from fairaudit.checks.moderation.named_ids import Named, ids_by_first_word, names_a_bid, of_the_same_lot
from fairaudit.checks.moderation.numbered_bids import CALLED, numbered_in
from fairaudit.checks.moderation.own_circle import OwnCircle, own_circle
from fairaudit.checks.moderation.short_names import (
    compares_with,
    cut_short,
    is_the_bid_of,
    may_speak_of_a_bid,
    of_the_tender,
    short_names,
)
from fairaudit.checks.moderation.written_names import is_called_by_letters, is_written_as_a_name, may_name_a_firm
from fairaudit.checks.scoring.criteria.tree import better_is_lower, called_by_id, question_with
from fairaudit.checks.scoring.evaluation_records import bid_called, bid_named, bid_with, cell_of, maybe
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.model.records import Bid

_BEFORE = 3
"""How many words before a word may deny it: `not at all excellent`. Heuristic."""
_DENIALS = NOT | NONE | {"less", "than", "far", "short", "if", "would", "could", "lacks", "lack", "lacking"}
_QUOTED = 120
_NO_COMMENTS = ("evaluation.individual[].comment", "evaluation.consensus[].reason")


class Elsewhere(Frozen):
    """A comment on one bid in which another bidder is named."""

    who: str
    bid: str
    criterion: str
    named: str
    besides: Clause = Clause("")


@check
def comment_names_another(
    node: Node[Evaluation],
    case: Case,
    *,
    at_least: int = 5,
    common: tuple[str, ...] = (),
    running: tuple[str, ...] = (),
) -> Found[Elsewhere]:
    """Flag a comment on a bid that names another bidder; bids are scored against the criterion, not against each other.

    A longer name is a question too where the words around it do not speak of bids: a partner or a client may be meant.
    A name of one word is only looked for where it has `at_least` letters and is written with a capital, and then it is a
    question; one that is a word in `common` is none where it begins a sentence and a word in small letters follows, such as
    `Central heating`. A name whose words stand in the criterion too, or in the bidder's own name, is left alone, and so is that
    of a subcontractor, an owner or a product of the bidder, and who stands in the bid's own answers; one of these who bids too
    is a small question where the words compare. The first word of a longer name, or a shorter one, is a question where the words
    around it speak of bids, such as `than`, or make it neither a thing nor a place; so is one in small letters before its bid
    (`the birch bid`), one whose second word is cut short, and a short one that is no word, such as `BCW`. Another bid's id,
    such as `B2`, is a question, unless it may be that of a section, a room, a paper or a criterion, and so is a number that it
    goes by (`bidder 2 had`). Who does the work today
    may be named for it, which is a question too and says so, with the sentence in which one of `running` stands. What is named
    only as part of a street or a building, such as `Alder Road`, is no bidder.
    """
    spoken, names = comments_of(case), names_by_first_word(case)
    if not spoken:
        yield Unassessed(node, "no comments on scores are given", _NO_COMMENTS)
        return
    if not names:
        yield Unassessed(node, "who bids is not known", ("bids",))
        return
    ids = case.once(ids_by_first_word)
    firsts, usual = names.keys() | ids.keys() | CALLED, frozenset(common)
    for one in spoken if not firsts.isdisjoint(vocabulary(case)) else ():
        if not firsts.isdisjoint(one.words):
            yield from _named_in(case, one, names, _Usual(at_least, usual, running))
            yield from _ids_in(case, one, ids)


class _Usual(Frozen):
    """How long a name of one word is at least, which words are common, and which speak of the work as it is done today."""

    at_least: int
    common: frozenset[str]
    running: tuple[str, ...]


def _named_in(case: Case, one: Comment, names: dict[str, tuple[Name, ...]], usual: _Usual) -> Found[Elsewhere]:
    score, said = one.score, set[str]()
    bid = bid_with(case, score.bid)
    if bid is None or bid.bidder is None:
        return
    what, own = called_by_id(case, score.criterion), own_circle(case, bid.bidder)
    for name, sure, compared in _names_in(case, one, names, usual, own):
        if name.called in said or bid.bidder in name.parties:
            continue
        if _in_its_own_name(bid.bidder, name, names) or _in_criterion(case, score, name.words):
            continue
        mine = own.holds(name)
        if not compared and (mine or _in_its_answers(bid, name.words)):
            continue
        if not sure and is_of_a_named_place(one.text, name.words):
            continue
        said.add(name.called)
        today = _of_today(one, name, usual.running)
        besides = "; it is of this bid's own as well" if mine else today
        facts = Elsewhere(scorer_of(case, score), bid_called(case, score.bid), what, name.called, Clause(besides))
        key = f"{cell_of(score)}|{name.called}"
        hit = Hit(one.at, facts, confidence=maybe(not sure or bool(today) or mine), key=key)
        yield hit._replace(severity="low") if mine else hit


def _names_in(
    case: Case, one: Comment, names: dict[str, tuple[Name, ...]], usual: _Usual, own: OwnCircle
) -> Iterator[tuple[Name, bool, bool]]:
    """Yield the names of bidders that stand in a comment, whether one may be nothing else, and whether words compare with it."""
    shorter, at = short_names(case), 0
    while at < len(one.words):
        name = name_at(names, one.words, at)
        word = one.words[at]
        if longer := own.longer_at(one.words, at, name):
            # `Birch Transport`, who drives for this bid, is not `Birch`.
            at += longer
            continue
        begun = begun_name(names, one.words, at) if name is None else None
        if begun and speaks_of_the_firm(one, at, begun, usual.common):
            at += len(begun.words)
            yield begun, False, compares_with(one.words, at - len(begun.words), at - 1)
            continue
        at += len(name.words) if name else 1
        if name is not None and len(name.words) > 1:
            # A partner, a reference or a client may be named: that is sure only where the words speak of its bid.
            compared = compares_with(one.words, at - len(name.words), at - 1)
            yield name, compared, compared
        elif word in shorter and word not in usual.common and _is_its_bid(case, one, at - 1):
            yield shorter[word], False, True
        elif name is not None and len(word) >= usual.at_least:
            if is_written_as_a_name(one.text, word, usual.common):
                yield name, False, compares_with(one.words, at - 1, at - 1)
        elif word in shorter and word not in usual.common and is_written_as_a_name(one.text, word, usual.common):
            if may_speak_of_a_bid(one.words, at - 1):
                yield shorter[word], False, True
            elif cut_short(shorter[word], one.words[at : at + 1], usual.common) or is_called_by_letters(
                one.text, word, shorter[word].called
            ):
                yield shorter[word], False, False
            elif name is None and len(word) >= usual.at_least and may_name_a_firm(one.text, word):
                yield shorter[word], False, False


def _is_its_bid(case: Case, one: Comment, at: int) -> bool:
    """Whether a word in a comment calls a bid by its bidder, and not by what is bought."""
    return is_the_bid_of(one.words, at) and one.words[at] not in case.once(of_the_tender)


def _ids_in(case: Case, one: Comment, ids: dict[str, tuple[Named, ...]]) -> Iterator[Hit[Elsewhere]]:
    score = one.score
    own = bid_with(case, score.bid)
    said = set[str | None]()
    for at, word in enumerate(one.words):
        for words, key, bids in ids.get(word, ()):
            meant = of_the_same_lot(bids, own)
            if any(_is_the_same(score, own, other) for other in meant) or meant[0].id in said:
                continue
            if _in_criterion(case, score, words) or not names_a_bid(case, one, at, words, key):
                continue
            said.add(meant[0].id)
            yield _by_id(case, one, meant)
    for other in numbered_in(case, one, own):
        if other.id not in said and not _is_the_same(score, own, other):
            said.add(other.id)
            yield _by_id(case, one, (other,))


def _by_id(case: Case, one: Comment, meant: tuple[Bid, ...]) -> Hit[Elsewhere]:
    """Return the question on a comment that names another bid by its id or its number, which may be that of several."""
    score = one.score
    named = bid_named(case, meant[0]) if len({other.bidder for other in meant}) == 1 else _any_of(case, meant)
    facts = Elsewhere(scorer_of(case, score), bid_called(case, score.bid), called_by_id(case, score.criterion), named)
    return Hit(one.at, facts, confidence=maybe(True), key=f"{cell_of(score)}|{meant[0].id}")


def _is_the_same(score: Score, own: Bid | None, other: Bid) -> bool:
    """Whether a bid is the one that was scored, or its bidder's."""
    bidder = own.bidder if own else None
    return other is own or other.id == score.bid or (bidder is not None and bidder == other.bidder)


def _any_of(case: Case, bids: tuple[Bid, ...]) -> str:
    """Return what the bids are called of which an id may mean any."""
    return " or ".join(bid_named(case, one) for one in bids)


def _in_its_own_name(bidder: str, name: Name, names: dict[str, tuple[Name, ...]]) -> bool:
    """Whether the bidder's own name has all the words of another."""
    own = {word for each in names.values() for one in each if bidder in one.parties for word in one.words}
    return own.issuperset(name.words)


def _of_today(one: Comment, name: Name, running: tuple[str, ...]) -> str:
    """Return in words that a sentence which names a bidder speaks of the work as it is done today, if it does."""
    for sentence in sentence_texts(one.text):
        if _stand_in(words_of(sentence), name.words) and holds(sentence, running):
            said = " ".join(sentence.split())[:_QUOTED]
            return f"; the words may be of the work as it is done today: “{said}”"
    return ""


def _stand_in(words: Words, those: Words) -> bool:
    return any(words[at : at + len(those)] == those for at in range(len(words) - len(those) + 1))


def _in_its_answers(bid: Bid, words: Words) -> bool:
    """Whether a bid itself names in its answers whom a comment on it names."""
    return any(_stand_in(words_of(text), words) for text in (bid.answers or {}).values())


def _in_criterion(case: Case, score: Score, words: Words) -> bool:
    question = question_with(case, score.criterion)
    for one in question.lineage if question else ():
        for text in (one.name, one.text, *(one.scale.descriptors or {} if one.scale else {}).values()):
            if _stand_in(words_of(text or ""), words):
                return True
    return False


class Compares(Frozen):
    """A comment on a bid that compares it with others, and the words in which it does."""

    who: str
    bid: str
    criterion: str
    words: str


@check
def comment_compares_bids(node: Node[Evaluation], case: Case, *, phrases: tuple[str, ...]) -> Found[Compares]:
    """Ask about comments in which one of some phrases stands, such as `than the other bidders`; `a|b` stands for either word."""
    if not comments_of(case):
        yield Unassessed(node, "no comments on scores are given", _NO_COMMENTS)
        return
    wanted = by_first_word(phrases)
    for one in comments_of(case) if not wanted.keys().isdisjoint(vocabulary(case)) else ():
        if wanted.keys().isdisjoint(one.words):
            continue
        found = next(standing_in(one.words, wanted, ()), None)
        if found is not None:
            what = called_by_id(case, one.score.criterion)
            facts = Compares(scorer_of(case, one.score), bid_called(case, one.score.bid), what, found)
            yield Hit(one.at, facts, (), "possible", cell_of(one.score))


class Unfit(Frozen):
    """A comment whose words do not fit its score, and the score on its scale."""

    who: str
    bid: str
    criterion: str
    words: str
    score: Decimal
    maximum: Decimal


@check
def words_fit_scores(
    node: Node[Evaluation],
    case: Case,
    *,
    phrases: tuple[str, ...],
    against: tuple[str, ...],
    below: Decimal | None = None,
    above: Decimal | None = None,
) -> Found[Unfit]:
    """Ask about comments with one of some phrases whose score is at most `below`, or at least `above`, of its scale.

    A comment that also holds words of the other kind (`against`), and a phrase with a denial shortly before it, are left alone;
    so is a word such as `poor` that judges no answer.
    """
    if not comments_of(case):
        yield Unassessed(node, "no comments on scores are given", _NO_COMMENTS)
        return
    wanted, other = by_first_word(phrases), by_first_word(against)
    unscaled: Score | None = None
    for one in comments_of(case) if not wanted.keys().isdisjoint(vocabulary(case)) else ():
        if wanted.keys().isdisjoint(one.words):
            continue
        found = next((phrase for phrase in standing_in(one.words, wanted) if _speaks_of_it(one, phrase)), None)
        if found is None or next(standing_in(one.words, other), None) is not None:
            continue
        share = _share(case, one.score)
        if share is None:
            unscaled = unscaled or one.score
        elif (below is not None and share[0] <= below) or (above is not None and share[0] >= above):
            yield _unfit(case, one, found, share[1])
    if unscaled is not None:
        question = question_with(case, unscaled.criterion)
        name = f"{text_of(question.criterion.path)}.scale" if question else "tender.award_criteria"
        yield Unassessed(unscaled.node, f"{name} is not given", (name,))


def _speaks_of_it(one: Comment, phrase: str) -> bool:
    """Whether a phrase speaks of the answer; a bare judgement such as `poor` may be one of something else."""
    words = tuple(phrase.split())
    return words[-1] not in JUDGING or any(judges(sentence, words) for sentence in sentences_of(one.text))


def _unfit(case: Case, one: Comment, words: str, maximum: Decimal) -> Hit[Unfit]:
    score, what = one.score, called_by_id(case, one.score.criterion)
    given = score.score if score.score is not None else Decimal(0)
    facts = Unfit(scorer_of(case, score), bid_called(case, score.bid), what, words, given, maximum)
    return Hit(one.at, facts, ((score.field("score"), "the score"),), "possible", cell_of(score))


@lru_cache(maxsize=64)
def by_first_word(phrases: tuple[str, ...]) -> Mapping[str, tuple[Words, ...]]:
    """Return the words of phrases by their first word; `than the first|second bid` are two phrases."""
    found: dict[str, list[Words]] = {}
    for one in phrases:
        for choice in product(*(each.split("|") for each in one.split())):
            words = words_of(" ".join(choice))
            found.setdefault(words[0], []).append(words)
    return MappingProxyType({first: tuple(those) for first, those in found.items()})


def standing_in(
    words: Words, phrases: Mapping[str, tuple[Words, ...]], denials: Iterable[str] = _DENIALS
) -> Iterator[str]:
    """Return the phrases that stand in a comment and are not denied shortly before."""
    denied = frozenset(denials)
    for at, word in enumerate(words):
        for one in phrases.get(word, ()):
            if words[at : at + len(one)] == one and denied.isdisjoint(words[max(0, at - _BEFORE) : at]):
                yield " ".join(one)


def _share(case: Case, score: Score) -> tuple[Decimal, Decimal] | None:
    """Return which share of its scale a score is, and the scale's top; `None` where no scale is given."""
    question = question_with(case, score.criterion)
    scale = question.scale if question else None
    if question is None or scale is None or scale.maximum is None or score.score is None:
        return None
    lowest = scale.minimum or Decimal(0)
    share = (score.score - lowest) / (scale.maximum - lowest)
    return 1 - share if better_is_lower(question) else share, scale.maximum
