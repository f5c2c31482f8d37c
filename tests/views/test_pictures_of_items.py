"""Pictures are shown with their words wherever they stand."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from tests.document import by_language, document, with_class, words_of
from tests.texts import add_to_facts, built_once, replace_in

FOLDER = {
    "news": "campaigns/open-net/news/event",
    "petition": "campaigns/open-net/petitions/first",
    "statement": "campaigns/open-net/statements/letter",
    "campaign": "campaigns/open-net",
}
PAGE = {
    "news": "open-net/event.html",
    "petition": "open-net/first.html",
    "statement": "open-net/letter.html",
    "campaign": "open-net/index.html",
}
PICTURES = {
    "a.png": {"credit": "Ann"},
    "b.png": {"credit": "Bob", "source": "https://b.example/", "licence": "CC BY 4.0"},
    "c.png": {"credit": "Cem"},
}
BODIES = {
    # one amid the text, one that the facts name first, none
    "kk": '\n\nBefore\n![Other words](b.png "A title") after.\n\nLast.\n',
    "ru": "\n\n![](b.png) ![](a.png)\n\n![](b.png)\n",
    "en": "",
}


def with_pictures(content):
    """Three pictures in items of all kinds; the last only decorates."""
    for folder in (content / path for path in FOLDER.values()):
        add_to_facts(folder / "facts.yaml", pictures=PICTURES)
        for name in PICTURES:
            Image.new("RGB", (40, 30)).save(folder / name)
        for code, body in BODIES.items():
            alt = {"a.png": f"Street {code}", "b.png": f'A "<{code}>" & more', "c.png": ""}
            front = f"alt: {json.dumps(alt)}\ncaption: {{b.png: In {code}}}\nsummary:"
            replace_in(folder / f"{code}.md", "summary:", front)
            with (folder / f"{code}.md").open("a", encoding="utf-8") as file:
                file.write(body)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    built = built_once(tmp_path_factory, with_pictures)
    assert built.problems == ()
    return built


def pieces(page):
    """In turn what is text and what are pictures, by the letters of their files."""
    found = []
    for element in page.iter():
        if element.tag == "img":
            found.append(element.get("src", "").rpartition("/")[2].partition("-")[0])
        if "text" in element.get("class", "").split():
            found.append("text")
    return [piece for piece in found if piece in ("a", "b", "c", "text")]


def figure(page, letter):
    """The figures of a picture."""
    return [
        each
        for each in page.iter("figure")
        for image in each.iter("img")
        if f"/{letter}-" in image.get("src", "")
    ]


@pytest.mark.parametrize("kind", PAGE)
@pytest.mark.parametrize(
    ("language", "shown"),
    [
        # the first at the head, one where the editor put it, the rest below
        ("kk", ["a", "text", "b", "text", "c"]),
        # the first only where the editor put it, one twice
        ("ru", ["text", "b", "a", "b", "c"]),
        ("en", ["a", "text", "b", "c"]),
    ],
)
def test_each_picture_stands_in_its_place(site, kind, language, shown):
    page = document(site.text(f"{language}/{PAGE[kind]}"))
    assert pieces(with_class(page, "body")[0])[: len(shown)] == shown


@pytest.mark.parametrize("kind", PAGE)
@pytest.mark.parametrize("language", BODIES)
def test_a_picture_has_the_words_of_its_edition(site, say, kind, language):
    page = document(site.text(f"{language}/{PAGE[kind]}"))
    [shown, *_] = figure(page, "b")
    credit = f"{say(language, 'picture.credit', name='Bob')}, CC BY 4.0"
    [image] = shown.iter("img")
    [source] = shown.iter("a")
    quoted = {"kk": "«<kk>»", "ru": "«<ru>»", "en": "“<en>”"}[language]
    assert image.get("alt") == f"A {quoted} & more"
    assert words_of(next(shown.iter("small"))) == f"{credit}, {say(language, 'picture.source')}"
    assert words_of(shown).startswith(f"In {language}")
    assert source.get("href") == "https://b.example/"


def test_what_stands_in_brackets_and_a_title_are_shown_nowhere(site):
    page = site.text(f"kk/{PAGE['news']}")
    assert [words for words in ("Other words", "A title") if words in page] == []


def test_words_around_a_picture_close_up(site):
    page = document(site.text(f"kk/{PAGE['news']}"))
    assert [words_of(each) for each in page.iter("p") if "Before" in words_of(each)] == [
        "Before after."
    ]


def test_a_picture_that_decorates_is_silent(site):
    [shown] = figure(document(site.text(f"kk/{PAGE['news']}")), "c")
    assert next(shown.iter("img")).get("alt") == ""


@pytest.mark.parametrize("kind", PAGE)
@pytest.mark.parametrize("language", ["kk", "en"])
def test_only_the_picture_above_the_text_is_loaded_at_once(site, kind, language):
    images = document(site.text(f"{language}/{PAGE[kind]}")).iter("img")
    assert [image.get("loading") for image in images] == ["eager", "lazy", "lazy"]


def beginning_with_a_picture(content):
    with_pictures(content)
    replace_in(content / FOLDER["news"] / "ru.md", "\n---\n", "\n---\n![](c.png)\n\n")


def without_russian(content):
    with_pictures(content)
    (content / FOLDER["news"] / "ru.md").unlink()


def test_a_picture_that_a_text_begins_with_is_loaded_at_once(tmp_path_factory):
    built = built_once(tmp_path_factory, beginning_with_a_picture)
    images = document(built.text(f"ru/{PAGE['news']}")).iter("img")
    assert [image.get("loading") for image in images] == ["eager", "lazy", "lazy", "lazy"]


def test_words_of_another_language_are_marked_and_those_of_the_page_are_not(tmp_path_factory, say):
    built = built_once(tmp_path_factory, without_russian)
    [shown] = figure(document(built.text(f"ru/{PAGE['news']}")), "b")
    languages = {words.strip(): language for language, words in by_language(shown, "ru")}
    assert languages["A «<kk>» & more"] == languages["In kk"] == "kk"
    assert languages[say("ru", "picture.source")] == "ru"
