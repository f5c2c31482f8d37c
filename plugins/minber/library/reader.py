"""From the files of a folder to its reading."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from plugins.minber.cache.digests import digest_of, digest_of_bytes
from plugins.minber.ledger.counts import ledger_problems
from plugins.minber.library.answering import answer_due
from plugins.minber.library.calendar import date_problems, days_of, newest_done
from plugins.minber.library.editions import editions_of, markup_problems
from plugins.minber.library.model import Edition, Item
from plugins.minber.library.privacy import private_findings
from plugins.minber.library.reading import Means, Reading, item_digest
from plugins.minber.library.spelling import spelling_problems
from plugins.minber.problems import Problem
from plugins.minber.schema.agreement import agreement_problems, translation_problems
from plugins.minber.schema.facts import PetitionFacts
from plugins.minber.schema.records import Record, read_record
from plugins.minber.schema.unfinished import unfinished_problems
from plugins.minber.source.files import is_picture
from plugins.minber.source.folders import Folder
from plugins.minber.source.survey import Plot
from plugins.minber.source.tree import read_folder


def read_plot(plot: Plot, means: Means) -> tuple[Reading, Mapping[str, str]]:
    """The reading of a folder, and the HTML of its texts by language."""
    folder, problems = read_folder(plot)
    record, found = read_record(folder, means.codes)
    languages = {language.code: language for language in means.languages}
    editions, bodies = editions_of(record, languages, means.convert)
    signatures = tuple(row.data for row in record.signatures)
    due, unclear = answer_due(record, means.calendar)
    problems += found + unclear + _problems(record, editions, means)
    # What a file with problems declares as public is not known, so its folder waits.
    is_known = record.facts is not None or folder.kind == "page"
    reading = Reading(
        item=_item(record, editions, due, means),
        findings=private_findings(folder) if is_known else (),
        happened=newest_done(record.facts, signatures),
        problems=tuple(problems),
        faulty=record.faulty,
        is_marked=not translation_problems(record),
    )
    return reading, bodies


def _problems(record: Record, editions: Mapping[str, Edition], means: Means) -> list[Problem]:
    problems = agreement_problems(record) + unfinished_problems(record)
    problems += date_problems(record, means.today)
    problems += markup_problems(record, editions) + spelling_problems(record, means.languages)
    path = record.folder.path_of("signatures.csv")
    routes = record.facts.routes if isinstance(record.facts, PetitionFacts) else None
    return problems + ledger_problems(path, record.signatures, routes, means.today)


def _item(record: Record, editions: Mapping[str, Edition], due: date | None, means: Means) -> Item:
    folder = record.folder
    days = {day for _, day in days_of(record.facts)}
    files = {name: file.digest for name, file in folder.files.items()}
    return Item(
        kind=folder.kind,
        campaign=folder.campaign,
        slug=folder.slug,
        path=folder.path,
        facts=record.facts,
        editions=editions,
        signatures=tuple(row.data for row in record.signatures),
        signatories=tuple(row.data for row in record.signatories),
        pictures={name: file for name, file in sorted(files.items()) if is_picture(name)},
        digest=item_digest(means.basis, folder.kind, folder.path, files),
        faces=_faces(folder, editions, means),
        days=tuple(sorted(days if due is None else {*days, due})),
        due=due,
    )


def _faces(folder: Folder, editions: Mapping[str, Edition], means: Means) -> dict[str, str]:
    """By language, the digest of what others may show of an item.

    That is in its facts, its tables and its pictures, and in the words and headings of the edition
    that stands there and of the original.
    """
    files = {n: f.digest for n, f in folder.files.items() if not n.endswith(".md")}
    shared = item_digest(means.basis, folder.kind, folder.path, files)
    words = {code: _face(edition) for code, edition in editions.items()}
    originals = [code for code, each in editions.items() if each.state == "original"]
    original = [part for code in originals for part in (code, words[code])]
    return {
        code: digest_of(shared, *original, words.get(code, ""), *sorted(editions))
        for code in means.codes
    }


def _face(edition: Edition) -> str:
    return digest_of_bytes(msgspec.json.encode((edition.words, edition.text.headings)))
