"""Tables of a case that could not be read: the lists they belong to are not known, whatever else of them is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from fairaudit.procurement.model.evaluation import Evaluation
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.registerlist import OF_THE_CASE
from fairaudit.procurement.model.shape import fields_of
from fairaudit.sources.document import Fault, Path, Unreadable

SCORE_LISTS = ("individual", "consensus")
INDIVIDUAL, CONSENSUS = "evaluation.individual", "evaluation.consensus"
_SCORES = {
    "tables": (INDIVIDUAL, CONSENSUS),
    "individual_tables": (INDIVIDUAL,),
    "consensus_tables": (CONSENSUS,),
}


def unread_table(path: Path, name: str, fault: Fault, words: str) -> Unreadable:
    """Return how a report names a table that could not be read; `path` is where the case names the table."""
    return Unreadable(
        (*path, "file"), name[:200], f"{fault.message}; {words}", fault.file, fault.line or (1 if fault.file else 0)
    )


def unread_lists(root: Procurement, unreadable: Iterable[Unreadable]) -> dict[str, Unreadable]:
    """Return the lists of a case that are not known, each with the first table that kept it so."""
    found: dict[str, Unreadable] = {}
    every = tuple(unreadable)
    for one in every:
        if one.path[:1] not in (("evaluation",), ("registers",)) or one.path[-1:] != ("file",):
            continue
        for name in _lists(root, one.path):
            found.setdefault(name, one)
    for name in ("people", "parties"):
        if name in found and _scores_lean_on(root, name, every):
            found.setdefault(INDIVIDUAL, found[name])
            found.setdefault(CONSENSUS, found[name])
    return found


def _scores_lean_on(root: Procurement, name: str, unreadable: tuple[Unreadable, ...]) -> bool:
    """Whether some scores name people, or bidders, who may stand in a table that could not be read."""
    evaluation = root.evaluation or Evaluation()
    if name == "parties":
        return any(one.path in (("evaluation", "individual"), ("evaluation", "consensus")) for one in unreadable)
    seats = {*(evaluation.panel or ()), *(one.evaluator for one in evaluation.allocation or ())}
    known = seats | {one.id for one in root.people or ()}
    return any(one.evaluator is not None and one.evaluator not in known for one in evaluation.individual or ())


def _lists(root: Procurement, path: Path) -> Iterator[str]:
    if path[0] == "evaluation":
        yield from _SCORES.get(str(path[1]), ())
        return
    index = path[1]
    kind = (root.registers or ())[index].kind if isinstance(index, int) else None
    if kind in OF_THE_CASE:
        yield str(kind)


def unread_in_part(unreadable: Iterable[Unreadable]) -> tuple[Unreadable, ...]:
    """Return what was not read of a list of scores that was read else: rows, columns, sheets, and fields of scores.

    What may belong to either list stands once for each.
    """
    found = (
        one
        for one in unreadable
        if one.path[:1] == ("evaluation",)
        and one.path[1:2]
        and one.path[1] in SCORE_LISTS
        and (one.lost is not None or len(one.path) == 4)
    )
    return tuple(
        each
        for one in found
        for each in (one, *((one._replace(path=("evaluation", one.lost.also)),) if one.lost and one.lost.also else ()))
    )


def withhold(root: Procurement, unreadable: Iterable[Unreadable]) -> dict[str, Unreadable]:
    """Return the lists that are not known, and let nothing follow from them: no `complete` covers them, none of them is empty.

    Scores are taken away altogether: an average or an order of some of them says nothing. People, parties and declarations that
    stand elsewhere stay: what is found in them is a question.
    """
    every = tuple(unreadable)
    unread = unread_lists(root, every)
    lists = set(unread)
    for name in lists:
        holder = root.evaluation if name.startswith("evaluation.") else root
        if holder is not None and (name.startswith("evaluation.") or not getattr(holder, name)):
            holder.__dict__.pop(name.rpartition(".")[2], None)
    # Of a list that was read in part the rest stays, but nobody may say that it is all.
    lists |= {text_of(one.path[:2]) for one in unread_in_part(every)}
    if root.complete:
        root.__dict__["complete"] = tuple(
            dict.fromkeys(one for name in root.complete for one in _known(root, name, lists))
        )
    return unread


def _known(root: Procurement, name: str, lists: set[str]) -> Iterator[str]:
    """Yield what is complete of a section, without lists that are not known."""
    within = [one for one in lists if one.startswith(name + ".")]
    if within:
        evaluation = root.evaluation or Evaluation()
        yield from (
            path
            for one in fields_of(Evaluation)
            if getattr(evaluation, one) is not None and (path := f"{name}.{one}") not in lists
        )
    elif name not in lists:
        yield name
