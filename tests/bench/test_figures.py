from __future__ import annotations

import sys

import pytest

from tests.bench.clock import Failed, peak_memory, seconds
from tests.bench.sides import CLONE, EDIT, HUGO, NOTHING, OURS, Side, Stand
from tests.bench.table import Figure, counts, kind_of, results


def test_table_has_medians_ratios_and_memory():
    figures = {
        (3_000, NOTHING, OURS): Figure((4.0, 5.0, 9.0), 300_000_000),
        (3_000, NOTHING, HUGO): Figure((4.0, 4.0, 4.0), None),
        (3_000, EDIT, OURS): Figure((1.0,), 90_000_000),
    }
    columns = "Minber | Hugo | Pelican | ÷ Hugo | ÷ Pelican"
    assert results(figures).splitlines()[:3] == [
        f"| texts | case | {columns} | memory: Minber, Hugo, Pelican |",
        "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| 3,000 | from nothing | 5.00 s | 4.00 s | – | 1.25 | – | 300 MB, –, – |",
    ]


def test_an_edit_is_held_against_a_full_build():
    figures = {
        (300, NOTHING, HUGO): Figure((4.0,), None),
        (300, EDIT, OURS): Figure((1.0,), None),
    }
    assert results(figures).splitlines()[4] == (
        "| 300 | one edit | 1.00 s | – | – | 0.25 | – | –, –, – |"
    )


def test_pages_are_counted_by_kind():
    lines = counts({"Minber": ["index.html", "kk/campaign-1/a-1.html"], "Hugo": []}).splitlines()
    assert lines[2] == "| choice of language | 1 | 0 |"
    assert lines[-1] == "| all | 2 | 0 |"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("kk/index.html", "home"),
        ("ru/campaign-12/index.html", "campaign"),
        ("ru/campaign-12.html", "campaign"),
        ("en/campaign-1/vote-water-7.html", "petition, statement, news"),
        ("en/news-2019.html", "list by kind and year"),
        ("en/lists/news-2019.html", "list by kind and year"),
        ("en/topics/press.html", "topic"),
        ("404.html", "not found"),
        ("tags.html", "other"),
    ],
)
def test_kind_of_a_page(path, kind):
    assert kind_of(path) == kind


@pytest.fixture
def stand(tmp_path):
    def write(_corpus, root):
        (root / "content").mkdir()
        (root / "content/output").write_text("a file of the site\n")

    side = Side(OURS, (), write, lambda _place, _code: "content/output", ("true",))
    made = Stand.made(side, None, tmp_path / "0")  # type: ignore[arg-type]
    for name in ("cache", "output"):
        (made.root / name).mkdir()
        (made.root / name / "file").write_text("built\n")
    return made


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_from_nothing_keeps_only_what_was_written(stand):
    assert names(stand.ready(NOTHING, 1)) == ["content"]


def test_clone_has_the_cache_and_no_output(stand):
    clone = stand.ready(CLONE, 1)
    assert names(clone) == ["cache", "content"]
    assert names(clone / "content") == ["output"]


def test_failed_build_says_what_it_printed(tmp_path):
    with pytest.raises(Failed, match="no such thing"):
        seconds((sys.executable, "-c", "raise SystemExit('no such thing')"), tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what processes hold")
def test_memory_of_children_counts(tmp_path):
    child = "import time; held = bytearray(60_000_000); time.sleep(0.3)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    peak = peak_memory((sys.executable, "-c", parent), tmp_path)
    assert peak is not None
    assert peak > 60_000_000
