"""Input comes from strangers. Whatever it is, the answer is one clear line with its place, exit status 2, no traceback,
nothing written, and nothing hangs. What can be read is harmless in every format."""

import json
import os
import re
import subprocess
import sys
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.cli.running import BAD, GOOD, MAYBE_A_BRAND, PACKS, TOO_MUCH, check, fairaudit, files, own_rules, put, write
from tests.work import ends

EMPTY = "1:1: is empty; `fairaudit schema case` says what a tender file can hold"
TAB = "has a tab where only spaces may stand; YAML takes no tabs for indentation: put spaces in its place"
DEEP = "is nested more than 64 levels deep"
HUGE = "is larger than 33,554,432 bytes; split it into several files"
SILENT = "says nothing of a procurement; write what is known of one below `tender`, or leave it out"
SECTIONS = "1:1: should hold sections such as `tender:` and `bids:`, or be an OCDS release"
NUMBER = "should be a number such as 2400000 or 12.5, found"
MB = 1024 * 1024


def timed(function, *words, **options):
    """Return what a run says, which must not hang: what these tests are for takes minutes, or never ends."""
    with ends():
        return function(*words, **options)


def refused(name, content):
    """Return the faults of a file that cannot be read, and make sure that nothing else happened."""
    put(name, content)
    before = files()
    ran = timed(check, name, "--format", "json")
    assert (ran.status, ran.err) == (2, "")
    [case] = ran.report["cases"]
    assert (case["id"], case["verdicts"]) == (name, [])
    assert files() == before
    assert "\n" not in "".join(case["faults"])
    return [one.removeprefix(f"{name}:") for one in case["faults"]]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

YAML = {
    "alias bomb": (BOMB, "1:4: defines the anchor &a; write the value out where it is needed"),
    "alias to itself": ("a: &a [*a]", "1:4: defines the anchor &a; write the value out where it is needed"),
    "alias to nothing": ("a: *a", "1:4: uses the alias *a; write the value out, so that every finding has one place"),
    "merge-key bomb": (
        "a: &a {b: c}\n" + "d: {<<: [*a, *a]}\n" * 9,
        "1:4: defines the anchor &a; write the value out where it is needed",
    ),
    "merge key": ("tender: {<<: {id: X}}", "1:10: uses the merge key <<; write the fields out"),
    "100,000 brackets": ("[" * 100_000, f"1:1001: {DEEP}"),
    "100,000 braces": ("{a: " * 100_000, f"1:261: {DEEP}"),
    "100,000 dashes": ("- " * 100_000, f"1:131: {DEEP}"),
    "3,000 steps to the right": ("\n".join(" " * n + "a:" for n in range(3000)), f"66:66: {DEEP}"),
    "a key twice": ("tender: {id: 1, id: 2}", "1:17: gives the key 'id' twice; the first is on line 1: keep one"),
    "a tag of Python": (
        "tender: !!python/object/apply:os.system [touch it-ran]",
        "1:9: uses the tag tag:yaml.org,2002:python/object/apply:os.system; remove it: the model knows what each field is",
    ),
    "a tag of its own": ("tender: !evil {}", "1:9: uses the tag !evil; remove it: the model knows what each field is"),
    "a tag by handle": (
        "%TAG ! tag:evil,2000:\n---\ntender: !x {}",
        "3:9: uses the tag tag:evil,2000:x; remove it: the model knows what each field is",
    ),
    "half a surrogate pair": (
        'tender: {title: "\\ud800"}',
        "1:20: is not valid YAML here: found invalid Unicode character escape code",
    ),
    "half a surrogate pair as bytes": (
        b"tender: {title: \xed\xa0\x80}",
        "1:17: is not UTF-8 text from here on; save the file as UTF-8",
    ),
    "no number": ("tender: {value: {amount: .nan}}", f'1:26: tender.value.amount: {NUMBER} ".nan"'),
    "infinity": ("tender: {value: {amount: Infinity}}", f'1:26: tender.value.amount: {NUMBER} "Infinity"'),
    "a huge exponent": ("tender: {value: {amount: 1e999999999}}", f'1:26: tender.value.amount: {NUMBER} "1e999999999"'),
    "5,000 digits": (f"tender: {{value: {{amount: {'9' * 5000}}}}}", f'1:26: tender.value.amount: {NUMBER} "{"9" * 60}"'),
    "5,000 digits of a year": (
        f"tender: {{published: {'9' * 5000}-01-01}}",
        f'1:21: tender.published: should be a date or time such as 2026-03-30 or 2026-03-30T12:00+01:00, found "{"9" * 60}"',
    ),
    "the year 1": (
        "tender: {published: 0001-01-01}",
        '1:21: tender.published: names a year before 1800 or after 2999: "0001-01-01"',
    ),
    "the last day": (
        "tender: {published: 9999-12-31}",
        '1:21: tender.published: names a year before 1800 or after 2999: "9999-12-31"',
    ),
    "a path for a zone": (
        "tender: {time_zone: ../../etc/passwd}",
        '1:21: tender.time_zone: should be an IANA time zone such as Europe/London, found "../../etc/passwd"',
    ),
    "a control character": (b"tender: {title: \x01}", "1:17: holds a control character that text may not hold; remove it"),
    "an escape character": (b"tender: {title: \x1b[31m}", "1:17: holds a control character that text may not hold; remove it"),
    "NUL": (b"tender: {title: a\x00b}", "1:18: holds a control character that text may not hold; remove it"),
    "UTF-16": ("tender: {title: x}".encode("utf-16"), "1:1: is not UTF-8 text from here on; save the file as UTF-8"),
    "Latin-1": ("tender:\n  title: caf\xe9".encode("latin-1"), "2:13: is not UTF-8 text from here on; save the file as UTF-8"),
    "a byte-order mark only": (b"\xef\xbb\xbf", EMPTY),
    "nothing": (b"", EMPTY),
    "white space only": (b" \n\t\r\n ", EMPTY),
    "comments only": (b"# a\n# b\n", "1:1: is empty; it holds nothing but comments"),
    "a document mark only": (b"---\n", SECTIONS),
    "empty braces": ("{}", f"1:1: {SILENT}"),
    "a section without anything": ("tender:", f"1:1: {SILENT}"),
    "a section with empty braces": ("tender: {}", f"1:1: {SILENT}"),
    "fields of one's own only": ("x_a: 1", f"1:1: {SILENT}"),
    "empty groups and lists": ("tender: {lots: [{}], value: {}}\nbids: []\nevaluation:", f"1:1: {SILENT}"),
    "what is complete, and nothing else": ("complete: [bids]", f"1:1: {SILENT}"),
    "two documents": ("tender: {}\n---\nbids: []", "2:1: holds a second document after `---`; put it in a file of its own"),
    "a list": ("- tender", SECTIONS),
    "a word": ("tender", SECTIONS),
    "null": ("null", SECTIONS),
    "a list for a key": ("? [a]\n: b", "1:3: has a list where a field name should stand; write one name"),
    "bare braces": (
        "tender: {title: {{ title }}}",
        '1:18: this placeholder needs quotes: write "{{ name }}", because YAML takes bare braces for a mapping',
    ),
    "cut off": ("tender: {title: [x", "2:1: is not valid YAML here: did not find expected ',' or ']'"),
    "tabs": ("tender:\n\ttitle: x", f"2:1: {TAB}"),
    "a tab behind spaces": ("tender:\n  title: x\n  \tid: y", f"3:3: {TAB}"),
    "a tab behind a dash": ("tender:\n  lots:\n    -\tid: 1", f"3:6: {TAB}"),
    "a tab before the first word": ("\ttender: {}", f"1:1: {TAB}"),
    "33 MB": (b"tender: {} #" + b"x" * (33 * MB), " " + HUGE),
    "a key of 1 MB": ("k" * MB + ": 1", f"1:{MB + 1}: has a field name of more than 1,024 characters, which YAML does not read; write a short one"),
}  # fmt: skip


