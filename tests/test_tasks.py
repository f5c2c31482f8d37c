from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from importlib.metadata import packages_distributions
from pathlib import Path

import invoke
import pytest
import yaml

import tasks

ROOT = Path(tasks.__file__).parent
LOCKS = {
    "site": ROOT / ".lock/site.txt",
    "tests": ROOT / ".lock/tests.txt",
    "bench": ROOT / ".lock/bench.txt",
}
REQUIREMENTS = {
    "site": ROOT / "requirements.txt",
    "tests": ROOT / "tests/requirements.txt",
    "bench": ROOT / "tests/bench/requirements.txt",
}
PIPELINES = (ROOT / ".github/workflows/site.yml", ROOT / ".gitlab-ci.yml")
PINNED = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)
# The Python outside of the environment that runs the tests.
PYTHON = sys._base_executable  # type: ignore[attr-defined]
TASK = re.compile(r"(?:python3? tasks\.py|(?<![\w-])invoke)[ ]+([a-z]+)")


# The bootstrap, in a copy of the repository that needs no network: its locks are empty, and a
# module of its own stands in for Invoke.


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    root = tmp_path_factory.mktemp("copy")
    shutil.copy(ROOT / "tasks.py", root)
    (root / ".lock").mkdir()
    for lock in LOCKS.values():
        (root / ".lock" / lock.name).write_text("# nothing\n")
    (root / "invoke.py").write_text("import sys\nprint('Invoke', *sys.argv[1:])\n")
    run_in(root, "status")
    return root


def run_in(root, *words):
    """Run tasks.py as on a machine that has only Python; return what it printed, line by line."""
    done = subprocess.run(
        [PYTHON, "tasks.py", *words],
        cwd=root,
        env={**os.environ, "PIP_NO_INDEX": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stdout + done.stderr).splitlines()


def handed_over(root, *words):
    return " ".join(["Invoke --search-root", str(root), *words])


def test_second_run_installs_nothing(copy):
    assert run_in(copy, "status") == [handed_over(copy, "status")]


def test_words_of_the_command_line_reach_invoke(copy):
    words = ["new", "petition", "a", "b", "--lang", "ru"]
    assert run_in(copy, *words) == [handed_over(copy, *words)]


def test_no_word_lists_the_tasks(copy):
    assert run_in(copy) == [handed_over(copy, "--list")]


def test_changed_lock_is_installed_into_the_same_environment(copy):
    (copy / ".lock/site.txt").write_text("# nothing else\n")
    assert run_in(copy, "status") == [
        "Installing the packages of .lock/site.txt ...",
        handed_over(copy, "status"),
    ]


def test_tests_bring_their_own_lock_once(copy):
    run_in(copy, "status")
    assert run_in(copy, "test") == [
        "Installing the packages of .lock/site.txt .lock/tests.txt ...",
        handed_over(copy, "test"),
    ]
    assert run_in(copy, "status") == [handed_over(copy, "status")]


@pytest.mark.parametrize(
    "broken",
    ["stamp", "bin/python"],  # cut short while pip worked; its Python has been removed
)
@pytest.mark.skipif(os.name == "nt", reason="names the files of the other systems")
def test_broken_environment_is_made_anew(copy, broken):
    (copy / ".venv" / broken).unlink()
    assert run_in(copy, "status") == [
        "Making .venv (only this once) ...",
        "Installing the packages of .lock/site.txt ...",
        handed_over(copy, "status"),
    ]


def test_old_python_can_read_the_file():
    ast.parse((ROOT / "tasks.py").read_text("utf-8"), feature_version=(3, 6))


def test_old_python_is_told_which_one_is_needed(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    monkeypatch.setattr(sys, "executable", "/bin/python3")
    with pytest.raises(SystemExit) as stop:
        tasks.bootstrap()
    assert stop.value.code == "Minber needs Python 3.11 or newer; /bin/python3 is Python 3.10.4."


def test_missing_venv_module_is_named(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    with pytest.raises(SystemExit) as stop:
        tasks.make_environment()
    assert stop.value.code == (
        "This Python has no venv module. Install it (on Debian and Ubuntu: "
        "apt install python3-venv), then repeat the command."
    )


def test_missing_package_is_named_with_its_remedy(monkeypatch):
    monkeypatch.setattr(sys, "prefix", "/env")
    with pytest.raises(invoke.Exit) as stop:
        tasks.call("no_such_package", "main")
    assert stop.value.message == (
        "/env has no package 'no_such_package'. Install what is needed: python -m pip install "
        "--require-hashes --only-binary=:all: -r .lock/site.txt -r .lock/tests.txt"
    )


# The words of `new`


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # what belongs to a campaign
        (["petition", "camp", "item", "--lang", "ru"], ("petition", "camp", "item", "ru")),
        (["news", "camp", "item"], ("news", "camp", "item", "kk")),
        # what does not
        (["campaign", "camp"], ("campaign", "", "camp", "kk")),
        (["--lang", "en", "page", "about"], ("page", "", "about", "en")),
    ],
)
def test_new_takes_a_campaign_only_where_there_is_one(words, expected):
    context = invoke.ParserContext("new", args=tasks.new.get_arguments())
    [result] = invoke.Parser(contexts=[context]).parse_argv(["new", *words])
    assert (
        tuple(result.args[name].value for name in ("kind", "campaign", "slug", "lang")) == expected
    )


# The words of `signatures`


@pytest.mark.parametrize(
    ("words", "item", "fetch"),
    [
        (["--fetch"], None, True),
        (["--fetch", "camp/item"], "camp/item", True),
        (["camp/item", "--fetch"], "camp/item", True),
        (["camp/item", "--platform", "avaaz", "--count", "9000+"], "camp/item", False),
    ],
)
def test_counts_are_fetched_for_all_petitions_or_for_one(monkeypatch, words, item, fetch):
    monkeypatch.setattr(sys, "argv", ["invoke", "signatures", *words])
    context = invoke.ParserContext("signatures", args=tasks.signatures.get_arguments())
    [result] = invoke.Parser(contexts=[context]).parse_argv(["signatures", *words])
    assert (result.args["item"].value, result.args["fetch"].value) == (item, fetch)


def test_a_count_is_not_entered_without_its_petition():
    context = invoke.ParserContext("signatures", args=tasks.signatures.get_arguments())
    with pytest.raises(invoke.exceptions.ParseError, match="required positional arguments: 'item'"):
        invoke.Parser(contexts=[context]).parse_argv(["signatures", "--count", "9000"])


# Requirements and locks


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_requirement_is_pinned(name):
    lines = re.sub("#.*", "", REQUIREMENTS[name].read_text("utf-8")).split()
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_every_block_of_requirements_opens_with_its_reason(name):
    head, *blocks = REQUIREMENTS[name].read_text("utf-8").split("\n\n")
    assert PINNED.search(head) is None
    assert [block for block in blocks if not re.match(r"# \w[^\n]+\n\w", block)] == []


def test_every_package_that_the_site_imports_is_required():
    known = packages_distributions()
    modules = {name for path in (ROOT / "plugins").rglob("*.py") for name in imports(path)}
    imported = {normal(known[module][0]) for module in modules & known.keys()}
    assert imported - {name for name, _ in pins(REQUIREMENTS["site"])} == set()


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_what_the_requirements_name(name):
    assert pins(REQUIREMENTS[name]) - pins(LOCKS[name]) == set()


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_a_hash(name):
    entries = re.split(r"\n(?=\w)", LOCKS[name].read_text("utf-8"))[1:]
    assert entries
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("name", LOCKS)
def test_lock_names_no_index(name):
    assert re.findall(r"://|--(?:\w+-)?index|--find-links", LOCKS[name].read_text("utf-8")) == []


def test_locks_agree():
    versions = defaultdict(set)
    for lock in LOCKS.values():
        for name, version in pins(lock):
            versions[name].add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}


