"""Until when a petition is to be answered, on its page and in lists."""

from __future__ import annotations

import pytest

from tests.conftest import write_files
from tests.document import document, with_class, words_of
from tests.texts import built_once, item

PARTLY = {"kind": "partly"}


def petition(name, registered, days, **keys):
    return item(f"open-net/petitions/{name}", registered=registered, review_days=days, **keys)


def several(content):
    """On 15 April 2022: ahead, due today, overdue for long and since yesterday, late, in time."""
    petitions = [
        petition("ahead", "2022-04-12", 5),
        petition("today", "2022-04-12", 3),
        petition("long", "2022-01-25", 10),
        petition("yesterday", "2022-04-13", 1),
        petition("late", "2022-02-01", 5, answer={"date": "2022-02-10", **PARTLY}),
        petition("in-time", "2022-02-01", 5, answer={"date": "2022-02-08", **PARTLY}),
        item("open-net/petitions/unknown", registered="2022-03-01"),
        item("open-net/petitions/planned", review_days=40),
        petition("replaced", "2022-02-01", 5, superseded_by="open-net/long"),
    ]
    for files in petitions:
        write_files(content, files)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, several)


def fact(page, term):
    """What stands beside a term, or None."""
    for row in page.iter("div"):
        if [words_of(child) for child in row if child.tag == "dt"] == [term]:
            return " ".join(words_of(child) for child in row if child.tag == "dd")
    return None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ahead", "19 April 2022 (5 working days from registration)"),
        ("today", "15 April 2022 (3 working days from registration)"),
        (
            "long",
            (
                "8 February 2022 (10 working days from registration) "
                "No answer as of 15 April 2022: 66 days overdue"
            ),
        ),
        (
            "yesterday",
            (
                "14 April 2022 (1 working day from registration) "
                "No answer as of 15 April 2022: 1 day overdue"
            ),
        ),
        ("late", "8 February 2022 (5 working days from registration) answered 2 days late"),
        ("in-time", "8 February 2022 (5 working days from registration) answered in time"),
        ("unknown", None),
        ("planned", "40 working days from registration"),
        ("replaced", "5 working days from registration"),
    ],
)
def test_a_page_says_until_when_an_answer_is_due(built, name, expected):
    page = document(built.text(f"en/open-net/{name}.html"))
    assert fact(page, "Answer due") == expected


@pytest.mark.parametrize(
    ("language", "term", "expected"),
    [
        (
            "kk",
            "Жауап беру мерзімі",
            (
                "2022 ж. 8 ақпан (тіркелген күннен бастап 10 жұмыс күні) "
                "2022 ж. 15 сәуірдегі жағдай бойынша жауап жоқ: мерзімінен 66 күн өтті"
            ),
        ),
        (
            "ru",
            "Срок ответа",
            (
                "8 февраля 2022 г. (10 рабочих дней со дня регистрации) "
                "По состоянию на 15 апреля 2022 г. ответа нет, срок истёк 66 дней назад"
            ),
        ),
    ],
)
def test_each_language_says_it_with_absolute_dates(built, language, term, expected):
    page = document(built.text(f"{language}/open-net/long.html"))
    assert fact(page, term) == expected
    days = [each.get("datetime") for each in page.iter("time")]
    assert {"2022-02-08", "2022-04-15"} <= {*days}


def test_the_step_of_the_answer_is_planned_for_that_day(built):
    page = document(built.text("en/open-net/ahead.html"))
    [steps] = with_class(page, "steps")
    assert words_of([*steps][-1]) == "Answer planned 19 Apr 2022"


@pytest.fixture(scope="module")
def groups(built):
    """The sections of the first list: their headings, and their teasers by title."""
    page = document(built.text("en/petitions.html"))
    found = {}
    for section in page.iter("section"):
        [heading] = section.iter("h2")
        teasers = with_class(section, "teaser")
        found[words_of(heading)] = {
            words_of(next(teaser.iter("h3"))): [words_of(p) for p in with_class(teaser, "credit")]
            for teaser in teasers
        }
    return found


def test_petitions_are_listed_by_state_and_those_that_wait_longest_stand_first(groups):
    assert {heading: [*teasers] for heading, teasers in groups.items()} == {
        "Open for signature": ["First petition"],
        "Awaiting an answer": [
            "Title of long",
            "Title of unknown",
            "Title of ahead",
            "Title of today",
            "Title of yesterday",
        ],
        "Answered": ["Title of in-time", "Title of late"],
        "No known way to sign": ["Title of planned"],
        "There is a newer petition": ["Title of replaced"],
    }


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Title of ahead", ["Answer due: 19 April 2022"]),
        ("Title of today", ["Answer due: 15 April 2022"]),
        ("Title of yesterday", ["No answer as of 15 April 2022: 1 day overdue"]),
        ("Title of unknown", []),
    ],
)
def test_a_teaser_says_until_when_an_answer_is_awaited(groups, title, expected):
    assert groups["Awaiting an answer"][title] == expected


def test_a_teaser_of_an_answered_petition_says_nothing_of_its_deadline(groups):
    assert groups["Answered"]["Title of late"] == []
