"""What must hold of the words of the interface: complete, alike in all languages, all in use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.minber.languages.settings import Language
from plugins.minber.languages.words import id_of

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

# Entries asked for by an id put together when the page is made, such as _("state." ~ state).
OPEN_PREFIXES = tuple(
    f"{prefix}."
    for prefix in (
        "answer date edition event kind language list lost mark months moved nav news.voice"
        " organisation outcome outcomes place print progress route site size state"
        " statement.voice step"
    ).split()
)

_MONTHS = 12
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_ID_LINE = re.compile(r'msgid "(.+)"')


class CatalogueProblem(NamedTuple):
    """What is wrong in a .po file: where, what must be true, and how to mend it."""

    path: Path
    line: int
    rule: str
    remedy: str


def catalogue_problems(paths: Mapping[Language, Path]) -> list[CatalogueProblem]:
    """All problems of the .po files of all languages, sorted by path and line."""
    from babel.messages.pofile import PoFileError, read_po

    problems: list[CatalogueProblem] = []
    catalogues: dict[Path, Catalog] = {}
    for language, path in paths.items():
        try:
            with path.open("rb") as file:
                catalogues[path] = read_po(file, locale=language.locale, abort_invalid=True)
        except (OSError, ValueError, PoFileError) as error:
            problems.append(_unreadable(path, error))
            continue
        problems += _in_one(path, catalogues[path], language)
    problems += _between(catalogues)
    return sorted(problems)


def used_ids(templates: Path, python: Iterable[Path] = ()) -> frozenset[str]:
    """The ids that the templates and the Python files ask for in so many words.

    Raises jinja2.TemplateSyntaxError when a template cannot be read.
    """
    from babel.messages.extract import extract_from_dir

    plain = dict.fromkeys(("_", "gettext", "filled", "word", "label"))
    keywords = {**plain, "ngettext": (1, 2)}
    jinja = {"silent": "false", "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols"}
    sources = [(templates, [("**", "jinja2.ext:babel_extract")], {"**": jinja})]
    sources += [(folder, [("**.py", "python")], {}) for folder in python]
    return frozenset(
        id_of(found[2])
        for folder, methods, options in sources
        for found in extract_from_dir(folder, methods, options, keywords)
    )


def is_open(key: str) -> bool:
    """Whether an id may be asked for without standing in a template or in Python."""
    return key.startswith(OPEN_PREFIXES)


def _unreadable(path: Path, error: Exception) -> CatalogueProblem:
    from babel.messages.pofile import PoFileError

    if isinstance(error, FileNotFoundError):
        rule = "each language has its words, there is no such file"
        return CatalogueProblem(path, 1, rule, "Start it from another language's file.")
    line = error.lineno + 1 if isinstance(error, PoFileError) else 1
    # Babel names the line once more, counting from 0.
    reason = re.sub(r" on \d+$", "", str(error))
    return CatalogueProblem(path, line, f"a .po file can be read: {reason}", "Mend the line.")


def _in_one(path: Path, catalogue: Catalog, language: Language) -> Iterator[CatalogueProblem]:
    from babel.messages.plurals import get_plural

    expected = get_plural(language.locale)
    if catalogue.num_plurals != expected.num_plurals:
        yield CatalogueProblem(
            path,
            1,
            f"{language.code} has {expected.num_plurals} plural forms,"
            f" the header says {catalogue.num_plurals}",
            f'Write "Plural-Forms: {expected}\\n" in the header.',
        )
    counts = Counter(_ID_LINE.findall(path.read_text("utf-8")))
    for message in catalogue:
        if message.id:
            key = id_of(message.id)
            if counts[key] > 1:
                yield _problem(path, message, "stands once", "Delete all but one of them.")
            yield from _in_message(path, message)
    for message in catalogue.obsolete.values():
        yield _problem(path, message, "is in use, it is marked obsolete", "Delete it.")


def _in_message(path: Path, message: Message) -> Iterator[CatalogueProblem]:
    forms = _forms(message)
    if message.fuzzy:
        yield _problem(path, message, "is sure, it is marked fuzzy", "Check it, delete the mark.")
    if not all(form.strip() for form in forms):
        yield _problem(path, message, "has words in every form", "Write what is empty.")
    if not all(map(_can_be_filled, forms)):
        remedy = "Write %(name)s for a value and %% for a percent sign."
        yield _problem(path, message, "can be filled with its values", remedy)
    if len({frozenset(_PLACEHOLDER.findall(form)) for form in forms}) > 1:
        yield _problem(path, message, "has the same %(names)s in every form", "Add those missing.")
    if id_of(message.id).startswith("months.") and len(forms[0].split(" ")) != _MONTHS:
        remedy = "Write the months from January on with one space between."
        yield _problem(path, message, "has twelve words", remedy)


def _between(catalogues: Mapping[Path, Catalog]) -> Iterator[CatalogueProblem]:
    entries = {
        path: {id_of(message.id): message for message in catalogue if message.id}
        for path, catalogue in catalogues.items()
    }
    for key in sorted(set().union(*entries.values())):
        having = {path: messages[key] for path, messages in entries.items() if key in messages}
        yield from _missing(key, entries, having)
        yield from _unlike(having)


def _missing(
    key: str, paths: Iterable[Path], having: Mapping[Path, Message]
) -> Iterator[CatalogueProblem]:
    others = ", ".join(f"{path.name}:{message.lineno}" for path, message in having.items())
    for path in paths:
        if path not in having:
            yield CatalogueProblem(
                path,
                1,
                f"{key!r} is in every language, it is missing here",
                f"Add it as in {others}, or delete it there.",
            )


def _unlike(having: Mapping[Path, Message]) -> Iterator[CatalogueProblem]:
    everywhere = set().union(*map(_names, having.values()))
    has_plural = any(message.pluralizable for message in having.values())
    for path, message in having.items():
        if lacking := sorted(everywhere - _names(message)):
            names = ", ".join(f"%({name})s" for name in lacking)
            rule = f"has the same values in every language, {names} is missing here"
            yield _problem(path, message, rule, "Add it, or delete it from the other languages.")
        if has_plural and not message.pluralizable:
            rule = "has plural forms in every language"
            yield _problem(path, message, rule, "Add msgid_plural and msgstr[0], msgstr[1] …")


def _problem(path: Path, message: Message, rule: str, remedy: str) -> CatalogueProblem:
    return CatalogueProblem(path, message.lineno or 1, f"{id_of(message.id)!r} {rule}", remedy)


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _names(message: Message) -> set[str]:
    return {name for form in _forms(message) for name in _PLACEHOLDER.findall(form)}


def _can_be_filled(form: str) -> bool:
    try:
        form % dict.fromkeys(_PLACEHOLDER.findall(form), "")
    except (KeyError, TypeError, ValueError):
        return False
    return True
