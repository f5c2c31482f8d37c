"""What must hold between the files of one folder.

Nothing is said about what a file with problems of its own may hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from plugins.minber.problems import Problem, listed
from plugins.minber.schema.digest import words_digest
from plugins.minber.schema.documents import Loc
from plugins.minber.schema.facts import (
    CampaignFacts,
    Facts,
    NewsFacts,
    PetitionFacts,
    StatementFacts,
)
from plugins.minber.schema.records import Record
from plugins.minber.schema.signatories import signatory_problems
from plugins.minber.schema.words import CauseWords, WordsFile
from plugins.minber.source.files import is_picture

WITH_IDS = ("demands", "stages", "thresholds", "recommendations", "corrections")
"""Keys of the words that hold a text for each id of the facts."""


def agreement_problems(record: Record) -> list[Problem]:
    """Every place where words, facts, pictures and translation marks do not fit together."""
    problems = [*translation_problems(record), *_picture_files(record)]
    problems += signatory_problems(record)
    for words in record.words.values():
        problems += [*_credits(words), *_machine(words)]
        if record.facts or record.folder.kind == "page":
            problems += [*_pictures(record, words), *_alts(record, words)]
            problems += _texts_of_ids(record, words)
            problems += _events(record, words)
    return problems


def translation_problems(record: Record) -> list[Problem]:
    """What keeps the words of a record from being one original and its translations."""
    originals = [w for w in record.words.values() if not w.front.translates]
    may_be_hidden = not originals and (record.has_faulty_words or not record.words)
    if len(originals) != 1 and not may_be_hidden:
        found = listed(f"{words.language}.md" for words in originals) or "none"
        rule = "exactly one words file of a folder must be without `translates`: the original"
        remedy = "Run `python3 tasks.py translate` on each translation: it writes the mark."
        return [Problem(record.folder.path, 1, rule, found, remedy)]
    return [p for words in record.words.values() if (p := _mark_problem(record, words))]


def _mark_problem(record: Record, words: WordsFile) -> Problem | None:
    source = words.front.source_language
    if not source:
        return None
    if record.lacks_words(source):
        rule = "`translates` must name a language that this folder has words in"
        remedy = f"There are {listed(record.words)}."
        return words.problem(("translates",), rule, source, remedy)
    if not words.front.source_digest:
        rule = "`translates` must say which version of the words was translated"
        return words.problem(
            ("translates",),
            rule,
            source,
            "Run `python3 tasks.py translate` on the file: it writes it.",
        )
    if not _leads_to_original(record, words):
        rule = "translations must lead back to the original, not to one another in a circle"
        return words.problem(("translates",), rule, source, "Name the language of the original.")
    return None


def _leads_to_original(record: Record, words: WordsFile) -> bool:
    seen = set()
    while source := words.front.source_language:
        if words.language in seen:
            return False
        if source not in record.words:
            return True
        seen.add(words.language)
        words = record.words[source]
    return True


def _credits(words: WordsFile) -> Iterator[Problem]:
    """Keys that tell how a translation came about have no place in an original."""
    for key in ("translator", "reviewer", "machine"):
        if getattr(words.front, key) and not words.front.translates:
            rule = f"`{key}` must stand only in a translation"
            remedy = "Delete it, or mark the file with `python3 tasks.py translate`."
            yield words.problem((key,), rule, "", remedy)


def _machine(words: WordsFile) -> Iterator[Problem]:
    if words.front.machine and words.front.reviewer:
        rule = "a translation that a person reviewed must not be marked `machine: true`"
        yield words.problem(("machine",), rule, "", "Delete the line, or the reviewer.")


def _picture_files(record: Record) -> Iterator[Problem]:
    if record.facts is None:
        return
    files = {name for name in (*record.folder.files, *record.faulty) if is_picture(name)}
    for name in sorted(files - set(record.facts.pictures)):
        rule = f"each picture must be credited under `pictures` in facts.yaml, {name} is not"
        remedy = f"Add `pictures: {{{name}: {{credit: who took it}}}}`."
        yield record.document.problem(("pictures",), rule, "", remedy)
    for name in sorted(set(record.facts.pictures) - files):
        rule = "a picture in the facts must be a file of this folder"
        remedy = "Add the file or delete the key."
        yield record.document.problem(("pictures", name), rule, name, remedy)


def _pictures(record: Record, words: WordsFile) -> Iterator[Problem]:
    names = set(record.facts.pictures) if record.facts else set()
    front = words.front
    for name in sorted(names - set(front.alt)):
        rule = f"`alt.{name}` must say what the picture shows, for those who do not see it"
        remedy = f'Add `alt: {{{name}: …}}`, or "" for a picture that only decorates.'
        yield words.problem(("alt",), rule, "", remedy)
    for key, files in (("alt", front.alt), ("caption", front.caption)):
        for name in sorted(set(files) - names):
            rule = f"`{key}` must name pictures of this folder"
            yield words.problem((key, name), rule, name, f"There are: {listed(names) or 'none'}.")


def _alts(record: Record, words: WordsFile) -> Iterator[Problem]:
    """What is said in place of a picture says something, and as much in each language."""
    names = set(record.facts.pictures) if record.facts else set()
    # A translation that is behind will say it when it is brought up to date.
    current = [each for each in record.words.values() if not _is_behind(record, each)]
    for name in sorted(names & set(words.front.alt)):
        alt = words.front.alt[name]
        others = [each.language for each in current if each.front.alt.get(name, "").strip()]
        if _same_letters(alt) in map(_same_letters, (name, PurePosixPath(name).stem)):
            rule = f"`alt.{name}` must say what the picture shows, not what its file is called"
            remedy = 'Describe it for those who do not see it, or write "" if it only decorates.'
            yield words.problem(("alt", name), rule, alt, remedy)
        if not alt.strip() and others and words in current:
            told = listed(f"{language}.md" for language in others)
            rule = f'`alt.{name}` must be "" in every language or in none, it has words in {told}'
            remedy = 'Describe it here too, or write "" there if it only decorates.'
            yield words.problem(("alt", name), rule, "", remedy)


def _same_letters(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().casefold()


def _texts_of_ids(record: Record, words: WordsFile) -> Iterator[Problem]:
    """Each id of the facts has its words, and no words have an id that the facts lack."""
    ids = _ids(record.facts)
    # A petition may word a campaign's demands its own way, but need not.
    optional = ("demands",) if isinstance(record.facts, PetitionFacts) else ()
    for key in WITH_IDS:
        wanted = ids.get(key, set())
        given = {str(id_) for id_ in getattr(words.front, key, ())}
        missing = set() if key in optional else wanted - given
        for id_ in sorted(missing) if missing and not _is_behind(record, words) else ():
            rule = f"`{key}.{id_}` must be given: the facts name it"
            yield words.problem((key,), rule, "", f"Add `{id_}: …` under `{key}`.")
        for id_ in sorted(given - wanted):
            remedy = f"The facts have: {listed(wanted) or 'none'}."
            yield words.problem((key, id_), f"`{key}` must hold only ids of the facts", id_, remedy)


def _is_behind(record: Record, words: WordsFile) -> bool:
    """Whether the original's words changed since: readers get its words for what is new."""
    source = record.words.get(words.front.source_language)
    return source is not None and words_digest(source) != words.front.source_digest


