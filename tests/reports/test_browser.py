"""The HTML report as a browser shows it: nothing is wider than the page, nothing is fetched, and no script is needed."""

import json
import re
import shutil
import subprocess
from html import escape, unescape
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PROBE = """<!DOCTYPE html><meta charset="utf-8"><iframe id="page" width="{width}" height="900" srcdoc="{page}"></iframe><p id="said"></p>
<script>
onload = () => {{
  const inside = document.getElementById("page"), page = inside.contentDocument, root = page.documentElement;
  const wide = [...page.body.querySelectorAll("*")].filter((one) => {{
    for (let at = one; at; at = at.parentElement)
      if (["auto", "scroll"].includes(inside.contentWindow.getComputedStyle(at).overflowX)) return false;
    return one.getBoundingClientRect().right > root.clientWidth + 1;
  }});
  document.getElementById("said").textContent = JSON.stringify({{
    wider: root.scrollWidth - root.clientWidth, wide: wide.map((one) => one.tagName + "." + one.className),
    fetched: inside.contentWindow.performance.getEntriesByType("resource").length, headings: page.querySelectorAll("h2").length > 0,
    seen: page.body.innerText.length > 500,
  }});
}};
</script>"""


@pytest.mark.skipif(BROWSER is None, reason="there is no browser")
@pytest.mark.parametrize("width", [320, 375, 768, 1280])
@pytest.mark.parametrize("name", ["sample.html", "clinic.html", "three-bidder.html"])
def test_the_page_fits_every_screen_and_fetches_nothing(name, width, tmp_path):
    page = escape((GOLDEN / name).read_text(encoding="utf-8"), quote=True)
    (tmp_path / "probe.html").write_text(PROBE.format(width=width, page=page), encoding="utf-8")
    words = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile", "--dump-dom"]
    ran = subprocess.run(
        [BROWSER, *words, (tmp_path / "probe.html").as_uri()], capture_output=True, text=True, timeout=120, check=False
    )
    said = re.search(r'<p id="said">(.*?)</p>', ran.stdout, re.DOTALL)
    assert said, ran.stderr[-2000:]
    assert json.loads(unescape(said[1])) == {"wider": 0, "wide": [], "fetched": 0, "headings": True, "seen": True}
