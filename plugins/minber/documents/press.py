"""A document from plain data by a template of the theme: the same data give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from plugins.minber.cache.digests import digest_of_files
from plugins.minber.fonts.glyphs import characters_of, font_files, missing
from plugins.minber.problems import Problem

EPOCH = 0
"""When every document was made, in seconds since 1970: a build has no clock."""

Printer = Callable[[str, str], "bytes | Problem"]
"""Makes a document by the template of a name from data in JSON."""


@dataclass(frozen=True, slots=True)
class Press:
    """Where the templates and the fonts of a theme are."""

    theme: Path

    @property
    def templates(self) -> Path:
        return self.theme / "documents"

    @property
    def fonts(self) -> Path:
        return self.theme / "fonts"

    def digest(self) -> str:
        """The digest of all that decides what is made of the same data."""
        own = (path for path in self.templates.rglob("*") if path.is_file())
        return digest_of_files(self.theme, [*own, *font_files(self.fonts)])

    def lacks(self, kinds: Iterable[str]) -> list[Problem]:
        """What of a theme is not there."""
        paths = [self.templates / f"{kind}.typ" for kind in sorted(set(kinds))]
        missing_files = [path for path in paths if not path.is_file()]
        missing_files += [] if font_files(self.fonts) else [self.fonts]
        rule = "a theme must have what documents are made with"
        remedy = "Take it over from the theme of this repository, or write PAPER = False."
        return [Problem(self._shown(path), 1, rule, "", remedy) for path in missing_files]

    def _shown(self, path: Path) -> str:
        return f"{self.theme.name}/{path.relative_to(self.theme).as_posix()}"

    def printer(self) -> Printer:
        """What makes documents in this process, which has threads then and must not be copied."""
        # Only now: where no document is new, none of this is needed.
        import typst

        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[self.fonts]
        )
        compiler = typst.Compiler(root=self.templates, font_paths=fonts)

        def made(template: str, data: str) -> bytes | Problem:
            path = self.templates / f"{template}.typ"
            try:
                pdf, warnings = compiler.compile_with_warnings(
                    path, format="pdf", sys_inputs={"data": data}, timestamp=EPOCH
                )
            except (RuntimeError, OSError) as error:
                return self._problem(path, error)
            if warnings:
                return self._problem(path, warnings[0])
            # Typst gives pictures of pages as a list, and a PDF in one.
            return cast("bytes", pdf)

        return made

    def _problem(self, path: Path, error: Exception) -> Problem:
        rule = "the template must be able to make a document"
        found = str(getattr(error, "message", "") or error)
        return Problem(self._shown(path), 1, rule, found.replace(f"{self.theme}/", ""))

    def lacking(self) -> Callable[[str], list[str]]:
        """What tells the characters of a text that the fonts do not have, each once."""
        known = characters_of(self.fonts)
        return lambda text: list(missing(text, known))
