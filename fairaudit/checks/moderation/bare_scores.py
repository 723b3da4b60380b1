"""The check on scores beside which nothing, or hardly a word, is written."""

from collections import Counter
from collections.abc import Iterator, Mapping

from fairaudit.checks.base import Found, Hit, Many, Unassessed, check
from fairaudit.checks.moderation.cells import PANEL, in_cells, in_short, pointing_to, qualities, scorer_of
from fairaudit.checks.moderation.comments import comments_of, unread_comments
from fairaudit.checks.scoring.evaluation_records import no_scores, recorded_scores
from fairaudit.checks.scoring.sheets.doubted_labels import doubt_of
from fairaudit.checks.scoring.sheets.labels_in_place import stands_for
from fairaudit.frozen import Frozen
from fairaudit.procurement.case import Case
from fairaudit.procurement.model.evaluation import Evaluation, Score
from fairaudit.procurement.model.node import Node, text_of
from fairaudit.procurement.wanted import in_list
from fairaudit.sources.document import Path

_LEAST = 6
"""From how many scores of others it can be seen that this panel comments on its scores. Heuristic."""
_OF_TEN = 9
"""How many of ten scores of others have comments where a panel comments on its scores. Heuristic."""


class Wordless(Frozen):
    """Who left how many of how many scores with fewer than so many words, and which.

    `besides` says, as an addition, how many more have none and are not counted, since the panel gave a reason for them, or since
    they are agreed scores beside which nothing at all is written.
    """

    who: str
    number: int
    scored: int
    words_wanted: int
    which_scores: tuple[str, ...] | Many
    besides: str = ""


class _Sheet(Frozen):
    """The scores for quality of one person, or of the panel, and which of them are left without words."""

    name: str
    evaluator: str | None
    scores: tuple[Score, ...]
    bare: tuple[Score, ...]


@check
def scores_have_comments(node: Node[Evaluation], case: Case, *, at_least: int = 3) -> Found[Wordless]:
    """Name who left scores for quality without a comment of `at_least` words, where no agreed score gives a reason either.

    Scores without any comment count only where the record says that it is complete; agreed ones are another rule's business,
    and where there are no others the record has no comments to look at.
    Where no member commented on anything it is said once. Where all others commented on nearly all of their scores, whoever did
    not is asked about, whatever was agreed later. Figures that may be no scores are left alone.
    """
    if nothing := no_scores(node):
        yield nothing
        return
    said: dict[Path, int] = {}
    for one in comments_of(case):
        said[one.score.path] = said.get(one.score.path, 0) + len(one.words)
    yield from _of_doubted_labels(node, case)
    sheets = _sheets(node, case, said, at_least)
    # What the panel agreed with reasons needs no words of each of its members.
    agreed = {_cell(case, one) for one in node.value.consensus or () if said.get(one.path, 0) >= at_least}
    unread = unread_comments(case, "individual")
    if unread:
        yield unread
    sure = case.holds_all("evaluation.individual") and not unread
    yield from _of_agreed_scores_alone(node, case, sheets)
    for sheet in sheets:
        bare = [one for one in sheet.bare if _cell(case, one) not in agreed]
        short = [one for one in bare if said.get(one.path)]
        single = sheet.name == "individual"
        kept = bare if single and sure else short
        if not kept and single and sheet.bare and not unread and _others_comment(sheets, sheet):
            yield _wordless(case, sheet, list(sheet.bare), at_least, confidence="possible")
            continue
        if kept:
            found = _wordless(case, sheet, kept, at_least, confidence=None)
            reasoned = len(sheet.bare if sure else [one for one in sheet.bare if said.get(one.path)]) - len(kept)
            besides = _besides(reasoned) if single else _silent(len(bare) - len(kept))
            yield found._replace(facts=found.facts._replace(besides=besides))
        if single and not unread and len(kept) < len(bare):
            field = f"{text_of(next(one for one in bare if not said.get(one.path)).path)}.comment"
            yield Unassessed(node, f"{field} is not given, and `complete` does not name evaluation", (field,))


def _of_doubted_labels(node: Node[Evaluation], case: Case) -> Iterator[Unassessed]:
    """Say that nobody can tell whether figures beside the scores are scores, which would need words."""
    for label in case.once(_doubted):
        yield Unassessed(
            node, f"whether {label} is a criterion is not known", (f"tender.award_criteria (criterion {label})",)
        )


