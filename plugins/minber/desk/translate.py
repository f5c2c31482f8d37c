"""`invoke translate`: start a translation, or say that it is current again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.minber.desk.settings import Settings, in_plain_words, read_settings
from plugins.minber.problems import Problem, SiteRefused, listed
from plugins.minber.schema.digest import words_digest
from plugins.minber.schema.records import Record, read_record
from plugins.minber.schema.words import TRANSLATION_KEYS, WordsFile
from plugins.minber.source.tree import read_tree

_MARK = re.compile(
    r"^(['\"]?translates['\"]?[ \t]*:[ \t]*['\"]?)[a-z]+(?:@[0-9a-f]*)?", re.MULTILINE
)


class Unclear(Exception):
    """What was asked cannot be done; the message says why and what to do."""


@in_plain_words
def translate(path: str, to: str, minor: bool) -> int:
    """Start or refresh the translation at `path`, a words file, or a folder with `to`.

    A folder may also be named by its key, as `status` prints it.  With `minor` the path
    is of a folder or an original: all its translations are marked as current.
    """
    place = Path(path)
    named, name = (place.parent, place.stem) if place.suffix == ".md" else (place, "")
    try:
        settings = read_settings()
        record, problems = _record(settings, named)
        folder = settings.content.parent / record.folder.path
        if minor:
            lines = _all_refreshed(record, problems, folder, name)
        else:
            language = _language(settings, to or name)
            lines = [_started_or_refreshed(record, problems, language, folder, to)]
    except Unclear as unclear:
        print(unclear)
        return 1
    print("\n".join(lines))
    return 0


def _record(settings: Settings, folder: Path) -> tuple[Record, list[Problem]]:
    """The record of a folder and the problems within its files."""
    tree, problems = read_tree(settings.content, settings.codes)
    wanted = folder.resolve()
    for found in tree.folders:
        is_meant = settings.content.parent.joinpath(found.path).resolve() == wanted
        if is_meant or found.key == folder.as_posix():
            record, more = read_record(found, settings.codes)
            return record, problems + more
    raise Unclear(f"{folder.as_posix()} must be a folder of content that holds a text")


def _language(settings: Settings, language: str) -> str:
    if language not in settings.codes:
        found = f", found {language!r}" if language else ""
        raise Unclear(
            f"the language must be one of {', '.join(settings.codes)}{found}. "
            f"Name the file to translate into, or the folder with --to {settings.codes[-1]}"
        )
    return language


def _all_refreshed(record: Record, problems: list[Problem], folder: Path, name: str) -> list[str]:
    if name in record.words and record.words[name].front.translates:
        raise Unclear(
            f"{name}.md is a translation: to mark it alone as current, leave out --minor; "
            "to mark all, name the folder"
        )
    translations = [words for words in record.words.values() if words.front.translates]
    if not translations:
        raise Unclear(f"{folder.as_posix()} has no translation to mark")
    return [_refreshed(record, problems, words, folder) for words in translations]


def _started_or_refreshed(
    record: Record, problems: list[Problem], language: str, folder: Path, to: str
) -> str:
    if record.lacks_words(language):
        return _started(record, problems, language, folder)
    if to:
        # Who asks for a new translation must not mark an old one as current by the way.
        file = (folder / f"{language}.md").as_posix()
        raise Unclear(f"{file} is there. To mark it as current, name the file instead of --to")
    return _refreshed(record, problems, _usable(record, problems, language), folder)


def _usable(record: Record, problems: list[Problem], language: str) -> WordsFile:
    """The words in a language; raises SiteRefused with what is wrong with their file."""
    if language not in record.words:
        path = record.folder.path_of(f"{language}.md")
        raise SiteRefused([problem for problem in problems if problem.path == path])
    return record.words[language]


def _refreshed(record: Record, problems: list[Problem], words: WordsFile, folder: Path) -> str:
    source = _usable(record, problems, _source(record, words))
    mark = f"{source.language}@{words_digest(source)}"
    file = folder / f"{words.language}.md"
    # Bytes, so that the ends of lines stay as they are.
    text = file.read_bytes().decode("utf-8")
    if words.front.translates:
        text = _MARK.sub(rf"\g<1>{mark}", text, count=1)
    else:
        first, end, rest = text.partition("\n")
        line_end = "\r\n" if first.endswith("\r") else "\n"
        text = f"{first}{end}translates: {mark}{line_end}{rest}"
    file.write_bytes(text.encode())
    return f"{file.as_posix()} is marked as a translation of {mark}"


def _source(record: Record, words: WordsFile) -> str:
    """The language that a file translates: as it says, else the only other original."""
    if named := words.front.source_language:
        if record.lacks_words(named):
            raise Unclear(f"{words.document.path} translates {named}.md, which is not there")
        return named
    others = [
        w.language for w in record.words.values() if w is not words and not w.front.translates
    ]
    if len(others) > 1:
        raise Unclear(
            f"{words.document.path} may be a translation of {listed(others)}. "
            f"Write `translates: {others[0]}` into it, or another of them, and repeat the command"
        )
    if not others:
        raise Unclear(
            f"{words.document.path} is the original. To mark all its translations as current, "
            "repeat the command with --minor"
        )
    return others[0]


def _started(record: Record, problems: list[Problem], language: str, folder: Path) -> str:
    """A new words file: each text of the original as a comment above an empty place for it.

    Empty places are problems, so a half-made translation cannot be published.
    """
    originals = [words for words in record.words.values() if not words.front.translates]
    if len(originals) != 1:
        faults = [problem for problem in problems if problem.path.endswith(".md")]
        if faults:
            raise SiteRefused(faults)
        found = listed(f"{words.language}.md" for words in originals) or "none"
        raise Unclear(f"exactly one words file must be without `translates`, found {found}")
    original = originals[0]
    mark = f"{original.language}@{words_digest(original)}"
    lines = [f"translates: {mark}", *_places(original.document.data)]
    file = folder / f"{language}.md"
    file.write_text("\n".join(["---", *lines, "---", original.body]), "utf-8", newline="\n")
    made = f"Made {file.as_posix()} from {original.language}.md"
    return f"{made}: fill the empty keys, translate the text"


def _places(front: Mapping[str, Any]) -> Iterator[str]:
    for key, value in front.items():
        if key not in TRANSLATION_KEYS:
            yield from _place(f"{key}:", value, "")


def _place(head: str, value: Any, indent: str) -> Iterator[str]:
    """The lines of one key or list item: a text as a comment, then `head` with nothing behind."""
    inner = f"{indent}  "
    if isinstance(value, dict):
        yield f"{indent}{head}"
        for key, text in value.items():
            yield from _place(f"{key}:", text, inner)
    elif isinstance(value, tuple):
        yield f"{indent}{head}"
        for text in value:
            yield from _place("-", text, inner)
    elif value:
        yield f"{indent}# {' '.join(str(value).split())}"
        yield f"{indent}{head}"
    else:
        # What is empty on purpose, such as the `alt` of an ornament, stays so.
        yield f'{indent}{head} ""'
