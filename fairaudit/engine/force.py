"""Which rules are in force for a run and a case, and why the others are not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.engine.config import Config, ConfigError, Override
from fairaudit.engine.contract.report import NotInForce, RuleSaid, SetSeverity, Severity, UsedOption
from fairaudit.engine.laws import capped
from fairaudit.engine.rulefiles.options import OptionError, bind, check_words
from fairaudit.engine.rulefiles.packs import Pack
from fairaudit.engine.rulefiles.rule import FAMILIES, Bound, Rule
from fairaudit.engine.waivers import BUILT_IN
from fairaudit.frozen import Frozen
from fairaudit.law.regime import Terms
from fairaudit.law.tables import StatutoryPeriod, Table, Tables
from fairaudit.sources.document import Fault, Value


class Standing(Frozen):
    """A rule and whether it is in force: `why_not` says why it is not. `own` is what its file has where `set_by` changed it."""

    rule: Rule
    severity: Severity
    why_not: str | None
    set_by: str
    said: RuleSaid
    own: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Rules:
    """The rules of a run with their standing; those of a law are read when a case is under it."""

    packs: tuple[Pack, ...]
    config: Config
    asked: tuple[str, ...]
    dropped: tuple[str, ...]
    stood: dict[str, tuple[Standing, ...]] = field(default_factory=dict, compare=False, repr=False)
    made: dict[frozenset[str], Force] = field(default_factory=dict, compare=False, repr=False)

    def of(self, pack: Pack) -> tuple[Standing, ...]:
        """Return the rules of a pack with their standing; raises `FairauditError` for faults in their files."""
        if pack.name not in self.stood:
            found = [_standing(rule, self, pack.tables) for rule in pack.rules]
            self.stood[pack.name] = tuple(sorted(found, key=lambda one: one.rule.name))
        return self.stood[pack.name]

    def under(self, named: frozenset[str]) -> Force:
        """Return the rules in force under some packs beside those that always are, worked out once for each set of them."""
        if named not in self.made:
            self.made[named] = force_under(self, named)
        return self.made[named]

    def applying(self, when: str) -> frozenset[str]:
        """Return the names of the packs that apply at some occasion, such as `evaluation`."""
        return frozenset(one.name for one in self.packs if one.applies == when)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Every rule of every pack with its standing."""
        return tuple(sorted((one for pack in self.packs for one in self.of(pack)), key=lambda one: one.rule.name))

    @property
    def read(self) -> tuple[Standing, ...]:
        """The rules that were read so far."""
        return tuple(one for pack in self.packs if pack.name in self.stood for one in self.of(pack))

    @cached_property
    def known(self) -> frozenset[str]:
        """Every name a waiver or an option may use for a rule."""
        built_in = {one.id for one in BUILT_IN} | {f"fairaudit/{one.id}" for one in BUILT_IN}
        return frozenset(rule_names(self.packs) | built_in)


def rule_names(packs: tuple[Pack, ...]) -> set[str]:
    """Return the names of every rule, as the rule alone and with its pack: its file is named after it."""
    return {name for pack in packs for stem in pack.stems for name in (stem, f"{pack.name}/{stem}")}


def choose(packs: tuple[Pack, ...], config: Config, select: tuple[str, ...], ignore: tuple[str, ...]) -> Rules:
    """Return the rules of a run; raises `ConfigError` for names that no rule, pack or family has."""
    rules_named = rule_names(packs)
    names = rules_named | {one.name for one in packs} | set(FAMILIES)
    faults = [_unknown(name, names) for name in (*select, *ignore) if name not in names]
    faults += [
        _unknown(one.text, names, config.file, one.line, one.column)
        for one in (*config.select, *config.ignore)
        if one.text not in names
    ]
    faults += [_unknown(one.rule, names, config.file, one.line) for one in config.overrides if one.rule not in names]
    if faults:
        raise ConfigError(*sorted(set(faults)))
    rules = Rules(packs, config, select, ignore)
    for pack in packs:
        mine = rule_names((pack,))
        # What the settings say of a rule is checked before any case is read, whatever law that is under.
        if pack.applies == "always" or any(one.rule in mine and one.options for one in config.overrides):
            rules.of(pack)
    return rules


def _unknown(name: str, names: Iterable[str], file: str | None = None, line: int = 0, column: int = 1) -> Fault:
    hint = did_you_mean(name, names, "; `fairaudit rules` lists them")
    return Fault(file or "options", line, column, f"there is no rule, pack or family `{name}`{hint}")


def _standing(rule: Rule, rules: Rules, tables: Tables) -> Standing:
    config = rules.config
    override = next((one for one in config.overrides if one.rule in (rule.id, rule.name)), None)
    why_not = f"turned off in {config.file}" if override and override.off else _left_out(rule, rules)
    changed = _rebound(rule, override, config.file or "", tables) if override and override.options else rule
    severity = override.severity if override and override.severity else rule.severity
    set_by = config.file if override and override.options else rule.pack
    said = RuleSaid(rule.name, rule.why, rule.fix, rule.ask, rule.sources, rule.see, rule.notes)
    own = _own(rule, changed) if changed is not rule else ()
    return Standing(changed, severity, why_not, set_by or rule.pack, said, own)


def _left_out(rule: Rule, rules: Rules) -> str | None:
    """Return why a rule is not among those that were asked for, or `None`; most runs ask for all of them."""
    config, asked = rules.config, rules.asked
    if not (asked or rules.dropped or config.ignore or config.select):
        return None
    mine = {rule.id, rule.name, rule.pack, rule.family}
    if mine & set(rules.dropped):
        return "ignored"
    if mine & {one.text for one in config.ignore}:
        return f"ignored in {config.file}"
    if (named := {*asked, *(one.text for one in config.select)}) and not mine & named:
        return "not selected" if asked else f"not selected in {config.file}"
    return None


