import re

import pytest
from markdown_it import MarkdownIt

from fairaudit.engine.contract.report import Audience
from fairaudit.reports import markdown
from tests.reports import golden
from tests.reports.sample import HOSTILE, report
from tests.reports.variants import TRICKS, clinic, numbered, poisoned, silent, three, unread, words_kept

ALLOWED = {
    "inline", "text", "softbreak", "strong_open", "strong_close", "code_inline", "fence", "heading_open",
    "heading_close",
    "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
    "table_open", "table_close", "thead_open", "thead_close", "tbody_open", "tbody_close", "tr_open", "tr_close",
    "th_open", "th_close", "td_open", "td_close",
}  # fmt: skip
ATTACKS = (
    HOSTILE,
    "\n\n# Heading\n\n> quote\n\n---\n\n",
    "\n```\nout of the fence\n~~~\n",
    "- item ",
    "1. item ",
    "+ item ",
    "=== ",
    "[ref]: http://example.org 'x'\n\n[ref] ![i](http://example.org/x.png) <http://example.org> http://example.org ",
    "a | b\n--- | ---\nc | d\n",
    "&lt;b&gt; &#60;i&#62; <b onclick=x> <!-- gone -->",
    "\\` \\| \\< ``` `` ` ",
    "~~gone~~ **bold** __bold__ *em* _em_ $x$ @someone www.example.org ",
    TRICKS,
)


def parsed(text):
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [one for token in tokens for one in (token, *(token.children or ()))]


def shape(text):
    """The bones of a document: its blocks and bold words, without what is written in them."""
    return [
        (one.type, one.tag)
        for one in parsed(text)
        if one.type not in ("text", "softbreak", "code_inline", "text_special")
    ]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("sample.md", report()),
        ("clinic.md", clinic()),
        ("clinic-bidder.md", clinic(audience=Audience.BIDDER)),
        ("three.md", three()),
    ],
)
def test_whole_output(name, given):
    golden.check(name, markdown.render(given))


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_strangers_words_change_nothing_but_words(attack):
    out = markdown.render(poisoned(three(), attack))
    assert {one.type for one in parsed(out)} <= ALLOWED
    plain = markdown.render(poisoned(three(), "x"))
    assert shape(out) == shape(plain)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_strangers_words_are_shown_as_they_are(attack):
    from fairaudit.analysis.unseen import visible

    words = visible(attack).strip()
    cells = [one.content for one in parsed(markdown.render(poisoned(report(), attack))) if one.type == "text"]
    joined = "".join(cells).replace("\u2060", "")
    assert words in joined


def test_no_address_is_left_that_a_reader_would_make_a_link():
    out = markdown.render(poisoned(three(), "http://example.org www.example.org ada@example.org "))
    outside = re.sub(r"(`+)[^`].*?\1", "", re.sub(r"^(`{3,})text\n.*?^\1$", "", out, flags=re.DOTALL | re.MULTILINE))
    assert "http" in outside
    assert not re.search(r"http:/|www\.|@\w", outside)


def test_a_fence_is_longer_than_what_it_holds():
    out = markdown.render(poisoned(report(), "````` "))
    assert [one.markup for one in parsed(out) if one.type == "fence"] == ["``````"] * 2


def test_every_text_is_in_it():
    given = numbered(three())
    out = markdown.render(given)
    kept = {one for case in given.cases for one in words_kept(case)}
    assert kept
    assert [one for one in sorted(kept) if one not in out] == []


def test_silence_is_not_a_clean_result():
    assert "6 of 7 rules came to no answer: this is not a clean result." in markdown.render(report(cases=(silent(),)))


def test_an_unread_case_is_never_clean():
    out = markdown.render(report(cases=(unread(),)))
    assert "it is not clean" in out
    assert "- **Unread:** b.yaml:3:9: a second key \\`value\\`" in out


def test_a_waived_finding_stays_with_reason_author_and_date():
    out = markdown.render(clinic())
    assert "**Waived:** Volume risk, see the file note of 12 February (by A. Invented, until 31 December 2026" in out
