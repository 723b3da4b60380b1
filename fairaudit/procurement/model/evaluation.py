"""The evaluation: who scored what, how it was brought together, who came first."""

from typing import Annotated, Literal

from fairaudit.procurement.model.common import ONE_OR_MORE
from fairaudit.procurement.model.node import Part
from fairaudit.procurement.model.scalars import Count, Flag, Moment, Number, Size, Text
from fairaudit.procurement.model.scoretables import ScoreTable
from fairaudit.procurement.model.told import Reason


class Allocation(Part):
    """Which criteria an evaluator was asked to score, of which lots and of which bids; all of them where it does not say."""

    evaluator: Text | None = None
    criteria: tuple[Text, ...] | None = None
    lots: tuple[Text, ...] | None = None
    bids: tuple[Text, ...] | None = None


class Score(Part):
    """One score of one evaluator, or of the panel.

    `met` is what was found on a pass/fail question, which has no points; `reason_at` is when its reason was written down, where
    that was later.
    """

    evaluator: Text | None = None
    bid: Text | None = None
    criterion: Text | None = None
    lot: Text | None = None
    stage: Text | None = None
    score: Number | None = None
    met: Flag | None = None
    comment: Reason | None = None
    reason: Reason | None = None
    at: Moment | None = None
    by: Text | None = None
    reason_at: Moment | None = None


class Total(Part):
    """The recorded total of a bid, with its parts where they are recorded."""

    bid: Text | None = None
    lot: Text | None = None
    quality: Number | None = None
    price: Number | None = None
    total: Number | None = None


class Rank(Part):
    """The recorded place of a bid."""

    bid: Text | None = None
    lot: Text | None = None
    rank: Count | None = None


class Change(Part):
    """A score that was changed: by whom, when and why."""

    evaluator: Text | None = None
    bid: Text | None = None
    criterion: Text | None = None
    lot: Text | None = None
    stage: Text | None = None
    from_: Number | None = None
    to: Number | None = None
    by: Text | None = None
    at: Moment | None = None
    reason: Reason | None = None


class Opened(Part):
    """When the envelopes were opened."""

    quality: Moment | None = None
    price: Moment | None = None


class Attendance(Part):
    """Who was at a meeting of the panel."""

    date: Moment | None = None
    people: tuple[Text, ...] | None = None
    subject: Text | None = None


class Access(Part):
    """Who looked at which bid, and when."""

    person: Text | None = None
    bid: Text | None = None
    at: Moment | None = None


class AbnormallyLow(Part):
    """How an unusually low price was handled."""

    bid: Text | None = None
    lot: Text | None = None
    notified: Moment | None = None
    answered: Moment | None = None
    decision: Text | None = None
    demonstrated: Flag | None = None


class Summary(Part):
    """What a bidder was told about its bid: its scores by criterion, its total and its place."""

    bid: Text | None = None
    lot: Text | None = None
    sent: Moment | None = None
    scores: dict[str, Number] | None = None
    total: Number | None = None
    rank: Count | None = None
    text: Reason | None = None
    contains: tuple[Text, ...] | None = None


class PriceAdjustment(Part):
    """An amount by which the price of a bid was changed before it was scored: of what kind, for which item, and why.

    An amount of 0 records that nothing of the kind had to be adjusted in a bid.
    """

    bid: Text | None = None
    lot: Text | None = None
    amount: Number | None = None
    kind: Text | None = None
    item: Text | None = None
    reason: Reason | None = None
    at: Moment | None = None
    by: Text | None = None


class ComparableContest(Part):
    """A contest like this one, to set its prices beside: its prices, or how many there were and their variation.

    `variation` is standard deviation ÷ mean, as a share: 0.06.
    """

    id: Text | None = None
    prices: tuple[Number, ...] | None = None
    bids: Count | None = None
    variation: Size | None = None


class Evaluation(Part):
    """Everything recorded about scoring.

    `price_reference` are contests that whoever audits holds to be comparable; screens of prices mean nothing without.
    Scores may stand in tables beside the case: `individual: {file: scores.csv}` and `consensus: {file: …}`, or a list of such,
    are read as `individual_tables` and `consensus_tables`; the rows of `tables` say by their stage where they belong.
    """

    panel: tuple[Text, ...] | None = None
    standing_panel: Flag | None = None
    """Whether the same panel judges every tender of the buyer, and was not chosen for this one."""
    allocation: tuple[Allocation, ...] | None = None
    individual: tuple[Score, ...] | None = None
    consensus: tuple[Score, ...] | None = None
    tables: Annotated[tuple[ScoreTable, ...], ONE_OR_MORE] | None = None
    individual_tables: Annotated[tuple[ScoreTable, ...], ONE_OR_MORE] | None = None
    consensus_tables: Annotated[tuple[ScoreTable, ...], ONE_OR_MORE] | None = None
    totals: tuple[Total, ...] | None = None
    ranking: tuple[Rank, ...] | None = None
    weights_applied: dict[str, Number] | None = None
    criteria_applied: tuple[Text, ...] | None = None
    method_fixed_at: Moment | None = None
    opened: Opened | None = None
    locked: Flag | None = None
    changes: tuple[Change, ...] | None = None
    attendance: tuple[Attendance, ...] | None = None
    access_log: tuple[Access, ...] | None = None
    abnormally_low: Annotated[tuple[AbnormallyLow, ...], ONE_OR_MORE] | None = None
    summaries: tuple[Summary, ...] | None = None
    price_adjustments: tuple[PriceAdjustment, ...] | None = None
    price_reference: tuple[ComparableContest, ...] | None = None
    method: Literal["consensus-only", "individual-then-consensus"] | None = None
    """Whether members score by themselves first, or only the panel together, whose scores then stand on every sheet."""
