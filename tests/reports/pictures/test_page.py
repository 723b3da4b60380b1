"""The pictures in the whole report, and as a browser shows them."""

import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from dataclasses import replace
from html import escape, unescape

import pytest

from fairaudit.engine.contract.measures import Measure, MeasureTable
from fairaudit.reports import html, measurewords
from fairaudit.reports.pictures.album import drawn
from tests.reports.pictures import sample
from tests.reports.pictures.page import page
from tests.reports.test_browser import BROWSER, PROBE
from tests.reports.test_html import Page
from tests.reports.variants import clinic

SVG = "{http://www.w3.org/2000/svg}"
READY = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]  # fmt: skip


def measured(evaluation):
    """A whole report whose case was measured."""
    tables = tuple(MeasureTable(one.name, one.columns, one.rows, one.lot) for one in evaluation[0].tables)
    given = clinic()
    case = replace(given.cases[0], measures=(Measure("evaluation/x", "X", "x", "Measured.", tables),))
    return replace(given, cases=(case, *given.cases[1:]))


def test_pictures_stand_in_the_report_after_the_findings():
    text = html.render(measured(sample.small()))
    Page(re.sub("<svg .*?</svg>", "", text, flags=re.DOTALL))
    assert text.count("<figure ") == 9
    heads = re.findall(r"<h3 id=[^>]*>([^<]*)<", text)
    assert heads.index("Findings") < heads.index("Pictures") < heads.index("Timeline")
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))


@pytest.mark.skipif(BROWSER is None, reason="there is no browser")
@pytest.mark.parametrize(
    ("width", "size"), [(320, (5, 8, 6)), (380, (10, 40, 12)), (768, (5, 8, 6)), (1280, (10, 40, 60))]
)
def test_the_pictures_fit_every_screen_and_fetch_nothing(width, size, tmp_path):
    # Opened, so that the tables are measured too.
    text = page(sample.evaluation(*size)).replace("<details ", "<details open ")
    (tmp_path / "probe.html").write_text(PROBE.format(width=width, page=escape(text, quote=True)), encoding="utf-8")
    words = [*READY, f"--user-data-dir={tmp_path}/profile", "--dump-dom"]
    ran = subprocess.run(
        [BROWSER, *words, (tmp_path / "probe.html").as_uri()], capture_output=True, text=True, timeout=120, check=False
    )
    said = re.search(r'<p id="said">(.*?)</p>', ran.stdout, re.DOTALL)
    assert said, ran.stderr[-2000:]
    assert json.loads(unescape(said[1])) == {"wider": 0, "wide": [], "fetched": 0, "headings": True, "seen": True}


FOLDS = """<!DOCTYPE html><meta charset="utf-8"><iframe id="page" width="900" height="900" srcdoc="{page}"></iframe>
<p id="said"></p><script>
onload = () => {{
  const page = document.getElementById("page").contentDocument, seen = () => [...page.querySelectorAll("table")].filter((one) =>
    one.getBoundingClientRect().height > 0).length;
  const closed = seen();
  page.querySelectorAll("details").forEach((one) => {{ one.open = true; }});
  document.getElementById("said").textContent = JSON.stringify([closed, seen(), page.querySelectorAll("table").length]);
}};
</script>"""


@pytest.mark.skipif(BROWSER is None, reason="there is no browser")
def test_tables_are_folded_on_a_screen_until_they_are_opened(tmp_path):
    whole = escape(html.render(measured(sample.small())), quote=True)
    (tmp_path / "folds.html").write_text(FOLDS.format(page=whole), encoding="utf-8")
    words = [*READY, f"--user-data-dir={tmp_path}/profile", "--dump-dom"]
    ran = subprocess.run(
        [BROWSER, *words, (tmp_path / "folds.html").as_uri()], capture_output=True, text=True, timeout=120, check=False
    )
    said = re.search(r'<p id="said">(.*?)</p>', ran.stdout, re.DOTALL)
    assert said, ran.stderr[-2000:]
    closed, opened, tables = json.loads(unescape(said[1]))
    assert opened == tables
    assert closed == tables - sum(len(one.tables) for one in html._pictures(measured(sample.small()).cases[0], ""))


def test_no_table_stands_in_a_fold_which_would_be_printed_closed_even_where_it_was_opened():
    text = html.render(measured(sample.small()))
    folds = re.findall(r"<details.*?</details>", text, re.DOTALL)
    assert len(folds) == text.count("<figure ")
    assert [one for one in folds if "<table" in one] == []


