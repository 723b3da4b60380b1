"""What stands where a name, a number or an account was asked for and is none."""

import pytest

from fairaudit.analysis.names.described import Described, identifiers
from fairaudit.analysis.names.mail import domain_written, domains_above, domains_written, mailbox, own_domain
from fairaudit.analysis.names.substance import account_of, is_in_a_row, is_line, names_nobody, says_nothing


@pytest.mark.parametrize("text", ["on file", "Held by Finance", "Barclays", "n/a", "00000000", "tbc", None, "12345"])
def test_what_is_no_account_is_none(text):
    assert account_of(text) == ""


def test_a_british_account_is_one_with_its_iban_and_without():
    assert account_of("GB33 BUKB 2020 1555 5555 55") == account_of("20-20-15 55555555") == "20201555555555"
    assert account_of("Barclays 12345678") != account_of("12345678") != ""


@pytest.mark.parametrize(
    "text", ["Project Manager", "Procurement Team", "Free float", "not known", "N/A", "Head of Sales", "-"]
)
def test_a_role_or_a_group_is_nobodys_name(text):
    assert names_nobody(text)


@pytest.mark.parametrize(
    "text", ["Vacant", "n.n.", "Vacancy (advertised)", "Resigned - not replaced", "Post held open", "Currently none"]
)
def test_a_post_that_nobody_holds_names_nobody(text):
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text", ["Una Gray", "Grant Head", "Ann Vacante", "Rolf Postma", "Nina Open", "Procurement Partners Ltd", "Li Na"]
)
def test_a_name_is_somebodys(text):
    assert not names_nobody(text)


def test_numbers_are_compared_without_the_country_of_their_scheme():
    one = Described("organisation", (), (("GB-VAT", "GB 123 4567 89"),))
    assert identifiers(one) == {("gbvat", "123456789")}
    for nothing in ("n/a", "not registered", "00000000", "11111111"):
        assert not identifiers(Described("organisation", (), (("GB-COH", nothing),)))
    assert identifiers(Described("organisation", (), (("GB-COH", "00001111"),))) == {("gbcoh", "1111")}


def test_domains_lie_under_others_but_not_under_what_everybody_may_have():
    assert domains_above("sales.alder.co.uk") == ("alder.co.uk",)
    assert domains_above("alder.co.uk") == ()
    assert own_domain("supplier-1@noreply.delta-esourcing.com") == ""


@pytest.mark.parametrize(
    "text",
    ["none", "No subcontractors", "as per bid", "As per SQ response", "To be appointed", "Various SMEs", "Local tradespeople",
     "Various shareholders", "Registered office", "same as before", "provided separately", "No fixed address"],
)  # fmt: skip
def test_words_that_point_elsewhere_or_name_a_kind_of_many_say_nothing(text: str):
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    ["To Be Ltd", "Same As Ever Ltd", "Local Partners Ltd", "Other Minds plc", "Specialist Contractors (Hull) Ltd"],
)
def test_a_firm_may_have_such_words_in_its_name(text: str):
    assert not says_nothing(text)


def test_a_line_of_noughts_is_nobodys_and_one_that_counts_up_may_be_typed():
    assert is_line("01632960111")
    assert not is_line("01632000000")
    assert is_in_a_row("12345678")
    assert is_in_a_row("01234567")
    assert not is_in_a_row("12345679")


def test_mail_of_a_placeholder_is_nobodys():
    assert mailbox("tbc@tbc.co.uk") == ""
    assert mailbox("una@family.co.uk") != ""
    assert own_domain("a@outlook.de") == own_domain("b@eircom.net") == ""


@pytest.mark.parametrize(
    "mail",
    ["una@alder.co.uk; bids@alder.co.uk", "Una Gray <una@alder.co.uk>", "una [at] alder.co.uk", "una@alder.co.uk"],
)
def test_mail_is_read_however_it_is_written(mail: str):
    assert mailbox(mail) == "una@alder.co.uk"


def test_a_domain_is_one_however_it_is_written_and_none_on_a_site_of_many():
    written = (
        "@alder.example",
        "https://www.alder.example:443/about",
        "ALDER.example.",
        "mailto:una@alder.example",
        "mail.alder.example",
    )
    assert {domain_written(one) for one in written} == {"alder.example"}
    assert {
        domain_written(one) for one in ("", "gmail.com", "https://facebook.com/alder", "sites.google.com/view/alder")
    } == {""}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://alder.co.uk?lang=en", ("alder.co.uk",)),
        ("alder.co.uk#contact", ("alder.co.uk",)),
        ("alder.co.uk; lumen.com", ("alder.co.uk", "lumen.com")),
        ("www.alder.co.uk, alder.co.uk/about lumen.com", ("alder.co.uk", "lumen.com")),
        ("https://github.com/lumen", ()),
        ("https://www.tiktok.com/@lumen", ()),
        ("https://www.nextdoor.co.uk/pages/lumen", ()),
        ("lumen.business.site", ()),
        ("mygithub.com", ("mygithub.com",)),
    ],
)
def test_domains_are_read_up_to_a_page_each_of_several_and_none_of_a_site_of_many(text, found):
    assert domains_written(text) == found
