"""OCDS that does not keep to the standard: listed, treated as absent, never fatal."""

import copy
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fairaudit.procurement.loading.loading import load_case
from fairaudit.procurement.model.node import text_of
from fairaudit.sources.document import FairauditError, SourceError
from fairaudit.sources.json import read_json
from fairaudit.sources.ocds import is_ocds, read_ocds
from tests.sources.ocds_cases import CRITERIA, RECORDS, assert_places_are_real, case, document, native, read, release


def test_wrong_values_are_listed_and_treated_as_absent():
    one = document(
        release(
            tender={
                "title": {"en": "Title"},
                "value": {"amount": "about 2m", "currency": "GBP"},
                "minValue": 5,
                "tenderPeriod": {"endDate": "2021-13-45"},
                "contractPeriod": "three years",
                "lots": [7, {"id": "1", "value": []}, None],
                "documents": {"id": "1"},
                "status": "sleeping",
                "submissionMethod": "electronicSubmission",
                "awardCriteria": {"criteria": [{"numbers": ["60"]}]},
            },
            parties=[{"id": "1", "roles": ["buyer", ["x"]]}],
            bids=[],
        )
    )
    read_case = load_case((one,))
    assert {text_of(note.path): (note.text, note.reason) for note in read_case.unreadable} == {
        "tender.title": ('{"en": "Title"}', "should be one value, found a group of fields"),
        "tender.contract_period": ("three years", "should be a group of fields, found a single value"),
        "tender.lots": ("7", "should be a group of fields, found a single value"),
        "tender.lots[0].value": ("[]", "should be a group of fields, found a list"),
        "tender.documents": ('{"id": "1"}', "should be a list, found a group of fields"),
        "tender.submission.electronic": ("electronicSubmission", "should be a list, found a single value"),
        "tender.award_criteria": ("60", "should be a group of fields, found a single value"),
        "parties[0].roles": ('["x"]', "should be one value, found a list"),
        "bids": ("[]", "should be a group of fields, found a list"),
        "tender.status": ("sleeping", read_case.unreadable[-3].reason),
        "tender.value.amount": ("about 2m", 'should be a number such as 2400000 or 12.5, found "about 2m"'),
        "tender.tender_period.end_date": ("2021-13-45", 'names a day that does not exist: "2021-13-45"'),
    }
    assert read_case.tender.value.currency == "GBP"
    assert [lot.id for lot in read_case.tender.lots] == ["1"]


MISFITS = {
    "buyer": ("tender.buyer", {"buyer": 5}),
    "opening": ("tender.submission.opening", {"tender": {"bidOpening": "noon"}}),
    "terms": ("tender.submission.languages", {"tender": {"submissionTerms": ["en"]}}),
    "clauses": ("tender.terms.clauses", {"tender": {"contractTerms": "none"}}),
    "suppliers": ("awards[0].suppliers", {"awards": [{"id": "1", "suppliers": ["Alpha"]}]}),
    "author": ("enquiries[0].asked_by", {"tender": {"enquiries": [{"id": "1", "author": "Alpha"}]}}),
    "contracts": ("awards", {"awards": [{"id": "1"}], "contracts": [5, {"id": "C"}]}),
    "address": ("parties[0].addresses", {"parties": [{"id": "1", "address": "1 High Street"}]}),
    "criteria": ("tender.selection_criteria", {"tender": {"selectionCriteria": "none"}}),
    "requirements": ("tender.selection_criteria", {"tender": {"criteria": [{"id": "1", "requirementGroups": ["x"]}]}}),
    "lot groups": ("tender.selection_criteria", {"tender": {"lotGroups": [7]}}),
}


@pytest.mark.parametrize(("path", "sections"), MISFITS.values(), ids=MISFITS)
def test_a_misfit_is_listed_once_where_it_would_have_gone(path, sections):
    read_case = case(release(**sections))
    assert [text_of(note.path) for note in read_case.unreadable] == [path]
    assert read_case.tender.ocid == "ocds-x-1"