def _doubted(case: Case) -> tuple[str, ...]:
    """Return the labels of scores of which nobody can tell whether they are criteria: figures beside scores need no words."""
    labels = dict.fromkeys(score.criterion for _, score in recorded_scores(case.evaluation))
    return tuple(one for one in labels if one and doubt_of(case, one))


def _of_agreed_scores_alone(node: Node[Evaluation], case: Case, sheets: list[_Sheet]) -> Iterator[Unassessed]:
    """Say of agreed scores without words, of bids and criteria that no member's score is recorded for, that they are bare.

    Whether a panel gave reasons is judged of its agreed scores by themselves; a record that holds no others has no comments.
    """
    single = {_cell(case, one) for sheet in sheets if sheet.name == "individual" for one in sheet.scores}
    bare = [
        one for sheet in sheets if sheet.name != "individual" for one in sheet.bare if _cell(case, one) not in single
    ]
    said = {one.score.path for one in comments_of(case)}
    if bare := [one for one in bare if one.path not in said]:
        number = f"{len(bare)} of the agreed scores have" if len(bare) > 1 else "1 of the agreed scores has"
        reason = f"{number} neither a comment nor a reason, and no scores of members are recorded for the same bids and criteria"
        yield Unassessed(
            node, reason, (in_list(case, "evaluation.individual", f"criterion {bare[0].criterion}, bid {bare[0].bid}"),)
        )


def _besides(number: int) -> str:
    more = "1 more has" if number == 1 else f"{number} more have"
    return f", or a reason of the panel ({more} only the latter)" if number else ""


def _silent(number: int) -> str:
    """Say of how many agreed scores more nothing is written at all, which another rule judges."""
    return f", besides {number} more that {'has' if number == 1 else 'have'} none at all" if number else ""


def _cell(case: Case, score: Score) -> tuple[str | None, str | None]:
    """Return the bid and the criterion of a score: of a label in place of a published criterion that one."""
    return score.bid, case.once(_meant)[score.criterion]


def _meant(case: Case) -> dict[str | None, str | None]:
    """Return by the label of a score which criterion it is of."""
    labels = dict.fromkeys(score.criterion for _, score in recorded_scores(case.evaluation))
    meant = {label: stands_for(case, label) if label else None for label in labels}
    return {label: one.criterion.id if one else label for label, one in meant.items()}


def _sheets(node: Node[Evaluation], case: Case, said: Mapping[Path, int], at_least: int) -> list[_Sheet]:
    nobody = not any(said.get(one.path) for one in node.value.individual or ())
    given: dict[tuple[str, str | None], list[Score]] = {}
    quality, doubted = case.once(qualities), frozenset(case.once(_doubted))
    for name, score in recorded_scores(node.value):
        # What may be no score, as in a row of ranks, needs no words.
        if score.score is not None and quality[score.criterion] and score.criterion not in doubted:
            who = score.evaluator if name == "individual" and not nobody else None
            given.setdefault((name, who), []).append(score)
    return [
        _Sheet(name, who, tuple(scores), tuple(one for one in scores if said.get(one.path, 0) < at_least))
        for (name, who), scores in given.items()
    ]


def _others_comment(sheets: list[_Sheet], sheet: _Sheet) -> bool:
    """Whether two others or more of the panel commented on nearly all of their scores."""
    others = [one for one in sheets if one.name == sheet.name and one.evaluator != sheet.evaluator]
    number, bare = sum(len(one.scores) for one in others), sum(len(one.bare) for one in others)
    return len(others) > 1 and number >= _LEAST and 10 * (number - bare) >= _OF_TEN * number


def _wordless(case: Case, sheet: _Sheet, kept: list[Score], at_least: int, confidence: str | None) -> Hit[Wordless]:
    together = sheet.evaluator is None and kept[0].evaluator is not None
    own = scorer_of(case, kept[0])
    facts = Wordless(
        "The members of the panel" if together else "The panel" if own == PANEL else own,
        len(kept),
        len(sheet.scores),
        at_least,
        ("no comments are recorded",) if together and len(kept) == len(sheet.scores) else _told(kept),
    )
    key = "|".join(one for one in (sheet.name, sheet.evaluator) if one)
    return Hit(kept[0].node, facts, pointing_to(kept, "no comment"), confidence, key)


def _told(scores: list[Score]) -> tuple[str, ...] | Many:
    """Return for what scores are, in words, each once, with how many there are where it is not one; of very many the first."""
    told = [one if number == 1 else f"{one} ({number} scores)" for one, number in Counter(in_cells(scores)).items()]
    return in_short(tuple(told))
