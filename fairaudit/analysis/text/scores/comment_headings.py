"""Whether the heading of a column says that it holds comments on scores: `Comments`, `Remarks`, `Begründung`."""

from fairaudit.analysis.latepattern import late_pattern

_WORDS = (
    r"(?:comments?|remarks?|justifications?|rationales?|reasons?|reasoning|feedback|observations?"
    r"|kommentare?|bemerkung(?:en)?|begründung(?:en)?|commentaires?|observaciones|commenti|motivazioni?|toelichting)"
)
_ALONE = late_pattern(rf"\s*{_WORDS}\s*[.:]?\s*")
_SOMEWHERE = late_pattern(rf"\b{_WORDS}\b")


def heads_comments(text: str) -> bool:
    """Whether a heading says nothing but that comments stand below it."""
    return _ALONE.fullmatch(text.casefold()) is not None


def speaks_of_comments(text: str) -> bool:
    """Whether a heading speaks of comments, so that some may stand below it: `Comments (Aspen Ltd)`."""
    return _SOMEWHERE.search(text.casefold()) is not None
