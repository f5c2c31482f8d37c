"""A platform is asked for a petition's count, and nothing that it says is taken on trust."""

from __future__ import annotations

import json
import re
from email.message import Message
from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import quote, unquote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

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
    """What an answer must be or have, and what was found instead."""

    def __init__(self, rule: str, found: object = "") -> None:
        self.rule = rule
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
    Thread(target=lambda: told.put(_exchange(address, limit)), daemon=True).start()
    try:
        found = told.get(timeout=limit)
    except Empty:
        found = _late(limit)
    if isinstance(found, NoCount):
        raise found
    return found


def _late(limit: float) -> NoCount:
    return NoCount(f"must come whole within {limit:g} seconds")


def _exchange(address: str, limit: float) -> bytes | NoCount:
    try:
        with build_opener(_SameHost).open(Request(address, headers=_HEADERS), timeout=limit) as got:  # noqa: S310 - the registry knows only http and https
            body: bytes = got.read(LARGEST_ANSWER + 1)
            is_whole = not got.length
    except NoCount as refusal:
        return refusal
    except HTTPError as error:
        with error:
            return NoCount("must have the status 200", error.code)
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        return _late(limit) if isinstance(reason, TimeoutError) else NoCount(_WHOLE, _said(reason))
    if len(body) > LARGEST_ANSWER:
        return NoCount(f"must have at most {LARGEST_ANSWER:,} bytes")
    return body if is_whole else NoCount(_WHOLE, f"{len(body):,} bytes of it")


_WHOLE = "must come whole"


def _said(reason: object) -> str:
    return str(getattr(reason, "strerror", None) or reason) or type(reason).__name__


class _SameHost(HTTPRedirectHandler):
    """Follows to another page of a host, never to another host."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        if _host(newurl) != _host(req.full_url):
            fp.close()
            raise NoCount("must not lead to another host", newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _host(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


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
