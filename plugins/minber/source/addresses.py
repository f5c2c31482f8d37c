"""Web addresses that lead where they say."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|igsh(?:id)?|mc_[ce]id|_openstat", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)
_LIKE_AN_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?", re.IGNORECASE)


def address_fault(url: str) -> str:
    """What is wrong with an http or https address, as a rule in words; "" when nothing is.

    Browsers and people must read the same host in it: no backslash, no name before an @,
    and a host in other letters than Latin ones only as `xn--…`, where nobody takes it
    for another.
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return "must be a whole web address"
    if parts.scheme not in ("http", "https") or not host or re.search(r"\s", url):
        return "must be a whole web address"
    if "\\" in url or "@" in parts.netloc or not _HOST.fullmatch(host):
        return "must have a plain host: Latin letters (xn--… for others), no @ and no backslash"
    tracking = [name for name, _ in parse_qsl(parts.query) if _TRACKING.fullmatch(name)]
    return f"must not tell who shared it ({tracking[0]})" if tracking else ""


def host_of(url: str) -> str:
    """The host without `www.`, in small letters."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def is_of(url: str, home: str) -> bool:
    """Whether two addresses are on one host, or one is on a host below the other's."""
    host, wanted = host_of(url), host_of(home)
    return host == wanted or host.endswith(f".{wanted}") or wanted.endswith(f".{host}")


def names_other_host(words: str, url: str) -> bool:
    """Whether the words of a link are themselves an address, of another host than it leads to."""
    found = _LIKE_AN_ADDRESS.fullmatch(words.strip())
    return found is not None and not is_of(url, f"https://{found.group(1)}")
