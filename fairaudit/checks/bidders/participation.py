"""Checks of what suppliers must meet to take part: accounts, contracts with one authority, conditions met, how equals fare."""

from collections.abc import Iterator

from fairaudit.analysis.text import binding, find, holds, joined, read_marked, read_prose, sentences_saying
from fairaudit.checks.base import Found, Hit, Pattern, check
from fairaudit.checks.bidders.conditions import clause_called
from fairaudit.checks.bidders.defects.words import fold
from fairaudit.checks.reasons import lacking
from fairaudit.checks.scoring.criteria.tree import questions
from fairaudit.checks.texts.authorities import authorities_named, only_common
from fairaudit.checks.texts.corpus import Wording, absent_places, corpus_of, wordings
from fairaudit.checks.texts.naming import is_buyer, marks_of
from fairaudit.checks.texts.wording import Lexicon, Said, hit_at, read
from fairaudit.frozen import Frozen
from fairaudit.procurement.bidders.rivals import admitted, name_of
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import (
    Accounts,
    AwardCriterion,
    Experience,
    PriorContract,
    References,
    Requirement,
    SelectionCriterion,
)
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.records import Bid, ConditionResult


def _binding(case: Case) -> Iterator[SelectionCriterion]:
    """Yield the conditions that a supplier must meet."""
    for one in case.tender.selection_criteria or ():
        if not (one.mandatory is False and not one.disqualifies):
            yield one


def _said(case: Case, one: Requirement, field: str, words: str, doubt: bool = False) -> Hit[Said]:
    wording = Wording(one.field(field), one, "selection", words, clause_called(one))
    return hit_at(case, wording, words, "possible" if doubt else None)


@check
def audited_accounts(
    node: Node[object], case: Case, *, phrases: tuple[str, ...], unless: tuple[str, ...]
) -> Found[Said]:
    """Flag audited accounts asked of everybody, in fields and in texts; `unless` words in the same condition spare some."""
    told: set[tuple[str | int, ...]] = set()
    for one in _binding(case):
        if isinstance(one, Accounts) and one.audited is not None:
            told.add(one.path)
            whole = "\n\n".join(text for text in (one.name, one.text) if text)
            if one.audited and not holds(whole, unless):
                yield _said(case, one, "audited", "audited accounts")

    def weigh(wording: Wording, sentence: str, confidence: str | None) -> tuple[bool, str | None]:
        """Leave out what a field has told, and what another sentence of the condition takes back."""
        path = wording.part.path if wording.part else wording.at.path
        return path not in told and not holds(wording.whole or wording.text, unless), confidence

    yield from read(case, Lexicon(phrases, (), unless), ("selection",), (), weigh)


@check
def particular_authority(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    unless: tuple[str, ...],
    names: Pattern,
    generic: tuple[str, ...],
    relations: tuple[str, ...],
    named: Pattern,
    common: tuple[str, ...],
) -> Found[Said]:
    """Flag a contract with one authority as a condition: the buyer by field or `phrases`, another by its name as a question.

    A client matches `names` where it is a body of its own; `generic` phrases name a kind of body, as do `common` words alone.
    In a text a name is what `named` finds after one of `relations`.
    """
    told: set[tuple[str | int, ...]] = set()
    for one in _binding(case):
        client = one.client if isinstance(one, References | Experience | PriorContract) else None
        if client is None or holds(client, unless):
            continue
        if is_buyer(case, client):
            told.add(one.path)
            yield _said(case, one, "client", client)
        elif names.find(client) and not holds(client, generic) and not only_common(client, common):
            told.add(one.path)
            yield _said(case, one, "client", client, doubt=True)

    def weigh(wording: Wording, sentence: str, confidence: str | None) -> tuple[bool, str | None]:
        """Leave out what a field has told."""
        return (wording.part.path if wording.part else wording.at.path) not in told, confidence

    for hit in read(case, Lexicon(phrases, (), unless), ("selection",), (), weigh):
        if isinstance(hit, Hit):
            told.add(hit.at.path[:-1])
        yield hit
    for wording in wordings(case, ("selection",)):
        found = authorities_named(wording.text, relations, unless, named, common)
        yield from (one for one in _another_named(case, wording, found) if wording.at.path[:-1] not in told)


def _another_named(case: Case, wording: Wording, names: Iterator[str]) -> Iterator[Hit[Said]]:
    """Yield a question about the first authority that a condition names beside the buyer."""
    if words := next((one for one in names if not is_buyer(case, one)), None):
        yield hit_at(case, wording, words, "possible")


class Unmet(Frozen):
    """A bidder in the contest, and the conditions it does not meet."""

    bidder: str
    conditions: tuple[str, ...]


