from __future__ import annotations

import pytest

from plugins.minber.source.tree import read_tree
from tests.conftest import write_files

CODES = ("kk", "ru", "en")


def test_a_tree_has_its_folders_by_path_and_the_registry_apart(tmp_path):
    files = {
        "pages/b/kk.md": "",
        "pages/a/kk.md": "",
        "campaigns/c/kk.md": "",
        "registry/bodies.yaml": "",
    }
    write_files(tmp_path, files)
    tree, problems = read_tree(tmp_path, CODES)
    assert [folder.key for folder in tree.folders] == ["c", "pages/a", "pages/b"]
    assert (list(tree.registry.files), problems) == (["bodies.yaml"], [])


def said_of(folder):
    return [str(problem) for problem in read_tree(folder, CODES)[1]]


def test_a_missing_folder_is_a_problem(tmp_path):
    assert said_of(tmp_path / "no") == [
        (
            f"content:1: the folder of content must be there, found “{tmp_path / 'no'}”. "
            "Make it, or look at PATH in the settings."
        )
    ]


@pytest.mark.parametrize("files", [{}, {"registry/bodies.yaml": ""}])
def test_an_empty_folder_is_a_problem(tmp_path, files):
    write_files(tmp_path, files)
    assert said_of(tmp_path) == [
        (
            "content:1: content must hold a campaign or a page. "
            "Run `python3 tasks.py new campaign` with its name, or look at PATH in the settings."
        )
    ]


def test_a_slug_is_unique_in_its_campaign(tmp_path):
    twins = {"campaigns/c/news/a/kk.md": "", "campaigns/c/petitions/a/kk.md": ""}
    write_files(tmp_path, {**twins, "campaigns/d/news/a/kk.md": "", "pages/a/kk.md": ""})
    assert said_of(tmp_path) == [
        (
            "content/campaigns/c/petitions/a:1: a slug must be unique in its campaign; "
            "content/campaigns/c/news/a has the same, found “a”. Rename one of the two folders."
        )
    ]


def test_a_wrong_name_of_a_folder_is_one_problem_however_many_files_it_has(tmp_path):
    write_files(
        tmp_path,
        {"campaigns/A/kk.md": "", "campaigns/A/ru.md": "", "campaigns/A/news/x/kk.md": ""},
    )
    assert said_of(tmp_path) == [
        (
            "content/campaigns/A:1: a folder's name must be ASCII words joined by -, found “A”. "
            "Rename the folder to words of a–z and 0–9 joined by single hyphens."
        )
    ]


def test_a_file_that_cannot_be_read_is_known_by_name(tmp_path):
    write_files(tmp_path, {"pages/a/ru.md": "", "pages/a/kk.md": "\x00"})
    (tmp_path / "pages/a/en.md").symlink_to("ru.md")
    tree, problems = read_tree(tmp_path, CODES)
    assert tree.folders[0].faulty == {"kk.md", "en.md"}
    assert [problem.path for problem in problems] == [
        "content/pages/a/en.md",
        "content/pages/a/kk.md",
    ]
