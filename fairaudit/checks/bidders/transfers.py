"""The check of what a newcomer takes over with the staff: who they are, what they are owed, and their pensions."""

from fairaudit.checks.base import Found, Hit, Unassessed, check
from fairaudit.checks.texts.corpus import corpus_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.node import Node
from fairaudit.procurement.tender import Disclosure
from fairaudit.procurement.told import tells

_GROUPS = (
    ("the staff and what they are owed", frozenset({"staff-transfer", "staff", "staff-data", "tupe", "workforce",
     "tupe-data", "staff-list"})),
    ("their pensions", frozenset({"pensions", "pension"})),
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
    Where only the pensions lack and a document about the staff is given, they may stand in it: that is a question.
    """
    tender, corpus = case.tender, corpus_of(case)
    places = ("selection", "award", "specification", "terms", "permissions")
    said = next(corpus.asking(phrases, places), None)
    if said is None:
        if tender.specification is None:
            missing = "tender.specification"
            yield Unassessed(node, f"{missing} is not given, and no text says whether staff transfer", (missing,))
        return
    wording, prose, match = said
    told = corpus.affirms(pensions_in, pensions_after, places)
    wanted = _GROUPS[:1] if told else _GROUPS
    lacking = tuple(words for words, kinds in wanted if not _given(tender.disclosures, kinds))
    refused = any(one.available is False for one in tender.disclosures or () if _of(one, wanted))
    if lacking and (refused or case.holds_all("tender.disclosures")):
        document = None if refused else _may_hold_pensions(tender.disclosures, lacking)
        told_of = (f"{lacking[0]} (unless document {document} tells of them)",) if document else lacking
        facts = Hidden(prose.written(match.start, match.end), wording.called, told_of)
        yield Hit(wording.at, facts, confidence="possible" if document else None)
    elif (pensions := _GROUPS[1][0]) in lacking and next(corpus.asking(pensions_after, places), None) is not None:
        yield Hit(wording.at, Hidden(prose.written(match.start, match.end), wording.called, (pensions,)))
    elif lacking:
        yield Unassessed(node, "completeness of tender.disclosures", ("completeness of tender.disclosures",))


def _may_hold_pensions(disclosures: tuple[Disclosure, ...] | None, lacking: tuple[str, ...]) -> str | None:
    """Return the document about the staff that may tell of their pensions, where nothing else lacks."""
    given = (one.document for one in disclosures or () if _of(one, _GROUPS[:1]) and one.available is not False)
    return next((one for one in given if one), None) if lacking == (_GROUPS[1][0],) else None


def _of(one: Disclosure, groups: tuple[tuple[str, frozenset[str]], ...]) -> bool:
    return any((one.kind or "").lower() in kinds for _, kinds in groups)


def _given(disclosures: tuple[Disclosure, ...] | None, kinds: frozenset[str]) -> bool:
    """Whether data of some kind is there, or it is said why there is none."""
    return any(
        (one.kind or "").lower() in kinds and (bool(tells(one.reason)) or one.available is not False)
        for one in disclosures or ()
    )
