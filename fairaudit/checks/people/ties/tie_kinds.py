"""Kinds of tie as people write them: whether there is one at all, whose it is, and only then what it is.

`wife is an employee` is no employment of the official, `no shares` none of anybody, `customer of its canteen` no work there.
What is not plainly a tie of a known kind is `other`: a question, where a kind would be an accusation.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from fairaudit.analysis.names import words
from fairaudit.checks.people.ties.funds import in_a_collective_fund, in_some_fund
from fairaudit.frozen import Frozen

_KINDS = {
    "employment": "employment", "employee": "employment", "employed": "employment", "job": "employment",
    "secondment": "employment", "seconded": "employment", "staff": "employment", "worker": "employment",
    "employer": "employment",
    "directorship": "directorship", "director": "directorship", "board": "directorship", "trustee": "directorship",
    "officer": "directorship", "ceo": "directorship", "governor": "directorship", "chair": "directorship",
    "chairman": "directorship", "chairwoman": "directorship", "chairperson": "directorship",
    "partner": "ownership", "partnership": "ownership", "ownership": "ownership", "owner": "ownership",
    "shareholding": "ownership", "shareholder": "ownership", "share": "ownership", "stocks": "ownership",
    "stockholder": "ownership", "equity": "ownership", "stake": "ownership", "investment": "ownership",
    "family": "family", "household": "family",
    "gift": "gift", "hospitality": "gift", "sponsorship": "gift", "donation": "gift", "travel": "gift", "lunch": "gift",
    "dinner": "gift", "meal": "gift", "ticket": "gift",
    "adviser": "advice", "advisor": "advice", "advice": "advice", "advisory": "advice", "consultancy": "advice",
    "consultant": "advice", "consulting": "advice",
}  # fmt: skip
_PHRASES: dict[tuple[str, ...], str] = {
    ("chief", "executive"): "directorship", ("company", "secretary"): "directorship",
    ("non", "executive"): "directorship", ("stock", "option"): "ownership", ("stock", "options"): "ownership",
    ("work", "for"): "employment", ("work", "at"): "employment", ("working", "for"): "employment",
    ("working", "at"): "employment", ("worked", "for"): "employment", ("worked", "at"): "employment",
}  # fmt: skip
_PEOPLE = frozenset({
    "employee", "employer", "director", "trustee", "officer", "ceo", "governor", "chair", "chairman", "chairwoman",
    "chairperson", "partner", "owner", "shareholder", "stockholder", "adviser", "advisor", "consultant",
})  # fmt: skip
"""Words for somebody: `friend of the director` is not about a directorship of one's own, `member of the board` is."""
_RELATIVES = frozenset({
    "relative", "spouse", "wife", "husband", "sister", "brother", "sibling", "daughter", "mother", "father", "cousin",
    "uncle", "aunt", "nephew", "niece", "grandmother", "grandfather", "grandparent", "grandson", "granddaughter",
    "grandchild", "grandchildren", "stepson", "stepdaughter", "stepmother", "stepfather", "inlaw", "fiance", "fiancee",
    "girlfriend", "boyfriend", "married", "wives", "families",
})  # fmt: skip
_PERHAPS_RELATIVES = frozenset({"parent", "child", "children", "son", "household", "family"})
"""Words that are as often about firms, places and work, so that the words beside them must say that it is somebody's."""
_OF_SOMEBODY = frozenset({"my", "his", "her", "their", "own", "our", "adult", "foster", "step", "same"})
_DOES = frozenset({
    "is", "are", "was", "were", "works", "worked", "work", "has", "have", "owns", "own", "holds", "hold", "employed", "in",
    "member", "members", "tie", "connection", "relationship", "interest", "link", "at",
})  # fmt: skip
_WORK = frozenset({"worker", "adviser", "advisor", "officer", "governor", "board", "chair", "director"})
_FIRM = frozenset({
    "company", "companies", "firm", "undertaking", "group", "business", "organisation", "organization", "entity",
    "charity", "trust", "body", "board", "governor", "governors", "party",
})  # fmt: skip
_ACQUAINTED = frozenset({"friend", "friendship", "acquaintance", "neighbour", "neighbor", "know", "colleague"})
_NEAR = frozenset({"friend", "friendship"})
_APPLIED = frozenset({"applied", "applying", "applicant", "application", "interviewed", "candidate", "unsuccessful"})
_OFFERED = frozenset({"offer", "offered", "prospective", "promise", "promised"})
_DEBTS = frozenset({"loan", "debt", "guarantee"})
_BESIDE_A_DEBT = frozenset({
    "a", "the", "of", "to", "from", "by", "with", "for", "in", "private", "personal", "bidder", "firm", "company", "interest",
    "free", "unpaid", "outstanding", "unsecured", "secured", "cash", "money", "credit", "owed", "s",
})  # fmt: skip
"""Words beside a debt that leave it one between the two; a bank's loan, or one to students, is what thousands have."""
_POSTS = frozenset({"job", "employment", "position", "post", "work", "directorship", "seat"})
_BESIDE_AN_OFFER = frozenset(
    {"a", "an", "the", "of", "to", "from", "by", "with", "for", "as", "new", "paid", "full", "time"}
)
_OF_MONEY = frozenset({"loan", "offer"})
_ENDED = frozenset(
    {"former", "formerly", "ex", "previous", "previously", "past", "retired", "ended", "resigned", "until", "worked"}
)
_NOW = frozenset({"current", "currently", "present", "ongoing"})
_PENSIONS = frozenset({"pension", "pensioner", "superannuation"})
_BUYS = frozenset({"customer", "subscriber", "passenger"})
"""What many thousands are of one firm, and nobody by choice of the firm; `main customer` is something else."""
_BODIES = frozenset({
    "body", "bodies", "membership", "member", "association", "institute", "institution", "college", "society", "register",
    "registration", "qualification", "accreditation", "network",
})  # fmt: skip
_WEAK = frozenset({"member", "membership", "professional"})
_ALUMNI = frozenset({
    "alumni", "alumnus", "alumna", "alumnae", "degree", "studied", "classmate", "schoolmate",
})  # fmt: skip
"""What thousands have of one school, whoever they work for now: no tie to it of their own choice, as a pension is none."""
_CLUBS = frozenset({"club", "clubs"})
_SCHOOLS = frozenset({"university", "universities", "school", "college", "class", "course", "faculty"})
_ONCE_TOGETHER = frozenset({"same", "former", "ex", "old", "past", "previous", "fellow"})
_AROUND_SCHOOLS = frozenset({
    "student", "students", "pupil", "pupils", "year", "together", "of", "at", "in", "with", "the", "a", "my", "both", "went",
    "to", "attended", "graduate", "group", "golf", "tennis", "sports", "sport", "football", "rugby", "cricket", "rotary",
    "social", "sailing",
})  # fmt: skip
_NONE = frozenset({"none", "nil", "na", "nothing"})
_REFUSED = frozenset({"declined", "refused", "rejected", "returned"})
_NOT = frozenset({
    "no", "not", "never", "neither", "nor", "without", "dont", "doesnt", "isnt", "wasnt", "hasnt", "havent", "arent",
})  # fmt: skip
_BETWEEN = frozenset({
    "a", "an", "the", "any", "been", "be", "currently", "ever", "financial", "personal", "direct", "known", "other",
    "such", "relevant", "business", "close", "active", "past", "previous", "former", "material", "actual", "paid", "formal",
    "significant", "beneficial", "pecuniary", "have", "having", "had", "has", "as", "my", "own",
})  # fmt: skip
_TIES = frozenset({
    "interest", "connection", "tie", "relationship", "conflict", "link", "association", "involvement", "dealing",
    "dealings", "contact", "applicable", "related", "connected", "work", "worked", "working",
})  # fmt: skip
_KNOWN = _KINDS.keys() | _RELATIVES | _PERHAPS_RELATIVES | _ACQUAINTED | _TIES | _WEAK | _PENSIONS
_TOWARDS = frozenset({"to", "of", "by", "with", "from", "for", "under"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "our"})
_PARTS_OF_SPEECH = re.compile(r"[,;:/&+()]|\b(?:and|plus|but|or|also)\b")
_WHOSE = re.compile(r"['’]s\b")
_OF = "whose"
"""Stands for the possessive: the director's secretary is no director."""
_EXCEPTED = re.compile(r"\b(?:except|apart from|other than|save for|besides)\b")


