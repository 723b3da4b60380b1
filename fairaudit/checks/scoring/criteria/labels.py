"""Which published criterion a record means: by its id or its name, or by a label that has more around them.

A record writes `Q1: Tuning plan`, `Price (40%)` or `Criterion 2 – Plan` where the documents say `Q1`, `Price` and `Plan`.
What names a published criterion and nothing else is sure; an id with other words, or a name with more to it, is likely.
"""

from collections.abc import Iterator
from fractions import Fraction

from fairaudit.analysis.latepattern import late_pattern
from fairaudit.analysis.text.gist import gist
from fairaudit.checks.scoring.criteria.tree import Question, names_money, questions
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case

_WEIGHT = late_pattern(
    r"[\s,:;–—-]*(?:[(\[]\s*)?(?:weight\w*:?\s*(?:of\s*)?)?(\d+(?:[.,]\d+)?)\s*(%|per ?cent|points?|pts|marks?)"
    r"(?: weight\w*)?\s*[)\]]?$|\s*[(\[]\s*(?:weight\w*:?\s*)?\d+(?:[.,]\d+)?\s*[)\]]$"
)
_KIND = late_pattern(r"^(?:award |sub-?)?(?:criteri(?:on|a)|question|section|part|no\.?)\s+")
_APART = late_pattern(r"\s*[:–—/|]\s*|\s+-\s*|[.)]\s+|\s+")
_IN_BRACKETS = late_pattern(r"^(.*\S)\s*[(\[]([^()\[\]]+)[)\]]$")
_MOST_PARTS = 8


class Meant(Frozen):
    """The published criteria that a label means, whether that is sure, and the per cent that stand beside it."""

    questions: tuple[Question, ...] = ()
    sure: bool = True
    per_cent: Fraction | None = None


class _Names(Frozen):
    """The published criteria by id, by name, by what their names say apart from small words, by kind, and those of money."""

    ids: dict[str, tuple[Question, ...]]
    names: dict[str, tuple[Question, ...]]
    gists: dict[tuple[str, ...], tuple[Question, ...]]
    kinds: dict[str, tuple[Question, ...]]
    money: tuple[Question, ...]


def meant_by(case: Case, label: str) -> Meant:
    """Return the published criteria that a record means by a label; none where it names something else."""
    known = case.once(_names)
    plain = _plain(label)
    exact = known.ids.get(plain) or known.names.get(plain)
    if exact:
        return Meant(exact)
    weight = _WEIGHT.search(plain)
    share = Fraction(weight[1].replace(",", ".")) if weight and weight[2] in ("%", "percent", "per cent") else None
    bare = plain[: weight.start()] if weight and weight.start() else plain
    found = next(_ways(known, bare), Meant())
    return found._replace(per_cent=share) if found.questions else found


def _ways(known: _Names, bare: str) -> Iterator[Meant]:
    """Return what a label without its weight may mean, the surest first."""
    for text in dict.fromkeys((bare, _KIND.sub("", bare))):
        if exact := known.ids.get(text) or known.names.get(text):
            yield Meant(exact)
    split = list(_split(known, _KIND.sub("", bare)))
    yield from (one for one in split if one.sure)
    if same := known.gists.get(gist(bare)):
        yield Meant(same)
    if known.money and names_money(bare):
        yield Meant(known.money)
    if kind := known.kinds.get(bare):
        yield Meant(kind)
    yield from split


def _split(known: _Names, text: str) -> Iterator[Meant]:
    """Return what a label means as an id and a name, in either order, or as one of them with other words."""
    brackets = _IN_BRACKETS.match(text)
    if brackets and (own := known.names.get(brackets[1]) or known.ids.get(brackets[1])):
        inside = known.ids.get(brackets[2]) or known.names.get(brackets[2])
        yield Meant(own, sure=inside == own)
    for index, gap in enumerate(_APART.finditer(text)):
        head, tail = text[: gap.start()], text[gap.end() :]
        if index == _MOST_PARTS or not head or not tail:
            return
        own, named = known.ids.get(head), known.names.get(tail) or known.gists.get(gist(tail))
        if own and (gap[0].strip() or _looks_like_an_id(head)):
            yield Meant(own, sure=named == own or not any(one.criterion.name for one in own))
        elif named and _looks_like_an_id(head):
            yield Meant(named)


def _looks_like_an_id(word: str) -> bool:
    """Whether a word may number a criterion: it is very short, or has a digit."""
    return " " not in word and (len(word) <= 2 or (len(word) <= 8 and any(one.isdigit() for one in word)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _names(case: Case) -> _Names:
    ids: dict[str, list[Question]] = {}
    names: dict[str, list[Question]] = {}
    gists: dict[tuple[str, ...], list[Question]] = {}
    kinds: dict[str, list[Question]] = {}
    for one in questions(case):
        if one.criterion.id:
            ids.setdefault(_plain(one.criterion.id), []).append(one)
        if one.criterion.name:
            names.setdefault(_plain(one.criterion.name), []).append(one)
            gists.setdefault(gist(one.criterion.name), []).append(one)
        if one.criterion.type and one.is_scored and not one.above:
            kinds.setdefault(_plain(one.criterion.type), []).append(one)
    gists.pop((), None)
    money = tuple(one for one in questions(case) if one.is_price and one.is_scored and not one.above)
    frozen = [{key: tuple(some) for key, some in one.items()} for one in (ids, names, kinds)]
    return _Names(frozen[0], frozen[1], {key: tuple(some) for key, some in gists.items()}, frozen[2], money)
