"""Whom a list of recipients means: ids, names as people write them, and all; and when that must be left open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairaudit.checks.information.answers.left_out import left_out
from fairaudit.engine.judge import judge
from fairaudit.procurement.model.kinds import means_everybody
from fairaudit.procurement.model.node import text_of
from fairaudit.procurement.received.misspelt import slips, who_may_be
from fairaudit.procurement.received.recipients import among, maybe, meant, reaches, told_of
from fairaudit.procurement.times.deadlines import Unclear
from tests.checks.timed_cases import case_of, outcome, rules
from tests.work import grown

PARTIES = """
    parties:
      - {id: alder, name: Alder Services Ltd, aliases: [Alder Home Help], contact_point: {email: bids@alder.example}}
      - {id: birch, name: Birch Care CIC, identifiers: [{scheme: GB-COH, id: "01234567"}]}
      - {id: oak-1, name: Oak GmbH}
      - {id: oak-2, name: Oak SA}
      - {id: firm-9}
    bids: [{id: B1, bidder: alder}, {id: B2, bidder: Birch Care CIC}, {bidder: Cedar Homes}, {bidder: firm-9}]
"""


@pytest.mark.parametrize(
    "text",
    [
        "all", "All", "ALL", "all bidders", "All Tenderers", "all suppliers", "all_bidders", "everyone", "Everybody",
        "to all", "all of the bidders", "all registered suppliers", "All interested parties", "all companies",
        "published to all on the portal", "all economic operators", "all participants.",
    ],
)  # fmt: skip
def test_these_words_say_all(text):
    assert means_everybody(text)
    case = case_of({"enquiries": [{"recipients": text}, {"recipients": [text]}, {"recipients": ["alder", text]}]})
    assert [one.recipients for one in case.enquiries] == [("all",), ("all",), ("alder", "all")]


@pytest.mark.parametrize(
    "text",
    [
        "all bidders but Birch",
        "all local suppliers",
        "all shortlisted bidders",
        "Allbright Ltd",
        "all but one",
        "",
        "overall",
    ],
)
def test_these_do_not(text):
    assert not means_everybody(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("alder", "alder"), ("ALDER SERVICES LIMITED", "alder"), ("Alder Services", "alder"), ("alder home help", "alder"),
        ("Bids@Alder.example", "alder"), ("GB-COH-01234567", "birch"), ("Birch Care CIC", "birch"), ("BIRCH CARE", "birch"),
        ("Cedar Homes", "Cedar Homes"), ("cedar homes ltd", "Cedar Homes"), ("firm-9", "firm-9"), ("Oak GmbH", "oak-1"),
        ("Oak S.A.", "oak-2"),
        ("B1", "alder"),
        ("b2", "birch"),
        ("B3", "B3"),
        # Of two with one name none is meant without its legal form, and another form is another company.
        ("Oak", "Oak"), ("Alder Services plc", "Alder Services plc"), ("Alder Servces", "Alder Servces"),
        # A contact person may stand beside a name; other words may say anything.
        ("Alder Services (J. Fox)", "alder"), ("Alder Services Ltd - J Fox", "alder"), ("J.R. Fox, alder", "alder"),
        ("Alder Services <j.fox@elm.example>", "alder"), ("B2: Mrs Ray / T. Low", "birch"),
        ("alder (not sent)", "alder (not sent)"), ("alder; birch", "alder; birch"), ("J. Fox", "J. Fox"),
    ],
)  # fmt: skip
def test_a_name_means_the_one_party_that_has_it(text, key):
    assert meant(case_of(PARTIES), text) == key


@pytest.mark.parametrize(
    ("recipients", "bidder", "expected"),
    [
        (["Alder Services Ltd"], "alder", True), (["Alder Services Ltd"], "Cedar Homes", False),
        (["birch"], "Birch Care CIC", True), (["Elm Works Ltd"], "alder", False), (["Elm Works Ltd"], "firm-9", None),
        (["Alder"], "alder", None), (["Alder Services plc"], "alder", None), (["Cedar Homes Leeds"], "Cedar Homes", None),
        (["portal-user-7"], "alder", None), (["firm-8"], "alder", False), (["someone@elm.example"], "alder", None),
        (["alder", "birch", "Cedar Homes"], None, False), (["all tenderers"], None, True),
        # Several in one cell; and words beside a name, which may say that it had nothing.
        (["alder; birch"], "Birch Care CIC", True), (["alder, Cedar Homes and birch"], "Cedar Homes", True),
        (["alder; birch"], "Cedar Homes", False), (["B1 / B2"], "alder", True), (["alder (J. Fox)"], "birch", False),
        (["alder (not sent)"], "alder", None), (["B1 - came back"], "alder", None), (["alder (14)"], "birch", False),
        # A group is nobody in particular, and a firm called so has its legal form.
        (["plan holders"], "alder", None), (["Attendees"], "birch", None), (["interested vendors"], "alder", None),
        (["alder", "others present"], "birch", None), (["Dell Contractors Ltd"], "alder", False),
        (["alder; Birhc Care"], "birch", None), (["Alder (J. Fox)"], "alder", None), (["alder; birch"], "firm-9", False),
    ],
)  # fmt: skip
def test_whether_an_event_reached_a_bidder_is_left_open_where_a_name_may_be_its_own(recipients, bidder, expected):
    case = case_of(PARTIES + f"    events: [{{kind: answer, recipients: {recipients}}}]\n")
    assert reaches(case, case.events[0], bidder) is expected


@pytest.mark.parametrize(
    ("recipient", "expected"),
    [
        ("pcc", None), ("Corvayne CIC", None), ("Corvnae", None), ("corvene", None), ("pd", False), ("Harbour Works", False),
        # One letter more is `pc`, or is in a name that is somebody else's all the same.
        ("p", None), ("Carmine CIC", False),
    ],
)  # fmt: skip
def test_a_recipient_that_is_one_letter_off_may_be_a_bidder(recipient, expected):
    parties = [{"id": "pa", "name": "Alderney Ltd"}, {"id": "pc", "name": "Corvane CIC"}]
    case = case_of({"parties": parties, "bids": [{"bidder": "pa"}, {"bidder": "pc"}]})
    assert among(case, told_of(case, ("pa", recipient)), "pc") is expected


def test_what_went_to_a_member_went_to_the_consortium():
    parties = [
        {"id": "pc", "members": ["m1", "Marlo Ltd"]},
        {"id": "m1"},
        {"id": "m2", "name": "Marlo Ltd"},
        {"id": "x", "members": ["y"]},
    ]
    case = case_of({"parties": parties, "bids": [{"bidder": "pa"}, {"bidder": "pc"}]})
    assert told_of(case, ("pa", "m1")).keys == told_of(case, ("pa", "Marlo")).keys == {"pa", "pc"}
    assert told_of(case, ("y",)).keys == {"y"}
    rival = case_of({"parties": parties, "bids": [{"bidder": "m1"}, {"bidder": "pc"}]})
    assert told_of(rival, ("m1",)).keys == {"m1", "pc"}
    assert told_of(rival, ("pc",)).keys == {"pc"}


def test_a_list_of_all_bidders_is_for_all_where_the_bids_are_all_there_are():
    text = PARTIES + "    events: [{kind: answer, recipients: [alder, birch, Cedar Homes, firm-9]}]\n"
    some = case_of(text)
    everybody = case_of(text + "    complete: [bids]\n")
    assert [reaches(one, one.events[0], None) for one in (some, everybody)] == [False, True]
    fewer = case_of(text.replace("birch, Cedar Homes", "Cedar Homes") + "    complete: [bids]\n")
    assert reaches(fewer, fewer.events[0], None) is False


def test_the_word_all_for_a_bidder_is_all():
    case = case_of("events: [{kind: extension, bidder: all bidders}]")
    assert reaches(case, case.events[0], "alder") is True


def test_who_is_surely_left_out_is_said_beside_who_may_be():
    case = case_of(PARTIES)
    assert left_out(case, {"alder", "Birch Care"}) == ("Cedar Homes", "firm-9")
    assert left_out(case, {"alder", "Birch Care", "Elm Works Ltd"}) == ("Cedar Homes",)
    open_ = left_out(case, {"alder", "Birch Care", "cedar homes", "Elm Works Ltd"})
    assert open_ == Unclear(
        "whether the recipients named include firm-9 is not known: write the ids of parties", ("parties[4].name",)
    )


def test_a_recipient_nobody_is_called_is_told_where_the_parties_are_all_there_are():
    text = (
        "parties: [{id: oak, name: Oakfield Ltd}, {id: pine, name: Pinewood Ltd}]\nbids: [{bidder: oak}, {bidder: pine}]\n"
        "people: [{id: kim, name: Kim Sorrel}]\n"
        "events: [{kind: document, document: Plan, recipients: [oak, pine, quince, kim, portal, Pinewood Ltd, all]}]\n"
    )
    assert slips(case_of(text)) == ()
    (found,) = slips(case_of(text + "complete: [parties]"))
    assert (text_of(found.path), found.text) == ("events[0].recipients[2]", "quince")
    assert found.reason.startswith("nobody known is called so, and `complete` says that these are all parties")


def test_what_names_one_nobody_is_called_is_a_question():
    text = (
        "parties: [{id: oak, name: Oakfield Ltd}, {id: pine, name: Pinewood Ltd}]\nbids: [{bidder: oak}, {bidder: pine}]\n"
        "events: [{kind: document, document: Plan, recipients: [oak, quince]}]\n"
    )
    rule = "document-sent-to-some-bidders"
    assert outcome(text, rule) == "flagged"
    assert outcome(text + "complete: [parties]", rule) == "review"
    assert outcome(text.replace(", quince", "") + "complete: [parties]", rule) == "flagged"


def test_a_misspelt_recipient_is_told_with_its_place_and_whom_it_may_mean():
    case = case_of(PARTIES + "    enquiries: [{id: Q1, recipients: [alder, Birch Care, brich, Cedar Homse, Zed]}]\n")
    assert [(text_of(one.path), one.text, one.reason) for one in slips(case)] == [
        ("enquiries[0].recipients[2]", "brich", "nobody known is called so; did you mean `birch` (Birch Care CIC)?"),
        ("enquiries[0].recipients[3]", "Cedar Homse", "nobody known is called so; did you mean `Cedar Homes`?"),
    ]  # fmt: skip
    told = told_of(case, ("alder", "Cedar Homse"))
    assert who_may_be(case, "Cedar Homes", told) == (
        "enquiries[0].recipients[3] says `Cedar Homse`, which is nobody known here; did you mean `Cedar Homes`?",
        ("enquiries[0].recipients[3]",),
    )


def test_who_goes_by_a_number_is_told_beside_the_word_that_may_mean_them():
    case = case_of(PARTIES + "    enquiries: [{id: Q1, recipients: [alder, Elm Works Ltd]}]\n")
    assert who_may_be(case, "firm-9", told_of(case, ("alder", "Elm Works Ltd"))) == (
        "enquiries[0].recipients[1] says `Elm Works Ltd`, which is nobody known here; it may be firm-9: "
        "write the id of the party",
        ("enquiries[0].recipients[1]", "parties[4].name"),
    )
    assert not slips(case)


WORDS = ["oak", "elm", "care", "homes", "leeds"]
CALLED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(CALLED, max_size=5), CALLED)
def test_the_tables_of_names_change_no_answer(recipients, bidder):
    case = case_of({"parties": [{"id": "key-1", "name": bidder}], "bids": [{"bidder": "key-1"}]})
    own = bidder.split()
    alike = [one for one in recipients if one != bidder]
    expected = any(
        set(own) <= set(one.split()) or set(one.split()) <= set(own) or one.replace(" ", "").startswith("".join(own))
        for one in alike
    )
    assert maybe(case, told_of(case, tuple(alike)), "key-1") is expected


def crowd(size):
    """Return a tender of many bidders, half of whom do not say their lot, and of as many recipients who are nobody known."""
    bids = [
        {"bidder": f"f{place}", "received": "2026-03-30T11:00", "status": "valid", "defects": [{"code": "x", "decision": "accepted"}]}
        | ({"lot": str(place)} if place % 2 else {})
        for place in range(size)
    ]  # fmt: skip
    known = [f"Firm Number {place} Ltd" for place in range(size)]
    return {
        "tender": {
            "time_zone": "Europe/London", "procurement_method": "open", "tender_period": {"end_date": "2026-03-30T12:00"},
            "amendments": [{
                "date": "2026-03-20", "changes": ["deadline"], "from": "2026-03-28T12:00", "to": "2026-03-30T12:00", "recipients": known,
            }],
        },
        "parties": [{"id": f"f{place}", "name": name} for place, name in enumerate(known)],
        "bids": bids,
        "events": [{
            "kind": "extension", "date": "2026-03-21", "until": "2026-04-01T12:00",
            "recipients": [f"Firm Works {place} Ltd" for place in range(size)],
        }],
        "complete": ["bids"],
    }  # fmt: skip


def test_who_was_meant_is_looked_up_and_never_compared_each_with_each():
    def made(size):
        case = case_of(crowd(size))
        return lambda: [judge(case, rule, "market") for rule in rules().values()]

    # Who may compete with whom is a list for every bidder that names no lot, made in a few steps each; comparing names takes dozens.
    few, many = grown(made, 40)
    assert many < 18 * few


PERSONS = """
    parties:
      - {id: alder, name: Alder Services Ltd, contact_point: {name: Jo Quill}}
      - {id: birch, name: Birch Care CIC, contact_point: {name: Ian Moss}, people: [d1, Ada Holt]}
      - {id: cedar, name: Cedar Homes Ltd, contact_point: {name: Ian Moss}}
      - {id: elm, name: Elm Homes Ltd, contact_point: {name: Bids}, people: [e1]}
    people: [{id: d1, name: Eva Morland}, {id: e1, name: Gita Prowse, roles: [{role: evaluator}]}]
    bids: [{bidder: alder}, {bidder: birch}, {bidder: cedar}, {bidder: elm}]