@pytest.mark.parametrize("name", YAML)
def test_hostile_yaml_is_refused_in_one_line_with_its_place(name):
    content, fault = YAML[name]
    assert refused("tender.yaml", content) == [fault]


JSON = {
    "100,000 brackets": ("[" * 100_000, f"1:66: {DEEP}"),
    "100,000 braces": ('{"a":' * 100_000, f"1:326: {DEEP}"),
    "a closed tower": ("[" * 5000 + "]" * 5000, f"1:66: {DEEP}"),
    "a key twice": ('{"tender": {"id": 1, "id": 2}}', "1:22: gives the key 'id' twice; the first is on line 1: keep one"),
    "half a surrogate pair": (
        '{"tender": {"title": "\\ud800"}}',
        "1:22: holds half of a surrogate pair (\\ud800 to \\udfff); write the whole character",
    ),
    "no number": ('{"tender": {"value": {"amount": NaN}}}', "1:33: is not a JSON value: 'NaN'"),
    "minus infinity": ('{"tender": {"value": {"amount": -Infinity}}}', "1:33: is not a JSON value: '-Infinity'"),
    "a huge exponent": ('{"tender": {"value": {"amount": 1e999999999}}}', f'1:33: tender.value.amount: {NUMBER} "1e999999999"'),
    "5,000 digits": (
        f'{{"tender": {{"value": {{"amount": {"9" * 5000}}}}}}}',
        "1:33: is a number of 5000 characters; no amount is that long",
    ),
    "a control character": (b'{"tender": {"title": "a\x01"}}', "1:24: is not valid JSON text here: Invalid control character at"),
    "NUL": (b'{"tender": {"title": "a\x00b"}}', "1:24: is not valid JSON text here: Invalid control character at"),
    "a NUL file": (b"\x00" * 1000, "1:1: has '\\x00' where a JSON value should stand"),
    "UTF-16": ('{"tender": {}}'.encode("utf-16"), "1:1: is not UTF-8 text from here on; save the file as UTF-8"),
    "Latin-1": (
        '{"tender": {"title": "caf\xe9"}}'.encode("latin-1"),
        "1:26: is not UTF-8 text from here on; save the file as UTF-8",
    ),
    "a byte-order mark only": (b"\xef\xbb\xbf", EMPTY),
    "nothing": (b"", EMPTY),
    "white space only": (b" \n\t", EMPTY),
    "a comment": ("// none\n{}", "1:1: has '/' where a JSON value should stand"),
    "a trailing comma": (
        '{"tender": {},}',
        "1:15: expects a field name in double quotes: has '}' where a JSON value should stand",
    ),
    "single quotes": ("{'tender': {}}", "1:2: expects a field name in double quotes: has \"'\" where a JSON value should stand"),
    "cut off in a text": ('{"tender": {"title": "x', "1:22: is not valid JSON text here: Unterminated string starting at"),
    "cut off behind a name": ('{"tender": {"title": ', "1:22: ends in the middle; is the file cut off?"),
    "something behind the end": ('{"tender": {}} {}', "1:16: has something after the end of the JSON value; remove it"),
    "a list": ("[1]", SECTIONS),
    "a text": ('"tender"', SECTIONS),
    "null": ("null", SECTIONS),
    "empty braces": ("{}", f"1:1: {SILENT}"),
    "a section with empty braces": ('{"tender": {}}', f"1:2: {SILENT}"),
    "no releases": ('{"releases": []}', "1:1: is an OCDS package without a release; there is nothing to audit in it"),
    "a release of nothing": ('{"releases": [{"ocid": "ocds-1", "tender": {}}]}', f"1:24: {SILENT}"),
    "33 MB": (b'{"tender": {"title": "' + b"x" * (33 * MB) + b'"}}', " " + HUGE),
}  # fmt: skip


