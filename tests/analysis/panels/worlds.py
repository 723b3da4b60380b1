"""Fair panels, and how often each statistical rule raises an alarm on them: what the slow test and docs/statistics.md show."""

from fractions import Fraction

from fairaudit.analysis.estimable import NotEstimable
from fairaudit.analysis.panels.dealing import dealt, nearly_agrees
from fairaudit.analysis.panels.fairpanels import Panel, scores_of
from fairaudit.analysis.panels.leaders import leaders
from fairaudit.analysis.panels.marks import (
    AGREE,
    alike,
    could_be_one,
    expected_alike,
    expected_nearly_alike,
    for_one_bidder,
    nearly_alike,
    others_agree,
)
from fairaudit.analysis.panels.moves import direction
from fairaudit.analysis.panels.residuals import largest_normed, tail_p
from fairaudit.analysis.seeded import SEED, Chance

LEVEL = Fraction(5, 100)
SIZES = ((3, 4), (4, 4), (5, 5), (5, 8))
TASTES = (0.0, 0.3)
LEAST, LEAST_CELLS = 3, 6
"""Fewer evaluators or bids, or fewer cells of two sheets, are not tested."""
DEALINGS = 199
"""Dealings drawn for one test of residuals, as valid with few as with many."""
DRAWS = 99
"""Orders drawn for one test of moves; (1 + k) / (N + 1) is as exact with few as with many."""


def pattern(panel, scores, chance, weights):
    """The rule evaluator-departs-for-one-bid."""
    return departing(panel, scores, chance, weights) is not None


def departing(panel, scores, chance, weights):
    """The cell that departs from the panel's pattern, where few fair panels depart as far."""
    largest = largest_normed(sums_of(scores, weights))
    if tail_p(panel.evaluators, panel.bidders, largest.statistic).p > LEVEL:
        return None
    cells = [
        [[weight * own[bid][at] for own in scores] for at, weight in enumerate(weights)] for bid in range(panel.bidders)
    ]
    if not nearly_agrees(cells, weights):
        return largest
    p = dealt(cells, DEALINGS, seed=int(chance.uniform() * 1e9), enumerated=0).p
    return largest if p <= LEVEL else None


def sums_of(scores, weights):
    return [[sum(map(times, weights, cell)) for cell in row] for row in scores]


def decides(panel, scores, chance, weights):
    """The rule departs-and-decides, of a contest in which quality is all that counts."""
    found = departing(panel, scores, chance, weights)
    if found is None:
        return False
    given = sums_of(scores, weights)
    totals = [sum(column) for column in zip(*given, strict=True)]
    before = leaders(totals)
    after = leaders([one - own for one, own in zip(totals, given[found.evaluator], strict=True)])
    leads, led = (found.bidder in each for each in (before, after))
    return leads > led if found.residual > 0 else led > leads


def times(weight, score):
    return weight * score


def moves(panel, scores, chance, weights, pushed=frozenset()):
    """The rule moderation-moves-one-bid-apart, after a meeting that rounds the mean of all and errs a little.

    `pushed` are cells, by bid and question, that the meeting gives one step more.
    """
    rows = []
    for question, weight in enumerate(weights):
        row = []
        for bid in range(panel.bidders):
            total = sum(own[bid][question] for own in scores)
            agreed = int(max(0, total / panel.evaluators + 0.5 + 0.4 * chance.normal())) + ((bid, question) in pushed)
            row.append(weight * (min(panel.top, agreed) * panel.evaluators - total))
        rows.append(row)
    return direction(rows, DRAWS, seed=int(chance.uniform() * 1e9), enumerated=0).chance.p <= LEVEL


def ends(panel, scores, chance, weights):
    """The rule best-or-worst-scores-for-one-bid."""
    if panel.evaluators < LEAST:
        return False
    marked = [
        [
            [{at: own[bid][question] == end for at, own in enumerate(scores)} for question in range(panel.criteria)]
            for bid in range(panel.bidders)
        ]
        for end in (panel.top, 0)
    ]
    tests = sum(map(could_be_one, marked))
    return any(one.p * tests <= LEVEL for cells in marked for one in for_one_bidder(cells))


