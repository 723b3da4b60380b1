"""Weights that recorded totals were made with, found from the totals and the scores alone.

A total is the sum of weight times share of what can be had, criterion by criterion, so the totals of as many bids as there
are criteria give one equation each. Rounded totals give the weights only nearly; so the solution is moved to the nearest plain
numbers, and these count only where they reproduce every total. With as many equations as unknowns there are always such
weights, whatever went wrong, so bids must be left over that confirm them; so they must for the few usual slips that are tried.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from fairaudit.frozen import Frozen

Row = tuple[Fraction, ...]
_EXCHANGED = "the weights of two criteria are exchanged"
_ALIKE = "every criterion of quality weighs the same"
_GRIDS = (Fraction(5), Fraction(1), Fraction(1, 2), Fraction(1, 4), Fraction(1, 10))
"""What weights are multiples of, the plainest first: heuristic."""
_OVER = 2
"""How many bids more than free weights there must be, and how many totals the published weights must not give: heuristic."""


class Inferred(Frozen):
    """Weights that reproduce every total, in the order of the criteria, and how they were found; no others tried do."""

    weights: Row
    how: str


class PartOf(Frozen):
    """A recorded part of a bid's total, with the bid's share for each criterion, 0 for those outside the part."""

    shares: Row
    points: Fraction
    room: Fraction


def weights_behind(
    shares: Sequence[Row],
    totals: Sequence[Fraction],
    rooms: Sequence[Fraction],
    published: Row,
    parts: Sequence[PartOf] = (),
    together: Sequence[int] = (),
) -> Inferred | None:
    """Return the only weights, other than those published, that reproduce the totals of all bids and their recorded parts.

    `None` where there are none, or several, where fewer than two totals of bids scored differently contradict the published
    weights, and where no two such bids are left over to confirm what was found. `shares` has for every bid its share of what
    can be had, criterion by criterion, `totals` its total in the unit of the weights, `rooms` how far that total may be
    rounded. These are of one length, their rows of the length of `published`; anything else raises `ValueError`. What is
    found adds up to what the published weights add up to. `together` are the places of criteria that share one part, as all
    of quality do, where every bid's part is recorded: two bids show a slip among these, where only one of its kind is possible.
    """
    if len(shares) != len(totals) or len(totals) != len(rooms) or any(len(one) != len(published) for one in shares):
        raise ValueError("every bid needs a share for each criterion, a total and a room")
    bids = tuple(zip(shares, totals, rooms, strict=True))
    off = {one[0] for one in bids if not _gives(published, *one)}
    if len(off) < _OVER:
        return None
    # The more weights can be exchanged, the sooner one exchange fits by chance.
    every = len(set(shares)) > _OVER + (len(published) > _OVER + 1)
    tried = list(_slips(published, range(len(published)))) if every else []
    if 1 < len(together) < len(published) and len(parts) >= len(shares):
        tried += [one for one in _slips(published, together) if every or _shows(one[0], together, parts, published)]
    if len(set(shares)) >= len(published) - 1 + _OVER:
        tried[:0] = _solved(shares, totals, published)
    tried += _solved_from_parts(parts, together, published)
    found = [
        (how, one)
        for how, one in tried
        if one != published
        and all(_gives(one, *bid) for bid in bids)
        and all(_gives(one, part.shares, part.points, part.room) for part in parts)
    ]
    return Inferred(found[0][1], found[0][0]) if len({one for _, one in found}) == 1 else None


def _gives(weights: Row, shares: Row, points: Fraction, room: Fraction) -> bool:
    found = sum((weight * share for weight, share in zip(weights, shares, strict=True)), Fraction(0))
    return abs(found - points) <= room


def _shows(how: str, together: Sequence[int], parts: Sequence[PartOf], published: Row) -> bool:
    """Whether few bids show a slip: it is the only one of its kind, and two parts were not exchanged between bids instead."""
    own = [one for one in parts if any(one.shares[at] for at in together)]
    mirrored = len(own) == _OVER and all(
        _gives(published, one.shares, other.points, other.room) for one, other in zip(own, own[::-1], strict=True)
    )
    return not mirrored and (how != _EXCHANGED or len(together) == _OVER)


def _slips(published: Row, among: Sequence[int]) -> Iterator[tuple[str, Row]]:
    """Return weights as usual slips make them among some criteria: all the same, or those of two criteria exchanged."""
    whole = sum((published[at] for at in among), Fraction(0))
    same = tuple(whole / len(among) if at in among else one for at, one in enumerate(published))
    yield ("every criterion weighs the same" if len(among) == len(published) else _ALIKE), same
    for first, second in combinations(among, 2):
        if published[first] != published[second]:
            swapped = list(published)
            swapped[first], swapped[second] = published[second], published[first]
            yield _EXCHANGED, tuple(swapped)


def _solved_from_parts(parts: Sequence[PartOf], together: Sequence[int], published: Row) -> Iterator[tuple[str, Row]]:
    """Return the published weights with those of one part as its points give them, where bids are left over to confirm them."""
    own = [one for one in parts if any(one.shares[at] for at in together)]
    rows = [tuple(one.shares[at] for at in together) for one in own]
    if not 1 < len(together) < len(published) or len(set(rows)) < len(together) - 1 + _OVER:
        return
    for _, found in _solved(rows, [one.points for one in own], tuple(published[at] for at in together)):
        mixed = dict(zip(together, found, strict=True))
        yield "solved from the parts for quality", tuple(mixed.get(at, one) for at, one in enumerate(published))


def _solved(shares: Sequence[Row], totals: Sequence[Fraction], published: Row) -> Iterator[tuple[str, Row]]:
    """Return the solution of the totals as equations, in plain numbers that add up as the published weights do."""
    exact = _least_squares(shares, totals)
    if exact is None:
        return
    whole = sum(published, Fraction(0))
    for grid in _GRIDS:
        plain = tuple(grid * round(one / grid) for one in exact)
        if sum(plain, Fraction(0)) == whole and all(one >= 0 for one in plain):
            yield "solved from the totals", plain
            return


def _least_squares(shares: Sequence[Row], totals: Sequence[Fraction]) -> Row | None:
    """Return the one solution of the normal equations, exactly; `None` where there are several."""
    size = len(shares[0]) if shares else 0
    if len(shares) < size or size == 0:
        return None
    rows = [
        [sum((row[i] * row[j] for row in shares), Fraction(0)) for j in range(size)]
        + [sum((row[i] * total for row, total in zip(shares, totals, strict=True)), Fraction(0))]
        for i in range(size)
    ]
    for column in range(size):
        pivot = next((at for at in range(column, size) if rows[at][column] != 0), None)
        if pivot is None:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        head = [one / rows[column][column] for one in rows[column]]
        rows[column] = head
        for at in range(size):
            if at != column and rows[at][column] != 0:
                factor = rows[at][column]
                rows[at] = [one - factor * other for one, other in zip(rows[at], head, strict=True)]
    return tuple(row[-1] for row in rows)
