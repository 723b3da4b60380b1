"""The house keeps its shape: who imports whom, how long things are, what they are called, what a run does not load."""

import ast
import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.cli.running import BAD, write

PACKAGE = Path(__file__).parents[1] / "fairaudit"
MODULES = sorted(one.relative_to(PACKAGE.parent).as_posix() for one in PACKAGE.rglob("*.py"))

MAY_IMPORT = {
    "frozen": set(),
    "analysis": {"analysis"},
    "sources": {"analysis", "sources"},
    "procurement": {"analysis", "procurement", "sources"},
    "law": {"analysis", "law", "procurement", "sources"},
    "checks": {"analysis", "checks", "law", "procurement", "sources"},
    "engine": {"analysis", "checks", "engine", "law", "procurement", "sources"},
    "reports": {"analysis", "engine", "reports", "sources"},
    "cli": {"analysis", "cli", "engine", "procurement", "reports", "sources"},
    "api": {"engine", "procurement", "reports", "sources"},
    "__main__": {"cli"},
    "": {"api"},
}
"""Each room of the house, and the rooms it may know: never one that lies after it. How values are frozen all may know."""

ALLOWED = {
    # The schema for editors describes what rule files and cases may hold, so it asks the checks and the model.
    "fairaudit/reports/schema.py": {"checks", "procurement"},
    # The page of a rule shows the periods and tables of the law that it leans on.
    "fairaudit/reports/rulepage.py": {"law"},
}


@pytest.fixture(scope="module", autouse=True)
def _no_tree_is_kept():
    """The trees of all modules are large, and of use here alone."""
    yield
    tree.cache_clear()


@cache
def tree(module):
    """What a module says; read only."""
    return ast.parse((PACKAGE.parent / module).read_text(encoding="utf-8"))


def room(name):
    """The room of a dotted name or a file: `engine` of `fairaudit.engine.settle`, nothing of `fairaudit` itself."""
    parts = name.removesuffix(".py").replace("/", ".").split(".")
    parts = [one for one in parts[1:] if one != "__init__"]
    return parts[0] if parts else ""


def imports(module):
    """Every module of ours that a module imports, wherever in it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: imports by dots; write the whole name"
            if node.module == "fairaudit":
                yield from (f"fairaudit.{one.name}" for one in node.names)
            elif node.module.startswith("fairaudit."):
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name.split(".")[0] == "fairaudit")


def rooms():
    return {one for one in map(room, MODULES) if one}


def test_every_room_is_known():
    assert rooms() == set(MAY_IMPORT) - {""}


@pytest.mark.parametrize("module", MODULES)
def test_nothing_imports_backwards(module):
    allowed = MAY_IMPORT[room(module)] | ALLOWED.get(module, set()) | {"frozen"}
    known = rooms() | {"api"}
    wrong = sorted(one for one in imports(module) if room(one) in known and room(one) not in allowed)
    assert wrong == []


def test_every_exception_from_the_rule_is_still_needed():
    needed = {
        module: {room(one) for one in imports(module)} - MAY_IMPORT[room(module)] - {"", "frozen"} for module in ALLOWED
    }
    assert needed == ALLOWED


CIRCLES: dict[frozenset[str], str] = {}
"""Circles of imports that stay, each with the reason why; none does."""


def names_of_modules():
    return {one.removesuffix(".py").removesuffix("/__init__").replace("/", "."): one for one in MODULES}


def known_by(module, names):
    """Every module of ours that a module needs, be it inside a function or for its types: `from room import module` too."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "fairaudit":
            for one in node.names:
                whole = f"{node.module}.{one.name}"
                yield whole if whole in names else node.module
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names if one.name in names)


def circles(graph):
    """Every set of modules each of which leads to all others: what can be reached both ways."""
    reached = {one: reachable(graph, one) for one in graph}
    found = {frozenset(other for other in reached[one] if one in reached[other]) for one in graph}
    return {one for one in found if one}


def reachable(graph, start):
    found, left = set(), [start]
    while left:
        more = graph[left.pop()] - found
        found |= more
        left += more
    return found


def test_a_circle_is_found():
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": {"e"}, "e": set(), "f": {"f"}}
    assert circles(graph) == {frozenset("abc"), frozenset("f")}


def test_no_modules_import_each_other_in_a_circle():
    names = names_of_modules()
    # The package's own name gives the functions of `fairaudit.api` to whoever asks, and its version to everybody.
    graph = {
        one: {other for other in known_by(module, names) if other in names} - {"fairaudit"}
        for one, module in names.items()
    }
    assert circles(graph | {"fairaudit": set()}) == set(CIRCLES)


