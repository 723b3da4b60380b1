import base64
import hashlib
import itertools
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from fairaudit.engine.contract.report import Audience
from fairaudit.reports import html, wording
from tests.reports import golden
from tests.reports.sample import HOSTILE, report
from tests.reports.variants import TRICKS, clinic, numbered, poisoned, silent, three, unread, words_kept

VOID = {"meta", "br", "line", "circle", "rect", "path"}
ATTACKS = (
    HOSTILE,
    "\"><img src=x onerror=alert(1)><a href='javascript:alert(1)'>",
    "'><svg/onload=alert(1)></style></title></textarea><script src=//example.org></script>",
    "{{ 7*7 }}{% include 'x' %}{# gone #} --> ]]> &amp;&lt; <!--",
    TRICKS,
)


class Page(HTMLParser):
    """What a browser would make of a page: elements, attributes, words, and whether every tag is closed."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.attributes, self.words, self.style = [], [], [], [], ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]

    def handle_endtag(self, tag):
        assert tag not in VOID
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.words.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())

    def values(self, name):
        return [value for _, attribute, value in self.attributes if attribute == name]


@pytest.fixture(scope="module")
def page():
    return Page(html.render(clinic()))


@pytest.fixture(scope="module")
def style(page):
    return page.style


@pytest.mark.parametrize(
    ("name", "given"),
    [("sample.html", report()), ("clinic.html", clinic()), ("three-bidder.html", three(audience=Audience.BIDDER))],
)
def test_whole_output(name, given):
    golden.check(name, html.render(given))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_strangers_words_change_nothing_but_words(attack):
    bad, plain = Page(html.render(poisoned(three(), attack))), Page(html.render(poisoned(three(), "x")))
    assert bad.tags == plain.tags
    assert [one[:2] for one in bad.attributes] == [one[:2] for one in plain.attributes]
    for _, name, value in bad.attributes:
        assert not name.startswith("on")
        assert name not in ("style", "src", "srcset", "action", "formaction", "background")
        assert name != "href" or re.fullmatch(r"#[a-z0-9-]+", value)
        assert name != "class" or re.fullmatch(r"[a-z -]*", value), value
        assert name not in ("id", "aria-labelledby") or re.fullmatch(r"[a-z0-9 -]+", value)


@pytest.mark.parametrize("attack", ATTACKS[:-1])
def test_a_strangers_words_are_shown_as_they_are(attack):
    assert " ".join(attack.split()) in Page(html.render(poisoned(report(), attack))).text


def test_no_control_or_direction_character_is_left():
    out = html.render(poisoned(three(), TRICKS))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]", out)


def test_one_file_that_needs_nothing_else(page):
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use"} & set(page.tags)
    assert not re.search(r"url\(|@import|https?:|//", html.render(clinic()).replace("file://", ""))


def test_the_policy_lets_only_this_style_sheet_through(page):
    policy = next(value for value in page.values("content") if "default-src" in value)
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert policy.split("; ")[:3] == ["default-src 'none'", "script-src 'none'", f"style-src 'sha256-{digest}'"]


def test_every_text_is_in_it():
    given = numbered(three())
    shown = Page(html.render(given)).text
    kept = {one for case in given.cases for one in words_kept(case)}
    assert len(kept) > 80
    assert [one for one in sorted(kept) if one not in shown] == []


def test_the_head_says_what_it_must(page):
    first = page.text.index("12 of 21 rules in force were assessed")
    assert first < page.text.index("This is no certificate") < page.text.index("can be disclosed")
    assert page.text.index("can be disclosed") < page.text.index("Summary")


def test_parts_stand_in_their_order(page):
    parts = ["Community eye clinic Flagged", "Case EYE", "Law None is named", "Summary", "Findings", "Timeline Timeline",
             "What the law allows", "What was not assessed", "Not applicable Judged", "Passed Nothing",
             "Values not understood", "Files not read", "Options used", "What was read", "SHA-256",
             "How to read this report"]  # fmt: skip
    places = [page.text.index(one) for one in parts]
    assert places == sorted(places)


def test_the_dates_of_the_law_stand_between_findings_and_timeline():
    shown = Page(html.render(report())).text
    parts = [
        "Findings",
        "Rules that broke",
        "What taking part costs",
        "Dates the law sets",
        "Timeline Timeline",
        "What the law allows",
    ]
    places = [shown.index(one) for one in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("audience", "whos"),
    [
        (Audience.OFFICER, ["officer", "everybody"]),
        (Audience.BIDDER, ["bidder", "everybody"]),
        (Audience.AUDITOR, ["officer", "bidder", "everybody"]),
    ],
)
def test_dates_are_for_whom_they_are_for(audience, whos):
    shown = Page(html.render(report(audience=audience))).text
    table = shown.split("Dates the law sets")[1].split("Timeline Timeline")[0]
    assert re.findall(r"\b(officer|bidder|everybody)\b", table) == whos
    assert table.split("Provision ")[1].startswith(
        "Tuesday 14 April 2026 First day on which the contract may be entered into Later where the notice states a longer one. "
        "officer 8 working days from the day after the contract award notice, from 1 April 2026. Not counted: Good Friday "
        "(3 April 2026), Easter Monday (6 April 2026). Invented Act 2020, s 51(2)"
    ) == ("officer" in whos)


def test_why_a_rule_of_law_applies_stands_with_its_finding():
    assert "Applies because the buyer is in GB-ENG; it is a service" in Page(html.render(report())).text
    assert "Applies because" not in Page(html.render(clinic())).text


def test_headings_skip_no_level(page):
    levels = [int(tag[1]) for tag in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_names_and_links_meet():
    page = Page(html.render(three()))
    names = page.values("id")
    assert len(names) == len(set(names))
    pointed = [value[1:] for value in page.values("href")]
    pointed += [one for value in page.values("aria-labelledby") for one in value.split()]
    assert pointed
    assert set(pointed) <= set(names)


def test_tables_can_be_read_aloud(page):
    assert page.tags.count("caption") == page.tags.count("table") == 5
    dated = Page(html.render(report()))
    assert dated.tags.count("caption") == dated.tags.count("table") == 9
    assert len([1 for tag, name, _ in page.attributes if (tag, name) == ("th", "scope")]) == page.tags.count("th")
    assert ("html", "lang", "en") in page.attributes
    assert any(tag == "a" and value == "#content" for tag, _, value in page.attributes)
    assert ("svg", "role", "img") in page.attributes
    assert ("meta", "content", "width=device-width, initial-scale=1") in page.attributes


def test_what_paper_leaves_out_is_hidden_by_the_style_alone_and_named(page):
    assert "details" not in page.tags
    assert "hidden" not in {name for _, name, _ in page.attributes}
    screen, paper = re.split(r"@media print", page.style)
    assert re.findall(r"([^{}]+)\{[^}]*display: none", paper) == [
        "\n  .skip ",
        "\n  .fold[open], .drawing .fold ",
        "\n  .gaps .title, .gaps .place ",
        "\n  .passed thead, .passed td, .passed .title, .applied thead, .applied .own ",
    ]
    assert re.findall(r"([^{}]+)\{[^}]*display: none", screen)[-1].endswith("\n.fold:not([open]) + .folded, .on-paper ")
    assert wording.SHORT_ON_PAPER in page.text


def test_totals_are_printed_once_and_not_on_every_sheet(style):
    assert "tfoot { display: table-row-group; }" in style.split("@media print")[1]


def test_findings_of_one_matter_stand_together(page):
    assert "2 findings on one matter high flagged, certain Clause 4.2" in page.text
    order = [
        page.text.index(one) for one in ("One bidder alone", "Clause 4.2 demands", "Only one party", "Bidders must")
    ]
    assert order == sorted(order)


def test_what_is_marked_is_underlined():
    assert "<code>    received: <mark>2026-04-02T11:40+01:00</mark></code>" in html.render(clinic())
    assert re.search(r"^mark \{[^}]*text-decoration: underline", Page(html.render(clinic())).style, re.MULTILINE)


def test_the_advice_is_for_whom_it_is_for():
    for audience, labels in (
        (Audience.OFFICER, {"Fix"}),
        (Audience.BIDDER, {"Ask"}),
        (Audience.AUDITOR, {"Fix", "Ask"}),
    ):
        out = html.render(clinic(audience=audience))
        assert set(re.findall(r"<dt>(Fix|Ask)</dt>", out)) == labels


def test_law_and_heuristic_are_not_confused(page):
    assert "Law Invented Procurement Act 2020, s 12(1) (from 1 January 2021); Invented Regulations, reg 4" in page.text
    assert page.text.count("Basis heuristic: no published source") == 3
    assert "Basis heuristic, no law; compare Invented Act 2020, s 1" in Page(html.render(report())).text


def test_what_was_accepted_stays_in_sight(page):
    assert "flagged, certain, waived Bidders must show" in page.text
    assert "Waived Volume risk, see the file note of 12 February (by A. Invented, until 31 December 2026" in page.text


def test_silence_is_not_a_clean_result():
    shown = Page(html.render(report(cases=(silent(),)))).text
    assert "1 of 7 rules in force were assessed; 6 could not be judged for want of data." in shown
    assert "Nothing was flagged, but 6 of 7 rules came to no answer: this is not a clean result." in shown
    assert "Give tender.published and 2 rules can be judged" in shown


def test_an_unread_case_is_never_clean():
    shown = Page(html.render(three())).text
    assert "BROKEN-1 not read completely 0 of 0" in shown
    assert "Not read completely: BROKEN-1 This case could not be read completely: it is not clean" in shown
    assert "Nothing was found" not in Page(html.render(report(cases=(unread(),)))).text


def test_passed_is_no_certificate(page):
    assert "Passed Nothing found by these rules in what was given; no more than that" in page.text
    assert "%" not in page.text


def test_same_report_same_bytes_in_every_process():
    code = (
        "import hashlib\nfrom tests.reports.variants import three, clinic\n"
        "from fairaudit.reports import html, markdown, text\n"
        "out = ''.join(html.render(r) + markdown.render(r) + text.render(r, color=True) for r in (three(), clinic()))\n"
        "assert '\\r' not in out\nprint(hashlib.sha256(out.encode()).hexdigest())"
    )
    seen = set()
    for seed in ("1", "2", "3"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        seen.add(done.stdout)
    assert len(seen) == 1


def palettes(style):
    """The colours of both schemes: the dark one lays its own over the light one."""
    light, dark = re.findall(r":root \{([^}]*--paper[^}]*)\}", style)
    first = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", light))
    return {"light": first, "dark": first | dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", dark))}


def luminance(color):
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_the_measure_of_contrast_is_right():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_ink_can_be_read_on_every_ground(style, scheme):
    palette = palettes(style)[scheme]
    inks = {"ink", "soft", "link", "critical", "high", "medium", "low", "info", "review"}
    grounds = {"paper", "panel"}
    assert inks | grounds | {"marked", "rule"} == set(palette)
    assert {(a, b) for a in inks for b in grounds if contrast(palette[a], palette[b]) < 4.5} == set()
    assert contrast(palette["ink"], palette["marked"]) >= 4.5


def test_every_color_comes_from_the_palette(style):
    rules = re.sub(r":root \{[^}]*\}", "", style)
    used = re.findall(r"(?:^|[ {])(?:background|color|border[a-z-]*|outline): ([^;]+);", rules)
    assert used
    assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl", rules)
    # Text is never coloured by what is only a line or a ground; tones are severities.
    assert set(re.findall(r"[^-]color: var\(--([a-z]+)\)", rules)) <= {
        "ink", "soft", "link", "critical", "tone", "paper"
    }  # fmt: skip
    assert set(re.findall(r"--tone: var\(--([a-z]+)\)", rules)) == {
        "critical", "high", "medium", "low", "info", "review"
    }  # fmt: skip


def test_no_color_says_that_all_is_well(style):
    for palette in palettes(style).values():
        for color in palette.values():
            red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
            assert green <= max(red, blue) + 8, color
