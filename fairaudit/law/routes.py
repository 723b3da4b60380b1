"""The processes of the Provider Selection Regime, and which of them the facts of a case leave open.

Source: Health Care Services (Provider Selection Regime) Regulations 2023 (SI 2023/1348), regs 6, 14, 16 and 18.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fairaudit.frozen import Frozen
from fairaudit.law.existing import Limb, existing_provider, goes_to_the_existing_provider, replaced
from fairaudit.procurement.case import Case

PROCESS_A = "Direct Award Process A"
PROCESS_B = "Direct Award Process B"
PROCESS_C = "Direct Award Process C"
MOST_SUITABLE = "the Most Suitable Provider Process"
COMPETITIVE = "the Competitive Process"
URGENT = "an urgent award"
CALL_OFF = "a contract under a framework without a competition"

_WORDS = tuple(
    (route, re.compile(words))
    for route, words in (
        (URGENT, r"\burgen"),
        (PROCESS_A, r"\b(?:direct award(?: process)?|dap|da|process) ?a\b|^a$"),
        (PROCESS_B, r"\b(?:direct award(?: process)?|dap|da|process) ?b\b|^b$"),
        (PROCESS_C, r"\b(?:direct award(?: process)?|dap|da|process) ?c\b|^c$"),
        (MOST_SUITABLE, r"\bmost suitable\b|\bmsp\b"),
        (CALL_OFF, r"\b(?:call off|framework)\b.*\bwithout\b"),
        (COMPETITIVE, r"(?<!without )(?<!without a )(?<!without any )\bcompetiti"),
    )
)
_CHOICES = frozenset({PROCESS_A, PROCESS_B, PROCESS_C, MOST_SUITABLE, COMPETITIVE})
_NOT_URGENT = re.compile(
    r"\b(?:not|non)[ -]+(?:an? )?urgen\w*(?: (?:awards?|basis))?|\burgen\w*\s*[:=]\s*(?:no|false|n)\b"
)
_PARTS = re.compile(r"[();:,.\n]|\bbut\b|\s[-\u2013\u2014]+\s")
_DENIED = re.compile(
    r"\b(?:not|no|never|nor|neither|no longer|rather than|instead of|in place of|in lieu of)\b"
    r"(?! (?:only|later|earlier|less|more)\b)(?P<rest>.*)"
)
_WHOLLY = re.compile(
    r" *(?:$|(?:being )?(?:required|needed|used|followed|applicable|held|run|possible|intended|open)\b)"
)


class Declared(Frozen):
    """The process a buyer says it follows, and the field that says so."""

    route: str
    field: str


def declared_route(case: Case) -> Declared | None:
    """Return the process a case says is followed, `None` where none is said or the word for it is not known."""
    return case.once(_declared)


def _declared(case: Case) -> Declared | None:
    tender = case.tender
    ground = tender.direct_award.ground if tender.direct_award else None
    said = (
        (tender.route, "tender.route"),
        (ground, "tender.direct_award.ground"),
        (tender.procurement_method_details, "tender.procurement_method_details"),
    )
    for text, field in said:
        route = _called(text or "")
        if route is not None:
            return Declared(route, field)
    if tender.route is None and tender.urgency is not None and tender.urgency.claimed:
        return Declared(URGENT, "tender.urgency.claimed")
    return None


def _called(text: str) -> str | None:
    """Return the process that a text means; `None` for one it does not name, and where it names two without denying one."""
    kept = " ".join(_undenied(one) for one in _PARTS.split(_NOT_URGENT.sub(";", text.lower().replace("_", " "))))
    plain = re.sub(r"[^a-z0-9]+", " ", kept).strip()
    named = [one for one, words in _WORDS if words.search(plain)]
    return named[0] if named and (named[0] not in _CHOICES or len(named) == 1) else None


def _undenied(part: str) -> str:
    """Return a part of a text up to a `not`; nothing of one whose `not` is about what stands before it."""
    denied = _DENIED.search(part)
    if denied is None:
        return part
    return "" if _WHOLLY.match(denied["rest"]) else part[: denied.start()]


def surest(failed: Sequence[Limb]) -> str | None:
    """Return how sure the surest of some failed conditions is; `None` as sure as the facts."""
    return min((one.confidence for one in failed), key=(None, "likely", "possible").index)


def limbs_of(case: Case, route: str) -> tuple[Limb, ...]:
    """Return the conditions under which a process may be followed; none for those that regulation 6 does not open.

    The last of those of Processes A and C is that the award is to the existing provider.
    """
    kinds = {PROCESS_A: _of_a, PROCESS_B: _of_b, PROCESS_C: _of_c, MOST_SUITABLE: _of_most_suitable}
    limbs = kinds[route](case) if route in kinds else ()
    cite = {PROCESS_A: "reg 6(3)(b)", PROCESS_C: "reg 9(3)"}.get(route)
    return (*limbs, goes_to_the_existing_provider(case, cite)) if cite else limbs


def must_be_followed(case: Case) -> str | None:
    """Return the process that regulation 6 orders, where the facts say so; the others leave the buyer a choice."""
    if _concludes_a_framework(case):
        return COMPETITIVE
    return _direct_award_ordered(case)


def _direct_award_ordered(case: Case) -> str | None:
    ordered = ((PROCESS_A, _of_a), (PROCESS_B, _of_b))
    return next((route for route, limbs in ordered if all(one.holds for one in limbs(case))), None)


def open_routes(case: Case) -> tuple[str, ...]:
    """Return the processes that the facts leave open, and `perhaps` those that hang on what is not given (reg 6(3) to (8))."""
    ordered = must_be_followed(case)
    if ordered is not None:
        return (ordered,)
    asked = {one: [limb.holds for limb in limbs_of(case, one)] for one in (PROCESS_C, MOST_SUITABLE)}
    certain = [one for one, holds in asked.items() if all(holds)]
    perhaps = [f"perhaps {one}" for one, holds in asked.items() if None in holds and False not in holds]
    return (*certain, COMPETITIVE, *perhaps)


def _said(value: bool | None, wanted: bool, yes: str, no: str, cite: str, field: str) -> Limb:
    """Return a condition that one flag answers."""
    if value is None:
        return Limb(None, f"{field} is not given", cite, (field,))
    return Limb(value is wanted, yes if value is wanted else no, cite)


def _no_framework(case: Case, cite: str) -> Limb:
    holds = not _concludes_a_framework(case)
    return Limb(
        holds, "no framework agreement is concluded" if holds else "a framework agreement is to be concluded", cite
    )


def _concludes_a_framework(case: Case) -> bool:
    """Whether a framework agreement is to be concluded; one that a contract is awarded under is concluded already."""
    regime = case.tender.regime
    framework = case.tender.framework
    return framework is not None and framework.set_up is not False and not (regime and regime.call_off_of)


def _of_a(case: Case) -> tuple[Limb, ...]:
    existing = case.tender.existing_contract
    only = existing.only_provider if existing else None
    return (
        existing_provider(case, "reg 6(3)(a)"),
        _said(
            only, True, "only the existing provider can provide the services",
            "the existing provider is not the only one that can provide the services", "reg 6(3)(b)",
            "tender.existing_contract.only_provider",
        ),
        _no_framework(case, "reg 6(3)(c)"),
    )  # fmt: skip


def _of_b(case: Case) -> tuple[Limb, ...]:
    choice = case.tender.patient_choice
    field = "tender.patient_choice."
    return (
        _said(choice.offered if choice else None, True, "patients are offered a choice of provider",
              "patients are offered no choice of provider", "reg 6(4)(a)", f"{field}offered"),
        _said(choice.restricted if choice else None, False, "the number of providers is not restricted",
              "the number of providers is restricted", "reg 6(4)(b)", f"{field}restricted"),
        _said(choice.offered_to_all if choice else None, True, "every provider that meets the requirements is offered a contract",
              "not every provider that meets the requirements is offered a contract", "reg 6(4)(c)", f"{field}offered_to_all"),
        _said(choice.open_to_interest if choice else None, True, "providers can say that they are interested",
              "there is no way for providers to say that they are interested", "reg 6(4)(d)", f"{field}open_to_interest"),
        _no_framework(case, "reg 6(4)(e)"),
    )  # fmt: skip


def _not_ordered(case: Case, cite: str) -> Limb:
    """Return that neither Process A nor Process B must be followed; whoever does not claim their conditions has neither."""
    ordered = _direct_award_ordered(case)
    return Limb(ordered is None, f"{ordered} must be followed" if ordered else "no direct award is ordered", cite)


def _of_c(case: Case) -> tuple[Limb, ...]:
    return (
        _not_ordered(case, "reg 6(5)(a)"),
        *replaced(case),
        _no_framework(case, "reg 6(5)(e)"),
    )


def _of_most_suitable(case: Case) -> tuple[Limb, ...]:
    return (_not_ordered(case, "reg 6(6)(a)"), _by_choice_or_likely(case), _no_framework(case, "reg 6(6)(d)"))


def _by_choice_or_likely(case: Case) -> Limb:
    """Return whether the Most Suitable Provider Process may be chosen.

    Where a contract is replaced as paragraph (5) has it, the buyer may choose that process whatever it thinks of its prospects;
    where not, it must think that it is likely to be able to identify the most suitable provider (reg 6(6)(b) and (c)).
    """
    by_five = replaced(case)
    if all(one.holds for one in by_five):
        return Limb(True, "the buyer may choose it in place of Direct Award Process C", "reg 6(5)")
    found = case.tender.most_suitable
    likely = _said(
        found.likely if found else None, True, "the most suitable provider is likely to be identified",
        "the most suitable provider is not likely to be identified", "reg 6(6)(c)", "tender.most_suitable.likely",
    )  # fmt: skip
    if likely.holds is not False:
        return likely
    failed = [one for one in by_five if one.holds is False]
    if not failed:
        open_ = next(one for one in by_five if one.holds is None)
        return Limb(
            None, f"whether paragraph (5) leaves it open is not known: {open_.words}", open_.cite, open_.missing
        )
    return likely._replace(confidence=surest(failed))
