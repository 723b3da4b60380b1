"""Rule files: read with places, checked key by key against the model and the check. Every fault is located, all at once."""

import hashlib
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.nearest import did_you_mean
from fairaudit.checks.base import Check
from fairaudit.engine.contract.report import Confidence, Severity, SourceCited
from fairaudit.engine.facts import names_in
from fairaudit.engine.rulefiles.examplefields import example_faults
from fairaudit.engine.rulefiles.expressions import ConditionError, Expression
from fairaudit.engine.rulefiles.lawful import lawful
from fairaudit.engine.rulefiles.lexicons import lexicon, together
from fairaudit.engine.rulefiles.options import OptionError, bind, check_words
from fairaudit.engine.rulefiles.paths import PathError, PathExpression, parse, parse_given
from fairaudit.engine.rulefiles.rule import BASES, FAMILIES, P_VALUES, STAGES, Lawful, Options, Rule
from fairaudit.engine.rulefiles.text import RuleText
from fairaudit.procurement.model.procurement import Procurement
from fairaudit.procurement.model.shape import Shape, fields_of
from fairaudit.procurement.shaping.reading import snake
from fairaudit.sources.document import FairauditError, Fault, Path, Value

_ID = late_pattern(r"[a-z]+(?:-[a-z]+)*\Z")
_REQUIRED = (
    "id", "title", "family", "stage", "severity", "confidence", "basis", "given",
    "check", "message", "why", "fix", "ask", "sources", "examples",
)  # fmt: skip
_OPTIONAL = (
    "applies",
    "needs",
    "lexicon",
    "with",
    "lawful_when",
    "see",
    "related_law",
    "notes",
    "measured",
    "once_locked",
)
_TELLING = frozenset({"id", "check", "given", "message"})
"""Fields that show that somebody meant to write a rule."""
_SECTIONS = frozenset(fields_of(Procurement))
_TEXTS = ("id", "title", "given", "check", "message", "why", "fix", "ask", "notes")
_CLOSED = {
    "family": FAMILIES,
    "stage": STAGES,
    "severity": tuple(Severity),
    "confidence": tuple(Confidence),
    "basis": BASES,
}
_NO_SENTENCES: Mapping[str, str] = MappingProxyType({})


class RuleError(FairauditError):
    """Rule files or packs that cannot be used."""


def check_rule(source: RuleText, checks: Mapping[str, Check]) -> Rule:
    """Return the rule a file holds; raises `RuleError` with every fault in it."""
    reader = _Reader(source, checks)
    rule = reader.rule()
    if reader.faults or rule is None:
        raise RuleError(*sorted(set(reader.faults)))
    return rule


