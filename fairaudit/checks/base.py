"""What a check is: a function that looks at one node of a case and yields what it measured.

    class Ratio(Frozen):
        ratio: Decimal

    @check
    def ratio_at_most(node: Node, case: Case, *, of: Ref[Money], to: Ref[Money], at_most: Decimal) -> Found[Ratio]:
        "Flag an amount that is more than `at_most` times another."

The function's name is the check's name, its docstring the manual, its keyword arguments the options, the fields of its
facts the names a message may use. A `Ref` is a path in the rule and a value with its path in the check: the place is not
assessed where it is absent. A `Slot` is a path whose value may be absent, for checks that are about absence itself.
A check does not choose words, print, count, filter or know line numbers.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from fairaudit.frozen import Frozen
from fairaudit.procurement.model.node import Node

T_co = TypeVar("T_co", covariant=True)
FactsT = TypeVar("FactsT")
F = TypeVar("F", bound=Callable[..., Iterator[Any]])


class Ref(Node[T_co], Generic[T_co]):
    """An option that is a path; its value is there."""


class Slot(Node[T_co], Generic[T_co]):
    """An option that is a path; its value may be `None`."""


class Many(Frozen):
    """The first of very many things, and how many more there are: a fact that is too long to be told in full."""

    first: tuple[str, ...]
    more: int


class Either(tuple[str, ...]):
    """Things of which one will do, such as formulas that each give all points: a message joins them by `or`."""

    __slots__ = ()


class Verb(str):
    """A fact that only bends a sentence, such as `were` or `are to be`: messages use it, and no list of facts shows it."""

    __slots__ = ()


class Clause(str):
    """A fact that a check put together of several, such as a tie through a relative: cut, it would lose whom it is about."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """An option that is a condition in CEL; the check receives its answer, the engine everything else."""

    holds: bool


# What begins or ends a text, whatever the lines in it, and flags that may make `^` and `$` do so.
_BOUND_TO_A_TEXT = re.compile(r"\\[AzZQ]|\(\?[a-zA-Z]*-")


@cache
def _compiled(text: str) -> Any:  # noqa: ANN401  # the library ships no types
    """Return a compiled pattern; a faulty one is raised, not logged."""
    import re2

    options = re2.Options()
    options.log_errors = False
    return re2.compile(text, options)


@dataclass(frozen=True, slots=True)
class Pattern:
    """An option that is a regular expression without backtracking (RE2), since rules may come from strangers."""

    text: str

    def find(self, text: str) -> str | None:
        """Return the first words that match, or `None`."""
        match = _compiled(self.text).search(text)
        return str(match[0]) if match else None

    def first(self, text: str, number: int) -> tuple[str, ...]:
        """Return the first `number` words that match, none of which overlaps another."""
        return tuple(str(match[0]) for match in islice(_compiled(self.text).finditer(text), number))

    def is_in_any(self, texts: Iterable[str]) -> bool:
        """Whether one of some texts may match: most match nowhere, and one look at all of them together says so.

        Where it says that none does, none does: every text is a line or more of the whole, and begins and ends with lines.
        """
        if _BOUND_TO_A_TEXT.search(self.text):
            return True
        return _compiled(f"(?m){self.text}").search("\n".join(texts)) is not None

    @staticmethod
    def fault(text: str) -> str | None:
        """Return why a text is no pattern, or `None`."""
        import re2

        try:
            _compiled(text)
        except re2.error as error:
            said = error.args[0] if error.args else ""
            words = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
            return f"is not a regular expression of RE2: {words}"
        return None


class Hit(Frozen, Generic[FactsT]):
    """Something measured at a node. `confidence` and `severity` may lower the rule's, never raise it.

    `key` tells several hits at one node apart for good (a bidder's id, a date), so that fingerprints survive editing.
    `related` are other nodes that belong to it, each with a few words. `gainsaid`: the records contradict what is told in its
    excuse, so that no `lawful_when` can rest on it.
    """

    at: Node[object]
    facts: FactsT
    related: tuple[tuple[Node[object], str], ...] = ()
    confidence: str | None = None
    key: str = ""
    severity: str | None = None
    gainsaid: bool = False


class Unassessed(Frozen):
    """A node that could not be judged, why, and the stored fields (model paths) that would change that.

    A check names what it lacks; the engine says it against what the case gives (`procurement/wanted`): of a list that is
    given, the word under `complete`; of a group, the field that makes it speak. `bids (bid B2)` names an item of a list.
    `seen`: the reason tells of something that is there (a tie, a match), and what is lacking decides whether it is found.
    """

    at: Node[object]
    reason: str
    missing: tuple[str, ...] = ()
    seen: bool = False


class Tabled(Frozen):
    """What a check worked out that every report shows, whether or not anything is found: a table, for example."""

    at: Node[object]
    table: object


class _Found:
    """What stands for `Found[Facts]` when it is asked for: the library's own form of it would take a fiftieth of a start."""

    __slots__ = ("facts",)

    def __init__(self, facts: type) -> None:
        self.facts = facts

    def __class_getitem__(cls, facts: type) -> "_Found":
        return cls(facts)


if TYPE_CHECKING:
    Found = Iterator[Hit[FactsT] | Unassessed]
    """What a check returns."""
else:
    Found = _Found


class Nothing(Frozen):
    """Facts of a check that has none but its options."""


class Option(Frozen):
    """One keyword argument of a check."""

    name: str
    kind: str
    type: type
    many: bool
    required: bool
    default: object


class Check(Frozen):
    """A registered check: its function, its options, and the names of the facts it may give."""

    name: str
    run: Callable[..., Iterator[Hit[Any] | Unassessed | Tabled]]
    options: tuple[Option, ...]
    facts: frozenset[str]
    manual: str
    reads_prose: bool = False
    """Whether it looks for words, which mean something in one language only."""
    reads_signs: bool = False
    """Whether it looks for signs such as `{{…}}`, which mean the same in every language, as well as for words."""
    compares_bidders: bool = False
    """Whether it holds bidders against each other, so that one alone says nothing."""


# Options by which a check looks for words, and the one of a check that looks for signs too.
_WORDS, _SIGNS = ("phrases", "exact"), "gaps"
CHECKS: dict[str, Callable[..., Iterator[Hit[Any] | Unassessed | Tabled]]] = {}
"""The function of every check by name; a module of `fairaudit.checks` registers its own when it is imported."""


def check(function: F) -> F:
    """Mark a function as a check; those of this package register here, those of others by their entry point."""
    function.fairaudit_check = True  # type: ignore[attr-defined]  # functions take attributes
    if function.__module__.startswith("fairaudit.checks."):
        known = CHECKS.setdefault(check_name(function), function)
        if known.__module__ != function.__module__:
            raise TypeError(f"{known.__module__} has a check {check_name(known)} already; call this one otherwise")
    return function


def compares_bidders(function: F) -> F:
    """Mark a check that holds bidders against each other: of one whose rivals may be unknown it can say nothing."""
    function.fairaudit_compares_bidders = True  # type: ignore[attr-defined]  # as above
    return function


def check_name(function: Callable[..., object]) -> str:
    """Return the name rules use for a check: `ratio-at-most`."""
    return function.__name__.replace("_", "-")


def check_of(function: Callable[..., Iterator[Any]], name: str | None = None) -> Check:
    """Return a function as a check, with its options and facts read from its signature; raises `TypeError`."""
    hints = _hints(function)
    facts = _facts_of(hints.get("return"))
    names = fact_names(facts) if isinstance(facts, type) else None
    if names is None:
        raise TypeError(f"{function.__name__} must return Found[…] of a named tuple or dataclass of facts")
    options = _options_of(function, hints)
    prose = any(one.name in _WORDS or (one.type is Pattern and one.name != _SIGNS) for one in options)
    signs = any(one.name == _SIGNS for one in options)
    compares = getattr(function, "fairaudit_compares_bidders", False)
    manual = (function.__doc__ or "").strip()
    return Check(name or check_name(function), function, options, names, manual, prose, signs, compares)


def _facts_of(returned: object) -> object:
    """Return the class of facts of what a check says that it returns, or `None`."""
    if isinstance(returned, _Found):
        return returned.facts
    yields = get_args(returned)
    hit = next((one for one in get_args(yields[0]) if get_origin(one) is Hit), None) if yields else None
    return get_args(hit)[0] if hit else None


def _hints(function: Callable[..., object]) -> dict[str, Any]:
    """Return the annotations of a function; those written as text are looked up, which takes ten times as long."""
    hints = function.__annotations__
    return get_type_hints(function) if any(isinstance(one, str) for one in hints.values()) else hints


def fact_names(facts: type) -> frozenset[str] | None:
    """Return the names of a class of facts, or `None` where it is neither a named tuple nor a dataclass."""
    if issubclass(facts, tuple) and hasattr(facts, "_fields"):
        return frozenset(facts._fields)
    return frozenset(one.name for one in fields(facts)) if is_dataclass(facts) else None


def _options_of(function: Any, hints: dict[str, Any]) -> tuple[Option, ...]:  # noqa: ANN401  # a plain function
    """Return the options a function declares; only keyword arguments count."""
    code = function.__code__
    defaults = function.__kwdefaults__ or {}
    found = []
    for name in code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]:
        kind, type_, many = _kind(hints[name])
        found.append(Option(name, kind, type_, many, name not in defaults, defaults.get(name)))
    return tuple(found)


def _kind(hint: Any) -> tuple[str, type, bool]:  # noqa: ANN401  # annotations have no common type
    """Return whether an option is a `ref`, a `slot` or a plain `value`, of which type, and whether there are many."""
    origin = get_origin(hint)
    if origin in (Ref, Slot):
        return ("ref" if origin is Ref else "slot"), get_args(hint)[0], False
    if origin is tuple:
        kind, type_, _ = _kind(get_args(hint)[0])
        return kind, type_, True
    arguments = [one for one in get_args(hint) if one is not type(None)]
    if arguments:
        return _kind(arguments[0])
    return "value", hint, False
