"""What people call things: synonyms mean one kind, and a word that is not known is a located fault, never silence."""

import pytest

from fairaudit.engine.judge import judge
from fairaudit.engine.rulefiles.packs import load_rules
from fairaudit.procurement.loading.loading import ModelError, load_case
from fairaudit.procurement.model.kinds import (
    read_condition,
    read_data,
    read_event,
    read_party_role,
    read_whose,
)
from fairaudit.procurement.shaping.changed import read_changed
from fairaudit.sources.document import Document
from fairaudit.sources.shipped import shipped_rules
from tests.checks.timed_cases import case_of, outcome

KNOWN = [
    (read_event, "extension", "extension"),
    (read_event, "Deadline extension", "extension"),
    (read_event, "extension_of_time", "extension"),
    (read_event, "phone call", "contact"),
    (read_event, "Telephone", "contact"),
    (read_event, "e-mail", "contact"),
    (read_event, "WhatsApp", "contact"),
    (read_event, "Addendum", "document"),
    (read_event, "interview", "meeting"),
    (read_event, "Reply", "answer"),
    (read_event, "request for clarification", "clarification"),
    (read_event, "data room", "access"),
    (read_event, "visit", "site-visit"),
    (read_event, "other", "other"),
    (read_event, "x-lottery", "x-lottery"),
    (read_data, "Activity data", "activity-data"),
    (read_data, "TUPE", "tupe"),
    (read_condition, "Annual turnover", "turnover"),
    (read_condition, "Certification", "certificate"),
    (read_condition, "reference_projects", "references"),
    (read_condition, "technical", "technical"),
    (read_whose, "Company", "firm"),
    (read_whose, "key personnel", "staff"),
    (read_party_role, "Bidders", "bidder"),
    (read_party_role, "procuring entity", "procuringEntity"),
    (read_party_role, "lead adviser on IT", "lead adviser on IT"),
    (read_changed, "deadline", "tender_period.end_date"),
    (read_changed, "Closing date", "tender_period.end_date"),
    (read_changed, "tenderPeriod.endDate", "tender_period.end_date"),
    (read_changed, "tender.tender_period", "tender.tender_period"),
    (read_changed, "award_criteria[Q1].weight", "award_criteria[Q1].weight"),
    (read_changed, "award_criteria[MyQ].weight", "award_criteria[MyQ].weight"),
    (read_changed, "weights", "award_criteria"),
]


@pytest.mark.parametrize(("read", "words", "kind"), KNOWN)
def test_what_people_call_it(read, words, kind):
    assert read(words) == kind


UNKNOWN = [
    ("events: [{kind: extention}]", "case.yaml:1:17: events[0].kind", "kind of event", "`extension`"),
    ("events: [{kind: sermon}]", "events[0].kind", 'event: "sermon"', "write `other`"),
    ("tender: {disclosures: [{kind: activty data}]}", "tender.disclosures[0].kind", "kind of data", "`activity-data`"),
    ("tender: {selection_criteria: [{kind: turnvoer}]}", "selection_criteria[0].kind", "condition", "`turnover`"),
    ("tender: {selection_criteria: [{kind: experience, of: frim}]}", "criteria[0].of", "experience", "`firm`"),
    ("tender: {amendments: [{changes: [specifcation]}]}", "amendments[0].changes[0]", "changed", "`specification`"),
    ("parties: [{id: a, roles: [bider]}]", "parties[0].roles[0]", "kind of role", "`bidder`"),
    ("parties: [{id: all}]", "case.yaml:1:16: parties[0].id", "stands for every bidder", "such as `all-1`"),
    ("bids: [{id: All bidders}]", "bids[0].id", "stands for every bidder", "such as `all-bidders-1`"),
]


@pytest.mark.parametrize(("text", "place", "what", "meant"), UNKNOWN)
def test_a_kind_that_is_not_known_is_a_located_fault_with_the_nearest(text, place, what, meant):
    from fairaudit.sources.yaml import read_yaml

    tree = read_yaml(text, "case.yaml")
    with pytest.raises(ModelError) as caught:
        load_case((Document("case.yaml", "", text, tree.value, tree.spans, tree.keys),))
    [fault] = caught.value.faults
    for words in (place, what, meant):
        assert words in str(fault)


def test_in_a_foreign_file_such_a_kind_is_listed_and_its_rules_are_not_assessed():
    value = {"events": [{"kind": "sermon", "bidder": "a"}]}
    read = load_case((Document("x.json", "", "", value, {(): (1, 1, 1, 1)}, foreign=True),))
    assert "names no known kind of event" in read.unreadable[0].reason
    [rule] = load_rules([shipped_rules() / "core" / "extension-for-some-bidders.yaml"], "core", "rules/core")
    judged = judge(read, rule, "market")
    assert (str(judged.outcome), judged.unassessed[0].missing) == ("not-assessed", ("events[0].kind",))


def test_other_words_reach_the_rules():
    told = "{{kind: {}, bidder: alder, date: 2026-03-10, until: 2026-04-02T12:00, channel: telephone}}"
    text = (
        "tender: {{published: 2026-03-02, tender_period: {{end_date: 2026-03-30T12:00}}}}\n"
        "bids: [{{bidder: alder}}, {{bidder: birch}}]\nevents: [{}]"
    )
    for kind in ("extension", "deadline extension"):
        assert outcome(text.format(told.format(kind)), "extension-for-some-bidders") == "flagged"
    for kind in ("contact", "phone call", "telephone"):
        assert outcome(text.format(told.format(kind)), "contact-outside-the-channel") == "flagged"
    assert outcome(text.format(told.format("other")), "contact-outside-the-channel") == "not-applicable"


def test_a_change_of_the_deadline_is_one_whatever_it_is_called():
    for name in ("deadline", "tenderPeriod.endDate", "tender_period"):
        change = f"{{date: 2026-03-10, changes: [{name}], to: 2026-04-02T12:00, recipients: all}}"
        read = case_of(f"tender: {{tender_period: {{end_date: 2026-04-02T12:00}}, amendments: [{change}]}}")
        assert read.tender.amendments[0].changes[0].startswith("tender_period")
