"""OCDS files into documents: real files, wrappers, and several releases of one process."""

import json
from pathlib import Path

import pytest

from fairaudit.procurement.loading.loading import load_case
from fairaudit.procurement.model.node import text_of
from fairaudit.sources.document import SourceError, Unreadable
from fairaudit.sources.json import read_json
from fairaudit.sources.limits import decode
from fairaudit.sources.ocds import is_ocds, read_ocds
from fairaudit.sources.ocds.told import pointer
from tests.sources.ocds_cases import (
    CHECKOUT,
    DATA,
    FILES,
    assert_places_are_real,
    case,
    document,
    place,
    read,
    release,
    shared,
)
from tests.work import grown


@pytest.mark.skipif(not DATA.is_dir(), reason="the notices are no part of the project and not beside it")
def test_no_file_of_the_collection_is_forgotten():
    assert sorted(str(path.relative_to(DATA)) for path in DATA.glob("*/*.json")) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_real_files_become_cases(name):
    [one] = shared(name)
    assert_places_are_real(one)
    read_case = load_case((one,))
    assert read_case.tender.ocid
    assert read_case.tender.buyer.name
    assert read_case.tender.law is None
    # Whatever the model could not take is listed by the reader or the model; here nothing is of the wrong kind.
    assert [note for note in read_case.unreadable if "should be" in note.reason] == []


def test_a_find_a_tender_notice_line_by_line():
    [one] = shared("find-a-tender/release-3.json")
    tender = load_case((one,)).tender
    assert str(tender.award_criteria[0].weight) == "70"
    assert tender.award_criteria[0].weight_type is None
    assert tender.award_criteria[0].lots == ("1",)
    assert tender.award_criteria[0].text is None
    criterion = "/tender/lots/0/awardCriteria/criteria/0"
    assert place(one, "tender", "award_criteria", 0, "weight") == ((38, 30), f"{criterion}/description")
    assert place(one, "tender", "award_criteria", 0, "lots", 0) == ((31, 15), "/tender/lots/0/id")
    assert place(one, "tender", "award_criteria", 0) == ((35, 13), criterion)
    assert place(one, "tender", "value", "amount") == ((26, 17), "/tender/value/amount")
    assert place(one, "tender", "value") == ((25, 5), "/tender/value")
    assert place(one, "tender", "tender_period", "end_date") == ((125, 18), "/tender/tenderPeriod/endDate")
    assert place(one, "tender", "buyer", "country") == ((157, 24), "/parties/0/address/countryName")
    assert place(one, "tender", "published") == ((4, 11), "/date")
    assert one.text.split("\n")[37][29:33] == '"70"'


def test_the_whole_model_of_the_example():
    path = CHECKOUT / "examples" / "find-a-tender-notice.json"
    [one] = read(path.read_text(encoding="utf-8"), path.name)
    expected = Path(__file__).with_name("find_a_tender_notice.txt").read_text(encoding="utf-8")
    assert snapshot(one) == expected
    reason = "asks for insurance only in words; no number is read from a text"
    assert [(text_of(note.path), note.reason) for note in load_case((one,)).unreadable] == [
        ("tender.selection_criteria[0].minimum", reason),
        ("tender.law", "names a European directive, which is no law of a British buyer; say with --law which is"),
    ]
    assert "contactPoint" not in one.text


def snapshot(one):
    lines = []

    def walk(value, path):
        span = one.spans[path]
        shown = f" = {value[:60]}" if isinstance(value, str) else ""
        lines.append(f"{text_of(path)}{shown}  @{span[0]}:{span[1]} {one.pointers[path]}")
        children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for step, child in children:
            walk(child, (*path, step))

    walk(one.value, ())
    return "\n".join(lines) + "\n"


def test_paraguay():
    [one] = shared("paraguay/release.json")
    tender = load_case((one,)).tender
    assert tender.award_method == "priceOnly"
    assert tender.award_criteria is None
    assert tender.submission.electronic is False
    assert tender.submission.opening.isoformat() == "2021-05-26T09:30-04:00"
    assert tender.published.isoformat() == "2021-05-04T14:03:02-04:00"
    assert [lot.id for lot in tender.lots] == ["iuUfm8MqmKQ=", "i5Yaxy1ge1o="]
    assert tender.selection_criteria[2].minimum == "5"
    assert tender.license == "https://creativecommons.org/licenses/by/4.0/"
    assert one.pointers["tender", "license"] == "/license"
    assert tender.buyer.country is None
    assert tender.documents[0].available_at.isoformat() == "2021-05-04T14:03:01-04:00"


