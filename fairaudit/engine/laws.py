"""The laws a case names: one that no pack knows is said out loud, since its silence would read as a pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fairaudit.analysis.nearest import did_you_mean
from fairaudit.engine.contract.report import Outcome, Severity, Unlooked, Verdict
from fairaudit.engine.facts import clean
from fairaudit.engine.waivers import BuiltIn
from fairaudit.law.regime import Terms
from fairaudit.procurement.case import Case

# Under the Provider Selection Regime a core rule has no provision to stand on but regulation 4 (SI 2023/1348): nobody is told
# that such a finding alone is critical there.
AT_MOST = {"nhs-psr": Severity.HIGH}

OF_NO_LAW = ("core", "barriers")
"""The packs that come with the program and rest on no law."""


LAW_WITHOUT_PACK = BuiltIn(
    "law-without-pack", "The tender names a law that no pack of rules knows", Severity.HIGH,
    "The law {law} has no pack of rules.",
    "Nothing was judged under this law: that nothing was found says nothing about it.",
    "Name the law as a pack calls it, install the pack, or have this law looked at by a person.",
    "Please say under which law this procurement is run.",
)  # fmt: skip
"""Its verdict stands in the report where it is needed; its pack is `fairaudit`."""


def capped(severity: Severity, laws: frozenset[str]) -> Severity:
    """Return the severity a core rule may have at most under some laws."""
    return max((severity, *(most for law, most in AT_MOST.items() if law in laws)), key=lambda one: one.rank)


def named_by_a_notice(case: Case, law: str) -> str:
    """Return which notice names a law that nobody else does, in words; nothing where the tender or the asker names it."""
    if law in (*(case.tender.law or ()), *case.asked_laws):
        return ""
    found = next((one for one in case.domains if one.pack == law), None)
    if found is None:
        return ""
    return f"the notice's regulatory domain names it (tender.notices[{found.place}].regulatory_domain: {clean(found.text, 60)})"


def with_principles(verdicts: tuple[Verdict, ...], governing: Sequence[Terms]) -> tuple[Verdict, ...]:
    """Return verdicts of which the findings of rules of no law say on which general duty of a law in force they may bear."""
    said = [one for one in governing if one.principle]
    if not said:
        return verdicts
    return tuple(_with_principles(one, said) if one.findings and one.pack in OF_NO_LAW else one for one in verdicts)


def _with_principles(verdict: Verdict, said: Sequence[Terms]) -> Verdict:
    words = " ".join(one.principle for one in said if verdict.family in one.principle_of)
    if not words:
        return verdict
    return replace(
        verdict, findings=tuple(replace(one, note=f"{one.note} {words}".strip()) for one in verdict.findings)
    )


def laws_without_pack(case: Case, known: tuple[str, ...]) -> tuple[Verdict, ...]:
    """Return a verdict that is not assessed where a case names laws that no pack knows."""
    places = [
        Unlooked(f"tender.law[{index}]", f'no pack called "{clean(law)}"{did_you_mean(law, known, _listed(known))}')
        for index, law in enumerate(case.tender.law or ())
        if law not in known
    ]
    places += [
        Unlooked(
            f"tender.notices[{one.place}].regulatory_domain",
            f'the regulatory domain "{clean(one.text)}" names no law that a pack knows{_listed(known)}',
        )
        for one in case.domains
        if one.pack not in known
    ]
    if not places:
        return ()
    return (
        Verdict(
            rule=LAW_WITHOUT_PACK.id,
            pack="fairaudit",
            family="record",
            title=LAW_WITHOUT_PACK.title,
            outcome=Outcome.NOT_ASSESSED,
            severity=LAW_WITHOUT_PACK.severity,
            basis="record",
            reason=places[0].reason,
            assessed=0,
            unassessed=tuple(places),
            missing=(),
            notes=(),
            findings=(),
        ),
    )


def _listed(known: tuple[str, ...]) -> str:
    return f"; there are {', '.join(known)}" if known else "; this version has no packs of law"
