"""Web addresses that lead where they say."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import parse_qsl, unquote, urlsplit

_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|yclid|igsh(?:id)?|mc_[ce]id|_openstat", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)
_NETWORKS = frozenset(
    # messengers
    "discord.com discord.gg icq.im imo.im line.me m.me messenger.com signal.group signal.me"
    " skype.com t.me telegram.dog telegram.me telegram.org tg.me viber.click viber.com wa.link"
    " wa.me wechat.com whatsapp.com"
    # social networks
    " bsky.app facebook.com fb.com fb.me ig.me instagram.com linkedin.com lnkd.in mastodon.social"
    " ok.ru pinterest.com reddit.com snapchat.com threads.com threads.net tiktok.com twitter.com"
    " vk.com vk.me vk.ru x.com"
    # pages of links to one's accounts
    " linktr.ee taplink.cc taplink.ws".split()
)
# An address may carry another, as those of archives and of redirections do.
_HOSTS_WITHIN = re.compile(r"//(?:[^/@\s]*@)?([\w.-]+)|(?<![\w./-])((?:[\w-]+\.)+[a-z]{2,})/")
_LIKE_AN_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?", re.IGNORECASE)


def address_fault(url: str) -> str:
    """What is wrong with an http or https address, as a rule in words; "" when nothing is.

    Browsers and people must read the same host in it: no backslash, no name before an @,
    and a host in other letters than Latin ones only as `xn--…`, where nobody takes it
    for another.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "must be a whole web address"
    if parts.scheme not in ("http", "https") or not host or re.search(r"\s", url):
        return "must be a whole web address"
    if "\\" in url or "@" in parts.netloc or not _HOST.fullmatch(host):
        return "must have a plain host: Latin letters (xn--… for others), no @ and no backslash"
    tracking = [name for name, _ in parse_qsl(parts.query) if _TRACKING.fullmatch(name)]
    return f"must not tell who shared it ({tracking[0]})" if tracking else ""


def resolved(link: str, folder: str) -> str:
    """Where the path of a relative link leads from a folder, both from one root.

    >>> resolved("../../news/a%20b.html", "kk/campaign/letters")
    'kk/news/a b.html'
    """
    return posixpath.normpath(posixpath.join(folder, unquote(link)))


def origin_of(url: str) -> str:
    """Scheme, host and port of an address that has no fault, as content policies name them.

    >>> origin_of("https://Forms.example.org:8443/sign")
    'https://forms.example.org:8443'
    """
    parts = urlsplit(url)
    port = "" if parts.port is None else f":{parts.port}"
    return f"{parts.scheme}://{parts.hostname}{port}"


def host_of(url: str) -> str:
    """The host without `www.`, in small letters."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def is_of(url: str, home: str) -> bool:
    """Whether two addresses are on one host, or one is on a host below the other's."""
    host, wanted = host_of(url), host_of(home)
    return host == wanted or host.endswith(f".{wanted}") or wanted.endswith(f".{host}")


def network_in(words: str) -> str:
    """The host of a messenger or a social network that words or an address lead to, or ""."""
    for pair in _HOSTS_WITHIN.findall(unquote(words).lower()):
        labels = (pair[0] or pair[1]).strip(".").split(".")
        names = [".".join(labels[at:]) for at in range(len(labels))]
        if found := next((name for name in names if name in _NETWORKS), ""):
            return found
    return ""


def names_other_host(words: str, url: str) -> bool:
    """Whether the words of a link are themselves an address, of another host than it leads to."""
    found = _LIKE_AN_ADDRESS.fullmatch(words.strip())
    return found is not None and not is_of(url, f"https://{found.group(1)}")