def test_no_limit_is_no_limit():
    assert load_case(shared("find-a-tender/release-7.json")).tender.lot_limits is None
    for number in ("9999999", "1e9999"):
        text = '{"ocid": "1", "tag": [], "tender": {"lotDetails": {"maximumLotsBidPerSupplier": 0}}}'.replace(
            "0", number
        )
        assert load_case(read(text)).unreadable == ()
    limits = case(release(tender={"lotDetails": {"maximumLotsBidPerSupplier": 4, "maximumLotsAwardedPerSupplier": 2}}))
    assert (limits.tender.lot_limits.maximum_bid, limits.tender.lot_limits.maximum_awarded) == (4, 2)


@pytest.mark.parametrize("name", [one for one in FILES if one.startswith("contracts")])
def test_contracts_finder_never_tells_how_many_bid(name):
    read_case = load_case(shared(name))
    assert [award.number_of_bids for award in read_case.awards] == [None]
    assert read_case.procurement.bids is None
    assert read_case.tender.published is None
    assert read_case.tender.documents is None


def test_a_zero_below_the_minimum_value_is_not_a_value():
    read_case = load_case(shared("contracts-finder/ocds-b5fd17raw-1c07cba3-fd8e-4632-8242-8971026d738b.json"))
    assert read_case.tender.value is None
    assert [note.path for note in read_case.unreadable] == [("tender", "value")]


# --- several releases ---------------------------------------------------------------------------------------------


def test_releases_of_one_process_are_laid_over_each_other():
    [one] = shared("fictional/ocds-213czf-000-00001.json")
    read_case = load_case((one,))
    tender = read_case.tender
    assert tender.status == "complete"
    assert one.pointers["tender", "status"] == "/releases/3/tender/status"
    assert tender.tender_period.end_date.isoformat() == "2010-04-08T18:00+00:00"
    assert one.pointers["tender", "tender_period", "end_date"] == "/releases/2/tender/tenderPeriod/endDate"
    assert tender.published.isoformat() == "2010-03-01T09:00+00:00"
    assert [one.text for one in tender.amendments] == [
        "The closing date for tender submissions has been extended to 2017-04-08"
    ]
    assert [award.number_of_bids for award in read_case.awards] == [2]
    assert read_case.awards[0].entered_into.isoformat() == "2010-06-10"
    assert read_case.party("GB-COH-11111111").roles == ("supplier", "tenderer")
    assert "tender.tenderPeriod.endDate" in [note.text for note in one.unreadable][1]
    assert "overtaken by ocds-213czf-000-00001-03-tenderAmendment" in one.unreadable[1].reason


def test_the_order_of_releases_is_that_of_their_dates():
    older = release(tender={"title": "Old", "description": "Kept"})
    newer = release(tender={"title": "New", "status": None}) | {"date": "2024-03-01T10:30:00+01:00", "id": "2"}
    one = document({"releases": [newer, older]})
    assert one.value["tender"]["title"] == "New"
    assert one.value["tender"]["description"] == "Kept"
    assert [note.text for note in one.unreadable] == ["tender.title"]


def test_without_dates_the_order_of_the_file_has_to_do():
    one = document({"releases": [release(tender={"title": "A"}) | {"date": None}, release(tender={"title": "B"})]})
    assert one.value["tender"]["title"] == "B"
    assert "order of the file" in one.unreadable[0].reason


def test_a_later_null_removes_and_lists_with_ids_join():
    lots = [{"id": "1", "title": "One"}, {"id": "2", "title": "Two"}]
    older = release(tender={"title": "A", "lots": lots, "submissionMethod": ["written"]})
    changes = {"title": None, "lots": [{"id": "2", "title": "Zwei"}], "submissionMethod": ["electronicSubmission"]}
    newer = release(tender=changes)
    tender = document({"releases": [older, newer | {"date": "2024-04-01T00:00:00Z"}]}).value["tender"]
    assert "title" not in tender
    assert [one["title"] for one in tender["lots"]] == ["One", "Zwei"]
    assert tender["submission"]["electronic"] == "true"


def test_lists_whose_ids_repeat_are_not_joined():
    older = release(tender={"lots": [{"id": "1", "title": "One"}, {"id": "1", "title": "Two"}]})
    newer = release(tender={"lots": [{"id": "1"}]}) | {"date": "2024-04-01T00:00:00Z"}
    assert document({"releases": [older, newer]}).value["tender"]["lots"] == [{"id": "1"}]


def test_a_compiled_release_speaks_for_its_process():
    [one] = shared("fictional/ocds-213czf-000-00001-withversions.json")
    assert one.pointers["tender",] == "/records/0/compiledRelease/tender"
    assert [note.text for note in one.unreadable] == ["/records/0/versionedRelease", "6 releases"]
    compiled = release(tender={"title": "Compiled"}) | {"tag": ["compiled"]}
    one = document({"records": [{"ocid": "ocds-x-1", "releases": [release()], "compiledRelease": compiled}]})
    assert one.value["tender"]["title"] == "Compiled"
    # The first release says when the tender was published; the compiled one cannot.
    assert one.pointers["tender", "published"] == "/records/0/releases/0/date"
    assert [note.text for note in one.unreadable] == ["1 of 2024-03-01T09:00:00Z"]