@pytest.mark.parametrize("name", JSON)
def test_hostile_json_is_refused_in_one_line_with_its_place(name):
    content, fault = JSON[name]
    assert refused("tender.json", content) == [fault]


@pytest.mark.parametrize(
    ("name", "content", "begins"),
    [
        ("tender.json", json.dumps({"k" * MB: 1}), "1:2: a case has no section `kkkkkk"),
        ("tender.json", json.dumps({"tender": {"k" * MB: 1}}), "1:13: tender has no field `kkkkkk"),
        ("tender.yaml", f'? "{"k" * MB}"\n: 1', "1:3: a case has no section `kkkkkk"),
        ("tender.json", json.dumps({"tender": {"k" * MB: 1}}) + "x", f"1:{MB + 20}: has something after the end"),
        ("tender.yaml", f"tender: {{status: {'x' * MB}}}", "1:18: tender.status: should be one of `template`, `draft`"),
        ("tender.yaml", f"tender: {{time_zone: {'x' * MB}}}", "1:21: tender.time_zone: should be an IANA time zone"),
        ("tender.yaml", f"tender: !{'x' * MB} {{}}", "1:9: "),
    ],
)
def test_a_megabyte_where_a_word_should_stand_is_not_repeated(name, content, begins):
    [fault] = refused(name, content)
    assert fault.startswith(begins)
    assert len(fault) < 500


def test_many_faults_are_counted_not_listed_without_end():
    found = refused("tender.yaml", "tender:\n" + "".join(f"  wrong{n}: 1\n" for n in range(20_000)))
    assert found[0] == "2:3: tender has no field `wrong0`; fields of your own start with `x_`"
    assert len(found) <= 1000


def faults(*words):
    ran = timed(check, *words, "--format", "json")
    assert (ran.status, ran.err) == (2, "")
    return [one for case in ran.report["cases"] for one in case["faults"]]


def test_what_is_no_file_is_refused():
    os.mkdir("tender.yaml")
    assert faults("tender.yaml") == ["tender.yaml: holds no case: no YAML or JSON file anywhere below it"]
    os.symlink("loop.yaml", "loop.yaml")
    assert faults("loop.yaml") == [
        "loop.yaml: does not exist; check the path, or the pattern that should have matched it"
    ]
    os.symlink("nowhere.yaml", "dangling.yaml")
    assert len(faults("dangling.yaml")) == 1
    write(t_yaml=GOOD)
    [fault] = faults("t.yaml", "--with", "tender.yaml")
    assert fault.startswith("tender.yaml: cannot be read: ")


NO_FILE = "cannot be read: it is a folder, a device or a pipe, not a file"


def never_ending(kind, name):
    """Make a pipe or a link to a device where a file should be."""
    if kind.startswith("a pipe"):
        os.mkfifo(name)
    else:
        os.symlink("/dev/zero", name)


