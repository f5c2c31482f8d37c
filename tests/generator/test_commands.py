"""Pelican's command and the task give the same site, whole or not at all, on any machine."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT, content_of, write_files
from tests.texts import facts, replace_in, words

PARTS = ("content", "theme", "plugins", "pelicanconf.py", "publishconf.py", "tasks.py")
FRESH = ["--fatal=warnings", "--ignore-cache"]
"""From nothing, so that no build of another test is what is looked at."""
BUILD = ["-m", "pelican", "content", "-s", "pelicanconf.py", *FRESH]
AGAIN = BUILD[:-1]
"""With what earlier builds of the same place have kept."""
PUBLISH = ["-m", "pelican", "content", "-s", "publishconf.py", *FRESH]
PAGES_ALONE = ["-e", "SEARCH=false", "OFFLINE=false"]


def python(*words, cwd=ROOT, **options):
    """Run Python with these words, without what this test's environment says of the build."""
    variables = {key: value for key, value in os.environ.items() if key != "SITEURL"}
    variables |= {"SOURCE_DATE_EPOCH": "1790000000", "COLUMNS": "1000"} | options.pop("env", {})
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=cwd,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


def tree(folder):
    """Every file of a site with its bytes."""
    paths = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def reference(tmp_path_factory):
    """The site as Pelican's own command builds it."""
    output = tmp_path_factory.mktemp("reference") / "output"
    done = python(*BUILD, "-o", output)
    assert (done.returncode, done.stderr) == (0, "")
    return tree(output)


def test_the_task_builds_the_very_same_site(reference, tmp_path):
    done = python("-m", "invoke", "build", "--output", tmp_path / "output")
    pages = sum(path.endswith(".html") for path in reference)
    place = os.path.relpath(tmp_path / "output", ROOT)
    told = (
        rf"{pages} pages: \d+ folders read, \d+ texts converted, \d+ pages rendered, "
        rf"(?:\d+ cards drawn, )?\d+ kept in {re.escape(place)}; \d+\.\d s\n"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(told, done.stdout)
    assert tree(tmp_path / "output") == reference


def test_the_published_site_without_an_address_a_search_and_archives_is_the_same(
    reference, tmp_path
):
    done = python(*PUBLISH, "-o", tmp_path / "output", *PAGES_ALONE)
    assert (done.returncode, done.stderr) == (0, "")
    assert tree(tmp_path / "output") == reference


def test_a_bundle_is_the_site_with_archives_and_the_pages_that_offer_them(reference, tmp_path):
    done = python("-m", "invoke", "bundle", "--output", tmp_path / "output")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r", \d+ archives made, ", done.stdout)
    more = tree(tmp_path / "output").keys() - reference.keys()
    pages = {f"{code}/offline.html" for code in ("kk", "ru", "en")}
    assert {path for path in more if not path.startswith("offline/")} == pages
    assert "offline/site.zim" in more


@pytest.mark.parametrize("address", ["https://example.org", "https://example.org/a/"])
def test_the_published_site_takes_its_address_from_the_environment(small, address):
    variables = {"SITEURL": address}
    done = python(*PUBLISH, "-o", "output", *PAGES_ALONE, cwd=small, env=variables)
    home = (small / "output/kk/index.html").read_text("utf-8")
    canonical = f'<link rel="canonical" href="{address.rstrip("/")}/kk/index.html">'
    assert (done.returncode, done.stderr) == (0, "")
    assert canonical in home


def test_a_setting_can_be_given_on_the_command_line(small):
    setting = 'SITEURL="https://example.org"'
    assert python(*BUILD, "-o", "output", "-e", setting, cwd=small).returncode == 0
    assert "https://example.org/kk/index.html" in (small / "output/kk/index.html").read_text()


def copied(folder, names=PARTS):
    """The repository copied file by file in a chance order, which a disk may remember."""
    files = [path for name in names for path in [ROOT / name, *(ROOT / name).rglob("*")]]
    kept = [path for path in files if path.is_file() and path.suffix != ".pyc"]
    random.Random(1).shuffle(kept)
    for path in kept:
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    return folder


