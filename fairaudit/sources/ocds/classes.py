"""What is bought, by its codes: the main one of the tender and of each lot, and every other one that items name."""

from __future__ import annotations

from fairaudit.frozen import Frozen
from fairaudit.sources.ocds.common import classification
from fairaudit.sources.ocds.told import NOTHING, Told, group, groups, listed, text

Code = tuple[str, str]


class Classes(Frozen):
    """The main classification of a tender or a lot, and the others."""

    main: Told = NOTHING
    others: Told = NOTHING


def classes_of(at: Told) -> dict[str, Classes]:
    """Return the classes of a tender, under "", and of its lots, by their ids; the main one is stated or that of every item."""
    first: dict[str, dict[Code, Told]] = {}
    every: dict[str, dict[Code, Told]] = {}
    for item in groups(at, "items"):
        own = group(item, "classification")
        for name in ("", *(one for one in (text(item, "relatedLot").words,) if one)):
            if own:
                first.setdefault(name, {}).setdefault(_code(own), own)
            for one in (own, *groups(item, "additionalClassifications")):
                if one:
                    every.setdefault(name, {}).setdefault(_code(one), one)
    main = {name: next(iter(codes.values())) for name, codes in first.items() if len(codes) == 1}
    if stated := group(at, "classification"):
        main[""] = stated
    items = at.get("items")
    everywhere: dict[str, dict[Code, Told]] = {"": {}} | every
    found = {name: _classes(main.get(name, NOTHING), codes, items) for name, codes in everywhere.items()}
    if misfits := [item for item in groups(at, "items") if item.misfit]:
        found[""] = found[""]._replace(others=listed((*found[""].others.all, *misfits), items))
    return found


def _classes(main: Told, every: dict[Code, Told], items: Told) -> Classes:
    others = (classification(one) for code, one in every.items() if not main or code != _code(main))
    return Classes(classification(main) if main else NOTHING, listed(others, items) if every else NOTHING)


def _code(one: Told) -> Code:
    return text(one, "scheme").words, text(one, "id").words
