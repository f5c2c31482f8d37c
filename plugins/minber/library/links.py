"""Where a link between texts leads."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from plugins.minber.source.addresses import resolved


@dataclass(frozen=True, slots=True, order=True)
class Target:
    path: str
    """Of a folder of content."""
    language: str
    """Of the words file that the link names; "" when it names the folder."""
    fragment: str


def target_of(folder: str, link: str) -> Target:
    """Where a link in a words file of `folder` leads, whether or not it is there.

    >>> target_of("content/pages/about", "../privacy/ru.md#data")
    Target(path='content/pages/privacy', language='ru', fragment='data')
    """
    written, _, fragment = link.partition("#")
    path = resolved(written, folder)
    name = posixpath.basename(path)
    fragment = unquote(fragment)
    if name.endswith(".md"):
        return Target(posixpath.dirname(path), name.removesuffix(".md"), fragment)
    return Target(path, "", fragment)
