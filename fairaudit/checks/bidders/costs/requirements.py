"""The requirements of a tender that cost money or days, one by one, each with its cost at the rates of a rule."""

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.analysis.text import find, holds, sentences_saying
from fairaudit.analysis.text.language import ENGLISH, looks_english
from fairaudit.checks.bidders.costs.costs import NOTHING, Cost, Item, Rates
from fairaudit.checks.scoring.criteria.tree import scored_leaves
from fairaudit.checks.texts.corpus import corpus_of
from fairaudit.checks.texts.naming import is_buyer, is_incumbent
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import Money
from fairaudit.procurement.model.criteria import (
    Accounts,
    Certificate,
    Experience,
    Insurance,
    PermissionNeeded,
    PriorContract,
    References,
    Requirement,
)
from fairaudit.procurement.model.node import Part

_AFTER_WINNING = (
    "award|awarded|winner|winning|contract|signature|signing|start|commencement|mobilisation|delivery|preferred",
)  # fmt: skip
_READ = ("selection", "award", "specification", "terms")
_HUNDRED = Decimal(100)
NOT_GIVEN = "not given"


class Words(Frozen):
    """Phrases by which texts ask for samples, for a mobilisation, for a product of the present provider; `unless` silences."""

    samples: tuple[str, ...]
    mobilisations: tuple[str, ...]
    licences: tuple[str, ...]
    unless: tuple[str, ...]


def items_of(case: Case, rates: Rates, words: Words) -> tuple[Item, ...]:
    """Return every requirement that costs something, in the order in which bidders meet them."""
    asked = [one for one in case.tender.selection_criteria or () if _counts(case, one)]
    conditions = (item for one in asked for item in _of_condition(case, one, rates))
    return (
        *conditions, *_permissions(case, rates), *_visits(case, rates), *_questions(case, rates), *_paid(case, rates),
        *_in_words(case, rates, words), *_not_given(case),
    )  # fmt: skip


def currency_of(case: Case) -> str | None:
    """Return the currency in which prices are meant: that of the contract, else of the first lot or amount that says one."""
    terms = case.tender.terms
    paid = (terms.participation_fee, terms.bid_security, terms.performance_bond) if terms else ()
    asked = (one.minimum for one in case.tender.selection_criteria or () if isinstance(one, Insurance))
    amounts = (case.tender.value, *(one.value for one in case.lots), *paid, *asked)
    return next((one.currency for one in amounts if one and one.currency), None)


def _counts(case: Case, one: Requirement) -> bool:
    """Whether a condition must be met before a bidder has won, and has no reason of its own."""
    if one.mandatory is False and not one.disqualifies:
        return False
    if case.justified(one.path) or (one.justification and one.justification.says_why):
        return False
    return not any(when and holds(when, _AFTER_WINNING) for when in (one.evidence_when, one.required_by))


def _of_condition(case: Case, one: Requirement, rates: Rates) -> Iterator[Item]:
    which = " ".join(part for part in (one.id, one.name) if part) or one.text or ""
    names = tuple(name for name in (one.id, one.name) if name)
    made = Item("other conditions", which, one.path, Cost(rates.condition, NOTHING), 1, one.lots or (), names)
    if isinstance(one, References):
        has, why = _work_for_the_buyer(case, one.client)
        each = Cost(rates.reference, NOTHING)
        yield made._replace(what="references", each=each, times=one.minimum or 1, has=has, why=why)
    elif isinstance(one, Certificate) and not one.equivalents:
        # Where equivalents are accepted nothing has to be bought, and showing them is a condition like any other.
        each = Cost(rates.certificate, rates.certificate_price, currency_of(case))
        for standard in one.standards or (which,):
            yield made._replace(what="certificates", which=standard, each=each, names=(*names, standard))
    elif isinstance(one, PermissionNeeded):
        yield _permission(case, made, one.issued_by, rates)
    elif isinstance(one, Accounts):
        # Whoever has no audited accounts must pay an auditor, and nobody knows what.
        yield made._replace(what="accounts", each=Cost(rates.accounts, None if one.audited else NOTHING))
    elif isinstance(one, Insurance):
        yield made._replace(what="insurance", each=_share(one.minimum, rates.cover_rate, rates.condition))
    elif isinstance(one, PriorContract | Experience):
        has, why = _work_for_the_buyer(case, one.client)
        yield made._replace(has=has, why=why)
    else:
        yield made


def _work_for_the_buyer(case: Case, client: str | None) -> tuple[int, str]:
    """Return how much of what is asked the present provider has, its own contract, where work for this buyer is asked."""
    own = client is not None and is_buyer(case, client)
    return (1, "its work today is one of these") if own else (0, "")


def _share(amount: Money | None, rate: Decimal, days: Decimal = NOTHING) -> Cost:
    """Return what a yearly rate in per cent of an amount costs."""
    known = amount.amount if amount else None
    return Cost(days, None if known is None else known * rate / _HUNDRED, amount.currency if amount else None)