class Reading(Frozen):
    """What a kind of tie says: `kind` is `None` where it is no tie, `denied` where the words say that there is none.

    `ended`: it is over; `offered`: it is still to come; `remote`: too far off to accuse anybody of having acted on it.
    """

    kind: str | None
    denied: bool = False
    ended: bool = False
    offered: bool = False
    remote: bool = False


def kind_of_tie(text: str | None, default: str = "other") -> str | None:
    """Return the kind of a tie, `None` for what is none: pensions, membership of professional bodies, `no shares`."""
    return read_tie(text, default).kind


@lru_cache(maxsize=4096)
def read_tie(text: str | None, default: str = "other") -> Reading:
    """Return what a kind of tie says; words that are not known say `default`."""
    plain = (text or "").casefold().replace("-", " ").replace("_", " ").replace("n/a", "na")
    plain = plain.replace("not for profit", "").replace("non profit", "").replace("ex officio", "")
    plain = _EXCEPTED.split(_WHOSE.sub(f" {_OF} ", plain))[-1]
    clauses = [found for one in _PARTS_OF_SPEECH.split(plain) if (found := tuple(map(_singular, words(one))))]
    if not clauses:
        return Reading(default)
    # `shares: none` takes back everything before it; `director, gifts none` only the gifts.
    refused = clauses[-1][1:] == () and clauses[-1][0] in _NONE | _REFUSED and not any(map(_offered, clauses))
    left = [one for one in clauses if not refused and not _denied(one)]
    if not left:
        return Reading(None, denied=True)
    said = tuple(word for one in left for word in one)
    if any(_relative(said, place) for place in range(len(said))):
        return Reading("family", ended=_over(said))
    if known := _ACQUAINTED & set(said):
        return Reading("other", ended=_over(said), remote=not known & _NEAR)
    best = _best([_clause(one) for one in left])
    if best is None and clauses[0][0] in _NONE:
        return Reading(None, denied=True)
    # Beside a denial an unknown word is a question; alone it says no more than the place where it stands.
    best = best or Reading(default if left == clauses else "other")
    if best.kind in _OF_MONEY and len(clauses) > 1:
        best = best._replace(kind="other")  # `job offer, declined`: what else is said may take it back.
    beside = any(_over(one) for one in left if _clause(one) is None) and not _NOW & set(said)
    return best._replace(ended=best.ended or beside)


