"""Which law and which kind of contract an OCDS release states: read where it is unmistakable, else listed, never guessed."""

import pytest

from fairaudit.law.conditions import ask
from fairaudit.procurement.model.node import text_of
from tests.sources.ocds_cases import FILES, assert_places_are_real, case, document, release, shared


def notes(read):
    return [(text_of(one.path), one.reason.split(";")[0]) for one in read.unreadable]


@pytest.mark.parametrize(
    ("basis", "country", "law"),
    [
        ({"scheme": "UKPGA", "id": "2023/54"}, "GB", ("uk-pa2023",)),
        (
            {"scheme": "UKPGA", "id": "2023/54", "uri": "https://www.legislation.gov.uk/ukpga/2023/54"},
            "GB",
            ("uk-pa2023",),
        ),
        ({"id": "https://www.legislation.gov.uk/ukpga/2023/54/contents"}, "GB", ("uk-pa2023",)),
        ({"description": "Procurement Act 2023"}, "GB", ("uk-pa2023",)),
        ({"scheme": "UKSI", "id": "2023/1348"}, "GB", ("nhs-psr",)),
        ({"description": "Health Care Services (Provider Selection Regime) Regulations 2023"}, "GB", ("nhs-psr",)),
        ({"scheme": "UKSI", "id": "2015/102"}, "GB", ("uk-pcr2015",)),
        ({"description": "PCR 2015"}, "GB", ("uk-pcr2015",)),
        ({"scheme": "CELEX", "id": "32014L0024"}, "DE", ("eu-2014-24",)),
        ({"scheme": "CELEX", "id": "32014L0024"}, None, ("eu-2014-24",)),
    ],
)
def test_a_legal_basis_that_is_unmistakable_names_the_law(basis, country, law):
    parties = [{"id": "b", "name": "Board", "address": {"country": country}}] if country else []
    read = case(release(tender={"title": "T", "legalBasis": basis}, buyer={"id": "b"}, parties=parties))
    assert (read.tender.law, read.unreadable) == (law, ())
    assert_places_are_real(document(release(tender={"title": "T", "legalBasis": basis})))


UNKNOWN = "names no one law that is known here"
BRITISH = "names a European directive, which is no law of a British buyer"


@pytest.mark.parametrize(
    ("basis", "country", "reason"),
    [
        ({"scheme": "CELEX", "id": "32014L0023"}, "DE", UNKNOWN),
        ({"scheme": "UKPGA", "id": "2023/541"}, "GB", UNKNOWN),
        ({"scheme": "UKSI", "id": "2023/54"}, "GB", UNKNOWN),
        ({"scheme": "UKPGA", "id": "2023/54", "description": "PCR 2015"}, "GB", UNKNOWN),
        ({"scheme": "CELEX", "id": "32014L0024"}, "GB", BRITISH),
        ("2023/54", "GB", "should be a group of fields, found a single value"),
    ],
)
def test_a_legal_basis_that_is_not_is_listed(basis, country, reason):
    parties = [{"id": "b", "address": {"country": country}}]
    read = case(release(tender={"title": "T", "legalBasis": basis}, buyer={"id": "b"}, parties=parties))
    assert (read.tender.law, notes(read)) == (None, [("tender.law", reason)])


def test_special_regimes_and_the_threshold():
    read = case(release(tender={"title": "T", "specialRegime": ["lightTouch", "utilities"], "aboveThreshold": True}))
    regime = read.tender.regime
    assert (regime.light_touch, regime.utilities, regime.concession, regime.above_threshold) == (True, True, None, True)
    assert ask(read, "uk-pa2023", "light-touch").holds is True
    read = case(release(tender={"title": "T", "specialRegime": ["concession", "social"]}))
    assert (read.tender.regime.concession, read.tender.regime.special) == (True, "social")
    assert notes(read) == [("tender.regime.special", "names no special regime that is known here")]


def test_thresholds_that_contradict_each_other_are_listed():
    read = case(
        release(tender={"title": "T", "aboveThreshold": True}, contracts=[{"id": "1", "aboveThreshold": False}])
    )
    assert read.tender.regime is None
    assert notes(read) == [("tender.regime.above_threshold", "is said otherwise elsewhere in the release")]