class _Reader:
    """Reads one file and collects what is wrong with it."""

    def __init__(self, source: RuleText, checks: Mapping[str, Check]) -> None:
        self.source = source
        self.tree = source.tree
        self.checks = checks
        self.faults: list[Fault] = []
        self.digests: list[str] = []
        self.options: dict[str, Value] = {}
        self.data: dict[str, Value] = source.tree.value if isinstance(source.tree.value, dict) else {}

    def fault(self, path: Path, message: str) -> None:
        """Note a fault at a path of the file, or at the nearest place above it."""
        for length in range(len(path), -1, -1):
            span = self.tree.spans.get(path[:length])
            if span is not None:
                self.faults.append(Fault(self.source.file, span[0], span[1], message))
                return

    def rule(self) -> Rule | None:
        """Return the rule, or `None` once something is wrong that the rest leans on."""
        if not self.source.known:
            # What the index knows was found right before: its words are checked, and only its paths are bound anew.
            self._keys()
        if self.faults:
            return None
        given = self._given()
        check = self._check()
        if given is None or check is None:
            return None
        shape = given.shape
        while shape.kind == "list" and shape.of is not None:
            shape = shape.of
        needs = tuple(one for one in (self._need(i, shape) for i in range(len(self._list("needs")))) if one)
        options = self._options(check, shape, needs)
        if not self.source.known:
            self._message(check)
            self._by_chance(check)
            for place, message in example_faults(self.data):
                self.fault(place, message)
        return self._made(given, check, needs, options, self._lawful(shape))

    def _made(
        self,
        given: PathExpression,
        check: Check,
        needs: tuple[PathExpression, ...],
        options: Options,
        lawful_when: tuple[Lawful, ...],
    ) -> Rule:
        """Return the rule of what was read and bound."""
        texts = ("id", "title", "family", "stage", "basis", "message", "why", "fix", "ask")
        return Rule(
            **{key: str(self.data[key]) for key in texts},
            pack=self.source.pack,
            severity=Severity(str(self.data["severity"])),
            confidence=Confidence(str(self.data["confidence"])),
            given=given,
            needs=needs,
            check=check,
            options=options,
            given_options=self.options,
            lawful_when=lawful_when,
            sources=self._sources(),
            see=tuple(str(one) for one in self._list("see")),
            related_law=self._related_law(),
            written=self.source.written,
            file=self.source.file,
            sha256=self._sha256(),
            notes=str(self.data.get("notes") or ""),
            measured=self._measured(),
            once_locked=self.data.get("once_locked") == "true",
            lexicons=self._lexicons(),
            applies=self._applies(),
            regime=self.source.regime,
            by_lot=any(path.root == "lot" for path in _paths(needs, options)),
        )

    def _sha256(self) -> str:
        """Return the hash of the rule, and of the words it takes from elsewhere."""
        if not self.digests:
            return self.source.sha256
        return hashlib.sha256(" ".join((self.source.sha256, *self.digests)).encode()).hexdigest()

    def _keys(self) -> None:
        if not self.data:
            self.fault((), "should be a rule: a group of fields beginning with `id:`")
            return
        if not _TELLING & self.data.keys() and any(snake(key) in _SECTIONS for key in self.data):
            self.fault((), f"is a case, no rule: `fairaudit check {self.source.file}` audits it")
            return
        known = (*_REQUIRED, *_OPTIONAL)
        for key in self.data:
            if key not in known:
                self.fault((key,), f"a rule has no field `{key}`{did_you_mean(key, known)}")
        for key in _REQUIRED:
            if self.data.get(key) is None:
                self.fault((), f"lacks `{key}:`, which every rule needs")
        for key in _TEXTS:
            if key in self.data and not isinstance(self.data[key], str):
                self.fault((key,), f"`{key}` should be a text")
        for key, allowed in _CLOSED.items():
            if self.data.get(key) is not None and self.data[key] not in allowed:
                self.fault((key,), f"`{key}` should be one of {', '.join(allowed)}, found `{self.data[key]}`")
        if self.data.get("once_locked") not in (None, "true", "false"):
            self.fault(("once_locked",), f"`once_locked` should be true or false, found `{self.data['once_locked']}`")
        self._identity()

    def _identity(self) -> None:
        identity = str(self.data.get("id"))
        if not _ID.match(identity):
            self.fault(("id",), "`id` should name the problem in lower-case words joined by hyphens, without numbers")
        elif identity != self.source.stem:
            self.fault(("id",), f"the file should be named after its rule: `{identity}.yaml`")
        if self.data.get("basis") not in ("record", "heuristic") and self.data.get("sources") == []:
            self.fault(("sources",), "only a rule of `basis: record` or `basis: heuristic` may have no sources")

    def _list(self, key: str) -> list[Value]:
        value = self.data.get(key)
        if value is not None and not isinstance(value, list):
            self.fault((key,), f"`{key}` should be a list")
        return value if isinstance(value, list) else []

    def _given(self) -> PathExpression | None:
        try:
            return parse_given(str(self.data["given"]))
        except PathError as error:
            self.fault(("given",), str(error))
            return None

    def _need(self, index: int, shape: Shape) -> PathExpression | None:
        try:
            return parse(str(self._list("needs")[index]), shape)
        except PathError as error:
            self.fault(("needs", index), str(error))
            return None

    def _applies(self) -> tuple[str, ...]:
        names = tuple(str(one) for one in self._list("applies"))
        if names and not self.source.known:
            from fairaudit.law.conditions import NOT, known_conditions

            known = known_conditions(self.source.regime)
            for index, name in enumerate(names):
                if (bare := name.removeprefix(NOT)) not in known:
                    self.fault(("applies", index), f"there is no condition `{bare}`{did_you_mean(bare, known)}")
        return names

    def _check(self) -> Check | None:
        name = str(self.data["check"])
        if name not in self.checks:
            # A name with a dot is that of another package: none of ours is meant.
            near = () if "." in name else self.checks
            hint = did_you_mean(name, near, "; is the package that brings it installed?")
            self.fault(("check",), f"there is no check `{name}`{hint}")
        return self.checks.get(name)

    def _options(self, check: Check, shape: Shape, needs: tuple[PathExpression, ...]) -> Options:
        given = self.data.get("with")
        if given is not None and not isinstance(given, dict):
            self.fault(("with",), "`with` should be a group of options, such as {at_most: 2}")
            return Options()
        self.options = together((*self._words(check), given or {}))
        try:
            options = bind(check, self.options, shape, needs, self.source.tables)
            if not self.source.known:
                check_words(options)
            return options
        except OptionError as error:
            for name, message in error.faults:
                self.fault(("with", name) if name else ("check",), message)
            return Options()

    def _lexicons(self) -> tuple[str, ...]:
        """Return the lexicons a rule names: one, or several."""
        named = self.data.get("lexicon")
        return tuple(str(one) for one in (named if isinstance(named, list) else [named]) if one is not None)

    def _words(self, check: Check) -> Iterator[dict[str, Value]]:
        """Yield the words of each lexicon a rule names, by the options of its check that they are for."""
        known = {one.name for one in check.options}
        for name in self._lexicons():
            try:
                found = lexicon(name)
            except LookupError as error:
                self.fault(("lexicon",), f"`lexicon` {error.args[0]}")
                continue
            self.digests.append(found.sha256)
            yield {key: value for key, value in found.groups.items() if key in known}

    def _message(self, check: Check) -> None:
        known = check.facts | {one.name for one in check.options}
        for key in ("message", "ask", "fix"):
            try:
                for name in names_in(str(self.data[key])):
                    if name not in known:
                        self.fault((key,), f"`{key}` uses {{{name}}}; this check gives {', '.join(sorted(known))}")
            except ValueError as error:
                self.fault((key,), f"`{key}` {error}")

    def _by_chance(self, check: Check) -> None:
        """Hold what is found by chance to review: a p-value is no record, so its rule is a statistic and flags nothing alone."""
        found = sorted(check.facts & P_VALUES)
        if found and self.data.get("basis") != "statistic":
            told = f"the check `{check.name}` tells how likely chance makes this (`{found[0]}`)"
            self.fault(("basis",), f"`basis` should be `statistic`, which leads to review: {told}")
        groups = self.data.get("examples")
        if self.data.get("basis") == "statistic" and isinstance(groups, dict) and groups.get("flagged"):
            self.fault(
                ("examples", "flagged"),
                "a statistic alone is never flagged: put its examples under `review:`",
            )

    def _measured(self) -> Mapping[str, str]:
        """Return what is said of the check's measurements by their kind; which facts they have their examples show."""
        given = self.data.get("measured")
        if given is None:
            return _NO_SENTENCES
        if not isinstance(given, dict) or not all(isinstance(one, str) for one in given.values()):
            self.fault(("measured",), "`measured` should be sentences, each under the kind of measurement it is about")
            return _NO_SENTENCES
        for kind, said in given.items() if not self.source.known else ():
            try:
                names_in(str(said))
            except ValueError as error:
                self.fault(("measured", kind), f"`measured.{kind}` {error}")
        return {kind: str(said) for kind, said in given.items()}

    def _related_law(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        given = self.data.get("related_law") or {}
        found = []
        for pack, cites in given.items() if isinstance(given, dict) else ((None, None),):
            if not isinstance(pack, str) or not isinstance(cites, list):
                self.fault(
                    ("related_law",),
                    "`related_law` should be lists of provisions, each under the name of a pack of law",
                )
                break
            found.append((pack, tuple(str(one) for one in cites)))
        return tuple(found)

    def _lawful(self, shape: Shape) -> tuple[Lawful, ...]:
        found = []
        for index, one in enumerate(self._list("lawful_when")):
            place: Path = ("lawful_when", index)
            if not isinstance(one, dict) or set(one) != {"if", "note"}:
                self.fault(place, "should be {if: a condition, note: what the law allows}")
                continue
            try:
                condition = lawful(str(one["if"]), str(one["note"]), shape, self.source.regime)
                if condition.expression and not self.source.known:
                    condition.expression.check()
                found.append(condition)
            except (PathError, ConditionError) as error:
                self.fault((*place, "if"), f"`if` {error}")
        return tuple(found)

    def _sources(self) -> tuple[SourceCited, ...]:
        found = []
        for index, one in enumerate(self._list("sources")):
            if isinstance(one, str):
                found.append(SourceCited(one))
            elif isinstance(one, dict) and "cite" in one and set(one) <= {"cite", "from", "until"}:
                since, until = one.get("from"), one.get("until")
                found.append(SourceCited(str(one["cite"]), _text(since), _text(until)))
            else:
                self.fault(("sources", index), "should be a text, or {cite: …, from: date, until: date}")
        return tuple(found)


def _paths(needs: tuple[PathExpression, ...], options: Options) -> Iterator[PathExpression]:
    """Yield every path a rule reads at a node."""
    yield from needs
    for option in options:
        yield from option.paths
        if isinstance(option.value, Expression):
            yield from option.value.paths


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None
