"""One run tells of every mistake, once, and leaves the site that stands alone."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.content import ABOUT, CAMPAIGN, NEWS, PETITION, ROOT, STATEMENT, add, edit, told

TOLD = [
    (
        f"content/{CAMPAIGN}/facts.yaml:5: only known keys may be used, found “outcom”. "
        "Keys that may stand here: decided, evidence, outcome."
    ),
    (
        f"content/{CAMPAIGN}/news/event/en.md:7: a link must lead to a text of content, "
        "found “../../petition/first/”. "
        "Check the path from this file: it leads to a folder, or to a words file in one."
    ),
    (
        f"content/{CAMPAIGN}/news/event/kk.md:3: the lines must be valid YAML, "
        "found “mapping values are not allowed in this context”. "
        "Put the text into quotation marks: it holds a colon and a space."
    ),
    (
        f"content/{CAMPAIGN}/news/event/ru.md:2: the file must be UTF-8, found “byte 0xd1”. "
        "Save it as UTF-8."
    ),
    (
        f"content/{CAMPAIGN}/petitions/first/en.md:4: `translates` must name a language that this "
        "folder has words in, found “kz”. There are en, kk, ru."
    ),
    (
        f"content/{CAMPAIGN}/petitions/first/facts.yaml:3: `addressees.0` must be an id of "
        "registry/bodies.yaml, found “premier”. "
        "Add it to the registry, or use one of: president."
    ),
    (
        f"content/{CAMPAIGN}/petitions/first/signatures.csv:5: a total must not fall: avaaz "
        "(online) "
        "had 5200 on 2021-10-09, found “520”. Correct the count or the date."
    ),
    (
        f"content/{CAMPAIGN}/statements/letter/signatories.csv:4: a row must have 7 cells, "
        "found “person,Әлия Серік,Алия Серик,Aliya Serik”. "
        "Leave an empty cell between two commas where nothing is known."
    ),
    (
        f"content/{ABOUT}/ru.md:7: the text must be Markdown without HTML, found “<br>”. "
        "Write it in Markdown, or between `backticks` to show it as it is."
    ),
    (
        "content/registry/topics.yaml:1: `internet` must be named in each language of the site. "
        "Add `ru: …` to it."
    ),
]


@pytest.fixture
def mistaken(site):
    """A site with ten different mistakes in ten files."""
    content = site("three-languages")
    edit(content, f"{CAMPAIGN}/facts.yaml", ("{outcome: met", "{outcom: met"))
    edit(content, f"{NEWS}/en.md", ("petitions/first/en.md#demands", "petition/first/"))
    edit(content, f"{NEWS}/kk.md", ("Не болды.", "Не: болды."))
    text = (content / NEWS / "ru.md").read_text("utf-8")
    (content / NEWS / "ru.md").write_bytes(text.encode("cp1251"))
    edit(content, f"{PETITION}/en.md", ("translates: ru@", "translates: kz@"))
    edit(content, f"{PETITION}/facts.yaml", ("[president]", "[premier]"))
    add(content, f"{PETITION}/signatures.csv", "2021-10-11,avaaz,520,online,\n")
    edit(content, f"{STATEMENT}/signatories.csv", ("Aliya Serik,,,", "Aliya Serik"))
    add(content, f"{ABOUT}/ru.md", "<br>\n")
    edit(content, "registry/topics.yaml", ("ru: Интернет, ", ""))
    return content


def test_ten_mistakes_in_ten_files_are_ten_lines(mistaken):
    assert told(mistaken) == TOLD


def test_a_build_tells_of_ten_mistakes_and_leaves_the_old_site(mistaken, tmp_path):
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text('<meta name="generator" content="Minber">', "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pelican", str(mistaken), "-s", "pelicanconf.py", "-o", str(output)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert [line for line in done.stderr.splitlines() if line.startswith("content/")] == TOLD
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode == 1
    assert [path.name for path in tmp_path.rglob("*.html")] == ["index.html"]
