"""`invoke check`: every problem of the content, without building."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.minber.desk.settings import Settings, counted, in_plain_words, read_settings
from plugins.minber.languages.catalogues import catalogue_problems
from plugins.minber.problems import Problem, ordered, report


def _word_problems(settings: Settings) -> Iterator[Problem]:
    """What translators of the interface must mend."""
    folder = settings.theme / "translations"
    paths = {language: folder / f"{language.code}.po" for language in settings.languages}
    for path, line, rule, remedy in catalogue_problems(paths):
        yield Problem(path.relative_to(settings.theme.parent).as_posix(), line, rule, "", remedy)


@in_plain_words
def check() -> int:
    """Print a line a problem; 1 when there are any."""
    settings = read_settings()
    opened = settings.open()
    pictures = settings.picture_problems(opened.library.by_key.values())
    problems = ordered((*opened.problems, *pictures, *_word_problems(settings)))
    if problems:
        print(report(problems))
        print(f"\n{counted(problems)}.")
        return 1
    library = opened.library
    texts = sum(len(item.editions) for item in library.by_key.values())
    published = f"{len(library.by_key)} campaigns, items and pages with {texts} texts"
    print(f"No problems: {published} are published on {library.today}.")
    return 0