def bounded(*words):
    """Run the command line in a process of its own with bounds: where a test fails, it would hang or fill the memory."""
    bound = "import resource; resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30)); "
    return subprocess.run(
        [sys.executable, "-c", bound + "from fairaudit.cli import main; main()", *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize(
    "words", [("check", "odd.yaml"), ("check", "t.yaml", "--with", "odd.yaml"), ("check", "folder")]
)
@pytest.mark.parametrize("odd", ["a pipe nobody writes to", "a device without end"])
def test_what_never_ends_is_not_waited_for(odd, words):
    write(t_yaml=GOOD)
    os.mkdir("folder")
    for name in ("odd.yaml", "folder/odd.yaml"):
        never_ending(odd, name)
    run = bounded(*words, "--format", "json")
    assert (run.returncode, run.stderr) == (2, "")
    found = [one for case in json.loads(run.stdout)["cases"] for one in case["faults"]]
    assert [one.split(": ", 1)[1] for one in found] == [NO_FILE]


@pytest.mark.parametrize(
    ("odd", "words"),
    [
        ("theirs/odd.yaml", ("check", "t.yaml", "--rules", "theirs")),
        ("theirs/odd.yaml", ("test", "theirs")),
        ("theirs/pack.yaml", ("rules", "--rules", "theirs")),
        ("all/theirs/pack.yaml", ("rules", "--rules", "all")),
        ("theirs/pack.yaml", ("test", "theirs/too-much.yaml")),
        ("r.json", ("check", "t.yaml", "--baseline", "r.json")),
        ("r.json", ("report", "r.json")),
    ],
)
@pytest.mark.parametrize("kind", ["a pipe nobody writes to", "a device without end"])
def test_rules_and_reports_that_never_end_are_not_waited_for(kind, odd, words):
    write(t_yaml=GOOD)
    put("theirs/too-much.yaml", TOO_MUCH)
    os.makedirs("all/theirs")
    never_ending(kind, odd)
    run = bounded(*words)
    assert (run.returncode, run.stdout, run.stderr) == (2, "", f"error: {odd}: {NO_FILE}\n")


def test_a_device_is_called_what_it_was_called():
    assert faults("/dev/zero") == ["/dev/zero: cannot be read: it is a folder, a device or a pipe, not a file"]


def test_a_file_that_may_not_be_read_is_refused(monkeypatch):
    import builtins

    put("secret.yaml", GOOD)
    opened = builtins.open

    def denied(path, *args, **options):
        if str(path).endswith("secret.yaml"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **options)

    # Not by its mode: the superuser reads everything.
    monkeypatch.setattr(builtins, "open", denied)
    assert faults("secret.yaml") == ["secret.yaml: cannot be read: Permission denied"]


@pytest.mark.parametrize(
    "name", ["x" * 300 + ".yaml", "x" * 5000, "x/" * 3000 + "t.yaml", "new\nline.yaml", "\x1b[31m.yaml", "b\udcff.yaml"]
)
def test_a_hostile_name_is_refused(name):
    [fault] = faults(name)
    assert len(fault) < 500
    assert re.search(r"[\x00-\x1f]", fault) is None
    assert (timed(check, name).status, timed(check, name, "-o", "a.html", "-o", "a.md").status) == (2, 2)


@pytest.mark.parametrize("name", ["x" * 5000, "\x1b[31m", "b\udcff", "new\nline"])
@pytest.mark.parametrize(
    "words",
    [
        ("--rules",),
        ("--config",),
        ("--baseline",),
        ("--with",),
        ("--law",),
        ("--select",),
        ("--stage",),
        ("-o",),
        ("--today",),
    ],
)
def test_a_hostile_word_after_any_option_is_refused_in_one_line(words, name):
    write(t_yaml=GOOD)
    ran = timed(check, "t.yaml", *words, name)
    assert ran.status == 2
    assert (len(ran.errors), files()) == (0 if words == ("--with",) else 1, ["t.yaml"])
    assert re.search(r"[\x00-\x09\x0b-\x1f]", ran.err) is None
    assert len(ran.err) < 1000


# What can be read, and must be harmless.

LURES = {
    "a script": "<script>alert(1)</script>",
    "an image": "\"><img src=x onerror=alert(1)>",
    "a table": "| a | b |\n|---|---|\n| c |",
    "a fence": "```\n# not a heading\n```",
    "a link": "[click](javascript:alert(1))",
    "a formula": '=cmd|"/c calc"!A1',
    "an escape": "\x1b[31mred\x1b[0m\x1b]0;title\x07",
    "bidi": "\u202egnp.exe\u2066\u200f",
    "a command": "::error file=x::gotcha%0A::warning::more",
    "a command that wraps": "A" * 78 + " ::error::gotcha " + "B" * 78 + " ::stop-commands::x",
    "a command of another server": "##[error]gotcha ##vso[task.setvariable variable=a]b ##teamcity[x]",
    "braces": "{of} {0} {x.__class__} %s %(a)s ${HOME} {{ 7*7 }} {% raw %}",
    "zero width": "a\u200bb\ufeffc\u00ad",
    "lines": "one\r\ntwo\u2028three\x85four",
    "a comment": "--> <!-- x --> */ fairaudit: accept[too-much] -- gotcha",
    "emoji": "👩‍⚖️ 🏳️‍🌈",
    "null": "null",
}  # fmt: skip
LURED = {
    "tender": {
        "id": "LURE", "title": "LURE", "value": {"amount": 2, "currency": "GBP"},
        "selection_criteria": [{"id": "LURE", "kind": "turnover", "minimum": 6, "currency": "GBP", "text": "LURE"}],
        "specification": [{"id": "LURE", "text": "Through Optilink. LURE"}],
        "market_engagement": [{"date": "2026-01-12", "participants": ["LURE"]}],
    },
    "parties": [{"id": "LURE", "name": "LURE"}],
    "people": [{"id": "e1", "name": "LURE", "roles": [{"role": "evaluator"}]}],
    "bids": [{"id": "LURE", "bidder": "LURE"}],
    "events": [{"kind": "x-LURE", "bidder": "LURE", "date": "2026-03-01"}],
    "complete": ["bids"],
}  # fmt: skip
HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
ALL = ("text", "markdown", "html", "json", "sarif", "github")


def lured(lure):
    """A case with a lure wherever a stranger may write."""
    return json.dumps(LURED).replace('"LURE"', json.dumps(lure)).replace("LURE", json.dumps(lure)[1:-1])


@pytest.mark.parametrize("format_", ALL)
@pytest.mark.parametrize("name", LURES)
def test_a_lure_is_harmless_in_every_format(name, format_):
    put("t.json", lured(LURES[name]))
    ran = timed(check, "t.json", "--format", format_, "--allow-ci-evaluation", "--for", "auditor")
    assert (ran.status, ran.err) == (1, "")
    out = ran.out
    if format_ in ("json", "sarif"):
        # These are read by programs, which take what is quoted as it is; what is shown to people is clean in them too.
        json.loads(out)
        assert re.search("[\x00-\x09\x0b-\x1f]", out) is None
        return
    assert HARMFUL.search(out) is None
    if format_ == "html":
        assert {
            one.lower() for one in re.findall(r"<(script|img|iframe|object|embed|link|base|form)\b", out, re.IGNORECASE)
        } == set()
        assert re.search(r"""(href|src)\s*=\s*["']?\s*(javascript|data):""", out, re.IGNORECASE) is None
        assert re.search(r"<[^>]*\son\w+\s*=", out) is None
    if format_ == "markdown":
        prose = re.sub(r"(?ms)^( *)(`{3,})[^\n]*\n.*?^\1\2$", "", out)
        assert re.search(r"(?<!\\)<(script|img)", prose) is None
        assert re.search(r"(?<!\\)\]\(javascript:", prose) is None
        assert out.count("\n| a | b |") == 0
    if format_ == "github":
        assert all(line.startswith(("::error", "::warning", "::notice")) for line in out.splitlines())
        assert len([line for line in out.splitlines() if line.startswith(("::error file=x", "::warning::more"))]) == 0
    if format_ == "text":
        assert all(not line.lstrip().startswith("::") and "##[" not in line for line in out.splitlines())


@pytest.mark.parametrize("name", LURES)
def test_a_lure_survives_being_rendered_again_and_redacted(name):
    put("t.json", lured(LURES[name]))
    assert timed(check, "t.json", "-o", "a.json", "-o", "a.html", "-o", "a.md", "-q", "--redact").status == 1
    assert timed(fairaudit, "report", "a.json", "-o", "b.html", "-o", "b.md").status == 0
    for one in ("html", "md"):
        assert open_bytes(f"a.{one}") == open_bytes(f"b.{one}")


def open_bytes(name):
    with open(name, "rb") as file:
        return file.read()


def test_an_acceptance_inside_a_text_settles_nothing():
    text = BAD.replace("kind: turnover,", "kind: turnover, text: '# fairaudit: accept[too-much] -- gotcha',")
    write(t_yaml=text)
    assert check("t.yaml").status == 1


@pytest.mark.parametrize(
    "content",
    [
        {"tender": {"title": "x" * (8 * MB)}},
        {"tender": {"id": "LONG-1", "x_own": {"y" * 1000: ["z" * 1000] * 1000}}},
        {
            "tender": {
                "specification": [{"id": str(n), "text": "Through OptiLink or equivalent. " * 4} for n in range(1500)]
            }
        },
        {"bids": [{"id": f"B{n}", "bidder": f"b{n}"} for n in range(1500)], "complete": ["bids"]},
        {
            "tender": {
                "lots": [{"id": f"L{n}"} for n in range(400)],
                "selection_criteria": [{"kind": "turnover", "minimum": 6} for _ in range(400)],
            }
        },
        {"tender": {"award_criteria": [{"id": f"Q{n}", "weight": 1, "type": "quality"} for n in range(1500)]}},
    ],
    ids=[
        "8 MB in a title",
        "1 MB of nobody's fields",
        "1,500 clauses",
        "1,500 bids",
        "400 lots by 400 criteria",
        "1,500 criteria",
    ],
)
def test_a_large_case_is_audited_in_seconds_by_every_shipped_rule(content):
    put("t.json", json.dumps(content))
    ran = timed(fairaudit, "check", "t.json", "--fail-on", "never", "--format", "json", "--today", "2026-03-05")
    assert (ran.status, ran.err) == (0, "")
    assert len(ran.out) < 32 * MB


# Rules, settings, baselines and reports come from strangers too.

STEP = "is not a step of a path; write a field name, `name[key=value]` or `name[**]`"
RULES = {
    "nothing": ("", EMPTY),
    "a list": ("[]", "1:1: should be a rule: a group of fields beginning with `id:`"),
    "a word": ("x", "1:1: should be a rule: a group of fields beginning with `id:`"),
    "brackets": ("[" * 100_000, f"1:1001: {DEEP}"),
    "alias bomb": (BOMB, "1:4: defines the anchor &a; write the value out where it is needed"),
    "NUL": ("\x00", "1:1: holds a control character that text may not hold; remove it"),
    "UTF-16": (TOO_MUCH.encode("utf-16"), "1:1: is not UTF-8 text from here on; save the file as UTF-8"),
    "33 MB": (b"#" * (33 * MB), " " + HUGE),
    "a tag": (
        TOO_MUCH.replace("Few have", "!!python/object/apply:os.system [touch it-ran] #"),
        "13:6: uses the tag tag:yaml.org,2002:python/object/apply:os.system; remove it: the model knows what each field is",
    ),
    "a check that is code": (
        TOO_MUCH.replace("check: ratio-at-most", "check: os.system"),
        "10:8: there is no check `os.system`; is the package that brings it installed?",
    ),
    "a path into Python": (
        TOO_MUCH.replace("given: tender.selection_criteria[kind=turnover]", "given: tender.__class__"),
        "8:8: `tender.__class__`: Tender has no field `__class__`",
    ),
    "a path without end": (
        TOO_MUCH.replace("given: tender.selection_criteria[kind=turnover]", "given: tender" + ".a" * 100_000),
        "8:8: a path has from 1 to 400 characters; this one has 200006",
    ),
    "a path of nothing": (
        TOO_MUCH.replace("needs: []", "needs: ['']"),
        "9:9: a path has from 1 to 400 characters; this one has 0",
    ),
    "brackets in a path": (TOO_MUCH.replace("of: minimum", "of: 'a[[[b'"), f"11:12: of: `a[[[b` {STEP}"),
    "a message that reaches": (
        TOO_MUCH.replace("{of} is {ratio}", "{of.__class__.__mro__} is {ratio}"),
        "12:10: `message` may hold only plain names in braces, such as {days}: no dots, brackets, colons or `!`",
    ),
    "5,000 digits": (
        TOO_MUCH.replace("at_most: 2", f"at_most: {'9' * 5000}"),
        f'11:45: `at_most` {NUMBER} "{"9" * 60}"',
    ),
    "no number": (TOO_MUCH.replace("at_most: 2", "at_most: nan"), f'11:45: `at_most` {NUMBER} "nan"'),
    "a condition without end": (
        TOO_MUCH.replace("why: Few", f"lawful_when: [{{if: {'(' * 5000}, note: x}}]\nwhy: Few"),
        "13:20: `if` is 5000 characters long, more than 2000",
    ),
    "a condition that is code": (
        MAYBE_A_BRAND.replace("check: mentions", "check: expression").replace(
            "{of: text, phrases: [Optilink]}", "{when: \"__import__('os').system('touch it-ran') == 0\"}"
        ).replace("{words}", "a brand"),
        "11:14: `when` is not a condition: at 1:11: undeclared reference to '__import__' (in container '')",
    ),
    "a pattern that looks ahead": (
        MAYBE_A_BRAND.replace("check: mentions", "check: matches").replace("phrases: [Optilink]", "pattern: '(?=a)'"),
        "11:27: `pattern` is not a regular expression of RE2: invalid perl operator: (?=",
    ),
    "a pattern without end": (
        MAYBE_A_BRAND.replace("check: mentions", "check: matches").replace(
            "phrases: [Optilink]", f"pattern: '{'a{1000}' * 1000}'"
        ),
        "11:27: `pattern` is not a regular expression of RE2: pattern too large - compile failed",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RULES)
def test_a_hostile_rule_is_refused_in_one_line_with_its_place(name):
    content, fault = RULES[name]
    write(t_yaml=BAD)
    text = content if isinstance(content, str) else ""
    file = "maybe-a-brand.yaml" if text.startswith("id: maybe-a-brand") else "too-much.yaml"
    put(f"theirs/{file}", content)
    for words in (
        ("check", "t.yaml", "-o", "a.json", "--rules", "theirs"),
        ("test", "theirs"),
        ("rules", "--rules", "theirs"),
    ):
        ran = timed(fairaudit, *words)
        assert (ran.status, ran.out) == (2, "")
        assert ran.errors == [f"error: theirs/{file}:{fault}"]
    assert files() == ["t.yaml", f"theirs/{file}"]


def test_what_is_no_rule_file_is_refused():
    write(t_yaml=BAD)
    os.makedirs("theirs/folder.yaml")
    os.symlink("loop.yaml", "theirs/loop.yaml")
    ran = timed(fairaudit, "check", "t.yaml", "--rules", "theirs")
    assert (ran.status, ran.errors) == (
        2,
        [
            f"error: theirs/folder.yaml: {NO_FILE}",
            "error: theirs/loop.yaml: cannot be read: Too many levels of symbolic links",
        ],
    )


EXTENDS = f"`extends` should be one of the packs {PACKS}"
NO_NAME = "names a pack by its folder; rename it: a name is of letters, digits, `-`, `_` and `.`, at most 100"
TAKEN = "that is what comes with the program; rename it"


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("e<b>vil", NO_NAME),
        ("a b", NO_NAME),
        ("-x", NO_NAME),
        ("a" * 101, NO_NAME),
        ("fairaudit", f"cannot be called `fairaudit`: {TAKEN}"),
        ("FairAudit", f"cannot be called `FairAudit`: {TAKEN}"),
    ],
)
def test_a_pack_whose_name_cannot_be_used_is_refused(name, fault):
    write(t_yaml=BAD)
    put(f"all/{name}/too-much.yaml", TOO_MUCH)
    put(f"all/{name}/pack.yaml", "title: x")
    for rules in ("all", f"all/{name}"):
        for words in (("check", "t.yaml", "--rules", rules), ("rules", "--rules", rules), ("test", rules)):
            ran = timed(fairaudit, *words)
            assert (ran.status, ran.out, ran.errors) == (2, "", [f"error: all/{name}: {fault}"])
    ran = timed(fairaudit, "test", f"all/{name}/too-much.yaml")
    assert (ran.status, ran.out, ran.errors) == (2, "", [f"error: all/{name}: {fault}"])


@pytest.mark.parametrize("name", ["mine", "Our_rules-2.1", "prüfung"])
def test_a_pack_with_a_plain_name_is_taken_from_within_its_folder_too(name, monkeypatch):
    put(f"{name}/too-much.yaml", TOO_MUCH)
    monkeypatch.chdir(name)
    ran = fairaudit("rules", "--rules", ".", "--select", name)
    assert (ran.status, ran.err, f"{name}/too-much" in ran.out) == (0, "", True)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", EMPTY),
        ("[]", "1:1: should be a group of fields beginning with `title:`"),
        (
            "nope: 1",
            "1:1: a pack has no field `nope`; it has title, about, applies, jurisdiction, from, until, extends, "
            "requires, short, changes_from, call_offs, citing, principle, principle_of",
        ),
        ("applies: sometimes", "1:10: `applies` should be one of always, law, evaluation, scenario"),
        ("extends: ../../../../etc", f"1:10: {EXTENDS}"),
        ("extends: theirs", f"1:10: {EXTENDS}"),
        ("extends: [core]", f"1:1: {EXTENDS}"),
        ("title: &a x", "1:8: defines the anchor &a; write the value out where it is needed"),
    ],
)
def test_a_hostile_pack_is_refused(text, fault):
    put("theirs/pack.yaml", text)
    put("theirs/too-much.yaml", TOO_MUCH)
    ran = timed(fairaudit, "rules", "--rules", "theirs")
    assert (ran.status, ran.out, ran.errors) == (2, "", [f"error: theirs/pack.yaml:{fault}"])


