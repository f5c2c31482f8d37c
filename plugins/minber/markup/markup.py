"""What a text's conversion gives, without what converts: a text that is kept needs none of it."""

from __future__ import annotations

from dataclasses import dataclass

Fault = tuple[str, str, str]
"""(rule, what stands in the text, remedy)"""


@dataclass(frozen=True, slots=True)
class Markup:
    """A converted text.

    In `html` a link to content is `content:` and the link as written, a picture is
    `<img src="picture:` and its file name, alone between blocks; who shows the text
    puts addresses in, and figures with their words.
    """

    html: str
    links: tuple[str, ...] = ()
    fragments: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    """The ids that a link may lead to."""
    faults: tuple[Fault, ...] = ()
