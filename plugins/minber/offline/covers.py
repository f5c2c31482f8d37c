"""What the book of a site says of itself."""

from __future__ import annotations

import textwrap
from pathlib import Path

from plugins.minber.cards.mark import mark
from plugins.minber.languages.filters import host
from plugins.minber.languages.names import three_letters
from plugins.minber.offline.kiwix import MARK, Cover
from plugins.minber.views.here import Site

_TITLE, _DESCRIPTION = 30, 80
"""Characters that openZIM allows."""


def cover_of(site: Site, fonts: Path) -> Cover:
    """In the words of the first language, as the page is that begins the book."""
    first, *_ = languages = site.library.languages
    name, tagline = (site.words[first.code].gettext(f"site.{key}") for key in ("name", "tagline"))
    # Kiwix takes two books of one name for two issues of the same.
    known_as = host(site.url) or "site"
    codes = [three_letters(language.code) for language in languages]
    metadata = {
        "Title": textwrap.shorten(name, _TITLE, placeholder="…"),
        "Description": textwrap.shorten(tagline, _DESCRIPTION, placeholder="…"),
        "Language": ",".join(codes),
        "Creator": name,
        "Publisher": name,
        "Name": known_as,
        "Date": site.library.today.isoformat(),
    }
    return Cover(metadata, codes[0], mark(name, MARK, fonts))
