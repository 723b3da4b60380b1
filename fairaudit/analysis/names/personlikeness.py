"""How like two names of people are, with the words for it."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA, JaroWinkler

from fairaudit.analysis.names.letters import sound
from fairaudit.analysis.names.nicknames import like_given, same_given
from fairaudit.analysis.names.people import PersonName
from fairaudit.analysis.names.titles import FREQUENT
from fairaudit.frozen import Frozen

SAME, LIKE, SLIP, INITIAL, NEAR, FAR, PART, OTHER, APART, UNLIKE = 9, 8, 7, 6, 5, 4, 3, 2, 1, 0
"""Grades of likeness of two names: one name; one name written otherwise; a letter of the surname differs; surname and initial; a
letter of the given name differs (`Maria`, `Mario`), or of more than one word; more letters differ; one word is all that one of
them has; one given name and another surname; a given name here and a surname there; nothing, or a contradiction."""


class NameLikeness(Frozen):
    """A grade, the words for it, and whether so many bear such a name that it tells little."""

    grade: int
    reason: str = ""
    frequent: bool = False


_EQUAL, _ALIKE, _SHORT, _LETTER, _CLOSE, _FIRST, _NO = 6, 5, 4, 3, 2, 1, 0
"""How like two words are: equal; written otherwise; a short form; a letter differs; more letters; an initial; not at all."""


def compared_people(names: tuple[PersonName, ...], others: tuple[PersonName, ...]) -> NameLikeness:
    """Return the best likeness of any two names; the same whichever comes first."""
    found = [_compared(one, other) for one, other in product(names, others)]
    return max(found, key=lambda one: (one.grade, -len(one.reason), one), default=NameLikeness(UNLIKE))


def alike_beside_a_surname(names: tuple[PersonName, ...], others: tuple[PersonName, ...]) -> str:
    """Return how given names are alike of two that share a surname, for what a whole birth date ties; empty: they are not.

    `Ian` and `Iain` may be one, and so may two names of one initial; `Anna` and `Peter` of one surname and day are twins.
    """
    found = [_beside_a_surname(*sorted((one, other))) for one, other in product(names, others)]
    return max(found, key=lambda said: (bool(said), -len(said), said), default="")


def _beside_a_surname(one: PersonName, other: PersonName) -> str:
    if _of_two_generations(one, other):
        return ""
    for at, to, kind in _surnames_alike(one, other):
        if kind >= _ALIKE:
            given, theirs = (
                (*words[:place], *words[place + 1 :]) for words, place in ((one.words, at), (other.words, to))
            )
            if found := _alike_given(given[:8], theirs[:8]):
                return f"same surname, and given names that are alike {_shown(*found)}"
    return ""


def _alike_given(given: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the first two of given names that may be one by a letter or two or a short form, or the firsts by their initial."""
    for one, other in product(given, others):
        shorter = min(len(one), len(other))
        if shorter > 1 and (_kind(one, other) or (shorter > 2 and OSA.distance(one, other, score_cutoff=1) == 1)):
            return one, other
    first, there = given[:1], others[:1]
    return (first[0], there[0]) if first and there and first[0][0] == there[0][0] else None


def one_rare_surname(names: tuple[PersonName, ...], others: tuple[PersonName, ...]) -> str:
    """Return the words for one surname, a letter of it aside, that few bear, whatever the given names; empty: there is none.

    Whoever goes by another given name (`Xiaoming`, `Kevin`) keeps surname and day of birth; so do twins, which the words say.
    """
    for one, other in product(names, others):
        if not _of_two_generations(one, other) and not _frequent(one, other):
            nearest = max((kind for _, _, kind in _surnames_alike(one, other)), default=_NO)
            if nearest >= _LETTER:
                same = "same surname" if nearest >= _ALIKE else "surnames differ by one letter"
                return f"{same}, other given names, as those of twins {_both(*sorted((one, other)))}"
    return ""


def share_a_word(names: tuple[PersonName, ...], others: tuple[PersonName, ...]) -> bool:
    """Whether a word of one name may be one of the other, written otherwise or with a slip."""
    return any(_words_alike(*pair) and not _of_two_generations(*pair) for pair in product(names, others))


def loosely_alike(names: tuple[PersonName, ...], others: tuple[PersonName, ...]) -> bool:
    """Whether each word of one name has a letter-by-letter like of its own in the other, two of them at least.

    For what a whole birth date ties: `Jayaned Bennett` and `Jyayden Bnennet`. The limit is a heuristic.
    """
    return any(_each_alike(*pair) and not _of_two_generations(*pair) for pair in product(names, others))