def _best(found: list[Reading | None]) -> Reading | None:
    """Return the first reading of a known kind, else the first that is a question, else the first of none."""
    known = [one for one in found if one is not None]
    questions = [one for one in known if one.kind]
    return next((one for one in questions if one.kind != "other"), None) or next(iter(questions or known), None)


def _singular(word: str) -> str:
    """Return a word without its plural or possessive `s`, where that is a word we know."""
    bare = word[:-1] if word.endswith("s") else word
    return bare if bare in _KNOWN or bare in _OFFERED else word


def _over(said: tuple[str, ...]) -> bool:
    gone = bool(_ENDED & set(said)) or any(one in (("no", "longer"), ("used", "to")) for one in pairwise(said))
    return gone and not _NOW & set(said)


def _offered(said: tuple[str, ...]) -> bool:
    return bool(_OFFERED & set(said))


def _denied(said: tuple[str, ...]) -> bool:
    """Whether a clause says that there is no tie: by its ends, or by a `no` before the first word for one."""
    undone = said[-1] in _REFUSED and not _NOT & set(said[-3:-1])
    if said[0] in _NONE or ((said[-1] in _NONE or undone) and not _offered(said)):
        return True
    for place, word in enumerate(said):
        if word in _KINDS or word in _RELATIVES | _ACQUAINTED:
            return False
        refused = word in _REFUSED and not _offered(said)
        if refused or (word in _NOT and said[place + 1 : place + 2] not in (("longer",), ("only",))):
            after = next((one for one in said[place + 1 :] if one not in _BETWEEN), "")
            return after in _KNOWN or (not after and "known" not in said)
    return False


def _relative(said: tuple[str, ...], place: int) -> bool:
    """Whether a word is about somebody's family, and not about a parent company or a wife of former days."""
    word, before = said[place], said[place - 1] if place else ""
    after, beyond = (*said[place + 1 : place + 3], "", "")[:2]
    if word in ("partner", "partnership"):
        return before in ("civil", "life", "domestic", "cohabiting", "unmarried", "law")
    if word == "related":
        return place == 0 and after == "to"
    if after in _FIRM or before in _ENDED:
        return False
    if word in _PERHAPS_RELATIVES:
        thing = beyond if after == _OF else after
        own = before in _OF_SOMEBODY or after in _DOES or (after == "of" and word in ("son", "child", "family"))
        return own or len(said) == 1 or (thing in _KINDS and thing not in _WORK)
    return word in _RELATIVES


def _clause(said: tuple[str, ...]) -> Reading | None:
    """Return what one clause says about a tie of one's own, `None` where no word is known."""
    if school := _of_one_school(said):
        return school
    found = _kind_in(said)
    return found._replace(ended=_over(said)) if found else None


