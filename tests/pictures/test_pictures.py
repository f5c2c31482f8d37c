"""Pictures are published only as new pixels."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from plugins.minber import pictures
from plugins.minber.cache.store import Store
from plugins.minber.library.model import Item
from plugins.minber.pictures import Published
from tests.conftest import write_files
from tests.document import document, with_class, words_of
from tests.texts import facts, item, words

PLANTED = "GPS of Aigerim"
FOLDER = "campaigns/open-net/news/event"
RED, BLUE = (220, 30, 30), (30, 30, 220)


def drawn(size=(80, 40), mode="RGB"):
    """A picture whose upper left quarter is red and whose rest is blue."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0] // 2, size[1] // 2))
    return image.convert(mode)


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def exif_of_a_person():
    """EXIF with a place and a name in it."""
    exif = Image.Exif()
    exif[0x013B] = PLANTED
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (43.25, 0.0, 0.0)
    return exif.tobytes()


def png_text():
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", PLANTED)
    text.add_itxt("XML:com.adobe.xmp", f"<x>{PLANTED}</x>")
    return text


XMP = f"<x:xmpmeta>{PLANTED}</x:xmpmeta>".encode()
ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
COMMON = {"exif": exif_of_a_person(), "icc_profile": ICC}
WITH_PLANTEDS = {
    "a.jpg": saved(drawn(), "JPEG", **COMMON, xmp=XMP, comment=PLANTED.encode()),
    "b.jpg": saved(drawn(), "JPEG", comment=PLANTED.encode()) + b"PK\x03\x04" + PLANTED.encode(),
    "c.png": saved(drawn(), "PNG", **COMMON, pnginfo=png_text()),
    "d.png": saved(drawn(mode="RGBA"), "PNG", **COMMON, pnginfo=png_text()),
    "e.png": saved(drawn(mode="P"), "PNG", pnginfo=png_text(), transparency=0),
    "f.webp": saved(drawn(), "WEBP", **COMMON, xmp=XMP),
    "g.webp": saved(drawn(mode="RGBA"), "WEBP", **COMMON, xmp=XMP),
}


def with_picture(name, digest):
    """A news piece with one picture, whose file lies in the folder of content itself."""
    return Item("news", "camp", "item", "content", None, {}, (), (), {name: digest}, "", {}, ())


def publish(name, data, tmp_path):
    """The picture as it is published, or in words why it is refused; `check` must say the same."""
    (tmp_path / name).write_bytes(data)
    news = with_picture(name, hashlib.sha256(data).hexdigest())
    store = Store(Path(":memory:"))
    found, problems = pictures.publish([news], tmp_path, store, "")
    assert pictures.picture_problems([news], tmp_path) == problems
    if problems:
        return problems[0].found
    published = found["camp/item", name]
    return AsPublished(published, pictures.bytes_of(published, store))


@dataclass(frozen=True)
class AsPublished:
    picture: Published
    data: bytes


def read_again(published):
    return Image.open(io.BytesIO(published.data))


@pytest.mark.parametrize("name", WITH_PLANTEDS)
def test_nothing_of_the_file_but_its_pixels_is_published(tmp_path, name):
    assert PLANTED.encode() in WITH_PLANTEDS[name]
    picture = read_again(publish(name, WITH_PLANTEDS[name], tmp_path))
    kept = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}

    assert PLANTED.encode() not in publish(name, WITH_PLANTEDS[name], tmp_path).data
    assert (dict(picture.getexif()), set(picture.info) - kept) == ({}, set())


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_stands_upright(tmp_path, kind, orientation):
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    turned = drawn().transpose(turns[orientation]) if orientation in turns else drawn()
    exif = Image.Exif()
    exif[0x0112] = orientation
    name = f"a.{kind.lower()}"
    picture = read_again(publish(name, saved(turned, kind, exif=exif.tobytes()), tmp_path))

    assert picture.size == (80, 40)
    assert [nearest(picture, at) for at in ((10, 10), (70, 10), (10, 30), (70, 30))] == [
        RED,
        BLUE,
        BLUE,
        BLUE,
    ]


def nearest(picture, at):
    red, _, blue = picture.convert("RGB").getpixel(at)
    return RED if red > blue else BLUE


@pytest.mark.parametrize(
    ("data", "size", "kind"),
    [
        (saved(drawn((2400, 1200)), "JPEG"), (1200, 600), "jpg"),
        (saved(drawn((800, 9000)), "PNG"), (427, 4800), "jpg"),
        (saved(drawn((20, 10)), "WEBP"), (20, 10), "jpg"),
        (saved(drawn(mode="RGBA"), "PNG"), (80, 40), "png"),
        (saved(drawn(mode="LA"), "PNG"), (80, 40), "png"),
        (saved(drawn(mode="CMYK"), "JPEG"), (80, 40), "jpg"),
        (saved(drawn(mode="1"), "PNG"), (80, 40), "jpg"),
        # a telephone's photo with a small copy behind it
        (saved(drawn(), "MPO", save_all=True, append_images=[drawn((8, 4))]), (80, 40), "jpg"),
    ],
)
def test_a_picture_has_its_shape_and_at_most_the_widest_size(tmp_path, data, size, kind):
    published = publish("Photo.One.jpg", data, tmp_path)
    picture = published.picture
    assert (picture.width, picture.height) == read_again(published).size == size
    assert (
        picture.path
        == f"pictures/camp/item/photo.one-{hashlib.sha256(data).hexdigest()[:8]}.{kind}"
    )


