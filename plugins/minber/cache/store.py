"""Blobs by key in one file of SQLite, which takes care of builds that are killed or side by side.

What is damaged, cut short or of another version is not there: whoever asks makes it anew.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

FORMAT = 1
"""Of the file; in its name, so that another version's file is never opened."""

_MOST_AT_ONCE = 500
"""Keys in one question; SQLite allows 999 variables or more."""

_PATIENCE = 20.0
"""Seconds to wait for another build that is writing."""

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, crc INTEGER, data BLOB)"


class Store:
    """A mapping from keys to bytes in a file; make it with `opened`."""

    def __init__(self, path: Path) -> None:
        """Open or make the file; raises sqlite3.Error where that cannot be."""
        self.path = path
        self.is_damaged = False
        self._connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        # A killed build leaves a journal, and the next undoes what was half written.  Only a
        # failing power supply can damage the file without the waiting for the disk that this
        # leaves out, and then the sums below tell.
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute(_TABLE)

    def get(self, key: str) -> bytes | None:
        """The bytes kept under a key; None when there are none, or not whole."""
        return self.get_many([key]).get(key)

    def get_many(self, keys: Collection[str]) -> dict[str, bytes]:
        """The bytes of those keys that are there and whole."""
        found: dict[str, bytes] = {}
        ordered = list(keys)
        with self._forgiving():
            for start in range(0, len(ordered), _MOST_AT_ONCE):
                found.update(self._read(ordered[start : start + _MOST_AT_ONCE]))
        return found

    @contextmanager
    def _forgiving(self) -> Iterator[None]:
        """What cannot be read or written is not kept; a damaged file is put away in the end."""
        try:
            yield
        except sqlite3.Error as error:
            # A locked file or a full disk is no damage.
            self.is_damaged |= not isinstance(error, sqlite3.OperationalError)

    def _read(self, keys: list[str]) -> Iterator[tuple[str, bytes]]:
        marks = ",".join("?" * len(keys))
        question = f"SELECT key, crc, data FROM kept WHERE key IN ({marks})"  # noqa: S608 - marks
        for key, crc, data in self._connection.execute(question, keys):
            if isinstance(data, bytes) and crc == _sum(key, data):
                yield key, data

    def put_many(self, blobs: Iterable[tuple[str, bytes]]) -> None:
        """Keep blobs, all or none; what the disk does not take is not kept."""
        rows = ((key, _sum(key, data), data) for key, data in blobs)
        with self._forgiving(), self._whole():
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def keys(self, prefix: str) -> list[str]:
        """All keys that begin with a prefix, sorted."""
        question = "SELECT key FROM kept WHERE key >= ? AND key < ? ORDER BY key"
        with self._forgiving():
            return [key for (key,) in self._connection.execute(question, (prefix, f"{prefix}\x7f"))]
        return []

    def __len__(self) -> int:
        """How many keys there are."""
        with self._forgiving():
            (count,) = self._connection.execute("SELECT count(*) FROM kept").fetchone()
            return int(count)
        return 0

    def delete(self, keys: Iterable[str]) -> None:
        """Let go of what is kept under keys."""
        rows = [(key,) for key in keys]
        with self._forgiving(), self._whole():
            self._connection.executemany("DELETE FROM kept WHERE key = ?", rows)

    def prune(self, wanted: Collection[str]) -> None:
        """Delete all but what is wanted, and give its room back."""
        rows = [(key,) for key in wanted]
        with self._forgiving():
            with self._whole():
                self._connection.execute("CREATE TEMP TABLE wanted (key TEXT PRIMARY KEY)")
                self._connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", rows)
                self._connection.execute("DELETE FROM kept WHERE key NOT IN wanted")
                self._connection.execute("DROP TABLE wanted")
            self._connection.execute("VACUUM")

    def another(self) -> Store:
        """The same store for another process; an empty one where its file cannot be opened now."""
        try:
            return Store(self.path)
        except sqlite3.Error:
            return Store(Path(":memory:"))

    def close(self) -> None:
        """Let go of the file; a damaged one is deleted."""
        self._connection.close()
        if self.is_damaged:
            with suppress(OSError):
                self.path.unlink()


def _sum(key: str, data: bytes) -> int:
    return zlib.crc32(data, zlib.crc32(key.encode()))


@contextmanager
def opened(folder: Path | None) -> Iterator[Store]:
    """The store in a folder, which is made; elsewhere where that cannot be.

    Without a folder it lasts as long as this block.

    A file that is no store is put away and begun anew.
    """
    with ExitStack() as stack:
        store = _open(folder) if folder else None
        if store is None:
            spare = stack.enter_context(TemporaryDirectory(prefix="minber-"))
            store = Store(Path(spare, "store"))
        try:
            yield store
        finally:
            store.close()


def _open(folder: Path) -> Store | None:
    path = folder / f"kept-{FORMAT}.sqlite"
    for _ in range(2):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return Store(path)
        except (OSError, sqlite3.Error):
            with suppress(OSError):
                path.unlink()
    return None
