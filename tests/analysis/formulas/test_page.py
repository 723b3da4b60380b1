"""The page of formulas says of every formula and low-price test in the code what the code says, and of no other."""

from pathlib import Path

from fairaudit.analysis.formulas.named import EVERY
from fairaudit.analysis.lowprices import TESTS

PAGE = Path(__file__).parents[3] / "docs" / "formulas.md"
QUALITY = {"share": "shares", "points": "points"}
PARTS = {"Price points": True, "Price and quality together": False}


def entry(formula):
    how = "" if formula.price_only else f"; the {formula.best} wins; Q in {QUALITY[formula.quality]}"
    yield f"### {formula.id} `{formula.name}`: {formula.title}"
    yield ""
    yield f"- **Figure:** {formula.expression}{how}"
    yield f"- **Family:** {formula.family}, {'independent' if formula.independent else 'not independent'}"
    for one in formula.parameters:
        # Of forty places two stand for all.
        if one.name.removeprefix("place_") in map(str, range(3, 41)):
            continue
        tail = f" (else {one.default})" if one.default is not None else " (may be left out)" if one.optional else ""
        yield f"- **Parameter** `{one.name}`: {one.meaning}{tail}"
    for one in formula.figures:
        yield f"- **Figure of every bid** `{one.name}`: {one.meaning}"
    if formula.aliases:
        yield "- **Also called** " + ", ".join(f"`{one}`" for one in formula.aliases)
    yield f"- **Known defect:** {formula.defect}"
    yield f"- **Source:** {formula.source}"


def test_the_page_lists_exactly_the_formulas():
    told = PAGE.read_text(encoding="utf-8")
    expected = []
    for title, price_only in PARTS.items():
        expected.append(f"## {title}")
        expected += ["\n".join(entry(one)) for one in EVERY if one.price_only is price_only]
    expected.append("## Tests for abnormally low prices")
    expected.append(
        "A tender names the one by which it asks about a price under `tender.low_price_test`; the others inform. "
        "Of Spain's article 85 it\nmay name the whole, `spain-article-85`: the paragraph for as many bids as came in then counts. "
        "A line of its own stands there\nin words: `more than 20 % below the mean`, `30 % or more below the estimate`, "
        "`at least 25 % below the median`."
    )
    expected.append("\n".join(f"- `{one.name}` ({one.kind}): {one.words}. Source: {one.source}" for one in TESTS))
    assert told[told.index("## Price points") :] == "\n\n".join(expected) + "\n"


def test_every_formula_of_the_specification_is_there_once():
    ids = [f"R{one}" for one in range(1, 15)] + [f"A{one}" for one in range(1, 10)]
    assert sorted(one.id for one in EVERY) == sorted([*ids, "R3b"])
    names = [name for one in EVERY for name in (one.name, *one.aliases)]
    assert len(set(names)) == len(names)


def test_families_are_those_of_the_specification():
    assert {one.id for one in EVERY if one.family == "absolute"} == {"R12", *(f"A{one}" for one in range(1, 10))}
    assert {one.id for one in EVERY if one.independent} == {"R9", "R12", *(f"A{one}" for one in range(1, 10))}
    assert {one.id for one in EVERY if one.best == "lowest"} == {"A3", "A4", "A5", "A6", "A7"}
