"""The check of what a newcomer takes over with the staff: who they are, what they are owed, and their pensions."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.texts.corpus import EVERYWHERE, corpus_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.node import Node
from fairaudit.procurement.model.tender import Disclosure
from fairaudit.procurement.model.told import tells

_PENSIONS = "their pensions"
_GROUPS = (
    ("the staff and what they are owed", frozenset({"staff-transfer", "staff", "staff-data", "tupe", "workforce",
     "tupe-data", "staff-list"})),
    (_PENSIONS, frozenset({"pensions", "pension"})),
)  # fmt: skip


class Hidden(Frozen):
    """The words by which staff transfer, where, and what is not disclosed of it."""

    words: str
    place: str
    lacking: tuple[str, ...]


@check
def transfer_not_disclosed(
    node: Node[object],
    case: Case,
    *,
    phrases: tuple[str, ...],
    pensions_in: tuple[str, ...] = (),
    pensions_after: tuple[str, ...] = (),
) -> Found[Hidden]:
    """Flag a tender whose texts say that staff transfer (`phrases`) while their data or their pensions are not disclosed.

    A text that says one of `pensions_in` gives what is to be known of pensions, but not where its words are part of one of
    `pensions_after`, which put that off until after the award. An absence counts only where `complete` says that the
    disclosures are all told; one that is recorded as not available counts at once, and so does one that is put off.
    Where only the pensions lack and a document about the staff is given, they may stand in it: that is a question, and so
    is a reason that may say that there is nothing to give.
    """
    tender, corpus = case.tender, corpus_of(case)
    said = next(corpus.asking(phrases, EVERYWHERE), None)
    if said is None:
        if tender.specification is None:
            missing = "tender.specification"
            yield Unassessed(node, f"{missing} is not given, and no text says whether staff transfer", (missing,))
        return
    wording, prose, match = said
    told = corpus.affirms(pensions_in, pensions_after, EVERYWHERE)
    given = {words: _given(tender.disclosures, kinds) for words, kinds in (_GROUPS[:1] if told else _GROUPS)}
    put_off = (
        given.get(_PENSIONS, True) is not True and next(corpus.asking(pensions_after, EVERYWHERE), None) is not None
    )
    if put_off:
        given[_PENSIONS] = False
    facts = Hidden(prose.written(match.start, match.end), wording.called, ())
    yield from _lacking(node, case, wording.at, facts, given, put_off)
    if perhaps := [one for one, there in given.items() if there is None]:
        perhaps[-1] += " (unless there are none, as the reason given may mean)"
        yield Hit(wording.at, facts._replace(lacking=tuple(perhaps)), confidence="possible", key="perhaps none")


def _lacking(
    node: Node[object], case: Case, at: Node[object], facts: Hidden, given: dict[str, bool | None], put_off: bool
) -> Found[Hidden]:
    """Yield what is not given for sure, by what was found of each group, or that it cannot be said."""
    lacking = tuple(one for one, there in given.items() if there is False)
    if not lacking:
        return
    told = case.tender.disclosures or ()
    groups = tuple(one for one in _GROUPS if one[0] in given)
    refused = any(one.available is False for one in told if _of(one, groups) and tells(one.reason) is False)
    if refused or case.holds_all("tender.disclosures"):
        document = None if refused else _may_hold_pensions(told, lacking)
        told_of = (f"{lacking[0]} (unless document {document} tells of them)",) if document else lacking
        yield Hit(at, facts._replace(lacking=told_of), confidence="possible" if document else None)
    elif put_off:
        yield Hit(at, facts._replace(lacking=(_PENSIONS,)))
    else:
        yield Unassessed(node, "completeness of tender.disclosures", ("completeness of tender.disclosures",))


def _may_hold_pensions(disclosures: tuple[Disclosure, ...] | None, lacking: tuple[str, ...]) -> str | None:
    """Return the document about the staff that may tell of their pensions, where nothing else lacks."""
    given = (one.document for one in disclosures or () if _of(one, _GROUPS[:1]) and one.available is not False)
    return next((one for one in given if one), None) if lacking == (_PENSIONS,) else None


def _of(one: Disclosure, groups: tuple[tuple[str, frozenset[str]], ...]) -> bool:
    return any((one.kind or "").lower() in kinds for _, kinds in groups)


def _given(disclosures: tuple[Disclosure, ...] | None, kinds: frozenset[str]) -> bool | None:
    """Whether data of some kind is there, or it is said why not; `None` where it may be said that there is none of it."""
    told = [
        True if one.available is not False else tells(one.reason)
        for one in disclosures or ()
        if (one.kind or "").lower() in kinds
    ]
    return True if True in told else None if None in told else False
