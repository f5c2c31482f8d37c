"""A platform is asked for a petition's count, and nothing that it says is taken on trust."""

from __future__ import annotations

import json
import re
import socket
from contextlib import suppress
from email.message import Message
from http.client import HTTPResponse
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urljoin, urlsplit
from urllib.request import (
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    Request,
    build_opener,
)

from plugins.minber.schema.registry import PLACEHOLDER, CountRule
from plugins.minber.schema.tables import MOST_SIGNATURES

LONGEST_WAIT = 10.0
"""Seconds for a whole exchange, from the first question to the last byte."""
LARGEST_ANSWER = 1_000_000
"""Bytes."""

_HEADERS = {"User-Agent": "Minber", "Accept": "application/json"}
_INDEX = re.compile(r"0|[1-9][0-9]{0,8}", re.ASCII)
_SHOWN = 80


class NoCount(Exception):
    """What an answer must be or have, what was found instead, and what helps if that is known."""

    def __init__(self, rule: str, found: object = "", remedy: str = "") -> None:
        self.rule = rule
        self.remedy = remedy
        # A server must not write to an editor's terminal.
        self.found = "".join(c if c.isprintable() else "\ufffd" for c in str(found)[: 2 * _SHOWN])
        super().__init__(rule)


def asked(rule: CountRule, url: str, limit: float = LONGEST_WAIT) -> int:
    """The count of the petition at an address, by the rule of its platform, in one request.

    Raises NoCount when there is none within `limit` seconds.
    """
    return count_in(_answer(address_for(rule, url), limit), rule.pointer)


def address_for(rule: CountRule, url: str) -> str:
    """The address that tells the count of the petition at `url`; raises NoCount without an id."""
    pieces = [piece for piece in urlsplit(url).path.split("/") if piece]
    if not pieces and "{id}" in rule.address:
        raise NoCount("must be asked for by {id}, the last piece of the route's address", url)
    id_ = quote(unquote(pieces[-1]), safe="") if pieces else ""
    values = {"id": id_, "url": quote(url, safe="")}
    return PLACEHOLDER.sub(lambda found: values[found[1]], rule.address)


def _answer(address: str, limit: float) -> bytes:
    """The body of an answer.

    It is read beside: a limit of the system's is for a single byte, and none is for names of hosts.
    """
    told: SimpleQueue[bytes | NoCount] = SimpleQueue()
    line = _Line()
    Thread(target=lambda: told.put(_exchange(line, address, limit)), daemon=True).start()
    try:
        found = told.get(timeout=limit)
    except Empty:
        line.cut()
        found = _late(limit)
    if isinstance(found, NoCount):
        raise found
    return found


def _late(limit: float) -> NoCount:
    return NoCount(f"must come whole within {limit:g} seconds")


def _exchange(line: _Line, address: str, limit: float) -> bytes | NoCount:
    try:
        return _body(line, address, limit)
    except NoCount as refusal:
        return refusal
    except Exception as error:  # noqa: BLE001 - nothing else would tell what ended a thread
        reason = getattr(error, "reason", error)
        return _late(limit) if isinstance(reason, TimeoutError) else NoCount(_WHOLE, _said(reason))


_WHOLE = "must come whole"


def _said(reason: object) -> str:
    return str(getattr(reason, "strerror", None) or reason) or type(reason).__name__


def _body(line: _Line, address: str, limit: float) -> bytes:
    request = Request(address, headers=_HEADERS)  # noqa: S310 - the registry knows only http and https
    try:
        with build_opener(line, _NoRedirect).open(request, timeout=limit) as got:
            _check_head(address, got.status, got.headers)
            body: bytes = got.read(LARGEST_ANSWER + 1)
            is_whole = not got.length
    except HTTPError as error:
        with error:
            _check_head(address, error.code, error.headers)
        raise
    if len(body) > LARGEST_ANSWER:
        raise NoCount(f"must have at most {LARGEST_ANSWER:,} bytes")
    if not is_whole:
        raise NoCount(_WHOLE, f"{len(body):,} bytes of it")
    return body


def _check_head(address: str, status: int, headers: Message) -> None:
    """Raises NoCount for all but a 200 of a length that can be one (RFC 9110, section 8.6)."""
    if status in _REDIRECTS and headers["Location"]:
        parts = urlsplit(urljoin(address, headers["Location"]))
        rule = "must come from the address itself, without leading to another"
        remedy = "Write the address to which it leads into registry/platforms.yaml."
        raise NoCount(rule, f"{parts.netloc.rpartition('@')[2]}{parts.path}", remedy)
    if status != _OK:
        raise NoCount("must have the status 200", status)
    lengths = set(headers.get_all("Content-Length", ()))
    if len(lengths) > 1 or not all(map(_LENGTH.fullmatch, lengths)):
        raise NoCount("must have one Content-Length or none", ", ".join(sorted(lengths)))


_OK = 200
_REDIRECTS = range(300, 400)
_LENGTH = re.compile(r"[0-9]+")


class _NoRedirect(HTTPRedirectHandler):
    """An address must answer by itself: who leads on leads anywhere, with a body of any size."""

    def http_error_302(self, *_answer: Any) -> None:
        """Leave it, whole and unread, to those that raise what is no answer."""

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302  # type: ignore[assignment]


class _Line(HTTPHandler, HTTPSHandler):
    """Opens a connection that another thread can cut."""

    def __init__(self) -> None:
        super().__init__()
        self._is_cut = Event()
        self._sockets: list[socket.socket] = []

    def do_open(self, http_class: Any, req: Request, **how: Any) -> HTTPResponse:
        line = self

        class Kept(http_class):  # type: ignore[misc]
            def connect(self) -> None:
                super().connect()
                line._keep(self.sock)

        return super().do_open(Kept, req, **how)

    def _keep(self, connected: socket.socket) -> None:
        self._sockets.append(connected)
        if self._is_cut.is_set():
            raise TimeoutError

    def cut(self) -> None:
        """End whatever still reads; what is connected only afterwards ends at once."""
        self._is_cut.set()
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


def count_in(body: bytes, pointer: str) -> int:
    """The whole number to which a JSON pointer leads (RFC 6901); raises NoCount."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        raise NoCount("must be JSON", body[:_SHOWN].decode("utf-8", "replace")) from None
    for token in pointer.split("/")[1:]:
        found = _inside(found, token.replace("~1", "/").replace("~0", "~"))
    # To Python true is a number too.
    if type(found) is not int or not 0 <= found <= MOST_SIGNATURES:
        place = f"at {pointer}" if pointer else "and nothing else"
        rule = f"must have a whole number from 0 to {MOST_SIGNATURES:,} {place}"
        raise NoCount(rule, _shown(found))
    return found


_NOTHING = object()


def _inside(value: Any, key: str) -> Any:
    match value:
        case dict():
            return value.get(key, _NOTHING)
        case list() if _INDEX.fullmatch(key) and int(key) < len(value):
            return value[int(key)]
    return _NOTHING


def _shown(value: Any) -> str:
    if value is _NOTHING:
        return "nothing"
    # A whole answer may stand there, as deep as JSON can be.
    if isinstance(value, (dict, list)):
        return "{…}" if isinstance(value, dict) else "[…]"
    return json.dumps(value, ensure_ascii=False)
