"""A build that uses what earlier ones have left gives what a build from nothing gives."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.accidents import ACCIDENTS
from tests.conftest import Built, build_site, write_files
from tests.edits.all import EDITS
from tests.edits.furnished import furnish
from tests.edits.place import A_DAY, LANGUAGES, Place
from tests.generator.remembered import remember
from tests.memory import Memory
from tests.texts import add_to_facts, replace_in, words


@pytest.fixture(scope="session")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Memory:
    return Memory(tmp_path_factory.mktemp("remembered"))


@pytest.fixture(scope="module", autouse=True)
def others_work_once(memory: Memory) -> Iterator[None]:
    """Most of a build's time would go to documents, cards and indexes that are as before."""
    with pytest.MonkeyPatch.context() as patch:
        remember(memory, patch)
        yield


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with what its first build keeps, to be copied."""
    place = furnish(tmp_path_factory.mktemp("furnished"))
    assert built(place).problems == ()
    shutil.rmtree(place.folder / "output")
    return place.folder


@pytest.fixture
def standing(furnished: Path, tmp_path: Path) -> Place:
    """A site that was built, for one test."""
    return stood_up(furnished, tmp_path / "site")


def stood_up(furnished: Path, folder: Path) -> Place:
    shutil.copytree(furnished, folder)
    place = Place(folder, {"THEME": str(folder / "theme")})
    assert built(place).problems == ()
    return place


def built(place: Place, output: str = "output") -> Built:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(place.day))
        offered = {"PAPER": True, "CARDS": True, "SEARCH": True, "SITEURL": "https://a.example"}
        settings = {**offered, **place.settings}
        return build_site(place.content, place.folder / output, **settings)


def from_nothing(place: Place) -> Built:
    """The same site built beside it, where nothing is kept."""
    shutil.rmtree(place.folder / "fresh", ignore_errors=True)
    return built(place, "fresh/output")


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder by path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def assert_as_from_nothing(place: Place) -> None:
    before = tree(place.folder / "output")
    again, fresh = built(place), from_nothing(place)
    assert again.problems == fresh.problems
    assert tree(again.output) == (before if again.problems else tree(fresh.output))


@pytest.mark.parametrize("edit", [*EDITS, *ACCIDENTS], ids=lambda edit: edit.__name__)
def test_after_an_edit_a_site_is_as_from_nothing(standing, edit):
    edit(standing, Random(1))
    assert_as_from_nothing(standing)


@settings(max_examples=4)
@given(
    st.lists(
        st.tuples(st.sampled_from([*EDITS, *EDITS, *ACCIDENTS]), st.integers(0, 999)),
        min_size=2,
        max_size=5,
    )
)
def test_after_any_edits_a_site_is_as_from_nothing(furnished, tmp_path_factory, edits):
    place = stood_up(furnished, tmp_path_factory.mktemp("edits") / "site")
    for edit, seed in edits:
        built(place)
        edit(place, Random(seed))
    assert_as_from_nothing(place)


def test_what_is_refused_keeps_nothing_that_a_later_build_would_take(standing):
    page = standing.folder / "theme/templates/404.html"
    sound = page.read_text("utf-8")
    page.write_text(sound.replace("<h1", "<script></script><h1"), "utf-8")
    first, second = built(standing), built(standing)
    assert len(first.problems) > 0
    assert second.problems == first.problems


def test_nothing_new_is_no_work_and_leaves_the_folder_as_it_is(standing):
    before = (standing.folder / "output").stat()
    assert done(built(standing)) == (0, 0, 0)
    after = (standing.folder / "output").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_cache_from_elsewhere_is_all_that_a_build_needs(standing, tmp_path):
    shutil.copytree(standing.folder, tmp_path / "clone", ignore=shutil.ignore_patterns("output"))
    clone = Place(tmp_path / "clone", {"THEME": str(tmp_path / "clone/theme")})
    assert done(built(clone)) == (0, 0, 0)
    assert tree(clone.folder / "output") == tree(standing.folder / "output")


def done(result: Built) -> tuple[int, ...]:
    """How many folders were read, texts converted and pages rendered."""
    pattern = r": (\d+) folders? read, (\d+) texts? converted, (\d+) pages? rendered"
    [numbers] = re.findall(pattern, result.said)
    return tuple(map(int, numbers))


FIRST = "campaigns/open-net/petitions/first"
KK_OF_RIVERS = {f"kk/{path}" for path in ("feed.atom", "feed.json", "rivers/feed.atom")} | {
    "kk/rivers/water.atom"
}
TERM = {"registered": "2022-04-11", "review_days": 5}
"""The answer is due on Monday, 18 April 2022."""


def sentence_in(path):
    def change(place):
        with (place.content / path).open("a", encoding="utf-8") as file:
            file.write("\n№.\n")

    return change


def new_title(place):
    replace_in(place.content / FIRST / "kk.md", "title: ", "title: № ")


def new_goal(place):
    replace_in(place.content / FIRST / "facts.yaml", "goal: 10000", "goal: 20000")


def new_list(place):
    replace_in(place.folder / "theme/templates/list.html", "<h1", '<h1 data-x="1"')


def new_word(place):
    replace_in(
        place.folder / "theme/translations/ru.po",
        'msgid "nav.all"\nmsgstr "',
        'msgid "nav.all"\nmsgstr "№ ',
    )


def new_day(place):
    place.day += A_DAY


@pytest.mark.parametrize(("days", "rendered"), [(0, 0), (1, 3), (2, 3)])
def test_a_count_grows_old_on_its_page_without_an_edit(standing, days, rendered):
    rows = "date,platform,count,kind,source\n2022-03-16,avaaz,6000,online,\n"
    write_files(standing.content, {f"{FIRST}/signatures.csv": rows})
    built(standing)
    standing.day += days * A_DAY
    assert done(built(standing))[2] == rendered
    assert_as_from_nothing(standing)


@pytest.mark.parametrize(
    ("edit", "read", "rendered"),
    [
        # A translation's text stands on its own page, and the switchers of the others name it.
        (sentence_in(f"{FIRST}/kk.md"), 1, 3),
        # The footer of every page names a page about the site by its title, not by its text.
        (sentence_in("pages/about/en.md"), 1, 3),
        # In Kazakh: its campaign and what other sites can take of that, home, lists, topic, all
        # texts, the petition that it replaced and the text that appeared next; its own page in all
        # three languages.
        (new_title, 1, 12),
        # The same in all languages.
        (new_goal, 1, 30),
        # Petitions and news of two years, statements of one, in three languages.
        (new_list, 0, 15),
        # All pages in Russian, and the three that speak all languages.
        (new_word, 0, 21),
        # Nothing has opened, closed or come out.
        (new_day, 0, 0),
    ],
    ids=["a text", "a text of a page", "a title", "a number", "a template", "a word", "a day"],
)
def test_no_more_is_done_than_an_edit_asks_for(standing, edit, read, rendered):
    edit(standing)
    again = built(standing)
    assert again.problems == ()
    folders, _, pages = done(again)
    assert (folders, pages) == (read, rendered)


def feeds(place):
    """The files of all feeds, as the file system knows them."""
    output = place.folder / "output"
    found = [*output.rglob("*.atom"), *output.rglob("feed.json")]
    return {path.relative_to(output).as_posix(): path.stat().st_ino for path in found}


OWN = ("feed.atom", "feed.json", "open-net/feed.atom", "open-net/first.atom")


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        # The translations say that their original has changed.
        (sentence_in(f"{FIRST}/ru.md"), {f"{code}/{own}" for code in LANGUAGES for own in OWN}),
        (sentence_in("campaigns/rivers/petitions/water/kk.md"), KK_OF_RIVERS),
        (sentence_in("pages/about/en.md"), set()),
        (new_list, set()),
        (new_day, set()),
    ],
    ids=["a text", "a text in one language", "a text of a page", "a template", "a day"],
)
def test_a_feed_is_made_anew_only_where_what_it_tells_has_changed(standing, edit, made):
    before = feeds(standing)
    edit(standing)
    assert built(standing).problems == ()
    after = feeds(standing)
    assert {path for path in after if after[path] != before[path]} == made


def test_a_last_day_to_sign_that_goes_by_is_an_end(standing):
    path = standing.content / FIRST
    replace_in(path / "facts.yaml", "closes: 2022-12-31", "closes: 2022-04-16")
    head = "date,platform,count,kind,source\n"
    rows = "2022-04-01,avaaz,400,online,\n2022-04-14,avaaz,500,online,\n"
    write_files(path, {"signatures.csv": head + rows})
    marks = []
    for _ in range(3):
        assert_as_from_nothing(standing)
        page = (standing.folder / "output/en/open-net/first.html").read_text("utf-8")
        marks += re.findall(r">(last day|closed)</text>", page)
        new_day(standing)
    assert marks == ["last day", "last day", "closed"]


def test_files_of_the_theme_that_pelican_copies_stand_beside_the_pages(standing):
    write_files(standing.folder, {"theme/static/a.txt": "first"})
    standing.settings["THEME_STATIC_PATHS"] = ["static"]
    for text in ("first", "second"):
        write_files(standing.folder, {"theme/static/a.txt": text})
        assert_as_from_nothing(standing)
        assert (standing.folder / "output/theme/a.txt").read_text("utf-8") == text


def test_without_the_cache_a_site_is_built_from_nothing(standing):
    standing.settings["LOAD_CONTENT_CACHE"] = False
    assert done(built(standing)) == (8, 18, 59)


def test_a_cache_that_cannot_be_written_costs_only_time(standing):
    write_files(standing.folder, {"a file": ""})
    standing.settings["CACHE_PATH"] = str(standing.folder / "a file" / "cache")
    assert done(built(standing)) == (8, 18, 59)


def test_an_original_in_another_language_is_shown_as_in_that_language(standing):
    folder = standing.content / "campaigns/rivers/news/found"
    (folder / "en.md").unlink()
    mark = "@0123456789ab"
    for original, translation in (("kk", "ru"), ("ru", "kk")):
        files = {original: words("Бір"), translation: words("Бір", translates=original + mark)}
        write_files(folder, {f"{code}.md": text for code, text in files.items()})
        assert_as_from_nothing(standing)


def a_word_of_letters(place):
    path = place.folder / "theme/translations/ru.po"
    replace_in(path, 'msgid "letter.name"\nmsgstr "', 'msgid "letter.name"\nmsgstr "№ ')


def a_demand_in_russian(place):
    replace_in(place.content / "campaigns/open-net/ru.md", "Не принимать", "№ Не принимать")


def another_language(place):
    replace_in(place.content / "registry/bodies.yaml", "languages: [ru]", "languages: [en]")


@pytest.mark.parametrize("edit", [a_word_of_letters, a_demand_in_russian, another_language])
def test_a_letter_in_another_language_is_of_the_words_of_that_language(standing, edit):
    content = standing.content
    way = "routes:\n  - {kind: email, address: net@example.org}\n"
    replace_in(content / FIRST / "facts.yaml", "routes:\n", way)
    replace_in(
        content / "registry/bodies.yaml", "en: President\n", "en: President\n  languages: [ru]\n"
    )
    assert built(standing).problems == ()
    edit(standing)
    assert_as_from_nothing(standing)


def test_templates_that_the_settings_put_first_count(standing):
    write_files(standing.folder, {"own/404.html": "{% extends 'base.html' %}"})
    standing.settings["THEME_TEMPLATES_OVERRIDES"] = [str(standing.folder / "own")]
    assert_as_from_nothing(standing)
    write_files(standing.folder, {"own/404.html": '{% extends "base.html" %} '})
    assert_as_from_nothing(standing)


def test_a_folder_of_templates_may_be_a_link(standing):
    components = standing.folder / "theme/templates/components"
    components.rename(standing.folder / "components")
    components.symlink_to(standing.folder / "components")
    assert_as_from_nothing(standing)
    with (standing.folder / "components/teaser.html").open("a", encoding="utf-8") as file:
        file.write("{# the same in other words #}")
    assert done(built(standing))[2] > 0
    assert_as_from_nothing(standing)


def test_pages_that_pelican_makes_stand_beside_ours(standing):
    write_files(standing.folder, {"theme/templates/extra.html": "extra"})
    for templates in (["extra"], []):
        standing.settings["DIRECT_TEMPLATES"] = templates
        assert_as_from_nothing(standing)


def test_an_empty_folder_and_other_rights_in_the_output_do_not_last(standing):
    (standing.folder / "output/kk/empty").mkdir()
    page = standing.folder / "output/kk/index.html"
    rights = page.stat().st_mode
    page.chmod(0o600)
    built(standing)
    assert not (standing.folder / "output/kk/empty").exists()
    assert page.stat().st_mode == rights


def test_on_each_day_around_that_of_an_answer_a_site_is_as_from_nothing(standing):
    add_to_facts(standing.content / FIRST / "facts.yaml", **TERM)
    assert built(standing).problems == ()
    for step in (2, 1, 1, -1, 30):
        standing.day += step * A_DAY
        assert_as_from_nothing(standing)


def test_a_day_asks_only_for_what_tells_how_long_an_answer_is_overdue(standing):
    add_to_facts(standing.content / FIRST / "facts.yaml", aliases=["en/old.html"], **TERM)
    built(standing)
    work = []
    for day in ("16", "17", "18", "19", "20", "21"):
        standing.day += A_DAY
        rendered = done(built(standing))[2]
        pages = [page.read_text("utf-8") for page in standing.pages()]
        work.append((day, rendered, sum(f"2022-04-{day}" in page for page in pages)))
    # All that names the petition is made anew on the day on which it is due and on the next; from
    # then on what tells the day.
    assert work == [
        ("16", 0, 0),
        ("17", 0, 0),
        ("18", 31, 18),
        ("19", 31, 18),
        ("20", 18, 18),
        ("21", 18, 18),
    ]
