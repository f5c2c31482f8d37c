"""Which archives a site has, and what is in each."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit
from zipfile import ZIP_STORED, ZipFile

import pytest
from PIL import Image

from plugins.minber.inspection.pages import inspect
from plugins.minber.offline.types import is_compressed, type_of
from plugins.minber.pictures import encoding
from tests.conftest import SITES, build_site
from tests.document import addresses, document, ids, words_of
from tests.offline.conftest import SITEURL

OF_SITE = re.compile(rf'<(?:a|link) [^>]*?href="{SITEURL}/([^"#]+)')
CODES = ("kk", "ru", "en")
ITEMS = ("event", "first", "letter")
PICTURE = re.compile(
    r"pictures/(open-net/event/street-[0-9a-f]+-40\.(png|webp)"
    r"|clean-air/smog/fog-[0-9a-f]+-40\.(avif|jpg|webp))"
)
PAGES_OF_LANGUAGE = {
    "about.html",
    "all.html",
    "clean-air/index.html",
    "clean-air/smog.html",
    "index.html",
    "news.html",
    "open-net/event.html",
    "open-net/first.html",
    "open-net/gone.html",
    "open-net/index.html",
    "open-net/letter.html",
    "petitions.html",
    "statements.html",
    "topics/internet.html",
}
PRINTED = ("first-letter.pdf", "first-poster.pdf", "first-sheet.pdf", "letter.pdf")


def zipped(built, name):
    return ZipFile(built.output / "offline" / name)


def names(built, name):
    """The names in the one folder of an archive, but for the files of pictures."""
    folder = f"{name.removesuffix('.zip')}/"
    held = zipped(built, name).namelist()
    assert [each for each in held if not each.startswith(folder)] == []
    found = [each.removeprefix(folder) for each in held]
    pictures = [each for each in found if PICTURE.fullmatch(each)]
    assert len(pictures) == {"open-net.zip": 2, "clean-air.zip": 3}.get(name, 5)
    assert len(set(found)) == len(found)
    return set(found) - set(pictures)


def test_there_is_an_archive_for_each_language_campaign_and_edition_and_a_book(offered):
    assert offered.problems == ()
    singles = {f"open-net/{item}-{code}.html" for item in ITEMS for code in CODES}
    sites = {f"site_{code}.zip" for code in CODES}
    campaigns = {"open-net.zip", "clean-air.zip"}
    expected = {*singles, *sites, *campaigns, "site.zim", "clean-air/smog-en.html"}
    found = {path for path in offered.files if path.startswith("offline/")}
    assert found == {f"offline/{name}" for name in expected}


@pytest.mark.parametrize("code", CODES)
def test_an_archive_of_a_language_holds_all_its_pages_and_what_they_need(offered, code):
    files = {f"open-net/{name}" for name in PRINTED}
    assert names(offered, f"site_{code}.zip") == PAGES_OF_LANGUAGE | files


def test_an_archive_of_a_campaign_holds_it_in_all_languages(offered):
    own = ("event.html", "first.html", "gone.html", "index.html", "letter.html", *PRINTED)
    files = {f"{code}/open-net/{name}" for code in CODES for name in own}
    assert names(offered, "open-net.zip") == {"index.html"} | files
    pages = {f"{code}/clean-air/{name}.html" for code in CODES for name in ("index", "smog")}
    assert names(offered, "clean-air.zip") == {"index.html"} | pages


def test_the_start_page_of_a_campaign_leads_to_it_in_each_language(offered):
    start = document(zipped(offered, "open-net.zip").read("open-net/index.html").decode())
    assert addresses(start)[1:] == [f"{code}/open-net/index.html" for code in CODES]


def all_held(built):
    """The texts of all pages in all archives."""
    for path in sorted((built.output / "offline").rglob("*")):
        if path.suffix == ".zip":
            archive = ZipFile(path)
            for name in archive.namelist():
                if name.endswith(".html"):
                    yield archive, name, archive.read(name).decode()
        elif path.suffix == ".html":
            yield None, path.name, path.read_text("utf-8")


@pytest.mark.parametrize("site", ["with address", "without"])
@pytest.mark.parametrize("name", ["site_kk", "site_ru", "site_en", "open-net", "clean-air"])
def test_every_link_leads_to_a_file_of_its_archive_and_to_a_place_in_it(unpacked, site, name):
    assert inspect(unpacked / site / f"{name}.d") == []


def test_every_other_link_leads_to_a_file_of_the_site(offered):
    found = {path for _, _, text in all_held(offered) for path in OF_SITE.findall(text)}
    assert found - set(offered.files) == set()
    assert "kk/search.html" in found


@pytest.mark.parametrize("site", ["offered", "homeless"])
def test_no_link_of_a_single_page_leads_to_a_file_beside_it(request, site):
    singles = [text for archive, _, text in all_held(request.getfixturevalue(site)) if not archive]
    for root in map(document, singles):
        within = [link for link in addresses(root) if not urlsplit(link).scheme]
        assert {link[0] for link in within} == {"#"}
        assert {unquote(link[1:]) for link in within} - set(ids(root)) == {""}


def test_without_an_address_of_the_site_no_archive_names_one(homeless):
    found = {name for _, name, text in all_held(homeless) if "example.org/a" in text}
    assert found == set()


def test_a_draft_is_in_no_archive_and_what_was_withdrawn_says_so(offered):
    texts = [(name, text) for _, name, text in all_held(offered)]
    assert [name for name, text in texts if "Title of later" in text] == []
    gone = {name for name, text in texts if "A text." in text and "Title of gone" in text}
    assert gone == set()
    assert (
        'data-state="withdrawn"'
        in zipped(offered, "site_en.zip").read("site_en/open-net/gone.html").decode()
    )


def test_an_archive_tells_nothing_of_who_made_it_and_when(offered):
    for path in (offered.output / "offline").glob("*.zip"):
        for entry in ZipFile(path).infolist():
            told = entry.date_time, entry.create_system, entry.external_attr, entry.extra
            assert told == ((1980, 1, 1, 0, 0, 0), 3, 0o100644 << 16, b"")


def test_pictures_are_stored_as_they_are_and_all_else_is_compressed(offered):
    entries = zipped(offered, "open-net.zip").infolist()
    stored = {each.filename for each in entries if each.compress_type == ZIP_STORED}
    assert stored == {each.filename for each in entries if PICTURE.search(each.filename)}


ENDINGS = sorted({*encoding._ENDINGS.values(), *encoding._DRAWN.values()})
"""Of all files that a build makes of pictures."""


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_picture_has_the_type_of_its_format(ending):
    assert type_of(f"x.{ending}") == Image.MIME[Image.registered_extensions()[f".{ending}"]]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_picture_is_compressed_already(ending):
    assert is_compressed(f"x.{ending}")


NEWER = {
    "kk": "Сақталған көшірме (мәтіннің күні: 2022 ж. 10 наурыз)."
    " Жаңарақ нұсқасы мына мекенжайда болуы мүмкін:",
    "ru": "Сохранённая копия (дата текста: 10 марта 2022 г.). Более новая версия может быть здесь:",
    "en": "Saved copy (date of the text: 10 March 2022). There may be a newer version at",
}
OF_DAY = {
    "kk": "Сақталған көшірме. Мәтіннің күні: 2022 ж. 10 наурыз",
    "ru": "Сохранённая копия. Дата текста: 10 марта 2022 г.",
    "en": "Saved copy. Date of the text: 10 March 2022",
}


def note_of(built, code):
    """The first line of a text that was saved as a file, and its links."""
    return first_line((built.output / f"offline/open-net/event-{code}.html").read_text("utf-8"))


def first_line(text):
    line = next(next(document(text).iter("main")).iter("p"))
    return words_of(line), addresses(line)


@pytest.mark.parametrize("code", CODES)
def test_a_single_page_says_that_it_is_a_copy_and_where_a_newer_one_may_be(offered, code):
    address = f"{SITEURL}/{code}/open-net/event.html"
    assert note_of(offered, code) == (f"{NEWER[code]} {address}", [address])


@pytest.mark.parametrize("code", CODES)
def test_without_an_address_a_copy_says_of_which_day_its_text_is(homeless, code):
    assert note_of(homeless, code) == (OF_DAY[code], [])


@pytest.mark.parametrize("name", ["site_en.zip:open-net", "open-net.zip:en/open-net"])
def test_a_text_that_was_unpacked_says_that_it_is_a_copy_too(offered, name):
    archive, _, folder = name.partition(":")
    path = f"{archive.removesuffix('.zip')}/{folder}/event.html"
    assert first_line(zipped(offered, archive).read(path).decode()) == note_of(offered, "en")


def test_no_menu_in_an_archive_leads_to_the_search_which_needs_a_network(published_site):
    assert "search.html" in published_site.text("ru/index.html")
    assert b"search.html" not in zipped(published_site, "site_ru.zip").read("site_ru/index.html")


def test_no_text_of_the_site_calls_itself_a_copy(offered):
    page = document(offered.text("en/open-net/event.html"))
    assert "Saved copy" not in words_of(next(page.iter("body")))


@pytest.mark.parametrize(
    ("name", "kind"), [("open-net/event-ru", "png"), ("clean-air/smog-en", "jpeg")]
)
def test_a_single_page_holds_its_picture(offered, name, kind):
    page = document((offered.output / f"offline/{name}.html").read_text("utf-8"))
    [picture] = page.iter("img")
    assert picture.get("src", "").startswith(f"data:image/{kind};base64,")
    assert list(page.iter("source")) == []


def test_without_the_setting_there_are_no_archives_and_no_page_offers_any(tmp_path):
    built = build_site(SITES / "three-languages" / "content", tmp_path / "output")
    assert [path for path in built.files if "offline" in path] == []
    shown = [path for path in built.files if path.endswith(".html")]
    assert [path for path in shown if "offline" in built.text(path)] == []