A_RELEASE = 'should be a release, {"ocid": …, "tender": …}, found'
UNREADABLE = {
    '{"ocid": "x", "tender": []}': ["1:15: /tender: should be a group of fields", "found a list; nothing in it"],
    '{"ocid": "x", "tender": "none"}': ["/tender: should be a group of fields", 'found "none"; nothing in it'],
    '{"ocid": "x", "tender": {}, "bids": [4]}': ["1:29: /bids: should be a group of fields"],
    '{"ocid": "x", "awards": {"id": 1}}': ["1:15: /awards: should be a list of groups", "found a group of fields"],
    '{"ocid": "x", "contracts": [5, 6]}': ["/contracts: should be a list of groups", "found a list without any"],
    '{"ocid": "x", "parties": "all"}': ["/parties: should be a list of groups"],
    '{"releases": [1]}': [f'1:15: /releases/0: {A_RELEASE} "1"'],
    '{"releases": [{"a": 1}]}': ["/releases/0: should be a release, but has neither `ocid` nor a section"],
    '{"releases": {"ocid": "1"}}': ["/releases: should be a list of releases, found a group of fields"],
    '{"releases": 5}': ['/releases: should be a list of releases, found "5"'],
    '{"releases": []}': ["is an OCDS package without a release"],
    '{"records": null}': ["is an OCDS package without a release"],
    '{"ocid": "x", "releases": [null]}': [f"/releases/0: {A_RELEASE} null"],
    '{"ocid": "x", "releases": []}': ["is an OCDS package without a release"],
    '{"records": [{"ocid": "x", "releases": [{"url": "https://example.org/1"}]}]}': ["only links to its releases"],
    '{"records": [{"ocid": "x", "compiledRelease": 5}]}': ["/records/0/compiledRelease: should be a release, found"],
    '[{"ocid": "x", "tender": {}}, {"ocid": "y", "tender": [{}]}]': ["/1/tender: should be a group of fields"],
}


@pytest.mark.parametrize(
    "tender",
    [{"lots": "x"}, {"lots": {"a": 1}}, {"lots": ["x"]}, {"awardCriteria": {"criteria": {"a": 1}}}, {"items": "x"}],
    ids=json.dumps,
)
def test_what_is_no_list_makes_no_lot_and_no_criterion(tender):
    read = case(release(tender=tender))
    assert (read.tender.lots, read.tender.award_criteria, read.tender.selection_criteria) == (None, None, None)
    assert len(read.unreadable) == 1


@pytest.mark.parametrize(("text", "expected"), UNREADABLE.items(), ids=UNREADABLE)
def test_what_cannot_be_read_at_all_is_a_located_fault(text, expected):
    with pytest.raises(SourceError) as caught:
        read(text, "x.json")
    [fault] = caught.value.faults
    assert fault.line == 1, fault
    for words in expected:
        assert words in str(fault)


def test_every_section_that_cannot_be_read_is_told_at_once():
    with pytest.raises(SourceError) as caught:
        read('{"ocid": "x",\n "tender": [],\n "awards": 5,\n "bids": "none"}')
    assert [one.line for one in caught.value.faults] == [2, 4, 3]


def test_empty_lists_are_a_portals_default_and_not_a_section_that_cannot_be_read():
    read_case = case(release(awards=[], contracts=[], parties=[], bids=[]))
    assert [text_of(note.path) for note in read_case.unreadable] == ["bids"]


def leaves(value, path=()):
    yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in children:
        yield from leaves(child, (*path, step))


EVERYTHING = release(tender=CRITERIA | {"enquiries": [{"author": {"id": "b"}}], "value": {"amount": 1}}, **RECORDS)
SUBJECTS = [
    EVERYTHING,
    {"license": "OGL", "releases": [EVERYTHING, EVERYTHING | {"date": "2025-01-01T00:00:00Z"}]},
]
REAL = (
    "find-a-tender/release-3.json",
    "fictional/ocds-213czf-000-00001.json",
    "contracts-finder/ocds-b5fd17raw-0054a4e6-0715-42c6-9109-e219fe9d3289.json",
)
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**12), 10**12),
    st.sampled_from([0.1, 1e300, "", " ", "TBC", "1e9999", "NaN", "2021-13-45", "0001-01-01T00:00:00", "40%", "~/"]),
    st.text(max_size=8),
    st.sampled_from([[], {}, [[]], [{}], [None], {"id": "1"}, [{"id": "1"}, {"id": "1"}], {"a": {"b": [1]}}]),
)


@pytest.mark.parametrize("subject", [*range(len(SUBJECTS)), *REAL])
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_no_mutation_of_a_release_breaks_the_reader(subject, data):
    value = copy.deepcopy(native(subject) if isinstance(subject, str) else SUBJECTS[subject])
    for _ in range(data.draw(st.integers(1, 4))):
        path = data.draw(st.sampled_from(list(leaves(value))[1:]))
        holder = value
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = copy.deepcopy(data.draw(JUNK))
    text = json.dumps(value, indent=data.draw(st.sampled_from([None, 1])), ensure_ascii=False)
    tree = read_json(text, "x.json")
    if not is_ocds(tree):
        return
    try:
        documents = read_ocds(tree, text, "x.json", "0")
    except FairauditError:
        return
    for one in documents:
        assert_places_are_real(one)
        load_case((one,))
