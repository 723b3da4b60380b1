"""Many phrases looked for at once in a long text: the same matches as one by one, in steps that follow the length."""

from hypothesis import example, given
from hypothesis import strategies as st

from fairaudit.analysis.text import Match, find, read_phrase, read_prose
from fairaudit.analysis.text.phrases import match_at
from tests.automaton import Scanner
from tests.work import grown

WORDS = (
    "shall",
    "the",
    "board",
    "or",
    "equivalent",
    "iso",
    "iso9001",
    "9001",
    "accredited",
    "accredit",
    "b",
    "board's",
)
TOKENS = (
    "shall", "the|a", "board|council", "or", "equivalent*", "iso#", "iso #", "accredit*|shall", "the?", "...",
    "b|the board|x", "board's", "a*|b", "#",
)  # fmt: skip
texts = st.lists(st.sampled_from((*WORDS, ". ", "; ", "\n\n", "(", ", ")), max_size=60).map(" ".join)
phrases = (
    st.lists(st.sampled_from(TOKENS), min_size=1, max_size=4)
    .filter(lambda some: some[0] not in ("...", "the?"))
    .map(" ".join)
)


@given(texts, st.lists(phrases, max_size=12, unique=True))
def test_what_is_found_at_once_is_what_is_found_one_by_one(text, some):
    prose = read_prose(text)
    scanned = Scanner(some).scan(prose)
    assert {one: scanned.get(one, ()) for one in some} == {one: tuple(find(prose, (one,))) for one in some}


@example("the x", ["the board? x"])
@example("the x", ["the board|x*"])
@example("iso 9001 x", ["iso # x"])
@given(texts, st.lists(phrases, max_size=12, unique=True))
def test_what_is_found_is_what_stands_somewhere(text, some):
    """Phrases that cannot stand in a text are never looked for in it: trying every place of it finds no more."""
    prose = read_prose(text)
    tried = [
        Match(phrase, at, end)
        for phrase in some
        for at in range(len(prose.words))
        if read_phrase(phrase)[0].takes(prose.words[at]) and (end := match_at(prose, read_phrase(phrase), at))
    ]
    assert find(prose, tuple(some)) == sorted(tried, key=lambda one: (one.start, one.end, one.phrase))


def test_nothing_is_looked_for_and_nothing_is_there():
    assert Scanner(()).scan(read_prose("a b")) == {}
    assert Scanner(("a b",)).scan(read_prose("")) == {}


def test_a_beginning_never_reaches_over_the_end_of_a_sentence():
    assert Scanner(("the board",)).scan(read_prose("the. Board")) == {}


def test_the_work_follows_the_length_of_the_text():
    some = tuple(f"the {word} ... with the? {word}*" for word in ("board", "council", "trust", "with"))
    scanner = Scanner(some)

    def made(times):
        prose = read_prose("the board agreed with the council and the trust with another. " * times)
        return lambda: scanner.scan(prose)

    few, many = grown(made, 100)
    assert many < 12 * few