@pytest.mark.skipif(BROWSER is None or shutil.which("pdftotext") is None, reason="there is no browser or no pdftotext")
@pytest.mark.parametrize("opened", [True, False])
def test_of_the_tables_behind_pictures_those_that_were_opened_are_printed(opened, tmp_path):
    whole = html.render(measured(sample.small()))
    (tmp_path / "page.html").write_text(
        whole.replace("<details ", "<details open ") if opened else whole, encoding="utf-8"
    )
    words = [*READY, f"--user-data-dir={tmp_path}/profile", f"--print-to-pdf={tmp_path}/page.pdf"]
    subprocess.run([BROWSER, *words, (tmp_path / "page.html").as_uri()], capture_output=True, timeout=120, check=False)
    ran = subprocess.run(
        ["pdftotext", "-layout", f"{tmp_path}/page.pdf", "-"], capture_output=True, text=True, check=True
    )
    printed = " ".join(ran.stdout.split())
    behind = {table.caption for one in html._pictures(measured(sample.small()).cases[0], "") for table in one.tables}
    assert [one for one in sorted(behind) if (one[:30] in printed) is not opened] == []
    assert "The same numbers as" not in printed
    assert measurewords.ON_PAPER in printed


@pytest.mark.skipif(BROWSER is None or shutil.which("pdftotext") is None, reason="there is no browser or no pdftotext")
@pytest.mark.parametrize("paper", ["letter", "A4"])
@pytest.mark.parametrize("size", [(5, 8, 6), (10, 40, 60)], ids=str)
def test_every_picture_is_printed_whole_on_the_page_of_its_title(size, paper, tmp_path):
    evaluation = sample.evaluation(*size)
    # A style that names the paper is not the one that the policy lets through.
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page(evaluation))
    text = text.replace("@page {", f"@page {{ size: {paper};")
    (tmp_path / "page.html").write_text(text, encoding="utf-8")
    words = [*READY, f"--user-data-dir={tmp_path}/profile", f"--print-to-pdf={tmp_path}/page.pdf"]
    subprocess.run([BROWSER, *words, (tmp_path / "page.html").as_uri()], capture_output=True, timeout=120, check=False)
    ran = subprocess.run(["pdftotext", "-raw", f"{tmp_path}/page.pdf", "-"], capture_output=True, text=True, check=True)
    pages = ["".join(one.split()) for one in ran.stdout.split("\f")]
    found = {}
    for one in drawn(evaluation):
        [printed] = [text for text in pages if "".join(one.title.split()) in text]
        # What is slanted is not read back as it is written.
        upright = [text for text in ET.fromstring(one.svg).iter(f"{SVG}text") if not text.get("transform")]
        said = ["".join((text[-1].tail if len(text) else text.text).split()) for text in upright]
        found[one.key] = len(said) > 5, [text for text in said if text not in printed]
    assert {key: missed for key, (_, missed) in found.items() if missed} == {}
    assert len(found) == 9
    assert all(enough for enough, _ in found.values())


LAPS = """<!DOCTYPE html><meta charset="utf-8"><body>{svgs}<p id="said"></p><script>
const found = [];
for (const svg of document.querySelectorAll("svg")) {{
  const frame = svg.getBoundingClientRect(), texts = [...svg.querySelectorAll("text")].filter((one) => !one.getAttribute("transform"));
  const boxes = texts.map((one) => [one.getBoundingClientRect(), [...one.childNodes].at(-1).textContent]);
  for (const [box, words] of boxes)
    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) found.push(["outside", words]);
  boxes.forEach(([box, words], n) => boxes.slice(n + 1).forEach(([other, more]) => {{
    const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    if (wide > 1 && high > 5) found.push([words, more]);
  }}));
}}
document.getElementById("said").textContent = JSON.stringify(found.slice(0, 20));
</script>"""


@pytest.mark.skipif(BROWSER is None, reason="there is no browser")
@pytest.mark.parametrize("size", [(3, 3, 3), (5, 8, 6), (10, 40, 60)], ids=str)
def test_no_words_lie_on_words_as_a_browser_sets_them(size, tmp_path):
    text = LAPS.format(svgs="".join(one.svg for one in drawn(sample.evaluation(*size))))
    (tmp_path / "laps.html").write_text(f"<style>body{{font-family:sans-serif}}</style>{text}", encoding="utf-8")
    words = [*READY, f"--user-data-dir={tmp_path}/profile", "--dump-dom"]
    ran = subprocess.run(
        [BROWSER, *words, (tmp_path / "laps.html").as_uri()], capture_output=True, text=True, timeout=120, check=False
    )
    said = re.search(r'<p id="said">(.*?)</p>', ran.stdout, re.DOTALL)
    assert said, ran.stderr[-2000:]
    assert json.loads(unescape(said[1])) == []
