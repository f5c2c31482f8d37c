"""The path is the identity: kind, campaign, slug and language come from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.minber.problems import Problem, listed
from plugins.minber.source.files import File, is_file_name, is_picture

FOLDER_OF_KIND = {"petition": "petitions", "statement": "statements", "news": "news"}
"""The kinds of item with the name of their folder in a campaign, which is their list's too."""
KIND_OF_FOLDER = {folder: kind for kind, folder in FOLDER_OF_KIND.items()}
REGISTERS = ("bodies", "organisations", "topics", "platforms")
LONGEST_SLUG = 60

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YEAR_OF_A_LIST = re.compile(rf"({'|'.join(KIND_OF_FOLDER)})-\d+")
_RESERVED = frozenset(
    # `pages` would make an item's key `pages/…` that of a page.
    "index petitions statements news topics all search offline embed feed data pictures pages 404 "
    # Names that Windows keeps for devices: a memory stick could not carry them.
    "con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 "
    "lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9".split()
)
_WORDS_ENDINGS = (".doc", ".docx", ".odt", ".rtf", ".txt", ".pdf")
_PHOTO, _DRAWING = "Save the picture as JPEG.", "Save the picture as PNG."
_HEIC = "few browsers can show HEIC", _PHOTO
_TIFF = "few browsers can show TIFF", _PHOTO
_REASONS = {
    ".heic": _HEIC,
    ".heif": _HEIC,
    ".tif": _TIFF,
    ".tiff": _TIFF,
    ".avif": ("older browsers cannot show AVIF", _PHOTO),
    ".bmp": ("BMP files are many times larger", _DRAWING),
    ".gif": ("GIF may move, which readers cannot stop", _DRAWING),
    ".svg": ("SVG can hold scripts, addresses of other sites and its author's name", _DRAWING),
}
"""Why a picture of another kind may not stand anywhere, and the remedy, by ending."""
_TABLE_OF_KIND = {"petition": ("signatures.csv",), "statement": ("signatories.csv",)}


@dataclass(frozen=True, slots=True)
class Folder:
    """A campaign, an item or a page with its files by name."""

    kind: str
    """campaign, petition, statement, news or page."""
    campaign: str
    """The slug of the campaign; "" for a page."""
    slug: str
    path: str
    files: Mapping[str, File]
    faulty: frozenset[str] = frozenset()
    """Names of files that stand here and cannot be read; each has a problem of its own."""

    @property
    def key(self) -> str:
        """`campaign/item`, `campaign` or `pages/page`: unique in the tree."""
        if self.kind == "page":
            return f"pages/{self.slug}"
        return self.slug if self.kind == "campaign" else f"{self.campaign}/{self.slug}"

    def path_of(self, name: str) -> str:
        return f"{self.path}/{name}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file stands."""

    kind: str
    """As of a folder, or `registry`."""
    campaign: str
    slug: str
    folder: str
    name: str


def place_of(path: str) -> Place | Problem:
    """Where a file stands by its path `content/…`, or why it has no place."""
    match path.split("/")[1:]:
        case ["registry", name]:
            return Place("registry", "", "", "content/registry", name)
        case ["pages", slug, name]:
            return Place("page", "", slug, f"content/pages/{slug}", name)
        case ["campaigns", slug, name]:
            return Place("campaign", slug, slug, f"content/campaigns/{slug}", name)
        case ["campaigns", campaign, folder, slug, name] if folder in KIND_OF_FOLDER:
            kind, path = KIND_OF_FOLDER[folder], f"content/campaigns/{campaign}/{folder}/{slug}"
            return Place(kind, campaign, slug, path, name)
    remedy = "Move it to a folder of a campaign, an item, a page or the registry."
    return Problem(path, 1, "content must hold only files that have a place in it", "", remedy)


def name_problem(path: str, place: Place, allowed: tuple[str, ...]) -> Problem | None:
    """Why a file may not stand in its place, beside pictures and the names that are allowed."""
    if place.name in allowed:
        return None
    ending = PurePosixPath(place.name).suffix.lower()
    if is_picture(place.name) or ending in _REASONS:
        return _picture_problem(path, place, ending)
    if PurePosixPath(place.name).stem == "kz":
        remedy = "Rename it to kk.md: kk is the code of the Kazakh language, kz of the country."
        return Problem(path, 1, "a words file must be named by a language code", place.name, remedy)
    remedy = f"Files that may stand here: {', '.join(allowed)}."
    if ending in _WORDS_ENDINGS:
        remedy = "Copy its text into a words file."
    return Problem(path, 1, "only known files may stand in this folder", place.name, remedy)


def _picture_problem(path: str, place: Place, ending: str) -> Problem | None:
    if place.kind in ("page", "registry"):
        rule = "a picture must stand in the folder of a campaign or an item"
        return Problem(path, 1, rule, place.name, "Move it there, or delete it.")
    if ending in _REASONS:
        reason, remedy = _REASONS[ending]
        return Problem(
            path, 1, f"a picture must be JPEG, PNG or WebP: {reason}", place.name, remedy
        )
    if is_file_name(place.name):
        return None
    remedy = "Rename the file to Latin letters, digits and hyphens."
    return Problem(path, 1, "a picture must have a plain name", place.name, remedy)


def allowed_names(languages: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The names of files that folders of each kind may hold, beside pictures."""
    words = tuple(f"{language}.md" for language in languages)
    names = {
        kind: ("facts.yaml", *words, *_TABLE_OF_KIND.get(kind, ()))
        for kind in ("campaign", *FOLDER_OF_KIND)
    }
    registers = tuple(f"{register}.yaml" for register in REGISTERS)
    return {**names, "page": words, "registry": registers}


def slug_problem(path: str, slug: str) -> Problem | None:
    """A folder's name must be lasting, readable in an address, and not a list's own."""
    if not _SLUG.fullmatch(slug):
        remedy = "Rename the folder to words of a–z and 0–9 joined by single hyphens."
        return Problem(path, 1, "a folder's name must be ASCII words joined by -", slug, remedy)
    if len(slug) > LONGEST_SLUG:
        rule = f"a folder's name must have at most {LONGEST_SLUG} characters"
        return Problem(path, 1, rule, slug, "Rename the folder.")
    if slug in _RESERVED or _YEAR_OF_A_LIST.fullmatch(slug):
        remedy = f"Rename the folder; these names are taken: {listed(_RESERVED)}."
        return Problem(
            path, 1, "a folder must not have a name that the site uses itself", slug, remedy
        )
    return None
