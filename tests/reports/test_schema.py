"""The schema for editors accepts what the reader accepts, and refuses what it refuses."""

import json
import re
from pathlib import Path

import pytest

from fairaudit.procurement.model.scalars import is_placeholder
from fairaudit.reports.schema import case_schema
from fairaudit.sources.files import read_bytes
from tests.procurement.test_every_field import WHOLE

SCHEMA = json.loads(case_schema())


def accepts(value, schema=SCHEMA):
    """Whether a value of texts, lists and groups fits; only the words our schema uses, null being a field not given."""
    if "$ref" in schema:
        return accepts(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]])
    if "anyOf" in schema:
        return any(accepts(value, one) for one in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        return value in schema.get("enum", [schema.get("const")])
    if value is None:
        return True
    kind = {dict: "object", list: "array", str: "string"}[type(value)]
    if kind not in schema.get("type", kind):
        return False
    if isinstance(value, dict):
        return all(accepts(one, within(schema, key)) for key, one in value.items())
    if isinstance(value, list):
        return all(accepts(one, schema.get("items", {})) for one in value)
    return re.search(schema.get("pattern", ""), value) is not None


def within(schema, key):
    if key in schema.get("properties", {}):
        return schema["properties"][key]
    if any(re.search(one, key) for one in schema.get("patternProperties", {})):
        return {}
    rest = schema.get("additionalProperties", {})
    return {"enum": []} if rest is False else rest


def read(text):
    return read_bytes(text.encode(), "tender.yaml")[0].value


def test_a_case_that_gives_every_field_fits():
    value = read(WHOLE)
    assert [key for key, one in value.items() if not accepts(one, SCHEMA["properties"][key])] == []


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("tender: {award_criteria: [{scored: true}, {pass_fail: true}, {information: true}]}", True),
        ("tender: {award_criteria: [{marked: true}]}", False),
        ("tender: {key_criteria: [quality], permissions: [Consent], terms: {insurance: 5000000}}", True),
        ("tender: {terms: {insurance: [{amount: 5000000, currency: GBP}]}}", True),
        ("tender: {lots: ['1']}", False),
        ("declarations: [{mitigation: Scores nothing}, {mitigation: {actions: [Scores nothing]}}]", True),
        ("tender: {status: open}", False),
    ],
)
def test_the_schema_knows_the_spellings(text, fits):
    assert accepts(read(text)) is fits


EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("name", sorted(str(one.relative_to(EXAMPLES)) for one in EXAMPLES.rglob("*.yaml")))
def test_every_example_fits_template_and_all(name):
    value = read((EXAMPLES / name).read_text(encoding="utf-8"))
    assert [key for key, one in value.items() if not accepts(one, SCHEMA["properties"][key])] == []


@pytest.mark.parametrize("gap", ["{{ value }}", "<date>", "[insert name]", "TBC", "tbd", "To be confirmed", " {{x}} "])
@pytest.mark.parametrize("field", ["published", "value", "status", "lots", "tender_period", "time_zone", "title"])
def test_a_gap_may_stand_anywhere(gap, field):
    assert is_placeholder(gap)
    assert accepts({field: gap}, SCHEMA["properties"]["tender"])


@pytest.mark.parametrize("text", ["soon", "{{", "[see annex]", "tbcx", "<>"])
def test_other_words_are_no_gap(text):
    assert not is_placeholder(text)
    assert not accepts({"status": text}, SCHEMA["properties"]["tender"])


def test_tables_may_stand_in_the_place_of_scores():
    page = (Path(__file__).parents[2] / "docs" / "tables.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert [accepts(read(one)) for one in examples] == [True, True]
    table = "{file: s.xlsx, sheet: S, evaluators: {S: e1}, layout: matrix}"
    assert accepts(read(f"evaluation: {{individual: [{table}, {table}], consensus: {table}, tables: {table}}}"))
    assert not accepts(read("evaluation: {individual: {file: s.csv, layout: sideways}}"))
    assert not accepts(read("evaluation: {totals: {file: s.csv}}"))
