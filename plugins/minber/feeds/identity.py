"""By what a program that reads feeds knows a feed or an entry again."""

from __future__ import annotations

from uuid import UUID, uuid5


def urn(namespace: str, name: str) -> str:
    """A `urn:uuid:` (RFC 9562, version 5) of a name such as `kk/open-internet/item`.

    `namespace` is a UUID; neither the place of the site nor any of its words is in the name, so a
    site that moves, and a text that is given another title, are known again.
    """
    return uuid5(UUID(namespace), name).urn
