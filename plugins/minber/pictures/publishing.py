"""The pictures of all items, each made once and kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path, PurePosixPath

import msgspec

from plugins.minber.cache.crew import spread
from plugins.minber.cache.digests import digest_of, digest_of_bytes, digest_of_files
from plugins.minber.cache.progress import Track, worked_off
from plugins.minber.cache.store import Store
from plugins.minber.library.model import Item
from plugins.minber.problems import Problem, SiteRefused
from plugins.minber.source.files import digest_of_file

_FEW = 2
"""Pictures that are made sooner than a further process is ready to make some."""
_DIGITS = 8
"""Of the digest in a name: whoever keeps a file under its name never has an old one."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture file of an item."""

    item: Item
    name: str
    location: Path
    formats: tuple[str, ...]
    key: str
    """The digest of the file and of all that makes pictures of it."""

    @property
    def shown(self) -> str:
        """Its path as problems print it."""
        return f"{self.item.path}/{self.name}"


@dataclass(frozen=True, slots=True)
class Copy:
    """What one file of a published picture is besides its bytes."""

    ending: str
    """avif, webp, jpg or png."""
    width: int
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a published picture is besides its bytes."""

    width: int
    height: int
    digest: str
    """Of the bytes of all its files."""
    copies: tuple[Copy, ...]
    """By format, in the order in which browsers are to take them, from narrow to wide."""


@dataclass(frozen=True, slots=True)
class Published:
    """A picture as the site has it."""

    shot: Shot
    made: Made

    def path(self, copy: Copy) -> str:
        """Where one of its files stands, from the root of the site."""
        stem, digest = PurePosixPath(self.shot.name).stem.lower(), self.made.digest[:_DIGITS]
        folder = f"pictures/{self.shot.item.key}"
        return f"{folder}/{stem}-{digest}-{copy.width}.{copy.ending}"


Pictures = Mapping[tuple[str, str], Published]
"""By the key of the item and the name of the file."""


@dataclass(frozen=True, slots=True)
class Studio:
    """Where pictures are made, and in which formats."""

    content: Path
    formats: tuple[str, ...]

    def digest(self) -> str:
        """Of all that decides what becomes of a file."""
        code = digest_of_files(Path(__file__).parent, Path(__file__).parent.glob("*.py"))
        return digest_of(code, version("pillow"), *self.formats)


def publish(
    items: Iterable[Item], studio: Studio, store: Store, track: Track
) -> tuple[Pictures, int, list[Problem]]:
    """The pictures of all items, how many of them are new, and what is wrong with others."""
    shots = list(_shots(items, studio))
    known = _kept(store, {shot.key for shot in shots})
    wanted = [shot for shot in shots if shot.key not in known]
    problems: list[Problem] = []
    for key, found in worked_off(_work, wanted, (track, "Making pictures"), _FEW):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            known[key], files = found
            store.put_many(_blobs(key, known[key], files))
    published = {(s.item.key, s.name): Published(s, known[s.key]) for s in shots if s.key in known}
    return published, len(wanted) - len(problems), problems


def picture_problems(items: Iterable[Item], studio: Studio, store: Store) -> list[Problem]:
    """What `publish` would refuse, found in less time; what is kept has no problem."""
    shots = list(_shots(items, studio))
    known = _kept(store, {shot.key for shot in shots})
    wanted = [shot for shot in shots if shot.key not in known]
    found = (problem for portion in spread(_look, wanted, _FEW) for problem in portion)
    return [problem for problem in found if problem]


def _shots(items: Iterable[Item], studio: Studio) -> Iterator[Shot]:
    common = studio.digest()
    for item in items:
        for name, digest in item.pictures.items() if item.is_listed else ():
            # Paths are shown from `content`, whatever the folder is called.
            location = studio.content.joinpath(*PurePosixPath(item.path).parts[1:], name)
            key = digest_of(common, location.suffix.lower(), digest)
            yield Shot(item, name, location, studio.formats, key)


def _kept(store: Store, keys: Collection[str]) -> dict[str, Made]:
    blobs = store.get_many([_made_key(key) for key in keys])
    found = {}
    for key in keys:
        with suppress(KeyError, msgspec.DecodeError):
            found[key] = msgspec.json.decode(blobs[_made_key(key)], type=Made)
    return found


Files = Sequence[tuple[Copy, bytes]]


def _blobs(key: str, made: Made, files: Files) -> Iterator[tuple[str, bytes]]:
    yield from ((_copy_key(key, copy), data) for copy, data in files)
    # Last: who finds it finds the others.
    yield _made_key(key), msgspec.json.encode(made)


def _work(shots: Sequence[Shot]) -> list[tuple[str, tuple[Made, Files] | Problem]]:
    return [(shot.key, _made(shot)) for shot in shots]


def _made(shot: Shot) -> tuple[Made, Files] | Problem:
    # Only now: Pillow is not needed where no picture is new.
    from plugins.minber.pictures.making import make

    if not _is_as_surveyed(shot):
        rule = "a picture must not change while the site is built"
        return Problem(shot.shown, 1, rule, "", "Build again.")
    found = make(shot.location, shot.shown, shot.formats)
    if isinstance(found, Problem):
        return found
    (width, height), renditions = found
    files = [(Copy(each.ending, each.width, len(each.data)), each.data) for each in renditions]
    digest = digest_of(*(digest_of_bytes(data) for _, data in files))
    return Made(width, height, digest, tuple(copy for copy, _ in files)), files


def _look(shots: Sequence[Shot]) -> list[Problem | None]:
    from plugins.minber.pictures.making import trouble

    return [trouble(shot.location, shot.shown) for shot in shots]


def _is_as_surveyed(shot: Shot) -> bool:
    """Whether the file still has the bytes by which it is known: those are what is kept."""
    return digest_of_file(shot.shown, str(shot.location)) == shot.item.pictures[shot.name]


def bytes_of(picture: Published, copy: Copy, store: Store) -> bytes:
    """The bytes of a file, made anew where they are not kept; raises SiteRefused."""
    data = store.get(_copy_key(picture.shot.key, copy))
    if data is None:
        found = _made(picture.shot)
        if isinstance(found, Problem):
            raise SiteRefused([found])
        store.put_many(_blobs(picture.shot.key, *found))
        data = dict(found[1])[copy]
    return data


def keys_of(pictures: Iterable[Published]) -> Iterator[str]:
    """The keys under which pictures are kept."""
    for picture in pictures:
        yield _made_key(picture.shot.key)
        yield from (_copy_key(picture.shot.key, copy) for copy in picture.made.copies)


def _made_key(key: str) -> str:
    return f"made:{key}"


def _copy_key(key: str, copy: Copy) -> str:
    return f"picture:{key}-{copy.width}.{copy.ending}"
