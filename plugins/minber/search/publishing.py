"""The index of all texts, made once and kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from plugins.minber.cache.digests import digest_of, digest_of_bytes, digest_of_files
from plugins.minber.cache.progress import Track, untold, worked_off
from plugins.minber.cache.store import Store
from plugins.minber.problems import Problem, SiteRefused, in_settings
from plugins.minber.search.indexer import CannotIndex, index_files
from plugins.minber.search.records import Record
from plugins.minber.search.stems import rules_of

FOLDER = "search"
"""Of the site: the index, and the scripts that ask it."""
SCRIPT = f"{FOLDER}/search.js"
"""What the search page loads first."""

_RECORDS, _INDEX, _FILE = "search-records:", "search-index:", "search-file:"
"""What is kept: the digest of records by what they were taken from, the digests of an index's files
by that of its records, and the files by their own."""


@dataclass(frozen=True, slots=True)
class Order:
    """An edition that is to be found."""

    key: str
    """The digest of all that its record is taken from."""
    read: Callable[[Store], Record]
    """With the texts of a store of the process that calls it."""


@dataclass(frozen=True, slots=True)
class Index:
    """The index as the site has it."""

    orders: tuple[Order, ...] = ()
    key: str = ""
    """The digest of its records, and of how they are indexed."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The digests of its files by path from the root of the site."""
    fresh: Mapping[str, bytes] = field(default_factory=dict)
    """The files by path, where they were made just now."""


def publish(orders: Sequence[Order], store: Store, track: Track) -> tuple[Index, list[Problem]]:
    """The index of what is ordered, and why there is none."""
    ordered = _key_of(orders)
    key = (store.get(_RECORDS + ordered) or b"").decode()
    files = _kept_files(key, store) if key else None
    if files is not None:
        return Index(tuple(orders), key, files), []
    try:
        return _made(orders, store, track), []
    except CannotIndex as error:
        return Index(), [_problem(error)]


def _key_of(orders: Sequence[Order]) -> str:
    return digest_of(_made_with(), *(order.key for order in orders))


def _made_with() -> str:
    """The digest of what decides how the same records are indexed."""
    room = Path(__file__).parent
    code = digest_of_files(room, [*room.glob("*.py"), *room.glob("*.yaml")])
    with suppress(PackageNotFoundError):
        return digest_of(code, version("pagefind_bin"))
    return code


def _kept_files(key: str, store: Store) -> dict[str, str] | None:
    with suppress(msgspec.DecodeError):
        return msgspec.json.decode(store.get(_INDEX + key) or b"", type=dict[str, str])
    return None


def _made(orders: Sequence[Order], store: Store, track: Track) -> Index:
    """The index, made anew unless one of the same records is kept; raises CannotIndex."""
    records = _read(orders, store, track)
    key = digest_of(_made_with(), digest_of_bytes(msgspec.json.encode(records)))
    store.put_many([(_RECORDS + _key_of(orders), key.encode())])
    files = _kept_files(key, store)
    if files is not None:
        return Index(tuple(orders), key, files)
    fresh = {f"{FOLDER}/{path}": data for path, data in index_files(records).items()}
    files = {path: digest_of_bytes(data) for path, data in fresh.items()}
    store.put_many((_FILE + files[path], data) for path, data in fresh.items())
    store.put_many([(_INDEX + key, msgspec.json.encode(files))])
    return Index(tuple(orders), key, files, fresh)


def _read(orders: Sequence[Order], store: Store, track: Track) -> list[Record]:
    """The records of what is ordered, by path."""

    def work(portion: Sequence[Order]) -> list[Record]:
        with closing(store.another()) as own:
            return [order.read(own) for order in portion]

    records = worked_off(work, orders, (track, "Reading for the search"))
    return sorted(records, key=lambda record: record.path)


def _problem(error: CannotIndex) -> Problem:
    rule = "with SEARCH the index of all texts must come about"
    remedy = (
        "Install the packages of requirements.txt anew (delete .venv), or write SEARCH = False."
    )
    return in_settings(rule, error, remedy)


def bytes_of(index: Index, path: str, store: Store) -> bytes:
    """A file of the index, made anew where it is not kept; raises SiteRefused."""
    data = index.fresh.get(path) or store.get(_FILE + index.files[path])
    if data is not None:
        return data
    try:
        files = index_files(_read(index.orders, store, untold))
    except CannotIndex as error:
        raise SiteRefused([_problem(error)]) from error
    store.put_many((_FILE + digest_of_bytes(each), each) for each in files.values())
    return files[path.removeprefix(f"{FOLDER}/")]


def keys_of(index: Index) -> Iterator[str]:
    """The keys under which the index is kept."""
    if index.files:
        yield _RECORDS + _key_of(index.orders)
        yield _INDEX + index.key
        yield from (_FILE + digest for digest in index.files.values())


def script_files(scripts: Path, languages: Collection[str]) -> dict[str, bytes]:
    """What the search page loads before it asks: the scripts of the theme, and rules of stems."""
    files = {f"{FOLDER}/{path.name}": path.read_bytes() for path in sorted(scripts.glob("*.js"))}
    rules = {code: found for code in languages if (found := rules_of(code))}
    text = json.dumps(rules, ensure_ascii=False, separators=(",", ":"))
    return {**files, f"{FOLDER}/stems.json": text.encode()}
