from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.minber.languages.when import When
from plugins.minber.schema.days import Moment
from plugins.minber.schema.documents import Document, parse_yaml
from plugins.minber.schema.facts import FACTS_OF_KIND, NewsFacts, PetitionFacts
from plugins.minber.schema.validation import keys_of, validated

KNOWN = "only known keys may be used, found “{found}”. Keys that may stand here: {keys}."
TEXT = (
    "must be text, found “{}”. "
    "Put it in quotation marks if it looks like a number, a date, yes or no."
)
DAY = "must be a date, found “{}”. Write it as 2021-10-01."
MONTH = "must be a date, found “{}”. Write it as 2021-10-01, or 2021-10 for a month."
MOMENT = (
    "must be a date, found “{}”. "
    "Write it as 2021-10-01, as 2021-10 where only the month is known, or as 2021-10-01 09:00:00 "
    "with the time in Kazakhstan."
)
URL = "must be a whole web address, found “{}”. Begin it with https:// and the host."
ID = "must be an id of a–z, 0–9 and single hyphens, found “{}”. Rename the id."
LINES = "must be `key: value` lines, found “{}”. Indent the lines below the key."
LIST = "must be a list, found “{}”. Write it as [a, b], or as lines that begin with a hyphen."


def said_of(kind, text):
    document = parse_yaml("facts.yaml", text)
    assert isinstance(document, Document)
    found = validated(FACTS_OF_KIND[kind], document)
    return [str(each) for each in found] if isinstance(found, list) else found


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("petition", "published: 2021-10-01\ngoal: 999999999"),
        ("campaign", "published: 2021-10-01"),
        ("petition", "published: 2021-10-01 09:00:00\nopens: 2021-10\ngoal: 5"),
        ("statement", "published: 2021-10-01T09:00:00+06:00\nvoice: own"),
        ("news", "published: 2021-10-01\nsource: {name: A, language: de}\nupdated: 2021-10-02"),
    ],
)
def test_facts_of_a_kind_are_read(kind, text):
    assert isinstance(said_of(kind, text), FACTS_OF_KIND[kind])


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2021-10-01", Moment(When(2021, 10, 1))),
        ("2021-10", Moment(When(2021, 10))),
        # a clock without a zone is Kazakhstan's, six hours ahead until March 2024
        (
            "2021-10-01 01:30:00",
            Moment(When(2021, 10, 1), datetime(2021, 9, 30, 19, 30, tzinfo=UTC)),
        ),
        ("2021-10-01T23:00:00Z", Moment(When(2021, 10, 2), datetime(2021, 10, 1, 23, tzinfo=UTC))),
        (
            "2025-10-01T09:00:00.5+03:00",
            Moment(When(2025, 10, 1), datetime(2025, 10, 1, 6, 0, 0, 500_000, tzinfo=UTC)),
        ),
    ],
)
def test_what_is_published_is_dated_to_the_month_the_day_or_the_time_in_kazakhstan(written, moment):
    facts = said_of("news", f"published: {written}")
    assert isinstance(facts, NewsFacts)
    assert facts.published == moment


PUBLISHED = "published: 2021-10-01\n"


