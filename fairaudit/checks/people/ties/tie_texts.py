"""What the words beside a tie, and those for a relative, take back of it: `sold in 2018`, `returned`, `no relation`.

Such words are free, so that they make a question of an accusation, never silence; only a relation plainly denied is none.
"""

from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.denial import NONE, NOT
from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.names import words
from fairaudit.checks.people.ties.funds import OF_FUNDS, in_a_collective_fund, in_some_fund, perhaps_more
from fairaudit.checks.people.ties.share_sizes import of_nothing, perhaps_of_nothing
from fairaudit.checks.people.ties.share_words import plain_beside_a_share
from fairaudit.checks.people.ties.shares_gone import shares_gone
from fairaudit.checks.people.ties.tie_kinds import Reading, read_tie
from fairaudit.checks.people.ties.tie_past import said_to_be_over
from fairaudit.procurement.model.parties import Tie

_UNDONE = {
    "gift": frozenset({"refused", "declined", "returned", "rejected", "returning", "unopened", "reimbursed", "repaid"}),
    "employment": frozenset({"resigned", "retired", "ceased", "dismissed", "former", "formerly"}),
    "directorship": frozenset({"resigned", "retired", "ceased", "dismissed", "former", "formerly"}),
    "advice": frozenset({"ended", "ceased", "former", "formerly", "finished"}),
    "loan": frozenset({
        "repaid", "settled", "cleared", "discharged", "expired", "released", "ended", "student", "mortgage", "bank", "branch",
        "customer", "ordinary", "usual", "standard", "retail", "equipment", "book", "museum", "refused", "declined",
    }),
    "offer": frozenset({
        "refused", "declined", "rejected", "withdrawn", "lapsed", "expired", "retracted", "turned", "unanswered", "ignored",
        "unsolicited", "years", "student", "trainee", "summer",
    }),
    "family": frozenset({"left", "retired", "resigned", "former", "formerly", "died", "divorced"}),
}  # fmt: skip
_BACK = frozenset({
    ("sent", "back"), ("gave", "back"), ("given", "back"), ("handed", "back"), ("not", "accepted"), ("paid", "back"),
    ("by", "herself"), ("by", "himself"), ("by", "themselves"), ("own", "expense"), ("own", "cost"),
})  # fmt: skip
_PLAINLY_UNDONE = frozenset({"refused", "declined", "returned", "rejected"})
_PLAINLY_BACK = frozenset(
    {("sent", "back"), ("given", "back"), ("gave", "back"), ("handed", "back"), ("not", "accepted")}
)
_OFFERS = frozenset({"offer", "offered", "invited", "invitation"})
_LEAVES_DOUBT = frozenset({
    "but", "except", "however", "although", "though", "save", "apart", "other", "others", "another", "rest", "second",
    "again", "part", "partly", "partially", "half", "some", "most", "mostly", "one", "later", "after", "afterwards",
    "eventually", "until", "when", "then", "if", "unless", "asked", "discovered", "found", "award", "audit", "kept", "keep",
    "used", "attended", "went", "ate", "drank", "enjoyed", "accepted", "took", "taken", "take", "received", "may", "might",
    "should", "would", "will", "could", "shall", "must", "intend", "intends", "plan", "plans", "perhaps", "probably",
    "believe", "believed", "claims", "claimed", "says", "said", "nearly", "almost", "never", "no", "not", "nor", "without",
    "cannot", "because", "instead", "replaced", "exchanged", "cash", "voucher", "from", "months", "month", "years", "year",
    "weeks",
})  # fmt: skip
"""Words beside which a gift refused or sent back is not plainly that."""
_SENTENCES = late_pattern(r"[.;:\n]+|\band then\b")
_GIVES = frozenset({"gives", "gave", "giving", "donates", "donated", "donating", "sponsors", "sponsored", "supports"})
_EITHER_WAY = frozenset({"donation", "donations", "sponsorship", "donor"})
_RECEIVED = frozenset({"received", "receives", "receiving", "from", "by", "recipient", "accepted", "given"})
_NEGATIVE = NOT | NONE
_AFTER_DENIAL = frozenset({"declared", "disclosed", "longer", "only", "doubt", "valued", "registered", "recorded"})
_NO_KIN = frozenset({
    "none", "nil", "na", "no relation", "not related", "unrelated", "no family", "no kinship", "not a relative", "no relative",
    "no tie", "no connection", "not family", "nobody", "no known relation", "no relationship", "namesake",
})  # fmt: skip
_PAST_KIN = frozenset({"former", "formerly", "ex", "late", "deceased", "divorced", "previous", "dead"})
_FAR = frozenset({
    "classmate", "schoolmate", "colleague", "friend", "acquaintance", "neighbour", "neighbor", "distant", "remote", "second",
    "third", "fourth", "godparent", "landlord", "tenant", "teammate", "removed",
})  # fmt: skip


