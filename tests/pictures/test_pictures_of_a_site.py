"""The pictures of a site: on its pages, and beside them."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest

from plugins.minber.cache.progress import untold
from plugins.minber.cache.store import Store
from plugins.minber.pictures import FORMATS, Studio, publish
from tests.conftest import write_files
from tests.document import document, with_class, words_of
from tests.pictures.snapshots import drawn, photograph, saved, with_picture
from tests.texts import facts, item, words

FOLDER = "campaigns/open-net/news/event"


@pytest.fixture
def content(site):
    folder = site("three-languages")
    write_files(folder, {f"{FOLDER}/facts.yaml": ""})
    credit = {"credit": "Zoë", "source": "https://example.org/p", "licence": "CC0"}
    (folder / FOLDER / "facts.yaml").write_text(facts(pictures={"Lead.jpg": credit}))
    for code, alt in {"kk": "Алаң", "ru": "Площадь", "en": "The square"}.items():
        (folder / FOLDER / f"{code}.md").unlink()
        if code != "ru":
            mark = {"translates": "kk@000000000000"} if code == "en" else {}
            text = words(alt, alt={"Lead.jpg": alt}, caption={"Lead.jpg": alt}, **mark)
            (folder / FOLDER / f"{code}.md").write_text(text, "utf-8")
    (folder / FOLDER / "Lead.jpg").write_bytes(saved(drawn(), "JPEG"))
    return folder


def test_a_picture_is_shown_with_its_size_words_and_credit(content, build):
    [figure] = document(build(content).text("en/open-net/event.html")).iter("figure")
    [image], [caption] = figure.iter("img"), figure.iter("figcaption")
    shown = dict(image.attrib)
    path = shown.pop("src")

    assert path.startswith("../../pictures/open-net/event/lead-")
    shown.pop("loading")
    assert shown == {
        "width": "80",
        "height": "40",
        "alt": "The square",
        "srcset": f"{path} 80w",
        "sizes": "92vw",
    }
    for part in ("The square", "Zoë", "CC0"):
        assert part in words_of(caption)


def test_a_browser_chooses_by_format_and_window_what_it_loads(content, build):
    (content / FOLDER / "Lead.jpg").write_bytes(saved(photograph((1400, 900)), "JPEG"))
    built = build(content)
    [picture] = document(built.text("en/open-net/event.html")).iter("picture")
    *sources, image = picture
    offered = [
        (source.get("type"), source.get("media"), source.get("sizes"), widths(source))
        for source in sources
    ]
    narrow, wide = (None, "92vw", "400w 720w"), ("(min-width:45em)", "41rem", "720w 1312w")
    assert offered == [
        (f"image/{kind}", *window)
        for kind, window in [
            *(("avif", wide), ("avif", narrow)),
            *(("webp", wide), ("webp", narrow)),
            ("jpeg", wide),
        ]
    ]
    assert (widths(image), image.get("width")) == ("400w 720w", "1312")
    srcsets = " ".join(each.get("srcset", "") for each in picture)
    named = set(re.findall(r"pictures/\S+", srcsets))
    assert named == {path for path in built.files if path.startswith("pictures/")}


def widths(source):
    return " ".join(re.findall(r"\d+w", source.get("srcset")))


def test_a_page_with_its_lead_picture_stays_below_50_kilobytes_on_a_telephone(content, build):
    picture = photograph((1000, 1333), grain=0.8)
    (content / FOLDER / "Lead.jpg").write_bytes(saved(picture, "JPEG"))
    built = build(content)
    page = built.text("en/open-net/event.html")
    for ending in ("avif", "webp", "jpg"):
        [path] = set(re.findall(rf"pictures/\S+-720\.{ending}", page))
        weight = (built.output / path).stat().st_size + len(brotli.compress(page.encode()))
        assert weight < 50_000


def test_a_second_build_makes_no_picture(content, build):
    assert ", 1 picture made (" in build(content).said
    assert "made" not in build(content).said


def test_other_formats_give_other_files_and_pages(content, build):
    build(content)
    built = build(content, PICTURE_FORMATS=["webp"])
    [path] = (path for path in built.files if path.startswith("pictures/"))
    assert path.endswith(".webp")
    [image] = document(built.text("en/open-net/event.html")).iter("img")
    assert image.get("src") == f"../../{path}"


@pytest.mark.parametrize("formats", ["webp", [], ["gif"]])
def test_formats_that_are_not_known_are_told(content, build, formats):
    [problem] = build(content, PICTURE_FORMATS=formats).problems
    assert problem == (
        "settings: PICTURE_FORMATS must be a list of avif, webp, jpeg, found "
        f"“{formats}”. Correct it; README.md says how."
    )


def test_a_telephone_is_not_offered_what_cannot_be_made_light(content, build):
    picture = photograph((720, 2800), grain=0.9)
    (content / FOLDER / "Lead.jpg").write_bytes(saved(picture, "JPEG"))
    built = build(content, PICTURE_FORMATS=["jpeg"])
    [wide, image] = next(document(built.text("en/open-net/event.html")).iter("picture"))
    assert (widths(wide), widths(image)) == ("400w 720w", "400w")


def test_a_missing_edition_shows_the_words_of_the_original_with_their_language(content, build):
    [image] = document(build(content).text("ru/open-net/event.html")).iter("img")
    assert (image.get("alt"), image.get("lang")) == ("Алаң", "kk")


def test_a_picture_in_the_text_is_shown_there_and_only_there(content, build):
    path = content / FOLDER / "kk.md"
    text = path.read_text("utf-8").replace("A text.", "A text.\n\n![Суық](second.png)")
    path.write_text(text.replace('"Алаң"}', '"Алаң", "second.png": "Суық"}', 1), "utf-8")
    (content / FOLDER / "en.md").unlink()
    credit = {"Lead.jpg": {"credit": "Zoë"}, "second.png": {"credit": "Zoë"}}
    (content / FOLDER / "facts.yaml").write_text(facts(pictures=credit), "utf-8")
    (content / FOLDER / "second.png").write_bytes(saved(drawn(), "PNG"))
    built = build(content)
    assert built.problems == ()
    page = document(built.text("kk/open-net/event.html"))
    [body] = with_class(page, "body")

    assert [image.get("alt") for image in page.iter("img")] == ["Алаң", "Суық"]
    assert [part.tag for part in body][:3] == ["figure", "div", "figure"]


def test_code_that_looks_like_a_link_or_picture_stays_as_it_is(site, build):
    content = site("three-languages")
    path = content / FOLDER / "en.md"
    code = 'href="content:../x/" src="picture:x.png"'
    path.write_text(path.read_text("utf-8") + f"\n`{code}`\n", "utf-8")
    [shown] = document(build(content).text("en/open-net/event.html")).iter("code")
    assert words_of(shown) == code


def test_a_bad_picture_is_one_problem_and_the_old_site_stays(content, build):
    before = build(content).files
    (content / FOLDER / "Lead.jpg").write_bytes(saved(drawn(), "GIF"))
    built = build(content)
    [problem] = built.problems
    assert problem == (
        f"content/{FOLDER}/Lead.jpg:1: a picture must be what its name says, found “a GIF”. "
        "Save it anew as JPEG, PNG or WebP."
    )
    assert built.files == before


def test_a_drafts_picture_leaves_no_trace(content, build):
    path = content / FOLDER / "facts.yaml"
    path.write_text(path.read_text("utf-8") + "draft: true\n", "utf-8")
    (content / "campaigns/open-net/petitions/first/facts.yaml").write_text(
        facts(demands=["no-law"], thresholds=[{"count": 5000, "id": "debate"}]), "utf-8"
    )
    (content / "campaigns/open-net/petitions/first/signatures.csv").unlink()
    built = build(content)

    assert built.problems == ()
    assert [path for path in built.files if "pictures" in path or "event" in path] == []
    assert [path for path in built.files if "Алаң" in built.text(path)] == []


def test_one_picture_in_two_items_stands_twice_with_its_own_address(content, build):
    other = item("open-net/news/other", pictures={"Lead.jpg": {"credit": "Zoë"}})
    write_files(content, other)
    folder = content / "campaigns/open-net/news/other"
    (folder / "en.md").write_text(words(alt={"Lead.jpg": ""}), "utf-8")
    (folder / "Lead.jpg").write_bytes(saved(drawn(), "JPEG"))
    paths = [path for path in build(content).files if path.startswith("pictures/")]
    folders = {path.rpartition("/")[0] for path in paths}
    assert folders == {"pictures/open-net/event", "pictures/open-net/other"}
    assert len(paths) == 6


def test_a_picture_that_changes_while_the_site_is_built_is_refused(tmp_path):
    (tmp_path / "a.jpg").write_bytes(saved(drawn(), "JPEG"))
    store, studio = Store(Path(":memory:")), Studio(tmp_path, FORMATS)
    found, new, problems = publish([with_picture("a.jpg", "0" * 64)], studio, store, untold)
    assert (found, new, store.keys("")) == ({}, 0, [])
    assert [str(problem) for problem in problems] == [
        "content/a.jpg:1: a picture must not change while the site is built. Build again."
    ]
