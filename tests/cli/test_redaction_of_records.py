"""A redacted report shows nobody whom only a record of the tender, an id or a ground names, and keeps what names nobody."""

from tests.cli.running import put
from tests.cli.test_redaction_of_inputs import everything, left

CASE = """tender:
  id: HL-2026
  title: Home laundry
  status: complete
  published: 2026-05-11T09:00
  law: [uk-pa2023]
  buyer: {id: hol, name: Holmsea Council, kind: local-authority, country: GB-ENG}
  procurement_method: direct
  direct_award: {ground: extreme-urgency, explanation: the mill of Aldwinkle burnt down}
  value: {amount: 400000, currency: GBP}
  tender_period: {start_date: 2026-05-11T09:00, end_date: 2026-06-22T12:00}
  no_lots_reason: as Bransgrove wanted no lots
  notices: [{id: N1 by Carrathool, kind: tender, published: 2026-05-11T09:00},
            {kind: notice by Quarringdon, published: 2026-05-12T09:00}]
  market_engagement: [{date: 2026-03-02, participants: [pa], mitigation: told to all by Dunstervil}]
  disclosures: [{kind: activity-data, available: false, reason: kept back as Embleton asked}]
  amendments:
    - {id: A1, date: 2026-06-20T10:00, changes: [specification], text: added by Fotheringel, recipients: [pa],
       time_considered: no more time said Grimsdyke}
  award_criteria: [{id: Q1, type: quality, weight: 100, scale: {minimum: 0, maximum: 5, step: 1}}]
  justifications: [{of: tender.lots, text: it was Hesketholm who said no lots, date: 2026-05-01}]
  site_visits: [{date: 2026-05-18T10:00, bidders: [pa], text: led by Ibbotsone}]
parties:
  - {id: pa, name: Pennycross Ltd, roles: [tenderer]}
  - {id: pb, name: Otterby CIC, roles: [tenderer]}
bids:
  - {id: BA, bidder: pa, received: 2026-06-22T12:20, status: valid}
  - {id: BB, bidder: pb, received: 2026-06-21T16:40, status: excluded, reason: as Jellicoven says}
exclusions: [{party: pb, ground: told on by Kirkbridel, reasons: what Lanyonby saw, decided: 2026-06-23}]
awards: [{id: W1 for Marchwoode, bid: BA, date: 2026-06-30, reason: picked by Netherwoode}]
evaluation:
  panel: [ed]
  individual: [{evaluator: ed, bid: Rushbrooke Textiles, criterion: Q1, score: 4.5, at: 2026-06-24},
               {evaluator: ed, bid: BA, criterion: Linen as Sandringhay asked, score: 4.5, at: 2026-06-24}]
  consensus: [{bid: Rushbrooke Textiles, criterion: Q1, score: 4.5}]
  changes: [{bid: Rushbrooke Textiles, criterion: Linen as Sandringhay asked, from: 2, to: 4, by: Ulverscroft, at: 2026-06-25}]
conflicts_assessment: {prepared: 2026-05-01, confirmed_in: letter of Oglethorne}
complete: [bids, parties, enquiries, events]
"""
NAMES = set(
    """aldwinkle bransgrove carrathool dunstervil embleton fotheringel grimsdyke hesketholm ibbotsone jellicoven kirkbridel
    lanyonby marchwoode netherwoode oglethorne quarringdon rushbrooke sandringhay ulverscroft""".split()
)


def test_nobody_whom_only_a_record_names_is_left():
    path = put("case.yaml", CASE)
    assert {one for _, one in left(NAMES, everything(path))} >= {
        "fotheringel", "ibbotsone", "jellicoven", "quarringdon", "rushbrooke", "sandringhay", "ulverscroft",
    }  # fmt: skip
    assert left(NAMES, everything(path, "--redact")) == set()