SETTINGS = {
    "nothing": ("", EMPTY),
    "brackets": ("[" * 100_000, f"1:1001: {DEEP}"),
    "alias bomb": (BOMB, "1:4: defines the anchor &a; write the value out where it is needed"),
    "a tag": (
        "rules: !!python/name:os.system",
        "1:8: uses the tag tag:yaml.org,2002:python/name:os.system; remove it: the model knows what each field is",
    ),
    "NUL": ("\x00", "1:1: holds a control character that text may not hold; remove it"),
    "no text": (b"\xff\xfe", "1:1: is not UTF-8 text from here on; save the file as UTF-8"),
    "a key twice": ("fail_on: high\nfail_on: never", "2:1: gives the key 'fail_on' twice; the first is on line 1: keep one"),
    "33 MB": (b"#" * (33 * MB), " " + HUGE),
    "a colour": ('rules: {"\\e[31mred": off}', "1:1: there is no rule, pack or family ` [31mred`; `fairaudit rules` lists them"),
    "a list of severities": (
        "rules: {too-much: {severity: [a]}}",
        "1:9: should be `off`, a severity, or {severity: …, with: {option: value}}",
    ),
    "a group of severities": (
        "rules: {too-much: {severity: {a: b}}}",
        "1:9: should be `off`, a severity, or {severity: …, with: {option: value}}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SETTINGS)
def test_hostile_settings_are_refused_in_one_line_with_their_place(name):
    content, fault = SETTINGS[name]
    write(t_yaml=BAD)
    put("fairaudit.yaml", content)
    ran = timed(check, "t.yaml", "-o", "a.json")
    assert (ran.status, ran.out, ran.errors) == (2, "", [f"error: fairaudit.yaml:{fault}"])
    assert files() == ["fairaudit.yaml", "t.yaml"]


NO_REPORT = "is no report of fairaudit, it has no version; write it with `fairaudit check CASE -o AUDIT.json`"
NOT_JSON = "is no report of fairaudit: a report is JSON; write it with `fairaudit check CASE -o AUDIT.json`"
REPORTS = {
    "nothing": ("", EMPTY),
    "an empty group": ("{}", f"1:1: {NO_REPORT}"),
    "a list": ("[]", f"1:1: {NO_REPORT}"),
    "null": ("null", f"1:1: {NO_REPORT}"),
    "a word": ("x", f"1:1: {NOT_JSON}"),
    "a tender in YAML": ("\n # a comment\ntender: {id: x}\n", f"2:2: {NOT_JSON}"),
    "100,000 brackets": ("[" * 100_000, f"1:66: {DEEP}"),
    "100,000 braces": ('{"a":' * 100_000, f"1:326: {DEEP}"),
    "5,000 digits": (f'{{"version": {"9" * 5000}}}', "1:13: is a number of 5000 characters; no amount is that long"),
    "no number": ('{"version": NaN}', "1:13: is not a JSON value: 'NaN'"),
    "a key twice": ('{"version": 1, "version": 1}', "1:16: gives the key 'version' twice; the first is on line 1: keep one"),
    "NUL": ("\x00", f"1:1: {NOT_JSON}"),
    "UTF-16": ("{}".encode("utf-16"), "1:1: is not UTF-8 text from here on; save the file as UTF-8"),
    "33 MB": (b'"' + b"x" * (33 * MB), " " + HUGE),
    "tomorrow's": (
        '{"version": 2}',
        "1:13: is a report of version 2; this fairaudit reads version 1: use the fairaudit that wrote it",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REPORTS)
def test_a_hostile_report_is_refused_in_one_line_with_its_place(name):
    content, fault = REPORTS[name]
    write(t_yaml=BAD)
    put("r.json", content)
    for words in (("report", "r.json", "-o", "a.html"), ("check", "t.yaml", "--baseline", "r.json", "-o", "a.html")):
        ran = timed(fairaudit, *words)
        assert (ran.status, ran.out, ran.errors) == (2, "", [f"error: r.json:{fault}"])
    assert files() == ["r.json", "t.yaml"]


def changed(value, path, new):
    """A copy of a report with one value changed."""
    copy = deepcopy(value)
    at = copy
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = new
    return copy


def paths(value, path=()):
    """Yield the path of everything in a JSON value."""
    for key, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield (*path, key)
        yield from paths(one, (*path, key))


ODD = (None, "", "zzz", -1, 10**30, True, [], {}, 1.5, "\ud800", "0001-01-01", [[10**20, -1]], "<script>", "\x1b[31m")


def test_a_report_changed_by_hand_anywhere_is_refused_or_rendered_and_never_breaks():
    write(t_yaml=BAD + "bids: [{id: B1, received: 2026-03-01T09:00Z}]\ncomplete: [bids]\n")
    good = check("t.yaml", "--format", "json").report
    places = [one for index, one in enumerate(paths(good)) if index % 3 == 0 or "findings" in one]
    for index, path in enumerate(places):
        put("r.json", json.dumps(changed(good, path, ODD[index % len(ODD)])))
        ran = timed(
            fairaudit,
            "report",
            "r.json",
            "-o",
            "a.html",
            "-o",
            "a.md",
            "-o",
            "a.sarif",
            "-o",
            "a.txt",
            "--allow-ci-evaluation",
        )
        assert ran.status in (0, 2), path
        assert len(ran.errors) == (1 if ran.status else 0), path
        assert "Traceback" not in ran.err


# Whatever else: random bytes, and a good tender spoilt at random.

FUZZ = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
"""The same inputs every time, so that a failure is one for everybody; a longer hunt changes `max_examples`."""
WHOLE = (
    BAD
    + "bids: [{id: B1, bidder: b, lot: '1', received: 2026-03-01T09:00Z, value: {amount: 2, currency: GBP}}]\n"
    + "parties: [{id: b, name: B, roles: [tenderer]}]\n"
    + "people: [{id: e, name: E. Invented, roles: [{role: evaluator, start_date: 2026-01-01}]}]\n"
    + "complete: [bids] # fairaudit: accept[too-much] until 2026-12-31 by A. -- reason\n"
)


def never_breaks(name, raw):
    put(name, raw)
    own_rules()
    words = (
        "--rules",
        "mine",
        "--fail-on",
        "info",
        "--today",
        "2026-03-05",
        "-o",
        "a.json",
        "-o",
        "a.html",
        "-o",
        "a.md",
    )
    ran = fairaudit("check", name, *words)
    assert ran.status in (0, 1, 2)
    assert ran.err == ""
    assert "Traceback" not in ran.out


@FUZZ
@given(raw=st.binary(max_size=200), name=st.sampled_from(["t.yaml", "t.json", "t"]))
def test_random_bytes_never_break_it(raw, name):
    never_breaks(name, raw)


@FUZZ
@given(
    spoils=st.lists(
        st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 12), st.binary(max_size=6)), min_size=1, max_size=4
    )
)
def test_a_good_tender_spoilt_at_random_never_breaks_it(spoils):
    raw = WHOLE.encode()
    for at, cut, bytes_ in spoils:
        raw = raw[:at] + bytes_ + raw[at + cut :]
    never_breaks("t.yaml", raw)


WORDS = st.sampled_from(
    ["", "1", "-1", "0", "1.5", "9" * 30, "2026-03-01", "2026-03-29T01:30", "GBP", "all", "none", "b", "B1", "turnover", "price",
     "{{x}}", "\u202e", "x" * 300, "yes", "evaluator", "e", "1 or 2", "P1Y"]
)  # fmt: skip
KEYS = st.sampled_from(
    ["id", "title", "value", "amount", "currency", "kind", "minimum", "text", "weight", "children", "lots", "scale", "bidder",
     "party", "person", "roles", "role", "start_date", "end_date", "date", "received", "deadline", "status", "score", "scores",
     "evaluator", "criterion", "bid", "formula", "name", "people", "interests", "recipients", "changes", "law", "type"]
)  # fmt: skip
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)
SECTION_NAMES = (
    "tender", "parties", "people", "declarations", "enquiries", "bids", "events", "evaluation", "awards", "complete",
)  # fmt: skip


@FUZZ
@given(case=st.dictionaries(st.sampled_from(SECTION_NAMES), VALUES, max_size=4))
def test_values_in_the_wrong_places_never_break_it(case):
    never_breaks("t.json", json.dumps(case).encode())


@FUZZ
@given(data=st.data())
def test_a_whole_tender_with_wrong_values_never_breaks_it(data):
    case = json.loads(lured("x"))
    for _ in range(data.draw(st.integers(1, 4))):
        every = list(paths(case))
        case = changed(case, data.draw(st.sampled_from(every)), data.draw(VALUES))
    never_breaks("t.json", json.dumps(case).encode())
