"""Words of names that a tender uses as words: `tickets` of Alderney Tickets, where the tender sells tickets.

A word that stands small in a text is one where it is not what tells a firm from others, which is its first; the first word of a
firm, and any of a person, only where an article or a verb before it shows that it is a word. Ids and given names never are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from fairaudit.analysis.names.nicknames import FORMAL
from fairaudit.engine.redaction.unlisted import strings_of
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case

_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"\S*(?:[@/\\_]|\w\.\w|\w\d|\d\w)\S*")
"""What is an address, a login or an id, and no word."""
_CAPITALS = re.compile(r"[A-Z]{2,6}")
_AS_A_WORD = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Ee](?:ach|very)|[Aa](?:ll|ny)|[Nn]o)\s([A-Z]{2,6})\b|\b([A-Z]{2,6})s\b")
_EXPLAINED = re.compile(r"\(([A-Z]{2,6})\)")
_FEWEST = 2
_BEFORE = frozenset(
    ["a", "an", "the", "each", "every", "any", "no", "this", "that", "these", "those", "our", "their", "its", "your", "all",
     "will", "shall", "must", "may", "can", "should", "would"]
)  # fmt: skip
EVERYDAY = frozenset(
    """
    january february march april may june july august september october november december monday tuesday wednesday thursday
    friday saturday sunday english welsh scottish scots irish british french german dutch spanish italian danish polish greek
    swedish finnish europe european north south east west northern southern eastern western
    about above after again alone along also apart been being below best better both bring broad brief black block blocks blue
    board bold book books brown build care case cases catch chance check choice clean clear close cold come cost could cover
    dark days deep doors down draft drive drivers each early eight even ever every exact extra fails fair farm farms fast
    field fields fifth final fine fire firm first five floor floors flood food force found four fresh from front full gives
    going good grand grant grass gravel great green ground grounds group hands hard harsh have head heavy help here high hill
    hills holds home hours house inner into items just keep kept know lack lacks land large last late later lead left less
    level light like line lines list local long looks lower made main make many mark marks meets mill mills more most mostly
    much near need needs never next night nine none notes nothing offer offers office often once only open order other outer
    over owner paper park parks part parts past place plan plans plant plants plate point points pool poor price quick quiet
    quite rain rank ranks rates rather reads ready right river road roads room rooms round route routes same sand says score
    scores sees seems send sends seven shall short should show shows since site sites sixth skill skills slack slow small
    snow some soon sound spare staff stage stand start states still stock stone stop store stores storm stove strong such
    table take takes tank tanks team teams tells tenth than that their them then there these they thin thing things third
    this those three tools total town track trade train trains under until upper very view wait walk wall walls want wants
    warm waste water waters week weeks well were what when where which while white whole wide will wind winner winter wish
    with wood woods word words work works worse worst would write years yard yards yield young your
    """.split()
)
"""Words that anybody may begin a sentence with or always writes with a capital, which are no slip of a name like them.

Common knowledge, no list of others; what the rules and the tender itself write small goes beside them.
"""


class Used(Frozen):
    """Words of the names of a case's people and firms that its tender uses as words, in small letters.

    Those of `anywhere` name nobody where they stand small. Those of `titles`, which no firm's name begins with and no person has,
    name nobody in a title either, where a capital is only the way of titles. The `later` ones are like them but for the proof.
    """

    anywhere: frozenset[str]
    titles: frozenset[str]
    later: frozenset[str]


def used_as_words(case: Case, ordinary: Collection[str] = ()) -> Used:
    """Return the words of names that a tender uses as words; `ordinary` are words that anybody uses so."""
    people = {word for name in _people(case) for word in _words(name)}
    firsts, others = set[str](), set[str]()
    names = [said for said in map(_words, _called(case)) if said]
    small, shown = _of_texts(case, names)
    for said in names:
        if said[0] in FORMAL or len(said[0]) == 1:
            # A firm that is called as somebody is.
            people.update(said)
        firsts.update(said[:1])
        others.update(said[1:])
    never = _ids(case).union(FORMAL)
    later = others - people - firsts - never
    sure = ((people | firsts) & shown) - never
    return Used(frozenset(sure | (later & small)), frozenset(later & small.union(ordinary)), frozenset(later))


def _people(case: Case) -> Iterator[str | None]:
    """Yield what people are called, also as contacts and where the firm is one person."""
    yield from (one.name for one in case.people)
    for party in case.parties:
        yield party.contact_point.name if party.contact_point else None
        yield party.name if party.sole_trader else None


def _called(case: Case) -> Iterator[str | None]:
    """Yield what firms are called: parties, incumbents and other suppliers."""
    for party in case.parties:
        yield from (party.name, *(party.aliases or ()))
    for incumbent in case.tender.incumbents or ():
        yield from (incumbent.name, *(incumbent.aliases or ()))
    yield from (one.name for one in case.tender.market or ())


def abbreviations(case: Case) -> frozenset[str]:
    """Return words in capitals that a tender uses as words: alone in a field, with an article, as a plural, or explained.

    `an RN`, `RNs` and `registered nurse (RN)` are about nobody who is called so.
    """
    names = {word for one in case.people for word in _words(one.name)}
    names |= {word for one in _called(case) for word in _words(one)}
    found = set[str]()
    for text in strings_of(case.tender):
        if _CAPITALS.fullmatch(text):
            found.add(text)
        found.update(match[1] or match[2] for match in _AS_A_WORD.finditer(text))
        for match in _EXPLAINED.finditer(text):
            said = _words(text[: match.start()])[-len(match[1]) :]
            if [one[0] for one in said] == list(match[1].lower()) and not names.intersection(said):
                found.add(match[1])
    return frozenset(found)


def _of_texts(case: Case, names: list[list[str]]) -> tuple[set[str], set[str]]:
    """Return the small words of a tender's texts, and those of them that an article or a verb stands before.

    What stands behind the first word of a name, in the words of that name, is the name written small.
    """
    small, shown = set[str](), set[str]()
    for text in strings_of(case.tender):
        said = _WORD.findall(_PIECE.sub(" . ", text))
        if len(said) < _FEWEST:
            continue
        named = _named(said, names)
        for at, word in enumerate(said):
            if word.islower() and at not in named:
                small.add(word)
                if at and said[at - 1].lower() in _BEFORE:
                    shown.add(word)
    return small, shown


def _named(said: list[str], names: list[list[str]]) -> set[int]:
    """Return the places of a text's words that go on with a name whose first word stands before them."""
    found = set[int]()
    lower = [word.lower() for word in said]
    for first, *rest in names:
        for at, word in enumerate(lower):
            following = at + 1
            while word == first and following < len(lower) and lower[following] in rest:
                found.add(following)
                following += 1
    return found


def _words(name: str | None) -> list[str]:
    return _WORD.findall((name or "").lower())


def _ids(case: Case) -> set[str]:
    return set(_of_ids(case))


def _of_ids(case: Case) -> Iterator[str]:
    for ids in ([one.id for one in case.people], [one.id for one in case.parties], [one.id for one in case.bids]):
        yield from (one.lower() for one in ids if one)
    yield from ((one.email or "").lower().partition("@")[0] for one in case.people)
