"""Whether the words beside a share are all plainly harmless to it: `left to her by an uncle, some sold`, `bought in 2014`.

Whatever else is said, in whatever language, may mean that the share is gone, another's, or held through others: what is not
understood makes a question of it.
"""

from functools import lru_cache

from fairaudit.analysis.denial import NONE, NOT
from fairaudit.analysis.names import words
from fairaudit.analysis.names.legalforms import PLAINLY
from fairaudit.procurement.registers.bands import without_bands

_JOINING = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "as", "to", "by", "from", "with", "for", "and", "or", "his", "her", "him",
    "hers", "he", "she", "they", "their", "them", "my", "me", "i", "we", "our", "us", "mine", "own", "it", "its", "this",
    "that", "these", "those", "which", "who", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "shall",
    "also", "all", "both", "about", "around", "roughly", "approximately", "some", "s", "ve", "there", "here", "so", "only",
    "just",
})  # fmt: skip
_HELD = frozenset({
    "share", "shares", "shareholder", "shareholders", "shareholding", "shareholdings", "stock", "stocks", "stake", "stakes",
    "equity", "option", "options", "rsu", "rsus", "warrant", "warrants", "holding", "holdings", "hold", "holds", "held",
    "holder", "own", "owns", "owned", "owner", "owners", "owning", "ownership", "founder", "founding", "cofounder", "co",
    "partner", "member", "director", "investor", "investment", "invests", "interest", "interests", "beneficial",
    "beneficially", "ordinary", "preference", "preferred", "class", "b", "c", "voting", "majority", "minority", "sole",
    "major", "large", "small", "tiny", "new", "personal", "personally", "private", "directly", "direct", "herself", "himself",
    "themselves", "myself", "jointly", "joint", "quarter", "third", "half", "per", "cent", "percent", "pct", "percentage",
    "capital", "firm", "company", "bidder", "tenderer", "business", "group", "parent", "worth", "value", "valued", "nominal",
    "gbp", "eur", "usd", "chf", "pln", "sek", "dkk", "nok", "k", "m", "pounds", "euro", "euros", "dollars", "thousand",
    "hundred", "million", "dividend", "dividends", "paid", "pays", "account", "name", "certificate", "certificates", "isa",
    "portfolio", "number", "units", "one", "two", "three", "four", "five", "six", "ten", "twenty", "fifty", "more", "than",
    "less", "least", "over", "under", "nearly", "almost", "up",
})  # fmt: skip
CAME = frozenset({
    "bought", "buys", "acquired", "purchased", "inherited", "inheritance", "granted", "awarded", "vested", "vest", "vesting",
    "allotted", "subscribed", "saved", "earned", "invested", "given", "got", "received", "gift", "came", "locked", "lock",
})  # fmt: skip
"""Words by which a share came, or is locked: years beside them are not those in which it went (`shares_gone`)."""
_ROUND_IT = frozenset({
    "chose", "marriage", "scheme", "plan", "save", "earn", "bonus", "staff", "employee", "employees", "employment",
    "sharesave", "incentive", "worked", "job", "able", "sell", "selling", "sale", "award", "tender", "contract",
    "procurement", "tried", "ended", "past", "former", "heir", "flotation", "ipo", "privatisation", "issue", "rights",
})  # fmt: skip
_PARTED = frozenset({
    "sold", "disposed", "divested", "transferred", "few", "most", "mostly", "part", "partly", "partially", "rest", "several",
    "many", "remainder", "remaining", "tranche", "portion", "kept", "keeps", "retained", "retains",
})  # fmt: skip
_WHEN = frozenset({
    "since", "until", "when", "while", "before", "after", "during", "ago", "still", "now", "currently", "current", "today",
    "year", "years", "month", "months", "day", "days", "early", "late", "later", "end", "first", "then", "soon", "next",
    "yet", "already", "again", "long", "longer", "january", "february", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
    "nov", "dec",
})  # fmt: skip
_RECORDED = frozenset({
    "declared", "undeclared", "disclosed", "registered", "recorded", "listed", "quoted", "register", "filed", "known", "told",
    "mentioned", "see", "page", "companies", "house", "psc", "according",
})  # fmt: skip
_PLAIN = _JOINING | _HELD | CAME | _ROUND_IT | _PARTED | _WHEN | _RECORDED
_AFTER_NOT = _RECORDED | {
    "sold", "disposed", "divested", "transferred", "sell", "able", "yet", "longer", "voting", "paid", "through", "via",
}  # fmt: skip
"""What a share is not, and is one all the same: `not declared`, `never sold`."""
_THEIRS = frozenset({
    "held", "owned", "bought", "acquired", "purchased", "inherited", "received", "holding", "holdings", "shares", "share",
})  # fmt: skip
_HELD_BY = frozenset({"held", "owned", "bought", "acquired", "purchased"})
_KIN = frozenset({
    "uncle", "aunt", "father", "mother", "grandfather", "grandmother", "grandparents", "parents", "brother", "sister",
    "husband", "wife", "spouse", "cousin", "son", "daughter", "relative", "godfather", "godmother", "friend", "colleague",
    "dad", "mum", "great", "dead", "deceased", "estate", "family",
})  # fmt: skip
_LEAVE = frozenset({"left", "given", "gift", "granted", "awarded", "allotted", "sold", "transferred"})
_JOINTLY = frozenset({"joint", "jointly"})
_TO_ONE = frozenset({"to", "by", "from", "her", "him", "me", "them", "us", "as"})
_HAND_OVER = frozenset({"left", "given"})
THEMSELVES = frozenset({"her", "him", "me", "us", "them", "herself", "himself", "myself", "themselves"})
_AFTER_THEM = frozenset({
    "by", "from", "in", "on", "at", "as", "when", "under", "after", "before", "since", "until", "for", "with", "and",
    "through", "via", "alone", "own", "personally", "directly", "jointly", "name", "account", "who", "which", "during",
    "while",
})  # fmt: skip
_NEAR = 7


