"""A rule: policy in a YAML file. Which check, which numbers, which law, why, how to mend it, what to ask, examples."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from fairaudit.checks.base import Check
from fairaudit.engine.contract.report import Confidence, Severity, SourceCited
from fairaudit.engine.rulefiles.expressions import Expression
from fairaudit.engine.rulefiles.paths import PathExpression
from fairaudit.frozen import Frozen
from fairaudit.sources.document import Tree, Value

STAGES = ("template", "tender", "bidding", "evaluation", "award", "market")
FAMILIES = (
    "incumbency", "deadlines", "conflicts", "qualification", "criteria", "specification", "information",
    "scoring", "bids", "terms", "award", "record", "market", "waivers",
)  # fmt: skip
BASES = ("statute", "case-law", "guidance", "record", "heuristic", "statistic")
P_VALUES = frozenset({"p", "chance"})
"""Facts that say how likely chance alone makes what was found: what has one is a statistic, whatever else it is."""


class Lawful(Frozen):
    """A condition under which the law allows what a rule would find, and the note that says so."""

    condition: str
    note: str
    justified: PathExpression | None = None
    given: PathExpression | None = None
    apart: PathExpression | None = None
    """Where the measures stand that must have been followed and set somebody apart."""
    evened: PathExpression | None = None
    """What the reason recorded must tell a measure for, by which a lead is evened out or sides are kept apart."""
    unless: PathExpression | None = None
    """What must not be given beside any of these four."""
    expression: Expression | None = None
    holds: str | None = None
    """A condition of the rule's law, by name."""
    law: str | None = None
    """What the laws in force are asked about; the note may name the `{row}` and `{provision}` that allow it."""


class Bound(Frozen):
    """An option of a check as a rule gives it: a checked path, several, or a plain value."""

    name: str
    kind: str
    paths: tuple[PathExpression, ...] = ()
    value: object = None
    many: bool = False
    fixed: bool = False
    """Whether the check receives the value as it is, wherever it looks."""


class Options:
    """What a rule gives its check: every option in order, and, once for all the places it will be judged at, which are fixed."""

    __slots__ = ("asked", "bound", "fixed")

    def __init__(self, bound: Iterable[Bound] = ()) -> None:
        self.bound = tuple(bound)
        self.fixed: dict[str, object] = {one.name: one.value for one in self.bound if one.fixed}
        self.asked = tuple(one for one in self.bound if not one.fixed)

    def __iter__(self) -> Iterator[Bound]:
        return iter(self.bound)


class Example(Frozen):
    """A worked example: a small case, and exactly what the rule says about it."""

    outcome: str
    case: dict[str, Value]
    finds: tuple[str, ...]
    missing: tuple[str, ...]
    reason: str | None
    today: str | None
    line: int
    measures: tuple[str, ...] | None = None
    """What is measured, sentence by sentence, where the example says it."""


def _nothing() -> Tree:
    return Tree({}, {}, {})


class Rule(Frozen):
    """A rule that has been checked against the model and its check."""

    id: str
    pack: str
    title: str
    family: str
    stage: str
    severity: Severity
    confidence: Confidence
    basis: str
    given: PathExpression
    needs: tuple[PathExpression, ...]
    check: Check
    options: Options
    given_options: Mapping[str, Value]
    lawful_when: tuple[Lawful, ...]
    message: str
    why: str
    fix: str
    ask: str
    sources: tuple[SourceCited, ...]
    see: tuple[str, ...]
    file: str
    sha256: str
    applies: tuple[str, ...] = ()
    """Conditions of the law, by name, that must hold of a case for the rule to be about it."""
    regime: str = ""
    """The pack whose conditions `applies` names."""
    related_law: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Provisions on the same subject, by pack of law: for the rule's page, and for no report, since they may not be in force."""
    notes: str = ""
    """What a reader should know about the sources, or about what is left out on purpose."""
    lexicons: tuple[str, ...] = ()
    """The lexicons whose words the rule looks for."""
    by_lot: bool = False
    """Whether the rule speaks of `lot.`, and is judged once for each lot of a node."""
    measured: Mapping[str, str] = MappingProxyType({})
    """What is said of the measurements of its check, by their kind, whether or not anything is found."""
    once_locked: bool = False
    """Whether it says what would change the winner, so that it is told once the scores are locked, or to the auditor."""
    written: Callable[[], Tree] = _nothing
    """Gives the file of the rule, with its places."""

    @property
    def name(self) -> str:
        """The rule's full name."""
        return f"{self.pack}/{self.id}"

    @property
    def examples(self) -> tuple[Example, ...]:
        """The worked examples, made when they are asked for: judging a case needs none of them."""
        tree = self.written()
        groups = tree.value.get("examples") if isinstance(tree.value, dict) else None
        return tuple(
            _example(outcome, item, tree.spans["examples", outcome, index][0])
            for outcome, items in (groups if isinstance(groups, dict) else {}).items()
            for index, item in enumerate(items if isinstance(items, list) else ())
        )


def _example(outcome: str, item: Value, line: int) -> Example:
    fields = item if isinstance(item, dict) else {}
    case, reason, today = fields.get("case"), fields.get("reason"), fields.get("today")
    return Example(
        outcome=outcome,
        case=case if isinstance(case, dict) else {},
        finds=_texts(fields.get("finds")),
        missing=_texts(fields.get("missing")),
        reason=reason if isinstance(reason, str) else None,
        today=today if isinstance(today, str) else None,
        line=line,
        measures=_texts(fields["measures"]) if "measures" in fields else None,
    )


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
