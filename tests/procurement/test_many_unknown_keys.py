"""A file of nothing but unknown names: what may be meant is looked for a thousand times and no more."""

from fairaudit.procurement.shaping.reading import MOST_HINTS, shape_document
from fairaudit.sources.document import Document


def test_likely_names_are_looked_for_a_limited_number_of_times():
    values = {f"titel{at}": "x" for at in range(MOST_HINTS + 10)}
    shaped = shape_document(Document("case.json", "", "", {"tender": values}, {(): (1, 1, 1, 1)}))
    said = ["did you mean" in one.message for one in shaped.faults]
    assert said == [True] * MOST_HINTS + [False] * 10
