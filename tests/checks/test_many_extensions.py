"""An extension for each of many bidders: counted by what is compared, with the answers of comparing each with each."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.checks.timing import extensions as checks
from fairaudit.engine.judge import judge
from fairaudit.procurement.times import deadlines, moretime
from tests.checks.scoring_case import case_of, rule

RULES = (
    "extension-for-some-bidders", "extension-after-the-deadline", "bids-opened-before-the-deadline",
    "unequal-bid-deadlines", "late-bid-accepted",
)  # fmt: skip
MOMENTS = st.sampled_from(["2026-03-30T12:00", "2026-03-31", "2026-03-31T23:59", "2026-04-02T12:00"])
WHO = st.sampled_from(["a", "b", "c", "Alder Ltd", "Birch", "all", "x9"])
LOTS = st.sampled_from(["1", "2"])


def some(**choices):
    return st.fixed_dictionaries({}, optional=choices)


CASES = st.fixed_dictionaries({
    "tender": st.fixed_dictionaries(
        {"published": st.just("2026-03-02"), "tender_period": st.fixed_dictionaries({"end_date": MOMENTS})},
        optional={"time_zone": st.just("Europe/London"), "lots": st.just([{"id": "1"}, {"id": "2"}])},
    ),
    "parties": st.just([{"id": "a", "name": "Alder Ltd"}, {"id": "b", "name": "Birch Ltd"}, {"id": "c"}]),
    "bids": st.lists(some(bidder=st.sampled_from(["a", "b", "c", "d"]), lot=LOTS, deadline=MOMENTS), max_size=4),
    "events": st.lists(
        some(until=MOMENTS, date=st.sampled_from(["2026-03-20", "2026-03-31"]), lot=LOTS, bidder=WHO,
             recipients=st.lists(WHO, min_size=1, max_size=2)).map(lambda one: one | {"kind": "extension"}),
        max_size=4,
    ),
    "complete": st.sampled_from([[], ["bids"]]),
})  # fmt: skip


def everything_said(sections):
    case = case_of(sections, "2026-05-01")
    judged = [judge(case, rule(name), "market") for name in RULES]
    return [(one.outcome, one.unassessed, [each.hit for each in one.hits]) for one in judged]


@settings(max_examples=150)
@given(CASES)
def test_the_tables_change_no_answer(sections):
    quick = everything_said(sections)
    kept = moretime._open_to, deadlines.furthest, checks._by_deadline
    try:
        moretime._open_to = lambda case, _, lot: tuple(
            sorted(
                (moretime._offer(case, one, one.until) for one in moretime.extensions(case, lot)), key=moretime._in_turn
            )
        )
        deadlines.furthest = lambda offers: list({one.until: one for one in reversed(offers)}.values())
        checks._by_deadline = lambda case, known, lot: [
            [(place, one, checks._last_of(case, one, lot))] for place, one in enumerate(known)
        ]
        assert everything_said(sections) == quick
    finally:
        moretime._open_to, deadlines.furthest, checks._by_deadline = kept


def each_extended(size):
    """Every bidder has an extension of its own, and all have until the same moment."""
    return {
        "tender": {
            "published": "2026-03-02", "time_zone": "Europe/London", "tender_period": {"end_date": "2026-03-30T12:00"},
        },
        "parties": [{"id": f"p{one}", "name": f"Firm Number{one} Ltd"} for one in range(size)],
        "bids": [{"id": f"B{one}", "bidder": f"p{one}"} for one in range(size)],
        "events": [
            {"kind": "extension", "date": "2026-03-20", "bidder": f"p{one}", "until": "2026-04-02T12:00"}
            for one in range(size)
        ],
    }  # fmt: skip


def comparisons(monkeypatch, size):
    """How often anything is compared, reached or ordered while the rules judge a case."""
    counted = Counter()
    rooms = ((moretime, "reaches"), (moretime, "turn"), (deadlines, "turn_of"), (deadlines, "_from"), (checks, "later"))
    for room, name in rooms:
        slow = getattr(room, name)
        monkeypatch.setattr(room, name, lambda *given, slow=slow, name=name: counted.update([name]) or slow(*given))
    everything_said(each_extended(size))
    monkeypatch.undo()
    return counted


def test_twice_as_many_bidders_with_extensions_take_twice_as_many_comparisons(monkeypatch):
    once, twice = comparisons(monkeypatch, 60), comparisons(monkeypatch, 120)
    assert once
    assert {name for name, count in twice.items() if count > 2.1 * once[name] + 10} == set()
