"""Whether a text tells of a measure by which a lead was evened out: a denial, an acceptance or a promise is none."""

import pytest

from fairaudit.analysis.evened import evens_out

TABLE = [
    (True, """
        The draft was sent to all and the period was doubled.
        Four more weeks for all to bid
        No draft was shown to it before the others had it
        The slides went to all in May
        Everything said was published with the tender
        None of what was said is in the tender, and all had the slides
        The two teams were kept apart by a wall
        The specification was rewritten by an independent engineer
    """),
    (False, """
        Nothing was done
        No measure was taken.
        Not shared with anyone
        The draft was not sent to anybody else; no more time was given
        We saw no need to share the draft
        The bidder has an advantage which we accept
        The firm promised to be fair
        none needed
    """),
    (None, """
        The firm kept the only copy
        See file
        ok
        To be decided
        Nobody looked into it.
        We will send it to all bidders
        The draft went to all; no more time was given
        Alle Bieter erhielten den Entwurf
        The draft was sent to the firm
    """),
]  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "text"), [(expected, line.strip()) for expected, block in TABLE for line in block.strip().splitlines()]
)
def test_only_what_was_done_evens_out_a_lead(expected: bool | None, text: str) -> None:
    assert evens_out(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "It had access to all the documents",
        "It made the tender documents",
        "It opened the tender pack first",
        "It was given access to the portal",
        "It put its own product in the tender",
        "It had everything before anyone",
        "It received the draft before all other bidders",
        "It had an additional week",
        "One person had written both",
    ],
)
def test_what_the_one_who_led_had_evens_out_nothing(text: str) -> None:
    assert evens_out(text) is None