def _permission(case: Case, item: Item, issued_by: str | None, rates: Rates) -> Item:
    own = issued_by is not None and is_incumbent(case, issued_by)
    each = Cost(rates.permission, rates.permission_price, currency_of(case))
    return item._replace(what="permissions", each=each, has=int(own), why="it gives this itself" if own else "")


def _permissions(case: Case, rates: Rates) -> Iterator[Item]:
    for one in case.tender.permissions or ():
        late = bool(one.required_by and holds(one.required_by, _AFTER_WINNING))
        reason = case.justified(one.path) or bool(one.justification and one.justification.says_why)
        if one.mandatory is not False and not late and not reason:
            names = tuple(name for name in (one.id, one.text) if name)
            item = Item("permissions", one.id or one.text or "", one.path, Cost(None, None), 1, one.lots or (), names)
            yield _permission(case, item, one.issued_by, rates)


def _visits(case: Case, rates: Rates) -> Iterator[Item]:
    """Return the visit bidders must make once: a tender that lists several dates lets them choose."""
    visit = next((one for one in case.tender.site_visits or () if one.mandatory is True), None)
    if visit is not None:
        each = Cost(rates.visit, rates.visit_price, currency_of(case))
        yield Item("site visits", "", visit.path, each, names=("site visit",))


def _questions(case: Case, rates: Rates) -> Iterator[Item]:
    """Return the questions to answer, one item for those about the same lots."""
    counted: dict[tuple[str, ...], list[Part]] = {}
    for one in scored_leaves(case):
        if not one.is_price:
            counted.setdefault(tuple(one.lots), []).append(one.criterion)
    for lots, found in counted.items():
        yield Item("answers", "", found[0].path, Cost(rates.answer, NOTHING), len(found), lots)


def _paid(case: Case, rates: Rates) -> Iterator[Item]:
    """Return what is paid out to take part, or put down as a guarantee."""
    terms = case.tender.terms
    if terms is None:
        return
    if (fee := terms.participation_fee) is not None:
        yield Item("the fee", "", fee.path, Cost(NOTHING, fee.amount, fee.currency))
    for cover in terms.insurance or ():
        # A term of the contract binds the winner alone, unless it says that the cover is needed before.
        if (cover.evidence_when or cover.required_by) and _counts(case, cover):
            names = tuple(name for name in (cover.id, cover.name) if name)
            each = _share(cover.minimum, rates.cover_rate, rates.condition)
            yield Item("insurance", cover.name or cover.id or "", cover.path, each, 1, cover.lots or (), names)
    for what, amount in (("the bid security", terms.bid_security), ("the bond", terms.performance_bond)):
        if amount is not None:
            yield Item(what, "", amount.path, _share(amount, rates.guarantee_rate))


def _in_words(case: Case, rates: Rates, words: Words) -> Iterator[Item]:
    """Return what no field of a tender holds and its texts ask for: one item a sort, where it is asked first."""
    if not case.once(_reads_english):
        # A lexicon of one language finds nothing in another, which must not read as nothing asked.
        yield Item("what only the texts ask for", "not read, not in English", ("tender",), Cost(None, None))
        return
    currency = currency_of(case)
    wanted = (
        ("samples", words.samples, Cost(rates.sample, rates.sample_price, currency), ""),
        ("mobilisation", words.mobilisations, Cost(rates.mobilisation, rates.mobilisation_price, currency),
         "it does the work today"),
        ("products of the present provider", words.licences, Cost(rates.licence, rates.licence_price, currency),
         "they are its own"),
    )  # fmt: skip
    for what, phrases, each, why in wanted:
        found = tuple(_saying(case, phrases, words.unless))
        if found:
            lots = {lot for one in found for lot in one[1]} if all(one[1] for one in found) else set()
            yield Item(what, found[0][2], found[0][0], each, 1, tuple(sorted(lots)), (), int(bool(why)), why)


def _reads_english(case: Case) -> bool:
    """Whether the texts are in English, as far as is said or can be seen."""
    stated = (case.tender.language or "").strip().lower()
    prose = corpus_of(case).whole
    if stated:
        return stated.replace("_", "-").split("-")[0] == ENGLISH or not prose.words
    return looks_english(prose) is not False


def _saying(
    case: Case, phrases: tuple[str, ...], unless: tuple[str, ...]
) -> Iterator[tuple[tuple[str | int, ...], tuple[str, ...], str]]:
    """Yield the place, the lots and the words of every text that asks for something."""
    for wording, prose in corpus_of(case).saying(phrases, _READ):
        silent = sentences_saying(prose, unless)
        match = next((one for one in find(prose, phrases) if prose.sentence_of(one.start)[0] not in silent), None)
        if match is not None:
            lots = getattr(wording.part, "lots", None) or ()
            yield wording.at.path, tuple(lots), prose.written(match.start, match.end)


def _not_given(case: Case) -> Iterator[Item]:
    """Return the lists that are not given: what stands in them costs something, and nobody knows what."""
    tender = case.tender
    for what, name in (("conditions", "selection_criteria"), ("award criteria", "award_criteria")):
        if getattr(tender, name) is None:
            yield Item(what, NOT_GIVEN, ("tender", name), Cost(None, None))
