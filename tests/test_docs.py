"""What the documents say is true: names, commands and examples in them."""

import re
import shlex
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import Path

import pytest

from fairaudit.checks.catalogue import Catalogue
from fairaudit.engine.config import read_config
from fairaudit.engine.examples import run_example
from fairaudit.engine.rulefiles.packs import load_rules, shipped_packs
from tests.cli.running import fairaudit
from tests.conftest import case_of

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def blocks(page, language):
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)


COMMANDS = [
    line for block in blocks("README.md", "sh") for line in block.splitlines() if line.startswith(".venv/bin/fairaudit")
]


@pytest.mark.usefixtures("examples_run_once")
@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_readme_run(command, tmp_path):
    for name in ("examples", "rules"):
        (tmp_path / name).symlink_to(ROOT / name)
    words = shlex.split(command)[1:]
    if words[0] == "report":
        before = ("check", "examples/eye-clinic", "--fail-on", "never", "-q", "-o", "audit.json")
        assert fairaudit(*before).status == 0
    assert fairaudit(*words).status in (0, 1)


def test_what_the_commands_of_the_readme_write_is_ignored_by_git():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    commands = [line for block in blocks("README.md", "sh") for line in block.splitlines()]
    written = {name for line in commands for name in re.findall(r"\s-o (\S+)", line)}
    assert "dates.ics" in written
    assert [name for name in sorted(written) if not any(fnmatch(f"/{name}", one) for one in ignored)] == []


def test_the_page_on_privacy_has_a_purpose_and_a_template_of_an_assessment():
    page = (ROOT / "docs" / "privacy.md").read_text(encoding="utf-8")
    assert re.findall(r"^#+ (.*)", page, re.MULTILINE) == [
        "People's data",
        "Purpose",
        "Impact assessment: a template",
        "1. The processing and its purposes (article 35(7)(a))",
        "2. Necessity and proportionality (article 35(7)(b))",
        "3. Risks to people (article 35(7)(c))",
        "4. Measures (article 35(7)(d))",
    ]
    assert "**To find out whether anybody who influenced this procurement had an interest in a bidder" in page


def test_every_command_is_in_the_readme():
    from fairaudit.cli.app import app

    names = {one.name for one in app.registered_commands}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert {name for name in names if f"fairaudit {name}" not in readme} == set()


def test_the_tender_of_the_readme_is_one():
    case = case_of(blocks("README.md", "yaml")[0])
    assert case.tender.id == "CLEAN-1"


def test_the_rule_of_the_manual_holds(tmp_path):
    text = blocks("docs/writing-rules.md", "yaml")[0]
    file = tmp_path / f"{text.split()[1]}.yaml"
    file.write_text(text, encoding="utf-8")
    [rule] = load_rules([file], "local", ".")
    assert [run_example(rule, one).holds for one in rule.examples] == [True, True]


def test_the_settings_of_the_manual_load(tmp_path):
    (tmp_path / "fairaudit.yaml").write_text(blocks("docs/settings.md", "yaml")[0], encoding="utf-8")
    config = read_config(tmp_path / "fairaudit.yaml", "fairaudit.yaml")
    rules = {rule.id for pack in shipped_packs() for rule in pack.rules}
    named = {
        *(one.text for one in config.ignore),
        *(one.rule for one in config.overrides),
        *(one.rule for one in config.waivers),
    }
    assert named <= rules


def test_the_manual_names_every_generic_check():
    text = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    generic = {name for name, one in Catalogue().items() if one.run.__module__ == "fairaudit.checks.generic"}
    assert {name for name in generic if f"`{name}`" not in text} == set()


@pytest.mark.parametrize("page", PAGES, ids=[one.name for one in PAGES])
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


ROOMS = sorted(one.name for one in (ROOT / "fairaudit").iterdir() if one.is_dir())
PLACE = re.compile(rf"`((?:(?:fairaudit|tests|bench|rules|docs)/|(?:{'|'.join(ROOMS)})/)[a-z_0-9/]+(?:\.py)?/?)`")


def test_the_modules_that_the_design_names_are_there():
    places = PLACE.findall((ROOT / "docs" / "design.md").read_text(encoding="utf-8"))
    assert len(places) > 100
    missing = [
        one
        for one in places
        if not any(
            (ROOT / base / f"{one.rstrip('/')}{end}").exists() for base in ("", "fairaudit") for end in ("", ".py")
        )
    ]
    assert missing == []


def test_the_pages_of_the_rules_are_what_the_rules_say(tmp_path):
    """`fairaudit explain --write docs/rules` writes them anew."""
    from fairaudit.cli.explain import write_pages
    from fairaudit.engine.config import Config
    from fairaudit.engine.request import rules_for

    write_pages(tmp_path, rules_for(Config(), (), (), ()))
    made = {one.name: one.read_text(encoding="utf-8") for one in tmp_path.iterdir()}
    kept = {one.name: one.read_text(encoding="utf-8") for one in (ROOT / "docs" / "rules").iterdir()}
    assert sorted(made) == sorted(kept)
    assert [name for name in made if made[name] != kept[name]] == []


def test_the_code_of_the_page_about_names_runs(tmp_path):
    (block,) = blocks("docs/names.md", "python")
    ran = subprocess.run([sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("Likeness(level='likely'")