@lru_cache(maxsize=2048)
def plain_beside_a_share(text: str | None, names: frozenset[str] = frozenset()) -> bool:
    """Whether nothing is said beside a share but what leaves it held; `names` are the words that call those of the case."""
    said = words(without_bands(text or ""))
    return all(_is_plain(said, at, names) for at in range(len(said)))


def is_themselves(behind: tuple[str, ...]) -> bool:
    """Whether words begin with the one who is spoken of, and not with somebody of theirs: `her in 2015`, not `her brother`."""
    if not behind or behind[0] not in THEMSELVES:
        return False
    return len(behind) < 2 or behind[1] in _AFTER_THEM or behind[1].isdigit()


def _is_plain(said: tuple[str, ...], at: int, names: frozenset[str]) -> bool:
    one, before, behind = said[at], said[max(0, at - _NEAR) : at], said[at + 1 :]
    if one in NOT:
        return bool(_AFTER_NOT & {*behind[:2]})
    if one in NONE:
        return False
    if {one, one.removesuffix("s")} & _KIN:
        return _gave_it(before)
    if one == "may":  # The month; what may be is a question.
        return behind[:1] != () and behind[0].isdigit()
    if one == "nominee":
        return behind[:1] == ("account",)
    if one == "by" and {*before[-1:]} & _HELD_BY:
        return is_themselves(behind)
    if one in _HAND_OVER:  # `Left in 2019` is who went, `given in 2019` may be given away.
        return bool(_TO_ONE & {*behind[:1]})
    known = {one, one.removesuffix("s")} & (_PLAIN | names | PLAINLY)
    return bool(known) or any(each.isdigit() for each in one)


def _gave_it(before: tuple[str, ...]) -> bool:
    """Whether the words before a relative say that a share came from them, or is held with them."""
    if "from" in before or ("with" in before and _JOINTLY & {*before}):
        return True
    return "by" in before and bool(_LEAVE & {*before}) and _THEIRS.isdisjoint(before)
