from __future__ import annotations

import shutil
from zipfile import ZipFile

import pytest
from PIL import Image

from tests.conftest import write_files
from tests.content import NEWS, add
from tests.texts import add_to_facts, built_once, item, replace_in

WHERE = "Жаңа қалта #1, 100% ₸"
SITEURL = "https://example.org/a"


def fill(content):
    """A second campaign, pictures, and texts that are not published, not yet or no more."""
    write_files(content, item("clean-air"))
    write_files(content, item("clean-air/news/smog", "2022-02-01"))
    smog = content / "campaigns/clean-air/news/smog"
    add(smog, "en.md", "\n**Un**heard of.\n")
    replace_in(smog / "en.md", "title:", "alt: {fog.jpg: A grey street}\ntitle:")
    add_to_facts(smog / "facts.yaml", pictures={"fog.jpg": {"credit": "A. B."}})
    Image.new("RGB", (40, 30), (150, 150, 150)).save(smog / "fog.jpg")
    write_files(content, item("open-net/news/later", draft=True))
    write_files(content, item("open-net/news/gone", "2022-01-01", withdrawn="2022-04-01"))
    Image.new("RGB", (40, 30), (0, 90, 160)).save(content / NEWS / "street.png")
    old = "aliases: [kk/open-net/old.html]\n"
    add(content, f"{NEWS}/facts.yaml", old)
    add_to_facts(content / NEWS / "facts.yaml", pictures={"street.png": {"credit": "A. B."}})
    for code in ("kk", "ru", "en"):
        replace_in(
            content / NEWS / f"{code}.md", "title:", "alt: {street.png: A grey house}\ntitle:"
        )


@pytest.fixture(scope="session")
def offered(tmp_path_factory):
    """A site with archives, at an address."""
    return built_once(tmp_path_factory, fill, OFFLINE=True, PAPER=True, SITEURL=SITEURL)


@pytest.fixture(scope="session")
def homeless(tmp_path_factory):
    """The same without an address."""
    return built_once(tmp_path_factory, fill, OFFLINE=True, PAPER=True)


@pytest.fixture(scope="session")
def unpacked(offered, homeless, tmp_path_factory):
    """All archives of both sites, each in a folder of its own."""
    root = tmp_path_factory.mktemp("phone") / WHERE
    for built, name in ((offered, "with address"), (homeless, "without")):
        shutil.copytree(built.output / "offline", root / name)
        for path in (root / name).glob("*.zip"):
            ZipFile(path).extractall(path.parent / "unpacked")
            (path.parent / "unpacked" / path.stem).rename(path.with_suffix(".d"))
    return root
