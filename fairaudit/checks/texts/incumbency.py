"""Checks of the family `incumbency`: what only the present provider can meet or obtain."""

from collections.abc import Iterator

from fairaudit.analysis.text import RELEASED, binding, find, holds, how_asked, read_prose
from fairaudit.checks.base import Found, Hit, Pattern, Slot, Unassessed, check
from fairaudit.checks.bidders.conditions import clause_called
from fairaudit.checks.texts.authorities import authorities_named
from fairaudit.checks.texts.corpus import Wording
from fairaudit.checks.texts.naming import BIDDING, is_buyer, is_incumbent, may_be_incumbent
from fairaudit.checks.texts.wording import Lexicon, Said, hit_at, read
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.criteria import (
    Experience,
    OtherRequirement,
    PermissionNeeded,
    PriorContract,
    References,
    Requirement,
)
from fairaudit.procurement.model.node import Node, text_of

Places = tuple[str, ...]
_ANYBODY = (
    "any|other|another|similar|comparable ... client|customer|authority|body|buyer|organisation|council|employer",
)
_OPEN = ("any", "all", "none", "no", "public or private", "any client")
Paths = set[tuple[str | int, ...]]

# Who only says whom it does not want leaves all others.
_LEFT_OUT = ("other than", "except|excluding|not", "apart from", "any|anybody|anyone but")
_STAFF = ("staff", "team", "personnel", "people", "individual", "employee", "key-personnel", "expert", "experts")


def _said(case: Case, one: Requirement, field: str, doubt: bool = False) -> Hit[Said]:
    """Return a hit at a field of a selection criterion, in its own words."""
    at = one.field(field)
    wording = Wording(at, one, "selection", str(at.value), clause_called(one))
    words = _permission(case, str(at.value)) if field == "issued_by" else str(at.value)
    return hit_at(case, wording, words, "possible" if doubt else None)


def _permission(case: Case, key: str) -> str:
    """Return a permission by whom it comes from, in the name people know and not an id."""
    own = next((one.name for one in case.tender.incumbents or () if one.party == key and one.name), None)
    return f"permission from {own or case.party_name(key)}"


def _read_once(
    case: Case, wide: Lexicon, close: Lexicon, places: Places, also: Places, told: Paths, more: Places = ()
) -> Found[Said]:
    """Read every place for one lexicon, selection criteria and `more` for another; leave out what `told` has told of."""
    yield from _untold(read(case, wide, places, also), told)
    yield from _untold(read(case, close, (), ("selection", *more)), told)


def _untold(found: Found[Said], told: Paths) -> Found[Said]:
    """Leave out what `told` has told of already."""
    for one in found:
        path = one.at.path
        key = path[:-1] if isinstance(one, Hit) and isinstance(path[-1], str) else path
        if key not in told:
            told.add(key)
            yield one


@check
def experience_with_buyer(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    in_selection: tuple[str, ...],
    maybe: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
    doubtful: tuple[str, ...] = (),
    idle: tuple[str, ...] = (),
) -> Found[Said]:
    """Flag experience or references asked for that only work for this buyer gives, in fields and in texts.

    Phrases `in_selection` and `maybe` are looked for in selection and award criteria only.
    """
    told: Paths = set()
    for one in case.tender.selection_criteria or ():
        if not isinstance(one, References | Experience) or one.client is None:
            continue
        if one.mandatory is False and not one.disqualifies:
            continue
        if is_buyer(case, one.client) and not holds(one.client, unless):
            told.add(one.path)
            yield _said(case, one, "client", getattr(one, "of", None) in _STAFF)
    wide = Lexicon(phrases, (), unless, (), doubtful, idle=idle)
    selection = Lexicon(in_selection, maybe, unless, (), doubtful, idle=idle)
    yield from _read_once(case, wide, selection, ("selection", "award", "specification"), (), told, ("award",))


@check
def prior_contract_with_buyer(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    maybe: tuple[str, ...] = (),
    unless: tuple[str, ...] = (),
    maybe_unless: tuple[str, ...] = (),
    idle: tuple[str, ...] = (),
) -> Found[Said]:
    """Flag an earlier or running contract with the buyer or an incumbent as a condition of bidding, in fields and in texts."""
    told: Paths = set()
    for one in case.tender.selection_criteria or ():
        if isinstance(one, PriorContract) and not (one.mandatory is False and not one.disqualifies):
            told.add(one.path)
            if one.client is None and one.text is None:
                yield Unassessed(
                    one.node, "with whom a prior contract is asked for is not given", (f"{text_of(one.path)}.client",)
                )
            elif one.client is None:
                told.discard(one.path)
            elif holds(one.client, unless):
                continue
            elif is_buyer(case, one.client) or is_incumbent(case, one.client):
                yield _said(case, one, "client")
            elif may_be_incumbent(case, one.client):
                yield _said(case, one, "client", True)
    yield from _untold(read(case, Lexicon(phrases, maybe, unless, maybe_unless, idle=idle), ("selection",), ()), told)
    yield from (one for one in _with_nobody_known(case, unless) if one.at.path not in told)


def _with_nobody_known(case: Case, unless: tuple[str, ...]) -> Iterator[Unassessed]:
    """Yield the prior contracts asked for in words alone that do not say with whom."""
    for one in case.tender.selection_criteria or ():
        if not isinstance(one, PriorContract) or one.client or (one.mandatory is False and not one.disqualifies):
            continue
        if not holds(one.text or "", (*unless, *_ANYBODY)) and binding(one.text or "").strip():
            reason = "with whom a prior contract is asked for is not given, nor said in words that are known"
            yield Unassessed(one.node, reason, (f"{text_of(one.path)}.client",))


