"""`invoke status`: every item with its state in each language."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.minber.desk.settings import in_plain_words, read_settings
from plugins.minber.library.model import Item, Library
from plugins.minber.problems import report

TO_DO = ("missing", "outdated", "machine")
"""States that ask a translator for work, the most urgent first."""


@in_plain_words
def status() -> int:
    """Print a table of items by languages; problems do not hide it."""
    opened = read_settings().open(with_drafts=True)
    for line in table(opened.library):
        print(line)
    if opened.problems:
        print(f"\nTexts with problems may be missing above:\n{report(opened.problems)}")
    return 1 if opened.problems else 0


def table(library: Library) -> Iterator[str]:
    """A line an item, by kind and key, then how much there is to translate."""
    codes = [language.code for language in library.languages]
    items = sorted(library.by_key.values(), key=lambda item: item.path)
    rows = [["", *codes]]
    rows += [[item.key, *(_cell(item, code, library) for code in codes)] for item in items]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(map(str.ljust, row, widths)).rstrip()
    yield ""
    for code in codes:
        yield f"{code}: {_summary(items, code)}"


def _cell(item: Item, code: str, library: Library) -> str:
    state = item.state(code)
    if item.facts is None or state != "original":
        return state
    if item.facts.draft:
        return f"{state}, draft"
    is_coming = item.published.first_day > library.today
    return f"{state}, from {item.published}" if is_coming else state


def _summary(items: list[Item], code: str) -> str:
    counts = {state: sum(item.state(code) == state for item in items) for state in TO_DO}
    named = [f"{count} {state}" for state, count in counts.items() if count]
    return ", ".join(named) or "everything is current"
