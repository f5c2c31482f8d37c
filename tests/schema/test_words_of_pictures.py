"""Who took a picture, and what it shows, in every language."""

from __future__ import annotations

import re

import pytest

from tests.content import NEWS, add, digest_of, edit, told


def test_a_picture_is_credited(site):
    content = site("three-languages")
    add(content, f"{NEWS}/rally.jpg", "picture")
    assert told(content) == [
        (
            f"content/{NEWS}/facts.yaml:1: each picture must be credited under `pictures` in "
            "facts.yaml, rally.jpg is not. Add `pictures: {rally.jpg: {credit: who took it}}`."
        )
    ]


def with_picture(content, words=("kk", "ru", "en"), *, name="rally.jpg", alt="ok"):
    add(content, f"{NEWS}/{name}", "picture")
    add(content, f"{NEWS}/facts.yaml", f"pictures: {{{name}: {{credit: A. B.}}}}\n")
    for language in words:
        edit(content, f"{NEWS}/{language}.md", ("dateline:", f"alt: {{{name}: {alt}}}\ndateline:"))


def test_a_picture_is_told_in_each_language(site):
    content = site("three-languages")
    with_picture(content, ("kk", "en"))
    assert told(content) == [
        (
            f"content/{NEWS}/ru.md:2: `alt.rally.jpg` must say what the picture shows, for those "
            "who "
            'do not see it. Add `alt: {rally.jpg: …}`, or "" for a picture that only decorates.'
        )
    ]


def test_a_picture_that_only_decorates_has_an_empty_alt(site):
    content = site("three-languages")
    with_picture(content, alt='""')
    assert told(content) == []


def test_a_picture_that_decorates_in_one_language_decorates_in_all(site):
    content = site("three-languages")
    with_picture(content)
    edit(content, f"{NEWS}/ru.md", ("{rally.jpg: ok}", '{rally.jpg: ""}'))
    bring_up_to_date(content)
    assert told(content) == [
        (
            f'content/{NEWS}/ru.md:4: `alt.rally.jpg` must be "" in every language or in none, it '
            "has words in en.md, kk.md. "
            'Describe it here too, or write "" there if it only decorates.'
        )
    ]


def test_a_translation_that_is_behind_need_not_decorate_as_its_original_does(site):
    content = site("three-languages")
    with_picture(content, alt='""')
    edit(content, f"{NEWS}/{original_of_news(content)}.md", ('{rally.jpg: ""}', "{rally.jpg: ok}"))
    assert told(content) == []


def original_of_news(content):
    return next(
        language
        for language in ("kk", "ru", "en")
        if "translates:" not in (content / f"{NEWS}/{language}.md").read_text("utf-8")
    )


def bring_up_to_date(content):
    """Mark the translations of the news piece as those of its original's words now."""
    original = original_of_news(content)
    mark = f"translates: {original}@{digest_of(content, NEWS, original)}"
    for language in {"kk", "ru", "en"} - {original}:
        path = content / f"{NEWS}/{language}.md"
        path.write_text(re.sub("translates: .*", mark, path.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize(
    ("name", "alt"),
    [
        ("rally-2022_a.jpg", "rally-2022_a.jpg"),
        ("rally-2022_a.jpg", "rally-2022_a"),
        ("rally-2022_a.jpg", "Rally 2022 A"),
        ("rally-2022_a.jpg", "rally_2022-a.JPG."),
        ("IMG_2034.JPG", "img 2034"),
    ],
)
def test_the_name_of_a_file_does_not_say_what_a_picture_shows(site, name, alt):
    content = site("three-languages")
    with_picture(content, name=name)
    edit(content, f"{NEWS}/ru.md", (f"{name}: ok", f"{name}: {alt}"))
    assert told(content) == [
        (
            f"content/{NEWS}/ru.md:4: `alt.{name}` must say what the picture shows, not what its "
            f"file is called, found “{alt}”. "
            'Describe it for those who do not see it, or write "" if it only decorates.'
        )
    ]


def test_the_name_of_a_file_may_stand_among_the_words_for_a_picture(site):
    content = site("three-languages")
    with_picture(content, alt="A rally")
    assert told(content) == []


def test_a_caption_need_not_stand_in_every_language(site):
    content = site("three-languages")
    with_picture(content)
    edit(content, f"{NEWS}/kk.md", ("dateline:", "caption: {rally.jpg: Шеру}\ndateline:"))
    mark = f"kk@{digest_of(content, NEWS, 'kk')}"
    for language in ("ru", "en"):
        edit(content, f"{NEWS}/{language}.md", ("kk@54a315d6112e", mark))
    assert told(content) == []


def test_a_picture_of_the_facts_and_the_words_is_there(site):
    content = site("three-languages")
    with_picture(content)
    (content / NEWS / "rally.jpg").unlink()
    edit(content, f"{NEWS}/kk.md", ("rally.jpg: ok", "rally.jpg: ok, march.jpg: ok"))
    assert told(content) == [
        (
            f"content/{NEWS}/facts.yaml:3: a picture in the facts must be a file of this folder, "
            "found “rally.jpg”. Add the file or delete the key."
        ),
        (
            f"content/{NEWS}/kk.md:4: `alt` must name pictures of this folder, found “march.jpg”. "
            "There are: rally.jpg."
        ),
    ]