def test_a_record_names_its_process_even_where_its_release_does_not():
    for record in ({"compiledRelease": {"tender": {"title": "A"}}}, {"releases": [{"tender": {"title": "A"}}]}):
        one = document({"records": [{"ocid": "ocds-x-1", **record}]})
        assert one.value["tender"]["ocid"] == "ocds-x-1"
        assert one.pointers["tender", "ocid"] == "/records/0/ocid"


def test_too_many_releases_of_one_process_are_refused_with_their_place():
    text = "[" + ",\n".join([json.dumps(release())] * 501) + "]"
    with pytest.raises(SourceError, match="500 releases") as caught:
        read(text)
    assert (caught.value.faults[0].line, caught.value.faults[0].column) == (501, 1)


def many_lots(count):
    lots = [{"id": str(number), "awardCriteria": {"criteria": [{"description": "70"}]}} for number in range(count)]
    items = [{"relatedLot": lot["id"], "classification": {"id": lot["id"]}} for lot in lots]
    awards = [{"id": lot["id"], "relatedLots": [lot["id"]], "suppliers": [{"id": lot["id"]}]} for lot in lots]
    statistics = [{"measure": "bids", "value": 2, "relatedLot": lot["id"]} for lot in lots]
    return release(tender={"lots": lots, "items": items}, awards=awards, bids={"statistics": statistics})


def test_a_large_file_costs_work_in_proportion():
    def made(count):
        text = json.dumps(many_lots(count))
        tree = read_json(text, "x.json")
        return lambda: read_ocds(tree, text, "x.json", "0")

    few, many = grown(made, 25)
    assert many < 12 * few
    [one] = made(50)()
    assert one.value["awards"][49]["number_of_bids"] == "2"
    assert one.value["tender"]["lots"][49]["classification"] == {"id": "49"}


def test_json_pointers_are_escaped():
    assert pointer(("a/b", 0, "m~n")) == "/a~1b/0/m~0n"
    assert pointer(()) == ""


def test_several_processes_are_several_cases():
    other = release(tender={"title": "B"}) | {"ocid": "ocds-x-2"}
    text = json.dumps({"license": "OGL", "releases": [release(tender={"title": "A"}), other, release()]})
    documents = read(text)
    assert [one.value["tender"]["title"] for one in documents] == ["A", "B"]
    assert [one.value["tender"]["license"] for one in documents] == ["OGL", "OGL"]
    assert [one.pointers["tender", "ocid"] for one in documents] == ["/releases/2/ocid", "/releases/1/ocid"]


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: one,
        lambda one: [one],
        lambda one: {"releases": [one]},
        lambda one: [{"releases": [one]}],
        lambda one: {"records": [{"ocid": one["ocid"], "compiledRelease": one}]},
        lambda one: {"records": [{"ocid": one["ocid"], "releases": [one]}]},
        lambda one: {"ocid": one["ocid"], "compiledRelease": one},
    ],
)
def test_every_wrapper_gives_the_same_values(wrap):
    plain = document(release(tender={"title": "A", "value": {"amount": 5}}))
    wrapped = document(wrap(release(tender={"title": "A", "value": {"amount": 5}})))
    assert wrapped.value == plain.value
    assert_places_are_real(wrapped)


def test_a_byte_order_mark_changes_nothing():
    text = json.dumps(release(tender={"title": "A"}))
    assert read(decode(b"\xef\xbb\xbf" + text.encode(), "x.json"))[0].spans == read(text)[0].spans


@pytest.mark.parametrize(
    "text",
    [
        *("[]", "[1]", '"ocid"', '{"tender": {"title": "A"}}', '{"ocid": "1"}'),
        *('{"tender": {"title": "A"}, "releases": []}', '{"packages": [{"a": 1}]}', '[{"releases": 5, "tender": {}}]'),
    ],
)
def test_other_json_is_not_taken_for_ocds(text):
    assert not is_ocds(read_json(text, "x.json"))


def test_a_package_without_releases_says_so():
    with pytest.raises(SourceError, match="without a release"):
        read('{"publisher": {}, "publishedDate": "2024-01-01T00:00:00Z", "releases": []}')


def test_what_is_no_release_is_listed_and_one_without_ocid_is_read():
    text = json.dumps({"releases": [5, {"tag": ["tender"], "tender": {"title": "B"}}, release()]})
    documents = read(text)
    assert [one.value["tender"].get("title") for one in documents] == ["B", None]
    stray = Unreadable((), "/releases/0", "is no release, so it was not read", "notice.json", 1)
    assert [one.unreadable for one in documents] == [(stray,), (stray,)]
