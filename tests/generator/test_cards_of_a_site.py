"""Each text has a card in its language, which its page names."""

from __future__ import annotations

import io
import re
import shutil

import pytest
from PIL import Image

from tests.conftest import SITES, build_site, theme_in
from tests.content import NEWS, PETITION, edit
from tests.document import document

SITE = "https://example.org"
NAMES = {"og:image", "og:image:width", "og:image:height", "og:image:alt", "twitter:card"}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    output = tmp_path_factory.mktemp("cards") / "output"
    built = build_site(SITES / "three-languages/content", output, CARDS=True, SITEURL=SITE)
    assert built.problems == ()
    return built


def named(built, page):
    """What the head of a page says of its card, by property."""
    head = document(built.text(page))
    metas = {
        meta.get("property") or meta.get("name"): meta.get("content") for meta in head.iter("meta")
    }
    return {name: value for name, value in metas.items() if name in NAMES}


def cards(built):
    return [path for path in built.files if path.endswith(".png")]


def test_every_text_campaign_and_home_page_has_a_card_in_each_of_its_languages(built):
    in_all = ["about", "index", "open-net/first", "open-net/index", "open-net/letter"]
    expected = {f"{code}/{name}.png" for name in in_all for code in ("kk", "ru", "en")}
    assert expected <= {*cards(built)}
    for path in cards(built):
        with Image.open(built.output / path) as card:
            assert card.size == (1200, 630)
        assert (built.output / path).stat().st_size <= 60_000


@pytest.mark.parametrize(
    ("page", "card", "alt"),
    [
        ("kk/open-net/first.html", "kk/open-net/first", "Петиция: "),
        ("ru/open-net/first.html", "ru/open-net/first", "Петиция: Первая петиция"),
        ("en/open-net/first.html", "en/open-net/first", "Petition: First petition"),
        ("en/open-net/letter.html", "en/open-net/letter", "Statement: Open letter"),
        ("en/open-net/index.html", "en/open-net/index", "Campaign: "),
        ("en/about.html", "en/about", ""),
        ("en/index.html", "en/index", ""),
        # pages without a card of their own
        ("ru/petitions.html", "ru/index", ""),
        ("en/all.html", "en/index", ""),
        ("en/topics/internet.html", "en/index", ""),
    ],
)
def test_a_page_names_its_card_with_size_and_words(built, page, card, alt):
    found = named(built, page)
    address = found.pop("og:image")
    assert re.fullmatch(rf"{SITE}/{card}\.png\?[0-9a-f]{{8}}", address)
    assert found.pop("og:image:alt").startswith(alt)
    assert found == {
        "og:image:width": "1200",
        "og:image:height": "630",
        "twitter:card": "summary_large_image",
    }


def test_a_page_without_an_edition_names_the_card_of_what_it_shows(site, build):
    content = site("three-languages")
    (content / NEWS / "ru.md").unlink()
    built = build(content, CARDS=True, SITEURL=SITE)
    assert built.problems == ()
    shown = named(built, "ru/open-net/event.html")["og:image"]
    [original] = {named(built, f"{code}/open-net/event.html")["og:image"] for code in ("kk",)}
    assert shown == original
    assert "ru/open-net/event.png" not in cards(built)


def test_without_a_fixed_place_no_page_names_its_card(site, build):
    built = build(site("three-languages"), CARDS=True)
    assert named(built, "en/open-net/first.html") == {}
    assert "en/open-net/first.png" in cards(built)


def test_cards_can_be_turned_off(site, build):
    built = build(site("three-languages"), CARDS=False, SITEURL=SITE)
    assert (cards(built), named(built, "en/open-net/first.html")) == ([], {})


def test_a_supporter_finds_the_card_where_a_text_is_passed_on(built):
    page = document(built.text("ru/open-net/first.html"))
    assert "first.png" in [link.get("href") for link in page.iter("a")]


def test_a_second_build_draws_no_card(site, build):
    content = site("three-languages")
    assert " cards drawn, " in build(content, CARDS=True).said
    assert "drawn" not in build(content, CARDS=True).said


