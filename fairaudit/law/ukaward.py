"""Conditions of the Procurement Act 2023 about the award: by which ground it is direct, and whether a standstill is mandatory."""

from __future__ import annotations

import re

from fairaudit.law.conditions import Answer, call_off, condition, framework
from fairaudit.law.moments import happened
from fairaudit.law.uk import (
    PACK,
    concession,
    covered,
    defence,
    direct_award,
    dynamic_market,
    light_touch,
    private_utility,
    utilities,
)
from fairaudit.procurement.case import Case

# Schedule 5 and sections 42 and 43, in the numbers and words by which people cite them; the first that fits counts.
_NUMBERED = re.compile(
    r"\bpara(?:graph)?s?\.?\s*(\d{1,2})\b|\bsch(?:edule)?\.?\s*5\s*[,(:/]\s*(\d{1,2})\b", re.IGNORECASE
)
_SECTIONED = re.compile(r"\b(?:s|sec|section)\.?\s?(4[23])\b", re.IGNORECASE)
_WORDED = (
    ("s.43", r"switch"),
    ("s.42", r"protect(?:ion of)? life|public (?:order|safety)"),
    ("13", r"urgen"),
    ("15", r"user choice"),
    ("8", r"\brepeat|similar (?:goods|services|works)"),
    ("7", r"\badditional|\bextension|partial replacement|incompatib"),
    ("6", r"technical reason|absence of competition"),
    ("5", r"exclusive right|intellectual property|patent|copyright"),
    ("4", r"work of art|artistic"),
    ("2", r"prototype|novel"),
    ("10", r"commodit"),
    ("11", r"insolven|liquidat|administration"),
    ("18", r"deploy"),
    ("20", r"armed forces"),
)
# Paragraphs 3, 9, 12, 14, 16 and 17 explain the grounds before them and are cited with them.
_WITH = {"3": "2", "9": "8", "12": "11", "14": "13", "16": "15", "17": "15"}
GROUNDS = frozenset({"2", "4", "5", "6", "7", "8", "10", "11", "13", "15", "18", "19", "20", "s.42", "s.43"})
"""What a direct award may rest on: the paragraphs of Schedule 5 that are justifications, and sections 42 and 43."""


def ground_of(case: Case) -> str | None:
    """Return the ground a direct award rests on, `13` for paragraph 13 of Schedule 5 or `s.43`; `` (empty) for none known."""
    given = case.tender.direct_award.ground if case.tender.direct_award else None
    if given is None:
        return None
    numbered = _NUMBERED.search(given)
    if numbered:
        number = numbered[1] or numbered[2]
        return _WITH.get(number, number)
    section = _SECTIONED.search(given)
    if section:
        return f"s.{section[1]}"
    return next((name for name, words in _WORDED if re.search(words, given, re.IGNORECASE)), "")


def _rests_on(case: Case, wanted: tuple[str, ...], words: str) -> Answer:
    ground = case.once(ground_of)
    if ground is None and case.once(direct_award).holds is not True:
        # Whoever awards directly records it, so silence is no sign of it.
        return Answer(False, "no direct award is recorded")
    if ground is None:
        return Answer(None, "the ground of the direct award is not given", ("tender.direct_award.ground",))
    if ground == "":
        said = case.tender.direct_award.ground if case.tender.direct_award else ""
        return Answer(
            None, f"the ground of the direct award names no known one: {said}", ("tender.direct_award.ground",)
        )
    return Answer(ground in wanted, f"the direct award {'rests' if ground in wanted else 'does not rest'} on {words}")


@condition(PACK)
def extreme_urgency(case: Case) -> Answer:
    """A direct award for extreme and unavoidable urgency (Sch 5 paras 13 and 14)."""
    return _rests_on(case, ("13",), "extreme and unavoidable urgency (Sch 5 para 13)")


