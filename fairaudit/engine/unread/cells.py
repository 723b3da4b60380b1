"""What rules say of a case whose scores were read in part: nothing that leans on what was not read passes; its place is named.

What is found stands where it says the same whatever the scores are put at that were not read; else it is not assessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from fairaudit.engine.contract.report import Confidence, Outcome, Severity
from fairaudit.engine.judge import Judgement, Measured
from fairaudit.engine.rulefiles.paths import Unjudged
from fairaudit.engine.rulefiles.rule import Rule
from fairaudit.engine.unread.supposing import Supposed, standing, supposed
from fairaudit.engine.unread.tables import watched_part
from fairaudit.procurement.case import Case
from fairaudit.procurement.loading.unread import SCORE_LISTS, unread_in_part
from fairaudit.procurement.model.evaluation import Score
from fairaudit.procurement.model.node import built, text_of
from fairaudit.procurement.model.shape import fields_of
from fairaudit.procurement.wanted import COMPLETENESS
from fairaudit.sources.document import Unreadable

T = TypeVar("T")
Judge = Callable[[Case], Judgement]

NOT_ALL = "not all "
"""How a reason begins that says that some scores could not be read."""
_SHEET = r"(?:'(?:[^']|'')+'|[^\s()':!]+)!(?=[A-Z]{1,3}[0-9]+: )"
_MOST_WATCHED = 20_000
"""Of how many scores it is noted which fields are looked at; of more the whole list counts as looked at."""


class Seen:
    """What is looked at: now, and while each thing was made that rules share."""

    def __init__(self) -> None:
        self.now: set[str] = set()
        self.by: dict[object, set[str]] = {}

    def add(self, name: str) -> None:
        """Note that something is looked at."""
        self.now.add(name)


@dataclass(frozen=True)
class Watched(Case):
    """A case that notes which of its scores are looked at; whoever asks for what was made of them before looks at them, too."""

    seen: Seen = field(default_factory=Seen, compare=False, repr=False)
    lacks: dict[str, list[Unreadable]] = field(default_factory=dict, compare=False, repr=False)
    """What was not read, by the name under which it is noted that a rule would look at it."""
    unwatched: bool = False
    """Whether there are too many scores to note which of their fields are looked at."""
    supposed: list[Supposed] = field(default_factory=list, compare=False, repr=False)

    def once(self, make: Callable[[Case], T]) -> T:
        """Return what a pure function makes of this case, and note what it looks at."""
        outer, self.seen.now = self.seen.now, set()
        try:
            if make in self.made:
                self.seen.now = self.seen.by.get(make, set())
            made = super().once(make)
            self.seen.by[make] = self.seen.now
        finally:
            self.seen.now = outer | self.seen.now
        return made


def watched(case: Case) -> Case:
    """Return a case that notes which of its scores are looked at, where some of them could not be read; else the case."""
    lacks: dict[str, list[Unreadable]] = {}
    for one in unread_in_part(case.unreadable):
        lacks.setdefault(_noted_as(one), []).append(one)
    root = case.procurement
    if not lacks or root.evaluation is None:
        return case
    seen = Seen()
    values = dict(root.evaluation.__dict__)
    unwatched = any(len(getattr(root.evaluation, name) or ()) > _MOST_WATCHED for name in SCORE_LISTS)
    watch = _watcher({one for one in lacks if "[" in one}, seen)
    for name in SCORE_LISTS:
        if (scores := values.get(name)) and isinstance(scores, tuple):
            values[name] = tuple(watch(one) for one in scores) if not unwatched else scores
    names = set(SCORE_LISTS)
    evaluation = watched_part(root.evaluation, values, names, "evaluation.", seen)
    changed = watched_part(root, {**root.__dict__, "evaluation": evaluation}, set(), "", seen)
    return Watched(**{**case.__dict__, "procurement": changed, "made": {}}, seen=seen, lacks=lacks, unwatched=unwatched)


def _noted_as(one: Unreadable) -> str:
    """Return what is looked at by a rule that leans on something which was not read."""
    if one.lost is None or not one.lost.field:
        return text_of(one.path[:4])
    return text_of((*one.path[:2], 0, one.lost.field))


def _watcher(exact: set[str], seen: Seen) -> Callable[[Score], Score]:
    """Return what makes a score that says the same and notes which of its fields are looked at."""
    fields = frozenset(fields_of(Score))

    def look(self: Score, name: str) -> object:
        if name in fields:
            path = object.__getattribute__(self, "__dict__")["path"]
            seen.add(f"{path[0]}.{path[1]}[].{name}")
            if (place := f"{path[0]}.{path[1]}[{path[2]}].{name}") in exact:
                seen.add(place)
        return object.__getattribute__(self, name)

    kind = type(Score.__name__, (Score,), {"__getattribute__": look})
    return lambda score: built(kind, score.path, dict(score.__dict__))


def _leaning(case: Watched) -> list[Unreadable]:
    """Return what was not read of that which has been looked at."""
    looked = case.seen.now
    return [
        one
        for name, several in case.lacks.items()
        if name in looked or (name.partition("[")[0] in looked and case.unwatched)
        for one in several
        if "[" in name or not _known_all(case, one)
    ]


def _known_all(case: Watched, one: Unreadable) -> bool:
    """Whether everything that is looked at of a list is known of what it lacks, too: who gave a score, or for which bid."""
    listed = text_of(one.path[:2])
    fields = {name.partition("].")[2] for name in case.seen.now if name.startswith(listed + "[")}
    if one.lost is None or case.unwatched or not fields or not fields <= {"evaluator", "bid", "criterion"}:
        return False
    scores: tuple[Score, ...] = getattr(case.evaluation, str(one.path[1])) or ()
    return all(
        (value := getattr(one.lost, name)) and any(getattr(each, name) == value for each in scores) for name in fields
    )


def judged_in_part(case: Case, judge: Judge) -> Judgement:
    """Return what a rule says about a case, and of a watched one what it can say without what was not read."""
    if not isinstance(case, Watched):
        return judge(case)
    case.seen.now = set()
    judgement = judge(case)
    given = judgement.rule.given.text
    if judgement.outcome is not Outcome.NOT_APPLICABLE or judgement.reason is None:
        case.seen.now |= {name for name in case.lacks if given.startswith(name)}
    elif judgement.outcome is Outcome.NOT_APPLICABLE and not any(given.startswith(name) for name in case.lacks):
        return judgement
    lacks = _leaning(case)
    if lacks and judgement.outcome is not Outcome.ERROR:
        _settle(case, judgement, lacks, judge)
        if not case.names and _has_numbers_for_names(judgement.rule):
            judgement.unassessed = [one._replace(reason=_without_sheet(one.reason)) for one in judgement.unassessed]
            judgement.reason = judgement.reason and _without_sheet(judgement.reason)
    return judgement


def _has_numbers_for_names(rule: Rule) -> bool:
    """Whether evaluators stand in what a rule says by numbers: in statistics, and where it only measures or supposes."""
    return rule.basis == "statistic" or rule.severity is Severity.INFO


def _without_sheet(reason: str) -> str:
    """Return a reason with the cell that was not read and not its sheet, which often bears the name of an evaluator.

    The list of what was not understood has the whole place, for whoever mends the file.
    """
    return re.sub(_SHEET, "cell ", reason, count=1) if reason.startswith(NOT_ALL) else reason


def _settle(case: Watched, judgement: Judgement, lacks: list[Unreadable], judge: Judge) -> None:
    """Say of a judgement that leans on scores which were not read what it can say."""
    judgement.unassessed = [_named(one, lacks) for one in judgement.unassessed]
    if judgement.outcome is Outcome.NOT_ASSESSED:
        judgement.reason = judgement.unassessed[0].reason if judgement.unassessed else judgement.reason
        return
    hits = judgement.hits
    judgement.hits = list(_standing(case, hits, lacks, judge))
    stand = {(one.key, one.hit.at.path) for one in judgement.hits}
    fallen = [one for one in hits if (one.key, one.hit.at.path) not in stand]
    # What nobody knows of the whole, after what is not known of a place that was seen.
    for why in (*(_unknown(lacks, repr(one.facts) + one.key) for one in fallen), _unknown(lacks, "")):
        if why not in judgement.unassessed:
            judgement.unassessed.append(why)
    if judgement.hits:
        sure = any(one.confidence is not Confidence.POSSIBLE for one in judgement.hits)
        judgement.outcome = Outcome.FLAGGED if sure else Outcome.REVIEW
    else:
        judgement.outcome, judgement.reason = Outcome.NOT_ASSESSED, judgement.unassessed[0].reason


def _standing(case: Watched, hits: list[Measured], lacks: list[Unreadable], judge: Judge) -> Iterator[Measured]:
    """Yield the findings that stay as they are whatever stands where nothing was read; those that no try reached as questions."""
    if not hits:
        return
    if not case.supposed:
        case.supposed.extend(supposed(case, [one for several in case.lacks.values() for one in several]))
    hits = standing(hits, case.supposed, judge)
    # Where a score could be put nowhere, nothing was tried for it.
    tried = case.supposed and all(one in case.supposed[0].placed for one in lacks)
    for hit in hits:
        yield hit if tried else hit._replace(confidence=Confidence.POSSIBLE)


def _named(one: Unjudged, lacks: list[Unreadable]) -> Unjudged:
    """Return why a place could not be judged, by what was not read where it lacks that."""
    for name in one.missing:
        section = name.removeprefix(COMPLETENESS)
        near = [each for each in lacks if section.startswith(text_of(each.path[:2]))]
        exact = [each for each in near if len(each.path) > 2 and section.startswith(text_of(each.path))]
        if near and (exact or any(_may_be(each, one.reason + section) for each in near)):
            why = _unknown(exact or near, one.reason + section)
            return one._replace(reason=why.reason, missing=why.missing)
    return one


def _may_be(one: Unreadable, words: str) -> bool:
    """Whether what was not read may be what some words are about: a record of nobody knows which bid may be of any."""
    if one.path[-1] == "bid":
        return True
    return len(one.path) == 2 and (one.lost is None or all(part in words for part in one.lost[1:3] if part))


def _unknown(lacks: list[Unreadable], words: str) -> Unjudged:
    """Return why nothing is said, by the place that is nearest to what some words are about."""
    nearest = max(lacks, key=lambda one: sum(bool(part) and part in words for part in (one.lost or ())[:4]))
    place = text_of(nearest.path[:2])
    where = f"{nearest.file}:{nearest.line}: " if nearest.file else f"{text_of(nearest.path)} "
    why = nearest.reason.partition("; ")[0]
    cells = len({(one.file, one.line, one.reason) for one in lacks if one.lost and one.lost.also})
    others = cells + sum(not (one.lost and one.lost.also) for one in lacks) - 1
    more = f"; {others} more are like it" if others > 1 else "; one more is like it" if others else ""
    which = "single scores" if nearest.path[1] == "individual" else "agreed scores"
    if nearest.lost and nearest.lost.also:
        which = "scores, single or agreed,"
    reason = f"{NOT_ALL}{which} could be read ({where}{why}{more})"
    return Unjudged(place, reason, (f"{text_of(nearest.path)} (what could not be read)",))
