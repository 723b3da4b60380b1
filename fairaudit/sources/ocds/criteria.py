"""Selection and award criteria: OCDS nests them in lots and wrappers, the model has them once, each with its lots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from fairaudit.analysis.conditions import kinds_in, standards_in
from fairaudit.sources.document import Path
from fairaudit.sources.ocds.formulas import formula_of, noted_beside, with_formulas
from fairaudit.sources.ocds.standing import in_place
from fairaudit.sources.ocds.told import NOTHING, Told, build, constant, first, group, groups, listed, plain, text, texts
from fairaudit.sources.ocds.weights import Weight, read_weight, tells_a_share

_WEIGHT_CODES = {
    "percentageExact": "percentage",
    "decimalExact": "fraction",
    "pointsExact": "points",
    "order": "ranking",
}


_BESIDE = frozenset({"id", "relatedLots"})


def lot_name(lot: Told, position: int) -> Told:
    """Return a lot's id; one without is called by its position, lest its criteria seem to hold for all lots."""
    return text(lot, "id") or constant(str(position + 1), lot)


def award_criteria(tender: Told) -> Told:
    """Return every award criterion of the tender, its lots and its groups of lots."""
    beside: dict[Path, list[Told]] = {}
    for one in _everywhere(tender, "awardCriteria", _award_criterion):
        beside.setdefault(one.path[:-1], []).append(one)
    found = with_formulas([one for some in beside.values() for one in _as_ranks(some)], tender)
    lots = [lot_name(lot, position) for position, lot in enumerate(groups(tender, "lots"))]
    return listed(in_place(found, lots))


def _as_ranks(criteria: list[Told]) -> list[Told]:
    """Return criteria that stand together; bare numbers 1, 2, 3 are their order of importance and no weights."""
    weights = [one.get("weight").words for one in criteria]
    ranks = [str(number + 1) for number in range(len(criteria))]
    if len(criteria) < 2 or sorted(weights) != sorted(ranks) or any(one.get("weight_type") for one in criteria):
        return criteria
    return [
        Told({**one.value, "weight_type": constant("ranking", one.get("weight"))}, one.path, one.note)
        for one in criteria
        if isinstance(one.value, dict)
    ]


def award_method(tender: Told) -> Told:
    """Return the code of `awardCriteria`, or else its details; an object holds criteria and no code."""
    code = tender.get("awardCriteria")
    own = noted_beside(text(tender, "awardCriteria") if code.words else NOTHING, tender)
    return first(own, text(tender, "awardCriteriaDetails"))


def selection_criteria(tender: Told) -> Told:
    """Return who may bid, from each of the four places where OCDS and its extensions say so."""
    found = list(_everywhere(tender, "selectionCriteria", _selection_criterion))
    for holder, lots in _holders(tender):
        whole = text(group(holder, "selectionCriteria"), "description")
        found.append(build(whole, text=whole, lots=lots if whole else NOTHING))
    eligibility = text(tender, "eligibilityCriteria")
    found.append(build(eligibility, text=eligibility))
    for criterion in groups(tender, "criteria"):
        if text(criterion, "relatesTo").words in ("", "tenderer"):
            found += _requirements(criterion)
    return listed(kind for one in found if one.path for kind in _by_kind(one))


def _by_kind(condition: Told) -> Iterator[Told]:
    """Yield a condition once for each kind of thing its words ask for; its text stands with the first of them.

    Where they say none that is known the kind stays unknown: it may ask for anything.
    """
    words = condition.get("text")
    kinds = kinds_in(" ".join((condition.get("name").words, words.words)))
    if not kinds or not isinstance(condition.value, dict):
        yield condition
        return
    # A certificate comes first and has the text: beside it may stand that equivalents are accepted.
    own = {name: one for name, one in condition.value.items() if name != "minimum"}
    minimum = condition.get("minimum")
    for kind in kinds:
        own["kind"] = constant(kind, words or condition)
        if kind == "certificate":
            named = listed((constant(one, words) for one in standards_in(words.words)), words)
            yield Told(own | {"standards": named}, condition.path, condition.note)
        else:
            unread = (words or condition.get("name")).unusable(
                f"asks for {kind} only in words; no number is read from a text"
            )
            yield Told(own | {"minimum": minimum or unread}, condition.path, condition.note)
            minimum = NOTHING
        own = {"lots": condition.get("lots")}


def _holders(tender: Told) -> Iterator[tuple[Told, Told]]:
    """Return the tender, its lots and its groups of lots, each with the lots it speaks for."""
    yield tender, NOTHING
    for position, lot in enumerate(groups(tender, "lots")):
        name = lot_name(lot, position)
        yield lot, Told([name], name.path)
    for one in groups(tender, "lotGroups"):
        yield one, texts(one, "relatedLots")


def _everywhere(tender: Told, name: str, read: Callable[[Told, Told], Told]) -> Iterator[Told]:
    """Return the criteria of the tender, its lots and its groups, each with the lots it is for.

    Registers repeat the tender's criteria in every lot, all or some: what is said word for word as there is said once.
    """
    general = _General()
    for holder, lots in _holders(tender):
        if name == "awardCriteria" and holder.get(name).words:
            continue  # a code, see `award_method`
        wrapper = group(holder, name)
        if wrapper.note:
            yield wrapper
        criteria = groups(wrapper, "criteria")
        if holder is tender:
            general = _General(criteria)
        elif general.repeated(criteria, lots):
            continue
        for criterion in criteria:
            # What holds nothing is no criterion of any lot.
            yield read(criterion, _lots_of(criterion, lots) if criterion else NOTHING)


