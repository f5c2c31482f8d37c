"""What must hold between the files of one folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plugins.minber.problems import Problem, listed
from plugins.minber.schema.documents import Loc
from plugins.minber.schema.facts import CampaignFacts, NewsFacts, PetitionFacts, StatementFacts
from plugins.minber.schema.records import Record
from plugins.minber.schema.words import CauseWords, StatementWords, Words, WordsFile
from plugins.minber.source.files import is_picture


def agreement_problems(record: Record) -> list[Problem]:
    """Every place where words, facts, pictures and translation marks do not fit together."""
    problems = [*_translations(record), *_picture_files(record)]
    for words in record.words.values():
        problems += _pictures(record, words)
        problems += _wanted_texts(record, words)
        problems += _events(record, words)
    return problems


def _translations(record: Record) -> Iterator[Problem]:
    originals = [w for w in record.words.values() if not w.front.translates]
    if len(originals) != 1:
        found = listed(f"{w.language}.md" for w in originals) or "none"
        rule = "exactly one words file of a folder must be without `translates`: the original"
        remedy = "Run `invoke translate` on each translation: it writes the mark."
        yield Problem(record.folder.path, 1, rule, found, remedy)
        return
    for words in record.words.values():
        source = words.front.source_language
        if source and source not in record.words:
            rule = "`translates` must name a language that this folder has words in"
            remedy = f"There are {listed(record.words)}."
            yield words.problem(("translates",), rule, source, remedy)
        elif source and not _leads_to_original(record, words):
            rule = "translations must lead back to the original, not to one another in a circle"
            yield words.problem(("translates",), rule, source, "Name the language of the original.")


def _leads_to_original(record: Record, words: WordsFile) -> bool:
    seen = set()
    while source := words.front.source_language:
        if words.language in seen or source not in record.words:
            return False
        seen.add(words.language)
        words = record.words[source]
    return True


def _picture_files(record: Record) -> Iterator[Problem]:
    if record.facts is None:
        return
    files = {name for name in record.folder.files if is_picture(name)}
    for name in sorted(files - set(record.facts.pictures)):
        rule = f"each picture must be credited under `pictures` in facts.yaml, {name} is not"
        remedy = f"Add `pictures: {{{name}: {{credit: who took it}}}}`."
        yield record.document.problem(("pictures",), rule, "", remedy)
    for name in sorted(set(record.facts.pictures) - files):
        rule = "a picture in the facts must be a file of this folder"
        yield record.document.problem(
            ("pictures", name), rule, name, "Add the file or delete the key."
        )


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


def _wanted_texts(record: Record, words: WordsFile) -> Iterator[Problem]:
    """Each id of the facts has its words, and no words have an id that the facts lack."""
    for key, wanted, given, is_complete in _ids(record, words.front):
        for id_ in sorted(wanted - given) if is_complete else ():
            rule = f"`{key}.{id_}` must be given: the facts name it"
            yield words.problem((key,), rule, "", f"Add `{id_}: …` under `{key}`.")
        for id_ in sorted(given - wanted):
            remedy = f"The facts have: {listed(wanted) or 'none'}."
            yield words.problem((key, id_), f"`{key}` must hold only ids of the facts", id_, remedy)


def _ids(record: Record, front: Words) -> Iterator[tuple[str, set[str], set[str], bool]]:
    """(key of the words, ids of the facts, ids of the words, whether all are wanted)."""
    match record.facts, front:
        case CampaignFacts() as facts, CauseWords():
            yield "demands", set(facts.demands), set(front.demands), True
            yield "stages", {stage.stage for stage in facts.bill}, set(front.stages), True
            yield "thresholds", set(), set(front.thresholds), True
        case PetitionFacts() as facts, CauseWords():
            # A petition may word a campaign's demands its own way, but need not.
            yield "demands", set(facts.demands), set(front.demands), False
            yield "stages", set(), set(front.stages), True
            yield "thresholds", {t.id for t in facts.thresholds}, set(front.thresholds), True
        case StatementFacts() as facts, StatementWords():
            wanted = _flat(facts.recommendations.values())
            yield "recommendations", wanted, set(front.recommendations), True
        case NewsFacts() as facts, Words():
            wanted = {day.isoformat() for day in facts.corrected}
            yield "corrections", wanted, {day.isoformat() for day in front.corrections}, True


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
    key = loc[0]
    rule = f"words about {noun} need `{key}` in facts.yaml"
    return words.problem(
        loc, rule, "", f"Add `{key}` with its date to facts.yaml, or delete the words."
    )
