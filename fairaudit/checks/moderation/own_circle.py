"""Whom a bid itself brings: the subcontractors, owners and products of its bidder, whom a comment on it may well name."""

from __future__ import annotations

from collections.abc import Iterator

from fairaudit.analysis.names import organisation_name
from fairaudit.checks.moderation.comments import Name, Words, name_at
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.parties import Party


class OwnCircle(Frozen):
    """Who belongs to a bid, by id, and all that these and its products are called, by the first word, the longest first."""

    parties: frozenset[str]
    names: dict[str, tuple[Name, ...]]

    def holds(self, name: Name) -> bool:
        """Whether a bidder of that name is of the circle as well, or a product is called the same."""
        return not name.parties.isdisjoint(self.parties) or any(
            one.words == name.words for one in self.names.get(name.words[0], ())
        )

    def longer_at(self, words: Words, at: int, name: Name | None) -> int:
        """Return how many words name one of the circle, where they are more than those of a rival's name; 0 else."""
        own = name_at(self.names, words, at) if self.names else None
        return len(own.words) if own is not None and len(own.words) > (len(name.words) if name else 1) else 0


def own_circle(case: Case, bidder: str) -> OwnCircle:
    """Return whom the bid of a bidder brings; its members bring theirs."""
    return case.once(_Circles)[bidder]


class _Circles(dict[str, OwnCircle]):
    """The circle of each bidder, found when it is first asked for."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self._case = case

    def __missing__(self, bidder: str) -> OwnCircle:
        """Follow a bidder, its members and their owners, and take their subcontractors and products."""
        case, own, todo = self._case, dict[str, Party](), [bidder]
        beside, called = dict[str, None](), dict[str, None]()
        while todo:
            party = case.party(key := todo.pop())
            if party is None or key in own:
                continue
            own[key] = party
            owners = [one for one in party.owners or () if one.party or one.name]
            todo += [*(party.members or ()), *(one.party for one in owners if one.party)]
            called |= dict.fromkeys([*(one.name for one in owners if one.name), *(party.products or ())])
            beside |= dict.fromkeys([*(party.subcontractors or ()), *(one.party for one in owners if one.party)])
        for key in beside:
            called |= dict.fromkeys(_called(case, key))
        found = self[bidder] = OwnCircle(frozenset(beside), _by_first_word(called))
        return found


def _called(case: Case, key: str) -> Iterator[str]:
    party = case.party(key)
    yield from (one for one in (party.name, *(party.aliases or ())) if one) if party else (key,)


def _by_first_word(called: dict[str, None]) -> dict[str, tuple[Name, ...]]:
    found: dict[str, list[Name]] = {}
    for one in called:
        if core := organisation_name(one).core:
            found.setdefault(core[0], []).append(Name(core, one, frozenset()))
    return {first: tuple(sorted(names, key=lambda one: -len(one.words))) for first, names in found.items()}
