"""What is wrong with people, owners and registers is named with its line, and the rest of the case is audited."""

import json
from datetime import date
from pathlib import Path

from fairaudit import audit, load

TODAY = date(2026, 7, 1)
CASE = """tender: {id: T1, title: Eye clinic, published: 2026-03-02, tender_period: {end_date: 2026-04-13T12:00}, status: complete}
parties:
  - {id: b, name: Lumen Optics Ltd, identifiers: [{scheme: GB-COH, id: "01234567"}], owners: [{party: h, share: 60}]}
  - {id: h, name: Halyard Holdings Ltd, owners: [{party: b, share: 10}]}
  - {id: c, name: Cedar Care Ltd, identifiers: [{scheme: GB-COH, id: "07654321"}]}
bids: [{id: B1, bidder: b}, {id: B2, bidder: c}]
people:
  - {id: e1, name: Ada Holt, birth_date: 1980-05, roles: [{role: evaluator, start_date: 2026-03-20}]}
  - {id: e1, name: Ida Holm, birth_date: 1975-01, roles: [{role: approver, start_date: 2026-03-20}]}
  - {id: e2, name: Ben Rook, roles: [{role: evaluator}], interests: [{kind: shares, party: c, start_date: 2020-01-01}]}
  - {id: e3, name: Cy Elm, roles: [{role: evaluator, start_date: 2026-03-20}], employments: [{party: b, start_date: 2024-01-01, end_date: 2019-01-01}]}
declarations: []
registers: [{file: bo.json, kind: bods, name: Register of owners, searched: 2026-03-25}]
complete: [declarations, people, parties, bids]
"""
LUMEN = {"statementID": "s1", "statementType": "entityStatement", "name": "Lumen Optics Ltd",
         "identifiers": [{"scheme": "GB-COH", "id": "01234567"}]}  # fmt: skip


def owned(key, by, **dates):
    """Return a statement that somebody holds shares in Lumen Optics."""
    return {
        "statementID": key,
        "statementType": "ownershipOrControlStatement",
        "subject": {"describedByEntityStatement": "s1"},
        "interestedParty": {"describedByPersonStatement": by},
        "interests": [{"type": "shareholding", **dates}],
    }


STATEMENTS = [
    LUMEN,
    {"statementID": "s2", "statementType": "personStatement", "names": [{"fullName": "Ben Rook"}]},
    owned("t1", "nowhere"),
    owned("t2", "s2", startDate="2024-01-01", endDate="2020-01-01"),
]


def test_each_fault_has_its_line_and_the_rest_is_audited():
    Path("case.yaml").write_text(CASE, encoding="utf-8")
    Path("bo.json").write_text("[\n" + ",\n".join(map(json.dumps, STATEMENTS)) + "\n]", encoding="utf-8")
    [case] = json.loads(audit(load(Path("case.yaml"), today=TODAY), today=TODAY).to("json"))["cases"]
    found = [f"{one['line']}: {one['message']}" for verdict in case["verdicts"] for one in verdict["findings"]]
    assert sorted(found) == [
        "10: Ben Rook (evaluator) holds a share of unknown size in Cedar Care Ltd, a bidder, and no declaration given names it.",
        "10: Ben Rook (evaluator) made no declaration of interests.",
        "11: Cy Elm (evaluator) made no declaration of interests.",
        "11: The start of the tie of Cy Elm is 1 January 2024, and the end of the tie of Cy Elm is 1 January 2019, which is "
        "before it: one of the two is wrong.",
        "3: Owners in a circle: Lumen Optics Ltd and Halyard Holdings Ltd. Each is owned by the next and the last by the first, "
        "so nobody is at the top.",
        "5: Lumen Optics Ltd is held (“shareholding”) by Ben Rook, perhaps the same person as Ben Rook, who holds a share of "
        "unknown size in Cedar Care Ltd, and the two bid against each other.",
        "9: The id e1 stands twice in one list, so whatever names e1 may mean either.",
    ]
    assert [f"{one['file']}:{one['line']}: {one['reason']}" for one in case["unreadable"]] == [
        "bo.json:4: the tie t1 refers to a statement that is not there: nowhere",
        "bo.json:5: ends on 2020-01-01 and begins on 2024-01-01, so one of the two is wrong; neither is used",
    ]
    said = " ".join(one["said"] for one in case["measures"])
    assert "No day is recorded on which these roles began" in said
    assert "case.yaml:10 (Ben Rook)" in said
