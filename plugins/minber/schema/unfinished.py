"""What is still to be written must not be published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.minber.problems import Problem
from plugins.minber.schema.documents import Loc
from plugins.minber.schema.records import Record
from plugins.minber.schema.words import WordsFile

TO_WRITE = "…"
"""What stands in a new text where words are missing."""

LONG = 60
"""Letters from which on a paragraph of the original in a translation is no coincidence."""

_BETWEEN = re.compile(r"\n\s*\n")


def unfinished_problems(record: Record) -> list[Problem]:
    """Places left empty, and paragraphs of a translation that nobody has translated."""
    if record.facts and record.facts.draft:
        return []
    return [
        problem
        for words in record.words.values()
        for problem in (*_unwritten(words), *_untranslated(record, words))
    ]


def _unwritten(words: WordsFile) -> Iterator[Problem]:
    remedy = f"Write it in place of “{TO_WRITE}”, or delete it."
    for loc in _places(words.document.data):
        name = ".".join(map(str, loc))
        yield words.problem(loc, f"`{name}` must be written", "", remedy)
    if words.body.strip() == TO_WRITE:
        yield words.text_problem((), "the text must be written", TO_WRITE, remedy)


def _places(data: object, loc: Loc = ()) -> Iterator[Loc]:
    if data == TO_WRITE:
        yield loc
    children = enumerate(data) if isinstance(data, tuple) else ()
    for key, value in data.items() if isinstance(data, dict) else children:
        yield from _places(value, (*loc, key))


def _untranslated(record: Record, words: WordsFile) -> Iterator[Problem]:
    source = record.words.get(words.front.source_language)
    if source is None:
        return
    originals, own = _BETWEEN.split(source.body), _BETWEEN.split(words.body)
    # Hardly any stands in both, so few are looked at closely.
    both = {each.strip() for each in originals} & {each.strip() for each in own}
    copied = {each.strip() for each in originals if each.strip() in both and _is_prose(each)}
    rule = f"a translation must not hold a paragraph of {source.language}.md"
    for paragraph in own:
        text = paragraph.strip()
        if text in copied and _is_prose(paragraph):
            yield words.text_problem((), rule, text.split("\n")[0], "Translate it.")


def _is_prose(paragraph: str) -> bool:
    """Whether it is long; a quotation or code may well stand in its own language."""
    letters = sum(character.isalpha() for character in paragraph)
    return letters >= LONG and not paragraph.startswith((">", "    ", "|"))