def test_only_what_changed_is_drawn_and_its_address_changes(site, build):
    content = site("three-languages")
    before = build(content, CARDS=True, SITEURL=SITE)
    pages = [f"{code}/open-net/first.html" for code in ("kk", "ru", "en")]
    old = [named(before, page)["og:image"] for page in pages]
    edit(content, f"{PETITION}/ru.md", ("Первая петиция", "Вторая петиция"))
    after = build(content, CARDS=True, SITEURL=SITE)
    new = [named(after, page)["og:image"] for page in pages]

    assert ", 1 card drawn, " in after.said
    assert [one == other for one, other in zip(old, new, strict=True)] == [True, False, True]


def test_a_new_count_is_drawn(site, build):
    content = site("three-languages")
    before = build(content, CARDS=True)
    old = (before.output / "en/open-net/first.png").read_bytes()
    rows = (content / PETITION / "signatures.csv").read_text("utf-8")
    row = "2022-04-14,avaaz,990000,online,https://example.org/count\n"
    (content / PETITION / "signatures.csv").write_text(rows + row, "utf-8")
    after = build(content, CARDS=True)
    assert after.problems == ()
    assert (after.output / "en/open-net/first.png").read_bytes() != old


def test_a_character_that_no_font_has_is_told_with_its_line_and_the_old_site_stays(site, build):
    content = site("three-languages")
    before = build(content, CARDS=True).files
    edit(content, f"{NEWS}/en.md", ("title: An event", "title: An event 😀"))
    built = build(content, CARDS=True)
    [problem] = built.problems
    assert problem == (
        f"content/{NEWS}/en.md:2: what is printed or drawn must be made of characters that the "
        "fonts of the theme have, found “😀 U+1F600 GRINNING FACE”. "
        "Write it in words or leave it out."
    )
    assert built.files == before


def test_a_title_with_two_faults_of_documents_and_cards_is_told_once(site, build):
    content = site("three-languages")
    edit(content, f"{PETITION}/en.md", ("First petition", "First petition 😀"))
    problems = build(content, CARDS=True, PAPER=True).problems
    assert len(problems) == 1


def test_a_theme_without_the_fonts_of_cards_is_told_font_by_font(site, build, tmp_path):
    theme = theme_in(tmp_path)
    (theme / "fonts/NotoSans-Bold.ttf").unlink()
    content = site("three-languages")
    [problem] = build(content, CARDS=True, THEME=str(theme)).problems
    assert problem == (
        "theme/fonts/NotoSans-Bold.ttf:1: a theme must have the fonts that cards are drawn with. "
        "Take it over from the theme of this repository, or write CARDS = False."
    )
    assert build(content, CARDS=False, THEME=str(theme)).problems == ()


def test_other_fonts_give_other_cards_and_pages_name_them(site, build, tmp_path):
    theme = theme_in(tmp_path)
    content = site("three-languages")
    settings = {"CARDS": True, "THEME": str(theme), "SITEURL": SITE}
    pages = ["en/open-net/first.html", "en/petitions.html"]
    before = build(content, **settings)
    old = [named(before, page)["og:image"] for page in pages]
    shutil.copy(theme / "fonts/NotoSerif-Bold.ttf", theme / "fonts/NotoSans-Bold.ttf")
    after = build(content, **settings)
    new = [named(after, page)["og:image"] for page in pages]

    assert after.problems == ()
    assert all(one != other for one, other in zip(old, new, strict=True))


def test_a_page_without_an_edition_names_the_card_in_the_other_language_as_it_is_now(
    site, build, tmp_path
):
    theme = theme_in(tmp_path)
    content = site("three-languages")
    (content / NEWS / "ru.md").unlink()
    settings = {"CARDS": True, "THEME": str(theme), "SITEURL": SITE}
    build(content, **settings)
    words = theme / "translations/kk.po"
    words.write_text(words.read_text("utf-8").replace("Еркін желі", "Басқа желі"), "utf-8")
    after = build(content, **settings)

    shown, own = (named(after, f"{code}/open-net/event.html")["og:image"] for code in ("ru", "kk"))
    assert shown == own


def test_a_card_that_the_cache_lost_is_drawn_anew(site, build, tmp_path):
    content = site("three-languages")
    first = build(content, CARDS=True)
    old = (first.output / "en/index.png").read_bytes()
    (first.output / "en/index.png").write_bytes(b"")
    again = build(content, CARDS=True)
    assert (again.output / "en/index.png").read_bytes() == old
    assert Image.open(io.BytesIO(old)).size == (1200, 630)