def same(panel, scores, chance, weights):
    """The rule sheets-that-are-alike."""
    sheets = [[one for cell in row for one in cell] for row in scores]
    varied = [one for one in alike(sheets) if len(set(sheets[one[0]])) > 1]
    if len(sheets[0]) < LEAST_CELLS:
        return False
    told = varied and expected_alike(sheets) <= LEVEL and any(others_agree(sheets, one) <= AGREE for one in varied)
    return bool(told) or nearly_the_same(sheets)


def nearly_the_same(sheets):
    most = len(sheets[0]) // 10
    flat = {at for at, row in enumerate(sheets) if max(map(row.count, row)) >= len(row) - most}
    pairs = [one for one in nearly_alike(sheets, most) if flat.isdisjoint(one[:2])]
    return any(
        expected_nearly_alike(sheets, differing) <= LEVEL and others_agree(sheets, pair) <= AGREE
        for *pair, differing in pairs
    )


RULES = {
    "evaluator-departs-for-one-bid": pattern,
    "departs-and-decides": decides,
    "moderation-moves-one-bid-apart": moves,
    "best-or-worst-scores-for-one-bid": ends,
    "sheets-that-are-alike": same,
}


def alarms(rule, panel, panels, weights=None, seed=SEED, made=scores_of):
    """In what share of so many fair panels a rule raises an alarm; one that cannot be tested raises none."""
    chance, found = Chance(seed), 0
    for _ in range(panels):
        scores = made(panel, chance)
        try:
            found += RULES[rule](panel, scores, chance, weights or (1,) * panel.criteria)
        except NotEstimable:
            continue
    return found / panels


HARD = {
    "eight criteria": (dict(), None),
    "three criteria": (dict(criteria=3), None),
    "one weighs half": (dict(criteria=5), (5, 2, 1, 1, 1)),
    "near the top": (dict(middle=4.0), None),
    "coarse scale": (dict(top=3, middle=2.0, quality=0.3, question=0.3, error=0.45), None),
}
"""What may break an assumption: few criteria, weights, scores at the end of the scale, few steps."""


def world(name, size, taste):
    more, weights = HARD[name]
    return Panel(*size, taste=taste, **more), weights


def nearly_agreed(panel, chance):
    """Scores of people who agree but for one step, which each of them is off with the probability `panel.error`."""
    top, error = panel.top, panel.error
    agreed = [[1 + chance.below(top - 1) for _ in range(panel.criteria)] for _ in range(panel.bidders)]
    return [
        [[one + (chance.below(2) * 2 - 1 if chance.uniform() < error else 0) for one in row] for row in agreed]
        for _ in range(panel.evaluators)
    ]


CRITERIA = {1: "one criterion", 3: "three criteria", 8: "eight criteria"}
CLOSE = {
    **{
        f"{CRITERIA[criteria]} with error {error}": (dict(criteria=criteria, error=error), scores_of)
        for criteria in (1, 3)
        for error in (0.2, 0.3, 0.55)
    },
    **{
        f"{CRITERIA[criteria]} with {round(100 * share)} % a step off": (
            dict(criteria=criteria, error=share),
            nearly_agreed,
        )
        for criteria in (1, 3, 8)
        for share in (0.02, 0.05, 0.1)
    },
}
"""Panels that agree so far that normal errors do not describe them: the test of residuals may only raise fewer alarms."""
EXACT = {
    f"{CRITERIA[criteria]} with error {error}": (dict(criteria=criteria, error=error), scores_of)
    for criteria in (3, 8)
    for error in (0.1, 0.2, 0.3)
}
"""Panels of people who hardly err: whoever is as severe as another often writes the same, which is no copy."""
HARDLY = {
    f"{CRITERIA[criteria]} with error {error}": (dict(criteria=criteria, error=error), scores_of)
    for criteria in (1, 3, 8)
    for error in (0.0, 0.05, 0.1)
}
"""Panels of people who err less still: what differs is how hard they score, which dealing out does not keep apart."""


def close(name, size):
    """A panel of a close world, and how its scores are made."""
    more, made = (CLOSE | EXACT | HARDLY)[name]
    return Panel(*size, **more), made