def _each_alike(one: PersonName, other: PersonName) -> bool:
    fewer, more = sorted((one.words[:8], other.words[:8]), key=len)
    left = list(more)
    for word in fewer:
        found = max(left, key=lambda there: JaroWinkler.similarity(word, there), default="")
        if min(len(word), len(found)) < 2 or JaroWinkler.similarity(word, found) < _LOOSE:
            return False
        left.remove(found)
    return len(fewer) > 1


_LOOSE = 0.75
"""A heuristic; among all pairs of the labelled lists it brings none that is wrong."""


def _words_alike(one: PersonName, other: PersonName) -> list[tuple[int, int, int]]:
    """Return the places of words that may be one, and how like they are; letters that stand alone are none."""
    return [
        (at, to, kind)
        for at, word in enumerate(one.words[:8])
        for to, there in enumerate(other.words[:8])
        if min(len(word), len(there)) > 1 and (kind := _kind(word, there))
    ]


def _surnames_alike(one: PersonName, other: PersonName) -> list[tuple[int, int, int]]:
    """Return of the words that may be one those that are a surname at either end."""
    starts, ends = len(one.given), len(other.given)
    return [found for found in _words_alike(one, other) if found[0] >= starts or found[1] >= ends]


def _of_two_generations(one: PersonName, other: PersonName) -> bool:
    return bool(one.generation and other.generation and one.generation != other.generation)


def _compared(one: PersonName, other: PersonName) -> NameLikeness:
    if _of_two_generations(one, other):
        return NameLikeness(UNLIKE)
    first, second = sorted((one, other))
    best = _graded(first, second)
    if len(first.words) != len(second.words) and best.grade < LIKE:
        # `Annemarie` for `Anne-Marie`, `Delacroix` for `Dela Croix`.
        best = max([best, *(_graded(*pair) for pair in _bound(first, second))], key=lambda found: found.grade)
    if best.grade < LIKE and (first.together or second.together):
        best = max([best, *_with_particles(first, second)], key=lambda found: found.grade)
    return best


def _with_particles(one: PersonName, other: PersonName) -> list[NameLikeness]:
    """Return how like two names are with their particles written on, where that makes a word of both: `De Luca`, `Deluca`.

    Only where nothing in that word differs: what is short without its particles would else be alike by them alone.
    """
    words, others = one.together or one.words, other.together or other.words
    made = ({*one.together} - {*one.words}) | ({*other.together} - {*other.words})
    if made.isdisjoint({*words} & {*others}):
        return []
    first, second = (PersonName(of[:-1], of[-1:], name.generation) for of, name in ((words, one), (others, other)))
    return [_graded(first, second)]


def _bound(one: PersonName, other: PersonName) -> list[tuple[PersonName, PersonName]]:
    longer = one if len(one.words) > len(other.words) else other
    words, cut = longer.words, len(longer.given)
    if len(words) > 6:
        return []
    found = []
    for at in range(len(words) - 1):
        bound = (*words[:at], words[at] + words[at + 1], *words[at + 2 :])
        given = cut - 1 if at < cut - 1 else min(cut, at)
        made = PersonName(bound[:given], bound[given:], longer.generation, longer.known)
        found.append((made, other) if longer is one else (one, made))
    return found


def _graded(one: PersonName, other: PersonName) -> NameLikeness:
    words, others = one.words[:8], other.words[:8]
    if not words or not others:
        return NameLikeness(UNLIKE)
    pairs = _paired(words, others)
    kinds = sorted((kind for _, _, kind in pairs), reverse=True)
    left = [word for at, word in enumerate(words) if at not in {pair[0] for pair in pairs}]
    right = [word for at, word in enumerate(others) if at not in {pair[1] for pair in pairs}]
    frequent = _frequent(one, other)
    grade = _grade(kinds, left, right)
    if grade == SLIP and any(
        kind == _LETTER and at < len(one.given) and to < len(other.given) for at, to, kind in pairs
    ):
        grade = NEAR
    if grade in (SAME, LIKE, SLIP) and not _surnames(one, other, pairs):
        grade = NEAR
    if grade == UNLIKE and _one_given_name(one, other, pairs):
        grade = OTHER
    elif grade == UNLIKE and _apart(one, other):
        grade = APART
    reason = _reason(grade, one, other, pairs)
    return NameLikeness(grade, reason, frequent) if grade else NameLikeness(UNLIKE)


def _surnames(one: PersonName, other: PersonName, pairs: list[tuple[int, int, int]]) -> bool:
    """Whether a surname is among what is paired, at either end."""
    starts, ends = len(one.given), len(other.given)
    return any(at >= starts or to >= ends for at, to, _ in pairs)


