"""Picture work beside Hugo's own: the same news pieces with the same photographs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import hugo_site, ours
from tests.bench.items import Place
from tests.bench.lexicon import LANGUAGES
from tests.bench.photographs import MEGAPIXELS, UPRIGHT, write_photographs
from tests.bench.picture_files import count, written
from tests.bench.picture_table import results, weights
from tests.bench.pictured import NAME, Pictured, place
from tests.bench.sides import (
    AGAIN,
    EXTRAS,
    HUGO,
    NOTHING,
    OURS,
    OUTPUT,
    PELICAN_COMMAND,
    PUBLISHED,
    Side,
    Stand,
    hugo_command,
)
from tests.bench.turns import measured, say

NEW, FORMATS, WHOLE = (
    "one new photograph",
    "from nothing, all formats",
    "from nothing, all formats and cards: `build`",
)
BOTH = (NOTHING, AGAIN, NEW)
CASES = (*BOTH, FORMATS, WHOLE)
WEBP = 'PICTURE_FORMATS=["webp"]'


def sides() -> tuple[Side, ...]:
    """WebP alone, as Hugo makes it, by both; then all that we make."""
    mine = (ours.write_site, ours.words_path)
    whole = (*PELICAN_COMMAND, "pelicanconf.py", "--fatal=warnings")
    return (
        Side(OURS, BOTH, *mine, (*PUBLISHED, *EXTRAS, WEBP)),
        Side(HUGO, BOTH, hugo_site.write_site, bundle_path, hugo_command()),
        Side(OURS, (FORMATS,), *mine, (*PUBLISHED, *EXTRAS)),
        Side(OURS, (WHOLE,), *mine, whole),
    )


def bundle_path(item: Place, code: str) -> str:
    """The words of an item in Hugo's site, where news are bundles."""
    return hugo_site.words_path(item, code, bundle=item.kind == "news")


@dataclass(frozen=True, slots=True)
class PictureStand(Stand):
    """A side with photographs in a folder."""

    corpus: Pictured

    def ready(self, case: str, turn: int) -> Path:
        """Bring about a case, for the turn of this number; the folder in which to build."""
        if case == NEW:
            self.replace_photograph(turn)
        elif case != AGAIN:
            self.set_aside(turn)
        return self.root

    def replace_photograph(self, turn: int) -> None:
        """A new photograph instead of one, of another item each turn."""
        item = self.corpus.item(turn * 7 % len(self.corpus.places))
        words = self.root / self.side.words_path(item.place, item.original)
        place(self.corpus.spare[turn], words.with_name(NAME))


def report(number: int, runs: int) -> str:
    """The tables of a site with so many photographs."""
    with TemporaryDirectory(prefix="bench-") as folder:
        say(f"{number:,} photographs: making them")
        taken = write_photographs(Path(folder, "photographs"), number + 1 + runs)
        stands = list(_stands(Pictured(number * len(LANGUAGES), photographs=taken), Path(folder)))
        figures = measured(stands, CASES, runs, f"{number:,} photographs")
        speeds = dict.fromkeys((NOTHING, FORMATS, WHOLE), number)
        return "\n\n".join((results(figures, speeds), *_files(stands), _told(taken[:number])))


def _stands(corpus: Pictured, folder: Path) -> Iterator[PictureStand]:
    for at, side in enumerate(sides()):
        yield PictureStand.made(side, corpus, folder / str(at))


def _files(stands: Sequence[Stand]) -> Iterator[str]:
    """What was made, and whether the sides did the same work."""
    *outputs, whole = (stand.root / OUTPUT for stand in stands)
    webp, hugo, formats = map(written, outputs)
    yield weights({OURS: formats, HUGO: hugo})
    yield (
        f"With WebP alone ({', '.join(BOTH)}), pages of {OURS} name {len(webp):,} picture files "
        f"and those of {HUGO} {len(hugo):,}. "
        f"`build` made {count(whole) - count(outputs[-1]):,} cards besides."
    )


def _told(taken: Sequence[Path]) -> str:
    mean = sum(path.stat().st_size for path in taken) / len(taken) / 1e6
    return (
        f"{len(taken):,} photographs of {MEGAPIXELS:.0f} megapixels, {mean:.1f} MB on average, "
        f"one in {UPRIGHT} upright by EXIF alone; {len(taken) * len(LANGUAGES):,} news pages."
    )