@check
def permission_needed(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    maybe: tuple[str, ...],
    in_selection: tuple[str, ...],
    unless: tuple[str, ...],
) -> Found[Said]:
    """Flag a letter, consent or permission that the buyer, an incumbent or another bidder must give first.

    Phrases `in_selection` are looked for in what bidders must show only: a contract often needs the buyer's consent.
    """
    told: Paths = set()
    for one in case.tender.selection_criteria or ():
        if isinstance(one, PermissionNeeded) and not (one.mandatory is False and not one.disqualifies):
            if one.issued_by is not None:
                told.add(one.path)
                if is_buyer(case, one.issued_by) or is_incumbent(case, one.issued_by) or _bids(case, one.issued_by):
                    yield _said(case, one, "issued_by")
                elif may_be_incumbent(case, one.issued_by):
                    yield _said(case, one, "issued_by", True)
            elif one.text is None:
                told.add(one.path)
                yield Unassessed(one.node, "who gives the permission is not given", (f"{text_of(one.path)}.issued_by",))
    yield from _permissions_of(case, told)
    wide, selection = Lexicon(phrases, maybe, unless), Lexicon(in_selection, (), unless)
    yield from _read_once(
        case, wide, selection, ("selection", "specification"), ("award", "permissions"), told, ("permissions",)
    )


def _permissions_of(case: Case, told: Paths) -> Found[Said]:
    """Flag the permissions asked for, beside the selection criteria, that the buyer, an incumbent or a bidder issues."""
    for one in case.tender.permissions or ():
        key = one.issued_by
        if key and one.mandatory is not False and (is_buyer(case, key) or is_incumbent(case, key) or _bids(case, key)):
            told.add(one.path)
            wording = Wording(one.field("issued_by"), None, "permissions", key, "the permissions asked for")
            yield hit_at(case, wording, one.text or _permission(case, key), None)


def _bids(case: Case, key: str) -> bool:
    """Whether a party, by id or name, is a bidder."""
    bidders = {one.bidder for one in case.bids}
    for party in case.parties:
        if key in (party.id, party.name, *(party.aliases or ())):
            return party.id in bidders or bool(BIDDING & set(party.roles or ()))
    return False


class Narrowed(Frozen):
    """What the earlier contracts are limited to, and in which criterion."""

    limit: str
    place: str


@check
def references_limited(
    node: Node[object],
    case: Case,
    *,
    to: Slot[object],
    phrases: tuple[str, ...],
    unless: tuple[str, ...] = (),
    speaks_of: tuple[str, ...] = (),
    open_values: tuple[str, ...] = _OPEN,
    wide: Pattern | None = None,
    relations: tuple[str, ...] = (),
    named: Pattern | None = None,
    common: tuple[str, ...] = (),
    at_most: int = 1,
    other_than_buyer: bool = False,
) -> Found[Narrowed]:
    """Flag references that count only in a narrow field: `to` says one value (at most `at_most`), or the text says so.

    A value that `wide` matches limits nothing. With `other_than_buyer`, a limit to the buyer itself is left to the rule
    about it. A condition of no known kind is one about references where its text says one of `speaks_of`. A text may also
    name one body (`named`, not of `common` words alone) after one of `relations`: a question.
    """
    one = node.value
    if not isinstance(one, Requirement) or (one.mandatory is False and not one.disqualifies):
        return
    text = one.text or one.name or ""
    speaks = not isinstance(one, OtherRequirement) or holds(text, speaks_of)
    limit = _limit(to.value, open_values, wide, at_most) if speaks else None
    if limit and not (other_than_buyer and is_buyer(case, limit)) and not holds(limit, unless):
        yield Hit(to, Narrowed(limit, clause_called(one)))
    if to.value is not None:
        return
    at = one.field("text" if one.text else "name")
    if speaks and (words := _first_words(binding(text), phrases, unless)):
        yield Hit(at, Narrowed(words, clause_called(one)))
    elif named and (body := _another(case, authorities_named(text, relations, unless, named, common))):
        yield Hit(at, Narrowed(body, clause_called(one)), confidence="possible")
    elif speaks and not text.strip():
        name = text_of(to.path)
        yield Unassessed(to, f"{name} is not given, nor a text that could say it", (name, f"{text_of(one.path)}.text"))


def _first_words(text: str, phrases: tuple[str, ...], unless: tuple[str, ...]) -> str | None:
    """Return the first words of a text that ask for one of some phrases, `None` where it says one of `unless`."""
    prose = read_prose(text)
    asked = (one for one in find(prose, phrases) if how_asked(prose, one) != RELEASED)
    first = None if find(prose, unless) else next(asked, None)
    return prose.written(first.start, first.end) if first else None


def _another(case: Case, names: Iterator[str]) -> str | None:
    """Return the first words that name somebody other than the buyer."""
    return next((one for one in names if not is_buyer(case, one)), None)


def _limit(value: object, open_values: tuple[str, ...], wide: Pattern | None, at_most: int) -> str | None:
    """Return the limit a field states in words, `None` where it states none."""
    if value is True:
        return "a single contract"
    words = ""
    if isinstance(value, tuple) and len(value) <= at_most:
        words = ", ".join(str(one) for one in value)
    elif isinstance(value, str) and value.strip().lower() not in open_values and not holds(value, _LEFT_OUT):
        words = value.strip()
    return words if words and not (wide and wide.find(words)) else None
