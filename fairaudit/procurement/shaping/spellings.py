"""Other ways in which people write a group of fields: flags for a word, one value for a list of one, a text for a group.

Each is settled while a document is read, so that checks know one spelling. What two spellings say must agree.
"""

import re
from collections.abc import Callable
from typing import get_args

from fairaudit.frozen import Frozen
from fairaudit.procurement.model.criteria import AwardCriterion, InsuranceTerm, SelectionCriterion
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.parties import Mitigation, Tie
from fairaudit.procurement.model.procedure import KeyCriterion
from fairaudit.procurement.model.records import Representations
from fairaudit.procurement.model.scalars import is_placeholder, looks_like_a_number, read_kind
from fairaudit.procurement.model.tender import Aim, PermissionAsked
from fairaudit.sources.document import Value


class Entry(Frozen):
    """One field of a group: its name as written, its name in the model, and its value."""

    key: str
    name: str
    value: Value


class Clash(Frozen):
    """A field, as written, that cannot be read, or that says something else than another spelling of it."""

    key: str
    message: str


Respelled = tuple[list[Entry], list[Clash]]

TREATMENTS = {"scored": "scored", "pass_fail": "pass-fail", "information": "information"}
_BETWEEN = re.compile(r"[\W_]+")
_SAID = {
    **dict.fromkeys(("passfail", "passorfail", "failpass", "failorpass"), "pass-fail"),
    **dict.fromkeys(
        ("information", "informationonly", "forinformation", "forinformationonly", "infoonly"), "information"
    ),
    **dict.fromkeys(("unscored", "notscored", "nonscored", "nottobescored"), "unscored"),
    "scored": "scored",
}
_ASKED = ("question", "criterion", "requirement", "test", "check", "gate")
_MOMENTARY = frozenset({"gift", "hospitality", "travel", "donation", "sponsorship"})
_BARE: dict[type[Part], str] = {KeyCriterion: "name", PermissionAsked: "text", Mitigation: "actions", Aim: "text"}


def bare_field(part: type[Part], text: str) -> str | None:
    """Return the field that a text stands for where it stands for a whole group; `None` where it cannot."""
    if part is InsuranceTerm:
        return "minimum" if looks_like_a_number(text) else "text"
    return _BARE.get(part)


def respelled(part: type[Part], entries: list[Entry]) -> Respelled:
    """Return the fields of a group in the model's own spelling, and those that clash."""
    rule = _RESPELL.get(part)
    return rule(entries) if rule is not None else (entries, [])


def has_other_spellings(part: type[Part]) -> bool:
    """Whether a class has any spelling but its own."""
    return part in _RESPELL


def may_be_respelled(part: type[Part], raw: dict[str, Value]) -> bool:
    """Whether a group of such a class may be in another spelling; of scores, of which there are many, few are words."""
    return part is not Score or not str(raw.get("score"))[:1].isdigit()


def other_spellings(part: type[Part]) -> tuple[str, ...]:
    """Return the names that a group may use beside the model's own."""
    if part is AwardCriterion or part in get_args(SelectionCriterion):
        return tuple(TREATMENTS)
    return (*TREATMENTS, "amount") if part is InsuranceTerm else ()


def _treatment_said(value: Value) -> str | None:
    """Return the treatment that a word means, however it is written: `Pass/Fail question`, `information only`."""
    if not isinstance(value, str):
        return None
    word = _BETWEEN.sub("", value.lower())
    return _SAID.get(word) or next((_SAID.get(word.removesuffix(one)) for one in _ASKED if word.endswith(one)), None)


def _award(entries: list[Entry]) -> Respelled:
    """Read a type that says how an answer is treated as that: beside `price` and `quality` it is no type of criterion."""
    return _treated(
        [
            Entry(one.key, "treatment", said) if one.name == "type" and (said := _treatment_said(one.value)) else one
            for one in entries
        ]
    )