@pytest.mark.parametrize(
    ("variables", "umask"),
    [
        ({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}, 0o077),
        (
            {"PYTHONHASHSEED": "2", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8"}
            | {"LOGNAME": "canary", "HOSTNAME": "canary", "HOME": "/nowhere"},
            0o002,
        ),
    ],
)
def test_another_machine_builds_the_same_bytes(reference, tmp_path, variables, umask):
    folder = copied(tmp_path / "Басқа қалта #1%")
    done = python(*BUILD, "-o", "out", cwd=folder, env=variables, umask=umask)
    assert (done.returncode, done.stderr) == (0, "")
    assert tree(folder / "out") == reference


def test_a_build_after_another_one_gives_the_same_bytes(reference, tmp_path):
    for _ in range(2):
        python(*AGAIN, "-o", tmp_path / "output")
    assert tree(tmp_path / "output") == reference


# What is refused


@pytest.fixture
def small(tmp_path):
    """A tiny site's own folder, with what builds it."""
    copied(tmp_path, [name for name in PARTS if name != "content"])
    content_of("three-languages", tmp_path)
    return tmp_path


@pytest.mark.parametrize("cards", [True, False])
def test_a_preview_has_cards_only_where_they_are_asked_for(small, cards):
    code = f"from plugins.minber.desk.serve import build; build(drafts=False, cards={cards})"
    done = python("-c", code, cwd=small)
    assert done.stderr == ""
    assert (small / ".preview/en/index.html").exists()
    assert (small / ".preview/en/index.png").exists() == cards


GOOD = {"facts.yaml": facts(), "en.md": words()}
MISTAKES = [
    {"facts.yaml": "published: 2022-03-40\n"},
    {"facts.yaml": "published: 2022-03-01\npublish: 2022-03-01\n"},
    {"facts.yaml": facts(topics=["nothing"])},
    {"facts.yaml": facts(related=["open-net/nothing"])},
    {"en.md": "A text without front matter.\n"},
    {"en.md": "---\ntitle: Only a title\n---\n"},
    {"en.md": words(body="<script>")},
    {"en.md": words(body="[nothing](../nothing/)")},
    {"en.md": words(alt={"nothing.jpg": "Nothing"})},
    {"en.md": words(body="A word\u202e.")},
    {"kz.md": words()},
]


def test_mistakes_in_many_files_are_a_line_each_and_the_old_site_stays(small):
    python(*AGAIN, "-o", "output", cwd=small)
    before = tree(small / "output")
    for number, mistake in enumerate(MISTAKES):
        folder = small / f"content/campaigns/open-net/news/n{number:02}"
        write_files(folder, {**GOOD, **mistake})
    done = python(*AGAIN, "-o", "output", cwd=small)
    place = re.compile(r"content/campaigns/open-net/news/n(\d\d)/[a-z.]+:\d+: .")
    places = [place.match(line) for line in done.stderr.splitlines()]

    assert [int(found[1]) for found in places if found] == [*range(len(MISTAKES))]
    assert done.returncode == 1
    assert tree(small / "output") == before


@pytest.mark.parametrize("command", [AGAIN, ["-m", "invoke", "build"]])
def test_a_refusal_ends_with_a_plain_line_and_exit_code_1(small, command):
    replace_in(small / "content/pages/about/en.md", "We.", "<b>")
    done = python(*command, cwd=small)
    said = done.stdout + done.stderr

    assert done.returncode == 1
    assert (
        "content/pages/about/en.md:6: the text must be Markdown without HTML, found “<b>”" in said
    )
    assert "1 problem; no site was built, the one before stays as it was" in said
    assert "Traceback" not in said


def test_a_folder_with_something_else_is_refused_without_a_traceback(small):
    write_files(small / "home", {"letter.txt": "mine"})
    done = python(*AGAIN, "-o", "home", cwd=small)
    assert done.returncode == 1
    assert "home must be empty or hold a site that was built before" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(small / "home") == {"letter.txt": b"mine"}


def no_more_than_4_000_bytes_a_file():
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, 4_000))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_disk_that_takes_no_more_leaves_the_old_site_and_no_traceback(small):
    python(*AGAIN, "-o", "output", cwd=small)
    before = tree(small / "output")
    replace_in(small / "content/pages/about/en.md", "We.", "We all.")
    done = python(*AGAIN, "-o", "output", cwd=small, preexec_fn=no_more_than_4_000_bytes_a_file)

    assert done.returncode == 1
    assert "File too large" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert tree(small / "output") == before
    assert [path.name for path in small.glob(".output*")] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_kill_at_any_moment_leaves_the_old_site_or_the_new_one_whole(small):
    about = small / "content/pages/about/en.md"
    sites = []
    for old, new in [("We.", "They."), ("They.", "We.")]:
        replace_in(about, old, new)
        python(*AGAIN, "-o", "output", cwd=small)
        sites.append(tree(small / "output"))
    chance = random.Random(3)
    variables = {**os.environ, "SOURCE_DATE_EPOCH": "1790000000"}
    for number in range(8):
        replace_in(about, *[("We.", "They."), ("They.", "We.")][number % 2])
        command = [sys.executable, *AGAIN, "-o", "output"]
        process = subprocess.Popen(command, cwd=small, env=variables, stdout=subprocess.DEVNULL)
        # Most of the first half second goes by before the site is begun.
        time.sleep(0.5 + chance.random())
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert tree(small / "output") in sites
    assert python(*AGAIN, "-o", "output", cwd=small).returncode == 0
    assert tree(small / "output") == sites[1]
    assert [path.name for path in small.glob(".output*")] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a process in another way")
def test_pelicans_own_rebuilding_tells_of_problems_and_goes_on(small):
    about = small / "content/pages/about/en.md"
    replace_in(about, "We.", "<b>")
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-r"]
    with (small / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=small, stdout=log, stderr=log)
        try:
            wait_for(lambda: "no site was built" in " ".join((small / "log").read_text().split()))
            assert "Traceback" not in (small / "log").read_text()
            replace_in(about, "<b>", "They.")
            wait_for(lambda: "They." in (small / "output/en/about.html").read_text("utf-8"))
        finally:
            process.terminate()
            process.wait()


def wait_for(holds):
    """Wait until something holds, at most 20 seconds; a file may not be there yet."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            if holds():
                return
        except FileNotFoundError:
            pass
        time.sleep(0.1)
    raise TimeoutError
