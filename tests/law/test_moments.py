"""Whether a case leaves open that a step of a procurement happened: silence, an empty list, `complete`, and half a list."""

from datetime import date

import pytest

import fairaudit.law.steps  # noqa: F401  # which makes the steps known
from fairaudit.engine.rulefiles.packs import law_packs
from fairaudit.law.conditions import ask
from fairaudit.law.moments import begun, unsaid
from fairaudit.law.notices import notice_kind
from fairaudit.law.regime import Terms, standing
from tests.conftest import case_of

CASES = [
    ("contract", "tender: {title: Eye clinic}", ("awards[].entered_into",)),
    ("contract", "awards: [{id: A1}]", ("awards[].entered_into",)),
    ("contract", "awards: []", None),
    ("contract", "awards: [{id: A1, status: cancelled}]", None),
    ("contract", "{awards: [{id: A1}], complete: [awards]}", None),
    ("contract", "awards: [{id: A1, entered_into: 2026-05-01}]", None),
    ("contract", "awards: [{id: A1, entered_into: 2026-05-01}, {id: A2}]", ("awards[1].entered_into",)),
    ("contract", "awards: [{id: A1, entered_into: 2026-05-01}, {id: A2, status: unsuccessful}]", None),
    ("contract", "{awards: [{id: A1, entered_into: 2026-05-01}, {id: A2}], complete: [awards]}", None),
    ("award-notice", "tender: {notices: [{kind: UK4, published: 2026-03-02}]}", ("tender.notices",)),
    ("award-notice", "tender: {notices: []}", None),
    ("award-notice", "tender: {notices: [{kind: UK6, published: 2026-05-02}]}", None),
    ("procurement-notice", "{tender: {title: Eye clinic}, complete: [tender.notices]}", ("tender.published",)),
    ("procurement-notice", "{tender: {title: Eye clinic}, complete: [tender]}", ("tender.notices",)),
    ("modification", "awards: [{id: A1}]", ("awards[].modifications",)),
    ("modification", "awards: [{id: A1, modifications: []}]", None),
    # Something was changed, and when is not recorded.
    ("modification", "awards: [{id: A1, modifications: [{id: M1}]}]", ("awards[].modifications",)),
    ("opening", "evaluation: {panel: [e1]}", ("evaluation.opened",)),
]


@pytest.mark.parametrize(("step", "text", "missing"), CASES)
def test_what_is_not_recorded_is_open_unless_the_case_says_that_it_did_not_happen(step, text, missing):
    unclear = unsaid(case_of(text), step)
    assert (unclear.missing if unclear else None) == missing


TERMS = Terms("acme", "the Act", (), date(2025, 2, 24), date(2026, 6, 30))
AUDIT = "no publication is recorded, so it is judged as begun on the day of the audit,"


@pytest.mark.parametrize(
    ("case", "today", "day", "holds", "because"),
    [
        ("tender: {published: 2026-03-02}", "2026-12-01", "2026-03-02", True, "the procurement began on 2 March 2026"),
        ("awards: [{id: A1, date: 2026-05-04}]", "2026-12-01", "2026-05-04", True, "the procurement began on 4 May 2026"),
        ("tender: {title: A draft}", "2026-06-01", "2026-06-01", True, f"{AUDIT} 1 June 2026"),
        # A deadline says nothing of when it began.
        ("tender: {tender_period: {end_date: 2026-05-01}}", "2026-12-01", "2026-12-01", False,
         f"{AUDIT} 1 December 2026; the Act governs those begun up to 30 June 2026"),
        ("tender: {title: A draft}", "2025-01-31", "2025-01-31", False,
         f"{AUDIT} 31 January 2025; the Act governs those begun from 24 February 2025 on"),
    ],
)  # fmt: skip
def test_a_draft_is_judged_as_begun_on_the_day_of_the_audit_and_is_told_so(case, today, day, holds, because):
    made = case_of(case, today=date.fromisoformat(today))
    said = standing(made, TERMS)
    assert (begun(made), said.holds, said.because) == (date.fromisoformat(day), holds, because)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Notice of intention to follow the Most Suitable Provider Process", "intention-to-follow"),
        ("intention to follow MSP", "intention-to-follow"),
        ("Notice of intention to make an award to the existing provider", "intention-to-award"),
        ("Intention to Award Notification", "intention-to-award"),
        ("Contract Award Notice (UK6)", "contract-award"),
        ("UK6: Contract Award Notice", "contract-award"),
        ("Notice of contract award", "contract-award"),
        ("Confirmation of award notice", "contract-award"),
        ("Preliminary market engagement notice (UK2)", "market-engagement"),
        ("Voluntary transparency notice", "transparency"),
        ("VEAT notice", "transparency"),
        ("Notice of tender", "tender"),
        ("UK10 contract change notice", "contract-change"),
        ("Notice of urgent modification", "urgent-modification"),
        # What may be another notice, or the opposite, is none that is known.
        ("UK4 or UK2", None),
        ("Notice of withdrawal of the tender notice", None),
        ("Correction of contract award notice", None),
        ("press notice", None),
        ("notice", None),
        ("", None),
    ],
)
def test_what_a_notice_is_called_and_is(name, kind):
    assert notice_kind(name) == kind