@pytest.mark.parametrize(
    ("code", "kind", "reason"),
    [
        ("publicAuthorityCentralGovernment", "central government", None),
        ("publicAuthoritySubCentralGovernment", "sub-central", None),
        ("publicUndertaking", "public undertaking", None),
        ("privateUtility", "private utility", None),
        ("somethingElse", None, "names no kind of buyer that is known here"),
    ],
)
def test_the_kind_of_buyer_is_the_uk_codelists(code, kind, reason):
    classes = [{"scheme": "COFOG", "id": "01"}, {"scheme": "UK_CA_TYPE", "id": code}]
    classes += [{"scheme": "UK_CA_DEVOLVED_REGULATIONS", "id": "GB-WLS", "description": "Welsh regulations apply"}]
    parties = [{"id": "b", "name": "Board", "details": {"classifications": classes}}]
    read = case(release(tender={"title": "T"}, buyer={"id": "b"}, parties=parties))
    assert read.tender.buyer.kind == kind
    assert notes(read) == ([("tender.buyer.kind", reason)] if reason else [])
    assert read.tender.regime.devolved == "Welsh regulations apply"


def test_notices_come_with_their_number_date_and_award():
    read = case(
        release(
            tender={
                "title": "T",
                "documents": [
                    {
                        "id": "d1",
                        "noticeType": "UK4",
                        "documentType": "tenderNotice",
                        "datePublished": "2026-03-02T09:00:00Z",
                    },
                    {"id": "d2", "documentType": "technicalSpecifications", "datePublished": "2026-03-03T09:00:00Z"},
                ],
                "expressionOfInterestDeadline": "2026-03-20T12:00:00Z",
            },
            planning={"documents": [{"id": "d0", "noticeType": "UK3", "datePublished": "2026-01-02T09:00:00Z"}]},
            awards=[
                {"id": "A1", "documents": [{"id": "d3", "noticeType": "UK6", "datePublished": "2026-05-02T09:00:00Z"}]}
            ],
            contracts=[
                {"id": "C1", "awardID": "A1", "documents": [{"id": "d4", "documentType": "contractNotice"}]},
            ],
        )
    )
    tender = read.tender
    assert [(one.id, one.kind, one.award) for one in tender.notices] == [
        ("d0", "UK3", None),
        ("d1", "UK4", None),
        ("d3", "UK6", "A1"),
        ("d4", "contractNotice", "A1"),
    ]
    assert tender.published.isoformat() == "2026-03-02T09:00+00:00"
    assert tender.expression_of_interest_deadline.isoformat() == "2026-03-20T12:00+00:00"


def test_a_framework_and_what_is_called_off_under_one():
    agreement = {
        "maximumParticipants": 4,
        "periodRationale": "Long works",
        "isOpenFrameworkScheme": False,
        "method": "withReopeningCompetition",
    }
    techniques = {"hasFrameworkAgreement": True, "frameworkAgreement": agreement}
    read = case(release(tender={"title": "T", "techniques": techniques, "coveredBy": ["GPA"]}))
    frame = read.tender.framework
    assert (frame.set_up, frame.suppliers, frame.reason, frame.open) == (True, 4, "Long works", False)
    assert (frame.mechanism, read.tender.covered_by) == ("withReopeningCompetition", ("GPA",))
    assert ask(read, "uk-pa2023", "framework").holds is True
    bare = case(release(tender={"title": "T", "lots": [{"id": "1", "techniques": {"hasFrameworkAgreement": True}}]}))
    assert ask(bare, "uk-pa2023", "framework").holds is True
    none = case(release(tender={"title": "T", "techniques": {"hasFrameworkAgreement": False}}))
    assert none.tender.framework is None
    parent = [{"id": "1", "relationship": ["framework"], "title": "Eye care framework"}]
    call_off = case(release(tender={"title": "T"}, relatedProcesses=parent))
    assert call_off.tender.regime.call_off_of == "Eye care framework"


