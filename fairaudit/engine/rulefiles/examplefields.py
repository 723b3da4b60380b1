"""What the examples of a rule file have to hold: cases under the outcome they lead to, each with what proves that."""

from collections.abc import Iterator, Mapping

from fairaudit.sources.document import Path, Value

_OUTCOMES = ("flagged", "review", "passed", "not-assessed", "not-applicable")
_PROOF = {
    "flagged": "finds", "review": "finds", "not-assessed": "missing", "not-applicable": "reason", "passed": None,
}  # fmt: skip


def example_faults(data: Mapping[str, Value]) -> Iterator[tuple[Path, str]]:
    """Yield what is wrong with the examples of a rule, each with its place in the file."""
    groups = data.get("examples")
    if not isinstance(groups, dict):
        yield ("examples",), "`examples` should hold `flagged:` (or `review:`) and `passed:`, each a list of cases"
        return
    for outcome, items in groups.items():
        if outcome not in _OUTCOMES or not isinstance(items, list):
            message = f"`{outcome}` should be one of {', '.join(_OUTCOMES)}, with a list of cases"
            yield ("examples", outcome), message
            continue
        for index, item in enumerate(items):
            yield from _of_one(outcome, item, ("examples", outcome, index))
    shown = {outcome for outcome, items in groups.items() if items}
    # A rule that only measures finds nothing; its sentences show what it says.
    hits = shown & {"flagged", "review"} or data.get("measured")
    if not hits or "passed" not in shown:
        yield ("examples",), "a rule needs at least one example that is flagged (or for review) and one that passed"


def _of_one(outcome: str, item: Value, place: Path) -> Iterator[tuple[Path, str]]:
    proof = _PROOF[outcome]
    if not isinstance(item, dict) or not isinstance(item.get("case"), dict):
        yield place, "an example should be {case: …, finds | missing | reason: …}"
        return
    if unknown := set(item) - {"case", "finds", "missing", "reason", "today", "measures"}:
        yield place, f"an example has no field `{sorted(unknown)[0]}`"
    if proof and proof not in item:
        yield place, f"an example that is {outcome} should say `{proof}:`"