def _of_one_school(said: tuple[str, ...]) -> Reading | None:
    """Return that all that is said is where somebody studied, which does not end on a day, or that they are of a club."""
    if not set(said) <= _ALUMNI | _CLUBS | _SCHOOLS | _ONCE_TOGETHER | _AROUND_SCHOOLS | _BODIES:
        return None
    if _CLUBS & set(said):
        return Reading("other", ended=_over(said), remote=True)
    studied = {"student", "students", "pupil", "pupils"} | _SCHOOLS
    once = _ONCE_TOGETHER & set(said) and studied & set(said)
    return Reading(None) if _ALUMNI & set(said) or once or said[:2] == ("graduate", "of") else None


def _kind_in(said: tuple[str, ...]) -> Reading | None:
    if any(word in _RELATIVES and before in _ENDED for before, word in pairwise(said)):
        return Reading("other")
    if _offered(said):
        plain = _POSTS & set(said) and set(said) <= _POSTS | _OFFERED | _BESIDE_AN_OFFER
        return Reading("offer" if plain else "other", offered=True)
    if _DEBTS & {_one(one) for one in said} and {_one(one) for one in said} <= _DEBTS | _BESIDE_A_DEBT:
        return Reading("loan")
    if said[0] in _BUYS or said[:2] == ("account", "holder"):
        return Reading(None)
    if _APPLIED & set(said) or _customer(said):
        return Reading("other", remote=True)
    hits = list(_hits(said))
    if "partner" in said and not any(said[place] == "partner" for place, _ in hits):
        return Reading("other")
    if _PENSIONS & set(said):
        return _pension(said, hits)
    if all(kind == "ownership" for _, kind in hits) and in_some_fund(told := " ".join(said)):
        return Reading(None if in_a_collective_fund(told) else "other")
    if hits:
        # `board dinner` is a dinner: in a run of nouns the last is the thing.
        _, kind = next(
            (one for one in reversed(hits) if one[1] == "gift" and not _TOWARDS & set(said[: one[0]])), hits[0]
        )
        return Reading(kind)
    if "professional" in said and _BODIES & set(said):
        return Reading(None)
    if _WEAK & set(said):
        return Reading("other", remote=True)
    return Reading("other") if set(said) & (_KINDS.keys() | _RELATIVES | _PERHAPS_RELATIVES) else None


def _one(word: str) -> str:
    return word[:-1] if word.endswith("s") and word[:-1] in _DEBTS else word


def _customer(said: tuple[str, ...]) -> bool:
    return any(
        one in ("customer", "customers") and after not in ("service", "services", "care", "experience", "support")
        for one, after in pairwise((*said, ""))
    )


def _hits(said: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield the words for a tie of one's own, with their places."""
    for place, word in enumerate(said):
        before, after = said[:place], said[place + 1 : place + 2]
        if (word, *after) in _PHRASES:
            if word not in ("chief", "company") or not _of_another("ceo", before, said[place + 2 :]):
                yield place, _PHRASES[(word, *after)]
        elif word == "stock" and len(said) == 1:
            yield place, "ownership"
        elif word == "board" and before[-1:] == ("advisory",):
            continue
        elif word == "partner":
            if after in (("in",), ("at",)) or {"equity", "managing", "senior", "general", "limited"} & set(before[-1:]):
                yield place, "ownership"
        elif word == "share" and after and after[0] in _ARTICLES:
            continue
        elif word in _KINDS and not _of_another(word, before, after):
            yield place, _KINDS[word]


def _of_another(word: str, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
    """Whether a word is about somebody else, or about nobody: `assistant to the director`, `self-employed`."""
    if word in ("family", "household"):
        return bool(after) and after[0] not in _FIRM
    if before[-1:] == ("self",):
        return True
    if word in _PEOPLE and "as" in before and "same" in before[: before.index("as")]:
        return True
    rest = before[:-1] if before and before[-1] in _ARTICLES else before
    own = len(rest) > 1 and rest[-2] in ("position", "post", "role", "office", "one", "capacity", "appointment")
    return word in _PEOPLE and (after == (_OF,) or (bool(rest) and rest[-1] in _TOWARDS and not own))


def _pension(said: tuple[str, ...], hits: list[tuple[int, str]]) -> Reading:
    """A pension is none, whoever pays it; to run the scheme, or to be paid and be in it, is something else."""
    place = next(place for place, one in enumerate(said) if one in _PENSIONS)
    for at, kind in hits:
        if kind == "directorship":
            return Reading("other")
        if kind != "employment" or (at < place and {"with", "in"} & set(said[at:place])):
            return Reading(kind)
    return Reading(None)
