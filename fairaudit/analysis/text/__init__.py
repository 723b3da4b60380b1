"""Reading prose: words, sentences, phrases and names. Knows no field; takes time in step with the length of the text."""

from fairaudit.analysis.text.marks import Mark, Marks, is_unsure, read_marked
from fairaudit.analysis.text.names import Name, ShortName, names_of, short_names_of
from fairaudit.analysis.text.phrases import (
    PERHAPS,
    Match,
    find,
    find_by,
    holds,
    index_of,
    read_phrase,
    sentences_saying,
)
from fairaudit.analysis.text.polarity import how_asked, shuts_out
from fairaudit.analysis.text.prose import Prose, fold, joined, read_prose
from fairaudit.analysis.text.released import BOUND, RELEASED, UNCLEAR, binding, standing
from fairaudit.analysis.text.shared import Runs, Shingled

__all__ = [
    "BOUND",
    "PERHAPS",
    "RELEASED",
    "UNCLEAR",
    "Mark",
    "Marks",
    "Match",
    "Name",
    "Prose",
    "Runs",
    "Shingled",
    "ShortName",
    "binding",
    "find",
    "find_by",
    "fold",
    "holds",
    "how_asked",
    "index_of",
    "is_unsure",
    "joined",
    "names_of",
    "read_marked",
    "read_phrase",
    "read_prose",
    "sentences_saying",
    "short_names_of",
    "shuts_out",
    "standing",
]