def _treated(entries: list[Entry]) -> Respelled:
    """Read `scored`, `pass_fail` and `information` as the treatment they name; not scored may be either of the others."""
    flags = [one for one in entries if one.name in TREATMENTS]
    if not flags and sum(one.name == "treatment" for one in entries) < 2:
        return entries, []
    rest = [
        one._replace(value=_treatment_said(one.value) or one.value) if one.name == "treatment" else one
        for one in entries
        if one.name not in TREATMENTS
    ]
    told = [one for one in rest if one.name == "treatment"]
    wrong: list[Clash] = []
    for one in flags:
        if one.value == "true":
            told.append(Entry(one.key, "treatment", TREATMENTS[one.name]))
        elif one.value == "false":
            told += [Entry(one.key, "treatment", "unscored")] if one.name == "scored" else []
        elif isinstance(one.value, str) and is_placeholder(one.value):
            told.append(one._replace(name="treatment"))
        elif one.value is not None:
            wrong.append(Clash(one.key, "should be true or false"))
    known = [one for one in told if one.value != "unscored"]
    if known and all(one.value != "scored" for one in known):
        told = known
    other = next((one for one in told if one.value != told[0].value), None)
    rest = [one for one in rest if one.name != "treatment"] + told[:1]
    if other is not None:
        words = (
            f"is given as {told[0].value} and as {other.value}; keep one, and write a least score as `minimum_score`"
        )
        wrong.append(Clash(other.key, words))
    return rest, wrong


def _condition(entries: list[Entry]) -> Respelled:
    """Read a condition asked for information only as one that is not mandatory."""
    entries, clashes = _treated(entries)
    names = {one.name: one for one in entries}
    told = names.get("treatment")
    if told is not None and told.value == "information" and "mandatory" not in names:
        entries = [*entries, Entry(told.key, "mandatory", "false")]
    return entries, clashes


def _insurance(entries: list[Entry]) -> Respelled:
    """Read an amount as the least cover."""
    named = {one.name for one in entries}
    if "minimum" not in named:
        entries = [one._replace(name="minimum") if one.name == "amount" else one for one in entries]
    return _condition(entries)


def _tie(entries: list[Entry]) -> Respelled:
    """Read the date of a gift and the like as the day on which it began and ended."""
    names = {one.name: one for one in entries}
    day, kind = names.get("date"), names.get("kind")
    if day is None or kind is None or not isinstance(kind.value, str):
        return entries, []
    said = read_kind(kind.value)
    if said not in _MOMENTARY and _MOMENTARY.isdisjoint(_BETWEEN.split(said or "")):
        return entries, []
    more = [Entry(day.key, name, day.value) for name in ("start_date", "end_date") if name not in names]
    return [*entries, *more], []


def _representations(entries: list[Entry]) -> Respelled:
    """Read a further decision in words as what was decided, one as a date as when."""
    made = [
        one._replace(name="decision")
        if one.name == "further_decision" and isinstance(one.value, str) and not one.value[:1].isdigit()
        else one
        for one in entries
    ]
    return made, []


_MET = {"pass": "true", "passed": "true", "fail": "false", "failed": "false"}


def words_for(part: type[Part]) -> dict[str, tuple[str, ...]]:
    """Return the words that the fields of a class take in place of their own values."""
    return {"score": tuple(_MET)} if part is Score else {}


def _score(entries: list[Entry]) -> Respelled:
    """Read `pass` and `fail` in place of a score as what was found on a pass/fail question, as in a table of scores."""
    if any(one.name == "met" for one in entries):
        return entries, []
    words = {one.key: _MET.get(one.value.strip().lower()) for one in entries if isinstance(one.value, str)}
    return [
        one._replace(name="met", value=said) if one.name == "score" and (said := words.get(one.key)) else one
        for one in entries
    ], []


TABLES = {"individual": "individual_tables", "consensus": "consensus_tables"}
"""Lists of scores in whose place the tables that hold them may stand."""


def stands_for(part: type[Part]) -> dict[str, str]:
    """Return the fields of a class in whose place the value of another may stand."""
    return TABLES if part is Evaluation else {}


def _evaluation(entries: list[Entry]) -> Respelled:
    """Read a group with a file, or a list of such, as the tables that hold the scores."""
    made: list[Entry] = []
    wrong: list[Clash] = []
    for one in entries:
        held = one.value if isinstance(one.value, list) else [one.value]
        files = [isinstance(each, dict) and any(key.lower() == "file" for key in each) for each in held]
        if one.name not in TABLES or not any(files):
            made.append(one)
        elif all(files):
            made.append(one._replace(name=TABLES[one.name]))
        else:
            wrong.append(Clash(one.key, f"holds scores and tables; put the tables under `{TABLES[one.name]}`"))
    return made, wrong


_RESPELL: dict[type[Part], Callable[[list[Entry]], Respelled]] = {
    AwardCriterion: _award,
    InsuranceTerm: _insurance,
    Tie: _tie,
    Representations: _representations,
    Evaluation: _evaluation,
    Score: _score,
    **dict.fromkeys(get_args(SelectionCriterion), _condition),
}