def reading_of(tie: Tie, default: str = "other") -> Reading:
    """Return what a tie is by its kind, and by what stands beside it where a fund holds a share, or the share is nothing."""
    read = read_tie(tie.kind, default)
    if of_nothing(tie):
        return Reading(None, denied=True)
    return Reading(None) if read.kind == "ownership" and in_a_collective_fund(tie.text) else read


def remote_in_words(tie: Tie) -> str:
    """Return the kind of a remote tie as it is shown, with the words that make it remote."""
    kind = tie.kind or "no kind given"
    return f"{kind}, “{_quoted(tie.text or '')}”" if reading_of(tie) != read_tie(tie.kind) else kind


def taken_back(tie: Tie, default: str = "other", year: int | None = None, names: frozenset[str] = frozenset()) -> bool:
    """Whether the words beside a tie say that it is over, undone, none or next to nothing, or leave open who gave and who took.

    A year that is named is past if it is before `year`, that of the tender; without one every year is. Beside a share any words
    that are not plain take it back; `names` are those that call the organisations of the case.
    """
    kind = read_tie(tie.kind, default).kind
    if kind is None or kind == "other":
        return False
    ends = tie.end_date is not None and kind != "gift"
    if kind == "gift" and not _RECEIVED & {*words(tie.kind or ""), *words(tie.text or "")}:
        beside = {*words((tie.kind or "").replace("-", " ")), *words(tie.text or "")}
        if beside & (_EITHER_WAY | _GIVES):
            return True
    if ends:
        return False
    if kind == "ownership":
        called = names | {*words(tie.name or "")} | (OF_FUNDS if perhaps_more(tie.text) else frozenset())
        plain = all(plain_beside_a_share(one, called) for one in (tie.text, tie.role))
        return gone_in_words(tie, year) or in_some_fund(tie.text) or perhaps_of_nothing(tie) or not plain
    over = kind != "gift" and (said_to_be_over(tie.text, year) or said_to_be_over(tie.role, year))
    return over or _undone(kind, tie.text or "")


def gone_in_words(tie: Tie, year: int | None) -> bool:
    """Whether the words beside a share say plainly that it is held no more."""
    return any(shares_gone(one, year) for one in (tie.text, tie.role) if one)


_UNNAMED = frozenset(
    {"other", "others", "interest", "interests", "misc", "miscellaneous", "various", "note", "information", "etc"}
)
_WEIGHTY = frozenset({
    "financial", "pecuniary", "beneficial", "loan", "lent", "contract", "contracts", "owe", "owes", "paid", "pays", "pay",
    "money", "income", "royalty", "royalties", "client", "dispute", "litigation", "invested", "profit", "profits",
    "commission", "fee", "fees", "friend", "friends", "friendship", "partner", "engaged", "relationship", "works", "work",
    "debt", "debts", "guarantor", "bonus", "lease", "landlord", "tenant", "invoice", "invoices", "applied", "offered",
    "offer", "sells", "supply", "rent",
})  # fmt: skip
_MET = frozenset({"met", "meet", "heard", "saw", "seen", "spoke", "exchanged"})
_FRIENDS_KIN = late_pattern(
    r"\b(?:friend|neighbou?r|colleague|classmate)s?['’]s?\s+"
    r"(?:father|mother|brother|sister|son|daughter|wife|husband|cousin|parents?)\b"
)
_FAR_OFF = ("present contract", "current contract", "existing contract", "as part of my job", "in the course of my job")
_AS_ANYBODY = (
    "list price", "everybody pays", "everyone pays", "anybody pays", "public price", "standard price", "normal price",
    "standard tariff", "retail customer", "private customer", "ordinary customer", "phone contract", "mobile contract",
    "broadband contract", "internet contract", "energy contract", "electricity contract", "gas contract", "season ticket",
)  # fmt: skip
"""What somebody has of a firm as thousands do, at the price of thousands."""


