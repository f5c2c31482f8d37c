"""Photographs that nobody took: the same number gives the same bytes.

They have what compression and scaling meet in real ones: detail of every size at about the same
strength (amplitudes fall as 1/f), sharp edges that hide one another, a smooth sky, parts out of
focus, grain of the sensor, and what a camera writes beside the pixels.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw
from PIL.ExifTags import GPS, IFD, Base

from plugins.minber.cache.crew import spread
from tests.bench.prose import chance

LONG, SHORT = 4_000, 3_000
"""Pixels of the sides: 12 megapixels, 4:3."""
MEGAPIXELS = LONG * SHORT / 1e6
QUALITY = 90
UPRIGHT = 6
"""Each of so many was taken upright, which only EXIF's orientation 6 tells."""
MIDDLE = 128
SHAPES = (1_000, 4_000)
HEXAGON = ((1, 0), (0.5, 0.87), (-0.5, 0.87), (-1, 0), (-0.5, -0.87), (0.5, -0.87))
OCTAVES = 8
SPREAD = 74
"""The standard deviation of random bytes."""
Size = tuple[int, int]


def write_photographs(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """Photographs in files, by all processors."""
    folder.mkdir(parents=True)
    paths = [folder / f"{number}.jpg" for number in range(count)]

    def write(numbers: Sequence[int]) -> int:
        return sum(paths[number].write_bytes(photograph(number, seed)) for number in numbers)

    for _ in spread(write, range(count), few=2):
        pass
    return paths


def photograph(number: int, seed: int = 1) -> bytes:
    """A JPEG file (4:2:0) as a telephone makes it, with the place where it was taken."""
    random = chance(seed, "photograph", number)
    upright = number % UPRIGHT == UPRIGHT - 1
    pixels = _taken(random, (SHORT, LONG) if upright else (LONG, SHORT))
    stored = pixels.transpose(Image.Transpose.ROTATE_90) if upright else pixels
    file = io.BytesIO()
    exif = _exif(random, upright)
    stored.save(file, "JPEG", quality=QUALITY, subsampling="4:2:0", exif=exif)
    return file.getvalue()


def _exif(random: Random, upright: bool) -> Image.Exif:
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model] = "Example", "Example 12"
    exif[Base.Orientation] = 6 if upright else 1
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = "2024:05:01 12:00:00"
    place = exif.get_ifd(IFD.GPSInfo)
    place[GPS.GPSLatitudeRef], place[GPS.GPSLongitudeRef] = "N", "E"
    place[GPS.GPSLatitude] = (43.0, float(random.randrange(60)), 0.0)
    place[GPS.GPSLongitude] = (76.0, float(random.randrange(60)), 0.0)
    return exif


def _taken(random: Random, size: Size) -> Image.Image:
    """The pixels as shown: lightness in full, colours as an optic blurs them."""
    small = _smaller(size, 1)
    horizon = random.uniform(-0.2, 0.5)
    focus = _focus(random, small, horizon)
    scene = _scene(random, small, horizon)
    soft = scene.reduce(12).resize(small, Image.Resampling.BICUBIC)
    scene = Image.composite(scene, soft, focus)
    lightness, *colours = scene.convert("YCbCr").split()
    lightness = lightness.resize(size, Image.Resampling.BICUBIC)
    for layer in (_detail(random, focus.resize(size)), _grain(random, size)):
        lightness = ImageChops.add(lightness, layer, 1, -MIDDLE)
    wide = [colour.resize(size, Image.Resampling.BILINEAR) for colour in colours]
    return Image.merge("YCbCr", (lightness, *wide))


def _focus(random: Random, size: Size, horizon: float) -> Image.Image:
    """Where things are sharp (white) and where not; never in the sky."""
    focus = _octaves(random, _smaller(size, 5), 4, 90).resize(size, Image.Resampling.BICUBIC)
    ImageDraw.Draw(focus).rectangle((0, 0, size[0], size[1] * max(horizon, 0)), fill=0)
    return focus


def _scene(random: Random, size: Size, horizon: float) -> Image.Image:
    """A sky, and flat things of every size below it that hide one another."""
    down = Image.linear_gradient("L").resize(size)
    scene = Image.merge("RGB", [down.point(_ramp(random, tone)) for tone in (90, 120, 150)])
    tint = [random.uniform(0.6, 1.0) for _ in range(3)]
    draw = ImageDraw.Draw(scene)
    for _ in range(random.randint(*SHAPES)):
        light = random.gauss(100, 40)
        colour = tuple(int(light * part * random.uniform(0.9, 1.1)) for part in tint)
        draw.polygon(_corners(random, size, horizon), fill=colour)
    return scene


def _ramp(random: Random, tone: int) -> list[int]:
    first, last = tone + random.randint(-20, 20), tone + random.randint(40, 100)
    return [first + (last - first) * value // 255 for value in range(256)]


def _corners(random: Random, size: Size, horizon: float) -> list[tuple[float, float]]:
    """A thing below the horizon; a quarter as many are twice as large."""
    radius = min(size) / 200 / (1 - random.random()) ** 0.5
    x, y = random.uniform(0, size[0]), random.uniform(horizon, 1) * size[1]
    return [
        (x + radius * across * random.uniform(0.4, 1), y + radius * down * random.uniform(0.4, 1))
        for across, down in HEXAGON
    ]


def _detail(random: Random, focus: Image.Image) -> Image.Image:
    """Detail of every size around MIDDLE where things are sharp."""
    texture = _octaves(random, focus.size, OCTAVES, random.uniform(5, 16))
    return Image.composite(texture, Image.new("L", focus.size, MIDDLE), focus)


def _octaves(random: Random, size: Size, count: int, strength: float) -> Image.Image:
    """Noise of `count` sizes, each twice as fine as the one before and as strong."""
    texture = _noise(random, _smaller(size, count - 1), strength)
    for level in reversed(range(count - 1)):
        finer = _noise(random, _smaller(size, level), strength)
        coarse = texture.resize(finer.size, Image.Resampling.BICUBIC)
        texture = ImageChops.add(coarse, finer, 1, -MIDDLE)
    return texture


def _smaller(size: Size, halvings: int) -> Size:
    return size[0] >> halvings, size[1] >> halvings


def _grain(random: Random, size: Size) -> Image.Image:
    return _noise(random, size, random.uniform(2, 4))


def _noise(random: Random, size: Size, strength: float) -> Image.Image:
    """Random greys with a standard deviation."""
    grey = Image.frombytes("L", size, random.randbytes(size[0] * size[1]))
    return grey.point([round(MIDDLE + (v - 127.5) * strength / SPREAD) for v in range(256)])