@pytest.mark.parametrize(
    ("kind", "text", "line", "said"),
    [
        # what is missing
        ("campaign", "", 1, "`published` must be given. Add a line `published: …`."),
        ("statement", PUBLISHED, 1, "`voice` must be given. Add a line `voice: …`."),
        ("news", "published:", 1, "`published` must not be empty. Write it, or delete the key."),
        # keys that nobody reads
        (
            "campaign",
            f"{PUBLISHED}demands:\n  a:\n    outcom: open",
            4,
            KNOWN.format(found="outcom", keys="decided, evidence, outcome"),
        ),
        (
            "petition",
            f"{PUBLISHED}routes: [{{kind: paper, adress: Almaty}}]",
            2,
            KNOWN.format(
                found="adress", keys="address, blocked, checked, kind, login, platform, url"
            ),
        ),
        (
            "news",
            f"{PUBLISHED}goal: 5",
            2,
            KNOWN.format(
                found="goal",
                keys="aliases, corrected, dateline, draft, pictures, published, related, source, "
                "topics, updated, voice, withdrawn",
            ),
        ),
        # dates
        ("news", "published: soon", 1, "`published` " + MOMENT.format("soon")),
        ("news", "published: 2021-13", 1, "`published` " + MOMENT.format("2021-13")),
        ("news", "published: 5", 1, "`published` " + MOMENT.format("5")),
        ("news", f"{PUBLISHED}updated: 2021-10", 2, "`updated` " + DAY.format("2021-10")),
        (
            "news",
            f"{PUBLISHED}updated: 2021-10-01 09:00:00",
            2,
            "`updated` " + DAY.format("2021-10-01 09:00:00"),
        ),
        ("petition", f"{PUBLISHED}opens: 2021", 2, "`opens` " + MONTH.format("2021")),
        ("petition", f"{PUBLISHED}opens: 2021-13", 2, "`opens` " + MONTH.format("2021-13")),
        (
            "news",
            "published: 0202-10-01",
            1,
            "`published` must be of the years 1900 to 2199, found “0202-10-01”. Correct the year.",
        ),
        (
            "news",
            "published: 9999-12-31T23:59:59-05:00",
            1,
            (
                "`published` must be of the years 1900 to 2199, "
                "found “9999-12-31 23:59:59-05:00”. Correct the year."
            ),
        ),
        # a comma that ends a value
        (
            "petition",
            f"{PUBLISHED}routes: [{{kind: paper, address: Алматы, Абай 1}}]",
            2,
            KNOWN.format(
                found="Абай 1", keys="address, blocked, checked, kind, login, platform, url"
            )
            + " A value with a comma must stand in quotation marks.",
        ),
        # numbers and flags
        (
            "petition",
            f"{PUBLISHED}goal: 1000000000",
            2,
            (
                "`goal` must be a number up to 999,999,999, found “1000000000”. "
                "Correct the number or delete the key."
            ),
        ),
        (
            "petition",
            f"{PUBLISHED}thresholds: [{{count: {10**30}, id: debate}}]",
            2,
            (
                f"`thresholds.0.count` must be a number up to 999,999,999, found “{10**30}”. "
                "Correct the number or delete the key."
            ),
        ),
        (
            "petition",
            f"{PUBLISHED}goal: '5'",
            2,
            "`goal` must be a whole number, found “5”. Write digits only, without quotation marks.",
        ),
        (
            "petition",
            f"{PUBLISHED}goal: 0",
            2,
            "`goal` must be a number above 0, found “0”. Correct the number or delete the key.",
        ),
        (
            "news",
            f"{PUBLISHED}draft: 1",
            2,
            (
                "`draft` must be true or false, found “1”. "
                "Write true or false without quotation marks."
            ),
        ),
        # texts, ids, addresses
        ("news", f"{PUBLISHED}dateline: 5", 2, "`dateline` " + TEXT.format("5")),
        ("news", f"{PUBLISHED}dateline: no", 2, "`dateline` " + TEXT.format("false")),
        (
            "news",
            f"{PUBLISHED}dateline: ' '",
            2,
            "`dateline` must not be empty, found “”. Write the words, or delete the key.",
        ),
        ("petition", f"{PUBLISHED}demands: [Ашық]", 2, "`demands.0` " + ID.format("Ашық")),
        ("news", f"{PUBLISHED}topics: internet", 2, "`topics` " + LIST.format("internet")),
        ("news", f"{PUBLISHED}source: A", 2, "`source` " + LINES.format("A")),
        ("campaign", f"{PUBLISHED}demands: [a]", 2, "`demands` " + LINES.format("[a]")),
        (
            "campaign",
            f"{PUBLISHED}demands: {{No Law: {{}}}}",
            2,
            "`demands.No Law` " + ID.format("No Law"),
        ),
        (
            "statement",
            f"{PUBLISHED}voice: own\nfull_text: www.example.org",
            3,
            "`full_text` " + URL.format("www.example.org"),
        ),
        (
            "statement",
            f"{PUBLISHED}voice: own\nfull_text: javascript:alert(1)",
            3,
            "`full_text` " + URL.format("javascript:alert(1)"),
        ),
        (
            "statement",
            f"{PUBLISHED}voice: own\nfull_text: 'https://[::1'",
            3,
            "`full_text` " + URL.format("https://[::1"),
        ),
        (
            "statement",
            f"{PUBLISHED}voice: ours",
            2,
            "`voice` must be one of 'own' or 'reported', found “ours”. Choose one of them.",
        ),
        (
            "campaign",
            f"{PUBLISHED}contact: me",
            2,
            "`contact` must be an e-mail address, found “me”. Write it as name@example.org.",
        ),
        (
            "news",
            f"{PUBLISHED}pictures: {{../a.jpg: {{credit: A}}}}",
            2,
            (
                "`pictures.../a.jpg` must be the name of a file in this folder, found “../a.jpg”. "
                "Write it as rally.jpg."
            ),
        ),
        # a country's code where a language's is meant
        (
            "news",
            f"{PUBLISHED}source: {{name: A, language: kz}}",
            2,
            (
                "`source.language` must be a language's code, found “kz”. "
                "Kazakh is kk, Russian ru, English en."
            ),
        ),
    ],
)
def test_a_wrong_fact_is_a_problem_at_its_line(kind, text, line, said):
    assert said_of(kind, text) == [f"facts.yaml:{line}: {said}"]


def test_all_wrong_facts_of_a_file_are_told():
    said = said_of("petition", "goal: ten\nopens: soon\ngaol: 5\n")
    assert sorted(line.split(": ")[0] for line in said) == [
        "facts.yaml:1",
        "facts.yaml:1",
        "facts.yaml:2",
        "facts.yaml:3",
    ]


@pytest.mark.parametrize(
    ("kind", "place", "keys"),
    [
        (NewsFacts, ("source",), ["name", "url", "archived", "language"]),
        (PetitionFacts, ("thresholds", 0), ["count", "id"]),
        (PetitionFacts, ("delivery",), ["planned", "done"]),
    ],
)
def test_the_keys_at_a_place_are_those_of_its_class(kind, place, keys):
    assert keys_of(kind, place) == keys


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=4,
)


@given(st.data(), st.sampled_from(sorted(FACTS_OF_KIND)))
def test_any_values_are_facts_or_problems_in_our_words(data, kind):
    keys = st.sampled_from(keys_of(FACTS_OF_KIND[kind]))
    document = Document("facts.yaml", data.draw(st.dictionaries(keys, VALUES)), {(): 1})
    found = validated(FACTS_OF_KIND[kind], document)
    rules = [problem.rule for problem in found] if isinstance(found, list) else []
    # A rule of pydantic's own would begin with a capital letter.
    assert [rule for rule in rules if "` must " not in rule and "only known keys" not in rule] == []
