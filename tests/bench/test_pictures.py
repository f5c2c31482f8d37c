from __future__ import annotations

import io

import pytest
from PIL import Image, JpegImagePlugin
from PIL.ExifTags import IFD, Base

from tests.bench import hugo_site, ours
from tests.bench.photographs import LONG, SHORT, photograph, write_photographs
from tests.bench.picture_files import Written, count, named, written
from tests.bench.picture_table import results, weights
from tests.bench.pictured import NAME, Pictured
from tests.bench.pictures import NEW, PictureStand, bundle_path, sides
from tests.bench.sides import AGAIN, HUGO, NOTHING, OURS, Side
from tests.bench.table import Figure
from tests.content import opened

AFTER = "1790000000"
"""A day in 2026, when all of the corpus has happened."""
LEVEL, UPRIGHT = 0, 5


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    return write_photographs(tmp_path_factory.mktemp("taken") / "photographs", UPRIGHT + 1)


@pytest.fixture
def corpus(tmp_path):
    """Two news pieces, and photographs of a few pixels: two more than pieces."""
    paths = [tmp_path / f"{number}.jpg" for number in range(4)]
    for number, path in enumerate(paths):
        Image.new("RGB", (8, 6), (number, 0, 0)).save(path)
    return Pictured(6, photographs=paths)


# Photographs


@pytest.mark.parametrize("number", [LEVEL, UPRIGHT])
def test_same_number_gives_the_same_photograph_in_any_process(taken, number):
    assert taken[number].read_bytes() == photograph(number)


def test_other_seed_gives_another_photograph(taken):
    assert taken[LEVEL].read_bytes() != photograph(LEVEL, seed=2)


@pytest.mark.parametrize(("number", "orientation"), [(LEVEL, 1), (UPRIGHT, 6)])
def test_photographs_are_stored_as_cameras_do(taken, number, orientation):
    with Image.open(taken[number]) as picture:
        assert (picture.format, picture.size) == ("JPEG", (LONG, SHORT))
        assert picture.getexif()[Base.Orientation] == orientation
        assert JpegImagePlugin.get_sampling(picture) == 2  # 4:2:0


def test_photographs_tell_the_camera_and_the_place(taken):
    with Image.open(taken[LEVEL]) as picture:
        exif = picture.getexif()
        assert exif[Base.Model] == "Example 12"
        assert len(exif.get_ifd(IFD.GPSInfo)) == 4


def test_photographs_are_as_heavy_as_those_of_telephones(taken):
    sizes = [path.stat().st_size / 1e6 for path in taken]
    assert 2 < min(sizes) < max(sizes) < 6


def test_photographs_are_as_heavy_as_real_ones_when_they_are_small(taken):
    small = io.BytesIO()
    with Image.open(taken[LEVEL]) as picture:
        picture.resize((1312, 984)).save(small, "WEBP", quality=75)
    assert 0.3 < len(small.getvalue()) * 8 / (1312 * 984) < 2  # bits a pixel


# Sites


