"""`invoke signatures`: a count more in a petition's ledger, typed or fetched from its platform."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plugins.minber.desk.asking import LONGEST_WAIT, NoCount, asked
from plugins.minber.desk.settings import in_plain_words, read_settings
from plugins.minber.desk.sheet import Cells, Sheet, open_sheet
from plugins.minber.languages.when import When
from plugins.minber.ledger.counts import ON_PAPER, fall_problem
from plugins.minber.library.model import Item, Library
from plugins.minber.problems import Problem, SiteRefused, listed, report
from plugins.minber.schema.days import build_day
from plugins.minber.schema.records import Row
from plugins.minber.schema.registry import CountRule
from plugins.minber.schema.tables import SignatureRow
from plugins.minber.views.selections import selections

ASKED_FOR = {
    "platform": "the way to sign: {ways}",
    "count": "the total on that platform, such as 9000",
    "source": "the address where the count stands",
}

_LEAP = 100
"""How many times the count before it a count may be: a false one would make all true ones fall."""
_FEWEST_OF_A_LEAP = 10_000


@in_plain_words
def add(item: str, cells: Mapping[str, str]) -> int:
    """Enter a count, of today unless it has a date; 1 when that cannot be."""
    content = read_settings().content
    folder = _folder(content, item)
    if not folder:
        print(_no_petition(item))
        return 1
    today = build_day(os.environ)
    sheet = open_sheet(content, folder, today)
    row = _completed({key: cell.strip() for key, cell in cells.items()}, sheet)
    if refusal := _incomplete(row, sheet):
        print(refusal)
        return 1
    print(_entered(sheet, sheet.enter(row), row))
    return 0


def _completed(row: dict[str, str], sheet: Sheet) -> dict[str, str]:
    """The row with what follows from the rest of it and from the petition's ways to sign."""
    kind = row["kind"] or (ON_PAPER if row["platform"] == ON_PAPER else "online")
    on_paper = {route.platform or ON_PAPER for route in sheet.routes if route.kind == ON_PAPER}
    platform = row["platform"]
    if kind == ON_PAPER and len(on_paper) == 1:
        platform = platform or min(on_paper)
    return {**row, "kind": kind, "platform": platform, "date": row["date"] or str(sheet.today)}


def _incomplete(row: Cells, sheet: Sheet) -> str:
    """What is missing in a row, and how to give it; "" where nothing is."""
    needed = [key for key in ASKED_FOR if key != "source" or row["kind"] != ON_PAPER]
    missing = [key for key in needed if not row[key]]
    if not missing:
        return ""
    ways = listed({route.platform or route.kind for route in sheet.routes})
    remedies = [f"--{key} ({ASKED_FOR[key]})" for key in missing]
    told = " and ".join(remedies).format(ways=ways or "facts.yaml has no `routes` yet")
    return f"a count must have {' and '.join(f'--{key}' for key in missing)}. Add {told}."


@in_plain_words
def fetch(item: str = "", limit: float = LONGEST_WAIT) -> int:
    """Ask for the counts of a petition, or of all; 1 when one of them could not be had.

    `limit` is in seconds, for each request.
    """
    settings = read_settings()
    folder = _folder(settings.content, item) if item else ""
    if item and not folder:
        print(_no_petition(item))
        return 1
    opened = settings.open()
    library = opened.library
    # What has problems may not be in the library: an editor must know why it was not asked for.
    problems = [*opened.problems]
    questions = [each for each in _questions(library) if folder in ("", each.folder)]
    for question in questions:
        open_ledger = partial(open_sheet, settings.content, question.folder, library.today)
        try:
            count = _count(open_ledger(), question, limit)
            # Opened anew: while a platform took its time, an editor may have written.
            print(_fetched(open_ledger(), question, count))
        except SiteRefused as refusal:
            problems += refusal.problems
    if not questions:
        print("No petition that gathers signatures has a platform that can be asked.")
    if problems:
        print(report(problems))
    return 1 if problems else 0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked once: the count of a petition on a platform."""

    folder: str
    """Of the petition, from `content`."""
    route: int
    """Its place among the petition's routes."""
    platform: str
    url: str
    rule: CountRule


