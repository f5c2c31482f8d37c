"""Files of content for tests, from the keys that a test is about."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DAY, Built, build_site, content_of

_DAY = re.compile(r'"(\d{4}-\d\d-\d\d)"')
Change = Callable[[Path], object]


def facts(published: str = "2022-03-01", **keys: object) -> str:
    """facts.yaml; what JSON can say is YAML too."""
    lines = [f"published: {published}", *(f"{key}: {_yaml(keys[key])}" for key in keys)]
    return "\n".join(lines) + "\n"


def words(title: str = "A title", body: str = "A text.", **keys: object) -> str:
    """A words file."""
    front = {"title": title, "summary": "A summary.", **keys}
    lines = [f"{key}: {_yaml(value)}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---", body]) + "\n"


def _yaml(value: object) -> str:
    """JSON, with days as YAML knows them."""
    return _DAY.sub(r"\1", json.dumps(value, ensure_ascii=False))


def item(path: str, published: str = "2022-03-01", **keys: object) -> dict[str, str]:
    """The files of an item with an English original, by path from the content folder."""
    folder = f"campaigns/{path}"
    return {
        f"{folder}/facts.yaml": facts(published, **keys),
        f"{folder}/en.md": words(f"Title of {path.rpartition('/')[2]}"),
    }


def replace_in(path: Path, old: str, new: str) -> None:
    """Change a file of content; `old` must stand in it."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def add_to_facts(path: Path, **keys: object) -> None:
    """Add keys to a facts.yaml."""
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{key}: {_yaml(value)}\n" for key, value in keys.items())


def built_once(
    factory: pytest.TempPathFactory, change: Change | None = None, **overrides: object
) -> Built:
    """The site of three languages with a change, for all tests of a module."""
    folder = factory.mktemp("site")
    content = content_of("three-languages", folder)
    if change:
        change(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(DAY))
        return build_site(content, folder / "output", **overrides)