@condition(PACK)
def user_choice(case: Case) -> Answer:
    """A direct award of a user choice contract (Sch 5 para 15)."""
    return _rests_on(case, ("15",), "user choice (Sch 5 para 15)")


@condition(PACK)
def single_supplier_ground(case: Case) -> Answer:
    """A direct award because only one supplier can supply (Sch 5 paras 5 and 6)."""
    return _rests_on(case, ("5", "6"), "a single supplier (Sch 5 para 5 or 6)")


@condition(PACK)
def repeat_ground(case: Case) -> Answer:
    """A direct award of similar goods, services or works to the existing supplier (Sch 5 para 8)."""
    return _rests_on(case, ("8",), "repeat goods, services or works (Sch 5 para 8)")


@condition(PACK)
def switched(case: Case) -> Answer:
    """A direct award after a competition without suitable tenders (s.43)."""
    return _rests_on(case, ("s.43",), "switching after a competition (s.43)")


@condition(PACK)
def exempt_from_standstill(case: Case) -> Answer:
    """No mandatory standstill (s.51(3)): urgency, s.42, private utilities directly, frameworks, dynamic markets, light touch."""
    for other in (call_off, dynamic_market, light_touch):
        answer = case.once(other)
        if answer.holds:
            return Answer(True, answer.because)
    # Without a method the award is taken for competitive: whoever relies on urgency records the ground.
    if case.once(direct_award).holds:
        if case.once(private_utility).holds:
            return Answer(True, "a private utility awards it directly")
        urgent = _rests_on(case, ("13", "s.42"), "urgency or the protection of life (Sch 5 para 13, s.42)")
        if urgent.holds is not False:
            return urgent
    open_ = case.once(light_touch)
    return open_ if open_.holds is None else Answer(False, "it is none of the contracts of s.51(3)")


@condition(PACK)
def standstill_stated(case: Case) -> Answer:
    """A contract award notice or the record of an award states when a standstill ends (s.51(1)(b) and (4))."""
    stated = bool(happened(case, "standstill-end"))
    return Answer(stated, "the end of a standstill is stated" if stated else "no end of a standstill is stated")


@condition(PACK)
def change_standstill_stated(case: Case) -> Answer:
    """A contract change notice states when a standstill ends (s.76)."""
    stated = bool(happened(case, "change-standstill-end"))
    return Answer(stated, "the end of a standstill is stated" if stated else "no end of a standstill is stated")


@condition(PACK)
def framework_call_off(case: Case) -> Answer:
    """A contract called off under a framework to which ss.45 and 46 apply: no light touch framework, no concession."""
    called = case.once(call_off)
    if not called.holds:
        return called
    for other in (light_touch, concession):
        answer = case.once(other)
        if answer.holds is not False:
            return answer.turned()
    return called


@condition(PACK)
def open_framework(case: Case) -> Answer:
    """The framework is one of an open framework, a scheme of successive frameworks (s.49)."""
    given = case.tender.framework
    if given is None:
        return Answer(False, "no framework is set up")
    return Answer(
        bool(given.open), "it is an open framework" if given.open else "nothing says that it is an open framework"
    )


@condition(PACK)
def single_supplier_framework(case: Case) -> Answer:
    """The framework is with one supplier."""
    given = case.tender.framework
    if given is None or given.suppliers is None:
        return Answer(
            None, "with how many suppliers the framework is set up is not given", ("tender.framework.suppliers",)
        )
    return Answer(given.suppliers == 1, f"the framework is set up with {given.suppliers} suppliers")


@condition(PACK)
def term_limited_framework(case: Case) -> Answer:
    """A framework whose term s.47 limits: not of an open framework, a private utility, or for light touch services."""
    if not case.once(framework).holds:
        return case.once(framework)
    for other in (open_framework, private_utility, light_touch):
        answer = case.once(other)
        if answer.holds is not False:
            return answer.turned()
    return Answer(True, "a framework is set up to which s.47 applies")