class _General:
    """What the tender's own criteria say, for all lots and for the lots they name, to know it again where it is repeated."""

    def __init__(self, criteria: list[Told] | None = None) -> None:
        self.for_all: Counter[str] = Counter()
        self.for_lot: dict[str, Counter[str]] = {}
        for one in criteria or ():
            named = texts(one, "relatedLots").all
            for kept in [self.for_lot.setdefault(lot.words, Counter()) for lot in named] if named else [self.for_all]:
                kept[_content(one)] += 1

    def repeated(self, criteria: list[Told], lots: Told) -> bool:
        """Whether criteria of some lots are those that the tender has for each of them anyway, or some of those."""
        if not all(criteria) or not criteria:
            return False
        said, none = Counter(_content(one) for one in criteria), Counter[str]()
        return all(
            number <= self.for_all[one] + self.for_lot.get(lot.words, none)[one]
            for lot in lots.all
            for one, number in said.items()
        )


def _content(criterion: Told) -> str:
    """Return what a criterion says; its id and the lots it names beside it aside."""
    return repr({name: plain(criterion.get(name)) for name in sorted(_fields(criterion) - _BESIDE)})


def _fields(criterion: Told) -> set[str]:
    return set(criterion.value) if isinstance(criterion.value, dict) else set()


def _lots_of(criterion: Told, lots: Told) -> Told:
    """Return the lots a criterion is for: those of what it stands in, else those it names itself."""
    own = texts(criterion, "relatedLots")
    if not lots:
        return own
    if not own or {one.words for one in own.all} == {one.words for one in lots.all}:
        return lots
    note = own.unusable("names other lots than those it stands under, so only the latter count").note
    return Told(lots.value, lots.path, note)


def _selection_criterion(at: Told, lots: Told) -> Told:
    return build(
        at,
        id=text(at, "id"),
        name=first(text(at, "name"), text(at, "type")),
        text=text(at, "description"),
        minimum=text(at, "minimum"),
        lots=lots,
    )


def _requirements(criterion: Told) -> Iterator[Told]:
    lots = texts(criterion, "relatedLots")
    yield build(
        criterion,
        id=text(criterion, "id"),
        name=text(criterion, "title"),
        text=text(criterion, "description"),
        lots=lots,
    )
    for one in groups(criterion, "requirementGroups"):
        for requirement in groups(one, "requirements"):
            yield build(
                requirement,
                id=text(requirement, "id"),
                name=text(requirement, "title"),
                text=text(requirement, "description"),
                minimum=first(text(requirement, "minValue"), text(requirement, "expectedValue")),
                lots=lots,
            )


def _award_criterion(at: Told, lots: Told) -> Told:
    words = text(at, "description")
    weight, kind = _weight(at)
    read = read_weight(words.words, text(at, "name").words) if not weight and not weight.note else None
    if read:
        weight = constant(read.number, words)
        kind = _kind(read, words)
        words = NOTHING if read.whole else words
    elif not weight and not weight.note:
        weight = _unread_weight(at)
    return build(
        at,
        id=text(at, "id"),
        name=text(at, "name"),
        type=text(at, "type"),
        text=words,
        weight=weight,
        weight_type=kind,
        minimum_score=_minimum_score(at),
        formula=formula_of(at),
        lots=lots,
    )


def _unread_weight(at: Told) -> Told:
    """Return the note that a text may state a weight and was not read as one: so the weight is not absent."""
    name = text(at, "name")
    said = next((one for one in (text(at, "description"), name) if tells_a_share(one.words, name.words)), NOTHING)
    return said.unusable("may state a weight, but not so that it can be read beyond doubt") if said else NOTHING


def _weight(at: Told) -> tuple[Told, Told]:
    """Return weight and kind of weight, where a field of their own states them."""
    numbers = groups(at, "numbers")
    if misfits := [one for one in numbers if one.misfit]:
        return text(misfits[0], "number"), NOTHING
    stated = [one for one in numbers if text(one, "weight")]
    if not stated:
        plain = text(at, "weight")
        read = read_weight(plain.words, text(at, "name").words)
        return (constant(read.number, plain), _kind(read, plain)) if read else (plain, NOTHING)
    codes = [text(one, "weight").words for one in stated]
    if len(stated) > 1 or codes[0] not in _WEIGHT_CODES:
        # The middle of a range is no weight: middles need not add up to anything.
        return stated[0].unusable(f"states no exact weight: {', '.join(codes)}"), NOTHING
    return text(stated[0], "number"), constant(_WEIGHT_CODES[codes[0]], text(stated[0], "weight"))


def _kind(read: Weight, at: Told) -> Told:
    return constant(read.type, at) if read.type else NOTHING


def _minimum_score(at: Told) -> Told:
    scores = [one for one in groups(at, "numbers") if text(one, "threshold").words == "minimumScore"]
    return text(scores[0], "number") if len(scores) == 1 else NOTHING
