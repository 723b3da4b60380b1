"""At which signs messages are cut: into sentences, clauses, and pieces of these."""

from __future__ import annotations

import re

from fairaudit.analysis.latepattern import late_pattern

SENTENCE = re.compile(r"[.;:!?,\n]+(?=\s|$)")
"""Where commas part what is said as well."""
CLAUSE = re.compile(r"[.;:!?\n]+(?=\s|$)")
CLAUSE_OR_DASH = re.compile(r"[.;:!?\n]+(?=\s|$)|\s[-–—]+\s")
PIECE = late_pattern(r"[,:()](?!\d)|\s[-\u2013\u2014]+\s")
"""Within a clause; no sign within a number."""