def _questions(library: Library) -> Iterator[Question]:
    """Of petitions that gather signatures, by path: the others have their last count."""
    states = selections(library).states
    gathering = (each for each in library.items() if states.get(each.key) == "open")
    for petition in sorted(gathering, key=lambda each: each.path):
        if petition.is_listed:
            yield from _questions_of(petition, library)


def _questions_of(petition: Item, library: Library) -> Iterator[Question]:
    for number, route in enumerate(petition.facts.routes):
        platform = library.registry.platforms.get(route.platform or "")
        if platform and platform.count and route.url:
            yield Question(petition.path, number, platform.id, route.url, platform.count)


def _fetched(sheet: Sheet, question: Question, count: int) -> str:
    """What was done with a count, in a line; raises SiteRefused when it cannot be entered."""
    platform = question.platform
    known = sheet.row_of(platform, "online", When.of(sheet.today))
    if known and count == known.data.number:
        return f"{sheet.path}:{known.line}: {platform} (online) has {count} as before"
    if known and count < known.data.number:
        raise SiteRefused([fall_problem(sheet.path, known.line, str(count), known.data)])
    highest = sheet.highest_of(platform)
    if highest and count > max(_FEWEST_OF_A_LEAP, _LEAP * highest.data.number):
        raise SiteRefused([_leap_problem(sheet, question, count, highest)])
    row = {
        "date": str(sheet.today),
        "platform": platform,
        "count": str(count),
        "kind": "online",
        "source": question.url,
    }
    # A row is the total of its day: the later one of a day takes the place of the one before.
    return _entered(sheet, sheet.enter(row, instead=known), row)


def _leap_problem(sheet: Sheet, question: Question, count: int, highest: Row) -> Problem:
    """A count that only an editor may enter, with the command that does."""
    had: SignatureRow = highest.data
    rule = (
        f"a fetched total must not be more than {_LEAP} times the one before: "
        f"{had.platform} ({had.kind}) had {had.number} on {had.date}"
    )
    item = question.folder.removeprefix("content/campaigns/").replace("/petitions/", "/")
    words = ("--platform", question.platform, "--count", str(count), "--source", question.url)
    command = f"python3 tasks.py signatures {item} {shlex.join(words)}"
    remedy = f"Look at the platform's page; if it is true, enter it with: {command}"
    return Problem(sheet.path, highest.line, rule, str(count), remedy)


def _count(sheet: Sheet, question: Question, limit: float) -> int:
    """What the platform answers; raises SiteRefused at the line of the route."""
    platform, place = question.platform, ("routes", question.route, "url")
    routes = [each for each in sheet.routes if each.platform == platform and each.url]
    if len(routes) > 1:
        rule = f"a platform that is asked must stand once in `routes` ({platform})"
        remedy = "Keep the address of one, or enter the sum of their counts yourself."
        raise SiteRefused([sheet.record.document.problem(place, rule, len(routes), remedy)])
    try:
        return asked(question.rule, question.url, limit)
    except NoCount as refusal:
        rule = f"the answer of {platform} {refusal.rule}"
        later = f"Ask again later, or look at `{platform}.count` in the registry."
        remedy = refusal.remedy or later
        problem = sheet.record.document.problem(place, rule, refusal.found, remedy)
        raise SiteRefused([problem]) from None


def _entered(sheet: Sheet, line: int, row: Cells) -> str:
    return f"{sheet.path}:{line}: {row['platform']} ({row['kind']}) has {row['count']}"


def _folder(content: Path, item: str) -> str:
    """The folder of a petition by its key or its path, from `content`; "" where there is none."""
    for facts in sorted(content.glob("campaigns/*/petitions/*/facts.yaml")):
        slug, campaign = facts.parent.name, facts.parents[2].name
        path = f"content/campaigns/{campaign}/petitions/{slug}"
        if item.rstrip("/") in (f"{campaign}/{slug}", path):
            return path
    return ""


def _no_petition(item: str) -> str:
    remedy = "Write it as the names of the two folders, such as open-internet/first."
    return f"the petition must be one of content, found {item!r}. {remedy}"