def _own(rule: Rule, changed: Rule) -> tuple[tuple[str, str], ...]:
    """Return what the file of a rule has for every option that the settings give another value."""
    values = {one.name: one.value for one in rule.options}
    return tuple(
        (name, _shown(values.get(name), rule.given_options[name]) if name in rule.given_options else "none")
        for name, given in changed.given_options.items()
        if rule.given_options.get(name) != given
    )


def _rebound(rule: Rule, override: Override, file: str, tables: Tables) -> Rule:
    """Return a rule with some of its options set by the settings; raises `ConfigError`."""
    shape = rule.given.shape.of or rule.given.shape
    try:
        options = bind(rule.check, {**rule.given_options, **override.options}, shape, rule.needs, tables)
        check_words(options)
    except OptionError as error:
        raise ConfigError(*(Fault(file, override.line, 1, message) for _, message in error.faults)) from None
    return rule._replace(options=options, given_options={**rule.given_options, **override.options})


class Force(Frozen):
    """The rules that are judged under some laws, with everything a report says about them."""

    standings: tuple[Standing, ...]
    packs: tuple[str, ...]
    options: tuple[UsedOption, ...]
    digest: str
    laws: tuple[str, ...]
    """The packs of law there are, in force or not."""
    terms: tuple[Terms, ...]
    """When and where the laws that are named are in force."""
    tables: tuple[Tables, ...]
    """The tables of the laws that are named, in the same order."""
    turned_off: tuple[NotInForce, ...]
    """The rules that would be judged too if nobody had turned them off."""
    replaced: Mapping[str, Rule]
    """The rule of a law that stands in for a core rule of the same id, wherever that law and its rule are about a case."""
    scenario: frozenset[str] = frozenset()
    """The packs of them that say what would change the winner."""
    severities: tuple[SetSeverity, ...] = ()
    """The rules that the settings give another severity than their own."""


def force_under(rules: Rules, named: frozenset[str]) -> Force:
    """Return the rules that are judged under some packs, and which core rules a law's own may stand in for."""
    packs = [pack for pack in rules.packs if pack.applies == "always" or pack.name in named]
    laws = frozenset(pack.name for pack in packs if pack.applies == "law")
    read = sorted((one for pack in packs for one in rules.of(pack)), key=lambda one: one.rule.name)
    standing = [one for one in read if one.why_not is None]
    standing_in = {one.rule.id: one.rule for one in standing if one.rule.pack in laws}
    kept = tuple(_capped(one, laws) for one in standing)
    replaced = {
        one.rule.name: standing_in[one.rule.id]
        for one in kept
        if one.rule.pack == "core" and one.rule.id in standing_in
    }
    off = [NotInForce(one.rule.name, one.why_not) for one in read if one.why_not is not None]
    file = rules.config.file or "the settings"
    set_ = tuple(
        SetSeverity(one.rule.name, one.rule.severity, one.severity, file)
        for one in standing
        if one.severity != one.rule.severity
    )
    names = tuple(dict.fromkeys(one.rule.pack for one in kept))
    known = tuple(pack.name for pack in rules.packs if pack.applies == "law")
    of_law = [pack for pack in packs if pack.applies == "law"]
    terms, tables = tuple(pack.terms for pack in of_law), tuple(pack.tables for pack in of_law)
    turned_off = tuple(sorted(off, key=lambda one: one.rule))
    what_if = frozenset(pack.name for pack in packs if pack.applies == "scenario")
    return Force(
        kept, names, _options_of(kept), _digest_of(kept), known, terms, tables, turned_off, replaced, what_if, set_
    )


def _capped(standing: Standing, laws: frozenset[str]) -> Standing:
    """Return a core rule no graver than the law allows; a severity of the user's own stays."""
    if standing.rule.pack != "core" or standing.severity != standing.rule.severity:
        return standing
    severity = capped(standing.severity, laws)
    return standing if severity is standing.severity else standing._replace(severity=severity)


def _options_of(standings: tuple[Standing, ...]) -> tuple[UsedOption, ...]:
    """Return every number and word that rules were judged with, and who set it."""
    return tuple(
        _used(one, option)
        for one in standings
        for option in one.rule.options
        if option.kind == "value" and option.name in one.rule.given_options
    )


def _used(standing: Standing, option: Bound) -> UsedOption:
    rule, own = standing.rule, dict(standing.own).get(option.name)
    value = _shown(option.value, rule.given_options[option.name])
    return UsedOption(rule.name, option.name, value, rule.pack if own is None else standing.set_by, own)


def _shown(value: object, given: Value) -> str:
    """Return an option as the report shows it: a statutory period in the words of its provision."""
    if isinstance(value, StatutoryPeriod):
        return f"{value.words} ({value.cite})"
    return f"{value.title} ({value.cite})" if isinstance(value, Table) else _written(given)


def _written(given: Value) -> str:
    """Return an option as a rule's file has it, a list on one line."""
    if isinstance(given, list):
        return "; ".join([one if isinstance(one, str) else _written(one) for one in given])
    if isinstance(given, dict):
        return "; ".join(f"{name}: {_written(one)}" for name, one in given.items())
    return given or ""


def _digest_of(standings: tuple[Standing, ...]) -> str:
    """Return one hash over the files of the rules in force, their severities and their options."""
    lines = [
        f"{one.rule.name} {one.rule.sha256} {one.severity} {sorted(one.rule.given_options.items())!r}"
        for one in standings
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