def _one_given_name(one: PersonName, other: PersonName, pairs: list[tuple[int, int, int]]) -> bool:
    """Whether a whole given name is one and the surname another: whoever marries may change it; twins share the surname."""
    starts, ends = len(one.given), len(other.given)
    return any(at < starts and to < ends and kind >= _SHORT for at, to, kind in pairs)


def _apart(one: PersonName, other: PersonName) -> bool:
    """Whether one has only a given name and the other only a surname, so that nothing is the same and nothing differs."""
    return (not one.surname and not other.given) or (not one.given and not other.surname)


def _grade(kinds: list[int], left: list[str], right: list[str]) -> int:
    """Return the grade of two names by what was paired and what was left over on either side."""
    full = [kind for kind in kinds if kind != _FIRST]
    if left and right:
        # A middle name that differs is common in registers; another given name or surname is another person.
        told = len([kind for kind in full if kind >= _SHORT])
        return FAR if told >= 2 else UNLIKE
    if len(full) >= 2:
        if min(full) >= _ALIKE and not left and not right and len(full) == len(kinds):
            return SAME
        slips = sum(kind < _SHORT for kind in full)
        if _CLOSE not in full and slips <= 1:
            return SLIP if slips else LIKE
        return FAR if _CLOSE in full else NEAR
    if full and len(kinds) >= 2:
        return INITIAL if full[0] >= _ALIKE else FAR
    return PART if full else UNLIKE


def _paired(words: tuple[str, ...], others: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """Return places of words that are one, best first, each word once; words in the same order before others."""
    found = [
        (-kind, abs(at - to), at, to)
        for at, word in enumerate(words)
        for to, other in enumerate(others)
        if (kind := _kind(word, other))
    ]
    pairs: list[tuple[int, int, int]] = []
    used: set[int] = set()
    taken: set[int] = set()
    for kind, _, at, to in sorted(found):
        if at not in used and to not in taken:
            used.add(at)
            taken.add(to)
            pairs.append((at, to, -kind))
    return pairs


@lru_cache(maxsize=65536)
def _kind(word: str, other: str) -> int:
    """Return how like two words are; the limits are heuristics."""
    if word == other:
        return _EQUAL if len(word) > 1 else _FIRST
    if len(word) == 1 or len(other) == 1:
        return _FIRST if word[0] == other[0] else _NO
    if same_given(word, other):
        return _SHORT
    length = min(len(word), len(other))
    if length > 2 and sound(word) == sound(other):
        return _ALIKE
    if like_given(word, other):
        return _SHORT
    distance = OSA.distance(word, other, score_cutoff=3)
    if distance == 1 and length > 3:
        return _LETTER
    if length > 4 and sorted(word) == sorted(other):
        return _CLOSE
    if (distance == 2 and length > 4) or (length > 4 and JaroWinkler.similarity(word, other) >= 0.85):
        return _CLOSE
    return _NO


def _frequent(one: PersonName, other: PersonName) -> bool:
    """Whether a surname is one that very many bear."""
    return any(name.surname and set(name.surname) <= FREQUENT for name in (one, other))


def _reason(
    grade: int,
    one: PersonName,
    other: PersonName,
    pairs: list[tuple[int, int, int]],
) -> str:
    kinds = {kind for _, _, kind in pairs}
    if grade == SAME:
        if one.words == other.words:
            return "same name"
        if kinds == {_EQUAL}:
            return "same name in another order"
        return f"same name in another spelling {_both(one, other)}"
    if grade in (SLIP, NEAR) and sum(kind < _SHORT for _, _, kind in pairs) == 1 and _LETTER in kinds:
        return f"names differ by one letter {_differing(one, other, pairs)}"
    if grade == LIKE:
        if _SHORT in kinds:
            return f"same name, one in a short form {_differing(one, other, pairs)}"
        return f"same name, and one has more words {_both(one, other)}"
    if grade == INITIAL:
        return "same surname and initial"
    if grade == OTHER:
        return f"same given name, another surname {_both(one, other)}"
    if grade == APART:
        return f"one has a given name, the other a surname {_both(one, other)}"
    if grade in (NEAR, FAR):
        return f"names are alike {_both(one, other)}"
    return f"one word of the name is the same {_both(one, other)}" if grade == PART else ""


def _differing(one: PersonName, other: PersonName, pairs: list[tuple[int, int, int]]) -> str:
    _, at, to = min((kind, at, to) for at, to, kind in pairs if kind in (_LETTER, _SHORT))
    return _shown(one.words[at], other.words[to])


def _both(one: PersonName, other: PersonName) -> str:
    return _shown(" ".join(one.words), " ".join(other.words))


def _shown(one: str, other: str) -> str:
    first, second = sorted((one, other))
    return f"({first.title()}, {second.title()})"