def test_a_direct_award_has_a_ground_only_where_the_procedure_is_limited():
    fields = {
        "title": "T",
        "procurementMethodRationale": "Only one can.",
        "procurementMethodRationaleClassifications": [{"id": "single supplier", "description": "Single supplier"}],
    }
    direct = case(release(tender={**fields, "procurementMethod": "limited"})).tender.direct_award
    assert (direct.ground, direct.explanation) == ("Single supplier", "Only one can.")
    assert case(release(tender={**fields, "procurementMethod": "open"})).tender.direct_award is None


def test_awards_and_their_contracts():
    read = case(
        release(
            tender={"title": "T", "otherRequirements": {"reservedParticipation": ["shelteredWorkshop"]}},
            awards=[
                {
                    "id": "A1",
                    "assessmentSummariesDateSent": "2026-05-01T00:00:00Z",
                    "standstillPeriod": {"endDate": "2026-05-14T23:59:59Z"},
                }
            ],
            contracts=[
                {
                    "id": "C1",
                    "awardID": "A1",
                    "dateSigned": "2026-05-20T00:00:00Z",
                    "period": {"startDate": "2026-09-01T00:00:00Z", "endDate": "2029-08-31T00:00:00Z"},
                    "agreedMetrics": [{"id": "1"}, {"id": "2"}],
                    "amendments": [
                        {"id": "M1", "date": "2027-01-05T10:00:00Z", "rationale": "More patients",
                         "rationaleClassifications": [{"id": "materialisationOfKnownRisk"}]}
                    ],
                }
            ],
        )
    )  # fmt: skip
    [award] = read.awards
    assert award.summaries_sent.isoformat() == "2026-05-01T00:00+00:00"
    assert (str(award.entered_into), award.standstill.end.isoformat()) == ("2026-05-20", "2026-05-14T23:59:59+00:00")
    assert award.contract_period.end_date.isoformat() == "2029-08-31T00:00+00:00"
    assert award.performance_indicators == 2
    [change] = award.modifications
    assert (change.id, str(change.date), change.ground, change.reason) == (
        "M1",
        "2027-01-05",
        "materialisationOfKnownRisk",
        "More patients",
    )
    assert read.tender.reserved.organisations == "shelteredWorkshop"
    why = {"id": "C1", "awardID": "A1", "noAgreedMetricsRationale": "The contract is short."}
    [bare] = case(release(tender={"title": "T"}, awards=[{"id": "A1"}], contracts=[why])).awards
    assert bare.performance_indicators == 0


@pytest.mark.parametrize("name", [one for one in FILES if one.startswith("find-a-tender")])
def test_real_notices_of_british_buyers_are_under_no_directive(name):
    [read] = shared(name)
    assert "law" not in read.value["tender"]
    assert [one.path for one in read.unreadable if one.path[:2] == ("tender", "law")] == [("tender", "law")]


@pytest.mark.parametrize(
    ("name", "code", "holds"),
    [
        ("Halden NHS Foundation Trust", "publicAuthorityCentralGovernment", True),
        ("NHS Halden Integrated Care Board", "publicAuthoritySubCentralGovernment", True),
        ("Halden County Council", "publicAuthoritySubCentralGovernment", True),
        # A council is no central government, and a name that says nothing decides nothing.
        ("Halden County Council", "publicAuthorityCentralGovernment", None),
        ("Halden", "publicAuthorityCentralGovernment", None),
        ("Halden", "privateUtility", False),
    ],
)
def test_a_kind_of_buyer_does_not_take_a_trust_or_a_council_out_of_the_health_regime(name, code, holds):
    details = {"classifications": [{"scheme": "UK_CA_TYPE", "id": code}]}
    parties = [{"id": "b", "name": name, "address": {"country": "GB"}, "details": details}]
    read = case(release(tender={"title": "T", "legalBasis": {"scheme": "UKSI", "id": "2023/1348"}}, buyer={"id": "b"},
                        parties=parties))  # fmt: skip
    assert ask(read, "nhs-psr", "relevant-authority").holds is holds