@condition(PACK)
def defence_or_utilities(case: Case) -> Answer:
    """A defence and security or a utilities contract."""
    answers = [case.once(one) for one in (defence, utilities)]
    return next((one for one in answers if one.holds), next((one for one in answers if one.holds is None), answers[0]))


@condition(PACK)
def abandoned(case: Case) -> Answer:
    """The buyer decided not to award after a notice (s.55)."""
    status = case.tender.status
    if status is None:
        return Answer(None, "whether the procurement was given up is not given", ("tender.status",))
    ended = status in ("cancelled", "unsuccessful", "withdrawn")
    return Answer(ended, f"tender.status is {status}")


@condition(PACK)
def competed(case: Case) -> Answer:
    """An award under s.19, after a competitive tendering procedure of a covered procurement: no call-off, no direct award."""
    for other, wanted in ((covered, True), (call_off, False), (direct_award, False)):
        answer = case.once(other)
        if answer.holds is not wanted:
            return answer if wanted else answer.turned()
    return Answer(True, "the contract is awarded after a competition")


@condition(PACK)
def conditions_bound(case: Case) -> Answer:
    """What a supplier must meet is bound by s.22, or in a call-off by s.46: no direct award, no light touch framework."""
    answer = case.once(covered)
    if answer.holds is not True:
        return answer
    if case.once(call_off).holds:
        return case.once(framework_call_off)
    return case.once(direct_award).turned()


def _reserved(case: Case, words: str, said: str) -> Answer:
    given = case.tender.reserved
    if given is None:
        return Answer(False, "no reservation is recorded")
    texts = [one for one in (given.provision, given.organisations) if one]
    if not texts:
        return Answer(None, "for whom it is reserved is not given", ("tender.reserved.provision",))
    holds = any(re.search(words, one, re.IGNORECASE) for one in texts)
    return Answer(holds, f"it is {'' if holds else 'not '}reserved for {said}")


@condition(PACK)
def reserved_for_mutuals(case: Case) -> Answer:
    """Reserved for public service mutuals (s.33)."""
    return _reserved(case, r"mutual|\b(?:s|sec|section)\.?\s?33\b", "public service mutuals")


@condition(PACK)
def reserved_for_supported_employment(case: Case) -> Answer:
    """Reserved for supported employment providers (s.32)."""
    words = r"supported employment|sheltered|\b(?:s|sec|section)\.?\s?32\b"
    return _reserved(case, words, "supported employment providers")


@condition(PACK)
def award_notice_due(case: Case) -> Answer:
    """A contract award notice is due (s.50(6)): no user choice, and no call-off of a defence framework."""
    chosen = case.once(user_choice)
    if chosen.holds is not False:
        return chosen.turned()
    if case.once(call_off).holds and case.once(defence).holds:
        return Answer(False, "it is called off under a defence and security framework")
    return Answer(True, "a contract award notice is due")


@condition(PACK)
def reserved(case: Case) -> Answer:
    """The competition is kept for certain suppliers; like a special regime, that is stated where it is so."""
    holds = case.tender.reserved is not None
    return Answer(holds, f"{'a' if holds else 'no'} reservation is recorded")


@condition(PACK)
def refining(case: Case) -> Answer:
    """Award criteria may have been refined: not in an open procedure, unless that is recorded."""
    tender = case.tender
    if tender.procurement_method == "open" and not tender.refinements:
        return Answer(False, "the procedure is open, and no refinement is recorded")
    return Answer(True, "the procedure may provide for refining award criteria")


@condition(PACK)
def contract_running(case: Case) -> Answer:
    """A contract was entered into, so that it can be modified."""
    runs = happened(case, "contract") or happened(case, "change-notice") or happened(case, "modification")
    changed = any(one.modifications for one in case.awards)
    return Answer(
        bool(runs or changed), "a contract runs" if runs or changed else "no contract is recorded as entered into"
    )
