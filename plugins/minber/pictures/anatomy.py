"""What is known of a picture before its pixels are read, and what makes a file unusable."""

from __future__ import annotations

from dataclasses import dataclass

MOST_PIXELS = {"JPEG": 40_000_000, "PNG": 40_000_000, "WEBP": 12_000_000}
"""By kind: what is read of a WebP stands in memory four times, of other kinds once."""
LONGEST_SIDE = 65_535
"""Pixels, as in a JPEG: longer lines could not be worked on in bands."""
MOST_PARTS = 20_000
"""Parts of a file.  A picture of the largest size has a tenth of them; more only cost time."""


class Unusable(Exception):
    """A file that cannot be published; its words are for the editor."""

    def __init__(self, rule: str, found: str = "", remedy: str = "") -> None:
        super().__init__(rule)
        self.rule = rule
        self.found = found
        self.remedy = remedy or "Save it anew as JPEG, PNG or WebP."


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A file taken apart, with none of its pixels read."""

    kind: str
    """JPEG, PNG or WEBP, as Pillow calls them."""
    size: tuple[int, int]
    """Width and height as they are stored, before the picture is turned upright."""
    orientation: int
    """1 to 8, as Exif counts them; 1 is upright."""
    profile: bytes
    """The ICC profile of its colours; empty for sRGB."""
    pixels: bytes
    """A file of the same kind with nothing but what decides the pixels."""
    spoils: tuple[bytes, ...]
    """The rest: comments, metadata, previews, and last what stands behind the end."""

    @property
    def is_on_its_side(self) -> bool:
        """Whether its width is stored as its height."""
        return self.orientation in range(5, 9)


def damaged(found: str) -> Unusable:
    """A file that is cut short or wrong inside."""
    return Unusable("a picture must be whole", found, "Copy it again, or save it anew.")


def moving() -> Unusable:
    """A file of several pictures."""
    return Unusable("a picture must not move", "several frames", "Save one frame of it.")


def too_many_parts() -> Unusable:
    """A file that would take long to go through."""
    return Unusable("a picture must be made of few parts", f"more than {MOST_PARTS:,}")


def check_size(anatomy: Anatomy) -> None:
    """Raise Unusable where a picture has no pixels or more than can be worked on."""
    width, height = anatomy.size
    most = MOST_PIXELS[anatomy.kind]
    if not width * height:
        raise damaged("no pixels")
    if max(anatomy.size) > LONGEST_SIDE:
        rule = f"a picture must have at most {LONGEST_SIDE:,} pixels a side"
        raise Unusable(rule, f"{width} × {height}", "Save a smaller copy.")
    if width * height > most:
        rule = f"a picture of its kind must have at most {most // 1_000_000} million pixels"
        remedy = "Save a smaller copy" + (", or a JPEG." if anatomy.kind == "WEBP" else ".")
        raise Unusable(rule, f"{width} × {height}", remedy)
