"""Who stands above the parties of a case: the holders of the organisations that hold one of them, a few steps up.

A register is never held. Where its records name an organisation that controls a party, it is read once more for who holds that
organisation, and so on, at most `STEPS` times; an organisation is asked about once, so that circles end. Kept is only what
lies on a way between two parties, or from a party to somebody of the case.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from fairaudit.analysis.names.described import Described
from fairaudit.frozen import Frozen
from fairaudit.procurement.registers.eitherkind import Forms, firm_of, form_of, may_be, settled
from fairaudit.procurement.registers.holders import holder_of
from fairaudit.procurement.registers.keeping import Entry, Kept, organisation_id
from fairaudit.procurement.registers.matches import Known, OpenEnd, RegisteredTie, share_of

STEPS = 12
"""How many organisations one above the other are asked about, each by another reading; a heuristic, and few groups have so many.

Every floor is asked about only where one below it controls a party or whoever does."""
MOST_ABOVE = 500
"""Organisations outside the case that are asked about."""
_HALF = 50


class Outside:
    """Finds organisations outside the case by what records of one organisation share."""

    def __init__(self, wanted: Collection[str], register: int, named: dict[str, set[str]] | None = None) -> None:
        """Begin with those that are wanted; `named` takes those that records have by name, under a number of their own.

        Of each it takes the legal forms.
        """
        self.wanted, self.register = wanted, register
        self.named = dict[str, set[str]]() if named is None else named

    def found(self, record: Described) -> tuple[Known, ...]:
        """Return the organisation a record is about, if it is asked about."""
        if record.kind != "organisation":
            return ()
        key = organisation_id(record, self.register)
        if (
            record.identifiers
            and (named := organisation_id(record._replace(identifiers=()), self.register)) in self.wanted
        ):
            self.named.setdefault(named, set()).add(form_of(record.names[0]))
        return (Known(key, "party", "", "certain", (), True),) if key in self.wanted else ()

    once = found

    def worth_a_look(self, records: Sequence[Described]) -> Iterable[int]:
        """Return the places of all: whether one is asked about is told by its number as fast as by anything else."""
        return range(len(records))


class Step(Frozen):
    """A record of who holds something in an organisation or a party: the nodes of both."""

    below: str
    above: str
    register: int
    entry: Entry


def look_above(every: list[Kept], again: Callable[[Kept, Collection[str]], Kept]) -> list[Step]:
    """Read the registers again for who holds the organisations above the parties; return every record of the ways upwards.

    Organisations of which no record says who holds them, or that were too many or too far up to be asked about, are added to what
    is `open` at the register that names them.
    """
    firms = dict[str, set[str]]()
    steps = [step for kept in every for one in kept.entries if one.organisations for step in _steps(kept.index, one)]
    met: dict[str, Step] = {}
    newest, asked, answered = steps, set[tuple[str, str]](), set[str]()
    for _ in range(STEPS):
        met = _with_newest(met, newest)
        wanted = [(one, kind) for kind in ("party", "person") for one in _wanted(met, asked, kind)]
        if not wanted:
            break
        asked.update(wanted)
        newest = []
        for kept in every:
            # Who holds them is asked about by what they are outside the case: whom the case knows was found before.
            more = [one._replace(holders=()) for one in _about(met, again(kept, [key for key, _ in wanted]).entries)]
            for key, forms in kept.named.items():
                firms.setdefault(key, set()).update(forms)
            for known, form in ((known, form_of(one.tie.organisation)) for one in more for known in one.organisations):
                firms.setdefault(known.key, set()).add(form)
                answered.add(known.key)
            newest += [step for one in more for step in _steps(kept.index, one, outside=True)]
        steps += newest
    _leave_open(every, _with_newest(met, newest), asked, answered, firms)
    for kept in every:
        kept.entries = [settled(kept.index, one, firms) for one in kept.entries]
    return [_settled(one, firms) for one in steps]


def _about(met: Mapping[str, Step], entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the records about those who are asked about: one of Ada Kestrel Ltd is not about a holder called Ada Kestrel."""
    for one in entries:
        form = form_of(one.tie.organisation)
        if one.organisations and any(may_be(met[known.key].entry, (form,)) for known in one.organisations):
            yield one


def _with_newest(met: dict[str, Step], newest: Iterable[Step]) -> dict[str, Step]:
    """Return who may control what is below, with the newest; whoever is a firm by one entry stays one."""
    more = _controlling(newest)
    return met | {key: one for key, one in more.items() if key not in met or one.entry.tie.holder_is == "party"}


