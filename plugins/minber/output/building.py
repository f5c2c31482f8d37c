"""A site built beside the one that stands: the least work that gives the very same files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.minber.cache.digests import digest_of_bytes
from plugins.minber.cache.progress import Track
from plugins.minber.cache.store import Store
from plugins.minber.output.check import Whole, link_problems
from plugins.minber.output.keeping import key_of, recalled
from plugins.minber.output.making import (
    Made,
    Render,
    link_files,
    make_pages,
    write_files,
)
from plugins.minber.output.standing import NOTHING, Standing, files_below, remember, standing_in
from plugins.minber.pages.plan import Planned
from plugins.minber.problems import Problem


@dataclass(frozen=True, slots=True)
class Work:
    """All files of a site, and where they are to stand."""

    pages: Sequence[Planned]
    files: Mapping[str, str]
    """The keys of pictures and documents by path."""
    texts: Mapping[str, bytes]
    """By path."""
    output: Path
    """The folder of the site that stands, if one does."""
    staging: Path
    is_alone: bool
    """Whether nobody else writes files of the site: only then what stands can be gone by."""

    def keys(self) -> dict[str, str]:
        """What each file is made of, by path."""
        texts = {path: digest_of_bytes(text) for path, text in self.texts.items()}
        return {**{page.path: page.key for page in self.pages}, **self.files, **texts}


@dataclass(frozen=True, slots=True)
class Built:
    """What was done, before the files that need no work join it."""

    work: Work
    keys: Mapping[str, str]
    standing: Standing
    made: Made
    kept: frozenset[str]
    """The paths of files that stand as they are to be."""


def build(
    work: Work,
    store: Store,
    with_renderer: Callable[[Store], Render],
    file_of: Callable[[str], bytes],
    track: Track,
    standing: Standing | None = None,
) -> Built:
    """Write to the staging folder what does not stand yet; gives what remains to be linked.

    What stands is looked for, unless it is given.
    """
    keys = work.keys()
    if standing is None:
        standing = standing_in(work.output, store) if work.is_alone else NOTHING
    kept = frozenset(path for path, key in keys.items() if standing.keys.get(path) == key)
    pages = [page for page in work.pages if page.path not in kept]
    made = make_pages(pages, work.staging, store, with_renderer, track)
    files = (path for path in work.files if path not in kept)
    write_files(work.staging, ((path, file_of(path)) for path in files))
    write_files(work.staging, ((p, text) for p, text in work.texts.items() if p not in kept))
    return Built(work, keys, standing, made, kept)


def with_pages(
    built: Built,
    more: Sequence[Planned],
    store: Store,
    with_renderer: Callable[[Store], Render],
    track: Track,
) -> Built:
    """The same with pages that tell of files which had to be made before."""
    work = replace(built.work, pages=more, files={}, texts={})
    also = build(work, store, with_renderer, _no_file, track, built.standing)
    made = Made(
        {**built.made.inspected, **also.made.inspected},
        (*built.made.problems, *also.made.problems),
        built.made.rendered + also.made.rendered,
    )
    return replace(
        built,
        work=replace(built.work, pages=[*built.work.pages, *more]),
        keys={**built.keys, **also.keys},
        made=made,
        kept=built.kept | also.kept,
    )


def _no_file(path: str) -> bytes:
    raise AssertionError(f"{path} is none of these pages")


def finish(built: Built, store: Store, wanted: Iterable[str]) -> list[Problem]:
    """Complete the staging folder; gives what forbids to release it.

    It is left empty when what stands is what is wanted.  `wanted` are the keys of all that was used
    of the store.
    """
    work, standing = built.work, built.standing
    beside = {path for path, _ in files_below(work.staging)}
    if not beside and standing.is_intact and len(built.kept) == len(standing.released):
        return []
    link_files(work.staging, work.output, built.kept - beside)
    if problems := _problems(built, store, beside):
        return problems
    if work.is_alone:
        used = [*wanted, *(key_of(page) for page in work.pages)]
        remember(work.staging, work.output, built.keys, used, store)
    return []


def _problems(built: Built, store: Store, beside: set[str]) -> list[Problem]:
    pages = {page.path: page.key for page in built.work.pages}
    others = {*built.keys, *beside} - pages.keys()
    kept = {path: key for path, key in pages.items() if path in built.kept}
    whole = Whole(built.made.inspected, kept, others, built.standing.released)

    def text_of(path: str) -> str:
        return (built.work.staging / path).read_text("utf-8")

    found = link_problems(whole, lambda key: recalled(store, key), text_of)
    return [*built.made.problems, *found]
