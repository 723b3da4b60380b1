"""Checks of the family `record` on what one record says of another: reasons for places there are none of, ids given twice."""

from collections.abc import Iterator
from decimal import Decimal

from fairaudit.analysis.names import words
from fairaudit.checks.base import Found, Hit, check
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.common import EVERYBODY
from fairaudit.procurement.model.node import Node, Part
from fairaudit.procurement.model.records import Bid, Enquiry
from fairaudit.procurement.model.scalars import When
from fairaudit.procurement.model.shape import fields_of
from fairaudit.procurement.model.tender import Amendment, Clause, DocumentVersion, Tender
from fairaudit.procurement.written_paths import is_a_place


class Named(Frozen):
    """The place a reason is recorded for, as it is written."""

    place: str


@check
def reason_for_something(node: Node[Tender], case: Case) -> Found[Named]:
    """Flag a recorded reason whose `of` is not given or names no place in the case, so that it is a reason for nothing."""
    for one in node.value.justifications or ():
        if not one.of:
            yield Hit(one.node, Named("nothing that is named"))
        elif not is_a_place(case, one.of):
            yield Hit(one.field("of"), Named(f"`{one.of[:120]}`, which is no path to anything in this case"))


_PLAIN = frozenset({str, bool, int, Decimal, When})
_APART = ("lot", "lots", "round")


class Twice(Frozen):
    """An id that an earlier item of the same list has."""

    id: str


@check
def ids_once(node: Node[Tender], case: Case) -> Found[Twice]:
    """Flag an item of a list whose id an earlier item of the same list has, so that what names it may mean either.

    Items for other lots or rounds may share an id, and so do versions of a document and clauses of several documents.
    """
    for items in _lists(case.procurement):
        ids = [key for one in items if (key := getattr(one, "id", None)) is not None]
        if len(set(ids)) < len(ids):
            yield from _repeated(items)


def _repeated(items: tuple[Part, ...]) -> Found[Twice]:
    first: dict[object, Part] = {}
    for one in items:
        key = getattr(one, "id", None)
        if not isinstance(key, str) or isinstance(one, Clause | DocumentVersion):
            continue
        earlier = first.setdefault((key, *(getattr(one, name, None) for name in _apart(one))), one)
        if earlier is not one and not _row_of(earlier, one):
            yield Hit(one.field("id"), Twice(key), ((earlier.field("id"), "the first"),), key=key)


def _apart(one: Part) -> tuple[str, ...]:
    """Return the fields that keep two things of one id apart.

    Bids of several lots are called by their lots when a case is read, so that those of one id still are some that a record names
    without a lot.
    """
    return ("round",) if isinstance(one, Bid) and one.round is None else _APART


def _row_of(earlier: Part, one: Part) -> bool:
    """Whether two records are rows of one answer or change, each of which says whom it went to.

    An answer that is another for each recipient, if only by its greeting, is still one of one question: whether it says
    another thing is for the rule that compares answers.
    """
    if (
        not isinstance(one, Enquiry | Amendment)
        or one.recipients is None
        or (first := getattr(earlier, "recipients", None)) is None
    ):
        return False
    apart = (
        isinstance(one, Enquiry)
        and set(first).isdisjoint(one.recipients)
        and not {*first, *one.recipients} & {EVERYBODY}
    )
    said = ("question", *(() if apart else ("answer",)), "text", "changes", "from_", "to")
    both = [(_said(earlier, name), _said(one, name)) for name in said]
    return all(first == second or first is None or second is None for first, second in both)


def _said(one: Part, name: str) -> object:
    """Return what a record says in a field: a text by its words, which every system that sends it sets in its own signs."""
    value = getattr(one, name, None)
    return words(value) if isinstance(value, str) else value


def _lists(part: Part) -> Iterator[tuple[Part, ...]]:
    """Yield every list of groups of fields in a part, however deep."""
    waiting = [part]
    while waiting:
        for value in vars(waiting.pop()).values():
            # Nearly everything is a text or a number.
            if type(value) in _PLAIN:
                continue
            if isinstance(value, Part):
                if _holds_parts(type(value)):
                    waiting.append(value)
            elif isinstance(value, tuple) and value and isinstance(value[0], Part):
                yield value
                holding = [kind for kind in set(map(type, value)) if _holds_parts(kind)]
                if holding:
                    waiting += [one for one in value if type(one) in holding]


_HOLDING: dict[type[Part], bool] = {}


def _holds_parts(part: type[Part]) -> bool:
    """Whether something of a class can hold groups of fields: most things, such as scores, are only looked at as a list."""
    known = _HOLDING.get(part)
    if known is None:
        shapes = fields_of(part).values()
        known = any(one.kind == "part" or (one.of is not None and one.of.kind == "part") for one in shapes)
        _HOLDING[part] = known
    return known