def _wanted(met: Mapping[str, Step], asked: Collection[tuple[str, str]], kind: str) -> list[str]:
    """Return who is asked about next: however many people may be firms, the firms are asked about."""
    alike = [key for key, one in met.items() if one.entry.tie.holder_is == kind]
    left = MOST_ABOVE - sum((one, kind) in asked for one in alike)
    return [one for one in alike if (one, kind) not in asked][: max(left, 0)]


def _leave_open(
    every: Iterable[Kept],
    met: Mapping[str, Step],
    asked: Collection[tuple[str, str]],
    answered: Collection[str],
    firms: Forms,
) -> None:
    """Add those of which no record says who holds them to what is open, but for whoever is a person by their name."""
    by_index = {kept.index: kept for kept in every}
    for key, one in met.items():
        entry = settled(one.register, one.entry, firms)
        if key not in answered and entry.tie.holder_is == "party":
            kept = by_index[one.register]
            looked = (key, one.entry.tie.holder_is) in asked
            # Of one who is answered for by name alone, what is found is another firm's by its number.
            numbered = form_of(entry.tie.holder) in firms.get(key, ())
            kept.open.append(OpenEnd(kept.register.path, entry.tie, looked, entry.open, numbered))


def _settled(step: Step, firms: Forms) -> Step:
    """Return a step whose holder is a firm where another record is about it."""
    entry = settled(step.register, step.entry, firms)
    return step if entry == step.entry else step._replace(above=holder_node(step.register, entry.tie), entry=entry)


def _controlling(steps: Iterable[Step]) -> dict[str, Step]:
    """Return who may control what is below by what records of it share; of one who is entered twice, the entry of a firm."""
    found = sorted((one for one in steps if _controls(one)), key=lambda one: one.entry.tie.holder_is == "party")
    return {firm_of(one.register, one.entry): one for one in found}


def _steps(register: int, entry: Entry, *, outside: bool = False) -> Iterator[Step]:
    for known in entry.organisations:
        below = outside_node(known.key) if outside else f"party {known.key}"
        for above in [f"party {one.key}" for one in entry.holders] or [holder_node(register, entry.tie)]:
            yield Step(below, above, register, entry)


def _controls(step: Step) -> bool:
    """Whether the holder may be an organisation outside the case that owns more than half, or no share says that it does not."""
    tie = step.entry.tie
    share = share_of(tie.share)
    owner = tie.kind == "ownership" and bool(firm_of(step.register, step.entry))
    return owner and tie.end is None and not step.entry.holders and (share is None or share > _HALF)


def outside_node(organisation: str) -> str:
    """Return the node of an organisation outside the case."""
    return f"o register {organisation}"


def outside_id(node: str) -> str:
    """Return the organisation of such a node."""
    return node.removeprefix(outside_node(""))


def holder_node(register: int, tie: RegisteredTie) -> str:
    """Return the node of a holder outside the case."""
    if tie.holder_is == "party":
        return outside_node(tie.holder_id or " ".join((str(register), *holder_of(tie))))
    return f"p register {' '.join((str(register), *holder_of(tie)))}"


def parties_below(steps: Iterable[Step]) -> dict[str, frozenset[str]]:
    """Return the parties that stand below each node above one."""
    above: dict[str, set[str]] = {}
    for one in steps:
        above.setdefault(one.below, set()).add(one.above)
    reached: dict[str, set[str]] = {}
    for party in (one for one in above if one.startswith("party ")):
        for node in _reach(above, [party]) - {party}:
            reached.setdefault(node, set()).add(party)
    return {node: frozenset(parties) for node, parties in reached.items()}


def on_a_way(steps: Sequence[Step], held: Collection[str]) -> frozenset[str]:
    """Return the nodes above parties at which two of them meet, that are `held` by somebody of the case, or that lead there."""
    below: dict[str, set[str]] = {}
    for one in steps:
        below.setdefault(one.above, set()).add(one.below)
    reached = parties_below(steps)
    met = [node for node, parties in reached.items() if len(parties) > 1 or node in held]
    return frozenset(_reach(below, met) & reached.keys())


def _reach(onward: Mapping[str, Collection[str]], starts: Iterable[str]) -> set[str]:
    waiting = list(starts)
    seen = set(waiting)
    while waiting:
        more = [one for one in onward.get(waiting.pop(), ()) if one not in seen]
        seen.update(more)
        waiting += more
    return seen
