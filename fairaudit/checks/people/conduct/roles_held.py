"""What one person does in a procurement: roles that exclude each other, and how many sit on a panel."""

from collections.abc import Iterator

from fairaudit.checks.base import Found, Hit, Nothing, Unassessed, Verb, check
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.persons.identity import several_people, spoken, whose
from fairaudit.procurement.persons.influence import Official, officials
from fairaudit.procurement.persons.roles import role_named, roles_named
from fairaudit.procurement.wanted import in_list


class Together(Frozen):
    """Who holds roles that do not go together."""

    person: str
    roles: tuple[str, ...]


@check
def roles_together(
    node: Node[object],
    case: Case,
    *,
    together: tuple[str, ...],
    without: tuple[str, ...] = (),
    panel_at_least: int | None = None,
    panel_at_most: int | None = None,
) -> Found[Together]:
    """Flag people who hold all the roles of `together` and none of `without`, for the same lot, on a panel of the given size.

    People recorded twice under one name, who hold the roles between them, are only asked about. Whoever no longer approved
    anything once bids were due does not approve the award.
    """
    seated = officials(case)
    if not seated and not case.holds_all("people"):
        yield Unassessed(node, "nobody with influence on this procurement is named", ("completeness of people",))
    size = _panel_size(case, seated)
    fits = (panel_at_least or 0) <= (size or 0) and (panel_at_most is None or (size or 0) <= panel_at_most)
    for official in seated:
        if official.key in case.once(several_people):
            reason = f"{official.key} stands for more than one person, and which of them holds which role is not given"
            yield Unassessed(official.at, reason, (text_of(official.at.path),))
            continue
        roles = set(official.roles) - ({"approver"} if _approved_before_bids(case, official) else set())
        if set(together) <= roles and not roles & set(without) and _same_lot(official, together):
            if size is None and (panel_at_least is not None or panel_at_most is not None):
                yield Unassessed(node, "who sits on the panel is not given", ("evaluation.panel",))
            elif fits:
                at = official.person.node if official.person else official.at
                named = "possible" if official.by_name & set(together) else None
                yield Hit(at, Together(official.name, together), confidence=named, key=official.key)
        elif roles & set(together) and not set(together) <= roles and _roles_unknown(official):
            absent = in_list(case, "people", official.key)
            field = text_of((*official.person.path, "roles")) if official.person else absent
            yield Unassessed(official.at, f"the other roles of {official.name} are not given", (field,))
    for some in _namesakes(seated) if fits else ():
        yield from _recorded_twice(some, together, without)


def _namesakes(seated: tuple[Official, ...]) -> Iterator[tuple[Official, ...]]:
    """Yield those who stand in the records under several keys and one name."""
    by_name: dict[tuple[str, ...], list[Official]] = {}
    for one in seated:
        if name := spoken(one.name):
            by_name.setdefault(name, []).append(one)
    yield from (tuple(some) for some in by_name.values() if len(some) > 1)


def _recorded_twice(
    some: tuple[Official, ...], together: tuple[str, ...], without: tuple[str, ...]
) -> Iterator[Hit[Together]]:
    """Ask about several records of one name of which only all together hold roles that do not go together."""
    held = {role for one in some for role in one.roles}
    if not set(together) <= held or held & set(without) or any(set(together) <= set(one.roles) for one in some):
        return
    first, *others = some
    called = first.name if all(one.name == first.name for one in others) else " or ".join(one.name for one in some)
    facts = Together(f"{called}, if that is one person under {len(some)} ids,", together)
    at = first.person.node if first.person else first.at
    related = tuple((one.person.node if one.person else one.at, "the same name") for one in others)
    yield Hit(at, facts, related, "possible", first.key)


def _roles_unknown(official: Official) -> bool:
    """Whether somebody may have a role that is not recorded, or is recorded in a word that is not known."""
    own = official.person.roles if official.person else None
    return own is None or any(role_named(one.role or "") is None for one in own)


def _approved_before_bids(case: Case, official: Official) -> bool:
    """Whether somebody's part as an approver had ended before bids were due, by all that is recorded of it."""
    period = case.tender.tender_period
    due = period.end_date.date if period and period.end_date else None
    roles = (official.person.roles if official.person else None) or ()
    ends = [one.end_date for one in roles if "approver" in roles_named(one.role or "")]
    return due is not None and bool(ends) and all(end is not None and end < due for end in ends)


def _panel_size(case: Case, seated: tuple[Official, ...]) -> int | None:
    if case.evaluation.panel is not None:
        return len({whose(case, one) for one in case.evaluation.panel})
    return sum("evaluator" in one.roles for one in seated) if case.holds_all("people") else None


def _same_lot(official: Official, together: tuple[str, ...]) -> bool:
    """Whether roles meet in a lot; a role without lots is for all of them."""
    common: set[str] | None = None
    for role in together:
        own = [
            one.lots
            for one in (official.person.roles if official.person else None) or ()
            if role in roles_named(one.role or "")
        ]
        if own and all(own):
            lots = {lot for lots in own for lot in lots or ()}
            common = lots if common is None else common & lots
    return common is None or bool(common)


class PanelSize(Frozen):
    """How many sit on the panel."""

    size: int
    panel: Verb


def _panels(case: Case, panel: object) -> list[tuple[str, int]]:
    """Return how many judge each lot, or, where no member is for some lots alone, how many there are."""
    seated = {whose(case, one) for one in panel} if isinstance(panel, tuple) else set()
    only = {one: lots for one in officials(case) if (lots := one.lots) is not None}
    own = {whose(case, one.key): lots for one, lots in only.items() if "evaluator" in one.roles}
    named = sorted({lot for key in seated & own.keys() for lot in own[key]})
    if not named:
        return [("", len(seated))]
    # Who judges all lots is the whole panel of those that nobody judges alone.
    every = dict.fromkeys((*named, *(one.id for one in case.lots if one.id)))
    sizes = ((lot, sum(key not in own or lot in own[key] for key in seated)) for lot in every)
    return [(lot, size) for lot, size in sizes if size]


def _of(lot: str) -> Verb:
    return Verb(f"The panel for lot {lot}" if lot else "The panel")


@check
def panel_smaller_than(node: Node[object], case: Case, *, members: int) -> Found[PanelSize]:
    """Flag a panel of fewer than `members` different people: of each lot, where the record says who judges which."""
    for lot, size in _panels(case, node.value):
        if size < members:
            yield Hit(node, PanelSize(size, _of(lot)), key=lot)


@check
def panel_larger_than(node: Node[object], case: Case, *, members: int) -> Found[PanelSize]:
    """Flag a panel of more than `members` different people: of each lot, where the record says who judges which."""
    for lot, size in _panels(case, node.value):
        if size > members:
            yield Hit(node, PanelSize(size, _of(lot)), key=lot)


@check
def panel_stands(node: Node[object], case: Case) -> Found[Nothing]:
    """Flag a panel that judges every tender of the buyer."""
    if node.value is True:
        yield Hit(node, Nothing())
