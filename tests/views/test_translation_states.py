"""What a reader learns of a translation before reading it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.document import addresses, document, with_class, words_of
from tests.texts import add_to_facts, built_once, replace_in

PETITION, NEWS = "open-net/first.html", "open-net/event.html"


def change(content):
    """The petition's original has changed since; the news is machine-made in English."""
    folder = content / "campaigns/open-net"
    replace_in(folder / "petitions/first/ru.md", "Текст о", "Новый текст о")
    add_to_facts(folder / "petitions/first/facts.yaml", updated="2022-04-01")
    replace_in(folder / "news/event/en.md", "dateline", "machine: true\ndateline")
    replace_in(folder / "statements/letter/kk.md", "Хат", "Ашық хат")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, change, SITEURL="https://example.org")


@pytest.fixture(scope="module")
def notice(built):
    def found(path):
        notices = with_class(document(built.text(path)), "notice")
        return [(words_of(each), addresses(each)) for each in notices]

    return found


@pytest.mark.parametrize("language", ["kk", "en"])
def test_an_outdated_translation_says_since_when_and_leads_to_the_original(
    notice, language, say, named
):
    day = named(language, "date", date(2022, 4, 1))
    read = named(language, "language_in", "ru")
    words = [
        say(language, "translation.outdated"),
        say(language, "translation.changed-on", date=day),
        say(language, "translation.read-original", language=read),
    ]
    assert notice(f"{language}/{PETITION}") == [(" ".join(words), [f"../../ru/{PETITION}"])]


def test_a_machine_translation_says_that_nobody_has_read_it(notice, say):
    words = ["translation.machine", "translation.unreviewed"]
    read = say("en", "translation.read-original", language="in Kazakh")
    text = " ".join([*(say("en", key) for key in words), read])
    assert notice(f"en/{NEWS}") == [(text, [f"../../kk/{NEWS}"])]


@pytest.mark.parametrize(
    "path",
    [
        # originals and current translations
        f"ru/{PETITION}",
        f"kk/{NEWS}",
        f"ru/{NEWS}",
        # a translation that was edited itself
        "kk/open-net/letter.html",
        # lists
        "kk/petitions.html",
    ],
)
def test_other_pages_have_no_notice(notice, path):
    assert notice(path) == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize(
    ("path", "states"),
    [
        (PETITION, ["outdated", "", "outdated"]),
        (NEWS, ["", "", "machine"]),
        ("open-net/letter.html", ["", "", ""]),
        ("petitions.html", ["", "", ""]),
    ],
)
def test_the_switcher_marks_states_in_the_readers_language(built, language, path, states, say):
    [switcher] = with_class(document(built.text(f"{language}/{path}")), "languages")
    marks = [" ".join(words_of(mark) for mark in link.iter("small")) for link in switcher.iter("a")]
    assert marks == [say(language, f"edition.{state}") if state else "" for state in states]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_outdated_and_machine_editions_stay_in_the_set_of_alternates(built, language):
    links = document(built.text(f"{language}/{PETITION}")).iter("link")
    assert [link.get("hreflang") for link in links if link.get("hreflang")] == [
        "kk",
        "ru",
        "en",
        "x-default",
    ]


@pytest.mark.parametrize("language", ["kk", "en"])
def test_a_change_of_facts_outdates_nothing(tmp_path_factory, language):
    def change_facts(content):
        replace_in(
            content / "campaigns/open-net/petitions/first/facts.yaml", "goal: 10000", "goal: 20000"
        )

    page = document(built_once(tmp_path_factory, change_facts).text(f"{language}/{PETITION}"))
    assert with_class(page, "notice") == []
