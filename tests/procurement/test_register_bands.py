"""Shares that a list gives as a band, in the words of a nature of control or in the column of shares."""

from decimal import Decimal

import pytest

from fairaudit.procurement.registers import bands
from fairaudit.procurement.registers.matches import share_of
from tests.procurement.test_registers import opened
from tests.procurement.test_registers_above import OWNERS, firm, judged

HEAD = "company_number,company_name,name,holder_number,nature_of_control,{}appointed_on\n"


@pytest.fixture(autouse=True)
def somewhere(tmp_path, monkeypatch, both_ways):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("words", "band"),
    [
        ("ownership of shares 25 to 50 per cent", "25 to 50"),
        ("ownership-of-shares-25-to-50-percent", "25 to 50"),
        ("ownership-of-shares-75-to-100-percent-as-trust", "75 to 100"),
        ("Ownership of shares – More than 25% but not more than 50%", "25 to 50"),
        ("Ownership of shares – more than 50% but less than 75%", "50 to 75"),
        ("Ownership of shares – 75% or more", "75 or more"),
        ("holds between 25% and 50% of the votes", "25 to 50"),
        ("shares 25%–50%", "25 to 50"),
        ("Ownership of shares: more than 25%", "more than 25"),
        ("over 25 per cent of the votes", "more than 25"),
        ("not more than 25%", ""),
        ("25% or more", "25 or more"),
        # Of several bands the highest counts: whoever has most votes is in control.
        ("ownership-of-shares-25-to-50-percent, voting-rights-50-to-75-percent", "50 to 75"),
        # Other rights control a firm whatever the share.
        ("ownership-of-shares-25-to-50-percent; right-to-appoint-and-remove-directors", ""),
        ("ownership-of-shares-25-to-50-percent; significant-influence-or-control", ""),
        # No shares in per cent.
        ("owner", ""),
        ("owner of shares 1 to 2", ""),
        ("owner from 2016 to 2019", ""),
        ("owner since 2016-04-06", ""),
        ("50 to 25 per cent", ""),
    ],
)
def test_a_band_is_read_from_the_words_of_a_nature_of_control(words, band):
    assert bands.band_in(words) == band


def owned(nature, share=None):
    """Return a case in which one firm outside it holds, by such entries, the firm above each of two rivals."""
    lines = []
    for holder, held in (("t", "h"), ("t", "k"), ("h", "b"), ("k", "c")):
        number, name = firm(holder).split(",")
        said, part = (nature, share or "") if holder == "t" else ("75% or more", "80")
        lines.append(f'{firm(held)},{name},{number},"{said}",{"" if share is None else part + ","}2019-01-01\n')
    return opened(OWNERS, owners_csv=HEAD.format("" if share is None else "share,") + "".join(lines))


@pytest.mark.parametrize(
    ("nature", "share", "found"),
    [
        ("ownership of shares 25 to 50 per cent", None, False),
        ("ownership-of-shares-25-to-50-percent", None, False),
        ("More than 25% but not more than 50%", None, False),
        ("25% or more", None, False),
        ("more than 25 %", None, False),
        ("owner", "25% or more", False),
        ("owner", "more than 25 %", False),
        ("owner", "more than 50 %", True),
        ("owner", "50% or more", True),
        ("more than 50%", None, True),
        ("More than 50% but less than 75%", None, True),
        ("75% or more", None, True),
        ("ownership-of-shares-25-to-50-percent, right-to-appoint-and-remove-directors", None, True),
        # A number in the column of shares says more than the words, and these more than nothing.
        ("ownership-of-shares-25-to-50-percent", "80", True),
        ("ownership-of-shares-25-to-50-percent", "", False),
        ("ownership-of-shares-25-to-50-percent", "not known", False),
        ("owner", "25-50%", False),
        ("owner", "More than 25% but not more than 50%", False),
        ("owner", "", True),
    ],
)
def test_a_share_of_at_most_half_by_its_words_leads_no_further_up(nature, share, found):
    verdict = judged(owned(nature, share))
    assert (verdict.outcome == "review") is found
    assert bool(verdict.hits) is found


def test_a_band_is_told_as_one():
    [hit] = judged(owned("More than 50% but less than 75%")).hits
    assert "50 to 75 per cent" in str(hit.hit.facts)


@pytest.mark.parametrize(
    ("share", "known"),
    [
        ("25 or more", "25"),
        ("more than 25", "25"),
        ("25 to 50", "50"),
        ("50 or more", None),
        ("more than 50", None),
        ("75 or more", None),
        # Next to nothing is known of these.
        ("0 or more", None),
        ("more than 1", None),
        ("up to 25", "25"),
        ("30%", "30"),
    ],
)
def test_what_is_known_of_a_band_without_an_end(share, known):
    assert share_of(share) == (None if known is None else Decimal(known))
