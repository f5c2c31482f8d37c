"""`invoke translate`: start a translation, or say that it is current again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.minber.desk.settings import Settings, read_settings
from plugins.minber.problems import SiteRefused, report
from plugins.minber.schema.digest import words_digest
from plugins.minber.schema.records import Record, read_record
from plugins.minber.schema.words import TRANSLATION_KEYS, WordsFile
from plugins.minber.source.tree import read_tree

_MARK_LINE = re.compile(r"^translates:.*\n", re.MULTILINE)


class Unclear(Exception):
    """What was asked cannot be done; the message says why and what to do."""


def translate(path: str, to: str, minor: bool) -> int:
    """Start or refresh the translation at `path`, a words file, or a folder with `to`.

    With `minor` the path is of an original: all its translations are marked as current.
    """
    try:
        settings = read_settings()
        record = _record(settings, path)
        for line in _done(settings, record, path, to, minor=minor):
            print(line)
    except SiteRefused as refusal:
        print(report(refusal.problems))
        return 1
    except Unclear as unclear:
        print(unclear)
        return 1
    return 0


def _record(settings: Settings, path: str) -> Record:
    place = Path(path)
    folder = place.parent if place.suffix == ".md" else place
    tree, _ = read_tree(settings.content, settings.codes)
    shown = Path("content", folder.resolve().relative_to(settings.content.resolve())).as_posix()
    found = next((each for each in tree.folders if each.path == shown), None)
    if found is None:
        raise Unclear(f"{path} must be a folder of content or a words file in one")
    record, problems = read_record(found, settings.codes)
    if record is None:
        raise SiteRefused(problems)
    return record


def _done(settings: Settings, record: Record, path: str, to: str, *, minor: bool) -> Iterator[str]:
    place = Path(path)
    folder = place.parent if place.suffix == ".md" else place
    if minor:
        for words in record.words.values():
            if words.front.translates:
                yield _refreshed(record, words, folder)
        return
    language = to or (place.stem if place.suffix == ".md" else "")
    if language not in settings.codes:
        rule = f"name the language: --to {' or --to '.join(settings.codes)}"
        raise Unclear(f"{rule}, or the file to translate into")
    words_file = record.words.get(language)
    yield (
        _refreshed(record, words_file, folder) if words_file else _started(record, language, folder)
    )


def _refreshed(record: Record, words: WordsFile, folder: Path) -> str:
    source = _source(record, words)
    mark = f"{source.language}@{words_digest(source)}"
    file = folder / f"{words.language}.md"
    text = file.read_text("utf-8")
    line = f"translates: {mark}\n"
    if words.front.translates:
        text = _MARK_LINE.sub(line, text, count=1)
    else:
        text = text.replace("---\n", f"---\n{line}", 1)
    file.write_text(text, "utf-8")
    return f"{file.as_posix()} is marked as a translation of {mark}"


def _source(record: Record, words: WordsFile) -> WordsFile:
    """What a file translates: as it says, else the only other one that translates nothing."""
    named = words.front.source_language
    if named:
        if named not in record.words:
            raise Unclear(f"{words.document.path} translates {named}.md, which is not there")
        return record.words[named]
    others = [w for w in record.words.values() if w is not words and not w.front.translates]
    if len(others) != 1:
        raise Unclear(
            f"{words.document.path} is the original. To mark all its translations as current: "
            "invoke translate --minor with its path"
        )
    return others[0]


def _started(record: Record, language: str, folder: Path) -> str:
    """A new words file: each text of the original as a comment above an empty place for it.

    Empty places are problems, so a half-made translation cannot be published.
    """
    original = next(w for w in record.words.values() if not w.front.translates)
    mark = f"{original.language}@{words_digest(original)}"
    lines = [f"translates: {mark}", *_places(original.document.data, 0)]
    file = folder / f"{language}.md"
    file.write_text("\n".join(["---", *lines, "---", original.body]), "utf-8")
    made = f"Made {file.as_posix()} from {original.language}.md"
    return f"{made}: fill the empty keys, translate the text"


def _places(data: object, depth: int) -> Iterator[str]:
    indent = "  " * depth
    for key, value in data.items() if isinstance(data, dict) else ():
        if depth == 0 and key in TRANSLATION_KEYS:
            continue
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _places(value, depth + 1)
        elif isinstance(value, tuple):
            yield f"{indent}{key}:"
            yield from _listed_places(value, indent)
        else:
            yield f"{indent}# {' '.join(str(value).split())}"
            yield f"{indent}{key}:"


def _listed_places(values: tuple[object, ...], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict):
            for number, (key, text) in enumerate(value.items()):
                yield f"{indent}{'  - ' if number == 0 else '    '}# {' '.join(str(text).split())}"
                yield f"{indent}    {key}:"
        else:
            yield f"{indent}  # {' '.join(str(value).split())}"
            yield f"{indent}  -"
