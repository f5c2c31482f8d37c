"""The pictures of all items, each made once and kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import msgspec

from plugins.minber.cache.crew import spread
from plugins.minber.cache.digests import digest_of
from plugins.minber.cache.store import Store
from plugins.minber.library.model import Item
from plugins.minber.problems import Problem, SiteRefused
from plugins.minber.source.files import digest_of_file


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture file of an item."""

    item: Item
    name: str
    location: Path
    key: str
    """The digest of the file and of the code that makes a picture of it."""

    @property
    def shown(self) -> str:
        """Its path as problems print it."""
        return f"{self.item.path}/{self.name}"


@dataclass(frozen=True, slots=True)
class Size:
    """What a published picture is besides its bytes."""

    width: int
    height: int
    ending: str


@dataclass(frozen=True, slots=True)
class Published:
    """A picture as the site has it."""

    path: str
    """From the root of the site."""
    width: int
    height: int
    shot: Shot

    @property
    def key(self) -> str:
        return self.shot.key


Pictures = Mapping[tuple[str, str], Published]
"""By the key of the item and the name of the file."""


def publish(
    items: Iterable[Item], content: Path, store: Store, basis: str
) -> tuple[Pictures, list[Problem]]:
    """The pictures of all items, from the folder of content, and what is wrong with others.

    `basis` is the digest of the code; what the same code has made of the same file is kept.
    """
    shots = list(_shots(items, content, basis))
    sizes = _kept_sizes(store, {shot.key for shot in shots})
    problems: list[Problem] = []
    for portion in spread(_make, [shot for shot in shots if shot.key not in sizes], few=2):
        for key, made in portion:
            if isinstance(made, Problem):
                problems.append(made)
            else:
                sizes[key], data = made
                size = msgspec.json.encode(sizes[key])
                store.put_many([(_size_key(key), size), (_picture_key(key), data)])
    shown = (shot for shot in shots if shot.key in sizes)
    published = {(s.item.key, s.name): _published(s, sizes[s.key]) for s in shown}
    return published, problems


def picture_problems(items: Iterable[Item], content: Path) -> list[Problem]:
    """What `publish` would refuse, found in less time: pixels are read at an eighth of the size."""
    from plugins.minber.pictures.pixels import trouble

    found = (trouble(shot.location, shot.shown) for shot in _shots(items, content, ""))
    return [problem for problem in found if problem]


def _shots(items: Iterable[Item], content: Path, basis: str) -> Iterator[Shot]:
    for item in items:
        for name, digest in item.pictures.items() if item.is_listed else ():
            # Paths are shown from `content`, whatever the folder is called.
            location = content.joinpath(*PurePosixPath(item.path).parts[1:], name)
            yield Shot(item, name, location, digest_of(basis, digest))


def _kept_sizes(store: Store, keys: Collection[str]) -> dict[str, Size]:
    blobs = store.get_many([_size_key(key) for key in keys])
    sizes = {}
    for key in keys:
        with suppress(KeyError, msgspec.DecodeError):
            sizes[key] = msgspec.json.decode(blobs[_size_key(key)], type=Size)
    return sizes


def _make(portion: Sequence[Shot]) -> list[tuple[str, tuple[Size, bytes] | Problem]]:
    # Only now: Pillow is not needed where no picture is new.
    from plugins.minber.pictures.pixels import clean

    made = []
    for shot in portion:
        found = clean(shot.location, shot.shown) if _is_as_surveyed(shot) else _changed(shot)
        made.append(
            (shot.key, found if isinstance(found, Problem) else (Size(*found[0]), found[1]))
        )
    return made


def _is_as_surveyed(shot: Shot) -> bool:
    """Whether the file still has the bytes by which it is known: those are what is kept."""
    return digest_of_file(shot.shown, str(shot.location)) == shot.item.pictures[shot.name]


def _changed(shot: Shot) -> Problem:
    rule = "a picture must not change while the site is built"
    return Problem(shot.shown, 1, rule, "", "Build again.")


def _published(shot: Shot, size: Size) -> Published:
    stem, digest = PurePosixPath(shot.name).stem.lower(), shot.item.pictures[shot.name]
    path = f"pictures/{shot.item.key}/{stem}-{digest[:8]}.{size.ending}"
    return Published(path, size.width, size.height, shot)


def bytes_of(picture: Published, store: Store) -> bytes:
    """The bytes of a published picture, made anew where they are not kept; raises SiteRefused."""
    data = store.get(_picture_key(picture.shot.key))
    if data is None:
        [(_, made)] = _make([picture.shot])
        if isinstance(made, Problem):
            raise SiteRefused([made])
        data = made[1]
    return data


def keys_of(pictures: Iterable[Published]) -> Iterator[str]:
    """The keys under which pictures are kept."""
    for picture in pictures:
        yield from (_size_key(picture.shot.key), _picture_key(picture.shot.key))


def _size_key(key: str) -> str:
    return f"size:{key}"


def _picture_key(key: str) -> str:
    return f"picture:{key}"
