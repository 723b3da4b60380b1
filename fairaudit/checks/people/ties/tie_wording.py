"""Ties in words that go between a person's name and a party's."""

from datetime import date

from fairaudit.analysis.calendars import day_in_words

_NOW = {
    "employment": "is employed by", "directorship": "is a director of", "ownership": "holds {} in",
    "advice": "advises", "listed": "is listed among the people of", "family": "has family at",
    "other": "has an interest in", "loan": "has {} with", "offer": "has or had a job offer from",
}  # fmt: skip
_PAST = {
    "employment": "was employed until {} by", "directorship": "was a director until {} of",
    "ownership": "until {} held {} in", "advice": "until {} advised", "listed": "was until {} listed with",
    "family": "had family until {} at", "other": "had an interest until {} in",
    "loan": "until {} had {} with", "offer": "has or had a job offer from",
}  # fmt: skip

_ON = {
    "employment": "was employed on {} by", "directorship": "was on {} a director of",
    "ownership": "held on {} {} in", "advice": "advised on {}", "family": "had family on {} at",
    "other": "had an interest on {} in",
    "loan": "had on {} {} with",
}  # fmt: skip
_ALONE = ", the only day that is given,"

_UNKNOWN_SIZE = "a share of unknown size"


def tie_words(kind: str, end: date | None, ended: bool = False, size: str = "", on: date | None = None) -> str:
    """Return a tie of some kind in words that go between a person's name and a party's; a share is told with its size.

    What is known `on` one day alone is told of that day.
    """
    size = size or _UNKNOWN_SIZE
    if on is not None and kind in _ON:
        return _ON[kind].format(f"{day_in_words(on)}{_ALONE}", size)
    if end or ended:
        return _PAST[kind].format(day_in_words(end) if end else "a day that is not given", size)
    return _NOW[kind].format(size)