def _ids(facts: Facts | None) -> dict[str, set[str]]:
    """The ids that facts name, by the key of the words that hold their texts."""
    match facts:
        case CampaignFacts():
            return {"demands": {*facts.demands}, "stages": {stage.stage for stage in facts.bill}}
        case PetitionFacts():
            return {"demands": {*facts.demands}, "thresholds": {t.id for t in facts.thresholds}}
        case StatementFacts():
            return {"recommendations": _flat(facts.recommendations.values())}
        case NewsFacts():
            return {"corrections": {day.isoformat() for day in facts.corrected}}
    return {}


def _flat(lists: Iterable[Iterable[str]]) -> set[str]:
    return {id_ for ids in lists for id_ in ids}


def _events(record: Record, words: WordsFile) -> Iterator[Problem]:
    """Texts about an answer or a withdrawal need the fact itself."""
    has_answer = isinstance(record.facts, PetitionFacts) and record.facts.answer is not None
    if isinstance(words.front, CauseWords) and words.front.answer and not has_answer:
        yield _without_fact(words, ("answer",), "an answer")
    if words.front.withdrawn and not (record.facts and record.facts.withdrawn):
        yield _without_fact(words, ("withdrawn",), "a withdrawal")


def _without_fact(words: WordsFile, loc: Loc, noun: str) -> Problem:
    rule = f"words about {noun} must have `{loc[0]}` in facts.yaml"
    remedy = f"Add `{loc[0]}` with its date to facts.yaml, or delete the words."
    return words.problem(loc, rule, "", remedy)
