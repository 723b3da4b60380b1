"""What a reader hands over: values with their places, and what could not be read."""

from collections.abc import Mapping
from types import MappingProxyType

from fairaudit.frozen import Frozen

Path = tuple[str | int, ...]
"""A model path: `("tender", "lots", 0, "value")`."""

Value = str | None | list["Value"] | dict[str, "Value"]
"""Scalars are text as written, `None` is null; nothing is guessed before the model reads it."""

Span = tuple[int, int, int, int]
"""Line, column, end line, end column: from 1, in code points, end exclusive. Plain tuples keep the collector idle."""

NOWHERE: Span = (1, 1, 1, 1)


class Fault(Frozen):
    """One thing wrong with an input: where it stands and what to write instead."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        if not self.line:
            return f"{self.file}: {self.message}"
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class Digest(Frozen):
    """A file whose bytes were read, whether they were understood or not."""

    file: str
    sha256: str


class FairauditError(Exception):
    """Input, rules or usage that cannot be worked with; carries every fault found, not the first."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
        self.inputs: tuple[Digest, ...] = ()
        """The files whose bytes were read before it came to this."""


class SourceError(FairauditError):
    """A file that cannot be read as the format it claims to be."""


class NotOpenedError(SourceError):
    """A file that is not there, cannot be opened, or holds no text in the one encoding that is read."""


class Tree(Frozen):
    """A parsed file in its own shape: the value, and a span for every key and every value."""

    value: Value
    spans: dict[Path, Span]
    keys: dict[Path, Span]


class Comment(Frozen):
    """A comment of a file: its line, and the text behind the mark."""

    line: int
    text: str


class Lost(Frozen):
    """Scores that a list lacks since something of a table was not read: whose, and of what, empty where that cannot be told.

    `field` is the one field that all scores of a table lack, empty where whole scores are lacking; of a table of people,
    parties or declarations it is the column of a tie whose cell was not read. `also` is another list that may lack them instead.
    """

    evaluator: str = ""
    bid: str = ""
    criterion: str = ""
    field: str = ""
    also: str = ""


class Unreadable(Frozen):
    """A value of a foreign format that could not be understood: kept, listed, treated as absent unless it is said to be read.

    `file` and `line` are where it stands; without them that is where the path stands, or its nearest ancestor.
    `lost` is what was left out of a list of scores, or of a tie, with it, `None` where nothing was. `shown` is a cell, and the
    number that it shows where it holds another.
    """

    path: Path
    text: str
    reason: str
    file: str = ""
    line: int = 0
    lost: Lost | None = None
    shown: tuple[str, str] | None = None


class Document(Frozen):
    """One procurement as one file states it: the model's shape, and where every value stands."""

    file: str
    sha256: str
    text: str
    value: dict[str, Value]
    spans: Mapping[Path, Span]
    keys: Mapping[Path, Span] = MappingProxyType({})
    pointers: Mapping[Path, str] = MappingProxyType({})
    """JSON pointers into a foreign file; empty for our own format, where the model path says it."""
    comments: tuple[Comment, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    foreign: bool = False
    """Foreign formats cannot be corrected by the reader: their bad values are listed, not refused."""
