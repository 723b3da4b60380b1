"""Candidates by way of DuckDB are those of the dictionaries, and nothing is loaded before it is wanted."""

import random
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from inspect import signature
from pathlib import Path

import pytest

from fairaudit.analysis.names import candidates as room
from fairaudit.analysis.names.candidates import Sought, candidates, pairs
from fairaudit.analysis.names.described import Described
from fairaudit.analysis.names.keys import keys

there = pytest.mark.skipif(find_spec("duckdb") is None, reason="the extra `registers` is not installed")
SYLLABLES = [
    "ba",
    "be",
    "da",
    "do",
    "ka",
    "ko",
    "la",
    "li",
    "ma",
    "mi",
    "na",
    "ne",
    "ra",
    "ri",
    "sa",
    "se",
    "ta",
    "ti",
    "va",
    "vo",
]


def records(number, seed):
    draw = random.Random(seed)

    def word():
        return "".join(draw.choice(SYLLABLES) for _ in range(draw.randint(2, 3))).title()

    for _ in range(number):
        name = draw.choice(
            [
                f"{word()} {word()}",
                f"{word().upper()}, {word()}",
                f"{word()[0]}. Mc{word()}",
                f"{word()} O'{word()}",
                f"{word()} de {draw.choice(['la ', ''])}{word()}",
                f"DE {word().upper()}, {word()}",
                f"{word()} Dela{word().lower()}",
                "Ада Холт",
            ]
        )
        yield Described(
            draw.choice(["person", "person", "organisation"]),
            (name,),
            identifiers=(("x", str(draw.randint(1, 400))),) if draw.random() < 0.3 else (),
            birth=f"19{draw.randint(50, 60)}-0{draw.randint(1, 9)}" + draw.choice(["", f"-1{draw.randint(0, 9)}"]),
            addresses=(f"{draw.randint(1, 9)} Mill Lane, Northvale, NV{draw.randint(1, 9)} 2AB",)
            if draw.random() < 0.5
            else (),
            emails=(f"{word().lower()}@alder.example",) if draw.random() < 0.5 else (),
            phones=(f"01632 96{draw.randint(1000, 1200)}",) if draw.random() < 0.3 else (),
            given=word() if draw.random() < 0.2 else None,
            surname=word() if draw.random() < 0.2 else None,
        )


@there
def test_both_ways_find_the_same_candidates_in_the_same_order():
    many, sought = list(records(800, 1)), list(records(40, 2))
    plain = list(pairs(many))
    assert len(plain) > 1000
    assert list(pairs(many, plain=0)) == plain
    found = list(candidates(sought, many))
    assert len(found) > 100
    assert list(candidates(sought, iter(many), plain=0)) == found


@there
def test_crowds_are_left_out_both_ways(monkeypatch):
    monkeypatch.setattr(room, "CROWD", 3)
    many = list(records(400, 3))
    assert list(pairs(many, plain=0)) == list(pairs(many))


@there
@pytest.mark.parametrize(("more", "way"), [(0, []), (1, ["candidates", "pairs"])])
def test_only_what_is_more_than_the_limit_goes_to_duckdb(monkeypatch, more, way):
    from fairaudit.analysis.names import spilled

    asked = []
    for name in ("candidates", "pairs"):
        monkeypatch.setattr(spilled, f"spilled_{name}", lambda *_, name=name: asked.append(name) or iter(()))
    many = [Described("person", (f"Ada Holt{at}",)) for at in range(20 + more)]
    list(candidates(many, many, plain=20))
    list(pairs(many, plain=20))
    assert asked == way


def test_the_page_on_names_says_from_how_many_names_duckdb_is_used():
    page = (Path(__file__).parents[3] / "docs" / "names.md").read_text(encoding="utf-8")
    limits = {signature(one).parameters["plain"].default for one in (candidates, pairs)}
    assert [f"Of up to {one:,} names that are held the keys lie in dictionaries." in page for one in limits] == [True]


def test_duckdb_comes_with_the_extra_that_the_page_on_names_tells_of_and_with_nothing_else():
    root = Path(__file__).parents[3]
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    users = {"needed": project["dependencies"]} | {name: given for name, given in extras.items() if name != "dev"}
    assert [name for name, given in users.items() if any("duckdb" in one for one in given)] == ["registers"]
    assert "`pip install fairaudit[registers]`" in (root / "docs" / "names.md").read_text(encoding="utf-8")


def test_without_the_extra_the_dictionaries_do_it(monkeypatch):
    many = list(records(50, 4))
    expected = list(pairs(many))
    monkeypatch.setattr(room, "find_spec", lambda name: None)
    # It needs the library, which is not there.
    monkeypatch.setitem(sys.modules, "fairaudit.analysis.names.spilled", None)
    assert list(pairs(many, plain=0)) == expected
    assert list(candidates(many, many, plain=0)) == list(candidates(many, many))


def test_a_library_that_cannot_be_loaded_is_none(monkeypatch):
    assert room.spills()
    # As a compiled file of another machine says.
    monkeypatch.setitem(sys.modules, "duckdb", None)
    monkeypatch.setattr(room, "find_spec", lambda name: name)
    assert not room.spills()


def test_the_sieve_holds_back_no_candidate():
    many, sought = list(records(1500, 5)), list(records(30, 6))
    index = Sought(sought)
    wanted = [keys(one) for one in sought]
    met = [[at for at, each in enumerate(wanted) if each & keys(one)] for one in many]
    assert any(met)
    assert [index.among(one) for one in many] == met


def test_exact_names_load_no_libraries_and_of_data_the_legal_forms_alone():
    code = "import sys, fairaudit.analysis.names; print(*sorted(sys.modules))"
    root = Path(__file__).parents[3]
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    loaded = set(run.stdout.split())
    assert {one for one in loaded if one.startswith("fairaudit.analysis")} == {
        "fairaudit.analysis",
        "fairaudit.analysis.names",
        "fairaudit.analysis.names.behindnames",
        "fairaudit.analysis.names.exact",
        "fairaudit.analysis.names.legalforms",
    }
    assert not loaded & {"rapidfuzz", "duckdb"}
