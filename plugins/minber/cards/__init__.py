"""Cards: pictures with a text's title, which messengers show in place of a link."""

from __future__ import annotations

from plugins.minber.cards.publishing import Card, Easel, Order, bytes_of, keys_of, publish
from plugins.minber.cards.text import HEIGHT, WIDTH, CardText

__all__ = [
    "HEIGHT",
    "WIDTH",
    "Card",
    "CardText",
    "Easel",
    "Order",
    "bytes_of",
    "keys_of",
    "publish",
]