@check
def admitted_unqualified(node: Node[Bid], case: Case) -> Found[Unmet]:
    """Flag a bid in the contest whose bidder is recorded as not meeting a condition of taking part."""
    bid = node.value
    let_in = admitted(case, bid)
    if let_in is False:
        return
    wanted = case.tender.selection_criteria
    if bid.conditions is None:
        if wanted or wanted is None:
            yield lacking(bid.field("conditions"))
        return
    waived = {one.id for one in wanted or () if one.mandatory is False and not one.disqualifies}
    unmet = [
        one for one in bid.conditions if one.met is False and (one.criterion is None or one.criterion not in waived)
    ]
    if unmet and let_in is None:
        yield lacking(bid.field("status"))
    elif unmet:
        names = tuple(one.criterion or "a condition that is not named" for one in unmet)
        yield Hit(unmet[0].field("met"), Unmet(name_of(case, bid), names), ((bid.node, "the tender"),))
    for one in bid.conditions if not unmet else ():
        if one.met is None:
            yield lacking(one.field("met"))


class Unstated(Frozen):
    """A condition that nobody had stated, and who was judged by it."""

    condition: str
    bidders: tuple[str, ...]


@check
def judged_by_an_unstated_condition(node: Node[object], case: Case) -> Found[Unstated]:
    """Flag conditions by which it is recorded whether bidders may take part, and which the documents do not name."""
    if not case.gives("bids"):
        yield lacking(Node(("bids",), None))
        return
    yield from (lacking(one.field("conditions")) for one in case.bids if one.conditions is None)
    judged = [(bid, one) for bid in case.bids for one in bid.conditions or () if one.criterion]
    stated = case.tender.selection_criteria
    if judged and stated is None:
        yield lacking(Node(("tender", "selection_criteria"), None))
        return
    if judged and (unnamed := next((one for one in stated or () if one.id is None), None)):
        yield lacking(unnamed.field("id"))
        return
    known = {fold(name) for name in _stated(case)}
    found: dict[str, list[tuple[Bid, ConditionResult]]] = {}
    for bid, one in judged:
        if fold(one.criterion) not in known:
            found.setdefault(fold(one.criterion), []).append((bid, one))
    for key, results in found.items():
        first = results[0][1]
        # However it is written in each bid, the words told are the same in whatever order the bids stand.
        words = max(str(one.criterion) for _, one in results)
        facts = Unstated(words, tuple(sorted({name_of(case, bid) for bid, _ in results})))
        related = tuple((one.field("criterion"), "judged by it as well") for _, one in results[1:])
        yield Hit(first.field("criterion"), facts, related, key=key)


def _stated(case: Case) -> Iterator[str]:
    """Yield the ids and names of what bidders were told they must meet; an award criterion may shut out as well."""
    asked = (*(case.tender.selection_criteria or ()), *(one.criterion for one in questions(case)))
    yield from (name for one in asked for name in (one.id, one.name) if name)
    yield from (name for one in case.tender.permissions or () for name in (one.id, one.text) if name)


class Ground(Frozen):
    """Whose tender was disqualified, and by which criterion."""

    bidder: str
    criterion: str


@check
def disqualified_unannounced(node: Node[Bid], case: Case) -> Found[Ground]:
    """Flag a disqualification by a criterion that is published neither as pass or fail nor with a lowest score."""
    bid = node.value
    if bid.rule_ref is None:
        yield lacking(bid.field("rule_ref"))
        return
    if case.tender.award_criteria is None:
        yield lacking(Node(("tender", "award_criteria"), None))
        return
    named = _criterion(case.tender.award_criteria, bid.rule_ref)
    if named is not None and not any(one.treatment == "pass-fail" or one.minimum_score is not None for one in named):
        yield Hit(bid.field("rule_ref"), Ground(name_of(case, bid), bid.rule_ref), ((named[-1].node, "the criterion"),))


def _criterion(items: tuple[AwardCriterion, ...], key: str) -> tuple[AwardCriterion, ...] | None:
    """Return the criterion with an id, after the groups it stands in."""
    for one in items:
        if one.id == key:
            return (one,)
        below = _criterion(one.children or (), key)
        if below is not None:
            return (one, *below)
    return None


@check
def equal_footing_unsaid(
    node: Node[object], case: Case, *, signs: Pattern, attached: tuple[str, ...], promises: tuple[str, ...]
) -> Found[Said]:
    """Ask about products named with an equivalent where nothing says that equals are not put at a disadvantage."""
    yield from absent_places(case.tender, ("specification",))
    marks = marks_of(case)
    for wording, prose in corpus_of(case).saying(attached, ("specification", "award", "selection")):
        named = find(prose, ("@named", "@product"))
        shown = signs.find(binding(wording.text))
        if not named and not shown:
            continue
        if _promised(case, promises):
            return
        words = prose.written(named[0].start, named[0].end) if named else shown or ""
        yield hit_at(case, wording, read_marked(words, marks).text, "possible")
        return


def _promised(case: Case, promises: tuple[str, ...]) -> bool:
    """Whether anything in the documents says how equals are treated."""
    tender = case.tender
    clauses = (*(tender.specification or ()), *((tender.terms.clauses if tender.terms else None) or ()))
    texts = [tender.equivalents_clause, *(one.text for one in clauses)]
    texts += [text for one in tender.selection_criteria or () for text in (one.name, one.text)]
    texts += [text for one in tender.award_criteria or () for text in (one.name, one.text)]
    whole, _ = joined([read_prose(one) for one in texts if one])
    return bool(sentences_saying(whole, promises))
