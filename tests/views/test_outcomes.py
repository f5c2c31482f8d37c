"""What became of the demands, in words above their list."""

from __future__ import annotations

import pytest

from tests.conftest import write_files
from tests.document import document, words_of
from tests.texts import built_once, facts, item, words

CASES = {
    "one": ["open"],
    "won": ["met", "met"],
    "some": ["refused", "met", "open", "partly", "open"],
    "many": ["refused"] * 21,
}


def campaigns(content):
    for slug, outcomes in CASES.items():
        ids = [f"d{number}" for number in range(len(outcomes))]
        demands = {id_: {"outcome": each} for id_, each in zip(ids, outcomes, strict=True)}
        asked = dict.fromkeys(ids, "A demand")
        files = {
            **item(f"{slug}/petitions/ask-{slug}", demands=ids),
            f"campaigns/{slug}/facts.yaml": facts(demands=demands),
            f"campaigns/{slug}/en.md": words(f"Title of {slug}", demands=asked),
        }
        write_files(content, files)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return built_once(tmp_path_factory, campaigns)


@pytest.mark.parametrize("page", ["{0}/index", "{0}/ask-{0}"], ids=["campaign", "petition"])
@pytest.mark.parametrize(
    ("slug", "code", "expected"),
    [
        ("one", "en", "0 of 1 demand met, 1 not decided yet"),
        ("one", "ru", "Выполнено 0 из 1 требования, пока не решено — 1"),
        ("one", "kk", "Барлығы 1 талап: орындалғаны — 0, әзірге шешілмегені — 1"),
        ("won", "en", "2 of 2 demands met"),
        ("won", "ru", "Выполнено 2 из 2 требований"),
        ("won", "kk", "Барлығы 2 талап: орындалғаны — 2"),
        ("some", "en", "1 of 5 demands met, 1 partly met, 1 not met, 2 not decided yet"),
        (
            "some",
            "ru",
            "Выполнено 1 из 5 требований, частично — 1, не выполнено — 1, пока не решено — 2",
        ),
        (
            "some",
            "kk",
            (
                "Барлығы 5 талап: орындалғаны — 1, ішінара орындалғаны — 1, орындалмағаны — 1, "
                "әзірге шешілмегені — 2"
            ),
        ),
        ("many", "en", "0 of 21 demands met, 21 not met"),
        ("many", "ru", "Выполнено 0 из 21 требования, не выполнено — 21"),
        ("many", "kk", "Барлығы 21 талап: орындалғаны — 0, орындалмағаны — 21"),
    ],
)
def test_the_first_line_of_the_demands_sums_up_their_outcomes(built, page, slug, code, expected):
    root = document(built.text(f"{code}/{page.format(slug)}.html"))
    [demands] = [each for each in root.iter("section") if each.get("id") == "part-demands"]
    heading, first, *_ = demands
    assert (heading.tag, words_of(first)) == ("h2", expected)