def pins(path):
    """Return the names of a requirements file, as the index spells them, with their versions."""
    found = PINNED.findall(path.read_text("utf-8"))
    return {(normal(name), version) for name, version in found}


def imports(path):
    """Return the names of the modules that a file imports, up to their first dot."""
    return re.findall(r"^\s*(?:from|import) (\w+)", path.read_text("utf-8"), re.MULTILINE)


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


# What is written elsewhere about the tasks


def test_every_task_has_a_line_of_help():
    lines = [task.__doc__.splitlines()[0] for task in all_tasks().values()]
    assert [line for line in lines if not (line.endswith(".") and len(line) <= 65)] == []


@pytest.mark.parametrize(
    "name", ["README.md", ".ci/run", *(str(p.relative_to(ROOT)) for p in PIPELINES)]
)
def test_every_task_that_is_named_exists(name):
    named = set(TASK.findall(code_of(ROOT / name)))
    assert named
    assert named - all_tasks().keys() == set()


def test_ci_runs_the_test_command_of_the_readme():
    lines = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    assert lines == ["#!/usr/bin/env bash", "python3 tasks.py test"]
    assert lines[1] in code_of(ROOT / "README.md")


def test_actions_are_pinned_by_commit():
    steps = [
        step
        for job in yaml.safe_load(PIPELINES[0].read_text("utf-8"))["jobs"].values()
        for step in job["steps"]
        if "uses" in step
    ]
    assert steps
    assert [step for step in steps if not re.search(r"@[0-9a-f]{40}$", step["uses"])] == []


def all_tasks():
    return {name: found for name, found in vars(tasks).items() if isinstance(found, invoke.Task)}


def code_of(path):
    """Return the code of a Markdown file, blocks and spans; of any other file all of it."""
    text = path.read_text("utf-8")
    if path.suffix != ".md":
        return text
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))
