"""Work that grows with the square of what a case holds would let one file stop an audit: counted in steps, not in time."""

from decimal import Decimal

import pytest

from fairaudit.checks.bidders.same_price import same_price
from fairaudit.checks.contest.first_place import recorded_first_comes_first
from fairaudit.checks.information.answers.for_some import document_for_some, sent_to_some
from fairaudit.checks.information.papers.early_access import access_before_all
from fairaudit.checks.scoring.figures.recomputed import totals_recompute
from fairaudit.checks.timing.late_changes import answer_near_deadline
from fairaudit.engine.contract.report import Audience
from fairaudit.engine.waivers import comment_waivers
from fairaudit.procurement.bidders.rivals import admitted
from fairaudit.procurement.model.node import Node
from tests.checks.scoring_case import case_of
from tests.conftest import TODAY
from tests.conftest import case_of as case_from
from tests.work import grown


def bids(count):
    case = case_of(
        {
            "bids": [
                {"id": f"B{at}", "bidder": f"p{at}", "value": {"amount": str(1000 + at), "currency": "GBP"}}
                for at in range(count)
            ],
            "evaluation": {"totals": [{"bid": f"B{at}", "total": "1"} for at in range(count)]},
        }
    )
    return lambda: [(list(same_price(one.node, case)), admitted(case, one)) for one in case.bids]


def documents(moment):
    def made(count):
        documents = [
            {"id": f"D{at}", "title": "t", "available_at": moment(at), "recipients": [f"p{at % 7}"]}
            for at in range(count)
        ]
        case = case_of({"tender": {"documents": documents}, "bids": [{"id": "B", "bidder": "p1"}]})
        every = case.tender.documents
        return lambda: [list(document_for_some(Node(one.path, one), case, at_most_hours=2)) for one in every]

    return made


def sent(count):
    """Many events, each about a document of its own or all about one, and many answers after many extensions."""
    moments = [f"2026-03-{2 + at // 1440:02}T{at // 60 % 24:02}:{at % 60:02}Z" for at in range(count)]
    events = [
        {"kind": kind, "bidder": f"p{at % 7}", "date": moments[at], "document": document}
        for at in range(count)
        for kind, document in (("answer", None), ("access", f"D{at}"))
    ]
    events += [{"kind": "extension", "recipients": "all", "date": one, "until": "2026-04-20T12:00Z"} for one in moments]
    case = case_of(
        {
            "tender": {"published": "2026-03-02T09:00Z", "tender_period": {"end_date": "2026-04-13T12:00Z"}},
            "bids": [{"id": f"B{at}", "bidder": f"p{at}"} for at in range(7)],
            "events": events,
            "enquiries": [{"answered": one, "answer": "Yes.", "recipients": ["all"]} for one in moments],
        }
    )
    nodes = [Node(one.path, one) for one in case.events]
    return lambda: [
        *(list(sent_to_some(one, case, at_most_hours=12)) for one in nodes if one.value.kind == "answer"),
        *(list(access_before_all(one, case, at_most_hours=12)) for one in nodes if one.value.kind == "access"),
        *(
            list(
                answer_near_deadline(
                    Node(one.path, one), case, at_least=6, share=Decimal(30), given_back=50, slight=10, at_most_hours=12
                )
            )
            for one in case.enquiries
        ),
    ]


def comments(count):
    lines = "".join(f"  # fairaudit: accept[nothing] -- {at} of them\n" for at in range(count))
    case = case_from(f"tender:\n{lines}  id: T-1\n")
    return lambda: comment_waivers(case, Audience.OFFICER, TODAY, frozenset())


def wrong_totals(count):
    """A lot in which no recorded figure follows, and another bid than the one worked out again is first."""
    bids = [f"B{at}" for at in range(count)]
    criteria = [
        {"id": "Q", "type": "quality", "weight": 60, "scale": {"minimum": 0, "maximum": 10}},
        {"id": "P", "type": "price", "weight": 40, "formula": {"name": "lowest-price-ratio"}},
    ]
    case = case_of(
        {
            "tender": {"award_criteria": criteria},
            "bids": [
                {"id": one, "bidder": f"p{at}", "value": {"amount": 1000 + 7 * at}} for at, one in enumerate(bids)
            ],
            "evaluation": {
                "consensus": [{"bid": one, "criterion": "Q", "score": at * 7 % 11} for at, one in enumerate(bids)],
                "totals": [
                    {"bid": one, "total": 10 + at * 13 % 80, "price": at * 11 % 40, "quality": at * 17 % 60}
                    for at, one in enumerate(bids)
                ],
                "ranking": [{"bid": one, "rank": at + 1} for at, one in enumerate(bids)],
            },
        }
    )
    node = Node(case.evaluation.path, case.evaluation)
    return lambda: (list(totals_recompute(node, case)), list(recorded_first_comes_first(node, case)))


@pytest.mark.parametrize(
    "made",
    [
        bids,
        documents(lambda at: "2026-03-02T09:00"),
        documents(lambda at: f"2026-03-02T{at // 60:02}:{at % 60:02}"),
        documents(lambda at: f"2026-03-{1 + at % 28:02}"),
        sent,
        comments,
    ],
)
def test_eight_times_as_much_is_eight_times_the_work(made):
    few, many = grown(made, 100)
    assert many < 9 * few


def test_eight_times_as_many_wrong_totals_are_eight_times_the_work():
    few, many = grown(wrong_totals, 5)
    assert many < 8 * few