"""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Jo Quill", "alder"), ("JO QUILL", "alder"), ("Jo Quill (Alder Services)", "alder"),
        ("Eva Morland", "birch"), ("Ada Holt", "birch"),
        # Of two bidders, of the panel, or a word that many are called by: nobody's for sure.
        ("Ian Moss", "Ian Moss"), ("Gita Prowse", "Gita Prowse"), ("Bids", "Bids"), ("J. Quill", "J. Quill"),
    ],
)  # fmt: skip
def test_a_person_on_record_stands_for_its_party(text, key):
    assert meant(case_of(PERSONS), text) == key


@pytest.mark.parametrize(
    ("text", "open_to"),
    [("Ian Moss", {"birch", "cedar"}), ("J. Quill", {"alder"}), ("Ms Holt", {"birch"}), ("Fox Dunn", set())],
)
def test_a_person_who_may_be_a_partys_leaves_it_open(text, open_to):
    case = case_of(PERSONS)
    found = told_of(case, (text,))
    assert {one for one in ("alder", "birch", "cedar", "elm") if among(case, found, one) is None} == open_to


def test_several_parties_with_commas_between_are_told_to_stand_apart():
    text = """
    bids: [{bidder: Alder Ltd}, {bidder: Birch Ltd}, {bidder: "Cedar, Sons"}]
    enquiries: [{id: Q1, recipients: ["Alder Ltd, Birch Ltd"]}, {id: Q2, recipients: ["Cedar, Sons", "Alder Ltd, Elm Ltd"]}]
    """
    (found,) = slips(case_of(text))
    assert (text_of(found.path), found.text) == ("enquiries[0].recipients[0]", "Alder Ltd, Birch Ltd")
    assert "write semicolons between them in a cell of a table" in found.reason