def vague(tie: Tie) -> bool:
    """Whether a declared interest of no named kind is told in words that name none either: `met their engineer once`."""
    if tie.role or tie.value or not tie.text or not set(words(tie.kind or "")) <= _UNNAMED:
        return False
    read, said = read_tie(tie.text, ""), " ".join(words(tie.text))
    if any(one in said for one in (*_FAR_OFF, *_AS_ANYBODY)) or read.remote or read.ended:
        return True
    if _FRIENDS_KIN.search(tie.text.casefold()):
        return True
    if _MET & set(words(tie.text)) and read.kind in ("directorship", "employment", "advice"):
        return True  # Whose director it was, not what the declarant is.
    return read.kind in ("", None) and not _WEIGHTY & set(words(tie.text))


@lru_cache(maxsize=1024)
def _undone(kind: str, text: str) -> bool:
    said = words(text)
    for at, word in enumerate(said):
        if word in _UNDONE.get(kind, ()) and not NOT & set(said[max(0, at - 2) : at]):
            return True
        if kind == "gift" and said[at : at + 2] in _BACK:
            return True
    kept = _AFTER_DENIAL | _UNDONE.get(kind, frozenset())
    denied = bool(said) and said[0] in _NEGATIVE and not kept & set(said[1:3])
    return denied or (bool(said) and said[-1] in NONE)


@lru_cache(maxsize=1024)
def refused_plainly(kind: str | None, text: str | None) -> bool:
    """Whether the words beside a gift say plainly that nobody has it: that it was offered, and refused or sent back.

    Anything beside that leaves a doubt (`but`, `some of it`, `later`, `after the award`) makes it a question again.
    """
    sentences = [one for part in _SENTENCES.split((text or "").replace("n't", " not")) if (one := part.strip(" ,"))]
    undone = [_plainly_undone(one) for one in sentences]
    said = (undone[at] or bool(_OFFERS & {*words(one)}) for at, one in enumerate(sentences))
    return read_tie(kind).kind == "gift" and any(undone) and all(said) and not any(map(_in_doubt, sentences))


def _plain_words(text: str) -> tuple[str, ...]:
    """Return what is said, with `sent back`, `not accepted` and the like as the one word that they stand for."""
    said = words(text)
    pairs = {at for at, one in enumerate(pairwise(said)) if one in _PLAINLY_BACK}
    return tuple("returned" if at in pairs else one for at, one in enumerate(said) if at - 1 not in pairs)


def _plainly_undone(sentence: str) -> bool:
    """Whether the last thing that a sentence says of a gift is that it was refused or sent back."""
    return bool(_PLAINLY_UNDONE & {*_plain_words(sentence.rpartition(",")[2])})


def _in_doubt(sentence: str) -> bool:
    said = _plain_words(sentence)
    return bool(_LEAVES_DOUBT & {*said}) or ("to", "be") in pairwise(said)


def in_its_words(tie: Tie) -> str:
    """Return a tie that its own words take back, as it stands, in words that go between a person's name and a party's."""
    said = _quoted(tie.text or tie.role or "")
    what = (tie.kind or "a tie").replace("-", " ")
    if tie.value is not None and tie.value.amount == 0:
        what = f"{what}, {tie.value.in_words()}"
    return f"has an entry ({what}{f', “{said}”' if said else ''}) about"


def _quoted(text: str) -> str:
    said = text.strip()
    return said if len(said) <= _QUOTED else f"{said[: _QUOTED - 1].rstrip()}…"


_QUOTED = 80


@lru_cache(maxsize=1024)
def no_kin(relation: str | None) -> bool:
    """Whether a relation is plainly denied: `none`, `not related, same surname only`."""
    said = " ".join(words((relation or "").replace("n/a", "na")))
    return any(said == one or said.startswith(f"{one} ") for one in _NO_KIN) or said == "same surname only"


@lru_cache(maxsize=1024)
def far_kin(relation: str | None) -> bool:
    """Whether somebody recorded as a relative is one no more, or is a remote one, or none of the family."""
    said = words((relation or "").replace("-", " "))
    return bool(_FAR & set(said)) or bool(_PAST_KIN & set(said))