def test_no_module_is_longer_than_400_lines():
    lengths = {module: len((PACKAGE.parent / module).read_text(encoding="utf-8").splitlines()) for module in MODULES}
    assert {module: length for module, length in lengths.items() if length > 400} == {}


def functions(module):
    return [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


# What a person can type is one signature: typer reads the options from it, and it cannot be cut into pieces.
SIGNATURES = {"fairaudit/cli/check.py: check"}


def test_no_function_is_longer_than_40_lines():
    lengths = {
        f"{module}: {one.name}": one.end_lineno - one.lineno + 1 for module in MODULES for one in functions(module)
    }
    assert {name: length for name, length in lengths.items() if length > 40 and name not in SIGNATURES} == {}
    bodies = {
        f"{module}: {one.name}": one.end_lineno - one.body[0].lineno + 1
        for module in MODULES
        for one in functions(module)
    }
    assert {name: length for name, length in bodies.items() if length > 40} == {}


def test_nothing_is_called_what_says_nothing():
    # A utility is also a kind of buyer, which runs water, energy or transport.
    empty = re.compile(r"utils|util_|_util$|manager|helper", re.IGNORECASE)
    names = {module for module in MODULES if empty.search(module)}
    for module in MODULES:
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                name = node.name
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                name = node.id
            else:
                name = node.arg if isinstance(node, ast.arg) else ""
            if empty.search(name):
                names.add(f"{module}: {name}")
    assert names == set()


def test_only_four_places_catch_everything():
    """A stranger's check and a stranger's package may raise anything, and so may what they raise when it is asked what it says; the last is the end of the process, where a fault of ours is shown."""
    found = Counter()
    for module in MODULES:
        for node in ast.walk(tree(module)):
            if isinstance(node, ast.ExceptHandler):
                caught = ast.unparse(node.type) if node.type else ""
                if not caught or re.search(r"\b(Base)?Exception\b", caught):
                    found[module] += 1
    assert found == {
        "fairaudit/__main__.py": 1,
        "fairaudit/engine/judge.py": 2,
        "fairaudit/engine/rulefiles/plugins.py": 1,
    }


SEEDED = "fairaudit/analysis/seeded.py"
"""The one place that draws lots, from seeds that reports print, so that the same case gives the same report."""


def test_checks_and_engine_read_no_clock_and_roll_no_dice():
    wrong = []
    for module in MODULES:
        if module != SEEDED and room(module) in ("checks", "engine", "analysis", "procurement", "reports"):
            for node in ast.walk(tree(module)):
                text = ast.unparse(node) if isinstance(node, ast.Attribute | ast.Import | ast.ImportFrom) else ""
                if re.fullmatch(r"(\w+\.)?(date\.today|datetime\.(now|today|utcnow)|time\.time)", text):
                    wrong.append(f"{module}:{node.lineno}: {text}")
                if re.match(r"(import|from) (random|secrets|socket|urllib\.request|http|requests|ssl)\b", text):
                    wrong.append(f"{module}:{node.lineno}: {text}")
    assert wrong == []


HEAVY = {
    "jinja2", "rich", "cel_expr_python", "fairaudit.reports.html", "fairaudit.reports.json",
    "fairaudit.reports.schema", "fairaudit.sources.ocds", "fairaudit.sources.tables", "fairaudit.procurement.tabled",
    "hypothesis", "pytest", "rapidfuzz", "duckdb", "fairaudit.analysis.names.likeness",
}  # fmt: skip
"""Modules that a plain run over one tender has no use for: loading any of them costs more than auditing it.

Not `re2`: a checkout without an index of its rules checks their patterns.
"""

TELL = """
import sys
sys.argv = ["fairaudit", "check", "t.yaml", "--fail-on", "never", "--today", "2026-03-05"]
from fairaudit.cli import main
try:
    main()
except SystemExit as end:
    print(end.code, *sorted(sys.modules), file=sys.stderr)
"""


def test_a_plain_run_loads_no_heavy_library():
    write(t_yaml=BAD)
    run = subprocess.run([sys.executable, "-S", "-c", PATHS + TELL], capture_output=True, text=True, check=True)
    status, *loaded = run.stderr.split()
    assert status == "0"
    assert sorted(HEAVY & set(loaded)) == []


PATHS = f"import sys\nsys.path[:0] = {[str(PACKAGE.parent), *(one for one in sys.path if 'site-packages' in one)]!r}\n"
