"""Pagefind at work: records in, the files of an index out.

It is spoken to as its own clients do: a message is base64 of JSON and ends with a comma.  The one
for Python would wait a tenth of a second for each text, and for ever where Pagefind has ended.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from plugins.minber.search.records import Record

_AT_ONCE = 1 << 20
"""Bytes read at once of an answer."""


class CannotIndex(Exception):
    """Why there is no index, in plain words."""


def index_files(records: Iterable[Record]) -> dict[str, bytes]:
    """The files that a reader's browser asks for, by path; the same records give the same bytes.

    Raises CannotIndex.
    """
    with _service() as service:
        index = service.ask({"type": "NewIndex", "config": None})["index_id"]
        for record in sorted(records, key=lambda record: record.path):
            service.ask({"type": "AddRecord", "index_id": index, **record.request()})
        answer = service.ask({"type": "GetFiles", "index_id": index})
    files = {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}
    return _needed(files)


def executable() -> Path:
    """Where the program lies; raises CannotIndex."""
    try:
        from pagefind_bin import get_executable

        return Path(get_executable())
    except (ImportError, FileNotFoundError) as error:
        raise CannotIndex("the package pagefind_bin is not installed") from error


class _Service:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._number = 0

    def ask(self, payload: dict[str, object]) -> dict[str, Any]:
        """What is answered; raises CannotIndex."""
        self._number += 1
        message = json.dumps({"message_id": self._number, "payload": payload})
        answer: dict[str, Any] = json.loads(self._sent(base64.b64encode(message.encode()) + b","))
        if answer["payload"]["type"] == "Error":
            raise CannotIndex(str(answer["payload"]["message"]))
        return dict(answer["payload"])

    def _sent(self, message: bytes) -> bytes:
        to, back = self._process.stdin, self._process.stdout
        answer = bytearray()
        try:
            if to is None or back is None:
                raise OSError
            to.write(message)
            to.flush()
            while not answer.endswith(b","):
                piece = os.read(back.fileno(), _AT_ONCE)
                if not piece:
                    raise OSError
                answer += piece
            return base64.b64decode(answer[:-1], validate=True)
        except (OSError, ValueError) as error:
            raise CannotIndex("Pagefind ended before it had answered") from error


@contextmanager
def _service() -> Iterator[_Service]:
    """Pagefind as a process that answers, and ends with this block."""
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    command = [str(executable()), "--service"]
    try:
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nothing)
    except OSError as error:
        raise CannotIndex(f"Pagefind does not start: {error.strerror}") from error
    try:
        yield _Service(process)
    finally:
        process.kill()
        process.communicate()


def _needed(files: dict[str, bytes]) -> dict[str, bytes]:
    """What a search asks for: not the interfaces that Pagefind brings."""
    name = "pagefind-entry.json"
    entry = json.loads(files[name])
    parts = [f"wasm.{each['wasm'] or 'unknown'}.pagefind" for each in entry["languages"].values()]
    parts += [f"pagefind.{each['hash']}.pf_meta" for each in entry["languages"].values()]
    found = {path: files[path] for path in {"pagefind.js", *parts}}
    found |= {p: data for p, data in files.items() if p.startswith(("index/", "fragment/"))}
    # Pagefind writes the languages in no fixed order.
    found[name] = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
    return dict(sorted(found.items()))
