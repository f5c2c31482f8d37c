"""What tests of every room share: tiny sites, and builds of them."""

from __future__ import annotations

import io
import marshal
import os
import pickle
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import CodeType

import pytest
from hypothesis import settings as hypothesis_settings
from jinja2 import Environment
from pelican.settings import read_settings
from playwright.sync_api import Browser, sync_playwright

from plugins.minber.cache import crew
from plugins.minber.cache.digests import code_digest
from plugins.minber.generator import CampaignSite
from plugins.minber.languages.words import words_data
from plugins.minber.library import interface, opening
from plugins.minber.pages import environment
from plugins.minber.problems import SiteRefused
from tests.browser import launch
from tests.languages.rows import LANGUAGES
from tests.memory import Memory

ROOT = Path(__file__).resolve().parent.parent
SITES = ROOT / "tests" / "sites"
DAY = 1_650_000_000
"""15 April 2022, the day for which tests build unless they say another."""

hypothesis_settings.register_profile("same", derandomize=True, deadline=None)
hypothesis_settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-goldens", action="store_true", help="write the golden pages as they are now"
    )


LONGEST = ("test_rebuilds.py", "test_axe.py", "test_commands.py")
"""Modules that take minutes: begun last, they would leave all cores but one without work."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.name not in LONGEST)


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave."""

    output: Path
    problems: tuple[str, ...]
    """One line each; empty when the site was built."""
    said: str = ""
    """What the build printed."""

    @property
    def files(self) -> list[str]:
        """The paths of all files of the site, sorted."""
        found = (path for path in self.output.rglob("*") if path.is_file())
        return sorted(path.relative_to(self.output).as_posix() for path in found)

    def text(self, path: str) -> str:
        return (self.output / path).read_text("utf-8")


Build = Callable[..., Built]


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the day on which it runs."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(DAY))


@pytest.fixture(scope="session", autouse=True)
def once_for_all_builds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Hundreds of builds read the same code and words, and take that of templates from a folder."""
    memory = Memory(tmp_path_factory.mktemp("templates"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(environment, "_compiled", partial(compiled, memory))
        patch.setattr(opening, "code_digest", cache(code_digest))
        patch.setattr(interface, "words_data", cache(words_data))
        yield


def compiled(memory: Memory, compiler: Environment, name: str) -> CodeType:
    """The code of a template, which is the same wherever the template stands."""
    assert compiler.loader
    source, path, _ = compiler.loader.get_source(compiler, name)
    known = sorted((*compiler.filters, *compiler.extensions))
    made = partial(compiler.compile, source, name, path)
    kept = memory.of(lambda: marshal.dumps(made()), name, source, *known)
    code: CodeType = marshal.loads(kept)  # noqa: S302 - written by us
    return code.replace(co_filename=path or code.co_filename)


@pytest.fixture
def site(tmp_path: Path) -> Callable[[str], Path]:
    """A copy of a tiny site's `content/`, which the test may change."""
    return partial(content_of, folder=tmp_path)


def content_of(name: str, folder: Path) -> Path:
    """A copy of a tiny site's `content/` below a folder, to be changed."""
    return Path(shutil.copytree(SITES / name / "content", folder / "content"))


def theme_in(folder: Path) -> Path:
    """A copy of the theme below a folder, to be changed."""
    return Path(shutil.copytree(ROOT / "theme", folder / "theme"))


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a content folder as Pelican's command does, into `output` beside it."""

    def run(content: Path, **overrides: object) -> Built:
        return build_site(content, tmp_path / "output", **overrides)

    return run


def build_site(content: Path, output: Path, **overrides: object) -> Built:
    """A tiny site in the three languages of the tests, whatever languages the repository has."""
    with pytest.MonkeyPatch.context() as patch:
        # Each core has a test already: processes of a tiny site would take more than they give.
        patch.setattr(crew, "cores", lambda: 1)
        return build_by("pelicanconf.py", content, output, overrides)


def build_by(conf: str, content: Path, output: Path, overrides: Mapping[str, object]) -> Built:
    """A site by one of the repository's files of settings."""
    paths = {"PATH": content, "OUTPUT_PATH": output, "CACHE_PATH": output.with_name("cache")}
    # A test that is about documents or cards says so: else they would take most of its time.
    kinds = {"LANGUAGES": LANGUAGES, "PAPER": False, "CARDS": False}
    values = {**{name: str(path) for name, path in paths.items()}, **kinds}
    settings = read_settings(str(ROOT / conf), override={**values, **overrides})
    with redirect_stderr(io.StringIO()), redirect_stdout(io.StringIO()) as said:
        try:
            CampaignSite(settings).run()
        except SiteRefused as refusal:
            return Built(output, tuple(map(str, refusal.problems)), said.getvalue())
    return Built(output, (), said.getvalue())


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts below a folder, by path."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


PATIENCE = 600
"""Seconds in which another process of the suite has made what all of them need."""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Built]) -> Built:
    """What `make` builds in a folder: for all processes of the suite by the first that asks."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    told = folder / "built"
    try:
        folder.mkdir()
    except FileExistsError:
        until = time.monotonic() + PATIENCE
        while not told.exists() and time.monotonic() < until:
            time.sleep(0.1)
    else:
        told.with_suffix(".new").write_bytes(pickle.dumps(outcome(make, folder)))
        told.with_suffix(".new").rename(told)
    found = pickle.loads(told.read_bytes())  # noqa: S301 - written above
    if isinstance(found, Exception):
        raise found
    return Built(*found)


def outcome(
    make: Callable[[Path], Built], folder: Path
) -> tuple[Path, tuple[str, ...], str] | Exception:
    """What was built, as its parts; or why it was not, for others wait for it too."""
    try:
        built = make(folder)
    except Exception as error:  # noqa: BLE001 - raised in each process
        return error
    return built.output, built.problems, built.said


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The repository's own content, built once; raises when it has problems."""
    return made_once(tmp_path_factory, "real", partial(build_real, "pelicanconf.py"))


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same as readers get it: with its address, and with all that only publishing makes."""
    make = partial(build_real, "publishconf.py", SITEURL="https://example.org")
    return made_once(tmp_path_factory, "published", make)


def build_real(conf: str, folder: Path, **overrides: object) -> Built:
    """The repository's own content with settings of its own; raises when it has problems."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1790000000")
        own = read_settings(str(ROOT / conf))["LANGUAGES"]
        changes = {"LANGUAGES": own, "PAPER": True, "CARDS": True, **overrides}
        built = build_by(conf, ROOT / "content", folder / "output", changes)
    assert built.problems == ()
    return built


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium; the tests fail where there is none."""
    with sync_playwright() as playwright:
        running = launch(playwright)
        yield running
        running.close()
