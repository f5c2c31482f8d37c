"""In which files the words of an edition are written."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from plugins.minber.fonts.lacking import Places
from plugins.minber.library.model import Item
from plugins.minber.views.here import Site


def places_of(site: Site, item: Item, code: str, content: Path) -> Places:
    """The files of what is printed or drawn of an edition, the likeliest first."""
    own = (*_words(item, code), "facts.yaml", "signatories.csv")
    shown = [f"{item.path}/{name}" for name in own]
    if campaign := site.library.by_key.get(item.campaign):
        shown += [f"{campaign.path}/{name}" for name in _words(campaign, code)]
    shown += [f"content/registry/{name}.yaml" for name in ("bodies", "organisations")]
    return tuple((path, content.joinpath(*PurePosixPath(path).parts[1:])) for path in shown)


def _words(item: Item, code: str) -> list[str]:
    """The words files of an edition and of the original."""
    return [f"{each}.md" for each in dict.fromkeys((code, item.original.language))]