def test_a_notice_that_nobody_knows_may_be_the_one_that_seems_to_be_missing():
    listed = case_of("tender: {notices: [{kind: Mitteilung, published: 2026-03-02}]}\ncomplete: [tender]\n")
    found = unsaid(listed, "intention-to-award")
    assert found == (
        'tender.notices[0].kind is "Mitteilung", and what that announces is not known',
        ("tender.notices[0].kind",),
    )
    assert unsaid(case_of("tender: {notices: []}\ncomplete: [tender]\n"), "intention-to-award") is None


OLD_LAW, NEW_LAW = "uk-pcr2015", "uk-pa2023"
COUNCIL = "buyer: {kind: local authority, country: GB-ENG}"


@pytest.mark.parametrize(
    ("words", "day", "old"),
    [
        # What was submitted before the Procurement Act came into force stays under the older law, whenever it appeared.
        ("published: 2025-02-25, notices: [{kind: contract notice, submitted: 2025-02-21, published: 2025-02-25}]",
         "2025-02-21", True),
        ("notices: [{kind: contract notice, submitted: 2025-02-23}]", "2025-02-23", True),
        ("notices: [{kind: contract notice, submitted: 2025-02-24, published: 2025-02-25}]", "2025-02-24", False),
        ("published: 2025-02-25", "2025-02-25", False),
        # Of a notice without a contract notice before it, publication counts.
        ("notices: [{kind: transparency notice, submitted: 2025-02-21, published: 2025-02-25}]", "2025-02-25", False),
    ],
)  # fmt: skip
def test_a_procurement_begins_when_its_notice_is_sent(words, day, old):
    case = case_of(f"tender: {{{COUNCIL}, {words}}}")
    assert begun(case) == date.fromisoformat(day)
    laws = {pack.name: pack.terms for pack in law_packs() if pack.name in (OLD_LAW, NEW_LAW)}
    assert {name: standing(case, terms).holds for name, terms in laws.items()} == {OLD_LAW: old, NEW_LAW: not old}


@pytest.mark.parametrize(
    ("pack", "buyer", "value", "sent", "published", "covered"),
    [
        # 221,000 euro until the end of 2025, then 216,000; what is sent takes the threshold of the day it is sent.
        ("eu-2014-24", "{kind: municipality, country: NL}", "amount: 218000, currency: EUR", "2025-12-30", "2026-01-02", False),
        ("eu-2014-24", "{kind: municipality, country: NL}", "amount: 218000, currency: EUR", "2026-01-01", "2026-01-02", True),
        # 214,904 pounds until the end of 2025, then 207,720; the Act looks at the publication of its notice.
        ("uk-pa2023", "{kind: local authority, country: GB-ENG}", "amount: 210000, currency: GBP", "2025-12-30", "2026-01-02", True),
        ("uk-pa2023", "{kind: local authority, country: GB-ENG}", "amount: 210000, currency: GBP", "2025-12-30", "2025-12-31", False),
    ],
)  # fmt: skip
def test_thresholds_are_those_of_the_day_that_the_law_looks_at(pack, buyer, value, sent, published, covered):
    vat = "excluded" if pack == "eu-2014-24" else "included"
    case = case_of(
        f"tender: {{buyer: {buyer}, value: {{{value}, vat: {vat}}}, main_procurement_category: goods, "
        f" regime: {{light_touch: false}}, notices: [{{kind: contract notice, submitted: {sent}, published: {published}}}]}}"
    )
    assert ask(case, pack, "covered").holds is covered
