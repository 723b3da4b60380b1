"""Reading prose: words, sentences, phrases and names. Knows no field; takes time in step with the length of the text."""

from fairaudit.analysis.text.marks import Mark, Marks, read_marked
from fairaudit.analysis.text.names import Name, names_of
from fairaudit.analysis.text.phrases import Match, find, find_by, holds, index_of, read_phrase, sentences_saying
from fairaudit.analysis.text.prose import Prose, fold, joined, read_prose
from fairaudit.analysis.text.scan import Scanner

__all__ = [
    "Mark",
    "Marks",
    "Match",
    "Name",
    "Prose",
    "Scanner",
    "find",
    "find_by",
    "fold",
    "holds",
    "index_of",
    "joined",
    "names_of",
    "read_marked",
    "read_phrase",
    "read_prose",
    "sentences_saying",
]
