"""Pictures for tests, what they hide, and what becomes of them."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageCms, PngImagePlugin

from plugins.minber import pictures
from plugins.minber.cache.progress import untold
from plugins.minber.cache.store import Store
from plugins.minber.library.model import Item
from plugins.minber.pictures import FORMATS, Copy, Published, Studio

PLANTED = "GPS of Aigerim"
RED, BLUE = (220, 30, 30), (30, 30, 220)


def drawn(size=(80, 40), mode="RGB"):
    """A picture whose upper left quarter is red and whose rest is blue."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0] // 2, size[1] // 2))
    return image.convert(mode)


@cache
def photograph(size, grain=0.0):
    """Clouds of every size, as photographs have them, with grain on them."""
    random, whole = Random(size[0]), Image.new("L", size, 128)
    for step in (2, 5, 12, 30, 80):
        cells = (size[0] // step + 1, size[1] // step + 1)
        noise = Image.frombytes("L", cells, random.randbytes(cells[0] * cells[1]))
        share = grain if step == 2 else 0.3
        whole = Image.blend(whole, noise.resize(size, Image.Resampling.BICUBIC), share)
    return Image.merge("RGB", (whole, ImageChops.offset(whole, 40), ImageChops.invert(whole)))


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


def png_chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_of(width, height, more=b"", data=bytes(1000)):
    """A PNG of a few bytes that says how large it is."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = [png_chunk(b"IHDR", head), more, png_chunk(b"IDAT", zlib.compress(data))]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + png_chunk(b"IEND", b"")


def jpeg_segment(marker, body):
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


IPTC = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x13\x1c\x02\x50\0\x0e" + PLANTED.encode() + b"\0"
"""A by-line, as newsrooms write it."""


def with_iptc(data):
    """A JPEG with an author in it."""
    return data[:2] + jpeg_segment(0xED, IPTC) + data[2:]


XMP = f"<x:xmpmeta>{PLANTED}</x:xmpmeta>".encode()
ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
COMMON = {"exif": exif_of_a_person(), "icc_profile": ICC}
VIDEO = b"\0\0\0\x18ftypmp42" + PLANTED.encode()
WITH_PLANTEDS = {
    "a.jpg": with_iptc(saved(drawn(), "JPEG", **COMMON, xmp=XMP, comment=PLANTED.encode())),
    # Telephones put a short video behind a photograph.
    "b.jpg": saved(drawn(), "JPEG", comment=PLANTED.encode()) + VIDEO,
    "c.png": saved(drawn(), "PNG", **COMMON, pnginfo=png_text()),
    "d.png": saved(drawn(mode="RGBA"), "PNG", **COMMON, pnginfo=png_text()),
    "e.png": saved(drawn(mode="P"), "PNG", pnginfo=png_text(), transparency=0),
    "f.webp": saved(drawn(), "WEBP", **COMMON, xmp=XMP),
    "g.webp": saved(drawn(mode="RGBA"), "WEBP", **COMMON, xmp=XMP),
    "h.jpg": with_iptc(saved(photograph((300, 200)), "JPEG", **COMMON, xmp=XMP)),
    "i.png": saved(photograph((300, 200)), "PNG", **COMMON, pnginfo=png_text()),
    "j.webp": saved(photograph((300, 200)), "WEBP", **COMMON, xmp=XMP),
}


def with_picture(name, digest):
    """A news piece with one picture, whose file lies in the folder of content itself."""
    return Item("news", "camp", "item", "content", None, {}, (), (), {name: digest}, "", {}, ())


@dataclass(frozen=True)
class AsPublished:
    picture: Published
    files: dict[Copy, bytes]

    def read(self, ending, width=0):
        """The file of an ending, the widest where no width is given, as a picture again."""
        found = [(c.width, data) for c, data in self.files.items() if c.ending == ending]
        return Image.open(io.BytesIO(dict(found)[width or max(found)[0]]))


def publish(name, data, folder, formats=FORMATS):
    """The picture as it is published, or the problem; `check` must say the same."""
    (folder / name).write_bytes(data)
    news = with_picture(name, hashlib.sha256(data).hexdigest())
    store, studio = Store(Path(":memory:")), Studio(folder, formats)
    found, new, problems = pictures.publish([news], studio, store, untold)
    assert pictures.picture_problems([news], studio, Store(Path(":memory:"))) == problems
    assert new == len(found)
    if problems:
        return str(problems[0])
    published = found["camp/item", name]
    copies = published.made.copies
    return AsPublished(published, {c: pictures.bytes_of(published, c, store) for c in copies})