def test_grey_of_sixteen_bits_keeps_its_shades(tmp_path):
    image = Image.new("I;16", (256, 8))
    image.putdata([column * 257 for _ in range(8) for column in range(256)])
    picture = read_again(publish("a.png", saved(image, "PNG"), tmp_path)).convert("L")
    shades = [picture.getpixel((column, 4)) for column in (0, 64, 128, 192, 255)]
    assert shades == pytest.approx([0, 64, 128, 192, 255], abs=4)


# What is refused


def png_of(width, height):
    """A PNG of a few bytes that says it is large."""

    def chunk(kind, data):
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


ANIMATION = {"save_all": True, "append_images": [Image.new("RGB", (80, 40))], "duration": 9}
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"
REFUSED = [
    # bombs
    ("a.png", png_of(10_000, 4_001), "10000 × 4001 pixels; at most 40,000,000 are allowed"),
    ("a.png", png_of(12_000, 12_000), "Image size (144000000 pixels) exceeds limit"),
    ("a.png", png_of(60_000, 60_000), "Image size (3600000000 pixels) exceeds limit"),
    # broken
    ("a.jpg", b"", "cannot identify image file 'a.jpg'"),
    ("a.jpg", saved(drawn((300, 300)), "JPEG")[:900], "image file is truncated"),
    ("a.png", saved(drawn((300, 300)), "PNG")[:200], "image file is truncated"),
    # something else under another name
    ("a.jpg", saved(drawn(), "GIF"), "cannot identify image file 'a.jpg'"),
    ("a.jpg", EPS, "cannot identify image file 'a.jpg'"),
    ("a.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "cannot identify image file 'a.png'"),
    ("a.png", saved(drawn(), "TIFF"), "cannot identify image file 'a.png'"),
    ("a.jpg", saved(drawn(), "BMP"), "cannot identify image file 'a.jpg'"),
    ("a.jpg", b"PK\x03\x04" + saved(drawn(), "JPEG"), "cannot identify image file 'a.jpg'"),
    ("a.webp", b"GIF89a/*" + b"\0" * 99, "cannot identify image file 'a.webp'"),
    # moving
    ("a.webp", saved(drawn(), "WEBP", **ANIMATION), "more than one frame"),
    ("a.png", saved(drawn(), "PNG", **ANIMATION), "more than one frame"),
]


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED)
def test_what_is_no_picture_is_refused_with_the_reason(tmp_path, name, data, reason):
    assert str(publish(name, data, tmp_path)).startswith(reason)


def test_a_script_behind_a_picture_is_not_published(tmp_path):
    data = saved(drawn(), "JPEG", comment=b"*/=alert(1)/*") + b"<script>alert(1)</script>"
    published = publish("a.jpg", data, tmp_path)
    assert b"script" not in published.data
    assert b"alert" not in published.data


@given(st.data())
def test_a_broken_file_is_refused_or_published_clean(tmp_path_factory, data):
    whole = bytearray(WITH_PLANTEDS[data.draw(st.sampled_from(sorted(WITH_PLANTEDS)))])
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(whole)))
    found = publish("a.jpg", bytes(whole[:end]), tmp_path_factory.getbasetemp())
    assert isinstance(found, str) or PLANTED.encode() not in found.data


# On the site


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
    assert shown == {"width": "80", "height": "40", "alt": "The square"}
    for part in ("The square", "Zoë", "CC0"):
        assert part in words_of(caption)


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
    [text_part] = with_class(page, "text")

    assert [image.get("alt") for image in page.iter("img")] == ["Алаң", "Суық"]
    assert [image.get("width") for image in text_part.iter("img")] == ["80"]


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
        f"content/{FOLDER}/Lead.jpg:1: a picture must be usable, found “cannot identify image "
        "file 'Lead.jpg'”. Save it anew as JPEG, PNG or WebP, and smaller if it is very large."
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
    assert [path.rpartition("/")[0] for path in paths] == [
        "pictures/open-net/event",
        "pictures/open-net/other",
    ]


def test_a_picture_that_changes_while_the_site_is_built_is_refused(tmp_path):
    (tmp_path / "a.jpg").write_bytes(saved(drawn(), "JPEG"))
    store = Store(Path(":memory:"))
    found, problems = pictures.publish([with_picture("a.jpg", "0" * 64)], tmp_path, store, "")
    assert (found, store.keys("")) == ({}, [])
    assert [str(problem) for problem in problems] == [
        "content/a.jpg:1: a picture must not change while the site is built. Build again."
    ]