def test_content_with_photographs_has_no_problem(corpus, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", AFTER)
    ours.write_content(corpus, tmp_path / "content")
    assert [str(problem) for problem in opened(tmp_path / "content").problems] == []


@pytest.mark.parametrize(
    ("site", "words_path"), [(ours, ours.words_path), (hugo_site, bundle_path)]
)
def test_every_piece_has_its_photograph_beside_its_words(site, words_path, corpus, tmp_path):
    (tmp_path / "site").mkdir()
    site.write_site(corpus, tmp_path / "site")
    folders = [(tmp_path / "site" / words_path(place, "kk")).parent for place in corpus.places]
    for folder, photograph_ in zip(folders, corpus.photographs[:2], strict=True):
        assert sorted(path.suffix for path in folder.glob("*.md")) == [".md"] * 3
        assert (folder / NAME).samefile(photograph_)


def test_one_piece_is_the_same_as_among_all(corpus):
    items = [item for item in corpus.items() if item.place.kind == "news"]
    assert [corpus.item(number) for number in range(len(corpus.places))] == items


def test_hugo_gets_no_photograph_to_publish_as_it_is(corpus, tmp_path):
    hugo_site.write_site(corpus, tmp_path / "site")
    words = tmp_path / "site" / bundle_path(corpus.places[0], "ru")
    assert "publishResources: false" in words.read_text("utf-8")


# Cases


@pytest.fixture
def stand(corpus, tmp_path):
    side = Side(HUGO, (), hugo_site.write_site, bundle_path, ("true",))
    made = PictureStand.made(side, corpus, tmp_path / "0")
    (made.root / "resources/_gen").mkdir(parents=True)
    return made


def shown(stand):
    return [
        stand.root.joinpath(bundle_path(place, "kk")).with_name(NAME).read_bytes()
        for place in stand.corpus.places
    ]


@pytest.mark.parametrize(("case", "kept"), [(NOTHING, False), (AGAIN, True), (NEW, True)])
def test_only_from_nothing_forgets_what_was_made_of_photographs(stand, case, kept):
    stand.ready(case, 1)
    assert (stand.root / "resources").exists() == kept


def test_new_photograph_takes_the_place_of_one(stand):
    first, second, _, new = [path.read_bytes() for path in stand.corpus.photographs]
    stand.ready(NEW, 1)
    assert shown(stand) == [first, new]
    assert stand.corpus.photographs[1].read_bytes() == second


def test_both_sides_have_the_cases_that_are_compared(monkeypatch):
    monkeypatch.setattr("tests.bench.pictures.hugo_command", lambda: ("hugo",))
    columns = {side.column for side in sides() if {NOTHING, AGAIN, NEW} <= set(side.cases)}
    assert columns == {OURS, HUGO}


# Files and tables


@pytest.mark.parametrize(
    ("page", "text", "paths"),
    [
        # Ours: from the page to a folder of pictures.
        (
            "en/c/news/a.html",
            """<source srcset="../../../pictures/a-400.avif 400w,
            ../../../pictures/a-720.avif 720w"><img src="../../../pictures/a-1312.jpg">""",
            {"pictures/a-400.avif", "pictures/a-720.avif", "pictures/a-1312.jpg"},
        ),
        # Hugo's: beside the page, and one of them named twice.
        (
            "en/c/a.html",
            '<img src="../../c/x_2.webp" srcset="../../c/x_1.webp 400w, ../../c/x_2.webp 720w">',
            {"c/x_1.webp", "c/x_2.webp"},
        ),
        ("a.html", '<meta content="https://minber.example.org/cards/a.png">', {"cards/a.png"}),
        ("a.html", '<a href="https://www.example.com/a.png">a</a>', set()),
    ],
)
def test_files_that_pages_name(page, text, paths, tmp_path):
    ours.write(tmp_path / page, text)
    assert named(tmp_path) == paths


def test_files_that_no_page_names_are_not_weighed(tmp_path):
    ours.write(tmp_path / "a.html", '<img src="new.webp">')
    for name in ("new", "old"):
        Image.new("RGB", (40, 30)).save(tmp_path / f"{name}.webp")
    size = (tmp_path / "new.webp").stat().st_size
    assert written(tmp_path) == [Written("WebP", 40, size)]
    assert count(tmp_path) == 2


def test_cases_have_ratios_and_speeds():
    figures = {
        (NOTHING, OURS): Figure((2.0, 3.0, 9.0), 300_000_000),
        (NOTHING, HUGO): Figure((6.0,), None),
        (NEW, OURS): Figure((1.0,), None),
    }
    both = "Minber, Hugo"
    assert results(figures, {NOTHING: 30}).splitlines() == [
        f"| case | Minber | Hugo | ÷ Hugo | photographs a second: {both} | memory: {both} |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        "| from nothing | 3.00 s | 6.00 s | 0.50 | 10.0, 5.0 | 300 MB, – |",
        "| one new photograph | 1.00 s | – | – | –, – | –, – |",
    ]


def test_files_are_weighed_by_format_and_width():
    own = [Written("AVIF", 400, 9_000), Written("WebP", 400, 10_000), Written("WebP", 400, 20_000)]
    hugo = [Written("WebP", 400, 12_000), Written("WebP", 720, 40_000)]
    means = "mean: Minber | mean: Hugo | ÷ Hugo"
    assert weights({OURS: own, HUGO: hugo}).splitlines() == [
        f"| format | width | files: Minber, Hugo | {means} | all: Minber, Hugo |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| AVIF | 400 | 1, 0 | 9.0 kB | – | – | 0.0 MB, 0.0 MB |",
        "| WebP | 400 | 2, 1 | 15.0 kB | 12.0 kB | 1.25 | 0.0 MB, 0.0 MB |",
        "| WebP | 720 | 0, 1 | – | 40.0 kB | – | 0.0 MB, 0.0 MB |",
        "| AVIF | all | 1, 0 | 9.0 kB | – | – | 0.0 MB, 0.0 MB |",
        "| WebP | all | 2, 2 | 15.0 kB | 26.0 kB | 0.58 | 0.0 MB, 0.1 MB |",
    ]
