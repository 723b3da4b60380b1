"""What the tests of the OCDS reader share: reading, a small release, and a look at the places."""

import json
from pathlib import Path

import pytest

from fairaudit.procurement.loading.loading import load_case
from fairaudit.sources.json import read_json
from fairaudit.sources.limits import decode
from fairaudit.sources.ocds import is_ocds, read_ocds

CHECKOUT = Path(__file__).parents[2]
DATA = CHECKOUT.parent / "shared" / "data" / "ocds"
FILES = [f"find-a-tender/release-{number}.json" for number in (0, 3, 5, 7)]
FILES += [
    f"contracts-finder/ocds-b5fd17raw-{name}.json"
    for name in (
        "0054a4e6-0715-42c6-9109-e219fe9d3289",
        "1c07cba3-fd8e-4632-8242-8971026d738b",
        "3227e9c8-1e7c-487f-ac15-416a1264e925",
        "5056009e-6431-4851-a8e3-21a590cc8572",
        "7054159f-6a18-4663-b3f0-95c7c77f6cab",
        "7e2a75df-3e8d-41f5-98f5-a7882a88a14d",
        "afa9333d-69a7-4548-ae0f-84d5c9c81a40",
        "d72762d9-d49d-413b-9e1f-99e1b3b5430d",
    )
]
FILES += ["paraguay/release.json"]
FILES += [
    f"fictional/ocds-213czf-000-00001{name}.json"
    for name in (
        *("", "-withversions", "-01-planning", "-02-tender", "-03-tenderAmendment", "-04-award", "-05-contract"),
        "-06-implementation",
    )
]


def read(text, file="notice.json"):
    tree = read_json(text, file)
    assert is_ocds(tree)
    return read_ocds(tree, text, file, "0" * 64)


def document(value):
    [one] = read(json.dumps(value, indent=2, ensure_ascii=False))
    return one


def case(value):
    return load_case((document(value),))


def raw(name):
    if not DATA.is_dir():
        pytest.skip("the notices are no part of the project and not beside it")
    return (DATA / name).read_bytes()


def shared(name):
    return read(decode(raw(name), name), name)


def native(name):
    return json.loads(raw(name).decode("utf-8-sig"))


def release(**sections):
    tender = sections.pop("tender", {})
    start = {"ocid": "ocds-x-1", "id": "1", "date": "2024-03-01T09:00:00Z", "tag": ["tender"]}
    return start | {"tender": tender} | sections


def resolve(value, pointer):
    for step in pointer.split("/")[1:]:
        step = step.replace("~1", "/").replace("~0", "~")
        value = value[int(step) if isinstance(value, list) else step]
    return value


def assert_places_are_real(one):
    native = json.loads(one.text)
    lines = one.text.split("\n")
    assert one.spans.keys() == one.pointers.keys()
    for path, (line, column, end_line, end_column) in one.spans.items():
        assert 1 <= line <= end_line <= len(lines), path
        assert 1 <= column <= len(lines[line - 1]) + 1, path
        assert 1 <= end_column <= len(lines[end_line - 1]) + 1, path
        assert (line, column) < (end_line, end_column), path
        resolve(native, one.pointers[path])


def place(one, *path):
    return one.spans[path][:2], one.pointers[path]


CRITERIA = {
    "lots": [
        {
            "id": "L1",
            "awardCriteria": {"criteria": [{"name": "Quality", "type": "quality", "description": "Weighting: 60"}]},
            "selectionCriteria": {"criteria": [{"type": "technical", "description": "Two references", "minimum": "2"}]},
        },
        {
            "id": "L2",
            "awardCriteria": {
                "criteria": [
                    {"type": "price", "numbers": [{"number": 0.4, "weight": "decimalExact"}]},
                    {"type": "quality", "numbers": [{"number": 30, "weight": "percentageRangeMiddle"}]},
                    {"type": "cost", "description": "Quality 60%, Price 40%"},
                ]
            },
        },
    ],
    "lotGroups": [{"relatedLots": ["L1", "L2"], "awardCriteria": {"criteria": [{"type": "price", "weight": "55%"}]}}],
    "awardCriteria": {"criteria": [{"type": "cost", "numbers": [{"number": 3, "threshold": "minimumScore"}]}]},
    "selectionCriteria": {"description": "See the documents", "criteria": [{"type": "suitability"}]},
    "eligibilityCriteria": "Registered charities only",
}

RECORDS = {
    "parties": [
        {
            "id": "s1",
            "name": "Alpha",
            "roles": ["supplier"],
            "identifier": {"scheme": "GB-COH", "id": "01234567", "legalName": "Alpha Ltd"},
            "additionalIdentifiers": [{"scheme": "GB-CHC", "id": "99"}],
            "beneficialOwners": [{"id": "p1", "name": "A. Owner"}],
            "shareholders": [{"shareholder": {"id": "h1", "name": "Holding"}, "shareholding": 0.67}],
            "contactPoint": {"name": "Desk", "email": "desk@example.org", "telephone": "1"},
            "address": {"locality": "Copenhagen", "countryName": "Denmark"},
        }
    ],
    "bids": {
        "statistics": [{"id": "1", "measure": "bids", "value": 3, "relatedLot": "L1"}],
        "details": [
            {
                "id": "B1",
                "date": "2024-04-01T10:00:00Z",
                "status": "valid",
                "tenderers": [{"id": "s1", "name": "Alpha"}],
                "value": {"amount": 90, "currency": "GBP"},
                "relatedLots": ["L1"],
            },
            {"id": "B2", "tenderers": [{"id": "s2", "name": "Beta"}, {"id": "s3"}], "relatedLots": ["L1", "L2"]},
        ],
    },
    "awards": [
        {
            "id": "A1",
            "date": "2024-05-01T00:00:00Z",
            "status": "active",
            "suppliers": [{"id": "s1", "name": "Alpha"}],
            "relatedBid": "B1",
            "relatedLots": ["L1"],
            "value": {"amount": 90, "currency": "GBP"},
            "standstillPeriod": {"endDate": "2024-05-12T23:59:59+01:00"},
        }
    ],
    "contracts": [
        {"id": "C2", "awardID": "A1", "dateSigned": "2024-06-01T00:00:00+01:00"},
        {"id": "C1", "awardID": "A1", "dateSigned": "2024-05-20T00:00:00+01:00"},
        {"id": "C3", "awardID": "A9", "dateSigned": "2024-05-21"},
    ],
}
