"""Which rules are in force for a run and a case, and why the others are not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.engine.config import Config, ConfigError, Override
from fairaudit.engine.laws import capped
from fairaudit.engine.options import OptionError, bind, check_patterns
from fairaudit.engine.packs import Pack
from fairaudit.engine.report import Severity, UsedOption
from fairaudit.engine.rule import FAMILIES, Rule
from fairaudit.engine.waivers import BUILT_IN
from fairaudit.sources.document import Fault


class Standing(NamedTuple):
    """A rule and whether it is in force: `why_not` says why it is not."""

    rule: Rule
    severity: Severity
    why_not: str | None
    set_by: str


@dataclass(frozen=True)
class Rules:
    """Every rule that was loaded for a run, with its standing."""

    packs: tuple[Pack, ...]
    standings: tuple[Standing, ...]
    made: dict[frozenset[str], Force] = field(default_factory=dict, compare=False, repr=False)

    def under(self, laws: frozenset[str]) -> Force:
        """Return the rules in force under some laws, worked out once for each set of them."""
        if laws not in self.made:
            self.made[laws] = force_under(self, laws)
        return self.made[laws]

    @property
    def known(self) -> frozenset[str]:
        """Every name a waiver or an option may use for a rule."""
        rules = [one.rule for one in self.standings]
        built_in = {one.id for one in BUILT_IN} | {f"fairaudit/{one.id}" for one in BUILT_IN}
        return frozenset({one.id for one in rules} | {one.name for one in rules} | built_in)


def choose(packs: tuple[Pack, ...], config: Config, select: tuple[str, ...], ignore: tuple[str, ...]) -> Rules:
    """Return every rule with its standing; raises `ConfigError` for names that no rule, pack or family has."""
    rules = [rule for pack in packs for rule in pack.rules]
    names = {one.id for one in rules} | {one.name for one in rules} | {one.name for one in packs} | set(FAMILIES)
    asked = (*select, *(one.text for one in config.select))
    dropped = (*ignore, *(one.text for one in config.ignore))
    faults = [_unknown(name, names) for name in (*select, *ignore) if name not in names]
    faults += [
        _unknown(one.text, names, config.file, one.line, one.column)
        for one in (*config.select, *config.ignore)
        if one.text not in names
    ]
    faults += [_unknown(one.rule, names, config.file, one.line) for one in config.overrides if one.rule not in names]
    if faults:
        raise ConfigError(*sorted(set(faults)))
    standings = [_standing(rule, config, asked, dropped) for rule in rules]
    return Rules(packs, tuple(sorted(standings, key=lambda one: one.rule.name)))


def _unknown(name: str, names: Iterable[str], file: str | None = None, line: int = 0, column: int = 1) -> Fault:
    hint = did_you_mean(name, names, "; `fairaudit rules` lists them")
    return Fault(file or "options", line, column, f"there is no rule, pack or family `{name}`{hint}")


def _standing(rule: Rule, config: Config, asked: tuple[str, ...], dropped: tuple[str, ...]) -> Standing:
    mine = {rule.id, rule.name, rule.pack, rule.family}
    override = next((one for one in config.overrides if one.rule in (rule.id, rule.name)), None)
    why_not = None
    if override and override.off:
        why_not = f"turned off in {config.file}"
    elif mine & set(dropped):
        why_not = "ignored"
    elif asked and not mine & set(asked):
        why_not = "not selected"
    changed = _rebound(rule, override, config.file or "") if override and override.options else rule
    severity = override.severity if override and override.severity else rule.severity
    set_by = config.file if override and override.options else rule.pack
    return Standing(changed, severity, why_not, set_by or rule.pack)


def _rebound(rule: Rule, override: Override, file: str) -> Rule:
    """Return a rule with some of its options set by the settings; raises `ConfigError`."""
    shape = rule.given.shape.of or rule.given.shape
    try:
        options = bind(rule.check, {**rule.given_options, **override.options}, shape, rule.needs)
        check_patterns(options)
    except OptionError as error:
        raise ConfigError(*(Fault(file, override.line, 1, message) for _, message in error.faults)) from None
    return replace(rule, options=options, given_options={**rule.given_options, **override.options})


class Force(NamedTuple):
    """The rules that are judged under some laws, with everything a report says about them."""

    standings: tuple[Standing, ...]
    packs: tuple[str, ...]
    options: tuple[UsedOption, ...]
    digest: str
    laws: tuple[str, ...]
    """The packs of law there are, in force or not."""


def force_under(rules: Rules, laws: frozenset[str]) -> Force:
    """Return the rules that are judged under some laws: a law's rule replaces the core rule of the same id."""
    applies = {pack.name for pack in rules.packs if pack.applies != "law" or pack.name in laws}
    standing = [one for one in rules.standings if one.why_not is None and one.rule.pack in applies]
    replaced = {one.rule.id for one in standing if one.rule.pack in laws}
    kept = tuple(_capped(one, laws) for one in standing if not (one.rule.pack == "core" and one.rule.id in replaced))
    packs = tuple(dict.fromkeys(one.rule.pack for one in kept))
    known = tuple(pack.name for pack in rules.packs if pack.applies == "law")
    return Force(kept, packs, _options_of(kept), _digest_of(kept), known)


def _capped(standing: Standing, laws: frozenset[str]) -> Standing:
    """Return a core rule no graver than the law allows; a severity of the user's own stays."""
    if standing.rule.pack != "core" or standing.severity != standing.rule.severity:
        return standing
    return standing._replace(severity=capped(standing.severity, laws))


def _options_of(standings: tuple[Standing, ...]) -> tuple[UsedOption, ...]:
    """Return every number and word that rules were judged with, and who set it."""
    return tuple(
        UsedOption(one.rule.name, option.name, str(one.rule.given_options[option.name]), one.set_by)
        for one in standings
        for option in one.rule.options
        if option.kind == "value" and option.name in one.rule.given_options
    )


def _digest_of(standings: tuple[Standing, ...]) -> str:
    """Return one hash over the files of the rules in force, their severities and their options."""
    lines = [
        f"{one.rule.name} {one.rule.sha256} {one.severity} {sorted(one.rule.given_options.items())!r}"
        for one in standings
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
