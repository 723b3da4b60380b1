"""Days as laws count them: the worked examples of each regime, and what must hold of every count."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairaudit.analysis.calendars import (
    Calendar,
    Counted,
    Counting,
    Moved,
    calendar_of,
    count_back,
    count_from,
    months_after,
    moved_in_words,
)
from fairaudit.law.holidays import calendar_named, readings_of

DAY = timedelta(days=1)
PA = Counting(8, "working-days", first=0)
PSR = Counting(8, "working-days", first=2)
PCR = Counting(10, "days", first=1, roll=True, working_at_least=2)


@pytest.mark.parametrize(
    ("rule", "calendar", "event", "last", "skipped"),
    [
        (PA, "uk-any", "2026-06-02", "2026-06-11", []),
        # Saint Andrew's Day is a bank holiday in one part of the United Kingdom, and that is enough.
        (PA, "uk-any", "2026-11-25", "2026-12-07", ["2026-11-30"]),
        (PA, "england", "2026-11-25", "2026-12-04", []),
        # Published on a Saturday, the first working day is day 1.
        (PA, "uk-any", "2026-06-06", "2026-06-18", ["2026-06-15"]),
        (PSR, "england", "2026-06-05", "2026-06-17", []),
        (PSR, "england", "2026-03-27", "2026-04-10", ["2026-04-03", "2026-04-06"]),
        (PCR, "uk-any", "2026-06-02", "2026-06-12", []),
        # The tenth day is a Sunday: the standstill ends with the next working day, and every day before it counts.
        (PCR, "uk-any", "2026-06-04", "2026-06-16", []),
        (PCR, "england-and-wales", "2026-06-04", "2026-06-15", []),
    ],
)
def test_worked_examples(rule, calendar, event, last, skipped):
    counted = count_from(date.fromisoformat(event), rule, calendar_named(calendar))
    assert (counted.last.isoformat(), [day.isoformat() for day, _ in counted.skipped]) == (last, skipped)
    assert not counted.projected


@pytest.mark.parametrize(
    ("rule", "calendar", "event", "last", "words"),
    [
        # Good Friday and Easter Monday lie inside and count like every other day.
        (PCR, "england", "2026-03-30", "2026-04-09", None),
        (PCR, "england", "2024-08-16", "2024-08-27",
         "the end moved from Monday 26 August 2024 (Late Summer Bank Holiday), because that is no working day"),
        (PCR, "england", "2026-05-27", "2026-06-08",
         "the end moved from Saturday 6 June 2026, because that day and Sunday 7 June 2026 are no working days"),
        (PCR, "uk-any", "2026-06-04", "2026-06-16",
         "the end moved from Sunday 14 June 2026, because that day and Monday 15 June 2026 "
         "(Scotland's participation in the FIFA World Cup final) are no working days"),
        (Counting(2, roll=True, working_at_least=2), "england", "2026-04-02", "2026-04-08",
         "the end moved from Saturday 4 April 2026, because the period must hold 2 working days and Friday 3 April 2026 "
         "(Good Friday), Saturday 4 April 2026, Sunday 5 April 2026 and Monday 6 April 2026 (Easter Monday) are none"),
        (Counting(1, "months", roll=True), "england", "2026-04-30", "2026-06-01",
         "the end moved from Saturday 30 May 2026, because that day and Sunday 31 May 2026 are no working days"),
        (Counting(30), "england", "2026-03-05", "2026-04-04", None),
    ],
)  # fmt: skip
def test_in_calendar_days_a_day_off_only_moves_the_end(rule, calendar, event, last, words):
    counted = count_from(date.fromisoformat(event), rule, calendar_named(calendar))
    assert (counted.last.isoformat(), counted.skipped) == (last, ())
    assert (moved_in_words(counted.moved) if counted.moved else None) == words


@pytest.mark.parametrize(("month", "projected"), [(9, False), (11, True)])
def test_an_end_that_may_move_leans_on_the_holidays_of_its_year(month, projected):
    england = calendar_named("england")
    assert count_from(date(2027, month, 1), Counting(3, "months", roll=True), england).projected is projected
    assert count_from(date(2027, month, 1), Counting(3, "months"), england).projected is False


def test_the_day_of_the_event_counts_or_does_not():
    event = date(2026, 6, 1)
    assert count_from(event, Counting(30, first=0), calendar_named("none")).last == event + 29 * DAY
    assert count_from(event, Counting(25), calendar_named("none")).last == date(2026, 6, 26)


def test_months_end_on_the_day_with_the_same_number():
    nobody = calendar_named("none")
    assert count_from(date(2026, 1, 31), Counting(1, "months"), nobody).last == date(2026, 2, 28)
    assert count_from(date(2026, 1, 31), Counting(3, "months", first=0), nobody).last == date(2026, 4, 29)
    assert count_from(date(2024, 2, 29), Counting(1, "years"), nobody).last == date(2025, 2, 28)


def test_looking_back_is_never_rolled_to_a_later_day():
    # Six days before Monday 22 June is Tuesday 16 June, and six before Friday 19 June a Saturday, which stays one.
    six = Counting(6, roll=True, working_at_least=2)
    assert count_back(date(2026, 6, 22), six, calendar_named("england")).first == date(2026, 6, 16)
    assert count_back(date(2026, 6, 19), six, calendar_named("england")).first == date(2026, 6, 13)


def test_looking_back_keeps_the_working_days_that_must_lie_between():
    # From Good Friday to Easter Monday nobody works: the two days before Tuesday must hold two working days.
    two = Counting(2, working_at_least=2)
    assert count_back(date(2026, 4, 7), two, calendar_named("england")) == Counted(
        date(2026, 4, 1),
        date(2026, 4, 7),
        moved=Moved(
            date(2026, 4, 5),
            (
                (date(2026, 4, 3), "Good Friday"),
                (date(2026, 4, 4), ""),
                (date(2026, 4, 5), ""),
                (date(2026, 4, 6), "Easter Monday"),
            ),
            2,
            "day",
        ),
    )


@pytest.mark.parametrize(
    ("year", "projected"), [(2026, False), (2027, False), (2028, True), (2030, True)]
)  # fmt: skip
def test_what_nobody_has_announced_is_a_projection(year, projected):
    assert count_from(date(year, 11, 24), PA, calendar_named("uk-any")).projected is projected


@pytest.mark.parametrize("division", ["england-and-wales", "scotland", "northern-ireland"])
@pytest.mark.parametrize("year", range(2024, 2028))
def test_the_announced_bank_holidays_are_those_the_library_computes(division, year):
    import holidays

    part = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}[division]
    computed = holidays.country_holidays("GB", subdiv=part, years=year)
    calendar = calendar_named(division)
    days = [date(year, 1, 1) + number * DAY for number in range(365)]
    weekdays = [day for day in days if day.weekday() < 5]
    assert [day for day in weekdays if calendar.holiday(day)] == [day for day in weekdays if day in computed]


@pytest.mark.parametrize(
    ("country", "part", "words"),
    [
        ("XX", None, "no holidays are known for the country XX"),
        ("DE", None, "holidays differ between the parts of DE"),
        ("DE", "ZZ", "DE has no part ZZ with holidays of its own"),
    ],
)
def test_a_calendar_without_the_part_that_decides_is_refused(country, part, words):
    with pytest.raises(LookupError, match=words):
        calendar_of(country, part)


@pytest.mark.parametrize(
    ("country", "words"),
    [(None, "the buyer's country is not given"), ("GB", "holidays differ between the parts of the United Kingdom")],
)
def test_the_buyers_calendar_needs_the_buyers_place(country, words):
    with pytest.raises(LookupError, match=words):
        calendar_named("buyer", country)


def test_a_part_of_a_country_has_its_own_days_off():
    corpus_christi = date(2026, 6, 4)
    assert calendar_named("buyer", "DE-BY").holiday(corpus_christi)
    assert calendar_named("buyer", "DE-HH").holiday(corpus_christi) is None


@pytest.mark.parametrize(
    ("country", "weekend"),
    [("EG", (4, 5)), ("BD", (4, 5)), ("IL", (4, 5)), ("JO", (4, 5)), ("KE", (5, 6)), ("NP", (5, 6)), ("DE-BY", (5, 6))],
)
def test_the_weekend_is_that_of_the_country(country, weekend):
    assert calendar_named("buyer", country, 2026).weekend == weekend


def test_working_days_are_counted_over_the_weekend_of_the_country():
    ten = Counting(10, "working-days")
    # From Sunday 6 September 2026: Friday and Saturday are off in Egypt, Saturday and Sunday in Kenya.
    assert count_from(date(2026, 9, 6), ten, calendar_named("buyer", "EG", 2026)).last == date(2026, 9, 20)
    assert count_from(date(2026, 9, 6), ten, calendar_named("buyer", "KE", 2026)).last == date(2026, 9, 18)


@pytest.mark.parametrize(
    ("country", "good_friday"),
    [("FR-75", False), ("FR-IDF", False), ("FR-2A", False), ("FR-67", True), ("FR-57", True)],
)
def test_mainland_france_has_the_national_holidays_but_for_alsace_and_moselle(country, good_friday):
    calendar = calendar_named("buyer", country, 2026)
    assert (calendar.holiday(date(2026, 4, 3)) is not None) is good_friday
    assert calendar.holiday(date(2026, 7, 14))


@pytest.mark.parametrize("country", ["FR", "DE", "DE-ZZ", "ES", "FR-GES", "BR", "IT"])
def test_a_part_that_is_not_known_lies_between_what_any_and_what_every_part_has(country):
    most, least = readings_of("buyer", country, 2026)
    days = [date(2026, 1, 1) + number * DAY for number in range(365)]
    state = country.split("-")[0]
    national = [day for day in days if readings_of("buyer", country, 2026)[1].holiday(day)]
    assert len(national) >= 8
    assert set(national) < {day for day in days if most.holiday(day)}
    assert least.name == f"every part of {state}"


@pytest.mark.parametrize(
    ("country", "names"),
    [("DE-BY", 1), ("FR-75", 1), ("NL", 1), ("GB-ENG", 1)],
)
def test_a_place_that_is_known_has_one_reading(country, names):
    assert len(readings_of("buyer", country, 2026)) == names


@pytest.mark.parametrize(
    ("country", "name"),
    [
        ("GB-NIR", "Northern Ireland"),
        ("GB-ENG", "England and Wales"),
        ("GB-WLS", "England and Wales"),
        (None, "England and Wales"),
    ],
)
def test_the_part_of_the_united_kingdom_is_the_buyers_own(country, name):
    assert calendar_named("uk-part", country).name == name


def test_days_off_without_end_are_refused():
    never = Calendar("never", lambda year: {}, 9999, weekend=(0, 1, 2, 3, 4, 5, 6))
    with pytest.raises(ValueError, match="the calendar never has no working day after"):
        count_from(date(2026, 1, 1), PA, never)


days = st.dates(date(2024, 1, 1), date(2027, 10, 1))


@given(days, st.integers(1, 30), st.integers(0, 2))
def test_working_days_are_counted_one_by_one(event, length, first):
    calendar = calendar_named("uk-any")
    counted = count_from(event, Counting(length, "working-days", first), calendar)
    slow = [day for n in range((counted.last - event).days + 1) if calendar.is_working(day := event + n * DAY)]
    assert len([day for day in slow if day >= event + first * DAY]) == length
    assert calendar.is_working(counted.last)


@given(days, st.integers(1, 60))
def test_a_later_event_never_ends_sooner(event, length):
    for rule in (Counting(length, "working-days"), Counting(length, roll=True, working_at_least=2)):
        calendar = calendar_named("england")
        assert count_from(event, rule, calendar).last <= count_from(event + DAY, rule, calendar).last


@given(days, st.integers(-40, 40))
def test_months_go_there_and_back(day, months):
    there = months_after(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == min(day.day, monthrange(there.year, there.month)[1])
